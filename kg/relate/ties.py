"""Who takes, holds or leaves a post by the verbs of one sentence (see :mod:`kg.relate.codes`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.mention import PersonMention
from kg.model import Status
from kg.relate.codes import Token
from kg.relate.posts import Post
from kg.relate.verbs import BEFORE_HOLDING, BEFORE_OFFICE, IN_OFFICE, Told, Verbs, step_of

_WHY = r"(?:\([wer-]{1,6}\)|,?lw{0,4}|w[er](?=[,;&]|$)|,?wbw{0,2}(?=[,;&]|$))?"
"""A year of birth, or why somebody leaves (``(nghỉ hưu)``, ``, để nhận nhiệm vụ mới``)."""
_APPOSED = rf"P{_WHY}(?:[,(-]+w?,?R(?:[,&]R)*\)?)?{_WHY}"
_OTHERS_REGARDED = r"(?:R(?:[,&]R)*[do]O?P(?:,?&?O?P)*[w,]{0,10}[,;&]{1,2})*"
_EACH = re.compile(rf"[,w]{{0,3}}[do&]O?({_APPOSED}(?:(?:;|&|,|,&)O?{_APPOSED})*)")
_SUBJECTS = re.compile(r"(?:^|[^PR,(-]|R(?!,)|[gb=]R,)(P(?:(?:,|&|,&)P)+)$")
_KIN = re.compile(r"K[w,]{0,2}(?:R(?:[,&]R)*)?$")
_OF_KIN_ALONE = re.compile(r"K[wu]{0,2}[tc]=?$")
"""`P có bố từng là R`: kin without a name held the post."""
_ASIDE = re.compile(r"^\([^()]*\)")
"""Brackets behind a name, closed before the post at hand."""
_PASSIVE, _DOES = "passive", re.compile(r"[w,&]{0,3}[bre]")
_BESIDE_KIN = re.compile(r"[-,(]w{0,3}=?")
_RIGHT_AFTER = re.compile(r"(?:[,:-]|=w?)O?h?P")
_RIGHT_SHARED = re.compile(r"[:,=]?O?:?(P(?:(?:,|&|,&)P)*)")
_RIGHT_LISTED = re.compile(r"[=:w]{0,2}O:?(P(?:,|&|,&)P(?:(?:,|&|,&)P)*)")
_ITEM = rf"P{_WHY}(?:\(w{{1,3}},[=g]w?R\)|[,(-][=w]{{0,2}}R(?:[,&]R)*\)?)?{_WHY}"
_RIGHT_ITEMS = re.compile(
    rf"([=dw]{{0,3}}O|,?[=dw]{{1,2}}O(?=:))?,?(?:O?w{{1,4}}|d)?:({_ITEM}(?:(?:[,;]&?|&){_ITEM})*)"
)
_OWN_TITLES = re.compile(r"P\(R(?:[,&]R)*\)(?:[,;&]{1,2}P\(R(?:[,&]R)*\))*")
"""`các phó phòng gồm: P (R); P (R)`: a word for the rank of those whose titles are told one by one."""
_TOLD_BEFORE = re.compile(rf"(?:^[w&][^PR;]*,|^|[bBO:;])({_ITEM}(?:[,;]{_ITEM})*,?&)$")
_ELECTED_ITEMS = re.compile(rf"BO:?((?:{_ITEM};&?O?)+)$")
"""`bầu các ông: P, R; P, R; P giữ chức R`: all of them were elected to the last post."""
_ELECTED_LIST = re.compile(rf"B[nO]{{0,2}}(R(?:[,&]R)*):O?({_ITEM}(?:[,;]&?O?{_ITEM})*)")
"""`bầu R: P, R; P, R`: who was elected to the office told first, each perhaps with a title."""
_GONE_ITEMS = re.compile(rf"ew{{0,4}}[=:]O?:?({_ITEM}(?:(?:[,;]&?|,?&){_ITEM})*)")
"""`hai R nghỉ hưu là P và P`."""
_COUNTED_ITEMS = re.compile(rf":?((?:{_ITEM}(?:[,;]&?|&))+)$")
"""`3 ông: P - R, R; P - R; P - R`: as many names as were counted before them."""
_CONSISTS = re.compile(rf",?w{{1,2}}O?({_ITEM}(?:(?:[,;]&?|&){_ITEM})+)")
_COUNTED = re.compile(r"dw{1,4}(?=,?w)")
_NEXT = r"(?:;&?|,&?|&)O?P[-:]R(?:[,&]R)*|;&?O?P,R(?:[,&]R)*"
_TAKEN_BY = re.compile(r"b[=:]O?P(?!=|[^;]*R)")
"""`R được bầu là ông P`."""
_TURN, _IN_TURN = re.compile(_NEXT), re.compile(rf"((?:{_NEXT})+)[w,()-]{{0,8}}$")
_RIGHT_ALL = re.compile(rf"=O?:?({_ITEM}(?:(?:[,;]&?|&){_ITEM})+)")
_REGARDED = re.compile(
    rf"(?:([betBEk])(?:f?[(:]|[ngO,&w:]{{0,4}})|([Qr])w{{0,2}}gn?){_OTHERS_REGARDED}$"
)
_RIGHT_REGARDING = re.compile(
    r"\)?(?:[,&]{1,2}[EBet]?[gnw]{0,2}R)*([,w]{0,3}(?:[do&]|[do]O|dR(?:[,&]R)*)P|(?:wbw)?[,w&O()-]{0,12}dO?P)"
)
_AHEAD = re.compile(r"[^PR;:]{0,20},P")
_NEAR = re.compile(r"(?:[bergtc+n&:(][,n:(]{0,2}w{0,3}n?[:(]?|t[,n:(]{0,2}w{0,2}g?w{0,6}[:(]?|=w{0,2})$")
_NAMED_ONLY = re.compile(r"[^bergt]*[^bergtc+&:(n,]{3}n[w:(]*$")
"""A word for `post` that no verb of holding stands before (``về việc tăng thêm chức danh R``)."""
_FRONTED = re.compile(r"[tc][=n]*$|D[gOn=]+$|^=$")
_GOES_ON = re.compile(r";(?:[,w]{0,3}[beBEQrgt]|=)")
_OTHERS_ACT = re.compile(r"[^=]*Ow{0,2}[ber][^PR]*")
"""`chúc mừng các đồng chí được bầu làm R`: what happens to those who have no names."""
_CAREER_BEGINS = re.compile(r"tw{2,12},$")
"""`P từng làm nhân viên X, R, R`: a list of posts whose first one is none that we know."""
_DATED = re.compile(r"(?:^|;)[w,()-]{0,4}w[w,()-]{0,12}:[gn=]{0,2}$")
DATED, NOW, AGAIN = "dated", "now", "again"
FORMER, WITH, FROM, CONSISTS_OF, BY = "former", "with", "from", "consists", "by"
SEQUEL = "sequel"
ALL_TOGETHER = "all-together"
CAREER = "career"
_ENCLOSED = re.compile(r",[ws]")
_CLOSES = re.compile(r"(?:&R,P)?(?:;|$)")
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
_ELECTED_TOO = re.compile(r"B[^PR;]*P[^;]*[gn=]R[^;PR]*;[wO]{1,2}$")
"""`bầu P làm R; 3 R: P, P, P`: those of the next clause were elected, too."""
_TWO = 2
_CUT_SHORT = re.compile(r"=w&$")
"""`P và P là trưởng và phó R`: the first title is only begun, the last person holds the last."""
AGE_ALONE, BORN, LIVES, UNLAWFULLY = 2, "born", "lives", "unlawfully"
_OF_ONE_BODY = frozenset({"chair", "secretary"})
_THEN_IS = re.compile(r"(?:\([w,-]*\))?[,&]{0,2}w{1,2}=[nw]{0,2}R")
_TITLED_NAME = re.compile(r",P(?:;|$)")
_PAIRED, _PAIR = re.compile(r"R&R"), re.compile(r"P[&,]P(?![,&]+P)")
"""`bí thư và phó bí thư đối với P và P`: a post for each."""
_OF_SEVERAL = re.compile(r"O[^PR;,:]{0,3}=[nw]{0,2}$")
"""`các đồng chí là R`: they are the ones who hold the post."""
_DENIED = re.compile(r"[^;]*z")
"""`thông tin bổ nhiệm P làm R là không chính xác`."""
_REVOKED, _DISMISSED = re.compile(r"w{0,8}Z"), "dismissed"
_SUCCEEDS = re.compile(r"yP[gnw]{0,4}$")
_MOVES = re.compile(r"w{0,4}[gr=][^P;]*R")
_BY_VERB = {"e": Status.ENDED, "b": Status.APPOINTED, "t": Status.FORMER, "k": Status.CURRENT}


@dataclass(frozen=True, slots=True)
class Holding:
    """A tie of a person to a post, with the rule that found it."""

    person: PersonMention
    post: Post
    status: Status
    rule: str
    step: str | None = None


def _one_each(post: Post) -> bool:
    """Whether one person at a time holds the post, in a body whose place is left out."""
    body = post.organization
    unplaced = body is None or (
        body.level not in (None, 0) and (body.territory is None or not body.territory.name)
    )
    return post.concept.one("seats") == "1" and unplaced


def former(post: Post, status: Status) -> Status:
    """The status of a post, where its own words tell a former or a new one."""
    if post.former:
        return Status.FORMER
    return Status.APPOINTED if post.newly and status is Status.CURRENT else status


def stem(post: Post) -> str:
    """The office whose deputy a title is: `phó giám đốc, giám đốc Sở X` share their office."""
    return post.concept.key.removeprefix("standing-").removeprefix("deputy-")


class Ties:
    """The rules over one sentence's tokens for what verbs say, and what all rules share."""

    def __init__(self, tokens: list[Token], *, announced: bool) -> None:
        self._tokens = tokens
        self._verbs = Verbs(tokens, announced=announced)
        self._codes = "".join(t.code for t in tokens)

    def _person(self, index: int) -> PersonMention:
        value = self._tokens[index].value
        assert isinstance(value, PersonMention)
        return value

    def _posts(self, start: int, end: int) -> list[Post]:
        return [t.value for t in self._tokens[start:end] if isinstance(t.value, Post)]

    def _with(self, place: int) -> bool:
        """Whether a token means `with`, `for` or `of`, not `and`."""
        token = self._tokens[place]
        return token.code in "doO" or (token.cue is not None and token.cue.key == WITH)

    def _to_right(self, start: int, end: int, person: int, posts: list[Post]) -> Iterator[Holding]:
        owners = [person]
        if self._plural(start):
            shared = _RIGHT_ALL.match(self._codes, end) or _RIGHT_SHARED.match(self._codes, end)
            if shared is not None:
                owners = [i for i in range(shared.start(1), shared.end(1)) if self._codes[i] == "P"]
        told = self._verbs.told(start) if self._codes[end : end + 1] == "=" else None
        if self._codes[end : end + 1] == "t":
            told = Told(Status.FORMER)
        if told is not None and _SUCCEEDS.search(self._codes, 0, start):
            told = Told(Status.APPOINTED)
        told = told or self._gone(end, person) or self._verbs.dismissing(start) or Told(Status.CURRENT)
        for owner in owners:
            for post in posts:
                status = former(post, told.status)
                yield Holding(self._person(owner), post, status, "post-before-name", told.step)

    def _gone(self, end: int, person: int) -> Told | None:
        """`R P nghỉ hưu`: the person before whose name the posts stand has left them."""
        released = self._verbs.released(end, person + 1)
        if released is None or released.party:
            return None
        return Told(Status.ENDED, released.step)

    def _plural(self, start: int) -> bool:
        """Whether several hold the posts: a plural or a number above one stands before them.

        It may stand before the verb: `bầu 3 đồng chí vào Ban Thường vụ`, `các đồng chí là ủy viên: …`.
        """
        if not start:
            return False
        token = self._tokens[start - 1]
        if self._codes[:start].endswith(("BOg", "BOgg", "O=")):
            return True
        return token.code == "O" or (token.code == "w" and token.number > 1)

    def _shared(self, start: int, posts: list[Post]) -> list[Post]:
        """The posts that a counted group can share: `3 nguyên Bí thư Tỉnh ủy` are secretaries of three."""
        counted = self._tokens[start - 1].number > 1 if start else False
        return [post for post in posts if not (counted and _one_each(post))]

    def _by_verb(self, start: int, end: int, posts: list[Post]) -> Iterator[Holding]:
        codes = self._codes
        if _OF_KIN_ALONE.search(codes, 0, start):
            return
        elected = self._elected_list(start)
        if elected is not None and elected.start(1) == start:
            yield from self._elected(elected, posts)
            return
        posts = self._shared(start, posts)
        listed = _RIGHT_ITEMS.match(codes, end)
        each = "d" in codes[end : listed.start(2)] and _REGARDED.search(codes, 0, start) if listed else None
        several = listed is not None and self._told_by_name(start, end, listed, posts)
        if listed is not None and (listed.group(1) or self._plural(start) or each or several):
            too = codes[listed.end() : listed.end() + 1] in ("", ";") and _ELECTED_TOO.search(codes, 0, start)
            told = self._verbs.told(start) or Told(Status.APPOINTED if too else Status.CURRENT)
            posts = [self._where_told(post, *listed.span(2)) for post in posts]
            if _OWN_TITLES.fullmatch(listed.group(2)):
                posts = [post for post in posts if post.organization is not None]
            for owner in self._alike(i for i in range(listed.start(2), listed.end(2)) if codes[i] == "P"):
                yield from self._held(owner, posts, told, "listed")
            return
        gone = _GONE_ITEMS.match(codes, end) if self._plural(start) else None
        if gone is not None:
            told = Told(Status.ENDED, step_of(self._tokens[end]))
            for owner in (i for i in range(gone.start(1), gone.end(1)) if codes[i] == "P"):
                yield from self._held(owner, posts, told, "listed")
            return
        consists = self._consists(start, end)
        if consists is not None and self._says_who(end, consists.start(1)):
            told = self._verbs.told(start) or Told(Status.CURRENT)
            for owner in (i for i in range(consists.start(1), consists.end(1)) if codes[i] == "P"):
                yield from self._held(owner, posts, told, "listed")
            return
        named = _RIGHT_LISTED.match(codes, end)
        if named is not None:
            for owner in (i for i in range(named.start(1), named.end(1)) if codes[i] == "P"):
                for post in posts:
                    yield Holding(self._person(owner), post, former(post, Status.CURRENT), "listed")
            return
        regarding = _RIGHT_REGARDING.match(codes, end)
        verb = _REGARDED.search(codes, 0, start)
        if regarding is not None and verb is not None and self._regards(regarding.start(1)):
            status = _BY_VERB[(verb.group(1) or "b").lower()]
            step = step_of(self._tokens[max(verb.start(1), verb.start(2))])
            if status is Status.ENDED and self._verbs.only_asked(verb.start()):
                status, step = Status.CURRENT, None
            each = _EACH.match(codes, regarding.start(1))
            reach = each.end() if each is not None else regarding.end()
            owners = [i for i in range(regarding.end() - 1, reach) if codes[i] == "P"]
            each_one = _PAIRED.fullmatch(codes, start, end) and _PAIR.match(codes, owners[0]) is not None
            for place, owner in enumerate(owners):
                for post in posts[place : place + 1] if each_one else posts:
                    yield Holding(self._person(owner), post, former(post, status), "regarding", step)
            return
        chosen = _TAKEN_BY.match(codes, end)
        if chosen is not None and "P" not in codes[:start]:
            told = Told(Status.APPOINTED, step_of(self._tokens[end]))
            yield from self._held(chosen.end() - 1, posts, told, "verb")
            return
        after = _RIGHT_AFTER.match(codes, end)
        fronted = _FRONTED.search(codes, 0, start)
        ahead = _AHEAD.match(codes, end)
        if ahead is not None and self._verbs.open_bracket(ahead.end()) != self._verbs.open_bracket(start):
            ahead = None
        if fronted is not None and ahead is not None:
            status = Status.FORMER if fronted.group()[0] in "tD" else Status.CURRENT
            cue = self._tokens[fronted.start()].cue
            if cue is not None and cue.key == BEFORE_HOLDING:
                return
            rule = CAREER if cue is not None and cue.key == IN_OFFICE else "fronted"
            for post in posts:
                yield Holding(self._person(ahead.end() - 1), post, former(post, status), rule)
            return
        moved = self._moved_from(start, end)
        if moved is not None:
            for post in posts:
                yield Holding(self._person(moved), post, former(post, Status.ENDED), "verb")
            return
        subject = self._subject(start)
        if subject is None and _DATED.search(codes, 0, start):
            yield from self._dated(start, posts)
            return
        beside = self._by(start) or _BESIDE_ANOTHER.search(codes, 0, start) is not None
        beside = beside or self._according(start) or self._regarded_by_title(start, end)
        if subject is None or (beside and after is not None):
            if after is not None and self._introduced(start, end, after.end() - 1):
                yield from self._to_right(start, end, after.end() - 1, posts)
            return
        between = codes[subject + 1 : start]
        if (
            "N" in between[-3:]
            or not (re.search(r"[begtrc=+]", between) or self._sent(subject, between))
            or re.search("[BEQ][^ber]*$", between)
            or _OTHERS_ACT.fullmatch(between) is not None
            or self._quotes(subject, start)
        ):
            return
        learned = _AFTER_DEGREE.fullmatch(between) is not None and codes[end : end + 1] in ("", ",", ";")
        closed = codes[end : end + 1] in ("", ";")
        begun = closed and _CAREER_BEGINS.fullmatch(between) is not None
        if not (learned or begun or _NEAR.search(between)) or self._another_acts(subject, start, end):
            return
        if _OF_SEVERAL.search(between) or _NAMED_ONLY.fullmatch(between) or self._of_another(subject, start):
            return
        event = self._verbs.told(start) if codes[end : end + 1] != "G" else None
        if event is not None and event.step is not None and _DENIED.match(codes, end):
            return
        if event is not None and event.status is Status.APPOINTED and _REVOKED.match(codes, end):
            event = Told(Status.ENDED, _DISMISSED)
        if event is not None and event.status is Status.APPOINTED and self._wrongly(end):
            event = Told(Status.FORMER, weak=True)
        if event is not None and self._left_for_another(end):
            event = Told(Status.FORMER)
        if event is not None and event.weak and self._since(end):
            event = Told(Status.CURRENT)
        if event is not None and event.status is Status.CURRENT and self._was_then_another(end):
            event = Told(Status.FORMER, weak=True)
        held_now = event is not None and event.status is Status.CURRENT and self._verbs.now(subject, start)
        rule = NOW if held_now else "verb"
        owners = self._subjects(subject) if event is not None else []
        owners = owners[-1:] if _CUT_SHORT.search(codes, 0, start) else owners
        each_one = len(owners) == len(posts) == _TWO and self._one_each_in_order(owners, start, end)
        for place, owner in enumerate(owners):
            own = posts[place : place + 1] if each_one else posts
            taken, held = self._still_held(start, end, own, event or Told(Status.CURRENT))
            yield from self._held(owner, taken, event or Told(Status.CURRENT), rule)
            yield from self._held(owner, held, Told(Status.CURRENT), "verb")
        if event is not None and event.status is Status.APPOINTED:
            yield from self._in_turn(end, event)

    def _elected_list(self, place: int) -> re.Match[str] | None:
        """The list of those elected to an office that holds a token (``bầu R: P, R; P, R``)."""
        found = _ELECTED_LIST.finditer(self._codes)
        return next((each for each in found if each.start(1) <= place < each.end()), None)

    def _elected(self, listed: re.Match[str], posts: list[Post]) -> Iterator[Holding]:
        """Who was elected to the office told before a list, unless each of them is given its title anew.

        ``bầu Trưởng ban của HĐND: ông P - Trưởng Ban X; bà P - Trưởng Ban Y``.
        """
        owners = [i for i in range(listed.start(2), listed.end(2)) if self._codes[i] == "P"]
        anew = [self._is_elected(listed, post) for post in self._posts(*listed.span(2))]
        if sum(anew) >= len(owners):
            return
        told = Told(Status.APPOINTED, step_of(self._tokens[listed.start()]))
        for owner in owners:
            yield from self._held(owner, posts, told, "listed")

    def _is_elected(self, listed: re.Match[str], post: Post) -> bool:
        """Whether a title in a list of those elected is of the kind that they were elected to."""
        return any(stem(post) == stem(head) for head in self._posts(*listed.span(1)))

    def _told_by_name(self, start: int, end: int, listed: re.Match[str], posts: list[Post]) -> bool:
        """`Phó Bí thư khóa X gồm: ông P - R; bà P, R`: the several who hold a post, one by one.

        It opens its clause and is no post that one alone holds (``chọn 3 người cho chức R gồm: P, P``).
        """
        opens = start == 0 or self._codes[start - 1] == ";"
        several = opens and all(post.concept.one("seats") != "1" for post in posts)
        return several and listed.group(2).count("P") > 1 and self._says_who(end, listed.start(2))

    def _where_told(self, post: Post, start: int, end: int) -> Post:
        """A post told without its office, at that of one of its kind in the list of those who hold it.

        ``8 phó chủ tịch gồm: bà P (Phó Chủ tịch Thường trực X), ông P``.
        """
        if post.organization is not None or post.concept.one("family") not in _OF_ONE_BODY:
            return post
        told = (p for p in self._posts(start, end) if stem(p) == stem(post) and p.organization is not None)
        alike = next(told, None)
        return replace(post, organization=alike.organization) if alike is not None else post

    def _in_turn(self, end: int, told: Told) -> Iterator[Holding]:
        """Those who were appointed beside the one whom the verb names, in a list that ends the sentence.

        ``bầu ông P làm R; ông P - R; bà P: R, R`` — a comma is enough of a mark only after a semicolon.
        """
        listed = _IN_TURN.match(self._codes, end)
        if listed is None:
            return
        for item in _TURN.finditer(self._codes, listed.start(), listed.end(1)):
            posts = [post for post in self._posts(item.start(), item.end()) if not post.former]
            yield from self._held(self._codes.index("P", item.start()), posts, told, "listed")

    def _one_each_in_order(self, owners: list[int], start: int, end: int) -> bool:
        """`P và P được bầu làm R và R`: a post for each, unless both are said to hold both."""
        said = self._tokens[owners[0] : start]
        both = any(t.code == "a" or (t.cue is not None and t.cue.key == ALL_TOGETHER) for t in said)
        joined = _PAIR.match(self._codes, owners[0]) is not None and not both
        return joined and _PAIRED.fullmatch(self._codes, start, end) is not None

    def _consists(self, start: int, end: int) -> re.Match[str] | None:
        """The people whom a plural title, or a number of people it regards, is said to consist of."""
        if self._plural(start):
            return _CONSISTS.match(self._codes, end)
        counted = _COUNTED.match(self._codes, end)
        if counted is None or not any(t.number > 1 for t in self._tokens[end : counted.end()]):
            return None
        return _CONSISTS.match(self._codes, counted.end())

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

    def _says_who(self, start: int, end: int) -> bool:
        """Whether a word for `consists of` stands between a plural title and the names."""
        return any(t.cue is not None and t.cue.key == CONSISTS_OF for t in self._tokens[start:end])

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

    def _left_for_another(self, end: int) -> bool:
        """`P giữ chức R trước khi về làm R`: what comes after a post tells that another one followed."""
        at = end + 1 if self._codes[end : end + 1] == "," else end
        if at < len(self._codes) and self._codes[at] == "V":
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

    def _regards(self, place: int) -> bool:
        """Whether words tie a post to the person after it (``đối với``, ``với``), not just list them."""
        first = next((i for i in range(place, len(self._codes)) if self._codes[i] in "do&"), place)
        return self._codes[first] != "&" or self._with(first)

    def _moved_from(self, start: int, end: int) -> int | None:
        """`P từ R sang làm R`: whose first post a move to another one has ended."""
        if start < 2 or self._codes[start - 2] != "P":
            return None
        cue = self._tokens[start - 1].cue
        moves = cue is not None and cue.key == FROM and _MOVES.match(self._codes, end)
        return start - 2 if moves else None

    def _another_acts(self, subject: int, start: int, end: int) -> bool:
        """Whether the one named before says it of somebody named next (``P cho biết, khi làm R, ông P``)."""
        between = self._codes[subject + 1 : start]
        return "s" in between and "," in between and _AHEAD.match(self._codes, end) is not None

    def _subjects(self, last: int) -> list[int]:
        """The people of a list that ends in ``last``: `P, P và P được bầu làm R`."""
        counted = self._counted(last)
        if counted:
            return counted
        elected = _ELECTED_ITEMS.search(self._codes, 0, last)
        if elected is not None:
            return [i for i in range(elected.start(), last + 1) if self._codes[i] == "P"]
        match = _SUBJECTS.search(self._codes, 0, last + 1) or _TOLD_BEFORE.search(self._codes, 0, last)
        if match is None:
            return [last]
        named = [i for i in range(match.start(1), match.end(1)) if self._codes[i] == "P"]
        named = named if last in named else [*named, last]
        addressed = [self._person(i).honorific for i in named]
        plural = match.start(1) and self._codes[match.start(1) - 1] == "O"
        return named if plural or addressed[0] or not any(addressed) else [last]

    def _counted(self, last: int) -> list[int]:
        """The people of a list up to its ``last``, if they were counted before (``3 ông: P - R; P; P``)."""
        match = _COUNTED_ITEMS.search(self._codes, 0, last)
        if match is None:
            return []
        named = [i for i in range(match.start(), last + 1) if self._codes[i] == "P"]
        before = self._tokens[max(0, match.start() - 2) : match.start()]
        return named if any(token.number == len(named) for token in before) else []

    def _dated(self, start: int, posts: list[Post]) -> Iterator[Holding]:
        """`2001 - 2005: R`: a step in the career of whom the text speaks of, if a year stands there."""
        place = self._tokens[start].start
        for post in posts:
            yield Holding(PersonMention(place, place, ""), post, Status.CURRENT, DATED)

    def _held(self, owner: int, posts: list[Post], told: Told, rule: str) -> Iterator[Holding]:
        rule = CAREER if told.weak else AGAIN if told.again else rule
        for post in posts:
            yield Holding(self._person(owner), post, former(post, told.status), rule, told.step)

    def _alike(self, people: Iterable[int]) -> Iterator[int]:
        """The people of a list, up to one who is addressed where the first of all is not."""
        first = None
        for index in people:
            first = self._person(index) if first is None else first
            if self._person(index).honorific and not first.honorific:
                return
            yield index

    def _introduced(self, start: int, end: int, person: int) -> bool:
        """Whether a title introduces the person after a mark.

        After a comma only where the sentence begins, or where nobody is named before (but for one joined
        by `and`) and the person speaks, stands between commas or at the end, or does what is done by the
        title: `Tại buổi làm việc, R, ông P cho biết`; `Dự lễ có R, ông P`; `do R, ông P chủ trì`.
        """
        mark = self._codes[end]
        if mark == ":" and _TELLS_OF.match(self._codes, person + 1):
            return False
        if mark in ":=-" or self._regarded_by_title(start, end):
            return True
        if not self._person(person).honorific:
            return False
        speaks = self._codes[person + 1 : person + 2] == "s" and self._codes[:start].endswith(",")
        if _HEADLINE.fullmatch(self._codes, 0, start):
            return True
        if mark != "," or start == 0 or (speaks and "P" not in self._codes[:start]):
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
            return _BESIDE_KIN.fullmatch(after) is None
        told = after.startswith(("-", ",", "(")) or any(c in after for c in "bre")
        return self._codes[:person].endswith("y") and not told

    def _is_other(self, person: int, start: int) -> bool:
        """Whether a post is another's than that of the one named before it: who is replaced, or appoints."""
        return self._replaced_at(person, start) or self._acts(person)

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
