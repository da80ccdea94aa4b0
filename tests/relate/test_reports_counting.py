"""Articles that count what an office did: they need no committee, and any verb of theirs may count."""

from __future__ import annotations

import pytest

from tests.reading import facts

AUDIT = "9 tháng, toàn ngành Thanh tra kiến nghị thu hồi nhiều tiền"


@pytest.mark.parametrize(
    ("title", "lines", "expected"),
    [
        (
            AUDIT,
            [
                "Theo Thanh tra Chính phủ, 9 tháng năm 2022, toàn ngành triển khai 1.205 cuộc thanh tra hành chính.",
                "Các đoàn đã chuyển cơ quan điều tra xem xét 41 vụ; trả lại cho các hộ dân 19 tỷ đồng.",
                "Qua đó khôi phục quyền lợi cho 312 cá nhân, truy thu tiền thuê đất 7,5 tỷ đồng.",
            ],
            [
                ("triển khai cuộc thanh tra hành chính", 1205.0, "2022-01/2022-09"),
                ("chuyển cơ quan điều tra xem xét vụ", 41.0, "2022-01/2022-09"),
                ("trả lại cho các hộ dân", 19.0, "2022-01/2022-09"),
                ("khôi phục quyền lợi cá nhân", 312.0, "2022-01/2022-09"),
                ("truy thu tiền thuê đất", 7.5, "2022-01/2022-09"),
            ],
        ),
        (
            "Quân khu 5 giúp dân dựng lại nhà cửa",
            [
                "Từ đầu năm đến nay, cán bộ, chiến sĩ Quân khu 5 đã sửa chữa 48 km đường, xây mới 31 căn nhà.",
                "Các đơn vị còn vận động 215 học sinh trở lại trường.",
            ],
            [
                ("sửa chữa đường", 48.0, "2022-01/2022-10"),
                ("xây mới căn nhà", 31.0, "2022-01/2022-10"),
                ("vận động học sinh trở lại trường", 215.0, "2022-01/2022-10"),
            ],
        ),
        (
            "Tội phạm ở tỉnh Hà Nam giảm",
            [
                "Theo báo cáo của Công an tỉnh Hà Nam, quý III/2022, lực lượng chức năng đã ghi nhận 96 vụ phạm pháp "
                "hình sự, giảm 12 vụ so với cùng kỳ; điều tra khám phá 81 vụ (đạt tỷ lệ 84,4%), bắt 133 đối tượng.",
                "Công an tỉnh triệt phá 14 băng nhóm, thu giữ 25 kg pháo.",
            ],
            [
                ("ghi nhận vụ phạm pháp hình sự", 96.0, "2022-Q3"),
                ("ghi nhận vụ phạm pháp hình sự", 12.0, "2022-Q3"),
                ("điều tra khám phá", 81.0, "2022-Q3"),
                ("điều tra khám phá", 84.4, "2022-Q3"),
                ("bắt đối tượng", 133.0, "2022-Q3"),
                ("triệt phá băng nhóm", 14.0, "2022-Q3"),
                ("thu giữ pháo", 25.0, "2022-Q3"),
            ],
        ),
        (
            "Thi hành án dân sự: nhiều việc đã xong",
            [
                "Tổng cục Thi hành án dân sự cho biết, năm 2021, toàn ngành đã thi hành xong 4.120 việc, đạt tỷ lệ 80%.",
                "Các chi cục đã thi hành xong 650 tỷ đồng.",
            ],
            [
                ("thi hành xong việc", 4120.0, "2021"),
                ("thi hành xong việc", 80.0, "2021"),
                ("thi hành xong", 650.0, "2021"),
            ],
        ),
    ],
)
def test_what_an_office_did_in_a_time_is_counted(
    title: str, lines: list[str], expected: list[tuple[str, float, str]]
) -> None:
    found = facts(*lines, title=title, published="2022-10-06").indicators
    told = {(c.indicator, float(c.value), c.period) for c in found}
    assert set(expected) <= told


@pytest.mark.parametrize(
    "lines",
    [
        ["Anh Lê Văn Hải mua lại 3 căn nhà, trả lại cho chủ cũ 2 tỷ đồng.", "Bà con kể rằng anh tặng quà 40 hộ trong xóm."],
        ["Công an tìm chủ nhân của một chiếc xe bỏ quên ven sông.", "Người dân quanh vùng kể lại nhiều điều. " * 9, "Tổ tuần tra tạm giữ 3 xe máy."],
        ["Công ty Cổ phần Sông Lam trả lại cho cổ đông 19 tỷ đồng trong 9 tháng.", "Công ty triển khai 12 dự án, hoàn thành 4 dự án."],
    ],
)
def test_what_others_did_is_no_report(lines: list[str]) -> None:
    assert not facts(*lines, published="2022-10-06").indicators


def test_those_named_at_once_are_not_counted() -> None:
    lines = [
        "Theo Thanh tra Chính phủ, 9 tháng năm 2022, toàn ngành triển khai 1.205 cuộc thanh tra hành chính.",
        "Ngành đã xem xét 3 tỉnh Hà Nam, Nam Định và Thái Bình; kiến nghị thu hồi 90 tỷ đồng.",
    ]
    assert [float(c.value) for c in facts(*lines, title=AUDIT, published="2022-10-06").indicators] == [1205, 90]
