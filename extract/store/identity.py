"""Happenings as linked again + those already stored → the same happenings under ids that never change.

An id is a promise: somebody may have cited it. So a happening keeps the oldest id that any of its mentions ever had;
the other ids redirect to it. A happening that falls apart leaves its id to the part with most of its mentions.
Ids given while articles are still being read are no promise yet: they redirect to what linking proposes when all is in,
so that the same articles have the same ids however often they were linked on the way.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from extract.models import Happening

MentionKey = tuple[str, int, int]  # document id, start and end of the trigger


@dataclass(frozen=True, slots=True)
class Kept:
    """What is to be stored."""

    happenings: tuple[Happening, ...]  # in the order given, with their final ids
    redirects: Mapping[str, str]  # ids that joined another one → that one


def keep_ids(
    stored: Sequence[tuple[str, frozenset[MentionKey]]],
    linked: Sequence[Happening],
    taken: frozenset[str] = frozenset(),
    young: frozenset[str] = frozenset(),
) -> Kept:
    """Give each happening its final id.

    Parameters
    ----------
    stored
        Id and mentions of each happening that may be replaced, oldest first.
    linked
        The happenings that replace them, with the ids that linking proposes.
    taken
        Ids of happenings that stay as they are.
    young
        Ids among the stored ones that are no promise yet.
    """
    holders = _holders(linked)
    final: dict[int, str] = {}
    heirs = {old: heir for old, mentions in stored if (heir := _heir(mentions, holders, linked)) is not None}
    promised = [old for old in heirs if old not in young]
    for old in promised:
        final.setdefault(heirs[old], old)
    _name_the_rest(linked, final, {*taken, *promised})
    live = set(final.values())
    redirects = {old: final[heir] for old, heir in heirs.items() if old not in live}
    names = {happening.id: final[at] for at, happening in enumerate(linked)}
    kept = tuple(_renamed(happening, final[at], names) for at, happening in enumerate(linked))
    return Kept(kept, redirects)


def mention_keys(happening: Happening) -> frozenset[MentionKey]:
    """List where a happening is told."""
    return frozenset((mention.document_id, *mention.span) for mention in happening.mentions)


def _holders(linked: Sequence[Happening]) -> dict[MentionKey, list[int]]:
    holders: defaultdict[MentionKey, list[int]] = defaultdict(list)
    for at, happening in enumerate(linked):
        for key in mention_keys(happening):
            holders[key].append(at)
    return holders


def _heir(mentions: Iterable[MentionKey], holders: Mapping[MentionKey, list[int]], linked: Sequence[Happening]) -> int | None:
    shared = Counter(at for key in mentions for at in holders.get(key, ()))
    return min(shared, key=lambda at: (-shared[at], linked[at].id, at), default=None)


def _name_the_rest(linked: Sequence[Happening], final: dict[int, str], taken: set[str]) -> None:
    for at, happening in enumerate(linked):
        if at in final:
            continue
        name, turn = happening.id, 2
        while name in taken:
            name, turn = f"{happening.id}-{turn}", turn + 1
        final[at] = name
        taken.add(name)


def _renamed(happening: Happening, name: str, names: Mapping[str, str]) -> Happening:
    whole = names.get(happening.part_of, happening.part_of) if happening.part_of else None
    if name == happening.id and whole == happening.part_of:
        return happening
    return replace(happening, id=name, part_of=whole)
