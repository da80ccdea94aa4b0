"""Posts that a list or table tells apart from the names: a title as heading, a name and a title on lines.

``Bí thư Đảng ủy xã X`` and under it ``1. Lê Văn A: từ năm 1990 đến năm 1995``; a table whose cells came
out as lines: ``Lê Văn A``, ``Chủ tịch HĐND huyện``, ``30``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from kg.mention import PersonMention, Scan
from kg.model import Sentence, Status
from kg.relate.announced_lists import AnnouncedLists
from kg.relate.listed import Holding
from kg.relate.posts import Post
from kg.relate.service import spanned

_NUMBER = re.compile(r"(?:(?:[IVX]{1,4}|\d{1,3})[.)/-]?\s)?")
_CLOSES = re.compile(r"\s?[:.]?")
_BETWEEN = re.compile(r"\s?[,;–-]\s?")
_ADDRESSED = 12
_APART = 8
"""So many lines at most lie between two names of a table with a line for every cell."""


class Tables:
    """Reads the headings and lines of one text, sentence by sentence in text order."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._content = scan.text.content
        self._heading: Post | None = None
        self._announced = AnnouncedLists(scan)

    def holdings(self, sentence: Sentence, posts: Sequence[Post]) -> list[Holding]:
        """Who holds what a sentence above announces, or the post of a heading, or the titles of a line."""
        return [*self._announced.holdings(sentence, posts), *self._told(sentence, posts)]

    def _told(self, sentence: Sentence, posts: Sequence[Post]) -> list[Holding]:
        """Who holds the post of the heading above, or the titles of this line, by the line before."""
        if posts:
            alone = self._titles_alone(sentence, posts)
            heads = alone and len(posts) == 1 and posts[0].organization is not None
            self._heading = posts[0] if heads else None
            person = self._rows.get(sentence.start) if alone else None
            return [_held(person, post, "post-after-name") for post in posts] if person is not None else []
        heading = self._heading
        if heading is None or not any(c.isalpha() for c in self._content[sentence.start : sentence.end]):
            return []
        person = self._first(sentence)
        if person is None or spanned(self._scan, person.end, sentence.end) is None:
            self._heading = None
            return []
        return [_held(person, replace(heading, start=person.start, end=person.end), "listed")]

    @cached_property
    def _rows(self) -> dict[int, PersonMention]:
        """Where the line behind a name alone begins, in a table of several such names."""
        sentences = self._scan.text.sentences
        found: list[tuple[int, PersonMention]] = []
        for person in self._scan.people:
            place = self._scan.text.sentence_at(person.start)
            line = sentences[place]
            if place + 1 < len(sentences) and self._first(line) is person and self._ends(person.end, line):
                found.append((place, person))
        near = {i for (i, _), (j, _) in pairwise(found) if j - i <= _APART}
        near |= {j for (i, _), (j, _) in pairwise(found) if j - i <= _APART}
        return {sentences[place + 1].start: person for place, person in found if place in near}

    def _first(self, sentence: Sentence) -> PersonMention | None:
        """The one person of a line, whose full name it begins with, behind a number and a form of address."""
        people = self._scan.people.within(sentence.start, sentence.end)
        if len(people) != 1 or people[0].short:
            return None
        begin = _NUMBER.match(self._content, sentence.start)
        gap = people[0].start - (begin.end() if begin is not None else sentence.start)
        return people[0] if gap == 0 or (people[0].honorific and gap <= _ADDRESSED) else None

    def _titles_alone(self, sentence: Sentence, posts: Sequence[Post]) -> bool:
        """Whether a line is nothing but titles."""
        begin = _NUMBER.match(self._content, sentence.start)
        if posts[0].start != (begin.end() if begin is not None else sentence.start):
            return False
        joined = all(_BETWEEN.fullmatch(self._content, a.end, b.start) for a, b in pairwise(posts))
        return joined and self._ends(posts[-1].end, sentence)

    def _ends(self, end: int, sentence: Sentence) -> bool:
        return _CLOSES.fullmatch(self._content, end, sentence.end) is not None


def _held(person: PersonMention, post: Post, rule: str) -> Holding:
    return Holding(person, post, Status.FORMER if post.former else Status.CURRENT, rule)
