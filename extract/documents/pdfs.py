"""A PDF file → its text as one reads it: running heads left out, words divided at line ends mended, lines joined.

Offsets count in this text, which is the text that is shown.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from statistics import median

import pypdfium2
import simplemma

from extract.documents.detection import detect_language
from extract.documents.draft import Draft
from extract.errors import DocumentError

LEAST_TEXT = 20  # letters a page on average; scanned pages with a stamp or a page number have fewer
EDGE_LINES = 2  # lines at the top and the foot of a page in which running heads stand
FEWEST_PAGES = 3  # pages from which a repeated line is a running head
REPEATED_SHARE = 0.5  # share of pages (of one parity: left and right differ) that bear a running head
SHORT_LINE = 0.75  # of the usual width: a shorter line that ends a sentence ends its paragraph
_SOFT = "\u00ad\ufffe\x02"  # hyphens that only a line's end asks for; PDFium writes U+FFFE for hyphen and line break
_DIVIDED = re.compile(rf"([^\W\d_]+)(?:\ufffe|[-\u2010{_SOFT}][ \t]*\n[ \t]*)([^\W\d_]+)")
_PAGE_NUMBER = re.compile(r"\W*(?:\w{1,8}\W+)?\d{1,4}(?:\W+(?:\w{1,4}\W+)?\d{1,4})?\W*$")
_ENDS_A_SENTENCE = re.compile(r"[.!?。！？।…:][\"'”’»)\]]*$")


def read_pdf(data: bytes) -> Draft:
    """Read a PDF file.

    Raises
    ------
    DocumentError
        It is damaged, locked with a password, or a scan without text.
    """
    try:
        with pypdfium2.PdfDocument(data) as file:
            pages = [_page_text(page) for page in file]
            told = file.get_metadata_dict(skip_empty=True)
    except pypdfium2.PdfiumError as error:
        raise DocumentError(f"it cannot be opened as a PDF ({error})") from error
    if sum(char.isalpha() for page in pages for char in page) < LEAST_TEXT * len(pages):
        raise DocumentError("it is a scan without a text layer; run text recognition (OCR) on it first")
    is_word = _dictionary("\n".join(pages))
    text = "\n\n".join(joined(page, is_word) for page in without_running_heads([page.split("\n") for page in pages]))
    return Draft(_across_pages(text).strip(), title=told.get("Title"), author=told.get("Author"))


def without_running_heads(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Leave out the lines at the edges of pages that repeat from page to page, and page numbers."""
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({_shape(lines[at]) for at in _edges(lines)})
    least = max(FEWEST_PAGES - 1, REPEATED_SHARE * len(pages) / 2) if len(pages) >= FEWEST_PAGES else float("inf")
    kept = []
    for lines in pages:
        gone = {at for at in _edges(lines) if seen[_shape(lines[at])] >= least or _PAGE_NUMBER.fullmatch(lines[at].strip())}
        kept.append([line for at, line in enumerate(lines) if at not in gone])
    return kept


def joined(lines: Sequence[str], is_word: Callable[[str], bool] = str.isalpha) -> str:
    """Mend divided words and join the lines of each paragraph; paragraphs are parted by a line break."""
    width = median(len(line) for line in lines if line.strip()) if any(line.strip() for line in lines) else 0
    mended = (_mended(paragraph, is_word) for paragraph in _paragraphs(lines, width))
    return "\n".join(" ".join(paragraph.split()) for paragraph in mended if paragraph.strip())


def _page_text(page: pypdfium2.PdfPage) -> str:
    text: str = page.get_textpage().get_text_range()
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _edges(lines: Sequence[str]) -> list[int]:
    full = [at for at, line in enumerate(lines) if line.strip()]
    return sorted({*full[:EDGE_LINES], *full[-EDGE_LINES:]})


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()))


def _paragraphs(lines: Sequence[str], width: float) -> Iterator[str]:
    paragraph: list[str] = []
    for line in lines:
        paragraph.append(line)
        whole = line.strip()
        if not whole or (len(whole) < SHORT_LINE * width and _ENDS_A_SENTENCE.search(whole)):
            yield "\n".join(paragraph)
            paragraph = []
    yield "\n".join(paragraph)


def _mended(text: str, is_word: Callable[[str], bool]) -> str:
    """Join the words that a hyphen divides at a line's end; the hyphen stays where it is the word's own."""

    def whole(match: re.Match[str]) -> str:
        first, second = match[1], match[2]
        own = second[0].isupper() or (is_word(first) and is_word(second) and not is_word(first + second))
        return f"{first}-{second}" if own else first + second

    return re.sub(f"[{_SOFT}]", "", _DIVIDED.sub(whole, text))


def _dictionary(text: str) -> Callable[[str], bool]:
    """Tell the words of the text's language; where no dictionary is at hand, the words that the text has elsewhere."""
    language, seen = detect_language(text) or "", set(re.findall(r"[^\W\d_]+", text))
    try:
        simplemma.is_known("a", lang=language)
    except ValueError:  # the library has no such language
        return seen.__contains__
    return lambda word: word in seen or bool(simplemma.is_known(word, lang=language))


def _across_pages(text: str) -> str:
    """Join a paragraph that goes on over the page."""
    return re.sub(r"(?<=[\w,;])\n\n(?=[^\W\d_A-Z])", " ", text)
