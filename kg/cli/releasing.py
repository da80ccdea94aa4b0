"""``kg release``: the graph as a folder to publish."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import screen
from kg.cli.options import STORE, JsonOption, StoreOption
from kg.cli.progress import steps
from kg.cli.writing import Format


def release(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is not there yet.")],
    form: Annotated[
        list[Format] | None,
        typer.Option(
            "--format",
            "-f",
            help="As often as wanted.  [default: nquads, csv, sqlite, and parquet where pyarrow is]",
            show_default=False,
        ),
    ] = None,
    licence: Annotated[
        str | None,
        typer.Option("--license", metavar="IRI", help="The licence of the data.", show_default=False),
    ] = None,
    address: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where the folder will be on the web.", show_default=False),
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(metavar="IRI", help="Who publishes it.", show_default=False)
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Instead of the program's own.", show_default=False)
    ] = None,
    version: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The version of the data.", show_default=False)
    ] = None,
    issued: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day of issue.  [default: today]", show_default=False),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check/--no-check", help="Say whether the graph keeps to the shapes.")
    ] = True,
    store: StoreOption = STORE,
    as_json: JsonOption = False,
) -> None:
    """Write a release: the graph in files, their checksums, and a description for catalogues.

    dataset.ttl describes it in DCAT and VoID: every file with its media type, size and SHA-256, the licence,
    the time that the articles span, how much there is of each class and property.  Without --address its
    links are relative, and hold wherever the folder lies.  sha256sum -c SHA256SUMS checks the files.  The
    exit code is 1 when the graph has a Violation; the description then does not claim that it conforms.

    Example: kg release release/ --license https://creativecommons.org/licenses/by/4.0/
    """
    from kg.knowledge import open_graph
    from kg.release import Wishes
    from kg.release import release as make

    wishes = Wishes(
        formats=tuple(each.value for each in form or ()),
        license=licence,
        address=address,
        publisher=publisher,
        title=title,
        version=version,
        issued=issued or date.today().isoformat(),
        check=check,
    )
    with open_graph(store) as graph, steps("Writing") as reached:
        made = make(graph.store, folder, wishes, reached)
    if as_json:
        told = [{"path": f.path, "format": f.format, "bytes": f.size, "sha256": f.sha256} for f in made.files]
        screen.say_json({"folder": str(made.folder), "sound": made.sound, "files": told})
    else:
        rows = [(file.path, f"{file.size:,}") for file in made.files]
        screen.table(("file", "bytes"), rows, numbers=("bytes",))
        screen.say(f"Wrote {made.folder}; cd {made.folder} && sha256sum -c SHA256SUMS checks it.")
    if made.sound is False:
        screen.warn("the graph is not sound; kg validate tells why")
        raise typer.Exit(1)
