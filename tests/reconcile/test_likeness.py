"""Names compared: people syllable by syllable with their tones, the rest word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reconcile.days import days, overlap, within, years_apart
from kg.reconcile.likeness import EXACT, OTHER_MARKS, SAME, SLIP, UNMARKED, name_likeness, person_likeness
from kg.reconcile.posts import read_post
from kg.reconcile.spelling import spell, spell_out, without_type

PEOPLE = [
    ("Nghiêm Xuân Cường", "Nghiêm Xuân Cường", EXACT),
    ("NGHIÊM XUÂN CƯỜNG", "Nghiêm Xuân Cường", EXACT),
    ("đồng chí Nghiêm Xuân Cường", "Nghiêm Xuân Cường", EXACT),
    ("Bà Trịnh Thị Minh Thanh", "Trịnh Thị Minh Thanh", EXACT),
    ("Nguyễn Thị Thuý Hoà", "Nguyễn Thị Thúy Hòa", EXACT),
    ("Nghie\u0302m Xua\u0302n Cươ\u0300ng", "Nghiêm Xuân Cường", EXACT),
    ("nghiem xuan cuong", "Nghiêm Xuân Cường", UNMARKED),
    ("Nghiem Xuân Cường", "Nghiêm Xuân Cường", SAME),
    ("Nghiêm Xuân Cương", "Nghiêm Xuân Cường", OTHER_MARKS),
    ("Nguyễn Văn Hưng", "Nguyễn Văn Hùng", OTHER_MARKS),
    ("Hoàng Quốc Trung", "Hoàng Quốc Thưởng", 0),
    ("hoang quoc trung", "Hoàng Quốc Thưởng", 0),
    ("Nguyễn Văn Kiên", "Nguyễn Văn Phú", 0),
    ("Nguyễn Văn Hoàn", "Nguyễn Văn Hoàng", SLIP),
    ("Nguyễn Ngọc Bích", "Nguyễn Thị Ngọc Bích", SLIP),
    ("Nguyễn Bích", "Nguyễn Thị Bích", 0),
    ("Cường", "Nghiêm Xuân Cường", 0),
    ("Xuân Cường", "Nghiêm Xuân Cường", 0),
]


@pytest.mark.parametrize(("asked", "known", "expected"), PEOPLE)
def test_people(asked: str, known: str, expected: float) -> None:
    assert person_likeness(spell(asked), spell(known)) == expected


@given(
    st.lists(
        st.sampled_from(
            [
                "Nguyễn",
                "Văn",
                "Quốc",
                "Trung",
                "Thưởng",
                "Cường",
                "Cương",
                "Hùng",
                "Hưng",
                "Thị",
                "Hoà",
                "Hòa",
            ]
        ),
        max_size=5,
    )
)
def test_a_name_is_itself_and_itself_unmarked(syllables: list[str]) -> None:
    name = spell(" ".join(syllables))
    assert person_likeness(name, name) == EXACT
    bare = spell(" ".join(name.plain))
    assert person_likeness(bare, name) in (EXACT, UNMARKED)


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_goes_from_nought_to_one(one: str, other: str) -> None:
    assert 0 <= person_likeness(spell(one), spell(other)) <= 1
    assert 0 <= name_likeness(spell_out(one), spell_out(other)) <= 1


@pytest.mark.parametrize(
    ("asked", "known", "least", "most"),
    [
        ("UBND TP Uông Bí", "Ủy ban nhân dân thành phố Uông Bí", 1, 1),
        ("UBND TP.Uông Bí", "Ủy ban nhân dân thành phố Uông Bí", 1, 1),
        ("HĐND TX Tân Uyên", "Hội đồng nhân dân thị xã Tân Uyên", 1, 1),
        ("Thành ủy TPHCM", "Thành ủy thành phố Hồ Chí Minh", 1, 1),
        ("P. Quang Trung", "phường Quang Trung", 1, 1),
        ("Sở LĐ-TB&XH tỉnh Quảng Ninh", "Sở Lao động - Thương binh và Xã hội tỉnh Quảng Ninh", 1, 1),
        ("uy ban nhan dan thanh pho uong bi", "Ủy ban nhân dân thành phố Uông Bí", UNMARKED, UNMARKED),
        ("UBND Uông Bí", "Ủy ban nhân dân thành phố Uông Bí", 0.9, 0.94),
        ("TX Tân Uyên", "thành phố Tân Uyên", 0.5, 0.6),
        ("Thành ủy Uông Bí", "Ban Thường vụ Thành ủy Uông Bí", 0.4, 0.7),
        ("Thành ủy Uông Bí", "Thành ủy Chí Linh", 0, 0),
        ("Quảng Ninh", "tỉnh Quảng Bình", 0, 0.3),
    ],
)
def test_bodies_and_units(asked: str, known: str, least: float, most: float) -> None:
    assert least <= name_likeness(spell_out(asked), spell_out(known)) <= most


def test_types_of_units_come_off_but_never_the_whole_name() -> None:
    assert without_type(("thành", "ủy", "thành", "phố", "hạ", "long")) == (
        ("thành", "ủy", "hạ", "long"),
        ("thành", "phố"),
    )
    assert without_type(("xã",)) == (("xã",), ())
    assert without_type(("xã", "hội")) == (("hội",), ("xã",))


@pytest.mark.parametrize(
    ("written", "role", "body"),
    [
        ("Bí thư Thành ủy Uông Bí", "secretary", ("thành", "ủy", "uông", "bí")),
        ("nguyên Bí thư Thành ủy", "secretary", ("thành", "ủy")),
        ("Phó Bí thư Thường trực", "standing-deputy-secretary", ()),
        ("pho bi thu", "deputy-secretary", ()),
        ("Chủ tịch UBND huyện Tiên Yên", "chair", ("ủy", "ban", "nhân", "dân", "huyện", "tiên", "yên")),
        ("Quyền Chủ tịch", "chair", ()),
    ],
)
def test_posts(written: str, role: str, body: tuple[str, ...]) -> None:
    read = read_post(written)
    assert read is not None
    assert read.role == role
    assert read.body.folded == body


def test_a_post_without_a_role() -> None:
    assert read_post("nông dân") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-12-02", ("2022-12-02", "2022-12-02")),
        ("2/12/2022", ("2022-12-02", "2022-12-02")),
        ("2022-12-02T00:00:00Z", ("2022-12-02", "2022-12-02")),
        ("2022-05~", ("2022-05-01", "2022-05-31")),
        ("2022", ("2022-01-01", "2022-12-31")),
        ("2016-12-08/2017", ("2016-12-08", "2017-12-31")),
        ("2020-2025", ("2020-01-01", "2025-12-31")),
        ("2022-06", ("2022-06-01", "2022-06-30")),
        ("31/6/2022", None),
        ("2020/..", ("2020-01-01", "9999-12-31")),
        ("/2020", ("0001-01-01", "2020-12-31")),
        ("32/13/2022", None),
        ("2025/2020", None),
        ("", None),
        ("hôm qua", None),
    ],
)
def test_days(text: str, expected: tuple[str, str] | None) -> None:
    assert days(text) == expected


def test_spans() -> None:
    may, year = ("2022-05-01", "2022-05-31"), ("2022-01-01", "2022-12-31")
    assert overlap(may, year)
    assert within(may, year)
    assert not within(year, may)
    assert years_apart(may, ("2030-01-01", "2030-12-31")) == 8
    assert years_apart(may, year) == 0


@given(st.text(max_size=40))
def test_any_text_is_read_as_days_or_not(text: str) -> None:
    found = days(text)
    assert found is None or found[0] <= found[1]
