"""Who takes, holds or leaves a post by the verbs of one sentence (see :mod:`kg.relate.codes`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Status
from kg.relate.behind import Behind, shared_by
from kg.relate.listed import (
    BY,
    CAREER,
    FORMER,
    FROM,
    ITEM,
    NOW,
    Holding,
    former,
    seats_one,
    stem,
)
from kg.relate.posts import Post
from kg.relate.verbs import BEFORE_HOLDING, BEFORE_OFFICE, IN_OFFICE, Told, step_of

_KIN = re.compile(r"K[w,]{0,2}(?:R(?:[,&]R)*)?$")
_OF_KIN_ALONE = re.compile(r"K[wu]{0,2}[tc]=?$")
"""`P có bố từng là R`: kin without a name held the post."""
_ASIDE = re.compile(r"^\([^()]*\)")
"""Brackets behind a name, closed before the post at hand."""
_CASE = "case"
_PASSIVE, _DOES = "passive", re.compile(r"[w,&]{0,3}[bre]")
_BESIDE_KIN = re.compile(r"[-,(]w{0,3}=?")
_KIN_IN_OFFICE = re.compile(r"[-,]R(?:[,&]R)*,=?g?n?")
"""`P (vợ ông P, R, hiện làm R)`: in the brackets the one of whom posts are told goes on to be spoken of."""
_RIGHT_AFTER = re.compile(r"(?:[,:-]|=w?)O?h?P")
_RIGHT_SHARED = re.compile(r"[:,=t]?O?:?(P(?:(?:,|&|,&)P)*)")
_RIGHT_BOTH = re.compile(r"=P(?:(?:,P)*,?&P(?![gb=,(t-])|(?:,P)+(?=$|;))")
"""`R là P và P`: those who hold a post that several can hold."""
_RIGHT_ALL = re.compile(rf"[=t]O?:?({ITEM}(?:(?:[,;]&?|&){ITEM})+)")
_AHEAD = re.compile(r"[^PR;:]{0,20},P")
_NEAR = re.compile(r"(?:[bergtc+n&:(][,n:(]{0,2}w{0,3}n?[:(]?|t[,n:(]{0,2}w{0,2}O?g?w{0,6}[:(]?|=w{0,2})$")
_NAMED_ONLY = re.compile(r"[^bergt]*[^bergtc+&:(n,]{3}n[w:(]*$")
"""A word for `post` that no verb of holding stands before (``về việc tăng thêm chức danh R``)."""
_FRONTED = re.compile(r"(?<!P)(?<!Pw)[tc][=n]*$|D[gOn=]+$|^=$")
_GOES_ON = re.compile(r";(?:[,w]{0,3}[beBEQrgt]|=|R(?:[,&]R)*w{1,6}[br])")
_SENT_AND_MADE = re.compile(r"^[^xXlN;]*[BQ]O?(P)(?:,R(?:[,&]R)*)?w{1,12}(?:,|,?&)(B)[gn]{0,3}$")
"""`điều động P, R về công tác tại X, giao quyền R`."""
_RESIGNED, _HANDS_OVER = "resigned", "hands-over"
_UNTIL, _APPROVES = "until", "approves"
_AND_THEN = re.compile(r"&w?[^PRO]")
_CAREER_BEGINS = re.compile(r"(?:(?:\([w,-]*\))?[w,]*,)?tw{2,12},|(?:\([w,-]*\))?t[,:nw]{0,4}(?:Rw{1,8},)+")
"""`P từng làm nhân viên X, R, R`: a list of posts whose first ones are none that we know, or at none."""
_DATED = re.compile(r"(?:^|;)[w,()-]{0,4}w[w,()-]{0,12}:[gn=]{0,2}(?:R[^P:]*;)?$")
"""`2001 - 2005: R`, `2001 - 2005: R phụ trách phía Nam; R`."""
SEQUEL = "sequel"
_ENCLOSED = re.compile(r",[ws]")
_CLOSES = re.compile(r"(?:&R,P)?(?:;|$)")
_SET_AHEAD, _VERB = re.compile(r"w[w-]{1,11}(?:,[w-]{1,11})?,"), re.compile(r"w")
"""`Ngày 14-3, tại buổi lễ, R, ông P đã ký`: the subject behind when and where."""
_HEADLINE = re.compile(r"[eE][gn]{0,2}")
_ACCORDED = re.compile(r"wP,")
_BESIDE_ANOTHER = re.compile(r"R,P&$")
_TWO_TITLES = re.compile(r"R(?:,R)?")
_AFTER_DEGREE = re.compile(r"(?:,w{1,4},)?=w{1,6}(?:,w{1,6}){0,2},$")
_TELLS_OF = re.compile(r"[^,;(&=)-]")
"""After a name: what somebody says of the person (`R: P nên từ chức`)."""
_TITLE_ACTS = re.compile(r"wRw?[bgr][gn]{0,2}$")
_TITLE_SAID = re.compile(r"s[^PR]*R[w+,]{0,2}[bgr=][gn]{0,2}$")
"""`P cho biết, việc R đồng thời giữ chức R`: who speaks tells it of whoever holds the first post."""
_TITLE_TOLD = re.compile(r"P,w[^PR]*R[w+]{0,2}[bgr=][gn]{0,2}")
"""`theo P, việc R đồng thời giữ chức R`."""
_SAID_OF_ANOTHER = re.compile(r"s,?=w?$|s[^sP]{9,}$")
"""`P cho biết, là R nên em ấy …`; words of somebody's that go on until a title are not about the speaker."""
_TITLED_TAKES = re.compile(r"[,(-]R(?:[,&]R)*[,)-]?[gn]+")
_LET_GO_OTHERS = re.compile(r"[eE][^PRd]*d[^P]*$")
"""`P ký quyết định cho nghỉ hưu đối với hai R và một R`: those who leave have no names."""
_TWO = 2
_CUT_SHORT = re.compile(r"=w&$")
"""`P và P là trưởng và phó R`: the first title is only begun, the last person holds the last."""
AGE_ALONE, BORN, LIVES, UNLAWFULLY = 2, "born", "lives", "unlawfully"
_THEN_IS = re.compile(r"(?:\([w,-]*\))?[,&]{0,2}w{1,2}=[nw]{0,2}R")
_TITLED_NAME = re.compile(r",P(?:;|$)")
_OF_SEVERAL = re.compile(r"O[^PR;,:]{0,3}=[nw]{0,2}$")
"""`các đồng chí là R`: they are the ones who hold the post."""
_OF_COUNTED = re.compile(r"&(w)w{0,3}=[nw]{0,2}$")
"""`P, R và 150 đại biểu là R`."""
_DENIED = re.compile(r"[^;]*z")
"""`thông tin bổ nhiệm P làm R là không chính xác`."""
_REVOKED, _DISMISSED = re.compile(r"w{0,8}Z"), "dismissed"
_SUCCEEDS = re.compile(r"yP[gnw]{0,4}$")
_MOVES = re.compile(r"w{0,4}[gr=][^P;]*R")
_PUNISHES = re.compile(r"k[wn]{0,4}R")
"""`X cho thôi chức R và R tạm đình chỉ công tác R`: the last title before the verb acts itself."""
_NEXT_NAMED = re.compile(r"[-(]h?P")
"""`…, tiếp đến là R - bà P`: the one named behind the title holds it."""

class Ties(Behind):
    """The rules over one sentence's tokens for what verbs say."""

    def _to_right(self, start: int, end: int, person: int, posts: list[Post]) -> Iterator[Holding]:
        owners = [person]
        if self._plural(start):
            shared = _RIGHT_ALL.match(self._codes, end) or _RIGHT_SHARED.match(self._codes, end)
            if shared is not None:
                owners = self._people(*shared.span(1))
        elif both := None if seats_one(posts) else _RIGHT_BOTH.match(self._codes, end):
            owners = self._people(*both.span())
        told = self._verbs.told(start) if self._codes[end : end + 1] == "=" else None
        if self._codes[end : end + 1] == "t" and not self.in_turn(self._tokens[end : end + 1]):
            told = Told(Status.FORMER)
        if told is not None and _SUCCEEDS.search(self._codes, 0, start):
            told = Told(Status.APPOINTED)
        by_him = bool(start) and self._verbs.passive(start - 1)
        told = told or (None if by_him else self._gone(end, person))
        told = told or self._verbs.dismissing(start) or Told(Status.CURRENT)
        for owner in owners:
            for post in shared_by(len(owners), posts):
                status = former(post, told.status)
                yield Holding(self._person(owner), post, status, "post-before-name", told.step)

    def _gone(self, end: int, person: int) -> Told | None:
        """`R P nghỉ hưu`: the person before whose name the posts stand has left them."""
        released = self._verbs.released(end, person + 1)
        if released is None or released.party:
            return None
        return Told(Status.ENDED, released.step)

    def _by_verb(self, start: int, end: int, posts: list[Post]) -> Iterator[Holding]:
        """Who holds posts that no name stands right beside."""
        if _OF_KIN_ALONE.search(self._codes, 0, start):
            return
        elected = self._elected_list(start)
        if elected is not None and elected.start(1) == start:
            yield from self._elected(elected, posts)
            return
        posts = self._shared(start, posts)
        for rule in (self._named_behind, self._fronted, self._moved):
            held = rule(start, end, posts)
            if held is not None:
                yield from held
                return
        sent = _SENT_AND_MADE.search(self._codes, 0, start)
        if sent is not None:
            told = Told(Status.APPOINTED, step_of(self._tokens[sent.start(2)]))
            yield from self._held(sent.start(1), posts, told, "verb")
            return
        subject = self._subject(start)
        if subject is None and _DATED.search(self._codes, 0, start):
            yield from self._dated(start, posts)
            return
        after = _RIGHT_AFTER.match(self._codes, end)
        if subject is None or (after is not None and self._told_beside(start, end)):
            if after is not None and self._introduced(start, end, after.end() - 1):
                yield from self._to_right(start, end, after.end() - 1, posts)
            return
        if self._says_of(subject, start, end):
            yield from self._of_subject(subject, start, end, posts)

    def _fronted(self, start: int, end: int, posts: list[Post]) -> list[Holding] | None:
        """`Từng là R, P …`: a post that opens the sentence, before the name of who held it."""
        fronted = _FRONTED.search(self._codes, 0, start)
        ahead = _AHEAD.match(self._codes, end)
        if fronted is None or ahead is None:
            return None
        if self._verbs.open_bracket(ahead.end()) != self._verbs.open_bracket(start):
            return None
        status = Status.FORMER if fronted.group()[0] in "tD" else Status.CURRENT
        cue = self._tokens[fronted.start()].cue
        if cue is not None and cue.key == BEFORE_HOLDING:
            return []
        rule = CAREER if cue is not None and cue.key == IN_OFFICE else "fronted"
        return [*self._held(ahead.end() - 1, posts, Told(status), rule)]

    def _moved(self, start: int, end: int, posts: list[Post]) -> list[Holding] | None:
        """`P từ R sang làm R`: whose first post a move to another one has ended."""
        if start < 2 or self._codes[start - 2] != "P":
            return None
        cue = self._tokens[start - 1].cue
        if cue is None or cue.key != FROM or not _MOVES.match(self._codes, end):
            return None
        return [*self._held(start - 2, posts, Told(Status.ENDED), "verb")]

    def _told_beside(self, start: int, end: int) -> bool:
        """Whether a title is told of somebody else than who is named before it."""
        if self._by(start) or _BESIDE_ANOTHER.search(self._codes, 0, start) is not None:
            return True
        return self._according(start) or self._regarded_by_title(start, end)

    def _says_of(self, subject: int, start: int, end: int) -> bool:
        """Whether the words between a name and posts say that the person takes, holds or leaves them."""
        codes, between = self._codes, self._codes[subject + 1 : start]
        if (
            "N" in between[-3:]
            or self._resigned_ahead(start)
            or not (re.search(r"[begtrc=+]", between) or self._sent(subject, between))
            or re.search("[BEQ][^ber]*$", between)
            or self._others_undergo(subject, start)
            or self._quotes(subject, start)
            or _SAID_OF_ANOTHER.search(between) is not None
            or _LET_GO_OTHERS.search(between) is not None
            or self._hands_over(subject)
            or self._announces(subject, start)
            or self._until_then(subject, start)
            or (between.endswith("w=") and _NEXT_NAMED.match(codes, end))
        ):
            return False
        learned = _AFTER_DEGREE.fullmatch(between) is not None and codes[end : end + 1] in ("", ",", ";")
        closed = codes[end : end + 1] in ("", ";") or self._left_for_another(end)
        begun = closed and _CAREER_BEGINS.fullmatch(between) is not None
        if not (learned or begun or _NEAR.search(between)) or self._another_acts(subject, start, end):
            return False
        several = _OF_SEVERAL.search(between) or _NAMED_ONLY.fullmatch(between)
        counted = _OF_COUNTED.search(between)
        if counted is not None and self._tokens[subject + 1 + counted.start(1)].number > 1:
            return False
        return not several and not self._of_another(subject, start)

    def _hands_over(self, subject: int) -> bool:
        """`P trao quyết định của X chỉ định giữ chức R`: who hands it over is not whom it is about."""
        cue = self._tokens[subject + 1].cue
        return cue is not None and cue.key == _HANDS_OVER

    def _until_then(self, subject: int, start: int) -> bool:
        """`P làm quyền R cho đến khi phê chuẩn kết quả bầu R`: who is elected then is not told."""
        last = self._codes.rfind("R", subject, start)
        said = [t.cue.key for t in self._tokens[max(last, 0) : start] if t.cue is not None]
        return last >= 0 and _UNTIL in said and _APPROVES in said[said.index(_UNTIL) :]

    def _of_subject(self, subject: int, start: int, end: int, posts: list[Post]) -> Iterator[Holding]:
        """The posts that a verb gives to, or takes from, those who are named before it."""
        told = self._as_told(subject, start, end)
        if told is None:
            return
        posts = posts[:-1] if _PUNISHES.match(self._codes, end) else posts
        if self._made_by(subject, self._codes[subject + 1 : start]):
            titles = {stem(post) for post in self._posts(subject, start)}
            posts = [post for post in posts if post.organization or stem(post) not in titles]
        rule = NOW if told.status is Status.CURRENT and self._verbs.now(subject, start) else "verb"
        owners = self._subjects(subject, told, posts)
        owners = owners[-1:] if _CUT_SHORT.search(self._codes, 0, start) else owners
        if self.in_turn(self._tokens[subject + 1 : start]):
            told = _in_turn_told(told, alone=len(owners) == 1)
        shares = self._shared_out(owners, start, end, posts)
        for owner, own in zip(owners, shares, strict=True):
            taken, held = self._still_held(start, end, own, told)
            yield from self._held(owner, taken, told, rule)
            yield from self._held(owner, held, Told(Status.CURRENT), "verb")
        if told.status is Status.APPOINTED:
            yield from self._in_turn(end, told)

    def _as_told(self, subject: int, start: int, end: int) -> Told | None:
        """What the verb says of posts, as the words behind them mean it; ``None``: nothing."""
        told = self._verbs.told(start) if self._codes[end : end + 1] != "G" else None
        if told is None or (told.step is not None and _DENIED.match(self._codes, end)):
            return None
        if told.status is Status.APPOINTED and _REVOKED.match(self._codes, end):
            told = Told(Status.ENDED, _DISMISSED)
        elif told.status is Status.APPOINTED and self._wrongly(end):
            told = Told(Status.FORMER, weak=True)
        if self._left_for_another(end):
            told = Told(Status.FORMER)
        if told.status is Status.CURRENT and self._opened_as_former(subject, start):
            told = Told(Status.FORMER)
        if told.weak and self._since(end):
            told = Told(Status.CURRENT)
        if told.status is Status.CURRENT and self._was_then_another(end):
            told = Told(Status.FORMER, weak=True)
        return told

    def _resigned_ahead(self, start: int) -> bool:
        """`P từ chức: R lên tiếng`: what stands behind the colon is of somebody else."""
        cue = self._tokens[start - 2].cue if self._codes.endswith("e:", 0, start) else None
        return cue is not None and cue.key == _RESIGNED

    def _wrongly(self, end: int) -> bool:
        """Whether an appointment is one that broke the rules, told of in a case: no news."""
        clause = re.match(r"[^P;]{0,12}", self._codes[end:])
        reach = end + (clause.end() if clause is not None else 0)
        return any(t.cue is not None and t.cue.key == UNLAWFULLY for t in self._tokens[end:reach])

    def _of_another(self, subject: int, start: int) -> bool:
        """`P cho biết, cử một R sang giữ chức R`: the verb is said of who holds the title before it."""
        if _TITLE_SAID.search(self._codes, subject, start) is not None:
            return True
        if self._codes[:subject] == "w" and _TITLE_TOLD.fullmatch(self._codes, subject, start):
            return True
        match = _TITLE_ACTS.search(self._codes, subject, start)
        return match is not None and self._tokens[match.start()].cue is None

    def _quotes(self, subject: int, start: int) -> bool:
        """Whether somebody's words are told between them (``bà P lý giải: "Đồng chí ấy là R"``)."""
        said = [i for i in range(subject + 1, start) if self._codes[i] == "s"]
        said = [i for i in said if self._tokens[i].end - self._tokens[i].start == 1]
        return bool(said) and self._codes[said[-1] + 1] != "="

    def _sent(self, subject: int, between: str) -> bool:
        """`điều động P về X với chức vụ R`: the verb stands before the one whom it sends to a post."""
        return subject > 0 and self._codes[subject - 1] in "QB" and between.endswith("&n")

    def _still_held(
        self, start: int, end: int, posts: list[Post], told: Told
    ) -> tuple[list[Post], list[Post]]:
        """`được bầu làm R và là R`: posts that the verb tells of, and those that the person has anyway.

        After one that somebody had then it is the one that he has now (``khi đó là R, nay là R``).
        """
        if told.status is Status.FORMER:
            marks = [i for i in range(start, end) if self._codes[i] == "="]
            joined = next((i for i in marks if self._verbs.is_now(i)), -1)
        else:
            joined = self._codes.find("&=", start, end) if told.status is Status.APPOINTED else -1
        if joined < 0:
            return posts, []
        after = self._tokens[joined].start
        return [p for p in posts if p.start < after], [p for p in posts if p.start > after]

    def _made_by(self, subject: int, between: str) -> bool:
        """`lập Hội đồng Y do P, Chủ tịch X làm chủ tịch`: the bare title is not the one at X."""
        return _TITLED_TAKES.fullmatch(between) is not None and self._by(subject)

    def _opened_as_former(self, subject: int, start: int) -> bool:
        """`P (nguyên đại tá, sau là R)`: brackets that tell first of what the person is no longer."""
        if self._codes[subject + 1] != "(" or self._verbs.open_bracket(start) != subject + 1:
            return False
        first = self._tokens[subject + _TWO]
        told = isinstance(first.value, Post) and first.value.former
        return told or (first.cue is not None and first.cue.key == FORMER)

    def _left_for_another(self, end: int) -> bool:
        """`P giữ chức R trước khi về làm R`: what comes after a post tells that another one followed.

        So does `P giữ chức R, rồi về công tác tại X`.
        """
        at = end + 1 if self._codes[end : end + 1] == "," else end
        if at < len(self._codes) and self._codes[at] == "V":
            return True
        then = self._tokens[at].cue if _AND_THEN.match(self._codes, at) else None
        if then is not None and then.key == "and-then":
            return True
        while end < len(self._codes) and self._codes[end] in "()w,":
            cue = self._tokens[end].cue
            if cue is not None and cue.key in (BEFORE_HOLDING, BEFORE_OFFICE):
                return True
            end += 1
        cue = self._tokens[end].cue if end < len(self._tokens) else None
        return cue is not None and cue.key in (BEFORE_HOLDING, BEFORE_OFFICE)

    def _since(self, end: int) -> bool:
        """`khi P giữ chức R từ năm 2012`: the post is told by when it was taken."""
        cue = self._tokens[end].cue if end < len(self._tokens) else None
        return cue is not None and cue.key == FROM

    def _was_then_another(self, end: int) -> bool:
        """`với cương vị R và sau đó là R`: the second post is told as the one that came next."""
        found = _THEN_IS.match(self._codes, end)
        return found is not None and any(
            t.cue is not None and t.cue.key == SEQUEL for t in self._tokens[end : found.end()]
        )

    def _another_acts(self, subject: int, start: int, end: int) -> bool:
        """Whether the one named before says it of somebody named next (``P cho biết, khi làm R, ông P``)."""
        between = self._codes[subject + 1 : start]
        return "s" in between and "," in between and _AHEAD.match(self._codes, end) is not None

    def _introduced(self, start: int, end: int, person: int) -> bool:
        """Whether a title introduces the person after a mark.

        After a comma only where the sentence begins, or where nobody is named before (but for one joined
        by `and`) and the person speaks, stands between commas or at the end, or does what is done by the
        title: `Tại buổi làm việc, R, ông P cho biết`; `Dự lễ có R, ông P`; `do R, ông P chủ trì`.
        """
        mark = self._codes[end]
        if mark == ":" and (_TELLS_OF.match(self._codes, person + 1) or self._spoken_of(start, person)):
            return False
        if mark in ":=-" or self._regarded_by_title(start, end):
            return True
        if not self._person(person).honorific:
            return False
        speaks = self._codes[person + 1 : person + 2] in ("s", "x") and self._codes[:start].endswith(",")
        if _HEADLINE.fullmatch(self._codes, 0, start):
            return True
        if mark != "," or start == 0 or (speaks and "P" not in self._codes[:start]):
            return True
        if _SET_AHEAD.fullmatch(self._codes, 0, start) and _VERB.match(self._codes, person + 1):
            return True
        if _CLOSES.match(self._codes, person + 1) and _TWO_TITLES.fullmatch(self._codes, start, end):
            return "P" not in self._codes[:start] or _BESIDE_ANOTHER.search(self._codes, 0, start) is not None
        if self._according(start):
            return True
        if self._by(start) and self._codes[person + 1 : person + 2] == "w":
            return True
        closed = _ENCLOSED.match(self._codes, person + 1) is not None
        return closed and ("P" not in self._codes[:start] or self._codes[:start].endswith("&"))

    def _according(self, start: int) -> bool:
        """`Theo ông Nam, R, ông P`: who is named in short has a title already; this is another's."""
        return _ACCORDED.fullmatch(self._codes, 0, start) is not None and self._person(1).short

    def _regarded_by_title(self, start: int, end: int) -> bool:
        """`P kỷ luật nguyên R, thượng tướng P`: who is told by title and name is the one it is done to."""
        if self._codes[start - 1 : start] not in ("k", "d") and not (start and self._with(start - 1)):
            return False
        former_one = all(post.former for post in self._posts(start, end))
        return former_one and _TITLED_NAME.match(self._codes, end) is not None

    def _by(self, start: int) -> bool:
        """Whether a title is that of who does something (``do R chủ trì``)."""
        cue = self._tokens[start - 1].cue if start else None
        return cue is not None and cue.key == BY

    def _replaced_at(self, person: int, start: int) -> bool:
        """Whether a person is only named as the one replaced (``thay ông A làm …``), or as kin."""
        after = _ASIDE.sub("", self._codes[person + 1 : start])
        if _KIN.search(self._codes, 0, person):
            enclosed = after == "-=" and self._codes[:person].endswith("-K")
            inside = self._verbs.open_bracket(person) == self._verbs.open_bracket(start) >= 0
            goes_on = inside and _KIN_IN_OFFICE.fullmatch(after) is not None
            return enclosed or not (goes_on or _BESIDE_KIN.fullmatch(after))
        told = after.startswith(("-", ",", "(")) or any(c in after for c in "bre")
        return self._codes[:person].endswith("y") and not told

    def _is_other(self, person: int, start: int) -> bool:
        """Whether a post is another's than that of the one named before it: who is replaced, or appoints."""
        named_only = self._acts(person) or self._names_case(person)
        return named_only or self._replaced_at(person, start)

    def _names_case(self, person: int) -> bool:
        """`bị can trong vụ án P`: a case is named for the person, who does nothing there."""
        cue = self._tokens[person - 1].cue if person else None
        return cue is not None and cue.key == _CASE

    def _acts(self, person: int) -> bool:
        """`P được R P bổ nhiệm làm R`: the one by whom somebody is appointed."""
        before = person - 1
        while before >= 0 and self._codes[before] in "R,&":
            before -= 1
        cue = self._tokens[before].cue if before >= 0 else None
        passive = cue is not None and cue.key == _PASSIVE
        return passive and _DOES.match(self._codes, person + 1) is not None

    def _subject(self, start: int) -> int | None:
        """The nearest person before a group in the same clause who is not the one replaced."""
        index = start - 1
        depth = 0
        bracket = self._verbs.open_bracket(start)
        while index >= 0 and (self._codes[index] != ";" or depth > 0 or index > bracket >= 0):
            depth = max(0, depth + {")": 1, "(": -1}.get(self._codes[index], 0))
            if self._codes[index] == "P" and depth == 0 and not self._is_other(index, start):
                return index
            index -= 1
        if index > 0 and _GOES_ON.match(self._codes, index):
            return self._subject(index)
        return None


def _in_turn_told(told: Told, *, alone: bool) -> Told:
    """What `lần lượt` makes of a verb: of one person a career, of several who holds which post now."""
    if alone:
        return Told(Status.FORMER, weak=told.status is not Status.FORMER)
    return Told(Status.CURRENT) if told.status is Status.FORMER else told
