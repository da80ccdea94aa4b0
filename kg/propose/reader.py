"""One article read with a model: ask, parse, check, leave out what is known, let the shapes judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from string import Template

import msgspec

from kg.errors import UsageError
from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.model import Claim, Evidence, Facts, Unread
from kg.propose.answer import AnyProposal, read_answer
from kg.propose.checks import Checks, Refused
from kg.propose.model import Model, NoAnswer, Reason
from kg.propose.passages import Passage, locate, passages
from kg.propose.repeats import repeats
from kg.propose.soundness import extended, sound

_TELLING = ("role", "document-kind", "theme-cue", "indicator", "congress-cue", "event")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is asked: code points a request, requests an article, proposals an answer."""

    size: int = 6000
    requests: int = 20
    proposals: int = 200

    def __post_init__(self) -> None:
        """Refuse limits that leave nothing."""
        if min(self.size, self.requests, self.proposals) <= 0:
            raise UsageError("the limits of a reading must be above zero")


def propose(
    scan: Scan, lexicon: Lexicon, model: Model, known: Facts | None = None, limits: Limits | None = None
) -> tuple[Facts, tuple[Unread, ...]]:
    """What a model reads in an article beyond what is ``known``, and what of it was refused.

    The claims are as those of the rules before resolution, with ``llm:<model>`` as their rule.  ``known`` are
    the claims of the rules: a proposal that repeats one of them is neither a claim nor refused.  A refusal
    points to the proposal's quote, or to the beginning of the passage where it has none in the text.
    """
    known = known or Facts(scan.text.article, scan.text)
    reading = _Reading(scan, lexicon, model, known, limits or Limits())
    claims, against = sound(known, reading.claims(), scan, lexicon)
    for claim in against:
        reading.refuse(Reason.SHAPES, claim.evidence)
    empty = Facts(scan.text.article, scan.text)
    return extended(empty, claims), tuple(reading.unread)


def joined(known: Facts, proposed: Facts, unread: Iterable[Unread]) -> Facts:
    """The claims of the rules with the proposed ones behind them, for resolution."""
    return replace(extended(known, tuple(proposed.claims())), unread=(*known.unread, *unread))


class _Reading:
    """One article under way; ``unread`` grows."""

    def __init__(self, scan: Scan, lexicon: Lexicon, model: Model, known: Facts, limits: Limits) -> None:
        self._scan = scan
        self._model = model
        self._known = known
        self._limits = limits
        self._system = _system(lexicon)
        self._checks = Checks(scan, lexicon, f"llm:{model.name}", known.documents)
        self.unread: list[Unread] = []

    def refuse(self, reason: Reason, evidence: Evidence) -> None:
        """List something that is not used."""
        self.unread.append(Unread(reason.pattern, evidence))

    def claims(self) -> list[Claim]:
        """The claims of all passages that the checks let pass, each once."""
        found: list[Claim] = []
        known = list(self._known.claims())
        for passage in self._asked():
            for claim in self._claims(passage):
                if not repeats(claim, (*known, *found)):
                    found.append(claim)
        return found

    def _asked(self) -> Iterator[Passage]:
        """The passages with a word that the vocabulary knows, as many as may be asked about."""
        asked = 0
        for passage in passages(self._scan.text, self._limits.size):
            hits = self._scan.hits_within(passage.start, passage.end, *_TELLING)
            if not hits and not self._scan.bodies.within(passage.start, passage.end):
                continue
            asked += 1
            if asked > self._limits.requests:
                self.refuse(Reason.TOO_LONG, self._beginning(passage))
            else:
                yield passage

    def _claims(self, passage: Passage) -> Iterator[Claim]:
        try:
            proposals = read_answer(self._model.complete(self._system, self._message(passage)))
        except NoAnswer as none:
            self.refuse(none.reason, self._beginning(passage))
            return
        for proposal in islice(proposals, self._limits.proposals):
            claim = self._claim(proposal, passage)
            if claim is not None:
                yield claim
        for _ in proposals:
            self.refuse(Reason.TOO_MANY, self._beginning(passage))

    def _claim(self, proposal: AnyProposal | Reason, passage: Passage) -> Claim | None:
        if isinstance(proposal, Reason):
            self.refuse(proposal, self._beginning(passage))
            return None
        place = locate(self._scan.text, passage, proposal.quote, proposal.start, proposal.end)
        if isinstance(place, Reason):
            self.refuse(place, self._beginning(passage))
            return None
        try:
            return self._checks.claim(proposal, *place)
        except Refused as refused:
            self.refuse(refused.reason, self._scan.evidence(*place))
            return None

    def _beginning(self, passage: Passage) -> Evidence:
        """The first sentence of a passage, to show where something was refused."""
        return self._scan.evidence(passage.start, min(passage.end, self._scan.sentence(passage.start).end))

    def _message(self, passage: Passage) -> str:
        """The passage as a JSON string: nothing in it can end the material and begin an order."""
        text = self._scan.text
        told = {"published": text.article.published, "passage": text.content[passage.start : passage.end]}
        return msgspec.json.encode(told).decode()


@lru_cache(maxsize=4)
def _system(lexicon: Lexicon) -> str:
    """The prompt with the kinds that the vocabulary has."""
    template = Template(files("kg.propose").joinpath("prompt.md").read_text(encoding="utf-8"))
    events = [c.label for c in lexicon.scheme("event") if c.one("grade") != "ignored"]
    kinds = [c.label for c in lexicon.scheme("document-kind")]
    return template.substitute(kinds=_listed(kinds), events=_listed(events))


def _listed(labels: Sequence[str]) -> str:
    return ", ".join(sorted(labels))
