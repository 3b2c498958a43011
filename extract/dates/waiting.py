"""Mentions that wait for an event: "the eve of his trip", "two days after the talks", "the 19-month mark"."""

from typing import Literal

from msgspec.structs import replace

from extract.dates.grammar import Match
from extract.dates.numbers import length_of, number_of
from extract.dates.scene import Reading, Scene
from extract.dates.tokens import Tokens
from extract.models import Span
from extract.timespan import duration_value

LONGEST_NAME_BEFORE = 2  # the same where they stand before it
LONGEST_NAME = 7  # tokens of the words that name an event
ELISIONS = frozenset({"'", "\u2019"})
NAMING = frozenset({"", "WHOSE", "EVENTNOUN", "EVENTOF"})  # types of the words that name an event
INSIDE = frozenset({"THE", "A", "OF", "POSSESSIVE", "IN", "QUOTE"})  # may stand inside them


def read_event_day(match: Match, scene: Scene) -> Reading | None:
    """Read "the eve of his trip", "the day after the talks": a day beside that of an event."""
    anchor = name_after(match.tokens, match.last)
    unit = match.unit or "D"
    if anchor is None or unit not in ("D", "W", "M", "Y"):
        return None
    after = match.value("EVE", "BEFORE") == "after"
    offset = ("" if after else "-") + duration_value(1, unit)
    span = Span(match.start, anchor.end)
    del scene
    return Reading(
        "DATE",
        "XXXX-XX-XX",
        how="none",
        confidence=0.5,
        tells=False,
        span=span,
        event_anchor=anchor,
        event_offset=offset,
        order="after" if after else "before",
        grain="day",
    )


def read_event_length(match: Match, scene: Scene) -> Reading | None:
    """Read "au lendemain de l'explosion", "dzień po wyborach", "بعد ثلاثة أيام من الانفجار": a length before the event's name."""
    del scene
    phrase, unit = match.value("EVENTDAY", "BESIDE", "FROMTOLD"), match.unit
    if match.has("TODAY"):  # "накануне заседания"
        phrase = f"-P{-match.value('TODAY')}D"
    number = number_of(match.group("number")) if match.has("number") else 1
    if phrase is None and (unit is None or number is None):
        return None
    value = str(phrase).removeprefix("-") if phrase else duration_value(number or 1, unit or "D")
    waits = match.type_after() in ("BEFORE", "ONTO", "SKIP")
    sign = (
        match.tokens.token(match.last).value if match.type_after() == "BEFORE" else "before" if str(phrase)[:1] == "-" else "after"
    )
    order: Literal["before", "after"] = "before" if sign == "before" else "after"
    anchor = name_after(match.tokens, match.last + waits)
    offset = value if order == "after" else f"-{value}"
    return Reading("DURATION", value, how="none", tells=False, event_anchor=anchor, event_offset=offset, order=order)


def read_event_shift(match: Match, scene: Scene) -> Reading | None:
    """Read "चुनाव के दो दिन बाद", "地震から3日後", "폭발 사고 사흘 뒤": a length behind the name of the event it is counted from."""
    del scene
    phrase = match.value("FROMTOLD", "BESIDE", "EVENTBEHIND")
    number, unit = length_of(match)
    between = match.type_before() not in NAMING
    anchor = _name_before(match.tokens, match.first - between)
    if (unit is None and phrase is None) or anchor is None:
        return None
    order: Literal["before", "after"] = "before" if match.has("AGO", "AGOAFTER", "DAYSAGO") or str(phrase)[:1] == "-" else "after"
    value = str(phrase).removeprefix("-") if phrase else duration_value(number, unit or "D")
    offset = None if number is None and phrase is None else value if order == "after" else f"-{value}"
    return Reading("DURATION", value, how="none", tells=False, event_anchor=anchor, event_offset=offset, order=order)


def _name_before(tokens: Tokens, last: int) -> Span | None:
    """Find the words that name an event before a little word."""
    first = last
    while first > max(0, last - LONGEST_NAME_BEFORE) and _names(tokens, first - 1):
        first -= 1
    return Span(tokens.spans[first][0], tokens.spans[last - 1][1]) if first < last else None


def _names(tokens: Tokens, at: int) -> bool:
    return tokens.token(at).type in NAMING and tokens.words(at)[0].isalpha()


def with_event(match: Match, reading: Reading) -> Reading:
    """Add to a duration the event that it is counted from ("two days after the talks", "the 19-month mark")."""
    if reading.type != "DURATION" or match.tokens.tables.letters.get("BEFORE") is None:
        return reading
    sign = match.tokens.token(match.last).value if match.type_after() == "BEFORE" else None
    if match.type_after() == "MARK":
        return replace(reading, event_offset=reading.value)
    if sign is None:
        return reading
    anchor = name_after(match.tokens, match.last + 1)
    offset = reading.value if sign == "after" else f"-{reading.value}"
    vague = "X" in reading.value
    return replace(reading, event_anchor=anchor, event_offset=None if vague else offset, order=sign)


def name_after(tokens: Tokens, first: int) -> Span | None:
    """Find the words that name an event: up to a sign, a verb that the pack knows, or a word of another kind."""
    first += first < len(tokens.spans) and tokens.words(first) in ELISIONS
    last = first
    for at in range(first, min(first + LONGEST_NAME, len(tokens.spans))):
        word = tokens.words(at)
        if word in ELISIONS:  # "après l'explosion"
            continue
        if _names(tokens, at):
            if last > first and (word.lower() in tokens.tables.tense.past or word.lower() in tokens.tables.tense.future):
                break
            last = at + 1
        elif tokens.token(at).type not in INSIDE or (at == first and tokens.token(at).type == "OF"):
            break
    return Span(tokens.spans[first][0], tokens.spans[last - 1][1]) if last > first else None
