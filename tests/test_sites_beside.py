"""Where a deed was that other words of its sentence place: the other deed of its day, the noun of places that it happened in."""

import datetime as dt

import pytest

from extract import Document, happenings_of, read_article

PUBLISHED = dt.date(2024, 3, 13)


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "name"),
    [
        ("en", "On 4 May 2022, three people died when scaffolding collapsed in York.", "death", "York"),
        ("de", "Am 4. Mai 2022 starben drei Menschen, als in Ulm ein Gerüst einstürzte.", "death", "Ulm"),
        ("fr", "Le 4 mai 2022, trois personnes sont mortes lorsqu'un toit s'est effondré à Nîmes.", "death", "Nîmes"),
        ("nl", "Op 4 mei 2022 doorzocht de politie een bedrijf in Zwolle en hield een man aan.", "arrest", "Zwolle"),
        ("en", "Ten people were wounded on 4 May 2022 and taken to a hospital in York.", "injury", None),
        ("en", "On 4 May 2022 a student was freed, and his brother flew to Dakar on the same day.", "release", None),
    ],
)
def test_a_deed_of_another_day_was_where_the_other_of_its_sentence_was(
    language: str, sentence: str, kind: str, name: str | None
) -> None:
    news = {
        "en": "A factory burned down in Leeds on Tuesday.",
        "de": "In Erfurt brannte am Dienstag eine Fabrik ab.",
        "fr": "Une usine a brûlé mardi à Brest.",
        "nl": "In Arnhem is dinsdag een fabriek afgebrand.",
    }
    article = Document("d", f"{news[language]}\n\n{sentence}", language=language, published=PUBLISHED, published_how="given")
    assert [one.where and one.where.name for one in read_article(article).events if one.kind == kind] == [name]


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "name"),
    [
        ("en", "The Bradford mosque shooting killed three people on Tuesday.", "shooting", "Bradford"),
        ("de", "Ermittler durchsuchten am Dienstag die Zentrale in Bremen.", "raid", "Bremen"),
        ("nl", "De politie doorzocht dinsdag het hoofdkantoor in Zwolle.", "raid", "Zwolle"),
        ("fr", "Deux hommes se sont évadés mardi de la prison de Frosinone, au sud de Rome.", "escape", "Frosinone"),
        ("pt", "Dois homens fugiram na terça-feira da cadeia de Sobral, perto de Fortaleza.", "escape", "Sobral"),
        ("hi", "भागलपुर के लॉज से मंगलवार को तीन आरोपित पकड़े गए।", "arrest", "Bhāgalpur"),
        ("en", "Two spies were freed on Tuesday on the tarmac of Vienna airport.", "release", "Vienna"),
    ],
)
def test_a_town_that_a_noun_of_places_belongs_to_is_where_it_happened(language: str, sentence: str, kind: str, name: str) -> None:
    news = {
        "en": "Ministers met in Oslo on Monday.",
        "de": "In Oslo tagten am Montag Minister.",
        "nl": "In Oslo kwamen maandag ministers bijeen.",
        "fr": "À Oslo, des ministres se sont réunis lundi.",
        "pt": "Em Oslo, ministros se reuniram na segunda-feira.",
        "hi": "ओस्लो में सोमवार को मंत्रियों की बैठक हुई।",
    }
    document = Document("d", f"{news[language]} {sentence}", language=language, published=PUBLISHED, published_how="given")
    assert [one.where and one.where.name for one in read_article(document).events if one.kind == kind] == [name]


def test_a_noun_told_as_known_was_not_where_another_deed_of_its_day_was() -> None:
    text = (
        "Una banda asaltó el lunes un banco en Lima. El robo supera al de 2019, cuando ladrones se apoderaron de tres millones "
        "de dólares en un banco de Arequipa."
    )
    events = read_article(Document("d", text, language="es", published=PUBLISHED, published_how="given")).events
    assert [one.where and one.where.name for one in events if one.trigger == "robo"] == [None]


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "name"),
    [
        ("es", "El autobús entre Burgos y León chocó el lunes cerca de Palencia.", "collision", "Palencia"),
        ("de", "Der Bus zwischen Kassel und Fulda verunglückte am Montag bei Hersfeld.", "accident", "Bad Hersfeld"),
        ("hi", "बुधवार को पटना और गया के बीच चलने वाली बस जहानाबाद के पास पलट गई।", "accident", "Jahānābād"),
    ],
)
def test_the_towns_that_a_line_joins_are_no_site_where_another_town_is(language: str, sentence: str, kind: str, name: str) -> None:
    events = read_article(Document("d", sentence, language=language, published=PUBLISHED, published_how="given")).events
    assert [one.where and one.where.name for one in events if one.kind == kind] == [name]


@pytest.mark.parametrize(
    ("deed", "kind", "name"),
    [
        ("On Wednesday two Germans were arrested.", "arrest", "Lima"),  # to whom it was done says nothing of where
        ("On Wednesday Germany arrested two men.", "arrest", None),  # what a country does is rather there
    ],
)
def test_the_scene_of_an_article_yields_only_to_the_country_that_acts(deed: str, kind: str, name: str | None) -> None:
    text = f"Ministers met in Lima on Monday and agreed on trade.\n\nThe talks went on until late at night.\n\n{deed}"
    article = read_article(Document("d", text, language="en", published=PUBLISHED, published_how="given"))
    assert [one.where and one.where.name for one in happenings_of([article]) if one.kind == kind] == [name]
