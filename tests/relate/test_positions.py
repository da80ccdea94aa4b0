"""Who holds which post where: a table of the ways in which the press says it."""

from __future__ import annotations

import pytest

from kg import pipeline
from tests.reading import captioned, facts, posts

C, A, E, F = "current", "appointed", "ended", "former"

SAID = [
    # an office whose words are carried out, and one behind the colon with a title of his own
    (
        "Theo quyết định của Trung ương và Thủ tướng Chính phủ: Ông Trần Văn Ba - Bí thư Tỉnh ủy Hà Nam, được chỉ định giữ chức"
        " Bí thư Tỉnh ủy Nam Định.",
        {("Trần Văn Ba", "bí thư", "Tỉnh ủy Hà Nam", E), ("Trần Văn Ba", "bí thư", "Tỉnh ủy Nam Định", A)},
    ),
    (
        "Trưởng Ban Chỉ đạo tỉnh Hà Nam: Ông Trần Văn Ba, Chủ tịch UBND tỉnh Hà Nam.",
        {
            ("Trần Văn Ba", "trưởng ban", "Ban Chỉ đạo tỉnh Hà Nam", C),
            ("Trần Văn Ba", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C),
        },
    ),
    # as many as are counted, behind the years of their term
    (
        "Thủ tướng chỉ định 2 Phó Chủ tịch UBND tỉnh Hà Nam mới nhiệm kỳ 2021–2026, gồm: ông Trần Văn Ba - Quyền Chủ tịch UBND tỉnh"
        " Hà Nam cũ; bà Lê Thị An - Phó Chủ tịch UBND tỉnh Nam Định cũ.",
        {
            ("Trần Văn Ba", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", A),
            ("Trần Văn Ba", "quyền chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", F),
            ("Lê Thị An", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", A),
            ("Lê Thị An", "phó chủ tịch", "Ủy ban nhân dân tỉnh Nam Định", F),
        },
    ),
    # a title right behind the brackets of a year of birth, and why each of two leaves
    (
        "HĐND tỉnh bầu ông Trần Văn Ba (SN 1960) Giám đốc Sở Y tế tỉnh Hà Nam và ông Lê Văn Tá (SN 1962), Bí thư Huyện ủy Đồng Xuân"
        " giữ chức Phó Chủ tịch UBND tỉnh Hà Nam.",
        {
            ("Trần Văn Ba", "giám đốc", "Sở Y tế tỉnh Hà Nam", C),
            ("Trần Văn Ba", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", A),
            ("Lê Văn Tá", "bí thư", "Huyện ủy Đồng Xuân", C),
            ("Lê Văn Tá", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", A),
        },
    ),
    (
        "HĐND miễn nhiệm Phó Chủ tịch UBND tỉnh Hà Nam đối với ông Trần Văn Ba (SN 1955) nghỉ hưu và ông Lê Văn Tá (SN 1958) nghỉ hưu.",
        {
            ("Trần Văn Ba", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", E),
            ("Lê Văn Tá", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", E),
        },
    ),
    # brackets tell who of a list was elected again, or what one of it is
    (
        "Các Phó Bí thư Tỉnh ủy Hà Nam khóa mới gồm: bà Lê Thị An (tái cử), ông Trần Văn Ba, ông Lê Văn Tá.",
        {
            ("Lê Thị An", "phó bí thư", "Tỉnh ủy Hà Nam", A),
            ("Trần Văn Ba", "phó bí thư", "Tỉnh ủy Hà Nam", A),
            ("Lê Văn Tá", "phó bí thư", "Tỉnh ủy Hà Nam", A),
        },
    ),
    (
        "Bộ Chính trị chỉ định các ông, bà: Trần Văn Ba (Chủ tịch UBND tỉnh Hà Nam), Lê Thị An, Lê Văn Tá giữ chức Phó Bí thư Tỉnh"
        " ủy Hà Nam.",
        {
            ("Trần Văn Ba", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C),
            ("Trần Văn Ba", "phó bí thư", "Tỉnh ủy Hà Nam", A),
            ("Lê Thị An", "phó bí thư", "Tỉnh ủy Hà Nam", A),
            ("Lê Văn Tá", "phó bí thư", "Tỉnh ủy Hà Nam", A),
        },
    ),
    # judges and procurators, of a court that is named
    (
        "Quốc hội phê chuẩn bổ nhiệm bà Lê Thị An giữ chức Thẩm phán Tòa án nhân dân tối cao.",
        {("Lê Thị An", "thẩm phán", "Tòa án nhân dân tối cao", A)},
    ),
    (
        "Ông Trần Văn Ba, nguyên Kiểm sát viên VKSND tỉnh Hà Nam, có mặt; Hội đồng Thẩm phán Tòa án nhân dân tối cao họp.",
        {("Trần Văn Ba", "kiểm sát viên", "Viện Kiểm sát nhân dân tỉnh Hà Nam", F)},
    ),
    ("Hội đồng xét xử do thẩm phán Lê Văn Tá làm chủ tọa tuyên án.", set()),
    # a second verb goes on with the one whom the first regards
    (
        "Thủ tướng trao quyết định tiếp nhận ông Trần Văn Ba về công tác tại Bộ Ngoại giao, giao quyền Bộ trưởng Bộ Ngoại giao.",
        {("Trần Văn Ba", "quyền bộ trưởng", "Bộ Ngoại giao", A)},
    ),
    (
        "Bộ Chính trị điều động ông Trần Văn Ba về Bộ Ngoại giao, phân công Thứ trưởng Bộ Ngoại giao Lê Văn Tá phụ trách.",
        {("Lê Văn Tá", "thứ trưởng", "Bộ Ngoại giao", C)},
    ),
    # an office of the whole nation is not one of what the next post is at
    (
        "Chỉ định ông Trần Văn Ba, Chánh Văn phòng Trung ương Đảng, tham gia Ban Chấp hành, Ban Thường vụ Đảng ủy Chính phủ.",
        {
            ("Trần Văn Ba", "chánh văn phòng", "Văn phòng Trung ương Đảng", C),
            ("Trần Văn Ba", "ủy viên", "Đảng ủy Chính phủ", A),
            ("Trần Văn Ba", "ủy viên", "Ban Thường vụ Đảng ủy Chính phủ", A),
        },
    ),
    # a form of address opens a sentence before what somebody was
    (
        "Ông Trần Văn Ba sinh năm 1950. Ông nguyên là Bí thư Tỉnh ủy Hà Nam, nguyên Chủ tịch HĐND tỉnh.",
        {
            ("Trần Văn Ba", "bí thư", "Tỉnh ủy Hà Nam", F),
            ("Trần Văn Ba", "chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam", F),
        },
    ),
    (
        "Ông Trần Văn Ba sinh năm 1950. Đồng chí nguyên Bí thư Tỉnh ủy Hà Nam Lê Văn Tá cũng có mặt.",
        {("Lê Văn Tá", "bí thư", "Tỉnh ủy Hà Nam", F)},
    ),
    # the last of the words for a post may begin a title: by its capital, or by the body behind it
    (
        "Bộ Tài chính bổ nhiệm bà Lê Thị An giữ chức Vụ trưởng Vụ Pháp chế.",
        {("Lê Thị An", "vụ trưởng", "Vụ Pháp chế Bộ Tài chính", A)},
    ),
    (
        "Ông Trần Văn Ba giữ chức vụ trưởng Vụ Pháp chế, Bộ Tài chính.",
        {("Trần Văn Ba", "vụ trưởng", "Vụ Pháp chế Bộ Tài chính", C)},
    ),
    (
        "Ông Trần Văn Ba giữ chức vụ trưởng ban Tổ chức Huyện ủy Bình Lục.",
        {("Trần Văn Ba", "trưởng ban", "Ban Tổ chức Huyện ủy Bình Lục", C)},
    ),
    (
        "Chủ tịch UBND tỉnh đã giao Phó Chủ tịch UBND tỉnh Hà Nam Trần Văn Ba chỉ đạo khắc phục.",
        {("Trần Văn Ba", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C)},
    ),
    (
        "Thượng tướng Lê Văn An, Chủ nhiệm Tổng cục Chính trị QĐNDVN dự.",
        {("Lê Văn An", "chủ nhiệm", "Tổng cục Chính trị Quân đội nhân dân Việt Nam", C)},
    ),
    # brackets part those who are elected together, a comma is enough between them
    (
        "Các đồng chí: Lê Thị An (Chủ tịch Hội Nông dân tỉnh Hà Nam), Trần Văn Ba (Giám đốc Sở Y tế tỉnh Hà Nam) được bầu giữ chức"
        " Phó Chủ tịch HĐND tỉnh Hà Nam.",
        {
            ("Lê Thị An", "chủ tịch", "Hội Nông dân tỉnh Hà Nam", C),
            ("Lê Thị An", "phó chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam", A),
            ("Trần Văn Ba", "giám đốc", "Sở Y tế tỉnh Hà Nam", C),
            ("Trần Văn Ba", "phó chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam", A),
        },
    ),
    # one verb for two offices, each with a word for it
    (
        "HĐND tỉnh Hà Nam miễn nhiệm chức danh Chủ tịch HĐND tỉnh đối với đồng chí Lê Văn An và chức danh Phó Chủ tịch HĐND tỉnh"
        " đối với các đồng chí Trần Văn Ba, Vũ Thị Lan để nghỉ hưu.",
        {
            ("Lê Văn An", "chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam", E),
            ("Trần Văn Ba", "phó chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam", E),
            ("Vũ Thị Lan", "phó chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam", E),
        },
    ),
    # posts of the past that words of what they were like go before
    (
        "Ông Lê Văn An từng giữ các vị trí quan trọng tại địa phương như Giám đốc Sở Y tế tỉnh Hà Nam, Bí thư Huyện ủy Kim Bảng.",
        {("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Hà Nam", F), ("Lê Văn An", "bí thư", "Huyện ủy Kim Bảng", F)},
    ),
    # who leads the committee of an association is not the chair of the people's committee that the text names
    (
        "Đại hội bầu Ban Chấp hành lâm thời gồm 19 đồng chí do ông Lê Văn An làm Chủ tịch. UBND tỉnh Hà Nam chúc mừng đại hội.",
        set(),
    ),
    # a list whose first honorific a colon parts from the name goes on over names with their own
    (
        "Bốn Phó Bí thư Tỉnh ủy Hà Nam gồm bà: Lê Thị An (Chủ tịch HĐND tỉnh), ông Trần Văn Ba, bà Vũ Thị Lan và ông Đỗ Minh Hải.",
        {
            ("Lê Thị An", "phó bí thư", "Tỉnh ủy Hà Nam", C),
            ("Lê Thị An", "chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam", C),
            ("Trần Văn Ba", "phó bí thư", "Tỉnh ủy Hà Nam", C),
            ("Vũ Thị Lan", "phó bí thư", "Tỉnh ủy Hà Nam", C),
            ("Đỗ Minh Hải", "phó bí thư", "Tỉnh ủy Hà Nam", C),
        },
    ),
    # a seat on the youth union's committee; who only takes part in its work has none
    (
        "Anh Lê Văn An trúng cử vào Ban Chấp hành Trung ương Đoàn khóa XII, chị Vũ Thị Lan tham gia Trung ương Đoàn từ năm 2010.",
        {("Lê Văn An", "ủy viên", "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh", A)},
    ),
    # who opens a clause with a title and the name has the title behind it, too, whatever is done
    (
        "Chiều 4/5, Bí thư Tỉnh ủy Hà Nam Lê Văn An, Chủ tịch HĐND tỉnh trao bằng khen.",
        {
            ("Lê Văn An", "bí thư", "Tỉnh ủy Hà Nam", C),
            ("Lê Văn An", "chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam", C),
        },
    ),
    (
        "Đồng chí Phó Bí thư Tỉnh ủy Hà Nam Lê Văn An, Chủ tịch UBND tỉnh tặng hoa.",
        {
            ("Lê Văn An", "phó bí thư", "Tỉnh ủy Hà Nam", C),
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C),
        },
    ),
    (
        "Đoàn làm việc với Bí thư Huyện ủy Kim Bảng Lê Văn An, Chủ tịch UBND huyện báo cáo tình hình.",
        {("Lê Văn An", "bí thư", "Huyện ủy Kim Bảng", C)},
    ),
    # what a verb tells behind a list of several with their titles is told of all
    (
        "Trung ương đồng ý để các đồng chí Lê Văn An, Giám đốc Sở Y tế tỉnh Hà Nam; Đỗ Thị Bình, Giám đốc Sở Nội vụ tỉnh Hà Nam,"
        " thôi giữ chức Tỉnh ủy viên Tỉnh ủy Hà Nam.",
        {
            ("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Hà Nam", C),
            ("Lê Văn An", "ủy viên", "Tỉnh ủy Hà Nam", E),
            ("Đỗ Thị Bình", "giám đốc", "Sở Nội vụ tỉnh Hà Nam", C),
            ("Đỗ Thị Bình", "ủy viên", "Tỉnh ủy Hà Nam", E),
        },
    ),
    # a verb gives a post, a semicolon ends its clause, and a title opens the next
    (
        "Ban Chỉ đạo xây dựng nông thôn mới tỉnh Hà Nam do Chủ tịch UBND tỉnh Hà Nam Lê Văn An làm Trưởng ban; Phó Chủ tịch UBND tỉnh Hà Nam Trần Văn Ba làm Phó Trưởng ban Thường trực.",
        {
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C),
            ("Lê Văn An", "trưởng ban", "Ban Chỉ đạo xây dựng nông thôn mới tỉnh Hà Nam", C),
            ("Trần Văn Ba", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C),
            ("Trần Văn Ba", "phó trưởng ban thường trực", "Ban Chỉ đạo xây dựng nông thôn mới tỉnh Hà Nam", C),
        },
    ),
    # `once` before any verb of holding or taking a post; before other words it counts
    (
        "Ông Lê Văn An từng đảm trách các chức vụ như Trưởng phòng Nội vụ huyện Bình Lục, từng được tín nhiệm bầu giữ chức Phó Chủ tịch UBND huyện Bình Lục.",
        {
            ("Lê Văn An", "trưởng phòng", "Phòng Nội vụ huyện Bình Lục", F),
            ("Lê Văn An", "phó chủ tịch", "Ủy ban nhân dân huyện Bình Lục", F),
        },
    ),
    (
        "Bà Vũ Thị Lan từng nắm giữ nhiều vị trí quan trọng như: Bí thư Huyện ủy Bình Lục, Giám đốc Sở Y tế tỉnh Hà Nam.",
        {("Vũ Thị Lan", "bí thư", "Huyện ủy Bình Lục", F), ("Vũ Thị Lan", "giám đốc", "Sở Y tế tỉnh Hà Nam", F)},
    ),
    (
        "Hội nghị bầu từng đồng chí, đồng chí Lê Văn An được bầu giữ chức Bí thư Huyện ủy Bình Lục.",
        {("Lê Văn An", "bí thư", "Huyện ủy Bình Lục", A)},
    ),
    # words that describe a unit between its type and its name; a province is no commune
    (
        "Ông Lê Văn An, Bí thư huyện miền núi Kỳ Sơn, và bà Vũ Thị Lan, Chủ tịch UBND xã biên giới Na Ngoi, phát biểu.",
        {("Lê Văn An", "bí thư", "Huyện ủy Kỳ Sơn", C), ("Vũ Thị Lan", "chủ tịch", "Ủy ban nhân dân xã Na Ngoi", C)},
    ),
    # a short title with a stop and a blank
    (
        "Dự có đồng chí Lê Văn An - UV. BTV, Chủ tịch UBND phường Xuân Đài.",
        {
            ("Lê Văn An", "ủy viên", "Ban Thường vụ Đảng ủy phường Xuân Đài", C),
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân phường Xuân Đài", C),
        },
    ),
    # flotillas of the forces, which end nobody's name; and the border guard as the text tells it
    (
        "Dự có Đại tá Lê Văn An, Bí thư Đảng ủy, Chính ủy Hải đoàn 48; Đại tá Trần Văn Ba, Phó Bí thư Đảng ủy, Hải đoàn trưởng Hải đoàn 48; ông Vũ Hải Đoàn, Giám đốc Sở Y tế tỉnh Hà Nam.",
        {
            ("Lê Văn An", "bí thư", "Đảng ủy Hải đoàn 48", C),
            ("Lê Văn An", "chính ủy", "Hải đoàn 48", C),
            ("Trần Văn Ba", "phó bí thư", "Đảng ủy Hải đoàn 48", C),
            ("Trần Văn Ba", "hải đoàn trưởng", "Hải đoàn 48", C),
            ("Vũ Hải Đoàn", "giám đốc", "Sở Y tế tỉnh Hà Nam", C),
        },
    ),
    (
        "Hải đoàn 48 họp; quyết định nghỉ hưu đối với Đại tá Lê Văn An, Bí thư Đảng ủy, Chính ủy Hải đoàn.",
        {("Lê Văn An", "bí thư", "Đảng ủy Hải đoàn 48", E), ("Lê Văn An", "chính ủy", "Hải đoàn 48", E)},
    ),
    (
        "Đại tá Lê Văn An, Chỉ huy trưởng BĐBP tỉnh Hà Tĩnh; Đại tá Trần Văn Ba, Phó Chỉ huy trưởng Bộ Chỉ huy BĐBP tỉnh Quảng Ninh.",
        {
            ("Lê Văn An", "chỉ huy trưởng", "Bộ đội Biên phòng tỉnh Hà Tĩnh", C),
            ("Trần Văn Ba", "phó chỉ huy trưởng", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Quảng Ninh", C),
        },
    ),
    # who takes a second office keeps the first one
    (
        "Chủ tịch UBND tỉnh Hà Nam bổ nhiệm ông Lê Văn An - Phó Giám đốc Sở Giáo dục và Đào tạo tỉnh Hà Nam kiêm nhiệm giữ chức Hiệu trưởng Trường THPT Chuyên Biên Hòa.",
        {
            ("Lê Văn An", "phó giám đốc", "Sở Giáo dục và Đào tạo tỉnh Hà Nam", C),
            ("Lê Văn An", "hiệu trưởng", "Trường trung học phổ thông Chuyên Biên Hòa", A),
        },
    ),
    # who hands an office on has left it; not who is there when it is handed on
    (
        "Đại tá Lê Văn An cũng đã bàn giao trách nhiệm, quyền hạn Phó Bí thư Đảng ủy Quân sự tỉnh Hà Nam cho Thượng tá Trần Văn Ba.",
        {("Lê Văn An", "phó bí thư", "Đảng ủy Quân sự tỉnh Hà Nam", E)},
    ),
    (
        "Ông Lê Văn An dự lễ bàn giao nhiệm vụ Giám đốc Sở Y tế tỉnh Hà Nam cho bà Vũ Thị Lan; ông Trần Văn Ba chứng kiến bàn giao chức vụ Bí thư Đảng ủy Sở Y tế tỉnh Hà Nam cho bà Lê Thị Na.",
        set(),
    ),
    # who commands the local forces, told without their command; that of a province has another name
    (
        "Đại tá Trần Văn Ba, Chỉ huy trưởng Quân sự tỉnh Hà Nam; ông Lê Văn An - Chỉ huy trưởng Quân sự xã Duy Hòa và bà Vũ Thị Lan - Phó Chỉ huy trưởng Quân sự phường Duy Tiên dự.",
        {
            ("Trần Văn Ba", "chỉ huy trưởng", "Bộ Chỉ huy Quân sự tỉnh Hà Nam", C),
            ("Lê Văn An", "chỉ huy trưởng", "Ban Chỉ huy Quân sự xã Duy Hòa", C),
            ("Vũ Thị Lan", "phó chỉ huy trưởng", "Ban Chỉ huy Quân sự phường Duy Tiên", C),
        },
    ),
    # the post of an official's kin in brackets is the official's
    (
        "Xã cấp đất cho bà Vũ Thị Lan (vợ ông Lê Văn An, nguyên Chủ tịch UBND huyện Bình Lục, hiện làm Phó Giám đốc Sở Y tế tỉnh Hà Nam).",
        {
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân huyện Bình Lục", F),
            ("Lê Văn An", "phó giám đốc", "Sở Y tế tỉnh Hà Nam", C),
        },
    ),
    (
        "Bà Vũ Thị Lan (vợ ông Lê Văn An), hiện làm Phó Giám đốc Sở Y tế tỉnh Hà Nam, phát biểu.",
        {("Vũ Thị Lan", "phó giám đốc", "Sở Y tế tỉnh Hà Nam", C)},
    ),
    # a committee told without its commune is that of the commune which somebody is to lead in the same clause
    (
        "Huyện ủy Bình Lục điều động ông Lê Văn An giữ chức Bí thư Đảng ủy xã Đồn Xá; luân chuyển bà Vũ Thị Lan - Phó Trưởng Ban Dân vận Huyện ủy giữ chức Phó Bí thư Đảng ủy, giới thiệu để bầu giữ chức Chủ tịch UBND xã Tiêu Động.",
        {
            ("Lê Văn An", "bí thư", "Đảng ủy xã Đồn Xá", A),
            ("Vũ Thị Lan", "phó trưởng ban", "Ban Dân vận Huyện ủy Bình Lục", E),
            ("Vũ Thị Lan", "phó bí thư", "Đảng ủy xã Tiêu Động", A),
        },
    ),
    # the centre that serves a commune's people, told without the commune
    (
        "UBND xã Tiêu Động công bố quyết định bổ nhiệm ông Lê Văn An giữ chức Giám đốc Trung tâm Phục vụ hành chính công.",
        {("Lê Văn An", "giám đốc", "Trung tâm Phục vụ hành chính công xã Tiêu Động", A)},
    ),
    # associations of a block of offices, and the union of a workplace by its letters
    (
        "Ông Lê Văn An, Chủ tịch Hội Cựu chiến binh Khối cơ quan và doanh nghiệp tỉnh Yên Bái; bà Vũ Thị Lan, Chủ tịch Hội Cựu chiến binh tỉnh Yên Bái.",
        {
            ("Lê Văn An", "chủ tịch", "Hội Cựu chiến binh Khối cơ quan và doanh nghiệp tỉnh Yên Bái", C),
            ("Vũ Thị Lan", "chủ tịch", "Hội Cựu chiến binh tỉnh Yên Bái", C),
        },
    ),
    (
        "Đại hội đã bầu bà Vũ Thị Lan làm Chủ tịch CĐCS Trường Mầm non Hoa Sen.",
        {("Vũ Thị Lan", "chủ tịch", "Công đoàn cơ sở Trường Mầm non Hoa Sen", A)},
    ),
    # a delegate's delegation behind the term, and another title after it
    (
        "Ông Lê Văn An là Đại biểu Quốc hội Việt Nam khóa XV, thuộc Đoàn đại biểu Quốc hội tỉnh Hà Nam, Giám đốc Sở Y tế tỉnh Hà Nam; Chủ tịch Hội Sinh viên Việt Nam.",
        {
            ("Lê Văn An", "đại biểu", "Quốc hội", C),
            ("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Hà Nam", C),
            ("Lê Văn An", "chủ tịch", "Hội Sinh viên Việt Nam", C),
        },
    ),
    (
        "Dự có ông Lê Văn An, ĐBQH tỉnh Hà Nam, Phó Chủ tịch HĐND tỉnh.",
        {("Lê Văn An", "đại biểu", "Quốc hội", C), ("Lê Văn An", "phó chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam", C)},
    ),
    # delegates told with their delegation, whose name is like a person's, or with their province
    (
        "Dự họp có ông Lê Văn An, Giám đốc Sở Y tế tỉnh Hà Nam, đại biểu Quốc hội khóa XV Đoàn Hà Nam; bà Vũ Thị Lan, Phó Chủ tịch HĐND tỉnh Hà Nam.",
        {
            ("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Hà Nam", C),
            ("Lê Văn An", "đại biểu", "Quốc hội", C),
            ("Vũ Thị Lan", "phó chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam", C),
        },
    ),
    ("Đại biểu Quốc hội Đoàn Thái Bình cho rằng cần sửa luật.", set()),
    (
        "Đại biểu Quốc hội Đoàn Khánh Hòa Lê Văn An và ĐBQH tỉnh Hà Nam Vũ Thị Lan phát biểu.",
        {("Lê Văn An", "đại biểu", "Quốc hội", C), ("Vũ Thị Lan", "đại biểu", "Quốc hội", C)},
    ),
    (
        "Đại biểu Lê Văn An, Đoàn Hà Nam, Phó Chủ tịch HĐND tỉnh Hà Nam nêu ý kiến.",
        {("Lê Văn An", "phó chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam", C)},
    ),
    (
        "Ông Đoàn Thái Bình, đại biểu Quốc hội, phát biểu.",
        {("Đoàn Thái Bình", "đại biểu", "Quốc hội", C)},
    ),
    (
        "Chủ tịch UBND huyện Thanh Hà Đoàn Thái Bình phát biểu.",
        {("Đoàn Thái Bình", "chủ tịch", "Ủy ban nhân dân huyện Thanh Hà", C)},
    ),
    # a title told once, shared by those who have one of their own before the name
    (
        "Dự hội nghị có các đồng chí Ủy viên Trung ương Đảng: Bộ trưởng Bộ Tài chính Lê Văn An, Bí thư Tỉnh ủy Hà Nam Trần Văn Ba; Phó Bí thư Tỉnh ủy Hà Nam Vũ Thị Lan.",
        {
            ("Lê Văn An", "ủy viên", "Ban Chấp hành Trung ương Đảng", C),
            ("Lê Văn An", "bộ trưởng", "Bộ Tài chính", C),
            ("Trần Văn Ba", "ủy viên", "Ban Chấp hành Trung ương Đảng", C),
            ("Trần Văn Ba", "bí thư", "Tỉnh ủy Hà Nam", C),
            ("Vũ Thị Lan", "phó bí thư", "Tỉnh ủy Hà Nam", C),
        },
    ),
    # dashes of any length, with and without blanks; names of sections cut short
    (
        "Ông Lê Văn An, Trưởng Ban Kinh tế – Ngân sách HĐND tỉnh Hà Nam; bà Vũ Thị Lan, Trưởng Ban Văn hóa-Xã hội HĐND tỉnh Hà Nam dự.",
        {
            ("Lê Văn An", "trưởng ban", "Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh Hà Nam", C),
            ("Vũ Thị Lan", "trưởng ban", "Ban Văn hóa - Xã hội Hội đồng nhân dân tỉnh Hà Nam", C),
        },
    ),
    (
        "Trưởng phòng Lao động - TB&XH huyện Ý Yên Lê Văn An và Trưởng phòng KT&HT huyện Ý Yên Trần Văn Ba báo cáo.",
        {
            ("Lê Văn An", "trưởng phòng", "Phòng Lao động - Thương binh và Xã hội huyện Ý Yên", C),
            ("Trần Văn Ba", "trưởng phòng", "Phòng Kinh tế và Hạ tầng huyện Ý Yên", C),
        },
    ),
    # a name that begins with the letter of a figure, behind the number of a term
    (
        "Phó Chủ tịch HĐND tỉnh Hà Nam khóa XV Vũ Văn Ba và Chủ tịch UBND huyện Ý Yên khóa XX Vi Thị Lan phát biểu.",
        {
            ("Vũ Văn Ba", "phó chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam", C),
            ("Vi Thị Lan", "chủ tịch", "Ủy ban nhân dân huyện Ý Yên", C),
        },
    ),
    # associations that people lead after they left office
    (
        "Ông Lê Văn An, nguyên Phó Chủ tịch UBND tỉnh Hà Nam, Chủ tịch Hội Khuyến học tỉnh Hà Nam dự.",
        {
            ("Lê Văn An", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", F),
            ("Lê Văn An", "chủ tịch", "Hội Khuyến học tỉnh Hà Nam", C),
        },
    ),
    (
        "Ông Lê Văn An, nguyên Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Hà Nam dự.",
        {
            ("Lê Văn An", "phó bí thư", "Tỉnh ủy Hà Nam", F),
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", F),
        },
    ),
    # central offices with the nation's name between title and holder
    (
        "Tổng Bí thư, Chủ tịch nước Việt Nam Lê Văn An, Thủ tướng Việt Nam Trần Văn Ba và Bộ trưởng Ngoại giao Việt Nam "
        "Vũ Văn Kha gặp Thủ tướng Lào.",
        {
            ("Lê Văn An", "tổng bí thư", "Ban Chấp hành Trung ương Đảng", C),
            ("Lê Văn An", "chủ tịch nước", "Nhà nước", C),
            ("Trần Văn Ba", "thủ tướng", "Chính phủ", C),
            ("Vũ Văn Kha", "bộ trưởng", "Bộ Ngoại giao", C),
        },
    ),
    (
        "Tổng Bí thư Đảng Cộng sản Việt Nam Lê Văn An tiếp Tổng Bí thư Đảng Nhân dân Cách mạng Lào.",
        {("Lê Văn An", "tổng bí thư", "Ban Chấp hành Trung ương Đảng", C)},
    ),
    (
        "Đại sứ Việt Nam tại Mỹ Lê Văn An và Đại sứ Việt Nam tại Lào Trần Văn Ba cùng dự.",
        {
            ("Lê Văn An", "đại sứ", "Đại sứ quán Việt Nam tại Mỹ", C),
            ("Trần Văn Ba", "đại sứ", "Đại sứ quán Việt Nam tại Lào", C),
        },
    ),
    # what somebody is called besides the office
    (
        "Đại biểu Quốc hội, nhà sử học Lê Văn An phát biểu. Phó Chủ tịch Hội Nhạc sĩ Việt Nam, nhạc sĩ Trần Văn Ba trao đổi.",
        {
            ("Lê Văn An", "đại biểu", "Quốc hội", C),
            ("Trần Văn Ba", "phó chủ tịch", "Hội Nhạc sĩ Việt Nam", C),
        },
    ),
    # delegates called by their delegation, beside a people's council
    (
        "Quốc hội thảo luận về HĐND các cấp. Đại biểu Lê Văn An (đoàn Hà Nam) nêu ý kiến. Đại biểu Trần Văn Ba, Đoàn ĐBQH tỉnh "
        "Nam Định, tán thành. Đại biểu đoàn Thái Bình Vũ Văn Kha đề nghị sửa. Các đại biểu đoàn Hà Nội nhất trí.",
        {
            ("Lê Văn An", "đại biểu", "Quốc hội", C),
            ("Trần Văn Ba", "đại biểu", "Quốc hội", C),
            ("Vũ Văn Kha", "đại biểu", "Quốc hội", C),
        },
    ),
    (
        "HĐND tỉnh Hà Nam họp, có Đoàn ĐBQH tỉnh dự. Đại biểu Lê Văn An (Kim Bảng) và đại biểu Trần Văn Ba (tổ Duy Tiên) "
        "nêu ý kiến.",
        set(),
    ),
    # the subject behind when and where, with a word of address between title and name
    (
        "Ngày 14-3, tại buổi lễ, Chủ tịch UBND tỉnh Hà Nam, ông Lê Văn An đã ký quyết định.",
        {("Lê Văn An", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C)},
    ),
    ("Thay mặt Chủ tịch UBND tỉnh Hà Nam, ông Lê Văn An đã ký quyết định.", set()),
    ("Theo Chủ tịch UBND tỉnh Hà Nam, ông Lê Văn An đã làm trái quy định.", set()),
    # a sentence that begins with whom somebody with a title turns to
    ("Thăm gia đình mẹ Lê Thị An, Bí thư Tỉnh ủy Hà Nam ân cần hỏi thăm sức khỏe.", set()),
    ("Dừng lại ở thửa ruộng của ông Lê Văn An (Hà Nam), Phó Thủ tướng khen giống lúa mới.", set()),
    ("Nhắc lại vụ án của ông Lê Văn An, Tổng Bí thư nhấn mạnh trách nhiệm nêu gương.", set()),
    ("Đối với hộ ông Lê Văn An, Giám đốc Sở Xây dựng tỉnh Hà Nam cho hay đã cấp phép.", set()),
    (
        "Tại hội nghị, ông Lê Văn An, Chủ tịch UBND tỉnh Hà Nam yêu cầu các sở vào cuộc.",
        {("Lê Văn An", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C)},
    ),
    (
        "Đến thăm xã, ông Lê Văn An, Bí thư Tỉnh ủy Hà Nam động viên bà con.",
        {("Lê Văn An", "bí thư", "Tỉnh ủy Hà Nam", C)},
    ),
    (
        "Liên quan đến ông Lê Văn An, nguyên Giám đốc Sở Y tế tỉnh Hà Nam bị bắt, thanh tra còn làm việc.",
        {("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Hà Nam", F)},
    ),
    # the inviter to a visit abroad, names of another country, lists with each title before its name
    (
        "Thủ tướng Lê Văn An thăm chính thức Singapore theo lời mời của Thủ tướng Lý Văn Long. Thủ tướng Lý Văn Long chủ trì "
        "lễ đón.",
        {("Lê Văn An", "thủ tướng", "Chính phủ", C)},
    ),
    (
        "Đoàn đại biểu Lào thăm chính thức Việt Nam theo lời mời của Thủ tướng Lê Văn An.",
        {("Lê Văn An", "thủ tướng", "Chính phủ", C)},
    ),
    ("Dân chúng hoan nghênh Thủ tướng Mahamad Rajan ở quảng trường.", set()),
    (
        "Ông Lê Văn An, Phó Chủ tịch UBND thành phố Hà Nội, tiếp bà Sunara Rajan, Phó Chủ tịch phụ trách thị trường châu Á, tại "
        "trụ sở.",
        {("Lê Văn An", "phó chủ tịch", "Ủy ban nhân dân thành phố Hà Nội", C)},
    ),
    (
        "Tham dự có Phó Chủ tịch Quốc hội Lê Văn An, Chủ nhiệm Văn phòng Quốc hội Trần Văn Ba, Bí thư Tỉnh ủy Hà Nam.",
        {
            ("Lê Văn An", "phó chủ tịch", "Quốc hội", C),
            ("Trần Văn Ba", "chủ nhiệm", "Văn phòng Quốc hội", C),
        },
    ),
    (
        "Ông Lê Văn An, Chủ tịch Tập đoàn Tân Long chỉ ủy quyền cho cấp dưới.",
        {("Lê Văn An", "chủ tịch", "Tập đoàn Tân Long", C)},
    ),
    # who is named in short has a title already; several secretaries of a union
    (
        "Giám đốc Sở Xây dựng thành phố Hà Nội Lê Văn An trả lời cử tri. Theo ông An, Chủ tịch thành phố đã duyệt kinh phí "
        "sửa cầu.",
        {("Lê Văn An", "giám đốc", "Sở Xây dựng thành phố Hà Nội", C)},
    ),
    (
        "Đoàn thanh niên họp báo. 2 bí thư là Lê Văn An và anh Trần Văn Ba chủ trì. Anh Lê Văn An được điều động làm Phó Bí thư "
        "Tỉnh ủy Hà Nam.",
        {("Lê Văn An", "phó bí thư", "Tỉnh ủy Hà Nam", A)},
    ),
    # the title alone of who decides
    (
        "Ông Lê Văn An được HĐND tỉnh bầu giữ chức Phó Chủ tịch UBND tỉnh Hà Nam, kết quả bầu đã được Thủ tướng Chính phủ phê "
        "chuẩn.",
        {("Lê Văn An", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", A)},
    ),
    # who only asks to leave holds the post; who is granted it has left
    (
        "Ông Lê Văn An làm đơn xin từ chức Phó Chủ tịch UBND tỉnh Hà Nam.",
        {("Lê Văn An", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C)},
    ),
    (
        "HĐND tỉnh chấp thuận đơn xin từ chức Phó Chủ tịch UBND tỉnh Hà Nam của ông Lê Văn An.",
        {("Lê Văn An", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", E)},
    ),
    ("Ông Lê Văn An không xin từ chức Phó Chủ tịch UBND tỉnh Hà Nam.", set()),
    # governors of the only bank that has one
    (
        "Ngân hàng Nhà nước Việt Nam họp báo. Thống đốc Lê Văn An và các Phó Thống đốc Trần Văn Ba, Vũ Văn Kha cùng dự.",
        {
            ("Lê Văn An", "thống đốc", "Ngân hàng Nhà nước Việt Nam", C),
            ("Trần Văn Ba", "phó thống đốc", "Ngân hàng Nhà nước Việt Nam", C),
            ("Vũ Văn Kha", "phó thống đốc", "Ngân hàng Nhà nước Việt Nam", C),
        },
    ),
    # called so in front, going on with an office, and leaving one
    (
        "Với chức danh Giám đốc Sở Y tế tỉnh Hà Nam, Lê Văn An mở thầu thuốc. Ông Trần Văn Ba tiếp tục công việc Phó Chủ tịch "
        "UBND tỉnh Hà Nam. Ông Vũ Văn Kha thôi nhiệm Tổng giám đốc Tổng công ty Sông Đà.",
        {
            ("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Hà Nam", C),
            ("Trần Văn Ba", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C),
            ("Vũ Văn Kha", "tổng giám đốc", "Tổng công ty Sông Đà", E),
        },
    ),
    # the duties of an office that a decision regards
    (
        "Quốc hội tạm đình chỉ việc thực hiện nhiệm vụ, quyền hạn của đại biểu Quốc hội đối với bà Lê Thị An.",
        {("Lê Thị An", "đại biểu", "Quốc hội", C)},
    ),
    # lives whose parts and posts semicolons divide; a post at a body that is not known
    (
        "Đồng chí Lê Văn An; sinh năm 1930; nguyên Ủy viên Trung ương Đảng khóa IV; nguyên Bí thư Tỉnh ủy Hà Nam đã từ trần.",
        {
            ("Lê Văn An", "ủy viên", "Ban Chấp hành Trung ương Đảng", F),
            ("Lê Văn An", "bí thư", "Tỉnh ủy Hà Nam", F),
        },
    ),
    (
        "Đồng chí Lê Văn An, sinh ngày 2/3/1920; quê quán: xã Tân An, huyện Duy Tiên; vào Đảng năm 1940; nguyên: Bí thư Xứ ủy "
        "Trung Kỳ; Ủy viên Trung ương Đảng khóa III; Bí thư Tỉnh ủy Hà Nam.",
        {
            ("Lê Văn An", "ủy viên", "Ban Chấp hành Trung ương Đảng", F),
            ("Lê Văn An", "bí thư", "Tỉnh ủy Hà Nam", F),
        },
    ),
    # the committee that is said to be led
    (
        "Đảng bộ Quân sự tỉnh Hà Nam do ông Lê Văn An, Trưởng đoàn ĐBQH tỉnh Hà Nam là Bí thư Đảng ủy.",
        {
            ("Lê Văn An", "trưởng đoàn", "Đoàn đại biểu Quốc hội tỉnh Hà Nam", C),
            ("Lê Văn An", "bí thư", "Đảng ủy Quân sự tỉnh Hà Nam", C),
        },
    ),
    # who was elected to an office, in a list behind it, each with another post or with the office anew
    (
        "HĐND tỉnh Hà Nam bầu các chức danh Trưởng ban của HĐND tỉnh: Ông Lê Văn An - Trưởng Ban Pháp chế; bà Vũ Thị Lan - Trưởng Ban Dân tộc.",
        {
            ("Lê Văn An", "trưởng ban", "Ban Pháp chế Hội đồng nhân dân tỉnh Hà Nam", A),
            ("Vũ Thị Lan", "trưởng ban", "Ban Dân tộc Hội đồng nhân dân tỉnh Hà Nam", A),
        },
    ),
    (
        "Kỳ họp bầu Phó Chủ tịch UBND tỉnh Hà Nam: ông Lê Văn An, Giám đốc Sở Nội vụ; bà Vũ Thị Lan, Giám đốc Sở Y tế.",
        {
            ("Lê Văn An", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", A),
            ("Lê Văn An", "giám đốc", "Sở Nội vụ tỉnh Hà Nam", C),
            ("Vũ Thị Lan", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", A),
            ("Vũ Thị Lan", "giám đốc", "Sở Y tế tỉnh Hà Nam", C),
        },
    ),
    # heads of the only court or procuracy named so far
    (
        "TAND tỉnh Hà Nam tổ chức hội nghị. Chánh án Lê Văn An chủ trì; Phó Chánh án Trần Văn Ba báo cáo. TAND huyện Ý Yên dự.",
        {
            ("Lê Văn An", "chánh án", "Tòa án nhân dân tỉnh Hà Nam", C),
            ("Trần Văn Ba", "phó chánh án", "Tòa án nhân dân tỉnh Hà Nam", C),
        },
    ),
    (
        "TAND tỉnh Hà Nam đã trao quyết định bổ nhiệm phó chánh án cho các ông Lê Văn An, Trần Văn Ba và bà Vũ Thị Lan.",
        {
            ("Lê Văn An", "phó chánh án", "Tòa án nhân dân tỉnh Hà Nam", A),
            ("Trần Văn Ba", "phó chánh án", "Tòa án nhân dân tỉnh Hà Nam", A),
            ("Vũ Thị Lan", "phó chánh án", "Tòa án nhân dân tỉnh Hà Nam", A),
        },
    ),
    ("TAND tỉnh Hà Nam và TAND tỉnh Nam Định giao ban. Chánh án Lê Văn An chủ trì.", set()),
    # a seat on the committee that an association's congress elects is none on a party's
    (
        "Công đoàn Viên chức tỉnh Hà Nam tổ chức Đại hội lần thứ V. Bà Vũ Thị Lan được Đại hội tín nhiệm bầu tham gia Ban Chấp hành.",
        {("Vũ Thị Lan", "ủy viên", "Ban Chấp hành Công đoàn Viên chức tỉnh Hà Nam", A)},
    ),
    (
        "Đảng bộ huyện Ý Yên tổ chức Đại hội. Bà Vũ Thị Lan được Đại hội tín nhiệm bầu tham gia Ban Chấp hành.",
        {("Vũ Thị Lan", "ủy viên", "Huyện ủy Ý Yên", A)},
    ),
    # the branch of the school whose head leads it
    (
        "Trường THPT Nam Cao tổ chức lễ. Cô giáo Lê Thị Na – Bí thư Chi bộ, Hiệu trưởng nhà trường phát biểu.",
        {
            ("Lê Thị Na", "bí thư", "Chi bộ Trường trung học phổ thông Nam Cao", C),
            ("Lê Thị Na", "hiệu trưởng", "Trường trung học phổ thông Nam Cao", C),
        },
    ),
    (
        "Đồng chí Lê Thị Na, TVTU, Trưởng Ban Tuyên giáo Tỉnh ủy Hà Nam.",
        {
            ("Lê Thị Na", "ủy viên", "Ban Thường vụ Tỉnh ủy Hà Nam", C),
            ("Lê Thị Na", "trưởng ban", "Ban Tuyên giáo Tỉnh ủy Hà Nam", C),
        },
    ),
    # associations whose congress elects, whatever committee of the state is near
    (
        "Hội Chữ thập đỏ huyện Ý Yên tổ chức Đại hội đại biểu lần thứ V. Dự có ông Trần Văn Ba, Phó Chủ tịch UBND huyện. Đại hội bầu ông Lê"
        " Văn An tái giữ chức Chủ tịch; bà Vũ Thị Lan được bầu làm Phó Chủ tịch.",
        {
            ("Trần Văn Ba", "phó chủ tịch", "Ủy ban nhân dân huyện Ý Yên", C),
            ("Lê Văn An", "chủ tịch", "Hội Chữ thập đỏ huyện Ý Yên", A),
            ("Vũ Thị Lan", "phó chủ tịch", "Hội Chữ thập đỏ huyện Ý Yên", A),
        },
    ),
    (
        "LĐLĐ huyện Ý Yên tổ chức Đại hội. HĐND huyện bầu ông Lê Văn An giữ chức Chủ tịch.",
        {("Lê Văn An", "chủ tịch", "Hội đồng nhân dân huyện Ý Yên", A)},
    ),
    # staff of a command
    (
        "Bộ CHQS tỉnh Hà Nam họp, dự có Đại tá Lê Văn An, Chủ nhiệm Chính trị; Thượng tá Vũ Văn Tư, Chủ nhiệm Kỹ thuật; Đại tá Trần Văn"
        " Ba, Phó Chủ nhiệm Hậu cần Quân khu 3; Thượng tá Lý Văn Sơn, Phó Chỉ huy trưởng - TMT Bộ CHQS tỉnh.",
        {
            ("Lê Văn An", "chủ nhiệm chính trị", "Bộ Chỉ huy Quân sự tỉnh Hà Nam", C),
            ("Vũ Văn Tư", "chủ nhiệm kỹ thuật", "Bộ Chỉ huy Quân sự tỉnh Hà Nam", C),
            ("Trần Văn Ba", "phó chủ nhiệm hậu cần", "Quân khu 3", C),
            ("Lý Văn Sơn", "phó chỉ huy trưởng", "Bộ Chỉ huy Quân sự tỉnh Hà Nam", C),
            ("Lý Văn Sơn", "tham mưu trưởng", "Bộ Chỉ huy Quân sự tỉnh Hà Nam", C),
        },
    ),
    # lives with honours behind the posts, and what else is told of somebody with an age
    (
        "Đồng chí Lê Văn An, sinh năm 1932; quê quán: xã Tân Lập; trú quán: phường Gia Cẩm; nguyên Trưởng ban Tổ chức Tỉnh ủy Hà Nam; nguyên Bí thư"
        " Huyện ủy Ý Yên; Huân chương Độc lập hạng Ba; Huy hiệu 60 năm tuổi Đảng, đã từ trần ngày 19/4/2016.",
        {
            ("Lê Văn An", "trưởng ban", "Ban Tổ chức Tỉnh ủy Hà Nam", F),
            ("Lê Văn An", "bí thư", "Huyện ủy Ý Yên", F),
        },
    ),
    (
        "Ông Lê Văn An, 75 tuổi, thương binh hạng 2/4, nguyên Chủ tịch UBND xã Tân Lập, kể lại.",
        {("Lê Văn An", "chủ tịch", "Ủy ban nhân dân xã Tân Lập", F)},
    ),
    (
        "Bà Vũ Thị Lan, dân tộc Tày, sinh năm 1970, Trưởng thôn Đông Hòa, xã Tân Lập là người có uy tín.",
        {("Vũ Thị Lan", "trưởng thôn", "Thôn Đông Hòa xã Tân Lập", C)},
    ),
    ("Theo bà Vũ Thị Lan, 60 tuổi, dân tộc Tày, thôn Đông, Chủ tịch UBND xã Tân Lập hứa sửa đường.", set()),
    # a post that was held through the times
    (
        "Dự có đồng chí Trần Văn Ba, nguyên Chủ tịch UBND huyện Ý Yên qua các thời kỳ; các đồng chí nguyên lãnh đạo huyện.",
        {("Trần Văn Ba", "chủ tịch", "Ủy ban nhân dân huyện Ý Yên", F)},
    ),
    # the holder's name right behind a bare office is no part of that one's
    (
        "Tại hội nghị của Sở Nội vụ tỉnh Hà Nam, Giám đốc Sở Lê Văn An kết luận; Phó Giám đốc Sở Trần Văn Ba báo cáo.",
        {
            ("Lê Văn An", "giám đốc", "Sở Nội vụ tỉnh Hà Nam", C),
            ("Trần Văn Ba", "phó giám đốc", "Sở Nội vụ tỉnh Hà Nam", C),
        },
    ),
    (
        "Hội Nông dân huyện Ý Yên họp, Chủ tịch Hội Lê Văn An báo cáo; Chủ tịch Hội Nông dân tỉnh Vũ Văn Tư dự.",
        {
            ("Lê Văn An", "chủ tịch", "Hội Nông dân huyện Ý Yên", C),
            ("Vũ Văn Tư", "chủ tịch", "Hội Nông dân tỉnh Nam Định", C),
        },
    ),
    (
        "Tại xã Tân Lập, Bí thư Đảng ủy Lê Văn An cùng Phó Bí thư Thường trực Đảng ủy Vũ Thị Lan và Chủ tịch UBND xã Trần Văn Ba dự.",
        {
            ("Lê Văn An", "bí thư", "Đảng ủy xã Tân Lập", C),
            ("Vũ Thị Lan", "phó bí thư thường trực", "Đảng ủy xã Tân Lập", C),
            ("Trần Văn Ba", "chủ tịch", "Ủy ban nhân dân xã Tân Lập", C),
        },
    ),
    (
        "Thầy Lê Văn An, Hiệu trưởng Trường THCS Tân Lập; Phó Hiệu trưởng nhà trường Trần Văn Ba dự.",
        {
            ("Lê Văn An", "hiệu trưởng", "Trường trung học cơ sở Tân Lập", C),
            ("Trần Văn Ba", "phó hiệu trưởng", "Trường trung học cơ sở Tân Lập", C),
        },
    ),
    # schools bear names of people
    (
        "Thầy Lê Văn An, Hiệu trưởng Trường THPT Đỗ Công Tường.",
        {("Lê Văn An", "hiệu trưởng", "Trường trung học phổ thông Đỗ Công Tường", C)},
    ),
    # histories, and posts through the times
    (
        "Đại hội lần thứ I của Đảng bộ huyện Ý Yên họp năm 1948. Đại hội đã bầu Ban Chấp hành gồm 7 người. Đồng chí Trần Văn Ba được bầu làm Bí"
        " thư Huyện ủy. Năm 2020 có Đại hội lần thứ XXV.",
        {("Trần Văn Ba", "bí thư", "Huyện ủy Ý Yên", F)},
    ),
    (
        "Sáng 5/5/2020, Hội Làm vườn huyện Ý Yên tổ chức Đại hội. Hội được thành lập năm 1990. Đại hội bầu ông Lê Văn An giữ chức Chủ tịch.",
        {("Lê Văn An", "chủ tịch", "Hội Làm vườn huyện Ý Yên", A)},
    ),
    (
        "Các đồng chí Bí thư Huyện ủy Ý Yên qua các thời kỳ: Lê Văn An (1948-1950), Trần Văn Ba (1950-1954).",
        {("Lê Văn An", "bí thư", "Huyện ủy Ý Yên", F), ("Trần Văn Ba", "bí thư", "Huyện ủy Ý Yên", F)},
    ),
    # letters for a province's command that a district follows
    (
        "Dự có Thượng tá Lê Văn An, Chỉ huy trưởng BCHQS huyện Bình Lục; Thiếu tá Trần Văn Ba, Chính trị viên BCHQS huyện; Đại tá Vũ Văn Tư, Chỉ"
        " huy trưởng BCHQS tỉnh Hà Nam.",
        {
            ("Lê Văn An", "chỉ huy trưởng", "Ban Chỉ huy Quân sự huyện Bình Lục", C),
            ("Trần Văn Ba", "chính trị viên", "Ban Chỉ huy Quân sự huyện Bình Lục", C),
            ("Vũ Văn Tư", "chỉ huy trưởng", "Bộ Chỉ huy Quân sự tỉnh Hà Nam", C),
        },
    ),
    # the nation's command beside a title that leaves it out, and an obituary that ends with honours
    (
        "Bộ Tư lệnh BĐBP họp; dự có Thiếu tướng Lê Văn An, Phó Tư lệnh, Tham mưu trưởng BĐBP; Đại tá Trần Văn Ba, Chính ủy BĐBP tỉnh Hà Giang.",
        {
            ("Lê Văn An", "phó tư lệnh", "Bộ đội Biên phòng", C),
            ("Lê Văn An", "tham mưu trưởng", "Bộ đội Biên phòng", C),
            ("Trần Văn Ba", "chính ủy", "Bộ đội Biên phòng tỉnh Hà Giang", C),
        },
    ),
    (
        "Đồng chí Lê Văn An, sinh năm 1932; quê quán: xã Tân Lập; nguyên Bí thư Huyện ủy Ý Yên; Huân chương Độc lập và nhiều huân chương khác.",
        {("Lê Văn An", "bí thư", "Huyện ủy Ý Yên", F)},
    ),
    # villages with their communes, and what is of the only village
    (
        "Dự có ông Lê Văn An, Bí thư Chi bộ thôn Đông Hòa, xã Tân Lập; bà Vũ Thị Lan, Trưởng ban CTMT thôn; anh Trần Văn Ba, Bí thư Chi đoàn"
        " thôn; ông Vũ Văn Tư, Trưởng thôn.",
        {
            ("Lê Văn An", "bí thư", "Chi bộ thôn Đông Hòa xã Tân Lập", C),
            ("Vũ Thị Lan", "trưởng ban", "Ban công tác Mặt trận thôn Đông Hòa xã Tân Lập", C),
            ("Trần Văn Ba", "bí thư", "Chi đoàn thôn Đông Hòa xã Tân Lập", C),
            ("Vũ Văn Tư", "trưởng thôn", "Thôn Đông Hòa xã Tân Lập", C),
        },
    ),
    (
        "Ông Lê Văn An, Bí thư Chi bộ kiêm Trưởng ban Công tác Mặt trận khu phố 3, phường Tân Lập cho biết.",
        {
            ("Lê Văn An", "bí thư", "Chi bộ khu phố 3 phường Tân Lập", C),
            ("Lê Văn An", "trưởng ban", "Ban Công tác Mặt trận Khu phố 3 phường Tân Lập", C),
        },
    ),
    ("Thôn Đông Hòa và thôn Tây Hòa họp; ông Vũ Văn Tư, Trưởng thôn, nói.", set()),
    # what stands for a whole country's body, and letters that hold the type of a unit or the committee
    (
        "Dự có Thiếu tướng Lê Văn An, Tư lệnh BĐBP; Đại tá Trần Văn Ba, Chỉ huy trưởng BĐBP tỉnh Quảng Ninh; ông Vũ Văn Tư, Phó Tổng"
        " Giám đốc KBNN; bà Vũ Thị Lan, Giám đốc KBNN Quảng Ninh; bà Lê Thị Na, Tổng Giám đốc BHXH VN.",
        {
            ("Lê Văn An", "tư lệnh", "Bộ đội Biên phòng", C),
            ("Trần Văn Ba", "chỉ huy trưởng", "Bộ đội Biên phòng tỉnh Quảng Ninh", C),
            ("Vũ Văn Tư", "phó tổng giám đốc", "Kho bạc Nhà nước", C),
            ("Vũ Thị Lan", "giám đốc", "Kho bạc Nhà nước tỉnh Quảng Ninh", C),
            ("Lê Thị Na", "tổng giám đốc", "Bảo hiểm xã hội Việt Nam", C),
        },
    ),
    (
        "Bộ Tư lệnh BĐBP họp; Thiếu tướng Lê Văn An, Bí thư Đảng ủy, Chính ủy BĐBP và Đại tá Trần Văn Ba, Chính ủy BĐBP tỉnh Quảng Ninh dự.",
        {
            ("Lê Văn An", "bí thư", "Đảng ủy Bộ đội Biên phòng", C),
            ("Lê Văn An", "chính ủy", "Bộ đội Biên phòng", C),
            ("Trần Văn Ba", "chính ủy", "Bộ đội Biên phòng tỉnh Quảng Ninh", C),
        },
    ),
    (
        "Dự có Thượng tá Lê Văn An, Trưởng CATP Vinh; Trung tá Trần Văn Ba, Phó trưởng CATP; ông Vũ Văn Tư, UVTVTU, Trưởng BTG Tỉnh ủy"
        " Nghệ An; bà Vũ Thị Lan, UV BTV HU Nam Đàn, Trưởng BTC HU; bà Lê Thị Na, CN UBKT Huyện ủy Nam Đàn.",
        {
            ("Lê Văn An", "trưởng công an", "Công an thành phố Vinh", C),
            ("Trần Văn Ba", "phó trưởng công an", "Công an thành phố Vinh", C),
            ("Vũ Văn Tư", "ủy viên", "Ban Thường vụ Tỉnh ủy Nghệ An", C),
            ("Vũ Văn Tư", "trưởng ban", "Ban Tuyên giáo Tỉnh ủy Nghệ An", C),
            ("Vũ Thị Lan", "ủy viên", "Ban Thường vụ Huyện ủy Nam Đàn", C),
            ("Vũ Thị Lan", "trưởng ban", "Ban Tổ chức Huyện ủy Nam Đàn", C),
            ("Lê Thị Na", "chủ nhiệm", "Ủy ban Kiểm tra Huyện ủy Nam Đàn", C),
        },
    ),
    # those who head the event are no board of the party's
    ("Ông Lê Văn An, Trưởng BTC giải bóng đá cho biết có 8 đội.", set()),
    # standing deputies of any office, and honorary chairs
    (
        "Dự có ông Lê Văn An, Phó Viện trưởng Thường trực VKSND tỉnh Hà Nam; bà Lê Thị Na, Phó Chánh án Thường trực TAND tỉnh Hà Nam; ông"
        " Trần Văn Ba, Chủ tịch danh dự Hội Khuyến học tỉnh Hà Nam; ông Vũ Văn Tư, Phó Chủ tịch Tổng LĐLĐVN.",
        {
            ("Lê Văn An", "phó viện trưởng thường trực", "Viện Kiểm sát nhân dân tỉnh Hà Nam", C),
            ("Lê Thị Na", "phó chánh án thường trực", "Tòa án nhân dân tỉnh Hà Nam", C),
            ("Trần Văn Ba", "chủ tịch danh dự", "Hội Khuyến học tỉnh Hà Nam", C),
            ("Vũ Văn Tư", "phó chủ tịch", "Tổng Liên đoàn Lao động Việt Nam", C),
        },
    ),
    (
        "Đại hội suy tôn ông Lê Văn An làm Chủ tịch danh dự Hội Chữ thập đỏ tỉnh Hà Nam.",
        {("Lê Văn An", "chủ tịch danh dự", "Hội Chữ thập đỏ tỉnh Hà Nam", A)},
    ),
    # provinces of former times whose names look like a person's
    (
        "Ông Lê Văn An, nguyên Bí thư Tỉnh ủy Hà Sơn Bình, nguyên Chủ tịch UBND tỉnh Cao Lạng.",
        {
            ("Lê Văn An", "bí thư", "Tỉnh ủy Hà Sơn Bình", F),
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân tỉnh Cao Lạng", F),
        },
    ),
    ("Bí thư Tỉnh ủy Hà Sơn Tùng phát biểu.", {("Hà Sơn Tùng", "bí thư", "Tỉnh ủy", C)}),
    # degrees with blanks and points inside
    (
        "BS CK II Lê Văn An, Giám đốc Trung tâm Y tế huyện Ý Yên; bác sĩ CKI Trần Văn Ba, Phó Giám đốc Trung tâm Y tế huyện Ý Yên.",
        {
            ("Lê Văn An", "giám đốc", "Trung tâm Y tế huyện Ý Yên", C),
            ("Trần Văn Ba", "phó giám đốc", "Trung tâm Y tế huyện Ý Yên", C),
        },
    ),
    # offices of taxes, treasuries and social insurance that are no longer by district
    (
        "Trưởng Thuế tỉnh Đồng Nai Lê Văn An và ông Trần Văn Ba, Phó Trưởng Thuế cơ sở 4 tỉnh Đồng Nai; bà Vũ Thị Lan, Trưởng Thuế TP Hồ "
        "Chí Minh; ông Lê Văn Tám, Trưởng Thuế cơ sở 3 - Đà Nẵng.",
        {
            ("Lê Văn An", "trưởng thuế", "Thuế tỉnh Đồng Nai", C),
            ("Trần Văn Ba", "phó trưởng thuế", "Thuế cơ sở 4 tỉnh Đồng Nai", C),
            ("Vũ Thị Lan", "trưởng thuế", "Thuế thành phố Hồ Chí Minh", C),
            ("Lê Văn Tám", "trưởng thuế", "Thuế cơ sở 3 - Đà Nẵng", C),
        },
    ),
    (
        "Dự có Giám đốc Kho bạc Nhà nước khu vực XVIII Lê Văn An; Giám đốc BHXH cơ sở Long Thành Trần Văn Ba; bà Vũ Thị Lan, Giám đốc BHXH "
        "khu vực XX.",
        {
            ("Lê Văn An", "giám đốc", "Kho bạc Nhà nước khu vực XVIII", C),
            ("Trần Văn Ba", "giám đốc", "Bảo hiểm xã hội cơ sở Long Thành", C),
            ("Vũ Thị Lan", "giám đốc", "Bảo hiểm xã hội khu vực XX", C),
        },
    ),
    # a village and a name that could be read as one, and a title whose unit the next title tells
    (
        "Bí thư chi bộ kiêm trưởng thôn Thành Đông Ngô Thanh Hà cho biết.",
        {
            ("Ngô Thanh Hà", "bí thư", "Chi bộ Thôn Thành Đông", C),
            ("Ngô Thanh Hà", "trưởng thôn", "Thôn Thành Đông", C),
        },
    ),
    ("Trưởng thôn hiến đất mở đường, trưởng thôn Lê Văn An kể.", set()),
    ("Ông Lê Văn An, Bí thư ấp khu 1, kể.", {("Lê Văn An", "bí thư", "Ấp khu 1", C)}),
    (
        "Ông Lê Văn An, Bí thư Đảng ủy, Chủ tịch HĐND, Trưởng Ban chỉ đạo xây dựng nông thôn mới xã Tân Hòa, chia sẻ.",
        {
            ("Lê Văn An", "bí thư", "Đảng ủy xã Tân Hòa", C),
            ("Lê Văn An", "chủ tịch", "Hội đồng nhân dân xã Tân Hòa", C),
            ("Lê Văn An", "trưởng ban", "Ban chỉ đạo xây dựng nông thôn mới xã Tân Hòa", C),
        },
    ),
    # a list that goes on what was elected, and one that does not
    (
        "HĐND tỉnh bầu ông Lê Văn An giữ chức Chủ tịch UBND tỉnh Hà Nam; 2 Phó Chủ tịch UBND tỉnh: Trần Văn Ba, Vũ Thị Lan.",
        {
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", A),
            ("Trần Văn Ba", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", A),
            ("Vũ Thị Lan", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", A),
        },
    ),
    (
        "Dự có ông Lê Văn An, Chủ tịch UBND tỉnh Hà Nam; 2 Phó Chủ tịch UBND tỉnh: Trần Văn Ba, Vũ Thị Lan.",
        {
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C),
            ("Trần Văn Ba", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C),
            ("Vũ Thị Lan", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C),
        },
    ),
    # what a deputy sees to may stand after a comma
    (
        "Bà Vũ Thị Lan - Phó Bí thư Thường trực, phụ trách Tỉnh ủy Hà Nam phát biểu.",
        {("Vũ Thị Lan", "phó bí thư thường trực phụ trách", "Tỉnh ủy Hà Nam", C)},
    ),
    # courts and procuracies of the unit that the sentence names
    (
        "Dự có ông Lê Văn An, Phó Bí thư Huyện ủy Ý Yên; ông Trần Văn Ba, Viện trưởng VKSND; bà Lê Thị Na, Chánh án TAND.",
        {
            ("Lê Văn An", "phó bí thư", "Huyện ủy Ý Yên", C),
            ("Trần Văn Ba", "viện trưởng", "Viện Kiểm sát nhân dân huyện Ý Yên", C),
            ("Lê Thị Na", "chánh án", "Tòa án nhân dân huyện Ý Yên", C),
        },
    ),
    # a title that is only begun is not the one that follows
    (
        "Ông Lê Văn An và bà Vũ Thị Lan là trưởng và phó trưởng phòng Nội vụ huyện Ý Yên.",
        {("Vũ Thị Lan", "phó trưởng phòng", "Phòng Nội vụ huyện Ý Yên", C)},
    ),
    # who sees to an office until somebody is found for it
    (
        "Bà Lê Thị Na, Phó Bí thư Thường trực Huyện ủy Ý Yên, được Ban Thường vụ Tỉnh ủy giao phụ trách Đảng bộ huyện cho đến khi kiện"
        " toàn nhân sự giữ chức Bí thư Huyện ủy.",
        {("Lê Thị Na", "phó bí thư thường trực", "Huyện ủy Ý Yên", C)},
    ),
    # the youth union of a commune, and offices of provinces and districts
    (
        "Dự lễ có ông Lê Văn An, Bí thư Đảng ủy phường Tân Lập; bà Vũ Thị Lan, Bí thư Đoàn phường; anh Trần Văn Ba, Bí thư Đoàn trường"
        " THPT Nam Cao; anh Lê Văn Tám, Bí thư Xã đoàn Hải Đông.",
        {
            ("Lê Văn An", "bí thư", "Đảng ủy phường Tân Lập", C),
            ("Vũ Thị Lan", "bí thư", "Đoàn Thanh niên Cộng sản Hồ Chí Minh phường Tân Lập", C),
            ("Trần Văn Ba", "bí thư", "Đoàn trường trung học phổ thông Nam Cao", C),
            ("Lê Văn Tám", "bí thư", "Xã đoàn Hải Đông", C),
        },
    ),
    (
        "Tại tỉnh Hà Nam có ông Lê Văn An, Giám đốc Bảo tàng tỉnh; bà Vũ Thị Lan, Giám đốc CDC tỉnh; ông Trần Văn Ba, Chủ nhiệm Đoàn"
        " Luật sư tỉnh; ông Lê Văn Tám, Giám đốc Bưu điện tỉnh.",
        {
            ("Lê Văn An", "giám đốc", "Bảo tàng tỉnh Hà Nam", C),
            ("Vũ Thị Lan", "giám đốc", "Trung tâm Kiểm soát bệnh tật tỉnh Hà Nam", C),
            ("Trần Văn Ba", "chủ nhiệm", "Đoàn Luật sư tỉnh Hà Nam", C),
            ("Lê Văn Tám", "giám đốc", "Bưu điện tỉnh Hà Nam", C),
        },
    ),
    (
        "Tại huyện Ý Yên có ông Lê Văn An, Trưởng Đài Truyền thanh - Truyền hình huyện; ông Trần Văn Ba, Hạt trưởng Hạt Kiểm lâm huyện;"
        " bà Vũ Thị Lan, Chi hội trưởng Chi hội Phụ nữ thôn Đông; anh Lê Văn Tám, Chính trị viên phó Đại đội 3.",
        {
            ("Lê Văn An", "trưởng đài", "Đài Truyền thanh - Truyền hình huyện Ý Yên", C),
            ("Trần Văn Ba", "hạt trưởng", "Hạt Kiểm lâm huyện Ý Yên", C),
            ("Vũ Thị Lan", "chi hội trưởng", "Chi hội Phụ nữ thôn Đông", C),
            ("Lê Văn Tám", "chính trị viên phó", "Đại đội 3", C),
        },
    ),
    # head and deputy in the order of their names, with a comma between these
    (
        "Các bị cáo Lê Văn An, Trần Văn Ba là trưởng phòng và phó trưởng phòng Khảo thí Sở Giáo dục và Đào tạo tỉnh Hà Nam.",
        {
            ("Lê Văn An", "trưởng phòng", "Phòng Khảo thí Sở Giáo dục và Đào tạo tỉnh Hà Nam", C),
            ("Trần Văn Ba", "phó trưởng phòng", "Phòng Khảo thí Sở Giáo dục và Đào tạo tỉnh Hà Nam", C),
        },
    ),
    (
        "Ông Lê Văn An, bà Lê Thị Na được bầu làm Chủ tịch và Phó Chủ tịch HĐND tỉnh Hà Nam.",
        {
            ("Lê Văn An", "chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam", A),
            ("Lê Thị Na", "phó chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam", A),
        },
    ),
    # a day between a post and the one who is replaced in it
    (
        "Bà Lê Thị Na được bổ nhiệm giữ chức Giám đốc Sở Y tế tỉnh Hà Nam kể từ ngày 15-11-2015, thay ông Trần Văn Ba nghỉ hưu.",
        {
            ("Lê Thị Na", "giám đốc", "Sở Y tế tỉnh Hà Nam", A),
            ("Trần Văn Ba", "giám đốc", "Sở Y tế tỉnh Hà Nam", E),
        },
    ),
    # who commands without a word of what: the only command of that kind that the article names
    (
        "Bộ Tư lệnh Quân khu 3 ra mắt Ban CHQS huyện Hải Hậu. Thượng tá Lê Văn An giữ chức Chỉ huy trưởng, Trung tá Trần Văn Ba giữ "
        "chức Chính trị viên.",
        {
            ("Lê Văn An", "chỉ huy trưởng", "Ban Chỉ huy Quân sự huyện Hải Hậu", C),
            ("Trần Văn Ba", "chính trị viên", "Ban Chỉ huy Quân sự huyện Hải Hậu", C),
        },
    ),
    ("Bộ CHQS tỉnh Nam Định và Ban CHQS huyện Hải Hậu ra quân. Đại tá Lê Văn An, Chỉ huy trưởng, dự.", set()),
    # guests without names, and how many of them there were, behind the last one who is named
    (
        "Dự lễ có đồng chí Lê Văn An, Phó Bí thư Huyện ủy Hải Hậu; bí thư 45 chi bộ trực thuộc.",
        {("Lê Văn An", "phó bí thư", "Huyện ủy Hải Hậu", C)},
    ),
    (
        "Dự lễ có đồng chí Lê Văn An, Bí thư Huyện ủy Hải Hậu cùng bí thư đảng ủy, chủ tịch UBND các xã.",
        {("Lê Văn An", "bí thư", "Huyện ủy Hải Hậu", C)},
    ),
    (
        "Dự lễ có đồng chí Lê Văn An, Bí thư Huyện ủy Hải Hậu; Chánh Văn phòng Huyện ủy; Trưởng Ban Tổ chức Huyện ủy.",
        {("Lê Văn An", "bí thư", "Huyện ủy Hải Hậu", C)},
    ),
    (
        "Dự lễ có các đồng chí: Lê Văn An, Ủy viên Ban Thường vụ Huyện ủy Hải Hậu; Bí thư Đảng ủy xã Hải Đông; Trần Văn "
        "Ba, Bí thư Huyện đoàn Hải Hậu.",
        {
            ("Lê Văn An", "ủy viên", "Ban Thường vụ Huyện ủy Hải Hậu", C),
            ("Lê Văn An", "bí thư", "Đảng ủy xã Hải Đông", C),
            ("Trần Văn Ba", "bí thư", "Huyện đoàn Hải Hậu", C),
        },
    ),
    # several whom one measure regards, with why they leave
    (
        "HĐND tỉnh miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh Hà Nam đối với các ông Lê Văn An và Trần Văn Ba.",
        {
            ("Lê Văn An", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", E),
            ("Trần Văn Ba", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", E),
        },
    ),
    (
        "Thủ tướng phê chuẩn miễn nhiệm Phó Chủ tịch UBND tỉnh Hà Nam đối với: Ông Lê Văn An, để nghỉ hưu theo chế độ;"
        " ông Trần Văn Ba, để nhận nhiệm vụ mới.",
        {
            ("Lê Văn An", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", E),
            ("Trần Văn Ba", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", E),
        },
    ),
    (
        "HĐND miễn nhiệm Ủy viên UBND tỉnh Hà Nam đối với các ông: Lê Văn An, Vũ Văn Tư (nghỉ hưu) và Trần Văn Ba (chuyển công tác).",
        {
            ("Lê Văn An", "ủy viên", "Ủy ban nhân dân tỉnh Hà Nam", E),
            ("Vũ Văn Tư", "ủy viên", "Ủy ban nhân dân tỉnh Hà Nam", E),
            ("Trần Văn Ba", "ủy viên", "Ủy ban nhân dân tỉnh Hà Nam", E),
        },
    ),
    # a list of those elected, with the post behind the last one
    (
        "HĐND tỉnh bầu các ông: Lê Văn An, Giám đốc Sở Tài chính; Vũ Văn Tư, Giám đốc Sở Y tế; bà Lê Thị Na giữ chức Ủy viên"
        " UBND tỉnh Hà Nam.",
        {
            ("Lê Văn An", "giám đốc", "Sở Tài chính tỉnh Hà Nam", C),
            ("Vũ Văn Tư", "giám đốc", "Sở Y tế tỉnh Hà Nam", C),
            ("Lê Văn An", "ủy viên", "Ủy ban nhân dân tỉnh Hà Nam", A),
            ("Vũ Văn Tư", "ủy viên", "Ủy ban nhân dân tỉnh Hà Nam", A),
            ("Lê Thị Na", "ủy viên", "Ủy ban nhân dân tỉnh Hà Nam", A),
        },
    ),
    # those who retire together
    (
        "Hai Phó Giám đốc Sở Y tế tỉnh Hà Nam nghỉ hưu trước tuổi là bà Lê Thị Na (SN 1974) và ông Trần Văn Ba (SN 1966).",
        {
            ("Lê Thị Na", "phó giám đốc", "Sở Y tế tỉnh Hà Nam", E),
            ("Trần Văn Ba", "phó giám đốc", "Sở Y tế tỉnh Hà Nam", E),
        },
    ),
    (
        "Bà Lê Thị Na và ông Trần Văn Ba, đều là Phó Giám đốc Sở Y tế tỉnh Hà Nam, cũng nhận quyết định nghỉ hưu.",
        {
            ("Lê Thị Na", "phó giám đốc", "Sở Y tế tỉnh Hà Nam", E),
            ("Trần Văn Ba", "phó giám đốc", "Sở Y tế tỉnh Hà Nam", E),
        },
    ),
    # where somebody is sent to work is where the post is
    (
        "Điều động ông Lê Văn An, Giám đốc Sở Y tế tỉnh Hà Nam đến nhận công tác tại Trường Đại học Hoa Lư và được bổ nhiệm giữ chức"
        " vụ Hiệu trưởng.",
        {
            ("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Hà Nam", E),
            ("Lê Văn An", "hiệu trưởng", "Trường Đại học Hoa Lư", A),
        },
    ),
    # titles and committees in letters
    (
        "Dự hội nghị có đ/c Lê Văn An, UVTV HU Phú Bình, CT UBMTQ huyện; đ/c Vũ Thị Lan, BT Đảng ủy, CT HĐND xã Hải Đông;"
        " đ/c Trần Văn Ba, P. Chủ tịch UBND huyện.",
        {
            ("Lê Văn An", "ủy viên", "Ban Thường vụ Huyện ủy Phú Bình", C),
            ("Lê Văn An", "chủ tịch", "Ủy ban Mặt trận Tổ quốc Việt Nam huyện Phú Bình", C),
            ("Vũ Thị Lan", "bí thư", "Đảng ủy xã Hải Đông", C),
            ("Vũ Thị Lan", "chủ tịch", "Hội đồng nhân dân xã Hải Đông", C),
            ("Trần Văn Ba", "phó chủ tịch", "Ủy ban nhân dân huyện Phú Bình", C),
        },
    ),
    # a board and its firm behind a comma; an assembly told by its office; central boards beside each other
    (
        "Tòa xét xử Lê Văn An, Chủ tịch HĐQT, Tổng công ty CP Hải Âu, và bà Vũ Thị Lan, nguyên Giám đốc Công ty Sơn Ca.",
        {
            ("Lê Văn An", "chủ tịch", "Hội đồng quản trị Tổng công ty Cổ phần Hải Âu", C),
            ("Vũ Thị Lan", "giám đốc", "Công ty Sơn Ca", F),
        },
    ),
    (
        "Tổng Thư ký, Chủ nhiệm Văn phòng Quốc hội Lê Văn An cho biết.",
        {
            ("Lê Văn An", "tổng thư ký", "Quốc hội", C),
            ("Lê Văn An", "chủ nhiệm", "Văn phòng Quốc hội", C),
        },
    ),
    (
        "Ông Lê Văn An làm Trưởng ban Tổ chức Trung ương; ông Vũ Hữu Lan làm Trưởng ban Tuyên giáo; bà Trần Thị Hoa làm Bí thư Thành ủy Hà Nội.",
        {
            ("Lê Văn An", "trưởng ban", "Ban Tổ chức Trung ương", C),
            ("Vũ Hữu Lan", "trưởng ban", "Ban Tuyên giáo Trung ương", C),
            ("Trần Thị Hoa", "bí thư", "Thành ủy Hà Nội", C),
        },
    ),
    (
        "Dự có ông Lê Văn An, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy Quảng Nam; bà Trần Thị Hoa, Trưởng ban Tuyên giáo.",
        {
            ("Lê Văn An", "ủy viên", "Ban Chấp hành Trung ương Đảng", C),
            ("Lê Văn An", "bí thư", "Tỉnh ủy Quảng Nam", C),
            ("Trần Thị Hoa", "trưởng ban", "Ban Tuyên giáo Tỉnh ủy Quảng Nam", C),
        },
    ),
    # a new post in brackets; a title before whom a measure regards
    (
        "Ông Lê Văn An - Bí thư Tỉnh ủy Hà Giang: giữ chức Bí thư Tỉnh ủy Tuyên Quang (mới).",
        {("Lê Văn An", "bí thư", "Tỉnh ủy Hà Giang", E), ("Lê Văn An", "bí thư", "Tỉnh ủy Tuyên Quang", A)},
    ),
    (
        "Quốc hội miễn nhiệm chức vụ Bộ trưởng Bộ Y tế đối với Ủy viên Bộ Chính trị Lê Văn An.",
        {("Lê Văn An", "bộ trưởng", "Bộ Y tế", E), ("Lê Văn An", "ủy viên", "Bộ Chính trị", C)},
    ),
    # apart from one, another acts
    (
        "Ngoài ông Lê Văn An, Thủ tướng cũng kỷ luật hai người.",
        set(),
    ),
    (
        "Cùng với ông Lê Văn An, Chủ tịch UBND huyện Hải Hậu cũng bị cảnh cáo.",
        set(),
    ),
    (
        "Ngoài ông Lê Văn An, Chủ tịch UBND huyện Hải Hậu, còn có hai người.",
        {("Lê Văn An", "chủ tịch", "Ủy ban nhân dân huyện Hải Hậu", C)},
    ),
    # who heads a branch as a figure of speech; other titles of national dailies
    ("Ông Lê Văn An đảm nhiệm vị trí Tư lệnh ngành giao thông. Trước đó ông là Tư lệnh Quân khu 1.", {("Lê Văn An", "tư lệnh", "Quân khu 1", F)}),
    (
        "Trợ lý Bộ trưởng Bộ Ngoại giao Lê Văn An và Chuyên gia kinh tế trưởng Ngân hàng Sơn Ca Vũ Hữu Lan dự.",
        {
            ("Lê Văn An", "trợ lý bộ trưởng", "Bộ Ngoại giao", C),
            ("Vũ Hữu Lan", "chuyên gia kinh tế trưởng", "Ngân hàng Sơn Ca", C),
        },
    ),
    (
        "Ông Lê Văn An (giám đốc DNTN Hải Âu) vắng mặt.",
        {("Lê Văn An", "giám đốc", "Doanh nghiệp tư nhân Hải Âu", C)},
    ),
    # the only firm at which anybody of the article holds a post
    (
        "Bà Vũ Thị Lan, Phó tổng giám đốc Công ty Hải Âu, và bà Trần Thị Hoa, thành viên Hội đồng thành viên, vắng mặt. Ông Lê Văn An, Phó tổng giám đốc, có mặt.",
        {
            ("Vũ Thị Lan", "phó tổng giám đốc", "Công ty Hải Âu", C),
            ("Trần Thị Hoa", "thành viên", "Hội đồng thành viên Công ty Hải Âu", C),
            ("Lê Văn An", "phó tổng giám đốc", "Công ty Hải Âu", C),
        },
    ),
    (
        "Bà Vũ Thị Lan là Tổng giám đốc Công ty Hải Âu. Công ty Sơn Ca đã có đơn.\nÔng Lê Văn An, Phó tổng giám đốc, có mặt.",
        {("Vũ Thị Lan", "tổng giám đốc", "Công ty Hải Âu", C)},
    ),
    (
        "Ông Lê Văn An, Chủ tịch Hiệp hội Các trường đại học, cao đẳng Việt Nam, có mặt.",
        {("Lê Văn An", "chủ tịch", "Hiệp hội Các trường đại học, cao đẳng Việt Nam", C)},
    ),
    (
        "Tập đoàn Dầu khí Quốc gia Việt Nam (PVN) họp. Ông Lê Văn An, Chủ tịch HĐTV PVN, nói.",
        {("Lê Văn An", "chủ tịch", "Hội đồng thành viên Tập đoàn Dầu khí Quốc gia Việt Nam", C)},
    ),
    # the organisation behind the field that somebody sees to
    (
        "Ông Lê Văn An làm phó tổng giám đốc phụ trách đối ngoại của Tổng công ty Hải Âu.",
        {("Lê Văn An", "phó tổng giám đốc", "Tổng công ty Hải Âu", C)},
    ),
    (
        "Ông Lê Văn An, Phó giám đốc phụ trách chuyên môn Bệnh viện Sơn Ca, nói.",
        {("Lê Văn An", "phó giám đốc", "Bệnh viện Sơn Ca", C)},
    ),
    ("Ông Lê Văn An, Phó giám đốc phụ trách làm việc với Công ty Hải Âu, nói.", set()),
    (
        "Ông Lê Văn An, nguyên Chủ tịch HĐQT Saigon Co.op, nói.",
        {("Lê Văn An", "chủ tịch", "Hội đồng quản trị Saigon Co.op", F)},
    ),
    # by whom somebody is appointed or dismissed
    (
        "Ông Lê Văn An được Chủ tịch UBND tỉnh Nam Định Vũ Hữu Lan bổ nhiệm giữ chức Giám đốc Sở Y tế.",
        {
            ("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Nam Định", A),
            ("Vũ Hữu Lan", "chủ tịch", "Ủy ban nhân dân tỉnh Nam Định", C),
        },
    ),
    (
        "Ông Lê Văn An bị Bộ trưởng Bộ Xây dựng Vũ Hữu Lan cách chức Tổng giám đốc Tổng công ty Hải Âu.",
        {
            ("Lê Văn An", "tổng giám đốc", "Tổng công ty Hải Âu", E),
            ("Vũ Hữu Lan", "bộ trưởng", "Bộ Xây dựng", C),
        },
    ),
    (
        "Ông Lê Văn An, Thứ trưởng Bộ Y tế, thay ông Vũ Hữu Lan (đã được phân công làm Bí thư Tỉnh ủy Nam Định) giữ chức Bộ trưởng Bộ Y tế.",
        {
            ("Lê Văn An", "thứ trưởng", "Bộ Y tế", E),
            ("Lê Văn An", "bộ trưởng", "Bộ Y tế", A),
            ("Vũ Hữu Lan", "bí thư", "Tỉnh ủy Nam Định", A),
        },
    ),
    # a post in brackets is of the name before them
    (
        "Dự họp có Phó Chủ tịch UBND huyện Hải Hậu Lê Văn An (trước là Trưởng phòng Nội vụ huyện Hải Hậu), và ông Vũ Hữu Lan.",
        {
            ("Lê Văn An", "phó chủ tịch", "Ủy ban nhân dân huyện Hải Hậu", C),
            ("Lê Văn An", "trưởng phòng", "Phòng Nội vụ huyện Hải Hậu", F),
        },
    ),
    # several whom an appointment regards, to several offices
    (
        "Thủ tướng công bố các quyết định bổ nhiệm chức vụ Thứ trưởng Bộ Y tế đối với các ông Lê Văn An, Vũ Hữu Lan; Thứ trưởng Bộ Tư pháp đối với bà Trần Thị Hoa.",
        {
            ("Lê Văn An", "thứ trưởng", "Bộ Y tế", A),
            ("Vũ Hữu Lan", "thứ trưởng", "Bộ Y tế", A),
            ("Trần Thị Hoa", "thứ trưởng", "Bộ Tư pháp", A),
        },
    ),
    # the head of an office and the deputy, in the order of their names
    (
        "Lê Văn An và Vũ Hữu Lan là Chủ tịch, Phó Chủ tịch UBND huyện Hải Hậu.",
        {
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân huyện Hải Hậu", C),
            ("Vũ Hữu Lan", "phó chủ tịch", "Ủy ban nhân dân huyện Hải Hậu", C),
        },
    ),
    # firms: the chair, the accountant, the one that the passage names
    (
        "Chủ tịch kiêm Tổng giám đốc Công ty CP Hải Âu Lê Văn An cho biết.",
        {
            ("Lê Văn An", "chủ tịch", "Công ty Cổ phần Hải Âu", C),
            ("Lê Văn An", "tổng giám đốc", "Công ty Cổ phần Hải Âu", C),
        },
    ),
    (
        "Bà Vũ Thị Lan - Kế toán trưởng, kiêm Trưởng phòng Kỹ thuật của Công ty Hải Âu - cho biết.",
        {
            ("Vũ Thị Lan", "kế toán trưởng", "Công ty Hải Âu", C),
            ("Vũ Thị Lan", "trưởng phòng", "Phòng Kỹ thuật Công ty Hải Âu", C),
        },
    ),
    (
        "Vụ án xảy ra tại Tổng công ty Hải Âu đã khởi tố ông Lê Văn An (tổng giám đốc). Sau đó có thêm bà Vũ Thị Lan (phó tổng giám đốc).",
        {
            ("Lê Văn An", "tổng giám đốc", "Tổng công ty Hải Âu", C),
            ("Vũ Thị Lan", "phó tổng giám đốc", "Tổng công ty Hải Âu", C),
        },
    ),
    (
        "Vụ việc xảy ra tại Công ty Hải Âu và Công ty Sơn Ca. Bà Vũ Thị Lan (phó tổng giám đốc) cho biết.",
        set(),
    ),
    (
        "Phó tổng giám đốc Vũ Thị Lan (trước là Giám đốc Công ty Hải Âu) đã nhận quyết định.",
        {("Vũ Thị Lan", "giám đốc", "Công ty Hải Âu", F)},
    ),
    # a name that begins with a word that may stand inside one, after a brand or a place
    (
        "Chủ tịch Vinafood Hoàng Quốc An nói.",
        {("Hoàng Quốc An", "chủ tịch", "Vinafood", C)},
    ),
    (
        "Giám đốc CDC Hải Dương Phạm Quốc An nói.",
        {("Phạm Quốc An", "giám đốc", "Trung tâm Kiểm soát bệnh tật Hải Dương", C)},
    ),
    # names with short words
    (
        "Chủ tịch HĐTV EVN Lê Văn An nói.",
        {("Lê Văn An", "chủ tịch", "Hội đồng thành viên Tập đoàn Điện lực Việt Nam", C)},
    ),
    (
        "Cục trưởng Cục Hàng không VN Lê Văn An nói.",
        {("Lê Văn An", "cục trưởng", "Cục Hàng không Việt Nam", C)},
    ),
    (
        "Tổng giám đốc Công ty VN Pharma Lê Văn An nói.",
        {("Lê Văn An", "tổng giám đốc", "Công ty VN Pharma", C)},
    ),
    (
        "Chủ nhiệm UB Các vấn đề xã hội Vũ Thị Lan, Phó chủ nhiệm UB Tài chính, Ngân sách của QH Lê Văn An dự họp.",
        {
            ("Vũ Thị Lan", "chủ nhiệm", "Ủy ban Về các vấn đề xã hội của Quốc hội", C),
            ("Lê Văn An", "phó chủ nhiệm", "Ủy ban Tài chính - Ngân sách của Quốc hội", C),
        },
    ),
    (
        "Phó giám đốc NHNN CN tỉnh Nam Định Lê Văn An nói.",
        {("Lê Văn An", "phó giám đốc", "Ngân hàng Nhà nước Chi nhánh tỉnh Nam Định", C)},
    ),
    (
        "Luật sư Lê Văn An, Trưởng văn phòng luật sư Sơn Ca, nói.",
        {("Lê Văn An", "trưởng văn phòng", "Văn phòng luật sư Sơn Ca", C)},
    ),
    (
        "Ông Lê Văn An, Vụ trưởng Vụ Các tổ chức quốc tế, Bộ Ngoại giao, nói.",
        {("Lê Văn An", "vụ trưởng", "Vụ Các tổ chức quốc tế Bộ Ngoại giao", C)},
    ),
    (
        "Kỷ luật ông Lê Văn An, nguyên Bí thư Đảng ủy, Chủ nhiệm Văn phòng Chính phủ.",
        {
            ("Lê Văn An", "bí thư", "Đảng ủy Văn phòng Chính phủ", F),
            ("Lê Văn An", "chủ nhiệm", "Văn phòng Chính phủ", F),
        },
    ),
    # what was only laid before those who decide
    (
        "Ông Lê Văn An, Thứ trưởng Bộ Y tế, được trình để phê chuẩn bổ nhiệm làm Bộ trưởng Bộ Y tế.",
        {("Lê Văn An", "thứ trưởng", "Bộ Y tế", C)},
    ),
    # those appointed beside the one whom the verb names
    (
        "HĐND huyện Hải Hậu bầu ông Lê Văn An giữ chức Chủ tịch HĐND huyện; bà Vũ Thị Lan - Phó Chủ tịch HĐND huyện.",
        {
            ("Lê Văn An", "chủ tịch", "Hội đồng nhân dân huyện Hải Hậu", A),
            ("Vũ Thị Lan", "phó chủ tịch", "Hội đồng nhân dân huyện Hải Hậu", A),
        },
    ),
    (
        "Ông Lê Văn An được chỉ định làm Bí thư Đảng ủy xã Hải Đông; bà Vũ Thị Lan, Phó Bí thư Thường trực Đảng ủy xã.",
        {
            ("Lê Văn An", "bí thư", "Đảng ủy xã Hải Đông", A),
            ("Vũ Thị Lan", "phó bí thư thường trực", "Đảng ủy xã Hải Đông", A),
        },
    ),
    (
        "Ông Lê Văn An được bầu làm Bí thư Đảng ủy xã Hải Đông; bà Vũ Thị Lan, Phó Bí thư Đảng ủy xã, chúc mừng.",
        {
            ("Lê Văn An", "bí thư", "Đảng ủy xã Hải Đông", A),
            ("Vũ Thị Lan", "phó bí thư", "Đảng ủy xã Hải Đông", C),
        },
    ),
    # the bodies of a commune have no party committee but hers; an office of a province has its own
    (
        "Đồng chí Lê Văn An, Ủy viên BTV Đảng ủy, Chủ tịch Ủy ban MTTQ Việt Nam xã Hải Đông dự.",
        {
            ("Lê Văn An", "ủy viên", "Ban Thường vụ Đảng ủy xã Hải Đông", C),
            ("Lê Văn An", "chủ tịch", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Hải Đông", C),
        },
    ),
    (
        "Trung tá Lê Văn An, Đảng ủy viên, Trưởng Công an phường Hải Châu báo cáo.",
        {
            ("Lê Văn An", "ủy viên", "Đảng ủy phường Hải Châu", C),
            ("Lê Văn An", "trưởng công an", "Công an phường Hải Châu", C),
        },
    ),
    (
        "Bà Vũ Thị Lan - ĐUV, Giám đốc Trung tâm Phục vụ hành chính công phường Hải Châu trả lời.",
        {
            ("Vũ Thị Lan", "ủy viên", "Đảng ủy phường Hải Châu", C),
            ("Vũ Thị Lan", "giám đốc", "Trung tâm Phục vụ hành chính công phường Hải Châu", C),
        },
    ),
    (
        "Ông Lê Văn An, Bí thư Chi bộ, Trưởng Trạm Y tế xã Hải Đông cho biết.",
        {
            ("Lê Văn An", "bí thư", "Chi bộ Trạm Y tế xã Hải Đông", C),
            ("Lê Văn An", "trưởng trạm", "Trạm Y tế xã Hải Đông", C),
        },
    ),
    (
        "Ông Lê Văn An, Phó Bí thư Đảng ủy, Phó Giám đốc Công an tỉnh Nam Định dự.",
        {
            ("Lê Văn An", "phó bí thư", "Đảng ủy Công an tỉnh Nam Định", C),
            ("Lê Văn An", "phó giám đốc", "Công an tỉnh Nam Định", C),
        },
    ),
    # a term's number ends a sentence
    (
        "Ông Lê Văn An được bầu làm Chủ tịch HĐND xã Hải Đông khóa XX. Bà Vũ Thị Lan là Phó Chủ tịch HĐND xã Hải Đông.",
        {
            ("Lê Văn An", "chủ tịch", "Hội đồng nhân dân xã Hải Đông", A),
            ("Vũ Thị Lan", "phó chủ tịch", "Hội đồng nhân dân xã Hải Đông", C),
        },
    ),
    # a commune whose name makes another word with its type
    (
        "Chủ tịch UBND xã Hội Thịnh Lê Văn An nói về phát triển kinh tế - xã hội.",
        {("Lê Văn An", "chủ tịch", "Ủy ban nhân dân xã Hội Thịnh", C)},
    ),
    # the units around an office's own, between it and the name
    (
        "Theo Chủ tịch UBND xã Hải Đông, huyện Hải Hậu, tỉnh Nam Định Lê Văn An, việc đã xong.",
        {("Lê Văn An", "chủ tịch", "Ủy ban nhân dân xã Hải Đông", C)},
    ),
    # titles in capitals
    (
        "ĐỒNG CHÍ NGUYỄN VĂN AN GIỮ CHỨC BÍ THƯ HUYỆN ỦY HẢI HẬU",
        {("Nguyễn Văn An", "bí thư", "Huyện ủy Hải Hậu", C)},
    ),
    (
        "CHỦ TỊCH UBND HUYỆN HẢI HẬU LÊ VĂN AN CHÚC TẾT CÁC ĐƠN VỊ. Chiều nay, ông Lê Văn An đã chúc Tết.",
        {("Lê Văn An", "chủ tịch", "Ủy ban nhân dân huyện Hải Hậu", C)},
    ),
    ("CHỦ TỊCH UBND HUYỆN HẢI HẬU LÊ VĂN AN CHÚC TẾT", set()),
    # short forms of offices
    (
        "Ông Lê Văn An, Giám đốc TTYT huyện Hải Hậu, và bà Vũ Thị Lan, Chi cục trưởng Chi cục THADS huyện, dự.",
        {
            ("Lê Văn An", "giám đốc", "Trung tâm Y tế huyện Hải Hậu", C),
            ("Vũ Thị Lan", "chi cục trưởng", "Chi cục Thi hành án dân sự huyện Hải Hậu", C),
        },
    ),
    # one short form of two commands
    (
        "Thượng tá Lê Văn An, Chỉ huy trưởng BCH Quân sự huyện Hải Hậu, dự.",
        {("Lê Văn An", "chỉ huy trưởng", "Ban Chỉ huy Quân sự huyện Hải Hậu", C)},
    ),
    # those who are members of a committee, each with the post after the name
    (
        "Dự lễ có các đồng chí là Ủy viên Ban Thường vụ Huyện ủy Hải Hậu: Lê Văn An, Chủ tịch UBND huyện; Vũ Thị Lan.",
        {
            ("Lê Văn An", "ủy viên", "Ban Thường vụ Huyện ủy Hải Hậu", C),
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân huyện Hải Hậu", C),
            ("Vũ Thị Lan", "ủy viên", "Ban Thường vụ Huyện ủy Hải Hậu", C),
        },
    ),
    # a committee told name by name
    (
        "Đại hội bầu 2 đồng chí vào Ban Thường vụ Đảng ủy xã Hải Lạng gồm: bà Vũ Thị Lan, ông Lê Văn An.",
        {
            ("Vũ Thị Lan", "ủy viên", "Ban Thường vụ Đảng ủy xã Hải Lạng", A),
            ("Lê Văn An", "ủy viên", "Ban Thường vụ Đảng ủy xã Hải Lạng", A),
        },
    ),
    (
        "Bí thư Huyện ủy chúc mừng. Ban Thường vụ Huyện ủy Hải Hậu khóa XXII, nhiệm kỳ 2020 - 2025 gồm các đồng chí: Lê Văn An, Vũ "
        "Thị Lan.",
        {
            ("Lê Văn An", "ủy viên", "Ban Thường vụ Huyện ủy Hải Hậu", C),
            ("Vũ Thị Lan", "ủy viên", "Ban Thường vụ Huyện ủy Hải Hậu", C),
        },
    ),
    (
        "Bà Vũ Thị Lan, Ủy viên Ban Thường vụ Đảng ủy Chính phủ; ông Lê Văn An, Bí thư Đảng ủy, Chánh án Tòa án nhân dân tối cao.",
        {
            ("Vũ Thị Lan", "ủy viên", "Ban Thường vụ Đảng ủy Chính phủ", C),
            ("Lê Văn An", "bí thư", "Đảng ủy Tòa án nhân dân tối cao", C),
            ("Lê Văn An", "chánh án", "Tòa án nhân dân tối cao", C),
        },
    ),
    (
        "Trung ương đã bầu bà Vũ Thị Lan, Bí thư Tỉnh ủy Phú Thọ, vào Bộ Chính trị.",
        {("Vũ Thị Lan", "bí thư", "Tỉnh ủy Phú Thọ", C), ("Vũ Thị Lan", "ủy viên", "Bộ Chính trị", A)},
    ),
    # a minister by rank, who leads no ministry
    (
        "Dự có ông Lê Văn An, Bộ trưởng Bộ Tư pháp; ông Đỗ Đình Bảo, Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc.",
        {("Lê Văn An", "bộ trưởng", "Bộ Tư pháp", C), ("Đỗ Đình Bảo", "chủ nhiệm", "Ủy ban Dân tộc", C)},
    ),
    # leaders of other countries' provinces
    (
        "Đồng chí Lưu Ninh, Bí thư Khu ủy Quảng Tây, và đồng chí Vương Ninh, Bí thư Tỉnh ủy Vân Nam (Trung Quốc), tiếp đồng chí "
        "Lê Văn An, Bí thư Tỉnh ủy Cao Bằng.",
        {("Lê Văn An", "bí thư", "Tỉnh ủy Cao Bằng", C)},
    ),
    # a shorter name is the same person's
    (
        "Bà Đặng Thị Mỹ Lan, Phó Bí thư Tỉnh ủy Phú Thọ, dự. Theo bà Mỹ Lan, sở sẽ trả lời. Vi phạm xảy ra trong thời bà Lan "
        "làm Giám đốc Sở Công Thương.",
        {
            ("Đặng Thị Mỹ Lan", "phó bí thư", "Tỉnh ủy Phú Thọ", C),
            ("Đặng Thị Mỹ Lan", "giám đốc", "Sở Công Thương tỉnh Phú Thọ", F),
        },
    ),
    # one office, told once for its head and deputies
    (
        "UBND huyện Tiên Yên họp. UBND tỉnh Phú Thọ có 2 Phó Chủ tịch gồm các ông: Lê An; Vũ Nam.",
        {
            ("Lê An", "phó chủ tịch", "Ủy ban nhân dân tỉnh Phú Thọ", C),
            ("Vũ Nam", "phó chủ tịch", "Ủy ban nhân dân tỉnh Phú Thọ", C),
        },
    ),
    (
        "UBND huyện Tiên Yên họp. Dự có Chủ tịch UBND tỉnh Phú Thọ Lê Văn An và 2 phó chủ tịch là ông Đỗ Bảo và ông Vũ Nam.",
        {
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân tỉnh Phú Thọ", C),
            ("Đỗ Bảo", "phó chủ tịch", "Ủy ban nhân dân tỉnh Phú Thọ", C),
            ("Vũ Nam", "phó chủ tịch", "Ủy ban nhân dân tỉnh Phú Thọ", C),
        },
    ),
    (
        "Tỉnh ủy Phú Thọ kỷ luật ông Lê An - chủ tịch và ông Vũ Nam - phó chủ tịch UBND huyện Hạ Hòa.",
        {
            ("Lê An", "chủ tịch", "Ủy ban nhân dân huyện Hạ Hòa", C),
            ("Vũ Nam", "phó chủ tịch", "Ủy ban nhân dân huyện Hạ Hòa", C),
        },
    ),
    (
        "HĐND tỉnh Phú Thọ họp. Phó Bí thư thường trực Vũ Thị Lan làm việc với Huyện ủy Hạ Hòa, Huyện ủy Tân Sơn.",
        set(),
    ),
    # a term that ends its sentence takes nothing from the next one
    (
        "Ngày 26/10/2020, Tỉnh ủy bầu ông Lê Văn An giữ chức Bí thư Tỉnh ủy Phú Thọ khóa XVII. Tháng 7/2000 - 11/2001, ông "
        "An giữ chức Phó Bí thư Tỉnh đoàn Phú Thọ.",
        {("Lê Văn An", "bí thư", "Tỉnh ủy Phú Thọ", A), ("Lê Văn An", "phó bí thư", "Tỉnh đoàn Phú Thọ", F)},
    ),
    # what one was before another post, told before or after it
    (
        "Ông Lê Văn An giữ chức Chủ tịch UBND tỉnh Phú Thọ từ năm 2020, trước đó ông là Phó Chủ tịch thường trực UBND tỉnh "
        "Phú Thọ.",
        {
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân tỉnh Phú Thọ", C),
            ("Lê Văn An", "phó chủ tịch thường trực", "Ủy ban nhân dân tỉnh Phú Thọ", F),
        },
    ),
    (
        "Huyện ủy Hải Hậu quyết định cách hết các chức vụ trong Đảng đối với các đồng chí: Lê An, Phó Bí thư Đảng ủy xã "
        "Hải Lạng; Vũ Nam, Phó Bí thư Đảng ủy xã Hải Ninh.",
        {
            ("Lê An", "phó bí thư", "Đảng ủy xã Hải Lạng", E),
            ("Vũ Nam", "phó bí thư", "Đảng ủy xã Hải Ninh", E),
        },
    ),
    (
        "Ông Lê An, ủy viên TƯ các khóa XI, XII, từng là Giám đốc Sở Thương mại và Du lịch tỉnh Phú Thọ.",
        {
            ("Lê An", "ủy viên", "Ban Chấp hành Trung ương Đảng", C),
            ("Lê An", "giám đốc", "Sở Thương mại và Du lịch tỉnh Phú Thọ", F),
        },
    ),
    (
        "Thủ tướng phê chuẩn kết quả bầu Phó Chủ tịch UBND tỉnh Phú Thọ đối với: ông Lê Văn An, bà Vũ Thị Lan.",
        {
            ("Lê Văn An", "phó chủ tịch", "Ủy ban nhân dân tỉnh Phú Thọ", A),
            ("Vũ Thị Lan", "phó chủ tịch", "Ủy ban nhân dân tỉnh Phú Thọ", A),
        },
    ),
    (
        "Thủ tướng phê chuẩn miễn nhiệm Ủy viên UBND tỉnh Phú Thọ để nhận nhiệm vụ mới đối với ông Lê Văn An, nguyên "
        "Giám đốc Sở Y tế.",
        {
            ("Lê Văn An", "ủy viên", "Ủy ban nhân dân tỉnh Phú Thọ", E),
            ("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Phú Thọ", F),
        },
    ),
    # villages by their number
    (
        "Ông Lê Văn An, Bí thư Chi bộ, Trưởng ấp 3, xã Tân Thạnh, nói.",
        {("Lê Văn An", "bí thư", "Chi bộ Ấp 3 xã Tân Thạnh", C), ("Lê Văn An", "trưởng ấp", "Ấp 3 xã Tân Thạnh", C)},
    ),
    (
        "Bà Vũ Thị Lan, Trưởng Ban Công tác Mặt trận thôn 3, nói.",
        {("Vũ Thị Lan", "trưởng ban", "Ban Công tác Mặt trận thôn 3", C)},
    ),
    (
        "Hội nghị bầu ông Lê An là Bí thư, ông Đỗ Bảo và ông Vũ Nam là Phó Bí thư Đảng ủy xã Hải Lạng.",
        {
            ("Lê An", "bí thư", "Đảng ủy xã Hải Lạng", A),
            ("Đỗ Bảo", "phó bí thư", "Đảng ủy xã Hải Lạng", A),
            ("Vũ Nam", "phó bí thư", "Đảng ủy xã Hải Lạng", A),
        },
    ),
    # a name of the highlands of several words
    (
        "Bà H’Lan Niê, Phó Chủ tịch UBND tỉnh Đắk Lắk, dự lễ.",
        {("H’Lan Niê", "phó chủ tịch", "Ủy ban nhân dân tỉnh Đắk Lắk", C)},
    ),
    # several elected to one post, told after it
    (
        "HĐND tỉnh Phú Thọ bầu 3 phó chủ tịch UBND tỉnh, gồm các ông Lê An, Đỗ Bảo, và Vũ Nam.",
        {
            ("Lê An", "phó chủ tịch", "Ủy ban nhân dân tỉnh Phú Thọ", A),
            ("Đỗ Bảo", "phó chủ tịch", "Ủy ban nhân dân tỉnh Phú Thọ", A),
            ("Vũ Nam", "phó chủ tịch", "Ủy ban nhân dân tỉnh Phú Thọ", A),
        },
    ),
    (
        "HĐND huyện Tiên Yên bầu bổ sung 2 Ủy viên UBND huyện đối với các ông: Lê Văn An, Chánh Thanh tra huyện; "
        "Đỗ Đình Bảo, Trưởng phòng Nội vụ.",
        {
            ("Lê Văn An", "ủy viên", "Ủy ban nhân dân huyện Tiên Yên", A),
            ("Lê Văn An", "chánh thanh tra", "Thanh tra huyện Tiên Yên", C),
            ("Đỗ Đình Bảo", "ủy viên", "Ủy ban nhân dân huyện Tiên Yên", A),
            ("Đỗ Đình Bảo", "trưởng phòng", "Phòng Nội vụ huyện Tiên Yên", C),
        },
    ),
    (
        "Đại hội bầu đồng chí Lê An làm Bí thư, đồng chí Đỗ Bảo và đồng chí Vũ Nam làm Phó Bí thư Đảng ủy xã Hải Lạng.",
        {
            ("Lê An", "bí thư", "Đảng ủy xã Hải Lạng", A),
            ("Đỗ Bảo", "phó bí thư", "Đảng ủy xã Hải Lạng", A),
            ("Vũ Nam", "phó bí thư", "Đảng ủy xã Hải Lạng", A),
        },
    ),
    # each post with its own person
    (
        "HĐND tỉnh Phú Thọ miễn nhiệm chức danh Chủ tịch UBND tỉnh đối với ông Lê An và Phó Chủ tịch UBND tỉnh đối "
        "với ông Đỗ Bảo.",
        {
            ("Lê An", "chủ tịch", "Ủy ban nhân dân tỉnh Phú Thọ", E),
            ("Đỗ Bảo", "phó chủ tịch", "Ủy ban nhân dân tỉnh Phú Thọ", E),
        },
    ),
    (
        "HĐND tỉnh Phú Thọ bầu Chủ tịch UBND tỉnh đối với ông Lê An, Phó Chủ tịch UBND tỉnh đối với ông Đỗ Bảo.",
        {
            ("Lê An", "chủ tịch", "Ủy ban nhân dân tỉnh Phú Thọ", A),
            ("Đỗ Bảo", "phó chủ tịch", "Ủy ban nhân dân tỉnh Phú Thọ", A),
        },
    ),
    # a verb of dismissal right before the title
    (
        "Cách chức Bí thư Đảng ủy xã Hải Lạng ông Đỗ Đình Bảo.",
        {("Đỗ Đình Bảo", "bí thư", "Đảng ủy xã Hải Lạng", E)},
    ),
    (
        "Cách chức phó bí thư Đảng ủy, chủ tịch UBND xã Hải Lạng, ông Đỗ Đình Bảo.",
        {
            ("Đỗ Đình Bảo", "phó bí thư", "Đảng ủy xã Hải Lạng", E),
            ("Đỗ Đình Bảo", "chủ tịch", "Ủy ban nhân dân xã Hải Lạng", E),
        },
    ),
    (
        "Mất chức Bí thư Huyện ủy Tiên Yên, ông Đỗ Đình Bảo nói gì?",
        {("Đỗ Đình Bảo", "bí thư", "Huyện ủy Tiên Yên", E)},
    ),
    (
        "Đề nghị cách chức Bí thư Đảng ủy xã Hải Lạng ông Đỗ Đình Bảo.",
        {("Đỗ Đình Bảo", "bí thư", "Đảng ủy xã Hải Lạng", C)},
    ),
    # a title in apposition: done by the one named, or at the end
    (
        "Ông Lê Văn An trả lời tại cuộc họp do Chủ tịch UBND huyện Tiên Yên, bà Vũ Thị Lan chủ trì.",
        {("Vũ Thị Lan", "chủ tịch", "Ủy ban nhân dân huyện Tiên Yên", C)},
    ),
    (
        "Dự lễ có Bí thư Huyện ủy Tiên Yên, đồng chí Lê Văn An và Chủ tịch UBND huyện, bà Vũ Thị Lan.",
        {
            ("Lê Văn An", "bí thư", "Huyện ủy Tiên Yên", C),
            ("Vũ Thị Lan", "chủ tịch", "Ủy ban nhân dân huyện Tiên Yên", C),
        },
    ),
    # posts after a degree, an honour, where one comes from
    (
        "Ông Lê Văn An là Thạc sĩ quản trị kinh doanh, Bí thư Huyện ủy Tiên Yên.",
        {("Lê Văn An", "bí thư", "Huyện ủy Tiên Yên", C)},
    ),
    (
        "Ông Lê Văn An là lái xe của Văn phòng, Bí thư Huyện ủy Tiên Yên cho biết.",
        set(),
    ),
    (
        "Ông Lê Văn An - Nhà giáo ưu tú, nguyên Giám đốc Sở Y tế tỉnh Phú Thọ, dự lễ.",
        {("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Phú Thọ", F)},
    ),
    (
        "Trung tướng Lê Văn An sinh năm 1964, quê ở Hải Hậu, Nam Định; là Ủy viên Trung ương Đảng khóa XI, XII; đại biểu "
        "Quốc hội.",
        {
            ("Lê Văn An", "ủy viên", "Ban Chấp hành Trung ương Đảng", C),
            ("Lê Văn An", "đại biểu", "Quốc hội", C),
        },
    ),
    (
        "Tòa xét xử các ông Lê Văn An và Đỗ Đình Bảo - hai cựu thứ trưởng Bộ Công an.",
        {("Lê Văn An", "thứ trưởng", "Bộ Công an", F), ("Đỗ Đình Bảo", "thứ trưởng", "Bộ Công an", F)},
    ),
    # a city that is not named again
    (
        "Thành ủy Uông Bí họp. Bí thư Thành ủy TP Vũ Hải Nam chủ trì.",
        {("Vũ Hải Nam", "bí thư", "Thành ủy Uông Bí", C)},
    ),
    # the post after the name
    ("Đồng chí Lê Văn An, Bí thư Tỉnh ủy Phú Thọ, chủ trì.", {("Lê Văn An", "bí thư", "Tỉnh ủy Phú Thọ", C)}),
    (
        "Ông Đỗ Đình Bảo - chủ tịch UBND huyện Tiên Yên - trả lời.",
        {("Đỗ Đình Bảo", "chủ tịch", "Ủy ban nhân dân huyện Tiên Yên", C)},
    ),
    (
        "Bà Đặng Thị Lan (Phó Giám đốc Sở Y tế tỉnh Nam Định) có mặt.",
        {("Đặng Thị Lan", "phó giám đốc", "Sở Y tế tỉnh Nam Định", C)},
    ),
    (
        "Ông Trần Mạnh Hà (54 tuổi, Bí thư Huyện uỷ Hải Hậu) nói.",
        {("Trần Mạnh Hà", "bí thư", "Huyện ủy Hải Hậu", C)},
    ),
    (
        "Ông Vũ Hải Nam là Giám đốc Công an tỉnh Hà Nam.",
        {("Vũ Hải Nam", "giám đốc", "Công an tỉnh Hà Nam", C)},
    ),
    (
        "Trung tướng Ngô Hữu Phước, Tư lệnh Quân khu 9, có mặt.",
        {("Ngô Hữu Phước", "tư lệnh", "Quân khu 9", C)},
    ),
    (
        "Ông Đặng Thế Kỳ, Tổng Giám đốc Đài Tiếng nói Việt Nam, dự.",
        {("Đặng Thế Kỳ", "tổng giám đốc", "Đài Tiếng nói Việt Nam", C)},
    ),
    (
        "Ông Lưu Chí Thanh, Tổng Biên tập Nhà xuất bản Giáo dục chịu trách nhiệm.",
        {("Lưu Chí Thanh", "tổng biên tập", "Nhà xuất bản Giáo dục", C)},
    ),
    (
        "Ngân hàng Thương mại cổ phần Đầu tư và Phát triển Việt Nam (BIDV) họp. Ông Trần Quốc Hùng, nguyên Bí thư "
        "Đảng uỷ BIDV, và ông Lê Đức Lang, Phó Tổng giám đốc BIDV, có mặt.",
        {
            (
                "Trần Quốc Hùng",
                "bí thư",
                "Đảng ủy Ngân hàng Thương mại cổ phần Đầu tư và Phát triển Việt Nam",
                F,
            ),
            (
                "Lê Đức Lang",
                "phó tổng giám đốc",
                "Ngân hàng Thương mại cổ phần Đầu tư và Phát triển Việt Nam",
                C,
            ),
        },
    ),
    (
        "Ông Trần Quang Vũ, Chủ tịch Hội Luật gia tỉnh Hội nghị, là người Yên Bái.",
        {("Trần Quang Vũ", "chủ tịch", "Hội Luật gia tỉnh Yên Bái", C)},
    ),
    (
        "Tập đoàn Dầu khí Việt Nam (PVN) họp. Ông Trần Quốc Hùng, Tổng giám đốc Tập đoàn Dầu khí Việt Nam PVN, dự.",
        {("Trần Quốc Hùng", "tổng giám đốc", "Tập đoàn Dầu khí Việt Nam", C)},
    ),
    # the post before the name
    ("Bí thư Thành ủy Chí Linh Hoàng Văn Sỹ kết luận.", {("Hoàng Văn Sỹ", "bí thư", "Thành ủy Chí Linh", C)}),
    (
        "Chủ tịch UBND thành phố Uông Bí Phạm Minh Tú cho biết.",
        {("Phạm Minh Tú", "chủ tịch", "Ủy ban nhân dân thành phố Uông Bí", C)},
    ),
    ("Bộ trưởng Tài chính Ngô Thế Hưng phát biểu.", {("Ngô Thế Hưng", "bộ trưởng", "Bộ Tài chính", C)}),
    ("Thứ trưởng Bộ GD&ĐT Lý Thu Hằng dự.", {("Lý Thu Hằng", "thứ trưởng", "Bộ Giáo dục và Đào tạo", C)}),
    ("Bí thư Sóc Trăng Mai Văn Toàn trao quà.", {("Mai Văn Toàn", "bí thư", "Tỉnh ủy Sóc Trăng", C)}),
    (
        "Trưởng ban Tuyên giáo Trung ương Đinh Công Trứ trình bày.",
        {("Đinh Công Trứ", "trưởng ban", "Ban Tuyên giáo Trung ương", C)},
    ),
    (
        "Tổng Bí thư Lại Quang Minh thăm tỉnh.",
        {("Lại Quang Minh", "tổng bí thư", "Ban Chấp hành Trung ương Đảng", C)},
    ),
    # several posts of one person
    (
        "Đồng chí Bùi Đức Long, Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Thành ủy, Chủ tịch HĐND thành phố Chí Linh, chủ trì.",
        {
            ("Bùi Đức Long", "ủy viên", "Ban Thường vụ Tỉnh ủy Hải Dương", C),
            ("Bùi Đức Long", "bí thư", "Thành ủy Chí Linh", C),
            ("Bùi Đức Long", "chủ tịch", "Hội đồng nhân dân thành phố Chí Linh", C),
        },
    ),
    (
        "Ủy viên BTV Tỉnh ủy, Giám đốc Công an tỉnh Thái Bình Tạ Văn Đông dự hội nghị.",
        {
            ("Tạ Văn Đông", "ủy viên", "Ban Thường vụ Tỉnh ủy Thái Bình", C),
            ("Tạ Văn Đông", "giám đốc", "Công an tỉnh Thái Bình", C),
        },
    ),
    (
        "Ông Hồ Sỹ Quân, Bí thư Đảng ủy, Giám đốc Sở Xây dựng tỉnh Nghệ An, báo cáo.",
        {
            ("Hồ Sỹ Quân", "bí thư", "Đảng ủy Sở Xây dựng tỉnh Nghệ An", C),
            ("Hồ Sỹ Quân", "giám đốc", "Sở Xây dựng tỉnh Nghệ An", C),
        },
    ),
    (
        "Ông Cao Xuân Kỳ - Tỉnh ủy viên, Bí thư kiêm Chủ tịch UBND huyện Tiên Yên.",
        {
            ("Cao Xuân Kỳ", "ủy viên", "Tỉnh ủy Quảng Ninh", C),
            ("Cao Xuân Kỳ", "bí thư", "Huyện ủy Tiên Yên", C),
            ("Cao Xuân Kỳ", "chủ tịch", "Ủy ban nhân dân huyện Tiên Yên", C),
        },
    ),
    (
        "Bà Tô Thị Mai, nguyên Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh Bắc Ninh, tới dự.",
        {
            ("Tô Thị Mai", "phó bí thư thường trực", "Tỉnh ủy Bắc Ninh", F),
            ("Tô Thị Mai", "chủ tịch", "Hội đồng nhân dân tỉnh Bắc Ninh", F),
        },
    ),
    # lists and shared posts
    (
        "Các đồng chí: Lê Văn An, Bí thư Tỉnh ủy; Hà Thị Bích, Chủ tịch HĐND tỉnh; Ngô Đức Cảnh, Giám đốc Sở Nội vụ tỉnh Phú Yên dự.",
        {
            ("Lê Văn An", "bí thư", "Tỉnh ủy Phú Yên", C),
            ("Hà Thị Bích", "chủ tịch", "Hội đồng nhân dân tỉnh Phú Yên", C),
            ("Ngô Đức Cảnh", "giám đốc", "Sở Nội vụ tỉnh Phú Yên", C),
        },
    ),
    (
        "Các Phó Chủ tịch UBND tỉnh Long An: Trần Văn Bé, Lê Thị Sáu và Võ Minh Tám có mặt.",
        {
            (n, "phó chủ tịch", "Ủy ban nhân dân tỉnh Long An", C)
            for n in ("Trần Văn Bé", "Lê Thị Sáu", "Võ Minh Tám")
        },
    ),
    (
        "Hai ông Trần Văn Bé, Lê Minh Sáu - phó chủ tịch UBND tỉnh Long An - ký biên bản.",
        {(n, "phó chủ tịch", "Ủy ban nhân dân tỉnh Long An", C) for n in ("Trần Văn Bé", "Lê Minh Sáu")},
    ),
    # what happened to a post
    (
        "HĐND tỉnh Lào Cai đã bầu ông Giàng A Páo giữ chức Phó Chủ tịch UBND tỉnh Lào Cai.",
        {("Giàng A Páo", "phó chủ tịch", "Ủy ban nhân dân tỉnh Lào Cai", A)},
    ),
    (
        "Ông Nông Văn Dền được Bộ Chính trị phân công giữ chức Bí thư Tỉnh ủy Cao Bằng.",
        {("Nông Văn Dền", "bí thư", "Tỉnh ủy Cao Bằng", A)},
    ),
    (
        "Bà Lò Thị Mai trúng cử Chủ tịch HĐND huyện Mai Sơn.",
        {("Lò Thị Mai", "chủ tịch", "Hội đồng nhân dân huyện Mai Sơn", A)},
    ),
    (
        "Ông Lê Văn Út bị cách chức Giám đốc Sở Công Thương tỉnh Cà Mau.",
        {("Lê Văn Út", "giám đốc", "Sở Công Thương tỉnh Cà Mau", E)},
    ),
    (
        "HĐND tỉnh miễn nhiệm chức vụ Chủ tịch UBND tỉnh Hà Nam đối với ông Vũ Đức Trí.",
        {("Vũ Đức Trí", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", E)},
    ),
    (
        "Ông Phan Bá Vinh thôi giữ chức Bí thư Huyện ủy Đô Lương để nghỉ hưu.",
        {("Phan Bá Vinh", "bí thư", "Huyện ủy Đô Lương", E)},
    ),
    (
        "Ông Hứa Văn Khoa từng là Chủ tịch UBND tỉnh Bến Tre.",
        {("Hứa Văn Khoa", "chủ tịch", "Ủy ban nhân dân tỉnh Bến Tre", F)},
    ),
    (
        "Cựu Giám đốc Sở Tài chính tỉnh Quảng Trị Trương Công Lý khai.",
        {("Trương Công Lý", "giám đốc", "Sở Tài chính tỉnh Quảng Trị", F)},
    ),
    (
        "Ông Đoàn Văn Sáng, Bí thư Huyện ủy Gia Viễn, được điều động giữ chức Trưởng Ban Dân vận Tỉnh ủy Ninh Bình.",
        {
            ("Đoàn Văn Sáng", "bí thư", "Huyện ủy Gia Viễn", E),
            ("Đoàn Văn Sáng", "trưởng ban", "Ban Dân vận Tỉnh ủy Ninh Bình", A),
        },
    ),
    (
        "Bà Võ Thị Ánh được bầu làm Chủ tịch HĐND tỉnh Vĩnh Long thay ông Lâm Văn Tư.",
        {
            ("Võ Thị Ánh", "chủ tịch", "Hội đồng nhân dân tỉnh Vĩnh Long", A),
            ("Lâm Văn Tư", "chủ tịch", "Hội đồng nhân dân tỉnh Vĩnh Long", E),
        },
    ),
    (
        "Ông Kiều Văn Nghĩa được giao quyền Chủ tịch UBND tỉnh Sơn La.",
        {("Kiều Văn Nghĩa", "quyền chủ tịch", "Ủy ban nhân dân tỉnh Sơn La", A)},
    ),
    # spellings
    (
        "Đ/c Ngô Văn Hoà, UVBTV, Bí thư Quận uỷ Ba Đình.",
        {
            ("Ngô Văn Hòa", "ủy viên", "Ban Thường vụ Quận ủy Ba Đình", C),
            ("Ngô Văn Hòa", "bí thư", "Quận ủy Ba Đình", C),
        },
    ),
    (
        "Chủ tịch UBND TX.Tân Uyên Lương Văn Tịnh nói.",
        {("Lương Văn Tịnh", "chủ tịch", "Ủy ban nhân dân thị xã Tân Uyên", C)},
    ),
    (
        "Bí thư Thành uỷ TP.HCM Trịnh Hữu Phước nói.",
        {("Trịnh Hữu Phước", "bí thư", "Thành ủy thành phố Hồ Chí Minh", C)},
    ),
    (
        "Phó Chánh Văn phòng T.Ư Đảng Kim Văn Sơn nói.",
        {("Kim Văn Sơn", "phó chánh văn phòng", "Văn phòng Trung ương Đảng", C)},
    ),
    (
        "Ông Ðinh Văn Ðạt, Chủ tịch UBND xã Bạch Đằng, nói.",
        {("Đinh Văn Đạt", "chủ tịch", "Ủy ban nhân dân xã Bạch Đằng", C)},
    ),
    # a country is no part of a name, and a name of one syllable is no country
    (
        "Bà Lê Thị Thái Lan, Chủ tịch UBND huyện Mỹ Đức, tiếp đoàn.",
        {("Lê Thị Thái Lan", "chủ tịch", "Ủy ban nhân dân huyện Mỹ Đức", C)},
    ),
    (
        "Bí thư Huyện ủy Đức Thọ Nguyễn Anh Đức tiếp đoàn Nhật Bản.",
        {("Nguyễn Anh Đức", "bí thư", "Huyện ủy Đức Thọ", C)},
    ),
    (
        "Ông Nguyễn Văn Bình, Chủ tịch Hội hữu nghị Việt Nam - Hàn Quốc, tiếp đoàn.",
        {("Nguyễn Văn Bình", "chủ tịch", "Hội hữu nghị Việt Nam - Hàn Quốc", C)},
    ),
    (
        "Tổng Bí thư Hồ Văn Bình hội đàm với Tổng Bí thư, Chủ tịch Trung Quốc Lý Văn Hòa.",
        {("Hồ Văn Bình", "tổng bí thư", "Ban Chấp hành Trung ương Đảng", C)},
    ),
    # names that begin with one syllable and go on in lower case
    (
        "Ông Nguyễn Văn Tùng - phó tổng biên tập Vườn quốc gia Pù Mát - nói.",
        {("Nguyễn Văn Tùng", "phó tổng biên tập", "Vườn quốc gia Pù Mát", C)},
    ),
    (
        "Ông Lê Văn An - chính ủy Vùng 3 Hải quân - nói.",
        {("Lê Văn An", "chính ủy", "Vùng 3 Hải quân", C)},
    ),
    (
        "Ông Lê Văn An, Phó giám đốc Cảng hàng không quốc tế Nội Bài, cho biết.",
        {("Lê Văn An", "phó giám đốc", "Cảng hàng không quốc tế Nội Bài", C)},
    ),
    (
        "Ông Lê Văn An, Hạt trưởng Hạt kiểm lâm huyện Tri Tôn, cho biết.",
        {("Lê Văn An", "hạt trưởng", "Hạt kiểm lâm huyện Tri Tôn", C)},
    ),
    # time
    (
        "Ông Lê Văn An từng nhiều năm là Giám đốc Sở Y tế tỉnh Nam Định.",
        {("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Nam Định", F)},
    ),
    (
        "Ngày 1/2/2019, ông Lê Văn An (sinh năm 1958) được bầu giữ chức Chủ tịch UBND tỉnh Nam Định.",
        {("Lê Văn An", "chủ tịch", "Ủy ban nhân dân tỉnh Nam Định", A)},
    ),
    (
        "Ngày 1/2/2019, ông Lê Văn An, Ủy viên Ban Chấp hành Trung ương Đảng khóa XI, tới dự.",
        {("Lê Văn An", "ủy viên", "Ban Chấp hành Trung ương Đảng", F)},
    ),
    (
        "Ngày 1/2/2019, ông Lê Văn An, Ủy viên Ban Chấp hành Trung ương Đảng khóa XII, tới dự.",
        {("Lê Văn An", "ủy viên", "Ban Chấp hành Trung ương Đảng", C)},
    ),
    # a plural ends before the next title
    (
        "Các đại biểu Quốc hội, Bộ trưởng Bộ Công an Lê Văn An tới dự.",
        {("Lê Văn An", "bộ trưởng", "Bộ Công an", C)},
    ),
    # who leads an agency of an office, and has a post in the office
    (
        "Đại tá Lê Văn An, Phó Giám đốc, Thủ trưởng Cơ quan CSĐT Công an tỉnh Hà Nam, nói.",
        {
            ("Lê Văn An", "phó giám đốc", "Công an tỉnh Hà Nam", "current"),
            ("Lê Văn An", "thủ trưởng", "Cơ quan Cảnh sát điều tra Công an tỉnh Hà Nam", "current"),
        },
    ),
    # a post, then the name between commas
    (
        "Có mặt từ sớm, Chủ tịch UBND tỉnh Hà Nam, ông Lê Văn An, chúc mừng người dân.",
        {("Lê Văn An", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", "current")},
    ),
    # two posts of one command
    (
        "Thượng tá Lê Văn An, Phó Chỉ huy trưởng, Tham mưu trưởng Bộ CHQS tỉnh Hà Nam, nói.",
        {
            ("Lê Văn An", "phó chỉ huy trưởng", "Bộ Chỉ huy Quân sự tỉnh Hà Nam", "current"),
            ("Lê Văn An", "tham mưu trưởng", "Bộ Chỉ huy Quân sự tỉnh Hà Nam", "current"),
        },
    ),
    # who is greeted has no name: nobody named before was elected
    (
        "Ông Lê Văn An, Bí thư Tỉnh ủy Hà Nam tặng hoa các đồng chí được bầu bổ sung Ủy viên UBND tỉnh.",
        {("Lê Văn An", "bí thư", "Tỉnh ủy Hà Nam", "current")},
    ),
    # a number of people, told name by name
    (
        "HĐND tỉnh Hà Nam bầu bổ sung Ủy viên UBND tỉnh đối với 2 đại biểu, gồm các ông Lê Văn An - "
        "Giám đốc Sở Nội vụ, Vũ Văn Bình - Giám đốc Sở Tư pháp.",
        {
            ("Lê Văn An", "ủy viên", "Ủy ban nhân dân tỉnh Hà Nam", "appointed"),
            ("Lê Văn An", "giám đốc", "Sở Nội vụ tỉnh Hà Nam", "current"),
            ("Vũ Văn Bình", "ủy viên", "Ủy ban nhân dân tỉnh Hà Nam", "appointed"),
            ("Vũ Văn Bình", "giám đốc", "Sở Tư pháp tỉnh Hà Nam", "current"),
        },
    ),
    # a career whose first post is none of ours
    (
        "Bà Lê Thị An từng làm nhân viên Kho bạc tỉnh Hà Nam, Phó Giám đốc Sở Nội vụ tỉnh Hà Nam.",
        {("Lê Thị An", "phó giám đốc", "Sở Nội vụ tỉnh Hà Nam", "former")},
    ),
    # one post was taken, the other one is held anyway
    (
        "Ông Lê Văn An được bầu làm Chủ tịch UBND tỉnh Hà Nam và là Phó Bí thư Tỉnh ủy Hà Nam.",
        {
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", "appointed"),
            ("Lê Văn An", "phó bí thư", "Tỉnh ủy Hà Nam", "current"),
        },
    ),
    # where a post is, told before it
    (
        "Ông Lê Văn An thôi việc ở Sở Nội vụ tỉnh Hà Nam, được điều động về Huyện ủy Lý Nhân với chức vụ Chánh Văn phòng. "
        "Tỉnh ủy điều động ông Vũ Văn Bình về công tác tại Sở Tư pháp tỉnh Hà Nam với chức vụ Phó Giám đốc.",
        {
            ("Lê Văn An", "chánh văn phòng", "Văn phòng Huyện ủy Lý Nhân", "appointed"),
            ("Vũ Văn Bình", "phó giám đốc", "Sở Tư pháp tỉnh Hà Nam", "appointed"),
        },
    ),
    # what a deputy sees to is no part of the title, whom one stands in for is
    (
        "Ông Lê Văn An, Phó Tổng Giám đốc phụ trách Kinh doanh Tổng Công ty Xây dựng Hà Nam, và ông Vũ Văn "
        "Bình, Phó Giám đốc phụ trách Sở Y tế tỉnh Hà Nam, tới dự.",
        {
            ("Lê Văn An", "phó tổng giám đốc", "Tổng Công ty Xây dựng Hà Nam", "current"),
            ("Vũ Văn Bình", "phó giám đốc phụ trách", "Sở Y tế tỉnh Hà Nam", "current"),
        },
    ),
    # the inspectors of an office's committee, told by the post beside
    (
        "Ông Lê Văn An, Chủ nhiệm Ủy ban Kiểm tra Đảng ủy, Phó Giám đốc Sở Y tế tỉnh Hà Nam, tới dự.",
        {
            ("Lê Văn An", "chủ nhiệm", "Ủy ban Kiểm tra Đảng ủy Sở Y tế tỉnh Hà Nam", "current"),
            ("Lê Văn An", "phó giám đốc", "Sở Y tế tỉnh Hà Nam", "current"),
        },
    ),
    # both seats are on the committee where the post is
    (
        "Tỉnh ủy Hà Nam điều động ông Lê Văn An, Phó Bí thư Đảng ủy xã Vũ Bản, đến xã Bình An, chỉ định "
        "tham gia Ban Chấp hành, Ban Thường vụ và giữ chức Phó Bí thư Đảng ủy xã Bình An.",
        {
            ("Lê Văn An", "phó bí thư", "Đảng ủy xã Vũ Bản", "ended"),
            ("Lê Văn An", "ủy viên", "Đảng ủy xã Bình An", "appointed"),
            ("Lê Văn An", "ủy viên", "Ban Thường vụ Đảng ủy xã Bình An", "appointed"),
            ("Lê Văn An", "phó bí thư", "Đảng ủy xã Bình An", "appointed"),
        },
    ),
    # whom somebody's quoted words are about is another one
    (
        'Về ông Vũ Văn Bình, bà Lê Thị An, Chủ tịch HĐND tỉnh Hà Nam lý giải: "Đồng chí ấy vẫn đi vì đúng '
        'chức năng là đại biểu HĐND tỉnh Hà Nam".',
        {("Lê Thị An", "chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam", "current")},
    ),
    # the office that is handed over is not that of who looks on
    (
        "Dự lễ bàn giao nhiệm vụ Tư lệnh Quân khu 3, Ủy viên Bộ Chính trị, Bí thư Tỉnh ủy Hà Nam Lê Văn An "
        "chúc mừng.",
        {
            ("Lê Văn An", "ủy viên", "Bộ Chính trị", "current"),
            ("Lê Văn An", "bí thư", "Tỉnh ủy Hà Nam", "current"),
        },
    ),
    # a form of address before the first of a list holds for all
    (
        "Ban Kinh tế Trung ương có các phó ban gồm: ông Lê Văn An, Vũ Văn Bình, Hồ Văn Cường.",
        {
            (name, "phó trưởng ban", "Ban Kinh tế Trung ương", "current")
            for name in ("Lê Văn An", "Vũ Văn Bình", "Hồ Văn Cường")
        },
    ),
    # one holds what the other one held, told at the last alone
    (
        "Hai ông Lê Văn An, Tổng Giám đốc và Vũ Văn Bình, nguyên Tổng Giám đốc Vinaxe bị kiểm điểm.",
        {
            ("Lê Văn An", "tổng giám đốc", "Vinaxe", "current"),
            ("Vũ Văn Bình", "tổng giám đốc", "Vinaxe", "former"),
        },
    ),
    # all posts in the party were taken away, of two terms; none of the state
    (
        "Huyện ủy Lý Nhân quyết định cách tất cả chức vụ trong đảng nhiệm kỳ 2010-2015 và nhiệm kỳ 2015-2020 "
        "đối với ông Lê Văn An - Bí thư Đảng ủy, Chủ tịch UBND xã Bình An.",
        {
            ("Lê Văn An", "bí thư", "Đảng ủy xã Bình An", "ended"),
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân xã Bình An", "current"),
        },
    ),
    # a career told after what it went through, and what was before an office
    (
        "Ông Lê Văn An kinh qua nhiều vị trí ở cơ sở như Giám đốc Sở Nội vụ tỉnh Hà Nam; Bí thư Huyện ủy Lý "
        "Nhân. Trước khi được phê chuẩn làm người đứng đầu ngành, ông An đang làm Phó Trưởng Ban Kinh tế "
        "Trung ương và đi từ địa phương lên.",
        {
            ("Lê Văn An", "giám đốc", "Sở Nội vụ tỉnh Hà Nam", "former"),
            ("Lê Văn An", "bí thư", "Huyện ủy Lý Nhân", "former"),
            ("Lê Văn An", "phó trưởng ban", "Ban Kinh tế Trung ương", "former"),
        },
    ),
    # the minister whom a letter goes to is not his deputy, who is named
    (
        "Nơi nhận: Bộ trưởng Bộ Y tế (để báo cáo), Thứ trưởng Lê Văn An (để báo cáo).",
        {("Lê Văn An", "thứ trưởng", "Bộ Y tế", "current")},
    ),
    # a former post, and what one is now
    (
        "Ông Lê Văn An (nguyên Bí thư Tỉnh ủy Hà Nam, hiện là Phó Trưởng Ban Kinh tế Trung ương) tới dự.",
        {
            ("Lê Văn An", "bí thư", "Tỉnh ủy Hà Nam", "former"),
            ("Lê Văn An", "phó trưởng ban", "Ban Kinh tế Trung ương", "current"),
        },
    ),
    # a board told without its committee again is the one known, not of the committee named last
    (
        "Ông Lê Văn An, Trưởng Ban Nội chính, được bầu làm Phó Bí thư Tỉnh ủy Hà Nam. Ông An từng giữ chức Phó "
        "Bí thư Huyện ủy Lý Nhân. Tháng 7/2013, ông An được bầu giữ chức vụ Trưởng Ban Nội chính.",
        {
            ("Lê Văn An", "trưởng ban", "Ban Nội chính Tỉnh ủy Hà Nam", "current"),
            ("Lê Văn An", "phó bí thư", "Tỉnh ủy Hà Nam", "appointed"),
            ("Lê Văn An", "phó bí thư", "Huyện ủy Lý Nhân", "former"),
        },
    ),
    # what is told of a person in long brackets, and a post left that the same sentence tells in full
    (
        "Ông Lê Văn An (53 tuổi, quê quán xã Bình An, huyện Lý Nhân, tỉnh Hà Nam), Trưởng Ban Tuyên giáo Tỉnh "
        "ủy Hà Nam, thôi giữ chức Trưởng Ban Tuyên giáo đến nhận nhiệm vụ Bí thư Huyện ủy Lý Nhân.",
        {
            ("Lê Văn An", "trưởng ban", "Ban Tuyên giáo Tỉnh ủy Hà Nam", "ended"),
            ("Lê Văn An", "bí thư", "Huyện ủy Lý Nhân", "appointed"),
        },
    ),
    # as many as were counted: what happened to the last of the list happened to all
    (
        "Trung ương thống nhất để 2 ông: Lê Văn An - Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy Hà Nam; Vũ Văn Bình - "
        "Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy Thái Bình thôi tham gia Ban Chấp hành Trung ương Đảng.",
        {
            ("Lê Văn An", "ủy viên", "Ban Chấp hành Trung ương Đảng", "ended"),
            ("Lê Văn An", "bí thư", "Tỉnh ủy Hà Nam", "current"),
            ("Vũ Văn Bình", "ủy viên", "Ban Chấp hành Trung ương Đảng", "ended"),
            ("Vũ Văn Bình", "bí thư", "Tỉnh ủy Thái Bình", "current"),
        },
    ),
    # a secretary of a place that its kind alone tells
    (
        "Tại buổi làm việc với Quận ủy Thủ Đức, Bí thư quận Lê Văn An kiến nghị sớm triển khai.",
        {("Lê Văn An", "bí thư", "Quận ủy Thủ Đức", "current")},
    ),
    # as many posts in brackets as names before them: one each
    (
        "Các ông Lê Văn An, Vũ Văn Bình (Chủ tịch, Phó Chủ tịch UBND tỉnh Hà Nam) tới dự.",
        {
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", "current"),
            ("Vũ Văn Bình", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", "current"),
        },
    ),
    # seats left and seats taken in one sentence are on two committees
    (
        "Bộ Chính trị quyết định ông Lê Văn An, Bí thư Tỉnh ủy Hà Nam, thôi tham gia Ban Chấp hành, Ban Thường vụ và "
        "thôi giữ chức Bí thư Tỉnh ủy Hà Nam; chỉ định tham gia Ban Thường vụ Đảng ủy Công an Trung ương.",
        {
            ("Lê Văn An", "bí thư", "Tỉnh ủy Hà Nam", "ended"),
            ("Lê Văn An", "ủy viên", "Tỉnh ủy Hà Nam", "ended"),
            ("Lê Văn An", "ủy viên", "Ban Thường vụ Tỉnh ủy Hà Nam", "ended"),
            ("Lê Văn An", "ủy viên", "Ban Thường vụ Đảng ủy Công an Trung ương", "appointed"),
        },
    ),
    # who is told by a former title and the name is the one whom it is done to
    (
        "Thủ tướng Lê Văn Ban kỷ luật nguyên Thứ trưởng Bộ Nội vụ, thượng tướng Trần Văn Cúc.",
        {("Lê Văn Ban", "thủ tướng", "Chính phủ", C), ("Trần Văn Cúc", "thứ trưởng", "Bộ Nội vụ", F)},
    ),
    # years in brackets behind a name of a list
    (
        "Công an khởi tố hai cựu Chủ tịch UBND TP Đà Nẵng là ông Lê Văn Ban (60 tuổi) và ông Trần Văn Cúc (2011-2014).",
        {
            ("Lê Văn Ban", "chủ tịch", "Ủy ban nhân dân thành phố Đà Nẵng", F),
            ("Trần Văn Cúc", "chủ tịch", "Ủy ban nhân dân thành phố Đà Nẵng", F),
        },
    ),
    # a word for the rank of people whose titles follow
    (
        "Bà Lê Thị Ban (Trưởng phòng Tổ chức, Trường Cao đẳng Bến Tre). Các phó phòng gồm: ông Trần Văn Cúc (Phó giám đốc "
        "Sở Y tế tỉnh Bến Tre); bà Vũ Thị Dung (Phó giám đốc Sở Tư pháp tỉnh Bến Tre).",
        {
            ("Lê Thị Ban", "trưởng phòng", "Phòng Tổ chức Trường Cao đẳng Bến Tre", C),
            ("Trần Văn Cúc", "phó giám đốc", "Sở Y tế tỉnh Bến Tre", C),
            ("Vũ Thị Dung", "phó giám đốc", "Sở Tư pháp tỉnh Bến Tre", C),
        },
    ),
    # the ministry in brackets behind an agency, and the office that a post beside a title names
    (
        "Ông Lê Văn Ban, Phó tổng cục trưởng Tổng cục Kho vận (Bộ Công an), phát biểu.",
        {("Lê Văn Ban", "phó tổng cục trưởng", "Tổng cục Kho vận Bộ Công an", C)},
    ),
    (
        "Ông Lê Văn Ban, nguyên tổng cục trưởng, Bí thư Đảng ủy Tổng cục Kho vận, vắng mặt.",
        {
            ("Lê Văn Ban", "tổng cục trưởng", "Tổng cục Kho vận", F),
            ("Lê Văn Ban", "bí thư", "Đảng ủy Tổng cục Kho vận", F),
        },
    ),
    # a firm's branch behind a short name
    (
        "Ngân hàng TMCP Sông Lam Việt Nam (SLBank – Mã: SLB) họp. Ông Lê Văn Ban, giám đốc SLBank chi nhánh Hòa Cường, và "
        "bà Vũ Thị Dung, Phó Tổng Giám đốc SLbank, có mặt.",
        {
            ("Lê Văn Ban", "giám đốc", "Chi nhánh Hòa Cường Ngân hàng Thương mại Cổ phần Sông Lam Việt Nam", C),
            ("Vũ Thị Dung", "phó tổng giám đốc", "Ngân hàng Thương mại Cổ phần Sông Lam Việt Nam", C),
        },
    ),
    # a group's short name is its own, not that of a firm whose name ends with it
    (
        "Ông Lê Văn Ban (Tổng giám đốc Vinalines) và ông Trần Văn Cúc (Giám đốc Công ty TNHH Đóng tàu Vinalines) vắng mặt.",
        {
            ("Lê Văn Ban", "tổng giám đốc", "Tổng công ty Hàng hải Việt Nam", C),
            ("Trần Văn Cúc", "giám đốc", "Công ty trách nhiệm hữu hạn Đóng tàu Vinalines", C),
        },
    ),
    (
        "Tập đoàn Điện lực Việt Nam (EVN) họp. Ông Lê Văn Ban, Tổng giám đốc EVN, phát biểu.",
        {("Lê Văn Ban", "tổng giám đốc", "Tập đoàn Điện lực Việt Nam", C)},
    ),
    # the ministry with which a clause begins
    (
        "Với việc bà Hà Thị Mai nghỉ hưu, Bộ Tài chính còn 2 thứ trưởng gồm: Lê Văn Ban, Trần Văn Cúc. Bộ Công Thương có Bộ trưởng là ông Vũ Văn Dũng.",
        {
            ("Lê Văn Ban", "thứ trưởng", "Bộ Tài chính", C),
            ("Trần Văn Cúc", "thứ trưởng", "Bộ Tài chính", C),
            ("Vũ Văn Dũng", "bộ trưởng", "Bộ Công Thương", C),
        },
    ),
    (
        "UBND TP Đà Nẵng họp. Lãnh đạo của HĐND TP Đà Nẵng gồm: Chủ tịch Lê Văn Ban, Phó chủ tịch Trần Văn Cúc.",
        {
            ("Lê Văn Ban", "chủ tịch", "Hội đồng nhân dân thành phố Đà Nẵng", C),
            ("Trần Văn Cúc", "phó chủ tịch", "Hội đồng nhân dân thành phố Đà Nẵng", C),
        },
    ),
    # a name of two words behind the nation's
    (
        "Chủ tịch HĐTV Tập đoàn Phát triển nhà và đô thị Việt Nam Lê Ban và Tổng giám đốc Tổng công ty Hàng không Việt Nam "
        "Trần Cúc có mặt.",
        {
            ("Lê Ban", "chủ tịch", "Hội đồng thành viên Tập đoàn Phát triển nhà và đô thị Việt Nam", C),
            ("Trần Cúc", "tổng giám đốc", "Tổng công ty Hàng không Việt Nam", C),
        },
    ),
    # the rank of who leads another body, told alone
    (
        "Bộ Tài chính họp. Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Lê Văn Ban phát biểu. Bộ trưởng Lê Văn Ban yêu cầu làm rõ.",
        {("Lê Văn Ban", "chủ nhiệm", "Văn phòng Chính phủ", C)},
    ),
    # what prepares a congress bears its name
    (
        "Ông Lê Văn Ban, Trưởng Tiểu ban Nhân sự Đại hội Đảng bộ tỉnh Hà Nam, phát biểu.",
        {("Lê Văn Ban", "trưởng tiểu ban", "Tiểu ban Nhân sự Đại hội Tỉnh ủy Hà Nam", C)},
    ),
    # the board of a festival is no party's
    (
        "Ban Tổ chức Lễ hội Hoa tre họp báo. Ông Lê Văn Ban, Phó Chủ tịch UBND tỉnh Hà Nam, Trưởng Ban Tổ chức, phát biểu.",
        {
            ("Lê Văn Ban", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C),
            ("Lê Văn Ban", "trưởng ban", "Ban Tổ chức Lễ hội Hoa tre", C),
        },
    ),
    (
        "Ban Tổ chức Lễ hội Hoa tre họp báo. Ông Lê Văn Ban, Trưởng Ban Tổ chức Tỉnh ủy Hà Nam, phát biểu.",
        {("Lê Văn Ban", "trưởng ban", "Ban Tổ chức Tỉnh ủy Hà Nam", C)},
    ),
    # a section with the province's office behind a comma; those of districts have none above them
    (
        "Ông Lê Văn Ban, Trưởng phòng Nội vụ, Ban Tổ chức Tỉnh ủy Phú Yên, phát biểu.",
        {("Lê Văn Ban", "trưởng phòng", "Phòng Nội vụ Ban Tổ chức Tỉnh ủy Phú Yên", C)},
    ),
    (
        "Ông Lê Văn Ban, Trưởng phòng Nội vụ, Ban Chỉ đạo huyện Tuy An, phát biểu.",
        {("Lê Văn Ban", "trưởng phòng", "Phòng Nội vụ huyện Tuy An", C)},
    ),
    # an age and a home between a name and its posts in brackets or behind a dash
    (
        "Công an bắt giữ: Lê Văn Ban (SN 1968), trú tại phường Quang Trung, TP Nam Định (nguyên Chủ tịch UBND huyện Vụ Bản); "
        "Trần Thị Hoa (45 tuổi), trú tại thị trấn Gôi, huyện Vụ Bản - Trưởng phòng Nội vụ huyện Vụ Bản.",
        {
            ("Lê Văn Ban", "chủ tịch", "Ủy ban nhân dân huyện Vụ Bản", F),
            ("Trần Thị Hoa", "trưởng phòng", "Phòng Nội vụ huyện Vụ Bản", C),
        },
    ),
    # the district behind a commune parts no titles
    (
        "Ông Lê Văn Ban (Chủ tịch UBND xã Hải Hà, huyện Hải Hậu, nguyên Bí thư Đảng ủy xã Hải Lộc, huyện Hải Hậu) có mặt.",
        {
            ("Lê Văn Ban", "chủ tịch", "Ủy ban nhân dân xã Hải Hà", C),
            ("Lê Văn Ban", "bí thư", "Đảng ủy xã Hải Lộc", F),
        },
    ),
    # another post in brackets behind the first
    (
        "Ông Lê Văn Ban, Giám đốc Sở Tài chính tỉnh Hà Nam (Phó Chủ tịch Hội Khuyến học tỉnh Hà Nam) đứng thứ ba.",
        {
            ("Lê Văn Ban", "giám đốc", "Sở Tài chính tỉnh Hà Nam", C),
            ("Lê Văn Ban", "phó chủ tịch", "Hội Khuyến học tỉnh Hà Nam", C),
        },
    ),
    # those who work for a commune, and the deputy of a village
    (
        "Ông Lê Văn Ban - cán bộ địa chính xã Hải Hà, và bà Trần Thị Hoa (nguyên công chức tư pháp - hộ tịch xã Hải Lộc) có mặt.",
        {
            ("Lê Văn Ban", "cán bộ địa chính", "Ủy ban nhân dân xã Hải Hà", C),
            ("Trần Thị Hoa", "công chức tư pháp - hộ tịch", "Ủy ban nhân dân xã Hải Lộc", F),
        },
    ),
    ("Ông Lê Văn Ban, nguyên Phó thôn Đông Hòa, nói.", {("Lê Văn Ban", "phó trưởng thôn", "Thôn Đông Hòa", F)}),
    # who won a vote on an office that the sentence before names
    (
        "HĐND tỉnh Hà Nam bầu bổ sung hai Phó Chủ tịch UBND tỉnh. Kết quả, ông Lê Văn Ban, Giám đốc Sở Y tế và bà Trần Thị Hoa, "
        "Bí thư Huyện ủy Kim Bảng đã trúng cử.",
        {
            ("Lê Văn Ban", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", A),
            ("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Hà Nam", C),
            ("Trần Thị Hoa", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", A),
            ("Trần Thị Hoa", "bí thư", "Huyện ủy Kim Bảng", C),
        },
    ),
    (
        "HĐND tỉnh Hà Nam bầu Chủ tịch UBND tỉnh. Ông Lê Văn Ban, Phó Bí thư Tỉnh ủy, không trúng cử.",
        {("Lê Văn Ban", "phó bí thư", "Tỉnh ủy Hà Nam", C)},
    ),
    # boards of a council, their two fields tied by a dash without blanks
    (
        "Bà Trần Thị Hoa, Trưởng Ban Kinh tế-Ngân sách HĐND tỉnh Hà Nam, nói.",
        {("Trần Thị Hoa", "trưởng ban", "Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh Hà Nam", C)},
    ),
    # a list that a word for `and` ends, each with a title in brackets, the first not addressed anew
    (
        "HĐND tỉnh Hà Nam bầu bổ sung 2 Ủy viên UBND tỉnh đối với các ông: Lê Văn Ban (Giám đốc Sở Y tế) và ông Trần Văn Kha (Giám đốc "
        "Sở Nội vụ).",
        {
            ("Lê Văn Ban", "ủy viên", "Ủy ban nhân dân tỉnh Hà Nam", A),
            ("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Hà Nam", C),
            ("Trần Văn Kha", "ủy viên", "Ủy ban nhân dân tỉnh Hà Nam", A),
            ("Trần Văn Kha", "giám đốc", "Sở Nội vụ tỉnh Hà Nam", C),
        },
    ),
    # a specialist works where he was sent to; the standing deputy of the inspectorate
    (
        "Ông Lê Văn Ban bị điều động về công tác tại Sở Y tế tỉnh Hà Nam làm chuyên viên.",
        {("Lê Văn Ban", "chuyên viên", "Sở Y tế tỉnh Hà Nam", A)},
    ),
    (
        "Thủ tướng bổ nhiệm ông Lê Văn Ban giữ chức Phó Tổng Thanh tra Thường trực Thanh tra Chính phủ.",
        {("Lê Văn Ban", "phó tổng thanh tra thường trực", "Thanh tra Chính phủ", A)},
    ),
    # who asks for something behind a title and a comma, where a clause stands before it
    (
        "Góp ý tại buổi họp, Bí thư Huyện ủy Kim Bảng, ông Lê Văn Ban đề nghị sớm sửa con đường.",
        {("Lê Văn Ban", "bí thư", "Huyện ủy Kim Bảng", C)},
    ),
    # a sentence in years behind a name that follows a body's own words; sums behind the titles of a list
    (
        "Tòa phạt cựu Cục trưởng Cục Quản lý thuốc Lê Văn Ban 3 năm tù.",
        {("Lê Văn Ban", "cục trưởng", "Cục Quản lý thuốc", "former")},
    ),
    (
        "Bà Trần Thị Hoa, Giám đốc Bệnh viện Nhi đồng 2, nhận giải.",
        {("Trần Thị Hoa", "giám đốc", "Bệnh viện Nhi đồng 2", C)},
    ),
    (
        "Tiền được đưa cho cựu Giám đốc Sở Y tế Hà Nam Lê Văn Ban (300 triệu đồng), cựu Giám đốc Sở Tài chính (90 triệu đồng).",
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Hà Nam", "former")},
    ),
    # a section that only a number names
    (
        "Ông Lê Văn Ban, Phó Trưởng phòng 4, Công an tỉnh Hà Nam, nói.",
        {("Lê Văn Ban", "phó trưởng phòng", "Phòng 4 Công an tỉnh Hà Nam", C)},
    ),
    # a post of some years that somebody lost; in the capacity and with the duty of
    (
        "Ban Bí thư cách chức Bí thư Tỉnh ủy Hà Nam trong thời gian 2011 - 2016 đối với ông Lê Văn Ban.",
        {("Lê Văn Ban", "bí thư", "Tỉnh ủy Hà Nam", "ended")},
    ),
    (
        "Với vai trò, trách nhiệm là Giám đốc Sở Y tế tỉnh Hà Nam, ông Lê Văn Ban đã ký hợp đồng.",
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Hà Nam", C)},
    ),
    (
        "Ông Lê Văn Ban được bổ nhiệm làm Đại sứ Việt Nam tại Liên hiệp Vương quốc Anh và Bắc Ireland.",
        {("Lê Văn Ban", "đại sứ", "Đại sứ quán Việt Nam tại Liên hiệp Vương quốc Anh và Bắc Ireland", A)},
    ),
    # decisions that regard one after the other, each with titles behind the name
    (
        "Thủ tướng phê chuẩn kết quả bầu chức vụ Chủ tịch UBND tỉnh Hà Nam đối với bà Trần Thị Hoa, Phó Bí thư Tỉnh ủy và chức vụ "
        "Phó Chủ tịch UBND tỉnh Hà Nam đối với ông Lê Văn Ban, Giám đốc Sở Y tế.",
        {
            ("Trần Thị Hoa", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", A),
            ("Trần Thị Hoa", "phó bí thư", "Tỉnh ủy Hà Nam", C),
            ("Lê Văn Ban", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", A),
            ("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Hà Nam", C),
        },
    ),
    # a civil servant or teacher without another title, but no group of such people
    (
        "Ông Lê Văn Ban - nguyên cán bộ Sở Nội vụ tỉnh Hà Nam - được giao rẫy.",
        {("Lê Văn Ban", "cán bộ", "Sở Nội vụ tỉnh Hà Nam", "former")},
    ),
    (
        "Bà Trần Thị Hoa từng là giảng viên Trường Chính trị tỉnh Hà Nam, Phó Giám đốc Sở Nội vụ tỉnh Hà Nam.",
        {
            ("Trần Thị Hoa", "giảng viên", "Trường Chính trị tỉnh Hà Nam", "former"),
            ("Trần Thị Hoa", "phó giám đốc", "Sở Nội vụ tỉnh Hà Nam", "former"),
        },
    ),
    # nor in a body's own name, or of a standing committee
    (
        "Ông Lê Văn Ban, Phó Vụ trưởng Vụ Đào tạo bồi dưỡng cán bộ Ban Tổ chức Trung ương, dự.",
        {("Lê Văn Ban", "phó vụ trưởng", "Vụ Đào tạo bồi dưỡng cán bộ Ban Tổ chức Trung ương", C)},
    ),
    (
        "Ông Lê Văn Ban là cán bộ Ban Thường vụ Tỉnh ủy Hà Nam quản lý.",
        set(),
    ),
    (
        "Ông Lê Văn Ban, Phó Giám đốc Sở Nội vụ tỉnh Hà Nam, khen cán bộ Sở Y tế và cán bộ, đảng viên huyện Kim Bảng.",
        {("Lê Văn Ban", "phó giám đốc", "Sở Nội vụ tỉnh Hà Nam", C)},
    ),
]

ABROAD = [
    ("Thủ tướng Anh Theresa May phát biểu.", "Thủ tướng Anh"),
    ("Bộ trưởng Quốc phòng Mỹ James Mattis tới thăm.", "Bộ trưởng Quốc phòng Mỹ"),
    ("Bộ trưởng Ngoại giao Hàn Quốc Kang Kyung Wha nói.", "Bộ trưởng Ngoại giao Hàn Quốc"),
    ("Bộ trưởng Tài chính Nam Phi Malusi Gigaba nói.", "Bộ trưởng Tài chính Nam Phi"),
    ("Chủ tịch Quốc hội Trung Quốc Lý Văn Hòa tới thăm.", "Chủ tịch Quốc hội Trung Quốc"),
    ("Ông Lý Văn Hòa, Thứ trưởng Bộ Tư pháp Thổ Nhĩ Kỳ, nói.", "Thứ trưởng Bộ Tư pháp Thổ Nhĩ Kỳ"),
    ("Tổng thống Thổ Nhĩ Kỳ Recep Tayyip Erdogan nói.", "Tổng thống Thổ Nhĩ Kỳ"),
    ("Ông Lý Văn Hòa, Bộ trưởng Bộ Công an Lào, nói.", "Bộ trưởng Bộ Công an Lào"),
]

UNSAID = [
    "Bí thư Tỉnh ủy Phú Thọ yêu cầu các ngành vào cuộc.",
    "Ông Lê Văn An gặp Chủ tịch UBND huyện.",
    "Ông Hà Văn Bình được giới thiệu để bầu giữ chức Chủ tịch UBND tỉnh Hà Nam.",
    "Sinh thời, Chủ tịch Hồ Chí Minh nhiều lần về thăm.",
    "Hiệu trưởng Trường THPT Đinh Tiên Hoàng cho biết điều đó.",
    "Đoàn xe đi qua đường Trần Phú, gần trụ sở UBND tỉnh.",
    "Ông Lê Văn An cho biết HĐND chỉ bầu một Chủ tịch UBND tỉnh Hà Nam.",
    "Ban Bí thư và ông Lê Văn An làm việc.",
    "Kiện toàn chức danh Bí thư Đảng ủy các xã.",
    # half a word is no name of an organisation
    "Ông Lê Văn An, phó tổng biên tập Nhà, nói.",
    # an ocean is no person
    "Cựu tư lệnh Trung tâm Tình báo Hỗn hợp Thái Bình Dương nói.",
    # offices of other countries
    *(text for text, _ in ABROAD),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_position_is_read(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(text) == expected


@pytest.mark.parametrize("text", UNSAID)
def test_nothing_ties_a_person_to_a_post(text: str) -> None:
    assert posts(text) == set()


@pytest.mark.parametrize(("text", "office"), ABROAD)
def test_an_office_of_another_country_is_counted_as_unread(text: str, office: str) -> None:
    unread = [u.evidence.quote for u in facts(text).unread if u.pattern == "office of another country"]
    assert unread == [office]


def test_who_holds_an_office_of_another_country_holds_none_of_this_one() -> None:
    found = posts("Thủ tướng Lào Lý Văn Hòa tới thăm.", "Thủ tướng Lý Văn Hòa cảm ơn.")
    assert found == set()


def test_a_short_name_means_the_person_of_the_article() -> None:
    found = posts("Ông Lê Văn Hưng phát biểu.", "Ông Hưng được bầu làm Chủ tịch UBND huyện Sóc Sơn.")
    assert found == {("Lê Văn Hưng", "chủ tịch", "Ủy ban nhân dân huyện Sóc Sơn", A)}


def test_a_pronoun_means_the_person_spoken_of() -> None:
    found = posts("Ông Lê Văn Hưng phát biểu.", "Trước đó, ông từng giữ chức Bí thư Huyện ủy Sóc Sơn.")
    assert found == {("Lê Văn Hưng", "bí thư", "Huyện ủy Sóc Sơn", F)}


def test_the_head_of_the_school_is_that_of_the_only_one() -> None:
    said = "Thầy Lê Văn An, Hiệu trưởng nhà trường, phát biểu."
    assert posts("Trường THPT Nam Cao khai giảng.", said) == {
        ("Lê Văn An", "hiệu trưởng", "Trường trung học phổ thông Nam Cao", C)
    }
    assert posts("Trường THPT Nam Cao và Trường THCS Hải Đông khai giảng.", said) == set()


def test_one_row_however_often_a_post_is_repeated() -> None:
    found = posts(
        "Bí thư Huyện ủy Sóc Sơn Lê Văn Hưng khai mạc.", "Ông Lê Văn Hưng, Bí thư Huyện ủy Sóc Sơn, kết luận."
    )
    assert len(found) == 1


def test_a_career_is_past_unless_the_article_says_that_the_post_is_held() -> None:
    found = posts(
        "Ngày 3/4/2020, ông Lê Văn Hưng, Chủ tịch UBND huyện Sóc Sơn, nhận quyết định.",
        "Năm 2008, ông được bổ nhiệm làm Trưởng phòng Nội vụ huyện Sóc Sơn.",
        "Năm 2016, ông được bầu làm Chủ tịch UBND huyện Sóc Sơn.",
    )
    assert found == {
        ("Lê Văn Hưng", "chủ tịch", "Ủy ban nhân dân huyện Sóc Sơn", C),
        ("Lê Văn Hưng", "trưởng phòng", "Phòng Nội vụ huyện Sóc Sơn", F),
    }


def test_evidence_from_a_caption_is_marked() -> None:
    found = pipeline.facts(
        captioned("Hội nghị diễn ra sáng nay.", "Đồng chí Lê Văn An, Bí thư Tỉnh ủy Phú Thọ, phát biểu.")
    )
    assert [p.evidence.caption for p in found.positions] == [True]


def test_every_quote_is_the_text_at_its_offsets() -> None:
    for text, _ in SAID:
        made = facts(text)
        for claim in made.claims():
            span = claim.evidence
            assert made.text.content[span.start : span.end] == span.quote
