"""Lists of those who hold or were given a post, and what all rules over one sentence share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.mention import PersonMention
from kg.model import Status
from kg.relate.codes import Token
from kg.relate.posts import Post
from kg.relate.verbs import Told, Verbs, step_of

WHY = (
    r"(?:\((?:[bwer-]{1,6}|w{1,4}(?:,w{1,6}){1,3})\)|,?lw{0,4}|w[er](?=[,;&]|$)|(?<=\))e(?=[,;&])|,ew{0,4}(?=[;&]|$)"
    r"|,?wbw{0,2}(?=[,;&]|$))?"
)
"""Age and home (``(51 tuổi, quê Hà Nội)``), why somebody leaves (``(nghỉ hưu)``), or ``(tái cử)``."""
_SUBJECTS = re.compile(r"(?:^|[^PR,(-]|R(?!,)|[gb=]R,)(P(?:(?:,|&|,&)P)+)$")
ITEM = rf"P{WHY}(?:\(w{{1,3}},[=g]w?R\)|(?:[,(-][=w]{{0,2}}|(?<=\)))R(?:[,&]?R)*\)?)?{WHY}"
_TOLD_BEFORE = re.compile(rf"(?:^[w&][^PR;]*,|^|[bBO:;]|[gb]n?R,)({ITEM}(?:[,;]{ITEM})*,?&)$")
_ELECTED_ITEMS = re.compile(rf"BO:?((?:{ITEM};&?O?)+)$")
"""`bầu các ông: P, R; P, R; P giữ chức R`: all of them were elected to the last post."""
_ELECTED_LIST = re.compile(rf"B[nO]{{0,2}}(R(?:[,&]R)*):O?({ITEM}(?:[,;]&?O?{ITEM})*)")
"""`bầu R: P, R; P, R`: who was elected to the office told first, each perhaps with a title."""
_OBJECTS = re.compile(rf"B((?:{ITEM};&?)+)$")
"""`bầu ông P, R; bà P, R; ông P, R giữ chức R`: each of them was elected to the last post."""
_OPENING_ITEMS = re.compile(r"^(?:w{1,2},)?((?:P[,-]R(?:[,&]R)*;&?)+)$")
"""`Ông P, R; bà P, R được bầu làm R`: nothing else is told of the first ones."""
_TITLED_BEFORE = re.compile(r"^(?:\(w{1,4}\)-)?((?:R(?:[,&]R)*P(?:,&?|&))+)R(?:[,&]R)*$")
"""`R P và R P vừa được bầu làm R`: titles before both names part them."""
_GIVEN = re.compile(r"Pw{0,3}[br]")
_TITLED_AND_GIVEN = re.compile(r"P[,-]R(?:[,&]R)*,?w{0,3}[br]")
_PLURAL_ITEMS = re.compile(rf"O:?((?:{ITEM};&?O?)+)$")
"""`các đồng chí P, R; P, R; P, R, thôi giữ chức R`: what the verb tells is told of all of them."""
_BRACKETED_ITEMS = re.compile(r"O:?((?:P(?:\([^()]*\))?(?:,&?|&))+)(?=P)")
"""`các đồng chí: P (R), P (R), P được bầu làm R`: titles in brackets part one from the next."""
_COUNTED_ITEMS = re.compile(rf":?((?:{ITEM}(?:[,;]&?|&))+)$")
"""`3 ông: P - R, R; P - R; P - R`: as many names as were counted before them."""
_CONSISTS = re.compile(rf"(?:w{{2,4}}(?:-w)?,?)?,?w{{1,2}}O?:?({ITEM}(?:(?:[,;]&?|&){ITEM})+)")
_COUNTED = re.compile(r"dw{1,4}(?=,?w)")
_LEAVE = re.compile(r"w{0,3}(e)(?![^;P]*R)")
_NEXT = r"(?:;&?|,&?|&)O?P[-:]R(?:[,&]R)*|;&?O?P,R(?:[,&]R)*"
_TURN, _IN_TURN = re.compile(_NEXT), re.compile(rf"((?:{_NEXT})+)[w,()-]{{0,8}}$")
_TWO = 2
DATED, NOW, AGAIN = "dated", "now", "again"
FORMER, WITH, FROM, CONSISTS_OF, BY = "former", "with", "from", "consists", "by"
RANK = "rank"
ALL_TOGETHER, IN_TURN, HELD_IN_TURN = "all-together", "in-turn", "in-turn-holding"
CAREER = "career"
_POLITBURO = "politburo"
_GIVEN_THERE = re.compile(r"[^PR]*[bBrQ]")
"""What a decision gives, up to the post (``công bố quyết định điều động, chỉ định giữ chức R``)."""
_OF_ONE_BODY = frozenset({"chair", "secretary"})
_PAIRED, _PAIR = re.compile(r"R&R"), re.compile(r"P[&,]P(?![,&]+P)")
"""`bí thư và phó bí thư đối với P và P`: a post for each."""
_LISTED = re.compile(r"R(?:(?:,|&|,&)R)+")


_OF_OFFICE, _OWN_TITLE = re.compile(r"o(?:w{0,4}&|R[,&])*$"), re.compile(r"[,(-]{1,2}R")
"""`theo quyết định của X và R: P - R`: an office spoken of, and one behind the colon with another title."""
_OTHERS_ACT = re.compile(r"[^=]*O(?:w{0,2}|R)[ber][^PR]*")
"""`chúc mừng các đồng chí được bầu làm R`, `các R được bầu vào R`: what those without names are told of."""
_PASSIVE, _ANNOUNCES, _NEAR_THEM = "passive", "announces-decision", 6
"""So many tokens may stand between those without names and what is told of them."""


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


def seats_one(posts: list[Post]) -> bool:
    """Whether only one person at a time can hold one of the posts (``A và B, tổng giám đốc X``)."""
    return any(post.concept.one("seats") == "1" and not _held_by_many(post) for post in posts)


def _held_by_many(post: Post) -> bool:
    """Whether the post is one that several hold in bodies of its kind (``Bí thư Trung ương Đảng``)."""
    kinds = {kind.rpartition(":")[2] for kind in post.concept.properties.get("manyAt", ())}
    return post.organization is not None and post.organization.kind in kinds


class Lists:
    """The rules over one sentence's tokens for lists of people, and what all rules share."""

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

    def _others_undergo(self, subject: int, start: int) -> bool:
        """Whether several without names are told of (``P với các cán bộ được phong hàm R và bổ nhiệm R``)."""
        if _OTHERS_ACT.fullmatch(self._codes, subject + 1, start) is not None:
            return True
        plural = self._codes.find("O", subject, start)
        near = self._tokens[plural + 1 : min(start, plural + _NEAR_THEM)] if plural >= 0 else ()
        return any(token.cue is not None and token.cue.key == _PASSIVE for token in near)

    def _announces(self, subject: int, start: int) -> bool:
        """`P công bố quyết định bổ nhiệm giữ chức R`: who announces a decision is not whom it is about."""
        keys = [token.cue.key if token.cue is not None else "" for token in self._tokens[subject + 1 : start]]
        if _ANNOUNCES not in keys:
            return False
        place = keys.index(_ANNOUNCES)
        given = _GIVEN_THERE.match(self._codes, subject + 1 + place, start) is not None
        return given and _PASSIVE not in keys[:place]

    def _people(self, start: int, end: int) -> list[int]:
        """The places of the people named in ``start:end``."""
        return [place for place in range(start, end) if self._codes[place] == "P"]

    def _with(self, place: int) -> bool:
        """Whether a token means `with`, `for` or `of`, not `and`."""
        token = self._tokens[place]
        return token.code in "doO" or (token.cue is not None and token.cue.key == WITH)

    def _spoken_of(self, start: int, person: int) -> bool:
        """Whether a title is only that of an office whose words follow, on somebody with another title."""
        of_office = _OF_OFFICE.search(self._codes, 0, start) is not None
        return of_office and _OWN_TITLE.match(self._codes, person + 1) is not None

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

    def _elected_list(self, place: int) -> re.Match[str] | None:
        """The list of those elected to an office that holds a token (``bầu R: P, R; P, R``)."""
        found = _ELECTED_LIST.finditer(self._codes)
        return next((each for each in found if each.start(1) <= place < each.end()), None)

    def _elected(self, listed: re.Match[str], posts: list[Post]) -> Iterator[Holding]:
        """Who was elected to the office told before a list, unless each of them is given its title anew.

        ``bầu Trưởng ban của HĐND: ông P - Trưởng Ban X; bà P - Trưởng Ban Y``.
        """
        owners = self._people(*listed.span(2))
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

        It opens its clause, perhaps behind their number in words (``Chín Phó Chủ tịch X gồm: …``), and is no
        post that one alone holds (``chọn 3 người cho chức R gồm: P, P``).
        """
        opens = start == 0 or self._codes[start - 1] == ";" or self._codes[:start] == "w"
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

    def _in_order(self, owners: list[int], start: int, end: int) -> bool:
        """`P, P và P được bầu làm R, R và R`: a post for each, unless all are said to hold all.

        As many posts as people are one for each where two of each are joined, where they are said to come in
        turn and where nobody can share one of them.
        """
        said = self._tokens[min(owners[0], start) : max(owners[0], start)]
        keys = {t.cue.key for t in said if t.cue is not None}
        if ALL_TOGETHER in keys or any(t.code == "a" for t in said):
            return False
        if _PAIR.match(self._codes, owners[0]) and _PAIRED.fullmatch(self._codes, start, end):
            return True
        posts = self._posts(start, end)
        if len(owners) < _TWO or len(owners) != len(posts) or not _LISTED.fullmatch(self._codes, start, end):
            return False
        return self.in_turn(said) or seats_one(posts)

    def _shared_out(self, owners: list[int], start: int, end: int, posts: list[Post]) -> list[list[Post]]:
        """The posts of each of several people; none where nobody can tell whose is whose."""
        if len(owners) == len(posts) and self._in_order(owners, start, end):
            return [[post] for post in posts]
        apart = len(owners) > 1 and len(posts) > 1 and seats_one(posts)
        return [[] if apart else posts for _ in owners]

    @staticmethod
    def in_turn(tokens: list[Token]) -> bool:
        """Whether posts are said to be given or held one after the other."""
        return any(t.cue is not None and t.cue.key in (IN_TURN, HELD_IN_TURN) for t in tokens)

    def _consists(self, start: int, end: int) -> re.Match[str] | None:
        """The people whom a plural title, or a number of people it regards, is said to consist of."""
        if self._plural(start):
            return _CONSISTS.match(self._codes, end)
        counted = _COUNTED.match(self._codes, end)
        if counted is None or not any(t.number > 1 for t in self._tokens[end : counted.end()]):
            return None
        return _CONSISTS.match(self._codes, counted.end())

    def _leave(self, end: int) -> Told:
        """What a verb says of all whom a list ends with (``các R gồm P và P thôi chức``): left, or held."""
        match = _LEAVE.match(self._codes, end)
        if match is None:
            return Told(Status.CURRENT)
        return Told(Status.ENDED, step_of(self._tokens[match.start(1)]))

    def _says_who(self, start: int, end: int) -> bool:
        """Whether a word for `consists of`, or a colon, stands between a plural title and the names."""
        told = any(t.cue is not None and t.cue.key == CONSISTS_OF for t in self._tokens[start:end])
        return told or self._codes[end - 1] == ":"

    def _subjects(self, last: int, told: Told, posts: list[Post]) -> list[int]:
        """The people of a list that ends in ``last``: `P, P và P được bầu làm R`."""
        counted = self._counted(last)
        if counted:
            return counted
        listed = _ELECTED_ITEMS.search(self._codes, 0, last) or _PLURAL_ITEMS.search(self._codes, 0, last)
        listed = listed or next(
            (m for m in _BRACKETED_ITEMS.finditer(self._codes, 0, last + 2) if m.end() == last), None
        )
        if listed is None and told.status in (Status.APPOINTED, Status.ENDED) and not seats_one(posts):
            listed = _OBJECTS.search(self._codes, 0, last) or self._opening_items(last)
            if listed is None and _GIVEN.match(self._codes, last) is not None:
                listed = _TITLED_BEFORE.search(self._codes, 0, last)
        if listed is not None:
            return self._people(listed.start(), last + 1)
        match = _SUBJECTS.search(self._codes, 0, last + 1) or _TOLD_BEFORE.search(self._codes, 0, last)
        if match is None:
            return [last]
        named = self._people(*match.span(1))
        named = named if last in named else [*named, last]
        addressed = [self._person(i).honorific for i in named]
        plural = self._codes[: match.start(1)].endswith(("O", "O:"))
        return named if plural or addressed[0] or not any(addressed) else [last]

    def _opening_items(self, last: int) -> re.Match[str] | None:
        """The people with whom a sentence opens, one after the other, up to the ``last``, all addressed."""
        listed = _OPENING_ITEMS.search(self._codes, 0, last)
        if listed is None or _TITLED_AND_GIVEN.match(self._codes, last) is None:
            return None
        named = (*self._people(*listed.span(1)), last)
        return listed if all(self._person(i).honorific for i in named) else None

    def _counted(self, last: int) -> list[int]:
        """The people of a list up to its ``last``, if they were counted before (``3 ông: P - R; P; P``)."""
        match = _COUNTED_ITEMS.search(self._codes, 0, last)
        if match is None:
            return []
        named = self._people(match.start(), last + 1)
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

    def _alike(self, people: Iterable[int], posts: list[Post]) -> Iterator[int]:
        """The people of a list, up to one who is addressed where the first of all is not.

        Officers close it: they come with their rank, and who follows them without one is another guest,
        but for those in the Politburo, among whom they stand by their place.
        """
        open_ = any(p.organization is not None and p.organization.kind == _POLITBURO for p in posts)
        first, closing = None, False
        for index in people:
            first = self._person(index) if first is None else first
            cue = self._tokens[index].cue
            ranked = cue is not None and cue.key == RANK
            if not first.honorific and (closing or self._person(index).honorific) and not ranked:
                return
            closing = ranked and not open_
            yield index
