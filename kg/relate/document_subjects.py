"""What a document is about: a quotation, or the clause after a word for `about`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.model import Organization
from kg.normalise import fold
from kg.relate.document_clauses import ClauseReader
from kg.relate.document_verbs import carrying_out
from kg.relate.phrases import QUOTES, pattern, quotation, skip, surface, tidy

_SCHEME = "document-cue"
_HARD = re.compile(r"[;:()…\n?!]|\s[-–]\s(?=(?:[A-ZĐ][^\s]*\s){2})|\.\.\.|[\"“”»]")
_SHORT_FORM = re.compile(
    r"\((?:%|[A-ZĐ][\w-]?[A-ZĐ][\w-]{0,5}|(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d)\)(?=\s(?![A-ZĐ])[^\W\d_])"
)
_INITIALS = re.compile(r"\(([A-ZĐ]{2,6})\)(?=\s\w)")
_MARK = re.compile(r"[\"“«]")
_MOST_WORDS = 70
_JOIN = 24
_LONG_DAY = 24
_LONG_NAME = 60
_NEXT, _FEW = 3, 2


class SubjectReader(ClauseReader):
    """Reads subjects, and where the clauses end that they are, in one text."""

    def after(self, start: int, limit: int) -> tuple[str, int] | None:
        """The subject after ``start``: a quotation, or a clause after a word for `about`."""
        begin = skip(self._content, start, " ,:)")
        quoted = quotation(self._content, begin, limit)
        if quoted is not None:
            return self._quoted_words(quoted[0], quoted[1]), quoted[2]
        about = pattern(self._lexicon, _SCHEME, "about").match(self._folded, begin)
        if about is None:
            about = pattern(self._lexicon, _SCHEME, "about-verb").match(self._folded, begin)
            if about is None or "," in self._content[start:begin] or self._in_aside(start, begin):
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
        told = self.told_before(begin, end) or self._only_somebody(begin, end)
        return (self._words(begin, end), end) if end > begin and not told else None

    def _only_somebody(self, start: int, end: int) -> bool:
        """Whether the words only name a person (``Biên bản số 4 đối với ông Lê Văn A``)."""
        last = self._scan.people.last_before(end)
        if last is None or last.end < end or last.start < start:
            return False
        called = _honorific(self._lexicon).fullmatch(self._folded, start, last.start)
        return last.start == start or called is not None

    def _in_aside(self, start: int, begin: int) -> bool:
        """Whether brackets that hold words before the document close here (``(theo Nghị quyết 9) …``)."""
        if ")" not in self._content[start:begin]:
            return False
        return self._content.count(" ", self._content.rfind("(", 0, start), start) > _FEW

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
        end = self.comma_end(start, end)
        end = self._part_of_day(start, self._lost_break(start, self._next_clause(start, end)))
        end = self._before_day(start, self._most_words(start, self._other_document(start, end)))
        for ending in (_with_parts, _next_review, _loose_end):
            found = ending(self._lexicon).search(self._folded, start, end)
            end = found.start() if found is not None else end
        lays_down = _lays_down(self._lexicon).search(self._folded, start, end)
        end = lays_down.start() if lays_down is not None and self._content.startswith(":", end) else end
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
        short = _SHORT_FORM.match(self._content, place) or self._initials(place)
        if short is None or pattern(self._lexicon, _SCHEME, "by").match(self._folded, short.end() + 1):
            return None
        return short.end()

    def _initials(self, place: int) -> re.Match[str] | None:
        """The first letters of the words before, in brackets inside a name (``đô thị mới (ĐTM) An Hòa``)."""
        letters = _INITIALS.match(self._content, place)
        words = self._folded[max(0, place - _LONG_NAME) : place].split()
        if letters is None or "".join(w[0] for w in words[-len(letters[1]) :]) != fold(letters[1]):
            return None
        return letters

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
        return self._before_official(start, end)

    def _before_official(self, start: int, end: int) -> int:
        """End before somebody with a title, to whom it is given (``… cho Phó Chủ tịch Lê Văn A``)."""
        person = next(iter(self._scan.people.within(start, end)), None)
        role = self._scan.roles.last_before(person.start) if person is not None else None
        if role is None or role.start <= start:
            return end
        to = _given_to(self._lexicon).search(self._folded, start, role.start)
        return to.start() if to is not None else end

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
        found = (m for m in stops.finditer(self._folded, max(0, start - 1), end) if m[1])
        return max(start, next((m.start() for m in found if not self._in_unit(m.start(1))), end))

    def _in_unit(self, place: int) -> bool:
        """Whether a word is a part of a place's name (``thành phố [Cần] Thơ``)."""
        return self._content[place].isupper() and self._scan.units.covering(place) is not None

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

    def _passive(self, start: int, end: int) -> int:
        """End before a passive verb whose agent is named (``… được UBND tỉnh triển khai``)."""
        for passive in _passives(self._lexicon).finditer(self._folded, start, end):
            agents = (self._scan.bodies, self._scan.units, self._scan.roles)
            called = pattern(self._lexicon, "cue", "honorific").match(self._folded, passive.end())
            named = called is not None and self._scan.people.at(called.end() + 1) is not None
            if named or any(track.at(passive.end()) is not None for track in agents):
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
    joins = rf"(?:{surface(lexicon, 'cue', 'and')}|{surface(lexicon, _SCHEME, 'joins-on', 'or')})"
    return re.compile(rf",?(?:\s{joins})+\s?$")


@lru_cache(maxsize=4)
def _given_to(lexicon: Lexicon) -> re.Pattern[str]:
    """The word before whom something is given to, where the search ends."""
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'given-to')}\s$")


@lru_cache(maxsize=4)
def _lays_down(lexicon: Lexicon) -> re.Pattern[str]:
    """What a document does, where the search ends: its words follow (``… về đất đai quy định: …``)."""
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'about-verb')}$")


@lru_cache(maxsize=4)
def _honorific(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<=\s){surface(lexicon, 'cue', 'honorific')}\s$")


@lru_cache(maxsize=4)
def _clause_words(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'after-comma')}(?!\w)")


@lru_cache(maxsize=4)
def _issues(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of issuing or drawing up right after whoever does."""
    adverb = surface(lexicon, _SCHEME, "adverb")
    return re.compile(rf"(?:\s{adverb})*\s{surface(lexicon, _SCHEME, 'issue', 'draws-up')}(?!\w)")


@lru_cache(maxsize=4)
def _passives(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'issued-by')}\s")


@lru_cache(maxsize=4)
def _next_review(lexicon: Lexicon) -> re.Pattern[str]:
    """What a meeting looks back on next (``Nghị quyết 26 về nông thôn, 5 năm thực hiện Chỉ thị 4``)."""
    join, year = surface(lexicon, "cue", "and"), fold(lexicon.concept("cue", "year").label)
    return re.compile(rf"(?:[,;]|\s{join})\s\d{{1,2}}\s{year}\s{carrying_out(lexicon)}(?!\w)")


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
    regards = fold(lexicon.concept("cue", "regarding").label).partition(" ")[0]
    return re.compile(
        rf"(?<!\s{regards}),?\s{surface(lexicon, _SCHEME, 'with-parts')}\s\d+\s(?!{year}(?!\w))"
    )


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
