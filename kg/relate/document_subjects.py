"""What a document is about, and the titles of documents without a number."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan
from kg.model import BlockKind, Organization
from kg.normalise import fold
from kg.relate import committees
from kg.relate.document_issuers import IssuerReader
from kg.relate.phrases import QUOTES, pattern, quotation, skip, surface, tidy

_SCHEME = "document-cue"
_HARD = re.compile(r"[;:()…\n?!]|\s[-–]\s(?=(?:[A-ZĐ][^\s]*\s){2})|\.\.\.|[\"“”»]")
_NAME = re.compile(r"\s[^\W\d_a-zà-ỹđ][^\W\d_]+\s[^\W\d_a-zà-ỹđ]")
_COMMA = re.compile(r",\s?")
_DATED = re.compile(r"(?<![\d/.,])(?:19|20)\d\d(?!\d)")
_MOST_WORDS = 45
_LEAST_WORDS = 3
_FEW_WORDS = 3
_JOIN, _AMENDED = 24, 60
_LAW_WORDS = 8
_NAME_LENGTH = 40
_DAY_WORD = 6
_COMMON = frozenset({"decision", "conclusion", "regulation"})
"""Kinds whose words mean much else at the beginning of a sentence."""


TITLES = frozenset({"law-title", "code-title", "charter-title", "regulation-title"})
"""The cues whose labels are whole titles."""


class Title(NamedTuple):
    """A title of a document's own, as it stands in the text, and what stands with it."""

    words: str
    end: int
    rule: str
    issuer: Organization | None = None
    head: int = 0


class SubjectReader:
    """Reads subjects and titles in one text."""

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
        begin = skip(self._content, about.end(), " :")
        quoted = quotation(self._content, begin, limit)
        if quoted is not None:
            return self._words(quoted[0], quoted[1]), quoted[2]
        end = self.clause_end(begin, limit)
        return (self._words(begin, end), end) if end > begin else None

    def _quoted_words(self, start: int, end: int) -> str:
        """What a quotation says, without a word for `about` at its beginning."""
        about = pattern(self._lexicon, _SCHEME, "about").match(self._folded, start)
        return self._words(about.end() if about is not None else start, end)

    def _words(self, start: int, end: int) -> str:
        return tidy(self._content[start:end], self._lexicon)

    def clause_end(self, start: int, limit: int) -> int:
        """Where the noun phrase or clause that begins at ``start`` ends."""
        end = self._unit_stop(start, self._hard_end(start, limit))
        end = self._passive(start, self._stop(_stops(self._lexicon, "sentence-end"), start, end))
        end = self._comma_end(start, end)
        end = self._lost_break(start, self._next_clause(start, end))
        end = self._most_words(start, self._other_document(start, end))
        while end > start and self._content[end - 1] == " ":
            end -= 1
        return end

    def _hard_end(self, start: int, limit: int) -> int:
        place = start
        while True:
            match = _HARD.search(self._content, place, limit)
            if match is None:
                return self._without_stop(start, limit)
            quoted = quotation(self._content, match.start(), limit)
            if quoted is None or match.group() not in QUOTES:
                return match.start()
            place = quoted[2]

    def _stop(self, stops: re.Pattern[str], start: int, end: int) -> int:
        return next((m.start() for m in stops.finditer(self._folded, start, end) if m[1]), end)

    def _unit_stop(self, start: int, end: int) -> int:
        """End at a stop of an abbreviation that ends the sentence too (``của UBND TP. Đồng thời …``)."""
        for unit in self._scan.units.within(start, end):
            stop = unit.end - 1 if self._content[unit.end - 1] == "." else unit.end
            if not unit.unit.name and self._content.startswith(". ", stop):
                return min(end, stop)
        for person in self._scan.people.within(start, end):
            begin = _honorific(self._lexicon).search(
                self._folded, max(start, person.start - 12), person.start
            )
            if begin is not None and self._content[begin.start()].isupper():
                return min(end, begin.start())
        return end

    def _without_stop(self, start: int, limit: int) -> int:
        while limit > start and self._content[limit - 1] in " .!?…":
            limit -= 1
        return limit

    def _comma_end(self, start: int, end: int) -> int:
        after = _clauses(self._lexicon)
        pairs = [m.span() for m in _pairs(self._lexicon).finditer(self._folded, start, end)]
        for comma in _COMMA.finditer(self._content, start, end):
            place = comma.end()
            if self._dates_a_number(comma) or any(low < comma.start() < high for low, high in pairs):
                continue
            begins = after.match(self._folded, place) and not _goes_on(self._lexicon).match(
                self._folded, place
            )
            if begins or self._begins_clause(place):
                return comma.start()
        return end

    def _dates_a_number(self, comma: re.Match[str]) -> bool:
        """Whether a comma parts the number of a document from its day (``Chỉ thị số 05-CT/TW, ngày …``)."""
        before = self._content[comma.start() - 1]
        dated = bool(self._scan.dates.within(comma.end(), comma.end() + _DAY_WORD))
        return dated and (before.isdigit() or before.isupper())

    def _next_clause(self, start: int, end: int) -> int:
        """End before a person or title that begins another clause after a word for `and`."""
        for role in self._scan.roles.within(start, end):
            join = _joins(self._lexicon).search(self._folded, max(start, role.start - 6), role.start)
            if join is not None and self._content[role.start].isupper():
                return join.start()
        return end

    def _lost_break(self, start: int, end: int) -> int:
        """End before a clause word with a capital letter: a line ended there without a stop."""
        for match in _clause_words(self._lexicon).finditer(self._folded, start, end):
            if self._content[match.start() + 1].isupper() and self._content[match.start() + 2].islower():
                return match.start()
        return end

    def _begins_clause(self, place: int) -> bool:
        """Whether a person, a title or an organisation stands here as the subject of another clause."""
        if not self._content[place : place + 1].isupper():
            return self._place_acts(place)
        before = self._content.rfind(",", 0, place)
        listed = any(unit.end == before for unit in self._scan.units.within(before - _NAME_LENGTH, before))
        tracks = (
            self._scan.people,
            self._scan.roles,
            self._scan.bodies,
            *(() if listed else (self._scan.units,)),
        )
        return any(track.at(place) is not None for track in tracks)

    def _place_acts(self, place: int) -> bool:
        """Whether a place in lower case begins another clause (``…, huyện đạt nhiều kết quả``)."""
        unit = self._scan.units.at(place)
        return unit is not None and _acts(self._lexicon).match(self._folded, unit.end) is not None

    def _passive(self, start: int, end: int) -> int:
        """End before a passive verb whose agent is named (``… được UBND tỉnh triển khai``)."""
        for passive in _passives(self._lexicon).finditer(self._folded, start, end):
            agents = (self._scan.bodies, self._scan.units)
            if any(track.at(passive.end()) is not None for track in agents):
                return passive.start()
        return end

    def _other_document(self, start: int, end: int) -> int:
        """End before another document that a list adds (``… và Chỉ thị số 05``, ``… và các quy định``)."""
        for hit in self._scan.hits_within(start, end, "document-kind"):
            if hit.weak or (hit.concept.one("title") == "law" and self._content[hit.start].islower()):
                continue
            join = _joins(self._lexicon).search(self._folded, max(start, hit.start - _JOIN), hit.start)
            if join is None:
                continue
            comma = self._content[join.start()] == ","
            of = pattern(self._lexicon, _SCHEME, "by").match(self._folded, hit.end + 1)
            named = of is not None and self._scan.bodies.at(of.end() + 1) is not None
            if comma or named or join[1] is not None or self._content[hit.start].isupper():
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

    def title(self, hit: Hit, issuers: IssuerReader) -> Title | None:
        """The title that makes the kind at ``hit`` a document of its own, if there is one."""
        style = hit.concept.one("title") or "none"
        if style == "law" and self._only_a_word(hit):
            return None
        limit = self._scan.sentence(hit.start).end
        if style in ("law", "charter"):
            return self._law(hit, limit)
        if style == "year":
            return self._dated(hit)
        if self._plural(hit):
            return None
        if style == "rules":
            return self._rules(hit, limit, issuers)
        if style == "formal-own" and not self._is_strategy(hit):
            return None
        known = self._known_title(hit) or self._quoted(hit, limit) or self._approving(hit, limit, issuers)
        if known is not None or style == "none":
            return known
        if style == "own":
            return self._own(hit, limit)
        if style == "formal-own":
            own = self._own(hit, limit)
            return own if own and (self._upper(hit) or _DATED.search(own.words)) else None
        if style == "master":
            return self._master(hit, limit)
        if style == "task":
            return self._task(hit, limit, issuers) or (
                self._about(hit, limit, issuers) if self._upper(hit) else None
            )
        if style == "session":
            return self._session(hit, limit, issuers)
        if style == "formal" and not self._upper(hit):
            return None
        return (
            self._about(hit, limit, issuers)
            or self._issued(hit, limit, issuers)
            or self._amending(hit, limit)
        )

    def _amending(self, hit: Hit, limit: int) -> Title | None:
        """A capitalised kind that changes another document (``Nghị quyết sửa đổi Nghị quyết số …``)."""
        verb = pattern(self._lexicon, _SCHEME, "amends").match(self._folded, hit.end + 1)
        if verb is None or not self._upper(hit) or not self._content.startswith(" ", hit.end):
            return None
        other = self._scan.hits_within(verb.end(), min(limit, verb.end() + _AMENDED), "document-kind")
        if not other or self._content[other[0].start].islower():
            return None
        end = self.clause_end(hit.end + 1, limit)
        return Title(self._content[hit.start : end], end, "amending")

    def _upper(self, hit: Hit) -> bool:
        return self._content[hit.start].isupper()

    def _plural(self, hit: Hit) -> bool:
        """Whether a count or a word for many stands before (``56 quyết định``, ``các kế hoạch``)."""
        return _many(self._lexicon).search(self._folded, max(0, hit.start - 60), hit.start) is not None

    def _only_a_word(self, hit: Hit) -> bool:
        """Whether the word for a law ends another one (``quy luật cạnh tranh``) or names a field of law."""
        before = _part_of_word(self._lexicon).search(self._folded, max(0, hit.start - 14), hit.start)
        return before is not None and self._content[hit.start].islower()

    def _law(self, hit: Hit, limit: int) -> Title | None:
        """A law by the title that the vocabulary knows, or by capitalised words."""
        known = self._known_title(hit)
        if known is not None:
            return known
        capital = self._upper(hit) and self._content[hit.end + 1 : hit.end + 2].isupper()
        if (
            not capital
            or hit.concept.one("title") == "charter"
            or self._scan.people.at(hit.end + 1) is not None
        ):
            return None
        end = self._law_end(hit.end + 1, limit)
        year = _year_after(self._lexicon).match(self._folded, end)
        if end - hit.end < _LEAST_WORDS or not (year or self._closed_law(hit.end + 1, end)):
            return None
        stop = year.end() if year else end
        return Title(self._content[hit.start : stop], stop, "law", self._issuer(hit))

    def _closed_law(self, start: int, end: int) -> bool:
        """Whether the name of a law that the vocabulary does not know ends where its words do.

        No name begins with a place or country, as a school of law's does (``Luật Thành phố Hồ Chí Minh``).
        """
        scan = self._scan
        if scan.units.at(start) is not None or scan.countries.at(start) is not None:
            return False
        if scan.bodies.covering(start - 2) is not None:
            return False
        return not self._content[end : end + 2].strip() or self._content[end : end + 2].strip()[0] in ".;:()…"

    def _known_title(self, hit: Hit) -> Title | None:
        """A title of the vocabulary that begins at ``hit``, in its spelling, with the year after it."""
        known = [h for h in self._scan.hits_at(hit.start, _SCHEME) if h.concept.key in TITLES]
        if not known:
            return None
        end, written = known[0].end, self._folded[hit.start : known[0].end]
        words = next(
            (s for s in known[0].concept.strong if fold(s) == written), self._content[hit.start : end]
        )
        year = _year_after(self._lexicon).match(self._folded, end)
        if year:
            return Title(f"{words} {year[1]}", year.end(), "law", self._issuer(hit))
        return Title(words, end, "law", self._issuer(hit))

    def _issuer(self, hit: Hit) -> Organization | None:
        """Who alone issues documents of this kind."""
        reference = hit.concept.one("issuer")
        concept = self._lexicon.follow(reference) if reference else None
        return Organization(concept.key, concept.label, level=concept.level) if concept else None

    def _law_end(self, start: int, limit: int) -> int:
        """A law that the vocabulary does not know ends with the clause, at a comma or verb at the latest."""
        end = self.clause_end(start, limit)
        verb = _regulates(self._lexicon).search(self._folded, start, end)
        comma = self._content.find(",", start, end)
        end = min((e for e in (end, comma, verb.start() if verb else -1) if e > start), default=start)
        return start + len(" ".join(self._content[start:end].split(" ")[:_LAW_WORDS]))

    def _dated(self, hit: Hit) -> Title | None:
        year = _year_after(self._lexicon).match(self._folded, hit.end)
        if not self._upper(hit) or year is None:
            return None
        return Title(self._content[hit.start : year.end()], year.end(), "law", self._issuer(hit))

    def _quoted(self, hit: Hit, limit: int) -> Title | None:
        """A title in quotation marks; a kind that is a verb too needs a capital letter and no colon."""
        begin = skip(self._content, hit.end, " :")
        quoted = quotation(self._content, begin, limit)
        if quoted is None or len(self._content[quoted[0] : quoted[1]].split()) < _LEAST_WORDS:
            return None
        named = self._content[quoted[0]].isupper()
        open_kinds = ("own", "formal-own", "task") if named else ("own", "formal-own")
        plain = hit.concept.one("title") in open_kinds or (named and hit.concept.key == "resolution")
        if not plain and (not self._capital(hit) or ":" in self._content[hit.end : begin]):
            return None
        label = self._content[hit.start : hit.end]
        return Title(f"{label} {self._content[quoted[0] : quoted[1]]}", quoted[2], "quoted")

    def _is_strategy(self, hit: Hit) -> bool:
        """Whether a strategy's title follows, not whose plan of action it is (``chiến lược Ấn Độ - …``)."""
        begin = skip(self._content, hit.end, ' :"“')
        return pattern(self._lexicon, _SCHEME, "strategy-of").match(self._folded, begin) is not None

    def _capital(self, hit: Hit) -> bool:
        """Whether the kind is written like a name, not only because it begins the sentence."""
        return self._upper(hit) and hit.start != self._scan.sentence(hit.start).start

    def _own(self, hit: Hit, limit: int) -> Title | None:
        """A title that follows its kind at once (``Đề án phát triển nguồn nhân lực``)."""
        begin = hit.end + 1
        if not self._content.startswith(" ", hit.end) or begin >= limit or self._is_alias(hit):
            return None
        about = pattern(self._lexicon, _SCHEME, "about").match(self._folded, begin)
        if about is None and not self._content[begin].isalpha():
            return None
        if _untitled(self._lexicon).match(self._folded, begin):
            return None
        if self._scan.bodies.at(begin) is not None or self._scan.roles.at(begin) is not None:
            return None
        end = self.clause_end(begin, limit)
        end, issuer = self._whose(begin, self._stop(_stops(self._lexicon, "title-end"), begin, end))
        headline = self._scan.sentence(hit.start).kind in (BlockKind.TITLE, BlockKind.HEADING)
        if headline or len(self._content[begin:end].split()) < _LEAST_WORDS or self._general(begin, end):
            return None
        return Title(self._content[hit.start : end], end, "own", issuer)

    def _general(self, begin: int, end: int) -> bool:
        """Whether a few common words tell no document from another (``đồ án quy hoạch chi tiết 1/500``)."""
        words = self._content[begin:end].split()
        common = self._content[begin:end].islower() and _DATED.search(self._content, begin, end) is None
        return common and (len(words) <= _FEW_WORDS or "/" in words[-1])

    def _whose(self, begin: int, end: int) -> tuple[int, Organization | None]:
        """Cut a title before a word for `of` with an organisation or bare unit; tell the organisation."""
        for of in _of(self._lexicon).finditer(self._folded, begin, end):
            body = self._scan.bodies.at(of.end())
            if body is not None:
                return of.start(), body.organization
            unit = self._scan.units.at(of.end())
            if unit is not None and not unit.unit.name:
                return of.start(), None
        return end, None

    def _is_alias(self, hit: Hit) -> bool:
        return _alias(self._lexicon).search(self._folded, max(0, hit.start - 30), hit.start) is not None

    def _approving(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """A decision that approves another document, which its title names."""
        if hit.concept.key != "decision" or not self._content.startswith(" ", hit.end):
            return None
        place, issuer = hit.end + 1, None
        by = issuers.after(place)
        if by is not None:
            issuer, place = by[0], skip(self._content, by[1])
        verb = pattern(self._lexicon, _SCHEME, "enacts").match(self._folded, place)
        kinds = self._scan.hits_at(verb.end() + 1, "document-kind") if verb else []
        if not kinds or kinds[0].weak:
            return None
        end = self._stop(_stops(self._lexicon, "title-end"), place, self.clause_end(place, limit))
        if len(self._content[place:end].split()) < 2 * _LEAST_WORDS:
            return None
        label = self._content[hit.start : hit.end]
        return Title(f"{label} {self._content[place:end]}", end, "approving", issuer, place - 1)

    def _master(self, hit: Hit, limit: int) -> Title | None:
        """A master plan of a named place or year (``Quy hoạch chung thành phố đến năm 2040``)."""
        of = pattern(self._lexicon, _SCHEME, "master-of").match(self._folded, hit.end + 1)
        if of is None:
            return None
        end = self._stop(_stops(self._lexicon, "title-end"), of.end(), self.clause_end(hit.end + 1, limit))
        named = _NAME.search(self._content, of.end(), end)
        if not (_DATED.search(self._content, hit.end, end) or named):
            return None
        if len(self._content[of.end() : end].split()) < _LEAST_WORDS - 1:
            return None
        return Title(self._content[hit.start : end], end, "own")

    def _rules(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """Rules of a named organisation (``Quy chế làm việc của Tỉnh ủy``), or with a subject."""
        of = pattern(self._lexicon, _SCHEME, "rules-of").match(self._folded, hit.end + 1)
        if of is not None:
            by = pattern(self._lexicon, _SCHEME, "by").match(self._folded, of.end() + 1)
            named = issuers.named(by.end() + 1) if by else None
            if named is not None and self._upper(hit) and not _some_committee(named[0]):
                return Title(self._content[hit.start : named[1]], named[1], "rules", named[0])
        quoted = self._quoted(hit, limit)
        if quoted is not None:
            return quoted
        if not self._upper(hit):
            return None
        about = self._about(hit, limit, issuers)
        if about is not None or of is None or not self._long(of.end(), limit):
            return about
        if _untitled(self._lexicon).match(self._folded, of.end() + 1):
            return None
        end = self.clause_end(hit.end + 1, limit)
        return Title(self._content[hit.start : end], end, "own")

    def _long(self, start: int, limit: int) -> bool:
        end = self.clause_end(start, limit)
        return len(self._content[start:end].split()) > _LEAST_WORDS + 1

    def _task(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """A plan that says what it carries out or when (``kế hoạch thực hiện Nghị quyết 54``)."""
        place, issuer = hit.end + 1, None
        by = issuers.after(place) if self._content.startswith(" ", hit.end) else None
        if by is not None:
            issuer, place = by[0], by[1] + 1
        if hit.concept.one("kind") is not None:
            listed = _listed(self._lexicon).match(self._folded, hit.end)
            place = listed.end() if listed else place
        task = pattern(self._lexicon, _SCHEME, "task").match(self._folded, place)
        if task is None:
            return None
        end = self.clause_end(place, limit)
        words = self._content[place:end]
        cites = any(
            not h.weak and h.start >= place for h in self._scan.hits_within(place, end, "document-kind")
        )
        dated = _DATED.search(words) is not None
        if not (cites or (dated and len(words.split()) > _LEAST_WORDS + 1)):
            return None
        label = self._content[hit.start : hit.end]
        return Title(f"{label} {words}", end, "task", issuer, place - 1)

    def _session(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """A press release of a session (``thông cáo báo chí kỳ họp 20 của Ủy ban Kiểm tra Trung ương``)."""
        session = _session(self._lexicon).match(self._folded, hit.end)
        if session is None:
            return None
        end = session.end()
        named = issuers.after(skip(self._content, end))
        if named is None:
            return Title(self._content[hit.start : end], end, "session", issuers.passive(end))
        return Title(self._content[hit.start : named[1]], named[1], "session", named[0])

    def _about(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """A kind with a subject (``Quy định của Bộ Chính trị về trách nhiệm nêu gương``)."""
        place, issuer = hit.end + 1, None
        if not self._content.startswith(" ", hit.end):
            return None
        by = issuers.after(place)
        if by is not None:
            issuer, place = by[0], skip(self._content, by[1])
        year = _year_after(self._lexicon).match(self._folded, hit.end)
        if by is None and year is not None:
            by = issuers.after(skip(self._content, year.end()))
            issuer, place = by if by is not None else (None, year.end())
            place = skip(self._content, place)
        about = _about_word(self._lexicon).match(self._folded, place)
        before = None if about is None or issuer is not None else issuers.before(hit.start)
        written = self._capital(hit) if hit.concept.key in _COMMON else self._upper(hit)
        if about is None or (issuer is None and before is None and not written):
            return None
        begin = skip(self._content, about.end(), " :")
        quoted = quotation(self._content, begin, limit)
        end = quoted[2] if quoted else self.clause_end(begin, limit)
        subject = self._content[quoted[0] : quoted[1]] if quoted else self._content[begin:end]
        personnel = pattern(self._lexicon, _SCHEME, "personnel").match(self._folded, begin)
        if len(subject.split()) < _LEAST_WORDS or (personnel and hit.concept.key != "resolution"):
            return None
        if not self._upper(hit) and before is None and not self._known(hit, issuer, begin, end):
            return None
        label = self._content[hit.start : hit.end]
        return Title(
            f"{label} {self._content[place:begin]}{subject}", end, "about", issuer or before, place - 1
        )

    def _known(self, hit: Hit, issuer: Organization | None, begin: int, end: int) -> bool:
        """Whether a kind in lower case names one document: it cites another, or is a central regulation."""
        central = issuer is not None and issuer.level == 0 and issuer.parent is None
        if hit.concept.key == "regulation" and central:
            return True
        return any(not h.weak for h in self._scan.hits_within(begin, end, "document-kind"))

    def _issued(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """Read a capitalised kind whose subject follows at once, after its issuer's verb of issuing."""
        if not self._upper(hit) or not self._content.startswith(" ", hit.end):
            return None
        issuer = issuers.before(hit.start)
        begin = hit.end + 1
        verb = pattern(self._lexicon, _SCHEME, "about-verb").match(self._folded, begin)
        if issuer is None or (verb is None and _untitled(self._lexicon).match(self._folded, begin)):
            return None
        if pattern(self._lexicon, _SCHEME, "personnel").match(self._folded, begin):
            return None
        end = self.clause_end(begin, limit)
        if len(self._content[begin:end].split()) <= _LEAST_WORDS or not self._content[begin].islower():
            return None
        return Title(self._content[hit.start : end], end, "issued", issuer)


def _some_committee(organization: Organization) -> bool:
    """Whether only ``Đảng ủy`` or ``Chi bộ`` is written, which each office has."""
    return committees.nameless(organization) and organization.kind in committees.PARTY - committees.COMMITTEES


@lru_cache(maxsize=4)
def _stops(lexicon: Lexicon, key: str) -> re.Pattern[str]:
    """Words at which a clause ends, in the group; compounds that contain such a word match without it."""
    compound = surface(lexicon, _SCHEME, "compound")
    return re.compile(rf"\s{compound}(?!\w)|,?\s({surface(lexicon, _SCHEME, key)})(?!\w)")


@lru_cache(maxsize=4)
def _of(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s{re.escape(fold(lexicon.concept('cue', 'of').label))}\s")


@lru_cache(maxsize=4)
def _alias(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'alias')}\s$")


@lru_cache(maxsize=4)
def _honorific(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<=\s){surface(lexicon, 'cue', 'honorific')}\s$")


@lru_cache(maxsize=4)
def _part_of_word(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'before-law-word')}\s$")


@lru_cache(maxsize=4)
def _session(lexicon: Lexicon) -> re.Pattern[str]:
    ordinal = surface(lexicon, "congress-cue", "ordinal")
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'session-of')}\s(?:{ordinal}\s)?\d{{1,3}}(?!\w)")


@lru_cache(maxsize=4)
def _clause_words(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'after-comma')}(?!\w)")


@lru_cache(maxsize=4)
def _clauses(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{surface(lexicon, _SCHEME, 'after-comma')}(?!\w)")


@lru_cache(maxsize=4)
def _goes_on(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{surface(lexicon, _SCHEME, 'no-clause')}(?!\w)")


@lru_cache(maxsize=4)
def _acts(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'clause-verb')}(?!\w)")


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
    return re.compile(rf"(?:,|\s{surface(lexicon, 'cue', 'and')})(?:\s({many}))?(?:\s{draft})?\s$")


@lru_cache(maxsize=4)
def _listed(lexicon: Lexicon) -> re.Pattern[str]:
    kinds = "|".join(re.escape(c.label) for c in lexicon.scheme("document-kind"))
    return re.compile(rf"(?:(?:,|,?\s{surface(lexicon, 'cue', 'and')})\s\d+\s(?:{kinds}))*\s")


@lru_cache(maxsize=4)
def _many(lexicon: Lexicon) -> re.Pattern[str]:
    kinds = "|".join(re.escape(c.label) for c in lexicon.scheme("document-kind"))
    many = surface(lexicon, _SCHEME, "plural")
    return re.compile(
        rf"(?<!\w)(?:\d+|{many})\s(?:(?:{kinds})(?:,\s|\s{surface(lexicon, 'cue', 'and')}\s))*$"
    )


@lru_cache(maxsize=4)
def _untitled(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{surface(lexicon, _SCHEME, 'not-title')}(?!\w)")


@lru_cache(maxsize=4)
def _regulates(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'about-verb', 'title-end')}(?!\w)")


@lru_cache(maxsize=4)
def _about_word(lexicon: Lexicon) -> re.Pattern[str]:
    labels = surface(lexicon, _SCHEME, "about")
    return re.compile(rf"{labels}(?!\w)")


@lru_cache(maxsize=4)
def _year_after(lexicon: Lexicon) -> re.Pattern[str]:
    year = surface(lexicon, "cue", "year")
    return re.compile(rf"\s\(?((?:{year}\s)?(?:19|20)\d\d)(?!\d)\)?")
