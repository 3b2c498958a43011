"""The pack's view of speech: ``speech.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.errors import LanguagePackError
from extract.language import LanguagePack
from extract.phrases import PhraseIndex, phrase_index
from extract.text import fold

LISTS = (
    "verbs",
    "verb_phrases",
    "unsure",
    "sources",
    "leading",
    "experts",
    "agencies",
    "officials",
    "pronouns",
    "expert_verbs",
    "opinion_verbs",
    "former",
    "prefixes",
    "unmarked",
    "fillers",
    "quotatives",
    "told_to_ends",
    "told_to_marks",
    "owned_by",
)
READ_APART = ("verbs", "verb_phrases", "sources", "leading", "prefixes", "quotatives", "told_to_ends")


@dataclass(frozen=True, slots=True)
class SpeechRules:
    """Words of one language that tell who says something; all folded."""

    verbs: Mapping[str, str]  # form → dictionary form
    verb_phrases: PhraseIndex[str]  # verbs of several words that nothing parts: "cho biết"
    unsure: frozenset[str]
    sources: PhraseIndex[str]
    leading: frozenset[str]  # those of them that stand before whoever says it, where others stand behind: "अशी माहिती X यांनी दिली"
    experts: frozenset[str]
    agencies: frozenset[str]
    officials: frozenset[str]
    pronouns: frozenset[str]
    expert_verbs: frozenset[str]  # of a named expert, as they stand: what they tell is an opinion
    opinion_verbs: frozenset[str]  # of anybody without an office
    former: frozenset[str]  # words before an office that its holder has left
    unmarked: frozenset[str]  # forms whose speaker bears no mark, in a language that marks the others: "कहते"
    fillers: frozenset[str]  # forms that say nothing between two commas: "a dictator, say, or a king"
    quotatives: tuple[str, ...]  # letters that end what is said, before a last verb: "と", "-다고"
    told_to_ends: tuple[str, ...]  # last letters of a name that does not speak, where a speaker bears no mark: "কে"
    owned_by: frozenset[str]  # nouns of people right before whose they are, where no sign joins them: "وکیل X"
    told_to_marks: frozenset[str]  # words behind such a name: "বিরুদ্ধে"
    drops: bool = False  # a verb of saying that begins its sentence may have no subject: "Powiedziała, że …"
    inverts: bool = False  # a verb of saying right behind a comma stands before its speaker: "…, сообщил Песков"


@cache
def speech_rules(pack: LanguagePack) -> SpeechRules:
    """Read ``speech.toml`` of a pack; nobody speaks where the pack has none.

    Raises
    ------
    LanguagePackError
        A key is unknown or holds something else than a list of words.

    """
    table = pack.table("speech")
    if unknown := sorted(set(table) - {*LISTS, "inverts", "drops"}):
        raise LanguagePackError(f"{pack.code}/speech.toml: {unknown[0]} is not a key; expected one of {', '.join(LISTS)}")
    prefixes = ("", *_words(pack, table, "prefixes"))
    return SpeechRules(
        verbs={
            fold(prefix + form): fold(forms.split()[0])
            for forms in _words(pack, table, "verbs")
            for form in forms.split()
            for prefix in prefixes
        },
        verb_phrases=phrase_index((phrase, phrase) for phrase in _words(pack, table, "verb_phrases")),
        quotatives=tuple(_words(pack, table, "quotatives")),
        told_to_ends=tuple(fold(ending) for ending in _words(pack, table, "told_to_ends")),
        drops=table.get("drops") is True,
        inverts=table.get("inverts") is True,
        sources=phrase_index(
            (prefix + phrase, phrase)
            for prefix in prefixes
            for phrase in (*_words(pack, table, "sources"), *_words(pack, table, "leading"))
        ),
        leading=frozenset(_words(pack, table, "leading")),
        **{key: frozenset(fold(word) for word in _words(pack, table, key)) for key in LISTS if key not in READ_APART},
    )


def _words(pack: LanguagePack, table: Mapping[str, Any], key: str) -> list[str]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise LanguagePackError(f"{pack.code}/speech.toml: {key} is {value!r}; expected a list of words")
    return value
