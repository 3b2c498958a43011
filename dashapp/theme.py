"""Colours, shapes and type: what a mark looks like, in light and in dark.

The colours equal those of ``assets/tokens.css``; a test compares the two. Which family a kind belongs to, and its shape,
is said by the kinds' own table.
"""

from collections.abc import Mapping
from functools import cache
from typing import Literal, cast

from extract import TableError, kind_named

Theme = Literal["light", "dark"]

FONT = 'Inter, "Noto Sans Devanagari", "Noto Sans", system-ui, sans-serif'

TOKENS: Mapping[Theme, Mapping[str, str]] = {
    "light": {
        "paper": "#faf8f4",
        "card": "#ffffff",
        "ink": "#1f2328",
        "mute": "#5f656d",
        "line": "#e4dfd6",
        "sea": "#dfe8ec",
        "land": "#fbfaf7",
        "border": "#cdc6b9",
        "coast": "#a9bac4",
        "accent": "#2f5d8a",
        "mark-date": "#fde9b8",
        "mark-place": "#cfe3f2",
        "mark-actor": "#f6d4cb",
        "mark-trigger": "#dcead9",
        "meeting": "#2f5d8a",
        "launch": "#b5402a",
        "visit": "#7a4b94",
        "travel": "#2f7a5c",
        "statement": "#806417",
        "politics": "#4a5aa8",
        "conflict": "#962f3b",
        "aid": "#1f7680",
        "health": "#5e7320",
        "disaster": "#a23a68",
        "law": "#5d5480",
        "economy": "#8a5a2b",
        "science": "#2a6f9e",
        "sport": "#3f7a35",
        "culture": "#93509a",
        "other": "#59616b",
    },
    "dark": {
        "paper": "#12171d",
        "card": "#1a2129",
        "ink": "#e9e6e0",
        "mute": "#9aa4ae",
        "line": "#2b3540",
        "sea": "#0e151c",
        "land": "#1c2732",
        "border": "#3a4857",
        "coast": "#33475a",
        "accent": "#86b7e0",
        "mark-date": "#5a4a1c",
        "mark-place": "#24465f",
        "mark-actor": "#5e2f24",
        "mark-trigger": "#2d4a33",
        "meeting": "#86b7e0",
        "launch": "#f0836a",
        "visit": "#c59be0",
        "travel": "#6fc49f",
        "statement": "#dcb85c",
        "politics": "#a3aef0",
        "conflict": "#ef8791",
        "aid": "#67c3cf",
        "health": "#b3c96a",
        "disaster": "#ee92b8",
        "law": "#b5abd9",
        "economy": "#d9a46f",
        "science": "#7fc0ea",
        "sport": "#93cf87",
        "culture": "#dc9fe2",
        "other": "#aab3bd",
    },
}

OTHER = "other"
OTHER_SYMBOL = "circle"
# Marks that plotly draws as bare lines vanish beside filled ones; each has a filled stand-in.
ROOMY = frozenset({"circle", "square", "pentagon", "hexagon", "hexagon2", "octagon", "hexagram"})
FILLED = {"asterisk": "star-diamond", "hash": "square-cross", "x-thin": "x", "line-ew": "diamond-wide"}


def family_of(kind: str) -> str:
    """Name the colour family of a kind of happening: "missile launch" → "launch"."""
    colour = _look(kind)[0]
    return colour if colour in TOKENS["light"] else OTHER


def colour_of(kind: str, theme: Theme) -> str:
    """Give the colour of a kind's marks, as ``#rrggbb``."""
    return TOKENS[theme][family_of(kind)]


def symbol_of(kind: str) -> str:
    """Give the shape of a kind's marks, by plotly's name.

    The table's own hollow shapes are filled here: hollow says "planned or possible" and nothing else.
    """
    shape = _look(kind)[1].removesuffix("-dot").removesuffix("-open")
    return FILLED.get(shape, shape)


def counted_symbol_of(kind: str) -> str:
    """Give the shape of a mark that bears a number: the kind's own where there is room for it, else a circle."""
    symbol = symbol_of(kind)
    return symbol if symbol in ROOMY else OTHER_SYMBOL


def theme_of(value: object) -> Theme:
    """Read a theme; anything else is the light one."""
    return cast("Theme", value) if value in TOKENS else "light"


def pale(colour: str, opacity: float) -> str:
    """Thin a ``#rrggbb`` colour out."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"


def hover_label(theme: Theme) -> dict[str, object]:
    """Give plotly's options for the box beside the pointer."""
    tokens = TOKENS[theme]
    font = {"family": FONT, "size": 13, "color": tokens["ink"]}
    return {"bgcolor": tokens["card"], "bordercolor": tokens["line"], "font": font, "align": "left"}


BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def escaped(text: str) -> str:
    """Make text safe for a plotly label, which reads some tags and ``%{…}`` as its own.

    Only the signs that start a tag, an entity, a formula or a template are replaced; the reader sees the text as it is.
    """
    for sign, instead in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("%{", "%\u200b{"), ("$", "&#36;")):
        text = text.replace(sign, instead)
    return "".join(letter for letter in text if letter not in BIDI_CONTROLS)


@cache
def _look(kind: str) -> tuple[str, str]:
    """Give a kind's colour family and shape, as the kinds' table says; a name that it lacks looks like any other."""
    try:
        found = kind_named(kind)
    except TableError:
        return OTHER, OTHER_SYMBOL
    return found.colour, found.shape
