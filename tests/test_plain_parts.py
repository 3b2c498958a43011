"""Who takes part in what, in plain lead sentences: named or not, each in its own clause and role, and nobody else.

A row of ``plain_parts/<code>.toml`` marks who takes part: ``{+who does it}``, ``{-whom it is done to}``, ``{&either}``,
``{!who only says so}``. A bar ends a clause: what the next one marks is sought in its own events, ``{+she=Lena}`` by the
name after the sign of equality. ``but`` lists the rows, from 0, in which that is not yet so.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract import Document, read_article
from extract.models import Event, Participant

FOLDER = Path(__file__).parent / "plain_parts"
MARKED = re.compile(r"\{([+&!-])([^}=]*)=?([^}]*)\}|(\|)")
DOES = {"agent", "speaker", "participant", "companion"}
UNDERGOES = {"patient", "recipient", "target", "victim", "addressee", "beneficiary"}
SAYINGS = {"statement", "press remarks", "expert opinion", "report"}  # kinds of which a speaker is the agent
FITS = {"+": DOES - {"speaker"}, "-": UNDERGOES, "&": DOES | UNDERGOES | {"topic"}}
Marked = tuple[str, int, int, str]  # its mark, from where to where it stands, the name that it means


def read(row: str) -> tuple[str, list[list[Marked]], list[int]]:
    """Give the plain text of a row, what each of its clauses marks, and where the clauses end."""
    text, marked, ends, last = "", [[]], [], 0
    for found in MARKED.finditer(row):
        text += row[last : found.start()]
        last = found.end()
        if found[4]:
            ends.append(len(text))
            marked.append([])
            continue
        marked[-1].append((found[1], len(text), len(text) + len(found[2]), found[3]))
        text += found[2]
    text += row[last:]
    return text, marked, [*ends, len(text)]


def fits(one: Participant, marked: Marked) -> bool:
    """Tell whether a participant is the one marked: the marked words hold it, or it bears the name given."""
    _, start, end, name = marked
    inside = one.span.start < end and one.span.end > start and (one.span.start >= start or one.span.end <= end)
    return inside or bool(name and (name in one.name or one.name in name))


def judged(row: str, language: str) -> Iterator[tuple[str, Marked | Participant]]:
    """Yield what of a row is found, missed, turned (in the wrong role) and said in vain."""
    text, marked, ends = read(row)
    events = read_article(Document("d", text, language=language)).events
    for number, end in enumerate(ends):
        start = ends[number - 1] if number else 0
        inside = [event for event in events if start <= event.span.start < end]
        yield from _judged(inside, marked[number])


def _judged(events: list[Event], marked: list[Marked]) -> Iterator[tuple[str, Marked | Participant]]:
    taking = [one for event in events for one in event.participants if not one.aside]
    beyond = [
        one for event in events for one in event.participants if not (one.aside or (one.role == "agent" and event.kind in SAYINGS))
    ]
    for one in marked:
        told = {person.role for person in taking if fits(person, one)}
        if one[0] == "!":
            if any(person.role != "speaker" for person in beyond if fits(person, one)):
                yield "turned", one
        else:
            yield "missed" if not told else "found" if told & FITS[one[0]] and told <= FITS[one[0]] | {"speaker"} else "turned", one
    for person in taking:
        if not any(fits(person, one) for one in marked):
            yield "vain", person


@pytest.mark.parametrize("language", sorted(path.stem for path in FOLDER.glob("*.toml")))
def test_who_takes_part_is_told_in_its_role_and_nobody_else_is(language: str) -> None:
    table = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    failing = [number for number, row in enumerate(table["rows"]) if {how for how, _ in judged(row, language)} - {"found"}]
    assert failing == table["but"]
