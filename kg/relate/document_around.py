"""What stands around the head of a document's mention: its day, its issuer, its session and its subject."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.lexicon import Concept, Lexicon
from kg.mention import DateMention, Scan
from kg.model import Organization
from kg.relate import committees
from kg.relate.congress_refs import ordinal
from kg.relate.days import Day
from kg.relate.document_issuers import DRAWN_UP, ISSUED, IssuerReader, Issuing
from kg.relate.document_subjects import SubjectReader
from kg.relate.phrases import pattern, skip
from kg.relate.years import Years

SCHEME = "document-cue"
_STEPS = 6
_FOR_A_YEAR = frozenset({"plan", "programme"})
"""Kinds that are made for a year."""
YEAR_ONLY = 4
"""Letters of a date that tells the year alone."""


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """A document as one passage names it.

    ``end`` is the end of the reference without its subject; ``led_in`` says that the clause before it told
    the issuer; ``session`` is the plenum that passed it, and its term.
    """

    start: int
    end: int
    kind: Concept
    rule: str
    number: str | None = None
    issuer: Organization | None = None
    stated: bool = False
    date: str | None = None
    subject: str | None = None
    subject_end: int = 0
    head: int = 0
    titled: bool = False
    congress_ordinal: int | None = None
    term: str | None = None
    led_in: bool = False
    session: tuple[int, str] | None = None

    @property
    def stop(self) -> int:
        """Where the mention ends with its subject."""
        return max(self.end, self.subject_end)


class Surroundings:
    """Reads what is told of a document before and after its head."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._content = scan.text.content
        self._folded = scan.text.folded
        self._issuers = IssuerReader(scan, lexicon)
        self._subjects = SubjectReader(scan, lexicon)
        self._years = Years(scan, lexicon)

    def _told_after(self, mention: DocumentMention) -> DocumentMention:
        """The day that stands after the subject, with who signed, or at the end of a clause of issuing."""
        signed = self._issuers.signed_after(mention.stop, mention.issuer)
        if signed is not None and signed.date is not None:
            same = committees.compatible(mention.issuer, signed.organization)
            date = _fuller(mention.date, self._told(signed.date))
            return replace(mention, date=date) if same else mention
        passed_on = self._issuers.passed_on(mention.stop)
        if passed_on is not None:
            return replace(mention, date=_fuller(mention.date, self._told(passed_on)))
        issued = self._issuers.issuing(mention.start, *DRAWN_UP) is not None
        day = self._issuers.day_at_end(mention.stop) if issued else None
        return replace(mention, date=_fuller(mention.date, self._told(day))) if day is not None else mention

    def _told_before(self, mention: DocumentMention) -> DocumentMention:
        """Issuer and day from the clause before (``Ngày 2/12/2022, Thành ủy ban hành …``)."""
        known = mention.issuer is not None and len(mention.date or "") > YEAR_ONLY
        said = None if known else self._issuers.issuing(mention.start, *DRAWN_UP)
        if said is None and mention.issuer is None:
            behalf = self._issuers.signed_for(mention.start)
            said = Issuing(behalf) if behalf is not None else None
        if said is not None and said.organization.kind == "central-committee":
            said = None if self._issuers.announced(mention.start) else said  # it makes known others' papers
        if said is not None and self._issuers.made_known_by_office(mention.start):
            said = None
        if said is None or not committees.compatible(mention.issuer, said.organization):
            signed = self._day_signed(mention.start) if mention.date is None else None
            return replace(mention, date=self._told(signed)) if signed is not None else mention
        announced = self._issuers.announced(mention.start)
        day = None if announced else said.date or self._day_signed(mention.start)
        date = _fuller(mention.date, self._told(day) if day is not None else None)
        led_in = not mention.stated
        issuer = mention.issuer or self._of_kind(mention.kind) or said.organization
        return replace(mention, issuer=issuer, stated=True, led_in=led_in, date=date)

    def _day_signed(self, start: int) -> DateMention | None:
        """The day on which somebody signed the document at ``start``, told before it."""
        if self._issuers.announced(start):
            return None
        return self._issuers.day_of_signing(start, *ISSUED)

    def _told(self, date: DateMention) -> str | None:
        return date.edtf or self._with_year(date)

    def _of_kind(self, kind: Concept) -> Organization | None:
        """Who alone issues documents of this kind (a decree: the government)."""
        reference = kind.one("issuer")
        if reference is None:
            return None
        concept = self._lexicon.follow(reference)
        return Organization(concept.key, concept.label, level=concept.level)

    def _plain(self, kind: Concept) -> Concept:
        """The kind by which documents of a closer kind are listed (an action programme is a programme)."""
        broader = kind.one("kind")
        return self._lexicon.follow(broader) if broader else kind

    def _tail(self, mention: DocumentMention, place: int) -> DocumentMention:
        """Date, issuer, session and subject after the head, in any order, each once."""
        limit = self._scan.sentence(mention.start).end
        for _ in range(_STEPS):
            start = skip(self._content, place, " ,()")
            if start >= limit or (mention.subject is not None):
                break
            date = self._date(start) if mention.date is None else None
            apart = "," in self._content[place:start]
            next_ = date is not None and apart and self._issuers.issues_next(date[1])
            if date is not None and mention.kind.key in _FOR_A_YEAR and len(date[0] or "") == YEAR_ONLY:
                place = date[1]  # what is planned, not when it was issued
                continue
            if date is not None and not next_ and not self._year_of_clause(date, place, start):
                mention = replace(mention, date=date[0], end=date[1])
                place = mention.end
                continue
            issuer = self._issuer(start, place) if mention.issuer is None else None
            if issuer is not None:
                told = not self._only_central(start, issuer[1])
                mention, place = replace(mention, issuer=issuer[0], stated=told, end=issuer[1]), issuer[1]
                continue
            second = self._second_issuer(start) if mention.stated else None
            if second is not None:
                mention, place = replace(mention, end=second), second
                continue
            session = ordinal(self._content, self._folded, start, self._lexicon)
            if session is not None:
                place = session[1]
                mention = replace(mention, end=place)
                continue
            subject = self._subjects.after(place, limit)
            if subject is not None:
                mention = replace(mention, subject=subject[0], subject_end=subject[1])
            break
        mention = self._closed(mention)
        return replace(mention, head=mention.end)

    def _second_issuer(self, start: int) -> int | None:
        """The end of an issuer that shares a document (``của Bộ Chính trị, Ban Bí thư về …``)."""
        join = pattern(self._lexicon, "cue", "and").match(self._folded, start)
        body = self._scan.bodies.at(join.end() + 1 if join is not None else start)
        verbs = ("about-verb",) if join is not None else ()
        about = pattern(self._lexicon, SCHEME, "about", *verbs)
        if body is None or about.match(self._folded, body.end + 1) is None:
            return None
        return body.end

    def _year_of_clause(self, date: tuple[str | None, int], place: int, start: int) -> bool:
        """Whether a bare year after a comma tells when something else happened (``…, năm 2021 tỉnh …``)."""
        if len(date[0] or "") != YEAR_ONLY or "," not in self._content[place:start]:
            return False
        return pattern(self._lexicon, SCHEME, "by").match(self._folded, date[1] + 1) is None

    def _issuer(self, start: int, place: int) -> tuple[Organization, int] | None:
        """The issuer at ``start``, in a clause of its own or after a word for `of`."""
        apart = "," in self._content[place:start]
        found = self._issuers.relative(start) or self._issuers.after(start, apart=apart)
        name = self._scan.people.at(found[1] + 1) if found is not None else None
        return (found[0], name.end) if found is not None and name is not None else found

    def _only_central(self, start: int, end: int) -> bool:
        """Whether an issuer is only told to be a central one (``của Trung ương``), whichever it is."""
        bodies = self._scan.bodies.within(start, end)
        return any(body.organization.kind == "central" and body.end == end for body in bodies)

    def _closed(self, mention: DocumentMention) -> DocumentMention:
        """Take in the bracket that an opening one before the date or session asks for."""
        words = self._content[mention.start : mention.end]
        opened = words.count("(") > words.count(")") and self._content.startswith(")", mention.end)
        return replace(mention, end=mention.end + 1) if opened else mention

    def _date(self, start: int) -> tuple[str | None, int] | None:
        """A date at ``start``, perhaps after a word for signing; a day without a year takes the article's."""
        signed = pattern(self._lexicon, SCHEME, "signed").match(self._folded, start)
        begin = skip(self._content, signed.end()) if signed else start
        for date in self._scan.dates.within(begin, begin + 7):
            between = self._content[begin : date.start].strip()
            if between and not self._scan.hits_at(begin, "cue"):
                return None
            return self._told(date), date.end
        return None

    def _with_year(self, date: DateMention) -> str | None:
        published = self._scan.text.article.published
        if date.day is None or date.month is None:
            return None
        day = Day(date.start, date.end, date.day, date.month, None)
        if self._years.to_come(day) or self._years.after_publication(day):
            return None
        if not published:
            return replace(day, year=self._years.of(day)).edtf
        if not published[:4].isdigit():
            return None
        year = int(published[:4])
        if f"{date.month:02d}-{date.day:02d}" > published[5:10]:
            year -= 1
        return f"{year:04d}-{date.month:02d}-{date.day:02d}" if len(published) == len("2022-05-24") else None


def _fuller(date: str | None, other: str | None) -> str | None:
    """The date, or the other one where it tells the day of the year that is all there is."""
    return other if other is not None and other.startswith(date or "") else date
