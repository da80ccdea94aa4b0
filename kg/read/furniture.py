"""What stands around an article on its page, as the vocabulary ``ontology/furniture.ttl`` lists it.

The vocabulary says *which words* mark a log-in prompt, a list of related articles or a caption; this module
turns them into the patterns that :mod:`kg.read.layout` asks.  Every concept has a kind here, and every kind
a concept there: a name that only one side knows is refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

import pyoxigraph

from kg.errors import VocabularyError
from kg.resources import data_dir

SCHEME = "https://w3id.org/dangbo/vocab/furniture"
_PAPERS = "https://w3id.org/dangbo/vocab/paper"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_STRONG = (f"{_SKOS}prefLabel", f"{_SKOS}altLabel")
_WEAK = f"{_SKOS}hiddenLabel"


class Kind(StrEnum):
    """The concepts of the furniture scheme."""

    ADVERTISEMENT = "advertisement"
    AGENCY = "agency"
    BYLINE_CUE = "byline-cue"
    BYLINE_NOTE = "byline-note"
    CAPTION_CREDIT = "caption-credit"
    CAPTION_ENDING = "caption-ending"
    CAPTION_OPENING = "caption-opening"
    COLLECTIVE_AUTHOR = "collective-author"
    COMMENT_FORM = "comment-form"
    CONTENTS_TOOL = "contents-tool"
    DATE_WORD = "date-word"
    HONORIFIC = "honorific"
    IMPRINT = "imprint"
    LOGIN_PROMPT = "login-prompt"
    MASTHEAD = "masthead"
    MONTH_01 = "month-01"
    MONTH_02 = "month-02"
    MONTH_03 = "month-03"
    MONTH_04 = "month-04"
    MONTH_05 = "month-05"
    MONTH_06 = "month-06"
    MONTH_07 = "month-07"
    MONTH_08 = "month-08"
    MONTH_09 = "month-09"
    MONTH_10 = "month-10"
    MONTH_11 = "month-11"
    MONTH_12 = "month-12"
    NAME_COLUMN = "name-column"
    NAME_JOINER = "name-joiner"
    OUTLET_OWNER = "outlet-owner"
    OUTLET_PART = "outlet-part"
    OWNER = "owner"
    PAGE_CLOCK = "page-clock"
    PUBLICATION_CUE = "publication-cue"
    READ_COUNTER = "read-counter"
    RELATED = "related-articles"
    REPUBLICATION = "republication"
    REPUBLICATION_PLACE = "republication-place"
    SITE_MENU = "site-menu"
    TAG_LINE = "tag-line"
    WEBSITE_LINKS = "website-links"
    WEEKDAY = "weekday"
    WIDGET = "widget"


MONTHS = tuple(kind for kind in Kind if kind.name.startswith("MONTH"))
"""The names of the months, in the order of the year."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The Vietnamese labels of the scheme: ``strong`` decide alone, ``weak`` want the right place."""

    strong: Mapping[Kind, tuple[str, ...]]
    weak: Mapping[Kind, tuple[str, ...]]
    examples: Mapping[Kind, tuple[str, ...]]

    def any_of(self, *kinds: Kind, weak: bool = True) -> str:
        """Give a pattern (without groups) for every label of ``kinds``, the longest first."""
        forms: set[str] = set()
        for kind in kinds:
            forms.update(self.strong.get(kind, ()))
            if weak:
                forms.update(self.weak.get(kind, ()))
        return alternation(forms)


def alternation(forms: Iterable[str]) -> str:
    """Give a non-capturing group of literal forms, longest first, whose blanks match any blanks."""
    ordered = sorted(
        {unicodedata.normalize("NFC", form) for form in forms}, key=lambda form: (-len(form), form)
    )
    return "(?:" + "|".join(re.sub(r"(?:\\?\s)+", r"\\s+", re.escape(form)) for form in ordered) + ")"


@lru_cache(maxsize=1)
def labels() -> Labels:
    """Give the labels of ``ontology/furniture.ttl``, read once per process.

    Raises :class:`~kg.errors.VocabularyError` when the file is missing, is no Turtle, or names a concept
    that no kind stands for (or the other way round).
    """
    path = data_dir("ontology") / "furniture.ttl"
    strong: dict[Kind, set[str]] = {kind: set() for kind in Kind}
    weak: dict[Kind, set[str]] = {kind: set() for kind in Kind}
    examples: dict[Kind, set[str]] = {kind: set() for kind in Kind}
    for concept, predicate, label in _statements(path):
        kind = _kind(concept, path)
        if predicate in _STRONG:
            strong[kind].add(label)
        elif predicate == _WEAK:
            weak[kind].add(label)
        elif predicate == f"{_SKOS}example":
            examples[kind].add(label)
    empty = sorted(kind for kind in Kind if not strong[kind])
    if empty:
        raise VocabularyError(f"{path}: no Vietnamese label for {', '.join(empty)}; restore the concept")
    return Labels(_sorted(strong), _sorted(weak), _sorted(examples))


@lru_cache(maxsize=1)
def papers() -> Mapping[str, str]:
    """Give the names of local papers by the signs that they set before a lead (``ontology/papers.ttl``).

    A name holds the province, so that it tells where a paper is at home.  Raises
    :class:`~kg.errors.VocabularyError` when the file is missing or no Turtle.
    """
    told = _statements(data_dir("ontology") / "papers.ttl", _PAPERS)
    names = {concept: label for concept, predicate, label in told if predicate == f"{_SKOS}prefLabel"}
    return {label: names[concept] for concept, predicate, label in told if predicate == f"{_SKOS}altLabel"}


def _statements(path: Path, scheme: str = SCHEME) -> list[tuple[str, str, str]]:
    """(concept, predicate, Vietnamese literal) for every statement about a concept of a scheme."""
    try:
        quads = list(pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE))
    except (OSError, SyntaxError, ValueError) as error:
        raise VocabularyError(f"{path}: not readable as Turtle: {error}") from error
    return [
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in quads
        if isinstance(quad.subject, pyoxigraph.NamedNode)
        and quad.subject.value.startswith(f"{scheme}/")
        and isinstance(quad.object, pyoxigraph.Literal)
        and quad.object.language == "vi"
    ]


def _kind(concept: str, path: Path) -> Kind:
    name = concept.removeprefix(f"{SCHEME}/")
    try:
        return Kind(name)
    except ValueError as error:
        raise VocabularyError(
            f"{path}: unknown concept {name}; the known ones are {', '.join(Kind)}"
        ) from error


def _sorted(forms: Mapping[Kind, set[str]]) -> dict[Kind, tuple[str, ...]]:
    return {kind: tuple(sorted(found)) for kind, found in forms.items()}


@dataclass(frozen=True, slots=True)
class Patterns:
    """The questions that the layout asks of a line; each pattern is matched against a stripped NFC line."""

    menu: re.Pattern[str]
    """An entry of the site's menu, a breadcrumb, a log-in prompt or the masthead: only at head and foot."""
    tool: re.Pattern[str]
    """A line of page tools, an advertisement's label, a counter, keywords, a pointer: dropped anywhere."""
    related: re.Pattern[str]
    """The head of a list of other articles."""
    foot: re.Pattern[str]
    """The head of the comments, a widget, links or the imprint."""
    glued: re.Pattern[str]
    """The place where furniture is stuck to the word before it."""
    credit: re.Pattern[str]
    """A photo credit inside a line."""
    credit_line: re.Pattern[str]
    """A line that is nothing but a photo credit."""
    opening: re.Pattern[str]
    ending: re.Pattern[str]
    weak_ending: re.Pattern[str]
    byline_cue: re.Pattern[str]
    byline_note: re.Pattern[str]
    collective: re.Pattern[str]
    joiner: re.Pattern[str]
    honorific: re.Pattern[str]
    republication: re.Pattern[str]
    republication_place: re.Pattern[str]
    outlet_owner: re.Pattern[str]
    name_column: re.Pattern[str]
    """The head of a table's column of names, which holds nothing else."""
    outlet_part: re.Pattern[str]
    """What may stand in an outlet's name without a capital."""
    owner: re.Pattern[str]
    """What an imprint says before the name of its owner."""
    agency: re.Pattern[str]
    publication_cue: re.Pattern[str]
    day_of_month: re.Pattern[str]
    """``5 tháng mười hai, 2013``, ``December 5, 2013``: groups ``day``, ``month`` and ``year``, or ``…2``."""
    months: Mapping[str, int]
    """The numbers of the months by their names in lower case."""
    date_noise: re.Pattern[str]
    """What may stand in a line of date and time beside the numbers."""


@lru_cache(maxsize=1)
def patterns() -> Patterns:
    """Give the compiled patterns of the vocabulary, built once per process."""
    known = labels()
    return Patterns(
        menu=_menu(known),
        tool=_tool(known),
        related=_pattern(rf"\W*{known.any_of(Kind.RELATED)}[\W\d]*$"),
        foot=_foot(known),
        glued=_glued(known),
        credit=_credit(known),
        credit_line=re.compile(
            rf"\W*{known.any_of(Kind.CAPTION_CREDIT)}(?:\s*[:/]\s*|\s+)(?P<who>\S.{{0,60}})$"
        ),
        opening=_pattern(rf"{known.any_of(Kind.CAPTION_OPENING)}\b"),
        ending=_pattern(rf"\b{known.any_of(Kind.CAPTION_ENDING, weak=False)}\b"),
        weak_ending=_pattern(rf"\b{known.any_of(Kind.CAPTION_ENDING)}\W*$"),
        byline_cue=_pattern(rf"\W*{known.any_of(Kind.BYLINE_CUE)}(?:\s*[:.\-–]\s*|\s+)(?=\S)"),
        byline_note=_pattern(rf"{known.any_of(Kind.BYLINE_NOTE)}$"),
        collective=_pattern(rf"\W*{known.any_of(Kind.COLLECTIVE_AUTHOR)}\W*$"),
        joiner=_pattern(rf"\s+{known.any_of(Kind.NAME_JOINER)}\s+|\s*[-–—,;/&+]\s*"),
        honorific=_pattern(rf"\W*{known.any_of(Kind.HONORIFIC)}\s+"),
        republication=_pattern(
            rf"\W*{known.any_of(Kind.REPUBLICATION, weak=False)}(?:\s*:\s*|\s+)(?P<paper>\S.*)$"
        ),
        republication_place=_pattern(rf"\b{known.any_of(Kind.REPUBLICATION_PLACE)}\b"),
        outlet_owner=_pattern(rf"\W*{known.any_of(Kind.OUTLET_OWNER)}\s"),
        name_column=_pattern(rf"\W*{known.any_of(Kind.NAME_COLUMN)}(?:\s\w+){{0,4}}\W*"),
        outlet_part=_outlet_part(known),
        owner=_owner(known),
        agency=_agency(known),
        publication_cue=_pattern(rf"(?<!\w){known.any_of(Kind.PUBLICATION_CUE)}(?!\w)"),
        day_of_month=_day_of_month(known),
        months=_months(known),
        date_noise=_date_noise(known),
    )


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


def _menu(known: Labels) -> re.Pattern[str]:
    entry = known.any_of(Kind.SITE_MENU)
    prompt = known.any_of(Kind.LOGIN_PROMPT)
    masthead = known.any_of(Kind.MASTHEAD)
    return _pattern(
        rf"\W*{entry}(?:\W+{entry})*(?:\s*[>»›/|•·]+\s*[^>»›/|]{{1,60}})*\W*$|\W*{prompt}\b[^.]{{0,90}}$|\W*{masthead}\b.{{0,90}}$"
    )


def _tool(known: Labels) -> re.Pattern[str]:
    button = known.any_of(Kind.CONTENTS_TOOL, Kind.ADVERTISEMENT)
    counter = known.any_of(Kind.READ_COUNTER)
    tags = known.any_of(Kind.TAG_LINE)
    pointer = known.any_of(Kind.RELATED)
    return _pattern(
        rf"[\W\d]*{button}(?:[\W\d]+{button})*[\W\d]*$"
        rf"|\W*{counter}\s*:?\s*[\d.,]+\W*$|\W*[\d.,]+\s+{counter}\W*$"
        rf"|\W*{tags}(?:\s*:.*|\W*)$"
        rf"|\W*{pointer}\s*:\s*\S.*$|[>»]{{1,3}}\s.*$|[>»]\s*[>»].*$"
    )


def _foot(known: Labels) -> re.Pattern[str]:
    heads = known.any_of(Kind.COMMENT_FORM, Kind.WEBSITE_LINKS)
    widget = known.any_of(Kind.WIDGET)
    imprint = known.any_of(Kind.IMPRINT)
    owner = known.any_of(Kind.OWNER, weak=False)
    return _pattern(
        rf"\W*{owner}(?:[\W\d].{{0,120}})?$|\W*{heads}[\W\d]*$|\W*{widget}(?:[\W\d]*$|\s*:?\s*\d.*$)|\W*{imprint}(?:\s*[:©\d].*|\W*)$"
    )


def _glued(known: Labels) -> re.Pattern[str]:
    """Case matters here: ``…ngTất cả…`` is stuck together, ``…ng tất cả…`` is language."""
    several = [
        form
        for kind in (Kind.SITE_MENU, Kind.COMMENT_FORM, Kind.RELATED, Kind.WEBSITE_LINKS, Kind.WIDGET)
        for form in known.strong[kind]
        if " " in form
    ]
    return re.compile(rf"(?<=[^\W\d_])(?={alternation(several)}(?:\W|$))")


def _credit(known: Labels) -> re.Pattern[str]:
    """Give the label stands at the start, after a full stop, a dash or a bracket, and a colon follows."""
    return re.compile(rf"(?:^|[.!?…\"”)]\s*|[-–—(\[]\s*){known.any_of(Kind.CAPTION_CREDIT)}\s*:")


def _outlet_part(known: Labels) -> re.Pattern[str]:
    """Kinds of outlets, owners and units, and fields of news (``Văn hóa``) as the site's menu has them."""
    own = (Kind.OUTLET_PART, Kind.OUTLET_OWNER)
    kinds = (*own, Kind.REPUBLICATION_PLACE, Kind.NAME_JOINER, Kind.SITE_MENU)
    return _pattern(rf"(?<!\w){known.any_of(*kinds)}(?!\w)")


def _owner(known: Labels) -> re.Pattern[str]:
    """``Cơ quan chủ quản: ``, ``© 2024 ``, ``Tiếng nói của ``: several of them may follow one another."""
    cue = known.any_of(Kind.OWNER)
    return _pattern(rf"\W*{cue}(?:{cue}|[\W\d]|by\b)*")


def _agency(known: Labels) -> re.Pattern[str]:
    """``(ĐCSVN) - ``, ``(Chinhphu.vn) – ``, ``BHG - ``: known signs, or bracketed capitals."""
    sign = alternation([*known.strong[Kind.AGENCY], *papers()])
    return re.compile(
        rf"(?:\((?P<bracketed>{sign}|[^\W\d_]\w*\.(?:com\.)?vn|(?:(?![a-z])[^\W\d_]){{2,8}})\)"
        rf"\s*[-–—:.]?|(?P<bare>{sign}|[^\W\d_]\w*\.(?:com\.)?vn)\s*[-–—])\s*(?=[^\W_])"
    )


def _months(known: Labels) -> Mapping[str, int]:
    told = ((number, forms) for number, kind in enumerate(MONTHS, 1) for forms in (known.strong, known.weak))
    return {form.lower(): number for number, forms in told for form in forms[MONTHS[number - 1]]}


def _day_of_month(known: Labels) -> re.Pattern[str]:
    name, day, year = known.any_of(*MONTHS), r"\d{1,2}", r"\d{4}"
    return _pattern(
        rf"(?<!\w)(?:(?P<day>{day})\s+(?P<month>{name})|(?P<month2>{name})\s+(?P<day2>{day}))"
        rf"\s*,?\s*(?P<year>{year})(?!\w)"
    )


def _date_noise(known: Labels) -> re.Pattern[str]:
    words = known.any_of(
        Kind.WEEKDAY,
        Kind.PUBLICATION_CUE,
        Kind.PAGE_CLOCK,
        Kind.DATE_WORD,
        Kind.CONTENTS_TOOL,
        Kind.SITE_MENU,
    )
    return _pattern(rf"(?<!\w){words}(?!\w)|[\W\d_]+")
