"""Whether the words around a mention of an event report that it took place.

A noun is reported where the words before it say so (``tại hội nghị``, ``tổ chức hội nghị``) or where it is
the subject of what follows (``hội nghị diễn ra``); a verb where it is told as done, or with its day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan
from kg.model import BlockKind
from kg.normalise import fold
from kg.relate.days import Day
from kg.relate.event_days import Calendar
from kg.relate.hosts import Hosts
from kg.relate.stretches import words_before
from kg.relate.tense import Tense
from kg.relate.wording import alternation, ending, finder

__all__ = ["Reported", "event_hits"]

_CUES = "event-cue"
_WINDOW, _OPENING, _FAR, _PHRASE = 40, 30, 90, 140
_OPENS = 2
_APART = re.compile(r"[;:.()]")
_AT_MEETINGS = frozenset({"signs", "kicks-off"})
"""What is also done at the end of meetings held for something else."""
_SESSION, _SITTING = "session", "session-meeting"
_SOLID = frozenset({"congress", _SESSION})
_INVITED = frozenset({"get-together", "dialogue"})
"""What is announced days before; nobody else holds one in the same article."""
_AWAITED = _SOLID | {_SITTING} | _INVITED
_VOTERS, _RECEIVES = "meets-voters", "receives-leader"
_OF_COURSES = frozenset({"opens-course", "closes-course"})
_LOOKS_BACK = frozenset({"looks-back", "looked-back"})
"""Verbs that also stand for what is written or spoken; a body that meets for it stands right before them."""
_OPENING_KINDS = (BlockKind.TITLE, BlockKind.LEAD)
_DATED = frozenset(
    {
        "reviews",
        "celebrates",
        "encounters",
        "talks",
        "breaks-ground",
        "inaugurates",
        "kicks-off",
        "reunites",
        "briefs",
        "supervises",
        "works-at",
        "signs",
        "briefs-press",
        "looks-back",
        "opens",
        "opens-course",
        "closes-course",
        "hands-over",
        "trains",
        "publishes",
        "offers-incense",
        "pays-respects",
        "joins-cell",
        "holds-cell",
    }
)


@dataclass(frozen=True, slots=True)
class _Grammar:
    before: re.Pattern[str]
    after: re.Pattern[str]
    purpose: re.Pattern[str]
    proceeds: re.Pattern[str]
    proceeds_later: re.Pattern[str]
    later: re.Pattern[str]
    announced: re.Pattern[str]
    under_way: re.Pattern[str]
    under_way_for_long: re.Pattern[str]
    at: re.Pattern[str]
    spoken: re.Pattern[str]
    making: re.Pattern[str]
    present: re.Pattern[str]
    partner: re.Pattern[str]
    says: re.Pattern[str]
    denied: re.Pattern[str]
    succeeded: re.Pattern[str]
    delegates: re.Pattern[str]
    led: re.Pattern[str]
    lately: re.Pattern[str]
    just: re.Pattern[str]


@lru_cache(maxsize=4)
def _grammar(lexicon: Lexicon) -> _Grammar:
    return _Grammar(
        before=re.compile(
            rf"(?<!\w)(?:{alternation(lexicon, _CUES, 'at', 'holds')}"
            rf"|{alternation(lexicon, _CUES, 'at')}(?:\s[^\s,;.]+){{1,8}}"
            rf"\s{alternation(lexicon, _CUES, 'by')})$"
        ),
        after=re.compile(rf"[\s,]*{alternation(lexicon, _CUES, 'happens')}(?!\w)"),
        purpose=re.compile(rf"[\s,]*{alternation(lexicon, _CUES, 'purpose')}(?!\w)"),
        proceeds=re.compile(rf"[\s,]*{alternation(lexicon, _CUES, 'proceeds')}(?!\w)"),
        proceeds_later=re.compile(
            rf"(?:\s(?!{alternation(lexicon, _CUES, 'intended', 'future')}(?!\w))\S+){{0,4}}?"
            rf"[\s,]*{alternation(lexicon, _CUES, 'proceeds')}(?!\w)"
        ),
        later=re.compile(rf"(?:\s\S+){{0,12}}?[\s,]*{alternation(lexicon, _CUES, 'happens')}(?!\w)"),
        announced=ending(lexicon, _CUES, "announces"),
        under_way=ending(lexicon, _CUES, "under-way"),
        under_way_for_long=re.compile(
            rf"(?<!\w){alternation(lexicon, _CUES, 'under-way')}"
            rf"(?:\s(?!{alternation(lexicon, _CUES, 'done')}(?!\w))\S+){{0,8}}$"
        ),
        present=ending(lexicon, _CUES, "attends"),
        at=ending(lexicon, _CUES, "at"),
        spoken=finder(lexicon, _CUES, "speaks", "concludes", "chairs"),
        making=ending(lexicon, _CUES, "making"),
        says=finder(lexicon, _CUES, "says"),
        denied=re.compile(rf"(?<!\w){alternation(lexicon, _CUES, 'not')}(?:\s[^\s,;.]+){{0,3}}$"),
        partner=re.compile(rf"\s{alternation(lexicon, _CUES, 'partner-noun')}(?!\w)"),
        succeeded=ending(lexicon, _CUES, "succeeded"),
        delegates=ending(lexicon, _CUES, "delegates"),
        lately=re.compile(rf"{alternation(lexicon, _CUES, 'lately')}(?!\w)"),
        just=ending(lexicon, _CUES, "just"),
        led=re.compile(rf"\s(?:{alternation(lexicon, _CUES, 'lead-noun')}\s)?"),
    )


def event_hits(scan: Scan) -> list[Hit]:
    """The head nouns of events, and the verbs that stand for one."""
    hits = scan.hits.of("event", _CUES)
    return [h for h in hits if h.concept.scheme == "event" or (h.concept.one("type") and _received(scan, h))]


def _received(scan: Scan, hit: Hit) -> bool:
    """Whether somebody of rank is received (``đã tiếp Bộ trưởng Ngoại giao Lào``), not ``đã tiếp thu``."""
    return hit.concept.key != _RECEIVES or bool(scan.hits_at(hit.end + 1, "role"))


class Reported:
    """Tells of the mentions of one text whether they report an event."""

    def __init__(self, scan: Scan, lexicon: Lexicon, hosts: Hosts, calendar: Calendar, tense: Tense) -> None:
        self._scan = scan
        self._folded = scan.text.folded
        self._grammar = _grammar(lexicon)
        self._hosts = hosts
        self._calendar = calendar
        self._tense = tense
        self._and = f" {fold(lexicon.concept('cue', 'and').label)} "

    def verb(self, before: str, kind: BlockKind, hit: Hit, day: Day | None, *, own: bool) -> bool:
        """Whether a verb tells of a meeting that was held; one of a leader needs its day (``sáng nay``)."""
        if self._beside_noun(hit) or not self._met(hit, day) or self._going_on(before, hit, day):
            return False
        if hit.concept.key in ("works", "trains") and day is not None and day.day is None:
            return False
        if hit.concept.key in _LOOKS_BACK and not self._hosts.touches(hit.start):
            return False
        if day is not None or self._calendar.of_today(hit):
            return True
        if not own or (hit.concept.key == "works" and self._told_by_somebody(hit)):
            return False
        held = hit.concept.key not in _DATED or self._just_held(before, hit)
        told = held and self._completed(before, hit)
        return told or self._told_as_earlier(hit) or self._headline(kind, hit) or self._leads(kind, hit)

    def _told_as_earlier(self, hit: Hit) -> bool:
        """Whether a sentence goes back to a meeting of a body (``Trước đó, Ban Bí thư họp, xem xét …``)."""
        return hit.concept.key == "meets" and self._hosts.touches(hit.start) and self._tense.earlier(hit)

    def _leads(self, kind: BlockKind, hit: Hit) -> bool:
        """Whether the lead tells of a meeting right behind the body that met (``Ban Bí thư họp, …``)."""
        return kind == BlockKind.LEAD and hit.concept.key == "meets" and self._hosts.touches(hit.start)

    def _told_by_somebody(self, hit: Hit) -> bool:
        """Whether somebody says so in passing (``Ông cho biết, huyện đã làm việc với …``)."""
        start = self._scan.sentence(hit.start).start
        kind = self._scan.sentence(hit.start).kind
        return (
            kind == BlockKind.PARAGRAPH
            and self._grammar.says.search(self._folded, start, hit.start) is not None
        )

    def _going_on(self, before: str, hit: Hit, day: Day | None) -> bool:
        """Whether others work together for some time, or those who met do something.

        Without a day that holds for a list of what is under way (``đang đàm phán với A, làm việc với B``).
        """
        if hit.concept.key == "works":
            goes_on = self._grammar.under_way if day is not None else self._grammar.under_way_for_long
            return goes_on.search(before) is not None
        return self._grammar.present.search(before) is not None

    def _completed(self, before: str, hit: Hit) -> bool:
        """Whether a verb is told as done (``vừa họp``, ``đã họp``) or opens the article."""
        words = self._folded[hit.start : hit.end].split()
        whole = len(words) > 1 and (hit.concept.key != _VOTERS or self._opening_kind(hit))
        return whole or self._grammar.after.match(" " + before.rsplit(" ", 1)[-1]) is not None

    def _just_held(self, before: str, hit: Hit) -> bool:
        """Whether a report opens with what was held just now (``Vừa qua, Huyện ủy tổ chức tập huấn``)."""
        if self._scan.text.sentence_at(hit.start) > _OPENS:
            return False
        start = self._scan.sentence(hit.start).start
        opens = self._grammar.lately.match(self._folded, start) is not None
        return opens or self._grammar.just.search(before) is not None

    def _headline(self, kind: BlockKind, hit: Hit) -> bool:
        """Whether a title says that one body works with another."""
        return kind == BlockKind.TITLE and hit.concept.key == "works"

    def _met(self, hit: Hit, day: Day | None) -> bool:
        """Whether a working session names an organisation or place that it was held with.

        On a day any name will do that is no person's (``làm việc với Nhà máy xử lý nước thải``).
        """
        if hit.concept.key != "works":
            return True
        reach = hit.end + _WINDOW
        named = self._scan.bodies.within(hit.end, reach) or self._scan.units.within(hit.end, reach)
        if named or self._grammar.partner.match(self._folded, hit.end):
            return True
        led = self._grammar.led.match(self._folded, hit.end)
        start = led.end() if led is not None else hit.end + 1
        capital = self._scan.text.content[start : start + 1].isupper()
        return day is not None and capital and self._scan.people.at(start) is None

    def _beside_noun(self, hit: Hit) -> bool:
        """Whether an event follows a verb, or what it is held for does (``hội nghị ký kết quy chế``).

        What is signed or launched at a meeting may be told last (``hội nghị tổng kết … và ký kết``).
        """
        after = self._scan.hits_at(hit.end + 1, "event")
        if any(hit.concept.key not in _OF_COURSES or h.concept.one("family") != "course" for h in after):
            return True
        low = max(self._scan.sentence(hit.start).start, hit.start - _PHRASE)
        before = self._scan.hits_within(low, hit.start, "event")
        if hit.concept.key == "meets" and any(self._congress_meets(noun, hit) for noun in before):
            return True
        if hit.concept.key in _AT_MEETINGS and self._folded[low : hit.start].endswith(self._and):
            return any(_APART.search(self._folded, noun.end, hit.start) is None for noun in before)
        return any(noun.end == hit.start - 1 for noun in before)

    def _congress_meets(self, noun: Hit, verb: Hit) -> bool:
        """Whether a congress, told with its term, is said to meet (``Đại hội … họp từ ngày …``)."""
        named = self._hosts.congress(noun.start, noun.concept)
        return named is not None and self._folded[named.end : verb.start] in (" ", ") ")

    def passed_on(self, before: str, hit: Hit) -> bool:
        """Whether only the outcome of a meeting is told at another one (``thông báo kết quả kỳ họp``)."""
        return self._grammar.announced.search(before) is not None and self._in_another(hit)

    def noun(self, before: str, end: int, hit: Hit, day: Day | None, *, own: bool) -> bool:
        """Whether the words around a noun that ends at ``end`` with its name tell that it was held."""
        sentence = self._scan.sentence(hit.start)
        if hit.concept.one("grade") == "bare":
            return self._grammar.making.search(before) is not None or (
                not before and self._opens_on(end, hit, day)
            )
        if self._grammar.denied.search(before) or self._accomplished(before, hit, day):
            return False
        recalled = hit.concept.key == "congress" and self._recalled(before, end, hit)
        if recalled and not self._calendar.recent(day):
            return False
        if day is not None and (hit.concept.key, day.day, day.month) in self._coming:
            return False
        if (day is None or day.day is None) and self._told_in_passing(before, hit, day):
            return False
        if hit.concept.key == "congress" and day is not None and self._hosts.convening(hit.start):
            return True
        if self._announced(before, hit):
            return True
        if day is None and self._to_come(before, end, hit):
            return False
        if self._grammar.before.search(before):
            return day is not None or own or self._foremost(before, sentence.start, hit)
        if sentence.kind == BlockKind.TITLE:
            return False
        return self._goes_on(before, end, hit, day)

    def _told_in_passing(self, before: str, hit: Hit, day: Day | None) -> bool:
        """Whether a plenum is only the time or place of something, or has no more than a month."""
        return self._is_plenum(hit) and (day is not None or self._grammar.at.search(before) is not None)

    def _to_come(self, before: str, end: int, hit: Hit) -> bool:
        """Whether what has no day is one that is awaited, prepared or only told of by its delegates."""
        key, sentence = hit.concept.key, self._scan.sentence(hit.start)
        ahead = {kind for kind, _, _ in self._coming}
        if key in ahead or (key == _SITTING and _SESSION in ahead):
            return True
        told_last = sentence.kind == BlockKind.TITLE or self._grammar.at.search(before) is not None
        told_last = told_last or self._grammar.purpose.match(self._folded, end, sentence.end) is not None
        if (told_last or key in _INVITED) and key in self._awaited:
            return True
        delegates = key == "congress" and self._grammar.delegates.search(before) is not None
        return delegates or key in self._of_tomorrow or key in self._prepared

    def _accomplished(self, before: str, hit: Hit, day: Day | None) -> bool:
        """Whether a report counts it among what was done (``đã tổ chức thành công Đại hội Đảng bộ xã``)."""
        told = (day is not None and day.day is not None) or self._opening_kind(hit)
        return not told and self._grammar.succeeded.search(before) is not None

    def _opens_on(self, end: int, hit: Hit, day: Day | None) -> bool:
        """Whether an event of a name of its own took place on a day (``Diễn đàn … khai mạc sáng 15/10``)."""
        sentence = self._scan.sentence(hit.start)
        phrase = self._folded[end : sentence.end].partition(",")[0]
        return day is not None and self._grammar.later.match(phrase) is not None

    @cached_property
    def _awaited(self) -> frozenset[str]:
        """The kinds of session that the text tells as to come: what is said of one without a day is, too."""
        nouns = (h for h in event_hits(self._scan) if h.concept.key in _AWAITED)
        return frozenset(h.concept.key for h in nouns if self._tense.expected(h))

    @cached_property
    def _coming(self) -> frozenset[tuple[str, int | None, int]]:
        """The congresses and sessions with the days on which the text says that they will be held.

        None of a kind of which it tells another day, too, or what was done there on that day.
        """
        nouns = [h for h in event_hits(self._scan) if h.concept.key in _SOLID]
        told = [(h, d) for h in nouns if (d := self._calendar.day_of(h)) is not None and d.day is not None]
        ahead = {(h.concept.key, d.day, d.month) for h, d in told if self._tense.to_be_held(h)}
        held = {
            h.concept.key
            for h, d in told
            if (h.concept.key, d.day, d.month) not in ahead
            or self._grammar.at.search(words_before(self._scan, h.start, _WINDOW))
        }
        return frozenset(each for each in ahead if each[0] not in held)

    @cached_property
    def _of_tomorrow(self) -> frozenset[str]:
        """The kinds of congress or session that an article says to open on the days after it."""
        nouns = ((h, self._calendar.day_of(h)) for h in event_hits(self._scan) if h.concept.key in _SOLID)
        return frozenset(h.concept.key for h, day in nouns if day is not None and self._calendar.to_come(day))

    @cached_property
    def _prepared(self) -> frozenset[str]:
        """The kinds of event whose boards meet to prepare them."""
        return frozenset(h.concept.key for h in event_hits(self._scan) if self._tense.prepared(h))

    def _is_plenum(self, hit: Hit) -> bool:
        """Whether a plenum of the central committee is only referred to (``Hội nghị Trung ương 6``)."""
        if hit.concept.key != "conference" or self._opening_kind(hit):
            return False
        body = self._scan.bodies.at(hit.end + 1)
        return body is not None and body.organization.kind == "central"

    def _opening_kind(self, hit: Hit) -> bool:
        return self._scan.sentence(hit.start).kind in _OPENING_KINDS

    def _goes_on(self, before: str, end: int, hit: Hit, day: Day | None) -> bool:
        """Whether the event is the subject of what follows, or its day is told."""
        sentence = self._scan.sentence(hit.start)
        head = self._folded[hit.start : hit.end].find(fold(hit.concept.label))
        capital = self._scan.text.content[hit.start + max(0, head)].isupper()
        opens = not before.strip()
        congress = hit.concept.key == "congress"
        follows = self._grammar.proceeds if congress and day is None else self._grammar.after
        if (opens or capital) and follows.match(self._folded, end, min(sentence.end, end + _FAR)):
            return True
        if opens and hit.concept.key not in _SOLID:
            return True
        if capital and not congress and self._named_goes_on(end, sentence.end):
            return True
        phrase = self._folded[end : sentence.end].partition(",")[0]
        if opens and not congress and self._grammar.later.match(phrase):
            return True
        return day is not None and not congress

    def _named_goes_on(self, end: int, stop: int) -> bool:
        """Whether a meeting told with its holder goes on (``Hội nghị lần thứ 5, Tỉnh ủy X đã kết thúc``)."""
        for body in self._scan.bodies.within(end, min(stop, end + _FAR)):
            phrase = self._folded[body.end : stop].partition(",")[0]
            told = self._scan.sentence(end).kind != BlockKind.TITLE and body.organization.kind != "central"
            return told and self._grammar.proceeds_later.match(phrase) is not None
        return False

    def _foremost(self, before: str, start: int, hit: Hit) -> bool:
        """Whether the sentence is about the event, not about what somebody once said there."""
        lead = self._opening_kind(hit)
        spoken = self._grammar.spoken.search(before[-_OPENING:]) is not None
        return lead or spoken or hit.start - start < _OPENING or self._grammar.at.search(before) is None

    def _recalled(self, before: str, end: int, hit: Hit) -> bool:
        """Whether a congress is only where something once happened (``được bầu tại Đại hội lần thứ XI``).

        One without a name is going on where somebody speaks (``ông A phát biểu tại Đại hội``).
        """
        lead = self._opening_kind(hit)
        spoken = end == hit.end and self._grammar.spoken.search(before[-_OPENING:]) is not None
        return (
            not (lead or spoken)
            and self._grammar.making.search(before) is None
            and self._grammar.at.search(before) is not None
        )

    def _announced(self, before: str, hit: Hit) -> bool:
        """Whether the outcome of a session is made known (``thông cáo kỳ họp thứ 29``)."""
        return (
            hit.concept.key in _SOLID
            and not self._tense.earlier(hit)
            and not self._in_another(hit)
            and self._grammar.announced.search(before) is not None
        )

    def _in_another(self, hit: Hit) -> bool:
        """Whether the sentence tells of another meeting, at which this one is spoken of."""
        start = self._scan.sentence(hit.start).start
        others = self._scan.hits_within(start, hit.start - 1, "event", _CUES)
        return any(other.concept.scheme == "event" or other.concept.one("type") for other in others)
