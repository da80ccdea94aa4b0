"""Events as whole passages tell them: what was held, when, by whom."""

from __future__ import annotations

import pytest

from tests.relate.test_events import label, read

Row = tuple[str, str | None, set[str]]
"""Type, date, who held it."""

HELD: list[tuple[str, list[Row]]] = [
    # a sitting of a congress that the sentence is about; a congress that meets
    (
        "Sáng 15/5, phiên trọng thể Đại hội Hội Nông dân tỉnh Quảng Nam lần thứ X, nhiệm kỳ 2020 - 2025 được tổ chức.",
        [("đại hội", "2022-05-15", {"Hội Nông dân tỉnh Quảng Nam"})],
    ),
    (
        "Đại hội Công đoàn tỉnh Quảng Nam lần thứ X (nhiệm kỳ 2020-2025) họp từ ngày 14 đến 15/5/2022.",
        [("đại hội", "2022-05-14", {"Công đoàn tỉnh Quảng Nam"})],
    ),
    # those who are chosen to hold one; what somebody of the centre said at one
    ("Huyện đoàn Núi Thành đã chọn 02 đơn vị Xã đoàn Tam Hòa và Xã đoàn Tam Anh tổ chức Đại hội điểm.", []),
    (
        "Ngày 15/5, Tỉnh ủy Quảng Nam tổ chức hội nghị giao ban. Bí thư Tỉnh ủy đề nghị bám sát tinh thần chỉ đạo của Thủ tướng"
        " tại cuộc họp tổng kết 10 năm công tác dân vận.",
        [("hội nghị", "2022-05-15", {"Tỉnh ủy Quảng Nam"})],
    ),
    # who acts behind the clause that opens the sentence
    (
        "Sáng 15/5, làm việc với UBND huyện Núi Thành về đất đai, Bí thư Tỉnh ủy Quảng Nam Lê Văn Tư tỏ ra sốt ruột.",
        [("buổi làm việc", "2022-05-15", {"Tỉnh ủy Quảng Nam"})],
    ),
    (
        "Trong khuôn khổ chuyến thăm và làm việc tại huyện Núi Thành, chiều 15/5, Bí thư Tỉnh ủy Quảng Nam Lê Văn Tư tặng quà.",
        [],
    ),
    # several who hold it together, joined by other words, with its day behind them
    (
        "Ý kiến này nêu ra tại hội thảo do Ban Dân vận Tỉnh ủy Quảng Nam, Sở Nội vụ tỉnh cùng Hội Nông dân tỉnh phối hợp"
        " tổ chức sáng 15/5.",
        [
            (
                "hội thảo",
                "2022-05-15",
                {"Ban Dân vận Tỉnh ủy Quảng Nam", "Sở Nội vụ tỉnh", "Hội Nông dân tỉnh"},
            )
        ],
    ),
    # the press in the name of a meeting
    (
        "Sáng 15/5, tại tọa đàm Báo chí với biển đảo do Tỉnh đoàn Quảng Nam tổ chức, nhiều ý kiến được nêu.",
        [("tọa đàm", "2022-05-15", {"Tỉnh đoàn Quảng Nam"})],
    ),
    # a dialogue, by the verb, and by the one who concludes it
    (
        "Sáng 15/5, Bí thư Huyện ủy Núi Thành Lê Văn Tư đối thoại với 80 thanh niên.",
        [("buổi đối thoại", "2022-05-15", {"Huyện ủy Núi Thành"})],
    ),
    (
        "Sáng 15/5, buổi đối thoại với người dân diễn ra tại nhà văn hóa. Kết luận buổi đối thoại, Chủ tịch UBND huyện Núi Thành"
        " Lê Văn Tư nhận lỗi.",
        [("buổi đối thoại", "2022-05-15", {"Ủy ban nhân dân huyện Núi Thành"})],
    ),
    # one who is told in short speaks behind what the meeting was for
    (
        "Bí thư Tỉnh ủy Quảng Nam Lê Văn Tư lập đường dây nóng. Tại cuộc họp về cải cách hành chính sáng 15/5, ông Tư giao việc"
        " này cho các sở.",
        [("cuộc họp", "2022-05-15", {"Tỉnh ủy Quảng Nam"})],
    ),
    # a session that is to be held on the day that is told again
    (
        "Sáng 25/5, kỳ họp thứ 9 HĐND tỉnh Quảng Nam sẽ khai mạc. Một nội dung của kỳ họp là nhân sự. Kỳ họp thứ 9 HĐND tỉnh"
        " Quảng Nam diễn ra từ ngày 25 đến 27/5.",
        [],
    ),
    (
        "Sáng 25/5, kỳ họp thứ 9 HĐND tỉnh Quảng Nam sẽ khai mạc. Thông tin tại buổi họp báo trước kỳ họp, Chánh Văn phòng"
        " HĐND tỉnh Quảng Nam Lê Văn Tư nói về nhân sự.",
        [("họp báo", None, {"Hội đồng nhân dân tỉnh Quảng Nam"})],
    ),
    (
        "Phát biểu tại kỳ họp của HĐND tỉnh Quảng Nam hôm nay 24-5, bà Hoa cảm ơn các đại biểu. Tin liên quan: Ngày mai 24-5,"
        " kỳ họp thứ 8 HĐND tỉnh Quảng Nam sẽ họp về nhân sự.",
        [("kỳ họp", "2022-05-24", {"Hội đồng nhân dân tỉnh Quảng Nam"})],
    ),
    # who leads a place without naming a body of it
    (
        "Ngày 15/5, Phó Chủ tịch tỉnh Quảng Nam Lê Văn Tư chủ trì cuộc họp với các sở về du lịch.",
        [("cuộc họp", "2022-05-15", {"Ủy ban nhân dân tỉnh Quảng Nam"})],
    ),
    (
        "Chiều 15/5, Bí thư Hà Nội Vũ Đức Lâm chủ trì cuộc họp về cấp nước.",
        [("cuộc họp", "2022-05-15", {"Thành ủy Hà Nội"})],
    ),
    (
        "Chiều 15/5, Bí thư Tỉnh ủy Quảng Nam Lê Văn Tư chủ trì cuộc họp nghe Chủ tịch huyện Núi Thành Trần Ba báo cáo.",
        [("cuộc họp", "2022-05-15", {"Tỉnh ủy Quảng Nam"})],
    ),
    # one who only tells of it
    (
        "Ông Lê Văn Tư, Chánh Văn phòng UBND tỉnh Quảng Nam cho biết, hôm 15/5 Chủ tịch tỉnh Trần Văn Ba đã chủ trì cuộc họp"
        " với các sở.",
        [("cuộc họp", "2022-05-15", {"Ủy ban nhân dân tỉnh"})],
    ),
    (
        "“Việc này phải làm ngay”, Chủ tịch UBND tỉnh Quảng Nam Lê Văn Tư nêu khi chủ trì cuộc họp chiều 15/5.",
        [("cuộc họp", "2022-05-15", {"Ủy ban nhân dân tỉnh Quảng Nam"})],
    ),
    # a day of something else
    (
        "Liên quan vụ việc mà báo Sông Thu có bài phản ánh ngày 2/4/2022, UBND tỉnh Quảng Nam đã tổ chức cuộc họp với các sở.",
        [("cuộc họp", None, {"Ủy ban nhân dân tỉnh Quảng Nam"})],
    ),
    # the article's day behind the meeting
    (
        "Phát biểu tại cuộc họp sáng nay, Phó Chủ tịch UBND tỉnh Quảng Nam Lê Văn Tư yêu cầu các sở vào cuộc.",
        [("cuộc họp", "2022-05-24", {"Ủy ban nhân dân tỉnh Quảng Nam"})],
    ),
    # those who let others hold it
    (
        "Ngày 15/5, Đảng bộ xã Tam Hòa tổ chức đại hội. Đây là đơn vị được Ban Thường vụ Huyện ủy Núi Thành lựa chọn tổ chức"
        " đại hội điểm, tiến hành đại hội sớm.",
        [("đại hội", "2022-05-15", {"Đảng ủy xã Tam Hòa"})],
    ),
    # a noun goes on with what else is done
    (
        "Sáng 15/5, Tỉnh ủy Quảng Nam tổ chức Lễ viếng, dâng hương tại Nghĩa trang Liệt sĩ tỉnh. Dự lễ viếng có Bí thư Tỉnh ủy"
        " Quảng Nam Lê Văn Tư.",
        [("lễ viếng", "2022-05-15", {"Tỉnh ủy Quảng Nam"})],
    ),
    # a reunion keeps its kind
    (
        "Chiều 15/5, Hội Liên hiệp Phụ nữ xã Tam Hòa tổ chức họp mặt kỷ niệm ngày thành lập. Dự hội nghị có lãnh đạo xã. Tại buổi"
        " họp mặt, chị Lê Thị Hoa ôn lại truyền thống của Hội Liên hiệp Phụ nữ Việt Nam.",
        [("buổi họp mặt", "2022-05-15", {"Hội Liên hiệp Phụ nữ xã Tam Hòa"})],
    ),
    # with whom somebody works
    (
        "Ngày 15/5, Bộ trưởng Bộ Tài nguyên và Môi trường Lê Văn Tư đã có buổi làm việc với lãnh đạo Công ty TNHH giấy Sông Thu.",
        [("buổi làm việc", "2022-05-15", {"Bộ Tài nguyên và Môi trường"})],
    ),
    # those who receive guests from abroad
    (
        "Sáng 15/5, Đoàn đại biểu thành phố Asan (Hàn Quốc) đã đến thăm và làm việc với tỉnh Quảng Nam. Tiếp và làm việc với Đoàn có"
        " các đồng chí: Lê Văn Tư, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh; Trần Văn Ba, Phó Chủ tịch UBND tỉnh.",
        [("buổi làm việc", "2022-05-15", {"Ủy ban nhân dân tỉnh"})],
    ),
    # a dialogue is no meeting with voters
    (
        "Chiều 15/5, Phó Chủ tịch UBND tỉnh Quảng Nam Lê Văn Tư chủ trì hội nghị tiếp xúc, đối thoại với các hộ dân huyện Núi Thành.",
        [("hội nghị tiếp xúc, đối thoại", "2022-05-15", {"Ủy ban nhân dân tỉnh Quảng Nam"})],
    ),
    # the one who held it on its day before the one who decided it
    (
        "Ban Thường vụ Tỉnh ủy Quảng Nam tổ chức trao tặng Huy hiệu Đảng cho 80 đảng viên. Sáng 15/5, Thường trực Tỉnh ủy Quảng Nam"
        " tổ chức Lễ trao tặng Huy hiệu Đảng.",
        [("lễ trao", "2022-05-15", {"Thường trực Tỉnh ủy Quảng Nam"})],
    ),
    # a congress of tomorrow, and a house in which meetings are held
    (
        "Ngày mai (26/5), Đảng bộ xã Tam Hòa sẽ long trọng tổ chức Đại hội đại biểu lần thứ I, nhiệm kỳ 2025-2030. Đại hội được tổ chức"
        " trong không khí phấn khởi của Đảng bộ huyện Núi Thành.",
        [],
    ),
    (
        "Ngày 15/5, Đảng bộ xã Tam Hòa tổ chức Đại hội đại biểu lần thứ I, nhiệm kỳ 2025-2030 tại Trung tâm tổ chức hội nghị xã.",
        [("đại hội", "2022-05-15", {"Đảng ủy xã Tam Hòa"})],
    ),
    # a course is opened
    (
        "Sáng 15/5, Trường Chính trị tỉnh Quảng Nam phối hợp với Huyện ủy Núi Thành tổ chức khai giảng lớp bồi dưỡng nhận thức về Đảng.",
        [("lễ khai giảng", "2022-05-15", {"Trường Chính trị tỉnh Quảng Nam", "Huyện ủy Núi Thành"})],
    ),
    # a nationwide congress that is not the party's
    (
        "Sáng 15/5, Thủ tướng dự Đại hội đại biểu toàn quốc các dòng họ hiếu học lần thứ II. Bí thư Tỉnh ủy Quảng Nam cùng dự.",
        [],
    ),
    # what lies ahead
    (
        "HĐND tỉnh Quảng Nam sẽ lấy phiếu tín nhiệm tại kỳ họp cuối năm 2022, dự kiến ngày 6 đến 8/12. Tại kỳ họp, Thường trực HĐND tỉnh"
        " trình danh sách.",
        [],
    ),
    (
        "Theo nghị trình, phiên chất vấn tại kỳ họp thứ 5 HĐND tỉnh Quảng Nam diễn ra từ ngày 4/5 đến 6/5.",
        [],
    ),
    (
        "Tỉnh ủy Quảng Nam thống nhất giới thiệu ông Lê Văn Tư để HĐND tỉnh Quảng Nam bầu giữ chức Chủ tịch UBND tỉnh tại kỳ họp thứ 6.",
        [],
    ),
    (
        "Tỉnh ủy Quảng Nam và UBND tỉnh Quảng Nam cho biết các chủ đầu tư còn chậm tổ chức hội nghị nhà chung cư.",
        [],
    ),
    # cells and unions of schools in lower case
    (
        "Ngày 15/5, Chi bộ trường THCS Lê Lợi tổ chức Đại hội chi bộ nhiệm kỳ 2022-2025.",
        [("đại hội", "2022-05-15", {"Chi bộ Trường trung học cơ sở Lê Lợi"})],
    ),
    (
        "Ngày 15/5, Công đoàn trường Tiểu học Lê Lợi tổ chức hội nghị viên chức. Dự có đại diện Liên đoàn Lao động huyện Núi Thành.",
        [("hội nghị", "2022-05-15", {"Công đoàn Trường Tiểu học Lê Lợi"})],
    ),
    # lists of those who hold it go on over others, over brackets and over a word for `together with`
    (
        "Tối 15/5, UBND tỉnh Quảng Nam, Sở Y tế tỉnh Quảng Nam, báo Sông Thu và Công ty cổ phần Trà My phối hợp tổ chức lễ trao giải.",
        [
            (
                "lễ trao",
                "2022-05-15",
                {"Ủy ban nhân dân tỉnh Quảng Nam", "Sở Y tế tỉnh Quảng Nam", "Công ty cổ phần Trà My"},
            )
        ],
    ),
    (
        "Ngày 15/5, Tổng cục Thủy lợi (Bộ Nông nghiệp), UBND tỉnh Quảng Nam và các nhà khoa học đã họp bàn về bờ đê.",
        [("cuộc họp", "2022-05-15", {"Tổng cục Thủy lợi", "Ủy ban nhân dân tỉnh Quảng Nam"})],
    ),
    (
        "Ngày 15/5, Đài Truyền hình Việt Nam cùng Bộ Y tế tổ chức họp báo. Dự có Bí thư Tỉnh ủy Quảng Nam và Chủ tịch UBND tỉnh.",
        [("họp báo", "2022-05-15", {"Đài Truyền hình Việt Nam", "Bộ Y tế"})],
    ),
    (
        "Sáng 15/5, lãnh đạo Huyện ủy Núi Thành (tỉnh Quảng Nam) cho biết, Ủy ban Kiểm tra Huyện ủy đã họp.",
        [("cuộc họp", None, {"Ủy ban Kiểm tra Huyện ủy"})],
    ),
    # a quarter or month between the noun and whose it is
    (
        "Sáng 15/5, tại cuộc họp báo quý I/2022 của Thanh tra Chính phủ, nhiều câu hỏi được nêu. Bí thư Tỉnh ủy và Chủ tịch UBND tỉnh vắng.",
        [("họp báo", "2022-05-15", {"Thanh tra Chính phủ"})],
    ),
    # what is only prepared, whom the police question, many places
    (
        "Ngày 15/5, Tổng Bí thư chủ trì họp Bộ Chính trị về công tác chuẩn bị cho Hội nghị Trung ương 10, Kỳ họp thứ 3 Quốc hội khóa XV.",
        [("cuộc họp", "2022-05-15", {"Bộ Chính trị"})],
    ),
    (
        "Quốc hội ban hành quy định hưởng lương từ ngày 1/1 đến ngày 31/12/2021 tại kỳ họp này, Tổng Thư ký Quốc hội cho biết.",
        [],
    ),
    # those who hold it named one beside the other; a whole told behind a word for `under` does not
    (
        "Ngày 15/5 diễn ra hội thảo do Học viện Ngoại giao, Quỹ Hỗ trợ Khuyến học và Hội Luật gia Việt Nam phối hợp tổ chức. Dự có Bí thư Tỉnh ủy Quảng Nam và Chủ tịch UBND tỉnh.",
        [("hội thảo", "2022-05-15", {"Học viện Ngoại giao", "Quỹ Hỗ trợ Khuyến học", "Hội Luật gia Việt Nam"})],
    ),
    (
        "Tối 15/5, Câu lạc bộ Sông Thu, trực thuộc Hội Luật gia tỉnh Quảng Nam, đã tổ chức kỷ niệm 10 năm. Dự có lãnh đạo Tỉnh ủy Quảng Nam.",
        [],
    ),
    # those who are met are no voters; what passed a resolution is no news
    ("Tại buổi tiếp xúc với các nhà đầu tư ngày 15/5, Chủ tịch UBND tỉnh Quảng Nam và Bí thư Tỉnh ủy trả lời.", []),
    (
        "Tháng 5/2022, Tỉnh ủy Quảng Nam ban hành kế hoạch thực hiện nghị quyết số 18 của hội nghị lần thứ 6.",
        [],
    ),
    ("Sáng 15/5, Công an huyện Núi Thành đã làm việc với Lê Văn Tư (19 tuổi), tài xế xe tải.", []),
    ("Bộ Giao thông vận tải đã làm việc với tất cả 20 tỉnh, thành phố về hướng tuyến.", []),
]


@pytest.mark.parametrize(("text", "expected"), HELD, ids=[row[0][:40] for row in HELD])
def test_who_held_it(text: str, expected: list[Row]) -> None:
    assert [(e.type, e.date, {label(o) for o in e.organizers}) for e in read(text)] == expected
