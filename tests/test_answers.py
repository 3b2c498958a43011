"""What an act answers came before it, somewhere else, and is another happening: "in retaliation for a rocket attack"."""

import datetime as dt

import pytest

from extract import Document, happenings_of, read_article
from extract.models import Happening

PUBLISHED = dt.date(2024, 5, 16)  # a Thursday
ROWS = [
    ("en", "Israeli jets struck Gaza City on Thursday in retaliation for a rocket attack on Ashkelon.", "struck", "attack"),
    ("de", "Die Armee beschoss am Donnerstag Belgorod als Vergeltung für einen Angriff auf Charkiw.", "beschoss", "Angriff"),
    ("fr", "L'armée a bombardé Kidal jeudi en représailles à une attaque contre un convoi près de Gao.", "bombardé", "attaque"),
    ("es", "Ecuador expulsó el jueves a dos cónsules en respuesta a la expulsión de dos diplomáticos.", "expulsó", "expulsión"),
    ("pt", "O exército bombardeou na quinta-feira Kidal em retaliação a um ataque a Gao.", "bombardeou", "ataque"),
    ("it", "L'esercito ha bombardato giovedì Kidal in risposta a un attacco vicino a Gao.", "bombardato", "attacco"),
    ("ro", "Armata a bombardat joi Kidal ca răspuns la un atac asupra unui convoi lângă Gao.", "bombardat", "atac"),
    ("nl", "Het leger bombardeerde donderdag Kidal als vergelding voor een aanval op Gao.", "bombardeerde", "aanval"),
    ("sv", "Armén bombade på torsdagen Kidal som vedergällning för en attack mot en konvoj nära Gao.", "bombade", "attack"),
    ("da", "Hæren bombede torsdag Kidal som gengældelse for et angreb på en konvoj nær Gao.", "bombede", "angreb"),
    ("nb", "Hæren bombet torsdag Kidal som gjengjeldelse for et angrep på en konvoi nær Gao.", "bombet", "angrep"),
    ("pl", "Armia zbombardowała w czwartek Kidal w odwecie za atak na konwój w pobliżu Gao.", "zbombardowała", "atak"),
    ("cs", "Armáda ve čtvrtek bombardovala Kidal v odvetě za útok na konvoj u Gaa.", "bombardovala", "útok"),
    ("ru", "ВСУ в четверг обстреляли Белгород в ответ на удар по Харькову.", "обстреляли", "удар"),
    ("uk", "ЗСУ у четвер обстріляли Бєлгород у відповідь на удар по Харкову.", "обстріляли", "удар"),
    ("tr", "Ordu, Gao yakınlarındaki saldırıya misilleme olarak perşembe günü Kidal'ı bombaladı.", "bombaladı", "saldırıya"),
    ("ar", "قصف الجيش يوم الخميس كيدال ردا على هجوم على قافلة قرب غاو.", "قصف", "هجوم"),
    ("fa", "ارتش روز پنجشنبه در پاسخ به حمله به یک کاروان در نزدیکی گائو، کیدال را بمباران کرد.", "بمباران", "حمله"),
    ("hi", "सेना ने गाओ के पास काफिले पर हमले के जवाब में गुरुवार को किदाल पर बमबारी की।", "बमबारी", "हमले"),
    ("mr", "पुण्यातील हल्ल्याच्या प्रत्युत्तरात लष्कराने गुरुवारी नागपूरवर बॉम्बहल्ला केला.", "बॉम्बहल्ला", "हल्ल्याच्या"),
    ("bn", "গাজায় হামলার জবাবে সেনাবাহিনী বৃহস্পতিবার তেল আবিবে বোমা হামলা চালায়।", "বোমা", "হামলার"),
    ("ur", "فوج نے پشاور میں حملے کے جواب میں جمعرات کو جلال آباد پر بمباری کی۔", "بمباری", "حملے"),
    (
        "id",
        "Militer membombardir Kidal pada Kamis sebagai balasan atas serangan terhadap konvoi Gao.",
        "membombardir",
        "serangan",
    ),
    ("vi", "Quân đội hôm thứ Năm ném bom Kidal để đáp trả cuộc tấn công vào đoàn xe gần Gao.", "ném", "tấn công"),
    ("zh", "军队周四轰炸基达尔，以报复对加奥附近车队的袭击。", "轰炸", "袭击"),
    ("ja", "軍は木曜日、ガオ近郊での襲撃への報復として、キダルを爆撃した。", "爆撃", "襲撃"),
]


def told(language: str, text: str, words: str) -> Happening:
    """Give the happening that a text tells with some words."""
    found = happenings_of([read_article(Document("a", text, language=language, published=PUBLISHED))])
    start = text.index(words)
    return next(one for one in found for at in one.mentions if at.span.start <= start < at.span.end)


@pytest.mark.parametrize(("language", "text", "answer", "answered"), ROWS, ids=[row[0] for row in ROWS])
def test_what_is_answered_is_another_happening_of_an_earlier_day(language: str, text: str, answer: str, answered: str) -> None:
    later, earlier = told(language, text, answer), told(language, text, answered)
    assert later.id != earlier.id
    assert later.when is not None
    assert later.when.first_day == PUBLISHED
    assert earlier.when is not None
    assert (earlier.when.first_day, earlier.when.last_day) == (None, PUBLISHED)
    assert earlier.modality == "asserted"


@pytest.mark.parametrize(
    ("text", "answer", "answered", "day"),
    [
        (
            "Ukraine shelled Belgorod on Wednesday in response to an attack on Kharkiv on May 12 that killed six people.",
            "shelled", "attack", dt.date(2024, 5, 12),
        ),
        (
            "Oslo expelled two envoys on Thursday. It was a reply to the expulsion on May 13 of two Norwegians from Minsk.",
            "expelled", "expulsion", dt.date(2024, 5, 13),
        ),
    ],
)  # fmt: skip
def test_what_is_answered_keeps_its_own_day_place_and_toll(text: str, answer: str, answered: str, day: dt.date) -> None:
    later, earlier = told("en", text, answer), told("en", text, answered)
    assert later.id != earlier.id
    assert earlier.when is not None
    assert earlier.when.first_day == day
    assert later.when != earlier.when
    assert later.where is None or later.where != earlier.where
    assert all(one.source.span.end < text.index(answered) for one in later.quantities)


def test_an_attack_told_before_is_the_one_that_a_later_sentence_answers() -> None:
    text = "A blast killed six people in Kabul on Tuesday. In retaliation for the attack, the army shelled two villages in Khost."
    assert told("en", text, "attack").where == told("en", text, "blast").where
    assert told("en", text, "shelled").id != told("en", text, "attack").id


@pytest.mark.parametrize(
    ("language", "answer", "answered"),
    [("it", "Kidal", "Gao"), ("en", "Gaza", "Ashkelon"), ("ja", "Kidal", "Gao")],
)
def test_neither_lends_the_other_its_place(language: str, answer: str, answered: str) -> None:
    _, text, *words = next(row for row in ROWS if row[0] == language)
    places = [happening.where and happening.where.name for happening in (told(language, text, one) for one in words)]
    assert places == [answer, answered]
