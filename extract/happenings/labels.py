"""The label of a happening in the reader's words, from the templates of each language that has some.

The fullest template whose slots can all be filled is taken; names are told in the reader's script where an article
tells them so.
"""

import re
from collections.abc import Mapping, Sequence

from extract.happenings.account import Account
from extract.happenings.people import best_name
from extract.kinds import kind_named
from extract.language import load_pack
from extract.language.linking import LabelWords, label_words
from extract.models import Happening

MOST_NAMES = 2  # actors named in a label
DOERS = ("agent", "speaker", "participant")
DONE_TO = ("patient", "recipient", "victim", "addressee", "beneficiary", "target")
FIGURES = ("killed", "injured", "missile")
ENDING = "s"  # the slot of a verb's ending after one doer
AT_LEAST = 1.5  # a range wider than this is told by its least
_SLOT = re.compile(r"\{(\w+)\}")


def labels_of(happening: Happening, accounts: Sequence[Account], codes: Sequence[str]) -> Mapping[str, str]:
    """Give the label in every language that has templates, by language code."""
    found = {code: label_words(code) for code in codes}
    return {code: _label(happening, accounts, words, code) for code, words in found.items() if words is not None}


def _label(happening: Happening, accounts: Sequence[Account], words: LabelWords, code: str) -> str:
    slots = _slots(happening, accounts, words, code)
    templates = (*words.templates.get(happening.kind, ()), *words.general)
    filled = (template for template in templates if all(slots[slot] for slot in _SLOT.findall(template) if slot != ENDING))
    text = next(filled, "{kind}").format(**slots)
    framed = words.modalities.get(happening.modality, "{label}").format(label=text)
    return framed[:1].upper() + framed[1:]


def _slots(happening: Happening, accounts: Sequence[Account], words: LabelWords, code: str) -> dict[str, str]:
    doers, others = _named(happening, accounts, DOERS, code), _named(happening, accounts, DONE_TO, code)
    placed = happening.where.name if happening.where and kind_named(happening.kind).placing != "none" else ""
    return {
        "kind": words.kinds.get(happening.kind, happening.kind),
        "who": f" {words.join} ".join(doers[:MOST_NAMES]),
        "whom": f" {words.join} ".join([name for name in others if name not in doers][:MOST_NAMES]),
        "place": placed,
        ENDING: "s" if len(doers) == 1 else "",
        **{unit: _figure(happening, unit) for unit in FIGURES},
    }


def _named(happening: Happening, accounts: Sequence[Account], roles: Sequence[str], code: str) -> list[str]:
    """Name the actors of some roles, those told most often first, in the script of one language where the story tells them so."""
    latin = "Latin" in load_pack(code).scripts
    names = accounts[0].cast.names
    actors = [actor for actor in happening.participants if actor.role in roles]
    return [best_name(names.get(actor.key, {}), latin=latin) or actor.name for actor in actors]


def _figure(happening: Happening, unit: str) -> str:
    """Tell the highest figure of one unit in digits; "30+" where only a least is told."""
    told = [quantity for quantity in happening.quantities if quantity.unit == unit and quantity.low >= 1]
    if not told:
        return ""
    highest = max(told, key=lambda quantity: (quantity.low, -quantity.high))
    return f"{round(highest.low)}{'+' if highest.high > highest.low * AT_LEAST else ''}"
