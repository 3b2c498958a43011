"""The forms that a known name takes in sentences: "Donaldem Tuskiem", "푸틴은", "Пєсковим".

The pack's table ``[name_forms]`` of ``participants.toml`` has rules as those for nouns; a form is told for each case, and the
words of a name are put into one case together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.errors import LanguagePackError
from extract.language import LanguagePack
from extract.language.inflection import Rule, inflect, read_inflection

CHANGES = ("first", "last", "every")


@dataclass(frozen=True, slots=True)
class NameForms:
    """How names change in one language."""

    changes: str  # which words of a name: "first", "last" or "every"
    rules: Sequence[Rule]

    def of(self, name: str) -> list[str]:
        """Give a name with its other forms; itself alone where no rule fits."""
        words = name.split(" ")
        if not self.rules:
            return [name]
        if self.changes == "every" and len(words) > 1:
            cases = [[word, *inflect(word, self.rules)] for word in words]
            return list(dict.fromkeys(" ".join(told) for at in range(1, max(map(len, cases))) for told in _together(cases, at)))
        at = 0 if self.changes == "first" else len(words) - 1
        return [name, *(" ".join([*words[:at], form, *words[at + 1 :]]) for form in inflect(words[at], self.rules))]


def _together(cases: Sequence[Sequence[str]], at: int) -> list[list[str]]:
    """Give all words of a name in one case; also with the last or the first of them unchanged, as some foreign names are."""
    whole = [forms[min(at, len(forms) - 1)] for forms in cases]
    return [[forms[0] for forms in cases], whole, [*whole[:-1], cases[-1][0]], [*(forms[0] for forms in cases[:-1]), whole[-1]]]


@cache
def name_forms(pack: LanguagePack) -> NameForms:
    """Read ``name_forms`` of ``participants.toml``.

    Raises
    ------
    LanguagePackError
        ``changes`` is none of the words known, or a rule is malformed.

    """
    table = pack.table("participants").get("name_forms", {})
    changes = str(table.get("changes", "last"))
    if changes not in CHANGES:
        raise LanguagePackError(
            f"{pack.code}/participants.toml: name_forms.changes is {changes!r}; expected one of {', '.join(CHANGES)}"
        )
    rules = read_inflection(f"{pack.code}/participants.toml", {"inflection": {"nouns": table.get("rules", [])}}).nouns
    return NameForms(changes, rules)
