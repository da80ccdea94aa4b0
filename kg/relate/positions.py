"""Who holds which post where: patterns over the codes of a sentence (see :mod:`kg.relate.codes`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.mention import PersonMention, Scan
from kg.model import Evidence, Position, Sentence, Status, Unread
from kg.relate.codes import Token
from kg.relate.codes import tokens as coded
from kg.relate.holdings import Holding, holdings_of
from kg.relate.posts import Post, PostReader
from kg.relate.references import People

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BESIDE = frozenset({"post-before-name", "post-after-name"})
_ABROAD = "office of another country"
_APPOINTING = frozenset(
    {"personnel", *("appoints", "elects", "assigns", "approves", "hands-over", "transfers")}
    | {"appointed", "elected", "assigned", "approved", "transferred"}
)
_BIRTH = re.compile(r"[^,;()]{0,20}")


def positions(scan: Scan, lexicon: Lexicon, unread: list[Unread] | None = None) -> Iterator[Position]:
    """The posts that the text gives to people, in text order; repeated ones are not yet made one.

    ``unread`` collects what was seen and could not be used: a post and a person in one sentence that no rule
    ties, a short name that no full name of the article explains, and an office of another country.
    """
    reader = PostReader(scan, lexicon)
    people = People(scan)
    reference = _reference_year(scan)
    named: list[tuple[str, Position]] = []
    strangers: set[str] = set()
    for sentence in scan.text.sentences if reader.any_posts() else ():
        topic = people.topic(sentence)
        posts = list(reader.posts(sentence))
        if not posts:
            continue
        tokens = coded(scan, sentence, posts)
        holdings = list(holdings_of(tokens, announced=_announced(scan, sentence)))
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
            else:
                time = _in_time(holding, sentence, scan, reference)
                named.append((name, _position(holding, name, time, scan)))
    for name, position in named:
        if name not in strangers or not _of_nation(position):
            yield position
        elif unread is not None:
            unread.append(Unread(_ABROAD, position.evidence))


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
    return next(iter(named)) if len(named) == 1 else topic


def _announced(scan: Scan, sentence: Sentence) -> bool:
    """Whether the sentence begins with a word for `accordingly`, after one that tells of appointments."""
    if not any(h.concept.key == "accordingly" for h in scan.hits_at(sentence.start, "cue")):
        return False
    place = scan.text.sentence_at(sentence.start)
    if place == 0:
        return False
    before = scan.text.sentences[place - 1]
    return any(h.concept.key in _APPOINTING for h in scan.hits_within(before.start, before.end, "cue"))


def _of_nation(position: Position) -> bool:
    """Whether a post is at an organisation of the whole country, or at none that the text names."""
    return position.organization is None or position.organization.level == 0


def _span(holding: Holding, scan: Scan) -> Evidence:
    """The words from the person to the post, whichever comes first."""
    start = min(holding.person.start, holding.post.start)
    return scan.evidence(start, max(holding.person.end, holding.post.end))


def _position(holding: Holding, name: str, time: tuple[Status, str], scan: Scan) -> Position:
    post = holding.post
    status, rule = time
    return Position(
        evidence=_span(holding, scan),
        rule=rule,
        person=name,
        role=post.role,
        role_concept=post.concept.key,
        organization=post.organization,
        status=status,
        acting=post.acting,
        event=holding.step if status in (Status.APPOINTED, Status.ENDED) else None,
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


def _reference_year(scan: Scan) -> int | None:
    """The year of the article: of its publication, else the last one that it names with a day or month."""
    published = scan.text.article.published
    if published and published[:4].isdigit():
        return int(published[:4])
    dated = [d.year for d in scan.dates if d.year is not None and d.month is not None]
    return max(dated or [d.year for d in scan.dates if d.year is not None], default=None)


def _in_time(holding: Holding, sentence: Sentence, scan: Scan, reference: int | None) -> tuple[Status, str]:
    """The status as time tells it, with the rule: terms and years before the article's year are over.

    A step of a career (rule ``career``) yields to any other statement about the same post.
    """
    status, rule = holding.status, holding.rule
    if reference is None or status not in (Status.CURRENT, Status.APPOINTED):
        return status, rule
    if holding.post.until is not None and holding.post.until < reference:
        return Status.FORMER, rule
    if rule == "verb":
        years = _years(scan, sentence.start, holding.post.start)
        if not years or max(years) >= reference:
            return status, rule
        since = scan.hits_within(sentence.start, holding.post.start, "cue")
        if any(h.concept.key == "until-now" for h in since):
            return Status.CURRENT, rule
        return Status.FORMER, "career"
    return status, rule


def _years(scan: Scan, start: int, end: int) -> list[int]:
    """The years that a stretch names, but for those of a birth (``sinh năm 1958``)."""
    content = scan.text.content
    born = [h.end for h in scan.hits_within(start, end, "cue") if h.concept.key == "born"]
    return [
        int(year.group())
        for year in _YEAR.finditer(content, start, end)
        if not any(b <= year.start() and _BIRTH.fullmatch(content, b, year.start()) for b in born)
    ]
