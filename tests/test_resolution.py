"""Which Paris: the choice among namesakes by the document's other places."""

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
