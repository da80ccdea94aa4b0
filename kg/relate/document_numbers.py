"""Numbers of documents: ``06-NQ/TU``, ``19/2016/NQ-HĐND``, ``1679/QĐ-TTg``, or bare (``118``)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.lexicon import Concept, Lexicon
from kg.normalise import fold
from kg.relate.phrases import surface

_PART = (
    r"[A-ZĐƯ][a-zđ&.]?[A-ZĐƯ&][A-ZĐƯa-z&]{0,14}\d{0,3}(?!\w)|L(?=[-/])|[A-ZĐ][a-zđ]{1,2}(?=/[A-ZĐ])"
    r"|Th\.U(?!\w)"
)
_OFFICE = r"[A-ZĐ]\d{1,2}(?!\w)"
"""The letter and digits of an office of the police, behind another part (``KH-BCA-V22``)."""
_SYMBOL = re.compile(
    rf"(?P<n>\d{{1,5}}[a-z]?)(?P<year>(?:\s?/\s?|[-–](?=\d{{4}}\s?/))(?:19|20)\d{{2}})?"
    rf"(?P<rest>(?:\s?[-–/]\s?|\.|\s(?=[A-ZĐ]{{2,4}}\s?/))(?:{_PART})(?:\s?[-–/]\s?(?:{_PART}|{_OFFICE}))*)"
)
_BARE = re.compile(
    r"(?P<n>\d{1,5}[ab]?)(?P<year>\s?/\s?(?:19|20)\d{2})?(?![\d%])(?![.,/:-]\d)(?!\s?[-–/]\s?\d)(?![^\W\d])"
)
_SHORT = 2
"""Letters of a part of a symbol that may be a kind of paper which the vocabulary lacks."""
_BLANKS = re.compile(r"\s+")
_FIRST_YEAR, _LAST_YEAR = 1945, 2050
_CENTRAL = re.compile(r"T\.?Ư|T\.W")


class Number(NamedTuple):
    """A number as read: canonical form, digits and year, the parts of its symbol, and the end."""

    canonical: str
    digits: str
    year: str | None
    parts: tuple[str, ...]
    end: int

    @property
    def symbol(self) -> bool:
        """Whether the number says by its letters what kind of document it names."""
        return bool(self.parts)


def symbolic(content: str, start: int) -> Number | None:
    """The number with a symbol that begins at ``start``."""
    match = _SYMBOL.match(content, start)
    if match is None:
        return None
    rest = _CENTRAL.sub("TW", _BLANKS.sub("", match["rest"]).replace("–", "-"))
    if not rest.startswith(("-", "/")):
        rest = "-" + rest.lstrip(".")
    year = _BLANKS.sub("", match["year"] or "").replace("-", "/").replace("–", "/")
    parts = tuple(p for p in re.split(r"[-/]", rest) if p)
    return Number(match["n"] + year + rest, match["n"], year.lstrip("/") or None, parts, match.end())


def bare(content: str, start: int, *, said: bool = False) -> Number | None:
    """The digits at ``start`` if they can be a document's number; unless ``said``, a year alone can't."""
    match = _BARE.match(content, start)
    if match is None:
        return None
    year = _BLANKS.sub("", match["year"] or "")
    if (
        not year
        and not said
        and len(match["n"]) == 4
        and match["n"].isdigit()
        and _FIRST_YEAR <= int(match["n"]) <= _LAST_YEAR
    ):
        return None
    return Number(match["n"] + year, match["n"], year.lstrip("/") or None, (), match.end())


@lru_cache(maxsize=4)
def codes(lexicon: Lexicon) -> dict[str, Concept]:
    """The code of a kind in a symbol (``NQ``) to the kind."""
    found = {c.notation: c for c in lexicon.scheme("document-kind") if c.notation}
    found.update({label: c for c in lexicon.scheme("document-kind") for label in c.weak})
    return found


@lru_cache(maxsize=4)
def _issuers(lexicon: Lexicon) -> dict[str, Concept]:
    return {code: c for c in lexicon.scheme("document-series") for code in c.strong}


def kind_of(number: Number, lexicon: Lexicon) -> Concept | None:
    """The kind of document that the symbol tells."""
    return next((codes(lexicon)[p] for p in number.parts if p in codes(lexicon)), None)


def opens_with_kind(number: Number, lexicon: Lexicon) -> bool:
    """Whether the symbol begins with the kind: behind the letters of an office that is what it is about."""
    return bool(number.parts) and number.parts[0] in codes(lexicon)


def issuer_of(number: Number, lexicon: Lexicon) -> Concept | None:
    """The concept of the issuer that the end of the symbol tells (``QH14`` is the National Assembly).

    Of several who issue a joint circular the first one leads.
    """
    issuers = _issuers(lexicon)
    joint = lexicon.concept("document-kind", "joint-circular").notation in number.parts
    for part in number.parts if joint else reversed(number.parts):
        found = issuers.get(part) or issuers.get(part.rstrip("0123456789"))
        if found is not None:
            return found if joint or not _inside_another(part, number, lexicon) else None
    return None


def _inside_another(part: str, number: Number, lexicon: Lexicon) -> bool:
    """Whether a ministry's letters are those of a board of somebody else's (``KH/TĐTN-BTC``)."""
    ministry = lexicon.concept("body", "ministry").label[0]
    before = number.parts[: number.parts.index(part)]
    known = {**codes(lexicon), **_issuers(lexicon)}
    return part.startswith(ministry) and any(len(p) > _SHORT and p not in known for p in before)


def ministry_of(number: Number, lexicon: Lexicon) -> Concept | None:
    """The ministry to whose field a province's department belongs, which the symbol tells (``SGTVT``)."""
    issuers = _issuers(lexicon)
    department, ministry = (lexicon.concept("body", key).label[0] for key in ("department", "ministry"))
    codes_ = (ministry + part[1:] for part in reversed(number.parts) if part.startswith(department))
    return next((issuers[code] for code in codes_ if code in issuers), None)


@lru_cache(maxsize=4)
def _number_word(lexicon: Lexicon) -> re.Pattern[str]:
    urgent = rf"(?:\s{surface(lexicon, 'document-cue', 'urgent')}(?=\s))?"
    return re.compile(
        rf"{urgent}(?:\s?\([a-zđ]{{2,4}}\))?\s?\(?(?P<said>{surface(lexicon, 'document-cue', 'number')})?\s?"
    )


@lru_cache(maxsize=4)
def _follows(lexicon: Lexicon) -> re.Pattern[str]:
    words = surface(lexicon, "document-cue", "after-number")
    return re.compile(rf"\s?(?:$|[^\w\s%]|\s?{words}(?!\w))")


@lru_cache(maxsize=4)
def _counts(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"\s{surface(lexicon, 'document-cue', 'counted')}(?!\w)"
        r"(?!\s(?:19|20)\d\d(?!\s?[-–])|\s\d{1,2}[/.-]\d)"
    )


@lru_cache(maxsize=4)
def _of_year(lexicon: Lexicon) -> re.Pattern[str]:
    """Four digits that a year follows, so that they are none themselves (``quyết định 1997 năm 2002``)."""
    return re.compile(rf"\d{{4}}\s{surface(lexicon, 'cue', 'year')}\s(?:19|20)\d\d(?!\d)")


def read(
    content: str, folded: str, start: int, capital: bool, lexicon: Lexicon, *, listed: bool = False
) -> Number | None:
    """The number that follows a kind of document that ends at ``start``.

    Bare digits need a word for `number` before them, or what may follow a document's number after them: a
    count (``kế hoạch 5 năm``) is none.  ``listed`` digits go on a list of longer numbers, and are no year.
    """
    match = _number_word(lexicon).match(folded, start)
    if match is None or match.end() == start or "\n" in content[start : match.end()]:
        return None
    number = symbolic(content, match.end())
    if number is not None:
        return number
    dated = _of_year(lexicon).match(folded, match.end()) is not None
    number = bare(content, match.end(), said=match["said"] is not None or dated or listed)
    if number is None or (match["said"] is None and _counts(lexicon).match(folded, number.end)):
        return None
    if match["said"] is not None or number.year is not None:
        return number
    return number if capital or _follows(lexicon).match(folded, number.end) else None


def same(left: str, right: str) -> bool:
    """Whether two canonical numbers can be one: equal, or a bare one that begins the other.

    Papers confuse the marks in a number (``07-NQ/TU``, ``07/NQ-TU``).
    """
    first, second = sorted((fold(n).lstrip("0").replace("-", "/") for n in (left, right)), key=len)
    if first == second:
        return True
    return second.startswith(first) and not second[len(first)].isdigit() and first.replace("/", "").isdigit()
