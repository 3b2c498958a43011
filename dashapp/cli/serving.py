"""An app → its address on this machine, for as long as it is wanted."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from dash import Dash
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from dashapp.cli.console import say
from extract import StoreError

HOST = "127.0.0.1"
PORTS_TRIED = 50


@contextmanager
def served(app: Dash, port: int = 0) -> Iterator[str]:
    """Serve an app on a port, or on the next that is free; 0 takes any.

    Raises
    ------
    StoreError
        That port and the ``PORTS_TRIED`` after it are in use.
    """
    server = _server(app, port)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _QuietHandler(WSGIRequestHandler):
    """Answers without a line on stderr for every request."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing: errors are still logged."""


def _server(app: Dash, port: int) -> BaseWSGIServer:
    for tried in range(port, port + PORTS_TRIED):
        try:
            server = make_server(HOST, tried, app.server, threaded=True, request_handler=_QuietHandler)
        except (OSError, SystemExit, OverflowError):  # werkzeug ends the program where a port is in use
            continue
        if tried != port:
            say(f"port {port} is in use; serving on {tried}")
        return server
    raise StoreError(f"ports {port} to {port + PORTS_TRIED - 1} are all in use; give a free one with --port")
