"""Sentence → date mentions, by the pack's patterns, with the days they cover.

The text is cut into typed tokens once; the pack's rules run over the string of their types; the longest match wins; readers
give it a value with what the text told before and the day of publication (anchoring).
"""

from collections.abc import Sequence

from msgspec.structs import replace

from extract.anchoring.narration import choose_narration
from extract.dates.explaining import explain_rules, explain_tokens
from extract.dates.grammar import Match, match_at, places
from extract.dates.joining import joined, zoned
from extract.dates.ranges import with_ranges
from extract.dates.readers import READERS
from extract.dates.scene import Reading, Scene
from extract.dates.tokens import Tokens, tokenise
from extract.dates.waiting import with_event
from extract.language import LanguagePack
from extract.language.dates import date_tables
from extract.models import Document, Narration, Provenance, Sentence, Span, Timex
from extract.timespan import days_of, without_shadow

__all__ = ["explain_rules", "explain_tokens", "find_timexes"]

LONGEST_ABBREVIATION = 2  # letters of a unit that is cut short: "2015 r."
MONTH_TO_YEAR = 3  # tokens from a month to its own year: "July 14, 1789"
BEFORE_FIGURES = frozenset({"DATESIGN", "UNIT", "PART", "DAYPART"})  # announce a day and month in figures: "ngày 11/3"

Found = list[tuple[Match, Reading]]


def find_timexes(document: Document, sentences: Sequence[Sentence], pack: LanguagePack) -> tuple[tuple[Timex, ...], Narration]:
    """Find the temporal expressions of a document, resolved, in order of the text; and how the document tells time."""
    tables = date_tables(pack)
    if not tables.rules:
        return (), "news"
    tokens = tokenise(document.text, tables)
    narration = choose_narration(*_signs(tokens), document.published, opens_with_day=_opens_with_day(tokens))
    scene = Scene(
        document, sentences, [sentence.span.start for sentence in sentences], tokens, tables, narration, _day_first(tokens)
    )
    found = zoned(joined(_read_all(scene), tokens), tokens)
    found = [(match, with_event(match, reading)) for match, reading in found if reading.alone]
    timexes = tuple(_timex(match, reading, document) for match, reading in found)
    return with_ranges(timexes, [match for match, _ in found], document.published), narration


def _signs(tokens: Tokens) -> tuple[list[int], int]:
    """Gather what the choice of narration goes by: years told, also before Christ, and words counted from today."""
    names = tokens.tables.letters
    years = [tokens.values[at] for at in _of_type(tokens, "YEAR")]
    years += [
        -tokens.values[at - 1]
        for at in _of_type(tokens, "ERA")
        if at and tokens.values[at] == "BC" and isinstance(tokens.values[at - 1], int)
    ]
    deictic = sum(tokens.letters.count(names[name]) for name in ("TODAY", "WEEKDAY", "AGO") if name in names)
    near = [at for at in _of_type(tokens, "RELATIVE") if not str(tokens.values[at]).startswith("P0")]  # "지난달", not "当年"
    return years, deictic + len(near) + _days_before_any_year(tokens)


def _opens_with_day(tokens: Tokens) -> bool:
    """Tell whether a weekday or "today" stands before the first year."""
    first_year = next(iter(_of_type(tokens, "YEAR")), len(tokens.letters))
    return any(at < first_year for name in ("TODAY", "WEEKDAY") for at in _of_type(tokens, name))


def _days_before_any_year(tokens: Tokens) -> int:
    """Count days before the first year, with a month ("ngày 6/3") or alone ("6日"): only readers of the news know which."""
    first_year = next(iter(_of_type(tokens, "YEAR")), 0)
    months = [at for name in ("MONTH", "MONTHABBR", "MAYBE") for at in _of_type(tokens, name) if at + MONTH_TO_YEAR < first_year]
    dated = sum(any(tokens.token(near).type in ("DAYNUM", "ORDINAL") for near in range(max(0, at - 2), at + 2)) for at in months)
    marks = [at for at in _of_type(tokens, "DAYMARK") if 1 < at < first_year and tokens.token(at - 1).type == "DAYNUM"]
    figures = [at for at in _of_type(tokens, "FRACTION") if at < first_year]
    in_figures = sum(at > 0 and tokens.token(at - 1).type in BEFORE_FIGURES for at in figures)
    return dated + sum(tokens.token(at - 2).type not in ("MONTH", "MONTHABBR") for at in marks) + in_figures


def _of_type(tokens: Tokens, name: str) -> list[int]:
    """Give the numbers of the tokens of one type."""
    letter = tokens.tables.letters.get(name)
    found: list[int] = []
    at = -1 if letter is None else tokens.letters.find(letter)
    while letter and at >= 0:
        found.append(at)
        at = tokens.letters.find(letter, at + 1)
    return found


def _day_first(tokens: Tokens) -> bool | None:
    """Tell from the numeric dates that can be read one way only whether days come first; None where none tells."""
    parts = [tokens.values[at] for at in _of_type(tokens, "NUMDATE")]
    day_first = any(12 < int(part[0]) <= 31 for part in parts)
    month_first = any(12 < int(part[1]) <= 31 for part in parts if len(part[0]) < 3)
    return None if day_first == month_first else day_first


def _read_all(scene: Scene) -> Found:
    """Read the longest match at every place, from left to right, each with what was told before it."""
    found: Found = []
    done = 0
    for place in places(scene.tokens):
        if place.first < done:
            continue
        read = _read_place(place.first, place.matches, scene)
        if read is None:
            continue
        match, reading = read
        found.append(read)
        done = match.last
        told = scene.remember(reading, match.start)
        if told and told.grain == "month" and scene.tokens.token(min(match.last, len(scene.tokens.letters) - 1)).type == "SKIP":
            told = replace(told, owned=True)
        if told:
            scene = scene.after_telling(told)
    return found


def _read_place(first: int, matches: Sequence[tuple[int, int]], scene: Scene) -> tuple[Match, Reading] | None:
    for length, rule in matches:
        match = match_at(scene.tokens, first, length, scene.tables.rules[rule])
        reading = READERS[match.rule.read](match, scene)
        if reading is not None:
            return match, reading
    return None


def _start_of_mention(match: Match) -> int:
    """Find where a mention starts: behind words of the types that the pack leaves outside ("करीब")."""
    outside = match.tokens.tables.checks.get("outside", ())
    if not outside:
        return match.start
    first = next((at for at in range(match.first, match.last) if match.tokens.token(at).type not in outside), match.first)
    return match.tokens.spans[first][0]


def _end_of_mention(match: Match) -> int:
    """Find where a mention ends: before the stop of the sentence, which a full word for the unit bears ("2019 года.")."""
    last = match.tokens.token(match.last - 1)
    if last.type != "DOT" or match.last - match.first < 2:
        return match.end
    start, end = match.tokens.spans[match.last - 2]
    return match.end if match.tokens.token(match.last - 2).type != "UNIT" or end - start <= LONGEST_ABBREVIATION else end


def _timex(match: Match, reading: Reading, document: Document) -> Timex:
    span = reading.span or Span(_start_of_mention(match), _end_of_mention(match))
    value = without_shadow(reading.value)
    days = days_of(value)
    first, last = reading.days or ((days.first, days.last) if days else (None, None))
    return Timex(
        text=document.text[span.start : span.end],
        type=reading.type,
        value=value,
        first_day=first,
        last_day=last,
        grain=reading.grain or (days.grain if days else "unknown"),
        source=Provenance(document.id, span, match.rule.name),
        mod=reading.mod,
        how=reading.how,
        anchor=reading.anchor,
        confidence=reading.confidence,
        clock=reading.clock,
        zone=reading.zone,
        event_anchor=reading.event_anchor,
        event_offset=reading.event_offset,
        order=reading.order,
        findings=reading.findings,
        candidates=reading.candidates,
    )
