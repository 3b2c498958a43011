"""Names across scripts and spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.names import SAME_NAME, latin, name_key, same_name, skeleton

PAIRS = [
    ("नरेंद्र मोदी", "Narendra Modi"),
    ("सर्गेई लावरोव", "Sergei Lavrov"),
    ("एंजेला मर्केल", "Angela Merkel"),
    ("किम यो जोंग", "Kim Yo-jong"),
    ("शेख हसीना", "Sheikh Hasina"),
    ("Владимир Зеленский", "Volodymyr Zelensky"),
    ("Ангела Меркель", "Angela Merkel"),
    ("Раджив Мехта", "Rajiv Mehta"),
    ("Джо Байденом", "Joe Biden"),
    ("মমতা ব্যানার্জি", "Mamata Banerjee"),
    ("Sergey Shoygu", "Sergei K. Shoigu"),
    ("Merkel", "Angela Merkel"),
    ("Müller", "Mueller"),
    ("Zelenskyy", "Zelensky"),
    ("ミルジヨエフ", "Shavkat Mirziyoyev"),
    ("トランプ", "Donald Trump"),
    ("ڈونلڈ ٹرمپ", "Donald Trump"),
    ("شہباز شریف", "Shehbaz Sharif"),
    ("スターマー", "Keir Starmer"),
    ("グテーレス", "António Guterres"),
    ("네타냐후", "Benjamin Netanyahu"),
    ("트럼프", "Trump"),
    ("루카셴코", "Lukashenko"),
    ("정도윤", "Jeong Do-yun"),
]
STRANGERS = [
    ("मोदी", "Merkel"),
    ("सर्गेई लावरोव", "Sergei Shoigu"),
    ("John Smith", "Jane Smith"),
    ("Li", "Xi"),
    ("Jong", "Kim Jong Un"),
    ("Oslo", "Seoul"),
    ("박지훈", "박지현"),
    ("푸틴", "Trump"),
    ("モディ", "Medvedev"),
    ("", "Kim"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_one_name_in_two_scripts_or_spellings_is_one(one: str, other: str) -> None:
    assert same_name(one, other) >= SAME_NAME


@pytest.mark.parametrize(("one", "other"), STRANGERS)
def test_two_names_stay_two(one: str, other: str) -> None:
    assert same_name(one, other) < SAME_NAME


def test_silent_schwas_fall_out_of_hindi_names() -> None:
    assert latin("नमन") == "naman"
    assert latin("कमला") == "kamla"
    assert latin("রফিকুল") == "rafikul"


def test_kana_and_hangul_lose_the_vowels_that_only_carry_a_consonant() -> None:
    assert [latin(name) for name in ("マクロン", "トランプ", "チョン・ドユン", "はなこ")] == [
        "makron",
        "tramp",
        "chon doyun",
        "hanako",
    ]
    assert [latin(name) for name in ("마크롱", "젤렌스키", "정도윤", "은")] == ["makrong", "jellenski", "jeongdoyun", "eun"]


def test_vowels_count_only_where_they_begin_a_skeleton() -> None:
    assert skeleton("Angela Merkel") == skeleton("अंगेला मर्केल")
    assert skeleton("Oslo")[0] == "o"


def test_initials_fall_out_of_a_key() -> None:
    assert name_key("Scott A. Snyder") == name_key("Scott Snyder")


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_symmetric_and_bounded(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one)
    assert 0.0 <= same_name(one, other) <= 1.0


def test_a_first_name_in_common_makes_no_person_of_two_across_scripts() -> None:
    assert same_name("व्लादिमीर तिखोनोव", "Vladimir Putin") < SAME_NAME
    assert same_name("जस्टिन ट्रूडो", "Justin Trudeau") >= SAME_NAME


def test_a_name_in_arabic_letters_has_a_key_of_its_own() -> None:
    assert name_key("سمير الحداد") == "smir hdad"
    assert same_name("سمير الأغبري", "Samir al-Aghbari") >= SAME_NAME
    assert same_name("سمير الحداد", "كريم عفيفي") < SAME_NAME


def test_names_in_a_script_without_a_table_are_not_all_one() -> None:
    assert name_key("习近平") != name_key("李强")


@pytest.mark.parametrize(
    ("persian", "english"),
    [
        ("بهرام کاویانی", "Bahram Kaviani"),
        ("محمد قالیباف", "Mohammad Ghalibaf"),
        ("وحید حقانیان", "Vahid Haghanian"),
        ("ولادیمیر پوتین", "Vladimir Putin"),
        ("غلامرضا شفیعی", "Gholamreza Shafiei"),
        ("سعید کریمی", "Saeed Karimi"),
    ],
)
def test_a_name_in_persian_letters_sounds_as_in_persian(persian: str, english: str) -> None:
    assert same_name(persian, english) >= SAME_NAME


def test_names_in_persian_letters_that_differ_are_two() -> None:
    assert same_name("رضا کاظمی", "Ali Karimi") < SAME_NAME
    assert same_name("بهرام کاویانی", "Kamran Rastgar") < SAME_NAME
