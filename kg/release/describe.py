"""A release described: what it is and of when (DCAT), its files (DCAT, SPDX), how much there is (VoID).

Links are relative to the description where no address is given, so that it holds wherever the folder lies.
https://www.w3.org/TR/vocab-dcat-3/, https://www.w3.org/TR/void/
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from kg import __version__
from kg.release.files import GZIP, IANA, File
from kg.vocab import DCAT, DCTERMS, PREFIXES, PROV, RDF, RDFS, SCHEMA, SPDX, VOID, WIKIDATA, XSD
from kg.void import Counts, Triples, described, link, text, typed

#: Stands for the address of a release that has none.
_NOWHERE: Final = "release://here/"
_NAME: Final = "dataset.ttl"
_LANGUAGE: Final = "http://publications.europa.eu/resource/authority/language/VIE"
_ONTOLOGY: Final = "https://w3id.org/dangbo/ontology"
_SHAPES: Final = "https://w3id.org/dangbo/shapes"
_PREFIXES: Final = {"dcat": DCAT.base, "spdx": SPDX.base, "void": VOID.base}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is told of a release beside its files; ``sound`` is None where nobody checked."""

    base: str
    counts: Counts
    articles: int
    first: str | None
    last: str | None
    changed: str | None
    issued: str
    sound: bool | None
    address: str | None = None
    title: str | None = None
    version: str | None = None
    publisher: str | None = None
    license: str | None = None


def written(facts: Facts, files: Sequence[File]) -> bytes:
    """Write the description as Turtle."""
    address = facts.address or _NOWHERE
    triples = list(_Description(address, facts, files).triples())
    told = " ".join(map(str, triples))
    known = {name: space for name, space in {**PREFIXES, **_PREFIXES}.items() if f"<{space}" in told}
    base = None if facts.address else address
    data = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=known, base_iri=base) or b""
    return data if facts.address else data.partition(b"\n")[2]


class _Description:
    def __init__(self, address: str, facts: Facts, files: Sequence[File]) -> None:
        self._address, self._facts, self._files = address, facts, files
        self._here = f"{address}{_NAME}"
        self._whole = f"{self._here}#dataset"
        self._activity, self._program, self._time = (
            f"{self._here}#{part}" for part in ("activity", "program", "time")
        )

    def triples(self) -> Triples:
        """Give the whole description, subject by subject."""
        facts = self._facts
        yield link(self._whole, RDF.type, DCAT.Dataset)
        yield from self._names()
        yield from self._dates()
        yield link(self._whole, DCTERMS.language, _LANGUAGE)
        yield link(self._whole, DCTERMS.spatial, WIKIDATA.Q881)
        yield link(self._whole, DCTERMS.conformsTo, _ONTOLOGY)
        if facts.sound:
            yield link(self._whole, DCTERMS.conformsTo, _SHAPES)
        yield from self._rights(self._whole)
        if facts.publisher is not None:
            yield link(self._whole, DCTERMS.publisher, facts.publisher)
        yield link(self._whole, PROV.wasGeneratedBy, self._activity)
        for file in self._files:
            yield link(self._whole, DCAT.distribution, self._of(file))
            if file.format == "nquads":
                yield link(self._whole, VOID.dataDump, f"{self._address}{file.path}")
        yield from described(self._whole, facts.base, facts.counts)
        yield from self._made()
        for file in self._files:
            yield from self._distribution(file)

    def _names(self) -> Triples:
        known = _words()
        program = f"dangbo-kg {__version__}"
        for language, title in sorted(known["title"].items()):
            yield text(self._whole, DCTERMS.title, self._facts.title or title, language)
        for language, about in sorted(known["description"].items()):
            told = about.format(articles=f"{self._facts.articles:,}", program=program)
            yield text(self._whole, DCTERMS.description, told, language)
        if self._facts.version is not None:
            yield text(self._whole, DCAT.version, self._facts.version)

    def _dates(self) -> Triples:
        facts = self._facts
        yield typed(self._whole, DCTERMS.issued, facts.issued, XSD.date)
        if facts.changed is not None:
            yield typed(self._whole, DCTERMS.modified, facts.changed, XSD.date)
        if facts.first is not None and facts.last is not None:
            yield link(self._whole, DCTERMS.temporal, self._time)

    def _made(self) -> Triples:
        facts = self._facts
        if facts.first is not None and facts.last is not None:
            yield link(self._time, RDF.type, DCTERMS.PeriodOfTime)
            yield typed(self._time, DCAT.startDate, facts.first, XSD.date)
            yield typed(self._time, DCAT.endDate, facts.last, XSD.date)
        yield link(self._activity, RDF.type, PROV.Activity)
        yield link(self._activity, PROV.wasAssociatedWith, self._program)
        yield link(self._program, RDF.type, PROV.SoftwareAgent)
        yield text(self._program, RDFS.label, f"dangbo-kg {__version__}")
        yield text(self._program, SCHEMA.softwareVersion, __version__)

    def _rights(self, thing: str) -> Triples:
        if self._facts.license is not None:
            yield link(thing, DCTERMS.license, self._facts.license)

    def _of(self, file: File) -> str:
        return f"{self._here}#{file.format}{f'-{file.table}' if file.table else ''}"

    def _distribution(self, file: File) -> Iterator[ox.Triple]:
        own, address = self._of(file), f"{self._address}{file.path}"
        yield link(own, RDF.type, DCAT.Distribution)
        for language, title in sorted(_words()["files"][file.format].items()):
            yield text(own, DCTERMS.title, title.format(name=file.table), language)
        yield link(own, DCAT.downloadURL, address)
        yield link(own, DCAT.accessURL, address)
        yield link(own, DCAT.mediaType, IANA + file.media)
        if file.packed:
            yield link(own, DCAT.compressFormat, IANA + GZIP)
        yield typed(own, DCAT.byteSize, str(file.size), XSD.nonNegativeInteger)
        yield from self._rights(own)
        yield link(own, SPDX.checksum, f"{own}-checksum")
        yield link(f"{own}-checksum", RDF.type, SPDX.Checksum)
        yield link(f"{own}-checksum", SPDX.algorithm, SPDX.checksumAlgorithm_sha256)
        yield typed(f"{own}-checksum", SPDX.checksumValue, file.sha256, XSD.hexBinary)


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Path(__file__).with_name("words.json").read_text(encoding="utf-8"))
    return found
