"""Names that the gazetteer lacks as they are written: misspelt ("Sonan"), or known in Latin letters only.

Both are taken only in the countries that the document speaks of, and near its other places; both are marked.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from extract.gazetteer import Gazetteer, Name, Place
from extract.geo import distance_km
from extract.language.places import PlaceWords
from extract.models import Span
from extract.names import SAME_NAME, latin, same_name, skeleton
from extract.names import name_key as spelling
from extract.places.cutting import Text
from extract.places.scan import Hit
from extract.text import fold

ALIKE = 80.0  # of 100: "Sonan" and "Sunan" have 80
SURELY_ALIKE, LONG = 90.0, 7  # a long name that is so like needs no neighbour: "Vladivastok"
SHORT = 4  # shorter names are never taken for misspelt
LEAST_PEOPLE = 40_000  # of a city whose name may be misspelt
REACH_KM, CLOSE_KM = 400.0, 60.0  # from another place of the document: other script, misspelt
MOST_TRIED = 12  # unknown names of one document
MOST_COUNTRIES = 3  # those that the document names most
SAME_INITIAL = ("ckq", "vwb", "jyg", "sz", "ie")  # first letters that a misspelt name may change for each other
CH = "ch"
COMMON_WORD = 2.5  # Zipf frequency from which a word is a word, not a misspelt name


def with_nearby(text: Text, hits: Sequence[Hit], kept: list[Hit], words: PlaceWords, gazetteer: Gazetteer) -> list[Hit]:
    """Add the names that are like one of the document's region, and resolve the unknown ones that are."""
    anchors = [gazetteer.place(hit.meanings[0].row) for hit in kept if hit.meanings and hit.kind != "code"]
    told = Counter(sorted(place.country for place in anchors if place.country))
    countries = frozenset(country for country, _ in told.most_common(MOST_COUNTRIES))
    if not countries:
        return kept
    taken = {index for hit in [*kept, *hits] for index in range(hit.first, hit.last + 1)}
    added = _unknown_words(text, words, gazetteer, taken)[:MOST_TRIED]
    found = []
    for hit in [*[hit for hit in kept if hit.kind == "unknown"][:MOST_TRIED], *added]:
        place = _like(hit, text, countries, anchors, gazetteer)
        if place:
            hit.meanings, hit.fuzzy = (Name(place.row, True),), True
            hit.rule = "misspelt" if text.text[hit.span.start].isascii() else "other-script"
            found.append(hit)
    return sorted([*kept, *[hit for hit in found if hit in added]], key=lambda hit: hit.first)


def _unknown_words(text: Text, words: PlaceWords, gazetteer: Gazetteer, taken: set[int]) -> list[Hit]:
    """List the capitalised words, and those before a locative postposition, that nothing knows."""
    found = []
    for index in text.starts:
        key = text.keys[index]
        if (
            index in taken
            or len(key) < SHORT
            or key in words.never
            or key in words.kinds_after
            or gazetteer.frequency(key, words.code) >= COMMON_WORD
        ):
            continue
        if gazetteer.word_flags(key) or gazetteer.meanings(key):
            continue
        before = text.key(index - 1)
        if before in words.articles or before in words.directions:
            before = text.key(index - 2)
        located = before in words.locative_before or text.key(index + 1) in words.locative_after or before in words.of
        facility = text.key(index + 1) in words.facilities
        if located or facility:
            found.append(Hit(index, index, _span(text, index), key, "unknown", (), "misspelt"))
    return found


def _span(text: Text, index: int) -> Span:
    start, end = text.spans[index]
    return Span(start, end - 2 * text.keys[index].endswith("'s"))


def _like(hit: Hit, text: Text, countries: frozenset[str], anchors: Sequence[Place], gazetteer: Gazetteer) -> Place | None:
    written = text.text[hit.span.start : hit.span.end]
    if len(written) < SHORT:
        return None
    if not written[0].isascii():
        rows = [row for row in _sounding(written, gazetteer) if gazetteer.place(row).country in countries]
        return next((gazetteer.place(row) for row in rows if _near(gazetteer.place(row), anchors, REACH_KM)), None)
    found = sorted((match for country in sorted(countries) for match in _misspelt(hit.key, country, gazetteer)), key=_by_likeness)
    for likeness, row in found:
        place = gazetteer.place(row)
        sure = likeness >= SURELY_ALIKE and len(hit.key) >= LONG
        if sure or place.kind == "facility" or _near(place, anchors, CLOSE_KM):
            return place
    return None


def _by_likeness(match: tuple[float, int]) -> tuple[float, int]:
    return -match[0], match[1]


def _near(place: Place, anchors: Sequence[Place], reach_km: float) -> bool:
    """Tell whether a place lies near another of the document that is small enough to say where."""
    small = (other for other in anchors if other.row != place.row and other.country == place.country and other.kind != "country")
    return any(distance_km(place.point, other.point) < reach_km for other in small)


@lru_cache(maxsize=5_000)
def _misspelt(key: str, country: str, gazetteer: Gazetteer) -> tuple[tuple[float, int], ...]:
    near = process.extract(key, _cities(country, _initials(key[0]), gazetteer), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=2)
    sites = {row: word for row, word in _facilities(country, gazetteer).items() if word[:1] in _initials(spelling(key)[:1])}
    near += process.extract(spelling(key), sites, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=2)
    return tuple((likeness, row) for _, likeness, row in near)


def _initials(letter: str) -> str:
    """Give the letters with which a name may begin for another."""
    return next((group for group in SAME_INITIAL if letter in group), letter)


@lru_cache(maxsize=1_000)
def _cities(country: str, initials: str, gazetteer: Gazetteer) -> dict[int, str]:
    """List the keys of a country's larger cities that begin with one of some letters."""
    return {row: fold(gazetteer.label(row)) for row in gazetteer.cities(country, LEAST_PEOPLE, initials)}


@lru_cache(maxsize=300)
def _facilities(country: str, gazetteer: Gazetteer) -> dict[int, str]:
    """List the first words of a country's facilities by their sound."""
    return {row: spelling(gazetteer.label(row).split()[0]) for row in gazetteer.facilities(country)}


@lru_cache(maxsize=5_000)
def _sounding(written: str, gazetteer: Gazetteer) -> tuple[int, ...]:
    found = []
    for row in gazetteer.sounding(skeleton(written)):
        place = gazetteer.place(row)
        likeness = same_name(written, place.name)
        if likeness >= SAME_NAME and _begin_alike(written, place.name):
            found.append((-likeness, -place.population, row))
    return tuple(row for _, _, row in sorted(found))


def _begin_alike(written: str, name: str) -> bool:
    """Tell a name with a hard k from one with "ch", which share their consonants' key: केंद्रपाड़ा is no Chandrapura."""
    hard, soft = latin(written)[:1].casefold() == "k", fold(name).startswith(CH)
    return not (hard and soft)
