"""Documents that are named together: members of a list, and a title beside its number in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Organization
from kg.normalise import fold
from kg.relate import committees
from kg.relate.document_around import DocumentMention
from kg.relate.phrases import expand, pattern, surface

_SCHEME = "document-cue"
_CENTRAL = frozenset({"politburo", "secretariat", "central-committee", "national-assembly"})
_SETTLED = frozenset({"resolution", "directive", "programme"})
"""Kinds by which a committee settles what others are to do."""
_LONGEST_BODY = 40
_CITED = 3
"""How many documents a title may cite before the number in brackets."""
_OF_CENTRE = re.compile(r"[-/]TW$", re.IGNORECASE)
_FULL_STOP = re.compile(r"[.:\n]")
_NUMBER = re.compile(r"\d+")
_SERIES = re.compile(r"\d+([-/]\D.*)")


def joined(mentions: Sequence[DocumentMention], scan: Scan, lexicon: Lexicon) -> list[DocumentMention]:
    """The mentions with what they take from those that they are named together with."""
    lists = _Lists(scan, lexicon)
    return lists.aliased(lists.shared(lists.told_last(mentions)))


class _Lists:
    """Reads what stands between the mentions of one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._content = scan.text.content
        self._folded = scan.text.folded

    def told_last(self, mentions: Sequence[DocumentMention]) -> list[DocumentMention]:
        """Central documents whose issuer their subject ends with (``Nghị quyết 57 về … của Bộ Chính trị``).

        It is that of all members of the list of which this one is the last.
        """
        out = list(mentions)
        for index, mention in enumerate(out):
            told = self._told_last(mention)
            if told is None:
                continue
            out[index] = told
            for before in range(index - 1, -1, -1):
                left, right = out[before], out[before + 1]
                if left.stated or not _same_series(left.number or "", right.number or ""):
                    break
                if left.kind.key != right.kind.key or not self._side_by_side(left, right):
                    break
                out[before] = replace(left, issuer=told.issuer, stated=True)
        return out

    def _told_last(self, mention: DocumentMention) -> DocumentMention | None:
        open_ = mention.number is not None and mention.issuer is None and mention.subject is not None
        if not open_:
            return None
        low = max(mention.end, mention.subject_end - _LONGEST_BODY)
        for body in self._scan.bodies.within(low, mention.subject_end):
            of = _of(self._lexicon).search(self._folded, low, body.start)
            last = body.end == mention.subject_end
            if of is None or not last or not self._issues(body.organization, mention, of.start()):
                continue
            words = self._content[of.start() : body.end]
            written = expand(words, self._lexicon)
            subject = (mention.subject or "").removesuffix(written).rstrip()
            return replace(
                mention, issuer=body.organization, stated=True, subject=subject, subject_end=of.start()
            )
        return None

    def _issues(self, organization: Organization, mention: DocumentMention, end: int) -> bool:
        """Whether a body with which a subject ends is whose paper it is, not what the subject is about."""
        if organization.kind in _CENTRAL:
            return True
        whole = organization.parent or organization
        local = whole.kind in committees.COMMITTEES and whole.territory is not None
        about = _of_a_body(self._lexicon).search(self._folded, mention.end, end)
        return local and mention.kind.key in _SETTLED and about is None

    def _side_by_side(self, left: DocumentMention, right: DocumentMention) -> bool:
        between = self._folded[left.stop : right.start]
        return between.strip() in (",", ";") or _conjunction(self._lexicon).fullmatch(between) is not None

    def shared(self, mentions: Sequence[DocumentMention]) -> list[DocumentMention]:
        """Members of a list take the issuer, date and subject that stand once, at its end."""
        out = list(mentions)
        for index in range(len(out) - 2, -1, -1):
            left, right = out[index], out[index + 1]
            if left.number is None or right.number is None or left.subject or not self._joined(left, right):
                continue
            if left.date is not None and right.date is not None and left.stated:
                continue
            if left.stated and right.stated and not committees.compatible(left.issuer, right.issuer):
                continue
            left = replace(left, subject=right.subject, subject_end=left.end)
            series = _SERIES.fullmatch(right.number or "")
            if (left.number or "").isdigit() and series and self._content[right.start].isdigit():
                left = replace(left, number=f"{left.number}{series[1]}", date=left.date or right.date)
            if not left.stated and right.stated and _same_series(left.number or "", right.number or ""):
                left = replace(left, issuer=right.issuer, stated=True)
            if left.date is None and _next_number(left.number or "", right.number or ""):
                left = replace(left, date=right.date)
            out[index] = left
        return self._led_on(self._of_standing(self._bare(out)))

    def _of_standing(self, mentions: list[DocumentMention]) -> list[DocumentMention]:
        """What a list adds to a standing committee's document of one kind and series is its own, too."""
        out = list(mentions)
        for index in range(1, len(out)):
            left, right = out[index - 1], out[index]
            issuer = left.issuer if left.stated and not right.stated else None
            if issuer is None or issuer.kind != "standing-committee" or left.kind.key != right.kind.key:
                continue
            series = "/" in (right.number or "") and _same_series(left.number or "", right.number or "")
            fits = series and committees.compatible(issuer.parent, right.issuer)
            if fits and (self._side_by_side(left, right) or self._next_item(left, right)):
                out[index] = replace(right, issuer=issuer, stated=True)
        return out

    def _next_item(self, left: DocumentMention, right: DocumentMention) -> bool:
        """Whether a semicolon alone parts two, the first with its subject (``…, Ban Thường vụ xã; ``)."""
        between = self._content[left.stop : right.start]
        return between.endswith("; ") and between.count(";") == 1 and not _FULL_STOP.search(between)

    def _bare(self, mentions: list[DocumentMention]) -> list[DocumentMention]:
        """Bare numbers of one kind that a list names one after the other are of whom the last one tells."""
        out = list(mentions)
        for index in range(len(out) - 2, -1, -1):
            left, right = out[index], out[index + 1]
            bare = (left.number or "").isdigit() and (right.number or "").isdigit()
            told = bare and right.issuer is not None and left.issuer is None
            if told and left.kind.key == right.kind.key and self._side_by_side(left, right):
                out[index] = replace(left, issuer=right.issuer, stated=right.stated)
        return out

    def _led_on(self, mentions: list[DocumentMention]) -> list[DocumentMention]:
        """Members of a list take the issuer that the clause before its first member told."""
        out = list(mentions)
        for index in range(1, len(out)):
            left, right = _outer(out, index), out[index]
            shared = right.issuer == left.issuer and right.date is None
            if (right.stated and not shared) or right.number is None or not left.led_in:
                continue
            between = self._folded[left.stop : right.start]
            above = _OF_CENTRE.search(right.number) is not None
            above = above and left.issuer is not None and left.issuer.level != 0
            bare = (right.issuer is None and not above) or _same_series(left.number or "", right.number)
            bare = bare or _of_one_kind(left, right) or right.issuer == left.issuer is not None
            if bare and (between in (", ", "; ") or _and_more(self._lexicon).fullmatch(between)):
                own = right.date or not left.date or self._scan.dates.within(left.start, left.end)
                day = right.date if own else left.date
                out[index] = replace(right, issuer=left.issuer, stated=True, led_in=True, date=day)
        return out

    def _joined(self, left: DocumentMention, right: DocumentMention) -> bool:
        between = f" {self._folded[left.end : right.start].strip()} "
        numbered = _numbered(self._lexicon).search(between)
        between = between[: numbered.start()] + " " if numbered is not None else between
        return between.strip() == "," or _conjunction(self._lexicon).fullmatch(between) is not None

    def aliased(self, mentions: list[DocumentMention]) -> list[DocumentMention]:
        """Join a title with the number in brackets after it (``Đề án phát triển … (Đề án 922)``)."""
        out: list[DocumentMention] = []
        for mention in mentions:
            title = out[-1] if out else None
            if title is not None and self._told_in_brackets(title, mention):
                out[-1] = self._with_title(title, mention)
                continue
            last = range(len(out) - 1, max(-1, len(out) - 1 - _CITED), -1)
            place = next((i for i in last if self._bracketed(out[i], mention)), None)
            if place is None:
                out.append(mention)
                continue
            title = out[place]
            same = title.kind.key == mention.kind.key
            subject = (title.subject or "")[len(title.kind.label) + 1 if same else 0 :]
            about = pattern(self._lexicon, _SCHEME, "about").match(fold(subject)) if same else None
            subject = subject[about.end() :].strip() if about is not None else subject
            out[place] = replace(
                mention,
                start=title.start,
                subject=subject,
                subject_end=mention.end,
                issuer=mention.issuer if mention.stated else title.issuer or mention.issuer,
                stated=title.stated or mention.stated,
            )
        return out

    def _told_in_brackets(self, numbered: DocumentMention, title: DocumentMention) -> bool:
        """Whether a title in brackets says what a number before it is (``Quy định 5 (Quy định về …)``)."""
        same = numbered.kind.key == title.kind.key and numbered.number is not None and title.titled
        return same and not numbered.subject and self._content[numbered.end : title.start] == " ("

    def _with_title(self, numbered: DocumentMention, title: DocumentMention) -> DocumentMention:
        words = (title.subject or "").split()[len(title.kind.label.split()) :]
        about = pattern(self._lexicon, _SCHEME, "about").match(fold(" ".join(words)))
        told = numbered.issuer is not None and numbered.stated
        return replace(
            numbered,
            issuer=numbered.issuer if told else title.issuer or numbered.issuer,
            stated=numbered.stated or title.stated,
            date=numbered.date or title.date,
            subject=" ".join(words)[about.end() if about else 0 :].strip(),
            subject_end=title.stop,
        )

    def _bracketed(self, title: DocumentMention, mention: DocumentMention) -> bool:
        """Tell whether a number of the same kind, or of the issuing decision, follows a title in brackets."""
        return (
            title.titled
            and mention.number is not None
            and (title.kind.key == mention.kind.key or mention.kind.key == "decision")
            and title.kind.one("title") not in ("law", "charter")
            and _bracket(self._lexicon).fullmatch(self._folded, title.end, mention.start) is not None
            and _and_number(self._lexicon).match(self._folded, mention.end) is None
        )


def _outer(mentions: Sequence[DocumentMention], index: int) -> DocumentMention:
    """The mention before one of a list, not a document that stands in its subject."""
    last = mentions[index - 1]
    around = (m for m in mentions[max(0, index - 1 - _CITED) : index - 1] if last.start < m.stop)
    return next(around, last)


def _of_one_kind(left: DocumentMention, right: DocumentMention) -> bool:
    """Whether the symbols of two numbers tell issuers of one kind (``09/CT-UBND``, ``5814/UBND-VX``)."""
    same = left.issuer is not None and right.issuer is not None and left.issuer.kind == right.issuer.kind
    return same and committees.compatible(left.issuer, right.issuer)


def _same_series(left: str, right: str) -> bool:
    """Whether two numbers end in the same symbol, or have none."""
    last = (re.split(r"[-/]", number)[-1].rstrip("0123456789") for number in (left, right))
    return len(set(last)) == 1


def _next_number(left: str, right: str) -> bool:
    """Whether two numbers of one series follow one another, as those issued on one day do."""
    first, second = _NUMBER.match(left), _NUMBER.match(right)
    if first is None or second is None or left[first.end() :] != right[second.end() :]:
        return False
    return bool(left[first.end() :]) and int(second.group()) == int(first.group()) + 1


@lru_cache(maxsize=4)
def _of_a_body(lexicon: Lexicon) -> re.Pattern[str]:
    """What a body has itself, where the search ends (``nâng cao năng lực lãnh đạo``)."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'of-a-body')}$")


@lru_cache(maxsize=4)
def _of(lexicon: Lexicon) -> re.Pattern[str]:
    """A word for `of` before whoever issued a document, where the search ends."""
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'by')}\s$")


@lru_cache(maxsize=4)
def _bracket(lexicon: Lexicon) -> re.Pattern[str]:
    """A bracket that opens before a number, perhaps with a word for it."""
    return re.compile(rf"\s\((?:{surface(lexicon, _SCHEME, 'number')}\s)?")


@lru_cache(maxsize=4)
def _numbered(lexicon: Lexicon) -> re.Pattern[str]:
    """A word for `number` before the next number of a list (``số 02 và số 03``)."""
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'number')}\s$")


@lru_cache(maxsize=4)
def _and_more(lexicon: Lexicon) -> re.Pattern[str]:
    """A word for `and`, perhaps with one for many (``và các Kế hoạch số 45, 46``)."""
    many = surface(lexicon, _SCHEME, "plural")
    return re.compile(rf"{_conjunction(lexicon).pattern}(?:{many}\s)?")


@lru_cache(maxsize=4)
def _and_number(lexicon: Lexicon) -> re.Pattern[str]:
    """A further number: several that a bracket tells together are those of several titles."""
    return re.compile(rf"(?:,|\s{surface(lexicon, 'cue', 'and')})\s\d")


@lru_cache(maxsize=4)
def _conjunction(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s?,?\s{surface(lexicon, 'cue', 'and')}\s")
