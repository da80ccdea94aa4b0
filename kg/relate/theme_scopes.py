"""What the words right around the cue of a theme tell: whose it is, for which year, of which congress."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import Hit
from kg.model import Organization
from kg.relate import committees, theme_words
from kg.relate.congress_refs import CongressMention, term
from kg.relate.phrases import pattern, skip
from kg.relate.theme_setting import NEAR, Scope, ThemeSetting

SCHEME = "theme-cue"
_AROUND = 300
_DAY = 10


class ThemeScopes(ThemeSetting):
    """Reads the words before and behind the cue."""

    def _cue(self, key: str, place: int) -> int | None:
        match = pattern(self._lexicon, SCHEME, key).match(self._folded, place)
        return match.end() if match else None

    def _told_after(self, scope: Scope, end: int) -> Scope:
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
        return replace(scope, period=year["year"], annual=True, organization=acts[0]) if acts else scope

    def _of_work(self, hit: Hit, scope: Scope) -> bool:
        """Whether the cue speaks of work, and somebody who works is named before it."""
        low = self._scan.sentence(hit.start).start
        return scope.end > hit.end and self._last_holder(low, hit.start) is not None

    def _of_tasks(self, hit: Hit, scope: Scope) -> Scope:
        """A theme right behind a year's tasks is that year's (``nhiệm vụ năm 2016 với chủ đề “…”``)."""
        if scope.annual:
            return scope
        low = self._scan.sentence(hit.start).start
        year = theme_words.tasks(self._lexicon).search(self._folded, low, hit.start)
        return replace(scope, period=year[1], annual=True, assured=True) if year is not None else scope

    def _of_its_congress(self, hit: Hit, scope: Scope, end: int) -> Scope:
        """A theme that stands right beside a congress is the congress's (``Với chủ đề “…”, Đại hội …``)."""
        if scope.annual:
            return scope
        sentence = self._scan.sentence(hit.start)
        host = self._congresses.at(sentence.start) if self._chosen(hit) else None
        if host is not None and not host.general:
            organization, term_ = scope.organization or host.organization, scope.period or host.term
            return Scope(scope.start, scope.end, term_, organization, True, True, True)
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
        for cue in self._scan.hits_within(host.end, host.end + NEAR, "congress-cue"):
            held = self._congresses.at(cue.start) if cue.concept.key == "congress" else None
            if held is not None and held.organization == host.organization:
                return held
        return None

    def _chosen(self, hit: Hit) -> bool:
        """Whether a verb of choosing stands before the cue."""
        low = max(self._scan.sentence(hit.start).start, hit.start - 24)
        return theme_words.chooses(self._lexicon).search(self._folded, low, hit.start) is not None

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

    def _scope(self, hit: Hit, limit: int) -> Scope:
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
        return Scope(hit.start, place, period, organization, annual, assured, congress)

    def _step(self, start: int) -> tuple[int, str | None, Organization | None, bool] | None:
        """One part of the cue: its end, a period, an organisation, and whether it makes the theme annual."""
        years = term(self._content, self._folded, start, self._lexicon)
        if years is not None:
            return years[1], years[0], None, True
        congress = self._congresses.at(start)
        if congress is not None:
            return congress.end, congress.term, congress.organization, True
        school = self._cue("school-year", start)
        if school is not None:
            named = theme_words.school_year(self._lexicon).match(self._folded, start)
            return (school if named is None else named.end()), self._school_year(start), None, True
        year = theme_words.year_word(self._lexicon).match(self._folded, start)
        if year is not None and year.group().strip():
            return year.end(), year[1], None, True
        for key in ("term", "work", "year-now"):
            end = self._cue(key, start)
            if end is not None:
                return end, None, None, key != "work"
        of = self._cue("of", start)
        return self._whose(of + 1 if of is not None else start, of)

    def _school_year(self, start: int) -> str | None:
        """The school year that the cue names, else the only one of its sentence or of the article."""
        pattern_, sentence = theme_words.school_year(self._lexicon), self._scan.sentence(start)
        named = pattern_.match(self._folded, start)
        for low, high in ((sentence.start, sentence.end), (0, len(self._folded))):
            told = {f"{m[1]}-{m[2]}" for m in pattern_.finditer(self._folded, low, high)}
            if named is None and len(told) == 1:
                return told.pop()
        return f"{named[1]}-{named[2]}" if named is not None else None

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
        local = pattern(self._lexicon, SCHEME, "local").match(self._folded, begin)
        return (local.end(), None, None, False) if of is not None and local else None

    def _holder(self, begin: int) -> tuple[Organization, int] | None:
        body = self._scan.bodies.at(begin)
        if body is not None:
            return body.organization, body.end
        unit = self._scan.units.at(begin)
        made = committees.committee_of(unit.unit, self._lexicon) if unit is not None else None
        return (made, unit.end) if unit is not None and made is not None else None
