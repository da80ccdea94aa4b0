"""``kg export`` and ``kg draw``: the graph as files."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import screen
from kg.cli.options import STORE, Language, StoreOption

OutOption = Annotated[
    Path,
    typer.Option(metavar="PATH", help="A file; for csv, parquet, datasette a folder.", show_default=False),
]


class Kind(StrEnum):
    """The pictures of ``kg draw``."""

    OFFICIALS = "officials"
    NETWORK = "network"
    CHART = "chart"


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
    DATASETTE = "datasette"
    PARQUET = "parquet"


def export(
    out: OutOption,
    form: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Left out, the suffix of PATH tells it.", show_default=False),
    ] = None,
    store: StoreOption = STORE,
) -> None:
    """Write the graph for other programs.

    turtle, trig, nquads and jsonld are the whole graph; csv and parquet the seven tables of facts; sqlite the
    tables with articles, sentences, officials, bodies, units, tenures and full-text search; datasette the
    same as a folder that Datasette opens, with what tables and columns mean; graphml and gexf the network of
    officials, bodies and units, with the times of posts.

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
        str | None,
        typer.Option(metavar="UNIT", help="Only one unit; for a chart also a body.", show_default=False),
    ] = None,
    kind: Annotated[Kind, typer.Option(help="Which picture.")] = Kind.OFFICIALS,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="As of a day, 2023-05-16.", show_default=False)
    ] = None,
    most: Annotated[
        int, typer.Option(min=1, max=50_000, help="So many officials and bodies at most in the network.")
    ] = 2000,
    language: Annotated[
        Language, typer.Option(help="The language of the picture's own words.")
    ] = Language.VI,
    store: StoreOption = STORE,
) -> None:
    """Draw the officials with the bodies and units that they lead.

    officials shows all posts, unit by unit.  network is a map to move in: expand a node, filter by day, level
    and hierarchy, find the way between two people.  chart shows the bodies of one unit or body with those who
    held their posts, as .svg or .png.

    The HTML pages work without a network: search, zoom, and the sentence behind every post.

    For example:

    kg draw --out officials.html

    kg draw --kind network --out network.html

    kg draw --kind chart --place "Uông Bí" --on 2023-01-15 --out chart.svg
    """
    from kg.knowledge import open_graph

    with open_graph(store) as graph:
        graph.draw(out, language=language.value, place=place, kind=kind.value, on=on, most=most)
    screen.say(f"Wrote {out}")
