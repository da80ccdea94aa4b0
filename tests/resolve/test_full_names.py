"""Short names and those that the article writes in full, however long it is."""

from __future__ import annotations

import pytest

from kg.model import Organization
from kg.resolve.full_names import FullNames
from tests.reading import facts

LINES = (
    "Ông Lê Văn An, Giám đốc Sở Nội vụ tỉnh Hà Nam, dự.",
    "Bà Vũ Thị Lan, Phó Giám đốc Sở, phát biểu.",
    "Ông Trần Văn Ba, Giám đốc Công ty Cổ phần Sông Lam, dự.",
    "Bà Lê Thị Na, Phó Giám đốc Công ty Sông Lam, báo cáo.",
)


def compared(monkeypatch: pytest.MonkeyPatch, *lines: str) -> int:
    """How often a name is compared with another one in an article of these lines."""
    times = 0
    extends = FullNames._extends

    def counted(self: FullNames, other: Organization, short: Organization) -> bool:
        nonlocal times
        times += 1
        return extends(self, other, short)

    with monkeypatch.context() as patched:
        patched.setattr(FullNames, "_extends", counted)
        assert facts(*lines).positions
    return times


def test_a_name_is_compared_with_another_one_once_however_often_both_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    once = compared(monkeypatch, *LINES)
    assert 0 < once == compared(monkeypatch, *LINES * 12)


def test_the_last_full_name_before_a_short_one_is_meant() -> None:
    found = facts(
        "Ông Lê Văn An, Giám đốc Sở Nội vụ tỉnh Hà Nam, dự.",
        "Bà Vũ Thị Lan, Phó Giám đốc Sở, phát biểu.",
        "Ông Trần Văn Ba, Giám đốc Sở Y tế tỉnh Hà Nam, dự.",
        "Bà Lê Thị Na, Phó Giám đốc Sở, báo cáo.",
    )
    told = {p.person: p.organization and p.organization.label for p in found.positions}
    assert told["Vũ Thị Lan"] == "Sở Nội vụ tỉnh Hà Nam"
    assert told["Lê Thị Na"] == "Sở Y tế tỉnh Hà Nam"


def test_the_nations_congress_of_a_union_is_not_that_of_the_province() -> None:
    found = facts(
        "Đại hội Đoàn TNCS Hồ Chí Minh tỉnh Hà Nam lần thứ XV bế mạc.",
        "Đại hội bầu đoàn đại biểu dự Đại hội Đoàn toàn quốc lần thứ XII.",
    )
    told = {c.ordinal: c.organization and c.organization.label for c in found.congresses}
    union = "Đoàn Thanh niên Cộng sản Hồ Chí Minh"
    assert told == {15: f"{union} tỉnh Hà Nam", 12: union}


def test_a_committee_told_by_one_word_is_the_one_that_goes_on_in_lower_case() -> None:
    found = facts(
        "Đảng ủy Khối các cơ quan tỉnh Hà Nam tổ chức hội nghị.",
        "Đồng chí Lê Văn Tá, Bí thư Đảng ủy Khối, phát biểu. Bà Lê Thị Lan, Phó Bí thư Đảng ủy Sở, dự.",
    )
    offices = [p.organization.label for p in found.positions if isinstance(p.organization, Organization)]
    assert offices == ["Đảng ủy Khối các cơ quan tỉnh Hà Nam", "Đảng ủy Sở"]


def test_a_bank_is_not_one_whose_name_joins_its_words_to_others() -> None:
    found = facts(
        "Ngân hàng Đầu tư và Phát triển Việt Nam (BIDV) họp.",
        "Ông Lê Văn An, nguyên Chủ tịch Hội đồng quản trị Ngân hàng Phát triển Việt Nam, dự.",
    )
    (post,) = found.positions
    assert post.organization is not None
    assert post.organization.label == "Hội đồng quản trị Ngân hàng Phát triển Việt Nam"


def test_a_name_with_its_unit_s_type_and_without_is_one() -> None:
    found = facts(
        "Ông Lê Văn An, Giám đốc Bệnh viện Đa khoa tỉnh Lâm Đồng, dự.",
        "Bà Vũ Thị Lan, Phó Giám đốc Bệnh viện đa khoa Lâm Đồng, phát biểu.",
        "Ông Trần Văn Ba, Phó Giám đốc Bệnh viện đa khoa Lâm Hà, dự.",
    ).positions
    assert [p.organization.label if p.organization else "" for p in found] == [
        "Bệnh viện Đa khoa tỉnh Lâm Đồng",
        "Bệnh viện Đa khoa tỉnh Lâm Đồng",
        "Bệnh viện đa khoa Lâm Hà",
    ]


def test_a_short_name_is_completed_by_the_longest_of_its_names() -> None:
    found = facts(
        "Bà Vũ Thị Lan, nguyên Giám đốc Bệnh viện Mắt Hà Nam, có sai phạm khi điều hành Bệnh viện Mắt.",
        "Năm 2015, khi giữ chức Giám đốc Bệnh viện, bà Lan đã ký hợp đồng.",
    ).positions
    assert {p.organization.label if p.organization else "" for p in found} == {"Bệnh viện Mắt Hà Nam"}
