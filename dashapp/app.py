"""A store → the page. Nothing is global: two apps in one process share nothing."""

from collections.abc import Callable
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

from dash import Dash
from flask import Flask, Response, request
from flask_compress import Compress

from dashapp import callbacks, layout
from dashapp.growth import start
from dashapp.pictures import picture
from dashapp.resources import assets_folder
from dashapp.selection import Selection
from dashapp.standalone import standalone
from dashapp.wording import wording
from extract import FORMATS, Progress, Selected, Store, export

LARGEST_REQUEST = 1_000_000  # bytes; the page itself sends a few thousand
A_DAY = 86_400
OWN_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
PAGES = ("html",)
PICTURES = ("pdf",)  # the browser itself makes PNG and SVG
ENDINGS = {"timelinejs": "json"}
MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "kml": "application/vnd.google-earth.kml+xml",
    "ics": "text/calendar; charset=utf-8",
    "timelinejs": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
}
INDEX = """<!DOCTYPE html>
<html lang="{language}">
    <head>
        {{%metas%}}
        <title>{{%title%}}</title>
        {{%favicon%}}
        {{%css%}}
    </head>
    <body>
        {{%app_entry%}}
        <footer>
            {{%config%}}
            {{%scripts%}}
            {{%renderer%}}
        </footer>
    </body>
</html>"""
POLICY = (
    "default-src 'self'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


def create_app(store: Store, *, title: str | None = None, progress: Callable[[], Progress | None] = lambda: None) -> Dash:
    """Build the page over a store.

    Parameters
    ----------
    store
        May be written meanwhile, by this process or another.
    title
        Stands in the browser's tab, else the collection's own.
    progress
        Tells how far a reading into the store is; None where there is none.
    """
    server = Flask("dashapp")
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_REQUEST
    server.config["SEND_FILE_MAX_AGE_DEFAULT"] = A_DAY
    app = Dash(
        "dashapp",
        server=cast("Any", server),
        assets_folder=str(assets_folder()),
        assets_ignore=r"(.*\.md|standalone\.js)$",
        title=title or f"{store.summary().title} · Dateline",
        update_title="",
        index_string=INDEX.format(language="en"),
        suppress_callback_exceptions=True,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    app.layout = lambda: layout.page(store.summary(), start(store), wording(_language()), app.get_asset_url(""))
    callbacks.register(app, store, progress)
    Compress(server)
    _serve_files(app, store)
    _guard(app)
    return app


def _language() -> str:
    """Read the page's language from the address that asks for its layout."""
    if not request:
        return "en"
    asked = parse_qs(urlsplit(request.referrer or "").query).get("lang")
    return asked[0] if asked else "en"


def _guard(app: Dash) -> None:
    def with_headers(response: Response) -> Response:
        response.headers.update(HEADERS)
        response.headers["Content-Security-Policy"] = POLICY.format(hashes=" ".join(app.csp_hashes()))
        return response

    app.server.before_request(_refuse_other_hosts)
    app.server.after_request(with_headers)


def _refuse_other_hosts() -> Response | None:
    """Answer only under this machine's own names: another site whose name leads here must not read the articles."""
    name, colon, port = request.headers.get("Host", "").rpartition(":")
    if not colon or port.endswith("]"):
        name, port = f"{name}{colon}{port}", "80"
    if name.lower() in OWN_NAMES and port == str(request.environ.get("SERVER_PORT")):
        return None
    return Response("open the page by the address that dateline printed\n", status=400, mimetype="text/plain")


def _serve_files(app: Dash, store: Store) -> None:
    """Serve what is selected as a file: the address's own query part says what that is."""

    def file(form: str) -> Response:
        selection = Selection.from_url(request.query_string.decode("utf-8", "replace"))
        if form not in (*FORMATS, *PAGES, *PICTURES):
            return Response(f"there is no format {form!r}\n", status=404, mimetype="text/plain")
        answer = Response(_made(store, selection, form), mimetype=MEDIA.get(form, "application/octet-stream"))
        answer.headers["Content-Disposition"] = f'attachment; filename="dateline.{ENDINGS.get(form, form)}"'
        return answer

    app.server.add_url_rule("/export/<form>", "file", file)


def _made(store: Store, selection: Selection, form: str) -> bytes:
    if form in PAGES:
        return standalone(store, selection)
    if form in PICTURES:
        return picture(store, selection, form)
    return export(form, Selected.from_store(store, selection.query(), selection.sentence()))
