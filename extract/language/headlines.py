"""Verbs that headlines write without their prefix: "sambut" for "menyambut"; told only in a sentence without a stop."""

from collections.abc import Mapping, Sequence
from typing import Any

from extract.language.inflection import Inflection, inflect
from extract.language.rows import HEADLINE, PARTS

Row = Mapping[str, Any]


def shortened(rows: Sequence[Row], inflection: Inflection, table: Mapping[str, Any]) -> list[tuple[Row, str]]:
    """Give a row for each short form of the verbs of checked rows, with the verb that it comes from.

    Parameters
    ----------
    rows
        The trigger rows of the table.
    inflection
        Its rules for headlines make the short forms.
    table
        The whole table: ``headline_never`` lists short forms that are rather other words.
    """
    if not inflection.headlines:
        return []
    never = frozenset(table.get("headline_never", ()))
    told = {(word, frozenset(row.get("with", ()))) for row in rows for part in PARTS for word in row.get(part, ())}
    added: list[tuple[Row, str]] = []
    for row in rows:
        bare = {key: value for key, value in row.items() if key not in PARTS}
        classes = frozenset(row.get("with", ()))
        for verb in row.get("verbs", ()):
            first, *others = verb.split()
            shorts = [" ".join((short, *others)) for short in inflect(first, inflection.headlines) if short not in never]
            if shorts := [short for short in shorts if (short, classes) not in told]:
                told.update((short, classes) for short in shorts)
                added.append(({**bare, "verbs": shorts, HEADLINE: True}, verb))
    return added
