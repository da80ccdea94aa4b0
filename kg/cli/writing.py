"""``kg export`` and ``kg draw``: the graph as files."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import screen
from kg.cli.options import STORE, Language, StoreOption

OutOption = Annotated[
    Path, typer.Option(metavar="PATH", help="The file to write; for csv a folder.", show_default=False)
]


class Format(StrEnum):
    """The formats of ``kg export``."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    JSONLD = "jsonld"
    CSV = "csv"
    GRAPHML = "graphml"
    GEXF = "gexf"
    SQLITE = "sqlite"


def export(
    out: OutOption,
    form: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Left out, the suffix of PATH tells it.", show_default=False),
    ] = None,
    store: StoreOption = STORE,
) -> None:
    """Write the graph for other programs.

    turtle, trig, nquads and jsonld are the whole graph; csv and sqlite the seven tables of facts; graphml and
    gexf the network of officials, bodies and units.

    Example: kg export --format csv --out tables/
    """
    from kg.knowledge import open_graph

    with open_graph(store) as graph:
        graph.export(out, form.value if form is not None else None)
    screen.say(f"Wrote {out}")


def draw(
    out: Annotated[
        Path, typer.Option(metavar="PATH", help="An .html, .svg or .png file.", show_default=False)
    ],
    place: Annotated[
        str | None, typer.Option(metavar="UNIT", help="Only the officials of one unit.", show_default=False)
    ] = None,
    language: Annotated[
        Language, typer.Option(help="The language of the picture's own words.")
    ] = Language.VI,
    store: StoreOption = STORE,
) -> None:
    """Draw the officials with the bodies and units that they lead.

    The HTML page works without a network: search, zoom, and the sentence behind every post.

    Example: kg draw --out officials.html
    """
    from kg.knowledge import open_graph

    with open_graph(store) as graph:
        graph.draw(out, language=language.value, place=place)
    screen.say(f"Wrote {out}")
