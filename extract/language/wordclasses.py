"""Classes of words under conditions of a trigger table: "missile", "money"; the same names in every language."""

from collections.abc import Mapping
from typing import Any

from extract.errors import LanguagePackError
from extract.language.inflection import Inflection
from extract.text import words


def class_forms(file: str, classes: Mapping[str, Any], inflection: Inflection) -> Mapping[str, frozenset[str]]:
    """Give the folded words of each class, in any form; refuse what is no list of single words."""
    forms = {}
    for name, members in classes.items():
        for word in members if isinstance(members, list) else [members]:
            if not isinstance(word, str) or len(words(word)) != 1:
                raise LanguagePackError(f"{file}: classes.{name} has {word!r}; expected a list of single words")
        forms[name] = frozenset(form for word in members for form in inflection.noun_forms(word))
    return forms


def classes_of(forms: Mapping[str, frozenset[str]]) -> Mapping[str, tuple[str, ...]]:
    """Give the classes of each folded word, sorted."""
    classes: dict[str, list[str]] = {}
    for name in sorted(forms):
        for form in forms[name]:
            classes.setdefault(form, []).append(name)
    return {form: tuple(names) for form, names in classes.items()}
