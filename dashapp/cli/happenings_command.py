"""``dateline happenings``: JSON lines of documents on stdin → one JSON line a happening on stdout."""

import argparse
import os

from dashapp.cli.console import answer, documents_on_stdin, only_documents, utf8_output
from extract import Problem, analysed, dated_by_stories, happenings_of, load_analyser, read_articles, told

EXAMPLE = "dateline happenings < articles.jsonl"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--workers", type=int, default=os.cpu_count() or 1, metavar="N", help="processes that read articles (default: one a core)"
    )
    parser.add_argument("--analyser", metavar="NAME", help="read each article with this installed analyser too")
    parser.add_argument("--all", action="store_true", help="also those that the page's default view leaves out")


def run(options: argparse.Namespace) -> int:
    """Read all documents, then answer with what happened."""
    utf8_output()
    problems: list[Problem] = []
    read = read_articles(only_documents(documents_on_stdin(), problems), workers=options.workers)
    articles = list(dated_by_stories(list(read)))
    if options.analyser:
        analyser = load_analyser(options.analyser)
        articles = [analysed(article, analyser) for article in articles]
    for happening in happenings_of(articles):
        if options.all or happening.hidden is None:
            answer(told(happening))
    return 1 if problems and not articles else 0
