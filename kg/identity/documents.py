"""Which mentions are one document: plain values in and out, in no order, with the reasons.

Mentions that say which of all documents of their number they are (by date, year, term, congress) are brought
together first; one that does not joins them when one document fits, and by much better than any other.  Where
two fit it joins none and keeps both as candidates.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import itemgetter

from kg.identity.document_features import MAYBE, NEVER, SAME, Mention, compare, total, words
from kg.identity.document_index import Group, Index, Node
from kg.identity.document_judgements import judged
from kg.identity.document_short_forms import short_forms
from kg.identity.document_weights import forget, fullest_first, fullness, order, signature, weighed
from kg.identity.model import IdentityLink, Reason
from kg.model import Judgement, Verdict

_CLEARLY = 0.3
_RENOWNED = 3
_RENOWN = Reason("renown", 0.2, "the only document of that number or name that several articles cite")
_RULE = "rule"
_APART = frozenset({"term", "year", "time", "congress"})


@dataclass(frozen=True, slots=True)
class LookAlikes:
    """Two documents with one number of one issuer, and what keeps them apart."""

    left: tuple[Mention, ...]
    right: tuple[Mention, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents, each the mentions of one, the fullest first; the links; the pairs to beware of.

    A link leads from a mention to the fullest one of a document: ``same`` for its own, ``unsure`` for a
    candidate.  ``unknown`` are references of judgements that no mention, or more than one, answers to.
    """

    documents: tuple[tuple[Mention, ...], ...]
    links: tuple[IdentityLink, ...]
    look_alikes: tuple[LookAlikes, ...]
    unknown: tuple[str, ...] = ()


def identify_documents(
    mentions: Iterable[Mention],
    judgements: Sequence[Judgement] = (),
    count: Callable[[str], int] | None = None,
) -> Documents:
    """Decide which mentions are one document; the order of the input does not matter.

    ``count`` tells how many titles have a word, when these are but some of all mentions.
    """
    told = sorted(set(mentions), key=lambda m: m.iri)
    try:
        return _Deciding(told, judgements, count or _counter(told)).decide()
    finally:
        forget()


def _counter(mentions: Iterable[Mention]) -> Callable[[str], int]:
    titles = {words(mention.title) for mention in mentions}
    return Counter(word for title in titles for word in title).__getitem__


class _Deciding:
    """One run over all mentions."""

    def __init__(
        self, mentions: list[Mention], judgements: Sequence[Judgement], count: Callable[[str], int]
    ) -> None:
        self._mentions = mentions
        self._count = count
        self._same, self._apart, self._unknown = judged(mentions, judgements)
        self._judged = {iri for pair in (*self._same, *self._apart) for iri in pair}
        self._links: list[IdentityLink] = []
        self._short = short_forms(mentions, self._judged)
        self._undecided: dict[int, list[tuple[Group, tuple[Reason, ...]]]] = {}

    def decide(self) -> Documents:
        nodes = self._nodes()
        index = Index(nodes, self._count)
        anchored: list[Group] = []
        loose: list[Group] = []
        for group in self._first_groups(nodes):
            (anchored if any(node.alike.anchored for node in group.nodes) else loose).append(group)
        documents = self._merged(anchored, index)
        loose, torn = self._attached(loose, documents, index)
        documents += self._merged(loose, index)
        documents = self._by_renown(documents, index) + torn
        return self._result(documents)

    # -- what is compared ----------------------------------------------------------------------------------

    def _nodes(self) -> list[Node]:
        """Bring together the mentions that tell the same, where that is enough to be one document."""
        alike: dict[Mention, list[Mention]] = defaultdict(list)
        for mention in self._mentions:
            alike[signature(mention)].append(mention)
        nodes = []
        for told, members in sorted(alike.items(), key=lambda item: order(item[0])):
            free = [m for m in members if m.iri not in self._judged]
            if total(compare(told, told)) >= SAME and free:
                nodes.append(Node(told, free))
                members = [m for m in members if m.iri in self._judged]
            nodes += [Node(told, [mention]) for mention in members]
        return nodes

    def _first_groups(self, nodes: list[Node]) -> list[Group]:
        """Start with a group for each node; those judged the same, and short forms with theirs, in one."""
        node_of = {mention.iri: node for node in nodes for mention in node.members}
        groups = {id(node): Group([node]) for node in nodes}

        def join(left: str, right: str, *, whatever: bool) -> bool:
            one, two = groups[id(node_of[left])], groups[id(node_of[right])]
            if one is not two and (whatever or self._weigh(one, two) is not None):
                one.nodes += two.nodes
                groups.update((id(node), one) for node in two.nodes)
            return groups[id(node_of[left])] is groups[id(node_of[right])]

        for left, right in self._same:
            join(left, right, whatever=True)
        for iri, (full, _) in sorted(self._short.items()):
            if not join(full.iri, iri, whatever=False):
                del self._short[iri]
        return [g for place, g in groups.items() if id(g.nodes[0]) == place]

    # -- bringing together ---------------------------------------------------------------------------------

    def _weigh(self, one: Group, other: Group) -> tuple[Reason, ...] | None:
        """Weigh two groups by their best pair; ``None`` when any pair, or somebody, speaks against."""
        best: tuple[Reason, ...] = ()
        highest = NEVER
        for left in one.nodes:
            for right in other.nodes:
                score, reasons = weighed(left.alike, right.alike)
                if score <= NEVER / 2 or self._kept_apart(left, right):
                    return None
                if score > highest:
                    best, highest = reasons, score
        return best

    def _kept_apart(self, left: Node, right: Node) -> bool:
        return bool(self._apart) and any(
            frozenset((one.iri, two.iri)) in self._apart for one in left.members for two in right.members
        )

    def _lowest(self, one: Group, other: Group) -> float:
        return min(weighed(a.alike, b.alike)[0] for a in one.nodes for b in other.nodes)

    def _merged(self, groups: list[Group], index: Index) -> list[Group]:
        """Merge groups, best pairs first, as long as no pair within a document is less than possible."""
        pairs = []
        for one, other in index.pairs(groups):
            reasons = self._weigh(one, other)
            if reasons is not None and total(reasons) >= SAME:
                pairs.append((-total(reasons), _group_order(one), _group_order(other), one, other))
        pairs.sort(key=lambda pair: pair[:3])
        merged: dict[int, Group] = {}

        def now(group: Group) -> Group:
            while (larger := merged.get(id(group))) is not None:
                group = larger
            return group

        for *_, one, other in pairs:
            left, right = now(one), now(other)
            if left is right or self._weigh(left, right) is None or self._lowest(left, right) < MAYBE:
                continue
            left.nodes += right.nodes
            merged[id(right)] = left
        return [group for group in groups if id(group) not in merged]

    def _attached(
        self, loose: list[Group], documents: list[Group], index: Index
    ) -> tuple[list[Group], list[Group]]:
        """Give each loose group to the one document that fits it.

        Gives back those that none fits, and those torn between several, which fit one another no better.
        Every choice is made before any is carried out, so that none depends on another.
        """
        chosen: list[tuple[Group, Group]] = []
        left: list[Group] = []
        torn: list[Group] = []
        blocks = index.blocks(documents)
        for group in loose:
            fitting = self._fitting(group, index.near(group, blocks))
            if _clear(fitting):
                chosen.append((group, fitting[0][1]))
                continue
            self._leave_open(group, fitting)
            (torn if fitting and fitting[0][0] >= SAME else left).append(group)
        return left, torn + self._carried_out(chosen)

    def _fitting(
        self, group: Group, documents: Iterable[Group]
    ) -> list[tuple[float, Group, tuple[Reason, ...]]]:
        """List the documents that a group may be, the best first."""
        found = []
        for document in documents:
            reasons = self._weigh(group, document)
            if reasons is not None and total(reasons) >= MAYBE:
                found.append((total(reasons), document, reasons))
        return sorted(found, key=lambda each: (-each[0], _group_order(each[1])))

    def _by_renown(self, documents: list[Group], index: Index) -> list[Group]:
        """Give what is still short of a document to the only one that it may be, when many cite that."""
        renowned = {id(group) for group in documents if group.articles >= _RENOWNED}
        chosen = []
        blocks = index.blocks(documents)
        for group in documents:
            if id(group) in renowned or len(group.nodes) > 1 or group.nodes[0].alike.anchored:
                continue
            fitting = self._fitting(group, (d for d in index.near(group, blocks) if d is not group))
            known = [each for each in fitting if each[1].articles > 1 or _tells_more(each[1], group)]
            if len(known) == 1 and id(known[0][1]) in renowned and total((*known[0][2], _RENOWN)) >= SAME:
                chosen.append((group, known[0][1]))
            else:
                self._leave_open(group, fitting)
        gone = {id(group) for group, _ in chosen} - {id(group) for group in self._carried_out(chosen)}
        return [group for group in documents if id(group) not in gone]

    def _carried_out(self, chosen: Sequence[tuple[Group, Group]]) -> list[Group]:
        """Give groups to the documents chosen for them; gives back those that can't be one with another."""
        of_document: dict[int, list[tuple[Group, Group]]] = defaultdict(list)
        for choice in chosen:
            of_document[id(choice[1])].append(choice)
        refused = []
        for choices in of_document.values():
            groups = [group for group, _ in choices]
            fit = [g for g in groups if all(g is o or self._weigh(g, o) is not None for o in groups)]
            for group, document in choices:
                if group in fit:
                    document.nodes += group.nodes
                else:
                    refused.append(group)
        return refused

    def _leave_open(self, group: Group, fitting: Iterable[tuple[float, Group, tuple[Reason, ...]]]) -> None:
        """Keep the documents that a group may be as its candidates."""
        for node in group.nodes:
            kept = self._undecided.setdefault(id(node), [])
            kept += [
                (document, reasons)
                for score, document, reasons in fitting
                if score >= SAME or _tells_more(document, group)
            ]

    # -- what comes out ------------------------------------------------------------------------------------

    def _result(self, groups: list[Group]) -> Documents:
        documents = {id(group): fullest_first(group.members) for group in groups}
        for group in groups:
            self._links += self._own_links(group, documents[id(group)][0])
        self._links += self._open_links(groups, documents)
        return Documents(
            tuple(sorted(documents.values(), key=lambda d: d[0].iri)),
            tuple(sorted(self._links, key=lambda link: (link.left, link.right))),
            tuple(_look_alikes(list(documents.values()))),
            self._unknown,
        )

    def _own_links(self, group: Group, head: Mention) -> Iterator[IdentityLink]:
        """Say of each mention but the fullest why it is of this document."""
        judged = {iri: judgement for pair, judgement in self._same.items() for iri in pair}
        for mention in group.members:
            if mention.iri == head.iri:
                continue
            by = _RULE
            reasons = self._best(mention, group)
            if mention.iri in self._short:
                reasons = max(reasons, self._short[mention.iri][1], key=total)
            if total(reasons) < SAME and mention.iri in judged:
                told = judged[mention.iri]
                by, reasons = told.by or "judgement", (Reason("judgement", 1.0, told.why),)
            elif total(reasons) < SAME:
                reasons = (*reasons, _RENOWN)
            yield IdentityLink(mention.iri, head.iri, min(1.0, total(reasons)), Verdict.SAME, by, reasons)

    def _open_links(
        self, groups: Sequence[Group], documents: dict[int, tuple[Mention, ...]]
    ) -> Iterator[IdentityLink]:
        """Link undecided mentions to the documents that they may be."""
        group_of = {id(node): group for group in groups for node in group.nodes}
        for group in groups:
            for node in group.nodes:
                heads: dict[str, tuple[Reason, ...]] = {}
                for document, reasons in self._undecided.get(id(node), ()):
                    there = group_of[id(document.nodes[0])]
                    if there is not group:
                        heads.setdefault(documents[id(there)][0].iri, reasons)
                for mention in node.members:
                    for head, reasons in sorted(heads.items()):
                        score = min(1.0, total(reasons))
                        yield IdentityLink(mention.iri, head, score, Verdict.UNSURE, _RULE, reasons)

    def _best(self, mention: Mention, group: Group) -> tuple[Reason, ...]:
        """Find what ties a mention to its document best, among what others of it tell."""
        mine = signature(mention)
        others = [node.alike for node in group.nodes if node.members != [mention]]
        return max((weighed(mine, other) for other in others), key=itemgetter(0), default=(0.0, ()))[1]


def _look_alikes(documents: Sequence[tuple[Mention, ...]]) -> Iterator[LookAlikes]:
    """Find documents of one issuer, kind and number that are different ones for certain."""
    numbered: dict[tuple[str, ...], list[tuple[Mention, ...]]] = defaultdict(list)
    for members in documents:
        head = members[0]
        if head.number is None or head.series is None or (head.number.year and head.number.parts):
            continue
        numbered[head.series, head.number.serial, head.kind or ""].append(members)
    for _, alike in sorted(numbered.items()):
        ordered = sorted(alike, key=lambda members: (members[0].date or "", members[0].iri))
        for left, right in combinations(ordered, 2):
            told = (weighed(signature(a), signature(b))[1] for a in left for b in right)
            against = {r for reasons in told for r in reasons if r.score <= NEVER and r.feature in _APART}
            if against:
                yield LookAlikes(left, right, tuple(sorted(against, key=lambda r: (r.feature, r.detail))))


def _clear(fitting: Sequence[tuple[float, Group, tuple[Reason, ...]]]) -> bool:
    """Tell whether the best is enough, and by far the best."""
    if not fitting or fitting[0][0] < SAME:
        return False
    return len(fitting) == 1 or fitting[0][0] - fitting[1][0] >= _CLEARLY - 1e-9


def _tells_more(document: Group, group: Group) -> bool:
    return max(map(fullness, document.members)) > max(map(fullness, group.members))


def _group_order(group: Group) -> str:
    return min(mention.iri for mention in group.members)
