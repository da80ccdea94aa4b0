"""Plans told by what they carry out, and again by their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.relate import committees, link_words
from kg.relate.document_around import DocumentMention

Group = list[DocumentMention]


def with_numbers(groups: Sequence[Group], scan: Scan, lexicon: Lexicon) -> list[Group]:
    """The mentions of each document, where a plan without a number is the numbered one for the same paper.

    ``Kế hoạch thực hiện Chỉ thị 24-CT/TU`` is ``Kế hoạch số 152-KH/QU … thực hiện Chỉ thị 24-CT/TU``, if only
    one of its kind and issuer carries that out.
    """
    plans = [g for g in groups if all(m.rule == "titled-task" and m.number is None for m in g)]
    joined: dict[int, Group] = {}
    for plan in plans:
        aims = [g for g in groups if any(_inside(m, plan) for m in g)]
        twins = [g for g in groups if aims and _numbered(g, plan) and _carries_out(g, aims, scan, lexicon)]
        if len(twins) == 1:
            joined[id(plan)] = twins[0]
    out = [g for g in groups if id(g) not in joined]
    for plan in plans:
        if id(plan) in joined:
            joined[id(plan)].extend([_told_besides(m, joined[id(plan)]) for m in plan])
    return out


def _told_besides(mention: DocumentMention, group: Group) -> DocumentMention:
    """A mention without what the numbered ones tell themselves: issuer and day."""
    issuer = None if any(m.issuer is not None for m in group) else mention.issuer
    date = None if any(m.date is not None for m in group) else mention.date
    return replace(mention, subject=None, issuer=issuer, stated=issuer is not None, date=date)


def _inside(mention: DocumentMention, plan: Group) -> bool:
    """Whether a document is named in the title of a plan."""
    return any(title.start < mention.start < title.stop for title in plan)


def _numbered(group: Group, plan: Group) -> bool:
    """Whether a document of the kind of a plan, and of nobody else, has a number."""
    first, other = plan[0], group[0]
    if other.number is None or other.kind.key != first.kind.key:
        return False
    return all(committees.compatible(m.issuer, p.issuer) for m in group for p in plan)


def _carries_out(group: Group, aims: Sequence[Group], scan: Scan, lexicon: Lexicon) -> bool:
    """Whether the text says of a document that it carries out one of these."""
    folded = scan.text.folded
    starts = [m.start for g in aims for m in g]
    return any(
        link_words.purpose(lexicon).fullmatch(folded, place, start)
        for mention in group
        for place in {mention.head, mention.end, mention.stop}
        for start in starts
        if place < start
    )
