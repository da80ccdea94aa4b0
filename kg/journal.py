"""What a store was built from: for each article's graph, a key of its content and of the program.

The journal is a text file in the store's folder, one line a graph, later lines count.  A line is written
after the graph is in the store, so that a killed run builds at most a batch again.  A line that was cut off
is passed over.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from kg.model import Article, Judgement
from kg.resources import data_dir

FILE = "built.tsv"
_LINE = re.compile(r"([0-9a-f]{32})\t(\S+)")
_DERIVED = "derived"
_CHANGING = "changing"
_GONE = "0" * 32


@cache
def program() -> str:
    """Give a digest of all that decides what an article becomes: code, vocabulary, the data of units."""
    digest = hashlib.blake2b(digest_size=16)
    package = Path(__file__).parent
    for folder, pattern in ((package, "**/*.py"), (data_dir("ontology"), "*.ttl")):
        for path in sorted(folder.glob(pattern)):
            digest.update(path.name.encode())
            digest.update(hashlib.blake2b(path.read_bytes()).digest())
    try:
        digest.update(version("vietnamadminunits").encode())
    except PackageNotFoundError:
        digest.update(b"?")
    return digest.hexdigest()


def key(article: Article, model: str = "") -> str:
    """Give a key of all that an article's graph depends on; where it was read from plays no part.

    ``model`` is the name of the language model that proposes, if one does.
    """
    content = msgspec.json.encode(replace(article, source=None))
    return hashlib.blake2b(program().encode() + model.encode() + content, digest_size=16).hexdigest()


def _derived_key(judgements: Sequence[Judgement]) -> str:
    content = msgspec.json.encode(judgements)
    return hashlib.blake2b(program().encode() + content, digest_size=16).hexdigest()


class Journal:
    """The journal of a store; ``done`` maps the graphs to their keys."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self.done: dict[str, str] = {}
        if self._path.is_file():
            for line in self._path.read_text("utf-8", "replace").splitlines():
                if found := _LINE.fullmatch(line):
                    self.done.pop(found[2], None)
                    self.done[found[2]] = found[1]

    def add(self, keys: Mapping[str, str]) -> None:
        """Note graphs that are now in the store."""
        with self._path.open("a", encoding="utf-8") as file:
            file.writelines(f"\n{digest}\t{graph}\n" for graph, digest in keys.items())
        for graph, digest in keys.items():
            self.done.pop(graph, None)
            self.done[graph] = digest

    def reopen(self) -> None:
        """Note that the store is about to change: what holds across articles is out of date from now on.

        Written before the change, so that a run that is killed in between leaves no mark of being done.
        """
        self.add({_CHANGING: _GONE})

    def forget(self, graph: str) -> None:
        """Note that an article's graph is about to go."""
        self.add({graph: _GONE, _CHANGING: _GONE})

    def derived(self, judgements: Sequence[Judgement] = ()) -> bool:
        """Tell whether what holds across articles was computed with these, after the last article came in."""
        return bool(self.done) and list(self.done.items())[-1] == (_DERIVED, _derived_key(judgements))

    def add_derived(self, judgements: Sequence[Judgement] = ()) -> None:
        """Note that it has been computed, and write the journal anew without what is out of date."""
        self.done.pop(_DERIVED, None)
        self.done.pop(_CHANGING, None)
        self.done = {graph: digest for graph, digest in self.done.items() if digest != _GONE}
        self.done[_DERIVED] = _derived_key(judgements)
        draft = self._path.with_suffix(".new")
        draft.write_text("".join(f"{d}\t{g}\n" for g, d in self.done.items()), encoding="utf-8")
        draft.replace(self._path)
