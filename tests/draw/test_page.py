from __future__ import annotations

import json
import random
import re
from html.parser import HTMLParser

import pytest
from drawn_officials import five_articles, holding, invented

from kg.draw import Holding, draw_html
from kg.draw.page import content_hash, highlighted, safe_json, web_address
from kg.draw.wording import LANGUAGES, Words, read_data

EVIL = "</script><script>alert(1)</script><!--<script>\"'&\u2028\ud800"


class Elements(HTMLParser):
    """Which elements a page has, and what the script elements hold."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.held: dict[str, list[str]] = {"script": [], "style": []}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in self.held:
            self.held[tag].append("")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem in self.held:
            self.held[self.cdata_elem][-1] += data


def test_the_policy_names_the_only_script_and_style() -> None:
    page = Elements(draw_html(five_articles()))
    policy = next(
        attrs["content"] or "" for tag, attrs in page.tags if "http-equiv" in attrs and tag == "meta"
    )
    data, script = page.held["script"]
    (style,) = page.held["style"]
    assert f"script-src '{content_hash(script)}'" in policy
    assert f"style-src '{content_hash(style)}'" in policy
    assert policy.startswith("default-src 'none'")
    assert len(json.loads(data)["people"]) == 12


def test_the_page_loads_nothing() -> None:
    page = draw_html(five_articles())
    for tag, attrs in Elements(page).tags:
        assert tag not in {"link", "img", "iframe", "object", "base", "image", "use"}
        assert not {"src", "href", "style", "srcset"} & set(attrs), (tag, attrs)
        assert not any(name.startswith("on") for name in attrs)
    assert "url(" not in page
    assert "@import" not in page


def test_text_from_articles_is_only_text() -> None:
    plain = Elements(draw_html([holding()]))
    evil = holding(
        EVIL, EVIL, EVIL, article="a", title=EVIL, url="javascript:alert(1)", rule=EVIL, as_of=EVIL
    )
    page = draw_html([evil])
    hurt = Elements(page)
    assert [tag for tag, _ in plain.tags if tag == "script"] == [
        tag for tag, _ in hurt.tags if tag == "script"
    ]
    assert page.count("</script>") == 2
    assert "<!--" not in page
    assert page.encode()
    data = json.loads(hurt.held["script"][0])
    assert data["articles"][0]["url"] is None
    assert data["people"][0]["name"].startswith("</script><script>alert(1)")


def test_json_stays_inside_its_element() -> None:
    text = safe_json({"a": EVIL})
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"a": EVIL.replace("\ud800", "?")}


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=1", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        (None, False),
    ],
)
def test_links_lead_to_the_web_only(url: str | None, kept: bool) -> None:
    assert web_address(url) == (url if kept else None)


def test_the_quote_is_marked_in_its_sentence() -> None:
    made = holding()
    before, quote, after = highlighted(made)
    assert (quote, before + quote + after) == (made.quote, made.sentence)


def test_a_wrong_offset_is_mended_and_a_foreign_quote_stands_alone() -> None:
    from dataclasses import replace

    made: Holding = holding()
    assert highlighted(replace(made, sentence_offset=3)) == highlighted(made)
    assert highlighted(replace(made, sentence="Câu khác.")) == ("", made.quote, "")


def test_same_input_same_bytes() -> None:
    rows = list(invented(150, provinces=5))
    assert draw_html(rows) == draw_html(random.Random(1).sample(rows, len(rows)))


def test_nothing_to_draw_still_is_a_page() -> None:
    assert Words("en")("empty") in draw_html([], language="en")


def test_words_are_there_in_both_languages_with_the_same_gaps() -> None:
    for key, words in Words().table.items():
        assert set(words) == set(LANGUAGES), key
        assert all(words.values()), key
        gaps = {frozenset(re.findall(r"\{(\w+)\}", word)) for word in words.values()}
        assert len(gaps) == 1, key


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    table = Words().table
    script, page = read_data("officials.js"), read_data("page.html")
    said = set(re.findall(r'\bsay\(\s*"(\w+)"', script)) | set(re.findall(r'data-ui="(\w+)"', page))
    assert said <= set(table)
    sources = script + page + "".join(read_data(name) for name in ("svg.py", "layout.py", "block.py"))
    prefixed = {key for key in table if key.startswith(("level", "legend_"))}
    unused = {key for key in table if f'"{key}"' not in sources} - prefixed
    assert not unused - {"part_of", "current", "appointed", "ended", "former", "party", "state", "other"}
