"""People told closely, as dailies do: with age, home and degree, in lists of a whole board, in full titles."""

from __future__ import annotations

import pytest

from tests.reading import facts, posts

C, A, E, F = "current", "appointed", "ended", "former"
DEPUTY = ("phó chủ tịch", "Ủy ban nhân dân thành phố Đà Nẵng")
INSPECTOR = ("ủy viên", "Ủy ban Kiểm tra Trung ương")
COUNCIL = ("phó chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam")

SAID = [
    # degrees and their fields between a name and a post are nobody else's
    (
        "Ông Lê Văn An (47 tuổi, thạc sĩ xây dựng, kỹ sư cầu đường), Chủ tịch UBND huyện Bình Lục được bổ nhiệm làm Phó giám đốc Sở Tài chính tỉnh Hà Nam.",
        {
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân huyện Bình Lục", E),
            ("Lê Văn An", "phó giám đốc", "Sở Tài chính tỉnh Hà Nam", A),
        },
    ),
    (
        "Bà Vũ Thị Lan (45 tuổi, quê Nam Định), cử nhân Anh văn, tiến sĩ quản trị kinh doanh, Phó Bí thư Tỉnh ủy Hà Nam, được bầu giữ chức Chủ tịch HĐND tỉnh Hà Nam.",
        {
            ("Vũ Thị Lan", "phó bí thư", "Tỉnh ủy Hà Nam", C),
            ("Vũ Thị Lan", "chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam", A),
        },
    ),
    (
        "HĐND bầu hai Phó chủ tịch UBND TP Đà Nẵng tái đắc cử là ông Lê Văn An (51 tuổi, quê Quảng Trị), tiến sĩ kỹ thuật; ông Trần Văn Ba (50 tuổi, quê Hòa Vang, Đà Nẵng), tiến sĩ kinh tế.",
        {("Lê Văn An", *DEPUTY, A), ("Trần Văn Ba", *DEPUTY, A)},
    ),
    (
        "Hai Phó chủ tịch HĐND tỉnh Hà Nam khóa mới là ông Lê Văn An (57 tuổi, quê TP Hà Nội, thạc sĩ quản lý công); bà Vũ Thị Lan (38 tuổi, quê huyện Ý Yên, Nam Định).",
        {("Lê Văn An", *COUNCIL, C), ("Vũ Thị Lan", *COUNCIL, C)},
    ),
    # the name of an association that holds a profession is no degree
    (
        "Ông Lê Văn An, Chủ tịch Hội Kiến trúc sư tỉnh Hà Nam, dự.",
        {("Lê Văn An", "chủ tịch", "Hội Kiến trúc sư tỉnh Hà Nam", C)},
    ),
    # who makes up a board, where one was appointed or sent elsewhere before
    (
        "Với việc bầu thêm hai phó chủ tịch, UBND TP Đà Nẵng đã đủ năm phó chủ tịch theo quy định, gồm các ông Lê Văn An, Trần Văn Ba và bà Vũ Thị Lan.",
        {("Lê Văn An", *DEPUTY, C), ("Trần Văn Ba", *DEPUTY, C), ("Vũ Thị Lan", *DEPUTY, C)},
    ),
    (
        "Với việc điều động trên, lãnh đạo UBND TP Đà Nẵng còn Chủ tịch Hồ Văn Kha, 2 phó chủ tịch là Lê Văn An, Trần Văn Ba.",
        {
            ("Hồ Văn Kha", "chủ tịch", "Ủy ban nhân dân thành phố Đà Nẵng", C),
            ("Lê Văn An", *DEPUTY, C),
            ("Trần Văn Ba", *DEPUTY, C),
        },
    ),
    # the first who held a post
    (
        "Bà Vũ Thị Lan là Phó chủ tịch đầu tiên của HĐND tỉnh Hà Nam.",
        {("Vũ Thị Lan", *COUNCIL, C)},
    ),
    # who goes on in office
    (
        "Trước đó, bà Vũ Thị Lan tiếp tục được đảm nhận chức chủ tịch HĐND tỉnh Hà Nam.",
        {("Vũ Thị Lan", "chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam", A)},
    ),
    # those elected to one post, each with posts and perhaps a rank
    (
        "Trung ương bầu bổ sung 3 Ủy viên Ủy ban Kiểm tra Trung ương, gồm các đồng chí: Lê Văn An, Bí thư Tỉnh ủy Hà Nam; Thiếu tướng Trần Văn Ba, Giám đốc Công an tỉnh Hà Nam; Vũ Thị Lan, Vụ trưởng Vụ Địa bàn III.",
        {
            ("Lê Văn An", *INSPECTOR, A),
            ("Lê Văn An", "bí thư", "Tỉnh ủy Hà Nam", C),
            ("Trần Văn Ba", *INSPECTOR, A),
            ("Trần Văn Ba", "giám đốc", "Công an tỉnh Hà Nam", C),
            ("Vũ Thị Lan", *INSPECTOR, A),
            ("Vũ Thị Lan", "vụ trưởng", "Vụ Địa bàn III", C),
        },
    ),
    (
        "HĐND tỉnh Hà Nam đã bầu 2 Phó Chủ tịch HĐND tỉnh. Đó là ông Lê Văn An, Trưởng Ban Pháp chế HĐND tỉnh; bà Vũ Thị Lan, Bí thư Huyện ủy Bình Lục.",
        {
            ("Lê Văn An", *COUNCIL, A),
            ("Lê Văn An", "trưởng ban", "Ban Pháp chế Hội đồng nhân dân tỉnh Hà Nam", C),
            ("Vũ Thị Lan", *COUNCIL, A),
            ("Vũ Thị Lan", "bí thư", "Huyện ủy Bình Lục", C),
        },
    ),
    ("HĐND tỉnh Hà Nam bầu 2 Phó Chủ tịch HĐND tỉnh. Đó là các ông Lê Văn An và Trần Văn Ba.", {("Lê Văn An", *COUNCIL, A), ("Trần Văn Ba", *COUNCIL, A)}),
    # what somebody keeps, or takes, who leaves another post
    (
        "Trung ương thống nhất để đồng chí Lê Văn An thôi giữ chức Chủ nhiệm Ủy ban Kiểm tra Trung ương để tập trung thực hiện nhiệm vụ Thường trực Ban Bí thư.",
        {
            ("Lê Văn An", "chủ nhiệm", "Ủy ban Kiểm tra Trung ương", E),
            ("Lê Văn An", "thường trực", "Ban Bí thư Trung ương Đảng", C),
        },
    ),
    # offices that people are released from, one by one behind a colon
    (
        "HĐND tỉnh Hà Nam miễn nhiệm các chức vụ trong nhiệm kỳ 2016-2021, gồm: Phó Chủ tịch HĐND tỉnh đối với ông Lê Văn An; Chủ tịch UBND tỉnh đối với ông Trần Văn Ba và Chánh Văn phòng UBND tỉnh đối với bà Vũ Thị Lan.",
        {
            ("Lê Văn An", *COUNCIL, E),
            ("Trần Văn Ba", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", E),
            ("Vũ Thị Lan", "chánh văn phòng", "Văn phòng Ủy ban nhân dân tỉnh Hà Nam", E),
        },
    ),
    # who is replaced has left the post
    (
        "Bộ Chính trị chuẩn y Bí thư Tỉnh ủy Hà Nam đối với ông Lê Văn An, thay ông Trần Văn Ba được điều động giữ chức Thứ trưởng Bộ Xây dựng.",
        {
            ("Lê Văn An", "bí thư", "Tỉnh ủy Hà Nam", A),
            ("Trần Văn Ba", "bí thư", "Tỉnh ủy Hà Nam", E),
            ("Trần Văn Ba", "thứ trưởng", "Bộ Xây dựng", A),
        },
    ),
    # a party group in one list with the council of its place
    (
        "Ban Chấp hành quyết định cách chức đối với ông Lê Văn An (Bí thư Tỉnh ủy Hà Nam) và ông Trần Văn Ba (nguyên Bí thư Đảng đoàn, nguyên Chủ tịch HĐND tỉnh, nguyên Chủ tịch UBND tỉnh Nam Định).",
        {
            ("Lê Văn An", "bí thư", "Tỉnh ủy Hà Nam", E),
            ("Trần Văn Ba", "bí thư", "Đảng đoàn Hội đồng nhân dân tỉnh Nam Định", F),
            ("Trần Văn Ba", "chủ tịch", "Hội đồng nhân dân tỉnh Nam Định", F),
            ("Trần Văn Ba", "chủ tịch", "Ủy ban nhân dân tỉnh Nam Định", F),
        },
    ),
    # lists of the past whose first post is at no office that we know
    (
        "Ông Lê Văn An từng giữ nhiều chức vụ, như Phó Giám đốc xí nghiệp may; Phó trưởng Ban Tổ chức Tỉnh ủy Hà Nam; Bí thư Huyện ủy Ý Yên.",
        {("Lê Văn An", "phó trưởng ban", "Ban Tổ chức Tỉnh ủy Hà Nam", F), ("Lê Văn An", "bí thư", "Huyện ủy Ý Yên", F)},
    ),
    (
        "Ông Lê Văn An từng là Phó Giám đốc xí nghiệp may, Bí thư Huyện ủy Ý Yên.",
        {("Lê Văn An", "bí thư", "Huyện ủy Ý Yên", F)},
    ),
    ("Ông Lê Văn An từng là Phó Giám đốc xí nghiệp may, Chủ tịch UBND tỉnh cho biết.", set()),
    # a post that was left for another one
    (
        "Ông Lê Văn An làm Giám đốc Sở Tài chính tỉnh Hà Nam, rồi về công tác tại Bộ Tài chính.",
        {("Lê Văn An", "giám đốc", "Sở Tài chính tỉnh Hà Nam", F)},
    ),
    # where somebody is sent, before a title that tells only of what kind the body is
    (
        "Điều động bà Vũ Thị Lan, Phó Giám đốc Sở Nội vụ về công tác tại Sở Tài chính tỉnh Hà Nam và bổ nhiệm giữ chức Giám đốc Sở.",
        {
            ("Vũ Thị Lan", "phó giám đốc", "Sở Nội vụ tỉnh Hà Nam", E),
            ("Vũ Thị Lan", "giám đốc", "Sở Tài chính tỉnh Hà Nam", A),
        },
    ),
    (
        "Điều động ông Lê Văn An, Bí thư Huyện ủy Ý Yên đến nhận công tác tại Ban Dân vận Tỉnh ủy Nam Định, giữ chức Phó Trưởng ban.",
        {
            ("Lê Văn An", "bí thư", "Huyện ủy Ý Yên", E),
            ("Lê Văn An", "phó trưởng ban", "Ban Dân vận Tỉnh ủy Nam Định", A),
        },
    ),
    (
        "Ông Lê Văn An được luân chuyển về nhận công tác tại UBND huyện Ý Yên và giữ chức Phó Chủ tịch.",
        {("Lê Văn An", "phó chủ tịch", "Ủy ban nhân dân huyện Ý Yên", A)},
    ),
    (
        "Ông Lê Văn An được điều về nhận công tác tại Ủy ban Kiểm tra Huyện ủy Ý Yên, giữ chức Phó Chủ nhiệm.",
        {("Lê Văn An", "phó chủ nhiệm", "Ủy ban Kiểm tra Huyện ủy Ý Yên", A)},
    ),
    # what somebody is between two dashes, no post that we know
    (
        "Dự có bà Vũ Thị Lan - thành viên Tổ công tác 3 - Phó Bí thư Tỉnh ủy Hà Nam.",
        {("Vũ Thị Lan", "phó bí thư", "Tỉnh ủy Hà Nam", C)},
    ),
    (
        "Bà Vũ Thị Lan, UVDK BCH Trung ương Đảng, Bí thư Tỉnh ủy Hà Nam, dự.",
        {
            ("Vũ Thị Lan", "ủy viên dự khuyết", "Ban Chấp hành Trung ương Đảng", C),
            ("Vũ Thị Lan", "bí thư", "Tỉnh ủy Hà Nam", C),
        },
    ),
    # leaders listed behind their committee, beside another one
    (
        "Dự có các đồng chí trong Tỉnh ủy Hà Nam, lãnh đạo Huyện ủy Bình Lục: Lê Văn An (Bí thư), Trần Văn Ba (Phó Bí thư).",
        {
            ("Lê Văn An", "bí thư", "Huyện ủy Bình Lục", C),
            ("Trần Văn Ba", "phó bí thư", "Huyện ủy Bình Lục", C),
        },
    ),
    # a hospital of a region, whose name is like a person's
    (
        "Ông Lê Văn An làm Giám đốc Bệnh viện đa khoa khu vực Cù Lao Giêng từ hôm nay.",
        {("Lê Văn An", "giám đốc", "Bệnh viện đa khoa khu vực Cù Lao Giêng", C)},
    ),
    (
        "Ông Lê Văn An, Chủ tịch UBND huyện Bình Lục, bị giáng chức xuống làm Phó Chủ tịch UBND huyện Bình Lục.",
        {
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân huyện Bình Lục", E),
            ("Lê Văn An", "phó chủ tịch", "Ủy ban nhân dân huyện Bình Lục", A),
        },
    ),
    # what somebody only asks for
    ("Ông Lê Văn An có nguyện vọng làm Giám đốc Sở Tài chính tỉnh Hà Nam.", set()),
    # who speaks of one who resigned
    ("Ông Lê Văn An từ chức: Giám đốc Sở Nội vụ tỉnh Hà Nam lên tiếng", set()),
    # a part of a party committee whose other part is named
    (
        "Ông Lê Văn An, Ủy viên Ban Thường vụ, Trưởng ban Tuyên giáo Đảng ủy Khối các cơ quan tỉnh Hà Nam, dự.",
        {
            ("Lê Văn An", "ủy viên", "Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh Hà Nam", C),
            ("Lê Văn An", "trưởng ban", "Ban Tuyên giáo Đảng ủy Khối các cơ quan tỉnh Hà Nam", C),
        },
    ),
    # titles of the nation in full
    (
        "Đồng chí Lê Văn An, Tổng Bí thư Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam, Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam, Bí thư Quân ủy Trung ương dự.",
        {
            ("Lê Văn An", "tổng bí thư", "Ban Chấp hành Trung ương Đảng", C),
            ("Lê Văn An", "chủ tịch nước", "Nhà nước", C),
            ("Lê Văn An", "bí thư", "Quân ủy Trung ương", C),
        },
    ),
    # who hands a decision over is not whom it is about, though a verb in the passive follows
    (
        "Chủ tịch UBND tỉnh Lê Văn An trao quyết định của Ban Thường vụ Tỉnh ủy Hà Nam chỉ định giữ chức Bí thư Đảng ủy Sở Y tế và quyết định của Chủ tịch UBND tỉnh bổ nhiệm Giám đốc Sở Y tế đối với ông Trần Văn Ba.",
        {
            ("Lê Văn An", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C),
            ("Trần Văn Ba", "bí thư", "Đảng ủy Sở Y tế tỉnh Hà Nam", A),
            ("Trần Văn Ba", "giám đốc", "Sở Y tế tỉnh Hà Nam", A),
        },
    ),
    (
        "Ông Lê Văn An trao quyết định của Ban Thường vụ Tỉnh ủy Hà Nam chỉ định giữ chức Bí thư Huyện ủy Bình Lục.",
        set(),
    ),
    # both whom a release regards, though what they leave for stands between
    (
        "Thủ tướng phê chuẩn việc miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh Hà Nam để nhận nhiệm vụ mới đối với ông Lê Văn An, nguyên Giám đốc Sở Tài chính tỉnh Hà Nam và ông Trần Văn Ba, nguyên Giám đốc Sở Xây dựng tỉnh Hà Nam.",
        {
            ("Lê Văn An", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", E),
            ("Trần Văn Ba", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", E),
            ("Lê Văn An", "giám đốc", "Sở Tài chính tỉnh Hà Nam", F),
            ("Trần Văn Ba", "giám đốc", "Sở Xây dựng tỉnh Hà Nam", F),
        },
    ),
    # secretaries of the Central Committee are several; a committee's secretary is not
    (
        "Cùng đi có các đồng chí Bí thư Trung ương Đảng: Trưởng ban Nội chính Trung ương Lê Văn An; Trưởng ban Tổ chức Trung ương Trần Văn Ba.",
        {
            ("Lê Văn An", "bí thư", "Ban Bí thư Trung ương Đảng", C),
            ("Lê Văn An", "trưởng ban", "Ban Nội chính Trung ương", C),
            ("Trần Văn Ba", "bí thư", "Ban Bí thư Trung ương Đảng", C),
            ("Trần Văn Ba", "trưởng ban", "Ban Tổ chức Trung ương", C),
        },
    ),
    # a rank that somebody had, with the title of then
    (
        "Cựu Đại tá, Giám đốc Công an tỉnh Hà Nam Lê Văn An nhập viện; Đại tá, Phó Giám đốc Công an tỉnh Hà Nam Trần Văn Ba thăm hỏi.",
        {
            ("Lê Văn An", "giám đốc", "Công an tỉnh Hà Nam", F),
            ("Trần Văn Ba", "phó giám đốc", "Công an tỉnh Hà Nam", C),
        },
    ),
    # seats in party groups and in the party committee of the police
    (
        "Bộ Chính trị chỉ định ông Lê Văn An tham gia Đảng đoàn Quốc hội; chỉ định ông Trần Văn Ba tham gia Đảng ủy Công an Trung ương.",
        {
            ("Lê Văn An", "ủy viên", "Đảng đoàn Quốc hội", A),
            ("Trần Văn Ba", "ủy viên", "Đảng ủy Công an Trung ương", A),
        },
    ),
    # standing deputies whose office is named again behind them
    (
        "Dự lễ có Phó Chánh Văn phòng Thường trực Văn phòng Tỉnh ủy Hà Nam Lê Thị Lan; Phó Chánh Thanh tra Thường trực Thanh tra tỉnh Hà Nam Lê Văn Ban.",
        {
            ("Lê Thị Lan", "phó chánh văn phòng thường trực", "Văn phòng Tỉnh ủy Hà Nam", C),
            ("Lê Văn Ban", "phó chánh thanh tra thường trực", "Thanh tra tỉnh Hà Nam", C),
        },
    ),
    # a title that what follows only tells the purpose of the meeting of
    (
        "Ban Chỉ đạo phòng, chống tham nhũng tỉnh Hà Nam họp dưới sự chủ trì của Bí thư Tỉnh ủy Lê Văn An, Trưởng Ban Chỉ đạo để thảo luận báo cáo.",
        {
            ("Lê Văn An", "bí thư", "Tỉnh ủy Hà Nam", C),
            ("Lê Văn An", "trưởng ban", "Ban Chỉ đạo phòng, chống tham nhũng tỉnh Hà Nam", C),
        },
    ),
    # a term that goes on until now is no past one
    (
        "Thủ tướng khiển trách ông Lê Văn An, Chủ tịch UBND tỉnh Hà Nam nhiệm kỳ 2016 - 2021 và nhiệm kỳ 2021 - 2026 (từ tháng 12/2020 đến nay).",
        {("Lê Văn An", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C)},
    ),
    # several titles behind a titled name, and those that a semicolon parts from the next one's
    (
        "Tổng Bí thư, Chủ tịch nước Lê Văn An, Bí thư Quân ủy Trung ương, Chủ tịch Hội đồng Quốc phòng - An ninh đã trao quyết định tại Phủ Chủ tịch.",
        {
            ("Lê Văn An", "tổng bí thư", "Ban Chấp hành Trung ương Đảng", C),
            ("Lê Văn An", "chủ tịch nước", "Nhà nước", C),
            ("Lê Văn An", "bí thư", "Quân ủy Trung ương", C),
            ("Lê Văn An", "chủ tịch", "Hội đồng Quốc phòng và An ninh", C),
        },
    ),
    (
        "Dự họp có Bí thư Tỉnh ủy Hà Nam Lê Văn An, Chủ tịch HĐND tỉnh; Chủ tịch UBND tỉnh Trần Văn Ba, Phó Bí thư Tỉnh ủy; Giám đốc Sở Y tế tỉnh Lê Can.",
        {
            ("Lê Văn An", "bí thư", "Tỉnh ủy Hà Nam", C),
            ("Lê Văn An", "chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam", C),
            ("Trần Văn Ba", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C),
            ("Trần Văn Ba", "phó bí thư", "Tỉnh ủy Hà Nam", C),
            ("Lê Can", "giám đốc", "Sở Y tế tỉnh Hà Nam", C),
        },
    ),
    # seats on the committee whose board somebody is to lead
    (
        "Ông Lê Văn An, Phó Giám đốc Sở Y tế tỉnh Hà Nam tham gia Ban Chấp hành Đảng bộ, Ban Thường vụ Đảng ủy, giữ chức Trưởng ban Xây dựng Đảng phường Hải Yên.",
        {
            ("Lê Văn An", "phó giám đốc", "Sở Y tế tỉnh Hà Nam", E),
            ("Lê Văn An", "ủy viên", "Đảng ủy phường Hải Yên", A),
            ("Lê Văn An", "ủy viên", "Ban Thường vụ Đảng ủy phường Hải Yên", A),
            ("Lê Văn An", "trưởng ban", "Ban Xây dựng Đảng Đảng ủy phường Hải Yên", A),
        },
    ),
    # who only acts for the head of an office stays its deputy; who is elected at the end of it is not told
    (
        "Ông Lê Văn An, Phó Chủ tịch UBND tỉnh Hà Nam, được giao quyền Chủ tịch UBND tỉnh Hà Nam cho đến khi cấp có thẩm quyền phê chuẩn kết quả bầu Chủ tịch UBND tỉnh.",
        {
            ("Lê Văn An", "phó chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C),
            ("Lê Văn An", "quyền chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", A),
        },
    ),
    # those deputies of whom something is told; the central committee of the youth union
    (
        "Hai Phó Giám đốc Sở Y tế tỉnh Hà Nam bị kỷ luật là ông Lê Văn An và bà Trần Thị Ba.",
        {
            ("Lê Văn An", "phó giám đốc", "Sở Y tế tỉnh Hà Nam", C),
            ("Trần Thị Ba", "phó giám đốc", "Sở Y tế tỉnh Hà Nam", C),
        },
    ),
    (
        "Dự hội nghị có Bí thư thứ nhất BCH Trung ương Đoàn Lê Văn An và Bí thư BCH T.Ư Đoàn TNCS Hồ Chí Minh Trần Ba.",
        {
            ("Lê Văn An", "bí thư thứ nhất", "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh", C),
            ("Trần Ba", "bí thư", "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh", C),
        },
    ),
    # a province with a dash in its name, without blanks
    (
        "Ông Lê Văn An, Phó Chủ tịch Bà Rịa-Vũng Tàu, chủ trì.",
        {("Lê Văn An", "phó chủ tịch", "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu", C)},
    ),
    # by whom somebody is let go is not the one who goes
    (
        "Ông Lê Văn An, Giám đốc Sở Y tế tỉnh Hà Nam vừa được ông Trần Văn Ba, Chủ tịch UBND tỉnh ký quyết định cho nghỉ hưu trước tuổi.",
        {
            ("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Hà Nam", E),
            ("Trần Văn Ba", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C),
        },
    ),
    (
        "Ông Lê Văn An, Giám đốc Sở Y tế tỉnh Hà Nam, đã được Chủ tịch UBND tỉnh Trần Văn Ba cho nghỉ hưu.",
        {
            ("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Hà Nam", E),
            ("Trần Văn Ba", "chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam", C),
        },
    ),
    (
        "Tỉnh ủy Hà Nam thống nhất giải quyết nghỉ hưu trước tuổi đối với ông Lê Văn An. Trước đó ông Lê Văn An, Giám đốc Sở Y tế tỉnh Hà Nam, có đơn.",
        {("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Hà Nam", E)},
    ),
    # who is replaced was at the office of the one who takes the post
    (
        "HĐND tỉnh Hà Nam bổ nhiệm ông Lê Văn An - phó chánh văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh Hà Nam - giữ chức chánh văn phòng thay ông Trần Văn Ba.",
        {
            ("Lê Văn An", "phó chánh văn phòng", "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Hà Nam", E),
            ("Lê Văn An", "chánh văn phòng", "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Hà Nam", A),
            ("Trần Văn Ba", "chánh văn phòng", "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Hà Nam", E),
        },
    ),
    # titles joined by a dash before a name share the one told first, too; a short name with a rare surname in a list
    (
        "Dự họp có các đồng chí Ủy viên Trung ương Đảng: Phó Thủ tướng Lê Văn An, Phó Thủ tướng - Bộ trưởng Bộ Tư pháp Trần Văn Ba.",
        {
            ("Lê Văn An", "ủy viên", "Ban Chấp hành Trung ương Đảng", C),
            ("Lê Văn An", "phó thủ tướng", "Chính phủ", C),
            ("Trần Văn Ba", "ủy viên", "Ban Chấp hành Trung ương Đảng", C),
            ("Trần Văn Ba", "phó thủ tướng", "Chính phủ", C),
            ("Trần Văn Ba", "bộ trưởng", "Bộ Tư pháp", C),
        },
    ),
    (
        "Dự họp có các đồng chí: Lê Văn An, Bí thư Tỉnh ủy Hà Nam; Thái Bảo, Chủ tịch HĐND tỉnh; Thái Bình, Chủ tịch UBND tỉnh.",
        {
            ("Lê Văn An", "bí thư", "Tỉnh ủy Hà Nam", C),
            ("Thái Bảo", "chủ tịch", "Hội đồng nhân dân tỉnh Hà Nam", C),
        },
    ),
    # who is sent to an office and given one there
    (
        "Thủ tướng điều động ông Lê Văn An, Giám đốc Sở Y tế tỉnh Hà Nam về công tác tại Bộ Y tế, giao Quyền Bộ trưởng Bộ Y tế.",
        {
            ("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Hà Nam", E),
            ("Lê Văn An", "quyền bộ trưởng", "Bộ Y tế", A),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_who_is_told_closely(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(text) == expected


@pytest.mark.parametrize(
    "step",
    [
        "Tháng 1-2009 đến tháng 1-2015: Phó Bí thư; Bí thư Huyện ủy Tuy An, Chủ tịch HĐND huyện Tuy An.",
        "Từ 2009 đến 2015: Phó Bí thư Huyện ủy Tuy An phụ trách phía bắc; Bí thư Huyện ủy Tuy An; Chủ tịch HĐND huyện Tuy An.",
        "Ông đã đảm nhiệm các chức vụ: Phó Bí thư, Bí thư Huyện ủy Tuy An; Chủ tịch HĐND huyện Tuy An.",
    ],
)
def test_all_posts_of_one_step_are_of_its_time(step: str) -> None:
    found = facts(f"Ông Lê Văn An sinh năm 1960, quê tỉnh Phú Yên. {step}", published="2021-03-01").positions
    assert {(p.person, p.role, p.organization and p.organization.label, p.status.value) for p in found} == {
        ("Lê Văn An", "phó bí thư", "Huyện ủy Tuy An", F),
        ("Lê Văn An", "bí thư", "Huyện ủy Tuy An", F),
        ("Lê Văn An", "chủ tịch", "Hội đồng nhân dân huyện Tuy An", F),
    }


def test_a_post_still_held_may_end_a_list_of_those_held() -> None:
    text = "Bà Vũ Thị Lan, Phó Bí thư Tỉnh ủy Hà Nam, phát biểu. Bà đã đảm nhiệm các chức vụ: Bí thư Huyện ủy Ý Yên, Phó Bí thư Tỉnh ủy Hà Nam."
    assert posts(text) == {
        ("Vũ Thị Lan", "phó bí thư", "Tỉnh ủy Hà Nam", C),
        ("Vũ Thị Lan", "bí thư", "Huyện ủy Ý Yên", F),
    }


def test_a_headline_shortens_the_title_of_a_standing_deputy() -> None:
    text = "Ông Lê Văn An được bổ nhiệm làm Phó trưởng ban Thường trực Ban Nội chính Tỉnh ủy Hà Nam."
    assert posts(text, title="Ông Lê Văn An làm Phó trưởng Ban Nội chính Tỉnh ủy Hà Nam") == {
        ("Lê Văn An", "phó trưởng ban thường trực", "Ban Nội chính Tỉnh ủy Hà Nam", A)
    }


def test_the_front_is_told_briefly_where_it_was_named() -> None:
    text = "Ông Lê Văn An được bầu làm Chủ tịch Mặt trận tỉnh Hà Nam thay ông Trần Văn Ba."
    front = ("chủ tịch", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hà Nam")
    assert posts(text) == {("Lê Văn An", *front, A), ("Trần Văn Ba", *front, E)}
