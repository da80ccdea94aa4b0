"""Those who are named behind a post: one by one, together, or as the ones whom a decision regards."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.model import Status
from kg.relate.listed import CONSISTS_OF, ITEM, WHY, Holding, Lists, former, seats_one
from kg.relate.posts import Post
from kg.relate.verbs import Told, step_of

_APPOSED = rf"P{WHY}(?:[,(-]+w?,?R(?:[,&]R)*\)?)?{WHY}"
_OTHERS_REGARDED = r"(?:R(?:[,&]R)*[do]O?P(?:,?&?O?P)*(?:,R(?:[,&]R)*(?=;|,?&n))?[w,]{0,10}[,;&]{1,2}n?)*"
_EACH = re.compile(rf"(?:wbw)?[,w]{{0,3}}[do&]O?({_APPOSED}(?:(?:;|&|,|,&)O?{_APPOSED})*)")
_RIGHT_LISTED = re.compile(r"[=:w]{0,2}O:?(P(?:,|&|,&)P(?:(?:,|&|,&)P)*)")
_RIGHT_ITEMS = re.compile(
    rf"([=dw]{{0,3}}O|,?[=dw]{{1,2}}O(?=:))?,?(?:O?w{{1,4}}|d)?:({ITEM}(?:(?:[,;]&?|&){ITEM})*)"
)
_RIGHT_TITLED = re.compile(r":O?(R(?:[,&-]R)*P(?:(?:[,;]&?|&)R(?:[,&-]R)*P)*)")
"""`các R: R P, R P`: the title told first is shared by those who have one of their own before the name."""
_OWN_TITLES = re.compile(r"P\(R(?:[,&]R)*\)(?:[,;&]{1,2}P\(R(?:[,&]R)*\))*")
"""`các phó phòng gồm: P (R); P (R)`: a word for the rank of those whose titles are told one by one."""
_MOST_ARE = re.compile(rf"[wk]{{1,12}}=O?:?({ITEM}(?:(?:[,;]&?|&)O?{ITEM})+)")
"""`các R được tín nhiệm cao là ông P; ông P và ông P`."""
_MIXED = re.compile(r"P[,&].*;")
_ITEM_BEFORE, _BARE_NAMES = re.compile(r"R;&?O$"), re.compile(r"P(?:[,&]{1,2}P)+(?=;&?O?P[,(-]{1,2}R)")
_COUNTED_BEFORE = re.compile(r"(?:^|[,;.]|^w|[,;]w)(O|w(?=w))w?[br]+[gnw]{0,3}$")
_COUNTED = re.compile(r"[Be](w)w[gn]{1,2}$")
"""`bầu 3 ông giữ chức R`."""
_GONE_ITEMS = re.compile(rf"ew{{0,4}}[=:]O?:?({ITEM}(?:(?:[,;]&?|,?&){ITEM})*)")
"""`hai R nghỉ hưu là P và P`."""
_TAKEN_BY = re.compile(r"b[=:]O?P(?!=|[^;]*R)")
"""`R được bầu là ông P`."""
_TAKEN_BY_ALL = re.compile(rf"b=O?:?({ITEM}(?:(?:[,;]&?|&){ITEM})+)")
"""`bầu hai R tái đắc cử là ông P; bà P`."""
_CLOSED_LIST = re.compile(r"\)&P\([^()]*\)$")
"""`các ông: P (R), ông P (R) và ông P (R)`: a list that a word for `and` ends."""
_CLOSED_NAMES = re.compile(r"P(?:,P)*&P")
"""`gồm: P, P và bà P`: bare names that a word for `and` ends."""
_RE_ELECTED = "(b)"
"""`các R khóa mới gồm: P (tái cử), P`."""
_NEGATED, _HONORIFIC = "N", "honorific"
_LISTS = frozenset({CONSISTS_OF, "among-which"})
_REGARDED = re.compile(
    rf"(?:([betBEk])(?:f?[(:]|[ngO,&w:]{{0,4}}|n[w,()-]{{0,14}}:)(?:R(?:[,&]R)*,w{{1,3}}n)?|([Qr])w{{0,2}}gn?){_OTHERS_REGARDED}$"
)
_RIGHT_REGARDING = re.compile(
    r"\)?(?:[,&]{1,2}(?:w{1,3}o(?:R|w{1,3}))?[EBbet]?[gnw]{0,3}R)*([,w]{0,3}(?:[do&]|[do]O|dR(?:[,&]R)*)P|(?:wbw)?[,w&O()-]{0,12}dO?P)"
)
_STRIPPED_OF = re.compile(r"([eE])f?w{0,2}[do]O?(P),(w{1,3}n?:?)(?:R(?:[,&]R)*;&?)*$")
"""`cách các chức vụ trong Đảng của P, gồm: R; R`."""
_ELECTED_TOO = re.compile(r"B[^PR;]*P[^;]*[gn=]R[^;PR]*;[wO]{1,2}$")
"""`bầu P làm R; 3 R: P, P, P`: those of the next clause were elected, too."""
_HANDS_ON, _GIVEN_ON = "hands-on", re.compile(r"P(?:[,(-]R(?:[,&]R)*[,)]?)?(w)n[,w]{0,3}$")
"""`P, R đã bàn giao chức vụ R cho P`."""
_SEVERAL, _SECRETARY = 2, "secretary"
_BY_VERB = {"e": Status.ENDED, "b": Status.APPOINTED, "t": Status.FORMER, "k": Status.CURRENT}


class Behind(Lists):
    """The rules over one sentence's tokens for names behind the posts at hand."""

    def _named_behind(self, start: int, end: int, posts: list[Post]) -> list[Holding] | None:
        """Who is named behind posts, by the first rule that applies; ``None``: none does."""
        rules = (
            self._in_items,
            self._titled_each,
            self._all_gone,
            self._most_are,
            self._made_up_of,
            self._all_named,
            self._handed_on,
            self._stripped_of,
            self._regarded,
            self._chosen,
        )
        for rule in rules:
            held = rule(start, end, posts)
            if held is not None:
                return held
        return None

    def _handed_on(self, start: int, end: int, posts: list[Post]) -> list[Holding] | None:
        """`P bàn giao chức vụ R cho P`: who hands an office on to somebody has left it."""
        given = _GIVEN_ON.search(self._codes, 0, start) if self._codes.startswith("d", end) else None
        if given is None:
            return None
        verb = self._tokens[given.start(1)].cue
        if verb is None or verb.key != _HANDS_ON:
            return None
        return [
            Holding(self._person(given.start()), post, former(post, Status.ENDED), "verb") for post in posts
        ]

    def _stripped_of(self, start: int, end: int, posts: list[Post]) -> list[Holding] | None:
        """The posts that somebody was said to lose, listed behind the name."""
        told = _STRIPPED_OF.search(self._codes, 0, start)
        if told is None:
            return None
        among = any(t.cue is not None and t.cue.key in _LISTS for t in self._tokens[slice(*told.span(3))])
        if not among:
            return None
        gone = Told(Status.ENDED, step_of(self._tokens[told.start(1)]))
        return [*self._held(told.start(2), posts, gone, "verb")]

    def _in_items(self, start: int, end: int, posts: list[Post]) -> list[Holding] | None:
        """`các R gồm: P, R; P (R)`: a list of those who hold the posts, each perhaps with a title."""
        codes = self._codes
        listed = _RIGHT_ITEMS.match(codes, end)
        if listed is None or not self._heads_list(start, end, listed, posts):
            return None
        ended = codes[listed.end() : listed.end() + 1] in ("", ";")
        too = ended and _ELECTED_TOO.search(codes, 0, start)
        anew = Told(Status.APPOINTED) if too or _RE_ELECTED in listed.group(2) else None
        told = self._verbs.told(start) or anew or self._leave(listed.end())
        posts = [self._where_told(post, *listed.span(2)) for post in posts]
        if _OWN_TITLES.fullmatch(listed.group(2)):
            posts = [post for post in posts if post.organization is not None]
        owners = self._people(listed.start(2), self._reach(start, *listed.span(2)))
        closed = _CLOSED_LIST.search(codes, listed.start(2), listed.end(2)) is not None
        closed = closed or ";" in listed.group(2)
        closed = closed and codes[end : listed.start(2)].endswith("O:")
        closed = closed or (ended and _CLOSED_NAMES.fullmatch(listed.group(2)) is not None)
        closed = closed or self._addressed_apart(listed.start(2))
        return self._all_hold(owners if closed else self._alike(owners, posts), posts, told)

    def _addressed_apart(self, start: int) -> bool:
        """Whether a colon parts the first name of a list from its honorific (``gồm bà: P, ông P``)."""
        cue = self._tokens[start - 2].cue if self._codes[:start].endswith("w:") else None
        return cue is not None and cue.key == _HONORIFIC

    def _heads_list(self, start: int, end: int, listed: re.Match[str], posts: list[Post]) -> bool:
        """Whether a list behind posts is one of their holders, by a plural or a word for `consists`."""
        if listed.group(1) or self._plural(start):
            return True
        if self._counted_before(start) and self._says_who(end, listed.start(2)):
            return True
        regards = "d" in self._codes[end : listed.start(2)] and _REGARDED.search(self._codes, 0, start)
        return bool(regards) or self._told_by_name(start, end, listed, posts)

    def _counted_before(self, start: int) -> bool:
        """`3 người được bầu vào R gồm: P, P`: those to whom something happens were counted before."""
        counted = _COUNTED_BEFORE.search(self._codes, 0, start) or _COUNTED.search(self._codes, 0, start)
        if counted is None:
            return False
        token = self._tokens[counted.start(1)]
        return token.code == "O" or token.number > 1

    def _titled_each(self, start: int, end: int, posts: list[Post]) -> list[Holding] | None:
        """`các R: R P, R P; R P`: up to a semicolon where the list goes on otherwise."""
        titled = _RIGHT_TITLED.match(self._codes, end)
        if titled is None or not self._plural(start) or seats_one(posts):
            return None
        items = titled.group(1)
        reach = titled.start(1) + len(items.partition(";")[0] if _MIXED.search(items) else items)
        return self._all_hold(self._people(titled.start(1), reach), posts, Told(Status.CURRENT))

    def _all_gone(self, start: int, end: int, posts: list[Post]) -> list[Holding] | None:
        gone = _GONE_ITEMS.match(self._codes, end) if self._plural(start) else None
        if gone is None:
            return None
        told = Told(Status.ENDED, step_of(self._tokens[end]))
        return self._all_hold(self._people(*gone.span(1)), posts, told)

    def _most_are(self, start: int, end: int, posts: list[Post]) -> list[Holding] | None:
        """`các R w là P; P và P`: those of whom something is told, where the sentence opens with them."""
        told = _MOST_ARE.match(self._codes, end) if self._plural(start) and start == 1 else None
        if told is None:
            return None
        return self._all_hold(self._people(*told.span(1)), posts, Told(Status.CURRENT))

    def _made_up_of(self, start: int, end: int, posts: list[Post]) -> list[Holding] | None:
        """Those whom a plural title is said to consist of."""
        consists = self._consists(start, end)
        if consists is None or not self._says_who(end, consists.start(1)):
            return None
        anew = Told(Status.APPOINTED) if _RE_ELECTED in consists.group(1) else None
        told = self._verbs.told(start) or anew or self._leave(consists.end())
        owners = self._people(consists.start(1), self._reach(start, *consists.span(1)))
        return self._all_hold(owners, posts, told)

    def _reach(self, start: int, first: int, end: int) -> int:
        """Where the list of those who hold a post ends that is itself an item of a longer one.

        ``P, R; các R: P, P; P, R``: a semicolon parts those without a title from who has one.
        """
        bare = _BARE_NAMES.match(self._codes, first, end)
        return bare.end() if bare is not None and _ITEM_BEFORE.search(self._codes, 0, start) else end

    def _all_named(self, start: int, end: int, posts: list[Post]) -> list[Holding] | None:
        """`R các đồng chí P, P và P`."""
        named = _RIGHT_LISTED.match(self._codes, end)
        if named is None:
            return None
        return self._all_hold(self._people(*named.span(1)), posts, self._leave(named.end()))

    def _regarded(self, start: int, end: int, posts: list[Post]) -> list[Holding] | None:
        """`bổ nhiệm chức vụ R đối với P`: whom a decision about the posts regards."""
        regarding = _RIGHT_REGARDING.match(self._codes, end)
        verb = _REGARDED.search(self._codes, 0, start)
        if regarding is None or verb is None or not self._regards(regarding.start(1)):
            return None
        if self._codes[: verb.start()].endswith(_NEGATED):
            return []
        told = Told(
            _BY_VERB[(verb.group(1) or "b").lower()],
            step_of(self._tokens[max(verb.start(1), verb.start(2))]),
        )
        if told.status is Status.ENDED and self._verbs.only_asked(verb.start()):
            told = Told(Status.CURRENT)
        each = _EACH.match(self._codes, regarding.start(1))
        reach = each.end() if each is not None else regarding.end()
        owners = self._people(regarding.end() - 1, reach)
        shares = zip(owners, self._shared_out(owners, start, end, posts), strict=True)
        return [h for owner, own in shares for h in self._held(owner, own, told, "regarding")]

    def _chosen(self, start: int, end: int, posts: list[Post]) -> list[Holding] | None:
        """`R được bầu là ông P`, where nobody is named before."""
        chosen = _TAKEN_BY.match(self._codes, end)
        if chosen is None or "P" in self._codes[:start]:
            return None
        told = Told(Status.APPOINTED, step_of(self._tokens[end]))
        everyone = _TAKEN_BY_ALL.match(self._codes, end) if self._plural(start) else None
        owners = self._people(chosen.end() - 1, everyone.end() if everyone is not None else chosen.end())
        return [holding for owner in owners for holding in self._held(owner, posts, told, "verb")]

    def _all_hold(self, owners: Iterable[int], posts: list[Post], told: Told) -> list[Holding]:
        """Each of the people of a list with each of the posts."""
        people = list(owners)
        posts = shared_by(len(people), posts)
        return [holding for owner in people for holding in self._held(owner, posts, told, "listed")]

    def _regards(self, place: int) -> bool:
        """Whether words tie a post to the person after it (``đối với``, ``với``), not just list them."""
        first = next((i for i in range(place, len(self._codes)) if self._codes[i] in "do&"), place)
        return self._codes[first] != "&" or self._with(first)


def shared_by(count: int, posts: list[Post]) -> list[Post]:
    """The posts as ``count`` people hold them.

    A party committee has one secretary: several who are only called so are those of another body.
    """
    if count < _SEVERAL:
        return posts
    alone = (post.organization is None and post.concept.key == _SECRETARY for post in posts)
    return [replace(post, elsewhere=post.elsewhere or bare) for post, bare in zip(posts, alone, strict=True)]
