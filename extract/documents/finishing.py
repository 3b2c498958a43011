"""Draft → document: its day is checked, its language detected, its junk lines marked."""

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlsplit

from extract.documents.days import publication_day
from extract.documents.detection import detect_language, language_code
from extract.documents.draft import Draft
from extract.documents.junk import junk_spans
from extract.errors import DocumentError
from extract.language import pack_codes, pack_for
from extract.models import Document, Problem


def finished(
    draft: Draft,
    name: str,
    subject: str,
    *,
    file: str | None = None,
    published: dt.date | None = None,
    said: set[str] | None = None,
) -> Iterator[Document | Problem]:
    """Finish one draft: what is worth saying about it, then the document.

    Parameters
    ----------
    draft
        The article as its file tells it.
    name
        The document's id.
    subject
        How problems name it: a file, or a line of one.
    file
        The path as the reader named it.
    published
        The day to take where the draft tells none.
    said
        Languages without a pack that were already said; grows.
    """
    day, reason, complaints = _day(draft, published)
    language = (language_code(draft.language) if draft.language else None) or detect_language(draft.text)
    for complaint in (*draft.warnings, *complaints, *_without_pack(language, said)):
        yield Problem(subject, complaint, fatal=False)
    yield Document(
        id=name,
        text=draft.text,
        title=draft.title,
        language=language,
        published=day,
        published_how="given" if day else "unknown",
        published_reason=reason,
        source=draft.source or _host(draft.url),
        url=draft.url,
        author=draft.author,
        file=file,
        junk=junk_spans(draft.text, pack_for(language)),
        note=draft.note,
    )


def _day(draft: Draft, otherwise: dt.date | None) -> tuple[dt.date | None, str | None, tuple[str, ...]]:
    """Give the publication day, who tells it, and what is wrong with the one that was told."""
    complaints: tuple[str, ...] = ()
    if draft.published not in (None, ""):
        try:
            return publication_day(draft.published), f"told by {draft.told_by}", ()
        except DocumentError as error:
            complaints = (f"{error}; the article is read without it",)
    return otherwise, "given for all articles that tell none" if otherwise else None, complaints


def _without_pack(language: str | None, said: set[str] | None) -> tuple[str, ...]:
    if said is None or language is None or language in said or language in pack_codes():
        return ()
    said.add(language)
    return (f"there is no pack for the language {language!r}: only dates and places of a general kind are found in it",)


def _host(url: str | None) -> str | None:
    """Name a source that only its address tells: "post.example" of https://www.post.example/1."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
    except ValueError:
        return None
