"""An article as its file tells it, before its day is checked and its language detected."""

from extract.models.record import Record


class Draft(Record, frozen=True):
    """What one reader of one format found; ``published`` is still as written."""

    text: str
    id: str | None = None
    title: str | None = None
    language: str | None = None
    published: object = None  # a string, a date, or whatever else stands there
    told_by: str = ""  # who tells the publication day: "its front matter"
    source: str | None = None
    url: str | None = None
    author: str | None = None
    note: str | None = None
    place: str = ""  # where in the file it stands: "line 7"
    warnings: tuple[str, ...] = ()
