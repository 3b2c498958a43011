"""Documents ↔ store: reads what is new or changed, forgets what is gone, links again what is touched."""

import datetime as dt
import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from extract.models import Document, Problem
from extract.pipeline import dated_by_stories, happenings_of, read_article, read_articles
from extract.store import Store

if TYPE_CHECKING:  # its library is slow to load, and few ask for it
    from extract.geocoding import OnlineFallback

READERS = (".py", ".toml", ".csv", "header.json")  # the header of the gazetteer bears the digest of its arrays
SET_BY_READER = "set by the reader"
ARTICLES_A_BATCH = 64  # documents handed to the workers between two writes
FIRST_LINKED = 20  # articles after which a page that is open already is shown something
LINKED_AGAIN = 3.0  # times as many articles until it is shown more: all links before the last together cost half of the last


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading is: what the bar on stderr and the page say."""

    done: int
    total: int  # 0 while the files are opened: a file may hold many articles
    step: Literal["opening", "reading", "linking"]
    seconds: float = 0.0  # since the step began


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
    fallback: "OnlineFallback | None" = None,
    progress: Callable[[Progress], None] = lambda _: None,
    link_early: bool = False,
) -> Reading:
    """Bring a store up to date with the documents of a folder.

    Each article is one transaction, so an interrupted reading leaves a store that can be opened, and the next one
    goes on where it stopped. Happenings are linked when all articles are in; with ``link_early`` now and then before
    too, so that a page over the store fills meanwhile. The ids are the same either way.
    """
    tell = _Telling(progress)
    documents, problems = _sorted_out(found, store.published_days(), tell)
    stale = store.mark_reader(reader_digest())
    fresh = [document for document in documents if stale or not store.is_known(document)]
    store.put_problems(problems)
    names = [document.id for document in documents]
    gone = store.forget_missing(names)
    done, known = 0, len(documents) - len(fresh)
    linked = known
    tell("reading", 0, len(fresh))
    for batch in _batches(fresh):
        for article in read_articles(batch, workers=workers, fallback=fallback):
            store.put_article(article)
            done += 1
            tell("reading", done, len(fresh))
            held = known + done
            if link_early and done < len(fresh) and held >= max(FIRST_LINKED, LINKED_AGAIN * linked):
                _link(store, settled=False)
                linked = held
    gone += store.forget_missing(names)
    if done or gone or store.is_pending():
        tell("linking", done, len(fresh))
        _link(store)
    return Reading(len(documents), done, problems)


def set_published(store: Store, document_id: str, day: dt.date) -> bool:
    """Read one article again as published on the day that the reader sets; False where there is no such article."""
    stored = store.article(document_id)
    if stored is None:
        return False
    document = stored[0]
    store.set_published(document.id, day)
    store.put_article(read_article(_published(document, {document.id: day})))
    _link(store)
    return True


def _link(store: Store, *, settled: bool = True) -> None:
    """Link what the store holds, after its undated articles took the days of their affairs."""
    held = store.articles()
    articles = dated_by_stories(held)
    for article, before in zip(articles, held, strict=True):
        if article is not before:
            store.put_article(article)
    store.replace_happenings(happenings_of(articles), settled=settled)


@cache
def reader_digest() -> str:
    """Digest the rules and tables that read an article: a store that other rules filled is read anew."""
    digest = hashlib.sha256()
    package = Path(__file__).parent
    for path in sorted(path for suffix in READERS for path in package.rglob(f"*{suffix}")):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


class _Telling:
    """Tells how far each step is, and since when it runs."""

    def __init__(self, progress: Callable[[Progress], None]) -> None:
        self._progress = progress
        self._step, self._began = "", 0.0

    def __call__(self, step: Literal["opening", "reading", "linking"], done: int, total: int) -> None:
        if step != self._step:
            self._step, self._began = step, time.monotonic()
        self._progress(Progress(done, total, step, time.monotonic() - self._began))


def _sorted_out(
    found: Iterable[Document | Problem], days: Mapping[str, dt.date], tell: _Telling
) -> tuple[list[Document], tuple[Problem, ...]]:
    documents: list[Document] = []
    problems: list[Problem] = []
    for one in found:
        if isinstance(one, Document):
            documents.append(_published(one, days))
            tell("opening", len(documents), 0)
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
