"""Sentences → names of persons, organisations and countries, each with the fullest name told in the document."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from msgspec.structs import replace

from extract.actors.leaders import leaders
from extract.clauses import Name, NameKind, Reading
from extract.language.participants import NameRules
from extract.models import PlaceMention, Span, Timex
from extract.names import name_key
from extract.participants.abbreviations import with_abbreviations
from extract.participants.apposed import is_called_so, is_quoted, with_nouns_beside, with_place_before
from extract.participants.fullnames import with_full_names
from extract.participants.lands import ACTING_PLACES, acting_place, acts
from extract.participants.lists import names_thing
from extract.participants.namesbymarks import marked
from extract.participants.nouns import behind_noun, end_of_club, follows_noun, is_name_among_nouns, is_of_place
from extract.participants.surnames import with_surnames
from extract.participants.titled import end_of_titles, titled
from extract.participants.uncased import home_of, joined_letters, known_names, shaped, spelled_again, told_again
from extract.participants.unspaced import by_shape
from extract.text import fold

LONGEST_PERSON = 5  # words of a person's name; longer runs of capitals are headlines
FEWEST_LETTERS = 3  # of the last part of a name; a shorter one goes with the part before: "King Jr"
WIDE_GAP = 3  # code points between a dateline and the news: spaces, a quotation mark
DASHES = frozenset("-–—")  # open a quotation as a sentence: "– Nie wiem – powiedział"
OPENING_QUOTES = frozenset('"“„«‘')  # as a sentence does, a quotation begins with a capital
APOSTROPHES = frozenset("'’")
_FIRST = attrgetter("first")


def find_names(
    text: str,
    readings: Sequence[Reading],
    timexes: Sequence[Timex],
    places: Sequence[PlaceMention],
    rules: NameRules,
    dateline: Span,
) -> list[list[Name]]:
    """Find the names of a document, one list a sentence, in order of the text; the agency of its dateline is none."""
    by_sentence: list[list[Name]] = []
    closed: list[list[bool]] = []
    inside_capitals = _inside_capitals(readings) if rules.cased else frozenset()
    home = home_of(places)
    date_starts, place_starts = ([mention.source.span.start for mention in mentions] for mentions in (timexes, places))
    for number, reading in enumerate(readings):
        span = reading.sentence.span
        inside = places[bisect_left(place_starts, span.start) : bisect_left(place_starts, span.end)]
        dates = timexes[bisect_left(date_starts, span.start) : bisect_left(date_starts, span.end)]
        taken = [place.source.span for place in inside] + [timex.source.span for timex in dates]
        found = [acting_place(reading, number, place, rules) for place in inside if acts(reading, place, rules)]
        known = [name for name in known_names(reading, number, rules, home) if not any(_within(name.span, one) for one in taken)]
        known = [_with_firm_endings(name, reading, rules) for name in known]
        taken += [name.span for name in known]
        closed.append(reading.covered(taken))
        towns = [place.source.span for place in inside if place.kind not in ACTING_PLACES] if not rules.cased else []
        found += [*known, *_by_their_looks(text, reading, number, rules, closed[-1], inside_capitals, towns)]
        if rules.titles_stand == "behind":
            found = [
                replace(name, last=end_of_titles(reading, name.last, rules)) if name.kind == "person" else name for name in found
            ]
        if span.start < dateline.end + WIDE_GAP:  # its agency, and the first word behind it
            told = [name for name in found if not _within(name.span, dateline)]
            found = [name for name in told if not _is_plain_opening(name, reading, dateline, inside_capitals)]
        by_sentence.append(_outermost(with_place_before(found, reading, inside, rules)))
    if not rules.cased:
        by_sentence = told_again(readings, by_sentence, closed, rules)
        if rules.titles_stand:
            by_sentence = spelled_again(text, readings, by_sentence, closed)
    else:

        def named(reading: Reading, number: int, at: int) -> Name:
            return _name(text, reading, number, at, at + 1, rules)

        by_sentence = with_surnames(readings, by_sentence, closed, rules, named)
    sorted_out = _without_articles(with_nouns_beside(by_sentence, readings, rules), readings, rules)
    return with_abbreviations(with_full_names(sorted_out, rules), readings)


def _by_their_looks(
    text: str, reading: Reading, number: int, rules: NameRules, closed: Sequence[bool], inside: frozenset[str], towns: list[Span]
) -> Iterator[Name]:
    """Yield the names that capitals, a title, a given name or a mark of the agent shows."""
    if rules.titles_stand:
        for one in (shown := [*titled(reading, rules, closed)]):
            yield replace(_name(text, reading, number, one.first, one.end, rules), last=one.last, kind="person")
        for first, last, kind in by_shape(reading, rules, closed, towns, [(one.first, one.last) for one in shown]):
            yield replace(_name(text, reading, number, first, last, rules), kind=kind)
        return
    if rules.cased or rules.given_names:
        scan = _cased(reading, rules, closed, inside) if rules.cased else shaped(reading, rules, closed)
    else:
        scan = marked(reading, rules, closed, towns)
    for first, last in scan:
        if not names_thing(reading.keys, first, rules):
            yield _name(text, reading, number, first, last, rules)


def _with_firm_endings(name: Name, reading: Reading, rules: NameRules) -> Name:
    """Take the words for a firm behind a known name into it: "General Motors Corporation", "टाटा मोटर्स लिमिटेड"."""
    last, keys = name.last, reading.keys
    while last < len(keys) and keys[last] in rules.firm_endings and (not rules.cased or reading.words[last][0].isupper()):
        last += 2 if last + 2 < len(keys) and keys[last + 1] == "." and reading.ends[last] == reading.starts[last + 1] else 1
    grows = name.kind == "organisation" and last > name.last
    return replace(name, last=last, span=reading.span(name.first, last)) if grows else name


def _within(name: Span, longer: Span) -> bool:
    return longer.start <= name.start and name.end <= longer.end


def _is_plain_opening(name: Name, reading: Reading, dateline: Span, inside: frozenset[str]) -> bool:
    """Tell whether a single word only bears a capital because the news begins with it, behind a dateline: "SANAA - Soldiers …"."""
    opens = name.first > 0 and reading.ends[name.first - 1] <= dateline.end <= name.span.start < dateline.end + WIDE_GAP
    return (
        opens
        and dateline.end > 0
        and name.last - name.first == 1
        and name.kind == "person"
        and reading.keys[name.first] not in inside
    )


def _outermost(found: Sequence[Name]) -> list[Name]:
    """Sort names by place, without those inside another: "American" in "Organization of American States"."""
    if len(found) <= 1:
        return list(found)
    outer = [
        name
        for name in found
        if not any(other.first <= name.first and name.last <= other.last and other.span != name.span for other in found)
    ]
    return sorted(outer, key=_FIRST)


def _cased(reading: Reading, rules: NameRules, closed: Sequence[bool], inside: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield runs of capitalised words that are no place, no date and no common word."""
    words, keys = reading.words, reading.keys
    last = 0
    for at in reading.capitals:
        if at < last or closed[at] or (keys[at] in rules.never and not _is_joined(reading, at)):
            continue
        last = at + 1
        while last < len(words) and not closed[last]:
            step = _continues(reading, at, last, rules)
            if not step:
                break
            last += step
        last = end_of_club(reading, last, closed, rules)
        first = _behind_titles(keys, at, last, rules)
        first += behind_noun(words[first:last], rules) if rules.dictionary else 0
        if closed[first] or is_of_place(reading, first, rules):  # "Sprecher der NATO"
            continue
        titled = first > 0 and rules.is_title(keys[first - 1])
        told = not rules.dictionary or is_name_among_nouns(words[first:last], rules, titled=titled)
        describes = last < len(words) and closed[last] and rules.is_title(keys[last - 1])  # "Foreign Secretary" before a known name
        if told and not describes and not is_called_so(reading, first, rules) and _is_name(reading, first, last, rules, inside):
            yield first, last


def _is_joined(reading: Reading, at: int) -> bool:
    """Tell whether a hyphen joins a word to a capital behind it, which makes the month a given name: "May-Elin"."""
    words, starts, ends = reading.words, reading.starts, reading.ends
    if at + 2 >= len(words) or words[at + 1] != "-":
        return False
    return ends[at] == starts[at + 1] and ends[at + 1] == starts[at + 2] and words[at + 2][0].isupper()


def _behind_titles(keys: Sequence[str], first: int, last: int, rules: NameRules) -> int:
    """Give where a name begins behind its titles: "Shipping Minister Lee"; not in "St Paul General Hospital"."""
    within = range(first, last - 1 if len(keys[last - 1]) >= FEWEST_LETTERS else last - 2)
    told = (at for at in reversed(within) if rules.is_title(keys[at]))
    behind = next(
        (at + 1 for at in told if at == first or keys[at - 1] not in rules.joints or rules.is_title(keys[at - 2])), first
    )  # "Council on Foreign Relations"
    if behind > first and keys[behind] in rules.particles and keys[behind] in rules.definite_before:
        return behind + 1  # an article: "Präsident der Siemens AG"
    if any(key in rules.organisation_words or key in rules.thing_words for key in keys[behind:last]):
        return next((at for at in within if not rules.is_title(keys[at])), first)  # "Foreign Ministry", "Supreme Court"
    return behind


def _continues(reading: Reading, first: int, at: int, rules: NameRules) -> int:
    """Tell how many tokens from ``at`` go on with a name: a capital, "V.", "-un", "al-"; "of" only in an organisation's."""
    words, keys = reading.words, reading.keys
    word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word[0].isupper():
        return 1
    if word == "." and len(words[at - 1]) == 1 and following[:1].isupper():
        return 2
    if rules.beside.body_pairs is not None and word[0].isalpha():
        if rules.beside.body_pairs.fullmatch(f"{keys[at - 1]} {keys[at]}"):
            return 1
        if at == first + 1 and following[:1].islower() and rules.beside.body_pairs.fullmatch(f"{keys[at]} {keys[at + 1]}"):
            return 2  # "Федеральная антимонопольная служба"
    joined = at + 1 < len(words) and reading.ends[at - 1] == reading.starts[at] and reading.ends[at] == reading.starts[at + 1]
    if word in APOSTROPHES and joined and len(words[at - 1]) == 1 and words[at - 1].isupper() and following[0].isupper():
        return 2  # "O'Brien", "D'Souza"
    if word == "-" and joined and following[:1].isalpha() and (following[0].isupper() or at - first > 1):
        return 2
    if keys[at] in rules.joints and not rules.organisation_words.isdisjoint(keys[first:at]):
        behind = (
            at + 2 if at + 1 < len(words) and (keys[at + 1] in rules.joints or keys[at + 1] in rules.articles) else at + 1
        )  # "of the North"
        goes_on = behind < len(words) and words[behind][0].isupper() and keys[behind] not in rules.never
        return behind + 1 - at if goes_on else 0
    if keys[at] not in rules.particles:
        return 0
    if len(keys[at]) == 1 and at - first > 1 and all(one[:1].isupper() for one in words[at + 1 : at + 3]):
        return 0  # "Amadou Keita y Luis Barroso" are two
    if following[:1].isupper():
        return 0 if keys[at] in rules.joints and keys[at + 1] in rules.organisation_words else 2  # "Pläne der Regierung"
    joins = at + 2 < len(words) and (following == "-" or keys[at + 1] in rules.particles)
    second = words[at + 2] if joins else ""  # "von der Leyen", "Харакат ан-Нур"
    return 3 if second[:1].isupper() and keys[at + 2] not in rules.organisation_words else 0


def _is_name(reading: Reading, first: int, last: int, rules: NameRules, inside: frozenset[str]) -> bool:
    word, key = reading.words[last - 1], reading.keys[first]
    if last - first == 1:
        shown = reading.sentence.heading and bool(inside)  # a capital of a heading is one of style, where text tells better
        begins = first == 0 or reading.words[first - 1] in OPENING_QUOTES or (first == 1 and reading.words[0] in DASHES)
        opens = shown or (begins and not is_quoted(reading, first, last, rules))
        numbered = key in rules.thing_words and any(map(str.isdigit, reading.words[max(0, first - 2) : first]))  # "46th Street"
        plain = rules.is_title(key) or key in rules.adjectives or numbered
        leads = rules.acts_unmarked and word.isupper() and reading.keys[last : last + 1] == [","]  # "TSK, Irak'ın kuzeyinde"
        return len(word) > 2 and not plain and (not opens or leads or key in inside or key in leaders(rules.code))
    parts = sum(map(str.isalpha, reading.words[first:last]))
    return parts <= LONGEST_PERSON or not rules.organisation_words.isdisjoint(reading.keys[first:last])


def _inside_capitals(readings: Sequence[Reading]) -> frozenset[str]:
    """Give the words that bear a capital inside a sentence: only these may be names where they begin one."""
    found: set[str] = set()
    for reading in readings:
        if not reading.sentence.heading:
            words, keys = reading.words, reading.keys
            found.update([keys[at] for at in reading.capitals if at and words[at - 1][0].isalpha()])
    return frozenset(found)


def _name(text: str, reading: Reading, number: int, first: int, last: int, rules: NameRules) -> Name:
    span = Span(reading.starts[first] + joined_letters(reading.keys[first], rules), reading.ends[last - 1])
    kind = _kind(reading.keys[first:last], reading.words[first:last], rules)
    title_first = first
    while title_first > 0 and rules.is_title(reading.keys[title_first - 1]):
        title_first -= 1
    if title_first == first and last - first > 1 and follows_noun(reading.words[max(0, first - 1) : first + 1], rules):
        title_first -= 1
    title = text[reading.starts[title_first] : reading.ends[first - 1]] if title_first < first else None
    name = text[span.start : span.end]
    key = reading.keys[last - 1]
    marked = (*reading.keys[last : last + 1],) in rules.roles and reading.keys[last] not in rules.person_marks
    if letters := len(key) - len(rules.bare(key, marked=marked)):
        name = name[:-letters]
    return Name(number, first, last, span, name, kind, name_key(name) or fold(name), title)


def _kind(keys: Sequence[str], words: Sequence[str], rules: NameRules) -> NameKind:
    if not rules.thing_words.isdisjoint(keys):
        return "thing"
    if rules.beside.body_pairs is not None and len(keys) > 1 and rules.beside.body_pairs.fullmatch(" ".join(keys[-2:])):
        return "organisation"
    if keys[-1] in rules.firm_endings and not rules.cased:
        return "organisation"
    acronym = len(words) == 1 and words[0].isupper() and words[0].lower() != words[0]
    return "organisation" if acronym or not rules.organisation_words.isdisjoint(keys) else "person"


def _without_articles(by_sentence: list[list[Name]], readings: Sequence[Reading], rules: NameRules) -> list[list[Name]]:
    """Make no person of what has an article somewhere in the document: a ship, a band, a newspaper."""

    def is_told_with_article(name: Name) -> bool:
        return name.first > 0 and readings[name.sentence].keys[name.first - 1] in rules.articles and name.title is None

    told = {name.key for names in by_sentence for name in names if name.kind == "person" and is_told_with_article(name)}
    told.difference_update([name.key for names in by_sentence for name in names if name.title is not None])
    if not told:
        return by_sentence
    return [
        [replace(name, kind="organisation") if name.kind == "person" and name.key in told else name for name in names]
        for names in by_sentence
    ]
