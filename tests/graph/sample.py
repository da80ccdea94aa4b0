"""A made-up article that touches every kind of claim, as the stages before the graph would hand it on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kg.model import (
    Article,
    Congress,
    Document,
    DocumentRef,
    Event,
    Evidence,
    Facts,
    Indicator,
    IndicatorKind,
    Link,
    Organization,
    Participation,
    ParticipationRole,
    Position,
    Relation,
    Status,
    Text,
    Theme,
    Unit,
)
from kg.normalise import blocks_of, normalise

TITLE = "Uông Bí tổng kết năm 2022"
LINES = (
    "Ngày 5/1/2023, Thành ủy Uông Bí và UBND thành phố tổ chức hội nghị tổng kết tại phường Quang Trung.",
    "Đồng chí Trần Văn Mẫu, Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Thành ủy, Chủ tịch HĐND thành phố chủ trì.",
    "Đồng chí Lê Thị Thử được bầu giữ chức Phó Chủ tịch UBND thành phố;"
    " đồng chí Ngô Văn Ví nguyên là giám đốc.",
    "Ông Phạm Văn Lẻ là Trưởng Ban Tuyên giáo Thành ủy,"
    " bà Hồ Thị Chờ là Bí thư Chi bộ và quyền Trưởng đoàn ĐBQH.",
    "Nghị quyết số 06-NQ/TU ngày 2/12/2022 của Thành ủy về nhiệm vụ năm 2023 triển khai Nghị quyết số"
    " 08-NQ/TU của Tỉnh ủy và sửa đổi Kế hoạch 118 của UBND thành phố.",
    "Nghị quyết số 06-NQ/TU ngày 8/12/2016 đã hết hiệu lực; Nghị quyết Đại hội Đảng bộ thành phố lần thứ XX,"
    " nhiệm kỳ 2020-2025 tiếp tục được thực hiện theo Chỉ thị 05-CT/TW ngày 15/5/2016.",
    "Chủ đề công tác năm 2023 là “Thu hút đầu tư; nâng cao đời sống nhân dân”.",
    "Thu ngân sách đạt 3.842 tỷ đồng, bằng 116% dự toán tỉnh giao;"
    " năm 2022 đặt 16 chỉ tiêu, trong đó kinh tế 6.",
    "Năm 2023 phấn đấu tăng trưởng trên 12,5%. Thu ngân sách năm 2022 giao 3.500 tỷ đồng.",
    "MTTQ, Đoàn Thanh niên và công ty cùng dự.",
)


def text_of(article_id: str = "sample") -> Text:
    """The canonical text of the sample."""
    article = Article(
        id=article_id,
        blocks=blocks_of(TITLE, LINES),
        title=TITLE,
        author="Nhóm PV",
        publisher="Báo Mẫu",
        published="2023-01-05",
        url="https://example.org/bai?id=1&x=\"<'",
        republished_from="Báo Gốc",
    )
    return normalise(article)


PROVINCE = Unit("Quảng Ninh", "province", "tỉnh", 1, "legacy/22")
CITY = Unit("Uông Bí", "city", "thành phố", 2, "legacy/196", ("legacy/22",))
WARD = Unit("Quang Trung", "ward", "phường", 3, "legacy/06817", ("legacy/196", "legacy/22"))
OTHER_WARD = Unit("Quang Trung", "ward", "phường", 3, "legacy/11329", ("legacy/31",))
VILLAGE = Unit("Khu 5", "ward", "khu phố", 3)

PROVINCIAL = Organization(
    "provincial-party-committee", "Tỉnh ủy", PROVINCE, bare_unit=True, rule="province-of-city"
)
PROVINCIAL_STANDING = Organization("standing-committee", "Ban Thường vụ", parent=PROVINCIAL)
COMMITTEE = Organization("city-party-committee", "Thành ủy", CITY, bare_unit=True)
COUNCIL = Organization("peoples-council", "Hội đồng nhân dân", CITY)
GOVERNMENT = Organization("peoples-committee", "Ủy ban nhân dân", CITY)
PROPAGANDA = Organization("propaganda-board", "Ban Tuyên giáo", parent=COMMITTEE)
OFFICE = Organization("office", "Văn phòng", parent=COMMITTEE)
CELL = Organization("party-branch", "Chi bộ", VILLAGE)
DELEGATION = Organization("assembly-delegation", "Đoàn đại biểu Quốc hội", PROVINCE)
FRONT = Organization("fatherland-front", "Ủy ban Mặt trận Tổ quốc", CITY)
YOUTH = Organization("youth-union", "Đoàn Thanh niên", CITY)
COMPANY = Organization("company", "Công ty Than Mẫu")
CENTRE = Organization("central-committee", "Ban Chấp hành Trung ương Đảng", level=0)
UNDECIDED = Organization(
    "grassroots-party-committee", "Đảng ủy", level=3, rule="undecided", candidates=(WARD, OTHER_WARD)
)


def evidence(text: Text, quote: str, caption: bool = False) -> Evidence:
    """The first place of ``quote`` in the text."""
    start = text.content.index(quote)
    return Evidence(text.article.id, start, start + len(quote), quote, caption)


def _positions(text: Text) -> tuple[Position, ...]:
    at = evidence(
        text, "Trần Văn Mẫu, Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Thành ủy, Chủ tịch HĐND thành phố"
    )
    elected = evidence(text, "Lê Thị Thử được bầu giữ chức Phó Chủ tịch UBND thành phố")
    former = evidence(text, "Ngô Văn Ví nguyên là giám đốc", caption=True)
    held = Status.CURRENT
    approved = Position(
        elected,
        "elected",
        "Lê Thị Thử",
        "phó chủ tịch",
        "deputy-chair",
        GOVERNMENT,
        Status.APPOINTED,
        "2023-01",
    )
    return (
        Position(at, "list", "Trần Văn Mẫu", "ủy viên", "member", PROVINCIAL_STANDING, held, "2023-01-05"),
        Position(at, "list", "Trần Văn Mẫu", "bí thư", "secretary", COMMITTEE, held, "2023-01-05"),
        Position(at, "list", "Trần Văn Mẫu", "chủ tịch", "chair", COUNCIL, held, "2023-01-05"),
        Position(
            elected,
            "elected",
            "Lê Thị Thử",
            "phó chủ tịch",
            "deputy-chair",
            GOVERNMENT,
            Status.APPOINTED,
            "2023-01",
            event="elected",
            event_date="2023-01-05",
            steps=(replace(approved, event="approved", event_date="2023-01-19"),),
        ),
        Position(
            former,
            "former",
            "Ngô Văn Ví",
            "giám đốc",
            "director",
            COMPANY,
            Status.FORMER,
            since="2010-05",
            until="2015",
        ),
        Position(
            evidence(text, "Phạm Văn Lẻ là Trưởng Ban Tuyên giáo Thành ủy"),
            "is",
            "Phạm Văn Lẻ",
            "trưởng ban",
            "head",
            PROPAGANDA,
            held,
            "2023-01-05",
        ),
        Position(
            evidence(text, "Hồ Thị Chờ là Bí thư Chi bộ"),
            "is",
            "Hồ Thị Chờ",
            "bí thư",
            "secretary",
            CELL,
            held,
        ),
        Position(
            evidence(text, "Hồ Thị Chờ là Bí thư Chi bộ và quyền Trưởng đoàn ĐBQH"),
            "is",
            "Hồ Thị Chờ",
            "trưởng đoàn",
            None,
            DELEGATION,
            Status.ENDED,
            acting=True,
            event="relieved",
            event_date="2022-12",
        ),
    )


def _documents(text: Text) -> tuple[Document, ...]:
    return (
        Document(
            evidence(text, "Nghị quyết số 06-NQ/TU ngày 2/12/2022"),
            "numbered",
            "nghị quyết",
            "resolution",
            "06-NQ/TU",
            COMMITTEE,
            "2022-12-02",
            "nhiệm vụ năm 2023",
        ),
        Document(
            evidence(text, "Nghị quyết số 08-NQ/TU của Tỉnh ủy"),
            "numbered",
            "nghị quyết",
            "resolution",
            "08-NQ/TU",
            PROVINCIAL,
            None,
            None,
        ),
        Document(
            evidence(text, "Kế hoạch 118 của UBND thành phố"),
            "numbered",
            "kế hoạch",
            "plan",
            "118",
            GOVERNMENT,
            None,
            None,
        ),
        Document(
            evidence(text, "Nghị quyết số 06-NQ/TU ngày 8/12/2016"),
            "numbered",
            "nghị quyết",
            "resolution",
            "06-NQ/TU",
            COMMITTEE,
            "2016-12-08",
            None,
        ),
        Document(
            evidence(text, "Nghị quyết Đại hội Đảng bộ thành phố lần thứ XX, nhiệm kỳ 2020-2025"),
            "congress",
            "nghị quyết",
            "resolution",
            None,
            COMMITTEE,
            None,
            "Nghị quyết Đại hội Đảng bộ thành phố Uông Bí lần thứ XX",
            20,
            "2020-2025",
        ),
        Document(
            evidence(text, "Chỉ thị 05-CT/TW ngày 15/5/2016"),
            "numbered",
            "chỉ thị",
            "directive",
            "05-CT/TW",
            CENTRE,
            "2016-05-15",
            None,
        ),
    )


def _links(text: Text) -> tuple[Link, ...]:
    own = DocumentRef("nghị quyết", "06-NQ/TU", COMMITTEE)
    at = evidence(text, "Nghị quyết số 06-NQ/TU ngày 2/12/2022 của Thành ủy về nhiệm vụ năm 2023 triển khai")
    return (
        Link(at, "implements", own, Relation.IMPLEMENTS, DocumentRef("nghị quyết", "08-NQ/TU", PROVINCIAL)),
        Link(at, "amends", own, Relation.AMENDS, DocumentRef("kế hoạch", "118", GOVERNMENT)),
    )


def _indicators(text: Text) -> tuple[Indicator, ...]:
    revenue = "thu ngân sách"
    total = evidence(text, "16 chỉ tiêu")
    return (
        Indicator(
            evidence(text, "Thu ngân sách đạt 3.842 tỷ đồng"),
            "result",
            CITY,
            revenue,
            IndicatorKind.RESULT,
            "=",
            Decimal("3842"),
            "tỷ đồng",
            "2022",
            "budget-revenue",
            "billion-dong",
        ),
        Indicator(
            evidence(text, "Thu ngân sách đạt 3.842 tỷ đồng, bằng 116% dự toán tỉnh giao"),
            "result",
            CITY,
            revenue,
            IndicatorKind.RESULT,
            "=",
            Decimal("116.0"),
            "% dự toán tỉnh giao",
            "2022",
            "budget-revenue",
            "percent",
            "dự toán tỉnh giao",
        ),
        Indicator(
            total, "count", COMMITTEE, "chỉ tiêu", IndicatorKind.TARGET, "=", Decimal(16), "chỉ tiêu", "2022"
        ),
        Indicator(
            evidence(text, "kinh tế 6"),
            "count",
            COMMITTEE,
            "chỉ tiêu kinh tế",
            IndicatorKind.TARGET,
            "=",
            Decimal(6),
            "chỉ tiêu",
            "2022",
            part_of=total,
        ),
        Indicator(
            evidence(text, "tăng trưởng trên 12,5%"),
            "target",
            CITY,
            "tăng trưởng",
            IndicatorKind.TARGET,
            ">",
            Decimal("12.5"),
            "%",
            "2023",
            "growth",
            "percent",
        ),
        Indicator(
            evidence(text, "Thu ngân sách năm 2022 giao 3.500 tỷ đồng"),
            "target",
            CITY,
            revenue,
            IndicatorKind.TARGET,
            ">=",
            Decimal("3500"),
            "tỷ đồng",
            "2022",
            "budget-revenue",
            "billion-dong",
        ),
        Indicator(
            evidence(text, "công ty cùng dự"),
            "count",
            None,
            "đơn vị dự",
            IndicatorKind.RESULT,
            "~",
            Decimal("1.50"),
            "đơn vị",
            None,
        ),
    )


def _events(text: Text) -> tuple[Event, ...]:
    chairs = evidence(text, "Trần Văn Mẫu")
    return (
        Event(
            evidence(
                text, "Thành ủy Uông Bí và UBND thành phố tổ chức hội nghị tổng kết tại phường Quang Trung"
            ),
            "event",
            "hội nghị",
            "conference",
            "2023-01-05",
            (COMMITTEE, GOVERNMENT),
            "phường Quang Trung",
            "tổng kết năm 2022",
            (UNDECIDED, FRONT),
            (Participation("Trần Văn Mẫu", ParticipationRole.CHAIRS, chairs),),
        ),
        Event(
            evidence(text, "MTTQ, Đoàn Thanh niên và công ty cùng dự"),
            "event",
            "buổi làm việc",
            None,
            None,
            (YOUTH, COMPANY, OFFICE),
            None,
        ),
    )


def sample(article_id: str = "sample") -> Facts:
    """Every kind of claim of the made-up article."""
    text = text_of(article_id)
    theme = evidence(text, "Thu hút đầu tư; nâng cao đời sống nhân dân")
    congress = evidence(text, "Đại hội Đảng bộ thành phố lần thứ XX, nhiệm kỳ 2020-2025")
    return Facts(
        article=text.article,
        text=text,
        positions=_positions(text),
        documents=_documents(text),
        links=_links(text),
        themes=(
            Theme(theme, "theme", COMMITTEE, "2023", theme.quote, "06-NQ/TU", (), (PROVINCIAL,)),
            Theme(
                evidence(text, "nâng cao đời sống nhân dân"),
                "theme",
                None,
                None,
                "nâng cao đời sống nhân dân",
                None,
            ),
        ),
        indicators=_indicators(text),
        congresses=(Congress(congress, "congress", COMMITTEE, 20, "2020-2025"),),
        events=_events(text),
        setting=(CITY, PROVINCE),
    )


def undated(article_id: str = "undated") -> Facts:
    """The same article without a date of publication."""
    from dataclasses import replace

    facts = sample(article_id)
    article = replace(facts.article, published=None, republished_from=None)
    return replace(
        facts, article=article, text=replace(facts.text, article=article), published_bounds="2022-12-02/2023"
    )
