"""Whether a happening comes about at all: one source says that it will, another that it is open or not so."""

import re
from collections.abc import Sequence
from functools import cache

from extract.disagreements.evidence import Report, Value, disagreement
from extract.kinds import kind_named
from extract.language import pack_for
from extract.language.linking import linking_words
from extract.models import Disagreement, Happening, Provenance, Span

DECIDED = frozenset(
    {"deal", "talks", "visit", "aid", "launch", "exercise", "arms", "election", "deployment", "withdrawal", "peace"}
)
RULE = "certainty"
NEAR_LETTERS = 60  # of the trigger, within which such words speak of it


def other_certainty(happening: Happening, reports: Sequence[Report]) -> list[Disagreement]:
    """Find sentences that call a happening sure against sentences that call it open, in other documents."""
    if kind_named(happening.kind).family not in DECIDED:
        return []
    sure: list[Value] = []
    unsure: list[Value] = []
    for report in reports:
        code = pack_for(report.article.document.language).code
        if (open_words := _found(report, code, "unsure")) is not None:
            unsure.append(_value(report, open_words))
        elif report.mention.modality != "hypothetical" and (sure_words := _found(report, code, "sure")) is not None:
            sure.append(_value(report, sure_words))
    found = disagreement("modality", [sure, unsure], "One source calls it settled, another says that it is open or not so.")
    return [found] if found else []


def _found(report: Report, code: str, which: str) -> Span | None:
    pattern = _pattern(code, which)
    sentence = report.mention.sentence
    trigger = report.mention.span
    begin, end = max(sentence.start, trigger.start - NEAR_LETTERS), min(sentence.end, trigger.end + NEAR_LETTERS)
    match = pattern.search(report.article.document.text, begin, end) if pattern else None
    return Span(*match.span()) if match else None


@cache
def _pattern(code: str, which: str) -> re.Pattern[str] | None:
    words = linking_words(code)
    told = words.sure if which == "sure" else words.unsure
    longest_first = sorted(told, key=lambda phrase: (-len(phrase), phrase))
    choices = "|".join(re.escape(phrase).replace("'", "['\u2019]").replace("\\ ", "\\s+") for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE) if choices else None


def _value(report: Report, span: Span) -> Value:
    return Value(report.article.document.text[span.start : span.end], Provenance(report.document_id, span, RULE), report.text)
