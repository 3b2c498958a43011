"""``dateline languages``: the packs, what each covers, and its measured quality."""

import argparse

from dashapp.cli.console import utf8_output
from extract import load_pack, pack_codes

EXAMPLE = "dateline languages"
CONCERNS = {"dates": "dates", "places": "places", "triggers": "events", "sentences": "sentences", "speech": "speech"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--full", action="store_true", help="only the full packs")


def run(options: argparse.Namespace) -> int:
    """Print one line a pack."""
    utf8_output()
    print(f"{'code':6} {'language':24} {'quality':8} {'covers':38} measured")  # noqa: T201
    for code in pack_codes():
        pack = load_pack(code)
        if code == "und" or (options.full and pack.quality != "full"):
            continue
        covers = ", ".join(concern for table, concern in CONCERNS.items() if pack.table(table))
        measured = "; ".join(f"{name} {value}" for name, value in pack.traits.get("measured", {}).items()) or "not measured"
        print(f"{code:6} {pack.name:24} {pack.quality:8} {covers:38} {measured}")  # noqa: T201
    return 0
