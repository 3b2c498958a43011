"""Names in other letters are shown in Latin ones as news writes them."""

import pytest

from extract.romanising import romanised


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Зільке Брандт", "Zilke Brandt"),
        ("Юрий Ёлкин", "Yury Yolkin"),
        ("Ющенко", "Yushchenko"),
        ("Андрій Сибіга", "Andriy Sybiha"),
        ("Сергій Кириченко", "Serhiy Kyrychenko"),
        ("Салтыков-Щедрин", "Saltykov-Shchedrin"),
        ("राजेश वर्मा", "Rajesh Varma"),
        ("أحمد محمود الخطيب", "Ahmed Mahmoud al-Khatib"),
        ("رضا محمدی", "Reza Mohammadi"),
        ("سَامِي حَدَّاد", "Sami Haddad"),
        ("عبد الله بن سلمان", "Abdullah bin Salman"),
        ("عبد الرزاق", "Abdulrazaq"),
        ("Κυριάκος Μητσοτάκης", "Kyriakos Mitsotakis"),
    ],
)
def test_a_name_is_shown_in_latin_letters_as_news_writes_it(written: str, shown: str) -> None:
    assert romanised(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"), [("خطيب", "Khatib"), ("شملان", "Shamlan"), ("الجنزوري", "al-Janzuri"), ("باقر", "Baqar")]
)
def test_a_name_without_its_vowels_can_be_spoken(written: str, shown: str) -> None:
    assert romanised(written) == shown
