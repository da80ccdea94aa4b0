"""Who is who: which personas of different articles are one person, with the reasons.

Plain values in and out; where they come from and go to is ``kg.derive``'s concern.
"""

from kg.identity.judgements import add_judgement, check_reference, read_judgements, take_back_judgement
from kg.identity.model import HeldPost, Identities, IdentityLink, Person, Persona, Reason
from kg.identity.names import known_as
from kg.identity.resolve import identify

__all__ = [
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
    "read_judgements",
    "take_back_judgement",
]
