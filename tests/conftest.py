"""What several test files share."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def dateline():
    """Run the command ``dateline`` with lines on stdin; gives the finished process."""

    def run(*arguments: str, lines: list[dict] | None = None, text: str | None = None) -> subprocess.CompletedProcess:
        given = text if text is not None else "".join(json.dumps(line) + "\n" for line in lines or [])
        return subprocess.run(
            [sys.executable, "-m", "dashapp.cli", *arguments],
            input=given.encode("utf-8", "surrogatepass"),
            capture_output=True,
            check=False,
            cwd=ROOT,
            timeout=120,
        )

    return run
