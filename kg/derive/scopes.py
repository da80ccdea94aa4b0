"""Which blocks of each computed graph a change touches, and what its maker must see of them.

The counterpart of the queries of the makers: a scope leads from what has changed to the blocks that read it,
and shows all of these.  To show more than is needed does no harm, to show less is found by the tests that
compare with all computed anew.
"""

from __future__ import annotations

from typing import Final

from kg.derive.local import Scope, Things, View
from kg.vocab import DANG, DCTERMS, FOAF, OA, OPENGOV, ORG, PROV, RDF, RDFS, SCHEMA, concept, single_seats

_DATES = (SCHEMA.datePublished, DANG.dateBounds)
_SAYS = (DANG.status, DANG.states, DANG.assertionKind, DANG.asOf, PROV.hadPrimarySource)


def _touched_statements(view: View) -> Things:
    """Find the statements of which something has changed, be it the date or the witness of their article."""
    told = view.changed(
        *_SAYS,
        *(DANG.wording, DANG.step, DANG.stepDate, DANG.acting, DANG.since, DANG.until),
        *(DANG.evidence, DANG.witness),
    )
    articles = view.changed(*_DATES, DANG.witness)
    selectors = view.changed(OA.exact, OA.suffix)
    evidence = view.changed(OA.hasSelector) | view.back(selectors, OA.hasSelector)
    return told | view.back(articles, PROV.hadPrimarySource) | view.back(evidence, DANG.evidence)


def _same(view: View) -> Things:
    """Find the bodies that are now, or no more, another name of one body."""
    links = view.changed(DANG.rule)
    return view.to(links, RDF.subject, RDF.object)


def _tenures_of(view: View, statements: Things) -> Things:
    return view.back(statements, PROV.wasDerivedFrom)


def _tenures(view: View) -> None:
    """A block is a person."""
    memberships = view.changed(ORG.member, ORG.organization, OPENGOV.post, ORG.role)
    memberships |= view.to(_touched_statements(view), DANG.states)
    memberships |= view.back(view.changed(RDFS.label), OPENGOV.post)
    memberships |= view.back(_same(view), ORG.organization)
    personas = view.to(memberships, ORG.member) | view.changed(PROV.specializationOf)
    persons = view.to(personas, PROV.specializationOf) | view.changed(FOAF.name)
    personas = view.back(persons, PROV.specializationOf)
    memberships = view.back(personas, ORG.member)
    statements = view.back(memberships, DANG.states)
    view.show(persons, FOAF.name)
    view.show(personas, PROV.specializationOf)
    view.show(memberships)
    view.show(statements)
    view.show(view.to(statements, PROV.hadPrimarySource), *_DATES)
    view.show(view.to(memberships, OPENGOV.post), RDFS.label)
    _show_same(view, view.to(memberships, ORG.organization))


def _show_same(view: View, bodies: Things) -> None:
    view.show(view.back(bodies, RDF.subject), DANG.rule, RDF.subject, RDF.object)


def _some_tenures(view: View) -> Things:
    """Find the tenures of which something has changed, be it in a statement behind them or in their body."""
    own = view.changed(
        *(ORG.member, ORG.organization, OPENGOV.post, ORG.role, PROV.wasDerivedFrom, DANG.acting),
        *(DANG.begunBy, DANG.endedBy, DANG.beginNotBefore, DANG.beginNotAfter, DANG.endNotBefore),
        *(DANG.endNotAfter, DANG.firstAttested, DANG.lastAttested),
    )
    bodies = view.changed(RDF.type, DANG.candidate, RDFS.label, ORG.classification, DANG.jurisdiction)
    bodies = view.all_back(bodies | view.changed(ORG.subOrganizationOf), ORG.subOrganizationOf)
    named = view.back(view.changed(FOAF.name), ORG.member)
    said = _touched_statements(view) | view.back(named, DANG.states)
    return own | _tenures_of(view, said) | view.back(bodies, ORG.organization)


def _above(view: View, bodies: Things) -> Things:
    found, waiting = set(bodies), bodies
    while waiting:
        waiting = view.to(waiting, ORG.subOrganizationOf) - found
        found |= waiting
    return found


def _only_tenures(view: View, things: Things) -> Things:
    return view.among(things, RDF.type, {DANG.Tenure})


def _of_single_seats(view: View, tenures: Things) -> Things:
    """Choose the tenures of posts that may have one seat: most posts that are told of have many."""
    return view.among(tenures, ORG.role, {concept("role", role) for role in single_seats()})


def _show_tenures(view: View, tenures: Things) -> Things:
    """Show tenures with what the statements behind them say; gives the statements."""
    said = view.to(tenures, PROV.wasDerivedFrom)
    view.show(tenures)
    view.show(said, *_SAYS)
    return said


def _successions(view: View) -> None:
    """A block is a post."""
    posts = view.to(_of_single_seats(view, _some_tenures(view)), OPENGOV.post)
    tenures = _only_tenures(view, view.back(posts, OPENGOV.post))
    _show_tenures(view, tenures)
    view.show(view.to(tenures, ORG.organization), DANG.candidate)


def _concurrent(view: View) -> None:
    """A block is a person."""
    persons = view.to(_some_tenures(view), ORG.member)
    tenures = _only_tenures(view, view.back(persons, ORG.member))
    _show_tenures(view, tenures)
    view.show(view.to(tenures, ORG.organization), RDF.type)


def _values(view: View) -> None:
    """Show the numbers told of the subjects and periods of changed ones, with what says them."""
    changed = view.changed(
        *(RDF.type, DANG.refSubject, DANG.period, DANG.unit, DANG.comparator, DANG.value, RDFS.label),
        *(DANG.indicator, DANG.partOf),
    )
    changed |= view.to(_touched_statements(view), DANG.states)
    told: Things = set()
    for each in changed:
        alike = view.back(view.to((each,), DANG.refSubject), DANG.refSubject)
        told |= view.among(alike, DANG.period, view.to((each,), DANG.period))
    said = view.back(told, DANG.states)
    view.show(told)
    view.show(said, *_SAYS, DANG.witness)
    view.show(view.to(said, PROV.hadPrimarySource), DANG.witness)


def _themes(view: View) -> None:
    changed = view.changed(RDF.type, DANG.themeOf, DANG.period, RDFS.label)
    changed |= view.to(_touched_statements(view), DANG.states)
    themes = view.back(view.to(changed, DANG.themeOf), DANG.themeOf)
    view.show(themes)
    view.show(view.back(themes, DANG.states), *_SAYS)


def _seats(view: View) -> None:
    """Show all who held the seats of changed tenures, with the words that say so."""
    bodies: dict[str, Things] = {}
    for tenure in _of_single_seats(view, _only_tenures(view, _some_tenures(view))):
        for body in view.to((tenure,), ORG.organization):
            bodies.setdefault(body, set()).update(view.to((tenure,), ORG.role))
    tenures: Things = set()
    for body, roles in bodies.items():
        tenures |= view.among(view.back((body,), ORG.organization), ORG.role, roles)
    tenures = _only_tenures(view, tenures)
    said = _show_tenures(view, tenures)
    evidence = view.to(said, DANG.evidence)
    view.show(said, DANG.evidence)
    view.show(evidence, OA.hasSelector)
    view.show(view.to(evidence, OA.hasSelector), OA.exact, OA.suffix)
    view.show(view.to(said, PROV.hadPrimarySource), *_DATES)
    told = view.to(said, DANG.states)
    view.show(told, ORG.member)
    view.show(view.to(told, ORG.member), FOAF.name)
    bodies_above = _above(view, set(bodies))
    view.show(bodies_above, RDFS.label, ORG.classification, ORG.subOrganizationOf, DANG.jurisdiction)


def _out_of_time(view: View) -> None:
    bodies = view.changed(ORG.classification, DANG.jurisdiction)
    bodies |= view.back(view.changed(DCTERMS.identifier), DANG.jurisdiction)
    memberships = view.changed(ORG.organization) | view.back(bodies, ORG.organization)
    memberships |= view.to(_touched_statements(view), DANG.states)
    bodies = view.to(memberships, ORG.organization)
    view.show(memberships, ORG.organization)
    view.show(view.back(memberships, DANG.states), *_SAYS)
    view.show(bodies, ORG.classification, DANG.jurisdiction)
    view.show(view.to(bodies, DANG.jurisdiction), DCTERMS.identifier)


def _contradictions(view: View) -> None:
    for scope in (_values, _themes, _seats, _out_of_time):
        scope(view)


SCOPES: Final[dict[str, Scope]] = {
    "tenures": _tenures,
    "successions": _successions,
    "concurrent-posts": _concurrent,
    "attainments": _values,
    "contradictions": _contradictions,
}
"""The graphs through which a small change is carried without reading the whole store."""
