"""The fullest name told of each person in a document; a leader told by the last name alone has the listed one."""

from collections.abc import Mapping

from msgspec.structs import replace

from extract.actors import Person
from extract.actors.leaders import leaders
from extract.clauses import Name
from extract.language.participants import NameRules
from extract.text import fold


def with_full_names(by_sentence: list[list[Name]], rules: NameRules) -> list[list[Name]]:
    """Give every person the longest name in the document that ends or begins with the words told."""
    full: dict[str, Name] = {}
    for names in by_sentence:
        for name in names:
            if name.kind == "person":
                for part in {*name.key.split()[:1], *name.key.split()[-1:], name.key}:
                    if part not in full or _length(name) > _length(full[part]):
                        full[part] = name
    known = leaders(rules.code) if rules.cased else {}
    return [[_full(name, full, known) for name in names] for names in by_sentence]


def _length(name: Name) -> tuple[int, int]:
    return len(name.key), len(name.name)


def _full(name: Name, full: Mapping[str, Name], known: Mapping[str, Person]) -> Name:
    if name.kind != "person":
        return name
    longer = full.get(name.key, name)
    leader = known.get(fold(longer.name))
    if leader:
        return replace(name, name=leader.name, key=leader.key)
    if longer.key == name.key and longer.name == name.name:
        return name
    return replace(name, name=longer.name, key=longer.key)
