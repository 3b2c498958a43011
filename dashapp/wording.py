"""The interface's words, days and numbers in the reader's language: data of ``texts/``, dates by Babel."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.core import Locale
from babel.dates import format_date, format_timedelta
from babel.numbers import format_decimal

from extract import Row, actor_name

TEXTS = Path(__file__).parent / "texts"
DEFAULT = "en"


@dataclass(frozen=True)
class Wording:
    """The words of one interface language."""

    code: str
    words: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Give the words for a key, with numbers and names filled in; a missing key is shown as it is."""
        return self.words.get(key, key).format(**{name: self._shown(value) for name, value in values.items()})

    def count(self, key: str, number: int) -> str:
        """Give "1 place" or "3 places"."""
        one = f"{key}-one"
        return self(one if number == 1 and one in self.words else key, n=number)

    def number(self, number: float) -> str:
        """Write a number."""
        return str(format_decimal(number, locale=self.code))

    def day(self, day: dt.date) -> str:
        """Write a day: "13 Sep 2023"."""
        return str(format_date(day, "d MMM y", locale=self.code))

    def days(self, first: dt.date, last: dt.date) -> str:
        """Write a range of days as shortly as it is clear: "30 Aug – 20 Sep 2023"."""
        if first == last:
            return self.day(first)
        if first.year == last.year:
            shape = "d" if first.month == last.month else "d MMM"
            return f"{format_date(first, shape, locale=self.code)} – {self.day(last)}"
        return f"{self.day(first)} – {self.day(last)}"

    def lasting(self, seconds: float) -> str:
        """Write a length of time in one unit: "3 minutes"."""
        return str(format_timedelta(dt.timedelta(seconds=max(1, round(seconds))), locale=self.code, threshold=1.5))

    def when(self, row: Row) -> str:
        """Write when a happening was, no finer than its sources tell it."""
        if row.first_day is None or row.last_day is None:
            return self("undated")
        text = self._grained(row.first_day, row.last_day, row.grain)
        return f"{text}, {row.clock}" if row.clock else text

    def short_day(self, row: Row) -> str:
        """Write a row's first day without its year: "13 Sep"; "" where there is none."""
        return str(format_date(row.first_day, "d MMM", locale=self.code)) if row.first_day else ""

    def kind(self, kind: str) -> str:
        """Name a kind of happening."""
        return self.words.get(f"kind-{kind}", kind[:1].upper() + kind[1:])

    def label(self, row: Row) -> str:
        """Give a happening's headline in this language where there is one."""
        return row.labels.get(self.code, row.label)

    def place(self, row: Row) -> str:
        """Name a happening's place in this language where it has a name there; "" where it has no place."""
        return row.place_names.get(self.code, row.place or "")

    def person(self, name: str) -> str:
        """Write a name in this language's letters, where it is told in others only and that can be done."""
        return actor_name("", name, {name: 1}, self.code)

    def language_name(self, code: str) -> str:
        """Name a language of the sources: "hi" → "Hindi"."""
        if not code.isalpha() or len(code) > 3:
            return code
        return str(Locale(self.code).languages.get(code, code))

    def territory(self, code: str) -> str:
        """Name a country by its two-letter code."""
        return str(Locale(self.code).territories.get(code, ""))

    def _grained(self, first: dt.date, last: dt.date, grain: str) -> str:
        whole_month = first.day == 1 and (last + dt.timedelta(1)).day == 1
        if grain == "month" and whole_month and (first.year, first.month) == (last.year, last.month):
            return str(format_date(first, "LLLL y", locale=self.code))
        if grain == "year" and first.year == last.year:
            return self("year-of", year=str(first.year))
        if grain in {"decade", "century", "millennium"}:
            return f"{first.year} – {last.year}"
        return self.days(first, last)

    def _shown(self, value: object) -> object:
        return self.number(value) if isinstance(value, int | float) else value


@cache
def wording(code: str) -> Wording:
    """Load the words of an interface language; English fills what it lacks, and stands in for one that is not there."""
    known = codes()
    words = _read(DEFAULT)
    return Wording(code, {**words, **_read(code)}) if code in known else Wording(DEFAULT, words)


@cache
def codes() -> tuple[str, ...]:
    """List the interface languages."""
    return tuple(sorted(path.stem for path in TEXTS.glob("*.toml")))


def _read(code: str) -> dict[str, str]:
    text = (TEXTS / f"{code}.toml").read_text(encoding="utf-8")
    return {key: str(value) for key, value in tomllib.loads(text).items()}
