"""A name found → is it a place here? Each cue adds to a score or takes from it; the sum decides.

The gazetteer knows a place for almost every word (Reading, Nice, Of), so most of recognition is saying no. A first look
judges each name alone; the second knows which names of the document are places and whose region they share.
"""

import math
from collections.abc import Sequence
from functools import cache, lru_cache

from extract.actors import known_actors
from extract.gazetteer import Gazetteer, Name
from extract.gazetteer.naming import name_key
from extract.language.places import PlaceWords
from extract.models.record import Record
from extract.places.context import LONGEST_RUN, Around
from extract.places.cutting import KNOWN_CITY, Text
from extract.places.persons import nicknames
from extract.places.region import Region
from extract.places.scan import APOSTROPHES, INFLECTED, Hit

ENOUGH = 0.3
SURE = 1.5  # of the first look: such names speak for others in the second
STRONG_KINDS = frozenset({"country", "region", "sea", "celestial", "facility", "river", "mountain", "metonym", "organisation"})
STRONG, FIRST_DIVISION, LONG_NAME = 3.0, 1.6, 2.0  # what a country, a first division, a name of several words starts with
LEVEL = 4.0  # log10 of the inhabitants at which a city starts with nothing
COMMON_AT, COMMON_SLOPE = 2.3, 0.45  # a name may be as frequent as a city of its size is: Zipf 2.3 + 0.45 log10(inhabitants)
COMMON = 2.0  # taken for each step of Zipf frequency above that
OPENING, OPENS = 1.0, 4.4  # taken from a word so frequent whose capital says nothing, since it begins a sentence
GIVEN_NAME, FAMILY_NAME, PERSON_HERE, RULER = 1.5, 0.9, 3.5, 2.0
RARE, SHORTEST_RARE = 2.0, 5  # Zipf frequency below which a name is no other word; letters that it has
LED = 0.3  # share of that taken behind "in": a town that bears the name of a person of the article
BIG = 300_000  # inhabitants of a city that is known in spite of being a name of persons
# One in so many inhabitants counts for a name that is not the place's own; news of any language has names for big cities.
OTHER_NAME, OTHER_NAME_OF_BIG = 8, 2
LISTED_PEOPLE = 100_000  # inhabitants that a name counts as having at least, where the pack lists it
FLAT, FLAT_UNKNOWN, KNOWN = 0.8, 3.0, 100_000  # taken where case tells nothing; more from a name of no city of so many inhabitants
NEVER = 6.0
IN_CONTAINER, KIND_WORD = 5.0, 4.0
LISTED, ELSEWHERE, ELSEWHERE_SAID = 1.2, 2.0, 4.0  # of the second look; more where the text says once in what it lies
COMMON_TOWN = 30_000  # inhabitants of one whose name of several words may end with a common word
MOST_LEADING = 3  # words that lead to a common word that is a name: "isla de la Reunión"


class Profile(Record, frozen=True):
    """What the gazetteer says of a name, whatever the text."""

    strong: bool
    country: bool
    division: bool
    abroad: bool  # the name of nothing but countries, and of none its own
    celestial: bool
    capital: bool
    people: int  # of the largest place whose own name it is
    people_any: int


def judge(text: Text, hits: Sequence[Hit], words: PlaceWords, gazetteer: Gazetteer) -> list[Hit]:
    """Score all names of a document twice, and return those that are places."""
    if called := nicknames(text, hits):
        hits = [hit for hit in hits if hit.key not in called]
    around = Around(text, words, gazetteer, hits)
    for hit in hits:
        hit.score = _score(hit, around, gazetteer)
    sure = [hit for hit in hits if hit.score >= SURE]
    first, around = around, Around(text, words, gazetteer, [hit for hit in hits if hit.score >= ENOUGH], hits)
    dropped = first.at.keys() - around.at.keys()
    persons = (first.persons ^ around.persons) | (first.lands ^ around.lands)
    keys = {hit.key: ELSEWHERE_SAID if _is_said(hit) else ELSEWHERE for hit in sorted(sure, key=_is_said)}
    region = Region(sure, [hit for hit in hits if hit.score < SURE and _is_rare(hit, around, gazetteer)], gazetteer)
    for hit in hits:
        if hit.key in persons or not dropped.isdisjoint(range(hit.first - 2, hit.last + 2 + LONGEST_RUN)):
            hit.score = _score(hit, around, gazetteer)
        if hit.score < ENOUGH and hit.kind == "name":
            body = around.organisation_name(hit)  # "the University of Calgary" is none of its town's mentions
            near = 0.0 if around.names_bearer(hit) else region.score(hit.meanings)
            hit.score += (ELSEWHERE if body and hit.key in keys else keys.get(hit.key)) or near
            hit.score += LISTED * around.listed(hit)
            hit.organisation = body if hit.score < ENOUGH else None
    return [hit for hit in hits if hit.score >= ENOUGH]


def _is_rare(hit: Hit, around: Around, gazetteer: Gazetteer) -> bool:
    """Tell whether a name is no other word and no person's: "Flossmoor"."""
    text = around.text
    if hit.kind != "name" or len(hit.key) < SHORTEST_RARE or not text.word(hit.first)[0].isupper():
        return False
    beside = ((hit.first - 1, hit.first - 1), (hit.last + 1, hit.last))
    if any(text.gap(gap) == " " and text.word(index)[:1].isupper() for index, gap in beside):
        return False
    return not gazetteer.word_flags(hit.key) and gazetteer.frequency(hit.key, around.words.code) < RARE


def _is_said(hit: Hit) -> bool:
    return bool(hit.within or hit.fixed)


def profile_of(meanings: tuple[Name, ...], gazetteer: Gazetteer) -> Profile:
    """Sum up what a name may mean."""
    return _profile(meanings, gazetteer)


@lru_cache(maxsize=50_000)
def _profile(meanings: tuple[Name, ...], gazetteer: Gazetteer) -> Profile:
    own = [name.row for name in meanings if name.main]
    kinds = set(map(gazetteer.kind, own))
    return Profile(
        not kinds.isdisjoint(STRONG_KINDS),
        any(gazetteer.kind(name.row) == "country" for name in meanings if name.main or not own),
        "admin1" in kinds,
        not own and {gazetteer.kind(name.row) for name in meanings} == {"country"},
        "celestial" in kinds,
        any(map(gazetteer.is_capital, own)),
        max(map(gazetteer.population, own), default=0),
        max((gazetteer.population(name.row) for name in meanings), default=0),
    )


def _score(hit: Hit, around: Around, gazetteer: Gazetteer) -> float:
    text = around.text
    if hit.kind == "code":
        return STRONG
    if hit.kind == "abbreviation" and around.names_person(hit):
        return -NEVER
    if hit.kind in ("demonym", "abbreviation"):
        return STRONG - around.money(hit) - around.thing(hit) - (around.organisation(hit) if hit.kind == "abbreviation" else 0.0)
    if hit.kind == "unknown":
        return STRONG
    profile = profile_of(hit.meanings, gazetteer)
    if profile.celestial and not around.located(hit):
        return -NEVER
    if hit.key in around.words.marked and not around.marked(hit):
        return -NEVER
    if profile.abroad and hit.key not in around.words.names and _begins_name(hit, around):
        return -NEVER  # what other languages call a country: "Hélène Vasseur", "Pema Sherpa"
    if around.is_named_before(hit) or around.is_beginning_of_name(hit) or around.is_otherwise_spelled(hit):
        return -NEVER
    score = _alone(hit, profile, around, gazetteer)
    if hit.first in text.flat:
        score -= FLAT if profile.people_any > KNOWN or profile.strong or profile.division else FLAT_UNKNOWN
    known = profile.strong or profile.division or profile.people_any >= BIG
    own = profile.people > 0 and gazetteer.frequency(hit.key, around.words.code) < OPENS
    score += around.case(hit) + around.before(hit, country=profile.country, known=known, own=own)
    score += around.after(hit, country=profile.country, strong=profile.strong or profile.capital)
    return score + IN_CONTAINER * bool(hit.within or hit.fixed) + KIND_WORD * bool(hit.kind_word)


def _alone(hit: Hit, profile: Profile, around: Around, gazetteer: Gazetteer) -> float:
    words = around.words
    people = max(profile.people, profile.people_any // OTHER_NAME)
    if profile.people_any >= BIG:
        people = max(people, profile.people_any // OTHER_NAME_OF_BIG)
    said_kind = bool(hit.kind_word) and profile.people_any == 0  # "in provincia di Salerno": of a division no inhabitants are known
    listed = hit.key in words.names or said_kind  # the pack says that its language calls a place so
    score = math.log10(max(people, LISTED_PEOPLE * listed) + 1) - LEVEL
    if profile.strong:
        score = STRONG
    elif profile.division:
        score = FIRST_DIVISION
    named = _is_named(hit, around.text, words)
    if (
        hit.key in words.bearers
        or hit.key in _groups()
        or (not named and _is_common(hit, profile, around) and not _is_sure(hit, profile, around))
    ):
        return score - NEVER
    if named or " " in hit.key:
        first, _, rest = hit.key.partition(" ")
        ruler = first in words.rulers and around.names.may_be_given(rest) and hit.key not in words.names
        return max(score, LONG_NAME) - RULER * ruler  # "Prince Albert", "Queen Victoria"
    said = bool(hit.kind_word) and profile.people_any > BIG
    if hit.key in words.never and not (profile.country or profile.celestial or said):
        return score - NEVER
    if not profile.strong:
        bears_capital = profile.division and around.text.text[hit.span.start].isupper()
        known = max(people, LISTED_PEOPLE * bears_capital)  # the gazetteer has no inhabitants of some divisions: Basilicata
        allowed = COMMON_AT + COMMON_SLOPE * math.log10(known + 1)
        frequency = gazetteer.frequency(hit.key, words.code)
        if not listed:
            score -= COMMON * max(0.0, frequency - allowed)
        common = frequency > (allowed if profile.division or profile.capital else OPENS)
        score -= OPENING * (common and around.opens(hit) and not around.is_framed(hit))
        small = 0.4 if people > BIG or profile.division else 1.0
        score -= small * (GIVEN_NAME * around.names.is_given(hit.key) + FAMILY_NAME * around.names.is_family(hit.key))
    if hit.key in (around.lands if profile.country else around.persons):
        score -= PERSON_HERE * (LED if around.is_led(hit) else 1.0)
    return score


def _begins_name(hit: Hit, around: Around) -> bool:
    """Tell whether an unknown word with a capital stands right behind a name."""
    text, index = around.text, hit.last + 1
    plain = text.gap(hit.last) == " " and index not in around.at and not around.words.nouns_capitalised
    return plain and text.word(index)[:1].isupper()


def _is_common(hit: Hit, profile: Profile, around: Around) -> bool:
    """Tell whether a name is a common word or ends with one.

    A division may ("Jawa Timur"), but not of common words alone; so may what the pack lists, a town of some size
    ("Viña del Mar", "Campo Grande"), and what hyphens hold together ("La Seyne-sur-Mer").
    """
    words = around.words
    division = profile.division and not words.common.issuperset(hit.key.split(" "))
    town = profile.people >= COMMON_TOWN and hit.key.partition(" ")[0] not in words.articles
    written = around.text.text[hit.span.start : hit.span.end]
    known = " " in hit.key and (profile.strong or division or town or hit.key in words.names or written.count("-") > 1)
    return hit.key.rpartition(" ")[2] in words.common and not known


def _is_sure(hit: Hit, profile: Profile, around: Around) -> bool:
    """Tell whether a common word is a name by how it is written ("공주에서", "Ordu'da"), or that of a city by what leads to it."""
    text, words = around.text, around.words
    if words.endings.outside and around.case(hit):
        return True
    if hit.rule == INFLECTED and text.text[hit.span.end : hit.span.end + 1] in APOSTROPHES:
        return hit.span.end < text.spans[hit.last][1]
    led = text.key(hit.first - 1) in words.locative_before and text.gap(hit.first - 1) == " "
    if words.nouns_capitalised and profile.strong and text.key(hit.first - 1) in words.articles:  # "die Seine", and never "seine"
        return text.text[hit.span.start].isupper() and text.gap(hit.first - 1) == " "
    return words.nouns_capitalised and led and profile.people_any >= KNOWN_CITY


def _is_named(hit: Hit, text: Text, words: PlaceWords) -> bool:
    """Tell whether the words before a common word with a capital make it a name: "la Réunion", "à Tours"."""
    if not words.common_named:
        return False
    phrase = hit.key
    if phrase in words.common_named:
        return True
    for index in range(hit.first - 1, max(-1, hit.first - 1 - MOST_LEADING), -1):
        if text.gap(index) != " ":
            return False
        phrase = f"{text.key(index)} {phrase}"
        if phrase in words.common_named:
            return True
    return False


@cache
def _groups() -> frozenset[str]:
    """Give the names in one word of armed groups and movements, which are read as those in every language: "Hamas" is no Hamm."""
    named = (actor for begun in known_actors().values() for actor in begun.alone)
    return frozenset(name_key(actor.spelling) for actor in named if actor.kind == "group")
