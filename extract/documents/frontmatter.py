"""Text and Markdown with what stands before the first line of the article: ``---`` or ``+++`` blocks, TOML articles."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from extract.documents.draft import Draft
from extract.errors import DocumentError

_BLOCK = re.compile(r"\A(---|\+\+\+)[ \t]*\r?\n(.*?)^\1[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_PAIR = re.compile(r"^([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_FIELDS = ("title", "language", "source", "url", "author", "note")
_OTHER_NAMES = {"date": "published", "lang": "language", "publisher": "source", "link": "url"}
_HEADING = re.compile(r"\s*#{0,6}[ \t]*(\S[^\r\n]{0,149})[ \t]*(?:\r?\n|\Z)")
_ENDS_A_SENTENCE = re.compile(r"[.!?。！？।…:;\])\"”»]\W*$")


def read_plain(text: str) -> Draft:
    """Read a text file: all of it is the article; a first line without a full stop is its title too."""
    return Draft(text, title=_first_line(text))


def read_markdown(text: str) -> Draft:
    """Read a Markdown file; the article begins after its front matter."""
    match = _BLOCK.match(text)
    if match is None:
        return read_plain(text)
    fields = _toml(match[2]) if match[1] == "+++" else dict(_unquoted(pair) for pair in _PAIR.findall(match[2]))
    return _titled(draft_of(fields, text[match.end() :], "its front matter"))


def read_toml_article(text: str) -> Draft:
    """Read an article written as one TOML table: ``text`` and what is known of it.

    Raises
    ------
    DocumentError
        It is no TOML, or has no ``text``.
    """
    block = _BLOCK.match(text)
    if block is not None:
        return read_markdown(text)
    fields = _toml(text)
    if not isinstance(fields.get("text"), str):
        raise DocumentError('it has no article: expected a key text = """…"""')
    return _titled(draft_of(fields, fields["text"], "its field published"))


def draft_of(fields: Mapping[str, Any], text: str, told_by: str) -> Draft:
    """Take the fields that a document may have from a table, under their usual other names too."""
    named = {_OTHER_NAMES.get(key.lower(), key.lower()): value for key, value in fields.items() if value not in (None, "")}
    known: dict[str, Any] = {key: str(named[key]) for key in _FIELDS if key in named}
    return Draft(text, published=named.get("published"), told_by=told_by, **known)


def _titled(draft: Draft) -> Draft:
    return draft if draft.title else replace(draft, title=_first_line(draft.text))


def _first_line(text: str) -> str | None:
    match = _HEADING.match(text)
    if match is None or _ENDS_A_SENTENCE.search(match[1]) or match.end() >= len(text):
        return None
    return match[1].strip()


def _toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise DocumentError(f"it is no TOML: {error}") from error


def _unquoted(pair: tuple[str, str]) -> tuple[str, str]:
    key, value = pair
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return key, value
