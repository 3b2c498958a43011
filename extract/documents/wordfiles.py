"""A Word file → its paragraphs and table cells, a line each."""

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table

from extract.documents.draft import Draft
from extract.errors import DocumentError

TITLE_STYLES = ("Title", "Heading 1")


def read_word(data: bytes) -> Draft:
    """Read a ``.docx`` file.

    Raises
    ------
    DocumentError
        It is damaged, or holds no text.
    """
    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise DocumentError(f"it cannot be opened as a Word file ({str(error)[:80] or type(error).__name__})") from error
    text = "\n".join(_lines(document)).strip()
    if not text:
        raise DocumentError("the Word file holds no text")
    return Draft(text, title=_title(document), author=document.core_properties.author or None)


def _lines(document: WordDocument) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield "\t".join(dict.fromkeys(cell.text.strip() for cell in row.cells))
        else:
            yield block.text


def _title(document: WordDocument) -> str | None:
    told = document.core_properties.title
    styled = (one.text.strip() for one in document.paragraphs if one.style is not None and one.style.name in TITLE_STYLES)
    return told or next((text for text in styled if text), None)
