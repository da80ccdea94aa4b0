"""Links across sentences: what one sentence issues carries out what the sentence before it tells.

Four forms are sure enough.  A sentence (or several) that holds nothing but what is to be carried out
(``Thực hiện Kế hoạch số 21 …; Công văn số 197 ….``) stands for the first clause of the next one.  Where a
sentence begins with ``on that basis``, the only document is meant that the one before it tells as issued;
and the only one that it names where a verb of carrying out has no object (``Để hướng dẫn thi hành, …``).
What was just issued carries out what ``this is a step that carries out`` tells.
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
            if words.this_carries_out(lexicon).fullmatch(scan.text.folded, sentence.start, first.start):
                source = just_issued(last[1], sentence.start, scan, lexicon)
                yield from [(source, Relation.IMPLEMENTS, first, "said-after")] if source is not None else []
            meant = _meant(sentence, first, last[1], scan, lexicon)
            targets = [*bases, *([meant] if meant is not None else [])]
            if targets and _issued(sentence, first, scan, lexicon):
                for source in _together(told, scan, lexicon):
                    yield from ((source, Relation.IMPLEMENTS, target, "basis-before") for target in targets)
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


def just_issued(before: Sequence[Placed], low: int, scan: Scan, lexicon: Lexicon) -> Placed | None:
    """The only one of these documents that the sentence which ends at ``low`` tells as issued."""
    last = scan.text.sentence_at(low) - 1
    told = [one for one in before if scan.text.sentence_at(one.start) == last]
    issued = [one for one in told if _issued(scan.sentence(one.start), one, scan, lexicon)]
    if len(issued) != 1:
        return None
    others = [one for one in told if one.series and one.series == issued[0].series]
    listed = (words.adds(lexicon).fullmatch(scan.text.folded, issued[0].stop, one.start) for one in others)
    return issued[0] if not any(listed) else None


def _together(told: Sequence[Placed], scan: Scan, lexicon: Lexicon) -> Iterator[Placed]:
    """The first document of a sentence, those of its kind that ``and`` adds, and what others issue then."""
    folded = scan.text.folded
    yield told[0]
    for left, right in pairwise(told):
        same = left.mention.kind.key == right.mention.kind.key
        added = same and words.conjunction(lexicon).fullmatch(folded, left.stop, right.start)
        if not added and not words.by_the_next(lexicon).fullmatch(folded, left.stop, right.start):
            return
        yield right


def _meant(
    sentence: Sentence, first: Placed, before: Sequence[Placed], scan: Scan, lexicon: Lexicon
) -> Placed | None:
    """The document of the sentence before that this one takes up without naming it."""
    folded = scan.text.folded
    if words.on_that_basis(lexicon).match(folded, sentence.start, first.start) is not None:
        issued = [one for one in before if _issued(scan.sentence(one.start), one, scan, lexicon)]
        return issued[0] if len(issued) == 1 else None
    if words.without_object(lexicon).match(folded, sentence.start, first.start) is not None:
        return before[0] if len({id(one.cited) for one in before}) == 1 else None
    return None
