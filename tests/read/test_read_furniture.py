"""The vocabulary of page furniture: what the code knows and what the file holds are the same."""

import ast
import re
from pathlib import Path

import pytest

import kg.read
from kg.errors import VocabularyError
from kg.lexicon import lexicon
from kg.read import furniture
from kg.read.bylines import byline
from kg.read.dates import date_line, published
from kg.read.furniture import Kind, labels, papers, patterns

VIETNAMESE = re.compile("[À-ỹ]")


def test_every_concept_has_labels_and_an_example():
    known = labels()
    for kind in Kind:
        assert known.strong[kind], kind
        assert known.examples[kind], kind


def test_no_label_names_two_concepts():
    seen: dict[str, Kind] = {}
    for forms in (labels().strong, labels().weak):
        for kind, found in forms.items():
            for form in found:
                assert seen.setdefault(form.casefold(), kind) is kind, form


@pytest.mark.parametrize(
    ("kind", "pattern"),
    [
        (Kind.SITE_MENU, "menu"),
        (Kind.LOGIN_PROMPT, "menu"),
        (Kind.MASTHEAD, "menu"),
        (Kind.CONTENTS_TOOL, "tool"),
        (Kind.ADVERTISEMENT, "tool"),
        (Kind.READ_COUNTER, "tool"),
        (Kind.TAG_LINE, "tool"),
        (Kind.RELATED, "related"),
        (Kind.COMMENT_FORM, "foot"),
        (Kind.WIDGET, "foot"),
        (Kind.WEBSITE_LINKS, "foot"),
        (Kind.IMPRINT, "foot"),
        (Kind.CAPTION_OPENING, "opening"),
        (Kind.COLLECTIVE_AUTHOR, "collective"),
        (Kind.BYLINE_CUE, "byline_cue"),
        (Kind.REPUBLICATION, "republication"),
        (Kind.AGENCY, "agency"),
    ],
)
def test_examples_are_recognised(kind, pattern):
    for example in labels().examples[kind]:
        assert getattr(patterns(), pattern).match(example), example


@pytest.mark.parametrize(
    ("kind", "pattern"),
    [(Kind.CAPTION_ENDING, "ending"), (Kind.CAPTION_CREDIT, "credit"), (Kind.NAME_JOINER, "joiner")],
)
def test_examples_hold_what_is_searched(kind, pattern):
    for example in labels().examples[kind]:
        assert getattr(patterns(), pattern).search(example), example


@pytest.mark.parametrize("kind", [Kind.PAGE_CLOCK, Kind.PUBLICATION_CUE, Kind.WEEKDAY, Kind.DATE_WORD])
def test_examples_of_dates_are_dates(kind):
    for example in labels().examples[kind]:
        found = date_line(example)
        assert found is not None
        assert not found.rest


def test_a_short_sentence_that_tells_a_day_is_no_line_of_date():
    assert date_line("Ngày 23/5/2017, Sở Y tế ban hành Công văn số 218/SYT-VP về tiêm chủng.") is None
    assert date_line("Thứ Ba, 23/5/2017 08:00 - Nguyễn Văn Bình") is not None


@pytest.mark.parametrize(
    "kind", [Kind.BYLINE_CUE, Kind.BYLINE_NOTE, Kind.COLLECTIVE_AUTHOR, Kind.REPUBLICATION]
)
def test_examples_of_bylines_are_bylines(kind):
    for example in labels().examples[kind]:
        assert byline(example) is not None


def test_whole_line_labels_match_themselves():
    for kind, pattern in ((Kind.SITE_MENU, "menu"), (Kind.RELATED, "related"), (Kind.COMMENT_FORM, "foot")):
        for form in labels().strong[kind] + labels().weak[kind]:
            assert getattr(patterns(), pattern).match(form), form


@pytest.mark.parametrize(("sign", "paper"), papers().items())
def test_the_name_of_a_local_paper_tells_its_one_province(sign, paper):
    levels = [unit.level for unit in lexicon().gazetteer.units_in(paper)]
    assert levels.count(1) == 1


@pytest.mark.parametrize("text", ["nothing", "@prefix broken", "<a> <b> <c> ."])
def test_a_broken_vocabulary_is_refused(tmp_path, monkeypatch, text):
    (tmp_path / "furniture.ttl").write_text(text)
    monkeypatch.setattr(furniture, "data_dir", lambda name: tmp_path)
    with pytest.raises(VocabularyError):
        labels.__wrapped__()


def test_an_unknown_concept_is_refused(tmp_path, monkeypatch):
    (tmp_path / "furniture.ttl").write_text(f'<{furniture.SCHEME}/typo> <http://a/b> "x"@vi .')
    monkeypatch.setattr(furniture, "data_dir", lambda name: tmp_path)
    with pytest.raises(VocabularyError, match="unknown concept typo"):
        labels.__wrapped__()


def test_the_code_holds_no_vietnamese():
    for path in Path(kg.read.__file__).parent.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
                assert not VIETNAMESE.search(node.value), f"{path.name}:{node.lineno}"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2022-05-24", "2022-05-24"),
        ("2022-05", "2022-05"),
        ("2022-06~/2022-12", "2022-06~/2022-12"),
        ("2022-12-02/..", "2022-12-02/.."),
        ("2022-05-24T23:30:00+00:00", "2022-05-25"),
        ("2022-05-24 23:30", "2022-05-24"),
        ("2022-05-24T99:30", "2022-05-24"),
        ("24/05/2022 09:02", "2022-05-24"),
        ("2022-13-01", None),
        ("0001-01-01T00:00:00+23:00", None),
        ("24/05", None),
        ("", None),
        ("hôm qua", None),
        (None, None),
    ],
)
def test_dates_of_metadata(value, expected):
    assert published(value) == expected
