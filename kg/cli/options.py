"""Options that several verbs share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg import defaults


class Language(StrEnum):
    """The languages that the program speaks to readers of articles."""

    VI = "vi"
    EN = "en"


StoreOption = Annotated[
    Path,
    typer.Option(
        "--store", metavar="DIR", envvar=defaults.STORE_VARIABLE, help="The folder that holds the graph."
    ),
]
JudgementsOption = Annotated[
    Path | None,
    typer.Option(
        "--judgements",
        metavar="FILE",
        help="The file of judgements on who is who (judgements.tsv, when it is here).",
        show_default=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for a script.")]
STORE = Path(defaults.STORE)
