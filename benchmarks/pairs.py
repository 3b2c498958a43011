"""Score disagreements in pairs of short articles of our own: those that a careful reader finds, and alarms where all can be true.

    python benchmarks/pairs.py tests/pairs            # counts by field, and false alarms by class
    python benchmarks/pairs.py tests/pairs -v         # and what was missed and told too much, one a line

A file holds ``[[pairs]]``: ``articles`` (language, day of publication, text), the ``field`` on which they disagree and the words of
the ``sides``, each of which stands once in them; and ``[[traps]]``: articles that agree, and the ``class`` of what differs.
A pair is found where its happening tells two sides of that field in the sentences of those words. Everything else told is a
false alarm, in a pair as in a trap.
"""

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from extract import Article, Disagreement, Document, Provenance, Span, happenings_of, read_article

Record = dict[str, Any]
Place = tuple[str, Span]  # document, sentence


def main() -> None:
    """Score the files of some folders together; print the counts as JSON, and with ``-v`` the errors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="print what was missed and told too much too")
    options = parser.parse_args()
    report, errors = score(options.folders)
    if options.verbose:
        print(*errors, sep="\n")
    print(json.dumps(report, indent=1))


def score(folders: Sequence[Path]) -> tuple[Record, list[str]]:
    """Give the pairs found and to be found by field, the false alarms by class, and the errors, one a line."""
    of, found, alarms, errors = Counter[str](), Counter[str](), Counter[str](), list[str]()
    traps = Counter[str]()
    for one in _cases(folders):
        articles = [read_article(document) for document in _documents(one)]
        told = [each for happening in happenings_of(articles) if happening.hidden is None for each in happening.disagreements]
        good = _found(one, articles, told) if "field" in one else []
        if "field" in one:
            of[one["field"]] += 1
            found[one["field"]] += bool(good)
            errors += [] if good else [f"missed  {one['file']} {one['field']}: {' <> '.join(one['sides'])}"]
        else:
            traps[one["class"]] += 1
        false = [each for each in told if each not in good]
        alarms[one.get("class", "pairs")] += bool(false)
        errors += [f"false   {one['file']} {one.get('class', one.get('sides'))}: {_line(each)}" for each in false]
    report = {
        "found": {"all": [found.total(), of.total()]} | {field: [found[field], of[field]] for field in sorted(of)},
        "false_alarms": {"all": [alarms.total(), of.total() + traps.total()], "in pairs": [alarms["pairs"], of.total()]}
        | {name: [alarms[name], traps[name]] for name in sorted(traps) if alarms[name]},
    }
    return report, errors


def _cases(folders: Sequence[Path]) -> Iterator[Record]:
    for path in sorted(path for folder in folders for path in folder.glob("*.toml")):
        cases = tomllib.loads(path.read_text(encoding="utf-8"))
        yield from ({**one, "file": path.stem} for one in (*cases.get("pairs", ()), *cases.get("traps", ())))


def _documents(case: Record) -> list[Document]:
    """Give the articles of a case as documents, from sources of their own."""
    return [
        Document(f"{number}-{language}", text, published=day, language=language, source=f"source {number}")
        for number, (language, day, text) in enumerate(case["articles"], 1)
    ]


def _found(case: Record, articles: Sequence[Article], told: Sequence[Disagreement]) -> list[Disagreement]:
    """Give the disagreements that tell two sides of a case."""
    places = [_place(words, articles) for words in case["sides"]]
    return [one for one in told if one.field == case["field"] and _are_told(places, one)]


def _place(words: str, articles: Sequence[Article]) -> Place:
    """Give the sentence in which the words of a side stand."""
    found = [(article, article.document.text.find(words)) for article in articles if words in article.document.text]
    if len(found) != 1 or found[0][0].document.text.count(words) != 1:
        raise ValueError(f"{words!r} does not stand once in the articles")
    article, at = found[0]
    sentence = next(one.span for one in article.sentences if one.span.start <= at < one.span.end)
    return article.document.id, sentence


def _are_told(places: Sequence[Place], one: Disagreement) -> bool:
    """Say whether two sides of a disagreement each stand in the sentence of a side of their own."""
    hits = [{number for number, place in enumerate(places) if any(_is_in(m, place) for m in side.mentions)} for side in one.sides]
    held = [mine for mine in hits if mine]
    return len(held) > 1 and len(set().union(*held)) == len(places)


def _is_in(mention: Provenance, place: Place) -> bool:
    return mention.document_id == place[0] and place[1].start <= mention.span.start < place[1].end


def _line(one: Disagreement) -> str:
    return f"{one.field}: {' <> '.join(side.value for side in one.sides)} ({one.reason})"


if __name__ == "__main__":
    main()
