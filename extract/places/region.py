"""Where a document is, by the names in it that are surely places: a doubtful name of that region is likelier a place."""

import math
from collections.abc import Iterable, Sequence
from itertools import product

from extract.gazetteer import Gazetteer, Name
from extract.places.scan import Hit

SAME_DIVISION, NEXT_TO = 1.2, 1.2  # for a place of a first division told, and for one beside a place told
FEW_MEANINGS = 3  # a name of more meanings says nothing of the region, unless the text says in what it lies
CELL = 0.5  # degrees; about 50 km
SMALL = frozenset({"city", "admin2", "facility"})
DIVISIONS = frozenset({"admin1"})


class Region:
    """The first divisions and the neighbourhoods of the names that are surely places."""

    def __init__(self, sure: Sequence[Hit], rare: Sequence[Hit], gazetteer: Gazetteer) -> None:
        """Look at the sure names of one document, and at those that are no other words: two that lie near are sure too."""
        self.gazetteer = gazetteer
        rows = sorted({row for hit in sure for row in _rows(hit, gazetteer)} | self._neighbours(rare))
        self.divisions = {gazetteer.admin1(row) for row in rows} - {None}
        self.cells = {
            (north + dn, east + de)
            for row in rows
            if gazetteer.kind(row) in SMALL
            for north, east in (self._cell(row),)
            for dn in (-1, 0, 1)
            for de in (-1, 0, 1)
        }

    def _neighbours(self, rare: Sequence[Hit]) -> set[int]:
        """List the rows of the names that have another of them near."""
        cells: dict[tuple[int, int], dict[str, int]] = {}
        for hit in rare:
            for row in _rows(hit, self.gazetteer) if len(hit.meanings) <= FEW_MEANINGS else ():
                if self.gazetteer.kind(row) in SMALL:
                    north, east = self._cell(row)
                    for dn, de in product((0, 1), (0, 1)):
                        cells.setdefault((north + dn, east + de), {})[hit.key] = row
        return {row for names in cells.values() if len(names) > 1 for row in names.values()}

    def score(self, meanings: Iterable[Name]) -> float:
        """Give points to a name that may be a place of the region."""
        rows = [name.row for name in meanings if name.main]
        same = any(self.gazetteer.admin1(row) in self.divisions for row in rows)
        return SAME_DIVISION * same + NEXT_TO * any(self._cell(row) in self.cells for row in rows)

    def _cell(self, row: int) -> tuple[int, int]:
        latitude, longitude = self.gazetteer.point(row)
        narrow = max(0.2, math.cos(math.radians(round(latitude))))
        return math.floor(latitude / CELL), math.floor(longitude * narrow / CELL)


def _rows(hit: Hit, gazetteer: Gazetteer) -> list[int]:
    """List what a sure name means: what the text says, or its few meanings, or the divisions among its many."""
    if hit.within or hit.fixed:
        return [row for row in (hit.within, hit.fixed) if row]
    rows = [name.row for name in hit.meanings]
    if len(rows) <= FEW_MEANINGS:
        return rows
    return [name.row for name in hit.meanings if name.main and gazetteer.kind(name.row) in DIVISIONS]
