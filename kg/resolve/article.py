"""Resolution inside one article: every claim's organisations and places made complete, rows made one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
    Theme,
    Unit,
)
from kg.resolve.bodies import Bodies
from kg.resolve.dating import bounds
from kg.resolve.elections import elected, holder
from kg.resolve.held import positions
from kg.resolve.setting import Setting
from kg.resolve.succession import label

T = TypeVar("T")
_PLANNED = "indicator-planned"


def resolve(facts: Facts, scan: Scan, lexicon: Lexicon) -> Facts:
    """The facts with complete organisations, one row a fact; what stays unusable goes to ``unread``.

    The units of an article that says nothing are not its setting.
    """
    if next(facts.claims(), None) is None:
        return facts
    setting = Setting(scan, lexicon)
    bodies = Bodies(setting, lexicon, scan)
    claims = tuple(elected(facts.positions, holder(facts, bodies, lexicon), scan, lexicon))
    held, dropped = positions(claims, bodies, scan, lexicon)
    known = replace(
        facts,
        positions=held,
        documents=_once((_document(d, bodies) for d in facts.documents), _document_key),
        links=_once(
            (_link(link, bodies) for link in facts.links),
            lambda x: (x.source.label, x.relation, x.target.label),
        ),
        themes=_once(
            (_theme(t, bodies) for t in facts.themes), lambda t: (label(t.organization), t.period, t.theme)
        ),
        indicators=_indicators(facts.indicators, bodies, scan, lexicon),
        congresses=_once(
            (_congress(c, bodies) for c in facts.congresses),
            lambda c: (label(c.organization), c.ordinal, c.term),
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


def _name(known: Organization | Unit) -> str:
    return known.label if isinstance(known, Organization) else known.full_name


def _once(items: Iterable[T], key: Callable[[T], object]) -> tuple[T, ...]:
    """The first of each key, in order."""
    kept: dict[object, T] = {}
    for item in items:
        kept.setdefault(key(item), item)
    return tuple(kept.values())


def _document(claim: Document, bodies: Bodies) -> Document:
    return replace(claim, issuer=bodies.complete(claim.issuer, claim.evidence.start))


def _document_key(document: Document) -> object:
    return (document.kind, document.number or document.subject, label(document.issuer), document.date)


def _ref(ref: DocumentRef, bodies: Bodies, offset: int) -> DocumentRef:
    return replace(ref, issuer=bodies.complete(ref.issuer, offset))


def _link(claim: Link, bodies: Bodies) -> Link:
    start = claim.evidence.start
    return replace(claim, source=_ref(claim.source, bodies, start), target=_ref(claim.target, bodies, start))


def _theme(claim: Theme, bodies: Bodies) -> Theme:
    organization = bodies.complete(claim.organization, claim.evidence.start)
    others = tuple(c for c in bodies.committees_named_in(claim.theme) if c.label != label(organization))
    return replace(claim, organization=organization, alternatives=(*claim.alternatives, *others))


def _congress(claim: Congress, bodies: Bodies) -> Congress:
    return replace(claim, organization=bodies.complete(claim.organization, claim.evidence.start))


def _event(claim: Event, bodies: Bodies) -> Event:
    start = claim.evidence.start
    bodied = [o for o in claim.organizers if isinstance(o, Organization)]
    levelled = [o for o in bodied if o.level is not None]
    if 0 < len(levelled) < len(bodied):
        bodied = [bodies.complete(o, start, bodied) or o if o in levelled else o for o in bodied]
    made = (_organizer(o, bodies, start, bodied) for o in claim.organizers)
    organizers = _once((o for o in made if o is not None), _name)
    visited = tuple(o for o in (bodies.complete(o, start) for o in claim.visited) if o is not None)
    return replace(claim, organizers=organizers, visited=visited)


def _organizer(
    known: Organization | Unit, bodies: Bodies, offset: int, beside: Sequence[Organization]
) -> Organization | Unit | None:
    """An organiser, completed by those that it stands beside (``HĐND, UBND huyện X``).

    Whose level is told is completed first, and tells the others (``Tỉnh ủy, HĐND, UBND``).
    """
    if isinstance(known, Unit):
        return bodies.unit(known, offset)
    return bodies.complete(known, offset, [o for o in beside if o is not known])


def _indicators(
    claims: Iterable[Indicator], bodies: Bodies, scan: Scan, lexicon: Lexicon
) -> tuple[Indicator, ...]:
    found = tuple(claims)
    kinds = {body.organization.kind for body in scan.bodies} if found else set()
    party = any(lexicon.concept("body", kind).one("side") == "party" for kind in kinds)
    return tuple(_indicator(claim, bodies, party=party) for claim in found)


def _indicator(claim: Indicator, bodies: Bodies, *, party: bool) -> Indicator:
    """``party``: the article names a party committee, which may have set the targets of nobody named."""
    start = claim.evidence.start
    subject: Unit | Organization | None
    if isinstance(claim.subject, Organization):
        completed = bodies.complete(claim.subject, start)
        main = bodies.main_committee()
        unnamed = completed is not None and completed.unit is None and completed.parent is None
        same = completed is not None and main is not None and completed.name == main.name
        subject = main if unnamed and same else completed
    elif claim.subject is None and claim.elsewhere:
        subject = None
    elif claim.subject is None:
        counts = bodies.counts_party(claim.measure) and not claim.unit.startswith("/")
        own = counts and (party or claim.rule != _PLANNED)
        subject = bodies.main_committee() if own else bodies.home()
    else:
        subject = bodies.unit(claim.subject, start) if claim.subject.level else claim.subject
    return replace(claim, subject=subject)
