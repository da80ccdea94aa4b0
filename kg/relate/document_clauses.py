"""The commas at which another clause begins after what a document is about."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.normalise import fold
from kg.patterns import one_of
from kg.relate.phrases import surface

_SCHEME = "document-cue"
_COMMA = re.compile(r",\s?")
NAME_LENGTH = 40
"""Letters of a long name."""
_DAY_WORD = 6
_ITEM_WORDS = 3


class ClauseReader:
    """Tells the commas of lists from those before other clauses, in one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._content = scan.text.content
        self._folded = scan.text.folded

    def comma_end(self, start: int, end: int) -> int:
        """The first comma before another clause, or ``end``."""
        after = _clauses(self._lexicon)
        listed = self._content.startswith("; ", end) and self._scan.hits_at(end + 2, "document-kind")
        pairs = [m.span() for m in _pairs(self._lexicon).finditer(self._folded, start, end)]
        for comma in _COMMA.finditer(self._content, start, end):
            place = comma.end()
            if self._dates_a_number(comma) or any(low < comma.start() < high for low, high in pairs):
                continue
            begins = after.match(self._folded, place) and not (
                _goes_on(self._lexicon).match(self._folded, place) or self._listed(start, comma)
            )
            acts = _actor(self._lexicon).match(self._folded, place) or _some_act(self._lexicon).match(
                self._folded, place
            )
            if begins or acts or self._begins_clause(place) or (not listed and self._place_acts(place)):
                return comma.start()
        return end

    def parting_comma(self, start: int, end: int) -> int | None:
        """The first comma that stands inside no pair of words (``phòng, chống``)."""
        pairs = [m.span() for m in _pairs(self._lexicon).finditer(self._folded, start, end)]
        commas = (m.start() for m in _COMMA.finditer(self._content, start, end))
        return next((c for c in commas if not any(low < c < high for low, high in pairs)), None)

    def _listed(self, start: int, comma: re.Match[str]) -> bool:
        """Whether a comma parts short items of a list (``học tập, quán triệt và thực hiện``)."""
        before = self._folded[max(start, self._folded.rfind(",", start, comma.start()) + 1) : comma.start()]
        item = _short_item(self._lexicon).match(self._folded, comma.end())
        return item is not None and len(before.split()) <= _ITEM_WORDS

    def _dates_a_number(self, comma: re.Match[str]) -> bool:
        """Whether a comma parts the number of a document from its day (``Chỉ thị số 05-CT/TW, ngày …``)."""
        before = self._content[comma.start() - 1]
        dated = bool(self._scan.dates.within(comma.end(), comma.end() + _DAY_WORD))
        return dated and (before.isdigit() or before.isupper())

    def _begins_clause(self, place: int) -> bool:
        """Whether a person, a title or an organisation stands here as the subject of another clause."""
        if not self._content[place : place + 1].isupper():
            return self._official(place)
        learned = _title_of_person(self._lexicon).match(self._folded, place)
        if learned is not None and self._scan.people.at(learned.end()) is not None:
            return True
        before = self._content.rfind(",", 0, place)
        if self._body_of_list(before, place):
            return False
        listed = any(unit.end == before for unit in self._scan.units.within(before - NAME_LENGTH, before))
        tracks = (
            self._scan.people,
            self._scan.roles,
            self._scan.bodies,
            *(() if listed else (self._scan.units,)),
        )
        return any(track.at(place) is not None for track in tracks)

    def _body_of_list(self, comma: int, place: int) -> bool:
        """Whether an organisation goes on with a list of them (``Văn phòng A, Văn phòng B và …``)."""
        body = self._scan.bodies.at(place)
        low = max(0, comma - NAME_LENGTH)
        if body is None or not any(b.end == comma for b in self._scan.bodies.within(low, comma)):
            return False
        return _goes_on_listing(self._lexicon).match(self._folded, body.end) is not None

    def _place_acts(self, place: int) -> bool:
        """Whether a place in lower case begins another clause (``…, huyện đạt nhiều kết quả``)."""
        unit = self._scan.units.at(place)
        if unit is None or _acts(self._lexicon).match(self._folded, unit.end) is None:
            return False
        many = _many_places(self._lexicon).search(self._folded, max(0, place - NAME_LENGTH), place)
        return many is None  # many of them go on (``các xã, huyện đạt chuẩn``)

    def _official(self, place: int) -> bool:
        """Whether a title in lower case with a name begins another clause (``…, phó chủ tịch Lê Văn A``)."""
        role = self._scan.roles.at(place)
        name = next(iter(self._scan.people.within(place, place + NAME_LENGTH)), None)
        return role is not None and name is not None and "," not in self._content[place : name.start]


@lru_cache(maxsize=4)
def _clauses(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{surface(lexicon, _SCHEME, 'after-comma')}(?!\w)")


@lru_cache(maxsize=4)
def _goes_on(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{surface(lexicon, _SCHEME, 'no-clause')}(?!\w)")


@lru_cache(maxsize=4)
def _actor(lexicon: Lexicon) -> re.Pattern[str]:
    """Somebody who acts in a clause of his own (``…, người dân bị thu hồi đất``)."""
    actor = surface(lexicon, _SCHEME, "actor")
    return re.compile(rf"{actor}(?:\s[^\s,;.:]+){{0,5}}?\s{surface(lexicon, _SCHEME, 'finite')}(?!\w)")


@lru_cache(maxsize=4)
def _some_act(lexicon: Lexicon) -> re.Pattern[str]:
    """So many who act or bear something in a clause of their own (``…, 6.550 hộ sẽ được di dời``)."""
    return re.compile(rf"\d[\d.]*(?:\s[^\s,;.:]+){{1,4}}?\s{surface(lexicon, _SCHEME, 'finite')}(?!\w)")


@lru_cache(maxsize=4)
def _acts(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'clause-verb')}(?!\w)")


@lru_cache(maxsize=4)
def _many_places(lexicon: Lexicon) -> re.Pattern[str]:
    """Many places of some kinds, of which a comma adds another."""
    types = one_of(fold(label) for concept in lexicon.scheme("unit-type") for label in concept.strong)
    many = surface(lexicon, _SCHEME, "plural")
    return re.compile(rf"(?<!\w){many}\s(?:{types},\s)+$")


@lru_cache(maxsize=4)
def _goes_on_listing(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:,|\s{surface(lexicon, 'cue', 'and')})\s")


@lru_cache(maxsize=4)
def _short_item(lexicon: Lexicon) -> re.Pattern[str]:
    """Up to three words before a comma or a word for `and`."""
    return re.compile(rf"[^\s,;.:]+(?:\s[^\s,;.:]+){{0,2}}?(?:,|\s{surface(lexicon, 'cue', 'and')}\s)")


@lru_cache(maxsize=4)
def _pairs(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'pair')}(?!\w)")


@lru_cache(maxsize=4)
def _title_of_person(lexicon: Lexicon) -> re.Pattern[str]:
    """An honorific or a degree before a name (``TS Lê Văn A``)."""
    return re.compile(rf"(?:{surface(lexicon, 'cue', 'honorific', 'rank')}\.?\s)+")
