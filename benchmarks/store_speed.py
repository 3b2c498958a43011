"""How long the store's answers take on made-up corpora, as ratios to a fixed piece of work on the same machine.

    python benchmarks/store_speed.py 1000 10000 100000

The yardstick is one stable sort of a million numbers; it moves with the machine and its load as the answers do.
"""

import argparse
import datetime as dt
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from make_corpus import SIZES, fill

from extract.models import Query
from extract.store import Store

ROUNDS = 7
EDGES = tuple(dt.date(2014, 1, 1) + dt.timedelta(days=30 * month) for month in range(123))
SEARCH = "संख्या 77"


def main() -> None:
    """Print one line for each size and answer: milliseconds, and times the yardstick."""
    parser = argparse.ArgumentParser(description="Measure the store.")
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES[:3], help="how many happenings")
    unit = median_ms(sort_a_million)
    print(f"yardstick: {unit:.1f} ms")
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "made.dateline") as store:
            started = time.perf_counter()
            fill(store, size)
            show(size, "fill", (time.perf_counter() - started) * 1000, unit)
            for name, answer in answers(store).items():
                show(size, name, median_ms(answer), unit)


def answers(store: Store) -> dict[str, Callable[[], object]]:
    """Name the questions of the views."""
    brushed = Query(first_day=dt.date(2019, 1, 1), last_day=dt.date(2021, 6, 30), box=(-20.0, -40.0, 120.0, 60.0))
    heaviest = store.window(Query(), 1)[0].id

    def load() -> None:
        with Store.open(store.path, create=False) as other:
            other.window(Query(), 1)

    return {
        "load": load,
        "counts_by_time": lambda: store.counts_by_time(brushed, EDGES),
        "counts by person": lambda: store.counts_by_time(brushed, EDGES, "person"),
        "marks_by_place": lambda: store.marks_by_place(brushed),
        "facets": lambda: store.facets(brushed),
        "window of 300": lambda: store.window(brushed, 300),
        "summary": store.summary,
        "tellings": lambda: store.tellings(heaviest),
        "search": lambda: [store.search(f"{SEARCH}{time.perf_counter_ns() % 10}")],
    }


def sort_a_million() -> None:
    """Do a fixed piece of work."""
    np.sort(np.random.default_rng(1).integers(0, 1 << 40, 1_000_000), kind="stable")


def median_ms(work: Callable[[], object]) -> float:
    """Time a piece of work."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def show(size: int, name: str, took_ms: float, unit: float) -> None:
    """Print one line."""
    print(f"{size:>9,} {name:<20} {took_ms:>10.1f} ms {took_ms / unit:>9.3f} of the yardstick")


if __name__ == "__main__":
    main()
