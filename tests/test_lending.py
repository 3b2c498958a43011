"""Publication days that the articles of one affair lend each other."""

import datetime as dt

import pytest

from extract import Document
from extract.anchoring import lent_day, with_lent_day, without_lent_day

DAY = dt.date(2022, 3, 5)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], None),
        ([DAY], DAY),
        ([dt.date(2022, 3, 9), DAY, dt.date(2022, 3, 6)], dt.date(2022, 3, 6)),
        ([DAY, dt.date(2022, 3, 6)], DAY),
        ([DAY, dt.date(2022, 3, 16)], None),
    ],
)
def test_an_affair_lends_the_middle_of_its_days_unless_they_lie_far_apart(days: list[dt.date], expected: dt.date | None) -> None:
    assert lent_day(days) == expected


@pytest.mark.parametrize("reason", [None, "Two days would fit."])
def test_a_day_that_was_lent_can_be_taken_back(reason: str | None) -> None:
    bare = Document("a", "It rained on Friday.", published_reason=reason)
    lent = with_lent_day(bare, DAY)
    assert (lent.published, lent.published_how) == (DAY, "inferred")
    assert without_lent_day(lent) == bare
    assert with_lent_day(lent, dt.date(2022, 3, 6)) == with_lent_day(bare, dt.date(2022, 3, 6))


def test_a_day_of_its_own_is_never_taken_back() -> None:
    own = Document("a", "It rained.", published=DAY, published_how="inferred", published_reason="A weekday fits.")
    assert without_lent_day(own) == own
