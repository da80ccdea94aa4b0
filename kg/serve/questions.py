"""What clients send, as the specification has it; anything else is refused with the reason."""

from __future__ import annotations

from typing import Any, Final, TypeVar

import msgspec
from starlette.exceptions import HTTPException

from kg.reconcile import PROPERTIES, Asked, Kind, Wish

MOST_QUERIES: Final = 500
MOST_CANDIDATES: Final = 100
_MOST_VALUES: Final = 50
_LONGEST: Final = 1000
Value = str | int | float | bool | dict[str, Any] | None
T = TypeVar("T")


class Setting(msgspec.Struct):
    """A property with values, in 0.2."""

    pid: str
    v: Value | list[Value]


class Query(msgspec.Struct):
    """A query of a batch of 0.2."""

    query: str = ""
    type: str | list[str] | None = None
    limit: float | None = None
    properties: list[Setting] | None = None
    type_strict: str | None = None


class Condition(msgspec.Struct):
    """A condition of 1.0."""

    matchType: str  # noqa: N815
    v: Value | list[Value]
    pid: str = ""
    required: bool = False
    matchQuantifier: str = "any"  # noqa: N815


class Conditions(msgspec.Struct):
    """A query of 1.0."""

    conditions: list[Condition]
    type: str | None = None
    limit: float | None = None


class Batch(msgspec.Struct):
    """A batch of 1.0."""

    queries: list[Conditions]


class Column(msgspec.Struct):
    """A property to fetch."""

    id: str


class Extension(msgspec.Struct):
    """A request for the properties of things."""

    ids: list[str]
    properties: list[Column]


def read(text: str | bytes, form: type[T], what: str) -> T:
    """Read JSON of a form; raises HTTPException 400 that says what is wrong with it."""
    try:
        return msgspec.json.decode(text, type=form)
    except (msgspec.MsgspecError, UnicodeError, RecursionError, ValueError) as error:
        raise HTTPException(400, f"{what}: {error}") from error


def batch(text: str) -> dict[str, Asked | None]:
    """Read a batch of 0.2; ``None`` stands for a question that nothing here can answer."""
    queries = read(text, dict[str, Query], "queries")
    _check_size(len(queries))
    return {key: _asked(query, key) for key, query in queries.items()}


def draft_batch(text: bytes) -> list[Asked | None]:
    """Read a batch of the draft of 1.0."""
    queries = read(text, Batch, "queries").queries
    _check_size(len(queries))
    return [_conditions(query) for query in queries]


def _check_size(size: int) -> None:
    if size > MOST_QUERIES:
        raise HTTPException(413, f"{size} queries at once; send at most {MOST_QUERIES}")


def _asked(query: Query, key: str) -> Asked | None:
    if not query.query.strip() and not query.properties:
        raise HTTPException(400, f"queries: {key[:50]}: neither query nor properties; give one of them")
    types = [query.type] if isinstance(query.type, str) else query.type or []
    wishes = [(each.pid, _texts(each.v), False, False) for each in query.properties or ()]
    return _question(query.query, types, wishes, query.limit)


def _conditions(query: Conditions) -> Asked | None:
    names: list[str] = []
    wishes: list[tuple[str, tuple[str, ...], bool, bool]] = []
    for each in query.conditions:
        if each.matchQuantifier not in ("any", "all"):
            raise HTTPException(
                400, f"matchQuantifier: {each.matchQuantifier[:50]}: only any and all are known"
            )
        if each.matchType == "name":
            names += _texts(each.v)
        elif each.matchType == "property":
            wishes.append((each.pid, _texts(each.v), each.matchQuantifier == "all", each.required))
        else:
            raise HTTPException(400, f"matchType: {each.matchType[:50]}: give name or property")
    if not query.conditions:
        raise HTTPException(400, "conditions: none; give one at least")
    return _question(names[0] if names else "", [query.type] if query.type else [], wishes, query.limit)


def _question(
    name: str, types: list[str], wishes: list[tuple[str, tuple[str, ...], bool, bool]], limit: float | None
) -> Asked | None:
    kinds = frozenset(kind for each in types if (kind := kind_of(each)) is not None)
    if types and not kinds:
        return None
    return Asked(name[:_LONGEST], kinds, _wishes(wishes), _limit(limit))


def _wishes(given: list[tuple[str, tuple[str, ...], bool, bool]]) -> tuple[Wish, ...]:
    """Make wishes of the properties that are known; of a property that comes twice every value is meant."""
    made: dict[str, Wish] = {}
    for pid, texts, every, required in given:
        identifier = pid.strip().lower()
        texts = tuple(text for text in texts if text.strip())
        if identifier not in PROPERTIES or not texts:
            continue
        if (before := made.get(identifier)) is not None:
            texts, every = before.values + texts, True
            required = required or before.required
        made[identifier] = Wish(identifier, texts[:_MOST_VALUES], every, required)
    return tuple(made.values())


def _texts(value: Value | list[Value]) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(_text(each)[:_LONGEST] for each in values[:_MOST_VALUES] if each is not None)


def _text(value: Value) -> str:
    """Write a value as text; a thing that was reconciled before is told by its identifier."""
    if isinstance(value, dict):
        identifier = value.get("id") or value.get("name")
        return identifier if isinstance(identifier, str) else ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _limit(limit: float | None) -> int:
    if limit is None:
        return 10
    if not limit >= 1:
        raise HTTPException(400, f"limit: {limit}: give a whole number from 1")
    return int(min(limit, MOST_CANDIDATES))


def kind_of(text: str) -> Kind | None:
    """Give the kind that a type's identifier names."""
    name = text.strip().lower()
    return Kind(name) if name in list(Kind) else None
