"""The words of its own with which an organisation's name goes on (``Ban Quản lý [Khu kinh tế]``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from kg.lexicon import Hit, Hits, Lexicon
from kg.mention import longest
from kg.model import Text
from kg.normalise import fold, syllable
from kg.recognise.units import UnitReader
from kg.recognise.words import UPPER, Word, after_place, capital_run, looks_like_person, person_split

_JOINER = re.compile(r"(?: ?[-–&,] ?| )(?=[^\W\d_])")
_NONE, _TIMES = "none", frozenset({"month", "year"})
_NUMBER = re.compile(r" \d{1,3}(?!\w|[.,/%-]\d)")
_COMPOUND = 12
_SUFFIX = re.compile(r"(?<=[^\W\d_])-\d{1,3}(?![\w/-]|\.\w)")
"""The number at the end of a capitalised word (``COVID-19``, ``Sông Đà-3``)."""
_CODE = re.compile(rf" (?:\d{{2}}-\d{{2}}|\d{{1,4}})[{UPPER}](?!\w)")
"""The number of a station with its letter (``Trung tâm Đăng kiểm 29-03V``)."""
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])+(?!\w)")
"""Initials with points between them (``T.Ư``)."""
_IN_NAMES = frozenset(
    {
        "named-after",
        "national",
        "newly",
        "incumbent",
        "and",
        "of",
        "at",
        "none",
        "post",
        "honorific",
        "plural",
        "house-number",
        "deputy",
        "block",
        "day",
        "year",
        "month",
        "kin",
        "landmark",
        "unit-attribute",
        "hands-on",
    }
)
_DEGREES = re.compile(r"[.,-]? ?")
"""What stands between degrees and the name (``PGS.TS Trần Văn A``, ``GS, TS. Trần Văn A``)."""
_FEWEST = 2
"""Words of the shortest full name."""
_ENTERPRISES = frozenset({"company", "corporation", "economic-group", "bank"})
_IN_FIRMS = _ENTERPRISES | {"power-supplier"}
_ADDRESSES = frozenset({"honorific", "rank"})
_ENDING = frozenset({"word", "soft"})
_TWO = 2
"""The letters of the shortest acronyms, which a name may list (``Sở Lao động, TB và XH``)."""
_FIELDS = frozenset({"task", "master", "none", "session"})
"""Kinds of document whose words are fields of offices, too (``Kế hoạch``, ``Quy hoạch``)."""
_OF_STATE = frozenset({0, 1})
"""Ministries and departments of provinces: what an office is of, even in lower case (``sở Y tế``)."""


class _Line:
    """Where in one line of a text names end, and where they may yet go on."""

    def __init__(self, hits: Hits, content: str, start: int, end: int) -> None:
        self._hits, self._content, self._start, self._end = hits, content, start, end
        self._stops = longest(hits.in_line(start, end, "stop"))
        several = [h for h in self._stops if " " in content[h.start : h.end]]
        self.compounds = {h.start: h.end for h in several}
        self.kept = {h.start: h.end for h in several if h.concept.key == "keep"}

    @cached_property
    def _cues(self) -> list[Hit]:
        return longest(self._hits.within(self._start, self._end, "cue"))

    @cached_property
    def _roles(self) -> set[int]:
        titles = self._hits.within(self._start, self._end, "role")
        words = {h.start for h in self._cues if h.concept.key == _NONE}
        return {h.start for h in titles if h.start not in words}

    @cached_property
    def soft(self) -> set[int]:
        """Where words begin that only end a name where nothing else goes on with it.

        Before a meeting each of them is a verb (``Ban Chỉ đạo phòng chống thiên tai tổ chức hội nghị``).
        """
        held = {h.start - 1 for h in self._hits.within(self._start, self._end, "event")}
        return {h.start for h in self._stops if h.concept.key == "soft" and h.end not in held} - self._roles

    @cached_property
    def boundaries(self) -> set[int]:
        """Where words begin that end names."""
        ending = [h for h in self._stops if h.concept.key in _ENDING]
        ending += [h for h in self._cues if h.concept.key not in _IN_NAMES]
        ends = {h.start for h in ending if not _in_proper_name(self._content, h.start, h.end)} | self._roles
        for begin, stop in self.kept.items():
            ends.difference_update(range(begin, stop))
        for place in longest(self._hits.within(self._start, self._end, "place")):
            ends.difference_update(range(place.start + 1, place.end))
        return ends

    @cached_property
    def addressed(self) -> set[int]:
        """Where forms of address begin."""
        return {h.start for h in self._cues if h.concept.key in _ADDRESSES}

    @cached_property
    def degrees(self) -> dict[int, int]:
        """Where degrees and ranks in letters begin and end (``TS``, ``GS-TS``)."""
        told = ((h, self._content[h.start : h.end]) for h in self._cues if h.concept.key in _ADDRESSES)
        return {h.start: h.end for h, words in told if not syllable(words.partition(" ")[0])}

    @cached_property
    def forms(self) -> set[int]:
        """Where forms of address begin that a name follows."""
        return {h.start for h in self._cues if h.concept.key == "honorific" and _named(self._content, h.end)}

    @cached_property
    def named_after(self) -> set[int]:
        """Where words end for what bears a person's name."""
        return {h.end for h in self._cues if h.concept.key == "named-after"}


class OwnWords:
    """Reads the own words of names in one text; ``labels`` are the labels of organisations by their start."""

    def __init__(
        self,
        text: Text,
        hits: Hits,
        lexicon: Lexicon,
        units: UnitReader,
        labels: Mapping[int, Hit],
        fields: Mapping[int, Hit],
    ) -> None:
        self._content, self._folded = text.content, text.folded
        self._lexicon, self._units = lexicon, units
        self._labels, self._fields = labels, fields
        self._hits = hits
        self._lines: dict[int, _Line] = {}
        self._nation = {h.end for h in hits.of("region") if h.concept.key == "nation"}
        self._regions = {h.start: h.end for h in longest(hits.of("region"))}
        self._and = lexicon.concept("cue", "and").label
        self._about = fold(lexicon.concept("document-cue", "about").label)

    def bounds(self, place: int) -> bool:
        """Whether a word begins at ``place`` that ends names: a verb, a particle, a cue or a title."""
        return place in self._line(place).boundaries

    def keeps(self, place: int) -> bool:
        """Whether words begin at ``place`` that only names hold (``phòng chống``)."""
        return place in self._line(place).kept

    def in_compound(self, hit: Hit) -> bool:
        """Whether the label of an organisation is but the first syllable of another word (``khoa học``)."""
        if not self._lexicon.begins_compound(self._folded, hit.start):
            return False
        return self._line(hit.start).compounds.get(hit.start, 0) > hit.end

    def ends_compound(self, hit: Hit) -> bool:
        """Whether a label in lower case begins with the last syllable of another word (``giao ban``)."""
        if not self._content[hit.start].islower():
            return False
        cues = self._hits.within(hit.start - _COMPOUND, hit.end, "cue")
        return any(cue.concept.key == "none" and cue.start < hit.start < cue.end for cue in cues)

    def _line(self, place: int) -> _Line:
        """What ends names in the line of ``place``: few lines of a text hold a name to be read."""
        start = self._content.rfind("\n", 0, place) + 1
        known = self._lines.get(start)
        if known is None:
            end = self._content.find("\n", place)
            known = _Line(self._hits, self._content, start, len(self._content) if end < 0 else end)
            self._lines[start] = known
        return known

    def end(self, start: int, *, lower: bool, namesake: bool = False) -> int:
        """Where the words of a name end: capitalised ones, and the lower-case ones that they carry along.

        The name ends before a word that ends names (verbs, particles), a title, a unit, a strong label of an
        organisation or a person's name.  ``lower`` says that the first word may be in lower case,
        ``namesake`` that the name of a person in it can only be the one that it bears.
        """
        end = start
        bears = namesake
        namesake = start in self._line(start).named_after
        while True:
            further = self._further(start, end, lower=lower, namesake=namesake or bears, bears=bears)
            if further is None:
                return end
            end, goes_on = further
            if not goes_on:
                return end
            namesake = end in self._line(end).named_after

    def _further(
        self, start: int, end: int, *, lower: bool, namesake: bool, bears: bool
    ) -> tuple[int, bool] | None:
        """The end of the next word of the name, and whether the name may go on; ``None`` without one.

        ``namesake`` says that a person's name may follow: the one that a school or a street bears;
        ``bears`` that no other one can, so that it is not cut where one might begin.
        """
        code = _CODE.match(self._content, end) if end > start else None
        if code is not None:
            return code.end(), False
        suffix = _SUFFIX.match(self._content, end) if end > start else None
        if suffix is not None and self._word_before(end)[:1].isupper():
            return suffix.end(), True
        number = _NUMBER.match(self._content, end) if end > start else None
        if number is not None:
            return (number.end(), True) if self._closes(number.end()) else None
        join = _JOINER.match(self._content, end)
        if join is None or (end == start and join.group() != " "):
            return None
        place = join.end()
        listed = "," in join.group() and not self._capital_at(place)
        ends = not listed and self._ends_before(start, end, place)
        if "," in join.group() and (ends or self._names_document(place)):
            return None
        if join.group() != " " and place in self._line(place).addressed:
            return None
        if self._degree(place):
            return None
        region = self._regions.get(place) if self._capital_at(place) else None
        if region is not None and region > self._word_end(self._word_end(place) + 1):
            return region, True  # with a last syllable in lower case (``Tây Nam bộ``)
        kept = self._line(place).kept.get(place)
        parted = join.group().strip() != "" and end > start
        if kept is not None and not listed and (
            parted or not self._stops_before(start, end, place, lower=lower)
        ):
            return self._keep(place, kept, first=end == start)
        if self._units.at(place) is not None or (end > start and self._another(place, join.group())):
            return None
        word = self._word_end(place)
        if word == place:
            return None
        if self._capital_at(place):
            return self._capital(start, end, place, word, namesake=namesake, bears=bears)
        return (word, True) if self._in_lower_case(start, end, join, lower=lower) else None

    def _degree(self, place: int) -> bool:
        """Whether degrees in letters begin here that a full name follows (``Bệnh viện X TS.BS Lê Văn A``)."""
        degrees, end = self._line(place).degrees, place
        while end in degrees:
            end = degrees[end]
            parted = _DEGREES.match(self._content, end)
            end = parted.end() if parted is not None else end
        return end > place and person_like(capital_run(self._content, end, 5), self._lexicon)

    def _ends_before(self, start: int, end: int, place: int) -> bool:
        """Whether a proper name ends before a comma, and no brand follows: a meeting, a body, a place."""
        word = self._content[place : self._word_end(place)]
        last = self._word_before(end)
        if last.isdigit() and not syllable(word):
            return True
        if len(word) > _TWO and word.isupper() and word.isalpha() and not last.isupper():
            return True  # an acronym of something else (``Cục Hàng hải Việt Nam, GDP …``)
        if len(last) > 1 and last.isupper() and syllable(word):
            return True  # an acronym, then who is told of next
        return self._two_capitals(start, end) and syllable(word)

    def _names_document(self, place: int) -> bool:
        """Whether a rule or law is named here, in capitals: it is nobody's name, other than a plan's word."""
        kinds = (k for k in self._hits.of("document-kind") if k.start == place and not k.weak)
        return self._capital_at(place) and any(k.concept.one("title") not in _FIELDS for k in kinds)

    def _stops_before(self, start: int, end: int, place: int, *, lower: bool) -> bool:
        """Whether a compound in lower case has nothing to go on from."""
        if self._capital_at(place):
            return False
        return (end == start and not lower) or (end > start and self._proper(end))

    def _another(self, place: int, join: str) -> bool:
        """Whether another organisation begins here: by a strong label, after a comma, or with its field."""
        hit = self._labels.get(place)
        if hit is None:
            return False
        if not hit.weak:
            return True
        fielded = hit.concept.one("naming") == "field" and hit.end + 1 in self._fields
        if not self._capital_at(place):
            dashed = join.strip() in ("-", "–")
            return fielded and (dashed or hit.concept.level in _OF_STATE)
        several = " " in self._content[place : hit.end] and self._capital_at(hit.end + 1)
        several = several and hit.concept.key not in _IN_FIRMS
        return "," in join or several or fielded

    def _closes(self, end: int) -> bool:
        """Whether a number that ends here belongs to the name: it counts nothing that follows."""
        after = self._content[end + 1 : end + 2]
        counts = self._content.startswith(" ", end) and after.islower()
        return not counts or self.bounds(end + 1) or self._units.at(end + 1) is not None

    def _for_years(self, end: int) -> bool:
        """Whether a number that ends here counts years or months (``phạt Lê Văn An 2 năm tù``)."""
        times = (h for h in self._hits.at(end + 1, "cue") if h.concept.key in _TIMES)
        return any(not self._content[h.end + 1 : h.end + 2].isdigit() for h in times)

    def _capital(
        self, start: int, end: int, place: int, word: int, *, namesake: bool, bears: bool
    ) -> tuple[int, bool] | None:
        """A capitalised word of the name; a person's name ends it."""
        if self.bounds(place) and place not in self._line(place).soft and end > start:
            return None
        run = capital_run(self._content, place, 8)
        if run and run[-1].form.isdigit() and self._for_years(run[-1].end):
            run = run[:-1]
        district = self._units.bare_at(place)
        if district is not None and "," in self._content[end:place]:
            return None
        if district is not None and not bears and person_like(
            capital_run(self._content, district.end + 1, 5), self._lexicon
        ):
            return district.end, False
        split = person_split(run, self._lexicon)
        person = person_like(run, self._lexicon) and not after_place(run, self._lexicon)
        if person and end > start and not namesake:
            return None
        if split and not bears and person_like(run[split:], self._lexicon):
            degrees = self._line(place).degrees
            titled = (i for i in range(1, split) if run[i].start in degrees)
            return run[next(titled, split) - 1].end, False
        if split and not bears and self._behind_nation(run, split):
            return run[split - 1].end, False
        if district is not None and run and district.end > run[0].end and end > start:
            return district.end, True
        return max(run[0].end if run else word, word), True

    def _behind_nation(self, run: list[Word], split: int) -> bool:
        """Whether a name of two words follows the nation's (``Tập đoàn X Việt Nam Lê Nam``)."""
        if len(run) - split != _FEWEST or self._units.bare_at(run[split].start) is not None:
            return False
        return run[split - 1].end in self._nation

    def _in_lower_case(self, start: int, end: int, join: re.Match[str], *, lower: bool) -> bool:
        """Whether the word in lower case after ``join`` belongs to the name."""
        place = join.end()
        labelled = lower and " " not in self._content[start:end].strip()
        if end > start and ((self._proper(end) and not labelled) or place in self._line(place).forms):
            return False  # a label and the one word behind it make no place (``Trưởng Ban Công tác``)
        word = self._word_end(place)
        conjunction = self._folded[place:word] == self._and
        soft = place in self._line(place).soft
        passes = conjunction or (lower and soft and not self._named(start, end))
        if (end == start and not lower) or (self.bounds(place) and not passes):
            return False
        if join.group() != " " and (join.group().strip() != "-" or self._word_before(end).isupper()):
            return False
        if self._brand(end):
            return False
        return not conjunction or self._goes_on(word + 1, lower=lower and end > start)

    def _keep(self, place: int, end: int, *, first: bool) -> tuple[int, bool]:
        """The end of words that only names hold, without one for `about` behind a name's own words."""
        if first or not self._folded.endswith(self._about, place, end):
            return end, True
        return self._content.rindex(" ", place, end), False  # ``Ủy ban An toàn giao thông Quốc gia [về]``

    def _goes_on(self, place: int, *, lower: bool) -> bool:
        """Whether a name goes on after `and`: not with a person or another organisation."""
        if place in self._line(place).kept:
            return True
        if self.bounds(place) and place not in self._line(place).soft:
            return False
        if place in self._line(place).addressed or (place in self._labels and self._another(place, ",")):
            return False
        if self._another_firm(place):
            return False
        if person_like(capital_run(self._content, place, 5), self._lexicon):
            return False
        kinds = self._hits.of("document-kind")
        if any(k.start == place and k.concept.one("title") == "about" for k in kinds):
            return False  # a resolution is nobody's name
        return self._content[place : place + 1].isupper() or (lower and self._content[place].isalpha())

    def _another_firm(self, place: int) -> bool:
        """Whether another firm is named here, by a label in capitals and words of its own."""
        hit = self._labels.get(place)
        firm = hit is not None and hit.concept.key in _ENTERPRISES and " " in self._content[place : hit.end]
        return firm and hit is not None and self._capital_at(place) and self._capital_at(hit.end + 1)

    def _proper(self, end: int) -> bool:
        """Whether the name of a unit or of the nation ends here, which no word in lower case goes on."""
        if end in self._nation:
            return True
        words = self._content[max(0, end - 24) : end].split(" ")[-2:]
        return all(w[:1].isupper() for w in words) and self._units.known(" ".join(words))

    def _named(self, start: int, end: int) -> bool:
        """Whether a proper name ends here: two capitalised words, or one after words in lower case."""
        word = self._word_before(end)
        after_common = any(w[:1].islower() for w in self._content[start:end].split(" "))
        proper = word[:1].isupper() and not word.isupper() and after_common
        return proper or self._two_capitals(start, end)

    def _word_before(self, end: int) -> str:
        return self._content[self._content.rfind(" ", 0, end) + 1 : end]

    def _brand(self, end: int) -> bool:
        """Whether a name's own coined word ends here (``Cengroup``), which nothing common goes on."""
        word = self._word_before(end)
        coined = word[:1].isupper() and not word.isupper() and word.isalpha() and not syllable(word)
        return coined and not self._hits.at(end - len(word), "country")

    def _two_capitals(self, start: int, end: int) -> bool:
        """Whether two capitalised words end here: a proper name, which hardly a verb goes on."""
        words = self._content[max(0, end - 24) : end].split(" ")[-2:]
        return end > start and len(words) > 1 and all(w[:1].isupper() and not w.isupper() for w in words)

    def _capital_at(self, place: int) -> bool:
        return self._content[place : place + 1].isupper() or self._content[place : place + 1].isdigit()

    def _word_end(self, place: int) -> int:
        initials = _INITIALS.match(self._content, place)
        if initials is not None:
            return initials.end()
        while place < len(self._content) and self._content[place].isalnum():
            place += 1
        return place


def _named(content: str, end: int) -> bool:
    """Whether a capitalised word follows a form of address, as a name does."""
    return content.startswith(" ", end) and content[end + 1 : end + 2].isupper()


def _in_proper_name(content: str, start: int, end: int) -> bool:
    """Whether a syllable that elsewhere ends a name stands in capitals among capitals (``Sang Trọng``)."""
    if not content[start].isupper() or " " in content[start:end]:
        return False
    begin = content.rfind(" ", 0, max(0, start - 1)) + 1
    before = content[begin : start - 1] if start > begin and content[start - 1] == " " else ""
    after = content[end + 1 : end + 2] if content.startswith(" ", end) else ""
    followed = after.isupper()
    return (followed and before[-1:].isalnum()) or (before[:1].isupper() and before.isalpha() and not after)


def person_like(run: list[Word], lexicon: Lexicon) -> bool:
    """Whether a run of capitalised words is a person's full name."""
    return 3 <= len(run) <= 5 and looks_like_person(run, lexicon)
