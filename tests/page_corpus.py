"""A small corpus in memory, behind the same questions as the store: what the page's tests draw.

The sentences are made up for the tests. ``FakeStore(count)`` repeats them to any number of happenings.
"""

import datetime as dt
import itertools
import tomllib
from collections import Counter
from pathlib import Path

from msgspec.structs import replace

from extract import (
    Actor,
    Disagreement,
    Document,
    Facets,
    Happening,
    Mention,
    PlaceMark,
    Problem,
    Provenance,
    Query,
    Row,
    Side,
    Span,
    Summary,
    Telling,
    TimeCounts,
    When,
    Where,
)

PLACES = {
    "Vostochny Cosmodrome": (51.884, 128.334, 12, "facility"),
    "Pyongyang": (39.03, 125.75, 15, "city"),
    "Vladivostok": (43.12, 131.89, 15, "city"),
    "Khasan": (42.43, 130.64, 5, "city"),
    "Komsomolsk-on-Amur": (50.55, 137.0, 12, "city"),
    "Seoul": (37.57, 126.98, 20, "city"),
    "Tokyo": (35.68, 139.69, 25, "city"),
    "Sunan": (39.22, 125.67, 8, "city"),
    "Sohae": (39.66, 124.70, 8, "facility"),
    "Sinpo": (40.03, 128.18, 8, "city"),
    "Sea of Japan": (40.0, 134.0, 350, "sea"),
    "Moscow": (55.75, 37.62, 25, "city"),
    "Ukraine": (49.0, 32.0, 500, "country"),
}
SOURCES = {
    "wire": ("The Wire", "en", "2023-09-13"),
    "post": ("Harbour Post", "en", "2023-09-14"),
    "dainik": ("दैनिक तट", "hi", "2023-09-13"),
}

# label, kind, place, first day, last day, grain, clock, modality, status, weight, participants, {source: sentence}, marked words
FIELDS = (
    *("label", "kind", "place", "first_day", "last_day", "grain", "clock", "modality", "status", "weight"),
    *("people", "sentences", "marks"),
)


def _told() -> list[tuple]:
    """Read the happenings; lists are tuples, and what is not told is None."""
    table = tomllib.loads((Path(__file__).parent / "page_told.toml").read_text(encoding="utf-8"))["told"]
    return [tuple(_fixed(one.get(name)) for name in FIELDS) for one in table]


def _fixed(value: object) -> object:
    if isinstance(value, dict):
        return {name: _fixed(part) for name, part in value.items()}
    return tuple(value) if isinstance(value, list) else value


TOLD: list[tuple] = _told()


class FakeStore:
    """The store's questions, answered from a list."""

    def __init__(self, told: list[tuple] | None = None, *, title: str = "Summit at Vostochny") -> None:
        told = TOLD if told is None else told
        self.title = title
        self.papers = _documents(told)
        self.happenings = {f"h{at}": _happening(at, one, self.papers) for at, one in enumerate(told)}
        self.all_rows = tuple(_row(one, self.papers) for one in self.happenings.values())
        self.marked = {f"h{at}": one[12] for at, one in enumerate(told)}
        self.revision = 1
        self.failed: tuple[Problem, ...] = ()

    def summary(self) -> Summary:
        dated = [row for row in self.all_rows if row.first_day]
        places = {row.place for row in self.all_rows if row.latitude is not None}
        return Summary(
            self.title,
            None,
            len(self.all_rows),
            len(places),
            sum(row.mentions for row in self.all_rows),
            len(self.papers),
            min((row.first_day for row in dated), default=None),
            max((row.last_day for row in dated), default=None),
            self.revision,
        )

    def documents(self) -> tuple[Document, ...]:
        return tuple(self.papers.values())

    def problems(self) -> tuple[Problem, ...]:
        return self.failed

    def version(self) -> int:
        return self.revision

    def linked(self) -> int:
        return self.revision

    def opening_window(self) -> tuple[dt.date, dt.date] | None:
        return (dt.date(2023, 8, 30), dt.date(2023, 9, 20)) if self.all_rows else None

    def count(self, query: Query) -> int:
        return sum(self._holds(row, query) for row in self.all_rows)

    def window(self, query: Query, limit: int) -> tuple[Row, ...]:
        kept = [row for row in self.all_rows if self._holds(row, query)]
        return tuple(sorted(kept, key=lambda row: (-row.weight, row.id))[:limit])

    def told(self, query: Query):
        return [(self.happenings[row.id], self.tellings(row.id)) for row in self.window(query, 10**6)]

    def rows(self, ids) -> tuple[Row, ...]:
        return tuple(row for wanted in ids for row in self.all_rows if row.id == wanted)

    def happening(self, wanted: str) -> Happening | None:
        return self.happenings.get(wanted)

    def tellings(self, wanted: str) -> tuple[Telling, ...]:
        happening = self.happenings.get(wanted)
        return tuple(self._telling(mention, wanted) for mention in happening.mentions) if happening else ()

    def article(self, document_id: str):
        document = self.papers.get(document_id)
        if document is None:
            return None
        marks = [
            (*mark, one.id)
            for one in self.happenings.values()
            for telling in self.tellings(one.id)
            if telling.document.id == document_id
            for mark in telling.marks
        ]
        return document, tuple(sorted(marks, key=lambda mark: mark[1]))

    def search(self, words: str) -> tuple[str, ...]:
        return tuple(row.id for row in self.all_rows if self._found(row, words))

    def counts_by_time(self, query: Query, edges=None, lane: str = "kind", bins: int = 60) -> TimeCounts:
        rows = list(self.window(replace(query, first_day=None, last_day=None), 10**6))
        dated = [row for row in rows if row.first_day]
        edges = tuple(edges)
        lanes = tuple(sorted({self._lane(row, lane) for row in dated}))
        counts = [
            [sum(self._lane(row, lane) == name and a <= row.first_day < b for row in dated) for a, b in itertools.pairwise(edges)]
            for name in lanes
        ]
        return TimeCounts(
            edges,
            lanes,
            tuple(map(tuple, counts)),
            sum(row.last_day < edges[0] for row in dated),
            sum(row.first_day >= edges[-1] for row in dated),
            len(rows) - len(dated),
        )

    def marks_by_place(self, query: Query) -> tuple[PlaceMark, ...]:
        groups: dict[tuple, list[Row]] = {}
        for row in self.window(query, 10**6):
            if row.latitude is not None:
                groups.setdefault((row.latitude, row.longitude), []).append(row)
        return tuple(
            PlaceMark(
                rows[0].place,
                *point,
                rows[0].radius_km,
                rows[0].place_kind,
                len(rows),
                tuple(Counter(row.kind for row in rows).most_common()),
                rows[0].modality,
                tuple(row.id for row in rows[:50]),
                rows[0].weight,
            )
            for point, rows in groups.items()
        )

    def facets(self, query: Query) -> Facets:
        rows = self.window(query, 10**6)

        def count(name: str, **without) -> dict[str, int]:
            kept = self.window(replace(query, **without), 10**6)
            values = [
                value
                for row in kept
                for value in (getattr(row, name) if isinstance(getattr(row, name), tuple) else (getattr(row, name),))
            ]
            return dict(Counter(values).most_common())

        free = self.window(replace(query, first_day=None, last_day=None), 10**6)
        anywhere = self.window(replace(query, box=None), 10**6)
        return Facets(
            count("kind", kinds=()),
            count("sources", sources=()),
            count("languages", languages=()),
            count("modality", modalities=()),
            count("status", statuses=()),
            sum(row.disagreements > 0 for row in rows),
            sum(row.first_day is None for row in free),
            sum(row.latitude is None for row in anywhere),
            0,
            len(rows),
        )

    def _lane(self, row: Row, lane: str) -> str:
        return {"kind": row.kind, "source": row.sources[0], "place": row.place or "", "person": (row.participants or ("",))[0]}[
            lane
        ]

    def _holds(self, row: Row, query: Query) -> bool:
        if query.first_day and (row.last_day is None or row.last_day < query.first_day):
            return False
        if query.last_day and (row.first_day is None or row.first_day > query.last_day):
            return False
        if query.box and not _in_box(row, query.box):
            return False
        clauses = (
            (query.kinds, (row.kind,)),
            (query.sources, row.sources),
            (query.languages, row.languages),
            (query.modalities, (row.modality,)),
            (query.statuses, (row.status,)),
        )
        if any(wanted and not set(wanted) & set(has) for wanted, has in clauses):
            return False
        return (not query.disagreements_only or row.disagreements > 0) and self._found(row, query.words)

    def _found(self, row: Row, words: str) -> bool:
        told = " ".join(
            [row.label, row.place or "", *row.participants, *(telling.text for telling in self.tellings(row.id))]
        ).casefold()
        return all(word in told for word in words.casefold().split())

    def _telling(self, mention: Mention, wanted: str) -> Telling:
        document = self.papers[mention.document_id]
        text = document.text[mention.sentence.start : mention.sentence.end]
        marks = []
        for role, words in self.marked[wanted].items():
            for word in words:
                at = text.find(word)
                if at >= 0:
                    marks.append(
                        (role, Span(mention.sentence.start + at, mention.sentence.start + at + len(word)), f"{role}-rule", word)
                    )
        index = document.text[: mention.sentence.start].count("\n")
        return Telling(document, mention.sentence, text, index, tuple(sorted(marks, key=lambda mark: mark[1])), mention)


def _documents(told: list[tuple]) -> dict[str, Document]:
    texts: dict[str, list[str]] = {}
    for one in told:
        for source, sentence in one[11].items():
            texts.setdefault(source, []).append(sentence)
    return {
        key: Document(
            key,
            "\n".join(lines),
            title=f"{SOURCES[key][0]} on the summit",
            language=SOURCES[key][1],
            published=dt.date.fromisoformat(SOURCES[key][2]),
            published_how="given",
            source=SOURCES[key][0],
        )
        for key, lines in texts.items()
    }


def _happening(at: int, one: tuple, documents: dict[str, Document]) -> Happening:
    label, kind, place, first, last, grain, clock, modality, status, weight, people, sentences, marked = one
    mentions = []
    for source, sentence in sentences.items():
        start = documents[source].text.find(sentence)
        trigger = next((word for word in marked.get("trigger", ()) if word in sentence), sentence[:1])
        begin = start + sentence.find(trigger)
        mentions.append(
            Mention(
                source,
                Span(begin, begin + len(trigger)),
                Span(start, start + len(sentence)),
                trigger,
                f"{kind}-word",
                modality=modality,
            )
        )
    when = When(
        *(dt.date.fromisoformat(day) if day else None for day in (first, last)),
        grain,
        "explicit" if first else "none",
        0.9,
        "test-rule",
        clock=(clock, clock) if clock else None,
    )
    spot = PLACES.get(place)
    where = (
        Where(
            place, *(spot[:2] if spot else (None, None)), spot[2] if spot else 0, spot[3] if spot else "celestial", 0.9, "test-rule"
        )
        if place
        else None
    )
    here = mentions[0]
    actors = tuple(
        Actor(name, "agent" if not turn else "patient", (Provenance(here.document_id, here.span, "test"),))
        for turn, name in enumerate(people)
    )
    disagreements = ()
    if place == "Sunan" and len(sentences) > 1:
        sides = tuple(
            Side(value, (Provenance(mention.document_id, mention.span, "distance"),), said_by=who)
            for value, mention, who in zip(
                ("≈ 650 km", "≈ 350 km"), mentions, ("Seoul, Joint Chiefs of Staff", "Tokyo, Ministry of Defence"), strict=False
            )
        )
        disagreements = (Disagreement("place", sides, "The distances differ by 300 km."),)
    other = (
        (("target", Where("Sea of Japan", 40.0, 134.0, 350, "sea", 0.8, "test")),)
        if place == "Sunan" and len(sentences) > 1
        else ()
    )
    return Happening(
        f"h{at}",
        label,
        kind,
        None,
        when,
        where,
        modality,
        status,
        0.9,
        weight,
        tuple(mentions),
        actors,
        disagreements=disagreements,
        texts=len(mentions),
        other_places=other,
        labels={"hi": "मिसाइलें दागी गईं"} if kind == "missile launch" else {},
        part_of="h0" if kind == "official meal" else None,
    )


def _row(one: Happening, documents: dict[str, Document]) -> Row:
    where, when = one.where, one.when
    ids = dict.fromkeys(mention.document_id for mention in one.mentions)
    return Row(
        one.id,
        one.label,
        one.kind,
        one.modality,
        one.status,
        when.first_day,
        when.last_day,
        when.grain,
        when.how,
        when.clock[0] if when.clock else None,
        where.name if where else None,
        where.latitude if where else None,
        where.longitude if where else None,
        where.radius_km if where else 0,
        where.kind if where else "unknown",
        one.weight,
        one.confidence,
        tuple(documents[key].source for key in ids),
        tuple(dict.fromkeys(documents[key].language for key in ids)),
        len(one.mentions),
        one.texts,
        len(one.disagreements),
        tuple(actor.name for actor in one.participants),
        one.part_of,
        one.labels,
    )


def _in_box(row: Row, box) -> bool:
    west, south, east, north = box
    if row.latitude is None or not south <= row.latitude <= north:
        return False
    return west <= row.longitude <= east if west <= east else row.longitude >= west or row.longitude <= east
