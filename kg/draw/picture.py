"""Which of the pictures is drawn, and into which format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kg.draw import network as net
from kg.draw import png
from kg.draw.choose import within
from kg.draw.load import Queryable, holdings
from kg.draw.officials import draw_html, draw_svg
from kg.errors import UsageError
from kg.nquads import is_whole_date

MOST: Final = 2000
_SHARPNESS: Final = 2.0


class Drawing(StrEnum):
    """The pictures that there are."""

    OFFICIALS = "officials"
    NETWORK = "network"
    CHART = "chart"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be drawn: ``things`` are the IRIs that ``place`` means."""

    kind: Drawing
    suffix: str
    language: str = "vi"
    place: str | None = None
    things: tuple[str, ...] = ()
    on: str | None = None
    most: int = MOST


def picture(store: Queryable, wanted: Wanted) -> bytes:
    """Draw what is wanted; raises UsageError for what can't be."""
    if wanted.on is not None and not is_whole_date(wanted.on):
        raise UsageError(f"{wanted.on}: not a day; write it as 2023-05-16")
    text = {
        Drawing.OFFICIALS: _officials,
        Drawing.NETWORK: _network,
        Drawing.CHART: _chart,
    }[wanted.kind](store, wanted)
    return png.rasterise(text, _SHARPNESS) if wanted.suffix == ".png" else text.encode()


def _officials(store: Queryable, wanted: Wanted) -> str:
    if wanted.on is not None:
        raise UsageError(
            "a day is for --kind network and --kind chart; the page of officials filters by year"
        )
    found = holdings(store) if wanted.place is None else within(holdings(store), wanted.place)
    return (draw_html if wanted.suffix == ".html" else draw_svg)(found, language=wanted.language)


def _network(store: Queryable, wanted: Wanted) -> str:
    wish = net.Wish(day=wanted.on, units=wanted.things)
    draw = net.draw_network_html if wanted.suffix == ".html" else net.draw_network_svg
    return draw(store, wish, wanted.most, wanted.language)


def _chart(store: Queryable, wanted: Wanted) -> str:
    if wanted.place is None:
        raise UsageError("a chart is of one unit or body; name it with --place")
    if wanted.suffix == ".html":
        raise UsageError("a chart is drawn as .svg or .png; kg serve has it as a page")
    network = net.load(store)
    kinds = (net.Kind.UNIT, net.Kind.BODY)
    places = [network.numbers[iri] for iri in wanted.things if iri in network.numbers]
    places = [place for place in places if network.nodes[place].kind in kinds]
    if len(places) != 1:
        told = ", ".join(network.nodes[place].iri for place in places) or "none that has officials"
        raise UsageError(f"{wanted.place!r}: a chart is of one unit or body; this means {told}")
    chart = net.org_chart(network, places[0], wanted.on)
    return net.chart_svg(chart, net.NetworkWords(wanted.language))
