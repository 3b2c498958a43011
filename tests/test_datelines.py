"""A dateline tells where and when an article was written; it places and dates nothing that the article tells."""

import datetime as dt

import pytest

from extract import Document, happenings_of, read_article
from extract.datelines import dateline_of

DATELINES = [
    ("en", "NEW DELHI, June 3: ", "Two trains collided in Bihar on Monday."),
    ("en", "SEOUL, South Korea, Sept. 13 (Agency) - ", "Two leaders met in Busan on Wednesday."),
    ("en", "June 3 (Agency) -- ", "Two trains collided in Bihar on Monday."),
    ("en", "", "June 3 was a dark day -- two trains collided in Bihar."),
    ("en", "WASHINGTON—", "The two ministers met in Paris on Monday."),
    ("en", "London: ", "Two people were killed in Leeds on Monday."),
    ("en", "", "Berlin - Hamburg line closed after a train hit a bus."),
    ("en", "", "In Moscow (Russia) two people were killed on Monday."),
    ("en", "", "Moscow said on Monday: no talks."),
    ("en", "", "Cambridge Police Calls Sunday: a woman was assaulted in Dewey Avenue."),
    ("de", "Neu-Delhi (dpa) - ", "In Bihar sind am Montag zwei Züge zusammengestoßen."),
    ("es", "Nueva Delhi, 3 jun (EFE).- ", "Dos trenes chocaron el lunes en Bihar."),
    ("fr", "Moscou, le 13 septembre. ", "Deux trains sont entrés en collision lundi à Toula."),
    ("it", "(ANSA) - ROMA, 3 GIU - ", "Due treni si sono scontrati lunedì a Milano."),
    ("it", "ROMA – ", "Due treni si sono scontrati lunedì a Milano."),
    ("pl", "Moskwa, 13 września – ", "Dwa pociągi zderzyły się w poniedziałek w Krakowie."),
    ("tr", "ANKARA - ", "İki tren pazartesi günü İzmir'de çarpıştı."),
    ("ru", "НЬЮ-ДЕЛИ, 3 июня. /ТАСС/. ", "Два поезда столкнулись в понедельник в Калькутте."),
    ("id", "JAKARTA, Suara Timur - ", "Dua kereta bertabrakan di Bandung pada Senin."),
    ("ar", "نيودلهي - صدى الخليج: ", "اصطدم قطاران في كلكتا يوم الاثنين."),
    ("hi", "नई दिल्ली, 3 जून (भाषा) ", "बिहार में सोमवार को दो ट्रेनें टकरा गईं।"),
    ("hi", "कन्नौज। ", "बिहार में सोमवार को दो ट्रेनें टकरा गईं।"),
    ("hi", "राज्य ब्यूरो, देहरादून। ", "बिहार में सोमवार को दो ट्रेनें टकरा गईं।"),
    ("hi", "संवाद सूत्र, तिर्वा (कन्नौज) : ", "बिहार में सोमवार को दो ट्रेनें टकरा गईं।"),
    ("hi", "लखनऊ, 16 नवंबर। ", "बिहार में सोमवार को दो ट्रेनें टकरा गईं।"),
    ("hi", "", "अब दिल्ली की बारी है। बिहार में सोमवार को दो ट्रेनें टकरा गईं।"),
    ("hi", "", "पटना में दो ट्रेनें टकराईं: बिहार में सोमवार को हादसा।"),
    ("bn", "নিজস্ব সংবাদদাতা, কলকাতা: ", "বিহারে সোমবার দুটি ট্রেনের সংঘর্ষ হয়েছে।"),
    ("bn", "চাঁদপুর, ১১ অক্টোবর: ", "বিহারে সোমবার দুটি ট্রেনের সংঘর্ষ হয়েছে।"),
    ("bn", "", "খুলনায় শনিবার নেপালকে ছয় উইকেটে হারিয়েছে বাংলাদেশ। বিহারে সোমবার দুটি ট্রেনের সংঘর্ষ হয়েছে।"),
    ("ja", "【ニューデリー＝東洋通信】", "インド東部で2日深夜、列車が貨物列車と衝突した。"),
    ("zh", "新华社新德里6月3日电 ", "印度东部2日深夜发生列车相撞事故。"),
    ("ko", "(뉴델리=연합뉴스) ", "인도 동부에서 2일 열차가 충돌했다."),
]


@pytest.mark.parametrize(("language", "dateline", "news"), DATELINES)
def test_a_dateline_ends_where_the_news_begins(language: str, dateline: str, news: str) -> None:
    article = read_article(Document("d", dateline + news, language=language))
    span = dateline_of(article.document.text, article.sentences, article.places, article.timexes)
    assert article.document.text[span.start : span.end] == dateline


@pytest.mark.parametrize(("language", "dateline", "news"), [row for row in DATELINES if row[1]])
def test_neither_place_nor_day_of_a_dateline_is_that_of_the_news(language: str, dateline: str, news: str) -> None:
    document = Document("d", dateline + news, language=language, published=dt.date(2025, 6, 4), published_how="given")
    events = read_article(document).events
    assert events
    for event in events:
        assert all(one.span.start >= len(dateline) for one in (event.when.evidence if event.when else ()))
        assert all(one.span.start >= len(dateline) for one in (event.where.evidence if event.where else ()))


def test_the_place_of_a_dateline_is_where_the_news_happened_if_the_article_names_no_other() -> None:
    document = Document("d", "PATNA (Agency) - A bomb exploded in a market on Monday.", language="en")
    (event,) = read_article(document).events
    assert event.where is not None
    assert (event.where.name, event.where.rule) == ("Patna", "place: focus")


def test_an_agency_in_a_dateline_takes_no_part() -> None:
    document = Document("d", "LIMA (Andes Wire) - Two men were arrested on Monday.", language="en")
    names = [person.name for event in read_article(document).events for person in event.participants]
    assert "Andes Wire" not in names


@pytest.mark.parametrize("dateline", ["पटना, 12 मई (वार्ता)।", "पटियाला, संवाद सूत्र।", "संवाद सहयोगी, मेरठ :"])
def test_an_agency_or_a_desk_in_a_dateline_that_is_a_word_for_talks_tells_of_none(dateline: str) -> None:
    document = Document("d", f"{dateline} गंगा में एक नाव डूब गई।", language="hi")
    assert "talks" not in {event.kind for event in read_article(document).events}


def test_the_first_word_behind_a_dateline_is_no_name_for_its_capital() -> None:
    document = Document("d", "SANAA, Yemen (Agency) - Soldiers attacked a village on Monday.", language="en")
    named = [one for event in read_article(document).events for one in event.participants if one.kind != "common"]
    assert named == []


def test_the_place_of_a_dateline_counts_more_than_one_that_is_only_named() -> None:
    text = "JEJU, South Korea (Agency) - Thousands of farmers marched on Tuesday.\nDiplomats said Manila accepted the text."
    marched = next(event for event in read_article(Document("d", text, language="en")).events if "marched" in event.trigger)
    assert marched.where is not None
    assert marched.where.name.startswith("Jeju")


def test_a_sea_told_outweighs_the_town_that_only_a_dateline_gives() -> None:
    texts = {"a": "A trawler sank in the North Sea on Monday.", "b": "HULL, March 2 - A trawler sank on Monday."}
    documents = [Document(id_, text, language="en", published=dt.date(2021, 3, 2)) for id_, text in texts.items()]
    (accident,) = (one for one in happenings_of([read_article(document) for document in documents]) if one.kind == "accident")
    assert accident.where is not None
    assert (accident.where.name, len(accident.mentions)) == ("North Sea", 2)
