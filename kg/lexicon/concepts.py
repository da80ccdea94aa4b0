"""The concepts of the vocabulary, read from its Turtle files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kg.errors import VocabularyError
from kg.vocab import CONCEPTS, SKOS, VOC

PLACE = "place"
"""The scheme of names of places, which the gazetteer completes."""

_TERMS = ox.Literal, ox.NamedNode


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
        return f"{CONCEPTS}{self.scheme}/{self.key}"


def read_concepts(folder: Path) -> Iterator[Concept]:
    """The SKOS concepts of every Turtle file in a folder, in the order of their IRIs.

    Raises :class:`~kg.errors.VocabularyError` for a file that is not Turtle or a concept without labels.
    """
    nodes: dict[str, dict[str, list[ox.Literal | ox.NamedNode]]] = defaultdict(lambda: defaultdict(list))
    for path in sorted(folder.glob("*.ttl")):
        try:
            for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                subject, told = quad.subject, quad.object
                if isinstance(subject, ox.NamedNode) and isinstance(told, _TERMS):
                    iri = subject.value
                    if iri.startswith(CONCEPTS):
                        nodes[iri][quad.predicate.value].append(told)
        except (SyntaxError, ValueError) as error:
            raise VocabularyError(f"{path.name}: not Turtle: {error}") from None
    for iri in sorted(nodes):
        if "/" in iri[len(CONCEPTS) :]:
            yield _concept(iri, nodes[iri])


def _concept(iri: str, node: Mapping[str, list[ox.Literal | ox.NamedNode]]) -> Concept:
    scheme, _, key = iri[len(CONCEPTS) :].partition("/")
    preferred = {o.language: o.value for o in node.get(SKOS.prefLabel, ()) if isinstance(o, ox.Literal)}
    if "vi" not in preferred or "en" not in preferred:
        raise VocabularyError(f"{iri}: needs one skos:prefLabel in vi and one in en")
    texts = {
        name: tuple(sorted(o.value for o in node.get(SKOS.base + name, ())))
        for name in ("altLabel", "hiddenLabel", "example", "notation")
    }
    broader = node.get(SKOS.broader)
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
            p[len(VOC.base) :]: tuple(_short(o) for o in values)
            for p, values in node.items()
            if p.startswith(VOC.base)
        },
    )


def _short(term: ox.Literal | ox.NamedNode) -> str:
    value = term.value
    if isinstance(term, ox.NamedNode) and value.startswith(CONCEPTS):
        return value[len(CONCEPTS) :].replace("/", ":", 1)
    return value
