"""How the party numbers its documents, and the term in which a number counts."""

from __future__ import annotations

import re

from kg.normalise import plain

_PARTY_NUMBER = re.compile(r"\d+[a-z]?-")


def party_number(number: str) -> bool:
    """Tell the party's form ``06-NQ/TU``, which starts again with each committee's term.

    State bodies write ``725/NQ-UBTVQH15`` and start again each year (36-HD/VPTW of 2018 for the party,
    decree 30 of 2020 for the state).
    """
    return bool(_PARTY_NUMBER.match(plain(number)))


# A congress ends one term and begins the next; congresses go from the communes upwards, within a year that
# ends in 5 or 0: communes until June, districts until August, provinces until October (35-CT/TW of 2019 and
# 45-CT/TW of 2025 ask for these months), and the national one in the January after.
_TERM_BEGINS = {0: (1, "02"), 1: (0, "11"), 2: (0, "09"), 3: (0, "07")}


def party_term(date: str | None, level: int | None) -> str | None:
    """Find the term of a party committee, ``2020-2025``, on an EDTF ``date``.

    ``level`` goes from 0 (nation) to 3 (commune).  A date without a month counts as the end
    of its year; ``None`` when the date tells no year.
    """
    found = re.match(r"(\d{4})(?:-(\d{2}))?", date or "")
    if found is None:
        return None
    year, month = int(found[1]), found[2] or "12"
    shift, begins = _TERM_BEGINS[level if level in _TERM_BEGINS else 2]
    first = (year - shift) // 5 * 5
    if (year - shift) % 5 == 0 and month < begins:
        first -= 5
    return f"{first}-{first + 5}"
