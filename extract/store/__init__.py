"""Happenings ↔ disk, and the questions of the views: the only folder with SQL.

One corpus is one file, SQLite in WAL mode. A writer and any number of readers may have it open at once; each change
is one transaction, so a reader sees a whole article or none of it, and a killed writer loses nothing that was done.

The views ask six questions of a ``models.Query`` or an id: counts by time, marks by place, facets, the heaviest
happenings, one happening with its sources, search. The first four are answered from arrays in memory, loaded again
when another process has changed the happenings. Nothing else of the store is seen outside, so that a larger one
may take its place.
"""

import datetime as dt
import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from extract.models import Article, Document, Facets, Happening, PlaceMark, Problem, Query, Row, Summary, Telling, TimeCounts
from extract.store import reading, views, writing
from extract.store.database import connect, default_path, explained, transaction
from extract.store.frame import Frame, load_frame
from extract.store.marking import ArticleMark
from extract.store.searching import find_ids
from extract.store.selecting import Selected, select
from extract.store.views import OTHER_LANES, Lane

__all__ = ["OTHER_LANES", "Lane", "Store", "default_path"]


class Store:
    """One corpus on disk. May be used by several threads; open it with ``Store.open``."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection
        self._lock = threading.RLock()
        self._frame: Frame | None = None
        self._found: tuple[int, str, tuple[str, ...]] | None = None  # the last search: views ask it again and again

    @classmethod
    def open(cls, path: Path | str, create: bool = True) -> Self:
        """Open the store at a path, or make a new one there.

        Raises
        ------
        StoreError
            There is none and ``create`` is false; the file is no store or of another version; it may not be written.
        """
        return cls(connect(Path(path), create=create), Path(path))

    def close(self) -> None:
        """Close the file; the store answers nothing more."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    # What is written

    def describe(self, *, title: str | None, note: str | None) -> None:
        """Name the corpus, and say where it is from."""
        with self._writing():
            if reading.described(self._connection) != (title, note):
                rows = (("title", title), ("note", note))
                self._connection.executemany("INSERT OR REPLACE INTO corpus VALUES (?, ?)", rows)
                writing.changed(self._connection, linked=False)

    def is_known(self, document: Document) -> bool:
        """Tell whether this very text is stored under this name and with the metadata that it bears now."""
        with self._reading():
            return reading.is_known(self._connection, document)

    def put_article(self, article: Article) -> str:
        """Store one article, whole, in place of what stood under its id.

        Returns
        -------
        str
            The id that the text is kept under: that of an equal text, where there is one, which then has one name more.
        """
        with self._writing():
            key = writing.write_article(self._connection, article)
            writing.changed(self._connection, linked=False)
        return key

    def forget_missing(self, ids: Iterable[str]) -> int:
        """Take the documents that are not among ``ids`` out of the views; they stay stored, and come back when named again.

        Returns
        -------
        int
            How many went or came back: link again where it is not 0.
        """
        with self._writing():
            moved = writing.write_presence(self._connection, set(ids))
            if moved:
                writing.changed(self._connection, linked=True)
        return moved

    def replace_happenings(
        self, happenings: Sequence[Happening], *, touched: Collection[str] | None = None, settled: bool = True
    ) -> None:
        """Store happenings in place of those that tell of the touched documents, or of all.

        Ids that are stored stay: a happening keeps the oldest id of its mentions, and the ids of others that joined
        it redirect to it. What is no longer told leaves the views, and its id is still answered.

        Parameters
        ----------
        happenings
            All happenings with a mention in a touched document; their ids are proposals.
        touched
            Ids of the documents; None for all.
        settled
            False while more articles are read: ids are promised when all is in.
        """
        with self._writing():
            writing.write_happenings(self._connection, happenings, None if touched is None else set(touched), settled=settled)
            writing.changed(self._connection, linked=True)

    def mark_reader(self, reader: str) -> bool:
        """Note which version of the rules reads this corpus; True where what is stored was read by another."""
        with self._writing():
            row = self._connection.execute("SELECT value FROM corpus WHERE name = 'reader'").fetchone()
            self._connection.execute("INSERT OR REPLACE INTO corpus VALUES ('reader', ?)", (reader,))
        return row is not None and row[0] != reader

    def is_pending(self) -> bool:
        """Tell whether articles were stored since the happenings were last linked: a reading was interrupted."""
        with self._reading():
            row = self._connection.execute("SELECT value FROM corpus WHERE name = 'pending'").fetchone()
        return bool(row and row[0])

    def set_published(self, document_id: str, day: dt.date) -> None:
        """Keep a publication day that the reader set; `published_days` gives it to every later reading."""
        with self._writing():
            self._connection.execute("INSERT OR REPLACE INTO published VALUES (?, ?)", (document_id, day.isoformat()))

    def published_days(self) -> dict[str, dt.date]:
        """Give the publication days that the reader set, by document."""
        with self._reading():
            rows = self._connection.execute("SELECT document_id, day FROM published ORDER BY document_id").fetchall()
        return {document_id: dt.date.fromisoformat(day) for document_id, day in rows}

    def put_problems(self, problems: Iterable[Problem]) -> None:
        """Keep what could not be read at the last reading, in place of what was kept before."""
        with self._writing():
            self._connection.execute("DELETE FROM problems")
            rows = [(one.subject, one.message, int(one.fatal)) for one in problems]
            self._connection.executemany("INSERT OR IGNORE INTO problems VALUES (?, ?, ?)", rows)

    # What is stored

    def version(self) -> int:
        """Give a number that changes whenever the store does, from whatever process."""
        with self._reading():
            return reading.number(self._connection, "version")

    def linked(self) -> int:
        """Give a number that changes whenever the happenings in the views do, from whatever process."""
        with self._reading():
            return reading.number(self._connection, "linked")

    def summary(self) -> Summary:
        """Say what the title line says: numbers of what is shown, and the days covered."""
        with self._reading():
            return reading.summary(self._connection, self._current())

    def opening_window(self) -> tuple[dt.date, dt.date] | None:
        """Give the shortest span of days with 80 % of the dated foreground happenings; None where none is dated."""
        return views.densest_span(self._current())

    def documents(self) -> tuple[Document, ...]:
        """List the documents in the views, by id, without their texts."""
        with self._reading():
            return reading.documents(self._connection)

    def articles(self, ids: Iterable[str] | None = None) -> tuple[Article, ...]:
        """Give articles with their texts, by id: those named, or all in the views."""
        with self._reading():
            return reading.articles(self._connection, ids)

    def problems(self) -> tuple[Problem, ...]:
        """List what could not be read."""
        with self._reading():
            return reading.problems(self._connection)

    # What the views ask

    def counts_by_time(self, query: Query, edges: Sequence[dt.date], lane: Lane = "kind") -> TimeCounts:
        """Count by bin and lane, fullest lane first; at most 40 lanes, then ``OTHER_LANES`` with the rest.

        Parameters
        ----------
        query
            What is counted.
        edges
            First days of n bins and the day after the last, ascending.
        lane
            By what the lanes are made.
        """
        frame, selected = self._select(query)
        return views.count_by_time(frame, selected.mask(), edges, lane)

    def marks_by_place(self, query: Query) -> tuple[PlaceMark, ...]:
        """Give one mark for each point on the map, heaviest first."""
        frame, selected = self._select(query)
        return views.place_marks(frame, selected.mask())

    def facets(self, query: Query) -> Facets:
        """Count by value; each facet ignores its own clause, so that a chip says what choosing it would show.

        ``undated`` ignores the days, ``unplaced`` the box, ``hidden`` the switch for what is hidden.
        """
        frame, selected = self._select(query)
        return views.count_facets(frame, selected)

    def count(self, query: Query) -> int:
        """Count the happenings of a query."""
        return int(self._select(query)[1].mask().sum())

    def window(self, query: Query, limit: int) -> tuple[Row, ...]:
        """Give at most ``limit`` happenings, heaviest first."""
        frame, selected = self._select(query)
        return views.heaviest(frame, selected.mask(), limit)

    def rows(self, ids: Iterable[str]) -> tuple[Row, ...]:
        """Give happenings by their ids, in that order; an id that joined another gives that one, an unknown id nothing."""
        frame = self._current()
        with self._reading():
            followed = [reading.follow(self._connection, key) for key in ids]
        return tuple(frame.row(frame.row_of[key]) for key in dict.fromkeys(followed) if key in frame.row_of)

    def happening(self, key: str) -> Happening | None:
        """Give one happening whole, following redirects; None for an id that never was."""
        with self._reading():
            return reading.happening(self._connection, key)

    def told(self, query: Query) -> tuple[tuple[Happening, tuple[Telling, ...]], ...]:
        """Give all happenings of a query whole, heaviest first, each with its sentences: what is exported."""
        frame, selected = self._select(query)
        with self._reading():
            return tuple(reading.told(self._connection, frame.columns["id"][selected.mask()].tolist()))

    def tellings(self, key: str) -> tuple[Telling, ...]:
        """List the sentences that tell of a happening, and those that lent it a day or place, with every mark."""
        with self._reading():
            return reading.tellings(self._connection, key)

    def article(self, document_id: str) -> tuple[Document, tuple[ArticleMark, ...]] | None:
        """Give one document, by id or other name, and the marks of all its happenings: (role, span, rule, value, happening id)."""
        with self._reading():
            return reading.article(self._connection, document_id)

    def search(self, words: str) -> tuple[str, ...]:
        """Find happenings by labels, people, places and sentences, heaviest first.

        Every word must be found, as a part of a word, folded; a name also in another script.
        """
        with self._reading():
            linked = reading.number(self._connection, "linked")
            if self._found is None or self._found[:2] != (linked, words):
                self._found = (linked, words, find_ids(self._connection, words))
            return self._found[2]

    def _select(self, query: Query) -> tuple[Frame, Selected]:
        frame = self._current()
        found = self.search(query.words) if query.words.strip() else None
        return frame, select(frame, query, found)

    def _current(self) -> Frame:
        """Give the frame of the happenings as they are now."""
        with self._reading():
            linked = reading.number(self._connection, "linked")
            if self._frame is None or self._frame.linked != linked:
                self._frame = load_frame(self._connection, linked)
            return self._frame

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """See one state of the file throughout, whatever others write."""
        with self._lock, explained(self.path):
            if self._connection.in_transaction:
                yield
                return
            with transaction(self._connection, "DEFERRED"):
                yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._lock, explained(self.path), transaction(self._connection):
            yield
