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
from extract.happenings.naming import DONE_TO, actor_name, describing, kinds_of_actors, named, place_name, to_name
from extract.happenings.people import side_of
from extract.happenings.snippets import act, gist, headline, said
from extract.kinds import Kind, kind_named
from extract.language.figures import units
from extract.language.linking import FIGURES, SLOTS, LabelWords, concept, label_words
from extract.models import Actor, Article, Happening, Quantity
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
AT_LEAST = 1.5  # a range wider than this is told by its least
_BLANK = dict.fromkeys(SLOTS, "")
_FIGURES = frozenset(FIGURES)
_SLOT = re.compile(r"\{(\w+)\}")


def labels_of(
    happening: Happening,
    accounts: Sequence[Account],
    codes: Sequence[str],
    articles: Sequence[Article],
    places: Mapping[tuple[str, str], str],
) -> Mapping[str, str]:
    """Give the label in every language that has templates, by language code; ``places`` as articles write them."""
    kinds = kinds_of_actors(accounts) if happening.participants else {}
    roles = TOGETHER if kind_named(happening.kind).roles[:1] == ("participant",) else DOERS
    left_out = describing(accounts, articles) if kinds else frozenset()
    doers, others = (to_name(happening, kinds, its, left_out) for its in (roles, DONE_TO))
    if happening.kind == DEATH and not others and not happening.quantities:  # "Martín Colmenero murió": nobody kills him
        doers, others = [], [actor for actor in doers if kinds.get(actor.key) == PERSON]
    scene = _Scene(happening, accounts, articles, places, kinds, roles, doers, others, _units(accounts))
    return {code: _label(scene, words, code) for code, words in _known(tuple(codes))}


class _Scene(NamedTuple):
    """What a label is made of, whatever its language."""

    happening: Happening
    accounts: Sequence[Account]
    articles: Sequence[Article]
    places: Mapping[tuple[str, str], str]
    kinds: Mapping[str, str]  # actor → what kind of participant it is
    roles: Sequence[str]  # of those who do it
    doers: Sequence[Actor]
    others: Sequence[Actor]  # to whom it is done
    units: frozenset[str]  # of the figures told


@cache
def _known(codes: tuple[str, ...]) -> tuple[tuple[str, LabelWords], ...]:
    """Give the languages that have templates."""
    found = ((code, label_words(code)) for code in codes)
    return tuple((code, words) for code, words in found if words is not None)


def _label(scene: _Scene, words: LabelWords, code: str) -> str:
    happening, articles = scene.happening, scene.articles
    own = [account for account in scene.accounts if account.language == code]
    its = kind_named(happening.kind)
    slots = _slots(scene, words, code)
    slots["said"] = said(own, articles, code) if its.speech and own else ""
    wording, tells = _filled(_templates(happening.kind, code), slots)
    if own and not tells and its.one_day:
        quoted = headline(own, articles, code, happening.main_of, lead=bool(slots[PLACED]) and not its.everyday)
        if quoted:
            return quoted[:1].upper() + quoted[1:]
    told = act(own, articles) if its.everyday and own else ""
    text = told or wording.format_map(slots)
    if own and not told and not tells and not slots[PLACED] and (words_told := gist(own, articles, code)):
        text = f"{text}: {words_told}"
    frame = words.modalities.get(happening.modality)
    framed = frame.format(label=text) if frame else text
    return framed[:1].upper() + framed[1:]


def _filled(templates: Sequence["_Template"], slots: Mapping[str, str]) -> tuple[str, bool]:
    """Give the first wording whose slots are all filled and that tells more than a kind and a place, else the first filled one.

    Whether it tells more is given too.
    """
    first = ""
    for one in templates:
        if all(map(slots.__getitem__, one.needed)):
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
    happening, accounts, articles = scene.happening, scene.accounts, scene.articles
    its = kind_named(happening.kind)
    doers = _speaker(accounts, code) if its.speech else {}
    if not doers and scene.doers and its.family != OPINION:
        doers = named(scene.doers, accounts, scene.kinds, scene.roles, code)
    if doers and happening.modality in UNREAL and not its.speech:
        tellers = {account.speaker for account in accounts} - country_of().keys()
        doers = {key: name for key, name in doers.items() if key not in tellers}
    others = named(scene.others, accounts, scene.kinds, DONE_TO, code) if scene.others else {}
    sides = {side_of(key) for key in doers}
    whom = [name for key, name in others.items() if key not in doers and (key[:1] != "@" or key not in sides)] if others else []
    slots = dict(_BLANK)
    slots["kind"] = words.kinds.get(happening.kind, happening.kind)
    slots["who"], slots["whom"] = f" {words.join} ".join(doers.values()), f" {words.join} ".join(whom)
    slots[BOTH], slots[ENDING] = slots["who"] if len(doers) > 1 else "", "s" if len(doers) == 1 else ""
    named_there = sides if its.placing == "target" else sides | {side_of(key) for key in others}  # "visits Russia"
    slots["place"], slots[PLACED] = _placed(happening, its, words, code, scene.places, named_there)
    for unit in scene.units:
        slots[unit] = _figure(accounts, articles, unit, code)
    if "missile" in scene.units:
        slots["missiles"] = _counted(accounts, articles, "missile", code)
    return slots


def _speaker(accounts: Sequence[Account], code: str) -> dict[str, str]:
    """Name who says it, as most tellings have it; {} where nobody is named."""
    speakers = [account.speaker for account in accounts if account.event.said_by]
    if not speakers:
        return {}
    told = Counter(speakers)
    speaker = max(told, key=lambda key: (told[key], key))
    who = next(account.event.said_by for account in accounts if account.speaker == speaker and account.event.said_by)
    name = actor_name(speaker, who.name, accounts[0].cast.names.get(speaker, {}), code, who.kind)
    return {speaker: name} if name else {}


def _placed(
    happening: Happening, its: Kind, words: LabelWords, code: str, places: Mapping[tuple[str, str], str], sides: Collection[str]
) -> tuple[str, str]:
    """Name the place, alone and with its preposition; not a country that the label names as an actor."""
    where = happening.where
    if where is None or its.placing == "none" or (where.kind == "country" and f"@{where.country}" in sides):
        return "", ""
    name = place_name(where, places, code)
    return name, words.placing.get(where.kind, words.placing.get("other", "{place}")).format(place=name)


def _units(accounts: Sequence[Account]) -> frozenset[str]:
    """Give the units of a label in which anything is told."""
    return frozenset(quantity.unit for account in accounts for quantity in account.figures if quantity.unit in _FIGURES)


def _counted(accounts: Sequence[Account], articles: Sequence[Article], unit: str, code: str) -> str:
    """Tell a count with the words around it in one language: "2 short-range ballistic missiles"; "" without any."""
    number = _figure(accounts, articles, unit, code)
    told = [
        phrase
        for account in accounts
        if account.language == code
        for quantity in account.figures
        if quantity.unit == unit and (phrase := _noun_phrase(quantity, articles[account.article].document.text, account, code))
    ]
    return f"{number} {max(told, key=lambda phrase: (len(phrase.split()), phrase))}" if told and number else ""


def _noun_phrase(quantity: Quantity, text: str, account: Account, code: str) -> str:
    """Give the words behind a number up to the noun that it counts; "" where other signs stand between, or no such noun."""
    begin = quantity.source.span.end
    behind = text[begin : min(account.event.sentence.end, begin + COUNTED_LETTERS)]
    for start, stop in words_of(behind):
        if units().things.get(concept(behind[start:stop], code)) == quantity.unit:
            phrase = behind[:stop].strip(" -")
            return "" if any(sign in phrase for sign in ",;:.()") else phrase
    return ""


def _figure(accounts: Sequence[Account], articles: Sequence[Article], unit: str, code: str) -> str:
    """Tell a figure as the latest articles have it, the one that most of them tell; "30+" where only a least is told."""
    told: dict[int, list[Quantity]] = defaultdict(list)
    for account in accounts:
        published = articles[account.article].document.published
        told[published.toordinal() if published else 0].extend(
            quantity for quantity in account.figures if quantity.unit == unit and quantity.low >= 1
        )
    latest = next((told[day] for day in sorted(told, reverse=True) if told[day]), [])
    if not latest:
        return ""
    votes = Counter((quantity.low, quantity.high) for quantity in latest)
    low, high = max(votes, key=lambda value: (votes[value], value[0], -value[1]))
    return _told_range(low, high, code)


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
