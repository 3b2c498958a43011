"""Years that are a part of a name: "2018 러시아 월드컵" was qualified for in 2016, where a year that dates bears its word."""

from collections.abc import Sequence

from extract.events.drafts import Dated
from extract.language.events import EventRules

YEAR_DIGITS = 4


def without_editions(dates: Sequence[list[Dated]], rules: EventRules) -> list[list[Dated]]:
    """Leave out the bare numbers of years that begin a name, in languages that write a word behind every other year."""
    if not rules.year_words:
        return list(dates)
    return [[one for one in found if not _begins_name(one, rules)] for found in dates]


def _begins_name(date: Dated, rules: EventRules) -> bool:
    bare = date.timex.text.isdigit() and len(date.timex.text) == YEAR_DIGITS
    key = date.reading.keys[date.token + 1 : date.token + 2]
    return bare and bool(key) and key[0][:1].isalpha() and key[0] not in rules.year_words
