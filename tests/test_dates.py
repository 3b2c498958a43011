"""Dates in text: the packs' own examples, offsets, bad input."""

import datetime as dt
import importlib.util
import re
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.dates import explain_rules, explain_tokens, find_timexes
from extract.errors import LanguagePackError
from extract.language import LanguagePack, load_pack, pack_codes, pack_for
from extract.language.dates import date_tables
from extract.models import Document, Timex
from extract.sentences import split

DAY = dt.date(2024, 5, 2)
EXAMPLES = [(code, example) for code in pack_codes() for example in load_pack(code).table("dates_examples").get("dates", ())]
FEWEST = {"en": (250, 100), "hi": (150, 60)}


def find(text: str, language: str = "en", published: dt.date | None = DAY) -> tuple[Timex, ...]:
    document = Document("doc", text, language=language, published=published, published_how="given" if published else "unknown")
    pack = pack_for(language)
    return find_timexes(document, split(document, pack), pack)[0]


def values(text: str, language: str = "en", published: dt.date | None = DAY) -> list[tuple[str, str]]:
    return [(timex.text, timex.value) for timex in find(text, language, published)]


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=lambda part: part if isinstance(part, str) else part["text"][:40])
def test_a_pack_finds_in_its_own_examples_what_they_say(code: str, example: dict[str, Any]) -> None:
    found = [
        {"text": timex.text, "value": timex.value, "rule": timex.source.rule}
        for timex in find(example["text"], code, example.get("published"))
    ]
    assert found == example["finds"]


@pytest.mark.parametrize("code", FEWEST)
def test_a_full_pack_has_examples_for_every_rule(code: str) -> None:
    examples = [example for language, example in EXAMPLES if language == code]
    used = {timex["rule"] for example in examples for timex in example["finds"]}
    found, silent = sum(bool(example["finds"]) for example in examples), sum(not example["finds"] for example in examples)
    assert {rule.name for rule in date_tables(load_pack(code)).rules} <= used
    assert (found, silent) >= FEWEST[code]


@given(st.text(alphabet="May 5, 2024–'19 Mondayसोमवार13th.\n१½²İ/:", max_size=60), st.sampled_from(["en", "hi", "de", "zh"]))
@settings(deadline=None, max_examples=150)
def test_every_mention_is_found_again_at_its_offsets(text: str, language: str) -> None:
    for timex in find(text, language):
        assert text[timex.span.start : timex.span.end] == timex.text != ""
        assert timex.first_day is None or timex.last_day is None or timex.first_day <= timex.last_day


# What a value may be: a date, perhaps with a time; a length; a reference.
TIMEX3 = re.compile(
    r"(?:BC)?(?:\d{1,4}|XX|XXX|XXXX)(?:-(?:\d\d|XX|Q[1-4X]|H[12X]|SP|SU|FA|WI|W(?:\d\d|XX)(?:-(?:WE|[1-7]))?)(?:-(?:\d\d|XX))?)?"
    r"(?:T(?:\d\d:\d\d(?:Z|[+-]\d\d:?\d\d)?|MO|MI|AF|EV|NI|DT|24))?"
    r"|P(?:T?(?:X|[\d.]+)(?:Y|M|W|D|H|S|DE|CE|ML|Q|WE|NI|MO|AF|EV|SEA))*(?:[\d.]+[MH])?|PT?XX|(?:PAST|PRESENT|FUTURE)_REF"
)


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=lambda part: part if isinstance(part, str) else part["text"][:40])
def test_every_value_is_one_that_timex3_has_with_and_without_a_publication_day(code: str, example: dict[str, Any]) -> None:
    for published in (DAY, None):
        for timex in find(example["text"], code, published):
            assert TIMEX3.fullmatch(timex.value), timex.value


@given(st.text(max_size=40), st.text(max_size=40))
@settings(deadline=None, max_examples=100)
def test_words_around_a_date_do_not_shift_it(before: str, after: str) -> None:
    text = f"{before}\n\n13 September 2023\n\n{after}"
    assert any(timex.text == "13 September 2023" and timex.span.start == len(before) + 2 for timex in find(text))


@pytest.mark.parametrize(
    "text", ["31 February 2023", "2023-13-45", "30.02.2021", "year 0", "week 54", "2023-02-30T10:00", "45/45/2020"]
)
def test_a_day_that_no_calendar_has_is_no_day(text: str) -> None:
    assert not any(timex.grain == "day" and timex.first_day for timex in find(f"It was {text} there."))


def test_a_number_of_a_million_digits_is_no_date() -> None:
    assert values("9" * 1_000_000 + " days") == []


@pytest.mark.parametrize("text", ["May 5 " * 20_000, "1 " * 60_000, "12-" * 40_000, "two and a half " * 10_000])
def test_a_long_line_of_the_same_words_takes_no_long_time(text: str) -> None:
    start = time.process_time()
    find(text)
    assert time.process_time() - start < 20


def test_time_grows_with_the_text_and_not_faster() -> None:
    line = "On Monday, 3 May 2021, it rained for two hours; the next day the mayor met them in June. "

    def seconds(times: int) -> float:
        start = time.process_time()
        find(line * times)
        return time.process_time() - start

    short, long = min(seconds(400) for _ in range(3)), min(seconds(4000) for _ in range(2))
    assert long < 40 * max(short, 0.01)  # ten times the text; a search that grows with its square takes a hundred times as long


def test_without_a_publication_day_nothing_is_today() -> None:
    found = values("He came on Wednesday and left in July, on 13 September, last week and yesterday.", published=None)
    assert [value for _, value in found] == ["XXXX-WXX-3", "XXXX-07", "XXXX-09-13", "XXXX-WXX", "XXXX-XX-XX"]


def test_digits_of_other_scripts_are_read() -> None:
    assert values("१३ सितंबर २०२३ को", "hi") == [("१३ सितंबर २०२३", "2023-09-13")]
    assert values("١٣ سبتمبر ٢٠٢٣", "ar") == [("١٣ سبتمبر ٢٠٢٣", "2023-09-13")]


def test_a_weekday_that_clashes_with_its_date_is_kept_as_a_finding() -> None:
    (timex,) = find("They met on Thursday, September 13.", published=dt.date(2023, 9, 14))
    assert timex.value == "2023-09-13"
    assert [finding.kind for finding in timex.findings] == ["weekday-clash"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "تم إجلاء 2000 شخص"),
        ("de", "Der Ort hat 1900 Einwohner."),
        ("es", "Unas 2000 personas huyeron."),
        ("fr", "Le village compte 1900 habitants."),
        ("id", "Sekitar 2000 orang mengungsi."),
        ("it", "Il paese ha 1900 abitanti."),
        ("ja", "2000人が避難した。"),
        ("ko", "2000명이 대피했다."),
        ("sv", "Byn har 2000 invånare."),
        ("da", "Byen har 2000 indbyggere."),
        ("nl", "Het dorp telt 2000 inwoners."),
        ("pl", "Ewakuowano 2000 osób."),
        ("pt", "Cerca de 2000 pessoas fugiram."),
        ("ru", "Эвакуировали 2000 человек."),
        ("tr", "2000 kişi tahliye edildi."),
        ("uk", "Евакуювали 2000 людей."),
        ("zh", "有2000人被疏散。"),
    ],
)
def test_a_number_of_people_is_no_year(code: str, text: str) -> None:
    assert not values(text, code)


def test_the_order_of_day_and_month_is_that_of_the_document() -> None:
    assert ("03/04/2023", "2023-04-03") in values("From 03/04/2023 to 25/04/2023.")
    assert ("03/04/2023", "2023-03-04") in values("From 03/04/2023 to 04/25/2023.")
    (timex,) = find("On 03/04/2023.")
    assert (timex.first_day, timex.last_day) == (dt.date(2023, 3, 4), dt.date(2023, 4, 3))
    assert timex.findings[0].kind == "ambiguous-order"


def test_the_ends_of_a_range_know_of_each_other() -> None:
    first, last = find("The drill ran from August 21 to August 31.")
    assert (first.range_with, last.range_with) == (last.span, first.span)


def test_the_clock_times_of_a_range_share_the_day_that_one_of_them_bears() -> None:
    first, last = find("She was there from 2 p.m. to 4 p.m. on Sunday.")
    assert (first.value, last.value) == ("2024-04-28T14:00", "2024-04-28T16:00")
    assert first.clock == last.clock == ("14:00", "16:00")


def test_a_range_of_weekdays_runs_forwards() -> None:
    assert [value for _, value in values("They met from Monday to Friday.")] == ["2024-04-22", "2024-04-26"]


def test_a_past_length_spans_the_days_up_to_the_publication() -> None:
    (timex,) = find("The past three months were dry.")
    assert (timex.first_day, timex.last_day) == (dt.date(2024, 2, 2), DAY)


def test_a_fiscal_year_begins_in_the_month_of_its_country() -> None:
    (american,) = find("Fiscal 2005 closed with a loss.")
    (indian,) = find("वित्त वर्ष 2017 में घाटा हुआ।", "hi")
    assert (american.first_day, american.last_day) == (dt.date(2004, 10, 1), dt.date(2005, 9, 30))
    assert (indian.first_day, indian.last_day) == (dt.date(2017, 4, 1), dt.date(2018, 3, 31))


def test_years_of_other_calendars_cover_their_days() -> None:
    (hijri,) = find("The deed is of 1445 AH.")
    (juche,) = find("It was struck in Juche 112.")
    assert (hijri.first_day, hijri.last_day) == (dt.date(2023, 7, 19), dt.date(2024, 7, 6))
    assert juche.value == "2023"


def test_a_length_after_an_event_waits_for_it() -> None:
    (timex,) = find("Two days after the flood, he left.")
    assert (timex.value, timex.event_offset, timex.order) == ("P2D", "P2D", "after")
    assert timex.event_anchor is not None
    assert "Two days after the flood"[timex.event_anchor.start : timex.event_anchor.end] == "the flood"


def test_a_time_keeps_its_zone() -> None:
    (timex,) = find("It began at 5 p.m. Seoul time on Tuesday.")
    assert (timex.value, timex.clock, timex.zone) == ("2024-04-30T17:00", ("17:00", "17:00"), "Asia/Seoul")


def test_a_history_counts_from_the_date_told_before() -> None:
    text = "In 1911 it began. In 1912, on 3 May 1913, it went on. In 1916 it fell. In March 1917 it ended. By July all was over."
    assert values(text)[-1] == ("July", "1917-07")


@pytest.mark.parametrize(("code", "text", "value"), [
    ("de", "Das Treffen war am 13. September 2023.", "2023-09-13"), ("fr", "La réunion du 13 septembre 2023.", "2023-09-13"),
    ("es", "La cumbre del 13 de septiembre de 2023.", "2023-09-13"), ("ru", "Встреча 13 сентября 2023 года.", "2023-09-13"),
    ("zh", "他们于2023年9月13日会面。", "2023-09-13"), ("ja", "2023年9月13日に会談した。", "2023-09-13"),
    ("ar", "في 13 سبتمبر 2023 عقدت القمة", "2023-09-13"), ("vi", "Ngày 13 tháng 9 năm 2023 họ gặp nhau.", "2023-09-13"),
    ("es", "Llegó ayer.", "2024-05-01"), ("de", "Er kam gestern.", "2024-05-01"), ("und", "13.09.2023", "2023-09-13"),
])  # fmt: skip
def test_a_basic_pack_reads_absolute_dates_and_simple_words(code: str, text: str, value: str) -> None:
    assert value in [found for _, found in values(text, code)]


def test_every_pack_has_sound_tables() -> None:
    for code in pack_codes():
        assert date_tables(load_pack(code)).rules


def test_a_generated_pack_is_what_its_tool_writes_again() -> None:
    path = Path(__file__).parent.parent / "tools" / "generate_packs.py"
    spec = importlib.util.spec_from_file_location("generate_packs", path)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    for code in ("de", "zh", "sw"):
        for name, content in tool.pack_files(code).items():
            written = (tool.LANGUAGES / code / name).read_text(encoding="utf-8")
            assert written.splitlines()[2:] == content.splitlines()[2:]


def test_a_wrong_table_names_file_key_found_and_expected(tmp_path: Path) -> None:
    (tmp_path / "dates.toml").write_text("[MONTH]\nmarzo = 13\n", encoding="utf-8")
    pack = LanguagePack("xx", "Test", "Test", ("Latin",), "basic", tmp_path, {})
    with pytest.raises(LanguagePackError, match=r"xx/dates\.toml: MONTH\.marzo is 13; expected a number 1 to 12"):
        date_tables(pack)


def test_tokens_are_explained_with_their_types() -> None:
    assert explain_tokens(Document("d", "on Monday"), load_pack("en")) == (("on", "ON"), ("Monday", "WEEKDAY"))


def test_a_length_behind_an_event_waits_for_it() -> None:
    text = "चुनाव के दो दिन बाद झगड़ा हुआ।"
    (timex,) = find(text, "hi")
    assert (timex.value, timex.event_offset, timex.order) == ("P2D", "P2D", "after")
    assert timex.event_anchor is not None
    assert text[timex.event_anchor.start : timex.event_anchor.end] == "चुनाव"


def test_no_day_is_made_up_where_the_date_told_before_is_coarse() -> None:
    text = "It began in 1911, 1912 and 1913 were worse, 1914 the worst. In May 1915 it ended. The same day he fled."
    timex = find(text)[-1]
    assert (timex.value, timex.first_day, timex.last_day) == ("1915-05-XX", dt.date(1915, 5, 1), dt.date(1915, 5, 31))


def test_the_months_of_a_range_are_in_order() -> None:
    assert [value for _, value in values("From April to June the school will be shut.")] == ["2024-04", "2024-06"]


def test_two_sentences_are_no_range() -> None:
    assert all(timex.range_with is None for timex in find("It was in March. May 5 was a feast."))


def test_every_rule_that_matches_is_explained_the_longest_first_at_each_place() -> None:
    text = "on 5 May 2021"
    found = explain_rules(Document("d", text), load_pack("en"))
    assert (text[slice(*found[0][0])], found[0][1]) == ("5 May 2021", "day-month")
    assert "month-year" in {rule for _, rule in found}
