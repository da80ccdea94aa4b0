"""What numbers are compared with and parts of: the base of a comparison, the whole of a share."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.normalise import fold, modern
from kg.patterns import compiled
from kg.relate.clause_grammar import CUES, grammar
from kg.relate.period_words import period_pattern
from kg.relate.wording import alternation

LEAD = re.compile(r"[\s,\-–+*•\"“”'():.]+")
WORD = re.compile(r"\S+")
SHARE_WORDS, _SHARE = 14, 24
_AND_SO_ON = re.compile(r"\s?(?:…|\.{3})")
_NEW_PART = re.compile(r";|\.\s")


class BaseWords:
    """Reads the words of a text up to where they end, and the bases among them."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._content = scan.text.content
        self._folded = scan.text.folded
        self._lexicon = lexicon
        self._grammar = grammar(lexicon)
        compare = fold(lexicon.concept("change", "compared-with").label)
        year = alternation(lexicon, CUES, "year", "last-year")
        times = fold(lexicon.concept("measure", "times").label)
        self._short_bases = _short_bases(lexicon)
        self._equal = compiled(
            rf"(?<!\w){alternation(lexicon, CUES, 'equal', 'multiply')}\s(?:\S+\s)?"
            rf"\d[\d.,]*\s?(?:%|{times})$"
        )
        paired, inside = (alternation(lexicon, CUES, key) for key in ("pair-end", "no-stop"))
        self._goes_on_with = compiled(rf"(?:,\s{paired}|\s{inside})(?!\w)")
        self._within = compiled(rf"\s(?:{alternation(lexicon, CUES, 'name-of')})\s")
        self._in_what = compiled(
            rf"\s{alternation(lexicon, CUES, 'in-what')}(?:\s[^\W\d]+){{1,4}}?"
            rf"(?={grammar(lexicon).base.pattern})"
        )
        self._during = compiled(rf"\s(?:{alternation(lexicon, CUES, 'name-of', 'so-far')}\s)?")
        changes = "|".join(sorted({fold(word) for word in grammar(lexicon).change_words.values()}))
        # how great a change was, in brackets, or the end of such brackets: the comparison goes on behind
        self._behind_share = compiled(rf"(?:\s\((?:(?:{changes})\s)?[-+]?[\d.,]+\s?(?:%|[^\W\d]+))?\)")
        self._estimated = compiled(rf"\s{alternation(lexicon, CUES, 'so-far')}(?!\w)")
        self._compares = compiled(rf"\s{alternation(lexicon, CUES, 'comparison')}(?!\w)")
        self._opened_with = compiled(rf"(?P<all>{compare}\s[^,;:.()\n]{{3,60}}),\s")
        self._same_part = compiled(
            rf"(?:(?<=[,;] )|(?<=\. )|(?<=\n)|^)(?P<all>{compare}\s{alternation(lexicon, CUES, 'same-part')}"
            rf"(?:\s{year}(?:\s(?:19|20)\d\d)?)?)(?=,?\s[^\W\d])"
        )

    def _limit(self, start: int, limit: int, count: int, stop: re.Pattern[str]) -> int:
        """The end of at most ``count`` words from ``start``, before what ends them."""
        match = stop.search(self._folded, start, limit)
        while match is not None and self._goes_on_with.match(self._folded, match.start(), limit):
            match = stop.search(self._folded, match.end(), limit)
        end = match.start() if match else limit
        for number, word in enumerate(WORD.finditer(self._folded, start, end)):
            if number == count:
                return word.start()
        return end

    def _of(self, end: int) -> int:
        return end + 1 if self._folded.startswith(" ", end) else end

    def _skip(self, start: int, end: int) -> int:
        match = LEAD.match(self._folded, start, end)
        return match.end() if match else start

    def _whole(self, end: int, limit: int) -> tuple[str, int] | None:
        """What a share is a share of: the words after ``chiếm 31%``, and where they end."""
        inner = self._within.match(self._folded, end)
        if inner is None and self._grammar.tail_stop.match(self._folded, end):
            return None
        start = inner.end() if inner else self._of(end)
        last = self._limit(start, limit, SHARE_WORDS, self._grammar.tail_stop)
        text = modern(" ".join(self._content[start:last].split()))
        return (text, last) if 1 < len(text.split()) < SHARE_WORDS else None

    def _base(self, end: int, limit: int) -> tuple[str, int] | None:
        """The base of a comparison after a number: its words and where they end."""
        of_what = self._in_what.match(self._folded, end, limit)
        end = of_what.end() if of_what is not None else end
        aside = self._behind_share.match(self._folded, end)
        if aside is not None and self._compares.match(self._folded, aside.end()):
            found = self._comparison_at(aside.end(), self._scan.sentence(end).end)
            return (found[0], end) if found is not None else None
        open_ended = _AND_SO_ON.match(self._folded, end)
        if open_ended is not None and self._compares.match(self._folded, open_ended.end()):
            return self._comparison_at(open_ended.end(), self._scan.sentence(end).end)
        return self._comparison_at(end, limit)

    def _comparison_at(self, end: int, limit: int) -> tuple[str, int] | None:
        """The words of a comparison at ``end`` and where they end."""
        match = self._grammar.base.match(self._folded, end) or self._behind_period(end, limit)
        if match is None:
            return self._year_before(end)
        end = match.start()
        stop = self._grammar.base_stop.search(self._folded, match.end(), limit)
        bare = self._compares.fullmatch(self._folded, match.start(), match.end()) is not None
        # the word that ends other bases opens this one (`so với khi tái lập tỉnh`)
        opens = stop is not None and stop.start() == match.end() and stop.group().strip().isalpha()
        if stop is not None and (self._estimated.match(self._folded, match.end()) or (bare and opens)):
            stop = self._grammar.base_stop.search(self._folded, stop.end(), limit)
        last = stop.start() if stop else limit
        words_ = self._content[end:last].split()
        if len(words_) > 12:
            return None
        return modern(" ".join(words_)), last

    def _behind_period(self, end: int, limit: int) -> re.Match[str] | None:
        """The comparison behind a period (``tăng 7,9% [trong quý I năm 2025] so với cùng kỳ``)."""
        within = self._during.match(self._folded, end, limit)
        begin = within.end() if within is not None else end
        period = period_pattern(self._lexicon).match(self._folded, begin)
        found = self._grammar.base.match(self._folded, period.end()) if period is not None else None
        return found if found is not None and self._compares.match(found.group()) is not None else None

    def _year_before(self, end: int) -> tuple[str, int] | None:
        """The year that a share is compared with at once (``bằng 92% năm 2019``, ``gấp 2 lần năm 2015``)."""
        match = self._equal.search(self._folded, max(0, end - _SHARE), end)
        year = period_pattern(self._lexicon).match(self._folded, end + 1) if match is not None else None
        if year is None or not year["year"]:
            return None
        return modern(self._content[end + 1 : year.end()]), year.end()

    def _opening_base(self, offset: int) -> str:
        """What the changes of a sentence are compared with, where it opens so (``So với năm 2015, …``).

        The same part of a year before may be told at the start of any part (``…; so với cùng kỳ giảm 3 vụ``).
        """
        start = self._scan.sentence(offset).start
        match = self._opened_with.match(self._folded, start, offset)
        if match is not None:
            return self._said_of(match)
        periods = list(self._same_part.finditer(self._folded, start, offset))
        if not periods or _NEW_PART.search(self._folded, periods[-1].end(), offset):
            return ""
        return self._said_of(periods[-1])

    def _said_of(self, match: re.Match[str]) -> str:
        """The words of a base that was told first, in their own spelling."""
        said = " ".join(self._content[match.start("all") : match.end("all")].split())
        return modern(said[0].lower() + said[1:])

    def _canonical_base(self, base: str) -> str:
        folded = fold(base)
        compare = self._grammar.compare
        short = compare.split()[0]
        if any(word in self._short_bases for word in folded.split()):
            base = " ".join(self._short_bases.get(fold(word), word) for word in base.split())
        if folded.startswith(short + " ") and not folded.startswith(compare):
            return compare + base[len(short) :]
        if folded.startswith(self._lexicon.concept("change", "same-period").label):
            return f"{compare} {base}"
        return base


@lru_cache(maxsize=4)
def _short_bases(lexicon: Lexicon) -> dict[str, str]:
    """The bases that are written in letters, with their words (``KH``: `kế hoạch`)."""
    concepts = (c for c in lexicon.scheme(CUES) if "short-base" in c.properties.get("function", ()))
    return {fold(c.label): lexicon.concept(*(c.one("of") or "").split(":")).label for c in concepts}
