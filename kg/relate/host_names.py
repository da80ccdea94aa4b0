"""Whether the names of those who hold two events can mean the same one."""

from __future__ import annotations

from kg.model import Organization, Unit
from kg.relate.actors import Organizer
from kg.relate.committees import compatible


def overlap(first: tuple[Organizer, ...], second: tuple[Organizer, ...]) -> bool:
    """Whether two lists of organisers can name the same one: an incomplete name fits a complete one."""
    return any(_fits(a, b) for a in first for b in second)


def _fits(first: Organizer, second: Organizer) -> bool:
    if isinstance(first, Unit) or isinstance(second, Unit):
        if any(isinstance(o, Organization) and o.level == 0 for o in (first, second)):
            return False
        places = [o if isinstance(o, Unit) else o.territory for o in (first, second)]
        return places[0] is None or places[1] is None or places[0].name == places[1].name
    if first.kind != second.kind:
        if compatible(first, second):
            return True
        near = first.parent or first, second.parent or second
        return near[0].kind == near[1].kind and near != (first, second)
    a, b = first.territory, second.territory
    return a is None or b is None or not a.name or not b.name or a.name == b.name


def of_others(first: tuple[Organizer, ...], second: tuple[Organizer, ...]) -> bool:
    """Whether two lists name bodies of one kind by names of their own, none of which goes on with another.

    ``Công đoàn Y tế``, ``Công đoàn Dệt may``
    """
    own, others = (
        [o for o in told if isinstance(o, Organization) and o.parent is None] for told in (first, second)
    )
    pairs = [(a, b) for a in own for b in others]
    alike = all(a.kind == b.kind for a, b in pairs)
    return bool(pairs) and alike and not any(_goes_on(a.name, b.name) for a, b in pairs)


def _goes_on(first: str, second: str) -> bool:
    return first.startswith(second) or second.startswith(first)
