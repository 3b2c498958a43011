"""Which accounts are compared: those that share a story and a family of kinds, and a few across stories.

A block of many accounts is not compared in full: its members are laid out by each feature they share, and each is
compared with its nearest neighbours there, so the time grows with the accounts.
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from itertools import combinations

from extract.happenings.account import Account

WHOLE_BLOCK = 120  # accounts of a block that are all compared with each other
NEIGHBOURS = 20  # in a larger one, accounts compared with one for one shared feature
ACROSS_DAYS = 3  # width of the window of days across stories
MOST_DAYS = 40  # an interval longer than this is no reason to compare across stories
ACROSS_ACTORS = 4  # actors of an account by which it is sought in other stories


def candidate_pairs(accounts: Sequence[Account]) -> list[tuple[int, int]]:
    """Give the pairs of accounts to be compared, sorted; accounts come in canonical order."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for at, account in enumerate(accounts):
        for block in _blocks(account):
            blocks[account.story, block].append(at)
        for key in _across(account):
            blocks[key].append(at)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        pairs.update(combinations(members, 2) if len(members) <= WHOLE_BLOCK else _sparse(members, accounts))
    return sorted(pairs)


def _blocks(account: Account) -> set[str]:
    """Give the names of the blocks of an account: its family, and each pair of kinds that may be one happening."""
    return {account.family} | {"/".join(sorted((account.kind, other))) for other in account.near if other != account.kind}


def _across(account: Account) -> list[Hashable]:
    if not account.days or not account.days_told or account.days[1] - account.days[0] > MOST_DAYS or account.speech:
        return []
    window = account.days[0] // ACROSS_DAYS
    return [("across", account.kind, near, actor) for actor in sorted(account.who)[:ACROSS_ACTORS] for near in (window, window + 1)]


def _sparse(members: Sequence[int], accounts: Sequence[Account]) -> set[tuple[int, int]]:
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for at in members:
        for feature in _features(accounts[at]):
            holders[feature].append(at)
    pairs: set[tuple[int, int]] = set()
    for held in holders.values():
        ordered = sorted(held, key=lambda at: (accounts[at].days or (0, 0), at))
        for place, at in enumerate(ordered):
            near = ordered[place + 1 : place + 1 + NEIGHBOURS]
            pairs.update([(at, other) if at < other else (other, at) for other in near])
    return pairs


def _features(account: Account) -> set[Hashable]:
    features: set[Hashable] = {("trigger", account.heads)} if account.heads else set()
    if account.speech and account.speaker:
        features.add(("speaker", account.speaker))
    features.update(("who", actor) for actor in account.who)
    features.update(("object", thing) for thing in account.objects)
    if account.days and account.days_told:
        features.add(("day", account.days[0]))
    return features
