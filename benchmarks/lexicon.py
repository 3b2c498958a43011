"""What the score costs when a random quarter of the trigger words is taken out: how much hangs on single entries.

    python benchmarks/lexicon.py                    # five draws over tests/affairs, and over the seeds where ../shared lies
    python benchmarks/lexicon.py --share 0.5 --draws 3
    python benchmarks/lexicon.py --system 3 < documents.jsonl     # one draw, as a command for the shared scorers

Each draw takes entries out of every pack alike; the same number gives the same draw. Prints one line a draw, and the loss in all.
"""

import argparse
import json
import random
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from extract.language import triggers

ROOT = Path(__file__).parent.parent
SCORER = ROOT.parent / "shared" / "score" / "score_happenings.py"
DRAWS, SHARE = 5, 0.25
WORDS = ("verbs", "nouns", "phrases")


def main() -> None:
    """Run the draws and print what they cost, or be one draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--share", type=float, default=SHARE, help="of the entries, taken out")
    parser.add_argument("--draws", type=int, default=DRAWS)
    parser.add_argument("--system", type=int, metavar="DRAW", help="answer documents on stdin with happenings, as one draw would")
    parser.add_argument("--affairs", type=int, metavar="DRAW", help="score the affairs as one draw would")
    options = parser.parse_args()
    draw = options.system if options.system is not None else options.affairs
    if draw is not None:
        thin(options.share, draw)
        _answer() if options.system is not None else print(json.dumps(_affairs()))
        return
    report(options.share, options.draws)


def report(share: float, draws: int) -> None:
    """Print each draw's figures, the whole lexicon's first, and the mean loss."""
    rows = [_figures(0.0, 0), *(_figures(share, draw) for draw in range(1, draws + 1))]
    for number, row in enumerate(rows):
        print(("whole " if number == 0 else f"draw {number}") + "".join(f"  {key} {value:.3f}" for key, value in row.items()))
    for key, whole in rows[0].items():
        mean = sum(row[key] for row in rows[1:]) / draws
        print(f"{key}: {whole:.3f} → {mean:.3f}, {100 * (1 - mean / whole):.1f} % lost with {share:.0%} of the entries out")


def thin(share: float, draw: int) -> None:
    """Let every pack be read without a random share of its trigger entries."""
    read = triggers.read_triggers

    def thinned(file: str, table: Mapping[str, Any]) -> triggers.TriggerTables:
        chance = random.Random(f"{draw} {file}")
        rows = []
        for row in table.get("triggers", ()):
            kept = {part: [word for word in row.get(part, ()) if chance.random() >= share] for part in WORDS}
            rows.append({**row, **kept})
        return read(file, {**table, "triggers": rows})

    triggers.read_triggers = thinned
    triggers.trigger_tables.cache_clear()


def _figures(share: float, draw: int) -> dict[str, float]:
    command = [sys.executable, str(Path(__file__)), "--share", str(share)]
    found = _json_of([*command, "--affairs", str(draw)])
    figures = {"affairs right": found["right"] / found["expected"], "affairs found": found["found"] / found["expected"]}
    if SCORER.exists():
        scored = _json_of([sys.executable, str(SCORER), "seeds", "--", *command, "--system", str(draw)])
        figures["seeds right"] = scored["result"]["happenings_right"]["f1"]
    return figures


def _json_of(command: list[str]) -> dict[str, Any]:
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout))


def _affairs() -> dict[str, int]:
    sys.path.insert(0, str(Path(__file__).parent))
    from affairs import score  # noqa: PLC0415 - another benchmark, not a part of the package

    reports = [score(path.parent) for path in sorted((ROOT / "tests" / "affairs").rglob("expected.toml"))]
    return {key: sum(one[key] for one in reports) for key in ("expected", "found", "right")}


def _answer() -> None:
    from dashapp.cli import main as dateline  # noqa: PLC0415 - after the lexicon was thinned

    sys.exit(dateline(["happenings"]))


if __name__ == "__main__":
    main()
