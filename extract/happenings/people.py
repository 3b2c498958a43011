"""Which names of one story are one actor: "Putin", "Vladimir V. Putin" and व्लादिमीर पुतिन.

Names with how often they are told go in; out comes the actor of each. A name that fits two actors goes to the one told
more often. Only names that share the beginning of a part's consonants are compared.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from extract.actors import country_of
from extract.models import Article, Happening, Participant, Span
from extract.names import SAME_NAME, name_parts, same_name, skeleton
from extract.text import is_title_case

BLOCK_LETTERS = 2  # consonants that a part of both names begins with
FEWEST_LETTERS = 3  # of a part of a name that is sought alone
COMMON, COMMON_MARK = "common", "~"  # a participant told by a noun without a name, "the police": its kind, its key's first letter
NAMELESS = frozenset({"group", COMMON, "thing"})  # kinds of participant that are told by a description, not by a name


def actors(named: Iterable[tuple[str, str, str]]) -> Mapping[str, str]:
    """Give the actor of each key, from (key, name, kind) of every mention.

    Countries and other keyed actors keep their key; persons are joined by their names.
    """
    told: Counter[tuple[str, str, str]] = Counter(named)
    count: Counter[str] = Counter()
    name_of: dict[str, str] = {}
    for (key, name, kind), times in sorted(told.items()):
        count[key] += times
        if kind not in NAMELESS and kind != "country" and len(name_parts(name)) > len(name_parts(name_of.get(key, ""))):
            name_of[key] = name
    result = {key: key for key in count}
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in sorted(name_of, key=lambda key: (-len(name_parts(name_of[key])), -count[key], key)):
        beginnings = {skeleton(part)[:BLOCK_LETTERS] for part in name_parts(name_of[key])}
        rivals = sorted({rival for beginning in beginnings for rival in blocks[beginning]})
        best = max(rivals, key=lambda rival: (same_name(name_of[key], name_of[rival]), count[rival], rival), default=None)
        if best and same_name(name_of[key], name_of[best]) >= SAME_NAME:
            result[key] = best
            count[best] += count[key]
            continue
        for beginning in sorted(beginnings):
            blocks[beginning].append(key)
    return result


class Cast(NamedTuple):
    """Who takes part in one story."""

    actor_of: Mapping[str, str]  # a participant's key → its actor
    parts: Mapping[str, str]  # a part of a person's name → the actor told most often under it
    names: Mapping[str, Mapping[str, int]]  # an actor → its names in any script, with how often they are told


def cast_of(named: Sequence[tuple[str, str, str]]) -> Cast:
    """Give the cast of one story, from (key, name, kind) of every mention."""
    known = actors(named)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for key, name, kind in named:
        names[known.get(key, key)][name] += 1
        for part in name_parts(name) if kind == "person" else ():
            if len(part) >= FEWEST_LETTERS:
                votes[part][known.get(key, key)] += 1
    parts = {part: max(counts, key=lambda actor: (counts[actor], actor)) for part, counts in votes.items()}
    return Cast(known, parts, names)


def best_name(names: Mapping[str, int], *, latin: bool, script: str = "") -> str:
    """Choose the most frequent full name of an actor, in Latin or in other letters, or of one script; "" where there is none.

    A name of two parts and more is full; of two told equally often the longer is taken.
    """
    fitting = [name for name in names if (script_of(name) == "Latin") == latin and script in {"", script_of(name)}]
    return max(fitting, key=lambda name: (len(name_parts(name)) > 1, names[name], len(name_parts(name)), name), default="")


def side_of(key: str) -> str:
    """Give the country that a key stands for, "@KP" for the country and its leader alike; else the key itself."""
    country = country_of().get(key)
    return key if country is None else f"@{country}"


def title_cased(article: Article) -> frozenset[Span]:
    """Give the sentences with events that are written in title case, like headings."""
    text = article.document.text
    sentences = {event.sentence for event in article.events}
    return frozenset(sentence for sentence in sentences if is_title_case(text[sentence.start : sentence.end]))


def trusted_people(article: Article, told: Collection[str], dubious: Collection[Span]) -> Mapping[int, tuple[Participant, ...]]:
    """Give the participants of each event by its number, without what a heading in title case only seems to name.

    Such a heading, one of the ``dubious`` sentences, tells words and names alike by capitals: what it names counts where
    ``told``, the keys that the story names elsewhere, knows it or a name inside it.
    """
    result: dict[int, tuple[Participant, ...]] = {}
    for number, event in enumerate(article.events):
        people = event.participants
        if event.sentence in dubious:
            found = (known_as(person, told) for person in people)
            people = tuple(person for person in found if person is not None)
        result[number] = people
    return result


def known_as(person: Participant, told: Collection[str]) -> Participant | None:
    """Give a participant of a heading as the story knows it: itself, or the longest known name inside its own; else None."""
    key = key_of(person)
    if key in told or key[:1] == "@" or key in country_of() or person.kind in NAMELESS:
        return person
    parts = key.split()
    runs = (" ".join(parts[first:last]) for first in range(len(parts)) for last in range(len(parts), first, -1))
    inside = max((run for run in runs if run in told), key=lambda run: (len(run.split()), run), default=None)
    return replace(person, key=inside) if inside else None


def actors_of(happening: Happening) -> set[str]:
    """Give the keys of a happening's actors, without nouns that may mean others elsewhere."""
    return {actor.key for actor in happening.participants if actor.key[:1] != COMMON_MARK}


@lru_cache(maxsize=50_000)
def script_of(name: str) -> str:
    """Give the script of a name's first letter as Unicode calls it: "Latin", "Devanagari"."""
    first = next((letter for letter in name if letter.isalpha()), "a")
    return unicodedata.name(first, "").partition(" ")[0].title()


def key_of(participant: Participant) -> str:
    """Give the key under which a participant is compared: its own, or its folded name."""
    return participant.key or " ".join(name_parts(participant.name)) or participant.name
