"""Where states and provinces are governed from, and what their bodies say and decide there."""

import csv
import datetime as dt

import pytest

from extract import Document, distance_km, read_article
from extract.gazetteer import Gazetteer
from extract.gazetteer.seats import COLUMNS, TABLE, court_of, seat_of

FEWEST_SEATS = 3000
FAR_KM = 1500.0  # from the middle of a division to its seat: Honolulu and Juneau


def test_every_seat_is_a_town_of_the_gazetteer_in_its_division() -> None:
    gazetteer = Gazetteer.load()
    with TABLE.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        assert tuple(reader.fieldnames or ()) == COLUMNS
        rows = list(reader)
    assert len(rows) >= FEWEST_SEATS
    assert rows == sorted(rows, key=lambda row: row["division"])
    capitals = {row["division"] for row in rows if not row["court"]}
    assert len(capitals) >= FEWEST_SEATS
    wrong = []
    for row in rows[::20] + [row for row in rows if row["court"]]:
        town = gazetteer.by_geonames(int(row["town"]))
        if town is None or town.country != row["division"][:2] or town.name != row["name"]:
            wrong.append(row)
    assert not wrong


@pytest.mark.parametrize(
    ("division", "name"),
    [("Bihar", "Patna"), ("Bavaria", "Munich"), ("Texas", "Austin"), ("Sverdlovsk", "Yekaterinburg"), ("Ontario", "Toronto")],
)
def test_the_seat_of_a_division_lies_near_its_middle(division: str, name: str) -> None:
    gazetteer = Gazetteer.load()
    found = next(gazetteer.place(one.row) for one in gazetteer.search(division) if gazetteer.kind(one.row) == "admin1")
    town = seat_of(found.admin1)
    assert town is not None
    assert town.name == name
    assert distance_km(town.point, found.point) < FAR_KM


def test_a_high_court_may_sit_in_another_town_than_the_government() -> None:
    assert [town and town.name for town in (seat_of("IN.39"), court_of("IN.39"), court_of("IN.34"))] == [
        "Dehradun",
        "Naini Tāl",
        "Patna",
    ]


@pytest.mark.parametrize("division", [None, "", "XX.99"])
def test_an_unknown_division_has_no_seat(division: str | None) -> None:
    assert seat_of(division) is None


FIRE_EN = "A fire killed nine people in {} on Tuesday. "
BODIES = [
    ("en", FIRE_EN.format("Gaya") + "Bihar's assembly passed a bill banning plastic on Wednesday.", "Patna"),
    ("en", FIRE_EN.format("Houston") + "The governor of Texas declared a state of emergency on Wednesday.", "Austin"),
    ("en", FIRE_EN.format("Houston") + "The former governor of Texas condemned the law on Wednesday.", "Houston"),
    ("en", "The Karnataka High Court rejected the plea of a doctor from Mysuru on Tuesday.", "Bengaluru"),
    ("en", FIRE_EN.format("Buffalo") + "New York Governor Kathy Hochul signed a law on Wednesday.", "Albany"),
    ("hi", "गया में मंगलवार को आग से नौ लोगों की मौत हो गई। बिहार विधानसभा ने बुधवार को एक विधेयक पारित किया।", "Patna"),
    ("en", "A flood killed nine people in Passau on Tuesday. The Scottish government passed a law on Wednesday.", "Edinburgh"),
    (
        "de",
        "Bei einem Brand in Passau starben am Dienstag drei Menschen. Der Landtag hat am Mittwoch ein Gesetz beschlossen.",
        "Munich",
    ),
    (
        "fr",
        "Un incendie a tué trois personnes à Roubaix mardi. Le conseil régional des Hauts-de-France a voté mercredi une loi.",
        "Lille",
    ),
    ("ru", "В Нижнем Тагиле при пожаре погибли трое. Губернатор Свердловской области в среду подписал закон.", "Yekaterinburg"),
    ("ja", "舞鶴市で14日、火災があり3人が死亡した。京都府議会は14日、条例を可決した。", "Kyoto"),
    ("pl", "W pożarze w Nysie we wtorek zginęły trzy osoby. Sejmik województwa opolskiego uchwalił w środę budżet.", "Opole"),
    (
        "es",
        "Un incendio mató a tres personas en Elche el martes. La Xunta de Galicia aprobó el miércoles una ley.",
        "Santiago de Compostela",
    ),
]


@pytest.mark.parametrize(("language", "text", "name"), BODIES)
def test_what_the_bodies_of_a_division_decide_is_guessed_in_the_town_from_which_it_is_governed(
    language: str, text: str, name: str
) -> None:
    article = read_article(Document("d", text, language=language, published=dt.date(2024, 5, 16), published_how="given"))
    last = article.events[-1]
    where = last.setting or last.where
    assert where is not None
    assert where.name == name


def test_a_minister_who_visits_a_scene_is_there_and_not_at_the_seat() -> None:
    text = FIRE_EN.format("Gaya") + "Bihar Chief Minister Nitish Kumar visited the scene on Wednesday."
    article = read_article(Document("d", text, language="en", published=dt.date(2024, 5, 16), published_how="given"))
    found = [one.where or one.setting for one in article.events if one.kind == "visit"]
    assert [where and where.name for where in found] == ["Gaya"]
