"""Administrative units before and after July 2025."""

from __future__ import annotations

import pytest

from kg.errors import VocabularyError
from kg.gazetteer import Gazetteer
from kg.lexicon import lexicon

GAZETTEER = lexicon().gazetteer


def only(name: str, type_: str, era: str = "legacy") -> str:
    keys = [u.key or "" for u in GAZETTEER.named(name) if u.type == type_ and (u.key or "").startswith(era)]
    assert len(keys) == 1
    return keys[0]


def test_both_eras_are_there() -> None:
    eras = {(u.key or "").partition("/")[0] for u in GAZETTEER.named("Chí Linh")}
    assert eras == {"legacy", "2025"}


@pytest.mark.parametrize(
    ("name", "type_", "province"),
    [
        ("Uông Bí", "city", "Quảng Ninh"),
        ("Chí Linh", "city", "Hải Dương"),
        ("Tiên Yên", "district", "Quảng Ninh"),
    ],
)
def test_a_unit_lies_in_its_province(name: str, type_: str, province: str) -> None:
    above = [GAZETTEER.get(key).name for key in GAZETTEER.get(only(name, type_)).ancestors]
    assert above == [province]


def test_a_city_became_several_wards() -> None:
    names = {u.full_name for u in GAZETTEER.successors(only("Chí Linh", "city"))}
    assert {"phường Chí Linh", "phường Chu Văn An", "phường Nguyễn Trãi", "phường Lê Đại Hành"} <= names


def test_two_provinces_became_one() -> None:
    assert [u.name for u in GAZETTEER.successors(only("Hải Dương", "province"))] == ["Hải Phòng"]


def test_codes_changed_their_meaning_in_the_reform() -> None:
    assert GAZETTEER.get("legacy/06811").name != GAZETTEER.get("2025/06811").name


def test_other_spellings_name_the_same_unit() -> None:
    assert {u.key for u in GAZETTEER.named("Đắc Lắc")} == {u.key for u in GAZETTEER.named("Đắk Lắk")}


def test_a_merged_district_still_tells_its_province() -> None:
    assert [GAZETTEER.get(k).name for k in GAZETTEER.former("huyện", "Hoành Bồ")] == ["Quảng Ninh"]


def test_provinces_stand_as_whole_words_in_a_text() -> None:
    assert [u.name for u in GAZETTEER.provinces_in("Báo Hải Dương")] == ["Hải Dương"]
    assert GAZETTEER.provinces_in("Báo Hải Dươngg") == []
    assert {u.level for u in GAZETTEER.provinces_in("Đài Quảng Ninh và Báo Nghệ An")} == {1}


def test_missing_data_is_said_in_one_line(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(VocabularyError, match="install"):
        Gazetteer({}, {}, tmp_path)
