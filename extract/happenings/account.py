"""Events → accounts: one event as linking compares it, every field folded so that languages meet.

Articles go in, in their canonical order, with their stories; out comes one account an event.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from extract.datelines import dateline_of
from extract.happenings.apart import SLACK_DAYS, days_apart, is_sharp, km_apart
from extract.happenings.bags import NO_AGES, Bags
from extract.happenings.families import OF_PERSONS, TURNS
from extract.happenings.kinship import patients
from extract.happenings.people import COMMON, Cast, cast_of, key_of, side_of, title_cased, trusted_people
from extract.kinds import Kind, kind_named
from extract.language import pack_for
from extract.language.linking import concept
from extract.models import Article, Event, Modality, Participant, Quantity, Where
from extract.models.events import BEFORE_RULE
from extract.models.record import Record
from extract.stories import Affairs

TOLL = "toll"  # the family of deaths and injuries
INCIDENTS = frozenset({"disaster", "conflict", "health", "science"})  # colours of kinds that later articles go back to
NOBODY: frozenset[str] = frozenset()
NOWHERE = -1  # no story
SITE_KM = 30.0  # what lies nearer is one site
TOLD = 0.6  # confidence from which days and places are an event's own, not lent by the document's focus or another event


class Account(Record, frozen=True):
    """One event, as it is compared with others."""

    article: int
    language: str  # code of the article's language pack
    number: int  # of the event in its article
    event: Event
    kind: str  # of the event
    modality: Modality  # of the event
    story: int
    saga: int
    field: int
    text: int  # number of the independent text
    family: str
    near: frozenset[str]  # kinds that may be the same happening, its own included
    speech: bool
    one_day: bool
    everyday: bool
    heads: str
    days: tuple[int, int] | None  # ordinals, both ends known
    days_told: bool  # by words of its own, not by the document's focus or its publication
    place: Where | None
    place_told: bool
    heading: bool  # it stands in a heading, whose places its own text tells better
    people: tuple[Participant, ...]
    actors: tuple[str, ...]  # the actor of each of them
    who: frozenset[str]
    sides: frozenset[str]  # countries of the actors, and the actors that have none
    doers: frozenset[str]  # the countries that do it, or whose leaders do
    done_to: frozenset[str]  # persons to whom it was done
    pair: bool  # whoever takes part does the same: a meeting, a match
    roles: Mapping[str, frozenset[str]]  # role → actors
    speaker: str
    objects: frozenset[str]  # language-neutral keys that the extraction gave
    things: frozenset[str]  # concepts and names of the few words where the trigger's object stands
    turned: bool  # it took a turn that others of its kind did not: an acquittal among verdicts, a remand among arrests
    rank: int  # "the second blast"; 0 without a number
    quoted: bool  # the sentence itself is what was said
    figures: tuple[Quantity, ...]
    ages: frozenset[int]  # of whom it was done to, where its kind is told apart by persons
    bag: Mapping[str, float]
    passage: str  # the folded sentence: equal in copies
    begin: int  # offset where its sentence begins to tell, behind a dateline
    cast: Cast  # of the saga
    published: int = 0  # ordinal of the day on which it is told; 0 where nobody knows
    site: Where | None = None  # the place told, or that of a heading where its text tells the same
    another: bool = False  # none of those that its article told before: "in another attack"
    harks_to: int = NOWHERE  # the oldest story of the saga that tells days of such things, where its own tells none


def accounts_of(articles: Sequence[Article], affairs: Affairs, texts: Sequence[int]) -> list[Account]:
    """Give the account of every event, in the order of the articles."""
    stories, sagas, fields = affairs
    people = _people(articles, stories)
    known = _casts(articles, sagas, people)
    accounts: list[Account] = []
    compared = _compared(articles, stories, texts)
    for at, article in enumerate(articles):
        cast = known[sagas[at]]
        bags = Bags(article, cast.actor_of, cast.parts)
        dateline = dateline_of(article.document.text, article.sentences, article.places, article.timexes)
        day = article.document.published
        scene = _Scene(
            at, article, _code(article), stories[at], sagas[at], fields[at], texts[at], cast, bags, people[at], dateline.end,
            day.toordinal() if day else 0,
        )  # fmt: skip
        accounts.extend(_with_sites(_with_scenes([_account(scene, number) for number in compared[at]])))
    return accounts


def _compared(articles: Sequence[Article], stories: Sequence[int], texts: Sequence[int]) -> list[list[int]]:
    """Give the numbers of each article's events, without plain verbs that no other text of the story has."""
    verbs = [
        {number: _heads(event, code) for number, event in enumerate(article.events) if kind_named(event.kind).everyday}
        for article, code in zip(articles, map(_code, articles), strict=True)
    ]
    told: dict[tuple[int, str], set[int]] = defaultdict(set)
    for found, story, text in zip(verbs, stories, texts, strict=True):
        for verb in found.values():
            told[story, verb].add(text)
    return [
        [number for number in range(len(article.events)) if number not in found or len(told[story, found[number]]) > 1]
        for article, found, story in zip(articles, verbs, stories, strict=True)
    ]


def _heads(event: Event, code: str) -> str:
    return concept(event.lemma or event.trigger.split()[-1], code)


def _code(article: Article) -> str:
    return pack_for(article.document.language).code


def _with_scenes(accounts: Sequence[Account]) -> list[Account]:
    """Give deaths and injuries the site, told by its own words, of what else their sentence tells: there they happened."""
    scenes: dict[int, Account] = {}
    for account in accounts:
        if account.family != TOLL and not account.speech and account.place_told:
            scenes.setdefault(account.event.sentence_index, account)
    result = []
    for account in accounts:
        scene = scenes.get(account.event.sentence_index) if account.family == TOLL and not account.place_told else None
        result.append(replace(account, place=scene.place, place_told=True) if scene else account)
    return result


def _with_sites(accounts: Sequence[Account]) -> list[Account]:
    """Give what a heading names the site beside it, where all that the text tells of such a thing on such a day is near."""
    told: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        if account.place_told and account.one_day and is_sharp(account.place):
            told[account.family].append(account)
    sites = (_site(account, told[account.family]) for account in accounts)
    return [replace(account, site=site) if site else account for account, site in zip(accounts, sites, strict=True)]


def _site(account: Account, told: Sequence[Account]) -> Where | None:
    """Give the place told by an account itself, or by a heading as its text tells it."""
    place, days = account.place, account.days
    if account.place_told or place is None or not account.heading or account.days_told:
        return place if account.place_told else None
    beside = [other for other in told if not (days and other.days) or days_apart(days, other.days) <= SLACK_DAYS]
    near = all(km_apart(place, other.place) <= SITE_KM for other in beside if other.place)
    return place if beside and near else None


def days_of(event: Event) -> tuple[int, int] | None:
    """Give the first and last day of an event as ordinals; an open end is closed at the other, but not where news recalls it."""
    when = event.when
    if when is None or (when.first_day is None and (when.last_day is None or when.rule == BEFORE_RULE)):
        return None
    first, last = when.first_day or when.last_day, when.last_day or when.first_day
    if first is None or last is None:
        return None
    return first.toordinal(), max(first, last).toordinal()


def is_told(event: Event) -> bool:
    """Say whether the days come from words of the event's own clause, sentence or discourse."""
    return event.when is not None and event.when.how in {"explicit", "relative"} and event.when.confidence >= TOLD


def _is_heading(article: Article, event: Event) -> bool:
    return 0 <= event.sentence_index < len(article.sentences) and article.sentences[event.sentence_index].heading


class _Scene(NamedTuple):
    """One article with what its story knows."""

    at: int
    article: Article
    code: str  # of its language
    story: int
    saga: int
    field: int
    text: int
    cast: Cast
    bags: Bags
    people: Mapping[int, tuple[Participant, ...]]
    behind_dateline: int  # offset
    published: int  # ordinal of the day; 0 where nobody knows


def _account(scene: _Scene, number: int) -> Account:
    bags, event, people = scene.bags, scene.article.events[number], scene.people[number]
    its, heading = kind_named(event.kind), _is_heading(scene.article, event)
    where, span, sentence = event.where, event.span, event.sentence
    actors, who, sides, doers, done_to, roles = _taking_part(people, its, scene.cast.actor_of) if people else _NO_PART
    counts = its.family == TOLL and bags.is_count(event)
    spoken = its.speech and not event.lemma and 2 * (span.end - span.start) > sentence.end - sentence.start
    return Account(
        scene.at, scene.code, number, event, event.kind, event.modality, scene.story, scene.saga, scene.field, scene.text,
        its.family, _near_kinds(event.kind), its.speech, its.one_day, its.everyday, _heads(event, scene.code),
        days_of(event), is_told(event) and not counts,
        where, where is not None and where.confidence >= TOLD and not heading, heading,
        people, actors, who, sides, doers, done_to, its.roles[:1] == ("participant",), roles,
        _speaker(event, its, scene.cast.actor_of, roles),
        frozenset(event.objects), bags.things(event, speech=its.speech),
        event.kind in TURNS and bags.takes(event, TURNS[event.kind]) and not counts, bags.rank(event), spoken or span == sentence,
        event.quantities or bags.figures(event), bags.ages(event) if its.family in OF_PERSONS else NO_AGES,
        bags.around(event), bags.passage(sentence), max(sentence.start, min(scene.behind_dateline, span.start)),
        scene.cast, scene.published, another=bags.is_another(event),
    )  # fmt: skip


class _Part(NamedTuple):
    """Who takes part in an event, as its account has it."""

    actors: tuple[str, ...]
    who: frozenset[str]
    sides: frozenset[str]
    doers: frozenset[str]
    done_to: frozenset[str]
    roles: Mapping[str, frozenset[str]]


_NO_PART = _Part((), NOBODY, NOBODY, NOBODY, NOBODY, {})


def _taking_part(people: Sequence[Participant], its: Kind, known: Mapping[str, str]) -> _Part:
    """Give the actors of each role, their sides, and those to whom it is done that are persons; a noun without a name is none."""
    actors, persons = [], set()
    told: dict[str, set[str]] = defaultdict(set)
    for participant in people:
        key = participant.key or key_of(participant)
        actor = known.get(key, key)
        actors.append(actor)
        if participant.kind != COMMON:
            told[participant.role].add(actor)
        if participant.kind == "person":
            persons.add(actor)
    roles = {role: frozenset(told[role]) for role in sorted(told)}
    who = frozenset().union(*roles.values())
    return _Part(
        tuple(actors),
        who,
        frozenset(map(side_of, who)),
        frozenset([side for side in map(side_of, roles.get("agent", ())) if side[:1] == "@"]),
        frozenset([actor for role in patients(its) for actor in roles.get(role, ()) if actor in persons]),
        roles,
    )


def _speaker(event: Event, its: Kind, known: Mapping[str, str], roles: Mapping[str, frozenset[str]]) -> str:
    """Give who says it: the named speaker, else whoever alone does an act of saying."""
    if event.said_by:
        return known.get(key_of(event.said_by), key_of(event.said_by))
    if not its.speech:
        return ""
    doers = {who for who in roles.get("speaker") or roles.get("agent") or () if who[:1] != "@"}  # a country says many things
    return next(iter(doers)) if len(doers) == 1 else ""


def _people(articles: Sequence[Article], stories: Sequence[int]) -> list[Mapping[int, tuple[Participant, ...]]]:
    """Give each article's participants, those of headings as their story knows them."""
    told: dict[int, set[str]] = defaultdict(set)
    headings = [title_cased(article) for article in articles]
    for article, story, dubious in zip(articles, stories, headings, strict=True):
        plain = (event for event in article.events if event.sentence not in dubious)
        told[story].update(key_of(person) for event in plain for person in event.participants)
    known = zip(articles, stories, headings, strict=True)
    return [trusted_people(article, told[story], dubious) for article, story, dubious in known]


def _casts(
    articles: Sequence[Article], stories: Sequence[int], people: Sequence[Mapping[int, tuple[Participant, ...]]]
) -> dict[int, Cast]:
    named: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    for article, story, known in zip(articles, stories, people, strict=True):
        for number, event in enumerate(article.events):
            told = (*known[number], event.said_by) if event.said_by else known[number]
            named[story].extend((key_of(person), person.name, person.kind) for person in told)
    return {story: cast_of(named[story]) for story in sorted(set(stories))}


@cache
def _near_kinds(name: str) -> frozenset[str]:
    return frozenset({name, *kind_named(name).near})
