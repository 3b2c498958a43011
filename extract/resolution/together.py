"""Which names of a document lie together: towns of one neighbourhood tell each other's, in spite of better known namesakes.

"Lima police said a man from Bellefontaine was shot in Allen County": all three lie in one corner of Ohio.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from extract.geo import LatLon

CELL = 1.0  # degrees; an area is two of them wide, and areas overlap
FEWEST, SHARE = 3, 0.5  # names that lie together, and their share of the names that may
GAIN, LEAST_GAIN, LEAST_GAIN_OF_TWO = (
    2.2,
    1.0,
    2.4,
)  # for each name that lies in an area, less what its prior there lacks to its best; for all of them
MOST_LACKING = 5.0  # of one name

Reading = tuple[float, LatLon]  # prior and point


def lying_together(names: Sequence[Sequence[Reading]]) -> list[int | None]:
    """Choose for each name the reading that lies where most of them do; None for the others, or for all.

    The readings of a name come best known first.
    """
    areas: defaultdict[tuple[int, int], dict[int, int]] = defaultdict(dict)
    for number, readings in enumerate(names):
        for place, (prior, point) in enumerate(readings):
            if readings[0][0] - prior > MOST_LACKING:
                break
            for area in _areas(point):
                areas[area].setdefault(number, place)
    fewest, least = (FEWEST, LEAST_GAIN) if len(names) >= FEWEST else (2, LEAST_GAIN_OF_TWO)
    best = max(((_gain(there, names), area) for area, there in areas.items() if len(there) >= fewest), default=None)
    if best is None or best[0] < least or len(areas[best[1]]) < SHARE * len(names):
        return [None] * len(names)
    chosen = [areas[best[1]].get(number) for number in range(len(names))]
    return chosen if any(chosen) else [None] * len(names)  # the best known ones lie together anyway


def _gain(there: dict[int, int], names: Sequence[Sequence[Reading]]) -> float:
    return sum(GAIN - (names[number][0][0] - names[number][place][0]) for number, place in there.items())


@lru_cache(maxsize=50_000)
def _areas(point: LatLon) -> tuple[tuple[int, int], ...]:
    """List the overlapping areas in which a point lies: two cells high, and about as wide."""
    north = math.floor(point[0] / CELL)
    east = [math.floor(point[1] * max(0.2, math.cos(math.radians(row * CELL))) / CELL) for row in (north, north - 1)]
    return (north, east[0]), (north, east[0] - 1), (north - 1, east[1]), (north - 1, east[1] - 1)
