"""Which Paris: the choice among namesakes by the document's other places."""

from msgspec.structs import replace

from extract.gazetteer import Gazetteer, Place
from extract.resolution import Option, Toponym, among_namesakes, contains, prior, resolve

PARIS = Place(1, "Paris", 48.85, 2.35, 20, "city", "FR", "FR.11", None, 2_100_000)
PARIS_TEXAS = Place(2, "Paris", 33.66, -95.56, 5, "city", "US", "US.TX", None, 25_000)
TEXAS = Place(3, "Texas", 31.2, -99.2, 500, "admin1", "US", "US.TX", None, 29_000_000)
DALLAS = Place(4, "Dallas", 32.78, -96.8, 20, "city", "US", "US.TX", None, 1_300_000)
SHERMAN = Place(5, "Sherman", 33.64, -96.6, 5, "city", "US", "US.TX", None, 40_000)


def toponym(key: str, *places: Place, count: int = 1, said: int | None = None) -> Toponym:
    options = sorted((Option(place, prior(place, True), True) for place in places), key=lambda option: -option.prior)
    return Toponym(key, tuple(options), count, said=said)


def test_alone_the_best_known_wins() -> None:
    assert resolve([toponym("paris", PARIS_TEXAS, PARIS)])["paris"].option.place is PARIS


def test_what_the_text_says_wins() -> None:
    assert resolve([toponym("paris", PARIS, PARIS_TEXAS, said=2)])["paris"].option.place is PARIS_TEXAS


def test_a_document_full_of_one_region_draws_its_namesakes_there() -> None:
    around = [toponym("texas", TEXAS, count=4), toponym("sherman", SHERMAN, count=4), toponym("dallas", DALLAS, count=4)]
    assert resolve([toponym("paris", PARIS, PARIS_TEXAS), *around])["paris"].option.place is PARIS_TEXAS


def test_the_order_of_the_names_does_not_matter() -> None:
    names = [toponym("paris", PARIS, PARIS_TEXAS), toponym("texas", TEXAS), toponym("dallas", DALLAS)]
    assert {key: choice.option for key, choice in resolve(names).items()} == {
        key: choice.option for key, choice in resolve(names[::-1]).items()
    }


def test_a_name_without_options_is_left_out() -> None:
    assert resolve([toponym("nowhere")]) == {}


def test_a_division_contains_its_cities_only() -> None:
    assert contains(TEXAS, DALLAS)
    assert not contains(TEXAS, PARIS)
    assert not contains(DALLAS, TEXAS)


def test_new_york_alone_is_the_city_and_georgia_alone_the_country() -> None:
    gazetteer = Gazetteer.load()
    for name, kind in (("New York", "city"), ("Georgia", "country"), ("Quebec", "admin1")):
        found = [(gazetteer.place(meaning.row), meaning.main) for meaning in gazetteer.search(name)]
        options = among_namesakes([Option(place, prior(place, main), main) for place, main in found])
        assert max(options, key=lambda option: option.prior).place.kind == kind


def test_three_hundred_namesakes_are_resolved() -> None:
    many = [Place(10 + number, "San Jose", number / 10, number / 5, 3, "city", "MX", None, None, number) for number in range(300)]
    assert resolve([toponym("san jose", *many)])["san jose"].option.place.population == 299


def test_of_two_places_of_a_name_the_better_known_is_meant() -> None:
    geneva = Place(20, "Geneva", 46.2, 6.15, 10, "city", "CH", "CH.GE", None, 200_000, 0.7)
    illinois = Place(21, "Geneva", 41.9, -88.3, 5, "city", "US", "US.IL", None, 22_000, 0.2)
    assert prior(geneva, main=True) - prior(illinois, main=True) > prior(replace(geneva, fame=0.0), main=True) - prior(
        replace(illinois, fame=0.0), main=True
    )


def test_of_two_places_of_a_name_that_of_the_languages_country_is_meant() -> None:
    here = Place(30, "Santa Maria", -29.7, -53.8, 8, "city", "BR", "BR.23", None, 100_000)
    there = Place(31, "Santa Maria", 34.95, -120.4, 8, "city", "US", "US.CA", None, 105_000)
    name = [toponym("santa maria", there, here)]
    assert resolve(name)["santa maria"].option.place is there
    assert resolve(name, frozenset({"BR"}))["santa maria"].option.place is here


def test_a_capital_called_as_its_division_is_the_capital_whatever_the_name_it_has_there() -> None:
    division = Place(40, "Lisbon", 39.0, -9.1, 34, "admin1", "PT", "PT.14", None, 2_900_000)
    capital = Place(41, "Lisbon", 38.7, -9.15, 11, "city", "PT", "PT.14", None, 500_000)
    options = (Option(division, 9.0, main=True), Option(capital, 6.0, main=False, capital=True))
    assert resolve([Toponym("lisboa", options)])["lisboa"].option.place is capital
