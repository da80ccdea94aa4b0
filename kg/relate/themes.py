"""Themes that a committee sets for a year, a congress or a term, once for an article.

A theme is announced by its cue (``chủ đề công tác năm``) or names the year itself (``“Năm kỷ cương …”``).
Themes of meetings, contests and books are none: the words must tie the theme to a year, a term or a
congress.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan
from kg.model import BlockKind, Organization, Theme
from kg.normalise import fold
from kg.relate import committees, theme_words
from kg.relate.congress_refs import CongressMention, CongressReader, term
from kg.relate.congress_settled import settle
from kg.relate.document_refs import CitedDocument, read
from kg.relate.phrases import QUOTES, pattern, quotation, skip, tidy

_SCHEME = "theme-cue"
_YEAR = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)(?![\d/.]|\s?[-–]\s?\d)")
_END = re.compile(r"[.!?…\n(]|\.\.\.")
_PARTS = re.compile(r"\s*;\s*")
_LEAST_WORDS = 3
_MOST_WORDS = 60
_LONGEST = 110
_MOST_NAMED = 5
"""Words of a theme before the quotation that goes on with them (``Phụ nữ Bình Dương “Tích cực …”``)."""
_BACK = 3
_NEAR = 40
_NEAREST = 16
_AROUND = 300
_DAY = 10
_COUNCILS = "peoples-"
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)


@dataclass(frozen=True, slots=True)
class _Scope:
    """What the words around the cue tell before the theme itself."""

    start: int
    end: int
    period: str | None
    organization: Organization | None
    annual: bool
    assured: bool
    congress: bool = False


class _ThemeReader:
    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._content = scan.text.content
        self._folded = scan.text.folded
        self._cited: tuple[CitedDocument, ...] | None = None
        self._congresses = CongressReader(scan, lexicon)

    def all(self) -> Iterator[Theme]:
        last = -1
        for hit in self._scan.hits.of(_SCHEME):
            if hit.concept.key == "theme" and hit.start >= last:
                theme = self._announced(hit)
                if theme is not None:
                    last = theme.evidence.end
                    yield theme
        yield from self._named_years()

    def _cue(self, key: str, place: int) -> int | None:
        match = pattern(self._lexicon, _SCHEME, key).match(self._folded, place)
        return match.end() if match else None

    def _announced(self, hit: Hit) -> Theme | None:
        limit = self._scan.sentence(hit.start).end
        scope = self._scope(hit, limit)
        found = self._wording(scope.end, limit)
        if found is None or self._cue("hypothetical", skip(self._content, scope.end)) is not None:
            return None
        words, _, end = found
        scope = self._of_its_congress(hit, self._of_tasks(hit, scope), end)
        year_named = fold(words).startswith(fold(self._lexicon.concept(_SCHEME, "year-of").label) + " ")
        if not scope.assured and self._occasional(hit.start):
            return None
        sentence = self._scan.sentence(hit.start)
        now = self._year_now(sentence.start, hit.start)
        dated = now is not None or self._year_before(sentence.start, hit.start) is not None
        scope = self._told_after(replace(scope, period=scope.period or now), end)
        told = scope.organization is not None or self._chosen(hit) or self._document(hit.start) is not None
        told = told or self._opens_with_year(hit, end) or self._of_work(hit, scope)
        if not (scope.annual or year_named or (dated and told)):
            return None
        return self._theme(hit.start, end, words, scope, "theme" if scope.annual else "theme-of-context")

    def _told_after(self, scope: _Scope, end: int) -> _Scope:
        """What follows a theme: whose it is (``“…” của huyện X``), or its year and who acts in it."""
        place = skip(self._content, end, ' ”"')
        of = self._cue("of", place)
        holder = self._holder(of + 1) if of is not None else None
        if holder is not None:
            return replace(scope, organization=scope.organization or holder[0])
        year = theme_words.year_after(self._lexicon).match(self._folded, place)
        if year is None or scope.period is not None:
            return scope
        acts = self._holder(year.end())
        return replace(scope, period=year[1], annual=True, organization=acts[0]) if acts else scope

    def _of_work(self, hit: Hit, scope: _Scope) -> bool:
        """Whether the cue speaks of work, and somebody who works is named before it."""
        low = self._scan.sentence(hit.start).start
        return scope.end > hit.end and self._last_holder(low, hit.start) is not None

    def _of_tasks(self, hit: Hit, scope: _Scope) -> _Scope:
        """A theme right behind a year's tasks is that year's (``nhiệm vụ năm 2016 với chủ đề “…”``)."""
        if scope.annual:
            return scope
        low = self._scan.sentence(hit.start).start
        year = theme_words.tasks(self._lexicon).search(self._folded, low, hit.start)
        return replace(scope, period=year[1], annual=True, assured=True) if year is not None else scope

    def _of_its_congress(self, hit: Hit, scope: _Scope, end: int) -> _Scope:
        """A theme that stands right beside a congress is the congress's (``Với chủ đề “…”, Đại hội …``)."""
        if scope.annual:
            return scope
        sentence = self._scan.sentence(hit.start)
        after = self._congress_after(end, opens=self._opens(hit, sentence.start))
        if after is not None and not after.general:
            return replace(scope, annual=True, assured=True, congress=True)
        for cue in self._scan.hits_within(
            max(sentence.start, hit.start - _AROUND), hit.start, "congress-cue"
        ):
            before = self._congresses.at(cue.start) if cue.concept.key == "congress" else None
            if before is None or before.general or before.end > hit.start:
                continue
            if theme_words.has(self._lexicon).fullmatch(self._folded, before.end, hit.start):
                organization = scope.organization or before.organization
                return replace(
                    scope,
                    annual=True,
                    assured=True,
                    congress=True,
                    organization=organization,
                    period=before.term,
                )
        return scope

    def _congress_after(self, end: int, *, opens: bool) -> CongressMention | None:
        """The congress that follows a theme which opens its sentence, or to which a report is put with it.

        Between the two may stand a day and who holds the congress (``…”, sáng 5/8, Đảng bộ X tổ chức …``).
        """
        place = skip(self._content, end, ' ,”"')
        put = self._cue("put-before", place)
        if put is not None:
            return self._congresses.at(put + 1)
        if not opens:
            return None
        day = next(iter(self._scan.dates.within(place, place + _DAY)), None)
        place = skip(self._content, day.end, " ,") if day is not None else place
        host = self._scan.bodies.at(place)
        after = self._congresses.at(place)
        if after is not None or host is None or host.organization.kind not in committees.PARTY:
            return after
        for cue in self._scan.hits_within(host.end, host.end + _NEAR, "congress-cue"):
            held = self._congresses.at(cue.start) if cue.concept.key == "congress" else None
            if held is not None and held.organization == host.organization:
                return held
        return None

    def _opens(self, hit: Hit, start: int) -> bool:
        """Whether the cue opens its sentence, but for a word for `with`."""
        return theme_words.with_(self._lexicon).fullmatch(self._folded, start, hit.start) is not None

    def _opens_with_year(self, hit: Hit, end: int) -> bool:
        """Whether year and theme open a sentence and no occasion follows (``Năm 2023, với chủ đề …``)."""
        start = self._scan.sentence(hit.start).start
        place = skip(self._content, end, ' ,”"')
        year = theme_words.year_first(self._lexicon).search(self._folded, max(0, start - 2), hit.start)
        return (
            year is not None
            and theme_words.occasion(self._lexicon).match(self._folded, place) is None
        )

    def _scope(self, hit: Hit, limit: int) -> _Scope:
        """Read on from the cue: kind of theme, year or congress, whose it is, the word `is`."""
        place, period, organization = hit.end, None, None
        annual = assured = False
        while place < limit:
            start = skip(self._content, place, " ,(")
            step = self._step(start)
            if step is None:
                break
            place, told, holder, yearly = step
            period, organization = period or told, organization or holder
            annual, assured = annual or yearly, assured or yearly
        chosen = theme_words.chosen_by(self._lexicon).match(self._folded, skip(self._content, place, " ,("))
        if chosen is not None:
            by, place = self._congresses.at(chosen.start("by")), chosen.end()
            told_by = self._holder(chosen.start("by"))
            organization = organization or (told_by[0] if told_by is not None else None)
            if by is not None:
                organization, period = organization or by.organization, period or by.term
                annual = assured = True
        congress = any(h.start >= hit.end for h in self._scan.hits_within(hit.end, place, "congress-cue"))
        return _Scope(hit.start, place, period, organization, annual, assured, congress)

    def _step(self, start: int) -> tuple[int, str | None, Organization | None, bool] | None:
        """One part of the cue: its end, a period, an organisation, and whether it makes the theme annual."""
        years = term(self._content, self._folded, start, self._lexicon)
        if years is not None:
            return years[1], years[0], None, True
        congress = self._congresses.at(start)
        if congress is not None:
            return congress.end, congress.term, congress.organization, True
        year = theme_words.year_word(self._lexicon).match(self._folded, start)
        if year is not None and year.group().strip():
            return year.end(), year[1], None, True
        for key in ("term", "work", "year-now"):
            end = self._cue(key, start)
            if end is not None:
                return end, None, None, key != "work"
        of = self._cue("of", start)
        return self._whose(of + 1 if of is not None else start, of)

    def _whose(self, begin: int, of: int | None) -> tuple[int, str | None, Organization | None, bool] | None:
        named = self._holder(begin)
        if named is not None:
            return named[1], None, named[0], False
        year = theme_words.year_word(self._lexicon).match(self._folded, begin)
        congress = self._congresses.at(begin)
        if of is not None and congress is not None:
            return congress.end, congress.term, congress.organization, True
        if of is not None and year is not None and year.group().strip():
            return year.end(), year[1], None, True
        local = pattern(self._lexicon, _SCHEME, "local").match(self._folded, begin)
        return (local.end(), None, None, False) if of is not None and local else None

    def _holder(self, begin: int) -> tuple[Organization, int] | None:
        body = self._scan.bodies.at(begin)
        if body is not None:
            return body.organization, body.end
        unit = self._scan.units.at(begin)
        made = committees.committee_of(unit.unit, self._lexicon) if unit is not None else None
        return (made, unit.end) if unit is not None and made is not None else None

    def _wording(self, place: int, limit: int) -> tuple[str, int, int] | None:
        """The theme after its cue: a quotation, or the clause after a word for `is` or a colon."""
        start = skip(self._content, place, " ,")
        colon = self._content.startswith(":", start)
        start = skip(self._content, start, " :")
        said = self._cue("is", start)
        if said is not None:
            start = skip(self._content, said, " :")
        about = pattern(self._lexicon, "document-cue", "about").match(self._folded, start)
        opened = skip(self._content, about.end(), " :") if about is not None else start
        quoted = quotation(self._content, opened, min(len(self._content), opened + 700))
        if quoted is not None:
            words = self._content[quoted[0] : quoted[1]]
            return self._checked(words, quoted[0], quoted[2], _LONGEST)
        if (said is None and not colon) or self._scan.sentence(place - 1).kind in _HEADS:
            return None
        end = self._clause_end(start, limit)
        whose = self._content[start:end]
        inner = quotation(self._content, end, min(len(self._content), end + 700))
        if inner is not None and whose[:1].isupper() and len(whose.split()) <= _MOST_NAMED:
            words = f"{whose.rstrip()} {self._content[inner[0] : inner[1]]}"
            return self._checked(words, start, inner[2], _LONGEST)
        return self._checked(whose, start, end)

    def _checked(
        self, words: str, start: int, end: int, most: int = _MOST_WORDS
    ) -> tuple[str, int, int] | None:
        count = len(words.split())
        return (words, start, end) if _LEAST_WORDS <= count <= most and "\n" not in words else None

    def _clause_end(self, start: int, limit: int) -> int:
        match = _END.search(self._content, start, limit)
        end = match.start() if match else limit
        for mark in QUOTES:
            place = self._content.find(mark, start, end)
            end = place if place > start else end
        stop = theme_words.clause(self._lexicon).search(self._folded, start, end)
        end = stop.start() if stop else end
        for hit in self._scan.hits_within(start, end, _SCHEME):
            joined = theme_words.and_(self._lexicon).search(self._folded, start, hit.start)
            if hit.concept.key == "theme" and joined is not None:
                return joined.start()
        return end

    def _occasional(self, start: int) -> bool:
        """Whether the clause before the cue names a meeting, a contest, a book: its theme is no year's."""
        sentence = self._scan.sentence(start)
        low = max(sentence.start, start - 90)
        return theme_words.occasion(self._lexicon).search(self._folded, low, start) is not None

    def _chosen(self, hit: Hit) -> bool:
        """Whether a verb of choosing stands before the cue."""
        low = max(self._scan.sentence(hit.start).start, hit.start - 24)
        return theme_words.chooses(self._lexicon).search(self._folded, low, hit.start) is not None

    def _theme(self, start: int, end: int, words: str, scope: _Scope, rule: str) -> Theme:
        document = self._document(start) or self._document_after(end) or self._just_passed(start, scope)
        organization, told = self._of_congress(scope)
        setter = organization or self._setter(start, end, document)
        council = setter is not None and setter.kind.startswith(_COUNCILS)
        organization = None if scope.congress and council else setter
        wording = tidy(words, self._lexicon)
        named: list[str] = _YEAR.findall(wording[-4:])
        if named and told is None:
            told = self._year_alone(self._scan.sentence(start).start, start) or named[0]
        period = told or self._period(start, end, document)
        number = document.document.number if document is not None else None
        elements = tuple(p for p in _PARTS.split(wording) if p)
        evidence = self._scan.evidence(start, end)
        return Theme(evidence, rule, self._committee(organization), period, wording, number, elements)

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

    def _just_passed(self, start: int, scope: _Scope) -> CitedDocument | None:
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

    def _of_congress(self, scope: _Scope) -> tuple[Organization | None, str | None]:
        """Whose theme and of which term, completed from the article's only congress if it is its theme."""
        if not scope.congress or (scope.organization and scope.period):
            return scope.organization, scope.period
        told = settle(list(self._congresses.all()), self._scan, self._lexicon)
        fitting = [
            c
            for c in told
            if c.organization is not None
            and not c.general
            and (c.organization.level != 0 or scope.organization is not None)
            and committees.compatible(c.organization, scope.organization)
        ]
        if scope.congress and scope.organization is None and _only_national(told):
            return told[0].organization, scope.period or next((c.term for c in told if c.term), None)
        if not fitting or not all(
            committees.compatible(a.organization, b.organization) for a, b in pairwise(fitting)
        ):
            return scope.organization, scope.period
        organization = scope.organization
        for congress in fitting:
            organization = committees.fuller(organization, congress.organization)
        return organization, scope.period or max((c.term for c in fitting if c.term), default=None)

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
        spans = [(sentence.start, start), (end, min(self._scan.sentence(end - 1).end, end + _NEAR))]
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
        """The last committee, council or place that is named between two offsets."""
        best: tuple[int, Organization] | None = None
        for body in self._scan.bodies.within(low, high):
            organization = self._committee(body.organization)
            if organization is not None and (
                organization.kind in committees.PARTY or organization.kind.startswith(_COUNCILS)
            ):
                best = (body.start, organization)
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

    def _year_now(self, low: int, high: int) -> str | None:
        """The year of the article, where the words before a theme speak of this year."""
        published = (self._scan.text.article.published or "")[:4]
        said = theme_words.this_year(self._lexicon).search(self._folded, low, high) is not None
        return published if said and published.isdigit() else None

    def _year_before(self, low: int, high: int) -> str | None:
        years = [str(m[1]) for m in _YEAR.finditer(self._content, low, high)]
        return years[-1] if years else None

    def _period(self, start: int, end: int, document: CitedDocument | None) -> str | None:
        """The year: in the sentence before the cue, in the resolution's subject, or just before."""
        sentence = self._scan.sentence(start)
        if document is not None:
            subject: list[str] = _YEAR.findall(document.document.subject or "")
            if subject:
                return subject[-1]
        told = self._dated_year(sentence.start, start)
        if told is None:
            told = self._dated_year(end, min(self._scan.sentence(end - 1).end, end + _NEAR))
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

    def _named_years(self) -> Iterator[Theme]:
        """Themes that name the year, without the word `theme` (``chủ trương “Năm thu hút đầu tư”``)."""
        opening = theme_words.quoted_year(self._lexicon)
        if theme_words.begun_year(self._lexicon).search(self._folded) is None:
            return
        for match in opening.finditer(self._folded):
            start = match.end()
            quoted = quotation(self._content, start, len(self._content))
            if quoted is None:
                continue
            found = self._checked(self._content[quoted[0] : quoted[1]], quoted[0], quoted[2])
            if found is None or self._occasional(match.start()):
                continue
            sentence = self._scan.sentence(match.start())
            year = match["year"] or match["given"] or self._year_before(sentence.start, match.start())
            called = theme_words.called(self._lexicon).search(
                self._folded, max(sentence.start, match.start() - 16), match.start()
            )
            if called is not None:
                continue
            if (
                match["policy"] is None
                and not year
                and self._last_holder(sentence.start, match.start()) is None
            ):
                continue
            scope = _Scope(match.start(), start, year, None, True, True)
            theme = self._theme(start, found[2], found[0], scope, "named-year")
            yield replace(theme, period=year)


def _only_national(told: list[CongressMention]) -> bool:
    """Whether the only congresses that an article names are the party's own."""
    return bool(told) and all(c.organization is not None and c.organization.level == 0 for c in told)


def themes(scan: Scan, lexicon: Lexicon) -> Iterator[Theme]:
    """The themes of an article; the same wording again adds what it tells to the first one."""
    kept: list[Theme] = []
    for theme in _ThemeReader(scan, lexicon).all():
        place = next((i for i, known in enumerate(kept) if _same(known, theme)), None)
        if place is None:
            kept.append(theme)
        else:
            kept[place] = _joined(kept[place], theme)
    yield from kept


def _same(left: Theme, right: Theme) -> bool:
    periods = left.period is None or right.period is None or left.period == right.period
    return periods and fold(left.theme) == fold(right.theme)


def _joined(left: Theme, right: Theme) -> Theme:
    organization = left.organization
    if committees.compatible(left.organization, right.organization):
        organization = committees.fuller(left.organization, right.organization)
    return replace(
        left,
        organization=organization,
        period=left.period or right.period,
        document=left.document or right.document,
    )
