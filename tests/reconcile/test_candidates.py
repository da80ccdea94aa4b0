"""Which thing a name means, and when nobody can tell."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lexicon import lexicon
from kg.reconcile import Asked, Entity, Index, Kind, Value, Wish
from kg.reconcile.model import Post
from kg.reconcile.properties import FEATURES, PROPERTIES
from kg.reconcile.rarity import Rarity
from kg.reconcile.spelling import spell

BASE = "https://w3id.org/dangbo/id/"


def unit(
    key: str, label: str, *over: str, days: tuple[str, str] | None = None, crowded: bool = False
) -> Entity:
    names = {"kind": (Value((label.split()[0],)),), "unit": tuple(Value((each,)) for each in over)}
    names["province"] = tuple(Value((each,)) for each in over[-1:])
    return Entity(f"{BASE}unit/{key}", Kind.UNIT, (label,), names, days=days, crowded=crowded)


def person(key: str, name: str, role: str, wording: str, body: str, place: str, year: int = 2022) -> Entity:
    organization = Value((body,), f"{BASE}organization/{spell(body).plain}")
    return Entity(
        f"{BASE}person/{key}",
        Kind.PERSON,
        (name,),
        {
            "post": (Value((f"{wording} {body}",)),),
            "organization": (organization,),
            "unit": (Value((place,)), Value(("tỉnh Quảng Ninh",), near=True)),
            "province": (Value(("tỉnh Quảng Ninh",)),),
        },
        posts=(Post(role, wording, organization),),
        days=(f"{year}-01-01", f"{year}-12-31"),
    )


def body(key: str, name: str, *units: str, placeless: bool = False, crowded: bool = False) -> Entity:
    values = {"unit": tuple(Value((each,)) for each in units)} if units else {}
    return Entity(
        f"{BASE}organization/{key}", Kind.BODY, (name,), values, placeless=placeless, crowded=crowded
    )


def document(key: str, number: str, issuer: str, date: str) -> Entity:
    values = {
        "number": (Value((number,)),),
        "kind": (Value(("nghị quyết", "resolution")),),
        "issuer": (Value((issuer,)),),
        "date": (Value((date,)),),
    }
    name = f"{number}, {issuer}"
    return Entity(f"{BASE}document/{key}", Kind.DOCUMENT, (name,), values, days=(date, date))


def crowd() -> Iterator[Entity]:
    """Six hundred people with names as they are made in the country, so that common ones are common."""
    draw = random.Random(7)
    surnames = [*["Nguyễn"] * 12, *["Trần"] * 4, *["Lê"] * 4, "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"]
    middles = [*["Văn"] * 9, *["Thị"] * 6, "Quốc", "Đức", "Minh", "Ngọc"]
    givens = [*["Hùng"] * 3, "Hưng", "Dũng", "Thắng", "Bình", "Hà", "Lan", "Sơn", "Tuấn", "Nga"]
    for number in range(600):
        name = f"{draw.choice(surnames)} {draw.choice(middles)} {draw.choice(givens)}"
        yield person(
            f"crowd-{number}", name, "member", "ủy viên", f"Huyện ủy Số {number}", f"huyện Số {number}"
        )


@pytest.fixture(scope="module")
def index() -> Index:
    uong_bi, chi_linh = "Thành ủy Uông Bí", "Thành ủy Chí Linh"
    return Index(
        [
            *crowd(),
            person("cuong", "Nghiêm Xuân Cường", "secretary", "bí thư", uong_bi, "thành phố Uông Bí"),
            person("thuong", "Hoàng Quốc Thưởng", "secretary", "bí thư", chi_linh, "thành phố Chí Linh"),
            person("an-1", "Đỗ Khắc Ẩn", "secretary", "bí thư", uong_bi, "thành phố Uông Bí"),
            person(
                "an-2", "Đỗ Khắc Ẩn", "chair", "chủ tịch", "Ủy ban nhân dân huyện Tiên Yên", "huyện Tiên Yên"
            ),
            person(
                "van", "Nguyễn Văn Vân", "chair", "chủ tịch", "Ủy ban nhân dân huyện Vân Đồn", "huyện Vân Đồn"
            ),
            body("uong-bi", uong_bi, "thành phố Uông Bí"),
            body("standing", f"Ban Thường vụ {uong_bi}", "thành phố Uông Bí"),
            body("somewhere", "Đảng ủy", placeless=True),
            body("chau-thanh", "Huyện ủy Châu Thành", "huyện Châu Thành", "tỉnh Tiền Giang", crowded=True),
            unit("old", "tỉnh Lạng Sơn", days=("0001-01-01", "2025-06-30")),
            unit("new", "tỉnh Lạng Sơn", days=("2025-07-01", "9999-12-31")),
            unit("quang-trung", "phường Quang Trung", "thành phố Uông Bí", "tỉnh Quảng Ninh", crowded=True),
            document("06-2016", "06-NQ/TU", uong_bi, "2016-12-08"),
            document("06-2022", "06-NQ/TU", uong_bi, "2022-12-02"),
            document("05-2021", "05-NQ/TU", "Huyện ủy Tiên Yên", "2021-12-20"),
        ]
    )


def ask(index: Index, name: str, *kinds: str, limit: int = 10, **wishes: str) -> list[tuple[str, bool]]:
    found = index.candidates(
        Asked(
            name,
            frozenset(Kind(kind) for kind in kinds),
            tuple(Wish(identifier, (value,)) for identifier, value in wishes.items()),
            limit,
        )
    )
    return [(each.entity.iri.rpartition("/")[2], each.match) for each in found]


@pytest.mark.parametrize(
    ("name", "kind", "wishes", "first"),
    [
        # A rare name is enough; without its marks it needs a word more.
        ("Nghiêm Xuân Cường", "person", {}, ("cuong", True)),
        ("nghiem xuan cuong", "person", {}, ("cuong", False)),
        ("nghiem xuan cuong", "person", {"unit": "Uông Bí"}, ("cuong", True)),
        ("nghiem xuan cuong", "person", {"post": "Bi thu Thanh uy Uong Bi"}, ("cuong", True)),
        ("Nghiêm Xuân Cường", "person", {"unit": "Cẩm Phả"}, ("cuong", False)),
        # Other marks, another tone: never the same.
        ("Nghiêm Xuân Cương", "person", {"unit": "Uông Bí"}, ("cuong", False)),
        ("Hoàng Quốc Thương", "person", {"unit": "Chí Linh"}, ("thuong", False)),
        # A common name never is enough; a post says little, a post with its body a lot.
        ("Nguyễn Văn Vân", "person", {}, ("van", False)),
        ("Nguyễn Văn Vân", "person", {"post": "chủ tịch"}, ("van", False)),
        ("Nguyễn Văn Vân", "person", {"post": "Chủ tịch UBND huyện Vân Đồn"}, ("van", True)),
        ("Nguyễn Văn Vân", "person", {"organization": "UBND huyện Vân Đồn"}, ("van", True)),
        ("Nguyễn Văn Vân", "person", {"post": "Bí thư Huyện ủy Vân Đồn"}, ("van", False)),
        # Two of one name: only what sets one apart tells.
        ("Đỗ Khắc Ẩn", "person", {}, ("an-1", False)),
        ("Đỗ Khắc Ẩn", "person", {"province": "Quảng Ninh"}, ("an-1", False)),
        ("Đỗ Khắc Ẩn", "person", {"unit": "Tiên Yên"}, ("an-2", True)),
        ("Đỗ Khắc Ẩn", "person", {"date": "2022"}, ("an-1", False)),
        # Bodies: the whole name, or what places it.
        ("Thành ủy Uông Bí", "body", {}, ("uong-bi", True)),
        ("BTV Thành ủy Uông Bí", "body", {}, ("standing", True)),
        ("Thành ủy Uông Bí", "body", {"unit": "huyện Tiên Yên"}, ("uong-bi", False)),
        ("Đảng ủy", "body", {}, ("somewhere", False)),
        ("Huyện ủy Châu Thành", "body", {}, ("chau-thanh", False)),
        ("Huyện ủy Châu Thành", "body", {"unit": "Châu Thành, Tiền Giang"}, ("chau-thanh", True)),
        # Units: the reform made two of one name, the date tells.
        ("tỉnh Lạng Sơn", "unit", {}, ("new", False)),
        ("tỉnh Lạng Sơn", "unit", {"date": "2019-05-01"}, ("old", True)),
        ("tỉnh Lạng Sơn", "unit", {"date": "2026"}, ("new", True)),
        ("phường Quang Trung", "unit", {}, ("quang-trung", False)),
        ("phường Quang Trung", "unit", {"province": "Quảng Ninh"}, ("quang-trung", True)),
        ("Quang Trung", "unit", {"unit": "Uông Bí"}, ("quang-trung", True)),
        # Documents: numbers begin again with each term; the issuer is not enough, the date is.
        ("06-NQ/TU", "document", {"issuer": "Thành ủy Uông Bí"}, ("06-2016", False)),
        ("06-NQ/TU", "document", {"issuer": "Thành ủy Uông Bí", "date": "2/12/2022"}, ("06-2022", True)),
        ("Nghị quyết số 06-NQ/TU", "document", {"date": "2016-12-08"}, ("06-2016", True)),
        ("05-NQ/TU", "document", {}, ("05-2021", False)),
        ("05-NQ/TU", "document", {"date": "2021-12-20"}, ("05-2021", True)),
        ("05-NQ/TU", "document", {"date": "2020-12-20"}, ("05-2021", False)),
    ],
)
def test_who_is_meant(
    index: Index, name: str, kind: str, wishes: dict[str, str], first: tuple[str, bool]
) -> None:
    assert ask(index, name, kind, **wishes)[0] == first


@pytest.mark.parametrize("name", ["Hoàng Quốc Trung", "Cường", "Ai Đó Khác", "", " ", "?!"])
def test_nobody_is_meant(index: Index, name: str) -> None:
    assert ask(index, name, "person") == []


def test_kinds_and_limit(index: Index) -> None:
    assert {found.partition("-")[0] for found, _ in ask(index, "Thành ủy Uông Bí", "person")} == set()
    assert len(ask(index, "Nguyễn Văn Hùng", "person", limit=3)) == 3


def test_an_iri_is_the_thing_itself(index: Index) -> None:
    assert ask(index, f"{BASE}organization/somewhere") == [("somewhere", True)]


def test_properties_without_a_name_find_things_and_match_none(index: Index) -> None:
    assert ask(index, "", "document", issuer="Huyện ủy Tiên Yên") == [("05-2021", False)]
    assert ask(index, "", "person", unit="Vân Đồn") == [("van", False)]


def test_every_value_and_required_ones(index: Index) -> None:
    both = Wish("unit", ("Uông Bí", "Quảng Ninh"), every=True)
    (found, *_) = index.candidates(Asked("Nghiêm Xuân Cường", frozenset({Kind.PERSON}), (both,)))
    assert found.feature("unit") == pytest.approx(0.9)
    elsewhere = Wish("unit", ("Cẩm Phả",), required=True)
    assert index.candidates(Asked("Nghiêm Xuân Cường", frozenset({Kind.PERSON}), (elsewhere,))) == []


def test_reasons_are_given(index: Index) -> None:
    (found, *_) = index.candidates(
        Asked(
            "nghiem xuan cuong",
            wishes=(Wish("unit", ("Uông Bí",)), Wish("number", ("6",)), Wish("date", ("2022",))),
        )
    )
    assert {feature.id: feature.value for feature in found.features} == {
        "name": 0.95,
        "name_with_marks": 0.0,
        "name_without_marks": 1.0,
        "name_alone_is_enough": 0.0,
        "unit": 1.0,
        "date": 1.0,
    }
    assert set(FEATURES) >= {feature.id for feature in found.features} | set(PROPERTIES)


def test_suggestions(index: Index) -> None:
    bodies = [each.name for each in index.suggest("thanh uy u", kinds=(Kind.BODY,))]
    assert bodies == ["Thành ủy Uông Bí", "Ban Thường vụ Thành ủy Uông Bí"]
    assert [each.name for each in index.suggest("Nghiêm")] == ["Nghiêm Xuân Cường"]
    assert [each.name for each in index.suggest("nghiem", kinds=(Kind.BODY,))] == []
    first, second = index.suggest("nguyen van", limit=2), index.suggest("nguyen van", skip=2, limit=2)
    assert not {each.iri for each in first} & {each.iri for each in second}


def test_how_rare_names_are() -> None:
    rarity = Rarity(spell(entity.name).folded for entity in crowd())
    assert rarity.namesakes(spell("Nguyễn Văn Hùng").folded) > rarity.namesakes(spell("Bùi Quốc Nga").folded)
    assert not Rarity([]).rare(spell("Nghiêm Xuân Cường").folded)


WORDS = [
    "Nguyễn",
    "Trần",
    "Văn",
    "Thị",
    "Quốc",
    "Hùng",
    "Hưng",
    "nguyen",
    "van",
    "hung",
    "Đỗ",
    "Khắc",
    "Ẩn",
    "Thành",
    "ủy",
    "Uông",
    "Bí",
    "06-NQ/TU",
    "phường",
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join) | st.text(max_size=20),
    st.dictionaries(
        st.sampled_from(sorted(PROPERTIES)), st.sampled_from(WORDS) | st.text(max_size=12), max_size=3
    ),
    st.sampled_from([(), *((kind.value,) for kind in Kind)]),
)
def test_at_most_one_match_and_it_leads(
    index: Index, name: str, wishes: dict[str, str], kinds: tuple[str, ...]
) -> None:
    asked = Asked(
        name, frozenset(map(Kind, kinds)), tuple(Wish(key, (value,)) for key, value in sorted(wishes.items()))
    )
    found = index.candidates(asked)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert all(0 <= each.score <= 100 for each in found)
    assert not any(each.match for each in found[1:])
    for each in found[:1]:
        namesakes = [o for o in found[1:] if o.entity.name == each.entity.name and o.score > each.score - 10]
        assert not (each.match and namesakes)


def test_the_order_of_things_does_not_matter(index: Index) -> None:
    shuffled = list(index)
    random.Random(3).shuffle(shuffled)
    other = Index(shuffled)
    for name in ("Nguyễn Văn Hùng", "Đỗ Khắc Ẩn", "06-NQ/TU", "Thành ủy"):
        assert other.candidates(Asked(name)) == index.candidates(Asked(name))


def test_every_property_and_kind_speaks_of_what_is_there() -> None:
    assert all(each.kinds <= frozenset(Kind) and each.weight > 0 for each in PROPERTIES.values())
    assert lexicon().concept("role", "secretary").label
