"""Organisations whose label goes on with words of its own, a number or a purpose (``Ban Quản lý …``)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from kg.lexicon import Hit, Lexicon
from kg.mention import BodyMention
from kg.model import Organization
from kg.normalise import fold, modern, syllable
from kg.recognise.surroundings import CENTRAL, DASH, GRASSROOTS, Surroundings
from kg.recognise.words import capital_run, looks_like_person, person_split, surnames

_APPOSED = re.compile(r", | \(")
_PARTS = ",;.\n"
_SYLLABLE = re.compile(r"[^\W\d_]+")
_TASKS = re.compile(r"(?:, [^\W\d_A-ZĐ]+(?: [^\W\d_A-ZĐ]+){1,6}){1,3}(?=,? [A-ZĐ])")
_CUT_NUMBER = re.compile(r"\s\d{1,4}[-/][A-ZĐ]{1,4}$")
_REST_OF_NUMBER = re.compile(r"/[A-ZĐ]{2,5}(?!\w)")
"""What is left of a document's number where a name stops at its last mark."""
_AFTER_DASH = re.compile(r"(?<=[^\W\d_A-ZĐ]) [-–] (?:[A-ZĐ]{3,8}|[A-ZĐ]{1,2} ?\d{1,3})$")
"""A short form told after the name (``Phòng Thương mại và Công nghiệp Việt Nam - VCCI``)."""
_PERSON_BEFORE = re.compile(r"((?:[^\W\d_]+ ){1,4}[^\W\d_]+)(?:, | [-–] | ?(\())$")
"""A name, and what parts it from the title after it."""
_WORDS = re.compile(r"[^\W_]+")
_NUMBERED_PART = re.compile(r" [^\W\d_A-ZĐ]+ \d")
"""What the name of a village may begin with in lower case (``ấp khu 1``)."""
_NUMBER = re.compile(r" (\d{1,3})(?!\w|[.,/%]\d)")
_ENTERPRISES = frozenset({"company", "corporation", "economic-group", "bank"})
_POWER = "power-supplier"
"""A word of firms' names (``Tổng công ty Điện lực miền Nam``), alone what supplies a district."""
_GOVERNING = frozenset({"board-of-directors", "members-council", "supervisory-board"})
"""Boards that are named after their company alone, so that a person's name behind them is a holder's."""
_COMMITTEES = frozenset({GRASSROOTS, "party-branch"})
"""Committees that are named after what they lead, so that a name behind them is a holder's, too."""
_AT_WORK = _COMMITTEES | {"trade-union"}
"""What firms, schools and hospitals have of their own."""
_OFFICIAL = frozenset({"party", "state", "front"})
_FULL_NAME, _LONGEST_RUN = 3, 8
_BOARD, _SCHOOL = "board", "school"
_BEARERS = frozenset({"school", "hospital"})
"""What is named after people."""
_WORKPLACES = _ENTERPRISES | _BEARERS
_STEERING = "steering-committee"
_LISTED_KIND = re.compile(r", [^\W\d_A-ZĐ]")
_CLUSTER = "emulation-cluster"
_MANAGEMENT, _MINISTRY = "management-board", "ministry"
_FOR_A_YEAR = frozenset({"steering-committee", "council-board"})
_YEARS = re.compile(r" (?P<word>[^\W\d_]+) (?:19|20)\d\d(?P<last>(?: ?[-–] ?|, )(?:19|20)\d\d)?(?!\d)")
_BRANCH, _VILLAGE = "party-branch", "village"
_COMMUNE = 3
_PURPOSE = 3
"""So many syllables tell a purpose in lower case (``nông thôn mới``); fewer may be a verb."""


@lru_cache(maxsize=4)
def _further_zones(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Further zones that a board manages, and others in lower case told up to where its name ends."""
    and_, all_ = (lexicon.concept("cue", key).label for key in ("and", "plural"))
    areas = "|".join(sorted((fold(a) for a in lexicon.concept("document-cue", "area").strong), reverse=True))
    zones = re.compile(rf" {fold(and_)} (?:{fold(all_)} )?(?:{areas})(?!\w)")
    return zones, re.compile(rf" {and_} {all_} (?=[^\W\d_A-ZĐ])")


class OwnNamed(Surroundings):
    """Reads names that go on with words of their own, and what completes them."""

    def _open(self, hit: Hit, depth: int, *, relaxed: bool) -> BodyMention | None:
        """A label with words of its own, then perhaps a unit or the organisation that it belongs to."""
        twice = self._twice(hit, depth)
        if twice is not None:
            return twice
        label = self._label(hit)
        base = Organization(hit.concept.key, label, level=hit.concept.level)
        numbered = self._numbered(hit, base, depth, relaxed=relaxed) or self._of_village(hit, base)
        if numbered is not None:
            return numbered
        place = self._after(hit.end)
        if place > hit.end and not (hit.concept.key == _CLUSTER and place in self._at):
            direct = self._completed(hit, base, hit.end, depth, relaxed=relaxed)
            if direct is not None:
                return direct
        over = self._over_short_form(hit.end) if hit.concept.key in _GOVERNING else hit.end
        end = self._own_end(hit, over, relaxed=relaxed)
        if end is None:
            return None
        if end == hit.end:
            told = self._of_purpose(hit, base, depth)
            bare = told or self._located(hit, base, end) or BodyMention(hit.start, hit.end, base)
            return None if hit.weak else bare
        end = self._over_list(hit, end) if relaxed else self._over_kinds(hit, end)
        end = self._over_zones(hit, end)
        number = self._over_number(over, end)
        own = self._lexicon.written_out(f"{label} {self._in_full(over + 1, number)}")
        made = replace(base, name=_AFTER_DASH.sub("", own))
        if hit.concept.key in _FOR_A_YEAR:
            made, end = self._of_a_year(made, end)
        located = self._located(hit, made, number if number > end else end)
        if number > end:
            return located or BodyMention(hit.start, number, made)
        if located is None and hit.concept.one("ofVillage") is not None:
            located = self._in_commune(hit, made, end)
        if located is not None:
            return located
        return self._completed(hit, made, end, depth, relaxed=relaxed) or BodyMention(hit.start, end, made)

    def _label(self, hit: Hit) -> str:
        """The word for a kind of body as the text has it, written out, with a capital."""
        label = self._lexicon.written_out(modern(self._content[hit.start : hit.end]))
        label = hit.concept.label if label.isupper() else label
        return label[0].upper() + label[1:]

    def _numbered(self, hit: Hit, base: Organization, depth: int, *, relaxed: bool) -> BodyMention | None:
        """A body that is known by a number (``Chi bộ 3``), with what it is a part of."""
        number = _NUMBER.match(self._content, hit.end) if hit.concept.one("numbered") else None
        if number is None:
            return None
        numbered = replace(base, name=f"{base.name} {number[1]}")
        village = hit.concept.one("ofVillage") is not None
        whole = self._in_commune(hit, numbered, number.end()) if village else None
        whole = whole or self._completed(hit, numbered, number.end(), depth, relaxed=relaxed)
        return whole or BodyMention(hit.start, number.end(), numbered)

    def _own_end(self, hit: Hit, over: int, *, relaxed: bool) -> int | None:
        """Where a name's own words end, which begin behind ``over``; ``None`` where half a word would."""
        if self._in_a_year(hit.end):
            return hit.end
        named = self._told_of_person(hit) or self._bears_a_name(hit, relaxed=relaxed)
        boards = hit.concept.key in _GOVERNING | _COMMITTEES or hit.start in self._overlapping
        holder = not named and self._is_person(over + 1) and (boards or self._of_holder(hit, over + 1))
        block = self._blocks.get(hit.end + 1) if hit.concept.key == GRASSROOTS else None
        lower = relaxed or (block is not None and not self._names.bounds(block + 1))
        lower = lower or self._tells_purpose(hit)
        if hit.concept.key == _VILLAGE:
            lower = _NUMBERED_PART.match(self._content, hit.end) is not None
        end = hit.end if holder else self._names.end(over, lower=lower, namesake=named)
        if over > hit.end and end == over:
            end = hit.end
        if self._half_a_word(hit, end):
            end = self._names.end(hit.end, lower=True, namesake=named)
            return None if self._half_a_word(hit, end) else end
        return end

    def _twice(self, hit: Hit, depth: int) -> BodyMention | None:
        """`Chánh Văn phòng Văn phòng X`: what the title ends with is the first word of the name too."""
        inner = self._at.get(hit.end + 1) if self._content.startswith(" ", hit.end) else None
        if inner is None or not self._folded.startswith(self._folded[hit.start : hit.end], inner.start):
            return None
        mention = self.at(inner.start, relaxed=True, depth=depth + 1)
        return replace(mention, start=hit.start) if mention is not None else None

    def _of_a_year(self, made: Organization, end: int) -> tuple[Organization, int]:
        """The board of one year by name (``Ban Chỉ đạo thi … năm 2019``); several are passed over."""
        told = _YEARS.match(self._content, end)
        if told is None or told["word"] != self._year:
            return made, end
        if told["last"] is None and made.kind == _STEERING:
            return replace(made, name=f"{made.name}{told.group()}"), told.end()
        unit = self._units.at(told.end() + 1) if self._content.startswith(" ", told.end()) else None
        return (made, told.end()) if unit is not None and unit.unit.name else (made, end)

    def _in_a_year(self, end: int) -> bool:
        """Whether only a year follows, in capitals as a whole title may be (``CHI BỘ NĂM 2025``)."""
        told = _YEARS.match(self._content, end)
        return told is not None and told["word"].isupper() and fold(told["word"]) == fold(self._year)

    def _over_number(self, begin: int, end: int) -> int:
        """Where the number ends of a document that a name tells (``tổng kết Nghị quyết số 23-NQ/TW``)."""
        cut = _CUT_NUMBER.search(self._content, begin, end)
        rest = _REST_OF_NUMBER.match(self._content, end) if cut is not None else None
        return rest.end() if rest is not None else end

    def _over_kinds(self, hit: Hit, end: int) -> int:
        """The end of a cluster's name that lists what its members are (``Khối thi đua các sở, ngành``)."""
        many = hit.concept.key == _CLUSTER and self._tells_purpose(hit)
        while many and _LISTED_KIND.match(self._content, end) and not self._names.bounds(end + 2):
            further = self._names.end(end + 1, lower=True)
            if further <= end + 1:
                break
            end = further
        return end

    def _over_zones(self, hit: Hit, end: int) -> int:
        """The end of a management board's name: over further zones, before others who are told of with it.

        ``Ban Quản lý Khu kinh tế X và các khu công nghiệp``; ``Ban Quản lý Khu kinh tế X và các sở cùng dự``.
        """
        if hit.concept.key != _MANAGEMENT:
            return end
        zones, others = _further_zones(self._lexicon)
        further = zones.match(self._folded, end)
        if further is not None:
            return further.end()
        beside = others.search(self._content, hit.end, end)
        return beside.start() if beside is not None and beside.end() in self._at else end

    def _over_list(self, hit: Hit, end: int) -> int:
        """The end of a name that lists its tasks in lower case before the office above it.

        ``Phòng Hướng dẫn luật, điều tra, xử lý tai nạn, Cục Cảnh sát giao thông``.
        """
        tasks = _TASKS.match(self._content, end)
        if hit.concept.one("above") is None or tasks is None or not tasks.group().islower():
            return end
        above = self._at.get(tasks.end() + (2 if self._content[tasks.end()] == "," else 1))
        if above is None or above.concept.key == hit.concept.key or not self._capital(above.start):
            return end
        words = (match.start() for match in _SYLLABLE.finditer(self._content, end, tasks.end()))
        return end if any(w in self._at or self._names.bounds(w) for w in words) else tasks.end()

    def _bears_a_name(self, hit: Hit, *, relaxed: bool) -> bool:
        """Whether a school or hospital that no title stands before bears the name that follows."""
        return hit.concept.key in _BEARERS and not relaxed and hit.start not in self._entitled

    def _told_of_person(self, hit: Hit) -> bool:
        """Whether the title before an organisation is one told after a name (``ông A, giám đốc Công ty …``).

        Then the next name can't be that of its holder, but only of what the organisation is named after.
        """
        title = self._entitled.get(hit.start)
        title = self._told.get(title, title) if title is not None else None
        before = _PERSON_BEFORE.search(self._content, max(0, title - 60), title) if title else None
        if before is None:
            return False
        first = next((w for w in _WORDS.finditer(before.group(1)) if w.group()[0].isupper()), None)
        words = capital_run(self._content, before.start(1) + first.start()) if first is not None else []
        while words and words[-1].end != before.end(1):
            later = self._content.find(" ", words[-1].end + 1) + 1
            words = capital_run(self._content, later) if 0 < later < before.end(1) else []
        if not words:
            return False
        bracketed = before.group(2) is not None and looks_like_person(words, self._lexicon)
        return bracketed or any(word.start in self._addressed for word in words)

    def _of_holder(self, hit: Hit, place: int) -> bool:
        """Whether a full name behind a title and a bare kind is the holder's (``Giám đốc Sở Lê Văn An``).

        Offices, councils and unions bear nobody's name; firms, schools and hospitals may.
        """
        official = hit.concept.one("side") in _OFFICIAL and hit.concept.key not in _BEARERS
        words = capital_run(self._content, place, _LONGEST_RUN) if official else []
        entitled = len(words) >= _FULL_NAME and hit.start in self._entitled
        split = person_split(words, self._lexicon) if entitled else None
        return entitled and (split is None or words[split].form in surnames(self._lexicon)[2])

    def _of_village(self, hit: Hit, base: Organization) -> BodyMention | None:
        """The party branch of a village with its commune (``Chi bộ thôn 3, xã Kim Lũ``)."""
        village = self._at.get(hit.end + 1) if hit.concept.key == _BRANCH else None
        if village is None or village.concept.key != _VILLAGE:
            return None
        number = _NUMBER.match(self._content, village.end)
        end = number.end() if number is not None else self._names.end(village.end, lower=False)
        if end == village.end:
            return None
        words = modern(self._content[village.start : end])
        made = replace(base, name=f"{base.name} {words[0].lower()}{words[1:]}")
        return self._in_commune(hit, made, end) or BodyMention(hit.start, end, made)

    def _in_commune(self, hit: Hit, made: Organization, end: int) -> BodyMention | None:
        """A village, or what is of one, with the commune told right after it."""
        unit = self._units.at(end + (2 if self._content.startswith(", ", end) else 1))
        if unit is None or unit.unit.level != _COMMUNE or not unit.unit.name:
            return None
        return BodyMention(hit.start, unit.end, replace(made, unit=unit.unit, level=_COMMUNE), unit)

    def _tells_purpose(self, hit: Hit) -> bool:
        """Whether a steering committee's name goes on in lower case with what only names hold.

        ``Ban Chỉ đạo phòng chống dịch``, ``Ban Chỉ đạo quốc gia phòng, chống thiên tai``.  A cluster of
        offices bears the name of what they are (``Khối thi đua các sở tổng hợp``).
        """
        if not self._content.startswith(" ", hit.end):
            return False
        if hit.concept.key == _CLUSTER:
            return hit.end + 1 in self._at or self._folded[hit.start : hit.end].endswith(f" {self._many}")
        return hit.concept.key == _STEERING and self._names.keeps(hit.end + 1)

    def _of_purpose(self, hit: Hit, base: Organization, depth: int) -> BodyMention | None:
        """A steering committee told with its purpose in lower case and then its place or its committee."""
        end = self._names.end(hit.end, lower=True) if hit.concept.key == _STEERING else hit.end
        if len(self._content[hit.end : end].split()) < _PURPOSE:
            return None
        own = self._lexicon.written_out(f"{base.name} {self._in_full(hit.end + 1, end)}")
        return self._completed(hit, replace(base, name=own), end, depth, relaxed=False)

    def _half_a_word(self, hit: Hit, end: int) -> bool:
        """Whether the words after a weak label end with a syllable, and lower case goes on (``An toàn``)."""
        after = self._content[end : end + 2]
        cut = after[:1] == " " and after[1:].islower()
        if cut and self._capital_at(hit.end + 1) and self._names.bounds(end + 1):
            return False
        return hit.weak and cut and syllable(self._content[hit.end + 1 : end])

    def _completed(
        self, hit: Hit, base: Organization, end: int, depth: int, *, relaxed: bool
    ) -> BodyMention | None:
        over = self._over_short_form(end)
        if over > end and DASH.match(self._content, over) is None:
            return self._completed(hit, base, over, depth, relaxed=relaxed)
        place = self._after(end)
        if place == end or self._content.startswith(" (", end):
            return self._apposed(hit, base, end, depth, relaxed=relaxed)
        if self._beside(hit.concept, end, place):
            return None
        self._entitle(hit.start, place)
        firm = hit.concept.key in _AT_WORK and self._workplace(place)
        parent = self._above(place, depth, relaxed=relaxed or firm)
        if parent is not None and (parent.organization == base or self._only_in_name(hit, parent)):
            return None
        alike = parent is not None and parent.organization.kind == hit.concept.key == GRASSROOTS
        if parent is not None and alike and base.name == hit.concept.label:  # "Đảng ủy - Đảng bộ X"
            return BodyMention(hit.start, parent.end, parent.organization, parent.unit)
        if parent is not None:
            whole = replace(base, name=f"{base.name} {parent.organization.label}")
            there = self._located(hit, whole, parent.end) if base.name != hit.concept.label else None
            made = BodyMention(hit.start, parent.end, replace(base, parent=parent.organization), parent.unit)
            return there if there is not None and hit.concept.key == GRASSROOTS else made
        unit = self._units.at(place)
        seated = hit.concept.key in _ENTERPRISES and place > end + 1  # "Công ty X thuộc phường Y"
        if unit is not None and not seated and self._governs(hit.concept, unit.unit):
            return BodyMention(
                hit.start, unit.end, replace(base, unit=unit.unit, level=unit.unit.level), unit
            )
        return None

    def _only_in_name(self, hit: Hit, parent: BodyMention) -> bool:
        """Whether the organisation above is only a word of the name (``Bệnh viện Trung ương Huế``)."""
        place = parent.end + 1
        if parent.organization.kind == CENTRAL:
            listed = hit.concept.key == _STEERING and self._names.end(parent.end, lower=True) > parent.end
            return listed or (self._capital_at(place) and not self._is_person(place))
        return hit.concept.key in _ENTERPRISES and parent.organization.kind in (*_ENTERPRISES, _POWER)

    def _located(self, hit: Hit, base: Organization, end: int) -> BodyMention | None:
        """A place after `tại` is a part of the name of a branch or block of offices."""
        cue = self._at_cue.get(end + 1)
        unit = self._unit_after(cue.end) if cue is not None else None
        if cue is None or unit is None or not unit.unit.name or unit.unit.level != 1:
            return None
        name = f"{base.name} {cue.concept.label}"
        made = replace(base, name=name, unit=unit.unit, bare_unit=not unit.typed, level=1)
        return BodyMention(hit.start, unit.end, made, unit)

    def _apposed(
        self, hit: Hit, base: Organization, end: int, depth: int, *, relaxed: bool
    ) -> BodyMention | None:
        """An office and, after a comma or in brackets, the one above it (``Phòng Hạ tầng, Sở Xây dựng``)."""
        join = _APPOSED.match(self._content, end)
        if join is not None and join.group() != ", ":
            join = _APPOSED.match(self._content, self._over_short_form(end)) or join
        boards = hit.concept.key == _MANAGEMENT
        if join is None or not (hit.weak or boards) or self._national(base.name):
            return None
        place = join.end()
        parent = self._above(place, depth, relaxed=relaxed)
        if parent is not None and not boards and join.group() == ", " and self._of_list(parent.end):
            return None
        above = self._at[place].concept if parent is not None else hit.concept
        member = join.group() == " (" and self._of_university(hit, place)
        if parent is None or (above.key == hit.concept.key and not member):
            return None
        if {above.key, hit.concept.key} <= _ENTERPRISES or (
            hit.concept.key in _WORKPLACES and above.key in _AT_WORK
        ):
            return None
        if hit.concept.key == _BOARD and above.one("naming") == "of":
            return None
        if boards and above.key != _MINISTRY:
            return None
        if join.group() == ", " and self._only_where(hit.start, parent.end):
            return None
        made = replace(base, parent=parent.organization)
        if join.group() == ", ":
            return BodyMention(hit.start, parent.end, made, parent.unit)
        closed = self._content.startswith(")", parent.end)
        closed = closed and (member or hit.concept.one("above") is not None)
        return BodyMention(hit.start, parent.end + 1, made, parent.unit) if closed else None

    def _of_list(self, end: int) -> bool:
        """Whether another organisation is joined at ``end``: they are named one beside the other."""
        join = f" {self._lexicon.concept('cue', 'and').label} "
        return self._content.startswith(join, end) and end + len(join) in self._at

    def _only_where(self, start: int, end: int) -> bool:
        """Whether a name only tells where the body acts that ends here (``tại Nhà hát X, Tỉnh ủy họp``)."""
        at = self._at_cue.get(start - len(self._where) - 1)
        opens = at is not None and (at.start < len(", ") or self._content[at.start - len(", ")] in _PARTS)
        return opens and self._content.startswith(" ", end) and self._content[end + 1 : end + 2].islower()

    def _of_university(self, hit: Hit, place: int) -> bool:
        """Whether a university stands at ``place`` that a school is one of (``Trường ĐH X (ĐH Huế)``)."""
        above = self._at.get(place)
        school = fold(hit.concept.label)
        if above is None or hit.concept.key != _SCHOOL or above.concept.key != _SCHOOL:
            return False
        return self._folded.startswith(school, hit.start) and not self._folded.startswith(school, place)

    def _national(self, name: str) -> bool:
        """Whether a name ends with the nation or the centre and stands alone (``Cục Hàng hải Việt Nam``)."""
        nation, central = self._lexicon.concept("region", "nation"), self._lexicon.concept("body", CENTRAL)
        return name.endswith((nation.label, *central.strong, *central.weak))

    def _workplace(self, place: int) -> bool:
        """Whether a firm, school or hospital with a capital in its name follows (``Đảng ủy trường X``)."""
        hit = self._at.get(place)
        return hit is not None and hit.concept.key in _WORKPLACES and self._capital_at(hit.end + 1)
