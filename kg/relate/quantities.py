"""Numbers with a measure: value, comparator, measure, denominator, ranges and fractions.

Vietnamese writes a stop between thousands and a comma before decimals; three digits after a stop are
thousands (``3.842`` is 3842), other digits after it decimals (``12.5``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.lexicon import Concept, Lexicon
from kg.mention import Mention, Scan
from kg.normalise import fold, modern
from kg.patterns import whole_words
from kg.relate.quantity_grammar import NUMBER, SCALED, QuantityGrammar, quantity_grammar

_GOAL = re.compile(rf"(?:{NUMBER})(?![.,]?\d)")
_DIGITS = re.compile(r"\d+")
_ENDED = re.compile(r"[,);.]|\s\(")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?$")
_COUNT_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+$")
_COUNTED = frozenset({"people", "party", "count"})
_PARTED = frozenset({"plan", "count"})
"""What is told as a part of all there are, where both are named (``20 chỉ tiêu/21 chỉ tiêu``)."""
_MONEY = frozenset({"money"})
_DAYS = 31
_AFTER = 48
_TOTAL = 20_000
_THOUSAND = 1_000
_SHORT = re.compile(r"\s\(([A-ZĐ]{2,6})\)")
_MEMBER = "party-member"
_PERCENTAGES = frozenset({"percent", "percentage-point"})


@dataclass(frozen=True, slots=True)
class Quantity(Mention):
    """A number and what it counts.

    ``start:end`` is number, measure and denominator; ``before`` is where the comparator begins.  ``unit``
    is the measure as the tables write it, with a denominator (``triệu đồng/người/năm``) or a total
    (``/25 chỉ tiêu``).  ``goal`` says that this is what was planned, written after what was reached
    (``45.799/36.875 tỷ đồng``).  ``ranked`` says that it is a place among so many (``thứ 31/63 tỉnh``).
    ``measure`` is ``None`` for things that the vocabulary does not list.
    """

    before: int
    value: Decimal
    comparator: str
    measure: Concept | None
    unit: str
    denominator: str = ""
    total: int | None = None
    bounded: bool = False
    bare: bool = False
    goal: bool = False
    ranked: bool = False

    @property
    def dimension(self) -> str:
        """What kind of measure this is: ``ratio``, ``money``, ``physical``, ``people``, and so on."""
        return (self.measure.one("dimension") or "") if self.measure is not None else ""

    @property
    def percent(self) -> bool:
        """Whether this is a percentage or a difference of percentages."""
        return self.measure is not None and self.measure.key in _PERCENTAGES


def number(digits: str, *, counted: bool = False) -> Decimal:
    """The value of digits as the press writes them; ``counted`` things have no decimals."""
    if _THOUSANDS.match(digits) or (counted and _COUNT_THOUSANDS.match(digits)):
        whole = digits.replace(".", "") if _THOUSANDS.match(digits) else digits.replace(",", "")
        return Decimal(whole.replace(",", "."))
    return Decimal(digits.replace(",", "."))


def quantities(scan: Scan, lexicon: Lexicon) -> Iterator[Quantity]:
    """Every number of the text that has a measure, in text order; a range gives its two bounds.

    A number without a measure of the vocabulary is given too, if a lower-case word follows (its ``measure``
    is ``None`` and its ``unit`` empty): a verb may tell that it counts something.
    """
    grammar = quantity_grammar(lexicon)
    short = dict(_explained(scan, grammar))
    if short:
        explained = re.compile(rf"\s?({whole_words(short)})")
        grammar = replace(grammar, explained=explained, concepts={**grammar.concepts, **short})
    found = [*_in_digits(scan, grammar), *_in_words(scan, grammar)]
    found.sort(key=lambda q: (q.start, q.end))
    for index, quantity in enumerate(found):
        yield _of_the_party(quantity, found[max(0, index - 1) : index + 2], scan, grammar)


def _explained(scan: Scan, grammar: QuantityGrammar) -> Iterator[tuple[str, Concept]]:
    """The abbreviations in brackets behind a measure (``288 đảng viên (ĐV) mới``), folded."""
    for match in _SHORT.finditer(scan.text.content):
        label = grammar.named.search(scan.text.folded, max(0, match.start() - _AFTER), match.start())
        if label is not None and len(label.group().split()) == len(match[1]):
            yield fold(match[1]), grammar.concepts[label.group()]


def _of_the_party(
    quantity: Quantity, beside: list[Quantity], scan: Scan, grammar: QuantityGrammar
) -> Quantity:
    """A count of organisations as one of the party's, where its members are counted beside it.

    ``kiểm tra 3 tổ chức và 8 đảng viên``.
    """
    whole = grammar.organisation
    if quantity.measure is None or quantity.measure == whole or quantity.dimension != "count":
        return quantity
    if not any(fold(label).startswith(f"{quantity.unit} ") for label in whole.strong):
        return quantity
    for other in beside:
        low, high = min(quantity.end, other.end), max(quantity.before, other.before)
        members = other.measure is not None and other.measure.key == _MEMBER
        if members and grammar.joined.fullmatch(scan.text.folded, low, high):
            return replace(quantity, measure=whole)
    return quantity


def _in_words(scan: Scan, grammar: QuantityGrammar) -> Iterator[Quantity]:
    """Small numbers in words before things of the party (``hai đảng viên``)."""
    for match in grammar.spelled.finditer(scan.text.folded):
        concept = grammar.concepts[match["measure"]]
        value = grammar.values[match["word"]]
        yield Quantity(match.start(), match.end(), match.start(), value, "=", concept, match["measure"])


def _in_digits(scan: Scan, grammar: QuantityGrammar) -> Iterator[Quantity]:
    folded = scan.text.folded
    place = 0
    found: list[Quantity]
    for match in _starts(folded, grammar):
        if match.start() < place:
            continue
        fraction = grammar.fraction.match(folded, match.start())
        ranked = False
        if grammar.ordinal.search(folded, max(0, match.start() - 16), match.start()):
            ranked = grammar.ranks.search(folded, max(0, match.start() - _AFTER), match.start()) is not None
            if fraction is None or not ranked:
                continue
        if fraction is not None:
            found = [replace(q, ranked=ranked) for q in _fraction(scan, fraction, grammar)]
        elif _is_date(scan, match.start()):
            continue
        else:
            found = list(_plain(scan, match, grammar))
        yield from found
        place = max([place, *(q.end for q in found)])


def _starts(folded: str, grammar: QuantityGrammar) -> Iterator[re.Match[str]]:
    """Every number or range; tried only where digits begin."""
    place = 0
    for digits in _DIGITS.finditer(folded):
        match = grammar.start.match(folded, digits.start()) if digits.start() >= place else None
        if match is not None:
            place = match.end()
            yield match


def _is_date(scan: Scan, start: int) -> bool:
    return scan.dates.covering(start) is not None


def _fraction(scan: Scan, match: re.Match[str], grammar: QuantityGrammar) -> Iterator[Quantity]:
    part, total = number(match["part"]), number(match["total"])
    measure = grammar.measure.match(scan.text.folded, match.end())
    if measure is None and grammar.explained is not None:
        measure = grammar.explained.match(scan.text.folded, match.end())
    short = measure is not None and measure.re is grammar.explained
    if (
        measure is None
        or (not short and (measure["scale"] or measure["brief"]))
        or total < 2
        or (total > _TOTAL and part <= total)
        or _is_date(scan, match.start())
    ):
        return
    concept = grammar.concepts[measure[1] if short else measure["measure"]]
    if concept.one("dimension") in ("ratio", "small"):
        return
    surface = concept.label if short else modern(scan.text.content[measure.start("measure") : measure.end()])
    if part > total:
        if part > _DAYS and concept.one("dimension") in SCALED | _MONEY:
            reached = Quantity(
                match.start(), measure.end(), match.start(), part, "=", concept, _plain_unit(concept, surface)
            )
            yield reached
            yield replace(reached, value=total, goal=True)
        return
    unit = f"/{match['total'].lstrip('0')} {surface.lower()}"
    yield Quantity(match.start(), measure.end(), match.start(), part, "=", concept, unit, total=int(total))


def _plain_unit(concept: Concept, surface: str) -> str:
    """A unit without a total: the measure's own label for money and sizes, else the words of the text."""
    listed = concept.one("dimension") in _MONEY or concept.one("dimension") == "physical"
    return concept.label if listed else surface.lower()


def _plain(scan: Scan, match: re.Match[str], grammar: QuantityGrammar) -> Iterator[Quantity]:
    folded = scan.text.folded
    high, low = match["high"], match["low"]
    if high is not None:
        upper = _measured(scan, match.start(), match.end(), grammar)
        if upper is not None and upper.measure is not None and number(low) < number(high):
            counted = _whole(upper, grammar)
            before, _ = _comparator(folded, match.start(), upper.end, grammar)
            base = replace(upper, start=match.start(), before=before, bounded=True)
            times = _factor(upper)
            yield replace(base, value=number(low, counted=counted) * times, comparator=">=")
            yield replace(base, value=number(high, counted=counted) * times, comparator="<=")
            return
    end = match.start() + len(low)
    mixed = grammar.mixed.match(folded, match.start())
    read = _measured(scan, match.start(), mixed.end() if mixed is not None else end, grammar)
    if read is None:
        return
    before, sign = _comparator(folded, match.start(), read.end, grammar)
    each = sign == ">" or grammar.average.search(folded, max(0, match.start() - _AFTER), match.start())
    if low == "1" and each and read.dimension == "physical":
        return  # the rate of something: per hectare
    more = grammar.more.match(folded, read.end)
    if more is not None:
        read = replace(read, end=more.end())
        sign = ">=" if more["more"] else "<="
    value = number(low, counted=_whole(read, grammar) and read.unit in grammar.concepts) * _factor(read)
    if read.dimension == "people" and value >= _THOUSAND and grammar.millions.match(read.unit) is not None:
        value /= _THOUSAND  # the stop is a comma (``4.532 triệu lượt khách``)
    if mixed is not None:
        value = (Decimal(mixed["millions"]) * _THOUSAND + Decimal(mixed["thousands"])) * _factor(read)
    if read.measure is not None and read.measure.key == "billion-dong":
        rest = grammar.rest.match(folded, read.end)
        if rest is not None:
            read, value = replace(read, end=rest.end()), value + Decimal(rest["rest"]) / 1000
        dollars = grammar.dollars.match(folded, read.end)
        if dollars is not None:
            whole = grammar.billion_dollars
            read = replace(read, end=dollars.end(), measure=whole, unit=whole.label)
            value += Decimal(dollars["rest"]) / _THOUSAND
    reached = replace(read, start=match.start(), before=before, value=value, comparator=sign)
    goal = _planned_for(scan, read, grammar) if high is None else None
    if goal is not None and value <= goal.value and goal.dimension in _PARTED:
        total = f"/{goal.value} {goal.unit}"
        yield replace(reached, end=goal.end, unit=total, total=int(goal.value))
        return
    yield reached
    if goal is None:
        return
    yield replace(goal, start=match.start(), before=before, goal=True)


def _planned_for(scan: Scan, read: Quantity, grammar: QuantityGrammar) -> Quantity | None:
    """What was planned, after what was reached (``2.150 đảng viên/2.000 đảng viên``)."""
    if not scan.text.folded.startswith("/", read.end):
        return None
    match = _GOAL.match(scan.text.folded, read.end + 1)
    planned = _measured(scan, match.start(), match.end(), grammar) if match is not None else None
    if match is None or planned is None or planned.measure is None or planned.measure != read.measure:
        return None
    value = number(match.group(), counted=planned.dimension in _COUNTED)
    return replace(planned, value=value * _factor(planned), comparator="=")


def _whole(quantity: Quantity, grammar: QuantityGrammar) -> bool:
    """Whether things are counted one by one, not by the thousand or million (``1,641 triệu người``)."""
    return quantity.dimension in _COUNTED and grammar.scale.match(quantity.unit) is None


def _factor(quantity: Quantity) -> int:
    """What a measure's name multiplies by: thousands of billions are counted in billions."""
    return int(quantity.measure.one("factor") or 1) if quantity.measure is not None else 1


def _measured(scan: Scan, start: int, end: int, grammar: QuantityGrammar) -> Quantity | None:
    """The measure after a number that ends at ``end``, with its denominator."""
    folded = scan.text.folded
    if grammar.figures.match(folded, end) is not None:
        return None
    match = grammar.measure.match(folded, end)
    if match is None and grammar.explained is not None:
        match = grammar.explained.match(folded, end)
    if match is None:
        if (
            folded.startswith(" ", end)
            and folded[end + 1 : end + 2].isalpha()
            and (scan.text.content[end + 1].islower())
        ):
            return Quantity(end, end, end, Decimal(0), "=", None, "")
        if _ENDED.match(folded, end) and _parted(folded, start, end, grammar):
            return Quantity(end, end, end, Decimal(0), "=", None, "", bare=True)
        return None
    short = match.re is grammar.explained
    concept = grammar.concepts[match[1] if short else match["scaled"] or match["measure"] or match["brief"]]
    dimension = concept.one("dimension") or ""
    spaced = folded[end : end + 1] == " "
    if not spaced and dimension not in ("ratio", "physical", "small", "money"):
        return None
    listed = dimension in ("ratio", "money", "physical", "small", "score")
    base = concept.one("of")
    label = _label(base, grammar) if base else concept.label
    unit = label if short or (listed and not match["scale"]) else _small(scan.text.content[end : match.end()])
    denominator, stop = _denominator(folded, match.end(), grammar, dimension)
    return Quantity(end, stop, end, Decimal(0), "=", concept, unit + denominator, denominator)


def _small(surface: str) -> str:
    """The words of a measure in lower case but for acronyms (``dự án FDI``)."""
    return modern(" ".join(w if len(w) > 1 and w.isupper() else w.lower() for w in surface.split()))


def _label(reference: str, grammar: QuantityGrammar) -> str:
    """The label of the measure that a property names."""
    return next(c.label for c in grammar.concepts.values() if f"{c.scheme}:{c.key}" == reference)


def _parted(folded: str, start: int, end: int, grammar: QuantityGrammar) -> bool:
    """Whether a bare number is a part of a count: in brackets, or after a measure of discipline."""
    return grammar.discipline.search(folded[max(0, start - 16) : start]) is not None or _in_brackets(
        folded, end
    )


def _in_brackets(folded: str, offset: int) -> bool:
    """Whether brackets stand open at ``offset``, not far before."""
    opened = folded.rfind("(", max(0, offset - 120), offset)
    return opened > folded.rfind(")", max(0, offset - 120), offset)


def _denominator(folded: str, end: int, grammar: QuantityGrammar, dimension: str) -> tuple[str, int]:
    if dimension not in ("ratio", "money", "physical", "people", "party", "count", "score"):
        return "", end
    match = grammar.denominator.match(folded, end)
    if match is None:
        yearly = grammar.yearly.match(folded, end) if dimension == "ratio" else None
        return ("/" + yearly["year"], yearly.end()) if yearly is not None else ("", end)
    if match["per"]:
        return re.sub(r"\s*/\s*", "/", match["per"]), match.end()
    return "/" + match["word"].rpartition(" ")[2], match.end()


def _comparator(folded: str, start: int, end: int, grammar: QuantityGrammar) -> tuple[int, str]:
    """Where the comparator before a number at ``start:end`` begins, and its sign.

    ``cao hơn 5%`` is a bound, ``cao hơn 5% so với năm 2015`` a rise.
    """
    window = folded[max(0, start - _AFTER) : start]
    found = [(m.start(), sign) for sign, pattern in grammar.before if (m := pattern.search(window))]
    if not found:
        return start, "="
    begin, sign = min(found, key=lambda f: f[0])
    change = grammar.comparing.search(window) if sign == ">" else None
    if change is None or change.start() >= begin:
        return start - len(window) + begin, sign
    if grammar.based.match(folded, end) is not None:
        return start, "="
    return start - len(window) + change.start(), sign
