"""Party committees from the words that stand for them: a unit, an organisation, another mention."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Organization, Unit
from kg.normalise import fold

COMMITTEES = frozenset(
    {
        "provincial-party-committee",
        "city-party-committee",
        "town-party-committee",
        "district-party-committee",
        "urban-district-party-committee",
    }
)
"""The committees of provinces and districts."""
NUMBERING = COMMITTEES - {"district-party-committee", "urban-district-party-committee"}
"""Those whose documents carry the symbol ``TU``; rural and urban districts have symbols of their own."""
PARTY = COMMITTEES | {"grassroots-party-committee", "party-organization", "party-branch"}


def committee_of(unit: Unit, lexicon: Lexicon) -> Organization | None:
    """The party committee of a unit; its unit has an empty name when only the type is written."""
    if not unit.type:
        return None
    return lexicon.committee_of(unit)


def of_leader(unit: Unit, family: str, lexicon: Lexicon) -> Organization:
    """`Bí thư Sóc Trăng` is at its party committee, `Chủ tịch huyện X` at its people's committee."""
    if family == "chair":
        concept = lexicon.concept("body", "peoples-committee")
        return Organization(concept.key, concept.label, unit, level=unit.level)
    made = lexicon.committee_of(unit)
    return made if unit.name else replace(made, unit=None)


def at(scan: Scan, start: int) -> tuple[Organization, int] | None:
    """The organisation that is named at ``start`` and where its name ends."""
    body = scan.bodies.at(start)
    return (body.organization, body.end) if body is not None else None


def any_named(scan: Scan) -> bool:
    """Whether the article names any committee: abroad, congresses are held too."""
    return any(b.organization.kind in PARTY or b.organization.parent is not None for b in scan.bodies)


def any_of(scan: Scan, kinds: Set[str]) -> bool:
    """Whether the article names a committee of these kinds."""
    return any(_whole(b.organization).kind in kinds for b in scan.bodies)


def _whole(organization: Organization) -> Organization:
    while organization.parent is not None:
        organization = organization.parent
    return organization


def only_one(scan: Scan, start: int, end: int, kinds: Set[str] = COMMITTEES) -> Organization | None:
    """The only kind of province's or district's committee that is named there, its unit left open."""
    found: dict[str, Organization] = {}
    for body in scan.bodies.within(start, end):
        organization = _whole(body.organization)
        if organization.kind in kinds:
            found[organization.kind] = organization
    if len(found) != 1:
        return None
    only = next(iter(found.values()))
    return Organization(only.kind, only.name, bare_unit=True, level=only.level)


def nameless(organization: Organization) -> bool:
    """Whether the organisation's unit is left out or named by its type alone."""
    if organization.parent is not None:
        return nameless(organization.parent)
    return (organization.unit is None or not organization.unit.name) and organization.level != 0


def compatible(left: Organization | None, right: Organization | None) -> bool:
    """Whether two organisations can be one: the same, or one of them left open where the other is named."""
    if left is None or right is None or left == right or left.label == right.label:
        return True
    if left.kind == right.kind and (left.parent is None) == (right.parent is None):
        open_ = nameless(left) or nameless(right)
        return open_ and not _of_two_types(left, right) and compatible(left.parent, right.parent)
    kinds = {left.kind, right.kind}
    if "party-organization" in kinds and kinds <= PARTY:
        return nameless(left) or nameless(right)
    return False


def _of_two_types(left: Organization, right: Organization) -> bool:
    """Whether the units of two organisations are of different types by their words: a province and a city."""
    types = {fold(each.unit.type_label) for each in (left, right) if each.unit and each.unit.type_label}
    return len(types) > 1


def fuller(left: Organization | None, right: Organization | None) -> Organization | None:
    """The more telling one of two compatible organisations."""
    if left is None or right is None:
        return left or right
    if nameless(left) and not nameless(right):
        return right
    if left.kind == "party-organization" and right.kind != "party-organization":
        return right
    if left.unit is None and right.unit is not None:
        return right
    return left


def of_the_nation(holder: Organization, end: int, scan: Scan, lexicon: Lexicon) -> bool:
    """Whether words up to ``end`` tell a union as the nation's (``Đại hội MTTQ Việt Nam lần thứ X``)."""
    if holder.unit is not None or holder.parent is not None:
        return False
    union = lexicon.concept("body", holder.kind).one("upwards") is not None
    return union and scan.text.folded.endswith(fold(lexicon.concept("region", "nation").label), 0, end)
