"""Letters of one language that have two forms (``letters.csv``): a text in those that the pack's tables are written in.

Each letter stands for one letter, so that offsets stay: Chinese in traditional letters is read by the tables in simplified ones.
"""

from collections.abc import Mapping
from functools import cache

from extract.language import LanguagePack


def plain_text(text: str, pack: LanguagePack) -> str:
    """Write a text in the letters of the pack's tables; it has as many code points as before."""
    letters = _letters(pack)
    return text.translate(letters) if letters else text


@cache
def _letters(pack: LanguagePack) -> Mapping[int, str]:
    """Read ``letters.csv`` of a pack, "written,plain"; empty where it has none."""
    return str.maketrans(dict(line.split(",") for line in pack.listed("letters")))
