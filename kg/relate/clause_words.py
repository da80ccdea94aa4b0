"""The words of a clause around a number: its lead, its name, what is counted, what it is compared with."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from kg.lexicon import Hit, Lexicon
from kg.mention import Scan
from kg.normalise import fold, modern
from kg.patterns import compiled, whole_words
from kg.relate.assigned import assigned
from kg.relate.clause_grammar import CHANGES, CUES, grammar, of_words
from kg.relate.leads import WINDOW, LeadWords
from kg.relate.period_words import period_pattern
from kg.relate.phrases import surface
from kg.relate.quantities import Quantity
from kg.relate.readings import POPULATION, Lead, Reading
from kg.relate.wording import alternation, ending, finder, words

HARD = re.compile(r"[;:\n]|\.\s|\.{3}|…")
LIST = re.compile(r"^(?:\s?\([^()]*\))?[\s,;]*$")
_BRACKETED = re.compile(r"\([^()]*[\d\s][^()]*\)")
PART_END = re.compile(r"[,;.()\n]")
SHARE_END = re.compile(r"[;.()\n]")
NAME_WORDS, ELLIPSIS_WORDS, TAIL_WORDS = 16, 9, 7
HEAD_WORDS = 4
"""A known indicator of more words leaves its name so many more (``giá trị sản phẩm trên 1 ha …``)."""
LONG_SHARE, LONG_PART, LONG_DEED = 24, 20, 60
LONG_NAME = 22
AMOUNTS = ("money", "physical")
_MEMBERS = "party-members"
_LEVELS = frozenset({"measured", "again"})
LONG, SHORT = 5, 5
_BOUNDS = (">=", "<=")
PER_HEAD, _BILLIONS = "-per-head", frozenset({"billion-dong", "thousand-billion-dong", "billion-usd"})
_UNIT = "agency"
_SPAN = re.compile(r"\d{4}\s?[-–]\s?\d{4}")


@lru_cache(maxsize=4)
def _named(lexicon: Lexicon) -> dict[str, str]:
    """The key of every indicator by its folded labels."""
    concepts = reversed(list(lexicon.scheme("indicator")))
    return {fold(label): concept.key for concept in concepts for label in concept.strong}


class ClauseWords(LeadWords):
    """Reads words around the numbers of one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        super().__init__(scan, lexicon)
        self._feats = finder(lexicon, CUES, "feat")
        self._a_year = compiled(rf"\s?/\s?{alternation(lexicon, CUES, 'year')}(?!\w)")
        self._cases = _cases(lexicon)
        self._goes_on_so = finder(lexicon, CUES, "going-on")
        self._ranks = finder(lexicon, CUES, "ranks")
        moves = alternation(lexicon, CUES, "rise", "fall")
        thing = rf"[^,;.\d\n]{{2,60}}\s{moves}\s[^,;.\n]{{0,12}}\d[\d.,]*\s?%"
        self._next_moves = compiled(rf"[^,;.\n]{{0,40}}[,;]\s{thing}")
        self._year = words(lexicon, CUES, "year")[0]
        self._yearly = finder(lexicon, CUES, "yearly")
        self._bare = frozenset(words(lexicon, CUES, "bare"))
        conjunction = fold(lexicon.concept("cue", "and").label)
        self._joins = compiled(rf",?\s{conjunction}\s|,\s")
        self._anybody = frozenset(words(lexicon, CUES, "anybody"))
        possessing = alternation(lexicon, CUES, "possess")
        self._possessing = compiled(rf"\s{possessing}(?!\w)")
        share = alternation(lexicon, CUES, "rate", "number-of")
        self._bounding = compiled(
            rf"\s{possessing}\s{share}(?:\s[^\W\d]+){{0,8}}\s?(?:\d+\s[^\W\d]+\s)?"
        )
        self._part = compiled(rf"{alternation(lexicon, CUES, 'part')}(?:,?\s{possessing})?$")
        stops = alternation(lexicon, CUES, "deed-stop")
        part_of = alternation(lexicon, CUES, "share-verb")
        self._deed_end = compiled(rf"{PART_END.pattern}|\s(?:{stops}|{part_of})(?!\w)")
        self._no_head = finder(lexicon, CUES, "no-head")
        self._no_name = finder(lexicon, CUES, "no-name")
        self._lone = frozenset(words(lexicon, CUES, "lone"))
        self._deed_any = finder(lexicon, CUES, "deed", "deed-any")
        self._shifts = finder(lexicon, CUES, "shifts-to")
        self._verb = compiled(rf"\s{alternation(lexicon, CUES, 'reach')}\s.*\d")
        ended = alternation(lexicon, CUES, "tail-stop", "reach", "rise", "near-target")
        self._end = compiled(rf"\s{ended}$")
        self._aside = finder(lexicon, CUES, "aside")
        self._ago = compiled(
            rf"\d+\s{alternation(lexicon, CUES, 'year', 'month')}\s{alternation(lexicon, CUES, 'past')}(?!\w)"
        )
        self._party_deed = finder(lexicon, CUES, "discipline", "party")
        self._owned = finder(lexicon, CUES, "no-share")
        self._totals = frozenset(words(lexicon, CUES, "total"))
        self._first_total = compiled(rf"{alternation(lexicon, CUES, 'total', 'number-of')}\s")
        aim, aimed = alternation(lexicon, CUES, "aim"), alternation(lexicon, CUES, "aimed")
        self._aim = compiled(rf"(?:\S+\s){{0,3}}?{aim}(?:(?:\s[^\W\d]+){{0,3}}\s{aimed}(?:\s\S+)?)?")
        also = alternation(lexicon, CUES, "alongside")
        self._also = compiled(
            rf"(?:\s?\([^()]*\))?[\s,;]*(?:{also}\s)?(?:{grammar(lexicon).joins.pattern})"
        )
        self._against = compiled(
            rf"{alternation(lexicon, CUES, 'comparison')}\s{alternation(lexicon, CUES, 'base')}(?!\w)"
        )
        self._reaching = frozenset(words(lexicon, CUES, "reach"))
        self._meeting = frozenset(words(lexicon, CUES, "completing"))
        self._told_till_now = frozenset(words(lexicon, CUES, "to-now"))
        self._average = finder(lexicon, CUES, "average")
        self._leading = compiled(rf"[\s\-–]*(?:{alternation(lexicon, CUES, 'origin')}\s*)?")
        self._turns_verb = finder(lexicon, CUES, "reach", "rise", "fall", "exceed", "completing", "action")
        self._upward = ending(lexicon, CUES, "or-more")
        self._along = _along(lexicon)
        self._sows = finder(lexicon, CUES, "sows")
        self._more_words = frozenset(words(lexicon, CUES, "or-more"))
        met = alternation(lexicon, CUES, "reach")
        self._met_too = compiled(rf"(?<!\w){met}\s{conjunction}\s{alternation(lexicon, CUES, 'exceed')}")
        self._exceeding = compiled(rf"{alternation(lexicon, CUES, 'exceed')}\s")
        self._left = ending(lexicon, CUES, "still")
        self._resolved = finder(lexicon, CUES, "resolved")
        self._about = finder(lexicon, CUES, "about-what")
        self._spending = compiled(rf"\s{alternation(lexicon, CUES, 'spent-on')}(?!\w)")
        self._pays = finder(lexicon, CUES, "payer")
        self._whole_nation = ending(lexicon, CUES, "nation")
        self._goals = finder(lexicon, CUES, "aim")
        self._aims = frozenset(words(lexicon, CUES, "aimed"))
        self._here = ending(lexicon, CUES, "here")
        self._completed = ending(lexicon, CUES, "completing")
        self._joining = compiled(rf"\s{fold(lexicon.concept('cue', 'and').label)}\s*$")
        completing = alternation(lexicon, CUES, "completing")
        every = alternation(lexicon, CUES, "every", "filler")
        self._met_all = compiled(rf"(?<!\w)(?P<met>{completing})(?:\s{every})?$")
        self._came_to = compiled(rf"(?:\s[^\W\d]+){{0,5}}?\s{completing}(?!\w)")
        self._comparing = finder(lexicon, CUES, "comparison")
        turned = alternation(lexicon, CUES, "rise", "fall")
        self._change_first = compiled(
            rf"(?:{alternation(lexicon, CUES, 'list')}\s)?(?P<change>{turned})"
            rf"\s(?P<base>{alternation(lexicon, CUES, 'comparison')}\s)"
        )
        self._scale = compiled(rf"{alternation(lexicon, CUES, 'scale')}\s")
        self._worth_end = ending(lexicon, CUES, "worth")
        self._others = compiled(rf"{alternation(lexicon, CUES, 'others', 'several')}\s")
        self._other_end = ending(lexicon, CUES, "other")
        self._several = compiled(rf"(?:{alternation(lexicon, CUES, 'several')}\s)+")
        self._rate = compiled(rf"{alternation(lexicon, CUES, 'rate')}\s")
        self._cumulated = finder(lexicon, CUES, "cumulated")
        self._comparison_first = compiled(rf"{alternation(lexicon, CUES, 'comparison')}\s")
        self._planning = finder(lexicon, CUES, "plan-verb")
        self._parts = compiled(rf"{alternation(lexicon, CUES, 'listing')}(?!\w)")
        self._parting = compiled(rf",\s|\s{alternation(lexicon, CUES, 'so-that')}\s")
        self._next_of_list = compiled(rf",\s|\s{fold(lexicon.concept('cue', 'and').label)}\s")
        on = alternation(lexicon, CUES, "rise", "fall", "to", "reach")
        self._on_to = compiled(rf"(?:\s{on}){{1,3}}\s(?:[^\W\d]+\s)?\d")
        joined = rf"(?:{self._next_of_list.pattern})(?:\S+\s){{0,2}}?"
        deeds = alternation(lexicon, CUES, "deed", "deed-any", "done")
        self._predicate = compiled(rf"(?:\s[^\W\d]+){{0,3}}?\s{deeds}(?!\w)")
        self._joined_counts = compiled(
            rf"(?:{joined}\d[\d.,]*(?:%|(?:\s[^\W\d]+){{1,4}}?))+(?={grammar(lexicon).base.pattern}|[;.()\n])"
        )
        self._ruled = compiled(rf"\s{alternation(lexicon, CUES, 'according')}\s(?=[^\W\d_a-zà-ỹ])")
        self._rest = compiled(rf"{alternation(lexicon, CUES, 'rest')}\s")
        self._contributes = finder(lexicon, CUES, "contributes")
        self._turn = finder(lexicon, CUES, "respectively")
        self._announces = ending(lexicon, CUES, "listing", "being")
        self._only = finder(lexicon, CUES, "only")
        self._hands = ending(lexicon, CUES, "hands")
        passive = surface(lexicon, "cue", "passive")
        self._made = compiled(rf"\s{passive}\s{alternation(lexicon, CUES, 'made-so')}$")
        self._sends = compiled(rf"(?<!\w){alternation(lexicon, CUES, 'sends')}\s$")
        self._carries_out = finder(lexicon, CUES, "carries-out")
        self._and = compiled(rf"\s{conjunction}\s")
        self._joining_word = compiled(rf"{conjunction}\s")
        self._grade = compiled(rf"\s\d\s{alternation(lexicon, CUES, 'grade')}(?!\w)")
        self._among = compiled(
            rf"{alternation(lexicon, CUES, 'among')}\s[^:;,\n]{{3,60}}[:,]\s(?:{possessing}\s)?"
        )
        self._being = compiled(rf"\s{alternation(lexicon, CUES, 'being')}\s(?=[^\W\d])")
        self._expecting = finder(lexicon, CUES, "target")
        self._pace = finder(lexicon, CUES, "pace")
        self._turning_away = compiled(rf",\s(?:{alternation(lexicon, CUES, 'turning', 'average')})(?!\w)")
        self._discipline = finder(lexicon, CUES, "discipline")
        self._produce = finder(lexicon, CUES, "produce")
        self._hurt = finder(lexicon, CUES, "hurt")
        self._founding = finder(lexicon, CUES, "founded")
        self._lately = f"{fold(lexicon.concept('cue', 'lately').label)} "
        member = re.escape(fold(lexicon.concept("measure", "party-member").label))
        self._comrades = finder(lexicon, CUES, "comrades")
        self._member_words = compiled(rf"(?P<member>(?<!\w){member})(?:\s[^\W\d]+)+")
        self._begins_with = ending(lexicon, CUES, "possess", "alongside")

    def _founded(self, quantity: Quantity) -> bool:
        """Whether the sentence opens with whom it tells the founding of (``Đảng bộ X được lập lại, có``)."""
        start = self._scan.sentence(quantity.start).start
        verb = self._founding.search(self._folded, start, min(quantity.before, start + WINDOW * 2))
        body = self._scan.bodies.at(start) or self._scan.units.at(start)
        return verb is not None and body is not None and body.end <= verb.start()

    def _scan_concept(self, phrase: str) -> str | None:
        return _named(self._lexicon).get(fold(phrase))

    def _public(self, concept: str | None) -> bool:
        """Whether a concept is one that only places and public bodies have."""
        return concept is not None and self._lexicon.concept("indicator", concept).one("public") is not None

    def _fits(self, concept: str | None, quantity: Quantity) -> bool:
        """Whether an indicator can be counted so: revenue in money or shares, not in hectares.

        What there is a head is not told in billions: that is what one person earns.  Nor are people counted
        as units are (``sáp nhập diện tích và dân số từ 4 đơn vị``).
        """
        wanted = self._lexicon.concept("indicator", concept).one("measured") if concept else None
        key = quantity.measure.key if quantity.measure is not None else ""
        if concept is not None and concept.endswith(PER_HEAD) and key in _BILLIONS:
            return False
        if concept == POPULATION and key == _UNIT:
            return False
        return wanted is None or quantity.dimension in (wanted, "ratio")

    def _types_end(self, end: int, limit: int) -> int:
        """Where types of units end that say whose is counted (``27 đảng bộ huyện[, thị xã, thành phố]``)."""
        last = self._scan.units.last_before(end)
        while last is not None and last.end == end and not last.unit.name:
            joined = self._next_of_list.match(self._folded, end, limit)
            last = self._scan.units.at(joined.end()) if joined is not None else None
            end = last.end if last is not None and not last.unit.name else end
        return end

    def _clause_start(self, after: int, before: int) -> int:
        """Where a clause begins; a colon right before the number parts it from its own name.

        What a structure shifts to is told for itself (``cơ cấu chuyển dịch theo hướng dịch vụ chiếm 47%``).
        """
        start = last = after
        for match in HARD.finditer(self._folded, after, before):
            if match.group() == ";" and self._in_branch(match.start()):
                continue
            last, start = start, match.end()
        shifted = self._shifts.search(self._folded, start, before)
        start = shifted.end() + 1 if shifted is not None and shifted.end() + 1 < before else start
        colon = self._folded[start - 1 : start] == ":"
        return last if colon and self._leading.fullmatch(self._folded, start, before) else start

    def _in_branch(self, place: int) -> bool:
        """Whether a mark stands in the name of a branch (``cung cấp nước; quản lý và xử lý rác thải``)."""
        hits = self._scan.hits_within(max(0, place - WINDOW), place + 2 * WINDOW, "indicator")
        return any(hit.start < place < hit.end for hit in hits)

    def _concept(self, start: int, end: int) -> str | None:
        hits: list[Hit] = self._scan.hits_within(start, end, "indicator")
        if not hits:
            return None
        return max(hits, key=lambda h: (not h.concept.one("sector"), h.end - h.start, -h.start)).concept.key

    def _blank(self, lead: Lead) -> bool:
        """Whether nothing but pauses, brackets and periods is left before the number."""
        if LIST.match(self._folded[lead.start : lead.end]) is not None:
            return True
        short = lead.end - lead.start < WINDOW
        if not short:
            return False
        left = fold(self._clean(lead.start, lead.end))
        joined = self._joining_word.match(left)
        left = left[joined.end() :] if joined is not None else left
        if not left or left in self._told_till_now or left in self._reaching | self._meeting:
            return True
        return self._rate.fullmatch(f"{left} ") is not None

    def _clean(self, start: int, end: int, *, trim: bool = True) -> str:
        """The words of a name without periods, places and punctuation; ``trim`` takes fillers off its end."""
        start = self._skip(start, end)
        text = self._content[start:end]
        parts: list[str] = []
        place = start
        for begin, stop in self._dropped(start, end):
            parts.append(self._content[place : max(begin, place)])
            place = max(stop, place)
        parts.append(self._content[place:end])
        text = modern(" ".join("".join(parts).split()))
        told = text if text.endswith("”") else text + self._content[end : end + 1]
        closed = told.endswith("”") and told.count("“") == told.count("”")
        text = (text.replace("“ ", "").replace("“", "") if closed else text).strip(" ,-–:\"“”'(")
        text = self._grammar_trim(text) if trim else text
        if text and not text[:3].isupper():
            text = text[0].lower() + text[1:]
        return text

    def _dropped(self, start: int, end: int) -> list[tuple[int, int]]:
        out = [
            (match.start(), match.end())
            for found in (period_pattern(self._lexicon), self._aside, self._ago, _BRACKETED)
            for match in found.finditer(self._folded, start, end)
        ]
        for mention in self._scan.units.within(start, end):
            begin = mention.start
            before = of_words(self._lexicon).search(self._folded[start:begin])
            if before is None or mention.end > end:
                continue
            if mention.unit.name or before.group().strip():
                out.append((start + before.start(), mention.end))
        return sorted(out)

    def _grammar_trim(self, text: str) -> str:
        """The name without fillers at its end, unless it is known with them (``GRDP bình quân``)."""
        for _ in range(3):
            match = self._grammar.strip.search(fold(text))
            if (
                match is None
                or self._kept.search(fold(text))
                or self._scan_concept(text)
                or "filler" not in self._grammar.functions[match.group()]
            ):
                return text
            text = text[: match.start()].rstrip(" ,")
        return text

    def _unit(self, quantity: Quantity, lead: Lead, base: str, rule: str, noun: str) -> str:
        unit = self._member_words.sub(r"\g<member>", quantity.unit)
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
        if lead.change in ("rise", "fall") and not lead.reached and rule in _LEVELS and not lead.origin:
            return f"{unit} {change}"
        if base and lead.change == "exceed":
            return f"{unit} {change} {base.removeprefix(self._grammar.compare + ' ')}"
        return unit

    def _per_year(self, quantity: Quantity, lead: Lead, rule: str, name: str) -> str:
        """The denominator of what is said of every year (``mỗi năm kết nạp 120 đảng viên``)."""
        level = rule == "measured" and quantity.dimension in AMOUNTS
        if quantity.denominator or level:
            return ""
        after = self._a_year.match(self._folded, quantity.end)
        if after is not None and quantity.comparator in _BOUNDS:
            return "/" + after.group().strip(" /")
        paced = rule == "measured" and self._pace.match(fold(name))
        if quantity.percent and lead.change not in ("rise", "fall") and not paced:
            return ""
        found = self._yearly.search(self._folded, lead.start, quantity.before)
        if found is None and paced and quantity.percent and self._over_years(lead, quantity):
            return "/" + self._year
        return "/" + found.group().rpartition(" ")[2] if found else ""

    def _over_years(self, lead: Lead, quantity: Quantity) -> bool:
        """Whether a growth is told as the average of a span of years (``bình quân giai đoạn 2011-2015``)."""
        average = self._average.search(self._folded, lead.start, quantity.before)
        return average is not None and _SPAN.search(self._folded, average.end(), quantity.before) is not None

    def _ended(self, name: str) -> str:
        """The name without words at its end that belong to what followed it."""
        opened = name.rfind(" (")
        if opened > 0 and ")" not in name[opened:]:
            name = name[:opened]
        folded = fold(name)
        if len(folded) != len(name):
            return name
        while self._kept.search(folded) is None and self._scan_concept(folded) is None:
            match = self._end.search(folded)
            if match is None or folded[: match.start()][-1:].isdigit():
                break
            folded = folded[: match.start()]
        return name[: len(folded)]

    def _unassigned(self, name: str) -> str:
        """The name of a sum without who assigned it (``thu ngân sách [được tỉnh giao]``)."""
        end = assigned(self._lexicon).search(fold(name))
        return name[: end.start()] if end is not None and len(fold(name)) == len(name) else name

    def _of_members(self, quantity: Quantity, concept: str | None) -> Quantity:
        """Comrades as members of the party, where all of those are counted (``số đảng viên lên 757 …``)."""
        if concept != _MEMBERS or self._comrades.fullmatch(quantity.unit) is None:
            return quantity
        member = self._lexicon.concept("measure", "party-member")
        return replace(quantity, measure=member, unit=member.label)

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
        base: str = "",
    ) -> Reading:
        stop = quantity.end if end is None else end
        quantity = self._of_members(quantity, concept or self._scan_concept(name))
        found = None if share else self._base(stop, limit)
        if found is None and lead.shared and quantity.percent:
            found = self._whole(stop, limit)
        if found is not None:
            base, stop = found
        if not base and lead.change in ("rise", "fall") and rule in _LEVELS:
            base = self._opening_base(quantity.start)
        grows = quantity.percent and not lead.change and self._pace.search(fold(name)) is not None
        grown = grows and self._comparison_first.match(f"{fold(base)} ") is not None
        told = replace(lead, change=CHANGES[0]) if grown else lead
        unit = self._unit(quantity, told, base, rule, noun)
        unit += self._per_year(quantity, lead, rule, name)
        clause_end = self._limit(stop, limit, 40, re.compile(r"[;\n]"))
        met = quantity.dimension == "plan" and self._completed.search(fold(name)) is not None
        name = name if met else self._ended(name)
        if quantity.dimension == "money" and concept is not None:
            name = self._unassigned(name)
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
            base,
            lead.origin,
            action,
            head,
        )


@lru_cache(maxsize=4)
def _cases(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(whole_words([fold(label) for label in lexicon.concept("measure", "case").strong]))


@lru_cache(maxsize=4)
def _along(lexicon: Lexicon) -> re.Pattern[str]:
    """The word for `with`, as it stands before what somebody aims at too."""
    with_ = set(words(lexicon, CUES, "alongside")) & set(words(lexicon, CUES, "toward"))
    return re.compile(rf"{whole_words(sorted(with_))}\s")
