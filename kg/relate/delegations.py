"""Who sent those that an article opens with: the body whose delegation went somewhere on a day."""

from __future__ import annotations

from kg.lexicon import Concept, Lexicon
from kg.mention import Scan
from kg.model import BlockKind, Organization
from kg.patterns import compiled
from kg.relate.days import days
from kg.relate.named_hosts import NamedHosts
from kg.relate.wording import alternation

_CUES = "event-cue"
_BACK, _OPENING, _NEAR = 5, 140, 60
_VISITS = frozenset({"working-session", "supervision"})


class Delegations(NamedHosts):
    """Finds the bodies whose delegations one text tells of."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        super().__init__(scan, lexicon)
        self._sent_out = compiled(
            rf"(?<!\w){alternation(lexicon, _CUES, 'delegation')}"
            rf"(?:\s[^,;:.]{{0,40}}?)??\s(?:{alternation(lexicon, _CUES, 'by')}\s)?$"
        )

    def _sent_by(self, start: int, concept: Concept) -> tuple[Organization, ...]:
        """Who sent the delegation that a sentence before tells with its day, for a meeting of such ones.

        ``Chiều 5/5, đoàn công tác Quân khu 3 đi kiểm tra …  Tại buổi kiểm tra, …``
        """
        if concept.key not in _VISITS:
            return ()
        index = self._scan.text.sentence_at(start)
        for sentence in self._scan.text.sentences[max(0, index - _BACK) : index]:
            stop = min(sentence.end, sentence.start + _OPENING)
            if sentence.kind == BlockKind.TITLE:
                continue
            for body in self._scan.bodies.within(sentence.start, stop)[:1]:
                low = max(sentence.start, body.start - _NEAR)
                sent = self._sent_out.search(self._folded, low, body.start)
                if sent and next(days(self._scan, self._lexicon, sentence.start, sent.start()), None):
                    return tuple(m.organization for m in self._listed(body, sentence.end))
        return ()
