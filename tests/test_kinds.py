"""The kinds of event: the table is whole, and a bad one says what is wrong."""

from pathlib import Path

import pytest

from extract.errors import TableError
from extract.kinds import TABLE, family, kind_named, kinds, near, plover, read_kinds

GOOD = (
    '"meeting" = { plover = "CONSULT", family = "talks", shape = "circle", colour = "'
    'meeting", roles = ["participant"], placing = "site" }'
)
USUAL = {
    "meeting",
    "visit",
    "arrival",
    "departure",
    "statement",
    "warning",
    "threat",
    "accusation",
    "denial",
    "agreement",
    "signing",
    "protest",
    "arrest",
    "charge",
    "trial",
    "verdict",
    "election",
    "resignation",
    "appointment",
    "attack",
    "airstrike",
    "shelling",
    "shooting",
    "bombing",
    "robbery",
    "siege",
    "coup",
    "landing",
    "crash",
    "explosion",
    "fire",
    "accident",
    "earthquake",
    "flood",
    "storm",
    "eruption",
    "epidemic",
    "evacuation",
    "rescue",
    "search",
    "death",
    "birth",
    "discovery",
    "opening",
    "construction",
    "aid",
    "deployment",
    "withdrawal",
    "ceasefire",
    "law",
    "vote",
    "merger",
    "bankruptcy",
    "match",
    "award",
    "publication",
    "report",
}


def bad(tmp_path: Path, table: str) -> str:
    path = tmp_path / "kinds.toml"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(TableError) as raised:
        read_kinds(path)
    return str(raised.value)


def test_the_usual_kinds_of_news_are_there() -> None:
    assert set(kinds()) > USUAL
    assert {"summit meeting", "missile launch", "expert opinion", "state of emergency", "arms transfer", "war begins"} < set(
        kinds()
    )


def test_names_are_plain_lower_case_english() -> None:
    assert all(name == name.lower() and name.replace(" ", "").isalpha() for name in kinds())


def test_nearness_holds_both_ways_and_never_with_itself() -> None:
    for name, kind in kinds().items():
        assert name not in kind.near
        assert all(name in kinds()[other].near for other in kind.near)


def test_near_kinds_are_told_apart_from_strangers() -> None:
    assert near("visit", "arrival")
    assert near("arrival", "visit")
    assert near("flood", "flood")
    assert not near("visit", "earthquake")


def test_a_kind_is_looked_up_by_name() -> None:
    assert family("missile launch") == "launch"
    assert plover("missile launch") == "MOBILIZE"
    assert plover("earthquake") is None
    assert kind_named("war").one_day is False
    assert kind_named("statement").speech


def test_one_family_has_one_way_of_being_drawn_at_most_per_kind() -> None:
    assert {kind.colour for kind in kinds().values()} >= {
        "meeting",
        "launch",
        "conflict",
        "disaster",
        "law",
        "politics",
        "economy",
        "sport",
    }
    assert all(kind.shape and kind.roles for kind in kinds().values())


def test_an_unknown_kind_is_named_in_the_error() -> None:
    with pytest.raises(TableError, match="no kind 'picnic'"):
        kind_named("picnic")


def test_a_table_without_optional_keys_is_read(tmp_path: Path) -> None:
    path = tmp_path / "kinds.toml"
    path.write_text(GOOD, encoding="utf-8")
    (kind,) = read_kinds(path).values()
    assert (kind.name, kind.modality, kind.one_day, kind.near) == ("meeting", "asserted", True, frozenset())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"CONSULT"', '"CHAT"', "meeting.plover is 'CHAT'; expected one of"),
        ('placing = "site"', 'placing = "here"', "meeting.placing is 'here'"),
        ('["participant"]', '["guest"]', "meeting.roles is 'guest'"),
        ('family = "talks", ', "", "meeting.family is missing"),
        ('family = "talks"', 'family = ""', "meeting.family is ''; expected a word"),
        ("{ plover", "{ size = 3, plover", "meeting.size is unknown"),
        ("{ plover", '{ near = ["picnic"], plover', "meeting.near is 'picnic'"),
    ],
)
def test_a_bad_row_names_file_key_found_and_expected(tmp_path: Path, old: str, new: str, message: str) -> None:
    found = bad(tmp_path, GOOD.replace(old, new))
    assert found.startswith("kinds.toml: ")
    assert message in found
    assert "expected" in found


def test_a_table_that_is_no_toml_is_named(tmp_path: Path) -> None:
    assert "expected a TOML table" in bad(tmp_path, "meeting = {")
    assert "expected a table with" in bad(tmp_path, "meeting = 3")


def test_the_table_lies_where_the_package_looks() -> None:
    assert TABLE.name == "kinds.toml"
    assert TABLE.exists()
