"""A cause was before what came of it, and what was done later came after it: neither has the day of the news."""

import datetime as dt

import pytest

from extract import Document, read_article
from extract.models import When

PUBLISHED = dt.date(2025, 5, 20)  # a Tuesday
DAY = dt.date(2025, 5, 9)
ROWS = [
    (
        "en",
        "The king died on Monday.",
        "In Lagos, a concert was called off on May 9 because of a bomb threat; two men were subsequently arrested.",
        "bomb threat",
        "arrested",
    ),
    (
        "de",
        "Der König starb am Montag.",
        "In Köln wurde am 9. Mai ein Konzert wegen einer Bombendrohung abgesagt; zwei Männer wurden später festgenommen.",
        "Bombendrohung",
        "festgenommen",
    ),
    (
        "fr",
        "Le roi est mort lundi.",
        "À Lyon, le ministre a démissionné le 9 mai à la suite d'une manifestation ; deux hommes ont ensuite été arrêtés.",
        "manifestation",
        "arrêtés",
    ),
    (
        "es",
        "El rey murió el lunes.",
        "En Cali, el concierto fue cancelado el 9 de mayo debido a una amenaza de bomba; dos fueron detenidos posteriormente.",
        "amenaza",
        "detenidos",
    ),
    (
        "pt",
        "O rei morreu na segunda-feira.",
        "Em Recife, o ministro renunciou em 9 de maio devido a um protesto; dois homens foram mais tarde detidos.",
        "protesto",
        "detidos",
    ),
    (
        "ro",
        "Regele a murit luni.",
        "La Cluj, ministrul a demisionat pe 9 mai din cauza unui protest; doi bărbați au fost ulterior arestați.",
        "protest",
        "arestați",
    ),
    (
        "nl",
        "De koning overleed maandag.",
        "In Gent trad de minister op 9 mei af vanwege een protest; twee mannen werden later gearresteerd.",
        "protest",
        "gearresteerd",
    ),
    (
        "sv",
        "Kungen dog i måndags.",
        "I Lund avgick ministern den 9 maj på grund av en protest; två män greps senare.",
        "protest",
        "greps",
    ),
    (
        "da",
        "Kongen døde mandag.",
        "I Aarhus gik ministeren af den 9. maj på grund af en protest; to mænd blev senere anholdt.",
        "protest",
        "anholdt",
    ),
    (
        "nb",
        "Kongen døde mandag.",
        "I Bergen gikk ministeren av 9. mai på grunn av en protest; to menn ble senere pågrepet.",
        "protest",
        "pågrepet",
    ),
    (
        "pl",
        "Król zmarł w poniedziałek.",
        "W Łodzi minister podał się do dymisji 9 maja z powodu protestu; dwóch mężczyzn później zatrzymano.",
        "protestu",
        "zatrzymano",
    ),
    (
        "cs",
        "Král zemřel v pondělí.",
        "V Brně ministr odstoupil 9. května kvůli protestu; dva muži byli později zatčeni.",
        "protestu",
        "zatčeni",
    ),
    (
        "ru",
        "Король умер в понедельник.",
        "В Казани министр ушёл в отставку 9 мая из-за забастовки; позже двух мужчин задержали.",
        "забастовки",
        "задержали",
    ),
    (
        "uk",
        "Король помер у понеділок.",
        "У Львові міністр пішов у відставку 9 травня через страйк; згодом двох чоловіків затримали.",
        "страйк",
        "затримали",
    ),
    (
        "hi",
        "राजा का सोमवार को निधन हो गया।",
        "पटना में मंत्री ने हड़ताल के कारण 9 मई को इस्तीफा दिया; पुलिस ने बाद में दो लोगों को गिरफ्तार किया।",
        "हड़ताल",
        "गिरफ्तार",
    ),
    (
        "ur",
        "بادشاہ پیر کو انتقال کر گئے۔",
        "لاہور میں وزیر نے ہڑتال کے باعث 9 مئی کو استعفیٰ دیا، پولیس نے بعد میں دو افراد کو گرفتار کیا۔",
        "ہڑتال",
        "گرفتار",
    ),
    (
        "tr",
        "Kral pazartesi günü öldü.",
        "İzmir'de bakan, grev nedeniyle 9 Mayıs'ta istifa etti; polis daha sonra iki kişiyi gözaltına aldı.",
        "grev",
        "gözaltına",
    ),
    (
        "ko",
        "국왕이 19일 사망했다.",
        "부산에서는 파업으로 인해 5월 9일 장관이 사임했고, 경찰은 나중에 두 명을 체포했다.",
        "파업",
        "체포",
    ),
    (
        "ar",
        "توفي الملك يوم الاثنين.",
        "وفي طنجة استقال الوزير في 9 مايو بسبب إضراب، واعتقلت الشرطة لاحقا رجلين.",
        "إضراب",
        "واعتقلت",
    ),
    (
        "id",
        "Raja meninggal pada Senin.",
        "Di Medan, menteri mengundurkan diri pada 9 Mei karena mogok kerja; polisi kemudian menangkap dua pria.",
        "mogok",
        "menangkap",
    ),
    (
        "vi",
        "Nhà vua qua đời hôm thứ Hai.",
        "Tại Huế, bộ trưởng từ chức ngày 9/5 do cuộc đình công; cảnh sát sau đó bắt giữ hai người.",
        "đình công",
        "bắt giữ",
    ),
    ("zh", "国王周一去世。", "上海一所学校5月9日因炸弹威胁取消课程，警方随后拘留了一名学生。", "威胁", "拘留"),
]


def when_of(language: str, text: str, words: str) -> When | None:
    """Give the day of the first event that some words of a text tell."""
    start = text.index(words)
    events = read_article(Document("a", text, language=language, published=PUBLISHED)).events
    return next(one.when for one in events if one.span.start <= start < one.span.end)


def days_of(language: str, text: str, words: str) -> tuple[dt.date | None, dt.date | None]:
    """Give the first and the last day of that event."""
    when = when_of(language, text, words)
    assert when is not None
    return when.first_day, when.last_day


@pytest.mark.parametrize(("language", "news", "text", "cause", "consequence"), ROWS, ids=[row[0] for row in ROWS])
def test_a_cause_is_before_what_came_of_it_and_what_was_done_later_behind_it(
    language: str, news: str, text: str, cause: str, consequence: str
) -> None:
    text = f"{news} {text}"
    assert days_of(language, text, cause) == (None, DAY)
    assert days_of(language, text, consequence) == (DAY, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("The minister resigned on May 9 because of the protest on May 2.", "protest", 2, 2),
        ("A gas explosion killed nine in Ghent on May 9. Trams stopped on May 9 because of the explosion.", "explosion.", 9, 9),
        ("A bus crashed near Quito on May 9 and the driver was arrested eight days later.", "arrested", 17, 17),
        ("A bus crashed near Quito on Monday and the driver was later arrested.", "arrested", 19, 19),
        ("A tanker exploded near Quito on May 9 and later sank.", "sank", 9, 9),
        ("A fire set off by an explosion killed four workers in Cuenca on May 9.", "explosion", 9, 9),
        ("The minister resigned on May 9 because of the protest on May 2, and was later charged with fraud.", "charged", 9, 20),
        ("The party was put off because of the funeral of the general, who died on Wednesday, and the king wept.", "died", 14, 14),
    ],
)  # fmt: skip
def test_a_day_that_is_told_or_shared_stays(text: str, words: str, first: int, last: int) -> None:
    assert days_of("en", text, words) == (dt.date(2025, 5, first), dt.date(2025, 5, last))


@pytest.mark.parametrize(
    ("language", "text", "known", "next_day"),
    [
        ("fr", "L'usine a explosé le 8 mai. Le lendemain de l'explosion, le ministre a démissionné.", "l'explosion", "démissionné"),
        ("de", "Das Urteil fiel am 8. Mai. Am Tag nach dem Urteil demonstrierten Tausende in Köln.", "Urteil", "demonstrierten"),
        (
            "ro",
            "Fabrica a explodat pe 8 mai. A doua zi după explozie, mii de oameni au protestat la Cluj.",
            "explozie",
            "protestat",
        ),
        ("ko", "공장이 8일 폭발했다. 폭발 다음 날 부산에서 수천 명이 시위를 벌였다.", "폭발 다음", "시위를"),
        ("hi", "पटना में 8 मई को एक पुल गिर गया। हादसे के अगले ही दिन मंत्री ने इस्तीफा दिया।", "हादसे", "इस्तीफा"),
        ("hi", "अदालत ने 8 मई को जनरल को दोषी करार दिया। फैसले के अगले दिन पटना में हजारों लोगों ने प्रदर्शन किया।", "दोषी", "प्रदर्शन"),
    ],
)
def test_the_day_after_what_is_known_is_counted_from_it(language: str, text: str, known: str, next_day: str) -> None:
    assert days_of(language, text, known.removeprefix("l'")) == (dt.date(2025, 5, 8), dt.date(2025, 5, 8))
    assert days_of(language, text, next_day) == (DAY, DAY)
