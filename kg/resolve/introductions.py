"""Short names that an article introduces in brackets behind the full one (``Ngân hàng … (BIDV)``)."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan, UnitMention, longest
from kg.model import Organization
from kg.normalise import fold, modern, syllable

_SHORT = re.compile(r" ?\(([^\W\d_][\w&-]{2,14})(?:\)|[,;:] | [–-] )")
_PHRASE = re.compile(r" ?\(((?:[^\W\d_]+ ){1,5}[^\W\d_]+)\)")
_ENTERPRISES = frozenset({"company", "corporation", "economic-group", "bank"})
_PARTED = re.compile(r"[,;:.()\"“”]")
_MOST = 14
_STOP = "word"


def introduced(scan: Scan, lexicon: Lexicon) -> dict[str, Organization]:
    """The organisations behind the short names of a text, by short name."""
    content = scan.text.content
    found: dict[str, Organization] = {}
    for body in scan.bodies:
        full = body.organization
        while full.parent is not None and not _is_whole(full):
            full = full.parent
        short, phrase = _SHORT.match(content, body.end), _PHRASE.match(content, body.end)
        if short is not None and not syllable(short[1]):
            longer = _enterprise(scan, lexicon, short) if full.kind in _ENTERPRISES else None
            cut = longer is not None and len(longer.name) > len(full.label)
            found.setdefault(short[1], longer if longer is not None and cut else full)
        elif phrase is not None and _shortens(phrase[1], full, lexicon):
            found.setdefault(modern(phrase[1]), full)
    for short in _SHORT.finditer(content):
        made = _enterprise(scan, lexicon, short) if short[1] not in found and not syllable(short[1]) else None
        if made is not None:
            found[short[1]] = made
    return found


def _is_whole(organization: Organization) -> bool:
    """Whether it is an enterprise of no other, whatever body its name holds (``Tập đoàn Điện lực X``)."""
    above = organization.parent
    return organization.kind in _ENTERPRISES and (above is None or above.kind not in _ENTERPRISES)


def _shortens(phrase: str, full: Organization, lexicon: Lexicon) -> bool:
    """Whether words in brackets begin with the kind of the organisation before them (``(Trung tâm X)``)."""
    label = fold(lexicon.concept("body", full.kind).label)
    return fold(phrase).startswith(f"{label} ") and fold(full.name).startswith(f"{label} ")


def _enterprise(scan: Scan, lexicon: Lexicon, short: re.Match[str]) -> Organization | None:
    """The enterprise whose full name is written in lower case, as no reader of names takes it.

    ``tổng công ty Dệt may Việt Nam (Vinatex)``: from the word for its kind to the bracket, no verb between.
    """
    content, end = scan.text.content, short.start()
    start = scan.sentence(end).start
    for hit in scan.hits_within(start, end, "body"):
        if hit.concept.key in _ENTERPRISES and _is_name(scan, hit, end):
            unit = _unit_before(scan, end)
            words = content[hit.start : end if unit is None else unit.start].strip()
            name = lexicon.written_out(modern(words))
            made = Organization(hit.concept.key, name[:1].upper() + name[1:])
            return made if unit is None else replace(made, unit=unit.unit, level=unit.unit.level)
    return None


def in_full(scan: Scan, lexicon: Lexicon, short: Organization) -> Organization | None:
    """The enterprise that a text names in full somewhere, by the last words of its name (`Công ty X`).

    ``Công ty TNHH một thành viên đầu tư và xây dựng X``: in lower case, so that no reader of names takes it.
    """
    kind, _, own = short.name.partition(" ")
    while own and not own[0].isupper():
        more, _, own = own.partition(" ")
        kind = f"{kind} {more}"
    found: dict[str, Organization] = {}
    last, and_ = re.escape(own), lexicon.concept("cue", "and").label
    named = re.compile(rf"{last}(?<!- {last})(?<!{and_} {last})(?!\w)")
    for match in named.finditer(scan.text.content) if own else ():
        for hit in scan.hits_within(scan.sentence(match.start()).start, match.start(), "body"):
            alike = hit.concept.key == short.kind and scan.text.folded.startswith(fold(kind), hit.start)
            if alike and _is_name(scan, hit, match.end()):
                name = lexicon.written_out(modern(scan.text.content[hit.start : match.end()]))
                if len(name.split()) > len(short.name.split()):
                    found.setdefault(fold(name), replace(short, name=name[:1].upper() + name[1:]))
                break
    return next(iter(found.values())) if len(found) == 1 else None


def _is_name(scan: Scan, hit: Hit, end: int) -> bool:
    """Whether the words from a kind of enterprise up to a bracket are its name, that tells the kind once."""
    words = scan.text.content[hit.end : end].split()
    if not 1 < len(words) <= _MOST or _PARTED.search(scan.text.content, hit.end, end):
        return False
    if any(h.concept == hit.concept for h in scan.hits_within(hit.end, end, "body")):
        return False
    if _joined_to_another(scan, hit, end):
        return False
    if not (scan.text.content[hit.start].isupper() or any(word[0].isupper() for word in words)):
        return False
    return not any(h.concept.key == _STOP for h in longest(scan.hits_within(hit.end, end, "stop")))


def _joined_to_another(scan: Scan, hit: Hit, end: int) -> bool:
    """Whether another enterprise is joined to the first by `and` (``Tập đoàn X và Tổng công ty Y``)."""
    joins = {h.end + 1 for h in scan.hits_within(hit.end, end, "cue") if h.concept.key == "and"}
    firms = (h for h in scan.hits_within(hit.end, end, "body") if h.concept.key in _ENTERPRISES)
    return any(h.start in joins for h in firms)


def _unit_before(scan: Scan, end: int) -> UnitMention | None:
    """A typed unit that ends a name."""
    unit = scan.units.last_before(end)
    return unit if unit is not None and unit.end == end and unit.typed and unit.unit.name else None
