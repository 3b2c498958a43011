"""Names and nouns whose form tells their case: "Ивана Петрова", "prezydentem", "Верховным судом".

In go the names of each sentence, out come those of persons and bodies with their case, told by their own words before the titles in
front of them. A noun behind its number tells none: "четверо рыбаков" may do and may undergo.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from extract.clauses import Name, Reading
from extract.language.figures import FigureWords, figure_words
from extract.language.namecases import NameCases
from extract.language.participants import NameRules


def with_cases(by_sentence: Sequence[Sequence[Name]], readings: Sequence[Reading], rules: NameRules) -> Sequence[Sequence[Name]]:
    """Give names their cases where the pack tells them."""
    if rules.cases is None:
        return by_sentence
    numbers = figure_words(rules.code)
    told = []
    for names, reading in zip(by_sentence, readings, strict=True):
        found: list[Name] = []
        for name in names:
            found.append(_with_case(name, found[-1] if found else None, reading, rules.cases, numbers))
        told.append(found)
    return told


def _with_case(name: Name, before: Name | None, reading: Reading, cases: NameCases, numbers: FigureWords | None) -> Name:
    if name.kind == "common":
        return _counted(name, reading, cases, numbers)
    if name.kind not in ("person", "organisation", "country") or name.case or name.adjective:
        return name
    case = _told(name, reading, cases)
    if not case and name.kind != "person" and before is not None and before.kind == "common" and before.last == name.first:
        case = before.case  # "гражданина Вьетнама"
    found = replace(name, case=case) if case else name
    return _counted(found, reading, cases, numbers) if name.people else found


def _told(name: Name, reading: Reading, cases: NameCases) -> str:
    """Give the case of a name by its own words, else by the words of its title."""
    own = reading.words[name.first : name.last]
    if name.kind == "country":
        return cases.of_people(own[-1]) if name.people else cases.of_word(own[-1])
    if name.kind == "organisation":
        return cases.of_body(own[0])
    told = next((case for word in own if (case := cases.of_word(word))), "") or cases.of_title(own[-1])
    return told or _by_title(name, reading, cases)


def _by_title(name: Name, reading: Reading, cases: NameCases) -> str:
    """Give the case of the word before a name, which is its title or an adjective of it."""
    at = name.first - 1
    return cases.of_title(reading.words[at]) if at >= 0 and reading.words[at][:1].isalpha() else ""


def _counted(name: Name, reading: Reading, cases: NameCases, numbers: FigureWords | None) -> Name:
    """Give a noun behind a number the case of this, or none: a number asks for a genitive where it is a subject too."""
    before = reading.keys[name.first - 1] if name.first else ""
    if name.case not in ("subject", "object") or not before:
        return name
    counts = before[:1].isdigit() or (numbers is not None and numbers.counts(before))
    return replace(name, case="object" if cases.of(reading.words[name.first - 1]) == "object" else "") if counts else name
