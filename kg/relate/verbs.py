"""What verbs say of posts: taken, held, left or only proposed (see :mod:`kg.relate.codes`)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.mention import PersonMention
from kg.model import Status
from kg.relate.codes import Token
from kg.relate.posts import Post

_BRACKETED = r"\(R(?:[,&]R)*\)"
_ASIDE = rf"(?:\([w,-]*\)|{_BRACKETED})?"
GROUP = re.compile(rf"R(?:{_ASIDE}[,;&+=n-]{{1,3}}R)*(?:{_BRACKETED})?")
"""Titles that stand together."""
_ASSIGNED, _WITHDRAWS = "assigned", "withdraws"
_PASSIVE, _LET_GO = "passive", re.compile(r"w(?:R(?:[,&]R)*)?P(?:,R(?:[,&]R)*)?,?w{0,6}(e)(?![gn]*R)")
"""`P, R được P, R ký quyết định cho nghỉ hưu`."""
_CONSIDERED = re.compile(r"(?:x[wkd]{0,12}|l[wRd]{0,6})$")
_ASKED = re.compile(r"x[wk]{0,10}$")
_DISMISSING = re.compile(r"E[gn]{0,2}O?$|(?:^|[;,])[^P;]*e[gn]{1,2}O?$|^e$")
_ELECTED = re.compile(r"[bB][^PR;:]*n[^PR;:]*:(?:O?P[,-]R(?:[,&]R)*[;,])*$")
_OF_KIN = re.compile(r"K[^PR,)]*$")
"""Somebody's kin, told without a name, takes the post (``bổ nhiệm vợ làm trưởng khoa``)."""
_LEFT_IN_OFFICE = re.compile(r"(?:\(w{1,2}\))?(?:\(|[),-]*)[wo]{0,4}k?([er])(?![^;P]*(?<!o)R)(f?)")
_RETIRING = re.compile(r"(e)(?=[nw,-]{0,30}d[Oh]?:?(?:P[,-]R(?:[,&]R)*[;,&]{1,2}O?)*$)(f?)")
"""`quyết định nghỉ hưu từ ngày … đối với P, R và P, R`."""
_RETIRING_TOO = re.compile(r"(e)(?=[wo]{1,3}O?:?(?:P[,-]R(?:[,&]R)*[;,&]{1,2}O?)*$)(f?)")
_OPENS = re.compile(r"[&w]{0,3}")
"""`Cùng nhận quyết định nghỉ hưu còn có P, R; P, R`."""
_NEXT_CLAUSE = re.compile(r",w{3}")
"""`Khi P nghỉ hưu, Bộ X còn hai R`: what is told next is no post of who retires."""
_OTHERS_LEAVE = re.compile(r"Ow{0,3}$")
"""`P, R công bố danh sách các sĩ quan được điều động`: those who have no names leave."""
_MOVED = re.compile(r"[^;P]*R")
_MORE_CLOSELY = re.compile(r"(b)n?R(?:[,&]R)*,w{2}$")
_INTENDED = re.compile(r"xw{0,2}$")
_PLANNED = re.compile(r"xw{0,2}[rb]O?P(?:[,(-]+R(?:[,&]R)*[,)-]?)?[^;PR]*[br]$")
"""`dự kiến điều động P, R, bầu làm R`: nothing of it has been done."""
_ONLY_PROPOSED = re.compile(r"x[wdR]{0,5}b?[br]$")
_RELEASED = re.compile(
    r"(?:([eE])(?=(?:f[nw&-]{0,14}|[nw]{0,4})d[Oh]?:?(?:P[,-]R(?:[,&]R)*[;,&]{1,2}O?)*$)|(Q)(?=[&BQ,O]{0,4}$))(f?)"
)
_NO_OBJECT, _IN_ADDITION = re.compile(r"w{1,3},"), re.compile(r"&wB[^PR]*R,")
"""`Với việc điều động trên, …`; `Với việc bầu thêm hai R, Bộ X có 5 R`."""
_SECOND_POST = re.compile(r"P[,(-]R(?:[,&]R)*[,)]?[gn]+(?:R(?:[,&]R)*[,&]{1,2}[gn]+)?$")
"""`P, R giữ chức R`, `P, R tham gia R, R, giữ chức R`: whoever is told with a post takes another one."""
_TAKES = re.compile(r"[gn][^RP;]*R")
_TOLD_TO_LEAVE = re.compile(r"[^;P]*e[gn]*R[^;P]*;")
"""`điều động P, R, thôi giữ chức R; …`: which of the posts are left is told one by one."""
_LEFT_AT_ALL, _DELEGATION = re.compile(r"[^;P]*e[gn]*R"), "head-of-delegation"
"""`điều động P, trưởng đoàn X, thôi giữ chức R, giữ chức R`: who leads deputies goes on."""
_TRANSFER = re.compile(r"[r][^RP;]*[gn=][^RP;]*R")
_TRANSFERRED = re.compile(r"[rQ][^RP;]*$")
_WAS = re.compile(r"v|DP|V[^;P]*,[^;P]*P|PV[^;PR]*=")
_AFTERWARDS = re.compile(r"wgn?$")
"""`P làm R, sau đó làm R`: one step of a career after the other."""
_TOLD_THEN = re.compile(r"R[^PR]*=[^PR]*$")
_WAS_TAKEN = re.compile(r"(?:v[^;]*|V[^;P]*,[^;P]*|D)P[^P;R]*g[^P;R]*$")
IS_NOW = "is-now"
_NOW, _PURPOSE, _IN_DOING, _UNTIL = IS_NOW, "purpose", "in-doing", "until"
_SEQUEL = "sequel"
_BEFORE_TAKING = re.compile(
    r"V[^;P]*[br][^;P]*R(?:[^;P]*R)?[^;PR]*,P(?:\([^()]*\))?[^PRbextrN;]*=[^PRbextrN;]*(?:R[,&;].*)?$"
)
"""`Trước khi được Ban Thường vụ bầu giữ chức R, P là R`: what one was before somebody gave a post."""
_APPOINTS, _PASSIVE, _BY = "appoints", "passive", "by"
_AGAIN, _THEN = "re-elected", "at-that-time"
_WHEN = frozenset({"when", "moment"})
_AT_A_TIME = frozenset({"moment", "at-that-time"})
_BOTH_THEN = re.compile(r"[w,]{0,3}P[^PR,;]*[g=][^PR,;]*R[^PR;]*,[^PR;]*P[^PR;]*[g=][^PR;]*")
"""`Khi P là R, P là R`: what the other was then, too."""
_SINCE_THEN = re.compile(r"tw?g?n?R[^PR]*=[^PR]*R[^PR]*g[nw]?$")
"""`P, người từng giữ chức R, hiện là R, giữ chức R`: the last post is none of those held in the past."""
_ELECTED_AGAIN = re.compile(r"[),-]*w{0,4}(b)(?![^;P]*R)")
_RETIRED, _REVOKES = "retired", "revokes"
_GONE = frozenset({_RETIRED, "dies", "resigned"})
_HELD = r"P[nw]{0,2}[g=][gnw]{0,2}"
_ALL_BEFORE = re.compile(rf"c[gn]*R(?:[,&]R)*,(?:{_HELD}R(?:[,&]R)*[;,&]{{1,2}})+{_HELD}")
BEFORE_HOLDING, BEFORE_OFFICE, IN_OFFICE = "before-holding", "before-office", "in-office"
"""Cues for the time before an office is held or taken, and while it was held."""


@dataclass(frozen=True, slots=True)
class Release:
    """A verb that says that posts have ended; ``party``: those in the party alone; ``moved``: no seats."""

    step: str | None
    party: bool
    moved: bool = False

    def ends(self, post: Post) -> bool:
        """Whether the post is one of those that have ended."""
        seat = post.concept.key.endswith("member")
        return (post.party or not self.party) and not (self.moved and seat)


@dataclass(frozen=True, slots=True)
class Told:
    """What a verb says of the posts after it.

    ``weak`` where one who held them then may hold them still, ``again`` where one is elected once more.
    """

    status: Status
    step: str | None = None
    weak: bool = False
    again: bool = False


class Verbs:
    """The verbs of one sentence's tokens.

    ``announced`` says that the sentence tells in detail of the appointments that the one before announced.
    """

    def __init__(self, tokens: list[Token], *, announced: bool) -> None:
        self._tokens = tokens
        self._announced = announced
        self._codes = "".join(t.code for t in tokens)

    def beside(self, person: int, start: int, post: Post) -> Told:
        """What becomes of a post told after the name: left for another one, just taken, or held."""
        again = self._again(start)
        if again is not None and not post.concept.key.endswith("member"):
            return again
        if self._leaves(person, start, post):
            return Told(Status.ENDED)
        if self._codes[start - 1] == "=":
            low = self._clause_start(person)
            if self._when(low, self._codes[low:start]):
                return Told(Status.FORMER, weak=True)
            before = self._before_holding(low, start) and not self.is_now(start - 1)
            if before or self._was(person, start):
                return Told(Status.FORMER)
            closely = self._one_of_them(low, person)
            if closely is not None:
                return closely
        elected = _ELECTED.search(self._codes, 0, person)
        if elected is not None and "x" not in self._codes[: elected.start()]:
            return Told(Status.APPOINTED, step_of(self._tokens[elected.start()]))
        return Told(Status.CURRENT)

    def _one_of_them(self, low: int, person: int) -> Told | None:
        """`P, P được bầu làm R, trong đó P là R`: what is said more closely of one who was just elected."""
        found = _MORE_CLOSELY.search(self._codes, low, person)
        if found is None:
            return None
        told = (token.value for token in reversed(self._tokens[low : person + 1]))
        name, *others = (value.name for value in told if isinstance(value, PersonMention))
        return Told(Status.APPOINTED, step_of(self._tokens[found.start(1)])) if name in others else None

    def released(self, person: int, start: int) -> Release | None:
        """Whether the person has left the posts beside the name, by a verb without a post of its own.

        ``P, R nghỉ hưu``; ``cách chức đối với P, R``; with the party alone: ``cách chức trong Đảng``.
        """
        if self._codes[:person].endswith("K"):
            return None
        group = GROUP.match(self._codes, start)
        end = group.end() if group is not None else start
        by = end < len(self._tokens) and self.passive(end)
        let_go = _LET_GO.match(self._codes, end) if by else None
        if let_go is not None:
            return Release(step_of(self._tokens[let_go.start(1)]), False)
        match = _LEFT_IN_OFFICE.match(self._codes, end)
        if match is not None and person and self.passive(person - 1):
            return None  # by whom somebody is released
        if match is not None:
            cue = self._tokens[match.start(1)].cue
            if cue is not None and cue.key == _WITHDRAWS:
                return None
            step = step_of(self._tokens[match.start(1)])
            return Release(step, bool(match.group(2)), match.group(1) == "r")
        match = _RELEASED.search(self._codes, 0, person) or self._retiring(person)
        if (
            match is None
            or self._named_in(self._clause_start(person), match.start(), _REVOKES)
            or _MOVED.match(self._codes, end)
            or _CONSIDERED.search(self._codes, 0, match.start())
        ):
            return None
        return Release(step_of(self._tokens[match.start()]), match.groups()[-1] == "f")

    def _retiring(self, person: int) -> re.Match[str] | None:
        found = _RETIRING.search(self._codes, 0, person)
        too = _RETIRING_TOO.search(self._codes, 0, person) if found is None else None
        if too is not None and _OPENS.fullmatch(self._codes, 0, too.start()):
            found = too
        return found if found is not None and self._key(found.start()) == _RETIRED else None

    def dismissing(self, start: int) -> Told | None:
        """What a verb right before a title says, whose holder is named after it (``Cách chức R P``)."""
        match = _DISMISSING.search(self._codes, 0, start)
        if match is None:
            return None
        verb = max(self._codes.rfind("E", 0, start), self._codes.rfind("e", 0, start))
        if _CONSIDERED.search(self._codes, 0, verb):
            return None
        return Told(Status.ENDED, step_of(self._tokens[verb]))

    def only_asked(self, verb: int) -> bool:
        """Whether somebody only asks for a dismissal (``đề nghị Ban Bí thư xem xét bãi nhiệm R``)."""
        return _ASKED.search(self._codes, 0, verb) is not None

    def _leaves(self, person: int, start: int, post: Post) -> bool:
        """Whether the sentence transfers the person from this post to another (members stay members)."""
        if post.concept.key.endswith("member"):
            return False
        after = _TRANSFER.search(self._codes, start)
        before = _TRANSFERRED.search(self._codes, 0, person)
        if before is not None and _INTENDED.search(self._codes, 0, before.start()):
            return False
        others = after is not None and _OTHERS_LEAVE.search(self._codes, start, after.start())
        alone = after is not None and not others and "P" not in self._codes[start : after.end()]
        takes = _TAKES.search(self._codes, start) if before is not None else None
        leaving = _LEFT_AT_ALL if post.concept.key.endswith(_DELEGATION) else _TOLD_TO_LEAVE
        told = takes is not None and leaving.match(self._codes, start) is not None
        return bool(alone or (takes is not None and not told))

    def _again(self, start: int) -> Told | None:
        """`P, R tái đắc cử`: elected once more to the post told before the verb."""
        group = GROUP.match(self._codes, start)
        match = _ELECTED_AGAIN.match(self._codes, group.end()) if group is not None else None
        if match is None or self._key(match.start(1)) != _AGAIN:
            return None
        return Told(Status.APPOINTED, step_of(self._tokens[match.start(1)]), again=True)

    def now(self, subject: int, start: int) -> bool:
        """Whether the words say that the person holds the post now (``Hiện P giữ chức R``)."""
        if self._holds_now(start):
            return True
        low = self._clause_start(subject)
        verb = re.search(r"[bextr]", self._codes[subject:start])
        if self._named_in(low, start, _THEN):
            return False
        return verb is None and self._named_in(low, start, _NOW)

    def told(self, start: int) -> Told | None:
        """What the nearest verb before a group of posts says about them; ``None``: nothing."""
        codes = self._codes[:start].replace("B", "b").replace("E", "e").replace("Q", "r")
        low = self._clause_start(start)
        clause = codes[low:]
        if _OF_KIN.search(clause):
            return None
        if re.search(r"[bextgrc=]", clause) is None:
            return Told(Status.CURRENT) if re.search(r"\+w{0,2}$", clause) else None
        if self._before_holding(low, start):
            return Told(Status.FORMER)
        if _BEFORE_TAKING.search(clause) and not self._holds_now(start):
            return Told(Status.FORMER)
        strong = re.search(r"([bextr])[^bextr]*$", clause)
        if strong is None:
            return self._by_copula(codes, low, start)
        code, verb = strong.group(1), low + strong.start()
        between = clause[strong.end(1) :]
        if code == "t" and _SINCE_THEN.search(clause, strong.start()):
            return None if "x" in clause[: strong.start()] else Told(Status.CURRENT)
        if code in "br":
            return self._by_taking(clause[: strong.end(1)], between, verb, start)
        if self._holds_later(between, start):
            return Told(Status.CURRENT)
        if code == "e":
            return self._by_leaving(between, verb)
        return self._by_past(between, verb, start) if code == "t" else None

    def _by_copula(self, codes: str, low: int, start: int) -> Told | None:
        """What `là` and `giữ chức` say: a post is held, unless the words tell of a time that is over."""
        clause = codes[low:]
        if self._when(low, clause):
            return Told(Status.FORMER, weak=True)
        if "=" in clause and self._was(low + clause.index("="), start):
            return Told(Status.FORMER)
        then = re.search(r"(?:^[^PR]*)?P[^PR]*g[^PR]*$", clause)
        if _WAS_TAKEN.search(clause) or (then and self._named_in(low + then.start(), start, _THEN)):
            return Told(Status.FORMER)
        if self._meant_before(codes, clause):
            return None
        later = _AFTERWARDS.search(clause)
        if later is not None and self._key(low + later.start()) == _SEQUEL and not self._timed(start):
            return Told(Status.FORMER, weak=True)
        return self._carried(codes, clause) or Told(Status.CURRENT)

    def _timed(self, start: int) -> bool:
        """Whether words of time may stand right behind the posts (``làm R từ năm 2022 đến nay``)."""
        group = GROUP.match(self._codes, start)
        return group is not None and self._codes.startswith("w", group.end())

    def _by_taking(self, opening: str, between: str, verb: int, start: int) -> Told | None:
        """What an appointment, an election or a transfer says, unless it is only meant or background.

        ``opening`` is the clause up to the verb, ``between`` what stands between it and the posts.
        """
        if self._only_meant(opening, verb):
            return None
        if self._holds_meanwhile(verb, start):
            return Told(Status.CURRENT)
        if "DP" in between:
            return Told(Status.FORMER, weak=True)
        background = self._in_background(opening[:-1], between, verb)
        if background is not None:
            return background
        low = verb + 1 - len(opening)
        if self._key(low) in _AT_A_TIME:
            return Told(Status.FORMER, weak=True)
        if self._until_taken(verb, start):
            return None
        if self._afterwards_then(low, verb):
            return Told(Status.FORMER)
        if self._holds_later(between, start):
            return Told(Status.CURRENT)
        return Told(Status.APPOINTED, step_of(self._tokens[verb]), again=self._key(verb) == _AGAIN)

    def _by_leaving(self, between: str, verb: int) -> Told:
        """What a dismissal says of the posts after it; one who leaves some may take or keep another.

        ``thôi giữ chức R để tập trung thực hiện nhiệm vụ R``.
        """
        if self._key(verb) in _GONE and ("P" in between or _NEXT_CLAUSE.search(between)):
            return Told(Status.CURRENT)
        if self.only_asked(verb):
            return Told(Status.CURRENT)
        left = verb + 1 + between.index("R") if "R" in between else -1
        taken = left > 0 and "g" in between[left - verb - 1 :]
        if left > 0 and not taken and self._named_in(left, verb + 1 + len(between), _PURPOSE):
            return Told(Status.CURRENT)
        return Told(Status.APPOINTED) if taken else Told(Status.ENDED, step_of(self._tokens[verb]))

    def _by_past(self, between: str, verb: int, start: int) -> Told:
        """What `từng` says: a post of the past, but for one that is told by since when it is held."""
        since = bool(re.search("v[^PR=]*$", between)) or self._key(start - 1) == BEFORE_HOLDING
        return Told(Status.CURRENT if since else Status.FORMER, weak=self._key(verb) == IN_OFFICE)

    def _holds_later(self, between: str, start: int) -> bool:
        """`bầu R đối với P, là R`: the posts come after a word for `is` of their own."""
        later = between[between.index("R") :] if "R" in between else ""
        return "=" in later and (later.endswith(("=", "=n", "=w", "=ww")) or self._holds_now(start))

    def open_bracket(self, place: int) -> int:
        """Where the bracket was opened that a token stands in, else -1."""
        opened = self._codes.rfind("(", 0, place)
        return opened if opened > self._codes.rfind(")", 0, place) else -1

    def _clause_start(self, place: int) -> int:
        """Where the clause of a token begins; in brackets a semicolon parts a list (`(R; R, R)`)."""
        bracket = self.open_bracket(place)
        return self._codes.rfind(";", 0, bracket if bracket >= 0 else place) + 1

    def _key(self, place: int) -> str | None:
        cue = self._tokens[place].cue
        return cue.key if cue is not None else None

    def passive(self, place: int) -> bool:
        """Whether a token makes the next one the person by whom something is done."""
        return self._key(place) == _PASSIVE

    def is_now(self, place: int) -> bool:
        """Whether a token means `is now`."""
        return self._key(place) == _NOW

    def _named_in(self, low: int, high: int, key: str) -> bool:
        """Whether a cue stands among these tokens."""
        return any(self._key(place) == key for place in range(low, high))

    def _only_meant(self, told: str, verb: int) -> bool:
        """Whether nobody was appointed: a negation, a proposal, a candidate for an election to come.

        ``giới thiệu P, R để HĐND bầu làm R``.
        """
        if told.endswith("N", 0, -1) or _ONLY_PROPOSED.search(told) or _PLANNED.search(told):
            return True
        until = next((i for i in range(verb, -1, -1) if self._key(i) == _UNTIL), verb)
        between = self._codes[until : verb + 1]
        if until < verb and "P" not in between and ("B" in between or "R" in between):
            return True
        if until < verb and self._key(verb) == _APPOINTS and not self._named_in(until, verb, _PASSIVE):
            return True
        low = self._codes.rfind("x", verb - len(told) + 1, verb)
        return low >= 0 and "P" in self._codes[low:verb] and self._named_in(low, verb, _PURPOSE)

    def _in_background(self, before: str, between: str, verb: int) -> Told | None:
        """What an appointment says that only dates or explains something else.

        ``P làm R, trước khi được điều động làm R``; ``vi phạm trong việc bổ nhiệm P làm R``.
        """
        if before.endswith("V"):
            return Told(Status.FORMER if re.search("[RP]", between) else Status.CURRENT)
        if before.endswith("t"):
            return Told(Status.FORMER)
        if self._named_in(verb - len(before), verb, _IN_DOING):
            return Told(Status.FORMER, weak=True)
        return None

    def _before_holding(self, low: int, start: int) -> bool:
        """`Trước khi làm R, P giữ R; P là R`: what those told of were before another post."""
        for place in range(low, start):
            cue = self._tokens[place].cue
            if cue is not None and cue.key == BEFORE_HOLDING:
                between = self._codes[place:start]
                return "R" in between and between.count("P") == 1
        return self._key(0) == BEFORE_HOLDING and _ALL_BEFORE.fullmatch(self._codes, 0, start) is not None

    def _when(self, low: int, clause: str) -> bool:
        """`Khi P còn là R`, `trong thời gian P là R`: what somebody was when something happened."""
        person = clause.rfind("P")
        before = low + person - 1
        told = person >= 0 <= before and self._at_a_time(before)
        if told and "R" not in clause[person:]:
            return True
        first = clause.find("P")
        return bool(_BOTH_THEN.fullmatch(clause)) and first > 0 and self._at_a_time(low + first - 1)

    def _at_a_time(self, place: int) -> bool:
        """Whether a token tells that something was so at the time of something else."""
        return self._codes[place] == "D" or self._key(place) in _WHEN

    def _was(self, before: int, start: int) -> bool:
        """`Trước đó, P là R`: what the person was, unless the words say `hiện là`.

        `P, lúc đó là R (nay là R)`: the second post is held now.
        """
        clause = self._codes.rfind(";", 0, before) + 1
        now = any(t.cue is not None and t.cue.key == _NOW for t in self._tokens[before:start])
        if self._named_in(clause, before + 1, _THEN):
            return not (now and _TOLD_THEN.search(self._codes, clause, start))
        return bool(_WAS.search(self._codes, clause, before + 1)) and not now

    def _holds_now(self, start: int) -> bool:
        """`bầu R đối với P hiện giữ chức R`: the post right behind a word for `now`."""
        found = re.search(r"=g[nw]?$", self._codes[:start])
        return found is not None and self._key(found.start()) == _NOW

    def _holds_meanwhile(self, verb: int, start: int) -> bool:
        """`Với việc điều động trên, Bộ X có 5 R`, `giao đất cho X do P làm R`: no post that was given."""
        if self._codes[verb] in "BQ" and _NO_OBJECT.match(self._codes, verb + 1):
            return True
        if _IN_ADDITION.match(self._codes) and "," in self._codes[verb:start]:
            return True
        person = self._codes.rfind("P", verb, start)
        if person < 0:
            now = any(self.is_now(place) for place in range(verb, start))
            return now and "R" not in self._codes[verb:start]
        return self._key(person - 1) == _BY and "g" in self._codes[person:start]

    def _until_taken(self, verb: int, start: int) -> bool:
        """`giao P phụ trách đến khi có người giữ chức R`: the post that somebody is still to take."""
        until = [place for place in range(verb, start) if self._key(place) == _UNTIL]
        return bool(until) and "P" not in self._codes[until[-1] : start]

    def _afterwards_then(self, low: int, verb: int) -> bool:
        """`P từng công tác ở X, sau đó được phân công làm R`: a step of what was told as past."""
        told = [place for place in range(low, verb) if self._codes[place] in "tv"]
        return bool(told) and self._named_in(told[-1], verb, _SEQUEL)

    def _meant_before(self, codes: str, clause: str) -> bool:
        """`P được giới thiệu giữ chức R; P giữ chức R`: what is only proposed goes on, too."""
        before = re.search(r"([bextr])[^bextr]*$", codes[: len(codes) - len(clause)])
        taken = clause.endswith(("g", "gn", "g:", "gn:"))
        return taken and before is not None and before.group(1) == "x" and "gR" in before.group()

    def _carried(self, codes: str, clause: str) -> Told | None:
        """`P được bổ nhiệm làm R; P giữ chức R`: a verb goes on over the clauses that leave it out.

        So does `P, R, giữ chức R`: whoever is told with a post and takes another one is new there.
        """
        if not clause.endswith(("g", "gn", "g:", "gn:")):
            return None
        before = re.search(r"([bextr])[^bextr]*$", codes[: len(codes) - len(clause)])
        if before is not None and before.group(1) in "br" and "R" in before.group():
            return Told(Status.APPOINTED, step_of(self._tokens[before.start(1)]))
        if self._announced:
            return Told(Status.APPOINTED)
        return Told(Status.APPOINTED, _ASSIGNED) if _SECOND_POST.search(clause) else None


def step_of(verb: Token) -> str | None:
    """The step of appointment or release that a verb tells."""
    step = verb.cue.one("step") if verb.cue is not None else None
    return step.partition(":")[2] if step else None
