"""Who may play a role in the events of one sentence: its names, and whom its pronouns and descriptions mean.

A pronoun stands for the person whom the sentence before is about, "the two leaders" for the pair that the document names most.
"""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from extract.clauses import Name, Reading, Trigger
from extract.language.events import EventRules
from extract.language.participants import NameRules
from extract.models.record import Record
from extract.participants.apposed import is_quoted
from extract.participants.describing import describes_person
from extract.participants.lists import list_start

APOSTROPHES = frozenset("'’")
RELATED = 5  # tokens between a name and the relative that means it: "X को गिरफ्तार कर लिया, जिसने"
FRONTED = 8  # tokens behind a pronoun in which the phrase before the subject ends


class Cast(Record, frozen=True):
    """Who may play a role in the events of one sentence."""

    document_id: str
    text: str
    reading: Reading
    names: Sequence[Name]
    subject: Name | None  # whom a pronoun means
    pair: tuple[Name, ...]  # whom "the two leaders" means
    verbs: Mapping[int, Trigger] = {}  # those that tell events, by their first tokens
    teller: Name | None = None  # who says what the sentence tells, and takes no part in it
    sourced: bool = False  # the teller is told as a source: "according to"
    said: int | None = None  # token of the verb of saying
    voiced: int | None = None  # token of a verb that only speaks of the event: "condemned the killing"
    speaker: Name | None = None  # whose act of saying the event is
    acting: Sequence[Name] = ()  # those of the names that are no scene and no mere description


def with_pronouns(cast: Cast, events: EventRules, rules: NameRules) -> Cast:
    """Add the persons whom pronouns and descriptions of the sentence mean, at the words that mean them, and tell who may act."""
    cast = _with_meant(cast, events, rules)
    persons = [one for one in cast.names if one.kind == "person"]
    acting = [
        name
        for name in cast.names
        if not (
            _is_scene(cast.reading, name, events, rules) or describes_person(name, cast.reading, persons, cast.verbs, events, rules)
        )
    ]
    return replace(cast, acting=acting)


def _with_meant(cast: Cast, events: EventRules, rules: NameRules) -> Cast:
    reading, added = cast.reading, []
    at = None
    if not rules.person_pronouns.isdisjoint(reading.keys):
        at = next(
            (at for at, key in enumerate(reading.keys) if key in rules.person_pronouns and _stands_alone(reading, at, rules)), None
        )
    subject = None if at is None else _meant(cast, at, events, rules)
    if at is not None and subject:
        added.append(standing_for(cast, subject, at, at + 1))
    if not rules.pronoun_roles.keys().isdisjoint(reading.keys):
        added += _of_relatives(cast, events, rules)
    if cast.pair:
        last = 0
        for found in reading.phrases(rules.pairs):
            if found.first < last:
                continue
            last = found.last
            cast = replace(cast, names=[name for name in cast.names if not (found.first <= name.first and name.last <= last)])
            added += [standing_for(cast, person, found.first, found.last) for person in cast.pair]
    return replace(cast, names=sorted([*cast.names, *added], key=lambda name: name.first)) if added else cast


def _of_relatives(cast: Cast, events: EventRules, rules: NameRules) -> list[Name]:
    """Give whom the relatives of a sentence mean that tell a role: who is named nearest before, "… X को पकड़ा, जिसने"."""
    added = []
    for at, key in enumerate(cast.reading.keys):
        if key in rules.pronoun_roles and key in events.relatives:
            before = [name for name in cast.names if name.last <= at and name.kind != "thing" and not name.adjective]
            if before and _is_next(cast.reading.keys, before[-1], at, events, rules):
                added.append(standing_for(cast, before[-1], at, at + 1))
    return added


def _is_next(keys: Sequence[str], name: Name, at: int, events: EventRules, rules: NameRules) -> bool:
    """Tell whether nothing but its mark and a verb stand between a name and a relative: no other noun that it may mean."""
    between = keys[name.last : at]
    nouns = any((key,) in rules.roles or (key,) in events.place_roles for key in between[1:])
    return not nouns and len(between) <= RELATED


def _stands_alone(reading: Reading, at: int, rules: NameRules) -> bool:
    """Tell whether a pronoun is told by the article itself and is no title before a name: "ông Tô Lâm"."""
    following = reading.words[at + 1 : at + 2]
    titles = rules.cased and rules.is_title(reading.keys[at]) and bool(following) and following[0][:1].isupper()
    return not reading.quoted[at] and not titles and (*reading.keys[at : at + 2],) not in rules.about


def _meant(cast: Cast, at: int, events: EventRules, rules: NameRules) -> Name | None:
    """Give the person whom a pronoun means: named before it, else right behind its phrase, else in the sentences before."""
    persons = [name for name in cast.names if name.kind == "person"]
    keys = cast.reading.keys
    thrown_in = at > 0 and keys[at - 1] == "," and keys[at + 2 : at + 3] in ([","], ["."])  # "Ito, she added, could not win"
    if cast.subject and at > 0 and keys[at - 1] in rules.accepting and all(one.key != cast.subject.key for one in persons):
        return cast.subject  # "Lee accepted her resignation": not his own
    before = [name for name in persons if name.last <= at] if not thrown_in else []
    if keys[at] in rules.undergoing_pronouns and keys[at] not in events.determiners:  # "Masipa convicted him": not herself
        clauses = cast.reading.clause_of
        here = {name.key for name in before if clauses[name.first] == clauses[at]}
        if not here and cast.reading.clauses[clauses[at]].opener == "coordinate":  # "she cleared one man and convicted him"
            here = {name.key for name in before[:1]}
        before = [name for name in before if name.key not in here]
        if not before:
            return cast.subject if cast.subject and cast.subject.key not in here else None
    if not cast.subject and before:
        others = [name for name in cast.names if name.kind == "common" and name.last <= before[0].first]
        if others or events.verb_last or keys[at] in events.determiners or len({name.key for name in before}) > 1:
            before = []  # of two persons in the first sentence none is sure
    if rules.reflexive:  # "X ने उनका स्वागत किया": not X's
        clauses = cast.reading.clause_of
        before = [name for name in persons if name.last <= at and clauses[name.first] != clauses[at]]
    comma = next((number for number in range(at, min(at + FRONTED, len(keys))) if keys[number] == ","), None)
    behind = [name for name in persons if comma is not None and name.first == comma + 1]  # "On the eve of his trip, Ruiz said"
    return before[-1] if before else behind[0] if behind else cast.subject


def standing_for(cast: Cast, person: Name, first: int, last: int) -> Name:
    """Give a person as named by tokens [first, last) of the sentence."""
    return replace(person, sentence=cast.reading.sentence.index, first=first, last=last, span=cast.reading.span(first, last))


def _is_scene(reading: Reading, name: Name, events: EventRules, rules: NameRules) -> bool:
    """Tell whether a name is only where it happened: "in Larissa in Greece", "off the coast of Libya", "at the Vatican"."""
    if events.marks_after:
        behind = reading.keys[name.last : name.last + 2]
        if rules.cased and len(behind) == 2 and rules.scene_marks and (behind[0] in rules.scene_marks):
            return True  # "Tessalit yakınlarında"
        if len(behind) == 2 and behind[0] in APOSTROPHES and behind[1] in rules.scene_marks:
            return name.kind in ("country", "organisation")  # "Nepal'de"
        if name.kind != "country":
            return False
        if events.site_endings and reading.keys[name.last - 1].endswith(events.site_endings):
            return True
        return reading.keys[name.last : name.last + 1] != [] and reading.keys[name.last] in rules.scene_marks
    if name.adjective and rules.beside.state_nouns is not None:  # "bei israelischen Luftangriffen"
        return False
    if reading.keys[name.first][: name.span.start - reading.starts[name.first]] in rules.scene_marks:
        return name.kind != "person"  # "بتونس"
    if name.kind == "common" and name.case == "object":
        return False  # "подал в суд на полицию"
    before = list_start(reading, name, events, rules) - 1
    if before > 1 and is_quoted(reading, name.first, name.last, rules):
        before -= 2  # "на заводе «Арден»"
    begin = before
    while (
        before > 0
        and reading.keys[before] not in rules.scene_marks
        and (reading.keys[before] in events.determiners or reading.keys[before] in rules.compass)
    ):
        before -= 1
    if before > 0 and reading.keys[before] in events.place_links and reading.keys[before - 1] in rules.place_nouns:
        return True
    if before < 0 or reading.keys[before] not in rules.scene_marks:
        return False
    if (reading.keys[before],) in rules.roles:  # "à la Corée du Sud", "succède à Philippe Asselin"; not "à Paris"
        return before == begin and (name.kind == "country" or (name.kind == "person" and name.last - name.first == 1))
    return True
