"""The packs' trigger words: cover, no clashes, forms, the packs' own examples, bad tables."""

from collections import defaultdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.clauses import read_sentence
from extract.errors import LanguagePackError
from extract.kinds import kinds
from extract.language import load_pack, pack_codes, pack_for
from extract.language.events import event_rules
from extract.language.inflection import inflect, read_inflection
from extract.language.triggers import PARTS, read_at, read_triggers, trigger_tables
from extract.models import Document
from extract.sentences import split
from extract.text import fold
from extract.triggers import find_triggers, verb_forms

FEWEST = {"en": 1500, "hi": 900}
WITH_TRIGGERS = [code for code in pack_codes() if load_pack(code).table("triggers")]
FULL = [code for code in WITH_TRIGGERS if load_pack(code).quality == "full"]
NEWS = [code for code in WITH_TRIGGERS if load_pack(code).quality == "news"]
FEWEST_OF_NEWS = 250  # words and phrases of a news pack
EXAMPLES = [(code, row) for code in WITH_TRIGGERS for row in load_pack(code).table("triggers_examples").get("triggers", ())]
SMALL: dict[str, Any] = {
    "inflection": {
        "verbs": [{"ends": "e", "cut": 1, "add": ["e", "es", "ed", "ing"]}],
        "nouns": [{"ends": "", "cut": 0, "add": ["s"]}],
    },
    "classes": {"missile": ["missile", "rocket"]},
    "triggers": [
        {"kind": "missile launch", "verbs": ["fire"], "nouns": ["launch"], "phrases": ["fire missile"], "with": ["missile"]}
    ],
}


TOLD = {name for name, kind in kinds().items() if not kind.everyday}  # kinds that triggers tell


def kinds_in(text: str, code: str) -> set[str]:
    pack = load_pack(code)
    rules, tables = event_rules(pack), trigger_tables(pack)
    sentences = split(Document("d", text, language=code), pack)
    readings = [read_sentence(text, sentence, rules, verb_forms(pack)) for sentence in sentences]
    return {trigger.kind for reading in readings for trigger in find_triggers(reading, tables, rules)}


@pytest.mark.parametrize("code", NEWS)
def test_a_news_pack_knows_hundreds_of_words_and_brings_examples_of_both_sorts(code: str) -> None:
    pack = load_pack(code)
    entries = trigger_tables(pack).entries
    examples = pack.table("events_examples")["events"]
    assert len(entries) >= FEWEST_OF_NEWS
    assert len(examples) >= 25
    assert any("not" in one for one in examples)


@pytest.mark.parametrize("code", WITH_TRIGGERS)
def test_every_kind_is_told_in_every_language_with_trigger_words(code: str) -> None:
    assert TOLD - {entry.kind for entry in trigger_tables(load_pack(code)).entries} == set()


@pytest.mark.parametrize(("code", "fewest"), FEWEST.items())
def test_a_full_pack_knows_many_words(code: str, fewest: int) -> None:
    assert len({(entry.lemma, entry.classes) for entry in trigger_tables(load_pack(code)).entries}) >= fewest


@pytest.mark.parametrize("code", WITH_TRIGGERS)
def test_no_word_under_the_same_condition_tells_two_kinds(code: str) -> None:
    told: dict[tuple[str, frozenset[str]], list[str]] = defaultdict(list)
    for entry in trigger_tables(load_pack(code)).entries:
        if ", other forms of" not in entry.rule:  # of what stands in the table already
            told[entry.lemma, frozenset(entry.classes)].append(f"{entry.kind} ({entry.form})")
    clashes = {
        key: rows for key, rows in told.items() if len({row.split(" (")[0] for row in rows}) > 1 or len(rows) != len(set(rows))
    }
    assert clashes == {}


def test_packs_share_the_names_of_their_conditions() -> None:
    used = {code: {name for entry in trigger_tables(load_pack(code)).entries for name in entry.classes} for code in WITH_TRIGGERS}
    known = {code: set(trigger_tables(load_pack(code)).class_forms) for code in FULL}
    for code in WITH_TRIGGERS:
        assert all(used[code] <= names for names in known.values()), code


@pytest.mark.parametrize("code", WITH_TRIGGERS)
def test_every_word_is_found_again_by_its_first_form(code: str) -> None:
    tables = trigger_tables(load_pack(code))
    for entry in tables.entries:
        keys = [
            fold(part)
            for part in entry.lemma.replace("-", " ").replace("'", " ").replace("’", " ").replace(".", " ").replace("+", "").split()
        ]
        assert any(match.entry is entry and match.taken == tuple(range(len(keys))) for match in read_at(tables, keys, 0)), (
            entry.rule
        )


@pytest.mark.parametrize("code", FULL)
def test_the_examples_cover_every_kind_and_hold_false_friends(code: str) -> None:
    rows = [row for own, row in EXAMPLES if own == code]
    assert TOLD - {kind for row in rows for kind in row.get("finds", ())} == set()
    assert sum("never" in row for row in rows) >= 10


@pytest.mark.parametrize(("code", "row"), EXAMPLES, ids=lambda part: part if isinstance(part, str) else part["text"][:40])
def test_a_pack_reads_its_own_examples(code: str, row: dict[str, Any]) -> None:
    found = kinds_in(row["text"], code)
    assert set(row.get("finds", ())) <= found
    assert not set(row.get("never", ())) & found


@pytest.mark.parametrize(
    ("code", "lemma", "forms"),
    [
        ("en", "stop", {"stops", "stopped", "stopping"}),
        ("en", "carry", {"carries", "carried", "carrying"}),
        ("en", "raise", {"raises", "raised", "raising"}),
        ("en", "go", {"goes", "went", "gone"}),
        ("en", "visit", {"visits", "visited", "visiting"}),
        ("fr", "tuer", {"tué", "tuée", "tuent", "tua", "tuèrent", "tuera", "tuerait", "tuant", "tuait"}),
        ("fr", "rejeter", {"rejette", "rejetée", "rejettera"}),
        ("fr", "détruire", {"détruit", "détruites", "détruisit", "détruira"}),
        ("fr", "surprendre", {"surpris", "surprise", "surprend", "surprit"}),
        ("it", "uccidere", {"ucciso", "uccise", "uccisero", "ucciderà", "uccidendo"}),
        ("it", "attaccare", {"attaccò", "attaccato", "attaccherà", "attaccarono"}),
        ("it", "dimettere", {"dimesso", "dimise", "dimette", "dimettersi", "dimetterà"}),
        ("it", "colpire", {"colpì", "colpita", "colpisce"}),
        ("hi", "दाग", {"दागा", "दागी", "दागे", "दागने", "दागकर", "दागेगा"}),
        ("hi", "बना", {"बनाया", "बनाई", "बनाए", "बनाने", "बनाएगा"}),
        ("hi", "जा", {"गया", "गई", "गए", "जाने"}),
        ("hi", "दे", {"दिया", "दी", "देने", "देगा"}),
    ],
)
def test_verbs_take_their_forms(code: str, lemma: str, forms: set[str]) -> None:
    assert {fold(form) for form in forms} <= trigger_tables(load_pack(code)).inflection.verb_forms(lemma)


@pytest.mark.parametrize(
    ("code", "lemma", "forms"),
    [
        ("en", "crisis", {"crises"}),
        ("en", "city", {"cities"}),
        ("en", "crash", {"crashes"}),
        ("fr", "journal", {"journaux"}),
        ("it", "attacco", {"attacchi"}),
        ("it", "rapina", {"rapine"}),
        ("hi", "दौरा", {"दौरे", "दौरों"}),
        ("hi", "बैठक", {"बैठकें", "बैठकों"}),
        ("hi", "गिरफ्तारी", {"गिरफ्तारियां", "गिरफ्तारियों"}),
        ("hi", "यात्रा", {"यात्राएं", "यात्राओं"}),
        ("hi", "लड़ाई", {"लड़ाइयां"}),
    ],
)
def test_nouns_take_their_forms(code: str, lemma: str, forms: set[str]) -> None:
    assert {fold(form) for form in forms} <= trigger_tables(load_pack(code)).inflection.noun_forms(lemma)


def test_frequent_particles_are_no_forms_of_light_verbs() -> None:
    inflection = trigger_tables(load_pack("hi")).inflection
    assert fold("की") not in inflection.verb_forms("कर")
    assert fold("लिए") not in inflection.verb_forms("ले")


def test_a_phrase_may_hold_two_words_between_and_no_more() -> None:
    tables = read_triggers("xx/triggers.toml", SMALL)
    assert next(read_at(tables, ["fired", "two", "big", "missiles"], 0)).taken == (0, 3)
    assert [match.entry.lemma for match in read_at(tables, ["fired", "a", "b", "c", "missiles"], 0)] == ["fire"]


def test_an_entry_keeps_its_rule_order_and_conditions() -> None:
    verb, noun, phrase = read_triggers("xx/triggers.toml", SMALL).entries
    assert (verb.rule, noun.rule, phrase.rule) == tuple(f"xx/triggers.toml: missile launch #{number}" for number in (1, 2, 3))
    assert verb.classes == ("missile",)
    assert verb.order < noun.order < phrase.order
    assert (verb.gap, phrase.gap) == (0, 2)


def test_a_family_brings_the_noun_to_its_verb_and_the_verb_to_its_noun_under_the_same_conditions() -> None:
    rows = [
        {"kind": "arrival", "verbs": ["arrive"], "with": ["missile"], "not": ["late"]},
        {"kind": "handshake", "nouns": ["handshake"]},
    ]
    tables = read_triggers(
        "xx/triggers.toml", {**SMALL, "triggers": rows, "families": ["arrive: arrival, coming", "shake hand: handshake"]}
    )
    told = [(entry.kind, entry.form, entry.lemma, entry.classes, bool(entry.forbidden)) for entry in tables.entries]
    assert told == [
        ("arrival", "verb", "arrive", ("missile",), True),
        ("handshake", "noun", "handshake", (), False),
        ("arrival", "noun", "arrival", ("missile",), True),
        ("arrival", "noun", "coming", ("missile",), True),
        ("handshake", "phrase", "shake hand", (), False),
    ]
    assert tables.entries[2].rule == "xx/triggers.toml: arrival, family of 'arrive'"


def test_a_phrase_of_a_headline_ends_its_clause_without_its_light_verb() -> None:
    assert "departure" in kinds_in("अमरनाथ यात्रियों का पहला जत्था रवाना", "hi")
    assert "departure" not in kinds_in("अमरनाथ यात्रियों का रवाना स्थल बदला", "hi")


def test_a_family_adds_nothing_that_the_kind_has_or_that_tells_another() -> None:
    rows = [{"kind": "crash", "verbs": ["crash"]}, {"kind": "crash", "nouns": ["crash"], "with": ["missile"]}]
    other = [{"kind": "visit", "verbs": ["tour"]}, {"kind": "performance", "nouns": ["concert"]}]
    tables = read_triggers("xx/triggers.toml", {**SMALL, "triggers": rows + other, "families": ["crash: crash", "tour: concert"]})
    assert len(tables.entries) == 4


def test_a_language_without_a_table_has_no_triggers() -> None:
    assert trigger_tables(pack_for("xx")).entries == ()


@given(st.text(alphabet="abcdefghiklmnoprstuvy", min_size=2, max_size=9))
def test_an_inflected_word_is_among_its_own_forms(word: str) -> None:
    inflection = trigger_tables(load_pack("en")).inflection
    assert fold(word) in inflection.verb_forms(word)
    assert fold(word) in inflection.noun_forms(word)
    assert all(form for form in inflection.all_forms(word))


def test_the_first_rule_that_fits_inflects() -> None:
    rules = read_inflection("x", {"inflection": {"verbs": [{"ends": "p", "cut": 0, "add": ["s", "=ed"]}]}}).verbs
    assert inflect("stop", rules) == ["stops", "stopped"]
    assert inflect("see", rules) == []
    assert rules[0].cut == 0


@pytest.mark.parametrize(
    ("part", "value", "message"),
    [
        ("triggers", [{"kind": "picnic", "verbs": ["eat"]}], "triggers.picnic.kind is 'picnic'; expected one of"),
        ("triggers", [{"verbs": ["eat"]}], "expected a table with a kind"),
        ("triggers", [{"kind": "visit", "verbs": "eat"}], "triggers.visit.verbs is 'eat'; expected a list of words"),
        ("triggers", [{"kind": "visit", "verbs": [""]}], "expected a list of words"),
        ("triggers", [{"kind": "visit", "verb": ["eat"]}], "triggers.visit is 'verb'; expected one of"),
        (
            "triggers",
            [{"kind": "visit", "verbs": ["eat"], "with": ["bread"]}],
            "triggers.visit.with is 'bread'; expected one of missile",
        ),
        ("classes", {"missile": ["two words"]}, "classes.missile has 'two words'; expected a list of single words"),
        ("inflection", {"verbs": [{"ends": "("}]}, "expected ends (a regular expression), cut (a number) and add (endings)"),
        ("inflection", {"verbs": [{"ends": "(", "cut": 0, "add": []}]}, "expected a regular expression"),
        ("verbs", ["eat"], "verbs is 'verbs'; expected one of inflection"),
        ("homographs", "की", "homographs is 'की'; expected a list of tables"),
        ("homographs", [{"form": "की"}], "expected a form, what it reads as, before and not_after"),
        ("families", ["arrive arrival"], "families has 'arrive arrival'; expected a verb and its nouns"),
        ("families", ["arrive: "], "families has 'arrive: '; expected a verb and its nouns"),
        ("families", "arrive: arrival", "families is 'arrive: arrival'; expected a list of verbs with their nouns"),
    ],
)
def test_a_bad_table_names_file_key_found_and_expected(part: str, value: object, message: str) -> None:
    with pytest.raises(LanguagePackError) as raised:
        read_triggers("xx/triggers.toml", {**SMALL, part: value})
    assert str(raised.value).startswith("xx/triggers.toml: ")
    assert message in str(raised.value)


def test_the_parts_of_a_row_are_known() -> None:
    assert set(PARTS.values()) == {"verb", "noun", "phrase"}


def test_letters_before_a_hyphen_come_in_front_of_a_word_less_its_dropped_letters() -> None:
    table = {"inflection": {"verbs": [{"ends": "^ا.+", "cut": 0, "drop": 1, "add": ["", "ت", "ي-ون"]}]}}
    assert inflect("اعتقل", read_inflection("ar", table).verbs) == ["اعتقل", "اعتقلت", "يعتقلون"]
