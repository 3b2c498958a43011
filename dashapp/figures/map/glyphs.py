"""Happenings or marks by place → the glyphs that the map draws: one a place, with the shape of its weightiest happening."""

import math
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from dashapp.projection import Frame
from extract import PlaceMark, Row

NEAR_PX = 23.0  # places nearer than this on the pane share one glyph
FAN_PX = 34.0  # from ring to ring of an open place
FAN_MARKS = 12  # in one ring
FAN_EDGE_PX = 14.0  # kept free around the rings
MOST_IDS = 50  # that a glyph bears
HOLLOW = frozenset({"planned", "hypothetical"})


class Glyph(msgspec.Struct, frozen=True):
    """One mark on the map, standing for one or more happenings."""

    kind: str
    hollow: bool
    ids: tuple[str, ...]  # by weight
    count: int
    weight: float
    label: str  # of the weightiest
    shift: tuple[float, float] = (0.0, 0.0)  # pixels from the place


class Spot(msgspec.Struct, frozen=True):
    """One place with its glyphs."""

    name: str
    latitude: float
    longitude: float
    radius_km: float
    kind: str
    count: int
    weight: float
    glyphs: tuple[Glyph, ...]

    @property
    def point(self) -> tuple[float, float]:
        """Latitude and longitude."""
        return self.latitude, self.longitude

    @property
    def key(self) -> str:
        """How the selection names the place."""
        return f"{self.latitude:.4f},{self.longitude:.4f}"


def spots_of_rows(rows: Sequence[Row], language: str) -> list[Spot]:
    """Group happenings by place; the heaviest place first."""
    groups: dict[tuple[float, float], list[Row]] = {}
    for row in rows:
        if row.latitude is not None and row.longitude is not None:
            groups.setdefault((round(row.latitude, 4), round(row.longitude, 4)), []).append(row)
    spots = [_spot(group, language) for group in groups.values()]
    return sorted(spots, key=lambda spot: (-spot.weight, spot.key))


def spots_of_marks(marks: Sequence[PlaceMark], language: str) -> list[Spot]:
    """Draw the store's marks by place, one glyph each; the heaviest place first."""
    spots = []
    for mark in marks:
        kind, name = mark.kinds[0][0] if mark.kinds else "", mark.names.get(language, mark.name)
        glyph = Glyph(kind, mark.modality in HOLLOW, mark.ids, mark.count, mark.weight, name)
        spots.append(Spot(name, mark.latitude, mark.longitude, mark.radius_km, mark.place_kind, mark.count, mark.weight, (glyph,)))
    return sorted(spots, key=lambda spot: (-spot.weight, spot.key))


def clustered(spots: Sequence[Spot], frame: Frame) -> list[Spot]:
    """Let places that would cover each other on the pane share the glyph of the heaviest."""
    cells: dict[tuple[int, int], list[int]] = {}
    kept: list[Spot] = []
    pixels: list[tuple[float, float]] = []
    for spot in spots:
        pixel = frame.pixel(spot.point)
        if pixel is None:
            continue
        cell = int(pixel[0] // NEAR_PX), int(pixel[1] // NEAR_PX)
        around = (at for x in (-1, 0, 1) for y in (-1, 0, 1) for at in cells.get((cell[0] + x, cell[1] + y), ()))
        near = next((at for at in around if math.dist(pixels[at], pixel) < NEAR_PX), None)
        if near is None:
            cells.setdefault(cell, []).append(len(kept))
            kept.append(spot)
            pixels.append(pixel)
        else:
            kept[near] = _joined(kept[near], spot)
    return kept


def fanned(spot: Spot, rows: Sequence[Row], language: str, frame: Frame, top: float) -> Spot:
    """Open a place: each of its happenings by itself, in rings around it, or beside it where the pane's edge is near."""
    glyphs = []
    aside = _aside(frame.pixel(spot.point), FAN_PX * (1 + (len(rows) - 1) // FAN_MARKS) + FAN_EDGE_PX, frame, top)
    for at, row in enumerate(rows):
        turn, lap = math.tau * (at % FAN_MARKS) / min(FAN_MARKS, len(rows)) - math.pi / 2, 1 + at // FAN_MARKS
        shift = (aside[0] + FAN_PX * lap * math.cos(turn), aside[1] + FAN_PX * lap * math.sin(turn))
        glyphs.append(_glyph([row], language, shift))
    return Spot(spot.name, spot.latitude, spot.longitude, spot.radius_km, spot.kind, spot.count, spot.weight, tuple(glyphs))


def _aside(pixel: tuple[float, float] | None, reach: float, frame: Frame, top: float) -> tuple[float, float]:
    """Say how far rings of a reach must move to be whole within the pane."""
    if pixel is None:
        return 0.0, 0.0
    x = min(max(pixel[0], reach), max(reach, frame.width - reach))
    y = min(max(pixel[1], top + reach), max(top + reach, frame.height - reach))
    return x - pixel[0], y - pixel[1]


def placed(frame: Frame, spot: Spot, glyph: Glyph) -> tuple[float, float]:
    """Find where a shifted glyph stands, as latitude and longitude."""
    pixel = frame.pixel(spot.point)
    if pixel is None or glyph.shift == (0.0, 0.0):
        return spot.point
    return frame.point(pixel[0] + glyph.shift[0], pixel[1] + glyph.shift[1])


def glyph_px(glyph: Glyph) -> float:
    """Measure a glyph: larger for weight, and for many happenings, whose number it bears."""
    return max(17.0 if glyph.count > 1 else 0.0, min(27.0, 12.0 + 4.0 * glyph.weight + 2.4 * math.sqrt(glyph.count - 1)))


def _spot(rows: Sequence[Row], language: str) -> Spot:
    rows = sorted(rows, key=lambda row: (-row.weight, row.id))
    first = rows[0]
    assert first.latitude is not None
    assert first.longitude is not None
    glyphs = (_glyph(rows, language),)
    name = first.place_names.get(language, first.place or "")
    return Spot(
        name,
        first.latitude,
        first.longitude,
        first.radius_km,
        first.place_kind,
        len(rows),
        first.weight,
        glyphs,
    )


def _joined(one: Spot, other: Spot) -> Spot:
    first, more = one.glyphs[0], other.glyphs[0]
    glyph = replace(
        first, ids=(*first.ids, *more.ids)[:MOST_IDS], count=first.count + more.count, hollow=first.hollow and more.hollow
    )
    return replace(one, count=one.count + other.count, glyphs=(glyph,))


def _glyph(rows: Sequence[Row], language: str, shift: tuple[float, float] = (0.0, 0.0)) -> Glyph:
    first = rows[0]
    label = first.labels.get(language, first.label)
    hollow = all(row.modality in HOLLOW for row in rows)
    return Glyph(first.kind, hollow, tuple(row.id for row in rows[:MOST_IDS]), len(rows), first.weight, label, shift)
