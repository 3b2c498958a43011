"""Words that a reader types → ids of happenings, in any script (पुतिन finds Putin's too)."""

import sqlite3

from rapidfuzz import fuzz

from extract.names import name_key, skeleton
from extract.store.columns import folded

_TRIGRAM = 3  # shorter words are looked for letter by letter
_ALIKE_ACROSS, _ALIKE_WITHIN = 75, 85  # of 100, with equal consonants: पुतिन is Putin (100), Patna is neither (60)
_MATCH, _LIKE = "SELECT rowid FROM words WHERE told MATCH ?", "SELECT rowid FROM words WHERE told LIKE ? ESCAPE '\\'"
_MOST_WORDS = 12  # more are no search, but a pasted text


def find_ids(connection: sqlite3.Connection, words: str) -> tuple[str, ...]:
    """Find the happenings in which every word stands, or a name that is the same in another script; heaviest first."""
    typed = folded(words).replace("\x00", "").split()[:_MOST_WORDS]
    if not typed:
        return ()
    conditions, values = [], []
    for word in typed:
        condition, value = _condition(_spellings(connection, word))
        conditions.append(condition)
        values += value
    every = " AND ".join(f"number IN ({condition})" for condition in conditions)
    found = connection.execute(f"SELECT id FROM happenings WHERE present AND {every} ORDER BY weight DESC, id", values)  # noqa: S608
    return tuple(name for (name,) in found)


def _spellings(connection: sqlite3.Connection, word: str) -> list[str]:
    """Give the word and every part of a name in the store that is the same name, perhaps in another script."""
    bones = skeleton(word)
    if not bones:
        return [word]
    alike = connection.execute("SELECT part FROM names WHERE skeleton = ? ORDER BY part", (bones,))
    return [word, *(part for (part,) in alike if word not in part and _one_name(word, part))]


def _one_name(word: str, part: str) -> bool:
    likeness = fuzz.ratio(name_key(word), name_key(part))
    return likeness >= (_ALIKE_WITHIN if word.isascii() == part.isascii() else _ALIKE_ACROSS)


def _condition(spellings: list[str]) -> tuple[str, list[str]]:
    """Select the row numbers with any of the spellings; the words are parameters, never a part of the question."""
    long = [word for word in spellings if len(word) >= _TRIGRAM]
    short = [f"%{_escaped(word)}%" for word in spellings if len(word) < _TRIGRAM]
    questions = [_LIKE] * len(short)
    if not long:
        return " UNION ".join(questions), short
    phrases = " OR ".join('"' + word.replace('"', '""') + '"' for word in long)
    return " UNION ".join([_MATCH, *questions]), [phrases, *short]


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
