"""An analyser is found by its entry point, and nothing without offsets is taken from it."""

from importlib.metadata import EntryPoint
from importlib.util import find_spec

import pytest
from msgspec.structs import replace
from store_corpus import article

from extract.analysers import GROUP, Analyser, analysed, find_analysers, load_analyser
from extract.errors import AnalyserError
from extract.models import Article, Participant, PlaceMention, Provenance, Quantity, Span, When, Where

TOLD = article("one")
DAY = TOLD.timexes[0].first_day
NOWHERE = Provenance("one", Span(0, 0), "rule")
HERE = Provenance("one", Span(2, 9), "rule")  # "a storm"


def offered(value: str, name: str = "mine") -> list[EntryPoint]:
    return [EntryPoint(name=name, value=value, group=GROUP)]


def with_event(**changes: object) -> Article:
    return replace(TOLD, events=(replace(TOLD.events[0], **changes), *TOLD.events[1:]))


def someone(text: str, source: Provenance) -> Participant:
    return Participant(text, "agent", text, source)


def test_an_analyser_is_found_by_its_entry_point():
    found = load_analyser("mine", offered("extract.analysers.spacy_english:analyse"))
    assert found.name == "mine"
    assert found.analyse.__module__ == "extract.analysers.spacy_english"


def test_analysers_are_listed_by_name_and_not_loaded():
    assert list(find_analysers(offered("not_there:at_all", "b") + offered("nor_this:one", "a"))) == ["a", "b"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("not_there:at_all", "cannot be imported"),
        ("extract.analysers:not_there", "cannot be imported"),
        ("extract.analysers:GROUP", "is no function"),
    ],
)
def test_an_analyser_that_cannot_be_used_is_named(value, said):
    with pytest.raises(AnalyserError, match=f"analyser mine: .*{said}"):
        load_analyser("mine", offered(value))


def test_an_unknown_analyser_is_refused_with_those_installed():
    with pytest.raises(AnalyserError, match="'other'; installed are mine"):
        load_analyser("other", offered("extract.analysers:GROUP"))


def test_what_leads_to_its_words_is_taken():
    made = with_event(participants=(someone("a storm", HERE),), when=When(DAY, DAY, "day", "explicit", 1.0, "mine", (HERE,)))
    assert analysed(TOLD, Analyser("mine", lambda _: made)) == made
    assert analysed(TOLD, Analyser("mine", lambda given: given)) == TOLD


def test_a_day_of_the_default_reading_may_stay():
    dated = with_event(timex=None, when=When(DAY, DAY, "day", "inferred", 0.4, "published"))
    assert analysed(dated, Analyser("mine", lambda given: given)) == dated


PLACE = PlaceMention("Varna", "Varna", 43.2, 27.9, 8.0, "city", NOWHERE)
BROKEN = [
    (replace(TOLD, document=replace(TOLD.document, text="Else.")), "document was changed"),
    (replace(TOLD, sentences=()), "sentences were changed"),
    (replace(TOLD, places=(PLACE,)), r"places\[0\] has the offsets \(0, 0\)"),
    (replace(TOLD, timexes=(replace(TOLD.timexes[0], text="Monday"),)), r"timexes\[0\] is 'Monday', but 'Sunday' stands"),
    (with_event(participants=(someone("storm", HERE),)), r"participants\[0\] is 'storm', but 'a storm' stands"),
    (with_event(said_by=someone("one", Provenance("two", Span(0, 3), "rule"))), "said_by is of document 'two'"),
    (with_event(participants=(someone("a storm", replace(HERE, rule="")),)), "has no rule"),
    (with_event(span=Span(0, 9999)), r"events\[0\] has the offsets \(0, 9999\)"),
    (with_event(sentence=Span(0, 3)), r"sentence is \(0, 3\)"),
    (with_event(timex=7), "timex is 7; expected 0 to 2"),
    (with_event(other_places=(("origin", 0),)), "other_places.origin is 0"),
    (with_event(quantities=(Quantity(1, 1, "km", "1 km", NOWHERE),)), r"quantities\[0\] has the offsets"),
    (with_event(cues=(NOWHERE,)), r"cues\[0\] has the offsets"),
    (with_event(timex=None, when=When(DAY, DAY, "day", "explicit", 1.0, "mine")), "when has a value without words"),
    (with_event(where=Where("Varna", 43.2, 27.9, 8.0, "city", 1.0, "mine")), "where has a value without words"),
    (None, "gave NoneType for one"),
]


@pytest.mark.parametrize(("made", "said"), BROKEN)
def test_what_does_not_lead_to_its_words_is_refused(made, said):
    with pytest.raises(AnalyserError, match=f"(?s)analyser mine.*{said}"):
        analysed(TOLD, Analyser("mine", lambda _: made))


@pytest.mark.skipif(find_spec("spacy") is not None, reason="spaCy is installed")
def test_without_spacy_the_example_says_what_to_install():
    with pytest.raises(AnalyserError, match=r"pip install dateline\[spacy\]"):
        analysed(TOLD, load_analyser("spacy", offered("extract.analysers.spacy_english:analyse", "spacy")))


SYNTAX = [  # word, head, dependency: the parse of one sentence, as an English model gives it
    *(
        ("Old", 1, "amod"),
        ("Ivan", 3, "nsubj"),
        ("🎉", 3, "punct"),
        ("met", 3, "ROOT"),
        ("Anna", 5, "compound"),
        ("Petrova", 3, "dobj"),
    ),
    *(("and", 5, "cc"), ("Boris", 5, "conj"), (".", 3, "punct")),
]


def test_the_example_reads_who_from_the_syntax():
    pytest.importorskip("spacy")
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from extract.analysers.spacy_english import with_syntax

    words, heads, dependencies = zip(*SYNTAX, strict=True)
    parsed = Doc(Vocab(), words=list(words), heads=list(heads), deps=list(dependencies))
    met = Span(parsed[3].idx, parsed[3].idx + 3)
    sentence = replace(TOLD.sentences[0], span=Span(0, len(parsed.text)))
    event = replace(TOLD.events[0], span=met, trigger="met", sentence=sentence.span, timex=None)
    told = Article(replace(TOLD.document, text=parsed.text), (sentence,), events=(event,))
    made = analysed(told, Analyser("spacy", lambda given: with_syntax(given, parsed)))
    found = [(one.text, one.role) for one in made.events[0].participants]
    assert found == [("Old Ivan", "agent"), ("Anna Petrova", "patient"), ("Boris", "patient")]
