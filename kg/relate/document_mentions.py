"""Every mention of a document in a text, with what stands around it.

A mention begins at a kind of document (or at a symbol that stands alone) and is read in one direction: the
number, then date, issuer, session and subject in any order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kg.lexicon import Concept, Hit, Lexicon
from kg.model import Organization
from kg.normalise import fold
from kg.patterns import one_of
from kg.relate import committees, document_numbers
from kg.relate.document_around import SCHEME, YEAR_ONLY, DocumentMention
from kg.relate.document_deciders import decider
from kg.relate.document_laws import TITLES
from kg.relate.document_named import NamedDocuments, conjunction
from kg.relate.document_numbers import Number
from kg.relate.phrases import pattern, quotation, skip, surface, tidy

_LIST = re.compile(r"\s?(?:,|;)\s?")
_TREATY, _SHORT, _NICKNAME, _OF_MODEL = 80, 4, 2, 5
_EARLY = re.compile(r"\s(?:19[5-9]\d|200\d)(?=\s)")
"""Digits that are no year of what the press of these years tells."""
_CLOSING = frozenset("”“\"»’'")
"""Marks that can close a subject."""
_JOINT = "joint-circular"
"""What several ministries issue, the first of which leads."""
_DRAWN = frozenset({"master-plan", "design"})
"""Kinds that are maps of a scale (``quy hoạch 1/2000``)."""


class DocumentReader(NamedDocuments):
    """Reads the mentions of documents in one text."""

    def mentions(self) -> list[DocumentMention]:
        """Every mention of a document, in text order."""
        out: list[DocumentMention] = []
        place = inside = -1
        end = -1
        for hit, overlaps in self._kinds():
            if hit.start < end:
                continue
            found = [] if hit.start < place else self._numbered(hit) or self._named(hit, hit.start < inside)
            if (found or overlaps) and self._inside_name(hit) and not self._names_it(found):
                continue
            end = hit.end
            if found:
                out.extend(found)
                last = found[-1]
                place = hit.end if last.titled else last.end
                inside = max(inside, last.stop if last.rule != "titled-approving" else inside)
        return out

    def _kinds(self) -> Iterator[tuple[Hit, bool]]:
        """Yield the kinds that can begin a mention, and whether the next one begins inside."""
        hits = self._scan.hits.of("document-kind")
        titles = {h.start: h for h in self._scan.hits.of(SCHEME) if h.concept.key in TITLES}
        for index, hit in enumerate(hits):
            law = hit.concept.one("title") in ("law", "charter")
            if law and not self._is_law(hit, titles) and not self._numbered_law(hit):
                continue
            yield hit, index + 1 < len(hits) and hits[index + 1].start < hit.end

    def _is_law(self, hit: Hit, titles: dict[int, Hit]) -> bool:
        """Whether a law is named here, not a word or firm that ends in the word (``pháp luật``)."""
        if hit.start not in titles and not self._content[hit.start].isupper():
            return False
        low = max(0, hit.start - 12)
        if _other_law(self._lexicon).search(self._folded, low, hit.start):
            return False
        return not self._of_abroad(hit.start)

    def _numbered_law(self, hit: Hit) -> bool:
        """Whether a law is named by its number (``luật số 39/2013/QH13``)."""
        said = pattern(self._lexicon, SCHEME, "number").match(self._folded, hit.end + 1)
        return said is not None and document_numbers.symbolic(self._content, said.end() + 1) is not None

    def _of_abroad(self, start: int) -> bool:
        """Whether a law is another country's, or only the field of a treaty (``Công ước … về Luật Biển``)."""
        if self._tells_of_abroad:
            return True
        low = self._scan.sentence(start).start
        if _treaty(self._lexicon).search(self._folded, max(low, start - _TREATY), start) is not None:
            return True
        body = self._scan.abroad.last_before(start) if self._scan.countries else None
        return body is not None and body.start >= low and self._scan.bodies.last_before(start) is None

    def _inside_name(self, hit: Hit) -> bool:
        """Whether the kind stands inside an organisation's name or a title (``Sở Kế hoạch và Đầu tư``)."""
        for track in (self._scan.bodies, self._scan.roles):
            mention = track.covering(hit.start)
            if mention is not None and (mention.start < hit.start or mention.end > hit.end):
                return True
        return False

    def _names_it(self, found: list[DocumentMention]) -> bool:
        """Whether a name tells a document by its whole number (``Ban Chỉ đạo tổng kết NQ 5-NQ/TW``)."""
        number = found[0].number if found else None
        return number is not None and "/" in number and not found[0].titled

    def _numbered(self, hit: Hit) -> list[DocumentMention]:
        """A mention with a number, and those that follow it in a list of numbers."""
        start, number = hit.start, None
        if hit.weak:
            number, start = self._alone(hit)
        if number is None:
            capital = self._content[hit.start].isupper()
            early = capital and hit.concept.key == "decision" and self._early_year(hit.end)
            number = document_numbers.read(
                self._content, self._folded, hit.end, capital, self._lexicon, listed=early
            )
            number = number or self._after_words(hit)
        if number is None or (hit.weak and not number.symbol and start == hit.start and not self._said(hit)):
            return []
        if not number.symbol and (self._is_model(hit, number) or self._in_persons_name(hit)):
            return []
        if not number.symbol and self._law_of_country(number.end):
            return []
        first = self._mention(start, hit.concept, number)
        return [first, *self._listed(first, number)]

    def _early_year(self, end: int) -> bool:
        """Whether four digits that nobody decided in are followed by the issuer (``Quyết định 1956 của``)."""
        digits = _EARLY.match(self._content, end)
        by = pattern(self._lexicon, SCHEME, "by")
        return digits is not None and by.match(self._folded, digits.end() + 1) is not None

    def _in_persons_name(self, hit: Hit) -> bool:
        """Whether somebody is called like a kind of document (``ông Lê Văn Luật (30 tuổi)``)."""
        person = self._scan.people.covering(hit.start)
        return person is not None and person.start < hit.start

    def _is_model(self, hit: Hit, number: Number) -> bool:
        """Whether a bare number is a scale, or that of a model (``Đề án 636 "Kilo"``), not of a document."""
        if hit.concept.key in _DRAWN and number.year is not None:
            return True
        if hit.concept.one("title") != "own":
            return False
        if len(number.digits) >= _OF_MODEL:
            return True
        limit = self._scan.sentence(hit.start).end
        quoted = quotation(self._content, skip(self._content, number.end), limit)
        short = quoted is not None and self._content.count(" ", *quoted[:2]) <= _NICKNAME
        return short or self._tells_of_abroad

    def _after_words(self, hit: Hit) -> Number | None:
        """The number after words that tell the kind more closely (``Nghị quyết chuyên đề số …``)."""
        words = _more_closely(self._lexicon).match(self._folded, hit.end)
        if words is None:
            return None
        alone = not self._scan.hits_within(hit.end, words.end(), "document-kind")
        number = document_numbers.symbolic(self._content, words.end())
        if number is None:
            of = alone and self._content[hit.start].isupper()
            return document_numbers.bare(self._content, words.end(), said=True) if of else None
        told = document_numbers.kind_of(number, self._lexicon)
        return number if alone and told is not None and told.key == hit.concept.key else None

    def _said(self, hit: Hit) -> bool:
        return pattern(self._lexicon, SCHEME, "number").match(self._folded, hit.end + 1) is not None

    def _alone(self, hit: Hit) -> tuple[Number | None, int]:
        """A symbol that stands without its kind (``05-CT/TW``): the code was hit inside it."""
        start = hit.start
        while start > 0 and hit.start - start < 12 and self._content[start - 1] in "0123456789-–/ ":
            start -= 1
        start = skip(self._content, start, " -–/")
        if start >= hit.start:
            return None, hit.start
        number = document_numbers.symbolic(self._content, start)
        return (number, start) if number is not None and number.end >= hit.end else (None, hit.start)

    def _listed(self, first: DocumentMention, number: Number) -> Iterator[DocumentMention]:
        """Further numbers of the same kind: ``Nghị quyết số 18-NQ/TW, 19-NQ/TW``."""
        place = number.end
        while True:
            join = _LIST.match(self._content, place) or conjunction(self._lexicon).match(self._folded, place)
            if join is None:
                return
            begin = join.end()
            said = pattern(self._lexicon, SCHEME, "number").match(self._folded, begin)
            begin = skip(self._content, said.end()) if said else begin
            found = document_numbers.symbolic(self._content, begin)
            if found is None and not number.symbol:
                found = self._next_bare(begin, long=len(number.digits) >= _SHORT)
            if found is None:
                return
            yield self._mention(begin, first.kind, found)
            place = found.end

    def _next_bare(self, start: int, *, long: bool) -> Number | None:
        """The digits that go on a list of bare numbers; long ones only where all of them are.

        ``Quyết định số 1760, 1761 và 1763 của …``
        """
        found = document_numbers.bare(self._content, start, said=long)
        if found is None or (len(found.digits) >= _SHORT) is not long:
            return None
        content, folded = self._content, self._folded
        after = document_numbers.read(content, folded, start - 1, False, self._lexicon, listed=long)
        return found if after is not None else None

    def _mention(self, start: int, kind: Concept, number: Number) -> DocumentMention:
        told = document_numbers.kind_of(number, self._lexicon)
        opens = document_numbers.opens_with_kind(number, self._lexicon)
        office = kind.one("generic") is not None and not opens
        if told is not None and self._tells(told, kind) and not office:
            kind = told
        mention = DocumentMention(start, number.end, self._plain(kind), "numbered", number.canonical)
        level = _level(self._lexicon).match(self._folded, number.end) if number.symbol else None
        mention = self._tail(mention, level.end() if level is not None else number.end)
        mention = self._told_before(mention)
        if mention.issuer is None:
            deciding = decider(mention, self._scan, self._lexicon, self._issuers)
            if _of_series(deciding, self._issuers.of_series(number, start)):
                mention = replace(mention, issuer=deciding, stated=deciding is not None)
        if mention.issuer is None and mention.kind.key == "resolution":
            mention = self._of_its_congress(mention)
        if mention.issuer is None and mention.subject is not None:
            after = self._issuers.passive(mention.stop) or self._of_its_meeting(mention)
            after = after or self._behind_quotation(mention)
            mention = replace(mention, issuer=after, stated=after is not None)
        if mention.issuer is None:
            series, speaker = self._issuers.of_series(number, start), self._issuers.told_in(start)
            own = speaker is not None and _of_series(speaker, series)
            mention = replace(mention, issuer=speaker if own else series, stated=own)
        if mention.kind.key == _JOINT:
            lead = self._issuers.of_series(number, start)
            mention = mention if lead is None else replace(mention, issuer=lead, stated=True)
        sole = self._of_kind(mention.kind)
        if sole is not None and (mention.issuer is None or mention.issuer.kind != sole.kind):
            mention = replace(mention, issuer=sole)
        return self._told_after(mention) if len(mention.date or "") <= YEAR_ONLY else mention

    def _of_its_congress(self, mention: DocumentMention) -> DocumentMention:
        """A numbered resolution with its congress (``Nghị quyết số 01-NQ/ĐH của Đại hội …``)."""
        of = pattern(self._lexicon, SCHEME, "by").match(self._folded, skip(self._content, mention.end, " ,("))
        congress = self._congresses.at(of.end() + 1) if of is not None else None
        if of is None or congress is None or congress.organization is None:
            return mention
        words = tidy(self._content[of.end() + 1 : congress.name_end].rstrip(" ("), self._lexicon)
        subject = f"{mention.kind.label.capitalize()} {words}"
        return replace(
            mention,
            issuer=congress.organization,
            stated=True,
            end=congress.end,
            head=congress.end,
            subject=mention.subject or subject,
            congress_ordinal=congress.ordinal,
            term=congress.term,
        )

    def _behind_quotation(self, mention: DocumentMention) -> Organization | None:
        """The issuer that stands behind a subject in quotation marks (``Đề án 938 “…” của Chính phủ``)."""
        if mention.stop < 1 or self._content[mention.stop - 1] not in _CLOSING:
            return None
        of = pattern(self._lexicon, SCHEME, "by").match(self._folded, mention.stop + 1)
        named = self._issuers.named(of.end() + 1) if of is not None else None
        return named[0] if named is not None else None

    def _of_its_meeting(self, mention: DocumentMention) -> Organization | None:
        """Whose meeting a resolution is about, which has passed it (``về Hội nghị lần thứ 11 …``)."""
        about = pattern(self._lexicon, SCHEME, "about").match(self._folded, skip(self._content, mention.end))
        if about is None or mention.kind.key != "resolution":
            return None
        meeting = pattern(self._lexicon, "event", "conference").match(self._folded, about.end() + 1)
        named = self._issuers.named(meeting.start()) if meeting is not None else None
        return named[0] if named is not None else None

    def _tells(self, told: Concept, kind: Concept) -> bool:
        """Whether the symbol tells the kind: after a general word, or of a conclusion made known."""
        made_known = kind.key == "conclusion-announcement" and told.key == "conclusion"
        return made_known or kind.one("generic") is not None or kind.one("title") == "law"


def _of_series(issuer: Organization | None, series: Organization | None) -> bool:
    """Whether who is told to issue a document may be whose series its number is of, or a board of it."""
    return committees.compatible(issuer.parent or issuer if issuer is not None else None, series)


@lru_cache(maxsize=4)
def _treaty(lexicon: Lexicon) -> re.Pattern[str]:
    about = fold(lexicon.concept(SCHEME, "about").label)
    of = rf"(?:(?:\s[^\s,.;:]+){{0,8}}\s{about})?"
    return re.compile(rf"(?<!\w){surface(lexicon, SCHEME, 'convention')}{of}\s$")


@lru_cache(maxsize=4)
def _level(lexicon: Lexicon) -> re.Pattern[str]:
    """The level of the council after its symbol (``Nghị quyết 10/2016/NQ-HĐND tỉnh ngày 7/12/2016``)."""
    types = one_of(fold(label) for concept in lexicon.scheme("unit-type") for label in concept.strong)
    day = surface(lexicon, "cue", "day")
    return re.compile(rf"\s{types}(?=,?\s(?:{day}|{surface(lexicon, SCHEME, 'by', 'about')})\s)")


@lru_cache(maxsize=4)
def _other_law(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, SCHEME, 'not-law')}\s$")


@lru_cache(maxsize=4)
def _more_closely(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:\s[^\W\d_]+){{1,4}}\s{surface(lexicon, SCHEME, 'number')}\s?")
