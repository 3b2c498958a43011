"""What readers are given (Scene) and what they give back (Reading)."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from msgspec.structs import replace

from extract.anchoring.tense import Outlook, outlook
from extract.dates.grammar import Match
from extract.dates.tokens import Tokens
from extract.language.dates import DateTables
from extract.models import Document, Finding, Grain, How, Narration, Sentence, Span, TimexType
from extract.models.record import Record
from extract.timespan import UNIT_GRAINS, days_of, shadow_day, shifted

FAR_ASIDE = 10  # years: a bare year so far from the date told before is an aside

# How coarse a unit or a grain is: what is counted in days needs a day to count from.
COARSENESS = {
    "D": 0, "NI": 0, "WE": 1, "W": 1, "M": 2, "SEA": 3, "Q": 3, "H": 3, "Y": 4, "DE": 5, "CE": 6, "ML": 7,
    "second": 0, "minute": 0, "hour": 0, "part": 0, "day": 0, "weekend": 1, "week": 1, "month": 2, "season": 3, "quarter": 3,
    "half": 3, "year": 4, "decade": 5, "century": 6, "millennium": 7, "unknown": 8,
}  # fmt: skip


FAR_MONTH_DAYS = 62  # a month of last year told so long before the news is followed by others of that year: "昨年1月に…、3月に…"


class Told(Record, frozen=True):
    """The date that the text told last."""

    day: dt.date  # its first day
    grain: Grain
    start: int  # where it stands
    value: str
    explicit: bool = True  # its own words name the year, or those of the date that it was counted from
    owned: bool = False  # it only says which: "2024年12月の「戒厳」"; days alone behind it are none of its month

    @property
    def label(self) -> str:
        """Name it as an anchor."""
        return f"{self.value} at {self.start}"


class Reading(Record, frozen=True):
    """What one mention means."""

    type: TimexType
    value: str
    how: How = "explicit"
    mod: str | None = None
    anchor: str | None = None
    confidence: float = 1.0
    days: tuple[dt.date | None, dt.date | None] | None = None  # where the value does not say
    grain: Grain | None = None
    clock: tuple[str, str] | None = None
    time: str | None = None  # a time of day that waits for its day: "17:00", "MO"
    alone: bool = True  # False: a mention only beside a date that it joins
    tells: bool = True  # later mentions may count from it
    zone: str | None = None
    event_offset: str | None = None
    order: Literal["before", "after"] | None = None
    span: Span | None = None  # where it is not the span of the match
    event_anchor: Span | None = None
    findings: tuple[Finding, ...] = ()
    candidates: tuple[str, ...] = ()


class Scene(Record, frozen=True):
    """Everything that a reader may look at beside the match itself."""

    document: Document
    sentences: Sequence[Sentence]
    starts: Sequence[int]  # of the sentences
    tokens: Tokens
    tables: DateTables
    narration: Narration
    day_first: bool | None  # of numeric dates; None: the document does not tell
    told: Told | None = None
    told_day: Told | None = None  # the last that named a day
    told_over: Told | None = None  # the last of them that is no day to come

    @property
    def base(self) -> dt.date | None:
        """The day that relative words count from: of a narrative, the last date told."""
        if self.narration == "narrative":
            return self.told.day if self.told else None
        return self.document.published

    @property
    def base_label(self) -> str:
        """Name the day that relative words count from."""
        if self.narration == "narrative":
            return self.told.label if self.told else "nothing told before"
        return f"published {self.document.published}"

    def label_of(self, base: dt.date) -> str:
        """Name a day that words were counted from: that of the date told before, or of the text."""
        return self.told.label if self.told and base == self.told.day else self.base_label

    @property
    def thread(self) -> dt.date | None:
        """The day that "the next day" and "later" count from: the last date told, else the publication day."""
        return self.told.day if self.told else self.base

    def told_in_sentence(self, start: int) -> Told | None:
        """Give the day that the same sentence told before a place in it, if it told one."""
        told, index = self.told, bisect_right(self.starts, start) - 1
        beside = told is not None and index >= 0 and told.start >= self.starts[index]
        return told if told and beside and COARSENESS[told.grain] == 0 else None

    def told_in_paragraph(self, start: int) -> bool:
        """Tell whether a date was told before a place in the same line of the text."""
        return self.told is not None and "\n" not in self.document.text[self.told.start : start]

    def with_finer_told(self, unit: str, start: int) -> "Scene":
        """Go back to the day that the same line told before a coarser date: "rose on Monday, the most since May; next day …"."""
        day = self.told_day
        near = day is not None and "\n" not in self.document.text[day.start : start]
        return replace(self, told=day) if near and self.narration == "news" and self.is_told_too_coarsely(unit) else self

    def after_telling(self, told: Told) -> "Scene":
        """Give what later mentions count from once a date is told."""
        day = told if COARSENESS[told.grain] == 0 else None
        published = self.document.published
        over = day if day and published and day.day <= published else None
        return replace(self, told=told, told_day=day or self.told_day, told_over=over or self.told_over)

    def not_to_come(self, match: Match) -> "Scene":
        """Go back behind a day to come, where nothing told with "the same day" is: "The vote is on 6 April. That day police …"."""
        told, published = self.told, self.document.published
        if self.narration != "news" or published is None or told is None or told.day <= published or self.told_over is None:
            return self
        look = self.outlook(match)
        if look.ahead or (not look.cue and told.start >= self.starts[bisect_right(self.starts, match.start) - 1]):
            return self
        return replace(self, told=self.told_over, told_day=self.told_over)

    def other_year_in_sentence(self, start: int) -> Told | None:
        """Give the day, month or season of another year than that of publication that the same sentence told before."""
        told, index = self.told, bisect_right(self.starts, start) - 1
        if told is None or self.document.published is None or index < 0 or told.start < self.starts[index]:
            return None
        if not told.explicit and (told.grain != "month" or (self.document.published - told.day).days < FAR_MONTH_DAYS):
            return None
        return told if COARSENESS[told.grain] < COARSENESS["Y"] and told.day.year != self.document.published.year else None

    def is_told_too_coarsely(self, unit: str) -> bool:
        """Tell whether the date told last is too coarse to count in a unit: "the next day" after "in 1941"."""
        return self.told is not None and COARSENESS[self.told.grain] > COARSENESS.get(unit, 0)

    def beside_coarse(self, unit: str, count: float, draft: Reading) -> Reading:
        """Write what is counted in a unit finer than the date told last: of its year, between its days so moved.

        "The same day" after "in May 1940" is ``1940-05-XX``, "three days later" is ``1940-XX-XX``.
        """
        assert self.told is not None
        year = self.told.value[: 6 if self.told.value.startswith("BC") else 4]
        month = self.told.value[len(year) :] if self.told.grain == "month" and count == 0 else "-XX"
        value = {"W": f"{year}-WXX", "WE": f"{year}-WXX-WE", "M": f"{year}-XX"}.get(unit, f"{year}{month}-XX")
        known = days_of(self.told.value)
        ends = (shifted(known.first, unit, count), shifted(known.last, unit, count)) if known else None
        if self.told.grain in ("week", "weekend"):
            value = "XXXX-XX-XX"
        return replace(
            draft,
            value=value,
            days=ends,
            how="relative",
            anchor=self.told.label,
            confidence=0.4,
            tells=False,
            grain=UNIT_GRAINS[unit],
        )

    @property
    def how(self) -> How:
        """How a date counted from the publication day is known."""
        return "inferred" if self.document.published_how == "inferred" and self.narration == "news" else "relative"

    def outlook(self, match: Match) -> Outlook:
        """Tell whether the clause around a mention looks back or ahead."""
        index = bisect_right(self.starts, match.start) - 1
        inside = self.sentences[index].span if index >= 0 else Span(0, len(self.document.text))
        if not inside.start <= match.start < inside.end:
            inside = Span(max(0, match.start - 200), min(len(self.document.text), match.end + 200))
        return outlook(self.document.text, Span(match.start, match.end), inside, self.tables.tense)

    def remember(self, reading: Reading, start: int) -> Told | None:
        """Make what later mentions count from of a reading; None where it names no day of the calendar."""
        if not reading.tells:
            return None
        days = days_of(reading.value)
        if self.told and self.narration == "narrative" and self.document.text[start - 1 : start] == "(":
            return None  # an aside
        if (
            days
            and days.grain == "year"
            and self.told
            and self.told.grain != "year"
            and abs(days.first.year - self.told.day.year) > FAR_ASIDE
        ):
            return None
        if days:
            carried = self.told is not None and self.told.explicit and reading.anchor == self.told.label
            return Told(days.first, days.grain, start, reading.value, carried or reading.how == "explicit")
        shadow = shadow_day(reading.value)
        return Told(shadow, "year", start, reading.value) if shadow else None
