"""Which happening an article is mainly about, and the weight of each happening.

In go the tellings of happenings in one article (their offsets, kinds and days), or the figures of one happening; out come
one happening an article, and a weight from 0 to 1 that does not depend on what else a corpus holds.
"""

import datetime as dt
import math
from collections.abc import Mapping, Sequence

from extract.kinds import kind_named
from extract.language import pack_for
from extract.language.linking import concept
from extract.models import Article, Event, Happening
from extract.text import words

LEAD_SENTENCES = 3  # headline and lead: where news says what it is about
LEAD_WEIGHT = (5.0, 4.0, 2.5)  # of the first sentence that is no heading, the second, the third
HEADING_WEIGHT = 6.0
TITLE_WEIGHT = 6.0  # the trigger's word stands in the title
LATER_SHARE = 0.4  # of that, for what is told behind the lead
FURTHER_WEIGHT = 0.4  # of each later telling, up to MOST_FURTHER
MOST_FURTHER = 8
SPEECH_SHARE = 0.35  # a lead that says who said it is about what was said
ABSTRACT_SHARE = 0.3  # kinds that say little when they stand alone
UNREAL_SHARE = 0.5  # planned, possible or denied
UNDATED_SHARE = 0.6
BACKGROUND_SHARE = 0.4
OLD_SHARE = 0.65  # what was before the newest thing that headline and lead tell
ENQUIRIES = frozenset({"investigation", "search"})  # go on after what the news is of: "police are searching for two robbers"
ENQUIRY_SHARE = 0.4
HALF_WEIGHT = 3.0  # evidence at which the weight of a happening is one half


def main_happening(article: Article, tellings: Mapping[str, Sequence[Event]]) -> str | None:
    """Give the id of the happening that headline and lead of an article tell; None where it tells none.

    Parameters
    ----------
    article
        The article.
    tellings
        The article's own events of each happening, by the happening's id.
    """
    title = _title_concepts(article)
    order = _text_order(article)
    newest = _newest(article, tellings, order)
    scores = {id_: _score(article, events, title, order, newest) for id_, events in tellings.items() if events}
    return max(
        scores, key=lambda id_: (round(scores[id_], 6), -min(event.span.start for event in tellings[id_]), id_), default=None
    )


def weight(happening: Happening, main_of: int) -> float:
    """Weigh a happening from 0 to 1 by independent texts, tellings, and the articles that are mainly about it."""
    evidence = 1.2 * main_of + 0.8 * happening.texts + 0.25 * min(len(happening.mentions), 12)
    evidence *= SPEECH_SHARE if kind_named(happening.kind).speech else 1.0
    evidence *= UNREAL_SHARE if happening.modality != "asserted" else 1.0
    evidence *= BACKGROUND_SHARE if happening.status != "foreground" else 1.0
    evidence *= UNDATED_SHARE if happening.when is None or happening.when.first_day is None else 1.0
    return round(evidence / (evidence + HALF_WEIGHT), 4)


def _newest(article: Article, tellings: Mapping[str, Sequence[Event]], order: Mapping[int, int]) -> dt.date | None:
    """Give the latest day on which something happened that headline and lead tell."""
    struck = (event for events in tellings.values() for event in events if event.kind not in ENQUIRIES)
    lead = [event for event in struck if order.get(event.sentence_index, math.inf) < 1]
    days = [event.when.first_day for event in lead if event.modality == "asserted" and event.when and event.when.first_day]
    published = article.document.published
    return max((day for day in days if published is None or day <= published), default=None)


def _score(
    article: Article, events: Sequence[Event], title: frozenset[str], order: Mapping[int, int], newest: dt.date | None
) -> float:
    code = pack_for(article.document.language).code
    total, shares = 0.0, [_share(event) for event in events]
    for event, share in zip(events, shares, strict=True):
        place = order.get(event.sentence_index, math.inf)
        told = HEADING_WEIGHT if place < 0 else LEAD_WEIGHT[int(place)] if place < LEAD_SENTENCES else 0.0
        in_title = bool(title) and all(concept(word, code) in title for word in (event.lemma or event.trigger).split())
        old = newest is not None and event.when is not None and event.when.last_day is not None and event.when.last_day < newest
        told += (TITLE_WEIGHT if place < 1 and not old else TITLE_WEIGHT * LATER_SHARE) if in_title else 0.0
        total = max(total, told * share * (OLD_SHARE if old else 1.0))
    return total + FURTHER_WEIGHT * min(len(events), MOST_FURTHER) * max(shares)


def _share(event: Event) -> float:
    share = SPEECH_SHARE if kind_named(event.kind).speech else ABSTRACT_SHARE if kind_named(event.kind).abstract else 1.0
    share *= ENQUIRY_SHARE if event.kind in ENQUIRIES else 1.0
    share *= UNREAL_SHARE if event.modality != "asserted" else 1.0
    share *= BACKGROUND_SHARE if event.status != "foreground" else 1.0
    return share * (UNDATED_SHARE if event.when is None or event.when.first_day is None else 1.0)


def _title_concepts(article: Article) -> frozenset[str]:
    title = article.document.title or ""
    code = pack_for(article.document.language).code
    return frozenset(concept(title[start:end], code) for start, end in words(title)) - {""}


def _text_order(article: Article) -> dict[int, int]:
    """Give each sentence its number among those that are no headings; headings before the first get -1."""
    order: dict[int, int] = {}
    plain = 0
    for sentence in article.sentences:
        if sentence.heading:
            order[sentence.index] = -1 if plain == 0 else plain
        else:
            order[sentence.index] = plain
            plain += 1
    return order
