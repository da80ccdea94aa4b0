"""Themes that a committee sets for a year, a congress or a term, once for an article.

A theme is announced by its cue (``chủ đề công tác năm``) or names the year itself (``“Năm kỷ cương …”``).
Themes of meetings, contests and books are none: the words must tie the theme to a year, a term or a
congress.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan
from kg.model import BlockKind, Theme
from kg.normalise import fold
from kg.relate import committees, theme_words
from kg.relate.phrases import QUOTES, pattern, quotation, skip, tidy
from kg.relate.theme_scopes import SCHEME, ThemeScopes
from kg.relate.theme_setting import COUNCILS, YEAR, Scope

_END = re.compile(r"[.!?…\n(]|\.\.\.")
_PARTS = re.compile(r"\s*;\s*")
_LEAST_WORDS = 3
_MOST_WORDS = 60
_LONGEST = 110
_MOST_NAMED = 5
"""Words of a theme before the quotation that goes on with them (``Phụ nữ Bình Dương “Tích cực …”``)."""
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)


class _ThemeReader(ThemeScopes):
    def all(self) -> Iterator[Theme]:
        last = -1
        for hit in self._scan.hits.of(SCHEME):
            if hit.concept.key == "theme" and hit.start >= last:
                theme = self._announced(hit)
                if theme is not None:
                    last = theme.evidence.end
                    yield theme
        yield from self._named_years()

    def _announced(self, hit: Hit) -> Theme | None:
        limit = self._scan.sentence(hit.start).end
        scope = self._scope(hit, limit)
        found = self._wording(scope.end, limit)
        if found is None or self._cue("hypothetical", skip(self._content, scope.end)) is not None:
            return None
        words, _, end = found
        scope = self._of_its_congress(hit, self._of_tasks(hit, scope), end)
        year_named = fold(words).startswith(fold(self._lexicon.concept(SCHEME, "year-of").label) + " ")
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
        for hit in self._scan.hits_within(start, end, SCHEME):
            joined = theme_words.and_(self._lexicon).search(self._folded, start, hit.start)
            if hit.concept.key == "theme" and joined is not None:
                return joined.start()
        return end

    def _occasional(self, start: int) -> bool:
        """Whether the clause before the cue names a meeting, a contest, a book: its theme is no year's."""
        sentence = self._scan.sentence(start)
        low = max(sentence.start, start - 90)
        return theme_words.occasion(self._lexicon).search(self._folded, low, start) is not None

    def _theme(self, start: int, end: int, words: str, scope: Scope, rule: str) -> Theme:
        document = self._document(start) or self._document_after(end) or self._just_passed(start, scope)
        organization, told = self._of_congress(scope)
        setter = organization or self._setter(start, end, document)
        if told is None and organization is None and setter is not None:
            told = self._of_congress(replace(scope, organization=setter))[1]
        council = setter is not None and setter.kind.startswith(COUNCILS)
        organization = None if scope.congress and council else setter
        wording = tidy(words, self._lexicon)
        named: list[str] = YEAR.findall(wording[-4:])
        if named and told is None:
            told = self._year_alone(self._scan.sentence(start).start, start) or named[0]
        period = told or self._period(start, end, document)
        number = document.document.number if document is not None else None
        elements = tuple(p for p in _PARTS.split(wording) if p)
        evidence = self._scan.evidence(start, end)
        return Theme(evidence, rule, self._committee(organization), period, wording, number, elements)

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
            after = self._told_after(Scope(match.start(), start, year, None, True, True), found[2])
            within: list[str] = YEAR.findall(found[0]) if after.organization is not None else []
            year = after.period or (within[-1] if within else None)
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
            theme = self._theme(start, found[2], found[0], replace(after, period=year), "named-year")
            yield replace(theme, period=year)


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
