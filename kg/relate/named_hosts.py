"""The organisers that the words behind a noun name: whose event it is, with whom, of what place."""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.mention import BodyMention, Scan
from kg.model import Organization
from kg.normalise import fold
from kg.patterns import compiled
from kg.relate.actors import Actors, Organizer
from kg.relate.leaders import Leaders, titled
from kg.relate.wording import alternation, ending, finder

_CUES = "event-cue"
_NEAR, _FAR, _CLOSE, _PHRASE = 70, 200, 60, 110
_BEFORE = 12
_BOARD, _CENTRAL = "board", "central"


class NamedHosts(Actors):
    """Finds those whom a phrase names as holding its event, in one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        super().__init__(scan, lexicon)
        self._leaders = Leaders(scan, lexicon)
        of_time = "|".join(re.escape(fold(lexicon.concept("cue", key).label)) for key in ("month", "year"))
        kind = rf"{alternation(lexicon, _CUES, 'kind-word', 'quarter')}|{of_time}"
        gap = rf"(?:\s\(?(?:(?:\d+|[ivxl]+)(?:[/-](?:19|20)\d\d)?|{kind}),?){{0,4}}"
        led = alternation(lexicon, _CUES, "lead-noun")
        lead = rf"(?:{led}\s)?"
        self._reviews = compiled(rf"{gap}\s{alternation(lexicon, _CUES, 'reviews-work')}[^,;:.]{{0,80}}?\s")
        self._reviews_of = compiled(
            rf"{gap}\s{alternation(lexicon, _CUES, 'reviews-work')}[^;:.]{{0,100}}?"
            rf"\s{alternation(lexicon, _CUES, 'by')}\s"
        )
        self._of = compiled(
            rf"{gap}\s(?:{alternation(lexicon, _CUES, 'by')}\s{lead}"
            rf"|{alternation(lexicon, _CUES, 'between')}\s{lead})?"
        )
        self._of_leaders = compiled(rf"{gap}\s{alternation(lexicon, _CUES, 'between')}\s{led}\s")
        self._whose = compiled(rf"{gap}\s{alternation(lexicon, _CUES, 'by')}\s")
        self._briefing = compiled(
            rf"(?:\s{alternation(lexicon, _CUES, 'reviews-work')})?"
            rf"{gap}\s{alternation(lexicon, _CUES, 'by')}\s"
        )
        self._with = ending(lexicon, _CUES, "with")
        self._meeting = finder(lexicon, _CUES, "with")
        self._happens = compiled(rf"\s{alternation(lexicon, _CUES, 'happens')}(?!\w)")
        self._held = compiled(rf"\s{alternation(lexicon, _CUES, 'holds')}(?!\w)")
        self._joined = compiled(rf"\s{alternation(lexicon, _CUES, 'partner', 'together')}\s")
        times = rf"{of_time}|{fold(lexicon.concept('cue', 'term').label)}"
        several = rf"{alternation(lexicon, _CUES, 'between')}\s(?!(?:{times})(?!\w))"
        self._between = compiled(rf"{gap}[^,;:.]{{0,40}}?\s{several}")

    def _centre(self, end: int) -> tuple[Organization, ...]:
        """The central committee where a conference is only of the centre (``Hội nghị Trung ương``)."""
        centre = any(hit.concept.key == _CENTRAL for hit in self._scan.hits_at(end + 1, "body"))
        if not centre or self._scan.bodies.at(end + 1) is not None:
            return ()
        committee = self._lexicon.concept("body", "central-committee")
        return (Organization(committee.key, committee.label, level=0),)

    def _named(
        self, end: int, stop: int, *, stated: bool = False, centre: bool = True, made: bool = False
    ) -> tuple[Organization, ...]:
        """The organisation right after the noun (``Hội nghị Thành ủy Đà Nẵng``, ``kỳ họp 26 của …``).

        After a word for `of` it may stand in the title of its leader (``buổi làm việc của Bí thư …``).  Such
        a word must be there (``stated``) where a body at once after the noun is what a ceremony is for.
        Without ``centre`` one of the centre is not its committee's (``hội nghị báo cáo viên Trung ương``).
        Where others ``made`` it, who decided what it makes known does not hold it.
        """
        of = self._whose if stated else self._of
        for mention in self._scan.bodies.within(end, min(stop, end + _NEAR)):
            if not titled(self._scan, mention):
                if _unnamed(mention.organization) or (not centre and mention.organization.kind == _CENTRAL):
                    continue
                if of.fullmatch(self._folded, end, mention.start) and not self._of_decision(end, mention):
                    return tuple(self._whole(m.organization) for m in self._listed(mention, stop))
                continue
            role = self._scan.roles.last_before(mention.start + 1)
            whose = role is not None and self._whose.fullmatch(self._folded, end, role.start)
            if whose and not (made and self._of_decision(end, mention)):
                return (self._whole(mention.organization),)
        return ()

    def _met_with_above(self, end: int, stop: int) -> tuple[Organizer, ...]:
        """The body of the centre whose leader a place works with (``làm việc với Bộ trưởng Bộ Y tế``)."""
        for role in self._scan.roles.within(end, min(stop, end + _CLOSE // 2))[:1]:
            if self._with.search(self._folded[end : role.start].rstrip()) is None:
                return ()
            return tuple(o for o in self._leaders.of_title(role, stop) if o.level == 0)
        return ()

    def _met_by_leaders(self, end: int, stop: int) -> tuple[Organizer, ...]:
        """The place whose leaders meet somebody (``buổi gặp gỡ giữa lãnh đạo TP với các báo``)."""
        for unit in self._scan.units.within(end, min(stop, end + _NEAR))[:1]:
            if self._of_leaders.fullmatch(self._folded, end, unit.start) and unit.unit.name:
                return (unit.unit,) if self._scan.bodies.covering(unit.start) is None else ()
        return ()

    def _of_place(self, end: int, stop: int, *, held: bool) -> tuple[Organizer, ...]:
        """The place whose meeting it is (``hội nghị trực tuyến của Hà Nội``), unless a body holds it.

        After the words that say what it is about only where the phrase ends with the place.
        """
        for unit in () if held else self._scan.units.within(end, min(stop, end + _FAR)):
            if self._scan.bodies.covering(unit.start) is not None or not unit.unit.name:
                continue
            if self._briefing.fullmatch(self._folded, end, unit.start):
                return (unit.unit,)
            whose = self._by.search(self._folded[end : unit.start].rstrip())
            if whose and self._happens.match(self._folded, unit.end):
                return (unit.unit,)
        return ()

    def _of_decision(self, end: int, mention: BodyMention) -> bool:
        """Whether the body decided what a ceremony makes known (``lễ công bố quyết định của …``)."""
        kinds = self._scan.hits_within(max(0, end - _NEAR), end, "document-kind")
        return any(kind.end == end for kind in kinds) and mention.start > end

    def _listed(self, first: BodyMention, stop: int) -> list[BodyMention]:
        """An organisation and those that a list goes on with (``của Bộ Chính trị, Ban Bí thư``)."""
        together = self._holding_together(first, stop)
        if together:
            return together
        chain = [first]
        for mention in self._scan.bodies.within(first.end, min(stop, first.end + _NEAR)):
            if self._folded[chain[-1].end : mention.start] != ", " or titled(self._scan, mention):
                break
            chain.append(mention)
        closed = len(chain) > 1 and self._folded.startswith(",", chain[-1].end)
        return [first] if closed else chain

    def _reviewed(self, end: int, stop: int, *, party: bool) -> tuple[Organization, ...]:
        """The body whose work is looked back on (``hội nghị sơ kết giữa nhiệm kỳ Đảng bộ …``).

        Where another one holds it that is only a party organisation (``party``).
        """
        for mention in self._scan.bodies.within(end, min(stop, end + _PHRASE)):
            side = self._side(mention.organization)
            whose = not party and self._by.search(self._folded[end : mention.start].rstrip())
            named_so = whose and not self._scan.people.within(end, mention.start)
            reviews = self._reviews_of if named_so else self._reviews
            issued = self._scan.hits_within(end, mention.start, "document-kind")
            met = self._meeting.search(self._folded, end, mention.start)
            named = mention.organization.territory is not None
            many = not named and self._many.search(self._folded, end, mention.start)
            if (
                (side == "party" or whose)
                and not (issued or met or many)
                and reviews.fullmatch(self._folded, end, mention.start)
            ):
                return (mention.organization,)
            return ()
        return ()

    def _holder(self, end: int, stop: int) -> tuple[Organization, ...]:
        """The organisations in a phrase that tells who holds the event (``do A và B tổ chức``)."""
        for mention in self._scan.bodies.within(end, stop):
            before = self._folded[max(end, mention.start - _BEFORE) : mention.start].rstrip()
            together = self._holding_together(mention, stop) if self._by.search(before) else []
            if together:
                return tuple(m.organization for m in together)
        return ()

    def _holding_together(self, first: BodyMention, stop: int) -> list[BodyMention]:
        """An organisation and those named with it up to a verb of holding (``do A, B và C tổ chức``)."""
        chain = [first]
        for other in self._scan.bodies.within(first.end, stop):
            between = self._folded[chain[-1].end : other.start]
            if between not in (", ", self._and) and self._joined.fullmatch(between) is None:
                break
            chain.append(other)
        return chain if self._held.match(self._folded, chain[-1].end) else []


def _unnamed(organization: Organization) -> bool:
    """Whether a board is meant that only its own house knows (``hội nghị Ban Chấp hành lần thứ nhất``)."""
    return organization.kind == _BOARD and organization.territory is None and organization.parent is None
