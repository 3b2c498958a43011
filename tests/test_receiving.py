"""Who receives what a noun tells of does not do it, in any language of news."""

import datetime as dt

import pytest

from extract.models import Document
from extract.pipeline import happenings_of, read_article

DAY = dt.date(2024, 5, 16)

AID_FROM_GERMANY = {
    "en": "Ukraine received military aid from Germany on Tuesday.",
    "de": "Die Ukraine erhielt am Dienstag Militärhilfe von Deutschland.",
    "fr": "L'Ukraine a obtenu mardi une aide financière de l'Allemagne.",
    "es": "Ucrania recibió el martes ayuda humanitaria de Alemania.",
    "pt": "A Ucrânia recebeu na terça-feira ajuda humanitária da Alemanha.",
    "it": "L'Ucraina ha ricevuto martedì aiuti umanitari dalla Germania.",
    "ro": "Ucraina a primit marți ajutor umanitar din partea Germaniei.",
    "nl": "Oekraïne kreeg dinsdag militaire steun van Duitsland.",
    "ru": "Украина получила во вторник гуманитарную помощь от Германии.",
    "uk": "Україна отримала у вівторок військову допомогу від Німеччини.",
    "pl": "Ukraina otrzymała we wtorek pomoc wojskową od Niemiec.",
    "cs": "Ukrajina v úterý dostala od Německa vojenskou pomoc.",
    "tr": "Ukrayna salı günü Almanya'dan askeri yardım aldı.",
    "fa": "اوکراین روز سه‌شنبه از آلمان کمک مالی دریافت کرد.",
    "hi": "यूक्रेन को मंगलवार को जर्मनी से सैन्य सहायता मिली।",
    "mr": "युक्रेनला मंगळवारी जर्मनीकडून मदत मिळाली.",
    "bn": "ইউক্রেন মঙ্গলবার জার্মানির কাছ থেকে সামরিক সহায়তা পেয়েছে।",
    "zh": "乌克兰周二收到德国的军事援助。",
    "ja": "ウクライナは火曜日、ドイツから軍事支援を受けた。",
    "id": "Ukraina menerima bantuan militer dari Jerman pada Selasa.",
    "ar": "تلقت أوكرانيا مساعدات عسكرية من ألمانيا يوم الثلاثاء.",
}


@pytest.mark.parametrize("language", AID_FROM_GERMANY)
def test_aid_is_given_by_whom_it_comes_from_and_lies_where_it_goes(language: str) -> None:
    (aid,) = (one for one in happenings_of([_read(AID_FROM_GERMANY[language], language)]) if one.kind == "aid")
    assert {actor.name: actor.role for actor in aid.participants if actor.name in ("Ukraine", "Germany")} == {
        "Ukraine": "beneficiary",
        "Germany": "agent",
    }
    assert aid.label == "Germany gives aid to Ukraine"
    assert aid.where is None or aid.where.name == "Ukraine"


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("Macron received an invitation from Xi Jinping on Tuesday.", "invitation", "Xi Jinping invites Emmanuel Macron"),
        ("Armenia received a shipment of arms from India.", "arms transfer", "India sends arms to Armenia"),
        ("India sent a shipment of arms to Armenia.", "arms transfer", "India sends arms to Armenia"),
        ("Kenya gave aid to Somalia and received praise from Norway.", "aid", "Kenya gives aid to Somalia"),
    ],
)
def test_who_gives_and_who_is_given_are_told_apart_by_the_verb(text: str, kind: str, label: str) -> None:
    assert label in [one.label for one in happenings_of([_read(text, "en")]) if one.kind == kind]


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("en", "Ines Quiroga accepted the resignation of the minister Raul Mamani on Thursday.", "Raul Mamani resigns"),
        ("es", "El presidente Gabriel Boric aceptó el martes la renuncia de la ministra Ines Quiroga.", "Ines Quiroga resigns"),
        ("fr", "Emmanuel Macron a accepté mardi la démission du ministre Jean Valmont.", "Jean Valmont resigns"),
        ("it", "Sergio Mattarella ha accettato martedì le dimissioni del ministro Paolo Neri.", "Paolo Neri resigns"),
        ("de", "Frank-Walter Steinmeier hat am Dienstag den Rücktritt von Ines Quiroga angenommen.", "Resignation"),
        ("ru", "Владимир Зеленский принял во вторник отставку министра Андрея Кравца.", "Andreya Kravtsa resigns"),
        ("tr", "Recep Tayyip Erdoğan salı günü Bakan Mehmet Kaya'nın istifasını kabul etti.", "Mehmet Kaya resigns"),
        ("hi", "राष्ट्रपति रामचंद्र पौडेल ने उनका इस्तीफा मंजूर कर लिया है।", "Resignation"),
        ("hi", "राज्यपाल आनंदीबेन पटेल ने मंत्री अजय राय का इस्तीफा स्वीकार कर लिया।", "Ajay Ray resigns"),
        ("zh", "总统泽连斯基周二接受了国防部长的辞呈。", "Resignation"),
    ],
)
def test_who_accepts_a_resignation_does_not_resign(language: str, text: str, label: str) -> None:
    (told,) = (one.label for one in happenings_of([_read(text, language)]) if one.kind == "resignation")
    assert told == label


def test_who_is_rescued_or_released_receives_no_rescue() -> None:
    (event,) = (
        one for one in _read("Nepal got the evacuation of Ines Quiroga under way.", "en").events if one.kind == "evacuation"
    )
    assert {who.name: who.role for who in event.participants} == {"Nepal": "agent", "Ines Quiroga": "patient"}


def _read(text, language):
    return read_article(Document("d", text, language=language, published=DAY))
