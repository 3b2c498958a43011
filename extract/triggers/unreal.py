"""Words for an event that tell none: a figure of speech, a title, a fall of prices, a mere modifier, a definition.

In goes what an entry would read; the pack's ``unreal.toml`` says which words beside it make it unreal.
"""

from collections.abc import Sequence
from typing import NamedTuple

from extract.clauses import Reading, runs_as_headline
from extract.kinds import kinds
from extract.language.events import EventRules
from extract.language.unreal import UnrealRules
from extract.triggers.candidates import Candidate
from extract.triggers.figures import BARE, RAISED, is_game, thought_struck
from extract.triggers.imagined import is_imagined
from extract.triggers.laws import is_of_all, is_past

STRUCK = frozenset({"conflict", "disaster"})  # colours of kinds whose nouns make figures of speech
VICTIMS = frozenset({"toll", "killing"})  # families that no figure of speech has
WOUND = "injury"  # that kind of them that drills are about: "rehearsed the rescue of the injured"
LITERAL = frozenset({"toll", "killing", "damage", "missing", "displacement"})  # families of them that never do: "the team's deaths"
PRICED = "disaster"  # colour of those whose verbs also tell of prices
MET = frozenset({"greeting", "talks"})  # families of those who meet: "a storm of laughter greeted the clown"
SWEPT = MET | RAISED | {"collapse", "rupture", "disruption", "displacement"}  # those of verbs that such a figure takes
AGREED = frozenset({"deal", "law", "offer", "talks"})  # families of what is undone by a figure: "killed the bill"
PRICE_TOKENS = 5  # between a price and the verb that it is the subject of: "shares of the firm crashed"
MATTER_TOKENS = 3  # behind a link, among which the matter of a figure stands: "of an angry team"
STEPS_BACK = 2  # tokens between a matter and the noun behind it: "side's attack"
TITLE_TOKENS = 8  # the longest title, with its marks
WORK_TOKENS = 3  # before a title, among which the word for the work stands
CAPTION_TOKENS = 9  # behind a title: "is her ninth book"
STREET_TOKENS = 3  # between a street and what it is named after: "rue de l'Insurrection"
LAST_TOKENS = 5  # of a sentence whose verb stands last, among which the sort of its first noun stands
SORT_TOKENS = 4  # behind the verb of a definition, among which the sort stands: "is a sudden movement"
APOSTROPHES = frozenset("'’")
OPENING, CLOSING = frozenset("\"“”„«'‘‚「『《〈"), frozenset("\"”“»'’」』》〉")


class Beside(NamedTuple):
    """What a sentence tells besides: of victims, of the dead by a verb, and of figures of speech."""

    grave: bool
    hurt: bool
    figured: frozenset[int]  # clauses of nouns that are figures: "a storm of laughter"
    undone: frozenset[int]  # tokens of what verbs strike that has no body: "killed the bill"


def beside_of(reading: Reading, candidates: Sequence[Candidate], rules: EventRules) -> Beside:
    """Gather what a sentence tells besides each of its entries."""
    table = kinds()
    victims = [one for one in candidates if table[one.entry.kind].family in VICTIMS]
    hurt = any(one.entry.form != "noun" and one.entry.kind != WOUND for one in victims)
    struck = (thought_struck(reading, one, rules) for one in candidates)
    undone = frozenset(at for at in struck if at is not None)
    return Beside(bool(victims), hurt, _figures(reading, candidates, rules), undone)


def is_unreal(reading: Reading, one: Candidate, rules: EventRules, beside: Beside) -> bool:
    """Tell whether what stands beside the words of an entry makes them tell no event."""
    table, kind = rules.unreal, kinds()[one.entry.kind]
    if kind.family in SWEPT and one.entry.form != "noun" and reading.clause_of[one.first] in beside.figured:
        return True
    if kind.family in AGREED and not beside.undone.isdisjoint(one.tokens):
        return True
    if is_imagined(reading, one, rules, grave=beside.hurt) or is_game(reading, one, rules, grave=beside.grave):
        return True
    if kind.colour in STRUCK and kind.family not in LITERAL:
        if _is_figure(reading, one, rules):
            return True
        if kind.colour == PRICED and (one.entry.form != "noun" or rules.verb_last) and _is_of_prices(reading, one, rules):
            return True
        if one.entry.form == "noun" and kind.colour == PRICED and _is_defined(reading, one, rules):
            return True
    if one.entry.form == "noun" and (
        _is_qualifier(reading.keys, one.first, table) or _is_of_street(reading, one, rules) or is_of_all(reading, one, rules)
    ):
        return True
    if one.entry.form != "verb" and one.first <= 1 and _is_sort(reading, one, rules):
        return True
    return _is_title(reading, one, table)


def _is_figure(reading: Reading, one: Candidate, rules: EventRules) -> bool:
    """Tell whether a noun is of something that no such thing is made of: "storm of laughter", "the team's attack"."""
    table, keys = rules.unreal, reading.keys
    low = one.first - 1 - STEPS_BACK
    at = one.first - 1
    while at > low and at > 0 and (keys[at] in table.links or keys[at] in rules.possessive or keys[at] in APOSTROPHES):
        at -= 1
    if at >= 0 and (keys[at] in table.matter or (one.entry.form == "noun" and keys[at] in table.prices)):
        return True
    if rules.marks_after or (rules.verb_last and not table.links):  # "हमले के बाद टीम"
        return False
    at = one.last
    if table.links:
        linked = at < len(keys) and keys[at] in table.links
        if not linked and BARE not in table.links:
            return False
        behind = keys[at + 1 : at + 1 + MATTER_TOKENS] if linked else keys[at : at + 1]
    else:
        behind = keys[at : at + 1]
    return any(key in table.matter or key in table.prices for key in behind)


def _figures(reading: Reading, candidates: Sequence[Candidate], rules: EventRules) -> frozenset[int]:
    """Give the clauses in which a noun among the entries is a figure of speech by what it is made of: "a storm of laughter"."""
    table = kinds()
    struck = [one for one in candidates if one.entry.form == "noun" and table[one.entry.kind].colour in STRUCK]
    made = [one for one in struck if table[one.entry.kind].family not in LITERAL and _is_figure(reading, one, rules)]
    return frozenset(reading.clause_of[one.first] for one in made)


def _is_of_prices(reading: Reading, one: Candidate, rules: EventRules) -> bool:
    """Tell whether a verb tells of prices: "shares crashed"; where verbs come first they stand right behind it."""
    clause = reading.clauses[reading.clause_of[one.first]]
    reach = PRICE_TOKENS if one.entry.form != "noun" else STEPS_BACK  # "दामों में आग लगी"
    near = reading.keys[max(clause.first, one.first - reach) : one.first]
    if rules.verb_first:
        near = reading.keys[one.first + 1 : one.last + 1]
    return not rules.unreal.prices.isdisjoint(near)


def _is_qualifier(keys: list[str], first: int, table: UnrealRules) -> bool:
    """Tell whether a noun only says what sort the noun before it is: "fondo de huelga", "risque d'incendie"."""
    at = first - 1
    while at > max(0, first - 1 - STEPS_BACK) and (keys[at] in table.links or keys[at] in APOSTROPHES):
        at -= 1
    return at >= 0 and keys[at] in table.qualified


def _is_of_street(reading: Reading, one: Candidate, rules: EventRules) -> bool:
    """Tell whether a street or a body bears the name of an event: "rue de la Révolte", "Instituto de Terremotos"."""
    if not reading.words[one.first][:1].isupper():
        return False
    at = one.first - 1
    while at > max(0, one.first - 1 - STREET_TOKENS) and _is_small(reading.keys[at], rules):
        at -= 1
    linked = not rules.unreal.links.isdisjoint(reading.keys[at + 1 : one.first])
    named = linked and not rules.nouns_capitalised and _begins_name(reading, at, one.first)
    return at >= 0 and (reading.keys[at] in rules.unreal.streets or named)


def _begins_name(reading: Reading, at: int, event: int) -> bool:
    """Tell whether a word with a capital before "of" makes a name with the event behind it; in a headline all words bear one."""
    capital = at > 0 and reading.words[at][:1].isupper() and len(reading.words[at]) > 1
    return capital and not reading.sentence.heading and not runs_as_headline(reading.words, event)


def _is_small(key: str, rules: EventRules) -> bool:
    return key in rules.unreal.links or key in APOSTROPHES or key in rules.determiners or key in rules.definite


def _is_defined(reading: Reading, one: Candidate, rules: EventRules) -> bool:
    """Tell whether a sentence begins with a noun that it defines: "An earthquake is a sudden movement"."""
    begins = one.first <= 1 and rules.definite.isdisjoint(reading.keys[: one.first])
    return begins and any(one.last <= found.first <= one.last + 1 for found in reading.phrases(rules.unreal.defining))


def _is_sort(reading: Reading, one: Candidate, rules: EventRules) -> bool:
    """Tell whether a sentence begins with a noun and says of what sort such things are: "the strike is a right"."""
    if rules.verb_last:
        last = reading.keys[max(one.last, len(reading.keys) - LAST_TOKENS) :]
        return not rules.unreal.genus.isdisjoint(last) and not is_past(reading, 0, len(reading.keys), rules)
    told = [found.last for found in reading.phrases(rules.unreal.defining) if one.last <= found.first <= one.last + 1]
    return bool(told) and not rules.unreal.genus.isdisjoint(reading.keys[told[0] : told[0] + SORT_TOKENS])


def _is_title(reading: Reading, one: Candidate, table: UnrealRules) -> bool:
    """Tell whether words stand in a title, in quotation marks beside the word for a work: "the film 'The Explosion'"."""
    if table.works.isdisjoint(reading.keys):
        return False
    keys = reading.keys
    opening = next((at for at in range(one.first - 1, max(-1, one.first - TITLE_TOKENS), -1) if _opens(reading, at)), None)
    if opening is None:
        return False
    closing = next((at for at in range(one.last, min(len(keys), opening + TITLE_TOKENS + 1)) if _closes(reading, at)), None)
    if closing is None:
        return False
    beside = (*keys[max(0, opening - WORK_TOKENS) : opening], *keys[closing + 1 : closing + 1 + CAPTION_TOKENS])
    return not table.works.isdisjoint(beside)


def _opens(reading: Reading, at: int) -> bool:
    """Tell whether a mark opens a quotation: nothing stands right before it but a space."""
    return reading.keys[at] in OPENING and (at == 0 or not reading.keys[at - 1][-1:].isalnum() or _is_apart(reading, at))


def _closes(reading: Reading, at: int) -> bool:
    """Tell whether a mark closes one: no Latin letter stands right behind it, as in 'L'Explosion'."""
    if reading.keys[at] not in CLOSING:
        return False
    following = reading.keys[at + 1][:1] if at + 1 < len(reading.keys) and reading.ends[at] == reading.starts[at + 1] else ""
    return reading.keys[at] not in APOSTROPHES or not (following.isascii() and following.isalnum())


def _is_apart(reading: Reading, at: int) -> bool:
    """Tell whether a space, or a mark that is no apostrophe, parts a quotation from the word before."""
    return reading.keys[at] not in APOSTROPHES or reading.ends[at - 1] < reading.starts[at]
