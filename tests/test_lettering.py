"""Texts in traditional Chinese letters are read by tables in simplified ones, and told as they are written."""

import datetime as dt
import re
from pathlib import Path

import pytest

from extract.language import LANGUAGES, load_pack
from extract.language.letters import plain_text
from extract.lettering import in_plain_letters
from extract.models import Article, Document
from extract.pipeline import happenings_of, read_article

DAY = dt.date(2026, 7, 9)


def _article(text: str, name: str = "a") -> Article:
    return read_article(Document(name, text, language="zh", published=DAY, published_how="given"))


def test_plain_letters_keep_every_offset() -> None:
    text = "颱風8日晚間登陸臺灣花蓮，造成3人罹難。"
    plain = plain_text(text, load_pack("zh"))
    assert plain == "台风8日晚间登陆台湾花莲，造成3人罹难。"
    assert len(plain) == len(text)


def test_a_document_in_plain_letters_stays_itself() -> None:
    document = Document("a", "台风登陆海南。", language="zh")
    assert in_plain_letters(document, load_pack("zh")) is document


def test_traditional_and_simplified_letters_tell_the_same_events() -> None:
    traditional, simplified = (
        _article("警方昨日拘捕兩名嫌疑人。法院裁決駁回上訴。"),
        _article("警方昨日拘捕两名嫌疑人。法院裁决驳回上诉。"),
    )
    assert [event.kind for event in traditional.events] == [event.kind for event in simplified.events]
    assert traditional.events


def test_what_is_told_is_written_as_in_the_text() -> None:
    article = _article("颱風9日登陸高雄，總統賴清德下令撤離。")
    text = article.document.text
    assert article.document.text.startswith("颱風")
    for one in (*article.timexes, *article.places):
        assert one.text == text[slice(*one.source.span)]
    for event in article.events:
        assert event.trigger == text[slice(*event.span)]
        assert all(one.text == text[slice(*one.span)] for one in event.participants)


def test_reports_in_both_letters_make_one_happening() -> None:
    first = _article("7月8日晚，台风“海螺”在台湾花莲登陆，造成3人遇难。", "a")
    second = _article("颱風「海螺」8日晚間在花蓮登陸，造成3人罹難。", "b")
    landed = [one for one in happenings_of([first, second]) if one.kind == "cyclone"]
    assert [len({mention.document_id for mention in one.mentions}) for one in landed] == [2]


def test_letters_of_another_keyboard_are_read_and_told_as_they_are_written() -> None:
    text = "پليس هفتهٔ گذشته دو نفر را در كرج بازداشت كرد."
    article = read_article(Document("a", text, language="fa", published=DAY, published_how="given"))
    (event,) = article.events
    assert (event.kind, text[event.span.start : event.span.end]) == ("arrest", "بازداشت كرد")
    assert event.where is not None
    assert event.where.name == "Karaj"
    assert [timex.text for timex in article.timexes] == ["هفتهٔ گذشته"]


def test_digits_as_wide_as_letters_make_dates() -> None:
    text = "探査機は昨年６月２７日に到着し、Ｈ２Ａロケットは１２月３日に打ち上げられた。"
    article = read_article(Document("a", text, language="ja", published=dt.date(2019, 2, 23), published_how="given"))
    assert [(one.text, one.value) for one in article.timexes] == [("昨年６月２７日", "2018-06-27"), ("１２月３日", "2018-12-03")]


@pytest.mark.parametrize("path", sorted((LANGUAGES / "zh").glob("*.toml")), ids=lambda path: path.name)
def test_no_word_of_a_table_stands_in_letters_that_are_read_as_others(path: Path) -> None:
    if path.stem.endswith("examples") or path.stem == "dates":  # texts as they are written; generated
        return
    pack = load_pack("zh")
    words = re.findall(r'"([^"\n]*)"', re.sub("#.*", "", path.read_text(encoding="utf-8")))
    assert [word for word in words if plain_text(word, pack) != word] == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("اعلنت الشرطة الاحد ان اربعة اصيبوا", "أعلنت الشرطة الأحد أن أربعة أصيبوا"),
        ("والتقى الوزير فى دمشق نظيره السورى", "والتقى الوزير في دمشق نظيره السوري"),
        ("اثر انفجار", "إثر انفجار"),
        ("على مستشفى مصطفى", "على مستشفى مصطفى"),
        ("واحد في عمّان", "واحد في عمّان"),
    ],
)
def test_words_without_their_signs_are_read_as_the_tables_spell_them(written: str, read: str) -> None:
    assert plain_text(written, load_pack("ar")) == read


def test_a_report_without_signs_tells_the_same_as_one_with_them() -> None:
    careless, careful = (
        read_article(Document("a", text, language="ar", published=DAY, published_how="given"))
        for text in ("اعتقلت الشرطة ثلاثة اشخاص الاربعاء فى دمشق.", "اعتقلت الشرطة ثلاثة أشخاص الأربعاء في دمشق.")
    )
    (one,), (other,) = careless.events, careful.events
    assert (one.kind, one.when.first_day, one.where.name) == (other.kind, other.when.first_day, other.where.name)  # type: ignore[union-attr]
