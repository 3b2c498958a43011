"""Days of events told only to the month or the year: the part of a month that is named, and what of a year is still to come."""

import datetime as dt

import pytest
from telling_events import events_of

PUBLISHED = dt.date(2024, 5, 14)
PARTS = [  # a language → a sentence, the word of its event, and its first and last day
    ("en", "The two sides will meet in mid-December.", "meet", "2024-12-11", "2024-12-20"),
    ("en", "The minister resigned in early March.", "resigned", "2024-03-01", "2024-03-10"),
    ("de", "Der Minister trat Ende Februar zurück.", "trat", "2024-02-21", "2024-02-29"),
    ("fr", "Le ministre a démissionné début mars.", "démissionné", "2024-03-01", "2024-03-10"),
    ("es", "El ministro dimitió a mediados de abril.", "dimitió", "2024-04-11", "2024-04-20"),
    ("ru", "Министр ушёл в отставку в конце марта.", "отставку", "2024-03-21", "2024-03-31"),
    ("ja", "大臣は4月上旬に辞任した。", "辞任", "2024-04-01", "2024-04-10"),
    ("zh", "部长4月中旬辞职。", "辞职", "2024-04-11", "2024-04-20"),
    ("hi", "मंत्री ने मार्च के मध्य में इस्तीफा दिया।", "इस्तीफा", "2024-03-11", "2024-03-20"),
    ("en", "The minister resigned in March.", "resigned", "2024-03-01", "2024-03-31"),
]
AHEAD = [  # a language → a sentence of a plan or of what is over, the word of its event, and its first and last day
    ("en", "The president will visit Tokyo this year.", "visit", "2024-05-14", "2024-12-31"),
    ("de", "Der Präsident wird Tokio in diesem Jahr besuchen.", "besuchen", "2024-05-14", "2024-12-31"),
    ("hi", "राष्ट्रपति इसी साल टोक्यो का दौरा करेंगे।", "दौरा", "2024-05-14", "2024-12-31"),
    ("es", "El presidente visitará Tokio este mes.", "visitará", "2024-05-14", "2024-05-31"),
    ("en", "The president will visit Tokyo next year.", "visit", "2025-01-01", "2025-12-31"),
    ("en", "The president visited Tokyo this year.", "visited", "2024-01-01", "2024-12-31"),
]


@pytest.mark.parametrize(("language", "text", "words", "first", "last"), [*PARTS, *AHEAD])
def test_a_month_told_by_its_part_and_a_year_told_of_plans_are_bounded(
    language: str, text: str, words: str, first: str, last: str
) -> None:
    when = next(one.when for one in events_of(text, language, PUBLISHED) if words in one.trigger)
    assert when is not None
    assert (when.first_day, when.last_day) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
