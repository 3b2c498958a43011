"""Records: as frozen, equal and portable as the library's, however they are made."""

import datetime as dt
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from extract.language.shapes import MOST_KNOWN, shapes
from extract.models import When
from extract.models.making import changed, quickly_made

DAY = dt.date(2024, 5, 2)
WHEN = When(DAY, None, "day", "explicit", 0.9, "a rule", zone="UTC")


def test_a_record_made_quickly_has_the_arguments_and_defaults_of_its_fields() -> None:
    assert (WHEN.first_day, WHEN.last_day, WHEN.rule, WHEN.evidence, WHEN.clock, WHEN.zone) == (
        DAY,
        None,
        "a rule",
        (),
        None,
        "UTC",
    )
    with pytest.raises(TypeError, match="missing 5 required positional arguments"):
        When(DAY)


def test_a_record_made_quickly_is_frozen() -> None:
    assert type(WHEN) is When
    with pytest.raises(FrozenInstanceError):
        WHEN.rule = "another rule"


def test_records_made_quickly_are_equal_by_their_fields_and_survive_a_journey_between_processes() -> None:
    assert replace(WHEN, zone=None) == replace(WHEN, zone=None) != WHEN
    assert pickle.loads(pickle.dumps(WHEN)) == WHEN
    assert hash(replace(WHEN)) == hash(WHEN)


def test_a_record_is_changed_as_the_library_would() -> None:
    assert changed(WHEN, zone="Asia/Seoul", confidence=0.5) == replace(WHEN, zone="Asia/Seoul", confidence=0.5) != WHEN


def test_a_record_with_a_default_that_is_made_anew_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Listed:
        words: list[str] = field(default_factory=list)

    with pytest.raises(TypeError, match=r"Listed\.words"):
        quickly_made(Listed)


def test_words_with_stars_keep_a_limited_number_of_answers() -> None:
    words = shapes([f"{letter}crash*" for letter in "abcdefghijklmnopqrstuvwxyz"])
    assert all(f"word{number}" not in words for number in range(MOST_KNOWN + 10))
    assert "acrashes" in words
    assert words._known is not None
    assert len(words._known) <= MOST_KNOWN
