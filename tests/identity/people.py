"""Personas in a few words, for the tests of who is who."""

from __future__ import annotations

from kg.identity import HeldPost, Persona
from kg.model import Judgement, Verdict

BASE = "https://example.org/"


def post(
    role: str, body: str, place: str = "", *, status: str = "current", leads: bool = False, year: str = ""
) -> HeldPost:
    """A post at a body; ``place`` is written from the lowest unit up: ``commune/district/province``."""
    units = (
        tuple(f"{BASE}unit/{'.'.join(reversed(place.split('/')[n:]))}" for n in range(len(place.split("/"))))
        if place
        else ()
    )
    where = f".{place.split('/')[0]}" if place else ""
    return HeldPost(
        role, role, f"{BASE}organization/{body}{where}_{abs(len(place)) + 10}", body, units,
        len(units) or 0, status, year or None, None, f"{BASE}statement/{role}.{body}.{place}", (), leads,
    )  # fmt: skip


def persona(
    name: str,
    article: str,
    *posts: HeldPost,
    beside: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    published: str | None = None,
    witness: str = "",
) -> Persona:
    """A person as an article names them."""
    home = posts[0].units[0] if posts and posts[0].units else "national" if posts else f"in {article}"
    iri = f"{BASE}persona/{article}/{name.replace(' ', '-')}"
    return Persona(
        iri, name, f"{BASE}article/{article}", article, published, home, posts, beside, places, witness
    )


def judged(verdict: str, left: Persona, right: Persona) -> Judgement:
    """A judgement on two personas."""
    return Judgement(left.reference, right.reference, Verdict(verdict), "tester", "2025-01-01", "read both")
