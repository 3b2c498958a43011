"""Names where no capital shows them: known persons, the words before a mark of the agent or behind a title, and their parts.

Known persons are sought in every script; the rest serves scripts without capitals.
"""

from collections.abc import Iterator, Sequence

from extract.actors import find_last_names, find_people
from extract.clauses import Name, Reading
from extract.language.participants import NameRules
from extract.models import Span

LONGEST_NAME = 3  # words
FEWEST_LETTERS = 3  # of a part of a name that is sought again


def known_names(text: str, reading: Reading, number: int, rules: NameRules) -> Iterator[Name]:
    """Yield the persons of the table that a sentence names in full, or by a last name with a mark of its role."""
    done = -1
    for found in find_people(reading.keys):
        span = reading.span(found.first, found.last)
        done = found.last
        yield Name(number, found.first, found.last, span, text[span.start : span.end], "person", found.value.key, None)
    if rules.cased:
        return
    for found in find_last_names(reading.keys):
        mark = reading.keys[found.last : found.last + 1]
        if found.first >= done and mark and tuple(mark) in rules.roles:
            span = reading.span(found.first, found.last)
            yield Name(number, found.first, found.last, span, text[span.start : span.end], "person", found.value.key, None)


def blocked(reading: Reading, taken: Sequence[Span]) -> list[bool]:
    """Mark the tokens that dates, places and known names already take."""
    out = [False] * len(reading.keys)
    for span in taken:
        for at in range(reading.token_at(span.start), len(out)):
            if reading.starts[at] >= span.end:
                break
            out[at] = True
    return out


def marked(reading: Reading, rules: NameRules, closed: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the words before a mark of the agent, back to a title or to a common word, and those between title and mark."""
    agents = {mark[0] for mark, role in rules.roles.items() if role == "agent"}
    keys = reading.keys
    for at, key in enumerate(keys):
        if key in agents:
            first = at
            while first > 0 and at - first < LONGEST_NAME and _name_word(keys[first - 1], rules) and not closed[first - 1]:
                first -= 1
            if first < at:
                yield first, at
        elif key in rules.titles:
            last = at + 1
            while last < len(keys) and last - at <= LONGEST_NAME and _name_word(keys[last], rules) and not closed[last]:
                last += 1
            if at + 1 < last < len(keys) and (keys[last],) in rules.roles and keys[last] not in agents:
                yield at + 1, last


def _name_word(key: str, rules: NameRules) -> bool:
    return key[:1].isalpha() and key not in rules.never and key not in rules.titles and (key,) not in rules.roles and len(key) > 1


def told_again(
    text: str, readings: Sequence[Reading], names: list[list[Name]], closed: Sequence[Sequence[bool]], rules: NameRules
) -> list[list[Name]]:
    """Find the parts of persons' names again where no mark shows them: after व्लादिमीर पुतिन also "पुतिन से"."""
    parts: dict[str, Name] = {}
    for reading, named in zip(readings, names, strict=True):
        for name in named:
            if name.kind == "person":
                for part in (reading.keys[name.first], reading.keys[name.last - 1]):
                    if len(part) >= FEWEST_LETTERS and part not in rules.never | rules.titles:
                        parts.setdefault(part, name)
    return [
        sorted([*named, *_again(text, reading, number, named, taken, parts)], key=lambda name: name.first)
        for number, (reading, named, taken) in enumerate(zip(readings, names, closed, strict=True))
    ]


def _again(
    text: str, reading: Reading, number: int, named: Sequence[Name], closed: Sequence[bool], parts: dict[str, Name]
) -> Iterator[Name]:
    taken = {at for name in named for at in range(name.first, name.last)}
    for at, key in enumerate(reading.keys):
        if key in parts and at not in taken and not closed[at]:
            span = reading.span(at, at + 1)
            yield Name(number, at, at + 1, span, text[span.start : span.end], "person", parts[key].key, None)
