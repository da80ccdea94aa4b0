"""Copies of articles and sentences, and how many witnesses are left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import COMMITTEE
from test_graph import rows

from kg.derive.copies import copies, likeness, runs
from kg.derive.witnesses import Printed, presumed_original, witnesses
from kg.graph import quads
from kg.model import Article, Block, BlockKind, Evidence, Facts, Position, Status
from kg.normalise import normalise
from kg.nquads import NamedGraph
from kg.vocab import Minter

WORDS = [f"{a}{b}" for a in "bcdghklmnprstvx" for b in ("an", "em", "ich", "oai", "uông", "ây")]
NEWS = " ".join(WORDS[at * 7 % len(WORDS)] + " " + WORDS[at * 11 % 83] for at in range(80))
OTHER = " ".join(WORDS[at * 13 % len(WORDS)] + " " + WORDS[at * 17 % 79] for at in range(80))


def cut(text: str, share: float) -> str:
    found = text.split()
    return " ".join(found[: int(len(found) * share)])


@pytest.mark.parametrize(
    ("one", "other", "copy"),
    [
        (NEWS, NEWS, True),
        (NEWS, NEWS.upper().replace(" ", ",  "), True),
        (NEWS, f"tít khác hẳn\n{NEWS}", True),
        (NEWS, cut(NEWS, 0.6), True),
        (NEWS, f"{cut(NEWS, 0.8)} {cut(OTHER, 0.2)}", True),
        (NEWS, OTHER, False),
        (NEWS, f"{cut(NEWS, 0.4)} {cut(OTHER, 0.6)}", False),
        # a digest that holds the whole article is no copy of it
        (cut(NEWS, 0.3), f"{NEWS} {OTHER}", False),
        # too short to be told apart
        ("một hai ba bốn năm sáu bảy tám", "một hai ba bốn năm sáu bảy tám", False),
        ("", "", False),
    ],
)
def test_what_is_a_copy(one: str, other: str, copy: bool) -> None:
    assert (likeness(runs(one), runs(other)) is not None) is copy
    texts = {"one": one, "other": other}
    found = copies(texts, texts.__getitem__)
    assert [sorted(c.text for c in group) for group in found] == ([["one", "other"]] if copy else [])


def test_a_chain_of_changes_makes_no_group() -> None:
    """What was rewritten step by step is no copy of what it began as."""
    steps = [f"{cut(NEWS, 1 - share)} {cut(OTHER, share)}" for share in (0, 0.25, 0.5, 0.75, 1)]
    texts = dict(zip("abcde", steps, strict=True))
    for group in copies(texts, texts.__getitem__):
        first = runs(texts[group[0].text])
        assert all(likeness(first, runs(texts[copy.text])) is not None for copy in group)


@given(st.permutations(range(6)))
def test_the_order_of_the_texts_does_not_matter(order: Sequence[int]) -> None:
    kinds = [NEWS, cut(NEWS, 0.7), f"x {NEWS}", OTHER, cut(OTHER, 0.9), cut(NEWS, 0.5) + cut(OTHER, 0.5)]
    texts = {f"t{at}": kinds[at] for at in range(6)}
    assert copies([f"t{at}" for at in order], texts.__getitem__) == copies(texts, texts.__getitem__)


@pytest.mark.parametrize(
    ("group", "original"),
    [
        ([Printed("a", "2022-05-24"), Printed("b", "2022-05-25")], "a"),
        ([Printed("a", "2022-05"), Printed("b", "2022-05-25")], None),
        ([Printed("a", "2022-04"), Printed("b", "2022-05-25")], "a"),
        ([Printed("a", "2022-05-25/.."), Printed("b", "2022-05-26/..")], None),
        ([Printed("a"), Printed("b")], None),
        # the source that one of them names goes before the dates
        ([Printed("a", "2022-05-24", "P1", "a.original", "P2"), Printed("b", "2022-05-25", "P2")], "b"),
        ([Printed("a", "2022-05-24", "P1", "a.original", "P2"), Printed("b", "2022-05-25")], "a.original"),
        (
            [
                Printed("a", "", "P1", "a.original", "P2"),
                Printed("b", "", "P2"),
                Printed("c", "", "P2"),
            ],
            None,
        ),
    ],
)
def test_the_presumed_original(group: list[Printed], original: str | None) -> None:
    assert presumed_original(group) == original
    assert presumed_original(reversed(group)) == original


# -- from a store --------------------------------------------------------------------------------------------

SENTENCE = (
    "Đồng chí Trần Văn Mẫu, Bí thư Thành ủy Uông Bí, phát biểu tại buổi lễ khai trương tuyến phố đi bộ mới"
)
CAPTION = "Trần Văn Mẫu, Bí thư Thành ủy Uông Bí"


def told(name: str, lines: Iterable[str], quote: str = "Trần Văn Mẫu", published: str | None = None) -> Facts:
    blocks = tuple(
        Block(BlockKind.CAPTION if line == CAPTION else BlockKind.PARAGRAPH, line) for line in lines
    )
    text = normalise(Article(name, blocks, published=published))
    position = Position(
        Evidence(name, 0, 0, ""), "told", "Trần Văn Mẫu", "bí thư", "secretary", COMMITTEE, Status.CURRENT
    )
    found = []
    start = text.content.find(quote)
    while start >= 0:
        caption = text.sentences[text.sentence_at(start)].kind == "caption"
        found.append(
            replace(position, evidence=Evidence(name, start, start + len(quote), quote, caption=caption))
        )
        start = text.content.find(quote, start + 1)
    return Facts(text.article, text, positions=tuple(found))


def derived_from(*facts: Facts) -> ox.Store:
    store = ox.Store()
    for each in facts:
        store.bulk_load("".join(quads(each)).encode(), ox.RdfFormat.N_QUADS)
    graph = NamedGraph(Minter().derived_graph("witnesses"))
    witnesses(store, Minter(), graph)
    store.bulk_load("".join(graph.lines).encode(), ox.RdfFormat.N_QUADS)
    return store


#: How many witnesses there are for what is stated, however often.
COUNT = """SELECT (COUNT(DISTINCT ?w) AS ?n) { ?s dang:states ?thing ; prov:hadPrimarySource ?article .
    OPTIONAL { ?s dang:witness ?own } OPTIONAL { ?article dang:witness ?of }
    BIND(COALESCE(?own, ?of, ?article) AS ?w) }"""


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        # reprinted under another headline, once cut short
        (
            [[NEWS, f"{SENTENCE}."], ["Tít mới", NEWS, f"{SENTENCE}."], [f"{SENTENCE}.", cut(NEWS, 0.7)]],
            "1",
        ),
        # two reports of their own
        ([[NEWS, f"{SENTENCE}."], [OTHER, "Bí thư Trần Văn Mẫu đến dự."]], "2"),
        # a report that took over one sentence
        ([[NEWS, f"{SENTENCE}."], [OTHER, f"{SENTENCE}!"]], "1"),
        # and says the same in a sentence of its own
        ([[NEWS, f"{SENTENCE}."], [OTHER, f"{SENTENCE}.", "Bí thư Trần Văn Mẫu đến dự."]], "2"),
        # a short sentence is written alike by chance, a caption is printed twice with its picture
        ([[NEWS, "Bí thư Trần Văn Mẫu đến dự."], [OTHER, "Bí thư Trần Văn Mẫu đến dự."]], "2"),
        ([[NEWS, CAPTION], [OTHER, CAPTION]], "1"),
    ],
)
def test_independent_witnesses_are_counted(articles: list[list[str]], expected: str) -> None:
    facts = [told(f"bai-{at}", lines) for at, lines in enumerate(articles)]
    assert rows(derived_from(*facts), COUNT) == [(expected,)]
    assert rows(derived_from(*reversed(facts)), COUNT) == [(expected,)]


def test_each_tie_tells_its_likeness_and_what_it_rests_on() -> None:
    store = derived_from(told("dai", [NEWS, f"{SENTENCE}."]), told("ngan", [f"{SENTENCE}.", cut(NEWS, 0.7)]))
    query = """SELECT ?subject ?rule ?score ?basis { ?s rdf:subject ?subject ; rdf:predicate dang:witness ;
        dang:rule ?rule ; dang:score ?score ; prov:wasDerivedFrom ?basis }"""
    found = {tuple(part.rpartition("/")[2] for part in row) for row in rows(store, query)}
    assert {row[0] for row in found} == {"dai", "ngan"}
    assert {row[3] for row in found if row[0] == "ngan"} == {"dai", "ngan"}
    assert all(0.7 <= float(row[2]) <= 1 and row[1] == "near-duplicate" for row in found)


def test_copies_are_quoted_from_what_came_first() -> None:
    store = derived_from(
        told("sau", [NEWS, f"{SENTENCE}."], published="2022-05-25"),
        told("truoc", [NEWS, f"{SENTENCE}."], published="2022-05-24"),
    )
    query = "SELECT ?copy ?original { ?copy prov:wasQuotedFrom ?original }"
    assert [tuple(part.rpartition("/")[2] for part in row) for row in rows(store, query)] == [
        ("sau", "truoc")
    ]


def test_deriving_twice_gives_the_same_lines() -> None:
    facts = [told(f"bai-{at}", [NEWS, f"{SENTENCE}."]) for at in range(3)]
    one, two = derived_from(*facts), derived_from(*reversed(facts))
    everything = "SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }"
    assert rows(one, everything) == rows(two, everything)
