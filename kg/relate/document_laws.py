"""Laws, codes, charters and the constitution: documents known by their names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.lexicon import Hit, Lexicon
from kg.model import Organization
from kg.normalise import fold
from kg.relate.document_numbers import symbolic
from kg.relate.document_rules import TitleRules
from kg.relate.phrases import pattern, surface

_SCHEME = "document-cue"
_LEAST_WORDS = 3
_LAW_WORDS = 8
_FEW_MORE = 4
_BACK = 120
_DAY_WORD = 8
_IN_LETTERS = frozenset({"penal-code", "criminal-procedure-code"})
TITLES = _IN_LETTERS | {"law-title", "code-title", "charter-title", "regulation-title"}
"""The cues whose labels are whole titles, or the letters for one."""

class Title(NamedTuple):
    """A title of a document's own, as it stands in the text, and what stands with it."""

    words: str
    end: int
    rule: str
    issuer: Organization | None = None
    head: int = 0


class LawReader(TitleRules):
    """Reads laws in one text."""

    def only_a_word(self, hit: Hit) -> bool:
        """Whether the word for a law ends another one (``quy luật cạnh tranh``) or names a field of law."""
        before = _part_of_word(self._lexicon).search(self._folded, max(0, hit.start - 14), hit.start)
        return before is not None and self._content[hit.start].islower()

    def title(self, hit: Hit, limit: int) -> Title | None:
        """A law by the title that the vocabulary knows, or by capitalised words."""
        known = self.known(hit) or self._amending(hit, limit) or self._charter(hit)
        if known is not None:
            return known
        drafted = self._drafted(hit)
        capital = self._content[hit.start].isupper() and (
            self._content[hit.end + 1 : hit.end + 2].isupper() or drafted
        )
        if (
            not capital
            or hit.concept.one("title") == "charter"
            or self._scan.people.at(hit.end + 1) is not None
        ):
            return None
        if _untitled(self._lexicon).match(self._folded, hit.end + 1):
            return None
        several = _of_several(self._lexicon).match(self._folded, hit.end + 1)
        begin = several.end() if several is not None else hit.end + 1
        end = self._law_end(begin, limit, drafted=drafted)
        year = year_after(self._lexicon).match(self._folded, end)
        closed = year or self._closed_law(hit.end + 1, end, drafted)
        if end - hit.end < _LEAST_WORDS or not closed:
            return None
        stop = year.end() if year else end
        return Title(self._content[hit.start : stop], stop, "law", self._issuer(hit))

    def _charter(self, hit: Hit) -> Title | None:
        """The charter of an organisation of the whole nation (``Điều lệ Hội Nông dân Việt Nam``)."""
        body = self._scan.bodies.at(hit.end + 1) if hit.concept.one("title") == "charter" else None
        if body is None or body.organization.level != 0 or not self._upper(hit):
            return None
        return Title(self._content[hit.start : body.end], body.end, "law", body.organization)

    def _amending(self, hit: Hit, limit: int) -> Title | None:
        """A law that changes another, to the end of its name (``Luật sửa đổi một số điều của Luật …``)."""
        verb = _amends(self._lexicon).match(self._folded, hit.end)
        if verb is None or not self._content[hit.start].isupper():
            return None
        inner = next((h for h in self._scan.hits_at(verb.end(), "document-kind") if not h.weak), None)
        other = self.known(inner) if inner is not None and verb.end() < limit else None
        if other is None:
            return None
        words, end = self._content[hit.start : verb.end()] + other.words, other.end
        numbered = False
        while (more := self._and_another(end)) is not None:
            numbered = numbered or self._number_end(end) > end
            words, end = words + self._content[end : more[0]] + more[1].words, more[1].end
        last = self._number_end(end) if numbered else end
        words, end = words + self._content[end:last], last
        year = year_after(self._lexicon).match(self._folded, end)
        if year is not None:
            words, end = f"{words} {year[1]}", year.end()
        return Title(words, end, "amending", self._issuer(hit))

    def _and_another(self, place: int) -> tuple[int, Title] | None:
        """A law that goes on with a list at ``place``, and where it begins."""
        join = _joined(self._lexicon).match(self._folded, self._number_end(place))
        hits = self._scan.hits_at(join.end(), "document-kind") if join is not None else []
        title = self.known(hits[0]) if hits and not hits[0].weak else None
        return (hits[0].start, title) if title is not None else None

    def _number_end(self, place: int) -> int:
        """Where the number ends that stands behind a law at ``place``, or that place."""
        said = pattern(self._lexicon, _SCHEME, "number").match(self._folded, place + 1)
        number = symbolic(self._content, said.end() + 1) if said is not None else None
        return number.end if number is not None else place

    def amended(self, start: int) -> bool:
        """Whether the law at ``start`` is one that the law before it changes: a year is that one's."""
        low = max(self._scan.sentence(start).start, start - _BACK)
        return _changing(self._lexicon).search(self._folded, low, start) is not None

    def numbered_with(self, start: int) -> bool:
        """Whether the law at ``start`` goes on with a list whose laws have their numbers behind them."""
        low = max(self._scan.sentence(start).start, start - _BACK)
        return _numbered_before(self._lexicon).search(self._folded, low, start) is not None

    def day_of_amending(self, start: int, end: int) -> bool:
        """Whether a whole day behind the law at ``start`` is that of the law that changes it."""
        low = max(self._scan.sentence(start).start, start - _BACK)
        if _changes_next(self._lexicon).search(self._folded, low, start) is None:
            return False
        date = next(iter(self._scan.dates.within(end, end + _DAY_WORD)), None)
        return date is not None and date.day is not None

    def _drafted(self, hit: Hit) -> bool:
        """Whether the bill is named, not the law."""
        return _draft(self._lexicon).search(self._folded, max(0, hit.start - 20), hit.start) is not None

    def _closed_law(self, start: int, end: int, drafted: bool) -> bool:
        """Whether the name of a law that the vocabulary does not know ends where its words do.

        That of a bill ends before a verb, too.  No name begins with a place or country, as a school of
        law's does (``Luật Thành phố Hồ Chí Minh``).
        """
        scan = self._scan
        if scan.units.at(start) is not None or scan.countries.at(start) is not None:
            return False
        if scan.bodies.covering(start - 2) is not None:
            return False
        after = self._content[end : end + 2].strip()
        follows = drafted and _follows(self._lexicon).match(self._folded, end) is not None
        follows = follows or (drafted and _where(self._lexicon).match(self._folded, end) is not None)
        follows = follows or (drafted and _joined(self._lexicon).match(self._folded, end) is not None)
        return not after or follows or after[0] in ".;:()…" or (drafted and after[0] in ",-–")

    def known(self, hit: Hit) -> Title | None:
        """A title of the vocabulary that begins at ``hit``, in its spelling, with the year after it."""
        known = [h for h in self._scan.hits_at(hit.start, _SCHEME) if h.concept.key in TITLES]
        if not known:
            return None
        end, written = known[0].end, self._folded[hit.start : known[0].end]
        words = next(
            (s for s in known[0].concept.strong if fold(s) == written), self._content[hit.start : end]
        )
        words = known[0].concept.label if known[0].concept.key in _IN_LETTERS else words
        year = year_after(self._lexicon).match(self._folded, end)
        if year and not self.amended(hit.start):
            return Title(f"{words} {year[1]}", year.end(), "law", self._issuer(hit))
        return Title(words, end, "law", self._issuer(hit))

    def _issuer(self, hit: Hit) -> Organization | None:
        """Who alone issues documents of this kind."""
        reference = hit.concept.one("issuer")
        concept = self._lexicon.follow(reference) if reference else None
        return Organization(concept.key, concept.label, level=concept.level) if concept else None

    def _law_end(self, start: int, limit: int, *, drafted: bool) -> int:
        """Where an unknown law ends: with the clause, at a comma or verb at the latest.

        A comma inside a pair of words parts nothing, nor one before a few more words of a bill's name
        (``dự án Luật Tạm giữ, tạm giam do …``); before many it leaves open where the name ends, which
        then has no end.
        """
        end = self._subjects.clause_end(start, limit)
        verb = _regulates(self._lexicon).search(self._folded, start, end)
        end = self._other_paper(start, verb.start() if verb is not None and verb.start() > start else end)
        comma = self._subjects.parting_comma(start, end)
        if comma is not None and drafted and self._content[comma + 2 : comma + 3].islower():
            where = _where(self._lexicon).search(self._folded, comma, end)
            end = where.start() if where is not None else end
            end = end if len(self._content[comma:end].split()) <= _FEW_MORE + 1 else start
        elif comma is not None:
            end = comma
        return start + len(" ".join(self._content[start:end].split(" ")[:_LAW_WORDS]))

    def _other_paper(self, start: int, end: int) -> int:
        """Where another document goes on with the list that a law begins."""
        for hit in self._scan.hits_within(start, end, "document-kind"):
            join = _joined_to(self._lexicon).search(self._folded, start, hit.start)
            if join is not None and not hit.weak:
                return join.start()
        return end

    def dated(self, hit: Hit) -> Title | None:
        """The constitution by its year."""
        year = year_after(self._lexicon).match(self._folded, hit.end)
        if not self._content[hit.start].isupper() or year is None:
            return None
        return Title(self._content[hit.start : year.end()], year.end(), "law", self._issuer(hit))


@lru_cache(maxsize=4)
def _amends(lexicon: Lexicon) -> re.Pattern[str]:
    """What a law does to the one that is named next."""
    some = surface(lexicon, _SCHEME, "part-of")
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'amends')}(?:\s{some})*\s")


@lru_cache(maxsize=4)
def anew(lexicon: Lexicon) -> re.Pattern[str]:
    """The word in brackets behind a paper that it is made anew (``Luật Đất đai (sửa đổi)``)."""
    return re.compile(rf"\s\({surface(lexicon, _SCHEME, 'amends')}\)")


@lru_cache(maxsize=4)
def _joined(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:,|\s{surface(lexicon, 'cue', 'and')})\s")


@lru_cache(maxsize=4)
def _joined_to(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{_joined(lexicon).pattern}$")


@lru_cache(maxsize=4)
def _where(lexicon: Lexicon) -> re.Pattern[str]:
    """A word that goes on with where a bill is talked about."""
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'occasion')}(?!\w)")


@lru_cache(maxsize=4)
def _numbered_before(lexicon: Lexicon) -> re.Pattern[str]:
    """The number of a law, with the comma or the word for `and` before the next one."""
    return re.compile(rf"\d/qh\d{{1,2}}{_joined(lexicon).pattern}$")


@lru_cache(maxsize=4)
def _changing(lexicon: Lexicon) -> re.Pattern[str]:
    """A law that changes those that are listed next, of which this is not the first."""
    law = fold(lexicon.concept("document-kind", "law").label)
    return re.compile(rf"(?<!\w){law}{_amends(lexicon).pattern}{law}\s[^.;:()]*$")


@lru_cache(maxsize=4)
def _changes_next(lexicon: Lexicon) -> re.Pattern[str]:
    """A law that changes the one which begins where the search ends."""
    law = fold(lexicon.concept("document-kind", "law").label)
    return re.compile(rf"(?<!\w){law}{_amends(lexicon).pattern}$")


@lru_cache(maxsize=4)
def _part_of_word(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'before-law-word')}\s$")


@lru_cache(maxsize=4)
def _regulates(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'about-verb', 'title-end')}(?!\w)")


@lru_cache(maxsize=4)
def _draft(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'draft')}\s$")


@lru_cache(maxsize=4)
def _untitled(lexicon: Lexicon) -> re.Pattern[str]:
    """Words with which no law begins; what changes others is named with them or their count."""
    begins = surface(lexicon, _SCHEME, "not-title", "ensures", "amends")
    return re.compile(rf"(?!{_of_several(lexicon).pattern}){begins}(?!\w)")


@lru_cache(maxsize=4)
def _of_several(lexicon: Lexicon) -> re.Pattern[str]:
    """What a law does to so many others (``Luật sửa đổi 6 luật về thuế``)."""
    return re.compile(rf"{surface(lexicon, _SCHEME, 'amends')}\s(?=\d)")


@lru_cache(maxsize=4)
def _follows(lexicon: Lexicon) -> re.Pattern[str]:
    """A word that goes on with the sentence after the name of a bill."""
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'about-verb', 'title-end', 'sentence-end')}(?!\w)")


@lru_cache(maxsize=4)
def year_after(lexicon: Lexicon) -> re.Pattern[str]:
    """The year of a document, right after its name."""
    year = surface(lexicon, "cue", "year")
    return re.compile(rf"\s\(?((?:{year}\s)?(?:19|20)\d\d)(?!\d)\)?")
