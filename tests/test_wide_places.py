"""Regions, seas, mountains, towns, volcanoes, plants and bases are found by what news of each language calls them."""

import tomllib
from pathlib import Path

import pytest

from extract.gazetteer import Gazetteer
from extract.geo import distance_km
from extract.language import pack_for
from extract.models import Document
from extract.places import find_places
from extract.sentences import split

WIDE = tomllib.loads((Path(__file__).parent / "wide_places.toml").read_text(encoding="utf-8"))
SITES = tomllib.loads((Path(__file__).parent / "world_sites.toml").read_text(encoding="utf-8"))
NEAR_KM = 161.0
AT_THE_SITE_KM = 30.0


def is_found(sentence: str, phrase: str, code: str, language: str, near_km: float = NEAR_KM) -> bool:
    """Tell whether a place in a phrase of a sentence lies where that of a code does."""
    gazetteer, text = Gazetteer.load(), sentence.format(phrase)
    document, pack, at = Document("d", text, language=language), pack_for(language), text.index(phrase)
    wanted = gazetteer.by_code(code)
    assert wanted, code
    return any(
        distance_km((one.latitude, one.longitude), wanted.point) <= max(near_km, wanted.radius_km, one.radius_km)
        for one in find_places(document, split(document, pack), pack, gazetteer)
        if one.span.start < at + len(phrase) and one.span.end > at and one.latitude is not None and one.longitude is not None
    )


@pytest.mark.parametrize("language", WIDE)
def test_wide_places_are_found_where_they_lie(language: str) -> None:
    rules = WIDE[language]
    cells = dict(cell.split("=") for cell in rules["places"].split(" | "))
    missed = {phrase for phrase, code in cells.items() if not is_found(rules["sentence"], phrase, code, language)}
    assert missed == set(filter(None, rules["but"].split(" | ")))


@pytest.mark.parametrize("language", SITES)
def test_sites_of_world_news_are_found_where_they_lie(language: str) -> None:
    rules = SITES[language]
    cells = dict(cell.split("=") for cell in rules["places"].split(" | "))
    missed = {phrase for phrase, code in cells.items() if not is_found(rules["sentence"], phrase, code, language, AT_THE_SITE_KM)}
    assert missed == set(filter(None, rules["but"].split(" | ")))


SITES_ELSEWHERE = [
    ("en", "Sangay Dorji and Katla Jonsdottir signed the paper on Tuesday.", ("sangay", "katla")),
    ("en", "Annapurna Devi and Amarnath Singh spoke on Tuesday.", ("annapurna", "amarnath")),
    ("en", "Kapustin said on Tuesday that the fuego of his youth was gone.", ("fuego", "kapustin-yar")),
    ("en", "The Moria of Tolkien is a mine; a coal mine in Ohio closed on Tuesday.", ("moria-camp",)),
    ("nl", "De taal is dinsdag in Gent gevierd. Taal is van iedereen.", ("taal-volcano",)),
    ("id", "Ruang sidang di Jakarta terbakar pada Selasa. Ibu itu selamat.", ("ruang", "ibu")),
    ("ru", "Рамштайн во вторник выступил в Берлине.", ("ramstein",)),
    ("ja", "ラムシュタインは12日、ベルリンで公演した。", ("ramstein",)),
    ("es", "Cervino marcó dos goles el martes.", ("matterhorn",)),
    ("hi", "अन्नपूर्णा देवी ने मंगलवार को दिल्ली में अमरनाथ सिंह से मुलाकात की।", ("annapurna", "amarnath")),
    ("zh", "12日，鲁昂发生火灾。", ("ruang",)),
]


@pytest.mark.parametrize(("language", "text", "codes"), SITES_ELSEWHERE)
def test_first_names_and_plain_words_are_no_sites(language: str, text: str, codes: tuple[str, ...]) -> None:
    gazetteer, document, pack = Gazetteer.load(), Document("d", text, language=language), pack_for(language)
    sites = {place.name for place in map(gazetteer.by_code, codes) if place}
    assert not sites & {one.name for one in find_places(document, split(document, pack), pack, gazetteer)}
