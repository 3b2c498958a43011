"""Known persons, organisations and seats of power: one key in any script."""

import csv
from functools import partial
from pathlib import Path

import pytest

from extract import actors
from extract.actors import ACTORS, TABLE, find_actors, find_people, known_actors, names_in
from extract.errors import TableError
from extract.language import load_pack, pack_codes
from extract.phrases import find_phrases
from extract.text import fold, words


def keys_of(text: str) -> list[str]:
    told = [text[span.start : span.end] for span in words(text)]
    return [found.value.key for found in find_actors(told, partial(find_phrases, [fold(word) for word in told]))]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("latin", "devanagari"),
    [
        ("TASS wrote this.", "टीएएसएस ने यह लिखा।"),
        ("It was sent to the DPRK.", "वह डीपीआरके को भेजा गया।"),
        ("The White House waits.", "व्हाइट हाउस रुका है।"),
        ("The Kremlin waits.", "क्रेमलिन रुका है।"),
        ("The World Health Organization waits.", "डब्ल्यूएचओ रुका है।"),
    ],
)
def test_an_actor_has_one_key_in_both_scripts(latin: str, devanagari: str) -> None:
    assert keys_of(latin) == keys_of(devanagari) != []


def test_seats_of_power_stand_for_their_country() -> None:
    assert keys_of("Pyongyang and the Pentagon are silent.") == ["@KP", "@US"]


def test_the_longer_name_hides_the_shorter_one_inside() -> None:
    assert len(keys_of("The UN Security Council meets.")) == 1


def test_common_words_are_no_actors() -> None:
    assert keys_of("Who said the apple is for us?") == []
    assert keys_of("WHO bought Apple?") == [*keys_of("World Health Organization"), *keys_of("Apple")]


def test_many_persons_are_known_in_both_scripts() -> None:
    people = rows(TABLE)
    assert len(people) >= 400
    assert all(row["name_en"] and row["name_hi"] and row["office_en"] and row["office_hi"] and row["source"] for row in people)
    assert all(not row["to"] or row["from"] <= row["to"] for row in people)
    assert [found.value.key for found in find_people(partial(find_phrases, ["व्लादिमीर", "पुतिन"]))] == [
        found.value.key for found in find_people(partial(find_phrases, ["vladimir", "putin"]))
    ]


def test_no_spelling_names_two_actors() -> None:
    named: dict[str, set[str]] = {}
    for row in rows(ACTORS):
        for spelling in (row["name_en"], row["name_hi"], *filter(None, row["aliases"].split("|"))):
            named.setdefault(" ".join(fold(spelling[a:b]) for a, b in words(spelling)), set()).add(row["key"])
    assert {spelling: keys for spelling, keys in named.items() if len(keys) > 1} == {}


def test_an_unknown_kind_of_actor_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "actors.csv"
    path.write_text("key,name_en,name_hi,aliases,kind,country\nx,Xo,एक्सो,,planet,\n", encoding="utf-8")
    monkeypatch.setattr(actors, "ACTORS", path)
    with pytest.raises(TableError, match="kind of Xo is 'planet'; expected organisation"):
        known_actors.__wrapped__()


@pytest.mark.parametrize("code", pack_codes())
def test_a_pack_names_only_whom_the_tables_know(code: str) -> None:
    found = names_in(code)
    assert bool(found.people or found.actors) == bool(load_pack(code).listed("names"))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ru", ["Владимиром", "Путиным"]),
        ("ar", ["فلاديمير", "بوتين"]),
        ("zh", ["普京"]),
        ("ko", ["푸틴"]),
        ("fr", ["Vladimir", "Poutine"]),
    ],
)
def test_a_known_person_has_one_key_however_a_language_writes_the_name(code: str, words: list[str]) -> None:
    assert [found.value.key for found in find_people(partial(find_phrases, [fold(word) for word in words]), code)] == [
        "vladimir putin"
    ]


def test_an_abbreviation_is_an_organisation_only_in_its_own_language() -> None:
    assert [found.value.name for found in find_actors(["CPI"], partial(find_phrases, ["cpi"]), "fr")] == [
        "International Criminal Court"
    ]
    assert not find_actors(["CPI"], partial(find_phrases, ["cpi"]), "en")
    assert not find_actors(["cpi"], partial(find_phrases, ["cpi"]), "fr")
