"""The wheel holds all that is needed: built and installed elsewhere, ``dateline open`` shows the sample corpus."""

import os
import shutil
import subprocess
import sys
import sysconfig
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BUILT_FROM = ("extract", "dashapp", "seeds", "assets", "pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE")
LONGEST_START = 120  # seconds until the page answers on a slow machine


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy and install it in another environment; what it needs is lent from ours."""
    folder = tmp_path_factory.mktemp("elsewhere")
    copy = folder / "copy"
    copy.mkdir()
    for name in BUILT_FROM:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, copy)
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    run(*pip, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", folder, copy, cwd=folder)
    shutil.rmtree(copy)
    run(sys.executable, "-m", "venv", "--without-pip", folder / "venv", cwd=folder)
    (wheel,) = folder.glob("dateline-*.whl")
    run(*pip, "--python", python_in(folder), "install", "--quiet", "--no-deps", wheel, cwd=folder)
    (site_packages_in(folder) / "lent.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    return folder


def python_in(folder: Path) -> Path:
    return folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"


def site_packages_in(folder: Path) -> Path:
    return Path(run(python_in(folder), "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])", cwd=folder).strip())


@pytest.mark.slow
def test_the_wheel_opens_the_sample_corpus_in_another_environment(elsewhere: Path) -> None:
    command = elsewhere / "venv" / python_in(elsewhere).parent.name / "dateline"
    store = elsewhere / "seeds.dateline"
    process = subprocess.Popen(
        [command, "open", "--no-browser", "--store", store],
        cwd=elsewhere,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:"), process.communicate(timeout=LONGEST_START)
        with urllib.request.urlopen(address, timeout=LONGEST_START) as answer:
            page = answer.read().decode()
        with urllib.request.urlopen(f"{address}assets/topojson/world_110m.json", timeout=LONGEST_START) as answer:
            assert answer.status == 200
    finally:
        process.terminate()
        process.communicate(timeout=30)
    assert "Dateline" in page
    assert store.exists()


@pytest.mark.slow
def test_the_installed_package_reads_its_own_tables(elsewhere: Path) -> None:
    asked = (
        "import extract, dashapp.resources as folders;"
        "print(extract.__file__, *extract.pack_codes(), sorted(path.name for path in folders.seeds_folder().iterdir()))"
    )
    answer = run(python_in(elsewhere), "-c", asked, cwd=elsewhere)
    assert str(elsewhere) in answer
    assert " hi " in answer
    assert "corpus.toml" in answer
