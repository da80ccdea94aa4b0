"""Titles that tell an act: what is approved, founded, concluded, told after a session, or laid down."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Hit, Lexicon
from kg.normalise import fold
from kg.relate.document_issuers import IssuerReader
from kg.relate.document_laws import Title
from kg.relate.document_rules import TitleRules
from kg.relate.phrases import pattern, quotation, skip, surface

_SCHEME = "document-cue"
_NAME = re.compile(r"\s[^\W\d_a-zà-ỹđ][^\W\d_]+\s[^\W\d_a-zà-ỹđ]")
_NUMBER = re.compile(r"\s\d+\s?[-/]\s?(?:\d+/)?[A-ZĐ]{2}")
"""The number of a document in its symbol."""
_LEAST_WORDS = 3


class ActReader(TitleRules):
    """Reads titles that tell an act, in one text."""

    def approving(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
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

    def act(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
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

    def concluding(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
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
        end, issuer = self._subjects.whose(begin, end)
        issuer = issuer or issuers.before(hit.start)
        if issuer is None or len(self._content[begin:end].split()) < _LEAST_WORDS:
            return None
        return Title(self._content[hit.start : end], end, "act", issuer)

    def _is_verb(self, hit: Hit) -> bool:
        """Whether the kind is a verb in the passive (``đã được kết luận tại kỳ họp``)."""
        passive = _was(self._lexicon).search(self._folded, max(0, hit.start - 30), hit.start)
        return passive is not None and self._content[hit.start].islower()

    def session(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """A press release of a session (``thông cáo báo chí kỳ họp 20 của Ủy ban Kiểm tra Trung ương``)."""
        session = _session(self._lexicon).match(self._folded, hit.end)
        if session is None:
            return None
        end = session.end()
        named = issuers.after(skip(self._content, end))
        if named is None:
            return Title(self._content[hit.start : end], end, "session", issuers.passive(end))
        return Title(self._content[hit.start : named[1]], named[1], "session", named[0])

    def freeing(self, hit: Hit, limit: int, issuers: IssuerReader) -> Title | None:
        """A resolution by which somebody lays down an office (``Nghị quyết cho bà … thôi làm nhiệm vụ``)."""
        begin = hit.end + 1
        verb = _frees(self._lexicon).match(self._folded, begin) if hit.concept.key == "resolution" else None
        issuer = issuers.before(hit.start) if verb is not None else None
        if verb is None or issuer is None:
            return None
        end = max(verb.end(), self._subjects.clause_end(begin, limit))
        if not self._scan.people.within(begin, end):
            return None
        return Title(self._content[hit.start : end], end, "act", issuer)


@lru_cache(maxsize=4)
def _frees(lexicon: Lexicon) -> re.Pattern[str]:
    """What a resolution does to somebody's office."""
    let = rf"{surface(lexicon, _SCHEME, 'let')}\s[^;:.]{{4,160}}?\s{surface(lexicon, _SCHEME, 'stops')}"
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
