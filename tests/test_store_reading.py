"""Every value leads back to its words: tellings, articles with marks, search in any script."""

import pytest
from msgspec.structs import replace
from store_corpus import DAY, article, happening, mention

from extract.models import Actor, Article, Document, Provenance, Query, Sentence, Span, Speaker, When, Where
from extract.store import Store

ONE, TWO = article("one"), article("two", source=None, word="gale")
HINDI = "रूस के राष्ट्रपति पुतिन सोमवार को पहुँचे।"


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "a.dateline") as opened:
        opened.put_article(ONE)
        opened.put_article(TWO)
        yield opened


def words(told: Article, text: str, rule: str = "rule") -> Provenance:
    start = told.document.text.index(text)
    return Provenance(told.document.id, Span(start, start + len(text)), rule)


def test_every_source_sentence_comes_with_its_marks(store):
    store.replace_happenings([happening("a", mention(TWO, 1), mention(ONE, 0))])
    tellings = store.tellings("a")
    assert [(telling.document.id, telling.index) for telling in tellings] == [("one", 0), ("two", 1)]
    text = ONE.document.text
    marked = [(role, text[slice(*span)], rule, value) for role, span, rule, value in tellings[0].marks]
    assert marked == [("trigger", "storm", "storm-noun", "storm"), ("date", "Sunday", "weekday", "2021-03-14")]
    assert tellings[0].text == text[slice(*tellings[0].sentence)]


def test_a_sentence_that_only_lends_the_place_is_told_without_a_mention(store):
    lent = Where("Varna", 43.2, 27.9, 8.0, "city", 0.9, "focus", (Provenance("one", Span(*_of(ONE, 2, "Varna")), "city-name"),))
    store.replace_happenings([happening("a", mention(ONE, 0), where=lent)])
    first, lending = store.tellings("a")
    assert (first.mention, lending.mention) == (mention(ONE, 0), None)
    assert (lending.index, lending.marks) == (2, (("place", Span(*_of(ONE, 2, "Varna")), "city-name", "Varna"),))


def _of(told: Article, sentence: int, text: str) -> tuple[int, int]:
    start = told.document.text.index(text, told.sentences[sentence].span.start)
    return start, start + len(text)


def test_actors_and_speakers_are_marked(store):
    by = words(ONE, "one", "name")
    said = replace(mention(ONE, 0), said_by=Speaker("One", "one", by.span))
    store.replace_happenings([happening("a", said, participants=(Actor("One", "agent", (by,)),))])
    roles = {role: value for role, _, _, value in store.tellings("a")[0].marks}
    assert roles == {"actor": "One", "speaker": "One", "trigger": "storm", "date": "2021-03-14"}


def test_an_article_shows_the_marks_of_all_its_happenings(store):
    store.replace_happenings([happening("a", mention(ONE, 0)), happening("b", mention(ONE, 2), mention(TWO, 0))])
    document, marks = store.article("one")
    assert document == ONE.document
    assert [mark[4] for mark in marks if mark[0] == "trigger"] == ["a", "b"]
    assert [document.text[slice(*mark[1])] for mark in marks] == ["storm", "Sunday"] * 2


def test_what_is_not_there_is_nothing(store):
    assert store.tellings("never") == ()
    assert store.happening("never") is None
    assert store.article("never") is None


def test_a_document_without_a_source_is_known_by_its_own_name(store):
    store.replace_happenings([happening("a", mention(TWO, 0))])
    assert store.window(Query(), 1)[0].sources == ("two",)


@pytest.fixture
def searched(store):
    hindi = Article(Document("hi", HINDI, language="hi"), (Sentence("hi", Span(0, len(HINDI)), 0, 0),))
    store.put_article(hindi)
    at = HINDI.index("पहुँचे")
    arrival = replace(mention(ONE, 0), document_id="hi", span=Span(at, at + 6), sentence=Span(0, len(HINDI)), text="पहुँचे")
    by_hindi = Actor("पुतिन", "agent", (Provenance("hi", Span(0, 3), "name"),))
    by_english = Actor("Vladimir Putin", "agent", (Provenance("one", Span(0, 3), "name"),))
    store.replace_happenings(
        [
            happening("hindi", arrival, label="Arrival", participants=(by_hindi,), where=None, weight=0.2),
            happening("english", mention(ONE, 0), label="Visit of 100% joy", participants=(by_english,), weight=0.9),
            happening("other", mention(TWO, 0), label="Gale at Žilina", where=Where("Žilina", 49.2, 18.7, 8.0, "city", 1.0, "r")),
        ]
    )
    return store


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Putin", ("english", "hindi")),
        ("पुतिन", ("english", "hindi")),
        ("PUTI", ("english",)),
        ("zilina", ("other",)),
        ("Zilina gale", ("other",)),
        ("gale Putin", ()),
        ("राष्ट्रपति", ("hindi",)),
        ("as told by one", ("english",)),
        ("100%", ("english",)),
        ("0%", ("english",)),
        ("%", ("english",)),
        ('"', ()),
        ('" OR told:x', ()),
        ("Patna", ()),
        ("   ", ()),
    ],
)
def test_search_finds_labels_people_places_and_sentences_in_any_script(searched, typed, found):
    assert searched.search(typed) == found


def test_a_name_is_found_as_the_text_writes_it_though_it_is_kept_in_another_script(searched):
    at = HINDI.index("पुतिन")
    by = Actor("V. V. P.", "agent", (Provenance("hi", Span(at, at + 5), "name"),))
    told = replace(mention(ONE, 0), document_id="hi", span=Span(at, at + 5), sentence=Span(0, len(HINDI)))
    searched.replace_happenings([happening("hindi", told, label="Arrival", participants=(by,), where=None)])
    assert searched.search("Putin") == searched.search("पुतिन") == ("hindi",)


def test_words_are_a_clause_like_any_other(searched):
    assert [row.id for row in searched.window(Query(words="putin"), 9)] == ["english", "hindi"]
    assert searched.facets(Query(words="putin", kinds=("visit",))).kinds == {"storm": 2}
    assert searched.window(Query(words=" "), 9) == searched.window(Query(), 9)


def test_search_forgets_what_left_the_views(searched):
    assert searched.search("putin")
    searched.replace_happenings([])
    assert searched.search("putin") == ()


def test_an_undated_happening_keeps_what_is_known_of_its_time(store):
    store.replace_happenings([happening("a", mention(ONE, 0), when=When(None, None, "unknown", "none", 0.2, "none"))])
    row = store.window(Query(), 1)[0]
    assert (row.first_day, row.last_day, row.how) == (None, None, "none")
    assert store.window(Query(first_day=DAY), 9) == ()
