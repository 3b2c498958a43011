"""JSON lines of documents (the document contract) → documents."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from extract.documents.draft import Draft
from extract.documents.finishing import finished
from extract.documents.frontmatter import draft_of
from extract.errors import DocumentError
from extract.models import Document, Problem

SHOWN = 60  # characters of a bad line that its message repeats


def read_json_lines(lines: Iterable[str | bytes]) -> Iterator[Document | Problem]:
    """Read documents one line at a time; equal texts stay separate, since every id is to be answered.

    Only ``id`` and ``text`` are required; unknown fields are ignored. A repeated id, and a line that is no document,
    give a problem with the line numbers, and the rest go on.
    """
    said: set[str] = set()
    for one in drafts_of_lines(lines):
        if isinstance(one, Problem):
            yield one
        else:
            yield from finished(one, one.id or "", one.place, said=said)


def drafts_of_lines(lines: Iterable[str | bytes]) -> Iterator[Draft | Problem]:
    """Read each line as a draft with its id and its place, "line 7"."""
    first: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        try:
            text = _decoded(line, number)
            if not text.strip():
                continue
            draft = _draft(text)
        except DocumentError as error:
            yield Problem(f"line {number}", f"{error}; the line is left out")
            continue
        key = draft.id or ""
        if key in first:
            yield Problem(f"line {number}", f"the id {key!r} was already given on line {first[key]}; line {number} is left out")
            continue
        first[key] = number
        yield replace(draft, place=f"line {number}")


def _decoded(line: str | bytes, number: int) -> str:
    if isinstance(line, bytes):
        try:
            line = line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise DocumentError(f"byte {error.start + 1} is not UTF-8") from error
    return line.removeprefix("\ufeff") if number == 1 else line


def _draft(line: str) -> Draft:
    try:
        record: Any = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise DocumentError(f"{_shown(line)} is no JSON ({error})") from error
    if not isinstance(record, dict):
        raise DocumentError(f'{_shown(line)} is no object; expected {{"id": …, "text": …}}')
    name, text = record.get("id"), record.get("text")
    if isinstance(name, int) and not isinstance(name, bool):
        name = str(name)
    for key, value in (("id", name), ("text", text)):
        if not isinstance(value, str):
            raise DocumentError(f"{key} is {_shown(json.dumps(value))}; expected a string")
    if not name:
        raise DocumentError("id is empty; expected a name")
    return replace(draft_of(_fields(record), _paired(text), "the line's field published"), id=_paired(name))


def _fields(record: dict[str, Any]) -> dict[str, Any]:
    """Keep the contract's own fields that are strings, and whatever stands for the publication day, which is checked later."""
    names = ("language", "title", "source", "url", "author", "note")
    fields = {key: _paired(record[key]) for key in names if isinstance(record.get(key), str)}
    day = record.get("published")
    return {**fields, "published": _paired(day) if isinstance(day, str) else day}


def _paired(text: Any) -> str:
    """Put U+FFFD for surrogates that stand alone: they are no characters, and cannot be written; offsets stay."""
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text) if not _is_clean(text) else str(text)


def _is_clean(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _shown(line: str) -> str:
    line = line.strip()
    return repr(line if len(line) <= SHOWN else line[:SHOWN] + "…")
