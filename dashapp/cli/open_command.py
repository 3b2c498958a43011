"""``dateline open``: reads articles, serves the page on this machine, opens the browser."""

import argparse
import os
import sys
import threading
import webbrowser
from pathlib import Path

from tqdm import tqdm
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from dashapp.app import create_app
from dashapp.cli.console import add_geocoder_arguments, day, online_fallback, say
from dashapp.resources import seeds_folder
from extract import Progress, Store, StoreError, default_path, read_corpus_info, read_into, read_paths

EXAMPLE = "dateline open articles/ --published 2023-09-14"
HOST = "127.0.0.1"
FIRST_PORT = 8050
PORTS_TRIED = 50
EXPECTED = ".txt, .md, .toml, .html, .pdf, .docx or .jsonl files"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders (default: the sample corpus)")
    parser.add_argument("--published", type=day, metavar="DAY", help="publication day of articles that bear none: 2023-09-13")
    parser.add_argument("--store", type=Path, metavar="FILE", help="where to keep what was read (default: the user's data folder)")
    parser.add_argument("--port", type=int, default=FIRST_PORT, metavar="N", help=f"port to serve on (default {FIRST_PORT})")
    add_geocoder_arguments(parser)
    parser.add_argument("--no-browser", action="store_true", help="only print the address")


def run(options: argparse.Namespace) -> int:
    """Read, serve until Ctrl-C, and leave a store that can be opened again."""
    paths = options.paths or [seeds_folder()]
    with Store.open(options.store or default_path(paths)) as store:
        if not fill(store, paths, options):
            return 1
        server = _server(create_app(store), options.port)
        address = f"http://{HOST}:{server.server_port}/"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(address, flush=True)  # noqa: T201
        if not options.no_browser and _has_screen():
            webbrowser.open(address)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            server.shutdown()
    return 0


def fill(store: Store, paths: list[Path], options: argparse.Namespace) -> bool:
    """Read the paths into the store, with a bar on stderr; True where there is something to show."""
    info = read_corpus_info(paths[0]) if len(paths) == 1 and paths[0].is_dir() else None
    if info:
        store.describe(title=info.title, note=info.note)
    with tqdm(unit=" articles", file=sys.stderr, disable=None, leave=False) as bar:

        def show(progress: Progress) -> None:
            bar.total = progress.total
            bar.set_description(progress.step)
            bar.update(progress.done - bar.n)

        found = read_paths(paths, published=options.published)
        fallback = online_fallback(options)
        reading = read_into(store, found, workers=os.cpu_count() or 1, fallback=fallback, progress=show)
    for problem in reading.problems:
        say(f"{problem.subject}: {problem.message}")
    if not reading.documents:
        say(f"dateline: no article could be read in {', '.join(map(str, paths))}; expected {EXPECTED}")
        return False
    say(f"{reading.documents} articles, {reading.read} of them read now")
    return True


class _QuietHandler(WSGIRequestHandler):
    """Answers without a line on stderr for every request."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing: errors are still logged."""


def _server(app: object, port: int) -> BaseWSGIServer:
    for tried in range(port, port + PORTS_TRIED):
        try:
            server = make_server(HOST, tried, app.server, threaded=True, request_handler=_QuietHandler)  # type: ignore[attr-defined]
        except (OSError, SystemExit):
            continue
        if tried != port:
            say(f"port {port} is in use; serving on {tried}")
        return server
    raise StoreError(f"ports {port} to {port + PORTS_TRIED - 1} are all in use; give a free one with --port")


def _has_screen() -> bool:
    return sys.platform in {"darwin", "win32"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
