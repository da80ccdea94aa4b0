"""The titles of documents without a number."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan
from kg.model import BlockKind, Organization
from kg.normalise import fold
from kg.relate import committees
from kg.relate.congress_refs import ordinal
from kg.relate.document_acts import ActReader
from kg.relate.document_issuers import DRAWN_UP, ISSUED_NOW, IssuerReader
from kg.relate.document_laws import LawReader, Title, year_after
from kg.relate.document_passing import passed, passed_with_others, verb_of_several
from kg.relate.document_plans import PlanReader, several
from kg.relate.document_subjects import SubjectReader
from kg.relate.document_verbs import carrying_out, only_verbs
from kg.relate.phrases import pattern, quotation, skip, surface

_SCHEME = "document-cue"
_DATED = re.compile(r"(?<![\d/.,])(?:19|20)\d\d(?!\d)")
_COLON = re.compile(r"(?:\s[^\W\d_]+){1,2}\s?:\s?(?=[\"“])")
"""Words that tell a paper more closely before the colon and its title in quotation marks."""
_LEAST_WORDS = 3
_FEW_WORDS = 3
_AMENDED = 60
_ASKED = 120
_COMMON = frozenset({"decision", "conclusion", "regulation"})
"""Kinds whose words mean much else at the beginning of a sentence."""
_ON_OFFICIALS = frozenset({"decision", "conclusion", "guidance", "plan", "directive"})
"""Kinds that decide on officials without a subject of their own."""
_DRAWN = "design"
"""What architects draw as well; a paper is only one of a plan (``đồ án quy hoạch …``)."""
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
        self._acts = ActReader(scan, lexicon, subjects)
        self._plans = PlanReader(scan, lexicon, subjects)

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
            quoted = self._quoted(hit, limit) if style == "own" else None
            return quoted or self._known_of_many(hit, limit, issuers)
        if style == "rules":
            return self._rules(hit, limit, issuers)
        if style == "formal-own" and not self._is_strategy(hit):
            return None
        known = self._laws.known(hit) or self._quoted(hit, limit) or self._acts.approving(hit, limit, issuers)
        known = known or self._acts.act(hit, limit, issuers) or self._acts.concluding(hit, limit, issuers)
        if known is not None or style == "none":
            programme = known is None and hit.concept.key == "programme"
            return self._plans.programme(hit, limit, issuers) if programme else known
        if style == "own":
            return self._own(hit, limit)
        if style == "formal-own":
            own = self._own(hit, limit)
            return own if own and (self._upper(hit) or _DATED.search(own.words)) else None
        if style == "master":
            return self._plans.master(hit, limit)
        if style == "task":
            return self._plans.task(hit, limit, issuers) or self._named_plan(hit, limit, issuers)
        if style == "session":
            return self._acts.session(hit, limit, issuers) or self._released(hit, limit, issuers)
        if style == "formal" and not self._upper(hit):
            return self._decided(hit, limit, issuers)
        return (
            self._about(hit, limit, issuers)
            or self._acts.freeing(hit, limit, issuers)
            or self._issued(hit, limit, issuers)
            or self._amending(hit, limit)
        )

    def _decided(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """A decision in lower case whose issuer and subject are told (``vừa ban hành quyết định về …``)."""
        if issuers.before(hit.start, *ISSUED_NOW) is None or self._only_asked(hit):
            return None
        title = self._about(hit, limit, issuers)
        return title if title is not None and len(title.words.split()) > 2 * _LEAST_WORDS else None

    def _released(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """What a body has told the press about (``đã ra thông cáo về việc xử lý …``)."""
        title = self._about(hit, limit, issuers) if issuers.before(hit.start) is not None else None
        return title if title is not None and len(title.words.split()) > 2 * _LEAST_WORDS else None

    def _named_plan(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """A capitalised plan with a subject, one that is issued, or a draft with words of its own."""
        if not self._upper(hit):
            return None
        end = self._subjects.clause_end(hit.end + 1, limit)
        if only_verbs(self._lexicon).fullmatch(self._folded, hit.end + 1, end) is not None:
            return None
        told = self._about(hit, limit, issuers) or self._issued(hit, limit, issuers, *DRAWN_UP)
        return told or (self._own(hit, limit) if self._drafted(hit) else None)

    def amended(self, start: int, end: int) -> bool:
        """Whether a law is named as one that the law before it changes: a day behind it is that one's."""
        return self._laws.amended(start) or self._laws.day_of_amending(start, end)

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
        return several(self._lexicon).search(self._folded, max(0, hit.start - 60), hit.start) is not None

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
        if _not_named(self._lexicon).search(self._folded, max(0, hit.start - 30), hit.start):
            return None
        about = pattern(self._lexicon, _SCHEME, "about").match(self._folded, begin)
        if about is None and not self._content[begin].isalpha():
            return None
        if _untitled(self._lexicon).match(self._folded, begin):
            return None
        if pattern(self._lexicon, "cue", "honorific").match(self._folded, begin):
            return None
        if self._scan.bodies.at(begin) is not None or self._scan.roles.at(begin) is not None:
            return None
        end = self._subjects.clause_end(begin, limit)
        end, issuer = self._subjects.whose(begin, self._subjects.title_end(begin, end))
        headline = self._scan.sentence(hit.start).kind in (BlockKind.TITLE, BlockKind.HEADING)
        if headline or len(self._content[begin:end].split()) < _LEAST_WORDS or self._general(begin, end):
            return None
        if hit.concept.key == _DRAWN and not self._scan.hits_within(begin, end, "document-kind"):
            return None
        return Title(self._content[hit.start : end], end, "own", issuer)

    def _general(self, begin: int, end: int) -> bool:
        """Whether the words tell no document from another (``đồ án quy hoạch chi tiết 1/500``)."""
        words = self._content[begin:end].split()
        if _some_other(self._lexicon).fullmatch(self._folded, begin, end) is not None:
            return True
        common = self._content[begin:end].islower() and _DATED.search(self._content, begin, end) is None
        return common and (len(words) <= _FEW_WORDS or "/" in words[-1])

    def _is_alias(self, hit: Hit) -> bool:
        return _alias(self._lexicon).search(self._folded, max(0, hit.start - 30), hit.start) is not None

    def _rules(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """Rules of a named organisation (``Quy chế làm việc của Tỉnh ủy``), or with a subject."""
        of = pattern(self._lexicon, _SCHEME, "rules-of").match(self._folded, hit.end + 1)
        if of is not None:
            place = _in_brackets(self._lexicon).match(self._folded, of.end())
            place_end = place.end() if place is not None else of.end()
            by = pattern(self._lexicon, _SCHEME, "by").match(self._folded, place_end + 1)
            named = self._organs(by.end() + 1, issuers) if by else None
            told = named is not None and not _some_committee(named[0])
            issuer = issuers.before(hit.start, *ISSUED_NOW) if named is not None and not told else None
            if named is not None and self._upper(hit) and (told or issuer is not None):
                title = self._content[hit.start : named[1]]
                return Title(title, named[1], "rules", issuer or named[0])
        quoted = self._quoted(hit, limit)
        if quoted is not None:
            return quoted
        if hit.concept.key == "code-of-conduct" and of is not None:
            return self._conduct(hit, of.end(), limit)
        if not self._upper(hit):
            return self._issued_rules(hit, limit, issuers)
        about = self._about(hit, limit, issuers)
        if about is not None or of is None or not self._long(of.end(), limit):
            return about or self._issued(hit, limit, issuers)
        if _untitled(self._lexicon).match(self._folded, of.end() + 1):
            return None
        end = self._subjects.clause_end(hit.end + 1, limit)
        return Title(self._content[hit.start : end], end, "own")

    def _organs(self, place: int, issuers: IssuerReader) -> tuple[Organization, int] | None:
        """Whose rules they are: a body, or the committee whose organs are listed up to its name."""
        named = issuers.named(place)
        listed = _some_organs(self._lexicon).match(self._folded, place)
        last = issuers.named(listed.end()) if listed is not None else None
        if last is None or not self._of_party(last[0]):
            return named
        return last[0].parent or last[0], last[1]

    def _issued_rules(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """Rules in lower case whose issuer and subject are told (``vừa ban hành quy chế tuyển sinh …``)."""
        issuer = issuers.before(hit.start, *ISSUED_NOW)
        if issuer is None or self._only_asked(hit) or not self._content.startswith(" ", hit.end):
            return None
        end = self._subjects.clause_end(hit.end + 1, limit)
        if len(self._content[hit.end : end].split()) <= _LEAST_WORDS:
            return None
        return Title(self._content[hit.start : end], end, "issued", issuer)

    def _only_asked(self, hit: Hit) -> bool:
        """Whether somebody is only told to have a paper issued (``giao Sở tham mưu UBND tỉnh ban hành``)."""
        low = max(self._scan.sentence(hit.start).start, hit.start - _ASKED)
        return _asked(self._lexicon).search(self._folded, low, hit.start) is not None

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

    def _about(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """A kind with a subject (``Quy định của Bộ Chính trị về trách nhiệm nêu gương``)."""
        place, issuer = hit.end + 1, None
        if not self._content.startswith(" ", hit.end):
            return None
        by = issuers.after(place)
        if by is not None:
            issuer, place = by[0], skip(self._content, by[1], " ,(")
            session = ordinal(self._content, self._folded, place, self._lexicon)
            place = skip(self._content, session[1] if session is not None else by[1], " )")
        year = year_after(self._lexicon).match(self._folded, hit.end)
        if by is None and year is not None:
            by = issuers.after(skip(self._content, year.end()))
            issuer, place = by if by is not None else (None, year.end())
            place = skip(self._content, place)
        issuer = issuer or (self._drafter(hit, issuers) if by is None else None)
        issued = self._upper(hit) and issuers.before(hit.start, *ISSUED_NOW) is not None
        recent = self._drafted(hit) or issued
        new = _new(self._lexicon, "new" if recent else "special").match(self._folded, place)
        if issuer is not None and by is not None and self._upper(hit):
            shared = self._shared(hit, by[1], limit, issuers)
            if shared is not None:
                return Title(shared, by[1], "about", issuer, by[1])
        about = _about_word(self._lexicon).match(self._folded, new.end() if new is not None else place)
        place = about.start() if about is not None else place
        before = None if about is None or issuer is not None else issuers.before(hit.start)
        written = self._capital(hit) if hit.concept.key in _COMMON else self._upper(hit)
        signed = issuer is not None and self._signed(hit)
        written = written or signed or self._drafted(hit) or self._passed(hit)
        if about is None or (issuer is None and before is None and not written):
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
        told = self._upper(hit) or signed or before is not None or self._drafted(hit) or self._passed(hit)
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

    def _passed(self, hit: Hit) -> bool:
        """Whether a resolution is named as passed, by itself or with others."""
        if hit.concept.key != "resolution":
            return False
        several = verb_of_several(self._scan, hit.start, self._lexicon)
        return passed(self._scan, hit.start, self._lexicon) or several is not None

    def _signed(self, hit: Hit) -> bool:
        """Whether somebody has just signed a paper of a body's (``ông A vừa ký ban hành kết luận của …``).

        Of decisions in lower case most are about single officials.
        """
        low = max(self._scan.sentence(hit.start).start, hit.start - _ASKED)
        just = _just_issued(self._lexicon).search(self._folded, low, hit.start)
        return just is not None and hit.concept.key != "decision"

    def _drafted(self, hit: Hit) -> bool:
        """Whether a draft is named, which has a title of its own before it is issued."""
        return _draft(self._lexicon).search(self._folded, max(0, hit.start - 20), hit.start) is not None

    def _drafter(self, hit: Hit, issuers: IssuerReader) -> Organization | None:
        """The ministry that shows a draft of its own circular (``đang lấy ý kiến dự thảo Thông tư …``)."""
        draft = _draft(self._lexicon).search(self._folded, max(0, hit.start - 20), hit.start)
        own = draft is not None and hit.concept.key == "circular"
        return issuers.before(draft.start(), "drafts") if own and draft is not None else None

    def _known(self, hit: Hit, issuer: Organization | None, begin: int, end: int) -> bool:
        """Whether a kind in lower case names one document: it cites another, or is a party regulation.

        What organs of the state lay down (``theo quy định của Chính phủ về …``) is no document of its own.
        """
        central = issuer is not None and issuer.level == 0 and issuer.parent is None
        laid_down = hit.concept.key == "regulation" and issuer is not None and not self._of_party(issuer)
        if hit.concept.key == "regulation" and central:
            return not laid_down
        formal = hit.concept.key in _FORMAL and not laid_down
        if formal and issuer is not None and not committees.nameless(issuer):
            return len(self._content[begin:end].split()) > _LEAST_WORDS
        return any(not h.weak for h in self._scan.hits_within(begin, end, "document-kind"))

    def _of_party(self, issuer: Organization) -> bool:
        return self._lexicon.concept("body", issuer.kind).one("side") == "party"

    def _issued(self, hit: Hit, limit: int, issuers: IssuerReader, *verbs: str) -> Title | None:
        """Read a kind whose subject follows at once, after its issuer's verb of issuing.

        In lower case it must be laid down by rule: a draft, or just issued.
        """
        begin = hit.end + 1
        verb = pattern(self._lexicon, _SCHEME, "about-verb").match(self._folded, begin)
        formal = verb is not None and hit.concept.key in _FORMAL
        laid_down = formal and self._drafted(hit)
        written = self._upper(hit) or laid_down or (formal and self._passed(hit))
        drafter = self._drafter(hit, issuers) if laid_down else None
        issuer = issuers.before(hit.start, *(verbs if written else ISSUED_NOW)) if written or formal else None
        issuer = issuer or drafter
        if not (written or issuer is not None) or not self._content.startswith(" ", hit.end):
            return None
        resolved = hit.concept.key == "resolution" and (formal or self._upper(hit))
        listed = resolved and passed_with_others(self._scan, hit.start, self._lexicon)
        if issuer is None and not laid_down and not listed:
            return None
        ensured = self._capital(hit) and issuer is not None
        untitled = pattern(self._lexicon, _SCHEME, "not-title") if ensured else _untitled(self._lexicon)
        if verb is None and untitled.match(self._folded, begin):
            return None
        personnel = pattern(self._lexicon, _SCHEME, "personnel").match(self._folded, begin)
        if personnel is not None and (verb is None or verb.end() <= personnel.end()):
            return None
        end = self._subjects.clause_end(begin, limit)
        named = verb is None and not self._content[begin].islower()
        if len(self._content[begin:end].split()) <= _LEAST_WORDS or named:
            return None
        return Title(self._content[hit.start : end], end, "issued", issuer)


@lru_cache(maxsize=4)
def _some_organs(lexicon: Lexicon) -> re.Pattern[str]:
    """Organs that a list names before the last one (``Ban Chấp hành, Ban Thường vụ``)."""
    join = rf"(?:,|\s{surface(lexicon, 'cue', 'and')})\s"
    return re.compile(rf"(?:[^\s,;.:()]+(?:\s[^\s,;.:()]+){{1,2}}?{join}){{1,2}}")


def _some_committee(organization: Organization) -> bool:
    """Whether only ``Đảng ủy`` or ``Chi bộ`` is written, which each office has."""
    return committees.nameless(organization) and organization.kind in committees.PARTY - committees.COMMITTEES


@lru_cache(maxsize=4)
def _just_issued(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of issuing in the past where the search ends."""
    done, verb = surface(lexicon, _SCHEME, "done"), surface(lexicon, _SCHEME, "issues")
    return re.compile(rf"(?<!\w){done}\s{verb}\s$")


@lru_cache(maxsize=4)
def _asked(lexicon: Lexicon) -> re.Pattern[str]:
    """Whom somebody tells to do something, in the clause that ends where the search does."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'orders')}\s[^,;:.]*$")


@lru_cache(maxsize=4)
def _in_brackets(lexicon: Lexicon) -> re.Pattern[str]:
    """That rules are changed ones, in brackets."""
    return re.compile(rf"\s\({surface(lexicon, _SCHEME, 'amends')}\)")


@lru_cache(maxsize=4)
def _alias(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'alias')}\s$")


@lru_cache(maxsize=4)
def _some_other(lexicon: Lexicon) -> re.Pattern[str]:
    """What a paper carries out, of which only the kind is told (``Đề án thực hiện Nghị quyết này``)."""
    kinds = "|".join(re.escape(fold(c.label)) for c in lexicon.scheme("document-kind"))
    this = surface(lexicon, _SCHEME, "this")
    return re.compile(rf"{carrying_out(lexicon)}\s(?:{kinds})(?:\s{this})?")


@lru_cache(maxsize=4)
def _not_named(lexicon: Lexicon) -> re.Pattern[str]:
    """What goes before papers that are not named: who sees to one, or what is done with any."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'before-any')}\s$")


@lru_cache(maxsize=4)
def _draft(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'draft')}\s$")


@lru_cache(maxsize=4)
def _conjunction(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s?,?\s{surface(lexicon, 'cue', 'and')}\s")


@lru_cache(maxsize=4)
def _untitled(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{surface(lexicon, _SCHEME, 'not-title', 'ensures')}(?!\w)")


@lru_cache(maxsize=4)
def _new(lexicon: Lexicon, key: str) -> re.Pattern[str]:
    return re.compile(rf"{surface(lexicon, _SCHEME, key)}\s")


@lru_cache(maxsize=4)
def _about_word(lexicon: Lexicon) -> re.Pattern[str]:
    labels = surface(lexicon, _SCHEME, "about")
    return re.compile(rf"{labels}(?!\w)")
