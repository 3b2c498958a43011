"""What only says when something else happened was not where that did: "hours after the crash police arrested a man in Cusco"."""

import datetime as dt

import pytest

from extract import Document, read_article

DAY = dt.date(2025, 9, 5)


@pytest.mark.parametrize(
    ("language", "text", "words", "town"),
    [
        ("en", "A bus crashed in Lima on Wednesday. Hours after the crash police arrested a man in Cusco.", "crash", "Lima"),
        ("fr", "Un bus a percuté un arbre à Lyon. Après l'accident la police a arrêté un homme à Nice.", "accident", "Lyon"),
        ("ar", "وقع حادث حافلة في القاهرة يوم الأربعاء. وبعد ساعات من الحادث اعتقلت الشرطة رجلا في الإسكندرية.", "الحادث", "Cairo"),
        ("hi", "बुधवार को लखनऊ में बस हादसा हुआ। हादसे के कुछ घंटे बाद कानपुर में पुलिस ने एक व्यक्ति को गिरफ्तार किया।", "हादसे", "Lucknow"),
        ("ja", "水曜日、大阪でバスの事故があった。事故の数時間後、警察は東京で男を逮捕した。", "事故", "Osaka"),
        ("tr", "İzmir'de otobüs kazası oldu. Kazadan sonra polis Ankara'da bir adamı gözaltına aldı.", "Kazadan", "İzmir"),
    ],
)  # fmt: skip
def test_the_town_of_a_deed_is_not_that_of_what_only_dates_it(language: str, text: str, words: str, town: str) -> None:
    events = read_article(Document("a", text, language=language, published=DAY)).events
    found = [event.where.name for event in events if event.trigger == words and event.where]
    assert found
    assert found[-1] == town


@pytest.mark.parametrize(
    ("language", "text", "words", "town"),
    [
        ("en", "After the crash in Lima police arrested a man in Cusco.", "crash", "Lima"),
        ("en", "Police arrested a man in Cusco after the crash.", "crash", "Cusco"),
        ("hi", "लखनऊ में हुए हादसे के कुछ घंटे बाद कानपुर में पुलिस ने एक व्यक्ति को गिरफ्तार किया।", "हादसे", "Lucknow"),
    ],
)
def test_the_town_beside_what_dates_a_deed_is_its_own(language: str, text: str, words: str, town: str) -> None:
    (event,) = [one for one in read_article(Document("a", text, language=language, published=DAY)).events if one.trigger == words]
    assert event.where is not None
    assert event.where.name == town
