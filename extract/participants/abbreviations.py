"""Abbreviations that a document explains: "the Rapid Support Forces (RSF)"; behind it they are that name.

What a text itself says of its letters wins over whoever else bears them.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from extract.clauses import Name, Reading

FEWEST, MOST = 2, 6  # letters of an abbreviation


def with_abbreviations(by_sentence: list[list[Name]], readings: Sequence[Reading]) -> list[list[Name]]:
    """Give every abbreviation that the document explains the name behind which it stands in brackets."""
    told: dict[str, Name] = {}
    for names in by_sentence:
        for name in names:
            short = _in_brackets(name, readings[name.sentence].words)
            if short:
                told.setdefault(short, name)
    if not told:
        return by_sentence
    return [
        [
            _meant(name, readings[name.sentence].words, told)
            for name in names
            if not _explains(readings[name.sentence].words, name, told)
        ]
        for names in by_sentence
    ]


def _explains(words: Sequence[str], name: Name, told: dict[str, Name]) -> bool:
    """Tell whether a name is the letters in brackets themselves: the name before them is told already."""
    full = told.get(words[name.first])
    return full is not None and (name.sentence, name.first - 1) == (full.sentence, full.last)


def _in_brackets(name: Name, words: Sequence[str]) -> str:
    """Give the letters in brackets right behind a name of several words that are their first letters; "" without any."""
    behind = words[name.last : name.last + 3]
    if len(behind) < 3 or behind[0] != "(" or behind[2] != ")":
        return ""
    short = behind[1]
    initials = iter("".join(word[0] for word in words[name.first : name.last]).upper())
    fits = FEWEST <= len(short) <= MOST and short.isupper() and all(letter in initials for letter in short)
    return short if fits and name.last - name.first > 1 else ""


def _meant(name: Name, words: Sequence[str], told: dict[str, Name]) -> Name:
    full = told.get(words[name.first]) if name.last - name.first == 1 else None
    return replace(name, name=full.name, kind=full.kind, key=full.key) if full else name
