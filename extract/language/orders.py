"""Phrases in the other order, for languages that put a verb before or behind the rest of its phrase: "упал в реку", "в реку упал".

A pack describes under ``[free_order]`` the verbs that its phrases have; a phrase that begins or ends with such a word is joined
by a row with that word at the other end, under the same conditions, unless the table has one.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from extract.language.rows import BEFORE_PLACE, CLOSING, PARTS
from extract.language.shapes import STAR

Row = Mapping[str, Any]
FEWEST_VERB_LETTERS = 4  # of a word that is taken for a verb by its ending
FEWEST_NOUN_LETTERS = 3  # of a word that may end the rest of a phrase: a shorter one is an adposition
MOST_WORDS = 3  # of a phrase that is turned: longer ones are set


def turned(rows: Sequence[Row], order: Mapping[str, Sequence[str]]) -> list[tuple[Row, str]]:
    """Give a row for each phrase whose verb may stand at its other end, with the phrase.

    Parameters
    ----------
    rows
        The trigger rows of the table, checked.
    order
        ``ends`` lists the endings of verbs, ``never`` the words that end so and are none, ``clitics`` what goes with a verb: "się",
        ``bound`` the words behind a verb that never stand before it: its parts, and prepositions.
    """
    if not order:
        return []
    added: list[tuple[Row, str]] = []
    told = {(word, _conditions(row)) for row in rows for part in PARTS for word in row.get(part, ())}
    for row in rows:
        if row.get(CLOSING) or row.get(BEFORE_PLACE):
            continue
        for phrase in row.get("phrases", ()):
            other = _other_order(phrase.split(), order)
            place = other, _conditions(row)
            if other and place not in told:
                told.add(place)
                added.append(({**{key: value for key, value in row.items() if key not in PARTS}, "phrases": [other]}, phrase))
    return added


def _other_order(parts: Sequence[str], order: Mapping[str, Sequence[str]]) -> str:
    """Give a phrase with its verb at the other end; "" where neither end is a verb or both are, or an adposition would end it."""
    first, last = (_verb_words(side, order) for side in (parts, parts[::-1]))
    verb = first or last
    bound = first > 0 and (len(parts[-1]) < FEWEST_NOUN_LETTERS or parts[-1] in order.get("bound", ()))
    if (first > 0) == (last > 0) or bound or not verb < len(parts) <= MOST_WORDS + verb - 1:
        return ""
    return " ".join([*parts[verb:], *parts[:verb]] if first else [*parts[-verb:], *parts[:-verb]])


def _verb_words(parts: Sequence[str], order: Mapping[str, Sequence[str]]) -> int:
    """Count the words of the verb with which a phrase begins: its clitic goes with it."""
    for number, word in enumerate(parts[:2], 1):
        bare = word.rstrip(STAR)
        if number == 1 and word in order.get("clitics", ()):
            continue
        if len(bare) < FEWEST_VERB_LETTERS or not bare.endswith(tuple(order["ends"])) or word in order.get("never", ()):
            return 0
        behind = parts[number : number + 1]
        return number + (number == 1 and behind in [[clitic] for clitic in order.get("clitics", ())])
    return 0


def _conditions(row: Row) -> frozenset[str]:
    return frozenset(row.get("with", ()))
