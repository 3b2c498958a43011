"""A name found → is it a place here? Each cue adds or takes from a score; the sum decides.

The gazetteer knows a place for almost every word (Reading, Nice, Of), so most of recognition is saying no.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.gazetteer import Gazetteer, Place
from extract.gazetteer.files import GIVEN, SURNAME
from extract.language.places import PlaceWords
from extract.places.scan import Hit, Text

ENOUGH = 0.3
STRONG_KINDS = frozenset({"country", "region", "sea", "celestial", "facility", "river", "mountain", "metonym", "organisation"})
STRONG, FIRST_DIVISION, LONG_NAME = 3.0, 1.6, 2.0  # what a country, a first division, a name of several words starts with
LEVEL = 4.0  # log10 of the inhabitants at which a city starts with nothing
COMMON_AT, COMMON_SLOPE = 2.3, 0.45  # a name may be as frequent as a city of its size is: Zipf 2.3 + 0.45 log10(inhabitants)
COMMON = 2.0  # taken for each step of Zipf frequency above that
GIVEN_NAME, FAMILY_NAME = 1.5, 0.9
LOCATIVE, LOCATIVE_FAR, IN_CONTAINER, CONTAINER = 1.6, 1.0, 5.0, 2.5
TITLE, PERSON_BEFORE, INITIAL, OTHER_BEFORE = 5.0, 4.0, 4.0, 2.5
ORGANISATION, PERSON_AFTER, OTHER_AFTER, PERSON_HERE = 6.0, 5.0, 1.6, 3.5
SAYS = 1.5
KIND_WORD = 4.0


@dataclass(frozen=True, slots=True)
class Profile:
    """What the gazetteer says of a name, whatever the text."""

    strong: bool
    country: bool
    division: bool
    people: int  # of the largest place whose own name it is
    people_any: int


class Evidence:
    """The judgement on the names of one document."""

    def __init__(self, text: Text, words: PlaceWords, gazetteer: Gazetteer, hits: Sequence[Hit]) -> None:
        """Look at the whole document once: which names are persons' in it, where the names found are."""
        self.text, self.words, self.gazetteer = text, words, gazetteer
        self.at = {index: hit for hit in hits for index in range(hit.first, hit.last + 1)}
        self.persons = self._persons()

    def judge(self, hit: Hit) -> float:
        """Score one name; ENOUGH and more is a place."""
        if hit.kind in ("demonym", "abbreviation", "code"):
            return STRONG
        profile = profile_of(hit.meanings, self.gazetteer)
        score = self._alone(hit, profile) + self._before(hit, profile) + self._after(hit, profile)
        if hit.within:
            score += IN_CONTAINER
        if hit.kind_word:
            score += KIND_WORD
        return score

    def _alone(self, hit: Hit, profile: Profile) -> float:
        several = hit.last > hit.first
        score = LONG_NAME if several else 0.0
        people = profile.people or profile.people_any // 8
        if profile.strong:
            score = max(score, STRONG)
        elif profile.division:
            score = max(score, FIRST_DIVISION)
        else:
            score = max(score, math.log10(people + 1) - LEVEL) if several else math.log10(people + 1) - LEVEL
        if several:
            return score
        if hit.key in self.words.never and not profile.country:
            return score - TITLE
        if not profile.strong:
            frequency = self.gazetteer.frequency(hit.key, self.words.code)
            allowed = COMMON_AT + COMMON_SLOPE * math.log10(people + 1)
            score -= COMMON * max(0.0, frequency - allowed)
            flags = self.gazetteer.word_flags(hit.key)
            small = 0.4 if people > 300_000 or profile.division else 1.0
            score -= small * (GIVEN_NAME * bool(flags & GIVEN) + FAMILY_NAME * bool(flags & SURNAME))
        if hit.key in self.persons and not profile.country:
            score -= PERSON_HERE
        return score

    def _before(self, hit: Hit, profile: Profile) -> float:
        text, words, index = self.text, self.words, hit.first - 1
        gap = text.gap(index)
        if gap not in (" ", "-", ". ", "\u00a0"):
            return CONTAINER if gap == ", " and index in self.at and self.at[index].within else 0.0
        word, key = text.word(index), text.key(index)
        if key in words.titles and not (gap == " " and word.islower() and key in words.locative_before):
            return -TITLE if not profile.country else 0.0
        if len(word) == 1 and word.isupper() and gap in (". ", " ") and key not in words.articles:
            return -INITIAL if not profile.country else 0.0
        if gap == ". ":
            return 0.0
        if key in words.locative_before:
            return LOCATIVE
        if key in words.directions or key in words.parts or key in words.articles:
            return LOCATIVE_FAR if text.key(index - 1) in words.locative_before else 0.0
        if word[0].isupper() and index not in self.at:
            return self._capital_before(index, profile)
        return 0.0

    def _capital_before(self, index: int, profile: Profile) -> float:
        key = self.text.key(index)
        if profile.country:
            return 0.0
        if self.is_given(key):
            return -PERSON_BEFORE
        if key in self.words.never or self.gazetteer.frequency(key, self.words.code) >= 5.6:
            return 0.0
        return -OTHER_BEFORE

    def _after(self, hit: Hit, profile: Profile) -> float:
        text, words, index = self.text, self.words, hit.last + 1
        gap = text.gap(hit.last)
        if gap not in (" ", "-", "\u00a0") or self.text.spans[hit.last][1] != hit.span.end:
            return 0.0
        word, key = text.word(index), text.key(index)
        if not word:
            return 0.0
        if word[0].isupper() and index not in self.at:
            if key in words.organisation_after or key in words.thing_after:
                return -ORGANISATION
            if key in words.kinds_after or profile.country:
                return 0.0
            return -self._capital_after(hit, index)
        if word[0].isupper() and hit.last == hit.first and self.is_given(hit.key) and self.is_family(key) and not profile.country:
            return -PERSON_AFTER if not self.at[index].within else 0.0
        if key in words.speech and not profile.strong and hit.last == hit.first:
            return -SAYS
        return 0.0

    def _capital_after(self, hit: Hit, index: int) -> float:
        key = self.text.key(index)
        if hit.last == hit.first and self.is_given(hit.key) and (self.is_family(key) or len(key) == 1):
            return PERSON_AFTER
        return OTHER_AFTER

    def is_given(self, key: str) -> bool:
        """Tell whether a key is a given name."""
        return key in self.words.given_names or bool(self.gazetteer.word_flags(key) & GIVEN)

    def is_family(self, key: str) -> bool:
        """Tell whether a key is a family name."""
        return key in self.words.family_names or bool(self.gazetteer.word_flags(key) & SURNAME)

    def _persons(self) -> set[str]:
        """List the keys that stand after a given name or a title somewhere in the document: "Lincoln" of "Chad Lincoln"."""
        found = set()
        text = self.text
        for index in sorted(self.at):
            before = text.key(index - 1)
            if index == 0 or text.gap(index - 1) not in (" ", ". ") or not text.word(index - 1)[0].isupper():
                continue
            if before in self.words.titles or (
                self.is_given(before) and self.is_family(text.key(index)) and index - 1 not in self.at
            ):
                found.add(text.key(index))
        return found


def profile_of(meanings: tuple, gazetteer: Gazetteer) -> Profile:
    """Sum up what a name may mean."""
    return _profile(meanings, gazetteer)


@lru_cache(maxsize=50_000)
def _profile(meanings: tuple, gazetteer: Gazetteer) -> Profile:
    own: list[Place] = [gazetteer.place(name.row) for name in meanings if name.main]
    all_of = [gazetteer.place(name.row) for name in meanings]
    kinds = {place.kind for place in own}
    return Profile(
        bool(kinds & STRONG_KINDS),
        any(place.kind == "country" for place in all_of),
        "admin1" in kinds,
        max((place.population for place in own), default=0),
        max((place.population for place in all_of), default=0),
    )
