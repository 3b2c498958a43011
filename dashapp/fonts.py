"""The fonts that a text needs, as @font-face rules with the fonts themselves inside: for files that stand alone."""

import base64
import re
from collections.abc import Iterable
from functools import cache

from dashapp.resources import assets_folder

SANS = ("Inter", "Noto Sans Devanagari")  # what figures are written in
RULE = re.compile(r"@font-face\s*\{[^}]*\}")
FAMILY, RANGES, SOURCE = (
    re.compile(r'font-family:\s*"([^"]+)"'),
    re.compile(r"unicode-range:\s*([^;]+);"),
    re.compile(r"url\(([^)]+)\)"),
)
SCRIPT_SHARED = frozenset({0x200C, 0x200D, 0x25CC, 0x20B9})  # joiners, dotted circle, rupee: no reason to carry a script's font


def faces(text: str, families: Iterable[str] | None = None) -> str:
    """Write the rules of ``tokens.css`` whose fonts hold any letter of a text; of all families, or of those named."""
    letters = frozenset(map(ord, text)) - SCRIPT_SHARED
    wanted = None if families is None else frozenset(families)
    return "\n".join(
        _with_font(rule)
        for rule, family, ranges in _rules()
        if (wanted is None or family in wanted) and any(first <= letter <= last for first, last in ranges for letter in letters)
    )


@cache
def _rules() -> tuple[tuple[str, str, tuple[tuple[int, int], ...]], ...]:
    """Read every rule with its family and the letters that it is for."""
    style = (assets_folder() / "tokens.css").read_text(encoding="utf-8")
    found = []
    for rule in RULE.findall(style):
        family, ranges = FAMILY.search(rule), RANGES.search(rule)
        assert family
        found.append((rule, family[1], tuple(map(_range, ranges[1].split(","))) if ranges else ((0, 0x10FFFF),)))
    return tuple(found)


def _range(text: str) -> tuple[int, int]:
    """Read "U+0000-00FF" or "U+0131"."""
    first, _, last = text.strip().removeprefix("U+").partition("-")
    return int(first, 16), int(last or first, 16)


@cache
def _with_font(rule: str) -> str:
    source = SOURCE.search(rule)
    assert source
    packed = base64.b64encode((assets_folder() / source[1].strip("\"'")).read_bytes()).decode("ascii")
    return SOURCE.sub(f"url(data:font/woff2;base64,{packed})", rule)
