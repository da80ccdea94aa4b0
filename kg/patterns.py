"""Many words as one regular expression, shaped so that a search runs quickly.

Python's engine tries alternatives one after the other.  Words that share their beginnings are written as a
tree, in which one letter leaves out most of them; and where whole words are looked for in a text, their
first letters stand in front of everything else, for the engine skips to those at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeAlias

_Tree: TypeAlias = "dict[str, _Tree]"
_END = ""


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile what is asked for again with every article: Python keeps only some hundred patterns."""
    return re.compile(pattern)


def one_of(words: Iterable[str]) -> str:
    """Write a group that matches any of these words, a longer one before those that it begins with."""
    return f"(?:{_written(_tree(words))})"


def whole_words(words: Iterable[str], after: str = r"(?!\w)") -> str:
    r"""Write a group that matches any of these words where no letter or digit stands before it.

    ``after`` is what must follow.  Begins with a set of letters, as ``(?<!\w)`` in front of the words would
    not.
    """
    branches = (
        rf"{re.escape(first)}(?<!\w.)(?:{_written(rest)}){after}" for first, rest in _tree(words).items()
    )
    return f"(?:{'|'.join(branches)})"


def _tree(words: Iterable[str]) -> _Tree:
    tree: _Tree = {}
    for word in sorted(words):
        place = tree
        for letter in word:
            place = place.setdefault(letter, {})
        place[_END] = {}
    return tree


def _written(tree: Mapping[str, _Tree]) -> str:
    """Write what may follow; where a word may end here, the longer ones come first."""
    longer = {letter: rest for letter, rest in tree.items() if letter != _END}
    if not longer:
        return ""
    last = [letter for letter, rest in longer.items() if rest.keys() == {_END}]
    branches = [re.escape(letter) + _written(rest) for letter, rest in longer.items() if letter not in last]
    if len(last) > 1:
        branches.append(f"[{''.join(map(re.escape, last))}]")
    else:
        branches.extend(map(re.escape, last))
    if len(branches) == 1 and _END not in tree:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if _END in tree else ''}"
