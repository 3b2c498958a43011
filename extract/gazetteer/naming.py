"""Names → keys: the words of a text as tokens, and the key under which a name is stored and searched.

The builder and the finder share this file, so that what is stored is what is searched.
"""

import re

from extract.text import fold, key_of

_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0955-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b4d\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c56"
    "\u0c81-\u0c83\u0cbc-\u0cd6\u0d3e-\u0d4d\u0d80-\u0d83\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u102b-\u103e"
    "\u200b-\u200d\u2060\u00ad\ufeff"
)
_WORD = rf"[^\W_{_MARKS}][^\W_{_MARKS}]*(?:[{_MARKS}]+[^\W_{_MARKS}]*)*"
# The first branch is a shortcut: most words are of ASCII letters and stand before a space or a comma.
TOKEN = re.compile(rf"([A-Za-z0-9]++(?=[ ,])|(?:[^\W\d_]\.){{2,}}|{_WORD}(?:['’ʼ](?!s\b){_WORD})*(?:['’]s\b)?)")
_DOTS = re.compile(r"\.")
_INNER_APOSTROPHE = re.compile(r"'(?!s$)")
POSSESSIVE = "'s"


def token_key(token: str) -> str:
    """Fold one token to its part of a key; a possessive 's stays, dots of initials go: "U.S." → "us"."""
    if token.isascii() and token.isalnum():
        return token.lower()
    key = fold(token)
    if "." in key:
        key = _DOTS.sub("", key)
    return _INNER_APOSTROPHE.sub("", key) if "'" in key else key


def name_key(name: str) -> str:
    """Give the key of a whole name: its folded tokens with one space between them."""
    return " ".join(filter(None, map(token_key, TOKEN.findall(name))))


def spelled_key(name: str) -> str:
    """Give the key of a whole name with its accents."""
    return " ".join(key_of(token, accents=True) for token in TOKEN.findall(name))
