"""The pack's words for the bodies of states, and of their provinces: tables of ``events.toml``."""

from collections.abc import Iterator, Mapping
from typing import Any

from extract.errors import LanguagePackError

# keys of words that may mean a body of any state, and of those that mean one only beside the name of its land: "government"
NAMED = {"any": "", "named": "?"}
OF_DIVISIONS = ("bodies", "heads", "courts", "none")  # keys of the bodies of a state or province
ALONE = "alone"  # key of those that mean one with none beside them


def state_bodies(code: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Read the words for the bodies of a state under the country that they mean where no land stands beside them."""
    for country in table:
        yield from ((phrase, NAMED.get(country, country)) for phrase in listed(code, table, country))


def division_bodies(code: str, table: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Read the words for the bodies and heads of states and provinces: the phrase → its key and itself.

    Raises
    ------
    LanguagePackError
        A key is unknown or holds something else than a list of words.

    """
    if unknown := sorted(set(table) - {*OF_DIVISIONS, ALONE}):
        expected = ", ".join((*OF_DIVISIONS, ALONE))
        raise LanguagePackError(f"{code}/events.toml: division_bodies.{unknown[0]} is not a key; expected one of {expected}")
    for key in OF_DIVISIONS:
        yield from ((phrase, (key, phrase)) for phrase in listed(code, table, key))


def listed(code: str, table: Mapping[str, Any], key: str) -> list[str]:
    """Read a list of words.

    Raises
    ------
    LanguagePackError
        It is something else.

    """
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise LanguagePackError(f"{code}/events.toml: {key} is {value!r}; expected a list of words")
    return value
