"""The plain values that travel through the pipeline.

Everything here is frozen.  A *claim* is the atom: what one passage of one article says, with the span
that says it.  Offsets are code points in the canonical text of the article (:class:`Text`), so that
``text.content[evidence.start:evidence.end] == evidence.quote`` holds for every claim.

This module imports nothing of ours.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

BAR = " | "
"""What parts the cells of a table's row in the text of a block."""


class BlockKind(StrEnum):
    """What a block of an article is; only captions differ from the rest as evidence."""

    TITLE = "title"
    LEAD = "lead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article as it was read: page furniture is gone, wording is untouched."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """A newspaper article as a reader hands it on.

    ``id`` is the file's stem or the record's ``id``.  ``published`` is an EDTF string (``2022-05-24``)
    or ``None`` when the source does not tell; a clock of the page (``page_clock``) never counts.
    ``republished_from`` names the paper that an article was taken from.
    """

    id: str
    blocks: tuple[Block, ...]
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    republished_from: str | None = None
    source: str | None = None
    page_clock: str | None = None


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block's place in the canonical text."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's place in the canonical text and the kind of block that it stands in."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Text:
    """The canonical text of an article.

    ``content`` is NFC with single blanks, blocks parted by one newline.  ``folded`` has the same length,
    offset by offset (lower case, one tone placement).  ``origin`` maps back to the blocks' texts joined by
    newlines: pairs of a canonical offset and the shift that holds from there on.
    """

    article: Article
    content: str
    folded: str
    blocks: tuple[TextBlock, ...]
    sentences: tuple[Sentence, ...]
    origin: Sequence[tuple[int, int]] = field(repr=False, compare=False, default=((0, 0),))
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """Where the sentences begin."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", tuple([sentence.start for sentence in self.sentences]))

    def source_offset(self, offset: int) -> int:
        """Where ``content[offset]`` stands in the blocks' texts joined by newlines."""
        place = bisect_right(self.origin, offset, key=lambda pair: pair[0]) - 1
        return offset + self.origin[place][1]

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds ``offset`` (or the last one that begins before it)."""
        return max(0, bisect_right(self.starts, offset) - 1)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage of the canonical text that a claim rests on."""

    article: str
    start: int
    end: int
    quote: str
    caption: bool = False


class Assertion(StrEnum):
    """How a statement came to be."""

    STATED = "stated"
    INFERRED = "inferred"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class Unit:
    """An administrative unit.

    ``type`` is the concept's key in the scheme of unit types (``city-of-province``), ``type_label`` its
    Vietnamese label (for the canonical name), ``level`` 0 nation, 1 province, 2 district, 3 commune.
    ``key`` is the gazetteer's key, ``None`` for a unit that it doesn't know; ``ancestors`` are the keys of
    the units above it, lowest first.  ``registered`` is the type's key, the full name and the bare one under
    which the gazetteer has the unit, when the text calls it otherwise: a town of 2022 may be a city by now.
    """

    name: str
    type: str
    type_label: str
    level: int
    key: str | None = None
    ancestors: tuple[str, ...] = ()
    registered: tuple[str, str, str] | None = None

    def identified(self, known: Unit) -> Unit:
        """This unit, as the text names it, found to be a unit of the gazetteer."""
        differs = (known.type, known.full_name) != (self.type, self.full_name)
        registered = (known.type, known.full_name, known.name) if differs else None
        return replace(
            self, level=known.level, key=known.key, ancestors=known.ancestors, registered=registered
        )

    @property
    def full_name(self) -> str:
        """The name with its type: the form in which units stand in organisations' names."""
        return f"{self.type_label} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Organization:
    """An organisation as a claim names it, completed by resolution.

    ``kind`` is the concept's key in the scheme of bodies; ``name`` its own canonical name without unit
    (a committee's short name, ``Sở Nội vụ``).  ``bare_unit`` says that the unit's type is left out of the
    name (party committees).  ``parent`` is the organisation whose part it is and whose name it carries
    (a standing committee's committee).  ``level`` is the level of the unit that the words imply.  ``rule``
    names the rule that filled in the unit; ``None`` means that the text states it.  ``candidates`` holds
    the readings of a unit that could not be decided.
    """

    kind: str
    name: str
    unit: Unit | None = None
    bare_unit: bool = False
    parent: Organization | None = None
    level: int | None = None
    rule: str | None = None
    candidates: tuple[Unit, ...] = ()

    @property
    def label(self) -> str:
        """The canonical full name."""
        if self.parent is not None:
            return f"{self.name} {self.parent.label}"
        if self.unit is None:
            return self.name
        bare = self.bare_unit and not self.unit.name[:1].isdigit()
        place = self.unit.name if bare else self.unit.full_name
        return f"{self.name} {place}" if place else self.name

    @property
    def territory(self) -> Unit | None:
        """The unit that the organisation or the one that it is part of belongs to."""
        return self.unit if self.unit is not None or self.parent is None else self.parent.territory

    @property
    def inference(self) -> str | None:
        """The rule that completed this organisation or its parent, if any."""
        return self.rule or (self.parent.inference if self.parent is not None else None)


class Status(StrEnum):
    """Where a person stands with a post when the article appears."""

    CURRENT = "current"
    APPOINTED = "appointed"
    ENDED = "ended"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one passage says.  ``rule`` names the grammar rule that read it."""

    evidence: Evidence
    rule: str


@dataclass(frozen=True, slots=True)
class Position(Claim):
    """``person`` holds ``role`` at ``organization``; ``as_of`` and ``event_date`` are EDTF.

    ``event`` is the key of the step of appointment or release that the claim tells; other steps of the same
    appointment that the article tells (elected, then approved) are in ``steps``, each with its own passage.
    ``since`` and ``until`` are EDTF dates that the text gives for the time in the post.
    """

    person: str
    role: str
    role_concept: str | None
    organization: Organization | None
    status: Status
    as_of: str | None = None
    acting: bool = False
    event: str | None = None
    event_date: str | None = None
    steps: tuple[Position, ...] = ()
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """How a claim points to a document: by number or subject, and issuer."""

    kind: str
    number: str | None
    issuer: Organization | None
    subject: str | None = None

    @property
    def label(self) -> str:
        """``<number, or subject> @ <issuer>``, the form of the links table."""
        head = self.number or self.subject or ""
        return f"{head} @ {self.issuer.label}" if self.issuer is not None else head


@dataclass(frozen=True, slots=True)
class Document(Claim):
    """Something issued: ``kind`` is the Vietnamese kind in lower case, ``kind_concept`` its key."""

    kind: str
    kind_concept: str
    number: str | None
    issuer: Organization | None
    date: str | None
    subject: str | None
    congress_ordinal: int | None = None
    term: str | None = None

    @property
    def ref(self) -> DocumentRef:
        """The reference by which links point here."""
        return DocumentRef(self.kind, self.number, self.issuer, self.subject)


class Relation(StrEnum):
    """What ties two documents."""

    IMPLEMENTS = "implements"
    AMENDS = "amends"


@dataclass(frozen=True, slots=True)
class Link(Claim):
    """``source`` carries out or changes ``target``."""

    source: DocumentRef
    relation: Relation
    target: DocumentRef


@dataclass(frozen=True, slots=True)
class Theme(Claim):
    """The theme of a year, congress or term.  ``elements`` are its parts in order."""

    organization: Organization | None
    period: str | None
    theme: str
    document: str | None
    elements: tuple[str, ...] = ()
    alternatives: tuple[Organization, ...] = ()


class IndicatorKind(StrEnum):
    """A number is wished for or reached."""

    TARGET = "target"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Indicator(Claim):
    """A number with a measure.  ``subject`` is a unit or an organisation.

    ``unit`` is the canonical string of the guideline (``% dự toán tỉnh giao``); ``measure`` the concept of
    the unit of measure alone, ``base`` the denominator's or base's words.  ``part_of`` is the quote of the
    total that this number is a part of, when the passage lists parts.  ``elsewhere`` says that the number is
    a firm's or the nation's own, whose name nobody told: it has no subject, not the article's place.
    """

    subject: Unit | Organization | None
    indicator: str
    kind: IndicatorKind
    comparator: str
    value: Decimal
    unit: str
    period: str | None
    indicator_concept: str | None = None
    measure: str | None = None
    base: str | None = None
    part_of: Evidence | None = None
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Congress(Claim):
    """A congress named with its ordinal or term, at the organisation that holds it."""

    organization: Organization | None
    ordinal: int | None
    term: str | None


class ParticipationRole(StrEnum):
    """What a person does at an event."""

    CHAIRS = "chairs"
    SPEAKS = "speaks"
    REPORTS = "reports"
    CONCLUDES = "concludes"
    ATTENDS = "attends"


@dataclass(frozen=True, slots=True)
class Participation:
    """A person's part in an event, with its own evidence."""

    person: str
    role: ParticipationRole
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Event(Claim):
    """A meeting or ceremony that the article reports as taking place.

    A place that acts under its own name (``tỉnh Hà Giang tổ chức lễ kỷ niệm``) is an organiser too.
    """

    type: str
    type_concept: str | None
    date: str | None
    organizers: tuple[Organization | Unit, ...]
    place: str | None
    about: str | None = None
    visited: tuple[Organization, ...] = ()
    participations: tuple[Participation, ...] = ()


class Verdict(StrEnum):
    """Whether two mentions of a name are one person."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody decided about two persons of articles; it overrules the program.

    ``left`` and ``right`` are ``ARTICLE-ID#NAME``, which outlives rebuilding; ``when`` is an EDTF date.
    """

    left: str
    right: str
    verdict: Verdict
    by: str = ""
    when: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """What a recogniser saw and could not use: nothing is dropped in silence."""

    pattern: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one article says, list by list, each in text order without repetition."""

    article: Article
    text: Text
    positions: tuple[Position, ...] = ()
    documents: tuple[Document, ...] = ()
    links: tuple[Link, ...] = ()
    themes: tuple[Theme, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    congresses: tuple[Congress, ...] = ()
    events: tuple[Event, ...] = ()
    unread: tuple[Unread, ...] = ()
    published_bounds: str | None = None
    setting: tuple[Unit, ...] = ()

    def claims(self) -> Iterator[Claim]:
        """Every claim, in the order of the seven lists; the steps of a post stand after it."""
        for position in self.positions:
            yield position
            yield from position.steps
        yield from self.documents
        yield from self.links
        yield from self.themes
        yield from self.indicators
        yield from self.congresses
        yield from self.events
