"""Recognition and resolution of places: the packs' own examples, offsets, bad input, time."""

import gc
import sys
import time
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import read_article
from extract.errors import LanguagePackError
from extract.gazetteer import Gazetteer
from extract.geo import distance_km
from extract.language import LANGUAGES, LanguagePack, load_pack, pack_for
from extract.language.lexicon import lexicon_of
from extract.language.places import place_words
from extract.models import Document, PlaceMention
from extract.places import find_places, find_toponyms
from extract.sentences import split

ROOT = Path(__file__).parent.parent
EXAMPLES = [
    (path.parent.name, row)
    for path in sorted(LANGUAGES.glob("*/places_examples.toml"))
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["places"]
]
PROSE = st.text(st.sampled_from("Paris of Kim, Delhiमें रूसİ.\n'’\u200b-US 12km é"), max_size=60)


def places(text: str, language: str | None = "en") -> tuple[PlaceMention, ...]:
    document, pack = Document("d", text, language=language), pack_for(language)
    return find_places(document, split(document, pack), pack, Gazetteer.load())


def told(mention: PlaceMention, key: str) -> Any:
    if key == "findings":
        return [finding.kind for finding in mention.findings]
    return mention.latitude is not None if key == "latitude" else getattr(mention, key)


@pytest.mark.parametrize(("language", "row"), EXAMPLES, ids=[row["text"][:40] for _, row in EXAMPLES])
def test_the_examples_of_the_packs_hold(language: str, row: dict[str, Any]) -> None:
    found = places(row["text"], language)
    assert [mention.text for mention in found] == [want["text"] for want in row["finds"]]
    for mention, want in zip(found, row["finds"], strict=True):
        assert {key: told(mention, key) for key in want} == want


@settings(max_examples=60, deadline=None)
@given(PROSE, PROSE)
def test_every_mention_is_found_again_at_its_offsets(before: str, after: str) -> None:
    text = f"{before} in Kyiv {after}"
    found = places(text)
    assert all(text[slice(*mention.span)] == mention.text for mention in found)
    assert [mention.span for mention in found] == sorted(mention.span for mention in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


def test_the_same_text_gives_the_same_places() -> None:
    text = "Springfield, Cambridge and Georgetown are towns near Boston."
    assert places(text) == places(text)


@pytest.mark.parametrize("name", ["Kyiv", "KYIV", "Kiev", "कीव", "Київ", "Киев", "كييف", "キーウ"])
def test_a_name_in_many_scripts_is_one_place(name: str) -> None:
    assert [mention.geonames_id for mention in places(f"{name}.", None)] == [703448]


@pytest.mark.parametrize("name", ["St. Louis", "St Louis", "Saint Louis", "ST. LOUIS", "Saint\u00a0Louis"])
def test_saint_may_be_abbreviated(name: str) -> None:
    assert [mention.admin1 for mention in places(f"He lives in {name}, Missouri.")][:1] == ["US.MO"]


@pytest.mark.parametrize(
    ("language", "text", "words", "number"),
    [
        ("de", "In Halle (Saale) brannte es.", "Halle (Saale)", 2911522),
        ("de", "In Frankfurt/Oder brannte es.", "Frankfurt/Oder", 2925535),
        ("de", "In Frankfurt brannte es, hieß es in Berlin. Berlin will helfen.", "Frankfurt", 2925533),
        ("de", "In Marburg brannte es.", "Marburg", 2873759),
        ("fr", "Une maison a brûlé à La Seyne-sur-Mer.", "La Seyne-sur-Mer", 3006414),
        ("fr", "Une maison a brûlé à Villeneuve-d’Ascq.", "Villeneuve-d’Ascq", 6543862),
        ("en", "A house burned in Weston-super-Mare.", "Weston-super-Mare", 2634308),
        ("en", "A house burned in Saint Paul.", "Saint Paul", 5045360),
        ("es", "Una casa ardió en Toledo.", "Toledo", 2510409),
    ],
)
def test_a_town_is_found_by_its_whole_name_and_is_the_one_that_is_meant(language: str, text: str, words: str, number: int) -> None:
    assert [(one.text, one.geonames_id) for one in places(text, language)][:1] == [(words, number)]


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "Fighting broke out in Congo.", "CD"),
        ("fr", "Des combats ont éclaté en République du Congo.", "CG"),
        ("de", "Kämpfe in der Demokratischen Republik Kongo.", "CD"),
        ("en", "A fire broke out in Côte d’Ivoire.", "CI"),
        ("nl", "In Chili is brand uitgebroken.", "CL"),
        ("pl", "Pożar w Mali, mali chłopcy uciekli.", "ML"),
        ("uk", "Пожежа в Малі.", "ML"),
        ("ru", "Протесты в Того. Того человека задержали.", "TG"),
        ("tr", "Pakistan hükümeti açıkladı.", "PK"),
        ("fa", "رئیس جمهور چین سخن گفت.", "CN"),
        ("fa", "آتش‌سوزی در لتونی رخ داد.", "LV"),
        ("ar", "اندلع حريق في سلطنة عمان.", "OM"),
        ("zh", "刚果（金）东部发生冲突。", "CD"),
        ("zh", "一辆巴士在内罗毕附近起火。", "KE"),
        ("ja", "ラパスで火災が発生した。", "BO"),
        ("it", "Un incendio è scoppiato in Basilicata.", "IT"),
        ("es", "Un incendio en Navarra.", "ES"),
    ],
)
def test_a_land_or_division_is_found_by_what_its_language_calls_it(language: str, text: str, country: str) -> None:
    assert [one.country for one in places(text, language)] == [country]


def test_the_name_of_persons_is_a_town_again_where_the_text_says_once_in_what_it_lies() -> None:
    found = places("A fire broke out in Dalton, Georgia. Police in Dalton said two died.")
    assert [one.text for one in found] == ["Dalton", "Georgia", "Dalton"]


@pytest.mark.parametrize(("language", "quotes"), [("en", '""'), ("de", "„“"), ("fr", "«»"), ("es", "''")])
def test_a_nickname_between_two_names_is_no_town_wherever_it_stands(language: str, quotes: str) -> None:
    text = "Jorge {}Rosario{} Paz met Ana. Rosario lost in Córdoba.".format(*quotes)
    assert [one.text for one in places(text, language)] == ["Córdoba"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("El alcalde, Yuvo Rosario, pidió calma. Rosario dijo que no hubo daños en Córdoba.", ["Córdoba"]),
        ("Ardió una casa en Rosario. En Rosario dijo la policía que no hubo daños.", ["Rosario", "Rosario"]),
    ],
)
def test_who_speaks_behind_a_first_name_that_no_list_has_is_no_town(text: str, found: list[str]) -> None:
    assert [one.text for one in places(text, "es")] == found


@pytest.mark.parametrize("text", ["A vote of the U.N. failed.", "The N.C.A. and the F.A. met."])
def test_letters_with_dots_are_no_small_town(text: str) -> None:
    assert not [one for one in places(text) if one.kind == "city"]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\u200b", "'s", "’s ’s", ".,.,", "A", "İ", "US$", "12 km from", "\ud7ff\U0010ffff", "(((("]
)
def test_text_without_places_gives_none(text: str) -> None:
    assert places(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "talks in germany failed, said envoys from france and south korea",
        "TALKS IN GERMANY FAILED, SAID ENVOYS FROM FRANCE AND SOUTH KOREA",
    ],
)
def test_places_are_found_where_case_tells_nothing(text: str) -> None:
    assert [mention.country for mention in places(text)] == ["DE", "FR", "KR"]


@pytest.mark.parametrize("text", ["they said it was nice of them to be reading all day, and went on", "TELL US WHO WAS READING IT"])
def test_common_words_are_no_places_where_case_tells_nothing(text: str) -> None:
    assert places(text) == ()


def test_a_headline_of_capitals_is_read_beside_other_lines() -> None:
    found = places("STORM HITS BOSTON AND HARTFORD\n\nRain fell on Providence, Rhode Island, all day.")
    assert [mention.text for mention in found] == ["BOSTON", "HARTFORD", "Providence", "Rhode Island"]


def test_a_name_in_three_hundred_variants_is_one_place_each_time() -> None:
    marks = ("", "\u200b", "\u200d", "\u00ad", "\u2060")
    variants = [f"Khar{mark}kiv{case}" for mark in marks for case in ("", "'s", "’s")] * 20
    found = places("; ".join(f"in {variant}" for variant in variants))
    assert len(found) == len(variants) == 300
    assert {mention.geonames_id for mention in found} == {706483}


def test_scripts_may_be_mixed_in_one_text() -> None:
    text = "Talks in मुंबई, Москва, القاهرة and Tokyo; then दिल्ली."
    assert [mention.country for mention in places(text)] == ["IN", "RU", "EG", "JP", "IN"]


@pytest.mark.slow
def test_five_megabytes_in_one_line_take_time_in_proportion() -> None:
    line = "Rain fell on Paris and Springfield, Ohio, said Kim near Qxzyville, 40 km from Lucknow. "
    spent = []
    for size in (500_000, 5_000_000):
        start = time.process_time()
        places(line * (size // len(line)))
        spent.append(time.process_time() - start)
    assert spent[1] < 10 * 2 * spent[0]


def test_organisations_tell_their_seat_and_are_told_apart() -> None:
    document = Document("d", "A lecturer of Kookmin University in Seoul and one of the University of Oslo agreed.", language="en")
    pack = pack_for("en")
    told = find_toponyms(document, split(document, pack), pack, Gazetteer.load())
    assert [mention.text for mention in told.places] == ["Seoul"]
    assert [(mention.text, mention.kind, mention.drawn, mention.country) for mention in told.organisations] == [
        ("University of Oslo", "organisation", False, "NO")
    ]


def test_the_name_inside_an_organisation_says_where_the_document_is() -> None:
    (athens,) = places("The mayor of Athens said Ohio University and Ohio State University would share the road.")[:1]
    assert athens.admin1 == "US.OH"


def test_a_language_without_a_pack_is_placed_by_the_gazetteer() -> None:
    assert [mention.country for mention in places("Ministrul a vizitat Berlin.", "ro")] == ["DE"]


def test_one_unknown_name_does_not_empty_the_document() -> None:
    assert [mention.text for mention in places("The village of Zzyqwort lies beyond Oslo.")][-1] == "Oslo"


def test_the_described_place_lies_off_the_coast_that_is_told() -> None:
    (korea,) = places("North Korea fired a rocket off its east coast.")
    assert korea.described is not None
    assert korea.described[1] > 129
    assert korea.latitude is not None
    assert korea.longitude is not None
    assert distance_km((korea.latitude, korea.longitude), korea.described[:2]) > 150


@pytest.mark.parametrize(
    ("towns", "drawn"),
    [("Leiria, Pombal e Ansião", False), ("Leiria, Pombal, Ansião e, no Brasil, Salvador", True), ("Leiria e Pombal", True)],
)
def test_a_small_town_of_a_land_that_is_not_told_stays_off_the_map(towns: str, drawn: bool) -> None:
    found = places(f"O fogo passou por {towns}. Depois chegou a Santo Estêvão.", "pt")
    assert [one.drawn for one in found if one.text == "Santo Estêvão"] == [drawn]


def test_a_direction_and_a_distance_describe_a_point() -> None:
    (town,) = places("It fell 100 km north of Lucknow.")
    assert town.ring_km is not None
    assert town.described is not None
    assert town.latitude is not None
    assert town.described[0] == pytest.approx(town.latitude + 0.9, abs=0.02)


def test_a_town_stands_for_a_place_near_it_and_for_no_far_one() -> None:
    near, far = places("It fell 12 km from Lucknow, 500 km from Delhi.")
    assert near.drawn
    assert not far.drawn


def test_candidates_and_a_reason_are_told() -> None:
    paris = places("Snow fell on Paris, Texas.")[0]
    assert paris.candidates[0].country == "US"
    assert len(paris.candidates) > 1
    assert "the text says" in paris.reason


def test_time_grows_with_the_text_and_no_faster() -> None:
    line = "Rain fell on Paris and Springfield, Ohio, said Kim near Qxzyville, 40 km from Lucknow. "
    places(line * 5)
    spent = []
    gc.disable()  # it would look through what all tests before left behind
    try:
        for repeats in (60, 480):
            start = time.process_time()
            places(line * repeats)
            spent.append(time.process_time() - start)
    finally:
        gc.enable()
    assert spent[1] < 8 * 2.5 * max(spent[0], 0.01)


def test_a_bad_table_is_refused_with_file_key_found_and_expected(tmp_path: Any) -> None:
    (tmp_path / "places.toml").write_text('[directions]\nup = "upward"\n')
    pack = LanguagePack("xx", "X", "X", ("Latin",), "full", tmp_path, {})
    with pytest.raises(LanguagePackError, match=r"xx/places\.toml: directions\.up is 'upward'; expected one of north"):
        place_words(pack)


def test_a_row_of_cities_without_a_code_is_refused_with_its_line(tmp_path: Any) -> None:
    (tmp_path / "cities.csv").write_text("name,place\nWien,AT.capital\nMailand\n")
    pack = LanguagePack("xx", "X", "X", ("Latin",), "full", tmp_path, {})
    with pytest.raises(LanguagePackError, match=r"xx/cities\.csv: line 3 is 'Mailand'; expected a name, a comma and a code"):
        place_words(pack)


@pytest.mark.parametrize("code", sorted({path.parent.name for path in LANGUAGES.glob("*/places.toml")}))
def test_every_code_of_a_pack_is_in_the_gazetteer(code: str) -> None:
    words, gazetteer = place_words(load_pack(code)), Gazetteer.load()
    codes = {*words.demonyms.values(), *words.names.values(), *words.postal.values()}
    codes |= {code for rows in words.exact.values() for _, code in rows}
    codes -= {"EU", "UN"}  # bodies without a place: their names keep towns of that name from being read
    unknown = ", ".join(code for code in sorted(codes) if gazetteer.by_code(code) is None)
    assert not unknown, f"languages/{code} gives names to {unknown}: the gazetteer has no place of that code"


@pytest.mark.parametrize("path", sorted(LANGUAGES.glob("*/cities.csv")), ids=lambda path: path.parent.name)
def test_every_row_of_cities_names_another_name_and_they_are_sorted(path: Path) -> None:
    names = [line.partition(",")[0] for line in path.read_text(encoding="utf-8").split("\n")[1:-1]]
    assert names == sorted(set(names))


def test_the_cities_of_the_packs_are_what_their_tool_writes_again() -> None:
    babel = pytest.importorskip("babel")
    if not babel.__version__.startswith("2.18."):
        pytest.skip("the files were written with the CLDR of Babel 2.18")
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        from build_cities import cities
    finally:
        sys.path.pop(0)
    for code in ("de", "ja", "uk"):
        written = (LANGUAGES / code / "cities.csv").read_text(encoding="utf-8").splitlines()[1:]
        assert written == [",".join(row) for row in cities(code)]


def test_endings_that_folding_makes_alike_add_up(tmp_path: Any) -> None:
    (tmp_path / "places.toml").write_text('[endings]\n"і" = ["а"]\n"ї" = ["я"]\n', encoding="utf-8")
    pack = LanguagePack("xx", "X", "X", ("Cyrillic",), "full", tmp_path, {})
    assert place_words(pack).endings.rows == (("і", ("а", "я")),)


@pytest.mark.parametrize(("code", "run", "name"), [("ja", "ランボルギーニ", "ラン"), ("zh", "普拉博沃", "普拉")])
def test_a_short_name_is_not_torn_from_a_foreign_one(code: str, run: str, name: str) -> None:
    lexicon = lexicon_of(load_pack(code))
    assert lexicon
    found = [run[start:end] for start, end in lexicon.cut(run, lambda text, at: len(name) * text.startswith(name, at))]
    assert name not in found


def test_countries_of_a_language_that_are_no_list_of_codes_are_refused(tmp_path: Any) -> None:
    (tmp_path / "places.toml").write_text('home = "Brazil"\n', encoding="utf-8")
    with pytest.raises(LanguagePackError, match="home is 'Brazil'; expected a list of country codes"):
        place_words(LanguagePack("xx", "X", "X", ("Latin",), "full", tmp_path, {}))


@pytest.mark.parametrize(
    ("language", "text", "name", "drawn"),
    [
        ("en", "It lies over a thousand kilometers away from Vladivostok.", "Vladivostok", False),
        ("en", "The ship sank hundreds of miles from Boston.", "Boston", False),
        ("en", "The car was found two miles from Boston.", "Boston", True),
        ("fr", "La base se trouve à plus de mille kilomètres de Vladivostok.", "Vladivostok", False),
        ("es", "El barco se hundió a cientos de kilómetros de Lima.", "Lima", False),
        ("hi", "वह व्लादिवोस्तोक से हजार किलोमीटर दूर है।", "Vladivostok", False),
    ],
)
def test_a_distance_may_be_told_in_words(language: str, text: str, name: str, drawn: bool) -> None:
    (place,) = (one for one in read_article(Document("d", text, language=language)).places if one.name == name)
    assert (place.relation, place.drawn) == ("distance", drawn)
