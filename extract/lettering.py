"""A document in the letters that its language's tables are written in, and what was read in it as the text itself writes it.

In goes a document in traditional Chinese letters; out comes one of as many code points in simplified ones, for the steps to
read, and at the end the article with every mention's words, and every name that the document itself gives, as they stand there.
"""

from typing import TypeVar

from msgspec.structs import replace

from extract.language import LanguagePack
from extract.language.letters import plain_text
from extract.models import Article, Document, Event, Participant, PlaceMention, Quantity, Timex

Told = TypeVar("Told", Timex, PlaceMention, Participant, Quantity)


def in_plain_letters(document: Document, pack: LanguagePack) -> Document:
    """Give the document in the letters of the pack's tables: itself where it is written in them."""
    text = plain_text(document.text, pack)
    if text == document.text:
        return document
    return replace(document, text=text, title=plain_text(document.title, pack) if document.title else None)


def as_written(article: Article, document: Document) -> Article:
    """Give an article read in plain letters with the words of the document from which they were made."""
    text = document.text
    if text == article.document.text:
        return article
    return replace(
        article,
        document=replace(article.document, text=text, title=document.title),
        timexes=tuple(_told(one, text) for one in article.timexes),
        places=tuple(_told(one, text) for one in article.places),
        organisations=tuple(_told(one, text) for one in article.organisations),
        events=tuple(_event(one, text) for one in article.events),
    )


def _event(event: Event, text: str) -> Event:
    return replace(
        event,
        trigger=text[slice(*event.span)],
        participants=tuple(_participant(one, text) for one in event.participants),
        said_by=_participant(event.said_by, text) if event.said_by else None,
        quantities=tuple(_told(one, text) for one in event.quantities),
    )


def _participant(one: Participant, text: str) -> Participant:
    name = text[slice(*one.span)] if one.name == one.text else one.name
    return replace(_told(one, text), name=name)


def _told(one: Told, text: str) -> Told:
    return replace(one, text=text[slice(*one.source.span)])
