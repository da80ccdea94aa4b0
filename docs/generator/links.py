"""Links of the site: those inside must lead somewhere, those outside must at least be well formed.

Nothing is fetched.  A page may load nothing but the stylesheet and pictures of the site itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_LOADING = {("img", "src"), ("link", "href"), ("script", "src"), ("iframe", "src"), ("source", "src")}


class _Page(HTMLParser):
    """The anchors and the links of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors: list[str] = []
        self.links: list[tuple[str, str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.anchors.append(value)
            elif name in ("href", "src"):
                self.links.append((tag, name, value or ""))


def broken(folder: Path) -> list[str]:
    """List what is wrong with the links of all pages below ``folder``, one line for each."""
    paths = sorted(folder.resolve().rglob("*.html"))
    pages = {path: _Page(path.read_text(encoding="utf-8")) for path in paths}
    return [
        f"{path.relative_to(folder.resolve())}: {fault}"
        for path, page in pages.items()
        for fault in (*_doubled(page), *_faults(path, page, pages))
    ]


def _doubled(page: _Page) -> Iterator[str]:
    for anchor in sorted({each for each in page.anchors if page.anchors.count(each) > 1}):
        yield f"two elements have the id {anchor!r}"


def _faults(path: Path, page: _Page, pages: dict[Path, _Page]) -> Iterator[str]:
    for tag, name, link in page.links:
        try:
            parts = urlsplit(link)
        except ValueError:
            yield f"{link!r} is no address"
            continue
        if parts.scheme or parts.netloc:
            if (tag, name) in _LOADING:
                yield f"{link!r} would be loaded from elsewhere"
            elif parts.scheme not in ("http", "https") or not parts.netloc or " " in link:
                yield f"{link!r} is no address of a page"
            continue
        target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
        if not target.is_file():
            yield f"{link!r} leads to no file"
        elif parts.fragment and unquote(parts.fragment) not in pages[target].anchors:
            yield f"{link!r} leads to no place in the page"
