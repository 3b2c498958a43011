"""``dateline export``: what happened as a file."""

import argparse
from pathlib import Path

from dashapp.cli.console import add_geocoder_arguments, day, say
from dashapp.cli.reading import fill
from dashapp.selection import Selection
from extract import FORMATS, ExportError, Selected, Store, default_path, export

EXAMPLE = "dateline export articles/ --format geojson -o happenings.geojson"
PICTURES = ("png", "svg", "pdf")
PAGES = ("html",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders of articles")
    parser.add_argument(
        "--format", required=True, choices=[*FORMATS, *PAGES, *PICTURES], metavar="F", help=", ".join([*FORMATS, *PAGES, *PICTURES])
    )
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="FILE", help="where to write")
    add_geocoder_arguments(parser)
    parser.add_argument("--select", default="", metavar="QUERY", help="what to write: the part after ? of the page's address")
    parser.add_argument("--store", type=Path, metavar="FILE", help="where to keep what was read")
    parser.add_argument("--published", type=day, metavar="DAY", help="publication day of articles that bear none")


def run(options: argparse.Namespace) -> int:
    """Read the articles, then write what is selected."""
    with Store.open(options.store or default_path(options.paths)) as store:
        if not fill(store, options.paths, options):
            return 1
        made = _made(store, _selected(store, options), options.format)
    try:
        options.output.write_bytes(made)
    except OSError as error:
        raise ExportError(f"{options.output}: {error.strerror}; choose a folder you may write to with -o") from error
    say(f"{options.output}: written")
    return 0


def _selected(store: Store, options: argparse.Namespace) -> Selection:
    """Take what the user named; else everything, of which a picture and a page show the days that the page opens with."""
    if options.select or options.format in FORMATS or not store.summary().first_day:
        return Selection.from_url(options.select)
    from dashapp.views import opening_days  # noqa: PLC0415

    return Selection(days=opening_days(store))


def _made(store: Store, selection: Selection, wanted: str) -> bytes:
    if wanted in PICTURES:
        from dashapp.pictures import picture  # noqa: PLC0415  (starts a browser: only when asked for)

        return picture(store, selection, wanted)
    if wanted in PAGES:
        from dashapp.standalone import standalone  # noqa: PLC0415

        return standalone(store, selection)
    return export(wanted, Selected.from_store(store, selection.query(), selection.sentence()))
