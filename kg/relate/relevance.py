"""Whether an article speaks of how places and organisations do: committees, councils, public figures."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from kg.lexicon import Lexicon
from kg.mention import Scan, UnitMention
from kg.model import BlockKind, Sentence
from kg.normalise import fold
from kg.patterns import whole_words
from kg.relate.congress_refs import CongressReader
from kg.relate.period_words import period_matches
from kg.relate.wording import ending, finder, words

_CUES = "indicator-cue"
_ENOUGH, _FOREIGN = 2, 3
_APART, _FEW_APART, _DENSE, _SPARSE, _THIN = 50, 110, 25, 45, 60
"""A report names a committee or council every so many words, or more seldom if it has several public
figures; or it has a number every so many words, or more seldom if it has several public figures.  One that
names them seldom and has numbers more seldom than that tells nobody's."""
_PASSING = 150
_COUNTED, _CROWDED, _OTHER = 40, 20, 4
"""One that counts what somebody did has a number every so many words, or more often if it tells no time, and
a word of other matters for so many of them at most."""
_SELDOM = 100
"""In an article that names committees and councils more seldom, only numbers that others don't have count."""
_NUMBER = re.compile(r"(?<![\w/.-])\d[\d.,]*(?:\s?%|\s[^\W\d]{2})")
_FEW_OTHERS = 5
"""So many measures let an article on the economy of the place in its title have a word of other matters."""
_SEVERAL, _MANY, _OPENING, _BEFORE = 3, 7, 3, 24


class Relevance:
    """What an article is about, weighed once: its public bodies against words of other matters."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan, self._lexicon = scan, lexicon
        self._at = ending(lexicon, _CUES, "located")
        hits = [h for h in scan.hits.of("indicator") if h.concept.one("public")]
        self._measures = len({h.concept.key for h in hits})
        self._figures = self._measures + len(hits) // 3

    @property
    def figures(self) -> int:
        """How many figures of public life the article names."""
        return self._figures

    @property
    def public(self) -> bool:
        """Whether public bodies or public figures carry the article."""
        least = _ENOUGH - 2 * self._figures - self._party
        most = _most(self._lexicon)
        if sum(most[hit.concept.key] for hit in self._scan.hits.of("body")) < least:
            return self._economy or self.nations or self.reviewing or self.surveying
        bodies = self._bodies()
        weight = bodies + 2 * self._figures + self._party
        local = bodies + self._party > 0 or (self._figures >= _ENOUGH and len(self._scan.units) > 0)
        told = local and weight >= _ENOUGH and self._foreign() <= max(_FOREIGN, weight // 2)
        return told or self._economy or self.nations or self.reviewing or self.surveying

    def report(self, numbers: int) -> bool:
        """Whether an article as a whole tells how places and organisations do, not of a case or a project.

        In any other one a number is mostly a firm's, a building's or a crime's.  ``numbers`` is how many the
        article measures something by.
        """
        words = self._scan.text.content.count(" ") + 1
        if self._of_firm:
            return False
        if (self.dense or self.reviewing) and not self.seldom(numbers):
            return True
        title = self._scan.text.sentences[0]
        titled = title.kind is BlockKind.TITLE and self._figured(title)
        if (self.nations or titled or self.surveying) and numbers * _SPARSE >= words:
            return True
        bodies = self._bodies()
        figured = self._figures >= _SEVERAL and numbers * _SPARSE >= words
        if self._placed and (self._figures >= _MANY or numbers * _DENSE >= words or figured):
            return True
        several = self._figures >= _SEVERAL or numbers > _MANY or self._party >= _ENOUGH
        return several and bodies * _FEW_APART >= words

    @cached_property
    def reviewing(self) -> bool:
        """Whether the title or lead looks back on a time of a place or office (``Sở X sơ kết 6 tháng …``)."""
        opening = self._scan.text.sentences[:_OPENING]
        if not opening or self._of_firm or self._foreign() > _FOREIGN:
            return False
        titled = opening[0].kind is BlockKind.TITLE
        if titled and self._looks_back(opening[0], finder(self._lexicon, _CUES, "review")):
            return True
        if any(self._counts(told) for told in opening[: 1 + titled]):
            return True
        return any(self._looks_back(told, _held(self._lexicon)) for told in opening[titled:])

    @cached_property
    def surveying(self) -> bool:
        """Whether an article counts what an office or the nation did, in a time that its opening tells."""
        opening = self._scan.text.sentences[:_OPENING]
        if not opening or self._of_firm or not self._official(opening[-1].end):
            return False
        folded, end = self._scan.text.folded, opening[-1].end
        words_ = folded.count(" ") + 1
        numbers = sum(1 for _ in _NUMBER.finditer(folded))
        if numbers * _COUNTED < words_ or self._foreign() * _OTHER > numbers:
            return False
        timed = any(True for _ in period_matches(folded[:end], self._lexicon))
        return timed or numbers * _CROWDED >= words_

    def _official(self, end: int) -> bool:
        """Whether an article names an office or the nation by the end of its opening."""
        kinds = {body.organization.kind for body in self._scan.bodies.within(0, end)}
        if any(self._lexicon.concept("body", kind).one("side") in _PUBLIC for kind in kinds):
            return True
        whole = finder(self._lexicon, _CUES, "nation").finditer(self._scan.text.folded, 0, end)
        return any(self._of_itself(match.start()) for match in whole)

    def _counts(self, sentence: Sentence) -> bool:
        """Whether a title tells a number of a place in a time (``7 tháng, tỉnh A đón 2 triệu khách``).

        The first sentence does so of a whole place (``Trong tháng 8, toàn tỉnh có 48 doanh nghiệp …``).
        """
        units = self._scan.units.within(sentence.start, sentence.end)
        titled = sentence.kind is BlockKind.TITLE
        if not any((titled and u.unit.name) or self._whole(u) for u in units):
            return False
        folded = self._scan.text.folded[sentence.start : sentence.end]
        times = [match.span() for match in period_matches(folded, self._lexicon)]
        numbers = (m.start() for m in _NUMBER.finditer(folded))
        return bool(times) and any(not any(low <= n < high for low, high in times) for n in numbers)

    def _whole(self, unit: UnitMention) -> bool:
        """Whether all of the paper's own place is meant, unnamed (``toàn tỉnh``, ``trên địa bàn huyện``)."""
        before = self._scan.text.folded[max(0, unit.start - _BEFORE) : unit.start].rstrip()
        whole = ending(self._lexicon, _CUES, "whole", "here")
        return not unit.unit.name and whole.search(before) is not None

    def _looks_back(self, sentence: Sentence, review: re.Pattern[str]) -> bool:
        """Whether a sentence looks back on a time of somebody, not of the nation."""
        start, end = sentence.start, sentence.end
        folded = self._scan.text.folded
        if review.search(folded, start, end) is None:
            return False
        bodies = [m.organization for m in self._scan.bodies.within(start, end)]
        sides = {self._lexicon.concept("body", o.kind).one("side") for o in bodies if o.level != 0}
        titled = sentence.kind is BlockKind.TITLE
        named = titled and any(u.unit.name for u in self._scan.units.within(start, end))
        whose = named or not sides <= {None, "other"}
        return whose and any(True for _ in period_matches(folded[start:end], self._lexicon))

    @property
    def _of_firm(self) -> bool:
        """Whether the title names a firm and no committee or council."""
        title = self._scan.text.sentences[0]
        if title.kind is not BlockKind.TITLE:
            return False
        kinds = [body.organization.kind for body in self._scan.bodies.within(title.start, title.end)]
        sides = {self._lexicon.concept("body", kind).one("side") for kind in kinds}
        return not FIRMS.isdisjoint(kinds) and sides.isdisjoint(_SIDES)

    @property
    def dense(self) -> bool:
        """Whether an article names committees and councils so often that it is about them."""
        return self._bodies() * _APART >= self._scan.text.content.count(" ") + 1

    def seldom(self, numbers: int) -> bool:
        """Whether an article has ``numbers`` so seldom that it tells of something else."""
        return numbers * _PASSING < self._scan.text.content.count(" ") + 1

    def thin(self, numbers: int) -> bool:
        """Whether an article has too few of both committees and ``numbers`` to tell how anybody did."""
        return self.distant and numbers * _THIN < self._scan.text.content.count(" ") + 1

    def nobodys(self, numbers: int) -> bool:
        """Whether the ``numbers`` of nobody named are the nation's or a firm's: no place opens the article.

        A report of the government's tells the nation's.
        """
        if self.dense or self._placed or self.reviewing or self.surveying:
            return False
        return not (self.national and self.report(numbers))

    @cached_property
    def national(self) -> bool:
        """Whether an article that tells figures opens with the government, the assembly or the party.

        It opens with no place but the one where that was told.
        """
        opening = self._scan.text.sentences[:_OPENING]
        end, lead = (opening[-1].end, opening[:2][-1].end) if opening else (0, 0)
        kinds = {body.organization.kind for body in self._scan.bodies.within(0, end)}
        placed = any(u.unit.name and not self._venue(u) for u in self._scan.units.within(0, lead))
        told = not kinds.isdisjoint(_NATIONAL) and not placed and self._figures >= _ENOUGH
        return told or self.nations

    @cached_property
    def nations(self) -> bool:
        """Whether an article tells by several measures how the nation or a branch of the state did.

        It opens with the nation, with a ministry or with what only nations have, and with no place but the
        one where that was told.
        """
        measures = {h.concept.key for h in self._scan.hits.of("indicator") if not h.weak}
        if len(measures) < _SEVERAL or self._of_firm or self._foreign() * 2 > len(measures):
            return False
        opening = self._scan.text.sentences[:_OPENING]
        titled = opening[0].kind is BlockKind.TITLE
        end, lead = opening[-1].end, opening[: 1 + titled][-1].end
        if any(u.unit.name and not self._venue(u) for u in self._scan.units.within(0, lead)):
            return False
        begun = (self._scan.units.at(told.start) for told in opening)
        if any(unit is not None and unit.unit.name and self._acts(unit) for unit in begun):
            return False
        bodies = (body.organization for body in self._scan.bodies.within(0, end))
        sides = {self._lexicon.concept("body", o.kind).one("side") for o in bodies if o.level == 0}
        whole = finder(self._lexicon, _CUES, "nation", "of-nation").finditer(self._scan.text.folded, 0, end)
        return "state" in sides or any(self._of_itself(match.start()) for match in whole)

    def _acts(self, unit: UnitMention) -> bool:
        """Whether a sentence goes on in lower case after a place, and was not only sent from there."""
        return self._scan.text.content[unit.end + 1 : unit.end + 2].islower()

    def _of_itself(self, place: int) -> bool:
        """Whether the nation's name is no part of a body's or firm's (``Toyota Việt Nam``)."""
        content = self._scan.text.content
        begin = content.rfind(" ", 0, max(0, place - 1)) + 1
        inside = content[place - 1 : place] == " " and content[begin].isupper() and content[place].isupper()
        return self._scan.bodies.covering(place) is None and not inside

    def _venue(self, unit: UnitMention) -> bool:
        """Whether a place only says where something was told (``tại Hà Nội``, ``tại Nhà hát X (Hà Nội)``)."""
        before = self._scan.text.folded[max(0, unit.start - _BEFORE) : unit.start].rstrip()
        house = self._scan.bodies.last_before(unit.start) if before.endswith("(") else None
        if house is not None and house.end >= unit.start - len(" ("):
            before = self._scan.text.folded[max(0, house.start - _BEFORE) : house.start].rstrip()
        return self._at.search(before) is not None

    @property
    def distant(self) -> bool:
        """Whether an article names committees and councils so seldom that a number is mostly others'.

        One whose opening names several tells what they say.
        """
        if self._opened_by_committees or self.reviewing:
            return False
        return self._bodies() * _SELDOM < self._scan.text.content.count(" ") + 1

    @cached_property
    def _opened_by_committees(self) -> bool:
        opening = self._scan.text.sentences[:_OPENING]
        bodies = self._scan.bodies.within(0, opening[-1].end) if opening else ()
        kinds = [self._lexicon.concept("body", body.organization.kind) for body in bodies]
        return sum(kind.one("side") in _SIDES for kind in kinds) >= _ENOUGH

    @property
    def _placed(self) -> bool:
        """Whether an article opens with a place: the economy of the nation is nobody's own."""
        opening = self._scan.text.sentences[:_OPENING]
        return bool(self._scan.units.within(0, opening[-1].end)) if opening else False

    @property
    def _economy(self) -> bool:
        """Whether an article opens with a place and tells in its title or in several measures how it did."""
        hits = [h for h in self._scan.hits.of("indicator") if not h.weak]
        title = self._scan.text.sentences[0] if self._scan.text.sentences else None
        titled = title is not None and title.kind is BlockKind.TITLE and self._figured(title)
        several = len({h.concept.key for h in hits}) >= _SEVERAL
        others = self._foreign()
        few = others * _FEW_OTHERS <= len(hits) and title is not None and self._names_place(title)
        return (several or titled) and self._placed and (few or not others)

    def _names_place(self, title: Sentence) -> bool:
        """Whether a title names a place by its name."""
        named = any(u.unit.name for u in self._scan.units.within(title.start, title.end))
        return named and title.kind is BlockKind.TITLE

    def _figured(self, title: Sentence) -> bool:
        """Whether a title names a place and a figure of public life (``Tỉnh A: 9 xã đạt chuẩn``)."""
        hits = self._scan.hits_within(title.start, title.end, "indicator")
        return self._names_place(title) and any(h.concept.one("public") for h in hits)

    @cached_property
    def _party(self) -> int:
        """How much an article tells in numbers of the party (``267 tổ chức đảng``), two at most."""
        counts = _counts(self._lexicon).finditer(self._scan.text.folded)
        return min(_ENOUGH, sum(1 for _ in counts) + 2 * self._tolls)

    @cached_property
    def _tolls(self) -> bool:
        """Whether an article counts the accidents of a place, not one accident."""
        return _accidents(self._lexicon).search(self._scan.text.folded) is not None and self._placed

    def _bodies(self) -> int:
        """How often committees and councils are named, offices of the people or the state twice.

        Unions and associations of the front weigh half, unless one of them is in the title.
        """
        kinds = [m.organization.kind for m in self._scan.bodies]
        sides = [self._lexicon.concept("body", kind).one("side") for kind in kinds]
        committees = sum(side in _SIDES for side in sides)
        unions = sides.count("front") + 1 if self._of_union else sides.count("front") // 2
        return committees + unions + sum(kind in _OFFICES for kind in kinds)

    @cached_property
    def _of_union(self) -> bool:
        """Whether the title names a union or association of the front with its place, or its congress."""
        title = self._scan.text.sentences[0]
        if title.kind is not BlockKind.TITLE:
            return False
        named = [m.organization for m in self._scan.bodies.within(title.start, title.end)]
        reader = CongressReader(self._scan, self._lexicon)
        hits = self._scan.hits_within(title.start, title.end, "congress-cue")
        held = (reader.at(h.start) for h in hits if h.concept.key == "congress")
        named += [c.organization for c in held if c is not None and c.organization is not None]
        placed = (o for o in named if o.territory is not None)
        return any(self._lexicon.concept("body", o.kind).one("side") == "front" for o in placed)

    def _foreign(self) -> int:
        """How many words of other matters the article has."""
        excluded = finder(self._lexicon, _CUES, "excluded")
        found = {m.group() for m in excluded.finditer(self._scan.text.folded)}
        return len(found.difference(words(self._lexicon, _CUES, "toll")) if self._tolls else found)


@lru_cache(maxsize=4)
def _counts(lexicon: Lexicon) -> re.Pattern[str]:
    """A number of members, cells or organisations of the party."""
    party = [c for c in lexicon.scheme("measure") if c.one("dimension") == "party" and c.key != "party-body"]
    return re.compile(rf"\d\s{whole_words([fold(label) for c in party for label in c.strong])}")


@lru_cache(maxsize=4)
def _held(lexicon: Lexicon) -> re.Pattern[str]:
    """What a meeting is held for that looks back (``sơ kết``, ``tổng kết``)."""
    framed = frozenset(words(lexicon, _CUES, "frame")).difference(words(lexicon, _CUES, "result"))
    return re.compile(whole_words([word for word in words(lexicon, _CUES, "review") if word in framed]))


@lru_cache(maxsize=4)
def _accidents(lexicon: Lexicon) -> re.Pattern[str]:
    """A number of traffic accidents, of two digits at least."""
    concept = lexicon.concept("indicator", "traffic-accidents")
    return re.compile(rf"\d\d\s{whole_words([fold(label) for label in concept.strong])}")


@lru_cache(maxsize=4)
def _most(lexicon: Lexicon) -> dict[str, int]:
    """How much an organisation can weigh at most that begins with the words of a kind, by the kind's key.

    Words for a committee or its part may turn out to name the committee of a unit.
    """
    return {
        concept.key: (concept.one("naming") in _PARTS or concept.one("side") in (*_SIDES, "front"))
        + (concept.key in _OFFICES)
        for concept in lexicon.scheme("body")
    }


_PARTS = frozenset({"committee-of", "of"})
_SIDES = frozenset({"party", "council"})
_PUBLIC = frozenset({*_SIDES, "state", "front"})
FIRMS = frozenset(
    {"company", "corporation", "economic-group", "bank", "board-of-directors", "members-council"}
)
_NATIONAL = frozenset({"government", "national-assembly", "communist-party", "central-committee"})
_OFFICES = frozenset(
    {"peoples-committee", "peoples-council", "assembly-delegation", "government", "national-assembly"}
)
