from __future__ import annotations

import struct

import pytest
from drawn_officials import five_articles

from kg.draw import draw_png
from kg.draw.png import feasible
from kg.errors import UsageError


def _size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_scale() -> None:
    width, height = _size(draw_png(five_articles(), scale=1.0))
    double = _size(draw_png(five_articles()))
    assert double == pytest.approx((2 * width, 2 * height), abs=2)


@pytest.mark.parametrize(("width", "height"), [(20_000, 15_000), (100, 90_000), (1_000, 800)])
def test_a_large_picture_stays_small_enough_to_open(width: int, height: int) -> None:
    scale = feasible(f'<svg xmlns="x" width="{width}" height="{height}">', 8.0)
    assert 0 < scale <= 8.0
    assert max(width, height) * scale <= 16_000
    assert width * height * scale**2 <= 120_000_001


def test_bad_scale() -> None:
    with pytest.raises(UsageError, match="scale"):
        draw_png([], scale=0.0)
