"""Whom a short name means: `ông Hưng` is the person of the article whose name ends so."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from functools import cached_property

from kg.mention import PersonMention, Scan
from kg.model import Sentence

_DECIDES = frozenset(
    {"discipline", "appoints", "assigns", "approves", "elects", "hands-over", "transfers"}
    | {"dismisses", "relieves", "strips", "regarding"}
)
_UNDERGOES = frozenset({"passive", "replaces", "appointed", "elected", "assigned", "transferred", "by"})


class People:
    """The people of an article by full name, with the places where they are named."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._next: str | None = None

    @cached_property
    def _by_last(self) -> dict[str, list[tuple[int, str]]]:
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for person in self._scan.people:
            if not person.short:
                found[_given(person.name)].append((person.start, person.name))
        return found

    def full_name(self, person: PersonMention) -> str | None:
        """The full name that a mention stands for; ``None`` when the article has none such."""
        if not person.short:
            return self._fuller(person)
        named = self._by_last.get(_given(person.name))
        if not named:
            return None
        place = bisect_right(named, (person.start, "")) - 1
        name = named[max(0, place)][1]
        return self._longer(name) if name.count(" ") == 1 else name

    def topic(self, sentence: Sentence) -> str | None:
        """The person spoken of before ``sentence``, in the last sentence that names any.

        That is the one whom a measure or decision regards, else the first one.  To be called once for each
        sentence, in order.
        """
        topic = self._next
        first: PersonMention | None = None
        for person in self._scan.people.within(sentence.start, sentence.end):
            name = self.full_name(person)
            if name is None or self._aside(sentence, person, topic):
                continue
            if first is None or self._regarded(first, person):
                self._next = name
            if first is not None:
                break
            first = person
        return topic

    def _regarded(self, first: PersonMention, person: PersonMention) -> bool:
        """Whether what the first one does regards the next one named (``A trao quyết định cho B``)."""
        keys = [hit.concept.key for hit in self._scan.hits_within(first.end, person.start, "cue")]
        return not _DECIDES.isdisjoint(keys) and _UNDERGOES.isdisjoint(keys)

    def _aside(self, sentence: Sentence, person: PersonMention, topic: str | None) -> bool:
        """Whether somebody is only named in brackets, in a sentence about another (``ông (cùng A) …``)."""
        content = self._scan.text.content
        before = content[sentence.start : person.start]
        opened = before.rfind("(")
        return topic is not None and opened > max(before.rfind(")"), 0)

    def _fuller(self, person: PersonMention) -> str:
        """The name, or the longer one of the article that it ends (``bà Kim Ngân``)."""
        if person.name.count(" ") > 1 or not person.honorific:
            return person.name
        return self._longer(person.name)

    def _longer(self, name: str) -> str:
        for _, known in self._by_last[_given(name)]:
            if known.endswith(" " + name):
                return known
        return name


def _given(name: str) -> str:
    """The given name, without the point behind one that is only begun (``Dương Xuân H.``)."""
    return name.rsplit(" ", 1)[-1].rstrip(".")
