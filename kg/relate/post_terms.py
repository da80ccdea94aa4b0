"""What stands around a title: the words before it, the term and the years behind it, what is passed over."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from kg.mention import longest
from kg.model import Organization
from kg.relate.columns import Columns
from kg.relate.offices import Offices

LATELY, FOREIGN = "lately", "head-of-state-foreign"
FORMER, ACTING, CANDIDATE = "former", "acting", "candidate"
_RANK, _RANKED = "rank", 24
_UNTIL_NOW, _NOW = "until-now", 16
THROUGH_TIMES = "through-times"
_PASSED = frozenset({"incumbent", "this-office", THROUGH_TIMES})
_PAST = frozenset({"at-that-time", "old-unit", "past-term"})
_BEFORE = frozenset({"former", "acting", "newly", "incumbent"})
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DIGITS = {"I": 1, "V": 5, "X": 10}
_NUMBERED = re.compile(r"(?<![\w/.-])(?:[IVX]+|\d{1,2})(?![\w/-])")
_ORDINAL = re.compile(r"[IVX]+(?!\w)|\d{1,2}(?=[,.;:)]|$)")
_FIGURE = re.compile(r"[-– ./)]|\d|[IVX]+(?!\w)")
"""What a term is written with: no capital of a name behind it (``khóa XV Vũ Văn A``)."""
_FOR_A_YEAR = frozenset({"steering-committee", "council-board"})
_YEARS, _LOWEST = 5, 4
_TERMS = dict.fromkeys(("central-committee", "politburo", "secretariat"), (6, 1961)) | {
    "national-assembly": (12, 1951),
    "assembly-delegation": (12, 1951),
}
"""The number from which on terms of a central body end every five years, and the year to count from.

The national congress meets every five years since the sixth, of 1986 (Party Statutes, article 15); the
National Assembly is elected in the same years since the thirteenth was, in 2011.
"""
_SPAN = re.compile(r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d(?!\d)")
_TERMS_TOLD = 4
_SPANS = frozenset({"span", "span-to", "from", "month", "year"})
_TIMES = frozenset({"term", "session", "span", "from", "during"})
SECRETARIAT = "secretariat"
_ASSEMBLY, _DELEGATION, _NATION = "national-assembly", "assembly-delegation", "nation"


class PostTerms(Offices):
    """Reads how far a title reaches, and when it was held."""

    @cached_property
    def _delegation(self) -> str:
        """The word that the name of a delegation to the National Assembly begins with."""
        return self._lexicon.concept("body", _DELEGATION).label.partition(" ")[0].lower()

    def _listed(self, end: int) -> int | None:
        """Where the next item of a list begins: after a comma or a word for `and`."""
        if self._content.startswith(", ", end):
            return end + 2
        for hit in self._scan.hits_at(end + 1, "cue"):
            if hit.concept.key == "and":
                return hit.end + 1
        return None

    def _lasts(self, stop: int) -> bool:
        """Whether years go on until now (``nhiệm kỳ 2016-2021 và 2021-2026 (từ tháng 12/2020 đến nay)``)."""
        near = self._scan.hits_within(max(0, stop - _NOW), stop + _NOW, "cue")
        return any(hit.concept.key == _UNTIL_NOW and hit.start <= stop <= hit.end for hit in near)

    def _over(self, organization: Organization | None, start: int, end: int) -> int | None:
        """The last year of the term of a central body that is told by its number (``khóa XI``)."""
        ordinals = _NUMBERED.findall(self._content, start, end)
        if organization is None or not ordinals:
            return None
        side = self._lexicon.concept("body", organization.kind).one("side")
        central = organization.level == 0 and side == "party"
        counted = _TERMS.get(organization.kind) or (_TERMS[SECRETARIAT] if central else None)
        if counted is None:
            return None
        regular, first_end = counted
        number = value_of(ordinals[-1])
        return first_end + _YEARS * max(number, regular - 1) if number > 0 else None

    def _of_year(self, organization: Organization | None, start: int, end: int) -> int | None:
        """The year of a board that is made for one (``Trưởng ban Chỉ đạo kỳ thi năm 2018``)."""
        if organization is None or organization.kind not in _FOR_A_YEAR:
            return None
        named = YEAR.findall(self._content, start, end)
        if named:
            return int(named[0])
        word = [h.end for h in self._scan.hits_at(end + 1, "cue") if h.concept.key == "year"]
        year = YEAR.match(self._content, max(word, default=end) + 1)
        return int(year.group()) if year is not None else None

    def _then(self, end: int) -> int | None:
        """The end of words that put the post into the past (``lúc bấy giờ``) right after it."""
        if not self._content.startswith(" ", end):
            return None
        for hit in self._scan.hits_at(end + 1, "cue"):
            if hit.concept.key in _PAST:
                return hit.end
        return None

    def _passed_over(self, end: int) -> tuple[int, str | None]:
        """The end of a word behind the post for when it was held, or for its office, and which one."""
        hits = self._scan.hits_at(end + 1, "cue") if self._content.startswith(" ", end) else []
        last = max((h for h in hits if h.concept.key in _PASSED), key=lambda h: h.end, default=None)
        return (last.end, last.concept.key) if last is not None else (end, None)

    def _over_around(self, organization: Organization | None, end: int) -> int:
        """The end of the units around an office's own, before a name or another title.

        ``Chủ tịch UBND huyện X, tỉnh Y P``, ``Chủ tịch UBND xã X, huyện Y, nguyên Bí thư xã Z``.
        """
        if organization is None:
            return end
        if organization.kind == _ASSEMBLY:
            return self._over_constituency(end)
        stop, level = end, organization.unit.level if organization.unit is not None else _LOWEST
        while self._content.startswith(", ", stop):
            around = self._scan.units.at(stop + 2)
            if around is None or around.unit.level >= level:
                break
            stop, level = around.end, around.unit.level
        return stop if self._scan.people.at(stop + 1) is not None or self._titled_at(stop) else end

    def _over_nation(self, organization: Organization | None, end: int) -> int:
        """The end of the nation's name behind a central office (``Thủ tướng Việt Nam P``)."""
        if organization is None or organization.level != 0 or not self._content.startswith(" ", end):
            return end
        nation = (h.end for h in self._scan.hits_at(end + 1, "region") if h.concept.key == _NATION)
        return next(nation, end)

    def _over_constituency(self, end: int) -> int:
        """The end of a delegate's province or delegation before the name (``ĐBQH đoàn Thái Bình P``).

        It may be told behind a comma, and another title follow (``ĐBQH Việt Nam khóa XIV, thuộc Đoàn …, R``).
        """
        place = self._next(end)
        if place is None and self._content.startswith(", ", end):
            place = self._next(end + 1)
            place = place if place is not None and place > end + len(", ") else None
        if place is None:
            return end
        named = self._constituency(place)
        if named is None:
            return end
        stop = self._term(named)
        return stop if self._scan.people.at(stop + 1) is not None or self._titled_at(stop) else end

    def _constituency(self, place: int) -> int | None:
        """The end of a delegation, or of the province that stands for one (``đoàn X``)."""
        body = self._scan.bodies.at(place)
        if body is None and self._content[place : place + len(self._delegation)].lower() == self._delegation:
            behind = self._next(place + len(self._delegation))
            if behind is None:
                return None
            place, body = behind, self._scan.bodies.at(behind)
        if body is not None:
            return body.end if body.organization.kind == _DELEGATION else None
        named = self._scan.units.at(place) or next(iter(self._scan.hits_at(place, "place")), None)
        return named.end if named is not None else None

    def _titled_at(self, end: int) -> bool:
        """Whether a comma and another title follow, perhaps a former one."""
        if not self._content.startswith(", ", end):
            return False
        before = [h.end + 1 for h in self._scan.hits_at(end + 2, "cue") if h.concept.key == FORMER]
        return any(self._scan.roles.at(place) is not None for place in (end + 2, *before))

    def _over_new(self, end: int) -> int | None:
        """The end of a word behind a title that says that it was just taken (`Bí thư mới của tỉnh X`)."""
        for hit in self._scan.hits_at(end + 1, "cue") if self._content.startswith(" ", end) else ():
            place = self._next(hit.end) if hit.concept.key == LATELY else None
            if place is not None and (place > hit.end + 1 or self._named_at(place)):
                return hit.end
        return None

    def _marked_new(self, end: int) -> int | None:
        """The end of brackets behind a post that say that it is a new one (``Bí thư Tỉnh ủy X (mới)``)."""
        for hit in self._scan.hits_at(end + 2, "cue") if self._content.startswith(" (", end) else ():
            if hit.concept.key == LATELY and self._content.startswith(")", hit.end):
                return hit.end + 1
        return None

    def _named_at(self, place: int) -> bool:
        return self._scan.bodies.at(place) is not None or self._scan.units.at(place) is not None

    @cached_property
    def _columns(self) -> Columns:
        return Columns(self._scan)

    def _before(self, start: int, floor: int) -> tuple[int, frozenset[str]]:
        """Where the phrase begins with its words for `former`, `acting`, `newly`, and which of them stand."""
        told: set[str] = set()
        start = self._behind_former_rank(start, floor)
        for _ in range(2):
            near = longest(self._scan.hits_within(max(floor, start - 16), start, "cue"))
            gaps = {start - 1}
            if self._content.startswith(": ", start - 2):
                gaps = {start - 2} if any(h.concept.key == FORMER for h in near) else gaps
            found = [h for h in near if h.concept.key in _BEFORE and h.end in gaps]
            found = found or [h for h in near if h.concept.key == ACTING and h.end == start]
            if not found:
                break
            told.add(found[0].concept.key)
            start = found[0].start
        return start, self._columns.says(start) | told

    def _behind_former_rank(self, start: int, floor: int) -> int:
        """Where a rank that somebody had begins, before the title of then (``cựu Đại tá, Trưởng phòng``)."""
        if not self._content.startswith(", ", start - 2):
            return start
        near = longest(self._scan.hits_within(max(floor, start - _RANKED), start - 2, "cue"))
        rank = next((h for h in near if h.concept.key == _RANK and h.end == start - 2), None)
        former = rank is not None and any(
            h.concept.key == FORMER and h.end == rank.start - 1 for h in near
        )
        return rank.start if rank is not None and former else start

    def _modifier(self, end: int) -> tuple[int, str | None]:
        """A modifier of the title (``phụ trách``) before the organisation, perhaps after a comma."""
        parted = self._content.startswith(", ", end)
        for hit in self._scan.hits_at(end + 1 + parted, "cue"):
            if hit.concept.key not in ("modifier", "kept-modifier"):
                continue
            if self._content[end] == " " or (parted and self._scan.bodies.at(hit.end + 1) is not None):
                kept = hit.concept.key == "kept-modifier" and not self._of_field(hit.end)
                return hit.end, hit.concept.label if kept else None
        return end, None

    def _term(self, end: int) -> int:
        """The end of the phrase with the session and the term of office in the words after it."""
        start = end
        for _ in range(_TERMS_TOLD):
            stop = self._one_term(end)
            if stop == end and end > start:
                stop = self._another_term(end)
            if stop == end:
                break
            end = stop
        opened = self._content.count("(", start, end) > self._content.count(")", start, end)
        return end + 1 if opened and self._content.startswith(")", end) else end

    def _another_term(self, end: int) -> int:
        """The end of one more term of a list (``nhiệm kỳ 2011-2016 và 2016-2021``, ``khóa X, XI``)."""
        place = self._listed(end)
        place = end + 2 if place is None and self._content.startswith("; ", end) else place
        if place is None:
            return end
        span = _SPAN.match(self._content, place) or _ORDINAL.match(self._content, place)
        if span is not None:
            return span.end()
        stop = self._one_term(place - 1)
        return stop if stop > place else end

    def _through(self, stop: int, *, bracketed: bool) -> int:
        """The end of figures for years and terms that begin at ``stop``, over words for `until`."""
        content, limit = self._content, self._scan.sentence(stop - 1).end
        while stop < limit:
            figure = _FIGURE.match(content, stop)
            if figure is not None:
                if content[stop] == ")" and not bracketed:
                    break
                stop = figure.end()
                continue
            joined = [h.end for h in self._scan.hits_at(stop, "cue") if h.concept.key in _SPANS]
            if not joined:
                break
            stop = max(joined)
        return len(content[:stop].rstrip(" -–."))

    def _one_term(self, end: int) -> int:
        content = self._content
        if content.startswith((" (", ", ", " "), end):
            start = end + (2 if content[end : end + 2] in (" (", ", ") else 1)
            several = [h.end + 1 for h in self._scan.hits_at(start, "cue") if h.concept.key == "plural"]
            start = several[0] if several else start
            for hit in self._scan.hits_at(start, "cue"):
                spoken = hit.concept.key in _SPANS and content.startswith(", ", end)
                if hit.concept.key in _TIMES and not spoken:
                    stop = self._through(hit.end, bracketed=content[start - 1] == "(")
                    if hit.concept.key in ("term", "session") or YEAR.search(content, start, stop):
                        return stop
        return end


def value_of(ordinal: str) -> int:
    """The number that digits, Roman or not, stand for."""
    if ordinal.isdigit():
        return int(ordinal)
    values = [_DIGITS[digit] for digit in ordinal]
    return sum(-v if v < w else v for v, w in pairwise([*values, 0]))
