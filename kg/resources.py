"""Where the package's data lies: ontology, shapes, queries and seeds.

An installed wheel carries them under ``kg/data``; a checkout has them beside the package.
"""

from __future__ import annotations

from pathlib import Path

from kg.errors import VocabularyError

_PACKAGE = Path(__file__).resolve().parent


def data_dir(name: str) -> Path:
    """The folder ``name`` (``ontology``, ``shapes``, ``queries`` or ``seeds``).

    Raises :class:`~kg.errors.VocabularyError` when neither the wheel nor a checkout has it.
    """
    for base in (_PACKAGE / "data", _PACKAGE.parent):
        if (base / name).is_dir():
            return base / name
    raise VocabularyError(f"{name}: data folder not found beside the package; install dangbo-kg again")
