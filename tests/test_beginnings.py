"""What began with an event told before."""

import datetime as dt

import pytest
from telling_events import event, events_of

CRASH = dt.date(2024, 3, 11)


@pytest.mark.parametrize(
    ("language", "text", "state"),
    [
        ("en", "A bus crash killed 13 people on March 11. The driver has been missing since the crash.", "missing"),
        (
            "de",
            "Bei einem Busunglück starben am 11. März 13 Menschen. Der Fahrer ist seit dem Unglück verschwunden.",
            "verschwunden",
        ),
        ("fr", "Un accident de car a tué 13 personnes le 11 mars. Le chauffeur a disparu depuis l'accident.", "disparu"),
        ("ru", "11 марта при аварии автобуса погибли 13 человек. Водитель пропал без вести с момента аварии.", "пропал"),
        ("hi", "11 मार्च को बस हादसे में 13 लोगों की मौत हो गई। चालक हादसे के बाद से लापता है।", "लापता"),
        ("tr", "11 Mart'ta otobüs kazasında 13 kişi öldü. Şoför kazadan beri kayıp.", "kayıp"),
        ("ja", "3月11日、バスの事故で13人が死亡した。運転手は事故以来、行方不明になっている。", "行方不明"),
        ("ko", "3월 11일 버스 사고로 13명이 숨졌다. 운전사는 사고 이후 실종됐다.", "실종"),
        ("zh", "3月11日，客车事故造成13人死亡。司机自事故以来失踪。", "失踪"),
        ("ar", "قتل 13 شخصا في حادث حافلة في 11 مارس. واختفى السائق منذ الحادث.", "اختفى"),
    ],
)
def test_what_lasts_since_an_event_began_on_its_day(language: str, text: str, state: str) -> None:
    when = event(text, state, language).when
    assert (when.first_day, when.rule) == (CRASH, "date: since it began")


def test_what_lasts_since_an_accident_began_neither_with_a_death_nor_when_it_shall_end() -> None:
    text = (
        "The disaster of March 11 killed 13 people. A girl died on March 29. "
        "The ropeways have been shut since the accident, before they reopen in June."
    )
    assert [event(text, words).when.first_day for words in ("shut", "accident")] == [CRASH, CRASH]


def test_a_coup_behind_since_of_which_nothing_was_told_keeps_no_day() -> None:
    text = "Rebels killed nine soldiers on Tuesday. Thousands have fled since the coup."
    assert next(one for one in events_of(text) if one.kind == "coup").when.first_day is None
