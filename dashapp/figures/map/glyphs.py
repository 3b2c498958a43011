"""Happenings or marks by place → the glyphs that the map draws: one a place and kind, side by side where kinds share a place."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dashapp.projection import Frame
from extract import PlaceMark, Row

KINDS_A_PLACE = 4  # glyphs side by side at one place; the rest is in its count
GLYPHS_SIDE_BY_SIDE = 90  # with more places than this, one glyph a place
APART_PX = 13.0
FAN_PX = 34.0
HOLLOW = frozenset({"planned", "hypothetical"})


@dataclass(frozen=True, slots=True)
class Glyph:
    """One mark on the map, standing for one or more happenings."""

    kind: str
    hollow: bool
    ids: tuple[str, ...]  # by weight
    count: int
    weight: float
    label: str  # of the weightiest
    shift: tuple[float, float] = (0.0, 0.0)  # pixels from the place


@dataclass(frozen=True, slots=True)
class Spot:
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
    crowded = len(groups) > GLYPHS_SIDE_BY_SIDE
    spots = [_spot(group, language, crowded=crowded) for group in groups.values()]
    return sorted(spots, key=lambda spot: (-spot.weight, spot.key))


def spots_of_marks(marks: Sequence[PlaceMark]) -> list[Spot]:
    """Draw the store's marks by place, one glyph each; the heaviest place first."""
    spots = []
    for mark in marks:
        kind = mark.kinds[0][0] if mark.kinds else ""
        glyph = Glyph(kind, mark.modality in HOLLOW, mark.ids, mark.count, mark.weight, mark.name)
        spots.append(
            Spot(mark.name, mark.latitude, mark.longitude, mark.radius_km, mark.place_kind, mark.count, mark.weight, (glyph,))
        )
    return sorted(spots, key=lambda spot: (-spot.weight, spot.key))


def fanned(spot: Spot, rows: Sequence[Row], language: str) -> Spot:
    """Open a place: each of its happenings by itself, in a ring around it."""
    glyphs = []
    for at, row in enumerate(rows):
        turn, lap = math.tau * (at % 12) / min(12, len(rows)) - math.pi / 2, 1 + at // 12
        shift = (FAN_PX * lap * math.cos(turn), FAN_PX * lap * math.sin(turn))
        glyphs.append(_glyph([row], language, shift))
    return Spot(spot.name, spot.latitude, spot.longitude, spot.radius_km, spot.kind, spot.count, spot.weight, tuple(glyphs))


def placed(frame: Frame, spot: Spot, glyph: Glyph) -> tuple[float, float]:
    """Find where a shifted glyph stands, as latitude and longitude."""
    pixel = frame.pixel(spot.point)
    if pixel is None or glyph.shift == (0.0, 0.0):
        return spot.point
    return frame.point(pixel[0] + glyph.shift[0], pixel[1] + glyph.shift[1])


def glyph_px(glyph: Glyph) -> float:
    """Measure a glyph: larger for weight, and for many happenings."""
    return min(26.0, 12.0 + 4.0 * glyph.weight + 2.2 * math.sqrt(glyph.count - 1))


def _spot(rows: Sequence[Row], language: str, *, crowded: bool) -> Spot:
    rows = sorted(rows, key=lambda row: (-row.weight, row.id))
    first = rows[0]
    assert first.latitude is not None
    assert first.longitude is not None
    groups: dict[tuple[str, bool], list[Row]] = {}
    for row in rows:
        groups.setdefault(("" if crowded else row.kind, not crowded and row.modality in HOLLOW), []).append(row)
    kept = list(groups.values())[:KINDS_A_PLACE]
    left = -APART_PX * (len(kept) - 1) / 2
    glyphs = tuple(_glyph(group, language, (left + APART_PX * at if len(kept) > 1 else 0.0, 0.0)) for at, group in enumerate(kept))
    return Spot(
        first.place or "", first.latitude, first.longitude, first.radius_km, first.place_kind, len(rows), first.weight, glyphs
    )


def _glyph(rows: Sequence[Row], language: str, shift: tuple[float, float]) -> Glyph:
    first = rows[0]
    label = first.labels.get(language, first.label)
    return Glyph(first.kind, first.modality in HOLLOW, tuple(row.id for row in rows[:50]), len(rows), first.weight, label, shift)
