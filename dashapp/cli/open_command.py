"""``dateline open``: reads articles, serves the page on this machine, opens the browser."""

import argparse
import os
import sys
import threading
import webbrowser
from pathlib import Path

from dashapp.cli.console import add_geocoder_arguments, day, online_fallback
from dashapp.cli.reading import Reader, describe
from dashapp.cli.serving import served
from dashapp.resources import seeds_folder
from extract import Store, default_path

EXAMPLE = "dateline open articles/ --published 2023-09-14"
FIRST_PORT = 8050


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders (default: the sample corpus)")
    parser.add_argument("--published", type=day, metavar="DAY", help="publication day of articles that bear none: 2023-09-13")
    parser.add_argument("--store", type=Path, metavar="FILE", help="where to keep what was read (default: the user's data folder)")
    parser.add_argument("--port", type=int, default=FIRST_PORT, metavar="N", help=f"port to serve on (default {FIRST_PORT})")
    add_geocoder_arguments(parser)
    parser.add_argument("--no-browser", action="store_true", help="only print the address")


def run(options: argparse.Namespace) -> int:
    """Serve the page as soon as there is an article to show, read on meanwhile, and end with Ctrl-C.

    What is read is kept, so that the next reading goes on where this one stopped.
    """
    paths = options.paths or [seeds_folder()]
    online_fallback(options)  # a wrong option is said before anything is started
    with Store.open(options.store or default_path(paths)) as store:
        describe(store, paths)
        reader = Reader(store.path, paths, options)
        try:
            return _serve(store, reader, options) if reader.begun() else 1
        except KeyboardInterrupt:
            return 0
        finally:
            reader.stop()


def _serve(store: Store, reader: Reader, options: argparse.Namespace) -> int:
    from dashapp.app import create_app  # noqa: PLC0415  (takes seconds to load, in which the reading begins)

    with served(create_app(store, progress=reader.progress), options.port) as address:
        print(address, flush=True)  # noqa: T201
        if not options.no_browser and _has_screen():
            webbrowser.open(address)
        threading.Event().wait()
    return 0


def _has_screen() -> bool:
    return sys.platform in {"darwin", "win32"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
