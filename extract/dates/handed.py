"""Absolute dates in formats that a pattern only recognises: their words are handed to dateparser, which knows the formats.

Only its parser is used, for one language, strictly, and never its search.
"""

import datetime as dt
from functools import lru_cache

from extract.dates.grammar import Match
from extract.dates.scene import Reading, Scene
from extract.text import ascii_digits

LONGEST = 60  # code points; no date is longer
BASE = dt.datetime(2000, 1, 1)  # strict parsing takes nothing from it
CONFIDENCE = 0.9


def read_handed(match: Match, scene: Scene) -> Reading | None:
    """Read "13-Sep-2023", "13.IX.2023", "2023 Sept. 13": a full date as dateparser reads it."""
    words = match.tokens.text[match.start : match.end]
    day = _parsed(ascii_digits(words), scene.tables.code, scene.tables.order) if len(words) <= LONGEST else None
    return Reading("DATE", day.isoformat(), confidence=CONFIDENCE) if day else None


@lru_cache(maxsize=10_000)
def _parsed(words: str, language: str, order: str) -> dt.date | None:
    from dateparser import DateDataParser  # noqa: PLC0415  # half a second that most texts never need

    settings = {"STRICT_PARSING": True, "DATE_ORDER": order.upper(), "PARSERS": ["absolute-time"], "RELATIVE_BASE": BASE}
    try:
        found = DateDataParser(languages=[language], settings=settings).get_date_data(words).date_obj
    except ValueError:  # a language that dateparser does not know
        return None
    return found.date() if found else None
