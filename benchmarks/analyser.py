"""Measure an optional analyser beside the default reading, by the shared scorers.

    python benchmarks/analyser.py spacy            # seeds, ecb-dev, gva-dev; needs `pip install dateline[spacy]` and a model

Prints for each corpus and figure the default, the analyser and the seconds both took; nothing without ../shared.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SCORER = ROOT.parent / "shared" / "score" / "score_happenings.py"
DATELINE = (sys.executable, "-m", "dashapp.cli", "happenings")
FIGURES = {
    "seeds": (("happenings_right", "f1"), ("cross_document_links_found", 0), ("system_links_right", 0), ("system_links_right", 1)),
    "ecb-dev": (("documents_of_one_happening", "f1"), ("coreference_without_singletons", "conll_f1")),
    "gva-dev": (("main_event_exact_day",),),
}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("analyser", help="name of an installed analyser")
    parser.add_argument("corpora", nargs="*", default=list(FIGURES))
    options = parser.parse_args()
    if not SCORER.exists():
        print("no ../shared: nothing to measure against")
        return 0
    for name in options.corpora:
        plain, seconds = measure(name, ())
        other, longer = measure(name, ("--analyser", options.analyser))
        for path in FIGURES[name]:
            label = " ".join(map(str, path))
            print(f"{name:10} {label:40} default {_at(plain, path):8.3f}   {options.analyser} {_at(other, path):8.3f}")
        print(f"{name:10} {'seconds':40} default {seconds:8.1f}   {options.analyser} {longer:8.1f}")
    return 0


def measure(name: str, more: tuple[str, ...]) -> tuple[dict[str, Any], float]:
    """Score one corpus, and tell the seconds it took."""
    begun = time.monotonic()
    command = [sys.executable, str(SCORER), name, "--", *DATELINE, *more]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout)
    return dict(found["result"]), time.monotonic() - begun


def _at(found: Any, path: tuple[str | int, ...]) -> float:
    for key in path:
        found = found[key]
    return float(found)


if __name__ == "__main__":
    sys.exit(main())
