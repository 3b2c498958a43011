"""Rows of a trigger table → the rows that follow from them: families of words, headlines, the other order of a phrase."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from extract.language.families import elided, fronted, relatives
from extract.language.headlines import shortened
from extract.language.inflection import Inflection
from extract.language.orders import turned

Row = Mapping[str, Any]


Manner = Literal["", "family", "other forms", "other order"]  # how a row follows from those of the table; "" where it is one


def all_rows(file: str, table: Mapping[str, Any], inflection: Inflection) -> list[tuple[Row, str, Manner]]:
    """Give the rows of a checked table and those that follow from them, which give way to what stands in the table.

    Returns
    -------
    list of tuple
        The row, the word that it comes from ("" where these are its own words), and how it comes from it.
    """
    rows: Sequence[Row] = table.get("triggers", ())
    made = [
        *relatives(file, rows, table.get("families", [])),
        *elided(rows, table.get("predicates", ()), table.get("roots", ())),
        *fronted(rows, table.get("fronted", ()), table.get("invariable", ())),
        *shortened(rows, inflection, table),
    ]
    head = table.get("inflection", {})
    forms = [_without_nouns(row) for row in rows] if "other_verbs" in head or "other_nouns" in head else []
    order: list[tuple[Row, str, Manner]] = [(row, word, "other order") for row, word in turned(rows, table.get("free_order", {}))]
    told: list[tuple[Row, str, Manner]] = [(row, "", "") for row in rows]
    return [*told, *((row, word, "family") for row, word in made), *((row, "", "other forms") for row in forms), *order]


def _without_nouns(row: Row) -> Row:
    return {key: value for key, value in row.items() if key != "nouns"}
