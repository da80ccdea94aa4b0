"""The network: read from a store, cut with a count of what is left out, walked through, laid out, drawn."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from math import hypot, log2
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from made_network import made, post, small

from kg import open_graph
from kg.draw import network as net
from kg.draw.network import Kind, Network, Way, When, Wish
from kg.draw.network.pack import pack
from kg.draw.network.payload import NODE, TIE
from kg.errors import UsageError
from kg.knowledge import KnowledgeGraph

LARGE = st.lists(st.floats(0.5, 60), min_size=1, max_size=150)


# -- time --------------------------------------------------------------------------------------------------------

DAYS = [
    ("2016-06-01", When.SURE),
    ("2015-01-01", When.SURE),
    ("2019-06-01", When.SURE),
    ("2019-06-02", When.POSSIBLE),
    ("2024-06-01", When.POSSIBLE),
    ("2024-06-02", When.NOT),
    ("2010-01-01", When.POSSIBLE),
    ("2009-12-31", When.NOT),
]


@pytest.mark.parametrize(("day", "when"), DAYS)
def test_a_post_is_sure_while_attested_and_possible_for_a_term(day: str, when: When) -> None:
    assert post(0, 1, first="2015-01-01", last="2019-06-01").on(day) is when


def test_what_a_source_bounds_is_not_possible_beyond() -> None:
    tie = post(0, 1, first="2018-01-01", last="2018-12-31", earliest="2017-07-01", latest="2019-05-01")
    found = [tie.on(day) for day in ("2017-06-30", "2017-07-01", "2018-05-05", "2019-05-01", "2019-05-02")]
    assert found == [When.NOT, When.POSSIBLE, When.SURE, When.POSSIBLE, When.NOT]


def test_a_post_without_a_day_is_possible_on_all() -> None:
    assert post(0, 1).on("1990-01-01") is When.POSSIBLE


# -- cutting -----------------------------------------------------------------------------------------------------


def labels(part: Network, kind: Kind) -> set[str]:
    return {node.label for node in part.nodes if node.kind is kind}


def test_everything_fits_when_there_is_room() -> None:
    view = net.overview(small(), Wish(), 100)
    assert view.fitting == {"official": 4, "body": 5, "post": 6}
    assert set(view.left_out.values()) == {0}
    assert labels(view.part, Kind.UNIT) == {"Tinh A", "Huyen A1", "Tinh B"}


@given(st.integers(1, 120), st.integers(0, 5))
def test_what_is_left_out_is_counted(most: int, seed: int) -> None:
    whole = made(80, seed)
    view = net.overview(whole, Wish(), most)
    counts = view.part.counted()
    for kind in ("official", "post"):
        assert counts.get(kind, 0) + view.left_out[kind] == view.fitting[kind] == whole.counted()[kind]
    shown = counts.get("official", 0) + counts.get("body", 0)
    assert shown <= most or counts["official"] == 1
    for node in view.part.nodes:
        if node.kind is Kind.OFFICIAL:
            there, everywhere = view.part.numbers[node.iri], whole.numbers[node.iri]
            assert len(view.part.posts(there)) == len(whole.posts(everywhere)), "shown with all posts"


def test_those_with_the_most_posts_come_first() -> None:
    view = net.overview(small(), Wish(), 4)
    assert labels(view.part, Kind.OFFICIAL) == {"Le Van Mot"}
    assert view.left_out == {"official": 3, "body": 3, "post": 4}


WISHES = [
    (Wish(day="2016-06-01", sure=True), {"Le Van Mot", "Vu Thi Bon"}),
    (Wish(day="2018-06-01", sure=True), {"Le Van Mot", "Tran Thi Hai"}),
    (Wish(day="2018-06-01"), {"Le Van Mot", "Tran Thi Hai", "Ngo Van Ba", "Vu Thi Bon"}),
    (Wish(levels=(2,)), {"Ngo Van Ba"}),
    (Wish(sides=("state",)), {"Ngo Van Ba", "Vu Thi Bon"}),
    (Wish(sides=("none",)), set()),
    (Wish(units=("u:a",)), {"Le Van Mot", "Tran Thi Hai", "Ngo Van Ba"}),
    (Wish(units=("u:a1",)), {"Ngo Van Ba"}),
    (Wish(units=("u:unknown",)), set()),
]


@pytest.mark.parametrize(("wish", "officials"), WISHES)
def test_a_wish_narrows(wish: Wish, officials: set[str]) -> None:
    assert labels(net.overview(small(), wish, 100).part, Kind.OFFICIAL) == officials


# -- walking -----------------------------------------------------------------------------------------------------


def test_what_stands_around_a_node() -> None:
    whole = small()
    view = net.around(whole, whole.numbers["b:a"], Wish(), 50)
    assert {node.label for node in view.part.nodes} == {
        "Tinh A",
        "Tinh uy A",
        "Ban Thuong vu Tinh uy A",
        "Le Van Mot",
    }
    assert view.left_out == {}
    view = net.around(whole, whole.numbers["b:a"], Wish(), 1)
    assert labels(view.part, Kind.OFFICIAL) == {"Le Van Mot"}, "posts come first"
    assert view.left_out == {"body": 1, "unit": 1}


def test_the_way_between_two_people() -> None:
    whole = small()
    view = net.between(whole, whole.numbers["p:1"], whole.numbers["p:2"], Wish())
    assert view is not None
    assert {node.iri for node in view.part.nodes if node.kind is not Kind.UNIT} == {"p:1", "p:2", "b:b"}
    view = net.between(whole, whole.numbers["p:1"], whole.numbers["p:2"], Wish(day="2018-06-01", sure=True))
    assert view is not None
    assert {node.iri for node in view.part.nodes if node.kind is not Kind.UNIT} == {
        "p:1",
        "p:2",
        "b:a",
        "b:a-standing",
    }
    assert net.between(whole, whole.numbers["p:1"], whole.numbers["p:4"], Wish()) is None


def cost(whole: Network, tie: net.Tie) -> float:
    if tie.way is Way.POST:
        return 1 + log2(1 + len(whole.at[whole.numbers[whole.nodes[tie.target].iri]])) / 16
    return 1.6 if tie.way is Way.PART else 4.0


@given(st.integers(0, 40), st.data())
def test_a_way_is_the_shortest_way(seed: int, data: st.DataObject) -> None:
    whole = made(60, seed)
    officials = [place for place, node in enumerate(whole.nodes) if node.kind is Kind.OFFICIAL]
    one, other = (data.draw(st.sampled_from(officials)) for _ in range(2))
    graph = nx.MultiGraph()
    graph.add_nodes_from(range(len(whole.nodes)))
    for tie in whole.ties:
        graph.add_edge(tie.source, tie.target, weight=cost(whole, tie))
    view = net.between(whole, one, other, Wish())
    if not nx.has_path(graph, one, other):
        assert view is None
        return
    assert view is not None
    found = 0.0
    for tie in view.part.ties:
        ends = [whole.numbers[view.part.nodes[end].iri] for end in (tie.source, tie.target)]
        found += min(edge["weight"] for edge in graph[ends[0]][ends[1]].values())
    assert found == pytest.approx(nx.dijkstra_path_length(graph, one, other))


# -- laying out --------------------------------------------------------------------------------------------------


@given(LARGE)
def test_packed_circles_never_overlap_and_are_held(radii: list[float]) -> None:
    places, radius = pack(radii)
    for place, (x, y) in enumerate(places):
        assert hypot(x, y) + radii[place] <= radius * (1 + 1e-9)
        for other in range(place):
            ox, oy = places[other]
            assert hypot(x - ox, y - oy) >= (radii[place] + radii[other]) * (1 - 1e-6)


def test_no_circles_need_no_room() -> None:
    assert pack([]) == ([], 0.0)


def nested(whole: Network, places: net.Map) -> Iterator[tuple[float, str]]:
    for number, spot in places.spots.items():
        if number < 0:
            continue
        unit = whole.nodes[number].unit
        if unit >= 0:
            outer = places.spots[unit]
            yield outer.r - spot.r - hypot(spot.x - outer.x, spot.y - outer.y), whole.nodes[number].label


@pytest.mark.parametrize("things", [0, 40, 900])
def test_the_map_has_a_spot_for_all_inside_its_unit(things: int) -> None:
    whole = made(things) if things else small()
    places = net.lay_out(whole)
    drawn = {number for number in places.spots if number >= 0}
    held = {tie.source for tie in whole.ties if tie.way is Way.POST}
    assert drawn == {place for place, node in enumerate(whole.nodes) if node.kind is not Kind.OFFICIAL} | held
    assert [label for room, label in nested(whole, places) if room < -0.01] == []
    assert net.lay_out(whole) == places, "the same every time"


# -- from a store ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def graph(seeds_store: Path) -> Iterator[KnowledgeGraph]:
    with open_graph(seeds_store) as found:
        yield found


@pytest.fixture(scope="module")
def whole(graph: KnowledgeGraph) -> Network:
    return net.load(graph.store)


def test_every_tenure_is_a_post_and_every_post_has_its_sentence(
    graph: KnowledgeGraph, whole: Network
) -> None:
    asked = "SELECT DISTINCT ?t { ?t a <https://w3id.org/dangbo/ontology#Tenure> }"
    tenures = {row["t"].value for row in graph.store.query(asked)}
    assert set(whole.tenures) == tenures
    found = net.sentences(graph.store, sorted(tenures))
    for tenure, some in found.items():
        assert some, tenure
        assert all(each.quote and each.title for each in some)
    assert any(each.before for some in found.values() for each in some)


def test_the_network_knows_names_roles_levels_and_sides(whole: Network) -> None:
    by_label = {node.label: node for node in whole.nodes}
    committee = by_label["Thành ủy Uông Bí"]
    assert (committee.side.value, committee.level) == ("party", 2)
    assert whole.nodes[committee.unit].label == "Thành phố Uông Bí"
    (secretary,) = [
        whole.ties[place]
        for place in whole.posts(whole.numbers[by_label["Nghiêm Xuân Cường"].iri])
        if whole.nodes[whole.ties[place].target] is committee
    ]
    assert (secretary.role, secretary.role_en) == ("bí thư", "secretary")


def test_the_script_is_told_what_it_reads(whole: Network) -> None:
    view = net.overview(whole, Wish(), 100)
    told = json.loads(json.dumps(net.told(view, net.lay_out(view.part), whole)))
    assert told["columns"] == {"node": list(NODE), "tie": list(TIE)}
    assert {len(row) for row in told["nodes"]} == {len(NODE)}
    assert {len(row) for row in told["ties"]} == {len(TIE)}
    script = "".join(net.read(name) for name in net.SCRIPTS)
    for name in {*NODE, *TIE}:
        assert re.search(rf"\.{name}\b|\"{name}\"", script), f"the script never reads {name}"


def test_every_word_of_the_script_is_there_in_both_languages() -> None:
    words = net.words()
    assert all(set(word) == {"vi", "en"} and all(word.values()) for word in words.values())
    texts = [net.read(name) for name in (*net.SCRIPTS, "chart.js", "stage.html")]
    used = set(re.findall(r"say\(\"(\w+)\"", " ".join(texts))) | set(
        re.findall(r"data-w(?:-label)?=\"(\w+)\"", " ".join(texts))
    )
    assert used
    assert used <= words.keys()


# -- the chart ---------------------------------------------------------------------------------------------------


def test_the_chart_of_a_unit_on_a_day() -> None:
    whole = small()
    chart = net.org_chart(whole, whole.numbers["u:a"], "2018-06-01")
    (box,) = chart.boxes
    assert (box.body.label, [h.official.label for h in box.holders]) == ("Tinh uy A", ["Le Van Mot"])
    assert [part.body.label for part in box.parts] == ["Ban Thuong vu Tinh uy A"]
    assert [unit.label for unit in chart.below] == ["Huyen A1"]
    assert (chart.count(When.SURE), chart.count(When.POSSIBLE)) == (2, 0)
    later = net.org_chart(whole, whole.numbers["u:a"], "2021-01-01")
    assert (later.count(When.SURE), later.count(When.POSSIBLE)) == (0, 1)


def test_heads_stand_before_deputies_and_what_there_is_no_room_for_is_counted() -> None:
    whole = small()
    chart = net.org_chart(whole, whole.numbers["u:b"])
    assert [holder.tie.role for holder in chart.boxes[0].holders] == ["secretary", "deputy-secretary"]
    assert net.org_chart(whole, whole.numbers["u:a"], most=1).left_out == 1


def test_a_chart_of_nobody_says_so() -> None:
    whole = small()
    text = net.chart_svg(net.org_chart(whole, whole.numbers["u:b"], "1980-01-01"), net.NetworkWords("en"))
    assert "1 possible" in text, "the post without a day"
    text = net.chart_svg(net.org_chart(whole, whole.numbers["b:a"], "1980-01-01"), net.NetworkWords("en"))
    assert "Nobody is attested" in text


# -- files -------------------------------------------------------------------------------------------------------


def test_kg_draw_writes_the_network_and_the_chart(kg, seeds_store: Path, tmp_path: Path) -> None:
    for name in ("network.html", "network.svg", "network.png"):
        done = kg(
            "draw", "--kind", "network", "--store", seeds_store, "--out", tmp_path / name, "--language", "en"
        )
        assert (done.code, done.err) == (0, "")
    done = kg(
        "draw",
        "--kind",
        "chart",
        "--place",
        "uong bi",
        "--on",
        "2023-01-15",
        "--store",
        seeds_store,
        "--out",
        tmp_path / "c.svg",
    )
    assert (done.code, done.err) == (0, "")
    ElementTree.parse(tmp_path / "network.svg")
    ElementTree.parse(tmp_path / "c.svg")
    assert (tmp_path / "network.png").read_bytes().startswith(b"\x89PNG")
    page = (tmp_path / "network.html").read_text(encoding="utf-8")
    assert "Nothing is left out." in (tmp_path / "network.svg").read_text(encoding="utf-8")
    assert "http-equiv" in page
    assert not re.search(r"(?:src|href)=\"http", page)
    chart = (tmp_path / "c.svg").read_text(encoding="utf-8")
    assert "Nghiêm Xuân Cường, bí thư" in chart


REFUSED = [
    (["--kind", "chart", "--out", "x.svg"], "name it with --place"),
    (["--kind", "chart", "--place", "uong bi", "--out", "x.html"], ".svg or .png"),
    (["--kind", "network", "--on", "soon", "--out", "x.svg"], "soon: not a day"),
    (["--on", "2020-01-01", "--out", "x.svg"], "a day is for"),
    (["--kind", "chart", "--place", "Nghiêm Xuân Cường", "--out", "x.svg"], "a chart is of one unit or body"),
]


@pytest.mark.parametrize(("options", "reason"), REFUSED)
def test_what_cant_be_drawn_is_said_in_one_line(
    kg, seeds_store: Path, tmp_path: Path, options: list[str], reason: str
) -> None:
    given_ = [str(tmp_path / each) if each.startswith("x.") else each for each in options]
    done = kg("draw", "--store", seeds_store, *given_)
    assert done.code == 2
    assert reason in done.err
    assert len(done.err.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_names_from_articles_are_text_in_the_drawings() -> None:
    whole = small()
    evil = '<script>alert("x")</script>&'
    nodes = tuple(net.Node(n.iri, n.kind, evil, n.level, n.side, n.unit) for n in whole.nodes)
    whole = Network(nodes, whole.ties)
    view = net.overview(whole, Wish(), 100)
    for text in (
        net.network_svg(view.part, net.lay_out(view.part), net.NetworkWords("vi"), evil),
        net.chart_svg(net.org_chart(whole, 0, None), net.NetworkWords("vi")),
    ):
        ElementTree.fromstring(text)
        assert "<script" not in text


def test_no_such_language() -> None:
    with pytest.raises(UsageError, match="fr: no such language"):
        net.NetworkWords("fr")
