"""Who comes and who goes: a table of how the press tells of appointments, seats, transfers and releases."""

from __future__ import annotations

import pytest

from tests.reading import facts, posts

C, A, E, F = "current", "appointed", "ended", "former"

UBND = "Ủy ban nhân dân tỉnh Phú Yên"
TUY_AN = (("bí thư", "Huyện ủy Tuy An"), ("chủ tịch", "Ủy ban nhân dân huyện Tuy An"))

SAID = [
    # seats are on the committee that one leads or stops leading right behind them
    (
        "Theo Quyết định của Ban Thường vụ Thành ủy Hà Nội, ông Lê Văn An, Thành ủy viên, thôi tham gia Ban Chấp hành, Ban Thường vụ "
        "và thôi giữ chức Bí thư Đảng ủy xã Hải Yên.",
        {
            ("Lê Văn An", "ủy viên", "Thành ủy Hà Nội", C),
            ("Lê Văn An", "ủy viên", "Đảng ủy xã Hải Yên", E),
            ("Lê Văn An", "ủy viên", "Ban Thường vụ Đảng ủy xã Hải Yên", E),
            ("Lê Văn An", "bí thư", "Đảng ủy xã Hải Yên", E),
        },
    ),
    (
        "Ban Thường vụ Tỉnh ủy Gia Lai điều động, chỉ định ông Lê Văn An, Phó Giám đốc Sở Xây dựng tỉnh, tham gia Ban Chấp hành, Ban "
        "Thường vụ Đảng ủy và giữ chức Bí thư Đảng ủy phường An Thịnh.",
        {
            ("Lê Văn An", "phó giám đốc", "Sở Xây dựng tỉnh Gia Lai", E),
            ("Lê Văn An", "ủy viên", "Đảng ủy phường An Thịnh", A),
            ("Lê Văn An", "ủy viên", "Ban Thường vụ Đảng ủy phường An Thịnh", A),
            ("Lê Văn An", "bí thư", "Đảng ủy phường An Thịnh", A),
        },
    ),
    (
        "Ông Lê Văn An được chỉ định tham gia Ban Thường vụ Tỉnh ủy Gia Lai, giữ chức Bí thư Đảng ủy phường An Thịnh.",
        {
            ("Lê Văn An", "ủy viên", "Ban Thường vụ Tỉnh ủy Gia Lai", A),
            ("Lê Văn An", "bí thư", "Đảng ủy phường An Thịnh", A),
        },
    ),
    # who leads a branch or the committee of agencies beside an office keeps it; who goes to a commune's leaves it
    (
        "Ông Lê Văn An, Phó Bí thư Thường trực Tỉnh ủy Gia Lai, được chỉ định giữ chức Bí thư Đảng ủy các cơ quan Đảng tỉnh; ông Trần "
        "Văn Ba, Chỉ huy trưởng Ban CHQS xã Hải Yên, được chỉ định giữ chức Bí thư Chi bộ Quân sự xã; bà Vũ Thị Lan, Phó Giám đốc Sở Y "
        "tế tỉnh Gia Lai, được chỉ định giữ chức Bí thư Đảng ủy xã Hải Yên.",
        {
            ("Lê Văn An", "phó bí thư thường trực", "Tỉnh ủy Gia Lai", C),
            ("Lê Văn An", "bí thư", "Đảng ủy các cơ quan Đảng tỉnh Gia Lai", A),
            ("Trần Văn Ba", "chỉ huy trưởng", "Ban Chỉ huy Quân sự xã Hải Yên", C),
            ("Trần Văn Ba", "bí thư", "Chi bộ Quân sự xã Hải Yên", A),
            ("Vũ Thị Lan", "phó giám đốc", "Sở Y tế tỉnh Gia Lai", E),
            ("Vũ Thị Lan", "bí thư", "Đảng ủy xã Hải Yên", A),
        },
    ),
    # heads of the inspection committee that is told with its number of members
    (
        "Ban Bí thư chỉ định Ủy ban Kiểm tra Tỉnh ủy Gia Lai gồm 9 đồng chí, đồng chí Lê Văn An giữ chức Chủ nhiệm; các đồng chí Trần "
        "Văn Ba, Vũ Thị Lan giữ chức Phó Chủ nhiệm.",
        {
            ("Lê Văn An", "chủ nhiệm", "Ủy ban Kiểm tra Tỉnh ủy Gia Lai", A),
            ("Trần Văn Ba", "phó chủ nhiệm", "Ủy ban Kiểm tra Tỉnh ủy Gia Lai", A),
            ("Vũ Thị Lan", "phó chủ nhiệm", "Ủy ban Kiểm tra Tỉnh ủy Gia Lai", A),
        },
    ),
    (
        "Ban Bí thư chỉ định Ủy ban Kiểm tra Tỉnh ủy Gia Lai gồm 9 đồng chí. Hợp tác xã Hải Yên do ông Lê Văn An giữ chức Chủ nhiệm.",
        set(),
    ),
    # a new office takes the place of the one told beside the name
    (
        "Ban Thường vụ Tỉnh ủy Tuyên Quang quyết định điều động, phân công đồng chí Lê Văn Bỉnh, Ủy viên Ban Thường vụ "
        "Tỉnh ủy, Bí thư Huyện ủy Sơn Dương giữ chức Trưởng Ban Tuyên giáo Tỉnh ủy.",
        {
            ("Lê Văn Bỉnh", "ủy viên", "Ban Thường vụ Tỉnh ủy Tuyên Quang", C),
            ("Lê Văn Bỉnh", "bí thư", "Huyện ủy Sơn Dương", E),
            ("Lê Văn Bỉnh", "trưởng ban", "Ban Tuyên giáo Tỉnh ủy Tuyên Quang", A),
        },
    ),
    (
        "UBND tỉnh Phú Yên bổ nhiệm bà Đỗ Thị Thư, Phó Chánh Văn phòng UBND tỉnh, giữ chức Chánh Văn phòng UBND tỉnh.",
        {
            ("Đỗ Thị Thư", "phó chánh văn phòng", "Văn phòng Ủy ban nhân dân tỉnh Phú Yên", E),
            ("Đỗ Thị Thư", "chánh văn phòng", "Văn phòng Ủy ban nhân dân tỉnh Phú Yên", A),
        },
    ),
    # results of elections, approved one after the other
    (
        "Ủy ban Thường vụ Quốc hội phê chuẩn kết quả bầu: Phó Chủ tịch HĐND tỉnh Phú Yên khóa VIII đối với ông Lê Văn Bỉnh và "
        "bà Đỗ Thị Thư kể từ ngày 15/6; Chủ tịch HĐND tỉnh Thái Bình khóa XVII đối với ông Hoàng Văn Trúc.",
        {
            ("Lê Văn Bỉnh", "phó chủ tịch", "Hội đồng nhân dân tỉnh Phú Yên", A),
            ("Đỗ Thị Thư", "phó chủ tịch", "Hội đồng nhân dân tỉnh Phú Yên", A),
            ("Hoàng Văn Trúc", "chủ tịch", "Hội đồng nhân dân tỉnh Thái Bình", A),
        },
    ),
    # who is moved leaves the posts that the clause says are left, and keeps the others
    (
        "Điều động ông Lê Văn Bỉnh, Bí thư Tỉnh ủy Phú Yên, Thứ trưởng Bộ Công an, thôi giữ chức Bí thư Tỉnh ủy Phú Yên; "
        "phân công ông về Bộ Công an và giữ chức Bí thư Đảng ủy Cục Cảnh sát hình sự.",
        {
            ("Lê Văn Bỉnh", "bí thư", "Tỉnh ủy Phú Yên", E),
            ("Lê Văn Bỉnh", "thứ trưởng", "Bộ Công an", C),
            ("Lê Văn Bỉnh", "bí thư", "Đảng ủy Cục Cảnh sát hình sự", A),
        },
    ),
    (
        "Chủ tịch HĐND tỉnh Phú Yên được chỉ định là ông Lê Văn Bỉnh.",
        {("Lê Văn Bỉnh", "chủ tịch", "Hội đồng nhân dân tỉnh Phú Yên", A)},
    ),
    # several deputies, told one by one; those chosen among for one post hold it not
    (
        "Phó Bí thư Huyện ủy Tiên Yên khóa XX gồm: ông Lê Văn Bỉnh - Chủ tịch UBND huyện; bà Đỗ Thị Thư.",
        {
            ("Lê Văn Bỉnh", "phó bí thư", "Huyện ủy Tiên Yên", C),
            ("Lê Văn Bỉnh", "chủ tịch", "Ủy ban nhân dân huyện Tiên Yên", C),
            ("Đỗ Thị Thư", "phó bí thư", "Huyện ủy Tiên Yên", C),
        },
    ),
    (
        "Huyện ủy Tiên Yên chọn 2 người cho chức danh bí thư huyện ủy gồm: ông Lê Văn Bỉnh, chủ tịch UBND huyện; bà Đỗ Thị "
        "Thư, phó bí thư huyện ủy.",
        {
            ("Lê Văn Bỉnh", "chủ tịch", "Ủy ban nhân dân huyện Tiên Yên", C),
            ("Đỗ Thị Thư", "phó bí thư", "Huyện ủy Tiên Yên", C),
        },
    ),
    (
        "2 phó chủ tịch chuyên trách gồm: bà Đỗ Thị Thư (Phó Chủ tịch Thường trực Ủy ban MTTQ tỉnh Phú Yên), ông Lê Văn Bỉnh.",
        {
            ("Đỗ Thị Thư", "phó chủ tịch", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Phú Yên", C),
            ("Đỗ Thị Thư", "phó chủ tịch thường trực", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Phú Yên", C),
            ("Lê Văn Bỉnh", "phó chủ tịch", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Phú Yên", C),
        },
    ),
    (
        "Hội nghị bầu bà Đỗ Thị Thư, Chủ tịch Ủy ban MTTQ tỉnh Phú Yên là Phó Chủ tịch không chuyên trách Ủy ban Trung ương "
        "MTTQ Việt Nam.",
        {
            ("Đỗ Thị Thư", "chủ tịch", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Phú Yên", C),
            ("Đỗ Thị Thư", "phó chủ tịch", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", A),
        },
    ),
    (
        "Ông Lê Văn Bỉnh được hiệp thương giữ chức Chủ tịch Ủy ban MTTQ tỉnh Phú Yên.",
        {("Lê Văn Bỉnh", "chủ tịch", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Phú Yên", A)},
    ),
    # a new secretary who is greeted, and the head of state who greets
    (
        "Gửi lời chúc mừng tới tân Bí thư Tỉnh ủy Phú Yên Lê Văn Bỉnh và tân Bí thư Tỉnh ủy Thái Bình, Chủ tịch nước Đỗ Thị Thư "
        "mong muốn tỉnh phát triển.",
        {
            ("Lê Văn Bỉnh", "bí thư", "Tỉnh ủy Phú Yên", A),
            ("Đỗ Thị Thư", "chủ tịch nước", "Nhà nước", C),
        },
    ),
    (
        "Các đại biểu đã bầu đồng chí Hoàng Văn Trúc, Phó Bí thư Huyện ủy, giữ chức Chủ tịch UBND huyện Tiên Yên.",
        {
            ("Hoàng Văn Trúc", "phó bí thư", "Huyện ủy Tiên Yên", C),
            ("Hoàng Văn Trúc", "chủ tịch", "Ủy ban nhân dân huyện Tiên Yên", A),
        },
    ),
    (
        "Phó Giám đốc Sở Tài chính tỉnh Bình Phước Lê Trường Sinh cũng được điều động về Tỉnh ủy.",
        {("Lê Trường Sinh", "phó giám đốc", "Sở Tài chính tỉnh Bình Phước", E)},
    ),
    # seats that one joins or leaves
    (
        "Ban Thường vụ Tỉnh ủy Quảng Ninh chỉ định đồng chí Phạm Xuân Đại, Phó Giám đốc Sở Tài chính tỉnh Quảng Ninh, tham "
        "gia Ban Chấp hành, Ban Thường vụ, giữ chức vụ Phó Bí thư Huyện ủy Hải Hà.",
        {
            ("Phạm Xuân Đại", "phó giám đốc", "Sở Tài chính tỉnh Quảng Ninh", E),
            ("Phạm Xuân Đại", "ủy viên", "Huyện ủy Hải Hà", A),
            ("Phạm Xuân Đại", "ủy viên", "Ban Thường vụ Huyện ủy Hải Hà", A),
            ("Phạm Xuân Đại", "phó bí thư", "Huyện ủy Hải Hà", A),
        },
    ),
    (
        "Đồng chí Y Thuần Niê thôi tham gia BCH, BTV và thôi giữ chức Bí thư Tỉnh ủy Đắk Lắk.",
        {
            ("Y Thuần Niê", "ủy viên", "Tỉnh ủy Đắk Lắk", E),
            ("Y Thuần Niê", "ủy viên", "Ban Thường vụ Tỉnh ủy Đắk Lắk", E),
            ("Y Thuần Niê", "bí thư", "Tỉnh ủy Đắk Lắk", E),
        },
    ),
    (
        "Ông Trần Văn Nam được bầu vào Ban Chấp hành, Ban Thường vụ Đảng bộ huyện Yên Sơn.",
        {
            ("Trần Văn Nam", "ủy viên", "Huyện ủy Yên Sơn", A),
            ("Trần Văn Nam", "ủy viên", "Ban Thường vụ Huyện ủy Yên Sơn", A),
        },
    ),
    (
        "Bà Lưu Thị Hạnh được chỉ định tham gia Ban Chấp hành, Ban Thường vụ và giữ chức Bí thư Đảng ủy Khối các cơ quan "
        "Trung ương.",
        {
            ("Lưu Thị Hạnh", "ủy viên", "Đảng ủy Khối các cơ quan Trung ương", A),
            ("Lưu Thị Hạnh", "ủy viên", "Ban Thường vụ Đảng ủy Khối các cơ quan Trung ương", A),
            ("Lưu Thị Hạnh", "bí thư", "Đảng ủy Khối các cơ quan Trung ương", A),
        },
    ),
    (
        "Ông Cao Bá Lộc, Ủy viên Ban Chấp hành Hội Nông dân tỉnh Nam Định, có mặt.",
        {("Cao Bá Lộc", "ủy viên", "Ban Chấp hành Hội Nông dân tỉnh Nam Định", C)},
    ),
    # several people take one post
    (
        "Đồng chí Phan Văn Tại được bầu giữ chức Bí thư Thị ủy Kỳ Anh; đồng chí Lê Công Dương và đồng chí Ngô Thế Ánh được "
        "bầu giữ chức Phó Bí thư Thị ủy.",
        {
            ("Phan Văn Tại", "bí thư", "Thị ủy Kỳ Anh", A),
            ("Lê Công Dương", "phó bí thư", "Thị ủy Kỳ Anh", A),
            ("Ngô Thế Ánh", "phó bí thư", "Thị ủy Kỳ Anh", A),
        },
    ),
    (
        "BCH Đảng bộ tỉnh Vĩnh Phúc bầu ông Nguyễn Văn Trí, Chủ tịch UBND tỉnh và ông Trần Văn Vĩnh, Trưởng Ban Tổ chức Tỉnh "
        "uỷ, làm Phó Bí thư Tỉnh uỷ.",
        {
            ("Nguyễn Văn Trí", "chủ tịch", "Ủy ban nhân dân tỉnh Vĩnh Phúc", C),
            ("Nguyễn Văn Trí", "phó bí thư", "Tỉnh ủy Vĩnh Phúc", A),
            ("Trần Văn Vĩnh", "trưởng ban", "Ban Tổ chức Tỉnh ủy Vĩnh Phúc", C),
            ("Trần Văn Vĩnh", "phó bí thư", "Tỉnh ủy Vĩnh Phúc", A),
        },
    ),
    (
        "Dự có: Lưu Văn Bảng, Ngô Minh Hương, Phó Chủ tịch UBND tỉnh Hải Dương; Tạ Hồng Sơn, Trưởng Ban Tổ chức Tỉnh ủy.",
        {
            ("Lưu Văn Bảng", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hải Dương", C),
            ("Ngô Minh Hương", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hải Dương", C),
            ("Tạ Hồng Sơn", "trưởng ban", "Ban Tổ chức Tỉnh ủy Hải Dương", C),
        },
    ),
    (
        "Về phía thành phố Hà Nội có các Ủy viên BTV Thành ủy: Nguyễn Văn Sử, Phó Chủ tịch Thường trực UBND TP; Vũ Đức Báu, "
        "Trưởng Ban Tổ chức Thành ủy; và đồng chí Phạm Quý Tiển, Chánh Văn phòng UBND TP.",
        {
            ("Nguyễn Văn Sử", "ủy viên", "Ban Thường vụ Thành ủy Hà Nội", C),
            ("Nguyễn Văn Sử", "phó chủ tịch thường trực", "Ủy ban nhân dân thành phố Hà Nội", C),
            ("Vũ Đức Báu", "ủy viên", "Ban Thường vụ Thành ủy Hà Nội", C),
            ("Vũ Đức Báu", "trưởng ban", "Ban Tổ chức Thành ủy Hà Nội", C),
            ("Phạm Quý Tiển", "chánh văn phòng", "Văn phòng Ủy ban nhân dân thành phố Hà Nội", C),
        },
    ),
    # a verb goes on over the clauses that leave it out
    (
        "Đồng chí Đặng Ngọc Quán được chỉ định giữ chức Bí thư Đảng ủy xã Bình Xuyên; đồng chí Lê Thu Hằng giữ chức Phó Bí thư "
        "Thường trực Đảng ủy xã Bình Xuyên.",
        {
            ("Đặng Ngọc Quán", "bí thư", "Đảng ủy xã Bình Xuyên", A),
            ("Lê Thu Hằng", "phó bí thư thường trực", "Đảng ủy xã Bình Xuyên", A),
        },
    ),
    (
        "Đồng chí Ngô Thanh Hòa, Ủy viên Trung ương Đảng, thôi giữ chức Bí thư Tỉnh ủy Hòa Bình; được điều động, chỉ định giữ "
        "chức Bí thư Tỉnh ủy Thái Nguyên.",
        {
            ("Ngô Thanh Hòa", "ủy viên", "Ban Chấp hành Trung ương Đảng", C),
            ("Ngô Thanh Hòa", "bí thư", "Tỉnh ủy Hòa Bình", E),
            ("Ngô Thanh Hòa", "bí thư", "Tỉnh ủy Thái Nguyên", A),
        },
    ),
    (
        "Kỳ họp bầu các chức danh chủ chốt của HĐND tỉnh Bình Định, gồm: ông Lâm Văn Thăng, Chủ tịch HĐND tỉnh Bình Định; bà "
        "Trần Thu Hạ, Phó Chủ tịch HĐND tỉnh Bình Định.",
        {
            ("Lâm Văn Thăng", "chủ tịch", "Hội đồng nhân dân tỉnh Bình Định", A),
            ("Trần Thu Hạ", "phó chủ tịch", "Hội đồng nhân dân tỉnh Bình Định", A),
        },
    ),
    # posts that end with a verb of its own
    (
        "Ông Mai Văn Hương, Chủ tịch UBND xã Quảng Lộc, bị cách chức vì vi phạm trong quản lý đất đai.",
        {("Mai Văn Hương", "chủ tịch", "Ủy ban nhân dân xã Quảng Lộc", E)},
    ),
    (
        "Cấp trên thi hành kỷ luật cách chức tất cả các chức vụ trong Đảng đối với ông Ngô Công Lữ, Bí thư Đảng ủy, Chủ tịch UBND "
        "xã Đắk Ru.",
        {
            ("Ngô Công Lữ", "bí thư", "Đảng ủy xã Đắk Ru", E),
            ("Ngô Công Lữ", "chủ tịch", "Ủy ban nhân dân xã Đắk Ru", C),
        },
    ),
    (
        "Bà Trần Thị Mẫn, Giám đốc Sở Y tế tỉnh Khánh Hòa, nghỉ hưu theo chế độ từ ngày 1/3.",
        {("Trần Thị Mẫn", "giám đốc", "Sở Y tế tỉnh Khánh Hòa", E)},
    ),
    (
        "UBND tỉnh công bố quyết định nghỉ hưu đối với ông Phạm Văn Cương, Giám đốc Sở Xây dựng tỉnh Phú Yên.",
        {("Phạm Văn Cương", "giám đốc", "Sở Xây dựng tỉnh Phú Yên", E)},
    ),
    # and what ends none
    (
        "Giám đốc Sở Y tế tỉnh Khánh Hòa Trần Thị Mẫn sẽ nghỉ hưu vào tháng tới.",
        {("Trần Thị Mẫn", "giám đốc", "Sở Y tế tỉnh Khánh Hòa", C)},
    ),
    (
        "Huyện ủy Phú Lộc đang xem xét kỷ luật cách chức đối với ông Hà Đức Hải, Bí thư Đảng ủy thị trấn Lăng Cô.",
        {("Hà Đức Hải", "bí thư", "Đảng ủy thị trấn Lăng Cô", C)},
    ),
    (
        "Ông Vũ Hải Đoàn, Phó Chủ tịch UBND quận 1, nộp đơn xin từ chức.",
        {("Vũ Hải Đoàn", "phó chủ tịch", "Ủy ban nhân dân quận 1", C)},
    ),
    (
        "Ông Lê Đức Ánh, con trai ông Lê Văn Sở (Giám đốc Sở Y tế tỉnh Nam Định), được điều động về huyện.",
        {("Lê Văn Sở", "giám đốc", "Sở Y tế tỉnh Nam Định", C)},
    ),
    (
        "Ông Lê Văn Trăng, con trai ông Lê Văn Sở, được bổ nhiệm Giám đốc Sở Y tế tỉnh Nam Định.",
        {("Lê Văn Trăng", "giám đốc", "Sở Y tế tỉnh Nam Định", A)},
    ),
    (
        "Trung tướng Đỗ Văn Sơn, Thứ trưởng Bộ Công an, được giao giúp Bộ trưởng Bộ Công an chỉ đạo hậu cần.",
        {("Đỗ Văn Sơn", "thứ trưởng", "Bộ Công an", C)},
    ),
    # before the new office, and until now
    (
        "Trước khi được bổ nhiệm, ông Lữ Văn Hưng là Giám đốc Sở Xây dựng tỉnh Hậu Giang.",
        {("Lữ Văn Hưng", "giám đốc", "Sở Xây dựng tỉnh Hậu Giang", F)},
    ),
    (
        "Từ năm 2015 đến nay, ông Ngô Văn Dũng là Phó Chủ tịch UBND tỉnh Bến Tre. Hội nghị họp ngày 3/2/2019.",
        {("Ngô Văn Dũng", "phó chủ tịch", "Ủy ban nhân dân tỉnh Bến Tre", C)},
    ),
    (
        "Trước đó, ông Trần Hồng Mịnh là Giám đốc Sở Xây dựng tỉnh Cao Bằng, ông Đỗ Đức Dũ hiện là Bí thư Tỉnh ủy Cao Bằng.",
        {
            ("Trần Hồng Mịnh", "giám đốc", "Sở Xây dựng tỉnh Cao Bằng", F),
            ("Đỗ Đức Dũ", "bí thư", "Tỉnh ủy Cao Bằng", C),
        },
    ),
    # what the sentence before announced
    (
        "Tỉnh ủy Cao Bằng công bố các quyết định về công tác cán bộ. Theo đó, bà Hà Thị Lư giữ chức Bí thư Huyện ủy Hà Quảng.",
        {("Hà Thị Lư", "bí thư", "Huyện ủy Hà Quảng", A)},
    ),
    (
        "HĐND tỉnh Cao Bằng bầu các Ủy viên UBND tỉnh Cao Bằng gồm các ông, bà: Ngô Hải, Lê Quang Hụy, Phan Văn Mại.",
        {
            (name, "ủy viên", "Ủy ban nhân dân tỉnh Cao Bằng", A)
            for name in ("Ngô Hải", "Lê Quang Hụy", "Phan Văn Mại")
        },
    ),
    (
        "Trúng cử Ban Thường vụ Tỉnh ủy Cao Bằng còn có các ông, bà: Đỗ Văn Hửng, Bí thư Huyện ủy Hà Quảng; Lê Thị Thanh.",
        {
            ("Đỗ Văn Hửng", "ủy viên", "Ban Thường vụ Tỉnh ủy Cao Bằng", A),
            ("Đỗ Văn Hửng", "bí thư", "Huyện ủy Hà Quảng", C),
            ("Lê Thị Thanh", "ủy viên", "Ban Thường vụ Tỉnh ủy Cao Bằng", A),
        },
    ),
    # who speaks, and of whom
    (
        "Giao nhiệm vụ cho đồng chí Niê Thuận, Trưởng Ban Tổ chức Tỉnh ủy Đắk Lắk nhấn mạnh sự đoàn kết.",
        set(),
    ),
    (
        "Bí thư Tỉnh ủy Đồng Nai Trần Đình Thạnh chủ trì. Ông Phan Văn Sạu, thạc sĩ kinh tế, từng giữ chức Giám đốc Sở Tài chính "
        "tỉnh Đồng Nai.",
        {
            ("Trần Đình Thạnh", "bí thư", "Tỉnh ủy Đồng Nai", C),
            ("Phan Văn Sạu", "giám đốc", "Sở Tài chính tỉnh Đồng Nai", F),
        },
    ),
    (
        "Trong thời gian giữ các cương vị Giám đốc Sở Công Thương tỉnh Đồng Nai, Bí thư Huyện ủy Nhơn Trạch, bà Phan Thị Thạnh có "
        "vi phạm.",
        {
            ("Phan Thị Thạnh", "giám đốc", "Sở Công Thương tỉnh Đồng Nai", F),
            ("Phan Thị Thạnh", "bí thư", "Huyện ủy Nhơn Trạch", F),
        },
    ),
    (
        "UBND tỉnh Đồng Nai tạm đình chỉ chức vụ Giám đốc Sở Công Thương tỉnh Đồng Nai đối với ông Trần Công Thiển.",
        {("Trần Công Thiển", "giám đốc", "Sở Công Thương tỉnh Đồng Nai", C)},
    ),
    (
        "Tại buổi làm việc, Chủ tịch UBND xã Tân Thành, ông Lê Văn Tâm cho biết xã đạt 15/19 tiêu chí.",
        {("Lê Văn Tâm", "chủ tịch", "Ủy ban nhân dân xã Tân Thành", C)},
    ),
    (
        "Ông Ngô Văn Dũng quê ở tỉnh Bến Tre. Từ năm 1995 - 2001: Phó Bí thư Huyện đoàn Thạnh Phú; tháng 8/2001 - 12/2005: Phó Chủ "
        "tịch UBND huyện Thạnh Phú; từ tháng 1/2016 đến nay: Bí thư Huyện ủy Thạnh Phú.",
        {
            ("Ngô Văn Dũng", "phó bí thư", "Huyện đoàn Thạnh Phú", F),
            ("Ngô Văn Dũng", "phó chủ tịch", "Ủy ban nhân dân huyện Thạnh Phú", F),
            ("Ngô Văn Dũng", "bí thư", "Huyện ủy Thạnh Phú", C),
        },
    ),
    (
        "Đồng chí Hồ Sỹ Trọng giữ chức Bí thư Đảng ủy phường Đông Hà; đồng chí Ngô Quang Chiển, Phó Bí thư Thường trực.",
        {
            ("Hồ Sỹ Trọng", "bí thư", "Đảng ủy phường Đông Hà", C),
            ("Ngô Quang Chiển", "phó bí thư thường trực", "Đảng ủy phường Đông Hà", C),
        },
    ),
    (
        "Ban Thường vụ Tỉnh ủy Vĩnh Long họp. Dự lễ có ông Trương Văn Sạu - Phó Bí thư Tỉnh ủy Vĩnh Long - Trưởng ban.",
        {("Trương Văn Sạu", "phó bí thư", "Tỉnh ủy Vĩnh Long", C)},
    ),
    (
        "Tới dự có các đồng chí nguyên Bí thư Tỉnh ủy Tuyên Quang qua các thời kỳ: Hà Thị Khiêt, Đỗ Sáng Vân.",
        {
            ("Hà Thị Khiêt", "bí thư", "Tỉnh ủy Tuyên Quang", F),
            ("Đỗ Sáng Vân", "bí thư", "Tỉnh ủy Tuyên Quang", F),
        },
    ),
    (
        "Ông Võ Kim Cử đã có đơn xin thôi nhiệm vụ Đại biểu Quốc hội vì lý do sức khoẻ và được Quốc hội chấp thuận.",
        {("Võ Kim Cử", "đại biểu", "Quốc hội", E)},
    ),
    (
        "Hội nghị họp ngày 3/2/2020. Ngày 13-7-2015, ông Ngô Văn Thiển - Bí thư Tỉnh ủy Bình Định - ký văn bản.",
        {("Ngô Văn Thiển", "bí thư", "Tỉnh ủy Bình Định", F)},
    ),
    (
        "HĐND huyện Điện Biên Đông miễn nhiệm chức danh Chủ tịch HĐND huyện, cho thôi làm nhiệm vụ đại biểu HĐND huyện Điện Biên Đông "
        "khóa VI nhiệm kỳ 2021 – 2026 đối với đồng chí Mùa A Vạng.",
        {
            ("Mùa A Vạng", "chủ tịch", "Hội đồng nhân dân huyện Điện Biên Đông", E),
            ("Mùa A Vạng", "đại biểu", "Hội đồng nhân dân huyện Điện Biên Đông", E),
        },
    ),
    (
        "Phó Bí thư Tỉnh ủy Trần Thanh Lân, Phó Chủ tịch UBND tỉnh - Trưởng Đoàn đại biểu Quốc hội tỉnh Bến Tre Nguyễn Trúc Sinh dự.",
        {
            ("Trần Thanh Lân", "phó bí thư", "Tỉnh ủy Bến Tre", C),
            ("Nguyễn Trúc Sinh", "phó chủ tịch", "Ủy ban nhân dân tỉnh Bến Tre", C),
            ("Nguyễn Trúc Sinh", "trưởng đoàn", "Đoàn đại biểu Quốc hội tỉnh Bến Tre", C),
        },
    ),
    (
        "Bà Ngô Thị Phượng - UVBTV, Phó Chủ tịch HĐND huyện Điện Biên Đông chủ trì.",
        {
            ("Ngô Thị Phượng", "ủy viên", "Ban Thường vụ Huyện ủy Điện Biên Đông", C),
            ("Ngô Thị Phượng", "phó chủ tịch", "Hội đồng nhân dân huyện Điện Biên Đông", C),
        },
    ),
    (
        "Thủ tướng phê chuẩn bổ sung 2 Ủy viên UBND tỉnh Bình Định là ông Lê Văn Mính, Giám đốc Sở Nội vụ tỉnh và ông Hoàng Vũ Ân, "
        "Giám đốc Công an tỉnh.",
        {
            ("Lê Văn Mính", "ủy viên", "Ủy ban nhân dân tỉnh Bình Định", A),
            ("Lê Văn Mính", "giám đốc", "Sở Nội vụ tỉnh Bình Định", C),
            ("Hoàng Vũ Ân", "ủy viên", "Ủy ban nhân dân tỉnh Bình Định", A),
            ("Hoàng Vũ Ân", "giám đốc", "Công an tỉnh Bình Định", C),
        },
    ),
    (
        "Tân Bí thư Huyện ủy Phú Quốc Mai Văn Huynh nhận hoa; đương kim Chủ tịch UBND huyện Phú Quốc Lê Văn Tĩnh dự.",
        {
            ("Mai Văn Huynh", "bí thư", "Huyện ủy Phú Quốc", A),
            ("Lê Văn Tĩnh", "chủ tịch", "Ủy ban nhân dân huyện Phú Quốc", C),
        },
    ),
    (
        "BS.CKII Lương Hoàng Liễm - Giám đốc Sở Y tế tỉnh Nam Định nói.",
        {("Lương Hoàng Liễm", "giám đốc", "Sở Y tế tỉnh Nam Định", C)},
    ),
    (
        "Cách tất cả các chức vụ trong Đảng đối với ông Hồ Thái Thạnh - Bí thư Huyện ủy Phúc Thọ, Chủ tịch HĐND huyện Phúc Thọ.",
        {
            ("Hồ Thái Thạnh", "bí thư", "Huyện ủy Phúc Thọ", E),
            ("Hồ Thái Thạnh", "chủ tịch", "Hội đồng nhân dân huyện Phúc Thọ", C),
        },
    ),
    (
        "Ông Hoàng Mạnh Phụ nhận khuyết điểm. Vi phạm xảy ra trong thời gian ông này là Chủ tịch UBND huyện Phúc Thọ.",
        {("Hoàng Mạnh Phụ", "chủ tịch", "Ủy ban nhân dân huyện Phúc Thọ", F)},
    ),
    (
        "Trước khi được bổ nhiệm, ông Sử Ngọc Ảnh làm Phó Giám đốc Sở Xây dựng tỉnh Cao Bằng.",
        {("Sử Ngọc Ảnh", "phó giám đốc", "Sở Xây dựng tỉnh Cao Bằng", F)},
    ),
    (
        "Ông Vũ Huy Hoãng, đại biểu Quốc hội khóa XIII, dự lễ ngày 3/2/2020.",
        {("Vũ Huy Hoãng", "đại biểu", "Quốc hội", F)},
    ),
    # the ways of writing that papers have
    (
        "Ông Lê Đông Phương - Thiếu tướng, Giám đốc Công an tỉnh Long An; ông Ngô Minh Chấu, Đại tá, Phó Giám đốc Công an tỉnh Long An.",
        {
            ("Lê Đông Phương", "giám đốc", "Công an tỉnh Long An", C),
            ("Ngô Minh Chấu", "phó giám đốc", "Công an tỉnh Long An", C),
        },
    ),
    (
        "Chủ trì: TRẦN VĂN RÔN, Bí thư Tỉnh ủy Vĩnh Long; đồng chí BÙI VĂN NGHIỆM, PBT.TT Tỉnh ủy; ông Lữ Quang Ngợi, UV.BTV Tỉnh ủy.",
        {
            ("Trần Văn Rôn", "bí thư", "Tỉnh ủy Vĩnh Long", C),
            ("Bùi Văn Nghiệm", "phó bí thư thường trực", "Tỉnh ủy Vĩnh Long", C),
            ("Lữ Quang Ngợi", "ủy viên", "Ban Thường vụ Tỉnh ủy Vĩnh Long", C),
        },
    ),
    (
        "Ông Hồ Văn Niện-Bí thư Tỉnh ủy, Trưởng Đoàn ĐBQH tỉnh Gia Lai-chủ trì. Bà Ayun H'Bơi-Phó Chủ tịch UBND tỉnh Gia Lai dự.",
        {
            ("Hồ Văn Niện", "bí thư", "Tỉnh ủy Gia Lai", C),
            ("Hồ Văn Niện", "trưởng đoàn", "Đoàn đại biểu Quốc hội tỉnh Gia Lai", C),
            ("Ayun H'Bơi", "phó chủ tịch", "Ủy ban nhân dân tỉnh Gia Lai", C),
        },
    ),
    (
        "Đồng chí Bí thư Đảng ủy xã Quang Trung - Nguyễn Văn Ân; Bí thư Chi bộ thôn Đồng Tâm (xã Quang Trung, huyện Kiến Xương) Phạm "
        "Văn Cương có mặt.",
        {
            ("Nguyễn Văn Ân", "bí thư", "Đảng ủy xã Quang Trung", C),
            ("Phạm Văn Cương", "bí thư", "Chi bộ thôn Đồng Tâm", C),
        },
    ),
    # who speaks, who is spoken to, and whose words are quoted
    ("Giám đốc Sở Nội vụ tỉnh Phú Yên: 'Anh Lê Văn Ban được phân công đúng nghề'", set()),
    (
        "Ông Lê Văn Ban: 'Chủ tịch UBND tỉnh Phú Yên Trần Văn Cường sẽ dự'",
        {("Trần Văn Cường", "chủ tịch", UBND, C)},
    ),
    (
        "Báo cáo với Bí thư Tỉnh ủy Phú Yên, Giám đốc Sở Y tế Lê Văn Ban cho biết thuốc đã đủ.",
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", C)},
    ),
    ("Theo ông Lê Văn Ban, Chủ tịch UBND tỉnh Phú Yên là cán bộ trẻ.", set()),
    (
        "Phó Bí thư Tỉnh ủy Phú Yên Lê Văn Ban cho biết, trong 2 năm làm Chánh Văn phòng Tỉnh ủy, ông Trần Văn Cường đã cố gắng.",
        {("Lê Văn Ban", "phó bí thư", "Tỉnh ủy Phú Yên", C)},
    ),
    (
        "Phó Thủ tướng Lê Văn Ban, bộ trưởng các bộ và UBND tỉnh Phú Yên cùng dự.",
        {("Lê Văn Ban", "phó thủ tướng", "Chính phủ", C)},
    ),
    (
        "Tỉnh ủy Phú Yên bỏ phiếu tín nhiệm làm Chủ tịch UBND tỉnh Phú Yên, ông Lê Văn Ban được 3 phiếu.",
        set(),
    ),
    # what was held before another office, while in it, and until when
    (
        "Trước khi là Phó Chủ tịch UBND tỉnh Phú Yên, ông Lê Văn Ban giữ các chức vụ Giám đốc Sở Y tế; Bí thư Huyện ủy "
        "Tuy An.",
        {
            ("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", F),
            ("Lê Văn Ban", "bí thư", "Huyện ủy Tuy An", F),
        },
    ),
    (
        "Ngày 5/6/2019, Huyện ủy họp. Là Chủ tịch UBND huyện Tuy An hai nhiệm kỳ từ 2008 đến 2015, ông Lê Văn Ban có lỗi.",
        {("Lê Văn Ban", "chủ tịch", "Ủy ban nhân dân huyện Tuy An", F)},
    ),
    (
        "Ngày 5/6/2019, Huyện ủy họp. Với cương vị Chủ tịch UBND huyện Tuy An (thời gian từ tháng 6/2011 đến tháng 9/2014), "
        "ông Lê Văn Ban có lỗi.",
        {("Lê Văn Ban", "chủ tịch", "Ủy ban nhân dân huyện Tuy An", F)},
    ),
    (
        "Ngày 5/6/2019, từ năm 2010 đến năm 2019, ông Lê Văn Ban là Chủ tịch UBND huyện Tuy An.",
        {("Lê Văn Ban", "chủ tịch", "Ủy ban nhân dân huyện Tuy An", F)},
    ),
    (
        "Ông Lê Văn Ban từ Phó Giám đốc Sở Y tế tỉnh Phú Yên sang làm Chủ tịch UBND huyện Tuy An.",
        {
            ("Lê Văn Ban", "phó giám đốc", "Sở Y tế tỉnh Phú Yên", E),
            ("Lê Văn Ban", "chủ tịch", "Ủy ban nhân dân huyện Tuy An", C),
        },
    ),
    (
        "Ông chuyển lên tỉnh. Ông Lê Văn Ban ở Phú Yên với các chức vụ như Giám đốc Sở Y tế tỉnh Phú Yên.",
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", F)},
    ),
    (
        "Ông Lê Văn Ban và ông Trần Văn Cường đều là nguyên Bí thư Huyện ủy, Chủ tịch UBND huyện Tuy An.",
        {(name, *post, F) for name in ("Lê Văn Ban", "Trần Văn Cường") for post in TUY_AN},
    ),
    # a post for each of two, unless both are said to hold both; a delegate's other posts
    (
        "Ông Lê Văn Ban và bà Trần Thị Cường được bầu giữ chức Chủ tịch HĐND và Chủ tịch UBND huyện Tuy An.",
        {
            ("Lê Văn Ban", "chủ tịch", "Hội đồng nhân dân huyện Tuy An", A),
            ("Trần Thị Cường", "chủ tịch", "Ủy ban nhân dân huyện Tuy An", A),
        },
    ),
    (
        "Ông Lê Văn Ban và bà Trần Thị Cường đều được bầu làm Ủy viên Ban Thường vụ và Phó Bí thư Huyện ủy Tuy An.",
        {
            (name, *post, A)
            for name in ("Lê Văn Ban", "Trần Thị Cường")
            for post in (("ủy viên", "Ban Thường vụ Huyện ủy Tuy An"), ("phó bí thư", "Huyện ủy Tuy An"))
        },
    ),
    (
        "ĐBQH Lê Văn Ban, Ủy viên Ủy ban Pháp luật của Quốc hội cho rằng cần sửa luật.",
        {
            ("Lê Văn Ban", "đại biểu", "Quốc hội", C),
            ("Lê Văn Ban", "ủy viên", "Ủy ban Pháp luật của Quốc hội", C),
        },
    ),
    (
        "Với tư cách Tổ trưởng Tổ công tác của Thủ tướng, Giám đốc Sở Y tế tỉnh Phú Yên Lê Văn Ban nêu rõ.",
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", C)},
    ),
    (
        "Ông Lê Văn Ban, Phó TGĐ Vinaxe, và Phó Tham mưu trưởng Quân khu 9 Trần Văn Cường dự.",
        {("Lê Văn Ban", "phó tổng giám đốc", "Vinaxe", C), ("Trần Văn Cường", "phó tham mưu trưởng", "Quân khu 9", C)},
    ),
    (
        "Ông Lê Văn Ban, Giám đốc Sở Y tế tỉnh Phú Yên, có thông báo danh sách các cán bộ được điều động, bổ nhiệm "
        "giữ chức Giám đốc Trung tâm Y tế.",
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", C)},
    ),
    (
        "Bà Lê Thị Ban còn đang là Giám đốc Sở Y tế tỉnh Phú Yên.",
        {("Lê Thị Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", C)},
    ),
    (
        "Trao quà cho Lê Văn Ban (nguyên Phó Tiểu ban, Giám đốc Sở Y tế tỉnh Phú Yên).",
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", F)},
    ),
    # who leaves
    (
        "Bà Lê Thị Ban - Bí thư Huyện ủy Tuy An - được điều động về nhận công tác tại UBND tỉnh Phú Yên.",
        {("Lê Thị Ban", "bí thư", "Huyện ủy Tuy An", E)},
    ),
    (
        "Tỉnh ủy Phú Yên quyết định điều động cán bộ giữ chức vụ Phó Bí thư Huyện ủy Tuy An đối với ông Lê Văn Ban.",
        {("Lê Văn Ban", "phó bí thư", "Huyện ủy Tuy An", A)},
    ),
    (
        "Được bầu làm Chủ tịch HĐND tỉnh Phú Yên và ông Lê Văn Ban, Phó Bí thư Tỉnh ủy, phát biểu.",
        {("Lê Văn Ban", "phó bí thư", "Tỉnh ủy Phú Yên", C)},
    ),
    # a title that several share
    (
        "Với 50 phiếu, ông Lê Văn Ban, Giám đốc Sở Y tế và ông Trần Văn Cường, Giám đốc Sở Tài chính được HĐND tỉnh Phú Yên "
        "bầu giữ chức danh Ủy viên UBND tỉnh.",
        {
            ("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", C),
            ("Lê Văn Ban", "ủy viên", UBND, A),
            ("Trần Văn Cường", "giám đốc", "Sở Tài chính tỉnh Phú Yên", C),
            ("Trần Văn Cường", "ủy viên", UBND, A),
        },
    ),
    # the agency that tells it is no name
    (
        "Ông Lê Văn Ban được bổ nhiệm làm Giám đốc Sở Y tế tỉnh Phú Yên thay ông Trần Văn Cường TTO - Sở vừa họp.",
        {
            ("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", A),
            ("Trần Văn Cường", "giám đốc", "Sở Y tế tỉnh Phú Yên", E),
        },
    ),
    # what is denied, only offered, or of somebody's kin
    ("Ông Lê Văn Ban cho biết không thể điều động ông Trần Văn Cường làm Chủ tịch UBND huyện Tuy An.", set()),
    ("Ông Lê Văn Ban từng xung phong về làm Chủ tịch UBND huyện Tuy An.", set()),
    ("Ông Lê Văn Ban phát biểu. Bố ông từng là Bí thư Huyện ủy Tuy An.", set()),
    # posts in brackets, before another post, and of a list after a number
    (
        "Ông Lê Văn Ban, Bí thư Huyện ủy Tuy An (nguyên Giám đốc Sở Y tế tỉnh Phú Yên), kết luận.",
        {
            ("Lê Văn Ban", "bí thư", "Huyện ủy Tuy An", C),
            ("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", F),
        },
    ),
    (
        "Ông Lê Văn Ban giữ chức Giám đốc Sở Y tế tỉnh Phú Yên trước khi về làm Bí thư Huyện ủy Tuy An.",
        {
            ("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", F),
            ("Lê Văn Ban", "bí thư", "Huyện ủy Tuy An", C),
        },
    ),
    (
        "Tỉnh ủy Phú Yên có 2 Phó Bí thư, gồm: Ông Lê Văn Ban và bà Trần Thị Cường.",
        {(name, "phó bí thư", "Tỉnh ủy Phú Yên", C) for name in ("Lê Văn Ban", "Trần Thị Cường")},
    ),
    (
        "Bà Lê Thị Ban, Phó Bí thư Huyện ủy Tuy An, nhận quyết định nghỉ hưu theo chế độ.",
        {("Lê Thị Ban", "phó bí thư", "Huyện ủy Tuy An", E)},
    ),
    # companies
    (
        "Ông Lê Văn Ban, Bí thư Đảng ủy, Chủ tịch HĐQT Vinaxe, phát biểu.",
        {
            ("Lê Văn Ban", "bí thư", "Đảng ủy Vinaxe", C),
            ("Lê Văn Ban", "chủ tịch", "Hội đồng quản trị Vinaxe", C),
        },
    ),
    (
        "Ông Lê Văn Ban giữ chức Ủy viên Ban Kiểm soát, Trưởng Ban Kiểm soát rồi Tổng Giám đốc Tổng công ty Vinaxe.",
        {
            ("Lê Văn Ban", "ủy viên", "Ban Kiểm soát Tổng công ty Vinaxe", C),
            ("Lê Văn Ban", "trưởng ban", "Ban Kiểm soát Tổng công ty Vinaxe", C),
            ("Lê Văn Ban", "tổng giám đốc", "Tổng công ty Vinaxe", C),
        },
    ),
    (
        "Ông Lê Văn Ban là Phó Tổng giám đốc phụ trách Kinh doanh Công ty Vinaxe.",
        {("Lê Văn Ban", "phó tổng giám đốc", "Công ty Vinaxe", C)},
    ),
    (
        "Tháng 1/2016, ông Lê Văn Ban được bầu vào Ban Chấp hành Trung ương Đảng khóa XII.",
        {("Lê Văn Ban", "ủy viên", "Ban Chấp hành Trung ương Đảng", C)},
    ),
    # names of the highlands and of the south
    (
        "Dự có Đinh Văn Trung, Phó Bí thư Tỉnh ủy Đắk Nông; K’Bơi, Trưởng Ban Dân vận Tỉnh ủy.",
        {
            ("Đinh Văn Trung", "phó bí thư", "Tỉnh ủy Đắk Nông", C),
            ("K’Bơi", "trưởng ban", "Ban Dân vận Tỉnh ủy Đắk Nông", C),
        },
    ),
    (
        "Các ông, bà: Lê Trung Kiển, Thị Bích Hà giữ chức Phó Bí thư Đảng ủy xã Giang Thành.",
        {
            ("Lê Trung Kiển", "phó bí thư", "Đảng ủy xã Giang Thành", C),
            ("Thị Bích Hà", "phó bí thư", "Đảng ủy xã Giang Thành", C),
        },
    ),
    # bare names behind a plural, which a word for `and` closes with a lady
    (
        "Kỳ họp bầu 3 Phó Chủ tịch UBND tỉnh Hà Nam gồm các ông, bà: Lê Văn An, Trần Văn Ba và bà Vũ Thị Cúc.",
        {(name, "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", A) for name in ("Lê Văn An", "Trần Văn Ba", "Vũ Thị Cúc")},
    ),
    (
        "Kỳ họp bầu 2 Phó Chủ tịch UBND tỉnh Hà Nam gồm các ông: Lê Văn An, Trần Văn Ba và bà Vũ Thị Cúc, Giám đốc Sở Y tế tỉnh Hà Nam, phát biểu.",
        {
            ("Lê Văn An", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", A),
            ("Trần Văn Ba", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", A),
            ("Vũ Thị Cúc", "giám đốc", "Sở Y tế tỉnh Hà Nam", C),
        },
    ),
    # those who were counted before the verb are listed behind the post
    (
        "HĐND tỉnh Hà Nam bầu 3 ông giữ chức Phó Chủ tịch UBND tỉnh Hà Nam, gồm: Lê Văn An, Trần Văn Ba, Vũ Văn Cường.",
        {
            (name, "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", A)
            for name in ("Lê Văn An", "Trần Văn Ba", "Vũ Văn Cường")
        },
    ),
    # who leads a board of the council leads one of the party's, too
    (
        "Ông Lê Văn An, Trưởng Ban Tổ chức Huyện ủy Lý Nhân giữ chức Trưởng Ban Pháp chế HĐND huyện Lý Nhân.",
        {
            ("Lê Văn An", "trưởng ban", "Ban Tổ chức Huyện ủy Lý Nhân", C),
            ("Lê Văn An", "trưởng ban", "Ban Pháp chế Hội đồng nhân dân huyện Lý Nhân", A),
        },
    ),
    (
        "Điều động ông Lê Văn An, Giám đốc Sở Y tế tỉnh Hà Nam giữ chức Trưởng Ban Pháp chế HĐND tỉnh Hà Nam.",
        {
            ("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Hà Nam", E),
            ("Lê Văn An", "trưởng ban", "Ban Pháp chế Hội đồng nhân dân tỉnh Hà Nam", A),
        },
    ),
    # members of the people's committee, as they were called
    (
        "Kỳ họp bầu bổ sung thành viên UBND huyện Lý Nhân khóa X đối với ông Lê Văn An, Trưởng phòng Nội vụ huyện Lý Nhân.",
        {
            ("Lê Văn An", "thành viên", "Ủy ban nhân dân huyện Lý Nhân", A),
            ("Lê Văn An", "trưởng phòng", "Phòng Nội vụ huyện Lý Nhân", C),
        },
    ),
    # an association sends or elects somebody; its standing committee is its own
    (
        "Hội nghị cử đồng chí Lê Văn An giữ chức Chủ tịch Ủy ban MTTQ tỉnh Hà Nam.",
        {("Lê Văn An", "chủ tịch", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hà Nam", A)},
    ),
    ("Tỉnh ủy Hà Nam cử đồng chí Lê Văn An đi học lớp Trưởng phòng.", set()),
    (
        "Hội nghị bầu bổ sung Ủy viên Ban Thường vụ, Phó Chủ tịch Hội Nông dân tỉnh Hà Nam đối với bà Vũ Thị Cúc.",
        {
            ("Vũ Thị Cúc", "ủy viên", "Ban Thường vụ Hội Nông dân tỉnh Hà Nam", A),
            ("Vũ Thị Cúc", "phó chủ tịch", "Hội Nông dân tỉnh Hà Nam", A),
        },
    ),
    (
        "Bà Vũ Thị Cúc, Ủy viên Ban Thường vụ, Chủ tịch Hội Nông dân tỉnh Hà Nam, dự hội nghị của Tỉnh ủy Hà Nam.",
        {
            ("Vũ Thị Cúc", "ủy viên", "Ban Thường vụ Tỉnh ủy Hà Nam", C),
            ("Vũ Thị Cúc", "chủ tịch", "Hội Nông dân tỉnh Hà Nam", C),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text[:50] for text, _ in SAID])
def test_told(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(text) == expected


STEPS = [
    ("Đại hội bầu ông A Văn Ban làm Bí thư Huyện ủy Hải Hà.", "elected"),
    ("Tỉnh ủy chỉ định ông Lê Văn Ban giữ chức Bí thư Huyện ủy Hải Hà.", "assigned"),
    ("UBND tỉnh bổ nhiệm ông Lê Văn Ban giữ chức Giám đốc Sở Y tế tỉnh Nam Định.", "appointed"),
    ("Tỉnh ủy điều động ông Lê Văn Ban giữ chức Bí thư Huyện ủy Hải Hà.", "transferred"),
    ("Ông Lê Văn Ban được phê chuẩn giữ chức Chủ tịch UBND huyện Hải Hà.", "approved"),
    ("UBND tỉnh phê chuẩn kết quả bầu chức vụ Chủ tịch UBND huyện Hải Hà đối với ông Lê Văn Ban.", "approved"),
    ("HĐND miễn nhiệm chức vụ Chủ tịch UBND huyện Hải Hà đối với ông Lê Văn Ban.", "relieved"),
    ("Ông Lê Văn Ban bị cách chức Chủ tịch UBND huyện Hải Hà.", "dismissed"),
    ("Ông Lê Văn Ban, Chủ tịch UBND huyện Hải Hà, nghỉ hưu.", "retired"),
    ("Ông Lê Văn Ban từ chức Chủ tịch UBND huyện Hải Hà.", "resigned"),
    ("Ông Lê Văn Ban, Chủ tịch UBND huyện Hải Hà, chủ trì.", None),
]


@pytest.mark.parametrize(("text", "step"), STEPS, ids=[step or "none" for _, step in STEPS])
def test_the_step_is_told_apart(text: str, step: str | None) -> None:
    (position,) = facts(text).positions
    assert position.event == step


def test_the_steps_of_one_appointment_are_kept_apart() -> None:
    found = facts(
        "Ngày 5/4/2021, HĐND huyện Hải Hà bầu ông Lê Văn Ban giữ chức Chủ tịch UBND huyện Hải Hà.",
        "Ngày 20/4/2021, ông Lê Văn Ban được phê chuẩn giữ chức Chủ tịch UBND huyện Hải Hà.",
    ).positions
    (position,) = found
    told = [(p.event, p.event_date) for p in (position, *position.steps)]
    assert told == [("elected", "2021-04-05"), ("approved", "2021-04-20")]


def test_who_led_while_something_happened_may_lead_still() -> None:
    found = posts(
        "Ông Lê Văn Ban, Chủ tịch UBND huyện Tuy An, bị khiển trách.",
        "Khi làm Chủ tịch UBND huyện Tuy An, ông Ban đã ký văn bản sai.",
    )
    assert found == {("Lê Văn Ban", "chủ tịch", "Ủy ban nhân dân huyện Tuy An", C)}


def test_a_sequel_is_as_old_as_the_step_before_it() -> None:
    found = posts(
        "Ngày 1/6/2020, ông Lê Văn Ban phát biểu.",
        "Năm 2011, ông thôi làm kiểm toán viên.",
        "Sau đó, ông được bổ nhiệm làm Giám đốc Sở Tài chính tỉnh Phú Yên.",
        "Hơn 1 năm sau, ông nghỉ.",
    )
    assert found == {("Lê Văn Ban", "giám đốc", "Sở Tài chính tỉnh Phú Yên", F)}


def test_a_release_without_the_organisation_ends_the_post_told_with_it() -> None:
    found = posts(
        "Chủ tịch UBND tỉnh Phú Yên Lê Văn Ban đến tuổi.",
        "HĐND tỉnh đã miễn nhiệm chức danh Chủ tịch với ông Lê Văn Ban.",
    )
    assert found == {("Lê Văn Ban", "chủ tịch", UBND, E)}


def test_one_post_in_two_cases_is_one() -> None:
    found = posts(
        "Bà Lê Thị Ban, Trưởng phòng Quản lý đô thị huyện Tuy An, nói.",
        "Bà Lê Thị Ban, trưởng Phòng quản lý đô thị huyện Tuy An, kết luận.",
    )
    assert len(found) == 1


def test_the_one_replaced_has_gone_to_a_post_of_his_own() -> None:
    found = posts(
        "HĐND tỉnh Phú Yên bầu bà Lê Thị Ban giữ chức Phó Chủ tịch UBND tỉnh thay ông Trần Văn Hội đã về làm Bí thư "
        "Huyện ủy Tuy An."
    )
    assert ("Trần Văn Hội", "bí thư", "Huyện ủy Tuy An", A) in found
    assert ("Lê Thị Ban", "bí thư", "Huyện ủy Tuy An", A) not in found


def test_those_elected_are_named_after_a_word_for_consists() -> None:
    found = posts(
        "Hội nghị bầu 2 Phó Bí thư Tỉnh ủy Phú Yên gồm ông Lê Văn Ban (Giám đốc Công an tỉnh), bà Trần Thị Hội."
    )
    assert found == {
        ("Lê Văn Ban", "phó bí thư", "Tỉnh ủy Phú Yên", A),
        ("Lê Văn Ban", "giám đốc", "Công an tỉnh Phú Yên", C),
        ("Trần Thị Hội", "phó bí thư", "Tỉnh ủy Phú Yên", A),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông Lê Văn Ban trước là Chủ tịch UBND tỉnh Phú Yên.", {("Lê Văn Ban", "chủ tịch", UBND, F)}),
        (
            "Ông Lê Văn Ban từng 2 nhiệm kỳ được bầu làm Chủ tịch UBND tỉnh Phú Yên.",
            {("Lê Văn Ban", "chủ tịch", UBND, F)},
        ),
        (
            "Phát biểu của Ủy viên Trung ương Đảng, Chủ tịch UBND tỉnh Phú Yên Lê Văn Ban tại hội nghị.",
            {
                ("Lê Văn Ban", "ủy viên", "Ban Chấp hành Trung ương Đảng", C),
                ("Lê Văn Ban", "chủ tịch", UBND, C),
            },
        ),
    ],
)
def test_past_terms_and_seats(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(text) == expected


def test_an_appointment_told_by_its_month_is_no_news() -> None:
    found = posts(
        "Sáng nay, ông Lê Văn Ban, Giám đốc Công an tỉnh Phú Yên, trả lời báo chí.",
        "Tháng 9/2012, ông được bổ nhiệm làm Giám đốc Công an tỉnh Phú Yên.",
    )
    assert found == {("Lê Văn Ban", "giám đốc", "Công an tỉnh Phú Yên", C)}


def test_a_colon_after_the_word_for_former() -> None:
    found = posts("Cùng dự có: Lê Văn Ban, nguyên: Bí thư Tỉnh ủy Phú Yên, Chủ tịch HĐND tỉnh Phú Yên.")
    assert found == {
        ("Lê Văn Ban", "bí thư", "Tỉnh ủy Phú Yên", F),
        ("Lê Văn Ban", "chủ tịch", "Hội đồng nhân dân tỉnh Phú Yên", F),
    }
