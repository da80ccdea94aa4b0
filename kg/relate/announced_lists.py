"""Posts that a sentence with a colon announces, and those who took them, one on each line below.

``HĐND bầu 3 đồng chí giữ chức Phó Chủ tịch UBND tỉnh X, gồm:`` and under it ``Ông A, Giám đốc Sở Y.``
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.mention import PersonMention, Scan
from kg.model import Sentence, Status
from kg.relate.listed import Holding
from kg.relate.posts import Post

_CONSISTS = "consists"
_GIVES = frozenset({"appoints", "elects", "assigns", "appointed", "elected", "assigned"})
_ONLY_SAID = frozenset({"proposed", "candidate", "future", "negation", "revoked", "denied", "asks-to-leave"})
_LEFT = frozenset({"dismisses", "dismissed", "relieves", "retired", "resigned", "ended", "strips"})
_OPENS = re.compile(r"(?:[-–+*•]\s?|\d{1,2}[.)]\s|\(\d{1,2}\)\s|[a-zđ]\)\s)?")
_PARTS = re.compile(r"\s?[,;:(–-]+\s?")
_ENDS = re.compile(r"\)?\s?[.;,]?")
_LEAD_OUT, _ADDRESSED = 30, 12


class AnnouncedLists:
    """Reads such lists of one text, sentence by sentence in text order."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._content = scan.text.content
        self._given: Sequence[Post] = ()

    def holdings(self, sentence: Sentence, posts: Sequence[Post]) -> list[Holding]:
        """The holder that a line names of what was announced; what is announced here waits for its lines."""
        given = self._announces(sentence, posts)
        if given:
            self._given = given
            return []
        if not self._given or not self._opens_line(sentence):
            return []
        person = self._member(sentence, posts)
        if person is None:
            self._given = ()
            return []
        return [Holding(person, post, Status.APPOINTED, "listed") for post in self._given]

    def _opens_line(self, sentence: Sentence) -> bool:
        """Whether a sentence begins a line, perhaps behind its number, and is not that number alone."""
        line = self._content.rfind("\n", 0, sentence.start) + 1
        first = line == sentence.start or _OPENS.fullmatch(self._content, line, sentence.start) is not None
        return first and any(char.isalpha() for char in self._content[sentence.start : sentence.end])

    def _announces(self, sentence: Sentence, posts: Sequence[Post]) -> list[Post]:
        """The posts, each held by several, that a sentence gives to those whom the lines below name."""
        if not posts or not self._content.endswith(":", 0, sentence.end):
            return []
        cues = self._scan.hits_within(sentence.start, posts[-1].start, "cue")
        verb = max((hit.end for hit in cues if hit.concept.key in _GIVES), default=None)
        if verb is None or any(hit.concept.key in _ONLY_SAID | _LEFT for hit in cues):
            return []
        given = [post for post in posts if post.start >= verb]
        last = given[-1].end
        after = self._scan.hits_within(last, sentence.end, "cue")
        tells = sentence.end - last <= _LEAD_OUT and any(hit.concept.key == _CONSISTS for hit in after)
        named = self._scan.people.within(verb, sentence.end)
        several = all(post.concept.one("seats") != "1" and not post.former for post in given)
        return given if tells and several and not named else []

    def _member(self, sentence: Sentence, posts: Sequence[Post]) -> PersonMention | None:
        """The one person of a line that holds but a name and perhaps titles of that person."""
        people = self._scan.people.within(sentence.start, sentence.end)
        if len(people) != 1 or people[0].short:
            return None
        opened = _OPENS.match(self._content, sentence.start)
        gap = people[0].start - (opened.end() if opened is not None else sentence.start)
        if gap and not (people[0].honorific and gap <= _ADDRESSED):
            return None
        if not posts:
            return people[0] if _ENDS.fullmatch(self._content, people[0].end, sentence.end) else None
        titled = _PARTS.fullmatch(self._content, people[0].end, posts[0].start)
        ends = _ENDS.fullmatch(self._content, posts[-1].end, sentence.end)
        return people[0] if titled is not None and ends is not None else None
