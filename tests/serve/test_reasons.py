"""Why two people are taken for one, in the reader's language: every form of reason that the program writes."""

from __future__ import annotations

import inspect
import re

import pyoxigraph as ox
import pytest

from kg.identity import features
from kg.serve.look import Look
from kg.serve.reasons import reason_in_words
from kg.serve.wording import LANGUAGES, words
from kg.vocab import RDFS, Minter

UNIT = f"{Minter().base}unit/legacy.196"


@pytest.fixture
def look() -> Look:
    quads = ox.Store()
    label = ox.Literal("thành phố Uông Bí", language="vi")
    quads.add(ox.Quad(ox.NamedNode(UNIT), ox.NamedNode(RDFS.label), label))
    return Look(quads, Minter().base)


@pytest.mark.parametrize(
    ("reason", "vi", "en"),
    [
        (
            "post +6.9: secretary Thành ủy Uông Bí · 2 names",
            "chức vụ +6.9: bí thư Thành ủy Uông Bí · 2 tên người",
            "post +6.9: secretary Thành ủy Uông Bí · 2 names",
        ),
        (
            "name +2.5: fewer than one of 10,000 people bear it",
            "tên +2.5: trong 10.000 người chưa tới một người mang tên này",
            "name +2.5: fewer than one of 10,000 people bear it",
        ),
        (
            "places +1.5: legacy.196, Hải Phòng",
            "nơi được nhắc +1.5: thành phố Uông Bí, Hải Phòng",
            "places +1.5: thành phố Uông Bí, Hải Phòng",
        ),
        ("levels -1.0: 2 levels between the posts", "khác cấp −1.0: hai chức vụ cách nhau 2 cấp", ""),
        ("at once -3.0: posts in different places in 2019 and 2020", "", "at once −3.0: posts in different places in 2019 and 2020"),
        ("nation +1.0: ", "cùng cấp trung ương +1.0", "nation +1.0"),
        ("a judgement of Lan", "a judgement of Lan", "a judgement of Lan"),
        ("<b>x", "<b>x", "<b>x"),
    ],
)  # fmt: skip
def test_a_reason_is_said_in_words(look: Look, reason: str, vi: str, en: str) -> None:
    for language, expected in (("vi", vi), ("en", en)):
        if expected:
            assert reason_in_words(reason, look, words(language)) == expected


def test_every_form_that_the_program_writes_is_known(look: Look) -> None:
    """The kinds and sentences of the features stand in their source; each has words."""
    source = inspect.getsource(features)
    kinds = set(re.findall(r'Reason\("([a-z ]+)"', source)) | set(re.findall(r'yield "([a-z ]+)", ', source))
    assert len(kinds) > 12
    for kind in kinds:
        assert f"reason_of_{kind.replace(' ', '_')}" in words("vi"), kind
    for sentence in re.findall(r'Reason\("[a-z ]+", [^"]*f?"([^"]{6,})"\)', source):
        told = re.sub(r"\{[^}]*\}", "12", sentence).replace("12 of 12 people", "about 12 of 12 people")
        for language in LANGUAGES:
            said = reason_in_words(f"name +1.0: {told}", look, words(language))
            assert language == "en" or told not in said, told
