"""Words of users and of engines as one short line of a message."""

from __future__ import annotations

import re

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def shown(text: str) -> str:
    """Show a user's word in a message: one short line."""
    line = " ".join(CONTROL.sub(" ", text).split())
    return line if len(line) <= 80 else f"{line[:77]}…"


def one_line(error: BaseException) -> str:
    """Give the message of an error as one line, its type if it has none."""
    return shortened(str(error)) or type(error).__name__


def shortened(text: str) -> str:
    """Bring a text to one line of at most 300 characters, none of them control characters."""
    return " ".join(CONTROL.sub(" ", text).split())[:300]
