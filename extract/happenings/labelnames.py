"""The names of actors and places in the languages of labels, each found once for all happenings of a corpus.

Accounts and places go in; out come names by language, and of several actors those that one label names.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from extract.happenings.account import Account
from extract.happenings.naming import actor_name, names_of_place
from extract.happenings.people import side_of
from extract.language.linking import LabelWords, label_words
from extract.models import Where

MOST_NAMES = 2  # actors named in a label


class Called(NamedTuple):
    """An actor that a label may name."""

    key: str
    side: str  # its country, or itself
    names: Mapping[str, str]  # language → its name; "" where the letters that tell it say nothing to a reader


class Names:
    """The names of the actors and places of one corpus."""

    def __init__(self, told: Mapping[tuple[str, str], str], codes: Sequence[str]) -> None:
        """Know the words that articles use most for each place, as ``place_names`` gives them, and the languages asked for."""
        self._told = told
        self.codes = tuple([code for code, _ in known_labels(tuple(codes))])
        self._actors: dict[tuple[int, str, str, str], Called] = {}
        self._places: dict[tuple[object, ...], Mapping[str, str]] = {}

    def called(self, account: Account, key: str, name: str, kind: str) -> Called:
        """Name an actor of the saga of an account, by its key, its name in the happening and what kind of participant it is."""
        known = self._actors.get((account.saga, key, name, kind))
        if known is None:
            names = account.cast.names.get(key, {})
            told = {code: actor_name(key, name, names, code, kind) for code in self.codes}
            known = self._actors[account.saga, key, name, kind] = Called(key, side_of(key), told)
        return known

    def of_place(self, where: Where) -> Mapping[str, str]:
        """Name a place in each language that has another name for it than its own: code → name."""
        place = where.name, where.kind, where.country, where.geonames_id
        known = self._places.get(place)
        if known is None:
            known = self._places[place] = names_of_place(where, self._told, self.codes)
        return known


@cache
def known_labels(codes: tuple[str, ...]) -> tuple[tuple[str, LabelWords], ...]:
    """Give the languages that have templates, with the words of their labels."""
    found = ((code, label_words(code)) for code in codes)
    return tuple((code, words) for code, words in found if words is not None)


def named(actors: Sequence[Called], accounts: Sequence[Account], roles: Sequence[str], code: str) -> dict[str, str]:
    """Name actors of some roles in one language: key → name; one name for each side.

    Two are named only where whoever takes part does the same, or where one telling names both in these roles.
    """
    if len(actors) == 1:  # as in most happenings
        return {actors[0].key: name} if (name := actors[0].names[code]) else {}
    kept: dict[str, str] = {}
    sides: set[str] = set()
    for key, side, names in actors:
        name = names[code]
        if side in sides or not name or any(_one_name(name, other) for other in kept.values()):
            continue
        if kept and not all(account.pair for account in accounts) and not _told_together(accounts, roles, {*kept, key}):
            continue
        sides.add(side)
        kept[key] = name
        if len(kept) == MOST_NAMES:
            break
    return kept


def _told_together(accounts: Sequence[Account], roles: Sequence[str], keys: set[str]) -> bool:
    found = (frozenset().union(*(account.roles.get(role, frozenset()) for role in roles)) for account in accounts)
    return any(keys <= together for together in found)


@lru_cache(maxsize=20_000)
def _one_name(name: str, other: str) -> bool:
    """Say whether one name is part of the other: "North" and "North Korea"."""
    one, another = set(name.casefold().split()), set(other.casefold().split())
    return one <= another or another <= one
