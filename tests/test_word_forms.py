"""Words in forms that no table lists: open ends, prefixes, cases of names, and scripts without spaces."""

import datetime as dt
from typing import Any

import pytest

from extract.errors import LanguagePackError
from extract.language import LanguagePack, load_pack, pack_codes
from extract.language.dates import date_tables
from extract.language.lexicon import lexicon_of, refined, words_of
from extract.language.places import place_words
from extract.language.shapes import joined, shapes
from extract.language.triggers import read_triggers
from extract.models import Document
from extract.pipeline import read_article
from extract.places.inflected import bases
from extract.text import Remembered, fold
from tests.telling_events import event, events_of


def places_in(text: str, code: str) -> list[tuple[str, str]]:
    article = read_article(Document("d", text, language=code), frozenset({"places"}))
    return [(place.text, place.name) for place in article.places if place.drawn]


def dates_in(text: str, code: str) -> list[tuple[str, str]]:
    document = Document("d", text, language=code, published=dt.date(2024, 5, 2), published_how="given")
    return [(timex.text, timex.value) for timex in read_article(document, frozenset({"dates"})).timexes]


def triggers(**row: Any) -> Any:
    return read_triggers("xx/triggers.toml", {"triggers": [{"kind": "accident", **row}]})


def test_a_word_of_one_letter_keeps_its_mark_and_a_longer_one_does_not() -> None:
    assert [fold(word) for word in ("è", "e", "À", "a", "e\u0300", "città", "Élan")] == ["è", "e", "à", "a", "è", "citta", "elan"]


def test_kana_han_and_hangul_are_their_own_keys() -> None:
    for first, last in (("ぁ", "ゖ"), ("ァ", "ヺ"), ("一", "鿿"), ("가", "힣")):
        letters = [chr(code) for code in range(ord(first), ord(last) + 1)]
        # With a letter of another script in front a key is made the long way.
        assert [fold(letter) for letter in letters] == [fold(f"é{letter}")[1:] for letter in letters] == letters


def test_arabic_short_vowels_are_no_part_of_a_key() -> None:
    assert [fold(word) for word in ("قُتِلَ", "مساءً", "الســلام", "آمن")] == ["قتل", "مساء", "السلام", "آمن"]


def test_each_word_of_a_noun_takes_its_plural_where_the_pack_says_so() -> None:
    assert event("Des frappes aériennes ont eu lieu.", "frappes aériennes", "fr").kind == "airstrike"
    assert event("Due incidenti aerei in un mese.", "incidenti aerei", "it").kind == "plane crash"


def test_a_star_stands_for_any_letters_on_its_side() -> None:
    found = shapes(["арест*", "*unfall", "*krise*", "Brand"])
    assert [word in found for word in ("арестовал", "verkehrsunfall", "finanzkrisen", "brand")] == [True] * 4
    assert [word in found for word in ("аре", "unfallarzt", "kris", "brandung")] == [False] * 4


def test_joined_shapes_hold_what_each_of_them_holds() -> None:
    both = joined([shapes(["арест*"]), frozenset({"суд"})])
    assert ("арестован" in both, "суд" in both, "судья" in both) == (True, True, False)


def test_an_open_word_is_found_by_its_letters_and_by_no_others() -> None:
    tables = triggers(nouns=["*unfall"])
    assert [entry.lemma for entry in tables.entries_at("verkehrsunfall")] == ["*unfall"]
    assert tables.entries_at("unfallarzt") == ()


def test_a_star_inside_a_word_is_refused_with_its_place() -> None:
    with pytest.raises(LanguagePackError, match=r"xx/triggers\.toml: triggers\.accident\.nouns has 'un\*fall'; expected stars"):
        triggers(nouns=["un*fall"])


def test_a_prefix_written_as_one_with_a_trigger_is_read_past() -> None:
    assert event("وقصفت الطائرات القرية.", "قصفت", "ar").kind == "airstrike"


def test_a_phrase_goes_around_a_date_that_stands_inside_it() -> None:
    found = event("La agencia lanzó el jueves un satélite.", "satélite", "es")
    assert (found.kind, str(found.when.first_day)) == ("space launch", "2024-05-02")


def test_the_future_of_a_romance_verb_is_planned_and_its_past_is_not() -> None:
    assert event("El ministro visitará Lima.", "visitará", "es").modality == "planned"
    assert event("El ministro visitó Lima.", "visitó", "es").modality == "asserted"


def test_who_stands_behind_an_arabic_verb_acts() -> None:
    text = "أطلقت كوريا الشمالية صاروخين."
    article = read_article(Document("d", text, language="ar", published=dt.date(2024, 5, 2), published_how="given"))
    assert [(one.text, one.role) for one in article.events[0].participants] == [("كوريا الشمالية", "agent")]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("ru", "Пожар произошел в Москве.", ("Москве", "Moscow")),
        ("ru", "Суд в Вене вынес приговор.", ("Вене", "Vienna")),  # and not Veynes, which a shorter form would be
        ("ru", "Завод стоит в Свердловской области.", ("Свердловской области", "Sverdlovsk")),
        ("uk", "Вибори пройшли у Києві.", ("Києві", "Kyiv")),
        ("pl", "Protest odbył się w Krakowie.", ("Krakowie", "Kraków")),
        ("tr", "Toplantı Ankara'da yapıldı.", ("Ankara", "Ankara")),
        ("ko", "시위가 서울에서 열렸다.", ("서울", "Seoul")),
        ("ar", "وقع الانفجار ببغداد.", ("بغداد", "Baghdad")),
        ("zh", "四川省发生地震。", ("四川省", "Sichuan")),
        ("ja", "大阪市で火災が起きた。", ("大阪市", "Osaka")),
    ],
)
def test_a_name_in_a_case_behind_a_prefix_or_in_a_run_of_letters_is_found(code: str, text: str, found: tuple[str, str]) -> None:
    assert found in places_in(text, code)


def test_a_common_word_is_no_town() -> None:
    assert places_in("Во вторник его просили прийти после обеда.", "ru") == []
    assert places_in("يوم الخميس قال الوزير ذلك.", "ar") == []


def test_the_bases_of_a_form_are_itself_and_its_dictionary_forms() -> None:
    found = bases("москве", place_words(load_pack("ru")).endings)
    assert found[0] == "москве"
    assert "москва" in found


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("de", "Er kam am Mittwochabend.", ("Mittwochabend", "2024-05-01TEV")),
        ("es", "Llegó anoche.", ("anoche", "2024-05-01TNI")),
        ("zh", "他上周五抵达。", ("上周五", "2024-04-26")),
        ("zh", "会议28日举行。", ("28日", "2024-04-28")),
        ("ja", "3日前に着いた。", ("3日前", "2024-04-29")),
        ("de", "In den 1990er Jahren war es so.", ("den 1990er Jahren", "199")),
        ("de", "Im dritten Quartal 2014 stieg der Umsatz.", ("dritten Quartal 2014", "2014-Q3")),
        ("fr", "C'était début avril 2024.", ("début avril 2024", "2024-04")),
    ],
)
def test_own_words_of_a_generated_pack_are_read(code: str, text: str, value: tuple[str, str]) -> None:
    assert value in dates_in(text, code)


def test_an_own_word_wins_over_the_generated_one() -> None:
    tables = date_tables(load_pack("de"))
    assert tables.names[tables.words["tagen"].letter] == "UNITS"
    assert "die" in tables.words
    assert tables.names[tables.words["die"].letter] == "THE"


def test_the_longest_word_of_the_tables_is_cut_and_no_common_word_across_it() -> None:
    lexicon = lexicon_of(load_pack("zh"))
    assert lexicon is not None
    text = "造成12人死亡。"
    assert [text[start:end] for start, end in refined([(0, 2), (2, 4), (4, 7)], text, lexicon)] == ["造成", "12", "人", "死亡"]


def test_words_with_spaces_are_cut_at_the_spaces() -> None:
    text = "two words"
    assert [text[start:end] for start, end in words_of(text, "en")] == ["two", "words"]


def test_an_unknown_way_of_writing_words_is_refused() -> None:
    pack = load_pack("en")
    odd = LanguagePack("xx", "X", "X", ("Latin",), "basic", pack.folder, {"words": "backwards"})
    with pytest.raises(LanguagePackError, match=r"xx/language\.toml: words is 'backwards'; expected 'spaced' or 'unspaced'"):
        lexicon_of(odd)


NEWS = [code for code in pack_codes() if load_pack(code).quality == "news"]


@pytest.mark.parametrize("code", NEWS)
def test_a_news_pack_knows_who_speaks_and_what_is_planned(code: str) -> None:
    pack = load_pack(code)
    assert all(pack.table(name) for name in ("triggers", "events", "modality", "participants", "speech", "places", "dates_own"))


def test_reports_of_a_fire_in_five_languages_tell_one_kind_on_one_day() -> None:
    told = {
        "de": "Am Mittwoch brach in einer Fabrik ein Brand aus.",
        "es": "El miércoles se declaró un incendio en una fábrica.",
        "ru": "В среду на фабрике произошел пожар.",
        "zh": "周三一家工厂发生火灾。",
        "ar": "اندلع حريق في مصنع الأربعاء.",
    }
    found = {code: [(one.kind, str(one.when.first_day)) for one in events_of(text, code)] for code, text in told.items()}
    assert found == {code: [("fire", "2024-05-01")] for code in told}


def test_answers_that_are_remembered_begin_anew_where_they_grow_too_many() -> None:
    asked: list[str] = []
    known = Remembered(lambda word: (asked.append(word), word.upper())[1], 2)
    assert [known[word] for word in ("a", "a", "b", "c", "a")] == ["A", "A", "B", "C", "A"]
    assert asked == ["a", "b", "c", "a"]
    assert len(known) == 2
