"""The dataset that a query itself names, with ``FROM`` and ``FROM NAMED`` (SPARQL 1.1 Query, section 13.2).

Oxigraph gives a triple that two graphs of the default graph have twice, where the standard has the merge of
the graphs, a set.  So a query over several graphs is told here, and answered from a copy that is their merge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

#: The words of SPARQL as far as they matter: what may hide a keyword, IRIs, names, and single words.
_WORD: Final = re.compile(
    r"""\#[^\r\n]*
    | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
    | \"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
    | [?$@]\w+
    | (?P<name> [\w.-]*:[\w.:%-]* )
    | (?P<word> \w+ )""",
    re.VERBOSE | re.DOTALL,
)


def named(query: str, prefixes: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the IRIs of the graphs after ``FROM`` and those after ``FROM NAMED``, of a query that is SPARQL.

    A name whose prefix is not known is left out.
    """
    known = dict(prefixes)
    default: list[str] = []
    graphs: list[str] = []
    words = _words(query)
    for kind, word in words:
        keyword = word.upper() if kind == "word" else ""
        if keyword == "PREFIX":
            _, prefix = next(words, ("", ""))
            _, iri = next(words, ("", ""))
            known[prefix.removesuffix(":")] = iri[1:-1]
        elif keyword == "FROM":
            kind, word = next(words, ("", ""))
            place = default
            if kind == "word":
                place = graphs
                kind, word = next(words, ("", ""))
            place.extend(_iri(kind, word, known))
    return tuple(default), tuple(graphs)


def _words(query: str) -> Iterator[tuple[str, str]]:
    for found in _WORD.finditer(query):
        if found.lastgroup is not None:
            yield found.lastgroup, found[0]


def _iri(kind: str, word: str, prefixes: Mapping[str, str]) -> Iterator[str]:
    prefix, _, local = word.partition(":")
    if kind == "iri":
        yield word[1:-1]
    elif kind == "name" and prefix in prefixes:
        yield prefixes[prefix] + local
