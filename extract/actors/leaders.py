"""Leaders whom news call by the last name alone: "Putin", "z Trumpem"; where letters bear capitals."""

from collections import Counter
from collections.abc import Mapping
from functools import cache

from extract.actors import FEWEST_LETTERS, OF_LATE, Person, people_rows
from extract.actors.offices import never_alone
from extract.language import load_pack
from extract.language.nameforms import name_forms
from extract.names import name_key
from extract.text import fold

OFFICES = frozenset({"president", "prime minister", "chancellor", "supreme leader", "secretary of state"})


@cache
def leaders(code: str) -> Mapping[str, Person]:
    """Give who is meant by a last name alone, by its folded forms in one language: only one known person bears it."""
    rows = people_rows()
    lasts = {(fold(row["name_en"].split()[-1]), row["name_en"]) for row in rows}
    bearers = Counter(last for last, _ in lasts)
    forms = name_forms(load_pack(code))
    found: dict[str, Person] = {}
    for row in rows:
        name = row["name_en"]
        last = name.split()[-1]
        of_late = row["office_en"].lower() in OFFICES and (not row["to"] or row["to"] >= OF_LATE)
        if of_late and bearers[fold(last)] == 1 and len(last) >= FEWEST_LETTERS and last not in never_alone():
            person = Person(name, name_key(name), row["country"] or None)
            found |= dict.fromkeys(map(fold, forms.of(last)), person)
    return found
