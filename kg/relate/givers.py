"""Who gives a decision or a badge at a ceremony: the body of the leader who does, or that decided."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.mention import BodyMention, Scan
from kg.relate.actors import Actors, Organizer
from kg.relate.leaders import Leaders, titled
from kg.relate.wording import ending, finder

_CUES = "event-cue"
_BACK, _NEAR, _DONE, _PARTY = 8, 70, 4, "party"


class Givers(Actors):
    """Finds who gave what in the sentences before the ceremonies of one text."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        super().__init__(scan, lexicon)
        self._leaders = Leaders(scan, lexicon)
        self._attends = ending(lexicon, _CUES, "attends")
        self._gives = finder(lexicon, _CUES, "gives")
        self._awards = finder(lexicon, _CUES, "gives", "awards")
        self._badge = finder(lexicon, _CUES, "badge")

    def before(self, start: int, *, nameless: bool = False) -> tuple[Organizer, ...]:
        """Who gave something in the sentences before a ceremony.

        The party's own badges are given by its committees.  Of a leader without a title it is the local
        committee that decided.  A ceremony without a name of its own (``Tại buổi lễ``) is also the one at
        which praise and rewards were given, by a leader or by a body.
        """
        index = self._scan.text.sentence_at(start)
        gives = self._awards if nameless else self._gives
        for sentence in self._scan.text.sentences[max(0, index - _BACK) : index + 1]:
            act = gives.search(self._folded, sentence.start, sentence.end)
            if act is None or (sentence.start <= start < act.start() and self._came(sentence.start, start)):
                continue
            badge = self._badge.search(self._folded, act.start(), sentence.end) is not None
            given = self._leaders.titles(sentence.start, act.start())
            givers = [o for o in given if not badge or self._side(o) == _PARTY]
            if givers:
                return (givers[0],)
            whose = self._subject(sentence.start, act.start()) if nameless else None
            if whose is not None:
                return (whose,)
            reach = min(sentence.end, act.end() + _NEAR)
            decided = next(iter(self._scan.bodies.within(act.end(), reach)), None)
            if not badge and decided is not None and self._decides(act.end(), decided):
                return (decided.organization,)
        return ()

    def _subject(self, low: int, act: int) -> Organizer | None:
        """The body that stands right before a verb (``UBND tỉnh đã tặng thưởng``)."""
        named = [m for m in self._scan.bodies.within(low, act) if act - m.end <= _DONE]
        return named[-1].organization if named else None

    def _came(self, low: int, start: int) -> bool:
        """Whether somebody only came to a ceremony (``đã tới dự lễ kỷ niệm và công bố quyết định``)."""
        return self._attends.search(self._folded[low:start].rstrip()) is not None

    def _decides(self, start: int, mention: BodyMention) -> bool:
        """Whether a local party committee is said to have decided (``quyết định của Ban Thường vụ …``)."""
        whose = self._by.search(self._folded[start : mention.start].rstrip()) is not None
        organization = mention.organization
        local = organization.level != 0 and (organization.parent is None or organization.parent.level != 0)
        return whose and local and self._side(organization) == _PARTY and not titled(self._scan, mention)
