"""What a place is to the events of its clause, by the preposition before it, the postposition behind it or its case."""

from collections.abc import Sequence

from extract.language.events import EventRules, PlaceRole

PLACE_REACH = 9  # tokens before a place in which its preposition stands: "in the northern city of"
NOUN_REACH = 3  # tokens before a link in which its noun stands: "usine chimique de Ravenne"
_PASSED = frozenset(",'’")  # between a preposition and its place: "à l'hôpital de Caen"
MARK_REACH = 7  # tokens behind a place in which its postposition stands
LIST_SIGNS = frozenset(",،、")
LIST_REACH = 14  # tokens behind the first place of a list in which the mark of the last stands
ITEM_WORDS, NAME_WORDS = 5, 3  # of a part of such a list with its mark; of one that is a name alone


def place_role(keys: Sequence[str], first: tuple[int, int], last: int, rules: EventRules, *, sharp: bool) -> PlaceRole:
    """Read the preposition before a place, behind the date before it (``first``), or the postposition behind it."""
    if rules.marks_after:
        return _postposition(keys, last, rules, sharp=sharp)
    linked = False
    floor, token = first
    for at in range(token - 1, max(floor, -1, token - PLACE_REACH), -1):
        if linked and at == 0 and keys[at] in rules.determiners:
            return "site"  # "A prefeitura de Santarém", never "a Santarém"
        if linked and keys[at] in rules.agent_marks:
            return "site"  # "dömdes till fängelse av tingsrätten i Lund"
        if keys[at] in rules.place_ends and (role := _long_mark(keys, at, rules)):
            return role
        if keys[at] in rules.place_links and _links_a_noun(keys, at, rules):
            linked = True
            continue
        if role := rules.place_roles.get((keys[at],)):
            return role
        if linked and keys[at] in rules.determiners and (keys[at - 1] if at else "",) not in rules.place_roles:
            return "site"  # "shelled the port of Odesa", "a court of Lyon sentenced"
        if not keys[at][:1].isalpha() and (keys[at] not in _PASSED or keys[at + 1] in rules.possessive):
            break
    return rules.unmarked_place


def _long_mark(keys: Sequence[str], at: int, rules: EventRules) -> PlaceRole | None:
    """Read a mark of three words or two that ends at a token: "was born in" tells a site, "born in" none."""
    marks = (rules.place_roles.get(tuple(keys[max(0, at - step) : at + 1])) for step in (2, 1))
    return next(filter(None, marks), None)


def _links_a_noun(keys: Sequence[str], at: int, rules: EventRules) -> bool:
    """Tell whether a link ("of") follows a noun of places, perhaps behind its adjective or proper name."""
    first = max(0, at - NOUN_REACH)
    nouns = keys[max(0, first - keys[first:at].count("'")) : at + 1]
    return at == 0 or not rules.place_nouns.isdisjoint(nouns)


def _postposition(keys: Sequence[str], last: int, rules: EventRules, *, sharp: bool) -> PlaceRole:
    """Read the mark right behind a place; behind a genitive ("रूस के पूर्वी तट पर") or a noun of places ("सुकमा जिले में") the next mark.

    What belongs to a ``sharp`` place, a town, and has the mark of a site is a part of it: "पटना के कंकड़बाग में".
    """
    for at in range(last, min(last + MARK_REACH, len(keys))):
        role = rules.place_roles.get(tuple(keys[at : at + 2])) or rules.place_roles.get((keys[at],))
        if role and role != "topic":
            between = keys[last:at]
            told = at == last or not rules.place_nouns or not rules.place_nouns.isdisjoint(between)
            return role if told or (sharp and role in ("site", "origin")) else "topic"
        if at == last and role is None and keys[at] not in rules.place_nouns:
            return "site" if _is_listed(keys, at, rules) else _by_case(keys[last - 1], keys[at], rules, sharp=sharp)
    return "topic"


def _is_listed(keys: Sequence[str], at: int, rules: EventRules) -> bool:
    """Tell whether a place is one of a list whose last has the mark of a site: "स्वात, शांगला और अन्य इलाकों में"."""
    if keys[at] not in LIST_SIGNS and keys[at] not in rules.coordinators:
        return False
    words = 0  # since the last sign
    for before, key in enumerate(keys[at : at + LIST_REACH], at):
        if key in LIST_SIGNS or key in rules.coordinators:
            words = 0
            continue
        words += 1
        role = rules.place_roles.get((key,))
        if role or words > ITEM_WORDS or key in rules.finite or key in rules.openers:
            return role == "site" and words > 1 and (words <= NAME_WORDS or keys[before - 1] in rules.place_nouns)
    return False


def _by_case(key: str, behind: str, rules: EventRules, *, sharp: bool) -> PlaceRole:
    """Read the case of a place that no mark follows: a land in another than that which says where belongs to something, or acts.

    What belongs to it may bear that case: "জাপানের ইশিকাওয়ায়" is in Japan.
    """
    if rules.topic_endings and key.endswith(rules.topic_endings):
        return "topic"
    if rules.origin_endings and key.endswith(rules.origin_endings):
        return "origin"
    if rules.target_endings and key.endswith(rules.target_endings):
        return "target"
    if sharp or not rules.site_endings or key.endswith(rules.site_endings):
        return rules.unmarked_place
    owned = bool(rules.owner_endings) and key.endswith(rules.owner_endings) and behind.endswith(rules.site_endings)
    return rules.unmarked_place if owned else "topic"
