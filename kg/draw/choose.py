"""Part of the picture: one place with its officials, for a page of a paper."""

from __future__ import annotations

from collections.abc import Iterable

from kg.draw.model import Holding
from kg.errors import UsageError
from kg.normalise import plain


def within(holdings: Iterable[Holding], place: str) -> list[Holding]:
    """Give all posts of the officials who hold one in ``place`` or in a unit below it.

    ``place`` is a unit's IRI or its name, with or without its type and diacritics.  Raises
    :class:`~kg.errors.UsageError` when no unit is called that.
    """
    rows = list(holdings)
    people = {row.person_iri for row in rows if _is_in(row, place)}
    if not people:
        raise UsageError(f"{place!r}: no unit with officials is called that; check `kg query` for its name")
    return [row for row in rows if row.person_iri in people]


def _is_in(row: Holding, place: str) -> bool:
    units = (row.unit, *row.unit_ancestors) if row.unit is not None else ()
    wanted = plain(place)
    return any(
        unit.iri == place or wanted in {plain(unit.label), plain(unit.name or unit.label)} for unit in units
    )
