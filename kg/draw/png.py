"""The SVG as a PNG, for documents that can't hold SVG.

The renderer uses the fonts of the machine: one with Vietnamese letters (Noto Sans, DejaVu Sans, Arial…) has
to be there.
"""

from __future__ import annotations

import math
import re
from typing import Final

import resvg_py

from kg.errors import UsageError

_MOST_PIXELS: Final = 120_000_000
_LONGEST_SIDE: Final = 16_000
_SIZE: Final = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')


def rasterise(svg: str, scale: float) -> bytes:
    """Render ``svg`` with ``scale`` pixels for each of its own, or as many as are :func:`feasible`."""
    zoom = feasible(svg, scale)
    data: bytes = resvg_py.svg_to_bytes(svg_string=svg, zoom=zoom, background="#ffffff")
    return data


def feasible(svg: str, scale: float) -> float:
    """Give ``scale``, or the largest one below it at which programs can open the picture."""
    if not scale > 0:
        raise UsageError(f"{scale}: not a scale for a PNG; give a number above 0, such as 2")
    match = _SIZE.search(svg)
    width, height = (float(side) for side in match.groups()) if match else (1.0, 1.0)
    largest = min(math.sqrt(_MOST_PIXELS / (width * height)), _LONGEST_SIDE / max(width, height))
    return min(scale, largest)
