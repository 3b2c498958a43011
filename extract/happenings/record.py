"""A group of accounts → one Happening: its kind, modality, actors, tellings, figures, and an id that stays.

The id is made of the kind and of the text and offsets of the earliest telling, so that neither the order of the
articles nor the run changes it.
"""

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from msgspec.structs import replace

from extract.happenings.account import Account
from extract.happenings.dating import merged_when
from extract.happenings.people import best_name, script_of
from extract.happenings.placing import merged_roles, merged_where
from extract.kinds import kind_named
from extract.models import Actor, Article, Happening, Mention, Modality, Participant, Quantity, Speaker, Status

ID_LETTERS = 16
FATAL, INJURY = ("death", "killing", "murder"), "injury"
ASSERTED_SHARE = 1 / 3  # of the tellings: what a third asserts has happened, whatever others expected before
SPEECH_WEIGHT = 0.5  # a verb of saying names the kind less surely than another trigger
ABSTRACT_WEIGHT = 0.25  # nor does a word that may mean any of several, where one of them is told: "havoc" beside "storm"
PLAIN_SPEECH, SPECIAL_SHARE = "statement", 1 / 3  # tellings of a more telling kind of saying, for each plain one, that outweigh it
MOST_CONFIDENT = 0.99
SAYING = "speech: "  # rules of acts of saying begin so: whoever says it does it

Value = TypeVar("Value")


def happening_of(accounts: Sequence[Account], articles: Sequence[Article]) -> Happening:
    """Merge the accounts of one happening; weight, main_of, part_of, hidden and labels are set by others."""
    accounts = sorted(accounts, key=lambda account: (account.article, account.event.span, account.number))
    name = _kind(accounts)
    where = merged_where(accounts) if kind_named(name).placing != "none" or any(account.place for account in accounts) else None
    return Happening(
        id=_identity(name, accounts[0], articles),
        label=name,
        kind=name,
        plover=_plover(name, accounts),
        when=merged_when(accounts, articles),
        where=where,
        modality=_modality(accounts, name),
        status=_status(accounts),
        confidence=_confidence(accounts),
        weight=0.0,
        mentions=tuple(_mention(account, articles) for account in accounts),
        participants=_actors(accounts),
        quantities=_quantities(accounts),
        other_places=merged_roles(accounts, articles),
        texts=len(texts_of(accounts)),
    )


def texts_of(accounts: Sequence[Account]) -> set[int]:
    """Give the independent texts that tell of a happening; a sentence copied word for word counts once."""
    first: dict[str, int] = {}
    for account in accounts:
        first.setdefault(account.passage, account.text)
    return set(first.values())


def _identity(name: str, earliest: Account, articles: Sequence[Article]) -> str:
    document = articles[earliest.article].document
    start, end = earliest.event.span
    told = f"{name}\0{_digest(document.text)}\0{start}\0{end}\0{earliest.number}"
    return hashlib.blake2b(told.encode(), digest_size=ID_LETTERS // 2).hexdigest()


@lru_cache(maxsize=1024)
def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _is_told_by_fewer(accounts: Sequence[Account]) -> bool:
    """Tell whether the articles that name the kind of a saying are fewer than those that only say that it was said."""
    plain = {account.event.document_id for account in accounts if account.kind == PLAIN_SPEECH}
    special = {account.event.document_id for account in accounts if account.kind != PLAIN_SPEECH}
    return len(plain) > 1 and len(special) < len(plain)


def _kind(accounts: Sequence[Account]) -> str:
    """Choose the kind that most tellings name; a more special kind wins over a tie."""
    kinds = [account.kind for account in accounts]
    if kinds.count(kinds[0]) == len(kinds):
        return kinds[0]
    votes: dict[str, float] = defaultdict(float)
    for account in accounts:
        votes[account.kind] += account.event.confidence * (SPEECH_WEIGHT if account.speech else 1.0)
    told = frozenset(votes)
    special = max((votes[name] for name in votes if name != PLAIN_SPEECH and kind_named(name).speech), default=0.0)
    if special >= SPECIAL_SHARE * votes.get(PLAIN_SPEECH, 0.0) and not _is_told_by_fewer(accounts):
        votes.pop(PLAIN_SPEECH, None)  # it says nothing of what was said
    if any(name in votes for name in FATAL):
        votes.pop(INJURY, None)  # a toll of dead and injured is one of dead
    for name in [name for name in votes if kind_named(name).abstract and not kind_named(name).near.isdisjoint(told)]:
        votes[name] *= ABSTRACT_WEIGHT
    return max(votes, key=lambda name: (round(votes[name], 6), not kind_named(name).abstract, name))


def _plover(name: str, accounts: Sequence[Account]) -> str | None:
    told = [account.event.plover for account in accounts if account.kind == name]
    return _most(told, lambda plover: plover or "") if told else None


def _modality(accounts: Sequence[Account], kind: str) -> Modality:
    telling = [account for account in accounts if account.kind != PLAIN_SPEECH] if kind != PLAIN_SPEECH else accounts
    accounts = telling or accounts
    told = [account.modality for account in accounts]
    asserted = told.count("asserted")
    return "asserted" if asserted and asserted >= ASSERTED_SHARE * len(told) else _most(told, lambda modality: modality)


def _status(accounts: Sequence[Account]) -> Status:
    return _most([account.event.status for account in accounts], lambda status: (status == "foreground", status))


def _most(told: Sequence[Value], rank: Callable[[Value], Any]) -> Value:
    """Give the value that is told most often, of these the one of the highest rank."""
    first = told[0]
    if told.count(first) == len(told):  # as in most happenings
        return first
    votes = Counter(told)
    return max(votes, key=lambda value: (votes[value], rank(value)))


def _confidence(accounts: Sequence[Account]) -> float:
    best: dict[int, float] = {}
    for account in accounts:
        best[account.text] = max(account.event.confidence, best.get(account.text, 0.0))
    return round(min(MOST_CONFIDENT, 1 - math.prod(1 - min(sure, MOST_CONFIDENT) for sure in best.values())), 4)


def _mention(account: Account, articles: Sequence[Article]) -> Mention:
    event, said_by = account.event, account.event.said_by
    speaker = Speaker(said_by.name, said_by.source.document_id, said_by.span) if said_by else None
    words = articles[account.article].document.text[event.span.start : event.span.end]
    return Mention(event.document_id, event.span, event.sentence, words, event.rule, speaker, event.modality)


def _actors(accounts: Sequence[Account]) -> tuple[Actor, ...]:
    told: dict[str, list[Participant]] = defaultdict(list)
    for account in accounts:
        for participant, actor in zip(account.people, account.actors, strict=True):
            if not participant.aside:
                told[actor].append(participant)
        speaker = account.event.said_by
        if speaker and account.event.rule.startswith(SAYING) and account.speaker not in account.actors:
            told[account.speaker].append(replace(speaker, role="agent"))
    names = accounts[0].cast.names
    actors = [_actor(key, participants, names.get(key, {})) for key, participants in told.items()]
    return tuple(sorted(actors, key=lambda actor: (-len(actor.mentions), actor.role != "agent", actor.name, actor.key)))


def _actor(key: str, participants: Sequence[Participant], names: Mapping[str, int]) -> Actor:
    first = participants[0].name
    own = Counter([participant.name for participant in participants]) if len(participants) > 1 else {first: 1}
    is_name = len(own) == 1 and script_of(first) == "Latin"  # as of most
    name = first if is_name else best_name(own, latin=True) or best_name(names, latin=True) or best_name(own, latin=False)
    mentions = {(participant.source.document_id, participant.source.span): participant.source for participant in participants}
    role = _most([participant.role for participant in participants], lambda role: role)
    return Actor(name, role, tuple(mentions[at] for at in sorted(mentions)), key)


def _quantities(accounts: Sequence[Account]) -> tuple[Quantity, ...]:
    found: Mapping[tuple[object, ...], Quantity] = {
        (quantity.unit, quantity.low, quantity.high): quantity for account in reversed(accounts) for quantity in account.figures
    }
    return tuple(found[key] for key in sorted(found, key=str))
