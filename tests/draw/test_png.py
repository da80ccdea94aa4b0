from __future__ import annotations

import struct

import pytest
from drawn_officials import five_articles, invented

from kg.draw import draw_png
from kg.errors import UsageError


def _size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_scale() -> None:
    width, height = _size(draw_png(five_articles(), scale=1.0))
    double = _size(draw_png(five_articles()))
    assert double == pytest.approx((2 * width, 2 * height), abs=2)


def test_a_large_picture_stays_small_enough_to_open() -> None:
    width, height = _size(draw_png(invented(400, provinces=30), scale=50.0))
    assert max(width, height) <= 16_001
    assert width * height <= 121_000_000


def test_bad_scale() -> None:
    with pytest.raises(UsageError, match="scale"):
        draw_png([], scale=0.0)
