"""Titles that stand for many or for nobody named: those of guests, which no one listed before holds.

A list of guests names some and counts the rest (``… ông A, Phó Bí thư Đảng ủy; bí thư 71 chi bộ``,
``… cùng bí thư đảng ủy, chủ tịch UBND các xã``): the titles behind the last name are not that person's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Sentence
from kg.relate.phrases import surface
from kg.relate.posts import Post
from kg.relate.wording import alternation

_OPENING = 60


@lru_cache(maxsize=4)
def _several(lexicon: Lexicon) -> re.Pattern[str]:
    """A plural or a number, and what it counts."""
    return re.compile(rf"\s(?:{surface(lexicon, 'cue', 'plural')}|\d{{1,4}})\s[^\W\d]")


@lru_cache(maxsize=4)
def _joined(lexicon: Lexicon) -> re.Pattern[str]:
    """What may stand between the titles of a run."""
    return re.compile(rf"\s?[,/–-]\s?|\s{surface(lexicon, 'cue', 'and')}\s")


@lru_cache(maxsize=4)
def _guests(lexicon: Lexicon) -> re.Pattern[str]:
    """The opening of a list of guests (``Cùng dự có``, ``Tham dự hội nghị có``)."""
    attends = alternation(lexicon, "event-cue", "attends")
    there_is = alternation(lexicon, "event-cue", "there-is")
    return re.compile(rf"{attends}(?:(?:\s[^\s,;:.]+){{0,6}}?\s{there_is})?(?!\w)")


def held_by_one(posts: list[Post], scan: Scan, sentence: Sentence, lexicon: Lexicon) -> list[Post]:
    """The posts of a sentence without those that stand for many, or for somebody without a name."""
    if not posts:
        return posts
    many = set(_of_many(posts, scan, lexicon))
    if ";" in scan.text.content[sentence.start : sentence.end]:
        many.update(_nameless(posts, scan, sentence, lexicon))
    return [post for place, post in enumerate(posts) if place not in many] if many else posts


def _of_many(posts: list[Post], scan: Scan, lexicon: Lexicon) -> Iterator[int]:
    """Titles in lower case that a plural or number follows, with those joined to them before."""
    content, folded = scan.text.content, scan.text.folded
    run = False
    for place in range(len(posts) - 1, -1, -1):
        post = posts[place]
        lower = content[post.start].islower()
        if run and lower:
            run = _joined(lexicon).fullmatch(folded, post.end, posts[place + 1].start) is not None
        else:
            follows = _several(lexicon).match(folded, post.end)
            run = lower and follows is not None and content[follows.end() - 1].islower()
        if run:
            yield place


def _nameless(posts: list[Post], scan: Scan, sentence: Sentence, lexicon: Lexicon) -> Iterator[int]:
    """The titles behind the last one who is named, where a list of guests goes on after semicolons."""
    content = scan.text.content
    opening = min(sentence.end, sentence.start + _OPENING)
    people = scan.people.within(sentence.start, sentence.end)
    if not people or _guests(lexicon).search(scan.text.folded, sentence.start, opening) is None:
        return
    begin = content.find(";", people[-1].end, sentence.end)
    behind = [place for place, post in enumerate(posts) if 0 <= begin < post.start]
    parts = content.count(";", begin, posts[behind[-1]].start) if behind else 0
    for place in behind:
        if parts > 1 or len(people) > 1 or content[posts[place].start].islower():
            yield place
