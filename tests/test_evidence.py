"""The reading pane, the article, the comparison and the printed list, from a happening and its tellings."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from page_corpus import TOLD, FakeStore

from dashapp.evidence import Story, citation, printed_story, reading_pane, row_list
from dashapp.evidence.article import whole_article
from dashapp.evidence.compare import matrix, side_by_side
from dashapp.evidence.facts import disagreement, facts, named_people
from dashapp.evidence.hits import with_hits
from dashapp.evidence.marks import marked
from dashapp.markup import html_of
from dashapp.wording import wording
from extract import Actor, Disagreement, Provenance, Query, Side, Span

STORE = FakeStore()
EN, HI = wording("en"), wording("hi")
HOSTILE = "<script>broken()</script><img src=x onerror='broken()'>"
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a machine may be busy


def story(name: str = "h1", store: FakeStore = STORE) -> Story:
    return Story(store.happening(name), store.rows([name])[0], store.tellings(name))


def text_of(node) -> str:
    if isinstance(node, list | tuple):
        return "".join(map(text_of, node))
    children = getattr(node, "children", None)
    return node if isinstance(node, str) else text_of(children if children is not None else "")


@SLOW
@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=6))
def test_marking_changes_no_letter(text, spans) -> None:
    marks = [("date", Span(100 + start, 100 + start + length), "rule", "value") for start, length in spans]
    assert text_of(marked(text, 100, marks, EN)) == text


@SLOW
@given(st.text(max_size=60), st.text(max_size=12))
def test_showing_what_is_sought_changes_no_letter(text, sought) -> None:
    assert text_of(with_hits([text], sought)) == text


def test_the_stronger_mark_wins_where_two_overlap() -> None:
    pieces = marked("on Sunday in May", 0, [("actor", Span(3, 16), "a", ""), ("date", Span(3, 9), "d", "")], EN)
    assert [(piece.className, piece.children) for piece in pieces if not isinstance(piece, str)] == [
        ("date", "Sunday"),
        ("actor", " in May"),
    ]


@pytest.mark.parametrize(
    ("text", "sought", "hits"),
    [
        ("Putin met Kim", "पुतिन", ["Putin"]),
        ("पुतिन और किम मिले", "Putin", ["पुतिन"]),
        ("The satellites and a Satellite", "satellite", ["satellites", "Satellite"]),
        ("Zürich", "zurich", ["Zürich"]),
        ("Putin met Kim", "", []),
        ("a b c", "a", []),
    ],
)
def test_sought_words_are_found_in_any_script_and_case(text, sought, hits) -> None:
    assert [piece.children for piece in with_hits([text], sought) if not isinstance(piece, str)] == hits


def test_the_pane_shows_each_sentence_in_its_language_with_the_rule_behind_each_mark() -> None:
    shown = html_of(reading_pane(story(), EN))
    assert 'dir="auto" lang="hi"' in shown
    assert 'data-rule="date: Wednesday · rule date-rule"' in shown
    assert "उत्तर कोरिया" in shown


def test_the_sources_come_before_what_the_happening_includes_is_unfolded() -> None:
    whole = replace(story(), parts=STORE.window(Query(), 9))
    shown = html_of(reading_pane(whole, EN))
    assert "Includes 9 happenings" in shown
    assert shown.index("<details") < shown.index("<blockquote")
    assert "<details open" not in shown


def test_articles_in_the_readers_language_come_first() -> None:
    assert text_of(reading_pane(story(), EN)).index("The Wire") < text_of(reading_pane(story(), EN)).index("दैनिक तट")
    hindi = text_of(reading_pane(story(), HI))
    assert hindi.index("दैनिक तट") < hindi.index("The Wire")


def test_disagreements_give_each_side_its_value() -> None:
    shown = text_of(reading_pane(story(), EN))
    assert "Sources disagree" in shown
    assert "≈ 650 km" in shown
    assert "≈ 350 km" in shown


def test_a_side_told_in_two_languages_is_shown_in_the_words_of_the_readers() -> None:
    tellings = story().tellings
    in_english, in_hindi = (next(one for one in tellings if one.document.language == code) for code in ("en", "hi"))
    spans = [Span(one.sentence.start, one.sentence.start + 5) for one in (in_hindi, in_english)]
    mentions = tuple(Provenance(one.document.id, at, "r") for one, at in zip((in_hindi, in_english), spans, strict=True))
    one = Disagreement("place", (Side(in_hindi.text[:5], mentions), Side("≈ 650 km", mentions[:1])), "They are far apart.")
    english, hindi = (text_of(disagreement(one, tellings, words)) for words in (EN, HI))
    assert in_english.text[:5] in english
    assert in_hindi.text[:5] not in english
    assert in_hindi.text[:5] in hindi
    assert "≈ 650 km" in english


def test_few_participants_are_named_and_the_others_counted() -> None:
    first = STORE.happening("h1").mentions[0]
    told = Provenance(first.document_id, first.span, "rule")
    actors = tuple(Actor(f"Person {at}", "agent", (told,) * (20 - at), f"p{at}") for at in range(15))
    crowded = replace(story(), happening=replace(STORE.happening("h1"), participants=actors))
    named, others = named_people(crowded, EN)
    assert named == [f"Person {at}" for at in range(6)]
    assert len(others) == 9
    assert "and 9 told in passing" in text_of(reading_pane(crowded, EN))


def test_a_name_is_written_in_the_readers_letters() -> None:
    actor = Actor("पुतिन", "agent", (), "")
    there = replace(story(), happening=replace(STORE.happening("h1"), participants=(actor,)))
    assert named_people(there, EN)[0] == ["Putin"]
    assert named_people(there, HI)[0] == ["पुतिन"]


def test_a_citation_names_what_when_and_who_says_so() -> None:
    cited = citation(story(), EN)
    assert "Two short-range ballistic missiles fired from Sunan" in cited
    assert "13 Sep 2023" in cited
    assert "The Wire, 13 Sep 2023" in cited


def test_paper_bears_every_sentence_and_the_citation_and_no_control() -> None:
    shown = html_of(printed_story(story(), EN))
    assert shown.count("<blockquote") == len(story().tellings)
    assert "citation" in shown
    assert "<button" not in shown


def test_the_article_is_whole_with_its_sentence_set_apart() -> None:
    document, marks = STORE.article("wire")
    here = [telling.sentence for telling in STORE.tellings("h1") if telling.document.id == "wire"]
    body = whole_article(document, marks, here, EN)[-1]
    assert text_of(body) == document.text
    assert [text_of(part) for part in body.children if part.className == "here"] == [document.text[here[0].start : here[0].end]]


def test_articles_stand_side_by_side_with_their_own_words() -> None:
    shown = html_of(side_by_side(story(), EN))
    assert shown.count('class="column"') == 3
    assert "11:43 and 11:53" in shown
    assert "बुधवार" in shown


def test_one_article_alone_is_not_compared() -> None:
    alone = next(name for name, one in STORE.happenings.items() if len({mention.document_id for mention in one.mentions}) == 1)
    assert side_by_side(story(alone), EN) == []


def test_the_matrix_says_who_tells_what() -> None:
    rows = STORE.window(Query(), 100)
    shown = html_of(matrix(rows, EN))
    assert shown.count("<tr>") == len(rows) + 1
    assert "The Wire does not tell it" in shown
    assert "Only here" in shown


def test_a_source_that_is_chosen_shows_what_it_tells_and_what_it_leaves_out() -> None:
    rows = STORE.window(Query(), 100)
    told = sum("Harbour Post" in row.sources for row in rows)
    shown = text_of(matrix(rows, EN, "Harbour Post"))
    assert f"Harbour Post tells {told}" in shown
    assert f"Harbour Post leaves out {len(rows) - told}" in shown


@pytest.mark.parametrize("view", ["pane", "print", "compare", "matrix", "article", "list"])
def test_hostile_text_stays_text_in_every_view(view) -> None:
    told = [(HOSTILE, *TOLD[0][1:10], (HOSTILE,), {"wire": f"On Wednesday {HOSTILE}", "post": HOSTILE}, {"date": ("Wednesday",)})]
    store = FakeStore(told, title=HOSTILE)
    one = story("h0", store)
    made = {
        "pane": lambda: reading_pane(one, EN, "script"),
        "print": lambda: printed_story(one, EN),
        "compare": lambda: side_by_side(one, EN),
        "matrix": lambda: matrix([one.row], EN, "The Wire"),
        "article": lambda: whole_article(*store.article("wire"), [], EN),
        "list": lambda: row_list([one.row], EN, HOSTILE, "broken"),
    }[view]()
    shown = html_of(made)
    assert "<script" not in shown
    assert "<img" not in shown
    assert 'onerror="' not in shown


def test_a_country_is_named_in_the_readers_language() -> None:
    where = replace(STORE.happening("h1").where, name="North Korea", kind="country", country="KP")
    there = replace(story(), happening=replace(STORE.happening("h1"), where=where), row=replace(story().row, place="North Korea"))
    assert "उत्तर कोरिया" in text_of(facts(there, HI))
    assert "North Korea" in text_of(facts(there, EN))
