"""A killed writer loses no finished article, and a reader beside it never sees half of one."""

import multiprocessing
import random
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from store_corpus import article, happening, mention

from extract.models import Query
from extract.store import Store

KILLS = 20
SENTENCES = 20  # a half-written article would lack some
LONGEST_LIFE = 0.2  # seconds of writing before the kill


def write_on(path: Path, start: int, done: Connection) -> None:
    """Write articles and happenings for ever, telling of each that is finished."""
    with Store.open(path) as store:
        for at in range(start, start + 100_000):
            told = article(f"{at:06d}", SENTENCES)
            store.put_article(told)
            done.send(at)
            store.replace_happenings(
                [happening(f"h{at}", *(mention(told, index) for index in range(SENTENCES)))], touched=[f"{at:06d}"]
            )


def look(reader: Store, since: int) -> int:
    """Read as a page does what came since; fail on anything that is not whole."""
    ids = [document.id for document in reader.documents()]
    for one in reader.articles(ids[since:]):
        assert one == article(one.document.id, SENTENCES)
    for row in reader.window(Query(), 1000)[-3:]:
        told = reader.tellings(row.id)
        assert [telling.index for telling in told] == list(range(SENTENCES))
        assert all(telling.text.startswith(f"{telling.index} a storm") for telling in told)
    return len(ids)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_writer_killed_at_any_moment_loses_no_finished_article(tmp_path):
    path, chance = tmp_path / "a.dateline", random.Random(7)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["extract.store", "store_corpus"])
    Store.open(path).close()
    finished = 0
    with Store.open(path, create=False) as reader:
        for _ in range(KILLS):
            ear, mouth = context.Pipe(duplex=False)
            writer = context.Process(target=write_on, args=(path, finished, mouth))
            writer.start()
            mouth.close()
            ear.poll(30)
            end = time.monotonic() + chance.uniform(0, LONGEST_LIFE)
            look(reader, finished)
            time.sleep(max(0.0, end - time.monotonic()))
            writer.kill()
            writer.join()
            told = max([finished, *(at + 1 for at in heard(ear))])
            stored = look(reader, finished)
            assert stored in (told, told + 1)  # the last one may be stored, and not yet told of
            finished = stored
    assert finished > KILLS


def heard(ear: Connection) -> list[int]:
    """Take what the writer said before it was killed."""
    said = []
    try:
        while ear.poll():
            said.append(ear.recv())
    except (EOFError, OSError):
        pass
    ear.close()
    return said
