"""Readers of decades and centuries told by their years, and of years before and after Christ."""

import datetime as dt
from itertools import pairwise

from extract.dates.grammar import Match
from extract.dates.scene import Reading, Scene
from extract.timespan import is_day

LAST_CENTURY = "1900"  # "the 1900s" are as often a decade
THREE, FOUR = 3, 4  # digits of a year
YEARS_AHEAD = 15  # of a year of two digits; what would lie further ahead is of the century before
CENTURIES = 30  # of which texts tell
AGE_REACH = 2  # tokens before two digits among which "his" makes them an age


def read_decade(match: Match, scene: Scene) -> Reading | None:
    """Read "the 1980s", "the '90s", "the Sixties", "the 470s BC"; not "in his late 40s", which is an age."""
    del scene
    digits = str(match.value("DECADE", "DECADEWORD"))
    if len(digits) == THREE and match.value("ERA") is None:
        return None
    if len(digits) == 2 and _is_age(match):
        return None
    if len(digits) == 2:
        return (
            Reading("DATE", ("20" if digits < "20" else "19") + digits[0], mod=match.mod, confidence=0.9)
            if digits[1] == "0"
            else None
        )
    if digits.endswith("00") and digits < LAST_CENTURY:  # "the 1700s" are a century
        return Reading("DATE", digits[:2], mod=match.mod, confidence=0.8)
    era = "BC" if match.value("ERA") == "BC" else ""
    return Reading("DATE", f"{era}{digits[:3] if len(digits) == FOUR else '0' + digits[:2]}", mod=match.mod)


def _is_age(match: Match) -> bool:
    """Tell whether a word for whose it is stands before two digits, be it before "late" or "early"."""
    tokens, letter = match.tokens, match.tokens.tables.letters.get("WHOSE")
    first = max(0, match.first - AGE_REACH)
    return letter is not None and letter in tokens.letters[first : match.first]


def read_year_over_year(match: Match, scene: Scene) -> Reading | None:
    """Read "2015/16": a season or a school year that ends in the next year."""
    del scene
    year, end = match.value("year"), match.value("end")
    if end != (year + 1) % 100 or year >= dt.MAXYEAR:
        return None
    return Reading("DATE", f"{year:04d}", days=(dt.date(year, 1, 1), dt.date(year + 1, 12, 31)), tells=False, confidence=0.8)


def read_numbered_century(match: Match, scene: Scene) -> Reading | None:
    """Read "19世紀", "thế kỷ 19", and "20世纪90年代", a decade of one."""
    number, decade = match.value("number"), match.value("decade", "DECADE")
    if match.unit == "DE" and number >= dt.MINYEAR * 1000 and number % 10 == 0:
        return Reading("DATE", f"{number // 10:03d}", mod=match.mod)
    if match.unit != "CE" or not scene.tables.checks.get("numbered_centuries") or not 0 < number <= CENTURIES:
        return None
    century, era = f"{int(number) - 1:02d}", "BC" if match.value("ERA") == "BC" else ""
    if decade is None:
        return Reading("DATE", era + century, mod=match.mod)
    return Reading("DATE", century + str(decade)[-2], mod=match.mod) if int(decade) % 10 == 0 else None


def read_decade_possessive(match: Match, scene: Scene) -> Reading | None:
    """Read "the 1980's" as a decade."""
    del scene
    year = match.value("YEAR")
    return Reading("DATE", f"{year // 10:03d}", mod=match.mod) if year % 10 == 0 and match.has("THE") else None


def read_decade_of(match: Match, scene: Scene) -> Reading | None:
    """Read "1990 के दशक": the decade that begins with a year."""
    del scene
    year = match.value("year")
    unit = match.value("UNIT")
    if unit not in ("DE", "CE"):
        return None
    return Reading("DATE", f"{year // 10:03d}" if unit == "DE" else f"{year // 100:02d}", mod=match.mod)


def read_era(match: Match, scene: Scene) -> Reading | None:
    """Read "44 BC", "AD 70", "March 44 BC"."""
    del scene
    number, month, day = match.value("number"), match.month, match.value("day")
    glued = any(left[1] == right[0] for left, right in pairwise(match.tokens.spans[match.first : match.last]))
    if not isinstance(number, int) or not 0 < number <= 9999 or (glued and match.tokens.text[match.end - 1].isdigit()):
        return None  # "AD36" is a virus
    value = (f"BC{number:04d}" if match.value("ERA") == "BC" else f"{number:04d}") + (f"-{month:02d}" if month else "")
    return Reading("DATE", value + (f"-{day:02d}" if day else ""), mod=match.mod)


def read_reign(match: Match, scene: Scene) -> Reading | None:
    """Read "令和6年1月1日", "民國113年": a year of an era that the pack gives by the year before its first."""
    del scene
    number, month, day = match.value("number"), match.month, match.value("day")
    if match.unit != "Y" or not isinstance(number, int):
        return None
    year = int(match.value("REIGN")) + number
    if not 0 < year < dt.MAXYEAR or (day is not None and not is_day(year, month or 1, day)):
        return None
    return Reading("DATE", f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else ""))


def read_short_year(match: Match, scene: Scene) -> Reading | None:
    """Read "15年9月29日", "98년 11월": a year of two digits before its month, of this century where that is not far ahead."""
    number, month, day, base = match.value("number"), match.month, match.value("day"), scene.base
    digits = match.tokens.words(match.first)
    if match.unit != "Y" or scene.tables.order != "ymd" or len(digits) != 2 or month is None or base is None:
        return None
    year = base.year // 100 * 100 + int(number)
    year -= 100 if year > base.year + YEARS_AHEAD else 0
    if day is not None and not is_day(year, month, day):
        return None
    return Reading("DATE", f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else ""), confidence=0.9)


def read_era_of_range(match: Match, scene: Scene) -> Reading | None:
    """Read the "55" of "55-50 BC"."""
    del scene
    era = next(
        (
            match.tokens.token(at)
            for at in range(match.last, min(match.last + 4, len(match.tokens.spans)))
            if match.tokens.token(at).type == "ERA"
        ),
        None,
    )
    number = match.value("number")
    if era is None or not isinstance(number, int) or not 0 < number <= 9999:
        return None
    return Reading("DATE", f"BC{number:04d}" if era.value == "BC" else f"{number:04d}")
