"""An article as its source has it: cheap to get at, and all that its reading depends on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Raw:
    """An article that is not read yet; reading it gives the article with this ``identifier``.

    ``form`` names the reader, ``source`` where it stands, as it may be shown.  ``url`` and ``moment`` are
    what an archive tells of a page: its address, and when it was fetched.
    """

    form: str
    identifier: str
    source: str
    data: bytes
    url: str | None = None
    moment: str | None = None
