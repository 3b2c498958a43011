"""Readers of dates that name days, months and years."""

import datetime as dt

from msgspec.structs import replace

from extract.anchoring.direction import narrative_year, year_of_day, year_of_month, year_on_side
from extract.dates.grammar import Match
from extract.dates.namesakes import is_in_name, is_month_alone, is_surname
from extract.dates.scene import Reading, Scene
from extract.dates.years import month_gone_on, told_in_chronology, year_beside, year_gone_on
from extract.models import Finding, Span
from extract.timespan import add_months, days_of, is_day

SURE_YEARS = (1900, 2099)  # a bare number of four digits is a year only here, where no word tells
NAMED_YEARS = (1000, 2200)  # where the word for year stands beside it
SHORT_YEAR_PIVOT = 30  # 30 and above are of the twentieth century where nothing tells
NEWS_DAYS = 62  # so near the day of publication, a day of the month is counted from there, not from the date told before
SURELY_DAY = 4  # "the 1st" to "the 3rd" alone are as often no days
SOON_MONTHS = (1, 2)  # months ahead of the news that a month is of where no verb tells, rather than of the year before
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def read_iso(match: Match, scene: Scene) -> Reading | None:
    """Read ``2023-09-13``, ``2023-09-13T17:00Z``, ``2023-W37``."""
    del scene
    date, _, time = str(match.tokens.token(match.first).value).partition("T")
    if "W" in date:
        return Reading("DATE", date) if days_of(date) else None
    year, month, day = (int(part) for part in date.split("-"))
    if not is_day(year, month, day):
        return None
    value = f"{year:04d}-{month:02d}-{day:02d}"
    if not time:
        return Reading("DATE", value)
    zone = time.lstrip("0123456789:.")
    clock = f"{time[:2]}:{time[3:5] if time[2] == ':' else time[2:4]}"
    if not ("00:00" <= clock <= "24:00"):
        return None
    return Reading(
        "TIME",
        f"{value}T{clock}{zone}",
        clock=(clock, clock),
        zone="UTC" if zone == "Z" else zone or None,
    )


def read_numeric(match: Match, scene: Scene) -> Reading | None:
    """Read ``13/09/2023``; day or month first as the document shows, else by the pack with the other reading as a candidate."""
    parts = match.tokens.token(match.first).value
    if len(parts[0]) == 4:
        year, month, day = (int(part) for part in parts)
        return Reading("DATE", f"{year:04d}-{month:02d}-{day:02d}") if is_day(year, month, day) else None
    first, second, year = int(parts[0]), int(parts[1]), int(parts[2])
    if len(parts[2]) == 3:
        return None
    year = full_year(year, scene) if len(parts[2]) == 2 else year
    dmy = dt.date(year, second, first) if is_day(year, second, first) else None
    mdy = dt.date(year, first, second) if is_day(year, first, second) else None
    if not (dmy and mdy) or dmy == mdy:
        day_found = dmy or mdy
        return Reading("DATE", day_found.isoformat()) if day_found else None
    if scene.day_first is not None:
        return Reading(
            "DATE",
            (dmy if scene.day_first else mdy).isoformat(),
            candidates=(f"{mdy if scene.day_first else dmy}: the other dates of the document are not written so",),
        )
    if scene.tables.order != "mdy":  # only where months come first do some write days first
        return Reading("DATE", dmy.isoformat(), candidates=(f"{mdy}: the other order of day and month",))
    message = f"{'/'.join(parts)} is {dmy} with the day first, {mdy} with the month first; the document does not tell."
    note = Finding("ambiguous-order", message,
                   Span(match.start, match.end), match.rule.name)  # fmt: skip
    return Reading("DATE", mdy.isoformat(), days=(min(dmy, mdy), max(dmy, mdy)), confidence=0.5, findings=(note,),
                   candidates=(f"{dmy}: the other order of day and month",))  # fmt: skip


def full_year(year: int, scene: Scene) -> int:
    """Complete a year of two digits: the nearest to the date told last in a narrative, else by a pivot."""
    near = scene.told.day.year if scene.told and scene.narration == "narrative" else None
    if near is not None:
        return min((near // 100 * 100 + century + year for century in (-100, 0, 100)), key=lambda full: abs(full - near))
    return year + (2000 if year < SHORT_YEAR_PIVOT else 1900)


def read_calendar(match: Match, scene: Scene) -> Reading | None:
    """Read a day and month, or a month, with or without a year and weekday."""
    month, day = match.month, match.value("day")
    if month is None or (day is not None and not 1 <= day <= 31):
        return None
    if match.rule.options.get("capital") and not is_month_alone(match):
        return None
    if match.rule.options.get("named") and (is_surname(match) or is_in_name(match)):
        return None
    mod = match.mod
    year = match.value("year", "later")
    if year is not None:
        year = full_year(year, scene) if year < 100 else year
        return _dated(year, month, day, match, Reading("DATE", "", mod=mod))
    return _without_year(month, day, match, scene, mod)


def read_day_in_figures(match: Match, scene: Scene) -> Reading | None:
    """Read "ngày 13/9", "sáng 13-9": a day and month in figures, in the order of the pack, behind what announces a day."""
    day, month, year = match.value("day"), match.value("month"), None
    if match.has("RELATIVE", "FROMTOLD", "BESIDE") and (year := year_beside(match, scene)) is None:
        return None
    if match.unit not in (None, "D"):
        return None
    first, second = day if isinstance(day, tuple) else (day, month)
    day, month = (second, first) if scene.tables.order == "mdy" else (first, second)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if year is not None:
        return _dated(year, month, day, match, Reading("DATE", "", how=scene.how, anchor=scene.base_label))
    return _without_year(month, day, match, scene, None)


def read_calendar_rest(match: Match, scene: Scene) -> Reading | None:
    """Read the second day of "March 12-14": the month stands before it."""
    letters = match.tokens.letters
    names = match.tokens.tables.names
    for back in range(2, 7):
        at = match.first - back
        if at >= 0 and names.get(letters[at]) in ("MONTH", "MONTHABBR", "MAYBE"):
            month = match.tokens.values[at]
            year = match.value("year")
            day = match.value("day")
            return _dated(year, month, day, match, Reading("DATE", "")) if year else _without_year(month, day, match, scene, None)
    return None


def _without_year(month: int, day: int | None, match: Match, scene: Scene, mod: str | None) -> Reading | None:
    """Choose the year that a day and month or a month leave open."""
    base, anchor = scene.document.published, f"published {scene.document.published}"
    if scene.told and (scene.narration == "narrative" or (base is None and scene.told.grain in ("day", "month", "week"))):
        reading = Reading("DATE", "", how="relative", mod=mod, anchor=scene.told.label, confidence=0.85)
        return _dated(narrative_year(month, scene.told.day, scene.told.grain), month, day, match, reading)
    if base is None or scene.narration == "narrative":
        return open_year(month, day, mod)
    if day is None and (told := scene.other_year_in_sentence(match.start)) and not scene.outlook(match).ahead:
        reading = Reading("DATE", "", how="relative", mod=mod, anchor=told.label, confidence=0.7)
        return _dated(narrative_year(month, told.day, told.grain), month, day, match, reading)
    if day is not None and (told := told_in_chronology(match, scene)):
        reading = Reading("DATE", "", how="relative", mod=mod, anchor=told.label, confidence=0.85)
        return _dated(narrative_year(month, told.day, told.grain), month, day, match, reading)
    if day is not None and match.has("NEAR", "NEARSPAN", "THEREON"):
        return _near_day(month, day, match, scene)
    if day is not None and (going := year_gone_on(month, day, match, scene)):
        reading = Reading("DATE", "", how="relative", mod=mod, anchor=going.told.label, confidence=going.confidence)
        return _dated(going.year, month, day, match, reading)
    if day is not None:
        look = scene.outlook(match)
        year = year_of_day(month, day, base, None if not look.cue else look.ahead)
        if year is None:
            return None
        others = tuple(f"{other}-{month:02d}-{day:02d}: further from the publication day" for other in (year - 1, year + 1))
        return _dated(
            year, month, day, match, Reading("DATE", "", how=scene.how, mod=mod, anchor=anchor, confidence=0.93, candidates=others)
        )
    look = scene.outlook(match)
    if (going := month_gone_on(month, match, scene)) is not None:
        reading = Reading("DATE", "", how="relative", mod=mod, anchor=going.told.label, confidence=going.confidence)
        return _dated(going.year, month, None, match, reading)
    year = year_of_month(month, base, ahead=look.ahead or (not look.cue and (month - base.month) % 12 in SOON_MONTHS))
    why = f"the clause looks {'ahead' if look.ahead else 'back'}" + (f" ({look.cue})" if look.cue else "")
    other = year_of_month(month, base, ahead=not look.ahead)
    candidates = (f"{other}-{month:02d}: but {why}",) if other != year else ()
    return _dated(
        year, month, None, match, Reading("DATE", "", how=scene.how, mod=mod, anchor=anchor, confidence=0.85, candidates=candidates)
    )


def _near_day(month: int, day: int, match: Match, scene: Scene) -> Reading | None:
    """Read "le 10 juillet dernier", beside the news, whatever was told; "el 1 de mayo siguiente", behind the date told."""
    step, thereon = match.value("NEAR", "NEARSPAN", "THEREON"), match.has("THEREON") and scene.told is not None
    base = scene.thread if thereon else scene.document.published
    if base is None or (not step and match.type_last in ("NEAR", "NEARSPAN", "THEREON")):
        return None  # "le 13 juin, ce": the word belongs to what is behind it
    year = year_on_side(month, day, base, ahead=step > 0) if step else year_of_day(month, day, base, None)
    anchor = scene.told.label if thereon and scene.told else f"published {base}"
    draft = Reading("DATE", "", how=scene.how, mod=match.mod, anchor=anchor, confidence=0.93)
    return _dated(year, month, day, match, draft) if year else None


def open_year(month: int, day: int | None, mod: str | None) -> Reading | None:
    """Write a month, or a day and month, whose year stays open."""
    if day is None:
        return Reading("DATE", f"XXXX-{month:02d}", how="none", mod=mod, confidence=0.5, grain="month")
    return (
        Reading("DATE", f"XXXX-{month:02d}-{day:02d}", how="none", mod=mod, confidence=0.5, grain="day")
        if is_day(2000, month, day)
        else None
    )


def _dated(year: int, month: int, day: int | None, match: Match, draft: Reading) -> Reading | None:
    """Write the value into a draft, and note a weekday that clashes with it."""
    if day is None:
        return replace(draft, value=f"{year:04d}-{month:02d}")
    if not is_day(year, month, day):
        return None
    weekday = match.value("WEEKDAY", "DAYABBR")
    told = dt.date(year, month, day)
    findings: tuple[Finding, ...] = ()
    if weekday is not None and weekday != told.isoweekday():
        real, said = WEEKDAY_NAMES[told.isoweekday() - 1], WEEKDAY_NAMES[weekday - 1]
        message = f"{told} is a {real}, but the text says {said}; the day number is taken."
        findings = (Finding("weekday-clash", message, Span(match.start, match.end), match.rule.name),)
    return replace(draft, value=told.isoformat(), findings=findings)


def read_year(match: Match, scene: Scene) -> Reading | None:
    """Read a year of four or two digits, with a part of it."""
    year = match.value("year", "SHORTYEAR")
    if match.unit not in (None, "Y") or not _is_about(match):
        return None
    if year < 100:
        year = full_year(year, scene)
    ends_range = match.type_before(1) in ("DASH", "TO") and match.type_before(2) == "YEAR"
    return Reading("DATE", f"{year:04d}", mod=match.mod, tells=not ends_range and not scene.outlook(match).ahead)


def _is_about(match: Match) -> bool:
    """Tell whether a word of measure beside a number lets it be a year: "about 1910" does, "more than 1900" counts things."""
    beside = match.value("ABOUT")
    before = match.tokens.token(match.first - 1) if match.first else None
    return beside in (None, "APPROX") and not (before and before.type == "ABOUT" and before.value != "NONE")


def read_year_by_unit(match: Match, scene: Scene) -> Reading | None:
    """Read a bare year, or one with the word for year, of a language that has only a basic pack."""
    year = match.value("year")
    sure = SURE_YEARS if match.unit is None and not _is_in_lifetime(match) else NAMED_YEARS
    if match.unit not in (None, "Y") or not sure[0] <= year <= sure[1]:
        return None
    return read_year(match, scene)


def _is_in_lifetime(match: Match) -> bool:
    """Tell whether two years stand in brackets: "(1898-1976)"."""
    begins = match.type_before() == "OPEN" and (match.type_after(), match.type_after(1), match.type_after(2)) == (
        "DASH",
        "YEAR",
        "CLOSE",
    )
    ends = match.type_after() == "CLOSE" and [match.type_before(back) for back in (1, 2, 3)] == ["DASH", "YEAR", "OPEN"]
    return begins or ends


def read_year_range_end(match: Match, scene: Scene) -> Reading | None:
    """Read the "44" of "1939-44"."""
    del scene
    start, end = match.tokens.token(match.first - 2).value, match.value("end")
    words = match.tokens.words(match.first)
    if len(words) != 2:
        return None
    year = start // 100 * 100 + end
    return Reading("DATE", f"{year:04d}", tells=False) if start < year <= start + 99 else None


def read_named_day(match: Match, scene: Scene) -> Reading | None:
    """Read a day that goes by a name: "9/11", "D-Day"."""
    del scene
    day = match.value("NAMED")
    return Reading("DATE", day, tells=False, confidence=0.9) if day else None


def read_day_alone(match: Match, scene: Scene) -> Reading | None:
    """Read "on the 20th", "13 तारीख", "el día 4": a day of the month told last, or of that of publication, by the tense."""
    base, day, sure = scene.thread, match.value("day"), match.rule.options.get("sure", False)
    if match.unit not in (None, "D"):
        return None
    if base is None:
        open_day = Reading("DATE", f"XXXX-XX-{day:02d}", how="none", confidence=0.5, grain="day", tells=False)
        return open_day if sure and 1 <= day <= 31 else None
    behind = match.tokens.words(match.last) if match.last < len(match.tokens.spans) else ""
    if (day < SURELY_DAY and not sure) or behind[:1].isupper():
        return None
    told = scene.told
    if sure and scene.base is not None and abs((scene.base - base).days) <= NEWS_DAYS:
        base, told = scene.base, None
    month = base if told else _month_by_tense(base, day, match, scene)
    if not is_day(month.year, month.month, day):
        return None
    value = f"{month.year:04d}-{month.month:02d}-{day:02d}"
    return Reading("DATE", value, how=scene.how, anchor=told.label if told else scene.base_label, confidence=0.7)


def _month_by_tense(base: dt.date, day: int, match: Match, scene: Scene) -> dt.date:
    """Choose the month of a day: that of publication, the one before for what is over, the next for what is to come."""
    look = scene.outlook(match)
    if day > base.day and not look.ahead:
        return add_months(base.replace(day=1), -1)
    return add_months(base.replace(day=1), 1) if day < base.day and look.ahead else base
