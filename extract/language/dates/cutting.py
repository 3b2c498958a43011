"""How a text is cut into tokens: words, numbers in all their spellings, signs."""

import re

from extract.text import WORD

LETTERS_OF_A_WORD = WORD.pattern.rpartition("|")[0]
NUMERIC = (
    r"\d{4}-\d\d?-\d\d?(?:T\d\d:?\d\d(?::?\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])"  # 2023-09-13T17:00Z
    r"|\d{4}-W\d\d(?:-\d)?(?![\w-])"  # 2023-W37
    r"|\d{1,2}(?:\.\d{1,2}\.|/\d{1,2}/|-\d{1,2}-)\d{2,4}(?![\d]|[./-]\d)"  # 13/09/2023
    r"|\d{1,2}\.[ \u00a0]\d{1,2}\.[ \u00a0]\d{4}(?![\d]|[./-]\d)"  # 13. 9. 2023
    r"|\d{4}(?:\.\d{1,2}\.|/\d{1,2}/)\d{1,2}(?![\d]|[./-]\d)"  # 2023/09/13
    r"|\d{1,2}:\d\d(?::\d\d)?(?![\d:])|\d{1,2}[hH]\d\d(?![\w:])"  # 17:00, 17h00
    r"|\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?![\d,])|\d+\.\d+(?!\d|\.\d)"  # 1,000 and 2.5
    r"|\d{1,2}/\d{1,2}(?![\d/])"  # 9/11, 1/2
)
# The look at the first digit halves the time of all: no spelling of a number is tried where none begins.
TOKEN = re.compile(
    rf"({LETTERS_OF_A_WORD}|(?=\d)(?:{NUMERIC}|\d+(?:{LETTERS_OF_A_WORD})?)"
    r"|['’]s\b|(?<!\w)['’]\d\ds?\b|\n[^\S\n]*\n\s*|[^\w\s])"
)


def cut(phrase: str) -> list[str]:
    """Cut the words of a table as texts are cut."""
    return [match.group() for match in TOKEN.finditer(phrase)]
