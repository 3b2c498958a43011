"""Components → plain HTML text, for pages that work without Dash. Every text and attribute is escaped."""

from html import escape
from typing import Any

from dash.development.base_component import Component

VOID = frozenset({"br", "hr", "img", "input"})
NAMES = {"className": "class", "tabIndex": "tabindex", "htmlFor": "for", "colSpan": "colspan", "rowSpan": "rowspan"}
KEPT = frozenset({"class", "id", "title", "lang", "dir", "tabindex", "scope", "role", "type", "href", "open"})


def html_of(node: Any) -> str:
    """Write a component, a text, or a list of them."""
    if node is None:
        return ""
    if isinstance(node, list | tuple):
        return "".join(html_of(one) for one in node)
    if not isinstance(node, Component):
        return escape(str(node), quote=False)
    tag = str(node._type).lower()
    properties = dict(node.to_plotly_json()["props"])
    children = properties.pop("children", None)
    opening = f"<{tag}{''.join(_attribute(name, value) for name, value in properties.items())}>"
    return opening if tag in VOID else f"{opening}{html_of(children)}</{tag}>"


def _attribute(name: str, value: object) -> str:
    name = NAMES.get(name, name)
    known = name in KEPT or name.startswith(("data-", "aria-"))
    return f' {name}="{escape(str(value))}"' if known and value is not None else ""
