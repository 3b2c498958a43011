"""Where the sources of a happening cannot both be right, and where they can."""

from dataclasses import replace

from extract.disagreements import find_disagreements
from extract.happenings import link
from extract.language import load_pack
from extract.models import Article, Disagreement, Finding
from tests.telling import article

PACKS = {code: load_pack(code) for code in ("en", "hi")}


def found(*articles: Article) -> list[Disagreement]:
    happenings = find_disagreements(link(articles, PACKS), articles, PACKS)
    return [told for happening in happenings for told in happening.disagreements]


def sinking(
    id_: str, figure: str, published: str = "2021-03-02", day: str = "2021-03-01", at: str = "Dover", **told: object
) -> Article:
    text = (
        f"The ferry accident near {at} on Monday left {figure}, the coast guard said.\nThe accident near {at} closed the harbour."
    )
    event = {"trigger": "accident", "kind": "accident", "day": day, "on": "Monday", "at": at, **told}
    return article(id_, text, event, published=published)


def talks(id_: str, length: str, value: str) -> Article:
    text = f"Anna Berg and Carl Dahl met in Hull on Monday and spoke for {length}.\nTheir words were friendly."
    who = {"Anna Berg": "agent", "Carl Dahl": "agent"}
    event = {
        "trigger": "met",
        "kind": "meeting",
        "day": "2021-03-01",
        "on": "Monday",
        "at": "Hull",
        "who": who,
        "for": (length, value),
    }
    return article(id_, text, event, published="2021-03-02")


def test_two_lengths_of_one_meeting_disagree() -> None:
    told = found(talks("a", "two hours", "PT2H"), talks("b", "three hours", "PT3H"))
    assert [(one.field, [side.value for side in one.sides]) for one in told] == [("duration", ["two hours", "three hours"])]


def test_a_length_rounded_is_the_same_length() -> None:
    assert found(talks("a", "two hours", "PT2H"), talks("b", "130 minutes", "PT2H10M")) == []


def test_two_tolls_of_one_day_disagree() -> None:
    told = found(sinking("a", "nine people dead"), sinking("b", "14 people dead"))
    assert [one.field for one in told] == ["count"]
    assert {side.value for side in told[0].sides} == {"nine", "14"}


def test_a_toll_that_rises_from_day_to_day_is_an_update() -> None:
    assert found(sinking("a", "nine people dead"), sinking("b", "14 people dead", published="2021-03-04")) == []


def test_at_least_nine_and_eleven_can_both_be_right() -> None:
    assert found(sinking("a", "at least nine people dead"), sinking("b", "eleven people dead")) == []


def test_a_toll_and_an_approximate_toll_can_both_be_right() -> None:
    assert found(sinking("a", "about 20 people dead"), sinking("b", "21 people dead")) == []


def test_a_town_and_its_county_can_both_be_right() -> None:
    assert found(sinking("a", "no one hurt"), sinking("b", "no one hurt", at="Kent")) == []


def test_one_article_alone_disagrees_with_no_one() -> None:
    assert found(talks("a", "two hours", "PT2H")) == []


def test_a_reprint_does_not_disagree_with_its_original() -> None:
    assert found(sinking("a", "nine people dead"), sinking("b", "nine people dead")) == []


def test_days_told_apart_by_one_day_disagree() -> None:
    told = found(sinking("a", "no one hurt"), sinking("b", "no one hurt", day="2021-03-02"))
    assert [one.field for one in told] == ["date"]


def test_a_weekday_that_the_calendar_denies_is_said_with_the_reason() -> None:
    slip = talks("a", "two hours", "PT2H")
    clash = Finding("weekday-clash", "1 March 2021 was a Monday.", slip.timexes[0].span, "test")
    slip = replace(slip, timexes=(replace(slip.timexes[0], findings=(clash,)), *slip.timexes[1:]))
    told = found(slip, talks("b", "two hours", "PT2H"))
    assert [(one.field, one.reason) for one in told] == [("date", "1 March 2021 was a Monday.")]


def test_an_office_with_two_holders_is_said() -> None:
    def named(id_: str, name: str) -> Article:
        text = f"The director of the harbour office, {name}, met the crew in Hull on Monday.\nThe crew was tired."
        event = {"trigger": "met", "kind": "meeting", "day": "2021-03-01", "on": "Monday", "at": "Hull", "who": {name: "agent"}}
        return article(id_, text, event, published="2021-03-02")

    told = found(named("a", "Olga Stein"), named("b", "Peter Lund"))
    assert [one.field for one in told] == ["participant"]


def test_every_side_shows_words_of_its_own_document() -> None:
    articles = (sinking("a", "nine people dead"), sinking("b", "14 people dead"))
    texts = {one.document.id: one.document.text for one in articles}
    for side in found(*articles)[0].sides:
        assert all(texts[m.document_id][m.span.start : m.span.end] == side.value for m in side.mentions)
