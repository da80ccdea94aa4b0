"""From claims over the graph to the picture's holdings."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox
import pytest

from kg.draw import Side, draw_html, holdings
from kg.graph import quads
from kg.model import Article, Evidence, Facts, Organization, Position, Status, Text, Unit
from kg.normalise import blocks_of, normalise

PROVINCE = Unit("Quảng Ninh", "province", "tỉnh", 1, "legacy/22")
CITY = Unit("Uông Bí", "city-of-province", "thành phố", 2, "legacy/196", ("legacy/22",))
COMMITTEE = Organization("city-party-committee", "Thành ủy", CITY, bare_unit=True)
PROVINCIAL = Organization(
    "provincial-party-committee", "Tỉnh ủy", PROVINCE, bare_unit=True, rule="province-of-city"
)
STANDING = Organization("standing-committee", "Ban Thường vụ", parent=PROVINCIAL)
PEOPLE = Organization("peoples-committee", "Ủy ban nhân dân", CITY)
LINES = (
    "Sáng 5/1, hội nghị họp. Đồng chí Trần Văn Mẫu, Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Thành ủy chủ trì.",
    "Bà Lê Thị Thử nguyên là Chủ tịch UBND thành phố.",
)


class Union:
    def __init__(self, *articles: Facts) -> None:
        self.store = ox.Store()
        for facts in articles:
            self.store.load("".join(quads(facts)).encode(), format=ox.RdfFormat.N_QUADS)

    def query(self, sparql: str) -> Any:
        return self.store.query(sparql, use_default_graph_as_union=True)


class Served(Union):
    """Answers as a SPARQL server does."""

    def query(self, sparql: str) -> Any:
        import json

        answer = super().query(sparql)
        return json.loads(answer.serialize(format=ox.QueryResultsFormat.JSON))


def _text(article_id: str) -> Text:
    article = Article(
        article_id,
        blocks_of("Hội nghị", LINES),
        title="Hội nghị",
        published="2023-01-05",
        url="https://example.org/1",
    )
    return normalise(article)


def _facts(article_id: str = "a") -> Facts:
    text = _text(article_id)

    def position(
        quote: str,
        role: str,
        concept: str | None,
        organization: Organization,
        status: Status,
        *,
        caption: bool = False,
    ) -> Position:
        start = text.content.index(quote)
        evidence = Evidence(article_id, start, start + len(quote), quote, caption)
        person = quote.split(",")[0].split(" nguyên")[0]
        return Position(evidence, "list", person, role, concept, organization, status, as_of="2023-01-05")

    whole = "Trần Văn Mẫu, Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Thành ủy"
    former = "Lê Thị Thử nguyên là Chủ tịch UBND thành phố"
    return Facts(
        text.article,
        text,
        positions=(
            position(
                "Trần Văn Mẫu, Ủy viên Ban Thường vụ Tỉnh ủy", "ủy viên", "member", STANDING, Status.CURRENT
            ),
            position(whole, "bí thư", "secretary", COMMITTEE, Status.CURRENT),
            position(former, "chủ tịch", "chair", PEOPLE, Status.FORMER, caption=True),
        ),
        setting=(CITY, PROVINCE),
    )


@pytest.mark.parametrize("kind", [Union, Served])
def test_all_that_the_picture_needs(kind: type[Union]) -> None:
    found = {made.role: made for made in holdings(kind(_facts()))}
    assert set(found) == {"ủy viên", "bí thư", "chủ tịch"}
    member, secretary, chair = found["ủy viên"], found["bí thư"], found["chủ tịch"]
    assert (secretary.person, secretary.organization, secretary.side) == (
        "Trần Văn Mẫu",
        "Thành ủy Uông Bí",
        Side.PARTY,
    )
    assert secretary.unit is not None
    assert (secretary.unit.label, secretary.unit.level) == ("Thành phố Uông Bí", 2)
    assert [unit.label for unit in secretary.unit_ancestors] == ["Tỉnh Quảng Ninh"]
    assert [parent.label for parent in member.parents] == ["Tỉnh ủy Quảng Ninh"]
    assert (member.inferred_rule, secretary.inferred_rule) == ("province-of-city", None)
    assert (chair.side, chair.status, chair.caption, secretary.caption) == (Side.STATE, "former", True, False)
    assert (secretary.role_en, secretary.as_of, secretary.article_date) == (
        "secretary",
        "2023-01-05",
        "2023-01-05",
    )
    assert (secretary.article_title, secretary.article_url) == ("Hội nghị", "https://example.org/1")


def test_the_sentence_holds_the_quote_at_its_offset() -> None:
    for made in holdings(Union(_facts())):
        assert made.sentence[made.sentence_offset :].startswith(made.quote)
        assert made.sentence.endswith(".")
        assert "Sáng 5/1" not in made.sentence


def test_the_order_of_loading_plays_no_part() -> None:
    one = list(holdings(Union(_facts("a"), _facts("b"))))
    assert one == list(holdings(Union(_facts("b"), _facts("a"))))
    assert len(one) == 6
    assert draw_html(one) == draw_html(reversed(one))


def test_an_empty_store_gives_nothing() -> None:
    assert not list(holdings(Union()))
