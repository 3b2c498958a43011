"""The benchmarks as modules, and the floors that they are held to."""

import sys
import tomllib
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "benchmarks"


def benchmark(name: str) -> ModuleType:
    """Import ``benchmarks/<name>.py``, which is no package."""
    sys.path.insert(0, str(FOLDER))
    try:
        return import_module(name)
    finally:
        sys.path.pop(0)


def floors(table: str) -> dict[str, Any]:
    """Read one table of ``benchmarks/floors.toml``."""
    return tomllib.loads((FOLDER / "floors.toml").read_text(encoding="utf-8"))[table]
