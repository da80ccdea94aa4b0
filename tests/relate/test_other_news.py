"""What news about something else tells in passing: years that are numbers, places of a matter, things counted."""

from __future__ import annotations

import pytest

from tests.reading import facts


def test_the_number_of_a_document_is_no_year() -> None:
    (letter,) = facts("Ngày 16/5, UBND tỉnh Hà Nam có Công văn số 2046 gửi Bộ Tài chính.").documents
    assert (letter.number, letter.date) == ("2046", None)


def test_a_law_that_is_yet_to_come_into_force_tells_no_year_of_its_passing() -> None:
    (law,) = facts(
        "Chiều 15/11, Quốc hội thông qua Luật Thư viện.",
        "Luật gồm 5 chương, có hiệu lực thi hành từ ngày 1/7/2020.",
    ).documents
    assert law.date is None


@pytest.mark.parametrize("aim", ["đến năm 2045", "tầm nhìn đến năm 2050"])
def test_an_aim_far_ahead_makes_no_news_old(aim: str) -> None:
    (post,) = facts(
        "Ngày 23-4, Bộ Y tế trao quyết định bổ nhiệm ông Lê Văn An giữ chức Giám đốc Bệnh viện Đông Hà nhiệm kỳ 2018-2023.",
        f"Ông cần bám sát chiến lược phát triển {aim}.",
    ).positions
    assert str(post.status) == "appointed"


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("họp báo thông tin về việc một số công ty ở tỉnh Hà Nam nhập phế liệu", None),
        ("họp báo về vụ việc liên quan đến doanh nghiệp ở tỉnh Hà Nam", None),
        ("họp báo tại tỉnh Hà Nam", "tỉnh Hà Nam"),
    ],
)
def test_the_press_is_not_met_where_the_matter_is(told: str, place: str | None) -> None:
    (event,) = facts(f"Chiều 10/5, Bộ Tài nguyên và Môi trường {told}.", published="2019-05-11").events
    assert event.place == place


def test_scores_of_several_provinces_are_of_one_measure() -> None:
    found = facts(
        "Đồng Tháp đứng thứ 3 trong PCI với 68,8 điểm; Long An 66,7 điểm; Bến Tre 66,7 điểm.",
        title="Tỉnh Đồng Tháp tăng hạng PCI",
        published="2018-03-25",
    ).indicators
    told = [(str(i.subject.name if i.subject else None), i.indicator, float(i.value)) for i in found]
    assert told == [("Đồng Tháp", "PCI", 68.8), ("Long An", "PCI", 66.7), ("Bến Tre", "PCI", 66.7)]


def test_what_is_told_of_the_nation_is_not_the_places_in_the_title() -> None:
    found = facts(
        "Trong 7 tháng qua, cả nước giải ngân được 134.494 tỷ đồng, đạt 31,32% kế hoạch. "
        "Trong đó, giải ngân vốn trong nước đạt 35% kế hoạch.",
        "UBND thành phố Huế và HĐND thành phố Huế giải trình: giải ngân của thành phố Huế đạt 20% kế hoạch.",
        title="Thành phố Huế giải ngân chậm",
        published="2019-08-01",
    ).indicators
    told = {(float(i.value), i.subject.name if i.subject else None) for i in found}
    assert (35, "Việt Nam") in told or 35 not in {value for value, _ in told}
    assert (31.32, "Huế") not in told


def test_where_a_road_leads_to_and_where_somebody_is_from_are_no_subjects() -> None:
    found = facts(
        "UBND tỉnh Hà Nam và HĐND tỉnh Hà Nam họp.",
        "Tuyến cao tốc từ cửa khẩu Hữu Nghị đến thành phố Cà Mau đã đưa vào khai thác 223 km.",
        title="Tỉnh Hà Nam bàn về cao tốc",
    ).indicators
    assert not any(i.subject and i.subject.name == "Cà Mau" for i in found)
