"""What stands where a publication day is expected → a day of the calendar."""

import datetime as dt
import re

from extract.errors import DocumentError

_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T ].*)|(\d{4})(\d{2})(\d{2})$")


def publication_day(written: object) -> dt.date:
    """Read a publication day; of a moment, the calendar day as written, never shifted through a time zone.

    Raises
    ------
    DocumentError
        It is no day of the calendar, or not written as year-month-day.
    """
    if isinstance(written, dt.datetime):
        return written.date()
    if isinstance(written, dt.date):
        return written
    match = _DAY.match(str(written).strip())
    if match is None:
        raise DocumentError(f"the publication day {str(written)[:60]!r} is not written as year-month-day, such as 2023-09-13")
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        return dt.date(year, month, day)
    except ValueError as error:
        raise DocumentError(
            f"the publication day {written!r} is not in the calendar ({error}); write one such as 2023-09-13"
        ) from error
