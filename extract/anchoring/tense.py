"""Does the clause around a mention look back or ahead? Decided by the pack's cues: words and endings."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from extract.anchoring.accents import is_accented
from extract.anchoring.overriding import (
    LONGEST_GOAL,
    REACH_AFTER,
    REACH_BEFORE,
    Cue,
    between_stops,
    key_in,
    keys_of,
    leads_object,
    put_off,
    told_by,
)
from extract.language.dates import Tense
from extract.language.lexicon import refined
from extract.models import Span
from extract.models.record import Record
from extract.text import WORD, Remembered, fold, pieces

REACH_FINAL = 220  # where the verb ends the clause
BEFORE_MARK = 20  # code points before a mention that hold the two words before it
DEADLINE_REACH = 30  # a past verb so near before "by June" tells that it is over
MOST_KNOWN = 50_000  # words whose kinds are kept
HANDICAP_AFTER = 10  # a cue behind the mention counts as this much further away; TimeBank
# Behind a verb and perhaps a short auxiliary ("है"): the sign that ends a clause.
_WORD = re.compile(f"({WORD.pattern})")
APOSTROPHES = ("'", "\u2019")
_STOPS = ".,;:!?"
SIGNS_BEFORE = 3  # code points before the first word of a sentence in which the end of the one before stands
_QUOTES = " \"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019-\u2013\u2014"
_ENDS_SENTENCE = frozenset(".!?\u2026:\n")
_CLAUSE_END = re.compile(r"(?:\s\S{1,3})?(?:\s?[,;:)]|\s[-\u2013\u2014]\s)")


class Outlook(Record, frozen=True):
    """What the cues say."""

    ahead: bool  # the nearest cue is of the future
    strongly: bool  # a sure sign of the future, and no past verb by it
    cue: str  # the word that decided; empty where none did


def outlook(text: str, mention: Span, sentence: Span, tense: Tense) -> Outlook:
    """Tell whether the clause around a mention looks back or ahead."""
    if moved := put_off(text, mention, sentence, tense):
        return Outlook(True, True, moved)
    if tense.verb == "final":
        return _by_final_verb(text, mention, sentence, tense)
    sentence = _content(text, mention, between_stops(text, mention, sentence), tense)
    sentence = _perfect(text, mention, sentence, tense)
    before = _cues(text, max(sentence.start, mention.start - REACH_BEFORE), mention.start, tense)
    if before and "," in text[before[0][0] : mention.start]:
        before = _without_put_in(text, before, mention.start, tense)
    after = _cues(text, mention.end, min(sentence.end, mention.end + REACH_AFTER), tense)
    if said := told_by(text, mention, before, after, tense):
        return Outlook(False, False, said)
    if tense.since_before and key_in(text[mention.start : mention.end].split(maxsplit=1)[0], tense) in tense.since_before:
        return Outlook(False, False, text[mention.start : mention.end])
    last = text[max(sentence.start, mention.start - BEFORE_MARK) : mention.start].split()
    if last and key_in(last[-1], tense) in tense.since_before:
        return Outlook(False, False, last[-1])
    if (
        last
        and _looks_ahead(key_in(last[-1], tense), text[mention.start : mention.end], tense)
        and not _is_over(last, after, tense)
    ):
        return Outlook(True, True, last[-1])
    owning = text[mention.end : mention.end + 1] in APOSTROPHES  # "killed by Tuesday's explosion"
    if last and not owning and key_in(last[-1], tense) in tense.deadline_before and _is_open(text, before, after, mention, tense):
        return Outlook(True, True, last[-1])
    heard = next((word for *_, word in (*before, *after) if key_in(word, tense) in tense.hearsay), "") if tense.hearsay else ""
    if heard and _ends_in_perfect(text[mention.end : min(sentence.end, mention.end + REACH_FINAL)], tense):
        return Outlook(False, False, heard)
    near = [(mention.start - end, kind, word) for _, end, kind, word in before]
    near += [(start - mention.end + HANDICAP_AFTER, kind, word) for start, _, kind, word in after]
    if not near:
        return Outlook(False, False, "")
    _, kind, word = min(near)
    strongly = _strong(before, after) and not _is_apart(text, before, after, mention, tense)
    return Outlook(kind != "past", strongly, word)


def _is_over(last: Sequence[str], after: Sequence[Cue], tense: Tense) -> bool:
    """Tell whether what would look ahead does not: "as of Monday", or "By Monday 12 had died", which opens its sentence."""
    if len(last) > 1:
        return key_in(last[-2], tense) in tense.as_of
    return last[0][:1].isupper() and key_in(last[0], tense) in tense.future_before and bool(after) and after[0][2] == "past"


def _without_put_in(text: str, before: list[Cue], end: int, tense: Tense) -> list[Cue]:
    """Leave out what a clause between two commas tells: "would be cremated in Leeds, where she grew up, on Tuesday"."""
    last = text.rfind(",", before[0][0], end)
    first = text.rfind(",", before[0][0], last) if last > 0 and len(text[last + 1 : end].split()) <= 1 else -1
    opener = text[first + 1 : last].split(maxsplit=1)[:1]
    if first < 0 or not opener or key_in(opener[0], tense) not in tense.clause_openers:
        return before
    return [cue for cue in before if not first < cue[0] < last] or before


def _looks_ahead(before: str, mention: str, tense: Tense) -> bool:
    """Tell whether the word before a mention means what is to come, alone ("until") or before a form of a name ("på tisdag")."""
    return before in tense.future_before or f"{before} {key_in(mention.split(maxsplit=1)[0], tense)}" in tense.future_pairs


def _ends_in_perfect(text: str, tense: Tense) -> bool:
    """Tell whether what is only reported is over: "… getötet haben", "… hebben gedood."."""
    words = [(fold(word.strip(_STOPS)) if word[:1].islower() else "", word.endswith(tuple(_STOPS))) for word in text.split()]
    return any(
        (second in tense.perfect and first.endswith(tense.participles))
        or (ends and first in tense.perfect and second.endswith(tense.participles))
        for (first, _), (second, ends) in pairwise(words)
        if first
    )


def _is_open(text: str, before: Sequence[Cue], after: Sequence[Cue], mention: Span, tense: Tense) -> bool:
    """Tell whether nothing beside a deadline says that it is over; "by Friday, 300 had died" is, "urged to act by June" is not."""
    over_before = bool(before) and before[-1][2] == "past" and mention.start - before[-1][1] <= DEADLINE_REACH
    if over_before:
        words = text[before[-1][1] : mention.start].split()
        over_before = not any(word in tense.infinitive_before and _is_verb(next_, tense) for word, next_ in pairwise(words))
    return not over_before and not (after and after[0][2] == "past")


def _is_verb(word: str, tense: Tense) -> bool:
    return word.islower() and word not in tense.no_infinitive


def _content(text: str, mention: Span, sentence: Span, tense: Tense) -> Span:
    """Narrow a sentence to what is said in it, where the verb of saying says nothing of the day: "sagte, dass er am Montag"."""
    if not tense.content_openers:
        return sentence
    words = _WORD.finditer(text, sentence.start, mention.start)
    openers = [word.end() for word in words if key_in(word.group(), tense) in tense.content_openers]
    return Span(openers[-1], sentence.end) if openers else sentence


def _perfect(text: str, mention: Span, sentence: Span, tense: Tense) -> Span:
    """Narrow a sentence to the verb in the perfect around a mention: "hat am Montag … vorgestellt und trifft nun …"."""
    if not tense.perfect_finite:
        return sentence
    before = text[max(sentence.start, mention.start - REACH_BEFORE) : mention.start].split()
    if tense.perfect_finite.isdisjoint(before):
        return sentence
    over = False
    for word in _WORD.finditer(text, mention.end, min(sentence.end, mention.end + REACH_FINAL)):
        if over and word.group() in tense.coordinators:
            return Span(sentence.start, word.start())
        over = word.group()[0].islower() and word.group().endswith(tense.participles)
    return sentence


def _strong(before: list[tuple[int, int, str, str]], after: list[tuple[int, int, str, str]]) -> bool:
    """Tell whether a sure sign of the future stands nearer than any past verb."""
    kinds = [kind for *_, kind, _ in before]
    if "strong" in kinds:
        last = len(kinds) - 1 - kinds[::-1].index("strong")
        return "past" not in kinds[last:]
    kinds_after = [kind for *_, kind, _ in after]
    if "strong" in kinds_after:
        return "past" not in kinds_after[: kinds_after.index("strong")] and "past" not in kinds[-2:]
    return False


def _is_apart(text: str, before: Sequence[Cue], after: Sequence[Cue], mention: Span, tense: Tense) -> bool:
    """Tell whether the mention's own clause, behind that of the sign, is over: "will play on after judges on Friday rejected …"."""
    sign = next((end for _, end, kind, _ in reversed(before) if kind == "strong"), None)
    if sign is None or not after or after[0][2] != "past":
        return False
    return any(key_in(word, tense) in tense.clause_openers for word in text[sign : mention.start].split())


def _by_final_verb(text: str, mention: Span, sentence: Span, tense: Tense) -> Outlook:
    """Take the last verb of the clause: a comma or a dash right behind a verb ends it."""
    cues = _cues(text, mention.end, min(sentence.end, mention.end + REACH_FINAL), tense)
    if not cues:
        until = bool(tense.future_behind) and text[mention.end : mention.end + LONGEST_GOAL].startswith(tense.future_behind)
        return Outlook(until, until, tense.future_behind[0] if until else "")
    ends = (cue for cue in cues if _ends_clause(text, cue[1], sentence.end, tense) or _says(text, mention.end, cue, tense))
    *_, kind, word = next(ends, cues[-1])
    return Outlook(kind != "past", kind != "past", word)


def _says(text: str, first: int, cue: Cue, tense: Tense) -> bool:
    """Tell whether a verb of saying ends at a cue: what it says has a verb of its own ("دوشنبه اعلام کرد … حذف می‌کند")."""
    _, end, kind, _ = cue
    if tense.told is None or kind != "past":
        return False
    keys = keys_of(text[first:end], tense)
    return any(found.end() == len(keys) for found in tense.told.finditer(keys))


def _ends_clause(text: str, at: int, end: int, tense: Tense) -> bool:
    """Tell whether a clause ends behind a verb: by a sign, or by a word that opens another ("कहा कि")."""
    if _CLAUSE_END.match(text, at, end):
        return True
    following = WORD.match(text, at + 1, end) if tense.clause_openers else None
    return following is not None and key_in(following.group(), tense) in tense.clause_openers


def _cues(text: str, first: int, last: int, tense: Tense) -> list[tuple[int, int, str, str]]:
    """Find the cues from one code point to another: start, end, kind, word."""
    found = []
    before = verb = ""
    known = _words(tense)
    words, starts, ends = pieces(_WORD, text[first:last], first)
    if tense.lexicon:
        spans = refined(list(zip(starts, ends, strict=True)), text, tense.lexicon)
        words, starts, ends = [text[start:end] for start, end in spans], [start for start, _ in spans], [end for _, end in spans]
    for at, word in enumerate(words):
        key, kind, ends_pair, plain = known[word]
        if plain:  # as most words are
            before, verb = key, word
            continue
        start, end = starts[at], ends[at]
        if word[0].isupper() and (not kind or key in tense.nouns):  # "Stimmen" inside a sentence is a noun
            kind = known[word[0].lower() + word[1:]][1] if _opens_sentence(text, start) else ""
        if ends_pair and _is_pair(before, key, f"{verb} {word}", tense):
            found.append((start, end, "strong", word))
        elif key in tense.object_marks and leads_object(text, starts[at + 1 :], ends[at:], tense):
            pass
        elif kind and (kind := _kind_behind(before, key, kind, tense)):
            if kind == "strong" and tense.content_openers and found and found[-1][2:] == ("past", verb):
                found.pop()  # the infinitive before its auxiliary: "zurücktreten wird"
            found.append((start, end, kind, word))
        before, verb = key, word
    return found


def _is_pair(before: str, key: str, written: str, tense: Tense) -> bool:
    """Tell whether two words look ahead together, as they are written: "entre en vigueur", never "est entré en vigueur"."""
    pair = f"{before} {key}"
    return pair in tense.future_pairs and not is_accented(pair, written, tense)


def _opens_sentence(text: str, start: int) -> bool:
    """Tell whether nothing of its sentence stands before a word: a capital tells nothing of it."""
    before = text[max(0, start - SIGNS_BEFORE) : start].strip(_QUOTES)
    return not before or before[-1] in _ENDS_SENTENCE


def _kind_behind(last: str, key: str, kind: str, tense: Tense) -> str:
    """Tell the kind of a cue by the word before it: "be held" is no past, "the plan" no verb, "set up" a past, "is set" none."""
    if kind == "past":
        return "" if last in tense.participle_after else kind
    if last in tense.noun_after and key in tense.nouns:
        return ""
    return "past" if last not in tense.future_after and key in tense.future_participles else kind


@lru_cache(maxsize=300)
def _words(tense: Tense) -> Remembered[tuple[str, str, bool, bool]]:
    """Remember of each word its key, its kind of cue alone, whether two that look ahead may end with it, or it tells nothing."""
    seconds = {pair.rpartition(" ")[2] for pair in tense.future_pairs}

    def read(word: str) -> tuple[str, str, bool, bool]:
        key, large = key_in(word, tense), word[:1].isupper()
        kind = "" if is_accented(key, word, tense) else _kind(key, tense, named=large)
        kind = kind or (_written_kind(word, tense) if word[:1].islower() else "")
        plain = not (large or kind or key in seconds or key in tense.object_marks)
        return key, kind, key in seconds, plain

    return Remembered(read, MOST_KNOWN)


def _kind(key: str, tense: Tense, *, named: bool) -> str:
    """Tell the kind of a word by the lists, and by its ending where it bears no capital: a name is no verb ("Михаил")."""
    if key in tense.strong_future:
        return "strong"
    if key in tense.future:
        return "future"
    if key in tense.past:
        return "past"
    if named:
        return ""
    if tense.future_endings and key.endswith(tense.future_endings):
        return "strong"
    return "past" if tense.past_endings and len(key) > 3 and key.endswith(tense.past_endings) else ""


def _written_kind(word: str, tense: Tense) -> str:
    """Tell the kind of a word by endings that folding would confuse: "condenó" is past, "uno" is no verb."""
    if tense.future_written and word.endswith(tense.future_written):
        return "strong"
    return "past" if tense.past_written and len(word) > 3 and word.endswith(tense.past_written) else ""
