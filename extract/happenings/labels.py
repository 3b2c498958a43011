"""The label of a happening in the reader's words, from the templates of each language that has some.

The fullest template whose slots can all be filled is taken. Where who takes part is not known, a few words of an article
in the label's language stand in.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from extract.happenings.account import Account
from extract.happenings.naming import actor_name, named, place_name, side_of
from extract.happenings.snippets import snippet
from extract.kinds import Kind, kind_named
from extract.language.linking import LabelWords, label_words
from extract.models import Article, Happening

DOERS = ("agent", "speaker", "participant")
DONE_TO = ("patient", "recipient", "victim", "addressee", "beneficiary", "target")
TOGETHER = (*DOERS, "companion", "patient", "recipient")  # in a meeting whoever takes part does the same
FIGURES = ("killed", "injured", "missile", "arrested")
OPINION = "opinion"  # family of what named experts say
ENDING, BOTH, PLACED = "s", "both", "at"  # slots: a verb's ending after one doer; two doers; the place with its preposition
AT_LEAST = 1.5  # a range wider than this is told by its least
_SLOT = re.compile(r"\{(\w+)\}")


def labels_of(
    happening: Happening,
    accounts: Sequence[Account],
    codes: Sequence[str],
    articles: Sequence[Article],
    places: Mapping[tuple[str, bool], str],
) -> Mapping[str, str]:
    """Give the label in every language that has templates, by language code; ``places`` as articles write them."""
    return {code: _label(happening, accounts, words, code, articles, places) for code, words in _known(tuple(codes))}


@cache
def _known(codes: tuple[str, ...]) -> tuple[tuple[str, LabelWords], ...]:
    """Give the languages that have templates."""
    found = ((code, label_words(code)) for code in codes)
    return tuple((code, words) for code, words in found if words is not None)


def _label(
    happening: Happening,
    accounts: Sequence[Account],
    words: LabelWords,
    code: str,
    articles: Sequence[Article],
    places: Mapping[tuple[str, bool], str],
) -> str:
    slots = _slots(happening, accounts, words, code, places) | {"words": snippet(accounts, articles, code)}
    templates = (*words.templates.get(happening.kind, ()), *words.general)
    filled = (template for template in templates if all(slots[slot] for slot in _SLOT.findall(template) if slot != ENDING))
    text = next(filled, "{kind}").format(**slots)
    framed = words.modalities.get(happening.modality, "{label}").format(label=text)
    return framed[:1].upper() + framed[1:]


def _slots(
    happening: Happening, accounts: Sequence[Account], words: LabelWords, code: str, places: Mapping[tuple[str, bool], str]
) -> dict[str, str]:
    its = kind_named(happening.kind)
    doers = _speaker(accounts, code) if its.speech else {}
    if not doers and its.family != OPINION:
        doers = named(happening, accounts, TOGETHER if its.roles[:1] == ("participant",) else DOERS, code)
    others = named(happening, accounts, DONE_TO, code)
    sides = {side_of(key) for key in doers}
    join = f" {words.join} ".join
    whom = [name for key, name in others.items() if side_of(key) not in sides]
    return {
        "kind": words.kinds.get(happening.kind, happening.kind),
        "who": join(doers.values()),
        BOTH: join(doers.values()) if len(doers) > 1 else "",
        "whom": join(whom),
        ENDING: "s" if len(doers) == 1 else "",
        **_placed(happening, its, words, code, places),
        **{unit: _figure(happening, unit) for unit in FIGURES},
    }


def _speaker(accounts: Sequence[Account], code: str) -> dict[str, str]:
    """Name who says it, as most tellings have it; {} where nobody is named."""
    told = Counter(account.speaker for account in accounts if account.speaker)
    if not told:
        return {}
    speaker = max(told, key=lambda key: (told[key], key))
    name = next(account.event.said_by.name for account in accounts if account.speaker == speaker and account.event.said_by)
    return {speaker: actor_name(speaker, name, accounts[0].cast.names.get(speaker, {}), code)}


def _placed(
    happening: Happening, its: Kind, words: LabelWords, code: str, places: Mapping[tuple[str, bool], str]
) -> dict[str, str]:
    where = happening.where
    if where is None or its.placing == "none":
        return {"place": "", PLACED: ""}
    name = place_name(where, places, code)
    return {"place": name, PLACED: words.placing.get(where.kind, words.placing.get("other", "{place}")).format(place=name)}


def _figure(happening: Happening, unit: str) -> str:
    """Tell the highest figure of one unit in digits; "30+" where only a least is told."""
    told = [quantity for quantity in happening.quantities if quantity.unit == unit and quantity.low >= 1]
    if not told:
        return ""
    highest = max(told, key=lambda quantity: (quantity.low, -quantity.high))
    return f"{round(highest.low)}{'+' if highest.high > highest.low * AT_LEAST else ''}"
