"""What a number is read as, and the words that lead to it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.relate.quantities import Quantity

MET = "met"
"""The rule for how many targets of a plan were met, or were not."""

FUNDED = "funded"
"""The rule for whose part of the money just told a number is."""


TOLD = "told"
"""The rule for what a report counts in words of its own."""


AREA, POPULATION = "area", "population"
"""The indicators for how large a place is, which no time of a report dates."""


LAST_YEAR, OWN_TIME = "last", "own"
"""That a number is of the year before, where no year is named, or of a time that stands beside it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A number with what it measures.

    ``start:end`` is the evidence, ``clause_start:clause_end`` the stretch in which a period belongs to this
    number.  ``unit`` carries the comparison.  ``origin`` says that this is where a change began, ``bygone``
    that the number is of the same part of that year, which is not the one just told of.
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
    bygone: str = ""


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before a number: what is left of them, the change, and what was stripped.

    ``shared`` says that the thing takes a share of what follows (``chiếm 31% tổng thu``).
    """

    start: int
    end: int
    change: str
    reached: bool
    giving: bool
    got: bool
    origin: bool
    shared: bool = False

    @property
    def verbal(self) -> bool:
        """Whether a verb of reaching or changing stands before the number."""
        return self.reached or bool(self.change)
