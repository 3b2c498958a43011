"""Figures as ranges with units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.models import Span
from extract.quantities import ABOUT, ENDLESS, find_quantities

ROWS = [
    ("At least 30 people were killed.", "en", [("killed", 30, ENDLESS)]),
    ("The blaze killed nine and injured dozens.", "en", [("killed", 9, 9), ("injured", 24, 99)]),
    ("The toll of deaths rose to 1,204.", "en", [("killed", 1204, 1204)]),
    ("A hundred and twenty-five houses burned.", "en", [("house", 125, 125)]),
    ("It lies about 50 miles away.", "en", [("km", 50 * 1.609344 * (1 - ABOUT), 50 * 1.609344 * (1 + ABOUT))]),
    ("Up to 12 missiles were fired.", "en", [("missile", 0, 12)]),
    ("Two and a half million voters, four seats.", "en", [("vote", 2_500_000, 2_500_000), ("seat", 4, 4)]),
    ("A 63-year-old man was shot dead on 12 May 2020.", "en", []),
    ("नाव डूबने से 17 लोगों की मौत हुई।", "hi", [("killed", 17, 17)]),
    ("कम से कम पांच लोग घायल हैं।", "hi", [("injured", 5, ENDLESS)]),
    ("1,50,000 से अधिक लोग आए।", "hi", [("people", 150_000, ENDLESS)]),
    ("दो लाख लोगों ने मतदान किया।", "hi", [("people", 200_000, 200_000)]),
    ("जहाज तट से 40 किलोमीटर दूर था।", "hi", [("km", 40, 40)]),
    ("Hän näki 3 ohjusta.", "fi", []),
    ("Elle a vu 3 missiles.", "fr", [("missile", 3, 3)]),
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
