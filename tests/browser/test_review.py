"""Review as a person does it: in a real browser, into a real file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from visiting import PHONE, Visitor

from kg.identity import read_dismissals, read_judgements
from tests.patience import PATIENCE
from tests.reviewed import LEFT, RIGHT, reviewed
from tests.serving import serving

pytestmark = pytest.mark.browser
Visit = Callable[..., Visitor]
#: Milliseconds until a list is there: another process reads the graph, or validates it.
LONG = 4000 * PATIENCE


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
    expect(seen.page.locator("article, table").first).to_be_visible(timeout=LONG)
    assert seen.violations() == []
    assert seen.too_wide() <= 0


def test_a_pair_is_decided_with_both_sentences_in_view(visit: Visit, file: Path) -> None:
    page = visit("/review").page
    pair = page.locator("article.pair").first
    expect(pair).to_be_visible(timeout=LONG)
    expect(pair.locator("mark", has_text="Chiểu")).not_to_have_count(0)
    expect(pair.locator("mark", has_text="Chiêu")).not_to_have_count(0)
    expect(pair.get_by_role("button", name="One person")).to_be_disabled()
    page.get_by_label("Who decides").fill("Lan Anh")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Decided by Lan Anh")).to_be_visible()
    pair.get_by_text("Reasons").click()
    expect(pair.locator("li")).not_to_have_count(0)
    pair.get_by_label("Why").fill("one secretary, two years")
    pair.get_by_role("button", name="One person").click()
    expect(page.get_by_text("Written: one person.")).to_be_visible()
    (written,) = read_judgements(file)
    assert (written.left, written.right, written.by) == (LEFT, RIGHT, "Lan Anh")
    expect(page.get_by_text("Nothing is left to review here.")).to_be_visible()
    page.get_by_role("link", name="Decided", exact=True).click()
    expect(page.locator("table")).to_contain_text("one secretary, two years")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Taken back.")).to_be_visible()
    assert read_judgements(file) == ()
    page.get_by_role("link", name="Uncertain identities").click()
    expect(page.locator("article.pair")).to_have_count(1, timeout=LONG)


def test_a_finding_is_dismissed(visit: Visit, file: Path) -> None:
    page = visit("/review/findings").page
    page.get_by_label("Who decides").fill("Minh")
    page.get_by_role("button", name="Remember this name").click()
    card = page.locator("article", has_text="The parts add up to 15")
    expect(card.locator("mark")).to_contain_text("16 chỉ tiêu chủ yếu", timeout=LONG)
    card.get_by_role("button", name="Needs no more looking at").click()
    expect(page.get_by_text("Written: needs no more looking at.")).to_be_visible()
    assert [each.kind for each in read_dismissals(file)] == ["sum"]
    expect(page.locator("article", has_text="The parts add up to 15")).to_have_count(0)


def test_a_sentence_leads_to_its_article(visit: Visit, file: Path) -> None:
    page = visit("/review/findings").page
    page.locator("article blockquote a").first.click(timeout=LONG)
    expect(page).to_have_url(re.compile("/article/.*#"))
    anchor = page.url.partition("#")[2]
    expect(page.locator(f'[id="{anchor}"]')).to_have_count(1)
