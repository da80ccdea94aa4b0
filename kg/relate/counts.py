"""Counted things: what was done to them, what they did."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.lexicon import Hit
from kg.normalise import fold, modern
from kg.relate.clause_words import ELLIPSIS_WORDS, LONG, PART_END, SHORT, TAIL_WORDS
from kg.relate.leads import WINDOW
from kg.relate.quantities import Quantity
from kg.relate.readings import TOLD, Lead, Reading
from kg.relate.undergone import UndergoneRules

_KIND_GIVEN = re.compile(r"(?P<noun>(?:[^\W\d]+\s){0,2})(?P<rank>\d+)\s[^\W\d]+(?:\s[^\W\d]+){0,2}")
"""A kind of what is given, with the number that tells it from others (``huy hiệu 60 năm tuổi Đảng``)."""
_NOT_CROP = re.compile(r"[\d:()]")
_COUNTING = re.compile(r"\d\s$")
_TOPIC = re.compile(r"(?:\s[^\W\d]+){2,6}")
_EACH = re.compile(r"\s?/\s?[^\W\d]+$")
_AWAY, _RECIPIENTS = 16, 3
_HANDED, _INSPECTION = ("money", "document"), "inspection"
_COMMUNE = 3
_SIMPLE = 2
_VERB = 2
"""The words of a verb without its object."""
_CROPS = frozenset({"area-planted", "area", "output"})
"""What is reaped and sown, whose name may end with how (``sản lượng lúa thu hoạch``)."""
_BESIDE = re.compile(r"(?:\s[^\W\d]+){0,3}\s")
_ASIDE = frozenset({"bracketed", "again"})


class CountRules(UndergoneRules):
    """The rules for numbers that count."""

    def _acted(self, start: int, dimension: str) -> bool:
        """Whether a place or organisation that can act stands before a verb somewhere in the text."""
        if dimension in ("party", "document"):
            return True
        before = start + 1
        return bool(self._scan.units.last_before(before) or self._scan.bodies.last_before(before))

    def _named_before(self, begin: int, end: int) -> bool:
        """Whether what looks like a verb is the end of an indicator's name (``tổng mức đầu tư``)."""
        hits = self._scan.hits_within(max(0, begin - 24), end, "indicator")
        if any(h.start < begin and (begin < h.end or h.end >= end) for h in hits):
            return True
        if any(h.concept.key in _CROPS and self._head_of(h, begin) for h in hits):
            return True
        branches = self._grammar.weak_head.finditer(self._folded, max(0, begin - 24), end)
        return any(m.start() < begin < m.end() for m in branches)

    def _head_of(self, named: Hit, begin: int) -> bool:
        """Whether nothing but a word or two stands between an indicator's name and what looks like a verb."""
        return _BESIDE.fullmatch(self._folded, named.end, begin) is not None

    def _acts(self, start: int, end: int) -> bool:
        """Whether a named place stands between a verb and a count: it has what is counted."""
        return any(unit.unit.name for unit in self._scan.units.within(start, end))

    def _part_of_body(self, begin: int) -> bool:
        """Whether what looks like a verb is a word of a body's name (``Ủy ban Kiểm tra gồm 7 ủy viên``)."""
        body = self._scan.bodies.covering(begin)
        return body is not None and body.start < begin

    def _place_ends(self, lead: Lead) -> bool:
        """Whether the place or body that has something is named shortly before the number.

        A commune without its type ends a list (``các phường A, B có 5 đại biểu``): none has it alone.
        """
        unit = self._scan.units.last_before(lead.end)
        if unit is not None and not unit.typed and unit.unit.level == _COMMUNE:
            unit = None
        body = self._scan.bodies.last_before(lead.end)
        window = self._folded[max(lead.start, lead.end - WINDOW) : lead.end].rstrip()
        if self._whole_nation.search(window) is not None:
            return True
        return any(m is not None and 0 <= lead.end - m.end <= _AWAY for m in (unit, body))

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
        end = self._types_end(end, limit) if quantity.dimension == "party" else end
        topic = _TOPIC.match(self._folded, end, limit) if quantity.dimension == "plan" else None
        if topic is not None and self._about.match(self._folded, end + 1):
            end = topic.end()
        being = self._being.match(self._folded, end, limit)
        if being is not None and quantity.dimension in ("party", "people"):
            end = self._limit(being.end(), limit, ELLIPSIS_WORDS, PART_END)
            body = self._scan.bodies.covering(end)
            end = body.end if body is not None and body.end <= limit else end
        grade = self._grade.match(self._folded, end, limit)
        end = grade.end() if grade is not None else end
        name = self._clean(start, end, trim=False)
        if quantity.denominator:
            name = name.replace(quantity.denominator, "", 1)
        if quantity.comparator in (">=", "<="):
            name = _EACH.sub("", self._grammar.more.sub("", name)).strip()
        return name, max(end, quantity.end)

    def _apart(self, quantity: Quantity, previous: Reading) -> bool:
        """Whether two counts of one measure are of different things (``giảm 59 phòng, giảm 130 đơn vị``)."""
        named = f"{fold(previous.quantity.unit)} ".startswith(f"{fold(quantity.unit)} ")
        return quantity.dimension in ("count", "people") and not named

    def _resumed(self, previous: Reading | None, out: list[Reading], quantity: Quantity) -> Reading | None:
        """The reading that a number goes on from: after the brackets of a count, the count."""
        if previous is None or (previous.rule not in _ASIDE and not quantity.percent):
            return previous
        if ")" not in self._folded[previous.end : quantity.start]:
            return previous
        opened = self._folded.rfind("(", 0, previous.start)
        within = opened >= 0 and ")" not in self._folded[opened : previous.start]
        if previous.rule != "bracketed" and not within:
            return previous
        start = opened if within else previous.start
        return next((r for r in reversed(out) if r.rule not in _ASIDE and r.start < start), previous)

    def _done(self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None) -> Reading | None:
        """A verb of doing before the number, or a list that one such verb began."""
        if quantity.percent or quantity.dimension in ("ratio", "score") or quantity.total is not None:
            return None
        if quantity.denominator and quantity.dimension == "money":
            return None
        if quantity.measure is not None and quantity.measure.one("vote"):
            return None
        if quantity.dimension == "people" and quantity.value == 1 and fold(quantity.unit) in self._bare:
            return None  # one person is told of, not counted
        if quantity.bare:
            return self._bracketed(quantity, lead, limit, previous)
        noun, end = self._noun(quantity, limit)
        if (not noun and quantity.dimension != "physical") or quantity.dimension == "plan":
            return None
        listed = self._list_action(lead, previous, quantity, limit)
        if listed is not None:
            return self._done_too(quantity, lead, limit, previous, listed, noun, end)
        given = self._given_too(quantity, lead, previous) if lead.giving and previous is not None else None
        if given is not None:
            return self._reading(
                quantity, lead, limit, "done", given, quantity.before, end=end, action=given, noun=noun
            )
        told = self._undergone(quantity, lead, limit, previous) if lead.giving else None
        if told is not None and quantity.dimension == "party":
            return told
        return self._done_first(quantity, lead, limit, noun, end)

    def _done_too(
        self,
        quantity: Quantity,
        lead: Lead,
        limit: int,
        previous: Reading | None,
        listed: str,
        noun: str,
        end: int,
    ) -> Reading | None:
        """One of a list that a verb began before (``kiểm tra 12 chi bộ và [30 đảng viên]``)."""
        if quantity.measure is None and not self._grammar.strong_action.search(fold(listed)):
            return None
        undergone = self._undergone(quantity, lead, limit, previous)
        if undergone is not None:
            return undergone
        said = self._described(quantity, limit) if fold(noun) in self._bare else ""
        name = f"{listed} {said or noun}" if quantity.dimension != "money" else listed
        done = previous.action if previous is not None else listed
        rule = TOLD if previous is not None and previous.rule == TOLD else "done"
        return self._reading(
            quantity, lead, limit, rule, name, quantity.before, end=end, action=done, noun=noun
        )

    def _given_too(self, quantity: Quantity, lead: Lead, previous: Reading) -> str | None:
        """The next of a kind that is given (``trao Huy hiệu 50 năm cho 5 đảng viên, [40 năm cho 7]``)."""
        if previous.rule != "done" or previous.quantity.measure != quantity.measure:
            return None
        said = f" {fold(self._clean(lead.start, lead.end))}"
        joined = self._and.match(said)
        kind = _KIND_GIVEN.fullmatch(said, joined.end() if joined is not None else 1)
        before = _KIND_GIVEN.search(fold(previous.name)) if kind is not None else None
        if kind is None or before is None:
            return None
        if not fold(previous.name[: before.start("rank")]).endswith(kind["noun"]):
            return None
        return previous.name[: before.start("rank")] + kind["rank"] + previous.name[before.end("rank") :]

    def _done_first(self, quantity: Quantity, lead: Lead, limit: int, noun: str, end: int) -> Reading | None:
        """What the verb right before a number did to what is counted."""
        found = self._action(lead, quantity)
        if found is None:
            return None
        begin, action = found
        action = action[0].lower() + action[1:]
        strong = self._grammar.strong_action.search(fold(action)) is not None
        if (
            (quantity.measure is None and not strong)
            or not self._acted(begin, quantity.dimension)
            or self._named_before(begin, lead.end)
            or self._part_of_body(begin)
        ):
            return None
        if quantity.dimension == "money":
            end = self._limit(quantity.end, limit, TAIL_WORDS, self._grammar.tail_stop)
            noun = self._clean(quantity.end, end) or self._spent_on(quantity.end, limit)
            payer = self._payer(lead, begin)
            if not (noun or payer) and fold(action) in self._lone:
                return None
            name = f"{payer} {action} {noun}".strip()
            action = name
        else:
            name = self._deed_name(quantity, lead, limit, action, noun)
        return self._reading(
            quantity,
            lead,
            limit,
            "done",
            name,
            begin,
            end=end,
            action=action,
            noun=noun,
            concept=self._concept(begin, lead.end),
        )

    def _deed_name(self, quantity: Quantity, lead: Lead, limit: int, action: str, noun: str) -> str:
        """What was done, with what it was done to unless the verb tells that or the noun says nothing."""
        if self._resolved.match(fold(action)) is not None:
            return f"{action} {noun}"
        told = self._object(action)
        short = all(len(verb.split()) <= _VERB for verb in self._joins.split(fold(action)))
        whole = told or (lead.giving and not short) or (lead.got and len(action.split()) > LONG)
        nothing = fold(noun) in (self._bare if quantity.dimension == "people" else self._anybody)
        nobody = nothing and len(action.split()) > 1
        said = self._described(quantity, limit) if nobody and len(action.split()) <= _SIMPLE else ""
        return action if (whole or nobody) and not said else f"{action} {said or noun}".strip()

    def _described(self, quantity: Quantity, limit: int) -> str:
        """People with what is said of them at once (``phát hiện 18 [người có quan hệ họ hàng]``)."""
        verb = self._possessing.match(self._folded, quantity.end, limit)
        if verb is None:
            return ""
        end = self._limit(verb.end(), limit, TAIL_WORDS, PART_END)
        return self._clean(self._noun_start(quantity), end, trim=False)

    def _spent_on(self, end: int, limit: int) -> str:
        """What money is for, told behind it (``huy động 70 tỷ đồng [cho xây dựng nông thôn mới]``)."""
        if self._spending.match(self._folded, end, limit) is None:
            return ""
        return self._clean(end, self._limit(end, limit, TAIL_WORDS + 2, PART_END), trim=False)

    def _payer(self, lead: Lead, verb: int) -> str:
        """Which money was spent or raised, told right before the verb (``ngân sách tỉnh đầu tư``)."""
        start = self._skip(max(self._folded.rfind(",", lead.start, verb), lead.start - 1) + 1, verb)
        listing = self._parts.match(self._folded, start, verb)
        start = self._skip(listing.end(), verb) if listing is not None else start
        return self._clean(start, verb) if self._pays.match(self._folded, start, verb) else ""

    def _bracketed(
        self, quantity: Quantity, lead: Lead, limit: int, previous: Reading | None
    ) -> Reading | None:
        """A part of a count in brackets (``111 đảng viên (khiển trách 91, cảnh cáo 16)``)."""
        if (
            previous is None
            or previous.rule not in ("done", "bracketed")
            or previous.quantity.measure is None
        ):
            return None
        found = self._action(lead, quantity)
        if found is None or previous.quantity.dimension not in ("party", "people", "count"):
            return None
        counted = replace(quantity, measure=previous.quantity.measure, unit=previous.quantity.unit)
        name = f"{found[1]} {previous.quantity.unit}"
        return self._reading(counted, lead, limit, "bracketed", name, found[0], action=previous.action)

    def _list_action(
        self, lead: Lead, previous: Reading | None, quantity: Quantity, limit: int
    ) -> str | None:
        if previous is None or not previous.action or lead.change:
            return None
        moved = previous.action in self._grammar.change_words.values()
        another = moved and ";" in self._folded[previous.end : quantity.start]
        if another and self._deed_any.search(self._folded, quantity.end, limit) is not None:
            return None
        raw = self._folded[lead.start : quantity.start].removeprefix(")")
        if previous.rule == "done" and raw.strip() in self._grammar.giving:
            return previous.name
        if self._grammar.joins.fullmatch(raw) is None or (quantity.measure is None and "," not in raw):
            return None
        return previous.action

    def _object(self, action: str) -> bool:
        """Whether a verb brings its own object (``giải quyết việc làm``)."""
        return self._scan_concept(action) is not None

    def _action(self, lead: Lead, quantity: Quantity) -> tuple[int, str] | None:
        """The verb of doing at the end of the lead, with its object if the number only says for whom."""
        apart = lead.reached and "," in self._folded[lead.end : quantity.before]
        if apart and quantity.dimension == "party":
            return None
        sends = self._sends.search(self._folded, lead.end, quantity.before) if lead.reached else None
        if sends is not None and quantity.dimension == "people":
            return sends.start(), modern(self._content[sends.start() : sends.end()].strip())
        verbs = self._grammar.money_action if quantity.dimension == "money" else self._grammar.action
        stop = lead.end
        window_start = max(lead.start, stop - WINDOW)
        match = verbs.search(self._folded[window_start:stop])
        if match is None and quantity.dimension in _HANDED:
            stop = self._before_recipients(lead.start, lead.end)
            window_start = max(lead.start, stop - WINDOW)
            match = verbs.search(self._folded[window_start:stop]) if stop < lead.end else None
        if match is None and quantity.measure is not None and quantity.measure.key == _INSPECTION:
            carried = self._carries_out.search(self._folded, lead.end, quantity.before)
            if carried is not None:
                return carried.start(), modern(self._content[carried.start() : carried.end()])
        if match is None and quantity.dimension == "document":
            match = self._hands.search(self._folded[window_start:stop])
        if match is not None and not (
            quantity.dimension == "money" and not self._acted(window_start, quantity.dimension)
        ):
            begin = window_start + match.start()
            resolved = self._resolved.fullmatch(match.group()) is not None
            if resolved and quantity.dimension != "document":
                return None
            return begin, modern(self._content[begin:stop])
        sown = self._sown(lead) if quantity.dimension == "physical" and not quantity.denominator else None
        if sown is not None:
            return sown, modern(self._content[sown : lead.end])
        changed = lead.change in ("rise", "fall") and not lead.reached
        changed = changed and self._head(lead.start, lead.end) is None
        if changed and quantity.dimension in ("people", "count"):
            return lead.end, self._grammar.change_words[lead.change]
        paid = quantity.dimension == "money" and not lead.got
        if (lead.giving or lead.got or quantity.dimension == "party") and not paid:
            comma = max(self._folded.rfind(",", lead.start, lead.end), lead.start - 1) + 1
            verbs_ = self._grammar.action_anywhere.finditer(self._folded, comma, lead.end)
            done = (v for v in verbs_ if not (self._is_noun(v) or self._part_of_body(v.start())))
            last = next(done, None)
            if last is not None and lead.end - last.start() < 60 and not self._acts(last.end(), lead.end):
                return last.start(), modern(self._content[last.start() : lead.end])
        return None

    def _sown(self, lead: Lead) -> int | None:
        """Where a verb stands of what was done to crops by name (``gieo trồng cây vụ đông 900 ha``)."""
        begin = max(self._folded.rfind(mark, lead.start, lead.end) for mark in (",", ";")) + 1
        begin = self._skip(max(begin, lead.start), lead.end)
        verb = self._sows.search(self._folded, begin, lead.end)
        crop = self._folded[verb.end() : lead.end] if verb is not None else ""
        if verb is None or len(crop.split()) > ELLIPSIS_WORDS or _NOT_CROP.search(crop) is not None:
            return None
        return verb.start() if self._head(begin, verb.start()) is None else None

    def _is_noun(self, verb: re.Match[str]) -> bool:
        """Whether what looks like a verb is counted or begins a word for members (``1 [tổ chức] đảng``)."""
        if _COUNTING.search(self._folded, max(0, verb.start() - 2), verb.start()):
            return True
        measures = (c for c in self._lexicon.scheme("measure") if c.one("dimension") == "party")
        labels = (fold(label) for concept in measures for label in concept.strong)
        return any(len(x) > len(verb.group()) and self._folded.startswith(x, verb.start()) for x in labels)

    def _before_recipients(self, start: int, end: int) -> int:
        """Where the bodies or the place begin that something is given (``trình HĐND tỉnh 15 tờ trình``)."""
        last = end
        for _ in range(_RECIPIENTS):
            body, unit = self._scan.bodies.last_before(last), self._scan.units.last_before(last)
            found = max((m for m in (body, unit) if m is not None), key=lambda m: m.end, default=None)
            if found is None or found.start <= start or self._folded[found.end : last].strip(" ,"):
                break
            covering = self._scan.bodies.covering(found.start)
            last = len(self._folded[: (covering or found).start].rstrip(" ,"))
        return last

    def _head(self, start: int, end: int) -> tuple[int, str] | None:
        """The leftmost head in ``start:end``: a known indicator or a word that heads indicators."""
        named = self._scan.hits_within(start, end, "indicator")
        hits = [h for h in named if not (self._longer(h.start, h.end) or self._run_into(h.start, h.end))]
        word = next(
            (
                w
                for w in self._grammar.head.finditer(self._folded, start, end)
                if not self._mistaken(w.start())
            ),
            None,
        )
        options: list[tuple[int, int]] = [(h.start, h.end) for h in hits[:1]]
        if word is not None:
            options.append((word.start(), word.end()))
        if not options:
            return None
        begin, stop = min(options, key=lambda o: (o[0], -o[1]))
        words_ = modern(self._content[begin : self._stem(begin, stop)]).split()
        return begin, " ".join(w if len(w) > 1 and w.isupper() else w.lower() for w in words_)

    def _stem(self, start: int, end: int) -> int:
        """Where the words of a name end that another branch of the economy can share; ``start`` if none."""
        sectors = [
            h.start for h in self._scan.hits_within(start, end, "indicator") if h.concept.one("sector")
        ]
        return min(sectors, default=end)

    def _longer(self, start: int, end: int) -> bool:
        """Whether an indicator's name is only a part of a longer word (``[thu nhập] thấp``)."""
        found = self._no_head.finditer(self._folded, max(0, start - 3 * SHORT), end + WINDOW)
        return any(m.start() <= start and end < m.end() for m in found)

    def _run_into(self, start: int, end: int) -> bool:
        """Whether an indicator's name begins in the middle of another word (``trong [số đảng viên]``)."""
        found = self._no_head.finditer(self._folded, max(0, start - 3 * SHORT), end)
        return any(m.start() < start < m.end() < end for m in found)

    def _mistaken(self, start: int) -> bool:
        """Whether what looks like a head is a part of another word (``chất lượng``, a unit's name)."""
        begin = max(0, start - 3 * SHORT)
        found = self._no_head.finditer(self._folded, begin, start + WINDOW)
        unit = self._scan.units.last_before(start)
        named = unit is not None and unit.start < start < unit.end
        return named or any(m.start() <= start < m.end() for m in found)
