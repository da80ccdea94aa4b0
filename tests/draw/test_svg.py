"""The picture as SVG, measured: what stands where, and whether words meet."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

import pytest
from drawn_officials import five_articles, holding, invented

from kg.draw import Holding, Side, draw_svg
from kg.draw.typeset import text_width
from kg.draw.wording import Words
from kg.errors import UsageError

SVG = "{http://www.w3.org/2000/svg}"
SIZES = {"org": 12.5, "person": 13.0, "post": 12.0, "more": 10.5, "caption": 12.0, "figure-title": 22.0}


@dataclass(frozen=True)
class Placed:
    text: str
    x0: float
    y0: float
    x1: float
    y1: float

    def meets(self, other: Placed) -> bool:
        return self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1


def _shift(element: ElementTree.Element) -> tuple[float, float]:
    found = re.fullmatch(r"translate\((-?[\d.]+) (-?[\d.]+)\)", element.get("transform", "translate(0 0)"))
    assert found
    return float(found[1]), float(found[2])


def _walk(
    element: ElementTree.Element, x: float, y: float, kind: str
) -> Iterator[tuple[ElementTree.Element, float, float, str]]:
    dx, dy = _shift(element)
    kind = element.get("class", kind).split()[0]
    for child in element:
        yield child, x + dx, y + dy, kind
        yield from _walk(child, x + dx, y + dy, kind)


def _lines(text: ElementTree.Element) -> Iterator[tuple[float, float, str]]:
    spans = [span for span in text if span.get("x")]
    for line in spans or [text]:
        words = "".join(line.itertext())
        gap = "w" if any(span.get("dx") for span in line) else ""
        yield float(line.get("x", "nan")), float(line.get("y", "nan")), words + gap


def labels(svg: str) -> list[Placed]:
    """Every line of text with the box it needs."""
    placed = []
    root = ElementTree.fromstring(svg)
    for element, x, y, kind in _walk(root, 0, 0, "svg"):
        if element.tag != f"{SVG}text":
            continue
        name = element.get("class", kind).split()[0]
        size = float(element.get("font-size", 0)) or SIZES[name]
        bold = name in {"head", "person", "figure-title"}
        for line_x, line_y, words in _lines(element):
            width = text_width(words, size, bold=bold)
            anchor = {"end": 1.0, "middle": 0.5}.get(element.get("text-anchor", ""), 0.0)
            left = x + line_x - width * anchor
            top = y + line_y - size * 0.8
            placed.append(Placed(words, left, top, left + width, top + size))
    return placed


def shapes(svg: str) -> list[Placed]:
    """The boxes of officials and of state organisations."""
    placed = []
    for element, x, y, _ in _walk(ElementTree.fromstring(svg), 0, 0, "svg"):
        if element.tag == f"{SVG}rect" and element.get("class") == "shape" and element.get("x"):
            left, top, width, height = (float(element.get(name, 0)) for name in ("x", "y", "width", "height"))
            placed.append(Placed("", x + left, y + top, x + left + width, y + top + height))
    return placed


def collisions(boxes: list[Placed]) -> list[tuple[Placed, Placed]]:
    rows: dict[int, list[Placed]] = defaultdict(list)
    found = []
    for box in boxes:
        near = {
            id(other): other for row in range(int(box.y0 // 40), int(box.y1 // 40) + 1) for other in rows[row]
        }
        found += [(box, other) for other in near.values() if box.meets(other)]
        for row in range(int(box.y0 // 40), int(box.y1 // 40) + 1):
            rows[row].append(box)
    return found


def _long() -> list[Holding]:
    role = "phó chủ nhiệm thường trực kiêm chánh văn phòng và người phát ngôn của ban chỉ đạo các cấp"
    name = "Công Tằng Tôn Nữ Thị Minh Nguyệt Phương Thảo Hoàng Yến"
    body = "Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực và cải cách hành chính tỉnh Quảng Ninh"
    return [
        holding(name, role, body, side=side, status="former", published="2014/2026", article=f"{number}")
        for number, side in enumerate(Side)
    ]


CASES = {
    "five articles": five_articles(),
    "many": list(invented(800, provinces=12)),
    "few in many places": list(invented(60, provinces=30)),
    "long words": _long(),
    "one word without blanks": [holding("N" * 300, "W" * 300, "M" * 300)],
    "one official with forty posts": [
        holding(role=f"thành viên {n}", organization=f"Ban {n}", side=list(Side)[n % 3]) for n in range(40)
    ],
    "one organisation with two hundred officials": [holding(f"Nguyễn Văn {n}") for n in range(200)],
}


@pytest.mark.parametrize("case", CASES)
def test_no_two_labels_meet(case: str) -> None:
    assert not collisions(labels(draw_svg(CASES[case])))


@pytest.mark.parametrize("case", CASES)
def test_no_two_boxes_meet_and_labels_stay_on_the_page(case: str) -> None:
    svg = draw_svg(CASES[case])
    assert not collisions(shapes(svg))
    root = ElementTree.fromstring(svg)
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    for label in labels(svg):
        assert 0 <= label.x0 < label.x1 <= width, label
        assert 0 <= label.y0 < label.y1 <= height, label


@pytest.mark.parametrize("case", CASES)
def test_cards_lie_inside_each_other_or_apart(case: str) -> None:
    cards = []
    for element in ElementTree.fromstring(draw_svg(CASES[case])).iter(f"{SVG}rect"):
        if element.get("class", "").startswith("card"):
            x, y, w, h = (float(element.get(name, 0)) for name in ("x", "y", "width", "height"))
            cards.append(Placed(element.get("class", ""), x, y, x + w, y + h))
    for card, other in collisions(cards):
        inside = card.x0 > other.x0 and card.x1 < other.x1 and card.y0 > other.y0 and card.y1 < other.y1
        assert inside, (card, other)
        assert card.text > other.text


def test_every_name_post_and_organisation_is_there_once() -> None:
    svg = draw_svg(five_articles())
    words = [" ".join("".join(element.itertext()).split()) for element in _groups(svg, "person")]
    assert len(words) == len(set(words)) == 12
    assert len(list(_groups(svg, "post"))) == 21
    whole = [element for element in _groups(svg, "org") if "ref" not in element.get("class", "").split()]
    assert len(whole) == 15


def _groups(svg: str, kind: str) -> Iterator[ElementTree.Element]:
    for element in ElementTree.fromstring(svg).iter(f"{SVG}g"):
        if element.get("class", "").split()[:1] == [kind] and any(
            key.startswith("data-") for key in element.attrib
        ):
            yield element


def test_post_titles_statuses_and_inferences_show() -> None:
    svg = draw_svg(
        [
            holding(status="former", published="2016/2017"),
            holding("Hà", organization="UBND", rule="unit-of-article", side=Side.STATE),
        ]
    )
    past, guessed = _groups(svg, "post")
    assert "".join(past.itertext()) == "nguyên bí thư2016–2017"
    assert past.get("class") == "post party past"
    assert guessed.get("class") == "post state inferred"


def test_text_from_articles_is_only_text() -> None:
    evil = "<script>alert(1)</script>&amp;\"'\x00\u202e]]>"
    svg = draw_svg([holding(evil, evil, evil)])
    root = ElementTree.fromstring(svg)
    assert not list(root.iter(f"{SVG}script"))
    assert "alert(1)</script>&amp;" in "".join("".join(group.itertext()) for group in _groups(svg, "person"))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_same_input_same_bytes(language: str) -> None:
    rows = list(invented(150, provinces=5))
    first = draw_svg(rows, language=language)
    assert first == draw_svg(random.Random(1).sample(rows, len(rows)), language=language)
    assert Words(language)("title") in first


def test_nothing_to_draw_is_said() -> None:
    assert Words()("empty") in draw_svg([])


def test_unknown_language() -> None:
    with pytest.raises(UsageError, match="vi or en"):
        draw_svg([], language="fr")
