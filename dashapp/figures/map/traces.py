"""Points and lines on the globe → plotly's traces."""

from collections.abc import Iterable, Sequence
from typing import Any

Figure = dict[str, Any]
Point = tuple[float, float]


def scatter(points: Sequence[Point], mode: str) -> Figure:
    """Start a trace of points."""
    return {"type": "scattergeo", "mode": mode, "lat": [lat for lat, _ in points], "lon": [lon for _, lon in points]}


def line_trace(lines: Iterable[Sequence[Point]], colour: str, *, width: float, dash: str = "solid") -> Figure:
    """Draw lines as one trace, with gaps between them."""
    lat: list[float | None] = []
    lon: list[float | None] = []
    for line in lines:
        lat += [*(point[0] for point in line), None]
        lon += [*(point[1] for point in line), None]
    return {"type": "scattergeo", "mode": "lines", "lat": lat, "lon": lon, "hoverinfo": "skip",
            "line": {"color": colour, "width": width, "dash": dash}}  # fmt: skip
