"""``kg query`` and ``kg explain``: questions to the graph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli import screen
from kg.cli.options import STORE, JsonOption, StoreOption
from kg.cli.remote_options import BaseOption, CredentialsOption, UserOption, server
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.explain import Computed, Fact, Thing
    from kg.knowledge import KnowledgeGraph
    from kg.query import Query, Result
    from kg.remote import RemoteStore

_OWN = frozenset(
    {"article", "quote", "start", "end", "assertion", "rule", "inference", "origin", "iri", "elements"}
)


class Answer(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TURTLE = "turtle"


def query(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME|FILE|SPARQL]", help="A query of the list, a file, or SPARQL.", show_default=False
        ),
    ] = None,
    store: StoreOption = STORE,
    param: Annotated[
        list[str] | None,
        typer.Option(
            "--param", "-p", metavar="NAME=VALUE", help="A parameter of the query.", show_default=False
        ),
    ] = None,
    form: Annotated[Answer, typer.Option("--format", "-f", help="How to print the answer.")] = Answer.TABLE,
    about: Annotated[
        bool, typer.Option("--about", help="Show the query: question, parameters, SPARQL.")
    ] = False,
    endpoint: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Ask a SPARQL server, not the store.", show_default=False),
    ] = None,
    credentials: CredentialsOption = None,
    user: UserOption = "",
    base: BaseOption = None,
    timeout: Annotated[
        int, typer.Option(min=1, metavar="SECONDS", help="Wait so long for the server's answer.")
    ] = 60,
    as_json: JsonOption = False,
) -> None:
    """Ask the graph: a ready question by name, or SPARQL of your own.

    Without a name it lists the questions.  A question's parameters are options of their own; names may be
    written without marks and capitals.

    Some examples:

    kg query

    kg query theme-history --unit "Uông Bí"

    kg query "SELECT ?name { ?person foaf:name ?name }" --format csv

    kg query officials --endpoint http://localhost:7878/query
    """
    from kg.query import load

    if name is None:
        if context.args:
            raise QueryError(f"{context.args[0]}: which query? `kg query` lists them")
        _list(as_json)
        return
    found = load(name)
    if about:
        _about(found, as_json)
        return
    words = [word for pair in param or () for word in ("--param", pair)] + context.args
    parameters = found.arguments(words)
    for given in parameters:
        found.parameter(given)
    if endpoint is not None:
        result = _ask_server(found, parameters, server(endpoint, credentials, user, timeout, base))
    else:
        result = _ask_store(found, parameters, store)
    _answer(found, result, Answer.JSON if as_json else form)


def _ask_store(query: Query, parameters: dict[str, str], store: Path) -> Result:
    from kg.query import run
    from kg.sparql.own import opened

    with opened(store) as graph:
        return run(graph, query, parameters)


def _ask_server(query: Query, parameters: dict[str, str], there: RemoteStore) -> Result:
    from kg.query import run

    with there:
        return run(there, query, parameters)


def _answer(query: Query, result: Result, form: Answer) -> None:
    for note in result.notes:
        screen.warn(f"kg: {note}")
    if form is Answer.TABLE:
        _say(query, result)
    else:
        writers = {Answer.CSV: result.to_csv, Answer.JSON: result.to_json, Answer.TURTLE: result.to_turtle}
        screen.raw(writers[form]())


def _say(query: Query, result: Result) -> None:
    if result.answer is not None:
        screen.say("yes" if result.answer else "no")
        return
    rows = result.table()
    if rows:
        screen.table(result.columns, rows, title=query.title or None)
    screen.say(f"{len(rows):,} row{'' if len(rows) == 1 else 's'}", "dim")


def _list(as_json: bool) -> None:
    from kg.query import queries

    known = queries()
    if as_json:
        screen.say_json([_described(query) for query in known.values()])
        return
    rows = [(name, _usage(query), query.title) for name, query in known.items()]
    screen.table(("query", "parameters", "title"), rows)
    screen.say("kg query NAME --about tells more; [ ] may be left out.", "dim")


def _usage(query: Query) -> str:
    shown = (f"--{p.name}" if p.required else f"[--{p.name}]" for p in query.parameters)
    return " ".join(shown)


def _described(query: Query) -> dict[str, Any]:
    return {
        "name": query.name,
        "title": query.title,
        "question": {"vi": query.question_vi, "en": query.question_en},
        "parameters": [asdict(parameter) for parameter in query.parameters],
        "examples": list(query.examples),
    }


def _about(query: Query, as_json: bool) -> None:
    if as_json:
        screen.say_json({**_described(query), "sparql": query.text})
        return
    for line in (query.title, query.question_vi, query.question_en):
        if line:
            screen.say(line)
    if query.parameters:
        rows = [
            (f"--{p.name}", p.type, "required" if p.required else p.default or "", p.description)
            for p in query.parameters
        ]
        screen.table(("parameter", "type", "default", "meaning"), rows)
    for example in query.examples:
        screen.say(f"Example: {example}")
    for line in query.text.splitlines():
        if not line.startswith("#"):
            screen.say(line)


def explain(
    name: Annotated[str, typer.Argument(metavar="NAME|IRI", help="A name, an IRI, or a prefixed name.")],
    store: StoreOption = STORE,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="At most so many facts; 0 for all.")] = 100,
    as_json: JsonOption = False,
) -> None:
    """Show what the articles say about a person, a body, a unit, a document, a theme, an article.

    Each fact comes with its sentence, the words that it rests on marked.

    Some examples:

    kg explain "Nghiêm Xuân Cường"

    kg explain 06-NQ/TU
    """
    from kg.explain import ENOUGH, computed, explain
    from kg.knowledge import open_graph

    with open_graph(store) as graph:
        things = graph.find(name)
        if len(things) > ENOUGH and not as_json:
            _choose(name, things)
            raise typer.Exit(2)
        found = [(t, explain(graph.store, t.iri), computed(graph.store, t.iri)) for t in things]
        if as_json:
            screen.say_json([_as_json(*each) for each in found])
            return
        found = [each for each in found if each[1] or each[2]] or found
        for place, (thing, facts, ties) in enumerate(found):
            if place:
                screen.say()
            _explain(graph, thing, facts[: limit or None], len(facts), ties)


def _choose(name: str, things: Sequence[Thing]) -> None:
    screen.table(("name", "is", "IRI"), [(t.label, ", ".join(t.kinds), t.iri) for t in things])
    screen.warn(f"kg: {len(things)} things are called {name}; give the IRI of one")


def _explain(
    graph: KnowledgeGraph, thing: Thing, facts: Sequence[Fact], total: int, ties: Sequence[Computed]
) -> None:
    screen.say(f"{thing.label or thing.iri}  ({', '.join(thing.kinds)})", "bold")
    screen.say(thing.iri, "dim")
    article = ""
    for fact in facts:
        if fact.row["article"] != article:
            article = fact.row["article"]
            heading = " · ".join(part for part in (article, fact.published, fact.headline) if part)
            screen.say()
            screen.say(heading, "bold cyan")
        _say_fact(fact)
    for tie in ties:
        screen.say()
        screen.say(f"computed ({tie.rule}): {tie.subject.label} — {tie.relation} — {tie.object.label}")
    if not facts and not ties:
        screen.say("No article says anything about it; it is there for what it is a part of.")
    if total > len(facts):
        screen.say(f"… {total - len(facts):,} more facts; --limit 0 shows all", "dim")


def _say_fact(fact: Fact) -> None:
    cells = [f"{name}: {value}" for name, value in fact.row.items() if value and _is_shown(name, value)]
    how = "" if fact.row["assertion"] != "inferred" else f"  [{fact.row['inference']}]"
    screen.say(f"• {fact.table} — {'; '.join(cells)}{how}")
    screen.show(screen.marked(fact.sentence, fact.start, fact.end), indent=4)


def _is_shown(column: str, value: str) -> bool:
    """Tell what a reader of sentences wants to see: no IRIs, no codes, nothing that the sentence shows."""
    return not (column in _OWN or column.endswith("_code") or value.startswith(("http://", "https://")))


def _as_json(thing: Thing, facts: Sequence[Fact], ties: Sequence[Computed]) -> dict[str, Any]:
    return {
        **asdict(thing),
        "facts": [
            {
                "table": fact.table,
                **{name: value for name, value in fact.row.items() if value},
                "sentence": fact.sentence,
                "sentence_start": fact.start,
                "sentence_end": fact.end,
                "headline": fact.headline,
                "published": fact.published,
            }
            for fact in facts
        ],
        "computed": [asdict(tie) for tie in ties],
    }
