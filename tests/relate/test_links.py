"""Links: which document carries out or changes which."""

from __future__ import annotations

import pytest

from kg.lexicon import lexicon
from kg.relate.links import links
from tests.reading import scan


def read(text: str) -> list[tuple[str, str, str]]:
    return [
        (
            c.source.number or c.source.subject or "",
            str(c.relation),
            c.target.number or c.target.subject or "",
        )
        for c in links(scan(text), lexicon())
    ]


SAID = [
    (
        "Thực hiện Chỉ thị số 35-CT/TW của Bộ Chính trị về đại hội đảng bộ các cấp; Thông báo số 159-TB/TW của Bộ "
        "Chính trị về thảo luận văn kiện, ngày 10/9/2020 Ban Tuyên giáo Trung ương có Hướng dẫn số 151-HD/BTGTW.",
        [("151-HD/BTGTW", "implements", "35-CT/TW"), ("151-HD/BTGTW", "implements", "159-TB/TW")],
    ),
    (
        "Đảng ủy xã Lâm Trung ban hành Chương trình hành động số 02-CTr/ĐU thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị, "
        "Quy chế số 01-QC/ĐU.",
        [("02-CTr/ĐU", "implements", "57-NQ/TW")],
    ),
    (
        "Nghị định 34/2016/NĐ-CP quy định chi tiết một số điều và biện pháp thi hành Luật Báo chí.",
        [("34/2016/NĐ-CP", "implements", "Luật Báo chí")],
    ),
    (
        "Quốc hội bàn Luật sửa đổi, bổ sung một số điều của Luật Báo chí và Luật Xuất bản.",
        [
            ("Luật sửa đổi, bổ sung một số điều của Luật Báo chí và Luật Xuất bản", "amends", "Luật Báo chí"),
            ("Luật sửa đổi, bổ sung một số điều của Luật Báo chí và Luật Xuất bản", "amends", "Luật Xuất bản"),
        ],
    ),
    (
        "Chương trình số 83-CTr/TU, ngày 25/7/2017, của Tỉnh ủy về “ Thực hiện Nghị quyết số 08-NQ/TW của Bộ "
        "Chính trị về phát triển du lịch”.",
        [("83-CTr/TU", "implements", "08-NQ/TW")],
    ),
    (
        "Hội nghị góp ý vào Kế hoạch hành động thực hiện Nghị quyết số 57-NQ/TW.",
        [("Kế hoạch hành động thực hiện Nghị quyết số 57-NQ/TW", "implements", "57-NQ/TW")],
    ),
    (
        "Ủy ban Kiểm tra Tỉnh ủy ban hành Hướng dẫn số 06-HD/UBKTTU thực hiện một số điều trong Quy định số "
        "07-QĐ/TW của Bộ Chính trị.",
        [("06-HD/UBKTTU", "implements", "07-QĐ/TW")],
    ),
    (
        "Kế hoạch số 25-KH/TU ngày 30/11/2016 của Tỉnh ủy thực hiện Kết luận số 100-KL/TW ngày 18/8/2014 của Ban Bí "
        "thư và Kết luận số 111-KL/TU ngày 14/8/2017 của Ban Thường vụ Tỉnh ủy được triển khai.",
        [("25-KH/TU", "implements", "100-KL/TW")],
    ),
    (
        "UBND tỉnh có Đề án “Phát triển du lịch tỉnh đến năm 2030”. Đề án cụ thể hóa Nghị quyết số 07-NQ/TU.",
        [("Đề án Phát triển du lịch tỉnh đến năm 2030", "implements", "07-NQ/TU")],
    ),
    (
        "Tỉnh ủy có Nghị quyết số 45-NQ/TU về đất đai và Kế hoạch số 05/KH-UBND do UBND tỉnh ban hành từ đầu năm "
        "nhằm cụ thể hóa nghị quyết này.",
        [("05/KH-UBND", "implements", "45-NQ/TU")],
    ),
    (
        "Đảng ủy ban hành Chương trình số 05-CTr/ĐU nhằm cụ thể hóa Nghị quyết số 57-NQ/TW; UBND phường ban hành Kế "
        "hoạch số 12/KH-UBND triển khai thực hiện Nghị quyết số 68-NQ/TW.",
        [("05-CTr/ĐU", "implements", "57-NQ/TW"), ("12/KH-UBND", "implements", "68-NQ/TW")],
    ),
    (
        "Huyện triển khai Nghị quyết số 04-NQ/TU của Tỉnh ủy, cụ thể hóa bằng Nghị quyết số 09-NQ/HU.",
        [("09-NQ/HU", "implements", "04-NQ/TU")],
    ),
    (
        "Kết luận số 21-KL/TW của Bộ Chính trị về tiếp tục thực hiện Chỉ thị số 05-CT/TW được học tập.",
        [("21-KL/TW", "implements", "05-CT/TW")],
    ),
    (
        "Kế hoạch số 77-KH/TU của Tỉnh ủy Hà Nam thực hiện Nghị quyết số 29-NQ/TW.",
        [("77-KH/TU", "implements", "29-NQ/TW")],
    ),
    (
        "Thực hiện Chỉ thị số 13-CT/TW, Tỉnh ủy Kon Tum đã ban hành Kế hoạch số 40-KH/TU ngày 2/3/2018.",
        [("40-KH/TU", "implements", "13-CT/TW")],
    ),
    (
        "Chương trình hành động số 10-CTr/TU thực hiện Nghị quyết Đại hội XIII của Đảng.",
        [("10-CTr/TU", "implements", "Nghị quyết Đại hội XIII của Đảng")],
    ),
    (
        "UBND tỉnh xây dựng kế hoạch thực hiện Nghị quyết 57 của Bộ Chính trị.",
        [("Kế hoạch thực hiện Nghị quyết 57 của Bộ Chính trị", "implements", "57")],
    ),
    (
        "Nghị quyết số 20/2020/NQ-HĐND sửa đổi, bổ sung một số điều của Nghị quyết số 11/2016/NQ-HĐND.",
        [("20/2020/NQ-HĐND", "amends", "11/2016/NQ-HĐND")],
    ),
    (
        "Nghị định số 15/2020/NĐ-CP về việc sửa đổi Nghị định số 174/2013/NĐ-CP.",
        [("15/2020/NĐ-CP", "amends", "174/2013/NĐ-CP")],
    ),
    (
        "Sở lập Đề án phát triển cây dược liệu. Đề án này nhằm cụ thể hóa Nghị quyết số 08-NQ/TU.",
        [("Đề án phát triển cây dược liệu", "implements", "08-NQ/TU")],
    ),
    (
        "Đảng ủy ban hành Chương trình số 2-CTr/ĐU thực hiện Nghị quyết số 57-NQ/TW, Kế hoạch số 5-KH/ĐU thực hiện Nghị"
        " quyết số 68-NQ/TW.",
        [("2-CTr/ĐU", "implements", "57-NQ/TW"), ("5-KH/ĐU", "implements", "68-NQ/TW")],
    ),
    (
        "Chính phủ ban hành Nghị quyết số 11/NQ-CP về triển khai thi hành Luật Quy hoạch.",
        [("11/NQ-CP", "implements", "Luật Quy hoạch")],
    ),
    (
        "Sau khi có Chỉ thị số 5-CT/TW, Tỉnh ủy Nam Hà đã ban hành Kế hoạch số 21-KH/TU để triển khai thực hiện.",
        [("21-KH/TU", "implements", "5-CT/TW")],
    ),
    (
        "Cụ thể hóa Nghị quyết số 8-NQ/TU, Huyện ủy Hải Hà đã ban hành 2 nghị quyết chuyên đề, trong đó có Nghị quyết"
        " số 15-NQ/HU về du lịch; Nghị quyết số 16-NQ/HU về nông thôn mới.",
        [("15-NQ/HU", "implements", "8-NQ/TU"), ("16-NQ/HU", "implements", "8-NQ/TU")],
    ),
    (
        "HĐND tỉnh ban hành Nghị quyết số 28/NQ-HĐND, thay thế Nghị quyết số 31/2021/NQ-HĐND. Nghị quyết này sửa đổi"
        " Điều 2 Nghị quyết số 9/2022/NQ-HĐND.",
        [("28/NQ-HĐND", "amends", "9/2022/NQ-HĐND")],
    ),
    (
        "Nghị quyết số 05-NQ/TU của Thành ủy nhằm cụ thể hóa Nghị quyết số 02-NQ/TU của Tỉnh ủy.",
        [("05-NQ/TU", "implements", "02-NQ/TU")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[row[0][:40] for row in SAID])
def test_links(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text) == expected


NOT_SAID = [
    "Nghị định 180/2007/NĐ-CP hướng dẫn thi hành Luật Xây dựng. Nay có Luật Xây dựng 2014.",
    "Đảng bộ thực hiện Nghị quyết số 04-NQ/TU và Chỉ thị số 05-CT/TW.",
    "Thực hiện Nghị quyết số 04-NQ/TU, huyện đã làm 20 km đường.",
    "Nghị quyết số 04-NQ/TU được ban hành. Kế hoạch số 12-KH/TU cũng vậy.",
    "Sau khi có Chỉ thị số 5-CT/TW, Tỉnh ủy Nam Hà đã ban hành Quyết định số 21-QĐ/TU về nhân sự.",
    "Ông vi phạm Quy định số 08-QĐ/TW và Luật Đất đai.",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_no_links(text: str) -> None:
    assert read(text) == []


def test_one_document_carries_out_several() -> None:
    text = "Kế hoạch số 7-KH/TU thực hiện Nghị quyết số 2-NQ/TW và Kết luận số 9-KL/TW."
    assert read(text) == [("7-KH/TU", "implements", "2-NQ/TW"), ("7-KH/TU", "implements", "9-KL/TW")]


def test_carried_out_by_means_of_a_title() -> None:
    text = "Nghị quyết 02 của Huyện ủy được cụ thể hóa thành Đề án phát triển vùng rau an toàn."
    assert read(text) == [("Đề án phát triển vùng rau an toàn", "implements", "02")]


def test_a_link_is_told_once() -> None:
    text = "Kế hoạch số 7-KH/TU thực hiện Nghị quyết số 2-NQ/TW. "
    assert len(read(text + text)) == 1
