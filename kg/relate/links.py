"""Links: which document carries out or changes which, where the text says so.

Between two documents of a sentence a verb of carrying out or changing must stand.  Its direction follows
from where it stands: ``Kế hoạch thực hiện Nghị quyết`` (the first carries out the second), ``Nghị quyết …,
cụ thể hóa bằng Nghị quyết`` and ``Thực hiện Chỉ thị, Tỉnh ủy ban hành Kế hoạch`` (the second the first).
What two sentences say together is read in ``link_sentences``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Link, Relation
from kg.relate import link_words as words
from kg.relate.document_refs import read
from kg.relate.link_anaphora import FAR, with_anaphora
from kg.relate.link_ends import Placed
from kg.relate.link_sentences import Told, across

_MARKS = "-–+•* "
_TWO = 2
_DRAWN_UP = frozenset({"plan", "programme", "decision", "project"})
_PLANS = frozenset({"plan", "programme", "action-plan", "guidance"})
_NUMBER_YEAR = re.compile(r"/((?:19|20)\d\d)(?!\d)")
_LAW_YEAR = re.compile(r"\s((?:19|20)\d\d)$")


def links(scan: Scan, lexicon: Lexicon) -> Iterator[Link]:
    """The links between the documents of an article, each once."""
    cited = read(scan, lexicon)
    if not cited:
        return
    placed = sorted((Placed(m, c) for c in cited for m in c.mentions), key=lambda p: p.start)
    placed = with_anaphora(placed, cited, scan, lexicon)
    seen: set[tuple[int, Relation, int]] = set()
    told = chain(_found(placed, scan, lexicon), across(placed, scan, lexicon))
    for source, relation, target, rule in told:
        key = (id(source.cited), relation, id(target.cited))
        if source.cited is target.cited or key in seen or _too_early(source, relation, target):
            continue
        seen.add(key)
        start, end = min(source.start, target.start), max(source.end, target.end)
        yield Link(
            scan.evidence(start, end), rule, source.cited.document.ref, relation, target.cited.document.ref
        )


def _too_early(source: Placed, relation: Relation, target: Placed) -> bool:
    """Whether a document is older than what it is said to carry out: then a list was read too far."""
    first, second = _when(source), _when(target)
    length = min(len(first), len(second))
    return relation is Relation.IMPLEMENTS and first[:length] < second[:length]


def _when(placed: Placed) -> str:
    """The date of a document, or the year that its number or the name of a law ends with."""
    document = placed.cited.document
    year = _NUMBER_YEAR.search(document.number or "")
    if year is None and document.rule == "titled-law":
        year = _LAW_YEAR.search(document.subject or "")
    return document.date or (year[1] if year is not None else "")


def _found(placed: Sequence[Placed], scan: Scan, lexicon: Lexicon) -> Iterator[Told]:
    folded = scan.text.folded
    inner: set[int] = set()  # what the document before carries out: it is not what the next one is for
    for index, left in enumerate(placed):
        limit = scan.sentence(left.start).end
        ends = _ends_of_list(placed, index, folded, lexicon)
        reach = max(left.end, ends[1].stop) + FAR
        last: tuple[Relation, Placed, str] | None = None
        drawn_up: Placed | None = None
        several = False
        for place, right in enumerate(placed[index + 1 :], index + 1):
            if right.start >= min(limit, reach):
                break
            if last is not None and _of_own_series(left, last[1], right):
                last = None
                continue
            joined = last is not None and _joined(last[1], right, folded, lexicon)
            if last is not None and joined and _changeable(last[:2], left, right):
                last = (last[0], right, last[2])
                inner.add(id(right))
                yield left, last[0], right, last[2]
                continue
            if drawn_up is not None and right.start < drawn_up.mention.stop:
                continue
            own = drawn_up is not None and _is_for_another(placed, place, folded, lexicon)
            of_next = _is_for_the_next(placed, index, place, folded, lexicon)
            if drawn_up is not None and not of_next and (
                (not own and _drawn_up_with(drawn_up, right, folded, lexicon, several=several))
                or words.by_the_next(lexicon).fullmatch(folded, drawn_up.mention.stop, right.start)
            ):
                drawn_up = right
                reach = max(reach, right.stop + FAR)
                yield right, Relation.IMPLEMENTS, left, "basis"
                continue
            if right.start < left.mention.stop:
                inside = _inside(left, right, folded, lexicon)
                if inside is not None:
                    last = (inside, right, "title")
                    inner.add(id(right))
                    yield left, inside, right, "title"
                continue
            found = _between(ends, left, right, scan, lexicon)
            if found is None or _of_another(found, placed, index, place, inner):
                continue
            if of_next and found[3] == "basis":
                continue
            last = (found[1], right, found[3]) if found[0] is left else None
            if last is not None and found[1] is Relation.IMPLEMENTS:
                inner.add(id(right))
            several = words.several(lexicon).search(folded, left.end, right.start) is not None
            drawn_up = right if found[3] in ("basis", "by-means-of") else None
            yield found


def _of_another(found: Told, placed: Sequence[Placed], index: int, place: int, inner: set[int]) -> bool:
    """Whether what stands between two documents is said of another one, in whose title one of them is."""
    left, right = placed[index], placed[place]
    if found[3] == "amended-by":  # what the title cites was changed
        return index + 1 < place and placed[place - 1].start < left.mention.stop
    if found[1] is Relation.AMENDS:
        return _cited_only(placed, index, right)
    if found[3] == "carries-out" and index + 1 < place:
        other = placed[place - 1].mention
        return other.titled and left.mention.stop <= other.start < right.start < other.stop
    return found[3] == "basis" and id(left) in inner


def _cited_only(placed: Sequence[Placed], index: int, right: Placed) -> bool:
    """Whether a document only stands in the title of another one, which does what follows."""
    start = placed[index].start
    return any(p.start < start < p.mention.stop <= right.start for p in placed[:index])


def _of_own_series(source: Placed, target: Placed, right: Placed) -> bool:
    """Whether a list goes on with what is issued, too (``02-CTr/ĐU thực hiện 57-NQ/TW, 01-QC/ĐU``)."""
    own = source.series
    return bool(own) and right.series == own != target.series


def _joined(left: Placed, right: Placed, folded: str, lexicon: Lexicon) -> bool:
    """Whether a list adds ``right`` to the documents that are carried out or changed."""
    law = right.mention.rule == "titled-law"
    if words.carries_out(lexicon).match(folded, right.mention.head):
        return False
    return (
        (law or not right.mention.titled)
        and words.adds(lexicon).fullmatch(folded, left.mention.stop, right.start) is not None
    )


def _changeable(last: tuple[Relation, Placed], source: Placed, right: Placed) -> bool:
    """Whether ``source`` can change ``right`` as it changes the document before: a law changes only laws."""
    laws = all(placed.mention.kind.one("title") == "law" for placed in (source, last[1]))
    return last[0] is not Relation.AMENDS or not laws or right.mention.kind.one("title") == "law"


def _is_for_another(placed: Sequence[Placed], index: int, folded: str, lexicon: Lexicon) -> bool:
    """Whether the title of a document says which one it carries out."""
    one = placed[index]
    inner = placed[index + 1] if index + 1 < len(placed) else None
    return inner is not None and inner.start < one.mention.stop and bool(_inside(one, inner, folded, lexicon))


def _is_for_the_next(
    placed: Sequence[Placed], index: int, place: int, folded: str, lexicon: Lexicon
) -> bool:
    """Whether what a chain issues later carries out another one (``; … ban hành B thực hiện A``)."""
    right = placed[place]
    follows = placed[place + 1] if place + 1 < len(placed) else None
    if follows is None or follows.cited is placed[index].cited or place == index + 1:
        return False
    return words.purpose(lexicon).fullmatch(folded, right.mention.stop, follows.start) is not None


def _drawn_up_with(
    left: Placed, right: Placed, folded: str, lexicon: Lexicon, *, several: bool
) -> bool:
    """Whether a list adds ``right`` to those drawn up to carry out another.

    One of the same kind is added to several that were announced, or where it is of one series and shares the
    subject; one of another kind also where the two are of one series and share their subject (``Chỉ thị số
    08-CT/HU, Kế hoạch số 22-KH/HU về …``), or of one issuer without a subject that parts them (``Kế hoạch 103
    và Chương trình hành động số 55``).
    """
    together = words.conjunction(lexicon).fullmatch(folded, left.mention.stop, right.start) is not None
    alike = left.mention.subject == right.mention.subject
    series = bool(left.series) and left.series == right.series
    if left.mention.kind.key == right.mention.kind.key:
        fits = several or (series and together and alike)
    else:
        fits = series and (several or together or alike)
    issuer = left.cited.document.issuer
    one = issuer is not None and issuer == right.cited.document.issuer
    fits = fits or (one and (left.mention.subject is None or right.mention.led_in))
    between = folded[left.mention.stop : right.start]
    return fits and (between == "; " or words.adds(lexicon).fullmatch(between) is not None)


def _inside(left: Placed, right: Placed, folded: str, lexicon: Lexicon) -> Relation | None:
    """What ``left`` does to ``right``, if its title or subject begins by saying so."""
    between = folded[left.mention.head : right.start]
    if words.changes_next(lexicon).fullmatch(between):
        return Relation.AMENDS
    carries = words.purpose(lexicon).fullmatch(between) or words.aims(lexicon).search(between)
    return Relation.IMPLEMENTS if carries else None


def _ends_of_list(
    placed: Sequence[Placed], index: int, folded: str, lexicon: Lexicon
) -> tuple[Placed, Placed]:
    """The first and the last document of the list that ``placed[index]`` is one of."""
    first = last = index
    while first and _listed(placed[_outer(placed, first - 1)], placed[first], folded, lexicon):
        first = _outer(placed, first - 1)
    while (after := _behind(placed, last)) < len(placed):
        if not _listed(placed[last], placed[after], folded, lexicon):
            break
        last = after
    return placed[first], placed[last]


def _outer(placed: Sequence[Placed], index: int) -> int:
    """The document in whose title the one at ``index`` stands, or that one itself."""
    while index and placed[index].start < placed[index - 1].mention.stop:
        index -= 1
    return index


def _behind(placed: Sequence[Placed], index: int) -> int:
    """The document after the one at ``index`` and those in its title."""
    after = index + 1
    while after < len(placed) and placed[after].start < placed[index].mention.stop:
        after += 1
    return after


def _listed(left: Placed, right: Placed, folded: str, lexicon: Lexicon) -> bool:
    """Whether two documents stand side by side in a list, which a semicolon may part."""
    if words.next_basis(lexicon).fullmatch(folded, left.mention.stop, right.start) is not None:
        return True
    return _joined(left, right, folded, lexicon)


def _between(
    ends: tuple[Placed, Placed], left: Placed, right: Placed, scan: Scan, lexicon: Lexicon
) -> Told | None:
    folded, (first, tail) = scan.text.folded, ends
    between = folded[left.end : right.start]
    low = scan.sentence(left.start).start
    if words.by_means(lexicon).search(between) and _meant_by(left, tail, right, scan, lexicon):
        return right, Relation.IMPLEMENTS, left, "by-means-of"
    behind = folded[left.mention.stop : right.start]
    if words.changes_next(lexicon).match(between) or words.changes_next(lexicon).match(behind):
        by = words.by_which(lexicon).search(folded, low, left.start) and between.startswith(",")
        return None if by else (left, Relation.AMENDS, right, "amends")
    if words.base_for(lexicon).fullmatch(folded, tail.mention.stop, right.start):
        return right, Relation.IMPLEMENTS, left, "basis"
    if words.changed_by(lexicon).fullmatch(folded, left.mention.stop, right.start):
        return right, Relation.AMENDS, left, "amended-by"
    if words.means(lexicon).fullmatch(between) and words.changes(lexicon).search(folded, low, left.start):
        return right, Relation.AMENDS, left, "amended-by-means-of"
    carries = words.purpose(lexicon).match(between) or words.purpose(lexicon).match(behind)
    if carries or words.issued_for(lexicon).match(between) or words.orders(lexicon).match(behind):
        return left, Relation.IMPLEMENTS, right, "carries-out"
    basis = words.basis(lexicon).search(folded, low, first.start)
    basis = basis or words.other_basis(lexicon).fullmatch(folded, low, first.start)
    if first is tail is left and _issued_for(left, right, scan, lexicon):
        return right, Relation.IMPLEMENTS, left, "basis"
    if ";" in folded[tail.end : right.start]:
        opens = basis is not None and not folded[low : basis.start()].strip(_MARKS)
        goes_on = words.by_the_next(lexicon).fullmatch(folded, tail.mention.stop, right.start)
        further = words.further_bases(lexicon).fullmatch(folded, tail.mention.stop, right.start)
        if not opens or (goes_on is None and further is None):
            return None
        return right, Relation.IMPLEMENTS, left, "basis"
    reviewed = basis is not None and words.reviewed(lexicon).search(folded, low, basis.end()) is not None
    issued = words.issued(lexicon).search(between) is not None
    based = basis is not None and not reviewed and issued
    based = based or (issued and _since(first, left, right, scan, lexicon))
    if based and right.mention.kind.one("title") != "law":
        return right, Relation.IMPLEMENTS, left, "basis"
    return None


def _meant_by(left: Placed, tail: Placed, right: Placed, scan: Scan, lexicon: Lexicon) -> bool:
    """Whether what is done by means of a document is the one before it, also in the next part of a list.

    There the first one was issued, the verb stands in the part of the second, and no other between the two.
    """
    parts = scan.text.folded[tail.end : right.start].split(";")
    if len(parts) == 1:
        return True
    other = scan.hits_within(tail.stop, right.start, "document-kind")
    low = scan.sentence(left.start).start
    issued = words.issuing(lexicon).search(scan.text.folded, low, left.start) is not None
    alone = issued and len(parts) == _TWO and not other
    return alone and words.by_means(lexicon).search(parts[-1]) is not None


def _issued_for(left: Placed, right: Placed, scan: Scan, lexicon: Lexicon) -> bool:
    """Whether somebody else issues the next one to carry this one out (``…; UBND ra B để thực hiện``)."""
    folded, sentence = scan.text.folded, scan.sentence(left.start)
    issuers = (left.cited.document.issuer, right.cited.document.issuer)
    if None in issuers or issuers[0] == issuers[1] or right.mention.kind.key not in _DRAWN_UP:
        return False
    end = folded.find(";", right.mention.stop, sentence.end)
    end = sentence.end if end < 0 else end + 1
    verb = words.to_carry_out(lexicon).search(folded, right.mention.stop, end)
    if verb is None or verb.end() < end - 1:
        return False
    issuing = words.issuing(lexicon)
    return issuing.search(folded, sentence.start, left.start) is not None and (
        issuing.search(folded, left.mention.stop, right.start) is not None
    )


def _since(first: Placed, left: Placed, right: Placed, scan: Scan, lexicon: Lexicon) -> bool:
    """Whether what is issued after another document is for it (``Ngay sau khi có Chỉ thị …, … Kế hoạch``)."""
    folded, low = scan.text.folded, scan.sentence(left.start).start
    after = words.after_it(lexicon).search(folded, low, first.start)
    once = words.once(lexicon).fullmatch(folded, low, left.start)
    once = once if once is not None and words.was_issued(lexicon).match(folded, left.end) else None
    if after is None and once is None:
        return False
    return _plain_plan(right) or words.to_carry_out(lexicon).match(folded, right.mention.stop) is not None


def _plain_plan(placed: Placed) -> bool:
    """Whether a plan or guidance is told without a subject of its own: it is for what was told before."""
    return placed.mention.kind.key in _PLANS and placed.mention.subject is None
