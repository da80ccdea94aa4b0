"""Whose post a verb tells: not that of who is only near it, speaks of it or is named with it."""

from __future__ import annotations

import pytest

from tests.reading import posts

C, A, E, F = "current", "appointed", "ended", "former"
UBND = "Ủy ban nhân dân tỉnh Hà Nam"

SAID = [
    # to whom something is sent
    (
        "Trong văn bản gửi Thủ tướng, Phó Chủ tịch UBND tỉnh Hà Nam Lê Văn An cho biết dự án chậm tiến độ.",
        {("Lê Văn An", "phó chủ tịch", UBND, C)},
    ),
    (
        "Tổ chức đã có điện gửi Phó Thủ tướng, Bộ trưởng Bộ Ngoại giao Lê Văn An.",
        {("Lê Văn An", "phó thủ tướng", "Chính phủ", C), ("Lê Văn An", "bộ trưởng", "Bộ Ngoại giao", C)},
    ),
    # who announces a decision about somebody without a name
    (
        "Ông Lê Văn An, Phó Chủ tịch UBND tỉnh Hà Nam công bố quyết định bổ nhiệm giữ chức Giám đốc Sở Y tế tỉnh Hà Nam.",
        {("Lê Văn An", "phó chủ tịch", UBND, C)},
    ),
    (
        "Bà Vũ Thị Lan đã đọc quyết định điều động, chỉ định giữ chức Bí thư Huyện ủy Lý Nhân.",
        set(),
    ),
    (
        "Ông Lê Văn An vừa được Thủ tướng ký quyết định điều động giữ chức Chủ tịch UBND tỉnh Hà Nam.",
        {("Lê Văn An", "chủ tịch", UBND, A)},
    ),
    # several without names
    (
        "Ông Lê Văn An, Phó Chủ tịch UBND tỉnh Hà Nam phát biểu. Cuối ngày, 28 ông, bà trúng cử đại biểu HĐND xã Hòa Hậu.",
        {("Lê Văn An", "phó chủ tịch", UBND, C)},
    ),
    # which post is left is told: who leads deputies goes on
    (
        "Tỉnh ủy Hà Nam điều động ông Lê Văn An, Phó Trưởng đoàn ĐBQH tỉnh, Phó Giám đốc Sở Y tế tỉnh Hà Nam, thôi giữ chức "
        "Phó Giám đốc Sở Y tế tỉnh Hà Nam, giữ chức Bí thư Đảng ủy xã Bình Lục.",
        {
            ("Lê Văn An", "phó trưởng đoàn", "Đoàn đại biểu Quốc hội tỉnh Hà Nam", C),
            ("Lê Văn An", "phó giám đốc", "Sở Y tế tỉnh Hà Nam", E),
            ("Lê Văn An", "bí thư", "Đảng ủy xã Bình Lục", A),
        },
    ),
    # a name that ends what the main clause begins after
    ("Khi dư luận tranh cãi về cách dạy chữ của giáo sư Lê Văn An, Bộ trưởng Bộ Y tế cũng im lặng.", set()),
    # a title behind a bare word for `now` that does something itself
    ("Ông Lê Văn An trả lời báo chí. Hiện Thủ tướng Chính phủ đã có chỉ đạo rà soát.", set()),
    (
        "Ông Lê Văn An trả lời báo chí. Hiện là Chủ tịch UBND tỉnh Hà Nam.",
        {("Lê Văn An", "chủ tịch", UBND, C)},
    ),
    # while somebody held it, other things were given
    (
        "Việc giao đất được thực hiện trong giai đoạn ông Lê Văn An đang giữ chức Bí thư Huyện ủy Lý Nhân.",
        {("Lê Văn An", "bí thư", "Huyện ủy Lý Nhân", F)},
    ),
    (
        "Với việc bổ nhiệm này, hiện Bộ Xây dựng có 3 Thứ trưởng gồm các ông Lê Văn An, Trần Văn Ba và Vũ Văn Cường.",
        {(name, "thứ trưởng", "Bộ Xây dựng", C) for name in ("Lê Văn An", "Trần Văn Ba", "Vũ Văn Cường")},
    ),
    # who leads what was founded or given something
    (
        "Tỉnh giao đất cho Công ty cổ phần Sông Châu, do ông Lê Văn An làm giám đốc.",
        {("Lê Văn An", "giám đốc", "Công ty cổ phần Sông Châu", C)},
    ),
    (
        "Bộ thành lập hội đồng chuyên gia do ông Lê Văn An, Chủ tịch Hội Nông dân tỉnh Hà Nam làm chủ tịch.",
        {("Lê Văn An", "chủ tịch", "Hội Nông dân tỉnh Hà Nam", C)},
    ),
    # brackets that begin with what is over
    (
        "Tòa xét xử Lê Văn An (nguyên trung tướng, cục trưởng, sau là Phó Tổng cục trưởng Tổng cục Hải quan).",
        {("Lê Văn An", "phó tổng cục trưởng", "Tổng cục Hải quan", F)},
    ),
    # another one's predecessor, one in brackets, one after whom a case is named, one told by letters
    (
        "Ông Lê Văn An từng là tiền nhiệm của ông Trần Văn Ba tại đây trước khi chuyển sang làm Giám đốc Sở Y tế tỉnh Hà Nam.",
        {("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Hà Nam", F)},
    ),
    (
        "Bà Vũ Thị Lan (thay cho ông Trần Văn Ba) và ông Lê Văn An đều là Phó Chủ tịch UBND tỉnh Hà Nam.",
        {(name, "phó chủ tịch", UBND, C) for name in ("Vũ Thị Lan", "Lê Văn An")},
    ),
    ("Kẻ này là bị can trong vụ án Lê Văn An với vai trò giám đốc Công ty cổ phần Sông Châu.", set()),
    ("Ông Lê Văn An kể lại. Đêm ấy, ông T. B. là Chủ tịch UBND xã Hòa Hậu bị hại.", set()),
    # kin of somebody named
    ("Chồng bà Vũ Thị Lan hiện đang là Phó Chủ tịch UBND tỉnh Hà Nam.", set()),
    (
        "Khi ấy ông Lê Văn An – chồng bà Vũ Thị Lan - là Phó Chủ tịch UBND tỉnh Hà Nam.",
        {("Lê Văn An", "phó chủ tịch", UBND, F)},
    ),
    (
        "Công ty của chồng bà Vũ Thị Lan, Phó Chủ tịch UBND tỉnh Hà Nam, được giao đất.",
        {("Vũ Thị Lan", "phó chủ tịch", UBND, C)},
    ),
    # who has what a post takes does not hold it yet
    ("Ông Lê Văn An là người có đủ tiêu chuẩn, điều kiện để đảm nhận chức danh Chủ tịch UBND tỉnh Hà Nam.", set()),
    # words of the one who speaks about others
    ("Cô Vũ Thị Lan cho biết, là Bí thư Chi bộ thôn Đông nên em Hòa rất bận.", set()),
    (
        "Ông Lê Văn An - Chánh Thanh tra Bộ Xây dựng khẳng định, Bộ luôn thực hiện nghiêm chỉ đạo của Thanh tra Chính phủ và Thủ tướng.",
        {("Lê Văn An", "chánh thanh tra", "Thanh tra Bộ Xây dựng", C)},
    ),
    # posts that are left
    (
        "Ông Lê Văn An hiện nay đã thôi vị trí Giám đốc Sở Y tế tỉnh Hà Nam.",
        {("Lê Văn An", "giám đốc", "Sở Y tế tỉnh Hà Nam", E)},
    ),
    (
        "Bà Vũ Thị Lan rời bỏ ghế Chủ tịch Công ty cổ phần Sông Châu để giữ lại vị trí Giám đốc Bệnh viện Đông Hà.",
        {
            ("Vũ Thị Lan", "chủ tịch", "Công ty cổ phần Sông Châu", E),
            ("Vũ Thị Lan", "giám đốc", "Bệnh viện Đông Hà", C),
        },
    ),
    (
        "Ông Lê Văn An, Chánh Văn phòng UBND tỉnh Hà Nam đã được cho nghỉ công tác từ ngày 1/6 để chờ đủ tuổi nghỉ hưu.",
        {("Lê Văn An", "chánh văn phòng", "Văn phòng Ủy ban nhân dân tỉnh Hà Nam", E)},
    ),
]

NAMES = [
    # where the name of an office or a firm ends
    (
        "Giáo sư Lê Văn An - chủ tịch Hội đồng chức danh giáo sư ngành toán học cho biết.",
        {("Lê Văn An", "chủ tịch", "Hội đồng chức danh giáo sư ngành toán học", C)},
    ),
    (
        "Bà Vũ Thị Lan - chủ tịch Ủy ban Quốc gia về trẻ em, gửi lời chia buồn.",
        {("Vũ Thị Lan", "chủ tịch", "Ủy ban Quốc gia về trẻ em", C)},
    ),
    (
        "Ông Lê Văn An (Bí thư Chi bộ Đội thanh tra địa bàn quận Lê Chân) phát biểu.",
        {("Lê Văn An", "bí thư", "Chi bộ Đội thanh tra địa bàn quận Lê Chân", C)},
    ),
    (
        "Ông Lê Văn An, nguyên Chủ tịch HĐQT Ngân hàng Đại Lộc thành Ngân hàng Xây Mới, ra tòa.",
        {("Lê Văn An", "chủ tịch", "Hội đồng quản trị Ngân hàng Đại Lộc", F)},
    ),
    (
        "Khi lập Công ty BSX, Thắng nhờ Lê Văn An làm giám đốc.",
        {("Lê Văn An", "giám đốc", "Công ty BSX", C)},
    ),
    (
        "Ông Lê Văn An, Chủ tịch Công ty Xây dựng Nam Hà 79, Wincorp Nam Hà 79 bị bắt.",
        {("Lê Văn An", "chủ tịch", "Công ty Xây dựng Nam Hà 79", C)},
    ),
    (
        "Vụ án tại Tập đoàn Sông Hồng và Tổng công ty Xây lắp Nam Hà (NHC) do Lê Văn An (nguyên Tổng Giám đốc NHC) cầm đầu.",
        {("Lê Văn An", "tổng giám đốc", "Tổng công ty Xây lắp Nam Hà", F)},
    ),
    (
        "Ông Mai Mão, Giám đốc Công ty Thoát nước Cần Thơ cho biết. Ảnh: Công ty Thoát nước Cần Thơ Mai Mão.",
        {("Mai Mão", "giám đốc", "Công ty Thoát nước Cần Thơ", C)},
    ),
    (
        "Sở Y tế tỉnh Hà Nam họp báo. Giám đốc Sở Vũ Thị Lan trả lời.",
        {("Vũ Thị Lan", "giám đốc", "Sở Y tế tỉnh Hà Nam", C)},
    ),
    # what a firm is called after, told of somebody named before
    (
        "Đó là ý kiến của ông Lê Văn An (chủ tịch HĐQT Tổng công ty Tiên Sơn Thanh Hóa) về nhà khách.",
        {("Lê Văn An", "chủ tịch", "Hội đồng quản trị Tổng công ty Tiên Sơn Thanh Hóa", C)},
    ),
    # a place that only the article's own words make known, or none
    (
        "Người dân xã Đồng Mít phản ánh. Ông Lê Văn An – Chủ tịch UBND Đồng Mít xác nhận việc này.",
        {("Lê Văn An", "chủ tịch", "Ủy ban nhân dân xã Đồng Mít", C)},
    ),
    (
        "Ông Lê Văn An – Chủ tịch UBND Đồng Mít xác nhận việc này xảy ra ở huyện Lý Nhân.",
        {("Lê Văn An", "chủ tịch", "Ủy ban nhân dân Đồng Mít", C)},
    ),
    (
        "Ông Lê Văn An - Vụ trưởng Vụ NSNN, Bộ Tài chính cho biết.",
        {("Lê Văn An", "vụ trưởng", "Vụ Ngân sách nhà nước Bộ Tài chính", C)},
    ),
    # an office of one that the article names in full, and one of its own elsewhere
    (
        "Ông Lê Văn An (Trưởng phòng Thẩm định của sở), bà Vũ Thị Lan (Phó Trưởng phòng Thẩm định) bị nhắc nhở. Sở Xây dựng tỉnh Hà Nam đã báo cáo.",
        {
            ("Lê Văn An", "trưởng phòng", "Phòng Thẩm định Sở Xây dựng tỉnh Hà Nam", C),
            ("Vũ Thị Lan", "phó trưởng phòng", "Phòng Thẩm định Sở Xây dựng tỉnh Hà Nam", C),
        },
    ),
    # those of other countries, and ours there
    (
        "Cuộc gặp giữa Tổng thống Donald Smith và Thủ tướng Lê Văn An diễn ra chiều nay.",
        {("Lê Văn An", "thủ tướng", "Chính phủ", C)},
    ),
    (
        "Đón đoàn có tham tán Hồ Văn Hòa, Đại sứ Việt Nam tại Trung Quốc Lê Văn An cùng cán bộ.",
        {("Lê Văn An", "đại sứ", "Đại sứ quán Việt Nam tại Trung Quốc", C)},
    ),
    # who suspends somebody stands before the verb, not among the posts that are left
    (
        "Ông Lê Văn An nhận cảnh cáo; Bộ Chính trị cho thôi chức Bí thư Ban cán sự đảng Bộ Y tế và Chủ tịch nước tạm đình chỉ công tác Bộ trưởng.",
        {("Lê Văn An", "bí thư", "Ban cán sự đảng Bộ Y tế", "ended")},
    ),
    # a list of people goes on with the next one
    (
        "Đứng thứ ba là Giám đốc Sở Y tế tỉnh Hà Nam, bà Vũ Thị Lan, tiếp đến là Giám đốc Sở Nội vụ tỉnh Hà Nam - bà Hồ Lê Na.",
        {("Vũ Thị Lan", "giám đốc", "Sở Y tế tỉnh Hà Nam", C)},
    ),
    # one committee told by two words
    (
        "Ông Lê Văn An, Phó Bí thư Đảng ủy - Đảng bộ Thanh tra Chính phủ, phát biểu.",
        {("Lê Văn An", "phó bí thư", "Đảng ủy Thanh tra Chính phủ", C)},
    ),
    # all the heads whom an office is said to have
    (
        "Sau khi bổ nhiệm thêm một người, hiện nay Đài Truyền hình Việt Nam có 3 Phó Tổng Giám đốc là Phó Tổng Giám đốc Lê Văn An, Phó Tổng Giám đốc Vũ Thị Lan và Phó Tổng Giám đốc Hồ Lê Na.",
        {(name, "phó tổng giám đốc", "Đài Truyền hình Việt Nam", C) for name in ("Lê Văn An", "Vũ Thị Lan", "Hồ Lê Na")},
    ),
    (
        "Lãnh đạo Cục Đường sắt Việt Nam gồm: ông Lê Văn An - Cục trưởng; các Phó Cục trưởng là ông Trần Văn Ba và bà Vũ Thị Lan.",
        {("Lê Văn An", "cục trưởng", "Cục Đường sắt Việt Nam", C), *((n, "phó cục trưởng", "Cục Đường sắt Việt Nam", C) for n in ("Trần Văn Ba", "Vũ Thị Lan"))},
    ),
    (
        "Đài Truyền hình Việt Nam làm việc với tỉnh; Phó Tổng Giám đốc Lê Văn An cảm ơn.",
        set(),
    ),
    # the council of a school beside its head
    (
        "Ông Lê Văn An, Chủ tịch Hội đồng, Giám đốc Đại học Tây Bắc, tiếp bà Vũ Thị Lan, Chủ tịch Hội đồng trường, Hiệu trưởng Trường Đại học Hoa Lư.",
        {
            ("Lê Văn An", "chủ tịch", "Hội đồng Đại học Tây Bắc", C),
            ("Lê Văn An", "giám đốc", "Đại học Tây Bắc", C),
            ("Vũ Thị Lan", "chủ tịch", "Hội đồng trường Trường Đại học Hoa Lư", C),
            ("Vũ Thị Lan", "hiệu trưởng", "Trường Đại học Hoa Lư", C),
        },
    ),
    # the party committee of a school whose council its secretary chairs
    (
        "Tại xã Tân Hưng, ông Lê Văn An, Bí thư Đảng ủy, Chủ tịch Hội đồng Học viện Hoa Lư trao quà.",
        {
            ("Lê Văn An", "bí thư", "Đảng ủy Học viện Hoa Lư", C),
            ("Lê Văn An", "chủ tịch", "Hội đồng Học viện Hoa Lư", C),
        },
    ),
    # who chairs a firm and its board has one post
    (
        "Chủ tịch Tập đoàn Sao Đỏ Lê Văn An có mặt. Ông Lê Văn An, Chủ tịch HĐQT Tập đoàn Sao Đỏ, nói.",
        {("Lê Văn An", "chủ tịch", "Hội đồng quản trị Tập đoàn Sao Đỏ", C)},
    ),
    # an age behind a degree tells of somebody else
    (
        "Ông Lê Văn An được nhắc đến. Tiến sĩ 41 tuổi làm Hiệu trưởng Trường Đại học Hoa Lư.",
        set(),
    ),
    # an abbreviation that has no stop elsewhere ends the sentence with one
    (
        "Có mặt ông Lê Văn An, Trưởng ban Nội chính T.Ư; ông Trần Văn Ba, Ủy viên T.Ư. Bà Vũ Thị Lan, Chánh Văn phòng T.Ư, phát biểu.",
        {
            ("Lê Văn An", "trưởng ban", "Ban Nội chính Trung ương", C),
            ("Trần Văn Ba", "ủy viên", "Ban Chấp hành Trung ương Đảng", C),
            ("Vũ Thị Lan", "chánh văn phòng", "Văn phòng Trung ương Đảng", C),
        },
    ),
    # delegates who are only called so, with their province behind the name, where the assembly is told of
    (
        "Tại Quốc hội, đại biểu Lê Văn An (đoàn Hà Nam), ĐB Vũ Thị Lan (Lào Cai) và đại biểu Trần Văn Ba, đoàn Cà Mau phát biểu; đại biểu Hồ Lê Na cũng có mặt.",
        {(name, "đại biểu", "Quốc hội", C) for name in ("Lê Văn An", "Vũ Thị Lan", "Trần Văn Ba")},
    ),
    ("Tại kỳ họp HĐND tỉnh bàn về nghị quyết của Quốc hội, đại biểu Lê Văn An (Lý Nhân) phát biểu.", set()),
    # what several without names are told of is not for who is with them
    (
        "Chủ tịch nước Lê Văn An với các cán bộ được phong hàm Đại sứ và bổ nhiệm Đại sứ Việt Nam tại Lào.",
        {("Lê Văn An", "chủ tịch nước", "Nhà nước", C)},
    ),
    # each loses the post behind the verb, not the one before the name
    (
        "Trung tướng Lê Văn An bị xóa tư cách nguyên Chính ủy Quân khu 4, thiếu tướng Trần Văn Ba bị xóa tư cách nguyên Phó Tư lệnh Quân khu 4.",
        {("Lê Văn An", "chính ủy", "Quân khu 4", F), ("Trần Văn Ba", "phó tư lệnh", "Quân khu 4", F)},
    ),
    (
        "Đại tá Lê Văn An bị cách chức Phó Tư lệnh kiêm Tham mưu trưởng Cảnh sát biển Việt Nam.",
        {("Lê Văn An", role, "Cảnh sát biển Việt Nam", E) for role in ("phó tư lệnh", "tham mưu trưởng")},
    ),
    # who is taken on by an office and made its acting head
    (
        "Thủ tướng tiếp nhận ông Lê Văn An về công tác tại Bộ Ngoại giao, giao quyền Bộ trưởng Bộ Ngoại giao.",
        {("Lê Văn An", "quyền bộ trưởng", "Bộ Ngoại giao", A)},
    ),
    (
        "Bộ Công Thương có tin mới. Ông Lê Văn An được điều động về công tác tại Bộ Nội vụ và giao quyền Bộ trưởng.",
        {("Lê Văn An", "quyền bộ trưởng", "Bộ Nội vụ", A)},
    ),
    (
        "Có mặt ông Lê Văn An, Chánh Văn phòng Trung ương Đảng, được chỉ định tham gia Ban Chấp hành Đảng bộ Chính phủ.",
        {("Lê Văn An", "chánh văn phòng", "Văn phòng Trung ương Đảng", C), ("Lê Văn An", "ủy viên", "Đảng ủy Chính phủ", A)},
    ),
    (
        "Ông Lê Văn An, Tổng Lãnh sự Việt Nam tại Fukuoka, tiếp đoàn.",
        {("Lê Văn An", "tổng lãnh sự", "Tổng Lãnh sự quán Việt Nam tại Fukuoka", C)},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*SAID, *NAMES])
def test_whose_post_it_is(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(text) == expected
