"""Where the folders lie that are served and shown as they are, in a checkout and in an installed wheel."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def assets_folder() -> Path:
    """Find the folder of style sheets, scripts, fonts and map shapes."""
    return _folder("assets")


def seeds_folder() -> Path:
    """Find the sample corpus."""
    return _folder("seeds")


def _folder(name: str) -> Path:
    """Find a folder inside the installed package (``setup.py`` puts it there), else beside it, as in a checkout."""
    installed = PACKAGE / name
    return installed if installed.is_dir() else PACKAGE.parent / name
