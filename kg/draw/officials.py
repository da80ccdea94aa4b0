"""All posts unit by unit, as a page, as SVG and as PNG."""

from __future__ import annotations

from collections.abc import Iterable

from kg.draw import page, png, svg
from kg.draw.chart import build_chart
from kg.draw.layout import build_scene
from kg.draw.model import Holding
from kg.draw.wording import Words


def draw_html(holdings: Iterable[Holding], *, language: str = "vi") -> str:
    """Draw one HTML page that needs no network.

    ``language`` is ``vi`` or ``en``; readers can change it in the page.
    """
    words = Words(language)
    return page.render(build_scene(build_chart(holdings), words), words)


def draw_svg(holdings: Iterable[Holding], *, language: str = "vi") -> str:
    """Draw the same picture as an SVG document."""
    words = Words(language)
    return svg.figure(build_scene(build_chart(holdings), words), words)


def draw_png(holdings: Iterable[Holding], *, language: str = "vi", scale: float = 2.0) -> bytes:
    """Draw the same picture as a PNG; ``scale`` is pixels for each pixel of the SVG."""
    return png.rasterise(draw_svg(holdings, language=language), scale)
