"""What a browser shows, as numbers: pictures made small enough to compare, and the fonts that letters were drawn with."""

import base64

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Error

SHRINK = """async ([picture, crop, size, packed]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = size;
  const [left, top, right, bottom] = crop, context = canvas.getContext("2d", { willReadFrequently: true });
  context.imageSmoothingQuality = "high";
  const part = [left * image.width, top * image.height, (right - left) * image.width, (bottom - top) * image.height];
  context.drawImage(image, ...part, 0, 0, ...size);
  return packed ? canvas.toDataURL("image/png").split(",")[1] : [...context.getImageData(0, 0, ...size).data];
}"""
WHOLE = (0.0, 0.0, 1.0, 1.0)


def shrunk(page, picture: bytes, size: tuple[int, int], crop: tuple[float, float, float, float] = WHOLE) -> NDArray[np.float64]:
    """Shrink a PNG, or a part of it (left, top, right, bottom as shares), to rows of columns of red, green, blue, 0 to 255."""
    found = page.evaluate(SHRINK, [base64.b64encode(picture).decode("ascii"), list(crop), list(size), False])
    return np.array(found, dtype=float).reshape(size[1], size[0], 4)[:, :, :3]


def shrunk_png(page, picture: bytes, size: tuple[int, int]) -> bytes:
    """Shrink a PNG to another."""
    packed = base64.b64encode(picture).decode("ascii")
    return base64.b64decode(page.evaluate(SHRINK, [packed, list(WHOLE), list(size), True]))


def fonts_drawn(page) -> dict[tuple[str, bool], int]:
    """Count the glyphs that the page shows by font, and whether the font is one that the page brought with it."""
    tools = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        tools.send(f"{domain}.enable")
    root = tools.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    counted: dict[tuple[str, bool], int] = {}
    for node in tools.send("DOM.querySelectorAll", {"nodeId": root, "selector": "*"})["nodeIds"]:
        try:
            fonts = tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        except Error:  # the page has drawn something anew meanwhile
            continue
        for font in fonts:
            key = font["familyName"], font["isCustomFont"]
            counted[key] = counted.get(key, 0) + int(font["glyphCount"])
    tools.detach()
    return counted
