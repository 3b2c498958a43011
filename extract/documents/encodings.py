"""Bytes → text, in the encoding that is really there, and a sentence where it had to be guessed."""

import codecs
import re

import charset_normalizer

from extract.documents.detection import detect_language, legacy_encodings
from extract.errors import DocumentError

LONGEST_LOOK = 65_536  # bytes looked at to tell a binary file or an encoding; more changed no answer on mixed files
CONTROL_SHARE = 0.02  # share of control bytes above which a file is no text; text files measured stay below 0.001
ZERO_SHARE = 0.2  # share of zero bytes at even or odd places from which a file is UTF-16 without a mark
LATIN = "cp1252"
MENDED_SHARE = 0.2  # of the non-ASCII sequences, at most these may be broken for the file still to be UTF-8
LEGACY = [
    "cp1252",
    "cp1251",
    "cp1250",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "koi8_r",
    "shift_jis",
    "gb18030",
    "big5",
    "euc_kr",
]  # what saved articles are found in; guessing among all encodings finds exotic ones in short texts
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16
_SIGNATURES = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a zip or Office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x7fELF": "a program",
    b"{\\rtf": "a rich text file",
}
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b\x1a"))
_DECLARED = re.compile(rb"""(?:<meta[^>]{0,200}charset|<\?xml[^>]{0,100}encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)


def decode(data: bytes) -> tuple[str, str | None]:
    """Decode a text file.

    Returns
    -------
    tuple of str and (str or None)
        The text without its byte order mark, line ends as they are; and a sentence where the encoding was guessed.

    Raises
    ------
    DocumentError
        The bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), None
    wide = _wide_encoding(data[:LONGEST_LOOK])
    if wide:
        return data.decode(wide, errors="replace"), f"it bears no byte order mark; read as {wide.upper()}"
    _refuse_binary(data)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        return _decode_other(data)


def declared_encoding(data: bytes) -> str | None:
    """Find the encoding that a web page or an XML file declares in its first lines, where Python knows it."""
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
    return "cp1252" if name in {"iso8859-1", "ascii"} else name  # as browsers do (WHATWG encoding standard)


def decode_page(data: bytes) -> tuple[str, str | None]:
    """Decode a web page: byte order mark, then what it declares, then as any text."""
    encoding = declared_encoding(data)
    if encoding and not any(data.startswith(mark) for mark, _ in _MARKS):
        try:
            return data.decode(encoding), None
        except (UnicodeDecodeError, LookupError):
            text, warning = decode(data)
            return text, warning or f"it declares {encoding}, which it is not; read as UTF-8"
    return decode(data)


def _wide_encoding(head: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zero bytes, all at even or all at odd places."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = max(1, len(head) // 2)
    if max(even, odd) < ZERO_SHARE * half or min(even, odd) > 0.01 * half:
        return None
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    try:
        text = head[: len(head) // 2 * 2].decode(encoding, errors="strict")
    except UnicodeDecodeError:
        return None
    return encoding if sum(char.isprintable() or char.isspace() for char in text) > 0.98 * len(text) else None


def _refuse_binary(data: bytes) -> None:
    head = data[:LONGEST_LOOK]
    for signature, what in _SIGNATURES.items():
        if head.startswith(signature):
            raise DocumentError(f"it is {what}, not text; give it the ending of its kind")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if b"\0" in head or controls > CONTROL_SHARE * len(head):
        raise DocumentError("it is a binary file, not text; expected an article")


def _decode_other(data: bytes) -> tuple[str, str | None]:
    """Decode what is not UTF-8: damaged UTF-8, or an older encoding that has to be guessed."""
    mended = data.decode("utf-8", errors="replace")
    broken = mended.count("\ufffd") - data.count("\ufffd".encode())
    whole = sum(char > "\x7f" for char in mended) - broken
    if broken <= MENDED_SHARE * whole:
        return mended, f"{broken} bytes are broken UTF-8; each is shown as \ufffd"
    best = charset_normalizer.from_bytes(data[:LONGEST_LOOK], cp_isolation=LEGACY).best()
    encoding = best.encoding if best else LATIN
    if encoding in legacy_encodings():
        encoding = _latin_encoding(data[:LONGEST_LOOK])
    return data.decode(encoding, errors="replace"), f"it is not UTF-8; read as {encoding}, a guess: save it as UTF-8 to be sure"


def _latin_encoding(head: bytes) -> str:
    """Choose among the encodings of Latin script by language, which the ASCII letters tell: one byte is è here and č there."""
    language = detect_language(head.decode(LATIN, errors="replace"))
    return next((encoding for encoding, languages in legacy_encodings().items() if language in languages), LATIN)
