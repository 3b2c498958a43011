"""Capitals that are only described: which they are, in every language with a full pack, and what is none."""

import pytest

from extract import Document, pack_for
from extract.gazetteer import Gazetteer
from extract.models import PlaceMention
from extract.places import find_toponyms
from extract.sentences import split

TOLD = [
    ("en", "He toured a district of the Lebanese capital.", "Lebanese capital", "Beirut"),
    ("en", "A bomb went off in the capital of Mali.", "capital", "Bamako"),
    ("en", "Kenya's president met Kenyan farmers. Police fired shots in the capital.", "capital", "Nairobi"),
    ("en", "They flew from Paris to the Lebanese capital.", "Lebanese capital", "Beirut"),
    ("hi", "लेबनान की राजधानी में धमाका हुआ।", "राजधानी", "Beirut"),
    ("bn", "লেবাননের রাজধানীতে বোমা বিস্ফোরণ হয়েছে।", "রাজধানীতে", "Beirut"),
    ("es", "Una bomba estalló en la capital libanesa.", "capital libanesa", "Beirut"),
    ("fr", "Une bombe a explosé dans la capitale du Mali.", "capitale", "Bamako"),
    ("it", "Una bomba è esplosa nella capitale libanese.", "capitale libanese", "Beirut"),
    ("pt", "Uma bomba explodiu na capital libanesa.", "capital libanesa", "Beirut"),
    ("de", "In der libanesischen Hauptstadt ist eine Bombe explodiert.", "libanesischen Hauptstadt", "Beirut"),
    ("nl", "In de Libanese hoofdstad is een bom ontploft.", "Libanese hoofdstad", "Beirut"),
    ("sv", "En bomb exploderade i Libanons huvudstad.", "huvudstad", "Beirut"),
    ("da", "En bombe eksploderede i den libanesiske hovedstad.", "libanesiske hovedstad", "Beirut"),
    ("pl", "W stolicy Libanu wybuchła bomba.", "stolicy", "Beirut"),
    ("cs", "V hlavním městě Libanonu vybuchla bomba.", "hlavním městě", "Beirut"),
    ("ru", "В ливанской столице взорвалась бомба.", "ливанской столице", "Beirut"),
    ("uk", "У столиці Лівану вибухнула бомба.", "столиці", "Beirut"),
    ("ar", "انفجرت قنبلة في العاصمة اللبنانية.", "العاصمة اللبنانية", "Beirut"),
    ("fa", "بمبی در پایتخت لبنان منفجر شد.", "پایتخت", "Beirut"),
    ("tr", "Lübnan'ın başkentinde bomba patladı.", "başkentinde", "Beirut"),
    ("zh", "黎巴嫩首都星期三发生爆炸。", "首都", "Beirut"),
    ("ja", "レバノンの首都で爆弾が爆発した。", "首都", "Beirut"),
    ("ko", "레바논의 수도에서 폭탄이 폭발했다.", "수도에서", "Beirut"),
    ("vi", "Một quả bom đã phát nổ ở thủ đô của Lebanon.", "thủ đô", "Beirut"),
    ("id", "Sebuah bom meledak di ibu kota Lebanon.", "ibu kota", "Beirut"),
]
NONE = [
    ("en", "French capital markets fell."),
    ("en", "A hotel in Kabul, the Afghan capital, burned."),
    ("en", "Gunmen seized Lashkar Gah, the capital of Helmand province in Afghanistan."),
    ("en", "A cable car fell near Gangtok, the capital of the Himalayan state of Sikkim, in India."),
    ("en", "Police in India shut schools in the capital of the state of Sikkim."),
    ("es", "Un incendio en Guadalajara, la capital del estado de Jalisco, en México, dejó tres muertos."),
    ("en", "Iran and Iraq sent envoys to the capital."),
    ("es", "El capital francés creció."),
    ("de", "In der libanesischen Hauptstadt Beirut ist eine Bombe explodiert."),
    ("ru", "В ливанской столице Бейруте взорвалась бомба."),
    ("pt", "Um ônibus tombou na capital paulista."),
    ("zh", "北京首都机场关闭。"),
    ("vi", "Biểu tình nổ ra ở thủ đô Beirut của Lebanon."),
]


def described(language: str, text: str) -> list[PlaceMention]:
    document, pack = Document("d", text, language=language), pack_for(language)
    told = find_toponyms(document, split(document, pack), pack, Gazetteer.load(), described=True).places
    return [mention for mention in told if mention.source.rule == "described-capital"]


@pytest.mark.parametrize(("language", "text", "words", "name"), TOLD)
def test_a_capital_that_is_only_described_is_found(language: str, text: str, words: str, name: str) -> None:
    (mention,) = described(language, text)
    assert (mention.text, mention.name, mention.drawn) == (words, name, True)
    assert text[mention.span.start : mention.span.end] == words


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_is_named_or_no_capital_of_one_country_is_not_described(language: str, text: str) -> None:
    assert described(language, text) == []


def test_those_who_ask_for_names_are_told_no_descriptions() -> None:
    document, pack = Document("d", "He toured the Lebanese capital.", language="en"), pack_for("en")
    told = find_toponyms(document, split(document, pack), pack, Gazetteer.load()).places
    assert [mention.text for mention in told] == ["Lebanese"]
