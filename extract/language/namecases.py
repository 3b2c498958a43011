"""The cases that words of names and titles tell: ``[name_cases]`` of ``participants.toml``, "Ивана", "prezydentem", "Grünovou".

``words`` are nouns of persons in the form of a subject, given names and titles; their other forms follow from ``[name_forms]``,
whose rules tell the forms of a genitive, a dative, an accusative, an instrumental and a locative in this order. The known names
of ``names.csv`` are read the same way. ``either`` are forms of two names: "Джорджа".
``lands`` are countries whose accusative is a form of its own. ``subject``, ``object`` and
``by`` list whole words, and last letters behind a hyphen; ``peoples`` the last letters of the people of a land, where another
word than its adjective tells these.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from extract.errors import LanguagePackError
from extract.language import LanguagePack
from extract.language.inflection import inflect
from extract.language.nameforms import NameForms, name_forms
from extract.models.record import Record

CASES = ("subject", "object", "by")
KEYS = ("words", "lands", "peoples", "either", "bodies", *CASES)
OF_FORMS = ("object", "object", "object", "by", "")  # of the forms that a rule of names makes: nobody acts in the first three
OF_NOUNS = ("subject", "object", "by", "object")  # of the forms of a noun that takes part without a name
ACCUSATIVE = 2  # which of them
ENDS = "-"  # before the last letters of a word


def plain(word: str) -> str:
    """Give a word in small letters with its accents, which tell cases apart: "Holecką", "Holecka"."""
    return word.lower().replace("ё", "е")


class NameCases(Record, frozen=True):
    """Which case a word of a name tells."""

    words: Mapping[str, str]  # word → its case, where it can have one only
    nouns: Mapping[str, str]  # the same of nouns that take part without a name
    endings: tuple[tuple[str, str], ...]  # last letters → case, the longest first
    bodies: tuple[tuple[str, str], ...]  # the same of a body's first word, where these tell its subject
    peoples: tuple[tuple[str, str], ...]  # the same of the people of a land, "финнов"

    def of(self, word: str) -> str:
        """Give the case of a word; "" where it tells none."""
        key = plain(word)
        return self.of_title(key) or self.nouns.get(key, "")

    def of_title(self, word: str) -> str:
        """Give the case of a word that may be a part of a name, or of the title before one."""
        key = plain(word)
        if key in self.words:
            return self.words[key]
        return _by_ending(key, self.endings)

    def of_word(self, word: str) -> str:
        """Give the case of a word that the table has whole; "" of any other."""
        return self.words.get(plain(word), "")

    def of_body(self, word: str) -> str:
        """Give the case of the first word of a body: what makes a subject of a person is often an object too."""
        key = plain(word)
        case = _by_ending(key, self.endings)
        return _by_ending(key, self.bodies) if case in ("subject", "") else case

    def of_people(self, word: str) -> str:
        """Give the case of a word for the people of a land."""
        return _by_ending(plain(word), self.peoples)


def _by_ending(key: str, endings: Iterable[tuple[str, str]]) -> str:
    return next((case for ending, case in endings if key.endswith(ending) and len(key) > len(ending)), "")


@cache
def name_cases(pack: LanguagePack) -> NameCases | None:
    """Read the cases of a pack's names; None where it tells none.

    Raises
    ------
    LanguagePackError
        A key is unknown.

    """
    table = pack.table("participants").get("name_cases")
    if not table:
        return None
    if unknown := sorted(set(table).difference(KEYS)):
        raise LanguagePackError(f"{pack.code}/participants.toml: name_cases.{unknown[0]}; expected one of {', '.join(KEYS)}")
    spellings = (word for line in pack.listed("names") for word in line.partition(",")[0].split())
    bases = {*table.get("words", ()), *(word for word in spellings if word[1:].islower())}
    found: dict[str, str] = {}
    for word, case in (*_inflected(bases, name_forms(pack)), *_of_lands(table.get("lands", ()), name_forms(pack))):
        found[word] = case if found.get(word, case) == case else ""
    told = [(word, case) for case in CASES for word in table.get(case, ())]
    found |= {plain(word): case for word, case in told if word[0] != ENDS}
    found |= {plain(word): "" for word in table.get("either", ())}
    bodies = [(ending, "subject") for ending in table.get("bodies", ())]
    peoples = [(ending, case) for case in CASES for ending in table.get("peoples", {}).get(case, ())]
    return NameCases(found, dict(_of_nouns(pack)), _endings(told), _endings(bodies), _endings(peoples))


def _endings(told: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    ends = [(plain(word[1:]), case) for word, case in told if word[0] == ENDS]
    return tuple(sorted(ends, key=lambda one: (-len(one[0]), one)))


def _of_nouns(pack: LanguagePack) -> Iterator[tuple[str, str]]:
    """Yield the forms of the nouns that take part without a name, where they are one word."""
    for nouns in pack.table("participants").get("common_nouns", {}).values():
        for forms in (noun.split("/") for noun in nouns):
            if len(forms) > 1 and forms[1].strip() not in ("", forms[0].strip()):
                told = zip(reversed(forms), reversed(OF_NOUNS[: len(forms)]), strict=True)
                yield from ((plain(form), case) for form, case in told if form.strip().isalpha())


def _of_lands(lands: Iterable[str], forms: NameForms) -> Iterator[tuple[str, str]]:
    """Yield the forms of lands that a subject and an object have: their genitive may stand beside whoever acts for them."""
    for land in lands:
        yield plain(land), "subject"
        yield plain(inflect(land, forms.rules)[ACCUSATIVE]), "object"


def _inflected(bases: set[str], forms: NameForms) -> Iterator[tuple[str, str]]:
    """Yield the forms of words with their cases; a word that is a form of another one is no word of its own."""
    made = {base: inflect(base, forms.rules) for base in sorted(bases)}
    derived = {form for base, others in made.items() for form in others if form != base}
    for base, others in made.items():
        if base in derived:
            continue
        yield plain(base), "subject"
        for form, case in zip(others, OF_FORMS, strict=False):
            yield plain(form), case if form != base else "subject"
