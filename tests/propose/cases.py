"""An article and what a model may rightly propose of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kg.lexicon import lexicon
from kg.mention import Scan
from kg.model import Facts
from kg.pipeline import scan
from kg.propose import Limits, propose
from tests.reading import article

MEETING = "Ngày 16/5, Thành ủy Chí Linh, tỉnh Hải Dương, tổ chức hội nghị sơ kết nửa nhiệm kỳ."
POSTS = (
    "Ông Hoàng Quốc Thưởng, Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Thành ủy Chí Linh, chủ trì hội nghị."
    " Nguyên Bí thư Thành ủy Chí Linh Vũ Đức Sơn cùng dự."
)
ORDER = (
    "Nghị quyết số 06-NQ/TU ngày 02/12/2022 của Thành ủy Chí Linh về nhiệm vụ năm 2023"
    " thực hiện Nghị quyết số 05-NQ/TW."
)
FIGURES = "Năm 2022, thu ngân sách của thành phố Chí Linh đạt trên 3.200 tỷ đồng, tăng 10,4% so với năm 2021."
THEME = "Chủ đề công tác năm 2023 của Thành ủy Chí Linh là “Nâng cao chất lượng đội ngũ cán bộ”."
CONGRESS = "Đại hội Đảng bộ thành phố Chí Linh lần thứ XXIII, nhiệm kỳ 2020-2025 đã thành công."
TEXT = (MEETING, POSTS, ORDER, FIGURES, THEME, CONGRESS)

SECRETARY: Mapping[str, Any] = {
    "kind": "position",
    "quote": "Ông Hoàng Quốc Thưởng, Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Thành ủy Chí Linh",
    "person": "Hoàng Quốc Thưởng",
    "role": "bí thư",
    "organization": "Thành ủy Chí Linh",
    "status": "current",
}
RESOLUTION: Mapping[str, Any] = {
    "kind": "document",
    "quote": "Nghị quyết số 06-NQ/TU ngày 02/12/2022 của Thành ủy Chí Linh về nhiệm vụ năm 2023",
    "document": {"type": "nghị quyết", "number": "06-NQ/TU", "subject": "nhiệm vụ năm 2023"},
    "issuer": "Thành ủy Chí Linh",
    "date": "2022-12-02",
}
LINK: Mapping[str, Any] = {
    "kind": "link",
    "quote": ORDER,
    "source": {"type": "nghị quyết", "number": "06-NQ/TU"},
    "relation": "implements",
    "target": {"type": "nghị quyết", "number": "05-NQ/TW"},
}
REVENUE: Mapping[str, Any] = {
    "kind": "indicator",
    "quote": FIGURES,
    "indicator": "thu ngân sách",
    "status": "result",
    "value": 3200,
    "unit": "tỷ đồng",
    "subject": "thành phố Chí Linh",
    "period": "2022",
}
YEAR_THEME: Mapping[str, Any] = {
    "kind": "theme",
    "quote": THEME,
    "theme": "Nâng cao chất lượng đội ngũ cán bộ",
    "organization": "Thành ủy Chí Linh",
    "period": "2023",
}
TERM: Mapping[str, Any] = {
    "kind": "congress",
    "quote": "Đại hội Đảng bộ thành phố Chí Linh lần thứ XXIII, nhiệm kỳ 2020-2025",
    "organization": "Đảng bộ thành phố Chí Linh",
    "ordinal": 23,
    "term": "2020-2025",
}
CONFERENCE: Mapping[str, Any] = {
    "kind": "event",
    "quote": MEETING,
    "type": "hội nghị",
    "date": "2023-05-16",
    "organizers": ["Thành ủy Chí Linh"],
    "place": "tỉnh Hải Dương",
}
ALL = (SECRETARY, RESOLUTION, LINK, YEAR_THEME, REVENUE, TERM, CONFERENCE)


class Saying:
    """A model in this process that always gives one answer."""

    name = "saying"

    def __init__(self, answer: str) -> None:
        self.answer = answer
        self.asked: list[tuple[str, str]] = []

    def complete(self, system: str, user: str) -> str:
        self.asked.append((system, user))
        return self.answer


def answer(*proposals: object) -> str:
    return json.dumps({"proposals": proposals}, ensure_ascii=False)


def scanned(*paragraphs: str) -> Scan:
    return scan(article(*(paragraphs or TEXT), published="2023-05-16"))


def read(
    *proposals: object, of: Scan | None = None, known: Facts | None = None, limits: Limits | None = None
) -> tuple[Facts, list[str]]:
    """The claims of these proposals, and the reasons of those refused."""
    claims, unread = propose(of or scanned(), lexicon(), Saying(answer(*proposals)), known, limits)
    return claims, [u.pattern.removeprefix("llm: ") for u in unread]


def refused(proposal: Mapping[str, Any], **changes: object) -> str:
    """Why a proposal with these changes is refused."""
    claims, reasons = read({**proposal, **changes})
    assert not list(claims.claims())
    (reason,) = reasons
    return reason
