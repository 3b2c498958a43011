"""Draft → document: its day is checked, its language detected, its junk lines marked."""

import datetime as dt
from collections.abc import Iterator

from extract.documents.days import publication_day
from extract.documents.detection import detect_language
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
    unpacked: set[str] | None = None,
) -> Iterator[Document | Problem]:
    """Finish one draft under its id.

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
    unpacked
        Languages without a pack that were already said; grows.
    """
    for warning in draft.warnings:
        yield Problem(subject, warning, fatal=False)
    day, reason = None, None
    try:
        if draft.published not in (None, ""):
            day, reason = publication_day(draft.published), f"{draft.told_by} says so"
    except DocumentError as error:
        yield Problem(subject, f"{error}; the article is read without it", fatal=False)
    if day is None and published is not None:
        day, reason = published, "given for all articles that tell none"
    language = _primary(draft.language) or detect_language(draft.text)
    if language and unpacked is not None and language not in pack_codes() and language not in unpacked:
        unpacked.add(language)
        yield Problem(
            subject, f"there is no pack for the language {language!r}: only its general dates and place names are read", fatal=False
        )
    yield Document(
        id=name,
        text=draft.text,
        title=draft.title,
        language=language,
        published=day,
        published_how="given" if day else "unknown",
        published_reason=reason,
        source=draft.source,
        url=draft.url,
        author=draft.author,
        file=file,
        junk=junk_spans(draft.text, pack_for(language)),
        note=draft.note,
    )


def _primary(language: str | None) -> str | None:
    """Reduce "en-US" and "EN" to the primary subtag, "en"."""
    return language.strip().replace("_", "-").split("-")[0].lower() or None if language else None
