"""Score happenings in invented affairs whose gold is exhaustive: what is said too much counts, not only what is missed.

    python benchmarks/told.py tests/affairs_told            # every affair below the folder
    python benchmarks/told.py tests/affairs_told/jets -v    # and what was missed, wrong and false, one a line

Each happening said is matched with at most one of the gold, by the largest total weight: the share of the sentences told,
half as much again for a trigger in the gold's words, and a little for the same day, kind and place. It is right if kind and
day agree, and the place too (within 30 km) where the gold knows a city or a sharper one. Figures are counts ``[of, in]``,
pooled over the affairs under "all"; ``f1`` is that of happenings right, ``sentences_f1`` that of the sentences told;
``participants`` are those of the gold whom a matched happening names, ``participants_f1`` weighs the names said in vain too
(nouns such as "the police", which the gold tells only in part, count there only where it has them).
"""

import argparse
import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from extract import Document, Happening, distance_km, happenings_of, read_article, read_paths, told
from extract.happenings.people import COMMON_MARK
from extract.names import SAME_NAME, same_name
from extract.text import fold

NEAR_KM = 30
COUNTED = {"amount": "count", "figure": "count"}  # fields of the gold that the contract calls otherwise
SHARP = ("facility", "city", "district")
SLACK_DAYS = 7  # a month or a year may begin so much earlier where the gold gives no single day

Record = dict[str, Any]
Mention = tuple[str, int, int]  # document, start, end


def main() -> None:
    """Score every affair below the folders given; print its name and its figures as JSON, one line an affair."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="print what was missed, wrong and false too")
    options = parser.parse_args()
    report, total = {}, dict[str, list[int]]()
    for folder in folders_of(options.folders):
        counts, errors = score(folder)
        total = added(total, counts)
        report[folder.name] = _figures(counts)
        if options.verbose:
            print(*errors, sep="\n")
    print(*(f"{name:16} {json.dumps(one)}" for name, one in {**report, "all": _figures(total)}.items()), sep="\n")


def folders_of(roots: Iterable[Path]) -> list[Path]:
    """Give the folders of the affairs at or below some folders, in order."""
    return sorted(path.parent for root in roots for path in root.rglob("gold.json"))


def score(folder: Path) -> tuple[dict[str, list[int]], list[str]]:
    """Give the counts ``[of, in]`` of one affair by measure, and its errors, one a line."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    said = _said(folder, gold)
    pairs = match(gold["happenings"], said)
    return _counts(gold, said, pairs), [*_errors(gold["happenings"], said, pairs), *_disagreements(gold, said)]


def added(total: dict[str, list[int]], counts: dict[str, list[int]]) -> dict[str, list[int]]:
    """Add the counts of one affair to those of the others."""
    return {key: [old + new for old, new in zip(total.get(key, [0, 0]), both, strict=True)] for key, both in counts.items()}


def _said(folder: Path, gold: Record) -> list[Record]:
    paths = [folder / one["file"] for one in gold["documents"]]
    documents = [one for one in read_paths(paths) if isinstance(one, Document)]
    texts = {document.id: document.text for document in documents}
    for happening in gold["happenings"]:
        for one in happening["mentions"]:
            if texts[one["file"]][one["start"] : one["end"]] != one["text"]:
                raise ValueError(f"{folder}: {one['file']} does not hold {one['text']!r} at {one['start']}")
    found = [one for one in happenings_of([read_article(document) for document in documents]) if one.hidden is None]
    return [_with_names(json.loads(json.dumps(told(one), default=str)), one, texts) for one in found]


def _with_names(said: Record, happening: Happening, texts: Mapping[str, str]) -> Record:
    """Add to each participant all names under which articles tell of it, and whether it is only a noun."""
    for one, actor in zip(said["participants"], happening.participants, strict=True):
        words = {texts[at.document_id][at.span.start : at.span.end] for at in actor.mentions}
        one |= {"names": {actor.name, actor.key.strip(COMMON_MARK), *words}, "noun": actor.key.startswith(COMMON_MARK)}
    return said


def match(gold: list[Record], said: list[Record]) -> dict[int, int]:
    """Match the happenings of the gold with those said, one to one, by the largest total weight."""
    if not gold or not said:
        return {}
    weights = np.array([[_weight(one, other) for other in said] for one in gold])
    pairs = zip(*linear_sum_assignment(weights, maximize=True), strict=True)
    return {int(row): int(column) for row, column in pairs if weights[row, column] > 0}


def _weight(gold: Record, said: Record) -> float:
    covered = sum(max((_covers(one, other) for other in said["mentions"]), default=0.0) for one in gold["mentions"])
    if not covered:
        return 0.0
    share = 2 * covered / (len(gold["mentions"]) + len(said["mentions"]))
    return share + 0.3 * _same_day(gold, said) + 0.1 * _same_kind(gold, said) + 0.1 * _near(gold, said)


def _covers(gold: Record, said: Record) -> float:
    if gold["file"] != said["document_id"] or not _meet(gold, said):
        return 0.0
    if said["end"] - said["start"] >= 0.5 * (gold["end"] - gold["start"]):
        return 1.0
    return 1.5 if gold.get("trigger") and _meet(gold["trigger"], said) else 0.25


def _meet(one: Record, other: Record) -> bool:
    return bool(one["start"] < other["end"] and one["end"] > other["start"])


def _counts(gold: Record, said: list[Record], pairs: dict[int, int]) -> dict[str, list[int]]:
    matched = [(gold["happenings"][row], said[column]) for row, column in pairs.items()]
    dated = [pair for pair in matched if pair[0]["date"]["start"] and pair[0]["date"]["granularity"] == "day"]
    placed = [pair for pair in matched if _sharp(pair[0])]
    held = sum(any(_covers(one, other) for other in new["mentions"]) for old, new in matched for one in old["mentions"])
    return {
        "right": [sum(_right(*pair) for pair in matched), len(gold["happenings"])],
        "right_of_said": [sum(_right(*pair) for pair in matched), len(said)],
        "found": [len(matched), len(gold["happenings"])],
        "sentences": [held, sum(len(one["mentions"]) for one in gold["happenings"])],
        "sentences_said": [held, sum(len(new["mentions"]) for _, new in matched)],
        "day": [sum(_same_day(*pair) for pair in dated), len(dated)],
        "place": [sum(_near(*pair) for pair in placed), len(placed)],
        "kind": [sum(_same_kind(*pair) for pair in matched), len(matched)],
        "modality": [sum(old["modality"] == new["modality"] for old, new in matched), len(matched)],
        **_participants(matched),
        "links": _links(gold["happenings"], said),
        "disagreements": [sum(_told(one, said) for one in gold["disagreements"]), len(gold["disagreements"])],
        "false_alarms": [sum(_told(one, said) for one in gold["compatible_differences"]), len(gold["compatible_differences"])],
    }


def _participants(matched: list[tuple[Record, Record]]) -> dict[str, list[int]]:
    found, in_vain = [0, 0], [0, 0]
    for old, new in matched:
        wanted, named = old.get("participants", []), new["participants"]
        good = [one for one in named if any(_is_named(name, one["names"]) for name in wanted)]
        hits = sum(any(_is_named(name, one["names"]) for one in named) for name in wanted)
        found = [found[0] + hits, found[1] + len(wanted)]
        in_vain = [in_vain[0] + hits, in_vain[1] + hits + sum(one not in good and not one["noun"] for one in named)]
    return {"participants": found, "participants_said": in_vain}


def _is_named(wanted: str, names: Iterable[str]) -> bool:
    """Whether one of the names has all words of the one wanted or the other way round, in any script and case."""
    words = set(fold(wanted).split())
    return any(
        same_name(wanted, name) >= SAME_NAME or words <= set(fold(name).split()) or (name and set(fold(name).split()) <= words)
        for name in names
    )


def _figures(counts: dict[str, list[int]]) -> dict[str, Any]:
    plain = {key: both for key, both in counts.items() if key not in ("right_of_said", "sentences_said", "participants_said")}
    said, sentences = counts["right_of_said"], counts["sentences_said"]
    return {
        "f1": _f1(counts["right"], said),
        "sentences_f1": _f1(counts["sentences"], sentences),
        "participants_f1": _f1(counts["participants"], counts["participants_said"]),
        "happenings_said": said[1],
        **plain,
    }


def _f1(recall: list[int], precision: list[int]) -> float:
    return round(2 * recall[0] / max(1, recall[1] + precision[1]), 4)


def _links(gold: list[Record], said: list[Record]) -> list[int]:
    out = [0, 0]
    for happening in gold:
        holders = [
            {n for n, new in enumerate(said) if any(_covers(one, m) for m in new["mentions"])} for one in happening["mentions"]
        ]
        files = [one["file"] for one in happening["mentions"]]
        pairs = [(a, b) for a in range(len(files)) for b in range(a) if files[a] != files[b]]
        out = [out[0] + sum(bool(holders[a] & holders[b]) for a, b in pairs), out[1] + len(pairs)]
    return out


def _told(gold: Record, said: list[Record]) -> bool:
    """Whether a disagreement said in the same field has mentions in the sentences of two of its values."""
    field = COUNTED.get(gold["field"], gold["field"])
    fields = [one for happening in said for one in happening.get("disagreements", []) if one["field"] == field]
    sides = ([side["value"] for side in gold["sides"] if any(_covers(side, m) for m in one["mentions"])] for one in fields)
    return any(len(set(values)) >= 2 for values in sides)


def _right(gold: Record, said: Record) -> bool:
    return (
        _same_kind(gold, said) and (not gold["date"]["start"] or _same_day(gold, said)) and (not _sharp(gold) or _near(gold, said))
    )


def _same_kind(gold: Record, said: Record) -> bool:
    return bool({one.upper() for one in gold["type"].values() if one} & {one.upper() for one in said["type"] if one})


def _same_day(gold: Record, said: Record) -> bool:
    first, last = (dt.date.fromisoformat(one) if one else None for one in (gold["date"]["start"], gold["date"]["end"]))
    if not first or not said["start"]:
        return False
    start = dt.date.fromisoformat(said["start"])
    end = dt.date.fromisoformat(said["end"]) if said["end"] else start
    if gold["date"]["granularity"] == "day":
        return first <= start <= (last or first) and (last is None or end <= last)
    return start <= (last or start) and end >= first and start >= first - dt.timedelta(SLACK_DAYS)


def _sharp(gold: Record) -> bool:
    return bool(gold["place"] and gold["place"]["latitude"] is not None and gold["place"]["precision"] in SHARP)


def _near(gold: Record, said: Record) -> bool:
    place = gold["place"]
    if not place or place["latitude"] is None or said["latitude"] is None:
        return False
    return distance_km((place["latitude"], place["longitude"]), (said["latitude"], said["longitude"])) <= NEAR_KM


def _errors(gold: list[Record], said: list[Record], pairs: dict[int, int]) -> Iterator[str]:
    for row, old in enumerate(gold):
        if row not in pairs:
            yield f"missed  {old['id']}: {[one['trigger'] and one['trigger']['text'] for one in old['mentions']]}"
        elif not _right(old, said[pairs[row]]):
            new = said[pairs[row]]
            dated = not old["date"]["start"] or _same_day(old, new)
            held = {"kind": _same_kind(old, new), "day": dated, "place": not _sharp(old) or _near(old, new)}
            wrong = ", ".join(key for key, value in held.items() if not value)
            yield f"wrong   {wrong} of {old['id']}, {old['type']}, {old['date']['start']}: {_line(new)}"
    yield from (f"false   {_line(one)}" for n, one in enumerate(said) if n not in pairs.values())


def _disagreements(gold: Record, said: list[Record]) -> Iterator[str]:
    for one in gold["disagreements"]:
        if not _told(one, said):
            yield f"silent  {one['field']} of {one['happening']}: {' <> '.join(str(side['value']) for side in one['sides'])}"
    for one in gold["compatible_differences"]:
        if _told(one, said):
            yield f"alarm   {one['field']} of {one['happening']}: {' <> '.join(str(side['value']) for side in one['sides'])}"


def _line(said: Record) -> str:
    return f"{said['type'][0]}, {said['start']}, {said['place']}, {said['modality']}: {[one['text'] for one in said['mentions']]}"


if __name__ == "__main__":
    main()
