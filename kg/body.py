"""Explains a body by its name: what it is, where it stands, how long it existed, what became of it.

The vocabulary and the gazetteer are enough for this; no article has to name the body.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kg.bodies import Event, Existence, History, Lifetime, history
from kg.bodies.dates import days
from kg.errors import UsageError
from kg.lexicon import Lexicon, lexicon
from kg.mention import BodyMention, Scan
from kg.model import Article, Block, BlockKind, Organization, Unit
from kg.normalise import canonical, fold, normalise, plain
from kg.recognise import recognise
from kg.store import KgStore
from kg.vocab import DANG, DCTERMS, PROV, RDFS, Minter


@dataclass(frozen=True, slots=True)
class Told:
    """All that is known of one body.

    ``names`` are those that it took with the types of its unit, each with its time in EDTF, when there are
    several.  ``above`` leads from it up to the nation: what it is a part of or reports to.  ``existence`` is
    that on the date that was asked for, if any.
    """

    body: Organization
    kind: str
    kind_en: str
    level: int | None
    lifetime: Lifetime
    existence: Existence | None
    above: tuple[tuple[str, Organization], ...]
    leader: Organization | None
    parts: tuple[Organization, ...]
    names: tuple[tuple[str, str], ...]
    followed: tuple[Event, ...]
    preceded: tuple[Event, ...]


def find_bodies(name: str, on: str | None = None) -> list[Organization]:
    """The bodies that a name means, with a unit after a comma or on a date where that tells them apart.

    Raises UsageError when no body is understood, or ``on`` is no date.
    """
    if on is not None and days(on) is None:
        raise UsageError(f"{on!r}: not a date; write 2025-07-01, 2025-07 or 2025")
    lives, words = history(), lexicon()
    mention, places = _read(name, words)
    found = _in_units(mention, places, words) if mention is not None else list(_unmarked(name, words, lives))
    if not found:
        raise UsageError(f"{name!r}: no body understood; write its kind and its unit as a newspaper does")
    living = [body for body in found if on is None or lives.existence(body, on) is Existence.EXISTED]
    return _once(living or found, lives)


def tell(body: Organization, on: str | None = None) -> Told:
    """Tell all that is known of a body, and whether it existed on a date (EDTF)."""
    lives = history()
    concept = lives.tree.kind(body.kind)
    return Told(
        body,
        concept.label if concept is not None else "",
        concept.label_en if concept is not None else "",
        lives.tree.level(body),
        lives.lifetime(body),
        lives.existence(body, on) if on is not None else None,
        tuple(_above(body, lives)),
        lives.tree.linked(body),
        tuple(part for part in lives.tree.parts(body) if _lived(part, body, lives)),
        tuple(_names(body, lives)),
        tuple(lives.followed(body)),
        tuple(lives.preceded(body)),
    )


def _names(body: Organization, lives: History) -> Iterator[tuple[str, str]]:
    """What a body was called in each phase of its unit, where the unit was of several types."""
    unit = body.territory
    known = lives.places.gazetteer.phases(unit.key) if unit is not None and unit.key is not None else ()
    for phase in known if len(known) > 1 else ():
        called = lives.tree.renamed(body, phase.unit)
        if called is not None:
            yield called.label, phase.span.edtf


def _above(body: Organization, lives: History) -> Iterator[tuple[str, Organization]]:
    """The bodies above, each with how the one below stands to it."""
    below: Organization | None = body
    while below is not None:
        whole, superior = lives.tree.whole(below), lives.tree.superior(below)
        below = whole or superior
        if below is not None:
            yield ("part of" if whole is not None else "reports to"), below


def _lived(part: Organization, whole: Organization, lives: History) -> bool:
    """Whether a part lived to the end of its whole, or lives."""
    until, own = lives.lifetime(whole).until, lives.lifetime(part)
    if until is None or not own.stretches:
        return bool(own.stretches) and own.until is None
    return lives.existence(part, until.date) in (Existence.EXISTED, Existence.UNKNOWN)


# -- what a name means ---------------------------------------------------------------------------------------


def _read(name: str, words: Lexicon) -> tuple[BodyMention | None, list[str]]:
    """The first body in a name, and the folded names of the units that stand after it."""
    text = normalise(Article("", (Block(BlockKind.PARAGRAPH, name),)))
    seen: Scan = recognise(text, words)
    mention = min(seen.bodies, key=lambda found: (found.start, -found.end), default=None)
    end = mention.end if mention is not None else 0
    return mention, [fold(unit.unit.name) for unit in seen.units if unit.start >= end and unit.unit.name]


def _in_units(mention: BodyMention, places: Sequence[str], words: Lexicon) -> list[Organization]:
    """The body in each unit that its name may mean."""
    body = mention.organization
    if body.territory is None:
        return [body]
    known = [*(mention.unit.candidates if mention.unit is not None else ()), body.territory]
    wanted = {(unit.type, unit.level) for unit in known if unit.key is not None}
    named = words.gazetteer.named(body.territory.name)
    units = [unit for unit in named if (unit.type, unit.level) in wanted]
    fitting = [unit for unit in units if _lies_in(unit, places, words)]
    fitting = [unit for unit in fitting or units if _took(body, unit)] or fitting
    return [_moved(body, unit, words) for unit in fitting or units] or [body]


def _took(body: Organization, unit: Unit) -> bool:
    """Whether a unit ever was of a type that gives its body this name: a town had a town committee."""
    while body.parent is not None:
        body = body.parent
    lives = history()
    phases = lives.places.gazetteer.phases(unit.key or "")
    return any(lives.tree.form(body.kind, phase.unit) == body.kind for phase in phases)


def _lies_in(unit: Unit, places: Iterable[str], words: Lexicon) -> bool:
    above = {fold(words.gazetteer.get(key).name) for key in unit.ancestors}
    return all(place in above for place in places)


def _moved(body: Organization, unit: Unit, words: Lexicon) -> Organization:
    """The body with its unit decided, under the name that the text gives it."""
    if body.parent is not None and body.unit is None:
        return replace(body, parent=_moved(body.parent, unit, words))
    return replace(body, unit=unit, level=unit.level, candidates=())


def _unmarked(name: str, words: Lexicon, lives: History) -> Iterator[Organization]:
    """Bodies by a name without marks: a kind, and the name of a unit with its type or without."""
    bare = plain(canonical(name)).strip()
    by_name: dict[str, list[Unit]] = {}
    for kind, rest in _kinds(bare, words):
        if not rest:
            national = lives.tree.body(kind, None)
            if national is not None and lives.tree.level(national) == 0:
                yield national
            continue
        if not by_name:
            by_name = _by_plain_name(words)
        for unit in by_name.get(rest, ()):
            body = lives.tree.body(kind, unit)
            if body is not None and body.kind == kind:
                yield body


def _kinds(bare: str, words: Lexicon) -> Iterator[tuple[str, str]]:
    """The kinds that a name without marks may begin with, and the rest of it."""
    for concept in words.scheme("body"):
        for label in concept.strong if concept.one("label") is None else ():
            start = plain(label)
            if bare == start or bare.startswith(f"{start} "):
                yield concept.key, bare[len(start) :].strip()


def _by_plain_name(words: Lexicon) -> dict[str, list[Unit]]:
    named: dict[str, list[Unit]] = {}
    for key in words.gazetteer.every_key():
        unit = words.gazetteer.get(key)
        for name in {unit.name, unit.full_name}:
            named.setdefault(plain(name), []).append(unit)
    return named


def _once(found: Iterable[Organization], lives: History) -> list[Organization]:
    """Each body once, whatever it is called."""
    chosen: dict[object, Organization] = {}
    for body in found:
        chosen.setdefault(lives.tree.key(body) or body, body)
    return list(chosen.values())


# -- what a graph has of it ----------------------------------------------------------------------------------


def articles_naming(store: KgStore, body: Organization) -> dict[str, Any] | None:
    """The IRI of a body in a graph, its other names there, and how many articles name it under any.

    ``None`` when the graph doesn't have it.
    """
    iri = Minter(store.base).organization(body, "")
    same = f"(<{PROV.alternateOf}>|^<{PROV.alternateOf}>)*"
    query = f"""SELECT ?name (COUNT(DISTINCT ?article) AS ?articles) {{
        <{iri}> {same} ?other . ?other <{RDFS.label}> ?name .
        GRAPH ?graph {{ ?graph <{DCTERMS.source}> ?article . ?other a <{DANG.Body}> }} }} GROUP BY ?name"""
    counted = {row["name"].value: int(row["articles"].value) for row in store.query(query)}
    if not counted:
        return None
    return {"iri": iri, "names": sorted(counted), "articles": sum(counted.values())}
