"""Who judges, and when: what a line of the file of judgements is signed with."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime


def user() -> str:
    """Give the name under which the user is logged in, or nothing where there is none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def today() -> str:
    """Give the day as an EDTF date."""
    return datetime.now(UTC).date().isoformat()
