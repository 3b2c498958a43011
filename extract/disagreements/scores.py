"""Two numbers told against each other, of a vote or a match: "by 211 votes to 148", "3-1", "mit 209 zu 148 Stimmen"."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from extract.disagreements.evidence import Report, Value, disagreement
from extract.kinds import kind_named
from extract.language import pack_for
from extract.language.linking import linking_words
from extract.models import Disagreement, Happening, Provenance, Span

RULE = "score"
VOTES, MATCHES = frozenset({"election", "law"}), frozenset({"sport"})  # families
MOST_GOALS = 200  # of one side of a match
FEWEST_VOTES = 10  # of the two sides of a vote
NEAR_LETTERS = 60  # of the trigger
NEAR_DASH = 25  # of the trigger of a vote, for two numbers with a dash between
BETWEEN = 12  # letters of a word between the number and that against which it stands: "211 votes to 148"
APART = 1.5  # ratio of two sums beyond which two votes are not of one house

Score = tuple[int, int]


def other_scores(happening: Happening, reports: Sequence[Report]) -> list[Disagreement]:
    """Find two scores of one vote or match; a document that tells several is of several votes, or of sets and halves."""
    family = kind_named(happening.kind).family
    if family not in VOTES | MATCHES or happening.modality != "asserted":
        return []
    told: dict[str, dict[Score, Value]] = defaultdict(dict)
    for report in reports:
        for score, span in _scores(report, votes=family in VOTES):
            value = Value(
                report.article.document.text[span.start : span.end], Provenance(report.document_id, span, RULE), report.text
            )
            told[report.document_id].setdefault(score, value)
    single = [next(iter(scores.items())) for _, scores in sorted(told.items()) if len(scores) == 1]
    for at, (score, value) in enumerate(single):
        for other, another in single[at + 1 :]:
            if (
                score != other
                and value.text != another.text
                and max(map(sum, (score, other))) < APART * min(map(sum, (score, other)))
            ):
                found = disagreement("count", [[value], [another]], f"One source tells {value.told}, another {another.told}.")
                return [found] if found else []
    return []


def is_of_score(report: Report, number: Span) -> bool:
    """Tell whether a number is one of two of a vote, which are compared together: "84 votes to 66"."""
    votes = kind_named(report.event.kind).family in VOTES if report.event else False
    return votes and any(span.start <= number.start < span.end for _, span in _scores(report, votes=True))


def _scores(report: Report, *, votes: bool) -> list[tuple[Score, Span]]:
    """Give the scores near a trigger, the higher number first."""
    pattern = _pattern(pack_for(report.article.document.language).code)
    trigger, sentence = report.mention.span, report.mention.sentence
    begin, end = max(sentence.start, trigger.start - NEAR_LETTERS), min(sentence.end, trigger.end + NEAR_LETTERS)
    found = []
    for match in pattern.finditer(report.article.document.text, begin, end):
        low, high = sorted((int(match[1]), int(match[2])))
        dated = any(timex.span.start < match.end() and timex.span.end > match.start() for timex in report.dates)
        far = max(trigger.start - match.end(), match.start() - trigger.end) > NEAR_DASH and " " not in match[0]
        if dated or (votes and far):
            continue  # "on 12-13 March", "voters aged 18-34"
        if low + high >= FEWEST_VOTES if votes else high <= MOST_GOALS:
            found.append(((high, low), Span(*match.span())))
    return found


@cache
def _pattern(code: str) -> re.Pattern[str]:
    """Compile a number, a dash, a colon or a word that sets it against another, and that other."""
    words = "".join(rf"|\s+{re.escape(word)}\s+" for word in sorted(linking_words(code).versus, key=len, reverse=True))
    first = rf"(?<![\d.,:/\-\u2013])(\d{{1,4}})(?:\s\w{{1,{BETWEEN}}})?"
    behind = r"(\d{1,4})(?![\d:/\-\u2013]|[.,]\d)"
    return re.compile(rf"{first}(?:\s?[-\u2010-\u2014:]\s?{words}){behind}", re.IGNORECASE)
