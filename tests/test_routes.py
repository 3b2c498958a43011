"""Where happenings are put in articles that name several towns: ends of a way, seats of companies, hospitals, desks, homes."""

import datetime as dt

import pytest

from extract import Document, read_article

ROWS = [
    # the ends of a way are not where it happened
    ("en", "A bus from Lucknow to Varanasi plunged into a gorge near Jaunpur on Tuesday.", "accident", "Jaunpur"),
    ("es", "Un autobús que viajaba de Puebla a Oaxaca volcó el martes cerca de Tehuacán.", "accident", "Tehuacán"),
    ("it", "Un treno partito da Napoli e diretto a Milano è deragliato martedì nei pressi di Bologna.", "derailment", "Bologna"),
    ("ru", "Автобус, следовавший из Самары в Оренбург, столкнулся с грузовиком под Бузулуком.", "collision", "Buzuluk"),
    ("ar", "انقلبت حافلة كانت متجهة من القاهرة إلى الغردقة قرب السويس يوم الثلاثاء.", "accident", "Suez"),
    ("ko", "부산에서 서울로 가던 고속버스가 14일 대구 인근에서 전복돼 5명이 숨졌다.", "accident", "Daegu"),
    ("en", "A bus carried pilgrims from Lucknow to Varanasi on Tuesday. It arrived in Varanasi at noon.", "arrival", "Varanasi"),
    # where the hurt are brought is not where the rest happened
    ("pl", "Autokar zderzył się pod Kielcami. Zginęły trzy osoby. Rannych przewieziono do szpitala w Krakowie.", "death", "Kielce"),
    ("en", "A bus crashed near Kano on Tuesday. The injured were taken to a hospital in Jos. Nine people died.", "death", "Kano"),
    # nor the seat of a company, nor a home
    ("en", "A blast killed three in Kaohsiung on Tuesday. The group, listed in Paris, halted production.", "shutdown", "Kaohsiung"),
    ("zh", "一辆大巴14日在遂宁附近侧翻，造成6人死亡。司机来自绵阳，已被警方拘留。", "arrest", "Suining"),
    ("id", "Sebuah bus terguling di dekat Cirebon pada Selasa. Sopir asal Tegal ditangkap polisi.", "arrest", "Cirebon"),
    # nor the desk of an agency, once the paragraph tells where it was
    ("en", "PARIS (Reuters) - Gunmen kidnapped nine people in Lille on Tuesday. Police freed them.", "release", "Lille"),
    # what goes on happens in the town of the sentence before
    ("en", "Parliament voted in Strasbourg. In Tbilisi, thousands protested. Police used water cannon.", "riot", "Tbilisi"),
    # a province told as a town is
    ("fr", "L’armée a bombardé des positions près de Gao. À Bamako, le gouvernement a salué l'opération.", "airstrike", "Gao"),
    # a parliament, and what is done before its doors
    ("de", "Der sächsische Landtag hat den Haushalt beschlossen. Davor demonstrierten Studierende.", "protest", "Dresden"),
    ("zh", "遂宁附近14日发生车祸，造成6人死亡。四川省政府15日召开紧急会议。", "meeting", "Chengdu"),
    # a state says something at home
    ("en", "The leaders signed a pact at Camp David on Tuesday. Beijing condemned the meeting.", "accusation", "Beijing"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind", "name"), ROWS)
def test_of_several_towns_the_one_where_it_happened_is_told(language: str, text: str, kind: str, name: str) -> None:
    article = read_article(Document("d", text, language=language, published=dt.date(2024, 5, 16), published_how="given"))
    event = next(one for one in article.events if one.kind == kind)
    where = event.where or event.setting
    assert where is not None
    assert where.name == name
