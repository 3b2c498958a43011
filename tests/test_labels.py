"""Labels are short headlines in the reader's words: whole, with figures, and nobody in a role that is not his."""

import datetime as dt

import pytest
from msgspec.structs import replace

from extract import Document, happenings_of, read_article
from extract.happenings import link
from extract.happenings.naming import actor_name, names_of_place, place_name, place_names, to_name
from extract.kinds import kinds
from extract.language import load_pack, pack_codes
from extract.language.linking import label_words
from extract.language.triggers import trigger_tables
from extract.models import Article, PlaceKind, Where
from tests.telling import article

PACKS = {code: load_pack(code) for code in ("en", "hi")}


def label(*articles: Article, kind: str, code: str = "en") -> str:
    return next(one.labels[code] for one in link(articles, PACKS) if one.kind == kind)


def blast(id_: str, toll: str, published: str = "2021-03-02") -> Article:
    text = f"The explosion in Hull on Monday killed {toll} people, the fire service said.\nThe street was closed."
    event = {"trigger": "explosion", "kind": "explosion", "day": "2021-03-01", "on": "Monday", "at": "Hull"}
    return article(id_, text, event, published=published)


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (
            "Germany delivered another Patriot air defence system to Kenya on Monday.",
            "arms transfer",
            "Germany sends arms to Kenya",
        ),
        (
            "President Olga Stein appointed Maria Weiss finance minister on Monday.",
            "appointment",
            "Olga Stein appoints Maria Weiss",
        ),
        (
            "Emmanuel Macron appointed Gabriel Attal as prime minister on Monday.",
            "appointment",
            "Emmanuel Macron appoints Gabriel Attal",
        ),
        ("Estonia expelled a Russian diplomat on Monday.", "expulsion", "Estonia expelled a Russian diplomat on Monday"),
    ],
)
def test_a_label_names_to_whom_it_is_done_and_nobody_else(text: str, kind: str, told: str) -> None:
    assert read(f"{text} It rained.", kind) == told


def test_a_toll_is_told_as_the_latest_article_has_it() -> None:
    assert label(blast("a", "four"), blast("b", "nine", "2021-03-03"), kind="explosion") == "Explosion in Hull, 9 dead"
    assert label(blast("b", "seven", "2021-03-03"), blast("a", "nine"), kind="explosion") == "Explosion in Hull, 7 dead"


def read(text: str, kind: str) -> str:
    said = happenings_of([read_article(Document("a", text, language="en", published=dt.date(2021, 3, 2), published_how="given"))])
    return next(one.label for one in said if one.kind == kind)


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("On Monday Germany's Nordhaus agreed to buy the retailer Brackwell.", "merger", "Nordhaus takes over Brackwell"),
        (
            "A day late, as it had rained, Olga Stein of Kenya beat Maria Weiss in the final on Monday.",
            "sports result",
            "Olga Stein beats Maria Weiss",
        ),
        (
            "Kenya and Olga Stein attacked Maria Weiss over the price of boats.",
            "attack",
            "Kenya and Olga Stein attack Maria Weiss",
        ),
    ],
)
def test_a_country_that_only_describes_somebody_is_not_named_beside_him(text: str, kind: str, told: str) -> None:
    assert read(f"{text} It rained.", kind) == told


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("Olga Stein was arrested in Nairobi on Monday, three days after the fire.", "arrest", "Olga Stein arrested in Nairobi"),
        ("In Nairobi the ferry Meghna Tara was arrested on Monday over a debt, its owners told.", "arrest", "Arrest in Nairobi"),
        (
            "On Monday, as an old song tells, Kenya was arrested and the boats burnt.",
            "arrest",
            "Kenya was arrested",
        ),
        ("Kenya expelled Olga Stein on Monday over a spy.", "expulsion", "Kenya expels Olga Stein"),
        ("The ferry Meghna Tara arrived in Mombasa on Monday.", "arrival", "Meghna Tara arrives in Mombasa"),
        ("Germany's Nordhaus went bankrupt on Monday.", "bankruptcy", "Nordhaus fails"),
    ],
)
def test_only_persons_are_arrested_only_bodies_go_bankrupt_and_ships_arrive_too(text: str, kind: str, told: str) -> None:
    assert read(f"{text} It rained.", kind) == told


def test_a_figure_is_grouped_as_the_language_does() -> None:
    flood = "The flood in Hull on Monday drove 250,000 people away: 250,000 people were evacuated.\nRain fell."
    told = article("a", flood, {"trigger": "evacuated", "kind": "evacuation", "day": "2021-03-01", "at": "Hull"})
    assert label(told, kind="evacuation") == "250,000 evacuated in Hull"
    assert "2,50,000" in label(told, kind="evacuation", code="hi")


def test_a_count_keeps_its_adjectives() -> None:
    text = "North Korea fired two short-range ballistic missiles from Sunan, the army said.\nThey fell into the sea."
    event = {"trigger": "fired", "kind": "missile launch", "day": "2021-03-01", "at": "Sunan", "who": {"North Korea": "agent"}}
    assert (
        label(article("a", text, event), kind="missile launch") == "North Korea fires 2 short-range ballistic missiles from Sunan"
    )


def test_where_no_template_tells_anything_a_whole_clause_of_the_article_does() -> None:
    text = "Dockers in Hull rejected the offer on Monday, which pleased nobody.\nTalks go on."
    event = {"trigger": "rejected", "kind": "cancellation", "day": "2021-03-01"}
    told = article("a", text, event)
    verb = replace(told, events=(replace(told.events[0], rule=_verb_rule("cancellation")),))
    assert label(verb, kind="cancellation") == "Dockers in Hull rejected the offer on Monday"


def test_of_a_long_sentence_only_the_words_that_tell_the_happening_follow_the_name_of_its_kind() -> None:
    text = "Dockers " + "and dockers " * 12 + "rejected the offer on Monday.\nTalks go on."
    told = article("a", text, {"trigger": "rejected", "kind": "cancellation", "day": "2021-03-01"})
    verb = replace(told, events=(replace(told.events[0], rule=_verb_rule("cancellation")),))
    assert label(verb, kind="cancellation") == "Cancellation: rejected the offer on Monday"
    assert label(verb, kind="cancellation", code="hi") == "रद्द या स्थगित"


def test_where_the_verb_stands_last_the_words_before_it_follow_the_name_of_the_kind() -> None:
    text = "सोमवार को बारिश के बाद, मेले के आयोजकों ने पुराने पुल की जांच कराई।\nमेला खुला रहा।"
    told = article("a", text, {"trigger": "जांच", "kind": "investigation", "day": "2021-03-01"}, language="hi")
    assert label(told, kind="investigation", code="hi") == "जांच: मेले के आयोजकों ने पुराने पुल की जांच कराई"


def test_the_title_names_what_the_article_is_mainly_about() -> None:
    text = "The strike in Hull began on Monday.\nA fire in Dover went out by itself."
    strike = {"trigger": "strike", "kind": "labour strike", "day": "2021-03-01", "at": "Hull"}
    told = article("a", text, strike, title="Dockers of Hull on strike for shorter nights")
    assert label(told, kind="labour strike") == "Dockers of Hull on strike for shorter nights"


def test_what_is_said_is_told_whole_where_it_is_short_and_else_shows_that_it_goes_on() -> None:
    short = "Olga Stein said that ferries will sail again before summer.\nHull waits."
    event = {"trigger": "said", "kind": "statement", "says": "Olga Stein", "day": "2021-03-01"}
    assert label(article("a", short, event), kind="statement") == "Olga Stein: ferries will sail again before summer"
    long = "Olga Stein said that " + "ferries and boats and " * 8 + "ships will sail.\nHull waits."
    assert label(article("a", long, event), kind="statement") == (
        "Olga Stein: ferries and boats and ferries and boats and ferries and boats and…"
    )


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "told"),
    [
        ("The operator, Olga Stein, denied any fault.", "denied", "denial", "Olga Stein issues a denial"),
        ("Olga Stein made a threat; crews left the port at once.", "threat", "threat", "Olga Stein makes a threat"),
    ],
)
def test_neither_the_description_of_a_speaker_nor_what_others_do_next_is_what_is_said(text, trigger, kind, told) -> None:
    event = {"trigger": trigger, "kind": kind, "who": {"Olga Stein": "speaker"}, "day": "2021-03-01"}
    assert label(article("a", f"{text}\nHull waits.", event), kind=kind) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The bridge, Olga Stein said, was safe for lorries.", "Olga Stein: The bridge was safe for lorries"),
        ("Ferries were late all winter, Olga Stein said.", "Olga Stein: Ferries were late all winter"),
        ("Olga Stein, head of the port, said so.", "Olga Stein makes a statement"),
        ("Olga Stein said to the dockers of the band that wants it all.", "Olga Stein makes a statement"),
    ],
)
def test_what_is_said_is_found_around_its_verb_and_no_relative_clause_is_taken_for_it(text: str, told: str) -> None:
    event = {"trigger": "said", "kind": "statement", "says": "Olga Stein", "day": "2021-03-01"}
    assert label(article("a", f"{text}\nHull waits.", event), kind="statement") == told


@pytest.mark.parametrize("code", ["en", "hi"])
def test_no_template_is_cut_short(code: str) -> None:
    words = label_words(code)
    assert words is not None
    templates = [*words.general, *(template for listed in words.templates.values() for template in listed)]
    assert not [template for template in templates if "…" in template or "{words}" in template]


def _verb_rule(kind: str) -> str:
    """Give the rule of a verb that tells a kind, as the extraction writes it."""
    return next(entry.rule for entry in trigger_tables(load_pack("en")).entries if entry.kind == kind and entry.form == "verb")


@pytest.mark.parametrize(
    ("name", "geonames_id", "kind", "told"),
    [
        ("Chicago", 4887398, "city", "शिकागो"),
        ("West Bengal", None, "admin1", "पश्चिम बंगाल"),
        ("Nowhere Creek", 1, "city", "Nowhere Creek"),
    ],
)
def test_a_place_bears_the_name_that_the_gazetteer_has_in_the_script_of_the_label(
    name: str, geonames_id: int | None, kind: PlaceKind, told: str
) -> None:
    country = {"Chicago": "US", "West Bengal": "IN"}.get(name)
    where = Where(name, 0.0, 0.0, 5.0, kind, 0.9, "test", geonames_id=geonames_id, country=country)
    assert (place_name(where, {}, "hi"), place_name(where, {}, "en")) == (told, name)


def test_a_place_bears_the_name_that_articles_give_it_before_any_other() -> None:
    where = Where("Chicago", 0.0, 0.0, 5.0, "city", 0.9, "test", geonames_id=4887398, country="US")
    assert place_name(where, {("Chicago", "Devanagari"): "शिकागो शहर"}, "hi") == "शिकागो शहर"


def test_a_happening_bears_the_name_of_its_place_in_each_language_that_has_another() -> None:
    chicago = Where("Chicago", 0.0, 0.0, 5.0, "city", 0.9, "test", geonames_id=4887398, country="US")
    india = Where("India", 0.0, 0.0, 900.0, "country", 0.9, "test", country="IN")
    assert names_of_place(chicago, {}, PACKS) == {"hi": "शिकागो"}
    assert names_of_place(india, {}, PACKS) == {"hi": "भारत"}
    assert names_of_place(None, {}, PACKS) == {}


@pytest.mark.parametrize("code", ["en", "hi"])
def test_the_name_of_a_kind_is_a_word_and_no_template(code: str) -> None:
    words = label_words(code)
    assert words is not None
    assert all(isinstance(name, str) and "{" not in name for name in words.kinds.values())


def test_a_body_that_only_another_script_names_is_not_spelt_out_in_latin_letters() -> None:
    committee, person = "لجنة الصليب الأحمر", "هادي باوزير"
    assert actor_name("x", committee, {committee: 1}, "en", "organisation") == ""
    assert actor_name("x", committee, {committee: 1, "Red Cross": 1}, "en", "organisation") == "Red Cross"
    assert actor_name("x", person, {person: 1}, "en", "person") != ""
    assert actor_name("x", committee, {committee: 1}, "ar", "organisation") == committee


@pytest.mark.parametrize(
    ("key", "told", "code", "name"),
    [
        ("~workers", "сотрудников", "en", "workers"),
        ("~diplomats", "diplomáticos", "hi", "राजनयिक"),
        ("~police", "officers", "en", "officers"),
        ("~police", "पुलिस", "de", "Polizei"),
        ("~no such noun", "сотрудников", "en", "сотрудников"),
    ],
)
def test_a_noun_without_a_name_is_given_in_the_language_of_the_reader(key, told, code, name) -> None:
    assert actor_name(key, told, {told: 1}, code, "common") == name


def test_linked_happenings_bear_the_names_that_articles_give_their_places() -> None:
    text = "पटना में आग लगी।\nसोमवार को पटना में एक गोदाम जल गया।"
    found = happenings_of([read_article(Document("a", text, language="hi", published=dt.date(2024, 5, 2)))])
    assert {"पटना"} == {one.place_names["hi"] for one in found if one.where and one.where.name == "Patna"}


def test_an_opinion_is_labelled_by_what_is_said_and_not_by_who_says_it() -> None:
    text = "The grain trade is “now the heart” of the dispute, according to Otto Falk, a professor at the University of Arden."
    assert read(text, "expert opinion") == "Otto Falk: The grain trade is “now the heart” of the dispute"


@pytest.mark.parametrize(
    ("code", "name", "expected"), [("en", "Champhai", "Champhai"), ("de", "Champhai", "Ngūr"), ("en", "फलाम", "Phalam")]
)
def test_a_place_bears_the_name_that_the_articles_of_the_language_use(code: str, name: str, expected: str) -> None:
    town = "Ngūr" if name.isascii() else name
    told = {(town, "en"): name} if name.isascii() else {}
    assert place_name(Where(town, 23.5, 93.3, 5.0, "city", 0.9, "place: clause", ()), told, code) == expected


@pytest.mark.parametrize(("kind", "expected"), [("fighting", ["@KE"]), ("attack", ["@KE", "olga stein"])])
def test_a_leader_does_not_fight_beside_a_country(kind: str, expected: list[str]) -> None:
    document = Document("a", "Kenya attacked the rebels on Monday.", language="en", published=dt.date(2021, 3, 2))
    one = happenings_of([read_article(document)])[0]
    doers = (
        replace(one.participants[0], role="agent"),
        replace(one.participants[0], key="olga stein", name="Olga Stein", role="agent"),
    )
    kinds = {"@KE": "country", "olga stein": "person"}
    assert [actor.key for actor in to_name(replace(one, kind=kind, participants=doers), kinds, ("agent",))] == expected


@pytest.mark.parametrize(
    ("language", "text", "name", "shown"),
    [
        ("mr", "मुंबईत सोमवारी आग लागली.", "Mumbai", "मुंबई"),
        ("mr", "इस्तंबूलमध्ये सोमवारी आग लागली.", "Istanbul", "इस्तंबूल"),
        ("mr", "मॉस्कोतील दुकानात आग लागली.", "Moscow", "मॉस्को"),
        ("ru", "В Москве произошел пожар.", "Moscow", "Москва"),
        ("hi", "मुंबई में आग लगी।", "Mumbai", "मुंबई"),
    ],
)
def test_a_place_told_in_a_case_of_its_name_is_shown_by_the_name_itself(language: str, text: str, name: str, shown: str) -> None:
    told = read_article(Document("a", text, language=language, published=dt.date(2024, 5, 16)))
    one = next(one for one in told.places if one.name == name)
    where = Where(name, one.latitude, one.longitude, 1.0, one.kind, 1.0, "", country=one.country)
    assert place_name(where, place_names([told]), language) == shown


@pytest.mark.parametrize("code", [code for code in pack_codes() if load_pack(code).table("labels").get("kinds")])
def test_a_language_with_labels_names_every_kind(code: str) -> None:
    words = label_words(code)
    assert words
    assert set(words.kinds) == set(kinds())


@pytest.mark.parametrize(
    ("language", "text", "kind", "told"),
    [
        ("nb", "Kong Harald besøkte Bergen mandag.", "visit", "Harald besøker Bergen"),
        ("nb", "Fem personer omkom i et jordskjelv i Izmir mandag.", "earthquake", "Jordskjelv i Izmir, 5 omkom"),
        ("ro", "Un incendiu a izbucnit luni la Cluj-Napoca, iar trei oameni au murit.", "fire", "Incendiu la Cluj-Napoca, 3 morți"),
        ("mr", "मुंबईत सोमवारी झालेल्या स्फोटात पाच जण ठार झाले.", "explosion", "मुंबई येथे स्फोट, 5 जणांचा मृत्यू"),
        ("ur", "پشاور میں پیر کو دھماکے میں پانچ افراد ہلاک ہو گئے۔", "explosion", "پشاور میں دھماکا، 5 ہلاک"),
    ],
)
def test_a_label_is_in_the_words_of_its_language(language: str, text: str, kind: str, told: str) -> None:
    said = happenings_of([read_article(Document("a", text, language=language, published=dt.date(2024, 5, 16)))])
    assert next(one.labels[language] for one in said if one.kind == kind) == told
