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
from kg.relate.document_about import ASKED, LEAST_WORDS, SubjectTitles, untitled
from kg.relate.document_acts import ActReader
from kg.relate.document_issuers import DRAWN_UP, ISSUED_NOW, IssuerReader
from kg.relate.document_laws import LawReader, Title, anew
from kg.relate.document_plans import PlanReader, several
from kg.relate.document_subjects import SubjectReader
from kg.relate.document_verbs import carrying_out, only_verbs
from kg.relate.phrases import kinds, pattern, quotation, skip, surface

_SCHEME = "document-cue"
_DATED = re.compile(r"(?<![\d/.,])(?:19|20)\d\d(?!\d)")
_COLON = re.compile(r"(?:\s[^\W\d_]+){1,2}\s?:\s?(?=[\"“])")
"""Words that tell a paper more closely before the colon and its title in quotation marks."""
_FEW_WORDS = 3
_ANNOUNCED = frozenset({"announcement", "conclusion-announcement"})
_INSPECTION = "inspection-committee"
_AMENDED = 60
_OF_LAWS = frozenset({"law", "charter", "year"})
_DRAWN = "design"
"""What architects draw as well; a paper is only one of a plan (``đồ án quy hoạch …``)."""


class TitleReader(SubjectTitles):
    """Reads titles in one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon, subjects: SubjectReader) -> None:
        super().__init__(scan, lexicon, subjects)
        self._laws = LawReader(scan, lexicon, subjects)
        self._acts = ActReader(scan, lexicon, subjects)
        self._plans = PlanReader(scan, lexicon, subjects)

    def title(self, hit: Hit, issuers: IssuerReader) -> Title | None:
        """The title that makes the kind at ``hit`` a document of its own, if there is one."""
        style = hit.concept.one("title") or "none"
        limit = self._scan.sentence(hit.start).end
        if style in _OF_LAWS:
            return self._of_laws(hit, style, limit)
        if self._plural(hit):
            quoted = self._quoted(hit, limit) if style == "own" else None
            return quoted or self._known_of_many(hit, limit, issuers)
        if style == "rules":
            return self._rules(hit, limit, issuers)
        if style == "formal-own" and not self._is_strategy(hit):
            return None
        known = self._laws.known(hit) or self._quoted(hit, limit) or self._acts.approving(hit, limit, issuers)
        known = known or self._acts.act(hit, limit, issuers) or self._acts.concluding(hit, limit, issuers)
        known = known or self._announced(hit, limit, issuers)
        if known is not None or style == "none":
            programme = known is None and hit.concept.key == "programme"
            return self._plans.programme(hit, limit, issuers) if programme else known
        return self._of_style(hit, style, limit, issuers)

    def _of_laws(self, hit: Hit, style: str, limit: int) -> Title | None:
        """A law, a charter, or a constitution of a year."""
        if style == "year":
            return self._laws.dated(hit)
        return None if style == "law" and self._laws.only_a_word(hit) else self._laws.title(hit, limit)

    def _of_style(self, hit: Hit, style: str, limit: int, issuers: IssuerReader) -> Title | None:
        """The title as documents of this kind bear it."""
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
        return title if title is not None and len(title.words.split()) > 2 * LEAST_WORDS else None

    def _announced(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """What an inspection committee announces of a session (``Thông báo kỳ họp thứ 20 của …``)."""
        title = self._acts.session(hit, limit, issuers) if hit.concept.key in _ANNOUNCED else None
        issuer = title.issuer or issuers.before(hit.start) if title is not None else None
        inspects = issuer is not None and issuer.kind == _INSPECTION
        return title._replace(issuer=issuer) if title is not None and inspects else None

    def _released(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """What a body has told the press about (``đã ra thông cáo về việc xử lý …``)."""
        title = self._about(hit, limit, issuers) if issuers.before(hit.start) is not None else None
        return title if title is not None and len(title.words.split()) > 2 * LEAST_WORDS else None

    def _named_plan(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """A capitalised plan with a subject, one that is issued, or a draft with words of its own."""
        if not self._upper(hit):
            return None
        end = self._subjects.clause_end(hit.end + 1, limit)
        if only_verbs(self._lexicon).fullmatch(self._folded, hit.end + 1, end) is not None:
            return None
        told = self._about(hit, limit, issuers) or self._issued(hit, limit, issuers, *DRAWN_UP)
        own = self._own(hit, limit) if told is None else None
        years = own is not None and _DATED.search(own.words) is not None
        return told or (own if years or self._drafted(hit) else None)

    def amended(self, start: int, end: int) -> bool:
        """Whether a law is named as one that the law before it changes: a day behind it is that one's."""
        if self._laws.amended(start):
            return not self._laws.numbered_with(start)
        return self._laws.day_of_amending(start, end)

    def _amending(self, hit: Hit, limit: int) -> Title | None:
        """A capitalised kind that changes or replaces another (``Nghị quyết sửa đổi Nghị quyết số …``)."""
        verb = pattern(self._lexicon, _SCHEME, "amends", "replaces").match(self._folded, hit.end + 1)
        if verb is None or not self._upper(hit) or not self._content.startswith(" ", hit.end):
            return None
        other = self._scan.hits_within(verb.end(), min(limit, verb.end() + _AMENDED), "document-kind")
        if not other or self._content[other[0].start].islower():
            return None
        end = self._subjects.clause_end(hit.end + 1, limit)
        return Title(self._content[hit.start : end], end, "amending")

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
        if quoted is None or len(self._content[quoted[0] : quoted[1]].split()) < LEAST_WORDS:
            return None
        if untitled(self._lexicon).match(self._folded, quoted[0]) and self._content[quoted[0]].islower():
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

    def _own(self, hit: Hit, limit: int) -> Title | None:
        """A title that follows its kind at once (``Đề án phát triển nguồn nhân lực``)."""
        begin = hit.end + 1
        if not self._content.startswith(" ", hit.end) or begin >= limit or self._is_alias(hit):
            return None
        if any(
            before(self._lexicon).search(self._folded, max(0, hit.start - 30), hit.start)
            for before in (_not_named, _among_kinds)
        ):
            return None
        about = pattern(self._lexicon, _SCHEME, "about").match(self._folded, begin)
        if about is None and not self._content[begin].isalpha():
            return None
        if untitled(self._lexicon).match(self._folded, begin):
            return None
        if pattern(self._lexicon, "cue", "honorific").match(self._folded, begin):
            return None
        if self._scan.bodies.at(begin) is not None or self._scan.roles.at(begin) is not None:
            return None
        end = self._subjects.clause_end(begin, limit)
        whole = self._subjects.title_end(begin, end)
        end, issuer = self._subjects.whose(begin, whole)
        short = issuer is not None and len(self._content[begin:end].split()) == LEAST_WORDS - 1
        if short and self._upper(hit):
            end, issuer = whole, None  # the title says whom it is about
        headline = self._scan.sentence(hit.start).kind in (BlockKind.TITLE, BlockKind.HEADING)
        if headline or len(self._content[begin:end].split()) < LEAST_WORDS or self._general(begin, end):
            return None
        if hit.concept.key == _DRAWN and not self._scan.hits_within(begin, end, "document-kind"):
            return None
        return Title(self._content[hit.start : end], end, "own", issuer)

    def _general(self, begin: int, end: int) -> bool:
        """Whether the words tell no document from another (``đồ án quy hoạch chi tiết 1/500``)."""
        words = self._content[begin:end].split()
        if _some_other(self._lexicon).fullmatch(self._folded, begin, end) is not None:
            return True
        if _one_or_other(self._lexicon).search(self._folded, begin, end) is not None:
            return True
        common = self._content[begin:end].islower() and _DATED.search(self._content, begin, end) is None
        return common and (len(words) <= _FEW_WORDS or "/" in words[-1])

    def _is_alias(self, hit: Hit) -> bool:
        return _alias(self._lexicon).search(self._folded, max(0, hit.start - 30), hit.start) is not None

    def _rules(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """Rules of a named organisation (``Quy chế làm việc của Tỉnh ủy``), or with a subject."""
        of = pattern(self._lexicon, _SCHEME, "rules-of").match(self._folded, hit.end + 1)
        if of is not None:
            place = anew(self._lexicon).match(self._folded, of.end())
            place_end = place.end() if place is not None else of.end()
            by = pattern(self._lexicon, _SCHEME, "by").match(self._folded, place_end + 1)
            named = self._organs(by.end() + 1, issuers) if by else None
            told = named is not None and not _some_committee(named[0])
            issuer = issuers.before(hit.start, *ISSUED_NOW) if named is not None and not told else None
            if named is not None and self._upper(hit) and (told or issuer is not None):
                end = self._with_term(named[1])
                return Title(self._content[hit.start : end], end, "rules", issuer or named[0])
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
        if untitled(self._lexicon).match(self._folded, of.end() + 1):
            return None
        end = self._subjects.clause_end(hit.end + 1, limit)
        return Title(self._content[hit.start : end], end, "own")

    def _with_term(self, place: int) -> int:
        """The end of a name with the term behind it (``… Tỉnh ủy khóa XX``)."""
        behind = self._content.startswith(" ", place)
        term = ordinal(self._content, self._folded, place + 1, self._lexicon) if behind else None
        return term[1] if term is not None else place

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
        if len(self._content[hit.end : end].split()) <= LEAST_WORDS:
            return None
        return Title(self._content[hit.start : end], end, "issued", issuer)

    def _only_asked(self, hit: Hit) -> bool:
        """Whether somebody is only told to have a paper issued (``giao Sở tham mưu UBND tỉnh ban hành``)."""
        low = max(self._scan.sentence(hit.start).start, hit.start - ASKED)
        return _asked(self._lexicon).search(self._folded, low, hit.start) is not None

    def _conduct(self, hit: Hit, start: int, limit: int) -> Title | None:
        """A code of conduct of somebody or for a place, in lower case too (``quy tắc ứng xử ở nơi …``)."""
        whose = pattern(self._lexicon, _SCHEME, "conduct-of").match(self._folded, start + 1)
        if whose is None:
            return None
        end = self._subjects.title_end(whose.end(), self._subjects.clause_end(hit.end + 1, limit))
        if len(self._content[whose.end() : end].split()) < LEAST_WORDS - 1:
            return None
        return Title(self._content[hit.start : end], end, "own")

    def _long(self, start: int, limit: int) -> bool:
        end = self._subjects.clause_end(start, limit)
        return len(self._content[start:end].split()) > LEAST_WORDS + 1


@lru_cache(maxsize=4)
def _some_organs(lexicon: Lexicon) -> re.Pattern[str]:
    """Organs that a list names before the last one (``Ban Chấp hành, Ban Thường vụ``)."""
    join = rf"(?:,|\s{surface(lexicon, 'cue', 'and')})\s"
    return re.compile(rf"(?:[^\s,;.:()]+(?:\s[^\s,;.:()]+){{1,2}}?{join}){{1,2}}")


def _some_committee(organization: Organization) -> bool:
    """Whether only ``Đảng ủy`` or ``Chi bộ`` is written, which each office has."""
    return committees.nameless(organization) and organization.kind in committees.PARTY - committees.COMMITTEES


@lru_cache(maxsize=4)
def _asked(lexicon: Lexicon) -> re.Pattern[str]:
    """Whom somebody tells to do something, in the clause that ends where the search does."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'orders')}\s[^,;:.]*$")


@lru_cache(maxsize=4)
def _alias(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'alias')}\s$")


@lru_cache(maxsize=4)
def _some_other(lexicon: Lexicon) -> re.Pattern[str]:
    """What a paper carries out, of which only the kind is told (``Đề án thực hiện Nghị quyết này``)."""
    this = surface(lexicon, _SCHEME, "this")
    return re.compile(rf"{carrying_out(lexicon)}\s{kinds(lexicon)}(?:\s{this})?")


@lru_cache(maxsize=4)
def _one_or_other(lexicon: Lexicon) -> re.Pattern[str]:
    """Papers of which one will do as well as another (``đề án bảo vệ môi trường hoặc kế hoạch …``)."""
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'or')}\s{kinds(lexicon)}(?!\w)")


@lru_cache(maxsize=4)
def _among_kinds(lexicon: Lexicon) -> re.Pattern[str]:
    """Another kind of paper right before one: only kinds are told (``chiến lược, kế hoạch, đề án …``)."""
    return re.compile(rf"(?<!\w){kinds(lexicon)},\s$")


@lru_cache(maxsize=4)
def _not_named(lexicon: Lexicon) -> re.Pattern[str]:
    """What goes before papers that are not named: who sees to one, or what is done with any."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'before-any')}\s$")
