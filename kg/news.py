"""What is new for a reader since a date: posts, officials, themes, targets, results, documents, withdrawals.

Two things can be meant by `since`: what came into the graph since then, whenever it happened (the default),
or what happened since then, whenever the graph learnt of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from kg.errors import UsageError
from kg.explain import Texts
from kg.export.quads import Export
from kg.export.tables import tables
from kg.history import READ_ANEW, History, fact_key
from kg.nquads import is_whole_date
from kg.query import find_things
from kg.store import KgStore
from kg.vocab import DANG, DCTERMS, ELI, ORG, PROV, RDFS, SCHEMA


class Kind(StrEnum):
    """The kinds of news, in the order in which they are told."""

    BEGUN = "posts begun"
    ENDED = "posts ended"
    OFFICIALS = "new officials"
    THEMES = "themes set"
    REVISED = "targets revised"
    TARGETS = "targets set"
    RESULTS = "results that came in"
    DOCUMENTS = "documents issued"
    WITHDRAWN = "facts withdrawn"


class Meaning(StrEnum):
    """What is meant by `since`."""

    KNOWN = "known"
    HAPPENED = "happened"


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of news; ``sentence[start:end]`` is the evidence; ``unit`` is empty for none.

    ``date`` is when it happened, in EDTF, as far as an article tells, ``also`` the other articles that tell
    the same.  A withdrawn fact has the words that it rested on, as their sentence is gone.
    """

    kind: Kind
    unit: str
    text: str
    date: str
    article: str
    headline: str
    sentence: str
    start: int
    end: int
    iri: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Tenure:
    """The tenure that a statement belongs to: its interval in EDTF, and which of its ends that dates."""

    iri: str
    span: str
    bounds: frozenset[Kind]


_NATION: Final = "—"


@dataclass(frozen=True, slots=True)
class _Fact:
    """A row of a table, with the date and the headline of its article."""

    table: str
    row: Mapping[str, str]
    published: str
    headline: str


def news(
    store: KgStore, since: str, *, meaning: Meaning = Meaning.KNOWN, unit: str | None = None
) -> list[Item]:
    """List what is new since a date (``2026-01-31``, ``2026-01``, ``2026``), by kind, unit and date.

    ``unit`` keeps what concerns one unit and those that lie in it.  Raises UsageError for what is no date and
    for a unit that the graph does not know.
    """
    if not (is_whole_date(since) or _is_part(since)):
        raise UsageError(f"{since!r}: not a date; give one such as 2026-01-31, 2026-01 or 2026")
    teller = _Known(store, since) if meaning is Meaning.KNOWN else _Happened(store, since)
    codes = _codes(store, unit) if unit is not None else None
    found = [item for item, code in teller.tell() if codes is None or code in codes]
    order = list(Kind)
    merged = _merged(sorted(found, key=lambda i: (i.article, i.start, i.text)))
    return sorted(merged, key=lambda i: (order.index(i.kind), i.unit, i.date, i.text, i.article, i.start))


def _is_part(date: str) -> bool:
    return is_whole_date(f"{date}-01") or is_whole_date(f"{date}-01-01")


def _codes(store: KgStore, unit: str) -> set[str]:
    """Give the codes of a unit and of those that lie in it."""
    things = find_things(store, "unit", unit, store.base)
    if not things:
        raise UsageError(f"{unit}: no unit of that name in the graph")
    chosen = " ".join(f"<{thing}>" for thing in things)
    query = f"""SELECT DISTINCT ?code WHERE {{ VALUES ?over {{ {chosen} }}
        ?unit <{SCHEMA.containedInPlace}>* ?over ; <{DCTERMS.identifier}> ?code }}"""
    return {row["code"].value for row in store.query(query)}


def _merged(items: Iterable[Item]) -> Iterator[Item]:
    """Tell the same once, with the other articles that tell it."""
    same: dict[tuple[str, ...], list[Item]] = defaultdict(list)
    for item in items:
        same[item.kind, item.unit, item.text, item.iri].append(item)
    for told in same.values():
        first, articles = told[0], dict.fromkeys(item.article for item in told)
        yield replace(first, also=tuple(article for article in articles if article != first.article))


class _Teller:
    """Turns facts into news; the two meanings of `since` differ in which facts are new."""

    def __init__(self, store: KgStore, since: str) -> None:
        self.store, self.since = store, since
        self._units = _labels_of_codes(store)
        self._documents = _documents(store)
        self._outcomes = _outcomes(store)
        self._tenures = _tenures(store)
        self._texts = Texts(store)
        self.all = _facts(store)
        self.new = [fact for fact in self.all if self.is_new(fact)]

    def is_new(self, fact: _Fact) -> bool:
        """Tell whether a fact is news."""
        raise NotImplementedError

    def tell(self) -> Iterator[tuple[Item, str]]:
        """Yield the news, each with the code of the unit that it concerns."""
        for make in (
            self._posts,
            self._officials,
            self._themes,
            self._numbers,
            self._issued,
            self._withdrawn,
        ):
            yield from make()

    def _item(self, kind: Kind, fact: _Fact, text: str, date: str = "", iri: str = "") -> tuple[Item, str]:
        code = fact.row.get("unit_code") or ""
        unit = self._units.get(code, _NATION)
        article = fact.row["article"]
        sentence = self._texts.around(article, int(fact.row["start"] or 0), int(fact.row["end"] or 0))
        return Item(kind, unit, text, date, article, fact.headline, *sentence, iri), code

    def _posts(self) -> Iterator[tuple[Item, str]]:
        """Tell of posts that a statement begins or ends: by its status, or as the tenure has it."""
        kinds = {"appointed": Kind.BEGUN, "ended": Kind.ENDED}
        for fact in self.new:
            if fact.table != "positions":
                continue
            row = fact.row
            tenure = self._tenures.get(row["iri"], _Tenure("", "", frozenset()))
            told = {kinds[row["status"]]} if row["status"] in kinds else set()
            step = f" ({row['step']})" if row["step"] else ""
            for kind in sorted(told | tenure.bounds):
                key = f"{tenure.iri or row['person_iri']} {row['role']} {row['organization_iri']}"
                span = f", {tenure.span}" if tenure.span else ""
                yield self._item(kind, fact, f"{row['person']} — {_post(row)}{step}{span}", _when(fact), key)

    def _officials(self) -> Iterator[tuple[Item, str]]:
        """Tell of people of whom only what is new speaks."""
        new = {fact.row["iri"] for fact in self.new}
        known = {f.row["person_iri"] for f in self.all if f.table == "positions" and f.row["iri"] not in new}
        for fact in self.new:
            if fact.table == "positions" and fact.row["person_iri"] not in known:
                yield self._item(
                    Kind.OFFICIALS,
                    fact,
                    f"{fact.row['person']} — {_post(fact.row)}",
                    iri=fact.row["person_iri"],
                )

    def _themes(self) -> Iterator[tuple[Item, str]]:
        for fact in self.new:
            if fact.table == "themes":
                row = fact.row
                said = f"{row['organization'] or _NATION} {row['period']}: {row['theme']}"
                yield self._item(
                    Kind.THEMES, fact, said + (f" ({row['document']})" if row["document"] else "")
                )

    def _numbers(self) -> Iterator[tuple[Item, str]]:
        before: dict[tuple[str, ...], list[_Fact]] = defaultdict(list)
        for fact in self.all:
            if fact.table == "indicators" and fact.row["kind"] == "target":
                before[_measured(fact.row)].append(fact)
        for fact in self.new:
            if fact.table != "indicators":
                continue
            row = fact.row
            if row["kind"] == "result":
                outcome = self._outcomes.get(row["iri"], "")
                yield self._item(Kind.RESULTS, fact, _number(row) + (f" — {outcome}" if outcome else ""))
                continue
            old = [
                f for f in before[_measured(row)] if _value(f.row) != _value(row) and self._earlier(f, fact)
            ]
            if old:
                last = max(old, key=lambda f: (f.published, f.row["article"]))
                text = f"{_number(row)}, before: {_value(last.row)} ({last.row['article']})"
                yield self._item(Kind.REVISED, fact, text)
            elif not any(
                _value(f.row) == _value(row) and self._earlier(f, fact) for f in before[_measured(row)]
            ):
                yield self._item(Kind.TARGETS, fact, _number(row))

    def _earlier(self, old: _Fact, new: _Fact) -> bool:
        """Tell whether an article said something before another one: by their dates, else by the graph's."""
        if old.row["article"] == new.row["article"]:
            return False
        if old.published and new.published:
            return old.published < new.published
        return not self.is_new(old)

    def _issued(self) -> Iterator[tuple[Item, str]]:
        """Tell of documents of which only what is new speaks."""
        new = {fact.row["iri"] for fact in self.new}
        told = [fact for fact in self.all if fact.table == "documents"]
        known = {fact.row["document_iri"] for fact in told if fact.row["iri"] not in new}
        for fact in self.new:
            document = fact.row.get("document_iri") or ""
            if fact.table == "documents" and document not in known:
                label, date = self._documents.get(document, (fact.row["number"] or fact.row["subject"], ""))
                subject = f": {fact.row['subject']}" if fact.row["number"] and fact.row["subject"] else ""
                yield self._item(Kind.DOCUMENTS, fact, f"{fact.row['kind']} {label}{subject}", date, document)

    def _withdrawn(self) -> Iterator[tuple[Item, str]]:
        """Tell what went; nothing when it is asked what happened."""
        yield from ()


class _Known(_Teller):
    """What came into the graph since a date."""

    def __init__(self, store: KgStore, since: str) -> None:
        self._history = History(store)
        self._come = self._history.come(since)
        self._new_articles = {
            name for name, graph in store.articles().items() if store.created(graph) >= since
        }
        super().__init__(store, since)

    def is_new(self, fact: _Fact) -> bool:
        return fact.row["article"] in self._new_articles or fact.row["iri"] in self._come

    def _withdrawn(self) -> Iterator[tuple[Item, str]]:
        said = {fact_key(fact.table, fact.row) for fact in self.all}
        for gone in self._history.withdrawn(self.since):
            if gone.key in said:
                continue
            unit = self._units.get(gone.unit_code, _NATION)
            why = "the article was read anew" if gone.why == READ_ANEW else "the article was removed"
            text = f"{gone.table}: {gone.label} ({why})"
            place = (gone.quote, 0, len(gone.quote))
            item = Item(Kind.WITHDRAWN, unit, text, gone.when, gone.article, gone.headline, *place, gone.iri)
            yield item, gone.unit_code


class _Happened(_Teller):
    """What happened since a date, as far as the articles date it."""

    def is_new(self, fact: _Fact) -> bool:
        return _when(fact) >= self.since

    def _officials(self) -> Iterator[tuple[Item, str]]:
        """An official is no event."""
        yield from ()

    def _issued(self) -> Iterator[tuple[Item, str]]:
        for item, code in super()._issued():
            if item.date >= self.since:
                yield item, code


def _facts(store: KgStore) -> list[_Fact]:
    """Read every row of every table."""
    query = f"""SELECT ?id ?headline ?published ?bounds WHERE {{
        ?article a <{SCHEMA.NewsArticle}> ; <{DCTERMS.identifier}> ?id .
        OPTIONAL {{ ?article <{SCHEMA.headline}> ?headline }}
        OPTIONAL {{ ?article <{SCHEMA.datePublished}> ?published }}
        OPTIONAL {{ ?article <{DANG.dateBounds}> ?bounds }} }}"""
    about: dict[str, tuple[str, str]] = {}
    for row in store.query(query):
        told = [
            row[name].value if row[name] is not None else "" for name in ("published", "bounds", "headline")
        ]
        about[row["id"].value] = (told[0] or told[1], told[2])
    return [
        _Fact(table, row, *about.get(row["article"], ("", "")))
        for table, rows in tables(Export(store.quads, store.base)).items()
        for row in rows
    ]


def _when(fact: _Fact) -> str:
    """Tell when what a fact says happened: its own date, else the article's, from the earlier end on."""
    own = ("step_date", "as_of") if fact.table == "positions" else ("date",)
    dated = next((fact.row[name] for name in own if fact.row.get(name)), fact.published)
    return dated.partition("/")[0].rstrip("~?%")


def _post(row: Mapping[str, str]) -> str:
    return " ".join(part for part in (row["role"], row["organization"]) if part)


def _measured(row: Mapping[str, str]) -> tuple[str, ...]:
    return (row["subject_iri"], row["indicator_concept"] or row["indicator"], row["unit"], row["period"])


def _value(row: Mapping[str, str]) -> str:
    return f"{row['comparator'] if row['comparator'] != '=' else ''}{row['value']}"


def _number(row: Mapping[str, str]) -> str:
    period = f" ({row['period']})" if row["period"] else ""
    return f"{row['subject'] or _NATION}: {row['indicator']} {_value(row)} {row['unit']}{period}"


def _labels_of_codes(store: KgStore) -> dict[str, str]:
    query = f"""SELECT DISTINCT ?code ?label WHERE {{
        ?unit a <{DANG.AdministrativeUnit}> ; <{DCTERMS.identifier}> ?code ; <{RDFS.label}> ?label }}"""
    return {row["code"].value: row["label"].value for row in store.query(query)}


def _documents(store: KgStore) -> dict[str, tuple[str, str]]:
    """Map each document to its label and date."""
    query = f"""SELECT DISTINCT ?document ?label ?date WHERE {{
        ?document a <{DANG.Document}> ; <{RDFS.label}> ?label .
        OPTIONAL {{ ?document <{ELI.date_document}> ?date }} }}"""
    return {
        row["document"].value: (row["label"].value, row["date"].value if row["date"] is not None else "")
        for row in store.query(query)
    }


def _tenures(store: KgStore) -> dict[str, _Tenure]:
    """Map each statement of a post to the tenure that rests on it; a step counts for its statement."""
    query = f"""SELECT DISTINCT ?said ?tenure ?span ?begins ?ends WHERE {{
        ?tenure a <{DANG.Tenure}> ; <{PROV.wasDerivedFrom}> ?part .
        OPTIONAL {{ ?tenure <{ORG.memberDuring}>/<{DANG.edtf}> ?span }}
        OPTIONAL {{ ?part <{DANG.stepOf}> ?main }}
        BIND(COALESCE(?main, ?part) AS ?said)
        BIND(EXISTS {{ ?tenure <{DANG.begunBy}> ?part }} AS ?begins)
        BIND(EXISTS {{ ?tenure <{DANG.endedBy}> ?part }} AS ?ends) }}"""
    found: dict[str, _Tenure] = {}
    for row in store.query(query):
        said = row["said"].value
        bounds = {
            k for k, name in ((Kind.BEGUN, "begins"), (Kind.ENDED, "ends")) if row[name].value == "true"
        }
        span = row["span"].value if row["span"] is not None else ""
        known = found.get(said, _Tenure(row["tenure"].value, span, frozenset()))
        found[said] = replace(known, bounds=known.bounds | bounds)
    return found


def _outcomes(store: KgStore) -> dict[str, str]:
    """Map the statement of each result to how it stands to its target."""
    query = f"""SELECT DISTINCT ?said ?outcome ?target WHERE {{
        ?attainment <{DANG.ofResult}> ?result ; <{DANG.ofTarget}>/<{DANG.value}> ?target .
        ?attainment <{DANG.outcome}> ?outcome .
        ?said <{DANG.states}> ?result ; <{PROV.hadPrimarySource}> ?article }}"""
    found: dict[str, set[str]] = defaultdict(set)
    for row in store.query(query):
        found[row["said"].value].add(
            f"{row['outcome'].value.rpartition('/')[2]} (target {row['target'].value})"
        )
    return {said: "; ".join(sorted(outcomes)) for said, outcomes in found.items()}
