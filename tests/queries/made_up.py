"""Made-up articles for what the five do not have: moves, rivals, contradictions, a cascade of three levels."""

from __future__ import annotations

from five_articles import CAM_PHA, HUYEN_UY_TY, QUANG_NINH, THANH_UY_CP, THANH_UY_UB, TINH_UY_QN
from telling import Telling

from kg.model import DocumentRef, Facts, Organization, Status, Unit

CAM_DONG = Unit("Cẩm Đông", "ward", "phường", 3, "legacy/06778", ("legacy/195", "legacy/22"))
DANG_UY_CD = Organization("grassroots-party-committee", "Đảng ủy", CAM_DONG, level=3)
POVERTY = "tỷ lệ hộ nghèo"


def _spring() -> Facts:
    t = Telling("spring", "Tin mùa xuân", (CAM_PHA, QUANG_NINH), "2023-01-10", publisher="Báo Một")
    t.post("Đỗ Văn Trước", "bí thư", THANH_UY_CP)
    t.number(CAM_PHA, POVERTY, "1.2", "%", "2022", concept="poverty-rate", measure="percent")
    t.number(
        CAM_PHA,
        "thu ngân sách",
        "5000",
        "tỷ đồng",
        "2023",
        "target",
        ">=",
        concept="budget-revenue",
        measure="billion-dong",
    )
    t.number(CAM_PHA, POVERTY, "1", "%", "2023", "target", "<=", concept="poverty-rate", measure="percent")
    return t.facts()


def _march() -> Facts:
    t = Telling("march", "Tin tháng ba", (CAM_PHA, QUANG_NINH), "2023-03-01", publisher="Báo Hai")
    t.post("Vũ Thị Sau", "bí thư", THANH_UY_CP)
    t.number(CAM_PHA, POVERTY, "1.5", "%", "2022", concept="poverty-rate", measure="percent")
    ward = t.document("nghị quyết", "03-NQ/ĐU", DANG_UY_CD, "2023-02-01", "nhiệm vụ năm 2023")
    t.link(ward, DocumentRef("nghị quyết", "16-NQ/TU", THANH_UY_CP))
    return t.facts()


def _june() -> Facts:
    t = Telling("june", "Tin tháng sáu", (CAM_PHA, QUANG_NINH), "2023-06-10", publisher="Báo Một")
    t.post("Đỗ Văn Trước", "bí thư", THANH_UY_CP)
    t.post("Phạm Văn Chuyển", "bí thư", HUYEN_UY_TY, Status.ENDED)
    t.post(
        "Phạm Văn Chuyển",
        "phó bí thư",
        TINH_UY_QN,
        Status.APPOINTED,
        step=("elected", "2023-06-09"),
    )
    t.post("Lý Thị Kế", "bí thư", HUYEN_UY_TY, Status.APPOINTED, step=("appointed", "2023-06-09"))
    t.post("Hoàng Quốc Trung", "bí thư", DANG_UY_CD, as_of="2023-06")
    t.number(
        CAM_PHA,
        "thu ngân sách",
        "5500",
        "tỷ đồng",
        "2023",
        concept="budget-revenue",
        measure="billion-dong",
    )
    t.number(CAM_PHA, POVERTY, "1.4", "%", "2023", concept="poverty-rate", measure="percent")
    t.document("nghị quyết", "06-NQ/TU", THANH_UY_UB, "2023-06-20", "ngày sau bài báo")
    return t.facts()


def _undated() -> Facts:
    """Two resolutions have this number, and nothing in the article tells which is meant."""
    t = Telling("undated", "Một bài không ngày", (QUANG_NINH,))
    t.document("nghị quyết", "06-NQ/TU", THANH_UY_UB)
    return t.facts()


def made_up() -> list[Facts]:
    return [_spring(), _march(), _june(), _undated()]
