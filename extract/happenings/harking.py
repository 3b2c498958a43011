"""What a later article goes back to: "the crash", months on, is that of the first news, and none of its own day.

In go the accounts of all articles; out come the same, each incident that its own story does not tell as news turned to the
oldest story of its saga that tells days of such things.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from extract.happenings.account import INCIDENTS, NOWHERE, Account
from extract.kinds import kind_named

CRIMES = frozenset({"arrest", "escape", "crime"})  # families that later articles go back to, as they do to incidents
KNOWN = frozenset({"asserted", "reported opinion"})  # what is only alleged, "denied the murder", may be known from older news
NEWS_DAYS = 14  # before publication; what a story dates farther back is no news of it, but looks back too


def harking_back(accounts: Sequence[Account]) -> list[Account]:
    """Turn what a story tells without a day to the oldest story of its saga that tells days of such things."""
    oldest: dict[tuple[int, str], int] = {}
    fresh: set[tuple[int, str]] = set()
    for account in accounts:
        if account.days_told and account.modality == "asserted":
            oldest.setdefault((account.saga, account.family), account.story)
            if _is_fresh(account):
                fresh.add((account.story, account.family))
    return [
        account
        if account.days_told or (account.story, account.family) in fresh or not _is_incident(account)
        else replace(account, harks_to=oldest.get((account.saga, account.family), NOWHERE))
        for account in accounts
    ]


def _is_fresh(account: Account) -> bool:
    """Tell whether the days of an account are those of news, and not of what its article looks back to."""
    return not account.published or account.days is None or account.published - account.days[1] <= NEWS_DAYS


def _is_incident(account: Account) -> bool:
    its = kind_named(account.kind)
    return account.modality in KNOWN and its.one_day and (its.colour in INCIDENTS or its.family in CRIMES)
