"""Who a pronoun means: the person whom the sentences before are about."""

from collections import Counter
from collections.abc import Sequence

from extract.clauses import Name, Reading
from extract.language.participants import NameRules

SUBJECT_MEMORY = 3  # sentences for which a subject is remembered without being named


def subjects_before(readings: Sequence[Reading], names: Sequence[Sequence[Name]], rules: NameRules) -> list[Name | None]:
    """Give for each sentence the person whom "he" at its start means: the first person named in the sentence before.

    Where a name without a mark acts, one that does comes first, and a bare title is somebody whom no name tells.
    """
    out: list[Name | None] = []
    current: Name | None = None
    age = 0
    for reading, named in zip(readings, names, strict=True):
        out.append(current if age <= SUBJECT_MEMORY else None)
        persons = [name for name in named if name.kind == "person"]
        outside = [name for name in persons if not reading.quoted[name.first]]
        age += 1
        if outside or (persons and current is None):
            acting = [name for name in outside if _acts(reading, name, rules)] if rules.acts_unmarked else []
            current, age = (acting or outside or persons)[0], 0
        elif rules.acts_unmarked and not rules.titles.isdisjoint(reading.keys):
            current = None  # "প্রতিমন্ত্রী বুধবার ঘটনাস্থলে যান। তিনি বলেন, …"
    return out


def _acts(reading: Reading, name: Name, rules: NameRules) -> bool:
    """Tell whether a name bears no mark of another role than that of the agent."""
    if rules.roles.get((*reading.keys[name.last : name.last + 1],), "agent") != "agent":
        return False
    key = reading.keys[name.last - 1]
    return key in rules.common_names or all(role == "agent" or not key.endswith(ending) for ending, role in rules.role_endings)


def leading_pair(names: Sequence[Sequence[Name]]) -> tuple[Name, ...]:
    """Give the two persons a document names most, whom "the two leaders" means; none where it names fewer than two."""
    counts: Counter[str] = Counter()
    first: dict[str, Name] = {}
    for named in names:
        for name in named:
            if name.kind == "person":
                counts[name.key] += 1
                first.setdefault(name.key, name)
    best = sorted(counts, key=lambda key: (-counts[key], first[key].span))[:2]
    return tuple(first[key] for key in best) if len(best) == 2 else ()
