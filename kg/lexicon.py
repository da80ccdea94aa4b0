"""The vocabulary (SKOS, ``ontology/``) as a matcher: one scan of a text finds all surface forms.

Concepts are addressed as ``(scheme, key)``: ``https://w3id.org/dangbo/vocab/role/secretary`` is
``("role", "secretary")``.  Within a scheme a folded label names one concept, or the vocabulary is refused;
two schemes may share a label (``kế hoạch`` is a kind of document and the base of a percentage), because
each recogniser reads its own schemes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
from ahocorasick_rs import AhoCorasick, MatchKind

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
CODE_LISTS = frozenset({"assertion", "outcome", "participation", "status"})
_UNSCANNED = CODE_LISTS | {PLACE, "furniture", "surname", "name-abbreviation"}


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
        self.gazetteer = Gazetteer(self._unit_types(), self._aliases())
        self._forms = self._all_forms()
        self._labels = list(self._forms)
        self._automaton = AhoCorasick(self._labels, matchkind=MatchKind.Standard)

    def _unit_types(self) -> dict[str, UnitType]:
        return {fold(c.label): UnitType(c.key, c.label, c.level or 0) for c in self.scheme("unit-type")}

    def _aliases(self) -> dict[str, str]:
        return {a: c.label for c in self.scheme(PLACE) for a in (*c.strong, *c.weak) if a != c.label}

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
        return (c for c in self._concepts.values() if c.scheme == name)

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

    def written_out(self, name: str) -> str:
        """The name of an organisation with its abbreviated words written out."""
        return " ".join(self._long_forms.get(word, word) for word in name.split(" "))

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

    def scan(self, text: Text) -> list[Hit]:
        """Every surface form of the vocabulary in the text, overlapping ones too, by start then length."""
        return self.scan_folded(text.folded, text.content)

    def scan_folded(self, folded: str, content: str) -> list[Hit]:
        """Like :meth:`scan`, for a folded text and the canonical one that it folds."""
        hits: list[Hit] = []
        length = len(folded)
        forms, labels = self._forms, self._labels
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if (start and folded[start - 1].isalnum() and folded[start].isalnum()) or (
                end < length and folded[end].isalnum() and folded[end - 1].isalnum()
            ):
                continue
            for concept, weak, acronym in forms[labels[index]]:
                if acronym is not None and content[start:end] != acronym:
                    continue
                hits.append(Hit(start, end, concept, weak))
        hits.sort(key=lambda hit: (hit.start, -hit.end))
        return hits


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


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The vocabulary that the package carries, loaded once for a process."""
    return Lexicon(read_concepts(data_dir("ontology")))
