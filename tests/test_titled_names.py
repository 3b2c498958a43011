"""Names that a title, an age or a surname shows in scripts without capitals, with their roles."""

import datetime as dt

import pytest

from extract.models import Document
from extract.pipeline import read_article

TOLD = [
    ("zh", "部长周建国昨天访问上海。", ("agent", "周建国")),
    ("zh", "王某被警方逮捕。", ("patient", "王某")),
    ("ja", "警察は田中太郎容疑者（34）を逮捕した。", ("patient", "田中太郎")),
    ("ja", "山田一郎社長が逮捕された。", ("patient", "山田一郎")),
    ("ja", "小野寺晃市長は会議に出席した。", ("agent", "小野寺晃")),
    ("ko", "검찰은 최명규 수영구청장을 기소했다.", ("patient", "최명규")),
    ("ko", "윤호석 행정안전부 장관은 회의를 열었다.", ("agent", "윤호석")),
    ("ko", "박상우 부산시장이 구속됐다.", ("patient", "박상우")),
]


@pytest.mark.parametrize(("language", "text", "told"), TOLD)
def test_a_name_beside_its_title_plays_its_role(language: str, text: str, told: tuple[str, str]) -> None:
    article = read_article(Document("a", text, language=language, published=dt.date(2026, 5, 5), published_how="given"))
    assert told in [(one.role, one.name) for event in article.events for one in event.participants]


def test_letters_of_a_name_tell_no_event() -> None:
    text = "関脇琴嵐（24）が横綱を破った。琴嵐は笑顔を見せた。"
    article = read_article(Document("a", text, language="ja", published=dt.date(2026, 5, 5), published_how="given"))
    assert "storm" not in [event.kind for event in article.events]


def test_a_title_alone_names_nobody() -> None:
    text = "총리는 회의를 열었다. 대통령이 축하했다."
    article = read_article(Document("a", text, language="ko", published=dt.date(2026, 5, 5), published_how="given"))
    assert not [one for event in article.events for one in event.participants if one.kind == "person"]
