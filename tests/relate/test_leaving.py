"""Who is told to have left office elsewhere in the text, who is only meant for one, whose title it is not."""

from __future__ import annotations

import pytest

from tests.reading import facts, posts

C, A, E, F = "current", "appointed", "ended", "former"
UBND = "Ủy ban nhân dân tỉnh Phú Yên"
TINH_UY = "Tỉnh ủy Phú Yên"

LEFT = [
    # several who retire: at an office at which the clause begins; those whom the sentence before only counts
    (
        ("Cụ thể, tại Sở Tài chính tỉnh Phú Yên, hai Phó giám đốc gồm: ông Lê Văn Ban (58 tuổi) và bà Trần Thị Kha (53 tuổi) được cho"
         " nghỉ hưu trước tuổi.",),
        {
            ("Lê Văn Ban", "phó giám đốc", "Sở Tài chính tỉnh Phú Yên", E),
            ("Trần Thị Kha", "phó giám đốc", "Sở Tài chính tỉnh Phú Yên", E),
        },
    ),
    (
        ("Tỉnh Phú Yên có 2 giám đốc sở nghỉ hưu trước tuổi. Cụ thể: ông Lê Văn Ban - Giám đốc Sở Y tế (61 tuổi), bà Trần Thị Kha -"
         " Giám đốc Sở Nội vụ (59 tuổi, 2 tháng).",),
        {
            ("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", E),
            ("Trần Thị Kha", "giám đốc", "Sở Nội vụ tỉnh Phú Yên", E),
        },
    ),
    (
        ("Tỉnh Phú Yên có 2 giám đốc sở xin nghỉ hưu trước tuổi. Theo đó, ông Lê Văn Ban - Giám đốc Sở Y tế chủ trì cuộc họp.",),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", C)},
    ),
    # by whose decision somebody retires; who lets others without names retire
    (
        ("Bà Trần Thị Kha, Phó Giám đốc Sở Y tế tỉnh Phú Yên cũng được cho nghỉ hưu theo quyết định của Chủ tịch UBND tỉnh.",),
        {("Trần Thị Kha", "phó giám đốc", "Sở Y tế tỉnh Phú Yên", E)},
    ),
    (
        ("Chủ tịch UBND tỉnh Phú Yên Lê Văn Ban ký quyết định cho nghỉ hưu đối với năm Phó Giám đốc sở và hai Phó Chánh Văn phòng UBND"
         " tỉnh.",),
        {("Lê Văn Ban", "chủ tịch", "Ủy ban nhân dân tỉnh Phú Yên", C)},
    ),
    # several who were expelled together, and one beside whom another was only reprimanded
    (
        ("Tỉnh ủy Phú Yên khai trừ ra khỏi Đảng đối với ông Lê Văn Ban, Bí thư Huyện ủy Tuy An, nguyên Giám đốc Sở Y tế;"
         " bà Trần Thị Kha, Tỉnh ủy viên, Giám đốc Sở Nội vụ.",),
        {
            ("Lê Văn Ban", "bí thư", "Huyện ủy Tuy An", E),
            ("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", F),
            ("Trần Thị Kha", "ủy viên", "Tỉnh ủy Phú Yên", E),
            ("Trần Thị Kha", "giám đốc", "Sở Nội vụ tỉnh Phú Yên", C),
        },
    ),
    (
        ("Tỉnh ủy Phú Yên khai trừ khỏi Đảng ông Lê Văn Ban, Bí thư Huyện ủy Tuy An và bà Trần Thị Kha, Tỉnh ủy viên.",),
        {("Lê Văn Ban", "bí thư", "Huyện ủy Tuy An", E), ("Trần Thị Kha", "ủy viên", "Tỉnh ủy Phú Yên", E)},
    ),
    # posts listed behind the name of who loses them, and told in two parts before it
    (
        ("Ban Bí thư quyết định cách hết chức vụ trong Đảng của ông Lê Văn Ban, bao gồm: Tỉnh ủy viên Phú Yên; Ủy viên Ban"
         " Thường vụ, Bí thư Đảng ủy Sở Y tế tỉnh Phú Yên.",),
        {
            ("Lê Văn Ban", "ủy viên", "Tỉnh ủy Phú Yên", E),
            ("Lê Văn Ban", "ủy viên", "Ban Thường vụ Đảng ủy Sở Y tế tỉnh Phú Yên", E),
            ("Lê Văn Ban", "bí thư", "Đảng ủy Sở Y tế tỉnh Phú Yên", E),
        },
    ),
    (
        ("Tỉnh ủy Phú Yên thống nhất cách các chức vụ trong Đảng của bà Trần Thị Kha, trong đó có chức Tỉnh ủy viên.",),
        {("Trần Thị Kha", "ủy viên", "Tỉnh ủy Phú Yên", E)},
    ),
    (
        ("Tỉnh ủy Phú Yên cách hết chức vụ trong Đảng đối với bà Trần Thị Kha, nhắc nhở Bí thư Huyện ủy Tuy An.",),
        set(),
    ),
    (
        ("Ban Bí thư cách chức Ủy viên Ban Thường vụ Tỉnh ủy, bao gồm cả chức vụ Bí thư Tỉnh ủy Phú Yên của ông Lê Văn Ban.",),
        {
            ("Lê Văn Ban", "ủy viên", "Ban Thường vụ Tỉnh ủy Phú Yên", E),
            ("Lê Văn Ban", "bí thư", "Tỉnh ủy Phú Yên", E),
        },
    ),
    # who retires, with what they are granted, and a list of those who do
    (
        ("Sáng 2/3, trao quyết định nghỉ hưu trước tuổi và hưởng chính sách, chế độ theo nguyện vọng đối với ông Lê Văn Ban,"
         " Giám đốc Sở Y tế tỉnh Phú Yên.",),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", E)},
    ),
    (
        ("Có 2 cán bộ được Tỉnh ủy đồng ý cho nghỉ hưu trước tuổi, gồm: ông Lê Văn Ban, Giám đốc Sở Y tế tỉnh Phú Yên; bà Trần"
         " Thị Kha, Bí thư Huyện ủy Tuy An.",),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", E), ("Trần Thị Kha", "bí thư", "Huyện ủy Tuy An", E)},
    ),
    # who only asks to
    (
        ("Ông Lê Văn Ban, Giám đốc Sở Y tế tỉnh Phú Yên, đã có đơn xin nghỉ hưu trước tuổi.",),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", C)},
    ),
    (
        ("Ông Lê Văn Ban, Giám đốc Sở Y tế tỉnh Phú Yên có nguyện vọng nghỉ hưu trước tuổi.",),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", C)},
    ),
    (
        ("Ông Lê Văn Ban, Bí thư Huyện ủy Tuy An bị khai trừ khỏi Đảng còn bà Trần Thị Kha, ủy viên Tỉnh ủy Phú Yên bị khiển trách.",),
        {("Lê Văn Ban", "bí thư", "Huyện ủy Tuy An", E), ("Trần Thị Kha", "ủy viên", "Tỉnh ủy Phú Yên", C)},
    ),
    (
        ("Ông Lê Văn Ban, Bí thư Huyện ủy, Chủ tịch HĐND huyện Tuy An, vắng mặt.",
         "Ông Ban bị cách chức tất cả các chức vụ trong Đảng."),
        {
            ("Lê Văn Ban", "bí thư", "Huyện ủy Tuy An", E),
            ("Lê Văn Ban", "chủ tịch", "Hội đồng nhân dân huyện Tuy An", C),
        },
    ),
    (
        ("Ông Lê Văn Ban, Bí thư Huyện ủy Tuy An, vắng mặt.",
         "Ủy ban Kiểm tra đề nghị xem xét việc ông Ban bị cách tất cả các chức vụ trong Đảng."),
        {("Lê Văn Ban", "bí thư", "Huyện ủy Tuy An", C)},
    ),
    (
        ("Chủ trì là ông Lê Văn Ban, Phó Chủ tịch UBND tỉnh Phú Yên.", "Ông Ban nghỉ hưu từ tháng sau."),
        {("Lê Văn Ban", "phó chủ tịch", UBND, E)},
    ),
    (
        ("Ông Lê Văn Ban, Phó Chủ tịch UBND tỉnh Phú Yên, chủ trì.", "Ông Ban sắp nghỉ hưu."),
        {("Lê Văn Ban", "phó chủ tịch", UBND, C)},
    ),
    (
        ("Ông Lê Văn Ban, Chủ tịch UBND huyện Tuy An, tử vong trong một vụ tai nạn.",),
        {("Lê Văn Ban", "chủ tịch", "Ủy ban nhân dân huyện Tuy An", E)},
    ),
    (
        ("Ông Lê Văn Ban, Chủ tịch UBND huyện Tuy An, vừa qua đời.", "Ông được bầu làm Bí thư Huyện ủy Đồng Xuân."),
        {
            ("Lê Văn Ban", "chủ tịch", "Ủy ban nhân dân huyện Tuy An", E),
            ("Lê Văn Ban", "bí thư", "Huyện ủy Đồng Xuân", F),
        },
    ),
    (
        ("Ông Lê Văn Ban, Chủ tịch UBND huyện Tuy An, nói rằng tin ông Ban qua đời là không đúng.",),
        {("Lê Văn Ban", "chủ tịch", "Ủy ban nhân dân huyện Tuy An", C)},
    ),
    (
        ("Khi ông Trần Văn Kha nghỉ hưu, ông Lê Văn Ban giữ chức Giám đốc Sở Y tế tỉnh Phú Yên.",),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", C)},
    ),
    (
        ("Quyết định bổ nhiệm ông Lê Văn Ban làm Giám đốc Sở Y tế tỉnh Phú Yên bị thu hồi.",),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", E)},
    ),
    (
        ("Ông bị nêu tên trong việc bổ nhiệm con trai là Lê Văn Ban làm Phó Giám đốc Sở Y tế tỉnh Phú Yên.",),
        {("Lê Văn Ban", "phó giám đốc", "Sở Y tế tỉnh Phú Yên", F)},
    ),
]

TAKEN = [
    # elected once more, though an earlier career names the same post
    (
        ("Ông Lê Văn Ban, Chủ tịch UBND tỉnh Phú Yên nhiệm kỳ 2011-2016, tái đắc cử chức vụ này.",),
        {("Lê Văn Ban", "chủ tịch", UBND, A)},
    ),
    (
        ("Ông Lê Văn Ban tái đắc cử chức danh Chủ tịch UBND tỉnh Phú Yên.",
         "Ông Ban từng kinh qua các chức vụ Bí thư Huyện ủy Tuy An, Chủ tịch UBND tỉnh Phú Yên."),
        {("Lê Văn Ban", "chủ tịch", UBND, A), ("Lê Văn Ban", "bí thư", "Huyện ủy Tuy An", F)},
    ),
    # said to be held now, though a list began with `nguyên`
    (
        ("Ông Lê Văn Ban, nguyên Giám đốc Sở Y tế, đại biểu HĐND tỉnh Phú Yên, vắng mặt.",
         "Hiện ông Ban giữ chức danh đại biểu HĐND tỉnh."),
        {
            ("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", F),
            ("Lê Văn Ban", "đại biểu", "Hội đồng nhân dân tỉnh Phú Yên", C),
        },
    ),
    (
        ("Người thay thế ông Kha ở vị trí Giám đốc Sở Y tế tỉnh Phú Yên là ông Lê Văn Ban.",),
        {("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", A)},
    ),
    (
        ("Ông Lê Văn Ban từng làm Giám đốc Sở Y tế tỉnh Phú Yên, trước khi được điều chuyển làm Bí thư Huyện ủy Tuy An.",),
        {
            ("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", F),
            ("Lê Văn Ban", "bí thư", "Huyện ủy Tuy An", C),
        },
    ),
    (
        ("Tỉnh Phú Yên hiện có ba phó chủ tịch, gồm các ông: Lê Văn Ban, Trần Văn Kha và Đỗ Minh Hội.",),
        {(name, "phó chủ tịch", UBND, C) for name in ("Lê Văn Ban", "Trần Văn Kha", "Đỗ Minh Hội")},
    ),
    (
        ("Ông Lê Văn Ban từng giữ chức thứ trưởng, phó chủ nhiệm Ủy ban Dân tộc.",),
        {
            ("Lê Văn Ban", "thứ trưởng", "Ủy ban Dân tộc", F),
            ("Lê Văn Ban", "phó chủ nhiệm", "Ủy ban Dân tộc", F),
        },
    ),
]

NOT_THEIRS = [
    # put forward for an election, a candidate, until somebody is elected
    (
        ("Tỉnh ủy giới thiệu ông Lê Văn Ban, Giám đốc Công an tỉnh Phú Yên, để HĐND bầu vào chức danh Chủ tịch UBND tỉnh.",),
        {("Lê Văn Ban", "giám đốc", "Công an tỉnh Phú Yên", C)},
    ),
    (
        ("Gặp cử tri có ứng viên đại biểu Quốc hội, Bí thư Tỉnh ủy Phú Yên Lê Văn Ban.",),
        {("Lê Văn Ban", "bí thư", TINH_UY, C)},
    ),
    (
        ("Ông Lê Văn Ban được giao quyền Chủ tịch UBND tỉnh Phú Yên đến khi Thủ tướng phê chuẩn kết quả bầu Chủ tịch UBND tỉnh.",),
        {("Lê Văn Ban", "quyền chủ tịch", UBND, A)},
    ),
    # the title of who speaks of somebody, of a parent, of others
    (("Nguyên Bí thư Tỉnh ủy Phú Yên: Ông Lê Văn Ban nên từ chức",), set()),
    (
        ("Ông Lê Văn Ban - Giám đốc Sở Y tế tỉnh Phú Yên, con trai nguyên Bí thư Tỉnh ủy Phú Yên Lê Văn Kha - vừa được điều "
         "động giữ chức Bí thư Huyện ủy Tuy An.",),
        {
            ("Lê Văn Ban", "giám đốc", "Sở Y tế tỉnh Phú Yên", E),
            ("Lê Văn Ban", "bí thư", "Huyện ủy Tuy An", A),
            ("Lê Văn Kha", "bí thư", TINH_UY, F),
        },
    ),
    (("Theo ông Lê Văn Ban, cần nhắc các đồng chí là Ủy viên Trung ương Đảng làm gương.",), set()),
    (("Ông Lê Văn Ban cho biết sẽ cử một Phó Chủ tịch sang giữ chức Trưởng Ban Tuyên giáo Tỉnh ủy Phú Yên.",), set()),
    (
        ("Ông Lê Văn Ban có mặt.", "Theo ông Ban, Chủ tịch UBND tỉnh Phú Yên đương nhiệm, ông Trần Văn Kha sẽ trả lời."),
        {("Trần Văn Kha", "chủ tịch", UBND, C)},
    ),
    (
        ("Theo ông Lê Văn Ban, Chủ tịch UBND tỉnh Phú Yên, bà Trần Thị Hội đã trả lời.",),
        {("Lê Văn Ban", "chủ tịch", UBND, C)},
    ),
    (("Đoàn Đảng Nhân dân Lào do Ủy viên Bộ Chính trị, Trưởng ban Tổ chức Kham Phan dẫn đầu thăm Tỉnh ủy Phú Yên.",), set()),
]


@pytest.mark.parametrize(("text", "expected"), [*LEFT, *TAKEN, *NOT_THEIRS])
def test_who_has_left_and_who_never_came(text: tuple[str, ...], expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(*text) == expected


def test_a_career_list_in_brackets_goes_on_after_a_semicolon() -> None:
    found = posts(
        "Ông Lê Văn Ban bị cách tất cả các chức vụ trong Đảng (ủy viên Ban Chấp hành Đảng bộ tỉnh Phú Yên nhiệm kỳ 2015-2020; "
        "bí thư Đảng ủy Sở Y tế tỉnh Phú Yên)."
    )
    assert found == {
        ("Lê Văn Ban", "ủy viên", TINH_UY, E),
        ("Lê Văn Ban", "bí thư", "Đảng ủy Sở Y tế tỉnh Phú Yên", E),
    }


def test_who_is_elected_again_is_told_by_a_rule_of_its_own() -> None:
    found = facts("Ông Lê Văn Ban tái đắc cử chức danh Chủ tịch UBND tỉnh Phú Yên.").positions
    assert [(p.rule, p.event) for p in found] == [("again", "elected")]


@pytest.mark.parametrize(
    ("told", "short", "long"),
    [
        ("Công ty Cổ phần Vận tải Minh Phát", "Công ty Minh Phát", "Công ty Cổ phần Vận tải Minh Phát"),
        ("Công ty Cổ phần Sao Mai - Minh Phát", "Công ty Minh Phát", "Công ty Minh Phát"),
    ],
)
def test_a_company_by_the_last_words_of_its_name(told: str, short: str, long: str) -> None:
    assert posts(f"{told} đã xây cầu.", f"Ông Lê Văn Ban, Giám đốc {short}, vắng mặt.") == {
        ("Lê Văn Ban", "giám đốc", long, C)
    }


TOLD = [
    # what somebody was then, for years or for one
    (
        ("Thời điểm đó, ông Lê Văn Ban đang là Chủ tịch UBND huyện Tuy An.",),
        {("Lê Văn Ban", "chủ tịch", "Ủy ban nhân dân huyện Tuy An", F)},
    ),
    (
        ("Là Chủ tịch UBND huyện Tuy An hai khóa, từ 2008 đến 2015, ông Lê Văn Ban buông lỏng quản lý.",
         "Ngày 7/5/2019, huyện họp."),
        {("Lê Văn Ban", "chủ tịch", "Ủy ban nhân dân huyện Tuy An", F)},
    ),
    (
        ("Ông Lê Văn Ban có mặt.", "Từ tháng 5/2012 đến tháng 8/2013, giữ chức Chủ tịch UBND huyện Tuy An.",
         "Ngày 7/5/2019, huyện họp."),
        {("Lê Văn Ban", "chủ tịch", "Ủy ban nhân dân huyện Tuy An", F)},
    ),
    (
        ("Ông Lê Văn Ban, Trưởng ban Chỉ đạo kỳ thi năm 2018 tỉnh Phú Yên, vắng mặt ngày 7/5/2019.",),
        {("Lê Văn Ban", "trưởng ban", "Ban Chỉ đạo kỳ thi năm 2018 tỉnh Phú Yên", F)},
    ),
    (
        ("Ông bị xem xét vì ký bổ nhiệm bà Trần Thị Hội làm Phó Giám đốc Sở Y tế tỉnh Phú Yên không đúng quy định.",),
        {("Trần Thị Hội", "phó giám đốc", "Sở Y tế tỉnh Phú Yên", F)},
    ),
    # a title without its body, or with its body told elsewhere
    (
        ("Bí thư Thành ủy Tuy Hòa Lê Văn Ban đến thăm nhà máy ở thành phố Bến Cát.",
         "Bí thư Thành ủy Lê Văn Ban khen nhà máy ở Bến Cát."),
        {("Lê Văn Ban", "bí thư", "Thành ủy Tuy Hòa", C)},
    ),
    (
        ("Tại cuộc họp của UBND tỉnh Phú Yên, Chủ tịch Lê Văn Ban nói rõ.", "UBND huyện Tuy An vắng mặt."),
        {("Lê Văn Ban", "chủ tịch", UBND, C)},
    ),
    (
        ("Ông Lê Văn Ban từng qua nhiều chức vụ của Bộ Công Thương: từng là Vụ trưởng Vụ Kế hoạch.", "Bộ Tài chính vắng mặt."),
        {("Lê Văn Ban", "vụ trưởng", "Vụ Kế hoạch Bộ Công Thương", F)},
    ),
    (
        ("Phó Chủ tịch phụ trách đô thị UBND tỉnh có mặt.", "Phó Chủ tịch phụ trách HĐND tỉnh Phú Yên Lê Văn Ban nói."),
        {("Lê Văn Ban", "phó chủ tịch phụ trách", "Hội đồng nhân dân tỉnh Phú Yên", C)},
    ),
    # where somebody lives between the name and the title; a name that is only begun; a post for each
    (
        ("Ông Lê Văn Ban, 33 tuổi, ngụ phường Phú Lâm, TP Tuy Hòa, Giám đốc Công ty Cổ phần Minh Phát, bị phạt.",),
        {("Lê Văn Ban", "giám đốc", "Công ty Cổ phần Minh Phát", C)},
    ),
    (
        ("Ông Lê Văn B., Bí thư Đảng ủy xã An Phú, tỉnh Phú Yên, vắng mặt.",),
        {("Lê Văn B.", "bí thư", "Đảng ủy xã An Phú", C)},
    ),
    (
        ("Cách chức Bí thư và Phó Bí thư Đảng ủy xã An Phú đối với ông Lê Văn Ban và ông Trần Văn Kha.",),
        {
            ("Lê Văn Ban", "bí thư", "Đảng ủy xã An Phú", E),
            ("Trần Văn Kha", "phó bí thư", "Đảng ủy xã An Phú", E),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_when_and_where(text: tuple[str, ...], expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(*text) == expected


WHOLE = [
    # names that are introduced in brackets, or told by their kind alone
    (
        ("Bộ kiểm tra tập đoàn Hóa chất Sông Xanh (SXChem).", "Ông Lê Văn Ban, Chủ tịch HĐTV SXChem, vắng mặt."),
        {("Lê Văn Ban", "chủ tịch", "Hội đồng thành viên Tập đoàn Hóa chất Sông Xanh", C)},
    ),
    (
        ("Trung tâm Điều hành chương trình chống ngập nước (Trung tâm chống ngập) họp.",
         "Giám đốc Trung tâm chống ngập Lê Văn Ban nói."),
        {("Lê Văn Ban", "giám đốc", "Trung tâm Điều hành chương trình chống ngập nước", C)},
    ),
    (
        ("Công ty đã ký với đối tác ở Nhật Bản (JICA).", "Ông Lê Văn Ban, Giám đốc JICA, vắng mặt."),
        {("Lê Văn Ban", "giám đốc", "JICA", C)},
    ),
    (
        ("Tổng công ty Cảng Sông Xanh họp.", "Ông Lê Văn Ban, Chủ tịch HĐQT tổng công ty, có mặt."),
        {("Lê Văn Ban", "chủ tịch", "Hội đồng quản trị Tổng công ty Cảng Sông Xanh", C)},
    ),
    # what was held then, with what is held now in brackets; who is only put forward by the one who tells it
    (
        ("Ông Lê Văn Ban - Chủ tịch UBND huyện Tuy An (nay là Bí thư Huyện ủy) đã ký quyết định.",),
        {
            ("Lê Văn Ban", "chủ tịch", "Ủy ban nhân dân huyện Tuy An", F),
            ("Lê Văn Ban", "bí thư", "Huyện ủy Tuy An", C),
        },
    ),
    (
        ("Ông Lê Văn Ban được đề cử làm Chủ tịch UBND tỉnh Phú Yên - Phó Bí thư Tỉnh ủy Trần Văn Kha cho hay.",),
        {("Trần Văn Kha", "phó bí thư", TINH_UY, C)},
    ),
    (
        ("HĐND tỉnh bầu ông Lê Văn Ban - Ủy viên Trung ương Đảng, Thường vụ Tỉnh ủy, Trưởng Ban Dân vận Tỉnh ủy Phú Yên "
         "giữ chức Chủ tịch UBND tỉnh.",),
        {
            ("Lê Văn Ban", "ủy viên", "Ban Chấp hành Trung ương Đảng", C),
            ("Lê Văn Ban", "ủy viên", "Ban Thường vụ Tỉnh ủy Phú Yên", C),
            ("Lê Văn Ban", "trưởng ban", "Ban Dân vận Tỉnh ủy Phú Yên", C),
            ("Lê Văn Ban", "chủ tịch", UBND, A),
        },
    ),
    (
        ("Sở phân công ông Lê Văn Ban làm chuyên viên Phòng Quy hoạch Sở Xây dựng tỉnh Phú Yên.",),
        {("Lê Văn Ban", "chuyên viên", "Phòng Quy hoạch Sở Xây dựng tỉnh Phú Yên", A)},
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_whole_names_and_titles(text: tuple[str, ...], expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(*text) == expected


def test_a_company_that_is_written_out_in_lower_case_only() -> None:
    found = posts(
        "Tỉnh kiểm tra Công ty TNHH một thành viên đầu tư và xây dựng Minh Phát (100% vốn nhà nước).",
        "Tổng giám đốc Công ty Minh Phát Lê Văn Ban bị tạm đình chỉ.",
    )
    name = "Công ty trách nhiệm hữu hạn một thành viên đầu tư và xây dựng Minh Phát"
    assert found == {("Lê Văn Ban", "tổng giám đốc", name, C)}


def test_a_transfer_told_once_without_the_office_that_it_ends() -> None:
    found = posts(
        "Ông Lê Văn Ban được Tỉnh ủy Phú Yên luân chuyển giữ chức Bí thư Huyện ủy Tuy An.",
        "Tỉnh ủy trao quyết định cho ông Lê Văn Ban, Phó Chánh Văn phòng Tỉnh ủy, giữ chức Bí thư Huyện ủy Tuy An.",
    )
    assert found == {
        ("Lê Văn Ban", "bí thư", "Huyện ủy Tuy An", A),
        ("Lê Văn Ban", "phó chánh văn phòng", "Văn phòng Tỉnh ủy Phú Yên", E),
    }


def test_an_office_told_in_full_once_is_the_same_where_its_whole_is_left_out() -> None:
    found = posts(
        "Ông Lê Văn Ban, Phó Trưởng khoa Lý luận Trường Chính trị tỉnh Phú Yên, có mặt.",
        "Bà Trần Thị Hội chào ông Lê Văn Ban, Phó Trưởng khoa Lý luận.",
    )
    assert {post for post in found if post[0] == "Lê Văn Ban"} == {
        ("Lê Văn Ban", "phó trưởng khoa", "Khoa Lý luận Trường Chính trị tỉnh Phú Yên", C)
    }
