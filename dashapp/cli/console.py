"""What all commands share: JSON lines in and out, messages, options."""

import argparse
import datetime as dt
import io
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from extract import Document, Problem, read_json_lines


def say(message: str) -> None:
    """Write one message to stderr."""
    print(message, file=sys.stderr, flush=True)  # noqa: T201


def answer(record: dict[str, Any]) -> None:
    """Write one record to stdout as a JSON line, flushed."""
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def documents_on_stdin() -> Iterator[Document | Problem]:
    """Read JSON lines of documents from stdin, one at a time."""
    stdin = sys.stdin.buffer
    return read_json_lines(iter(stdin.readline, b""))


def only_documents(found: Iterable[Document | Problem], problems: list[Problem]) -> Iterator[Document]:
    """Pass documents on; say each problem at once and keep it."""
    for one in found:
        if isinstance(one, Document):
            yield one
        else:
            say(f"{one.subject}: {one.message}")
            problems.append(one)


def utf8_output() -> None:
    """Make stdout speak UTF-8 whatever the locale; lone surrogates are escaped rather than fatal."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def day(text: str) -> dt.date:
    """Read a day given on the command line as YYYY-MM-DD."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write it as 2023-09-13") from error
