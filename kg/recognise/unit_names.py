"""Names of administrative units: the gazetteer's, those of former times, and those that it does not know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.gazetteer import Gazetteer
from kg.lexicon import Concept, Hit, Hits, Lexicon
from kg.mention import UnitMention, longest
from kg.model import Text, Unit
from kg.normalise import fold, modern, syllable
from kg.recognise.words import UPPER, Word, capital_run, looks_like_person, person_split
from kg.timespan import bounds

GAP = re.compile(r"[ .]{0,2}")
_JOIN = re.compile(r"\s?[-–]\s?(?=[^\W\d_])")
_NUMBER = re.compile(r"\d+(?=-)")
_AFTER = re.compile(r"(?:,| -| –| \()\s?")
_INNER_CAPITAL = re.compile(rf"(?<=[^\W\d_{UPPER}])(?=[{UPPER}])")
_LEGACY, CURRENT = "legacy/", "2025/"
_REFORM = "2025-07-01"
_DAY = re.compile(r"(\d(?<!\d\d)\d?)[/.-](\d{1,2})[/.-](20\d\d)(?!\d)")
"""The first digit stands before the look behind it, which lets a search run quickly."""
_CITY, _PROVINCE, _NO_UNIT = "city", "province", "no-unit"
_NUMBERED = frozenset({"ward", "urban-district"})
_COUNTED = frozenset({"session", "quarter"})
"""Words with a number that no unit is named by (``khóa X``, ``quý II``)."""
DISTRICT, COMMUNE = 2, 3
_KNOWN = frozenset({1, 2})
"""The levels of which the gazetteer has about every unit."""
_UNTOLD = "/2024-12-31"
"""When no day is told: any day until the last half-year of the old division, whose names are the fewest."""


class UnitNames:
    """Reads the names of units at given places of one text."""

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
        self._era = CURRENT if told >= _REFORM else _LEGACY
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
        known = self._known_at(start, words, type_, level)
        if known is not None and known[2]:
            return known
        if type_ is None or self._nameless(start):
            return None
        large = type_.level == 1 or type_.key == _CITY
        if known is not None and not self._person_at(start) and not (large and " " not in known[0]):
            return known
        return self._unknown_at(start, type_, level)

    def _known_at(
        self, start: int, words: Sequence[Word], type_: Concept | None, level: int | None
    ) -> tuple[str, int, tuple[Unit, ...]] | None:
        """The longest name that the gazetteer has; without units where it has none of this type."""
        other: tuple[str, int, tuple[Unit, ...]] | None = None
        for count in range(len(words), 0, -1):
            end = words[count - 1].end
            name = self._folded[start:end]
            surface = modern(self._content[start:end])
            gone = self._gone(surface, type_)
            if not gone and not self._gazetteer.has(name):
                continue
            fitting = self._fitting(name, type_, level, gone, end)
            if fitting:
                label = fitting[0].name if len({f.name for f in fitting}) == 1 else surface
                return self._lexicon.renamed.get(name, label), end, fitting
            if other is None and type_ is not None and type_.level != 1 and not name.isdigit():
                other = (surface, end, ())
        return other

    def _unknown_at(
        self, start: int, type_: Concept, level: int | None
    ) -> tuple[str, int, tuple[Unit, ...]] | None:
        """A name that the gazetteer lacks, up to a person's name behind it."""
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
        placed = type_.level in (DISTRICT, COMMUNE) or type_.key == _PROVINCE
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
        if type_ is None or type_.level != COMMUNE or self._era == CURRENT:
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
        blank = GAP.match(self._content, hit.end) if hit is not None else None
        words = self._words(blank.end() if blank else gap.end())
        for count in range(len(words), 0, -1):
            named = self._gazetteer.named(self._folded[words[0].start : words[count - 1].end])
            if named:
                return {unit.key for unit in named}
        return set()


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


def _told(text: Text) -> str:
    """The day of the article, ``YYYY-MM-DD``: of its publication, else the last day named with its year."""
    if text.article.published:
        return text.article.published
    days = (match.groups() for match in _DAY.finditer(text.content))
    told = (f"{year}-{month:0>2}-{day:0>2}" for day, month, year in days)
    return max((day for day in told if bounds(day).first is not None), default="")
