"""Days that stand beside an event and are not its own: when somebody was born, the hour beside its day, an old deed."""

import datetime as dt

import pytest
from telling_events import events_of

PUBLISHED = dt.date(2024, 7, 20)
SUNDAY, DEED = dt.date(2024, 7, 14), dt.date(2024, 7, 16)


def days_of(language: str, text: str, kind: str) -> set[dt.date | None]:
    found = [one for one in events_of(text, language, PUBLISHED) if one.kind == kind]
    assert found, f"no {kind} in {text!r}"
    return {one.when.first_day if one.when else None for one in found}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police in Leeds arrested a man born in 1988 on Sunday."),
        ("de", "Am Sonntag wurde in Kassel ein Mann, Jahrgang 1988, festgenommen."),
        ("fr", "Un homme né en 1988 a été arrêté dimanche à Dijon."),
        ("es", "La policía detuvo el domingo en Burgos a un hombre nacido en 1988."),
        ("nl", "De politie heeft zondag in Breda een man, geboren in 1988, aangehouden."),
        ("pl", "W niedzielę w Lublinie zatrzymano mężczyznę urodzonego w 1988 roku."),
        ("ru", "В воскресенье в Твери задержан мужчина 1988 года рождения."),
        ("uk", "У неділю у Львові затримано чоловіка 1988 року народження."),
        ("hi", "रविवार को भोपाल में 1988 में जन्मे एक व्यक्ति को गिरफ्तार किया गया।"),
        ("ko", "경찰은 14일 대전에서 1988년생 남성을 체포했다."),
        ("vi", "Chủ nhật, Công an Hà Nội bắt giữ Trần Văn B. (sinh năm 1988, trú tại quận Ba Đình)."),
    ],
)
def test_a_year_of_birth_dates_no_arrest(language: str, text: str) -> None:
    assert days_of(language, text, "arrest") == {SUNDAY}


def test_a_birth_is_dated_by_its_own_day() -> None:
    assert days_of("en", "Twins were born in Leeds on Sunday.", "birth") == {SUNDAY}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Kebakaran terjadi di Bandung pada pukul 17.02 WIB, Minggu (14/7)."),
        ("it", "L'incendio è scoppiato alle 17:02 ora locale di domenica 14 luglio a Ferrara."),
        ("pl", "Pożar wybuchł o godz. 17.02 czasu lokalnego w niedzielę 14 lipca w Lublinie."),
        ("nl", "De brand brak om 17.02 uur lokale tijd op zondag 14 juli uit in Breda."),
        ("sv", "Branden bröt ut klockan 17.02 lokal tid på söndagen den 14 juli i Umeå."),
        ("fa", "آتش‌سوزی ساعت ۱۷:۰۲ به وقت محلی روز یکشنبه در شیراز رخ داد."),
    ],
)
def test_an_hour_takes_the_day_behind_the_name_of_its_zone(language: str, text: str) -> None:
    assert days_of(language, text, "fire") == {SUNDAY}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police in Leeds have arrested a man. He is suspected of stabbing a woman on 16 July."),
        ("de", "Die Polizei in Kassel hat einen Mann festgenommen. Er soll am 16. Juli eine Frau niedergestochen haben."),
        ("fr", "La police de Dijon a arrêté un homme. Il aurait poignardé une femme le 16 juillet."),
        ("pl", "Policja w Lublinie zatrzymała mężczyznę. Do ataku nożem doszło 16 lipca."),
        ("ja", "長野市の警察は46歳の男を逮捕しました。男は16日午後8時ごろ、女性を刃物で刺した疑いが持たれています。"),
        ("ko", "대전 경찰은 40대 남성을 체포했다. 이 남성은 16일 오후 여성을 흉기로 찌른 혐의를 받고 있다."),
        ("id", "Polisi di Bandung menangkap seorang pria. Ia diduga menikam seorang perempuan pada 16 Juli."),
    ],
)
def test_what_opens_an_article_about_an_old_deed_is_the_news(language: str, text: str) -> None:
    assert days_of(language, text, "arrest") == {PUBLISHED}
    assert days_of(language, text, "attack") == {DEED}


def test_an_arrest_of_the_day_of_the_deed_keeps_it() -> None:
    text = "Police in Leeds arrested a man. He is suspected of stabbing a woman on 19 July."
    assert days_of("en", text, "arrest") == {dt.date(2024, 7, 19)}
