"""Proposal to claim: what the words of the quote bear out, spelt as the grammar spells it.

Where the vocabulary and the recognisers can read a thing themselves (a title with its organisation, a number
with its measure, a document's symbol, a congress), their reading stands in the claim and the proposal only
points to it.  What a proposal names and the quote does not have is never filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from kg.lexicon import Concept, Lexicon
from kg.mention import Scan
from kg.model import (
    Claim,
    Congress,
    Document,
    DocumentRef,
    Event,
    Evidence,
    Indicator,
    Link,
    Organization,
    Position,
    Relation,
    Status,
    Theme,
    Unit,
)
from kg.normalise import canonical, fold, modern
from kg.propose.answer import (
    AnyProposal,
    ProposedCongress,
    ProposedDocument,
    ProposedEvent,
    ProposedIndicator,
    ProposedLink,
    ProposedPosition,
    ProposedTheme,
    Reference,
)
from kg.propose.model import Reason
from kg.propose.quoted import Quoted
from kg.relate import document_numbers
from kg.relate.congress_refs import CongressMention, CongressReader
from kg.relate.periods import Calendar
from kg.relate.phrases import lower_first, surface, tidy
from kg.relate.posts import Post, PostReader
from kg.relate.quantities import Quantity, quantities
from kg.relate.references import People
from kg.timespan import period_bounds

T = TypeVar("T")
_PAST = frozenset({Status.FORMER, Status.ENDED})
_LETTERS = re.compile(r"[^\W\d_]+")
_YEARS = re.compile(r"(?:19|20)\d\d(?:-(?:19|20)\d\d)?")
_THEME_WORDS = range(3, 61)
_PART_OF_COMMITTEE = frozenset({"standing-committee", "standing-board"})
_SAID = {Relation.IMPLEMENTS: ("implements", "basis"), Relation.AMENDS: ("amends",)}


class Refused(Exception):  # noqa: N818 -- it reads as what happened
    """A proposal that does not become a claim."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


def _borne_out(found: T | None, reason: Reason) -> T:
    """What was found, or the reason why nothing was."""
    if found is None:
        raise Refused(reason)
    return found


class Checks:
    """Checks the proposals for one article.  ``documents`` are those that the rules read in it."""

    def __init__(self, scan: Scan, lexicon: Lexicon, rule: str, documents: Iterable[Document] = ()) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._rule = rule
        self._documents = tuple(documents)
        self._people = People(scan)
        self._posts = PostReader(scan, lexicon)

    @cached_property
    def _quantities(self) -> list[Quantity]:
        return list(quantities(self._scan, self._lexicon))

    @cached_property
    def _congresses(self) -> list[CongressMention]:
        return list(CongressReader(self._scan, self._lexicon).all())

    @cached_property
    def _calendar(self) -> Calendar:
        return Calendar(self._scan, self._lexicon)

    def claim(self, proposal: AnyProposal, start: int, end: int) -> Claim:
        """The claim that a proposal makes of the quote at ``start:end``.  Raises :class:`Refused`."""
        quoted = Quoted(self._scan, self._lexicon, start, end)
        match proposal:
            case ProposedPosition():
                return self._position(proposal, quoted)
            case ProposedDocument():
                return self._document(proposal, quoted)
            case ProposedLink():
                return self._link(proposal, quoted)
            case ProposedTheme():
                return self._theme(proposal, quoted)
            case ProposedIndicator():
                return self._indicator(proposal, quoted)
            case ProposedCongress():
                return self._congress(proposal, quoted)
            case ProposedEvent():
                return self._event(proposal, quoted)

    def _evidence(self, quoted: Quoted) -> Evidence:
        return self._scan.evidence(quoted.start, quoted.end)

    def _organization(self, words: str | None, quoted: Quoted) -> Organization | None:
        if words is None:
            return None
        return _borne_out(quoted.organization(words), Reason.ORGANIZATION)

    # -- positions -------------------------------------------------------------------------------------

    def _position(self, proposal: ProposedPosition, quoted: Quoted) -> Position:
        person = _borne_out(self._person(proposal.person, quoted), Reason.PERSON)
        post, organization = self._post(proposal, quoted)
        if post.former and proposal.status not in _PAST:
            raise Refused(Reason.STATUS)
        return Position(
            evidence=self._scan.evidence(min(quoted.start, post.start), max(quoted.end, post.end)),
            rule=self._rule,
            person=person,
            role=post.role,
            role_concept=post.concept.key,
            organization=organization,
            status=proposal.status,
            acting=post.acting,
        )

    def _person(self, words: str, quoted: Quoted) -> str | None:
        """A person whom the recognisers know, or a full name that is nothing else."""
        for start, end in quoted.places(words):
            mention = self._scan.people.covering(start)
            if mention is not None and end <= mention.end:
                whole = quoted.start <= mention.start and mention.end <= quoted.end
                return self._people.full_name(mention) if whole else None
            others = (self._scan.units, self._scan.bodies, self._scan.roles)
            if any(track.covering(start) or track.within(start, end) for track in others):
                continue
            names = self._scan.text.content[start:end].split(" ")
            if len(names) > 1 and all(n[0].isupper() and n[1:].islower() and n.isalpha() for n in names):
                return modern(" ".join(names))
        return None

    def _post(self, proposal: ProposedPosition, quoted: Quoted) -> tuple[Post, Organization | None]:
        """The post of the quote that has the proposed title, and the organisation if words name it."""
        posts = [post for post in self._posts_in(quoted) if self._is_titled(post, proposal.role, quoted)]
        if not posts:
            raise Refused(Reason.ROLE)
        if proposal.organization is None:
            if len({post.organization for post in posts}) > 1:
                raise Refused(Reason.POSTS)
            return posts[0], posts[0].organization
        for start, end in quoted.places(proposal.organization):
            for post in posts:
                if post.start <= start and end <= post.end and post.organization is not None:
                    return post, post.organization
        return posts[0], self._organization(proposal.organization, quoted)

    def _is_titled(self, post: Post, words: str, quoted: Quoted) -> bool:
        """Whether words are the title of a post, as the vocabulary writes it or in another form of it."""
        if fold(canonical(words)) == fold(post.concept.label):
            return True
        concept = quoted.concept("role", words)
        reference = concept.one("role") if concept is not None else None
        meant = self._lexicon.follow(reference) if reference else concept
        return meant is not None and meant.key == post.concept.key

    def _posts_in(self, quoted: Quoted) -> list[Post]:
        """The posts of the quote's sentences that lie in it with at least their titles."""
        first, last = (self._scan.text.sentence_at(at) for at in (quoted.start, quoted.end - 1))
        found = []
        for sentence in self._scan.text.sentences[first : last + 1]:
            for post in self._posts.posts(sentence):
                roles = self._scan.roles.within(post.start, post.end)
                if roles and quoted.start <= roles[0].start and roles[0].end <= quoted.end:
                    found.append(post)
        return found

    # -- documents and links ---------------------------------------------------------------------------

    def _reference(self, proposal: Reference, quoted: Quoted) -> tuple[Concept, str | None, str | None]:
        kind = _borne_out(quoted.concept("document-kind", proposal.type), Reason.KIND)
        number = None
        if proposal.number is not None:
            number = _borne_out(quoted.number(proposal.number, kind), Reason.NUMBER).canonical
        told = document_numbers.symbolic(number, 0) if number is not None else None
        by_symbol = document_numbers.kind_of(told, self._lexicon) if told is not None else None
        if not quoted.has(kind) and (by_symbol is None or by_symbol.key != kind.key):
            raise Refused(Reason.KIND)
        subject = self._subject(proposal.subject, quoted, numbered=number is not None)
        if number is None and subject is None:
            raise Refused(Reason.NOTHING)
        return kind, number, subject

    def _subject(self, words: str | None, quoted: Quoted, *, numbered: bool) -> str | None:
        if words is None:
            return None
        subject = tidy(_borne_out(quoted.wording(words), Reason.WORDS), self._lexicon)
        if not subject:
            raise Refused(Reason.WORDS)
        return lower_first(subject) if numbered else subject[:1].upper() + subject[1:]

    def _document(self, proposal: ProposedDocument, quoted: Quoted) -> Document:
        kind, number, subject = self._reference(proposal.document, quoted)
        issuer = self._organization(proposal.issuer, quoted)
        date = proposal.date
        if date is not None:
            date = _borne_out(quoted.date(date), Reason.DATE)
        return Document(
            self._evidence(quoted), self._rule, kind.label, kind.key, number, issuer, date, subject
        )

    def _link(self, proposal: ProposedLink, quoted: Quoted) -> Link:
        source, target = self._ref(proposal.source, quoted), self._ref(proposal.target, quoted)
        if source == target:
            raise Refused(Reason.NOTHING)
        words = surface(self._lexicon, "document-cue", *_SAID[proposal.relation])
        folded = self._scan.text.folded[quoted.start : quoted.end]
        if re.search(rf"(?<!\w){words}(?!\w)", folded) is None:
            raise Refused(Reason.RELATION)
        return Link(self._evidence(quoted), self._rule, source, proposal.relation, target)

    def _ref(self, proposal: Reference, quoted: Quoted) -> DocumentRef:
        """The reference, by the document that the rules read under this number if there is just one."""
        kind, number, subject = self._reference(proposal, quoted)
        known = [d.ref for d in self._documents if number and d.number and fold(d.number) == fold(number)]
        return known[0] if len(known) == 1 else DocumentRef(kind.label, number, None, subject)

    # -- themes ----------------------------------------------------------------------------------------

    def _theme(self, proposal: ProposedTheme, quoted: Quoted) -> Theme:
        theme = tidy(_borne_out(quoted.wording(proposal.theme), Reason.WORDS), self._lexicon)
        if not (quoted.has(self._lexicon.concept("theme-cue", "theme")) or self._names_year(theme)):
            raise Refused(Reason.RELATION)
        if len(theme.split()) not in _THEME_WORDS:
            raise Refused(Reason.WORDS)
        number = proposal.number
        if number is not None:
            number = _borne_out(quoted.number(number), Reason.NUMBER).canonical
        holder = self._organization(proposal.organization, quoted)
        if holder is not None and holder.kind in _PART_OF_COMMITTEE:
            holder = holder.parent
        period = self._period(proposal.period, quoted)
        elements = tuple(part.strip() for part in theme.split(";") if part.strip())
        return Theme(self._evidence(quoted), self._rule, holder, period, theme, number, elements)

    def _names_year(self, theme: str) -> bool:
        """Whether a theme says itself what the year is to be."""
        return fold(theme).startswith(fold(self._lexicon.concept("theme-cue", "year-of").label) + " ")

    def _period(self, words: str | None, quoted: Quoted) -> str | None:
        """A period that the quote names, in the notation of the tables."""
        if words is None:
            return None
        wanted = canonical(words)
        named = {m.period for m in self._calendar.mentions().within(quoted.start, quoted.end)}
        years = _YEARS.fullmatch(wanted) is not None and all(quoted.place(y) for y in wanted.split("-"))
        known = (wanted in named or years) and period_bounds(wanted) is not None
        return _borne_out(wanted if known else None, Reason.PERIOD)

    # -- indicators ------------------------------------------------------------------------------------

    def _indicator(self, proposal: ProposedIndicator, quoted: Quoted) -> Indicator:
        quantity, unit = self._quantity(proposal, quoted)
        start, end = _borne_out(quoted.place(proposal.indicator), Reason.WORDS)
        if not _LETTERS.search(self._scan.text.content, start, end):
            raise Refused(Reason.WORDS)
        name = lower_first(tidy(self._scan.text.content[start:end], self._lexicon))
        concepts = {hit.concept.key for hit in self._scan.hits_within(start, end, "indicator")}
        return Indicator(
            evidence=self._evidence(quoted),
            rule=self._rule,
            subject=self._about(proposal.subject, quoted),
            indicator=_borne_out(name or None, Reason.WORDS),
            kind=proposal.status,
            comparator=quantity.comparator,
            value=quantity.value,
            unit=unit,
            period=self._period(proposal.period, quoted),
            indicator_concept=concepts.pop() if len(concepts) == 1 else None,
            measure=quantity.measure.key if quantity.measure is not None else None,
        )

    def _quantity(self, proposal: ProposedIndicator, quoted: Quoted) -> tuple[Quantity, str]:
        """The number of the quote with this value, and its unit as the proposal words it."""
        unit = modern(canonical(proposal.unit))
        same = [
            q
            for q in self._quantities
            if quoted.start <= q.start and q.end <= quoted.end and not q.bare
            if proposal.value.is_finite() and q.value == proposal.value
        ]
        if not same:
            raise Refused(Reason.NUMBER)
        fitting = next((q for q in same if _measures(q, unit, quoted)), None)
        return _borne_out(fitting, Reason.UNIT), unit

    def _about(self, words: str | None, quoted: Quoted) -> Unit | Organization | None:
        if words is None:
            return None
        mention = quoted.unit(words)
        if mention is not None:
            return mention.unit
        return _borne_out(quoted.organization(words), Reason.PLACE)

    # -- congresses and events -------------------------------------------------------------------------

    def _congress(self, proposal: ProposedCongress, quoted: Quoted) -> Congress:
        if proposal.ordinal is None and proposal.term is None:
            raise Refused(Reason.NOTHING)
        mention = next((m for m in self._congresses if self._is_meant(m, proposal, quoted)), None)
        found = _borne_out(mention, Reason.NUMBER)
        holder = self._organization(proposal.organization, quoted) or found.organization
        return Congress(self._evidence(quoted), self._rule, holder, found.ordinal, found.term)

    def _is_meant(self, mention: CongressMention, proposal: ProposedCongress, quoted: Quoted) -> bool:
        if mention.start < quoted.start or mention.end > quoted.end or mention.general:
            return False
        return proposal.ordinal in (None, mention.ordinal) and proposal.term in (None, mention.term)

    def _event(self, proposal: ProposedEvent, quoted: Quoted) -> Event:
        kind = _borne_out(quoted.concept("event", proposal.type), Reason.KIND)
        if kind.one("grade") == "ignored" or not (quoted.has(kind) or self._acted(kind, quoted)):
            raise Refused(Reason.KIND)
        date, place = proposal.date, proposal.place
        organizers = (self._organization(words, quoted) for words in proposal.organizers)
        return Event(
            evidence=self._evidence(quoted),
            rule=self._rule,
            type=kind.label,
            type_concept=kind.key,
            date=None if date is None else _borne_out(quoted.date(date), Reason.DATE),
            organizers=tuple(dict.fromkeys(o for o in organizers if o is not None)),
            place=None if place is None else self._where(place, quoted),
        )

    def _acted(self, kind: Concept, quoted: Quoted) -> bool:
        """Whether a verb of the quote stands for the event."""
        hits = self._scan.hits_within(quoted.start, quoted.end, "event-cue")
        return any(hit.concept.one("type") == f"{kind.scheme}:{kind.key}" for hit in hits)

    def _where(self, words: str, quoted: Quoted) -> str:
        mention = _borne_out(quoted.unit(words), Reason.PLACE)
        return mention.unit.full_name if mention.typed else mention.unit.name


def _measures(quantity: Quantity, unit: str, quoted: Quoted) -> bool:
    """Whether a unit is the number's own, with nothing added but words of the quote."""
    if fold(unit) == fold(quantity.unit):
        return True
    if quantity.measure is None:
        return any(start == quantity.end + 1 for start, _ in quoted.places(unit))
    own = quantity.unit.removesuffix(quantity.denominator)
    begins = fold(unit).startswith(fold(own)) and fold(quantity.denominator) in fold(unit)
    return begins and all(quoted.place(word) for word in re.findall(r"\w+", unit[len(own) :]))
