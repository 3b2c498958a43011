"""The words of an article that tell a happening as a headline does, for labels of what no template can tell.

Only whole clauses are taken: a heading, a main clause that holds the trigger, or all that somebody says. Only what is said
may be cut, and shows it by an ellipsis: half a sentence tells more than that somebody spoke.
"""

import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from extract.happenings.account import Account
from extract.kinds import family
from extract.language import load_pack
from extract.language.linking import LabelWords, concept, label_words, linking_words
from extract.language.phrasing import FormClass
from extract.language.triggers import trigger_tables
from extract.models import Article
from extract.text import fold, is_title_case, words

MOST_WORDS, FEWEST_WORDS = 14, 3  # of a headline
MOST_SAID, FEWEST_SAID, FEWEST_QUOTED = 20, 3, 5  # of what is said; a quotation of fewer words is part of a sentence
MOST_CUT, FEWEST_CUT = 12, 4  # of what is said and would be longer
MOST_BETWEEN = 4  # words between a verb of saying and the "that" which opens what is said; another "that" is a relative
MOST_LETTERS = 90
LETTERS_TO_SUBJECT = 20  # between a name and a plain verb whose subject it is: "Jones had just parked"
LETTERS_TO_SPEAKER = 25  # between a verb of saying and the name behind it: "said the lawyer Ann Lee"
CLAUSES, LEAD_SENTENCES = 2, 3  # the candidates from here on are clauses, not headings; where a clause tells the news itself
REJECTION = "rejection"  # family of kinds whose content is what others say
TELLERS = frozenset({"agent", "speaker"})  # roles of those who say something
_CLAUSE_END = re.compile(r"[;—–।\n]|[,:]\s|\s[-‑]\s|\s(?=\()")
_HALT = re.compile("[;।]")  # what stands behind it is told by others: "after a bomb threat; police later detained"
_QUOTED = re.compile('["“«]([^"”»]{12,})["”»]')  # shorter ones are single words
_EDGES = " \t\n.,;:!?-—–\"“”'‘’«»।()"
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"))


def headline(accounts: Sequence[Account], articles: Sequence[Article], code: str, main_of: Collection[str], *, lead: bool) -> str:
    """Give the best heading or clause that tells a happening in the language of its accounts; "" where none is whole and short.

    The title of an article serves only the happening that the article is mainly about, as ``main_of`` tells. With ``lead``
    a clause must stand in the first sentences.
    """
    known = label_words(code)
    if known is None:
        return ""
    found, best = [], math.inf
    for account in accounts:
        if account.quoted or account.speech:
            continue
        early = not lead or account.event.sentence_index < LEAD_SENTENCES
        for rank, text in enumerate(_candidates(account, articles[account.article], known, code, main_of)):
            if rank > best or (rank >= CLAUSES and not early):
                break  # none of the rest could be the best
            if text and _fits(text, known):
                found.append((rank, account.event.sentence_index, account.article, text))
                best = rank
                break
    return min(found)[-1] if found else ""


def said(accounts: Sequence[Account], articles: Sequence[Article], code: str) -> str:
    """Give what is said, from the first telling of all in one language: all where one is short enough, else its beginning."""
    known = label_words(code)
    if known is None:
        return ""
    own = sorted(accounts, key=lambda account: (account.quoted, account.article, account.number))
    texts = (text for account in own for text in _sayings(account, articles[account.article].document.text, known, code))
    whole = next((text for text in texts if FEWEST_SAID <= len(text.split()) <= MOST_SAID and _is_closed(text)), "")
    cut = (_beginning(account, articles[account.article].document.text, known, code) for account in own)
    return whole or next((text for text in cut if text), "")


def act(accounts: Sequence[Account], articles: Sequence[Article]) -> str:
    """Give a plain verb with what stands behind it in its clause, and its subject where that is near; "" without any.

    The first telling, of all in one language, that names the subject is taken, else the first.
    """
    own = sorted(accounts, key=lambda account: (account.article, account.number))
    found = []
    for account in own:
        text, event = articles[account.article].document.text, account.event
        named = [person for person in event.participants if person.role in ("agent", "patient")]
        near = [person for person in named if 0 < event.span.start - person.span.end <= LETTERS_TO_SUBJECT]
        subject = min(near, key=lambda person: person.span.start, default=None)
        stop = _CLAUSE_END.search(text, event.span.end, event.sentence.end)
        told = text[subject.span.start if subject else event.span.start : stop.start() if stop else event.sentence.end].strip(
            _EDGES
        )
        if subject and not set(fold(subject.text).split()) & set(fold(subject.name).split()):
            told = subject.name + told.removeprefix(subject.text)  # "He called it a success"
        if FEWEST_WORDS <= len(told.split()) <= MOST_CUT and _is_closed(told):
            found.append((not near, told))
    return min(found, key=lambda one: one[0])[1] if found else ""


def gist(accounts: Sequence[Account], articles: Sequence[Article], code: str) -> str:
    """Give the words that tell a happening, all in one language, with what goes with them in their clause; "" where nothing does.

    They follow the name of a kind that says little alone: "Court ruling: ruled that the walkout was unlawful".
    """
    known = label_words(code)
    if known is None:
        return ""
    for account in sorted(accounts, key=lambda account: (account.quoted, account.article, account.number)):
        text, event = articles[account.article].document.text, account.event
        last_verb = linking_words(code).verb_last
        stops = (_CLAUSE_END,) if last_verb else (_CLAUSE_END, _pattern(known.breaks))
        ends = [stop.start() for mark in stops if (stop := mark.search(text, event.span.end, event.sentence.end))]
        starts = [mark.end() for mark in _CLAUSE_END.finditer(text, account.begin, event.span.start)] if last_verb else []
        begin = max(starts, default=account.begin) if last_verb else event.span.start
        told = text[begin : min(ends, default=event.sentence.end)].strip(_EDGES).split()
        if last_verb:
            told = told[-MOST_CUT:]
        elif len(told) > MOST_CUT:
            told = [*told[: MOST_CUT - 1], f"{told[MOST_CUT - 1].rstrip(_EDGES)}…"]
        phrase = " ".join(told).strip(_EDGES)
        if len(told) >= FEWEST_WORDS and _is_closed(phrase) and fold(told[-1].strip(_EDGES)) not in known.dangling:
            return phrase
    return ""


def _candidates(account: Account, article: Article, known: LabelWords, code: str, main_of: Collection[str]) -> Iterable[str]:
    """Give the title, the heading, the main clause that holds the trigger, whole and cut, and a later clause, the best first."""
    document, event = article.document, account.event
    title = document.title if document.id in main_of and _title_tells(document.title or "", event.lemma, code) else ""
    yield (title or "").strip(_EDGES)
    begin, end = account.begin, event.sentence.end
    sentence = document.text[begin:end]
    heading = article.sentences[event.sentence_index].heading or is_title_case(sentence)
    yield sentence.strip(_EDGES) if heading else ""
    if not heading and _form(code, event.rule) != "noun":
        clause = _clause(account, document.text)
        yield clause
        if not linking_words(code).verb_last:
            yield _cut(clause, event.span.end - begin, known.breaks)
            yield _later_clause(account, document.text, known)


def _title_tells(title: str, lemma: str, code: str) -> bool:
    head = concept(lemma.rsplit(maxsplit=1)[-1], code) if lemma else ""
    return bool(head) and head in {concept(title[start:end], code) for start, end in words(title)}


def _clause(account: Account, text: str) -> str:
    """Give the main clause that begins the sentence and holds the trigger; "" where another clause begins it."""
    event = account.event
    begin, end = account.begin, event.sentence.end
    stop = _CLAUSE_END.search(text, begin, end)
    if stop and stop.start() < event.span.start:
        return ""
    stop = stop and _CLAUSE_END.search(text, event.span.end, end)
    return text[begin : stop.start() if stop else end].strip(_EDGES)


def _cut(clause: str, behind: int, breaks: Sequence[str]) -> str:
    """Leave out the subordinate clauses behind the trigger's last letter."""
    ends = [at for at in (clause.find(f" {word} ", behind) for word in breaks) if at >= 0]
    return clause[: min(ends)].strip(_EDGES) if ends else ""


def _later_clause(account: Account, text: str, known: LabelWords) -> str:
    """Give the clause around the trigger that begins with its subject; "" where none does."""
    event = account.event
    begin, end = account.begin, event.sentence.end
    starts = [
        match.end() for mark in (_CLAUSE_END, _pattern(known.joins)) for match in mark.finditer(text, begin, event.span.start)
    ]
    stops = (_CLAUSE_END, _pattern((*known.breaks, *known.joins)))
    last = min((match.start() for mark in stops for match in mark.finditer(text, event.span.end, end)), default=end)
    clause = text[max(starts, default=event.span.end) : last].strip(_EDGES)
    first = clause.split()[0] if clause else ""
    is_subject = first[:1].isupper() or first[:1].isdigit() or fold(first) in known.subjects
    return clause if is_subject and len(clause) > last - event.span.start else ""


@cache
def _pattern(words_told: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words_told))})(?!\w)")


def _sayings(account: Account, text: str, known: LabelWords, code: str) -> Iterable[str]:
    """Give what is said: behind "that", or in quotation marks, whole or up to where its first clause ends."""
    begin, end = account.begin, account.event.sentence.end
    sentence = text[begin:end]
    quoted = [sentence] if account.quoted else [match.group(1) for match in _QUOTED.finditer(sentence)]
    found = [told for told in quoted if not told[:1].islower() and len(told.split()) >= FEWEST_QUOTED]
    opened = _opened(text[account.event.span.end : end], known)
    for told in [*found, *([opened] if opened else [])]:
        yield told.strip(_EDGES)
        if not linking_words(code).verb_last:
            yield _CLAUSE_END.split(told, maxsplit=1)[0].strip(_EDGES)


def _opened(behind: str, known: LabelWords) -> str:
    """Give what stands behind the word that opens what is said, which is near the verb of saying; "" without one."""
    for opener in known.openers:
        before, found, told = behind.partition(f" {opener} ")
        if found and len(before.split()) <= MOST_BETWEEN:
            return told
    return ""


def _beginning(account: Account, text: str, known: LabelWords, code: str) -> str:
    """Give the first words of what is said: behind the verb, else before it; "" where neither side holds a clause."""
    begin, end = account.begin, account.event.sentence.end
    if account.quoted:
        sides = [text[begin:end]]
    else:
        behind = _HALT.split(text[account.event.span.end : end], maxsplit=1)[0]
        before = text[begin : account.event.span.start].rpartition(",")[0]
        said_by = account.event.said_by
        if any(begin <= at < begin + len(before) for at in _tellers_at(account)):
            before = ""  # "Ann Lee, a lawyer, said": who says it, not what
        sides = [_opened(behind, known)]
        if said_by is not None and 0 <= said_by.span.start - account.event.span.end <= LETTERS_TO_SPEAKER:
            behind = ""  # "according to Ann Lee, a lawyer at …"
        if behind[:1] == "," and before:
            sides.append(f"{before} {behind[1:].strip()}")  # "The bridge, he said, was safe"
        elif not linking_words(code).verb_last:
            sides += [behind] if family(account.kind) == REJECTION else [behind, before]  # "…, which Arden denied" denies no clause
    for side in sides:
        told = side.strip(_EDGES).split()
        if len(told) < FEWEST_CUT or "\n" in side or (side is not sides[0] and fold(told[0]) in known.dangling - known.subjects):
            continue
        kept = " ".join(told[:MOST_CUT]).rstrip(_EDGES)
        kept = kept if _is_closed(kept) else re.sub('["“”«»()]', "", kept)
        return f"{kept}…" if len(told) > MOST_CUT else kept
    return ""


def _tellers_at(account: Account) -> Iterator[int]:
    """Yield where those begin who say it."""
    if account.event.said_by is not None:
        yield account.event.said_by.span.start
    yield from (person.source.span.start for person in account.event.participants if person.role in TELLERS)


def _fits(text: str, known: LabelWords) -> bool:
    parts = text.split()
    if not FEWEST_WORDS <= len(parts) <= MOST_WORDS or len(text) > MOST_LETTERS or "\n" in text:
        return False
    return fold(parts[0].strip(_EDGES)) not in known.dangling and fold(parts[-1]) not in known.dangling and _is_closed(text)


def _is_closed(text: str) -> bool:
    """Say whether quotation marks and brackets that open are closed."""
    return text.count('"') % 2 == 0 and all(text.count(opening) == text.count(closing) for opening, closing in _PAIRS)


@cache
def _forms(code: str) -> Mapping[str, FormClass]:
    return {entry.rule: entry.form for entry in trigger_tables(load_pack(code)).entries}


def _form(code: str, rule: str) -> str:
    return _forms(code).get(rule, "noun")
