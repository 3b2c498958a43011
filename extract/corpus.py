"""Documents ↔ store: reads what is new or changed, forgets what is gone, links again what is touched."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from extract.geocoding import OnlineFallback
from extract.models import Document, Problem
from extract.pipeline import happenings_of, read_article, read_articles
from extract.store import Store

READERS = (".py", ".toml", ".csv", "header.json")  # the header of the gazetteer bears the digest of its arrays
SET_BY_READER = "set by the reader"
ARTICLES_A_BATCH = 64  # documents handed to the workers between two writes


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading is: what the bar on stderr and the page say."""

    done: int
    total: int
    step: str  # "reading" or "linking"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reading of a folder came to."""

    documents: int  # articles that the folder holds
    read: int  # of these, new or changed ones that were read now
    problems: tuple[Problem, ...]


def read_into(
    store: Store,
    found: Iterable[Document | Problem],
    *,
    workers: int = 1,
    fallback: OnlineFallback | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Reading:
    """Bring a store up to date with the documents of a folder.

    Each article is one transaction, so an interrupted reading leaves a store that can be opened, and the next one
    goes on where it stopped. Happenings are linked when all articles are in.
    """
    documents, problems = _sorted_out(found, store.published_days())
    stale = store.mark_reader(reader_digest())
    fresh = [document for document in documents if stale or not store.is_known(document)]
    done = 0
    progress(Progress(0, len(fresh), "reading"))
    try:
        for batch in _batches(fresh):
            for article in read_articles(batch, workers=workers, fallback=fallback):
                store.put_article(article)
                done += 1
                progress(Progress(done, len(fresh), "reading"))
    finally:
        gone = store.forget_missing([document.id for document in documents])
        store.put_problems(problems)
        if done or gone or store.is_pending():
            progress(Progress(done, len(fresh), "linking"))
            store.replace_happenings(happenings_of(store.articles()))
    return Reading(len(documents), done, problems)


def set_published(store: Store, document_id: str, day: dt.date) -> bool:
    """Read one article again as published on the day that the reader sets; False where there is no such article."""
    stored = store.article(document_id)
    if stored is None:
        return False
    document = stored[0]
    store.set_published(document.id, day)
    store.put_article(read_article(_published(document, {document.id: day})))
    store.replace_happenings(happenings_of(store.articles()))
    return True


@cache
def reader_digest() -> str:
    """Digest the rules and tables that read an article: a store that other rules filled is read anew."""
    digest = hashlib.sha256()
    package = Path(__file__).parent
    for path in sorted(path for suffix in READERS for path in package.rglob(f"*{suffix}")):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _sorted_out(found: Iterable[Document | Problem], days: Mapping[str, dt.date]) -> tuple[list[Document], tuple[Problem, ...]]:
    documents: list[Document] = []
    problems: list[Problem] = []
    for one in found:
        if isinstance(one, Document):
            documents.append(_published(one, days))
        else:
            problems.append(one)
    return documents, tuple(problems)


def _published(document: Document, days: Mapping[str, dt.date]) -> Document:
    if document.id not in days:
        return document
    day = days[document.id]
    return replace(document, published=day, published_how="given", published_reason=SET_BY_READER, published_others=())


def _batches(documents: list[Document]) -> Iterator[list[Document]]:
    for start in range(0, len(documents), ARTICLES_A_BATCH):
        yield documents[start : start + ARTICLES_A_BATCH]
