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
from kg.relate.announcements import announced
from kg.relate.careers import tells_more, with_subject
from kg.relate.codes import Token
from kg.relate.codes import tokens as coded
from kg.relate.collective import held_by_one
from kg.relate.holdings import holdings_of
from kg.relate.homeland import of_other_countries
from kg.relate.listed import Holding
from kg.relate.lives import after_life, lived_by, tells_of_a_life
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
_BY = "by"
_ADDRESSES = frozenset({"honorific", "rank"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_NATION, _PART = "nation", 40


def positions(scan: Scan, lexicon: Lexicon, unread: list[Unread] | None = None) -> Iterator[Position]:
    """The posts that the text gives to people, in text order; repeated ones are not yet made one.

    ``unread`` collects what was seen and could not be used: a post and a person in one sentence that no rule
    ties, a short name that no full name of the article explains, and an office of another country.
    """
    reader = PostReader(scan, lexicon)
    people = People(scan)
    clock = Tenures(scan, lexicon)
    tables = Tables(scan)
    named: list[tuple[str, Position]] = []
    strangers: set[str] = set()
    left: list[Leaving] = []
    for sentence in scan.text.sentences if reader.any_posts() else ():
        topic = people.topic(sentence)
        posts = held_by_one(list(reader.posts(sentence)), scan, sentence, lexicon)
        rows = tables.holdings(sentence, posts)
        named_alone = not posts and only_names(scan, sentence)
        if not (posts or rows or named_alone or _may_leave(scan, sentence)):
            continue
        goes_on = topic is not None and tells_more(scan, sentence)
        lives = topic is not None and tells_of_a_life(scan, sentence)
        tokens = coded(scan, sentence, posts) if goes_on or lives or _may_hold(scan, sentence) else []
        listed = ";" in scan.text.content[sentence.start : sentence.end]
        tokens = with_subject(tokens, scan) if goes_on or listed else tokens
        tokens = after_life(lived_by(tokens) if lives else tokens)
        gone = list(leavings(tokens))
        left.extend(_leaving(gone, people))
        if not (posts or rows or named_alone):
            continue
        strangers.update(_foreigners(scan, sentence, lexicon))
        holdings = list(holdings_of(tokens, announced=announced(scan, sentence, lexicon)))
        holdings.extend(won(tokens, scan, sentence, reader))
        holdings.extend(rows)
        if unread is not None:
            unread.extend(_untied(scan, tokens, holdings))
            unread.extend(Unread(_ABROAD, scan.evidence(p.start, p.end)) for p in posts if p.abroad)
        for holding in holdings:
            name = people.full_name(holding.person) or _spoken_of(holding, sentence, scan, people, topic)
            if name is None:
                if unread is not None:
                    unread.append(Unread("person without a full name", _span(holding, scan)))
            elif holding.post.abroad:
                if holding.person.name and holding.rule in _BESIDE:
                    strangers.add(name)
            elif holding.post.elsewhere:
                if unread is not None:
                    unread.append(Unread(_ELSEWHERE, _span(holding, scan)))
            elif (told := clock.told(holding, sentence)) is not None:
                span = service(scan, sentence.start, holding, posts, told.status)
                leaves = any(person.start == holding.person.start for person, _ in gone)
                span = span or behind(scan, lexicon, holding, told.status, leaves=leaves)
                named.append((name, _position(holding, name, told, scan, span)))
    elsewhere = bool(named) and of_other_countries(scan)
    kept: list[Position] = []
    for name, position in named:
        if not elsewhere and (name not in strangers or not _of_nation(position)):
            kept.append(position)
        elif unread is not None:
            unread.append(Unread(_ABROAD, position.evidence))
    yield from released(kept, left, lexicon)


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

    So are all who are told to be there on the part of one (``Phía nước bạn Campuchia có ngài A - R``).
    """
    countries = scan.countries.within(sentence.start, sentence.end)
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
