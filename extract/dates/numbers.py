"""Tokens of a number → its value: "two and a half", "twenty-five", "1,000", "2 1/2"."""

import re
from collections.abc import Sequence

from extract.dates.grammar import Match
from extract.dates.tokens import Token

MAGNITUDES = (100, 1000, 100_000, 1_000_000)
DAYS_IN_ONE_WORD = ("DAYSLATER", "DAYSAGO")  # types of words that hold the unit too: "日前"


def length_of(match: Match) -> tuple[float | None, str | None]:
    """Give the number and the unit of a length, which one word may tell: "3 weeks", "2日", "이틀"."""
    if match.has("LENGTHY") and (told := _LENGTH.fullmatch(str(match.value("LENGTHY")))):
        return float(told[1]), told[2]
    number = number_of(match.group("number")) if match.has("number") else None
    return number, match.unit or ("D" if match.has(*DAYS_IN_ONE_WORD) else None)


_LENGTH = re.compile(r"P(\d+)([DWMY])")


def number_of(tokens: Sequence[Token]) -> float | None:
    """Add up the tokens of a number; None where they hold none, or a vague one."""
    total = current = 0.0
    seen = False
    for token in tokens:
        if token.type in ("NUMWORD", "MAGNITUDE", "DAYNUM", "NUMBER", "YEAR", "DECIMAL"):
            number = float(token.value)
            if number in MAGNITUDES and token.type != "FRACTION_PREFIX":
                current = (current or 1) * number
                if number > 100:
                    total, current = total + current, 0.0
            else:
                current = current * number if number == 12 and seen else current + number
            seen = True
        elif token.type == "FRACTION":
            over, under = token.value
            current += over / under if under else 0
            seen = True
        elif token.type in ("HALF", "HALFNUM"):
            current += 0.5
            seen = True
        elif token.type == "FRACTION_PREFIX":
            current += token.value
    if not seen and any(token.type == "A" for token in tokens):
        return 1.0
    return total + current if seen else None
