"""Where the names stand on the map: none clipped by the pane's edge, none over another name or mark."""

import json
import math
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec

from dashapp.figures.map.glyphs import Spot, glyph_px
from dashapp.projection import Frame
from dashapp.wording import DEFAULT, Wording

HERE = Path(__file__).parent
# Widths of letters of 13 px Inter, measured in Chromium; other scripts by their mean (Devanagari place names: 4.0 to 5.3).
NARROW, WIDE = frozenset("iljtfrI.,:;'|!-() "), frozenset("mwMW%@")
NARROW_PX, LETTER_PX, CAPITAL_PX, WIDE_PX = 4.2, 7.7, 8.9, 11.6
COMBINED_PX, IDEOGRAPH_PX = 5.2, 13.0
LINE_PX = 17.0
MOST_NAMES = 40
LAND_LETTER_PX = 8.4  # capitals of 10.5 px with letter spacing
BESIDE_PX = 60.0  # a country's own mark so near says its name, perhaps in another language
TOOLS_PX = (54.0, 136.0)  # the buttons in the upper right corner, under the tabs
EDGE_PX = 6.0
RING_PX = 11.0  # between a mark and its name, so that the ring of the chosen one has room
TOP_PX, FOOT_PX = 52.0, 40.0  # where chips and notes lie over the map
NEAR_SHARES, NEAR_LINES = (0.0, 0.12, -0.12, 0.2, -0.2), (0, -1, 1, -2, 2)  # where a country's name may stand instead
LEAST_SHARE, MOST_SHARE = 0.06, 1.6  # of the pane's width that a country may take to be named

Rect = tuple[float, float, float, float]


class Name(msgspec.Struct, frozen=True):
    """A text with the pixel of its middle."""

    text: str
    x: float
    y: float


class Room:
    """What is taken already on the pane."""

    def __init__(self, frame: Frame, top: float = TOP_PX) -> None:
        self.frame, self.top = frame, top
        self.taken: list[Rect] = [(frame.width - TOOLS_PX[0], top, frame.width, top + TOOLS_PX[1])]

    def take(self, rect: Rect) -> None:
        """Mark a rectangle as taken."""
        self.taken.append(rect)

    def free(self, rect: Rect) -> bool:
        """Tell whether a rectangle is inside the pane and covers nothing."""
        left, top, right, bottom = rect
        if left < EDGE_PX or right > self.frame.width - EDGE_PX or top < self.top or bottom > self.frame.height - FOOT_PX:
            return False
        return all(right <= a or left >= c or bottom <= b or top >= d for a, b, c, d in self.taken)


def place_names(spots: Sequence[Spot], room: Room) -> list[Name]:
    """Name the places, the heaviest first, each at the best free side of its marks."""
    for spot in spots:
        _take_glyphs(spot, room)
    names: list[Name] = []
    for spot in spots[: 4 * MOST_NAMES]:
        pixel = room.frame.pixel(spot.point)
        if pixel is None or not spot.name or len(names) >= MOST_NAMES:
            continue
        width = text_px(spot.name)
        for x, y in _sides(spot, pixel, width):
            rect = (x - width / 2, y - LINE_PX / 2, x + width / 2, y + LINE_PX / 2)
            if room.free(rect):
                room.take(rect)
                names.append(Name(spot.name, x, y))
                break
    return names


def land_names(room: Room, words: Wording, spots: Sequence[Spot] = ()) -> list[Name]:
    """Name countries and seas where there is room left, and no mark bears that name already."""
    names = []
    marked = {spot.name for spot in spots}
    whole = [pixel for spot in spots if spot.kind == "country" and (pixel := room.frame.pixel(spot.point))]
    for text, latitude, longitude, across in _named_spots(words):
        pixel = room.frame.pixel((latitude, longitude))
        share = across * 0.7 * room.frame.height / room.frame.view.span / room.frame.width
        if pixel is None or not LEAST_SHARE <= share <= MOST_SHARE or text in marked or _beside(pixel, whole):
            continue
        width, reach = len(text) * LAND_LETTER_PX, share * room.frame.width
        for x, y in ((pixel[0] + dx * reach, pixel[1] + dy * LINE_PX) for dy in NEAR_LINES for dx in NEAR_SHARES):
            rect = (x - width / 2, y - 8, x + width / 2, y + 8)
            if room.free(rect):
                room.take(rect)
                names.append(Name(text.upper(), x, y))
                break
    return names


def _beside(pixel: tuple[float, float], others: Sequence[tuple[float, float]]) -> bool:
    return any(math.dist(pixel, other) < BESIDE_PX for other in others)


def text_px(text: str) -> float:
    """Guess how wide a name will be drawn."""
    return sum(map(_letter_px, text)) + 4


def _letter_px(letter: str) -> float:
    if not letter.isascii():
        return (
            IDEOGRAPH_PX
            if letter >= "\u2e80"
            else CAPITAL_PX
            if letter.isupper()
            else LETTER_PX
            if letter < "\u0590"
            else COMBINED_PX
        )
    if letter in NARROW:
        return NARROW_PX
    return WIDE_PX if letter in WIDE else CAPITAL_PX if letter.isupper() else LETTER_PX


def _sides(spot: Spot, pixel: tuple[float, float], width: float) -> Iterator[tuple[float, float]]:
    shifts = [glyph.shift[0] for glyph in spot.glyphs]
    reach = max(glyph_px(glyph) for glyph in spot.glyphs) / 2
    right, left = max(shifts) + reach + RING_PX + width / 2, min(shifts) - reach - RING_PX - width / 2
    above, below = -reach - LINE_PX / 2 - RING_PX + 6, reach + LINE_PX / 2 + RING_PX - 6
    for x, y in (
        (right, 0),
        (left, 0),
        (0, above),
        (0, below),
        (right - 6, above),
        (left + 6, above),
        (right - 6, below),
        (left + 6, below),
    ):
        yield pixel[0] + x, pixel[1] + y


def _take_glyphs(spot: Spot, room: Room) -> None:
    pixel = room.frame.pixel(spot.point)
    for glyph in spot.glyphs if pixel else ():
        assert pixel
        x, y, half = pixel[0] + glyph.shift[0], pixel[1] + glyph.shift[1], glyph_px(glyph) / 2
        room.take((x - half, y - half, x + half, y + half))


def _named_spots(words: Wording) -> Iterator[tuple[str, float, float, float]]:
    for code, (latitude, longitude, across) in _countries().items():
        if name := words.territory(code):
            yield name, latitude, longitude, across
    for names, (latitude, longitude, across) in _seas():
        yield names.get(words.code, names[DEFAULT]), latitude, longitude, across


@cache
def _countries() -> dict[str, tuple[float, float, float]]:
    table = json.loads((HERE / "countries.json").read_text(encoding="utf-8"))
    return {code: (spot[0], spot[1], spot[2]) for code, spot in sorted(table.items(), key=lambda pair: -pair[1][2])}


@cache
def _seas() -> list[tuple[dict[str, str], tuple[float, float, float]]]:
    table = tomllib.loads((HERE / "seas.toml").read_text(encoding="utf-8"))["seas"]
    return [
        ({key: text for key, text in sea.items() if key != "spot"}, (sea["spot"][0], sea["spot"][1], sea["spot"][2]))
        for sea in table
    ]
