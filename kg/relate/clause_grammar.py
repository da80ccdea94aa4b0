"""The words that clauses around numbers are read by, compiled once for a vocabulary."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.normalise import fold
from kg.patterns import whole_words
from kg.relate.wording import alternation, ending, finder, words

CUES = "indicator-cue"
CHANGES = ("rise", "fall", "exceed", "multiply")
_TOGETHER = re.compile(r", | ?[-–] ?")
_STRIPPED = ("reach", *CHANGES, "filler", "above", "about", "at-least", "at-most", "below")


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns and word lists of one vocabulary."""

    strip: re.Pattern[str]
    functions: dict[str, frozenset[str]]
    base: re.Pattern[str]
    base_stop: re.Pattern[str]
    head: re.Pattern[str]
    weak_head: re.Pattern[str]
    action: re.Pattern[str]
    action_anywhere: re.Pattern[str]
    possess: re.Pattern[str]
    deed: re.Pattern[str]
    more: re.Pattern[str]
    joins: re.Pattern[str]
    money_action: re.Pattern[str]
    strong_action: re.Pattern[str]
    plan_verb: re.Pattern[str]
    vague: frozenset[str]
    tail_stop: re.Pattern[str]
    tail_word: re.Pattern[str]
    excluded: re.Pattern[str]
    compare: str
    change_words: dict[str, str]
    to: frozenset[str]
    origin: re.Pattern[str]
    giving: frozenset[str]
    got: frozenset[str]


@lru_cache(maxsize=4)
def grammar(lexicon: Lexicon) -> Grammar:
    """The grammar of a vocabulary."""
    functions: dict[str, set[str]] = {}
    for function in _STRIPPED:
        for word in words(lexicon, CUES, function):
            functions.setdefault(word, set()).add(function)
    return Grammar(
        strip=re.compile(whole_words(functions, after="$")),
        functions={word: frozenset(kinds) for word, kinds in functions.items()},
        base=re.compile(rf"\s(?:{alternation(lexicon, CUES, 'base')})(?!\w)"),
        base_stop=re.compile(
            rf"[,;.()\n:\"”…]|\s(?:{alternation(lexicon, CUES, 'clause')})(?!\w)|\s\d[\d.,]*\s?%"
        ),
        head=re.compile(
            rf"{finder(lexicon, CUES, 'head').pattern}"
            rf"|(?<!\w){alternation(lexicon, CUES, 'number-of')}\s{whole_words(_heads(lexicon))}"
        ),
        weak_head=finder(lexicon, CUES, "weak-head"),
        action=ending(lexicon, CUES, "action", "rise", "fall"),
        action_anywhere=finder(lexicon, CUES, "action"),
        possess=ending(lexicon, CUES, "possess"),
        more=finder(lexicon, CUES, "or-more", "or-less"),
        deed=finder(lexicon, CUES, "deed"),
        joins=re.compile(
            rf"(?:\s?\([^()]*\))?[\s,;]*(?:{alternation(lexicon, CUES, 'list')})?\s*"
            rf"(?:{alternation(lexicon, CUES, 'above', 'about', 'at-least', 'at-most', 'below')}\s)?"
        ),
        strong_action=finder(lexicon, CUES, "strong-action"),
        plan_verb=ending(lexicon, CUES, "plan-verb"),
        vague=frozenset(words(lexicon, CUES, "vague")),
        money_action=ending(lexicon, CUES, "money-action"),
        tail_stop=re.compile(rf"[,;.()\n:\"”…]|\s(?:{alternation(lexicon, CUES, 'tail-stop')})(?!\w)|\s\d"),
        tail_word=finder(lexicon, CUES, "tail-stop"),
        excluded=re.compile(
            rf"(?<!\w)(?:{alternation(lexicon, CUES, 'harmless')}"
            rf"|(?P<other>{alternation(lexicon, CUES, 'excluded')}))(?!\w)"
        ),
        compare=lexicon.concept("change", "compared-with").label,
        change_words={
            "rise": lexicon.concept("change", "rise").label,
            "fall": lexicon.concept("change", "fall").label,
            "exceed": lexicon.concept("change", "exceed").label,
        },
        to=frozenset(words(lexicon, CUES, "to")),
        origin=ending(lexicon, CUES, "origin"),
        giving=frozenset(words(lexicon, CUES, "giving")),
        got=frozenset(words(lexicon, CUES, "got")),
    )


def _heads(lexicon: Lexicon) -> tuple[str, ...]:
    """The words for things counted that make a head with a word for how many (``số người``), but no votes."""
    votes = voting(lexicon)
    return tuple(word for word in countable(lexicon) if word not in votes)


@lru_cache(maxsize=4)
def countable(lexicon: Lexicon) -> tuple[str, ...]:
    """The folded words that things are counted in."""
    return tuple(
        fold(label)
        for concept in lexicon.scheme("measure")
        if concept.one("dimension") in ("people", "party", "count", "plan")
        for label in concept.strong
    )


@lru_cache(maxsize=4)
def branches(lexicon: Lexicon) -> tuple[str, ...]:
    """The folded names of branches of the economy, and the first ones of those told together."""
    concepts = [c for c in lexicon.scheme("indicator") if c.one("sector")]
    labels = [fold(label) for concept in concepts for label in (*concept.strong, *concept.weak)]
    first = [_TOGETHER.split(label)[0] for label in labels]
    return tuple(sorted({*labels, *(label for label in first if " " in label)}))


@lru_cache(maxsize=4)
def voting(lexicon: Lexicon) -> tuple[str, ...]:
    """The folded words for votes and those who cast them."""
    return tuple(fold(label) for c in lexicon.scheme("measure") if c.one("vote") for label in c.strong)


@lru_cache(maxsize=4)
def of_words(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands between the words of a name and the place that they belong to."""
    return re.compile(rf"\s(?:{alternation(lexicon, CUES, 'name-of')})?\s?$")
