"""``dateline open``: reads articles, serves the page on this machine, opens the browser."""

import argparse
import os
import sys
import threading
import webbrowser
from pathlib import Path

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from dashapp.cli.console import add_geocoder_arguments, day, online_fallback, say
from dashapp.cli.reading import Reader, describe
from dashapp.resources import seeds_folder
from extract import Store, StoreError, default_path

EXAMPLE = "dateline open articles/ --published 2023-09-14"
HOST = "127.0.0.1"
FIRST_PORT = 8050
PORTS_TRIED = 50


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

    server = _server(create_app(store, progress=reader.progress), options.port)
    address = f"http://{HOST}:{server.server_port}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(address, flush=True)  # noqa: T201
    if not options.no_browser and _has_screen():
        webbrowser.open(address)
    try:
        threading.Event().wait()
    finally:
        server.shutdown()
    return 0


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
