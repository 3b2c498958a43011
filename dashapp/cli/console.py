"""What all commands share: JSON lines in and out, messages, options."""

import argparse
import datetime as dt
import io
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_cache_dir

from extract import Document, ExtractError, Problem, read_json_lines

if TYPE_CHECKING:
    from extract import OnlineFallback


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


def add_geocoder_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the online fallback, which is off unless the user names a service."""
    parser.add_argument(
        "--geocoder", choices=("nominatim", "photon", "pelias"), help="ask this service for names the gazetteer lacks"
    )
    parser.add_argument("--user-agent", default="", metavar="NAME", help="your own name for the service: 'me (mail@example.org)'")
    parser.add_argument("--geocoder-domain", metavar="HOST", help="another server of that kind than the public one")


def online_fallback(options: argparse.Namespace) -> "OnlineFallback | None":
    """Make the online geocoder that the user asked for; None where none was."""
    if not options.geocoder:
        return None
    if not options.user_agent.strip():
        raise ExtractError("--geocoder needs your own --user-agent, such as --user-agent 'me (mail@example.org)'")
    if options.geocoder == "pelias" and not options.geocoder_domain:
        raise ExtractError("--geocoder pelias needs --geocoder-domain, the host of the Pelias server to ask")
    cache = Path(user_cache_dir("dateline")) / "geocoder.jsonl"
    from extract import OnlineFallback  # noqa: PLC0415 - only who asks for it waits for its library to load

    return OnlineFallback(options.geocoder, options.user_agent, cache, domain=options.geocoder_domain)
