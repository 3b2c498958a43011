"""Incidents that the news only tells again."""

import datetime as dt

import pytest
from telling_events import event

TUESDAY = dt.date(2024, 4, 30)


def _is_before(text: str, words: str) -> bool:
    when = event(text, words).when
    assert when is not None
    return (when.first_day, when.last_day, when.rule) == (None, TUESDAY, "date: before the news")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The toll of those killed in the flood rose to 14 on Tuesday.", "killed"),
        ("Villagers blocked a road near Lorn on Tuesday in protest after the storm, which killed 27 people.", "killed"),
        ("Rescuers in the port of Lorn on Tuesday called off the search for five sailors whose ferry sank.", "sank"),
        ("A court jailed the owner of the ferry on Tuesday. The vessel capsized in high waves.", "capsized"),
    ],
)
def test_an_incident_that_is_only_told_again_has_not_the_day_of_the_news(text: str, words: str) -> None:
    assert _is_before(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A bus overturned near Lorn on Tuesday. Four passengers were killed.", "killed"),
        ("A court jailed the mayor on Tuesday. Six people were hurt in riots outside.", "hurt"),
    ],
)
def test_what_struck_on_the_day_of_the_news_or_came_of_it_keeps_the_day(text: str, words: str) -> None:
    when = event(text, words).when
    assert when is not None
    assert when.first_day == TUESDAY
