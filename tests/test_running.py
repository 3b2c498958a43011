"""The day on which a paragraph goes on."""

import datetime as dt

import pytest
from telling_events import event

LEAD = "The mayor of Lorn resigned on Tuesday, her office said.\n\n"


def _day(text: str, words: str) -> dt.date | None:
    when = event(LEAD + text, words).when
    return when.first_day if when else None


def test_a_sentence_without_a_day_goes_on_where_the_one_before_it_in_its_paragraph_was() -> None:
    text = "Students blocked the bridge on Sunday. Police arrested nine of them."
    assert _day(text, "arrested") == dt.date(2024, 4, 28)
    assert event(LEAD + text, "arrested").when.rule == "date: running day"


def test_the_next_paragraph_goes_back_to_the_day_of_the_news() -> None:
    assert _day("Students blocked the bridge on Sunday.\n\nPolice arrested nine of them.", "arrested") == dt.date(2024, 4, 30)


@pytest.mark.parametrize(
    "before",
    [
        "Students will block the bridge on Friday.",  # it lies ahead
        "A clerk said on Sunday that she was tired.",  # it was only said
        "Students blocked the bridge on Sunday and on Tuesday burned down the town hall.",  # the news is told beside it
    ],
)
def test_what_lies_ahead_was_said_or_stands_beside_the_news_lends_no_day(before: str) -> None:
    assert _day(f"{before} Police arrested nine people.", "arrested") == dt.date(2024, 4, 30)


def test_a_text_without_paragraphs_soon_goes_back_to_the_day_of_the_news() -> None:
    text = "The mayor of Lorn resigned on Tuesday. Students blocked the bridge on Sunday. Police arrested nine of them."
    assert event(text, "arrested").when.first_day == dt.date(2024, 4, 28)
    far = text.replace("Police", "The bridge is old. The river is wide. Police")
    assert event(far, "arrested").when.first_day == dt.date(2024, 4, 30)


def test_a_day_that_opens_a_sentence_without_an_event_holds_for_the_next() -> None:
    text = "On Sunday, students sat on the bridge for hours. Police arrested nine of them."
    assert _day(text, "arrested") == dt.date(2024, 4, 28)


def test_what_is_only_remembered_takes_no_running_day() -> None:
    text = "Students blocked the bridge on Sunday. They marked the anniversary of the riots."
    assert _day(text, "riots") is None


@pytest.mark.parametrize("rest", ["; police arrested nine of them.", ", an action that ended with the arrest of nine."])
def test_a_sentence_goes_on_where_the_event_before_was_dated(rest: str) -> None:
    assert _day(f"Students blocked the bridge on Sunday{rest}", "arrest") == dt.date(2024, 4, 28)


@pytest.mark.parametrize(
    "rest",
    ["Police arrested nine of them, who will be held until Friday.", "Police arrested nine of them for a riot in 2019."],
)
def test_a_day_of_something_else_in_its_sentence_does_not_end_the_running_day(rest: str) -> None:
    assert _day(f"Students blocked the bridge on Sunday. {rest}", "arrested") == dt.date(2024, 4, 28)


def test_the_day_of_the_news_in_its_sentence_ends_the_running_day() -> None:
    text = "Students blocked the bridge on Sunday. Police arrested nine of them, a spokesman said on Tuesday."
    assert _day(text, "arrested") == dt.date(2024, 4, 30)


def test_a_sentence_goes_on_where_an_event_after_the_news_was_dated_but_no_crime_does() -> None:
    text = "A court sentenced the clerk on Wednesday and her lawyer walked out; police arrested her son."
    assert _day(text, "arrested") == dt.date(2024, 5, 1)
    text = "A court sentenced on Wednesday a clerk whose men stole a van."
    assert _day(text, "stole") != dt.date(2024, 5, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Her driver, who was arrested nine days after the fire, denies it.",
        "Many are still in jail. The fire is over. Nine days after the fire, police arrested her driver.",
    ],
)
def test_what_is_counted_in_days_from_something_untold_has_no_day_of_the_news(text: str) -> None:
    when = event(LEAD + text, "arrested").when
    assert when.first_day is None
    assert when.rule == "date: counted from what is untold"


def test_what_a_length_of_time_counts_from_has_no_day_but_an_end() -> None:
    text = "Students blocked the bridge on Sunday, a day and a half after a guard was killed."
    when = event(LEAD + text, "killed").when
    assert (when.first_day, when.last_day) == (None, dt.date(2024, 4, 28))


def test_an_hour_that_has_its_day_keeps_it() -> None:
    text = "Ein Bus stürzte in der Nacht zum Sonntag um. Am Dienstagmorgen gegen 3.20 Uhr brannte in Lingen eine Halle."
    assert event(text, "brannte", language="de").when.first_day == dt.date(2024, 4, 30)
