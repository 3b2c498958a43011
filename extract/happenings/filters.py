"""Which happenings the default view leaves out, and why. What is left out stays in the store, behind a switch.

Filters look at whole happenings after merging, never at single triggers: what two texts tell is worth showing.
"""

from collections.abc import Sequence

from extract.happenings.account import Account
from extract.kinds import kind_named
from extract.models import Happening

SURE = 0.5  # a lone telling below this confidence is not shown


def hidden_reason(happening: Happening, accounts: Sequence[Account]) -> str | None:
    """Give the reason to leave a happening out of the default view; None to show it."""
    lone = len(accounts) == 1
    told = any(account.days_told for account in accounts)
    its = kind_named(happening.kind)
    if its.abstract and sum(account.days_told for account in accounts) * 2 < len(accounts):
        return "abstract"
    if happening.main_of:
        return None
    if lone and happening.confidence < SURE:
        return "lone and unsure"
    if lone and happening.modality in {"hypothetical", "negated"} and not told:
        return "lone and hypothetical" if happening.modality == "hypothetical" else "lone and denied"
    if lone and its.speech and not happening.participants and not accounts[0].speaker:
        return "lone and generic"
    return None
