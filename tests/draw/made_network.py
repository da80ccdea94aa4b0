"""Networks to test with: a small one drawn by hand, and made-up ones of any size."""

from __future__ import annotations

import random

from kg.draw.model import Side
from kg.draw.network import Kind, Network, Node, Tie, Way

_NAMES = "An Binh Chau Dong Hai Hoa Hung Khanh Lac Long Minh Nam Ninh Phu Quang Son Tan Thanh Thai Yen"


def post(
    source: int,
    target: int,
    role: str = "secretary",
    first: str | None = None,
    last: str | None = None,
    **more: object,
) -> Tie:
    iri = f"t:{source}.{target}.{role}"
    return Tie(source, target, Way.POST, iri, role, role, first=first, last=last, **more)  # type: ignore[arg-type]


def small() -> Network:
    """Two provinces; one official has posts in both, one body is a part of another, one is nowhere."""
    nodes = (
        Node("u:a", Kind.UNIT, "Tinh A", 1),
        Node("u:a1", Kind.UNIT, "Huyen A1", 2, unit=0),
        Node("u:b", Kind.UNIT, "Tinh B", 1),
        Node("b:a", Kind.BODY, "Tinh uy A", 1, Side.PARTY, 0),
        Node("b:a-standing", Kind.BODY, "Ban Thuong vu Tinh uy A", 1, Side.PARTY, 0),
        Node("b:a1", Kind.BODY, "UBND huyen A1", 2, Side.STATE, 1),
        Node("b:b", Kind.BODY, "Tinh uy B", 1, Side.PARTY, 2),
        Node("b:central", Kind.BODY, "Bo X", 0, Side.STATE),
        Node("p:1", Kind.OFFICIAL, "Le Van Mot", 1),
        Node("p:2", Kind.OFFICIAL, "Tran Thi Hai", 1),
        Node("p:3", Kind.OFFICIAL, "Ngo Van Ba", 2),
        Node("p:4", Kind.OFFICIAL, "Vu Thi Bon", 0),
    )
    ties = (
        Tie(1, 0, Way.IN),
        Tie(3, 0, Way.OF),
        Tie(4, 0, Way.OF),
        Tie(5, 1, Way.OF),
        Tie(6, 2, Way.OF),
        Tie(4, 3, Way.PART),
        post(8, 3, first="2015-01-01", last="2019-06-01"),
        post(8, 6, first="2020-01-01", last="2022-01-01", earliest="2020-01-01"),
        post(9, 4, "member", first="2018-01-01", last="2018-12-31", latest="2019-05-01"),
        post(9, 6, "deputy-secretary", rank=1),
        post(10, 5, "chair", first="2016-01-01", last="2016-01-01"),
        post(11, 7, "minister", first="2016-01-01", last="2017-01-01"),
    )
    return Network(nodes, ties)


def made(things: int, seed: int = 7) -> Network:
    """A network of about so many officials and bodies in 63 provinces; the same arguments give the same one."""
    rng = random.Random(seed)
    nodes: list[Node] = []
    ties: list[Tie] = []

    def add(node: Node) -> int:
        nodes.append(node)
        return len(nodes) - 1

    def body(label: str, level: int, side: Side, unit: int) -> int:
        number = add(Node(f"b:{len(nodes)}", Kind.BODY, label, level, side, unit))
        if unit >= 0:
            ties.append(Tie(number, unit, Way.OF))
        return number

    def name() -> str:
        return " ".join(rng.sample(_NAMES.split(), 2))

    provinces = [add(Node(f"u:{p}", Kind.UNIT, f"Tinh {name()}", 1)) for p in range(63)]
    units = list(provinces)
    bodies = [body(f"Bo {central}", 0, Side.STATE, -1) for central in range(max(1, things // 200))]
    while len(bodies) < things * 0.45:
        if rng.random() < 0.3:
            above = rng.choice(provinces)
            units.append(add(Node(f"u:{len(nodes)}", Kind.UNIT, f"Huyen {name()}", 2, unit=above)))
            ties.append(Tie(units[-1], above, Way.IN))
        unit = rng.choice(units)
        level = nodes[unit].level
        side = rng.choice((Side.PARTY, Side.PARTY, Side.STATE, Side.STATE, Side.OTHER))
        own = body(f"{side.value} {nodes[unit].label} {len(bodies)}", level, side, unit)
        if bodies and rng.random() < 0.3 and nodes[bodies[-1]].unit == unit:
            ties.append(Tie(own, bodies[-1], Way.PART))
        bodies.append(own)
    while len(nodes) - len(units) < things:
        person = add(Node(f"p:{len(nodes)}", Kind.OFFICIAL, f"{name()} {len(nodes)}", 1))
        for which in range(rng.choice((1, 1, 1, 2, 2, 3, 5))):
            year = rng.randint(2010, 2024)
            days = {"first": f"{year}-01-01", "last": f"{year + rng.randint(0, 3)}-12-31"}
            ties.append(post(person, rng.choice(bodies), f"role-{which}", **days))
    return Network(tuple(nodes), tuple(ties))
