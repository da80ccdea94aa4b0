"""Every mention of a document in a text, with what stands around it.

A mention begins at a kind of document (or at a symbol that stands alone) and is read in one direction: the
number, then date, issuer, session and subject in any order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.lexicon import Concept, Hit, Lexicon
from kg.mention import DateMention, Scan
from kg.model import Organization
from kg.normalise import fold
from kg.patterns import one_of
from kg.relate import committees, document_numbers
from kg.relate.congress_refs import CongressMention, CongressReader, ordinal, roman
from kg.relate.days import Day
from kg.relate.document_issuers import DRAWN_UP, ISSUED, PRESENTED, IssuerReader, Issuing
from kg.relate.document_laws import TITLES, Title
from kg.relate.document_numbers import Number
from kg.relate.document_passing import passed
from kg.relate.document_subjects import SubjectReader
from kg.relate.document_titles import TitleReader
from kg.relate.phrases import pattern, skip, surface, tidy
from kg.relate.years import Years

_SCHEME = "document-cue"
_LIST = re.compile(r"\s?(?:,|;)\s?")
_STEPS, _TREATY = 6, 80
_NUMERALS = re.compile(r"(?<!\w)(?:\d+|[IVX]+)(?!\w)")
_BRACKETS = re.compile(r"[(),]")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)((?:(?:,|\s[^\W\d]{2})\s(?:19|20)\d\d)+)(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT, _NEAR = 4, 20
_YEAR_ONLY = 4
_CHANGED = frozenset({"resolution", "decision", "directive", "decree", "circular", "regulation"})
"""Kinds that others change."""
_PAPERS = frozenset({"own", "task"})
"""Titles that any government's papers have."""
_SUBJECTS = frozenset({"about", "issued"})
"""Titles that say what is laid down."""
_DRAWN = frozenset({"master-plan", "design"})
"""Kinds that are maps of a scale (``quy hoạch 1/2000``)."""
_PLANS = frozenset({"plan", "programme"})
"""Kinds that every office draws up: in lower case and of nobody they are no document."""


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


class DocumentReader:
    """Reads the mentions of documents in one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._content = scan.text.content
        self._folded = scan.text.folded
        self._issuers = IssuerReader(scan, lexicon)
        self._subjects = SubjectReader(scan, lexicon)
        self._titles = TitleReader(scan, lexicon, self._subjects)
        self._congresses = CongressReader(scan, lexicon)
        self._years = Years(scan, lexicon)

    def mentions(self) -> list[DocumentMention]:
        """Every mention of a document, in text order."""
        out: list[DocumentMention] = []
        place = inside = -1
        end = -1
        for hit, overlaps in self._kinds():
            if hit.start < end:
                continue
            found = [] if hit.start < place else self._numbered(hit) or self._named(hit, hit.start < inside)
            if (found or overlaps) and self._inside_name(hit):
                continue
            end = hit.end
            if found:
                out.extend(found)
                last = found[-1]
                place = hit.end if last.titled else last.end
                inside = max(inside, last.stop if last.rule != "titled-approving" else inside)
        return out

    def _kinds(self) -> Iterator[tuple[Hit, bool]]:
        """Yield the kinds that can begin a mention, and whether the next one begins inside."""
        hits = self._scan.hits.of("document-kind")
        titles = {h.start: h for h in self._scan.hits.of(_SCHEME) if h.concept.key in TITLES}
        for index, hit in enumerate(hits):
            law = hit.concept.one("title") in ("law", "charter")
            if law and not self._is_law(hit, titles) and not self._numbered_law(hit):
                continue
            yield hit, index + 1 < len(hits) and hits[index + 1].start < hit.end

    def _is_law(self, hit: Hit, titles: dict[int, Hit]) -> bool:
        """Whether a law is named here, not a word or firm that ends in the word (``pháp luật``)."""
        if hit.start not in titles and not self._content[hit.start].isupper():
            return False
        low = max(0, hit.start - 12)
        if _other_law(self._lexicon).search(self._folded, low, hit.start):
            return False
        return not self._of_abroad(hit.start)

    def _numbered_law(self, hit: Hit) -> bool:
        """Whether a law is named by its number (``luật số 39/2013/QH13``)."""
        said = pattern(self._lexicon, _SCHEME, "number").match(self._folded, hit.end + 1)
        return said is not None and document_numbers.symbolic(self._content, said.end() + 1) is not None

    def _of_abroad(self, start: int) -> bool:
        """Whether a law is another country's, or only the field of a treaty (``Công ước … về Luật Biển``)."""
        if self._tells_of_abroad():
            return True
        low = self._scan.sentence(start).start
        if _treaty(self._lexicon).search(self._folded, max(low, start - _TREATY), start) is not None:
            return True
        body = self._scan.abroad.last_before(start) if self._scan.countries else None
        return body is not None and body.start >= low and self._scan.bodies.last_before(start) is None

    def _tells_of_abroad(self) -> bool:
        """Whether the text names more bodies of other countries than of this one."""
        return len(self._scan.abroad) > len(self._scan.bodies)

    def _of_another_country(self, start: int) -> bool:
        """Whether the sentence has named a country and no body of ours, so that plans are its own."""
        low = self._scan.sentence(start).start
        country = self._scan.countries.last_before(start)
        return country is not None and country.start >= low and not self._scan.bodies.within(low, start)

    def _inside_name(self, hit: Hit) -> bool:
        """Whether the kind stands inside an organisation's name or a title (``Sở Kế hoạch và Đầu tư``)."""
        for track in (self._scan.bodies, self._scan.roles):
            mention = track.covering(hit.start)
            if mention is not None and (mention.start < hit.start or mention.end > hit.end):
                return True
        return False

    def _numbered(self, hit: Hit) -> list[DocumentMention]:
        """A mention with a number, and those that follow it in a list of numbers."""
        start, number = hit.start, None
        if hit.weak:
            number, start = self._alone(hit)
        if number is None:
            capital = self._content[hit.start].isupper()
            number = document_numbers.read(self._content, self._folded, hit.end, capital, self._lexicon)
            number = number or self._after_words(hit)
        if number is None or (hit.weak and not number.symbol and start == hit.start and not self._said(hit)):
            return []
        if hit.concept.key in _DRAWN and not number.symbol and number.year is not None:
            return []  # a scale
        first = self._mention(start, hit.concept, number)
        return [first, *self._listed(first, number)]

    def _after_words(self, hit: Hit) -> Number | None:
        """The number after words that tell the kind more closely (``Nghị quyết chuyên đề số …``)."""
        words = _more_closely(self._lexicon).match(self._folded, hit.end)
        if words is None:
            return None
        alone = not self._scan.hits_within(hit.end, words.end(), "document-kind")
        number = document_numbers.symbolic(self._content, words.end())
        if number is None:
            of = alone and self._content[hit.start].isupper()
            return document_numbers.bare(self._content, words.end(), said=True) if of else None
        told = document_numbers.kind_of(number, self._lexicon)
        return number if alone and told is not None and told.key == hit.concept.key else None

    def _said(self, hit: Hit) -> bool:
        return pattern(self._lexicon, _SCHEME, "number").match(self._folded, hit.end + 1) is not None

    def _alone(self, hit: Hit) -> tuple[Number | None, int]:
        """A symbol that stands without its kind (``05-CT/TW``): the code was hit inside it."""
        start = hit.start
        while start > 0 and hit.start - start < 12 and self._content[start - 1] in "0123456789-–/ ":
            start -= 1
        start = skip(self._content, start, " -–/")
        if start >= hit.start:
            return None, hit.start
        number = document_numbers.symbolic(self._content, start)
        return (number, start) if number is not None and number.end >= hit.end else (None, hit.start)

    def _listed(self, first: DocumentMention, number: Number) -> Iterator[DocumentMention]:
        """Further numbers of the same kind: ``Nghị quyết số 18-NQ/TW, 19-NQ/TW``."""
        place = number.end
        while True:
            join = _LIST.match(self._content, place) or _conjunction(self._lexicon).match(self._folded, place)
            if join is None:
                return
            begin = join.end()
            said = pattern(self._lexicon, _SCHEME, "number").match(self._folded, begin)
            begin = skip(self._content, said.end()) if said else begin
            found = document_numbers.symbolic(self._content, begin)
            if found is None and not number.symbol:
                found = document_numbers.bare(self._content, begin)
                after = document_numbers.read(self._content, self._folded, begin - 1, False, self._lexicon)
                found = found if after is not None and (found and len(found.digits) < _SHORT) else None
            if found is None:
                return
            yield self._mention(begin, first.kind, found)
            place = found.end

    def _mention(self, start: int, kind: Concept, number: Number) -> DocumentMention:
        told = document_numbers.kind_of(number, self._lexicon)
        if told is not None and self._tells(told, kind):
            kind = told
        mention = DocumentMention(start, number.end, self._plain(kind), "numbered", number.canonical)
        mention = self._tail(mention, number.end)
        mention = self._told_before(mention)
        if mention.issuer is None and mention.kind.key == "decision":
            deciding = self._issuers.deciding(start, mention.end)
            mention = replace(mention, issuer=deciding, stated=deciding is not None)
        if mention.issuer is None and mention.subject is not None:
            after = self._issuers.passive(mention.stop)
            mention = replace(mention, issuer=after, stated=after is not None)
        if mention.issuer is None:
            mention = replace(mention, issuer=self._issuers.of_series(number, start))
        if mention.issuer is None:
            mention = replace(mention, issuer=self._of_kind(mention.kind))
        return self._told_after(mention) if mention.date is None else mention

    def _told_after(self, mention: DocumentMention) -> DocumentMention:
        """The day that stands after the subject, with who signed, or at the end of a clause of issuing."""
        signed = self._issuers.signed_after(mention.stop)
        if signed is not None and signed.date is not None:
            same = committees.compatible(mention.issuer, signed.organization)
            return replace(mention, date=self._told(signed.date)) if same else mention
        issued = self._issuers.issuing(mention.start, *DRAWN_UP) is not None
        day = self._issuers.day_at_end(mention.stop) if issued else None
        return replace(mention, date=self._told(day)) if day is not None else mention

    def _tells(self, told: Concept, kind: Concept) -> bool:
        """Whether the symbol tells the kind: after a general word, or of a conclusion made known."""
        made_known = kind.key == "conclusion-announcement" and told.key == "conclusion"
        return made_known or kind.one("generic") is not None or kind.one("title") == "law"

    def _told_before(self, mention: DocumentMention) -> DocumentMention:
        """Issuer and day from the clause before (``Ngày 2/12/2022, Thành ủy ban hành …``)."""
        known = mention.issuer is not None and mention.date is not None
        said = None if known else self._issuers.issuing(mention.start, *DRAWN_UP)
        if said is None and mention.issuer is None:
            behalf = self._issuers.signed_for(mention.start)
            said = Issuing(behalf) if behalf is not None else None
        if said is None or not committees.compatible(mention.issuer, said.organization):
            signed = self._day_signed(mention) if mention.date is None else None
            return replace(mention, date=self._told(signed)) if signed is not None else mention
        announced = self._issuers.announced(mention.start)
        day = None if announced else said.date or self._day_signed(mention)
        date = mention.date or (self._told(day) if day is not None else None)
        led_in = not mention.stated
        return replace(
            mention, issuer=mention.issuer or said.organization, stated=True, led_in=led_in, date=date
        )

    def _day_signed(self, mention: DocumentMention) -> DateMention | None:
        """The day on which somebody signed a document, told before it."""
        if self._issuers.announced(mention.start):
            return None
        return self._issuers.day_of_signing(mention.start, *ISSUED)

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
            if date is not None and not next_ and not self._year_of_clause(date[0], place, start):
                mention = replace(mention, date=date[0], end=date[1])
                place = mention.end
                continue
            issuer = self._issuer(start, place) if mention.issuer is None else None
            if issuer is not None:
                mention, place = replace(mention, issuer=issuer[0], stated=True, end=issuer[1]), issuer[1]
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
        body = self._scan.bodies.at(start)
        if body is None or pattern(self._lexicon, _SCHEME, "about").match(self._folded, body.end + 1) is None:
            return None
        return body.end

    def _year_of_clause(self, date: str | None, place: int, start: int) -> bool:
        """Whether a bare year after a comma tells when something else happened (``…, năm 2021 tỉnh …``)."""
        return len(date or "") == _YEAR_ONLY and "," in self._content[place:start]

    def _issuer(self, start: int, place: int) -> tuple[Organization, int] | None:
        """The issuer at ``start``, in a clause of its own or after a word for `of`."""
        apart = "," in self._content[place:start]
        found = self._issuers.relative(start) or self._issuers.after(start, apart=apart)
        name = self._scan.people.at(found[1] + 1) if found is not None else None
        return (found[0], name.end) if found is not None and name is not None else found

    def _closed(self, mention: DocumentMention) -> DocumentMention:
        """Take in the bracket that an opening one before the date or session asks for."""
        words = self._content[mention.start : mention.end]
        opened = words.count("(") > words.count(")") and self._content.startswith(")", mention.end)
        return replace(mention, end=mention.end + 1) if opened else mention

    def _date(self, start: int) -> tuple[str | None, int] | None:
        """A date at ``start``, perhaps after a word for signing; a day without a year takes the article's."""
        signed = pattern(self._lexicon, _SCHEME, "signed").match(self._folded, start)
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
        if self._years.to_come(day):
            return None
        if not published:
            return replace(day, year=self._years.of(day)).edtf
        if not published[:4].isdigit():
            return None
        year = int(published[:4])
        if f"{date.month:02d}-{date.day:02d}" > published[5:10]:
            year -= 1
        return f"{year:04d}-{date.month:02d}-{date.day:02d}" if len(published) == len("2022-05-24") else None

    def _named(self, hit: Hit, inner: bool) -> list[DocumentMention]:
        """A mention without a number: a congress's or plenum's resolution, a law, or a title of its own.

        Inside the title of another document only laws and resolutions are cited.
        """
        if hit.weak:
            return []
        plenums = self._of_plenum(hit)
        if plenums:
            return plenums
        mention = self._of_congress(hit)
        if mention is None and (not inner or hit.concept.one("title") == "law" or self._changed(hit)):
            mention = self._titled(hit)
        return _year_by_year(mention) if mention is not None else []

    def _changed(self, hit: Hit) -> bool:
        """Whether a document is what the one before it changes (``sửa đổi Nghị quyết năm 2013 về …``)."""
        if hit.concept.key not in _CHANGED or self._content[hit.start].islower():
            return False
        low = max(0, hit.start - 2 * _NEAR)
        return _changes(self._lexicon).search(self._folded, low, hit.start) is not None

    def _of_congress(self, hit: Hit) -> DocumentMention | None:
        if hit.concept.key != "resolution" or not self._content.startswith(" ", hit.end):
            return None
        congress = self._congresses.at(hit.end + 1)
        if congress is None or congress.general or self._draft_of_many(hit, congress):
            return None
        if _several(self._lexicon).match(self._folded, congress.end):
            return None
        words = tidy(self._content[hit.start : congress.name_end].rstrip(" ("), self._lexicon)
        return DocumentMention(
            hit.start,
            congress.end,
            hit.concept,
            "congress-resolution",
            None,
            congress.organization,
            congress.organization is not None,
            None,
            _capital(words),
            congress.end,
            congress.end,
            False,
            congress.ordinal,
            congress.term,
        )

    def _draft_of_many(self, hit: Hit, congress: CongressMention) -> bool:
        """Whether the drafts of all congresses are meant (``chuẩn bị dự thảo nghị quyết đại hội``)."""
        named = congress.ordinal or congress.term or congress.organization
        draft = _draft(self._lexicon).search(self._folded, max(0, hit.start - _NEAR), hit.start)
        return not named and draft is not None and self._content[hit.start].islower()

    def _of_plenum(self, hit: Hit) -> list[DocumentMention]:
        """Read resolutions of plenums of the central committee (``Nghị quyết Trung ương 4, 5 khóa XII``)."""
        if hit.concept.key not in ("resolution", "conclusion"):
            return []
        match = _plenum(self._lexicon).match(self._folded, hit.end)
        if match is None:
            return []
        group = "numbers" if match["numbers"] else "others"
        sessions, end = self._sessions(match.end())
        head, tail = (
            self._content[hit.start : match.start(group)],
            self._content[match.end(group) : match.end()],
        )
        listed = self._content[match.start(group) : match.end(group)]
        numbers = (_NUMERALS.findall(listed) if len(sessions) <= 1 else []) or [listed]
        named = [(head + n + tail + s, _session(n, s)) for n in numbers for s in sessions or [""]]
        central = self._lexicon.concept("body", "central-committee")
        issuer = Organization(central.key, central.label, level=central.level)
        about = self._subjects.after(end, self._scan.sentence(hit.start).end)
        stop = about[1] if about is not None else end
        return [
            DocumentMention(
                hit.start,
                end,
                hit.concept,
                "plenum",
                None,
                issuer,
                True,
                None,
                _capital(tidy(_separate(_BRACKETS.sub("", name)), self._lexicon)),
                stop,
                end,
                session=session,
            )
            for name, session in named
        ]

    def _sessions(self, place: int) -> tuple[list[str], int]:
        """The terms of the committee after a plenum: ``khóa XII``, ``(khóa XI, XII)``."""
        begin = skip(self._content, place, " ,(")
        first = ordinal(self._content, self._folded, begin, self._lexicon)
        if first is None:
            return [], place
        end = first[1]
        cue, _, numeral = self._folded[begin:end].rpartition(" ")
        words = [f" {cue} {self._content[end - len(numeral) : end]}"]
        while True:
            join = _LIST.match(self._content, end) or _conjunction(self._lexicon).match(self._folded, end)
            more = join and ordinal(self._content, self._folded, join.end(), self._lexicon, cue=False)
            if not join or not more:
                break
            words.append(f" {cue} {self._content[join.end() : more[1]]}")
            end = more[1]
        return words, end + self._content.startswith(")", end)

    def _titled(self, hit: Hit) -> DocumentMention | None:
        """A document with a title of its own."""
        title = self._titles.title(hit, self._issuers)
        if title is None:
            return None
        lower = self._content[hit.start].islower()
        foreign = title.issuer is None and (title.rule in _PAPERS or (lower and title.rule == "about"))
        if foreign and (self._tells_of_abroad() or self._of_another_country(hit.start)):
            return None
        issuer, date = self._title_told(hit.start, title)
        issuer = (self._of_kind(hit.concept) if title.rule in _SUBJECTS else None) or issuer
        signed = self._issuers.signed_after(title.end) if date is None and title.rule != "own" else None
        if title.rule == "session" and date is None:
            day = self._date(skip(self._content, title.end, " ,("))
            date = day[0] if day is not None else None
        if signed is not None:
            issuer, date = issuer or signed.organization, self._told(signed.date) if signed.date else None
        number, end = None, title.end
        law = title.rule in ("law", "amending") and hit.concept.key == "law"
        if law and not self._titles.amended(hit.start):
            number, day_of_law, end = self._enacted(title.end)
            date = day_of_law or date
            passed_on = self._issuers.passed_on(end) if date is None else None
            date = self._told(passed_on) if passed_on is not None else date
        if title.rule == "own" and issuer is None and lower and hit.concept.key in _PLANS:
            return None
        concept = self._plain(hit.concept)
        return DocumentMention(
            hit.start,
            end,
            concept,
            f"titled-{title.rule}",
            number,
            issuer,
            issuer is not None,
            date,
            _capital(tidy(title.words, self._lexicon)),
            title.end,
            title.head or hit.end,
            True,
        )

    def _enacted(self, place: int) -> tuple[str | None, str | None, int]:
        """The number and the day of a law, right after its name, and their end."""
        said = pattern(self._lexicon, _SCHEME, "number").match(self._folded, place + 1)
        number = document_numbers.symbolic(self._content, skip(self._content, said.end())) if said else None
        end = number.end if number is not None else place
        day = self._date(skip(self._content, end, " ,"))
        whole = day is not None and len(day[0] or "") == len("2015-06-19")
        if day is None or not whole:
            return number.canonical if number is not None else None, None, end
        return number.canonical if number is not None else None, day[0], day[1]

    def _title_told(self, start: int, title: Title) -> tuple[Organization | None, str | None]:
        """The issuer of a title, and the day, from the title itself or the clause before it."""
        said = self._issuers.issuing(start)
        if title.rule in ("law", "amending") and title.issuer is not None:
            by_it = said is not None and said.organization.kind == title.issuer.kind
            by_it = by_it and passed(self._scan, start, self._lexicon)
            day = said.date if said is not None and by_it else None
            return title.issuer, self._told(day) if day is not None else None
        if title.rule == "own" and passed(self._scan, start, self._lexicon):
            return title.issuer, None
        if said is not None and committees.compatible(title.issuer, said.organization):
            date = self._told(said.date) if said.date is not None else None
            return title.issuer or said.organization, date
        if title.issuer is None and title.rule != "own":
            return self._issuers.before(start, *PRESENTED), None
        return title.issuer, None


@lru_cache(maxsize=4)
def _several(lexicon: Lexicon) -> re.Pattern[str]:
    """A plural or a count of those whose congresses were held (``Đại hội Đảng bộ các xã``)."""
    types = one_of(fold(label) for concept in lexicon.scheme("unit-type") for label in concept.strong)
    return re.compile(rf"\s(?:{surface(lexicon, 'cue', 'plural')}\s|\d{{1,2}}\s{types}(?!\w))")


def _year_by_year(mention: DocumentMention) -> list[DocumentMention]:
    """A plan of several years as that of each of them (``Kế hoạch sử dụng đất năm 2016, 2017``)."""
    years = _YEARS.search(mention.subject or "") if mention.rule == "titled-task" else None
    if years is None:
        return [mention]
    words = mention.subject or ""
    head, tail = words[: years.start()], words[years.end() :]
    return [replace(mention, subject=head + year + tail) for year in _YEAR.findall(years.group())]


@lru_cache(maxsize=4)
def _changes(lexicon: Lexicon) -> re.Pattern[str]:
    part = surface(lexicon, _SCHEME, "part-of")
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'amends')}(?:\s{part})*\s$")


@lru_cache(maxsize=4)
def _draft(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'draft')}\s$")


@lru_cache(maxsize=4)
def _treaty(lexicon: Lexicon) -> re.Pattern[str]:
    about = fold(lexicon.concept(_SCHEME, "about").label)
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'convention')}(?:\s[^\s,.;:]+){{0,8}}\s{about}\s$")


@lru_cache(maxsize=4)
def _other_law(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'not-law')}\s$")


def _session(number: str, term: str) -> tuple[int, str] | None:
    """A plenum by its number and the committee's term, as far as both are told in figures."""
    figures = number.isdigit() or _NUMERALS.fullmatch(number) is not None
    if not term or not figures:
        return None
    return (int(number) if number.isdigit() else roman(number)), term.split()[-1]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _separate(words: str) -> str:
    """A blank between an abbreviation and the number that is glued to it (``TW4``)."""
    return re.sub(r"(?<=[^\W\d_])(?=\d)", " ", words)


@lru_cache(maxsize=4)
def _more_closely(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:\s[^\W\d_]+){{1,4}}\s{surface(lexicon, _SCHEME, 'number')}\s?")


@lru_cache(maxsize=4)
def _conjunction(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s?,?\s{surface(lexicon, 'cue', 'and')}\s")


@lru_cache(maxsize=4)
def _plenum(lexicon: Lexicon) -> re.Pattern[str]:
    full = surface(lexicon, _SCHEME, "plenum-full")
    spelt = (re.escape(fold(w)) for c in lexicon.scheme("congress-cue") if c.notation for w in c.strong)
    ordinals = "|".join(sorted(spelt, key=len, reverse=True))
    single = r"(?:\d{1,2}|[ivx]+)(?![\w/-])"
    listed = rf"{single}(?:(?:,\s|\s{surface(lexicon, 'cue', 'and')}\s){single})*"
    cue = surface(lexicon, _SCHEME, "plenum-ordinal")
    words = rf"(?:{surface(lexicon, _SCHEME, 'by')}\s)?{surface(lexicon, _SCHEME, 'plenum')}"
    numbers = rf"(?:{listed}|(?:{ordinals})(?!\w))"
    some = surface(lexicon, _SCHEME, "plenum-any")
    return re.compile(
        rf"\s{words}\s?(?:{cue}\s)?(?P<numbers>{numbers})(?:,?\s{full}(?!\w))?"
        rf"|\s{some}\s(?:{cue}\s)?(?P<others>{numbers}),?\s{full}(?!\w)"
    )
