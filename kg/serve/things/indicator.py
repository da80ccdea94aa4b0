"""An indicator: its values across units and years as a chart, targets beside results."""

from __future__ import annotations

from typing import Any, Final

from kg.serve.facts import Teller
from kg.serve.look import concept_label, concept_of
from kg.serve.things import numbers
from kg.vocab import DANG, RDFS

TEMPLATE: Final = "indicator.html"
_MOST: Final = 400


def page(teller: Teller, iri: str) -> dict[str, Any]:
    """Tell of the values of an indicator that the vocabulary knows."""
    found = teller.look.subjects(DANG.indicator, iri)
    concept = concept_of(iri)
    forms = list(concept.strong) if concept else []
    name = concept_label(iri, teller.t.language)
    return {"name": name, "forms": [each for each in forms if each != name], **_values(teller, found)}


def by_words(teller: Teller, label: str) -> dict[str, Any] | None:
    """Tell of the values that articles name by these words; none when there are none."""
    found = list(
        teller.look.of(teller.look.subjects_of_text(RDFS.label, label, language="vi"), DANG.IndicatorValue)
    )
    return {"name": label, "forms": [], **_values(teller, found)} if found else None


def _values(teller: Teller, found: list[str]) -> dict[str, Any]:
    kept = found[:_MOST]
    return {
        "count": len(found),
        "charts": numbers.charts(teller, kept),
        "rows": numbers.rows(teller, kept),
        "left_out": len(found) - len(kept),
    }


def structured(teller: Teller, iri: str, told: dict[str, Any]) -> dict[str, Any]:
    """Describe the indicator in terms of schema.org."""
    return {"@type": "DefinedTerm", "name": told["name"], "alternateName": told["forms"]}
