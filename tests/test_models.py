"""Records: frozen, equal by their fields, portable."""

import datetime as dt
import pickle

import pytest
from msgspec.structs import replace

from extract.language.shapes import MOST_KNOWN, shapes
from extract.models import When

DAY = dt.date(2024, 5, 2)
WHEN = When(DAY, None, "day", "explicit", 0.9, "a rule", zone="UTC")


def test_a_record_has_the_arguments_and_defaults_of_its_fields() -> None:
    assert (WHEN.first_day, WHEN.last_day, WHEN.rule, WHEN.evidence, WHEN.clock, WHEN.zone) == (
        DAY,
        None,
        "a rule",
        (),
        None,
        "UTC",
    )
    with pytest.raises(TypeError, match="Missing required argument 'last_day'"):
        When(DAY)


def test_a_record_is_frozen() -> None:
    with pytest.raises(AttributeError, match="immutable"):
        WHEN.rule = "another rule"


def test_records_are_equal_by_their_fields_and_survive_a_journey_between_processes() -> None:
    assert replace(WHEN, zone=None) == replace(WHEN, zone=None) != WHEN
    assert pickle.loads(pickle.dumps(WHEN)) == WHEN
    assert hash(replace(WHEN)) == hash(WHEN)


def test_words_with_stars_keep_a_limited_number_of_answers() -> None:
    words = shapes([f"{letter}crash*" for letter in "abcdefghijklmnopqrstuvwxyz"])
    assert all(f"word{number}" not in words for number in range(MOST_KNOWN + 10))
    assert "acrashes" in words
    assert words._known is not None
    assert len(words._known) <= MOST_KNOWN
