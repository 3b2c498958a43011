"""Write ``requirements.lock``: exact pins, no hosts, of what the project and its tests need, as installed beside this Python.

The project itself is left out, and so is whatever else happens to be installed.
"""

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCK = Path(__file__).parent.parent / "requirements.lock"
EXTRAS = ("test", "gazetteer", "bench")  # a test builds a sample of the gazetteer anew
ONLY_WHERE = {"backports-zstd": "python_version < '3.14'"}  # from 3.14 the standard library has it
HEAD = "# Exact versions for our own runs, written by `make lock`; the pins need Python 3.11 to 3.14.\n"


def main() -> None:
    """Write the lock, sorted by name."""
    pins = (f"{name}=={version}{_where(name)}\n" for name, version in sorted(needed("dateline", EXTRAS).items()))
    LOCK.write_text(HEAD + "".join(pins), encoding="utf-8")


def needed(project: str, extras: tuple[str, ...]) -> dict[str, str]:
    """List the installed version of everything a project needs, and what that needs in turn, without the project."""
    versions: dict[str, str] = {}
    open_requirements = [(project, extra) for extra in ("", *extras)]
    seen = set(open_requirements)
    while open_requirements:
        name, extra = open_requirements.pop()
        try:
            found = distribution(name)
        except PackageNotFoundError:  # for another platform or version of Python
            continue
        versions[canonicalize_name(name)] = found.version
        for line in found.requires or ():
            wanted = Requirement(line)
            if wanted.marker is None or wanted.marker.evaluate({"extra": extra}):
                for one in {(wanted.name, ""), *((wanted.name, inner) for inner in wanted.extras)} - seen:
                    seen.add(one)
                    open_requirements.append(one)
    versions.pop(canonicalize_name(project))
    return versions


def _where(name: str) -> str:
    return f" ; {ONLY_WHERE[name]}" if name in ONLY_WHERE else ""


if __name__ == "__main__":
    main()
