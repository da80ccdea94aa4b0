"""An article: its text with every piece of evidence marked, and the facts that it states beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from kg.serve.facts import Evidence, Link, Teller
from kg.serve.things.told import PART, participation, told
from kg.vocab import DANG, DCTERMS, OA, SCHEMA

TEMPLATE: Final = "article.html"


@dataclass(frozen=True, slots=True)
class Said:
    """A fact of the article with where it stands."""

    kind: str
    words: tuple[Link, ...]
    evidence: Evidence
    anchor: str
    statement: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text between two borders of evidence.

    ``depth`` is how many pieces of evidence cover it, ``fact`` the place of the shortest one's fact,
    ``anchors`` what begins here.
    """

    text: str
    depth: int
    fact: str
    anchors: tuple[str, ...]


def page(teller: Teller, iri: str) -> dict[str, Any]:
    """Tell of an article."""
    look = teller.look
    facts = sorted(_facts(teller, iri), key=lambda said: (said.evidence.start, said.evidence.end, said.kind))
    text = look.one(iri, DANG.text)
    based = [each for each in look.values(iri, SCHEMA.isBasedOn) if look.one(each, SCHEMA.url)]
    return {
        "name": look.label(iri),
        "identifier": look.one(iri, DCTERMS.identifier),
        "date": teller.day(look.day(iri)),
        "dated": bool(look.one(iri, SCHEMA.datePublished)),
        "author": ", ".join(look.values(iri, SCHEMA.author)),
        "publisher": ", ".join(teller.name(each) for each in look.values(iri, SCHEMA.publisher)),
        "url": next((u for u in look.values(iri, SCHEMA.url) if u.startswith(("http://", "https://"))), ""),
        "places": teller.names(look.values(iri, SCHEMA.contentLocation)),
        "paragraphs": list(paragraphs(text, facts)),
        "facts": facts,
        "based": teller.names(based),
    }


def _facts(teller: Teller, iri: str) -> Iterator[Said]:
    """Give what rests on the article's words: statements, and people's parts in events."""
    look = teller.look
    for source in look.subjects(OA.hasSource, iri):
        for resting in look.subjects(DANG.evidence, source):
            anchor = f"f-{resting.rpartition('.')[2]}"
            if look.is_a(resting, DANG.Participation):
                evidence = teller.at(source)
                kind, words = PART, participation(teller, resting)
            else:
                evidence = teller.evidence(resting)
                kind, words = told(teller, resting)
            if evidence is not None:
                yield Said(kind, tuple(words), evidence, anchor, resting)


def paragraphs(text: str, facts: Sequence[Said]) -> Iterator[list[Piece]]:
    """Part a text into its lines, and these at every border of evidence; nothing of it is lost."""
    pieces = list(_pieces(text, facts))
    line: list[Piece] = []
    for piece in pieces:
        head, *rest = piece.text.split("\n")
        line.append(Piece(head, piece.depth, piece.fact, piece.anchors))
        for each in rest:
            yield line
            line = [Piece(each, piece.depth, piece.fact, ())]
    yield line


def _pieces(text: str, facts: Sequence[Said]) -> Iterator[Piece]:
    spans = {(said.evidence.start, said.evidence.end): said for said in reversed(facts)}
    inside = [span for span in spans if 0 <= span[0] < span[1] <= len(text)]
    borders = sorted({0, len(text), *(place for span in inside for place in span)})
    starts = _starts(inside)
    covering: list[tuple[int, int]] = []
    for begin, end in pairwise(borders):
        covering = [span for span in covering if span[1] > begin] + starts.get(begin, [])
        shortest = min(covering, key=lambda span: (span[1] - span[0], span), default=None)
        anchors = tuple(f"e-{first}-{last}" for first, last in sorted(starts.get(begin, [])))
        fact = spans[shortest].anchor if shortest else ""
        yield Piece(text[begin:end], len(covering), fact, anchors)


def _starts(spans: Iterable[tuple[int, int]]) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = {}
    for span in spans:
        found.setdefault(span[0], []).append(span)
    return found


def structured(teller: Teller, iri: str, told: dict[str, Any]) -> dict[str, Any]:
    """Describe the article in terms of schema.org."""
    look = teller.look
    published = look.one(iri, SCHEMA.datePublished)
    return {
        "@type": "NewsArticle",
        "headline": told["name"],
        "identifier": told["identifier"],
        "inLanguage": look.one(iri, SCHEMA.inLanguage) or "vi",
        **({"datePublished": published} if published else {}),
        **({"author": {"@type": "Person", "name": told["author"]}} if told["author"] else {}),
        **(
            {"publisher": {"@type": "NewsMediaOrganization", "name": told["publisher"]}}
            if told["publisher"]
            else {}
        ),
        **({"url": told["url"]} if told["url"] else {}),
        "contentLocation": [{"@id": each.iri, "name": each.text} for each in told["places"]],
    }
