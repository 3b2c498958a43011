"""An event that its own article calls again by a definite noun, or by the same act of speech, is one happening."""

import datetime as dt

import pytest

from extract.models import Document, Happening
from extract.pipeline import happenings_of, read_article

DAY = dt.date(2024, 5, 16)


def told(text: str, language: str = "en") -> list[Happening]:
    """Give the happenings of an article of the day."""
    return list(happenings_of([read_article(Document("d", text, language=language, published=DAY))]))


def sentences_of(kind: str, text: str, language: str = "en") -> list[list[int]]:
    """Give the sentences of each happening of a kind, by their numbers."""
    starts = sorted({mention.sentence.start for one in told(text, language) for mention in one.mentions})
    return sorted(
        sorted({starts.index(mention.sentence.start) for mention in one.mentions})
        for one in told(text, language)
        if one.kind == kind
    )


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [
        ("de", "warning", "Die Behörde hat am Mittwoch vor Masern gewarnt. Impflücken nennt die Warnung als Grund."),
        (
            "es",
            "sanctions",
            "La Unión Europea impuso el martes nuevas sanciones a Belarús. Las medidas punitivas afectan a 20 empresas.",
        ),
        ("da", "missile launch", "Nordkorea affyrede søndag to ballistiske missiler. Sydkorea fordømte affyringen."),
        (
            "nl",
            "sanctions",
            "De Europese Unie legde dinsdag sancties op aan Wit-Rusland. De strafmaatregelen treffen 20 bedrijven.",
        ),
        ("pl", "warning", "Agencja ostrzegła w środę przed odrą. Ostrzeżenie dotyczy całego kraju."),
        ("id", "sanctions", "Uni Eropa menjatuhkan sanksi baru terhadap Belarus pada Selasa. Sanksi itu menyasar 20 perusahaan."),
        ("ja", "sanctions", "EUは火曜日、ベラルーシに新たな制裁を科した。制裁は20社が対象となる。"),
    ],
)
def test_a_definite_noun_calls_again_what_the_article_told(language: str, kind: str, text: str) -> None:
    (sentences,) = sentences_of(kind, text, language)
    assert len(sentences) == 2


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in Graz on Tuesday. The explosion in Linz in March 2019 had hurt nobody.",
        "An explosion shook Graz on Tuesday. Another explosion was heard in Linz on Monday. The explosion hurt two people.",
        "A bomb exploded in Graz on Tuesday. The earlier explosion of March 2019 had hurt nobody.",
    ],
)
def test_a_noun_of_another_day_calls_nothing_again(text: str) -> None:
    assert len({one.when.first_day for one in told(text) if one.kind in {"explosion", "bombing"} and one.when}) > 1


@pytest.mark.parametrize(
    ("language", "known", "other"),
    [
        ("en", "The protest was peaceful.", "The other protest was peaceful."),
        ("de", "Der Streik war friedlich.", "Der andere Streik war friedlich."),
        ("ru", "Забастовка прошла мирно.", "Другая забастовка прошла мирно."),
        ("fr", "La grève a été calme.", "La grève de mars 2019 a été calme."),
    ],
)
def test_a_word_for_another_one_or_a_day_of_its_own_makes_a_noun_call_nothing(language: str, known: str, other: str) -> None:
    leads = {
        "en": "Teachers protested in Graz on Tuesday.",
        "de": "In Graz streikten am Dienstag die Lehrer.",
        "ru": "В Граце во вторник учителя начали забастовку.",
        "fr": "Les enseignants ont fait grève mardi à Graz.",
    }
    calls = [
        any(
            one.same_as is not None
            for one in read_article(Document("d", f"{leads[language]} {second}", language=language, published=DAY)).events
        )
        for second in (known, other)
    ]
    assert calls == [True, False]


def test_a_threat_told_twice_of_one_speaker_is_one_and_of_two_is_two() -> None:
    one = "Iran threatened Israel on Tuesday. The country had been struck. Iran threatened it with war."
    two = "Iran threatened Israel on Tuesday. The country had been struck. Israel threatened Iran with war."
    assert len(sentences_of("threat", one)) == 1
    assert len(sentences_of("threat", two)) == 2


def test_what_is_only_called_again_by_its_noun_stays_as_lone_as_it_was() -> None:
    lead = "Kim arrived in Graz on Tuesday and met Novak."
    once = f"{lead} The guests had also been waiting for the demands."
    again = f"{once} The demands were on paper."
    assert {one.hidden for one in told(once) if one.kind == "request"} == {"lone and bare"}
    assert {one.hidden for one in told(again) if one.kind == "request"} == {"lone and bare"}
