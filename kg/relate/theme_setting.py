"""Who set a theme, by which document, and for which year or term."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import BlockKind, Organization
from kg.relate import committees, theme_words
from kg.relate.congress_refs import CongressMention, CongressReader
from kg.relate.congress_settled import settle
from kg.relate.document_refs import CitedDocument, read

YEAR = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)(?![\d/.]|\s?[-–]\s?\d)")
_BACK = 3
NEAR = 40
_NEAREST = 16
COUNCILS = "peoples-"
_PARTY = "communist-party"


@dataclass(frozen=True, slots=True)
class Scope:
    """What the words around the cue tell before the theme itself."""

    start: int
    end: int
    period: str | None
    organization: Organization | None
    annual: bool
    assured: bool
    congress: bool = False


class ThemeSetting:
    """Finds what the words around a theme leave to the rest of the article."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._content = scan.text.content
        self._folded = scan.text.folded
        self._cited: tuple[CitedDocument, ...] | None = None
        self._congresses = CongressReader(scan, lexicon)

    def _committee(self, organization: Organization | None) -> Organization | None:
        """The committee itself: its standing committee and its board set themes in its name."""
        inner = organization is not None and organization.kind in ("standing-committee", "standing-board")
        return organization.parent if organization is not None and inner else organization

    def _document(self, start: int) -> CitedDocument | None:
        """The numbered document of the sentence that sets the theme: the last one before the cue."""
        sentence = self._scan.sentence(start)
        if self._cited is None:
            self._cited = read(self._scan, self._lexicon)
        best: tuple[int, CitedDocument] | None = None
        for cited in self._cited:
            for mention in cited.mentions:
                placed = sentence.start <= mention.start < start and (best is None or mention.start > best[0])
                if placed and self._local(cited):
                    best = (mention.start, cited)
        if best is None:
            return None
        place = max(m.end for m in best[1].mentions if m.start == best[0])
        carried = theme_words.carries(self._lexicon).search(self._folded, place, start)
        return None if carried else best[1]

    def _just_passed(self, start: int, scope: Scope) -> CitedDocument | None:
        """The resolution that the sentence before says was passed, for a theme that opens its sentence."""
        index = self._scan.text.sentence_at(start)
        if index == 0 or start != self._scan.sentence(start).start or scope.congress:
            return None
        before = self._scan.text.sentences[index - 1]
        for cited in self._cited or ():
            for mention in cited.mentions:
                here = before.start <= mention.start < before.end and self._local(cited)
                passed = theme_words.passed(self._lexicon).search(self._folded, before.start, mention.start)
                if here and passed and mention.kind.key == "resolution":
                    return cited
        return None

    def _local(self, cited: CitedDocument) -> bool:
        """Whether the document has a number and no central issuer: those set no theme of a place."""
        issuer = cited.document.issuer
        return cited.document.number is not None and (issuer is None or issuer.level != 0)

    def _of_congress(self, scope: Scope) -> tuple[Organization | None, str | None]:
        """Whose theme and of which term, completed from the article's only congress if it is its theme."""
        if not scope.congress or (scope.organization and scope.period):
            return scope.organization, scope.period
        told = settle(list(self._congresses.all()), self._scan, self._lexicon)
        fitting = [
            c
            for c in told
            if c.organization is not None
            and not c.general
            and (c.organization.kind != _PARTY or scope.organization is not None)
            and committees.compatible(c.organization, scope.organization)
        ]
        if scope.congress and scope.organization is None and _only_national(told):
            return told[0].organization, scope.period or next((c.term for c in told if c.term), None)
        if not _of_one(fitting):
            fitting = self._just_told(scope.start, fitting) or self._of_title(fitting)
        if not fitting or not _of_one(fitting):
            return scope.organization, scope.period
        organization = scope.organization
        for congress in fitting:
            organization = committees.fuller(organization, congress.organization)
        return organization, scope.period or self._coming(scope.start, fitting)

    def _just_told(self, start: int, congresses: list[CongressMention]) -> list[CongressMention]:
        """The congresses of the theme's sentence and the one before it, if they are one committee's."""
        index = self._scan.text.sentence_at(start)
        low, high = self._scan.text.sentences[max(0, index - 1)].start, self._scan.text.sentences[index].end
        told = [c for c in congresses if low <= c.start < high]
        named = [c for c in told if c.organization is not None and not committees.nameless(c.organization)]
        return told if named and _of_one(told) else []

    def _of_title(self, congresses: list[CongressMention]) -> list[CongressMention]:
        """The congresses of who holds that of the title: others are only spoken of."""
        titled = [c for c in congresses if self._scan.sentence(c.start).kind is BlockKind.TITLE]
        held = titled[0].organization if titled else None
        held = None if held is None or committees.nameless(held) else held
        return [c for c in congresses if held is not None and committees.compatible(c.organization, held)]

    def _coming(self, start: int, congresses: list[CongressMention]) -> str | None:
        """The last term of the congresses, or the one after it that the theme's sentence names.

        A congress sums up the term of the one before and is for the next (``tổng kết … nhiệm kỳ 2015-2020,
        xác định phương hướng nhiệm kỳ 2020-2025``).
        """
        last = max((c.term for c in congresses if c.term), default=None)
        sentence = self._scan.sentence(start)
        said = theme_words.terms(self._lexicon).finditer(self._folded, sentence.start, sentence.end)
        return next((f"{m[1]}-{m[2]}" for m in said if last is not None and m[1] == last[-4:]), last)

    def _document_after(self, end: int) -> CitedDocument | None:
        """The document according to which a theme is set, when it follows the theme."""
        according = theme_words.according(self._lexicon).match(self._folded, end)
        if according is None:
            return None
        for cited in self._cited or ():
            if self._local(cited) and any(m.start == according.end() for m in cited.mentions):
                return cited
        return None

    def _setter(self, start: int, end: int, document: CitedDocument | None) -> Organization | None:
        """Whose theme it is when its cue does not say: the subject of the clause, or who stands before it."""
        sentence = self._scan.sentence(start)
        index = self._scan.text.sentence_at(start)
        spans = [(sentence.start, start), (end, min(self._scan.sentence(end - 1).end, end + NEAR))]
        if document is not None and document.document.issuer and self._last_holder(*spans[0]) is None:
            return document.document.issuer
        chooser = self._chooser(*spans[0])
        if chooser is not None:
            return chooser
        for back in range(1, _BACK):
            if index - back >= 0:
                before = self._scan.text.sentences[index - back]
                spans.append((before.start, before.end))
        for low, high in spans:
            found = self._last_holder(low, high)
            if found is not None:
                return found
        return committees.only_one(self._scan, 0, len(self._content))

    def _chooser(self, low: int, start: int) -> Organization | None:
        """The body right before the verb of choosing a theme, whatever it is (``Công an tỉnh X chọn …``)."""
        verb = theme_words.chooses(self._lexicon).search(self._folded, low, start)
        body = self._scan.bodies.last_before(verb.start()) if verb is not None else None
        if verb is None or body is None or body.end < low or body.end + 1 < verb.start() - _NEAREST:
            return None
        between = self._folded[body.end : verb.start()]
        adverbs = theme_words.adverbs(self._lexicon).fullmatch(between)
        return self._committee(body.organization) if adverbs is not None else None

    def _last_holder(self, low: int, high: int) -> Organization | None:
        """The last committee, council or place that is named between two offsets, else an association."""
        best: tuple[int, Organization] | None = None
        association: tuple[int, Organization] | None = None
        for body in self._scan.bodies.within(low, high):
            organization = self._committee(body.organization)
            if organization is not None and (
                organization.kind in committees.PARTY or organization.kind.startswith(COUNCILS)
            ):
                best = (body.start, organization)
            elif organization is not None and self._associated(organization):
                association = (body.start, organization)
        best = best or association
        for unit in self._scan.units.within(low, high):
            before = self._content[low : unit.start]
            if before.count("(") > before.count(")"):
                continue
            counted = theme_words.counted(self._lexicon).search(self._folded, low, unit.start)
            if not unit.unit.name and counted is not None:
                continue
            made = committees.committee_of(unit.unit, self._lexicon)
            if made is not None and (best is None or unit.start > best[0]) and (unit.typed or best is None):
                inside = self._scan.bodies.covering(unit.start)
                if inside is None:
                    best = (unit.start, made)
        return best[1] if best else None

    def _associated(self, organization: Organization) -> bool:
        """Whether it is an association of many (``Trung ương Hội Nông dân``), with themes of its own."""
        whole = organization.parent or organization
        return self._lexicon.concept("body", whole.kind).one("side") == "front"

    def _year_now(self, low: int, high: int) -> str | None:
        """The year of the article, where the words before a theme speak of this year."""
        published = (self._scan.text.article.published or "")[:4]
        said = theme_words.this_year(self._lexicon).search(self._folded, low, high) is not None
        return published if said and published.isdigit() else None

    def _year_before(self, low: int, high: int) -> str | None:
        years = [str(m[1]) for m in YEAR.finditer(self._content, low, high)]
        return years[-1] if years else None

    def _period(self, start: int, end: int, document: CitedDocument | None) -> str | None:
        """The year: in the sentence before the cue, in the resolution's subject, or just before."""
        sentence = self._scan.sentence(start)
        if document is not None:
            subject: list[str] = YEAR.findall(document.document.subject or "")
            if subject:
                return subject[-1]
        told = self._dated_year(sentence.start, start)
        if told is None:
            told = self._dated_year(end, min(self._scan.sentence(end - 1).end, end + NEAR))
        index = self._scan.text.sentence_at(start)
        for back in range(1, _BACK):
            if told is None and index - back >= 0:
                before = self._scan.text.sentences[index - back]
                told = self._dated_year(before.start, before.end)
        return told

    def _dated_year(self, low: int, high: int) -> str | None:
        """The last year of a stretch that stands by itself, not inside a day's date or a term."""
        return self._year_alone(low, high) or self._year_before(low, high)

    def _year_alone(self, low: int, high: int) -> str | None:
        """The last year or month of a stretch that is no part of a day's date."""
        alone = [d.year for d in self._scan.dates.within(low, high) if d.year is not None and d.day is None]
        return str(alone[-1]) if alone else None


def _of_one(congresses: list[CongressMention]) -> bool:
    """Whether all congresses may be those of one organisation."""
    return all(committees.compatible(a.organization, b.organization) for a, b in pairwise(congresses))


def _only_national(told: list[CongressMention]) -> bool:
    """Whether the only congresses that an article names are the party's own."""
    return bool(told) and all(c.organization is not None and c.organization.level == 0 for c in told)
