"""SQLite: articles, sentences, facts, officials, bodies, units and tenures in one database.

Made to be opened in Datasette: foreign keys that it turns into links, tables with a full-text index that it
gives a search box, and views to begin with.  FTS5 takes marks off but leaves ``đ`` as it is; so each name
stands beside its folded form, and ``dang bo`` finds ``Đảng bộ``.  Everything is written row by row.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox

from kg.export.quads import Export, type_iri
from kg.export.tables import COLUMNS, rows, summary
from kg.files import replacing
from kg.normalise import plain, sentences
from kg.vocab import DANG, DCTERMS, FOAF, GEO, ORG, RDFS, SCHEMA

_TYPES = {"start": "INTEGER", "end": "INTEGER", "value": "REAL", "ordinal": "INTEGER"}
_KEYS = {
    "article": "articles(id)",
    "person_iri": "officials(iri)",
    "organization_iri": "bodies(iri)",
    "issuer_iri": "bodies(iri)",
}

_TABLES = """
CREATE TABLE articles (id TEXT PRIMARY KEY, iri TEXT, headline TEXT, published TEXT, author TEXT, url TEXT);
CREATE TABLE units (iri TEXT PRIMARY KEY, name TEXT, folded TEXT, code TEXT, level INTEGER,
  latitude REAL, longitude REAL, since TEXT, until TEXT, within TEXT REFERENCES units(iri));
CREATE TABLE bodies (iri TEXT PRIMARY KEY, name TEXT, folded TEXT, kind TEXT, level INTEGER,
  since TEXT, until TEXT, unit TEXT REFERENCES units(iri), part_of TEXT REFERENCES bodies(iri));
CREATE TABLE officials (iri TEXT PRIMARY KEY, name TEXT, folded TEXT);
CREATE TABLE tenures (iri TEXT PRIMARY KEY, name TEXT, official TEXT REFERENCES officials(iri), role TEXT,
  body TEXT REFERENCES bodies(iri), begin_not_before TEXT, begin_not_after TEXT, end_not_before TEXT,
  end_not_after TEXT, first_attested TEXT, last_attested TEXT);
CREATE TABLE sentences (id INTEGER PRIMARY KEY, article TEXT REFERENCES articles(id), start INTEGER,
  "end" INTEGER, text TEXT, folded TEXT);
CREATE TABLE facts (id INTEGER PRIMARY KEY, kind TEXT, name TEXT, article TEXT REFERENCES articles(id),
  sentence INTEGER REFERENCES sentences(id), quote TEXT, iri TEXT);
"""
_FINISH = """
INSERT OR IGNORE INTO officials (iri, name) SELECT person_iri, min(person) FROM positions
  WHERE person_iri IS NOT NULL GROUP BY person_iri;
CREATE INDEX bodies_unit ON bodies(unit);
CREATE INDEX units_within ON units(within);
CREATE INDEX tenures_official ON tenures(official);
CREATE INDEX tenures_body ON tenures(body);
CREATE INDEX sentences_article ON sentences(article);
CREATE INDEX facts_article ON facts(article);
CREATE INDEX facts_sentence ON facts(sentence);
CREATE INDEX positions_person ON positions(person_iri);
CREATE INDEX positions_body ON positions(organization_iri);
CREATE VIEW posts AS SELECT officials.name AS official, tenures.role, bodies.name AS body, units.name AS unit,
  tenures.begin_not_before, tenures.begin_not_after, tenures.first_attested, tenures.last_attested,
  tenures.end_not_before, tenures.end_not_after
  FROM tenures JOIN officials ON officials.iri = tenures.official
  LEFT JOIN bodies ON bodies.iri = tenures.body LEFT JOIN units ON units.iri = bodies.unit;
CREATE VIEW facts_with_sentences AS SELECT facts.kind, facts.name AS fact, facts.quote,
  sentences.text AS sentence, articles.headline, articles.published, articles.url, facts.iri
  FROM facts JOIN articles ON articles.id = facts.article
  LEFT JOIN sentences ON sentences.id = facts.sentence;
"""
_SEARCHED = {
    "officials": ("name", "folded"),
    "bodies": ("name", "folded"),
    "units": ("name", "folded"),
    "sentences": ("text", "folded"),
}


def write(content: Export, out: Path) -> None:
    """Write one database; what is unknown is NULL."""
    try:
        with replacing(out) as draft, closing(sqlite3.connect(draft)) as database:
            database.executescript(_TABLES)
            _Writer(content, database).write()
            database.commit()
    except sqlite3.Error as error:
        raise OSError(str(error)) from error


class _Writer:
    """Fills a database with the tables from a store."""

    def __init__(self, content: Export, database: sqlite3.Connection) -> None:
        self.store = content.store
        self.content = content
        self.database = database

    def write(self) -> None:
        """Write all tables, then what is computed from them."""
        for name, columns in COLUMNS.items():
            self.database.execute(f'CREATE TABLE "{name}" ({", ".join(map(_declared, columns))})')
        self._fill("units", DANG.AdministrativeUnit, self._unit)
        self._fill("bodies", DANG.Body, self._body)
        self._fill("officials", DANG.Official, self._official)
        self._fill("tenures", DANG.Tenure, self._tenure)
        self._facts()
        self.database.executescript(_FINISH)
        for name, columns in _SEARCHED.items():
            # Datasette finds the index by these very quotes.
            made = f'{", ".join(columns)}, content="{name}", content_rowid="rowid"'
            self.database.execute(f"CREATE VIRTUAL TABLE {name}_fts USING fts5({made})")
            self.database.execute(f"INSERT INTO {name}_fts({name}_fts) VALUES ('rebuild')")

    def _insert(self, table: str, row: Iterable[object]) -> int:
        values = [None if value == "" else value for value in row]
        places = ", ".join("?" for _ in values)
        done = self.database.execute(f'INSERT INTO "{table}" VALUES ({places})', values)
        return done.lastrowid or 0

    def _fill(self, table: str, kind: str, read: Callable[[str], tuple[object, ...]]) -> None:
        for thing in self._things(kind):
            self._insert(table, (thing, *read(thing)))

    def _things(self, kind: str) -> Iterator[str]:
        """Give the things of a class in order; the database, not the memory, holds those met before."""
        self.database.execute("CREATE TEMP TABLE IF NOT EXISTS met (iri TEXT PRIMARY KEY) WITHOUT ROWID")
        self.database.execute("DELETE FROM met")
        quads = self.store.quads_for_pattern(None, ox.NamedNode(type_iri), ox.NamedNode(kind), None)
        self.database.executemany(
            "INSERT OR IGNORE INTO met VALUES (?)", ((_text(q.subject),) for q in quads)
        )
        yield from (row[0] for row in self.database.execute("SELECT iri FROM met ORDER BY iri"))

    def _one(self, thing: str, predicate: str) -> str | None:
        """Give the first value in order, whichever graph has it."""
        quads = self.store.quads_for_pattern(ox.NamedNode(thing), ox.NamedNode(predicate), None, None)
        return min((_text(quad.object) for quad in quads), default=None)

    def _named(self, thing: str, predicate: str) -> tuple[str | None, str | None]:
        name = self._one(thing, predicate)
        return name, plain(name) if name is not None else None

    def _unit(self, unit: str) -> tuple[object, ...]:
        return (
            *self._named(unit, RDFS.label),
            self._one(unit, DCTERMS.identifier),
            self._one(unit, DANG.level),
            self._one(unit, GEO.lat),
            self._one(unit, GEO.long),
            self._one(unit, SCHEMA.validFrom),
            self._one(unit, SCHEMA.validThrough),
            self._one(unit, SCHEMA.containedInPlace),
        )

    def _body(self, body: str) -> tuple[object, ...]:
        return (
            *self._named(body, RDFS.label),
            _key(self._one(body, ORG.classification)),
            self._one(body, DANG.level),
            self._one(body, SCHEMA.validFrom),
            self._one(body, SCHEMA.validThrough),
            self._one(body, DANG.jurisdiction),
            self._one(body, ORG.subOrganizationOf),
        )

    def _official(self, official: str) -> tuple[object, ...]:
        return self._named(official, FOAF.name)

    def _tenure(self, tenure: str) -> tuple[object, ...]:
        dated = (
            *(DANG.beginNotBefore, DANG.beginNotAfter, DANG.endNotBefore, DANG.endNotAfter),
            *(DANG.firstAttested, DANG.lastAttested),
        )
        return (
            self._one(tenure, RDFS.label),
            self._one(tenure, ORG.member),
            _key(self._one(tenure, ORG.role)),
            self._one(tenure, ORG.organization),
            *(self._one(tenure, predicate) for predicate in dated),
        )

    def _facts(self) -> None:
        """Write the seven tables with the articles, and every fact beside its sentence."""
        article, known = "", _Sentences("", "")
        for name, row in rows(self.content):
            if row["article"] != article:
                article = row["article"]
                known = self._article(article)
            self._insert(name, (row[column] for column in COLUMNS[name]))
            sentence = self._sentence(known, int(row["start"] or 0))
            self._insert(
                "facts", (None, name, summary(name, row), article, sentence, row["quote"], row["iri"])
            )
        for identifier, _ in self.content.article_graphs():
            if not self.database.execute("SELECT 1 FROM articles WHERE id = ?", (identifier,)).fetchone():
                self._article(identifier)

    def _article(self, identifier: str) -> _Sentences:
        iri = self.content.mint.article(identifier)
        told = (SCHEMA.headline, SCHEMA.datePublished, SCHEMA.author, SCHEMA.url)
        self._insert("articles", (identifier, iri, *(self._one(iri, predicate) for predicate in told)))
        return _Sentences(identifier, self._one(iri, DANG.text) or "")

    def _sentence(self, known: _Sentences, start: int) -> int | None:
        place = known.at(start)
        if place is None:
            return None
        if place not in known.written:
            text = known.content[place[0] : place[1]]
            known.written[place] = self._insert("sentences", (None, known.article, *place, text, plain(text)))
        return known.written[place]


class _Sentences:
    """The sentences of an article, and the rows of those that are written."""

    def __init__(self, article: str, content: str) -> None:
        self.article = article
        self.content = content
        self.written: dict[tuple[int, int], int] = {}
        self._all = [(each.start, each.end) for each in sentences(content).sentences] if content else []

    def at(self, start: int) -> tuple[int, int] | None:
        """Find the sentence that holds an offset."""
        return next((place for place in self._all if place[0] <= start < place[1]), None)


def _declared(column: str) -> str:
    key = f" REFERENCES {_KEYS[column]}" if column in _KEYS else ""
    return f'"{column}" {_TYPES.get(column, "TEXT")}{key}'


def _key(concept: str | None) -> str | None:
    return concept.rpartition("/")[2] if concept is not None else None


def _text(term: object) -> str:
    return str(getattr(term, "value", term))
