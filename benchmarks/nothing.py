"""Count the sentences in which nothing happened of which something is told all the same, and those that tell what did happen.

    python benchmarks/nothing.py tests/nothing
    python benchmarks/nothing.py tests/nothing -v        # with every sentence that goes wrong, and what is told of it

A folder holds a table a language; in each, by the reason why nothing happened ("figure of speech", "habit", "name"), rows of
two sentences of like words: ``nothing`` and ``happened``; ``but`` lists kinds that the first tells all the same (the roof that
hurt nobody did fall). Each is read as an article of its own. A sentence tells something where a happening is shown that is
neither hypothetical nor denied. Prints per language and per reason: false alarms of the rows, and how many twins are told.
"""

import argparse
import datetime as dt
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from extract import Document, Happening, happenings_of, read_article

PUBLISHED = dt.date(2024, 5, 16)
MARKED = frozenset({"hypothetical", "negated"})


class Row(NamedTuple):
    """Two sentences of like words, and what is told of each."""

    language: str
    reason: str
    nothing: str
    happened: str
    said: tuple[Happening, ...]
    told: tuple[Happening, ...]


def main() -> None:
    """Print the counts of the folders given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="print what goes wrong")
    options = parser.parse_args()
    rows = [row for folder in options.folders for row in read(folder)]
    for key in ("language", "reason"):
        for name in sorted({getattr(row, key) for row in rows}):
            print(line(name, [row for row in rows if getattr(row, key) == name]))
        print()
    print(line("all", rows))
    for row in rows if options.verbose else ():
        if row.said:
            print(f"told  {row.language} {row.reason}: {row.nothing} — {_kinds(row.said)}")
        if not row.told:
            print(f"lost  {row.language} {row.reason}: {row.happened}")


def read(folder: Path) -> Iterator[Row]:
    """Read every table of a folder, and what is told of its sentences."""
    for path in sorted(folder.glob("*.toml")):
        for reason, pairs in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for pair in pairs:
                both = pair["nothing"], pair["happened"]
                said, told = (shown(sentence, path.stem) for sentence in both)
                yield Row(path.stem, reason, *both, tuple(one for one in said if one.kind not in pair.get("but", ())), told)


def shown(sentence: str, language: str) -> tuple[Happening, ...]:
    """Give what is shown of a sentence as if it had happened, or were to."""
    article = read_article(Document("d", sentence, language=language, published=PUBLISHED))
    return tuple(one for one in happenings_of([article]) if one.hidden is None and one.modality not in MARKED)


def counted(rows: list[Row]) -> Counter[str]:
    """Count false alarms and twins told."""
    return Counter(rows=len(rows), false_alarms=sum(bool(row.said) for row in rows), told=sum(bool(row.told) for row in rows))


def line(name: str, rows: list[Row]) -> str:
    """Write the counts of some rows on a line."""
    found = counted(rows)
    return (
        f"{name:18} {found['false_alarms']:4} of {found['rows']:4} told though nothing happened; {found['told']:4} of their twins"
    )


def _kinds(said: tuple[Happening, ...]) -> str:
    return ", ".join(f"{one.kind} ({one.modality})" for one in said)


if __name__ == "__main__":
    main()
