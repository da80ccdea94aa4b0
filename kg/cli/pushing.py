"""``kg push``: the graph to a SPARQL server."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import screen
from kg.cli.options import STORE, JsonOption, StoreOption
from kg.cli.progress import steps
from kg.cli.remote_options import CredentialsOption, UserOption, server

if TYPE_CHECKING:
    from kg.remote import Pushed

_SHOWN = 10


class Kind(StrEnum):
    """The kinds of servers (:data:`kg.remote.KINDS`, which is slow to load)."""

    OXIGRAPH = "oxigraph"
    FUSEKI = "fuseki"
    GRAPHDB = "graphdb"
    VIRTUOSO = "virtuoso"
    NEPTUNE = "neptune"
    QLEVER = "qlever"
    PLAIN = "plain"


def push(
    endpoint: Annotated[
        str, typer.Argument(metavar="ENDPOINT", help="The address of the server's queries, or its root.")
    ],
    store: StoreOption = STORE,
    kind: Annotated[
        Kind | None,
        typer.Option("--server", help="What it is.  [default: what it says it is]", show_default=False),
    ] = None,
    update: Annotated[
        str | None,
        typer.Option(
            "--update", metavar="URL", help="Where it takes updates, if elsewhere.", show_default=False
        ),
    ] = None,
    graphs: Annotated[
        str | None,
        typer.Option(
            "--graph-store",
            metavar="URL",
            help="Where it takes whole graphs (Graph Store protocol); they are sent that way.",
            show_default=False,
        ),
    ] = None,
    credentials: CredentialsOption = None,
    user: UserOption = "",
    timeout: Annotated[int, typer.Option(min=1, metavar="SECONDS", help="Wait so long for an answer.")] = 300,
    again: Annotated[bool, typer.Option("--again", help="Send all graphs, changed or not.")] = False,
    keep: Annotated[
        bool, typer.Option("--keep", help="Leave there what the store does not have any more.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would be sent.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Bring a SPARQL 1.1 server to the state of the graph.

    Only what changed since the last push is sent, one named graph an article; what the graph no longer has
    is removed there, if a push brought it.  Graphs of others are left alone.  A push that was stopped goes
    on where it was when it is run again.  In the end the triples of each graph are counted there; the
    exit code is 1 when a count is not right.

    Example: kg push http://localhost:7878
    """
    from kg import remote
    from kg.knowledge import open_graph

    with (
        open_graph(store) as graph,
        server(endpoint, credentials, user, timeout, tries=6) as there,
        steps("Pushing graphs") as reached,
    ):
        there.settle(kind.value if kind is not None else None, update, graphs)
        done = remote.push(graph.store, there, again=again, keep=keep, dry_run=dry_run, on_progress=reached)
        address = there.endpoint
    if as_json:
        screen.say_json({"endpoint": address, "dry_run": dry_run, **asdict(done)})
    else:
        _say(done, address, dry_run)
    if done.wrong:
        raise typer.Exit(1)


def _say(done: Pushed, address: str, dry_run: bool) -> None:
    would = "Would send" if dry_run else "Sent"
    size = "" if dry_run else f" ({done.triples:,} triples)"
    screen.say(
        f"{would} {done.sent:,} graph{'' if done.sent == 1 else 's'}{size} to {address}; "
        f"{done.unchanged:,} unchanged, {done.removed:,} {'to remove' if dry_run else 'removed'}."
    )
    for wrong in done.wrong[:_SHOWN]:
        screen.warn(f"kg: {wrong.graph or 'the default graph'}: {wrong.there:,} triples, not {wrong.here:,}")
    if done.wrong:
        more = f" ({len(done.wrong):,} in all)" if len(done.wrong) > _SHOWN else ""
        screen.warn(f"kg: the server has not what was sent{more}; kg push {address} --again sends all anew")
    elif not dry_run:
        screen.say("Every graph has as many triples there as it should.", "dim")
