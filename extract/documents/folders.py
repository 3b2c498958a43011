"""Files and folders → documents: finds the files, reads each, and joins those that hold the same text."""

import datetime as dt
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from msgspec.structs import replace

from extract.documents.finishing import finished
from extract.documents.formats import ENDINGS, MACHINE_TOLD, read_drafts
from extract.documents.sidecar import CORPUS, SIDECAR, Sidecar, read_sidecar, with_sidecar
from extract.errors import DocumentError
from extract.models import Document, Problem

_SAVED_WITH_A_PAGE = ("_files", ".files", "_Dateien", "_fichiers", "_archivos", "_file", "_bestanden", "_pliki")  # by browsers
_OTHER_TEXTS = frozenset({".doc", ".rtf", ".odt", ".mht", ".mhtml", ".epub", ".json", ".xml"})  # kinds one may expect to be read
MOST_CHARACTERS = 5_000_000  # of one article, more than the longest novels: it is held in memory with all its marks
KINDS = ".txt, .md, .toml, .html, .pdf, .docx, .jsonl"


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path  # as the reader named it
    absolute: Path  # links not followed: an article keeps the name of the place where it is shown
    name: str  # the document's id: the path below what all paths have in common, with slashes
    folders: tuple[Path, ...]  # where a sidecar may speak of it, the nearest first


def read_paths(paths: Sequence[Path], published: dt.date | None = None) -> Iterator[Document | Problem]:
    """Read files and folders, in the order of their names.

    Parameters
    ----------
    paths
        Files and folders; folders are read with their subfolders.
    published
        The publication day of articles that tell none.

    Yields
    ------
    Document or Problem
        Articles with the same text are one document with its other names as aliases; a problem says so once.
    """
    problems: list[Problem] = []
    files = sorted(_files([Path(path) for path in paths], problems), key=lambda found: found.name.split("/"))
    yield from problems
    yield from _joined(_read_all(files, published))


def _files(paths: Sequence[Path], problems: list[Problem]) -> Iterator[_Found]:
    top = _common_parent(paths)
    seen: set[Path] = set()
    for path in paths:
        for file in sorted(_below(path, problems)) if path.is_dir() else _alone(path, problems):
            absolute = _absolute(file)
            if absolute not in seen:
                seen.add(absolute)
                yield _Found(file, absolute, absolute.relative_to(top).as_posix(), _folders_of(absolute, top))


def _alone(path: Path, problems: list[Problem]) -> list[Path]:
    if not path.exists():
        problems.append(Problem(str(path), "there is no such file or folder"))
    elif path.suffix.lower() not in ENDINGS:
        problems.append(Problem(str(path), f"its kind {path.suffix!r} is not read; expected one of {KINDS}"))
    else:
        return [path]
    return []


def _below(folder: Path, problems: list[Problem]) -> list[Path]:
    """Walk a folder; hidden folders, what browsers save beside a page, and the folder's own tables are no articles."""
    found: list[Path] = []
    passed_over: Counter[str] = Counter()
    for base, folders, files in os.walk(folder, onerror=lambda error: problems.append(_unreadable(error))):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not name.endswith(_SAVED_WITH_A_PAGE))
        for name in files:
            ending = Path(name).suffix.lower()
            if name.startswith((".", "~$")) or name in {CORPUS, SIDECAR}:
                continue
            if ending in ENDINGS:
                found.append(Path(base) / name)
            elif ending in _OTHER_TEXTS:
                passed_over[ending] += 1
    if passed_over:
        kinds = ", ".join(f"{number} {ending}" for ending, number in sorted(passed_over.items()))
        problems.append(Problem(str(folder), f"files of other kinds are passed over ({kinds}); expected {KINDS}", fatal=False))
    if not found:
        problems.append(Problem(str(folder), f"the folder holds no article; expected {KINDS} files"))
    return found


def _unreadable(error: OSError) -> Problem:
    return Problem(str(error.filename), f"it cannot be read ({error.strerror}); check that it is yours to read")


def _common_parent(paths: Sequence[Path]) -> Path:
    """Find the folder below which all ids are told: the one folder given, or what all given paths share."""
    places = [_absolute(path if path.is_dir() else path.parent) for path in paths]
    return Path(os.path.commonpath(places)) if places else Path()


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100  (resolve() would follow links out of the folder)


def _folders_of(file: Path, top: Path) -> tuple[Path, ...]:
    return tuple(folder for folder in file.parents if folder == top or top in folder.parents)


def _read_all(files: Iterable[_Found], published: dt.date | None) -> Iterator[Document | Problem]:
    sidecars: dict[Path, Sidecar] = {}
    said: set[str] = set()
    names: dict[str, str] = {}
    for found in files:
        for folder in found.folders:
            if folder not in sidecars:
                sidecars[folder] = read_sidecar(folder)
                yield from sidecars[folder].problems
        try:
            yield from _read_file(found, sidecars, published, said, names)
        except DocumentError as error:
            yield Problem(str(found.path), str(error))
        except OSError as error:
            yield Problem(str(found.path), f"it cannot be read ({error.strerror})")


def _read_file(
    found: _Found, sidecars: dict[Path, Sidecar], published: dt.date | None, said: set[str], names: dict[str, str]
) -> Iterator[Document | Problem]:
    ending = found.path.suffix.lower()
    for draft in read_drafts(found.path.read_bytes(), ending):
        if isinstance(draft, Problem):
            yield replace(draft, subject=f"{found.path} {draft.subject}")
            continue
        subject = " ".join(filter(None, (str(found.path), draft.place)))
        if len(draft.text) > MOST_CHARACTERS:
            long = (
                f"its text has {len(draft.text):,} characters; an article has at most {MOST_CHARACTERS:,}; split it to have it read"
            )
            yield Problem(subject, long)
            continue
        name = draft.id or found.name
        if name in names:
            yield Problem(subject, f"the id {name!r} was already given by {names[name]}; this one is left out")
            continue
        names[name] = subject
        machine_told = ending in MACHINE_TOLD
        for folder in reversed(found.folders) if machine_told else found.folders:  # so that the nearest has the last word
            below = found.absolute.relative_to(folder).as_posix()
            draft = with_sidecar(draft, sidecars[folder], below, prefer_sidecar=machine_told)  # noqa: PLW2901
        yield from finished(draft, name, subject, file=str(found.path), published=published, said=said)


def _joined(found: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
    """Join documents with the same text into the first of them, which learns what only the others tell."""
    kept: list[Document | Problem] = []
    at: dict[bytes, int] = {}
    for one in found:
        if isinstance(one, Problem):
            kept.append(one)
            continue
        key = blake2b(" ".join(one.text.split()).encode("utf-8", "surrogatepass"), digest_size=16).digest()
        first = kept[at[key]] if key in at else None
        if isinstance(first, Document):
            kept[at[key]] = _with_alias(first, one)
            kept.append(Problem(one.file or one.id, f"it holds the same text as {first.id}; the two are one article", fatal=False))
        else:
            at[key] = len(kept)
            kept.append(one)
    yield from kept


def _with_alias(first: Document, other: Document) -> Document:
    told = {key: getattr(first, key) or getattr(other, key) for key in ("title", "source", "url", "author", "note")}
    first = replace(first, aliases=(*first.aliases, other.id), **told)
    if first.published is None and other.published is not None:
        return replace(first, published=other.published, published_how="given", published_reason=other.published_reason)
    return first
