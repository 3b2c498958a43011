"""Days that belong to the words they stand with: what is put in between commas, nouns behind "after", parts behind a semicolon."""

import datetime as dt

import pytest

from extract import Document, Event, read_article

PUBLISHED = dt.date(2024, 3, 13)  # a Wednesday


def _event(language: str, text: str, words: str) -> Event:
    article = read_article(Document("d", text, language=language, published=PUBLISHED, published_how="given"))
    return next(one for one in article.events if words in text[one.span.start : one.span.end])


def _day(language: str, text: str, words: str) -> dt.date | None:
    when = _event(language, text, words).when
    return when.first_day if when else None


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "La police, qui avait perquisitionné le local samedi, a arrêté 22 personnes.", "arrêté"),
        ("ru", "Полиция, которая в субботу обыскала офис, арестовала 22 человека.", "арестовала"),
        ("es", "El empresario, que huyó de Japón el 1 de marzo, fue interrogado por la fiscalía.", "interrogado"),
        ("en", "Carlos Ghosn, who fled Japan on March 1, was questioned by prosecutors.", "questioned"),
    ],
)
def test_the_day_of_a_relative_clause_put_in_dates_nothing_behind_it(language: str, text: str, words: str) -> None:
    assert _day(language, text, words) is None


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "Le navire, parti de Batoumi le 2 mars, a coulé mardi.", "coulé"),
        ("it", "Il tunnel, inaugurato il 12 giugno 2005, è stato chiuso martedì dopo una frana.", "chiuso"),
        ("en", "The blaze, which broke out on Tuesday, killed five people.", "killed"),
    ],
)
def test_a_participle_put_in_keeps_its_day_and_what_struck_takes_it_for_want_of_another(
    language: str, text: str, words: str
) -> None:
    assert _day(language, text, words) == dt.date(2024, 3, 12)


@pytest.mark.parametrize(
    ("language", "text", "words", "day"),
    [
        ("sv", "Efter tisdagens olycka stängde bolaget i dag fabriken.", "olycka", 12),
        ("da", "Efter tirsdagens ulykke lukkede selskabet i dag fabrikken.", "ulykke", 12),
        ("pl", "Minister podał się wczoraj do dymisji po niedzielnym zamachu.", "zamachu", 10),
        ("sv", "Partiet ställde in alla kampanjmöten inför söndagens folkomröstning.", "ställde in", 13),
        ("en", "The minister resigned yesterday after Sunday's attack.", "resigned", 12),
    ],
)
def test_a_day_between_a_word_for_after_and_its_noun_is_that_of_the_noun(language: str, text: str, words: str, day: int) -> None:
    assert _day(language, text, words) == dt.date(2024, 3, day)


@pytest.mark.parametrize(
    ("language", "text", "words", "day"),
    [
        ("fr", "Lundi, l'armée a bombardé la ville ; mardi, les rebelles ont tué trois soldats.", "bombardé", 11),
        ("pt", "Na segunda, o Exército bombardeou a cidade; na terça, tomou o aeroporto.", "bombardeou", 11),
        ("pt", "Na segunda, o Exército bombardeou a cidade; na terça, tomou o aeroporto.", "tomou", 12),
        ("en", "On Monday, troops shelled the town; 17 people were arrested.", "arrested", 11),
    ],
)
def test_what_stands_behind_a_semicolon_has_its_own_day_or_goes_on(language: str, text: str, words: str, day: int) -> None:
    assert _day(language, text, words) == dt.date(2024, 3, day)


def test_a_day_that_opens_the_sentence_is_that_of_the_main_clause_behind_a_before() -> None:
    text = "On Monday, before he met Winfrey, Armstrong visited the headquarters."
    assert _day("en", text, "visited") == dt.date(2024, 3, 11)


def test_a_verb_behind_and_goes_on_with_the_clause_before_the_relative_that_a_comma_ends() -> None:
    text = "On Monday Armstrong visited the charity from whose board he resigned in November, and apologised to the staff."
    assert _day("en", text, "apologised") == dt.date(2024, 3, 11)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "A bomb killed two in Kursk on Monday. Hours later a fire broke out at an oil refinery in Saratov.", "fire"),
        ("ru", "В понедельник в Курске взорвалась бомба. Через несколько часов Зимина задержали в Саратове.", "задержали"),
        ("pl", "W poniedziałek w Pradze student zastrzelił 14 osób. Kilka godzin wcześniej zabił własnego ojca.", "zabił"),
    ],
)
def test_hours_later_it_is_the_day_told_before(language: str, text: str, words: str) -> None:
    when = _event(language, text, words).when
    assert when is not None
    assert when.first_day == when.last_day == dt.date(2024, 3, 11)
