"""Which accounts are compared: those that share a story and a family of kinds, and a few across stories.

A block of many accounts is not compared in full: its members are laid out by each feature they share, and each is
compared with its nearest neighbours there, so the time grows with the accounts.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from functools import cache
from itertools import chain, combinations

import numpy as np

from extract.happenings.account import NOWHERE, TOLL, Account
from extract.happenings.families import OF_PERSONS
from extract.kinds import kind_named
from extract.sparse import Ints, neighbours

WHOLE_BLOCK = 120  # accounts of a block that are all compared with each other
NEIGHBOURS = 20  # in a larger one, accounts compared with one for one shared feature
ACROSS_DAYS = 3  # width of the window of days across stories
MOST_DAYS = 40  # an interval longer than this is no reason to compare across stories
SAGA = NOWHERE - 1  # minus the number of a saga: its block, apart from those of stories
ACROSS_ACTORS = 4  # actors of an account by which it is sought in other stories


def candidate_pairs(accounts: Sequence[Account]) -> tuple[Ints, Ints]:
    """Give the one and the other of the pairs of accounts to be compared, sorted; accounts come in canonical order."""
    count, keys = len(accounts), []
    for alike, blocks in (_within(accounts), _across(accounts)):
        size = [sum(len(alike[number]) for number in block) for block in blocks]
        whole = [block for block, its in zip(blocks, size, strict=True) if its <= WHOLE_BLOCK]
        large = [block for block, its in zip(blocks, size, strict=True) if its > WHOLE_BLOCK]
        beside = {pair for block in whole for pair in combinations(block, 2)}
        alone = {number for block in whole for number in block}
        members = (list(chain.from_iterable(alike[number] for number in block)) for block in large)
        held = [holders for block in members for holders in _holders(block, accounts)]
        keys += [all_pairs([alike[number] for number in alone], count), _between(alike, beside, count)]
        keys.append(neighbours(held, count, NEIGHBOURS))
    found = np.sort(np.concatenate(keys))  # faster here than np.unique, which hashes first
    found = found[np.append(True, found[1:] != found[:-1])] if len(found) else found
    return found // max(1, count), found % max(1, count)


def _within(accounts: Sequence[Account]) -> tuple[list[list[int]], list[list[int]]]:
    """Give the accounts of each story that are alike, and the blocks of these: a family, and each pair of near kinds.

    A saga of several stories is one more such story, but for what is said and for tolls. What plain verbs tell is
    compared with what the same verb tells.
    """
    stories = Counter(saga for saga, _ in {(account.saga, account.story) for account in accounts})
    alike: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    for at, account in enumerate(accounts):
        verb = f"/{account.heads}" if account.everyday else ""
        alike[account.story, account.kind, verb].append(at)
        if stories[account.saga] > 1 and not (account.speech or account.everyday or account.family == TOLL):
            alike[SAGA - account.saga, account.kind, verb].append(at)
        if account.harks_to not in (NOWHERE, account.story):
            alike[account.harks_to, account.kind, verb].append(at)
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for number, (story, kind, verb) in enumerate(alike):
        for block in _blocks_of(kind):
            blocks[story, block, verb].append(number)
    return list(alike.values()), list(blocks.values())


def _across(accounts: Sequence[Account]) -> tuple[list[list[int]], list[list[int]]]:
    """Give the same across stories: what is told of one actor on near days, of one day in one field, of one person in one saga."""
    by_actor: dict[Hashable, list[int]] = defaultdict(list)
    by_day: dict[tuple[int, str, int], list[int]] = defaultdict(list)
    for at, account in enumerate(accounts):
        for person in account.done_to if account.family in OF_PERSONS and not account.everyday else ():
            by_actor[account.saga, account.family, person].append(at)
        days = account.days
        if not days or days[1] - days[0] > MOST_DAYS or account.speech or account.everyday:
            continue
        window, last = days[0] // ACROSS_DAYS, days[1] // ACROSS_DAYS
        for actor in sorted(account.who)[:ACROSS_ACTORS]:
            by_actor[account.kind, window, actor].append(at)
            by_actor[account.kind, window + 1, actor].append(at)
        for near in range(window, last + 1):
            by_day[account.field, account.kind, near].append(at)
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for number, (field, kind, near) in enumerate(by_day):
        for block in _blocks_of(kind):
            blocks[field, block, near].append(number)
    alike = [*by_day.values(), *by_actor.values()]
    return alike, [*blocks.values(), *([number] for number in range(len(by_day), len(alike)))]


@cache
def _blocks_of(kind: str) -> frozenset[str]:
    """Give the names of the blocks of a kind: its family, and each pair of kinds that may be one happening."""
    its = kind_named(kind)
    if its.everyday:
        return frozenset({its.family})
    return frozenset({its.family, *("/".join(sorted((kind, other))) for other in its.near if other != kind)})


def all_pairs(blocks: Iterable[Sequence[int]], count: int) -> Ints:
    """Give every pair of each block, as one number a pair: one × count + other; the members of a block rise."""
    by_size: dict[int, list[Sequence[int]]] = defaultdict(list)
    for block in blocks:
        by_size[len(block)].append(block)
    keys = [np.zeros(0, dtype=np.int64)]
    for size, alike in by_size.items():
        one, other = _corner(size)
        members = np.array(alike)
        keys.append((members[:, one] * count + members[:, other]).ravel())
    return np.concatenate(keys)


def _between(alike: Sequence[Sequence[int]], beside: Iterable[tuple[int, int]], count: int) -> Ints:
    """Give every pair of one of a list and one of another, as ``all_pairs`` does, for each two lists given by their numbers."""
    by_size: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for pair in beside:
        by_size[len(alike[pair[0]]), len(alike[pair[1]])].append(pair)
    keys = [np.zeros(0, dtype=np.int64)]
    for met in by_size.values():
        ones, others = (np.array([alike[pair[side]] for pair in met]) for side in (0, 1))
        one, other = ones[:, :, None], others[:, None, :]
        keys.append((np.minimum(one, other) * count + np.maximum(one, other)).ravel())
    return np.concatenate(keys)


@cache
def _corner(size: int) -> tuple[Ints, Ints]:
    return np.triu_indices(size, 1)


def _holders(members: Sequence[int], accounts: Sequence[Account]) -> list[list[int]]:
    """Lay out a block by each feature that its members share, in the order of their days."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for at in sorted(members, key=lambda at: (accounts[at].days or (0, 0), at)):
        for feature in _features(accounts[at]):
            holders[feature].append(at)
    return [held for held in holders.values() if len(held) > 1]


def _features(account: Account) -> set[Hashable]:
    features: set[Hashable] = {("trigger", account.heads)} if account.heads else set()
    if account.speech and account.speaker:
        features.add(("speaker", account.speaker))
    features.update(("who", actor) for actor in account.who)
    features.update(("object", thing) for thing in account.objects)
    if account.days and account.days_told:
        features.add(("day", account.days[0]))
    return features
