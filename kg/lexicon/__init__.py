"""The vocabulary (SKOS, ``ontology/``) as a matcher: one scan of a text finds all surface forms.

Concepts are addressed as ``(scheme, key)``: ``https://w3id.org/dangbo/vocab/role/secretary`` is
``("role", "secretary")``.  Within a scheme a folded label names one concept, or the vocabulary is refused;
two schemes may share a label (``kế hoạch`` is a kind of document and the base of a percentage), because
each recogniser reads its own schemes.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property, lru_cache, partial

from kg.errors import VocabularyError
from kg.gazetteer import Gazetteer, UnitType
from kg.lexicon.concepts import PLACE, Concept, read_concepts
from kg.lexicon.hits import Hit, Hits, in_text
from kg.lexicon.matcher import Form, Matcher
from kg.model import Organization, Text, Unit
from kg.normalise import fold
from kg.resources import data_dir

__all__ = ["CODE_LISTS", "Concept", "Hit", "Hits", "Lexicon", "in_text", "lexicon", "read_concepts"]

_ACRONYM = 7
_WORDS = ("cue", "stop")
CODE_LISTS = frozenset(
    {
        *("assertion", "body-change", "finding", "outcome", "participation", "status", "step"),
        *("unit-change", "verdict"),
    }
)
_UNSCANNED = CODE_LISTS | {PLACE, "furniture", "paper", "surname", "name-abbreviation", "enterprise"}
_PLACE = Concept(PLACE, "name", "", "")


class Lexicon:
    """All surface forms of the vocabulary, and the gazetteer.

    Raises :class:`~kg.errors.VocabularyError` for a file that is not Turtle, a concept without its labels
    and for a label that two concepts of one scheme claim.
    """

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._concepts: dict[tuple[str, str], Concept] = {(c.scheme, c.key): c for c in concepts}
        self._schemes: dict[str, list[Concept]] = {}
        for concept in self._concepts.values():
            self._schemes.setdefault(concept.scheme, []).append(concept)
        self.gazetteer = Gazetteer(self._unit_types(), self._aliases())
        self._forms = self._all_forms()
        schemes = {form.concept.scheme for forms in self._forms.values() for form in forms}
        self._first = Matcher(self._forms_of(schemes.difference(_WORDS)))
        self._later = {scheme: Matcher(self._forms_of({scheme})) for scheme in _WORDS}

    def _forms_of(self, schemes: Set[str]) -> dict[str, list[Form]]:
        some = {
            label: [form for form in forms if form.concept.scheme in schemes]
            for label, forms in self._forms.items()
        }
        return {label: forms for label, forms in some.items() if forms}

    def _unit_types(self) -> dict[str, UnitType]:
        return {
            fold(c.label): UnitType(c.key, c.label, c.level or 0, (*c.strong, *c.weak))
            for c in self.scheme("unit-type")
            if c.level is not None
        }

    def _aliases(self) -> dict[str, str]:
        named = [(a, c.one("now") or c.label) for c in self.scheme(PLACE) for a in (*c.strong, *c.weak)]
        return {alias: name for alias, name in named if alias != name}

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The folded former names of units that go by another name now, each with its canonical spelling."""
        concepts = [c for c in self.scheme(PLACE) if c.one("now")]
        return {fold(alias): c.label for c in concepts for alias in (*c.strong, *c.weak)}

    def _all_forms(self) -> dict[str, list[Form]]:
        forms: dict[str, list[Form]] = defaultdict(list)
        for concept in self._concepts.values():
            grade = concept.one("label")
            if grade == "no" or concept.scheme in _UNSCANNED:
                continue
            for weak, labels in ((grade == "weak", concept.strong), (True, concept.weak)):
                for written in labels:
                    for label in _written(written):
                        _claim(forms[fold(label)], Form(concept, weak, _acronym(label)), label)
        for name in self.gazetteer.names((1, 2)):
            if len(name) > 1 and not name.isdigit():
                forms[name].append(Form(_PLACE, True, None))
        return forms

    def __iter__(self) -> Iterator[Concept]:
        return iter(self._concepts.values())

    def scheme(self, name: str) -> Iterator[Concept]:
        """The concepts of a scheme."""
        return iter(self._schemes.get(name, ()))

    def concept(self, scheme: str, key: str) -> Concept:
        """The concept, or :class:`~kg.errors.VocabularyError` when the vocabulary has none such."""
        try:
            return self._concepts[scheme, key]
        except KeyError:
            raise VocabularyError(f"{scheme}:{key}: no such concept; add it under ontology/") from None

    def follow(self, reference: str) -> Concept:
        """The concept that a property value ``scheme:key`` names."""
        scheme, _, key = reference.partition(":")
        return self.concept(scheme, key)

    @cached_property
    def _long_forms(self) -> dict[str, str]:
        schemes = ("abbreviation", "name-abbreviation")
        return {
            s: c.label for scheme in schemes for c in self.scheme(scheme) for s in c.strong if s != c.label
        }

    @cached_property
    def _enterprises(self) -> dict[str, Concept]:
        return {fold(form): c for c in self.scheme("enterprise") for form in c.strong if form != c.label}

    def enterprise(self, name: str) -> Concept | None:
        """The state enterprise that the press calls so in short (``Tập đoàn Dầu khí``, ``EVN``)."""
        return self._enterprises.get(fold(name))

    def written_out(self, name: str) -> str:
        """The name of an organisation with its abbreviated words written out.

        A weak short form is one only where it ends the name (``Cục Hàng không VN``, but ``VN Pharma``).
        """
        for short in self._spaced_forms:
            if short in name:
                name = f" {name} ".replace(f" {short} ", f" {self._long_forms[short]} ")[1:-1]
        words = [self._long_forms.get(word, word) for word in name.split(" ")]
        if len(words) > 1:
            words[-1] = self._last_forms.get(words[-1], words[-1])
        return " ".join(words)

    @cached_property
    def _spaced_forms(self) -> tuple[str, ...]:
        """The short forms of several words (``PT - TH``)."""
        return tuple(short for short in self._long_forms if " " in short)

    @cached_property
    def _last_forms(self) -> dict[str, str]:
        return {s: c.label for c in self.scheme("name-abbreviation") for s in c.weak}

    @cached_property
    def _never_bare(self) -> frozenset[str]:
        return frozenset(c.label for c in self.scheme(PLACE) if c.one("fullName"))

    def leaves_out_type(self, concept: Concept, unit: Unit) -> bool:
        """Whether an organisation of this kind takes the unit's bare name (``Tỉnh ủy Phú Thọ``)."""
        return concept.one("naming") == "bare" and unit.name not in self._never_bare

    def committee_of(self, unit: Unit) -> Organization:
        """The party committee of a unit, named as its level names it; the unit must have a type."""
        reference = self.concept("unit-type", unit.type).one("committee")
        concept = self.follow(reference or "body:grassroots-party-committee")
        bare = self.leaves_out_type(concept, unit)
        return Organization(concept.key, concept.label, unit, bare_unit=bare, level=unit.level)

    def begins_compound(self, folded: str, start: int, key: str | None = None) -> bool:
        """Whether words of ``stop`` with a blank or mark in them (of one concept, or any) stand at ``start``.

        Tells without a scan where none can be, as hardly anywhere; whole words only the scan knows.
        """
        return folded.startswith(_compounds(self, key).get(folded[start], ()), start)

    def scan(self, text: Text) -> Hits:
        """Every surface form of the vocabulary in the text, overlapping ones too."""
        return self.scan_folded(text.folded, text.content)

    def scan_folded(self, folded: str, content: str) -> Hits:
        """Like :meth:`scan`, for a folded text and the canonical one that it folds."""
        later = {scheme: partial(matcher.hits, folded, content) for scheme, matcher in self._later.items()}
        return Hits(self._first.hits(folded, content), later)


def _written(label: str) -> Iterator[str]:
    """A label, and as it stands where a blank beside its dashes is left out (``Kinh tế-Ngân sách``)."""
    yield label
    if " - " in label:
        yield from (label.replace(" - ", dash) for dash in ("-", "- ", " -"))


def _acronym(label: str) -> str | None:
    """A short label in capitals must be written in capitals in the text too."""
    return label if len(label) <= _ACRONYM and label.isupper() else None


def _claim(claimed: list[Form], form: Form, label: str) -> None:
    for other in claimed:
        if other.concept.scheme == form.concept.scheme and other.acronym == form.acronym:
            if other.concept.key == form.concept.key:
                return
            raise VocabularyError(
                f"{form.concept.scheme}: the label {label!r} names both {other.concept.key} and"
                f" {form.concept.key}; keep it on one of them or on a broader concept"
            )
    claimed.append(form)


@lru_cache(maxsize=16)
def _compounds(lexicon: Lexicon, key: str | None) -> dict[str, tuple[str, ...]]:
    """The forms of ``stop`` that are more than one word, folded, by their first letter."""
    concepts = (c for c in lexicon.scheme("stop") if key in (None, c.key))
    words = {fold(form) for concept in concepts for form in (*concept.strong, *concept.weak)}
    several = [word for word in words if not word.isalnum()]
    return {first: tuple(w for w in several if w[0] == first) for first in {w[0] for w in several}}


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The vocabulary that the package carries, loaded once for a process."""
    collecting = gc.isenabled()
    gc.disable()  # of what is loaded nothing is garbage, and to look for some takes as long as much of it
    try:
        return Lexicon(read_concepts(data_dir("ontology")))
    finally:
        gc.freeze()
        if collecting:
            gc.enable()
