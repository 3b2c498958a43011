"""Paths → store, with a bar on stderr; for the page in a process of its own, so that the page answers meanwhile.

The other process tells through a pipe how far it is; what it has stored is seen by everyone who has the store open.
"""

import argparse
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path

from tqdm import tqdm

from dashapp.cli.console import online_fallback, say
from extract import ExtractError, Progress, Reading, Store, read_corpus_info, read_into, read_paths

EXPECTED = ".txt, .md, .toml, .html, .pdf, .docx or .jsonl files"
STOP_SECONDS = 15.0  # for the article at hand to be finished; then the process is ended, which loses that article only
Show = Callable[[Progress], None]


def describe(store: Store, paths: Sequence[Path]) -> None:
    """Give the store the name that a folder gives itself."""
    info = read_corpus_info(paths[0]) if len(paths) == 1 and paths[0].is_dir() else None
    if info:
        store.describe(title=info.title, note=info.note)


def fill(store: Store, paths: Sequence[Path], options: argparse.Namespace) -> bool:
    """Read the paths into the store; True where there is something to show."""
    describe(store, paths)
    with _bar() as show:
        reading = _read(store, paths, options, show, link_early=False)
    return _said(reading, paths)


class Reader:
    """A reading of paths into a store by another process.

    Parameters
    ----------
    store
        Where the store is.
    paths
        What is read.
    options
        Of the command line: publication day, geocoder.
    """

    def __init__(self, store: Path, paths: Sequence[Path], options: argparse.Namespace) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would take the page's threads and locks with it
        self._paths = paths
        self._pipe, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(store, tuple(paths), options, theirs), name="dateline reading")
        self._process.start()
        theirs.close()
        self._progress: Progress | None = Progress(0, 0, "opening")
        self._begun, self._shows, self._stopping, self._error = threading.Event(), False, False, ""
        threading.Thread(target=self._listen, daemon=True).start()

    def progress(self) -> Progress | None:
        """Tell how far it is; None when it has ended."""
        return self._progress

    def begun(self) -> bool:
        """Wait until an article is found, or the reading has ended; True where there is something to show.

        Raises
        ------
        ExtractError
            What the reading failed with.
        """
        self._begun.wait()
        if self._error:
            raise ExtractError(self._error)
        return self._shows

    def stop(self) -> None:
        """End the reading, if it still runs; what is read is kept."""
        self._stopping = True
        if self._process.is_alive():
            self._process.terminate()
        self._process.join(STOP_SECONDS)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    def _listen(self) -> None:
        end = None
        with _bar() as show:
            for told in self._messages():
                if isinstance(told, Progress):
                    self._progress = told
                    show(told)
                    if told.done or told.total:
                        self._shows = True
                        self._begun.set()
                else:
                    end = told
        self._end(end)

    def _messages(self) -> Iterator[Progress | Reading | str]:
        with suppress(EOFError, OSError):  # the other process has ended
            while True:
                yield self._pipe.recv()

    def _end(self, end: Reading | str | None) -> None:
        if isinstance(end, Reading):
            self._shows = _said(end, self._paths)
        elif not self._stopping:
            self._error = end or "the reading was cut short; start dateline again, and it goes on where it stopped"
            if self._begun.is_set():
                say(f"dateline: {self._error}")
        self._progress = None
        self._begun.set()


def _work(store: Path, paths: Sequence[Path], options: argparse.Namespace, pipe: Connection) -> None:
    """Be the other process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the page's process too, which then ends this one
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt, BrokenPipeError), pipe:  # a broken pipe: the page's process is gone
        try:
            with Store.open(store, create=False) as opened:
                pipe.send(_read(opened, paths, options, pipe.send, link_early=True))
        except ExtractError as error:
            pipe.send(str(error))


def _read(store: Store, paths: Sequence[Path], options: argparse.Namespace, show: Show, *, link_early: bool) -> Reading:
    found = read_paths(paths, published=options.published)
    fallback = online_fallback(options)
    return read_into(store, found, workers=os.cpu_count() or 1, fallback=fallback, progress=show, link_early=link_early)


def _said(reading: Reading, paths: Sequence[Path]) -> bool:
    """Say what came of a reading; True where there is something to show."""
    for problem in reading.problems:
        say(f"{problem.subject}: {problem.message}")
    if not reading.documents:
        say(f"dateline: no article could be read in {', '.join(map(str, paths))}; expected {EXPECTED}")
        return False
    noun = "article" if reading.documents == 1 else "articles"
    say(f"{reading.documents} {noun}, {reading.read} read now")
    return True


@contextmanager
def _bar() -> Iterator[Show]:
    with tqdm(unit=" articles", file=sys.stderr, disable=None, leave=False) as bar:

        def show(progress: Progress) -> None:
            bar.total = progress.total or None
            bar.set_description(progress.step)
            bar.update(progress.done - bar.n)

        yield show
