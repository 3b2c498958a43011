"""A saved web page → its article, with the title, day, author and source that its head tells."""

from typing import Any

import trafilatura

from extract.documents.draft import Draft
from extract.documents.encodings import decode_page
from extract.errors import DocumentError

LAST_DAY = "2999-12-31"  # without it the day is compared with the clock, and a reading would depend on when it is done


def read_page(data: bytes) -> Draft:
    """Read the article of a web page; what is shown and marked is the text without its markup.

    Raises
    ------
    DocumentError
        The page holds no article.
    """
    markup, warning = decode_page(data)
    found: Any = trafilatura.bare_extraction(
        markup,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": LAST_DAY},
    )
    text = (found.text or "").strip() if found else ""
    if not text:
        raise DocumentError("the page holds no article text")
    return Draft(
        text,
        title=found.title,
        published=found.date,
        told_by="the head of the web page",
        source=found.sitename or found.hostname,
        url=found.url,
        author=found.author,
        warnings=(warning,) if warning else (),
    )
