"""Who is who: which personas of different articles are one person, with the reasons.

Plain values in and out; where they come from and go to is ``kg.derive``'s concern.
"""

from kg.identity.judgements import (
    Dismissal,
    add_judgement,
    check_reference,
    read_dismissals,
    read_judgements,
    take_back_dismissal,
    take_back_judgement,
    take_back_pair,
)
from kg.identity.model import HeldPost, Identities, IdentityLink, Person, Persona, Reason
from kg.identity.names import known_as
from kg.identity.resolve import Deciding, identify

__all__ = [
    "Deciding",
    "Dismissal",
    "HeldPost",
    "Identities",
    "IdentityLink",
    "Person",
    "Persona",
    "Reason",
    "add_judgement",
    "check_reference",
    "identify",
    "known_as",
    "read_dismissals",
    "read_judgements",
    "take_back_dismissal",
    "take_back_judgement",
    "take_back_pair",
]
