"""The pack's view of modality: ``modality.toml``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from extract.errors import LanguagePackError
from extract.language import LanguagePack
from extract.phrases import PhraseIndex, phrase_index, phrase_keys
from extract.text import fold

Cue = Literal["planned", "hypothetical", "negated", "claimed", "none"]
CUES: tuple[Cue, ...] = ("planned", "hypothetical", "negated", "claimed")
_NUMBERS = ("reach", "reach_noun")
_LISTS = (
    "backshifted",
    "foretelling",
    "own_only",
    "infinitive_only",
    "carrying",
    "carrying_marks",
    "rulings",
    "infinitive_endings",
    "noun_only",
    "attributive",
    "definite_too",
    "object_marks",
    "object_verbs",
    "object_ends",
    "object_stops",
    "counted",
    "hearsay",
    "perfect",
    "reporting",
    "imperfect_only",
    "imperfect_starts",
    "results",
    "prefixes",
    "existential",
    "finished",
    "accomplished",
    "scenes",
    "spelled",
    "only",
    "governed",
    "governing",
    "presupposing",
    "achieved",
    "taking_place",
)
# Of these, the ones that are sets of folded words.
_SETS = (
    *("backshifted", "foretelling", "hearsay", "perfect", "reporting", "scenes", "accomplished"),
    *("own_only", "infinitive_only", "carrying", "carrying_marks", "rulings", "definite_too", "noun_only", "attributive"),
    *("object_marks", "object_verbs", "object_stops", "object_ends", "counted", "only", "governed", "governing", "presupposing"),
    "taking_place",
)
_PARTS = ("after", "endings", "noun_endings", "own_endings", "own_starts", "foretold")
FORETOLD_WORDS = 6  # words behind a verb that are looked at for what foretells it
REPORTING_REACH = 3  # words from an auxiliary of hearsay to its verb: "aurait déjà été arrêté"
NO_CUE: Cue = "none"  # phrases that hold a cue and are none: "not only"


@dataclass(frozen=True, slots=True)
class ModalityRules:
    """Cue words of one language, indexed by their first word."""

    cues: PhraseIndex[Cue]
    after: PhraseIndex[Cue]
    endings: Mapping[Cue, tuple[str, ...]]
    noun_endings: Mapping[Cue, tuple[str, ...]]  # of the verb at the end of the clause of a noun
    own_endings: Mapping[Cue, tuple[str, ...]]  # of the trigger itself, in small letters and not folded: "visitará"
    own_starts: Mapping[Cue, tuple[str, ...]]  # the same for its first letters: "سي" of سيلتقي
    formed: tuple[Cue, ...]  # the cues that one of these four tells
    foretold_endings: tuple[str, ...]  # of a verb that is still to come where one of these stands right behind it: "만날 것으로"
    foretold: Mapping[Cue, tuple[str, ...]]  # in letters without spaces between: "것으로보인다"
    backshifted: frozenset[str]  # auxiliaries that mean a coming thing behind a word that foretells: "said it would"
    foretelling: frozenset[str]
    hearsay: frozenset[str]  # cues that only report what they make a perfect of: "soll ihn getötet haben"
    perfect: frozenset[str]  # the auxiliaries of that perfect, beside the verb
    reporting: frozenset[str]  # auxiliaries that report even what the law does: "aurait été arrêté"
    imperfect_only: frozenset[str]  # cues that count before an imperfect verb alone: قد
    imperfect_starts: tuple[str, ...]  # first letters of such a verb
    existential: frozenset[tuple[str, ...]]  # denials that reach into the clause about what there is not: "tidak ada … yang tewas"
    finished: tuple[str, ...]  # endings of a verb, in small letters, before which no plan counts: "yayımladı"
    accomplished: frozenset[str]  # past auxiliaries behind which no plan counts: "konnte gefasst werden"
    results: Mapping[str, str]  # verb of result behind a denial → the mark before what did not result: "لم يسفر الحادث عن إصابات"
    scenes: frozenset[str]  # words before a noun that make it the scene of what is denied: "никто не пострадал при пожаре"
    own_only: frozenset[str]  # first words of cues that concern only their own verb, no marked noun before it: नहीं
    infinitive_only: frozenset[str]  # first words of cues that reach an infinitive alone: "invited him to visit"
    carrying: frozenset[str]  # infinitives that open their object to those cues: "agreed to hold joint exercises"
    carrying_marks: frozenset[str]  # one of these stands right before such a verb, where its infinitive has no form of its own
    rulings: frozenset[str]  # verbs by which a court does an act of the law: "decided to remand him"
    infinitive_endings: tuple[str, ...]  # of a verb that is an infinitive without a mark: "decidió retirar"
    definite_too: frozenset[str]  # first words of cues that reach even a definite object right behind them: "annulé la visite"
    noun_only: frozenset[str]  # first words of cues that reach a noun alone: "any sale of weapons"
    attributive: frozenset[str]  # cues of one word that describe the noun beside them, not its verb: "suspected rebels killed"
    object_marks: frozenset[str]  # cues that mark an object where a number of what is counted follows, or its verb behind it: 将
    object_verbs: frozenset[str]  # first words of triggers that take such an object: "将张某逮捕"
    object_stops: frozenset[str]  # words behind such a cue that are no object: "将全力抓捕", "将再次下调"
    object_ends: frozenset[str]  # verbs behind which none of those takes it: "将举行会议讨论下调"
    counted: frozenset[str]
    only: frozenset[str]  # words of a clause whose denial says that there was more besides: "لم يهاجم القرية فحسب"
    governed: frozenset[str]  # marks of an infinitive that hangs on the verb before its comma: "bestritt, … angegriffen zu haben"
    governing: frozenset[str]  # first words of cues that reach what "that" opens behind their clause: "आशंका है कि …"
    presupposing: frozenset[str]  # words beside a noun that no cue behind concerns: "nach dem Angriff wurde … abgesagt"
    taking_place: frozenset[str]  # verbs of happening: denied or to come behind the known name of what struck, they concern it
    achieved: PhraseIndex[str]  # words behind which what might be was done: "was able to"
    spelled: Mapping[str, frozenset[str]]  # folded words that are cues with these accents alone: "může", not "muže"
    reach: int  # words between a cue and a verb
    reach_noun: int
    reach_after: int
    reach_after_noun: int

    def spells(self, keys: Sequence[str], words: Sequence[str], first: int, last: int) -> bool:
        """Tell whether the words [first, last) bear the accents that make them a cue: "může", not "muže"."""
        if not self.spelled:
            return True
        return all(keys[at] not in self.spelled or words[at].casefold() in self.spelled[keys[at]] for at in range(first, last))

    def foretells(self, words: Sequence[str], last: int) -> Cue | None:
        """Tell what the words behind a verb's form for what is to come make of it: "만날 것으로 보인다", "閉鎖すると発表した"."""
        if not self.foretold or not words[last - 1].endswith(self.foretold_endings):
            return None
        behind = "".join(words[last : last + FORETOLD_WORDS])
        return next((cue for cue, starts in self.foretold.items() if behind.startswith(starts)), None)

    def hears(self, keys: Sequence[str], cue: int, first: int, last: int) -> bool:
        """Tell whether the cue at one token makes hearsay of the verb at tokens [first, last): "soll ihn getötet haben"."""
        return keys[cue] in self.hearsay and not self.perfect.isdisjoint(keys[max(0, first - 1) : last + 2])

    def marks_object(self, keys: Sequence[str], first: int, last: int) -> bool:
        """Tell a cue at tokens [first, last) that only marks what the verb is done to from a plan: "将14名矿工救出"."""
        number, counted = (keys[at] if at < len(keys) else "" for at in (last, last + 1))
        return keys[first] in self.object_marks and number.isdecimal() and counted in self.counted

    def reports(self, keys: Sequence[str], cue: int, first: int) -> bool:
        """Tell whether the cue at one token is the auxiliary of the verb at another that makes hearsay of it: "sarebbe morto"."""
        return keys[cue] in self.reporting and first - cue <= REPORTING_REACH


@cache
def modality_rules(pack: LanguagePack) -> ModalityRules:
    """Read ``modality.toml`` of a pack; no cues where the pack has none.

    Raises
    ------
    LanguagePackError
        A key is unknown or holds something else than words or a number.

    """
    table = pack.table("modality")
    _check(pack, table, {*CUES, NO_CUE, *_NUMBERS, *_PARTS, *_LISTS})
    after, endings, of_nouns, own, starts, foretold = (table.get(part, {}) for part in _PARTS)
    for part, more in ((after, _NUMBERS), (endings, ()), (of_nouns, ()), (own, ()), (starts, ()), (foretold, ("verbs",))):
        _check(pack, part, {*CUES, *more})
    formed = tuple(cue for cue in CUES if any(part.get(cue) for part in (endings, of_nouns, own, starts)))
    prefixes = ("", *table.get("prefixes", []))
    return ModalityRules(
        cues=phrase_index(
            (prefix + phrase, cue) for prefix in prefixes for cue in (*CUES, NO_CUE) for phrase in table.get(cue, [])
        ),
        after=phrase_index((phrase, cue) for cue in CUES for phrase in after.get(cue, [])),
        endings={cue: tuple(fold(ending) for ending in endings.get(cue, [])) for cue in CUES},
        noun_endings={cue: tuple(fold(ending) for ending in of_nouns.get(cue, [])) for cue in CUES},
        own_endings={cue: tuple(own.get(cue, ())) for cue in CUES},
        own_starts={cue: tuple(starts.get(cue, ())) for cue in CUES},
        formed=formed,
        foretold_endings=tuple(foretold.get("verbs", ())),
        foretold={cue: tuple(foretold[cue]) for cue in CUES if cue in foretold},
        imperfect_only=frozenset(fold(prefix + word) for prefix in prefixes for word in table.get("imperfect_only", [])),
        imperfect_starts=tuple(table.get("imperfect_starts", [])),
        existential=frozenset(phrase_keys(phrase) for phrase in table.get("existential", [])),
        finished=tuple(table.get("finished", [])),
        infinitive_endings=tuple(table.get("infinitive_endings", [])),
        results={fold(verb): fold(mark) for verb, _, mark in (phrase.partition(" ") for phrase in table.get("results", []))},
        achieved=phrase_index((phrase, phrase) for phrase in table.get("achieved", [])),
        spelled=_spelled(table.get("spelled", [])),
        **{name: frozenset(map(fold, table.get(name, ()))) for name in _SETS},
        reach=table.get("reach", 0),
        reach_noun=table.get("reach_noun", 0),
        reach_after=after.get("reach", 0),
        reach_after_noun=after.get("reach_noun", after.get("reach", 0)),
    )


def _spelled(written: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """Sort words by what folding leaves of them."""
    return {key: frozenset(word.casefold() for word in written if fold(word) == key) for key in map(fold, written)}


def _check(pack: LanguagePack, table: Mapping[str, Any], known: set[str]) -> None:
    for key, value in table.items():
        if key not in known:
            raise LanguagePackError(f"{pack.code}/modality.toml: {key} is not a key; expected one of {', '.join(sorted(known))}")
        if not isinstance(value, (list, int, dict)) or (
            isinstance(value, list) and not all(isinstance(word, str) for word in value)
        ):
            raise LanguagePackError(f"{pack.code}/modality.toml: {key} is {value!r}; expected a list of words or a number")
