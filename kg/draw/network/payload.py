"""What the script in the browser is told: nodes and ties as rows of plain values, most of them numbers.

``network.js`` reads the rows by the places that are named here; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from kg.draw.network.layout import NOWHERE, Map
from kg.draw.network.model import Kind, Network, Tie, Way
from kg.draw.network.sentences import Sentence
from kg.draw.network.walk import View
from kg.draw.typeset import printable

#: The columns of a node and of a tie.
NODE: Final = ("iri", "kind", "label", "level", "side", "unit", "posts", "x", "y", "r", "path")
TIE: Final = (
    *("source", "target", "way", "id", "role", "role_en"),
    *("first", "last", "earliest", "latest"),
)
Path = Callable[[str], str]


def told(view: View, places: Map | None, whole: Network, path: Path = str) -> dict[str, Any]:
    """Give a view for the script; with ``places`` as a map, else to be spread out by the script itself.

    ``path`` gives the address of a thing's page, ``whole`` is the network that the view is a part of: from it
    comes how many posts a node has in all.
    """
    part = view.part
    wanted = _wanted(part, mapped=places is not None)
    number = {old: new for new, old in enumerate(wanted)}
    return {
        "columns": {"node": NODE, "tie": TIE},
        "nodes": [_node(part, old, number, places, whole, path) for old in wanted],
        "ties": [_tie(tie, number) for tie in part.ties if places is None or tie.way in (Way.POST, Way.PART)],
        "fitting": view.fitting,
        "left_out": {kind: count for kind, count in view.left_out.items() if count > 0},
        "whole": whole.counted(),
        "nowhere": _spot(places, NOWHERE) if places and NOWHERE in places.spots else None,
    }


def _wanted(part: Network, *, mapped: bool) -> list[int]:
    """Leave out the units that nothing is tied to, where they are nodes and not circles."""
    places = enumerate(part.nodes)
    return [place for place, node in places if mapped or node.kind is not Kind.UNIT or part.at[place]]


def _node(
    part: Network, place: int, number: Mapping[int, int], places: Map | None, whole: Network, path: Path
) -> list[Any]:
    node = part.nodes[place]
    posts = len(whole.posts(whole.numbers[node.iri]))
    unit = number.get(node.unit, -1)
    spot = _spot(places, place) if places is not None else [None, None, None]
    label = printable(node.label)
    return [node.iri, node.kind.value, label, node.level, node.side.value, unit, posts, *spot, path(node.iri)]


def _spot(places: Map, place: int) -> list[float | None]:
    spot = places.spots.get(place)
    return [None, None, None] if spot is None else [round(value, 1) for value in (spot.x, spot.y, spot.r)]


def _tie(tie: Tie, number: Mapping[int, int]) -> list[Any]:
    return [
        *(number[tie.source], number[tie.target], tie.way.value, tie.iri, printable(tie.role), tie.role_en),
        *(tie.first, tie.last, tie.earliest, tie.latest),
    ]


def sentence_rows(found: Sequence[Sentence], path: Path = str) -> list[dict[str, Any]]:
    """Give sentences for the script."""
    return [{**asdict(each), "page": path(each.article)} for each in found]
