"""Whether two people can both have held a seat that has room for one.

Plain values in and out.  Days are ``YYYY-MM-DD``, ``None`` where nothing bounds them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.timespan import Bounds

_UNKNOWN = Bounds()


class Clash(StrEnum):
    """Why two holdings exclude each other: by their days, by one article, or only perhaps."""

    DAYS = "two-holders"
    ARTICLE = "two-holders-in-one-article"
    PERHAPS = "two-holders-perhaps"


@dataclass(frozen=True, slots=True, order=True)
class Holding:
    """One person's time in a seat.

    ``certain`` are the first and the last day on which it is known to be held, ``seen`` those between which
    somebody found the person in it.  ``stepped`` says that a step into or out of it is dated, so that its
    last day may be another's first.  ``now`` are the articles that tell of it, by name and body, as what is
    so when they appear; ``hinted`` those from whose words it was concluded.  ``plain`` says that some
    article tells of the holding by name and body.
    """

    iri: str
    person: str
    certain: Bounds = _UNKNOWN
    seen: Bounds = _UNKNOWN
    stepped: bool = False
    acting: bool = False
    now: frozenset[str] = frozenset()
    hinted: frozenset[str] = frozenset()
    plain: bool = True

    @property
    def articles(self) -> frozenset[str]:
        """All articles that find the person in the seat when they appear."""
        return self.now | self.hinted


def clash(one: Holding, other: Holding) -> Clash | None:
    """Tell whether two holdings of one seat exclude each other; who only acts for the holder does not."""
    if one.person == other.person or one.acting or other.acting:
        return None
    handed_over = one.stepped or other.stepped
    if _meet(one.certain, other.certain, apart=handed_over):
        return Clash.DAYS if one.plain and other.plain else Clash.PERHAPS
    if one.now & other.now:
        return Clash.ARTICLE
    seen_together = not handed_over and _meet(one.seen, other.seen, apart=True)
    return Clash.PERHAPS if seen_together or one.articles & other.articles else None


def _meet(one: Bounds, other: Bounds, *, apart: bool) -> bool:
    """Tell whether two spans share a day, or more than one when a single day may part them."""
    days = (one.first, one.last, other.first, other.last)
    if None in days:
        return False
    first, last = max(one.first or "", other.first or ""), min(one.last or "", other.last or "")
    return first < last or (first == last and not apart)


def clashes(holdings: Iterable[Holding]) -> Iterator[tuple[Holding, Holding, Clash]]:
    """Give the pairs of holdings of one seat that exclude each other, in order.

    Only holdings that share an article or may share a day are compared: a sweep over the days, not all pairs.
    """
    known = {holding.iri: holding for holding in holdings}
    for one, other in sorted(_near(known)):
        found = clash(known[one], known[other])
        if found is not None:
            yield known[one], known[other], found


def _near(known: Mapping[str, Holding]) -> set[tuple[str, str]]:
    pairs: set[tuple[str, str]] = set()
    by_article: dict[str, list[str]] = defaultdict(list)
    for iri in sorted(known):
        for article in known[iri].articles:
            pairs.update((earlier, iri) for earlier in by_article[article])
            by_article[article].append(iri)
    for name in ("certain", "seen"):
        spans = sorted((b.first, b.last, iri) for iri in known if all(b := getattr(known[iri], name)))
        open_: list[tuple[str, str]] = []
        for first, last, iri in spans:
            open_ = [(until, other) for until, other in open_ if until >= first]
            pairs.update((min(iri, other), max(iri, other)) for _, other in open_)
            open_.append((last, iri))
    return pairs
