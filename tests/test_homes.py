"""Where things happen, and not where somebody lives, drives to or plays against; of which town a part is."""

import datetime as dt

import pytest

from extract import Document, read_article

ROWS = [
    ("ja", "10日、静岡県富士市の国道でトラックが衝突し、名古屋市の会社員、中野誠さん(45)が死亡した。", "死亡した", "Fuji"),
    ("ja", "10日、富士山で滑落事故があり、千葉県船橋市の20代の女性が死亡した。", "死亡した", "Mount Fuji"),
    ("ja", "県警は3日、埼玉県川越市の無職・小野寺亮容疑者(38)を逮捕した。", "逮捕した", "Kawagoe"),  # no other place is told
    ("ja", "10日、千葉市の女性宅で火事があった。", "火事", "Chiba"),
    ("ja", "10日、千葉市で男性が刺された。男は福島市に逃げた。", "刺された", "Chiba"),
    ("ja", "10日、島根県の国道で車が衝突し、岡山市北区の野村加奈子さん(62)が死亡した。", "死亡した", "Shimane"),
    ("ja", "10日、島根県松江市で車が衝突した。岡山市北区の野村加奈子さん(62)が死亡した。", "死亡した", "Matsue"),
    ("ko", "10일 경기도 안성시에서 부산 방향으로 달리던 버스가 전복됐다.", "전복됐다", "Anseong"),
    ("ko", "대표팀은 10일 대전에서 열린 이라크와의 경기에서 2-1로 이겼다.", "경기에서", "Daejeon"),
    ("ko", "10일 부산에서 대구에 사는 60대 A씨가 숨졌다.", "숨졌다", "Busan"),
    ("zh", "台北市中山區一棟大樓12日發生火災。", "火災", "Taipei"),
]


@pytest.mark.parametrize(("language", "text", "trigger", "place"), ROWS)
def test_an_event_is_where_it_happens(language: str, text: str, trigger: str, place: str) -> None:
    article = read_article(Document("d", text, None, language, dt.date(2026, 3, 12), "given"))
    event = next(one for one in article.events if trigger in one.trigger)
    assert event.where is not None
    assert event.where.name == place


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("ko", "대표팀은 10일 2030 월드컵 예선에서 이란을 이겼다.", dt.date(2026, 3, 10)),  # a year that begins a name
        ("zh", "2030亚洲锦标赛10日在首尔举行,中国队夺冠。", dt.date(2026, 3, 10)),
        ("ko", "대표팀은 2014년 월드컵 예선에서 이란을 이겼다.", dt.date(2014, 1, 1)),
    ],
)
def test_a_year_that_begins_a_name_dates_nothing(language: str, text: str, day: dt.date) -> None:
    article = read_article(Document("d", text, None, language, dt.date(2026, 3, 12), "given"))
    event = next(one for one in article.events if one.kind == "sports result")
    assert event.when is not None
    assert event.when.first_day == day
