"""Events of one document: kinds, days, places, anaphors, offsets."""

import datetime as dt
import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from extract import Document, read_article
from extract.language import LANGUAGES
from tests.telling_events import city, country, event, events_of

EXAMPLES = [
    pytest.param(path.parent.name, one, id=f"{path.parent.name}: {one['text'][:40]}")
    for path in sorted(LANGUAGES.glob("*/events_examples.toml"))
    for one in tomllib.loads(path.read_text(encoding="utf-8"))["events"]
]


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_the_examples_of_a_pack_are_read_as_they_say(language: str, example: dict[str, Any]) -> None:
    found = events_of(example["text"], language, example["published"])
    for asked in example.get("finds", ()):
        match = [one for one in found if asked["text"] in one.trigger and one.kind == asked.get("kind", one.kind)]
        assert match, [(one.trigger, one.kind) for one in found]
        assert asked.get("modality", match[0].modality) == match[0].modality
        if "day" in asked:
            assert match[0].when is not None
            assert match[0].when.first_day == dt.date.fromisoformat(asked["day"])
        if "before" in asked:
            assert match[0].when is not None
            assert (match[0].when.first_day, match[0].when.last_day) == (None, dt.date.fromisoformat(asked["before"]))
    assert not {one.kind for one in found} & set(example.get("not", ()))


def test_an_undated_event_takes_the_day_of_the_news_before_that_of_publication() -> None:
    text = "Gunmen attacked a bus on Tuesday. Three people were wounded."
    assert event(text, "wounded").when.rule == "date: focus"
    assert event(text, "wounded").when.first_day == dt.date(2024, 4, 30)


def test_a_day_far_below_the_lead_of_a_mere_warning_is_not_that_of_the_news() -> None:
    lead = "A minibus overturned on the road to Arden. " + "Police closed the road. " * 6
    text = lead + "The weather office warned on Tuesday of strong winds."
    assert event(text, "overturned").when.first_day == dt.date(2024, 5, 2)


def test_what_a_disaster_does_takes_the_day_of_the_disaster_in_its_sentence_before_that_of_the_news() -> None:
    council = "The council met on Thursday at 9 a.m. in Arden."
    text = f"{council} A passenger ferry capsized off the island late on Monday, killing nine people. {council}"
    killed = event(text, "killing").when
    assert (killed.rule, killed.first_day, killed.how) == ("date: beside it", dt.date(2024, 4, 29), "inferred")


def test_a_date_behind_since_begins_a_state_and_dates_nothing_behind_it() -> None:
    text = "Two climbers who had been missing since Sunday were found dead on Mont Noir on Wednesday."
    assert event(text, "found dead").when.first_day == dt.date(2024, 5, 1)


def test_deaths_in_a_crash_are_placed_where_it_happened_and_not_where_those_who_tell_it_are() -> None:
    text = "A bus overturned near Arden on Monday, killing nine pilgrims, the transport ministry in Borka said."
    places = [city(text, "Arden"), city(text, "Borka", 50.0)]
    assert event(text, "killing", places=places).where.name == "Arden"


def test_the_second_verb_of_a_subject_takes_the_day_of_the_first() -> None:
    council = "The council met on Thursday at 9 a.m. in Arden."
    text = f"{council} Rescuers reached the village on Monday morning and called off the search. {council}"
    assert event(text, "called off").when.first_day == dt.date(2024, 4, 29)


def test_without_any_date_news_happened_on_the_day_of_publication() -> None:
    when = event("Gunmen attacked a bus.", "attacked").when
    assert (when.rule, when.first_day, when.how) == ("date: published", dt.date(2024, 5, 2), "inferred")


def test_the_past_perfect_is_never_the_day_of_publication() -> None:
    when = event("The mayor had resigned.", "resigned").when
    assert when.first_day is None


def test_a_chronology_dates_each_line_by_itself_and_not_the_news() -> None:
    lines = ["12 March 1998: A flood kills six.", "3 June 2004: A fire destroys the mill.", "9 May 2011: A storm sinks two boats."]
    text = "\n".join(["The dam burst.", *lines])
    assert event(text, "burst").when.rule == "date: published"
    assert event(text, "flood").when.first_day == dt.date(1998, 3, 12)


def test_a_place_in_the_clause_of_another_event_is_that_events() -> None:
    text = "A bomb exploded in Arden after the minister had left a meeting in Borka."
    places = [city(text, "Arden"), city(text, "Borka", 50.0)]
    assert event(text, "exploded", places=places).where.name == "Arden"
    assert event(text, "meeting", places=places).where.name == "Borka"


def test_the_words_of_a_journey_may_hold_its_origin_which_is_not_its_place() -> None:
    text = "The envoy flew from Arden to Borka on Monday."
    places = [city(text, "Arden"), city(text, "Borka", 50.0)]
    assert event(text, "flew from Arden to", places=places).where.name == "Borka"


def test_a_town_where_it_was_only_told_is_not_where_it_happened() -> None:
    text = "A bomb exploded on Monday. The admiral spoke to reporters in Arden on Monday."
    assert event(text, "bomb exploded", places=[city(text, "Arden")]).where is None


def test_what_a_log_by_the_hour_tells_is_of_its_day() -> None:
    lines = ["19:40 - The minister resigned.", "16.15: The bridge was closed.", "9:10 | Clashes that began on Monday spread."]
    document = Document("d", "\n\n".join(lines), language="en", published=dt.date(2024, 5, 15), published_how="given")
    resigned = next(one for one in read_article(document).events if one.kind == "resignation")
    assert resigned.when is not None
    assert resigned.when.first_day == dt.date(2024, 5, 15)


def test_what_is_toured_is_where_the_tour_is() -> None:
    text = "The two leaders met in Borka on Monday, and on Tuesday they toured Arden."
    places = [city(text, "Borka", 50.0), city(text, "Arden")]
    assert event(text, "toured", places=places).where.name == "Arden"
    assert event(text, "met", places=places).where.name == "Borka"
    text = "The two leaders toured Arden on Monday."
    assert event(text, "toured", places=[city(text, "Arden")]).where.name == "Arden"


def test_far_towns_at_the_ends_of_a_way_are_no_site() -> None:
    text = "A bus caught fire on the Hull-Arden Expressway near Borka on Monday."
    towns = [city(text, "Hull"), city(text, "Arden", 50.0), city(text, "Borka")]
    assert event(text, "caught fire", places=towns).where.name == "Borka"
    assert event(text, "caught fire", places=towns[:2]).where is None


@pytest.mark.parametrize("text", ["पुलिस ने उसे दिल्ली के करोल बाग से गिरफ्तार किया।", "दिल्ली के द्वारका में दो लोग गिरफ्तार हुए।"])
def test_what_belongs_to_a_town_is_a_part_of_it(text: str) -> None:
    assert event(text, "गिरफ्तार", "hi", places=[city(text, "दिल्ली")]).where.name == "दिल्ली"


def test_a_handshake_happens_where_the_meeting_does() -> None:
    text = "The leaders met in Arden on Tuesday. They shook hands."
    where = event(text, "shook hands", places=[city(text, "Arden")]).where
    assert (where.name, where.rule) == ("Arden", "place: parent")


def test_the_place_that_a_traveller_leaves_is_his_origin_not_the_site() -> None:
    text = "The president arrived in Arden from Borka on Tuesday."
    places = [city(text, "Arden"), city(text, "Borka", 50.0)]
    arrival = event(text, "arrived", places=places)
    assert arrival.where.name == "Arden"
    assert ("origin", 1) in arrival.other_places


def test_an_undated_visit_begins_with_the_arrival() -> None:
    text = "Ines Quiroga arrived in Arden on Tuesday. On Wednesday the train was robbed. Ines Quiroga continued her visit."
    when = event(text, "visit").when
    assert (when.first_day, when.last_day, when.rule) == (dt.date(2024, 4, 30), None, "date: arrival")


def test_the_incident_tells_the_last_grave_event_again() -> None:
    found = events_of("Gunmen attacked a bus. The incident happened at noon.")
    again = next(one for one in found if one.rule == "anaphor")
    assert again.kind == found[again.same_as].kind == "attack"


def test_the_incident_is_what_caused_the_deaths_not_a_death() -> None:
    found = events_of("A mill caught fire in Arden. Two weavers died. Police are looking into the incident.")
    again = next(one for one in found if one.rule == "anaphor")
    assert again.kind == found[again.same_as].kind == "fire"


def test_a_word_for_a_deed_calls_no_force_of_nature_again() -> None:
    quake = "सोमवार को भूकंप आया। लोग घरों से बाहर निकल आए। इस घटना से शहर सहम गया।"
    assert "anaphor" not in {one.rule for one in events_of(quake, "hi")}
    fire = "सोमवार को गोदाम में आग लगी। लोग घरों से बाहर निकल आए। इस घटना से शहर सहम गया।"
    assert [one.kind for one in events_of(fire, "hi") if one.rule == "anaphor"] == ["fire"]


@pytest.mark.parametrize(
    ("code", "text", "kinds"),
    [
        ("en", "A landslide hit Arden on Tuesday. The accident shocked the town.", ["landslide"]),
        ("en", "A mill exploded in Arden on Tuesday. The disaster shocked the town.", ["industrial accident"]),
        ("en", "A mill exploded in Arden on Tuesday. A disaster like this was foreseen.", []),
        ("en", "An earthquake hit Arden on Tuesday. Police are looking into the accident.", []),
        ("en", "A ferry sank off Arden on Tuesday. The disaster struck where floods killed nine.", ["accident"]),
        ("en", "Gunmen attacked a bus on Tuesday. The accident happened at noon.", []),
        ("hi", "सोमवार को गोदाम में आग लगी। लोग घरों से बाहर निकल आए। हादसे से शहर सहम गया।", ["fire"]),
    ],
)
def test_a_general_noun_calls_again_what_its_article_tells_by_its_own_name(code: str, text: str, kinds: list[str]) -> None:
    assert [one.kind for one in events_of(text, code) if one.rule == "anaphor"] == kinds


def test_any_incident_is_none_that_was_told() -> None:
    text = "सोमवार को बाजार में दंगा भड़का। दुकानें बंद रहीं। किसी अप्रिय घटना से निपटने के लिए जवान खड़े हैं।"
    assert "anaphor" not in {one.rule for one in events_of(text, "hi")}


def test_a_plain_verb_that_no_kind_has_is_an_action() -> None:
    approached = event("Ines Quiroga approached the clerk on Tuesday.", "approached")
    assert (approached.kind, approached.when.first_day) == ("action", dt.date(2024, 4, 30))


def test_a_plain_verb_takes_no_day_from_other_events() -> None:
    with_verb = "Gunmen attacked a bus on Tuesday. Ines Quiroga walked home on Wednesday."
    told = [one for one in events_of(with_verb) if one.kind != "action"]
    assert [one.when for one in told] == [
        one.when for one in events_of("Gunmen attacked a bus on Tuesday. It rained on Wednesday.")
    ][:1]


@pytest.mark.parametrize(
    "text",
    [
        "“Ines Quiroga walked,” they sang.",
        "Ines Quiroga will walk home.",
        "Clerks walked home.",
        "The walk took Ines Quiroga home.",
    ],
)
def test_what_is_quoted_or_to_come_or_done_by_nobody_named_is_no_action(text: str) -> None:
    assert "action" not in {one.kind for one in events_of(text) if "walk" in one.trigger}


def test_events_are_in_the_order_of_the_text_and_keep_what_they_refer_to() -> None:
    found = events_of("Gunmen attacked a bus. Ines Quiroga walked home. The incident happened at noon.")
    again = next(one for one in found if one.rule == "anaphor")
    assert [one.span for one in found] == sorted(one.span for one in found)
    assert found[again.same_as].trigger == "attacked"


@pytest.mark.parametrize(
    ("text", "first", "rule"),
    [
        ("सोमवार को मेले में बैठक हुई। बैठक से ठीक पहले सेना ने मिसाइलें दागीं।", "मिसाइलें", None),
        ("मंत्रियों की बैठक के तुरंत बाद सेना ने मिसाइलें दागीं।", "बैठक", "date: soon before or after"),
        ("बैठक से पहले मंत्री ने कारखाने का दौरा किया।", "दौरा", "date: before another event"),
    ],
)
def test_a_mark_behind_an_event_tells_what_came_first(text: str, first: str, rule: str | None) -> None:
    found = events_of(text, "hi")
    earlier = next(one for one in found if one.before is not None)
    assert first in earlier.trigger
    assert found[earlier.before].after == found.index(earlier)
    assert rule is None or rule in {one.when.rule for one in found if one.when}


@pytest.mark.parametrize("text", ["हमला \u0301 के बाद आग लगी।", "इस \u0301 हमले से \u094d पहले आग लगी।", "\u0301 हमला \u0301"])
def test_a_lone_combining_sign_is_no_fault(text: str) -> None:
    assert "attack" in {one.kind for one in events_of(text, "hi")}


def test_an_unknown_language_tells_no_events_and_does_not_fail() -> None:
    assert events_of("Az eső esett.", "und") == ()


WORDS = st.sampled_from(
    ["attacked", "the", "said", "“", "”", "on Tuesday", "Ana Ruiz", "he", ",", "after", "bombing", ".", "will", "“We", "\n"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=25))
def test_every_event_is_found_again_at_its_offsets_in_order(words: list[str]) -> None:
    text = " ".join(words)
    found = events_of(text)
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
    for one in found:
        assert text[one.span.start : one.span.end] == one.trigger
        assert one.sentence.start <= one.span.start < one.span.end <= one.sentence.end
        assert all(text[person.span.start : person.span.end] == person.text for person in one.participants)


def test_news_without_a_publication_day_takes_no_month_for_its_day() -> None:
    events = events_of("The war began in March 2019. The ministers met in Oslo on Tuesday and signed a treaty.", published=None)
    assert [(one.when.first_day if one.when else None) for one in events if one.sentence_index == 1] == [None, None]


def test_a_date_without_days_keeps_its_words() -> None:
    (met,) = events_of("The ministers met in Oslo on Tuesday.", published=None)
    assert met.when is not None
    assert (met.when.how, met.when.first_day, len(met.when.evidence)) == ("none", None, 1)


def test_what_is_said_was_not_said_where_something_was_launched() -> None:
    text = "The army launched two missiles from Arden on Tuesday. The president said on Tuesday that he was not afraid."
    assert event(text, "launched", places=[city(text, "Arden")]).where is not None
    assert event(text, "said", places=[city(text, "Arden")]).where is None


def test_these_remarks_tell_again_what_was_said_before() -> None:
    text = "Ana Silva praised the fishermen of Faro. Silva made these remarks at the harbour. Ana Silva praised the crew."
    found = events_of(text)
    remarks = next(one for one in found if "remarks" in one.trigger)
    assert remarks.same_as is not None
    assert found[remarks.same_as].kind == "praise"
    assert [one.same_as for one in found if one.kind == "praise"] == [None, None]


def test_whose_meeting_is_feared_does_not_speak() -> None:
    text = "They fear that Ana Silva's visit will end in a quarrel, but also acknowledge that the talks may help."
    assert all(one.said_by is None for one in events_of(text) if one.trigger == "acknowledge")


def test_a_handshake_is_a_part_of_the_meeting_and_happens_where_it_does() -> None:
    text = "Ana Silva met Tom Hill in Faro. Smiling, Ana Silva shook hands with Tom Hill."
    found = events_of(text, places=[city(text, "Faro")])
    handshake = next(one for one in found if one.kind == "handshake")
    assert found[handshake.parent].kind == "meeting"
    assert (handshake.where.name, handshake.where.rule) == ("Faro", "place: parent")


def test_what_others_do_elsewhere_is_no_part_of_a_meeting() -> None:
    text = "Ana Silva met Tom Hill in Faro. Rosa Lind praised the miners."
    assert all(one.parent is None for one in events_of(text) if one.kind == "praise")


def test_those_on_the_spot_tell_where_it_happened() -> None:
    text = "Soldiers in Arden said on Wednesday that the president had been overthrown."
    assert event(text, "overthrown", places=[city(text, "Arden")]).where.name == "Arden"


def test_officials_tell_only_their_seat() -> None:
    text = "A bomb exploded in Hull on Tuesday. Officials in Arden said the bomb killed two men."
    where = event(text, "killed", places=[city(text, "Hull"), city(text, "Arden", 50.0)]).where
    assert where is None or where.name != "Arden"


def test_to_leave_or_reach_is_a_journey_only_where_a_place_stands_behind() -> None:
    text = "The king left Paris on Monday, reached Vienna on Tuesday and will go to Prague on Friday. He left the stage there."
    told = read_article(Document("d", text, language="en", published=dt.date(2024, 5, 2))).events
    journeys = [
        (one.kind, one.modality, one.when.first_day) for one in told if one.kind in ("departure", "arrival", "visit") and one.when
    ]
    assert journeys == [
        ("departure", "asserted", dt.date(2024, 4, 29)),
        ("arrival", "asserted", dt.date(2024, 4, 30)),
        ("visit", "planned", dt.date(2024, 5, 3)),
    ]


def test_a_town_behind_the_possessive_of_its_land_is_where_it_happened() -> None:
    text = "A boat capsized in Odisha's Kendrapara district on Thursday."
    (capsized,) = read_article(Document("a", text, language="en", published=dt.date(2024, 5, 16))).events
    assert capsized.where is not None
    assert capsized.where.name == "Kendrapara"


@pytest.mark.parametrize(
    ("land", "behind", "where"),
    [("ভারতে", "মন্ত্রী", "ভারতে"), ("ভারতের", "মন্ত্রী", None), ("ভারতের", "ঝালদায়", "ভারতের")],
    ids=["there", "of it", "in a part of it"],
)
def test_a_land_is_the_site_only_in_the_case_that_says_where(land: str, behind: str, where: str | None) -> None:
    text = f"{land} {behind} সোমবার বৈঠক করেন।"
    place = replace(city(text, land), kind="country")
    found = event(text, "বৈঠক", "bn", [place])
    assert (found.where.name if found.where else None) == where


def test_what_an_office_does_is_placed_where_the_news_is_unless_its_clause_names_another_country() -> None:
    told = "Rebels attacked a mill in Arden on Tuesday. The governor resigned. A court in Peru charged two exporters."
    places = [city(told, "Arden"), country(told, "Peru", "PE")]
    assert event(told, "resigned", places=places).where.name == "Arden"
    charged = event(told, "charged", places=places).where
    assert charged is None or charged.name != "Arden"


def test_a_sentence_that_only_sets_the_scene_lends_its_place_to_the_next() -> None:
    lead = "The presidents met in Arden on Tuesday.\n\n"
    for scene, place in (("In Borka, the mood was grim.", "Borka"), ("The mood in the town of Borka was grim.", "Arden")):
        text = f"{lead}{scene} The prime minister convened his cabinet on Tuesday evening."
        places = [city(text, "Arden"), city(text, "Borka", 50.0)]
        assert event(text, "convened", places=places).where.name == place


def test_what_a_day_shortly_before_dates_is_placed_where_the_news_is_unless_its_sentence_names_a_place() -> None:
    told = "Rebels attacked a mill in Arden on Wednesday. Farmers had marched on Monday. A bridge in Ostrel collapsed on Tuesday."
    places = [city(told, "Arden"), city(told, "Ostrel")]
    assert event(told, "marched", places=places).where.name == "Arden"
    assert event(told, "collapsed", places=places).where.name == "Ostrel"


def test_what_no_word_dates_far_down_does_not_say_where_the_news_is() -> None:
    told = "The premier resigned on Tuesday. " + "Few were surprised. " * 8 + "Workers completed a port in Ostrel."
    assert event(told, "resigned", places=[city(told, "Ostrel")]).where is None


def test_the_day_of_what_had_happened_before_is_not_that_of_the_news() -> None:
    told = "गुरुवार को राजकोट में टीकाकरण शुरू हुआ। टीके मंगलवार को जामनगर पहुंचे थे। मंत्री ने कहा कि टीके काफी हैं।"
    assert event(told, "कहा", "hi").when.first_day == dt.date(2024, 5, 2)


def test_a_town_told_once_far_below_the_lead_is_not_where_all_of_the_news_is() -> None:
    council = "The council of the valley spoke of roads. "
    told = f"Floods destroyed homes on Tuesday. {council * 9}Helicopters landed in Arden."
    assert event(told, "Floods", places=[city(told, "Arden")]).where is None
    assert event(told, "landed", places=[city(told, "Arden")]).where.name == "Arden"


def test_what_a_missile_struck_is_where_it_struck_and_not_the_land_around_it() -> None:
    text = "A missile struck the port of Arden in southern Borkia."
    places = [city(text, "Arden"), country(text, "Borkia", "BK")]
    assert event(text, "struck", places=places).where.name == "Arden"
