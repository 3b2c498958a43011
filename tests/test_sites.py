"""Which of the places beside an event is its own, in any language: whole sentences, read as an article's."""

import datetime as dt

import pytest

from extract import Document, read_article

PUBLISHED = dt.date(2024, 3, 13)

BESIDE_ANOTHER_TOWN = [
    ("de", "In Hürth bei Köln brannte am Dienstag ein Hotel.", "fire", "Hürth"),
    ("nl", "In Rijswijk bij Den Haag is dinsdag een hotel afgebrand.", "fire", "Rijswijk"),
    ("pl", "W Pruszkowie pod Warszawą doszło we wtorek do strzelaniny.", "shooting", "Pruszków"),
    ("cs", "V Říčanech u Prahy se v úterý střílelo.", "shooting", "Říčany"),
    ("ru", "В Мытищах под Москвой во вторник сгорел склад.", "fire", "Mytishchi"),
    ("uk", "У Вишневому під Києвом у вівторок стався вибух.", "explosion", "Vyshneve"),
    ("fa", "روز سه‌شنبه در شهریار در نزدیکی تهران تیراندازی شد.", "shooting", "Shahrīār"),
    ("ko", "12일 서울 인근 수원에서 화재가 발생했다.", "fire", "Suwon"),
    ("hi", "मंगलवार को दिल्ली के पास नोएडा में एक होटल में आग लग गई।", "fire", "Noida"),
    ("de", "Bei Köln brannte am Dienstag ein Hotel.", "fire", "Köln"),
    ("en", "A hotel burned down near Bradford on Tuesday.", "fire", "Bradford"),
]
IN_ITS_RELATIVE_CLAUSE = [
    ("pt", "Quatro pessoas foram presas na terça pelo incêndio que matou 231 pessoas em Santa Maria.", "fire", "Santa Maria"),
    ("fr", "Un homme a été jugé mardi pour l'incendie qui a fait dix morts à Rouen.", "fire", "Rouen"),
    ("es", "Detienen al dueño por el incendio que mató a diez personas en Valencia.", "fire", "Valencia"),
    ("en", "A man was tried on Tuesday over the fire that killed ten people in Leeds.", "fire", "Leeds"),
]
MEASURED = [
    ("fr", "Le chalutier a sombré mardi à 40 milles au large de Brest.", "accident", "Brest"),
    ("es", "El pesquero se hundió el martes a 40 millas de Vigo.", "accident", "Vigo"),
    ("de", "Der Frachter sank am Dienstag 40 Seemeilen vor Helgoland.", "accident", "Helgoland"),
    ("en", "The trawler sank on Tuesday about 40 miles off Cornwall.", "accident", "Cornwall"),
    ("en", "A bus crashed on Tuesday in Sivakasi, 70 km from Madurai.", "crash", "Sivakasi"),
    ("en", "A plane crashed on Tuesday 20 km from Kathmandu in Nepal.", "plane crash", "Kathmandu"),
]
OF_A_PEOPLE = [
    ("zh", "12日，一列工程车在巴达拉朗出轨，两名中国工人丧生。", "death", "Padalarang"),
    ("ja", "12日には西バンドン県パダラランで列車が脱線し、中国人作業員2人が死亡した。", "death", "Padalarang"),
    ("ko", "12일 부산의 조선소 화재로 중국 국적 노동자 1명이 숨졌다.", "death", "Busan"),
    ("pt", "A ministra voltou para Brasília na segunda-feira.", "arrival", "Brasília"),
    ("id", "Ledakan di Morowali pada Selasa menewaskan dua pekerja asal China.", "death", "Bungku"),
    ("vi", "Thủ tướng Campuchia đã gặp Tổng thống Pháp tại Paris hôm thứ Ba.", "meeting", "Paris"),
    ("zh", "12日，中国北部发生地震。", "earthquake", "China"),
    ("en", "Floods cut off villages in China's Hunan province on Tuesday.", "flood", "Hunan"),
    ("en", "Gunmen killed five guards in Pakistan's southwestern Balochistan province on Tuesday.", "shooting", "Balochistan"),
    ("en", "A hotel burned down in Nigeria's commercial hub of Lagos on Tuesday.", "fire", "Lagos"),
    ("en", "France's minister toured a mill in Lyon on Tuesday.", "tour", "Lyon"),
]
AT_SPORT = [
    ("en", "Arsenal lost to Liverpool in Madrid on Tuesday.", "sports result", "Madrid"),
    ("en", "Denmark beat Spain 2-0 on Tuesday.", "sports result", None),
    ("tr", "Atalanta, salı günü Dublin'de oynanan finalde Leverkusen'i 3-0 yendi.", "sports result", "Dublin"),
    ("tr", "Konser salı günü bir pazar yerinde, Dublin'de verildi.", "performance", "Dublin"),
    ("de", "Deutschland hat am Dienstag in Leipzig gegen Frankreich gewonnen.", "sports result", "Leipzig"),
    ("ja", "サッカー日本代表は12日、埼玉スタジアムでシリアと対戦した。", "match", "Saitama"),
]
OPENING = [
    ("en", "In Tokyo, Masako Mori, the justice minister, denied the claim on Tuesday.", "denial", "Tokyo"),
    ("de", "In Berlin begrüßte der Außenminister am Dienstag den Beschluss.", "praise", "Berlin"),
    ("en", "The minister denied on Tuesday that he had met the banker in Tokyo.", "denial", None),
]

BEHIND_A_DATE = [
    ("en", "A Glasgow court on Tuesday jailed a Birmingham man for fraud.", "sentence", "Glasgow"),
    ("de", "Die Ministerin besuchte am Dienstag das überflutete Hagen.", "visit", "Hagen"),
    ("sv", "I Oslo möttes ministrar i måndags. Påven besökte på tisdagen Neapel.", "visit", "Naples"),
    ("pl", "W Oslo w poniedziałek spotkali się ministrowie. Papież odwiedził we wtorek Neapol.", "visit", "Naples"),
    ("cs", "V Oslu se v pondělí sešli ministři. Papež navštívil v úterý Neapol.", "visit", "Naples"),
    ("uk", "В Осло у понеділок зустрілися міністри. Російські війська обстріляли у вівторок Харків.", "shelling", "Kharkiv"),
    ("en", "Glasgow police on Tuesday arrested a man in Leeds.", "arrest", "Leeds"),
    ("en", "A court in Glasgow on Tuesday jailed a man for fraud in Leeds.", "sentence", "Glasgow"),
]
IN_A_BUILDING_OF_ITS_LAND = [
    ("ru", "Двенадцать человек погибли во вторник недалеко от Найроби.", "death", "Nairobi"),
    ("ru", "Путин во вторник провел в Кремле совещание с министрами.", "meeting", "Kremlin"),
    ("pl", "Putin spotkał się we wtorek na Kremlu z ministrami.", "meeting", "Kremlin"),
    ("ru", "В Кремле заявили, что переговоры пройдут в среду.", "statement", "Moscow"),
    ("es", "Miles protestaron el martes ante la embajada de Israel.", "protest", None),
    ("fr", "Des centaines de personnes ont manifesté mardi devant l'ambassade de Russie.", "protest", None),
    ("es", "Miles protestaron el martes en el norte de Israel.", "protest", "Israel"),
]
ESCAPES = [
    ("ru", "Двое мужчин ограбили во вторник ювелирный салон в Казани и скрылись.", "escape", "Kazan"),
    ("pl", "Nożownik zaatakował we wtorek trzy osoby na dworcu w Gdyni, po czym zbiegł.", "escape", "Gdynia"),
    ("en", "Gunmen attacked a bank in Lahore on Tuesday. They escaped on motorbikes.", "escape", "Lahore"),
    ("en", "The mayor of Lahore spoke on Tuesday. Two prisoners escaped.", "escape", None),
]
ON_A_LINE = [
    ("es", "El autobús que cubría la línea entre Burgos y León se salió de la vía cerca de Palencia.", "accident", "Palencia"),
    ("fr", "L'autocar reliant Nantes à Toulouse a quitté la route mardi près de Saintes.", "accident", "Saintes"),
    ("de", "Auf der A 7 zwischen Göttingen und Kassel stießen am Dienstag zwei Lastwagen zusammen.", "collision", "Kassel"),
]
THERE = [
    ("nl", "De oud-president was naar Havana gereisd. Daar overleed hij op 2 maart.", "death", "Havana"),
    ("de", "Der frühere Präsident war nach Havanna gereist. Dort starb er am 2. März.", "death", "Havana"),
]
HOLDING_ON = [
    ("fr", "À Niort, des cheminées se sont effondrées mardi et une école a été évacuée.", "evacuation", "Niort"),
    ("en", "In Leeds, a wall collapsed on Tuesday and a school was evacuated.", "evacuation", "Leeds"),
]
ROWS = [*BESIDE_ANOTHER_TOWN, *MEASURED, *OF_A_PEOPLE, *AT_SPORT, *OPENING, *BEHIND_A_DATE, *IN_A_BUILDING_OF_ITS_LAND]


def place_of(language: str, text: str, kind: str) -> str | None:
    """Give the name of the place, told or guessed, of the only event of a kind."""
    article = read_article(Document("d", text, language=language, published=PUBLISHED, published_how="given"))
    event = next(event for event in article.events if event.kind == kind)
    where = event.where or event.setting
    return where and where.name


AT_HOME = [
    ("en", "In Madrid, the minister resigned on Tuesday. Oil prices fell on Tuesday.", "price change", None),
    (
        "en",
        "Argentine Foreign Minister Gerardo Werthein summoned the Russian ambassador on Tuesday.",
        "diplomatic rupture",
        "Buenos Aires",
    ),
    ("hi", "भारत ने मंगलवार को कनाडा के राजदूत को तलब किया।", "diplomatic rupture", "Delhi"),
    ("es", "Colombia expulsó el martes al embajador de Israel.", "expulsion", "Bogotá"),
    ("en", "Portugal held a parliamentary election on Sunday.", "election", "Portugal"),
    ("fr", "Le Portugal a voté dimanche lors d'élections législatives.", "vote", "Portugal"),
    ("de", "Portugal hat am Sonntag ein neues Parlament gewählt.", "election", "Portugal"),
    ("en", "Parliament in Lisbon voted on Sunday.", "vote", "Lisbon"),
]  # an election is in the whole land; what a state does to envoys in its capital
AIMED_AT = [
    ("fa", "حملات هوایی اسرائیل به رفح روز دوشنبه ادامه یافت.", "airstrike", "Rafaḩ"),
    ("fa", "روسیه روز دوشنبه حمله موشکی گسترده‌ای به خارکیف انجام داد.", "missile attack", "Kharkiv"),
    ("fa", "در حملات هوایی اسرائیل به رفح ۳۵ نفر کشته شدند.", "death", "Rafaḩ"),
    ("id", "Serangan Rusia ke Kharkiv pada Senin menewaskan tujuh orang.", "attack", "Kharkiv"),
    ("ar", "شنت روسيا هجوما صاروخيا على خاركيف يوم الاثنين.", "attack", "Kharkiv"),
    ("ar", "سحبت فرنسا آخر جنودها من النيجر يوم الاثنين.", "withdrawal", "Niger"),
    ("ar", "وقع انفجار في إندونيسيا يوم الاثنين.", "explosion", "Indonesia"),
    ("tr", "Kolombiya, İsrail ile diplomatik ilişkilerini pazartesi günü kesti.", "diplomatic rupture", "Colombia"),
    ("en", "Hamas fired rockets on Monday, killing four soldiers.", "killing", None),
]  # a land without a mark is who strikes, and the name of a movement is no town


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [*ROWS, *ESCAPES, *ON_A_LINE, *THERE, *HOLDING_ON, *IN_ITS_RELATIVE_CLAUSE, *AIMED_AT, *AT_HOME],
)
def test_an_event_has_the_place_that_is_its_own(language: str, text: str, kind: str, place: str | None) -> None:
    assert place_of(language, text, kind) == place


AT_THE_DESK = [
    ("en", "DEHRADUN: The chief minister resigned on Tuesday after a week of turmoil.", "resignation", "Dehradun"),
    ("nl", "BARNEVELD - In het onderzoek naar de eieren zijn dinsdag twee mannen aangehouden.", "arrest", "Barneveld"),
    ("hi", "बरेली। गुस्साए लोगों ने मंगलवार दोपहर चौराहे पर जाम लगा दिया।", "protest", "Bareilly"),
    ("en", "DEHRADUN: Thousands of people marched on Tuesday over the killing of a student in Melbourne.", "protest", "Dehradun"),
    ("hi", "बरेली। मेलबर्न में मारी गई छात्रा की हत्या के विरोध में मंगलवार को शहर के बाजार बंद रहे।", "protest", "Bareilly"),
    ("en", "DEHRADUN: The chief minister resigned in Haldwani on Tuesday after a week of turmoil.", "resignation", "Haldwani"),
]
FURTHER_DOWN = {
    "en": " In Haldwani, crowds marched on Monday, and a bus was torched in Haldwani on Tuesday.",
    "nl": " In Zwolle demonstreerden dinsdag boeren, en in Zwolle werd dinsdag een man gearresteerd.",
    "hi": " लखनऊ में मंगलवार को विपक्ष ने प्रदर्शन किया। लखनऊ में मंगलवार को कई नेता गिरफ्तार किए गए।",
}


@pytest.mark.parametrize(("language", "text", "kind", "name"), AT_THE_DESK)
def test_what_the_paragraph_of_a_dateline_tells_without_a_town_was_in_the_town_of_the_dateline(
    language: str, text: str, kind: str, name: str
) -> None:
    told = text + "\n\n" + FURTHER_DOWN[language].strip()
    article = read_article(Document("d", told, language=language, published=PUBLISHED, published_how="given"))
    first = next(one for one in article.events if one.kind == kind)
    assert first.where is not None
    assert first.where.name == name


def test_a_crash_told_at_a_desk_may_lie_elsewhere() -> None:
    text = "TEHRAN - A train derailed on Tuesday, officials said.\n\nThe train left the rails near Yazd on Tuesday."
    article = read_article(Document("d", text, language="en", published=PUBLISHED, published_how="given"))
    assert {one.where.name for one in article.events if one.kind == "derailment" and one.where} == {"Yazd"}


def test_what_follows_a_deed_in_its_sentence_is_where_that_was_rather_than_in_the_town_of_the_news() -> None:
    text = (
        "Police raided a villa in Leeds on Tuesday. A bomb exploded in Leeds. A shop burned down in Leeds on Tuesday.\n\n"
        "Soldiers attacked a depot in York on Tuesday, and police arrested two men."
    )
    article = read_article(Document("d", text, language="en", published=PUBLISHED, published_how="given"))
    assert [one.where.name for one in article.events if one.kind == "arrest" and one.where] == ["York"]


def test_a_town_of_the_headline_is_that_of_the_news_rather_than_one_that_only_belongs_to_something() -> None:
    text = (
        "The rope that gave way above Leeds last month had been declared unfit, an inquiry has found. Engineers of a York "
        "laboratory found broken strands.\n\nThe minister resigned on Tuesday."
    )
    document = Document("d", text, language="en", published=PUBLISHED, published_how="given", title="Rope of Leeds never replaced")
    assert [one.where.name for one in read_article(document).events if one.kind == "resignation" and one.where] == ["Leeds"]


@pytest.mark.parametrize(
    ("language", "text", "kind", "name"),
    [
        ("en", "For a theft in Derby on Monday a court in Leeds jailed a man for three years.", "sentence", "Leeds"),
        ("cs", "Za loupež v Kolíně v pondělí Vrchní soud v Praze potvrdil muži sedm let vězení.", "court ruling", "Prague"),
        ("pl", "Za napad w Radomiu w piątek sąd w Lublinie skazał mężczyznę na trzy lata więzienia.", "sentence", "Lublin"),
    ],
)
def test_the_town_behind_the_word_for_a_court_is_its_seat_rather_than_one_farther_before_it(
    language: str, text: str, kind: str, name: str
) -> None:
    article = read_article(Document("d", text, language=language, published=PUBLISHED, published_how="given"))
    assert [one.where.name for one in article.events if one.kind == kind and one.where] == [name]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("पटना हाईकोर्ट ने मंगलवार को दिल्ली सरकार के खिलाफ फैसला सुनाया।", "court ruling", "Patna"),
        ("पटना। बिहार हाईकोर्ट ने मंगलवार को भागलपुर उपचुनाव के मतपत्रों की दोबारा गिनती का आदेश दिया।", "court ruling", "Patna"),
    ],
)
def test_a_town_behind_the_word_for_a_court_is_not_its_seat_where_marks_stand_behind(text: str, kind: str, name: str) -> None:
    assert place_of("hi", text, kind) == name


def test_the_court_told_before_is_where_it_goes_on() -> None:
    text = (
        "The Patna High Court ordered a recount on Tuesday. Voters in Bhagalpur cheered on Tuesday. "
        "The court said the count was shameful. The next hearing is on Friday."
    )
    assert {place_of("en", text, kind) for kind in ("statement", "trial")} == {"Patna"}


def test_what_follows_an_incident_of_the_headline_without_a_town_is_where_that_struck() -> None:
    text = (
        "The toll of Monday's bombing in Leeds rose to nine. Two of the injured died on Friday.\n\n"
        "The bodies arrived at York airport on Friday, and a minister welcomed the families in York on Friday."
    )
    document = Document("d", text, language="en", published=PUBLISHED, published_how="given", title="Nine dead in Leeds bombing")
    assert {one.where.name for one in read_article(document).events if one.kind == "death" and one.where} == {"Leeds"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "LEEDS - A fire killed three workers in York on Tuesday. Police arrested the owner of the plant."),
        ("tr", "ADANA - Ceyhan'da salı günü çıkan yangında üç işçi öldü. Polis fabrikanın sahibini gözaltına aldı."),
        ("hi", "पटना। भोपाल में लगी आग में मंगलवार को पांच लोगों की मौत हो गई। पुलिस ने मालिक को गिरफ्तार कर लिया।"),
    ],
)
def test_what_follows_an_incident_in_the_paragraph_of_a_dateline_is_where_that_was(language: str, text: str) -> None:
    assert place_of(language, text, "arrest") == place_of(language, text, "death") is not None


def test_an_arrest_at_a_protest_is_where_that_was_not_at_the_desk_that_tells_of_it() -> None:
    text = "NAIROBI - Thousands of people marched through Kisumu on Tuesday. Police fired tear gas and arrested 20 people."
    assert place_of("en", text, "arrest") == "Kisumu"
