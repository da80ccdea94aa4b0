"""The words around a theme, as patterns over folded text."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.normalise import fold
from kg.relate.phrases import QUOTES, surface

_SCHEME = "theme-cue"


@lru_cache(maxsize=4)
def has(lexicon: Lexicon) -> re.Pattern[str]:
    """What may stand between a congress and its theme: when it is held, verbs of having, its motto."""
    verbs = surface(lexicon, _SCHEME, "chooses", "has")
    adverb = surface(lexicon, "congress-cue", "adverb")
    when = rf"(?:(?:{adverb}\s)*{surface(lexicon, _SCHEME, 'held')}\s(?:[^.;:“”\"]{{0,90}}?\s)?)?"
    return re.compile(rf"[\s,)]*{when}(?:{verbs}[\s,]*){{1,3}}(?:{_motto(lexicon)}(?:{verbs}\s)?)?")


def _motto(lexicon: Lexicon) -> str:
    """A motto in quotation marks, with what joins the theme to it."""
    marks = "".join(sorted(QUOTES))
    motto = rf"{surface(lexicon, _SCHEME, 'not-theme')}:?\s[{marks}][^{marks}”\n]{{3,120}}[”{marks}]"
    return rf"{motto}[,;]?\s(?:{surface(lexicon, 'cue', 'and')}\s)?"


@lru_cache(maxsize=4)
def with_(lexicon: Lexicon) -> re.Pattern[str]:
    """Words for `with` and for work, at the beginning of a sentence, perhaps with a motto."""
    has = rf"(?:{surface(lexicon, _SCHEME, 'has', 'work')}\s)*"
    return re.compile(rf"{has}(?:{_motto(lexicon)}{has})?")


@lru_cache(maxsize=4)
def year_first(lexicon: Lexicon) -> re.Pattern[str]:
    """A year that opens a sentence, with a verb of having or choosing (``Năm 2023 với``)."""
    year = surface(lexicon, "cue", "year")
    verbs = surface(lexicon, _SCHEME, "has", "chooses")
    again = rf"(?:[-–]\s{year}\s|(?:[-–]\s)?{year}\s[^.;:“”\"\n]{{3,110}}?(?:,|\s[-–])\s)?"
    return re.compile(rf"(?:^|[:;.]\s|\n)(?:\w+\s){{0,2}}{year}\s(?:19|20)\d\d,?\s{again}(?:{verbs}\s)+$")


@lru_cache(maxsize=4)
def tasks(lexicon: Lexicon) -> re.Pattern[str]:
    """The tasks of a year, in the group, and a word for `with`."""
    tasks, has = surface(lexicon, _SCHEME, "tasks"), surface(lexicon, _SCHEME, "has")
    year = surface(lexicon, "cue", "year")
    return re.compile(rf"(?<!\w){tasks}(?:\s[^\s.,;:]+){{0,4}}\s{year}\s((?:19|20)\d\d),?\s(?:{has}\s)+$")


@lru_cache(maxsize=4)
def passed(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of issuing right before something."""
    return re.compile(rf"(?<!\w){surface(lexicon, 'document-cue', 'issue')}\s$")


@lru_cache(maxsize=4)
def this_year(lexicon: Lexicon) -> re.Pattern[str]:
    """Words for this year."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'year-now')}(?!\w)")


@lru_cache(maxsize=4)
def and_(lexicon: Lexicon) -> re.Pattern[str]:
    """A word for `and` right before another theme."""
    return re.compile(rf"\s{surface(lexicon, 'cue', 'and')}\s$")


@lru_cache(maxsize=4)
def counted(lexicon: Lexicon) -> re.Pattern[str]:
    """A number or a plural right before a word."""
    return re.compile(rf"(?<!\w)(?:[\d/.,]*\d|{surface(lexicon, 'cue', 'plural')})\s$")


@lru_cache(maxsize=4)
def year_word(lexicon: Lexicon) -> re.Pattern[str]:
    """The word for `year`, maybe with one for `of` before it and the year behind it."""
    year = surface(lexicon, "cue", "year")
    of = surface(lexicon, _SCHEME, "of")
    return re.compile(rf"(?:(?:{of}\s)?{year}(?!\w)\s?)?(?:((?:19|20)\d\d)(?!\d|\s?[-–]\s?\d))?")


@lru_cache(maxsize=4)
def year_after(lexicon: Lexicon) -> re.Pattern[str]:
    """A year at once after a theme, up to who acts in it (``“…”, năm 2024 Thành ủy X``) or whose it is."""
    year = rf"{surface(lexicon, 'cue', 'year')}\s(?P<year>(?:19|20)\d\d)"
    return re.compile(rf"(?P<apart>,\s)?{year}(?(apart),?\s|\s{surface(lexicon, _SCHEME, 'of')}\s)")


@lru_cache(maxsize=4)
def terms(lexicon: Lexicon) -> re.Pattern[str]:
    """A term of office by its two years (``nhiệm kỳ 2020-2025``)."""
    term = surface(lexicon, "congress-cue", "term")
    return re.compile(rf"(?<!\w){term}\s?:?\s?\(?\s?((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)(?!\d)")


@lru_cache(maxsize=4)
def school_year(lexicon: Lexicon) -> re.Pattern[str]:
    """A school year by its two years (``năm học 2022-2023``)."""
    years = r"\s((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)"
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'school-year')}{years}")


@lru_cache(maxsize=4)
def clause(lexicon: Lexicon) -> re.Pattern[str]:
    """A comma and a word that begins another clause, or a dash at the end."""
    return re.compile(rf",\s?{surface(lexicon, _SCHEME, 'clause-end')}(?!\w)|\s-\s?$")


@lru_cache(maxsize=4)
def occasion(lexicon: Lexicon) -> re.Pattern[str]:
    """Words for a meeting, a contest or a day of its own (``ngày hội``), not for a date (``ngày 5/12``)."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'occasion')}(?!\w|\s?\d)")


@lru_cache(maxsize=4)
def chooses(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of choosing, with up to two words behind it."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'chooses')}\s(?:\w+\s){{0,2}}$")


@lru_cache(maxsize=4)
def adverbs(lexicon: Lexicon) -> re.Pattern[str]:
    """What may stand between who chooses and the verb."""
    return re.compile(rf"(?:\s{surface(lexicon, 'document-cue', 'adverb')})*\s")


@lru_cache(maxsize=4)
def called(lexicon: Lexicon) -> re.Pattern[str]:
    """Words by which something is only called so."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'calls')}(?!\w)")


@lru_cache(maxsize=4)
def according(lexicon: Lexicon) -> re.Pattern[str]:
    """Words that name the document by which a theme is set."""
    return re.compile(rf"[,\s]*\(?{surface(lexicon, _SCHEME, 'according')}\s")


@lru_cache(maxsize=4)
def carries(lexicon: Lexicon) -> re.Pattern[str]:
    """Words for carrying something out."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'carries')}(?!\w)")


@lru_cache(maxsize=4)
def begun_year(lexicon: Lexicon) -> re.Pattern[str]:
    """What must stand in a text for :func:`quoted_year` to find anything: `year` at a mark."""
    labels = [re.escape(fold(label)) for label in lexicon.concept(_SCHEME, "year-of").strong]
    before = (rf"(?<={label}\s.)" for label in labels)
    return re.compile(rf"[{''.join(sorted(QUOTES))}](?:(?:{'|'.join(labels)})\s|{'|'.join(before)})")


@lru_cache(maxsize=4)
def quoted_year(lexicon: Lexicon) -> re.Pattern[str]:
    """What names a year by a theme in quotation marks (``chủ trương “Năm …”``)."""
    policy = surface(lexicon, _SCHEME, "policy")
    named = surface(lexicon, _SCHEME, "named")
    year = surface(lexicon, _SCHEME, "year-of")
    marks = "".join(sorted(QUOTES))
    chosen = rf"{surface(lexicon, _SCHEME, 'chooses')}\s{surface(lexicon, 'cue', 'year')}\s(?P<year>20\d\d)\s"
    was = rf"{surface(lexicon, 'cue', 'passive')}\s[^.,;:]{{2,60}}?\s{surface(lexicon, _SCHEME, 'chooses')}\s"
    given = rf"{surface(lexicon, 'cue', 'year')}\s(?P<given>20\d\d)\s{was}"
    return re.compile(
        rf"(?<!\w)(?:(?:(?P<policy>{policy})|{named})\s(?=[{marks}]{year}\s[^\W\d])"
        rf"|(?:{chosen}|{given})(?:{named}\s)?{year}\s(?=[{marks}]))"
    )


@lru_cache(maxsize=4)
def chosen_by(lexicon: Lexicon) -> re.Pattern[str]:
    """By whom a theme was chosen, between the cue and its wording (``được Đại hội lựa chọn là: “…”``)."""
    was, verb = surface(lexicon, "cue", "passive"), surface(lexicon, _SCHEME, "chooses")
    is_ = surface(lexicon, _SCHEME, "is")
    marks = "".join(sorted(QUOTES))
    return re.compile(rf"{was}\s(?P<by>[^.,;:{marks}]{{2,70}}?)\s{verb}(?:\s{is_})?(?=\s?[:{marks}])")
