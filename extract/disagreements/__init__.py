"""One happening → the fields on which its sources cannot both be right.

Days, clock times, sites, durations, distances, counts, names and certainty are compared; at least two documents take
part in every disagreement, and differences that can both be true stay silent: a place inside another, a rounding, a
toll that rises, another role.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.disagreements.actors import other_countries, other_speakers
from extract.disagreements.certainty import other_certainty
from extract.disagreements.days import other_clocks, other_days, weekday_clashes
from extract.disagreements.evidence import Report, reports_of
from extract.disagreements.figures import other_counts, other_distances, other_durations
from extract.disagreements.holders import other_holders
from extract.disagreements.sites import heading_sites, other_sites
from extract.language import LanguagePack
from extract.models import Article, Disagreement, Happening, Span
from extract.stories import independent_texts, sort_key

_Told = Mapping[str, Mapping[str, tuple[float, Sequence[Span]]]]  # document → happening → its weight, the sentences that tell it


def find_disagreements(
    happenings: Sequence[Happening],
    articles: Sequence[Article],
    packs: Mapping[str, LanguagePack],
    texts: Sequence[int] | None = None,
) -> tuple[Happening, ...]:
    """Give the happenings with the disagreements of their sources, in the order they came in.

    ``texts`` numbers the independent text of each article, where it is known already.
    """
    del packs  # every concern opens its own view of the pack of an article's language
    if len(articles) < 2:
        return tuple(happenings)
    order = sorted(range(len(articles)), key=lambda at: sort_key(articles[at]))
    texts = independent_texts(articles) if texts is None else texts
    articles, texts = [articles[at] for at in order], [texts[at] for at in order]
    reports = reports_of(happenings, articles, texts)
    found = {happening.id: _of_one(happening, reports.get(happening.id, ())) for happening in happenings}
    for place, told in _of_stories(happenings, articles, texts):
        found[place].append(told)
    return tuple(replace(happening, disagreements=tuple(found[happening.id])) for happening in happenings)


def _of_one(happening: Happening, reports: Sequence[Report]) -> list[Disagreement]:
    if len({report.document_id for report in reports}) < 2:
        return []
    return [
        *other_days(happening, reports),
        *other_clocks(reports),
        *other_durations(happening, reports),
        *other_distances(reports),
        *other_counts(happening, reports),
        *other_sites(happening, reports),
        *heading_sites(happening, reports),
        *other_certainty(happening, reports),
    ]


def _of_stories(
    happenings: Sequence[Happening], articles: Sequence[Article], texts: Sequence[int]
) -> list[tuple[str, Disagreement]]:
    """Give what is found in the sentences of a story, with the id of the happening that it is put to."""
    by_document: dict[str, dict[str, tuple[float, list[Span]]]] = defaultdict(dict)
    for happening in happenings:
        for mention in happening.mentions if happening.hidden is None else ():
            told = by_document[mention.document_id].setdefault(happening.id, (happening.weight, []))
            told[1].append(mention.sentence)
    result = []
    for members in _stories(happenings, articles):
        story, numbers = [articles[at] for at in members], [texts[at] for at in members]
        for rule in (weekday_clashes, other_holders, other_countries, other_speakers):
            result += [(_home(found, story, by_document), found) for found in rule(story, numbers)]
    return [(home, found) for home, found in result if home]


def _stories(happenings: Sequence[Happening], articles: Sequence[Article]) -> list[list[int]]:
    """Group the articles that share a happening, each group in order; lone articles are left out."""
    place = {article.document.id: at for at, article in enumerate(articles)}
    group = list(range(len(articles)))

    def root(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    for happening in happenings:
        told = sorted({root(place[mention.document_id]) for mention in happening.mentions if mention.document_id in place})
        for at in told[1:]:
            group[at] = told[0]
    members: dict[int, list[int]] = defaultdict(list)
    for at in range(len(articles)):
        members[root(at)].append(at)
    return [found for _, found in sorted(members.items()) if len(found) > 1]


def _home(found: Disagreement, story: Sequence[Article], by_document: _Told) -> str:
    """Give the weightiest happening told in most of the sentences, else in one of the documents, else in the story."""
    sentences: Counter[str] = Counter()
    documents: dict[str, set[str]] = defaultdict(set)
    weights: dict[str, float] = {}
    for mention in (mention for side in found.sides for mention in side.mentions):
        for id_, (weight, spans) in by_document.get(mention.document_id, {}).items():
            weights[id_] = weight
            documents[id_].add(mention.document_id)
            sentences[id_] += any(span.start <= mention.span.start < span.end for span in spans)
    if not weights:
        weights = {id_: weight for one in story for id_, (weight, _) in by_document.get(one.document.id, {}).items()}
    return max(weights, key=lambda id_: (sentences[id_], len(documents[id_]), weights[id_], id_), default="")
