"""Document → news, told from its publication day, or narrative, told from one date to the next."""

import datetime as dt
from collections.abc import Sequence

from extract.models import Narration

FEWEST_YEARS = 4  # years told before a document can be a narrative
FEWEST_DIFFERENT_YEARS = 5  # of a narrative whose publication day is not known
FAR_YEARS = 2  # a year this far from the publication is no news of it
MOST_DEICTIC = 0.15  # "today", "yesterday", "last week", weekdays, per year told


def choose_narration(years: Sequence[int], deictic: int, published: dt.date | None, *, opens_with_day: bool = False) -> Narration:
    """Choose by what the document tells: explicit years, words counted from today.

    Parameters
    ----------
    years
        Every year told, in order.
    deictic
        Mentions of weekdays, of words such as "today" and "two weeks ago", and of days ("3 May") before any year is told.
    published
        Day of publication, if known.
    opens_with_day
        Whether a weekday or "today" stands before the first year: news of a verdict tell more of the years before it.
    """
    if opens_with_day and published is not None:
        return "news"
    if len(years) < FEWEST_YEARS or deictic > MOST_DEICTIC * len(years) + 1:
        return "news"
    if published is None:
        return "narrative" if len(set(years)) >= FEWEST_DIFFERENT_YEARS else "news"
    far = sum(abs(year - published.year) >= FAR_YEARS for year in years)
    return "narrative" if far > 0.6 * len(years) else "news"
