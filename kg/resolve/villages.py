"""The villages that an article names, and what is of a village but leaves its name out.

No list tells the names of villages: one is what stands after the word for it, ``thôn Đông, xã Tân Lập``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property, lru_cache

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Organization
from kg.normalise import fold, modern
from kg.patterns import one_of

VILLAGE = "village"
_BRANCH, _FRONT_BOARD = "party-branch", "front-work-board"
_KINDS = frozenset({_BRANCH, _FRONT_BOARD, "youth-branch", "branch-of-association"})
_COMMUNE = 3
_NAME = re.compile(r" (?:\d{1,3}(?![\w/.,%]\d)|[^\W\d_]+(?: [^\W\d_]+| \d{1,2}(?!\w)){0,3})")
_RULE = "only-village"


@lru_cache(maxsize=4)
def _village_words(lexicon: Lexicon) -> re.Pattern[str]:
    concept = lexicon.concept("body", VILLAGE)
    labels = sorted({*map(fold, (*concept.strong, *concept.weak))})
    return re.compile(rf"(?<!\w){one_of(labels)}(?!\w)")


class Villages:
    """Finds villages by name in one article."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._words = _village_words(lexicon)

    def only(self, offset: int, word: str | None = None) -> Organization | None:
        """The only village of the sentence up to ``offset``, else of the article; of one kind, if told."""
        start = self._scan.sentence(offset).start
        for low, high in ((start, offset), (0, len(self._scan.text.content))):
            found = {
                fold(village.name): village
                for place, village in self._named
                if low <= place < high and (word is None or fold(village.name).startswith(f"{word} "))
            }
            if found:
                return replace(next(iter(found.values())), rule=_RULE) if len(found) == 1 else None
        return None

    def completed(self, made: Organization, offset: int) -> Organization | None:
        """A party branch or board of the front that says only that it is a village's, with its name."""
        if made.kind not in _KINDS or made.unit is not None or made.parent is not None:
            return None
        label = self._lexicon.concept("body", made.kind).label
        own = fold(made.name)[len(label) :].strip()
        plain = not own and made.kind == _FRONT_BOARD
        village = self.only(offset, own or None) if plain or self._words.fullmatch(own) else None
        return self.of(replace(made, name=made.name[: len(label)]), village) if village is not None else None

    def of(self, made: Organization, village: Organization) -> Organization:
        """A village's branch or board with the name of the village."""
        name = f"{made.name} {village.name[0].lower()}{village.name[1:]}"
        return replace(made, name=name, unit=village.unit, level=village.level, rule=village.rule)

    def beside(self, board: Organization) -> Organization | None:
        """The village whose board of the front a name tells."""
        if board.kind != _FRONT_BOARD or board.parent is not None:
            return board.parent if board.kind == _FRONT_BOARD else None
        own = board.name[len(self._lexicon.concept("body", board.kind).label) :].strip()
        told = self._words.match(fold(own))
        return replace(board, kind=VILLAGE, name=own) if told is not None and told.end() < len(own) else None

    @cached_property
    def _named(self) -> list[tuple[int, Organization]]:
        return list(self._read())

    def _read(self) -> Iterator[tuple[int, Organization]]:
        content, scan = self._scan.text.content, self._scan
        for word in self._words.finditer(scan.text.folded):
            name = _NAME.match(content, word.end())
            end = self._name_end(word.end(), name.end()) if name is not None else word.end()
            if end == word.end():
                continue
            unit = scan.units.at(end + (2 if content.startswith((", ", " ("), end) else 1))
            commune = unit is not None and unit.unit.level == _COMMUNE and unit.unit.name
            own = modern(content[word.start() : end])
            yield word.start(), Organization(
                VILLAGE,
                own[0].upper() + own[1:],
                unit.unit if unit is not None and commune else None,
                level=_COMMUNE if commune else None,
            )

    def _name_end(self, start: int, limit: int) -> int:
        """Where the capitalised words or the number end that name a village, before a person or a title."""
        content, scan, end = self._scan.text.content, self._scan, start
        while end < limit:
            place = end + 1
            stop = content.find(" ", place, limit)
            stop = limit if stop < 0 else stop
            first = content[place]
            if not (first.isupper() or first.isdigit()) or scan.people.at(place) or scan.roles.at(place):
                break
            end = stop
            if first.isdigit():
                break
        return end
