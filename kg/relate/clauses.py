"""The clause around a number: what it measures, how it changed, what it is compared with.

Read backwards from the number: comparator, fillers and verbs are stripped (``tăng``, ``ước đạt``), what
remains names the indicator.  Read forwards: the base of a comparison (``so với cùng kỳ``) or the counted
thing's own words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan
from kg.normalise import fold, modern
from kg.relate.quantities import Quantity
from kg.relate.wording import alternation, ending, finder, words

_CUES = "indicator-cue"
_CHANGES = ("rise", "fall", "exceed", "multiply")
_STRIPPED = ("reach", *_CHANGES, "filler", "above", "about", "at-least", "at-most", "below")
_PAUSE = re.compile(r"[\s,\-–+*•\"“”'(:]+$")
_LEAD = re.compile(r"[\s,\-–+*•\"“”'():.]+")
_HARD = re.compile(r"[;:\n]|\.\s|\.{3}|…")
_LIST = re.compile(r"^[\s,;]*$")
_WORD = re.compile(r"\S+")
_NAME_WORDS, _ELLIPSIS_WORDS, _TAIL_WORDS, _SHARE_WORDS = 16, 9, 7, 14
_WINDOW = 40
_FOREIGN = 4


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
class _Lead:
    """The words before a number: what is left of them, the change, and what was stripped."""

    start: int
    end: int
    change: str
    reached: bool
    giving: bool
    origin: bool

    @property
    def verbal(self) -> bool:
        """Whether a verb of reaching or changing stands before the number."""
        return self.reached or bool(self.change)


@dataclass(frozen=True, slots=True)
class _Grammar:
    strip: re.Pattern[str]
    functions: dict[str, frozenset[str]]
    base: re.Pattern[str]
    base_stop: re.Pattern[str]
    head: re.Pattern[str]
    weak_head: re.Pattern[str]
    action: re.Pattern[str]
    action_anywhere: re.Pattern[str]
    possess: re.Pattern[str]
    tail_stop: re.Pattern[str]
    excluded: re.Pattern[str]
    compare: str
    change_words: dict[str, str]
    to: frozenset[str]
    origin: re.Pattern[str]
    giving: frozenset[str]


@lru_cache(maxsize=4)
def _grammar(lexicon: Lexicon) -> _Grammar:
    functions: dict[str, set[str]] = {}
    for function in _STRIPPED:
        for word in words(lexicon, _CUES, function):
            functions.setdefault(word, set()).add(function)
    any_word = "|".join(re.escape(w) for w in sorted(functions, key=lambda w: (-len(w), w)))
    return _Grammar(
        strip=re.compile(rf"(?<!\w)(?:{any_word})$"),
        functions={word: frozenset(kinds) for word, kinds in functions.items()},
        base=re.compile(rf"\s(?:{alternation(lexicon, _CUES, 'base')})(?!\w)"),
        base_stop=re.compile(rf"[,;.()\n:\"”]|\s(?:{alternation(lexicon, _CUES, 'clause')})(?!\w)|\s\d[\d.,]*\s?%"),
        head=finder(lexicon, _CUES, "head"),
        weak_head=finder(lexicon, _CUES, "weak-head"),
        action=ending(lexicon, _CUES, "action", "rise", "fall"),
        action_anywhere=finder(lexicon, _CUES, "action"),
        possess=ending(lexicon, _CUES, "possess"),
        tail_stop=re.compile(rf"[,;.()\n:\"”…]|\s(?:{alternation(lexicon, _CUES, 'tail-stop')})(?!\w)|\s\d"),
        excluded=finder(lexicon, _CUES, "excluded"),
        compare=lexicon_compare(lexicon),
        change_words={
            "rise": lexicon.concept("change", "rise").label,
            "fall": lexicon.concept("change", "fall").label,
            "exceed": lexicon.concept("change", "exceed").label,
            "multiply": lexicon.concept("change", "multiply").label,
        },
        to=frozenset(words(lexicon, _CUES, "to")),
        origin=ending(lexicon, _CUES, "origin"),
        giving=frozenset(words(lexicon, _CUES, "giving")),
    )


def lexicon_compare(lexicon: Lexicon) -> str:
    """The words that a canonical comparison begins with (``so với``)."""
    return lexicon.concept("change", "compared-with").label


class Clauses:
    """Reads the numbers of one text, sentence by sentence."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        self._scan = scan
        self._content = scan.text.content
        self._folded = scan.text.folded
        self._lexicon = lexicon
        self._grammar = _grammar(lexicon)

    def foreign(self) -> bool:
        """Whether the article is about something else: crime, accidents, sport, illness."""
        found = {m.group() for m in self._grammar.excluded.finditer(self._folded)}
        return len(found) >= _FOREIGN and not self._scan.hits_within(0, len(self._folded), "indicator")

    def read(self, found: Sequence[Quantity]) -> list[Reading]:
        """The numbers of one sentence that are indicators, in order."""
        if not found:
            return []
        sentence = self._scan.sentence(found[0].start)
        out: list[Reading] = []
        previous: Reading | None = None
        after = sentence.start
        for index, quantity in enumerate(found):
            limit = self._limit_of(found, index, sentence.end)
            limit = max(limit, quantity.end)
            twin = out[-1] if out and out[-1].quantity.start == quantity.start else None
            if twin is not None:
                reading: Reading | None = self._twin(twin, quantity)
            else:
                reading = self._one(quantity, after, limit, previous)
            if reading is not None and self._excluded(reading, sentence.start, sentence.end):
                reading = None
            if reading is not None:
                out.append(reading)
                previous = reading
                after = max(after, reading.end)
            elif quantity.measure is not None:
                previous = None
                after = quantity.end
        return out

    def _limit_of(self, found: Sequence[Quantity], index: int, end: int) -> int:
        """Where the words after a number end at the latest: before the next measured one."""
        for later in found[index + 1 :]:
            if later.measure is not None and later.start != found[index].start:
                return later.before
        return end

    def _twin(self, reading: Reading, quantity: Quantity) -> Reading:
        return Reading(
            quantity, reading.rule, reading.name, reading.unit, reading.start, reading.end,
            reading.clause_start, reading.clause_end, reading.concept, reading.base,
        )

    def _excluded(self, reading: Reading, start: int, end: int) -> bool:
        if self._grammar.excluded.search(self._folded, start, end) is None:
            return False
        return reading.concept is None or self._grammar.excluded.search(fold(reading.name)) is not None

    def _one(self, quantity: Quantity, after: int, limit: int, previous: Reading | None) -> Reading | None:
        start = self._clause_start(after, quantity.before)
        lead = self._lead(start, quantity)
        for rule in (self._done, self._planned, self._measured, self._again, self._elliptic, self._share, self._has):
            reading = rule(quantity, lead, limit, previous)
            if reading is not None:
                return reading
        return None

    def _clause_start(self, after: int, before: int) -> int:
        start = after
        for match in _HARD.finditer(self._folded, after, before):
            start = match.end()
        return start

    def _lead(self, start: int, quantity: Quantity) -> _Lead:
        """Strip verbs and fillers from the end of the words before a number."""
        end, change, reached, giving = quantity.before, "", False, False
        origin = False
        for _ in range(8):
            stop = _PAUSE.search(self._folded[max(start, end - _WINDOW) : end])
            trimmed = end - (len(stop.group()) if stop else 0)
            window = self._folded[max(start, trimmed - _WINDOW) : trimmed]
            match = self._grammar.strip.search(window)
            if match is None:
                end = trimmed
                break
            kinds = self._grammar.functions[match.group()]
            found = next((c for c in _CHANGES if c in kinds), "")
            if found and (change or reached and found != "exceed"):
                change = change if change else ""
            elif found:
                change = found
            reached = reached or "reach" in kinds
            giving = giving or match.group() in self._grammar.giving
            origin = origin or self._grammar.origin.search(match.group()) is not None
            end = trimmed - len(window) + match.start()
        return _Lead(start, max(start, end), change, reached, giving, origin)

    # -- the rules ---------------------------------------------------------------------------------

    def _measured(
        self, quantity: Quantity, lead: _Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """A name before a verb of reaching or changing, or right before the number."""
        if quantity.measure is None or quantity.total is not None:
            return None
        span = self._name_span(lead, quantity, previous)
        if span is None:
            return None
        begin, end, head = span
        concept = self._concept(begin, end)
        if concept is None and not lead.verbal and not quantity.percent:
            return None
        if quantity.dimension == "score" and concept is None:
            return None
        name = self._clean(begin, end)
        if not name:
            return None
        return self._reading(quantity, lead, limit, "measured", name, begin, concept=concept, head=head)

    def _again(
        self, quantity: Quantity, lead: _Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """Nothing but a verb between this number and the one before: the same thing, compared."""
        if previous is None or quantity.measure is None or not self._blank(lead):
            return None
        comparing = quantity.percent or quantity.measure.key == "times"
        same = previous.quantity.measure == quantity.measure
        if not (comparing or same or quantity.dimension in ("money", "physical")) or not lead.verbal:
            if not (comparing and self._base(quantity.end, limit)):
                return None
        if previous.rule == "planned":
            return None
        return self._reading(
            quantity, lead, limit, "again", previous.name, quantity.before,
            concept=previous.concept, head=previous.head,
        )

    def _elliptic(
        self, quantity: Quantity, lead: _Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """A few words that stand for the number before's name with another part."""
        if previous is None or previous.rule not in ("measured", "elliptic", "again") or quantity.measure is None:
            return None
        if previous.quantity.measure != quantity.measure or lead.change not in ("", "rise", "fall"):
            return None
        text = self._clean(lead.start, lead.end)
        if not text or len(text.split()) > _ELLIPSIS_WORDS or self._grammar.action_anywhere.search(fold(text)):
            return None
        begin = self._skip(lead.start, lead.end)
        return self._reading(
            quantity, lead, limit, "elliptic", self._combine(previous, text), begin,
            concept=previous.concept, head=previous.head,
        )

    def _combine(self, previous: Reading, text: str) -> str:
        first = fold(text).split()[0]
        parts = previous.name.split()
        folded = [fold(part) for part in parts]
        if first in folded[1:]:
            return " ".join([*parts[: folded.index(first)], text])
        return f"{previous.head} {text}" if previous.head else text

    def _done(
        self, quantity: Quantity, lead: _Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """A verb of doing before the number, or a list that one such verb began."""
        if quantity.percent or quantity.dimension in ("ratio", "score") or quantity.total is not None:
            return None
        if quantity.denominator and quantity.dimension == "money":
            return None
        noun, end = self._noun(quantity, limit)
        if not noun:
            return None
        listed = self._list_action(lead, previous)
        if listed is not None:
            name = f"{listed} {noun}" if quantity.dimension != "money" else listed
            return self._reading(quantity, lead, limit, "done", name, quantity.before, end=end, action=listed, noun=noun)
        found = self._action(lead, quantity)
        if found is None or (quantity.measure is None and not self._acted(found[0])):
            return None
        begin, action = found
        whole = lead.giving or quantity.dimension == "money" or self._object(action)
        name = action if whole else f"{action} {noun}"
        return self._reading(
            quantity, lead, limit, "done", name, begin, end=end, action=action, noun=noun,
            concept=self._concept(begin, lead.end),
        )

    def _acted(self, start: int) -> bool:
        """Whether a place or organisation stands before a verb in its sentence."""
        begin = self._scan.sentence(start).start
        return bool(self._scan.units.within(begin, start) or self._scan.bodies.within(begin, start))

    def _list_action(self, lead: _Lead, previous: Reading | None) -> str | None:
        if previous is None or not previous.action or not self._blank(lead) or lead.change:
            return None
        return previous.action

    def _object(self, action: str) -> bool:
        """Whether a verb brings its own object (``giải quyết việc làm``)."""
        return self._scan_concept(action) is not None

    def _scan_concept(self, phrase: str) -> str | None:
        wanted = fold(phrase)
        for concept in self._lexicon.scheme("indicator"):
            if wanted in map(fold, concept.strong):
                return concept.key
        return None

    def _action(self, lead: _Lead, quantity: Quantity) -> tuple[int, str] | None:
        """The verb of doing at the end of the lead, with its object if the number only says for whom."""
        window_start = max(lead.start, lead.end - _WINDOW)
        stripped = self._folded[window_start : lead.end]
        match = self._grammar.action.search(stripped)
        if match is not None:
            begin = window_start + match.start()
            return begin, modern(self._content[begin : lead.end])
        if lead.change in ("rise", "fall") and quantity.dimension in ("people", "count") and not lead.reached:
            return lead.end, self._grammar.change_words[lead.change]
        if lead.giving:
            comma = max(self._folded.rfind(",", lead.start, lead.end), lead.start - 1) + 1
            last = None
            for last in self._grammar.action_anywhere.finditer(self._folded, comma, lead.end):
                if last is not None:
                    break
            if last is not None and lead.end - last.start() < 60:
                return last.start(), modern(self._content[last.start() : lead.end])
        return None

    def _planned(
        self, quantity: Quantity, lead: _Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """The counted parts of a plan: targets, tasks, programmes."""
        if quantity.dimension not in ("plan", "document") or quantity.total is not None:
            return None
        listed = previous is not None and previous.rule == "planned" and self._blank(lead)
        if quantity.dimension == "document" and not listed and not self._programme(quantity):
            return None
        noun, end = self._noun(quantity, limit)
        topic = ""
        if previous is not None and previous.rule == "planned" and quantity.measure == previous.quantity.measure:
            topic = self._clean(lead.start, lead.end)
            topic = topic if 0 < len(topic.split()) <= _ELLIPSIS_WORDS else ""
        name = f"{noun} {topic}".strip()
        return self._reading(quantity, lead, limit, "planned", name, quantity.before, end=end, noun=noun)

    def _programme(self, quantity: Quantity) -> bool:
        return quantity.measure is not None and quantity.measure.key in ("programme", "scheme", "plan")

    def _share(
        self, quantity: Quantity, lead: _Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """A percentage or fraction of what follows."""
        if not quantity.percent and quantity.total is None:
            return None
        if quantity.percent and not self._grammar.weak_head.match(self._folded, self._of(quantity.end)):
            if not self._counted(self._of(quantity.end)):
                return None
        start = self._of(quantity.end) if quantity.percent else self._noun_start(quantity)
        end = self._limit(start, limit, _SHARE_WORDS, re.compile(r"[,;.()\n]"))
        name = self._clean(start, end)
        if not name:
            return None
        return self._reading(quantity, lead, limit, "share", name, quantity.before, end=end, share=True)

    def _has(
        self, quantity: Quantity, lead: _Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """A place that has a number of something."""
        if quantity.measure is None or quantity.dimension not in ("people", "party", "count"):
            return None
        noun, end = self._noun(quantity, limit)
        if not noun:
            return None
        if previous is not None and previous.rule == "has" and self._blank(lead):
            return self._reading(quantity, lead, limit, "has", noun, quantity.before, end=end, noun=noun)
        match = self._grammar.possess.search(self._folded[max(lead.start, quantity.before - 24) : quantity.before].rstrip())
        if match is None or not self._place_ends(lead.end):
            return None
        return self._reading(quantity, lead, limit, "has", noun, quantity.before, end=end, noun=noun)

    def _place_ends(self, offset: int) -> bool:
        unit = self._scan.units.last_before(offset)
        body = self._scan.bodies.last_before(offset)
        return any(m is not None and 0 <= offset - m.end <= 1 for m in (unit, body))

    # -- the words --------------------------------------------------------------------------------

    def _name_span(
        self, lead: _Lead, quantity: Quantity, previous: Reading | None
    ) -> tuple[int, int, str] | None:
        """Where the name of the measured thing stands in the lead, and its head's words."""
        group = lead.start
        commas = [m.end() for m in re.finditer(r",\s", self._folded[lead.start : lead.end])]
        starts = [lead.start, *(lead.start + c for c in commas)]
        for position in range(len(starts) - 1, -1, -1):
            group = starts[position]
            stop = lead.end
            found = self._head(group, stop)
            if found is not None:
                begin, head = found
                if len(self._folded[begin:stop].split()) <= _NAME_WORDS:
                    return begin, stop, head
                return None
        if previous is not None and previous.rule in ("measured", "elliptic"):
            return None
        if not (lead.verbal and quantity.percent):
            return None
        weak = self._grammar.weak_head.search(self._folded, starts[-1], lead.end)
        if weak is None or len(self._folded[weak.start() : lead.end].split()) > _NAME_WORDS:
            return None
        return weak.start(), lead.end, ""

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

    def _concept(self, start: int, end: int) -> str | None:
        hits: list[Hit] = self._scan.hits_within(start, end, "indicator")
        if not hits:
            return None
        return max(hits, key=lambda h: (h.end - h.start, -h.start)).concept.key

    def _blank(self, lead: _Lead) -> bool:
        return _LIST.match(self._folded[lead.start : lead.end]) is not None

    def _noun_start(self, quantity: Quantity) -> int:
        """Where the counted thing's words begin, after digits and blanks."""
        place = quantity.start
        match = re.compile(r"[\d.,/\s–-]+").match(self._folded, place)
        return match.end() if match else place

    def _noun(self, quantity: Quantity, limit: int) -> tuple[str, int]:
        """The counted thing with the words that belong to it, and where they end."""
        if quantity.dimension == "money":
            return quantity.unit, quantity.end
        physical = quantity.dimension == "physical"
        start = quantity.end if physical else self._noun_start(quantity)
        floor = max(start, quantity.end)
        end = self._limit(floor, limit, _TAIL_WORDS, self._grammar.tail_stop)
        if quantity.measure is None:
            end = self._limit(start, limit, 3, self._grammar.tail_stop)
        name = self._clean(start, end)
        return name, max(end, quantity.end)

    def _limit(self, start: int, limit: int, count: int, stop: re.Pattern[str]) -> int:
        """The end of at most ``count`` words from ``start``, before what ends them."""
        match = stop.search(self._folded, start, limit)
        end = match.start() if match else limit
        for number, word in enumerate(_WORD.finditer(self._folded, start, end)):
            if number == count:
                return word.start()
        return end

    def _of(self, end: int) -> int:
        place = end + 1 if self._folded.startswith(" ", end) else end
        return place

    def _counted(self, start: int) -> bool:
        """Whether a word that things are counted in begins here."""
        return any(
            self._folded.startswith(label, start) and not self._folded[start + len(label) : start + len(label) + 1].isalnum()
            for label in _countable(self._lexicon)
        )

    def _skip(self, start: int, end: int) -> int:
        match = _LEAD.match(self._folded, start, end)
        return match.end() if match else start

    def _clean(self, start: int, end: int) -> str:
        """The words of a name without periods, places and punctuation at its ends."""
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
        text = self._grammar_trim(text)
        if text and not text[:3].isupper():
            text = text[0].lower() + text[1:]
        return text

    def _dropped(self, start: int, end: int) -> list[tuple[int, int]]:
        out: list[tuple[int, int]] = []
        for match in _period_words(self._lexicon).finditer(self._folded, start, end):
            out.append((match.start(), match.end()))
        for mention in self._scan.units.within(start, end):
            begin = mention.start
            before = _of_words(self._lexicon).search(self._folded[start:begin])
            if before is not None and mention.end <= end:
                out.append((start + before.start(), mention.end))
        return sorted(out)

    def _grammar_trim(self, text: str) -> str:
        for _ in range(3):
            match = self._grammar.strip.search(fold(text))
            if match is None or "filler" not in self._grammar.functions[match.group()]:
                return text
            text = text[: match.start()].rstrip(" ,")
        return text

    # -- the unit ---------------------------------------------------------------------------------

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

    def _reading(
        self,
        quantity: Quantity,
        lead: _Lead,
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
            quantity, rule, name, unit, min(begin, quantity.before), stop, lead.start, clause_end,
            concept or self._scan_concept(name), base[0] if base else "", lead.origin, action, head,
        )

    def _unit(self, quantity: Quantity, lead: _Lead, base: str, rule: str, noun: str) -> str:
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
        return unit.lower() if quantity.dimension not in ("money", "physical") else unit

    def _canonical_base(self, base: str) -> str:
        folded = fold(base)
        compare = self._grammar.compare
        short = compare.split()[0]
        if folded.startswith(short + " ") and not folded.startswith(compare):
            return compare + base[len(short) :]
        if folded.startswith(self._lexicon.concept("change", "same-period").label):
            return f"{compare} {base}"
        return base


@lru_cache(maxsize=4)
def _countable(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(
        fold(label)
        for concept in lexicon.scheme("measure")
        if concept.one("dimension") in ("people", "party", "count", "plan")
        for label in concept.strong
    )


@lru_cache(maxsize=4)
def _period_words(lexicon: Lexicon) -> re.Pattern[str]:
    from kg.relate.periods import _pattern

    return _pattern(lexicon)


@lru_cache(maxsize=4)
def _of_words(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{alternation(lexicon, _CUES, 'name-of')})?\s?$")
