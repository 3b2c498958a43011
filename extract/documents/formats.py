"""One file → its drafts, by the file's ending. A library is loaded when the first file of its kind is read."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from msgspec.structs import replace

from extract.documents.draft import Draft
from extract.documents.encodings import decode
from extract.documents.frontmatter import read_markdown, read_plain, read_toml_article
from extract.documents.jsonlines import drafts_of_lines
from extract.errors import DocumentError
from extract.models import Problem

_TEXTS: Mapping[str, Callable[[str], Draft]] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".toml": read_toml_article,
}
_BINARIES: Mapping[str, tuple[str, str]] = {
    ".html": ("webpages", "read_page"),
    ".htm": ("webpages", "read_page"),
    ".xhtml": ("webpages", "read_page"),
    ".pdf": ("pdfs", "read_pdf"),
    ".docx": ("wordfiles", "read_word"),
}
_LINES = frozenset({".jsonl", ".ndjson"})
ENDINGS = frozenset({*_TEXTS, *_BINARIES, *_LINES})
MACHINE_TOLD = frozenset({".html", ".htm", ".xhtml", ".pdf", ".docx"})  # their metadata nobody wrote for this corpus


def read_drafts(data: bytes, ending: str) -> Iterator[Draft | Problem]:
    """Read the articles of one file: one, or those of its JSON lines.

    Raises
    ------
    DocumentError
        It cannot be read as a file of this kind; the message does not name it.
    """
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise DocumentError("the file is empty")
    if ending in _LINES:
        yield from drafts_of_lines(_lines(data))
    elif ending in _BINARIES:
        module, function = _BINARIES[ending]
        yield getattr(import_module(f"extract.documents.{module}"), function)(data)
    else:
        text, warning = decode(data)
        draft = _TEXTS[ending](text)
        if not draft.text.strip():
            raise DocumentError("the file holds no text")
        yield replace(draft, warnings=(warning,)) if warning else draft


def _lines(data: bytes) -> list[str]:
    """Part JSON lines at line feeds only: other separators may stand inside a string."""
    return decode(data)[0].split("\n")
