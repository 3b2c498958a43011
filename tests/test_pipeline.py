"""The whole flow: its mentions, its determinism, its hard inputs."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import Document, happenings_of, read_article, read_articles, read_paths

NASTY = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)


@settings(max_examples=40, deadline=None)
@given(before=NASTY, after=NASTY)
def test_every_mention_is_found_again_at_its_offsets(before, after):
    text = f"{before} Kim Jong Un met Vladimir Putin in Vladivostok on 25 April 2019, पुतिन ने कहा। {after}"
    article = read_article(Document("d", text, language="en"))
    for one in (*article.timexes, *article.places, *(p for e in article.events for p in e.participants)):
        assert text[one.span.start : one.span.end] == one.text
    for event in article.events:
        assert text[event.span.start : event.span.end] == event.trigger
        assert event.sentence.start <= event.span.start < event.span.end <= event.sentence.end


@pytest.fixture(scope="module")
def seeds(root):
    return [one for one in read_paths([root / "seeds"]) if isinstance(one, Document)]


def test_the_same_articles_give_the_same_happenings_in_any_order(seeds):
    straight = happenings_of([read_article(document) for document in seeds])
    shuffled = list(seeds)
    random.Random(3).shuffle(shuffled)
    assert sorted(map(repr, straight)) == sorted(map(repr, happenings_of([read_article(document) for document in shuffled])))


def test_worker_processes_change_nothing(seeds):
    many = [Document(f"{document.id}-{n}", document.text, language=document.language) for n in range(17) for document in seeds]
    assert list(read_articles(many, workers=2)) == list(map(read_article, many))


def test_the_summit_is_found_where_and_when_it_was(seeds):
    found = happenings_of([read_article(document) for document in seeds])
    everywhere = [one for one in found if len({mention.document_id for mention in one.mentions}) == len(seeds)]
    summit = max((one for one in everywhere if one.kind in ("summit meeting", "meeting", "talks")), key=lambda one: one.weight)
    assert summit.when
    assert summit.when.first_day.isoformat() == "2023-09-13"
    assert summit.where
    assert "Vostochny" in summit.where.name


def test_the_moon_is_never_on_the_map(seeds):
    for document in seeds:
        for place in read_article(document).places:
            if place.kind == "celestial":
                assert place.latitude is None


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "।", "." * 5000, "a" * 50_000, "9" * 50_000, "(" * 5000, "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \u202e\u200b\ufeff"]
)
def test_hard_texts_are_read_without_fuss(text):
    article = read_article(Document("d", text, language="en"))
    assert article.document.text == text


def test_an_invisible_sign_alone_beside_a_particle_is_read_without_fuss():
    text = "पुलिस ने नारेबाजी की \u200b फिर जांच \u200b की।"
    assert read_article(Document("d", text, language="hi")).document.text == text


def test_a_language_without_a_pack_is_read_all_the_same():
    article = read_article(Document("d", "Pyongyang 2023-09-13", language="xx"))
    assert article.document.language == "xx"
