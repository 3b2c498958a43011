"""One happening → the fields on which its sources cannot both be right.

Days, clock times, sites, durations, distances, counts, names and certainty are compared. Two documents and more take part
in every disagreement, but in those of two speakers on a toll or a crowd. Differences that can both be true stay silent:
a place inside another, a rounding, a toll that rises, another role.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import chain

from msgspec.structs import replace

from extract.disagreements.aboard import other_aboard
from extract.disagreements.actors import other_countries, other_speakers
from extract.disagreements.ages import other_ages
from extract.disagreements.certainty import denied, other_certainty
from extract.disagreements.claims import other_claims
from extract.disagreements.crowds import other_crowds
from extract.disagreements.days import other_clocks, other_days, weekday_clashes
from extract.disagreements.evidence import Report, reports_of
from extract.disagreements.figures import other_counts
from extract.disagreements.holders import other_holders
from extract.disagreements.lengths import other_distances, other_durations
from extract.disagreements.persons import other_persons
from extract.disagreements.scores import other_scores
from extract.disagreements.sites import heading_sites, other_sites
from extract.kinds import kind_named
from extract.language import LanguagePack
from extract.models import Article, Disagreement, Happening, Span
from extract.stories import independent_texts, sort_key


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
    return tuple(
        replace(happening, disagreements=tuple(these)) if (these := found[happening.id]) else happening for happening in happenings
    )


def _of_one(happening: Happening, reports: Sequence[Report]) -> list[Disagreement]:
    if not reports or kind_named(happening.kind).everyday:  # what a plain verb tells may be several acts
        return []
    counted = any(report.figures for report in reports)
    return [
        *other_days(happening, reports),
        *other_clocks(reports),
        *(other_durations(happening, reports) if any(report.dates for report in reports) else ()),
        *(other_distances(happening, reports) if counted else ()),
        *(_counts_of_one(happening, reports) if counted else ()),
        *other_scores(happening, reports),
        *other_aboard(happening, reports),
        *other_sites(happening, reports),
        *heading_sites(happening, reports),
        *(other_certainty(happening, reports) or denied(happening, reports)),
        *other_persons(happening, reports),
    ]


def _counts_of_one(happening: Happening, reports: Sequence[Report]) -> list[Disagreement]:
    """Give the counts on which two documents disagree, and the tolls on which two speakers do; each two values once."""
    counts = other_counts(happening, reports)
    known = {frozenset(side.value for side in told.sides) for told in counts}
    return counts + [told for told in other_claims(happening, reports) if frozenset(side.value for side in told.sides) not in known]


def _of_stories(
    happenings: Sequence[Happening], articles: Sequence[Article], texts: Sequence[int]
) -> list[tuple[str, Disagreement]]:
    """Give what is found in the sentences of a story, with the id of the happening that it is put to."""
    told = _Told(happenings)
    result = []
    for members in _stories(happenings, articles):
        story, numbers = [articles[at] for at in members], [texts[at] for at in members]
        for rule in (weekday_clashes, other_holders, other_ages, other_countries, other_speakers, other_crowds):
            result += [(_home(found, story, told), found) for found in rule(story, numbers)]
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


def _home(found: Disagreement, story: Sequence[Article], told: "_Told") -> str:
    """Give the weightiest happening told in most of the sentences, else in one of the documents, else in the story."""
    mentions = [mention for side in found.sides for mention in side.mentions]
    documents = [told.by_document[id_] for id_ in {mention.document_id for mention in mentions}]
    sentences = Counter(chain.from_iterable(told.at(mention.document_id, mention.span.start) for mention in mentions))
    most = max(sentences.values(), default=0)
    among: Collection[str] = [id_ for id_, times in sentences.items() if times == most] or set().union(*documents)
    among = among or {id_ for one in story for id_ in told.by_document[one.document.id]}
    return max(among, key=lambda id_: (sum(id_ in ids for ids in documents), told.weights[id_], id_), default="")


class _Told:
    """What each document tells, of the happenings that are shown."""

    def __init__(self, happenings: Sequence[Happening]) -> None:
        self.weights = {happening.id: happening.weight for happening in happenings}
        self.by_document: dict[str, set[str]] = defaultdict(set)  # document → happenings
        self._by_sentence: dict[str, dict[Span, set[str]]] = defaultdict(dict)  # document → sentence → happenings
        for happening in happenings:
            for mention in happening.mentions if happening.hidden is None else ():
                self.by_document[mention.document_id].add(happening.id)
                self._by_sentence[mention.document_id].setdefault(mention.sentence, set()).add(happening.id)
        self._at: dict[tuple[str, int], frozenset[str]] = {}

    def at(self, document_id: str, offset: int) -> frozenset[str]:
        """Give the happenings told in the sentence that holds an offset."""
        known = self._at.get((document_id, offset))
        if known is None:
            told = self._by_sentence[document_id].items()
            known = frozenset().union(*(ids for (start, end), ids in told if start <= offset < end))
            self._at[document_id, offset] = known
        return known
