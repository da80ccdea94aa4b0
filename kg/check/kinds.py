"""The kinds of findings, as the ontology has them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from kg.check.finding import Gravity
from kg.errors import UsageError
from kg.resources import data_dir
from kg.vocab import SKOS, concept


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding."""

    key: str
    gravity: Gravity
    label_vi: str
    label_en: str

    def label(self, language: str) -> str:
        """Give the label in ``vi`` or ``en``."""
        return self.label_vi if language == "vi" else self.label_en


@lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """Read the kinds of findings by their keys, the graver first."""
    store = ox.Store()
    store.load((data_dir("ontology") / "findings.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)
    found = []
    for gravity in Gravity:
        above = ox.NamedNode(concept("finding", gravity.value))
        for quad in store.quads_for_pattern(None, ox.NamedNode(SKOS.broader), above):
            labels = {
                known.object.language: known.object.value
                for known in store.quads_for_pattern(quad.subject, ox.NamedNode(SKOS.prefLabel), None)
                if isinstance(known.object, ox.Literal)
            }
            key = str(getattr(quad.subject, "value", "")).rpartition("/")[2]
            found.append(Kind(key, gravity, labels["vi"], labels["en"]))
    found.sort(key=lambda kind: (list(Gravity).index(kind.gravity), kind.key))
    return {kind.key: kind for kind in found}


def chosen(names: tuple[str, ...]) -> frozenset[str]:
    """Give the keys of the kinds that are named, by themselves or by their gravity; all of them for none."""
    known = kinds()
    keys = {key for name in names for key, kind in known.items() if name in (key, kind.gravity.value)}
    for name in names:
        if name not in known and name not in {kind.gravity.value for kind in known.values()}:
            raise UsageError(f"{name}: no kind of finding; the kinds are {', '.join(known)}")
    return frozenset(keys) if names else frozenset(known)
