"""What a folder says of its files: ``documents.csv`` (a row a file) and ``corpus.toml`` (title, note)."""

import csv
import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec.structs import replace

from extract.documents.draft import Draft
from extract.documents.encodings import decode
from extract.errors import DocumentError
from extract.models import Problem

SIDECAR = "documents.csv"
CORPUS = "corpus.toml"
FIELDS = ("published", "source", "url", "author", "title", "language")


@dataclass(frozen=True, slots=True)
class CorpusInfo:
    """How a corpus is headed."""

    title: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The rows of one folder's ``documents.csv``: file → its line and its fields."""

    rows: Mapping[str, tuple[int, Mapping[str, str]]]
    problems: tuple[Problem, ...] = ()


def read_corpus_info(path: Path) -> CorpusInfo | None:
    """Read the title and note of a folder's ``corpus.toml``; None where there is none.

    Raises
    ------
    DocumentError
        The file is no TOML, or its title is no text.
    """
    file = path / CORPUS
    if not file.is_file():
        return None
    try:
        table = tomllib.loads(decode(file.read_bytes())[0])
    except (tomllib.TOMLDecodeError, OSError) as error:
        raise DocumentError(f'{file}: {error}; expected title = "…" and note = "…"') from error
    title, note = table.get("title") or path.resolve().name, table.get("note")
    if not isinstance(title, str) or not isinstance(note, str | None):
        raise DocumentError(f"{file}: title is {title!r} and note is {note!r}; expected text in quotes")
    return CorpusInfo(title, note)


def read_sidecar(folder: Path) -> Sidecar:
    """Read a folder's ``documents.csv``; without one, no rows."""
    file = folder / SIDECAR
    if not file.is_file():
        return Sidecar({})
    try:
        text, _ = decode(file.read_bytes())
    except (DocumentError, OSError) as error:
        return Sidecar({}, (Problem(str(file), f"{error}; expected rows of text", fatal=False),))
    reader = csv.DictReader(io.StringIO(text, newline=""), dialect=_dialect(text))
    if "file" not in (reader.fieldnames or ()):
        return Sidecar(
            {}, (Problem(str(file), f"it has no column file; expected the columns file,{','.join(FIELDS)}", fatal=False),)
        )
    rows: dict[str, tuple[int, Mapping[str, str]]] = {}
    problems = []
    for row in reader:
        name = str(PurePosixPath((row.get("file") or "").strip().replace("\\", "/")))
        if not (folder / name).is_file():
            problems.append(
                Problem(f"{file} line {reader.line_num}", f"it names {name!r}, which is not in the folder", fatal=False)
            )
            continue
        rows[name] = (reader.line_num, {key: (row.get(key) or "").strip() for key in FIELDS})
    return Sidecar(rows, tuple(problems))


def with_sidecar(draft: Draft, sidecar: Sidecar, name: str, *, prefer_sidecar: bool) -> Draft:
    """Add what the sidecar says of a file; it wins where ``prefer_sidecar``, else it fills what the draft does not tell."""
    line, row = sidecar.rows.get(name, (0, {}))
    told: dict[str, Any] = {key: value for key, value in row.items() if value and (prefer_sidecar or not getattr(draft, key))}
    if "published" in told:
        return replace(draft, told_by=f"{SIDECAR} line {line}", **told)
    return replace(draft, **told)


def _dialect(text: str) -> type[csv.Dialect]:
    """Spreadsheets in many countries write semicolons or tabs."""
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    return type("Sidecar", (csv.excel,), {"delimiter": delimiter})
