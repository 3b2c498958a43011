"""Write ``subdivision_names.csv``: what Unicode CLDR calls states and provinces in the languages of the news packs.

    apt-get download unicode-cldr-core && dpkg -x unicode-cldr-core_*.deb cldr
    python tools/build_subdivisions.py cldr/usr/share/unicode/cldr/common/subdivisions

A row is a code of ISO 3166-2, a column a language, variants parted by ``|``: without the words of ``subdivision_kinds.toml``, which
the packs know themselves. A name that is a word of the language, a person's, of a direction alone or of two divisions stays out.
``build_cities.py`` takes from the table what a pack needs.
"""

import csv
import math
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from wordfreq import get_frequency_dict

from extract.gazetteer import Gazetteer, files
from extract.gazetteer.naming import name_key
from extract.language import load_pack
from extract.language.letters import plain_text

HERE = Path(__file__).parent
TABLE = HERE / "subdivision_names.csv"
PEOPLE = HERE.parent / "extract" / "tables" / "people.csv"
LANGUAGES = [path.parent.name for path in sorted((HERE.parent / "extract" / "languages").glob("*/cities.csv"))]
SHORTEST, SHORTEST_WITHOUT_SPACES = 4, 3  # letters of a name, and of one in a script that has no spaces or writes syllables
COUNTRY = 2  # letters of the country with which a code begins
WORD, MORE_COMMON = 3.0, 0.7  # Zipf frequency of a word; that it may be commoner than the English name, or it means more
_BRACKETS = re.compile(r"\s*\([^)]*\)|†")
_MARKS = re.compile("[²³¹0-9]")


def main(folder: Path) -> None:
    """Read the folder of CLDR and write the table."""
    kinds = tomllib.loads((HERE / "subdivision_kinds.toml").read_text(encoding="utf-8"))
    small, gazetteer = set(kinds["small"].split()), Gazetteer.load()
    english = dict(_read(folder / "en.xml"))
    names = {code: name for code, name in sorted(english.items()) if code[:COUNTRY] not in small and gazetteer.by_code(code)}
    columns = {language: column(dict(_read(folder / f"{language}.xml")), language, names, kinds) for language in LANGUAGES}
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["place", *LANGUAGES])
        for code in names:
            cells = ["|".join(columns[language].get(code, ())) for language in LANGUAGES]
            if any(cells):
                writer.writerow([code, *cells])


def column(names: dict[str, str], language: str, english: dict[str, str], kinds: dict[str, Any]) -> dict[str, list[str]]:
    """List the names of each place in one language that mean nothing else."""
    pack, directions = load_pack(language), set(kinds["directions"].split())
    least = SHORTEST_WITHOUT_SPACES if language in kinds["glued"] else SHORTEST
    told = {code: variants(plain_text(names[code], pack), language, kinds) for code in english if code in names}
    bearers = Counter(name_key(name) for listed in told.values() for name in listed)
    found = {}
    for code, listed in told.items():
        key = name_key(english[code])
        if not set(key.split()) <= directions:
            found[code] = [name for name in listed if bearers[name_key(name)] == 1 and _means_only(name, key, language, least)]
    return found


def _means_only(name: str, english: str, language: str, least: int) -> bool:
    """Tell whether a name is no word and no person's name, and another than the English one, which the gazetteer knows."""
    key = name_key(name)
    if _MARKS.search(name) or key == english or len(key) < least:
        return False
    if " " in key:
        return True
    if english in _persons() or Gazetteer.load().word_flags(english) & (files.GIVEN | files.SURNAME):
        return False
    return _frequency(name.casefold(), language) <= max(WORD, _frequency(english, "en") + MORE_COMMON)


@cache
def _persons() -> frozenset[str]:
    """Give the words of the names of ``people.csv``: "Vladimir"."""
    with PEOPLE.open(encoding="utf-8", newline="") as file:
        return frozenset(word for row in csv.DictReader(file) for word in name_key(row["name_en"]).split())


def _frequency(word: str, language: str) -> float:
    """Give the Zipf frequency of a word; the list alone is asked, which needs no tokenizer."""
    return math.log10(get_frequency_dict(language, wordlist="best").get(word, 1e-9)) + 9


def _read(path: Path) -> Iterator[tuple[str, str]]:
    for element in ElementTree.parse(path).iter("subdivision"):
        kind, name = element.get("type", ""), element.text or ""
        yield f"{kind[:COUNTRY]}-{kind[COUNTRY:]}".upper(), name


def variants(written: str, language: str, kinds: dict[str, Any]) -> list[str]:
    """List the names to be known for a name of CLDR: without the words for its kind, or with and without letters of it."""
    name = _BRACKETS.sub("", written).replace("\u200e", "").strip().replace(",", "")
    before, after, glued = (kinds[table].get(language, "") for table in ("before", "after", "glued"))
    if re.match(kinds["never"], name):
        return []
    if before:
        name = re.sub(rf"^(?:{before})(?<=['’])|^(?:{before}) (?=\W?[^\W\d_])", "", name, count=1, flags=re.IGNORECASE)
    if after:
        name = re.sub(rf"(?:(?<=\w)(?=-)| )(?:{after})$", "", name)
    if glued:
        joined = re.sub(rf" (?={glued})", "", name)
        bare = re.sub(rf"(?:{glued})$", "", joined)
        return list(dict.fromkeys([joined, bare]))
    name = re.sub(rf"^(?:{kinds['articles']})(?=\w)", "", name)
    if language in kinds["adjectives"].split() and name.partition(" ")[2][:1].islower():
        return [name[0].lower() + name[1:]]  # "obwód lwowski"
    return [name] if name and not (name[0].islower() and name.partition(" ")[0].isalpha()) else []


if __name__ == "__main__":
    main(Path(sys.argv[1]))
