"""Which unit a name in an article means: in the project's five articles all, and the rules one by one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.lexicon import lexicon
from kg.model import Article, Organization
from kg.read import read
from tests.bench.unit_mentions import mentions
from tests.reading import article, facts

SEEDS = Path(__file__).parents[2] / "seeds"
CHI_LINH = "legacy/290 thành phố Chí Linh/Hải Dương"
UONG_BI = "legacy/196 thành phố Uông Bí/Quảng Ninh"
TAN_UYEN = "legacy/723 thành phố Tân Uyên/Bình Dương"
TIEN_YEN = "legacy/199 huyện Tiên Yên/Quảng Ninh"
QUANG_TRUNG = "legacy/06817 phường Quang Trung/Uông Bí/Quảng Ninh"
CAM_PHA = "legacy/195 thành phố Cẩm Phả/Quảng Ninh"
MEANT = {
    "chi-linh-2023": {"Chí Linh": CHI_LINH, "Hải Dương": "legacy/30 tỉnh Hải Dương"},
    "quang-trung-2016": {"Uông Bí": UONG_BI, "Quang Trung": QUANG_TRUNG},
    "tan-uyen-2022": {
        "Tân Uyên": TAN_UYEN,
        "Bạch Đằng": "legacy/25930 xã Bạch Đằng/Tân Uyên/Bình Dương",
    },
    "tien-yen-cam-pha-2022": {
        "Tiên Yên": TIEN_YEN,
        "Cẩm Phả": CAM_PHA,
        "Cộng Hòa": "former/06799 xã Cộng Hòa/Cẩm Phả/Quảng Ninh",
        "Cẩm Hải": "former/06802 xã Cẩm Hải/Cẩm Phả/Quảng Ninh",
    },
    "uong-bi-2023": {"Uông Bí": UONG_BI},
}


def said(text: str, published: str) -> dict[str, str]:
    """What the units of a text are taken for, by their written form."""
    return answers(article(text, published=published))


def answers(item: Article) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in mentions(item, lexicon()):
        assert found.setdefault(each.form, each.answer) == each.answer, each
    return found


@pytest.mark.parametrize("name", MEANT)
def test_all_units_of_the_project_s_articles_are_right(name: str) -> None:
    (item,) = read([SEEDS / f"{name}.md"])
    all_are_right(item, MEANT[name])


def all_are_right(item: object, meant: dict[str, str]) -> None:
    """Every mention of a unit means what the table has for the end of its form, and every row is met."""
    assert isinstance(item, Article)
    met = set[str]()
    for form, answer in answers(item).items():
        key = next(key for key in meant if form.endswith(key))
        assert answer == meant[key], form
        met.add(key)
    assert met == set(meant)


#: The units of the articles that the project's own are retold from, by the beginning of their names.
SOURCES = {
    "000": MEANT["uong-bi-2023"],
    "001": {**MEANT["tien-yen-cam-pha-2022"], "Dương Huy": "legacy/06805 xã Dương Huy/Cẩm Phả/Quảng Ninh"},
    "002": MEANT["chi-linh-2023"],
    "003": MEANT["quang-trung-2016"],
    "004": MEANT["tan-uyen-2022"],
}


@pytest.mark.corpus
@pytest.mark.skipif("DANGBO_CORPUS" not in os.environ, reason="no corpus folder")
@pytest.mark.parametrize("name", SOURCES)
def test_all_units_of_the_source_articles_are_right(name: str) -> None:
    (path,) = (Path(os.environ["DANGBO_CORPUS"]) / "seeds").glob(f"{name}_*.txt")
    (item,) = read([path])
    all_are_right(item, SOURCES[name])


DATED = [
    # text, date, form, answer
    ("Đại hội Đảng bộ thành phố Huế.", "2015-10-01", "thành phố Huế", "former/474 thành phố Huế/Huế"),
    ("Đại hội Đảng bộ thành phố Huế.", "2025-03-01", "thành phố Huế", "legacy/46 thành phố Huế"),
    ("Bí thư Quận ủy quận 9 dự.", "2018-10-01", "quận 9", "former/763 quận 9/Hồ Chí Minh"),
    ("Đảng bộ TX.Tân Uyên họp.", "2022-07-01", "TX.Tân Uyên", TAN_UYEN),
    ("Đảng bộ thành phố Tân Uyên họp.", "2024-07-01", "thành phố Tân Uyên", TAN_UYEN),
    ("Tại phường Quang Trung, thành phố Uông Bí.", "2026-01-05", "phường Quang Trung", QUANG_TRUNG),
]


@pytest.mark.parametrize(("text", "date", "form", "answer"), DATED)
def test_a_name_means_the_unit_of_the_article_s_time(text: str, date: str, form: str, answer: str) -> None:
    assert said(text, date)[form] == answer


FORMS = [
    ("Ông A về huyện Đắk Glong công tác.", "huyện Đắk Glong", "legacy/661 huyện Đăk Glong/Đắk Nông"),
    ("Ảnh chụp ở quận 1-Ảnh: An.", "quận 1", "legacy/760 quận 1/Hồ Chí Minh"),
    (
        "Tại xã Quế Cường, huyện Quế Sơn, tỉnh Quảng Nam.",
        "xã Quế Cường",
        "= xã Quế Cường/Quế Sơn/Quảng Nam",
    ),
    (
        "Huyện Quỳ Hợp kiểm tra xã Nam Sơn và Bắc Sơn.",
        "Bắc Sơn",
        "legacy/17095 xã Bắc Sơn/Quỳ Hợp/Nghệ An",
    ),
    # one of several communes that bears the name of a district elsewhere
    ("Huyện Hiệp Đức, tỉnh Quảng Nam giúp 2 xã Bình Sơn và Hiệp Hòa.", "Hiệp Hòa", "- xã Hiệp Hòa"),
    ("Huyện Hiệp Đức, tỉnh Quảng Nam giúp các xã: Quế Thọ, Hiệp Hòa.", "Hiệp Hòa", "- xã Hiệp Hòa"),
    (
        "Ở quận 12, nước ngập phường Thạnh Xuân và Thạnh Lộc.",
        "Thạnh Lộc",
        "legacy/26767 phường Thạnh Lộc/12/Hồ Chí Minh",
    ),
]


@pytest.mark.parametrize(("text", "form", "answer"), FORMS)
def test_forms_of_names(text: str, form: str, answer: str) -> None:
    assert said(text, "2018-05-02")[form] == answer


NO_UNITS = [
    # text, what is no unit in it
    ("Họp tại Hợp tác xã An Phát.", "An Phát"),
    ("Ông P. V nói tại buổi họp.", "P. V"),
    ("Du khách tới vịnh Hạ Long.", "Hạ Long"),
    ("Tàu tuần tra ở quần đảo Hoàng Sa, Trường Sa.", "Trường Sa"),
    ("Họp tại hội trường Thống Nhất.", "Thống Nhất"),
    ("Xây dựng thành phố 4 an cho người dân.", "4"),
    ("Họp báo về kinh tế - xã hội tỉnh Quý II năm 2018.", "Quý II"),
]


@pytest.mark.parametrize(("text", "form"), NO_UNITS)
def test_what_only_looks_like_a_unit(text: str, form: str) -> None:
    assert not any(found.endswith(form) for found in said(text, "2018-05-02"))


def test_a_district_after_a_comma_is_the_one_above() -> None:
    found = said("Tại phường Quang Trung, Uông Bí, sáng nay họp.", "2019-01-05")
    assert found["Uông Bí"] == UONG_BI
    assert found["phường Quang Trung"] == QUANG_TRUNG


def test_no_commune_of_a_list_has_alone_what_the_list_has() -> None:
    found = facts("Đơn vị bầu cử gồm các phường Thạc Gián, Chính Gián, Vĩnh Trung có 5 đại biểu ứng cử.")
    assert not found.indicators


TOGETHER = [
    (
        "Ngày 5/5, tại Quảng trường Hòa Bình, HĐND, UBND huyện Tiên Yên tổ chức lễ kỷ niệm.",
        "huyện Tiên Yên",
        2,
    ),
    ("Ngày 5/5, Huyện ủy - HĐND - UBND - Ủy ban MTTQ huyện Tiên Yên tổ chức lễ kỷ niệm.", "Tiên Yên", 4),
]


@pytest.mark.parametrize(("text", "unit", "count"), TOGETHER)
def test_who_holds_something_together_shares_the_unit(text: str, unit: str, count: int) -> None:
    (event,) = facts(text, published="2022-05-24").events
    labels = [organizer.label for organizer in event.organizers if isinstance(organizer, Organization)]
    assert len(labels) == count
    assert all(label.endswith(unit) for label in labels)
