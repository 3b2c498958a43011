"""Events of many documents → happenings: which events tell of one thing, and what they say of it together.

Stories first, then pairs inside them, then correlation clustering; each group becomes one Happening with the days,
places, actors and tellings of all its events. The order of the articles changes nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from extract.happenings.account import Account, accounts_of
from extract.happenings.clustering import cluster
from extract.happenings.filters import hidden_reason
from extract.happenings.harking import harking_back
from extract.happenings.labelnames import Names
from extract.happenings.labels import labels_of
from extract.happenings.lending import with_lent_days
from extract.happenings.naming import place_names
from extract.happenings.pairs import candidate_pairs
from extract.happenings.parting import parted
from extract.happenings.parts import parts_of
from extract.happenings.placing import merged_setting
from extract.happenings.record import happening_of
from extract.happenings.scenes import scenes_of
from extract.happenings.score import CUT, Scorer
from extract.language import LanguagePack
from extract.models import Article, Event, Happening
from extract.salience import main_happening, weight
from extract.stories import affairs_of, independent_texts, sort_key

DEFAULT_LABEL = "en"


def link(
    articles: Sequence[Article], packs: Mapping[str, LanguagePack], texts: Sequence[int] | None = None
) -> tuple[Happening, ...]:
    """Merge the events of all articles into happenings, the weightiest first.

    Parameters
    ----------
    articles
        Articles with their events, in any order.
    packs
        The language packs by code; the labels come in every language that has templates.
    texts
        The independent text of each article, where it is known already.

    Returns
    -------
    tuple of Happening
        All of them: what the default view leaves out says why in ``hidden``.
    """
    order = sorted(range(len(articles)), key=lambda at: sort_key(articles[at]))
    texts = independent_texts(articles) if texts is None else texts
    articles, texts = [articles[at] for at in order], [texts[at] for at in order]
    groups = _groups(articles, texts)
    happenings = with_lent_days(_distinct([happening_of(group, articles) for group in groups]), groups)
    wholes = parts_of(happenings, [_story(group) for group in groups])
    mains = _mains(articles, happenings, groups, wholes)
    about = {document: happening.kind for happening in happenings for document in mains[happening.id]}
    codes = tuple(sorted(packs))
    names = Names(place_names(articles), codes)
    scenes = scenes_of(happenings, groups)
    finished = []
    for plain, group in zip(happenings, groups, strict=True):
        happening = replace(plain, main_of=mains[plain.id], part_of=wholes.get(plain.id))
        labels = labels_of(happening, group, codes, articles, names)
        if happening.where is None:
            guesses = [merged_setting(group), scenes.get(plain.id)]
            of_old = happening.status == "background"  # what else was done on its day tells more of it than the town of the news
            where = next(filter(None, reversed(guesses) if of_old else guesses), None)
            happening = replace(happening, where=where)
        finished.append(_finished(happening, labels, names, group, about))
    return tuple(sorted(finished, key=lambda happening: (-happening.weight, happening.id)))


def _groups(articles: Sequence[Article], texts: Sequence[int]) -> list[list[Account]]:
    accounts = harking_back(accounts_of(articles, affairs_of(articles), texts))
    pairs, scorer, kinds = candidate_pairs(accounts), Scorer(accounts), [account.kind for account in accounts]
    scores = scorer.between(*pairs)
    labels = parted(kinds, cluster(kinds, *pairs, scores, CUT), pairs, scores, scorer)
    groups: dict[int, list[Account]] = defaultdict(list)
    for account, label in zip(accounts, labels, strict=True):
        groups[label].append(account)
    return list(groups.values())


def _story(group: Sequence[Account]) -> int:
    """Give the story in which most accounts of a group stand, of these the first."""
    stories = [account.story for account in group]
    return stories[0] if stories.count(stories[0]) == len(stories) else Counter(stories).most_common(1)[0][0]


def _distinct(happenings: Sequence[Happening]) -> list[Happening]:
    """Tell apart the ids of happenings that start in two copies of one text."""
    seen: Counter[str] = Counter()
    result = []
    for happening in happenings:
        seen[happening.id] += 1
        again = seen[happening.id]
        result.append(happening if again == 1 else replace(happening, id=f"{happening.id}-{again}"))
    return result


def _mains(
    articles: Sequence[Article],
    happenings: Sequence[Happening],
    groups: Sequence[Sequence[Account]],
    wholes: Mapping[str, str],
) -> dict[str, tuple[str, ...]]:
    """Give the articles that are mainly about each happening; who tells a part and its whole is about the whole."""
    tellings: list[dict[str, list[Event]]] = [defaultdict(list) for _ in articles]
    for happening, group in zip(happenings, groups, strict=True):
        for account in group if not group[0].everyday else ():
            tellings[account.article][happening.id].append(account.event)
    found: dict[str, list[str]] = defaultdict(list)
    for article, told in zip(articles, tellings, strict=True):
        main = main_happening(article, told)
        if main is not None:
            whole = wholes.get(main, main)
            found[whole if whole in told else main].append(article.document.id)
    return {happening.id: tuple(sorted(found[happening.id])) for happening in happenings}


def _finished(
    happening: Happening, labels: Mapping[str, str], names: Names, group: Sequence[Account], about: Mapping[str, str]
) -> Happening:
    mains = {about[document] for account in group if (document := account.event.document_id) in about}
    return replace(
        happening,
        labels=labels,
        label=labels.get(DEFAULT_LABEL, happening.kind),
        weight=weight(happening, len(happening.main_of)),
        hidden=hidden_reason(happening, group, mains),
        place_names=names.of_place(happening.where) if happening.where else {},
    )
