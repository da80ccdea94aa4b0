"""Whom a form of address without a name means: the one spoken of in the sentence before."""

from __future__ import annotations

import pytest

from tests.reading import posts

SPOKEN_OF = [
    # what was said, and whose post the next sentence tells
    ("Bí thư Tỉnh ủy Phú Yên Lê Văn Ban trao quyết định cho ông Trần Văn Tư.", "Trần Văn Tư"),
    ("Dưới sự chủ trì của ông Lê Văn Ban, Ban Bí thư thi hành kỷ luật đối với ông Trần Văn Tư.", "Trần Văn Tư"),
    ("Thủ tướng Lê Văn Ban ký quyết định kỷ luật ông Trần Văn Tư.", "Trần Văn Tư"),
    ("Ông Lê Văn Ban được Bộ Chính trị điều động thay ông Trần Văn Tư.", "Lê Văn Ban"),
    ("Ông Lê Văn Ban được Thủ tướng Trần Văn Tư bổ nhiệm.", "Lê Văn Ban"),
    ("Ông Lê Văn Ban tiếp ông Trần Văn Tư.", "Lê Văn Ban"),
]


@pytest.mark.parametrize(("said", "person"), SPOKEN_OF)
def test_the_one_whom_a_measure_regards_is_spoken_of(said: str, person: str) -> None:
    found = posts(f"{said} Ông được điều động giữ chức Giám đốc Sở Y tế tỉnh Phú Yên.")
    assert (person, "giám đốc", "Sở Y tế tỉnh Phú Yên", "appointed") in found
