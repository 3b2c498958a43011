"""Score what is found in short articles of our own on affairs of other kinds, against what a careful reader finds.

    python benchmarks/affairs.py tests/affairs

For each expected happening the system's best match is the one that covers most of its tellings: a telling counts 1 where
the happening has a mention in its sentence, and half as much again where the trigger lies in the words given. It is right if
its kind is one of those listed, its day (or month) and its place agree where they are given, and its modality too.
Prints JSON: per affair and in all, expected, found, right, tellings joined in the match, happenings said, and those of
them that are mixed: their triggers lie in the words of two expected happenings.
"""

import json
import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from extract import Document, Happening, Mention, Span, distance_km, happenings_of, read_article, read_paths

Expected = dict[str, Any]
Tellings = list[tuple[str, list[Span]]]  # document id, where its words stand


def main(folders: Sequence[Path]) -> None:
    """Score every affair below the folders."""
    report = {}
    for folder in sorted(path.parent for root in folders for path in root.rglob("expected.toml")):
        report[folder.name] = score(folder)
    counts = ("expected", "found", "right", "tellings", "joined", "said", "mixed")
    report["all"] = {key: sum(one[key] for one in report.values()) for key in counts}
    print(json.dumps(report, indent=1))


def score(folder: Path) -> dict[str, Any]:
    """Score one affair."""
    documents = [one for one in read_paths([folder]) if isinstance(one, Document) and not one.id.endswith("expected.toml")]
    texts = {Path(document.id).stem: document for document in documents}
    said = [one for one in happenings_of([read_article(document) for document in documents]) if one.hidden is None]
    out: dict[str, Any] = {"expected": 0, "found": 0, "right": 0, "tellings": 0, "joined": 0, "said": len(said), "missed": []}
    told: list[Tellings] = []
    for expected in tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))["happenings"]:
        places = [(texts[name].id, _at(texts[name], words)) for name, words in expected["told"].items()]
        told.append(places)
        best = max(said, key=lambda one: (_covered(one, places), _right(one, expected)), default=None)
        joined = _joined(best, places) if best else 0
        out["expected"] += 1
        out["tellings"] += len(places)
        out["joined"] += joined
        out["found"] += joined > 0
        right = best is not None and joined > 0 and _right(best, expected)
        out["right"] += right
        if not right:
            out["missed"].append(f"{expected['name']}: {_line(best) if best and joined else 'not found'}")
    out["mixed"] = sum(_mixed(one, told) for one in said)
    return out


def _at(document: Document, words: Iterable[str]) -> list[Span]:
    found = [Span(document.text.find(one), document.text.find(one) + len(one)) for one in words]
    if any(span.start < 0 for span in found):
        raise ValueError(f"{document.id} does not hold {list(words)}")
    return found


def _joined(happening: Happening, places: Tellings) -> int:
    return sum(_covered(happening, [place]) > 0 for place in places)


def _mixed(happening: Happening, told: list[Tellings]) -> bool:
    """Whether two of its mentions lie in the words of two expected happenings, and in none of both."""
    marks = [
        frozenset(
            number
            for number, places in enumerate(told)
            for name, spans in places
            if mention.document_id == name and any(mention.span.start < one.end and mention.span.end > one.start for one in spans)
        )
        for mention in happening.mentions
    ]
    held = [mark for mark in marks if mark]
    return any(not one & other for one in held for other in held)


def _covered(happening: Happening, places: Tellings) -> float:
    return sum(
        max((_on(mention, spans) for mention in happening.mentions if mention.document_id == name), default=0.0)
        for name, spans in places
    )


def _on(mention: Mention, spans: list[Span]) -> float:
    if any(mention.span.start < span.end and mention.span.end > span.start for span in spans):
        return 1.5
    return float(any(mention.sentence.start <= span.start < mention.sentence.end for span in spans))


def _right(happening: Happening, expected: Expected) -> bool:
    when, where = happening.when, happening.where
    if happening.kind not in expected["kinds"] or happening.modality != expected.get("modality", happening.modality):
        return False
    if "day" in expected and (not when or (when.first_day, when.last_day) != (expected["day"], expected["day"])):
        return False
    if "month" in expected and (not when or not when.first_day or not when.first_day.isoformat().startswith(expected["month"])):
        return False
    if "place" not in expected:
        return True
    if where is None or where.latitude is None or where.longitude is None:
        return False
    return distance_km((where.latitude, where.longitude), tuple(expected["place"])) <= expected["within_km"]


def _line(happening: Happening) -> str:
    when, where = happening.when, happening.where
    return f"{happening.kind}, {when and when.first_day}, {where and where.name}, {happening.modality}"


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
