"""Tokens of a number → its value: "two and a half", "twenty-five", "1,000", "2 1/2"."""

from collections.abc import Sequence

from extract.dates.tokens import Token

MAGNITUDES = (100, 1000, 100_000, 1_000_000)


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
