"""Where the graph and the judgements are when nobody says."""

from __future__ import annotations

from typing import Final

STORE: Final = "dangbo-store"
"""The folder of the store, in the working directory."""

STORE_VARIABLE: Final = "DANGBO_STORE"
"""The variable of the environment that names another one."""

JUDGEMENTS: Final = "judgements.tsv"
"""The file of judgements, in the working directory."""
