"""How a text is written otherwise than its language's tables: letters that have two forms (``letters.csv``), signs left out.

Each letter stands for one letter, so that offsets stay: Chinese in traditional letters is read by the tables in simplified ones.
"""

from collections.abc import Mapping
from functools import cache

from extract.language import LanguagePack
from extract.language.spellings import respelled


def plain_text(text: str, pack: LanguagePack) -> str:
    """Write a text in the letters and the spelling of the pack's tables; it has as many code points as before."""
    letters = _letters(pack)
    return respelled(text.translate(letters) if letters else text, pack)


@cache
def _letters(pack: LanguagePack) -> Mapping[int, str]:
    """Read ``letters.csv`` of a pack, "written,plain"; empty where it has none."""
    return str.maketrans(dict(line.split(",") for line in pack.listed("letters")))
