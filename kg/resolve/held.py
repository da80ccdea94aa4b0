"""The posts of one article: their organisations made complete, rows made one, what one says of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import BlockKind, Organization, Position, Status, Unread
from kg.normalise import fold
from kg.resolve.bodies import Bodies
from kg.resolve.careers import going_on
from kg.resolve.completion import GOVERNING
from kg.resolve.parts import chain
from kg.resolve.provinces import of_own_province, told_provinces
from kg.resolve.readings import merged, taken_anew, was_news, with_steps
from kg.resolve.succession import (
    alike,
    is_seat,
    label,
    left_with_deputies,
    office,
    over_together,
    risen,
    succeeded,
    told_as_former,
    vacated,
    was_taken,
)

_NEAREST, _LISTED = "nearest-whole", "same-list"
"""The rules by which a part takes the whole that was named last, or that of a post beside it."""
_DEPARTMENT, _STANDING = "department", "standing-"
_OF_GROUPS = frozenset({"head-of-delegation", "deputy-head-of-delegation"})
"""Who is made head of a group that works somewhere; members of the National Assembly have such heads, too."""
_SECTIONS = frozenset({"faculty", "section", "team"})
_ELECTED = "elected"
_TOGETHER = 3
"""How many posts before one its office may have been told."""
_JOINED = 12
"""How many characters may stand between a post and the next, whose office it shares (``A - R và ông B``)."""
_SHORT = 2
"""So many words are no more than a kind of office (``Thanh tra``, ``Công an``)."""


def positions(
    claims: Sequence[Position], bodies: Bodies, scan: Scan, lexicon: Lexicon
) -> tuple[tuple[Position, ...], list[Unread]]:
    """The posts of an article with complete organisations, one row each, and what names none."""
    completed = _told_better(_left_out(list(_completed(claims, bodies, scan))), scan)
    completed = _in_sections(_at_only_firm(completed, bodies))
    completed = [_of_successor(claim, completed, lexicon) for claim in completed]
    completed = [claim for claim in completed if not _cut_short(claim, completed, scan)]
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
        if known is not None and was_news(known, position, scan):
            position = replace(position, status=Status.CURRENT)
        else:
            anew = taken_anew(known, position, scan) if known is not None else None
            rows[key] = anew or (merged(known, position) if known is not None else position)
        told.setdefault(key, []).append(position)
    rows = {key: with_steps(row, told[key]) for key, row in rows.items()}
    kept = going_on(
        [
            p
            for p in rows.values()
            if not _superseded(p, rows.values(), bodies) and not _guessed(p, rows.values())
        ],
        completed,
        scan,
        lexicon,
    )
    taken = [p for p in completed if p.organization is not None and was_taken(p)]
    own = [told_as_former(succeeded(p, kept, taken, lexicon), kept) for p in kept]
    own = [_led_by_deputy(p, rows.values(), lexicon) for p in own]
    own = [risen(over_together(left_with_deputies(p, kept), own, completed), kept) for p in own]
    return tuple(vacated(p, own, bodies, lexicon) for p in own), unread


def _of_successor(claim: Position, claims: Sequence[Position], lexicon: Lexicon) -> Position:
    """The post of who is replaced, at the office that is only told of who takes it (``A thay B``)."""
    open_ = claim.organization is None or _of_anywhere(claim.organization, lexicon)
    if claim.rule != "replaced" or not open_:
        return claim
    taken = (
        other.organization
        for other in claims
        if other.rule != claim.rule
        and other.role_concept == claim.role_concept
        and other.evidence.start <= claim.evidence.end
        and claim.evidence.start <= other.evidence.end
    )
    office_ = next((o for o in taken if o is not None and not _of_anywhere(o, lexicon)), None)
    return replace(claim, organization=office_) if office_ is not None else claim


def _cut_short(claim: Position, claims: Sequence[Position], scan: Scan) -> bool:
    """Whether a headline only shortens the title of the standing deputy whom the text tells of."""
    if scan.sentence(claim.evidence.start).kind is not BlockKind.TITLE or claim.organization is None:
        return False
    whole, office = f"{_STANDING}{claim.role_concept}", claim.organization.label
    told = (p for p in claims if p.person == claim.person and p.role_concept == whole)
    return any(p.organization is not None and p.organization.label == office for p in told)


def _of_anywhere(organization: Organization, lexicon: Lexicon) -> bool:
    """Whether only the word for a kind of office is left, which nothing in the article completes.

    ``Văn phòng`` or ``Trung tâm`` are somebody's, and no province has just a ``Sở``; a party committee stays,
    with its unit open.
    """
    bare = fold(organization.name) == fold(lexicon.concept("body", organization.kind).label)
    if organization.kind == _DEPARTMENT and organization.parent is None and bare:
        return True
    if organization.unit is not None or organization.parent is not None:
        return False
    concept = lexicon.concept("body", organization.kind)
    naming, words = concept.one("naming"), len(concept.label.split(" "))
    common = naming in ("open", "field") or (naming == "full" and words == _SHORT)
    common = common and concept.one("side") != "party"
    return (common or naming == "of") and bare


def _left_out(claims: list[Position]) -> list[Position]:
    """The claims, one without an organisation at the only one where the person is told to hold the post."""
    known: dict[tuple[str, str], dict[str, Organization]] = {}
    for claim in claims:
        if claim.organization is not None:
            label = fold(claim.organization.label)
            known.setdefault((claim.person, claim.role), {}).setdefault(label, claim.organization)
    out = []
    for claim in claims:
        group = claim.role_concept in _OF_GROUPS and claim.rule == "verb"
        held = known.get((claim.person, claim.role), {}) if claim.organization is None and not group else {}
        out.append(replace(claim, organization=next(iter(held.values()))) if len(held) == 1 else claim)
    return out


def _at_only_firm(claims: list[Position], bodies: Bodies) -> list[Position]:
    """The claims, general directors and boards without a firm at the only one that the article speaks of.

    Where only former posts are told of the firm, those held now may be elsewhere.
    """
    firm = bodies.only_firm([claim.organization for claim in claims if claim.organization is not None])
    if firm is None:
        return claims
    held = (c.organization for c in claims if c.status is not Status.FORMER and c.organization is not None)
    of_now = any(part.label == firm.label for made in held for part in chain(made))
    return [
        replace(claim, organization=bodies.at_firm(claim, firm))
        if of_now or claim.status is Status.FORMER
        else claim
        for claim in claims
    ]


def _in_sections(claims: list[Position]) -> list[Position]:
    """The claims, a section told by its name alone as that of the only office that one so named is of."""
    wholes: dict[tuple[str, str], dict[str, Organization]] = {}
    told = [claim.organization for claim in claims]
    for made in told:
        if made is not None and made.kind in _SECTIONS and made.parent is not None:
            wholes.setdefault((made.kind, fold(made.name)), {}).setdefault(fold(made.label), made)
    out = []
    for claim, made in zip(claims, told, strict=True):
        alone = made is not None and made.parent is None and made.unit is None
        known = wholes.get((made.kind, fold(made.name)), {}) if made is not None and alone else {}
        whole = next(iter(known.values())) if len(known) == 1 else None
        out.append(replace(claim, organization=replace(whole, rule="fuller-name")) if whole else claim)
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
    if is_seat(claim) or other.status is Status.APPOINTED:
        return False
    place = scan.text.sentence_at
    same = place(other.evidence.start) == place(claim.evidence.start)
    return same and other.organization.rule is None


def _superseded(position: Position, rows: Iterable[Position], bodies: Bodies) -> bool:
    """Whether a row without its unit stands beside the same post with it, a firm's beside its board's."""
    assert position.organization is not None
    if any(_on_board_of(position, other) for other in rows):
        return True
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


def _on_board_of(position: Position, other: Position) -> bool:
    """Whether a chair of a firm is told elsewhere as that of its board (``Chủ tịch Tập đoàn X``)."""
    board = other.organization
    if board is None or board.kind not in GOVERNING or position.organization is None:
        return False
    same = (other.person, other.role, other.status) == (position.person, position.role, position.status)
    return same and fold(board.label).endswith(f" {fold(position.organization.label)}")


def _guessed(position: Position, rows: Iterable[Position]) -> bool:
    """Whether the post of a person who is replaced is another one, by what the text says elsewhere."""
    return position.rule == "replaced" and any(
        other is not position and other.person == position.person and alike(other, position)
        for other in rows
    )


def _led_by_deputy(position: Position, rows: Iterable[Position], lexicon: Lexicon) -> Position:
    """A head's post, over where a deputy in charge is appointed in the head's place.

    ``bổ nhiệm bà A làm Phó Giám đốc phụ trách Sở X thay ông B``: he was its director.
    """
    if position.status is not Status.CURRENT or position.rule == "now" or is_seat(position):
        return position
    assert position.role_concept is not None
    charge = fold(lexicon.concept("cue", "kept-modifier").label)
    gone = any(
        other.rule == "replaced"
        and other.person == position.person
        and fold(other.role).endswith(f" {charge}")
        and other.role_concept is not None
        and office(other.role_concept) == position.role_concept != other.role_concept
        and alike(other, position)
        for other in rows
    )
    return replace(position, status=Status.ENDED) if gone else position


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
        office = office or _elected_with(claim, told[:index], scan)
        yield replace(claim, organization=office.organization) if office is not None else claim


def _in_one_place(claims: Sequence[Position], scan: Scan, bodies: Bodies) -> Iterator[Position]:
    """The claims, a post without its unit where the article tells of the person's same post with one.

    ``Bí thư Thành ủy TP HCM A … Bí thư Thành ủy A``: whatever other city stands near, it is the same, unless
    the sentence places the person by another post.
    """
    sentence = scan.text.sentence_at
    placed: dict[tuple[str, str | None, str], dict[str, tuple[Organization, int]]] = {}
    there: set[tuple[str, int]] = set()
    for claim in claims:
        made = claim.organization
        if made is not None and (made.parent is not None or (made.unit is not None and made.unit.name)):
            key = (claim.person, claim.role_concept, made.kind)
            since = claim.evidence.start if claim.status is Status.APPOINTED else 0
            placed.setdefault(key, {}).setdefault(made.label, (made, since))
            there.add((claim.person, sentence(claim.evidence.start)))
    bare: dict[int, tuple[str, str | None, str]] = {}
    for claim in claims:
        made = claim.organization
        open_ = made is not None and made.parent is None and (made.unit is None or not made.unit.name)
        if made is not None and open_ and (claim.person, sentence(claim.evidence.start)) not in there:
            bare[id(claim)] = (claim.person, claim.role_concept, made.kind)
    guessed = _guessed_once([c for c in claims if id(c) in bare], bare, bodies)
    for claim in claims:
        made, where = claim.organization, bare.get(id(claim))
        if made is None or where is None:
            yield claim
            continue
        told = placed.get(where, {}).values()
        later = claim.status is Status.APPOINTED
        known = [organization for organization, since in told if later or since <= claim.evidence.start]
        same = len(known) == 1 and fold(known[0].name).startswith(fold(made.name))
        same = same and (known[0].parent is None or fold(known[0].name) == fold(made.name))
        if not known and where in guessed:
            yield replace(claim, organization=guessed[where])
            continue
        yield replace(claim, organization=known[0]) if same else claim


def _guessed_once(
    claims: Sequence[Position], keys: Mapping[int, tuple[str, str | None, str]], bodies: Bodies
) -> dict[tuple[str, str | None, str], Organization]:
    """Where a person holds a post that is told several times without its place: the same for all of them.

    It is the place that most of the mentions suggest, the first one of as many.
    """
    told: dict[tuple[str, str | None, str], list[Organization]] = {}
    several = Counter(keys[id(claim)] for claim in claims if not is_seat(claim))
    for claim in claims:
        key = keys[id(claim)]
        if several[key] > 1 and bodies.of_unit(claim.organization):
            made = bodies.complete(claim.organization, claim.evidence.start)
            if made is not None and made.unit is not None and made.unit.name:
                told.setdefault(key, []).append(made)
    found = {}
    for key, places in told.items():
        counted = Counter(fold(made.label) for made in places)
        if len(counted) > 1:
            most = counted.most_common(1)[0][0]
            found[key] = next(made for made in places if fold(made.label) == most)
    return found


def _same_office(claim: Position, other: Position, scan: Scan) -> bool:
    """Whether another person's post in the sentence is the lead or a deputy of the same office."""
    if other.organization is None or other.person == claim.person:
        return False
    if claim.role_concept is None or other.role_concept is None:
        return False
    former = Status.FORMER in (claim.status, other.status)
    if claim.role_concept == other.role_concept and not (former and claim.status is not other.status):
        return False
    if office(claim.role_concept) != office(other.role_concept):
        return False
    first, second = sorted((claim.evidence, other.evidence), key=lambda e: e.start)
    if first is claim.evidence and second.start - first.end > _JOINED:
        return False
    return scan.text.sentence_at(first.start) == scan.text.sentence_at(second.start)


def _elected_with(claim: Position, told: Sequence[Position], scan: Scan) -> Position | None:
    """The head whose election the sentence before that of a deputy told of.

    ``Ông A được bầu làm Chủ tịch Hội X. Các ông B, C được bầu làm Phó Chủ tịch.``
    """
    if claim.event != _ELECTED or claim.role_concept is None:
        return None
    place = scan.text.sentence_at
    for other in reversed(told):
        apart = place(claim.evidence.start) - place(other.evidence.start)
        if apart > 1 or "\n" in scan.text.content[other.evidence.end : claim.evidence.start]:
            return None
        head = other.role_concept == office(claim.role_concept) != claim.role_concept
        if head and apart == 1 and other.event == _ELECTED and other.organization is not None:
            return other
    return None


def _completed(claims: Sequence[Position], bodies: Bodies, scan: Scan) -> Iterator[Position]:
    told = {(c.person, c.role_concept) for c in claims if c.organization is not None}
    groups: dict[tuple[str, int], list[Position]] = {}
    for claim in _in_one_place(list(_of_one_office(claims, scan)), scan, bodies):
        key = (claim.person, scan.text.sentence_at(claim.evidence.start))
        groups.setdefault(key, []).append(claim)
    listed: dict[int, Organization] = {}
    ranked: dict[str, list[Organization]] = {}
    for claim in claims:
        made = claim.organization
        if made is not None and made.level == 0 and not is_seat(claim):
            ranked.setdefault(claim.person, []).append(made)
    provinces = told_provinces(claims)
    for (_, sentence), group in groups.items():
        for place, claim in enumerate(group):
            others = [
                beside
                for c in (*group[place + 1 :], *group[:place])
                if (beside := c.organization or bodies.school(c.role_concept, c.evidence.start)) is not None
                and not _bygone(c, claim, bodies)
            ]
            others.extend(of_own_province(claim, others, provinces, scan))
            if claim.organization is None and not others and bodies.is_rank(claim.role_concept):
                others = ranked.get(claim.person, [])
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


def _bygone(other: Position, claim: Position, bodies: Bodies) -> bool:
    """Whether another post is a former one, which says nothing of what is held now.

    That is its unit for the post of a known level, its firm for a director's.
    """
    if other.status is not Status.FORMER or claim.status is Status.FORMER:
        return False
    made = claim.organization
    return bodies.directs(claim.role_concept) if made is None else made.level is not None
