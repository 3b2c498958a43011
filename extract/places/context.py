"""The words around a name, as points for or against a place."""

import re
from collections.abc import Sequence

from extract.gazetteer import Gazetteer
from extract.gazetteer.naming import spelled_key
from extract.language.places import PlaceWords
from extract.models import Span
from extract.places.cutting import Text
from extract.places.persons import FUNCTION_WORD, GAPS, Persons
from extract.places.scan import INFLECTED, Hit, is_owner
from extract.places.streets import names_thing

LOCATIVE, LOCATIVE_FAR, GENITIVE, CONTAINED, RESIDENT, SURELY_LED = 1.6, 1.0, 0.5, 2.5, 2.6, 2.2
TITLE, PERSON_BEFORE, INITIAL, OTHER_BEFORE = 5.0, 4.0, 4.0, 2.5
ORGANISATION, PERSON_AFTER, OTHER_AFTER = 6.0, 5.0, 1.6
SAYS = 1.5
THING = 15.0  # more than any town gains by its size: its road is in another
REACH = 60  # code points before a name that are looked at
LONGEST_RUN = 5  # capitalised words after a name that may make it an organisation's
DATELINE, LONGEST_DATELINE = 1.6, 70  # code points from a place to the dash of a dateline
# a country, a day and an agency, then the dash: "SEOUL, South Korea, Sept. 13 (Agency) -"
_TO_DASH = re.compile(
    r"(?:, [^\Wa-z\d_][^\n(),]{0,20})?(?:,? [^\n(),.]{0,6}\.? ?\d{1,2}[^\n()\d]{0,12})?(?: \([^()\n]{1,40}\))?\.?\s?[-–—][-–—]?\s"
)
_LISTS = (", ", " ، ", "、")


class Around:
    """The surroundings of the names of one document."""

    def __init__(
        self, text: Text, words: PlaceWords, gazetteer: Gazetteer, hits: Sequence[Hit], names: Sequence[Hit] | None = None
    ) -> None:
        """Look at the whole document once: where names are, and which are persons', of ``names`` too that seem no places now."""
        self.text, self.words, self.gazetteer = text, words, gazetteer
        self.at = {index: hit for hit in hits for index in range(hit.first, hit.last + 1)}
        self.names = Persons(text, words, gazetteer)
        shown = {index for hit in (hits if names is None else names) for index in range(hit.first, hit.last + 1)}
        self.persons, self.lands = self.names.keys(shown, self.at)

    def located(self, hit: Hit) -> bool:
        """Tell whether a word beside a name says that something is there: "on the Moon", "चंद्रमा पर"."""
        index = hit.first - 1
        if self.text.key(index) in self.words.articles:
            index -= 1
        after = self.text.key(hit.last + 1)
        return (
            self.text.key(index) in self.words.locative_before
            or self.text.key(index) in self.words.inside
            or after in self.words.locative_after
            or after in self.words.genitive_after
        )

    def marked(self, hit: Hit) -> bool:
        """Tell whether a name that is another word too stands as a place: "गया में", "गया जिले", ", गया", "در مالی"."""
        words, before, after = self.words, self.text.gap(hit.first - 1), self.text.key(hit.last + 1)
        led = not words.locative_after and self.text.key(hit.first - 1) in words.locative_before
        return led or "," in before or after in words.locative_after or after in words.genitive_after or after in words.kinds_after

    def opens(self, hit: Hit) -> bool:
        """Tell whether a sentence begins with a name, so that its capital says nothing."""
        gap = self.text.gap(hit.first - 1)
        begins = "\n" in gap or gap.rstrip()[-1:] in (".", "!", "?", ":", ";", '"', "“")
        return begins and self.text.text[hit.span.start].isupper()

    def is_framed(self, hit: Hit) -> bool:
        """Tell whether a colon stands right behind a name that begins a line: "Roma: esplosione in una scuola"."""
        return self.text.gap(hit.last).strip() == ":"

    def is_named_before(self, hit: Hit) -> bool:
        """Tell whether a family name stands right before, in a language that puts it first: "Trần Văn Nam"."""
        if not self.words.names_begin:
            return False
        text, before = self.text, hit.first - 1
        if text.gap(before) != " " or before in self.at:
            return False
        return text.key(before) in self.words.names_begin and text.word(before)[:1].isupper()

    def is_beginning_of_name(self, hit: Hit) -> bool:
        """Tell whether a name begins with such a family name, and goes on: "Lê Văn" of "Lê Văn Mạnh"."""
        if not self.words.names_begin:
            return False
        text, behind = self.text, hit.last + 1
        if text.key(hit.first) not in self.words.names_begin or text.gap(hit.last) != " " or behind in self.at:
            return False
        return text.word(behind)[:1].isupper()

    def is_otherwise_spelled(self, hit: Hit) -> bool:
        """Tell whether a text spells a name of the pack with other accents: "Bà Lan" (Mrs Lan) is no "Ba Lan" (Poland)."""
        spelled = self.words.written.get(hit.key)
        if spelled is None:
            return False
        return spelled_key(self.text.text[hit.span.start : hit.span.end]) not in spelled

    def names_person(self, hit: Hit) -> bool:
        """Tell whether a short name in small letters is a part of a person's: "Nguyễn Văn Đức", "Anh Lợi" at the beginning."""
        if hit.key[1:].isupper() or not hit.key[1:].isalpha():
            return False
        text, before = self.text, hit.first - 1
        if self.opens(hit) or before < 0:
            return text.gap(hit.last) == " " and text.word(hit.last + 1)[:1].isupper()
        gap = text.gap(before - 1)
        inside = before > 0 and "\n" not in gap and gap.rstrip()[-1:] not in (".", "!", "?", ":", '"', "“")
        return text.gap(before) == " " and text.word(before)[:1].isupper() and inside and before not in self.at

    def money(self, hit: Hit) -> float:
        """Take points where the name is the mark of a currency: "US$"."""
        return ORGANISATION * (self.text.text[hit.span.end : hit.span.end + 1] in ("$", "£", "€"))

    def thing(self, hit: Hit) -> float:
        """Take points where the word behind makes a demonym the name of a thing: "चीनी मिल" is a sugar mill, no Chinese one."""
        return THING * (self.text.key(hit.last + 1) in self.words.disease_after)

    def listed(self, hit: Hit) -> bool:
        """Tell whether a place stands beside the name in a list: "Nakuru and Bunyala"."""
        before, after = self.at.get(hit.first - 1), self.at.get(hit.last + 1)
        if before and before.kind == "name" and self.text.gap(hit.first - 1) in _LISTS:
            return True
        if after and after.kind == "name" and self.text.gap(hit.last) in _LISTS:
            return True
        beside = ((hit.first - 1, hit.first - 2), (hit.last + 1, hit.last + 2))
        across = (self.at.get(other) for link, other in beside if self.text.key(link) in self.words.conjunctions)
        return any(other is not None and other.kind == "name" for other in across)

    def case(self, hit: Hit) -> float:
        """Give points where the ending of a name says that something is there: "İstanbul'da", "서울에서"."""
        if not self.words.locative_endings:
            return 0.0
        token, base = self.text.keys[hit.last], hit.key.rpartition(" ")[2]
        return LOCATIVE * (token.startswith(base) and token[len(base) :] in self.words.locative_endings)

    def before(self, hit: Hit, *, country: bool, known: bool, own: bool) -> float:
        """Add up what stands before a name: of a country; known, of a division or large city too; some place's own, and rare."""
        text, words, index = self.text, self.words, hit.first - 1
        gap = text.gap(index)
        if gap not in (" ", "-", ". ", "\u00a0") or index < 0:
            return CONTAINED if gap == ", " and index in self.at and self.at[index].within else 0.0
        word, key = text.word(index), text.key(index)
        if names_thing(text, index, words) or (key in words.name_bearers and gap == " " and hit.key not in words.names):
            return -THING  # "rue de Lyon", "calle Alcalá", "barrio San José"
        person = (
            not country or self.names.is_given(hit.key) or (hit.key in self.lands and self.names.is_of_land(hit.first, self.at))
        )
        ends = gap == ". " and word.islower()  # "poultry is king. Wicomico County …": a sentence, no abbreviation
        if key in words.titles and not ends and not (word.islower() and key in words.locative_before):
            apart = text.key(index - 1) in words.untitled
            subject = (known and not _has_case(text.text[hit.span.start])) or (apart and (known or own))
            person = person and hit.rule != INFLECTED  # "мэр Москвы": a case makes it the mayor of a city
            return -TITLE if person and not subject else 0.0  # "زار الوزير الرياض": the minister is in Riyadh
        if len(word) == 1 and word.isupper() and gap in (". ", " ") and not (key in words.articles or key in words.locative_before):
            return -INITIAL if person else 0.0
        if gap == ". ":
            return 0.0
        if key in words.locative_before:
            return SURELY_LED if own and key in words.where else LOCATIVE
        if key in words.of:
            if self.names.resides(index):
                return RESIDENT
            return LOCATIVE if self._measured(hit, key) else GENITIVE - self._of_organisation(index)
        if key in words.directions or key in words.parts or key in words.articles:
            return LOCATIVE_FAR if text.key(index - 1) in words.locative_before else 0.0
        if word[0].isupper() and index not in self.at:
            return self._capital_before(index, person=person, marked=hit.rule == INFLECTED)
        return 0.0

    def _measured(self, hit: Hit, before: str) -> bool:
        """Tell whether a place is measured from a name: "al largo di Lampedusa"."""
        first, last = max(0, hit.span.start - REACH), hit.span.start
        return before in self.words.relation_ends and bool(self.words.any_relation.search(self.text.text, first, last))

    def after(self, hit: Hit, *, country: bool, strong: bool) -> float:
        """Add up what stands after a name."""
        text, words, index = self.text, self.words, hit.last + 1
        if self._heads_dateline(hit):
            return DATELINE
        gap = text.gap(hit.last)
        if gap not in GAPS or text.spans[hit.last][1] != hit.span.end:
            return 0.0
        word, key = text.word(index), text.key(index)
        if not word:
            return 0.0
        if key in words.locative_after or key in words.genitive_after:
            return LOCATIVE if key in words.locative_after else GENITIVE
        if gap == "-" and key in words.joined_after:
            return RESIDENT  # "the Dover-based company"
        if key in words.disease_after or (key in words.organisation_after and not word[0].islower()):
            return -ORGANISATION
        if key in words.thing_after and not _has_case(word[0]):
            return -THING  # "दिल्ली रोड"
        if key in words.local_after and not self.organisation(hit):
            return LOCATIVE
        if key in words.people_after and word.islower():
            return RESIDENT if text.key(hit.first - 1) in words.articles else LOCATIVE  # "a Lowell man"
        if word[0].isupper():
            return self._capital_after(hit, index, country=country)
        if key in words.speech and not strong and hit.last == hit.first and not is_owner(text, hit, words):
            return -SAYS
        return 0.0

    def _heads_dateline(self, hit: Hit) -> bool:
        """Tell whether a line begins with the name and a dash behind it: "ROMA – …", "SEOUL, June 3 (Agency) - …"."""
        begins = hit.first == 0 or "\n" in self.text.gap(hit.first - 1)
        return begins and bool(_TO_DASH.match(self.text.text, hit.span.end, hit.span.end + LONGEST_DATELINE))

    def is_led(self, hit: Hit) -> bool:
        """Tell whether a word stands before a name that stands before no person: "in Jackson"."""
        return self.text.gap(hit.first - 1) == " " and self.text.key(hit.first - 1) in self.words.where

    def names_bearer(self, hit: Hit) -> bool:
        """Tell whether a name is rather a person's than that of a town nearby, which many a local person bears."""
        named = hit.key in self.persons or hit.key in self.lands
        return (named and not self.is_led(hit)) or self.names.gives_name(hit)

    def organisation(self, hit: Hit) -> float:
        """Take points where the capitalised words after a name make it an organisation's: "Ohio State University"."""
        words = self.words
        return ORGANISATION * bool(self._run(hit, words.organisation_after) or self._run(hit, words.thing_after))

    def organisation_name(self, hit: Hit) -> Span | None:
        """Give the name of the organisation that a name is part of: "Ohio State University", "University of Ohio"."""
        last = self._run(hit, self.words.organisation_after)
        if last:
            return Span(hit.span.start, self.text.spans[last][1])
        if self.text.key(hit.first - 1) in self.words.of and self._of_organisation(hit.first - 1):
            return Span(self.text.spans[hit.first - 2][0], hit.span.end)
        return None

    def _run(self, hit: Hit, ends: frozenset[str]) -> int:
        """Find the first of some words among the capitalised words right after a name; 0 where there is none."""
        text = self.text
        for index in range(hit.last + 1, hit.last + 1 + LONGEST_RUN):
            word = text.word(index)
            if text.gap(index - 1) not in GAPS or not word or not word[0].isupper() or index in self.at:
                return 0
            if text.keys[index] in ends and not self._goes_on(index + 1):
                return index
            if text.keys[index] in self.words.titles and self.names.is_given(text.key(index + 1)):
                return 0  # "Denver Police Chief Robert White"
        return 0

    def _goes_on(self, index: int) -> bool:
        """Tell whether a body of a place ends the capitalised words: "South Carolina Highway Patrol" is no highway's."""
        patrol = self.text.key(index) in self.words.patrols and self.text.word(index)[:1].isupper()
        return patrol and self.text.gap(index - 1) == " "

    def _of_organisation(self, index: int) -> float:
        """Take points after "University of", "Bank of"."""
        before = self.text.word(index - 1)
        if not before or not before[0].isupper() or self.text.gap(index - 1) not in GAPS:
            return 0.0
        key = self.text.key(index - 1)
        inside = key in self.words.organisation_after or key in self.words.organisation_before
        return ORGANISATION * (inside and self.text.key(index) in self.words.of)

    def _capital_before(self, index: int, *, person: bool, marked: bool) -> float:
        key = self.text.key(index)
        if not person:
            return 0.0
        if self.names.is_given(key):
            return -PERSON_BEFORE
        if self.words.nouns_capitalised or index in self.text.flat or index in self.text.titled:
            return 0.0
        if marked or key in self.words.never or self.gazetteer.frequency(key, self.words.code) >= FUNCTION_WORD:
            return 0.0
        return -OTHER_BEFORE

    def _capital_after(self, hit: Hit, index: int, *, country: bool) -> float:
        key = self.text.key(index)
        there = self.at.get(index)
        if self.names.gives_name(hit):
            return 0.0 if there and there.within else -PERSON_AFTER
        if there:
            return 0.0
        inside = self.organisation(hit)
        if inside:
            return -inside
        if (
            self.words.nouns_capitalised
            or index in self.text.flat
            or index in self.text.titled
            or country
            or key in self.words.civic_after
            or key in self.words.kinds_after
            or key in self.words.never
        ):
            return 0.0
        return -OTHER_AFTER


def _has_case(letter: str) -> bool:
    return letter.isupper() or letter.islower()
