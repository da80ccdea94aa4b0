"""Whether a title behind a name is another's, who acts: sentences turn from whom they name to another."""

from __future__ import annotations

import re

from kg.relate.listed import WITH
from kg.relate.posts import Post
from kg.relate.ties import Ties

_ADDRESSES = frozenset({"honorific", "rank"})
_OPENS_CLAUSE = re.compile(r"(?:[^PR;]*,)?(w)?R(?:[,&]R)*")
"""`Phát biểu tại đây, R P, R cho biết`: whoever opens the clause with a title and the name acts in it."""
_SPOKEN_TO, _TO = re.compile(r"[^PR]{0,8}d"), 3
_ACCORDING = re.compile(r"w$")
_ANOTHER = re.compile(r"[,w]O?h?P|=")
_DELEGATES, _MEMBER = frozenset({"assembly-delegate", "council-delegate"}), "member"
_APART_FROM, _AND = "apart-from", "and"
_ALL_HIS = re.compile(r",R,R(?:,R)*$")
"""`R P, R, R, R trao quyết định`: several titles behind a titled name are the person's."""
_WHEN, _PURPOSE, _LONG_CLAUSE = "when", "purpose", 5
_TURNED_TO, _PASSIVE = frozenset({"interviews", "regarding", "turns-to", "visits"}), "passive"
_TOWARDS = re.compile(r"[^P,;:()]*[^P,;:()]")
_IN_PAIRS = re.compile(r"(?:^|[^P,&-])(?:RP,){2,}$")
"""`Dự có R P, R P, R X, Y P`: each title of the list stands before its name."""
_BESIDE = re.compile(r"(?:\([^()]*\))?,")


class Turns(Ties):
    """Tells whose a title is that stands behind one name and acts itself."""

    def _new_subject(self, person: int, start: int, end: int) -> bool:
        """`R P, R cho biết`: a person with a title before the name, then a title that speaks for itself.

        So does the title of who speaks or turns to a person (`Giao nhiệm vụ cho P, R nhấn mạnh`, `Thăm gia
        đình P, R hỏi thăm`), and one with a person of its own: `bầu R đối với P, R đối với P`.
        """
        if self._turned_to(person, start, end) or _IN_PAIRS.search(self._codes, 0, start):
            return True
        if self._codes[person - 1 : person] == self._codes[end : end + 1] == "d":
            return self._codes[end + 1 : end + 2] == "P"
        if self._codes[person + 1 : start] != ",":
            return False
        if self._ends_a_clause(person) and self._codes[end : end + 1] == "w":
            return True
        following = self._codes[end : end + 1]
        if self._one_of_others(person) and following in ("w", "s"):
            return True
        if _ACCORDING.fullmatch(self._codes, 0, person):
            return self._told_by(person, end)
        if _SPOKEN_TO.fullmatch(self._codes, 0, person):
            to = self._tokens[person - 1]
            return following == "s" and to.end - to.start == _TO
        if not self._codes[:person].endswith("R") or following not in ("d", "w", "s"):
            return False
        purpose = self._tokens[end].cue
        if purpose is not None and purpose.key == _PURPOSE:
            return False
        if following == "w" and _ALL_HIS.match(self._codes, person + 1, end):
            return False
        if self._opens_clause(person):
            return False
        return following != "s" or not self._goes_on_with(person, start)

    def _told_by(self, person: int, end: int) -> bool:
        """`Theo ông P, R là P`, `Theo ông An, R đã giao`: whether the title is not that of who tells it."""
        if not _ANOTHER.match(self._codes, end):
            return self._person(person).short and self._codes[end : end + 1] in ("w", "s")
        if self._codes[end] == "=":
            return True
        named = self._codes.find("P", end)
        return self._person(person).short and bool(self._person(named).honorific)

    def _turned_to(self, person: int, start: int, end: int) -> bool:
        """`Thăm gia đình bà P, R hỏi thăm`, `Đề cập ông P (Hà Nam), R nói`: whom the sentence begins with."""
        first = self._tokens[0].cue
        if first is None or first.key not in _TURNED_TO or self._codes[end : end + 1] not in ("w", "s"):
            return False
        follows = self._tokens[end].cue
        if follows is not None and follows.key == _PASSIVE:
            return False
        towards = _TOWARDS.fullmatch(self._codes, 0, person) is not None
        return towards and _BESIDE.fullmatch(self._codes, person + 1, start) is not None

    def _ends_a_clause(self, person: int) -> bool:
        """`Khi dân tranh cãi về sách của ông P, R cũng im lặng`: the name ends what was then the case."""
        first = self._tokens[0].cue
        opens = first is not None and first.key == _WHEN and person > _LONG_CLAUSE
        return opens and self._codes[person - 1] == "o"

    def _opens_clause(self, person: int) -> bool:
        """Whether a clause begins with the title and the name, perhaps behind a form of address."""
        opening = _OPENS_CLAUSE.fullmatch(self._codes, 0, person)
        if opening is None or not opening[1]:
            return opening is not None
        cue = self._tokens[opening.start(1)].cue
        return cue is not None and cue.key in _ADDRESSES

    def _one_of_others(self, person: int) -> bool:
        """`Ngoài ông P, R cũng`, `Cùng với ông P, R cũng`: the sentence turns from the first to another."""
        if self._codes[:person] not in ("w", "&"):
            return False
        cue = self._tokens[0].cue
        return cue is not None and cue.key in (WITH, _APART_FROM, _AND)

    def _goes_on_with(self, person: int, start: int) -> bool:
        """`ĐBQH P, R nói`: after a delegate, and as a member or with a former post, nobody else speaks."""
        before, told = self._tokens[person - 1].value, self._tokens[start].value
        assert isinstance(before, Post)
        assert isinstance(told, Post)
        return before.concept.key in _DELEGATES or told.former or told.concept.key == _MEMBER
