"""How the events of an article were read: clauses, words considered as triggers, dates and places in reach.

An article goes in, one record a sentence comes out; `dateline explain` prints them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from extract.clauses import Position, Reading, read_sentence
from extract.datelines import dateline_of
from extract.events.marks import marks_of
from extract.language import pack_for
from extract.language.events import event_rules
from extract.language.triggers import trigger_tables
from extract.models import Article
from extract.triggers import considered, verb_forms
from extract.triggers.candidates import Candidate
from extract.triggers.habits import recurring_in


class Considered(NamedTuple):
    """Words that an entry of the trigger table could read as an event."""

    words: str
    clause: int  # number of the clause, from 1
    kind: str
    rule: str
    position: str  # verb, noun or phrase; "" where they tell no event, or another entry took them


class Explained(NamedTuple):
    """One sentence as the events saw it."""

    clauses: tuple[tuple[str, str], ...]  # what opens a clause, and its words
    considered: tuple[Considered, ...]
    dates: tuple[tuple[str, int], ...]  # words of a date, number of its clause
    places: tuple[tuple[str, int, str], ...]  # words of a place, number of its clause, what its preposition makes of it


def explain_events(article: Article) -> Iterator[Explained]:
    """Tell for each sentence what was tried; nothing for a language without triggers."""
    pack = pack_for(article.document.language)
    rules, tables, verbs = event_rules(pack), trigger_tables(pack), verb_forms(pack)
    if not tables.entries:
        return
    text = article.document.text
    readings = [read_sentence(text, sentence, rules, verbs) for sentence in article.sentences]
    dateline = dateline_of(text, article.sentences, article.places, article.timexes)
    marks = marks_of(article.document, readings, article.timexes, article.places, rules, dateline)
    drawn = [place.span for place in article.places if place.drawn]
    again = recurring_in(article.timexes, article.sentences)
    taken = [*(timex.span for timex in article.timexes), *drawn]
    for reading, dated, placed in zip(readings, marks.dates, marks.places, strict=True):
        inside = sorted(span for span in taken if reading.sentence.span.start <= span.start < reading.sentence.span.end)
        habits = [span for span in again if reading.sentence.span.start <= span.start < reading.sentence.span.end]
        found = tuple(_considered(text, reading, *one) for one in considered(reading, tables, rules, inside, drawn, habits))
        yield Explained(
            tuple((clause.word or clause.opener, _words(text, reading, clause.first, clause.last)) for clause in reading.clauses),
            found,
            tuple((date.timex.text, date.clause + 1) for date in dated),
            tuple((place.place.text, place.clause + 1, place.role) for place in placed),
        )


def _considered(text: str, reading: Reading, one: Candidate, position: Position | None) -> Considered:
    words, clause = _words(text, reading, one.first, one.last), reading.clause_of[one.first] + 1
    return Considered(words, clause, one.entry.kind, one.entry.rule, position or "")


def _words(text: str, reading: Reading, first: int, last: int) -> str:
    return text[reading.starts[first] : reading.ends[last - 1]]
