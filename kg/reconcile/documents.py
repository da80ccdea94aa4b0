"""Documents as users write them: a kind, a number, an issuer, a date, in any order; or a title."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kg.reconcile.likeness import name_likeness
from kg.reconcile.model import Entity
from kg.reconcile.spelling import Spelling, Words, spell_out

_NUMBER: Final = 0.85
_BARE: Final = 0.7
_OTHER_WORDS: Final = 0.6


def document_likeness(asked: Spelling, entity: Entity) -> float:
    """Compare what was asked with a document: by its number and what stands beside it, or by its title."""
    numbers = [spell_out(value.text).plain for value in entity.properties.get("number", ())]
    titles = [spell_out(value.text) for value in entity.properties.get("title", ())]
    labels = [spell_out(name) for name in entity.names]
    by_number = max((_numbered(asked, number, entity) for number in numbers), default=0.0)
    return max(by_number, *(name_likeness(asked, each) for each in (*titles, *labels)))


def _numbered(asked: Spelling, number: Words, entity: Entity) -> float:
    place = _find(asked.plain, number)
    if place is not None:
        rest = asked.plain[:place] + asked.plain[place + len(number) :]
        return _beside(rest, entity)
    bare = number[:1] if number and number[0].isdigit() else ()
    if bare and len(number) > 1 and (place := _find(asked.plain, bare)) is not None:
        follows = asked.plain[place + 1 : place + 2]
        # The bare number is part of another one when the first letters after it are not those of this one.
        return 0.0 if follows and follows != number[1:2] and not follows[0].isalpha() else _BARE
    return 0.0


def _beside(rest: Words, entity: Entity) -> float:
    """Weigh the words beside a number by how many of them the document has in its issuer, kind or date."""
    if not rest:
        return 1.0
    own = set(_words_of(entity))
    share = sum(word in own for word in rest) / len(rest)
    return _NUMBER + (1 - _NUMBER) * share if share >= 0.5 else _OTHER_WORDS


def _words_of(entity: Entity) -> Iterable[str]:
    for identifier in ("issuer", "kind", "date", "unit", "title"):
        for value in entity.properties.get(identifier, ()):
            for text in value.texts:
                for word in spell_out(text).plain:
                    yield word
                    yield word.lstrip("0")


def _find(words: Words, part: Words) -> int | None:
    """Where a run of words stands in others."""
    size = len(part)
    places = range(len(words) - size + 1) if size else range(0)
    return next((n for n in places if words[n : n + size] == part), None)


def numbers_in(asked: Spelling) -> list[str]:
    """The words of a question that may begin a number."""
    return [word for word in asked.plain if word.isdigit()]
