"""Whom a congress elects without telling to what: to the association that holds it.

``Hội Luật gia tỉnh X tổ chức Đại hội … Đại hội bầu ông A giữ chức Chủ tịch, bà B tham gia Ban Chấp hành``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Facts, Organization, Position, Status
from kg.resolve.bodies import Bodies
from kg.resolve.full_names import CHAIRED
from kg.resolve.parts import chain

_CHAIRS, _FRONT, _FAMILY = "chair", "front", "family"
_CONGRESS = "congress"
_MEMBER, _PARTY, _EXECUTIVE = "member", "party-organization", "executive-committee"
_STANDING = "standing-committee"
_RULE = "own-congress"


def holder(facts: Facts, bodies: Bodies, lexicon: Lexicon) -> Organization | None:
    """The only association whose congress the article tells of."""
    held = (e for e in facts.events if e.type_concept == _CONGRESS)
    events = _fronts(((o, e.evidence.start) for e in held for o in e.organizers), bodies, lexicon)
    told = ((c.organization, c.evidence.start) for c in facts.congresses)
    found = events or _fronts(told, bodies, lexicon)
    return next(iter(found.values())) if len(found) == 1 else None


def _fronts(
    told: Iterable[tuple[object, int]], bodies: Bodies, lexicon: Lexicon
) -> dict[str, Organization]:
    """The associations among bodies, completed, by their names."""
    found: dict[str, Organization] = {}
    for known, offset in told:
        made = bodies.complete(known, offset) if isinstance(known, Organization) else None
        if made is not None and lexicon.concept("body", made.kind).one("side") == _FRONT:
            found.setdefault(made.label, made)
    return found


def elected(
    claims: Sequence[Position], association: Organization | None, scan: Scan, lexicon: Lexicon
) -> Iterator[Position]:
    """The claims, those just elected to a chair or committee of nothing told at the association."""
    for told in claims:
        claim = _on_same_board(told, claims, scan, lexicon)
        if association is None or claim.status is not Status.APPOINTED or _council_acts(claim, scan):
            yield claim
        elif claim.organization is None and _chairs(claim, lexicon):
            yield replace(claim, organization=replace(association, rule=_RULE))
        elif claim.role_concept == _MEMBER and _bare_committee(claim):
            committee = lexicon.concept("body", _EXECUTIVE)
            made = Organization(committee.key, committee.label, parent=association, rule=_RULE)
            yield replace(claim, organization=made)
        else:
            yield claim


def _on_same_board(
    claim: Position, claims: Sequence[Position], scan: Scan, lexicon: Lexicon
) -> Position:
    """A seat on the standing committee of the association to whose lead one is elected with it.

    ``bầu bổ sung Ủy viên Ban Thường vụ, Phó Chủ tịch Hội Nông dân tỉnh đối với bà B``.
    """
    board = claim.organization
    if board is None or board.kind != _STANDING or board.unit is not None or board.parent is not None:
        return claim
    if claim.status is not Status.APPOINTED:
        return claim
    place = scan.text.sentence_at
    for other in claims:
        beside = other.person == claim.person and other.event == claim.event and _chairs(other, lexicon)
        whole = other.organization if beside else None
        if whole is None or place(other.evidence.start) != place(claim.evidence.start):
            continue
        if lexicon.concept("body", whole.kind).one("side") == _FRONT:
            return replace(claim, organization=replace(board, parent=whole, rule=_RULE))
    return claim


def _bare_committee(claim: Position) -> bool:
    """Whether a seat is on an executive committee of nothing that is told, which elsewhere is a party's."""
    made = claim.organization
    return made is not None and made.kind == _PARTY and made.unit is None and made.parent is None


def _chairs(claim: Position, lexicon: Lexicon) -> bool:
    role = claim.role_concept
    return role is not None and lexicon.concept("role", role).one(_FAMILY) == _CHAIRS


def _council_acts(claim: Position, scan: Scan) -> bool:
    """Whether the sentence names a people's council or committee before, which elects chairs, too."""
    start = scan.sentence(claim.evidence.start).start
    before = scan.bodies.within(start, claim.evidence.start)
    return any(part.kind in CHAIRED for body in before for part in chain(body.organization))
