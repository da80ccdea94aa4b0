"""Who holds which post where: patterns over the codes of a sentence (see :mod:`kg.relate.codes`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import PersonMention, Scan, of_another_country
from kg.model import Evidence, Position, Sentence, Unread
from kg.normalise import fold, syllable
from kg.relate.announcements import announced, let_retire
from kg.relate.careers import tells_more, with_subject
from kg.relate.codes import Token
from kg.relate.codes import tokens as coded
from kg.relate.collective import held_by_one
from kg.relate.holdings import holdings_of
from kg.relate.homeland import of_other_countries
from kg.relate.listed import Holding
from kg.relate.lives import after_life, lived_by, tells_of_a_life
from kg.relate.older_terms import without_older_terms
from kg.relate.posts import Post, PostReader
from kg.relate.references import People
from kg.relate.releases import Leaving, leavings, released
from kg.relate.service import Service, behind, service
from kg.relate.tabled import Tables
from kg.relate.tenures import Tenures, Told
from kg.relate.votes import only_names, won

_LEAVING = frozenset({"strips", "stripped", "expels", "expelled", "dies", "retired"})
_BESIDE = frozenset({"post-before-name", "post-after-name"})
_ABROAD, _ELSEWHERE = "office of another country", "office of an unknown body"
_BY, _INVITED = "by", "invited-by"
_ADDRESSES = frozenset({"honorific", "rank"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_NATION, _PART = "nation", 40


def positions(scan: Scan, lexicon: Lexicon, unread: list[Unread] | None = None) -> Iterator[Position]:
    """The posts that the text gives to people, in text order; repeated ones are not yet made one.

    ``unread`` collects what was seen and could not be used: a post and a person in one sentence that no rule
    ties, a short name that no full name of the article explains, and an office of another country.
    """
    yield from _Reader(scan, lexicon, unread).positions()


class _Reader:
    """Reads the sentences of one article for who holds which post."""

    def __init__(self, scan: Scan, lexicon: Lexicon, unread: list[Unread] | None) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._unread = unread
        self._posts = PostReader(scan, lexicon)
        self._people = People(scan)
        self._clock = Tenures(scan, lexicon)
        self._tables = Tables(scan)
        self._named: list[Position] = []
        self._strangers: set[str] = set()
        self._left: list[Leaving] = []

    def positions(self) -> Iterator[Position]:
        for sentence in self._scan.text.sentences if self._posts.any_posts() else ():
            self._read(sentence)
        yield from released(list(self._of_this_country()), self._left, self._lexicon)

    def _read(self, sentence: Sentence) -> None:
        scan = self._scan
        topic = self._people.topic(sentence)
        posts = held_by_one(list(self._posts.posts(sentence)), scan, sentence, self._lexicon)
        rows = self._tables.holdings(sentence, posts)
        holds = posts or rows or only_names(scan, sentence)
        if not holds and not _may_leave(scan, sentence):
            return
        tokens = self._tokens(sentence, posts, topic)
        gone = list(leavings(tokens))
        gone.extend((p, Leaving(p.name, False, False, True)) for p in let_retire(scan, sentence, tokens))
        self._left.extend(_leaving(gone, self._people))
        if not holds:
            return
        self._strangers.update(_foreigners(scan, sentence, self._lexicon))
        holdings = list(holdings_of(tokens, announced=announced(scan, sentence, self._lexicon)))
        holdings.extend(won(tokens, scan, sentence, self._posts))
        holdings = without_older_terms([*holdings, *rows], scan, self._lexicon)
        if self._unread is not None:
            self._unread.extend(_untied(scan, tokens, holdings))
            self._unread.extend(Unread(_ABROAD, scan.evidence(p.start, p.end)) for p in posts if p.abroad)
        leave = {person.start for person, _ in gone}
        for holding in holdings:
            name = self._holder(holding, sentence, topic)
            told = self._clock.told(holding, sentence) if name is not None else None
            if name is not None and told is not None:
                span = service(scan, sentence.start, holding, posts, told.status)
                leaves = holding.person.start in leave
                span = span or behind(scan, self._lexicon, holding, told.status, leaves=leaves)
                self._named.append(_position(holding, name, told, scan, span))

    def _tokens(self, sentence: Sentence, posts: list[Post], topic: str | None) -> list[Token]:
        """The codes of a sentence, with the one it is about where it goes on about somebody; else none."""
        goes_on = topic is not None and tells_more(self._scan, sentence)
        lives = topic is not None and tells_of_a_life(self._scan, sentence)
        told = goes_on or lives or _may_hold(self._scan, sentence)
        tokens = coded(self._scan, sentence, posts) if told else []
        listed = ";" in self._scan.text.content[sentence.start : sentence.end]
        tokens = with_subject(tokens, self._scan) if goes_on or listed else tokens
        return after_life(lived_by(tokens) if lives else tokens, self._scan.text.content)

    def _holder(self, holding: Holding, sentence: Sentence, topic: str | None) -> str | None:
        """The full name of who holds a post of this country, in a body that is known."""
        name = self._people.full_name(holding.person)
        name = name or _spoken_of(holding, sentence, self._scan, self._people, topic)
        if name is None:
            self._leave("person without a full name", _span(holding, self._scan))
            return None
        if holding.post.abroad:
            if holding.person.name and holding.rule in _BESIDE:
                self._strangers.add(name)
            return None
        if holding.post.elsewhere:
            self._leave(_ELSEWHERE, _span(holding, self._scan))
            return None
        return name

    def _of_this_country(self) -> Iterator[Position]:
        """What is told, but for the high offices of those who come from another country."""
        elsewhere = bool(self._named) and of_other_countries(self._scan)
        for position in self._named:
            strange = position.person in self._strangers and _of_nation(position)
            if not elsewhere and not strange and not _foreign(position):
                yield position
            else:
                self._leave(_ABROAD, position.evidence)

    def _leave(self, why: str, evidence: Evidence) -> None:
        """Note what was seen and could not be used."""
        if self._unread is not None:
            self._unread.append(Unread(why, evidence))


def _leaving(gone: Iterable[tuple[PersonMention, Leaving]], people: People) -> Iterator[Leaving]:
    """Who is said to have left all offices, by full name."""
    for person, leaving in gone:
        name = people.full_name(person) if person.name else None
        if name is not None:
            yield replace(leaving, name=name)


def _may_leave(scan: Scan, sentence: Sentence) -> bool:
    """Whether somebody can leave office in a sentence that names none."""
    hits = scan.hits_within(sentence.start, sentence.end, "cue")
    return any(hit.concept.key in _LEAVING for hit in hits)


def _foreigners(scan: Scan, sentence: Sentence, lexicon: Lexicon) -> Iterator[str]:
    """Those who lead what comes from another country (``đoàn của Đảng X Triều Tiên do R, R P dẫn đầu``).

    So are all who are told to be there on the part of one (``Phía nước bạn Campuchia có ngài A - R``), and
    who invites to a visit there (``thăm chính thức Lào theo lời mời của R P``).
    """
    countries = scan.countries.within(sentence.start, sentence.end)
    if countries:
        yield from _inviting(scan, sentence, lexicon)
    if _on_the_part_of_another(scan, sentence, lexicon):
        yield from (person.name for person in scan.people.within(sentence.start, sentence.end))
        return
    led = [
        country.end
        for country in countries
        for hit in scan.hits_at(country.end + 1, "cue")
        if hit.concept.key == _BY and scan.roles.at(hit.end + 1) is not None
    ]
    for person in scan.people.within(led[0], sentence.end) if led else ():
        yield person.name


def _inviting(scan: Scan, sentence: Sentence, lexicon: Lexicon) -> Iterator[str]:
    """Who invited to a visit of another country."""
    asked = (h for h in scan.hits_within(sentence.start, sentence.end, "cue") if h.concept.key == _INVITED)
    inviter = next((scan.people.within(h.end, sentence.end)[:1] for h in asked), [])
    visit = _visit(lexicon)
    countries = scan.countries.within(sentence.start, sentence.end)
    if any(visit.search(scan.text.folded, sentence.start, country.start) for country in countries):
        yield from (person.name for person in inviter)


@lru_cache(maxsize=4)
def _visit(lexicon: Lexicon) -> re.Pattern[str]:
    """The word for a visit up to the country that is visited, where the search ends."""
    word = fold(lexicon.concept("cue", "visits").label)
    return re.compile(rf"(?<!\w){word}(?:\s[^\W\d]+){{0,5}}\s$")


def _on_the_part_of_another(scan: Scan, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence begins with who came from another country or one of its provinces."""
    side = _side(lexicon).match(scan.text.folded, sentence.start)
    if side is None:
        return False
    end = min(sentence.end, side.end() + _PART)
    strange = [u.start for u in scan.units.within(side.end(), end) if of_another_country(u.unit)]
    named = [c.start for c in scan.countries.within(side.end(), end)]
    first = min((*strange, *named), default=-1)
    nation = (h.concept.key == _NATION for h in scan.hits_within(side.end(), max(first, 0), "region"))
    return first >= 0 and not any(nation)


@lru_cache(maxsize=4)
def _side(lexicon: Lexicon) -> re.Pattern[str]:
    """The words for on whose part somebody came, the first of which may be left out (``[về] phía``)."""
    first, _, last = fold(lexicon.concept("event-cue", "side").label).rpartition(" ")
    return re.compile(rf"(?:{first} )?{last}(?!\w)")


def _spoken_of(
    holding: Holding, sentence: Sentence, scan: Scan, people: People, topic: str | None
) -> str | None:
    """Whom a pronoun means: the one person whom the sentence named before, else its topic."""
    if holding.person.name:
        return None
    named = {
        name
        for person in scan.people.within(sentence.start, holding.person.start)
        if (name := people.full_name(person))
    }
    if len(named) == 1:
        return next(iter(named))
    return None if _of_a_stranger(scan.text.content, sentence) else topic


def _of_a_stranger(content: str, sentence: Sentence) -> bool:
    """Whether a sentence begins with a name that is no Vietnamese one (``Kennedy từng …, khi ông là …``)."""
    first = content[sentence.start : sentence.end].partition(" ")[0]
    return first.isalpha() and first[0].isupper() and not (first.isupper() or syllable(first))


def _may_hold(scan: Scan, sentence: Sentence) -> bool:
    """Whether somebody can hold a post by what a sentence says: a person, one addressed, or one at a year."""
    start, end = sentence.start, sentence.end
    return (
        bool(scan.people.within(start, end))
        or any(hit.concept.key in _ADDRESSES for hit in scan.hits_within(start, end, "cue"))
        or _YEAR.search(scan.text.content, start, end) is not None
    )


def _of_nation(position: Position) -> bool:
    """Whether a post is at an organisation of the whole country, or at none that the text names."""
    made = position.organization
    return made is None or made.level == 0 or (made.unit is None and made.parent is None and not made.level)


def _foreign(position: Position) -> bool:
    """Whether somebody without a Vietnamese syllable in the name holds a high office, or a title alone."""
    made = position.organization
    high = made is None or made.level == 0
    return high and not any(syllable(word) for word in position.person.split())


def _span(holding: Holding, scan: Scan) -> Evidence:
    """The words from the person to the post, whichever comes first."""
    start = min(holding.person.start, holding.post.start)
    return scan.evidence(start, max(holding.person.end, holding.post.end))


def _position(holding: Holding, name: str, told: Told, scan: Scan, span: Service | None) -> Position:
    post = holding.post
    evidence = _span(holding, scan)
    if span is not None:
        evidence = scan.evidence(min(span.start, evidence.start), max(span.end, evidence.end))
    return Position(
        evidence=evidence,
        rule=told.rule,
        person=name,
        role=post.role,
        role_concept=post.concept.key,
        organization=post.organization,
        status=told.status,
        acting=post.acting,
        event=holding.step,
        event_date=told.date,
        since=span.since if span is not None else told.since,
        until=span.until if span is not None else told.until,
    )


def _untied(scan: Scan, tokens: list[Token], holdings: list[Holding]) -> Iterator[Unread]:
    """Posts that nobody holds and people who hold nothing, where a sentence has both."""
    held = {h.post.start for h in holdings}
    holders = {h.person.start for h in holdings}
    posts = [t for t in tokens if isinstance(t.value, Post) and t.value.organization and t.start not in held]
    people = [
        t for t in tokens if isinstance(t.value, PersonMention) and t.value.name and t.start not in holders
    ]
    if posts and people:
        for token in posts:
            yield Unread("post without a holder", scan.evidence(token.start, token.end))
        for token in people:
            yield Unread("person without a post", scan.evidence(token.start, token.end))
