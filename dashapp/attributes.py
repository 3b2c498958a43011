"""What a component says to the page's script and to a screen reader: ``data-`` and ``aria-`` attributes."""

from typing import Any


def told(**given: str) -> dict[str, Any]:
    """Write attributes: ``told(op="choose", value="h1", aria_label="…")`` → ``data-op``, ``data-value``, ``aria-label``."""
    return {_name(key): value for key, value in given.items()}


def _name(key: str) -> str:
    return key.replace("_", "-") if key.startswith("aria_") else f"data-{key.replace('_', '-')}"
