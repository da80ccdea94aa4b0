"""Administrative units: with their type, by the type alone, and provinces and districts by bare name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property, lru_cache

from kg.lexicon import Concept, Hit, Lexicon
from kg.mention import UnitMention
from kg.model import Unit
from kg.normalise import fold
from kg.patterns import one_of
from kg.recognise.unit_names import COMMUNE, CURRENT, DISTRICT, GAP, UnitNames
from kg.recognise.words import capital_run

_BLANK = re.compile(r" ?")
_AMOUNT = re.compile(r"\d+(?:[.,]\d|\s?%)")
_SHORT, _PLURAL = 4, 12
"""The letters of an abbreviated type, with its point (``TP.``, ``Tx.``)."""


class UnitReader(UnitNames):
    """Reads units at given places of one text."""

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
        gap = (GAP if abbreviated else _BLANK).match(self._content, hit.end)
        place = gap.end() if gap else hit.end
        named = self.name_at(place, hit.concept) if place > hit.end or abbreviated else None
        if named is None and place > hit.end:
            named = self._behind_attribute(place, hit.concept)
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

    def _behind_attribute(self, place: int, type_: Concept) -> tuple[str, int, tuple[Unit, ...]] | None:
        """The known name behind words that describe the unit (``huyện miền núi Kỳ Sơn``).

        No unit of that type is one in ``các xã miền núi Nghệ An``.
        """
        if not self._content[place : place + 1].islower():
            return None
        described = _attributes(self._lexicon).match(self._folded, place)
        named = self.name_at(described.end(), type_) if described is not None else None
        return named if named is not None and named[2] else None

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
        named = self._gazetteer.named(self._folded[hit.start : hit.end])
        candidates = self._provinces_first(named)
        if candidates and candidates[0].level == DISTRICT and self._era == CURRENT:
            if self._now_commune(hit):
                return None
            candidates = (*candidates, *self._elsewhere(named, candidates))
        if not candidates:
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
        """Whether a bare name is that of a commune which the text names."""
        return self._folded[hit.start : hit.end] in self._communes

    def _elsewhere(self, named: Iterable[Unit], districts: Sequence[Unit]) -> Iterator[Unit]:
        """The communes of today that bear the name of a district of former times in another province."""
        above = {key for unit in districts for key in unit.ancestors}
        home = {unit.key for key in above for unit in self._gazetteer.today(key)}
        for unit in named:
            now = unit.level == COMMUNE and self._gazetteer.alive(unit.key or "", self._on)
            if now and not home & {*unit.ancestors}:
                yield unit

    @cached_property
    def _communes(self) -> frozenset[str]:
        """The folded names of the communes that stand with their type."""
        return frozenset(fold(u.unit.name) for u in self.typed() if u.unit.level == COMMUNE and u.unit.name)

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
        place, landmark = 0, -1
        for start in sorted(self._places):
            while place < len(covered) and covered[place][1] <= start:
                place += 1
            if any(a <= start < b for a, b in covered[place : place + 4]):
                continue
            mention = self.bare_at(start)
            if mention is None:
                continue
            if self._after_landmark(start) or self._joined_to(landmark, mention):
                landmark = mention.end
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

    def _joined_to(self, landmark: int, mention: UnitMention) -> bool:
        """Whether a district's name goes on with things of such names (``quần đảo Hoàng Sa, Trường Sa``)."""
        if landmark < 0 or mention.unit.level != DISTRICT:
            return False
        return _join(self._lexicon).fullmatch(self._folded, landmark, mention.start) is not None

    def _listed(self, covered: Sequence[tuple[int, int]]) -> Iterator[UnitMention]:
        """The further communes of a list (``xã Nam Sơn và Bắc Sơn``), in the district of the first."""
        for first in [m for m in self._memo.values() if m is not None]:
            if first.unit.level != COMMUNE:
                continue
            several = _several(self._lexicon).search(self._folded, max(0, first.start - _PLURAL), first.start)
            if not first.unit.name and several is not None:
                yield from self._announced(first)
            if not first.unit.name or not (first.candidates or several is not None):
                continue
            districts = {unit.ancestors[0] for unit in first.candidates if unit.ancestors}
            type_ = self._lexicon.concept("unit-type", first.unit.type)
            end = first.end
            while (next_ := self._next_listed(end, type_, districts)) is not None:
                if any(a < next_.end and next_.start < b for a, b in covered):
                    break
                yield next_
                end = next_.end
            last = self._last_of_several(end, type_) if several is not None else None
            if last is not None and not any(a < last.end and last.start < b for a, b in covered):
                yield last

    def _announced(self, first: UnitMention) -> Iterator[UnitMention]:
        """The communes behind a colon that bear the names of districts (``2 xã: Bình Sơn, Hiệp Hòa``)."""
        type_ = self._lexicon.concept("unit-type", first.unit.type)
        place = first.end + 2 if self._content.startswith(": ", first.end) else None
        while place is not None and place not in self._types:
            words = capital_run(self._content, place, self._gazetteer.longest)
            named = self._named_as_district(place, type_)
            if named is not None:
                yield named
            joined = self._joined.match(self._folded, words[-1].end) if words else None
            place = joined.end() if joined is not None else None

    def _last_of_several(self, end: int, type_: Concept) -> UnitMention | None:
        """The last of several communes, which bears the name of a district (``các xã A và Hiệp Hòa``)."""
        joined = _and(self._lexicon).match(self._folded, end)
        return self._named_as_district(joined.end(), type_) if joined is not None else None

    def _named_as_district(self, place: int, type_: Concept) -> UnitMention | None:
        """A commune by a name that stands alone and is also that of a district."""
        words = capital_run(self._content, place, self._gazetteer.longest)
        if not words or words[0].start in self._types:
            return None
        start, end = words[0].start, words[-1].end
        if not any(unit.level == DISTRICT for unit in self._gazetteer.named(self._folded[start:end])):
            return None
        return UnitMention(start, end, self.unit(self._content[start:end], type_, ()), (), typed=False)

    def _next_listed(self, end: int, type_: Concept, districts: Set[str]) -> UnitMention | None:
        joined = self._joined.match(self._folded, end)
        if joined is None or (joined.group() == ", " and joined.end() in self._places):
            return None  # after a comma alone a district's name is the one above: phường Quang Trung, Uông Bí
        words = capital_run(self._content, joined.end(), self._gazetteer.longest)
        for count in range(len(words), 0, -1):
            start, end = words[0].start, words[count - 1].end
            named = self._gazetteer.named(self._folded[start:end])
            found = self._of_era([u for u in named if u.level == COMMUNE and districts & {*u.ancestors[:1]}])
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


@lru_cache(maxsize=4)
def _attributes(lexicon: Lexicon) -> re.Pattern[str]:
    """The words for what a unit is like, with the blank behind them."""
    return re.compile(one_of(fold(form) for form in lexicon.concept("cue", "unit-attribute").strong) + " ")


@lru_cache(maxsize=4)
def _join(lexicon: Lexicon) -> re.Pattern[str]:
    """What joins a name to the one before it."""
    return re.compile(rf",\s|\s(?:{fold(lexicon.concept('cue', 'and').label)}|[-–])\s")


@lru_cache(maxsize=4)
def _several(lexicon: Lexicon) -> re.Pattern[str]:
    """A plural or a number right before the type of several units."""
    plural = one_of(fold(form) for form in lexicon.concept("cue", "plural").strong)
    return re.compile(rf"(?<!\w)(?:{plural}|\d{{1,2}}) $")


@lru_cache(maxsize=4)
def _and(lexicon: Lexicon) -> re.Pattern[str]:
    """A word for `and` between two names."""
    return re.compile(rf",? {fold(lexicon.concept('cue', 'and').label)} ")


@lru_cache(maxsize=4)
def _landmarks(lexicon: Lexicon) -> tuple[str, ...]:
    """The folded words for things that bear a place's name, each with the blank after it."""
    return tuple(f"{fold(form)} " for form in lexicon.concept("cue", "landmark").strong)
