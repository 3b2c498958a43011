"""The store's answers for a selection → what each view shows. Every function here is one question and one figure or pane."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal, cast

import msgspec
from msgspec.structs import replace

from dashapp import ids
from dashapp.evidence import Story
from dashapp.figures.map import VAGUE_KINDS, MapLook, MapThings, chosen_traces, map_figure
from dashapp.figures.map.glyphs import Glyph, Spot, clustered, fanned, spots_of_marks, spots_of_rows
from dashapp.figures.map.ways import Journey, journeys, ways
from dashapp.figures.overview import Extent, edges, extent, overview_figure
from dashapp.figures.timeline import TimelineLook, binned_figure, empty_figure, timeline_figure
from dashapp.projection import Frame, View, first_view
from dashapp.selection import Selection
from dashapp.theme import Theme, family_of
from dashapp.wording import Wording
from extract import PlaceMark, Query, Row, Store

Figure = dict[str, Any]

FRAMES_KEPT = 32  # first views of stores and pane sizes
MOST_ROWS = 2000  # in the window; beyond, views draw places and bins
MOST_FANNED = 24
MOST_ON_A_DAY = 200
MERELY_SAID = 0.3  # of its weight, that a place where something was only said pulls the first view
LEAST_DAYS = 13  # that the page opens with, the densest in the middle
STANDING: tuple[Literal["foreground", "background"], ...] = (
    "foreground",
    "background",
)  # what the page opens with: what happened or is planned, without commentary
EVER = (dt.date(2000, 1, 1), dt.date(2000, 12, 31))  # the axis of a collection without any day


class Pane(msgspec.Struct, frozen=True):
    """How large the views are on the reader's screen, in pixels."""

    map: tuple[float, float] = (1043.0, 592.0)
    time: tuple[float, float] = (1043.0, 190.0)
    strip: tuple[float, float] = (1043.0, 62.0)
    top: float = 52.0


class Look(msgspec.Struct, frozen=True):
    """How the reader wants the page."""

    theme: Theme
    words: Wording
    pane: Pane


def pane_of(data: object) -> Pane:
    """Read the sizes that the browser sends; sizes that cannot be are those of a desk screen."""
    usual = Pane()
    given = data if isinstance(data, Mapping) else {}

    def size(name: str) -> tuple[float, float]:
        value = given.get(name)
        fits = (
            isinstance(value, list) and len(value) == 2 and all(isinstance(one, int | float) and 40 <= one <= 8000 for one in value)
        )
        return (float(value[0]), float(value[1])) if fits and isinstance(value, list) else getattr(usual, name)

    top = given.get("top")
    return Pane(
        size("map"), size("time"), size("strip"), float(top) if isinstance(top, int | float) and 0 <= top <= 2000 else usual.top
    )


def whole_days(store: Store) -> tuple[dt.date, dt.date]:
    """Give the first and the last day of the whole collection."""
    summary = store.summary()
    return (summary.first_day, summary.last_day) if summary.first_day and summary.last_day else EVER


def frame_of(store: Store, selection: Selection, pane: Pane) -> Frame:
    """Give the map's frame: where the reader moved it, or the first view of what is in the opening days."""
    return Frame(selection.view or _first_view(store, store.linked(), pane.map, pane.top), *pane.map)


@lru_cache(maxsize=FRAMES_KEPT)  # every view of every answer asks for it
def _first_view(store: Store, _linked: int, size: tuple[float, float], top: float) -> View:
    """Choose the view of a pane of so many pixels that the page opens with; ``_linked`` tells one state of a store from another."""
    first, last = opening_days(store)
    marks = store.marks_by_place(Query(first_day=first, last_day=last, statuses=STANDING))
    sharp = [mark for mark in marks if mark.place_kind not in VAGUE_KINDS] or marks
    return first_view([(mark.latitude, mark.longitude, _pull(mark)) for mark in sharp], *size, top)


def opening_days(store: Store) -> tuple[dt.date, dt.date]:
    """Give the days that open: the densest span with its surroundings, or all."""
    densest = store.opening_window()
    if densest is None:
        return whole_days(store)
    more = max(0, LEAST_DAYS - (densest[1] - densest[0]).days - 1)
    first, last = densest[0].toordinal() - more // 2, densest[1].toordinal() + (more + 1) // 2
    return dt.date.fromordinal(max(1, first)), dt.date.fromordinal(min(dt.date.max.toordinal(), last))


def map_view(store: Store, selection: Selection, look: Look) -> Figure:
    """Draw what every other view selected."""
    frame = frame_of(store, selection, look.pane)
    spots, routes = _spots(store, selection, look)
    things = _things(store, selection, clustered(spots, frame), look, frame)
    return map_figure(replace(things, journeys=routes), _map_look(frame, look))


def map_ring(store: Store, selection: Selection, look: Look) -> tuple[list[Figure], list[Figure]]:
    """Draw only what belongs to the chosen happening: the first two traces of the map, and the last two."""
    frame = frame_of(store, selection, look.pane)
    spots = clustered(_spots(store, selection, look)[0], frame)
    return chosen_traces(_things(store, selection, spots, look, frame), _map_look(frame, look))


def timeline_view(store: Store, selection: Selection, look: Look) -> Figure:
    """Draw what every other view selected, on the selected days' axis."""
    frame = frame_of(store, selection, look.pane)
    days = selection.days or whole_days(store)
    wanted = timeline_look(selection, look)
    if store.summary().first_day is None:
        return empty_figure(wanted)
    query = selection.query(frame)
    if store.count(query) > MOST_ROWS:
        bins = edges(Extent(*days), look.pane.time[0] * 0.7)
        counts = store.counts_by_time(selection.without(ids.TIMELINE).query(frame), bins, lane=cast("Any", selection.lanes))
        return binned_figure(counts, days, wanted, cursor=selection.cursor)
    return timeline_figure(
        store.window(query, MOST_ROWS), days, wanted, chosen=chosen_row(store, selection), cursor=selection.cursor
    )


def timeline_ring(store: Store, selection: Selection, look: Look) -> Figure | None:
    """Draw only the ring around the chosen happening, the timeline's last trace; None where it draws counts."""
    counted = store.count(selection.query(frame_of(store, selection, look.pane))) > MOST_ROWS
    return None if counted else timeline_view(store, selection, look)["data"][-1]


def strip_view(store: Store, selection: Selection, look: Look) -> tuple[Figure, Extent]:
    """Draw all days, whatever days are selected."""
    frame = frame_of(store, selection, look.pane)
    shown = extent(whole_days(store), opening_days(store), selection.days)
    counts = store.counts_by_time(selection.without(ids.STRIP).query(frame), edges(shown, look.pane.strip[0] - 152), lane="kind")
    return overview_figure(counts, shown, timeline_look(selection, look)), shown


def strip_and_brush(store: Store, selection: Selection, look: Look) -> tuple[Figure, str]:
    """Draw the strip, and tell its brush: first and last day of the strip, of the selection, and the margins in pixels."""
    if store.summary().first_day is None:
        nothing = empty_figure(timeline_look(selection, look))
        nothing["layout"].pop("annotations")
        return nothing, ""
    figure, shown = strip_view(store, selection, look)
    days = [day.isoformat() for day in selection.days] if selection.days else ["", ""]
    margin = figure["layout"]["margin"]
    return figure, ",".join([shown.first.isoformat(), shown.last.isoformat(), *days, str(margin["l"]), str(margin["r"])])


def timeline_look(selection: Selection, look: Look) -> TimelineLook:
    """Say how the timeline is to look."""
    return TimelineLook(look.theme, look.words, *look.pane.time, selection.lanes)


def chosen_row(store: Store, selection: Selection) -> Row | None:
    """Give the row of the chosen happening."""
    rows = store.rows([selection.happening]) if selection.happening else ()
    return rows[0] if rows else None


def story_of(store: Store, selection: Selection) -> Story | None:
    """Gather what the reading pane shows of the chosen happening."""
    row = chosen_row(store, selection)
    happening = store.happening(row.id) if row else None
    if row is None or happening is None:
        return None
    whole = store.rows([happening.part_of]) if happening.part_of else ()
    near = store.window(selection.query(), MOST_ROWS)
    parts = [one for one in near if one.part_of == row.id]
    beside = [one for one in near if selection.place and one.id != row.id and _key(one) == selection.place]
    return Story(happening, row, store.tellings(row.id), whole[0] if whole else None, parts, beside[:40])


def told_story(store: Store, row: Row) -> Story | None:
    """Gather what is told of a happening by itself, without what lies around it."""
    happening = store.happening(row.id)
    return Story(happening, row, store.tellings(row.id)) if happening else None


def on_day(store: Store, selection: Selection) -> tuple[Row, ...]:
    """Find what happened on the day or days of the cursor, the nearest dated first."""
    cursor = selection.cursor
    if cursor is None:
        return ()
    rows = store.window(replace(selection.query(), first_day=cursor[0], last_day=cursor[1]), MOST_ON_A_DAY)
    return tuple(sorted(rows, key=lambda row: ((row.last_day or cursor[1]) - (row.first_day or cursor[0]), -row.weight, row.id)))


def _spots(store: Store, selection: Selection, look: Look) -> tuple[list[Spot], list[Journey]]:
    """Give the places with their happenings, and the journeys; beyond MOST_ROWS only the places with their numbers."""
    query = selection.without(ids.MAP).query()
    if store.count(query) > MOST_ROWS:
        return spots_of_marks(store.marks_by_place(query), look.words.code), []
    rows = store.window(query, MOST_ROWS)
    return spots_of_rows(rows, look.words.code), journeys(rows)


def _things(store: Store, selection: Selection, spots: list[Spot], look: Look, frame: Frame) -> MapThings:
    row = chosen_row(store, selection)
    happening = store.happening(row.id) if row else None
    opened = next((spot for spot in spots if spot.key == selection.place), None)
    if opened and opened.count > 1:
        members = store.rows([one for glyph in opened.glyphs for one in glyph.ids][:MOST_FANNED])
        fan = fanned(opened, members, look.words.code, frame, look.pane.top)
        spots = [fan if spot is opened else spot for spot in spots]
    chosen = _glyph_of(row, spots or spots_of_rows([row], look.words.code)) if row else None
    strong = frozenset(one.id for one in on_day(store, selection)) if selection.day else None
    return MapThings(spots, (), ways(happening) if happening else (), chosen, row.kind if row else "", strong)


def _pull(mark: PlaceMark) -> float:
    """Weigh a place for the first view by its main happening, so that one place with many leaves the others in it."""
    told = any(family_of(kind) != "statement" for kind, _ in mark.kinds)
    return mark.weight * (1.0 if told else MERELY_SAID)


def _glyph_of(row: Row, spots: list[Spot]) -> tuple[Spot, Glyph] | None:
    found = ((spot, glyph) for spot in spots for glyph in spot.glyphs if row.id in glyph.ids)
    return next(found, None)


def _map_look(frame: Frame, look: Look) -> MapLook:
    return MapLook(look.theme, look.words, frame, look.pane.top)


def _key(row: Row) -> str:
    return f"{row.latitude:.4f},{row.longitude:.4f}" if row.latitude is not None and row.longitude is not None else ""
