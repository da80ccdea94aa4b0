"""Which posts have ended because the article tells who took others, or who took them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.model import Organization, Position, Status
from kg.normalise import fold
from kg.resolve.bodies import Bodies

_ASSIGNED = "assigned"
_TAKES_AWAY = frozenset({"transferred", _ASSIGNED, "appointed", "announced"})
_OF_COMMUNE, _SECRETARIAT = 3, "secretariat"
_BOARDS = frozenset({"members-council", "board-of-directors"})
_OF_STATE_FIRM, _DIRECTS_FIRM = "members-council", "general-director"
"""Whoever chairs the members' council of a firm of the state does not direct it, too."""
_STANDING = "standing-"
_BY_VERB, _TOLD_BESIDE = ("verb", "fronted"), ("post-after-name", "post-before-name")
_COUNCIL = "peoples-council"
_GRASSROOTS, _COMMAND = "grassroots-party-committee", "local-military-command"
"""Blocks of agencies had full-time secretaries; in a commune the lead of the party is commissar, too."""


def label(organization: Organization | None) -> str:
    """The name of an organisation, empty for none."""
    return organization.label if organization is not None else ""


def alike(one: Position, other: Position) -> bool:
    """Whether two posts are at the same organisation, in whatever case it is written."""
    return fold(label(one.organization)) == fold(label(other.organization))


def succeeded(
    position: Position, rows: Sequence[Position], taken: Sequence[Position], lexicon: Lexicon
) -> Position:
    """A post that the person's new one plainly takes the place of has ended.

    That is another title at the same organisation (its deputy's too), the lead of another party committee,
    or the office told beside the name of one who is appointed or transferred to another office.
    """
    held = position.status in (Status.CURRENT, Status.APPOINTED) and position.rule != "now"
    if not held or is_seat(position):
        return position
    if position.status is Status.APPOINTED:
        risen = any(_rose(position, other) for other in rows)
        return replace(position, status=Status.FORMER) if risen else position
    new = [p for p in rows if p.person == position.person and was_taken(p) and not is_seat(p)]
    new = [p for p in new if not _acts_for(p, position)]
    told = [p for p in taken if any(p.role == n.role and p.person == n.person and alike(p, n) for n in new)]
    ends = [other for other in new if _replaces(other, position, lexicon)]
    ends += [other for other in told if _takes_away(other, position, lexicon)]
    if not ends:
        gone = any(_moved_on(position, other, lexicon) for other in new)
        return replace(position, status=Status.FORMER) if gone else position
    news = any(other.status is Status.APPOINTED for other in ends)
    return replace(position, status=Status.ENDED if news else Status.FORMER)


def vacated(
    position: Position, rows: Sequence[Position], bodies: Bodies, lexicon: Lexicon
) -> Position:
    """A post that one person at a time holds has ended where the article appoints somebody else to it.

    It is over where somebody else is told to hold it now, whoever was once appointed to it.
    """
    open_ = position.status in (Status.CURRENT, Status.APPOINTED) and position.rule != "now"
    if not open_ or position.acting:
        return position
    assert position.organization is not None
    concept = position.role_concept
    alone = concept is not None and lexicon.concept("role", concept).one("seats") == "1"
    if not alone or not bodies.is_complete(position.organization):
        return position
    others = [
        other
        for other in rows
        if other.person != position.person
        and not other.acting
        and other.role == position.role
        and alike(other, position)
    ]
    if any(other.rule == "now" and other.status is Status.CURRENT for other in others):
        return replace(position, status=Status.FORMER)
    gone = any(other.status is Status.APPOINTED and other.rule != "career" for other in others)
    ended = gone and position.status is Status.CURRENT
    return replace(position, status=Status.ENDED) if ended else position


def told_as_former(position: Position, rows: Sequence[Position]) -> Position:
    """A post at a firm that is told as former at its board (``nguyên Chủ tịch HĐQT X … là Chủ tịch X``)."""
    if position.status is not Status.CURRENT or position.rule == "now" or is_seat(position):
        return position
    whole = fold(label(position.organization))
    gone = any(
        other.person == position.person
        and other.role == position.role
        and other.status is Status.FORMER
        and other.rule != "career"
        and fold(label(other.organization)).endswith(f" {whole}")
        for other in rows
    )
    return replace(position, status=Status.FORMER) if gone else position


def risen(position: Position, rows: Sequence[Position]) -> Position:
    """A deputy's post that a verb tells is over where its holder leads the office (``làm Phó ban, rồi``)."""
    told = position.rule in _BY_VERB and position.status is Status.CURRENT
    over = told and any(_rose(position, other) for other in rows)
    return replace(position, status=Status.FORMER) if over else position


def over_together(position: Position, rows: Sequence[Position], claims: Sequence[Position]) -> Position:
    """The lead of a unit's council or people's committee, over with that of the party told beside it.

    ``cựu Bí thư Huyện ủy X … ông A, Bí thư Huyện ủy, Chủ tịch HĐND huyện X, bị kỷ luật``.
    """
    if position.status is not Status.CURRENT or position.rule not in _TOLD_BESIDE or is_seat(position):
        return position
    gone = [
        row
        for row in rows
        if row.person == position.person and row.status is Status.FORMER and row.rule in _TOLD_BESIDE
    ]
    beside = [c for c in claims if c.person == position.person and _beside(c, position)]
    for row in gone:
        same = any(c.role == row.role and alike(c, row) and c.status is Status.CURRENT for c in beside)
        if same and _of_one_unit(row, position):
            return replace(position, status=Status.FORMER)
    return position


def _of_one_unit(one: Position, other: Position) -> bool:
    first, second = one.organization, other.organization
    if first is None or second is None or first.unit is None or second.unit is None:
        return False
    return first.unit.full_name == second.unit.full_name and first.parent is second.parent is None


def left_with_deputies(position: Position, rows: Sequence[Position]) -> Position:
    """A standing deputy's post, over where the article tells that its holder left that of a deputy."""
    concept = position.role_concept or ""
    plain = concept.removeprefix(_STANDING)
    if position.status is not Status.CURRENT or plain == concept:
        return position
    gone = any(
        other.person == position.person
        and other.role_concept == plain
        and other.status is Status.ENDED
        and alike(other, position)
        for other in rows
    )
    return replace(position, status=Status.ENDED) if gone else position


def _acts_for(new: Position, old: Position) -> bool:
    """Whether a deputy only leads the office for a time (``Phó Chủ tịch A được giao quyền Chủ tịch``)."""
    led = _deputy(old) and office(old.role_concept or "") == new.role_concept
    return new.acting and led and alike(new, old)


def was_taken(position: Position) -> bool:
    """Whether the text tells how a post that is held was taken, lately or long ago."""
    if position.status is Status.APPOINTED:
        return True
    steps = any(step.event is not None for step in position.steps)
    return position.status is Status.CURRENT and (position.event is not None or steps)


def _rose(position: Position, other: Position) -> bool:
    """Whether the other post is the lead of the office where the person was appointed deputy before."""
    if position.role_concept is None or other.role_concept is None or position.person != other.person:
        return False
    held = other.status in (Status.CURRENT, Status.APPOINTED)
    left = position.event_date is None and _beside(other, position)  # made the deputy of an office he led
    return (
        held
        and not left
        and other.role_concept != position.role_concept
        and other.role_concept == office(position.role_concept)
        and alike(other, position)
    )


def _replaces(new: Position, old: Position, lexicon: Lexicon) -> bool:
    """Whether nobody holds both posts."""
    assert new.role_concept is not None
    assert old.role_concept is not None
    once_more = new.role_concept in (old.role_concept, old.role_concept.removeprefix(_STANDING))
    if once_more and alike(new, old):
        return new.acting != old.acting  # who is elected deputy again may be the standing one still
    families = _families(new, old, lexicon)
    if alike(new, old):
        return families in ({"secretary"}, {"chair"}) or office(new.role_concept) == office(
            old.role_concept
        )
    units = families == {"secretary"} and _leads_unit(old) and _leads_unit(new)
    if units and not _of_colleagues(new, lexicon):
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
        chairs = "chair" in families and new.organization.kind in _BOARDS
        directs = old.role_concept == _DIRECTS_FIRM and new.organization.kind == _OF_STATE_FIRM
        return not (chairs and (_deputy(old) or directs))
    if new.event == _ASSIGNED and (_beside_office(new, lexicon) or _of_council(new, old, lexicon)):
        return True
    one, other = new.organization.unit, old.organization.unit
    return "secretary" in families and "chair" in families and (one is None or other is None or one == other)


def _deputy(position: Position) -> bool:
    """Whether the title is that of a deputy."""
    concept = position.role_concept
    return concept is not None and office(concept) != concept


def _beside_office(position: Position, lexicon: Lexicon) -> bool:
    """Whether leaders hold the post beside their office: in its committee, or as a commune's commissar."""
    made = position.organization
    if made is not None and made.kind == _COMMAND:
        return made.level == _OF_COMMUNE
    leads = _families(position, position, lexicon) == {"secretary"}
    return leads and _of_colleagues(position, lexicon)


def _of_council(new: Position, old: Position, lexicon: Lexicon) -> bool:
    """Whether the lead of a board of the people's council is held by somebody of the party's boards."""
    made, kept = new.organization, old.organization
    if made is None or kept is None or made.parent is None or made.parent.kind != _COUNCIL:
        return False
    return lexicon.concept("body", kept.kind).one("side") == "party"


def _of_colleagues(position: Position, lexicon: Lexicon) -> bool:
    """Whether the post is in the committee or branch of an office or of several, not of a unit or block."""
    made = position.organization
    if made is None or lexicon.concept("body", made.kind).one("side") != "party":
        return False
    if made.parent is not None or made.unit is None:
        return True
    block = made.kind == _GRASSROOTS and made.level != _OF_COMMUNE
    return not block and lexicon.committee_of(made.unit).label != made.label


def _moved_on(old: Position, new: Position, lexicon: Lexicon) -> bool:
    """Whether an office whose taking is told with its day is over, as the news is of another one."""
    if new.status is not Status.APPOINTED or new.event not in _TAKES_AWAY:
        return False
    if old.event not in _TAKES_AWAY or old.event_date is None or alike(old, new):
        return False
    families = _families(new, old, lexicon)
    board = label(old.organization).endswith(f" {label(new.organization)}")
    return "secretary" not in families and not board and not _goes_together(new, old, families, lexicon)


def _beside(old: Position, new: Position) -> bool:
    """Whether the old post stands beside the name in the words that tell of the new one."""
    return old.rule in _TOLD_BESIDE and (
        new.evidence.start <= old.evidence.end and old.evidence.start <= new.evidence.end
    )


def _leads_unit(position: Position) -> bool:
    """Whether the post is at the committee of a province or district itself."""
    made = position.organization
    return made is not None and made.unit is not None and made.parent is None and made.level in (1, 2)


def office(concept: str) -> str:
    """The office whose deputy a title is."""
    return concept.removeprefix("standing-").removeprefix("deputy-")


def is_seat(position: Position) -> bool:
    """Whether the post is a seat among many, which goes with any office, or has no known title."""
    concept, made = position.role_concept, position.organization
    if concept == "secretary" and made is not None and made.kind == _SECRETARIAT:
        return True
    return concept is None or concept.endswith(("member", "delegate"))
