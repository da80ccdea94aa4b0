"""Review as a person does it: in a real browser, into a real file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from visiting import PHONE, Visitor

from kg.identity import read_dismissals, read_judgements
from tests.reviewed import LEFT, RIGHT, reviewed
from tests.serving import serving

pytestmark = pytest.mark.browser
Visit = Callable[..., Visitor]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    return reviewed(tmp_path_factory.mktemp("reviewed"), root / "seeds")


@pytest.fixture(scope="module")
def address(store: Path) -> Iterator[str]:
    with serving(store, "--judgements", str(store.parent / "judgements.tsv")) as (found, _):
        yield found


@pytest.fixture
def file(store: Path) -> Iterator[Path]:
    path = store.parent / "judgements.tsv"
    path.unlink(missing_ok=True)
    yield path
    path.unlink(missing_ok=True)


@pytest.mark.parametrize(("scheme", "language", "width"), [("light", "vi", 1280), ("dark", "en", PHONE)])
@pytest.mark.parametrize("name", ["pairs", "findings", "warnings", "decided"])
def test_pages_are_for_everybody(
    visit: Visit, file: Path, name: str, scheme: str, language: str, width: int
) -> None:
    file.write_text("same\ta#A B\tb#A B\tlan\ndismissed\tfinding:0a\tsum\tlan\n", encoding="utf-8")
    seen = visit("/review", scheme=scheme, language=language, width=width)
    seen.open(f"/review/{name}")
    seen.page.locator("article, table").first.wait_for(timeout=60_000)
    assert seen.violations() == []
    assert seen.too_wide() <= 0


def test_a_pair_is_decided_with_both_sentences_in_view(visit: Visit, file: Path) -> None:
    page = visit("/review").page
    pair = page.locator("article.pair").first
    pair.wait_for(timeout=60_000)
    assert [mark for mark in pair.locator("mark").all_inner_texts() if "Chiểu" in mark]
    assert [mark for mark in pair.locator("mark").all_inner_texts() if "Chiêu" in mark]
    assert pair.get_by_role("button", name="One person").is_disabled()
    page.get_by_label("Who decides").fill("Lan Anh")
    page.keyboard.press("Enter")
    page.get_by_text("Decided by Lan Anh").wait_for(timeout=60_000)
    pair.get_by_text("Reasons").click()
    assert pair.locator("li").count() >= 1
    pair.get_by_label("Why").fill("one secretary, two years")
    pair.get_by_role("button", name="One person").click()
    page.get_by_text("Written: one person.").wait_for(timeout=60_000)
    (written,) = read_judgements(file)
    assert (written.left, written.right, written.by) == (LEFT, RIGHT, "Lan Anh")
    assert page.get_by_text("Nothing is left to review here.").is_visible()
    page.get_by_role("link", name="Decided", exact=True).click()
    assert "one secretary, two years" in page.locator("table").inner_text()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Taken back.").wait_for(timeout=60_000)
    assert read_judgements(file) == ()
    page.get_by_role("link", name="Uncertain identities").click()
    assert page.locator("article.pair").count() == 1


def test_a_finding_is_dismissed(visit: Visit, file: Path) -> None:
    page = visit("/review/findings").page
    page.get_by_label("Who decides").fill("Minh")
    page.get_by_role("button", name="Remember this name").click()
    card = page.locator("article", has_text="The parts add up to 15")
    card.wait_for(timeout=60_000)
    assert "16 chỉ tiêu chủ yếu" in card.locator("mark").inner_text()
    card.get_by_role("button", name="Needs no more looking at").click()
    page.get_by_text("Written: needs no more looking at.").wait_for(timeout=60_000)
    assert [each.kind for each in read_dismissals(file)] == ["sum"]
    assert page.locator("article", has_text="The parts add up to 15").count() == 0


def test_a_sentence_leads_to_its_article(visit: Visit, file: Path) -> None:
    page = visit("/review/findings").page
    page.locator("article blockquote a").first.click()
    page.wait_for_load_state()
    assert "/article/" in page.url
    anchor = page.url.partition("#")[2]
    assert page.locator(f'[id="{anchor}"]').count() == 1
