"""Reads served pages for what they tell: every fact, how it is told apart, and the sentences it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import httpx
from lxml import html

HTML = {"Accept": "text/html", "Accept-Language": "en"}


def _of(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


@dataclass(frozen=True)
class Told:
    """A fact on a page: its words, its kind, the rule that is named, and the places that it leads to."""

    words: str
    kind: str
    rule: str
    places: tuple[tuple[str, str], ...]

    @property
    def well(self) -> bool:
        """Whether it is told as it should be: a sentence a click away, or the rule that computed it."""
        if self.kind == "computed":
            return bool(self.rule)
        return bool(self.places) and (self.kind == "stated") == (not self.rule)


class Crawl:
    """Opens pages of a server and follows their facts to the sentences, each article read once."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client
        self._articles: dict[str, html.HtmlElement] = {}
        self.followed = 0

    def page(self, path: str) -> html.HtmlElement:
        """Open a page."""
        answer = self._client.get(path, headers=HTML, follow_redirects=True)
        assert answer.status_code == 200, (path, answer.status_code)
        return html.document_fromstring(answer.text)

    def facts(self, path: str) -> Iterator[Told]:
        """Give the facts of a page."""
        page = self.page(path)
        for fact in page.xpath(f"//*[{_of('fact')}]"):
            own = [each for each in fact.iter() if self._own(each, fact)]
            kind = next(k for k in ("computed", "inferred", "stated") if k in fact.get("class").split())
            rules = [
                each.text_content().strip() for each in own if {"how", kind} <= set(each.get("class", "").split())
            ]
            quotes = (each for each in own if each.tag == "blockquote")
            places = [(each.xpath("./footer/a/@href")[0], each.xpath("./p/mark")[0].text_content()) for each in quotes]
            here = [
                (path + at, "")
                for each in own
                if each.tag == "a" and (at := each.get("href", "")).startswith("#e-")
            ]
            yield Told(" ".join(fact.text_content().split())[:120], kind, "".join(rules), tuple(places + here))

    @staticmethod
    def _own(node: html.HtmlElement, fact: html.HtmlElement) -> bool:
        """Whether something belongs to this fact, and not to one of a cascade below it."""
        holder = next((each for each in node.iterancestors() if "fact" in each.get("class", "").split()), None)
        return isinstance(node.tag, str) and holder is fact

    def leads(self, place: tuple[str, str]) -> bool:
        """Follow a link to a sentence: its words begin at that place of the article."""
        address, quote = place
        path, _, anchor = address.partition("#")
        if path not in self._articles:
            self._articles[path] = self.page(path)
        self.followed += 1
        spots = self._articles[path].xpath("//*[@id=$anchor]", anchor=anchor)
        if not spots:
            return False
        after = "".join(spots[0].xpath("./following::a[1]")[0].itertext())
        return not quote or quote.startswith(after) or after.startswith(quote)
