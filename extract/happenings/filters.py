"""Which happenings the default view leaves out, and why. What is left out stays in the store, behind a switch.

Filters look at whole happenings after merging, never at single triggers: what two sentences tell is worth showing, and
so is every disaster, crime and act of force, however briefly told.
"""

from collections.abc import Sequence

from extract.happenings.account import Account
from extract.kinds import Kind, kind_named
from extract.models import Happening

SURE = 0.8  # a lone telling above this confidence was hit by a trigger that says enough by itself
SOFT = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
)  # PLOVER
OPINION = "opinion"  # family of what named experts say
FIRM = frozenset({"rescue", "displacement", "leaving office", "confession"})  # families of deeds, however briefly told
ANSWERS = frozenset({"rejection", "accusation"})  # families of what even "the army" says that is worth showing
WORRY = "concern"  # the kind of what somebody fears
DOERS = frozenset({"agent", "speaker"})
CONFLICT = "conflict"  # colour of wars and violence: what lasts and is told once, without a day, is what the news looks back on
BALLOTS = "vote"  # unit of figures, and the kind that its word tells: "by 2,100 votes" counts them
COUNT_LETTERS = 1  # between a figure and the word that it counts


def hidden_reason(happening: Happening, accounts: Sequence[Account]) -> str | None:
    """Give the reason to leave a happening out of the default view; None to show it."""
    its = kind_named(happening.kind)
    if its.abstract and sum(account.days_told for account in accounts) * 2 < len(accounts):
        return "abstract"
    if its.everyday:
        return None if happening.texts > 1 else "told by one text"
    if happening.main_of or len(accounts) > 1:
        return None
    return _lone_reason(happening, accounts[0], its)


def _lone_reason(happening: Happening, account: Account, its: Kind) -> str | None:
    done = bool(account.speaker) or any(person.role in DOERS for person in account.event.participants)
    sure, anchored = account.event.confidence > SURE, account.days_told or (account.place_told and not its.speech)
    soft = its.family not in FIRM and (its.speech or its.plover in SOFT)
    if its.name == BALLOTS and _is_count(account):
        return "a count of votes"
    if its.colour == CONFLICT and not its.one_day and happening.status == "background" and not account.days_told:
        return "told in passing"
    if account.quoted:
        return "a quotation without its speaker"
    if happening.modality in {"hypothetical", "negated"} and not account.days_told:
        return "lone and hypothetical" if happening.modality == "hypothetical" else "lone and denied"
    if happening.modality == "planned" and not anchored and not sure:
        return "lone and planned"
    if (
        happening.status == "commentary"
        and its.family != OPINION
        and not (its.name == WORRY and done)
        and not anchored
        and (happening.modality != "reported opinion" or not account.speaker)
    ):
        return "told in passing"
    if happening.status == "commentary" and its.speech and its.family != OPINION and _is_guessed(account):
        return "told in passing"
    if not soft or anchored or sure or its.family == OPINION:
        return None
    if not account.who and not (done and (its.family in ANSWERS or its.name == WORRY)):
        return "lone and bare"
    return None if done else "lone and generic"


def _is_count(account: Account) -> bool:
    """Tell whether a figure right before the trigger counts ballots."""
    gaps = [account.event.span.start - figure.source.span.end for figure in account.figures if figure.unit == BALLOTS]
    return any(0 <= gap <= COUNT_LETTERS for gap in gaps)


def _is_guessed(account: Account) -> bool:
    """Tell whether somebody only supposes what others feel or say: "Beijing will be alarmed, the professor said"."""
    return bool(account.speaker) and account.speaker[:1] != "@" and account.speaker not in account.who
