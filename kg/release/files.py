"""The files of a release: written, packed, measured."""

from __future__ import annotations

import gzip
import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.export import export
from kg.resources import data_dir

IANA: Final = "https://www.iana.org/assignments/media-types/"
GZIP: Final = "application/gzip"
_PIECE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Form:
    """How a format is published: the name of its file, or of the folder of its tables, and its media type.

    What is text and large is packed (gzip); tables stay as spreadsheets and data frames open them.
    """

    name: str
    media: str
    packed: bool = False
    tables: str = ""


FORMS: Final[dict[str, Form]] = {
    "nquads": Form("graph.nq", "application/n-quads", packed=True),
    "trig": Form("graph.trig", "application/trig", packed=True),
    "turtle": Form("graph.ttl", "text/turtle", packed=True),
    "jsonld": Form("graph.jsonld", "application/ld+json", packed=True),
    "csv": Form("csv", "text/csv", tables=".csv"),
    "sqlite": Form("graph.db", "application/vnd.sqlite3"),
    "parquet": Form("parquet", "application/vnd.apache.parquet", tables=".parquet"),
    "graphml": Form("network.graphml", "application/xml", packed=True),
    "gexf": Form("network.gexf", "application/xml", packed=True),
}
ONTOLOGY: Final = Form("ontology.ttl", "text/turtle")


@dataclass(frozen=True, slots=True)
class File:
    """A file of a release: its path in the folder, the format that it is in, its size and SHA-256."""

    path: str
    format: str
    table: str
    media: str
    packed: bool
    size: int
    sha256: str


def write(store: ox.Store, base: str, formats: tuple[str, ...], folder: Path) -> Iterator[File]:
    """Write the graph in these formats, and the ontology; yields each file when it is there."""
    for name in formats:
        form = FORMS[name]
        export(store, name, folder / form.name, base)
        if form.tables:
            for path in sorted((folder / form.name).glob(f"*{form.tables}")):
                yield _measured(path, folder, name, form)
        else:
            path = folder / form.name
            yield _measured(_packed(path) if form.packed else path, folder, name, form)
    _write_ontology(folder / ONTOLOGY.name)
    yield _measured(folder / ONTOLOGY.name, folder, "ontology", ONTOLOGY)


def _write_ontology(out: Path) -> None:
    """Write ontology and vocabularies as one file: each stands there as it is, with its own prefixes."""
    with out.open("wb") as file:
        for path in sorted(data_dir("ontology").glob("*.ttl")):
            file.write(path.read_bytes() + b"\n")


def _packed(path: Path) -> Path:
    """Pack a file, the same bytes whenever it is done."""
    out = path.with_name(f"{path.name}.gz")
    with (
        path.open("rb") as file,
        out.open("wb") as raw,
        gzip.GzipFile("", "wb", compresslevel=6, fileobj=raw, mtime=0) as packed,
    ):
        shutil.copyfileobj(file, packed, _PIECE)
    path.unlink()
    return out


def _measured(path: Path, folder: Path, name: str, form: Form) -> File:
    return File(
        path=path.relative_to(folder).as_posix(),
        format=name,
        table=path.stem if form.tables else "",
        media=form.media,
        packed=form.packed,
        size=path.stat().st_size,
        sha256=digest(path),
    )


def digest(path: Path) -> str:
    """Give the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
