"""Figures as ranges with units."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.models import Span
from extract.quantities import find_quantities
from extract.quantities.beside import told_of
from extract.quantities.numbers import ABOUT, ENDLESS

ROWS = [
    ("They bought 16 JF-17 jets for about $1.5 billion.", "en", [("plane", 16, 16), ("dollar", 1.35e9, 1.65e9)]),
    ("It sold twelve JF-17 Block III aircraft and € 30 million of fuel.", "en", [("plane", 12, 12), ("euro", 3e7, 3e7)]),
    ("A £20m fund and Rs 500 crore.", "en", [("pound", 2e7, 2e7), ("rupee", 5e9, 5e9)]),
    ("Covid-19 deaths rose.", "en", []),
    ("कंपनी 30 लाख खुराक देगी।", "hi", [("dose", 3e6, 3e6)]),
    ("Поставят два миллиона доз.", "ru", [("dose", 2e6, 2e6)]),
    ("At least 30 people were killed.", "en", [("killed", 30, ENDLESS)]),
    ("Douze personnes au moins ont été tuées.", "fr", [("killed", 12, ENDLESS)]),
    ("Douze personnes, au moins trente blessées.", "fr", [("people", 12, 12), ("injured", 30, ENDLESS)]),
    ("По меньшей мере 12 человек погибли.", "ru", [("killed", 12, ENDLESS)]),
    ("قتل 12 شخصا على الأقل.", "ar", [("killed", 12, ENDLESS)]),
    ("Hundreds of people fled.", "en", [("people", 200, 999)]),
    ("Tens of thousands of people fled.", "en", [("people", 20_000, 99_000)]),
    ("Two dozen people came.", "en", [("people", 24, 24)]),
    ("Zwei Dutzend Menschen kamen.", "de", [("people", 24, 24)]),
    ("15 тыс. человек пришли.", "ru", [("people", 15_000, 15_000)]),
    ("दो दर्जन लोग आए।", "hi", [("people", 24, 24)]),
    ("The blaze killed nine and injured dozens.", "en", [("killed", 9, 9), ("injured", 24, 99)]),
    ("The toll of deaths rose to 1,204.", "en", [("killed", 1204, 1204)]),
    ("A hundred and twenty-five houses burned.", "en", [("house", 125, 125)]),
    ("It lies about 50 miles away.", "en", [("km", 50 * 1.609344 * (1 - ABOUT), 50 * 1.609344 * (1 + ABOUT))]),
    ("Up to 12 missiles were fired.", "en", [("missile", 0, 12)]),
    ("Half a million people came.", "en", [("people", 5e5, 5e5)]),
    ("渔船上共有10名船员。", "zh", [("aboard", 10, 10)]),
    ("9人乗り組みの漁船が沈没した。", "ja", [("aboard", 9, 9)]),
    ("Half of the people came.", "en", []),
    ("Un million et demi de personnes sont venues.", "fr", [("people", 1.5e6, 1.5e6)]),
    ("Two and a half million voters, four seats.", "en", [("vote", 2_500_000, 2_500_000), ("seat", 4, 4)]),
    ("A 63-year-old man was shot dead on 12 May 2020.", "en", []),
    ("नाव डूबने से 17 लोगों की मौत हुई।", "hi", [("killed", 17, 17)]),
    ("कम से कम पांच लोग घायल हैं।", "hi", [("injured", 5, ENDLESS)]),
    ("1,50,000 से अधिक लोग आए।", "hi", [("people", 150_000, ENDLESS)]),
    ("दो लाख लोगों ने मतदान किया।", "hi", [("people", 200_000, 200_000)]),
    ("जहाज तट से 40 किलोमीटर दूर था।", "hi", [("km", 40, 40)]),
    ("Hän näki 3 ohjusta.", "fi", []),
    ("Sixty people were hurt and five of the injured died.", "en", [("injured", 60, 60), ("killed", 5, 5)]),
    ("Elle a vu 3 missiles.", "fr", [("missile", 3, 3)]),
    ("Two hundred and five thousand people came.", "en", [("people", 205_000, 205_000)]),
    ("Rund 12.000 Menschen kamen.", "de", [("people", 12_000 * (1 - ABOUT), 12_000 * (1 + ABOUT))]),
    ("3,2 Millionen Menschen kamen.", "de", [("people", 3_200_000, 3_200_000)]),
    ("12 000 personnes ont été déplacées.", "fr", [("displaced", 12_000, 12_000)]),
    ("Murieron 17 obreros.", "es", [("killed", 17, 17)]),
    ("Morreram 17 operários.", "pt", [("killed", 17, 17)]),
    ("Minst 17 arbetare omkom.", "sv", [("killed", 17, ENDLESS)]),
    ("Mindst 17 arbejdere omkom.", "da", [("killed", 17, ENDLESS)]),
    ("Zeker 17 arbeiders zijn overleden.", "nl", [("killed", 17, ENDLESS)]),
    ("Zginęło co najmniej 17 robotników.", "pl", [("killed", 17, ENDLESS)]),
    ("Загинули 17 робітників.", "uk", [("killed", 17, 17)]),
    ("Sedikitnya 17 pekerja tewas.", "id", [("killed", 17, ENDLESS)]),
    ("قتل 17 عاملا.", "ar", [("killed", 17, 17)]),
    ("事故造成十七名工人死亡。", "zh", [("killed", 17, 17)]),
    ("十二万名居民被疏散。", "zh", [("evacuated", 120_000, 120_000)]),
    ("少なくとも作業員17人が死亡した。", "ja", [("killed", 17, 17)]),
    ("노동자 17명이 숨졌다.", "ko", [("killed", 17, 17)]),
    ("A magnitude 6.6 quake followed one of magnitude 7.1.", "en", [("magnitude", 6.6, 6.6), ("magnitude", 7.1, 7.1)]),
    ("Un sismo de magnitud 5,8 derribó tres casas.", "es", [("magnitude", 5.8, 5.8), ("house", 3, 3)]),
    ("Землетрус магнітудою 5,8 стався вночі.", "uk", [("magnitude", 5.8, 5.8)]),
    ("Gempa magnitudo 5,8 terasa hingga Padang.", "id", [("magnitude", 5.8, 5.8)]),
    ("6日发生5.8级地震。", "zh", [("magnitude", 5.8, 5.8)]),
    ("The toll from Monday's storm rose to 34.", "en", [("killed", 34, 34)]),
    ("It killed Ann Lee, 40, and the driver.", "en", []),
    ("He died after falling 900ft, on the 16th.", "en", []),
    ("At 03.31 the climber fell to his death.", "en", []),
    ("Three gunmen stormed the bank.", "en", [("attacker", 3, 3)]),
    ("Police killed three gunmen.", "en", [("killed", 3, 3)]),
    ("बंदूकधारी तीन थे।", "hi", [("attacker", 3, 3)]),
    ("बंदूकधारी दो मोटरसाइकिल पर आए।", "hi", []),
    ("मृतकों की असली संख्या 80 से ज़्यादा है।", "hi", [("killed", 80, ENDLESS)]),
    ("About 1.2m people were moved.", "en", [("people", 1.08e6, 1.32e6)]),
    ("The tremor measured 5.4 on the Richter scale.", "en", [("magnitude", 5.4, 5.4)]),
    ("रिक्टर पैमाने पर भूकंप 5.4 मापा गया।", "hi", [("magnitude", 5.4, 5.4)]),
    ("Police put the dead at nine; the clinic counts 12.", "en", [("killed", 9, 9), ("killed", 12, 12)]),
    ("Nine people were killed, which police said at 12.", "en", [("killed", 9, 9)]),
    ("पुलिस ने मृतकों की संख्या नौ बताई, जबकि अस्पताल ने 12 बताई।", "hi", [("killed", 9, 9), ("killed", 12, 12)]),
    ("A toll of $5 is charged on the bridge.", "en", [("dollar", 5, 5)]),
    ("The death toll in the two villages rose to 17.", "en", [("village", 2, 2), ("killed", 17, 17)]),
    ("मृतकों की संख्या बढ़कर 34 हो गई है।", "hi", [("killed", 34, 34)]),
    ("मृतक संख्या 12 तक पहुंच गई।", "hi", [("killed", 12, 12)]),
    ("अब तक 17 की मौत हो चुकी है।", "hi", [("killed", 17, 17)]),
    ("Число погибших возросло до 17.", "ru", [("killed", 17, 17)]),
    ("Погибли до 17 рабочих.", "ru", [("killed", 0, 17)]),
    ("Il bilancio delle vittime è salito a 17.", "it", [("killed", 17, 17)]),
    ("Die Zahl der Verletzten stieg auf 40.", "de", [("injured", 40, 40)]),
    ("사망자 수가 120명을 넘어섰다.", "ko", [("killed", 120, 120)]),
    ("The ferry was carrying 412 people.", "en", [("aboard", 412, 412)]),
    ("The plane with 62 people aboard landed; 30 people watched.", "en", [("aboard", 62, 62), ("people", 30, 30)]),
    ("नाव पर 76 लोग सवार थे।", "hi", [("aboard", 76, 76)]),
    ("L'avion transportait 150 passagers.", "fr", [("aboard", 150, 150)]),
    ("На борту находились 412 человек.", "ru", [("aboard", 412, 412)]),
    ("Nine coaches left the rails.", "en", [("railcar", 9, 9)]),
    ("ट्रेन के नौ डिब्बे पटरी से उतर गए।", "hi", [("railcar", 9, 9)]),
    ("Nearly 100 villagers fled.", "en", [("people", 85, 100)]),
    ("It killed 12 people, including two children, and injured 30.", "en", [("killed", 12, 12), ("injured", 30, 30)]),
    ("At least 17 people, six of them officers, were hurt.", "en", [("injured", 17, ENDLESS)]),
    ("Eleven of the dead were children.", "en", []),
    ("Two women and three children were killed.", "en", [("killed", 5, 5)]),
    ("They killed two men and a woman.", "en", [("killed", 3, 3)]),
    ("The number of injured rose from 12 to 15.", "en", [("injured", 15, 15)]),
    ("Between 10 and 12 houses burned down.", "en", [("house", 10, 12)]),
    ("No one was injured.", "en", []),
    ("Een dode en drie gewonden op de A2.", "nl", [("killed", 1, 1), ("injured", 3, 3)]),
    ("Un mort et trois blessés.", "fr", [("killed", 1, 1), ("injured", 3, 3)]),
    ("Un policier a arrêté une femme.", "fr", []),
    ("На 12-м этаже погибли двое детей.", "ru", [("killed", 2, 2)]),
    ("Två män i 30-årsåldern greps.", "sv", [("people", 2, 2)]),
    ("12명 숨지고 30명 다쳐", "ko", [("killed", 12, 12), ("injured", 30, 30)]),
    ("20여 명이 다쳤다.", "ko", [("injured", 20, ENDLESS)]),
    ("R$ 2 milhões foram apreendidos.", "pt", [("real", 2e6, 2e6)]),
    ("उन्हें दो-दो लाख रुपये मिले।", "hi", [("rupee", 2e5, 2e5)]),
    ("10人が行方不明になった。", "ja", [("missing", 10, 10)]),
    ("12両が脱線した。", "ja", [("railcar", 12, 12)]),
    ("戦車12両", "ja", [("tank", 12, 12)]),
    ("12节车厢脱轨。", "zh", [("railcar", 12, 12)]),
    ("12 vagones descarrilaron.", "es", [("railcar", 12, 12)]),
    ("Росія атакувала Харків 12 дронами.", "uk", [("drone", 12, 12)]),
    ("그 당은 45석을 얻었다.", "ko", [("seat", 45, 45)]),
    ("Votes were counted again at 74 polling stations.", "en", [("polling station", 74, 74)]),
    ("1900 डाक मतपत्रों की गिनती", "hi", [("ballot", 1900, 1900)]),
    ("Quinze diplomates ont été expulsés.", "fr", [("people", 15, 15)]),
    ("Polis 25 avukatı gözaltına aldı.", "tr", [("arrested", 25, 25)]),
]


@pytest.mark.parametrize(("text", "language", "expected"), ROWS)
def test_figures_are_read_as_ranges_with_units(text: str, language: str, expected: list) -> None:
    found = find_quantities("d", text, Span(0, len(text)), language)
    assert [(q.unit, pytest.approx(q.low), pytest.approx(q.high)) for q in found] == expected


@given(st.text(max_size=40), st.integers(2, 999))
def test_a_figure_is_found_again_at_its_offsets(before: str, number: int) -> None:
    text = f"{before}\n{number} houses"
    for quantity in find_quantities("d", text, Span(0, len(text)), "en"):
        span = quantity.source.span
        assert text[span.start : span.end] == quantity.text


@pytest.mark.parametrize(
    "text",
    [
        "Call 555-201-4477 if anyone was killed.",
        "Case 4550981 tells of people killed.",
        "He died in the 3100 block of Mill Street.",
    ],
)
def test_numbers_of_telephones_cases_and_houses_count_nothing(text: str) -> None:
    assert [q for q in find_quantities("d", text, Span(0, len(text)), "en") if q.unit == "killed"] == []


def test_thousands_of_crores_multiply() -> None:
    text = "सरकार ने दो हजार करोड़ रुपये दिए।"
    assert [(q.unit, q.low) for q in find_quantities("d", text, Span(0, len(text)), "hi")] == [("rupee", 2e10)]


def test_people_counted_beside_a_trigger_become_what_it_says_of_them() -> None:
    text = "A bus with 50 pilgrims left Arden; nine pilgrims lost their lives."
    found = find_quantities("d", text, Span(0, len(text)), "en")
    trigger = Span(text.index("lost"), text.index("lives") + 5)
    assert [(q.unit, q.low) for q in told_of("death", found, trigger, text)] == [("people", 50), ("killed", 9)]
    assert told_of("visit", found, trigger, text) == found


def test_a_number_alone_in_brackets_is_an_age_and_counts_nothing() -> None:
    text = "সংঘর্ষে নিহত রাকিব হাসান (১৬) স্থানীয় স্কুলের ছাত্র।"
    assert find_quantities("d", text, Span(0, len(text)), "bn") == ()


def test_where_the_verb_stands_last_a_state_far_before_a_number_is_of_something_else() -> None:
    text = "রাকিব হত্যার ঘটনায় তার বাবা ২০ জনের নামে মামলা করেন।"
    assert [one.unit for one in find_quantities("d", text, Span(0, len(text)), "bn")] == ["people"]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "Es wurden fünfunddreißig Menschen verletzt.", 35),
        ("de", "Es wurden zweihundertfünfzig Menschen verletzt.", 250),
        ("nl", "Er raakten tweeëntwintig mensen gewond.", 22),
        ("it", "Sono rimaste ferite ventuno persone.", 21),
        ("it", "Sono rimaste ferite duecentocinquanta persone.", 250),
        ("fr", "Dix-sept personnes ont été blessées.", 17),
        ("fr", "Quatre-vingt-onze personnes ont été blessées.", 91),
        ("fr", "Vingt et une personnes ont été blessées.", 21),
        ("es", "Treinta y cinco personas resultaron heridas.", 35),
        ("es", "Doscientas cincuenta personas resultaron heridas.", 250),
        ("pt", "Duzentas e cinquenta pessoas ficaram feridas.", 250),
        ("tr", "Yirmi bir kişi yaralandı.", 21),
        ("id", "Sebanyak dua belas orang luka-luka.", 12),
        ("ar", "أصيب خمسة وثلاثون شخصا.", 35),
        ("ar", "أصيب أحد عشر شخصا.", 11),
        ("ar", "أصيب 12 ألفا و500 شخص.", 12_500),
        ("ko", "서른다섯 명이 다쳤다.", 35),
        ("uk", "Загалом півтори тисячі людей постраждали.", 1500),
        ("uk", "Постраждали двісті п'ятдесят людей.", 250),
        ("pl", "Rannych zostało dwudziestu pięciu mężczyzn.", 25),
        ("sv", "Sammanlagt trettiofem personer skadades.", 35),
        ("da", "I alt femogtredive mennesker kom til skade.", 35),
        ("cs", "Celkem dvě stě padesát lidí bylo zraněno.", 250),
        ("vi", "Tổng cộng mười bảy người bị thương.", 17),
        ("fa", "در مجموع سی و پنج نفر زخمی شدند.", 35),
    ],
)
def test_numbers_in_words_are_read_whole(language: str, text: str, value: float) -> None:
    (found,) = find_quantities("d", text, Span(0, len(text)), language)
    assert (found.low, found.high) == (value, value)


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Achtung, die Bundesstraße ist gesperrt."), ("it", "Il sentiero era chiuso."), ("nl", "De eenheid vertrok.")],
)
def test_a_word_that_only_begins_like_a_number_is_none(language: str, text: str) -> None:
    assert find_quantities("d", text, Span(0, len(text)), language) == ()


PLAIN = tomllib.loads((Path(__file__).parent / "plain_numbers.toml").read_text(encoding="utf-8"))["numbers"]


@pytest.mark.parametrize("row", PLAIN, ids=lambda row: f"{row['language']}-{row['text']}")
def test_a_plain_number_of_people_is_read_alike_in_every_language(row: dict[str, Any]) -> None:
    found = find_quantities("d", row["text"], Span(0, len(row["text"])), row["language"])
    assert any(abs((one.low + one.high) / 2 - row["value"]) <= row["value"] * ABOUT for one in found)
