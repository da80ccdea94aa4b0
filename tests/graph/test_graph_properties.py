"""Hostile strings and any order: the quads stay quads."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import COMMITTEE, sample

from kg.graph import quads
from kg.model import Position, Text
from kg.nquads import quoted
from kg.vocab import KINDS, Minter

HOSTILE = st.text(st.characters(), max_size=40) | st.sampled_from(
    [
        '"> <x:y> "',
        "\\u0041",
        "a\nb",
        "\x00\x1f\x7f",
        "\ud800",
        "../..",
        "'; DROP",
        "<script>",
        "\u2028",
        "ờ́",
        "%00",
    ]
)
FACTS = sample()


def parsed(lines: list[str]) -> list[ox.Quad]:
    return list(ox.parse("".join(lines).encode(), ox.RdfFormat.N_QUADS))


@given(HOSTILE)
def test_any_string_survives_as_a_literal(text: str) -> None:
    quad = next(iter(ox.parse(f"<a:s> <a:p> {quoted(text)} .".encode(), ox.RdfFormat.N_QUADS)))
    assert quad.object == ox.Literal("".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text))


@settings(max_examples=40, deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_hostile_names_make_safe_iris(name: str, role: str, identifier: str) -> None:
    body = replace(COMMITTEE, name=name)
    positions = tuple(
        replace(p, person=name, role=role, role_concept=None, organization=body) for p in FACTS.positions
    )
    documents = tuple(replace(d, number=role, subject=name, issuer=body) for d in FACTS.documents)
    themes = tuple(replace(t, theme=name, period=role, organization=body) for t in FACTS.themes)
    indicators = tuple(replace(i, indicator=name, unit=role, period=identifier) for i in FACTS.indicators)
    article = replace(FACTS.article, id=identifier, title=name, url=role, publisher=name, published=role)
    facts = replace(
        FACTS, article=article, positions=positions, documents=documents, themes=themes, indicators=indicators
    )
    lines = list(quads(facts))
    found = parsed(lines)
    assert len(found) == len(lines)
    base = Minter().base
    for quad in found:
        for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            if isinstance(term, ox.NamedNode):
                assert term.value.isascii()
                assert not set(term.value) & set('<>"{}|\\^` ')
                if term.value.startswith(base):
                    kind, _, local = term.value.removeprefix(base).partition("/")
                    assert kind in KINDS
                    assert set(local) <= set(
                        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"
                    )


@settings(max_examples=30, deadline=None)
@given(st.permutations(FACTS.positions), st.permutations(FACTS.indicators))
def test_the_order_of_claims_does_not_matter(positions: list[Position], indicators: list[object]) -> None:
    shuffled = replace(FACTS, positions=tuple(positions), indicators=tuple(indicators))  # type: ignore[arg-type]
    assert sorted(quads(shuffled)) == sorted(quads(FACTS))


@given(st.text(max_size=60), st.text(max_size=60))
def test_articles_never_share_a_graph(one: str, other: str) -> None:
    mint = Minter()
    assert (mint.graph(one) == mint.graph(other)) == (one == other)


def test_an_empty_article_is_still_an_article() -> None:
    text = Text(FACTS.article, "", "", (), ())
    empty = replace(FACTS, text=text, positions=(), documents=(), links=(), themes=(), indicators=())
    found = parsed(list(quads(replace(empty, congresses=(), events=(), setting=()))))
    assert any(q.object == ox.NamedNode("https://schema.org/NewsArticle") for q in found)
