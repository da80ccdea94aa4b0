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
    # what somebody else issues, in the next clause, to carry out what was issued; where nothing says so, none
    (
        "Huyện ủy Vụ Bản ban hành Nghị quyết số 15-NQ/HU về nước sạch; UBND huyện ban hành Kế hoạch số 62/KH-UBND, Quyết định số 90/QĐ-UBND để tổ "
        "chức thực hiện.",
        [("62/KH-UBND", "implements", "15-NQ/HU"), ("90/QĐ-UBND", "implements", "15-NQ/HU")],
    ),
    ("Huyện ủy Vụ Bản ban hành Chỉ thị số 15-CT/HU về đê; UBND huyện ban hành Kế hoạch số 62/KH-UBND về chợ.", []),
    # what is issued later in a chain carries out the one that it names, not the first
    (
        "Thực hiện Nghị quyết số 9-NQ/TW, Tỉnh ủy Hà Nam ban hành Chương trình hành động số 31-CTr/TU; UBND tỉnh ban hành Kế hoạch số 77/KH-UBND "
        "triển khai Chương trình hành động số 31-CTr/TU.",
        [("31-CTr/TU", "implements", "9-NQ/TW"), ("77/KH-UBND", "implements", "31-CTr/TU")],
    ),
    # the basis on which somebody issues another, what one paper is to another, and what was changed later
    (
        "Nghị quyết số 7-NQ/TU; Chương trình hành động số 5-CTr/TU của Tỉnh ủy là cơ sở để UBND tỉnh Hà Nam ban hành Kế hoạch số 8/KH-UBND.",
        [("8/KH-UBND", "implements", "7-NQ/TU"), ("8/KH-UBND", "implements", "5-CTr/TU")],
    ),
    (
        "Nghị quyết số 7-NQ/TU của Tỉnh ủy Hà Nam là bước cụ thể hóa Nghị quyết số 6-NQ/TW.",
        [("7-NQ/TU", "implements", "6-NQ/TW")],
    ),
    (
        "HĐND tỉnh đã ban hành Nghị quyết số 3/2020/NQ-HĐND; sau đó được sửa đổi, bổ sung bằng Nghị quyết số 17/2021/NQ-HĐND.",
        [("17/2021/NQ-HĐND", "amends", "3/2020/NQ-HĐND")],
    ),
    # two of one series that share their subject
    (
        "Thực hiện Nghị quyết số 7-NQ/TU, tỉnh Hà Nam ban hành Nghị quyết số 8/NQ-HĐND và Nghị quyết số 9/NQ-HĐND về hỗ trợ du lịch.",
        [("8/NQ-HĐND", "implements", "7-NQ/TU"), ("9/NQ-HĐND", "implements", "7-NQ/TU")],
    ),
    # what was carried out for years is only looked back on; what came with a decision is changed with it
    (
        "Thực hiện Nghị quyết số 3-NQ/TW, qua 5 năm thực hiện Chỉ thị số 5-CT/TW, Bộ Chính trị đã ban hành Chỉ thị số 9-CT/TW.",
        [("9-CT/TW", "implements", "3-NQ/TW")],
    ),
    (
        "Quyết định số 73/QĐ-UBND của UBND tỉnh Hà Nam về việc điều chỉnh phụ lục kèm theo Quyết định số 23/QĐ-UBND.",
        [("73/QĐ-UBND", "amends", "23/QĐ-UBND")],
    ),
    (
        "Thông tư liên tịch số 7/2014/TTLT-BTC-BNV của Bộ Tài chính và Bộ Nội vụ hướng dẫn một số điều của Nghị định số 9/2014/NĐ-CP.",
        [("7/2014/TTLT-BTC-BNV", "implements", "9/2014/NĐ-CP")],
    ),
    # what the next part of a list carries out is what was issued before; all that the sentence before names
    (
        "Tỉnh ủy Nam Hà ban hành Nghị quyết số 20-NQ/TU về du lịch; UBND tỉnh cụ thể hóa bằng Đề án phát triển du lịch Nam Hà đến năm 2030.",
        [("Đề án phát triển du lịch Nam Hà đến năm 2030", "implements", "20-NQ/TU")],
    ),
    (
        "Đại biểu học Nghị quyết số 66-NQ/TW và Nghị quyết số 197/2025/QH15. Triển khai các Nghị quyết này, Bộ Tư pháp đã ban "
        "hành Kế hoạch số 35/KH-BTP.",
        [("35/KH-BTP", "implements", "66-NQ/TW"), ("35/KH-BTP", "implements", "197/2025/QH15")],
    ),
    # what a title between two documents carries out is not said of the first one
    (
        "Huyện ủy Vụ Bản góp ý Chương trình kiểm tra, giám sát năm 2022 của Huyện ủy và Chương trình hành động thực hiện "
        "Nghị quyết số 7-NQ/TU.",
        [("Chương trình hành động thực hiện Nghị quyết số 7-NQ/TU", "implements", "7-NQ/TU")],
    ),
    # once it was issued, after a few words; however long the list of what is drawn up
    (
        "Huyện ủy Vụ Bản sơ kết Nghị quyết số 13-NQ/TU. Theo báo cáo, ngay sau khi nghị quyết được ban hành, Huyện ủy đã xây dựng Chương trình hành "
        "động số 2-CTr/HU.",
        [("2-CTr/HU", "implements", "13-NQ/TU")],
    ),
    (
        "Thực hiện Nghị quyết số 7-NQ/TU, Huyện ủy Vụ Bản đã ban hành 3 nghị quyết, gồm: Nghị quyết số 3-NQ/HU về phát triển nông nghiệp hàng hóa và "
        "dịch vụ ven biển; Nghị quyết số 4-NQ/HU về phát triển đường giao thông nông thôn ở các xã miền núi; Nghị quyết số 5-NQ/HU về nâng cao chất "
        "lượng đội ngũ giáo viên các trường vùng cao; Nghị quyết số 6-NQ/HU về nước sạch.",
        [(f"{n}-NQ/HU", "implements", "7-NQ/TU") for n in (3, 4, 5, 6)],
    ),
    # what was just issued is said to carry out another; not what is only told
    (
        "UBND tỉnh Nam Hà ban hành Quyết định số 80/2024/QĐ-UBND về hạn mức đất. Đây là một bước cụ thể hóa Nghị định số 112/2024/NĐ-CP của Chính phủ.",
        [("80/2024/QĐ-UBND", "implements", "112/2024/NĐ-CP")],
    ),
    (
        "Nhiều xã còn khó thực hiện Quyết định số 80/2024/QĐ-UBND. Đây là năm đầu thực hiện Nghị định số 112/2024/NĐ-CP của Chính phủ.",
        [],
    ),
    # bases whose titles name another document, before a day
    (
        "Thực hiện Chỉ thị số 39-CT/TW về tín dụng; Quyết định số 15/QĐ-TTg về kế hoạch triển khai Chỉ thị số 39-CT/TW; Kế hoạch số 32-KH/TU về việc thực "
        "hiện Chỉ thị số 39-CT/TW; ngày 25/9/2025, UBND tỉnh Nam Hà ban hành Kế hoạch số 52/KH-UBND.",
        [
            ("52/KH-UBND", "implements", "39-CT/TW"),
            ("15/QĐ-TTg", "implements", "39-CT/TW"),
            ("52/KH-UBND", "implements", "15/QĐ-TTg"),
            ("32-KH/TU", "implements", "39-CT/TW"),
            ("52/KH-UBND", "implements", "32-KH/TU"),
        ],
    ),
    # what is changed came with the document
    (
        "UBND tỉnh Nam Hà ban hành Quyết định số 31/QĐ-UBND sửa đổi, bổ sung một số điều của Quy chế thi đua trên địa bàn tỉnh ban hành kèm theo "
        "Quyết định số 13/QĐ-UBND.",
        [("31/QĐ-UBND", "amends", "13/QĐ-UBND")],
    ),
    # rules with the committee's term among the bases
    (
        "Căn cứ Quy chế làm việc của Ủy ban Kiểm tra Tỉnh ủy Nam Hà khóa XX; Quy định số 22-QĐ/TW của Ban Chấp hành Trung ương về kiểm tra, Ủy ban Kiểm "
        "tra Tỉnh ủy Nam Hà ban hành Quyết định số 8-QĐ/UBKTTU.",
        [
            ("8-QĐ/UBKTTU", "implements", "Quy chế làm việc của Ủy ban Kiểm tra Tỉnh ủy Nam Hà khóa XX"),
            ("8-QĐ/UBKTTU", "implements", "22-QĐ/TW"),
        ],
    ),
    # papers of several kinds that one body issues for one
    (
        "Thực hiện Nghị quyết 18-NQ/TW, Tỉnh ủy Nam Hà đã ban hành Kế hoạch 103, Chương trình hành động số 55 và Đề án 4-ĐA/TU.",
        [(n, "implements", "18-NQ/TW") for n in ("103", "55", "4-ĐA/TU")],
    ),
    (
        "Triển khai Chỉ thị 43-CT/TU, UBND huyện Vụ Bản ban hành Đề án số 2/ĐA-UBND về trật tự đô thị và các Kế hoạch số 45/KH-UBND, 46/KH-UBND.",
        [(n, "implements", "43-CT/TU") for n in ("2/ĐA-UBND", "45/KH-UBND", "46/KH-UBND")],
    ),
    # what the title cites was changed
    (
        "UBND tỉnh Nam Hà ban hành Quyết định số 41/QĐ-UBND sửa đổi Quyết định số 33/QĐ-UBND của UBND tỉnh về giá nước, đã được sửa đổi, bổ sung tại "
        "Quyết định số 2/QĐ-UBND.",
        [("41/QĐ-UBND", "amends", "33/QĐ-UBND"), ("2/QĐ-UBND", "amends", "33/QĐ-UBND")],
    ),
    # a circular that tells how to carry out some of a decree's rules
    (
        "Sở áp dụng Thông tư số 1/2018/TT-VPCP của Văn phòng Chính phủ hướng dẫn thi hành một số quy định của Nghị định số 61/2018/NĐ-CP của Chính phủ.",
        [("1/2018/TT-VPCP", "implements", "61/2018/NĐ-CP")],
    ),
    # an item of what was passed that changes another
    (
        "HĐND tỉnh Nam Hà thông qua 2 nghị quyết, gồm: Quy định mức thưởng hợp tác xã; Sửa đổi, bổ sung một số điều của Nghị quyết số 16/2019/NQ-HĐND.",
        [
            (
                "Nghị quyết sửa đổi, bổ sung một số điều của Nghị quyết số 16/2019/NQ-HĐND",
                "amends",
                "16/2019/NQ-HĐND",
            )
        ],
    ),
    # every basis of a list that says the verb again
    (
        "Căn cứ Quyết định số 25/QĐ-TTg của Thủ tướng Chính phủ; căn cứ Nghị quyết số 7-NQ/TU của Tỉnh ủy Nam Hà; UBND tỉnh ban hành Kế hoạch số "
        "39/KH-UBND.",
        [("39/KH-UBND", "implements", "25/QĐ-TTg"), ("39/KH-UBND", "implements", "7-NQ/TU")],
    ),
    # the only one of its kind, at the end of what says to carry it out
    (
        "Đảng viên học Nghị quyết số 7-NQ/TU của Tỉnh ủy Nam Hà và Chương trình hành động số 12-CTr/HU của Huyện ủy Vụ Bản triển khai thực hiện Nghị quyết.",
        [("12-CTr/HU", "implements", "7-NQ/TU")],
    ),
    (
        "Đảng viên học Nghị quyết số 7-NQ/TU, Nghị quyết số 8-NQ/TU và Chương trình hành động số 12-CTr/HU của Huyện ủy Vụ Bản thực hiện Nghị quyết.",
        [],
    ),
    # a basis after something else, and after what it lays down
    (
        "Hội nghị bàn việc làm đường. Theo báo cáo, thực hiện lời kêu gọi của Mặt trận và Kế hoạch số 17-KH/TU, Huyện ủy Vụ Bản đã ban hành "
        "Kế hoạch số 25-KH/HU.",
        [("25-KH/HU", "implements", "17-KH/TU")],
    ),
    (
        "Để thực hiện khâu đột phá về cảng biển đề ra trong Nghị quyết số 8-NQ/TU, UBND tỉnh Nam Hà ban hành Kế hoạch số 39/KH-UBND.",
        [("39/KH-UBND", "implements", "8-NQ/TU")],
    ),
    ("Để làm đường, xã họp bàn về Nghị quyết số 8-NQ/TU, Đảng ủy xã Hợp Hưng ban hành Kế hoạch số 3-KH/ĐU.", []),
    # what a document carries out is not what the next one is for
    (
        "Thực hiện Chương trình số 4-CTr/TU về thực hiện Nghị quyết số 57-NQ/TW, UBND huyện Vụ Bản ban hành Kế hoạch số 40/KH-UBND.",
        [("4-CTr/TU", "implements", "57-NQ/TW"), ("40/KH-UBND", "implements", "4-CTr/TU")],
    ),
    (
        "Thực hiện Kết luận số 6-KL/TW, UBND tỉnh Nam Hà ban hành Kế hoạch số 98/KH-UBND và Chỉ thị số 5/CT-UBND về triển khai Quyết định số "
        "673/QĐ-TTg.",
        [("98/KH-UBND", "implements", "6-KL/TW"), ("5/CT-UBND", "implements", "673/QĐ-TTg")],
    ),
    # the only one of its kind and issuer
    (
        "Huyện ủy Vụ Bản tổng kết Chỉ thị số 3-CT/TW của Bộ Chính trị. Thực hiện chỉ thị của Bộ Chính trị, Huyện ủy ban hành Kế hoạch số "
        "7-KH/HU; thực hiện chỉ thị của Tỉnh ủy, Đảng ủy xã Hợp Hưng ban hành Kế hoạch số 9-KH/ĐU.",
        [("7-KH/HU", "implements", "3-CT/TW")],
    ),
    (
        "Xã nêu Chỉ thị số 3-CT/TW và Chỉ thị số 5-CT/TW của Bộ Chính trị. Thực hiện chỉ thị của Bộ Chính trị, Huyện ủy Vụ Bản ban hành Kế "
        "hoạch số 7-KH/HU.",
        [],
    ),
    # once a document was issued, plans without a subject are for it
    (
        "Huyện ủy Vụ Bản sơ kết Nghị quyết số 13-NQ/TU. Ngay sau khi nghị quyết được ban hành, Huyện ủy đã xây dựng Chương trình hành "
        "động số 45-CTr/HU, UBND huyện ban hành Kế hoạch số 61/KH-UBND.",
        [("45-CTr/HU", "implements", "13-NQ/TU"), ("61/KH-UBND", "implements", "13-NQ/TU")],
    ),
    (
        "Ngay sau khi có Chỉ thị số 35-CT/TW, Huyện ủy Vụ Bản đã ban hành Kế hoạch số 60-KH/HU và Hướng dẫn số 5-HD/HU.",
        [("60-KH/HU", "implements", "35-CT/TW"), ("5-HD/HU", "implements", "35-CT/TW")],
    ),
    (
        "Ngay sau khi có Chỉ thị số 35-CT/TW, Huyện ủy Vụ Bản đã ban hành Kế hoạch số 60-KH/HU về trồng cây đầu xuân.",
        [],
    ),
    # a verb without its object, and what others issue for the same in the next clauses
    (
        "Luật Nhà ở năm 2023 có hiệu lực từ hôm nay. Để hướng dẫn thi hành, Chính phủ đã ban hành Nghị định số 95/2024/NĐ-CP về nhà ở "
        "và Nghị định số 96/2024/NĐ-CP về kinh doanh nhà.",
        [
            ("95/2024/NĐ-CP", "implements", "Luật Nhà ở năm 2023"),
            ("96/2024/NĐ-CP", "implements", "Luật Nhà ở năm 2023"),
        ],
    ),
    (
        "Bộ Chính trị ban hành Nghị quyết số 9-NQ/TW. Để cụ thể hóa, Tỉnh ủy Nam Hà ban hành Chương trình số 27-CTr/TU; UBND tỉnh ban hành "
        "Kế hoạch số 36/KH-UBND.",
        [("27-CTr/TU", "implements", "9-NQ/TW"), ("36/KH-UBND", "implements", "9-NQ/TW")],
    ),
    # the one just issued, though its sentence names others; what is told as regards another
    (
        "Đảng ủy phường Hải Yên ban hành Nghị quyết số 5-NQ/ĐU về chuyển đổi số nhằm cụ thể hóa Nghị quyết số 57-NQ/TW. Căn cứ nghị quyết, "
        "UBND phường ban hành Kế hoạch số 34/KH-UBND.",
        [("5-NQ/ĐU", "implements", "57-NQ/TW"), ("34/KH-UBND", "implements", "5-NQ/ĐU")],
    ),
    (
        "Đối với Nghị quyết số 68-NQ/TW, Đảng ủy xã Hợp Hưng ban hành Kế hoạch số 15-KH/ĐU. Trên cơ sở đó, UBND xã xây dựng Kế hoạch số "
        "32/KH-UBND.",
        [("15-KH/ĐU", "implements", "68-NQ/TW"), ("32/KH-UBND", "implements", "15-KH/ĐU")],
    ),
    # papers at large among what is carried out
    (
        "Thực hiện Công điện số 570/CĐ-TTg; các văn bản chỉ đạo của Trung ương, UBND tỉnh Nam Hà ban hành Công văn số 1246/UBND-VX.",
        [("1246/UBND-VX", "implements", "570/CĐ-TTg")],
    ),
    # a title that studies, spreads and carries out, and one with more words for its kind
    (
        "UBND huyện Vụ Bản ban hành Kế hoạch số 20/KH-UBND về việc tuyên truyền, phổ biến và thực hiện Đề án dạy nghề thêu đến năm 2025.",
        [("20/KH-UBND", "implements", "Đề án dạy nghề thêu đến năm 2025")],
    ),
    (
        "Chính phủ ban hành Chương trình hành động tổng thể thực hiện Nghị quyết số 20-NQ/TW với 6 nhóm nhiệm vụ.",
        [("Chương trình hành động tổng thể thực hiện Nghị quyết số 20-NQ/TW", "implements", "20-NQ/TW")],
    ),
    # a semicolon before what is issued, and before a basis that is no document
    (
        "Thực hiện Chương trình hành động số 5-CTr/TU của Tỉnh ủy Nam Hà về du lịch; UBND tỉnh ban hành Kế hoạch số 119/KH-UBND.",
        [("119/KH-UBND", "implements", "5-CTr/TU")],
    ),
    (
        "Thực hiện Kế hoạch số 31-KH/TU của Tỉnh ủy Nam Hà; Hướng dẫn số 7-HD/TU về đại hội; căn cứ tình hình các xã, Huyện ủy Vụ Bản "
        "ban hành Kế hoạch số 62-KH/HU.",
        [("62-KH/HU", "implements", "31-KH/TU"), ("62-KH/HU", "implements", "7-HD/TU")],
    ),
    (
        "Huyện ủy Vụ Bản thực hiện Kế hoạch số 31-KH/TU của Tỉnh ủy Nam Hà; tháng 5, Huyện ủy ban hành Nghị quyết số 9-NQ/HU về nhà ở.",
        [],
    ),
    # a plan told by what it carries out, and again by its number
    (
        "Quận ủy Tây Hồ triển khai Kế hoạch của Ban Thường vụ Quận ủy thực hiện Chỉ thị 24-CT/TU. Bí thư Quận ủy giới thiệu Kế hoạch "
        "số 152-KH/QU của Ban Thường vụ Quận ủy thực hiện Chỉ thị 24-CT/TU.",
        [("152-KH/QU", "implements", "24-CT/TU")],
    ),
    (
        "UBND quận Tây Hồ ban hành Kế hoạch thực hiện Chỉ thị 24-CT/TU. Bí thư Quận ủy giới thiệu Kế hoạch số 152-KH/QU của Ban Thường "
        "vụ Quận ủy thực hiện Chỉ thị 24-CT/TU.",
        [
            ("Kế hoạch thực hiện Chỉ thị 24-CT/TU", "implements", "24-CT/TU"),
            ("152-KH/QU", "implements", "24-CT/TU"),
        ],
    ),
    # a sentence of nothing but what is to be carried out, before the one that tells what was issued
    (
        "Thực hiện Kế hoạch số 31/KH-UBND của UBND tỉnh Nam Hà; Công văn số 97/SNV của Sở Nội vụ về bầu cử. Để mọi người dân biết, "
        "UBND xã Hợp Hưng ban hành Kế hoạch số 12/KH-UBND về tuyên truyền bầu cử.",
        [("12/KH-UBND", "implements", "31/KH-UBND"), ("12/KH-UBND", "implements", "97/SNV")],
    ),
    (
        "Thực hiện Kế hoạch số 31/KH-UBND của UBND tỉnh Nam Hà, xã Hợp Hưng đã lập 3 tổ. UBND xã ban hành Kế hoạch số 12/KH-UBND về "
        "khám tuyển quân.",
        [],
    ),
    (
        "Thực hiện Kế hoạch số 31/KH-UBND của UBND tỉnh Nam Hà. Mọi việc đã xong. UBND xã Hợp Hưng ban hành Kế hoạch số 12/KH-UBND.",
        [],
    ),
    # on the basis of what the sentence before tells as issued
    (
        "Tỉnh ủy Nam Hà ban hành Nghị quyết số 11-NQ/TU về du lịch. Trên cơ sở đó, UBND tỉnh đã ban hành Kế hoạch số 120/KH-UBND.",
        [("120/KH-UBND", "implements", "11-NQ/TU")],
    ),
    (
        "Nghị quyết số 11-NQ/TU giúp đời sống khá lên. Trên cơ sở đó, UBND tỉnh đã ban hành Kế hoạch số 120/KH-UBND về nhà ở.",
        [],
    ),
    # what a title carries out that has no number itself, with whose it is
    (
        "UBND huyện Vụ Bản có Công văn số 84/UBND-NN về việc triển khai thực hiện Nghị quyết của HĐND tỉnh Nam Hà về hỗ trợ hợp tác xã.",
        [("84/UBND-NN", "implements", "Nghị quyết về hỗ trợ hợp tác xã")],
    ),
    (
        "UBND huyện Vụ Bản có Công văn số 84/UBND-NN về việc triển khai thực hiện nghị quyết của HĐND tỉnh về hỗ trợ hợp tác xã.",
        [],
    ),
    # a programme, and a plan to study and carry out
    (
        "Hội nghị thông qua Chương trình thực hiện Nghị quyết Đại hội Đảng bộ huyện Vụ Bản lần thứ XX.",
        [
            (
                "Chương trình thực hiện Nghị quyết Đại hội Đảng bộ huyện Vụ Bản lần thứ XX",
                "implements",
                "Nghị quyết Đại hội Đảng bộ huyện Vụ Bản lần thứ XX",
            )
        ],
    ),
    (
        "Huyện ủy Vụ Bản ban hành Kế hoạch học tập, quán triệt và triển khai thực hiện Nghị quyết số 21-NQ/TU.",
        [
            (
                "Kế hoạch học tập, quán triệt và triển khai thực hiện Nghị quyết số 21-NQ/TU",
                "implements",
                "21-NQ/TU",
            )
        ],
    ),
    # after a review of one, another is issued
    (
        "Sau khi tổng kết việc thực hiện Chỉ thị số 12-CT/TU, Tỉnh ủy Nam Hà đã ban hành Chỉ thị số 40-CT/TU về bảo vệ rừng.",
        [],
    ),
    # where a title ends before what else was done
    (
        "Thực hiện Nghị quyết số 35 của HĐND tỉnh Nam Hà, huyện Vụ Bản đã ban hành Đề án phát triển nghề thêu và chỉ đạo các xã lập tổ.",
        [("Đề án phát triển nghề thêu", "implements", "35")],
    ),
    # after somebody issued a higher one
    (
        "Sau khi Tỉnh ủy Nam Hà ban hành Chương trình hành động số 24-CTr/TU, Huyện ủy Vụ Bản đã ban hành Kế hoạch số 62-KH/HU để tổ "
        "chức thực hiện.",
        [("62-KH/HU", "implements", "24-CTr/TU")],
    ),
    (
        "Sau khi Tỉnh ủy Nam Hà ban hành Chỉ thị số 24-CT/TU, Huyện ủy Vụ Bản đã ban hành Nghị quyết số 62-NQ/HU về du lịch.",
        [],
    ),
    # the kind alone, of which the article names only one
    (
        "Tỉnh ủy Nam Hà ban hành Kết luận số 68-KL/TU về giải phóng mặt bằng. Thực hiện kết luận, ngày 4/3/2024, UBND tỉnh đã có Công "
        "văn số 812/UBND-NN.",
        [("812/UBND-NN", "implements", "68-KL/TU")],
    ),
    (
        "Tỉnh ủy Nam Hà ban hành Kết luận số 68-KL/TU và Kết luận số 70-KL/TU. Thực hiện kết luận, ngày 4/3/2024, UBND tỉnh đã có Công "
        "văn số 812/UBND-NN.",
        [],
    ),
    # what a document is for, behind its subject
    (
        "Đảng ủy phường Hải Yên ban hành Nghị quyết số 05-NQ/ĐU về chuyển đổi số đến năm 2030 nhằm cụ thể hóa Nghị quyết số 57-NQ/TW.",
        [("05-NQ/ĐU", "implements", "57-NQ/TW")],
    ),
    (
        "Chính phủ ban hành Nghị quyết số 42/NQ-CP ngày 21/3/2022 về Chương trình hành động thực hiện Nghị quyết số 09-NQ/TW.",
        [("42/NQ-CP", "implements", "09-NQ/TW")],
    ),
    # whom a paper tells to carry something out
    (
        "UBND tỉnh Nam Hà ban hành Công văn số 612/UBND-KT yêu cầu Sở Xây dựng và các huyện thực hiện Công điện số 70/CĐ-TTg.",
        [("612/UBND-KT", "implements", "70/CĐ-TTg")],
    ),
    (
        "UBND tỉnh Nam Hà có Công văn số 612/UBND-KT báo cáo Thủ tướng. Sở Xây dựng thực hiện Công điện số 70/CĐ-TTg.",
        [],
    ),
    # who else issues something for the same, in the next clause
    (
        "Triển khai Chỉ thị số 40-CT/TW, Tỉnh ủy Nam Hà đã ban hành Công văn số 135-CV/TU; UBND tỉnh ban hành Kế hoạch số 48/KH-UBND, "
        "Quyết định số 22/QĐ-UBND.",
        [
            ("135-CV/TU", "implements", "40-CT/TW"),
            ("48/KH-UBND", "implements", "40-CT/TW"),
            ("22/QĐ-UBND", "implements", "40-CT/TW"),
        ],
    ),
    (
        "Triển khai Chỉ thị số 40-CT/TW, Tỉnh ủy Nam Hà đã ban hành Công văn số 135-CV/TU. UBND tỉnh ban hành Kế hoạch số 48/KH-UBND.",
        [("135-CV/TU", "implements", "40-CT/TW")],
    ),
    # what others made of one that opens the sentence
    (
        "Hội nghị bàn về Nghị quyết số 26-NQ/TW. Nghị quyết được Tỉnh ủy Nam Hà cụ thể hóa bằng Chương trình hành động số 14-CTr/TU; "
        "HĐND tỉnh thể chế hóa bằng Nghị quyết số 01/2021/NQ-HĐND.",
        [("14-CTr/TU", "implements", "26-NQ/TW"), ("01/2021/NQ-HĐND", "implements", "26-NQ/TW")],
    ),
    (
        "Hội đồng Thẩm phán ban hành Nghị quyết số 01/2024/NQ-HĐTP hướng dẫn áp dụng một số quy định của Luật Phá sản.",
        [("01/2024/NQ-HĐTP", "implements", "Luật Phá sản")],
    ),
    # by which something is told, and not done
    ("Theo Tờ trình số 378/TTr-CP, việc sửa đổi Luật Đất đai 2013 là cần thiết.", []),
    # what another one guides, taken up by its kind
    (
        "Ông Tá vi phạm Luật Nhà ở và Nghị định 71 hướng dẫn Luật này.",
        [("71", "implements", "Luật Nhà ở")],
    ),
    # an action programme with whose it is
    (
        "Thành ủy Nam Hà ban hành Chương trình hành động của Thành ủy thực hiện Nghị quyết số 39-NQ/TW.",
        [("Chương trình hành động thực hiện Nghị quyết số 39-NQ/TW", "implements", "39-NQ/TW")],
    ),
    # a year in a subject is not that of a document
    (
        "Thành ủy Nam Hà ban hành Chương trình số 39-CTr/TU ngày 18/10/2020 để triển khai Nghị quyết số 59-NQ/TW của Bộ Chính trị về "
        "phát triển thành phố đến năm 2030, tầm nhìn đến năm 2045.",
        [("39-CTr/TU", "implements", "59-NQ/TW")],
    ),
    # both of those just named
    (
        "Bộ Chính trị ban hành Nghị quyết số 59-NQ/TW. Quốc hội ban hành Nghị quyết số 45/2022/QH15. Để thực hiện hai nghị quyết này, "
        "UBND thành phố Nam Hà đã có Kế hoạch số 92/KH-UBND.",
        [("92/KH-UBND", "implements", "59-NQ/TW"), ("92/KH-UBND", "implements", "45/2022/QH15")],
    ),
    # a paper without a name before it; several of any kind
    (
        "Thực hiện Nghị quyết của Đảng ủy Quân khu và Chỉ thị số 12/CT-BTL của Tư lệnh Quân khu, Bộ CHQS tỉnh Nam Hà đã xây dựng Kế "
        "hoạch số 108/KH-BCH.",
        [("108/KH-BCH", "implements", "12/CT-BTL")],
    ),
    (
        "Qua 3 năm thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị, Huyện ủy Bình Lâm đã ban hành 12 văn bản lãnh đạo, chỉ đạo, trong "
        "đó có: Kế hoạch số 32-KH/HU ngày 5/8/2016; Chỉ thị số 11-CT/HU về kỷ cương.",
        [("32-KH/HU", "implements", "05-CT/TW"), ("11-CT/HU", "implements", "05-CT/TW")],
    ),
    # a list of what was drawn up to carry out one, of another kind or after a colon
    (
        "Để thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị, Ban Thường vụ Huyện ủy Bình Lâm ban hành Chỉ thị số 08-CT/HU, Kế "
        "hoạch số 22-KH/HU về triển khai chuyên đề năm 2017.",
        [("08-CT/HU", "implements", "05-CT/TW"), ("22-KH/HU", "implements", "05-CT/TW")],
    ),
    (
        "Thực hiện Nghị quyết số 5-NQ/TU của Tỉnh ủy Nam Hà, Huyện ủy Bình Lâm đã ban hành 2 nghị quyết chuyên đề: Nghị quyết số "
        "02-NQ/HU về nông nghiệp; Nghị quyết số 03-NQ/HU về du lịch.",
        [("02-NQ/HU", "implements", "5-NQ/TU"), ("03-NQ/HU", "implements", "5-NQ/TU")],
    ),
    (
        "Nghị quyết 18-NQ/TW được Tỉnh ủy Nam Hà cụ thể hóa bằng Đề án số 05-ĐA/TU và Kế hoạch số 96-KH/TU.",
        [("05-ĐA/TU", "implements", "18-NQ/TW"), ("96-KH/TU", "implements", "18-NQ/TW")],
    ),
    (
        "Thực hiện Nghị quyết 18-NQ/TW, Huyện ủy Bình Lâm ban hành Kế hoạch số 96-KH/HU, Chỉ thị số 05-CT/TW được quán triệt.",
        [("96-KH/HU", "implements", "18-NQ/TW")],
    ),
    # what another one changed, and rules that come with a decision
    (
        "Nghị định số 56/2015/NĐ-CP về đánh giá công chức (sửa đổi, bổ sung theo Nghị định số 88/2017/NĐ-CP) được áp dụng.",
        [("88/2017/NĐ-CP", "amends", "56/2015/NĐ-CP")],
    ),
    (
        "Quyết định số 05/2023/QĐ-UBND sửa đổi, bổ sung một số điều của Quy định ban hành kèm theo Quyết định số 17/2019/QĐ-UBND.",
        [("05/2023/QĐ-UBND", "amends", "17/2019/QĐ-UBND")],
    ),
    (
        "Thông tư số 35/2017/TT-BGTVT hướng dẫn một số điều của Nghị định số 11/2010/NĐ-CP.",
        [("35/2017/TT-BGTVT", "implements", "11/2010/NĐ-CP")],
    ),
    # a quotation that begins with a word for `about`
    (
        "Kế hoạch số 136-KH/ĐU của Đảng ủy xã Lơ Pang “về thực hiện Chỉ thị số 35-CT/TW của Bộ Chính trị” được phổ biến.",
        [("136-KH/ĐU", "implements", "35-CT/TW")],
    ),
    (
        "Theo luật Thi đua, khen thưởng; luật số 39/2013/QH13 ngày 11/6/2013 của Quốc hội về sửa đổi một số điều của luật Thi đua, "
        "khen thưởng.",
        [("39/2013/QH13", "amends", "Luật Thi đua, khen thưởng")],
    ),
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
        # two drafts, the law of one beginning like that of the other
        "Quốc hội bàn dự án Luật sửa đổi, bổ sung một số điều của Luật Đầu tư và dự án Luật sửa đổi, bổ sung một số "
        "điều của Luật Đầu tư công.",
        [
            ("Luật sửa đổi, bổ sung một số điều của Luật Đầu tư", "amends", "Luật Đầu tư"),
            ("Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công", "amends", "Luật Đầu tư công"),
        ],
    ),
    (
        # a law changes no rules of an association
        "Hội khen thưởng theo quy định tại Luật số 17/2012/QH13 của Quốc hội về sửa đổi, bổ sung một số điều của Luật Báo chí và Quy chế "
        "số 21/QC-HTV ngày 3/4/2015 của hội.",
        [("17/2012/QH13", "amends", "Luật Báo chí")],
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
