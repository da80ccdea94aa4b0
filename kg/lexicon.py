"""The vocabulary (SKOS, ``ontology/``) as a matcher: one scan of a text finds all surface forms.

Concepts are addressed as ``(scheme, key)``: ``https://w3id.org/dangbo/vocab/role/secretary`` is
``("role", "secretary")``.  Within a scheme a folded label names one concept, or the vocabulary is refused;
two schemes may share a label (``kế hoạch`` is a kind of document and the base of a percentage), because
each recogniser reads its own schemes.
"""

from __future__ import annotations

import gc
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.errors import VocabularyError
from kg.gazetteer import Gazetteer, UnitType
from kg.model import Organization, Text, Unit
from kg.normalise import fold
from kg.resources import data_dir

VOCABULARY = "https://w3id.org/dangbo/vocab/"
_PROPERTIES = "https://w3id.org/dangbo/vocab#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_ACRONYM = 7
PLACE = "place"
CODE_LISTS = frozenset(
    {
        *("assertion", "body-change", "finding", "outcome", "participation", "status", "step"),
        *("unit-change", "verdict"),
    }
)
_UNSCANNED = CODE_LISTS | {PLACE, "furniture", "paper", "surname", "name-abbreviation", "enterprise"}


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept with its labels and the vocabulary's own properties.

    ``label`` is the Vietnamese preferred label, ``strong`` all labels that stand on their own, ``weak``
    those that need context.  Values of ``properties`` are plain strings, concepts as ``scheme:key``.
    """

    scheme: str
    key: str
    label: str
    label_en: str
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    notation: str | None = None
    broader: str | None = None
    examples: tuple[str, ...] = ()
    properties: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    def one(self, name: str) -> str | None:
        """The single value of a property, or ``None``."""
        values = self.properties.get(name)
        return values[0] if values else None

    @property
    def level(self) -> int | None:
        """The level of unit that the concept implies."""
        value = self.one("level")
        return int(value) if value is not None else None

    @property
    def iri(self) -> str:
        """The concept's IRI."""
        return f"{VOCABULARY}{self.scheme}/{self.key}"


class Hit(NamedTuple):
    """A surface form in a text: canonical offsets, the concept, and whether the form is a weak one."""

    start: int
    end: int
    concept: Concept
    weak: bool


class Hits:
    """The surface forms of a text by scheme, each scheme in text order and the longer form first.

    The words of every sentence (``cue``, ``stop``) are looked for when they are asked for: they are most of
    all hits, and many a text has nothing that they could tell more of.
    """

    __slots__ = ("_by_scheme", "_hidden", "_later", "_starts")

    def __init__(
        self, by_scheme: dict[str, list[Hit]], later: Mapping[str, Callable[..., dict[str, list[Hit]]]]
    ) -> None:
        self._by_scheme = by_scheme
        self._later = later
        self._starts: dict[str, list[int]] = {}
        self._hidden: Sequence[tuple[int, int]] = ()

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.of(*self._later, *(name for name in self._by_scheme if name not in self._later)))

    def _of(self, scheme: str) -> list[Hit]:
        hits = self._by_scheme.get(scheme)
        if hits is None:
            later = self._later.get(scheme)
            hits = _outside(later().get(scheme, _NONE), self._hidden) if later is not None else _NONE
            self._by_scheme[scheme] = hits
        return hits

    def of(self, *schemes: str) -> list[Hit]:
        """The hits of these schemes; the list is not to be changed."""
        if len(schemes) == 1:
            return self._of(schemes[0])
        return _merged([self._of(scheme) for scheme in schemes])

    def at(self, start: int, *schemes: str) -> list[Hit]:
        """The hits of these schemes that begin at ``start``, longest first."""
        return self._cut(start, start + 1, schemes)

    def within(self, start: int, end: int, *schemes: str) -> list[Hit]:
        """The hits of these schemes that lie inside ``start:end``."""
        return [hit for hit in self._cut(start, end, schemes) if hit[1] <= end]

    def _cut(self, start: int, end: int, schemes: tuple[str, ...]) -> list[Hit]:
        parts: list[list[Hit]] = []
        for scheme in schemes:
            starts = self._starts.get(scheme)
            if starts is None:
                starts = self._starts[scheme] = [hit[0] for hit in self._of(scheme)]
            low = bisect_left(starts, start)
            if low < len(starts) and starts[low] < end:
                parts.append(self._by_scheme[scheme][low : bisect_left(starts, end, low)])
        if not parts:
            return _NONE
        return parts[0] if len(parts) == 1 else _merged(parts)

    def in_line(self, start: int, end: int, scheme: str) -> list[Hit]:
        """The hits of a scheme in a line of the text, which is looked at alone if none was asked for yet."""
        if scheme in self._by_scheme or scheme not in self._later:
            return self.within(start, end, scheme)
        return _outside(self._later[scheme](start, end).get(scheme, _NONE), self._hidden)

    def hide(self, spans: Sequence[tuple[int, int]], scheme: str) -> None:
        """Leave out what lies in one of these spans, which don't overlap, but for the hits of ``scheme``."""
        self._starts.clear()
        self._hidden = spans
        for name, hits in self._by_scheme.items():
            if name != scheme:
                self._by_scheme[name] = _outside(hits, spans)


def _outside(hits: list[Hit], spans: Sequence[tuple[int, int]]) -> list[Hit]:
    """The hits without those that lie in a span; both are in text order."""
    if not spans:
        return hits
    starts = [start for start, _ in spans]
    kept: list[Hit] = []
    for hit in hits:
        place = bisect_right(starts, hit[0]) - 1
        if place < 0 or hit[1] > spans[place][1]:
            kept.append(hit)
    return kept


_NONE: list[Hit] = []
_WORDS = ("cue", "stop")


def _merged(parts: list[list[Hit]]) -> list[Hit]:
    """Hits of several schemes in text order; names of places come last among those of one span."""
    parts = [part for part in parts if part]
    if len(parts) < 2:
        return parts[0] if parts else _NONE
    return sorted(chain.from_iterable(parts), key=in_text)


def in_text(hit: Hit) -> tuple[int, int, bool, str]:
    """The order of hits in a text: by start, the longer one first, then as their concepts are ordered."""
    return hit[0], -hit[1], hit[2].scheme == PLACE, f"{hit[2].scheme}/"


class _Form(NamedTuple):
    concept: Concept
    weak: bool
    acronym: str | None


class Lexicon:
    """All surface forms of the vocabulary, and the gazetteer.

    Raises :class:`~kg.errors.VocabularyError` for a file that is not Turtle, a concept without its labels
    and for a label that two concepts of one scheme claim.
    """

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._concepts: dict[tuple[str, str], Concept] = {(c.scheme, c.key): c for c in concepts}
        self._schemes: dict[str, list[Concept]] = {}
        for concept in self._concepts.values():
            self._schemes.setdefault(concept.scheme, []).append(concept)
        self.gazetteer = Gazetteer(self._unit_types(), self._aliases())
        self._forms = self._all_forms()
        schemes = {form.concept.scheme for forms in self._forms.values() for form in forms}
        self._first = Matcher(self._forms_of(schemes.difference(_WORDS)))
        self._later = {scheme: Matcher(self._forms_of({scheme})) for scheme in _WORDS}

    def _forms_of(self, schemes: Set[str]) -> dict[str, list[_Form]]:
        some = {
            label: [form for form in forms if form.concept.scheme in schemes]
            for label, forms in self._forms.items()
        }
        return {label: forms for label, forms in some.items() if forms}

    def _unit_types(self) -> dict[str, UnitType]:
        return {
            fold(c.label): UnitType(c.key, c.label, c.level or 0, (*c.strong, *c.weak))
            for c in self.scheme("unit-type")
            if c.level is not None
        }

    def _aliases(self) -> dict[str, str]:
        named = [(a, c.one("now") or c.label) for c in self.scheme(PLACE) for a in (*c.strong, *c.weak)]
        return {alias: name for alias, name in named if alias != name}

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The folded former names of units that go by another name now, each with its canonical spelling."""
        concepts = [c for c in self.scheme(PLACE) if c.one("now")]
        return {fold(alias): c.label for c in concepts for alias in (*c.strong, *c.weak)}

    def _all_forms(self) -> dict[str, list[_Form]]:
        forms: dict[str, list[_Form]] = defaultdict(list)
        for concept in self._concepts.values():
            grade = concept.one("label")
            if grade == "no" or concept.scheme in _UNSCANNED:
                continue
            for weak, labels in ((grade == "weak", concept.strong), (True, concept.weak)):
                for label in labels:
                    _claim(forms[fold(label)], _Form(concept, weak, _acronym(label)), label)
        for name in self.gazetteer.names((1, 2)):
            if len(name) > 1 and not name.isdigit():
                forms[name].append(_Form(_PLACE, True, None))
        return forms

    def __iter__(self) -> Iterator[Concept]:
        return iter(self._concepts.values())

    def scheme(self, name: str) -> Iterator[Concept]:
        """The concepts of a scheme."""
        return iter(self._schemes.get(name, ()))

    def concept(self, scheme: str, key: str) -> Concept:
        """The concept, or :class:`~kg.errors.VocabularyError` when the vocabulary has none such."""
        try:
            return self._concepts[scheme, key]
        except KeyError:
            raise VocabularyError(f"{scheme}:{key}: no such concept; add it under ontology/") from None

    def follow(self, reference: str) -> Concept:
        """The concept that a property value ``scheme:key`` names."""
        scheme, _, key = reference.partition(":")
        return self.concept(scheme, key)

    @cached_property
    def _long_forms(self) -> dict[str, str]:
        schemes = ("abbreviation", "name-abbreviation")
        return {
            s: c.label for scheme in schemes for c in self.scheme(scheme) for s in c.strong if s != c.label
        }

    @cached_property
    def _enterprises(self) -> dict[str, Concept]:
        return {fold(form): c for c in self.scheme("enterprise") for form in c.strong if form != c.label}

    def enterprise(self, name: str) -> Concept | None:
        """The state enterprise that the press calls so in short (``Tập đoàn Dầu khí``, ``EVN``)."""
        return self._enterprises.get(fold(name))

    def written_out(self, name: str) -> str:
        """The name of an organisation with its abbreviated words written out.

        A weak short form is one only where it ends the name (``Cục Hàng không VN``, but ``VN Pharma``).
        """
        words = [self._long_forms.get(word, word) for word in name.split(" ")]
        if len(words) > 1:
            words[-1] = self._last_forms.get(words[-1], words[-1])
        return " ".join(words)

    @cached_property
    def _last_forms(self) -> dict[str, str]:
        return {s: c.label for c in self.scheme("name-abbreviation") for s in c.weak}

    @cached_property
    def _never_bare(self) -> frozenset[str]:
        return frozenset(c.label for c in self.scheme(PLACE) if c.one("fullName"))

    def leaves_out_type(self, concept: Concept, unit: Unit) -> bool:
        """Whether an organisation of this kind takes the unit's bare name (``Tỉnh ủy Phú Thọ``)."""
        return concept.one("naming") == "bare" and unit.name not in self._never_bare

    def committee_of(self, unit: Unit) -> Organization:
        """The party committee of a unit, named as its level names it; the unit must have a type."""
        reference = self.concept("unit-type", unit.type).one("committee")
        concept = self.follow(reference or "body:grassroots-party-committee")
        bare = self.leaves_out_type(concept, unit)
        return Organization(concept.key, concept.label, unit, bare_unit=bare, level=unit.level)

    def begins_compound(self, folded: str, start: int, key: str | None = None) -> bool:
        """Whether words of ``stop`` with a blank or mark in them (of one concept, or any) stand at ``start``.

        Tells without a scan where none can be, as hardly anywhere; whole words only the scan knows.
        """
        return folded.startswith(_compounds(self, key).get(folded[start], ()), start)

    def scan(self, text: Text) -> Hits:
        """Every surface form of the vocabulary in the text, overlapping ones too."""
        return self.scan_folded(text.folded, text.content)

    def scan_folded(self, folded: str, content: str) -> Hits:
        """Like :meth:`scan`, for a folded text and the canonical one that it folds."""
        later = {scheme: partial(matcher.hits, folded, content) for scheme, matcher in self._later.items()}
        return Hits(self._first.hits(folded, content), later)


class Matcher:
    """Finds the labels of some forms in a text, in one go over it."""

    def __init__(self, forms: Mapping[str, list[_Form]]) -> None:
        self._forms = list(forms.values())
        self._wordlike = [label[0].isalnum() and label[-1].isalnum() for label in forms]
        self._automaton = AhoCorasick(
            list(forms), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def hits(
        self, folded: str, content: str, first: int = 0, last: int | None = None
    ) -> dict[str, list[Hit]]:
        """Whole words only, by scheme in text order; in ``first:last``, where no word may begin or end."""
        if first or last is not None:
            folded = folded[first:last]
        padded = f"{folded} "  # so that what stands after the last letter, and before the first, is a blank
        by_scheme: defaultdict[str, list[Hit]] = defaultdict(list)
        wordlike, forms, new = self._wordlike, self._forms, tuple.__new__
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            before, after = padded[start - 1], padded[end]
            if wordlike[index]:
                if (after != " " and after.isalnum()) or (before != " " and before.isalnum()):
                    continue
            elif (padded[start].isalnum() and before.isalnum()) or (
                after.isalnum() and padded[end - 1].isalnum()
            ):
                continue
            start += first
            end += first
            for concept, weak, acronym in forms[index]:
                if acronym is None or content[start:end] == acronym:
                    hits = by_scheme[concept.scheme]
                    hits.append(new(Hit, (start, end, concept, weak)))
                    if len(hits) > 1 and hits[-2][0] >= start:
                        _settle(hits)
        return dict(by_scheme)


def _settle(hits: list[Hit]) -> None:
    """Put the last of the hits where it belongs in text order: they are found in the order of their ends."""
    hit = hits.pop()
    place = len(hits)
    while place and (hits[place - 1][0], -hits[place - 1][1]) > (hit[0], -hit[1]):
        place -= 1
    hits.insert(place, hit)


_PLACE = Concept(PLACE, "name", "", "")


def _acronym(label: str) -> str | None:
    """A short label in capitals must be written in capitals in the text too."""
    return label if len(label) <= _ACRONYM and label.isupper() else None


def _claim(claimed: list[_Form], form: _Form, label: str) -> None:
    for other in claimed:
        if other.concept.scheme == form.concept.scheme and other.acronym == form.acronym:
            if other.concept.key == form.concept.key:
                return
            raise VocabularyError(
                f"{form.concept.scheme}: the label {label!r} names both {other.concept.key} and"
                f" {form.concept.key}; keep it on one of them or on a broader concept"
            )
    claimed.append(form)


def read_concepts(folder: Path) -> Iterator[Concept]:
    """The SKOS concepts of every Turtle file in a folder, in the order of their IRIs.

    Raises :class:`~kg.errors.VocabularyError` for a file that is not Turtle or a concept without labels.
    """
    nodes: dict[str, dict[str, list[ox.Literal | ox.NamedNode]]] = defaultdict(lambda: defaultdict(list))
    for path in sorted(folder.glob("*.ttl")):
        try:
            for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                if not isinstance(quad.object, ox.Literal | ox.NamedNode):
                    continue
                if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(VOCABULARY):
                    nodes[quad.subject.value][quad.predicate.value].append(quad.object)
        except (SyntaxError, ValueError) as error:
            raise VocabularyError(f"{path.name}: not Turtle: {error}") from None
    for iri in sorted(nodes):
        if "/" in iri[len(VOCABULARY) :]:
            yield _concept(iri, nodes[iri])


def _concept(iri: str, node: Mapping[str, list[ox.Literal | ox.NamedNode]]) -> Concept:
    scheme, _, key = iri[len(VOCABULARY) :].partition("/")
    preferred = {o.language: o.value for o in node.get(_SKOS + "prefLabel", ()) if isinstance(o, ox.Literal)}
    if "vi" not in preferred or "en" not in preferred:
        raise VocabularyError(f"{iri}: needs one skos:prefLabel in vi and one in en")
    texts = {
        name: tuple(sorted(o.value for o in node.get(_SKOS + name, ())))
        for name in ("altLabel", "hiddenLabel", "example", "notation")
    }
    broader = node.get(_SKOS + "broader")
    return Concept(
        scheme=scheme,
        key=key,
        label=preferred["vi"],
        label_en=preferred["en"],
        strong=(preferred["vi"], *texts["altLabel"]),
        weak=texts["hiddenLabel"],
        notation=texts["notation"][0] if texts["notation"] else None,
        broader=_short(broader[0]) if broader else None,
        examples=texts["example"],
        properties={
            p[len(_PROPERTIES) :]: tuple(_short(o) for o in values)
            for p, values in node.items()
            if p.startswith(_PROPERTIES)
        },
    )


def _short(term: ox.Literal | ox.NamedNode) -> str:
    if isinstance(term, ox.NamedNode) and term.value.startswith(VOCABULARY):
        return term.value[len(VOCABULARY) :].replace("/", ":", 1)
    return term.value


@lru_cache(maxsize=16)
def _compounds(lexicon: Lexicon, key: str | None) -> dict[str, tuple[str, ...]]:
    """The forms of ``stop`` that are more than one word, folded, by their first letter."""
    concepts = (c for c in lexicon.scheme("stop") if key in (None, c.key))
    words = {fold(form) for concept in concepts for form in (*concept.strong, *concept.weak)}
    several = [word for word in words if not word.isalnum()]
    return {first: tuple(w for w in several if w[0] == first) for first in {w[0] for w in several}}


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The vocabulary that the package carries, loaded once for a process."""
    collecting = gc.isenabled()
    gc.disable()  # of what is loaded nothing is garbage, and to look for some takes as long as much of it
    try:
        return Lexicon(read_concepts(data_dir("ontology")))
    finally:
        gc.freeze()
        if collecting:
            gc.enable()
