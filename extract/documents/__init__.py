"""File, folder or JSON lines → documents, and one clear sentence for whatever cannot be read.

One concern a file: ``folders`` finds the files, ``formats`` opens each by its ending, ``encodings`` turns bytes into
text, ``sidecar`` reads what a folder says of its files, ``finishing`` checks the day, detects the language and marks
what is not narrative.
"""

from extract.documents.days import publication_day
from extract.documents.folders import read_paths
from extract.documents.jsonlines import read_json_lines
from extract.documents.sidecar import CorpusInfo, read_corpus_info

__all__ = ["CorpusInfo", "publication_day", "read_corpus_info", "read_json_lines", "read_paths"]
