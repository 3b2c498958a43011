"""Which happenings the default view leaves out, and why. What is left out stays in the store, behind a switch.

Filters look at whole happenings after merging, never at single triggers: what two sentences tell is worth showing, and
so is every disaster, crime and act of force, however briefly told, unless an article about another one only brings it up.
"""

from collections.abc import Collection, Sequence

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
DISASTER = "disaster"  # colour of kinds that nobody plans: what may come is feared
INCIDENTS = frozenset({"conflict", "disaster"})  # colours of kinds that strike
FOLLOWING = frozenset(
    {"toll", "damage", "missing", "displacement", "outage", "deployment", "withdrawal", "peace", "arms"}
)  # families of these colours that follow an incident rather than strike
LEAD = 4  # sentences in which an article tells what it is about. Of incidents that no day tells, in articles about one of no kin,
# readers of the Hindi news of EDNIL 2020 marked .66 of those first told in them, .27 of those told later
BIRTH = "birth"  # the kind that tells how old somebody is, where it was long ago
YEAR = 366  # days
DOERS = frozenset({"agent", "speaker"})
CONFLICT = "conflict"  # colour of wars and violence: what lasts and is told once, without a day, is what the news looks back on
BALLOTS = "vote"  # unit of figures, and the kind that its word tells: "by 2,100 votes" counts them
COUNT_LETTERS = 1  # between a figure and the word that it counts


def hidden_reason(happening: Happening, accounts: Sequence[Account], mains: Collection[str]) -> str | None:
    """Give the reason to leave a happening out of the default view; None to show it.

    Parameters
    ----------
    happening
        What is told.
    accounts
        Its tellings.
    mains
        The kinds of what the articles that tell it are mainly about, those that have such.
    """
    its = kind_named(happening.kind)
    dated = sum(account.days_told for account in accounts)
    if its.abstract and dated * 2 < len(accounts) and not (happening.main_of and dated):
        return "abstract"
    if its.everyday:
        if happening.texts < 2:
            return "told by one text"
        return None if any(account.who for account in accounts) else "done by nobody named"
    if happening.main_of:
        return None
    if its.name == BIRTH and happening.texts == 1 and all(_is_long_ago(account) for account in accounts):
        return "told in passing"
    if _is_aside(happening, accounts, its, mains):
        return "told in passing"
    if len(accounts) > 1 and _is_only_feared(happening, accounts, its):
        return "only feared by one text"
    if len(accounts) > 1 and not (happening.texts == 1 and _is_told_once(accounts)):
        return None
    return _lone_reason(happening, accounts[0], its)


def _is_long_ago(account: Account) -> bool:
    """Tell whether it happened more than a year before it is told: "a man born in 1988"."""
    return account.days is not None and 0 < account.days[1] < account.published - YEAR


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


def _is_told_once(accounts: Sequence[Account]) -> bool:
    """Tell whether all but one of its tellings only call it again: "the demands"."""
    return sum(account.event.same_as is None for account in accounts) <= 1


def _is_count(account: Account) -> bool:
    """Tell whether a figure right before the trigger counts ballots."""
    gaps = [account.event.span.start - figure.source.span.end for figure in account.figures if figure.unit == BALLOTS]
    return any(0 <= gap <= COUNT_LETTERS for gap in gaps)


def _is_aside(happening: Happening, accounts: Sequence[Account], its: Kind, mains: Collection[str]) -> bool:
    """Tell an incident that one text about another sort of incident mentions behind its lead, on no day."""
    if happening.texts > 1 or happening.part_of or not mains or not _strikes(its):
        return False
    if any(account.days_told or account.event.sentence_index < LEAD for account in accounts):
        return False
    others = [kind_named(main) for main in mains]
    return all(_strikes(other) and other.family != its.family and its.name not in other.near for other in others)


def _strikes(its: Kind) -> bool:
    return its.colour in INCIDENTS and its.family not in FOLLOWING


def _is_only_feared(happening: Happening, accounts: Sequence[Account], its: Kind) -> bool:
    """Tell a disaster that one text tells several times as still to come, on no day: "floods may follow"."""
    feared = its.colour == DISASTER and happening.modality in {"hypothetical", "planned"}
    return feared and happening.texts == 1 and not any(account.days_told for account in accounts)


def _is_guessed(account: Account) -> bool:
    """Tell whether somebody only supposes what others feel or say: "Beijing will be alarmed, the professor said"."""
    return bool(account.speaker) and account.speaker[:1] != "@" and account.speaker not in account.who
