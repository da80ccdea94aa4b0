"""Who holds which post in one sentence: patterns over its codes (see :mod:`kg.relate.codes`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import Status
from kg.relate.codes import Token
from kg.relate.listed import AGAIN, CAREER, FORMER, Holding, former, seats_one, stem
from kg.relate.posts import Post
from kg.relate.ties import AGE_ALONE, BORN, LIVES
from kg.relate.turns import Turns
from kg.relate.verbs import GROUP, IS_NOW, Told, step_of

_ABOUT_HIM = r"\([^()PR]{1,24}\),?|,w{1,6}[,-]|\(w{1,6},|,w{1,4}(?:,w{1,8}){1,3},"
_LEFT = re.compile(rf"P(?:{_ABOUT_HIM})?[,(:-]{{0,2}}=?$|P&P[,(-]O$|P-[wh]{{1,6}}-$")
_TWO_NAMED = re.compile(r"(?<!P[,&])P[,&]P=$")
_LEFT_SHARED = re.compile(r"(?:^|^[^PR;]*,|O:?|[;:]|P[,-]R(?:[,&]R)*[,&]|=R,)(P(?:(?:,|&|,&)P)+)[,(-]?=?O?$")
_IN_HEADED_LIST = re.compile(r"OR(?:[,&]R)*w?:O?(?:P(?:[,(-]R[^P;]*)?;&?O?)+$")
"""`các R: P - R; P; P và P - R`: what is told behind the last name goes with it alone."""
_LISTED_BEFORE_BRACKET = re.compile(r"O:?(P(?:(?:,|&|,&)P)+)\($")
_TWO = 2
_SEATS = ("member", "delegate")
_TITLED = re.compile(r"RP[,;&]{1,2}$")
"""A list of titles with the name after each: `R P, R - R P`, but for what a semicolon ends: `R P, R; R P`."""
_IN_BRACKETS = re.compile(r"P\((?:R[wo,]*)+,$")
_LEFT_INSIDE = re.compile(r"P\([^()P]*[,;-]$")
_LEFT_LIVING = re.compile(r"P(?:\([^()PR]{1,24}\))?(?:,w{1,12}){1,5}[(-]$")
"""`P (sinh năm 1960), trú tại phường X, TP Y (R)`."""
_RIGHT = re.compile(r"(?:\([w,]{1,16}\))?[=t]?P")
_NEXT_NAME = re.compile(r"[,&;]{1,2}P")
_ELECTS = re.compile(r"B[^PR;]*(?:O?P(?:[,&]P)*=R[,;&]{1,2})*O?(?:P[,&])*$")
_BESIDES = re.compile(r"R\+R[^PRgn=+:]*")
"""`bổ nhiệm P, R kiêm chức R`, and no more: what the person is appointed to comes last."""
_PLURAL = 5
_SERVES = re.compile(r"R[w+]{0,2}o$")
"""`R của R, R P`: the office of the second title is that which the first one serves, not the person's."""
_REPORTED_TO = re.compile(r"[^PR;]*[&do]O?$")
_OFFICE_SPOKEN_OF = re.compile(r"(?:^|[wd])n$")
_SPEAKER = re.compile(r"[sw]")
_ASSIGNED_TO = re.compile(r"P[^PR;]*x[^PR;]*[gbr]n?$")
"""`P được đề cử làm R - R P cho hay`: the title after the dash is that of who tells it."""
_CHAIRS = frozenset({"chair", "deputy-chair"})
_LEADS_FIRM = frozenset({"general-director", "deputy-general-director"})
_FIRMS = frozenset({"bank", "company", "corporation", "economic-group", "other-organization"})
_SENDS = "sends"
_PRETENDS, _PASSIVE, _DECIDES = "pretends", "passive", re.compile(r"[bBeE](?:[,;.]|$)")
_PARTS_OFF = ("", ",", ";", ")", "=")
_REPLACED, _SUCCEEDED = re.compile(r"(?:[do]O?P)?[,(w&-]{0,10}yP"), re.compile(r"y(P)[gnw]{1,3}$")
_VOTED_ON = re.compile(r"[BE][nwO]{0,4}(R(?:[,&]R)*)[,w]{0,3}dO?P[,-]$")
_GONE = re.compile(r"w{0,5}[er]")
_SUM, _SUM_BEFORE = re.compile(r"\((w)[w,]+\)"), re.compile(r"RP\((w)[w,]+\)[,&]{1,2}$")
_REGARDED_BEFORE = re.compile(r"[BE][nwO]{0,4}R(?:[,&]R)*[,w]{0,8}dP,$")


def holdings_of(tokens: list[Token], *, announced: bool = False) -> Iterator[Holding]:
    """Every tie of a person to a post that a rule finds among a sentence's tokens.

    ``announced`` says that the sentence tells in detail of the appointments that the one before announced.
    """
    yield from _Sentence(tokens, announced=announced).holdings()


class _Sentence(Turns):
    """The rules over one sentence's tokens."""

    def holdings(self) -> Iterator[Holding]:
        """Every tie of a person to a post that a rule finds."""
        for match in GROUP.finditer(self._codes):
            abroad = any(post.abroad for post in self._posts(match.start(), match.end()))
            for holding in self._owned(match.start(), match.end()):
                yield replace(holding, post=replace(holding.post, abroad=abroad))

    def _carried(self, start: int, end: int) -> list[Post]:
        """The posts; `nguyên` holds for those after it in a list, and a deputy shares the office of the head.

        It does not for that of an association, which people lead after they left office, nor a new one.
        Of what brackets hold former posts count (``Bí thư Huyện ủy (nguyên Giám đốc Sở)``) and those whose
        office they name (``Trưởng Ban Pháp chế (Giám đốc Sở Tư pháp)``).
        """
        out: list[Post] = []
        former, inner, inside = False, False, False
        for token in self._tokens[start:end]:
            if token.code in "()":
                inside, inner = token.code == "(", False
            elif token.code == "=":
                former = inner = False
            elif isinstance(token.value, Post) and inside:
                inner = inner or token.value.former
                told = inner or token.value.organization is not None
                out.extend([replace(token.value, former=inner)] if told else [])
            elif isinstance(token.value, Post):
                ends = token.value.aside or token.value.newly
                former = token.value.former or (former and not ends)
                out.append(replace(token.value, former=former))
        for place in range(len(out) - 2, -1, -1):
            one = out[place].organization is None and stem(out[place]) == stem(out[place + 1])
            if one or _chairs_firm(out[place], out[place + 1]):
                out[place] = replace(out[place], organization=out[place + 1].organization)
        return _of_one_term(out)

    def _owned(self, start: int, end: int) -> Iterator[Holding]:
        """Who holds posts; a semicolon parts those of who is named before from those of the next."""
        if self._only_said(start, end):
            return
        if self._codes[:start].endswith("a"):
            yield from self._all_are(start, self._carried(start, end))
            return
        left, right = self._left(start, end), _RIGHT.match(self._codes, end)
        cut = self._codes.rfind(";", start, end)
        own_after = cut > 0 and self._codes[start - 1] == ","
        if left is not None and right is not None and _TITLED.search(self._codes, 0, start):
            left = left if own_after else None
        if left is not None and right is not None and cut > 0 and self._verbs.open_bracket(cut) < 0:
            yield from self._to_left(left.start(), start, self._carried(start, cut))
            yield from self._to_right(cut + 1, end, right.end() - 1, self._carried(cut + 1, end))
            return
        own = self._told_apart(start, end) if left is None and right is not None else -1
        if own > 0:
            yield from self._owned(start, own)
            yield from self._owned(own + 1, end)
            return
        other = self._regarded_next(start, end)
        if other > 0:
            yield from self._owned(start, other)
            yield from self._owned(other + _TWO, end)
            return
        dash = self._codes.rfind("-", start, end)
        if right is not None and dash > 0 and _ASSIGNED_TO.search(self._codes, 0, start):
            yield from self._owned(dash + 1, end)
            return
        posts = self._carried(start, end)
        if self._codes[end : end + 1] == "O" and posts[-1].organization is None:
            posts = posts[:-1]
        yield from self._replaced(start, end, posts)
        yield from self._of_either(start, end, left, right, posts)

    def _left(self, start: int, end: int) -> re.Match[str] | None:
        """The one named before posts who may hold them, with what stands between."""
        left = _LEFT.search(self._codes, 0, start)
        if left is not None and not self._short_gap(left.start(), start):
            left = None
        if left is not None and self._each_with_sum(start, end):
            return None
        left = left or _LEFT_INSIDE.search(self._codes, 0, start) or self._left_living(start)
        if left is None or self._of_kin(left.start(), start) or self._new_subject(left.start(), start, end):
            return None
        return left

    def _of_either(
        self, start: int, end: int, left: re.Match[str] | None, right: re.Match[str] | None, posts: list[Post]
    ) -> Iterator[Holding]:
        """Whose posts they are that stand behind one name, before another, or between two."""
        if left is not None and right is not None:
            between = self._codes[left.start() + 1 : start]
            if len(posts) > 1 and between != "":
                yield from self._to_left(left.start(), start, posts[:-1])
                posts = posts[-1:]
            elif between in ("(", ":"):
                right = None
        if right is not None:
            first = max(self._reported_to(start, end, right.end()), self._handed_over(start, end))
            posts = posts[first:]
            posts = [post for post in posts if not _of_another(post, posts[-1])]
            if self._several(start, right.end()):
                posts = posts[-1:]
            yield from self._to_right(start, end, right.end() - 1, posts)
        elif left is not None:
            yield from self._to_left(left.start(), start, posts)
        else:
            yield from self._by_verb(start, end, posts)

    def _told_apart(self, start: int, end: int) -> int:
        """The mark before the titles of the next person, where a verb gives those before it to another one.

        ``bầu ông P làm R; R là bà P``, ``ông P được bầu làm R, R là bà P``, ``do ông P làm R; R P làm R``.
        """
        mark = self._codes.rfind(";", start, end)
        if self._codes[end] == "=":
            mark = max(mark, self._codes.rfind(",", start, end))
        if mark < 0 or self._verbs.open_bracket(mark) >= 0:
            return -1
        given = self._subject(start) is not None and self._verbs.told(start) is not None
        return mark if given else -1

    def _each_with_sum(self, start: int, end: int) -> bool:
        """`R P (27 tỷ đồng), R (5 tỷ đồng)`: each title of the list has a number of its own in brackets."""
        sum_ = _SUM.match(self._codes, end)
        before = _SUM_BEFORE.search(self._codes, 0, start) if sum_ is not None else None
        return before is not None and all(self._counts(m) for m in (before, sum_) if m is not None)

    def _counts(self, brackets: re.Match[str]) -> bool:
        """Whether a number is told first in brackets."""
        return self._tokens[brackets.start(1)].number > 0

    def _regarded_next(self, start: int, end: int) -> int:
        """Where the post begins of the next one whom a decision regards; -1: nowhere.

        ``phê chuẩn chức vụ R đối với P, R và chức vụ R đối với P``: what stands before `và` is the first's.
        """
        if not (self._codes.startswith("d", end) and _REGARDED_BEFORE.search(self._codes, 0, start)):
            return -1
        return self._codes.rfind("&n", start, end)

    def _left_living(self, start: int) -> re.Match[str] | None:
        """Whose age and home are told between the name and the post in brackets or behind a dash."""
        left = _LEFT_LIVING.search(self._codes, 0, start)
        told = self._tokens[left.start() : start] if left is not None else []
        return left if any(t.cue is not None and t.cue.key == LIVES for t in told) else None

    def _handed_over(self, start: int, end: int) -> int:
        """How many titles before a name are an office spoken of (``lễ bàn giao nhiệm vụ R, R P``)."""
        spoken = _OFFICE_SPOKEN_OF.search(self._codes, 0, start) is not None
        return 1 if spoken and self._codes.startswith("R,R", start, end) else 0

    def _reported_to(self, start: int, end: int, after: int) -> int:
        """How many titles before a name are of one who is reported to (``Báo cáo với R, R P cho biết``)."""
        group = self._codes[start:end]
        if _SERVES.search(self._codes, 0, start) is not None and group.startswith("R,R"):
            return 1
        families = [post.concept.one("family") for post in self._posts(start, end)][:2]
        if self._codes[start - 1] != "&" and families == ["secretary", "chair"]:
            return 0
        if self._posts(start, end)[0].concept.key.endswith("member"):
            return 0
        sent = start and self._tokens[start - 1].cue
        if sent and sent.key == _SENDS and group.startswith("R,R"):
            return 1 if self._codes.startswith("s", after) else 0
        if not _REPORTED_TO.fullmatch(self._codes, 0, start) or not _SPEAKER.match(self._codes, after):
            return 0
        return 1 if group.startswith("R,R") and self._with(start - 1) else 0

    def _all_are(self, start: int, posts: list[Post]) -> Iterator[Holding]:
        """`A và B, đều là R`: all the people of the clause hold the posts."""
        clause = self._codes.rfind(";", 0, start) + 1
        for owner in (i for i in range(clause, start) if self._codes[i] == "P"):
            opened = self._verbs.open_bracket(owner)
            if opened >= 0 and opened != self._verbs.open_bracket(start):
                continue
            released = self._verbs.released(owner, start)
            for post in posts:
                gone = released is not None and released.ends(post)
                status = former(post, Status.ENDED if gone else Status.CURRENT)
                step = released.step if released is not None and gone else None
                yield Holding(self._person(owner), post, status, "all-are", step)

    def _only_said(self, start: int, end: int) -> bool:
        """Whether posts are only pretended (`P tự xưng là R`), or of one whose kin is named (`Vợ R là P`).

        So it is with the title alone of who does something (`kết quả bầu P được R phê chuẩn`).
        """
        before = self._tokens[start - 1].cue if start else None
        if before is not None and before.key == _PRETENDS:
            return True
        if before is not None and before.key == _PASSIVE and _DECIDES.match(self._codes, end):
            return True
        return self._codes[:start].removesuffix("o").endswith("K") and self._codes.startswith("=", end)

    def _of_kin(self, person: int, start: int) -> bool:
        """`Chồng bà P là R`, `ông P - chồng bà P - là R`: the post is not that of the one named last."""
        told = self._codes[person + 1 : start]
        before = self._codes[:person]
        return (told == "=" and before.endswith("K")) or (told == "-=" and before.endswith("-K"))

    def _short_gap(self, person: int, start: int) -> bool:
        """Words between person and post are only an age or a year of birth: they hold a digit."""
        words = [t for t in self._tokens[person + 1 : start] if t.code == "w"]
        parts = self._codes.count(",", person + 1, start)
        if parts > AGE_ALONE:
            return self._resident(person, start)
        return not words or any(t.end - t.start <= 4 for t in words)

    def _is_another_now(self, start: int) -> bool:
        """`P, R (nay là R)`: the title told first is the one that was held when something happened."""
        group = GROUP.match(self._codes, start)
        place = group.end() if group is not None else start
        cue = self._tokens[place + 1].cue if self._codes.startswith("(=R", place) else None
        return cue is not None and cue.key == IS_NOW

    def _resident(self, person: int, start: int) -> bool:
        """`P, 33 tuổi, ngụ phường X, TP Y, R`: an age, then a word for where somebody lives or is from.

        Whatever else is told with an age or a birth (``dân tộc Tày``), a post that a mark ends goes with it.
        """
        comma = self._codes.find(",", person + 2, start)
        home = self._tokens[comma + 1].cue
        aged = any(t.number for t in self._tokens[person + 1 : comma])
        if aged and home is not None and home.key in (BORN, LIVES):
            return True
        born = any(t.cue is not None and t.cue.key == BORN for t in self._tokens[person + 1 : start])
        group = GROUP.match(self._codes, start)
        end = group.end() if group is not None else start
        return (aged or born) and self._codes[end : end + 1] in _PARTS_OFF

    def _to_left(self, person: int, start: int, posts: list[Post]) -> Iterator[Holding]:
        each = self._one_each(start, posts) or self._head_and_deputy(person, start, posts)
        if each:
            yield from each
            return
        owners = [person]
        shared = _LEFT_SHARED.search(self._codes, 0, start)
        if shared is not None and _IN_HEADED_LIST.search(self._codes, 0, shared.start(1)):
            shared = None
        if shared is not None and self._codes[start - 1] != "(":
            owners = [i for i in range(shared.start(1), shared.end(1)) if self._codes[i] == "P"]
            owners = owners if self._plural(shared.start(1)) or not seats_one(posts) else [person]
        released = self._verbs.released(owners[0], start)
        if self._is_another_now(start):
            posts = [p if p.concept.key.endswith("member") else replace(p, former=True) for p in posts]
        if any(t.cue is not None and t.cue.key == FORMER for t in self._tokens[person + 1 : start]):
            posts = [replace(post, former=True) for post in posts]
        if self._listed_as_former(start):
            posts = [replace(post, former=True) for post in posts]
        for owner in owners:
            for post in posts:
                rule = "verb" if self._codes[start - 1] == "=" else "post-after-name"
                if released is not None and released.ends(post):
                    status = former(post, Status.ENDED)
                    yield Holding(self._person(owner), post, status, rule, released.step)
                    continue
                told = self._made(person, start, post) or self._verbs.beside(owner, start, post)
                taken = CAREER if told.weak else AGAIN if told.again else rule
                yield Holding(self._person(owner), post, former(post, told.status), taken, told.step)

    def _listed_as_former(self, start: int) -> bool:
        """`P (nguyên R bộ phận X, R)`: a list in brackets that begins with a former post goes on as such."""
        inside = _IN_BRACKETS.search(self._codes, 0, start)
        if inside is None:
            return False
        posts = self._posts(inside.start(), start)
        return bool(posts) and all(post.former for post in posts)

    def _one_each(self, start: int, posts: list[Post]) -> list[Holding]:
        """`các ông P, P và P (R, R và R X)`: as many posts in brackets as names before them, one each."""
        match = _LISTED_BEFORE_BRACKET.search(self._codes, 0, start)
        if match is None:
            return []
        people = [i for i in range(match.start(1), match.end(1)) if self._codes[i] == "P"]
        if len(people) != len(posts):
            return []
        office = posts[-1].organization
        held = [post if post.organization else replace(post, organization=office) for post in posts]
        return self._one_by_one(people, held)

    def _one_by_one(self, people: list[int], posts: list[Post]) -> list[Holding]:
        return [
            Holding(self._person(owner), post, former(post, Status.CURRENT), "post-after-name")
            for owner, post in zip(people, posts, strict=True)
        ]

    def _head_and_deputy(self, person: int, start: int, posts: list[Post]) -> list[Holding]:
        """`P và P là R, R`: the head of an office and its deputy, in the order of their names."""
        named = _TWO_NAMED.search(self._codes, 0, start)
        if named is None or person != start - _TWO or len(posts) != _TWO:
            return []
        first, last = posts
        if first.concept.key == last.concept.key or stem(first) != stem(last):
            return []
        if first.organization != last.organization:
            return []
        return self._one_by_one([person - _TWO, person], posts)

    def _made(self, person: int, start: int, post: Post) -> Told | None:
        """`bầu P, R là R`: the post after the word for `is` is the one that the person was elected to."""
        listed = self._elected_list(person)
        if listed is not None and self._is_elected(listed, post):
            return Told(Status.APPOINTED, step_of(self._tokens[listed.start()]))
        elected = _ELECTS.search(self._codes, 0, person)
        place = next(i for i, token in enumerate(self._tokens[start:], start) if token.start == post.start)
        besides = _BESIDES.fullmatch(self._codes, start) is not None and self._codes[place - 1] == "+"
        besides = besides and self._codes[:person].endswith(("B", "BO"))
        if elected is None or not (besides or self._codes[place - 1] == "="):
            return None
        return Told(Status.APPOINTED, None if besides else step_of(self._tokens[elected.start()]))

    def _several(self, start: int, after: int) -> bool:
        """`các R, R P`: a plural that one name follows is of people without names, up to the next title."""
        token = self._tokens[start - 1] if start else None
        alone = _NEXT_NAME.match(self._codes, after) is None
        return token is not None and token.code == "O" and token.end - token.start <= _PLURAL and alone

    def _replaced(self, start: int, end: int, posts: list[Post]) -> Iterator[Holding]:
        """`giữ chức R thay ông P`, `thay ông P giữ chức R`: who is replaced has left the post.

        It is the post voted on, where a name behind it has one of its own (``bầu R đối với P, R (thay P)``).
        Where a successor is only proposed, words behind the name tell so (``thay ông P đã nghỉ hưu``).
        """
        before, match = _SUCCEEDED.search(self._codes, 0, start), _REPLACED.match(self._codes, end)
        place = before.start(1) if before is not None else match.end() - 1 if match is not None else -1
        voted = _VOTED_ON.search(self._codes, 0, start) if match is not None else None
        gone = match is not None and _GONE.match(self._codes, match.end()) is not None
        if place < 0 or (voted is None and not gone and self._verbs.told(start) is None):
            return
        for post in self._carried(*voted.span(1)) if voted is not None else posts:
            yield Holding(self._person(place), post, Status.ENDED, "replaced")


def _of_one_term(posts: list[Post]) -> list[Post]:
    """The posts, those told before one with its term of office in the same term, if none of them is a seat.

    ``phó bí thư Tỉnh ủy nhiệm kỳ 2010-2015, bí thư Ban cán sự đảng, chủ tịch UBND nhiệm kỳ 2011-2016``.
    """
    terms = [place for place, post in enumerate(posts) if post.until is not None]
    if len(terms) < _TWO or any(post.concept.key.endswith(_SEATS) for post in posts[terms[0] :]):
        return posts
    out = list(posts)
    for place in range(terms[-1] - 1, terms[0], -1):
        if out[place].until is None:
            out[place] = replace(out[place], until=out[place + 1].until)
    return out


def _chairs_firm(post: Post, following: Post) -> bool:
    """`Chủ tịch kiêm Tổng giám đốc X`: a chair told by the title alone chairs the firm told next."""
    alone = post.concept.key in _CHAIRS and post.organization is None
    made = following.organization
    return alone and following.concept.key in _LEADS_FIRM and made is not None and made.kind in _FIRMS


def _of_another(post: Post, last: Post) -> bool:
    """Whether a title before the last one is another person's: who leads a higher committee, or the office.

    ``Bộ trưởng Bộ X, Thứ trưởng P``: nobody is at the head of an office and a deputy there.
    """
    one, other = post.organization, last.organization
    if post.concept.key != last.concept.key and stem(post) == stem(last):
        return one is None or other is None or one == other
    if post.concept.key != "secretary" or one is None or other is None:
        return False
    if post.newly and not last.newly and other.level == 0 and one.territory is not None:
        return not last.concept.key.endswith("member")
    return one.level is not None and other.level is not None and 0 < one.level < other.level
