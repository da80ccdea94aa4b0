"""The page of officials in a real browser, opened from a file without a network."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from drawn_officials import five_articles, holding, invented

from kg.draw import Holding, draw_html
from tests.patience import soon

if TYPE_CHECKING:
    from selenium.webdriver import Chrome
    from selenium.webdriver.remote.webelement import WebElement

pytestmark = pytest.mark.browser

T = TypeVar("T")
CSS = "css selector"
#: Every two pieces of text of the picture that share more than a pixel on the screen.
OVERLAPS = """
const lines = [...document.querySelectorAll('#world text')].flatMap((text) => {
  const spans = [...text.children].filter((span) => span.hasAttribute('x'));
  return (spans.length ? spans : [text]).map((line) => [line.textContent, line.getBoundingClientRect()]);
}).filter(([words, box]) => words && box.width > 0);
const found = [];
lines.forEach(([words, a], place) => lines.slice(place + 1).forEach(([other, b]) => {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const lineGap = 0.32 * Math.min(a.height, b.height);
  if (wide > 1 && high > lineGap) found.push([words, other, wide, high]);
}));
return [lines.length, found];
"""
FRAME = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)))"


class Page:
    """What a reader can do."""

    def __init__(self, browser: Chrome, path: Path) -> None:
        self.browser = browser
        for kind in ("browser", "performance"):
            browser.get_log(kind)
        browser.get(path.as_uri())
        self.settle()

    def settle(self) -> None:
        self.browser.execute_async_script(FRAME)

    def one(self, selector: str) -> WebElement:
        return self.browser.find_element(CSS, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.browser.find_elements(CSS, selector)

    def texts(self, selector: str) -> list[str]:
        return [element.text for element in self.all(selector)]

    def says(self, selector: str, *texts: str) -> None:
        """Wait until the elements say this."""
        self.becomes(lambda: self.texts(selector), lambda found: found == list(texts))

    def count(self, selector: str, number: int) -> None:
        """Wait until there are so many."""
        self.becomes(lambda: len(self.all(selector)), lambda found: found == number)

    def posts(self, number: int) -> None:
        """Wait until so many posts are to be seen."""
        self.becomes(self.shown_posts, lambda found: found == number)

    def becomes(self, look: Callable[[], T], right: Callable[[T], object] = bool) -> T:
        """Wait until what is seen is right, and give it; what is redrawn meanwhile is looked at again."""
        from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException

        def seen() -> T | None:
            try:
                return look()
            except (NoSuchElementException, StaleElementReferenceException):
                return None

        found = soon(seen, lambda found: found is not None and right(found))
        assert found is not None
        return found

    def press(self, selector: str, *keys: str) -> None:
        self.one(selector).send_keys(*keys)
        self.settle()

    def click(self, selector: str) -> None:
        self.one(selector).click()
        self.settle()

    def search(self, text: str) -> None:
        self.one("#query").clear()
        self.press("#query", text)

    def found(self, text: str, right: Callable[[list[str]], object] = bool) -> list[str]:
        """What is found, once it is what it should be."""
        self.search(text)
        return self.becomes(lambda: [found.split("\n")[0] for found in self.texts("#found li")], right)

    def choose(self, text: str) -> None:
        """Search, and take the first that is found."""
        self.found(text)
        self.press("#query", "\ue007")

    def slide(self, name: str, year: int) -> None:
        script = "const [s, v] = arguments; s.value = v; s.dispatchEvent(new Event('input', {bubbles: true}))"
        self.browser.execute_script(script, self.one(f"#{name}"), year)
        self.settle()

    def shown_posts(self) -> int:
        return len([post for post in self.all("#world .post") if post.is_displayed()])

    def overlaps(self) -> tuple[int, list[Any]]:
        count, found = self.browser.execute_script(OVERLAPS)
        return count, found

    def errors(self) -> list[Any]:
        return list(self.browser.get_log("browser"))

    def requests(self) -> list[str]:
        messages = [json.loads(entry["message"])["message"] for entry in self.browser.get_log("performance")]
        sent = [message for message in messages if message["method"] == "Network.requestWillBeSent"]
        return [message["params"]["request"]["url"] for message in sent]


Open = Callable[[list[Holding]], Page]


@pytest.fixture
def open_page(chrome: Chrome, tmp_path: Path) -> Iterator[Open]:
    pages: list[Page] = []

    def opened(rows: list[Holding], language: str = "vi") -> Page:
        path = tmp_path / "officials.html"
        path.write_text(draw_html(rows, language=language), encoding="utf-8")
        pages.append(Page(chrome, path))
        return pages[-1]

    yield opened
    for page in pages[-1:]:
        assert page.errors() == []
        assert all(url.startswith("file:") for url in page.requests())


def test_the_page_opens_offline_with_all_officials(open_page: Open) -> None:
    page = open_page(five_articles())
    page.click("#zoom-fit")
    page.count("#world .person", 12)
    page.posts(21)
    assert page.requests() == [page.browser.current_url]


def test_no_two_labels_meet_at_any_zoom(open_page: Open) -> None:
    page = open_page(five_articles())
    for _ in range(4):
        count, found = page.overlaps()
        assert count
        assert found == []
        page.click("#zoom-out")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("uong bi", "Thành phố Uông Bí"),
        ("Uông Bí", "Thành phố Uông Bí"),
        ("hoang quoc thuong", "Hoàng Quốc Thưởng"),
        ("thưởng", "Hoàng Quốc Thưởng"),
        ("LE VAN HIEU", "Lê Văn Hiệu"),
        ("phuong nguyen", "Nguyễn Thị Kim Phượng"),
        ("uy\u0309 ban", "Ủy ban nhân dân huyện Tiên Yên"),
        ("dang uy", "Đảng ủy Uông Bí"),
        ("Đảng", "Đảng ủy Uông Bí"),
        ("dang", "Đảng ủy Uông Bí"),
    ],
)
def test_search_with_and_without_diacritics(open_page: Open, typed: str, first: str) -> None:
    page = open_page([*five_articles(), holding("Đặng X", organization="Đảng ủy Uông Bí")])
    assert page.found(typed, lambda names: first in names)


def test_exact_diacritics_come_first(open_page: Open) -> None:
    page = open_page([holding("Trần Đặng", organization="X"), holding("Trần Đăng", organization="X")])
    assert page.found("Trần Đăng", lambda names: names[:1] == ["Trần Đăng"])
    assert page.found("Trần Đặng", lambda names: names[:1] == ["Trần Đặng"])


def test_only_beginnings_of_words_are_found(open_page: Open) -> None:
    found = open_page(five_articles()).found("uong bi")
    assert found
    assert all("Uông Bí" in name for name in found)


def test_nothing_found_is_said(open_page: Open) -> None:
    page = open_page(five_articles())
    page.search("xyz")
    page.says("#found-count", "Không tìm thấy")
    page.count("#found li", 0)


def test_a_found_official_is_shown_with_every_sentence(open_page: Open) -> None:
    page = open_page(five_articles())
    page.choose("tran van lam")
    page.says("#details h3", "Trần Văn Lâm")
    page.count("#details blockquote", 3)
    page.says("#world .person.chosen", "Trần Văn Lâm")
    # The post in the province leads to the provincial committee.
    page.becomes(lambda: page.all("#jumps path"))


def test_a_click_on_a_post_shows_its_sentence_with_the_quote_marked(open_page: Open) -> None:
    page = open_page(five_articles())
    page.choose("hoang quoc trung")
    page.click("#world .post.hit text")
    quote = "Hoàng Quốc Trung, trưởng ban Ban Tuyên giáo Thành ủy Uông Bí"
    page.says("#details mark", quote)
    page.says("#details blockquote", f"Đồng chí {quote} dự và phát biểu chỉ đạo hội nghị.")
    details = page.one("#details").text
    assert "Thành phố Uông Bí triển khai chủ đề công tác năm 2023" in details
    assert "2022-12-02/2023" in details
    assert "đương chức" in details
    assert "Từ chú thích ảnh" in details


def test_an_inferred_post_says_by_which_rule(open_page: Open) -> None:
    page = open_page([holding(rule="province-of-city")])
    page.click("#world .post text")
    page.becomes(lambda: "province-of-city" in page.one("#details .note").text)


def test_the_years_filter_posts(open_page: Open) -> None:
    page = open_page(five_articles())
    page.click("#zoom-fit")
    page.slide("from", 2018)
    page.posts(18)
    page.slide("to", 2022)
    page.says("#years-text", "2018 – 2022")
    left = page.shown_posts()
    page.click("#undated")
    page.posts(left - 1)
    assert not [
        person for person in page.all(".person") if person.text == "Trần Văn Lâm" and person.is_displayed()
    ]
    assert page.overlaps()[1] == []
    page.click("#reset")
    page.posts(21)


def test_status_and_side_filter_posts(open_page: Open) -> None:
    page = open_page([*five_articles(), holding("Cũ", status="former")])
    page.click("#zoom-fit")
    page.click("#statuses input[value=former]")
    page.posts(21)
    page.click("#sides input[value=state]")
    page.posts(15)
    page.says("#shown", "Đang hiện 15 trong 22 chức vụ")


def test_the_keyboard_alone_is_enough(open_page: Open) -> None:
    page = open_page(five_articles())
    page.press("body", "/")
    page.becomes(lambda: page.browser.switch_to.active_element.get_attribute("id") == "query")
    page.press("#query", "kien", "\ue007")
    page.says("#details h3", "Nguyễn Văn Kiên")
    page.press("body", "\ue00c")
    page.becomes(lambda: not page.one("#panel").is_displayed())
    page.browser.execute_script("document.querySelector('#world .post').focus()")
    page.browser.switch_to.active_element.send_keys("\ue007")
    page.settle()
    page.becomes(lambda: page.one("#panel").is_displayed())
    before = page.one("#world").get_attribute("transform")
    page.press("#canvas", "\ue012", "+")
    page.becomes(lambda: page.one("#world").get_attribute("transform") != before)


def test_everything_that_can_be_chosen_has_a_name(open_page: Open) -> None:
    page = open_page(five_articles())
    for element in page.all("#bodies [data-p], #bodies [data-o], #bodies [data-e]"):
        assert element.get_attribute("aria-label")
        assert element.get_attribute("tabindex") == "0"


def test_the_page_speaks_english_too(open_page: Open) -> None:
    page = open_page([holding(status="former", organization="Ban X", unit=None)])
    page.click("#language")
    page.says("h1", "Officials and the units they lead")
    page.becomes(lambda: page.one("#world .post text").text.startswith("former bí thư"))
    page.becomes(lambda: page.one("#world .head").text == "Central, or unit unknown")


def test_text_from_articles_is_only_text(open_page: Open) -> None:
    evil = "<img src=x onerror=document.title='hit'></script><script>document.title='hit'</script>"
    page = open_page(
        [holding(evil, evil, evil, title=evil, rule=evil, url="javascript:document.title='hit'")]
    )
    page.click("#world .post text")
    page.click("#details .go")
    page.search("img")
    assert page.browser.title != "hit"
    assert not page.all("img, #details a")
    page.becomes(lambda: evil in page.one("#details h3").text)


def test_three_thousand_officials_stay_readable(open_page: Open) -> None:
    page = open_page(list(invented(3000)))
    assert len(page.all("#world .person")) < 1000, "only what is in view is drawn"
    for _ in range(7):
        count, found = page.overlaps()
        assert count > 20
        assert found == []
        page.click("#zoom-in")
    page.choose("nguyen van phu")
    page.says("#world .person.chosen", "Nguyễn Văn Phú")
    assert page.overlaps()[1] == []


def test_five_thousand_officials_can_be_filtered(open_page: Open) -> None:
    page = open_page(list(invented(5000, provinces=63)))
    before = page.texts("#shown")
    page.slide("from", 2020)
    page.becomes(lambda: page.texts("#shown") != before)
    page.click("#zoom-in")
    assert len(page.all("#world .person")) < 1000, "only what is in view is drawn"
    assert page.overlaps()[1] == []


def test_an_empty_graph_is_a_page_too(open_page: Open) -> None:
    open_page([]).says("#world .head", "Chưa có chức vụ nào để vẽ")
