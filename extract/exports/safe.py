"""Untrusted text → text that a file format and the program that opens it take as text, and as nothing else."""

import html
import re

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")  # not allowed in XML, or unseen in a cell
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")  # left open, they turn round what stands after them; the marks 200E, 200F stay
_SURROGATES = re.compile("[\ud800-\udfff]")
_FORMULA = re.compile(r"[\s'\u200b-\u200f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r|]")  # what a spreadsheet may take for a formula
_WEB = re.compile(r"https?://[^\s<>\"]+\Z", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


def plain(text: str) -> str:
    """Take out control characters and open bidi overrides; a lone surrogate becomes the sign for an unknown character."""
    return _SURROGATES.sub("\ufffd", _BIDI.sub("", _CONTROLS.sub("", text)))


def web_address(text: str) -> str | None:
    """Give an address that a program may make a link of: http and https only, no script."""
    line = one_line(text)
    return line if _WEB.match(line) else None


def one_line(text: str) -> str:
    """Join the lines of a text with spaces."""
    return _SPACE.sub(" ", plain(text)).strip()


def cell(text: str) -> str:
    """Make a text one cell of a spreadsheet: never a formula, never two lines.

    An apostrophe before it is the sign for text in Excel, LibreOffice and Google Sheets (OWASP, "CSV Injection").
    """
    line = one_line(text)
    return f"'{line}" if _FORMULA.match(line) else line


def markup(text: str) -> str:
    """Escape a text for formats whose readers draw HTML (KML balloons, TimelineJS)."""
    return html.escape(plain(text), quote=True)
