"""Administrative units: with their type, by the type alone, and provinces and districts by bare name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property, lru_cache

from kg.gazetteer import Gazetteer
from kg.lexicon import Concept, Hit, Hits, Lexicon
from kg.mention import UnitMention, longest
from kg.model import Text, Unit
from kg.normalise import fold, modern, syllable
from kg.recognise.words import UPPER, Word, capital_run, looks_like_person, person_split
from kg.timespan import bounds

_GAP = re.compile(r"[ .]{0,2}")
_BLANK = re.compile(r" ?")
_JOIN = re.compile(r"\s?[-–]\s?(?=[^\W\d_])")
_NUMBER = re.compile(r"\d+(?=-)")
_AMOUNT = re.compile(r"\d+(?:[.,]\d|\s?%)")
_AFTER = re.compile(r"(?:,| -| –| \()\s?")
_INNER_CAPITAL = re.compile(rf"(?<=[^\W\d_{UPPER}])(?=[{UPPER}])")
_LEGACY, _CURRENT = "legacy/", "2025/"
_REFORM = "2025-07-01"
_DAY = re.compile(r"(\d(?<!\d\d)\d?)[/.-](\d{1,2})[/.-](20\d\d)(?!\d)")
"""The first digit stands before the look behind it, which lets a search run quickly."""
_CITY, _PROVINCE, _NO_UNIT = "city", "province", "no-unit"
_NUMBERED = frozenset({"ward", "urban-district"})
_COUNTED = frozenset({"session", "quarter"})
"""Words with a number that no unit is named by (``khóa X``, ``quý II``)."""
_DISTRICT, _COMMUNE = 2, 3
_SHORT = 4
"""The letters of an abbreviated type, with its point (``TP.``, ``Tx.``)."""
_KNOWN = frozenset({1, 2})
"""The levels of which the gazetteer has about every unit."""
_UNTOLD = "/2024-12-31"
"""When no day is told: any day until the last half-year of the old division, whose names are the fewest."""


class UnitReader:
    """Reads units at given places of one text."""

    def __init__(self, text: Text, hits: Hits, lexicon: Lexicon) -> None:
        self._text = text
        self._content = text.content
        self._folded = text.folded
        self._lexicon = lexicon
        self._gazetteer = lexicon.gazetteer
        self._hits = hits
        types = longest([h for h in hits.of("unit-type") if not self._apart(h)])
        self._types = {h.start: h for h in types if h.concept.one("label") != _NO_UNIT}
        self._places = {h.start: h for h in longest(hits.of("place"))}
        self._regions = {h.start for h in hits.of("region")}
        self._memo: dict[int, UnitMention | None] = {}
        told = _told(text)
        self._era = _CURRENT if told >= _REFORM else _LEGACY
        self._on = told or _UNTOLD

    def _apart(self, hit: Hit) -> bool:
        """Whether what elsewhere is one word is a unit's type and its name (``xã Hội Thịnh``)."""
        if hit.concept.one("label") != _NO_UNIT or not self._content[hit.start].islower():
            return False
        name = self._content.find(" ", hit.start, hit.end) + 1
        words = capital_run(self._content, name, 2) if name else []
        return len(words) > 1 and self._gazetteer.has(fold(self._content[name : words[-1].end]))

    def _nameless(self, start: int) -> bool:
        """Whether no name begins here but the number of a term or quarter, or a body (``tỉnh Khóa X``)."""
        bodies = self._hits.at(start, "body")
        return any(not hit.weak and hit.concept.one("side") == "party" for hit in bodies) or any(
            hit.concept.key in _COUNTED for hit in self._hits.at(start, "cue")
        )

    def _begins_committee(self, type_: Hit) -> bool:
        """Whether the type begins a committee's short name, however capitalised (``huyện Ủy X``)."""
        bodies = self._hits.at(type_.start, "body")
        return any(hit.end > type_.end and hit.concept.one("side") == "party" for hit in bodies)

    def known(self, name: str) -> bool:
        """Whether the gazetteer has a unit of this name."""
        return " " in name and self._gazetteer.has(fold(name))

    def at(self, start: int) -> UnitMention | None:
        """The unit whose type begins at ``start``; a bare type gives a unit without a name."""
        if start not in self._memo:
            hit = self._types.get(start)
            self._memo[start] = self._read(hit) if hit is not None else None
        return self._memo[start]

    def _read(self, hit: Hit) -> UnitMention | None:
        told = self._content[hit.start : hit.end]
        abbreviated = (told.endswith(".") or told.isupper()) and len(told) <= _SHORT
        gap = (_GAP if abbreviated else _BLANK).match(self._content, hit.end)
        place = gap.end() if gap else hit.end
        named = self.name_at(place, hit.concept) if place > hit.end or abbreviated else None
        if named is not None and "." in self._content[hit.start : place]:
            initials = len(named[0]) == 1 and named[0].isalpha()
            named = None if initials or not named[2] else named
        if named is not None and not named[2] and self._begins_committee(hit):
            return None
        if named is not None:
            name, end, candidates = named
            return UnitMention(hit.start, end, self.unit(name, hit.concept, candidates), candidates)
        if hit.weak:
            return None
        return UnitMention(hit.start, hit.end, self.unit("", hit.concept, ()), ())

    def unit(self, name: str, type_: Concept, candidates: tuple[Unit, ...]) -> Unit:
        """The unit that name and type of the text denote; its key only if there is no choice."""
        label, level = type_.label, type_.level or 0
        name = _as_province(self._lexicon).get(name, name) if type_.key == "province" else name
        if len(candidates) == 1:
            return Unit(name, type_.key, label, level).identified(self._gazetteer.registered(candidates[0]))
        if candidates:
            levels = {c.level for c in candidates}
            level = min(levels) if len(levels) == 1 else level
            above = set(candidates[0].ancestors)
            for candidate in candidates[1:]:
                above &= set(candidate.ancestors)
            kept = tuple(a for a in candidates[0].ancestors if a in above)
            return Unit(name, type_.key, label, level, None, kept)
        return Unit(name, type_.key, label, level, None, self._gazetteer.former(label, name) if name else ())

    def name_at(
        self, start: int, type_: Concept | None, level: int | None = None
    ) -> tuple[str, int, tuple[Unit, ...]] | None:
        """The name of a unit that begins at ``start``: canonical name, end, and the units it can be.

        The gazetteer's longest name wins; a name that it does not know ends before a person's name.
        Units of one syllable are all known.
        """
        words = self._words(start)
        if not words:
            return None
        if type_ is not None and type_.level == 1:
            historic = self.historic(start)
            if historic is not None:
                return historic
        best: tuple[str, int, tuple[Unit, ...]] | None = None
        for count in range(len(words), 0, -1):
            end = words[count - 1].end
            name = self._folded[start:end]
            surface = modern(self._content[start:end])
            gone = self._gone(surface, type_)
            if not gone and not self._gazetteer.has(name):
                continue
            fitting = self._fitting(name, type_, level, gone, end)
            if fitting:
                known = fitting[0].name if len({f.name for f in fitting}) == 1 else surface
                return self._lexicon.renamed.get(name, known), end, fitting
            if best is None and type_ is not None and type_.level != 1 and not name.isdigit():
                best = (surface, end, ())
        if type_ is None or self._nameless(start):
            return None
        large = type_.level == 1 or type_.key == _CITY
        if best is not None and not self._person_at(start) and not (large and " " not in best[0]):
            return best
        words = capital_run(self._content, start, 6)
        if start in self._regions:
            return None
        if not words or (words[0].form[0].isdigit() and len(words) > 1):
            words = words[:1]
        if not words or (words[0].form.isdigit() and type_.key not in _NUMBERED):
            return None
        if self._person_at(start):
            return None
        if words[0].form.isupper() and len(words[0].form) > 1:
            return None
        if type_.level in _KNOWN and looks_like_person(words[:2], self._lexicon):
            return None  # a province or district that nobody knows, with a name like a person's
        split = person_split(words, self._lexicon)
        kept = words[:split] if split else words[:4]
        if len(kept) == 1:
            return self._run_together(kept[0], type_, level)
        return modern(self._content[start : kept[-1].end]), kept[-1].end, ()

    def _run_together(
        self, word: Word, type_: Concept, level: int | None
    ) -> tuple[str, int, tuple[Unit, ...]] | None:
        """A name of several syllables written as one word (``xã EaPô``, ``huyện Đăkrông``, ``tỉnh Attapeu``).

        Known or not, it is no other unit of the article.
        """
        placed = type_.level in (_DISTRICT, _COMMUNE) or type_.key == _PROVINCE
        if not placed or syllable(word.form) or not word.form.isalpha():
            return None
        if word.form.isupper():
            return None
        parted = modern(_INNER_CAPITAL.sub(" ", word.form))
        splits = (f"{parted[:at]} {parted[at:]}" for at in range(2, len(parted) - 1) if parted == word.form)
        name = next((split for split in splits if self._gazetteer.has(fold(split))), parted)
        fitting = self._fitting(fold(name), type_, level, (), word.end)
        return fitting[0].name if fitting else parted, word.end, fitting

    def historic(self, start: int) -> tuple[str, int, tuple[Unit, ...]] | None:
        """A province of former times that the gazetteer lacks; no other unknown name is a province."""
        for folded, name in _historic_provinces(self._lexicon):
            if self._folded.startswith(folded, start):
                end = start + len(name)
                if not self._folded[end : end + 1].isalnum():
                    return name, end, ()
        return None

    def _person_at(self, start: int) -> bool:
        words = capital_run(self._content, start, 4)
        return len(words) >= 3 and looks_like_person(words, self._lexicon)

    def _words(self, start: int) -> list[Word]:
        """Capitalised words from ``start``, also over a dash (``Phan Rang - Tháp Chàm``)."""
        words = capital_run(self._content, start, 6)
        if words and len(words) <= 3:
            join = _JOIN.match(self._content, words[-1].end)
            if join:
                words = words + capital_run(self._content, join.end(), 3)
        return self._number_alone(words)[: self._gazetteer.longest]

    def _number_alone(self, words: list[Word]) -> list[Word]:
        """A number is a name up to its dash (``quận 1-Ảnh``)."""
        number = _NUMBER.match(words[0].form) if words else None
        if number is None:
            return words
        return [Word(words[0].start, words[0].start + number.end(), number.group())]

    def _gone(self, surface: str, type_: Concept | None) -> tuple[Unit, ...]:
        """Communes of that type and name that had become parts of others before 2025."""
        if type_ is None or type_.level != _COMMUNE or self._era == _CURRENT:
            return ()
        return self._gazetteer.gone(type_.label, surface)

    def _fitting(
        self, folded: str, type_: Concept | None, level: int | None, gone: Sequence[Unit], end: int
    ) -> tuple[Unit, ...]:
        """The units of that name, of the type at the article's time, else ever, else of its level."""
        found = _named(self._gazetteer, folded, level)
        if type_ is None:
            return self._of_era(found)
        ever, exact = _typed(self._gazetteer, folded, level, type_.key, self._on)
        known = [*exact, *(u for u in gone if u not in exact)]
        if not known:
            return self._of_level(found, type_, folded)
        return self._of_above(known, ever, end) or self._of_era(known)

    def _of_above(self, known: Sequence[Unit], ever: Sequence[Unit], end: int) -> tuple[Unit, ...]:
        """Units of another time that lie in the one named right after them, where none of now's does.

        ``phường Quang Trung, thành phố Uông Bí`` of 2026 is no ward of 2026.
        """
        known = self._of_era(known)
        if len(known) == len(ever):
            return ()
        above = self._named_after(end)
        if any(above & {*unit.ancestors} for unit in known):
            return ()
        return tuple(unit for unit in ever if above & {*unit.ancestors})

    def _of_level(self, units: Sequence[Unit], type_: Concept, folded: str) -> tuple[Unit, ...]:
        """Units of the type's level at the time: papers are loose with types, but not with numbered units."""
        if type_.level is None or folded.isdigit():
            return ()
        return tuple(
            u for u in units if u.level == type_.level and self._gazetteer.alive(u.key or "", self._on)
        )

    def _of_era(self, units: Sequence[Unit]) -> tuple[Unit, ...]:
        """Those that were units at the time of the article, if there are any.

        So a unit that both divisions know has one reading.
        """
        known = [u for u in units if u.key is None or self._gazetteer.alive(u.key, self._on)]
        return tuple(known or units)

    def _named_after(self, end: int) -> set[str | None]:
        """The units that the name after a comma, dash or bracket can mean."""
        gap = _AFTER.match(self._content, end)
        if gap is None:
            return set()
        hit = self._types.get(gap.end())
        blank = _GAP.match(self._content, hit.end) if hit is not None else None
        words = self._words(blank.end() if blank else gap.end())
        for count in range(len(words), 0, -1):
            named = self._gazetteer.named(self._folded[words[0].start : words[count - 1].end])
            if named:
                return {unit.key for unit in named}
        return set()

    def typed(self) -> list[UnitMention]:
        """Every unit that stands with its type, and every bare type."""
        mentions = (self.at(start) for start in sorted(self._types))
        out: list[UnitMention] = []
        for mention in mentions:
            if mention is not None and (not out or mention.start >= out[-1].end):
                out.append(mention)
        return out

    def bare_at(self, start: int) -> UnitMention | None:
        """A province or district by its bare name at ``start``, if it is written like a name."""
        if start in self._regions:
            return None
        hit = self._places.get(start)
        if hit is None or not self._all_capital(hit.start, hit.end):
            return None
        candidates = self._provinces_first(self._gazetteer.named(self._folded[hit.start : hit.end]))
        if not candidates or (candidates[0].level == _DISTRICT and self._now_commune(hit)):
            return None
        first = candidates[0]
        former = self._lexicon.renamed.get(self._folded[hit.start : hit.end])
        if former is not None:
            province = self._lexicon.concept("unit-type", "province")
            unit = self.unit(former, province, candidates)
            return UnitMention(hit.start, hit.end, unit, candidates, typed=False)
        if len(candidates) == 1:
            return UnitMention(hit.start, hit.end, first, candidates, typed=False)
        unit = Unit(first.name, first.type, first.type_label, first.level)
        return UnitMention(hit.start, hit.end, unit, candidates, typed=False)

    def _now_commune(self, hit: Hit) -> bool:
        """Whether a bare name is that of a commune which the text names, when there are no districts."""
        return self._era == _CURRENT and self._folded[hit.start : hit.end] in self._communes

    @cached_property
    def _communes(self) -> frozenset[str]:
        """The folded names of the communes that stand with their type."""
        return frozenset(fold(u.unit.name) for u in self.typed() if u.unit.level == _COMMUNE and u.unit.name)

    def _provinces_first(self, units: Sequence[Unit]) -> tuple[Unit, ...]:
        """A bare name of a province means the province; else the districts of that name."""
        distinct = list({u.key: u for u in units}.values())
        provinces = [u for u in distinct if u.level == 1]
        return self._of_era(provinces or [u for u in distinct if u.level == 2])

    def untyped(self, taken: Iterable[tuple[int, int]]) -> Iterator[UnitMention]:
        """Provinces and districts by bare name outside the spans that are ``taken``."""
        covered = sorted(taken)
        listed = list(self._listed(covered))
        yield from listed
        covered = sorted([*covered, *((mention.start, mention.end) for mention in listed)])
        begins, ends = {a for a, _ in covered}, {b for _, b in covered}
        place = 0
        for start in sorted(self._places):
            while place < len(covered) and covered[place][1] <= start:
                place += 1
            if any(a <= start < b for a, b in covered[place : place + 4]):
                continue
            mention = self.bare_at(start)
            if mention is None or self._after_landmark(start):
                continue
            if not self._inside_name(mention, begins, ends):
                yield mention

    def _after_landmark(self, start: int) -> bool:
        """Whether a thing that bears a place's name is named right before it (``vịnh Hạ Long``)."""
        landmarks = _landmarks(self._lexicon)
        if not self._folded.endswith(landmarks, 0, start):
            return False
        ends = (form for form in landmarks if self._folded.endswith(form, 0, start))
        before = (self._folded[max(0, start - len(form) - 1) : start - len(form)] for form in ends)
        return any(not (char.isalnum() or char == "_") for char in before)

    def _listed(self, covered: Sequence[tuple[int, int]]) -> Iterator[UnitMention]:
        """The further communes of a list (``xã Nam Sơn và Bắc Sơn``), in the district of the first."""
        for first in [m for m in self._memo.values() if m is not None]:
            if first.unit.level != _COMMUNE or not first.candidates:
                continue
            districts = {unit.ancestors[0] for unit in first.candidates if unit.ancestors}
            type_ = self._lexicon.concept("unit-type", first.unit.type)
            end = first.end
            while (next_ := self._next_listed(end, type_, districts)) is not None:
                if any(a < next_.end and next_.start < b for a, b in covered):
                    break
                yield next_
                end = next_.end

    def _next_listed(self, end: int, type_: Concept, districts: Set[str]) -> UnitMention | None:
        joined = self._joined.match(self._folded, end)
        if joined is None or (joined.group() == ", " and joined.end() in self._places):
            return None  # after a comma alone a district's name is the one above: phường Quang Trung, Uông Bí
        words = capital_run(self._content, joined.end(), self._gazetteer.longest)
        for count in range(len(words), 0, -1):
            start, end = words[0].start, words[count - 1].end
            named = self._gazetteer.named(self._folded[start:end])
            found = self._of_era([u for u in named if u.level == _COMMUNE and districts & {*u.ancestors[:1]}])
            if found and not self._folded[start:end].isdigit():
                return UnitMention(start, end, self.unit(found[0].name, type_, found), found, typed=False)
        return None

    @cached_property
    def _joined(self) -> re.Pattern[str]:
        """What stands between two units of a list."""
        word = fold(self._lexicon.concept("cue", "and").label)
        return re.compile(rf", (?:{word} )?| {word} ")

    def _inside_name(self, mention: UnitMention, begins: Set[int], ends: Set[int]) -> bool:
        """Whether a capitalised word right before or after makes this a part of another name.

        ``begins`` and ``ends`` are those of other mentions, whose words are none of it.
        """
        content = self._content
        if (
            self._gazetteer.named(content[mention.start : mention.end])
            and content[mention.start : mention.end].casefold()
            == self._lexicon.concept("place", "ho-chi-minh").label.casefold()
        ):
            return True
        if mention.start >= 2 and content[mention.start - 1] == " ":
            begin = content.rfind(" ", 0, mention.start - 1) + 1
            before = content[max(begin, content.rfind("\n", 0, mention.start - 1) + 1) : mention.start - 1]
            if before[:1].isupper() and mention.start - 1 not in ends and before.isalpha():
                return not self._sentence_start(mention.start - 1 - len(before))
        spaced = content.startswith(" ", mention.end) and _AMOUNT.match(content, mention.end + 1) is None
        after = capital_run(content, mention.end + 1, 1) if spaced else []
        return bool(after) and mention.end + 1 not in begins

    def _sentence_start(self, offset: int) -> bool:
        sentence = self._text.sentences[self._text.sentence_at(offset)] if self._text.sentences else None
        return sentence is not None and sentence.start == offset

    def _all_capital(self, start: int, end: int) -> bool:
        words = self._content[start:end].replace("-", " ").split()
        return bool(words) and all(w[0].isupper() or not w[0].isalpha() for w in words)


@lru_cache(maxsize=4)
def _as_province(lexicon: Lexicon) -> Mapping[str, str]:
    """The names that provinces had before they became cities under another one (Thừa Thiên Huế)."""
    former = ((place.one("now"), place.label) for place in lexicon.scheme("place"))
    return {now: name for now, name in former if now is not None}


@lru_cache(maxsize=16384)
def _named(gazetteer: Gazetteer, folded: str, level: int | None) -> tuple[Unit, ...]:
    """The units of a name, each once, of one level or any."""
    units: dict[str | None, Unit] = {unit.key: unit for unit in gazetteer.named(folded)}
    return tuple(unit for unit in units.values() if level is None or unit.level == level)


@lru_cache(maxsize=16384)
def _typed(
    gazetteer: Gazetteer, folded: str, level: int | None, type_: str, on: str
) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """The units of a name that ever were of a type, and those that were at the time, if there are any."""
    ever = tuple(u for u in _named(gazetteer, folded, level) if gazetteer.was(u.key or "", type_, folded))
    return ever, tuple(u for u in ever if gazetteer.was(u.key or "", type_, folded, on)) or ever


@lru_cache(maxsize=4)
def _historic_provinces(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """The provinces of former times that the gazetteer lacks: folded names and names."""
    places = [place.label for place in lexicon.scheme("place") if place.one("historic")]
    return tuple((fold(name), name) for name in places)


@lru_cache(maxsize=4)
def _landmarks(lexicon: Lexicon) -> tuple[str, ...]:
    """The folded words for things that bear a place's name, each with the blank after it."""
    return tuple(f"{fold(form)} " for form in lexicon.concept("cue", "landmark").strong)


def _told(text: Text) -> str:
    """The day of the article, ``YYYY-MM-DD``: of its publication, else the last day named with its year."""
    if text.article.published:
        return text.article.published
    days = (match.groups() for match in _DAY.finditer(text.content))
    told = (f"{year}-{month:0>2}-{day:0>2}" for day, month, year in days)
    return max((day for day in told if bounds(day).first is not None), default="")
