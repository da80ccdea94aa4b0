"""How well the tables agree with facts that people read out of the same articles.

A gold folder holds one JSON file an article, named by its id, with the seven lists.  A found row *meets* a
gold row on its **core** (the fields without which it would be useless) or **strictly** (all fields that
matter).  Each gold row is met by one found row at most: the best pairs are taken first.  Spelling counts for
nothing: letters are folded, abbreviations written out (``evaluate.json``), punctuation left aside.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from kg.errors import UsageError
from kg.normalise import modern

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]

_WORD = re.compile(r"[\w%/]+(?:[-.,]\d+)*|[-\w/]+")
_LEADING_DIGIT = re.compile(r"\s*\d")
_BLANKS = re.compile(r"\s+")
_ALIKE_REFERENCE, _ALIKE_SUBJECT, _ALIKE_THEME, _SHARED_UNIT = 0.7, 0.6, 0.85, 0.5
_SHARED_INDICATOR = 0.34
_PAST = frozenset({"ended", "former"})


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one list, with the rows that were not met strictly.

    ``missing`` and ``spurious`` are pairs of an article's id and a row.
    """

    gold: int
    found: int
    strict: Figures
    core: Figures
    missing: tuple[tuple[str, Row], ...]
    spurious: tuple[tuple[str, Row], ...]


@dataclass(frozen=True, slots=True)
class _Agreement:
    """How two rows of a list are compared: how alike their cores are (above ``floor``), and the rest."""

    core: Callable[[Row, Row], float]
    rest: Callable[[Row, Row], bool]
    floor: float = 0.0


def read_gold(folder: str | Path) -> dict[str, Row]:
    """Read a folder of gold files: article to its lists.  Raises UsageError when there is none to read."""
    gold: dict[str, Row] = {}
    for path in sorted(Path(folder).glob("*.json")):
        try:
            gold[path.stem] = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise UsageError(f"{path}: not a gold file: {' '.join(str(error).split())}") from error
        if not isinstance(gold[path.stem], dict):
            raise UsageError(f"{path}: not a gold file: an object with the seven lists is expected")
    if not gold:
        raise UsageError(f"{folder}: no gold files (ARTICLE.json) in it; give the folder that holds them")
    return gold


def evaluate(gold: Mapping[str, Row], tables: Tables) -> dict[str, Score]:
    """Score every list of the tables against the gold articles; rows of other articles don't count."""
    return {name: _score(name, gold, tables.get(name, ())) for name in AGREEMENTS}


def _score(name: str, gold: Mapping[str, Row], rows: Sequence[Row]) -> Score:
    agreement = AGREEMENTS[name]
    wanted_total = found_total = core_total = strict_total = 0
    missing: list[tuple[str, Row]] = []
    spurious: list[tuple[str, Row]] = []
    for article, lists in gold.items():
        wanted: Sequence[Row] = lists.get(name) or []
        found = [row for row in rows if row["article"] == article]
        wanted_total += len(wanted)
        found_total += len(found)
        core_total += len(_meetings(agreement, wanted, found, strict=False))
        met = _meetings(agreement, wanted, found, strict=True)
        strict_total += len(met)
        missing += [(article, row) for place, row in enumerate(wanted) if place not in met]
        spurious += [(article, row) for place, row in enumerate(found) if place not in met.values()]
    return Score(
        gold=wanted_total,
        found=found_total,
        strict=_figures(strict_total, wanted_total, found_total),
        core=_figures(core_total, wanted_total, found_total),
        missing=tuple(missing),
        spurious=tuple(spurious),
    )


def _meetings(
    agreement: _Agreement, wanted: Sequence[Row], found: Sequence[Row], *, strict: bool
) -> dict[int, int]:
    """Pair gold rows with found rows, best pairs first, those that agree wholly before all others."""
    pairs = []
    for i, one in enumerate(wanted):
        for j, other in enumerate(found):
            likeness = agreement.core(one, other)
            if likeness > agreement.floor:
                whole = agreement.rest(one, other)
                if whole or not strict:
                    pairs.append((likeness + whole, i, j))
    met: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if i not in met and j not in taken:
            met[i] = j
            taken.add(j)
    return met


def _figures(met: int, wanted: int, found: int) -> Figures:
    precision = met / found if found else float(not wanted)
    recall = met / wanted if wanted else 1.0
    both = precision + recall
    return Figures(precision, recall, 2 * precision * recall / both if both else 0.0)


# -- spelling ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Spelling:
    abbreviations: Mapping[str, str]
    organizations: tuple[tuple[re.Pattern[str], str], ...]
    numbered: re.Pattern[str]


@lru_cache(maxsize=1)
def _spelling() -> _Spelling:
    data = json.loads(files("kg").joinpath("evaluate.json").read_text(encoding="utf-8"))
    return _Spelling(
        data["abbreviations"],
        tuple((re.compile(pattern), new) for pattern, new in data["organizations"]),
        re.compile(data["numbered"]),
    )


def _composed(text: object) -> str:
    """Compose the letters; the Icelandic one that some keyboards give becomes the Vietnamese one."""
    composed = unicodedata.normalize("NFC", "" if text is None else str(text))
    return composed.replace("\u00f0", "\u0111").replace("\u00d0", "\u0110")


@lru_cache(maxsize=65536)
def _folded(text: str) -> str:
    words = _WORD.findall(modern(_composed(text).lower()))
    abbreviations = _spelling().abbreviations
    return " ".join(abbreviations.get(word, word) for word in words).strip()


def _words(row: Row, name: str) -> str:
    value = row.get(name)
    return "" if value is None else _folded(str(value))


@lru_cache(maxsize=65536)
def _organization(name: str) -> str:
    """Write a body's name so that its usual variants come out the same."""
    name = _folded(name)
    for pattern, new in _spelling().organizations:
        name = pattern.sub(new, name)
    return name


def _body(row: Row, name: str) -> str:
    return _organization(str(row.get(name) or ""))


def _number(text: object) -> str:
    return _spelling().numbered.sub("", _BLANKS.sub("", _composed(text or "").upper()))


def _float(value: object) -> float | None:
    try:
        return None if value in (None, "") else float(str(value).replace(",", "."))
    except ValueError:
        return None


@lru_cache(maxsize=65536)
def _alike(one: str, other: str) -> float:
    """How alike two folded wordings are, 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio() if one and other else 0.0


def _shared(one: str, other: str) -> float:
    """How many words two folded wordings share, 0 to 1."""
    left, right = set(one.split()), set(other.split())
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def _same(*names: str) -> Callable[[Row, Row], bool]:
    """Compare some fields by their folded words."""
    return lambda one, other: all(_words(one, name) == _words(other, name) for name in names)


# -- what counts in each list ------------------------------------------------------------------------------


def _position_rest(one: Row, other: Row) -> bool:
    over = [_words(row, "status") in _PAST for row in (one, other)]
    return over[0] == over[1] and _body(one, "organization") == _body(other, "organization")


def _document_core(one: Row, other: Row) -> float:
    numbers = _number(one.get("number")), _number(other.get("number"))
    if any(numbers):
        return float(numbers[0] == numbers[1] and _same("kind")(one, other))
    return float(_alike(_words(one, "subject"), _words(other, "subject")) >= _ALIKE_SUBJECT)


def _document_rest(one: Row, other: Row) -> bool:
    issued = not one.get("issuer") or _body(one, "issuer") == _body(other, "issuer")
    return issued and _same("date")(one, other)


def _reference(text: object) -> tuple[str, str]:
    """Read ``<number, or subject> @ <issuer>``."""
    head, _, issuer = str(text or "").partition("@")
    return _number(head) if _LEADING_DIGIT.match(head) else _folded(head), _organization(issuer)


def _references(one: Row, other: Row, *, issuers: bool) -> bool:
    for name in ("source", "target"):
        (head, issuer), (head_too, issuer_too) = _reference(one.get(name)), _reference(other.get(name))
        if issuers and issuer != issuer_too:
            return False
        if head != head_too and _alike(_folded(head), _folded(head_too)) < _ALIKE_REFERENCE:
            return False
    return True


def _link_core(one: Row, other: Row) -> float:
    return float(_same("relation")(one, other) and _references(one, other, issuers=False))


def _link_rest(one: Row, other: Row) -> bool:
    return _references(one, other, issuers=True)


def _theme_core(one: Row, other: Row) -> float:
    close = _alike(_words(one, "theme"), _words(other, "theme")) >= _ALIKE_THEME
    return float(close and _same("period")(one, other))


def _of_same_body(one: Row, other: Row) -> bool:
    return _body(one, "organization") == _body(other, "organization")


def _indicator_core(one: Row, other: Row) -> float:
    value = _float(one.get("value"))
    if value is None or value != _float(other.get("value")):
        return 0.0
    if _shared(_words(one, "unit"), _words(other, "unit")) < _SHARED_UNIT:
        return 0.0
    return _shared(_words(one, "indicator"), _words(other, "indicator"))


def _indicator_rest(one: Row, other: Row) -> bool:
    signs = [str(row.get("comparator") or "=") for row in (one, other)]
    return signs[0] == signs[1] and _same("kind", "period")(one, other)


def _congress_core(one: Row, other: Row) -> float:
    ordinals = [str(row.get("ordinal") or "") for row in (one, other)]
    return float(ordinals[0] == ordinals[1] and _same("term")(one, other))


def _event_core(one: Row, other: Row) -> float:
    """Compare type and date; one head noun may be written out further than the other."""
    kind, kind_too = _words(one, "type"), _words(other, "type")
    named = bool(kind and kind_too) and (kind in kind_too or kind_too in kind)
    return float(named and _same("date")(one, other))


def _event_rest(one: Row, other: Row) -> bool:
    wanted = set(_organizers(one))
    return not wanted or not wanted.isdisjoint(_organizers(other))


def _organizers(row: Row) -> Iterator[str]:
    return (_organization(name) for name in str(row.get("organizer") or "").split(";") if name.strip())


AGREEMENTS: Final[Mapping[str, _Agreement]] = {
    "positions": _Agreement(lambda one, other: float(_same("person", "role")(one, other)), _position_rest),
    "documents": _Agreement(_document_core, _document_rest),
    "links": _Agreement(_link_core, _link_rest),
    "themes": _Agreement(_theme_core, _of_same_body),
    "indicators": _Agreement(_indicator_core, _indicator_rest, _SHARED_INDICATOR),
    "congresses": _Agreement(_congress_core, _of_same_body),
    "events": _Agreement(_event_core, _event_rest),
}
"""Every list of the tables, in order, with the way its rows are compared."""
