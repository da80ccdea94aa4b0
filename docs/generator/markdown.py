"""Markdown as the site has it: headings with anchors, code in colours, links to other pages followed."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from mdit_py_plugins.anchors import anchors_plugin
from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

_SOURCE = re.compile(r'(<a href=")(?![a-z]+:)([^"#]*)\.md((?:#[^"]*)?")')
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


def coloured(code: str, language: str, _attributes: str = "") -> str:
    """Give code as HTML; a language that is not known leaves it plain."""
    try:
        lexer = get_lexer_by_name({"sh": "bash", "text": "text"}.get(language, language or "text"))
    except ClassNotFound:
        lexer = get_lexer_by_name("text")
    shown = str(highlight(code, lexer, HtmlFormatter(cssclass=f"code {language}")))
    # So that the keyboard reaches the ends of long lines.
    return shown.replace("<pre>", '<pre tabindex="0">', 1)


def render(text: str) -> str:
    """Give the HTML of a page; raw HTML in it is text."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    reader.use(anchors_plugin, max_level=3)
    reader.add_render_rule("fence", _fence)
    return _SOURCE.sub(r"\1\2.html\3", str(reader.render(text)))


def _fence(_renderer: object, tokens: list, place: int, *_more: object) -> str:  # type: ignore[type-arg]
    token = tokens[place]
    return coloured(token.content, token.info.strip().partition(" ")[0])


def title(text: str) -> str:
    """Give the first heading of a page."""
    found = _TITLE.search(text)
    return found[1].replace("`", "") if found else ""
