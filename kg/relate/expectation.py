"""Whether a number is a target or a result: the nearest word that tells, before it in its passage."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import BlockKind, IndicatorKind, Sentence
from kg.normalise import fold
from kg.patterns import compiled
from kg.relate.assigned import assigned
from kg.relate.period_words import PeriodMention
from kg.relate.periods import Calendar
from kg.relate.phrases import surface
from kg.relate.quantities import Quantity
from kg.relate.readings import MET, Reading
from kg.relate.wording import alternation, ending, finder, words

_CUES = "indicator-cue"
_NEAR, _NAME, _MONTHS = 24, 60, 12
_SUBJECT = 60
"""So far into a sentence what somebody aims at may begin, behind a year and whose aim it is."""
_DISCIPLINE, _CHECKED = "discipline", "target"
"""Nobody aims at how many are disciplined (``phải kỷ luật 8 đảng viên``)."""
_BETWEEN, _PHRASE, _OUTER = 9, 90, 3
_TARGET, _RESULT = IndicatorKind.TARGET, IndicatorKind.RESULT
_RESULTING = frozenset({"programme", "plan", "scheme"})


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(lexicon, _CUES, 'target', 'result', 'no-target')}(?!\w)")


_STOP = re.compile(r"[,;:.()\n]")
ITEM = re.compile(r"\s*(?:[-–+*•]|\(?\d{1,2}\)\s|\d{1,2}\.\s|[ivx]+[.)]\s|[a-zđ][.)]\s)")
_BULLET = re.compile(r"\s*([-–+*•])")
_SHARE, _AMOUNT = re.compile(r"%\s$"), re.compile(r"\s\d")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?<![\d./-])20\d\d(?![\d/]|\.\d|\s?[-–]\s?\d)")
_UNENDED = re.compile(r"[^\s.,;:…!?]\s*$")
_SHORT, _LINES, _HEADING = 220, 60, 130


@lru_cache(maxsize=4)
def _goals(lexicon: Lexicon) -> re.Pattern[str]:
    return finder(lexicon, _CUES, "goals")


def list_head(scan: Scan, offset: int, lexicon: Lexicon) -> Sentence | None:
    """The sentence that announces the list in which ``offset`` stands.

    It ends with a colon, or is a heading that tells of targets; the list's lines begin with a dash or a
    number, under the word for targets they may be plain short ones, too.  A part of the list that has a head
    of its own (``- Về kinh tế:``) is announced by what announces all of them.
    """
    folded, goals = scan.text.folded, _goals(lexicon)
    start = folded.rfind("\n", 0, offset) + 1
    marked = True
    item = ITEM.match(folded, start) is not None
    part = _part_mark(folded[start:].partition("\n")[0])
    for number in range(_LINES):
        if start == 0:
            return None
        above = folded.rfind("\n", 0, start - 1) + 1
        line = folded[above : start - 1].rstrip()
        if not item and _figured(line):
            return None  # after the last item of a list
        marked = marked and (number == 0 or ITEM.match(folded, start) is not None)
        if part and _part_mark(line) == part:
            start = above
            continue
        announces = line.endswith(":") and (marked or goals.search(line) is not None)
        if announces or _is_heading(scan, above, line, goals):
            return scan.sentence(above + len(line) - 1)
        end = folded.find("\n", start)
        plain = (end if end >= 0 else len(folded)) - start <= _SHORT
        if ITEM.match(folded, start) is None and not (plain and not line.endswith(":")):
            return None
        start = above
    return None


def _part_mark(line: str) -> str:
    """The dash or dot of a line that heads a part of a list (``- Về kinh tế:``); empty for any other."""
    bullet = _BULLET.match(line)
    return bullet[1] if bullet is not None and line.rstrip().endswith(":") else ""


def _figured(line: str) -> bool:
    """Whether a line is an item that tells a number."""
    marker = ITEM.match(line)
    return marker is not None and _DIGIT.search(line, marker.end()) is not None


def _is_heading(scan: Scan, start: int, line: str, goals: re.Pattern[str]) -> bool:
    """Whether a line is a heading that tells of targets, not the article's own title."""
    if len(line) > _HEADING or _UNENDED.search(line) is None or goals.search(line) is None:
        return False
    if ";" in line:
        return False  # what a meeting was about
    return scan.sentence(start).kind is not BlockKind.TITLE and ITEM.match(line) is None


class Expectations:
    """Targets and results of one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon, calendar: Calendar) -> None:
        published, month = calendar.published, calendar.month
        self._scan = scan
        self._folded = scan.text.folded
        self._published, self._over = published, calendar.over
        self._now = published * _MONTHS + month if published is not None and month is not None else None
        self._expected = finder(lexicon, _CUES, "expected")
        self._pattern = _pattern(lexicon)
        self._lexicon = lexicon
        self._near = frozenset(words(lexicon, _CUES, "near-target"))
        self._settles = self._near & frozenset(words(lexicon, _CUES, "plan-verb"))
        self._filling = frozenset(words(lexicon, _CUES, "filler"))
        self._no_targets = frozenset(words(lexicon, _CUES, "no-target"))
        self._moving = compiled(rf"\s{alternation(lexicon, _CUES, 'rise', 'fall')}(?!\w)")
        self._further = finder(lexicon, _CUES, "further")
        self._completing = finder(lexicon, _CUES, "completing")
        self._targets = frozenset(words(lexicon, _CUES, "target"))
        self._tells = finder(lexicon, _CUES, "tells")
        completing = frozenset(words(lexicon, _CUES, "completing"))
        self._meets = completing & frozenset(words(lexicon, _CUES, "result"))
        nouns = words(lexicon, _CUES, "goals", "listing")
        self._nouns = self._targets & frozenset(nouns)
        self._goals = finder(lexicon, _CUES, "aim")
        self._passed = finder(lexicon, _CUES, "resolved")
        self._resolving = ending(lexicon, _CUES, "resolved")
        resolution = fold(lexicon.concept("document-kind", "resolution").label)
        self._resolution = compiled(
            rf"(?<!\w){alternation(lexicon, _CUES, 'resolved')}\s{resolution}(?:\s[^\W\d]+){{0,8}},?\s"
            rf"(?:{surface(lexicon, 'cue', 'with')}|{surface(lexicon, 'cue', 'consists')})$"
        )
        self._already = finder(lexicon, _CUES, "done")
        self._has_done = ending(lexicon, _CUES, "done")
        self._going_on = frozenset(words(lexicon, _CUES, "going-on"))
        self._estimated = finder(lexicon, _CUES, "expected", "going-on")
        self._base = ending(lexicon, _CUES, "comparison")
        met = alternation(lexicon, _CUES, "completing", "exceed", "comparison")
        self._against = compiled(
            rf"(?<!\w)(?P<met>{met})(?:(?:\s[^\W\d]+){{0,2}}?\s\d[\d/]*(?:(?:\s[^\W\d]+){{1,3}},)?)?"
            rf"(?:\s[^\W\d]+){{0,{_BETWEEN}}}\s$"
        )

    def kind(
        self, reading: Reading, period: PeriodMention | None, said: IndicatorKind | None
    ) -> IndicatorKind:
        """What a number is, from what its words said and from its period."""
        if reading.origin:
            return IndicatorKind.RESULT
        if reading.rule == "aimed" or self._goal(reading, period, said):
            return IndicatorKind.TARGET
        if said is _TARGET and self._is_estimate(reading, period):
            return _RESULT
        if said is not None:
            return said
        return IndicatorKind.TARGET if reading.rule == "planned" else IndicatorKind.RESULT

    def _is_estimate(self, reading: Reading, period: PeriodMention | None) -> bool:
        """Whether what is expected is of a time that is over (``tháng 10 dự kiến giảm 0,6%`` in November).

        So is what went on in such a time (``trong tháng 7, cấp ủy các cấp tiếp tục kiểm tra 46 chi bộ``).
        """
        if period is None or self._now is None or period.last_month >= self._now:
            return False
        return self._estimated.search(self._folded, reading.clause_start, reading.quantity.before) is not None

    def _goal(
        self, reading: Reading, period: PeriodMention | None, said: IndicatorKind | None
    ) -> bool:
        """Whether the period of the clause lies ahead: after the publication, or a point to be reached."""
        if period is None or period.period == self._over:
            return False
        own = reading.clause_start <= period.start < reading.clause_end
        if self._published is not None and period.last_year > self._published:
            return own or said is not _RESULT
        return own and period.until and self._published is None

    def said(self, reading: Reading, previous: IndicatorKind | None) -> IndicatorKind | None:
        """What the words before a number make of it; ``previous`` is the kind of the number before it."""
        met = reading.rule == MET or (reading.rule == "planned" and self._met(reading))
        if met or reading.concept == _DISCIPLINE or self._done_already(reading):
            return IndicatorKind.RESULT
        if self._assigned_to(reading) or (reading.rule == "planned" and self._sets(reading.quantity)):
            return _TARGET
        sentence = self._scan.sentence(reading.start)
        if self._passed.match(fold(reading.action)) is not None:
            return _TARGET if self._to_pass(sentence.start, reading.quantity.before) else _RESULT
        start = reading.clause_start if previous is not None else sentence.start
        start = max(start, self._folded.rfind(";", start, reading.quantity.before))
        told = list(self._tells.finditer(self._folded, start, reading.quantity.before))
        start = self._behind_base(told[-1].end() if told else start, reading.quantity.before)
        found = self._last(start, reading.quantity.before, met=self._against_plan(reading)) or previous
        found = found or self._opening(sentence, reading)
        if found is not None:
            return found
        if reading.rule == "planned" and reading.quantity.measure is not None:
            return IndicatorKind.RESULT if reading.quantity.measure.key in _RESULTING else None
        return self._announced(reading) or self._followed(sentence)

    def _behind_base(self, start: int, end: int) -> int:
        """Behind what the number before is compared with (``… so với ước thực hiện 2016, trong đó …``)."""
        based = self._base.search(self._folded[max(0, start - _NAME) : start].rstrip()) is not None
        comma = self._folded.find(",", start, end) if based else -1
        return comma if comma >= 0 else start

    def _sets(self, quantity: Quantity) -> bool:
        """Whether targets are passed: they are still to be met.

        ``kỳ họp đã thông qua 23 chỉ tiêu``; ``nhất trí thông qua Nghị quyết Đại hội với 22 chỉ tiêu``.
        """
        target = quantity.measure is not None and quantity.measure.key == _CHECKED
        if not target:
            return False
        low = max(0, quantity.before - _NAME)
        before = self._folded[low : quantity.before].rstrip()
        return self._resolving.search(before) is not None or self._resolution.search(before) is not None

    def _assigned_to(self, reading: Reading) -> bool:
        """Whether a sum is only what somebody was told to raise (``thu ngân sách được tỉnh giao là …``)."""
        if reading.quantity.dimension != "money" or reading.concept is None or reading.origin:
            return False
        before = self._folded[reading.start : reading.quantity.before].rstrip()
        return reading.rule == "measured" and assigned(self._lexicon).search(before) is not None

    def _to_pass(self, start: int, end: int) -> bool:
        """Whether documents are still to be passed (``sẽ xem xét, thông qua 5 nghị quyết``)."""
        verb = self._passed.search(self._folded, start, end)
        end = verb.start() if verb is not None else end
        if self._expected.search(self._folded, start, end) is not None:
            return True
        told = self._pattern.finditer(self._folded, start, end)
        return any(match.group() in self._targets & self._filling for match in told)

    def _against_plan(self, reading: Reading) -> bool:
        """Whether a share is of what was planned (``các chỉ tiêu về dịch vụ đạt 51% kế hoạch``)."""
        return reading.quantity.percent and self._goals.match(fold(reading.base)) is not None

    def _done_already(self, reading: Reading) -> bool:
        """Whether a share is of those who have done something (``152/152 đảng bộ đã tổ chức đại hội``)."""
        if reading.rule != "share":
            return False
        match = self._already.search(self._folded, reading.quantity.end, reading.end)
        return match is not None and not self._in_name(match)

    def _opening(self, sentence: Sentence, reading: Reading) -> IndicatorKind | None:
        """What the sentence opens with says of all its parts (``Phấn đấu đến cuối nhiệm kỳ, …; …``).

        What somebody aims at goes on over a semicolon (``Phường phấn đấu …; 100% cán bộ …``).
        """
        match = self._pattern.match(self._folded, sentence.start, reading.quantity.before)
        if match is not None:
            return self._last(sentence.start, match.end())
        part = self._folded.find(";", sentence.start, reading.quantity.before)
        opens = self._pattern.search(self._folded, sentence.start, min(part, sentence.start + _SUBJECT))
        aims = part > 0 and opens is not None and opens.group() in self._targets - self._near
        return _TARGET if aims and self._last(sentence.start, part) is _TARGET else None

    def _announced(self, reading: Reading) -> IndicatorKind | None:
        """What the words that announce a list make of its numbers; if they tell nothing, those before."""
        head = list_head(self._scan, reading.start, self._lexicon)
        for _ in range(_OUTER):
            if head is None:
                return None
            found = self._last(head.start, head.end)
            if found is not None:
                return found
            head = list_head(self._scan, head.start, self._lexicon)
        return None

    def _followed(self, sentence: Sentence) -> IndicatorKind | None:
        """A target, where the sentence goes into what the one before has set (``Theo đó, …``)."""
        index = self._scan.text.sentence_at(sentence.start)
        if index == 0 or not self._goes_on(sentence):
            return None
        before = self._scan.text.sentences[index - 1]
        if before.kind is BlockKind.TITLE or self._done_of_set(before) or self._of_review(sentence, before):
            return None
        return _TARGET if self._last(before.start, before.end) is _TARGET else None

    def _of_review(self, sentence: Sentence, before: Sentence) -> bool:
        """Whether a sentence goes into the earlier of the years told before (``Theo đó, năm 2019 …``).

        A meeting looks back on a year and plans the next (``kết quả năm 2019, nhiệm vụ năm 2020``).
        """
        year = _YEAR.search(self._folded, sentence.start, sentence.end)
        told = _YEAR.findall(self._folded, before.start, before.end)
        return year is not None and year.group() in told and year.group() < max(told)

    def aims(self, sentence: Sentence) -> bool:
        """Whether a sentence ends with what is aimed at."""
        return self._last(sentence.start, sentence.end) is _TARGET

    def goes_into(self, reading: Reading) -> bool:
        """Whether the sentence of a number goes into the one before (``Trong đó, …``)."""
        return self._goes_on(self._scan.sentence(reading.start))

    def _goes_on(self, sentence: Sentence) -> bool:
        return self._further.match(self._folded, sentence.start) is not None

    def _done_of_set(self, sentence: Sentence) -> bool:
        """Whether a sentence only ends in a word for what was set (``thực hiện các nhiệm vụ đã đặt ra``)."""
        found = self._pattern.finditer(self._folded, sentence.start, sentence.end)
        aims = [match for match in found if match.group() in self._targets]
        return len(aims) == 1 and not self._folded[aims[0].end() : sentence.end].strip(" .,;:…0123456789")

    def _met(self, reading: Reading) -> bool:
        """Whether the words after counted targets say what came of them (``2 chỉ tiêu chưa đạt``)."""
        end = reading.quantity.end
        stop = _STOP.search(self._folded, end)
        last = min(stop.start() if stop else len(self._folded), end + _NEAR * 2)
        return self._completing.search(self._folded, end, last) is not None

    def _last(self, start: int, end: int, *, met: bool = False) -> IndicatorKind | None:
        """What the last words that tell say; what is aimed at is not met yet (``phấn đấu vượt chỉ tiêu``).

        ``met``: what is told is compared with a plan, so that words for targets only name what was planned.
        """
        end_of_last, kind = start, None
        for match in self._pattern.finditer(self._folded, start, end):
            if (met and match.group() in self._nouns) or self._of_place(match) or self._of_share(match):
                continue
            far = match.group() in self._near and end - match.end() > _NEAR
            far = far or (match.group() in self._settles and "," in self._folded[match.end() : end])
            if far or match.group() in self._no_targets or self._moves_on(match, end):
                continue
            if self._quoted(match, start, end) or self._in_name(match):
                continue
            if self._went_on(match):
                end_of_last, kind = match.end(), _RESULT
                continue
            met_from = self._met_from(match, start)
            if kind is _TARGET and match.start() - end_of_last <= 1 and self._of_targets(match.group()):
                end_of_last = match.end()
                continue
            if met_from is None:
                aimed = match.group() in self._targets and not self._reached(match.end(), end)
                kind = _TARGET if aimed else _RESULT
            elif kind is not _TARGET or met_from - end_of_last > 1:
                kind = _RESULT
            end_of_last = match.end()
        return kind

    def _of_share(self, match: re.Match[str]) -> bool:
        """Whether a word says what a share is of, or how a number came to what was set for it.

        ``đạt 98% [kế hoạch năm]``, ``chỉ tiêu: sản lượng [đạt và vượt] 900 tấn``
        """
        if match.group() in self._targets:
            return _SHARE.search(self._folded, max(0, match.start() - _BETWEEN), match.start()) is not None
        return match.group() in self._meets and _AMOUNT.match(self._folded, match.end()) is not None

    def _of_place(self, match: re.Match[str]) -> bool:
        """Whether a word is a part of a place's name (``[Cần] Thơ``)."""
        unit = self._scan.units.covering(match.start())
        return unit is not None and self._scan.text.content[match.start()].isupper()

    def _reached(self, start: int, end: int) -> bool:
        """Whether a part ends before ``end`` with targets being met (``các chỉ tiêu chủ yếu đều đạt, …``)."""
        stop = _STOP.search(self._folded, start, end)
        found = list(self._completing.finditer(self._folded, start, stop.start())) if stop else []
        return stop is not None and bool(found) and found[-1].end() == stop.start()

    def _of_targets(self, words_: str) -> bool:
        """Whether words tell what came of targets (``thực hiện các chỉ tiêu``)."""
        return words_ not in self._targets and any(target in words_ for target in self._targets)

    def _moves_on(self, match: re.Match[str], end: int) -> bool:
        """Whether something only goes on rising, with the number after a comma (``tiếp tục tăng, đạt 9``)."""
        going_on = match.group() in self._filling and match.group() in self._near
        moves = going_on and self._moving.match(self._folded, match.end()) is not None
        return moves and "," in self._folded[match.end() : end]

    def _went_on(self, match: re.Match[str]) -> bool:
        """Whether somebody has gone on doing something (``đã tiếp tục kiểm tra 46 tổ chức đảng``)."""
        if match.group() not in self._going_on:
            return False
        return self._has_done.search(self._folded[: match.start()].rstrip()[-_BETWEEN:]) is not None

    def _quoted(self, match: re.Match[str], start: int, end: int) -> bool:
        """Whether a word stands in the title of something, in quotation marks closed before ``end``."""
        opening = self._folded.rfind("“", start, match.start())
        if opening < 0 or self._folded.find("”", opening, match.start()) >= 0:
            return False
        return self._folded.find("”", match.end(), end) >= 0

    def _in_name(self, match: re.Match[str]) -> bool:
        """Whether a word begins inside a name (``đảng viên [mới] đạt …``, ``lao động [đã] qua …``)."""
        names = self._scan.hits_within(max(0, match.start() - _NAME), match.end() + _NAME, "indicator")
        return any(name.start < match.start() < name.end for name in names)

    def _met_from(self, match: re.Match[str], start: int) -> int | None:
        """Where words begin that tell of targets only that they are met (``đạt các chỉ tiêu … đề ra``)."""
        if match.group() not in self._targets:
            return match.start() if self._completing.match(match.group()) is not None else None
        low = max(start, match.start() - _PHRASE)
        phrase = self._against.search(self._folded[low : match.start()])
        return low + phrase.start() if phrase is not None else None
