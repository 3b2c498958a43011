"""Tolls and other figures in the plainest wordings of each news language: what is read stays read, what is not is listed."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from extract.models import Document
from extract.pipeline import read_article
from extract.quantities import quantities_in
from extract.quantities.beside import told_of
from extract.quantities.numbers import ENDLESS

TABLE = tomllib.loads((Path(__file__).parent / "tolls.toml").read_text(encoding="utf-8"))
PUBLISHED = dt.date(2024, 5, 15)
STEPS = frozenset({"dates", "events"})
PLAIN = frozenset({"people", "aboard", "attacker", "hour", "attending", "city", "region"})  # units that are no toll and no thing
VAGUE = {"dozens": ((10, 45), (30, 110)), "hundreds": ((100, 350), (900, 1000))}
Range = tuple[float, float]


def told(text: str, language: str) -> dict[str, Range]:
    """Give the highest figure of each unit, as the events of its sentence tell it."""
    article = read_article(Document("d", text, language=language, published=PUBLISHED), STEPS)
    found: dict[str, Range] = {}
    for sentence in article.sentences:
        figures = quantities_in(article, sentence.span)
        events = [event for event in article.events if event.sentence == sentence.span and event.modality != "negated"]
        views = [figures, *(told_of(event.kind, figures, event.span, text) for event in events)]
        for one in (figure for view in views for figure in view if figure.unit not in PLAIN):
            found[one.unit] = max(found.get(one.unit, (0.0, 0.0)), (one.low, one.high))
    return found


def is_meant(told_range: Range, value: str) -> bool:
    """Tell whether a figure is the one that a value of the table tells."""
    low, high = told_range
    if value in VAGUE:
        return all(least <= end <= most for end, (least, most) in zip(told_range, VAGUE[value], strict=True))
    if value.startswith("~"):
        return low <= float(value[1:]) <= high and low != high
    ends = (float(value[:-1]), ENDLESS) if value.endswith("+") else tuple(map(float, value.split("-")))
    return (low, high) == (pytest.approx(ends[0]), pytest.approx(ends[-1]))


def is_read(text: str, language: str, expected: str) -> bool:
    """Tell whether exactly what a cell counts is told of a sentence; a value with "?" may be told or not."""
    wanted = dict(part.split(" ") for part in expected.split("; ")) if expected else {}
    found = told(text, language)
    sure = {unit for unit, value in wanted.items() if not value.endswith("?")}
    return sure <= found.keys() <= wanted.keys() and all(is_meant(found[unit], wanted[unit].rstrip("?")) for unit in found)


@pytest.mark.parametrize("language", TABLE["phrases"])
def test_tolls_are_read_alike_in_every_language(language: str) -> None:
    phrases = TABLE["phrases"][language]
    assert len(phrases) == len(TABLE["values"]) == len(TABLE["cells"])
    cells = enumerate(zip(phrases, TABLE["values"], strict=True), 1)
    wrong = [cell for cell, (text, value) in cells if not is_read(text, language, value)]
    assert wrong == TABLE["but"].get(language, []), "cells that are not read, or read now"
