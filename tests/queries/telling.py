"""Articles made of facts: each claim gets a line of its own, and that line is its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kg.model import (
    Article,
    Congress,
    Document,
    DocumentRef,
    Event,
    Evidence,
    Facts,
    Indicator,
    IndicatorKind,
    Link,
    Organization,
    Participation,
    ParticipationRole,
    Position,
    Relation,
    Status,
    Theme,
    Unit,
)
from kg.normalise import blocks_of, normalise

RULE = "told"
#: Role as the text has it, and the key of its concept.
ROLES = {
    "bí thư": "secretary",
    "phó bí thư": "deputy-secretary",
    "phó bí thư thường trực": "standing-deputy-secretary",
    "ủy viên": "member",
    "chủ tịch": "chair",
    "phó chủ tịch": "deputy-chair",
    "phó chủ tịch thường trực": "standing-deputy-chair",
    "trưởng ban": "head-of-board",
    "trưởng đoàn": "head-of-delegation",
    "trưởng công an": "police-chief",
}
KINDS = {
    "nghị quyết": "resolution",
    "chỉ thị": "directive",
    "kết luận": "conclusion",
    "kế hoạch": "plan",
    "thông báo": "announcement",
    "đề án": "project",
    "chương trình": "programme",
    "quy hoạch": "master-plan",
    "quyết định": "decision",
}


@dataclass
class Telling:
    """Collects the lines and claims of one article."""

    id: str
    title: str
    setting: tuple[Unit, ...] = ()
    published: str | None = None
    bounds: str | None = None
    publisher: str | None = None
    republished_from: str | None = None
    lines: list[str] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    themes: list[Theme] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    congresses: list[Congress] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def say(self, quote: str, caption: bool = False) -> Evidence:
        """Add a line and give it as evidence."""
        start = len("\n".join([self.title, *self.lines])) + 1
        self.lines.append(f"{quote}.")
        return Evidence(self.id, start, start + len(quote), quote, caption)

    def post(
        self,
        person: str,
        role: str,
        body: Organization,
        status: Status = Status.CURRENT,
        caption: bool = False,
        as_of: str | None = None,
        step: tuple[str, str] | None = None,
    ) -> None:
        at = self.say(f"{person}: {role} {body.label} ({status})", caption)
        event, date = step or (None, None)
        self.positions.append(
            Position(at, RULE, person, role, ROLES[role], body, status, as_of, False, event, date)
        )

    def document(
        self,
        kind: str,
        number: str | None,
        issuer: Organization | None,
        date: str | None = None,
        subject: str | None = None,
        ordinal: int | None = None,
    ) -> DocumentRef:
        at = self.say(
            " ".join(part for part in (kind.capitalize(), number, "ban hành", date, subject) if part)
        )
        document = Document(at, RULE, kind, KINDS[kind], number, issuer, date, subject, ordinal)
        self.documents.append(document)
        return document.ref

    def link(
        self, source: DocumentRef, target: DocumentRef, relation: Relation = Relation.IMPLEMENTS
    ) -> None:
        at = self.say(f"{source.label} {relation} {target.label}")
        self.links.append(Link(at, RULE, source, relation, target))

    def theme(
        self,
        body: Organization,
        period: str,
        theme: str,
        document: str | None = None,
        alternatives: tuple[Organization, ...] = (),
    ) -> None:
        at = self.say(f"Chủ đề {period}: {theme}")
        self.themes.append(Theme(at, RULE, body, period, theme, document, (), alternatives))

    def number(
        self,
        subject: Unit | Organization,
        indicator: str,
        value: str,
        unit: str,
        period: str | None,
        kind: str = "result",
        comparator: str = "=",
        concept: str | None = None,
        measure: str | None = None,
    ) -> None:
        at = self.say(" ".join(part for part in (indicator, comparator, value, unit, period, kind) if part))
        self.indicators.append(
            Indicator(
                at,
                RULE,
                subject,
                indicator,
                IndicatorKind(kind),
                comparator,
                Decimal(value),
                unit,
                period,
                concept,
                measure,
            )
        )

    def sum(
        self,
        subject: Organization,
        indicator: str,
        total: int,
        unit: str,
        period: str,
        parts: Sequence[tuple[str, int]],
    ) -> None:
        """A total and its parts in one line, as plans list them."""
        at = self.say(
            f"{total} {unit} {period}, gồm " + ", ".join(f"{name} {count}" for name, count in parts)
        )

        def count(name: str, value: int, part_of: Evidence | None) -> Indicator:
            return Indicator(
                at if part_of is None else self._part(at, f"{name} {value}"),
                RULE,
                subject,
                name,
                IndicatorKind.TARGET,
                "=",
                Decimal(value),
                unit,
                period,
                part_of=part_of,
            )

        self.indicators.append(count(indicator, total, None))
        self.indicators.extend(count(name, value, at) for name, value in parts)

    def _part(self, whole: Evidence, quote: str) -> Evidence:
        start = whole.start + whole.quote.index(quote)
        return Evidence(self.id, start, start + len(quote), quote)

    def congress(self, body: Organization, ordinal: int, term: str) -> None:
        at = self.say(f"Đại hội {body.label} lần thứ {ordinal} nhiệm kỳ {term}")
        self.congresses.append(Congress(at, RULE, body, ordinal, term))

    def event(
        self,
        type_: str,
        concept: str,
        date: str | None,
        organizers: Sequence[Organization],
        about: str | None = None,
        visited: Sequence[Organization] = (),
        people: Sequence[tuple[str, str]] = (),
    ) -> None:
        said = (type_, date, "do", *(organizer.label for organizer in organizers), about)
        at = self.say(" ".join(part for part in said if part))
        took_part = tuple(
            Participation(person, ParticipationRole(role), self.say(f"{person} {role} {type_}"))
            for person, role in people
        )
        self.events.append(
            Event(at, RULE, type_, concept, date, tuple(organizers), None, about, tuple(visited), took_part)
        )

    def facts(self) -> Facts:
        """Everything said, with the text that says it."""
        article = Article(
            self.id,
            blocks_of(self.title, self.lines),
            title=self.title,
            publisher=self.publisher,
            published=self.published,
            republished_from=self.republished_from,
        )
        told = Facts(
            article,
            normalise(article),
            tuple(self.positions),
            tuple(self.documents),
            tuple(self.links),
            tuple(self.themes),
            tuple(self.indicators),
            tuple(self.congresses),
            tuple(self.events),
            published_bounds=self.bounds,
            setting=self.setting,
        )
        for claim in told.claims():
            at = claim.evidence
            assert told.text.content[at.start : at.end] == at.quote, at
        return told
