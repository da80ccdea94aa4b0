"""Which groups of mentions are worth comparing: same number, same congress, or rare words in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product

from kg.identity.document_features import Mention, words

_RAREST = 4
#: So many titles may have a word by which others are sought.
WIDEST = 200
_NUMBERED = "numbered"


@dataclass(eq=False, slots=True)
class Node:
    """Mentions that tell the same of a document; ``alike`` is one of them without its article."""

    alike: Mention
    members: list[Mention]


@dataclass(eq=False, slots=True)
class Group:
    """Nodes that are one document, so far."""

    nodes: list[Node]

    @property
    def members(self) -> list[Mention]:
        """All mentions of the group."""
        return [mention for node in self.nodes for mention in node.members]

    @property
    def articles(self) -> int:
        """In how many articles it is mentioned."""
        return len({mention.identifier for mention in self.members})


def shared_words(title: str, count: Callable[[str], int]) -> list[str]:
    """Give the rarest words of a title, by which others are sought; what many titles have tells little."""
    counted = sorted((count(word), word) for word in words(title))
    return [word for times, word in counted[:_RAREST] if times <= WIDEST]


class _Block:
    """Groups that share a key, and which of them can be one: all that are ``open`` with any, others by label.

    What bears a number is never one with what bears another, nor with the same number of another series:
    of the thousands that share a number, or a title, few need to be compared.
    """

    def __init__(self, key: tuple[str, ...]) -> None:
        self._kind = key[0]
        self._open: list[tuple[int, Group]] = []
        self._by_label: dict[str, list[tuple[int, Group]]] = defaultdict(list)
        self.size = 0

    def add(self, group: Group) -> None:
        """Take a group; they come in their order."""
        label = self._label(group)
        (self._open if label is None else self._by_label[label]).append((self.size, group))
        self.size += 1

    def _label(self, group: Group) -> str | None:
        labels = {self._label_of(node.alike) for node in group.nodes}
        return next(iter(labels)) if len(labels) == 1 else None

    def _label_of(self, mention: Mention) -> str | None:
        if mention.number is None:
            return None
        if self._kind == "number":
            return mention.series if mention.local is not False else None
        return _NUMBERED

    def _meet(self, label: str | None) -> Iterable[tuple[int, Group]]:
        """Give the groups that one of a label may be one with."""
        if label is None:
            return chain(self._open, *self._by_label.values())
        return chain(self._open, self._by_label.get(label, ()) if label != _NUMBERED else ())

    def pairs(self) -> Iterator[tuple[Group, Group]]:
        """Yield the pairs that may be one, the earlier first."""
        yield from ((one, other) for (_, one), (_, other) in combinations(self._open, 2))
        for label, groups in self._by_label.items():
            if label != _NUMBERED:
                yield from ((one, other) for (_, one), (_, other) in combinations(groups, 2))
            for one, other in product(self._open, groups):
                yield (one[1], other[1]) if one[0] < other[0] else (other[1], one[1])

    def near(self, group: Group) -> Iterator[Group]:
        """Yield the groups that one may be one with."""
        return (other for _, other in self._meet(self._label(group)))


Blocks = dict[tuple[str, ...], _Block]


class Index:
    """Finds the groups worth comparing: same number, same congress, or rare words shared."""

    def __init__(self, nodes: Sequence[Node], count: Callable[[str], int]) -> None:
        self._keys = {id(node): _keys(node.alike, count) for node in nodes}

    def blocks(self, groups: Iterable[Group]) -> Blocks:
        """Sort groups by what they share."""
        blocks: Blocks = {}
        for group in groups:
            for key in sorted({key for node in group.nodes for key in self._keys[id(node)]}):
                blocks.setdefault(key, _Block(key)).add(group)
        return blocks

    def pairs(self, groups: Sequence[Group]) -> Iterator[tuple[Group, Group]]:
        """Yield each pair that shares a key and may be one, once."""
        seen: set[tuple[int, int]] = set()
        for block in self.blocks(groups).values():
            for one, other in block.pairs():
                pair = (min(id(one), id(other)), max(id(one), id(other)))
                if pair not in seen:
                    seen.add(pair)
                    yield one, other

    def near(self, group: Group, blocks: Blocks) -> list[Group]:
        """List the groups of blocks that share a key with a group and may be one with it."""
        keys = {key for node in group.nodes for key in self._keys[id(node)]}
        found = {id(d): d for key in sorted(keys) if key in blocks for d in blocks[key].near(group)}
        return list(found.values())


def _keys(mention: Mention, count: Callable[[str], int]) -> set[tuple[str, ...]]:
    shared = {("word", word) for word in shared_words(mention.title, count)}
    return shared | set(whole_keys(mention))


def whole_keys(mention: Mention) -> Iterator[tuple[str, ...]]:
    """Give what else others are sought by: the number, the congress, all words of the title."""
    if mention.number is not None:
        yield "number", mention.number.serial
    if mention.congress is not None:
        yield "congress", mention.series or "", str(mention.congress)
    if mention.title:
        yield "title", *sorted(words(mention.title))
