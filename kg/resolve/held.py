"""The posts of one article: their organisations made complete, rows made one, what one says of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Organization, Position, Status, Unread
from kg.normalise import fold
from kg.resolve.bodies import Bodies

_RANK = {Status.ENDED: 3, Status.FORMER: 2, Status.APPOINTED: 1, Status.CURRENT: 0}
_NEAREST, _LISTED = "nearest-whole", "same-list"
"""The rules by which a part takes the whole that was named last, or that of a post beside it."""
_TOGETHER = 3
"""How many posts before one its office may have been told."""
_JOINED = 12
"""How many characters may stand between a post and the next, whose office it shares (``A - R và ông B``)."""
_TAKES_AWAY = frozenset({"transferred", "assigned", "appointed", "announced"})
_SHORT = 2
"""So many words are no more than a kind of office (``Thanh tra``, ``Công an``)."""


def label(organization: Organization | None) -> str:
    """The name of an organisation, empty for none."""
    return organization.label if organization is not None else ""


def _alike(one: Position, other: Position) -> bool:
    """Whether two posts are at the same organisation, in whatever case it is written."""
    return fold(label(one.organization)) == fold(label(other.organization))


def positions(
    claims: Sequence[Position], bodies: Bodies, scan: Scan, lexicon: Lexicon
) -> tuple[tuple[Position, ...], list[Unread]]:
    """The posts of an article with complete organisations, one row each, and what names none."""
    completed = _told_better(_left_out(list(_completed(claims, bodies, scan))), scan)
    unread = [
        Unread("role without organisation", p.evidence)
        for p in completed
        if p.organization is None or _of_anywhere(p.organization, lexicon)
    ]
    rows: dict[tuple[str, str, str], Position] = {}
    told: dict[tuple[str, str, str], list[Position]] = {}
    for position in completed:
        if position.organization is None or _of_anywhere(position.organization, lexicon):
            continue
        key = (position.person, position.role, fold(position.organization.label))
        known = rows.get(key)
        rows[key] = _merged(known, position) if known is not None else position
        told.setdefault(key, []).append(position)
    rows = {key: _with_steps(row, told[key]) for key, row in rows.items()}
    kept = [
        p
        for p in rows.values()
        if not _superseded(p, rows.values(), bodies) and not _guessed(p, rows.values())
    ]
    taken = [p for p in completed if p.organization is not None and p.status is Status.APPOINTED]
    return tuple(_succeeded(p, kept, taken, lexicon) for p in kept), unread


def _of_anywhere(organization: Organization, lexicon: Lexicon) -> bool:
    """Whether only the word for a kind of office is left, which nothing in the article completes.

    ``Văn phòng`` or ``Trung tâm`` are somebody's; a party committee stays, with its unit open.
    """
    if organization.unit is not None or organization.parent is not None:
        return False
    concept = lexicon.concept("body", organization.kind)
    naming, words = concept.one("naming"), len(concept.label.split(" "))
    common = naming in ("open", "field") or (naming == "full" and words == _SHORT)
    common = common and concept.one("side") != "party"
    return (common or naming == "of") and fold(organization.name) == fold(concept.label)


def _left_out(claims: list[Position]) -> list[Position]:
    """The claims, one without an organisation at the only one where the person is told to hold the post."""
    known: dict[tuple[str, str], dict[str, Organization]] = {}
    for claim in claims:
        if claim.organization is not None:
            label = fold(claim.organization.label)
            known.setdefault((claim.person, claim.role), {}).setdefault(label, claim.organization)
    out = []
    for claim in claims:
        held = known.get((claim.person, claim.role), {}) if claim.organization is None else {}
        out.append(replace(claim, organization=next(iter(held.values()))) if len(held) == 1 else claim)
    return out


def _told_better(claims: list[Position], scan: Scan) -> list[Position]:
    """The claims, one whose whole was only guessed instead at the one told for the same post.

    ``ông A, Trưởng Ban Nội chính, được bầu làm Phó Bí thư Tỉnh ủy … bầu làm Trưởng Ban Nội chính``.  What
    a list beside it tells gives way only to what the same sentence says.
    """
    told: dict[tuple[str, str, str], list[Position]] = {}
    for claim in claims:
        if claim.organization is not None and claim.organization.parent is not None:
            told.setdefault((claim.person, claim.role, fold(claim.organization.name)), []).append(claim)
    out = []
    for claim in claims:
        made = claim.organization
        if made is not None and made.rule in (_NEAREST, _LISTED):
            others = told.get((claim.person, claim.role, fold(made.name)), [])
            held = {
                label(other.organization): other.organization
                for other in others
                if _tells_more(other, claim, scan)
            }
            made = next(iter(held.values())) if len(held) == 1 else made
        out.append(claim if made is claim.organization else replace(claim, organization=made))
    return out


def _tells_more(other: Position, claim: Position, scan: Scan) -> bool:
    """Whether another claim knows better what the part is of that a claim guesses."""
    assert other.organization is not None
    assert claim.organization is not None
    if claim.organization.rule == _NEAREST:
        return other.organization.rule != _NEAREST
    if _is_seat(claim) or other.status is Status.APPOINTED:
        return False
    place = scan.text.sentence_at
    same = place(other.evidence.start) == place(claim.evidence.start)
    return same and other.organization.rule is None


def _succeeded(
    position: Position, rows: Sequence[Position], taken: Sequence[Position], lexicon: Lexicon
) -> Position:
    """A post that the person's new one plainly takes the place of has ended.

    That is another title at the same organisation (its deputy's too), the lead of another party committee,
    or the office told beside the name of one who is appointed or transferred to another office.
    """
    held = position.status in (Status.CURRENT, Status.APPOINTED) and position.rule != "now"
    if not held or _is_seat(position):
        return position
    if position.status is Status.APPOINTED:
        risen = any(_rose(position, other) for other in rows)
        return replace(position, status=Status.FORMER) if risen else position
    own = (p for p in rows if p.person == position.person)
    new = [p for p in own if p.status is Status.APPOINTED and not _is_seat(p)]
    told = [p for p in taken if any(p.role == n.role and p.person == n.person and _alike(p, n) for n in new)]
    if any(_replaces(other, position, lexicon) for other in new) or any(
        _takes_away(other, position, lexicon) for other in told
    ):
        return replace(position, status=Status.ENDED)
    return position


def _rose(position: Position, other: Position) -> bool:
    """Whether the other post is the lead of the office where the person was appointed deputy."""
    if position.role_concept is None or other.role_concept is None or position.person != other.person:
        return False
    held = other.status in (Status.CURRENT, Status.APPOINTED)
    return (
        held
        and other.role_concept != position.role_concept
        and other.role_concept == _office(position.role_concept)
        and _alike(other, position)
    )


def _replaces(new: Position, old: Position, lexicon: Lexicon) -> bool:
    """Whether nobody holds both posts."""
    assert new.role_concept is not None
    assert old.role_concept is not None
    if new.role_concept == old.role_concept and _alike(new, old):
        return new.acting != old.acting
    families = _families(new, old, lexicon)
    if _alike(new, old):
        return families in ({"secretary"}, {"chair"}) or _office(new.role_concept) == _office(
            old.role_concept
        )
    if families == {"secretary"} and _leads_unit(old) and _leads_unit(new):
        return True
    return _takes_away(new, old, lexicon)


def _families(new: Position, old: Position, lexicon: Lexicon) -> set[str | None]:
    concepts = (p.role_concept for p in (new, old) if p.role_concept is not None)
    return {lexicon.concept("role", concept).one("family") for concept in concepts}


def _takes_away(new: Position, old: Position, lexicon: Lexicon) -> bool:
    """Whether a transfer or an assignment to a new office is told beside the old one."""
    families = _families(new, old, lexicon)
    return new.event in _TAKES_AWAY and _beside(old, new) and not _goes_together(new, old, families, lexicon)


def _goes_together(new: Position, old: Position, families: set[str | None], lexicon: Lexicon) -> bool:
    """Whether one person often holds both: leader of a unit's party and of its state, or a side office."""
    if new.organization is None or old.organization is None:
        return True
    kinds = {
        lexicon.concept("body", made.kind).one("office") for made in (new.organization, old.organization)
    }
    if "side" in kinds:
        return True
    if new.organization.label.endswith(f" {old.organization.label}"):
        return True
    one, other = new.organization.unit, old.organization.unit
    return "secretary" in families and "chair" in families and (one is None or other is None or one == other)


def _beside(old: Position, new: Position) -> bool:
    """Whether the old post stands beside the name in the words that tell of the new one."""
    return old.rule in ("post-after-name", "post-before-name") and (
        new.evidence.start <= old.evidence.end and old.evidence.start <= new.evidence.end
    )


def _office(concept: str) -> str:
    """The office whose deputy a title is."""
    return concept.removeprefix("standing-").removeprefix("deputy-")


def _is_seat(position: Position) -> bool:
    """Whether the post is a seat among many, which goes with any office, or has no known title."""
    concept = position.role_concept
    return concept is None or concept.endswith(("member", "delegate"))


def _leads_unit(position: Position) -> bool:
    """Whether the post is at the committee of a province or district itself."""
    made = position.organization
    return made is not None and made.unit is not None and made.parent is None and made.level in (1, 2)


def _rank(position: Position) -> int:
    """How much a statement about a post weighs; a step of a career weighs least."""
    return -1 if position.rule == "career" else _RANK[position.status]


def _merged(known: Position, other: Position) -> Position:
    """One row of two: the stronger status with its evidence, else what came first; stated beats inferred.

    What is said to be held now counts more than what is told as former (``nguyên Giám đốc, đại biểu …``), a
    career more than the capacity in which somebody did something.
    """
    now = next((p for p in (known, other) if p.rule == "now" and p.status is Status.CURRENT), None)
    if now is not None and (known.status is other.status or Status.FORMER in (known.status, other.status)):
        return now
    if {known.rule, other.rule} == {"fronted", "career"} and Status.FORMER in (known.status, other.status):
        return known if known.status is Status.FORMER else other
    once = {p.status: p for p in (known, other)}
    if set(once) == {Status.APPOINTED, Status.FORMER} and _again(once[Status.APPOINTED], once[Status.FORMER]):
        return once[Status.APPOINTED]
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


def _again(new: Position, old: Position) -> bool:
    """Whether a step of an earlier career was told of a post that is taken once more."""
    return new.rule == "again" and old.rule in ("verb", "career")


def _with_steps(position: Position, told: Sequence[Position]) -> Position:
    """The row with what else the article tells of it: other steps of the same appointment, dated service."""
    steps: dict[str, Position] = {}
    if position.event is not None:
        steps[position.event] = position
        for other in told:
            if other.event is not None and other.status is position.status:
                steps.setdefault(other.event, other)
    served = [other for other in told if other.since is not None and position.since is None]
    others = [*steps.values(), *served[:1]]
    return replace(position, steps=tuple(step for step in others if step is not position))


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
        other is not position and other.person == position.person and _alike(other, position)
        for other in rows
    )


def _of_one_office(claims: Sequence[Position], scan: Scan) -> Iterator[Position]:
    """The claims, a head and deputies who are told together at the organisation that is told once.

    ``ông A - chủ tịch và bà B - phó chủ tịch UBND huyện X``; ``Chủ tịch UBND huyện X A và hai phó chủ tịch``.
    A person's own posts in the sentence tell more.
    """
    sentence = scan.text.sentence_at
    told = sorted(claims, key=lambda claim: claim.evidence.start)
    place = {id(claim): index for index, claim in enumerate(told)}
    placed = {(c.person, sentence(c.evidence.start)) for c in claims if c.organization is not None}
    for claim in claims:
        if claim.organization or (claim.person, sentence(claim.evidence.start)) in placed:
            yield claim
            continue
        index = place[id(claim)]
        beside = (*told[index + 1 : index + 2], *reversed(told[max(0, index - _TOGETHER) : index]))
        office = next((other for other in beside if _same_office(claim, other, scan)), None)
        yield replace(claim, organization=office.organization) if office is not None else claim


def _in_one_place(claims: Sequence[Position], scan: Scan) -> Iterator[Position]:
    """The claims, a post without its unit where the article tells of the person's same post with one.

    ``Bí thư Thành ủy TP HCM A … Bí thư Thành ủy A``: whatever other city stands near, it is the same, unless
    the sentence places the person by another post.
    """
    sentence = scan.text.sentence_at
    placed: dict[tuple[str, str | None, str], dict[str, Organization]] = {}
    there: set[tuple[str, int]] = set()
    for claim in claims:
        made = claim.organization
        if made is not None and (made.parent is not None or (made.unit is not None and made.unit.name)):
            key = (claim.person, claim.role_concept, made.kind)
            placed.setdefault(key, {}).setdefault(made.label, made)
            there.add((claim.person, sentence(claim.evidence.start)))
    for claim in claims:
        made = claim.organization
        bare = made is not None and made.parent is None and (made.unit is None or not made.unit.name)
        if made is None or not bare or (claim.person, sentence(claim.evidence.start)) in there:
            yield claim
            continue
        known = list(placed.get((claim.person, claim.role_concept, made.kind), {}).values())
        same = len(known) == 1 and fold(known[0].name).startswith(fold(made.name))
        same = same and (known[0].parent is None or fold(known[0].name) == fold(made.name))
        yield replace(claim, organization=known[0]) if same else claim


def _same_office(claim: Position, other: Position, scan: Scan) -> bool:
    """Whether another person's post in the sentence is the lead or a deputy of the same office."""
    if other.organization is None or other.person == claim.person:
        return False
    if claim.role_concept is None or other.role_concept is None:
        return False
    former = Status.FORMER in (claim.status, other.status)
    if claim.role_concept == other.role_concept and not (former and claim.status is not other.status):
        return False
    if _office(claim.role_concept) != _office(other.role_concept):
        return False
    first, second = sorted((claim.evidence, other.evidence), key=lambda e: e.start)
    if first is claim.evidence and second.start - first.end > _JOINED:
        return False
    return scan.text.sentence_at(first.start) == scan.text.sentence_at(second.start)


def _completed(claims: Sequence[Position], bodies: Bodies, scan: Scan) -> Iterator[Position]:
    told = {(c.person, c.role_concept) for c in claims if c.organization is not None}
    groups: dict[tuple[str, int], list[Position]] = {}
    for claim in _in_one_place(list(_of_one_office(claims, scan)), scan):
        key = (claim.person, scan.text.sentence_at(claim.evidence.start))
        groups.setdefault(key, []).append(claim)
    listed: dict[int, Organization] = {}
    for (_, sentence), group in groups.items():
        for place, claim in enumerate(group):
            others = [
                c.organization
                for c in (*group[place + 1 :], *group[:place])
                if c.organization is not None and not _bygone(c, claim)
            ]
            if claim.organization is None and not others and (claim.person, claim.role_concept) in told:
                yield claim
                continue
            made = bodies.of_post(
                claim.organization,
                claim.role_concept,
                claim.evidence.start,
                others,
                listed.get(sentence),
            )
            if made is not None and bodies.leads(claim.role_concept):
                listed[sentence] = made
            yield replace(claim, organization=made)


def _bygone(other: Position, claim: Position) -> bool:
    """Whether another post is a former one, whose unit says nothing of the post of a known level held now."""
    level = claim.organization.level if claim.organization is not None else None
    return other.status is Status.FORMER and claim.status is not Status.FORMER and level is not None
