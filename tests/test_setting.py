"""What no word places happened where the scene was, and that is told as a guess."""

import pytest
from msgspec.structs import replace

from dashapp.evidence.facts import facts
from extract import Document, Happening, happenings_of, read_article
from tests.telling_events import PUBLISHED, city, event
from tests.test_evidence import EN, STORE, story, text_of

FIRE = "A fire destroyed the mill in Hull on Monday. "


def read(text: str) -> tuple[Happening, ...]:
    return happenings_of([read_article(Document("d", text, language="en", published=PUBLISHED, published_how="given"))])


def test_an_unplaced_deed_takes_the_site_told_before_it_in_its_paragraph_as_a_guess() -> None:
    text = FIRE + "Officers arrested six people the following day."
    arrest = event(text, "arrested", places=[city(text, "Hull")])
    assert arrest.where is None
    assert arrest.setting is not None
    assert (arrest.setting.name, arrest.setting.is_guessed) == ("Hull", True)
    assert arrest.setting.radius_km >= 25


def test_a_deed_with_a_place_of_its_own_has_no_other_scene() -> None:
    fire = event(FIRE, "fire", places=[city(FIRE, "Hull")])
    assert fire.where is not None
    assert fire.setting is None


def test_what_follows_the_news_is_where_it_was_whatever_else_was_told_in_between() -> None:
    text = FIRE + "The owner was arrested in Leeds in 2019. Officers evacuated forty people on Wednesday."
    places = [city(text, "Hull"), city(text, "Leeds", 30.0, 40.0)]
    setting = event(text, "evacuated", places=places).setting
    assert setting is not None
    assert setting.name == "Hull"


@pytest.mark.parametrize(
    ("saying", "trigger", "town"),
    [
        ("The opposition accused the minister of neglect.", "accused", "Hull"),
        ("The company denied any wrongdoing.", "denied", "Hull"),
        ("Japan accused the minister of neglect.", "accused", "Tokyo"),
    ],
)
def test_what_is_said_of_the_news_is_guessed_at_its_scene_and_what_another_state_says_in_its_capital(
    saying: str, trigger: str, town: str | None
) -> None:
    text = FIRE + saying
    setting = event(text, trigger, places=[city(text, "Hull")]).setting
    assert (setting and setting.name) == town


def test_what_is_said_was_said_in_the_town_of_its_clause_as_a_guess_where_no_other_deed_stands_between() -> None:
    text = "The Speaker of the parliament in Hull accused the minister of neglect."
    setting = event(text, "accused", places=[city(text, "Hull")]).setting
    assert setting is not None
    assert setting.name == "Hull"


def test_what_happened_in_another_year_has_no_scene_in_this_one_where_another_town_was_told() -> None:
    text = FIRE + "\n\nA bridge collapsed in Leeds in 2003.\n\nIt was an old one.\n\nIn March 2019 a student was shot dead."
    shot = event(text, "shot dead", places=[city(text, "Hull"), city(text, "Leeds", 30.0, 40.0)])
    assert (shot.where, shot.setting) == (None, None)


@pytest.mark.parametrize(("doer", "place"), [("Officers", "Kingston upon Hull"), ("Norway", None)])
def test_a_happening_without_a_place_is_where_the_scene_was_unless_another_country_did_it(doer: str, place: str | None) -> None:
    found = read(f"A fire destroyed a mill in Hull, England, on Monday. {doer} arrested six smugglers the following day.")
    arrest = next(one for one in found if one.kind == "arrest")
    assert (arrest.where and arrest.where.name) == place


def test_the_label_of_a_happening_does_not_name_a_place_that_is_only_guessed() -> None:
    arrest = next(one for one in read(FIRE + "Officers arrested six people the following day.") if one.kind == "arrest")
    assert arrest.where is not None
    assert arrest.where.name not in arrest.label


def test_the_reading_pane_says_that_a_place_is_inferred() -> None:
    where = STORE.happening("h1").where
    guessed = replace(story(), happening=replace(STORE.happening("h1"), where=replace(where, rule="place: setting")))
    assert EN("pill-inferred") in text_of(facts(guessed, EN))
    assert text_of(facts(guessed, EN)).count(EN("pill-inferred")) == text_of(facts(story(), EN)).count(EN("pill-inferred")) + 1


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("The rebels withdrew to Goma, where they shelled a camp on Friday.", "shelled", "Goma"),
        ("He drove to Goma, where he fell ill and died on Friday.", "died", "Goma"),
        ("The mayor flew to Goma, where he said that a bomb had exploded in Bukavu.", "exploded", "Bukavu"),
    ],
)
def test_a_clause_about_a_place_tells_what_happened_there(text: str, words: str, place: str) -> None:
    told = [city(text, name, 10.0 + n) for n, name in enumerate(("Goma", "Bukavu")) if name in text]
    where = event(text, words, places=told).where
    assert where is not None
    assert where.name == place


def test_what_was_written_in_the_capital_of_another_region_happened_in_the_seat_of_that_region() -> None:
    text = "MOSCOW - The governor of Russia's Kemerovo region stepped down on Sunday."
    (resignation,) = [one for one in read(text) if one.kind == "resignation"]
    assert resignation.where is not None
    assert (resignation.where.name, resignation.where.kind) == ("Kemerovo", "city")


def test_what_was_written_in_a_town_of_the_region_that_it_names_happened_in_that_town() -> None:
    text = "KEMEROVO - The governor of Russia's Kemerovo region stepped down on Sunday."
    (resignation,) = [one for one in read(text) if one.kind == "resignation"]
    assert resignation.where is not None
    assert resignation.where.kind == "city"


STATES = [
    ("en", "A landslide killed nine people in Gangtok on Tuesday. China's foreign ministry sent its condolences.", "Beijing"),
    ("en", "A bus fell off a road in Gangtok on Tuesday. The opposition walked out of the Lok Sabha on Wednesday.", "Delhi"),
    ("de", "Bei einem Brand in Lyon starben am Dienstag drei Menschen. Das französische Außenministerium kondolierte.", "Paris"),
    ("ru", "В Лионе во вторник при пожаре погибли три человека. МИД Франции в среду выразил соболезнования.", "Paris"),
    ("zh", "舟山附近海域星期二发生撞船事故，造成三人死亡。韩国外交部发言人星期三表示哀悼。", "Seoul"),
    ("hi", "नेपाल के प्रधानमंत्री ने मंगलवार को चीन और भारत से बात की। वह बुधवार को संसद में विश्वास मत हार गए।", "Kathmandu"),
    ("en", "A missile killed nine people in Kharkiv on Tuesday. The UN Security Council condemned the strike.", "New York City"),
    ("hi", "गाजा में मंगलवार को हमले में दस लोगों की मौत हो गई। संयुक्त राष्ट्र सुरक्षा परिषद ने बुधवार को निंदा की।", "New York City"),
    ("en", "A fire killed nine people in Lyon on Tuesday. The company denied any wrongdoing.", "Lyon"),
]


@pytest.mark.parametrize(("language", "text", "name"), STATES)
def test_what_a_known_body_says_is_guessed_at_its_seat_that_of_a_state_in_the_capital(language: str, text: str, name: str) -> None:
    article = read_article(Document("d", text, language=language, published=PUBLISHED, published_how="given"))
    last = article.events[-1]
    where = last.setting or last.where
    assert where is not None
    assert where.name == name


def test_a_summit_of_weeks_ago_was_not_where_the_king_met_the_president_now() -> None:
    text = "The president met the king in Oslo on Tuesday. They met two months after the king's summit with Ann Lee."
    summit = event(text, "summit", places=[city(text, "Oslo")])
    assert (summit.where, summit.setting) == (None, None)


def test_whose_programme_a_summit_is_about_is_not_where_it_is_held() -> None:
    text = (
        "The king met President Ann Lee on Tuesday at a summit designed to show that London is able to set the agenda on "
        "Tehran's nuclear program. The two men embarked on a day of talks on an island off Oslo."
    )
    found = {one.kind: one.where and one.where.name for one in read(text) if one.kind in ("meeting", "summit meeting", "talks")}
    assert set(found.values()) == {"Oslo"}
