"""A few words of an article that tell a happening, for labels of what no template can tell."""

import re
from collections.abc import Sequence

from extract.happenings.account import Account
from extract.language import pack_for
from extract.language.linking import label_words
from extract.models import Article

MOST_WORDS = 8
_SPLIT = re.compile(r"[;:—–\"“”«»।()\n]|,\s|\.\s")
_QUOTED = re.compile('["“«]([^"”»]{12,})')  # shorter ones are single words
_EDGES = " \t\n.,;:!?-—–\"“”'‘’«»।()"


def snippet(accounts: Sequence[Account], articles: Sequence[Article], code: str) -> str:
    """Cut at most eight words around the trigger, or of what is said, from the first telling in one language; "" without any."""
    own = [account for account in accounts if pack_for(articles[account.article].document.language).code == code]
    words = label_words(code)
    if words is None:
        return ""
    for account in sorted(own, key=lambda account: (account.quoted, account.event.sentence_index, account.article, account.number)):
        text = articles[account.article].document.text
        found = _said(account, text, words.openers) if account.speech else _clause(account, text)
        if found:
            return found
    return ""


def _said(account: Account, text: str, openers: Sequence[str]) -> str:
    """Give the beginning of what is said: behind "that", or in quotation marks; "" where neither is there."""
    event = account.event
    begin, end = event.sentence
    if account.quoted:
        return _short(text[begin:end])
    behind = text[event.span.end : end]
    for opener in openers:
        _, found, told = behind.partition(f" {opener} ")
        if found:
            return _short(told)
    quoted = _QUOTED.search(text[begin:end])
    return _short(quoted.group(1)) if quoted else ""


def _clause(account: Account, text: str) -> str:
    """Give the clause that holds the trigger, cut from its beginning unless the trigger would be lost."""
    event = account.event
    begin, end = event.sentence
    starts = [begin + match.end() for match in _SPLIT.finditer(text[begin : event.span.start])]
    ends = [event.span.end + match.start() for match in _SPLIT.finditer(text[event.span.end : end])]
    first, last = (starts or [begin])[-1], (ends or [end])[0]
    before = text[first : event.span.start].split()
    kept = before[-(MOST_WORDS // 2) :] if len(before) >= MOST_WORDS else before
    cut = "… " if len(kept) < len(before) else ""
    return cut + _short(" ".join(kept) + " " + text[event.span.start : last])


def _short(words: str) -> str:
    parts = words.strip(_EDGES).split()
    return " ".join(parts[:MOST_WORDS]).strip(_EDGES) + ("…" if len(parts) > MOST_WORDS else "")
