"""The publication day of a document that nothing dates, lent by the other articles of its affair.

News of one affair appears within days: where some of its articles bear a day and this one bears none, it is read as of the
middle one of their days. What it then tells of "Wednesday" is inferred, never told.
"""

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from extract.models import Document

MOST_DAYS = 10  # between the first and the last of the days; a longer affair dates nothing
REASON = "The other articles of this affair appeared about {day}."


def lent_day(days: Sequence[dt.date]) -> dt.date | None:
    """Give the middle one of the days on which the articles of one affair appeared; None where they lie far apart."""
    ordered = sorted(days)
    if not ordered or (ordered[-1] - ordered[0]).days > MOST_DAYS:
        return None
    return ordered[(len(ordered) - 1) // 2]


def with_lent_day(document: Document, day: dt.date) -> Document:
    """Give a document the day that its affair lends it, with the reason."""
    own = without_lent_day(document)
    reason = " ".join(filter(None, (own.published_reason, REASON.format(day=day))))
    return replace(own, published=day, published_how="inferred", published_reason=reason)


def without_lent_day(document: Document) -> Document:
    """Give a document as it dates itself."""
    reason = document.published_reason or ""
    lent = REASON.format(day=document.published)
    if document.published_how != "inferred" or not reason.endswith(lent):
        return document
    return replace(document, published=None, published_how="unknown", published_reason=reason.removesuffix(lent).strip() or None)
