"""Rows of a query in the four formats of SPARQL results, up to a number of rows.

https://www.w3.org/TR/sparql11-results-json/, …/rdf-sparql-XMLres/, …/sparql11-results-csv-tsv/.  Oxigraph
writes them, too, but whole and without counting: here an answer can end after any row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from json.encoder import encode_basestring
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

Row = Iterable[Any]
Writer = Callable[[Sequence[str], Iterable[Row]], Iterator[str]]
_ITS = "http://www.w3.org/2005/11/its"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_XSD = "http://www.w3.org/2001/XMLSchema#"
#: What Turtle writes without quotes.
_SHORT = {
    f"{_XSD}integer": re.compile(r"[+-]?[0-9]+"),
    f"{_XSD}decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    f"{_XSD}boolean": re.compile("true|false"),
}
_STRING = f"{_XSD}string"
_NEVER = re.compile(r"(?!)")
_SPACES = {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_QUOTED = frozenset('",\r\n')


def json_rows(names: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Write JSON results."""
    keys = [encode_basestring(name) for name in names]
    yield f'{{"head":{{"vars":[{",".join(keys)}]}},"results":{{"bindings":['
    comma = ""
    for row in rows:
        cells = ",".join(
            f"{key}:{_json_term(term)}" for key, term in zip(keys, row, strict=True) if term is not None
        )
        yield f"{comma}{{{cells}}}"
        comma = ","
    yield "]}}"


def _json_term(term: Any) -> str:
    if isinstance(term, ox.NamedNode):
        return f'{{"type":"uri","value":{encode_basestring(term.value)}}}'
    if isinstance(term, ox.BlankNode):
        return f'{{"type":"bnode","value":{encode_basestring(term.value)}}}'
    if isinstance(term, ox.Triple):
        parts = zip(("subject", "predicate", "object"), term, strict=True)
        inner = ",".join(f'"{name}":{_json_term(part)}' for name, part in parts)
        return f'{{"type":"triple","value":{{{inner}}}}}'
    about = ""
    if term.language:
        about = f',"xml:lang":{encode_basestring(term.language)}'
        if term.direction is not None:
            about += f',"its:dir":"{term.direction.value}"'
    elif term.datatype.value != _STRING:
        about = f',"datatype":{encode_basestring(term.datatype.value)}'
    return f'{{"type":"literal","value":{encode_basestring(term.value)}{about}}}'


def xml_rows(names: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Write XML results."""
    keys = [quoteattr(name) for name in names]
    variables = "".join(f"<variable name={key}/>" for key in keys)
    yield f'<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>{variables}'
    yield "</head><results>"
    for row in rows:
        cells = "".join(
            f"<binding name={key}>{_xml_term(term)}</binding>"
            for key, term in zip(keys, row, strict=True)
            if term is not None
        )
        yield f"<result>{cells}</result>"
    yield "</results></sparql>"


def _xml_term(term: Any) -> str:
    if isinstance(term, ox.NamedNode):
        return f"<uri>{escape(term.value)}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{escape(term.value)}</bnode>"
    if isinstance(term, ox.Triple):
        parts = zip(("subject", "predicate", "object"), term, strict=True)
        return f"<triple>{''.join(f'<{name}>{_xml_term(part)}</{name}>' for name, part in parts)}</triple>"
    about = ""
    if term.language:
        about = f" xml:lang={quoteattr(term.language)}"
        if term.direction is not None:
            about += f' xmlns:its="{_ITS}" its:version="2.0" its:dir="{term.direction.value}"'
    elif term.datatype.value != _STRING:
        about = f" datatype={quoteattr(term.datatype.value)}"
    return f"<literal{about}>{_xml_text(term.value)}</literal>"


def _xml_text(text: str) -> str:
    """Write text that keeps its line ends, and without the characters that XML 1.0 can't hold."""
    return escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text), _SPACES)


def csv_rows(names: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Write CSV results: values alone."""
    yield ",".join(names) + "\r\n"
    for row in rows:
        yield ",".join(map(_csv_cell, row)) + "\r\n"


def _csv_cell(term: Any) -> str:
    if term is None:
        return ""
    text = str(term) if isinstance(term, ox.BlankNode | ox.Triple) else term.value
    return '"' + text.replace('"', '""') + '"' if _QUOTED.intersection(text) else text


def tsv_rows(names: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Write TSV results: terms as in Turtle."""
    yield "\t".join(f"?{name}" for name in names) + "\n"
    for row in rows:
        yield "\t".join("" if term is None else _tsv_cell(term) for term in row) + "\n"


def _tsv_cell(term: Any) -> str:
    if isinstance(term, ox.Literal) and _SHORT.get(term.datatype.value, _NEVER).fullmatch(term.value):
        return str(term.value)
    return str(term).replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def truth(answer: bool, media: str) -> str:
    """Write the answer of ASK; as a bare word where the format has no form for it."""
    word = "true" if answer else "false"
    if media.endswith("json"):
        return f'{{"head":{{}},"boolean":{word}}}'
    if media.endswith("xml"):
        head = '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head></head>'
        return f"{head}<boolean>{word}</boolean></sparql>"
    return f"{word}\n"
