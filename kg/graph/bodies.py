"""What the graph of an article tells of bodies and subjects beyond their own fields."""

from __future__ import annotations

from kg.model import Organization, Unit
from kg.vocab import DANG, body_classes


def classes(organization: Organization) -> tuple[str, ...]:
    """Give the classes of a body; one on no side (an office) stands on the side of its parent."""
    found = body_classes().get(organization.kind, (DANG.Body,))
    if found == (DANG.Body,) and organization.parent is not None:
        sides = {DANG.PartyOrganization, DANG.StateBody, DANG.FrontOrganization}
        return (DANG.Body, *sorted(sides.intersection(classes(organization.parent))))
    return found


def shown(subject: Unit | Organization | None) -> str:
    """Show a subject in a name."""
    if subject is None:
        return ""
    return subject.name if isinstance(subject, Unit) else subject.label


def root_of(organization: Organization) -> Organization:
    """Find the body that stands above and has a unit of its own, or above which the article names none."""
    while organization.parent is not None and organization.unit is None:
        organization = organization.parent
    return organization


def unplaced(organization: Organization) -> bool:
    """Tell whether this is a local body whose unit is not known."""
    root = root_of(organization)
    return root.unit is None and (bool(root.candidates) or (root.level or 0) > 0)


def level(organization: Organization | None) -> int | None:
    """Tell how local a body is: 0 for the nation; None where nobody knows."""
    if organization is None:
        return None
    unit = organization.territory
    return unit.level if unit is not None else root_of(organization).level
