"""Documents that are told again by their kind alone (``Đề án này``, ``Chỉ thị của Ban Bí thư``)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan
from kg.model import Organization
from kg.relate import link_words as words
from kg.relate.document_refs import CitedDocument
from kg.relate.link_ends import Placed
from kg.relate.link_sentences import just_issued

_CLOSED = re.compile(r"[.;,]|$")
FAR = 260
"""How far a document stands at most from the one that it acts on, or from where it was named."""


def with_anaphora(
    placed: list[Placed], cited: Sequence[CitedDocument], scan: Scan, lexicon: Lexicon
) -> list[Placed]:
    """Add ``Đề án này``: the only document of its kind that the article has named, or the last one.

    So does ``Ngay sau khi Nghị quyết được ban hành``.  At the head of a sentence the kind alone means the one
    just named (``Đề án cụ thể hóa Nghị quyết …``).  With its issuer it means the only one of this issuer that
    was named before (``Thực hiện chỉ thị của Ban Bí thư, …``).
    """
    folded, pattern = scan.text.folded, words.this(lexicon)
    carries = words.carries_out(lexicon)
    out = list(placed)
    taken = [(p.start, p.mention.stop if p.mention.titled else p.end) for p in placed]
    for hit in scan.hits.of("document-kind"):
        if hit.weak or any(a <= hit.start < b for a, b in taken):
            continue
        this = pattern.match(folded, hit.end)
        low = scan.sentence(hit.start).start
        carried = carries.match(folded, hit.end) or words.was(lexicon).match(folded, hit.end)
        opens = hit.start == low and carried
        basis = words.basis(lexicon).search(folded, low, hit.start) if not (this or opens) else None
        alone = basis is not None and basis.start() == low and scan.text.content.startswith(",", hit.end)
        once = words.once(lexicon).fullmatch(folded, low, hit.start) is not None
        once = once and words.was_issued(lexicon).match(folded, hit.end) is not None
        same = [p for p in placed if p.mention.kind.key == hit.concept.key]
        before = [p for p in same if p.start < hit.start]
        if basis is not None and not (alone or once):
            issued = _of_issuer(hit, before, scan, lexicon)
            out += [issued] if issued is not None else []
        if not (this or opens or alone or once):
            closed = _carried_last(hit, placed, before, scan, lexicon)
            out += [closed] if closed is not None else []
            continue
        only = same[0] if len({id(p.cited) for p in same}) == 1 else None
        chosen = _meant(before, folded, lexicon) if before and not alone else only
        if alone and chosen is None:
            chosen = just_issued(before, low, scan, lexicon)
        end = this.end() if this else hit.end
        if this and before and words.both(lexicon).search(folded, max(0, hit.start - 12), hit.start):
            other = next((p for p in reversed(before) if p.cited is not before[-1].cited), None)
            out += [p.again(hit.start, end) for p in ((other, before[-1]) if other is not None else ())]
            continue
        if this and words.plural(lexicon).search(folded, max(0, hit.start - 20), hit.start) is not None:
            out += [p.again(hit.start, end) for p in _just_listed(before, low, scan)]
            continue
        if chosen is not None and (this or alone or once or hit.start - chosen.mention.stop <= FAR):
            out.append(chosen.again(hit.start, end))
    return sorted(out, key=lambda p: p.start)


def _just_listed(before: Sequence[Placed], low: int, scan: Scan) -> list[Placed]:
    """The documents that the sentence before names, each once, in whose titles none stands of the others."""
    index = scan.text.sentence_at(low)
    named = [p for p in before if scan.text.sentence_at(p.start) == index - 1]
    whole = [p for p in named if not any(q.start < p.start < q.mention.stop for q in named)]
    return list({id(p.cited): p for p in whole}.values())


def _carried_last(
    hit: Hit, placed: Sequence[Placed], before: Sequence[Placed], scan: Scan, lexicon: Lexicon
) -> Placed | None:
    """The only one of its kind, which what was named last carries out (``… thực hiện Nghị quyết.``)."""
    folded = scan.text.folded
    if _CLOSED.match(folded, hit.end) is None or len({id(p.cited) for p in before}) != 1:
        return None
    source = max((p for p in placed if p.start < hit.start), key=lambda p: p.start)
    if source.mention.kind.key == hit.concept.key or source.start < scan.sentence(hit.start).start:
        return None
    carries = words.purpose(lexicon)
    carried = carries.fullmatch(folded, source.end, hit.start)
    carried = carried or carries.fullmatch(folded, source.mention.stop, hit.start)
    return before[-1].again(hit.start, hit.end) if carried is not None else None


def _of_issuer(hit: Hit, before: Sequence[Placed], scan: Scan, lexicon: Lexicon) -> Placed | None:
    """The only document of this kind and issuer that was named, where no more than both is told again."""
    by = words.of_issuer(lexicon).match(scan.text.folded, hit.end)
    body = scan.bodies.at(by.end()) if by is not None else None
    if body is None or words.goes_on(lexicon).match(scan.text.folded, body.end) is None:
        return None
    if words.plural(lexicon).search(scan.text.folded, max(0, hit.start - 20), hit.start) is not None:
        return None
    issued = {id(p.cited): p for p in before if _issued_by(body.organization, p)}
    return next(iter(issued.values())).again(hit.start, body.end) if len(issued) == 1 else None


def _issued_by(organization: Organization, placed: Placed) -> bool:
    issuer = placed.cited.document.issuer
    return issuer is not None and issuer.label == organization.label


def _meant(before: Sequence[Placed], folded: str, lexicon: Lexicon) -> Placed:
    """The document of its kind that ``này`` means: the last one that is not what another one acts on."""
    last = before[-1]
    for earlier in reversed(before[:-1]):
        between = folded[earlier.mention.stop : last.start]
        inside = last.start < earlier.mention.stop
        if earlier.cited is last.cited or not (inside or words.object_of(lexicon).fullmatch(between)):
            break
        last = earlier
    return last
