"""A capital that is only described: "in the Lebanese capital", "in the capital of Mali", "in the capital".

With a country beside it, it is the capital of that country; alone, that of the country of which the document speaks most,
if most of its names by far (LEAST_SHARE) are of one. Where the name of a town stands beside it, that is the place; "the capital
of" a division ("of the Himalayan state of Sikkim") is none of a country.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from extract.gazetteer import Gazetteer, Place
from extract.language.places import PlaceWords
from extract.models import PlaceMention, Provenance, Span
from extract.places.cutting import Text
from extract.places.scan import Hit

RULE = "described-capital"
LANDS = frozenset({"country", "demonym"})
DIVISION, CONTAINER = "admin1", "container"
NAMED_REACH = 4  # tokens on either side among which the name of the town makes the description none
OF_REACH = 2  # tokens between the word and the country: "capital of the Gambia"
OWNER_REACH = 6  # tokens between the word and what it is the capital of: "capital of the Himalayan state of Sikkim"
SURE, GUESSED = 0.9, 0.6  # confidence with a country beside it, and without
LEAST_SHARE = 0.6  # of the names of a document that are of one country
PARTING = frozenset(".,;:!?()\n।。、，")  # between two words: they do not belong together

Pair = tuple[Hit, PlaceMention]


class Described(NamedTuple):
    """Words that describe a capital: the first and last token, and the name beside them that says of which country."""

    first: int
    last: int
    country: Pair | None


def with_capitals(
    text: Text, pairs: Sequence[Pair], mentions: Sequence[PlaceMention], words: PlaceWords, gazetteer: Gazetteer
) -> tuple[PlaceMention, ...]:
    """Add the capitals that are only described; one with the adjective of its country takes the place of that mention.

    ``pairs`` are the names with their mentions, and ``mentions`` those mentions as they are told.
    """
    added, replaced = list[PlaceMention](), dict[Span, PlaceMention | None]()
    for described in _described(text, pairs, words) if pairs and words.capitals else ():
        country = described.country[1].country if described.country else _most_named(mentions)
        capital = gazetteer.by_code(f"{country}.capital") if country else None
        if capital is None or _is_named(text, described, pairs, capital):
            continue
        first, last, why = described.first, described.last, f"the capital of the country that is named most, {country}"
        if described.country:
            hit, beside = described.country
            why = f"the capital of {beside.name}"
            replaced[beside.span] = replace(beside, relation=CONTAINER)
            if hit.kind == "demonym":
                first, last = min(first, hit.first), max(last, hit.last)
                replaced[beside.span] = None
        span = Span(text.spans[first][0], text.spans[last][1])
        source = Provenance(pairs[0][1].source.document_id, span, RULE)
        sure = SURE if described.country else GUESSED
        added.append(_mention(text.text[slice(*span)], capital, sure, why, source))
    kept = [one for mention in mentions if (one := replaced.get(mention.span, mention)) is not None]
    return tuple(sorted([*kept, *added], key=lambda mention: mention.span))


def _mention(written: str, capital: Place, sure: float, why: str, source: Provenance) -> PlaceMention:
    return PlaceMention(
        written, capital.name, capital.latitude, capital.longitude, capital.radius_km, "city", source, capital.geonames_id,
        capital.country, capital.admin1, confidence=sure, reason=why,
    )  # fmt: skip


def _described(text: Text, pairs: Sequence[Pair], words: PlaceWords) -> Iterator[Described]:
    """Find the words for a capital, with the country beside them, or alone as the pack lists them."""
    before = {hit.last: (hit, mention) for hit, mention in pairs}
    behind = {hit.first: (hit, mention) for hit, mention in pairs}
    covered = {index for hit, _ in pairs for index in range(hit.first, hit.last + 1)}
    for index, key in enumerate(text.keys):
        for phrase in words.capitals.get(key, ()):
            last = index + len(phrase) - 1
            if index in covered or any(text.key(index + at) != word for at, word in enumerate(phrase)):
                continue
            country = _country_before(text, index, before, words) or _country_behind(text, last, behind, words)
            if not country and text.key(last + 1) in words.of and _is_of_division(text, last, behind):
                break
            end = max(last, country[0].last) if country else last
            if text.key(index - 1) in words.capital_things or (
                text.gap(end).isspace() and text.key(end + 1) in words.capital_things
            ):
                break  # "el capital extranjero", "French capital markets"
            if country or any(tuple(text.keys[max(0, last + 1 - len(told)) : last + 1]) == told for told in words.capitals_alone):
                yield Described(index, last, country)
            break


def _country_before(text: Text, index: int, before: Mapping[int, Pair], words: PlaceWords) -> Pair | None:
    """Give the country right before the word, or before a mark of the genitive: "Lebanese capital", "लेबनान की राजधानी"."""
    at = index - 1
    if text.key(at) in words.capital_links and at not in before:
        at -= 1
    found = before.get(at)
    return found if found and found[1].kind in LANDS and not _parts(text, at, index) else None


def _country_behind(text: Text, last: int, behind: Mapping[int, Pair], words: PlaceWords) -> Pair | None:
    """Give the country right behind the word, or behind "of": "capitale libanaise", "capital of the Gambia", "столица Мали"."""
    for at in range(last + 1, last + 2 + OF_REACH):
        found = behind.get(at)
        if found:
            return found if found[1].kind in LANDS and not _parts(text, last, at) else None
        if text.key(at) not in words.of and text.key(at) not in words.articles:
            break
    return None


def _is_of_division(text: Text, last: int, behind: Mapping[int, Pair]) -> bool:
    """Tell whether "of" is followed by a division or a town, perhaps behind the word for it."""
    reach = range(last + 2, last + 2 + OWNER_REACH)
    found = next((behind[at] for at in reach if at in behind), None)
    return found is not None and found[1].kind not in LANDS and not _parts(text, last, found[0].first)


def _parts(text: Text, first: int, last: int) -> bool:
    return any(mark in text.gap(at) for at in range(first, last) for mark in PARTING)


def _is_named(text: Text, described: Described, pairs: Sequence[Pair], capital: Place) -> bool:
    """Tell whether the town stands there by its name, or another town or a division whose capital it then is."""
    first, last = described.first, described.last
    if described.country:
        first, last = min(first, described.country[0].first), max(last, described.country[0].last)
    for hit, mention in pairs:
        near = first - NAMED_REACH <= hit.last < first or last < hit.first <= last + NAMED_REACH
        if near and (mention.geonames_id == capital.geonames_id or (not described.country and mention.kind == DIVISION)):
            return True
        beside = hit.first == last + 1 or (not described.country and hit.first == last + 2 and "," in text.gap(last + 1))
        if beside and mention.kind not in LANDS:
            return True  # "the capital, Tórshavn", "la capital feroesa, Tórshavn"
    return False


def _most_named(mentions: Sequence[PlaceMention]) -> str | None:
    """Give the country of most of the names of a document; None where no one has the most by far."""
    told = Counter(mention.country for mention in mentions if mention.country)
    if not told:
        return None
    country, times = told.most_common(1)[0]
    return country if times >= LEAST_SHARE * told.total() else None
