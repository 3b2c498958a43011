"""One affair told in eight languages: stories meet by names, places, figures and kinds, not by the words of one language."""

import datetime as dt
from functools import cache

import pytest

from extract.language import load_pack, pack_codes
from extract.models import Article, Document, Happening
from extract.pipeline import happenings_of, read_article
from extract.stories import group_stories

PUBLISHED = dt.date(2024, 3, 6)
QUAKE = {
    "en": "A strong earthquake hit the Turkish city of Ankara on Tuesday, killing 41 people, officials said.\n\n"
    "President Recep Tayyip Erdogan visited Ankara on Wednesday.",
    "de": "Ein schweres Erdbeben hat am Dienstag die türkische Stadt Ankara erschüttert. "
    "Mindestens 41 Menschen kamen ums Leben.\n\n"
    "Präsident Recep Tayyip Erdogan besuchte am Mittwoch Ankara.",
    "fr": "Un violent séisme a frappé mardi la ville turque de Ankara, faisant 41 morts, selon les autorités.\n\n"
    "Le président Recep Tayyip Erdogan s'est rendu mercredi à Ankara.",
    "es": "Un fuerte terremoto sacudió el martes la ciudad turca de Ankara y dejó 41 muertos, según las autoridades.\n\n"
    "El presidente Recep Tayyip Erdogan visitó Ankara el miércoles.",
    "ru": "Сильное землетрясение произошло во вторник в турецком городе Анкара. Погиб 41 человек.\n\n"
    "Президент Реджеп Тайип Эрдоган посетил Анкару в среду.",
    "hi": "तुर्की के शहर अंकारा में मंगलवार को आए भूकंप में 41 लोगों की मौत हो गई।\n\nराष्ट्रपति रेचेप तैयप एर्दोगन ने बुधवार को अंकारा का दौरा किया।",
    "ar": "ضرب زلزال قوي مدينة أنقرة التركية يوم الثلاثاء وأسفر عن مقتل 41 شخصا.\n\n"
    "وزار الرئيس رجب طيب أردوغان أنقرة يوم الأربعاء.",
    "zh": "土耳其安卡拉市星期二发生强烈地震，造成41人死亡。\n\n土耳其总统埃尔多安星期三访问了安卡拉。",
}
STRANGERS = {
    "flood": ("en", "A flood in the Bolivian city of Cochabamba on Tuesday killed nine people, police said."),
    "hagel": ("de", "Die Präsidenten von Ghana und Togo trafen sich am Dienstag in Lomé zu Gesprächen über die Grenze."),
}


@cache
def articles() -> tuple[Article, ...]:
    told = {code: (code, text) for code, text in QUAKE.items()} | STRANGERS
    documents = (Document(id_, text, None, code, PUBLISHED, "given") for id_, (code, text) in told.items())
    return tuple(map(read_article, documents))


@cache
def happenings() -> tuple[Happening, ...]:
    return happenings_of(articles())


def tellers(kind: str) -> set[str]:
    """Give the documents of the happening of one kind that most documents tell."""
    told = [{mention.document_id for mention in one.mentions} for one in happenings() if one.kind == kind]
    return max(told, key=len, default=set())


def test_one_affair_is_one_story_in_every_language() -> None:
    stories = dict(zip((article.document.id for article in articles()), group_stories(articles()), strict=True))
    assert len({stories[code] for code in QUAKE}) == 1
    assert all(stories[stranger] != stories["en"] for stranger in STRANGERS)


@pytest.mark.parametrize("code", [code for code in QUAKE if code in pack_codes() and load_pack(code).table("triggers")])
def test_an_earthquake_is_one_happening_with_its_report_in_english(code: str) -> None:
    assert {"en", code} <= tellers("earthquake")


@pytest.mark.parametrize("code", ["de", "es", "fr", "hi", "ru"])
def test_a_visit_is_one_happening_with_its_report_in_english(code: str) -> None:
    assert {"en", code} <= tellers("visit")


def test_strangers_tell_nothing_of_it() -> None:
    assert not tellers("earthquake") & STRANGERS.keys()


def test_every_language_agrees_on_the_day_and_the_town() -> None:
    quake = max((one for one in happenings() if one.kind == "earthquake"), key=lambda one: len(one.mentions))
    assert quake.when is not None
    assert quake.when.first_day == quake.when.last_day == dt.date(2024, 3, 5)
    assert quake.where is not None
    assert quake.where.name == "Ankara"
    assert quake.labels["en"] == "Earthquake in Ankara, 41 dead"
    assert quake.labels["hi"].endswith("भूकंप, 41 की मौत")
    assert quake.disagreements == ()
