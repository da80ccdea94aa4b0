"""The sentences behind a post: what each statement of a tenure rests on, looked up when it is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.draw.load import Queryable, Row, Told, first, rows, told
from kg.draw.page import web_address
from kg.draw.typeset import printable
from kg.nquads import iri
from kg.vocab import DANG, DCTERMS, OA, PROV, SCHEMA

_MOST = 60

_STATEMENTS = f"""
SELECT DISTINCT ?tenure ?statement ?article ?start ?quote ?status ?asOf ?rule ?caption ?wording WHERE {{
  VALUES ?tenure {{ %s }}
  ?tenure <{PROV.wasDerivedFrom}> ?statement .
  ?statement <{DANG.evidence}> ?evidence ; <{PROV.hadPrimarySource}> ?article .
  ?evidence <{OA.hasSelector}> ?position, ?words .
  ?position <{OA.start}> ?start .
  ?words <{OA.exact}> ?quote .
  OPTIONAL {{ ?statement <{DANG.status}> ?status }}
  OPTIONAL {{ ?statement <{DANG.asOf}> ?asOf }}
  OPTIONAL {{ ?statement <{DANG.inferenceRule}> ?rule }}
  OPTIONAL {{ ?statement <{DANG.wording}> ?wording }}
  OPTIONAL {{ ?evidence <{DANG.inCaption}> ?caption }}
}}"""
_ARTICLES = f"""
SELECT DISTINCT ?article ?text ?headline ?published ?url ?id WHERE {{
  VALUES ?article {{ %s }}
  ?article <{DANG.text}> ?text .
  OPTIONAL {{ ?article <{SCHEMA.headline}> ?headline }}
  OPTIONAL {{ ?article <{SCHEMA.datePublished}>|<{DANG.dateBounds}> ?published }}
  OPTIONAL {{ ?article <{SCHEMA.url}> ?url }}
  OPTIONAL {{ ?article <{DCTERMS.identifier}> ?id }}
}}"""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: what stands before, in and after the words that count, and where it is from."""

    before: str
    quote: str
    after: str
    article: str
    title: str
    date: str
    url: str
    status: str
    as_of: str
    rule: str
    caption: bool


def sentences(store: Queryable, tenures: Sequence[str]) -> dict[str, list[Sentence]]:
    """Give the sentences behind each tenure, by day of the article."""
    found: dict[str, list[Sentence]] = {tenure: [] for tenure in tenures}
    for start in range(0, len(tenures), _MOST):
        some = rows(store.query(_STATEMENTS % _values(tenures[start : start + _MOST])))
        wanted = sorted({row["article"] for row in some})
        texts = first(store, _ARTICLES % _values(wanted), "article")
        articles = {article: told(row) for article, row in texts.items()}
        for row in some:
            if row["article"] in articles:
                found[row["tenure"]].append(_sentence(row, articles[row["article"]]))
    for sentences_of_one in found.values():
        sentences_of_one.sort(key=lambda each: (each.date, each.article))
    return found


def _values(things: Iterable[str]) -> str:
    return " ".join(iri(thing) for thing in things)


def _sentence(row: Row, article: Told) -> Sentence:
    quote = row["quote"]
    text, place = article.sentence(int(row["start"]), quote)
    if text[place : place + len(quote)] != quote:
        text, place = quote, 0
    return Sentence(
        printable(text[:place]),
        printable(quote),
        printable(text[place + len(quote) :]),
        row["article"],
        printable(article.row.get("headline") or article.row.get("id", "")),
        article.row.get("published", ""),
        web_address(article.row.get("url")) or "",
        row.get("status", "").rpartition("/")[2],
        row.get("asOf", ""),
        row.get("rule", ""),
        row.get("caption") == "true",
    )
