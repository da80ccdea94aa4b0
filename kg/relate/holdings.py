"""Who holds which post in one sentence: patterns over its codes (see :mod:`kg.relate.codes`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.mention import PersonMention
from kg.model import Status
from kg.relate.codes import Token
from kg.relate.posts import Post

_ASIDE = r"(?:\([w,-]*\))?"
_GROUP = re.compile(rf"R(?:{_ASIDE}[,;&+=n-]{{1,3}}R)*")
_APPOSED = r"P(?:[,(-]+w?,?R(?:[,&]R)*\)?)?"
_EACH = re.compile(rf"[,w]{{0,3}}[do&]({_APPOSED}(?:(?:;|&|,|,&)O?{_APPOSED})*)")
_LEFT = re.compile(r"P(?:\([^()PR]{1,10}\),?|,w{1,6}[,-]|\(w{1,6},)?[,(:-]{0,2}=?$")
_LEFT_SHARED = re.compile(r"(?:^|O:?|[;:]|P[,-]R(?:[,&]R)*[,&])(P(?:(?:,|&|,&)P)+)[,(-]?=?$")
_SUBJECTS = re.compile(r"(?:^|[^PR,(-]|R(?!,))(P(?:(?:,|&|,&)P)+)$")
_LEFT_IN_OFFICE = re.compile(r"[),]*w{0,4}k?([er])(?![^;P]*R)(f?)")
_RELEASED = re.compile(r"(?:([eE])(?=f?[nw]{0,4}d[Oh]?$)|(Q)(?=[&BQ,O]{0,4}$))(f?)")
_CONSIDERED = re.compile(r"x[wkd]{0,4}$")
_BESIDE_KIN = re.compile(r"[-,(]w{0,3}=?")
_SPOKEN_TO = re.compile(r"[^PR]{0,8}d")
_TO = 3
_TITLED = re.compile(r"RP[,;&]{1,2}$")
"""A list of titles with the name after each: `R P, R - R P`."""
_WAS_TAKEN = re.compile(r"(?:v[^;]*|D)P[^P;R]*g[^P;R]*$")
_WAS = re.compile(r"v|DP")
_MOVED = re.compile(r"[^;P]*R")
_LEFT_INSIDE = re.compile(r"P\([^()P]*[,;-]$")
_RIGHT = re.compile(r"(?:\([w,]{1,16}\))?=?P")
_RIGHT_AFTER = re.compile(r"(?:[,:-]|=w?)O?h?P")
_RIGHT_SHARED = re.compile(r"[:,=]?O?:?(P(?:(?:,|&|,&)P)*)")
_RIGHT_LISTED = re.compile(r"[=:w]{0,2}O:?(P(?:,|&|,&)P(?:(?:,|&|,&)P)*)")
_ITEM = r"P(?:[,(-]R(?:[,&]R)*\)?)?"
_RIGHT_ITEMS = re.compile(rf"([=w]{{0,3}}O)?(?:O?w{{1,4}})?:({_ITEM}(?:(?:[,;]&?|&){_ITEM})*)")
_TOLD_BEFORE = re.compile(rf"(?:^|[bBO:;])({_ITEM}(?:[,;]{_ITEM})*,?&)$")
_RIGHT_ALL = re.compile(rf"=O?:?({_ITEM}(?:(?:[,;]&?|&){_ITEM})+)")
_RIGHT_REGARDING = re.compile(r"(?:[,&]{1,2}[EBe]?[gnw]{0,2}R)*([,w]{0,3}[do&]P)")
_TRANSFER = re.compile(r"[r][^RP;]*[gn=][^RP;]*R")
_TRANSFERRED = re.compile(r"[rQ][^RP;]*$")
_TAKES = re.compile(r"[gn][^RP;]*R")
_AHEAD = re.compile(r"[^PR;:]{0,20},P")
_ONLY_PROPOSED = re.compile(r"x[wdR]{0,5}[br]$")
_NEAR = re.compile(r"(?:[bergtc+n&:(][,n:(]{0,2}w{0,3}n?[:(]?|=w{0,2})$")
_FRONTED = re.compile(r"[tc][=n]*$|D[gOn=]+$|^=$")
_GOES_ON = re.compile(r";[,w]{0,3}[beBEQrgt]")
_NEXT_NAME = re.compile(r"[,&;]{1,2}P")
_PLURAL = 5
_DATED = re.compile(r"(?:^|;)[w,()-]{0,4}w[w,()-]{0,12}:[gn=]{0,2}$")
DATED = "dated"
_ASSIGNED = "assigned"
_NOW = "is-now"
_SECOND_POST = re.compile(r"P[,(-]R(?:[,&]R)*[,)]?[gn]+$")
_ELECTED = re.compile(r"[bB][^PR;:]*n[^PR;:]*:(?:O?P[,-]R(?:[,&]R)*[;,])*$")
_REPLACED = re.compile(r"[,w&]{0,4}yP")


@dataclass(frozen=True, slots=True)
class Holding:
    """A tie of a person to a post, with the rule that found it."""

    person: PersonMention
    post: Post
    status: Status
    rule: str
    step: str | None = None


@dataclass(frozen=True, slots=True)
class _Release:
    """A verb that says that posts have ended; ``party``: those in the party alone."""

    step: str | None
    party: bool


@dataclass(frozen=True, slots=True)
class _Told:
    """What a verb says of the posts after it."""

    status: Status
    step: str | None = None


def holdings_of(tokens: list[Token], *, announced: bool = False) -> Iterator[Holding]:
    """Every tie of a person to a post that a rule finds among a sentence's tokens.

    ``announced`` says that the sentence tells in detail of the appointments that the one before announced.
    """
    yield from _Sentence(tokens, announced=announced).holdings()


class _Sentence:
    """The rules over one sentence's tokens."""

    def __init__(self, tokens: list[Token], *, announced: bool) -> None:
        self._tokens = tokens
        self._announced = announced
        self._codes = "".join(t.code for t in tokens)

    def holdings(self) -> Iterator[Holding]:
        """Every tie of a person to a post that a rule finds."""
        for match in _GROUP.finditer(self._codes):
            abroad = any(post.abroad for post in self._posts(match.start(), match.end()))
            for holding in self._owned(match.start(), match.end()):
                yield replace(holding, post=replace(holding.post, abroad=abroad))

    def _person(self, index: int) -> PersonMention:
        value = self._tokens[index].value
        assert isinstance(value, PersonMention)
        return value

    def _posts(self, start: int, end: int) -> list[Post]:
        return [t.value for t in self._tokens[start:end] if isinstance(t.value, Post)]

    def _owned(self, start: int, end: int) -> Iterator[Holding]:
        if self._codes[:start].endswith("a"):
            yield from self._all_are(start, self._posts(start, end))
            return
        left = _LEFT.search(self._codes, 0, start)
        if left is not None and not self._short_gap(left.start(), start):
            left = None
        left = left or _LEFT_INSIDE.search(self._codes, 0, start)
        if left is not None and self._new_subject(left.start(), start, end):
            left = None
        right = _RIGHT.match(self._codes, end)
        if left is not None and right is not None and _TITLED.search(self._codes, 0, start):
            left = None
        posts = _carried(self._posts(start, end))
        yield from self._replaced(start, end, posts)
        if left is not None and right is not None:
            if len(posts) > 1 and self._codes[left.start() + 1 : start] != "":
                yield from self._to_left(left.start(), start, posts[:-1])
                posts = posts[-1:]
            elif self._codes[left.start() + 1 : start] in ("(", ":"):
                right = None
        if right is not None:
            posts = [post for post in posts if not _above(post, posts[-1])]
            if self._several(start, right.end()):
                posts = posts[-1:]
            yield from self._to_right(start, end, right.end() - 1, posts)
        elif left is not None:
            yield from self._to_left(left.start(), start, posts)
        else:
            yield from self._by_verb(start, end, posts)

    def _all_are(self, start: int, posts: list[Post]) -> Iterator[Holding]:
        """`A và B, đều là R`: all the people of the clause hold the posts."""
        clause = self._codes.rfind(";", 0, start) + 1
        for owner in (i for i in range(clause, start) if self._codes[i] == "P"):
            for post in posts:
                yield Holding(self._person(owner), post, _former(post, Status.CURRENT), "all-are")

    def _new_subject(self, person: int, start: int, end: int) -> bool:
        """`R P, R cho biết`: a person with a title before the name, then a title that speaks for itself.

        So does the title of who speaks to a person: `Giao nhiệm vụ cho P, R nhấn mạnh`.
        """
        if self._codes[person + 1 : start] != ",":
            return False
        following = self._codes[end : end + 1]
        if _SPOKEN_TO.fullmatch(self._codes, 0, person):
            to = self._tokens[person - 1]
            return following == "s" and to.end - to.start == _TO
        return self._codes[:person].endswith("R") and following in ("d", "w", "s")

    def _short_gap(self, person: int, start: int) -> bool:
        """Words between person and post are only an age or a year of birth: they hold a digit."""
        words = [t for t in self._tokens[person + 1 : start] if t.code == "w"]
        return not words or any(t.end - t.start <= 4 for t in words)

    def _to_left(self, person: int, start: int, posts: list[Post]) -> Iterator[Holding]:
        owners = [person]
        shared = _LEFT_SHARED.search(self._codes, 0, start)
        if shared is not None and self._codes[start - 1] != "(":
            owners = [i for i in range(shared.start(1), shared.end(1)) if self._codes[i] == "P"]
        released = self._released(owners[0], start)
        for owner in owners:
            for post in posts:
                rule = "verb" if self._codes[start - 1] == "=" else "post-after-name"
                if released is not None and (post.party or not released.party):
                    status = _former(post, Status.ENDED)
                    yield Holding(self._person(owner), post, status, rule, released.step)
                    continue
                told = self._status_beside(owner, start, post)
                yield Holding(self._person(owner), post, _former(post, told.status), rule, told.step)

    def _status_beside(self, person: int, start: int, post: Post) -> _Told:
        """What becomes of a post told after the name: left for another one, just taken, or held."""
        if self._leaves(person, start, post):
            return _Told(Status.ENDED)
        if self._codes[start - 1] == "=" and self._was(person, start):
            return _Told(Status.FORMER)
        elected = _ELECTED.search(self._codes, 0, person)
        if elected is not None and "x" not in self._codes[: elected.start()]:
            return _Told(Status.APPOINTED, _step(self._tokens[elected.start()]))
        return _Told(Status.CURRENT)

    def _released(self, person: int, start: int) -> _Release | None:
        """Whether the person has left the posts beside the name, by a verb without a post of its own.

        ``P, R nghỉ hưu``; ``cách chức đối với P, R``; with the party alone: ``cách chức trong Đảng``.
        """
        if self._codes[:person].endswith("K"):
            return None
        group = _GROUP.match(self._codes, start)
        end = group.end() if group is not None else start
        match = _LEFT_IN_OFFICE.match(self._codes, end)
        if match is not None:
            return _Release(_step(self._tokens[match.start(1)]), bool(match.group(2)))
        match = _RELEASED.search(self._codes, 0, person)
        if (
            match is None
            or _MOVED.match(self._codes, end)
            or _CONSIDERED.search(self._codes, 0, match.start())
        ):
            return None
        return _Release(_step(self._tokens[match.start()]), bool(match.group(3)))

    def _leaves(self, person: int, start: int, post: Post) -> bool:
        """Whether the sentence transfers the person from this post to another (members stay members)."""
        if post.concept.key.endswith("member"):
            return False
        after = _TRANSFER.search(self._codes, start)
        before = _TRANSFERRED.search(self._codes, 0, person)
        return bool((after and "P" not in after.group()) or (before and _TAKES.search(self._codes, start)))

    def _to_right(self, start: int, end: int, person: int, posts: list[Post]) -> Iterator[Holding]:
        owners = [person]
        if self._plural(start):
            shared = _RIGHT_ALL.match(self._codes, end) or _RIGHT_SHARED.match(self._codes, end)
            if shared is not None:
                owners = [i for i in range(shared.start(1), shared.end(1)) if self._codes[i] == "P"]
        told = self._event(start) if self._codes[end : end + 1] == "=" else None
        told = told or self._gone(end, person) or _Told(Status.CURRENT)
        for owner in owners:
            for post in posts:
                status = _former(post, told.status)
                yield Holding(self._person(owner), post, status, "post-before-name", told.step)

    def _gone(self, end: int, person: int) -> _Told | None:
        """`R P nghỉ hưu`: the person before whose name the posts stand has left them."""
        released = self._released(end, person + 1)
        if released is None or released.party:
            return None
        return _Told(Status.ENDED, released.step)

    def _several(self, start: int, after: int) -> bool:
        """`các R, R P`: a plural that one name follows is of people without names, up to the next title."""
        token = self._tokens[start - 1] if start else None
        alone = _NEXT_NAME.match(self._codes, after) is None
        return token is not None and token.code == "O" and token.end - token.start <= _PLURAL and alone

    def _plural(self, start: int) -> bool:
        """Whether several hold the posts: a plural or a number above one stands before them."""
        if not start:
            return False
        token = self._tokens[start - 1]
        return token.code == "O" or (token.code == "w" and token.number > 1)

    def _replaced(self, start: int, end: int, posts: list[Post]) -> Iterator[Holding]:
        """`giữ chức R thay ông P`: the person who is replaced has left the post."""
        match = _REPLACED.match(self._codes, end)
        if match is not None and self._event(start) is not None:
            for post in posts:
                yield Holding(self._person(match.end() - 1), post, Status.ENDED, "replaced")

    def _event(self, start: int) -> _Told | None:
        """What the nearest verb before a group of posts says about them; ``None``: nothing."""
        codes = self._codes[:start].replace("B", "b").replace("E", "e").replace("Q", "r")
        clause = codes[codes.rfind(";") + 1 :]
        tail = re.search(r"[bextgrc=](?=[^bextr]*$)", clause)
        if tail is None:
            return _Told(Status.CURRENT) if re.search(r"\+w{0,2}$", clause) else None
        strong = re.search(r"([bextr])[^bextr]*$", clause)
        if strong is None:
            if "=" in clause and self._was(start - len(clause) + clause.index("="), start):
                return _Told(Status.FORMER)
            if _WAS_TAKEN.search(clause):
                return _Told(Status.FORMER)
            return self._carried(codes, clause) or _Told(Status.CURRENT)
        code = strong.group(1)
        step = _step(self._tokens[len(codes) - len(clause) + strong.start(1)])
        if code in "br" and _ONLY_PROPOSED.search(clause[: strong.end(1)]):
            return None
        between = clause[strong.end(1) :]
        later = between[between.index("R") :] if "R" in between else ""
        if "=" in later and later.endswith(("=", "=n", "=w", "=ww")):
            return _Told(Status.CURRENT)
        if code == "e":
            taken = "R" in between and "g" in between[between.index("R") :]
            return _Told(Status.APPOINTED) if taken else _Told(Status.ENDED, step)
        if code == "x":
            return None
        if code == "t":
            return _Told(Status.CURRENT if re.search("v[^PR=]*$", between) else Status.FORMER)
        return _Told(Status.APPOINTED, step)

    def _was(self, before: int, start: int) -> bool:
        """`Trước đó, P là R`: what the person was, unless the words say `hiện là`."""
        clause = self._codes.rfind(";", 0, before) + 1
        now = any(t.cue is not None and t.cue.key == _NOW for t in self._tokens[before:start])
        return bool(_WAS.search(self._codes, clause, before + 1)) and not now

    def _carried(self, codes: str, clause: str) -> _Told | None:
        """`P được bổ nhiệm làm R; P giữ chức R`: a verb goes on over the clauses that leave it out.

        So does `P, R, giữ chức R`: whoever is told with a post and takes another one is new there.
        """
        if not clause.endswith(("g", "gn", "g:", "gn:")):
            return None
        before = re.search(r"([bextr])[^bextr]*$", codes[: len(codes) - len(clause)])
        if before is not None and before.group(1) in "br" and "R" in before.group():
            return _Told(Status.APPOINTED, _step(self._tokens[before.start(1)]))
        if self._announced:
            return _Told(Status.APPOINTED)
        return _Told(Status.APPOINTED, _ASSIGNED) if _SECOND_POST.search(clause) else None

    def _by_verb(self, start: int, end: int, posts: list[Post]) -> Iterator[Holding]:
        codes = self._codes
        listed = _RIGHT_ITEMS.match(codes, end)
        if listed is not None and (listed.group(1) or self._plural(start)):
            told = self._event(start) or _Told(Status.CURRENT)
            for owner in self._alike(i for i in range(listed.start(2), listed.end(2)) if codes[i] == "P"):
                yield from self._held(owner, posts, told, "listed")
            return
        named = _RIGHT_LISTED.match(codes, end)
        if named is not None:
            for owner in (i for i in range(named.start(1), named.end(1)) if codes[i] == "P"):
                for post in posts:
                    yield Holding(self._person(owner), post, _former(post, Status.CURRENT), "listed")
            return
        regarding = _RIGHT_REGARDING.match(codes, end)
        verb = re.search(r"([betBEk])[ngO,&w]{0,3}$", codes[:start])
        if regarding is not None and verb is not None:
            status = _BY_VERB[verb.group(1).lower()]
            step = _step(self._tokens[verb.start(1)])
            each = _EACH.match(codes, regarding.start(1))
            reach = each.end() if each is not None else regarding.end()
            for owner in (i for i in range(regarding.end() - 1, reach) if codes[i] == "P"):
                for post in posts:
                    yield Holding(self._person(owner), post, _former(post, status), "regarding", step)
            return
        after = _RIGHT_AFTER.match(codes, end)
        fronted = _FRONTED.search(codes, 0, start)
        ahead = _AHEAD.match(codes, end)
        if fronted is not None and ahead is not None:
            status = Status.FORMER if fronted.group()[0] in "tD" else Status.CURRENT
            for post in posts:
                yield Holding(self._person(ahead.end() - 1), post, _former(post, status), "fronted")
            return
        subject = self._subject(start)
        if subject is None and _DATED.search(codes, 0, start):
            yield from self._dated(start, posts)
            return
        if subject is None:
            if after is not None and self._introduced(start, end, after.end() - 1):
                yield from self._to_right(start, end, after.end() - 1, posts)
            return
        between = codes[subject + 1 : start]
        if (
            "N" in between[-3:]
            or not re.search(r"[begtrc=+]", between)
            or re.search("[BEQ][^ber]*$", between)
        ):
            return
        if not _NEAR.search(between):
            return
        event = self._event(start) if codes[end : end + 1] != "G" else None
        for owner in self._subjects(subject) if event is not None else ():
            yield from self._held(owner, posts, event or _Told(Status.CURRENT), "verb")

    def _subjects(self, last: int) -> list[int]:
        """The people of a list that ends in ``last``: `P, P và P được bầu làm R`."""
        match = _SUBJECTS.search(self._codes, 0, last + 1) or _TOLD_BEFORE.search(self._codes, 0, last)
        if match is None:
            return [last]
        named = [i for i in range(match.start(1), match.end(1)) if self._codes[i] == "P"]
        named = named if last in named else [*named, last]
        addressed = [self._person(i).honorific for i in named]
        plural = match.start(1) and self._codes[match.start(1) - 1] == "O"
        return named if plural or addressed[0] or not any(addressed) else [last]

    def _dated(self, start: int, posts: list[Post]) -> Iterator[Holding]:
        """`2001 - 2005: R`: a step in the career of whom the text speaks of, if a year stands there."""
        place = self._tokens[start].start
        for post in posts:
            yield Holding(PersonMention(place, place, ""), post, Status.CURRENT, DATED)

    def _held(self, owner: int, posts: list[Post], told: _Told, rule: str) -> Iterator[Holding]:
        for post in posts:
            yield Holding(self._person(owner), post, _former(post, told.status), rule, told.step)

    def _alike(self, people: Iterable[int]) -> Iterator[int]:
        """The people of a list up to the first one who is addressed otherwise than the first of all."""
        first = None
        for index in people:
            first = self._person(index) if first is None else first
            if self._person(index).honorific != first.honorific:
                return
            yield index

    def _introduced(self, start: int, end: int, person: int) -> bool:
        """Whether a title introduces the person after a mark.

        After a comma only where the sentence begins, or where nobody is named before and the person
        goes on to speak: `Tại buổi làm việc, R, ông P cho biết`.
        """
        mark = self._codes[end]
        if mark in ":=-":
            return True
        if not self._person(person).honorific:
            return False
        speaks = self._codes[person + 1 : person + 2] == "s" and self._codes[:start].endswith(",")
        return mark != "," or start == 0 or (speaks and "P" not in self._codes[:start])

    def _replaced_at(self, person: int, start: int) -> bool:
        """Whether a person is only named as the one replaced (``thay ông A làm …``), or as kin."""
        after = self._codes[person + 1 : start]
        if self._codes[:person].endswith("K"):
            return _BESIDE_KIN.fullmatch(after) is None
        told = after.startswith(("-", ",", "(")) or any(c in after for c in "bre")
        return self._codes[:person].endswith("y") and not told

    def _subject(self, start: int) -> int | None:
        """The nearest person before a group in the same clause who is not the one replaced."""
        index = start - 1
        depth = 0
        while index >= 0 and (self._codes[index] != ";" or depth > 0):
            depth = max(0, depth + {")": 1, "(": -1}.get(self._codes[index], 0))
            if self._codes[index] == "P" and depth == 0 and not self._replaced_at(index, start):
                return index
            index -= 1
        if index > 0 and _GOES_ON.match(self._codes, index):
            return self._subject(index)
        return None


def _step(verb: Token) -> str | None:
    """The step of appointment or release that a verb tells."""
    step = verb.cue.one("step") if verb.cue is not None else None
    return step.partition(":")[2] if step else None


_BY_VERB = {"e": Status.ENDED, "b": Status.APPOINTED, "t": Status.FORMER, "k": Status.CURRENT}


def _carried(posts: list[Post]) -> list[Post]:
    """`nguyên` before a post of a list holds for those after it; a deputy shares the office of the head."""
    out: list[Post] = []
    for post in posts:
        carried = post.former or (bool(out) and out[-1].former)
        out.append(replace(post, former=carried))
    for place in range(len(out) - 2, -1, -1):
        if out[place].organization is None and _stem(out[place]) == _stem(out[place + 1]):
            out[place] = replace(out[place], organization=out[place + 1].organization)
    return out


def _above(post: Post, last: Post) -> bool:
    """Whether a post is another person's: who leads a higher committee holds no post further down."""
    one, other = post.organization, last.organization
    if post.concept.key != "secretary" or one is None or other is None:
        return False
    return one.level is not None and other.level is not None and 0 < one.level < other.level


def _stem(post: Post) -> str:
    """The office whose deputy a title is: `phó giám đốc, giám đốc Sở X` share their office."""
    return post.concept.key.removeprefix("standing-").removeprefix("deputy-")


def _former(post: Post, status: Status) -> Status:
    if post.former:
        return Status.FORMER
    return Status.APPOINTED if post.newly and status is Status.CURRENT else status
