"""``kg align``: the things of the graph beside those of Wikidata."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg import defaults
from kg.cli import screen
from kg.cli.options import STORE, JsonOption, StoreOption
from kg.cli.progress import steps
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.align import Pair
    from kg.align.candidates import Verdicts
    from kg.knowledge import KnowledgeGraph


class Kind(StrEnum):
    """The kinds of things (:class:`kg.reconcile.Kind`, which is slow to load)."""

    PERSON = "person"
    BODY = "body"
    UNIT = "unit"
    DOCUMENT = "document"


def align(
    endpoint: Annotated[
        str, typer.Option(metavar="URL", help="The SPARQL endpoint to ask.", show_default=False)
    ],
    kind: Annotated[
        list[Kind] | None, typer.Option(help="Only things of this kind; may be repeated.", show_default=False)
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write Turtle to a file, and leave the graph as it is.",
            show_default=False,
        ),
    ] = None,
    judgements: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="What you judged; judgements.tsv here when it is there.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="Ask for so many things; 0 for all.")] = 0,
    timeout: Annotated[int, typer.Option(min=1, metavar="SECONDS", help="Wait so long for an answer.")] = 60,
    pause: Annotated[
        float, typer.Option(min=0, metavar="SECONDS", help="Rest so long between questions.")
    ] = 1.0,
    agent: Annotated[
        str, typer.Option(metavar="TEXT", help="Who asks; public endpoints want an address in it.")
    ] = "",
    store: StoreOption = STORE,
    as_json: JsonOption = False,
) -> None:
    """Look for the people, bodies, units and documents of the graph in Wikidata.

    Names, and nothing else, go to the endpoint that you name.  Candidates are kept in a graph of their own
    with score and reasons, as skos:closeMatch or skos:exactMatch that nothing states as a fact.  A row
    "same", the thing, "wd:Q…" in the file of judgements makes it owl:sameAs; "different" leaves it out.

    Example: kg align --endpoint https://query.wikidata.org/sparql --kind person --limit 100
    """
    from kg.align import Endpoint, turtle
    from kg.align.endpoint import AGENT
    from kg.knowledge import open_graph

    asked = Endpoint(endpoint, timeout=timeout, pause=pause, agent=agent or AGENT)
    with open_graph(store) as graph:
        base = graph.store.base
        found = _found(graph, asked, frozenset(kind or Kind), limit, _verdicts(judgements, base))
    if out is not None:
        _write(out, turtle(found, base))
    else:
        _keep(store, found)
    if as_json:
        screen.say_json([_as_json(pair) for pair in found])
    else:
        _say(found, base)


def _found(
    graph: KnowledgeGraph, endpoint: Any, kinds: frozenset[Kind], limit: int, verdicts: Verdicts
) -> list[Pair]:
    from kg.align import align
    from kg.reconcile import load

    loaded = load(graph.store.quads)
    things = [thing for thing in loaded if thing.kind.value in kinds and not thing.placeless]
    with steps("Asking") as reached:
        return align(things[: limit or None], endpoint, verdicts, on_progress=reached)


def _verdicts(path: Path | None, base: str) -> Verdicts:
    from kg.identity.judgements import read_alignments
    from kg.vocab import WIKIDATA, Minter

    usual = Path(defaults.JUDGEMENTS)
    named = path or (usual if usual.is_file() else None)
    if named is None:
        return {}
    prefixes = Minter(base).prefixes()

    def iri(text: str) -> str:
        prefix, _, local = text.partition(":")
        return prefixes[prefix] + local if prefix in prefixes else text.strip("<>")

    return {
        (iri(each.left), WIKIDATA.base + each.right.partition(":")[2]): each.verdict
        for each in read_alignments(named)
    }


def _keep(store: Path, found: Iterable[Pair]) -> None:
    from kg.align import lines
    from kg.store import open_store

    with open_store(store) as writing:
        writing.replace_all([lines(found, writing.base)])


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{path}: can't be written: {error.strerror or error}") from error


def _say(found: Sequence[Pair], base: str) -> None:
    if found:
        rows = [_row(pair, base) for pair in found]
        screen.table(("thing", "item", "name", "score", "", "reasons"), rows, numbers=("score",))
    things = len({pair.thing.iri for pair in found})
    screen.say(f"{len(found):,} candidates for {things:,} things.", "dim")


def _row(pair: Pair, base: str) -> tuple[object, ...]:
    reasons = ", ".join(f"{feature.id} {feature.value:g}" for feature in pair.candidate.features)
    thing = pair.thing.iri.removeprefix(base).replace("/", ":", 1)
    return thing, _short(pair), pair.item.name, pair.candidate.score, _standing(pair), reasons


def _short(pair: Pair) -> str:
    return f"wd:{pair.item.iri.rpartition('/')[2]}"


def _standing(pair: Pair) -> str:
    if pair.verdict is not None:
        return pair.verdict.value
    return "match" if pair.candidate.match else ""


def _as_json(pair: Pair) -> dict[str, Any]:
    return {
        "thing": pair.thing.iri,
        "name": pair.thing.name,
        "item": pair.item.iri,
        "item_name": pair.item.name,
        "score": pair.candidate.score,
        "match": pair.candidate.match,
        "judged": pair.verdict.value if pair.verdict is not None else None,
        "features": {feature.id: feature.value for feature in pair.candidate.features},
    }
