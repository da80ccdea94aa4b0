"""Diagrams of the classes as SVG: the tree of all, and around each class what leads to it and away from it.

The drawings take their colours from the page, and each box is a link to its class.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from docs.generator.ontology import Ontology, Ref, Term
from kg.draw.typeset import text_width

_SIZE = 13.0
_HIGH = 26.0
_GAP = 8.0
_PAD = 11.0
_STEP = 34.0
_ARROW = 150.0


@dataclass(frozen=True)
class _Box:
    x: float
    y: float
    w: float
    ref: Ref
    text: str

    @property
    def middle(self) -> float:
        return self.y + _HIGH / 2

    def drawn(self, kind: str) -> str:
        text = f'<text x="{_n(self.x + _PAD)}" y="{_n(self.y + 17.5)}">{escape(self.text)}</text>'
        box = f'<rect x="{_n(self.x)}" y="{_n(self.y)}" width="{_n(self.w)}" height="{_n(_HIGH)}" rx="5"/>'
        if not self.ref.own:
            return f'<g class="{kind} foreign">{box}{text}</g>'
        return f'<a class="{kind}" href="#{escape(self.ref.local)}">{box}{text}</a>'


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _wide(text: str) -> float:
    return text_width(text, _SIZE) * 1.04 + 2 * _PAD


def _svg(width: float, height: float, label: str, parts: list[str]) -> str:
    return (
        f'<svg class="diagram" role="group" aria-label="{escape(label)}" width="{_n(width)}" '
        f'height="{_n(height)}" viewBox="0 0 {_n(width)} {_n(height)}">{"".join(parts)}</svg>'
    )


def tree(ontology: Ontology) -> str:
    """Draw all classes, each indented under the class above it, with the standard classes they come from."""
    boxes: list[_Box] = []
    lines: list[str] = []
    notes: list[str] = []
    at: dict[str, _Box] = {}
    depth: dict[str, int] = {}
    for term in ontology.classes:
        own = next((each for each in term.above if each.own), None)
        depth[term.ref.iri] = depth[own.iri] + 1 if own else 0
        y = len(boxes) * (_HIGH + _GAP)
        box = _Box(depth[term.ref.iri] * _STEP, y, _wide(term.ref.local), term.ref, term.ref.local)
        boxes.append(box)
        at[term.ref.iri] = box
        if own:
            start = at[own.iri]
            turn = start.x + _STEP / 2
            lines.append(f'<path d="M{_n(turn)} {_n(start.y + _HIGH)}V{_n(box.middle)}H{_n(box.x)}"/>')
        foreign = ", ".join(each.name for each in term.above if not each.own)
        if foreign:
            x = box.x + box.w + 12.0
            notes.append(f'<text class="note" x="{_n(x)}" y="{_n(y + 17.5)}">⊂ {escape(foreign)}</text>')
    width = max((box.x + box.w for box in boxes), default=0.0) + 300.0
    height = len(boxes) * (_HIGH + _GAP)
    parts = [*lines, *(box.drawn("class") for box in boxes), *notes]
    return _svg(width, height, "The classes of the ontology as a tree", parts)


def around(ontology: Ontology, term: Term) -> str:
    """Draw a class between the classes that lead to it and those it leads to; empty when there is none."""
    classes = {each.ref.iri: each.ref for each in ontology.classes}
    into = [
        (prop, source)
        for prop in ontology.of_range(term)
        for source in prop.domain
        if prop.kind == "object property" and source.iri != term.ref.iri
    ]
    away = [
        (prop, target)
        for prop in ontology.of_domain(term)
        for target in prop.range
        if prop.kind == "object property"
    ]
    if not into and not away:
        return ""
    rows = max(len(into), len(away), 1)
    height = rows * (_HIGH + _GAP) - _GAP + 4.0
    left = max((_wide(_shown(source, classes)) for _, source in into), default=0.0)
    arrow_in = max((text_width(prop.ref.local, 12.0) + 42.0 for prop, _ in into), default=0.0)
    own = _Box(left + arrow_in, (height - _HIGH) / 2, _wide(term.ref.local), term.ref, term.ref.local)
    arrow_out = max((text_width(prop.ref.local, 12.0) + 42.0 for prop, _ in away), default=0.0)
    start = own.x + own.w + arrow_out
    parts: list[str] = []
    for place, (prop, source) in enumerate(into):
        text = _shown(source, classes)
        box = _Box(left - _wide(text), _row(place, len(into), height), _wide(text), source, text)
        parts += [_edge(box.x + box.w, box.middle, own.x, own.middle, prop), box.drawn("class")]
    for place, (prop, target) in enumerate(away):
        text = _shown(target, classes)
        box = _Box(start, _row(place, len(away), height), _wide(text), target, text)
        parts += [_edge(own.x + own.w, own.middle, box.x, box.middle, prop, away=True), box.drawn("class")]
    width = start + max((_wide(_shown(target, classes)) for _, target in away), default=0.0) + 2.0
    return _svg(width, height, f"What {term.ref.local} is tied to", [*parts, own.drawn("class main")])


def _shown(ref: Ref, classes: dict[str, Ref]) -> str:
    return ref.local if ref.iri in classes else ref.name


def _row(place: int, count: int, height: float) -> float:
    used = count * (_HIGH + _GAP) - _GAP
    return (height - used) / 2 + place * (_HIGH + _GAP)


def _edge(x0: float, y0: float, x1: float, y1: float, prop: Term, *, away: bool = False) -> str:
    """A line with its property's name at the end away from the class that the drawing is about."""
    name = escape(prop.ref.local)
    wide = text_width(prop.ref.local, 12.0)
    tip = f"M{_n(x1)} {_n(y1)}l-7 -3.5v7z"
    if away:
        turn, x = x0 + 18.0, x1 - wide - 12.0
        bend = f"C{_n(turn)} {_n(y0)} {_n(x0 + 4.0)} {_n(y1)} {_n(x0 + 24.0)} {_n(y1)}"
        line = f"M{_n(x0)} {_n(y0)}{bend}H{_n(x1 - 6.0)}"
        y = y1
    else:
        turn, x = x1 - 18.0, x0 + 8.0
        bend = f"C{_n(x1 - 6.0)} {_n(y0)} {_n(turn)} {_n(y1)} {_n(x1 - 6.0)} {_n(y1)}"
        line = f"M{_n(x0)} {_n(y0)}H{_n(x1 - 24.0)}{bend}"
        y = y0
    return (
        f'<path class="line" d="{line}"/><path class="tip" d="{tip}"/><a href="#{name}">'
        f'<text class="property" x="{_n(x)}" y="{_n(y - 4.0)}">{name}</text></a>'
    )
