"""Facts as pages tell them: words with links, the time, what kind of assertion, and the sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kg.serve.look import Look, key_of
from kg.serve.spoken import day, period
from kg.serve.wording import Words
from kg.vocab import DANG, OA, PROV, RDF, SCHEMA

STATED: Final = "stated"
INFERRED: Final = "inferred"
COMPUTED: Final = "computed"
MOST: Final = 10
"""So many sentences of one fact are shown; the number of all is told."""
_AROUND: Final = 260
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”’')\]]*\s+|\n")
_CONSIDERED: Final = 100
"""Among so many the latest are looked for."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a thing, or stand alone."""

    text: str
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of an article that a statement rests on, with what stands around them."""

    statement: str
    article: str
    headline: str
    date: str
    before: str
    quote: str
    after: str
    start: int
    end: int
    caption: bool
    kind: str
    rule: str

    @property
    def anchor(self) -> str:
        """Where the words stand on the article's page."""
        return f"e-{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a page tells.

    ``kind`` is stated, inferred or computed, ``rule`` the key of the rule of the latter two; ``more`` is how
    many further sentences there are; ``notes`` are lines beside it; ``iri`` names the thing itself.
    """

    words: tuple[Link, ...]
    when: str = ""
    kind: str = STATED
    rule: str = ""
    evidence: tuple[Evidence, ...] = ()
    more: int = 0
    notes: tuple[tuple[Link, ...], ...] = ()
    iri: str = ""


class Teller:
    """Reads facts for one page in one language."""

    def __init__(self, look: Look, words: Words) -> None:
        self.look = look
        self.t = words
        self._articles: dict[str, tuple[str, str]] = {}
        self._read: dict[str, Evidence | None] = {}
        self._texts: dict[str, str] = {}

    # -- words ---------------------------------------------------------------------------------------------

    def link(self, iri: str) -> Link:
        """Give a thing's name, leading to its page."""
        return Link(self.name(iri), iri)

    def name(self, iri: str) -> str:
        """Give a thing's name."""
        return self.look.label(iri, self.t.language) if iri else ""

    def names(self, iris: Iterable[str]) -> list[Link]:
        """Give the names of things, in order."""
        return sorted((self.link(iri) for iri in iris), key=lambda each: (each.text.casefold(), each.iri))

    def day(self, edtf: str) -> str:
        """Give a date in words."""
        return day(self.t, edtf) if edtf else ""

    def period(self, iri: str) -> str:
        """Give a period in words."""
        return period(self.t, self.look.label(iri)) if iri else ""

    # -- sentences -----------------------------------------------------------------------------------------

    def evidence(self, statement: str) -> Evidence | None:
        """Read what a statement rests on; none for what was computed from other statements."""
        if statement not in self._read:
            self._read[statement] = self.at(self.look.one(statement, DANG.evidence), statement)
        return self._read[statement]

    def at(self, source: str, statement: str = "") -> Evidence | None:
        """Read a passage, as evidence of a statement or by itself."""
        if not source:
            return None
        article = self.look.one(source, OA.hasSource)
        headline, published = self._article(article)
        selectors = self.look.values(source, OA.hasSelector)
        told = {
            term: next((found for each in selectors if (found := self.look.one(each, term))), "")
            for term in (OA.exact, OA.prefix, OA.suffix, OA.start, OA.end)
        }
        start, end = int(told[OA.start] or 0), int(told[OA.end] or 0)
        before, after = told[OA.prefix], told[OA.suffix]
        text = self._text(article)
        if text[start:end] == told[OA.exact] != "":
            before, after = surroundings(text, start, end)
        return Evidence(
            statement=statement,
            article=article,
            headline=headline,
            date=published,
            before=before,
            quote=told[OA.exact],
            after=after,
            start=start,
            end=end,
            caption=self.look.one(source, DANG.inCaption) == "true",
            kind=key_of(self.look.one(statement, DANG.assertionKind)) if statement else STATED,
            rule=(self.look.one(statement, DANG.inferenceRule) if statement else ""),
        )

    def _text(self, article: str) -> str:
        if article not in self._texts:
            self._texts[article] = self.look.only(article, DANG.text) if article else ""
        return self._texts[article]

    def _article(self, article: str) -> tuple[str, str]:
        if article not in self._articles:
            headline = self.look.only(article, SCHEMA.headline) or self.look.label(article)
            self._articles[article] = headline, self.look.day(article)
        return self._articles[article]

    def sentences(self, statements: Sequence[str], most: int = MOST) -> tuple[tuple[Evidence, ...], int]:
        """Read the sentences of statements, the latest articles first, and count those left out."""
        look = self.look
        considered = statements[: max(most, _CONSIDERED)]
        # Several statements may rest on the same words; only those that are shown are read whole.
        resting = {source: one for one in considered if (source := look.one(one, DANG.evidence))}
        days = {source: self._day(look.one(one, PROV.hadPrimarySource)) for source, one in resting.items()}
        ordered = sorted(resting, key=lambda source: (days[source], source), reverse=True)
        shown = tuple(each for one in ordered[:most] if (each := self.evidence(resting[one])) is not None)
        return shown, len(resting) - len(shown) + len(statements) - len(considered)

    def _day(self, article: str) -> str:
        return self._article(article)[1] if article else ""

    def fact(
        self,
        words: Iterable[Link],
        statements: Sequence[str],
        when: str = "",
        iri: str = "",
        most: int = MOST,
    ) -> Fact:
        """Tell what statements of articles say: stated if one of them is, else inferred by the rule."""
        look = self.look
        evidence, left = self.sentences(statements, most)
        told = [one for one in statements[:_CONSIDERED] if look.one(one, DANG.evidence)]
        kinds = {key_of(look.one(one, DANG.assertionKind)) for one in told}
        kind = STATED if STATED in kinds else INFERRED if INFERRED in kinds else COMPUTED
        rules = (look.one(one, DANG.inferenceRule) for one in told) if kind == INFERRED else ()
        rule = next(filter(None, rules), "")
        return Fact(tuple(words), when, kind, rule, evidence, left, iri=iri)

    def computed(
        self,
        words: Iterable[Link],
        rule: str,
        statements: Sequence[str] = (),
        when: str = "",
        notes: Iterable[tuple[Link, ...]] = (),
        iri: str = "",
    ) -> Fact:
        """Tell what the program computed, by which rule, and the sentences that it rests on."""
        evidence, left = self.sentences(statements)
        return Fact(tuple(words), when, COMPUTED, rule, evidence, left, tuple(notes), iri)

    def tie(self, subject: str, predicate: str, other: str, words: Iterable[Link], iri: str = "") -> Fact:
        """Tell that one thing leads to another: said by articles, concluded by a rule, or read off a name."""
        for statement in self.look.subjects(RDF.subject, subject):
            look = self.look
            if look.only(statement, RDF.object) != other or look.only(statement, RDF.predicate) != predicate:
                continue
            if self._of_article(statement):
                return self.fact(words, [statement], iri=iri)
            rule = look.one(statement, DANG.rule)
            return self.computed(words, rule, look.values(statement, PROV.wasDerivedFrom), iri=iri)
        return self.computed(words, "name", iri=iri)

    def stating(self, iri: str, most: int | None = None) -> list[str]:
        """Give the statements of articles that state a thing."""
        return [one for one in self.look.subjects(DANG.states, iri, most) if self._of_article(one)]

    def _of_article(self, statement: str) -> bool:
        return bool(self.look.one(statement, PROV.hadPrimarySource))


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """Give the rest of the sentence before and after some words; cut between words where it is long."""
    first = max(0, start - _AROUND)
    head = text[first:start]
    ends = [found.end() for found in _SENTENCE_END.finditer(head)]
    if ends:
        head = head[ends[-1] :]
    elif first:
        head = "… " + head.partition(" ")[2]
    tail = text[end : end + _AROUND]
    found = _SENTENCE_END.search(tail)
    if found:
        tail = tail[: found.end()].rstrip()
    elif end + _AROUND < len(text):
        tail = tail.rpartition(" ")[0] + " …"
    return head, tail
