"""The nouns of a pack's dates, and what values their types may have."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from extract.language.lexicon import Lexicon

SOLAR_CALENDAR = "solar-hijri"  # the calendar of a pack whose years are those of Iran
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CALENDARS = ("gregorian", SOLAR_CALENDAR)
UNTYPED = "_"
BREAK = "\n"  # a blank line: no mention crosses it
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + "".join(map(chr, range(0xC0, 0x180)))
# Types that digits and signs get in every language; a pack's words may share them.
NUMERIC_TYPES = ("DAYNUM", "YEAR", "NUMBER", "DECIMAL", "FRACTION", "ORDINAL", "DECADE", "CLOCK", "ISO", "NUMDATE", "SHORTYEAR")
SIGN_TYPES = {",": "COMMA", ".": "DOT", "-": "DASH", "–": "DASH", "—": "DASH", "‑": "DASH", "/": "SLASH", "(": "OPEN", ")": "CLOSE",
              "।": "STOP", "（": "OPEN", "）": "CLOSE", "～": "DASH", "〜": "DASH", "∼": "DASH",
              "$": "CURRENCY", "£": "CURRENCY", "€": "CURRENCY", "₹": "CURRENCY", "¥": "CURRENCY", "%": "PERCENT",
              "،": "COMMA", "、": "COMMA", "，": "COMMA",
              "#": "HASH", "+": "PLUS", "~": "ABOUT", "'": "QUOTE", "’": "QUOTE", ":": "COLON",
              "‘": "QUOTE", "॥": "STOP", "…": "STOP", "?": "STOP", "!": "STOP", ";": "STOP"}  # fmt: skip
UNITS = ("TS", "TM", "TH", "D", "WE", "W", "M", "Q", "H", "Y", "DE", "CE", "ML", "SEA", "NI")
PARTS = ("MO", "MI", "AF", "EV", "NI", "DT", "24")
# type → what its values must be: a range of integers, a tuple of words, or a Python type
VALUES: Mapping[str, Any] = {
    "MONTH": range(1, 13), "MAYBE": range(1, 13), "WEEKDAY": range(1, 8), "WEEKDAYS": range(1, 8), "DAYABBR": range(1, 8),
    "UNIT": UNITS, "UNITS": UNITS, "PART": PARTS, "PARTS": PARTS, "NOON": PARTS, "SEASON": ("SP", "SU", "FA", "WI"),
    "NEAR": range(-1, 2), "TODAY": range(-15, 16), "AGO": range(-1, 2), "MERIDIEM": ("am", "pm"),
    "MOD": ("START", "MID", "END"), "EDGE": ("START", "MID", "END", "NONE"), "MONTHABBR": range(1, 13),
    "WEEKDAYPART": tuple(f"{day}{part}" for day in range(1, 8) for part in PARTS),  # "3EV": Wednesday evening
    "DAYPART": tuple(f"{day}{part}" for day in range(-2, 3) for part in PARTS),  # "-1NI": last night
    "NEARWEEKDAY": tuple(f"{week}W{day}" for week in range(-2, 3) for day in range(1, 8)),  # "-1W5": Friday of last week
}  # fmt: skip
TOP_KEYS = {"order", "rules_of", "fiscal_year_starts", "segment", "capitals", "lists", "macros", "classes", "rules", "tense",
            "suffixes", "holidays", "zones", "checks", "explained", "eras", "generated", "days", "spelled", "calendar",
            "capitals_inside", "week_starts", "nears", "night_until"}  # fmt: skip

Value = Any


class Typed(NamedTuple):
    """What one word is: the letter of its type, and its value."""

    letter: str
    value: Value


Phrases = Mapping[str, Mapping[str, tuple[tuple[tuple[str, ...], Typed], ...]]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a pack: a pattern over letters, and the name of the reader that gives the value."""

    name: str
    pattern: re.Pattern[str]
    read: str
    options: Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)  # a key of caches: its identity, since hashing its words takes longer than they save
class Tense:
    """Words and endings that tell whether a clause is past or future, folded."""

    lexicon: Lexicon | None  # of a language that is written without spaces
    accents_kept: bool  # the keys of words keep their accents
    verb: Literal["near", "final"]  # where the verb that decides stands: near the mention, or at the clause's end
    future: frozenset[str]
    strong_future: frozenset[str]
    past: frozenset[str]
    written: frozenset[str]  # the cues as the table writes them: "à" is no "a", "débuté" no "débute"
    future_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    past_written: tuple[str, ...]  # the same of words in small letters as they are written, accents and all: "condenó", not "uno"
    future_written: tuple[str, ...]  # "visitará"
    this_by_tense: bool  # "este jueves" is the latest one unless the clause looks ahead; "this Thursday" is mostly to come
    participle_after: frozenset[str]  # behind these a past form is a participle, of any tense ("be held")
    nouns: frozenset[str]  # cues that are no verb behind a word of `noun_after` ("the plan")
    noun_after: frozenset[str]
    future_after: frozenset[str]  # behind these alone a word of `future_participles` looks ahead ("is set"), else it is a past verb
    future_participles: frozenset[str]
    future_pairs: frozenset[str]  # two words that look ahead together: "is to"
    perfect_finite: frozenset[str]  # its auxiliaries before a mention, whose participle stands behind ("hat")
    coordinators: frozenset[str]  # words that go on with another verb ("und")
    since_before: frozenset[str]  # words right before a mention that look back, whatever the verb ("since")
    future_before: frozenset[str]  # words right before a mention that look ahead ("until")
    future_behind: tuple[str, ...]  # what stands right behind one that does, where no verb tells more: "まで"
    as_of: frozenset[str]  # words before those two that say what was so by then: "по состоянию на среду"
    hearsay: frozenset[str]  # cues of the future that only report what ends in a perfect: "soll ihn am Montag getötet haben"
    perfect: frozenset[str]  # its auxiliaries, behind a participle
    participles: tuple[str, ...]  # endings of that participle
    clause_openers: frozenset[str]  # words that end the clause before them ("कि", "after")
    content_openers: frozenset[str]  # words that begin what is said, in which the verb that decides stands behind ("dass")
    infinitive_before: frozenset[str]  # "to": behind a past verb, what it opens is still to come
    no_infinitive: frozenset[str]  # words behind it that begin no infinitive
    deadline_before: frozenset[str]  # the same, unless a past verb is near ("by")
    moving: re.Pattern[str] | None  # words that put something off ("adjourned to Monday"), in folded text
    goal_before: frozenset[str]  # words right before the day to which they do
    goal_behind: tuple[str, ...]  # what stands right behind it
    told: re.Pattern[str] | None  # verbs of saying behind a day, of what is to come: the day is past ("周一宣布将裁员")
    object_marks: frozenset[str]  # no sign of the future before an object and its verb: "将利率提高到50%"
    object_verbs: frozenset[str]
    object_stops: frozenset[str]
    object_ends: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class DateTables:
    """Everything that ``dates.toml`` of one language says."""

    code: str
    accents_kept: bool  # the keys of words keep their accents
    order: Literal["dmy", "mdy", "ymd"]
    calendar: Literal["gregorian", "solar-hijri"]  # whose years and months "last year" and numbers of four digits are
    week_starts: int  # ISO weekday on which "this week" begins
    nears: Literal["both", "behind"]  # where "last" and "next" stand: on both sides of their unit, or only behind it
    fiscal_year_starts: int  # month
    night_until: int  # hour before which the night of a day is already on the next ("शनिवार रात दो बजे"); 0 where it is not
    segment: Literal["words", "lexicon"]
    letters: Mapping[str, str]  # type → letter
    names: Mapping[str, str]  # letter → type
    words: Mapping[str, Typed]  # folded word → what it is
    phrases: Phrases  # first word → second → all but the first, longest first
    capitals: frozenset[str]  # words that mean a date only with a capital
    capitals_inside: frozenset[str]  # phrases that do so only with one inside: "thứ Hai", not "thứ hai" (second)
    spelled: Mapping[str, frozenset[str]]  # folded word → how it is written where it means a date: "maja", not "mają"
    suffixes: Mapping[str, str]  # what follows digits in one word → type: {"th": "ORDINAL"}
    rules: tuple[Rule, ...]
    scanner: re.Pattern[str]  # group i + 1 is what rule i matches here
    core: re.Pattern[str]  # a run of words without a match of this holds no date
    tense: Tense
    checks: Mapping[str, Any]
