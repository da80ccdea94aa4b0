"""``kg serve``: the graph in a browser, and over HTTP for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import screen
from kg.cli.options import STORE, JudgementsOption, StoreOption


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
    seconds: Annotated[
        float, typer.Option(min=0.1, metavar="N", help="How long a SPARQL query may run.")
    ] = 30,
    rows: Annotated[int, typer.Option(min=1, metavar="N", help="How many rows it may give.")] = 100_000,
    jobs: Annotated[int, typer.Option(min=1, max=64, metavar="N", help="How many may run at once.")] = 2,
    waiting: Annotated[int, typer.Option(min=0, metavar="N", help="How many more may wait.")] = 64,
    allow_service: Annotated[
        bool, typer.Option("--allow-service", help="Let queries call other servers (SERVICE).")
    ] = False,
    allow_update: Annotated[
        bool, typer.Option("--allow-update", help="Take SPARQL updates to graphs of your own.")
    ] = False,
    judgements: JudgementsOption = None,
    allow_review: Annotated[
        bool,
        typer.Option("--allow-review", help="Let other machines write judgements, when they can listen."),
    ] = False,
) -> None:
    """Serve the graph on this machine: pages to read and search, and OpenRefine's reconciliation.

    Open the address that is printed in a browser.  Every person, body, unit, document, theme and article
    has a page, at the path of its IRI; each fact there is one click from its sentence.  The same addresses
    give Turtle and JSON-LD to programs.

    Queries come to the address with /sparql at its end, each in a process of its own, which is killed when
    it takes too long; updates and calls to other servers are refused.  With --allow-update this machine may
    write graphs of its own, which kg build leaves alone: they are kept in own.nq of the store's folder.

    What is decided at /review goes into the file of judgements, which the next kg build follows; other
    machines may not write there unless --allow-review is given.

    A store that is built anew is served anew: the pages show the state before while kg build is at work, and
    the new one when it has ended.

    Give OpenRefine the address with /reconcile at its end, as a standard service.  Nothing is written to
    the graph, and nothing leaves the machine.  Ctrl-C ends it.

    Example: kg serve dangbo-store --port 8000
    """
    from kg.serve import serve as run
    from kg.sparql import Limits

    chosen = folder or store

    def say(address: str) -> None:
        screen.say(f"Serving {chosen} at {address}/ (for OpenRefine: {address}/reconcile; Ctrl-C ends)")

    def wait() -> None:
        screen.warn(f"{chosen}: somebody builds the store; it is served when that has ended (Ctrl-C ends)")

    limits = Limits(seconds=seconds, rows=rows, workers=jobs, waiting=waiting)
    run(
        chosen,
        host,
        port,
        say,
        wait,
        limits=limits,
        allow_service=allow_service,
        allow_update=allow_update,
        allow_review=allow_review,
        judgements=judgements,
    )
