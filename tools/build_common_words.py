"""Write ``common.csv`` of the news packs: words of everyday use that are, in some form, the name of some small place.

    python tools/build_common_words.py            # every news pack that has endings or whose frequencies the gazetteer lacks
    python tools/build_common_words.py ru

Frequencies are wordfreq's (data CC BY-SA 4.0, see extract/tables/SOURCES.md); words of the pack's dates are always common. Of a
language that wordfreq lacks (Marathi) the words of the pack's own tables are looked at, in all their forms.
"""

import argparse
import math
from collections.abc import Mapping
from pathlib import Path

import wordfreq
from build_cities import NONE, own_names

from extract.gazetteer import Gazetteer
from extract.gazetteer.naming import name_key
from extract.language import load_pack, pack_codes
from extract.language.dates import date_tables
from extract.language.places import place_words
from extract.language.triggers import trigger_tables
from extract.places.evidence import COMMON_AT, COMMON_SLOPE, OTHER_NAME, profile_of
from extract.places.inflected import bases
from extract.text import fold

LANGUAGES = Path(__file__).parent.parent / "extract" / "languages"
MARGIN = 0.6  # steps of Zipf frequency above what a place of its size may have
BIG = 1_000_000  # inhabitants; such places stay names, however common
KNOWN = 500_000  # inhabitants of a city whose cases stay names: "Konya'nın", "Львова"
MOST_WORDS = 30_000  # of the most frequent that are looked at
PER_BILLION = 9  # the Zipf scale is the logarithm of occurrences in a billion words
TABLES = ("linking", "events", "modality", "speech", "participants", "unreal")  # whose words are looked at
DATE_TYPES = ("MONTH", "WEEKDAY", "UNIT", "TODAY", "NUMWORD", "PART", "SEASON", "NEAR")


def common_words(code: str) -> list[str]:
    """List the folded common words of one language that are also names of places, sorted."""
    gazetteer, tables, words = Gazetteer.load(), date_tables(load_pack(code)), place_words(load_pack(code))
    names = words.names.keys() | {name_key(name) for name, place in own_names(code) if place != NONE}
    endings = words.endings
    dated = {word for word, typed in tables.words.items() if tables.names[typed.letter] in DATE_TYPES}
    found = {word for word in dated if gazetteer.meanings(word) and not word.isdigit()}
    frequencies = wordfreq.get_frequency_dict(code)
    for word in wordfreq.top_n_list(code, MOST_WORDS):
        key = fold(word)
        frequency = math.log10(frequencies[word]) + PER_BILLION
        forms = [form for form in bases(key, endings) if gazetteer.meanings(form)]
        known = any(form in names or _is_known(form, gazetteer) for form in forms)
        if len(key) > 1 and not known and any(_is_common(form, frequency, gazetteer) for form in forms):
            found.add(key)
    return sorted(found)


def own_common_words(code: str) -> list[str]:
    """List the folded words of a pack's tables of events and persons that are also names of places, sorted."""
    gazetteer, pack = Gazetteer.load(), load_pack(code)
    triggers, words = trigger_tables(pack), place_words(pack)
    names = words.names.keys() | words.demonyms.keys() | {name_key(name) for name, place in own_names(code) if place != NONE}
    looked_at = set(triggers.index).union(triggers.classes, *(_words_in(pack.table(name)) for name in TABLES))
    found = set()
    for key in looked_at:
        forms = [form for form in bases(key, words.endings) if gazetteer.meanings(form)]
        if len(key) > 1 and not key.isascii() and forms and not any(form in names or _is_known(form, gazetteer) for form in forms):
            found.add(key)
    return sorted(found)


def _words_in(value: object) -> set[str]:
    """Give the folded words of every text in a table."""
    if isinstance(value, str):
        return {fold(word) for word in value.replace("-", " ").split()}
    parts = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return set().union(*map(_words_in, parts))


def _is_known(key: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a form is the name of a city that is in the news, so that other forms of the word may mean it too."""
    rows = [meaning.row for meaning in gazetteer.meanings(key) if meaning.main]
    return any(gazetteer.kind(row) == "city" and gazetteer.population(row) >= KNOWN for row in rows)


def _is_common(key: str, frequency: float, gazetteer: Gazetteer) -> bool:
    profile = profile_of(gazetteer.meanings(key), gazetteer)
    if profile.strong or profile.capital or profile.division or profile.people_any > BIG:
        return False
    people = profile.people or profile.people_any // OTHER_NAME
    return frequency > COMMON_AT + COMMON_SLOPE * math.log10(people + 1) + MARGIN


def main() -> None:
    """Write the lists of the packs named on the command line, or of all news packs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("codes", nargs="*", help="languages; every news pack that needs a list where none is named")
    served = Gazetteer.load().languages
    for code in parser.parse_args().codes or pack_codes():
        pack = load_pack(code)
        needed = code not in served or (place_words(pack).endings.rows and not pack.nouns_capitalised)
        if pack.quality == "news" and needed:
            words = common_words(code) if code in wordfreq.available_languages() else own_common_words(code)
            (LANGUAGES / code / "common.csv").write_text("\n".join(["word", *words]) + "\n", encoding="utf-8")
            print(f"{code}: {len(words)} words")


if __name__ == "__main__":
    main()
