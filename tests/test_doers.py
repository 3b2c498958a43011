"""Who does what is told, and who only condemns, reports or detects it, in any language of news."""

import datetime as dt

import pytest

from extract.models import Document
from extract.pipeline import happenings_of, read_article

CONDEMNED = {  # Japan condemns a missile launch of North Korea
    "en": "Japan condemned North Korea's missile launch on Tuesday.",
    "de": "Japan verurteilte am Dienstag den Raketentest Nordkoreas.",
    "fr": "Le Japon a condamné mardi le tir de missile de la Corée du Nord.",
    "es": "Japón condenó el martes el lanzamiento de misiles de Corea del Norte.",
    "pt": "O Japão condenou na terça-feira o lançamento de mísseis pela Coreia do Norte.",
    "it": "Il Giappone ha condannato martedì il lancio di missili da parte della Corea del Nord.",
    "ru": "Япония осудила во вторник запуск ракет Северной Кореей.",
    "tr": "Japonya salı günü Kuzey Kore'nin füze denemesini kınadı.",
    "ar": "أدانت اليابان يوم الثلاثاء إطلاق كوريا الشمالية صاروخين.",
    "fa": "ژاپن روز سه‌شنبه آزمایش موشکی کره شمالی را محکوم کرد.",
    "hi": "जापान ने मंगलवार को उत्तर कोरिया के मिसाइल परीक्षण की निंदा की।",
    "zh": "日本周二谴责朝鲜发射导弹。",
    "ja": "日本は火曜日、北朝鮮のミサイル発射を非難した。",
    "ko": "일본은 화요일 북한의 미사일 발사를 규탄했다.",
}
REPORTED = {  # South Korea says that North Korea fired two missiles
    "en": "South Korea said North Korea fired two missiles on Tuesday.",
    "hi": "दक्षिण कोरिया ने मंगलवार को कहा कि उत्तर कोरिया ने दो मिसाइलें दागीं।",
    "ar": "قالت كوريا الجنوبية إن كوريا الشمالية أطلقت صاروخين يوم الثلاثاء.",
    "tr": "Güney Kore, Kuzey Kore'nin salı günü iki füze fırlattığını açıkladı.",
    "zh": "韩国军方周二称朝鲜发射了两枚导弹。",
    "ja": "韓国軍は火曜日、北朝鮮がミサイル2発を発射したと発表した。",
    "ko": "한국군은 화요일 북한이 미사일 2발을 발사했다고 밝혔다.",
}


def labels(text, language, kinds):
    article = read_article(Document("d", text, language=language, published=dt.date(2024, 5, 16)))
    return [one.label for one in happenings_of([article]) if one.kind in kinds]


@pytest.mark.parametrize("language", CONDEMNED)
def test_who_condemns_a_launch_launches_nothing(language: str) -> None:
    (label,) = labels(CONDEMNED[language], language, {"missile launch", "missile test"})
    assert label.startswith("North Korea ")
    assert "Japan" not in label


@pytest.mark.parametrize("language", REPORTED)
def test_who_reports_a_launch_launches_nothing(language: str) -> None:
    assert labels(REPORTED[language], language, {"missile launch"}) == ["North Korea fires 2 missiles"]


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("South Korea detected the launch of a missile by North Korea.", "missile launch", "North Korea fires missiles"),
        ("The Philippines protested against the deployment of ships by China.", "deployment", "China sends forces"),
        ("North Korea and Iran fired missiles on Tuesday.", "missile launch", "Iran and North Korea fire missiles"),
        ("Poland bought 250 tanks from the United States.", "arms transfer", "United States sends arms to Poland"),
        ("Germany sold 50 howitzers to Ukraine.", "arms transfer", "Germany sends arms to Ukraine"),
    ],
)
def test_a_deed_is_of_whom_its_words_name(text: str, kind: str, label: str) -> None:
    assert labels(text, "en", {kind}) == [label]


def test_by_behind_the_object_of_an_active_verb_names_nobody_who_does_it() -> None:
    (label,) = labels("Germany criticised the airstrike by Israel on Gaza.", "en", {"accusation"})
    assert label.startswith("Accusation by Germany:")
