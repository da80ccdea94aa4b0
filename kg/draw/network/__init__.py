"""The network of officials, bodies and units: read, cut, laid out, drawn or told to a browser."""

from __future__ import annotations

from kg.draw.load import Queryable
from kg.draw.model import Side
from kg.draw.network.figures import chart_svg, network_svg
from kg.draw.network.layout import Map, lay_out
from kg.draw.network.load import network as load
from kg.draw.network.model import TERM_YEARS, Kind, Network, Node, Tie, Way, When
from kg.draw.network.orgchart import Box, Holder, OrgChart, org_chart
from kg.draw.network.page import SCRIPTS, page
from kg.draw.network.payload import sentence_rows, told
from kg.draw.network.sentences import Sentence, sentences
from kg.draw.network.walk import View, Wish, around, between, overview
from kg.draw.network.wording import NetworkWords, attested, read, words

__all__ = [
    "SCRIPTS",
    "TERM_YEARS",
    "Box",
    "Holder",
    "Kind",
    "Map",
    "Network",
    "NetworkWords",
    "Node",
    "OrgChart",
    "Sentence",
    "Side",
    "Tie",
    "View",
    "Way",
    "When",
    "Wish",
    "around",
    "attested",
    "between",
    "chart_svg",
    "draw_network_html",
    "draw_network_svg",
    "lay_out",
    "load",
    "network_svg",
    "org_chart",
    "overview",
    "read",
    "sentence_rows",
    "sentences",
    "told",
    "words",
]


def draw_network_html(store: Queryable, wish: Wish, most: int, language: str) -> str:
    """Draw one HTML file: ``most`` officials and bodies, with the sentences of all their posts."""
    whole = load(store)
    view = overview(whole, wish, most)
    found = sentences(store, sorted(tie.iri for tie in view.part.ties if tie.iri))
    rows = {tenure: sentence_rows(some) for tenure, some in found.items()}
    return page(told(view, lay_out(view.part), whole, _no_page), rows, language)


def draw_network_svg(store: Queryable, wish: Wish, most: int, language: str) -> str:
    """Draw the same map as an SVG document."""
    speak = NetworkWords(language)
    view = overview(load(store), wish, most)
    return network_svg(view.part, lay_out(view.part), speak, summary(view, speak))


def summary(view: View, speak: NetworkWords) -> str:
    """Say how much is shown, and what is not."""
    counts = view.part.counted()
    shown = {kind: counts.get(kind, 0) for kind in ("official", "body", "post")}
    text = speak("shown", **shown)
    missing = {kind: max(0, view.left_out.get(kind, 0)) for kind in shown}
    return f"{text} {speak('left_out', **missing) if any(missing.values()) else speak('all_shown')}"


def _no_page(_: str) -> str:
    """A file of its own has no pages to lead to."""
    return ""
