"""The command line: one verb a stage.

Exit codes: 0 done, 1 done and problems found, 2 wrong use.  Errors are one line that says what to do; set
``DANGBO_DEBUG`` to see where in the program they come from.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from kg.cli import (
    aligning,
    asking,
    bodies,
    building,
    checking,
    findings,
    judging,
    places,
    pushing,
    releasing,
    resolving,
    screen,
    serving,
    telling,
    writing,
)
from kg.errors import KgError
from kg.files import NO_ROOM

_DEBUG = "DANGBO_DEBUG"

app = typer.Typer(
    name="kg",
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def kg(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Knowledge graphs from the press of Vietnam's party committees and people's committees.

    Every fact in the graph leads back to the sentence that says it.

    A first round:

    [bold]kg build[/] articles/ [dim]# read a folder into the graph[/]

    [bold]kg validate[/] [dim]# what is wrong, what is odd, with the sentence[/]

    [bold]kg check[/] [dim]# where articles contradict each other, with both sentences[/]

    [bold]kg query[/] [dim]# the questions that it answers[/]

    [bold]kg query[/] theme-history --unit "Uông Bí"

    [bold]kg explain[/] "Nghiêm Xuân Cường" [dim]# the facts with their sentences[/]

    [bold]kg unit[/] "Tân Uyên" --on 2022-07-01 [dim]# what a place was, and became[/]

    [bold]kg body[/] "Thành ủy Uông Bí" --on 2026-01-01 [dim]# was there such a body, and what came of it?[/]

    [bold]kg resolve[/] [dim]# who is who, where the program is not sure[/]

    [bold]kg draw[/] --out officials.html [dim]# a picture to search and zoom[/]

    [bold]kg push[/] http://localhost:7878 [dim]# to a SPARQL server, only what changed[/]

    [bold]kg export[/] --format csv --out tables/ [dim]# for a spreadsheet[/]

    [bold]kg release[/] release/ [dim]# files to publish, with checksums and a description[/]

    [bold]kg serve[/] [dim]# read and search the graph in a browser[/]

    The graph is a folder, dangbo-store here unless --store or DANGBO_STORE names another.
    """
    if version:
        from kg import __version__

        screen.say(f"kg {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        sys.stdout.write(context.get_help() + "\n")


_FREE = {"allow_extra_args": True, "ignore_unknown_options": True}
app.command("build")(building.build)
app.command("remove")(building.remove)
app.command("validate")(checking.validate)
app.command("check")(findings.check)
app.command("query", context_settings=_FREE)(asking.query)
app.command("explain")(asking.explain)
app.command("unit")(places.unit)
app.command("body")(bodies.body)
app.command("news")(telling.news)
app.command("cascade")(telling.cascade)
app.command("push")(pushing.push)
app.command("draw")(writing.draw)
app.command("export")(writing.export)
app.command("release")(releasing.release)
app.command("resolve")(resolving.resolve)
app.command("serve")(serving.serve)
app.command("align")(aligning.align)
app.command("evaluate")(judging.evaluate)
app.command("diff")(judging.diff)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit code."""
    try:
        code = app(args=arguments, prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
        return _code(code)
    except typer.TyperException as error:
        screen.warn(f"kg: {' '.join(error.format_message().split())} (kg --help tells more)")
        return 2
    except KgError as error:
        screen.warn(f"kg: {error}")
        return 2
    except (KeyboardInterrupt, typer.Abort):
        return _code(130)
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python would complain again when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if isinstance(error, OSError) and error.errno in NO_ROOM:
            return _no_room(error)
        if os.environ.get(_DEBUG):
            raise
        fault = " ".join(f"{type(error).__name__}: {error}".split())
        screen.warn(f"kg: a fault of the program ({fault}); please report it ({_DEBUG}=1 shows where)")
        return 1


def _no_room(error: OSError) -> int:
    """Tell where there was no room; what is still held back for the output has nowhere to go."""
    where = error.filename or "the output"
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    screen.warn(f"kg: {where} can't be written ({error.strerror}); make room, or write elsewhere")
    return 2


def _code(code: object) -> int:
    if code == 130:
        screen.warn("kg: stopped; what is done is kept, and the same command goes on from there")
    return code if isinstance(code, int) else 0
