"""What the recognisers see in a text: mentions with canonical offsets, gathered in a :class:`Scan`."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from kg.lexicon import Concept, Hit, Hits, Lexicon
from kg.model import Evidence, Organization, Sentence, Text, Unit
from kg.normalise import fold, syllable
from kg.patterns import one_of

_KIND = r"(?: [A-ZĐ]\w*(?= [^\W\d_A-ZĐ]))?"
"""The first word of a kind of body before the unit that it is of (``Đảng bộ xã X``)."""
_MERGED = re.compile(rf"{_KIND}(?: (?:[^\W\d_A-ZĐ]\w*|(?P<count>\d+))){{0,8}}:? ")
"""Words and a number between a verb of merging and the first unit that is merged."""
_NEXT_MERGED = re.compile(rf"(?: \([^()]*\))?(?P<comma>[,;])?{_KIND}(?: [^\W\d_A-ZĐ]\w*){{0,4}} ")


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the canonical text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class UnitMention(Mention):
    """An administrative unit.

    ``unit`` has an empty name when only the type is written (``thành phố``, ``tỉnh``).  ``candidates`` are
    the gazetteer's units that name and type allow; ``unit.key`` is set when there is just one.  ``typed``
    says that the type stands in the text.
    """

    unit: Unit
    candidates: tuple[Unit, ...] = ()
    typed: bool = True


def of_another_country(unit: Unit | None) -> bool:
    """Whether a province is none of ours: no list knows it, and it is not spelt like one (``Svay Rieng``)."""
    if unit is None or unit.level != 1 or unit.key is not None or unit.ancestors:
        return False
    return not all(map(syllable, unit.name.split()))


@dataclass(frozen=True, slots=True)
class BodyMention(Mention):
    """An organisation; ``unit`` is the mention of the unit inside its name, if any."""

    organization: Organization
    unit: UnitMention | None = None


@dataclass(frozen=True, slots=True)
class RoleMention(Mention):
    """A title; ``concept`` is the role's concept as written (``tỉnh ủy viên`` implies a body)."""

    concept: Concept


@dataclass(frozen=True, slots=True)
class PersonMention(Mention):
    """A person's name, canonical in ``name``; ``short`` when only the given name stands (``ông Hưng``)."""

    name: str
    honorific: bool = False
    short: bool = False


@dataclass(frozen=True, slots=True)
class CountryMention(Mention):
    """Another country than Viet Nam."""


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """A date: ``edtf`` is ``2022-12-02``, ``2022-12`` or ``2022``; ``None`` when the year is not known.

    ``day`` and ``month`` are kept for dates whose year must come from elsewhere.
    """

    day: int | None
    month: int | None
    year: int | None

    @property
    def edtf(self) -> str | None:
        """The date in EDTF as far as the year is known."""
        if self.year is None:
            return None
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)


M = TypeVar("M", bound=Mention)


class Track(Sequence[M]):
    """Mentions of one kind in text order, with lookups by offset."""

    __slots__ = ("_ends", "_items", "_starts")

    def __init__(self, items: Sequence[M]) -> None:
        self._items = sorted(items, key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self._items]
        self._ends = [m.end for m in self._items]

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        return self._items[index]

    def __iter__(self) -> Iterator[M]:
        return iter(self._items)

    def within(self, start: int, end: int) -> list[M]:
        """The mentions that begin in ``start:end``."""
        return self._items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def at(self, start: int) -> M | None:
        """The longest mention that begins at ``start``."""
        place = bisect_left(self._starts, start)
        if place < len(self._items) and self._starts[place] == start:
            return self._items[place]
        return None

    def covering(self, offset: int) -> M | None:
        """A mention whose span holds ``offset``."""
        place = bisect_right(self._starts, offset) - 1
        for index in range(place, max(-1, place - 4), -1):
            if self._items[index].end > offset:
                return self._items[index]
        return None

    def last_before(self, offset: int) -> M | None:
        """The last mention that begins before ``offset``."""
        place = bisect_left(self._starts, offset) - 1
        return self._items[place] if place >= 0 else None


class Scan(ABC):
    """A text with all that the recognisers see in it; see :func:`kg.recognise.recognise`.

    ``hits`` are the raw surface forms of the vocabulary (overlapping ones too).
    """

    def __init__(self, text: Text, hits: Hits, countries: Track[CountryMention]) -> None:
        self.text = text
        self.hits = hits
        self.countries = countries

    @property
    @abstractmethod
    def units(self) -> Track[UnitMention]:
        """The administrative units."""

    @property
    @abstractmethod
    def bodies(self) -> Track[BodyMention]:
        """The organisations of Viet Nam."""

    @property
    @abstractmethod
    def abroad(self) -> Track[BodyMention]:
        """The organisations that a country follows (``Quốc hội Trung Quốc``), with that country."""

    @property
    @abstractmethod
    def roles(self) -> Track[RoleMention]:
        """The titles."""

    @property
    @abstractmethod
    def people(self) -> Track[PersonMention]:
        """The people's names."""

    @property
    @abstractmethod
    def dates(self) -> Track[DateMention]:
        """The dates."""

    def hits_within(self, start: int, end: int, *schemes: str) -> list[Hit]:
        """The hits of these schemes that lie inside ``start:end``."""
        return self.hits.within(start, end, *schemes)

    def hits_at(self, start: int, *schemes: str) -> list[Hit]:
        """The hits of these schemes that begin at ``start``, longest first."""
        return self.hits.at(start, *schemes)

    def sentence(self, offset: int) -> Sentence:
        """The sentence that holds ``offset``."""
        return self.text.sentences[self.text.sentence_at(offset)]

    def evidence(self, start: int, end: int) -> Evidence:
        """The evidence for ``start:end``, trimmed of blanks at its ends."""
        content = self.text.content
        while start < end and content[start].isspace():
            start += 1
        while end > start and content[end - 1].isspace():
            end -= 1
        caption = self.sentence(start).kind == "caption" if self.text.sentences else False
        return Evidence(self.text.article.id, start, end, content[start:end], caption)


def longest(hits: Sequence[Hit]) -> list[Hit]:
    """Hits, in text order, without those that overlap an earlier or longer one (leftmost, then longest)."""
    chosen: list[Hit] = []
    end = -1
    for hit in hits:
        if hit[0] >= end:
            chosen.append(hit)
            end = hit[1]
    return chosen


@lru_cache(maxsize=4)
def _merges(lexicon: Lexicon) -> re.Pattern[str]:
    labels = one_of(fold(label) for label in lexicon.concept("cue", "merges").strong)
    return re.compile(rf"(?<!\w){labels}(?!\w)")


def merged_units(scan: Scan, mentions: Sequence[UnitMention], lexicon: Lexicon) -> frozenset[int]:
    """Where the units stand that were merged (``trên cơ sở sáp nhập 3 xã: A, B và C``).

    The list ends with the number that it tells, or before a comma once a word has joined its last two.
    """
    found: set[int] = set()
    content, folded = scan.text.content, scan.text.folded
    end = -1
    for match in _merges(lexicon).finditer(folded):
        count, listed, joined = 0, 0, False
        for mention in mentions:
            if mention.start < max(match.end(), end):
                continue
            first = mention.start > match.end() and end < match.end()
            gap = content[match.end() if first else end : mention.start]
            told = (_MERGED if first else _NEXT_MERGED).fullmatch(gap)
            if told is None or (count and listed == count):
                break
            if first:
                count = int(told["count"] or 0)
            elif joined and told["comma"]:
                break
            else:
                joined = joined or not told["comma"]
            found.add(mention.start)
            listed, end = listed + 1, mention.end
    return frozenset(found)
