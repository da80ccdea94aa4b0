"""Findings in made-up articles: each kind where it must be found, and where it must not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from five_articles import HUYEN_UY_TY, QUANG_NINH, THANH_UY_UB, UBND_UB, UONG_BI
from telling import Telling

from kg.check import Finding, Gravity, check, kinds
from kg.errors import UsageError
from kg.model import Organization, Status
from kg.store import KgStore
from kg.validate import load_shapes

POLICE = Organization("police", "Công an", UONG_BI, level=2)
Tell = Callable[[Telling], None]
ToldBy = Callable[..., KgStore]


def article(name: str, published: str, *tells: Tell, bounds: str | None = None) -> Telling:
    told = Telling(name, f"Tin {name}", (UONG_BI, QUANG_NINH), published or None, bounds, f"Báo {name}")
    for tell in tells:
        tell(told)
    return told


def post(*words: object, **more: object) -> Tell:
    return lambda told: told.post(*words, **more)  # type: ignore[arg-type]


def number(value: str, comparator: str = "=", label: str = "tỷ lệ hộ nghèo", kind: str = "result") -> Tell:
    return lambda told: told.number(
        UONG_BI,
        label,
        value,
        "%",
        "2022",
        kind,
        comparator,
        "vaccination" if "mũi" in label else "poverty-rate",
        "percent",
    )


def document(number: str, date: str, kind: str = "nghị quyết", issuer: object = THANH_UY_UB) -> Tell:
    return lambda told: told.document(kind, number, issuer, date, "nhiệm vụ trọng tâm") and None  # type: ignore[arg-type, func-returns-value]


def theme(words: str, period: str = "2023") -> Tell:
    return lambda told: told.theme(THANH_UY_UB, period, words)


def parts(total: int, *counts: int) -> Tell:
    names = ("kinh tế", "xã hội", "môi trường")
    return lambda told: told.sum(
        THANH_UY_UB, "chỉ tiêu", total, "chỉ tiêu", "2023", list(zip(names, counts, strict=False))
    )


CASES: dict[str, tuple[list[Telling], set[str]]] = {
    "nothing": ([article("a", "2023-01-01", number("1.2"))], set()),
    "two values": (
        [article("a", "2023-01-01", number("1.2")), article("b", "2023-02-01", number("1.5"))],
        {"two-values"},
    ),
    "rounded": (
        [article("a", "2023-01-01", number("1.2")), article("b", "2023-02-01", number("1.16"))],
        set(),
    ),
    "a bound that holds": (
        [article("a", "2023-01-01", number("1.2")), article("b", "2023-02-01", number("2", "<="))],
        set(),
    ),
    "target and result": (
        [
            article("a", "2023-01-01", number("1.2")),
            article("b", "2023-02-01", number("1.5", kind="target")),
        ],
        set(),
    ),
    "two values in one article mean two things": (
        [article("a", "2023-01-01", number("1.2"), number("1.5"))],
        set(),
    ),
    "parts beyond the total": ([article("a", "2023-01-01", parts(15, 6, 4, 6))], {"sum"}),
    "parts that add up": ([article("a", "2023-01-01", parts(16, 6, 4, 6))], set()),
    "two themes": (
        [
            article("a", "2023-01-01", theme("Thu hút đầu tư; chỉnh trang đô thị")),
            article("b", "2023-02-01", theme("Cải cách hành chính, chuyển đổi số")),
        ],
        {"two-themes"},
    ),
    "one theme in two wordings": (
        [
            article("a", "2023-01-01", theme("Năm kỷ cương hành chính")),
            article("b", "2023-02-01", theme("Năm kỷ cương hành chính 2023")),
        ],
        set(),
    ),
    "themes of two years": (
        [
            article("a", "2023-01-01", theme("Thu hút đầu tư")),
            article("b", "2023-02-01", theme("Cải cách hành chính", "2022")),
        ],
        set(),
    ),
    "two dates": (
        [
            article("a", "2023-01-01", document("06-NQ/TU", "2022-12-02")),
            article("b", "2023-01-05", document("06-NQ/TU", "2022-12-12")),
        ],
        {"two-accounts-of-document"},
    ),
    "a date less exact": (
        [
            article("a", "2023-01-01", document("06-NQ/TU", "2022-12-02")),
            article("b", "2023-01-05", document("06-NQ/TU", "2022-12")),
        ],
        set(),
    ),
    "numbers start again with a term": (
        [
            article("a", "2023-01-01", document("06-NQ/TU", "2022-12-02")),
            article("b", "2017-01-05", document("06-NQ/TU", "2016-12-08")),
        ],
        {"look-alike"},
    ),
    "after the article": (
        [article("a", "2023-01-01", document("06-NQ/TU", "2023-02-02"))],
        {"order-in-time"},
    ),
    "on the day of the article": ([article("a", "2023-01-01", document("06-NQ/TU", "2023-01-01"))], set()),
    "more second doses": (
        [article("a", "2023-01-01", number("99.5", label="mũi 1"), number("99.7", label="mũi 2"))],
        {"implausible"},
    ),
    "fewer second doses": (
        [article("a", "2023-01-01", number("99.7", label="mũi 1"), number("99.5", label="mũi 2"))],
        set(),
    ),
    "more than all": ([article("a", "2023-01-01", number("101"))], {"implausible"}),
    "all": ([article("a", "2023-01-01", number("100"))], set()),
    "the number of a city for a district": (
        [article("a", "2023-01-01", document("05-NQ/TU", "2022-12-02", issuer=HUYEN_UY_TY))],
        {"implausible"},
    ),
    "two chairs on one day": (
        [
            article("a", "2023-01-01", post("Lê Thị Thử", "chủ tịch", UBND_UB, as_of="2023-01-01")),
            article("b", "2023-01-01", post("Ngô Văn Ví", "chủ tịch", UBND_UB, as_of="2023-01-01")),
        ],
        {"two-holders"},
    ),
    "a chair between two days of another": (
        [
            article("a", "2023-01-01", post("Lê Thị Thử", "chủ tịch", UBND_UB, as_of="2023-01-01")),
            article("b", "2023-02-01", post("Ngô Văn Ví", "chủ tịch", UBND_UB, as_of="2023-02-01")),
            article("c", "2023-03-01", post("Lê Thị Thử", "chủ tịch", UBND_UB, as_of="2023-03-01")),
        ],
        {"two-holders"},
    ),
    "two chairs in one article": (
        [article("a", "", post("Lê Thị Thử", "chủ tịch", UBND_UB), post("Ngô Văn Ví", "chủ tịch", UBND_UB))],
        {"two-holders"},
    ),
    "one chair after the other": (
        [
            article("a", "2023-01-01", post("Lê Thị Thử", "chủ tịch", UBND_UB, as_of="2023-01-01")),
            article("b", "2023-02-01", post("Ngô Văn Ví", "chủ tịch", UBND_UB, as_of="2023-02-01")),
        ],
        set(),
    ),
    "a chair and who was chair": (
        [
            article(
                "a",
                "2023-01-01",
                post("Lê Thị Thử", "chủ tịch", UBND_UB),
                post("Ngô Văn Ví", "chủ tịch", UBND_UB, Status.FORMER),
            )
        ],
        set(),
    ),
    "two deputies": (
        [
            article(
                "a",
                "2023-01-01",
                post("Lê Thị Thử", "phó chủ tịch", UBND_UB),
                post("Ngô Văn Ví", "phó chủ tịch", UBND_UB),
            )
        ],
        set(),
    ),
    "after the city was abolished": (
        [article("a", "2025-08-01", post("Lê Thị Thử", "chủ tịch", UBND_UB, as_of="2025-08-01"))],
        {"no-such-body"},
    ),
    "after the police of districts ended": (
        [article("a", "2025-04-01", post("Lê Thị Thử", "trưởng công an", POLICE, as_of="2025-04-01"))],
        {"no-such-body"},
    ),
    "before the police of districts ended": (
        [article("a", "2025-02-01", post("Lê Thị Thử", "trưởng công an", POLICE, as_of="2025-02-01"))],
        set(),
    ),
    "in the post again after it was over": (
        [
            article("a", "2021-01-01", post("Lê Thị Thử", "bí thư", THANH_UY_UB)),
            article("b", "2022-01-01", post("Lê Thị Thử", "bí thư", THANH_UY_UB, Status.FORMER)),
            article("c", "2023-01-01", post("Lê Thị Thử", "bí thư", THANH_UY_UB)),
        ],
        {"held-again"},
    ),
    "over and not held again": (
        [
            article("a", "2021-01-01", post("Lê Thị Thử", "bí thư", THANH_UY_UB)),
            article("b", "2022-01-01", post("Lê Thị Thử", "bí thư", THANH_UY_UB, Status.FORMER)),
            article("c", "2023-01-01", post("Lê Thị Thử", "bí thư", THANH_UY_UB, Status.FORMER)),
        ],
        set(),
    ),
    "before the city was abolished": (
        [article("a", "2025-06-01", post("Lê Thị Thử", "chủ tịch", UBND_UB, as_of="2025-06-01"))],
        set(),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_found(name: str, told_by: ToldBy) -> None:
    articles, expected = CASES[name]
    found = check(told_by(*(told.facts() for told in articles)).quads)
    assert {finding.kind for finding in found} == expected
    for finding in found:
        assert finding.message_en
        assert "{" not in finding.message_vi + finding.message_en
        assert all(side.told for side in finding.sides)


def only(findings: tuple[Finding, ...]) -> Finding:
    (finding,) = findings
    return finding


def test_both_sentences_are_told(told_by: ToldBy) -> None:
    articles, _ = CASES["two values"]
    finding = only(check(told_by(*(told.facts() for told in articles)).quads))
    assert finding.gravity is Gravity.CONTRADICTION
    assert [[(t.article, t.date) for t in side.told] for side in finding.sides] in (
        [[("a", "2023-01-01")], [("b", "2023-02-01")]],
        [[("b", "2023-02-01")], [("a", "2023-01-01")]],
    )
    assert len(finding.witnesses) == 2


def test_each_date_of_a_document_has_the_articles_that_tell_it(told_by: ToldBy) -> None:
    articles, _ = CASES["two dates"]
    finding = only(check(told_by(*(told.facts() for told in articles)).quads))
    assert {side.value: [t.article for t in side.told] for side in finding.sides} == {
        "2022-12-02": ["a"],
        "2022-12-12": ["b"],
    }


def test_the_order_of_the_articles_does_not_matter(told_by: ToldBy) -> None:
    facts = [told.facts() for name in ("two values", "two dates") for told in CASES[name][0][:1]]
    facts += [article("c", "2023-03-01", number("1.9"), document("06-NQ/TU", "2022-12-12")).facts()]
    one, two = check(told_by(*facts[1:]).quads), check(told_by(*reversed(facts[1:])).quads)
    assert one == two
    assert one


def test_what_is_odd_is_told_after_what_contradicts(told_by: ToldBy) -> None:
    one = article("x", "2023-01-01", number("101"), theme("Thu hút đầu tư"))
    two = article("y", "2023-02-01", theme("Cải cách hành chính"))
    found = check(told_by(one.facts(), two.facts()).quads)
    assert [finding.kind for finding in found] == ["two-themes", "implausible"]


def test_kinds_and_units_choose(told_by: ToldBy) -> None:
    one = article("x", "2023-01-01", number("101"), theme("Thu hút đầu tư"))
    two = article("y", "2023-02-01", theme("Cải cách hành chính"))
    store = told_by(one.facts(), two.facts())
    unit = "https://w3id.org/dangbo/id/unit/legacy."
    assert [f.kind for f in check(store.quads, ["odd"])] == ["implausible"]
    assert [f.kind for f in check(store.quads, ["two-themes"])] == ["two-themes"]
    assert check(store.quads, ["two-values"]) == ()
    assert len(check(store.quads, units=[f"{unit}196"])) == 2
    assert len(check(store.quads, units=[f"{unit}22"])) == 2
    assert check(store.quads, units=[f"{unit}195"]) == ()
    with pytest.raises(UsageError, match="two-holders"):
        check(store.quads, ["two-heads"])


def test_every_kind_has_rules_and_every_rule_a_kind_that_there_is() -> None:
    used = {rule.kind for rule in load_shapes().rules if rule.kind is not None}
    assert used == set(kinds())


def test_every_warning_that_spans_things_is_a_finding() -> None:
    """What a shape finds odd in the sources is never left out of the list."""
    rules = load_shapes().rules
    assert {r.shape for r in rules if r.kind is None and r.severity.value == "Warning"} == set()
    assert {r.shape for r in rules if r.kind is not None and r.severity.value == "Violation"} == set()


def test_an_empty_store_has_no_findings(empty: KgStore) -> None:
    assert check(empty.quads) == ()
