"""The outlet of an article, by what its page says of itself around the text.

Papers and portals of committees often leave out where they are at home (``Tỉnh ủy``, ``UBND huyện``): the
name above the title, the imprint at the foot or the page's address tells it.  What a page says of *other*
sites (a list of links) names several outlets, and then none counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.read.bylines import masthead, outlet_name, owner_name
from kg.read.furniture import patterns

_ADDRESS = re.compile(r"https?://[^\s/]+\.[a-z]{2,}(?:/\S*)?$", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+[|–—-]\s+(?P<outlet>[^|–—]{3,80})$")
_OWNER_ENDS = re.compile(r"\s*(?:[.;|(]|[-–—]\s)|\s+$")
_OWNER_WORDS = range(2, 17)
_LINE_WORDS = 30


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who brings an article, and where."""

    publisher: str | None = None
    url: str | None = None


def outlet(around: Iterable[str]) -> Outlet:
    """Give the outlet that the lines around an article name: by its own name first, then by its owner."""
    lines = [line for line in around if len(line.split()) <= _LINE_WORDS]
    signs = (line for line in lines if line.isupper())  # in small letters it may be a keyword
    publisher = _only(map(masthead, lines)) or _first(map(_owner, lines)) or _only(map(owner_name, signs))
    return Outlet(publisher, _first(line if _ADDRESS.match(line) else None for line in lines))


def _only(names: Iterable[str | None]) -> str | None:
    found = {name.casefold(): name for name in names if name is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def _first(names: Iterable[str | None]) -> str | None:
    return next((name for name in names if name is not None), None)


def parted(title: str, below: Iterable[str] = ()) -> tuple[str, str | None]:
    """Give a page's title without the outlet behind it, and the outlet (``… - Báo Nghệ An``).

    What stands behind a title that is told again without it, ``below``, is the outlet too.
    """
    found = _SUFFIX.search(title)
    if found is None:
        return title, None
    bare = title[: found.start()]
    name = masthead(found["outlet"]) or owner_name(found["outlet"])
    if name is None and bare in below:
        name = outlet_name(found["outlet"])
    return (bare, name) if name is not None else (title, None)


def _owner(line: str) -> str | None:
    """Give whom an imprint names as the owner (``Cơ quan chủ quản: Tỉnh ủy …``, ``© 2024 Báo …``)."""
    cue = patterns().owner.match(line)
    if cue is None:
        return None
    name = _OWNER_ENDS.split(line[cue.end() :], maxsplit=1)[0]
    if outlet_name(name) is not None or (name[:1].isupper() and len(name.split()) in _OWNER_WORDS):
        return name
    return None
