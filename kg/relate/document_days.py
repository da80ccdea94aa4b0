"""The day on which a document was issued, told beside it: by its signer, before the clause or at its end."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import DateMention, Scan
from kg.normalise import fold
from kg.relate.phrases import surface

_SCHEME = "document-cue"
_NEAR = 60
_CLOSEST = 2
SIGNERS = 140
"""Letters between a day and the verb of signing, with who signs."""
_DAY_WORDS = 16
"""Letters before a day with which a sentence begins (``Chiều ngày``)."""
_BESIDE = 7
"""Letters between who signs and the day on which (`` ngày ``)."""
_BREAK = re.compile(r"[;:.\n]\s")


class IssueDays:
    """Finds the days of documents in one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._content = scan.text.content
        self._folded = scan.text.folded

    def passed_on(self, start: int) -> DateMention | None:
        """The day on which what ends at ``start`` was passed, by whomever (``được thông qua ngày …``)."""
        verb = signed(self._lexicon).match(self._folded, start, self._scan.sentence(start).end)
        date = next(iter(self._scan.dates.within(verb.end(), verb.end() + 1)), None) if verb else None
        return date if date is not None and date.month is not None else None

    def day_at_end(self, place: int) -> DateMention | None:
        """The day with which the sentence ends that tells of an issue (``…, vào ngày 24/6/2014.``)."""
        on = _on_day(self._lexicon).match(self._folded, place)
        date = self._scan.dates.at(on.end()) if on is not None else None
        closed = date is not None and self._content[date.end : date.end + 1] in ("", ".", "\n")
        return date if closed else None

    def day_of_signing(self, start: int, *verbs: str) -> DateMention | None:
        """The day on which somebody, whoever it is, signed what begins at ``start``."""
        sentence = self._scan.sentence(start)
        low = max(sentence.start, start - 2 * _NEAR)
        verb = signing(self._lexicon, *verbs).search(self._folded, low, start)
        if verb is None:
            return None
        dates = self._scan.dates.within(sentence.start, verb.start())
        if not dates or dates[-1].month is None or verb.start() - dates[-1].end > SIGNERS:
            return None
        opens = _opening(self._lexicon).fullmatch(self._folded, sentence.start, dates[-1].start)
        near = max(sentence.start, dates[-1].start - _NEAR)
        if self._scan.hits_within(near, verb.start(), "document-kind", "document-series"):
            return None
        tracks = (self._scan.people, self._scan.roles, self._scan.bodies)
        actors = [a for t in tracks for a in t.within(dates[-1].end, verb.start())]
        signs = any(abs(verb.start() - a.end) <= _CLOSEST for a in actors)
        between = self._folded[dates[-1].end : verb.start()]
        if opens and signs and not _BREAK.search(between):
            return dates[-1]
        before = [a for t in tracks for a in t.within(sentence.start, dates[-1].start)]
        next_ = any(dates[-1].start - a.end <= _BESIDE for a in before)
        return dates[-1] if next_ and not between.strip(" ,") else None

    def day_before(self, place: int) -> DateMention | None:
        """The day with which the clause begins whose subject stands at ``place``."""
        low = self._scan.sentence(place).start
        dates = self._scan.dates.within(low, place)
        if not dates:
            return self._same_day(low, place)
        if dates[-1].month is None:
            return None
        opens = _opening(self._lexicon).fullmatch(self._folded, low, dates[-1].start)
        joins = _adverbial(self._lexicon).fullmatch(self._folded, dates[-1].end, place)
        return dates[-1] if opens and joins else None

    def _same_day(self, low: int, place: int) -> DateMention | None:
        """The day with which the sentence before begins, where this one says `on the same day`."""
        same = _same_day(self._lexicon).match(self._folded, low, place) if low > 0 else None
        if same is None or _adverbial(self._lexicon).fullmatch(self._folded, same.end(), place) is None:
            return None
        before = self._scan.text.sentences[self._scan.text.sentence_at(low) - 1]
        first = next(iter(self._scan.dates.within(before.start, before.end)), None)
        told = first is not None and first.month is not None and first.start - before.start < _DAY_WORDS
        return first if told else None


@lru_cache(maxsize=4)
def signed(lexicon: Lexicon) -> re.Pattern[str]:
    """Who signed, the verb and the words for the day after a document."""
    by = surface(lexicon, _SCHEME, "issued-by")
    verb = surface(lexicon, _SCHEME, "issue")
    signs = re.escape(fold(lexicon.concept(_SCHEME, "signed").label))
    session = surface(lexicon, _SCHEME, "session-of")
    at_session = rf"(?:\s{surface(lexicon, _SCHEME, 'occasion')}\s{session}(?!\w)[^,;.]{{0,60}}?)?"
    assembly = rf"[^,;.]{{3,60}}?(?:,\s{session}(?!\w)[^,;.]{{0,40}}?)?\s"
    offices = rf"[^;.\n]{{3,{SIGNERS}}}?\s(?={signs}(?!\w))"
    return re.compile(
        rf",?\s(?:{surface(lexicon, _SCHEME, 'done')}\s)?{by}\s(?:{assembly}|{offices})?"
        rf"{verb}(?:\s{verb})*{at_session}"
        rf",?\s(?:{surface(lexicon, _SCHEME, 'on-day')}\s)?(?:{surface(lexicon, 'cue', 'day')}\s)*(?=\d)"
    )



@lru_cache(maxsize=4)
def signing(lexicon: Lexicon, *verbs: str) -> re.Pattern[str]:
    """A verb of issuing right before a document."""
    adverb = surface(lexicon, _SCHEME, "adverb")
    verb = surface(lexicon, _SCHEME, *verbs)
    return re.compile(rf"(?:\s{adverb})*\s{verb}(?:\s{adverb})*\s[\"“(]?$")



@lru_cache(maxsize=4)
def _opening(lexicon: Lexicon) -> re.Pattern[str]:
    """What may stand before the day at the beginning of a clause."""
    on_day = surface(lexicon, _SCHEME, "on-day")
    day = surface(lexicon, "cue", "day")
    opens = surface(lexicon, _SCHEME, "before-day")
    return re.compile(rf"(?:.*[,;:()–-]\s?)?(?:{opens}\s)?(?:{on_day}\s)?(?:{day}\s)*")



@lru_cache(maxsize=4)
def _on_day(lexicon: Lexicon) -> re.Pattern[str]:
    """The words for the day after a document, with the one for `on`."""
    on_day = surface(lexicon, _SCHEME, "on-day")
    return re.compile(rf",?\s{on_day}\s(?:{surface(lexicon, 'cue', 'day')}\s)*")



@lru_cache(maxsize=4)
def _adverbial(lexicon: Lexicon) -> re.Pattern[str]:
    """What may stand between the day and the subject: a comma, an occasion or place."""
    words = r"(?:[^,;:]|(?<=\d),(?=\d)){1,60}"
    lately = rf"(?:\s{surface(lexicon, _SCHEME, 'adverb')})?"
    return re.compile(rf"{lately}\)?,?\s(?:{surface(lexicon, _SCHEME, 'occasion')}\s{words},\s)?")



@lru_cache(maxsize=4)
def _same_day(lexicon: Lexicon) -> re.Pattern[str]:
    """Words for the day told before, perhaps with a part of it (``Chiều cùng ngày``)."""
    part = surface(lexicon, "event-cue", "day-part")
    also = surface(lexicon, _SCHEME, "adverb")
    same = surface(lexicon, "event-cue", "same-day")
    return re.compile(rf"(?:(?:{part}|{also})\s)*{same}(?!\w)")
