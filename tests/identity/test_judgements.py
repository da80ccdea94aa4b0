"""The file of judgements: what it says, what can't be understood, adding and taking back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.identity import (
    Dismissal,
    add_judgement,
    read_dismissals,
    read_judgements,
    take_back_dismissal,
    take_back_judgement,
)
from kg.model import Judgement, Verdict

ONE = Judgement("a#Lê An", "b#Lê An", Verdict.DIFFERENT, "lan", "2025-03-01", "two provinces")
TWO = Judgement("a#Lê An", "c#Lê An", Verdict.SAME)


def test_rows_comments_and_the_names_of_the_columns(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    path.write_bytes(
        "\ufeffverdict\tleft\tright\tby\twhen\twhy\r\n# of March\r\n\r\n"
        "different\ta#Lê An\tb#Lê An\tlan\t2025-03-01\ttwo provinces\r\nsame\ta#Lê An\tc#Lê An\r\n".encode()
    )
    assert read_judgements(path) == (ONE, TWO)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("perhaps\ta#x\tb#x", "'perhaps' is no verdict; write same, different, unsure"),
        ("dismissed\ta#x\tsum", "'a#x' names no finding; write finding:ID"),
        ("same\ta#x", "2 columns"),
        ("same\ta\tb#x", "'a' names no person of an article; write ARTICLE-ID#NAME"),
        ("same\ta#x\ta#x", "both persons are a#x; name two"),
        ("same\ta#x\tb#x\tc\td\te\tf", "7 columns"),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_line(tmp_path: Path, row: str, told: str) -> None:
    path = tmp_path / "judgements.tsv"
    path.write_text(f"# one\n{row}\n", encoding="utf-8")
    with pytest.raises(UsageError) as error:
        read_judgements(path)
    assert str(error.value).startswith(f"{path}, line 2: ")
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_is_missing_or_not_text(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="can't be read"):
        read_judgements(tmp_path / "none.tsv")
    (tmp_path / "bad.tsv").write_bytes(b"same\t\xff\xfe")
    with pytest.raises(UsageError, match="is not UTF-8"):
        read_judgements(tmp_path / "bad.tsv")


def test_adding_and_taking_back_leave_the_rest_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    add_judgement(path, ONE)
    before = path.read_text(encoding="utf-8") + "# a remark\n"
    path.write_text(before, encoding="utf-8")
    add_judgement(path, TWO)
    assert read_judgements(path) == (ONE, TWO)
    assert take_back_judgement(path) == TWO
    assert path.read_text(encoding="utf-8") == before
    assert take_back_judgement(path) == ONE
    assert take_back_judgement(path) is None
    assert "# a remark" in path.read_text(encoding="utf-8")


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)


@given(why=words, by=words)
@settings(deadline=None, max_examples=60)
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, why: str, by: str) -> None:
    path = tmp_path_factory.mktemp("j") / "judgements.tsv"
    add_judgement(path, Judgement("a#Lê An", "b#Lê An", Verdict.SAME, by, "2025", why))
    (found,) = read_judgements(path)
    assert (found.left, found.right, found.verdict, found.when) == (
        "a#Lê An",
        "b#Lê An",
        Verdict.SAME,
        "2025",
    )


def test_dismissals_and_judgements_do_not_meet(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    aside = Dismissal("1a2b3c4d", "sum", "lan", "2025-03-01", "as printed")
    add_judgement(path, ONE)
    add_judgement(path, aside)
    assert read_judgements(path) == (ONE,)
    assert read_dismissals(path) == (aside,)
    assert take_back_judgement(path) == ONE
    assert take_back_dismissal(path, "00000000") is None
    assert take_back_dismissal(path, "1a2b3c4d") == aside
    assert read_dismissals(path) == ()
