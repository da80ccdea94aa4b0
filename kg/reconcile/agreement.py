"""How far a thing has the properties that were asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from kg.reconcile.days import days, overlap, within, years_apart
from kg.reconcile.likeness import SAME, name_likeness
from kg.reconcile.model import Entity, Kind, Value, Wish
from kg.reconcile.posts import holds, read_post
from kg.reconcile.properties import PROPERTIES
from kg.reconcile.spelling import Words, spell_out, without_type

_NEAR = 0.9
_PART = 0.8
_OTHER_TYPE = 0.7
_CAREER = 10
_DIGITS = re.compile(r"\d+")


class Agreement(NamedTuple):
    """From 1, it has the property, to 0, it has another one; ``telling`` when that sets it apart."""

    value: float
    telling: bool = False


def agreement(wish: Wish, entity: Entity) -> Agreement | None:
    """Compare a thing with a wish; ``None`` when nothing is known of it."""
    found = [each for value in wish.values if (each := _one(wish.property, value, entity)) is not None]
    return (min if wish.every else max)(found, default=None)


def _one(identifier: str, value: str, entity: Entity) -> Agreement | None:
    if identifier == "date":
        return _date(value, entity)
    known = entity.properties.get(identifier, ())
    if not known:
        return None
    if identifier == "post":
        return _post(value, entity)
    compare = {"number": _numbers, "code": _codes, "kind": _kinds, "unit": _places, "province": _places}
    likeness = compare.get(identifier, _bodies)(value, known)
    return Agreement(likeness, PROPERTIES[identifier].telling and likeness >= SAME)


def _date(value: str, entity: Entity) -> Agreement | None:
    asked = days(value)
    if asked is None or entity.days is None:
        return None
    if entity.kind is Kind.UNIT:
        return Agreement(1.0 if overlap(asked, entity.days) else 0.0)
    apart = years_apart(asked, entity.days)
    if entity.kind is Kind.DOCUMENT:
        same = within(entity.days, asked) or within(asked, entity.days)
        return Agreement(1.0 if same else 0.4 if apart == 0 else 0.0, telling=same)
    return Agreement(1.0 if apart <= 1 else 0.6 if apart <= _CAREER else 0.2)


def _post(value: str, entity: Entity) -> Agreement:
    asked = read_post(value)
    if asked is None:
        return Agreement(_bodies(value, entity.properties["post"]))
    return max((Agreement(*holds(post, asked)) for post in entity.posts), default=Agreement(0.0))


def _numbers(value: str, known: Iterable[Value]) -> float:
    asked = spell_out(value).plain
    return max(same_number(asked, spell_out(each.text).plain) for each in known)


def same_number(asked: Words, known: Words) -> float:
    """Compare numbers of documents: ``06`` may be ``06-NQ/TU``, ``06-NQ/TW`` is not."""
    if asked == known:
        return 1.0
    bare = min(len(asked), len(known)) == 1
    return _PART if bare and asked[:1] == known[:1] and _DIGITS.fullmatch(known[0]) else 0.0


def _codes(value: str, known: Iterable[Value]) -> float:
    asked = value.strip().lower()
    return float(any(asked in each.texts or _plain_code(asked) == _plain_code(each.text) for each in known))


def _plain_code(code: str) -> str:
    return code.lstrip("0")


def _kinds(value: str, known: Iterable[Value]) -> float:
    asked = spell_out(value)
    best = 0.0
    for each in known:
        for text in each.texts:
            label = spell_out(text)
            if asked.plain == label.plain:
                return 1.0
            if _begins(asked.plain, label.plain) or _begins(label.plain, asked.plain):
                best = _PART
    return best


def _places(value: str, known: Iterable[Value]) -> float:
    """Compare units; all parts of ``ward, city, province`` must be there, the last word is the least."""
    parts = [part for part in value.split(",") if spell_out(part).plain]
    known = list(known)
    return min((max(_place(part, each) for each in known) for part in parts), default=0.0)


def _place(value: str, known: Value) -> float:
    if value.strip() == known.iri:
        return 1.0
    asked, best = spell_out(value), 0.0
    for text in known.texts:
        likeness = name_likeness(asked, spell_out(text))
        if likeness >= SAME:
            # A unit is mostly told without its type, or typed without marks.
            best = max(best, 1.0 if likeness > SAME else likeness)
    if not best and _bare(value) in {_bare(text) for text in known.texts}:
        best = _OTHER_TYPE
    return best * (_NEAR if known.near else 1.0)


def _bare(text: str) -> Words:
    return without_type(spell_out(text).folded)[0]


def _bodies(value: str, known: Iterable[Value]) -> float:
    """Compare bodies and titles; one that is named in part, from its head or to its end, agrees in part."""
    best = 0.0
    asked = spell_out(value)
    for each in known:
        if value.strip() == each.iri:
            return 1.0
        for text in each.texts:
            label = spell_out(text)
            likeness = name_likeness(asked, label)
            if likeness >= SAME:
                best = max(best, likeness)
            elif _is_part(asked.plain, label.plain) or _is_part(label.plain, asked.plain):
                best = max(best, _PART)
            else:
                best = max(best, likeness / 2)
    return best


def _begins(whole: Words, part: Words) -> bool:
    return bool(part) and whole[: len(part)] == part


def _is_part(part: Words, whole: Words) -> bool:
    size = len(part)
    return 2 <= size < len(whole) and part in (whole[:size], whole[-size:])
