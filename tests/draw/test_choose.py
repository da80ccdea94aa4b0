from __future__ import annotations

import pytest
from drawn_officials import UONG_BI, five_articles

from kg.draw import within
from kg.errors import UsageError


@pytest.mark.parametrize("place", ["Uông Bí", "uong bi", "Thành phố Uông Bí", UONG_BI.iri])
def test_the_officials_of_a_place_with_all_their_posts(place: str) -> None:
    rows = within(five_articles(), place)
    assert {row.person for row in rows} == {"Hoàng Quốc Trung", "Nghiêm Xuân Cường", "Trần Văn Lâm"}
    assert "Tỉnh ủy Quảng Ninh" in {row.organization for row in rows}


def test_a_province_holds_its_districts() -> None:
    assert len({row.person for row in within(five_articles(), "quang ninh")}) == 6


@pytest.mark.parametrize("place", ["Bí", "Ninh", "", "-"])
def test_an_unknown_place_is_said(place: str) -> None:
    with pytest.raises(UsageError, match="no unit"):
        within(five_articles(), place)
