"""Run the shared scorers and hold their figures against the floors pinned in floors.toml.

    python benchmarks/quality.py            # all corpora; exit 1 where a figure falls below its floor
    python benchmarks/quality.py --pin      # write the figures reached as the new floors
    python benchmarks/quality.py seeds ecb-dev

The scorers and the gold lie beside the project in ``../shared``; without them there is nothing to measure and the
command says so and exits 0. Each floor stands beside the digest of its gold, so that other gold is never held to it.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = Path(__file__).parent / "floors.toml"
SLACK = 0.0005  # figures are rounded to three decimals when they are pinned
DATELINE = f"{sys.executable} -m dashapp.cli"

TIMEXES = (
    "meantime-en",
    "wikiwars-train",
    "probes-en",
    "probes-hi",
    "iltimex-hi-dev",
    "hindi-timebank-dev",
    "krauts-dolomiten-100",
)
RECALL_ONLY = ("hindi-timebank-dev",)  # this gold leaves many obvious dates unmarked: finding them is no error
UNLOCATED = ("hiner-2000",)  # spans only: where a place lies is not in this gold
PLACES = ("geovirus", "hiner-2000", "probes")
HAPPENINGS = ("seeds", "ednil-hi-valid", "ecb-dev", "gva-dev")

Figures = dict[str, float]


def main() -> int:
    """Measure, print, compare or pin; exit 1 where a figure fell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", help="only these")
    parser.add_argument("--pin", action="store_true", help="write the figures as the new floors")
    options = parser.parse_args()
    if not (SHARED / "score").is_dir():
        print("no ../shared: nothing to measure against")
        return 0
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    fell = []
    for name in options.corpora or (*TIMEXES, *PLACES, *HAPPENINGS):
        figures, digest = measure(name), _digest(name)
        floor = floors.get(name, {})
        known = floor.get("gold") == digest
        for key, value in figures.items():
            least = floor.get(key) if known else None
            below = least is not None and value < least - SLACK
            print(
                f"{name:22} {key:44} {value:.3f}"
                + (f"   floor {least:.3f}" if least is not None else "")
                + ("   FELL" if below else "")
            )
            fell += [f"{name} {key} fell to {value:.3f}, floor {least:.3f}"] if below else []
        if options.pin:
            floors[name] = {"gold": digest} | {key: round(value, 3) for key, value in figures.items()}
    if options.pin:
        FLOORS.write_text(_toml(floors), encoding="utf-8")
        return 0
    print("\n".join(fell) if fell else "no figure fell")
    return 1 if fell else 0


def measure(name: str) -> Figures:
    """Run the scorer of one corpus over the command ``dateline``."""
    if name in TIMEXES:
        return _timexes(name)
    return _places(name) if name in PLACES else _happenings(name)


def _timexes(name: str) -> Figures:
    found = _json_lines("score_timexes.py", "--corpus", name, "--system", f"{DATELINE} annotate --only dates")
    if name in RECALL_ONLY:
        return {"relaxed_recall": found["relaxed"][1]}
    return {
        "strict_f1": found["strict"][2],
        "relaxed_f1": found["relaxed"][2],
        "relaxed_recall": found["relaxed"][1],
    } | ({"value_f1": found["value_f1"]} if "value_f1" in found else {})


def _places(name: str) -> Figures:
    found = _json_lines("score_places.py", "--corpus", name, after=["--", *DATELINE.split(), "annotate", "--only", "places"])
    wanted = ("overlap_f1",) if name in UNLOCATED else ("overlap_f1", "acc161", "e2e161")
    return {key: found[key] for key in wanted if found.get(key) is not None}


def _happenings(name: str) -> Figures:
    command = [sys.executable, str(SHARED / "score" / "score_happenings.py"), name, "--", *DATELINE.split(), "happenings"]
    result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout)["result"]
    if name == "seeds":
        said = max(1, result["system_links_right"][1])
        return {
            "happenings_right_f1": result["happenings_right"]["f1"],
            "core_right": result["core_right"],
            "source_sentences_f1": result["source_sentences"]["f1"],
            "day_right": _share(result["day_right"]),
            "place_within_30_km": _share(result["place_within_30_km"]),
            "type_right": _share(result["type_right"]),
            "modality_right": _share(result["modality_right"]),
            "cross_document_links_found": result["cross_document_links_found"][0],
            "hindi_english_links_found": result["hindi_english_links_found"][0],
            "links_right": result["system_links_right"][0] / said,
            "disagreements_told": result["disagreements_told"][0],
        }
    if name == "ecb-dev":
        return {
            "documents_of_one_happening_f1": result["documents_of_one_happening"]["f1"],
            "conll_without_singletons": result["coreference_without_singletons"]["conll_f1"],
        }
    if name == "gva-dev":
        return {key: result[key] for key in ("main_event_exact_day", "some_event_exact_day")}
    return {key: result[key]["f1"] for key in ("event_of_a_class_in_the_corpus", "class")}


def _json_lines(scorer: str, *arguments: str, after: list[str] | None = None) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "figures.jsonl"
        command = [sys.executable, str(SHARED / "score" / scorer), *arguments, "--json", str(out), *(after or [])]
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
        return dict(json.loads(out.read_text(encoding="utf-8").splitlines()[-1]))


def _share(pair: list[int]) -> float:
    return pair[0] / max(1, pair[1])


def _digest(name: str) -> str:
    kind = "timexes" if name in TIMEXES else "places" if name in PLACES else "events"
    found = SHARED / "gold" / "seeds-gold.json" if name == "seeds" else next((SHARED / "gold" / kind).glob(f"{name}.*"))
    return hashlib.sha256(found.read_bytes()).hexdigest()[:16]


def _toml(floors: dict[str, dict[str, Any]]) -> str:
    lines = [
        "# Least figures that CI accepts, pinned by `python benchmarks/quality.py --pin`; gold: digest of the gold measured on."
    ]
    for name in sorted(floors):
        lines += ["", f'["{name}"]', *(f"{key} = {json.dumps(value)}" for key, value in floors[name].items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
