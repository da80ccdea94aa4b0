"""How a text refers to documents: every mention with what stands around it, and which mentions are one document.

A mention begins at a kind of document (or at a symbol that stands alone) and is read in one direction: the
number, then date, issuer, session and subject in any order.  What several mentions tell of one document is
put together afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.lexicon import Concept, Hit, Lexicon
from kg.mention import DateMention, Scan
from kg.model import Document, Organization
from kg.relate import committees, document_numbers
from kg.relate.congress_refs import CongressReader, ordinal, settle
from kg.relate.document_issuers import IssuerReader
from kg.relate.document_numbers import Number
from kg.relate.document_subjects import SubjectReader
from kg.relate.phrases import lower_first, pattern, skip, surface, tidy

_SCHEME = "document-cue"
_LIST = re.compile(r"\s?(?:,|;)\s?")
_STEPS = 6
_BRACKETS = re.compile(r"[(),]")
_SHORT = 4


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """A document as one passage names it.  ``end`` is the end of the reference without its subject."""

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
    titled: bool = False
    congress_ordinal: int | None = None
    term: str | None = None

    @property
    def stop(self) -> int:
        """Where the mention ends with its subject."""
        return max(self.end, self.subject_end)


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document of the article with all its mentions, the first one first."""

    document: Document
    mentions: tuple[DocumentMention, ...]


class DocumentReader:
    """Reads the mentions of documents in one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._content = scan.text.content
        self._folded = scan.text.folded
        self._issuers = IssuerReader(scan, lexicon)
        self._subjects = SubjectReader(scan, lexicon)
        self._congresses = CongressReader(scan, lexicon)

    def mentions(self) -> list[DocumentMention]:
        """Every mention of a document, in text order."""
        out: list[DocumentMention] = []
        place = inside = -1
        for hit in self._kinds():
            if hit.start < place:
                continue
            found = self._numbered(hit) or self._named(hit, hit.start < inside)
            if found:
                out.extend(found)
                last = found[-1]
                place = hit.end if last.titled else last.end
                inside = max(inside, last.stop)
        return self._aliased(self._shared(out))

    def _aliased(self, mentions: list[DocumentMention]) -> list[DocumentMention]:
        """A number in brackets after a title names the same document (``Đề án phát triển … (Đề án 922)``)."""
        out: list[DocumentMention] = []
        for mention in mentions:
            title = out[-1] if out else None
            if (
                title is not None
                and title.titled
                and mention.number is not None
                and title.kind.key == mention.kind.key
                and self._content[title.end : mention.start] == " ("
            ):
                label = len(title.kind.label) + 1
                subject = (title.subject or "")[label:]
                out[-1] = replace(
                    mention, start=title.start, subject=subject, subject_end=mention.end,
                    issuer=title.issuer or mention.issuer, stated=title.stated or mention.stated,
                )
            else:
                out.append(mention)
        return out

    def _kinds(self) -> Iterator[Hit]:
        """The kinds of document that can begin a mention: the longest hit at each place, none inside a name."""
        end = -1
        hits = [h for h in self._scan.hits if h.concept.scheme == "document-kind"]
        titles = {h.start: h for h in self._scan.hits if h.concept.key in ("law-title", "code-title")}
        for hit in hits:
            if hit.start >= end and not self._inside_name(hit) and not self._inside_word(hit):
                if hit.concept.one("title") == "law" and not self._is_law(hit, titles):
                    continue
                end = hit.end
                yield hit

    def _is_law(self, hit: Hit, titles: dict[int, Hit]) -> bool:
        return hit.start in titles or self._content[hit.start].isupper()

    def _inside_word(self, hit: Hit) -> bool:
        """Whether the hit is the end of a longer word (``pháp luật``, ``kỷ luật``)."""
        if hit.concept.one("title") != "law" or hit.start < 2:
            return False
        before = self._content[: hit.start].rsplit(None, 1)[-1:] if self._content[hit.start - 1] == " " else []
        return bool(before) and self._content[hit.start].islower() and before[0][-1].isalpha() and (
            self._scan.hits_at(hit.start, _SCHEME) == []
        )

    def _inside_name(self, hit: Hit) -> bool:
        """Whether the kind stands inside the name of an organisation or a title (``Sở Kế hoạch và Đầu tư``)."""
        for track in (self._scan.bodies, self._scan.roles):
            mention = track.covering(hit.start)
            if mention is not None and (mention.start < hit.start or mention.end > hit.end):
                return True
        return False

    def _capital(self, hit: Hit) -> bool:
        return self._content[hit.start].isupper() and hit.start != self._scan.sentence(hit.start).start

    def _numbered(self, hit: Hit) -> list[DocumentMention]:
        """A mention with a number, and those that follow it in a list of numbers."""
        start, number = hit.start, None
        if hit.weak:
            number, start = self._alone(hit)
        if number is None:
            capital = self._content[hit.start].isupper()
            number = document_numbers.read(self._content, self._folded, hit.end, capital, self._lexicon)
        if number is None or (hit.weak and not number.symbol and start == hit.start and not self._said(hit)):
            return []
        first = self._mention(start, hit.concept, number)
        return [first, *self._listed(first, number)]

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
            join = _LIST.match(self._content, place) or self._and().match(self._folded, place)
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

    def _and(self) -> re.Pattern[str]:
        return _conjunction(self._lexicon)

    def _mention(self, start: int, kind: Concept, number: Number) -> DocumentMention:
        told = document_numbers.kind_of(number, self._lexicon)
        if told is not None and (kind.one("generic") is not None or kind.one("title") == "law"):
            kind = told
        mention = DocumentMention(start, number.end, self._plain(kind), "numbered", number.canonical)
        mention = self._tail(mention, number.end)
        if mention.issuer is None:
            issuer = self._issuers.before(start)
            mention = replace(mention, issuer=issuer, stated=issuer is not None)
        if mention.issuer is None:
            mention = replace(mention, issuer=self._issuers.of_series(number, start))
        if mention.issuer is None:
            mention = replace(mention, issuer=self._of_kind(mention.kind))
        return mention

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
        return self._lexicon.follow("document-" + broader if broader.startswith("kind:") else broader) if broader else kind

    def _tail(self, mention: DocumentMention, place: int) -> DocumentMention:
        """Date, issuer, session and subject after the head, in any order, each once."""
        limit = self._scan.sentence(mention.start).end
        for _ in range(_STEPS):
            start = skip(self._content, place, " ,()")
            if start >= limit or (mention.subject is not None):
                break
            date = self._date(start) if mention.date is None else None
            if date is not None:
                mention, place = replace(mention, date=date[0], end=date[1]), date[1]
                continue
            issuer = self._issuers.after(start) if mention.issuer is None else None
            if issuer is not None:
                mention, place = replace(mention, issuer=issuer[0], stated=True, end=issuer[1]), issuer[1]
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
        return self._closed(mention)

    def _closed(self, mention: DocumentMention) -> DocumentMention:
        """Take in the bracket that an opening one before the date or session asks for."""
        end = mention.end
        if self._content[mention.start : end].count("(") > self._content[mention.start : end].count(")"):
            if self._content.startswith(")", end):
                return replace(mention, end=end + 1)
        return mention

    def _date(self, start: int) -> tuple[str, int] | None:
        """A date at ``start``, perhaps after a word for signing; a day without a year takes the article's."""
        signed = pattern(self._lexicon, _SCHEME, "signed").match(self._folded, start)
        begin = skip(self._content, signed.end()) if signed else start
        for date in self._scan.dates.within(begin, begin + 7):
            between = self._content[begin : date.start].strip()
            if between and not self._scan.hits_at(begin, "cue"):
                return None
            told = date.edtf or self._with_year(date)
            return (told, date.end) if told else None
        return None

    def _with_year(self, date: DateMention) -> str | None:
        published = self._scan.text.article.published
        if date.day is None or date.month is None or not published or not published[:4].isdigit():
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
        mention = self._of_congress(hit) or self._of_plenum(hit)
        if mention is None and (not inner or hit.concept.one("title") == "law"):
            mention = self._titled(hit)
        return [mention] if mention is not None else []

    def _of_congress(self, hit: Hit) -> DocumentMention | None:
        if hit.concept.key != "resolution":
            return None
        congress = self._congresses.at(hit.end + 1)
        if congress is None or congress.general:
            return None
        words = tidy(self._content[hit.start : congress.end].rstrip(" ("), self._lexicon)
        return DocumentMention(
            hit.start, congress.end, hit.concept, "congress-resolution", None, congress.organization,
            congress.organization is not None, None, _capital(words), congress.end, False,
            congress.ordinal, congress.term,
        )

    def _of_plenum(self, hit: Hit) -> DocumentMention | None:
        """A resolution or conclusion of a plenum of the central committee (``Nghị quyết Trung ương 4 khóa XII``)."""
        if hit.concept.key not in ("resolution", "conclusion"):
            return None
        match = _plenum(self._lexicon).match(self._folded, hit.end)
        if match is None:
            return None
        session = ordinal(self._content, self._folded, skip(self._content, match.end(), " ,("), self._lexicon)
        end = session[1] if session is not None else match.end()
        if session is not None and self._content.startswith(")", end):
            end += 1
        words = _separate(_BRACKETS.sub("", self._content[hit.start : end]))
        central = self._lexicon.concept("body", "central-committee")
        issuer = Organization(central.key, central.label, level=central.level)
        mention = DocumentMention(
            hit.start, end, hit.concept, "plenum", None, issuer, True, None,
            _capital(tidy(words, self._lexicon)), end,
        )
        return mention

    def _titled(self, hit: Hit) -> DocumentMention | None:
        """A document with a title of its own."""
        title = self._subjects.title(hit, self._issuers)
        if title is None:
            return None
        issuer, stated = title.issuer, title.issuer is not None
        if issuer is None and title.rule not in ("law", "own"):
            issuer = self._issuers.before(hit.start)
            stated = issuer is not None
        concept = self._plain(hit.concept)
        return DocumentMention(
            hit.start, title.end, concept, f"titled-{title.rule}", None, issuer, stated, title.date,
            _capital(tidy(title.words, self._lexicon)), title.end, True,
        )

    def _shared(self, mentions: list[DocumentMention]) -> list[DocumentMention]:
        """Members of a list take the issuer, date and subject that stand once, at its end."""
        out = list(mentions)
        for index in range(len(out) - 2, -1, -1):
            left, right = out[index], out[index + 1]
            if left.number is None or right.number is None or left.subject or not self._joined(left, right):
                continue
            if left.date is not None and right.date is not None and left.stated:
                continue
            left = replace(left, subject=right.subject, subject_end=left.end)
            if not left.stated and right.stated:
                left = replace(left, issuer=right.issuer, stated=True)
            out[index] = left
        return out

    def _joined(self, left: DocumentMention, right: DocumentMention) -> bool:
        between = self._folded[left.end : right.start].strip()
        return between in {",", ";"} or self._and().fullmatch(" " + between + " ") is not None


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _separate(words: str) -> str:
    """A blank between an abbreviation and the number that is glued to it (``TW4``)."""
    return re.sub(r"(?<=[^\W\d_])(?=\d)", " ", words)


@lru_cache(maxsize=4)
def _conjunction(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s?,?\s{surface(lexicon, 'cue', 'and')}\s")


@lru_cache(maxsize=4)
def _plenum(lexicon: Lexicon) -> re.Pattern[str]:
    full = surface(lexicon, _SCHEME, "plenum-full")
    ordinals = "|".join(
        sorted((re.escape(w.lower()) for c in lexicon.scheme("congress-cue") if c.notation for w in c.strong),
               key=len, reverse=True)
    )
    number = rf"(?:\d{{1,2}}|[ivx]+|{ordinals})(?![\w/-])"
    cue = surface(lexicon, "congress-cue", "ordinal")
    words = surface(lexicon, _SCHEME, "plenum")
    return re.compile(rf"\s{words}\s?(?:{cue}\s)?{number}(?:,?\s{full}(?!\w))?")


def read(scan: Scan, lexicon: Lexicon) -> list[CitedDocument]:
    """The documents of an article, each once, in the order of their first mention."""
    if not any(h.concept.scheme == "document-kind" for h in scan.hits):
        return []
    mentions = _with_congresses(DocumentReader(scan, lexicon).mentions(), scan, lexicon)
    groups: list[list[DocumentMention]] = []
    for mention in sorted(mentions, key=lambda m: (_bare_congress(m), not m.stated, m.start)):
        fitting = [g for g in groups if _same(g, mention)]
        if not fitting:
            if not _bare_congress(mention):
                groups.append([mention])
        elif not _bare_congress(mention) or len(fitting) == 1:
            agreeing = [g for g in fitting if committees.compatible(g[0].issuer, mention.issuer)]
            (agreeing or fitting)[0].append(mention)
    groups.sort(key=lambda g: min(m.start for m in g))
    return [_cited(sorted(g, key=lambda m: m.start), scan) for g in groups]


def _with_congresses(
    mentions: list[DocumentMention], scan: Scan, lexicon: Lexicon
) -> list[DocumentMention]:
    """Congress resolutions without an organisation take the one that the article's congresses tell."""
    if not any(m.rule == "congress-resolution" for m in mentions):
        return mentions
    reader = CongressReader(scan, lexicon)
    settled = {m.start: m for m in settle(list(reader.all()), scan, lexicon)}
    out: list[DocumentMention] = []
    for mention in mentions:
        if mention.rule == "congress-resolution" and mention.issuer is None:
            congress = next((c for s, c in settled.items() if mention.start < s < mention.end), None)
            mention = replace(mention, issuer=congress.organization if congress else None)
        out.append(mention)
    return out


def _same(group: Sequence[DocumentMention], mention: DocumentMention) -> bool:
    """Whether a mention names the document of a group: like one of its mentions, contradicting none."""
    return any(_alike(known, mention) for known in group) and not any(_differ(m, mention) for m in group)


def _bare_congress(mention: DocumentMention) -> bool:
    """Whether only ``Nghị quyết Đại hội`` is written, which names none by itself."""
    return mention.rule == "congress-resolution" and not (mention.congress_ordinal or mention.issuer or mention.term)


def _differ(left: DocumentMention, right: DocumentMention) -> bool:
    """Whether issuer, date or number tell two documents apart; an issuer that was only inferred never does."""
    inferred = (left.number is not None or right.number is not None) and not (left.stated and right.stated)
    if not inferred and not committees.compatible(left.issuer, right.issuer):
        return True
    if left.date and right.date and len(left.date) == len(right.date) and left.date != right.date:
        return True
    if left.number is not None and right.number is not None:
        return not document_numbers.same(left.number, right.number)
    return False


def _alike(left: DocumentMention, right: DocumentMention) -> bool:
    """Whether kind and number, congress or title are the same."""
    if left.kind.key != right.kind.key:
        return False
    if left.number is not None and right.number is not None:
        return document_numbers.same(left.number, right.number)
    if left.rule == "congress-resolution" == right.rule:
        ordinals = {left.congress_ordinal, right.congress_ordinal}
        return len(ordinals) == 1 or None in ordinals
    first, second = sorted((_title(left), _title(right)), key=len)
    if not first:
        return False
    loose = "plenum" not in (left.rule, right.rule) and "titled-law" not in (left.rule, right.rule)
    return first == second or (loose and left.rule == right.rule and second.startswith(first + " "))


def _title(mention: DocumentMention) -> str:
    """Kind and subject in one form, whether or not the subject repeats the kind."""
    subject = (mention.subject or "").casefold()
    if not subject or mention.number is None:
        return subject
    return f"{mention.kind.label} {subject}"


def _cited(mentions: list[DocumentMention], scan: Scan) -> CitedDocument:
    best = max(mentions, key=lambda m: (m.subject is not None, m.stated, m.date is not None, -m.start))
    number = max((m.number for m in mentions if m.number), key=len, default=None)
    issuer: Organization | None = None
    for mention in sorted(mentions, key=lambda m: not m.stated):
        if committees.compatible(issuer, mention.issuer):
            issuer = committees.fuller(issuer, mention.issuer)
    dates = [m.date for m in mentions if m.date]
    subject = _subject(mentions)
    document = Document(
        scan.evidence(best.start, best.stop),
        best.rule,
        best.kind.label,
        best.kind.key,
        number,
        issuer,
        max(dates, key=len) if dates else None,
        subject,
        next((m.congress_ordinal for m in mentions if m.congress_ordinal), None),
        next((m.term for m in mentions if m.term), None),
    )
    return CitedDocument(document, tuple(mentions))


def _subject(mentions: list[DocumentMention]) -> str | None:
    """The subject of the fullest mention; of a congress resolution the one that tells the ordinal."""
    told = [m for m in mentions if m.subject]
    if not told:
        return None
    if told[0].rule == "congress-resolution":
        best = max(told, key=lambda m: (m.congress_ordinal is not None, m.issuer is not None, len(m.subject or "")))
        return best.subject
    if told[0].number is not None:
        return lower_first(told[0].subject or "")
    return max((m.subject or "" for m in told), key=len)
