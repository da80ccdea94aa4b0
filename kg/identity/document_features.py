"""What speaks for and against two mentions being one document: a list of features, each with its reason.

Party committees number their documents anew from 1 for each kind in each term (36-HD/VPTW of 2018, II.1.3),
state bodies in each year (decree 30/2020/NĐ-CP); so a number alone is no identity, and a date that another
article has a day or a month otherwise is a wrong date, while one of another term is another document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from kg.identity.model import Reason
from kg.identity.numbers import Number
from kg.normalise import fold

#: From here on two mentions are one document; from there on they may be.
SAME, MAYBE = 0.7, 0.4
#: A feature that rules it out.
NEVER = -9.0

_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})")
_ENOUGH = 4
_SAME_EDITION = 2
_MADE_ANEW = frozenset({"law", "code", "ordinance", "constitution", "charter", "regulation", "working-rules"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A document as one article tells of it.

    ``series`` names who numbers it (an IRI, or ``central`` for the party's centre), ``None`` when the
    article does not tell; ``organ`` is the body itself, one of those that share a series.  ``local`` says
    whether that is a body of a place, ``None`` for unknown.  ``title`` is the title, or what a numbered
    document is about, without its kind.  ``term`` and ``year`` are those of the document itself, never those
    of the article; ``latest`` is the year in which, and ``article_term`` the term in which, the article
    appeared.  ``yearly`` says that its numbers start again each year.  ``places`` are provinces of the
    article.
    """

    iri: str
    identifier: str
    label: str
    kind: str | None = None
    number: Number | None = None
    series: str | None = None
    organ: str | None = None
    local: bool | None = None
    title: str = ""
    date: str | None = None
    term: str | None = None
    year: str | None = None
    congress: int | None = None
    latest: str | None = None
    article_term: str | None = None
    yearly: bool = False
    places: frozenset[str] = field(default=frozenset())

    @property
    def reference(self) -> str:
        """How judgements name it: ``ARTICLE-ID#NUMBER @ ISSUER``."""
        return f"{self.identifier}#{self.label}"

    @property
    def anchored(self) -> bool:
        """Whether it tells by itself which of all documents of its number or name it is."""
        if self.number is None:
            return self.congress is not None or self.year is not None
        return bool(self.term or self.year)


def compare(one: Mention, other: Mention) -> tuple[Reason, ...]:
    """Weigh two mentions, feature by feature."""
    found = (feature(one, other) for feature in _FEATURES)
    return tuple(reason for reason in found if reason is not None)


def total(reasons: tuple[Reason, ...]) -> float:
    """Add up what the features say."""
    return round(sum(reason.score for reason in reasons), 2)


def _number(one: Mention, other: Mention) -> Reason | None:
    mine, its = one.number, other.number
    if mine is None or its is None:
        return None
    shown = " / ".join(sorted({_shown(mine), _shown(its)}))
    if not mine.fits(its):
        return Reason("number", NEVER, shown)
    years = bool(mine.year and its.year)
    if mine.parts and mine.parts == its.parts:
        return Reason("number", 0.6 if years else 0.2 if one.yearly or other.yearly else 0.4, shown)
    return Reason("number", 0.4 if years else 0.2, shown)


def _shown(number: Number) -> str:
    return "-".join((number.serial, *((number.year,) if number.year else ()), *number.parts))


def _kind(one: Mention, other: Mention) -> Reason | None:
    if one.kind is None or other.kind is None or one.kind == other.kind:
        return None
    mine, its = (m.number.parts if m.number is not None else () for m in (one, other))
    told = f"{min(one.kind, other.kind)} / {max(one.kind, other.kind)}"
    return Reason("kind", -0.1 if mine and mine == its else NEVER, told)


def _issuer(one: Mention, other: Mention) -> Reason | None:
    if one.series is not None and one.series == other.series:
        if one.organ is not None and other.organ is not None and one.organ != other.organ:
            return Reason("issuer", 0.1, "another that numbers with it")
        return Reason("issuer", 0.3, "the same")
    symbol = one.number is not None and bool(one.number.parts) and one.number == other.number
    if symbol and one.local is False and other.local is False:
        return Reason("issuer", 0.3, "the symbol names it")
    if one.series is not None and other.series is not None:
        return Reason("issuer", NEVER, "another")
    if one.local or other.local:
        return Reason("issuer", -0.2, "told once only, and there are many of its kind")
    return None


def _time(one: Mention, other: Mention) -> Reason | None:
    for mine, its, name in ((one.term, other.term, "term"), (one.year, other.year, "year")):
        if mine and its and mine != its:
            return Reason(name, NEVER, f"{min(mine, its)} / {max(mine, its)}")
    if one.date and other.date:
        return _dates(min(one.date, other.date), max(one.date, other.date))
    if one.year and other.year:
        return Reason("year", 0.3, one.year)
    if one.term and other.term:
        return Reason("term", 0.2, one.term)
    return _article_time(one, other) or _article_time(other, one)


def _dates(first: str, second: str) -> Reason:
    if first == second:
        return Reason("date", 0.5 if len(first) == 10 else 0.3, first)
    if second.startswith(first):
        return Reason("date", 0.3, f"{first} / {second}")
    return Reason("date", 0.0, f"{first} / {second}, in one term or year: one date is wrong")


def _article_time(dated: Mention, other: Mention) -> Reason | None:
    """Weigh when the article that gives no date of the document appeared."""
    when = dated.date or dated.year
    if when is not None and other.latest is not None and when[:4] > other.latest:
        return Reason("time", NEVER, f"told of in {other.latest}, issued in {when[:4]}")
    mine = dated.term or dated.article_term
    if other.term or other.year or mine is None or other.article_term is None:
        return None
    if mine == other.article_term:
        return Reason("time", 0.2, f"told of in the term {mine}")
    return Reason("time", -0.2, f"told of in the terms {min(mine, other.article_term)} and later")


def _congress(one: Mention, other: Mention) -> Reason | None:
    if one.congress is None or other.congress is None:
        return None
    return Reason("congress", 0.5 if one.congress == other.congress else NEVER, str(other.congress))


def _title(one: Mention, other: Mention) -> Reason | None:
    if not one.title or not other.title or (one.congress is not None and one.congress == other.congress):
        return None
    if one.number is None and other.number is None:
        return _names(one, other)
    mine, its = words(one.title), words(other.title)
    if min(len(mine), len(its)) < _ENOUGH:
        return None
    shared = len(mine & its) / min(len(mine), len(its))
    years = _years(one.title), _years(other.title)
    if all(years) and not years[0] & years[1]:
        return Reason("subject", -0.5, "for other years")
    if shared >= 0.75:
        return Reason("subject", 0.5, f"{shared:.0%} of the words")
    if shared >= 0.5:
        return Reason("subject", 0.2, f"{shared:.0%} of the words")
    return Reason("subject", -0.5, f"{shared:.0%} of the words") if shared < 0.34 else None


def _names(one: Mention, other: Mention) -> Reason | None:
    """Weigh two titles that stand for the document: of a law, a scheme, a resolution of a session."""
    mine, its = words(one.title), words(other.title)
    numerals = frozenset(w for w in mine if w.isdigit()), frozenset(w for w in its if w.isdigit())
    if numerals[0] != numerals[1]:
        small, large = sorted((mine, its), key=len)
        return Reason("title", 0.1 if small < large else NEVER, "a figure more or another")
    if mine == its:
        return Reason("title", 0.5, "the same words")
    small, large = sorted((mine, its), key=len)
    shared = len(small & large)
    if _years(one.title) and small < large and len(small) >= _ENOUGH - 1 and len(large) - shared == 1:
        return Reason("title", 0.4, f"{shared} of {len(large)} words")
    if len(small) >= _ENOUGH and shared / len(mine | its) >= 0.75:
        return Reason("title", 0.4, f"{shared} of {len(mine | its)} words")
    another = one.kind in _MADE_ANEW and 3 * shared <= 2 * len(large)  # the Civil Code, that of its procedure
    if len(small) >= _ENOUGH and small < large and not another:
        return Reason("title", 0.3, f"{shared} of {len(mine | its)} words")
    return Reason("title", NEVER, "other words")


def _edition(one: Mention, other: Mention) -> Reason | None:
    """Weigh that a law is made anew under its name every ten years or so, a rule of the party too."""
    if one.number is not None or other.number is not None or one.kind not in _MADE_ANEW:
        return None
    if one.year or other.year or any(word.isdigit() for word in words(one.title)):
        return None
    if one.latest is None or other.latest is None:
        return Reason("edition", -0.2, "not told, nor when the articles appeared")
    years = abs(int(one.latest) - int(other.latest))
    return Reason("edition", -0.5, f"told of {years} years apart") if years > _SAME_EDITION else None


def _place(one: Mention, other: Mention) -> Reason | None:
    if one.local is False or other.local is False:
        return None
    shared = one.places & other.places
    return Reason("place", 0.2, min(shared)) if shared else None


_FEATURES = (_number, _kind, _issuer, _time, _congress, _title, _edition, _place)


@lru_cache(maxsize=8192)
def words(title: str) -> frozenset[str]:
    """Give the words of a title, Roman numerals as figures, single letters left out."""
    found = (_figure(word) for word in _WORD.findall(title))
    return frozenset(word for word in found if len(word) > 1 or word.isdigit())


def _figure(word: str) -> str:
    """Write a Roman numeral in capitals, up to 39, as a figure; ``03`` as ``3``."""
    if word.isdecimal():
        return str(int(word))
    found = _ROMAN.fullmatch(word.lower()) if word.isupper() else None
    if found is None:
        return fold(word)
    ones = {"ix": 9, "iv": 4}.get(found[2], found[2].count("i") + 5 * found[2].count("v"))
    return str(10 * len(found[1]) + ones)


def _years(title: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(title))
