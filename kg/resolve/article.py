"""Resolution inside one article: every claim's organisations and places made complete, rows made one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import (
    Congress,
    Document,
    DocumentRef,
    Event,
    Facts,
    Indicator,
    Link,
    Organization,
    Position,
    Status,
    Theme,
    Unit,
    Unread,
)
from kg.resolve.bodies import Bodies
from kg.resolve.dating import bounds
from kg.resolve.setting import Setting

_RANK = {Status.ENDED: 3, Status.FORMER: 2, Status.APPOINTED: 1, Status.CURRENT: 0}
T = TypeVar("T")


def resolve(facts: Facts, scan: Scan, lexicon: Lexicon) -> Facts:
    """The facts with complete organisations, one row a fact; what stays unusable goes to ``unread``.

    The units of an article that says nothing are not its setting.
    """
    if next(facts.claims(), None) is None:
        return facts
    setting = Setting(scan, lexicon)
    bodies = Bodies(setting, lexicon, scan)
    positions, dropped = _positions(facts.positions, bodies, scan, lexicon)
    known = replace(
        facts,
        positions=positions,
        documents=_once((_document(d, bodies) for d in facts.documents), _document_key),
        links=_once(
            (_link(link, bodies) for link in facts.links),
            lambda x: (x.source.label, x.relation, x.target.label),
        ),
        themes=_once(
            (_theme(t, bodies) for t in facts.themes), lambda t: (_label(t.organization), t.period, t.theme)
        ),
        indicators=tuple(_indicator(i, bodies) for i in facts.indicators),
        congresses=_once(
            (_congress(c, bodies) for c in facts.congresses),
            lambda c: (_label(c.organization), c.ordinal, c.term),
        ),
        events=tuple(_event(e, bodies) for e in facts.events),
        unread=(*facts.unread, *dropped),
        setting=setting.units(),
    )
    proven = bounds(known)
    observed = facts.article.published or proven
    return replace(
        known,
        published_bounds=proven,
        positions=tuple(replace(p, as_of=p.as_of or observed) for p in known.positions),
    )


def _label(organization: Organization | None) -> str:
    return organization.label if organization is not None else ""


def _once(items: Iterable[T], key: Callable[[T], object]) -> tuple[T, ...]:
    """The first of each key, in order."""
    kept: dict[object, T] = {}
    for item in items:
        kept.setdefault(key(item), item)
    return tuple(kept.values())


def _positions(
    claims: Sequence[Position], bodies: Bodies, scan: Scan, lexicon: Lexicon
) -> tuple[tuple[Position, ...], list[Unread]]:
    completed = list(_completed(claims, bodies, scan))
    unread = [Unread("role without organisation", p.evidence) for p in completed if p.organization is None]
    rows: dict[tuple[str, str, str], Position] = {}
    for position in completed:
        if position.organization is None:
            continue
        key = (position.person, position.role, position.organization.label)
        known = rows.get(key)
        rows[key] = _merged(known, position) if known is not None else position
    kept = [
        p
        for p in rows.values()
        if not _superseded(p, rows.values(), bodies) and not _guessed(p, rows.values())
    ]
    return tuple(_succeeded(p, kept, lexicon) for p in kept), unread


def _succeeded(position: Position, rows: Sequence[Position], lexicon: Lexicon) -> Position:
    """A post that the person's new one plainly takes the place of has ended.

    That is another title at the same organisation, or the lead of another party committee.
    """
    concept = position.role_concept
    if position.status is not Status.CURRENT or concept is None or concept.endswith("member"):
        return position
    for other in rows:
        if other.person != position.person or other.status is not Status.APPOINTED or other is position:
            continue
        if other.role_concept is None or other.role_concept.endswith("member"):
            continue
        same_body = _label(other.organization) == _label(position.organization)
        families = {lexicon.concept("role", c).one("family") for c in (concept, other.role_concept)}
        if (
            (same_body and families == {"secretary"})
            or (same_body and families == {"chair"})
            or (families == {"secretary"} and _leads_unit(position) and _leads_unit(other))
        ):
            return replace(position, status=Status.ENDED)
    return position


def _leads_unit(position: Position) -> bool:
    """Whether the post is at the committee of a province or district itself."""
    made = position.organization
    return made is not None and made.unit is not None and made.parent is None and made.level in (1, 2)


def _rank(position: Position) -> int:
    """How much a statement about a post weighs; a step of a career weighs least."""
    return -1 if position.rule == "career" else _RANK[position.status]


def _merged(known: Position, other: Position) -> Position:
    """One row of two: the stronger status with its evidence, else what came first; stated beats inferred."""
    if _rank(other) > _rank(known):
        return other
    if (
        other.status is known.status
        and known.organization is not None
        and other.organization is not None
        and known.organization.inference
        and not other.organization.inference
    ):
        return other
    return known


def _superseded(position: Position, rows: Iterable[Position], bodies: Bodies) -> bool:
    """Whether a row without its unit stands beside the same post with it."""
    assert position.organization is not None
    if bodies.is_complete(position.organization):
        return False
    return any(
        other is not position
        and other.person == position.person
        and other.role == position.role
        and other.organization is not None
        and other.organization.kind == position.organization.kind
        and bodies.is_complete(other.organization)
        for other in rows
    )


def _guessed(position: Position, rows: Iterable[Position]) -> bool:
    """Whether the post of a person who is replaced is another one, by what the text says elsewhere."""
    return position.rule == "replaced" and any(
        other is not position
        and other.person == position.person
        and _label(other.organization) == _label(position.organization)
        for other in rows
    )


def _completed(claims: Sequence[Position], bodies: Bodies, scan: Scan) -> Iterator[Position]:
    groups: dict[tuple[str, int], list[Position]] = {}
    for claim in claims:
        key = (claim.person, scan.text.sentence_at(claim.evidence.start))
        groups.setdefault(key, []).append(claim)
    for group in groups.values():
        for place, claim in enumerate(group):
            others = [
                c.organization for c in (*group[place + 1 :], *group[:place]) if c.organization is not None
            ]
            yield replace(
                claim,
                organization=bodies.of_post(
                    claim.organization, claim.role_concept, claim.evidence.start, others
                ),
            )


def _document(claim: Document, bodies: Bodies) -> Document:
    return replace(claim, issuer=bodies.complete(claim.issuer, claim.evidence.start))


def _document_key(document: Document) -> object:
    return (document.kind, document.number or document.subject, _label(document.issuer), document.date)


def _ref(ref: DocumentRef, bodies: Bodies, offset: int) -> DocumentRef:
    return replace(ref, issuer=bodies.complete(ref.issuer, offset))


def _link(claim: Link, bodies: Bodies) -> Link:
    start = claim.evidence.start
    return replace(claim, source=_ref(claim.source, bodies, start), target=_ref(claim.target, bodies, start))


def _theme(claim: Theme, bodies: Bodies) -> Theme:
    organization = bodies.complete(claim.organization, claim.evidence.start)
    others = tuple(c for c in bodies.committees_named_in(claim.theme) if c.label != _label(organization))
    return replace(claim, organization=organization, alternatives=(*claim.alternatives, *others))


def _congress(claim: Congress, bodies: Bodies) -> Congress:
    return replace(claim, organization=bodies.complete(claim.organization, claim.evidence.start))


def _event(claim: Event, bodies: Bodies) -> Event:
    start = claim.evidence.start
    organizers = tuple(o for o in (_organizer(o, bodies, start) for o in claim.organizers) if o is not None)
    visited = tuple(o for o in (bodies.complete(o, start) for o in claim.visited) if o is not None)
    return replace(claim, organizers=organizers, visited=visited)


def _organizer(known: Organization | Unit, bodies: Bodies, offset: int) -> Organization | Unit | None:
    return bodies.complete(known, offset) if isinstance(known, Organization) else bodies.unit(known, offset)


def _indicator(claim: Indicator, bodies: Bodies) -> Indicator:
    start = claim.evidence.start
    subject: Unit | Organization | None
    if isinstance(claim.subject, Organization):
        subject = bodies.complete(claim.subject, start)
    elif claim.subject is None:
        subject = bodies.main_unit()
    else:
        subject = bodies.unit(claim.subject, start)
    return replace(claim, subject=subject)
