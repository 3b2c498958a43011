"""What is selected: one clause a view, the same in the URL, in the browser's store and as the store's query.

A view never filters itself: it asks with ``selection.without(its own id)``.
"""

import calendar
import datetime as dt
import math
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlencode

import msgspec
from msgspec.structs import fields, replace

from dashapp import ids
from dashapp.projection import Frame, View
from extract import Query

Days = tuple[dt.date, dt.date]
Box = tuple[float, float, float, float]

LISTS = ("kinds", "sources", "languages", "modalities", "statuses")
CLAUSES_OF: Mapping[str, tuple[str, ...]] = {
    ids.TIMELINE: ("days",),
    ids.STRIP: ("days",),
    ids.MAP: ("box", "view"),
    ids.TABLE: (),
}
ALLOWED = {
    "modalities": ("asserted", "planned", "hypothetical", "negated", "reported opinion"),
    "statuses": ("foreground", "background", "commentary"),
}
SEPARATORS: Mapping[str, str] = {"days": "..", "box": ",", "view": ","}
LANES = ("kind", "source", "place", "person")
PANELS = ("map", "table", "compare")
STEPS = ("day", "week", "month", "year")
USUAL: Mapping[str, str] = {"lanes": "kind", "panel": "map", "step": "day"}
CHOICES: Mapping[str, tuple[str, ...]] = {"lanes": LANES, "panel": PANELS, "step": STEPS}
TEXTS = ("happening", "place", "article", "column")
LONGEST_WORDS = 200  # a search of more characters is cut
MOST_VALUES = 60  # a list clause of more values is cut


class Selection(msgspec.Struct, frozen=True):
    """The whole state of the page; every field has a place in the URL."""

    days: Days | None = None  # None: all days
    box: Box | None = None  # (west, south, east, north), drawn by the reader
    view: View | None = None  # what the map was moved to: it selects what it shows
    kinds: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    modalities: tuple[Any, ...] = ()
    statuses: tuple[Any, ...] = ()
    words: str = ""
    disagreements: bool = False
    hidden: bool = False
    happening: str | None = None
    place: str | None = None  # "latitude,longitude" of the cluster that is open
    day: dt.date | None = None  # the day cursor
    article: str | None = None  # the document whose whole text is open
    lanes: str = "kind"
    panel: str = "map"
    step: str = "day"  # what the day cursor covers, and how far it moves
    column: str | None = None  # the source whose telling is compared with the others'

    @property
    def cursor(self) -> Days | None:
        """The days that the cursor covers, one step long."""
        return (self.day, _step_end(self.day, self.step)) if self.day else None

    @classmethod
    def from_url(cls, query: str) -> "Selection":
        """Read the query part of a URL; what cannot be understood is left out."""
        found: dict[str, Any] = {}
        for name, value in parse_qsl(query.lstrip("?"), max_num_fields=400):
            if name in LISTS:
                found.setdefault(name, []).append(value)
            elif name in SEPARATORS:
                found[name] = value.split(SEPARATORS[name])
            else:
                found[name] = value
        return from_json(found)

    def sentence(self) -> str:
        """Say in English what is selected: what an export says of itself."""
        parts = [f"{self.days[0].isoformat()} to {self.days[1].isoformat()}"] if self.days else ["all days"]
        if self.box:
            parts.append("west {:g}, south {:g}, east {:g}, north {:g}".format(*self.box))
        parts += [f"{name}: {', '.join(getattr(self, name))}" for name in LISTS if getattr(self, name)]
        parts += [f"words: {self.words}"] if self.words else []
        parts += ["only where sources disagree"] if self.disagreements else []
        parts += ["minor happenings too"] if self.hidden else []
        return "; ".join(parts)

    def without(self, view: str) -> "Selection":
        """Drop the clauses that the view itself published."""
        own = CLAUSES_OF[view]
        gone: dict[str, Any] = dict.fromkeys(own)
        return replace(self, **gone) if own else self

    def query(self, frame: Frame | None = None) -> Query:
        """Ask the store; `frame` is the pane that the map's view is shown in."""
        box = self.box
        if box is None and self.view is not None and frame is not None:
            box = frame.box()
        first, last = self.days or (None, None)
        return Query(first, last, box, self.kinds, self.sources, self.languages, self.modalities, self.statuses, self.words,
                     self.disagreements, self.hidden)  # fmt: skip

    def to_url(self) -> str:
        """Write the state as the query part of a URL, without the question mark."""
        pairs: list[tuple[str, str]] = []
        if self.days:
            pairs.append(("days", f"{self.days[0].isoformat()}..{self.days[1].isoformat()}"))
        if self.box:
            pairs.append(("box", ",".join(f"{side:g}" for side in self.box)))
        if self.view:
            pairs.append(("view", f"{self.view.latitude:g},{self.view.longitude:g},{self.view.span:g}"))
        pairs += [(name, value) for name in LISTS for value in getattr(self, name)]
        pairs += [(name, "1") for name in ("disagreements", "hidden") if getattr(self, name)]
        pairs += [(name, value) for name in ("words", *TEXTS) if (value := getattr(self, name))]
        if self.day:
            pairs.append(("day", self.day.isoformat()))
        pairs += [(name, getattr(self, name)) for name, usual in USUAL.items() if getattr(self, name) != usual]
        return urlencode(pairs)


def from_json(data: object) -> Selection:
    """Read the state as the browser sends it; what cannot be understood is left out, since anyone can send anything."""
    given = data if isinstance(data, Mapping) else {}
    kept: dict[str, Any] = {name: _values(given.get(name), name) for name in LISTS}
    kept["days"] = _days(given.get("days"))
    kept["box"] = _box(given.get("box"))
    kept["view"] = _view(given.get("view"))
    kept["day"] = _day(given.get("day"))
    kept["words"] = str(given.get("words") or "")[:LONGEST_WORDS].strip()
    for name in ("disagreements", "hidden"):
        kept[name] = given.get(name) is True or given.get(name) == "1"
    for name in TEXTS:
        kept[name] = str(given[name])[:LONGEST_WORDS] if given.get(name) else None
    for name, usual in USUAL.items():
        kept[name] = given[name] if given.get(name) in CHOICES[name] else usual
    return Selection(**kept)


def to_json(selection: Selection) -> dict[str, Any]:
    """Write the state as the browser keeps it."""
    return {one.name: _plain(getattr(selection, one.name)) for one in fields(selection)}


def _step_end(day: dt.date, step: str) -> dt.date:
    """Give the last day of a step that begins on a day."""
    if step in {"month", "year"}:
        months = day.year * 12 + day.month - 1 + (1 if step == "month" else 12)
        year, month = months // 12, months % 12 + 1
        last = calendar.monthrange(year, month)[1] if year <= dt.MAXYEAR else 31
        return dt.date.max if year > dt.MAXYEAR else dt.date(year, month, min(day.day, last)) - dt.timedelta(1)
    days = 6 if step == "week" else 0
    return dt.date.fromordinal(min(day.toordinal() + days, dt.date.max.toordinal()))


def _plain(value: object) -> object:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, View):
        return [value.latitude, value.longitude, value.span]
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _values(value: object, name: str) -> tuple[str, ...]:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, Sequence):
        return ()
    allowed = ALLOWED.get(name)
    kept = [str(one)[:LONGEST_WORDS] for one in values[:MOST_VALUES] if allowed is None or one in allowed]
    return tuple(dict.fromkeys(kept))


def _day(value: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _days(value: object) -> Days | None:
    ends = [_day(one) for one in value] if isinstance(value, Sequence) and len(value) == 2 else []
    first, last = ends if len(ends) == 2 else (None, None)
    return (min(first, last), max(first, last)) if first and last else None


def _numbers(value: object, length: int) -> list[float]:
    if not isinstance(value, Sequence) or len(value) != length:
        return []
    try:
        numbers = [float(one) for one in value]
    except (TypeError, ValueError):
        return []
    return numbers if all(math.isfinite(one) for one in numbers) else []


def _box(value: object) -> Box | None:
    numbers = _numbers(value, 4)
    if not numbers or not -90 <= numbers[1] <= numbers[3] <= 90:
        return None
    return _turned(numbers[0]), numbers[1], _turned(numbers[2]), numbers[3]


def _view(value: object) -> View | None:
    numbers = _numbers(value, 3)
    if not numbers or not (-90 <= numbers[0] <= 90 and 0 < numbers[2] <= 720):
        return None
    return View(numbers[0], _turned(numbers[1]), numbers[2])


def _turned(longitude: float) -> float:
    """Bring a longitude beyond 180° back on the globe; one within it stays what it is, to the last digit."""
    return (longitude + 180) % 360 - 180 if abs(longitude) > 180 else longitude
