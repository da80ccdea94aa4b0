"""The vocabulary as a matcher: every label is found, every example recognised, ambiguity refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import VocabularyError
from kg.lexicon import CODE_LISTS, Concept, Lexicon, lexicon, read_concepts
from kg.normalise import canonical, fold
from kg.resources import data_dir

APART = CODE_LISTS | {"place", "furniture", "paper", "surname", "name-abbreviation", "enterprise"}
CONCEPTS = [c for c in lexicon() if c.scheme not in APART]


def matched(text: str) -> set[tuple[str, str]]:
    clean = canonical(text)
    return {(h.concept.scheme, h.concept.key) for h in lexicon().scan_folded(fold(clean), clean)}


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda c: f"{c.scheme}-{c.key}")
def test_every_label_is_matched(concept: Concept) -> None:
    if concept.one("label") == "no":
        return
    for label in (*concept.strong, *concept.weak):
        assert (concept.scheme, concept.key) in matched(f"x {label} x"), label


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda c: f"{c.scheme}-{c.key}")
def test_every_example_holds_a_form_of_its_concept(concept: Concept) -> None:
    assert concept.examples
    if concept.one("label") == "no":
        return
    assert any((concept.scheme, concept.key) in matched(example) for example in concept.examples), (
        concept.examples
    )


def test_an_acronym_must_be_written_in_capitals() -> None:
    assert ("body", "peoples-committee") in matched("UBND tỉnh")
    assert ("body", "peoples-committee") not in matched("ubnd tỉnh")


@pytest.mark.parametrize("dash", [" - ", " – ", "-", "–", "- ", " —"])
def test_a_dash_may_be_written_in_any_way(dash: str) -> None:
    assert ("body", "council-economic-board") in matched(f"Ban Kinh tế{dash}Ngân sách HĐND tỉnh")


def test_a_form_inside_a_word_is_no_hit() -> None:
    assert ("cue", "former") not in matched("nguyênx")


@pytest.mark.parametrize(
    ("turtle", "says"),
    [
        ("not turtle", "not Turtle"),
        (
            '<https://w3id.org/dangbo/vocab/role/x> <http://www.w3.org/2004/02/skos/core#prefLabel> "x"@vi .',
            "prefLabel",
        ),
    ],
)
def test_a_bad_vocabulary_is_refused(tmp_path: Path, turtle: str, says: str) -> None:
    (tmp_path / "bad.ttl").write_text(turtle, encoding="utf-8")
    with pytest.raises(VocabularyError, match=says):
        list(read_concepts(tmp_path))


def test_one_label_for_two_concepts_of_a_scheme_is_refused() -> None:
    extra = Concept("role", "second", "bí thư", "second", strong=("bí thư",), examples=("Bí thư",))
    with pytest.raises(VocabularyError, match="names both"):
        Lexicon([*read_concepts(data_dir("ontology")), extra])


def test_to_teach_a_role_is_to_add_a_concept() -> None:
    concept = Concept(
        "role", "harbour-master", "cảng vụ trưởng", "harbour master", strong=("cảng vụ trưởng",)
    )
    taught = Lexicon([*read_concepts(data_dir("ontology")), concept])
    assert not [
        h
        for h in lexicon().scan_folded("cảng vụ trưởng", "Cảng vụ trưởng")
        if h.concept.key == "harbour-master"
    ]
    assert [
        h for h in taught.scan_folded("cảng vụ trưởng", "Cảng vụ trưởng") if h.concept.key == "harbour-master"
    ]


_SOME_LABELS = tuple(
    label for c in CONCEPTS if c.scheme in ("cue", "stop") and c.one("label") != "no" for label in c.strong
)
_LINE = st.lists(st.sampled_from(_SOME_LABELS) | st.sampled_from(("Lan", "12", ",", ".", "HĐND"))).map(" ".join)


@given(st.lists(_LINE, min_size=1, max_size=4), st.sets(st.integers(0, 60), max_size=3))
def test_a_line_looked_at_alone_holds_what_the_text_has_there(lines: list[str], hidden: set[int]) -> None:
    content = canonical("\n".join(lines).replace("\n", "|")).replace("|", "\n")
    spans = [(start, start + 1) for start in sorted(hidden)]
    start = 0
    for line in content.split("\n"):
        whole = lexicon().scan_folded(fold(content), content)
        alone = lexicon().scan_folded(fold(content), content)
        for hits in (whole, alone):
            hits.hide(spans, "country")
        end = start + len(line)
        expected = [h for h in whole.of("stop") if start <= h.start and h.end <= end]
        assert alone.in_line(start, end, "stop") == expected
        assert whole.in_line(start, end, "stop") == expected
        start = end + 1
