"""``dateline annotate``: JSON lines of documents on stdin → one JSON line a document on stdout."""

import argparse

from dashapp.cli.console import (
    add_geocoder_arguments,
    answer,
    documents_on_stdin,
    online_fallback,
    only_documents,
    utf8_output,
)
from extract import Problem, analysed, annotated, load_analyser, read_article

EXAMPLE = """echo '{"id": "a", "text": "They met in Seoul on Monday.", "published": "2024-05-02"}' | dateline annotate"""
STEPS = ("dates", "places", "events")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--only", metavar="STEPS", type=_steps, default=STEPS, help="run only these: dates,places,events")
    add_geocoder_arguments(parser)
    parser.add_argument("--analyser", metavar="NAME", help="read each article with this installed analyser too")


def run(options: argparse.Namespace) -> int:
    """Answer each document as soon as it is read."""
    utf8_output()
    problems: list[Problem] = []
    analyser = load_analyser(options.analyser) if options.analyser else None
    fallback = online_fallback(options)
    read = 0
    for document in only_documents(documents_on_stdin(), problems):
        article = read_article(document, frozenset(options.only), fallback=fallback)
        answer(annotated(analysed(article, analyser) if analyser else article, options.only))
        read += 1
    return 1 if problems and not read else 0


def _steps(text: str) -> tuple[str, ...]:
    steps = tuple(part.strip() for part in text.split(",") if part.strip())
    wrong = [step for step in steps if step not in STEPS]
    if wrong or not steps:
        raise argparse.ArgumentTypeError(f"{text!r} names no step; write some of {','.join(STEPS)}")
    return steps
