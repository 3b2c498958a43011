"""The linked page as one HTML file that works from disk, with no network."""

from dashapp.selection import Selection
from extract import Store


def standalone(store: Store, selection: Selection) -> bytes:
    """Write the page with what is selected in it."""
    raise NotImplementedError(f"{store} {selection}")
