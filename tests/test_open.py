"""``dateline open`` as its users run it: the address at once, the reading beside it, Ctrl-C at any moment."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.request import urlopen

import pytest

from extract import Query, Store

TEXTS = (
    "A bomb exploded in {place} on Friday, killing {number} people.",
    "An earthquake struck {place} on Thursday. {number} houses fell.",
    "Police arrested {number} men in {place} on Monday after a protest.",
)
PLACES = ("Kabul", "Lima", "Santiago", "Mumbai", "Tokyo", "Lagos", "Cairo")
MANY = 90  # articles: so many that the reading goes on when the page answers
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")


def write(folder, count: int, sentences: int = 1) -> None:
    folder.mkdir(exist_ok=True)
    for at in range(count):
        lines = [TEXTS[one % 3].format(place=PLACES[(at + one) % 7], number=at + 2) for one in range(sentences)]
        (folder / f"{at:03d}.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def _hear_ctrl_c() -> None:
    """Take the signal back that a shell lets its background jobs ignore."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def opened(tmp_path, *arguments: str):
    """Run the command; gives the process and its address once it is said."""
    command = [sys.executable, "-m", "dashapp.cli", "open", *arguments, "--no-browser", "--store", str(tmp_path / "a.dateline")]
    with (tmp_path / "stderr").open("w") as errors, subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=errors, text=True, start_new_session=True,
        preexec_fn=_hear_ctrl_c,  # noqa: PLW1509  no thread runs yet
    ) as process:  # fmt: skip
        try:
            yield process, process.stdout.readline().strip()
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def interrupt(process) -> int:
    os.killpg(process.pid, signal.SIGINT)  # as the terminal does: the whole group
    return process.wait(60)


def wait_for(tmp_path, words: str) -> str:
    """Wait until something is said on stderr; give all that was said."""
    for _ in range(600):
        said = (tmp_path / "stderr").read_text()
        if words in said:
            return said
        time.sleep(0.1)
    raise AssertionError(f"{words!r} was not said, but {said!r}")


def export(dateline, tmp_path, store: str, *arguments: str) -> None:
    """Read into a store, without a page."""
    written = ("--format", "csv", "-o", str(tmp_path / "x.csv"), "--store", str(tmp_path / f"{store}.dateline"))
    assert dateline("export", *arguments, *written).returncode == 0


def told(path) -> list[tuple[str, str]]:
    with Store.open(path, create=False) as store:
        return sorted((one.id, one.label) for one, _ in store.told(Query(with_hidden=True)))


def test_the_page_answers_while_articles_are_read_and_ctrl_c_leaves_a_store_that_goes_on(tmp_path, dateline) -> None:
    write(tmp_path / "many", MANY, sentences=8)
    arguments = (str(tmp_path / "many"), "--published", "2024-05-06")
    with opened(tmp_path, *arguments) as (process, address):
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
        with urlopen(address) as answer:
            assert answer.status == 200
        assert interrupt(process) == 0
    assert "Traceback" not in (tmp_path / "stderr").read_text()
    with Store.open(tmp_path / "a.dateline", create=False) as store:
        assert len(store.documents()) < MANY  # it was in the midst of it
    for name in ("a", "b"):
        export(dateline, tmp_path, name, *arguments)
    assert told(tmp_path / "a.dateline") == told(tmp_path / "b.dateline")


def test_what_is_read_is_said_when_the_reading_ends(tmp_path) -> None:
    write(tmp_path / "few", 2)
    (tmp_path / "few" / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    with opened(tmp_path, str(tmp_path / "few")) as (process, _):
        said = wait_for(tmp_path, "2 articles, 2 read now")
        assert interrupt(process) == 0
    assert said.count("broken.pdf") == 1


def test_a_port_in_use_is_passed_over_and_said(tmp_path) -> None:
    write(tmp_path / "few", 1)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with opened(tmp_path, str(tmp_path / "few"), "--port", str(port)) as (process, address):
            assert address
            assert f":{port}/" not in address
            interrupt(process)
    assert f"port {port} is in use" in (tmp_path / "stderr").read_text()


def test_a_folder_of_which_nothing_can_be_read_ends_with_1_and_serves_nothing(tmp_path) -> None:
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    with opened(tmp_path, str(tmp_path / "none")) as (process, address):
        assert not address
        assert process.wait(60) == 1
    said = (tmp_path / "stderr").read_text()
    assert "no article could be read" in said
    assert said.count("broken.pdf") == 1


def test_a_store_that_may_not_be_written_is_said_in_one_line(tmp_path, dateline) -> None:
    write(tmp_path / "few", 1)
    (tmp_path / "file").write_text("no folder")
    done = dateline("open", str(tmp_path / "few"), "--no-browser", "--store", str(tmp_path / "file" / "a.dateline"))
    assert done.returncode == 1
    said = done.stderr.decode().splitlines()
    assert len(said) == 1
    assert "--store" in said[0]


def test_another_process_may_add_to_the_store_of_an_open_page(tmp_path, dateline) -> None:
    lines = [{"id": f"d{at}", "text": TEXTS[at].format(place="Lima", number=3), "published": "2024-05-06"} for at in range(2)]
    for at, line in enumerate(lines):
        (tmp_path / f"{at}.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    with opened(tmp_path, str(tmp_path / "0.jsonl")) as (process, _):
        wait_for(tmp_path, "1 article, 1 read now")
        files = [str(tmp_path / f"{at}.jsonl") for at in range(2)]
        export(dateline, tmp_path, "a", *files)
        assert interrupt(process) == 0
    with Store.open(tmp_path / "a.dateline", create=False) as store:
        assert {one.id for one in store.documents()} == {"d0", "d1"}
