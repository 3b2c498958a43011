"""Documents → sentences: offsets, abbreviations, quotations, dandas, wrapped texts, junk."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language import load_pack
from extract.models import Document, Span
from extract.sentences import LONGEST_SENTENCE, split

ENGLISH, HINDI, UNKNOWN = load_pack("en"), load_pack("hi"), load_pack("und")


def told(text: str, pack=ENGLISH, junk: tuple[Span, ...] = ()) -> list[str]:
    return [text[one.span.start : one.span.end] for one in split(Document("d", text, junk=junk), pack)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The ferry sank. Nobody drowned.", ["The ferry sank.", "Nobody drowned."]),
        ("Dr. Ana M. Ruiz met Gen. Otto Falk. They spoke.", ["Dr. Ana M. Ruiz met Gen. Otto Falk.", "They spoke."]),
        ("U.S. officials left the U.S. The talks failed.", ["U.S. officials left the U.S.", "The talks failed."]),
        ("It opens at 9 a.m. on Monday.", ["It opens at 9 a.m. on Monday."]),
        ("“We won.” She smiled.", ["“We won.”", "She smiled."]),
        ("“Did we win?” she asked.", ["“Did we win?” she asked."]),
        ("Prices rose 3.5 percent. Wages fell.", ["Prices rose 3.5 percent.", "Wages fell."]),
        ("See No. 7 on the list. It is long.", ["See No. 7 on the list.", "It is long."]),
        ("They met on Feb. 21 in Lyon. It rained.", ["They met on Feb. 21 in Lyon.", "It rained."]),
        ("It opened in Nov. Then it closed.", ["It opened in Nov.", "Then it closed."]),
        ("They lost their jobs.The mill closed.", ["They lost their jobs.", "The mill closed."]),
        ("Rain fell... and fell. Then it stopped!", ["Rain fell... and fell.", "Then it stopped!"]),
    ],
)
def test_an_english_sentence_ends_where_a_reader_ends_it(text: str, sentences: list[str]) -> None:
    assert told(text) == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("नाव डूब गई। कोई नहीं बचा।", ["नाव डूब गई।", "कोई नहीं बचा।"]),
        ("डॉ. मीना राव आईं। वे बोलीं।", ["डॉ. मीना राव आईं।", "वे बोलीं।"]),
        ('उन्होंने कहा, "हम जीते।" सभा खत्म हुई।', ['उन्होंने कहा, "हम जीते।"', "सभा खत्म हुई।"]),
    ],
)
def test_a_danda_ends_a_sentence_and_takes_the_quotation_mark_along(text: str, sentences: list[str]) -> None:
    assert told(text, HINDI) == sentences


def test_a_language_without_rules_is_split_by_the_default_table() -> None:
    assert told("Az eső esett. A folyó kiáradt.", UNKNOWN) == ["Az eső esett.", "A folyó kiáradt."]


def test_junk_is_no_sentence_and_parts_what_is_around_it() -> None:
    text = "The dam broke.[ad_1] The town fled."
    assert told(text, junk=(Span(14, 20),)) == ["The dam broke.", "The town fled."]


def test_a_line_without_a_full_stop_that_stands_alone_is_a_heading() -> None:
    sentences = split(Document("d", "Flood in the valley\nThe river rose.\n"), ENGLISH)
    assert [(one.heading, one.paragraph) for one in sentences] == [(True, 0), (False, 1)]


def test_lines_wrapped_at_a_width_are_joined() -> None:
    line = "the water came over the wall and into the streets of the old town and"
    text = "\n".join(["That night " + line] + [line] * 6 + ["the people left."])
    assert len(told(text)) == 1


@given(st.text(alphabet="aB. ।!?\"'”“\n\tमा5,…", max_size=120))
def test_sentences_never_overlap_nor_touch_white_space(text: str) -> None:
    spans = [one.span for one in split(Document("d", text), ENGLISH)]
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


def test_a_page_without_full_stops_is_cut_behind_commas() -> None:
    text = "gunmen attacked a bus on 1,000 roads, and " * 200
    document = Document("d", text, language="en")
    spans = [sentence.span for sentence in split(document, ENGLISH)]
    assert len(spans) > 1
    assert all(end - start <= LONGEST_SENTENCE for start, end in spans)
    assert all(text[start:end].endswith(",") for start, end in spans[:-1])
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")


def test_one_endless_word_is_cut_too() -> None:
    document = Document("d", "a" * (2 * LONGEST_SENTENCE + 1), language="en")
    assert [sentence.span for sentence in split(document, ENGLISH)][-1].end == 2 * LONGEST_SENTENCE + 1
