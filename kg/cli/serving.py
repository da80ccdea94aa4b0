"""``kg serve``: the graph in a browser, and over HTTP for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import screen
from kg.cli.options import STORE, StoreOption


def serve(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[STORE]", help="The folder that holds the graph.", show_default=False),
    ] = None,
    store: StoreOption = STORE,
    host: Annotated[
        str, typer.Option(help="Where to listen; other machines reach it only on an address of theirs.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 for a free one.")] = 8000,
) -> None:
    """Serve the graph on this machine: pages to read and search, and OpenRefine's reconciliation.

    Open the address that is printed in a browser.  Every person, body, unit, document, theme and article
    has a page, at the path of its IRI; each fact there is one click from its sentence.  The same addresses
    give Turtle and JSON-LD to programs.

    Give OpenRefine the address with /reconcile at its end, as a standard service.  Nothing is written to
    the graph, and nothing leaves the machine.  Ctrl-C ends it.

    Example: kg serve dangbo-store --port 8000
    """
    from kg.knowledge import open_graph
    from kg.serve import serve as run

    chosen = folder or store

    def say(address: str) -> None:
        screen.say(f"Serving {chosen} at {address}/ (for OpenRefine: {address}/reconcile; Ctrl-C ends)")

    with open_graph(chosen) as graph:
        run(graph, host, port, say)
