"""A path → an open connection to a store of this version, or one clear StoreError."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_data_path

from extract.errors import StoreError

APPLICATION_ID = 0x4454_4C4E  # "DTLN" in the header of the file
SCHEMA_VERSION = 2  # raised with every change of schema.sql or of what the records mean
SUFFIX = ".dateline"
_STEPS = {  # version → what makes it the next
    1: ("ALTER TABLE happenings ADD COLUMN place_names TEXT NOT NULL DEFAULT '{}'",),
}
_BUSY_SECONDS = 30.0  # how long a writer waits for another one
_SCHEMA = Path(__file__).parent / "schema.sql"


def default_path(paths: Sequence[Path]) -> Path:
    """Say where the store of these files or folders is kept: in the user's data directory, one file for each set of paths."""
    whole = "\n".join(sorted(str(path.resolve()) for path in paths))
    name = next((path.resolve().stem for path in paths), "") or "corpus"
    digest = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return user_data_path("dateline", appauthor=False) / f"{name[:40]}-{digest}{SUFFIX}"


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """Open a store.

    Raises
    ------
    StoreError
        There is none and ``create`` is false; the file is no store or of another version; it may not be written.
    """
    if not create and not path.exists():
        raise StoreError(f"{path}: there is no such store; dateline open makes one from a folder of articles")
    try:
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    except (OSError, sqlite3.OperationalError) as error:
        raise StoreError(f"{path}: cannot be opened ({error}); name a place you may write to with --store FILE") from error
    try:
        _prepare(connection, path)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise _explained(path, error) from error
    except StoreError:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection, mode: str = "IMMEDIATE") -> Iterator[None]:
    """All or nothing: BEGIN, then COMMIT, or ROLLBACK where anything fails."""
    connection.execute(f"BEGIN {mode}")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Say what is wrong with a store in one sentence, where SQLite says it in its own words."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _explained(path, error) from error


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if not application and not version:
        _create(connection, path)
    elif application != APPLICATION_ID:
        raise StoreError(f"{path}: a database, but not a Dateline store; name another file with --store FILE")
    elif version in _STEPS:
        _upgrade(connection)
    elif version != SCHEMA_VERSION:
        raise StoreError(
            f"{path}: a store of version {version}; this Dateline reads version {SCHEMA_VERSION}. "
            "Name a new file with --store FILE and read the articles again"
        )
    connection.execute("PRAGMA synchronous = NORMAL")  # in WAL mode a killed process loses nothing
    connection.execute("PRAGMA foreign_keys = ON")


def _upgrade(connection: sqlite3.Connection) -> None:
    """Bring a store of an older version to this one; what the reader set stays, and its articles are read anew by today's rules."""
    with transaction(connection):
        while (version := connection.execute("PRAGMA user_version").fetchone()[0]) in _STEPS:  # another process may be first
            for statement in _STEPS[version]:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {version + 1}")


def _create(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    with transaction(connection):
        if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
            return  # another process made it while this one waited
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise StoreError(f"{path}: a database, but not a Dateline store; name another file with --store FILE")
        for statement in _SCHEMA.read_text(encoding="utf-8").split(";\n"):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _explained(path: Path, error: sqlite3.DatabaseError) -> StoreError:
    said = str(error)
    if "not a database" in said or "malformed" in said:
        return StoreError(f"{path}: not a Dateline store, or a damaged one ({said}); name another file with --store FILE")
    if "readonly" in said or "unable to open" in said:
        return StoreError(f"{path}: no permission to write it; name a place you may write to with --store FILE")
    if "locked" in said:
        return StoreError(f"{path}: another process has been writing it for {_BUSY_SECONDS:.0f} s; try again when it is done")
    return StoreError(f"{path}: {said}")
