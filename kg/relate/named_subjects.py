"""The places and organisations that a passage names, without those that only belong to something else."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property, lru_cache

from kg.lexicon import Lexicon
from kg.mention import BodyMention, Scan, UnitMention, merged_units
from kg.model import Organization, Unit
from kg.normalise import fold
from kg.patterns import compiled, one_of, whole_words
from kg.relate.clause_grammar import CUES
from kg.relate.period_words import spelled
from kg.relate.phrases import surface
from kg.relate.wording import alternation, ending, finder

_NAME = 60
_ISSUED = re.compile(r"\d[-/][^\W\d]+(?:\S*\s){1,5}$")
NEAR = 60
_SPELLED = 12
_WIRED = re.compile(r"\s?\([A-ZĐ]{3,}[^()]*\)")
_DECIMAL = re.compile(r",\d")
_NUMBER, _YEAR = re.compile(r"\d\s$"), re.compile(r"(?<![\d.,])(?:19|20)\d\d\s$")
_BOARDS_ABOVE = frozenset(
    {"propaganda-board", "organization-board", "internal-affairs-board", "mass-board", "economic-board"}
)


_INSURANCE = "social-insurance"
_STATE, _STANDING = "state", "standing-committee"

_OF_OFFICES = "grassroots-party-committee"
"""The committee that the party organisation of an office has."""


class NamedSubjects:
    """Finds who is named in a stretch of one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        joined = fold(lexicon.concept("cue", "and").label)
        self._assigns = compiled(
            rf"(?:(?:,|\s{joined})\s[^\W\d]+){{0,2}}\s{alternation(lexicon, CUES, 'assigns')}(?!\w)"
        )
        self._months = compiled(rf"\s{alternation(lexicon, CUES, 'month')}(?!\w)")
        self._at = ending(lexicon, CUES, "located")
        self._for = ending(lexicon, CUES, "spent-on")
        self._source = ending(lexicon, CUES, "reported-by")
        self._statistics = ending(lexicon, CUES, "statistics")
        self._spoken_of = ending(lexicon, CUES, "spoken-of")
        self._from = compiled(rf"(?<!\w){surface(lexicon, 'cue', 'born', 'lives')}$")
        from_, to = surface(lexicon, "cue", "from"), alternation(lexicon, CUES, "to")
        self._way = compiled(rf"(?<!\w){from_}\s[^,;:]{{3,40}}\s{to}$")
        self._acts = compiled(rf"\s{surface(lexicon, 'document-cue', 'clause-verb')}(?!\w)")
        of = fold(lexicon.concept("cue", "of").label)
        self._guided = compiled(rf"{alternation(lexicon, CUES, 'guided')}\s[^,;:]*\s{of}\s$")
        led = alternation(lexicon, CUES, "led-by")
        self._led = compiled(rf"(?<!\w){led}\s(?:(?!\s{of}\s)[^;:.\n]){{2,70}}\s{of}\s$")
        self._issued = _issued(lexicon)
        self._office = compiled(rf"\s{fold(lexicon.concept('body', 'agency-office').label)}\s")
        self._spelled = compiled(rf"(?<!\w){one_of(spelled(lexicon))}\s$")
        self._block = compiled(rf"\s{fold(lexicon.concept('cue', 'block').label)}(?!\w)")
        self._season = finder(lexicon, CUES, "season")
        self._venue = finder(lexicon, "event-cue", "venue")
        self._planned = ending(lexicon, CUES, "aim")
        self._seat = ending(lexicon, CUES, "seat")
        facility = alternation(lexicon, CUES, "facility")
        self._named_after = compiled(rf"(?<!\w){facility}(?:\s[^\W\d]+){{0,3}}$")
        self._several = ending(lexicon, CUES, "several")
        self._any_one = compiled(rf"\s{alternation(lexicon, CUES, 'any-one')}(?!\w)")
        self._list = compiled(rf",?\s(?:{joined}\s)?")

    def _given_to_state(self, body: BodyMention) -> bool:
        """Whether something is only given back to the state (``thu hồi cho Nhà nước``)."""
        before = self._scan.text.folded[max(0, body.start - _NAME) : body.start].rstrip()
        return body.organization.kind == _STATE and self._for.search(before) is not None

    def _mentions(
        self, start: int, end: int, party: bool, *, guided: bool = True
    ) -> list[Unit | Organization]:
        """Who is named in ``start:end``; whose office only tells the numbers, where nobody else is.

        ``guided``: where nobody acts, those may be meant by whom the one who acts is led.
        """
        both: list[UnitMention | BodyMention] = [
            *self._scan.units.within(start, end),
            *(b for b in self._scan.bodies.within(start, end) if not self._given_to_state(b)),
        ]
        both.sort(key=lambda mention: mention.start)
        folded = self._scan.text.folded
        out: list[Unit | Organization] = []
        told: list[Unit | Organization] = []
        guides: list[Unit | Organization] = []
        several = teller = counted = 0
        guide = -1
        for mention in both:
            if mention.start < teller:
                continue
            begin = self._begin(mention)
            body = self._scan.bodies.covering(begin)
            if mention.start < several or (body is not None and self._one_of_several(body, several)):
                several = max(several, body.end if body is not None else several)
                continue
            if self._scan.roles.covering(begin - 1) or self._scan.roles.at(begin) or self._titled(begin):
                continue
            if self._season.match(folded, mention.start) is not None or self._wired(mention):
                continue
            if self._counted(mention) or (counted and self._list.fullmatch(folded[counted : mention.start])):
                counted = mention.end
                continue
            if self._told_otherwise(mention):
                continue
            reports = bool(teller) and self._joined(mention, teller)  # the next of those who report
            if isinstance(mention, BodyMention) and (reports or self._reports(mention)):
                teller = mention.end
                told += filter(None, (self._reported_for(mention.organization, party),))
                continue
            who = self._who(mention, party)
            if who is not None:
                whole = body.start if body is not None else begin
                guide = mention.end if self._guides(whole) or self._joined(mention, guide) else -1
                (out if guide < 0 else guides).append(who)
        return out or told[:1] or (guides if guided else [])

    def _told_otherwise(self, mention: UnitMention | BodyMention) -> bool:
        """Whether a mention is a part of something else: of a name, a title, an aside, a plan, a list."""
        if self._inside(mention) or self._aside(mention) or self._merged_away(mention):
            return True
        folded = self._scan.text.folded
        if self._assigns.match(folded, mention.end) or self._vague(mention):
            return True
        before = folded[max(0, mention.start - NEAR) : mention.start].rstrip()
        if self._seat.search(before) or self._spoken_of.search(before):
            return True
        if isinstance(mention, UnitMention) and (self._from.search(before) or self._way.search(before)):
            return True  # where somebody is from, or where a road leads to
        return self._of_facility(mention, before) or self._of_plan(mention, before)

    def _of_office(self, mention: BodyMention) -> Organization:
        """A nameless committee as that of an office told behind it (``Đảng bộ cơ quan Bộ A``)."""
        organization = mention.organization
        if organization.territory is not None or organization.parent is not None:
            return organization
        office = self._office.match(self._scan.text.folded, mention.end)
        body = self._scan.bodies.at(office.end()) if office is not None else None
        if body is None:
            return organization
        branch = self._lexicon.concept("body", _OF_OFFICES)
        whole = organization.kind == "party-organization"
        kind, name = (branch.key, branch.label) if whole else (organization.kind, organization.name)
        return replace(organization, kind=kind, name=name, parent=body.organization)

    def _joined(self, mention: UnitMention | BodyMention, last: int) -> bool:
        """Whether a body goes on with the list of those whose last one ends at ``last``."""
        body = isinstance(mention, BodyMention) and last >= 0
        return body and self._list.fullmatch(self._scan.text.folded[last : mention.start]) is not None

    def _guides(self, begin: int) -> bool:
        """Whether a sentence opens with what a body at ``begin`` decided and somebody else did.

        ``Thực hiện nghị quyết của HĐND tỉnh, huyện đã xóa 120 nhà tạm``, ``…, dưới sự chỉ đạo của huyện, …``;
        so it does with whose papers are carried out (``quán triệt chỉ thị của Tỉnh ủy``)
        """
        start = self._scan.sentence(begin).start
        if self._guided.match(self._scan.text.folded, start, begin) is not None:
            return True
        low, folded = max(start, begin - 2 * NEAR), self._scan.text.folded
        return any(told.search(folded, low, begin) is not None for told in (self._led, self._issued))

    def _who(self, mention: UnitMention | BodyMention, party: bool) -> Unit | Organization | None:
        """Whose numbers a mention's are: a place's own, but a committee's for measures of the party."""
        if isinstance(mention, UnitMention):
            return mention.unit
        organization = self._of_block(mention)
        if party or not self._is_committee(organization):
            return organization
        if organization.territory is not None and self._block.search(fold(organization.name)) is None:
            return organization.territory
        if organization.territory is not None:
            return organization
        return organization if organization.kind in _BOARDS_ABOVE else None

    def _of_block(self, mention: BodyMention) -> Organization:
        """The body of a mention, that of the block where only this is said (``Đảng bộ khối có …``)."""
        short = self._block.match(self._scan.text.folded, mention.end)
        if short is None or not self._is_committee(mention.organization):
            return self._of_office(mention)
        known = (body.organization for body in self._scan.bodies if self._is_committee(body.organization))
        whole = (o for o in known if self._block.search(f" {fold(o.name)}") is not None)
        return next(whole, mention.organization)

    def _wired(self, mention: UnitMention | BodyMention) -> bool:
        """Whether a place only says where a passage was sent from (``Hà Nội (TTXVN 1/12)``)."""
        opens = mention.start == 0 or self._scan.text.content[mention.start - 1] == "\n"
        return opens and _WIRED.match(self._scan.text.content, mention.end) is not None

    def _of_facility(self, mention: UnitMention | BodyMention, before: str) -> bool:
        """Whether a place is only in the name of a firm or works (``sân bay Cam Ranh``)."""
        if isinstance(mention, BodyMention) or mention.typed or self._at.search(before) is not None:
            return False
        return self._named_after.search(before) is not None

    def _of_plan(self, mention: UnitMention | BodyMention, before: str) -> bool:
        """Whether a level only says whose plan something is compared with (``so với dự toán tỉnh``)."""
        nameless = isinstance(mention, UnitMention) and not mention.unit.name
        return nameless and self._planned.search(before) is not None

    def _one_of_several(self, mention: BodyMention, several: int) -> bool:
        """Whether a committee is named by its kind only, one of many (``các Huyện ủy, Thành ủy``).

        ``several`` is the end of the one named so before.
        """
        unit = mention.organization.territory
        if unit is not None and unit.name:
            return False
        folded = self._scan.text.folded
        if several and self._list.fullmatch(folded[several : mention.start]):
            return True
        before = folded[max(0, mention.start - NEAR) : mention.start].rstrip()
        return self._several.search(before) is not None

    def _begin(self, mention: UnitMention | BodyMention) -> int:
        """Where a mention begins, a level without a name with its body (``Ban Nội chính [Tỉnh] ủy``)."""
        if isinstance(mention, UnitMention) and not mention.unit.name:
            return (self._scan.bodies.covering(mention.start) or mention).start
        return mention.start

    def _reports(self, mention: BodyMention) -> bool:
        """Whether an office is only named as where a number comes from (``Theo báo cáo của Sở X``).

        One of statistics never is whose number it is (``Cục Thống kê công bố …``).
        """
        organization = mention.organization
        if self._statistics.search(fold(f" {organization.name}")) is not None:
            return True
        if self._is_committee(organization) and organization.parent is None:
            return False
        before = self._scan.text.folded[max(0, mention.start - NEAR) : mention.start].rstrip()
        return self._source.search(before) is not None

    def _reported_for(self, organization: Organization, party: bool) -> Organization | Unit | None:
        """Whose number an office tells: its place's; a party's, that of the committee which it serves."""
        if not (party and self._is_committee(organization)):
            return organization.territory
        serves = organization.kind in _BOARDS_ABOVE or organization.kind == _STANDING
        return (organization.parent if serves else None) or organization

    def _counted(self, mention: UnitMention | BodyMention) -> bool:
        """Whether a mention is one of a number of things, or a number itself (``2 xã Tân An và …``).

        So a number of months is not a place's name (``quận 9 tháng đầu năm``).
        """
        folded = self._scan.text.folded
        before = folded[max(0, mention.start - 6) : mention.start]
        timed = folded[mention.end - 1].isdigit() and self._months.match(folded, mention.end) is not None
        numbered = timed or _DECIMAL.match(folded, mention.end) is not None
        nameless = isinstance(mention, UnitMention) and not mention.unit.name
        told = nameless and self._spelled.search(folded[: mention.start][-_SPELLED:])
        return (_NUMBER.search(before) is not None and _YEAR.search(before) is None) or numbered or bool(told)

    @cached_property
    def _merged(self) -> frozenset[int]:
        inside = (body.unit for body in self._scan.bodies if body.unit is not None)
        named = {m.start: m for m in (*self._scan.units, *inside) if m.unit.name}
        return merged_units(self._scan, [named[start] for start in sorted(named)], self._lexicon)

    def _merged_away(self, mention: UnitMention | BodyMention) -> bool:
        """Whether a unit is one of those that were merged into another (``trên cơ sở sáp nhập xã X``)."""
        unit = mention.unit if isinstance(mention, BodyMention) else mention
        return unit is not None and unit.start in self._merged

    def _aside(self, mention: UnitMention | BodyMention) -> bool:
        """Whether a mention stands in brackets, is a venue, or issues a document that is cited."""
        if self._venue.match(self._scan.text.folded, mention.start):
            return True
        before = self._scan.text.folded[max(0, mention.start - NEAR) : mention.start]
        return before.rfind("(") > before.rfind(")") or _ISSUED.search(before) is not None

    def _inside(self, mention: UnitMention | BodyMention) -> bool:
        """Whether a body is a part of an indicator's name (``thu ngân sách Nhà nước``)."""
        hits = self._scan.hits_within(max(0, mention.start - _NAME), mention.end + _NAME, "indicator")
        return any(h.start <= mention.start and mention.end <= h.end for h in hits)

    def _among_types(self, mention: UnitMention) -> bool:
        """Whether another type of unit without a name stands right before or after one.

        The last one acts where a verb follows (``nghị quyết của HĐND tỉnh, huyện đã …``).
        """
        before = self._scan.units.last_before(mention.start - 1)
        body = self._scan.bodies.covering(before.start) if before is not None else None
        if body is not None and self._acts.match(self._scan.text.folded, mention.end) is not None:
            return False
        pairs = ((before, mention), (mention, self._scan.units.at(mention.end + 2)))
        return any(
            left is not None
            and right is not None
            and not (left.unit.name or right.unit.name)
            and self._list.fullmatch(self._scan.text.folded[left.end : right.start]) is not None
            for left, right in pairs
        )

    def _vague(self, mention: UnitMention | BodyMention) -> bool:
        """Whether a body is only a common noun here (``95% chi bộ``), or the central level.

        So are types of units one after the other or several of one (``100% số xã, phường``, ``đô thị lớn``).
        """
        if isinstance(mention, UnitMention):
            before = self._scan.text.folded[max(0, mention.start - NEAR) : mention.start].rstrip()
            low = max(0, mention.start - _NAME)
            measured = self._scan.hits_within(low, mention.start, "indicator")
            of_all = any(hit.end == mention.start - 1 for hit in measured)  # `dân số thành phố`
            several = not of_all and self._several.search(before) is not None
            any_one = self._any_one.match(self._scan.text.folded, mention.end) is not None
            return not mention.unit.name and (several or any_one or self._among_types(mention))
        organization = mention.organization
        common = organization.territory is None and organization.parent is None
        if common and organization.kind == _INSURANCE:
            return True  # what people are insured by (``tham gia BHXH bắt buộc``)
        lower = self._scan.text.content[mention.start].islower()
        return organization.kind == "central" or (common and lower)

    def _titled(self, start: int) -> bool:
        """Whether a title stands right before: then this is whose title it is, not who acts."""
        role = self._scan.roles.last_before(start)
        return role is not None and start - role.end <= 1

    def _is_committee(self, organization: Organization) -> bool:
        whole = organization.parent or organization
        return whole.bare_unit or self._lexicon.concept("body", whole.kind).one("side") == "party"


@lru_cache(maxsize=4)
def _issued(lexicon: Lexicon) -> re.Pattern[str]:
    """A document up to the word before who issued it, where the search ends."""
    kinds = [fold(label) for concept in lexicon.scheme("document-kind") for label in concept.strong]
    of, joined = (fold(lexicon.concept("cue", key).label) for key in ("of", "and"))
    others = rf"(?:\s{of}(?:\s[^\W\d]+){{1,4}}(?:,|\s{joined}))*"
    return re.compile(rf"{whole_words(kinds)}(?:,?\s(?!{of}\s)[^\W\d]+){{0,8}}{others}\s{of}\s$")
