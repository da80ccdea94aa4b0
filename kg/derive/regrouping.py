"""Who is who after a small change: decided again of the names that it touches, and of no other.

A score of two personas rests on what their articles tell and on how much there is of everything.  A change
touches the names of its articles, and those for which some count is rounded to another number now
(:mod:`kg.identity.ledger`).  Of these, and of the names that look like them, it is decided as they were and
as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from functools import cache
from typing import NamedTuple

import pyoxigraph as ox

from kg.derive.identity import FormerNames, Names, describe
from kg.derive.local import Changes, Lines, Things, View
from kg.derive.personas import personas
from kg.derive.prints import Kept
from kg.identity import Deciding, Persona
from kg.identity.ledger import ARTICLE, MIDDLES, NAME, Ledger
from kg.identity.names import folded, masks
from kg.identity.pairs import NARROW, NARROW_KINDS
from kg.identity.profiles import FEW_ARTICLES, Key, profile, rounded
from kg.nquads import NamedGraph
from kg.vocab import DANG, DCTERMS, ORG, PROV, RDF, RDFS, SCHEMA, Minter

_MANY_ARTICLES, _MANY_NAMES = 200, 2_000
"""What touches more is no small change."""


def regrouped(store: ox.Store, mint: Minter, graph: str, changes: Changes, kept: Kept) -> Lines | None:
    """Find the lines that the graph of identity loses and gains; ``None`` when all is to be decided anew."""
    view = View(store, changes)
    graphs = changes.graphs | _graphs_on_changed_ground(view)
    articles = view.to(graphs, DCTERMS.source)
    if max(len(articles), len(graphs)) > _MANY_ARTICLES:
        return None
    ledger = Ledger(kept.tables())
    known = [persona for article in sorted(articles) for persona in ledger.of_article(article)]
    told = list(personas(store, sorted(graphs)))
    same = set(known).intersection(told)
    before, after = ([persona for persona in some if persona not in same] for some in (known, told))
    counted = ledger.replace(before, after)
    touched = _touched(ledger, counted)
    if touched is None:
        return None

    count = cache(ledger.count)

    def count_before(key: Key) -> int:
        return counted[key][0] if key in counted else count(key)

    renamed = view.changed(RDF.type, RDFS.label, SCHEMA.name)
    own = {folded(each.name) for each in (*before, *after, *(p for p in same if renamed & _mentioned(p)))}
    names = own | touched.names | _alike(ledger, own | touched.any, before, (count_before, count))
    if len(names) > _MANY_NAMES:
        return None
    now = [persona for name in sorted(names) for persona in ledger.of_name(name)]
    come = set(after)
    then = [*before, *(persona for persona in now if persona not in come)]
    called = Names(store)
    old = _lines(then, count_before, mint, graph, FormerNames(store, called, changes))
    new = _lines(now, count, mint, graph, called)
    return old - new, new - old


def _mentioned(persona: Persona) -> Things:
    """Give the units and bodies whose names can be told of a persona."""
    of_posts = (thing for post in persona.posts for thing in (post.organization, *post.units, *post.wholes))
    return {persona.home, *persona.places, *of_posts}


def _lines(
    some: Iterable[Persona], count: Callable[[Key], int], mint: Minter, graph: str, names: Names
) -> set[str]:
    made = NamedGraph(graph)
    with closing(Deciding(some, count)) as deciding:
        describe(deciding, mint, made, names)
    return set(made.lines)


def _graphs_on_changed_ground(view: View) -> Things:
    """Find the graphs of the articles whose people now have other units, bodies or witnesses."""
    units = view.changed(DANG.level, SCHEMA.containedInPlace, SCHEMA.name, RDFS.label, DCTERMS.identifier)
    reforms = view.changed(ORG.originalOrganization, ORG.resultingOrganization)
    units |= view.to(reforms, ORG.originalOrganization)
    units = view.all_back(units, SCHEMA.containedInPlace)
    bodies = view.changed(ORG.subOrganizationOf, DANG.jurisdiction, RDFS.label, RDF.type)
    bodies |= view.to(view.changed(DANG.rule), RDF.subject, RDF.object) | view.back(units, DANG.jurisdiction)
    memberships = view.back(view.all_back(bodies, ORG.subOrganizationOf), ORG.organization)
    articles = view.to(view.back(memberships, DANG.states), PROV.hadPrimarySource)
    articles |= view.back(units, SCHEMA.contentLocation) | view.changed(DANG.witness)
    return view.back(articles, DCTERMS.source)


class _Touched(NamedTuple):
    """The ``names`` whose scores other counts can touch; of some of them, scores with ``any`` others."""

    names: Things
    any: Things


def _touched(ledger: Ledger, counted: dict[Key, tuple[int, int]]) -> _Touched | None:
    """Find the names whose scores other counts can touch; ``None`` when that may be all.

    A score is of two personas of one name, or of two names that look alike.  How common a name is counts for
    the former only; a circle, a place or a person beside them counts where both have it.
    """
    pairs: Things = set()
    worded: Things = set()
    for key, (was, now) in counted.items():
        if rounded(was) == rounded(now) or (key == ARTICLE and max(was, now) < FEW_ARTICLES):
            continue
        if key in (NAME, ARTICLE, MIDDLES):
            return None
        match key[0]:
            case "source":
                pairs |= _sharing(ledger.beside(key[1]))
            case "place":
                pairs |= _sharing(ledger.at(key[1]))
            case "word":
                worded.update(ledger.who(key))
            case "middle":
                pairs |= ledger.several(who.partition(" ")[2] for who in ledger.who(key))
            case "first" | "last" | "length":
                pairs |= ledger.several(ledger.who(key))
            case _:
                pairs |= _sharing(ledger.times(key))
        if max(len(pairs), len(worded)) > _MANY_NAMES:
            return None
    return _Touched(pairs | ledger.several(worded), worded)


def _sharing(names: Mapping[str, int]) -> Things:
    """Choose the names that several personas bear, and those of which one looks like another."""
    return {name for name, times in names.items() if times > 1} | _look_alikes(names, names)


def _alike(
    ledger: Ledger, names: Things, before: Iterable[Persona], counts: Sequence[Callable[[Key], int]]
) -> Things:
    """Find those of some names that look like another one in a narrow circle, by any count, with these."""
    circles: dict[Key, Things] = {}
    for persona in (*before, *(each for name in names for each in ledger.of_name(name))):
        one = profile((persona,))
        for circle in one.circles():
            if circle[0] in NARROW_KINDS:
                circles.setdefault(circle, set()).add(one.name)
    found: Things = set()
    for circle, inside in circles.items():
        if min(rounded(count(circle)) for count in counts) <= NARROW:
            found |= _look_alikes(inside, {*inside, *ledger.who(circle)})
    return found


def _look_alikes(inside: Iterable[str], everybody: Iterable[str]) -> Things:
    """Find those among everybody who look like another one inside, with these."""
    found: Things = set()
    masked: dict[str, Things] = {}
    for name in inside:
        for mask in masks(name):
            masked.setdefault(mask, set()).add(name)
    for name in everybody:
        for mask in masks(name):
            others = masked.get(mask, set()) - {name}
            if others:
                found |= {name, *others}
    return found
