"""The tree of exceptions. Each message is one sentence a newcomer can act on.

ExtractError
├── LanguagePackError    a table under languages/ is missing or malformed
├── TableError           a table under tables/ (kinds, places, people) is missing or malformed
├── GazetteerError       the built gazetteer is absent, truncated or of another version
├── DocumentError        an input cannot be read as a news article
├── AnalyserError        an analyser plug-in broke its contract
├── ExportError          a file cannot be written in the format asked for
└── StoreError           the store on disk is absent or of another version
"""


class ExtractError(Exception):
    """Base of everything that Dateline raises on purpose."""


class LanguagePackError(ExtractError):
    """A table under ``languages/`` is missing or malformed."""


class TableError(ExtractError):
    """A table under ``tables/`` is missing or malformed."""


class GazetteerError(ExtractError):
    """The built gazetteer is absent, truncated or of another version."""


class DocumentError(ExtractError):
    """An input cannot be read as a news article."""


class AnalyserError(ExtractError):
    """An analyser plug-in broke its contract."""


class ExportError(ExtractError):
    """A file cannot be written in the format asked for."""


class StoreError(ExtractError):
    """The store on disk is absent or of another version."""
