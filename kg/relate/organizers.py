"""Which of the bodies told with the mentions of an event held it."""

from __future__ import annotations

from kg.lexicon import Concept, Lexicon
from kg.mention import Scan
from kg.model import Organization, Unit
from kg.relate.actors import Organizer
from kg.relate.gatherings import EventMention
from kg.relate.host_names import overlap

_ANY_PARTY = "party-organization"
_MINISTRY, _BARE = "ministry", 2
_OF_EVENTS = frozenset({"organization-board"})
"""Boards that every event has."""
_LOCAL = frozenset({"peoples-committee", "peoples-council"})

_DEBATE = "online-talk"
_ASSEMBLY = "national-assembly"
_OF_ASSEMBLY = frozenset({_ASSEMBLY, "assembly-delegation", "national-assembly-committee"})


def debating(concept: Concept, start: int, scan: Scan, lexicon: Lexicon) -> tuple[Organization, ...]:
    """The National Assembly, where it or its delegates are told with a debate, and no council is."""
    if concept.key != _DEBATE:
        return ()
    index = scan.text.sentence_at(start)
    low, high = scan.text.sentences[max(0, index - 1)].start, scan.text.sentences[index].end
    kinds = {body.organization.kind for body in scan.bodies.within(low, high)}
    for role in scan.roles.within(low, high):
        implied = role.concept.one("body")
        kinds.add(lexicon.follow(implied).key if implied is not None else "")
    if "peoples-council" in kinds or kinds.isdisjoint(_OF_ASSEMBLY):
        return ()
    whole = lexicon.concept("body", _ASSEMBLY)
    return (Organization(whole.key, whole.label, level=whole.level),)


def well_known(organization: Organizer, lexicon: Lexicon) -> bool:
    """Whether a name says which organisation it is, not just ``Văn phòng`` or ``Ban Tổ chức``."""
    if isinstance(organization, Unit):
        return True
    if organization.unit is not None or organization.parent is not None or organization.level is not None:
        return True
    label = lexicon.concept("body", organization.kind).label
    if organization.kind in _OF_EVENTS and organization.name == label:
        return False
    return len(organization.name.split()) > _BARE


def who_meets_the_press(organization: Organizer, *, named: bool) -> Organizer:
    """The ministry or committee of whose office the one who answers is, unless the office is said to."""
    whole = organization.parent if isinstance(organization, Organization) else None
    if whole is None or (whole.kind != _MINISTRY and (named or whole.kind not in _LOCAL)):
        return organization
    return whole


def of_same_party(
    organizers: tuple[Organizer, ...], groups: list[list[EventMention]]
) -> tuple[Organizer, ...]:
    """The party organisation of the other meetings where one only says ``Ban Chấp hành Đảng bộ``."""
    if not _vague(organizers):
        return organizers
    told = (m.organizers for group in groups for m in group if not _vague(m.organizers))
    return next((other for other in told if overlap(organizers, other)), organizers)


def _vague(organizers: tuple[Organizer, ...]) -> bool:
    """Whether only some party organisation is told (``hội nghị Ban Chấp hành Đảng bộ lần thứ 5``)."""
    bodies = (o for o in organizers if isinstance(o, Organization))
    return any(body.kind == _ANY_PARTY and body.territory is None for body in bodies)


def organizers_of(mentions: list[EventMention]) -> tuple[Organizer, ...]:
    """The organisers that the words name, bodies before places, else those that they let guess.

    A title tells it last, for it says it shorter, and so do words that only say ``Đảng bộ``.  A place without
    its name (``lãnh đạo huyện``) gives way to a body that is only guessed.
    """
    day = any(m.dated is not None and m.own for m in mentions)
    mentions = sorted(
        mentions,
        key=lambda m: (m.title, _vague(m.organizers), day and m.verb and m.dated is None),
    )
    told = [m.organizers for m in mentions if m.organizers]
    own = [m.organizers for m in mentions if m.own and m.organizers]
    bodies = (o for o in (*own, *told) if isinstance(o[0], Organization))
    if own and (isinstance(own[0][0], Organization) or own[0][0].name):
        return next((o for o in own if isinstance(o[0], Organization)), own[0])
    return next(bodies, told[0] if told else ())
