"""The command ``dateline``: results to stdout, messages and progress to stderr.

Exit status: 0 fine, 1 the input's fault (one clear line), 2 wrong usage, 130 interrupted.
"""

import argparse
import gc
import sys
from collections.abc import Sequence
from importlib import import_module

from extract import ExtractError

COMMANDS = {
    "open": "read articles and show them as a linked timeline and map in the browser",
    "annotate": "JSON lines of documents → their dates, places and events, a line each",
    "happenings": "JSON lines of documents → what happened, merged across all of them",
    "explain": "show every mark in a text with its rule, candidates and reasons",
    "export": "write what happened as a file: csv, geojson, kml, ics, timelinejs, parquet, html, png, svg, pdf",
    "languages": "list the language packs and what each covers",
}
# What is read is records without rings, which need no search for rings: at Python's 700 it took a tenth of the time.
OBJECTS_A_SWEEP = 50_000


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    gc.set_threshold(OBJECTS_A_SWEEP, 10, 10)
    arguments = list(sys.argv[1:] if argv is None else argv)
    parser = _parser(arguments[0] if arguments else "")
    options = parser.parse_args(arguments)
    try:
        return int(import_module(f"dashapp.cli.{options.command}_command").run(options))
    except ExtractError as error:
        print(f"dateline: {error}", file=sys.stderr)  # noqa: T201
        return 1
    except BrokenPipeError:  # the reader of our output went away: nothing is wrong
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130


def _parser(command: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dateline", description="What happened, when and where, and who says so.")
    parsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, does in COMMANDS.items():
        sub = parsers.add_parser(
            name, help=does, description=does[0].upper() + does[1:] + ".", formatter_class=argparse.RawDescriptionHelpFormatter
        )
        if name == command:  # only the asked-for command's module is loaded
            module = import_module(f"dashapp.cli.{name}_command")
            sub.epilog = f"example:\n  {module.EXAMPLE}"
            module.add_arguments(sub)
    return parser


if __name__ == "__main__":
    sys.exit(main())
