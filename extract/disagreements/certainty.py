"""Whether a happening comes about at all: one source says that it will or did, another that it is open or did not."""

import re
from collections.abc import Sequence
from functools import cache

from extract.disagreements.evidence import Report, Value, disagreement
from extract.disagreements.likeness import are_alike, bag_of
from extract.kinds import kind_named
from extract.language import LanguagePack, pack_for
from extract.language.lexicon import words_of
from extract.language.linking import linking_words
from extract.language.speech import speech_rules
from extract.models import Disagreement, Happening, Provenance, Span
from extract.phrases import find_phrases
from extract.text import fold

DECIDED = frozenset(
    {"deal", "talks", "visit", "aid", "launch", "exercise", "arms", "election", "deployment", "withdrawal", "peace"}
)
OPEN = frozenset({"toll", "missing", "damage"})  # families of which the first news tells none, and the next some
LIKENESS = 0.34  # share of words of a sentence and of the one that denies it
TOLD = frozenset({"date: clause", "date: sentence"})  # how an event has its day by its own words
RULE = "certainty"
NEAR_LETTERS = 60  # of the trigger, within which such words speak of it


def denied(happening: Happening, reports: Sequence[Report]) -> list[Disagreement]:
    """Find documents that say it did not happen against those that told it before: what is not yet may still come."""
    its = kind_named(happening.kind)
    if not its.one_day or its.speech or its.family in OPEN or happening.modality != "asserted":
        return []
    asserting = {report.document_id for report in reports if report.mention.modality == "asserted"}
    denying = [report for report in reports if report.document_id not in asserting and _is_denial(report)]
    told = [report for report in reports if report.mention.modality == "asserted" and report.event is not None]
    told = [report for report in told if any(_is_answered(report, denial) for denial in denying)]
    sides = [[_value(report, report.mention.span) for report in side] for side in (told, denying)]
    found = disagreement("modality", sides, "One source says that it happened, another that it did not.")
    return [found] if found else []


def _is_answered(report: Report, denial: Report) -> bool:
    first, later = report.article.document.published, denial.article.document.published
    if report.text == denial.text or first is None or later is None or first > later:
        return False
    alike = report.event is not None and denial.event is not None and report.event.kind == denial.event.kind
    return alike and are_alike(bag_of(report), bag_of(denial), LIKENESS)


def _is_denial(report: Report) -> bool:
    """Tell whether somebody says that it did not happen on its day: "did not attack on Thursday, the army said"."""
    event = report.event
    if report.mention.modality != "negated" or event is None or event.when is None or event.when.rule not in TOLD:
        return False
    article, (start, end) = report.article, report.mention.sentence
    if any(start <= one.span.start < end and kind_named(one.kind).speech for one in article.events):
        return True
    return _is_said(article.document.text[start:end], pack_for(article.document.language))


def _is_said(sentence: str, pack: LanguagePack) -> bool:
    """Tell whether words hold a verb of saying, whoever is its subject: "they did not attack, they said"."""
    rules = speech_rules(pack)
    keys = [fold(sentence[begin:end]) for begin, end in words_of(sentence, pack.code)]
    return any(key in rules.verbs and key not in rules.unsure for key in keys) or bool(find_phrases(keys, rules.verb_phrases))


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
