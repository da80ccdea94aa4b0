"""The titles of documents without a number."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan
from kg.model import BlockKind, Organization
from kg.normalise import fold
from kg.relate import committees
from kg.relate.document_issuers import IssuerReader
from kg.relate.document_laws import LawReader, Title, year_after
from kg.relate.document_subjects import SubjectReader
from kg.relate.phrases import pattern, quotation, skip, surface

_SCHEME = "document-cue"
_NAME = re.compile(r"\s[^\W\d_a-zà-ỹđ][^\W\d_]+\s[^\W\d_a-zà-ỹđ]")
_NAMED = re.compile(r"(?:\s[A-ZĐÀ-Ỹ][^\W\d_]*)+")
_DATED = re.compile(r"(?<![\d/.,])(?:19|20)\d\d(?!\d)")
_COLON = re.compile(r"(?:\s[^\W\d_]+){1,2}\s?:\s?(?=[\"“])")
"""Words that tell a paper more closely before the colon and its title in quotation marks."""
_NUMBER = re.compile(r"\s\d+\s?[-/]\s?(?:\d+/)?[A-ZĐ]{2}")
"""The number of a document in its symbol."""
_LEAST_WORDS = 3
_FEW_WORDS = 3
_AMENDED = 60
_COMMON = frozenset({"decision", "conclusion", "regulation"})
"""Kinds whose words mean much else at the beginning of a sentence."""
_ON_OFFICIALS = frozenset({"decision", "conclusion", "guidance", "plan", "directive"})
"""Kinds that decide on officials without a subject of their own."""
_FORMAL = frozenset({"resolution", "directive", "decree", "circular", "joint-circular", "regulation"})
"""Kinds that are named by issuer and subject, in lower case too."""


class TitleReader:
    """Reads titles in one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon, subjects: SubjectReader) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._content = scan.text.content
        self._folded = scan.text.folded
        self._subjects = subjects
        self._laws = LawReader(scan, lexicon, subjects)

    def title(self, hit: Hit, issuers: IssuerReader) -> Title | None:
        """The title that makes the kind at ``hit`` a document of its own, if there is one."""
        style = hit.concept.one("title") or "none"
        if style == "law" and self._laws.only_a_word(hit):
            return None
        limit = self._scan.sentence(hit.start).end
        if style in ("law", "charter"):
            return self._laws.title(hit, limit)
        if style == "year":
            return self._laws.dated(hit)
        if self._plural(hit):
            return self._known_of_many(hit, limit, issuers)
        if style == "rules":
            return self._rules(hit, limit, issuers)
        if style == "formal-own" and not self._is_strategy(hit):
            return None
        known = self._laws.known(hit) or self._quoted(hit, limit) or self._approving(hit, limit, issuers)
        known = known or self._act(hit, limit, issuers) or self._concluding(hit, limit, issuers)
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
            or self._freeing(hit, limit, issuers)
            or self._issued(hit, limit, issuers)
            or self._amending(hit, limit)
        )

    def amended(self, start: int) -> bool:
        """Whether a law is named as one that the law before it changes, with others."""
        return self._laws.amended(start)

    def _amending(self, hit: Hit, limit: int) -> Title | None:
        """A capitalised kind that changes another document (``Nghị quyết sửa đổi Nghị quyết số …``)."""
        verb = pattern(self._lexicon, _SCHEME, "amends").match(self._folded, hit.end + 1)
        if verb is None or not self._upper(hit) or not self._content.startswith(" ", hit.end):
            return None
        other = self._scan.hits_within(verb.end(), min(limit, verb.end() + _AMENDED), "document-kind")
        if not other or self._content[other[0].start].islower():
            return None
        end = self._subjects.clause_end(hit.end + 1, limit)
        return Title(self._content[hit.start : end], end, "amending")

    def _upper(self, hit: Hit) -> bool:
        return self._content[hit.start].isupper()

    def _plural(self, hit: Hit) -> bool:
        """Whether a count or a word for many stands before (``56 quyết định``, ``các kế hoạch``)."""
        return _many(self._lexicon).search(self._folded, max(0, hit.start - 60), hit.start) is not None

    def _known_of_many(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """A regulation that the vocabulary knows, told as one of several (``các quy định của … về …``)."""
        about = self._about(hit, limit, issuers) if hit.concept.key == "regulation" else None
        known = self._lexicon.concept(_SCHEME, "regulation-title").strong
        return about if about is not None and fold(about.words) in map(fold, known) else None

    def _quoted(self, hit: Hit, limit: int) -> Title | None:
        """A title in quotation marks; a kind that is a verb too needs a capital letter and no colon."""
        begin = skip(self._content, hit.end, " :")
        more = _COLON.match(self._content, hit.end) if hit.concept.one("title") == "own" else None
        quoted = quotation(self._content, more.end() if more is not None else begin, limit)
        if quoted is None or len(self._content[quoted[0] : quoted[1]].split()) < _LEAST_WORDS:
            return None
        if _untitled(self._lexicon).match(self._folded, quoted[0]) and self._content[quoted[0]].islower():
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
        end = self._subjects.clause_end(begin, limit)
        end, issuer = self._whose(begin, self._subjects.title_end(begin, end))
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
        end = self._subjects.title_end(place, self._subjects.clause_end(place, limit))
        if len(self._content[place:end].split()) < 2 * _LEAST_WORDS:
            return None
        label = self._content[hit.start : hit.end]
        words = self._content[place:end]
        quoted = quotation(self._content, skip(self._content, end, " :"), limit)
        if quoted is not None:
            words, end = f"{words} {self._content[quoted[0] : quoted[1]]}", quoted[2]
        return Title(f"{label} {words}", end, "approving", issuer, place - 1)

    def _act(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """A body's decision on something that has a name (``ký quyết định thành lập Trung tâm Báo chí``)."""
        if hit.concept.key != "decision" or not self._content.startswith(" ", hit.end):
            return None
        by = issuers.after(hit.end + 1)
        begin = skip(self._content, by[1]) if by is not None else hit.end + 1
        act = pattern(self._lexicon, _SCHEME, "act").match(self._folded, begin)
        issuer = by[0] if by is not None else None
        issuer = issuer or (issuers.before(hit.start) if act is not None else None)
        if act is None or issuer is None:
            return None
        end = self._subjects.title_end(act.end(), self._subjects.clause_end(begin, limit))
        end = self._sum(act.end(), end)
        if _NUMBER.search(self._content, act.end(), end) is not None:
            return None
        if len(self._content[act.end() : end].split()) < _LEAST_WORDS or not self._names(act.end(), end):
            return None
        words = f"{self._content[hit.start : hit.end]} {self._content[begin:end]}"
        return Title(words, end, "act", issuer)

    def _names(self, start: int, end: int) -> bool:
        """Whether somebody or something is named between two places."""
        tracks = (self._scan.people, self._scan.bodies, self._scan.units)
        found = any(track.within(start, end) for track in tracks)
        return found or _NAME.search(self._content, start, end) is not None

    def _sum(self, start: int, end: int) -> int:
        """Where the words for a sum or reason begin, which belong to no title (``với số tiền …``)."""
        found = _because(self._lexicon).search(self._folded, start, end)
        return found.start() if found is not None else end

    def _concluding(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """Conclusions of a session, or of an inspection that its subject and its body tell."""
        apart = not self._content.startswith(" ", hit.end)
        if hit.concept.key != "conclusion" or apart or self._is_verb(hit):
            return None
        held = _after_session(self._lexicon).match(self._folded, hit.end)
        of = issuers.after(held.end() + 1) if held is not None else None
        if of is not None:
            return Title(self._content[hit.start : of[1]], of[1], "session", of[0])
        by = issuers.after(hit.end + 1)
        session = _after_session(self._lexicon).match(self._folded, by[1]) if by is not None else None
        if by is not None and session is not None:
            return Title(self._content[hit.start : session.end()], session.end(), "session", by[0])
        inspected = _inspected(self._lexicon).match(self._folded, hit.start)
        if inspected is None:
            return None
        begin = hit.end + 1
        end = self._subjects.title_end(begin, self._subjects.clause_end(begin, limit))
        end, issuer = self._whose(begin, end)
        issuer = issuer or issuers.before(hit.start)
        if issuer is None or len(self._content[begin:end].split()) < _LEAST_WORDS:
            return None
        return Title(self._content[hit.start : end], end, "act", issuer)

    def _is_verb(self, hit: Hit) -> bool:
        """Whether the kind is a verb in the passive (``đã được kết luận tại kỳ họp``)."""
        passive = _was(self._lexicon).search(self._folded, max(0, hit.start - 30), hit.start)
        return passive is not None and self._content[hit.start].islower()

    def _master(self, hit: Hit, limit: int) -> Title | None:
        """A master plan of a named place or year (``Quy hoạch chung thành phố đến năm 2040``)."""
        of = pattern(self._lexicon, _SCHEME, "master-of").match(self._folded, hit.end + 1)
        field = pattern(self._lexicon, _SCHEME, "master-of-field").match(self._folded, hit.end + 1)
        of = of or field
        if of is None:
            return self._of_area(hit, limit)
        end = self._subjects.title_end(of.end(), self._subjects.clause_end(hit.end + 1, limit))
        named = _NAME.search(self._content, of.end(), end)
        if not (_DATED.search(self._content, hit.end, end) or (named and field is None)):
            return None
        if len(self._content[of.end() : end].split()) < _LEAST_WORDS - 1:
            return None
        return Title(self._content[hit.start : end], end, "own")

    def _of_area(self, hit: Hit, limit: int) -> Title | None:
        """A master plan of an area that has a name (``quy hoạch khu đô thị Tây Bắc``), not its border."""
        area = _area(self._lexicon).match(self._folded, hit.end)
        low = max(0, hit.start - 20)
        if area is None or _border(self._lexicon).search(self._folded, low, hit.start):
            return None
        name = _NAMED.match(self._content, area.end())
        if name is None or name.end() > limit:
            return None
        return Title(self._content[hit.start : name.end()], name.end(), "own")

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
        if hit.concept.key == "code-of-conduct" and of is not None:
            return self._conduct(hit, of.end(), limit)
        if not self._upper(hit):
            return None
        about = self._about(hit, limit, issuers)
        if about is not None or of is None or not self._long(of.end(), limit):
            return about
        if _untitled(self._lexicon).match(self._folded, of.end() + 1):
            return None
        end = self._subjects.clause_end(hit.end + 1, limit)
        return Title(self._content[hit.start : end], end, "own")

    def _conduct(self, hit: Hit, start: int, limit: int) -> Title | None:
        """A code of conduct of somebody or for a place, in lower case too (``quy tắc ứng xử ở nơi …``)."""
        whose = pattern(self._lexicon, _SCHEME, "conduct-of").match(self._folded, start + 1)
        if whose is None:
            return None
        end = self._subjects.title_end(whose.end(), self._subjects.clause_end(hit.end + 1, limit))
        if len(self._content[whose.end() : end].split()) < _LEAST_WORDS - 1:
            return None
        return Title(self._content[hit.start : end], end, "own")

    def _long(self, start: int, limit: int) -> bool:
        end = self._subjects.clause_end(start, limit)
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
            return self._of_years(hit, place, limit, issuer)
        end = self._subjects.clause_end(place, limit)
        words = self._content[place:end]
        cites = any(
            not h.weak and h.start >= place for h in self._scan.hits_within(place, end, "document-kind")
        )
        dated = _DATED.search(words) is not None
        if not (cites or (dated and len(words.split()) > _LEAST_WORDS + 1)):
            return None
        label = self._content[hit.start : hit.end]
        return Title(f"{label} {words}", end, "task", issuer, place - 1)

    def _of_years(self, hit: Hit, place: int, limit: int, issuer: Organization | None) -> Title | None:
        """A plan that the year or years make one (``Kế hoạch sử dụng đất năm 2016, 2017 của huyện``)."""
        years = _yearly(self._lexicon).match(self._folded, place, limit)
        if years is None or not self._capital(hit):
            return None
        end = years.end()
        of = _of(self._lexicon).match(self._folded, end)
        if of is not None:
            unit, body = self._scan.units.at(of.end()), self._scan.bodies.at(of.end())
            issuer = issuer or (body.organization if body is not None else None)
            end = unit.end if unit is not None and body is None else end
        return Title(f"{self._content[hit.start : hit.end]} {self._content[place:end]}", end, "task", issuer)

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
        year = year_after(self._lexicon).match(self._folded, hit.end)
        if by is None and year is not None:
            by = issuers.after(skip(self._content, year.end()))
            issuer, place = by if by is not None else (None, year.end())
            place = skip(self._content, place)
        new = _new(self._lexicon).match(self._folded, place) if self._drafted(hit) else None
        if issuer is not None and by is not None and self._upper(hit):
            shared = self._shared(hit, by[1], limit, issuers)
            if shared is not None:
                return Title(shared, by[1], "about", issuer, by[1])
        about = _about_word(self._lexicon).match(self._folded, new.end() if new is not None else place)
        place = about.start() if about is not None else place
        before = None if about is None or issuer is not None else issuers.before(hit.start)
        written = self._capital(hit) if hit.concept.key in _COMMON else self._upper(hit)
        if about is None or (issuer is None and before is None and not (written or self._drafted(hit))):
            return self._regulating(hit, place, limit, issuer) if about is None else None
        begin = skip(self._content, about.end(), " :")
        quoted = quotation(self._content, begin, limit)
        end = quoted[2] if quoted else self._subjects.clause_end(begin, limit)
        subject = self._content[quoted[0] : quoted[1]] if quoted else self._content[begin:end]
        personnel = pattern(self._lexicon, _SCHEME, "personnel").match(self._folded, begin)
        if len(subject.split()) < _LEAST_WORDS or (personnel and hit.concept.key in _ON_OFFICIALS):
            return None
        if self._subjects.told_before(begin, end):
            return None
        told = self._upper(hit) or before is not None or self._drafted(hit)
        if not told and not self._known(hit, issuer, begin, end):
            return None
        label = self._content[hit.start : hit.end]
        return Title(
            f"{label} {self._content[place:begin]}{subject}", end, "about", issuer or before, place - 1
        )

    def _shared(self, hit: Hit, place: int, limit: int, issuers: IssuerReader) -> str | None:
        """The title with what the next of a list is about (``Chỉ thị của … và Kế hoạch của … về …``)."""
        join = _conjunction(self._lexicon).match(self._folded, place)
        after = self._scan.hits_at(join.end(), "document-kind") if join is not None else []
        other = next((h for h in after if not h.weak and h.concept.key != hit.concept.key), None)
        if other is None or issuers.after(other.end + 1) is None:
            return None
        title = self._about(other, limit, issuers)
        if title is None:
            return None
        label = self._content[hit.start : hit.end]
        return label + title.words[other.end - other.start :]

    def _regulating(self, hit: Hit, place: int, limit: int, issuer: Organization | None) -> Title | None:
        """A draft that says what it lays down (``dự thảo Nghị định của Chính phủ quy định …``)."""
        verb = pattern(self._lexicon, _SCHEME, "about-verb").match(self._folded, place)
        if issuer is None or verb is None or not self._drafted(hit):
            return None
        end = self._subjects.clause_end(verb.end(), limit)
        if len(self._content[verb.end() : end].split()) < _LEAST_WORDS:
            return None
        words = f"{self._content[hit.start : hit.end]} {self._content[place:end]}"
        return Title(words, end, "issued", issuer, place - 1)

    def _freeing(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """A resolution by which somebody lays down an office (``Nghị quyết cho bà … thôi làm nhiệm vụ``)."""
        begin = hit.end + 1
        verb = _frees(self._lexicon).match(self._folded, begin) if hit.concept.key == "resolution" else None
        issuer = issuers.before(hit.start) if verb is not None else None
        if verb is None or issuer is None:
            return None
        end = self._subjects.clause_end(begin, limit)
        if not self._scan.people.within(begin, end):
            return None
        return Title(self._content[hit.start : end], end, "act", issuer)

    def _drafted(self, hit: Hit) -> bool:
        """Whether a draft is named, which has a title of its own before it is issued."""
        return _draft(self._lexicon).search(self._folded, max(0, hit.start - 20), hit.start) is not None

    def _known(self, hit: Hit, issuer: Organization | None, begin: int, end: int) -> bool:
        """Whether a kind in lower case names one document: it cites another, or is a central regulation."""
        central = issuer is not None and issuer.level == 0 and issuer.parent is None
        if hit.concept.key == "regulation" and central:
            return True
        if hit.concept.key in _FORMAL and issuer is not None and not committees.nameless(issuer):
            return len(self._content[begin:end].split()) > _LEAST_WORDS
        return any(not h.weak for h in self._scan.hits_within(begin, end, "document-kind"))

    def _issued(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """Read a capitalised kind whose subject follows at once, after its issuer's verb of issuing."""
        if not self._upper(hit) or not self._content.startswith(" ", hit.end):
            return None
        issuer = issuers.before(hit.start)
        begin = hit.end + 1
        verb = pattern(self._lexicon, _SCHEME, "about-verb").match(self._folded, begin)
        resolved = verb is not None and hit.concept.key == "resolution"
        if issuer is None and not (resolved and issuers.passed_with_others(hit.start)):
            return None
        if verb is None and _untitled(self._lexicon).match(self._folded, begin):
            return None
        if pattern(self._lexicon, _SCHEME, "personnel").match(self._folded, begin):
            return None
        end = self._subjects.clause_end(begin, limit)
        if len(self._content[begin:end].split()) <= _LEAST_WORDS or not self._content[begin].islower():
            return None
        return Title(self._content[hit.start : end], end, "issued", issuer)


def _some_committee(organization: Organization) -> bool:
    """Whether only ``Đảng ủy`` or ``Chi bộ`` is written, which each office has."""
    return committees.nameless(organization) and organization.kind in committees.PARTY - committees.COMMITTEES


@lru_cache(maxsize=4)
def _of(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s{re.escape(fold(lexicon.concept('cue', 'of').label))}\s")


@lru_cache(maxsize=4)
def _alias(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'alias')}\s$")


@lru_cache(maxsize=4)
def _draft(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'draft')}\s$")


@lru_cache(maxsize=4)
def _frees(lexicon: Lexicon) -> re.Pattern[str]:
    """What a resolution does to somebody's office."""
    let = rf"{surface(lexicon, _SCHEME, 'let')}\s[^,;:.]{{4,60}}?\s{surface(lexicon, _SCHEME, 'stops')}"
    return re.compile(rf"(?:{surface(lexicon, _SCHEME, 'frees')}|{let})(?!\w)")


@lru_cache(maxsize=4)
def _inspected(lexicon: Lexicon) -> re.Pattern[str]:
    """Conclusions of an inspection with what was inspected."""
    inspection = surface(lexicon, _SCHEME, "inspection")
    return re.compile(rf"{inspection}\s{surface(lexicon, _SCHEME, 'inspected')}(?!\w)")


@lru_cache(maxsize=4)
def _was(lexicon: Lexicon) -> re.Pattern[str]:
    """A word for the passive where the search ends."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'issued-by')}\s$")


@lru_cache(maxsize=4)
def _because(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'because')}(?!\w)")


@lru_cache(maxsize=4)
def _after_session(lexicon: Lexicon) -> re.Pattern[str]:
    """The session after which something was concluded."""
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'at-session')}{_session(lexicon).pattern}")


@lru_cache(maxsize=4)
def _session(lexicon: Lexicon) -> re.Pattern[str]:
    ordinal = surface(lexicon, "congress-cue", "ordinal")
    spelt = "|".join(fold(w) for c in lexicon.scheme("congress-cue") if c.notation for w in c.strong)
    number = rf"(?:(?:{ordinal}\s)?\d{{1,3}}|{ordinal}\s(?:{spelt}))(?!\w)"
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'session-of')}\s{number}")


@lru_cache(maxsize=4)
def _listed(lexicon: Lexicon) -> re.Pattern[str]:
    kinds = "|".join(re.escape(c.label) for c in lexicon.scheme("document-kind"))
    return re.compile(rf"(?:(?:,|,?\s{surface(lexicon, 'cue', 'and')})\s\d+\s(?:{kinds}))*\s")


@lru_cache(maxsize=4)
def _area(lexicon: Lexicon) -> re.Pattern[str]:
    """The kind of an area, before its name."""
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'area')}(?!\w)")


@lru_cache(maxsize=4)
def _border(lexicon: Lexicon) -> re.Pattern[str]:
    """What makes a master plan a place on the ground."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'border')}\s$")


@lru_cache(maxsize=4)
def _yearly(lexicon: Lexicon) -> re.Pattern[str]:
    """What is planned by the year, with the years."""
    join = rf"(?:,|\s{surface(lexicon, 'cue', 'and')}|\s?[-–])\s?"
    of = surface(lexicon, _SCHEME, "of-years")
    year = r"(?:19|20)\d\d"
    return re.compile(rf"{surface(lexicon, _SCHEME, 'yearly')}(?:\s{of})*\s{year}(?:{join}{year})*(?!\d)")


@lru_cache(maxsize=4)
def _conjunction(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s?,?\s{surface(lexicon, 'cue', 'and')}\s")


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
def _new(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{surface(lexicon, _SCHEME, 'new')}\s")


@lru_cache(maxsize=4)
def _about_word(lexicon: Lexicon) -> re.Pattern[str]:
    labels = surface(lexicon, _SCHEME, "about")
    return re.compile(rf"{labels}(?!\w)")
