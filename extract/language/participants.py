"""The pack's view of names and roles: ``participants.toml``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from extract.errors import LanguagePackError
from extract.language import LanguagePack
from extract.language.beside import NounsBeside
from extract.language.compounds import Compounds, compounds
from extract.language.lexicon import words_of_events
from extract.language.namecases import NameCases, name_cases
from extract.language.nounsbeside import STAR, STARRED, nouns_beside, words_of
from extract.language.shapes import Shapes, shapes
from extract.models import Role
from extract.phrases import PhraseIndex, phrase_index, phrase_keys
from extract.text import fold

SHAPE_LISTS = (  # of how verbs, nouns and names change where they tell who does it
    "passive_alike", "joined_letters", "organisation_links", "object_pronouns", "members", "title_links",
    "present_starts", "named_after", "noun_ends", "undergoing_nouns", "genitive_ends", "toward", "undergoing_pronouns",
    "name_closing", "counting_links", "people_counters", "ending_alike", "clause_verbs", "describing", "ending_keeps", "agreeing",
    "person_marks", "near_marks", "describing_verbs", "source_marks",
)  # fmt: skip
LISTS = (
    "articles", "particles", "joints", "titles", "organisation_words", "thing_words", "place_nouns", "scene_marks",
    "compass", "never", "acting", "person_pronouns", "first_persons", "subject_pronouns", "adjectives", "relatives",
    "given_names", "definite_starts", "joined_starts", "describing_ends", "common_names", "surnames", "unnamed",
    "bodies", "definite_before", "changed_before", "firm_endings", "own_pronouns", "joining", "counters_behind",
    "striking_marks", "commanding", "blaming_marks", "undergoing", "object_marks", "also_adjectives", "befalling",
    "body_ends", "joint_letters", "made_marks", "deed_heads", "last_given", "not_given", "pivots", "bare_verbs", "sure_titles",
    "phrase_starts", "phrase_bounds", "claiming",
    *SHAPE_LISTS,
)  # fmt: skip
SHAPED = ("accepting", "buying", "deeds", "nominal_verbs", "nonfinite", "receiving", "taking_office")
ENDINGS = ("adjective_endings", "participles", "never_ends")
PHRASES = ("pairs", "claims", "reasons")
OTHERS = (
    "about", "bare_participles", "cased", "chains", "common_agents", "common_nouns", "descriptions", "name_cases", "name_forms",
    "passive_vowels",
    "named_in_quotes", "pronoun_roles", "reflexive", "roles", "titles_stand",
)  # fmt: skip
APOSTROPHE = "'"  # before letters behind an apostrophe that tell the role of a name: "Lee'yi"
CASES = ("subject", "object", "by", "of", "dative")  # of the forms of a noun that acts without a name, parted by strokes
EITHER = "either"  # the case of a subject that an object bears too: "парламент"
ENDS = "-"  # before the last letters of a name that tell its role

_LETTERS = frozenset({ENDS, APOSTROPHE})


@dataclass(frozen=True, slots=True)
class NameRules:
    """How names look in one language; all words are folded."""

    code: str
    cased: bool
    dictionary: str  # code of the language whose dictionary tells names from nouns, where all nouns bear a capital; else ""
    articles: frozenset[str]  # never before a person's name: "the"
    particles: frozenset[str]  # inside a person's name: "bin"
    joints: frozenset[str]  # inside an organisation's name: "of"
    titles: frozenset[str]
    title_ends: tuple[str, ...]  # last letters of more of them: "sprecher"
    organisation_words: frozenset[str]
    firm_endings: frozenset[str]  # behind the known name of a firm they are a part of it: "Corporation"
    thing_words: frozenset[str]  # make a name that of a thing: "Cyclone Tarini", "Flight 370"
    beside: "NounsBeside"
    place_nouns: frozenset[str]  # behind the adjective of a country that does not act: "the Indian city of …"
    scene_marks: frozenset[str]  # beside a country that is only where it happened: "in"
    compass: frozenset[str]  # between such a mark and the country: "in eastern"
    never: frozenset[str]
    acting: frozenset[str]  # verbs beside which a person acts without a mark, where others bear one: "कहते"
    adjectives: frozenset[str]  # capitalised, and alone no name
    common_names: frozenset[str]  # last names of many: alone they mean nobody known
    adjective_endings: tuple[str, ...]  # of the adjective of a land, where its people are another word: "русский"
    participles: tuple[str, ...]  # endings of a participle, that behind a comma tells of the name before it: ", задержанный"
    never_ends: tuple[str, ...]  # endings of words that are no names: "-ों" of plurals
    relatives: frozenset[str]  # open a clause about the name before: "who"
    given_names: frozenset[str]  # in a script without capitals, and among nouns with capitals, they begin a person's name
    definite_starts: frozenset[str]  # first letters of a word that goes on with a name: "ال" in "وزارة الدفاع", "أحمد الشرع"
    joined_starts: frozenset[str]  # the same with "of" or "and" written as one: "للانتخابات"
    describing_ends: frozenset[str]  # endings of an adjective, behind the noun of an organisation: "لجنة التحكيم الرياضية"
    person_pronouns: frozenset[str]
    undergoing_pronouns: frozenset[str]  # those that never mean the subject of their clause: "him"
    subject_pronouns: frozenset[str]  # at the beginning of a clause they may stand for whoever speaks: "it"
    first_persons: frozenset[str]  # there they stand for whoever is quoted: "we"
    own_pronouns: frozenset[str]  # there they make what an organisation tells its own: "its"
    object_marks: frozenset[str]  # whoever a verb is done to bears one; who stands bare behind it does it: "lo detuvo la policía"
    also_adjectives: frozenset[str]  # nouns that take part without a name, but not right behind another noun: "ayuda militar"
    passive_vowels: tuple[str, ...]  # signs of the vowel, seldom written, that makes a passive near the beginning of a verb
    bare_participles: tuple[str, ...]  # endings of words that alone make whoever stands before them undergo it: "Ruiz, acusado de"
    befalling: frozenset[str]  # in scripts without spaces: before what happens in a land, and is not done by it: "发生"
    body_ends: frozenset[str]  # in scripts without spaces: end the name of a body: "集团"
    deed_heads: frozenset[str]  # nouns of a deed, whose genitive bears no mark, that open a clause: "penangkapan Ruiz"
    made_marks: frozenset[str]  # before what somebody is made or called, who takes no part again: "sebagai tersangka"
    joint_letters: frozenset[str]  # there: write the sounds of foreign names only beside the joint of one
    last_given: frozenset[str]  # there: end a given name, though else they tell of something: "王建军"
    not_given: frozenset[str]  # there: behind a surname make no name of it: "韩方"
    pivots: frozenset[str]  # there: verbs whose object does or undergoes what the verb behind tells: "造成14人死亡"
    sure_titles: frozenset[str]  # there: behind them alone letters that make no word are a name: "三条薫さん"
    happening: frozenset[str]  # there, and where names without capitals bear no mark: words that tell of an event, or begin to
    phrase_starts: frozenset[str]  # where nouns stand before what is theirs and the verb last: words that begin a phrase: "یک"
    phrase_bounds: frozenset[str]  # there: adverbs and other words that are of no noun before them: "دیروز"
    claiming: frozenset[str]  # there: nouns before that of a deed, which whoever stands before them says to have done: "مسئولیت"
    reasons: PhraseIndex[str]  # there: open what tells why something was done: "به اتهام"
    bare_verbs: frozenset[str]  # forms of verbs whose unmarked subject undergoes what they tell: "मारे", "हुए"
    counters_behind: frozenset[str]  # behind the number of a noun that stands before it: "漁師3人"
    pairs: PhraseIndex[str]  # "the two leaders"
    common_agents: PhraseIndex[str]  # nouns that act without a name, before a mark of the agent → whom they mean: "पुलिस ने"
    common_nouns: PhraseIndex[tuple[str, str]]  # nouns that take part without a name → whom they mean, and their case: "rebels"
    common_compounds: Compounds | None  # the same of words that end as such a noun: "*polizei"; None where none is listed
    common_words: Mapping[str, tuple[str, ...]]  # whom such nouns mean → all of their forms, the one that names them first
    descriptions: PhraseIndex[str]  # nouns of offices and callings → key, the same in every language: "chief executive"
    claims: PhraseIndex[str]  # whoever stands right behind claims to have done what the clause tells: "взяла на себя"
    definite_before: frozenset[str]  # one of them begins the description of somebody known: "the"; () where no article does
    changed_before: frozenset[str]  # stand before such a noun for whoever bears it no longer, or not quite: "former", "deputy"
    roles: Mapping[tuple[str, ...], Role]  # words beside a name → its role
    chains: Mapping[str, frozenset[str]]  # a mark of a genitive → those behind which its noun is an owner: "X की पत्नी का निधन"
    pronoun_roles: Mapping[str, Role]  # pronouns and relatives that tell the role of whom they mean: "जिसने"
    apostrophe_roles: Mapping[str, Role]  # letters behind an apostrophe → the role of the name before it
    receiving: Shapes  # verbs whose subject is given what their object tells of: "received aid"
    buying: Shapes  # verbs and nouns whose subject is given what it pays for: "bought 250 tanks"
    taking_office: Shapes  # verbs whose subject is given an office, their object the one who had it: "replaces"
    accepting: Shapes  # the same of what somebody gives up: "accepted her resignation"
    about: frozenset[tuple[str, ...]]  # begin as a mark of a role and are none: "को लेकर"
    nonfinite: Shapes  # forms of verbs that end no clause and may take what stands before them: "खरीदने के लिए"
    reflexive: bool  # what is its subject's own bears another word: "his" is that of somebody else
    deeds: Shapes  # nouns of what somebody does, told of in the genitive: "атака Израиля"; () where the genitive undergoes it
    nominal_verbs: Shapes  # verbs made nouns, whose subject stands in the genitive: "fırlattığını"
    joining: frozenset[str]  # marks of a companion that, right between two names, only join them: "と", "-와"
    striking_marks: frozenset[str]  # between the noun of a deed and whom it strikes: "an attack on worshippers"
    commanding: frozenset[str]  # verbs whose object does what the verb behind it tells: "asked Arden to withdraw"
    blaming_marks: frozenset[str]  # before a verb that the object of the verb before does or did: "accused Arden of spying"
    undergoing: frozenset[str]  # participles that without an auxiliary tell what befell the noun before: "a man accused of"
    surnames: frozenset[str]  # in scripts without capitals: tell a name beside a title
    unnamed: frozenset[str]  # stand behind a surname for the rest of a name: "某"
    bodies: frozenset[str]  # last letters of what may stand between a name and its title: "윤호석 행정안전부 장관"
    titles_stand: str  # "before" or "behind" a name; "" where names beside titles are not sought so
    passive_alike: frozenset[str]  # verbs whose passive is written as their active: whoever is alone beside one undergoes it
    noun_ends: frozenset[str]  # last letters of a noun that is no family name: "ة"
    named_after: frozenset[str]  # nouns of things that bear the name of whoever stands behind: "جامعة الملك …"
    present_starts: frozenset[str]  # first letters of the present: a vowel behind them makes no passive
    title_links: frozenset[str]  # between a title and the body that it is one of: "باسم" in "المتحدثة باسم الشرطة"
    toward: frozenset[str]  # between the goal of a deed and its noun: "yönelik"
    describing: frozenset[str]  # words of an event that only describe whoever stands behind them: "পলাতক"
    clause_verbs: frozenset[str]  # verbs that end a clause of their own before the last one: "দেওয়ায়"
    near_marks: frozenset[str]  # marks that only the noun right behind them takes: "ওপর"
    owner_ends: tuple[str, ...]  # letters of a genitive, in a script without capitals where whoever acts bears no mark: "ের"
    ending_alike: frozenset[str]  # names that end as a mark of a role does, and bear none: "মিয়ানমার"
    ending_keeps: frozenset[str]  # first letters of such a mark that belong to the name: "মেহতার" is "মেহতা"
    people_counters: frozenset[str]  # between a number and the people that it counts: "জন"
    name_closing: frozenset[str]  # last letters that a name without capitals surely ends with, and that are no part of it: "কে"
    agreeing: frozenset[str]  # last letters of a genitive that agrees with its noun and the verb of this: "चा" in "चा पराभव केला"
    person_marks: frozenset[str]  # marks behind the name of a person alone: "यांना"
    describing_verbs: frozenset[str]  # last letters of verbs that describe the noun behind: "पाकिस्तानने केलेल्या हल्ल्याचा"
    source_marks: frozenset[str]  # last letters of a mark of who does a passive, or whom something comes from: "कडून"
    genitive_ends: frozenset[str]  # last letters of a word in the genitive, the subject of a verb made a noun: "nin"
    counting_links: frozenset[str]  # between a number and what it counts: "300 de angajați"
    members: frozenset[str]  # nouns of single men of a body that itself does things to others: "جندي"
    undergoing_nouns: frozenset[str]  # nouns of what befalls who stands behind, and is not done by who tells it: "مقتل"
    object_pronouns: frozenset[str]  # letters at the end of a verb that are its object: "ه"
    organisation_links: frozenset[str]  # bare nouns behind a word of organisation_words: "إدارة" in "مجلس إدارة مصرف الرافدين"
    joined_letters: frozenset[str]  # prepositions and joints that are written as one with the next word: "ب"
    cases: NameCases | None  # which case a word of a name tells; None where none does
    spaced: bool
    inverts: bool  # a verb of telling right behind a comma stands before who tells it
    foreign: frozenset[str]  # letters that write the sounds of foreign names
    role_endings: tuple[tuple[str, Role], ...]  # letters with which a name ends → its role, the longest first: "-은"

    def is_title(self, key: str) -> bool:
        """Tell whether a word is a title, or ends as one: "polizeisprecherin"."""
        return key in self.titles or (bool(self.title_ends) and key.endswith(self.title_ends))

    def is_body(self, word: str) -> bool:
        """Tell whether a word may be the body that bears a title."""
        return word[-1:] in self.bodies

    def bare(self, key: str, *, marked: bool = False) -> str:
        """Give a last name without the letters that tell its role: "হোসেনকে", one of many; any before a mark, "দোভালের সঙ্গে"."""
        if key in self.common_names or not self.role_endings:
            return key
        if closing := next((ending for ending in self.name_closing if key.endswith(ending)), ""):
            return key.removesuffix(closing)
        ends = (ending for ending, _ in self.role_endings if ending and key.endswith(ending))
        stems = (key.removesuffix(ending) + (ending[0] if ending[0] in self.ending_keeps else "") for ending in ends)
        return next((stem for stem in stems if marked or stem in self.common_names), key)

    @property
    def acts_unmarked(self) -> bool:
        """Tell whether a name that bears no mark of a role acts."""
        return ("", "agent") in self.role_endings[-1:]


@cache
def name_rules(pack: LanguagePack) -> NameRules:
    """Read ``participants.toml`` of a pack; names in capitals where the pack has none.

    Raises
    ------
    LanguagePackError
        A key is unknown or holds something else than a list of words.

    """
    table, spaced = _checked(pack), pack.traits.get("words", "spaced") == "spaced"
    roles = table.get("roles", {})
    keys = ("common_agents", "common_nouns", "descriptions", "chains", "pronoun_roles")
    nouns, commons, described, chains, pronouns = (table.get(key, {}) for key in keys)
    marks: list[tuple[str, Role]] = [(mark, role) for role in sorted(roles) for mark in words_of(pack, roles, role)]
    ends = [(fold(mark[1:]), role) for mark, role in marks if mark[0] == ENDS]
    forms = list(_noun_forms(pack, commons))
    return NameRules(
        code=pack.code,
        dictionary=pack.code if pack.nouns_capitalised else "",
        beside=nouns_beside(pack, table),
        cased=bool(table.get("cased", "Latin" in pack.scripts)),
        common_agents=phrase_index((noun, key) for key in sorted(nouns) for noun in words_of(pack, nouns, key)),
        common_nouns=phrase_index((form, means) for form, means in forms if form[0] != STAR),
        common_compounds=compounds(
            ((fold(form[1:]), means) for form, means in forms if form[0] == STAR), (fold(form) for form, _ in forms)
        ),
        common_words={key: _words_for(pack, key, commons, nouns) for key in sorted({*nouns, *commons})},
        descriptions=phrase_index((noun, key) for key in sorted(described) for noun in words_of(pack, described, key)),
        roles={phrase_keys(mark): role for mark, role in marks if mark[0] not in _LETTERS},
        chains={fold(mark): frozenset(map(fold, words_of(pack, chains, mark))) for mark in sorted(chains)},
        pronoun_roles={fold(word): role for role in sorted(pronouns) for word in words_of(pack, pronouns, role)},
        apostrophe_roles={
            fold(mark[1:]): role for role in sorted(roles) for mark in words_of(pack, roles, role) if mark[0] == APOSTROPHE
        },
        role_endings=tuple(sorted(ends, key=lambda end: (-len(end[0]), end))),
        about=frozenset(phrase_keys(mark) for mark in words_of(pack, table, "about")),
        owner_ends=_owner_ends(table, ends),
        reflexive=bool(table.get("reflexive", False)),
        passive_vowels=tuple(table.get("passive_vowels", ())),
        bare_participles=tuple(words_of(pack, table, "bare_participles")),
        titles_stand=str(table.get("titles_stand", "")),
        spaced=spaced,
        happening=words_of_events(pack) if not spaced or _owner_ends(table, ends) else frozenset(),
        cases=name_cases(pack),
        inverts=bool(pack.table("speech").get("inverts")),
        foreign=frozenset(pack.traits.get("transliteration", "")),
        **_by_key(pack, table),
        title_ends=tuple(fold(word[1:]) for word in words_of(pack, table, "titles") if word[0] == STAR),
    )


def _owner_ends(table: Mapping[str, Any], ends: list[tuple[str, Role]]) -> tuple[str, ...]:
    """Give the letters of a genitive, where names bear no capital and whoever acts bears no mark."""
    bare = ("", "agent") in ends and not table.get("cased", True)
    return tuple(end for end, role in ends if end and role == "topic") if bare else ()


def _by_key(pack: LanguagePack, table: Mapping[str, Any]) -> dict[str, Any]:
    """Give the lists of words, of shapes, of endings and of phrases under their keys."""
    return {
        **{key: frozenset(fold(word) for word in words_of(pack, table, key) if word[0] != STAR) for key in LISTS},
        **{key: shapes(words_of(pack, table, key)) for key in SHAPED},
        **{key: tuple(map(fold, words_of(pack, table, key))) for key in ENDINGS},
        **{key: phrase_index((phrase, phrase) for phrase in words_of(pack, table, key)) for key in PHRASES},
    }


def _checked(pack: LanguagePack) -> Mapping[str, Any]:
    """Give the table of a pack, of which all keys and roles are known."""
    table, known = pack.table("participants"), (*LISTS, *STARRED, *SHAPED, *ENDINGS, *PHRASES, *OTHERS)
    if unknown := sorted(set(table).difference(known)):
        raise LanguagePackError(f"{pack.code}/participants.toml: {unknown[0]} is not a key; expected one of {', '.join(known)}")
    if wrong := sorted({*table.get("roles", {}), *table.get("pronoun_roles", {})} - set(get_args(Role))):
        raise LanguagePackError(f"{pack.code}/participants.toml: roles.{wrong[0]}; expected one of {', '.join(get_args(Role))}")
    return table


def _noun_forms(pack: LanguagePack, commons: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield every form of the nouns that take part without a name, with whom it means and its case."""
    for key in sorted(commons):
        yield from ((form, (key, case)) for noun in words_of(pack, commons, key) for form, case in _cases(noun))


def _words_for(pack: LanguagePack, key: str, *tables: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the words of some tables for one whom they mean, none with a star."""
    forms = (form for table in tables for noun in words_of(pack, table, key) for form, _ in _cases(noun))
    return tuple(form for form in forms if form[0] != STAR)


def _cases(noun: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of a noun with their cases: "рыбаки/рыбаков/рыбаками"; one form alone tells none."""
    forms = [form.strip() for form in noun.split("/")]
    cases: dict[str, str] = {}
    for form, case in zip(forms, CASES if len(forms) > 1 else ("",), strict=False):
        if form:
            cases.setdefault(form, case)
    if len(forms) > 1 and forms[1] in ("", forms[0]):
        cases[forms[0]] = EITHER
    yield from cases.items()
