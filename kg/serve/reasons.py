"""The reasons for taking two people for one or for two, in the reader's language.

The graph keeps a reason as one line, ``post +6.9: secretary Thành ủy Uông Bí · 2 names``: what was compared,
how much it weighs, what was found.
"""

from __future__ import annotations

import re
from typing import Final

from kg.serve.look import Look, concept_label, concept_of
from kg.serve.wording import Words
from kg.vocab import CONCEPTS

_REASON: Final = re.compile(r"([a-z][a-z ]*) ([+-]\d+\.\d): ?(.*)", re.DOTALL)
_NAMES: Final = re.compile(r" · (\d+) names$")
_UNIT: Final = re.compile(r"\b(?:legacy|former|2025)\.[\w.-]*\w")
#: What may have been found, and the key of the sentence that says so with its gaps.
_FOUND: Final = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"fewer than one of (?P<n>[\d,]+) people bear it", "reason_rare"),
        (r"about (?P<some>\d+) of (?P<n>[\d,]+) people bear it", "reason_common"),
        (r"another name in one article", "reason_another_here"),
        (r"another name", "reason_another"),
        (r"the same but for the marks", "reason_marks"),
        (r"local posts in different places, one of them with posts of the nation", "reason_apart_nation"),
        (r"local posts in different places only", "reason_apart"),
        (r"(?P<n>\d+) levels between the posts", "reason_levels"),
        (r"posts in different places in (?P<one>\d+) and (?P<other>\d+)", "reason_at_once"),
        (r"(?P<n>\d+) years between them", "reason_years"),
        (r"the same text, or nearly the same", "reason_copy"),
    )
)


def reason_in_words(reason: str, look: Look, words: Words) -> str:
    """Say a reason; one that is not of the known form stays as it is."""
    read = _REASON.fullmatch(reason)
    if read is None:
        return reason
    kind, weight, found = read.groups()
    named = f"reason_of_{kind.replace(' ', '_')}"
    said = _said(found, look, words)
    told = f"{words(named) if named in words else kind} {weight.replace('-', '−')}"
    return f"{told}: {said}" if said else told


def _counted(text: str, words: Words) -> str:
    """Write a number as readers do; a year has no comma and stays as it is."""
    return words.number(int(text.replace(",", ""))) if "," in text else text


def _said(found: str, look: Look, words: Words) -> str:
    for pattern, key in _FOUND:
        if read := pattern.fullmatch(found):
            return words(key, **{name: _counted(text, words) for name, text in read.groupdict().items()})
    found = _UNIT.sub(lambda unit: look.label(f"{look.base}unit/{unit[0]}"), found)
    found = _NAMES.sub(lambda names: f" · {words('reason_names', n=names[1])}", found)
    role, space, rest = found.partition(" ")
    iri = f"{CONCEPTS}role/{role}"
    return f"{concept_label(iri, words.language)}{space}{rest}" if concept_of(iri) else found
