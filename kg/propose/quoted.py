"""What stands in a quote: words as the text spells them, and what the recognisers saw there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.lexicon import Concept, Lexicon
from kg.mention import DateMention, M, Scan, Track, UnitMention, longest
from kg.model import Article, Block, BlockKind, Organization
from kg.normalise import canonical, fold, modern, normalise
from kg.recognise import recognise
from kg.relate import document_numbers
from kg.relate.document_numbers import Number

_FULL_DATE = 10


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote at its place in a scanned text."""

    scan: Scan
    lexicon: Lexicon
    start: int
    end: int

    @property
    def content(self) -> str:
        """The canonical text."""
        return self.scan.text.content

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        """Where whole words stand in the quote, whatever their case and tone placement."""
        wanted = fold(canonical(words))
        folded = self.scan.text.folded
        place = folded.find(wanted, self.start, self.end) if wanted else -1
        while place >= 0:
            end = place + len(wanted)
            joined = place > 0 and folded[place - 1].isalnum() and folded[place].isalnum()
            if not joined and not (folded[end : end + 1].isalnum() and folded[end - 1].isalnum()):
                yield place, end
            place = folded.find(wanted, place + 1, self.end)

    def place(self, words: str) -> tuple[int, int] | None:
        """Where whole words stand first."""
        return next(self.places(words), None)

    def mentions(self, track: Track[M]) -> list[M]:
        """The mentions that lie in the quote."""
        return [m for m in track.within(self.start, self.end) if m.end <= self.end]

    def has(self, concept: Concept) -> bool:
        """Whether a surface form of the concept stands in the quote."""
        hits = self.scan.hits_within(self.start, self.end, concept.scheme)
        return any(hit.concept.key == concept.key for hit in hits)

    # -- what words mean -------------------------------------------------------------------------------

    def concept(self, scheme: str, words: str) -> Concept | None:
        """The only concept of a scheme that words name, by themselves."""
        alone = canonical(words)
        hits = self.lexicon.scan_folded(fold(alone), alone)
        found = longest([hit for hit in hits if hit.concept.scheme == scheme])
        return found[0].concept if len(found) == 1 else None

    def organization(self, words: str) -> Organization | None:
        """The organisation that words of the quote name, as the recognisers read it where it stands."""
        for start, end in self.places(words):
            body = self.scan.bodies.at(start)
            if body is None or self.scan.bodies.within(body.end, end):
                continue
            return body.organization if body.end <= self.end else None
        return self._alone(words) if self.place(words) is not None else None

    def _alone(self, words: str) -> Organization | None:
        """The organisation that words name by themselves: one inside the name of another."""
        article = Article(self.scan.text.article.id, (Block(BlockKind.PARAGRAPH, words),))
        text = normalise(article)
        bodies = list(recognise(text, self.lexicon).bodies)
        whole = len(bodies) == 1 and (bodies[0].start, bodies[0].end) == (0, len(text.content))
        return bodies[0].organization if whole else None

    def unit(self, words: str) -> UnitMention | None:
        """The administrative unit with a name that words of the quote mean."""
        for start, end in self.places(words):
            mention = self.scan.units.at(start)
            if mention is not None and mention.end == end and mention.unit.name:
                return mention
        return None

    # -- numbers and dates -----------------------------------------------------------------------------

    def number(self, words: str, kind: Concept | None = None) -> Number | None:
        """The number of a document in the quote that is the same as ``words``.

        Bare digits are a document's number only where its kind stands before them.
        """
        alone = canonical(words)
        wanted = document_numbers.symbolic(alone, 0)
        if wanted is None or wanted.end != len(alone):
            return self._bare(alone, kind)
        for place in range(self.start, self.end):
            if self._begins(place):
                number = document_numbers.symbolic(self.content, place)
                if number is not None and number.end <= self.end and number.canonical == wanted.canonical:
                    return number
        return None

    def _begins(self, place: int) -> bool:
        """Whether a number can begin here."""
        before = self.content[place - 1 : place]
        return self.content[place].isdigit() and not (before.isalnum() or before in (".", ",", "/", "-", "–"))

    def _bare(self, wanted: str, kind: Concept | None) -> Number | None:
        content, folded = self.content, self.scan.text.folded
        for hit in self.scan.hits_within(self.start, self.end, "document-kind"):
            if kind is None or hit.concept.key != kind.key:
                continue
            capital = content[hit.start].isupper()
            number = document_numbers.read(content, folded, hit.end, capital, self.lexicon)
            if number is not None and number.end <= self.end and number.canonical == wanted:
                return number
        return None

    def date(self, words: str) -> str | None:
        """The date of the quote that ``words`` (EDTF) name; a missing year is the last one possible."""
        wanted = canonical(words)
        found = (self._dated(mention) for mention in self.mentions(self.scan.dates))
        return wanted if wanted in found else None

    def _dated(self, mention: DateMention) -> str | None:
        """A date without its year is the last such day up to the article's own."""
        if mention.year is not None or mention.month is None or mention.day is None:
            return mention.edtf
        published = self.scan.text.article.published or ""
        if len(published) != _FULL_DATE or not published[:4].isdigit():
            return None
        day = f"-{mention.month:02d}-{mention.day:02d}"
        year = int(published[:4])
        return f"{year if published[:4] + day <= published else year - 1:04d}{day}"

    def wording(self, words: str) -> str | None:
        """Words of the quote as the text writes them, tone marks set the modern way."""
        place = self.place(words)
        return modern(self.content[place[0] : place[1]]) if place is not None else None
