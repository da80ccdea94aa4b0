"""Posts as users write them: the role first, then what tells the body."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kg.lexicon import lexicon
from kg.reconcile.model import Post
from kg.reconcile.spelling import Spelling, Words, spell_out, without_type

_BEFORE = 2
"""How many words may stand before a role: such as tell that the post is held no longer."""


class PostAsked(NamedTuple):
    """A post as somebody wrote it: the role's key, and the words of the body, if any."""

    role: str
    body: Spelling


@lru_cache(maxsize=1 << 14)
def read_post(text: str) -> PostAsked | None:
    """Read a post; ``None`` when it names no role of the vocabulary."""
    words = spell_out(text)
    for start in range(min(_BEFORE + 1, len(words.plain))):
        left = words.rest(start)
        for size in range(min(len(left.plain), _longest()), 0, -1):
            known = _roles().get(left.folded[:size] if words.marked else left.plain[:size])
            if known is not None:
                role, body = known
                return PostAsked(role, _joined(body, left.rest(size), words.marked))
    return None


def _joined(body: Spelling, rest: Spelling, marked: bool) -> Spelling:
    return Spelling(body.folded + rest.folded, body.plain + rest.plain, marked)


@lru_cache(maxsize=1)
def _roles() -> dict[Words, tuple[str, Spelling]]:
    """Every label of every role, with marks and without, with the role's key and the body that it implies."""
    found: dict[Words, tuple[str, Spelling]] = {}
    for concept in lexicon().scheme("role"):
        general = concept.one("role")
        body = concept.one("body") if general else None
        implied = spell_out(lexicon().follow(body).label) if body else spell_out("")
        key = general.rpartition(":")[2] if general else concept.key
        for label in (*concept.strong, *concept.weak):
            words = spell_out(label)
            for form in (words.plain, words.folded):
                found.setdefault(form, (key, implied))
    return found


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(map(len, _roles()))


def holds(post: Post, asked: PostAsked) -> tuple[float, bool]:
    """Tell how far a post held is the one asked for, and whether its body agrees, too."""
    if post.role != asked.role:
        return 0.0, False
    if not asked.body.plain:
        return 1.0, False
    if post.organization is None:
        return 0.5, False
    known = spell_out(post.organization.text)
    own, theirs = (asked.body.folded, known.folded) if asked.body.marked else (asked.body.plain, known.plain)
    lacking = set(without_type(own)[0]) - set(theirs)
    return (0.3, False) if lacking else (1.0, _names_place(own, theirs))


def _names_place(asked: Words, known: Words) -> bool:
    """Tell whether the words asked for reach to the last of the body's name, which tells its place."""
    return bool(asked) and bool(known) and asked[-1] == known[-1]
