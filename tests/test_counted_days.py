"""Days counted from what another paragraph tells: "three days after the explosion", "the next day", in many languages."""

import datetime as dt

import pytest
from telling_events import events_of

PUBLISHED = dt.date(2024, 5, 16)  # a Thursday; the explosion was on Friday, 10 May
TOLD = {  # a language → what was told before, and for each sentence behind it the verb and its day of May
    "es": (
        "Una explosión mató a dos obreros el 10 de mayo en una fábrica.",
        [
            ("Tres días después de la explosión, el ministro renunció.", "renunció", 13),
            ("El ministro renunció tres días después de la explosión.", "renunció", 13),
            ("Al día siguiente de la explosión, el ministro renunció.", "renunció", 11),
            ("El día después de la explosión renunció el ministro.", "renunció", 11),
            ("El mismo día, el ministro renunció.", "renunció", 10),
            ("Ese mismo día renunció el ministro.", "renunció", 10),
            ("Al día siguiente, el ministro renunció.", "renunció", 11),
            ("Tres días más tarde renunció el ministro.", "renunció", 13),
            ("La víspera de la explosión, el ministro renunció.", "renunció", 9),
            ("Un día antes, el ministro había renunciado.", "renunciado", 9),
            ("El ministro renunció el jueves de la semana pasada.", "renunció", 9),
            ("El lunes de esta semana renunció el ministro.", "renunció", 13),
            ("Dos días antes de la explosión, el ministro renunció.", "renunció", 8),
            ("El día de la explosión renunció el ministro.", "renunció", 10),
        ],
    ),
    "it": (
        "Un'esplosione ha ucciso due operai il 10 maggio in una fabbrica.",
        [
            ("Tre giorni dopo l'esplosione il ministro si è dimesso.", "dimesso", 13),
            ("Il ministro si è dimesso il giorno dopo l'esplosione.", "dimesso", 11),
            ("Il giorno dopo il ministro si è dimesso.", "dimesso", 11),
            ("Lo stesso giorno il ministro si è dimesso.", "dimesso", 10),
            ("Il giorno prima dell'esplosione il ministro si è dimesso.", "dimesso", 9),
            ("A tre giorni dall'esplosione il ministro si è dimesso.", "dimesso", 13),
            ("Giovedì della scorsa settimana il ministro si è dimesso.", "dimesso", 9),
            ("All'indomani dell'esplosione il ministro si è dimesso.", "dimesso", 11),
            ("Il giorno dell'esplosione il ministro si è dimesso.", "dimesso", 10),
        ],
    ),
    "fr": (
        "Une explosion a tué deux ouvriers le 10 mai dans une usine.",
        [
            ("Trois jours après l'explosion, le ministre a démissionné.", "démissionné", 13),
            ("Le ministre a démissionné le lendemain de l'explosion.", "démissionné", 11),
            ("Le lendemain, le ministre a démissionné.", "démissionné", 11),
            ("Le même jour, le ministre a démissionné.", "démissionné", 10),
            ("La veille de l'explosion, le ministre a démissionné.", "démissionné", 9),
            ("Le ministre a démissionné jeudi de la semaine dernière.", "démissionné", 9),
            ("Le ministre a démissionné jeudi dernier.", "démissionné", 9),
            ("Le jour de l'explosion, le ministre a démissionné.", "démissionné", 10),
        ],
    ),
    "pt": (
        "Uma explosão matou dois operários em 10 de maio em uma fábrica.",
        [
            ("Três dias após a explosão, o ministro renunciou.", "renunciou", 13),
            ("O ministro renunciou três dias depois da explosão.", "renunciou", 13),
            ("No dia seguinte, o ministro renunciou.", "renunciou", 11),
            ("No mesmo dia, o ministro renunciou.", "renunciou", 10),
            ("Um dia após a explosão, o ministro renunciou.", "renunciou", 11),
            ("No dia seguinte à explosão, o ministro renunciou.", "renunciou", 11),
            ("Na véspera da explosão, o ministro renunciou.", "renunciou", 9),
            ("O ministro renunciou na quinta-feira da semana passada.", "renunciou", 9),
            ("No dia da explosão, o ministro renunciou.", "renunciou", 10),
        ],
    ),
    "de": (
        "Eine Explosion tötete am 10. Mai zwei Arbeiter in einer Fabrik.",
        [
            ("Drei Tage nach der Explosion trat der Minister zurück.", "zurück", 13),
            ("Der Minister trat am Tag nach der Explosion zurück.", "zurück", 11),
            ("Am nächsten Tag trat der Minister zurück.", "zurück", 11),
            ("Am selben Tag trat der Minister zurück.", "zurück", 10),
            ("Einen Tag vor der Explosion trat der Minister zurück.", "zurück", 9),
            ("Am Donnerstag vergangener Woche trat der Minister zurück.", "zurück", 9),
            ("Am Tag der Explosion trat der Minister zurück.", "zurück", 10),
        ],
    ),
    "nl": (
        "Een explosie doodde op 10 mei twee arbeiders in een fabriek.",
        [
            ("Drie dagen na de explosie trad de minister af.", "af", 13),
            ("De minister trad de dag na de explosie af.", "af", 11),
            ("De volgende dag trad de minister af.", "af", 11),
            ("Dezelfde dag trad de minister af.", "af", 10),
            ("Een dag voor de explosie trad de minister af.", "af", 9),
            ("Donderdag vorige week trad de minister af.", "af", 9),
        ],
    ),
    "ru": (
        "Взрыв убил двух рабочих 10 мая на заводе.",
        [
            ("Через три дня после взрыва министр ушёл в отставку.", "отставку", 13),
            ("Министр подал в отставку на следующий день после взрыва.", "отставку", 11),
            ("На следующий день министр подал в отставку.", "отставку", 11),
            ("В тот же день министр подал в отставку.", "отставку", 10),
            ("Накануне взрыва министр подал в отставку.", "отставку", 9),
            ("Министр подал в отставку в четверг на прошлой неделе.", "отставку", 9),
            ("За день до взрыва министр подал в отставку.", "отставку", 9),
            ("Спустя три дня после взрыва министр подал в отставку.", "отставку", 13),
            ("В день взрыва министр подал в отставку.", "отставку", 10),
        ],
    ),
    "uk": (
        "Вибух убив двох робітників 10 травня на заводі.",
        [
            ("Через три дні після вибуху міністр подав у відставку.", "відставку", 13),
            ("Наступного дня міністр подав у відставку.", "відставку", 11),
            ("Того ж дня міністр подав у відставку.", "відставку", 10),
            ("Напередодні вибуху міністр подав у відставку.", "відставку", 9),
            ("Наступного дня після вибуху міністр подав у відставку.", "відставку", 11),
            ("Минулого четверга міністр подав у відставку.", "відставку", 9),
        ],
    ),
    "pl": (
        "Wybuch zabił dwóch robotników 10 maja w fabryce.",
        [
            ("Trzy dni po wybuchu minister podał się do dymisji.", "dymisji", 13),
            ("Dzień po wybuchu minister podał się do dymisji.", "dymisji", 11),
            ("Następnego dnia minister podał się do dymisji.", "dymisji", 11),
            ("Tego samego dnia minister podał się do dymisji.", "dymisji", 10),
            ("Dzień przed wybuchem minister podał się do dymisji.", "dymisji", 9),
            ("W czwartek w zeszłym tygodniu minister podał się do dymisji.", "dymisji", 9),
        ],
    ),
    "tr": (
        "10 Mayıs'ta bir fabrikada meydana gelen patlamada iki işçi öldü.",
        [
            ("Patlamadan üç gün sonra bakan istifa etti.", "istifa", 13),
            ("Bakan, patlamadan bir gün sonra istifa etti.", "istifa", 11),
            ("Ertesi gün bakan istifa etti.", "istifa", 11),
            ("Aynı gün bakan istifa etti.", "istifa", 10),
            ("Patlamadan bir gün önce bakan istifa etti.", "istifa", 9),
            ("Bakan geçen hafta perşembe günü istifa etti.", "istifa", 9),
            ("Patlamanın ertesi günü bakan istifa etti.", "istifa", 11),
        ],
    ),
    "ar": (
        "أسفر انفجار في مصنع عن مقتل عاملين في 10 مايو.",
        [
            ("بعد ثلاثة أيام من الانفجار استقال الوزير.", "استقال", 13),
            ("استقال الوزير بعد ثلاثة أيام على الانفجار.", "استقال", 13),
            ("وفي اليوم التالي استقال الوزير.", "استقال", 11),
            ("وفي اليوم نفسه استقال الوزير.", "استقال", 10),
            ("غداة الانفجار استقال الوزير.", "استقال", 11),
            ("استقال الوزير الخميس من الأسبوع الماضي.", "استقال", 9),
            ("عشية الانفجار استقال الوزير.", "استقال", 9),
        ],
    ),
    "id": (
        "Ledakan di pabrik menewaskan dua buruh pada 10 Mei.",
        [
            ("Tiga hari setelah ledakan, menteri mengundurkan diri.", "mengundurkan", 13),
            ("Sehari setelah ledakan, menteri mengundurkan diri.", "mengundurkan", 11),
            ("Keesokan harinya menteri mengundurkan diri.", "mengundurkan", 11),
            ("Pada hari yang sama menteri mengundurkan diri.", "mengundurkan", 10),
            ("Sehari sebelum ledakan, menteri mengundurkan diri.", "mengundurkan", 9),
            ("Kamis pekan lalu menteri mengundurkan diri.", "mengundurkan", 9),
        ],
    ),
    "hi": (
        "10 मई को एक कारखाने में विस्फोट में दो मजदूरों की मौत हो गई।",
        [
            ("विस्फोट के तीन दिन बाद मंत्री ने इस्तीफा दे दिया।", "इस्तीफा", 13),
            ("मंत्री ने विस्फोट के अगले दिन इस्तीफा दे दिया।", "इस्तीफा", 11),
            ("अगले दिन मंत्री ने इस्तीफा दे दिया।", "इस्तीफा", 11),
            ("उसी दिन मंत्री ने इस्तीफा दे दिया।", "इस्तीफा", 10),
            ("विस्फोट से एक दिन पहले मंत्री ने इस्तीफा दे दिया।", "इस्तीफा", 9),
            ("पिछले हफ्ते गुरुवार को मंत्री ने इस्तीफा दे दिया।", "इस्तीफा", 9),
            ("विस्फोट के ठीक तीन दिन बाद मंत्री ने इस्तीफा दे दिया।", "इस्तीफा", 13),
            ("इसके तीन दिन बाद मंत्री ने इस्तीफा दे दिया।", "इस्तीफा", 13),
            ("विस्फोट वाले दिन मंत्री ने इस्तीफा दे दिया।", "इस्तीफा", 10),
        ],
    ),
    "ja": (
        "5月10日、工場で爆発があり、作業員2人が死亡した。",
        [
            ("爆発から3日後、大臣が辞任した。", "辞任", 13),
            ("爆発の3日後に大臣が辞任した。", "辞任", 13),
            ("翌日、大臣が辞任した。", "辞任", 11),
            ("同日、大臣が辞任した。", "辞任", 10),
            ("爆発の翌日、大臣が辞任した。", "辞任", 11),
            ("爆発の前日、大臣が辞任した。", "辞任", 9),
            ("先週木曜日に大臣が辞任した。", "辞任", 9),
            ("この日、大臣が辞任した。", "辞任", 10),
        ],
    ),
    "ko": (
        "5월 10일 공장에서 폭발이 일어나 노동자 2명이 숨졌다.",
        [
            ("폭발 사흘 뒤 장관이 사임했다.", "사임", 13),
            ("폭발 사고 3일 만에 장관이 사임했다.", "사임", 13),
            ("같은 날 장관이 사임했다.", "사임", 10),
            ("폭발 다음 날 장관이 사임했다.", "사임", 11),
            ("폭발 하루 전 장관이 사임했다.", "사임", 9),
            ("지난주 목요일 장관이 사임했다.", "사임", 9),
            ("이날 장관이 사임했다.", "사임", 10),
            ("폭발 당일 장관이 사임했다.", "사임", 10),
        ],
    ),
    "zh": (
        "5月10日，一家工厂发生爆炸，两名工人死亡。",
        [
            ("爆炸发生三天后，部长辞职。", "辞职", 13),
            ("爆炸三天后部长辞职。", "辞职", 13),
            ("次日，部长辞职。", "辞职", 11),
            ("第二天，部长辞职。", "辞职", 11),
            ("同日，部长辞职。", "辞职", 10),
            ("当天，部长辞职。", "辞职", 10),
            ("爆炸次日部长辞职。", "辞职", 11),
            ("爆炸前一天部长辞职。", "辞职", 9),
            ("上周四部长辞职。", "辞职", 9),
        ],
    ),
    "en": (
        "An explosion killed two workers on May 10 at a plant.",
        [
            ("Three days after the explosion, the minister resigned.", "resigned", 13),
            ("The minister resigned three days after the explosion.", "resigned", 13),
            ("The day after the explosion the minister resigned.", "resigned", 11),
            ("The next day the minister resigned.", "resigned", 11),
            ("The same day the minister resigned.", "resigned", 10),
            ("That day the minister resigned.", "resigned", 10),
            ("The minister resigned on the day of the explosion.", "resigned", 10),
            ("A day before the explosion the minister resigned.", "resigned", 9),
            ("Three days later, the minister resigned.", "resigned", 13),
            ("The minister resigned on Thursday last week.", "resigned", 9),
            ("The minister resigned the previous day.", "resigned", 9),
            ("The minister resigned a day earlier.", "resigned", 9),
            ("The minister resigned last Thursday.", "resigned", 9),
            ("The minister, who resigned a day after the explosion, is in custody.", "resigned", 11),
            ("The minister resigned three days to the day after the explosion.", "resigned", 13),
        ],
    ),
}


@pytest.mark.parametrize(
    ("language", "before", "sentence", "words", "day"),
    [(language, before, *told) for language, (before, behind) in TOLD.items() for told in behind],
)
def test_a_day_is_counted_from_what_a_paragraph_before_tells(
    language: str, before: str, sentence: str, words: str, day: int
) -> None:
    found = [one for one in events_of(f"{before}\n\n{sentence}", language, PUBLISHED) if one.span.start > len(before)]
    when = next(one.when for one in reversed(found) if words in one.trigger)
    assert when is not None
    assert (when.first_day, when.last_day) == (dt.date(2024, 5, day), dt.date(2024, 5, day))


MISHAPS = [  # a language → what was told before, and a sentence that counts from it by a noun that only calls it so
    ("nl", "Bij een treinongeluk op 10 mei kwamen vier mensen om.", "Drie dagen na het drama overleed een man.", "overleed", 13),
    ("de", "Eine Explosion tötete am 10. Mai zwei Arbeiter.", "Drei Tage nach der Tragödie starb ein Mann.", "starb", 13),
    (
        "fr",
        "Une explosion a tué deux ouvriers le 10 mai.",
        "Trois jours après le drame, le ministre a démissionné.",
        "démissionné",
        13,
    ),
    ("en", "A dam burst in Orsk on 10 May.", "The mayor was arrested three days after the breach.", "arrested", 13),
    (
        "id",
        "Dua pekerja tewas dalam ledakan pada 10 Mei.",
        "Menteri mengundurkan diri sehari setelah kejadian.",
        "mengundurkan",
        11,
    ),
    ("hi", "10 मई को कारखाने में आग लगी।", "हादसे के तीन दिन बाद मंत्री ने इस्तीफा दिया।", "इस्तीफा", 13),
]


@pytest.mark.parametrize(("language", "before", "sentence", "words", "day"), MISHAPS)
def test_a_length_is_counted_from_a_tragedy_told_before(language: str, before: str, sentence: str, words: str, day: int) -> None:
    found = [one for one in events_of(f"{before} {sentence}", language, PUBLISHED) if one.span.start > len(before)]
    when = next(one.when for one in found if words in one.trigger)
    assert when is not None
    assert when.first_day == dt.date(2024, 5, day)


BACK = [  # a language → a sentence with a dated deed, and what it was counted from
    ("es", "El Gobierno trasladó ayer a seis presos a Guayaquil, dos días después del motín que costó la vida a 20.", "motín", 13),
    (
        "fr",
        "Le gouvernement a transféré hier six détenus à Lyon, deux jours après la mutinerie qui a tué 20 gardiens.",
        "mutinerie",
        13,
    ),
    ("en", "The minister resigned on Wednesday. The resignation came two days after the explosion.", "explosion", 13),
    ("pt", "O ministro renunciou ontem. A renúncia surge dois dias depois da explosão.", "explosão", 13),
]


@pytest.mark.parametrize(("language", "text", "words", "day"), BACK)
def test_what_a_length_is_counted_from_lies_so_far_before(language: str, text: str, words: str, day: int) -> None:
    when = next(one.when for one in events_of(text, language, PUBLISHED) if words in one.trigger)
    assert when is not None
    assert when.first_day == dt.date(2024, 5, day)


TO_COME = [  # a language → a deed and a day to come, then a sentence that counts, the word of its event, and the day it means
    ("en", "The minister resigned on May 10. A vote is due on June 6.", "The same day police raided it.", "raided", "05-10"),
    ("en", "The minister resigned on May 10. A vote is due on June 6.", "Hours later, police raided it.", "raided", "05-10"),
    ("en", "The minister resigned on May 10. A vote is due on June 6.", "The same day another vote is due.", "vote", "06-06"),
    ("es", "El ministro dimitió el 10 de mayo. Se votará el 6 de junio.", "El mismo día lo detuvo la policía.", "detuvo", "05-10"),
    ("de", "Der Minister trat am 10. Mai zurück. Gewählt wird am 6. Juni.", "Tags darauf nahm man ihn fest.", "nahm", "05-11"),
    ("ru", "Министр ушёл 10 мая. Выборы пройдут 6 июня.", "В тот же день полиция его задержала.", "задержала", "05-10"),
    ("hi", "मंत्री ने 10 मई को इस्तीफा दिया। चुनाव 6 जून को होंगे।", "उसी दिन पुलिस ने उन्हें गिरफ्तार किया।", "गिरफ्तार", "05-10"),
    ("ja", "大臣は10日に辞任した。選挙は6月6日に行われる。", "翌日、警察が大臣を逮捕した。", "逮捕", "05-11"),
    ("ar", "استقال الوزير في 10 مايو. وستجرى الانتخابات في 6 يونيو.", "وفي اليوم ذاته اعتقلت الشرطة الوزير.", "اعتقلت", "05-10"),
    ("zh", "部长5月10日辞职。选举将于6月6日举行。", "同日，警方逮捕了部长。", "逮捕", "05-10"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "before", "sentence", "words", "day"), TO_COME)
def test_what_is_over_counts_from_no_day_to_come(language: str, before: str, sentence: str, words: str, day: str) -> None:
    found = [one for one in events_of(f"{before} {sentence}", language, PUBLISHED) if one.span.start > len(before)]
    when = next(one.when for one in found if words in one.trigger)
    assert when is not None
    assert (when.first_day, when.last_day) == (dt.date.fromisoformat(f"2024-{day}"), dt.date.fromisoformat(f"2024-{day}"))


NAMED = [  # a language → what was told, a sentence that counts from it by a name, the name, and the word of its event
    ("sv", "Domstolen dömde ministern den 10 maj.", "Dagen efter domen avgick ministern.", "domen", "avgick"),
    ("da", "Retten dømte ministeren den 10. maj.", "Dagen efter dommen trådte ministeren tilbage.", "dommen", "tilbage"),
    ("nb", "Retten dømte statsråden 10. mai.", "Dagen etter dommen gikk statsråden av.", "dommen", "gikk"),
    ("it", "Il tribunale ha condannato il ministro il 10 maggio.", "Il giorno dopo la sentenza si dimise.", "sentenza", "dimise"),
    ("zh", "法院5月10日判处部长有罪。", "判决后第二天，部长辞职。", "判决", "辞职"),
    ("tr", "Mahkeme bakanı 10 Mayıs'ta mahkum etti.", "Karardan bir gün sonra bakan istifa etti.", "Karar", "istifa"),
    ("bn", "আদালত ১০ মে মন্ত্রীকে দোষী সাব্যস্ত করেন।", "রায়ের পরদিন মন্ত্রী পদত্যাগ করেন।", "রায়", "পদত্যাগ"),
    ("fa", "دادگاه ۱۰ مه وزیر را محکوم کرد.", "یک روز پس از حکم، وزیر استعفا کرد.", "حکم", "استعفا"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "before", "sentence", "name", "words"), NAMED)
def test_a_day_counted_by_the_name_of_an_event_is_not_its_own(
    language: str, before: str, sentence: str, name: str, words: str
) -> None:
    found = [one for one in events_of(f"{before} {sentence}", language, PUBLISHED) if one.span.start > len(before)]
    days = {word: one.when.first_day for one in found if one.when for word in (name, words) if word in one.trigger}
    assert days[words] == dt.date(2024, 5, 11)
    assert days.get(name, dt.date(2024, 5, 10)) == dt.date(2024, 5, 10)
