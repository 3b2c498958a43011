"""Where the sources of a happening cannot both be right, and where they can."""

import datetime as dt
from functools import partial

import pytest
from msgspec.structs import replace

from extract import Document, read_article
from extract.disagreements import find_disagreements
from extract.disagreements.crowds import other_crowds
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


def test_fewer_missing_on_a_later_day_are_an_update() -> None:
    assert found(sinking("a", "14 people missing"), sinking("b", "four people missing", published="2021-03-04")) == []
    assert [one.field for one in found(sinking("a", "14 people missing"), sinking("b", "four people missing"))] == ["count"]


def test_a_toll_that_rises_from_day_to_day_is_an_update() -> None:
    assert found(sinking("a", "nine people dead"), sinking("b", "14 people dead", published="2021-03-04")) == []


def test_a_far_lower_figure_of_a_later_day_counts_a_part() -> None:
    later = {"published": "2021-03-04"}
    assert found(sinking("a", "27 people injured"), sinking("b", "seven people injured", **later)) == []
    assert [one.field for one in found(sinking("a", "27 people injured"), sinking("b", "22 people injured", **later))] == ["count"]


def test_a_word_that_says_no_more_than_that_there_were_some_contradicts_no_figure() -> None:
    assert found(sinking("a", "51 people dead"), sinking("b", "several people dead")) == []
    assert [one.field for one in found(sinking("a", "51 people dead"), sinking("b", "about 30 people dead"))] == ["count"]


def test_the_day_of_a_count_of_the_dead_is_no_other_day_of_their_death() -> None:
    def toll(id_: str, day: str) -> Article:
        text = "Nine people died off Dover on Monday, the coast guard said.\nDivers found them."
        event = {"trigger": "died", "kind": "death", "day": day, "on": "Monday", "at": "Dover"}
        return article(id_, text, event, published="2021-03-02")

    assert found(toll("a", "2021-03-01"), toll("b", "2021-03-02")) == []


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


def two_holders(told: str, *others: dict) -> list[str]:
    """Tell of an office in two articles, each with another name; give the fields on which they disagree."""

    def named(id_: str, name: str) -> Article:
        text = f"{told.format(name=name)} met the crew in Hull on Monday.\nThe crew was tired of the office."
        event = {"trigger": "met", "kind": "meeting", "day": "2021-03-01", "on": "Monday", "at": "Hull", "who": {name: "agent"}}
        return article(id_, text, event, *others, published="2021-03-02")

    return [one.field for one in found(named("a", "Olga Stein"), named("b", "Peter Lund"))]


def test_an_office_right_before_two_names_is_said() -> None:
    assert two_holders("Hull harbour director {name}") == ["participant"]


def test_a_former_and_a_deputy_holder_do_not_disagree_with_anyone() -> None:
    assert two_holders("Former Hull harbour director {name}") == []
    assert two_holders("The deputy director of the harbour office, {name},") == []


def test_an_office_far_before_a_name_says_nothing_of_the_name() -> None:
    assert two_holders("The director of the harbour office was ill and instead of the director the pilot {name}") == []


def test_an_office_that_changes_hands_has_two_holders() -> None:
    assert two_holders("Hull harbour director {name}", {"trigger": "met the", "kind": "appointment"}) == []


def quotation(id_: str, speaker: str, words: str) -> Article:
    text = f"“{words},” said {speaker} in Hull on Monday.\nThe harbour was full."
    event = {"trigger": "said", "kind": "statement", "says": speaker, "day": "2021-03-01", "at": "Hull"}
    quay = {"trigger": "harbour", "kind": "construction", "day": "2021-03-01", "at": "Hull"}
    return article(id_, text, event, quay, published="2021-03-02")


def test_one_quotation_of_two_speakers_is_said() -> None:
    words = "Ferries from Hull will sail again before summer ends"
    told = found(quotation("a", "Olga Stein", words), quotation("b", "Peter Lund", words))
    assert [(one.field, {side.value for side in one.sides}) for one in told] == [("source", {"Olga Stein", "Peter Lund"})]


def test_two_quotations_of_two_speakers_agree() -> None:
    one = quotation("a", "Olga Stein", "Ferries from Hull will sail again before summer ends")
    assert found(one, quotation("b", "Peter Lund", "Nobody asked the harbour workers about longer shifts")) == []


def test_the_day_of_a_heading_dates_the_article_and_not_what_it_tells() -> None:
    def blaze(id_: str, day: str, on: str) -> Article:
        text = f"Mill fire in Hull {on}\nA fire swept through a mill in Hull."
        return article(id_, text, {"trigger": "fire", "kind": "fire", "day": day, "on": on, "at": "Hull"}, published="2021-03-02")

    assert found(blaze("a", "2021-03-01", "1 March 2021"), blaze("b", "2021-03-02", "2 March 2021")) == []


def deal(id_: str, told_of_it: str) -> Article:
    text = f"Chile and Peru signed an agreement in Hull on Monday for {told_of_it}.\nThe agreement was welcomed."
    event = {"trigger": "agreement", "kind": "agreement", "day": "2021-03-01", "on": "Monday", "at": "Hull"}
    return article(id_, text, event, published="2021-03-02")


def test_prices_and_wares_of_one_deal_disagree() -> None:
    told = found(deal("a", "16 JF-17 jets at about $1.6 billion"), deal("b", "twelve JF-17 Block III jets at 1.2 billion dollars"))
    assert {one.reason[one.reason.rindex("(") :] for one in told} == {
        "(plane); both cannot be right.",
        "(dollar); both cannot be right.",
    }


def test_a_price_rounded_is_the_same_price() -> None:
    assert found(deal("a", "jets at about $1.6 billion"), deal("b", "jets at $1.64 billion")) == []


def test_a_toll_told_months_later_rises_no_more() -> None:
    assert [
        one.field for one in found(sinking("a", "14 people dead"), sinking("b", "22 people dead", published="2021-03-03"))
    ] == []
    late = found(sinking("a", "14 people dead", published="2021-06-02"), sinking("b", "22 people dead", published="2021-06-03"))
    assert [one.field for one in late] == ["count"]


def test_boats_seized_and_boats_attacked_are_not_one_count() -> None:
    assert found(sinking("a", "three boats damaged"), sinking("b", "five boats damaged")) == []


def test_distances_from_two_towns_can_both_be_right() -> None:
    def far(id_: str, told: str) -> Article:
        text = f"The ferry accident on Monday happened {told}.\nThe accident closed the harbour."
        event = {"trigger": "accident", "kind": "accident", "day": "2021-03-01", "on": "Monday"}
        return article(id_, text, event, published="2021-03-02")

    assert found(far("a", "20 miles from Dover"), far("b", "90 miles from Hull")) == []
    assert [one.field for one in found(far("a", "20 miles from Dover"), far("b", "90 miles from Dover"))] == ["place"]


def ferry(id_: str, aboard: str, published: str = "2021-03-02") -> Article:
    text = f"A ferry accident near Dover on Monday closed the harbour.\n{aboard}\nThe accident is looked into."
    event = {"trigger": "accident", "kind": "accident", "day": "2021-03-01", "on": "Monday", "at": "Dover"}
    return article(id_, text, event, published=published)


def test_two_numbers_of_people_on_board_disagree_though_the_mishap_is_not_told_beside_them() -> None:
    told = found(ferry("a", "The vessel was carrying 412 people."), ferry("b", "There were 530 passengers on board.", "2021-03-09"))
    assert [(one.field, sorted(side.value for side in one.sides)) for one in told] == [("count", ["412", "530"])]


def test_passengers_and_crew_make_together_what_another_source_counts() -> None:
    assert found(ferry("a", "It had 246 passengers and 11 crew on board."), ferry("b", "It was carrying 257 people.")) == []


def test_people_who_watch_from_the_shore_are_not_on_board() -> None:
    assert found(ferry("a", "It was carrying 257 people."), ferry("b", "Some 900 people watched from the shore.")) == []


def test_the_month_of_a_toll_that_is_over_dates_it_and_is_no_sum() -> None:
    late = {"published": "2021-06-12", "day": "2021-03-01"}
    told = found(sinking("a", "nine people dead", **late), sinking("b", "14 people dead in March", **late))
    assert [one.field for one in told] == ["count"]


def hurt(id_: str, words: str, name: str = "Ann Lee", published: str = "2021-03-02", language: str = "en") -> Article:
    trigger, quake = ("घायल", "भूकंप आया।") if language == "hi" else ("hurt", "An earthquake came.")
    injury = {"trigger": trigger, "kind": "injury", "day": "2021-03-01", "who": {name: "patient"}}
    told_by_both = {"trigger": "भूकंप" if language == "hi" else "earthquake", "kind": "earthquake", "day": "2021-03-01"}
    return article(id_, f"{words}\n{quake}", injury, told_by_both, published=published, language=language)


def test_two_ages_of_one_person_disagree() -> None:
    told = found(hurt("a", "Ann Lee, 24, was hurt."), hurt("b", "The 26-year-old student Ann Lee was hurt."))
    assert [(one.field, [side.value for side in one.sides]) for one in told] == [("participant", ["24", "26"])]


def test_a_birthday_between_two_articles_explains_a_year() -> None:
    later = hurt("b", "Ann Lee, 25, was hurt.", published="2021-09-02")
    assert found(hurt("a", "Ann Lee, 24, was hurt."), later) == []


def test_the_age_of_another_person_before_a_comma_is_not_that_of_the_next_name() -> None:
    assert found(hurt("a", "Ann Lee, 24, was hurt."), hurt("b", "A 31-year-old man fled, and Ann Lee was hurt.")) == []


def test_ages_in_two_scripts_are_compared() -> None:
    told = found(
        hurt("a", "Sunita Sharma, 24, was hurt.", "Sunita Sharma"),
        hurt("b", "25 वर्षीय सुनीता शर्मा घायल हो गई।", "सुनीता शर्मा", language="hi"),
    )
    assert [[side.value for side in one.sides] for one in told] == [["24", "25"]]


def test_as_many_more_dead_as_fewer_hurt_are_one_count() -> None:
    early, late = "nine people dead and 17 people injured", "11 people dead and 15 people injured"
    assert found(sinking("a", early), sinking("b", late, published="2021-03-04")) == []


def test_exact_tolls_near_each_other_disagree_and_round_ones_do_not() -> None:
    assert [one.field for one in found(sinking("a", "62 people dead"), sinking("b", "61 people dead"))] == ["count"]
    assert found(sinking("a", "60 people dead"), sinking("b", "61 people dead")) == []


def night(id_: str, told: str, day: str) -> Article:
    text = f"The ferry accident near Dover {told} left nine people dead, the coast guard said.\nThe accident closed the harbour."
    event = {"trigger": "accident", "kind": "accident", "day": day, "on": told, "at": "Dover"}
    made = article(id_, text, event, published="2021-03-04")
    when = replace(made.events[0].when, grain="part")
    return replace(made, events=(replace(made.events[0], when=when), *made.events[1:]))


def test_the_evening_of_one_day_and_another_day_disagree() -> None:
    other = article(
        "b",
        "The ferry accident near Dover on Monday left nine people dead, the coast guard said.\nThe accident closed the harbour.",
        {"trigger": "accident", "kind": "accident", "day": "2021-03-01", "on": "on Monday", "at": "Dover"},
        published="2021-03-04",
    )
    assert [one.field for one in found(night("a", "on Tuesday evening", "2021-03-02"), other)] == ["date"]


def test_two_speakers_of_one_text_disagree_on_a_toll() -> None:
    late = sinking("a", "nine dead, and a clinic counts 12", published="2021-03-04")
    told = found(late, sinking("b", "nine people dead"))
    assert [(one.field, [side.value for side in one.sides]) for one in told] == [("count", ["nine", "12"])]


def test_a_figure_told_beside_the_other_does_not_disagree_with_it() -> None:
    assert found(sinking("a", "34 people dead, up from 22 dead"), sinking("b", "22 people dead")) == []


def test_those_counted_apart_in_one_sentence_are_counted_together() -> None:
    assert found(sinking("a", "two children dead and four women dead"), sinking("b", "six people dead")) == []


def test_the_age_of_the_dead_is_no_toll() -> None:
    assert found(sinking("a", "dead Ann Lee, 40"), sinking("b", "one person dead")) == []


def test_magnitudes_measured_a_little_differently_agree() -> None:
    assert found(sinking("a", "a magnitude 6.8 shock behind it"), sinking("b", "a magnitude 6.7 shock behind it")) == []


def in_hull(trigger: str, kind: str, id_: str, told: str) -> Article:
    event = {"trigger": trigger, "kind": kind, "day": "2021-03-01", "on": "Monday", "at": "Hull"}
    return article(id_, f"{told}.\nThe harbour of Hull was closed.", event, published="2021-03-02")


march = partial(in_hull, "marched", "protest")
raid = partial(in_hull, "attack", "attack")
poll = partial(in_hull, "election", "election")


def test_two_sizes_of_one_crowd_disagree() -> None:
    one = march("a", "About 5,000 people marched through Hull on Monday against the bridge toll, the police said")
    told = found(one, march("b", "The unions say that 40,000 people marched in Hull on Monday to protest against the toll"))
    assert [(one.field, [side.value for side in one.sides]) for one in told] == [("count", ["About 5,000", "40,000"])]


def test_two_numbers_of_attackers_disagree_and_one_of_them_is_no_number_of_all() -> None:
    two = raid("a", "Two gunmen took part in the attack in Hull on Monday, the police said")
    told = found(two, raid("b", "A witness says that three gunmen came to the attack in Hull on Monday"))
    assert [(one.field, [side.value for side in one.sides]) for one in told] == [("count", ["Two", "three"])]
    assert found(two, raid("b", "A witness says that one gunman began the attack in Hull on Monday")) == []


def test_the_lead_of_a_winner_is_no_count_of_his_votes() -> None:
    one = poll("a", "Ann Lee won the election in Hull on Monday with 24,118 votes")
    assert found(one, poll("b", "Ann Lee won the election in Hull on Monday by 41 votes")) == []


CROWDS = [
    ("en", "About 5,000 people protested in Hull on Monday, police said. Organisers spoke of 20,000 participants.", True),
    ("en", "About 5,000 people protested in Hull on Monday, police said. Police arrested 120 people.", False),
    ("en", "Some 5,000 people protested in Hull on Monday, police said, and 4,000 people in Leeds, the unions said.", False),
    ("de", "Nach Polizeiangaben demonstrierten am Montag in Köln 600 Menschen; das Bündnis zählte 2.000 Teilnehmer.", True),
    ("fr", "Quelque 5 000 personnes ont manifesté lundi, selon la préfecture, 20 000 personnes selon les syndicats.", True),
    ("hi", "पुलिस के अनुसार प्रदर्शन में 5,000 लोग शामिल हुए, जबकि आयोजकों ने 20,000 लोगों के शामिल होने का दावा किया।", True),
]


@pytest.mark.parametrize(("language", "text", "told"), CROWDS)
def test_the_police_and_the_organisers_disagree_on_a_crowd_in_one_article(language: str, text: str, told: bool) -> None:
    read = read_article(Document(id="a", text=text, published=dt.date(2021, 3, 2), language=language))
    assert bool(other_crowds([read], [0])) is told


def liftoff(id_: str, day: str, clock: str, zone: str | None) -> Article:
    text = f"The rocket was launched from Hull on {'Sunday' if day == '2021-03-07' else 'Monday'} at {clock}.\nIt flew well."
    on = "Sunday" if day == "2021-03-07" else "Monday"
    event = {"trigger": "launched", "kind": "space launch", "day": day, "on": on, "at": "Hull"}
    read = article(id_, text, event, published="2021-03-08")
    whens = (replace(one, when=replace(one.when, clock=(clock, clock), zone=zone)) if one.when else one for one in read.events)
    return replace(read, events=tuple(whens))


def test_the_clocks_of_two_zones_do_not_disagree() -> None:
    cayenne = liftoff("a", "2021-03-07", "22:40", "America/Cayenne")
    assert found(cayenne, liftoff("b", "2021-03-08", "10:40", "Asia/Seoul")) == []
    told = found(cayenne, liftoff("b", "2021-03-08", "10:40", "America/Cayenne"))
    assert {one.field for one in told} == {"date", "time"}
