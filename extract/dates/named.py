"""Readers of seasons, quarters, halves, ordinal weeks and weekdays, fiscal years."""

import calendar
import datetime as dt
import re

from msgspec.structs import replace

from extract.anchoring.direction import year_of_month
from extract.dates.absolute import full_year
from extract.dates.grammar import Match
from extract.dates.relative import read_near_unit
from extract.dates.scene import Reading, Scene
from extract.dates.years import year_beside
from extract.models import How
from extract.timespan import SEASONS, add_months, days_of, nth_weekday, unit_value

_YEARS = re.compile(r"(-?)P(\d+)Y")  # "loni v létě"
PARTED_UNITS = ("W", "M", "Q", "Y", "DE", "CE")  # whose begin and end are told without a word for which
QUARTERS = 4  # of a year
NEAR_SEASON = 3  # months: a season that begins so soon is this year's, whatever the tense; as of a day and month
LAST_CENTURY = 30  # of which texts tell


def read_season(match: Match, scene: Scene) -> Reading | None:
    """Read "the summer of 1941", "last winter", "spring"."""
    season, year, step = (
        match.value("SEASON", "FALL", "SEASONNAME"),
        match.value("year", "later"),
        match.value("NEAR", "NEARSPAN", "THEREON"),
    )
    mod, number = match.mod, match.value("number")
    if number is not None:
        return Reading("DATE", f"{'BC' if match.value('ERA') == 'BC' else ''}{number:04d}-{season}", mod=mod)
    if year is not None:
        year = full_year(year, scene) if year < 100 else year
        return Reading("DATE", f"{year:04d}-{season}", mod=mod)
    base = scene.base or scene.thread
    if base is None:
        return Reading("DATE", f"XXXX-{season}", how="none", mod=mod, confidence=0.5, tells=False)
    first, last = SEASONS[season]
    chosen = base.year
    if match.has("THEREON"):
        chosen = (scene.thread or base).year + (step or 0)
    elif distance := _YEARS.fullmatch(match.value("RELATIVE") or ""):
        chosen = _counted_from(match, scene, base, int("".join(distance.groups())))
    elif match.has("UNIT"):
        chosen = _counted_from(match, scene, base, step or 0)
    elif step == -1 and last >= base.month:
        chosen -= 1
    elif step == 1 and first <= base.month:
        chosen += 1
    elif distance := _YEARS.fullmatch(match.value("FROMTOLD", "BESIDE") or ""):
        chosen = (scene.thread or base).year + int("".join(distance.groups()))
    elif step is None and (told := scene.other_year_in_sentence(match.start)):
        chosen = told.day.year
    elif step is None and last < base.month and scene.narration == "news" and scene.outlook(match).strongly:
        chosen += 1
    elif step is None and first > base.month + NEAR_SEASON and scene.narration == "news" and _is_over(match, scene):
        chosen -= 1
    return Reading("DATE", f"{chosen:04d}-{season}", how=scene.how, anchor=scene.base_label, mod=mod, confidence=0.8)


def _counted_from(match: Match, scene: Scene, base: dt.date, step: int) -> int:
    """Count years from publication; "next year" beside a past verb from the date told before."""
    return ((scene.thread or base) if step > 0 and _is_over(match, scene) else base).year + step


def _is_over(match: Match, scene: Scene) -> bool:
    """Tell whether a past verb stands by a mention."""
    look = scene.outlook(match)
    return bool(look.cue) and not look.ahead


def read_ordinal(match: Match, scene: Scene) -> Reading | None:
    """Read "the 20th century", "the second quarter of 2022", "the first half of this year"."""
    number = match.value("ORDINAL", "SECOND", "nth")
    unit = next((token.value for token in (*match.of_type("UNIT"), *match.of_type("UNITS"))), None)
    mod = match.mod
    if unit in ("CE", "ML"):
        value = f"{number - 1:02d}" if unit == "CE" else f"{number - 1:d}"
        era = "BC" if match.value("ERA") == "BC" else ""
        return Reading("DATE", era + value, mod=mod) if 0 < number <= LAST_CENTURY else None
    units = [token.value for token in (*match.of_type("UNIT"), *match.of_type("UNITS"))]
    if not match.has("HALF", "HALFYEAR") and "Q" not in units:
        return None
    year = match.value("year")
    letter, most = ("H", 2) if match.has("HALF", "HALFYEAR") else ("Q", 4)
    number = most if number == -1 else number
    if not 1 <= number <= most:
        return None
    if year is None:
        return _ordinal_without_year(number, letter, match, scene)
    return _fiscal(Reading("DATE", f"{year:04d}-{letter}{number}", mod=mod), year, match, scene)


def read_year_part(match: Match, scene: Scene) -> Reading | None:
    """Read "2023年第3四半期", "quý III năm 2023": a quarter or a half that one phrase names."""
    part, year = match.value("YEARPART"), match.value("year") or year_beside(match, scene)
    if year is None:
        return _ordinal_without_year(int(part[1:]), part[0], match, scene)
    return Reading("DATE", f"{year:04d}-{part}", how="explicit" if match.has("year") else scene.how, mod=match.mod)


def read_part_of_unit(match: Match, scene: Scene) -> Reading | None:
    """Read "Anfang des Jahres", "hafta başında": the begin or end of the week, month or year that the text counts from."""
    coarse = scene.narration == "narrative" and scene.is_told_too_coarsely(match.unit or "")
    return read_near_unit(match, scene) if match.unit in PARTED_UNITS and match.mod and not coarse else None


def read_ordinal_of_range(match: Match, scene: Scene) -> Reading | None:
    """Read the "18th" of "the 18th and 19th centuries", the "second" of "the second and third quarters"."""
    number, unit = match.value("ORDINAL", "SECOND"), match.value("range")
    if unit in ("CE", "ML") and number > 0:
        return Reading("DATE", f"{number - 1:02d}" if unit == "CE" else f"{number - 1:d}", mod=match.mod)
    if unit != "Q" or not 1 <= number <= QUARTERS:
        return None
    year = match.value("year")
    return Reading("DATE", f"{year:04d}-Q{number}") if year else _ordinal_without_year(number, "Q", match, scene)


def _ordinal_without_year(number: int, letter: str, match: Match, scene: Scene) -> Reading | None:
    base = scene.base
    if base is None:
        return Reading("DATE", f"XXXX-{letter}{number}", how="none", confidence=0.5, tells=False)
    year = base.year
    if match.has("NEAR", "NEARSPAN", "THEREON", "EARLIER"):
        year += match.value("NEAR", "NEARSPAN", "THEREON", "EARLIER")
    elif letter == "Q" and number > (base.month + 2) // 3 + (not _is_over(match, scene)) and not scene.outlook(match).ahead:
        year -= 1  # without a past verb, the next quarter is nearer than that of last year
    reading = Reading("DATE", f"{year:04d}-{letter}{number}", how=scene.how, anchor=scene.base_label, confidence=0.8)
    return _fiscal(reading, year, match, scene)


def _fiscal(reading: Reading, year: int, match: Match, scene: Scene) -> Reading:
    """Give a quarter or half of a fiscal year all the days of that year: when it begins differs from firm to firm."""
    if not match.has("FISCAL"):
        return reading
    return replace(reading, days=_fiscal_days(year, scene), confidence=min(reading.confidence, 0.7))


def read_ordinal_of_month(match: Match, scene: Scene) -> Reading | None:
    """Read "the second Tuesday of May 2023", "the last week of March"."""
    number = match.value("ORDINAL", "SECOND", "NEAR") or match.rule.options.get("nth")
    month, year, weekday = match.month, match.value("year"), match.value("WEEKDAY", "DAYABBR")
    if month is None or not number:
        return None
    if year is None:
        base, look = scene.base or scene.thread, scene.outlook(match)
        if base is None:
            return None
        tense = look.cue or scene.tables.tense.verb == "final"  # where the last verb tells, no sign of the future is the past
        year = year_of_month(month, base, ahead=look.ahead) if tense and scene.narration == "news" else base.year
    if weekday is None:
        return _week_of_month(number, match.value("UNIT"), year, month)
    days = [day for day in calendar.Calendar().itermonthdates(year, month) if day.month == month and day.isoweekday() == weekday]
    if abs(number) > len(days):
        return None
    return Reading(
        "DATE", days[number if number < 0 else number - 1].isoformat(), how="explicit" if match.has("year") else scene.how
    )


def _week_of_month(number: int, unit: str, year: int, month: int) -> Reading | None:
    if unit not in ("W", "WE", "D"):
        return None
    last = calendar.monthrange(year, month)[1]
    day = last - 3 + (number + 1) * 7 if number < 0 else 1 + (number - 1) * 7 + 3
    if unit == "D":
        day = last if number < 0 else number
    return Reading("DATE", unit_value(dt.date(year, month, min(day, last)), unit) or "") if 1 <= day <= 35 else None


def read_nth_after_nth(match: Match, scene: Scene) -> Reading | None:
    """Read "the first Tuesday after the first Monday in November": a weekday counted from another of a month."""
    tokens = [match.tokens.token(at) for at in range(match.first, match.last)]
    numbers = [token.value for token in tokens if token.type in ("ORDINAL", "SECOND")]
    weekdays = [token.value for token in tokens if token.type in ("WEEKDAY", "DAYABBR")]
    base, year = scene.base or scene.thread, match.value("year")
    if match.month is None or match.value("BEFORE") != "after" or (year is None and base is None):
        return None
    year = year or (base.year if base else 0)
    other = nth_weekday(year, match.month, weekdays[1], numbers[1])
    if other is None or numbers[0] < 1:
        return None
    ahead = (weekdays[0] - other.isoweekday()) % 7 or 7
    day = other + dt.timedelta(days=ahead + 7 * (numbers[0] - 1))
    return Reading("DATE", day.isoformat(), how="explicit" if match.has("year") else scene.how)


def read_week_number(match: Match, scene: Scene) -> Reading | None:
    """Read "week 12 of 2023" by the weeks of ISO 8601."""
    del scene
    value = f"{match.value('year'):04d}-W{match.value('number'):02d}"
    return Reading("DATE", value, confidence=0.9) if match.unit == "W" and days_of(value) else None


def read_fiscal(match: Match, scene: Scene) -> Reading | None:
    """Read "fiscal 2005", "the last fiscal year": a year that begins in the month that the pack names; no "business week"."""
    if match.unit not in (None, "Y"):
        return None
    year = match.value("YEAR", "year")
    named = year is not None
    if named and year < 100:
        if match.tokens.spans[match.last - 1][0] != match.tokens.spans[match.last - 2][1]:
            return None  # "FY13" in one word
        year = full_year(year, scene)
    if year is None:
        base = scene.base
        if base is None:
            return None
        year = base.year + (match.value("NEAR", "NEARSPAN", "THEREON") or 0)
    days = _fiscal_days(year, scene)
    how: How = "explicit" if named else scene.how
    return Reading("DATE", f"{year:04d}", how=how, mod=match.mod, days=days, anchor=None if named else scene.base_label)


def _fiscal_days(year: int, scene: Scene) -> tuple[dt.date, dt.date]:
    start = scene.tables.fiscal_year_starts
    first = dt.date(year - 1 if start > 6 else year, start, 1)
    return first, add_months(first, 12) - dt.timedelta(days=1)


def read_quarter_code(match: Match, scene: Scene) -> Reading | None:
    """Read "Q3 2022" and "H1 2023"."""
    del scene
    number, letter = match.value("number"), "Q" if match.has("QCODE") else "H"
    return Reading("DATE", f"{match.value('year'):04d}-{letter}{number}") if number <= (4 if letter == "Q" else 2) else None


def read_quarter_code_alone(match: Match, scene: Scene) -> Reading | None:
    """Read "Q3": a quarter of the year of publication, or of the year before."""
    number = match.value("number")
    glued = match.tokens.spans[match.last - 1][0] == match.tokens.spans[match.first][1]
    return _ordinal_without_year(number, "Q", match, scene) if glued and number <= QUARTERS else None


def read_half_century(match: Match, scene: Scene) -> Reading | None:
    """Read "the second half of the 19th century": the century, with its part."""
    del scene
    tokens = [match.tokens.token(at) for at in range(match.first, match.last)]
    numbers = [int(token.value) for token in tokens if token.type in ("ORDINAL", "SECOND")]
    numbers += [match.value("nth")] if match.has("nth") else []
    if match.unit != "CE" or len(numbers) != 2 or numbers[1] < 1:
        return None
    return Reading("DATE", f"{numbers[1] - 1:02d}", mod="START" if numbers[0] == 1 else "END")


def read_ordinal_day(match: Match, scene: Scene) -> Reading | None:
    """Read "the third day" of something: a day that stays open."""
    del scene
    return Reading("DATE", "XXXX-XX-XX", how="none", grain="day", confidence=0.4, tells=False) if match.unit == "D" else None
