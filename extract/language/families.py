"""Families of words: a verb and the nouns of its action ("arrive", "arrival"), so that a table that has one of them has both.

A pack lists them once for all kinds, under ``families``; a trigger row that has one word of a family is joined by a row with the
other, under the same conditions, unless a row of the table says otherwise.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any

from extract.errors import LanguagePackError
from extract.kinds import kinds
from extract.language.rows import CLOSING

PARTS = ("verbs", "nouns", "phrases")
Row = Mapping[str, Any]


def relatives(file: str, rows: Sequence[Row], families: object) -> list[tuple[Row, str]]:
    """Give a row for each word that the families add to checked rows, with the word that it comes from.

    Parameters
    ----------
    file
        Whose families these are, for messages.
    rows
        The trigger rows of the table.
    families
        Lines of a verb, a phrase where it has several words, and the nouns of its action: "arrive: arrival".

    Raises
    ------
    LanguagePackError
        A family is no such line.
    """
    nouns = _read(file, families)
    verbs: dict[str, list[str]] = {}
    for verb, several in nouns.items():
        for noun in several:
            verbs.setdefault(noun, []).append(verb)
    of_families = nouns.keys() | verbs.keys()  # the other words of the table say nothing here
    told = {
        (row["kind"], part == "nouns", word)
        for row in rows
        for part in PARTS
        for word in of_families.intersection(row.get(part, ()))
    }
    kind_of = {
        (word, frozenset(row.get("with", ()))): row["kind"] for row in rows for word in of_families.intersection(_words(row))
    }
    added: list[tuple[Row, str]] = []
    for row in rows:
        if kinds()[row["kind"]].everyday:
            continue
        for part, word, source in _related(row, nouns, verbs):
            place = (word, frozenset(row.get("with", ())))
            known = (row["kind"], part == "nouns", word)
            if known in told or kind_of.setdefault(place, row["kind"]) != row["kind"]:
                continue
            told.add(known)
            kept = {key: value for key, value in row.items() if key not in PARTS}
            added.append(({**kept, part: [word]}, source))
    return added


def _related(row: Row, nouns: Mapping[str, Sequence[str]], verbs: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str, str]]:
    """Yield what a row lacks or has: the part of the table, the related word, and the word of the row."""
    for verb in (*row.get("verbs", ()), *row.get("phrases", ())):
        for noun in nouns.get(verb, ()):
            yield "nouns", noun, verb
    for noun in row.get("nouns", ()):
        for verb in verbs.get(noun, ()):
            yield "phrases" if " " in verb else "verbs", verb, noun


def _words(row: Row) -> tuple[str, ...]:
    return tuple(word for part in PARTS for word in row.get(part, ()))


def _read(file: str, families: object) -> Mapping[str, Sequence[str]]:
    if not isinstance(families, list):
        raise LanguagePackError(f"{file}: families is {families!r}; expected a list of verbs with their nouns")
    read: dict[str, Sequence[str]] = {}
    for line in families:
        verb, colon, several = line.partition(":") if isinstance(line, str) else ("", "", "")
        nouns = [noun.strip() for noun in several.split(",")]
        if not colon or not verb.strip() or not all(nouns):
            raise LanguagePackError(f"{file}: families has {line!r}; expected a verb and its nouns: 'arrive: arrival'")
        read[verb.strip()] = nouns
    return read


def elided(rows: Sequence[Row], predicates: Sequence[str], roots: Container[str]) -> list[tuple[Row, str]]:
    """Give a row for each phrase that headlines end before its light verb, with the phrase: "जत्था रवाना" for "जत्था रवाना हुआ".

    Parameters
    ----------
    rows
        The trigger rows of the table, checked.
    predicates
        The words that may end a clause without their verb: "रवाना".
    roots
        The verbs that may be left out.
    """
    added: list[tuple[Row, str]] = []
    told = {(word, frozenset(row.get("with", ()))) for row in rows for word in _words(row)}
    for row in rows:
        for phrase in (*row.get("phrases", ()), *row.get("verbs", ())):
            kept, _, verb = phrase.rpartition(" ")
            place = (kept, frozenset(row.get("with", ())))
            if verb in roots and kept.rpartition(" ")[2] in predicates and place not in told:
                told.add(place)
                added.append((_closing(row, kept), phrase))
    return added


def fronted(rows: Sequence[Row], roots: Container[str], kept: Container[str]) -> list[tuple[Row, str]]:
    """Give a row for each phrase whose verb headlines put before its noun, with the phrase: "तोड़े संबंध" for "संबंध तोड़े".

    Parameters
    ----------
    rows
        The trigger rows of the table, checked.
    roots
        The verbs that may stand before their noun.
    kept
        The words that are no nouns: adpositions.
    """
    added: list[tuple[Row, str]] = []
    told = {(phrase, frozenset(row.get("with", ()))) for row in rows for phrase in row.get("phrases", ())}
    nouns = {(row["kind"], noun) for row in rows for noun in row.get("nouns", ())}  # tell as much alone
    for row in rows:
        for phrase in row.get("phrases", ()):
            parts = ["", *phrase.split()]
            before, noun, verb = parts[:-2], parts[-2], parts[-1]
            turned = " ".join([*before, verb, noun]).strip()
            place = (turned, frozenset(row.get("with", ())))
            if (
                before
                and verb in roots
                and noun not in roots
                and (row["kind"], noun) not in nouns
                and noun not in kept
                and place not in told
            ):
                told.add(place)
                added.append((_closing(row, turned), phrase))
    return added


def _closing(row: Row, phrase: str) -> Row:
    """Give a row for a phrase at the end of its clause, under the conditions of another."""
    return {**{key: value for key, value in row.items() if key not in PARTS}, "phrases": [phrase], CLOSING: True}
