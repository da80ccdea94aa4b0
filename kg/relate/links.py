"""Links: which document carries out or changes which, where the text says so.

Between two documents of a sentence a verb of carrying out or changing must stand.  Its direction follows
from where it stands: ``Kế hoạch thực hiện Nghị quyết`` (the first carries out the second), ``Nghị quyết …,
cụ thể hóa bằng Nghị quyết`` and ``Thực hiện Chỉ thị, Tỉnh ủy ban hành Kế hoạch`` (the second the first).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Link, Relation
from kg.relate.document_around import DocumentMention
from kg.relate.document_refs import CitedDocument, read
from kg.relate.phrases import surface

_SCHEME = "document-cue"
_FAR = 260
_NUMBER_YEAR = re.compile(r"/((?:19|20)\d\d)(?!\d)")
_PART = re.compile(r"[-/]")
_LAW_YEAR = re.compile(r"\s((?:19|20)\d\d)$")


class _Placed:
    """A mention with the document that it names."""

    __slots__ = ("cited", "end", "mention", "start")

    def __init__(self, mention: DocumentMention, cited: CitedDocument) -> None:
        self.mention = mention
        self.cited = cited
        self.start = mention.start
        self.end = mention.end


def links(scan: Scan, lexicon: Lexicon) -> Iterator[Link]:
    """The links between the documents of an article, each once."""
    cited = read(scan, lexicon)
    if not cited:
        return
    placed = sorted((_Placed(m, c) for c in cited for m in c.mentions), key=lambda p: p.start)
    placed = _with_anaphora(placed, cited, scan, lexicon)
    seen: set[tuple[int, Relation, int]] = set()
    for source, relation, target, rule in _found(placed, scan, lexicon):
        key = (id(source.cited), relation, id(target.cited))
        if source.cited is target.cited or key in seen or _too_early(source, relation, target):
            continue
        seen.add(key)
        start, end = min(source.start, target.start), max(source.end, target.end)
        yield Link(
            scan.evidence(start, end), rule, source.cited.document.ref, relation, target.cited.document.ref
        )


def _too_early(source: _Placed, relation: Relation, target: _Placed) -> bool:
    """Whether a document is older than what it is said to carry out: then a list was read too far."""
    first, second = _when(source), _when(target)
    length = min(len(first), len(second))
    return relation is Relation.IMPLEMENTS and first[:length] < second[:length]


def _when(placed: _Placed) -> str:
    """The date of a document, or the year that its number or the name of a law ends with."""
    document = placed.cited.document
    year = _NUMBER_YEAR.search(document.number or "")
    if year is None and document.rule == "titled-law":
        year = _LAW_YEAR.search(document.subject or "")
    return document.date or (year[1] if year is not None else "")


def _found(
    placed: Sequence[_Placed], scan: Scan, lexicon: Lexicon
) -> Iterator[tuple[_Placed, Relation, _Placed, str]]:
    folded = scan.text.folded
    for index, left in enumerate(placed):
        limit = scan.sentence(left.start).end
        last: tuple[Relation, _Placed, str] | None = None
        drawn_up: _Placed | None = None
        several = False
        for right in placed[index + 1 :]:
            if right.start >= limit or right.start - left.end > _FAR:
                break
            if last is not None and _of_own_series(left, last[1], right):
                last = None
                continue
            if last is not None and _joined(last[1], right, folded, lexicon):
                last = (last[0], right, last[2])
                yield left, last[0], right, last[2]
                continue
            if drawn_up is not None and right.start < drawn_up.mention.stop:
                continue
            if drawn_up is not None and (
                _drawn_up_with(drawn_up, right, folded, lexicon, several=several)
                or _by_the_next(lexicon).fullmatch(folded, drawn_up.mention.stop, right.start)
            ):
                drawn_up = right
                yield right, Relation.IMPLEMENTS, left, "basis"
                continue
            if right.start < left.mention.stop:
                inside = _inside(left, right, folded, lexicon)
                if inside is not None:
                    last = (inside, right, "title")
                    yield left, inside, right, "title"
                continue
            ends = _ends_of_list(placed, index, folded, lexicon)
            found = _between(ends, left, right, scan, lexicon)
            if found is not None and found[1] is Relation.AMENDS and _cited_only(placed, index, right):
                continue
            if found is not None:
                last = (found[1], right, found[3]) if found[0] is left else None
                several = _several(lexicon).search(folded, left.end, right.start) is not None
                drawn_up = right if found[3] in ("basis", "by-means-of") else None
                yield found


def _cited_only(placed: Sequence[_Placed], index: int, right: _Placed) -> bool:
    """Whether a document only stands in the title of another one, which does what follows."""
    start = placed[index].start
    return any(p.start < start < p.mention.stop <= right.start for p in placed[:index])


def _of_own_series(source: _Placed, target: _Placed, right: _Placed) -> bool:
    """Whether a list goes on with what is issued, too (``02-CTr/ĐU thực hiện 57-NQ/TW, 01-QC/ĐU``)."""
    own = _series(source)
    return bool(own) and _series(right) == own != _series(target)


def _series(placed: _Placed) -> str:
    """Whose series the number of a document is in: its symbol without the kind (``UBND``, ``TU``)."""
    number = placed.cited.document.number or ""
    return _PART.split(number)[-1] if "/" in number else ""


def _joined(left: _Placed, right: _Placed, folded: str, lexicon: Lexicon) -> bool:
    """Whether a list adds ``right`` to the documents that are carried out or changed."""
    law = right.mention.rule == "titled-law"
    if _carries_out(lexicon).match(folded, right.mention.head):
        return False
    return (
        (law or not right.mention.titled)
        and _adds(lexicon).fullmatch(folded, left.mention.stop, right.start) is not None
    )


def _drawn_up_with(
    left: _Placed, right: _Placed, folded: str, lexicon: Lexicon, *, several: bool
) -> bool:
    """Whether a list adds ``right`` to those drawn up to carry out another.

    One of the same kind or series is added to several that were announced, one of another kind also where
    the two are of one series and share their subject (``Chỉ thị số 08-CT/HU, Kế hoạch số 22-KH/HU về …``).
    """
    if left.mention.kind.key == right.mention.kind.key:
        fits = several
    else:
        fits = bool(_series(left)) and _series(left) == _series(right)
        fits = fits and (several or left.mention.subject == right.mention.subject)
    between = folded[left.mention.stop : right.start]
    return fits and (between == "; " or _adds(lexicon).fullmatch(between) is not None)


def _inside(left: _Placed, right: _Placed, folded: str, lexicon: Lexicon) -> Relation | None:
    """What ``left`` does to ``right``, if its title or subject begins by saying so."""
    words = folded[left.mention.head : right.start]
    if _changes_next(lexicon).fullmatch(words):
        return Relation.AMENDS
    carries = _purpose(lexicon).fullmatch(words) or _aims(lexicon).search(words)
    return Relation.IMPLEMENTS if carries else None


def _ends_of_list(
    placed: Sequence[_Placed], index: int, folded: str, lexicon: Lexicon
) -> tuple[_Placed, _Placed]:
    """The first and the last document of the list that ``placed[index]`` is one of."""
    first = last = index
    while first and _listed(placed[first - 1], placed[first], folded, lexicon):
        first -= 1
    while last + 1 < len(placed) and _listed(placed[last], placed[last + 1], folded, lexicon):
        last += 1
    return placed[first], placed[last]


def _listed(left: _Placed, right: _Placed, folded: str, lexicon: Lexicon) -> bool:
    """Whether two documents stand side by side in a list, which a semicolon may part."""
    between = folded[left.mention.stop : right.start]
    return between.strip() == ";" or _joined(left, right, folded, lexicon)


def _between(
    ends: tuple[_Placed, _Placed], left: _Placed, right: _Placed, scan: Scan, lexicon: Lexicon
) -> tuple[_Placed, Relation, _Placed, str] | None:
    folded, (first, tail) = scan.text.folded, ends
    between = folded[left.end : right.start]
    low = scan.sentence(left.start).start
    if ";" not in folded[tail.end : right.start] and _by_means(lexicon).search(between):
        return right, Relation.IMPLEMENTS, left, "by-means-of"
    behind = folded[left.mention.stop : right.start]
    if _changes_next(lexicon).match(between) or _changes_next(lexicon).match(behind):
        by = _by_which(lexicon).search(folded, low, left.start) is not None and between.startswith(",")
        return None if by else (left, Relation.AMENDS, right, "amends")
    if _changed_by(lexicon).fullmatch(folded, left.mention.stop, right.start):
        return right, Relation.AMENDS, left, "amended-by"
    if _means(lexicon).fullmatch(between) and _changes(lexicon).search(folded, low, left.start):
        return right, Relation.AMENDS, left, "amended-by-means-of"
    carries = _purpose(lexicon).match(between) or _purpose(lexicon).match(behind)
    if carries or _issued_for(lexicon).match(between) or _orders(lexicon).match(behind):
        return left, Relation.IMPLEMENTS, right, "carries-out"
    if ";" in folded[tail.end : right.start]:
        return None
    based = _basis(lexicon).search(folded, low, first.start) and _issued(lexicon).search(between)
    based = based or (
        _after_it(lexicon).search(folded, low, first.start)
        and _issued(lexicon).search(between)
        and _to_carry_out(lexicon).match(folded, right.mention.stop)
    )
    if based and right.mention.kind.one("title") != "law":
        return right, Relation.IMPLEMENTS, left, "basis"
    return None


def _with_anaphora(
    placed: list[_Placed], cited: Sequence[CitedDocument], scan: Scan, lexicon: Lexicon
) -> list[_Placed]:
    """Add ``Đề án này``: the only document of its kind that the article has named, or the last one.

    At the head of a sentence the kind alone means the one just named (``Đề án cụ thể hóa Nghị quyết …``).
    """
    pattern = _this(lexicon)
    carries = _carries_out(lexicon)
    out = list(placed)
    taken = [(p.start, p.mention.stop if p.mention.titled else p.end) for p in placed]
    for hit in scan.hits.of("document-kind"):
        this = pattern.match(scan.text.folded, hit.end)
        low = scan.sentence(hit.start).start
        carried = carries.match(scan.text.folded, hit.end) or _was(lexicon).match(scan.text.folded, hit.end)
        opens = hit.start == low and carried
        basis = _basis(lexicon).search(scan.text.folded, low, hit.start) if not (this or opens) else None
        alone = basis is not None and basis.start() == low and scan.text.content.startswith(",", hit.end)
        if hit.weak or not (this or opens or alone):
            continue
        if any(a <= hit.start < b for a, b in taken):
            continue
        same = [p for p in placed if p.mention.kind.key == hit.concept.key]
        before = [p for p in same if p.start < hit.start]
        only = same[0] if len({id(p.cited) for p in same}) == 1 else None
        chosen = _meant(before, scan.text.folded, lexicon) if before and not alone else only
        if this and before and _both(lexicon).search(scan.text.folded, max(0, hit.start - 12), hit.start):
            other = next((p for p in reversed(before) if p.cited is not before[-1].cited), None)
            for said in (other, before[-1]) if other is not None else ():
                twin = _Placed(said.mention, said.cited)
                twin.start, twin.end = hit.start, this.end()
                out.append(twin)
            continue
        if chosen is not None and (this or alone or hit.start - chosen.mention.stop <= _FAR):
            anaphor = _Placed(chosen.mention, chosen.cited)
            anaphor.start, anaphor.end = hit.start, this.end() if this else hit.end
            out.append(anaphor)
    return sorted(out, key=lambda p: p.start)


def _meant(before: Sequence[_Placed], folded: str, lexicon: Lexicon) -> _Placed:
    """The document of its kind that ``này`` means: the last one that is not what another one acts on."""
    last = before[-1]
    for earlier in reversed(before[:-1]):
        between = folded[earlier.mention.stop : last.start]
        inside = last.start < earlier.mention.stop
        if earlier.cited is last.cited or not (inside or _object_of(lexicon).fullmatch(between)):
            break
        last = earlier
    return last


def _part(lexicon: Lexicon) -> str:
    """What may stand between the verb and its document: adverbs, parts, and the document's draft."""
    article = surface(lexicon, _SCHEME, "article-word")
    return rf"(?:,?\s{surface(lexicon, _SCHEME, 'part-of', 'plural')}|,?\s{article}\s\d+[a-zđ]?(?!\w))*"


@lru_cache(maxsize=4)
def _carries_out(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of carrying out right after a kind of document."""
    purpose = surface(lexicon, _SCHEME, "purpose")
    return re.compile(rf"(?:\s{purpose})*\s{surface(lexicon, _SCHEME, 'implements')}(?!\w)")


@lru_cache(maxsize=4)
def _changes_next(lexicon: Lexicon) -> re.Pattern[str]:
    purpose = surface(lexicon, _SCHEME, "purpose")
    verb = surface(lexicon, _SCHEME, "amends")
    return re.compile(rf",?(?:\s{purpose})*\s{verb}{_part(lexicon)}\s[\"“]?$")


@lru_cache(maxsize=4)
def _changed_by(lexicon: Lexicon) -> re.Pattern[str]:
    """What is said of a document that the next one changed (``(sửa đổi, bổ sung theo …)``)."""
    was = rf"(?:{surface(lexicon, _SCHEME, 'done', 'issued-by')}\s)*"
    verb = surface(lexicon, _SCHEME, "amends")
    by = surface(lexicon, _SCHEME, "amended-by")
    return re.compile(rf",?\s\(?{was}{verb}(?:\s\w+){{0,4}}\s{by}\s")


@lru_cache(maxsize=4)
def _purpose(lexicon: Lexicon) -> re.Pattern[str]:
    purpose = surface(lexicon, _SCHEME, "purpose")
    verb = surface(lexicon, _SCHEME, "implements")
    about = surface(lexicon, _SCHEME, "about")
    opened = rf"\s?:?\s[\"“]\s?(?:{about}\s)?"  # a quotation that opens before the verb: the subject says it
    return re.compile(rf",?(?:\s{purpose})*(?:\s|{opened}){verb}{_part(lexicon)}\s[\"“]?$")


@lru_cache(maxsize=4)
def _aims(lexicon: Lexicon) -> re.Pattern[str]:
    """What a document is for, at the end of its subject (``về du lịch nhằm cụ thể hóa …``)."""
    aim, verb = surface(lexicon, _SCHEME, "aims"), surface(lexicon, _SCHEME, "implements")
    return re.compile(rf"\s{aim}\s{verb}{_part(lexicon)}\s[\"“]?$")


@lru_cache(maxsize=4)
def _orders(lexicon: Lexicon) -> re.Pattern[str]:
    """Whom a paper tells to carry something out (``yêu cầu các sở triển khai thực hiện …``)."""
    verb = surface(lexicon, _SCHEME, "implements")
    order = surface(lexicon, _SCHEME, "orders")
    return re.compile(rf",?\s(?:{order})\s(?:[^;:.]{{2,90}}?\s)?{verb}{_part(lexicon)}\s[\"“]?$")


@lru_cache(maxsize=4)
def _by_the_next(lexicon: Lexicon) -> re.Pattern[str]:
    """Who else issues something in the next clause (``; UBND huyện ban hành Kế hoạch …``)."""
    adverb = surface(lexicon, _SCHEME, "adverb")
    verb = surface(lexicon, _SCHEME, "issues", "draws-up")
    means = rf"{surface(lexicon, _SCHEME, 'implements')}\s{surface(lexicon, _SCHEME, 'by-means-of')}"
    return re.compile(rf"[;,]\s[^;:.,]{{2,50}}?(?:\s{adverb})*\s(?:{verb}|{means})\s")


@lru_cache(maxsize=4)
def _was(lexicon: Lexicon) -> re.Pattern[str]:
    """What others made of a document that opens the sentence (``Nghị quyết được cụ thể hóa bằng``)."""
    was, verb = surface(lexicon, _SCHEME, "issued-by"), surface(lexicon, _SCHEME, "implements")
    means = surface(lexicon, _SCHEME, "by-means-of")
    return re.compile(rf"(?:\s\w+)?\s{was}\s[^.,;:]{{2,50}}?\s{verb}\s{means}\s")


@lru_cache(maxsize=4)
def _by_which(lexicon: Lexicon) -> re.Pattern[str]:
    """A word for `according to` right before a document, which then does nothing itself."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'by-which')}\s$")


@lru_cache(maxsize=4)
def _issued_for(lexicon: Lexicon) -> re.Pattern[str]:
    """The same after a clause that tells who issued the document (``do UBND tỉnh ban hành nhằm …``)."""
    purpose = surface(lexicon, _SCHEME, "purpose")
    verb = surface(lexicon, _SCHEME, "implements")
    by = surface(lexicon, _SCHEME, "by", "issued-by")
    return re.compile(rf"\s{by}\s[^,;:.]{{2,80}}\s{purpose}\s{verb}{_part(lexicon)}\s[\"“]?$")


@lru_cache(maxsize=4)
def _by_means(lexicon: Lexicon) -> re.Pattern[str]:
    verb = surface(lexicon, _SCHEME, "implements")
    means = surface(lexicon, _SCHEME, "by-means-of")
    return re.compile(rf"(?<!\w){verb}(?:\s\w+){{0,4}}\s{means}{_part(lexicon)}\s[\"“]?$")


@lru_cache(maxsize=4)
def _means(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:\s\w+)*\s{surface(lexicon, _SCHEME, 'by-means-of')}\s")


@lru_cache(maxsize=4)
def _changes(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'amends')}{_part(lexicon)}\s$")


@lru_cache(maxsize=4)
def _basis(lexicon: Lexicon) -> re.Pattern[str]:
    """The verb before the higher document, at the beginning of the sentence or of a clause."""
    verb = surface(lexicon, _SCHEME, "basis")
    other = rf"(?:^{verb}\s[^;:.]{{4,90}}?(?:,|\s{surface(lexicon, 'cue', 'and')}))"
    return re.compile(rf"(?:(?<!\w){verb}{_part(lexicon)}|{other})\s[\"“]?$")


@lru_cache(maxsize=4)
def _issued(lexicon: Lexicon) -> re.Pattern[str]:
    """The verb of issuing right before the lower document."""
    verb = surface(lexicon, _SCHEME, "issue", "draws-up")
    return re.compile(rf",.*\s{verb}(?:{_several(lexicon).pattern}|\s[\"“]?$)")


@lru_cache(maxsize=4)
def _several(lexicon: Lexicon) -> re.Pattern[str]:
    """How many were issued, before the first of them (``5 nghị quyết, trong đó có …``)."""
    some = rf"(?:\d+|{surface(lexicon, _SCHEME, 'plural')})\s[^;:.]{{2,60}}?"
    among = surface(lexicon, _SCHEME, "among")
    return re.compile(rf"\s{some}(?:,?\s{among}(?:\s?:)?|\s?:)\s[\"“]?$")


@lru_cache(maxsize=4)
def _object_of(lexicon: Lexicon) -> re.Pattern[str]:
    """What one document does to the next, between the two."""
    verb = surface(lexicon, _SCHEME, "replaces", "amends", "implements")
    return re.compile(rf",?(?:\s{surface(lexicon, _SCHEME, 'purpose')})*\s{verb}{_part(lexicon)}\s[\"“]?")


@lru_cache(maxsize=4)
def _after_it(lexicon: Lexicon) -> re.Pattern[str]:
    """Words for `after`, before the higher document, perhaps with who issued it."""
    once = surface(lexicon, _SCHEME, "once-issued")
    issued = rf"{surface(lexicon, _SCHEME, 'after')}\s[^,;:.]{{2,60}}\s{surface(lexicon, _SCHEME, 'issue')}"
    return re.compile(rf"(?<!\w)(?:{once}|{issued})\s[\"“]?$")


@lru_cache(maxsize=4)
def _to_carry_out(lexicon: Lexicon) -> re.Pattern[str]:
    """That the lower document is to carry something out, at the end of its clause."""
    purpose = surface(lexicon, _SCHEME, "purpose")
    verb = surface(lexicon, _SCHEME, "implements")
    return re.compile(rf",?(?:\s{purpose})*\s{verb}\s?[.;,]")


@lru_cache(maxsize=4)
def _adds(lexicon: Lexicon) -> re.Pattern[str]:
    many = surface(lexicon, _SCHEME, "plural")
    return re.compile(rf"(?:,|,?\s{surface(lexicon, 'cue', 'and')})\s(?:{many}\s)?")


@lru_cache(maxsize=4)
def _both(lexicon: Lexicon) -> re.Pattern[str]:
    """A word for `two` right before what was named."""
    return re.compile(rf"(?<!\w){surface(lexicon, _SCHEME, 'two')}\s$")


@lru_cache(maxsize=4)
def _this(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s{surface(lexicon, _SCHEME, 'this')}(?!\w)")
