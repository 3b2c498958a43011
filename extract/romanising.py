"""A name in other letters as readers of Latin ones are shown it: "Зільке Брандт" → "Zilke Brandt", "محمود" → "Mahmoud".

In goes a name as an article writes it; out come Latin letters. Names in Arabic letters, which leave vowels out, are spelled by
``tables/spelled_names.toml`` where it knows a part, and else get an "a" wherever nobody could speak their consonants.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from extract.names import latin

_TABLE = Path(__file__).parent / "tables" / "spelled_names.toml"
_SHOWN_RUSSIAN = {ord(one): two for one, two in {"й": "y", "ю": "yu", "я": "ya", "ё": "yo", "ь": "", "ъ": ""}.items()}
_SHOWN_UKRAINIAN = _SHOWN_RUSSIAN | {ord(one): two for one, two in {"є": "ye", "ї": "yi", "г": "h", "и": "y"}.items()}
_UKRAINIAN, _YERY = re.compile("[іїєґ]"), re.compile(r"(?:ий|ый)\b")  # "Юрий" is Yury
_CYRILLIC, _ARABIC = re.compile("[\u0400-\u052f]"), re.compile("[\u0600-\u06ff]")
_MARKS = re.compile("[\u064b-\u0652\u0640]")  # vowels above the letters, and the stroke that stretches a word
_ARTICLE, _SERVANT_OF = "ال", "عبدال"
_SERVANT = re.compile(r"\bعبد\s+ال")  # "عبد الله" is one name
_SPOKEN = r"(?:[tdskgz]h|[bcdfghjklmnpqrstvwxyz])"  # one consonant, in one letter or two
_OPENING = re.compile(rf"^({_SPOKEN})(?=[bcdfghjklmnpqrstvwxyz])")
_CLOSING = re.compile(rf"(?<=[bcdfghjklmnpqrstvwxyz])({_SPOKEN})$")


@lru_cache(maxsize=20_000)
def romanised(name: str) -> str:
    """Write a name in Latin letters; one with a letter that only Ukrainian has is read as Ukrainian: "Андрій Сибіга"."""
    if _ARABIC.search(name):
        return " ".join(map(_of_arabic, _SERVANT.sub(_SERVANT_OF, _MARKS.sub("", name)).split()))
    if not _CYRILLIC.search(name):
        return "-".join(latin(part).title() for part in name.split("-"))  # a vowel falls at the end of each part
    folded = unicodedata.normalize("NFC", name.casefold())
    shown = _SHOWN_UKRAINIAN if _UKRAINIAN.search(folded) else _SHOWN_RUSSIAN
    return latin(_YERY.sub("y", folded).translate(shown)).title()


def _of_arabic(word: str) -> str:
    if known := _spelled().get(word):
        return known
    if word.startswith(_SERVANT_OF):
        return f"Abdul{_with_vowels(latin(word.removeprefix(_SERVANT_OF)))}"
    behind = word.removeprefix(_ARTICLE)
    if behind != word and len(behind) > 1:
        return f"al-{_spelled().get(behind) or _with_vowels(latin(behind)).title()}"
    return _with_vowels(latin(word)).title()


def _with_vowels(letters: str) -> str:
    """Put an "a" between the first two consonants and the last two of a word: "khtib" → "khatib", "slman" → "salman"."""
    return _CLOSING.sub(r"a\1", _OPENING.sub(r"\1a", letters))


@cache
def _spelled() -> Mapping[str, str]:
    names: dict[str, str] = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["arabic"]
    return names
