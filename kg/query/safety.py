"""What may run: queries that read one store, and nothing else."""

from __future__ import annotations

import re

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.words import shortened
from kg.vocab import Minter

_SERVICE = re.compile("service", re.IGNORECASE)
_CALL = re.compile(r"\bservice(\s+silent)?\b", re.IGNORECASE)
_UPDATE = re.compile(
    r"(?:\s|#[^\n]*\n|(?:prefix\s+\S*|base)\s*<[^>]*>)*"
    r"(insert|delete|load|clear|create|drop|copy|move|add|with)\b",
    re.IGNORECASE,
)
#: Sets of characters in a message of the engine's parser, which tell a reader nothing.
_CHARACTERS = re.compile(r",? ?\['(?:'[^']|[^'\]]|'(?!\]))*'?\]")


def check(sparql: str) -> None:
    """Refuse what is not a query that reads this store alone; raises QueryError in one line.

    The usual prefixes (:meth:`kg.vocab.Minter.prefixes`) need not be declared.

    The engine's own parser is the judge: the text must parse when every ``service`` in it is spelt otherwise,
    which a keyword does not survive and a string, a comment or an IRI does.
    """
    harmless = _SERVICE.sub("servicx", sparql)
    error = _syntax_error(harmless)
    if error is None:
        return
    if harmless != sparql and _syntax_error(_CALL.sub("GRAPH", sparql)) is None:
        raise QueryError("SERVICE is refused: queries read this store only; query the other server by itself")
    if found := _UPDATE.match(sparql):
        raise QueryError(f"{found[1].upper()} is refused: queries only read; use SELECT, ASK or CONSTRUCT")
    raise QueryError(f"not a SPARQL 1.1 query: {error}")


def mentions_service(sparql: str) -> bool:
    """Tell whether a query may call another server: only :func:`check` knows whether it does."""
    return _SERVICE.search(sparql) is not None


def _syntax_error(sparql: str) -> str | None:
    try:
        ox.Store().query(sparql, prefixes=Minter().prefixes())
    except (SyntaxError, ValueError) as error:
        return syntax_message(error)
    except (OSError, RuntimeError):
        return None
    return None


def syntax_message(error: BaseException) -> str:
    """Tell what is wrong with a query in one line that begins with ``error at LINE:COLUMN``, if known."""
    return shortened(_CHARACTERS.sub("", str(error))) or type(error).__name__
