"""Words that settle alone whether a day is past or to come: of putting off, of saying, and what only marks an object."""

import re
from collections.abc import Sequence

from extract.language.dates import Tense
from extract.models import Span
from extract.text import WORD, key_of

REACH_BEFORE = 120  # code points looked at before the mention
REACH_AFTER = 80
LONGEST_GOAL = 12  # code points of the word that leads to such a day
REACH_OF_GOAL = 30  # code points behind a day in which the word stands that puts something off to it
_WORD = re.compile(f"({WORD.pattern})")
Cue = tuple[int, int, str, str]  # start, end, kind, word


def put_off(text: str, mention: Span, sentence: Span, tense: Tense) -> str:
    """Give the word by which something is put off to the day mentioned ("adjourned the case to Monday"); "" where it is not."""
    if tense.moving is None:
        return ""
    close = text[max(sentence.start, mention.start - LONGEST_GOAL) : mention.start].rstrip()
    if tense.lexicon:
        led = any(close.endswith(word) for word in tense.goal_before)
    else:
        led = bool(tense.goal_before) and key_in(close.rpartition(" ")[2], tense) in tense.goal_before
    behind = text[mention.end : mention.end + LONGEST_GOAL]
    if not led and not (tense.goal_behind and keys_of(behind, tense).lstrip().startswith(tense.goal_behind)):
        return ""
    part = between_stops(text, mention, sentence)
    before = keys_of(text[max(part.start, mention.start - REACH_BEFORE) : mention.start], tense)
    after = keys_of(text[mention.end : min(part.end, mention.end + REACH_AFTER)], tense).lstrip()
    words = [found.group() for found in tense.moving.finditer(before)][-1:] or tense.moving.findall(after[:REACH_OF_GOAL])
    return words[0] if words else ""


def told_by(text: str, mention: Span, before: Sequence[Cue], after: Sequence[Cue], tense: Tense) -> str:
    """Give the verb behind a day that says when what is to come was said: "周一宣布将裁员"; "" where none does."""
    if tense.told is None or not after or after[0][2] == "past" or any(kind != "past" for *_, kind, _ in before):
        return ""
    found = tense.told.search(keys_of(text[mention.end : after[0][0]], tense))
    return found.group() if found else ""


def leads_object(text: str, starts: Sequence[int], ends: Sequence[int], tense: Tense) -> bool:
    """Tell whether a mark stands before an object and its verb in one clause: "将利率提高到50%", not "将提高利率".

    ``ends`` begins with the end of the mark, ``starts`` with the start of the word behind it.
    """
    for at, (end, start) in enumerate(zip(ends, starts, strict=False)):
        if text[end:start].strip(' "\u201c\u201d\u2018\u2019\u300a\u300b\u00b7'):
            return False
        key = key_in(text[start : ends[at + 1]], tense)
        if key in tense.object_verbs:
            return at > 0
        if key in (tense.object_ends if at else tense.object_stops):
            return False
    return False


def between_stops(text: str, mention: Span, sentence: Span) -> Span:
    """Narrow a sentence to the part between semicolons in which a mention stands."""
    first = text.rfind(";", sentence.start, mention.start)
    last = text.find(";", mention.end, sentence.end)
    if first < 0 and last < 0:
        return sentence
    return Span(first + 1 if first >= 0 else sentence.start, last if last >= 0 else sentence.end)


def keys_of(text: str, tense: Tense) -> str:
    """Fold a piece of text word by word."""
    return _WORD.sub(lambda word: key_in(word.group(), tense), text)


def key_in(word: str, tense: Tense) -> str:
    """Fold one word to the key by which the tables of tense know it."""
    return key_of(word, accents=tense.accents_kept)
