"""Direction, narration, and the publication day inferred."""

import datetime as dt

import pytest

from extract.anchoring import infer_published
from extract.anchoring.direction import narrative_year, weekday, year_of_day, year_of_month
from extract.anchoring.narration import choose_narration
from extract.dates import find_timexes
from extract.language import load_pack
from extract.models import Document
from extract.sentences import split

THURSDAY = dt.date(2023, 9, 14)


def inferred(text: str, published: dt.date | None = None) -> Document:
    document, pack = Document("d", text, language="en", published=published), load_pack("en")
    sentences = split(document, pack)
    return infer_published(document, sentences, find_timexes(document, sentences, pack)[0], pack)


def test_a_weekday_is_the_latest_one_the_base_included() -> None:
    assert weekday(4, THURSDAY, "back").day == THURSDAY
    assert weekday(5, THURSDAY, "back").day == dt.date(2023, 9, 8)
    assert weekday(5, THURSDAY, "ahead").day == dt.date(2023, 9, 15)
    assert weekday(4, THURSDAY, "ahead", counting_base=False).day == dt.date(2023, 9, 21)


def test_a_month_goes_by_tense() -> None:
    assert year_of_month(11, THURSDAY, ahead=False) == 2022
    assert year_of_month(3, THURSDAY, ahead=True) == 2024


@pytest.mark.parametrize(
    ("month", "day", "ahead", "year"),
    [
        (9, 20, None, 2023),
        (1, 26, None, 2024),
        (1, 26, False, 2023),
        (11, 25, False, 2022),
        (11, 10, False, 2023),
        (2, 29, None, 2024),
    ],
)
def test_a_day_goes_to_the_nearest_year_unless_far_and_told_otherwise(month: int, day: int, ahead: bool | None, year: int) -> None:
    assert year_of_day(month, day, THURSDAY, ahead) == year


def test_a_narrative_turns_the_year_in_winter() -> None:
    assert narrative_year(1, dt.date(1941, 12, 7), "day") == 1942
    assert narrative_year(7, dt.date(1941, 6, 22), "day") == 1941
    assert narrative_year(1, dt.date(1941, 12, 1), "year") == 1941


def test_many_far_years_and_few_todays_make_a_narrative() -> None:
    assert choose_narration([1911, 1912, 1913, 1914, 1915], 0, dt.date(2009, 1, 1)) == "narrative"
    assert choose_narration([1911, 1912, 1913, 1914, 1915], 9, dt.date(2009, 1, 1)) == "news"
    assert choose_narration([2008, 2009, 2009, 2009, 2009], 0, dt.date(2009, 1, 1)) == "news"
    assert choose_narration([2018, 2018, 2019, 2018], 1, dt.date(2021, 10, 30), opens_with_day=True) == "news"


def test_a_given_publication_day_is_never_changed() -> None:
    assert inferred("SEOUL, 3 May 2021 - It rained.", THURSDAY).published == THURSDAY


def test_a_dateline_tells_the_publication_day() -> None:
    document = inferred("SEOUL, 3 May 2021 - It rained on the port.")
    assert (document.published, document.published_how) == (dt.date(2021, 5, 3), "text")
    assert inferred("Rain over the port\n\nMay 3, 2021\n\nIt rained.").published == dt.date(2021, 5, 3)


def test_a_weekday_with_its_date_names_the_year_with_its_reason() -> None:
    document = inferred("They met on Wednesday, September 13. The war began in February 2022.")
    assert (document.published, document.published_how) == (dt.date(2023, 9, 13), "inferred")
    assert "speaks of 2022" in (document.published_reason or "")


@pytest.mark.parametrize("text", [
    "They met on Wednesday.", "It rained in 2021.", "The war began on 24 February 2022.",
    "They met on Thursday, September 13. The war began in February 2022.",
])  # fmt: skip
def test_an_unknown_publication_day_stays_unknown(text: str) -> None:
    document = inferred(text)
    assert (document.published, document.published_how) == (None, "unknown")


def test_an_unknown_publication_day_says_which_weekday_and_date_clash() -> None:
    reason = inferred("They met on Thursday, September 13. The war began in February 2022.").published_reason
    assert reason == (
        'The text tells "Thursday, September 13" and speaks of 2022, but from 2022 to 2025 the weekday and the date do not meet.'
    )


def test_news_that_opens_with_days_without_a_year_counts_from_its_publication_whatever_it_recalls() -> None:
    text = (
        "Dockers in Split walked out on 4 May, and on May 5 the ferries stopped. "
        "The port burned in 1967, 1983 and in 1998, and flooded in 2004. Talks began on 6 May."
    )
    document = Document("d", text, language="en", published=dt.date(2019, 5, 9))
    pack = load_pack("en")
    values = [timex.value for timex in find_timexes(document, split(document, pack), pack)[0]]
    assert values[0] == "2019-05-04"
    assert values[-1] == "2019-05-06"


def test_days_without_a_month_before_any_year_are_of_news() -> None:
    text = (
        "探査機は6日に着陸した。5日にカプセルを分離し、8日に日本へ届く。2010年6月に初代が戻った。"
        "2003年に打ち上げられた。2005年に着陸した。2007年に故障した。2009年に直された。"
    )
    document, pack = Document("d", text, language="ja", published=dt.date(2020, 12, 7)), load_pack("ja")
    timexes, narration = find_timexes(document, split(document, pack), pack)
    assert narration == "news"
    assert timexes[0].value == "2020-12-06"
