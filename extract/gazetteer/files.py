"""The gazetteer on disk: one folder of plain arrays and tries, with a header that says what they are.

``header.json`` bears the version of the layout, the sources, and size and digest of each other file. ``*.marisa`` are
static tries (marisa-trie), ``*.npy`` are NumPy columns; both are mapped into memory, not read.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import marisa_trie
import numpy as np
import numpy.typing as npt

from extract.errors import GazetteerError

VERSION = 3
FOLDER = Path(__file__).parent.parent / "tables" / "gazetteer"
KINDS = (
    "country",
    "admin1",
    "admin2",
    "city",
    "facility",
    "sea",
    "region",
    "river",
    "mountain",
    "celestial",
    "organisation",
    "metonym",
)
COLUMNS = {
    "latitude": np.float32,
    "longitude": np.float32,
    "population": np.uint32,
    "geonames": np.uint32,
    "label_start": np.uint32,
    "admin1": np.uint16,
    "radius": np.uint16,
    "country": np.uint8,
    "kind": np.uint8,
    "fame": np.int8,
}
FAME = 100  # steps of a power of ten in which the column of that name is written
MANY = 1 << 31  # the value of a key is a row of the "many" column, not an entry
MAIN = 1 << 30  # the name is the entry's own, not one of its other names
ENTRY = (1 << 24) - 1
CAPITAL = ".capital"  # "FR.capital" is the code of Paris
GIVEN, SURNAME, RARE_GIVEN = 1, 2, 4  # flags of a word
_REBUILD = "rebuild it with: python tools/build_gazetteer.py"
_ENDS = 1 << 16  # bytes at both ends of a file that are checked at each opening; verify() reads all


def write(
    folder: Path, arrays: Mapping[str, npt.NDArray[Any]], tries: Mapping[str, Sequence[str]], facts: Mapping[str, Any]
) -> None:
    """Write a gazetteer; the same arguments give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, array in sorted(arrays.items()):
        np.save(folder / f"{name}.npy", array, allow_pickle=False)
    for name, keys in sorted(tries.items()):
        marisa_trie.Trie(keys, num_tries=3).save(str(folder / f"{name}.marisa"))
    names = sorted([f"{name}.npy" for name in arrays] + [f"{name}.marisa" for name in tries])
    files = {
        name: {"bytes": (folder / name).stat().st_size, "ends": _ends(folder / name), "sha256": _whole(folder / name)}
        for name in names
    }
    header = {"version": VERSION, "kinds": list(KINDS), "files": files, **facts}
    (folder / "header.json").write_text(json.dumps(header, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def read_header(folder: Path) -> dict[str, Any]:
    """Read the header, and check that every file it lists is there and whole.

    Raises
    ------
    GazetteerError
        The gazetteer is absent, of another version, or one of its files is not as the header says.

    """
    try:
        header: dict[str, Any] = json.loads((folder / "header.json").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise GazetteerError(f"{folder.name}/header.json is missing; {_REBUILD}") from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise GazetteerError(f"{folder.name}/header.json is no JSON ({error}); {_REBUILD}") from error
    if header.get("version") != VERSION:
        raise GazetteerError(f"{folder.name}: version is {header.get('version')!r}, expected {VERSION}; {_REBUILD}")
    for name, facts in sorted(header["files"].items()):
        _check(folder / name, facts)
    return header


def verify(folder: Path) -> None:
    """Read every byte and compare the digests.

    Raises
    ------
    GazetteerError
        A file is not the one that was built.

    """
    for name, facts in sorted(read_header(folder)["files"].items()):
        if _whole(folder / name) != facts["sha256"]:
            raise GazetteerError(f"{folder.name}/{name}: the digest is not the header's, so the file is damaged; {_REBUILD}")


def column(folder: Path, name: str) -> npt.NDArray[Any]:
    """Map one column into memory."""
    array: npt.NDArray[Any] = np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)
    return np.asarray(array)  # a plain view of the same memory: np.memmap costs microseconds a slice


def trie(folder: Path, name: str) -> Any:
    """Map one trie into memory."""
    return marisa_trie.Trie().mmap(str(folder / f"{name}.marisa"))


def _check(path: Path, facts: Mapping[str, Any]) -> None:
    if not path.exists():
        raise GazetteerError(f"{path.parent.name}/{path.name} is missing; {_REBUILD}")
    size = path.stat().st_size
    if size != facts["bytes"]:
        raise GazetteerError(f"{path.parent.name}/{path.name} has {size} bytes, expected {facts['bytes']}; {_REBUILD}")
    if _ends(path) != facts["ends"]:
        raise GazetteerError(f"{path.parent.name}/{path.name}: the digest is not the header's, so the file is damaged; {_REBUILD}")


def _ends(path: Path) -> str:
    with path.open("rb") as file:
        digest = hashlib.sha256(file.read(_ENDS))
        file.seek(max(0, path.stat().st_size - _ENDS))
        digest.update(file.read(_ENDS))
    return digest.hexdigest()


def _whole(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
