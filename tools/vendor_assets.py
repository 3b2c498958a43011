"""Fetch the map's shapes and the fonts from npm; write ``assets/topojson``, ``assets/fonts`` and where country names stand.

Run it from the project's root: ``python tools/vendor_assets.py``. It needs ``npm`` and ``node``. Sources and licences
are in ``assets/SOURCES.md``.
"""

import json
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from babel.core import get_global

ASSETS = Path(__file__).parent.parent / "assets"
SPOTS = Path(__file__).parent.parent / "dashapp" / "figures" / "map" / "countries.json"
SHAPES = ("world_110m", "world_50m")
PLOTLY = "plotly.js@4.1.1"
FONTS = {
    "@fontsource-variable/inter@5.3.0": ("inter", ("latin", "latin-ext", "cyrillic", "greek", "vietnamese")),
    "@fontsource-variable/source-serif-4@5.3.1": ("source-serif-4", ("latin", "latin-ext", "cyrillic", "greek", "vietnamese")),
    "@fontsource-variable/noto-sans-devanagari@5.3.0": ("noto-sans-devanagari", ("devanagari",)),
    "@fontsource-variable/noto-serif-devanagari@5.3.0": ("noto-serif-devanagari", ("devanagari",)),
}
EXTRACT = """const fs = require("fs"); global.window = {}; const mod = {exports: {}};
new Function("module", "exports", fs.readFileSync(process.argv[1], "utf8"))(mod, mod.exports);
for (const name of process.argv.slice(3))
  fs.writeFileSync(`${process.argv[2]}/${name}.json`, JSON.stringify(mod.exports.topojson[name]));"""


def main() -> None:
    """Fetch and write everything."""
    with tempfile.TemporaryDirectory() as scratch:
        shapes(package(PLOTLY, Path(scratch)))
        for name, (family, subsets) in FONTS.items():
            fonts(package(name, Path(scratch)), family, subsets)
    SPOTS.write_text(json.dumps(country_spots(), separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")


def package(name: str, scratch: Path) -> Path:
    """Fetch one npm package and unpack it."""
    packed = subprocess.run(["npm", "pack", "--silent", name], cwd=scratch, check=True, capture_output=True, text=True)
    folder = scratch / packed.stdout.split()[-1].removesuffix(".tgz")
    with tarfile.open(f"{folder}.tgz") as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def shapes(folder: Path) -> None:
    """Write the topojson files that plotly.js asks for."""
    target = ASSETS / "topojson"
    target.mkdir(parents=True, exist_ok=True)
    subprocess.run(["node", "-e", EXTRACT, str(folder / "dist" / "plotly-geo-assets.js"), str(target), *SHAPES], check=True)


def fonts(folder: Path, family: str, subsets: tuple[str, ...]) -> None:
    """Copy one family's files and its licence."""
    target = ASSETS / "fonts"
    target.mkdir(parents=True, exist_ok=True)
    for subset in subsets:
        shutil.copy(folder / "files" / f"{family}-{subset}-wght-normal.woff2", target)
    shutil.copy(folder / "LICENSE", target / f"{family}-OFL.txt")


def country_spots() -> dict[str, list[float]]:
    """Say where each country's name stands: ``{code: [latitude, longitude, degrees across its largest part]}``."""
    topology = json.loads((ASSETS / "topojson" / "world_110m.json").read_text(encoding="utf-8"))
    codes = get_global("territory_aliases")
    spots = {}
    for country in topology["objects"]["countries"]["geometries"]:
        if country.get("id") in codes:
            longitude, latitude = country["properties"]["ct"]
            spots[codes[country["id"]][0]] = [latitude, longitude, round(_across(topology, country), 1)]
    return spots


def _across(topology: dict, country: dict) -> float:
    parts = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
    widths = []
    for part in parts:
        longitudes = [lon for arc in part[0] for lon in _longitudes(topology, arc)]
        widths.append(max(longitudes) - min(longitudes))
    return min(max(widths), 120.0)


def _longitudes(topology: dict, arc: int) -> list[float]:
    at, found = 0, []
    for step in topology["arcs"][arc if arc >= 0 else ~arc]:
        at += step[0]
        found.append(at * topology["transform"]["scale"][0] + topology["transform"]["translate"][0])
    return found


if __name__ == "__main__":
    main()
