"""The words of a clause around a number: its lead, its name, what is counted, what it is compared with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan
from kg.normalise import fold, modern
from kg.relate.clause_grammar import CHANGES, countable, grammar, of_words, voting
from kg.relate.periods import period_pattern
from kg.relate.quantities import Quantity

PAUSE = re.compile(r"[\s,\-–+*•\"“”'(:]+$")
LEAD = re.compile(r"[\s,\-–+*•\"“”'():.]+")
HARD = re.compile(r"[;:\n]|\.\s|\.{3}|…")
LIST = re.compile(r"^(?:\s?\([^()]*\))?[\s,;]*$")
WORD = re.compile(r"\S+")
PART_END = re.compile(r"[,;.()\n]")
SHARE_END = re.compile(r"[;.()\n]")
NAME_WORDS, ELLIPSIS_WORDS, TAIL_WORDS, SHARE_WORDS = 16, 9, 7, 14
LONG_SHARE = 24
WINDOW = 40
AMOUNTS = ("money", "physical")
LONG = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """A number with what it measures.

    ``start:end`` is the evidence, ``clause_start:clause_end`` the stretch in which a period belongs to this
    number.  ``unit`` carries the comparison.  ``origin`` says that this is where a change began.
    """

    quantity: Quantity
    rule: str
    name: str
    unit: str
    start: int
    end: int
    clause_start: int
    clause_end: int
    concept: str | None = None
    base: str = ""
    origin: bool = False
    action: str = ""
    head: str = ""


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before a number: what is left of them, the change, and what was stripped."""

    start: int
    end: int
    change: str
    reached: bool
    giving: bool
    got: bool
    origin: bool

    @property
    def verbal(self) -> bool:
        """Whether a verb of reaching or changing stands before the number."""
        return self.reached or bool(self.change)


class ClauseWords:
    """Reads words around the numbers of one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._content = scan.text.content
        self._folded = scan.text.folded
        self._lexicon = lexicon
        self._grammar = grammar(lexicon)

    def _acted(self, start: int, dimension: str) -> bool:
        """Whether a place or organisation that can act stands before a verb somewhere in the text."""
        if dimension in ("party", "document"):
            return True
        before = start + 1
        return bool(self._scan.units.last_before(before) or self._scan.bodies.last_before(before))

    def _scan_concept(self, phrase: str) -> str | None:
        wanted = fold(phrase)
        for concept in self._lexicon.scheme("indicator"):
            if wanted in map(fold, concept.strong):
                return concept.key
        return None

    def _named_before(self, begin: int, end: int) -> bool:
        """Whether what looks like a verb is the end of an indicator's name (``tổng mức đầu tư``)."""
        hits = self._scan.hits_within(max(0, begin - 24), end, "indicator")
        return any(h.start < begin and h.end >= end for h in hits)

    def _clause_start(self, after: int, before: int) -> int:
        start = after
        for match in HARD.finditer(self._folded, after, before):
            start = match.end()
        return start

    def _lead(self, start: int, quantity: Quantity) -> Lead:
        """Strip verbs and fillers from the end of the words before a number."""
        end, change, reached, giving = quantity.before, "", False, False
        origin = got = False
        for _ in range(8):
            stop = PAUSE.search(self._folded[max(start, end - WINDOW) : end])
            trimmed = end - (len(stop.group()) if stop else 0)
            window = self._folded[max(start, trimmed - WINDOW) : trimmed]
            match = self._grammar.strip.search(window)
            if match is None:
                end = trimmed
                break
            kinds = self._grammar.functions[match.group()]
            found = next((c for c in CHANGES if c in kinds), "")
            if found and (change or (reached and found != "exceed")):
                change = change if change else ""
            elif found:
                change = found
            reached = reached or "reach" in kinds
            giving = giving or match.group() in self._grammar.giving
            got = got or match.group() in self._grammar.got
            origin = origin or self._grammar.origin.search(match.group()) is not None
            end = trimmed - len(window) + match.start()
        return Lead(start, max(start, end), change, reached, giving, got, origin)

    def _place_ends(self, offset: int) -> bool:
        unit = self._scan.units.last_before(offset)
        body = self._scan.bodies.last_before(offset)
        return any(m is not None and 0 <= offset - m.end <= 1 for m in (unit, body))

    def _head(self, start: int, end: int) -> tuple[int, str] | None:
        """The leftmost head in ``start:end``: a known indicator or a word that heads indicators."""
        hits = self._scan.hits_within(start, end, "indicator")
        word = self._grammar.head.search(self._folded, start, end)
        options: list[tuple[int, int]] = [(h.start, h.end) for h in hits[:1]]
        if word is not None:
            options.append((word.start(), word.end()))
        if not options:
            return None
        begin, stop = min(options, key=lambda o: (o[0], -o[1]))
        return begin, modern(self._content[begin:stop]).lower()

    def _public(self, concept: str | None) -> bool:
        """Whether a concept is one that only places and public bodies have."""
        return concept is not None and self._lexicon.concept("indicator", concept).one("public") is not None

    def _concept(self, start: int, end: int) -> str | None:
        hits: list[Hit] = self._scan.hits_within(start, end, "indicator")
        if not hits:
            return None
        return max(hits, key=lambda h: (h.end - h.start, -h.start)).concept.key

    def _blank(self, lead: Lead) -> bool:
        """Whether nothing but pauses, brackets and periods is left before the number."""
        if LIST.match(self._folded[lead.start : lead.end]) is not None:
            return True
        short = lead.end - lead.start < WINDOW
        return short and not self._clean(lead.start, lead.end)

    def _noun_start(self, quantity: Quantity) -> int:
        """Where the counted thing's words begin, after digits and blanks."""
        place = quantity.start
        if quantity.total is not None:
            return quantity.end - len(quantity.unit.partition(" ")[2])
        match = re.compile(r"[\d.,/\s–-]+").match(self._folded, place)
        return match.end() if match else place

    def _noun(self, quantity: Quantity, limit: int) -> tuple[str, int]:
        """The counted thing with the words that belong to it, and where they end."""
        if quantity.dimension == "money":
            return quantity.unit, quantity.end
        physical = quantity.dimension in ("physical", "small")
        start = quantity.end if physical else self._noun_start(quantity)
        floor = max(start, quantity.end)
        end = self._limit(floor, limit, TAIL_WORDS, self._grammar.tail_stop)
        if quantity.measure is None:
            end = self._limit(start, limit, 3, self._grammar.tail_stop)
        name = self._clean(start, end, trim=False)
        if quantity.comparator in (">=", "<="):
            name = self._grammar.more.sub("", name).strip()
        return name, max(end, quantity.end)

    def _limit(self, start: int, limit: int, count: int, stop: re.Pattern[str]) -> int:
        """The end of at most ``count`` words from ``start``, before what ends them."""
        match = stop.search(self._folded, start, limit)
        end = match.start() if match else limit
        for number, word in enumerate(WORD.finditer(self._folded, start, end)):
            if number == count:
                return word.start()
        return end

    def _of(self, end: int) -> int:
        return end + 1 if self._folded.startswith(" ", end) else end

    def _counted(self, start: int) -> bool:
        """Whether a word that things are counted in begins here."""
        return any(
            self._folded.startswith(label, start)
            and not self._folded[start + len(label) : start + len(label) + 1].isalnum()
            for label in countable(self._lexicon)
        )

    def _votes(self, start: int) -> bool:
        """Whether votes or those who cast them are counted here."""
        return any(self._folded.startswith(label, start) for label in voting(self._lexicon))

    def _skip(self, start: int, end: int) -> int:
        match = LEAD.match(self._folded, start, end)
        return match.end() if match else start

    def _clean(self, start: int, end: int, *, trim: bool = True) -> str:
        """The words of a name without periods, places and punctuation; ``trim`` takes fillers off its end."""
        start = self._skip(start, end)
        text = self._content[start:end]
        parts: list[str] = []
        place = start
        for begin, stop in self._dropped(start, end):
            if begin < place:
                continue
            parts.append(self._content[place:begin])
            place = stop
        parts.append(self._content[place:end])
        text = modern(" ".join("".join(parts).split())).strip(" ,-–:\"“”'(")
        text = self._grammar_trim(text) if trim else text
        if text and not text[:3].isupper():
            text = text[0].lower() + text[1:]
        return text

    def _dropped(self, start: int, end: int) -> list[tuple[int, int]]:
        periods = period_pattern(self._lexicon).finditer(self._folded, start, end)
        out = [(match.start(), match.end()) for match in periods]
        for mention in self._scan.units.within(start, end):
            begin = mention.start
            before = of_words(self._lexicon).search(self._folded[start:begin])
            if before is None or mention.end > end:
                continue
            if mention.unit.name or before.group().strip():
                out.append((start + before.start(), mention.end))
        return sorted(out)

    def _grammar_trim(self, text: str) -> str:
        for _ in range(3):
            match = self._grammar.strip.search(fold(text))
            if match is None or "filler" not in self._grammar.functions[match.group()]:
                return text
            text = text[: match.start()].rstrip(" ,")
        return text

    def _base(self, end: int, limit: int) -> tuple[str, int] | None:
        """The base of a comparison after a number: its words and where they end."""
        match = self._grammar.base.match(self._folded, end)
        if match is None:
            return None
        stop = self._grammar.base_stop.search(self._folded, match.end(), limit)
        last = stop.start() if stop else limit
        words_ = self._content[end:last].split()
        if len(words_) > 12:
            return None
        return modern(" ".join(words_)), last

    def _unit(self, quantity: Quantity, lead: Lead, base: str, rule: str, noun: str) -> str:
        unit = quantity.unit
        if not unit:
            return " ".join(noun.split()[:2]).lower()
        base = self._canonical_base(base)
        change = self._grammar.change_words.get(lead.change, "")
        if quantity.percent or (quantity.measure is not None and quantity.measure.key == "times"):
            symbol = unit.removesuffix(quantity.denominator)
            if lead.change == "exceed":
                base = base.removeprefix(self._grammar.compare + " ")
            text = f"{symbol} {change} {base}" if change else f"{symbol} {base}"
            text = " ".join(text.split())
            return text + quantity.denominator
        if base and lead.change in ("rise", "fall"):
            return f"{unit} {change} {base}"
        return unit.lower() if quantity.dimension not in ("money", "physical", "small") else unit

    def _canonical_base(self, base: str) -> str:
        folded = fold(base)
        compare = self._grammar.compare
        short = compare.split()[0]
        if folded.startswith(short + " ") and not folded.startswith(compare):
            return compare + base[len(short) :]
        if folded.startswith(self._lexicon.concept("change", "same-period").label):
            return f"{compare} {base}"
        return base

    def _reading(
        self,
        quantity: Quantity,
        lead: Lead,
        limit: int,
        rule: str,
        name: str,
        begin: int,
        *,
        end: int | None = None,
        concept: str | None = None,
        action: str = "",
        noun: str = "",
        head: str = "",
        share: bool = False,
    ) -> Reading:
        stop = quantity.end if end is None else end
        base = None if share else self._base(stop, limit)
        if base is not None:
            stop = base[1]
        unit = self._unit(quantity, lead, base[0] if base else "", rule, noun)
        clause_end = self._limit(stop, limit, 40, re.compile(r"[;\n]"))
        return Reading(
            quantity,
            rule,
            name,
            unit,
            min(begin, quantity.before),
            stop,
            lead.start,
            clause_end,
            concept or self._scan_concept(name),
            base[0] if base else "",
            lead.origin,
            action,
            head,
        )

    def _twin(self, reading: Reading, quantity: Quantity) -> Reading:
        return Reading(
            quantity,
            reading.rule,
            reading.name,
            reading.unit,
            reading.start,
            reading.end,
            reading.clause_start,
            reading.clause_end,
            reading.concept,
            reading.base,
        )
