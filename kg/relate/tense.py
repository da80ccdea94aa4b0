"""Whether an event took place, is yet to come or lies long back, by the words around it."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan
from kg.normalise import fold
from kg.patterns import compiled, one_of
from kg.relate.days import Day, days
from kg.relate.leaders import titled
from kg.relate.phrases import surface
from kg.relate.stretches import words_before
from kg.relate.wording import alternation, ending, finder

_CUES = "event-cue"
_WINDOW, _FAR, _TITLE_AFTER, _OPENING = 40, 160, 6, 8
_VOTERS, _VISIT, _PRESS = "voter-meeting", "working-session", "press"
_CEREMONY, _CONGRESS = "ceremony", "congress"
_DAY = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}(?!\d)")
_COUNTED = re.compile(r"(?<![\d/.,-])\d{1,3}$")


@lru_cache(maxsize=4)
def _places(lexicon: Lexicon) -> str:
    """Any word for a kind of unit."""
    return one_of(fold(name) for kind in lexicon.scheme("unit-type") for name in kind.strong)


class Tense:
    """Whether an event took place, is yet to come or lies long back, by the words around it."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._folded = scan.text.folded
        self._earlier = finder(lexicon, _CUES, "earlier")
        self._long_ago = finder(lexicon, _CUES, "long-ago")
        self._habit = finder(lexicon, _CUES, "habit")
        self._year_opens = compiled(rf"(?:[^\W\d]+\s)?{alternation(lexicon, _CUES, 'year')}\s(20\d\d)\W")
        self._intended = finder(lexicon, _CUES, "intended")
        self._planned = ending(lexicon, _CUES, "planned")
        self._done = compiled(
            rf"(?<!\w){surface(lexicon, _CUES, 'done')}\s{alternation(lexicon, _CUES, 'making')}$"
        )
        self._awaited = compiled(
            rf"(?<!\w){alternation(lexicon, _CUES, 'intended')}(?:\s[^\s,;.]+){{0,2}}$"
        )
        self._for_purpose = compiled(rf"{alternation(lexicon, _CUES, 'for-purpose')}\s")
        self._opening = ending(lexicon, _CUES, "to-day")
        self._delegation = ending(lexicon, _CUES, "delegation")
        self._delegates = ending(lexicon, _CUES, "delegates")
        delegate = alternation(lexicon, _CUES, "delegate-noun")
        self._sent = compiled(
            rf"(?<!\w){alternation(lexicon, _CUES, 'sends-delegates')}\s(?:[^\s.;:,]+\s){{0,4}}?{delegate}"
            r"(?:\s[^\s.;:]+){1,14}$"
        )
        self._recounts = compiled(rf"(?:[^\W\d]+\s)?{alternation(lexicon, _CUES, 'recounts')}(?!\w|\s\d)")
        self._announced = ending(lexicon, _CUES, "announces")
        self._told_at = compiled(
            rf"(?<!\w){alternation(lexicon, _CUES, 'says')}(?:\s[^\s,;.]+){{0,2}}?"
            rf"\s{alternation(lexicon, _CUES, 'at')}$"
        )
        self._at = ending(lexicon, _CUES, "at")
        self._attends = ending(lexicon, _CUES, "attends")
        self._speaking = ending(lexicon, _CUES, "speaks")
        self._holding = ending(lexicon, _CUES, "holds", "making")
        self._demands = finder(lexicon, _CUES, "demands")
        self._will = compiled(rf"(?:\s\S+){{0,20}}?\s{alternation(lexicon, _CUES, 'intended')}(?!\w)")
        few = r"(?:\s[^\s,;.]+){0,2}$"
        self._after_another = compiled(
            rf"(?<!\w){alternation(lexicon, _CUES, 'after-clause')}(?:\s[^\s,;.]+){{0,8}}$"
        )
        self._ordered = compiled(rf"(?<!\w){alternation(lexicon, _CUES, 'ordered', 'clause')}{few}")
        self._of_matter = compiled(
            rf"(?<!\w){alternation(lexicon, _CUES, 'ordered', 'matter')}$"
        )
        decides, done = alternation(lexicon, _CUES, "decides"), alternation(lexicon, _CUES, "done")
        term = surface(lexicon, "congress-cue", "term")
        awaited = rf"\s{alternation(lexicon, _CUES, 'intended')}"
        happens = alternation(lexicon, _CUES, "happens")
        comes = rf"(?:(?:{awaited})?(?:\s\S+)?\s{happens}|\s{alternation(lexicon, _CUES, 'day-word')}\s\d+)"
        self._expected = compiled(rf"[^,;:.]{{0,80}},{awaited}{comes}(?!\w)")
        self._phrase = compiled(rf"(?:[^,]|,(?=\s{term}(?!\w)))*")
        self._future = compiled(
            rf"(?:\s(?!{decides}(?!\w))\S+){{0,8}}?\s{alternation(lexicon, _CUES, 'future')}"
            rf"(?!\w|\s\d|\s{alternation(lexicon, _CUES, 'many')}\s)"
        )
        self._about = compiled(
            rf"\S*(?:\s[^\s,;:.]+){{0,14}}?\s{alternation(lexicon, _CUES, 'subject-word')}"
            rf"(?:\s(?!{alternation(lexicon, _CUES, 'at')}\s)[^\s,;:.]+){{0,8}}?\s"
        )
        self._ordinal = compiled(
            rf"\s(?:{alternation(lexicon, _CUES, 'ordinal')}\s)?(?:\d{{1,3}}|[ivxl]+)(?!\w)"
        )
        spelt = rf"\s{alternation(lexicon, _CUES, 'ordinal')}\s[^\s,;:.()]+"
        self._numbered = compiled(rf"{self._ordinal.pattern}|{spelt}")
        self._beside = compiled(rf"(?:{self._numbered.pattern})?\s?[-–(,]\s?")
        self._chosen = compiled(rf"(?<!\w){alternation(lexicon, _CUES, 'chooses')}(?:\s[^\s,;.:]+){{0,4}}$")
        self._called_again = compiled(r"(?:\s[^\s,;:.()]+){1,6},\s")
        self._other = compiled(
            rf"\s(?:{alternation(lexicon, _CUES, 'with')}\s)?"
            rf"{alternation(lexicon, _CUES, 'press-partner')}(?!\w)"
            rf"|(?:\s\S+){{0,2}}?\s{alternation(lexicon, _CUES, 'anywhere')}(?!\w)"
        )
        self._in_places = compiled(rf"(?:\s\S+){{0,2}}?\s{alternation(lexicon, _CUES, 'in-places')}(?!\w)")
        self._reporters = finder(lexicon, _CUES, "reporter")
        places = _places(lexicon)
        self._many_hold = compiled(
            rf"\s?(?:[^\s,;.]+\s){{0,2}}?(?:{alternation(lexicon, _CUES, 'many')}|[4-9]|\d\d+)\s{places}"
            rf"(?!\w)[^;.:]*(?<!\w){alternation(lexicon, _CUES, 'making')}(?:\s\S+)?$"
        )
        self._met_with = compiled(rf"\s{alternation(lexicon, _CUES, 'with')}\s")
        self._voters = finder(lexicon, _CUES, "voter")
        of, said = surface(lexicon, "cue", "of"), surface(lexicon, "document-cue", "number")
        self._passed_it = compiled(rf"\s(?:{said}\s)?\d[^\s,;]*\s{of}\s")
        self._board_meets = compiled(
            rf"(?<!\w){surface(lexicon, _CUES, 'meets')}\s{alternation(lexicon, _CUES, 'organising-board')}$"
        )
        self._and = f" {fold(lexicon.concept('cue', 'and').label)} "
        self._prepares = ending(lexicon, _CUES, "prepares")
        joins = rf"(?:,|\s{surface(lexicon, 'cue', 'and')})\s$"
        self._listed_on = compiled(rf"(?:\s[^\s,;.:()]+){{0,8}}{joins}")
        self._purpose = ending(lexicon, _CUES, "for-purpose")
        self._submits = ending(lexicon, _CUES, "submits")
        self._opens_at = compiled(rf"{alternation(lexicon, _CUES, 'at')}(?:\s[^\s,;:.]+){{0,7}}")
        self._there_will = compiled(
            rf"[^,;:.]{{0,40}},(?:\s(?!(?:{decides}|{done})(?!\w))[^\s,;:.]+){{1,12}}?"
            rf"\s{alternation(lexicon, _CUES, 'intended')}(?!\w)"
        )

    def earlier(self, hit: Hit) -> bool:
        """Whether the sentence goes back in time before it names the event."""
        start = self._scan.sentence(hit.start).start
        return self._earlier.search(self._folded, start, hit.start) is not None

    def long_ago(self, hit: Hit, now: int) -> bool:
        """Whether the event is only recalled (``hội nghị hồi cuối năm ngoái``), or a habit (``hằng năm``).

        So is what the account of a year tells of (``Năm qua, Đảng ủy đã tổ chức hội nghị …``), or of one
        before the text's own, ``now``.
        """
        sentence = self._scan.sentence(hit.start)
        phrase = self._folded[hit.end : sentence.end].partition(",")[0]
        before = self._folded[sentence.start : hit.start]
        if self._habit.search(before) or self._habit.match(phrase.lstrip()) or self._recounts.match(before):
            return True
        ago = any(self._long_ago.search(part) for part in (before, phrase))
        return ago or self._of_other_year(before, now)

    def _of_other_year(self, before: str, now: int) -> bool:
        """Whether the sentence opens with a year before the text's (``Năm 2021, tại hội nghị …``)."""
        opens = self._year_opens.match(before)
        return opens is not None and int(opens[1]) < now

    def counted_up(self, hit: Hit, day: Day) -> bool:
        """Whether it is among what was done within a month with which a sentence opens, after a day was told.

        ``Ngày 17/8, HĐND huyện họp.  Trong tháng 8 năm 2020, HĐND đã tổ chức kỳ họp …``
        """
        start = self._scan.sentence(hit.start).start
        opens = day.day is None and day.start < hit.start and 0 < day.start - start < _OPENING
        return opens and any(d.day is not None for d in days(self._scan, self._lexicon, 0, start))

    def told_of_a_year(self, offset: int) -> bool:
        """Whether a sentence opens with a year (``Năm 2018, tại hội nghị …``): no day before is its own."""
        sentence = self._scan.sentence(offset)
        return self._year_opens.match(self._folded, sentence.start, sentence.end) is not None

    def planned(self, hit: Hit, before: str) -> bool:
        """Whether the event after ``before`` is asked for, to come, a habit or nobody's meeting."""
        sentence = self._scan.sentence(hit.start)
        after = self._folded[hit.end : sentence.end]
        if hit.concept.scheme != _CUES and _COUNTED.search(before):
            return True
        there = self._attends.search(before) or self._speaking.search(before)
        order = None if there else self._ordered.search(before)
        order = order or self._after_another.search(before)
        ordered = order is not None and self._at.search(before) is None
        if order is not None and self._within_name(hit, before, order.start()):
            ordered = False
        ordered = ordered or self._matter_of_body(hit)
        if ordered or self._elsewhere(hit, after) or self._subject_of_document(hit) or self._submitted(hit):
            return True
        planned = self._planned.search(before)
        named = planned is not None and self._within_name(hit, before, planned.start())
        if planned and not named and not self._told_anyway(before, planned.start()):
            return True
        if self._done.search(before) is None and self._intended.search(
            self._told_by(before) or self._folded[sentence.start : hit.start]
        ):
            return True
        if self._apposed(hit, sentence.start) or self._bygone(hit, sentence.start, after):
            return True
        if self._of_purpose(hit) or self._prepared_too(hit):
            return True
        if self._delegates.search(before) and self._of_another(hit, sentence.start):
            return True
        return self._above_next(hit, before, sentence.start) or self.to_be_held(hit)

    def _matter_of_body(self, hit: Hit) -> bool:
        """Whether a body is asked to hold it, or that it does is a matter (``việc Khoa X tổ chức lớp …``).

        So is what bodies are chosen for (``chọn Xã đoàn A và Chi đoàn B tổ chức đại hội điểm``).
        """
        body = self._scan.bodies.last_before(hit.start)
        start = self._scan.sentence(hit.start).start
        if body is None or body.start < start or hit.start - body.end > _WINDOW:
            return False
        others = self._scan.bodies.within(start, hit.start)
        joined = (b for b in others if "," not in self._folded[b.end : hit.start])
        if any(self._chosen.search(self._folded[start : b.start].rstrip()) for b in joined):
            return True
        between = self._folded[body.end : hit.start].strip()
        if between and self._holding.fullmatch(between) is None:
            return False
        return self._of_matter.search(self._folded[start : body.start].rstrip()) is not None

    def _of_purpose(self, hit: Hit) -> bool:
        """Whether a sentence opens with what another meeting is held for (``Để chuẩn bị kỳ họp, …``)."""
        sentence = self._scan.sentence(hit.start)
        if self._for_purpose.match(self._folded, sentence.start, hit.start) is None:
            return False
        if _DAY.search(self._folded, sentence.start, hit.start) is not None:
            return False
        comma = self._folded.find(", ", hit.end, sentence.end)
        return comma >= 0 and bool(self._scan.hits_within(comma, sentence.end, "event"))

    def _above_next(self, hit: Hit, before: str, start: int) -> bool:
        """Whether a congress is the next one above, for which delegates were elected at another."""
        if hit.concept.key != _CONGRESS or self._attends.search(before) is None:
            return False
        return self._sent.search(self._folded[start : hit.start].rstrip()) is not None

    def _told_by(self, before: str) -> str | None:
        """The last clause before an event at which somebody says something (``…, ông Nam nói tại cuộc họp``).

        What is said there may lie ahead, the meeting does not.
        """
        clause = re.split(r",\s|\s[–-]\s", before)[-1]
        return clause if self._told_at.search(clause) else None

    def expected(self, hit: Hit) -> bool:
        """Whether the words around an event say that it is to come (``dự kiến kỳ họp diễn ra ngày 6/7``)."""
        start = self._scan.sentence(hit.start).start
        before = self._folded[max(start, hit.start - _WINDOW) : hit.start].rstrip()
        return self._awaited.search(before) is not None or self.to_be_held(hit)

    def to_be_held(self, hit: Hit) -> bool:
        """Whether the words after an event say that it is to come (``Kỳ họp sẽ diễn ra từ ngày 6/7``)."""
        sentence = self._scan.sentence(hit.start)
        before = self._folded[sentence.start : hit.start].strip(" \"“‘'(")
        after = self._folded[hit.end : sentence.end]
        if not before and self._will.match(self._phrase_of(after)):
            return True
        if self._opens_at.fullmatch(before) and self._there_will.match(after):
            return True
        ordinal = self._ordinal.match(after)
        rest = after[ordinal.end() :] if ordinal else after
        if self._future.match(self._phrase_of(rest)):
            return True
        expected = self._expected.match(self._folded, hit.end, sentence.end)
        return expected is not None and not self._scan.hits_within(hit.end, expected.end(), "event")

    def _phrase_of(self, after: str) -> str:
        """The words up to the next comma, but for one before a congress's term."""
        phrase = self._phrase.match(after)
        return phrase.group() if phrase is not None else after

    def _elsewhere(self, hit: Hit, after: str) -> bool:
        """Whether others meet, or many do in many places; voters are met in several in one day."""
        type_ = hit.concept.one("type")
        concept = self._lexicon.follow(type_) if type_ else hit.concept
        start = self._scan.sentence(hit.start).start
        other = self._other.match(after) is not None and not self._led_to_body(start, hit)
        if hit.concept.scheme != _CUES and self._scan.text.content[hit.end + 1 : hit.end + 2].isupper():
            other = False  # its name (``tọa đàm Báo chí với …``)
        if other and concept.one("family") not in (_PRESS, _CEREMONY):
            return True
        clause = self._folded[start : hit.start].rstrip(" \"“‘'(").rpartition(",")[2]
        if concept.key == _VISIT and (self._reporters.search(clause) or self._with_private_person(hit.end)):
            return True
        if concept.key == _VISIT and self._scan.countries.at(hit.end + 1) is not None:
            return True
        if self._many_hold.fullmatch(clause) or (concept.key == _VOTERS and self._others_met(hit, after)):
            return True
        return concept.key != _VOTERS and self._in_places.match(after) is not None

    def _led_to_body(self, start: int, hit: Hit) -> bool:
        """Whether a leader meets a body of a place (``Chủ tịch UBND tỉnh làm việc với Công an tỉnh``)."""
        with_ = self._met_with.match(self._folded, hit.end)
        body = self._scan.bodies.at(with_.end()) if with_ is not None else None
        if body is None or body.organization.territory is None:
            return False
        return any(titled(self._scan, b) for b in self._scan.bodies.within(start, hit.start))

    def _others_met(self, hit: Hit, after: str) -> bool:
        """Whether those who are met are no voters (``buổi tiếp xúc với các nhà đầu tư``)."""
        if self._met_with.match(after) is None:
            return self._voters.search(self._folded) is None
        return self._voters.search(self._folded, hit.start, self._scan.sentence(hit.start).end) is None

    def _with_private_person(self, end: int) -> bool:
        """Whether somebody is only questioned: named without a title (``làm việc với Lê Văn A``)."""
        person = self._scan.people.at(end + 1)
        if person is None or person.short:
            return False
        return not self._scan.roles.within(person.end, person.end + _TITLE_AFTER)

    def prepared(self, hit: Hit) -> bool:
        """Whether the board of an event meets (``họp Ban Tổ chức Hội thảo``) or a ceremony is planned."""
        before = words_before(self._scan, hit.start, _WINDOW)
        if hit.concept.one("family") == _CEREMONY and self._prepares.search(before):
            return True
        return self._board_meets.search(before) is not None

    def _submitted(self, hit: Hit) -> bool:
        """Whether something is only laid before a body for its session (``trình HĐND tỉnh tại kỳ họp``).

        Or it is done for what the body is to decide there (``giới thiệu ông A để Quốc hội bầu tại kỳ họp``).
        """
        body = self._scan.bodies.last_before(hit.start)
        start = self._scan.sentence(hit.start).start
        if body is None or body.start < start or hit.concept.key != "session":
            return False
        before = self._folded[start : body.start].rstrip()
        if self._purpose.search(before) is not None:
            return True
        between = self._folded[body.end : hit.start].strip()
        if between and self._at.fullmatch(between) is None:
            return False
        return self._submits.search(before) is not None

    def demanded(self, hit: Hit, before: str) -> bool:
        """Whether somebody asks others to hold it (``yêu cầu các ban tổ chức thành công đại hội``)."""
        start = self._scan.sentence(hit.start).start
        asked = self._demands.search(self._folded, start, hit.start)
        return asked is not None and self._holding.search(before) is not None

    def _apposed(self, hit: Hit, start: int) -> bool:
        """Whether a mark puts an event beside one that is to come (``trình kỳ họp 12 - kỳ họp …``).

        Words without a body's name may call it first (``sau kỳ họp cuối năm, kỳ họp thứ năm``).
        """
        for other in reversed(self._scan.hits_within(max(start, hit.start - _WINDOW), hit.start, "event")):
            between = self._folded[other.end : hit.start]
            if other.concept.key == hit.concept.key and other.end < hit.start:
                opening = self._folded[max(start, other.start - _WINDOW) : other.start].rstrip(" \"“‘'(")
                beside = self._beside.fullmatch(between) is not None or self._numbered_next(other, hit)
                return beside and self.planned(other, opening)
        return False

    def _numbered_next(self, other: Hit, hit: Hit) -> bool:
        """Whether an event told in words is told again with its number, right behind a comma."""
        if self._called_again.fullmatch(self._folded[other.end : hit.start]) is None:
            return False
        numbered = self._numbered.match(self._folded, hit.end)
        return numbered is not None and not self._scan.bodies.within(other.end, hit.start)

    def _prepared_too(self, hit: Hit) -> bool:
        """Whether a list goes on with an event after one that is prepared (``chuẩn bị cho A, Kỳ họp B``)."""
        start = self._scan.sentence(hit.start).start
        parted = hit.start
        for other in reversed(self._scan.hits_within(max(start, hit.start - _FAR), hit.start, "event")):
            between = self._folded[other.end : parted]
            if self._listed_on.fullmatch(between) is None and not self._plan_goes_on(other.end, parted):
                return False
            if self._prepares.search(words_before(self._scan, other.start, _WINDOW)):
                return True
            parted = other.start
        return False

    def _plan_goes_on(self, start: int, end: int) -> bool:
        """Whether no clause of its own stands between what is prepared and what a list goes on with."""
        between = self._folded[start:end]
        if any(mark in between for mark in ".:") or _DAY.search(between):
            return False
        if between.endswith((self._and, ", ", "; ")):
            return True
        return self._holding.search(between.rstrip()) is not None and not self._scan.bodies.within(start, end)

    def _bygone(self, hit: Hit, start: int, after: str) -> bool:
        """Whether it went before another one (``phiên họp sau khi được bầu tại kỳ họp thứ 11 vừa qua``)."""
        if self._earlier.search(after.partition(",")[0]) is None:
            return False
        others = self._scan.hits_within(start, hit.start - 1, "event")
        return any(other.concept.one("grade") is None for other in others)

    def _of_another(self, hit: Hit, start: int) -> bool:
        """Whether another event stands before this one, with no comma between."""
        others = self._scan.hits_within(start, hit.start - 1, "event")
        return bool(others) and "," not in self._folded[others[-1].end : hit.start]

    def _end_before(self, hit: Hit) -> int:
        """The place of the last letter before an event."""
        end = hit.start - 1
        while end > 0 and self._folded[end].isspace():
            end -= 1
        return end

    def _within_name(self, hit: Hit, before: str, place: int) -> bool:
        """Whether a word in the words before an event ends a name (``xã Củ Chi tổ chức lễ kỷ niệm``)."""
        offset = self._end_before(hit) + 1 - len(before.rstrip()) + place
        tracks = (self._scan.bodies, self._scan.units, self._scan.people)
        names = (track.covering(offset) for track in tracks)
        return any(name is not None and name.start < offset for name in names)

    def _subject_of_document(self, hit: Hit) -> bool:
        """Whether the event is what a document is about (``Công văn số 5 về tổ chức đại hội``)."""
        low = max(self._scan.sentence(hit.start).start, hit.start - _FAR)
        if self._announced.search(self._folded[low : hit.start].rstrip()):
            return False
        named = self._scan.hits_within(low, hit.start, "document-kind", "document-series")
        if named and self._passed_it.fullmatch(self._folded, named[-1].end, hit.start):
            return True  # that it passed (``nghị quyết số 18 của hội nghị``)
        return bool(named) and self._about.fullmatch(self._folded, named[-1].end, hit.start) is not None

    def _told_anyway(self, before: str, start: int) -> bool:
        """Whether the word before only opens the sentence (``Đến kỳ họp 31``) or makes a session known.

        Or it is part of longer words that mean `at` (``trong chương trình``).
        """
        longer = tuple(words.search(before) for words in (self._at, self._holding, self._delegation))
        if any(match is not None and match.start() < start for match in longer):
            return True
        opens = " " not in before.strip() and self._opening.search(before) is not None
        return opens or self._announced.search(before) is not None
