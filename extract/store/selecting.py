"""Query + frame → which rows hold each clause; every view combines them in its own way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from extract.models import Query
from extract.store.frame import Frame, Mask


@dataclass(frozen=True, slots=True)
class Selected:
    """One mask for each clause that says something.

    The names are days, box, kinds, sources, languages, modalities, statuses, words, disagreements, hidden.
    """

    size: int
    clauses: Mapping[str, Mask]

    def mask(self, *without: str) -> Mask:
        """Mark the rows for which every clause holds but those left out."""
        kept = np.ones(self.size, dtype=bool)
        for name, clause in self.clauses.items():
            if name not in without:
                kept &= clause
        return kept


def select(frame: Frame, query: Query, found: Iterable[str] | None) -> Selected:
    """Apply a query to a frame.

    Parameters
    ----------
    frame
        All happenings.
    query
        Every clause must hold.
    found
        Ids of the happenings that the query's words find; None where it has no words.
    """
    clauses: dict[str, Mask] = {}
    if query.first_day or query.last_day:
        clauses["days"] = _in_days(frame, query)
    if query.box:
        clauses["box"] = _in_box(frame, query.box)
    for name, values in (("kinds", query.kinds), ("sources", query.sources), ("languages", query.languages),
                         ("modalities", query.modalities), ("statuses", query.statuses)):  # fmt: skip
        if values:
            clauses[name] = getattr(frame, name).mask(tuple(values))
    if found is not None:
        clauses["words"] = _among(frame, found)
    if query.disagreements_only:
        clauses["disagreements"] = frame.disputed
    if not query.with_hidden:
        clauses["hidden"] = ~frame.hidden
    return Selected(len(frame), clauses)


def _in_days(frame: Frame, query: Query) -> Mask:
    kept = frame.dated.copy()
    if query.first_day:
        kept &= frame.last >= query.first_day.toordinal()
    if query.last_day:
        kept &= frame.first <= query.last_day.toordinal()
    return kept


def _in_box(frame: Frame, box: tuple[float, float, float, float]) -> Mask:
    west, south, east, north = box
    high = (frame.latitude >= south) & (frame.latitude <= north)  # NaN compares false: the unplaced are in no box
    if east - west >= 360:
        return high
    from_west, to_east = frame.longitude >= west, frame.longitude <= east
    across = (from_west & to_east) if west <= east else (from_west | to_east) & frame.placed
    return high & across


def _among(frame: Frame, ids: Iterable[str]) -> Mask:
    kept = np.zeros(len(frame), dtype=bool)
    row_of = frame.row_of
    kept[[row_of[name] for name in ids if name in row_of]] = True
    return kept
