"""Whether an article speaks of how places and organisations do: committees, councils, public figures."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.mention import Scan
from kg.relate.wording import finder

_CUES = "indicator-cue"
_ENOUGH, _FOREIGN = 2, 3


class Relevance:
    """What an article is about, weighed once: its public bodies against words of other matters."""

    def __init__(self, scan: Scan, lexicon: Lexicon) -> None:
        kinds = (lexicon.concept("body", m.organization.kind) for m in scan.bodies)
        self._public = sum(1 for kind in kinds if kind.one("side") in ("party", "council"))
        self._public += sum(1 for m in scan.bodies if m.organization.kind in _OFFICES)
        hits = [h for h in scan.hits if h.concept.scheme == "indicator" and h.concept.one("public")]
        self._figures = len({h.concept.key for h in hits}) + len(hits) // 3
        self._placed = bool(scan.units.last_before(len(scan.text.content)))
        self._folded = scan.text.folded
        self._excluded = finder(lexicon, _CUES, "excluded")

    @property
    def figures(self) -> int:
        """How many figures of public life the article names."""
        return self._figures

    @property
    def public(self) -> bool:
        """Whether public bodies or public figures carry the article."""
        weight = self._public + 2 * self._figures
        local = self._public > 0 or (self._placed and self._figures >= _ENOUGH)
        return local and weight >= _ENOUGH and self._foreign() <= max(_FOREIGN, weight // 2)

    def _foreign(self) -> int:
        """How many words of other matters the article has."""
        return len({m.group() for m in self._excluded.finditer(self._folded)})


_OFFICES = frozenset(
    {"peoples-committee", "peoples-council", "assembly-delegation", "government", "national-assembly"}
)
