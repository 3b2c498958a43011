"""Years that are a part of a name and date nothing: "2018 러시아 월드컵", "gold at the Paris Olympics 2024"."""

import datetime as dt
from collections.abc import Sequence

from extract.events.drafts import Dated, Draft
from extract.language.events import EventRules

YEAR_DIGITS = 4
SPORT = "sport"  # the family of matches and their results


def without_editions(dates: Sequence[list[Dated]], rules: EventRules) -> list[list[Dated]]:
    """Leave out the bare numbers of years that begin a name, in languages that write a word behind every other year."""
    if not rules.year_words:
        return list(dates)
    return [[one for one in found if not _begins_name(one, rules)] for found in dates]


def _begins_name(date: Dated, rules: EventRules) -> bool:
    bare = date.timex.text.isdigit() and len(date.timex.text) == YEAR_DIGITS
    key = date.reading.keys[date.token + 1 : date.token + 2]
    return bare and bool(key) and key[0][:1].isalpha() and key[0] not in rules.year_words


def is_edition(date: Dated, draft: Draft, beside: Sequence[Draft], published: dt.date | None) -> bool:
    """Tell whether the year of the news only names the games that a result is of: "gold at the Paris Olympics 2024"."""
    day, words, at = date.timex.first_day, date.reading.words, date.token
    if draft.kind.family != SPORT or date.timex.grain != "year" or not (day and published and day.year == published.year and at):
        return False
    games = (one.trigger for one in beside if one.kind.family == SPORT and one.trigger.position == "noun")
    return (at > 1 and words[at - 1][0].isupper()) or any(one.first <= at <= one.last for one in games)
