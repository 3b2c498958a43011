"""Write ``lexicon.csv`` of the packs whose language is written without spaces: common words beside those of the pack's tables.

    python tools/build_lexicon.py            # every such news pack
    python tools/build_lexicon.py zh

A word that holds a word of the tables or the name of a place is left out, so that the shorter one is found. Frequencies are
wordfreq's (data CC BY-SA 4.0, see extract/tables/SOURCES.md).
"""

import argparse
from pathlib import Path

import wordfreq

from extract.gazetteer import Gazetteer
from extract.language import load_pack, pack_codes
from extract.language.lexicon import RUN, lexicon_of

LANGUAGES = Path(__file__).parent.parent / "extract" / "languages"
MOST_WORDS = 20_000  # of the most frequent that are looked at
KNOWN_CITY = 200_000  # inhabitants from which a city's name is kept apart from a longer word


def common_words(code: str) -> list[str]:
    """List the common words of one language that hold no word of its tables and no name of a well-known place, sorted."""
    lexicon, gazetteer = lexicon_of(load_pack(code)), Gazetteer.load()
    assert lexicon is not None
    own = lexicon.own
    return sorted(
        word
        for word in wordfreq.top_n_list(code, MOST_WORDS)
        if len(word) > 1 and RUN.fullmatch(word) and word not in own and not _holds(word, own, gazetteer)
    )


def _holds(word: str, own: frozenset[str], gazetteer: Gazetteer) -> bool:
    parts = {word[first:last] for first in range(len(word)) for last in range(first + 2, len(word) + 1)}
    return not parts.isdisjoint(own) or any(_is_known(part, gazetteer) for part in parts)


def _is_known(part: str, gazetteer: Gazetteer) -> bool:
    places = [gazetteer.place(name.row) for name in gazetteer.meanings(part)]
    return any(place.kind in ("country", "admin1") or place.population > KNOWN_CITY for place in places)


def main() -> None:
    """Write the lists of the packs named on the command line, or of all that need one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("codes", nargs="*", help="languages; every pack without spaces where none is named")
    for code in parser.parse_args().codes or pack_codes():
        if load_pack(code).traits.get("words") == "unspaced" and code in wordfreq.available_languages():
            words = common_words(code)
            (LANGUAGES / code / "lexicon.csv").write_text("\n".join(["word", *words]) + "\n", encoding="utf-8")
            print(f"{code}: {len(words)} words")


if __name__ == "__main__":
    main()
