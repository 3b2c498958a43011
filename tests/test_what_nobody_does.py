"""Nobody does what befalls people: an explosion or a flood beside which somebody is named, and what it caused, is not theirs."""

import datetime as dt

import pytest

from extract import Document, read_article

PUBLISHED = dt.date(2025, 2, 17)
BESIDE = {
    "en": "Rakesh Nanda was charged on Friday, three days after the explosion that killed 21 people.",
    "fr": "Rakesh Nanda a été inculpé vendredi, trois jours après l'explosion qui a fait 21 morts.",
    "es": "Rakesh Nanda fue imputado el viernes, tres días después de la explosión que dejó 21 muertos.",
    "it": "Rakesh Nanda è stato incriminato venerdì, tre giorni dopo l'esplosione che ha ucciso 21 persone.",
    "pt": "Rakesh Nanda foi indiciado na sexta-feira, três dias após a explosão que matou 21 pessoas.",
    "de": "Rakesh Nanda wurde am Freitag angeklagt, drei Tage nach der Explosion, bei der 21 Menschen starben.",
    "nl": "Rakesh Nanda werd vrijdag aangeklaagd, drie dagen na de explosie waarbij 21 mensen omkwamen.",
    "sv": "Rakesh Nanda åtalades på fredagen, tre dagar efter explosionen som dödade 21 personer.",
    "ru": "Ракешу Нанде в пятницу предъявили обвинение, через три дня после взрыва, в котором погиб 21 человек.",
    "pl": "Rakesh Nanda został oskarżony w piątek, trzy dni po wybuchu, w którym zginęło 21 osób.",
    "uk": "Ракеш Нанда у п'ятницю відвідав Одесу після вибуху, в якому загинула 21 людина.",
    "id": "Rakesh Nanda didakwa pada Jumat, tiga hari setelah ledakan yang menewaskan 21 orang.",
    "ar": "زار راكيش ناندا مرسيليا يوم الجمعة بعد الانفجار الذي أودى بحياة 21 شخصا.",
}


@pytest.mark.parametrize("language", BESIDE)
def test_who_is_named_beside_an_explosion_takes_no_part_in_it(language: str) -> None:
    events = read_article(Document("d", BESIDE[language], language=language, published=PUBLISHED)).events
    told = {event.kind: [one for one in event.participants if one.kind == "person" and not one.aside] for event in events}
    assert told.pop("explosion") == []
    assert [told[kind] for kind in told if kind in {"death", "killing"}] == [[]]
