"""The words that numbers with a measure are read by, compiled once for a vocabulary."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kg.lexicon import Concept, Lexicon
from kg.normalise import fold
from kg.patterns import one_of, whole_words
from kg.relate.wording import alternation

CUES = "indicator-cue"
NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
SCALED = frozenset({"people", "party", "count", "physical"})
_MILLION = ("measure", "million-dong")
_ORGANISATION = "party-organisation"


@dataclass(frozen=True, slots=True)
class QuantityGrammar:
    """Patterns and word lists of one vocabulary."""

    start: re.Pattern[str]
    measure: re.Pattern[str]
    rest: re.Pattern[str]
    dollars: re.Pattern[str]
    billion_dollars: Concept
    millions: re.Pattern[str]
    mixed: re.Pattern[str]
    denominator: re.Pattern[str]
    yearly: re.Pattern[str]
    more: re.Pattern[str]
    before: tuple[tuple[str, re.Pattern[str]], ...]
    comparing: re.Pattern[str]
    based: re.Pattern[str]
    fraction: re.Pattern[str]
    concepts: dict[str, Concept]
    spelled: re.Pattern[str]
    values: dict[str, Decimal]
    ordinal: re.Pattern[str]
    ranks: re.Pattern[str]
    discipline: re.Pattern[str]
    average: re.Pattern[str]
    figures: re.Pattern[str]
    scale: re.Pattern[str]
    joined: re.Pattern[str]
    named: re.Pattern[str]
    organisation: Concept
    explained: re.Pattern[str] | None = None
    """The abbreviations of measures that the text explains."""


_COMPARATORS = (("above", ">"), ("about", "~"), ("at-least", ">="), ("at-most", "<="), ("below", "<"))


@lru_cache(maxsize=4)
def quantity_grammar(lexicon: Lexicon) -> QuantityGrammar:
    """The grammar of a vocabulary."""
    concepts = {fold(label): c for c in lexicon.scheme("measure") for label in c.strong}
    labels = one_of(concepts)
    scaled = one_of(label for label, c in concepts.items() if c.one("dimension") in SCALED)
    million = one_of(fold(label) for label in lexicon.concept(*_MILLION).strong)
    short = {fold(form): c for c in lexicon.scheme("measure") for form in c.weak}
    brief, base = one_of(short), alternation(lexicon, CUES, "base")
    to = alternation(lexicon, CUES, "to")
    values = {fold(c.label): Decimal(c.one("value") or 0) for c in lexicon.scheme("change") if c.one("value")}
    party = one_of(label for label, c in concepts.items() if c.one("dimension") == "party")
    about = alternation(lexicon, CUES, "about")
    per, per_word = alternation(lexicon, CUES, "per"), alternation(lexicon, CUES, "per-word")
    return QuantityGrammar(
        re.compile(
            rf"(?<![\w/])(?<!\d[.,])(?P<low>{NUMBER})"
            rf"(?:(?P<lowmeasure>\s?%)?[^\S\n]?(?:-|–|\s{to}\s(?:{about}\s)?)[^\S\n]?(?P<high>{NUMBER}))?(?![.,]?\d)"
        ),
        re.compile(
            rf"\s?(?!{alternation(lexicon, CUES, 'respectively')}(?!\w))"
            rf"(?:(?P<scale>{alternation(lexicon, CUES, 'scale')})\s(?P<scaled>{scaled})"
            rf"|(?P<measure>{labels})|(?P<brief>{brief})(?=/|[.,;:)]|$|\s{base}(?!\w)))(?!\w)"
        ),
        re.compile(rf"\s(?P<rest>\d{{1,3}})\s{million}(?!\w)"),
        re.compile(
            rf"\s(?P<rest>\d{{1,3}}(?:,\d+)?)"
            rf"\s{one_of(fold(form) for form in lexicon.concept('measure', 'million-usd').strong)}(?!\w)"
        ),
        lexicon.concept("measure", "billion-usd"),
        re.compile(rf"{one_of(fold(form) for form in lexicon.concept(*_MILLION).weak)}\s"),
        re.compile(
            rf"(?P<millions>\d{{1,3}})\s{one_of(fold(form) for form in lexicon.concept(*_MILLION).weak)}"
            rf"\s(?P<thousands>\d{{1,3}})(?=\s{alternation(lexicon, CUES, 'thousand')}\s)"
        ),
        re.compile(rf"(?P<per>(?:\s?/\s?{per}(?!\w))+)|\s(?P<word>{per_word})(?!\w)"),
        re.compile(rf"\s(?P<year>{alternation(lexicon, CUES, 'year')})(?=[;,.)\n]|$)"),
        re.compile(
            rf"\s(?:(?P<more>{alternation(lexicon, CUES, 'or-more')})"
            rf"|(?P<less>{alternation(lexicon, CUES, 'or-less')}))(?!\w)"
        ),
        tuple(
            (sign, re.compile(rf"(?<!\w){alternation(lexicon, CUES, key)}\s?$")) for key, sign in _COMPARATORS
        ),
        re.compile(rf"(?<!\w){alternation(lexicon, CUES, 'rise', 'fall')}\s$"),
        re.compile(rf"\s{base}(?!\w)"),
        re.compile(
            rf"(?<![\w/-])(?<!\d[.,])(?P<part>\d{{1,3}}(?:\.\d{{3}})*(?:,\d{{1,2}}(?=/))?)\s?"
            rf"(?:/|{alternation(lexicon, CUES, 'fraction-of')}\s)\s?"
            rf"(?P<total>\d{{1,3}}(?:\.\d{{3}})*)(?![\w/.,-])"
        ),
        {**short, **concepts},
        re.compile(rf"(?P<word>{whole_words(values, after='')})\s(?P<measure>{party})(?!\w)"),
        values,
        re.compile(rf"(?<!\w){alternation(lexicon, CUES, 'ordinal')}\s$"),
        re.compile(rf"(?<!\w){alternation(lexicon, CUES, 'ranks')}\s$"),
        re.compile(rf"(?<!\w){alternation(lexicon, CUES, 'discipline')}\s$"),
        re.compile(rf"(?<!\w){alternation(lexicon, CUES, 'average')}\s$"),
        re.compile(rf"\s{alternation(lexicon, CUES, 'figures')}(?!\w)"),
        re.compile(rf"{alternation(lexicon, CUES, 'scale')}\s"),
        re.compile(
            rf"(?:,|\s{alternation(lexicon, CUES, 'list')})\s"
            rf"(?:{alternation(lexicon, CUES, 'above', 'about')}\s)?"
        ),
        re.compile(whole_words(concepts, after="$")),
        lexicon.concept("measure", _ORGANISATION),
    )
