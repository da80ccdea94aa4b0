"""Titles that say what a document is about, or what it lays down."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Hit, Lexicon
from kg.model import Organization
from kg.relate import committees
from kg.relate.congress_refs import ordinal
from kg.relate.document_issuers import ISSUED_NOW, IssuerReader
from kg.relate.document_laws import Title, year_after
from kg.relate.document_passing import named_of_several, passed, passed_with_others, verb_of_several
from kg.relate.document_rules import TitleRules
from kg.relate.phrases import pattern, quotation, skip, surface

_SCHEME = "document-cue"
LEAST_WORDS = 3
"""Words of the shortest title."""
ASKED = 120
"""Letters of a clause in which somebody is told to do something, or has signed."""
_COMMON = frozenset({"decision", "conclusion", "regulation"})
"""Kinds whose words mean much else at the beginning of a sentence."""
_ON_OFFICIALS = frozenset({"decision", "conclusion", "guidance", "plan", "directive"})
"""Kinds that decide on officials without a subject of their own."""
_FORMAL = frozenset({"resolution", "directive", "decree", "circular", "joint-circular", "regulation"})
"""Kinds that are named by issuer and subject, in lower case too."""


class SubjectTitles(TitleRules):
    """Reads titles with a subject in one text."""

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
        if len(subject.split()) < LEAST_WORDS or (personnel and hit.concept.key in _ON_OFFICIALS):
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
        if len(self._content[verb.end() : end].split()) < LEAST_WORDS:
            return None
        words = f"{self._content[hit.start : hit.end]} {self._content[place:end]}"
        return Title(words, end, "issued", issuer, place - 1)

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
        none = pattern(self._lexicon, _SCHEME, "not-title") if ensured else untitled(self._lexicon)
        if verb is None and none.match(self._folded, begin):
            return None
        personnel = pattern(self._lexicon, _SCHEME, "personnel").match(self._folded, begin)
        if personnel is not None and (verb is None or verb.end() <= personnel.end()):
            return None
        end = self._subjects.clause_end(begin, limit)
        named = verb is None and not self._content[begin].islower()
        if len(self._content[begin:end].split()) <= LEAST_WORDS or named:
            return None
        return Title(self._content[hit.start : end], end, "issued", issuer)

    def _passed(self, hit: Hit) -> bool:
        """Whether a resolution is named as passed, by itself or with others."""
        if hit.concept.key != "resolution":
            return False
        if named_of_several(self._scan, hit.start, self._lexicon):
            return True
        several = verb_of_several(self._scan, hit.start, self._lexicon)
        return passed(self._scan, hit.start, self._lexicon) or several is not None

    def _signed(self, hit: Hit) -> bool:
        """Whether somebody has just signed a paper of a body's (``ông A vừa ký ban hành kết luận của …``).

        Of decisions in lower case most are about single officials.
        """
        low = max(self._scan.sentence(hit.start).start, hit.start - ASKED)
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
            return len(self._content[begin:end].split()) > LEAST_WORDS
        return any(not h.weak for h in self._scan.hits_within(begin, end, "document-kind"))

    def _of_party(self, issuer: Organization) -> bool:
        return self._lexicon.concept("body", issuer.kind).one("side") == "party"


@lru_cache(maxsize=4)
def _just_issued(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of issuing in the past where the search ends."""
    done, verb = surface(lexicon, _SCHEME, "done"), surface(lexicon, _SCHEME, "issues")
    return re.compile(rf"(?<!\w){done}\s{verb}\s$")


@lru_cache(maxsize=4)
def _draft(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'draft')}\s$")


@lru_cache(maxsize=4)
def _conjunction(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s?,?\s{surface(lexicon, 'cue', 'and')}\s")


@lru_cache(maxsize=4)
def untitled(lexicon: Lexicon) -> re.Pattern[str]:
    """Words that begin no title."""
    return re.compile(rf"{surface(lexicon, _SCHEME, 'not-title', 'ensures')}(?!\w)")


@lru_cache(maxsize=4)
def _new(lexicon: Lexicon, key: str) -> re.Pattern[str]:
    return re.compile(rf"{surface(lexicon, _SCHEME, key)}\s")


@lru_cache(maxsize=4)
def _about_word(lexicon: Lexicon) -> re.Pattern[str]:
    labels = surface(lexicon, _SCHEME, "about")
    return re.compile(rf"{labels}(?!\w)")
