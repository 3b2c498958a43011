"""The places concern of a language pack: ``places.toml`` → PlaceWords, checked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from extract.errors import LanguagePackError
from extract.gazetteer.naming import TOKEN, name_key, spelled_key, token_key
from extract.geo import COMPASS
from extract.language import LanguagePack
from extract.language.adjectives import town_phrases
from extract.language.slots import any_of, either_of, patterns_of
from extract.text import fold

SMALL_LETTERS = 4  # with which names of several words that are written small begin, enough to pass over other words
_LISTS = (
    "locative_before", "where", "locative_after", "locative_endings", "genitive_after", "titles", "given_names", "family_names",
    "given_too", "given_not", "courtesy", "rulers", "names_begin", "organisation_after", "organisation_before", "thing_after",
    "thing_joined", "thing_before", "name_bearers", "crossings", "civic_after", "local_after", "people_after", "joined_after",
    "patrols", "division_after", "disease_after", "inside", "buildings", "seated", "facilities", "agent_after", "parts", "never",
    "speech", "officials", "container_links", "container_nouns", "articles", "indefinite", "conjunctions", "of", "about",
    "kilometres", "miles", "swedish_miles", "common", "common_named", "relation_ends", "relation_starts", "coasts",
    "capital_links", "capital_things", "marked", "offices_after", "site_nouns", "untitled", "celestial", "speech_aids",
    "addressing", "own_deeds",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Endings:
    """Endings of cases, the longest first, each with those of the dictionary form: ("ой", ("а",)); compared by identity."""

    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
    fewest_letters: int = 3  # that a name keeps in front of its ending (``shortest_stem``)
    outside: bool = False  # endings are words of their own that are written as one with the name: "서울|에서"


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """What a language knows about places; all words are keys (folded), but those of ``exact`` and ``postal``."""

    code: str
    home: frozenset[str] = frozenset()  # countries where it is an official language, if few: their places are rather meant
    nouns_capitalised: bool = False  # a capital beside a name tells nothing
    exact: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)  # first letter → (as written, code)
    exact_first: frozenset[str] = frozenset()  # keys of the first tokens of those
    postal: Mapping[str, str] = field(default_factory=dict)  # "TX" → "US-TX": only after a comma
    demonyms: Mapping[str, str] = field(default_factory=dict)  # "north korean" → "KP"
    lower_demonyms: bool = False  # they are written with a small letter too
    names: Mapping[str, str] = field(default_factory=dict)  # more names of coded places: key → code
    first_words: frozenset[str] = frozenset()  # of the demonyms and names
    small_names: frozenset[str] = frozenset()  # names that the pack writes small: "obwód lwowski"
    small_starts: frozenset[str] = frozenset()  # the first SMALL_LETTERS of those, and of others of several words: "сектор Гази"
    bearers: frozenset[str] = frozenset()  # names of known persons and bodies
    kinds_after: Mapping[str, str] = field(default_factory=dict)  # "county" → "admin2": the word for the kind follows the name
    kinds_listed: Mapping[str, str] = field(default_factory=dict)  # "counties" → "county": behind a list of names
    kinds_before: Mapping[str, str] = field(default_factory=dict)  # "province of" → "admin1"
    kinds_before_starts: frozenset[str] = frozenset()  # the first words of those
    kinds_before_ends: frozenset[str] = frozenset()  # and the last
    celestial: frozenset[str] = frozenset()
    directions: Mapping[str, float] = field(default_factory=dict)  # "north", "northern" → degrees
    locative_before: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()  # of those before, the ones that no person stands behind: "in"
    locative_after: frozenset[str] = frozenset()
    locative_endings: frozenset[str] = frozenset()  # of a name in the case of being there, or a word written as one with it
    genitive_after: frozenset[str] = frozenset()  # like locative_after, and a weaker sign
    titles: frozenset[str] = frozenset()
    named_not: tuple[str, ...] = ()  # what begins like one of those behind a name and is a building: "총리관저"
    named_beyond: tuple[str, ...] = ()  # what does so behind a given name too: "中野誠さん"
    named_after: tuple[str, ...] = ()  # what right behind a name makes it a person's: "コルドバさん", " 씨"
    courtesy: frozenset[str] = frozenset()  # "Mrs": the family name behind may be that of a land: "Mrs. Holland"
    rulers: frozenset[str] = frozenset()  # "Prince": a town named so is rather the person: "Prince Albert"
    given_names: frozenset[str] = frozenset()
    given_too: frozenset[str] = frozenset()  # towns that are given names before a family name alone: "Brooklyn Walker"
    given_not: frozenset[str] = frozenset()  # given names that are rather other words before the name of a land: "April", "rich"
    family_names: frozenset[str] = frozenset()
    names_begin: frozenset[str] = frozenset()  # family names before the others: what stands right behind one is no place
    organisation_after: frozenset[str] = frozenset()
    organisation_before: frozenset[str] = frozenset()
    thing_after: frozenset[str] = frozenset()
    thing_joined: frozenset[str] = frozenset()  # the same where words are written without spaces: "路"
    thing_before: frozenset[str] = frozenset()  # "rue": the street of that name is in another town
    crossings: frozenset[str] = frozenset()  # "entre", "esquina": before the names of the streets that one lies between
    name_bearers: frozenset[str] = frozenset()  # "barrio", "hospital": the name right behind is its own, "barrio San José"
    civic_after: frozenset[str] = frozenset()  # "police", "council": of a place, which they follow
    local_after: frozenset[str] = frozenset()  # "police", "school": of a town rather than a country, which they follow
    people_after: frozenset[str] = frozenset()  # "man", "firefighters": of a town rather than a country, unless it is a division
    joined_after: frozenset[str] = frozenset()  # "based": behind a name and a hyphen
    patrols: frozenset[str] = frozenset()  # of a place, whatever road or thing the word before them names: "Highway Patrol"
    division_after: frozenset[str] = frozenset()  # "governor": of a first division, which it follows
    disease_after: frozenset[str] = frozenset()  # in lower case too: "West Nile virus"
    parts: frozenset[str] = frozenset()  # "downtown", "greater": may stand before a name
    never: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()  # verbs that only an actor can be the subject of
    speech_aids: frozenset[str] = frozenset()  # may stand between them: "Arden has always denied"
    addressing: frozenset[str] = frozenset()  # verbs that only an actor can be the object of, and "with"
    own_deeds: frozenset[str] = frozenset()  # nouns that only an actor owns: "Arden's invasion"
    officials: frozenset[str] = frozenset()
    container_links: frozenset[str] = frozenset()
    container_nouns: frozenset[str] = frozenset()  # "area": between a name, "of" and the name of what it lies in
    articles: frozenset[str] = frozenset()
    untitled: frozenset[str] = frozenset()  # articles behind which a title has no name: "bezocht de koning Zagreb"
    indefinite: frozenset[str] = frozenset()  # articles before a word of ``thing_before`` that names nothing: "une rue de Lyon"
    conjunctions: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    kilometres: frozenset[str] = frozenset()
    miles: frozenset[str] = frozenset()
    swedish_miles: frozenset[str] = frozenset()  # of ten kilometres
    common: frozenset[str] = frozenset()  # words that are no name even where the gazetteer has one
    common_named: frozenset[str] = frozenset()  # phrases that end with such a word, a name with a capital: "la Réunion"
    marked: frozenset[str] = frozenset()  # other words too, names only before a mark of a place: "गया में", never "लिया गया"
    offices_after: frozenset[str] = frozenset()  # behind a word for a kind, which is theirs: "जिला निर्वाचन अधिकारी"
    facilities: frozenset[str] = frozenset()  # "cosmodrome": after a name, in lower case too
    site_nouns: frozenset[str] = frozenset()  # "dam", "prison": written small they still end the name of a site
    inside: frozenset[str] = frozenset()  # "at": the building itself, not those who work there
    buildings: frozenset[str] = frozenset()  # "hospital": with the name of a town before it, a place where something happens
    seated: frozenset[str] = frozenset()  # "professor": somebody of whom "at Leeds University" says where he works
    agent_after: frozenset[str] = frozenset()  # "ने": the name before it is an actor
    relation_ends: frozenset[str] = frozenset()  # words with which the relations end; elsewhere they are not tried
    relation_starts: frozenset[str] = frozenset()  # words with which those after the name begin, but for "'s"
    relations: tuple[tuple[str, re.Pattern[str]], ...] = ()  # relation → what ends right before the name
    any_relation: re.Pattern[str] = re.compile("(?!)")  # finds something where one of them does
    coasts: frozenset[str] = frozenset()  # words of which those that follow hold one
    own_coast: tuple[re.Pattern[str], ...] = ()  # "off its east coast": of the country that the sentence speaks of
    relations_after: tuple[tuple[str, re.Pattern[str]], ...] = ()  # relation → what begins right after the name
    endings: Endings = Endings()
    town_parts: tuple[str, ...] = ()  # what right behind a name makes it a part of the town before it: "區"
    capitals: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)  # first word → phrases for a capital
    capitals_alone: tuple[tuple[str, ...], ...] = ()  # phrases that mean that of the country, with no country beside them
    capital_links: frozenset[str] = frozenset()  # between the name of a country and the word behind it: "की", "の"
    capital_things: frozenset[str] = frozenset()  # words beside it by which money is meant, or the chief city of something else
    elided: re.Pattern[str] | None = None  # a little word with an apostrophe before a name: "l'Italie"
    written: Mapping[str, frozenset[str]] = field(default_factory=dict)  # key of a name → its keys with accents, where these count
    parts_joined: tuple[str, ...] = ()  # "nord": written as one with the name of a land or division, "Nordsyrien"; longest first
    prefixes: tuple[str, ...] = ()  # little words written as one with a name: "ب", "וב"; longest first


@cache
def place_words(pack: LanguagePack) -> PlaceWords:
    """Read and check the places table of a pack; empty where the pack has none.

    Raises
    ------
    LanguagePackError
        The table is malformed; the message names file and key.
    """
    table = pack.table("places")
    lists = {name: _keys(pack, name, table.get("words", {}).get(name, [])) for name in _LISTS}
    phrases = town_phrases(pack, table)
    names = _cities(pack) | phrases | _folded(pack, table, "names")
    lists["common"] |= frozenset(pack.listed("common")) - names.keys()  # 红海 is the Red Sea, though a small town has that name
    words: dict[str, Any] = {**lists, **{name: _prefixes(pack, table, name) for name in _BEGINNINGS}}
    small = [*phrases, *(name_key(row.partition(",")[0]) for row in pack.listed("cities") if row[0].islower())]
    demonyms, before = _folded(pack, table, "demonyms"), _folded(pack, table, "kinds_before")
    exact: dict[str, list[tuple[str, str]]] = {}
    for written, code in _strings(pack, table, "exact").items():
        exact.setdefault(written[0], []).append((written, code))
    return PlaceWords(
        code=pack.code,
        home=frozenset(_codes(pack, table)),
        nouns_capitalised=pack.nouns_capitalised,
        endings=_endings(pack, table),
        elided=_elided(pack, table),
        exact={first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0]))) for first, rows in exact.items()},
        exact_first=frozenset(token_key(TOKEN.findall(written)[0]) for rows in exact.values() for written, _ in rows),
        postal=_strings(pack, table, "postal"),
        demonyms=demonyms,
        lower_demonyms=table.get("lower_demonyms") is True,
        names=names,
        bearers=frozenset(name_key(row.partition(",")[0]) for row in pack.listed("names")) - names.keys(),
        written=_written(pack, table) if pack.accents_kept else {},
        first_words=frozenset(key.partition(" ")[0] for key in (*demonyms, *names) if key),
        small_names=frozenset(small),
        small_starts=frozenset(name.partition(" ")[0][:SMALL_LETTERS] for name in (*small, *names, *demonyms) if " " in name),
        kinds_after=_folded(pack, table, "kinds_after"),
        kinds_listed=_folded(pack, table, "kinds_listed"),
        kinds_before=before,
        kinds_before_starts=frozenset(key.split()[0] for key in before),
        kinds_before_ends=frozenset(key.split()[-1] for key in before),
        directions=_directions(pack, table),
        relations=patterns_of(pack, table, "relations", _RIGHT_BEFORE),
        own_coast=tuple(pattern for _, pattern in patterns_of(pack, table, "own_coast", "(?<!\\w)(?:{})")),
        relations_after=patterns_of(pack, table, "relations_after", "(?:{})"),
        capitals=_by_first(_phrases(pack, table, "capitals")),
        capitals_alone=_phrases(pack, table, "capitals_alone"),
        any_relation=either_of(patterns_of(pack, table, "relations", "(?:{})"), _RIGHT_BEFORE),
        **words,
    )


def _cities(pack: LanguagePack) -> dict[str, str]:
    """Read ``cities.csv``: how the language calls places that the gazetteer does not know, or puts elsewhere, by that name."""
    found = {}
    for number, row in enumerate(pack.listed("cities"), 2):
        name, _, code = row.partition(",")
        key = name_key(name)
        if not key or not code:
            raise LanguagePackError(f"{pack.code}/cities.csv: line {number} is {row!r}; expected a name, a comma and a code")
        found[key] = code
    return found


def _written(pack: LanguagePack, table: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Sort the names of a pack, as they are spelled with their accents, by what folding leaves of them."""
    found: dict[str, set[str]] = {}
    for name in (*table.get("names", {}), *table.get("exact", {}), *(row.partition(",")[0] for row in pack.listed("cities"))):
        found.setdefault(name_key(name), set()).add(spelled_key(name))
    return {key: frozenset(spelled) for key, spelled in found.items()}


def _endings(pack: LanguagePack, table: Mapping[str, Any]) -> Endings:
    found: dict[str, tuple[str, ...]] = {}
    for ending, listed in table.get("endings", {}).items():
        if not isinstance(listed, list) or not all(isinstance(form, str) for form in listed) or not ending:
            raise LanguagePackError(f"{pack.code}/places.toml: endings.{ending} is {listed!r}; expected a list of endings")
        found[fold(ending)] = (*found.get(fold(ending), ()), *map(fold, listed))  # folding makes one of "і" and "ї"
    rows = tuple(sorted(found.items(), key=lambda row: (-len(row[0]), row[0])))
    return Endings(rows, int(table.get("shortest_stem", Endings().fewest_letters)), bool(table.get("endings_outside")))


def _elided(pack: LanguagePack, table: Mapping[str, Any]) -> re.Pattern[str] | None:
    listed = table.get("elided", [])
    if not isinstance(listed, list) or not all(isinstance(word, str) and word for word in listed):
        raise LanguagePackError(f"{pack.code}/places.toml: elided is {listed!r}; expected a list of words without their apostrophe")
    return re.compile(f"(?:{any_of(listed)})['’]", re.IGNORECASE) if listed else None


def _prefixes(pack: LanguagePack, table: Mapping[str, Any], name: str) -> tuple[str, ...]:
    listed = table.get(name, [])
    if not isinstance(listed, list) or not all(isinstance(prefix, str) and prefix for prefix in listed):
        raise LanguagePackError(f"{pack.code}/places.toml: {name} is {listed!r}; expected a list of beginnings of words")
    return tuple(sorted(map(fold, listed), key=lambda prefix: (-len(prefix), prefix)))


def _codes(pack: LanguagePack, table: Mapping[str, Any]) -> list[str]:
    listed = table.get("home", [])
    if not isinstance(listed, list) or not all(isinstance(code, str) and len(code) == 2 and code.isupper() for code in listed):
        raise LanguagePackError(f"{pack.code}/places.toml: home is {listed!r}; expected a list of country codes (ISO 3166-1)")
    return listed


def _strings(pack: LanguagePack, table: Mapping[str, Any], name: str) -> dict[str, str]:
    found = table.get(name, {})
    if not isinstance(found, Mapping):
        raise LanguagePackError(f"{pack.code}/places.toml: {name} is {found!r}; expected a table")
    for key, value in found.items():
        if not isinstance(value, str) or not key:
            raise LanguagePackError(f"{pack.code}/places.toml: {name}.{key} is {value!r}; expected a string")
    return dict(found)


def _folded(pack: LanguagePack, table: Mapping[str, Any], name: str) -> dict[str, str]:
    return {name_key(key): value for key, value in _strings(pack, table, name).items()}


def _keys(pack: LanguagePack, name: str, found: Any) -> frozenset[str]:
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        raise LanguagePackError(f"{pack.code}/places.toml: words.{name} is {found!r}; expected a list of strings")
    return frozenset(name_key(part) for word in found for part in (word.split() if name in _SPLIT else [word]))


def _phrases(pack: LanguagePack, table: Mapping[str, Any], name: str) -> tuple[tuple[str, ...], ...]:
    listed = table.get(name, [])
    if not isinstance(listed, list) or not all(isinstance(phrase, str) and phrase for phrase in listed):
        raise LanguagePackError(f"{pack.code}/places.toml: {name} is {listed!r}; expected a list of phrases")
    return tuple(tuple(map(token_key, TOKEN.findall(phrase))) for phrase in sorted(listed, key=len, reverse=True))


def _by_first(phrases: tuple[tuple[str, ...], ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {first: tuple(phrase for phrase in phrases if phrase[0] == first) for first in sorted({row[0] for row in phrases})}


_BEGINNINGS = ("parts_joined", "prefixes", "named_after", "named_not", "named_beyond", "town_parts")
_RIGHT_BEFORE = "(?<!\\w)(?:{})\\s*$"  # a name
_SPLIT = frozenset(_LISTS) - {"common_named"}  # lists are written as lines of words


def _directions(pack: LanguagePack, table: Mapping[str, Any]) -> dict[str, float]:
    found = {}
    for word, direction in _strings(pack, table, "directions").items():
        if direction not in COMPASS:
            told = f"{pack.code}/places.toml: directions.{word} is {direction!r}"
            raise LanguagePackError(f"{told}; expected one of {', '.join(COMPASS)}")
        found[name_key(word)] = COMPASS[direction]
    return found


@lru_cache(maxsize=100_000)
def bases(key: str, endings: Endings, fewest: int = 0) -> tuple[str, ...]:
    """List a folded word and the dictionary forms that it may be a case of, of so many letters; the longest ending first."""
    found = dict.fromkeys([key])
    for ending, forms in endings.rows:
        if key.endswith(ending) and len(key) - len(ending) >= (fewest or endings.fewest_letters):
            found |= dict.fromkeys(key[: len(key) - len(ending)] + form for form in forms)
    return tuple(found)
