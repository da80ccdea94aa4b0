"""Which unit a name means, with the reasons."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.gazetteer import Answer, Feature, Question, look_up
from kg.gazetteer.naming import Naming, parse
from kg.gazetteer.told import to_decide, told_answer
from kg.lexicon import lexicon
from kg.normalise import plain

GAZETTEER = lexicon().gazetteer


def ask(
    name: str,
    on: str | None = None,
    kind: str | None = None,
    within: tuple[str, ...] = (),
    near: tuple[str, ...] = (),
) -> Answer:
    return look_up(GAZETTEER, Question(name, on, kind, within, near))


def decided(answer: Answer) -> str | None:
    if answer.decided is None:
        return None
    return f"{answer.decided.phase.unit.full_name} {answer.decided.place.unit.key}"


@pytest.mark.parametrize(
    ("name", "readings", "within"),
    [
        ("phường Quang Trung, Uông Bí", [("ward", "Quang Trung"), (None, "phường Quang Trung")], ["Uông Bí"]),
        ("TX.Tân Uyên", [("town", "Tân Uyên"), (None, "TX.Tân Uyên")], []),
        ("tp uong bi", [("city", "uong bi"), (None, "tp uong bi")], []),
        (
            "P. Quang Trung (TP Uông Bí; Quảng Ninh)",
            [("ward", "Quang Trung"), (None, "P. Quang Trung")],
            ["TP Uông Bí", "Quảng Ninh"],
        ),
        ("Q1", [("urban-district", "1"), (None, "Q1")], []),
        ("Phương Đông", [(None, "Phương Đông")], []),
        ("phuong dong", [("ward", "dong"), (None, "phuong dong")], []),
        ("  ", [], []),
    ],
)
def test_names_are_parted(name: str, readings: list[tuple[str | None, str]], within: list[str]) -> None:
    asked = parse(name, GAZETTEER.types)
    assert list(asked.readings) == [Naming(*reading) for reading in readings]
    assert [namings[-1].name for namings in asked.within] == within


@pytest.mark.parametrize(
    ("question", "found"),
    [
        # by type, at its time
        (("TX.Tân Uyên", "2022-07-01"), "thị xã Tân Uyên legacy/723"),
        (("Tân Uyên", "2022-07-01", "town"), "thị xã Tân Uyên legacy/723"),
        (("huyện Tân Uyên", "2022-07-01"), "huyện Tân Uyên legacy/111"),
        (("thị xã Tân Uyên", "2024"), "thành phố Tân Uyên legacy/723"),
        (("quận 2", "2019"), "quận 2 former/769"),
        (("Thủ Đức", "2020"), "quận Thủ Đức former/762"),
        (("Thủ Đức", "2022"), "thành phố Thủ Đức legacy/769"),
        (("Huế", "2020"), "thành phố Huế former/474"),
        (("tỉnh Thừa Thiên Huế", "2020"), "tỉnh Thừa Thiên Huế legacy/46"),
        (("Uông Bí", "2023"), "thành phố Uông Bí legacy/196"),
        (("Uông Bí", "2010"), "thị xã Uông Bí legacy/196"),
        (("Uông Bí", "2026"), "phường Uông Bí 2025/06811"),
        # by the units above
        (("phường Quang Trung, Uông Bí",), "phường Quang Trung legacy/06817"),
        (("Quang Trung", None, None, ("TP Uông Bí",)), "phường Quang Trung legacy/06817"),
        (("Bạch Đằng, thị xã Tân Uyên",), "xã Bạch Đằng legacy/25930"),
        (("xã Cộng Hòa, Cẩm Phả", "2022-05-24"), "xã Cộng Hòa former/06799"),
        # by neighbours
        (("Cộng Hòa", "2022-05-24", None, (), ("Cẩm Hải", "Dương Huy")), "xã Cộng Hòa former/06799"),
        (("Tân Uyên", "2022-07-01", None, (), ("Dĩ An",)), "thị xã Tân Uyên legacy/723"),
        (("Bạch Đằng", "2022", None, (), ("Thạnh Hội",)), "xã Bạch Đằng legacy/25930"),
        # without marks, and custom
        (("phuong quang trung, uong bi",), "phường Quang Trung legacy/06817"),
        (("TP Uông Bí",), "thành phố Uông Bí legacy/196"),
        (("phuong dong",), "phường Phương Đông legacy/06832"),
        (("Quảng Ninh",), "tỉnh Quảng Ninh 2025/22"),
        (("quang ninh", "2022"), "tỉnh Quảng Ninh legacy/22"),
        (("TPHCM",), "thành phố Hồ Chí Minh 2025/79"),
        (("Đắc Lắc", "2020"), "tỉnh Đắk Lắk legacy/66"),
    ],
)
def test_decided(question: tuple[str, ...], found: str) -> None:
    assert decided(ask(*question)) == found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "open_"),
    [
        (("Tân Uyên", "2022-07-01"), {"legacy/723", "legacy/111", "legacy/03598"}),
        (("Uông Bí",), {"legacy/196", "2025/06811"}),
        (("uong bi",), {"legacy/196", "2025/06811"}),
        (("Cộng Hòa, Chí Linh, Quảng Ninh",), set()),
        (("huyện Uông Bí",), set()),
        (("Uông Bí", "2025-07-01", "city"), set()),
    ],
)
def test_undecided_stays_undecided(question: tuple[str, ...], open_: set[str]) -> None:
    answer = ask(*question)
    assert answer.decided is None
    assert answer.candidates
    assert {candidate.place.unit.key for candidate in answer.open} == open_


def test_the_bare_quang_trung_of_2016_is_many() -> None:
    answer = ask("phường Quang Trung", "2016-12-08")
    assert answer.decided is None
    assert len(answer.open) > 10
    assert all(c.phase.unit.type == "ward" for c in answer.open)


def test_every_candidate_has_its_reasons() -> None:
    (town, *_), others = ask("thành phố Tân Uyên", "2022-07-01").candidates, ask("Tân Uyên", "2022-07-01")
    odd = {reason.feature: reason for reason in town.reasons}
    assert odd[Feature.TYPE].weight == 1
    assert "2023-04-10" in odd[Feature.TYPE].says
    late = [c for c in others.candidates if c.excluded]
    assert {c.place.unit.key for c in late} == {"2025/25888", "2025/03598"}
    assert all("not yet" in c.reasons[0].says for c in late)


def test_what_would_decide() -> None:
    question = Question("Tân Uyên", "2022-07-01")
    wanted = to_decide(GAZETTEER, question, look_up(GAZETTEER, question))
    assert wanted == {"--type": ["district", "town", "township"], "--in": ["Bình Dương", "Lai Châu"]}
    assert to_decide(GAZETTEER, Question("TX Tân Uyên"), ask("TX Tân Uyên")) == {}


def test_the_story_of_a_town() -> None:
    question = Question("TX Tân Uyên", "2022-07-01")
    told = told_answer(GAZETTEER, question, look_up(GAZETTEER, question))
    town = told["candidates"][0]
    assert told["decided"] == town["key"] == "legacy/723"
    assert (town["in"], town["in_today"]) == (["tỉnh Bình Dương"], ["thành phố Hồ Chí Minh"])
    upgraded = town["changes"][1]
    assert (upgraded["date"], upgraded["act"]) == ("2023-04-10", "725/NQ-UBTVQH15")
    assert [u["unit"] for u in upgraded["before"]] == ["thị xã Tân Uyên"]
    assert [u["unit"] for u in upgraded["after"]] == ["thành phố Tân Uyên"]


KEYS = sorted(GAZETTEER.every_key())


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(KEYS), st.booleans())
def test_a_unit_named_in_full_is_among_its_candidates_and_alone_with_all_above_it(
    key: str, marks: bool
) -> None:
    unit = GAZETTEER.get(key)
    day = GAZETTEER.validity(key).until or GAZETTEER.validity(key).since
    full = ", ".join(
        [unit.full_name, *(GAZETTEER.phase(a, day or "").unit.full_name for a in unit.ancestors)]
    )  # type: ignore[union-attr]
    answer = ask(full if marks else plain(full), day)
    same = [c for c in answer.open if c.place.unit.key == key]
    assert same
    if marks:
        assert answer.decided is not None or len(answer.open) > 1
        assert {c.phase.unit.full_name for c in answer.open} == {unit.full_name}


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30), st.text(max_size=8))
def test_any_text_is_answered(name: str, on: str) -> None:
    answer = ask(name, on)
    assert answer.decided is None or answer.decided in answer.candidates
