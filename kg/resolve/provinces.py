"""The province of a person's posts, which the sentences before tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.mention import Scan
from kg.model import Organization, Position
from kg.resolve.parts import chain

_PROVINCE = 1


def told_provinces(claims: Sequence[Position]) -> dict[str, list[tuple[int, Organization]]]:
    """By person, where the text tells posts in provinces that it names."""
    found: dict[str, list[tuple[int, Organization]]] = {}
    for claim in claims:
        made = claim.organization
        unit = made.territory if made is not None else None
        if made is not None and unit is not None and unit.level == _PROVINCE and unit.name:
            found.setdefault(claim.person, []).append((claim.evidence.start, made))
    return found


def of_own_province(
    claim: Position,
    others: Sequence[Organization],
    provinces: Mapping[str, Sequence[tuple[int, Organization]]],
    scan: Scan,
) -> Iterator[Organization]:
    """The post in a province that the paragraph told last of a person whose next post names none.

    ``Ông A là Bí thư Tỉnh ủy X. Ông A cũng là Trưởng đoàn đại biểu Quốc hội tỉnh.``  No other province may be
    named since, nor in the sentence.
    """
    made, start = claim.organization, claim.evidence.start
    if made is None or not any(part.level == _PROVINCE for part in chain(made)):
        return
    placed = (*others, made)
    if any((unit := o.territory) is not None and unit.name for o in placed):
        return
    opening = scan.text.content.rfind("\n", 0, start) + 1
    end = scan.sentence(start).end
    told = [there for place, there in provinces.get(claim.person, ()) if opening <= place < start]
    if not told:
        return
    inside = (body.unit for body in scan.bodies.within(opening, end) if body.unit is not None)
    named = sorted([*scan.units.within(opening, end), *inside], key=lambda mention: mention.start)
    units = [m for m in named if m.unit.level == _PROVINCE and m.unit.name]
    own = told[-1].territory
    if units and units[-1].start < start and own is not None and own.name == units[-1].unit.name:
        yield told[-1]
