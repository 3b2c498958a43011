"""Write ``letters.csv`` of the Chinese pack: each traditional letter and the simplified one in which the tables are written.

    python tools/build_letters.py TSCharacters.txt

The file is OpenCC's table of characters (Apache License 2.0, see extract/tables/SOURCES.md). Of several simplified letters the
first is taken; letters beyond the Basic Multilingual Plane, which no news writes, are left out. Digits and Latin letters that are
as wide as a Chinese one ("６月", "Ａ") are read as the others; the Japanese table has these alone.
"""

import argparse
import string
from pathlib import Path

LETTERS = Path(__file__).parent.parent / "extract" / "languages" / "zh" / "letters.csv"
BASIC = 0x10000
OTHER_FORMS = {
    "衞": "卫",
    "説": "说",
    "祇": "只",
    "鬪": "斗",
    "瞭": "了",
    "峯": "峰",
    "羣": "群",
    "牀": "床",
    "綫": "线",
    "粧": "妆",
}
WIDE = 0xFEE0  # between the code points of "A" and "Ａ"
WIDE_FORMS = {chr(ord(letter) + WIDE): letter for letter in string.digits + string.ascii_letters}


def pairs_of(table: str) -> dict[str, str]:
    """Read OpenCC's table: a letter, a tab, and the letters that may stand for it."""
    pairs = (line.split("\t") for line in table.splitlines() if "\t" in line)
    found = {written: plain.split(" ")[0] for written, plain in pairs}
    return {
        a: b
        for a, b in (found | OTHER_FORMS | WIDE_FORMS).items()
        if a != b and len(a) == len(b) == 1 and max(ord(a), ord(b)) < BASIC
    }


def main() -> None:
    """Write the table from the file named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path, help="OpenCC's TSCharacters.txt")
    rows = sorted(pairs_of(parser.parse_args().table.read_text(encoding="utf-8")).items())
    LETTERS.write_text("\n".join(["written,plain", *(f"{a},{b}" for a, b in rows)]) + "\n", encoding="utf-8")
    print(f"{len(rows)} letters")


if __name__ == "__main__":
    main()
