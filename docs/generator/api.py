"""The Python interface from its signatures and docstrings: the public names and what they give back."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import dedent
from typing import Any, get_args

import kg

_NAME = re.compile(r"[A-Za-z_][\w.]*")
_ROLE = re.compile(r":\w+:`~?([^`]*)`")
_LITERAL = re.compile(r"``([^`]*)``")
_CODE = re.compile(r"\.\. code-block:: (\w+)\n\n((?:[ ]{4}.*\n|\n)+)")


@dataclass(frozen=True)
class Entry:
    """A name with its signature and text (Markdown); ``members`` are the methods and fields of a class."""

    name: str
    kind: str
    signature: str
    text: str
    members: tuple[Entry, ...] = ()


def public() -> list[Entry]:
    """Describe what ``from kg import …`` gives."""
    return [_entry(name, getattr(kg, name)) for name in sorted(kg.__all__, key=str.lower) if name[0] != "_"]


def returned() -> list[Entry]:
    """Describe the classes that the public names give back, as their annotations name them."""
    found: dict[str, type] = {}
    for name in sorted(kg.__all__, key=str.lower):
        thing = getattr(kg, name)
        functions = vars(thing).values() if inspect.isclass(thing) else (thing,)
        for function in filter(inspect.isfunction, functions):
            for given in _classes(function):
                if given.__name__ not in kg.__all__:
                    found.setdefault(given.__name__, given)
    return [_entry(name, found[name]) for name in sorted(found)]


def _classes(function: Any) -> Iterator[type]:
    written = function.__annotations__.get("return", "")
    for path in _NAME.findall(str(written)):
        first, *rest = path.split(".")
        thing = function.__globals__.get(first)
        for name in rest:
            thing = getattr(thing, name, None)
        if inspect.isclass(thing) and thing.__module__.startswith("kg."):
            yield thing
            yield from _held(thing)


def _held(thing: type) -> Iterator[type]:
    """Give the classes of what a collection holds: ``Fact`` for ``class Facts(list[Fact])``."""
    for base in getattr(thing, "__orig_bases__", ()):
        yield from (each for each in get_args(base) if inspect.isclass(each))


def described(thing: object) -> str:
    """Give a docstring as Markdown."""
    text = inspect.getdoc(thing) or ""
    text = _CODE.sub(lambda found: f"```{found[1]}\n{dedent(found[2]).strip()}\n```\n", text + "\n")
    return _LITERAL.sub(r"`\1`", _ROLE.sub(r"`\1`", text)).strip()


def _entry(name: str, thing: object) -> Entry:
    if inspect.isclass(thing):
        members = (*_fields(thing), *_methods(thing))
        signature = "" if dataclasses.is_dataclass(thing) or issubclass(thing, Exception) else _signed(thing)
        kind = "exception" if issubclass(thing, Exception) else "class"
        text = "" if (thing.__doc__ or "").startswith(f"{name}(") else described(thing)
        return Entry(name, kind, signature, text, members)
    return Entry(name, "function", _signed(thing), described(thing))


def _fields(thing: type) -> Iterator[Entry]:
    if dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            yield Entry(field.name, "field", f": {field.type}", "")


def _methods(thing: type) -> Iterator[Entry]:
    for name, value in vars(thing).items():
        if name.startswith("_"):
            continue
        if isinstance(value, property):
            yield Entry(name, "property", "", described(value))
        elif inspect.isfunction(value):
            yield Entry(name, "method", _signed(value), described(value))


def _signed(thing: object) -> str:
    try:
        written = str(inspect.signature(thing))  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return ""
    return written.replace("'", "").replace("self, ", "").replace("(self)", "()")
