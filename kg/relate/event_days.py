"""The day of an event: the one given with its words, one before or after them, or one told by another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan
from kg.patterns import compiled
from kg.relate.days import Day, days
from kg.relate.stretches import words_before
from kg.relate.wording import alternation, ending, finder
from kg.relate.years import ANNIVERSARY, Years

_UNTIL_NOW = "until-now"
_CUES = "event-cue"
_BACK, _ON, _WINDOW = 220, 240, 40
_NEAR_ON = 30
"""How far behind an event its day may stand, and its month, which further on is that of something else."""
_LOOK_BACK, _LEADING = 4, 6
_DAY_WORD = 20
_LONGEST = 2
"""So many months a session may last at the most."""
_PRESS, _SESSION, _SITTING = "press", "session", "session-meeting"
_CLAUSE = re.compile(r"[^,;:()]{1,120}")


class Calendar:
    """The days of the events of one text, with their years as far as anything tells them."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._folded = scan.text.folded
        self._years = Years(scan, lexicon)
        self._until = ending(lexicon, _CUES, "deadline", "until")
        self._ends = ending(lexicon, _CUES, "deadline", "as-of")
        self._part = ending(lexicon, _CUES, "day-part")
        self._occasion = ending(lexicon, _CUES, "occasion")
        self._tomorrow = finder(lexicon, _CUES, "tomorrow")
        self._tomorrow_is = ending(lexicon, _CUES, "tomorrow")
        self._today_is = ending(lexicon, _CUES, "today")
        self._since = ending(lexicon, _CUES, "from")
        self._says = finder(lexicon, _CUES, "says")
        self._announces = ending(lexicon, _CUES, "announces")
        self._just_held = compiled(
            rf"(?<!\w){alternation(lexicon, _CUES, 'just', 'done')}\s(?:[^\s,;:.]+\s){{0,12}}?"
            rf"{alternation(lexicon, _CUES, 'holds')}$"
        )
        day_word = alternation(lexicon, _CUES, "day-word")
        self._issued = compiled(rf"(?<!\w){alternation(lexicon, _CUES, 'issued')}(?:\s{day_word})*$")
        self._set_apart = compiled(rf",\s(?:{day_word}\s)*$")
        another = (
            rf"(?:(?P<today>{alternation(lexicon, _CUES, 'today')})"
            rf"|(?P<yesterday>{alternation(lexicon, _CUES, 'yesterday')})"
            rf"|(?P<same>{alternation(lexicon, _CUES, 'same-day')}))(?!\w)"
        )
        self._by_another = compiled(rf"(?<!\w){another}")
        self._held_on = compiled(rf"(?<!\w){alternation(lexicon, _CUES, 'proceeds')}(?:\s{day_word})*$")
        self._held_by = compiled(
            rf"(?<!\w){alternation(lexicon, _CUES, 'by')}\s[^;:]*\s{alternation(lexicon, _CUES, 'making')}"
            rf"(?:\s{day_word})*$"
        )
        self._half_day = compiled(rf"(?P<same>{alternation(lexicon, _CUES, 'half-day')}),\s")
        self._right_after = compiled(rf"\s(?:{day_word}\s)?{another}")
        self._attached = compiled(
            rf"[^,;.()]{{0,25}}?[\s,]*(?:\(|{alternation(lexicon, _CUES, 'attached', 'day-word')})"
            rf"(?:[\s(]*{alternation(lexicon, _CUES, 'attached', 'day-word')})*[\s(]*"
        )

    def day_of(self, hit: Hit) -> Day | None:
        """The day of an event: the one given with its words, else the last before them, else the first after.

        A verb does not take the day on which somebody tells of it (``Ngày 28/9, ông Ngọc cho hay … đã họp``),
        nor does what somebody tells to have been held just before (``cho biết tỉnh vừa tổ chức hội nghị``).
        """
        sentence = self._scan.sentence(hit.start)
        found = list(days(self._scan, self._lexicon, sentence.start, sentence.end))
        found = [
            d for d in found if not self._of_document(d, hit, sentence.start) and not self._no_meeting(d)
        ]
        whole = [d for d in found if d.day is not None]
        found = whole or found
        found = found or self._relative(hit, sentence.start)
        before = [d for d in found if d.start < hit.start]
        opening = self._opens(before, sentence.start)
        before = before if opening else [d for d in before if hit.start - d.start < _BACK]
        if len(before) > 1 and before[0].start - sentence.start < _DAY_WORD:
            before = [before[0], *(d for d in before[1:] if not self._since.search(self._ahead(d)))]
        after = [d for d in found if d.start >= hit.end and d.start - hit.end < (_ON if d.day else _NEAR_ON)]
        told = hit.start if hit.concept.scheme == _CUES else self._recounted(hit, sentence.start)
        if told is not None:
            before = [d for d in before if not self._said(d.end, told)]
        if hit.concept.key == _SESSION and self._made_known(hit):
            before = []
        after = [d for d in after if not self._other_clause(hit, d)]
        if after and self._attached.fullmatch(self._folded, hit.end, after[0].start):
            return after[0]
        return before[-1] if before else next(iter(after), None)

    def _recounted(self, hit: Hit, start: int) -> int | None:
        """Where words begin that tell an event as held just before they were said."""
        held = self._just_held.search(self._folded, start, hit.start - 1)
        return held.start() if held is not None else None

    def _made_known(self, hit: Hit) -> bool:
        """Whether only the outcome is told of a session (``Ngày 18/6, thông báo kết quả kỳ họp thứ 26``)."""
        return self._announces.search(words_before(self._scan, hit.start, _WINDOW)) is not None

    def complete(self, day: Day, *, earlier: bool = False, term: str | None = None) -> Day:
        """The day with its year, if anything tells it; see :meth:`kg.relate.years.Years.of`."""
        return replace(day, year=self._years.of(day, earlier=earlier, term=term))

    def planned_until(self, start: int) -> bool:
        """Whether a date at ``start`` is one until which something goes on (``tầm nhìn đến năm 2045``)."""
        return self._years.ahead_of(start)

    @property
    def year(self) -> int:
        """The year in which the article appeared, else the latest that it tells."""
        return self._years.now

    def recent(self, day: Day | None) -> bool:
        """Whether a day lies some weeks at most before the article appeared."""
        return self._years.recent(day)

    def to_come(self, day: Day) -> bool:
        """Whether a day, some weeks at most after the article appeared, is yet to come, or is tomorrow."""
        return (day.day, day.month) in self._of_tomorrow or self._years.to_come(day)

    def not_yet(self, day: Day) -> bool:
        """Whether a day is to come, if only a day or two after the article appeared."""
        return self.to_come(day) or (day.year is None and self._years.after_publication(day))

    @cached_property
    def _of_tomorrow(self) -> set[tuple[int | None, int]]:
        """The days after that of the article that it calls tomorrow (``Sáng mai 27/6, đại hội khai mạc``)."""
        published = self._scan.text.article.published
        if published is None or self._tomorrow.search(self._folded) is None:
            return set()
        found = days(self._scan, self._lexicon, 0, len(self._folded))
        told = [d for d in found if self._tomorrow_is.search(self._ahead(d))]
        return {(d.day, d.month) for d in told if f"{d.month:02d}-{d.day or 0:02d}" > published[5:]}

    def _opens(self, found: Sequence[Day], start: int) -> bool:
        """Whether the sentence opens with its only day, which then holds for all of it."""
        return len(found) == 1 and found[0].start - start < _DAY_WORD

    def _relative(self, hit: Hit, start: int) -> list[Day]:
        """The day that words before an event tell by another one: the article's, the one told before."""
        word = self._by_another.search(self._folded, max(start, hit.start - _BACK), hit.start)
        word = word or self._half_day.match(self._folded, start)
        word = word or self._right_after.match(self._folded, hit.end) or self._told_behind(hit)
        if word is None:
            return []
        if word["same"]:
            return self._day_before(word, start)
        try:
            told = date.fromisoformat(self._scan.text.article.published or "")
        except ValueError:
            today = self._today if word["today"] else None
            return [replace(today, start=word.start(), end=word.end(), again=True)] if today else []
        told -= timedelta(days=1 if word["yesterday"] else 0)
        return [Day(word.start(), word.end(), told.day, told.month, told.year)]

    def _told_behind(self, hit: Hit) -> re.Match[str] | None:
        """A word for the article's day behind an event, (``Hội nghị X khai mạc sáng nay``)."""
        sentence = self._scan.sentence(hit.start)
        far = self._by_another.search(self._folded, hit.end, sentence.end)
        if far is not None and not far["same"] and self._of_its_verb(hit, far.start()):
            return far
        clause = _CLAUSE.match(self._folded, hit.end, sentence.end)
        word = self._by_another.search(self._folded, hit.end, clause.end()) if clause is not None else None
        if word is None or word["same"] or self._said(hit.end, word.start()) or hit.concept.key == _SITTING:
            return None
        return None if self._scan.people.within(hit.end, word.start()) else word

    @cached_property
    def _today(self) -> Day | None:
        """The only day that an article without a date of its own calls its own (``sáng nay (10-7)``)."""
        found = days(self._scan, self._lexicon, 0, len(self._folded))
        told = {(d.day, d.month): d for d in found if d.day and self._today_is.search(self._ahead(d))}
        return self.complete(next(iter(told.values()))) if len(told) == 1 else None

    def of_today(self, hit: Hit) -> bool:
        """Whether words before an event tell it of the article's own day, which nobody knows."""
        low = max(self._scan.sentence(hit.start).start, hit.start - _BACK)
        word = self._by_another.search(self._folded, low, hit.start)
        return word is not None and word["today"] is not None and not self._said(word.end(), hit.start)

    def _no_meeting(self, day: Day) -> bool:
        """Whether a day only ends something (``diễn ra đến hết ngày 8-12``) or is kept (``dịp 2/9``).

        Or it is that of a notice (``thông báo phát đi chiều 30-6``), or when something began that lasts, or
        the first of months (``từ ngày 1/1 đến ngày 31/12/2021``), or a month of plans.
        """
        if day.last is not None and day.last[1] - day.month > _LONGEST:
            return True
        if day.day is None and self._years.set_for(day.start):
            return True
        before, low = self._ahead(day), self._low(day)
        kept = any(words.search(before) for words in (self._ends, self._occasion, self._issued))
        lasting = any(h.concept.key == _UNTIL_NOW for h in self._scan.hits_at(day.end + 1, "cue"))
        return kept or lasting or any(
            m.start() <= day.start < m.end()
            for m in ANNIVERSARY.finditer(self._folded, low, day.end + _DAY_WORD)
        )

    def _low(self, day: Day) -> int:
        return max(self._scan.sentence(day.start).start, day.start - _DAY_WORD)

    def _ahead(self, day: Day) -> str:
        """The words right before a day in its sentence."""
        return self._folded[self._low(day) : day.start].rstrip(" (")

    def _after_document(self, day: Day) -> bool:
        """Whether a document is named shortly before a day in its sentence: the day is the document's."""
        return self._document_in(max(self._scan.sentence(day.start).start, day.start - _WINDOW), day.start)

    def _document_in(self, low: int, high: int) -> bool:
        """Whether a document is named there; the sign of a paper is none (``(CT) - Ngày 5/3``)."""
        hits = self._scan.hits_within(low, high, "document-kind", "document-series")
        return any(
            self._scan.sentence(h.start).start != h.start - 1 or self._folded[h.start - 1] != "("
            for h in hits
        )

    def _day_before(self, word: re.Match[str], start: int) -> list[Day]:
        """The last day that opens a sentence before ``start``, else that is told there; no document's.

        When the sentences before tell none, it is the day of the article's opening.
        """
        sentences = self._scan.text.sentences
        index = self._scan.text.sentence_at(start)
        opening = min(start, sentences[:_LOOK_BACK][-1].end)
        told = self._kept(sentences[max(0, index - _LOOK_BACK)].start, start) or self._kept(0, opening)
        first = [d for d in told if d.start - self._scan.sentence(d.start).start < _DAY_WORD]
        last = (first or told)[-1:]
        return [Day(word.start(), word.end(), d.day, d.month, d.year, again=True) for d in last]

    def _kept(self, low: int, high: int) -> list[Day]:
        """The days told there on which something can have met."""
        found = days(self._scan, self._lexicon, low, high)
        return [d for d in found if not self._after_document(d) and not self._no_meeting(d)]

    def opening_day(self, offset: int) -> Day | None:
        """The only day that the opening of the article tells, for an event told shortly after it."""
        index = self._scan.text.sentence_at(offset)
        sentences = self._scan.text.sentences
        if not 0 < index <= _LEADING:
            return None
        told = {
            (d.day, d.month): d
            for s in sentences[max(0, index - _LOOK_BACK) : index]
            for d in days(self._scan, self._lexicon, s.start, s.end)
            if not (
                self._after_document(d)
                or self.not_yet(d)
                or self._years.expected(d)
                or self._until.search(self._ahead(d))
                or self._from_then(d)
                or self._no_meeting(d)
            )
        }
        return next(iter(told.values())) if len(told) == 1 else None

    @cached_property
    def only_day(self) -> Day | None:
        """The only day that a report tells, if it is that of its publication or shortly before."""
        kept = [d for d in self._kept(0, len(self._folded)) if d.day and not self._from_then(d)]
        told = {(d.day, d.month): d for d in reversed(kept)}
        day = next(iter(told.values())) if len(told) == 1 else None
        return day if day is not None and self.recent(day) else None

    def _from_then(self, day: Day) -> bool:
        """Whether something else begins on a day inside a sentence (``nghỉ hưu từ ngày 1/6``)."""
        inside = self._low(day) > self._scan.sentence(day.start).start
        return inside and day.last is None and self._since.search(self._ahead(day)) is not None

    def _other_clause(self, hit: Hit, day: Day) -> bool:
        """Whether somebody says or does something else before a day that commas do not set apart.

        The press is met to tell it something (``họp báo thông tin về … chiều 1/10``).
        """
        start, end = hit.end, day.start
        if self._of_its_verb(hit, start=end):
            return False
        told = hit.concept.one("family") != _PRESS and self._said(start, end)
        if told or self._scan.people.within(start, end):
            return True
        if self._set_apart.search(self._folded[start:end]) and self._folded.startswith(",", day.end):
            return False
        bodies = self._scan.bodies.within(start, end)
        if bodies and self._held_by.search(self._folded[start:end].rstrip()):
            return False
        return any(self._folded[start : b.start].rstrip().endswith(",") for b in bodies)

    def _of_its_verb(self, hit: Hit, start: int) -> bool:
        """Whether a day follows the verb of the event that opens the sentence (``Hội nghị X diễn ra …``)."""
        between = self._folded[hit.end : start].rstrip()
        return (
            hit.start == self._scan.sentence(hit.start).start
            and self._held_on.search(between) is not None
            and not self._scan.hits_within(hit.end, start, "event")
        )

    def _said(self, start: int, end: int) -> bool:
        """Whether somebody says something in between; ``Sở Thông tin và Truyền thông`` says nothing."""
        words = self._says.finditer(self._folded, start, end)
        return any(self._scan.bodies.covering(word.start()) is None for word in words)

    def _of_document(self, date: Day, hit: Hit, start: int) -> bool:
        """Whether a date is that of a document, not of what happened; papers have no part of a day."""
        low = max(start, date.start - _DAY_WORD)
        if self._part.search(self._folded[low : date.start].rstrip(" (")):
            return False
        floor = max(hit.end if date.start >= hit.end else start, date.start - _WINDOW)
        return self._document_in(floor, date.start)
