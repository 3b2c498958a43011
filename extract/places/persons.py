"""Which names of a document are persons': of "Chad Lincoln" and "Mrs. Holland", Lincoln and Holland."""

import re
from collections.abc import Collection, Iterable

from extract.gazetteer import Gazetteer
from extract.gazetteer.files import GIVEN, RARE_GIVEN, SURNAME
from extract.language.places import PlaceWords
from extract.places.cutting import Text
from extract.places.scan import Hit

FUNCTION_WORD = 5.6  # Zipf frequency of words that begin a sentence and are no part of a name
LONG_AGE = 4  # digits that no age has
GAPS = (" ", "-", "\u00a0")  # between two words of one name
_OPENS, _CLOSES = re.compile(r'\s["“„«‘\'(]$'), re.compile(r'["”“»’\')]\s$')  # of a nickname between two names
_AGE = re.compile(r", \d{1,3}[,.;]")


def nicknames(text: Text, hits: Iterable[Hit]) -> frozenset[str]:
    """List the keys that stand in quotation marks between two names somewhere: "El Rosario" of "Jorge 'El Rosario' Paz"."""
    return frozenset([hit.key for hit in hits if hit.first and _is_quoted_between_names(text, hit)])


def _is_quoted_between_names(text: Text, hit: Hit) -> bool:
    named = text.word(hit.first - 1)[:1].isupper() and text.word(hit.last + 1)[:1].isupper()
    return named and bool(_OPENS.match(text.gap(hit.first - 1)) and _CLOSES.match(text.gap(hit.last)))


class Persons:
    """What the words of one document say of persons."""

    def __init__(self, text: Text, words: PlaceWords, gazetteer: Gazetteer) -> None:
        """Keep what is asked."""
        self.text, self.words, self.gazetteer = text, words, gazetteer

    def is_given(self, key: str) -> bool:
        """Tell whether a key is a given name."""
        return key in self.words.given_names or bool(self.gazetteer.word_flags(key) & GIVEN)

    def may_be_given(self, key: str) -> bool:
        """Tell whether a key is a given name, a rare one included."""
        return key in self.words.given_names or bool(self.gazetteer.word_flags(key) & RARE_GIVEN)

    def is_family(self, key: str) -> bool:
        """Tell whether a key is a family name."""
        return key in self.words.family_names or bool(self.gazetteer.word_flags(key) & SURNAME)

    def is_first(self, index: int, taken: Collection[int]) -> bool:
        """Tell whether a token is a given name and nothing else: no place, month or common word."""
        key = self.text.key(index)
        plain = index in taken or key in self.words.given_not or not self.text.word(index)[:1].isupper()
        return not plain and self.is_given(key) and self.gazetteer.frequency(key, self.words.code) < FUNCTION_WORD

    def is_of_land(self, index: int, taken: Collection[int]) -> bool:
        """Tell whether the name of a land is here a person's: "Susan France", "Mrs. Holland"."""
        text, before = self.text, index - 1
        if not self.is_family(text.key(index)):
            return False
        if text.key(before) in self.words.courtesy:
            return text.gap(before) in (" ", ". ") and text.word(before)[:1].isupper()
        return text.gap(before) == " " and self.is_first(before, taken)

    def resides(self, of: int) -> bool:
        """Tell whether somebody lives in what follows: "residents of Lowell", "John Smith, 34, of Lowell"."""
        text = self.text
        if text.gap(of - 1) == " ":
            return text.key(of - 1) in self.words.people_after and text.word(of - 1).islower()
        return (
            text.gap(of - 1) == ", "
            and text.gap(of - 2) == ", "
            and text.key(of - 1).isdigit()
            and len(text.key(of - 1)) < LONG_AGE
        )

    def gives_name(self, hit: Hit) -> bool:
        """Tell whether a name is the given one of a person: "Houston Brown", never "Houston Council"."""
        index, words = hit.last + 1, self.words
        key = self.text.key(index)
        if hit.last > hit.first or self.text.gap(hit.last) not in GAPS or not self.text.word(index)[:1].isupper():
            return False
        if key in words.civic_after or key in words.local_after or key in words.titles:
            return False
        if hit.key in words.given_too:
            return self.is_family(key)
        return self.may_be_given(hit.key) and (hit.key in words.given_names or self.is_family(key) or len(key) == 1)

    def keys(self, indices: Iterable[int], taken: Collection[int]) -> tuple[set[str], set[str]]:
        """List the keys that stand after a given name or a title somewhere in the document: "Lincoln" of "Chad Lincoln".

        Behind a title and a given name stands the name of a family, be it a rare one ("Mayor Sandy Angers"), and so it does
        between a given name and an age or what is said. Apart from them those that are also lands.
        """
        found, lands = set(), set()
        keys, titles = self.text.keys, self.words.titles
        speaking = {keys[index] for index in indices if self.is_family(keys[index]) and self._speaks(index)}
        for index in sorted(indices):
            if not self.text.word(index - 1)[:1].isupper() or self.text.gap(index - 1) not in (" ", ". "):
                continue
            before = keys[index - 1]
            if self.is_of_land(index, taken):
                lands.add(keys[index])
            first = keys[index] in speaking and index - 1 not in taken and self._is_rare(before)
            titled = before in titles and self.text.key(index - 2) not in self.words.untitled
            if titled or first or self._is_named(index, before, taken):
                found.add(keys[index])
        return found, lands

    def _is_rare(self, key: str) -> bool:
        return self.gazetteer.frequency(key, self.words.code) < FUNCTION_WORD

    def _speaks(self, index: int) -> bool:
        """Tell whether a verb of saying stands right beside a name: "dijo Morales"."""
        text, speech = self.text, self.words.speech
        behind = text.key(index + 1) in speech and text.gap(index) == " "
        return behind or (text.key(index - 1) in speech and text.gap(index - 1) == " ")

    def _is_named(self, index: int, before: str, taken: Collection[int]) -> bool:
        text, titles, free = self.text, self.words.titles, index - 1 not in taken
        titled = index > 1 and text.keys[index - 2] in titles and text.gap(index - 2) == " "
        if titled and (self.is_given(before) or (free and before not in titles)):
            return True
        given = self.is_given(before) or (self.may_be_given(before) and self._is_rare(before))
        if given and free and self.is_family(text.keys[index]):
            return True
        tells = text.key(index + 1) in self.words.speech and text.gap(index) == " "
        aged = tells or _AGE.match(text.text, text.spans[index][1])
        return bool(aged) and text.gap(index - 1) == " " and self.is_first(index - 1, taken)
