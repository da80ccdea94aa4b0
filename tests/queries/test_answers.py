"""Every query file answers its question with the rows that the five articles give."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable

import pyoxigraph as ox
import pytest
from five_articles import HDND_UB, five_articles
from telling import Telling

from kg.model import Facts
from kg.query import Query, Result, check, queries, run
from kg.resources import data_dir
from kg.store import KgStore
from kg.vocab import Minter, slug

NAMES = sorted(path.stem for path in data_dir("queries").glob("*.rq"))
Rows = set[tuple[str, ...]]


def rows(result: Result, *columns: str) -> Rows:
    """The values of some columns."""
    places = [result.columns.index(column) for column in columns]
    table = result.table()
    return {tuple(row[place] for place in places) for row in table}


def words_of(example: str) -> list[str]:
    """The arguments of an example, without the command line's own options."""
    words = shlex.split(example)
    assert words[:2] == ["kg", "query"], example
    if "--format" in words:
        place = words.index("--format")
        del words[place : place + 2]
    return words[2:]


# -- the files -----------------------------------------------------------------------------------------------


def test_there_is_a_query_for_each_question() -> None:
    assert len(NAMES) >= 25
    assert list(queries()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_header(name: str) -> None:
    query = queries()[name]
    assert query.title
    assert query.question_vi.endswith("?")
    assert query.question_en.endswith("?")
    assert query.question_vi != query.question_en
    assert query.examples
    for parameter in query.parameters:
        assert parameter.description
        assert parameter.description_vi
        assert parameter.description_vi != parameter.description
    check(query.text)


@pytest.mark.parametrize("name", NAMES)
def test_every_parameter_has_a_place_and_every_place_a_parameter(name: str) -> None:
    query = queries()[name]
    places = set(re.findall(r"# bind \?(\w+)", query.text))
    assert places == {parameter.name for parameter in query.parameters}
    assert len(query.parameters) == query.text.count("# param:")


@pytest.mark.parametrize("name", NAMES)
def test_prefixes_are_those_of_the_vocabulary_and_all_used(name: str) -> None:
    from kg.vocab import Minter

    known = Minter().prefixes()
    text = queries()[name].text
    for prefix, iri in re.findall(r"^PREFIX ([\w-]+): <([^>]*)>$", text, re.MULTILINE):
        assert known[prefix] == iri
        assert len(re.findall(rf"(?<![\w-]){prefix}:", text)) > 1


@pytest.mark.parametrize("name", NAMES)
def test_rows_come_in_a_fixed_order(name: str) -> None:
    text = queries()[name].text
    assert "ORDER BY" in text or "CONSTRUCT" in text


#: What no row of the five articles answers: nobody moved or was appointed, no secretary has a rival, no
#: document may be one or another.
SILENT = {
    *("moves", "appointments", "overlapping-secretaries", "successions", "undecided-documents"),
    "uncertain-identities",
}


@pytest.mark.parametrize("name", NAMES)
def test_examples_run_and_answer(name: str, five: KgStore, more: KgStore) -> None:
    query = queries()[name]
    for example in query.examples:
        named, *words = words_of(example)
        assert named == name
        result = run(five, query, query.arguments(words))
        assert not result.notes
        assert bool(result.rows) is (name not in SILENT), example
        assert run(more, query, query.arguments(words)).rows, example


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_store_has_no_rows(name: str, empty: KgStore) -> None:
    query = queries()[name]
    for example in query.examples:
        assert run(empty, query, query.arguments(words_of(example)[1:])).rows == ()


@pytest.mark.parametrize("name", NAMES)
def test_names_that_are_not_there_give_notes(name: str, five: KgStore) -> None:
    query = queries()[name]
    for parameter in query.parameters:
        if parameter.type in ("unit", "organization", "person", "document", "article", "indicator"):
            others = {p.name: "Uông Bí" for p in query.parameters if p.required}
            result = run(five, query, {**others, parameter.name: "Không Đâu Cả"})
            assert result.rows == ()
            assert any("Không Đâu Cả" in note for note in result.notes)


def test_every_quote_is_words_of_its_article(five: KgStore) -> None:
    texts = {f"article:{facts.article.id}": facts.text.content for facts in five_articles()}
    seen = 0
    for query in queries().values():
        if any(parameter.required for parameter in query.parameters):
            continue
        result = run(five, query)
        if not {"quote", "article"} <= set(result.columns):
            continue
        for quote, article in rows(result, "quote", "article"):
            assert quote in texts[article], (query.name, quote)
            seen += 1
    assert seen > 120


# -- the answers ---------------------------------------------------------------------------------------------


def ask(store: KgStore, name: str, *columns: str, **params: str) -> Rows:
    result = run(store, name, params)
    assert not result.notes
    return rows(result, *columns)


def test_secretaries_are_attested_not_dated(five: KgStore) -> None:
    assert ask(five, "secretaries", "person", "attested", "article", unit="Uông Bí") == {
        ("Trần Văn Lâm", "2016-12-08/2017", "article:quang-trung"),
        ("Nghiêm Xuân Cường", "2022-12-02/2023", "article:uong-bi"),
    }
    assert ask(five, "secretaries", "person", unit="Chí Linh") == {("Hoàng Quốc Thưởng",)}
    assert ask(five, "secretaries", "person", unit="thị xã Tân Uyên") == {("Bùi Minh Trí",)}
    assert ask(five, "secretaries", "person", unit="Cẩm Phả") == set()


@pytest.mark.parametrize(
    ("on", "lam", "cuong"),
    [
        ("2015", "after", "after"),
        ("2016", "at", "after"),
        ("2016-12-07", "after", "after"),
        ("2017-06-01", "at", "after"),
        ("2018", "before", "after"),
        ("2022-12", "before", "at"),
        ("2023-05-16", "before", "at"),
        ("2024-01-01", "before", "before"),
    ],
)
def test_secretaries_before_at_and_after(five: KgStore, on: str, lam: str, cuong: str) -> None:
    found = dict(ask(five, "secretaries", "person", "when", unit="uong bi", on=on))
    assert found == {"Trần Văn Lâm": lam, "Nghiêm Xuân Cường": cuong}


def test_posts_of_a_person(five: KgStore) -> None:
    assert ask(five, "posts-of-person", "role", "organization", "status", person="tran van lam") == {
        ("ủy viên", "Tỉnh ủy Quảng Ninh", "current"),
        ("bí thư", "Thành ủy Uông Bí", "current"),
        ("chủ tịch", "Hội đồng nhân dân thành phố Uông Bí", "current"),
    }
    assert ask(five, "posts-of-person", "caption", person="Minh Thanh") == {("true",)}


def test_officials_are_twelve_with_twenty_one_posts(five: KgStore) -> None:
    found = ask(five, "officials", "person", "role", "organization", "article")
    assert len(found) == 21
    assert len({person for person, *_ in found}) == 12
    counts = {article: sum(row[3] == article for row in found) for *_, article in found}
    assert counts == {
        "article:uong-bi": 4,
        "article:tien-yen": 3,
        "article:chi-linh": 10,
        "article:quang-trung": 3,
        "article:tan-uyen": 1,
    }
    assert len(ask(five, "officials", "person", "organization", unit="Hải Dương")) == 10
    assert ask(five, "officials", "person", unit="Quang Trung") == set()


def test_party_and_state_posts_at_once(five: KgStore) -> None:
    assert ask(five, "concurrent-posts", "person", "partyPost", "statePost", "state") >= {
        ("Hà Hải Dương", "bí thư", "chủ tịch", "Ủy ban nhân dân huyện Tiên Yên"),
        ("Nghiêm Xuân Cường", "bí thư", "chủ tịch", "Hội đồng nhân dân thành phố Uông Bí"),
        ("Trần Văn Lâm", "bí thư", "chủ tịch", "Hội đồng nhân dân thành phố Uông Bí"),
        ("Nguyễn Văn Kiên", "phó bí thư", "chủ tịch", "Ủy ban nhân dân thành phố Chí Linh"),
    }
    assert ask(five, "concurrent-posts", "person", unit="Uông Bí") == {
        ("Nghiêm Xuân Cường",),
        ("Trần Văn Lâm",),
    }


def test_posts_at_two_levels_or_two_of_a_province(five: KgStore) -> None:
    found = ask(five, "two-levels", "person", "upperLevel", "lowerLevel")
    assert found == {
        ("Hoàng Quốc Thưởng", "1", "2"),
        ("Trần Văn Lâm", "1", "2"),
        ("Lê Văn Hiệu", "1", "1"),
        ("Nguyễn Thị Ngọc Bích", "1", "1"),
        ("Nguyễn Văn Phú", "1", "1"),
    }


def test_who_followed_whom(more: KgStore) -> None:
    assert ask(more, "successions", "postName", "predecessor", "person", "since", "article") == {
        ("bí thư Huyện ủy Tiên Yên", "Phạm Văn Chuyển", "Lý Thị Kế", "2023-06-09", "article:june")
    }
    assert ask(more, "successions", "person", unit="Tiên Yên") == {("Lý Thị Kế",)}
    assert ask(more, "successions", "person", unit="Quảng Ninh") == set()
    assert ("Phạm Văn Chuyển",) in ask(more, "secretaries", "before", unit="Tiên Yên")


def test_a_post_held_on_a_day(five: KgStore, more: KgStore) -> None:
    on = {"unit": "uong bi", "on": "2023-06-01"}
    assert ask(five, "secretaries", "person", "held", **on) == {
        ("Trần Văn Lâm", "possible"),
        ("Nghiêm Xuân Cường", "possible"),
    }
    certain = ask(more, "secretaries", "person", "held", unit="Cẩm Phả", on="2023-03-01")
    assert certain == {("Vũ Thị Sau", "certain"), ("Đỗ Văn Trước", "certain")}
    newcomer = ask(more, "secretaries", "person", "held", unit="Tiên Yên", on="2023-01-01")
    assert ("Lý Thị Kế", "no") in newcomer


def test_moves_need_a_post_left_and_a_post_taken(more: KgStore) -> None:
    assert ask(more, "moves", "person", "from", "fromLevel", "to", "toLevel", "date") == {
        ("Phạm Văn Chuyển", "Huyện ủy Tiên Yên", "2", "Tỉnh ủy Quảng Ninh", "1", "2023-06-09")
    }
    assert ask(more, "moves", "person", unit="Quảng Ninh") == {("Phạm Văn Chuyển",)}
    assert ask(more, "moves", "person", unit="Cẩm Phả") == set()


def test_steps_of_appointment(more: KgStore) -> None:
    assert ask(more, "appointments", "date", "person", "status", "step", since="2023-06-09") == {
        ("2023-06-09", "Phạm Văn Chuyển", "appointed", "elected"),
        ("2023-06-09", "Lý Thị Kế", "appointed", "appointed"),
        ("2023-06-10", "Phạm Văn Chuyển", "ended", ""),
    }
    assert ask(more, "appointments", "date", since="2023-07") == set()


def test_standing_committee_by_seat_and_by_office(five: KgStore) -> None:
    expected = {
        ("Nguyễn Thị Ngọc Bích", "stated"),
        ("Nguyễn Văn Phú", "stated"),
        ("Hoàng Quốc Thưởng", "stated"),
        ("Lê Văn Hiệu", "office"),
    }
    assert ask(five, "standing-committee", "person", "basis", committee="Tỉnh ủy Hải Dương") == expected
    stated = ask(five, "standing-committee", "person", "basis", committee="BTV Tỉnh ủy Hải Dương")
    assert stated == {row for row in expected if row[1] == "stated"}


def test_themes_and_the_resolutions_that_set_them(five: KgStore) -> None:
    found = ask(five, "theme-history", "organization", "period", "document", "reading")
    assert found == {
        ("Tỉnh ủy Quảng Ninh", "2022", "", "stated"),
        ("Huyện ủy Tiên Yên", "2022", "05-NQ/TU @ Huyện ủy Tiên Yên", "stated"),
        ("Thành ủy Uông Bí", "2023", "06-NQ/TU @ Thành ủy Uông Bí", "stated"),
        ("Đảng ủy phường Quang Trung", "2016", "", "stated"),
        ("Đảng ủy phường Quang Trung", "2017", "", "stated"),
        ("Thành ủy Uông Bí", "2017", "", "candidate"),
    }
    themes = ask(five, "theme-history", "theme", unit="TP Uông Bí", period="2023")
    assert {theme for (theme,) in themes} == {
        "Đẩy mạnh thu hút đầu tư; nâng cao chất lượng đời sống nhân dân; chung tay chỉnh trang đô thị"
    }


def test_themes_of_a_province(five: KgStore) -> None:
    found = ask(five, "themes-of-province", "level", "unit", "period", province="Quảng Ninh")
    assert found == {
        ("1", "tỉnh Quảng Ninh", "2022"),
        ("2", "huyện Tiên Yên", "2022"),
        ("2", "thành phố Uông Bí", "2023"),
        ("3", "phường Quang Trung", "2016"),
        ("3", "phường Quang Trung", "2017"),
    }
    only = ask(five, "themes-of-province", "unit", province="quang ninh", period="2023")
    assert only == {("thành phố Uông Bí",)}


def test_what_a_district_takes_from_the_province(five: KgStore) -> None:
    found = ask(five, "theme-elements-shared", "lower", "upper", "found", "part")
    assert {(side, part) for _, _, side, part in found} == {
        ("both", "thích ứng an toàn"),
        ("both", "kiểm soát hiệu quả dịch covid-19"),
        ("upper", "linh hoạt"),
        ("upper", "giữ vững đà tăng trưởng"),
        ("upper", "phát triển nguồn nhân lực chất lượng cao"),
        ("lower", "đột phá thu hút đầu tư"),
        ("lower", "đẩy mạnh tăng trưởng"),
        ("lower", "xây dựng huyện đạt chuẩn nông thôn mới nâng cao"),
    }
    assert {row[:2] for row in found} == {("Huyện ủy Tiên Yên", "Tỉnh ủy Quảng Ninh")}


def test_documents_that_carry_out_a_resolution(five: KgStore, more: KgStore) -> None:
    direct = {
        ("1", "05-NQ/TU @ Huyện ủy Tiên Yên"),
        ("1", "16-NQ/TU @ Thành ủy Cẩm Phả"),
    }
    assert ask(five, "implementing-documents", "steps", "document", document="08-nq/tu") == direct
    assert ask(more, "implementing-documents", "steps", "document", document="08-nq/tu") == {
        *direct,
        ("2", "03-NQ/ĐU @ Đảng ủy phường Cẩm Đông"),
    }


def test_the_cascade_is_a_graph(five: KgStore) -> None:
    result = run(five, "document-graph")
    assert result.triples is not None
    assert result.to_turtle().count("dang:implements") == 4
    only = run(five, "document-graph", {"issuer": "Bộ Chính trị"})
    assert only.to_turtle().count("dang:implements") == 1


def test_central_documents_cited_locally(five: KgStore) -> None:
    found = ask(five, "most-cited-documents", "name", "articles", "citedIn", level="central")
    assert found == {
        ("05-CT/TW @ Bộ Chính trị", "2", "phường Quang Trung; thị xã Tân Uyên"),
        ("01-KL/TW @ Bộ Chính trị", "1", "thị xã Tân Uyên"),
        ("21-KL/TW @ Ban Chấp hành Trung ương Đảng", "1", "thị xã Tân Uyên"),
        (
            "Nghị quyết Hội nghị Trung ương 4 khóa XIII @ Ban Chấp hành Trung ương Đảng",
            "1",
            "thị xã Tân Uyên",
        ),
        ("Nghị quyết Trung ương 4 khóa XII @ Ban Chấp hành Trung ương Đảng", "1", "phường Quang Trung"),
    }
    assert run(five, "most-cited-documents").table()[0][0] == "05-CT/TW @ Bộ Chính trị"


def test_the_cascade_leads_from_the_province_to_the_ward_through_articles(more: KgStore) -> None:
    found = ask(
        more, "document-cascade", "steps", "level", "document", "carriesOut", "article", document="08-nq/tu"
    )
    province, city = "08-NQ/TU @ Tỉnh ủy Quảng Ninh", "16-NQ/TU @ Thành ủy Cẩm Phả"
    assert found == {
        ("1", "2", "05-NQ/TU @ Huyện ủy Tiên Yên", province, "article:tien-yen"),
        ("1", "2", city, province, "article:tien-yen"),
        ("2", "3", "03-NQ/ĐU @ Đảng ủy phường Cẩm Đông", city, "article:march"),
    }
    assert ask(more, "document-cascade", "top") >= {(province,), ("05-CT/TW @ Bộ Chính trị",)}


def test_a_mention_that_fits_two_documents_is_of_neither(more: KgStore) -> None:
    found = ask(more, "undecided-documents", "named", "date", "article")
    named = "06-NQ/TU @ Thành ủy Uông Bí"
    assert {row for row in found if row[2] == "article:undated"} == {
        (named, "2016-12-08", "article:undated"),
        (named, "2022-12-02", "article:undated"),
        (named, "2023-06-20", "article:undated"),
    }


def test_mentions_of_a_document_say_why(five: KgStore) -> None:
    found = rows(run(five, "document-mentions", {"document": "05-CT/TW"}), "named", "score", "article")
    assert {row[2] for row in found} == {"article:quang-trung", "article:tan-uyen"}
    assert {bool(score) for _, score, _ in found} == {True, False}


def test_copies_of_an_article_are_one_witness(own: KgStore) -> None:
    mint = Minter()
    graph = mint.derived_graph("witnesses")
    counted = [
        f"<{mint.article(name)}> <https://w3id.org/dangbo/ontology#witness> <https://example.org/one> <{graph}> .\n"
        for name in ("quang-trung", "tan-uyen")
    ]
    before = ask(own, "most-cited-documents", "name", "witnesses", "articles", level="central")
    own.replace_all([(graph, counted)])
    after = ask(own, "most-cited-documents", "name", "witnesses", "articles", level="central")
    assert ("05-CT/TW @ Bộ Chính trị", "2", "2") in before
    assert ("05-CT/TW @ Bộ Chính trị", "1", "2") in after


def test_one_number_two_resolutions(five: KgStore) -> None:
    assert ask(five, "look-alike-documents", "number", "issuer", "date", "term") == {
        ("06-NQ/TU", "Thành ủy Uông Bí", "2016-12-08", "2015-2020"),
        ("06-NQ/TU", "Thành ủy Uông Bí", "2022-12-02", "2020-2025"),
    }


def test_targets_of_uong_bi_for_2023(five: KgStore) -> None:
    found = ask(
        five,
        "targets-and-results",
        "comparator",
        "target",
        "measure",
        "outcome",
        unit="Uông Bí",
        period="2023",
    )
    assert found == {
        ("=", "16", "chỉ tiêu", "unknown"),
        ("=", "2", "chỉ tiêu", "unknown"),
        ("=", "6", "chỉ tiêu", "unknown"),
        ("=", "4", "chỉ tiêu", "unknown"),
        ("=", "3", "chỉ tiêu", "unknown"),
        ("=", "90", "%", "unknown"),
        ("=", "10000", "USD/người/năm", "unknown"),
        ("=", "10", "% vượt dự toán tỉnh giao", "unknown"),
        (">=", "12.5", "% tăng", "unknown"),
        ("=", "3600", "lao động", "unknown"),
    }


def test_targets_beside_results(more: KgStore) -> None:
    columns = ("indicator", "target", "result", "outcome", "attainment")
    found = ask(more, "targets-and-results", *columns, unit="Cẩm Phả", period="2023")
    assert found == {
        ("thu ngân sách", "5000", "5500", "reached", "110"),
        ("tỷ lệ hộ nghèo", "1", "1.4", "missed", "140"),
    }
    missed = ask(more, "targets-and-results", "indicator", unit="Cẩm Phả", outcome="missed")
    assert missed == {("tỷ lệ hộ nghèo",)}
    result = run(more, "targets-and-results", {"unit": "Cẩm Phả", "outcome": "reached"})
    ((quote,),) = rows(result, "resultQuote")
    assert "5500" in quote


def test_a_target_without_a_period_is_found_only_without_one(five: KgStore) -> None:
    merged = ("sáp nhập thôn, khu phố", "")
    assert merged in ask(five, "targets-and-results", "indicator", "period", unit="Tiên Yên")
    assert ask(five, "targets-and-results", "indicator", unit="Tiên Yên", period="2022") == set()


def test_results_of_uong_bi_in_2022(five: KgStore) -> None:
    found = ask(five, "indicator-values", "value", "measure", unit="Uông Bí", period="2022", kind="result")
    assert found == {
        ("13.1", "%"),
        ("13.5", "%"),
        ("15.5", "%"),
        ("5.5", "%"),
        ("3842", "tỷ đồng"),
        ("116", "% dự toán tỉnh giao"),
        ("115.7", "% kế hoạch thành phố giao"),
    }


def test_plans_are_told_from_results(five: KgStore) -> None:
    found = ask(five, "indicator-values", "kind", "period", "comparator", "value", unit="Cẩm Phả")
    assert found == {("target", "2022-H1", "=", "11.21"), ("target", "2022-H1", ">", "6500")}


def test_a_year_holds_its_parts(five: KgStore) -> None:
    found = ask(five, "indicator-values", "period", unit="Tiên Yên", period="2022")
    assert found == {("2022-01/2022-04",), ("2022-01/2022-05",)}
    spans = ask(five, "indicator-values", "period", unit="Chí Linh", period="2020-2022")
    assert spans == {("2020-2022",)}


def test_results_of_quang_trung_chi_linh_and_tan_uyen(five: KgStore) -> None:
    ward = ask(five, "indicator-values", "comparator", "value", "measure", unit="Quang Trung", kind="result")
    assert {
        ("=", "308", "tỷ đồng"),
        ("=", "23", "% tăng so với năm 2015"),
        (">", "46", "tỷ đồng"),
        ("=", "100", "% kế hoạch"),
        (">", "104", "tỷ đồng"),
        ("=", "115", "% so với cùng kỳ"),
        ("=", "10", "/20 chi bộ"),
        ("=", "0.9", "% vượt kế hoạch được giao"),
        ("=", "92.9", "%"),
        (">", "13000", "hồ sơ"),
    } <= ward
    assert len(run(five, "indicator-values", {"unit": "Quang Trung", "kind": "result"}).rows) == 19
    city = ask(five, "indicator-values", "value", "measure", unit="Chí Linh", period="2022")
    assert city == {("87", "triệu đồng/người/năm"), ("1", "%")}
    town = ask(five, "indicator-values", "comparator", "value", "measure", unit="TX Tân Uyên")
    assert town == {("=", "7", "/25 chỉ tiêu"), ("~", "12", "% tăng so với cùng kỳ")}


def test_documents_issued_by_kind(five: KgStore) -> None:
    found = ask(five, "indicator-values", "value", "measure", unit="Tiên Yên", indicator="ban hành")
    assert found == {
        ("2", "chỉ thị"),
        ("56", "quyết định"),
        ("4", "chương trình"),
        ("28", "kế hoạch"),
        ("70", "thông báo"),
        ("21", "thông báo kết luận"),
    }


def test_one_indicator_across_units(five: KgStore) -> None:
    columns = ("place", "period", "kind", "value", "billionDong")
    expected = {
        ("phường Quang Trung", "2016", "result", "104", "104"),
        ("phường Quang Trung", "2016", "result", "45", "45"),
        ("thành phố Chí Linh", "2020-2022", "result", "3200", "3200"),
        ("thành phố Uông Bí", "2022", "result", "3842", "3842"),
        ("thành phố Cẩm Phả", "2022-H1", "target", "6500", "6500"),
    }
    for words in ("thu ngân sách", "budget revenue", "THU NGAN SACH", "budget-revenue"):
        assert ask(five, "indicator-series", *columns, indicator=words, measure="money") == expected
    assert ask(five, "indicator-series", "place", "value", indicator="hộ nghèo") >= {
        ("thành phố Chí Linh", "1")
    }
    assert ask(five, "indicator-series", "billionDong", indicator="thu nhập bình quân đầu người") == {
        ("0.087",)
    }


def test_sixteen_is_not_fifteen(five: KgStore) -> None:
    assert ask(five, "sums-and-contradictions", "finding", "subject", "value", "other") == {
        ("parts and total", "Thành ủy Uông Bí", "16", "15")
    }


def test_two_articles_two_values(more: KgStore) -> None:
    found = ask(more, "sums-and-contradictions", "finding", "value", "other", "article", unit="Cẩm Phả")
    assert found == {
        ("two values", "1.2", "1.5", "article:spring"),
        ("two values", "1.5", "1.2", "article:march"),
    }


def test_two_secretaries_at_once(five: KgStore, more: KgStore) -> None:
    assert ask(five, "overlapping-secretaries", "person") == set()
    columns = ("committee", "person", "from", "to", "other", "otherFrom", "otherTo")
    assert ask(more, "overlapping-secretaries", *columns) == {
        (
            "Thành ủy Cẩm Phả",
            "Vũ Thị Sau",
            "2023-03-01",
            "2023-03-01",
            "Đỗ Văn Trước",
            "2023-01-10",
            "2023-06-10",
        )
    }


def test_meetings(five: KgStore) -> None:
    found = ask(five, "meetings", "date", "type", "organizer", "visited", "person", "part", "level")
    review = ("2023-05-16", "hội nghị", "Thành ủy Chí Linh", "")
    assert found == {
        (*review, "Nguyễn Văn Kiên", "reports", "2"),
        (*review, "Lê Văn Hiệu", "speaks", "1"),
        (*review, "Hoàng Quốc Thưởng", "concludes", "1"),
        (*review, "Nguyễn Thị Ngọc Bích", "attends", "1"),
        (*review, "Nguyễn Văn Phú", "attends", "1"),
        (
            "",
            "buổi làm việc",
            "Thành ủy Uông Bí",
            "Đảng ủy phường Quang Trung",
            "Trần Văn Lâm",
            "chairs",
            "1",
        ),
        ("", "hội nghị", "Ban Thường vụ Thành ủy Uông Bí", "", "Trịnh Thị Minh Thanh", "speaks", "1"),
    }
    assert ask(five, "meetings", "type", unit="Quang Trung") == {("buổi làm việc",)}
    assert ask(five, "meetings", "date", since="2023-05") == {("2023-05-16",)}
    assert ask(five, "meetings", "date", since="2023-06") == set()


def test_congresses_and_what_they_aim_at(five: KgStore) -> None:
    found = ask(five, "congresses", "committee", "ordinal", "term", "aim", "value")
    assert found == {
        ("Thành ủy Uông Bí", "20", "2020-2025", "", ""),
        ("Thành ủy Chí Linh", "23", "2020-2025", "không triển khai dự án, công trình trọng điểm", "3"),
        ("Thành ủy Chí Linh", "23", "2020-2025", "nhóm nhiệm vụ, giải pháp trọng tâm", "5"),
    }
    resolutions = ask(five, "congresses", "resolution", unit="Chí Linh")
    assert len(resolutions) == 1
    assert "lần thứ XXIII" in resolutions.pop()[0]


def test_what_became_of_a_unit(five: KgStore) -> None:
    wanted = ("relation", "other", "date", "until", "kinds", "basis")
    ward = ask(five, "unit-history", *wanted, unit="Quang Trung, Uông Bí")
    assert ward == {
        ("was", "phường Quang Trung", "", "2025-06-30", "", ""),
        ("part of", "thành phố Uông Bí", "", "", "", ""),
        ("part of", "tỉnh Quảng Ninh", "", "", "", ""),
        ("became", "phường Uông Bí", "2025-07-01", "", "split, merged", "1679/NQ-UBTVQH15"),
    }
    city = ask(five, "unit-history", *wanted, unit="thành phố Uông Bí")
    assert city == {
        ("was", "thị xã Uông Bí", "", "2011-02-25", "", ""),
        ("was", "thành phố Uông Bí", "2011-02-26", "2025-06-30", "upgraded", "12/NQ-CP"),
        ("part of", "tỉnh Quảng Ninh", "", "", "", ""),
        ("became", "phường Uông Bí", "2025-07-01", "", "abolished", "203/2025/QH15"),
        ("became", "phường Vàng Danh", "2025-07-01", "", "abolished", "203/2025/QH15"),
        ("became", "phường Yên Tử", "2025-07-01", "", "abolished", "203/2025/QH15"),
    }
    new = ask(five, "unit-history", "relation", "other", "otherIdentifier", unit="phường Uông Bí")
    assert new >= {
        ("was", "phường Uông Bí", "2025/06811"),
        ("part of", "tỉnh Quảng Ninh", "2025/22"),
        ("came from", "thành phố Uông Bí", "legacy/196"),
        ("came from", "phường Quang Trung", "legacy/06817"),
    }


def test_what_became_of_a_committee(five: KgStore) -> None:
    found = rows(run(five, "body-changes", {"body": "Thành ủy Uông Bí"}), "relation", "other", "date", "rule")
    assert found == {
        ("became", f"Đảng ủy phường {name}", "2025-07-01", "body-follows-unit")
        for name in ("Uông Bí", "Vàng Danh", "Yên Tử")
    }
    merged = rows(run(five, "body-changes", {"body": "Tỉnh ủy Hải Dương"}), "relation", "other", "basis")
    assert merged == {("became", "Thành ủy Hải Phòng", "")}


def test_bodies_of_a_unit_on_a_date(five: KgStore) -> None:
    unit = "thành phố Uông Bí"
    then = rows(run(five, "bodies-of-unit", {"unit": unit, "on": "2023-01-01"}), "name", "last")
    assert ("Ban Thường vụ Thành ủy Uông Bí", "2025-06-30") in then
    assert rows(run(five, "bodies-of-unit", {"unit": unit, "on": "2026-01-01"}), "name") == set()
    wards = rows(
        run(five, "bodies-of-unit", {"unit": "phường Yên Tử", "on": "2026"}), "name", "first", "articles"
    )
    assert ("Đảng ủy phường Yên Tử", "2025-07-01", "0") in wards


def test_the_tree_of_committees_reaches_the_nation(five: KgStore) -> None:
    found = rows(
        run(five, "committee-tree", {"body": "Đảng ủy phường Quang Trung"}), "relation", "level", "other"
    )
    assert {other for relation, _, other in found if relation == "above"} == {
        "Thành ủy Uông Bí",
        "Tỉnh ủy Quảng Ninh",
        "Ban Chấp hành Trung ương Đảng",
        "Đảng Cộng sản Việt Nam",
    }
    below = rows(run(five, "committee-tree", {"body": "Thành ủy Uông Bí"}), "relation", "other")
    assert ("below", "Ban Tuyên giáo Thành ủy Uông Bí") in below


def test_witnesses(five: KgStore, more: KgStore) -> None:
    assert ask(five, "witnesses", "what", basis="caption") == {
        ("Trịnh Thị Minh Thanh: phó bí thư Tỉnh ủy Quảng Ninh",)
    }
    copied = ask(five, "witnesses", "articles", "what", basis="republished")
    assert ("1", "Bùi Minh Trí: bí thư Thị ủy Tân Uyên") in copied
    assert {articles for articles, _ in ask(five, "witnesses", "articles", "thing")} == {"1"}
    twice = ask(more, "witnesses", "articles", "witnesses", "papers", "what", basis="one-paper")
    assert twice == {("2", "2", "1", "Đỗ Văn Trước: bí thư Thành ủy Cẩm Phả")}


def test_a_sentence_that_two_papers_print_is_one_witness(told_by: Callable[..., KgStore]) -> None:
    papers = []
    for name in ("Báo Một", "Báo Hai"):
        told = Telling(slug(name), f"Tin của {name}", (), "2023-01-10", publisher=name)
        told.post("Lê Thị Chép", "chủ tịch", HDND_UB)
        papers.append(told.facts())
    store = told_by(*papers)
    columns = ("articles", "witnesses", "papers", "what")
    what = f"Lê Thị Chép: chủ tịch {HDND_UB.label}"
    assert ask(store, "witnesses", *columns, basis="one-witness") == {("2", "1", "2", what)}
    assert ask(store, "witnesses", "what", basis="several-witnesses") == set()


def test_all_that_an_article_says(five: KgStore) -> None:
    result = run(five, "article-facts", {"article": "tien-yen"})
    kinds = [row[2] for row in result.table()]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "position": 3,
        "document": 5,
        "link": 2,
        "theme": 2,
        "result": 10,
        "target": 3,
    }
    ((what,),) = {row for row in rows(result, "what") if "implements" in row[0] and "16-NQ" in row[0]}
    assert what == "16-NQ/TU @ Thành ủy Cẩm Phả implements 08-NQ/TU @ Tỉnh ủy Quảng Ninh"


@pytest.mark.parametrize("facts", five_articles(), ids=lambda facts: facts.article.id)
def test_no_claim_is_left_out(five: KgStore, facts: Facts) -> None:
    found = ask(five, "article-facts", "start", "end", "quote", article=facts.article.id)
    claimed = {(str(c.evidence.start), str(c.evidence.end), c.evidence.quote) for c in facts.claims()}
    assert found == claimed
    assert len(run(five, "article-facts", {"article": facts.article.id}).rows) == len(list(facts.claims()))


def test_changes_since(more: KgStore) -> None:
    found = ask(more, "changes-since", "article", "kind", "statements", since="2024-01-15")
    assert {article for article, *_ in found} == {
        f"article:{name}" for name in ("spring", "march", "june", "undated")
    }
    assert ("article:march", "link", "1") in found
    assert len({row[0] for row in ask(more, "changes-since", "article", since="2024")}) == 9
    assert ask(more, "changes-since", "article", since="2025") == set()


def test_similar_names_stay_apart(five: KgStore, more: KgStore) -> None:
    found = ask(five, "similar-names", "otherName", "likeness", "organization", person="Hoàng Quốc Trung")
    assert found == {
        ("Hoàng Quốc Thưởng", "same family and middle name", "Thành ủy Chí Linh"),
        ("Hoàng Quốc Thưởng", "same family and middle name", "Ban Thường vụ Tỉnh ủy Hải Dương"),
    }
    others = ask(five, "similar-names", "otherName", person="Nguyễn Văn Kiên")
    assert others == {("Nguyễn Văn Phú",)}
    namesakes = ask(more, "similar-names", "likeness", "other", person="Hoàng Quốc Trung")
    assert len({other for likeness, other in namesakes if likeness == "same name"}) == 2


def test_women_are_inferred_from_names(five: KgStore) -> None:
    assert ask(five, "inferred-women", "person", "basis") == {
        ("Trịnh Thị Minh Thanh", "inferred from the name"),
        ("Nguyễn Thị Kim Phượng", "inferred from the name"),
        ("Nguyễn Thị Ngọc Bích", "inferred from the name"),
    }
    assert ask(five, "inferred-women", "person", unit="Hải Dương") == {("Nguyễn Thị Ngọc Bích",)}


def test_who_met_whom(five: KgStore) -> None:
    """At one review: three with parts of their own, two who came."""
    there = {"Nguyễn Văn Kiên", "Lê Văn Hiệu", "Hoàng Quốc Thưởng", "Nguyễn Thị Ngọc Bích", "Nguyễn Văn Phú"}
    review = {("2023-05-16", "hội nghị", one, other) for one in there for other in there if one != other}
    columns = ("date", "type", "name", "otherName")
    assert ask(five, "encounters", *columns, person="Lê Văn Hiệu") == {
        row for row in review if row[2] == "Lê Văn Hiệu"
    }
    pairs = ask(five, "encounters", *columns)
    assert len(pairs) == len(review) / 2
    assert pairs <= review
    pair = {"person": "Lê Văn Hiệu", "other": "Hoàng Quốc Thưởng"}
    assert ask(five, "encounters", "part", "otherPart", since="2023", **pair) == {("speaks", "concludes")}
    assert ask(five, "encounters", "part", since="2024", **pair) == set()
    assert ask(five, "encounters", "otherName", person="Bùi Minh Trí") == set()


def test_how_two_officials_are_connected(five: KgStore) -> None:
    pair = {"person": "Lê Văn Hiệu", "other": "Hoàng Quốc Thưởng"}
    assert ask(five, "connections", "kind", "through", **pair) == {
        ("event", "hội nghị"),
        ("body", "Tỉnh ủy Hải Dương"),
    }
    pair = {"person": "Trần Văn Lâm", "other": "Nghiêm Xuân Cường"}
    found = ask(five, "connections", "kind", "through", "first", "otherFirst", **pair)
    assert {row for row in found if row[0] == "post"} == {
        ("post", "bí thư Thành ủy Uông Bí", "2016-12-08/2017", "2022-12-02/2023"),
        ("post", "chủ tịch Hội đồng nhân dân thành phố Uông Bí", "2016-12-08/2017", "2022-12-02/2023"),
    }
    everyone = ask(five, "connections", "otherName", person="Bùi Minh Trí")
    assert everyone == set()


# -- growth --------------------------------------------------------------------------------------------------


def test_repeated_articles_do_not_multiply_rows(five: KgStore) -> None:
    """The default graph is a merge: a body that several articles describe is one body."""
    count = five.query(
        "SELECT (COUNT(*) AS ?n) WHERE { ?x a <http://xmlns.com/foaf/0.1/Person> ; <http://xmlns.com/foaf/0.1/name> ?name }"
    )
    assert isinstance(count, ox.QuerySolutions)
    assert [row[0] for row in count] == [ox.Literal(12)]
    result = run(five, "officials")
    assert len(result.rows) == len(set(result.rows))


def test_queries_carry_no_names_of_people() -> None:
    for query in queries().values():
        body = "\n".join(line for line in query.text.splitlines() if not line.startswith("#"))
        assert isinstance(query, Query)
        assert "Quảng Ninh" not in body
        assert "Uông Bí" not in body


def test_look_alikes_are_two_people_and_no_doubt(five: KgStore) -> None:
    """Hoàng Quốc Trung of Uông Bí and Hoàng Quốc Thưởng of Chí Linh share all but one syllable and nothing else."""
    names = {row[0] for row in ask(five, "officials", "person") if row[0].startswith("Hoàng Quốc")}
    assert names == {"Hoàng Quốc Trung", "Hoàng Quốc Thưởng"}
    assert ask(five, "uncertain-identities", "verdict", person="Hoàng Quốc Trung") == set()


def test_who_was_found_to_be_one_with_what_reasons(more: KgStore) -> None:
    found = ask(more, "uncertain-identities", "name", "otherName", "by", "reasons", verdict="same")
    assert found
    for name, other, by, reasons in found:
        assert (name, by) == (other, "rule")
        assert "name " in reasons
        assert "https://" not in reasons
    different = ask(more, "uncertain-identities", "name", "verdict", person="Hoàng Quốc Trung")
    assert {verdict for _, verdict in different} <= {"different", "unsure"}
