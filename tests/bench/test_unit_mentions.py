"""The list of units that were judged: what is drawn, what is kept, what may stand in it, and how much is right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.lexicon import lexicon
from tests.bench.unit_mentions import DRAWS, LIST, Drawn, answer, drawn, load, mentions, save, shares
from tests.reading import article

FOUND = [Drawn("any", f"a{n}", n, n + 7, "Hà Nội", "", "legacy/01 thành phố Hà Nội") for n in range(50)]
LEAST = 200
GOOD = 0.98
LONGEST = 6
"""Words of a written form; sentences of articles don't belong in the project."""


def test_drawing_again_keeps_the_verdicts_of_what_is_read_the_same() -> None:
    first = drawn(FOUND, {"any": 10}, 7)
    judged = [replace(each, verdict="right") for each in first]
    changed = [
        replace(each, answer="? Hà Nội") if each.key == first[0].key else each for each in reversed(FOUND)
    ]
    again = drawn(changed, {"any": 10}, 7, judged)
    assert [each.article for each in again] == [each.article for each in first]
    assert [each.verdict for each in again] == ["", *["right"] * 9]


def test_another_seed_draws_others() -> None:
    assert drawn(FOUND, {"any": 10}, 7) == drawn(FOUND[::-1], {"any": 10}, 7)
    assert drawn(FOUND, {"any": 10}, 7) != drawn(FOUND, {"any": 10}, 8)


def test_the_list_comes_back_as_it_was_written(tmp_path: Path) -> None:
    found = [replace(FOUND[0], verdict="wrong", why='a "quoted"\treason'), FOUND[1]]
    save(found, tmp_path / "list.tsv")
    assert load(tmp_path / "list.tsv") == found


def test_a_verdict_that_is_none_ends_the_program(tmp_path: Path) -> None:
    save([replace(FOUND[0], verdict="good")], tmp_path / "list.tsv")
    with pytest.raises(SystemExit, match="'good' is no verdict"):
        load(tmp_path / "list.tsv")


def test_shares() -> None:
    verdicts = ("right", "right", "wrong", "undecided")
    found = [replace(each, verdict=verdict) for each, verdict in zip(FOUND, verdicts, strict=False)]
    found[3] = replace(found[3], answer="?2 xã Tân Lập")
    rows = {row[0]: row[1:] for row in shares([*found, FOUND[4]])}
    assert rows["any: decided"][:4] == ("4", "2", "0", "1")
    assert rows["any: open"][:4] == ("1", "0", "1", "0")
    assert rows["any: all"][:5] == ("5", "2", "1", "1", "0.750")


def test_answers_tell_what_is_decided_and_what_is_open() -> None:
    open_, decided = (
        next(each.answer for each in mentions(article(text, published="2022-07-01"), lexicon()))
        for text in ("Ông A về xã Tân Lập.", "Ông A về thị xã Tân Uyên.")
    )
    assert open_.startswith("?")
    assert decided == "legacy/723 thành phố Tân Uyên/Bình Dương"
    unknown = replace(lexicon().gazetteer.get("legacy/01"), key=None, name="Không Có", type_label="xã")
    assert answer(lexicon(), unknown, ()) == "- xã Không Có"


def test_the_list_of_the_project() -> None:
    found = load(LIST)
    for draw in DRAWS:
        judged = [each for each in found if each.draw == draw]
        good = sum(each.verdict in ("right", "undecided") for each in judged)
        assert good / len(judged) >= GOOD, draw
    assert sum(each.draw == "any" for each in found) >= LEAST
    assert all(each.verdict for each in found)
    assert all(bool(each.why) == (each.verdict == "wrong") for each in found)
    assert max(len(each.form.split()) for each in found) <= LONGEST
    assert len({(each.draw, *each.key) for each in found}) == len(found)
