"""The label of a happening in the reader's words: who did what, where, with its figures.

The fullest template of its kind whose slots can all be filled is taken. Where none names an actor or a figure, a heading
or a main clause of an article in the label's language stands in; else the kind is told with its place, or with the words that
an article has for it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache
from math import isclose
from typing import NamedTuple

from babel.numbers import format_decimal

from extract.actors import country_of
from extract.happenings.account import Account
from extract.happenings.labelnames import Called, Names, known_labels, named
from extract.happenings.naming import DONE_TO, describing, kinds_of_actors, to_name
from extract.happenings.people import side_of
from extract.happenings.snippets import act, gist, headline, said
from extract.kinds import Kind, kind_named
from extract.language.figures import units
from extract.language.linking import FIGURES, LabelWords, concept, label_words
from extract.models import SPEAKER, Article, Happening, Quantity
from extract.quantities.numbers import ABOUT, NEARLY
from extract.text import words as words_of

DOERS = ("agent", "speaker", "participant")
TOGETHER = (*DOERS, "companion", "patient", "recipient")  # in a meeting whoever takes part does the same
OPINION = "opinion"  # family of what named experts say
DEATH, PERSON = "death", "person"
ENDING, BOTH, PLACED = "s", "both", "at"  # slots: a verb's ending after one doer; two doers; the place with its preposition
TELLING = frozenset({"who", "whom", BOTH, "said", "missiles", *FIGURES})  # slots that make a label more than a kind and a place
BARE = "{kind}"  # the wording of a label that has nothing but its kind
UNREAL = frozenset({"hypothetical", "reported opinion"})  # whoever tells it is rather an expert than its doer
COUNTED_LETTERS = 50  # behind a number in which its noun stands
MOST_SAYING = 3  # who say one thing together
AT_LEAST = 1.5  # a range wider than this is told by its least
_FIGURES = frozenset(FIGURES)
_SLOT = re.compile(r"\{(\w+)\}")


def labels_of(
    happening: Happening,
    accounts: Sequence[Account],
    codes: Sequence[str],
    articles: Sequence[Article],
    names: Names,
) -> Mapping[str, str]:
    """Give the label in every language that has templates, by language code."""
    kinds = kinds_of_actors(accounts) if happening.participants else {}
    its = kind_named(happening.kind)
    roles = TOGETHER if its.roles[:1] == ("participant",) else DOERS
    left_out = describing(accounts, articles) if kinds else frozenset()
    doers, others = (to_name(happening, kinds, part, left_out) for part in (roles, DONE_TO)) if happening.participants else ((), ())
    if happening.kind == DEATH and not others and not happening.quantities:  # "Martín Colmenero murió": nobody kills him
        doers, others = [], [actor for actor in doers if kinds.get(actor.key) == PERSON]
    own: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        own[account.language].append(account)
    doing, done_to = (
        [names.called(accounts[0], one.key, one.name, kinds.get(one.key, "")) for one in actors] for actors in (doers, others)
    )
    speaker = _speaker(accounts, names) if its.speech else ()
    tellers = _tellers(accounts) if happening.modality in UNREAL and not its.speech else frozenset()
    scene = _Scene(
        happening, its, accounts, own, articles, names, roles, speaker, doing, done_to, tellers, _figures(accounts, articles)
    )
    return {code: _label(scene, words, code) for code, words in known_labels(tuple(codes))}


class _Scene(NamedTuple):
    """What a label is made of, whatever its language."""

    happening: Happening
    its: Kind
    accounts: Sequence[Account]
    own: Mapping[str, Sequence[Account]]  # language → the accounts in it
    articles: Sequence[Article]
    names: Names
    roles: Sequence[str]  # of those who do it
    speaker: Sequence[Called]  # who says it, as most tellings have it
    doers: Sequence[Called]
    others: Sequence[Called]  # to whom it is done
    tellers: Collection[str]  # who only tells of what is not real
    figures: Mapping[str, tuple[float, float]]  # unit → least and most


def _label(scene: _Scene, words: LabelWords, code: str) -> str:
    happening, articles, its, own = scene.happening, scene.articles, scene.its, scene.own.get(code, ())
    slots = _slots(scene, words, code)
    if its.speech and own:
        slots["said"] = said(own, articles, code)
    wording, tells = _filled(happening.kind, code, frozenset([slot for slot, told in slots.items() if told]))
    if own and not tells and its.one_day:
        quoted = headline(own, articles, code, happening.main_of, lead=PLACED in slots and not its.everyday)
        if quoted:
            return quoted[:1].upper() + quoted[1:]
    told = act(own, articles) if its.everyday and own else ""
    text = told or wording.format_map(slots)
    if own and not told and not tells and PLACED not in slots and (words_told := gist(own, articles, code)):
        text = f"{text}: {words_told}"
    frame = words.modalities.get(happening.modality)
    framed = frame.format(label=text) if frame else text
    return framed[:1].upper() + framed[1:]


@lru_cache(maxsize=20_000)  # few slots are filled in most labels, and mostly the same
def _filled(kind: str, code: str, filled: frozenset[str]) -> tuple[str, bool]:
    """Give the first wording whose slots are all filled and that tells more than a kind and a place, else the first filled one.

    Whether it tells more is given too.
    """
    first = ""
    for one in _templates(kind, code):
        if filled.issuperset(one.needed):
            if one.tells:
                return one.wording, True
            first = first or one.wording
    return first or BARE, False


class _Template(NamedTuple):
    """One way to word a label."""

    wording: str
    needed: tuple[str, ...]  # slots that must be filled
    tells: bool  # more than a kind and a place


@cache
def _templates(kind: str, code: str) -> tuple[_Template, ...]:
    """Give the templates of a kind in a language that has any, the fullest first."""
    words = label_words(code)
    wordings = (*words.templates.get(kind, ()), *words.general) if words else ()
    slots = [sorted({*_SLOT.findall(wording)} - {ENDING}) for wording in wordings]
    return tuple(_Template(wording, tuple(its), not TELLING.isdisjoint(its)) for wording, its in zip(wordings, slots, strict=True))


def _slots(scene: _Scene, words: LabelWords, code: str) -> dict[str, str]:
    """Give what stands in the slots of a label, those alone that something fills, and the ending of its verb."""
    happening, accounts, its = scene.happening, scene.accounts, scene.its
    doers = named(scene.speaker, accounts, scene.roles, code) if scene.speaker else {}
    if not doers and scene.doers and its.family != OPINION:
        doers = named(scene.doers, accounts, scene.roles, code)
    if doers and scene.tellers:
        doers = {key: name for key, name in doers.items() if key not in scene.tellers}
    others = named(scene.others, accounts, DONE_TO, code) if scene.others else {}
    sides = set(map(side_of, doers))
    slots = {"kind": words.kinds.get(happening.kind, happening.kind), ENDING: "s" if len(doers) == 1 else ""}
    if doers:
        slots["who"] = f" {words.join} ".join(doers.values())
    if len(doers) > 1:
        slots[BOTH] = slots["who"]
    whom = [name for key, name in others.items() if key not in doers and (key[:1] != "@" or key not in sides)] if others else []
    if whom:
        slots["whom"] = f" {words.join} ".join(whom)
    where = happening.where
    named_there = sides if its.placing == "target" or not others else sides.union(map(side_of, others))  # "visits Russia"
    if where is not None and its.placing != "none" and not (where.kind == "country" and f"@{where.country}" in named_there):
        name = slots["place"] = scene.names.of_place(where).get(code, where.name)
        slots[PLACED] = words.placing.get(where.kind, words.placing.get("other", "{place}")).format(place=name)
    for unit, (low, high) in scene.figures.items():
        slots[unit] = _told_range(low, high, code)
    if "missile" in scene.figures:
        slots["missiles"] = _counted(scene.own.get(code, ()), scene.articles, "missile", slots["missile"])
    return slots


def _speaker(accounts: Sequence[Account], names: Names) -> Sequence[Called]:
    """Give who says it, as most tellings have it; nothing where nobody is named."""
    speakers = [account.speaker for account in accounts if account.event.said_by]
    if not speakers:
        return ()
    told = Counter(speakers)
    speaker = max(told, key=lambda key: (told[key], key))
    event = next(one.event for one in accounts if one.speaker == speaker and one.event.said_by)
    if (who := event.said_by) is None:
        return ()
    joined = [one for one in event.participants if one.source.rule == SPEAKER and one.name != who.name]  # "A and B said"
    together = sorted([who, *joined][:MOST_SAYING], key=lambda one: one.span.start)
    return [names.called(accounts[0], speaker if one is who else one.key, one.name, one.kind) for one in together]


def _tellers(accounts: Sequence[Account]) -> Collection[str]:
    """Give those who tell of it, but for countries and their leaders."""
    countries = country_of()
    return {account.speaker for account in accounts if account.speaker not in countries}


def _counted(accounts: Sequence[Account], articles: Sequence[Article], unit: str, number: str) -> str:
    """Tell a number with the words around it in one language: "2 short-range ballistic missiles"; "" without any."""
    told = [
        phrase
        for account in accounts
        for quantity in account.figures
        if quantity.unit == unit and (phrase := _noun_phrase(quantity, articles[account.article].document.text, account))
    ]
    return f"{number} {max(told, key=lambda phrase: (len(phrase.split()), phrase))}" if told and number else ""


def _noun_phrase(quantity: Quantity, text: str, account: Account) -> str:
    """Give the words behind a number up to the noun that it counts; "" where other signs stand between, or no such noun."""
    begin = quantity.source.span.end
    behind = text[begin : min(account.event.sentence.end, begin + COUNTED_LETTERS)]
    for start, stop in words_of(behind):
        if units().things.get(concept(behind[start:stop], account.language)) == quantity.unit:
            phrase = behind[:stop].strip(" -")
            return "" if any(sign in phrase for sign in ",;:.()") else phrase
    return ""


def _figures(accounts: Sequence[Account], articles: Sequence[Article]) -> dict[str, tuple[float, float]]:
    """Give the figures of the units that a label may tell, as the latest articles have them, the one that most of them tell."""
    told: dict[str, dict[int, list[tuple[float, float]]]] = defaultdict(lambda: defaultdict(list))
    for account in accounts:
        for quantity in account.figures:
            if quantity.unit in _FIGURES and quantity.low >= 1:
                published = articles[account.article].document.published
                told[quantity.unit][published.toordinal() if published else 0].append((quantity.low, quantity.high))
    found = {}
    for unit, by_day in told.items():
        votes = Counter(by_day[max(by_day)])
        found[unit] = max(votes, key=lambda value: (votes[value], value[0], -value[1]))
    return found


def _told_range(low: float, high: float, code: str) -> str:
    """Write a range as it was told: "12", "30+" for "at least 30", "~150" for "about 150" and "nearly 150", "30–40"."""
    middle = (low + high) / 2
    if low == high or high > low * AT_LEAST:
        return _number(low, code) if low == high else f"{_number(low, code)}+"
    if isclose(low, middle * (1 - ABOUT)):
        return f"~{_number(middle, code)}"
    most = _number(high, code)
    return f"~{most}" if isclose(low, high * (1 - NEARLY)) else f"{_number(low, code)}–{most}"


@lru_cache(maxsize=10_000)  # few figures are told, and each in many labels
def _number(value: float, code: str) -> str:
    return format_decimal(round(value, 1), locale=code)
