"""The picture of officials and the organisations and units that they lead."""

from __future__ import annotations

from kg.draw.choose import within
from kg.draw.load import holdings
from kg.draw.model import Holding, OrganizationRef, Side, UnitRef
from kg.draw.officials import draw_html, draw_png, draw_svg
from kg.draw.picture import MOST, Drawing, Wanted, picture
from kg.draw.wording import LANGUAGES

__all__ = [
    "LANGUAGES",
    "MOST",
    "Drawing",
    "Holding",
    "OrganizationRef",
    "Side",
    "UnitRef",
    "Wanted",
    "draw_html",
    "draw_png",
    "draw_svg",
    "holdings",
    "picture",
    "within",
]
