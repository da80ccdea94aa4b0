"""Documents without a number: resolutions of congresses and plenums, laws, and titles of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property, lru_cache

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan
from kg.model import Organization
from kg.normalise import fold
from kg.patterns import one_of
from kg.relate import committees, document_numbers
from kg.relate.congress_refs import CongressMention, CongressReader, ordinal, roman
from kg.relate.document_around import SCHEME, DocumentMention, Surroundings
from kg.relate.document_issuers import DRAWN_UP, PRESENTED, Issuing
from kg.relate.document_laws import Title, anew
from kg.relate.document_meetings import passed_at
from kg.relate.document_passing import passed
from kg.relate.document_titles import TitleReader
from kg.relate.document_verbs import carrying_out
from kg.relate.homeland import country_at, tells_of_abroad
from kg.relate.phrases import pattern, quotation, skip, surface, tidy

_LIST = re.compile(r"\s?(?:,|;)\s?")
_NUMERALS = re.compile(r"(?<!\w)(?:\d+|[IVX]+)(?!\w)")
_BRACKETS = re.compile(r"[(),]")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)((?:(?:,|\s[^\W\d]{2})\s(?:19|20)\d\d)+)(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR, _FEW = 20, 2
_CHANGED = frozenset({"resolution", "decision", "directive", "decree", "circular", "regulation"})
"""Kinds that others change."""
_NAMED = frozenset({"project", "strategy", "code-of-conduct", "working-rules"})
"""Kinds that their titles name, whoever issued them."""
_CARRIED_OUT = _CHANGED | _NAMED | {"conclusion", "ordinance"}
"""Kinds that others carry out."""
_DRAWING = committees.PARTY | {"peoples-committee", "standing-committee"}
"""Who draws up projects for itself."""
_DONE = 24
_PAPERS = frozenset({"own", "task"})
_TOLD = frozenset({"about", "quoted"})
"""Titles that any government's papers have."""
_SUBJECTS = frozenset({"about", "issued"})
"""Titles that say what is laid down."""
_LAID_DOWN = _SUBJECTS | {"amending"}
_PLANS = frozenset({"plan", "programme"})
"""Kinds that every office draws up: in lower case and of nobody they are no document."""


class NamedDocuments(Surroundings):
    """Reads the mentions that no number begins."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        super().__init__(scan, lexicon)
        self._titles = TitleReader(scan, lexicon, self._subjects)
        self._congresses = CongressReader(scan, lexicon)

    def _named(self, hit: Hit, inner: bool) -> list[DocumentMention]:
        """A mention without a number: a congress's or plenum's resolution, a law, or a title of its own.

        Inside the title of another document only laws and resolutions are cited, and what the title changes
        or carries out.
        """
        if hit.weak:
            return self._in_short(hit, inner)
        plenums = self._of_plenum(hit) or self._of_meeting(hit)
        if plenums:
            return plenums
        mention = self._of_congress(hit)
        if mention is None and (not inner or hit.concept.one("title") == "law" or self._changed(hit)):
            mention = self._titled(hit)
        elif mention is None and self._carried_out(hit):
            cited = self._titled(hit)
            named = cited is not None and (cited.issuer is not None or hit.concept.key in _NAMED)
            mention = cited if named else None
        if mention is None:
            return []
        return [*_year_by_year(mention), *self._quoted_too(mention)]

    def _in_short(self, hit: Hit, inner: bool) -> list[DocumentMention]:
        """A resolution by the letters that stand for the word (``NQ Đại hội``, ``NQ về việc …``)."""
        letters, label = self._content[hit.start : hit.end], _capital(hit.concept.label)
        if hit.concept.key != "resolution" or letters != hit.concept.notation:
            return []
        found = self._named(hit._replace(weak=False), inner)
        return [replace(m, subject=(m.subject or "").replace(letters, label, 1)) for m in found]

    def _quoted_too(self, mention: DocumentMention) -> Iterator[DocumentMention]:
        """Further titles in quotation marks, for which the kind stands once (``đề án “A”; “B”``)."""
        limit = self._scan.sentence(mention.start).end
        place = mention.subject_end if mention.rule == "titled-quoted" else limit
        while True:
            join = _LIST.match(self._content, place) or conjunction(self._lexicon).match(self._folded, place)
            quoted = quotation(self._content, join.end(), limit) if join is not None else None
            if join is None or quoted is None or self._content[quoted[0] : quoted[1]].count(" ") < _FEW:
                return
            place = quoted[2]
            words = f"{mention.kind.label} {self._content[quoted[0] : quoted[1]]}"
            subject = _capital(tidy(words, self._lexicon))
            yield replace(
                mention, start=join.end(), end=place, head=join.end(), subject=subject, subject_end=place
            )

    def _changed(self, hit: Hit) -> bool:
        """Whether a document is what the one before it changes (``sửa đổi Nghị quyết năm 2013 về …``)."""
        if hit.concept.key not in _CHANGED or self._content[hit.start].islower():
            return False
        low = max(0, hit.start - 2 * _NEAR)
        return _changes(self._lexicon).search(self._folded, low, hit.start) is not None

    def _carried_out(self, hit: Hit) -> bool:
        """Whether a title says to carry out a document (``về thực hiện Chỉ thị của Ban Bí thư về …``)."""
        if hit.concept.key not in _CARRIED_OUT or self._content[hit.start].islower():
            return False
        low = max(0, hit.start - 2 * _NEAR)
        return _carries_out(self._lexicon).search(self._folded, low, hit.start) is not None

    @cached_property
    def _tells_of_abroad(self) -> bool:
        """Whether the text tells of other countries more than of this one."""
        return tells_of_abroad(self._scan)

    def _of_another_country(self, start: int) -> bool:
        """Whether plans are another country's: it is told of, and the sentence has named no body of ours."""
        low = self._scan.sentence(start).start
        if self._scan.bodies.within(low, start):
            return False
        country = self._scan.countries.last_before(start)
        return self._tells_of_abroad or (country is not None and country.start >= low)

    def _law_of_country(self, end: int) -> bool:
        """Whether a law that ends here is another country's (``Luật Giáo dục của Pháp``)."""
        of = _abroad(self._lexicon).match(self._folded, end)
        return of is not None and (of["land"] is not None or country_at(self._scan, of.end()))

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
        spelt = _spelt(self._lexicon)
        named = [(head + n + tail + s, _session(n, s, spelt)) for n in numbers for s in sessions or [""]]
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

    def _of_meeting(self, hit: Hit) -> list[DocumentMention]:
        """Read a resolution of another committee's numbered meeting, which names it."""
        meeting = passed_at(hit, self._scan, self._lexicon)
        issuer = self._issuers.named(meeting.body.start) if meeting is not None else None
        if meeting is None or issuer is None or issuer[0].kind == "central-committee":
            return []
        about = self._subjects.after(meeting.end, self._scan.sentence(hit.start).end)
        stop = about[1] if about is not None else meeting.end
        name = _capital(tidy(_BRACKETS.sub("", self._content[hit.start : meeting.end]), self._lexicon))
        return [
            DocumentMention(
                hit.start,
                meeting.end,
                hit.concept,
                "plenum",
                None,
                issuer[0],
                True,
                None,
                name,
                stop,
                meeting.end,
                session=(meeting.number, meeting.term),
            )
        ]

    def _drawn_up(self, start: int) -> Issuing | None:
        """The committee that has drawn up a paper of its own (``UBND huyện đã xây dựng Đề án …``)."""
        said = self._issuers.issuing(start, *DRAWN_UP)
        own = said is not None and said.organization.kind in _DRAWING
        done = pattern(self._lexicon, SCHEME, "done")
        near = self._folded[max(self._scan.sentence(start).start, start - _DONE) : start]
        return said if own and done.search(near) is not None else None

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
            join = _LIST.match(self._content, end) or conjunction(self._lexicon).match(self._folded, end)
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
        if title.rule == "law" and self._law_of_country(title.end):
            return None
        foreign = title.issuer is None and (title.rule in _PAPERS or (lower and title.rule in _TOLD))
        if foreign and self._of_another_country(hit.start):
            return None
        issuer, date = self._title_told(hit.start, title)
        issuer = (self._of_kind(hit.concept) if title.rule in _LAID_DOWN else None) or issuer
        if issuer is None and title.rule in _SUBJECTS:
            issuer = self._issuers.passive(title.end)
        signed = self._issuers.signed_after(title.end) if date is None and title.rule != "own" else None
        if title.rule == "session" and date is None:
            day = self._date(skip(self._content, title.end, " ,("))
            date = day[0] if day is not None else None
        if signed is not None:
            issuer, date = issuer or signed.organization, self._told(signed.date) if signed.date else None
        number, end = None, title.end
        law = title.rule in ("law", "amending") and hit.concept.key == "law"
        amending = title.rule == "amending"
        if law and (amending or not self._titles.amended(hit.start, title.end)):
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
        said = _law_number(self._lexicon).match(self._folded, place)
        number = document_numbers.symbolic(self._content, said.end()) if said is not None else None
        end = self._closed_bracket(number.end, said) if number is not None else place
        made = anew(self._lexicon).match(self._folded, end)
        begin = skip(self._content, made.end() if made is not None else end, " ,")
        on = pattern(self._lexicon, SCHEME, "on-day").match(self._folded, begin)
        day = self._date(on.end() + 1 if on is not None else begin)
        whole = day is not None and len(day[0] or "") == len("2015-06-19")
        if day is None or not whole:
            return number.canonical if number is not None else None, None, end
        end = self._closed_bracket(day[1], said) if number is not None else day[1]
        return number.canonical if number is not None else None, day[0], end

    def _closed_bracket(self, place: int, said: re.Match[str] | None) -> int:
        """Behind the bracket that closes at ``place``, where one opened before a law's number."""
        opened = said is not None and said["open"] is not None
        return place + 1 if opened and self._content.startswith(")", place) else place

    def _title_told(self, start: int, title: Title) -> tuple[Organization | None, str | None]:
        """The issuer of a title, and the day, from the title itself or the clause before it."""
        said = self._issuers.issuing(start, *(DRAWN_UP if title.rule == "task" else ()))
        if said is None and title.rule == "own" and title.issuer is None:
            said = self._drawn_up(start)
        if title.rule in ("law", "amending") and title.issuer is not None:
            by_it = said is not None and said.organization.kind == title.issuer.kind
            by_it = by_it and passed(self._scan, start, self._lexicon)
            day = said.date if said is not None and by_it else None
            return title.issuer, self._told(day) if day is not None else None
        if title.rule == "own" and passed(self._scan, start, self._lexicon):
            return title.issuer, None
        if said is not None and committees.compatible(title.issuer, said.organization):
            day = said.date or (self._day_signed(start) if title.rule != "own" else None)
            return title.issuer or said.organization, self._told(day) if day is not None else None
        day = self._day_signed(start) if title.issuer is not None and title.rule != "own" else None
        if day is not None:
            return title.issuer, self._told(day)
        if title.issuer is None and title.rule != "own":
            return self._issuers.before(start, *PRESENTED), None
        return title.issuer, None


@lru_cache(maxsize=4)
def _law_number(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands between a law's name and its number, perhaps in brackets (``(Luật số 26/2023/QH15)``)."""
    law = re.escape(fold(lexicon.concept("document-kind", "law").label))
    number = surface(lexicon, SCHEME, "number")
    return re.compile(rf"(?:{anew(lexicon).pattern})?\s(?P<open>\()?(?:{law}\s)?{number}\s?")


@lru_cache(maxsize=4)
def _several(lexicon: Lexicon) -> re.Pattern[str]:
    """A plural or a count of those whose congresses were held (``Đại hội Đảng bộ các xã``)."""
    types = one_of(fold(label) for concept in lexicon.scheme("unit-type") for label in concept.strong)
    of = rf"(?:{surface(lexicon, 'cue', 'of')}\s)?"
    return re.compile(rf"\s{of}(?:{surface(lexicon, 'cue', 'plural')}\s|\d{{1,2}}\s{types}(?!\w))")


def _year_by_year(mention: DocumentMention) -> list[DocumentMention]:
    """A plan of several years as that of each of them (``Kế hoạch sử dụng đất năm 2016, 2017``)."""
    years = _YEARS.search(mention.subject or "") if mention.rule == "titled-task" else None
    if years is None:
        return [mention]
    words = mention.subject or ""
    head, tail = words[: years.start()], words[years.end() :]
    return [replace(mention, subject=head + year + tail) for year in _YEAR.findall(years.group())]


@lru_cache(maxsize=4)
def _abroad(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands between a law and the country whose it is, or says itself that it is another's."""
    land = surface(lexicon, SCHEME, "law-abroad")
    return re.compile(rf"\s(?:(?P<land>{land})(?!\w)|(?:{surface(lexicon, SCHEME, 'law-of')}\s)?)")


@lru_cache(maxsize=4)
def _changes(lexicon: Lexicon) -> re.Pattern[str]:
    part = surface(lexicon, SCHEME, "part-of")
    return re.compile(rf"(?<!\w){surface(lexicon, SCHEME, 'amends')}(?:\s{part})*\s$")


@lru_cache(maxsize=4)
def _carries_out(lexicon: Lexicon) -> re.Pattern[str]:
    part = surface(lexicon, SCHEME, "part-of")
    return re.compile(rf"(?<!\w){carrying_out(lexicon)}(?:\s{part})*\s$")


@lru_cache(maxsize=4)
def _draft(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, SCHEME, 'draft')}\s$")


def _session(number: str, term: str, spelt: dict[str, int]) -> tuple[int, str] | None:
    """A plenum by its number and the committee's term, as far as both are told."""
    figures = number.isdigit() or _NUMERALS.fullmatch(number) is not None
    known = spelt.get(fold(number))
    if not term or not (figures or known):
        return None
    return known or (int(number) if number.isdigit() else roman(number)), term.split()[-1]


@lru_cache(maxsize=4)
def _spelt(lexicon: Lexicon) -> dict[str, int]:
    """Ordinals in words to their numbers."""
    told = (c for c in lexicon.scheme("congress-cue") if c.notation and c.notation.isdigit())
    return {fold(word): int(c.notation or 0) for c in told for word in c.strong}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _separate(words: str) -> str:
    """A blank between an abbreviation and the number that is glued to it (``TW4``)."""
    return re.sub(r"(?<=[^\W\d_])(?=\d)", " ", words)


@lru_cache(maxsize=4)
def conjunction(lexicon: Lexicon) -> re.Pattern[str]:
    """Give the pattern of a word for `and` between two members of a list."""
    return re.compile(rf"\s?,?\s{surface(lexicon, 'cue', 'and')}\s")


@lru_cache(maxsize=4)
def _plenum(lexicon: Lexicon) -> re.Pattern[str]:
    full = surface(lexicon, SCHEME, "plenum-full")
    spelt = (re.escape(fold(w)) for c in lexicon.scheme("congress-cue") if c.notation for w in c.strong)
    ordinals = "|".join(sorted(spelt, key=len, reverse=True))
    single = r"(?:\d{1,2}|[ivx]+)(?![\w/-])"
    listed = rf"{single}(?:(?:,\s|\s{surface(lexicon, 'cue', 'and')}\s){single})*"
    cue = surface(lexicon, SCHEME, "plenum-ordinal")
    words = rf"(?:{surface(lexicon, SCHEME, 'by')}\s)?{surface(lexicon, SCHEME, 'plenum')}"
    numbers = rf"(?:{listed}|(?:{ordinals})(?!\w))"
    some = surface(lexicon, SCHEME, "plenum-any")
    return re.compile(
        rf"\s{words}\s?(?:{cue}\s)?(?P<numbers>{numbers})(?:,?\s{full}(?!\w))?"
        rf"|\s{some}\s(?:{cue}\s)?(?P<others>{numbers})(?:,|\s[–-])?\s{full}(?!\w)"
    )
