"""The whole flow on one screen: documents → sentences → dates + places → events → happenings.

It calls the steps in order and holds no rule of its own.
"""

import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.anchoring import infer_published
from extract.dates import find_timexes
from extract.disagreements import find_disagreements
from extract.events import find_events
from extract.gazetteer import Gazetteer
from extract.happenings import link
from extract.language import load_pack, pack_codes, pack_for
from extract.models import Article, Document, Happening
from extract.places import find_toponyms
from extract.sentences import split
from extract.stories import independent_texts

if TYPE_CHECKING:  # its library is slow to load, and few ask for it
    from extract.geocoding import OnlineFallback

STEPS = frozenset({"dates", "places", "events"})
DOCUMENTS_A_CHUNK = 16  # one message between processes costs less than 1 % of the work at this size
FEWEST_DOCUMENTS_FOR_WORKERS = 64  # below it, starting a process costs more than it saves


def read_article(document: Document, steps: frozenset[str] = STEPS, *, fallback: "OnlineFallback | None" = None) -> Article:
    """Read one document: its sentences, and what the steps asked for find in them.

    Names that the gazetteer lacks are asked of `fallback`, where the user turned one on.
    A publication day that was not given is inferred from the text with its reason, or stays unknown.
    """
    pack = pack_for(document.language)
    article = Article(document, split(document, pack))
    if steps & {"dates", "events"}:
        article = _with_dates(article)
    if steps & {"places", "events"}:
        places, organisations = find_toponyms(article.document, article.sentences, pack, Gazetteer.load())
        article = replace(article, places=fallback.located(places) if fallback else places, organisations=organisations)
    if "events" in steps:
        found = find_events(article.document, article.sentences, article.timexes, article.places, pack, article.narration)
        article = replace(article, events=found)
    return article


def read_articles(
    documents: Iterable[Document], *, workers: int = 1, fallback: "OnlineFallback | None" = None
) -> Iterator[Article]:
    """Read many documents, in their order; the result does not depend on the number of worker processes.

    An online `fallback` is asked from one process only, so that its limit of requests holds.
    """
    documents = list(documents)
    if workers <= 1 or fallback or len(documents) < FEWEST_DOCUMENTS_FOR_WORKERS:
        yield from (read_article(document, fallback=fallback) for document in documents)
        return
    with ProcessPoolExecutor(workers, initializer=_leave_interrupts_to_the_caller) as pool:
        yield from pool.map(read_article, documents, chunksize=DOCUMENTS_A_CHUNK)


def happenings_of(articles: Sequence[Article]) -> tuple[Happening, ...]:
    """Merge the events of all articles into happenings, and find where their sources disagree."""
    packs = {code: load_pack(code) for code in pack_codes()}
    texts = independent_texts(articles)
    return find_disagreements(link(articles, packs, texts), articles, packs, texts)


def _leave_interrupts_to_the_caller() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _with_dates(article: Article) -> Article:
    pack = pack_for(article.document.language)
    timexes, narration = find_timexes(article.document, article.sentences, pack)
    dated = infer_published(article.document, article.sentences, timexes, pack)
    if dated.published != article.document.published:
        timexes, narration = find_timexes(dated, article.sentences, pack)
    return replace(article, document=dated, timexes=timexes, narration=narration)
