"""What is read back, whole: documents, articles, happenings with their sources. The caller holds the transaction."""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from extract.models import Article, Document, Happening, Problem, Summary, Telling
from extract.store.codec import loads
from extract.store.frame import Frame
from extract.store.marking import ArticleMark, documents_of, marks_in, tellings_of
from extract.store.writing import text_hash

_IDS_A_QUESTION = 500  # SQLite takes at least 999 parameters
_MOST_ARTICLES_HELD = 5000  # some 200 MB
_MOST_REDIRECTS = 1000  # joined again and again; more would be a circle


def number(connection: sqlite3.Connection, name: str) -> int:
    """Read ``version`` (any change), ``linked`` (a change of the happenings) or ``sentences`` (that tell of what is shown)."""
    return int(connection.execute("SELECT value FROM corpus WHERE name = ?", (name,)).fetchone()[0])


def described(connection: sqlite3.Connection) -> tuple[str | None, str | None]:
    """Read the corpus's title and note."""
    found = dict(connection.execute("SELECT name, value FROM corpus WHERE name IN ('title', 'note')").fetchall())
    return found.get("title"), found.get("note")


def summary(connection: sqlite3.Connection, frame: Frame) -> Summary:
    """Count what is shown."""
    title, note = described(connection)
    first, last = frame.days_shown or (None, None)
    articles_shown = connection.execute("SELECT count(*) FROM documents WHERE present").fetchone()[0]
    return Summary(
        title or "",
        note,
        len(frame) - int(frame.hidden.sum()),
        frame.places_shown,
        number(connection, "sentences"),
        articles_shown,
        dt.date.fromordinal(first) if first is not None else None,
        dt.date.fromordinal(last) if last is not None else None,
        number(connection, "version"),
    )


def is_known(connection: sqlite3.Connection, document: Document) -> bool:
    """Tell whether the text is stored under this name, with the metadata that the document bears now."""
    row = connection.execute("SELECT record FROM documents WHERE hash = ?", (text_hash(document),)).fetchone()
    if row is None:
        return False
    stored = loads(Document, row[0])
    if not {document.id, *document.aliases} <= {stored.id, *stored.aliases}:
        return False
    return stored.id != document.id or _told(stored, document) == _told(document, document)


def documents(connection: sqlite3.Connection) -> tuple[Document, ...]:
    """List what is in the views, without texts."""
    rows = connection.execute("SELECT record FROM documents WHERE present ORDER BY id")
    return tuple(replace(loads(Document, record), text="") for (record,) in rows)


def articles(connection: sqlite3.Connection, ids: Iterable[str] | None) -> tuple[Article, ...]:
    """Read articles whole, by id."""
    if ids is None:
        rows = connection.execute("SELECT record, article FROM documents WHERE present ORDER BY id").fetchall()
    else:
        rows = _among(connection, "SELECT record, article FROM documents WHERE id IN ({}) ORDER BY id", sorted(set(ids)))
    return tuple(replace(loads(Article, body), document=loads(Document, record)) for record, body in rows)


def problems(connection: sqlite3.Connection) -> tuple[Problem, ...]:
    """List what could not be read."""
    rows = connection.execute("SELECT subject, message, fatal FROM problems ORDER BY subject, message")
    return tuple(Problem(subject, message, bool(fatal)) for subject, message, fatal in rows)


def follow(connection: sqlite3.Connection, key: str) -> str:
    """Follow an id to the one that it joined; an id that did not join another is given back."""
    for _ in range(_MOST_REDIRECTS):
        row = connection.execute("SELECT target FROM redirects WHERE id = ?", (key,)).fetchone()
        if row is None:
            break
        key = row[0]
    return key


def happening(connection: sqlite3.Connection, key: str) -> Happening | None:
    """Read one happening whole, also one that has left the views."""
    row = connection.execute(
        "SELECT record FROM records JOIN happenings USING (number) WHERE id = ?", (follow(connection, key),)
    ).fetchone()
    return loads(Happening, row[0]) if row else None


def told(connection: sqlite3.Connection, ids: Sequence[str]) -> Iterator[tuple[Happening, tuple[Telling, ...]]]:
    """Read many happenings with their sentences, in the order of the ids; each article is read once where they fit in memory."""
    rows: dict[str, bytes] = dict(
        _among(connection, "SELECT id, record FROM happenings JOIN records USING (number) WHERE id IN ({})", ids)
    )
    kept: dict[str, Article] = {}
    for key in ids:
        if key in rows:
            one = loads(Happening, rows[key])
            missing = documents_of(one) - kept.keys()
            if len(kept) > _MOST_ARTICLES_HELD:
                kept, missing = {}, documents_of(one)
            kept.update((article.document.id, article) for article in articles(connection, missing))
            yield one, tellings_of(one, kept)


def tellings(connection: sqlite3.Connection, key: str) -> tuple[Telling, ...]:
    """Read the sentences of one happening."""
    one = happening(connection, key)
    if one is None:
        return ()
    return tellings_of(one, {article.document.id: article for article in articles(connection, documents_of(one))})


def article(connection: sqlite3.Connection, name: str) -> tuple[Document, tuple[ArticleMark, ...]] | None:
    """Read one document with the marks of all its happenings, in the order of the text."""
    alias = connection.execute("SELECT document_id FROM aliases WHERE alias = ?", (name,)).fetchone()
    found = articles(connection, [alias[0] if alias else name])
    if not found:
        return None
    told = connection.execute(
        "SELECT record FROM records JOIN happenings USING (number) WHERE present AND number IN "
        "(SELECT number FROM mentions WHERE document_id = ?) ORDER BY number",
        (found[0].document.id,),
    )
    marks = [mark for (record,) in told for mark in marks_in(loads(Happening, record), found[0])]
    return found[0].document, tuple(sorted(marks, key=lambda mark: (mark[1], mark[0], mark[4])))


def _told(document: Document, as_read: Document) -> tuple[object, ...]:
    """Give the metadata by which an article would be read otherwise; what was found out later does not count."""
    given = document.published if document.published_how == "given" else None
    language = document.language if as_read.language else None
    return (document.title, document.source, document.url, document.author, document.file, document.note, given, language)


def _among(connection: sqlite3.Connection, question: str, ids: Sequence[str]) -> list[tuple[Any, ...]]:
    """Ask with any number of ids; the question holds {} where they go."""
    found: list[tuple[Any, ...]] = []
    for start in range(0, len(ids), _IDS_A_QUESTION):
        some = ids[start : start + _IDS_A_QUESTION]
        found += connection.execute(question.format(", ".join("?" * len(some))), some).fetchall()
    return found
