"""A store → the page. Nothing is global: two apps in one process share nothing."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from dash import Dash
from flask import Flask, Response, request
from flask_compress import Compress

from dashapp import callbacks, layout, views
from dashapp.wording import wording
from extract import Query, Store

LARGEST_REQUEST = 1_000_000  # bytes; the page itself sends a few thousand
A_DAY = 86_400
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


def create_app(store: Store, *, title: str | None = None) -> Dash:
    """Build the page over a store; `title` stands in the browser's tab, else the collection's own."""
    server = Flask("dashapp")
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_REQUEST
    server.config["SEND_FILE_MAX_AGE_DEFAULT"] = A_DAY
    app = Dash(
        "dashapp",
        server=server,
        assets_folder=str(assets_folder()),
        assets_ignore=r".*\.md$",
        title=title or f"{store.summary().title} · Dateline",
        update_title="",
        index_string=INDEX.format(language="en"),
        suppress_callback_exceptions=True,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    app.layout = lambda: layout.page(store.summary(), start(store), wording(_language()), app.get_asset_url(""))
    callbacks.register(app, store)
    Compress(server)
    _guard(app)
    return app


def start(store: Store) -> Mapping[str, Any]:
    """Say what the page opens with: the densest days, and their main happening."""
    summary = store.summary()
    days = views.opening_days(store) if summary.first_day else None
    first = store.window(Query(*(days or (None, None)), statuses=("foreground",)), 1)
    return {
        "days": [day.isoformat() for day in days] if days else None,
        "happening": first[0].id if first else None,
        "version": summary.version,
        "happenings": summary.happenings,
    }


def assets_folder() -> Path:
    """Find the folder of what is served as it is: beside the package in a checkout, within it once installed."""
    here = Path(__file__).resolve().parent
    inside = here / "assets"
    return inside if inside.is_dir() else here.parent / "assets"


def _language() -> str:
    """Read the page's language from the address that asks for its layout."""
    if not request:
        return "en"
    asked = parse_qs(urlsplit(request.referrer or "").query).get("lang")
    return asked[0] if asked else "en"


def _guard(app: Dash) -> None:
    @app.server.after_request
    def with_headers(response: Response) -> Response:
        response.headers.update(HEADERS)
        response.headers["Content-Security-Policy"] = POLICY.format(hashes=" ".join(f"{one}" for one in app.csp_hashes()))
        return response
