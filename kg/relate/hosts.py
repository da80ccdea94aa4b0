"""Who holds an event: the body that acts, that the event is of, or that its chair leads."""

from __future__ import annotations

from dataclasses import dataclass

from kg.lexicon import Concept, Lexicon
from kg.mention import BodyMention, Scan
from kg.model import Organization
from kg.normalise import fold
from kg.patterns import compiled
from kg.relate.actors import JOINED, MOST, Organizer
from kg.relate.congress_refs import CongressMention, CongressReader
from kg.relate.days import days
from kg.relate.delegations import Delegations
from kg.relate.leaders import titled
from kg.relate.wording import alternation, ending, finder

_CUES = "event-cue"
_NEAR, _FAR, _CLOSE, _PHRASE, _OPENING = 70, 200, 60, 110, 24
_COUNCIL = "peoples-council"
_VISIT, _SESSION, _RECEIVES = "working-session", "session", "receives"
_WELCOMED = 2
"""So many sentences on, at the most, those are told who received somebody."""
_CELL, _BRANCH = "cell-meeting", "party-branch"
_LED = frozenset({"meeting", "session", "press"})
_APPOINTING = frozenset({"appoints", "assigns", "transfers", "elects", "approves"})
_PRESS, _OTHER, _FRONT = "newspaper", "other", "front"


@dataclass(frozen=True, slots=True)
class Host:
    """The organisers of an event; ``own`` says that the words name them as such."""

    organizers: tuple[Organizer, ...]
    own: bool


class Hosts(Delegations):
    """Finds the organisers around the mentions of events in one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        super().__init__(scan, lexicon)
        self._assembly = fold(lexicon.concept("body", "national-assembly").label)
        self._congresses = CongressReader(scan, lexicon)
        self._has = ending(lexicon, _CUES, "has")
        self._holds = finder(lexicon, _CUES, "holds", "chairs")
        self._present = finder(lexicon, _CUES, "attends", "speaks")
        self._chairs = finder(lexicon, _CUES, "chairs")
        self._chairing = ending(lexicon, _CUES, "chairs")
        self._concluding = ending(lexicon, _CUES, "concluding")
        nation = fold(lexicon.concept("congress-cue", "nationwide").label)
        self._nationwide = compiled(rf"(?:\s[^\W\d]+){{0,3}}?\s{nation}(?!\w)")
        self._guests = ending(lexicon, _CUES, "attends", "absent")
        self._says = finder(lexicon, _CUES, "says")
        self._announced = ending(lexicon, _CUES, "announces")
        self._comes = compiled(rf"{alternation(lexicon, _CUES, 'attends')}(?!\w)")
        self._organizes = ending(lexicon, _CUES, "making")
        self._candidates = finder(lexicon, _CUES, "candidates")
        self._visiting = ending(lexicon, _CUES, "pays-respects")
        self._done = compiled(rf"\s{alternation(lexicon, _CUES, 'done')}(?!\w)")

    def of(self, start: int, end: int, verb: bool, concept: Concept) -> Host:
        """The organisers of the event whose words are ``start:end``."""
        sentence = self._scan.sentence(start)
        usual = concept.one("host")
        if usual is not None:
            return self._mostly(sentence.start, start, sentence.end, usual)
        if verb:
            whose = self._named(end, sentence.end) if concept.key == _SESSION else ()
            return Host(whose, True) if whose else self._of_verb(sentence.start, start, end, concept.key)
        holder = self.congress(start, concept)
        if holder is not None and holder.organization is not None:
            return Host(self._of_congress(holder.organization, sentence.start, start), True)
        acting = () if self._attending(sentence.start) else self._organizing(sentence.start, start)
        named = self._by_name(sentence.start, start, end, sentence.end, acting, concept)
        if named:
            return Host(named, True)
        host = self._around(sentence.start, start, end, sentence.end, acting, concept)
        sent = () if host.own else self._sent_by(start, concept)
        return Host(sent, True) if sent else host

    def _mostly(self, low: int, start: int, high: int, usual: str) -> Host:
        """Those who hold such events, unless somebody else is told to organise it."""
        acting = self._acting(low, start)
        before = self._folded[max(low, start - _CLOSE) : start].rstrip()
        if acting and self._organizes.search(before):
            return Host(acting, True)
        return self._usual(low, high, usual)

    def _by_name(
        self, low: int, start: int, end: int, high: int, acting: tuple[Organization, ...], concept: Concept
    ) -> tuple[Organizer, ...]:
        """The organisers that the words after a noun name, with those who make it before it."""
        above = self._met_with_above(end, high) if concept.key == _VISIT else ()
        if above:
            return above
        bare = self._folded[start:end] == fold(concept.label)
        ceremony = concept.one("family") == "ceremony"
        named = self._centre(end) if bare else ()
        made = bool(acting) and self._made(low, start)
        named = named or self._named(end, high, stated=ceremony, centre=bare, made=made)
        named = named or self._holder(end, high)
        held = bool(acting) and self._governs(low, start)
        named = named or self._reviewed(end, high, party=held)
        makers = acting if named and made else ()
        kinds = {o.kind for o in makers}
        return (*makers, *(o for o in named if o.kind not in kinds))[:MOST]

    def _around(
        self, low: int, start: int, end: int, high: int, acting: tuple[Organization, ...], concept: Concept
    ) -> Host:
        """The place or body that the words around a noun tell to hold it, the surest first, or let guess."""
        holders = _holders(concept)
        place = self._met_by_leaders(end, high)
        place = place or self._of_place(end, high, held=bool(acting or holders))
        if place:
            return Host(place, True)
        governs = self._governs(low, start)
        place = self._place_acting(low, start) if governs and not acting else ()
        if self._between.match(self._folded, end) and not (governs and (acting or place)):
            return Host((), False)
        if place:
            return Host(place, not holders)
        fits = governs and (not holders or any(o.kind in holders for o in acting))
        if acting and (self.touches(start) or self._makes_known(start) or fits):
            return Host(acting, True)
        after = self._following(low, start, end, high)
        if after:
            return Host(after, any(o.kind in holders for o in after))
        guess = self._guess(low, start, end, high, acting, concept)
        if self._nationwide.match(self._folded, end, high) is None:
            return guess
        central = (o for o in guess.organizers if isinstance(o, Organization) and o.level == 0)
        return Host(tuple(central), guess.own)  # who speaks at one of the nation seldom holds it

    def _of_congress(self, holder: Organization, low: int, start: int) -> tuple[Organization, ...]:
        """Whose congress it is; one told without its unit is that of the body that holds it."""
        place = holder.territory
        unnamed = place is None or not place.name
        acting = self._acting(low, start) if unnamed and self._made(low, start) else ()
        told = bool(acting) and acting[-1].kind == holder.kind
        told = told or (bool(acting) and place is None and acting[-1].territory is not None)
        return acting[-1:] if told else (self._whole(holder),)

    def _made(self, low: int, start: int) -> bool:
        """Whether a verb of making something happen stands right before an event (``tổ chức hội nghị``)."""
        verb = self._organizes.search(self._folded[max(low, start - _CLOSE) : start].rstrip())
        return verb is not None and self._present.search(verb.group()) is None

    def _attending(self, start: int) -> bool:
        """Whether a sentence begins by telling who came (``Dự đại hội có lãnh đạo Huyện ủy X``)."""
        return self._comes.match(self._folded, start) is not None

    def _organizing(self, low: int, start: int) -> tuple[Organization, ...]:
        """The organisations that act before an event; a newspaper only if it holds it."""
        acting = self._acting(low, self._first_of_two(low, start))
        if any(o.kind == _PRESS for o in acting) and not self._organizes.search(
            self._folded[low:start].rstrip()
        ):
            return tuple(o for o in acting if o.kind != _PRESS)
        return acting

    def _first_of_two(self, low: int, start: int) -> int:
        """Where the first of two events of one holder begins (``tổ chức lễ khánh thành … và lễ …``)."""
        if not self._folded[low:start].endswith(self._and):
            return start
        before = self._scan.hits_within(max(low, start - _FAR), start, "event")
        made = (h.start for h in before if h.concept.one("grade") != "ignored" and self._made(low, h.start))
        return next(made, start)

    def told_before(self, start: int) -> tuple[Organizer, ...]:
        """Who held something in the sentence before one that an event opens (``Hội nghị diễn ra …``)."""
        index = self._scan.text.sentence_at(start)
        opening = self._folded[self._scan.sentence(start).start : start].strip()
        if index == 0 or (opening and not self._at.fullmatch(opening)):
            return ()
        before = self._scan.text.sentences[index - 1]
        for body in self._scan.bodies.within(before.start, before.end):
            reach = min(before.end, body.end + _NEAR)
            holds = next(self._holds.finditer(self._folded, body.end, reach), None)
            if self._can_act(body, before.start) and holds and not self._present.fullmatch(holds.group()):
                return self._acting(before.start, holds.start()) or (body.organization,)
        return self._acted_on_a_day(before.start, before.end)

    def _acted_on_a_day(self, low: int, high: int) -> tuple[Organizer, ...]:
        """The body of which a sentence says, after its day, that it did something."""
        for day in days(self._scan, self._lexicon, low, min(high, low + _CLOSE // 2)):
            for body in self._scan.bodies.within(day.end, day.end + JOINED):
                acted = self._done.match(self._folded, body.end) is not None
                if acted and self._folded[day.end : body.start].strip(" )") == ",":
                    return (body.organization,)
        return ()

    def heads_of_state(self) -> int:
        """How often the article names somebody who heads a body of the centre (``Thủ tướng``)."""
        ends = ((role, self._scan.sentence(role.start).end) for role in self._scan.roles)
        bodies = (self._leaders.of_title(role, end) for role, end in ends)
        return sum(any(body.level == 0 for body in found) for found in bodies)

    def congress(self, start: int, concept: Concept) -> CongressMention | None:
        """The congress that is named at ``start``, or whose session is."""
        if concept.key != "congress":
            return None
        named = next(
            (h.start for h in self._scan.hits_within(start, start + _CLOSE // 2, "congress-cue")), start
        )
        return self._congresses.at(named)

    def convening(self, start: int) -> bool:
        """Whether a party organisation's name ends right before its congress (``Đảng bộ xã X Đại hội``)."""
        body = self._scan.bodies.last_before(start)
        if body is None or not self.touches(start):
            return False
        return self._side(body.organization) == "party"

    def touches(self, start: int) -> bool:
        """Whether a body's name ends right before the event (``Ủy ban nhân dân tỉnh họp báo``)."""
        body = self._scan.bodies.last_before(start)
        return body is not None and 0 <= start - body.end <= 1 and not titled(self._scan, body)

    def _of_verb(self, low: int, start: int, end: int, key: str) -> Host:
        """The subject of a verb: an organisation, a place or, less surely, the body of a leader.

        Where somebody chairs it is the body that stands after the verb (``chủ trì họp Bộ Chính trị``).
        """
        if self._visiting.search(self._folded[start:end]):
            return Host(self._called_on(end), True)
        cell = self._cell_joined(end) if key == _CELL else ()
        if cell:
            return Host(cell, True)
        met = self._scan.bodies.at(end + 1)
        if met is not None and self._chairing.search(self._folded[low:start].rstrip()):
            return Host((self._whole(met.organization),), True)
        acting = self._acting(low, start) or self._place_acting(low, start)
        if acting:
            return Host(acting, True)
        led = self._leaders.led(max(low, start - _FAR), start) or self._acts_after(low, start, end)
        return Host(led or (self._receiving(start) if key == _VISIT else ()), False)

    def _acts_after(self, low: int, start: int, end: int) -> tuple[Organization, ...]:
        """The body of one who is named behind the clause that the sentence opens with.

        ``Sáng 5/5, làm việc với UBND huyện X, Bí thư Tỉnh ủy A yêu cầu …``: nobody acts before the verb.
        """
        tracks = (self._scan.people, self._scan.bodies, self._scan.units, self._scan.roles)
        opening = self._folded[low:start].rstrip()
        if len(opening) > _OPENING or any(track.within(low, start) for track in tracks):
            return ()
        if opening and opening[-1] != "," and not opening[-1].isdigit():
            return ()
        stop = self._scan.sentence(start).end
        for role in self._scan.roles.within(end, min(stop, end + _FAR)):
            holder = next(iter(self._scan.people.within(role.end, min(stop, role.end + _NEAR))), None)
            behind = self._folded[role.start - 2 : role.start] == ", "
            if behind and holder is not None and "," not in self._folded[role.end : holder.end + 1]:
                return self._leaders.led(role.start, holder.end)
        return ()

    def _receiving(self, start: int) -> tuple[Organization, ...]:
        """Whose leaders a sentence after it says received guests (``Tiếp và làm việc với Đoàn có ông A``)."""
        index = self._scan.text.sentence_at(start) + 1
        for after in self._scan.text.sentences[index : index + _WELCOMED]:
            hits = self._scan.hits_at(after.start, _CUES)
            receives = next((h.end for h in hits if h.concept.key == _RECEIVES), None)
            if receives is not None:
                return self._leaders.led(receives, after.end)
        return ()

    def _cell_joined(self, end: int) -> tuple[Organizer, ...]:
        """The party cell whose meeting somebody joins (``dự sinh hoạt tại Chi bộ thôn 3``)."""
        near = self._scan.bodies.within(end - _CLOSE // 4, min(self._scan.sentence(end).end, end + _PHRASE))
        named = (b.organization for b in near if b.organization.kind == _BRANCH)
        return tuple(o for o in named if o.name != self._lexicon.concept("body", _BRANCH).label)[:1]

    def _called_on(self, end: int) -> tuple[Organizer, ...]:
        """Who receives those who pay a call: the place whose leaders they are, or a leader's body."""
        stop = min(self._scan.sentence(end).end, end + _NEAR)
        for unit in self._scan.units.within(end, stop):
            if self._lead.search(self._folded[end : unit.start].rstrip()) and unit.unit.name:
                return (unit.unit,)
        roles = self._scan.roles.within(end, stop)[:1]
        return tuple(o for role in roles for o in self._leaders.of_title(role, stop))

    def _makes_known(self, start: int) -> bool:
        """Whether the outcome of an event is made known (``công bố kết quả hội nghị lần thứ nhất``)."""
        return self._announced.search(self._folded[max(0, start - _CLOSE) : start].rstrip()) is not None

    def _guess(
        self, low: int, start: int, end: int, high: int, acting: tuple[Organization, ...], concept: Concept
    ) -> Host:
        """The body that acts around the event, without words that make it the holder.

        A leader who chairs holds it for his organisation; one who only speaks or comes does so at meetings,
        not at ceremonies or workshops, which others hold.
        """
        kinds = _holders(concept)
        if kinds:
            found = [m for m in self._scan.bodies.within(low, high) if m.organization.kind in kinds]
            next_ = [m for m in found if self._goes_on_with(end, m)]
            return Host(tuple(m.organization for m in next_ or found)[:1], False)
        home = self._home(end, high) if concept.one("family") == "ceremony" else ()
        if home:
            return Host(home, False)
        low = self._behind_saying(low, start)
        chaired = self._chairs.search(self._folded, low, high) is not None
        if not chaired and self._guests.search(self._folded[low:start].rstrip()):
            before = self._scan.text.sentences[max(0, self._scan.text.sentence_at(start) - 1)]
            return Host(self._leaders.chairing(before.start, before.end) if before.start < low else (), False)
        if concept.one("family") not in _LED or concept.one("guests"):
            has = self._has.search(self._folded[low:start].rstrip()) is not None
            led = self._leaders.led(low, start) if has else ()
            if not led and self._concluding.search(self._folded[low:start].rstrip()):
                led = self._leaders.led(end, min(high, end + _FAR))
            return Host(led or (self._leaders.chairing(low, high) if chaired else ()), False)
        at = self._at.search(self._folded[low:start].rstrip()) is not None
        high = high if chaired else self._before_decision(end, high, personnel=at)
        after = (
            ()
            if self._chairs.search(self._folded, low, start)
            else self._leaders.led(end, min(high, end + _FAR))
        )
        acting = tuple(o for o in acting if self._side(o) != _OTHER)
        led = acting or after or self._leaders.led(low, start) or self._leaders.led(start, high)
        led = led or self._leaders.of_somebody(low, start)
        if not led and at:
            led = self._leaders.of_speaker(end, high)
        return Host(led, False)

    def _behind_saying(self, low: int, start: int) -> int:
        """Where the clause begins that somebody only tells (``ông A cho biết, Chủ tịch tỉnh chủ trì …``)."""
        told = max((m.end() for m in self._says.finditer(self._folded, low, start)), default=low)
        chaired = told > low and self._chairs.search(self._folded, told, start) is not None
        return told if chaired and self._leaders.led(told, start) else low

    def _before_decision(self, end: int, stop: int, *, personnel: bool) -> int:
        """Up to where leaders act: those told behind a document are whom it is about (``quyết định …``).

        With ``personnel`` only of one that gives somebody a post (``quyết định chỉ định ông A, R``).
        """
        issued = self._scan.hits_within(end, stop, "document-kind")
        if not issued or not personnel:
            return issued[0].start if issued else stop
        named = self._scan.hits_within(issued[0].end, stop, "cue")
        return next((hit.start for hit in named if hit.concept.key in _APPOINTING), stop)

    def _goes_on_with(self, end: int, mention: BodyMention) -> bool:
        """Whether a clause goes on with a body after a session (``tại kỳ họp 15 (tháng 6), Ủy ban đã …``)."""
        between = self._folded[end : mention.start]
        clause = mention.start > end and len(between) < _CLOSE and between.rstrip().endswith(",")
        return clause and not titled(self._scan, mention) and not self._located(mention)

    def _home(self, end: int, stop: int) -> tuple[Organization, ...]:
        """The party organisation at which a ceremony is held (``lễ trao huy hiệu Đảng tại Đảng bộ quận``)."""
        for mention in self._scan.bodies.within(end, min(stop, end + _PHRASE)):
            party = self._side(mention.organization) == "party"
            if party and not titled(self._scan, mention) and self._located(mention):
                return (mention.organization,)
        return ()

    def _governs(self, low: int, high: int) -> bool:
        """Whether a verb of holding, not one of coming or speaking, stands before the event.

        Who comes to it does not hold it, whatever else is told before (``đoàn có ông A đã đến dự lễ``).
        """
        if self._guests.search(self._folded[low:high].rstrip()):
            return False
        return any(
            self._present.fullmatch(m.group()) is None for m in self._holds.finditer(self._folded, low, high)
        )

    def visited(self, start: int, end: int) -> tuple[Organization, ...]:
        """The organisations after a working session's words: with whom it was held."""
        sentence = self._scan.sentence(start)
        bodies = [
            m.organization
            for m in self._scan.bodies.within(end, min(sentence.end, end + _NEAR))
            if not titled(self._scan, m)
        ]
        return tuple(bodies[:2])

    def _usual(self, start: int, end: int, reference: str) -> Host:
        """The kind of body that holds such events, as the sentence names it or with its unit left open."""
        if self._candidates.search(self._folded, start, end):
            return self._for_candidates(start, end)
        kind = self._lexicon.follow(reference)
        mentions = self._scan.bodies.within(start, end)
        for mention in mentions:
            if mention.organization.kind == kind.key:
                return Host((mention.organization,), True)
        for mention in mentions:
            if _of_council(mention.organization) and not titled(self._scan, mention):
                return Host((mention.organization,), True)
        delegates = [m.organization for m in mentions if _of_council(m.organization)]
        if delegates and self._assembly not in self._folded[start:end]:
            return Host((delegates[0],), False)
        return Host((Organization(kind.key, kind.label, level=kind.level),), False)

    def _for_candidates(self, start: int, end: int) -> Host:
        """The Front that brings candidates before voters, as this sentence or the next one names it."""
        index = self._scan.text.sentence_at(start) + 1
        sentences = self._scan.text.sentences
        stop = sentences[index].end if index < len(sentences) else end
        mentions = (m for m in self._scan.bodies.within(start, stop) if not titled(self._scan, m))
        front = next((m for m in mentions if self._side(m.organization) == _FRONT), None)
        return Host((front.organization,), True) if front is not None else Host((), False)

    def _following(self, low: int, start: int, end: int, stop: int) -> tuple[Organization, ...]:
        """A session of a body that the sentence names next (``Tại kỳ họp 20, Ủy ban Kiểm tra …``)."""
        opening = self._folded[low:start]
        if self._scan.people.within(low, start) or self._present.search(opening):
            return ()
        for mention in self._scan.bodies.within(end, min(stop, end + _FAR)):
            if titled(self._scan, mention) or self._located(mention) or self._general(mention):
                continue
            between = self._folded[end : mention.start]
            ends = between.rstrip().endswith((",", ")")) or between.rstrip(" (").endswith(",")
            told = self._says.search(between) or self._scan.people.within(end, mention.start)
            return (self._whole(mention.organization),) if ends and not told else ()
        return ()

    def _general(self, mention: BodyMention) -> bool:
        """Whether the front's short name only tells whose field something is (``công tác Mặt trận``)."""
        told = mention.organization
        return told.unit is None and told.level is None and self._side(told) == _FRONT


def _of_council(organization: Organization) -> bool:
    """Whether it is a people's council or a part of one (``Tổ đại biểu HĐND tỉnh``)."""
    whole = organization.parent
    return organization.kind == _COUNCIL or (whole is not None and _of_council(whole))


def _holders(concept: Concept) -> frozenset[str]:
    """The kinds of body that alone hold such events; empty when any may."""
    return frozenset(h.partition(":")[2] for h in concept.properties.get("holder", ()))
