"""The places that an article is about, and what they make a bare `thành phố` or `Tỉnh ủy` mean.

Every answer carries the name of the rule that found it:

=====================  =================================================================
``same-list``          another post of the same person in the same sentence has the unit
``same-sentence``      the nearest fitting unit before it in its sentence, else after it
``only-unit``          the article names just one unit that fits, others only to place it
``foremost-unit``      the only fitting unit of the title, else of the lead, unless the text turned to another
``nearest-unit``       the last fitting unit that the article named before
``unit-above``         the unit of that level above the units that the article names
``publisher``          the unit that the name of the publisher holds, or of the local paper that asks
=====================  =================================================================
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from urllib.parse import urlsplit

from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.mention import Scan, UnitMention, merged_units, of_another_country
from kg.model import BlockKind, Unit
from kg.normalise import fold
from kg.patterns import one_of
from kg.resolve.homes import homes, venues

_WEIGHT = {BlockKind.TITLE: 6, BlockKind.LEAD: 3, BlockKind.CAPTION: 1}
_DEFAULT_WEIGHT = 2
_VOTE = 60
_AGAIN = 3
_PARTING = ",;:(–-"
_PLACED = frozenset({", ", " (", " - "})
_OPENING, _PAPER, _ASKED = 5, "newspaper", 16
_PRESS, _SEVERAL = frozenset({_PAPER, "broadcaster"}), 2
_SITE = re.compile(
    r"\((?:www\.)?([a-z\d.-]+\.vn|bao[a-z]+)\)|(?:www\.)?([a-z\d.-]+\.vn) ?[-–—] ", re.IGNORECASE
)
_FORMER, _OLD = "former", "old-unit"


@lru_cache(maxsize=4)
def _interviews(lexicon: Lexicon) -> re.Pattern[str]:
    labels = one_of(fold(label) for label in lexicon.concept("cue", "interviews").strong)
    return re.compile(rf"(?<!\w){labels} $")


@dataclass(frozen=True, slots=True)
class Need:
    """What a missing unit must be: of one of these types, or of this level."""

    types: frozenset[str] = frozenset()
    level: int | None = None

    def fits(self, unit: Unit) -> bool:
        """Whether a unit can be the missing one."""
        if self.types:
            return unit.type in self.types
        return self.level is None or unit.level == self.level


@dataclass(frozen=True, slots=True)
class Found:
    """A unit with the rule that found it."""

    unit: Unit
    rule: str


@dataclass(frozen=True, slots=True)
class _Anchor:
    start: int
    unit: Unit
    weight: int


class _Fitting:
    """The anchors that fit a need, in text order."""

    def __init__(self, anchors: list[_Anchor]) -> None:
        self._anchors = anchors
        self._starts = [a.start for a in anchors]
        self._times = Counter(a.unit.full_name for a in anchors)
        self.first = anchors[0]
        self.only = len({(a.unit.name, a.unit.level) for a in anchors}) == 1

    def within(self, start: int, end: int) -> list[_Anchor]:
        """The anchors that begin in ``start:end``."""
        return self._anchors[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def last_before(self, offset: int) -> _Anchor | None:
        """The last anchor that begins before ``offset``."""
        place = bisect_left(self._starts, offset) - 1
        return self._anchors[place] if place >= 0 else None

    def times(self, anchor: _Anchor) -> int:
        """How often the text names the unit of an anchor: it may have turned to it."""
        return self._times[anchor.unit.full_name]

    @cached_property
    def foremost(self) -> Unit | None:
        """The one unit that the title names, else the one of the lead; of several none."""
        for kind in (BlockKind.TITLE, BlockKind.LEAD):
            opening = {a.unit.full_name: a.unit for a in self._anchors if a.weight == _WEIGHT[kind]}
            if opening:
                return next(iter(opening.values())) if len(opening) == 1 else None
        return None


class Setting:
    """The named units of one article, the ambiguous ones decided where the others decide them."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._gazetteer: Gazetteer = lexicon.gazetteer
        self._interviews = _interviews(lexicon)
        self._chains: dict[str, frozenset[str]] = {}
        mentions = self._mentions(scan)
        self._named = mentions
        self._merged = merged_units(scan, mentions, lexicon)
        self._votes = self._voted(mentions)
        self._anchors = [
            _Anchor(m.start, self.decided(m.unit, m.candidates), self._weight(m.start)) for m in mentions
        ]
        told = list(zip(self._anchors, mentions, strict=True))
        present = {anchor.unit.full_name for anchor, mention in told if not self._bygone(mention)}
        home = homes(self._scan, mentions)
        self._present = [a for a, m in told if a.unit.full_name in present and m.start not in home]
        away = venues(self._scan, mentions, lexicon)
        self._present = [a for a in self._present if a.start not in away] or self._present
        self._candidates = {(m.unit.type, m.unit.name): m.candidates for m in mentions if m.candidates}
        self._publisher = self._publishing_units()
        self._known: dict[Need, tuple[_Fitting | None, Found | None]] = {}
        self._most: dict[int | None, Unit | None] = {}

    @property
    def mentions(self) -> tuple[UnitMention, ...]:
        """The named units of the article, those inside the names of bodies too, in text order."""
        return tuple(self._named)

    @cached_property
    def _placing(self) -> frozenset[int]:
        """Where units stand that only place the lower one before them (``xã X, tỉnh Y``, ``xã X (Y)``)."""
        content = self._scan.text.content
        pairs = pairwise(self._named)
        return frozenset(
            above.start
            for below, above in pairs
            if above.unit.level < below.unit.level and content[below.end : above.start] in _PLACED
        )

    @cached_property
    def _bracketed(self) -> dict[int, Unit]:
        """The lower units that units in brackets place, by where these stand (``TP X (Y)``)."""
        content = self._scan.text.content
        pairs = ((b, a) for b, a in pairwise(self._named) if a.start in self._placing)
        return {above.start: below.unit for below, above in pairs if content[above.start - 1] == "("}

    def _only_places(self, anchor: _Anchor, need: Need) -> bool:
        """Whether a unit only tells, in brackets, where another one lies that fits as well."""
        placed = self._bracketed.get(anchor.start)
        return placed is not None and need.fits(placed)

    @staticmethod
    def _mentions(scan: Scan) -> list[UnitMention]:
        found: dict[int, UnitMention] = {}
        told = [*scan.units, *(b.unit for b in scan.bodies if b.unit is not None)]
        abroad = {m.unit.name for m in told if _told_abroad(scan, m)}
        for mention in told:
            longer = mention.start not in found or mention.end > found[mention.start].end
            foreign = mention.unit.name in abroad or of_another_country(mention.unit)
            if mention.unit.name and longer and not foreign:
                found[mention.start] = mention
        return [found[start] for start in sorted(found)]

    def _bygone(self, mention: UnitMention) -> bool:
        """Whether a unit is of former times: of a former post (`nguyên …`), old, or merged into another."""
        if mention.start in self._merged:
            return True
        content = self._scan.text.content
        opening = self._scan.sentence(mention.start).start
        begin = max(opening, *(content.rfind(mark, opening, mention.start) + 1 for mark in _PARTING))
        if any(h.concept.key == _FORMER for h in self._scan.hits_within(begin, mention.start, "cue")):
            return True
        after = mention.end + (2 if content.startswith(" (", mention.end) else 1)
        return any(h.concept.key == _OLD for h in self._scan.hits_at(after, "cue"))

    def _weight(self, offset: int) -> int:
        kind = self._scan.sentence(offset).kind if self._scan.text.sentences else BlockKind.PARAGRAPH
        return _WEIGHT.get(kind, _DEFAULT_WEIGHT)

    def _voted(self, mentions: Iterable[UnitMention]) -> Counter[str]:
        """Units by how many units of the article lie in them; an ambiguous name splits its vote."""
        votes: Counter[str] = Counter()
        for mention in mentions:
            readings = mention.candidates or ((mention.unit,) if mention.unit.key else ())
            chains = [self._chain(reading) for reading in readings]
            for key in {key for chain in chains for key in chain}:
                holding = sum(key in chain for chain in chains)
                votes[key] += _VOTE * holding // len(readings) * (3 if mention.unit.level == 1 else 1)
        return votes

    def _chain(self, unit: Unit) -> Set[str]:
        """A unit with those above it, and what it was merged into: the data set puts its communes there."""
        if unit.key is None:
            return set(unit.ancestors)
        known = self._chains.get(unit.key)
        if known is None:
            merged = self._gazetteer.merged_into(unit.key)
            known = self._chains[unit.key] = frozenset((unit.key, *unit.ancestors, *merged))
        return known

    def decided(self, unit: Unit, candidates: Sequence[Unit]) -> Unit:
        """The reading of an ambiguous unit whose surroundings the article names; undecided ones stay.

        A reading wins only if something else in the article lies in the same province or district.
        """
        if unit.key is not None or len(candidates) < 2:
            return unit
        same = self._namesakes(unit) & {candidate.key for candidate in candidates}
        if len(same) == 1:
            return unit.identified(self._gazetteer.get(same.pop() or ""))
        scores = [sum(self._votes[a] for a in c.ancestors) for c in candidates]
        best = max(scores)
        winners = [c for c, score in zip(candidates, scores, strict=True) if score == best]
        if len(winners) != 1 or not self._surrounded(winners[0], unit):
            return unit
        return unit.identified(self._gazetteer.registered(winners[0]))

    def _namesakes(self, unit: Unit) -> set[str | None]:
        """The units that the article means by this name elsewhere, where a type or a place tells."""
        return {m.unit.key for m in self._named if m.unit.name == unit.name and m.unit.key is not None}

    def _surrounded(self, candidate: Unit, unit: Unit) -> bool:
        """Whether the article names a unit above the candidate, or another one in the same."""
        for mention in self._named:
            if (mention.unit.type, mention.unit.name) == (unit.type, unit.name):
                continue
            for reading in mention.candidates if len(mention.candidates) == 1 else ():
                if set(candidate.ancestors) & self._chain(reading):
                    return True
        return False

    def readings(self, unit: Unit) -> tuple[Unit, ...]:
        """The gazetteer's readings of a named unit of this article."""
        return self._candidates.get((unit.type, unit.name), ())

    def _publishing_units(self) -> list[Unit]:
        article = self._scan.text.article
        name = article.publisher or article.republished_from
        told = self._gazetteer.units_in(name) if name else []
        if told:
            return told
        sites = (urlsplit(article.url or "").hostname, name, self._credited_site())
        of_sites = (self._gazetteer.province_of_site(site) for site in sites if site)
        found = next((unit for unit in of_sites if unit is not None), None)
        return [found] if found is not None else self._own_paper() or self._interviewer() or self._of_press()

    def _credited_site(self) -> str | None:
        """The site that is credited before the text begins (``(Baohatinh.vn) - …``, ``Lamdongtv.vn - …``)."""
        for sentence in self._scan.text.sentences[:_OPENING]:
            match = _SITE.match(self._scan.text.content, sentence.start)
            if match is not None:
                site: str = match[1] or match[2]
                return site
        return None

    def _own_paper(self) -> list[Unit]:
        """The province of the paper with which a sentence of the opening begins (``(Báo Quảng Ngãi) …``)."""
        for sentence in self._scan.text.sentences[:_OPENING]:
            for body in self._scan.bodies.within(sentence.start, sentence.start + 2):
                if body.organization.kind == _PAPER:
                    return self._gazetteer.provinces_in(body.organization.name)
        return []

    def _interviewer(self) -> list[Unit]:
        """The province of the only local paper that asks somebody (``trả lời phỏng vấn Báo Quảng Nam``)."""
        folded = self._scan.text.folded
        found: dict[str | None, Unit] = {}
        for body in self._scan.bodies:
            before = max(0, body.start - _ASKED)
            if body.organization.kind == _PAPER and self._interviews.search(folded, before, body.start):
                found.update((p.key, p) for p in self._gazetteer.provinces_in(body.organization.name))
        return list(found.values()) if len(found) == 1 else []

    def _of_press(self) -> list[Unit]:
        """The only province that papers and broadcasters are named by, more than once, where no unit is."""
        told = [b.organization.name for b in self._scan.bodies if b.organization.kind in _PRESS]
        if self._named or len(told) < _SEVERAL:
            return []
        found = {p.key: p for name in told for p in self._gazetteer.provinces_in(name)}
        return list(found.values()) if len(found) == 1 else []

    def find(self, need: Need, offset: int, *, far: bool = True) -> Found | None:
        """The unit that fits at ``offset``, by the first rule that gives one; ``None`` without any.

        ``far`` allows the last of several units that the text named before in other sentences.
        """
        if need not in self._known:
            self._known[need] = self._answered(need)
        fitting, found = self._known[need]
        return self._of(fitting, offset, far=far) if fitting is not None else found

    def _answered(self, need: Need) -> tuple[_Fitting | None, Found | None]:
        """The units among which the place in the text decides, or the answer that is the same everywhere."""
        fitting = [a for a in self._present if need.fits(a.unit)]
        fitting = [a for a in fitting if not self._only_places(a, need)] or fitting
        own = [a for a in fitting if a.start not in self._placing] if need == Need() else []
        fitting = own if len({a.unit.full_name for a in own}) == 1 else fitting
        if fitting:
            return _Fitting(fitting), None
        above = self._above(need)
        if above is not None:
            return None, Found(above, "unit-above")
        published = [u for u in self._publisher if need.fits(u)]
        if len(published) == 1:
            return None, Found(published[0], "publisher")
        bygone = [a for a in self._anchors if need.fits(a.unit)]
        return _Fitting(bygone) if bygone else None, None

    def _of(self, fitting: _Fitting, offset: int, *, far: bool) -> Found | None:
        """The only unit of those that fit, else the one that is meant at ``offset``."""
        if fitting.only:
            return Found(fitting.first.unit, "only-unit")
        nearest = self._nearest(fitting, offset)
        return nearest if far or nearest.rule == "same-sentence" else None

    def _nearest(self, fitting: _Fitting, offset: int) -> Found:
        sentence = self._scan.sentence(offset)
        near = fitting.within(sentence.start, sentence.end)
        if near:
            before = [a for a in near if a.start < offset]
            return Found((before[-1] if before else near[0]).unit, "same-sentence")
        nearest = fitting.last_before(offset) or fitting.first
        main = fitting.foremost
        if main is not None and fitting.times(nearest) < _AGAIN:
            return Found(main, "foremost-unit")
        return Found(nearest.unit, "nearest-unit")

    def _above(self, need: Need) -> Unit | None:
        """The one unit above the article's units that fits; none if they disagree."""
        votes: Counter[str] = Counter()
        for anchor in self._present:
            for key in map(self._then, anchor.unit.ancestors):
                if self._called(key, need) is not None:
                    votes[key] += anchor.weight
        if not votes:
            for anchor in self._present:
                shared = self._shared_above(anchor, need)
                if shared:
                    votes[shared] += anchor.weight
        if not votes:
            return None
        ranked = votes.most_common(2)
        if len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]:
            return None
        return self._called(ranked[0][0], need)

    def _then(self, key: str) -> str:
        """A unit, or the one that it had become when the article appeared."""
        published = self._scan.text.article.published
        if published is None or self._gazetteer.alive(key, published):
            return key
        became = [u.key for u in self._gazetteer.successors(key) if u.key is not None]
        return became[0] if len(became) == 1 else key

    def _called(self, key: str, need: Need) -> Unit | None:
        """A unit as it was called when the article appeared, else as it ever was, if that fits."""
        published = self._scan.text.article.published
        phase = self._gazetteer.phase(key, published) if published is not None else None
        then = (phase.unit,) if phase is not None else ()
        return next((unit for unit in (*then, *self._gazetteer.called(key)) if need.fits(unit)), None)

    def _shared_above(self, anchor: _Anchor, need: Need) -> str | None:
        keys = {
            key
            for reading in self.readings(anchor.unit)
            for key in reading.ancestors
            if self._called(key, need) is not None
        }
        return keys.pop() if len(keys) == 1 else None

    def above(self, unit: Unit, need: Need) -> Unit | None:
        """The unit above ``unit`` that fits."""
        above = (self._called(key, need) for key in self.decided(unit, self.readings(unit)).ancestors)
        return next((unit for unit in above if unit is not None), None)

    def main(self, level: int | None = None) -> Unit | None:
        """The unit that the article is most about (of that level), by weight then by place."""
        if level not in self._most:
            self._most[level] = self._voted_for(level)
        return self._most[level]

    def _voted_for(self, level: int | None) -> Unit | None:
        votes: Counter[tuple[str, int]] = Counter()
        first: dict[tuple[str, int], Unit] = {}
        for anchor in self._present or self._anchors:
            if level is None or anchor.unit.level == level:
                votes[anchor.unit.full_name, anchor.unit.level] += anchor.weight
                first.setdefault((anchor.unit.full_name, anchor.unit.level), anchor.unit)
        if not votes:
            return None
        best = max(votes.values())
        return next(first[k] for k in first if votes[k] == best)

    def home(self) -> Unit | None:
        """The unit that the article is about, unless as many others of its level are spoken of."""
        unit = self.main()
        if unit is None:
            return None
        alike = [a for a in self._present or self._anchors if a.unit.level == unit.level]
        weight = sum(a.weight for a in alike if a.unit.full_name == unit.full_name)
        return unit if 2 * weight > sum(a.weight for a in alike) else None

    def units(self) -> tuple[Unit, ...]:
        """The distinct named units of the article in order of appearance."""
        return tuple({(a.unit.full_name): a.unit for a in self._anchors}.values())


def _told_abroad(scan: Scan, mention: UnitMention) -> bool:
    """Whether the country of a province that no list knows stands behind it (``tỉnh Khăm Muộn (Lào)``)."""
    if mention.unit.level != 1 or mention.unit.key is not None or mention.unit.ancestors:
        return False
    place = mention.end + (2 if scan.text.content.startswith((" (", ", "), mention.end) else 1)
    return bool(scan.hits_at(place, "country"))
