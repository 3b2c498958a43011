"""The whole flow on one screen: documents → sentences → dates + places → events → happenings.

It calls the steps in order and holds no rule of its own.
"""

import datetime as dt
import signal
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

from msgspec.structs import replace

from extract.anchoring import infer_published, lent_day, with_lent_day, without_lent_day
from extract.buildings import with_buildings
from extract.dates import find_timexes
from extract.disagreements import find_disagreements
from extract.events import find_events
from extract.gazetteer import Gazetteer
from extract.happenings import link
from extract.language import load_pack, pack_codes, pack_for
from extract.language.places import place_words
from extract.lettering import as_written, in_plain_letters
from extract.models import Article, Document, Happening
from extract.places import find_toponyms
from extract.sentences import split
from extract.stories import group_stories, independent_texts

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
    plain = in_plain_letters(document, pack)
    article = Article(plain, split(plain, pack))
    if steps & {"dates", "events"}:
        article = _with_dates(article)
    if steps & {"places", "events"}:
        described = "events" in steps  # what happens "in the Lebanese capital"; no name for those who ask for names
        places, organisations = find_toponyms(article.document, article.sentences, pack, Gazetteer.load(), described=described)
        article = replace(article, places=fallback.located(places) if fallback else places, organisations=organisations)
    if "events" in steps:
        article = replace(article, places=with_buildings(plain.text, article.places, article.organisations, place_words(pack)))
        found = find_events(article.document, article.sentences, article.timexes, article.places, pack, article.narration)
        article = replace(article, events=found)
    return as_written(article, document)


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


def dated_by_stories(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Give the articles, those that nothing dates read as of the days of the other articles of their affair.

    Days lent before are taken back first: the result depends on the articles, not on when each was added.
    """
    own = [without_lent_day(article.document) for article in articles]
    if all(document.published for document in own) or not any(document.published for document in own):
        return tuple(_redated(article, document) for article, document in zip(articles, own, strict=True))
    stories = group_stories([replace(article, document=document) for article, document in zip(articles, own, strict=True)])
    days: dict[int, list[dt.date]] = defaultdict(list)
    for document, story in zip(own, stories, strict=True):
        days[story] += [document.published] if document.published else []
    lent = {story: lent_day(found) for story, found in days.items()}
    return tuple(
        _redated(article, document if document.published or not (day := lent[story]) else with_lent_day(document, day))
        for article, document, story in zip(articles, own, stories, strict=True)
    )


def happenings_of(articles: Sequence[Article]) -> tuple[Happening, ...]:
    """Merge the events of all articles into happenings, and find where their sources disagree."""
    packs = {code: load_pack(code) for code in pack_codes()}
    texts = independent_texts(articles)
    return find_disagreements(link(articles, packs, texts), articles, packs, texts)


def _redated(article: Article, document: Document) -> Article:
    """Read the dates and events of an article again where its day has changed."""
    if document == article.document:
        return article
    pack = pack_for(document.language)
    plain = in_plain_letters(document, pack)
    timexes, narration = find_timexes(plain, article.sentences, pack)
    events = find_events(plain, article.sentences, timexes, article.places, pack, narration)
    again = replace(article, document=plain, timexes=timexes, narration=narration, events=events)
    return as_written(again, document)


def _leave_interrupts_to_the_caller() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _with_dates(article: Article) -> Article:
    pack = pack_for(article.document.language)
    timexes, narration = find_timexes(article.document, article.sentences, pack)
    dated = infer_published(article.document, article.sentences, timexes, pack)
    if dated.published != article.document.published:
        timexes, narration = find_timexes(dated, article.sentences, pack)
    return replace(article, document=dated, timexes=timexes, narration=narration)
