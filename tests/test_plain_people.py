"""Who did it, in plain sentences: leaders, bodies, lands and people whom no table knows, alike in every news language."""

import datetime as dt
import re
import tomllib
from pathlib import Path

import pytest

from extract import Document, read_article
from extract.gazetteer import Gazetteer
from extract.happenings.naming import actor_name
from extract.language import pack_for
from extract.places import find_places
from extract.sentences import split

PEOPLE = tomllib.loads((Path(__file__).parent / "plain_people.toml").read_text(encoding="utf-8"))
READ_ON = dt.date(2025, 5, 14)
DID = {"agent", "speaker", "participant"}
DONE_TO = {"patient", "recipient", "target", "victim", "addressee", "beneficiary"}
SHOWN = re.compile(r"([+&-])([^+&]*?)(?=\s[+&-]|$)")
BRACED = re.compile(r"\{([^}=]*)=?([^}]*)\}")


def is_told(sentence: str, shown: str, language: str) -> bool:
    """Tell whether the events of a sentence have just the participants shown: + who does it, - to whom it is done, & either."""
    natives = [name or written for written, name in BRACED.findall(sentence)]
    text = BRACED.sub(r"\1", sentence)
    events = read_article(Document("d", text, language=language, published=READ_ON, published_how="given")).events
    roles: dict[str, set[str]] = {}
    others: set[str] = set()
    for person in (one for event in events for one in event.participants if one.kind != "common" and not one.aside):
        key = person.key or person.name
        name = person.name if natives else actor_name(key, person.name, {person.name: 1}, "en", person.kind)
        roles.setdefault(name, set()).add(person.role)
        others |= {name} if person.kind != "country" else set()
    wanted = [(mark, natives[at] if natives else name.strip()) for at, (mark, name) in enumerate(SHOWN.findall(shown))]
    fits = {"+": DID, "-": DONE_TO}
    told = all(name in roles and (mark == "&" or roles[name] & fits[mark]) for mark, name in wanted)
    return told and others <= {name for _, name in wanted}


@pytest.mark.parametrize("language", PEOPLE["first"]["sentences"])
@pytest.mark.parametrize("grid", ["first", "second"])
def test_who_does_it_is_told_by_the_same_name_in_every_language(grid: str, language: str) -> None:
    rows = PEOPLE[grid]["sentences"][language].strip().splitlines()
    assert len(rows) == len(PEOPLE[grid]["shown"])
    failing = [row for row, shown in zip(rows, PEOPLE[grid]["shown"], strict=True) if not is_told(row, shown, language)]
    assert failing == [rows[number] for number in PEOPLE[grid]["but"][language]]


@pytest.mark.parametrize("language", PEOPLE["nationals"]["sentences"])
def test_the_people_of_a_land_tell_it(language: str) -> None:
    missed = []
    nouns = PEOPLE["nationals"]["nouns"][language].split()
    for iso, written in zip(PEOPLE["nationals"]["lands"].split(), nouns, strict=True):
        noun = written.replace("_", " ")
        text = PEOPLE["nationals"]["sentences"][language].format(noun)
        document, pack, at = Document("d", text, language=language), pack_for(language), text.index(noun)
        found = find_places(document, split(document, pack), pack, Gazetteer.load())
        told = next((one.country for one in found if one.span.start < at + len(noun) and one.span.end > at), None)
        missed += [noun] if told != iso else []
    assert missed == PEOPLE["nationals"]["but"].get(language, "").split()
