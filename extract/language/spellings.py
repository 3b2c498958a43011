"""Words that a language's writers also spell without a sign (``careless`` in ``language.toml``): each as its tables spell it.

Arabic papers write "الاحد" as often as "الأحد", and those of Egypt "فى" for "في". A word that no table knows is read as the one
that it becomes with its signs, where a table knows that one; each letter stands for one letter, so that offsets stay.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from extract.language import LanguagePack
from extract.language.triggers import trigger_tables
from extract.text import WORD, Remembered

_TABLES = ("dates", "dates_own", "events", "modality", "unreal", "participants", "places", "speech", "linking")
_FEWEST = 4  # letters of a word that is read otherwise without being listed: "واحد" is no "وأحد"
_MOST_KNOWN = 20_000  # words remembered


def respelled(text: str, pack: LanguagePack) -> str:
    """Write a text as the pack's tables spell its words; it has as many code points as before."""
    words = _respelling(pack)
    return WORD.sub(lambda found: words[found[0]], text) if words is not None else text


@cache
def _respelling(pack: LanguagePack) -> Remembered[str] | None:
    """Give each word as the tables of one language spell it; None where its writers leave out no sign."""
    careful = _careful(pack)
    if not careful:
        return None
    prefixes = sorted(trigger_tables(pack).prefixes, key=len, reverse=True)

    def respelled_word(word: str) -> str:
        if word in careful:
            return careful[word]
        for prefix in prefixes:
            if word.startswith(prefix) and len(word) - len(prefix) >= _FEWEST and word[len(prefix) :] in careful:
                return prefix + careful[word[len(prefix) :]]
        return word

    return Remembered(respelled_word, _MOST_KNOWN)


def _careful(pack: LanguagePack) -> Mapping[str, str]:
    """Give the words without their signs → as the tables spell them: of two such, the one meant, the one with the fewest signs."""
    signs, last = (tuple((one[0], one[1]) for one in pack.traits.get(key, ())) for key in ("careless", "careless_last"))
    if not signs and not last:
        return {}
    known, bare, order = _known(pack), str.maketrans(dict(signs)), "".join(sign for sign, _ in signs)
    meant = frozenset(pack.traits.get("careless_meant", ()))
    found: dict[str, list[str]] = {}
    for word in known:
        plain = word.translate(bare)
        for written in (plain, *(one[:-1] + other for one in (word, plain) for sign, other in last if one.endswith(sign))):
            if written != word and written not in known and (len(written) >= _FEWEST or word in meant):
                found.setdefault(written, []).append(word)

    def unlikely(word: str, written: str) -> tuple[bool, int, int, str]:
        changed = [letter for letter, other in zip(word, written, strict=True) if letter != other]
        return word not in meant, len(changed), min(map(order.find, changed)), word

    return {
        written: one[0] if len(one) == 1 else min(one, key=lambda word: unlikely(word, written)) for written, one in found.items()
    }


def _known(pack: LanguagePack) -> frozenset[str]:
    tables = trigger_tables(pack)
    phrases = (form for entry in tables.entries for step in entry.steps if isinstance(step, frozenset) for form in step)
    words = (word for name in _TABLES for told in _strings(pack.table(name)) for word in WORD.findall(told))
    return frozenset((*words, *tables.index, *tables.classes, *phrases))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield key
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
