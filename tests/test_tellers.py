"""Who tells of a deed does not do it, and who is said to do it does not tell of it."""

import tomllib
from pathlib import Path

import pytest
from test_plain_parts import fits, read

from extract import Document, read_article
from extract.kinds import kinds

ROWS = tomllib.loads(Path(__file__).with_name("tellers.toml").read_text(encoding="utf-8"))
TELLS, DOES = "!", "+"


def faults(row: str, language: str) -> list[str]:
    """Give what is told wrong of a row: a teller who does it, somebody else who tells, a doer who tells or is not told."""
    text, (marked, *_), _ = read(row)
    tellers, doers = ([one for one in marked if one[0] == mark] for mark in (TELLS, DOES))
    out, told = [], set()
    for event in read_article(Document("d", text, language=language)).events:
        speech = kinds()[event.kind].speech
        for person in event.participants:
            if person.aside or kinds()[event.kind].everyday or (person.role not in ("agent", "speaker") and not speech):
                continue
            teller, doer = (any(fits(person, one) for one in ones) for ones in (tellers, doers))
            if (speech and person.role in ("agent", "speaker") and not teller) or (not speech and not doer):
                out.append(f"{person.name} has a part in {event.kind}")
            if doer and not speech:
                told.add(person.name)
    return out + ["nobody does it"] * bool(doers and not told)


@pytest.mark.parametrize("language", sorted(set(ROWS) - {"but"}))
def test_who_tells_of_a_deed_does_not_do_it(language: str) -> None:
    failing = {number for number, row in enumerate(ROWS[language]) if faults(row, language)}
    assert sorted(failing) == ROWS.get("but", {}).get(language, [])
