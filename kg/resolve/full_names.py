"""Names that an article shortens: what stands in full elsewhere (``Sở``, ``Công ty X``, ``BIDV``)."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import BlockKind, Organization
from kg.normalise import fold, syllable
from kg.resolve.introductions import in_full, introduced
from kg.resolve.parts import chain

OTHER = "other-organization"
COMPANIES = frozenset({"company", "corporation", "economic-group", "bank"})
CHAIRED = frozenset({"peoples-committee", "peoples-council"})
_OF_WHICH = re.compile(r" \([A-ZĐ]+ [^\W\d_]")
_FAR = 200
_CENTRAL = "central"
_DEPARTMENT = "department"
PARTY_COMMITTEE = "grassroots-party-committee"
_BARE_NAMES = frozenset({"association", "national-assembly-committee"})


def _less_told(other: Organization, best: Organization) -> bool:
    """Whether a name without a place tells less than the nation's (``Hội Nông dân``)."""
    return best.level == 0 != other.level and other.unit is None and not other.bare_unit


class FullNames(ABC):
    """Finds the full names of one article behind the short ones."""

    def __init__(self, lexicon: Lexicon, scan: Scan) -> None:
        self._lexicon = lexicon
        self._scan = scan
        self._firms: dict[Organization, Organization | None] = {}
        self._longer_names: dict[Organization, list[tuple[int, Organization]]] = {}

    @abstractmethod
    def complete(
        self,
        organization: Organization | None,
        offset: int,
        siblings: Sequence[Organization] = (),
        *,
        fuller: bool = True,
        short: bool = True,
    ) -> Organization | None:
        """The organisation with its unit (or the whole that it is part of) filled in."""

    @cached_property
    def _introduced(self) -> dict[str, Organization]:
        """The organisations behind the short names that the article introduces in brackets (``… (BIDV)``)."""
        return introduced(self._scan, self._lexicon)

    @cached_property
    def _by_brand(self) -> dict[str, Organization]:
        """The enterprises behind short names, however these are written (``VietinBank``, ``Vietinbank``)."""
        return {fold(name): made for name, made in self._introduced.items() if made.kind in COMPANIES}

    def _written_out(self, organization: Organization) -> Organization | None:
        """What a short name stands for: alone, after a word of its kind, or after the label of a part."""
        whole = self._introduced.get(organization.name) or self._by_brand.get(fold(organization.name))
        if whole is not None and whole.name != organization.name:
            return whole
        kind, _, short = organization.name.rpartition(" ")
        full = self._introduced.get(short)
        if full is None or full.name == organization.name:
            return None
        label = self._lexicon.concept("body", organization.kind).label
        if kind and fold(full.name).startswith(f"{fold(kind)} "):
            return full
        if kind and fold(kind) == fold(label) != fold(full.name):
            part = full.kind != organization.kind
            return replace(organization, name=kind, parent=full) if part else full
        return full if fold(full.name).startswith(fold(kind)) else None

    def _known(self, organization: Organization) -> Organization | None:
        """The state enterprise that a short name means to every reader (``Tập đoàn Dầu khí``, ``EVN``)."""
        concept = self._lexicon.enterprise(organization.name)
        if concept is None or organization.kind not in (*COMPANIES, OTHER):
            return None
        kind = self._lexicon.follow(concept.one("body") or "")
        return Organization(kind.key, concept.label, rule="known-enterprise")

    def _fuller(self, organization: Organization, offset: int) -> Organization | None:
        """A name that only begins one that the article writes in full (`Sở`, `Đảng ủy Khối`): that one."""
        if self._naming(organization) not in ("open", "field", "full") or self._at_centre(organization):
            return None
        if self._told_apart(organization, offset) or self._ends_in_nation(organization):
            return None
        best, first, taken = None, 0, -1
        brand = organization.kind == OTHER
        beside = self._beside(offset)
        for place, other in self._longer(organization):
            start = self._starts[place]
            if best is not None and start > offset and not brand and place not in (taken, beside):
                break
            shorter = brand and best is not None and len(other.name) <= len(best.name)
            if not shorter and (best is None or not _less_told(other, best)):
                best, first, taken = other, first or start, place
        if best is None:
            firm = organization.kind in COMPANIES and not self._is_bare_label(organization)
            return self._firm_in_full(organization) if firm else None
        if self._of_others(organization, offset, first):
            return None
        best = self._longest(best)
        if best.name == organization.name and best.parent is not None:
            return replace(best, parent=self.complete(best.parent, offset), rule="fuller-name")
        return replace(self.complete(best, offset, fuller=False) or best, rule="fuller-name")

    def _longest(self, best: Organization) -> Organization:
        """The only longer name that one begins which is itself told in short (``Bệnh viện Mắt [Hà Nội]``)."""
        if best.unit is not None or best.parent is not None:
            return best
        longer = {other.label: other for _, other in self._longer(best) if other.name != best.name}
        return next(iter(longer.values())) if len(longer) == 1 else best

    def _ends_in_nation(self, organization: Organization) -> bool:
        """Whether a name ends with the nation, and no firm's does: nothing of it is left out."""
        nation = self._lexicon.concept("region", "nation").label
        return organization.kind not in COMPANIES and organization.name.endswith(f" {nation}")

    def _at_centre(self, organization: Organization) -> bool:
        """Whether a name tells the centre of an association (``Trung ương Hội Hữu nghị X``), of no place."""
        central, whole = self._lexicon.concept("body", _CENTRAL).label, organization.parent
        if whole is None:
            return organization.name.startswith(f"{central} ")
        front = self._lexicon.concept("body", whole.kind).one("side") == "front"
        return front and whole.unit is None and organization.name.endswith(central)

    def _beside(self, offset: int) -> int | None:
        """The place of the next name in the sentence, which may be that of the office whose title is told.

        A title before its holder is none of an office told later.
        """
        if self._scan.roles.at(offset) is not None:
            return None
        place = bisect_right(self._starts, offset)
        near = place < len(self._starts) and self._starts[place] < self._scan.sentence(offset).end
        return place if near else None

    def _firm_in_full(self, firm: Organization) -> Organization | None:
        if firm not in self._firms:
            self._firms[firm] = in_full(self._scan, self._lexicon, firm)
        return self._firms[firm]

    @cached_property
    def _and(self) -> str:
        return self._lexicon.concept("cue", "and").label

    @cached_property
    def _people(self) -> frozenset[str]:
        return frozenset(fold(person.name) for person in self._scan.people if not person.short)

    @cached_property
    def _starts(self) -> list[int]:
        return [body.start for body in self._scan.bodies]

    @cached_property
    def _by_kind(self) -> dict[str, list[tuple[int, int, Organization]]]:
        """The organisations of the text by kind, each with the place of its body and its own in the chain."""
        found: dict[str, list[tuple[int, int, Organization]]] = {}
        for place, body in enumerate(self._scan.bodies):
            for depth, other in enumerate(chain(body.organization)):
                found.setdefault(other.kind, []).append((place, depth, other))
        return found

    def _longer(self, organization: Organization) -> list[tuple[int, Organization]]:
        """The longer names that a name may begin, in text order, each with the place of its body."""
        if organization not in self._longer_names:
            verdicts: dict[Organization, bool] = {}
            found: list[tuple[int, int, Organization]] = []
            for kind, told in self._by_kind.items():
                for place, depth, other in told if self._alike(kind, organization) else ():
                    if other not in verdicts:
                        verdicts[other] = self._extends(other, organization)
                    if verdicts[other]:
                        found.append((place, depth, other))
            found.sort(key=lambda each: each[:2])
            self._longer_names[organization] = [(place, other) for place, _, other in found]
        return self._longer_names[organization]

    def _of_others(self, organization: Organization, offset: int, first: int) -> bool:
        """Whether a bare `Sở` can't be one that the text names only further on, in another paragraph.

        A title or a lead tells in short what follows.
        """
        if organization.kind != _DEPARTMENT or first <= offset or not self._is_bare_label(organization):
            return False
        opens = self._scan.sentence(offset).kind is not BlockKind.PARAGRAPH
        return not opens and "\n" in self._scan.text.content[offset:first]

    def _told_apart(self, organization: Organization, offset: int) -> bool:
        """Whether brackets tell a name from those of the same name (``Trường Sư phạm (ĐH Huế)``)."""
        bodies = self._scan.bodies.within(offset, offset + _FAR)
        told = next((b for b in bodies if b.organization == organization), None)
        return told is not None and _OF_WHICH.match(self._scan.text.content, told.end) is not None

    def _alike(self, kind: str, short: Organization) -> bool:
        """Whether one of a kind can be meant by a name: a bare `Hội` or `Ủy ban` is any of its name."""
        if kind == short.kind:
            return True
        own, wanted = (self._lexicon.concept("body", k).one("side") for k in (kind, short.kind))
        if short.kind == OTHER:
            return kind in COMPANIES
        if short.kind not in _BARE_NAMES or not self._is_bare_label(short):
            return False
        return own == wanted or (wanted != "front" and kind not in CHAIRED)

    def _extends(self, other: Organization, short: Organization) -> bool:
        """Whether a name goes on another one; own words go on in capitals, or a verb was read with them."""
        if self._typed(other, short):
            return True
        longer = fold(other.name).startswith(f"{fold(short.name)} ")
        if longer and self._abroad(other.name[len(short.name) + 1 :]):
            return False
        if longer and fold(other.name[len(short.name) + 1 :]) in self._people:
            return False  # its holder's, named right behind it
        head = other.name.startswith(f"{short.name} ") and self._head_alone(short)
        open_ = head or self._is_bare_label(short)
        if longer and not open_ and not other.name[len(short.name) + 1].isupper():
            return False
        if short.kind == OTHER:
            return self._bears(other, short)
        if short.kind in COMPANIES and self._ends_so(other, short):
            return True
        longer = other.label.startswith(short.label + " ")
        return longer or (other.name == short.name and (other.unit is not None or other.parent is not None))

    @staticmethod
    def _typed(other: Organization, short: Organization) -> bool:
        """Whether the other name has its unit's type, too (``Bệnh viện đa khoa [tỉnh] Lâm Đồng``)."""
        unit = other.unit
        alone = unit is not None and unit.name and short.unit is None and short.parent is None
        return bool(alone) and unit is not None and fold(short.name) == fold(f"{other.name} {unit.name}")

    def _head_alone(self, short: Organization) -> bool:
        """Whether one word tells whose committee it is (``Đảng ủy Khối``): the rest may be in lower case."""
        label = short.name.rpartition(" ")[0] if short.kind == PARTY_COMMITTEE else ""
        return bool(label) and self._is_bare_label(replace(short, name=label))

    def _abroad(self, words: str) -> bool:
        """Whether the words that a name goes on with are another country's (``Cục Hàng không Mỹ``)."""
        hits = self._lexicon.scan_folded(fold(words), words)
        return any(not h.weak for h in hits.of("country"))

    def _bears(self, other: Organization, short: Organization) -> bool:
        """Whether a company is told by the last word of its name alone (``tổng giám đốc Mobifone``)."""
        brand, *numbers = short.name.split(" ")
        if syllable(brand) or not all(n.isdigit() for n in numbers) or other.unit is not None:
            return False
        folded = fold(other.name)
        kind = next((w for w in self._kinds_of(other) if folded.startswith(f"{fold(w)} ")), "")
        return bool(kind) and folded.endswith((f" {fold(short.name)}", f"-{fold(short.name)}"))

    def _ends_so(self, other: Organization, short: Organization) -> bool:
        """Whether a company's name is the kind and the last words of the other (`Công ty [xây dựng] X`)."""
        kind = next((w for w in self._kinds_of(short) if short.name.startswith(f"{w} ")), "")
        own = short.name[len(kind) + 1 :]
        longer = len(other.name) > len(short.name) and other.name.startswith(f"{kind} ")
        joint = not own.isupper() and other.name.endswith((f"- {own}", f" {self._and} {own}"))
        return bool(kind) and longer and own[:1].isupper() and other.name.endswith(f" {own}") and not joint

    def _kinds_of(self, organization: Organization) -> Sequence[str]:
        return self._lexicon.concept("body", organization.kind).strong

    def _naming(self, organization: Organization) -> str | None:
        return self._lexicon.concept("body", organization.kind).one("naming")

    def _is_bare_label(self, organization: Organization) -> bool:
        return fold(organization.name) == fold(self._lexicon.concept("body", organization.kind).label)
