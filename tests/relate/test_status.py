"""What becomes of a post as an article tells it as a whole: news, how it began, how it ended, and for whom."""

from __future__ import annotations

import pytest

from tests.reading import facts, posts

C, A, E, F = "current", "appointed", "ended", "former"
UBND, TINH_UY = "Ủy ban nhân dân tỉnh Phú Yên", "Tỉnh ủy Phú Yên"
TUY_AN = "Huyện ủy Tuy An"

BEGAN = [
    # the press tells the year of a day because it is another one than that of the news
    (
        ("Sáng 21/7, ông Lê Văn Ban phát biểu.", "Ngày 15/4/2016, ông Ban được bổ nhiệm làm Giám đốc Sở Y tế tỉnh Phú Yên."),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", C)},
    ),
    (
        ("Sáng 21/7, ông Lê Văn Ban phát biểu.", "Ngày 15/4/2016, ông Ban thôi giữ chức Giám đốc Sở Y tế tỉnh Phú Yên."),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", F)},
    ),
    # what is announced for soon after
    (
        ("Sáng 14/12, ông Lê Văn Ban phát biểu.", "Từ ngày 1/1/2019, ông Ban thôi giữ chức Giám đốc Sở Y tế tỉnh Phú Yên."),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", E)},
    ),
    # a month and its year in an undated text
    (
        ("Tháng 4/2014, bà Lê Thị Ban, Bí thư Huyện ủy Tuy An, được điều động về làm Phó Bí thư Tỉnh ủy Phú Yên.",),
        {("Lê Thị Ban", "bí thư", TUY_AN, E), ("Lê Thị Ban", "phó bí thư", TINH_UY, C)},
    ),
    # a seat and the lead of a committee, told without the verb that gives them
    (
        ("Ông Lê Văn Ban, Phó Trưởng Ban Tuyên giáo Tỉnh ủy Phú Yên tham gia Ban Chấp hành, Ban Thường vụ Huyện ủy, giữ"
         " chức Bí thư Huyện ủy Tuy An.",),
        {
            ("Lê Văn Ban", "phó trưởng ban", "Ban Tuyên giáo Tỉnh ủy Phú Yên", E),
            ("Lê Văn Ban", "ủy viên", TUY_AN, A),
            ("Lê Văn Ban", "ủy viên", f"Ban Thường vụ {TUY_AN}", A),
            ("Lê Văn Ban", "bí thư", TUY_AN, A),
        },
    ),
    # a term that is over, told with the title of one who is elected once more
    (
        ("Ngày 9/10/2020, ông Lê Văn Ban, Bí thư Huyện ủy Tuy An khóa XX, nhiệm kỳ 2015 - 2020, tiếp tục được bầu giữ chức"
         " Bí thư Huyện ủy Tuy An khóa XXI, nhiệm kỳ 2020 - 2025.",),
        {("Lê Văn Ban", "bí thư", TUY_AN, A)},
    ),
    # a standing deputy who is elected deputy again
    (
        ("Bộ Chính trị chuẩn y ông Lê Văn Ban, Phó Bí thư Thường trực Tỉnh ủy Phú Yên giữ chức Phó Bí thư Tỉnh ủy Phú Yên.",),
        {("Lê Văn Ban", "phó bí thư thường trực", TINH_UY, C), ("Lê Văn Ban", "phó bí thư", TINH_UY, A)},
    ),
    (
        ("Bộ Chính trị chuẩn y ông Lê Văn Ban, Phó Bí thư Tỉnh ủy Phú Yên giữ chức Phó Bí thư Thường trực Tỉnh ủy Phú Yên.",),
        {("Lê Văn Ban", "phó bí thư", TINH_UY, E), ("Lê Văn Ban", "phó bí thư thường trực", TINH_UY, A)},
    ),
    # since when it is held, but for the day on which it begins
    (
        ("Bà Lê Thị Ban đã được điều về làm Chủ tịch Hội Nông dân tỉnh Phú Yên từ tháng 4.",),
        {("Lê Thị Ban", "chủ tịch", "Hội Nông dân tỉnh Phú Yên", C)},
    ),
    (
        ("Bà Lê Thị Ban được bổ nhiệm giữ chức Giám đốc Sở Y tế tỉnh Phú Yên từ ngày 1/9.",),
        {("Lê Thị Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", A)},
    ),
    # a year that opens the sentence is none of news
    (
        ("Năm 2015, ông Lê Văn Ban được bầu giữ chức Bí thư Huyện ủy Tuy An nhiệm kỳ 2015-2020.",),
        {("Lê Văn Ban", "bí thư", TUY_AN, C)},
    ),
    (
        ("Năm 2009, ông Lê Văn Ban được bầu làm Phó Chủ tịch UBND tỉnh Phú Yên; đến năm 2011 thì về hưu.",),
        {("Lê Văn Ban", "phó chủ tịch", UBND, F)},
    ),
    # held now, whatever was taken on the way
    (
        ("Ông Lê Văn Ban (được luân chuyển làm Phó Bí thư Tỉnh ủy Phú Yên), hiện giữ chức Bí thư Tỉnh ủy Phú Yên.",),
        {("Lê Văn Ban", "phó bí thư", TINH_UY, F), ("Lê Văn Ban", "bí thư", TINH_UY, C)},
    ),
    # called by the title before it is told how it was taken
    (
        (
            "Sáng 9/5, Chủ tịch UBND tỉnh Phú Yên Lê Văn Ban trả lời cử tri.",
            "Tại kỳ họp ngày 21/4, ông Ban được bầu làm Chủ tịch UBND tỉnh Phú Yên.",
        ),
        {("Lê Văn Ban", "chủ tịch", UBND, C)},
    ),
    # a seat that was taken within the term that goes on
    (
        ("Ngày 3/3/2018, ông Lê Văn Ban có mặt.", "Tháng 5/2016, ông trở thành đại biểu HĐND tỉnh Phú Yên."),
        {("Lê Văn Ban", "đại biểu", "Hội đồng nhân dân tỉnh Phú Yên", C)},
    ),
    # afterwards, behind who it is about
    (
        (
            "Ngày 1/6/2020, ông Lê Văn Ban phát biểu.",
            "Năm 2011, ông thôi làm kiểm toán viên.",
            "Ông sau đó được bổ nhiệm làm Giám đốc Sở Tài chính tỉnh Phú Yên.",
            "Hơn 1 năm sau, ông nghỉ.",
        ),
        {("Lê Văn Ban", "giám đốc", "Sở Tài chính tỉnh Phú Yên", F)},
    ),
    # the title says it
    (
        ("Bí thư mới của Phú Yên là ông Lê Văn Ban.",),
        {("Lê Văn Ban", "bí thư", TINH_UY, A)},
    ),
    (
        ("UBND tỉnh công bố quyết định bổ nhiệm ông Lê Văn Ban, Phó Giám đốc Sở Y tế tỉnh Phú Yên kiêm chức vụ Giám đốc Bệnh "
         "viện Đa khoa tỉnh Phú Yên.",),
        {
            ("Lê Văn Ban", "phó giám đốc", "Sở Y tế tỉnh Phú Yên", C),
            ("Lê Văn Ban", "giám đốc", "Bệnh viện Đa khoa tỉnh Phú Yên", A),
        },
    ),
]

OVER = [
    # a title before a name behind a semicolon is none of who is named before
    (
        (
            "Dự có ông Lê Văn Ban, nguyên Phó Bí thư Tỉnh ủy Phú Yên; Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy Phú Yên Trần"
            " Văn Kha; lãnh đạo các sở.",
        ),
        {
            ("Lê Văn Ban", "phó bí thư", TINH_UY, F),
            ("Trần Văn Kha", "ủy viên", "Ban Chấp hành Trung ương Đảng", C),
            ("Trần Văn Kha", "bí thư", TINH_UY, C),
        },
    ),
    # why somebody leaves, in brackets behind the office
    (
        (
            "HĐND miễn nhiệm Ủy viên UBND tỉnh Phú Yên đối với ông Lê Văn Ban, Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh Phú Yên"
            " (nghỉ hưu theo chế độ).",
        ),
        {
            ("Lê Văn Ban", "ủy viên", UBND, E),
            ("Lê Văn Ban", "chỉ huy trưởng", "Bộ Chỉ huy Quân sự tỉnh Phú Yên", E),
        },
    ),
    # several who left together
    (
        (
            "Ông Lê Văn Ban, Bí thư Huyện ủy Tuy An, và bà Trần Thị Kha, Phó Bí thư Tỉnh ủy Phú Yên, bị khai trừ ra khỏi Đảng.",
        ),
        {("Lê Văn Ban", "bí thư", TUY_AN, E), ("Trần Thị Kha", "phó bí thư", TINH_UY, E)},
    ),
    (
        (
            "Ông Lê Văn Ban, Bí thư Huyện ủy Tuy An, nói bà Trần Thị Kha, Phó Bí thư Tỉnh ủy Phú Yên, bị khai trừ ra khỏi Đảng.",
        ),
        {("Lê Văn Ban", "bí thư", TUY_AN, C), ("Trần Thị Kha", "phó bí thư", TINH_UY, E)},
    ),
    (
        ("Quốc hội phê chuẩn đề nghị cách chức Bộ trưởng Bộ Y tế đối với ông Lê Văn Ban.",),
        {("Lê Văn Ban", "bộ trưởng", "Bộ Y tế", E)},
    ),
    # the time of a case, and who is accused
    (
        ("Lúc thực hiện hành vi phạm tội, ông Lê Văn Ban đang làm Giám đốc Sở Y tế tỉnh Phú Yên.",),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", F)},
    ),
    (
        ("Ông Lê Văn Ban, Giám đốc Sở Y tế tỉnh Phú Yên thời điểm xảy ra sai phạm, vắng mặt.",),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", F)},
    ),
    (
        ("Khi xảy ra vụ việc, ông Lê Văn Ban - Giám đốc Sở Y tế tỉnh Phú Yên - đã có mặt.",),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", C)},
    ),
    (
        ("Ông Lê Văn Ban bị cáo buộc khi đang là Giám đốc Sở Y tế tỉnh Phú Yên đã nhận tiền.",),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", F)},
    ),
    (
        ("Trong thời gian làm Giám đốc Sở Y tế tỉnh Phú Yên, bị cáo Lê Văn Ban đã ký hợp đồng.",),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", F)},
    ),
    # the article appoints somebody else
    (
        ("Bà Lê Thị Ban, Bí thư Huyện ủy Tuy An, bị khiển trách.", "Ông Trần Văn Kha được bầu giữ chức Bí thư Huyện ủy Tuy An."),
        {("Lê Thị Ban", "bí thư", TUY_AN, E), ("Trần Văn Kha", "bí thư", TUY_AN, A)},
    ),
    (
        ("Ông Lê Văn Ban, Phó Bí thư Huyện ủy Tuy An, phát biểu.", "Ông Trần Văn Kha được bầu giữ chức Phó Bí thư Huyện ủy Tuy An."),
        {("Lê Văn Ban", "phó bí thư", TUY_AN, C), ("Trần Văn Kha", "phó bí thư", TUY_AN, A)},
    ),
    # in somebody's time, then, and who held it before
    (("Năm 2011, ông Lê Văn Ban khi đó đang giữ cương vị Bí thư Huyện ủy Tuy An.",), {("Lê Văn Ban", "bí thư", TUY_AN, F)}),
    (
        ("Ông nhắc lại thông báo của bà Lê Thị Ban - Bí thư Huyện ủy Tuy An vào thời điểm đó.",),
        {("Lê Thị Ban", "bí thư", TUY_AN, F)},
    ),
    (
        ("Trước đó, ông Lê Văn Ban công tác ở cơ sở, sau đó được phân công giữ nhiệm vụ Bí thư Huyện ủy Tuy An.",),
        {("Lê Văn Ban", "bí thư", TUY_AN, F)},
    ),
    (
        ("Tỉnh ủy bàn việc giới thiệu nhân sự sau khi Bí thư Huyện ủy Tuy An Lê Văn Ban từ trần, chức danh Bí thư Huyện ủy để trống.",),
        {("Lê Văn Ban", "bí thư", TUY_AN, E)},
    ),
    (("Thời ông Lê Văn Ban làm Bí thư Huyện ủy Tuy An, khu đất được giao.",), {("Lê Văn Ban", "bí thư", TUY_AN, F)}),
    (
        ("Bí thư Huyện ủy Tuy An trước đó là bà Lê Thị Ban, đã được điều về làm Chủ tịch Hội Nông dân tỉnh Phú Yên.",),
        {("Lê Thị Ban", "bí thư", TUY_AN, F), ("Lê Thị Ban", "chủ tịch", "Hội Nông dân tỉnh Phú Yên", A)},
    ),
    (
        ("Bà Lê Thị Ban có vi phạm trong thời gian giữ các chức vụ Bí thư Huyện ủy Tuy An, Chủ tịch HĐND huyện.",),
        {("Lê Thị Ban", "bí thư", TUY_AN, F), ("Lê Thị Ban", "chủ tịch", "Hội đồng nhân dân huyện Tuy An", F)},
    ),
    # a central term that ended in the article's year, before its month
    (
        ("Ông Lê Văn Ban có mặt tháng 10/2016.", "Ông Ban là Ủy viên Trung ương Đảng khóa X, XI; đại biểu Quốc hội khóa XIII."),
        {
            ("Lê Văn Ban", "ủy viên", "Ban Chấp hành Trung ương Đảng", F),
            ("Lê Văn Ban", "đại biểu", "Quốc hội", F),
        },
    ),
    # a list in brackets that begins with a former post, and a firm's chair who was chair of its board
    (
        ("Bị cáo Lê Văn Ban (nguyên Phó Giám đốc khối khách hàng doanh nghiệp, Giám đốc Công ty An Sơn) nói.",),
        {("Lê Văn Ban", "phó giám đốc", "Công ty An Sơn", F), ("Lê Văn Ban", "giám đốc", "Công ty An Sơn", F)},
    ),
    (
        ("Bị cáo Lê Văn Ban (nguyên Chủ tịch HĐQT Công ty Hải Sơn) nói.", "Họ biết ông Ban là Chủ tịch Công ty Hải Sơn."),
        {
            ("Lê Văn Ban", "chủ tịch", "Hội đồng quản trị Công ty Hải Sơn", F),
            ("Lê Văn Ban", "chủ tịch", "Công ty Hải Sơn", F),
        },
    ),
    # told of the one replaced in another sentence, too
    (
        (
            "Ông Lê Văn Ban làm Bí thư Huyện ủy Tuy An thay ông Trần Văn Kha.",
            "Ông Trần Văn Kha đã thôi tham gia Ban Chấp hành và thôi giữ chức Bí thư Huyện ủy Tuy An.",
        ),
        {
            ("Lê Văn Ban", "bí thư", TUY_AN, C),
            ("Trần Văn Kha", "bí thư", TUY_AN, E),
            ("Trần Văn Kha", "ủy viên", TUY_AN, E),
        },
    ),
    # a post beside another one, given up
    (
        ("Ông Lê Văn Ban, Bí thư Huyện ủy Tuy An thôi không kiêm nhiệm chức danh Chủ tịch HĐND huyện Tuy An.",),
        {("Lê Văn Ban", "bí thư", TUY_AN, C), ("Lê Văn Ban", "chủ tịch", "Hội đồng nhân dân huyện Tuy An", E)},
    ),
    (
        ("Ông Lê Văn Ban thôi kiêm chức Giám đốc Sở Y tế tỉnh Phú Yên.",),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", E)},
    ),
    # the post between two whose terms are told is of the term of the next
    (
        ("Ngày 9/11/2017, ông Lê Văn Ban - Phó Bí thư Tỉnh ủy Phú Yên nhiệm kỳ 2010-2015, Bí thư Ban cán sự đảng, Chủ tịch UBND "
         "tỉnh nhiệm kỳ 2011-2016 - bị cảnh cáo.",),
        {
            ("Lê Văn Ban", "phó bí thư", TINH_UY, F),
            ("Lê Văn Ban", "bí thư", f"Ban cán sự đảng {UBND}", F),
            ("Lê Văn Ban", "chủ tịch", UBND, F),
        },
    ),
    (
        ("Tỉnh ủy Phú Yên kỷ luật cắt hết các chức vụ của ông Lê Văn Ban (Chủ tịch Hội Nông dân tỉnh) do có sai phạm.",),
        {("Lê Văn Ban", "chủ tịch", "Hội Nông dân tỉnh Phú Yên", E)},
    ),
    # expelled from the party, by those who are not
    (
        (
            "Tỉnh ủy Phú Yên kỷ luật ông Lê Văn Ban, Bí thư Huyện ủy Tuy An, Chủ tịch HĐND huyện, bằng hình thức khai trừ ra khỏi Đảng.",
        ),
        {("Lê Văn Ban", "bí thư", TUY_AN, E), ("Lê Văn Ban", "chủ tịch", "Hội đồng nhân dân huyện Tuy An", C)},
    ),
    (
        (
            "Sau khi nghe ông Lê Văn Ban - Bí thư Huyện ủy Tuy An báo cáo, Tỉnh ủy thống nhất khai trừ ra khỏi Đảng đối với hai "
            "đảng viên.",
        ),
        {("Lê Văn Ban", "bí thư", TUY_AN, C)},
    ),
    (
        (
            "Hội nghị do Bí thư Tỉnh ủy Phú Yên Lê Văn Ban chủ trì quyết định kỷ luật bằng hình thức: Cách chức tất cả các chức vụ "
            "trong Đảng đối với ông Trần Văn Kha - Bí thư Huyện ủy Tuy An.",
        ),
        {("Lê Văn Ban", "bí thư", TINH_UY, C), ("Trần Văn Kha", "bí thư", TUY_AN, E)},
    ),
    # a decision on retirement with its grounds, and a revoked one
    (
        (
            "Tỉnh ủy công bố quyết định về việc nghỉ hưu trước tuổi để hưởng chính sách, chế độ kể từ ngày 1-9 đối với ông Lê Văn "
            "Ban, Bí thư Huyện ủy Tuy An và bà Lê Thị Hội, Phó Chủ tịch UBND tỉnh Phú Yên.",
        ),
        {("Lê Văn Ban", "bí thư", TUY_AN, E), ("Lê Thị Hội", "phó chủ tịch", UBND, E)},
    ),
    (
        ("Tỉnh thu hồi và hủy bỏ quyết định về việc nghỉ hưu để hưởng chế độ đối với ông Lê Văn Ban, Bí thư Huyện ủy Tuy An.",),
        {("Lê Văn Ban", "bí thư", TUY_AN, C)},
    ),
    (
        ("Bí thư tặng hoa cho ông Lê Văn Ban - Chủ tịch UBND tỉnh Phú Yên (cũ) nghỉ chế độ.",),
        {("Lê Văn Ban", "chủ tịch", UBND, E)},
    ),
    # what was done in an office does not tell that it had ended before
    (
        (
            "Tỉnh ủy Phú Yên kỷ luật ông Lê Văn Ban, Tỉnh ủy viên.",
            "Trong thời gian giữ các cương vị Tỉnh ủy viên, Bí thư Huyện ủy Tuy An, ông Lê Văn Ban đã vi phạm.",
            "Tỉnh ủy quyết định kỷ luật ông Lê Văn Ban bằng hình thức cách tất cả các chức vụ trong Đảng.",
        ),
        {("Lê Văn Ban", "ủy viên", TINH_UY, E), ("Lê Văn Ban", "bí thư", TUY_AN, F)},
    ),
    # when something happened: the post was held then
    (
        ("Sai phạm xảy ra khi ông Lê Văn Ban còn là Bí thư Huyện ủy Tuy An.",),
        {("Lê Văn Ban", "bí thư", TUY_AN, F)},
    ),
    (
        ("Lúc bà Lê Thị Ban đang giữ chức Bí thư Huyện ủy Tuy An, công ty ấy trúng thầu.",),
        {("Lê Thị Ban", "bí thư", TUY_AN, F)},
    ),
    (
        ("Bí thư Huyện ủy Tuy An Lê Văn Ban trả lời cử tri.", "Trong thời gian ông Ban là Bí thư Huyện ủy, nợ giảm."),
        {("Lê Văn Ban", "bí thư", TUY_AN, C)},
    ),
    (
        ("Cử tri kỳ vọng khi ông Lê Văn Ban giữ chức Bí thư Huyện ủy Tuy An từ tháng 12.",),
        {("Lê Văn Ban", "bí thư", TUY_AN, C)},
    ),
    (
        ("Từ khi ông Lê Văn Ban là Bí thư Huyện ủy Tuy An, việc nhanh hơn.",),
        {("Lê Văn Ban", "bí thư", TUY_AN, C)},
    ),
    # then one post, now another
    (
        ("Ông Lê Văn Ban, lúc đó đang giữ chức Bí thư Huyện ủy Tuy An (nay là Giám đốc Sở Y tế tỉnh Phú Yên), đã ký.",),
        {("Lê Văn Ban", "bí thư", TUY_AN, F), ("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", C)},
    ),
    (
        ("Ông Lê Văn Ban, khi đó là Bí thư Huyện ủy Tuy An, hiện là Giám đốc Sở Y tế tỉnh Phú Yên, đã ký.",),
        {("Lê Văn Ban", "bí thư", TUY_AN, F), ("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", C)},
    ),
    (
        ("Ông Lê Văn Ban, với cương vị Bí thư Huyện ủy Tuy An và sau đó là Giám đốc Sở Y tế tỉnh Phú Yên, có lỗi.",),
        {("Lê Văn Ban", "bí thư", TUY_AN, F), ("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", C)},
    ),
    # from one month to another, whatever the year of the article
    (
        (
            "Ngày 3/12, tỉnh điều ông Lê Văn Ban, nguyên Bí thư Huyện ủy Tuy An, về Mặt trận.",
            "Với cương vị Giám đốc Sở Y tế tỉnh Phú Yên (thời gian từ tháng 6/2011 đến tháng 9/2014), ông Ban đã ký văn bản.",
        ),
        {("Lê Văn Ban", "bí thư", TUY_AN, F), ("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", F)},
    ),
    # a deputy in charge takes the place of the head
    (
        (
            "Tỉnh bổ nhiệm bà Trần Thị Cúc giữ chức Phó Giám đốc phụ trách Sở Y tế tỉnh Phú Yên thay ông Lê Văn Ban.",
            "Trước đó, Ban Bí thư khiển trách ông Lê Văn Ban, Giám đốc Sở Y tế tỉnh Phú Yên.",
        ),
        {
            ("Trần Thị Cúc", "phó giám đốc phụ trách", "Sở Y tế tỉnh Phú Yên", A),
            ("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", E),
        },
    ),
    # the years of service behind a post
    (
        ("Ông Lê Văn Ban là Bí thư Huyện ủy Tuy An (2005 - 2011); Giám đốc Sở Y tế tỉnh Phú Yên (2011 - 2016).", "Năm 2020 ông mất."),
        {("Lê Văn Ban", "bí thư", TUY_AN, F), ("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", F)},
    ),
    (
        ("Ông Lê Văn Ban từng trải qua các vị trí công tác từ cơ sở, giữ chức vụ Phó Bí thư, Bí thư Huyện ủy Tuy An.",),
        {("Lê Văn Ban", "phó bí thư", TUY_AN, F), ("Lê Văn Ban", "bí thư", TUY_AN, F)},
    ),
    # what was so at that time
    (
        ("Thời điểm đất được bán, thành phố trống ghế do ông Lê Văn Ban đã được điều động làm Bí thư Huyện ủy Tuy An.",),
        {("Lê Văn Ban", "bí thư", TUY_AN, F)},
    ),
    (
        (
            "Thời điểm ông Lê Văn Ban làm Bí thư Huyện ủy Tuy An, bà Vũ Thị Dung làm Chủ tịch UBND huyện Tuy An trực tiếp "
            "phụ trách đất đai.",
        ),
        {
            ("Lê Văn Ban", "bí thư", TUY_AN, F),
            ("Vũ Thị Dung", "chủ tịch", "Ủy ban nhân dân huyện Tuy An", F),
        },
    ),
    (
        ("Là Bí thư Huyện ủy Tuy An hai nhiệm kỳ từ 2008 đến 2015, ông Lê Văn Ban thiếu trách nhiệm.",),
        {("Lê Văn Ban", "bí thư", TUY_AN, F)},
    ),
    # before another post was taken
    (
        ("Trước khi làm Bí thư Huyện ủy Tuy An, ông Lê Văn Ban là Giám đốc Sở Y tế tỉnh Phú Yên.",),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", F)},
    ),
    (
        ("Trước khi là Bí thư Huyện ủy Tuy An, ông Lê Văn Ban, hiện là Giám đốc Sở Y tế tỉnh Phú Yên, là bác sĩ.",),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", C)},
    ),
    # who retires, too
    (
        ("Cùng nhận quyết định nghỉ hưu còn có ông Lê Văn Ban, Giám đốc Sở Y tế tỉnh Phú Yên, bà Vũ Thị Dung, Bí thư Huyện ủy Tuy An.",),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", E), ("Vũ Thị Dung", "bí thư", TUY_AN, E)},
    ),
    # the posts that are taken away stand in brackets
    (
        (
            "Bộ Chính trị kỷ luật cách hết chức vụ trong Đảng (Bí thư Huyện ủy Tuy An; Ủy viên Ban Thường vụ Tỉnh ủy "
            "Phú Yên) đối với ông Lê Văn Ban.",
        ),
        {("Lê Văn Ban", "bí thư", TUY_AN, E), ("Lê Văn Ban", "ủy viên", "Ban Thường vụ Tỉnh ủy Phú Yên", E)},
    ),
]

NEVER = [
    # who stays longer than others
    (
        ("Tỉnh ủy đồng ý kéo dài thời gian giữ chức vụ Giám đốc Sở Y tế tỉnh Phú Yên đối với ông Lê Văn Ban.",),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", C)},
    ),
    # only asked for
    (
        ("Ủy ban Kiểm tra đề nghị Ban Bí thư xem xét bãi nhiệm đại biểu Quốc hội đối với bà Lê Thị Ban.",),
        {("Lê Thị Ban", "đại biểu", "Quốc hội", C)},
    ),
    (
        ("Tỉnh ủy cảnh cáo ông Lê Văn Ban, nguyên Giám đốc Sở Y tế tỉnh Phú Yên, và đề nghị cho thôi giữ chức Bí thư Huyện ủy Tuy An.",),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", F), ("Lê Văn Ban", "bí thư", TUY_AN, C)},
    ),
    (
        (
            "UBKT Tỉnh ủy đề nghị Ban Thường vụ Tỉnh ủy cách mọi chức vụ trong Đảng đối với ông Lê Văn Ban, Bí thư Huyện ủy Tuy An.",
        ),
        {("Lê Văn Ban", "bí thư", TUY_AN, C)},
    ),
    (
        ("Theo đề nghị của Tỉnh ủy, HĐND tỉnh bãi nhiệm chức vụ Chủ tịch UBND tỉnh Phú Yên đối với bà Lê Thị Ban.",),
        {("Lê Thị Ban", "chủ tịch", UBND, E)},
    ),
    # proposed, and so is what follows without a verb of its own
    (
        ("Ông Lê Văn Ban được giới thiệu giữ chức Bí thư Tỉnh ủy Phú Yên; ông Trần Văn Kha giữ chức Bí thư Huyện ủy Tuy An.",),
        set(),
    ),
    (
        (
            "Huyện ủy dự kiến điều động ông Lê Văn Ban, Phó Giám đốc Sở Y tế tỉnh Phú Yên, bầu giữ chức Bí thư Huyện ủy Tuy An thay "
            "ông Trần Văn Kha.",
        ),
        {("Lê Văn Ban", "phó giám đốc", "Sở Y tế tỉnh Phú Yên", C)},
    ),
    # until somebody is found, and what each is to be
    (
        ("Tỉnh ủy giao ông Lê Văn Ban, Phó Bí thư Huyện ủy Tuy An, phụ trách cho đến khi có nhân sự giữ chức Bí thư Huyện ủy Tuy An.",),
        {("Lê Văn Ban", "phó bí thư", TUY_AN, C)},
    ),
    (("Ông Lê Văn Ban mong mỗi đồng chí thật sự củng cố niềm tin của dân vào Ban Chấp hành Trung ương Đảng.",), set()),
    # if, and not true
    (("Ông Lê Văn Ban hứa nếu trúng cử đại biểu Quốc hội sẽ nói thẳng.",), set()),
    (("Thông tin bổ nhiệm ông Lê Văn Ban giữ chức Bí thư Huyện ủy Tuy An là không chính xác.",), set()),
    # kin without a name
    (("Việc ông Lê Văn Ban có bố từng là Bí thư Huyện ủy Tuy An, ông Trần Văn Kha nói, không có gì lạ.",), set()),
]


def test_what_a_decision_rests_on_tells_no_day_of_it() -> None:
    text = "Căn cứ Quy định số 102-QĐ/TW ngày 15/11/2017 của Bộ Chính trị, Tỉnh ủy quyết định cách chức Bí thư Huyện ủy Tuy An đối với ông Lê Văn Ban."
    (post,) = facts(text).positions
    assert (post.event, post.event_date) == ("dismissed", None)


def test_where_somebody_is_from_places_no_post() -> None:
    text = ("Tại Huế, Phó Chủ tịch UBND thành phố Huế Lê Văn Ban nhận nhiệm vụ.",)
    again = ("Ông Lê Văn Ban, 56 tuổi, quê ở Đà Nẵng, giữ vị trí Trưởng Ban Nội chính Thành ủy đến nay.",)
    assert {p[2] for p in posts(*text, *again) if p[1] == "trưởng ban"} == {"Ban Nội chính Thành ủy Huế"}


def test_a_bare_office_is_none_that_the_text_names_only_further_on() -> None:
    text = ("Ông Lê Văn Ban, Bí thư Tỉnh ủy Phú Yên, từng là giám đốc Sở từ lúc còn trẻ.",)
    later = ("Tại Bình Định, bà Trần Thị Cúc là Giám đốc Sở Y tế tỉnh Bình Định.",)
    assert [p for p in posts(*text, *later) if p[1] == "giám đốc" and p[0] == "Lê Văn Ban"] == []


def test_one_post_told_twice_without_its_place_is_in_one_place() -> None:
    text = ("Chủ tịch UBND TP Đà Nẵng Trần Văn Kha báo cáo Bí thư Thành ủy Lê Văn Ban.",)
    again = ("Có người ở Hà Nội, nơi Đoàn đại biểu Quốc hội thành phố do Bí thư Thành ủy Lê Văn Ban dẫn đầu họp.",)
    found = {p[2] for p in posts(*text, *again) if p[0] == "Lê Văn Ban" and p[1] == "bí thư"}
    assert found == {"Thành ủy Đà Nẵng"}


def test_an_appointment_of_some_weeks_ago_is_news_in_the_next_year() -> None:
    text = "Tháng 12/2019, HĐND tỉnh Phú Yên đã họp và bầu bà Lê Thị Ban giữ chức Chủ tịch UBND tỉnh Phú Yên."
    assert posts(text, published="2020-02-01") == {("Lê Thị Ban", "chủ tịch", UBND, A)}
    assert posts(text, published="2020-10-01") == {("Lê Thị Ban", "chủ tịch", UBND, C)}
    assert posts(text, published="2022-02-01") == {("Lê Thị Ban", "chủ tịch", UBND, F)}


def test_an_appointment_told_with_the_year_since_when_is_none_of_now() -> None:
    text = "Bà Lê Thị Ban được bổ nhiệm làm Giám đốc Sở Y tế tỉnh Phú Yên từ {}."
    held, news = ({("Lê Thị Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", status)} for status in (C, A))
    assert posts(text.format("năm 2016"), published="2020-06-01") == held
    assert posts(text.format("tháng 5/2016"), published="2020-06-01") == held
    assert posts(text.format("ngày 1/6/2020"), published="2020-06-01") == news


def test_an_office_taken_months_ago_is_over_when_the_news_is_of_another() -> None:
    found = posts(
        "Hôm nay, bà Lê Thị Ban được bổ nhiệm giữ chức Bộ trưởng Bộ Y tế.",
        "Tháng 2/2020, bà Ban được bổ nhiệm giữ chức Chánh Văn phòng Trung ương Đảng.",
        published="2020-10-01",
    )
    assert found == {
        ("Lê Thị Ban", "bộ trưởng", "Bộ Y tế", A),
        ("Lê Thị Ban", "chánh văn phòng", "Văn phòng Trung ương Đảng", F),
    }
    board = posts(
        "Hôm nay, bà Lê Thị Ban được bổ nhiệm giữ chức Tổng giám đốc Công ty Hải Âu.",
        "Tháng 2/2020, bà Ban được bổ nhiệm giữ chức Chủ tịch HĐQT Công ty Hải Âu.",
        published="2020-10-01",
    )
    assert ("Lê Thị Ban", "chủ tịch", "Hội đồng quản trị Công ty Hải Âu", C) in board


def test_a_post_is_over_when_the_month_told_behind_it_has_passed() -> None:
    text = "Tháng 4/2016, bà Lê Thị Ban được bổ nhiệm làm Giám đốc Sở Y tế tỉnh Phú Yên đến tháng 2/2020."
    assert posts(text, published="2020-06-01") == {("Lê Thị Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", F)}
    held = "Bà Lê Thị Ban làm Giám đốc Sở Y tế tỉnh Phú Yên đến tháng 12/2020."
    assert posts(held, published="2020-06-01") == {("Lê Thị Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", C)}


def test_a_term_that_ended_some_months_ago_is_over() -> None:
    for text, status in (
        ("Ông Lê Văn Ban, Chủ tịch UBND tỉnh Phú Yên nhiệm kỳ 2016-2021, có mặt.", F),
        ("Ông Lê Văn Ban, Chủ tịch UBND tỉnh Phú Yên nhiệm kỳ 2021-2026, có mặt.", C),
    ):
        assert posts(text, published="2021-11-11") == {("Lê Văn Ban", "chủ tịch", UBND, status)}
    held = {("Lê Văn Ban", "chủ tịch", UBND, C)}
    assert posts("Ông Lê Văn Ban, Chủ tịch UBND tỉnh Phú Yên nhiệm kỳ 2016-2021, có mặt.", published="2021-05-11") == held
    board = posts("Ông Lê Văn Ban, Trưởng Ban Tổ chức Trung ương khóa XII, có mặt.", published="2021-11-11")
    assert board == {("Lê Văn Ban", "trưởng ban", "Ban Tổ chức Trung ương", F)}


def test_what_is_told_of_a_career_behind_a_comma_is_past() -> None:
    moved = "Ông Lê Văn Ban công tác nhiều năm trong ngành, từng được điều động làm Giám đốc Sở Y tế tỉnh Phú Yên."
    assert posts(moved) == {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", F)}
    begun = "Ông Lê Văn Ban có hơn 20 năm làm việc ở đây, bắt đầu từ vị trí Phó Giám đốc Sở Y tế tỉnh Phú Yên."
    assert posts(begun) == {("Lê Văn Ban", "phó giám đốc", "Sở Y tế tỉnh Phú Yên", F)}
    listed = posts(
        "Bà Lê Thị Ban sinh năm 1970, từng công tác tại Đại học Đông Đô, Phó Giám đốc Sở Y tế tỉnh Phú Yên trước khi được bầu làm "
        "Chủ tịch UBND tỉnh Phú Yên."
    )
    assert listed == {
        ("Lê Thị Ban", "phó giám đốc", "Sở Y tế tỉnh Phú Yên", F),
        ("Lê Thị Ban", "chủ tịch", UBND, C),
    }


def test_a_seat_of_sessions_told_by_plain_numbers_is_over_with_the_last() -> None:
    found = posts("Ông Lê Văn Ban là ủy viên Bộ Chính trị khóa 13, ủy viên Trung ương các khóa 10, 11.", published="2024-05-11")
    assert found == {
        ("Lê Văn Ban", "ủy viên", "Bộ Chính trị", C),
        ("Lê Văn Ban", "ủy viên", "Ban Chấp hành Trung ương Đảng", F),
    }


def test_what_is_told_of_an_office_behind_then_is_not_what_somebody_took() -> None:
    empty = posts(
        "Bà Lê Thị Ban, Giám đốc Sở Y tế tỉnh Phú Yên, nói.",
        "Trước khi bà Ban được bổ nhiệm thì vị trí Chủ tịch UBND huyện Tuy An vẫn trống.",
    )
    assert ("Lê Thị Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", C) in empty
    assert A not in {status for *_, status in empty}


def test_a_deputy_who_takes_the_chair_of_the_board_is_deputy_no_more() -> None:
    found = posts(
        "Thủ tướng bổ nhiệm ông Lê Văn Ban, Phó Tổng giám đốc Tập đoàn Hải Âu, giữ chức Chủ tịch Hội đồng thành viên.",
        "Dự lễ có ông Trần Văn Kha, Phó Bí thư Đảng ủy Tập đoàn.",
    )
    assert found == {
        ("Lê Văn Ban", "phó tổng giám đốc", "Tập đoàn Hải Âu", E),
        ("Lê Văn Ban", "chủ tịch", "Hội đồng thành viên Tập đoàn Hải Âu", A),
        ("Trần Văn Kha", "phó bí thư", "Đảng ủy Tập đoàn Hải Âu", C),
    }


def test_posts_in_the_youth_union_are_not_of_the_party() -> None:
    found = posts("Anh Lê Văn Ban, Phó Chủ tịch Hội Sinh viên tỉnh Phú Yên, Ủy viên Ban Thường vụ, Chánh Văn phòng Tỉnh đoàn Phú Yên, nói.")
    assert ("Lê Văn Ban", "ủy viên", "Ban Thường vụ Tỉnh đoàn Phú Yên", C) in found
    led = posts("Anh Lê Văn Ban được chỉ định làm Bí thư Đoàn UBND tỉnh Phú Yên.")
    assert led == {("Lê Văn Ban", "bí thư", f"Đoàn Thanh niên Cộng sản Hồ Chí Minh {UBND}", A)}


def test_a_section_of_the_board_of_a_city_under_the_centre() -> None:
    found = posts("Thành ủy Đà Nẵng họp.", "Ông Lê Văn Ban, Trưởng phòng Tôn giáo, Ban Dân vận Thành ủy, có mặt.")
    assert found == {("Lê Văn Ban", "trưởng phòng", "Phòng Tôn giáo Ban Dân vận Thành ủy Đà Nẵng", C)}


def test_years_behind_one_post_are_not_those_of_the_next() -> None:
    found = posts(
        "Bí thư Tỉnh ủy giới thiệu ông Lê Văn Ban, người từng giữ chức Phó Giám đốc Sở Y tế tỉnh Phú Yên giai đoạn 2007-2014, hiện là "
        "Bí thư Huyện ủy Tuy An, giữ chức Giám đốc Sở Y tế tỉnh Phú Yên thay bà Trần Thị Kha đã được phân công làm Chủ tịch UBND "
        "tỉnh Phú Yên.",
        published="2017-10-25",
    )
    assert found == {
        ("Lê Văn Ban", "phó giám đốc", "Sở Y tế tỉnh Phú Yên", F),
        ("Lê Văn Ban", "bí thư", TUY_AN, C),
        ("Trần Thị Kha", "chủ tịch", UBND, A),
    }


def test_who_leaves_for_a_reason_in_brackets() -> None:
    found = posts("Có mặt ông Lê Văn Ban, Giám đốc Sở Y tế tỉnh Phú Yên (do nghỉ hưu theo chế độ).")
    assert found == {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", E)}


def test_a_transfer_that_somebody_will_only_ask_for_ends_nothing() -> None:
    held = {("Lê Văn Ban", "bí thư", TUY_AN, C)}
    assert posts("Sở sẽ báo cáo về việc điều động ông Lê Văn Ban, Bí thư Huyện ủy Tuy An, về tỉnh.") == held
    gone = posts("Bà Lê Thị Ban, Bí thư Huyện ủy Tuy An, đến nhận công tác tại Sở Y tế tỉnh Phú Yên.")
    assert gone == {("Lê Thị Ban", "bí thư", TUY_AN, E)}


def test_who_is_named_in_brackets_is_not_spoken_of_next() -> None:
    found = posts(
        "Ông Lê Văn Ban có mặt.",
        "Năm đó ông là một trong hai người (cùng ông Trần Văn Kha) được khen.",
        "Sau khi về tỉnh, ông làm Bí thư Huyện ủy Tuy An.",
    )
    assert {(person, role) for person, role, *_ in found} == {("Lê Văn Ban", "bí thư")}


def test_who_takes_a_post_anew_held_it_before() -> None:
    found = posts(
        "Bộ Y tế bổ nhiệm Phó Giám đốc Bệnh viện Đồng Hới đối với bà Lê Thị Ban.",
        "Bà Ban sinh năm 1980, quê Quảng Bình.",
        "Bà từng là Phó Giám đốc Bệnh viện Đồng Hới nhiệm kỳ trước.",
    )
    assert {status for *_, status in found} == {A}


def test_who_was_appointed_long_before_the_news_has_left() -> None:
    found = posts(
        "Sáng nay, tòa xét xử vụ án ở Phú Yên.",
        "Bị cáo Lê Văn Ban khai báo.",
        "Bị cáo kêu oan.",
        "Ông Ban được Thủ tướng phê chuẩn bổ nhiệm chức Phó Chủ tịch UBND tỉnh Phú Yên.",
        "Ông Ban từng là Phó Chủ tịch UBND tỉnh Phú Yên.",
    )
    assert {status for *_, status in found} == {F}


@pytest.mark.parametrize("text", ["khai trừ ông Lê Văn Ban, Bí thư Huyện ủy Tuy An ra khỏi Đảng", "khai trừ Đảng ông Lê Văn Ban, Bí thư Huyện ủy Tuy An"])
def test_who_is_expelled_leaves_the_posts_in_the_party(text: str) -> None:
    assert posts(f"Ban Bí thư quyết định {text}.") == {("Lê Văn Ban", "bí thư", TUY_AN, E)}
    assert posts(f"Ban Thường vụ đề nghị {text}.") == {("Lê Văn Ban", "bí thư", TUY_AN, C)}


@pytest.mark.parametrize(("text", "expected"), [*BEGAN, *OVER, *NEVER])
def test_what_became_of_the_post(text: tuple[str, ...], expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(*text) == expected
