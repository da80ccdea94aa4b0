"""What a notebook shows: tables, sentences and pictures as HTML whose every text is escaped.

Jupyter asks an object for ``_repr_html_``; the classes that have one build it from these parts.  Colours are
left to the notebook, so that both of its themes can be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

#: So many rows are shown; the rest is counted.
MOST_ROWS: Final = 100
_LONGEST: Final = 300
_QUIET: Final = "opacity: 0.75"
_CELL: Final = "text-align: left; vertical-align: top"
_MARK: Final = "background: #ffefad; color: #1d1b18; padding: 0 1px"


def linked(text: str, address: str | None = None) -> str:
    """Give a text, as a link when its address is one of the web."""
    shown = escape(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")
    if address is None or not address.startswith(("https://", "http://")):
        return shown
    return f'<a href="{escape(address)}">{shown}</a>'


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], count: int, caption: str = "") -> str:
    """Give a table of cells that are HTML already; ``count`` is how many rows there are in all."""
    head = "".join(f'<th scope="col" style="{_CELL}">{escape(column)}</th>' for column in columns)
    body = "".join(
        "<tr>" + "".join(f'<td style="{_CELL}">{cell}</td>' for cell in row) + "</tr>" for row in rows
    )
    more = count - MOST_ROWS
    below = f'<p style="{_QUIET}">… {more} more rows</p>' if more > 0 else ""
    above = f"<caption>{escape(caption)}</caption>" if caption else ""
    return f"<table>{above}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{below}"


def passage(before: str, quote: str, after: str, source: str) -> str:
    """Give a sentence with the words marked that count, and where it stands."""
    return (
        f'<blockquote style="margin: 0.3em 0 0.8em 1em">{escape(before)}'
        f'<mark style="{_MARK}">{escape(quote)}</mark>{escape(after)}'
        f'<br><small style="{_QUIET}">{escape(source)}</small></blockquote>'
    )


def page(html: str, height: int, title: str) -> str:
    """Give a whole page in a frame that may run its own script and nothing else."""
    return (
        f'<iframe srcdoc="{escape(html)}" title="{escape(title)}" sandbox="allow-scripts" loading="lazy" '
        f'style="width: 100%; height: {height}px; border: 1px solid #8888; border-radius: 6px"></iframe>'
    )
