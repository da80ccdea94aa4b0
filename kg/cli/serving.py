"""``kg serve``: the graph over HTTP."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import screen
from kg.cli.options import STORE, StoreOption


def serve(
    store: StoreOption = STORE,
    host: Annotated[
        str, typer.Option(help="Where to listen; other machines reach it only on an address of theirs.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 for a free one.")] = 8000,
) -> None:
    """Serve the graph on this machine, for OpenRefine and other clients of the reconciliation API.

    Give OpenRefine the address that is printed, with /reconcile at its end, as a standard service.  It
    matches the names in a spreadsheet to the people, bodies, units and documents of the graph.  Nothing
    is written to the graph, and nothing leaves the machine.  Ctrl-C ends it.

    Example: kg serve --port 8000
    """
    from kg.knowledge import open_graph
    from kg.serve import serve as run

    with open_graph(store) as graph:
        run(
            graph,
            host,
            port,
            lambda address: screen.say(f"Serving {store} at {address}/reconcile (Ctrl-C ends)"),
        )
