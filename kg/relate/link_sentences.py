"""Links across sentences: what one sentence issues carries out what the sentence before it tells.

Two forms are sure enough.  A sentence (or several) that holds nothing but what is to be carried out
(``Thực hiện Kế hoạch số 21 …; Công văn số 197 ….``) stands for the first clause of the next one.  And where
a sentence begins with ``on that basis``, the only document that the one before it tells as issued is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Relation, Sentence
from kg.relate import link_words as words
from kg.relate.link_ends import Placed

_MARK = re.compile(r"[-–+•*\s]*")
_BETWEEN = re.compile(r"[\s.;,:…)]*")

Told = tuple[Placed, Relation, Placed, str]


def across(placed: Sequence[Placed], scan: Scan, lexicon: Lexicon) -> Iterator[Told]:
    """The links of an article between documents of two sentences, one of which follows the other."""
    bases: list[Placed] = []
    last: tuple[int, list[Placed]] = (-1, [])
    for index, sentence, told in _by_sentence(placed, scan):
        if index != last[0] + 1:
            bases, last = [], (-1, [])
        if _only_bases(sentence, told, scan, lexicon):
            bases += told
        else:
            first = told[0]
            on_it = words.on_that_basis(lexicon).match(scan.text.folded, sentence.start, first.start)
            meant = _only_issued(last[1], scan, lexicon) if on_it is not None else None
            targets = [*bases, *([meant] if meant is not None else [])]
            if targets and _issued(sentence, first, scan, lexicon):
                yield from ((first, Relation.IMPLEMENTS, target, "basis-before") for target in targets)
            bases = []
        last = (index, told)


def _by_sentence(placed: Sequence[Placed], scan: Scan) -> Iterator[tuple[int, Sentence, list[Placed]]]:
    """The sentences that name documents, with those that stand in the title of none before them."""
    told: list[Placed] = []
    at = -1
    for one in placed:
        index = scan.text.sentence_at(one.start)
        if index != at:
            if told:
                yield at, scan.text.sentences[at], told
            told, at = [], index
        if not told or one.start >= told[-1].stop:
            told.append(one)
    if told:
        yield at, scan.text.sentences[at], told


def _only_bases(sentence: Sentence, told: Sequence[Placed], scan: Scan, lexicon: Lexicon) -> bool:
    """Whether a sentence holds nothing but a verb of carrying out and its documents."""
    content, folded = scan.text.content, scan.text.folded
    mark = _MARK.match(content, sentence.start)
    begin = mark.end() if mark is not None else sentence.start
    opens = words.carrying(lexicon).fullmatch(folded, begin, told[0].start)
    if opens is None or _BETWEEN.fullmatch(content, told[-1].stop, sentence.end) is None:
        return False
    joins = (folded[left.stop : right.start] for left, right in pairwise(told))
    return all(join.strip() == ";" or words.adds(lexicon).fullmatch(join) for join in joins)


def _issued(sentence: Sentence, placed: Placed, scan: Scan, lexicon: Lexicon) -> bool:
    """Whether the verb of issuing stands right before a document."""
    return words.issuing(lexicon).search(scan.text.folded, sentence.start, placed.start) is not None


def _only_issued(told: Sequence[Placed], scan: Scan, lexicon: Lexicon) -> Placed | None:
    """The only document of a sentence, if it tells that it was issued."""
    if len({id(one.cited) for one in told}) != 1:
        return None
    return told[0] if _issued(scan.sentence(told[0].start), told[0], scan, lexicon) else None
