"""Documents ↔ store: reads what is new or changed, forgets what is gone, links again what is touched."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from extract.models import Document, Problem
from extract.pipeline import happenings_of, read_articles
from extract.store import Store

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
    progress: Callable[[Progress], None] = lambda _: None,
) -> Reading:
    """Bring a store up to date with the documents of a folder.

    Each article is one transaction, so an interrupted reading leaves a store that can be opened, and the next one
    goes on where it stopped. Happenings are linked when all articles are in.
    """
    documents, problems = _sorted_out(found)
    fresh = [document for document in documents if not store.is_known(document)]
    done = 0
    progress(Progress(0, len(fresh), "reading"))
    try:
        for batch in _batches(fresh):
            for article in read_articles(batch, workers=workers):
                store.put_article(article)
                done += 1
                progress(Progress(done, len(fresh), "reading"))
    finally:
        gone = store.forget_missing([document.id for document in documents])
        store.put_problems(problems)
        if done or gone:
            progress(Progress(done, len(fresh), "linking"))
            store.replace_happenings(happenings_of(store.articles()))
    return Reading(len(documents), done, problems)


def _sorted_out(found: Iterable[Document | Problem]) -> tuple[list[Document], tuple[Problem, ...]]:
    documents, problems = [], []
    for one in found:
        (documents if isinstance(one, Document) else problems).append(one)
    return documents, tuple(problems)


def _batches(documents: list[Document]) -> Iterator[list[Document]]:
    for start in range(0, len(documents), ARTICLES_A_BATCH):
        yield documents[start : start + ARTICLES_A_BATCH]
