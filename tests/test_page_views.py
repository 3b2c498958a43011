"""What the page's views and panes show for a selection, from the store's answers."""

import datetime as dt

import pytest
from msgspec.structs import replace
from page_corpus import TOLD, FakeStore

from dashapp import chrome, ids, panes, views
from dashapp.evidence.article import whole_article
from dashapp.evidence.story import source_name
from dashapp.figures.map.labels import text_px
from dashapp.markup import html_of
from dashapp.selection import Selection
from dashapp.views import Look, Pane, pane_of
from dashapp.wording import codes, wording
from extract import Document, Problem, Query, Span, Telling

STORE, EMPTY = FakeStore(), FakeStore([])
LOOK = Look("light", wording("en"), Pane())
SEPTEMBER = (dt.date(2023, 9, 10), dt.date(2023, 9, 14))


def drawn(figure) -> set[str]:
    return {one for trace in figure["data"] for data in trace.get("customdata", []) for one in data if str(one).startswith("h")}


def test_a_view_does_not_filter_itself() -> None:
    strip, _ = views.strip_view(STORE, Selection(days=SEPTEMBER), LOOK)
    assert sum(sum(bar["y"]) for bar in strip["data"]) > len(STORE.window(Query(*SEPTEMBER), 100)) / 2
    boxed = Selection(box=(120, 35, 130, 40))
    assert drawn(views.map_view(STORE, boxed, LOOK)) == drawn(views.map_view(STORE, Selection(), LOOK))


def test_every_other_view_follows_a_clause() -> None:
    boxed = Selection(box=(124, 38, 127, 40), days=(dt.date(2023, 8, 1), dt.date(2023, 9, 30)))
    there = {row.id for row in STORE.window(boxed.query(), 100)}
    assert drawn(views.timeline_view(STORE, boxed, LOOK)) == there
    assert drawn(views.map_view(STORE, Selection(days=SEPTEMBER), LOOK)) <= {row.id for row in STORE.window(Query(*SEPTEMBER), 100)}


def test_what_is_chosen_is_ringed_in_both_views() -> None:
    selection = Selection(happening="h1", days=SEPTEMBER)
    for figure in (views.map_view(STORE, selection, LOOK), views.timeline_view(STORE, selection, LOOK)):
        ring = figure["data"][-1]
        assert ring["marker"]["symbol"] == "circle-open"
        assert len(ring.get("lat", ring.get("x"))) == 1


def test_choosing_changes_only_the_first_and_last_traces_of_the_map() -> None:
    before, chosen = Selection(days=SEPTEMBER), Selection(days=SEPTEMBER, happening="h1")
    whole, patched = views.map_view(STORE, chosen, LOOK), views.map_view(STORE, before, LOOK)
    first, last = views.map_ring(STORE, chosen, LOOK)
    patched["data"][: len(first)], patched["data"][-len(last) :] = first, last
    assert patched["data"] == whole["data"]


def test_the_day_cursor_runs_through_map_timeline_and_reading_pane() -> None:
    selection = Selection(day=dt.date(2023, 9, 10), days=(dt.date(2023, 9, 1), dt.date(2023, 9, 30)))
    pale = views.map_view(STORE, selection, LOOK)
    assert 0.15 in next(trace["marker"]["opacity"] for trace in pale["data"] if "customdata" in trace)
    assert any(shape["type"] == "rect" for shape in views.timeline_view(STORE, selection, LOOK)["layout"]["shapes"])
    body, said = panes.reader(STORE, selection, LOOK, busy=False)
    assert "leaves Pyongyang" in html_of(body)
    assert said == "What happened on 10 Sep 2023"


def test_a_longer_step_looks_at_all_its_days() -> None:
    week = Selection(day=dt.date(2023, 9, 10), step="week")
    assert {row.id for row in views.on_day(STORE, week)} > {row.id for row in views.on_day(STORE, replace(week, step="day"))}


def test_a_search_lists_what_it_finds_with_the_words_marked() -> None:
    body, said = panes.reader(STORE, Selection(words="missiles"), LOOK, busy=False)
    assert 'class="hit"' in html_of(body)
    assert "with “missiles”" in said


def test_what_has_no_day_or_no_place_waits_in_a_tray_with_its_number() -> None:
    _, _, edges, *_ = panes.counts(STORE, Selection(), LOOK)
    shown = html_of(edges)
    assert "undated" in shown
    assert "unplaced" in shown


@pytest.mark.parametrize("width", [684.0, 1044.0, 1500.0])
@pytest.mark.parametrize("language", codes())
def test_chips_fit_their_line(width, language) -> None:
    words = wording(language)
    weights = {row.kind: row.weight for row in STORE.all_rows}
    made = chrome.chips(STORE.facets(Query()), Selection(), weights, words, width)
    taken = sum(56 + 0.9 * text_px("".join(str(part) for part in chip.children if isinstance(part, str))) for chip in made[:-1])
    assert len(made) >= 2
    assert taken < width


def test_commentary_is_counted_and_shown_when_asked() -> None:
    facets = replace(STORE.facets(Query()), statuses={"commentary": 4})
    offered = html_of(chrome.commentary(facets, Selection(statuses=("foreground", "background")), wording("en")))
    assert "4 commentary" in offered
    assert chrome.commentary(facets, Selection(statuses=("foreground", "background", "commentary")), wording("en")) == []


def test_every_clause_can_be_taken_back() -> None:
    selection = Selection(words="Kim", kinds=("visit",), box=(1, 2, 3, 4), sources=("The Wire",), disagreements=True)
    shown = html_of(chrome.active(selection, wording("en")))
    for clause in ("words", "box", "sources", "disagreements"):
        assert f'data-clause="{clause}"' in shown
    assert 'data-op="clear-all"' in shown


def test_paper_bears_each_selected_happening_in_order_of_days() -> None:
    selection = Selection(days=SEPTEMBER, kinds=("arrival", "departure"))
    shown = html_of(panes.printed(STORE, selection, LOOK))
    assert shown.count('class="printed"') == len(STORE.window(selection.query(), 100))
    assert shown.index("leaves Pyongyang") < shown.index("crosses at Khasan")


def test_an_empty_collection_has_no_axis_no_brush_and_says_what_to_do() -> None:
    selection = Selection()
    assert views.timeline_view(EMPTY, selection, LOOK)["layout"]["xaxis"]["visible"] is False
    assert views.strip_and_brush(EMPTY, selection, LOOK)[1] == ""
    body, _ = panes.reader(EMPTY, selection, LOOK, busy=False)
    assert "dateline open FOLDER" in html_of(body)
    assert panes.counts(EMPTY, selection, LOOK)[2] == []


@pytest.mark.parametrize("sent", [None, 3, {"map": [1, 2]}, {"map": "wide", "top": "x"}, {"time": [1e9, 1e9], "top": -1}])
def test_sizes_that_cannot_be_are_those_of_a_desk(sent) -> None:
    assert pane_of(sent) == Pane()


def test_a_table_row_says_in_words_what_the_pictures_show() -> None:
    row = panes.table(STORE, Selection(panel="table", kinds=("visit",)), LOOK)[0]
    assert row["kind"] == "Visit"
    assert row["modality"] in {"happened", "planned"}
    assert row["when"].endswith("2023")


def test_views_that_are_not_open_are_not_filled() -> None:
    assert panes.table(STORE, Selection(), LOOK) == []
    assert panes.comparison(STORE, Selection(), LOOK) == []


def test_every_word_of_the_interface_is_there_in_hindi_with_the_same_slots() -> None:
    english, hindi = wording("en").words, wording("hi").words
    for key, text in english.items():
        slots = {part.split("}")[0] for part in text.split("{")[1:]}
        assert {part.split("}")[0] for part in hindi[key].split("{")[1:]} == slots, key


def test_a_view_publishes_under_an_id_that_has_clauses() -> None:
    assert all(Selection().without(view) == Selection() for view in (ids.MAP, ids.TIMELINE, ids.STRIP, ids.TABLE))


def test_files_that_could_not_be_read_are_named_with_the_reason() -> None:
    store = FakeStore()
    store.failed = (Problem("broken.pdf", "the file is cut off; expected a PDF"),)
    shown = html_of(panes.counts(store, Selection(), LOOK)[2])
    assert "1 not read" in shown
    assert "the file is cut off" in shown


def test_a_language_without_its_own_words_is_named() -> None:
    told = [(*TOLD[0][:11], {"wire": "Asante."}, {"trigger": ("Asante",)})]
    store = FakeStore(told)
    document, marks = store.article("wire")
    shown = html_of(whole_article(replace(document, language="ak"), marks, [], wording("en")))
    assert "Akan has only a basic pack" in shown
    assert "basic pack" not in html_of(whole_article(document, marks, [], wording("en")))


def test_a_source_written_from_the_right_keeps_its_day_in_order() -> None:
    words = wording("en")
    document = Document("d", "متن", language="fa", source="کوبرپرس", published=dt.date(2023, 11, 8), published_how="given")
    telling = Telling(document=document, sentence=Span(0, 3), text="متن", index=0, marks=(), mention=None)
    assert source_name(telling, words) == "\u2068کوبرپرس\u2069, 8 Nov 2023"
