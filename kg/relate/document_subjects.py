"""What a document is about: a quotation, or the clause after a word for `about`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Organization
from kg.normalise import fold
from kg.patterns import one_of
from kg.relate.phrases import QUOTES, pattern, quotation, skip, surface, tidy

_SCHEME = "document-cue"
_HARD = re.compile(r"[;:()…\n?!]|\s[-–]\s(?=(?:[A-ZĐ][^\s]*\s){2})|\.\.\.|[\"“”»]")
_COMMA = re.compile(r",\s?")
_SHORT_FORM = re.compile(
    r"\((?:%|[A-ZĐ][\w-]?[A-ZĐ][\w-]{0,5}|(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d)\)(?=\s(?![A-ZĐ])[^\W\d_])"
)
_MARK = re.compile(r"[\"“«]")
_MOST_WORDS = 70
_JOIN = 24
_NAME_LENGTH = 40
_DAY_WORD = 6
_ITEM_WORDS = 3
_LONG_DAY = 24
_NEXT = 3


class SubjectReader:
    """Reads subjects, and where the clauses end that they are, in one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._content = scan.text.content
        self._folded = scan.text.folded

    def after(self, start: int, limit: int) -> tuple[str, int] | None:
        """The subject after ``start``: a quotation, or a clause after a word for `about`."""
        begin = skip(self._content, start, " ,:)")
        quoted = quotation(self._content, begin, limit)
        if quoted is not None:
            return self._quoted_words(quoted[0], quoted[1]), quoted[2]
        about = pattern(self._lexicon, _SCHEME, "about").match(self._folded, begin)
        if about is None:
            about = pattern(self._lexicon, _SCHEME, "about-verb").match(self._folded, begin)
            if about is None or "," in self._content[start:begin]:
                return None
            end = self.clause_end(about.end(), limit)
            return (self._words(begin, end), end) if end > about.end() + 1 else None
        if self._content.startswith(",", about.end()):
            return None
        begin = skip(self._content, about.end(), " :")
        quoted = quotation(self._content, begin, limit)
        if quoted is not None:
            return self._words(quoted[0], quoted[1]), quoted[2]
        end = self.clause_end(begin, limit)
        return (self._words(begin, end), end) if end > begin and not self.told_before(begin, end) else None

    def told_before(self, start: int, end: int) -> bool:
        """Whether the words only take up what the text has told before (``về nội dung trên``)."""
        return _again(self._lexicon).fullmatch(self._folded, start, end) is not None

    def _quoted_words(self, start: int, end: int) -> str:
        """What a quotation says, without a word for `about` at its beginning."""
        about = pattern(self._lexicon, _SCHEME, "about").match(self._folded, start)
        return self._words(about.end() if about is not None else start, end)

    def _words(self, start: int, end: int) -> str:
        return tidy(self._content[start:end], self._lexicon)

    def clause_end(self, start: int, limit: int) -> int:
        """Where the noun phrase or clause that begins at ``start`` ends: never inside a quotation."""
        hard = self._hard_end(start, limit)
        end = self._soft_end(start, hard)
        for quoted in self._quotations(start, hard) if end < hard else ():
            if quoted[0] < end < quoted[1]:
                end = self._soft_end(quoted[2], hard)
        return end

    def _quotations(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The quotations between two places."""
        place = start
        while (mark := _MARK.search(self._content, place, end)) is not None:
            quoted = quotation(self._content, mark.start(), end)
            place = mark.end() if quoted is None else quoted[2]
            if quoted is not None:
                yield quoted

    def _soft_end(self, start: int, hard: int) -> int:
        """Where words end what goes on to ``hard`` at the latest."""
        end = self._unit_stop(start, hard)
        end = self._passive(start, self._stop(_stops(self._lexicon, "sentence-end"), start, end))
        end = self._comma_end(start, end)
        end = self._part_of_day(start, self._lost_break(start, self._next_clause(start, end)))
        end = self._before_day(start, self._most_words(start, self._other_document(start, end)))
        parts = _with_parts(self._lexicon).search(self._folded, start, end)
        end = parts.start() if parts is not None else end
        loose = _loose_end(self._lexicon).search(self._folded, start, end)
        end = loose.start() if loose is not None else end
        while end > start and self._content[end - 1] == " ":
            end -= 1
        return end

    def _part_of_day(self, start: int, end: int) -> int:
        """End before the part of a day on which something was done (``… cho thành phố sáng 14-11``)."""
        found = _in_part_of_day(self._lexicon).search(self._folded, start, end)
        return found.start() if found is not None else end

    def _before_day(self, start: int, end: int) -> int:
        """End before the day on which something was done (``… ở tỉnh Hà Nam ngày 23-2``), not one kept."""
        last = next(iter(self._scan.dates.within(max(start, end - _LONG_DAY), end)), None)
        if last is None or last.end != end or last.day is None:
            return end
        on = _on_day(self._lexicon).search(self._folded, start, last.start)
        if on is None:
            return end
        named = any(unit.end == on.start() for unit in self._scan.units.within(start, end))
        return on.start() if named or on["at"] else end

    def _hard_end(self, start: int, limit: int) -> int:
        place = start
        while True:
            match = _HARD.search(self._content, place, limit)
            if match is None:
                return self._without_stop(start, limit)
            quoted = quotation(self._content, match.start(), limit)
            if match.group() in QUOTES and quoted is not None:
                place = quoted[2]
            elif self._between_places(match):
                place = match.end()
            elif (short := self._short_form(match.start())) is not None:
                place = short
            else:
                return match.start()

    def _short_form(self, place: int) -> int | None:
        """The end of an abbreviation in brackets in the middle of a name (``tỷ lệ phần trăm (%) tính``)."""
        short = _SHORT_FORM.match(self._content, place)
        if short is None or pattern(self._lexicon, _SCHEME, "by").match(self._folded, short.end() + 1):
            return None
        return short.end()

    def _between_places(self, dash: re.Match[str]) -> bool:
        """Whether a dash joins two names (``đô thị Vinh - Cửa Lò``), with nobody who speaks behind it."""
        near = self._content[max(0, dash.start() - _LONG_DAY) : dash.start()]
        before = near.rpartition(" ")[2] if len(dash.group()) > 1 else ""
        named = before[:1].isupper() and before[1:].islower()
        return named and not (self._scan.people.at(dash.end()) or self._scan.roles.at(dash.end()))

    def title_end(self, start: int, end: int) -> int:
        """Where a title that ends at ``end`` at the latest meets a word that belongs to none."""
        end = self._stop(_stops(self._lexicon, "title-end"), start, end)
        for hit in self._scan.hits_within(start, end, "document-kind"):
            enacted = _enacted_in(self._lexicon).search(self._folded, start, hit.start)
            if enacted is not None and self._content[hit.start].isupper():
                return enacted.start()
        return end

    def whose(self, begin: int, end: int) -> tuple[int, Organization | None]:
        """Cut a title before a word for `of` with an organisation or bare unit; tell the organisation."""
        for of in _of(self._lexicon).finditer(self._folded, begin, end):
            body = self._scan.bodies.at(of.end())
            if body is not None:
                return of.start(), body.organization if body.organization.kind != "central" else None
            unit = self._scan.units.at(of.end())
            if unit is not None and not unit.unit.name:
                return of.start(), None
        return end, None

    def of(self, place: int) -> int | None:
        """Where what belongs to somebody or some place names it, after a word for `of` at ``place``."""
        found = _of(self._lexicon).match(self._folded, place)
        return found.end() if found is not None else None

    def _stop(self, stops: re.Pattern[str], start: int, end: int) -> int:
        found = (m.start() for m in stops.finditer(self._folded, max(0, start - 1), end) if m[1])
        return max(start, next(found, end))

    def _unit_stop(self, start: int, end: int) -> int:
        """End at a stop of an abbreviation that ends the sentence too (``của UBND TP. Đồng thời …``)."""
        for unit in self._scan.units.within(start, end):
            stop = unit.end - 1 if self._content[unit.end - 1] == "." else unit.end
            if not unit.unit.name and self._content.startswith(". ", stop):
                return min(end, stop)
            follows = self._content[unit.end + len(". ") : unit.end + _NEXT]
            if self._content.startswith(". ", unit.end) and follows.isupper():
                return min(end, unit.end)
        for person in self._scan.people.within(start, end):
            begin = _honorific(self._lexicon).search(
                self._folded, max(start, person.start - 12), person.start
            )
            if begin is not None and self._content[begin.start()].isupper():
                return min(end, begin.start())
        return end

    def _without_stop(self, start: int, limit: int) -> int:
        while limit > start and self._content[limit - 1] in " .!?…/":
            limit -= 1
        return limit

    def _comma_end(self, start: int, end: int) -> int:
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

    def _next_clause(self, start: int, end: int) -> int:
        """End before who begins another clause after a word for `and`: a title, or a body that issues."""
        for role in self._scan.roles.within(start, end):
            join = _joins(self._lexicon).search(self._folded, max(start, role.start - 6), role.start)
            if join is not None and self._content[role.start].isupper():
                return join.start()
        for body in self._scan.bodies.within(start, end):
            join = _joins(self._lexicon).search(self._folded, max(start, body.start - 6), body.start)
            if join is not None and _issues(self._lexicon).match(self._folded, body.end):
                return join.start()
        return end

    def _lost_break(self, start: int, end: int) -> int:
        """End before a clause word with a capital letter: a line ended there without a stop."""
        for match in _clause_words(self._lexicon).finditer(self._folded, start, end):
            word = match.start() + 1
            capital = self._content[word].isupper() and self._content[word + 1].islower()
            if capital and self._scan.bodies.covering(word) is None:  # no board that directs something
                return match.start()
        return end

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
        listed = any(unit.end == before for unit in self._scan.units.within(before - _NAME_LENGTH, before))
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
        low = max(0, comma - _NAME_LENGTH)
        if body is None or not any(b.end == comma for b in self._scan.bodies.within(low, comma)):
            return False
        return _goes_on_listing(self._lexicon).match(self._folded, body.end) is not None

    def _place_acts(self, place: int) -> bool:
        """Whether a place in lower case begins another clause (``…, huyện đạt nhiều kết quả``)."""
        unit = self._scan.units.at(place)
        if unit is None or _acts(self._lexicon).match(self._folded, unit.end) is None:
            return False
        many = _many_places(self._lexicon).search(self._folded, max(0, place - _NAME_LENGTH), place)
        return many is None  # many of them go on (``các xã, huyện đạt chuẩn``)

    def _official(self, place: int) -> bool:
        """Whether a title in lower case with a name begins another clause (``…, phó chủ tịch Lê Văn A``)."""
        role = self._scan.roles.at(place)
        name = next(iter(self._scan.people.within(place, place + _NAME_LENGTH)), None)
        return role is not None and name is not None and "," not in self._content[place : name.start]

    def _passive(self, start: int, end: int) -> int:
        """End before a passive verb whose agent is named (``… được UBND tỉnh triển khai``)."""
        for passive in _passives(self._lexicon).finditer(self._folded, start, end):
            agents = (self._scan.bodies, self._scan.units, self._scan.roles)
            if any(track.at(passive.end()) is not None for track in agents):
                return passive.start()
        return end

    def _other_document(self, start: int, end: int) -> int:
        """End before another document that a list adds (``… và Chỉ thị số 05``, ``… và các quy định``)."""
        before = self._scan.hits_within(max(0, start - _JOIN), start, "document-kind")
        for hit in self._scan.hits_within(start, end, "document-kind"):
            if hit.weak or (hit.concept.one("title") == "law" and self._content[hit.start].islower()):
                continue
            join = _joins(self._lexicon).search(self._folded, max(start, hit.start - _JOIN), hit.start)
            if join is None:
                continue
            comma = self._content[join.start()] == ","
            again = any(h.end == start - 1 and h.concept.key == hit.concept.key for h in before)
            of = pattern(self._lexicon, _SCHEME, "by").match(self._folded, hit.end + 1)
            named = of is not None and self._scan.bodies.at(of.end() + 1) is not None
            about = pattern(self._lexicon, _SCHEME, "about").match(self._folded, hit.end + 1)
            told = about is not None and hit.concept.one("title") == "about"
            if comma or named or again or told or join[1] is not None or self._content[hit.start].isupper():
                return join.start()
        return end

    def _most_words(self, start: int, end: int) -> int:
        place, count = start, 0
        while count < _MOST_WORDS and place < end:
            blank = self._content.find(" ", place + 1, end)
            if blank < 0:
                return end
            place, count = blank, count + 1
        return min(place, end)


@lru_cache(maxsize=4)
def _of(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s{re.escape(fold(lexicon.concept('cue', 'of').label))}\s")


@lru_cache(maxsize=4)
def _loose_end(lexicon: Lexicon) -> re.Pattern[str]:
    """Words that join what follows, where the search ends: what they join was cut off."""
    joins = rf"(?:{surface(lexicon, 'cue', 'and')}|{surface(lexicon, _SCHEME, 'joins-on')})"
    return re.compile(rf",?(?:\s{joins})+\s?$")


@lru_cache(maxsize=4)
def _short_item(lexicon: Lexicon) -> re.Pattern[str]:
    """Up to three words before a comma or a word for `and`."""
    return re.compile(rf"[^\s,;.:]+(?:\s[^\s,;.:]+){{0,2}}?(?:,|\s{surface(lexicon, 'cue', 'and')}\s)")


@lru_cache(maxsize=4)
def _honorific(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<=\s){surface(lexicon, 'cue', 'honorific')}\s$")


@lru_cache(maxsize=4)
def _title_of_person(lexicon: Lexicon) -> re.Pattern[str]:
    """An honorific or a degree before a name (``TS Lê Văn A``)."""
    return re.compile(rf"(?:{surface(lexicon, 'cue', 'honorific', 'rank')}\.?\s)+")


@lru_cache(maxsize=4)
def _clause_words(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'after-comma')}(?!\w)")


@lru_cache(maxsize=4)
def _clauses(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{surface(lexicon, _SCHEME, 'after-comma')}(?!\w)")


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
def _goes_on_listing(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:,|\s{surface(lexicon, 'cue', 'and')})\s")


@lru_cache(maxsize=4)
def _goes_on(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{surface(lexicon, _SCHEME, 'no-clause')}(?!\w)")


@lru_cache(maxsize=4)
def _acts(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'clause-verb')}(?!\w)")


@lru_cache(maxsize=4)
def _issues(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of issuing or drawing up right after whoever does."""
    adverb = surface(lexicon, _SCHEME, "adverb")
    return re.compile(rf"(?:\s{adverb})*\s{surface(lexicon, _SCHEME, 'issue', 'draws-up')}(?!\w)")


@lru_cache(maxsize=4)
def _many_places(lexicon: Lexicon) -> re.Pattern[str]:
    """Many places of some kinds, of which a comma adds another."""
    types = one_of(fold(label) for concept in lexicon.scheme("unit-type") for label in concept.strong)
    many = surface(lexicon, _SCHEME, "plural")
    return re.compile(rf"(?<!\w){many}\s(?:{types},\s)+$")


@lru_cache(maxsize=4)
def _passives(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'issued-by')}\s")


@lru_cache(maxsize=4)
def _pairs(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'pair')}(?!\w)")


@lru_cache(maxsize=4)
def _joins(lexicon: Lexicon) -> re.Pattern[str]:
    many = surface(lexicon, _SCHEME, "plural")
    draft = surface(lexicon, _SCHEME, "draft")
    verb = surface(lexicon, _SCHEME, "draws-up", "issue")
    join = rf"(?:,|\s{surface(lexicon, 'cue', 'and')})"
    return re.compile(rf"{join}(?:\s(?:{verb}))?(?:\s({many}))?(?:\s{draft})?\s$")


@lru_cache(maxsize=4)
def _enacted_in(lexicon: Lexicon) -> re.Pattern[str]:
    """What leads from a paper to the one by which it was issued (``Đề án … tại Quyết định số 12``)."""
    return re.compile(rf"\s\(?{surface(lexicon, _SCHEME, 'enacted-in')}\s$")


@lru_cache(maxsize=4)
def _again(lexicon: Lexicon) -> re.Pattern[str]:
    """What the text has told before, in place of a subject (``về nội dung trên``)."""
    return re.compile(rf"(?:[^\s,;.:]+\s){{1,4}}{surface(lexicon, _SCHEME, 'this')}")


@lru_cache(maxsize=4)
def _with_parts(lexicon: Lexicon) -> re.Pattern[str]:
    """How many parts a document has (``… với 6 nhóm nhiệm vụ``)."""
    year = surface(lexicon, "cue", "year")
    return re.compile(rf",?\s{surface(lexicon, _SCHEME, 'with-parts')}\s\d+\s(?!{year}(?!\w))")


@lru_cache(maxsize=4)
def _in_part_of_day(lexicon: Lexicon) -> re.Pattern[str]:
    """A part of the day before a date, or of today."""
    part = surface(lexicon, "event-cue", "day-part")
    today = surface(lexicon, "event-cue", "today")
    return re.compile(rf",?\s(?:{today}(?!\w)|{part}\s(?=\d{{1,2}}[-/.]\d))")


@lru_cache(maxsize=4)
def _on_day(lexicon: Lexicon) -> re.Pattern[str]:
    """The words for the day, with the one for `on`, where the search ends."""
    at = surface(lexicon, _SCHEME, "on-day")
    return re.compile(rf"\s(?P<at>{at}\s)?{surface(lexicon, 'cue', 'day')}\s$")


@lru_cache(maxsize=4)
def _stops(lexicon: Lexicon, key: str) -> re.Pattern[str]:
    """Words at which a clause ends, in the group; compounds that contain such a word match without it."""
    compound = surface(lexicon, _SCHEME, "compound")
    return re.compile(rf"\s{compound}(?!\w)|,?\s({surface(lexicon, _SCHEME, key)})(?!\w)")
