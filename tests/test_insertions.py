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
        ("en", "A bomb killed two in Kursk on Monday. Three hours later the governor resigned.", "resigned"),
        ("ru", "В понедельник в Курске взорвалась бомба. Через несколько часов Зимина задержали в Саратове.", "задержали"),
        ("pl", "W poniedziałek w Pradze student zastrzelił 14 osób. Kilka godzin wcześniej zabił własnego ojca.", "zabił"),
    ],
)
def test_hours_later_it_is_the_day_told_before(language: str, text: str, words: str) -> None:
    when = _event(language, text, words).when
    assert when is not None
    assert when.first_day == when.last_day == dt.date(2024, 3, 11)


@pytest.mark.parametrize(
    ("language", "text", "words", "day"),
    [
        ("de", "Er war am 10. März beim Einkaufen niedergestochen worden und am Tag darauf gestorben.", "niedergestochen", 10),
        ("de", "Er war am 10. März beim Einkaufen niedergestochen worden und am Tag darauf gestorben.", "gestorben", 11),
        ("ru", "Президент во вторник встретился с канцлером в Берлине, а в среду Путин вылетел в Минск.", "встретился", 12),
        ("en", "Police arrested the mayor of the small town of Leeds on Sunday and on Monday released him.", "arrested", 10),
    ],
)
def test_a_day_behind_and_is_that_of_the_second_verb(language: str, text: str, words: str, day: int) -> None:
    assert _day(language, text, words) == dt.date(2024, 3, day)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "The minister toured yesterday a district laid waste by Monday's explosion.", "toured"),
        ("en", "Police arrested five men in Tuesday's raid.", "arrested"),
        ("en", "Two biologists won this year's Nobel prize for medicine on Tuesday.", "won"),
        ("de", "Der am 10. Juni 2005 eröffnete Tunnel wurde gestern gesperrt.", "gesperrt"),
        ("nl", "De op 10 juni 2005 geopende tunnel is gisteren gesloten.", "gesloten"),
    ],
)
def test_a_day_of_a_noun_dates_nothing_else_unless_it_is_its_scene(language: str, text: str, words: str) -> None:
    assert _day(language, text, words) == dt.date(2024, 3, 12)


@pytest.mark.parametrize(
    ("language", "text", "words", "year"),
    [
        ("de", "Der am 12. Juni 2005 eröffnete Tunnel wurde gestern gesperrt.", "eröffnete", 2005),
        ("de", "Das am 12. Juni 2005 unterzeichnete Abkommen wurde gestern gekündigt.", "unterzeichnete", 2005),
    ],
)
def test_a_day_right_before_a_participle_is_its_own(language: str, text: str, words: str, year: int) -> None:
    when = _event(language, text, words).when
    assert when is not None
    assert when.first_day == dt.date(year, 6, 12)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Customers have pulled out 11 billion since Sunday, when a newspaper reported heavy losses.", "reported"),
        ("es", "La ciudad vive con miedo desde el domingo, cuando un hombre mató a tres personas.", "mató"),
        ("it", "La città vive nella paura da domenica, quando un uomo ha ucciso tre persone.", "ucciso"),
    ],
)
def test_a_clause_that_hangs_on_a_day_is_of_that_day(language: str, text: str, words: str) -> None:
    assert _day(language, text, words) == dt.date(2024, 3, 10)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "Les dockers ont suspendu mardi leur grève, entamée dimanche, après un accord.", "grève"),
        ("it", "I sindacati hanno difeso martedì lo sciopero, iniziato domenica, davanti al porto.", "sciopero"),
        ("es", "Los sindicatos defendieron el martes la huelga, iniciada el domingo, ante el puerto.", "huelga"),
    ],
)
def test_a_participle_of_beginning_dates_the_noun_before_it(language: str, text: str, words: str) -> None:
    assert _day(language, text, words) == dt.date(2024, 3, 10)


@pytest.mark.parametrize(
    ("language", "text", "words", "day"),
    [
        (
            "it",
            "Due uomini sono stati uccisi il 6 marzo; quelli di Milano furono assassinati lo stesso giorno, il 10 marzo.",
            "assassinati",
            10,
        ),
        ("vi", "Cùng ngày 9/3, một chiếc xe khách bị lũ cuốn xuống suối.", "lũ cuốn", 9),
        ("en", "The bank failed on March 6. Its chief was arrested the same day, March 10.", "arrested", 10),
        ("en", "The bank failed on March 6. Its chief was arrested the same day.", "arrested", 6),
    ],
)
def test_a_day_told_by_its_own_words_wins_over_the_same_day_before_it(language: str, text: str, words: str, day: int) -> None:
    assert _day(language, text, words) == dt.date(2024, 3, day)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "de",
            "Die Bundesregierung hat den Botschafter einbestellt. Teheran hatte am Samstag zwei Deutsche festgesetzt.",
            "einbestellt",
        ),
        ("en", "The government has expelled the ambassador. The army had arrested two nuns on Saturday.", "expelled"),
        ("es", "El Gobierno expulsó al embajador. El Ejército había detenido el sábado a dos monjas.", "expulsó"),
    ],
)
def test_the_day_of_a_pluperfect_is_not_that_of_the_news(language: str, text: str, words: str) -> None:
    assert _day(language, text, words) == PUBLISHED


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Altintas was giving a speech on March 10 when a man pulled out a pistol and fired at the guests.", "fired"),
        ("de", "Weber hielt am 10. März eine Rede, als ein Mann die Halle stürmte und den Bürgermeister erschoss.", "erschoss"),
        ("es", "El alcalde daba un discurso el 10 de marzo cuando un hombre sacó una pistola y disparó contra él.", "disparó"),
    ],
)
def test_what_goes_on_from_a_clause_with_when_is_of_the_day_before_it(language: str, text: str, words: str) -> None:
    assert _day(language, text, words) == dt.date(2024, 3, 10)


def test_an_evening_without_a_day_is_that_of_the_deed_before_it() -> None:
    text = (
        "Three crew members fell ill on Wednesday, the company said on Wednesday.\n\n"
        "Police arrested the captain on Sunday. Late in the evening they raided his house.\n\nHe denies it."
    )
    assert _day("en", text, "raided") == dt.date(2024, 3, 10)
