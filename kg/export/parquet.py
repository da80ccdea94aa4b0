"""Parquet: the seven tables, one file each, with typed columns, for pandas, DuckDB and Spark."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.export.quads import Export
from kg.export.tables import COLUMNS, Row, rows

#: Rows that wait in memory, and make a row group.
GROUP = 5_000
_WHOLE = frozenset({"start", "end", "ordinal"})


def write(content: Export, out: Path) -> None:
    """Write ``positions.parquet`` and the other six into the folder ``out``; what is unknown is null.

    Offsets and ordinals are integers, values numbers, ``acting`` is true or false; dates stay text, because
    many are known to the month only or as a span (EDTF).
    """
    arrow, parquet = _pyarrow()
    out.mkdir(parents=True, exist_ok=True)
    drafts = {name: out / f"{name}.parquet.part" for name in COLUMNS}
    waiting: dict[str, list[Row]] = {name: [] for name in COLUMNS}
    try:
        with ExitStack() as files:
            schemas = {name: _schema(arrow, name) for name in COLUMNS}
            writers = {
                name: files.enter_context(parquet.ParquetWriter(draft, schemas[name]))
                for name, draft in drafts.items()
            }

            def flush(name: str) -> None:
                cells = [{column: _cell(column, row[column]) for column in row} for row in waiting[name]]
                writers[name].write_table(arrow.Table.from_pylist(cells, schema=schemas[name]))
                waiting[name].clear()

            for name, row in rows(content):
                waiting[name].append(row)
                if len(waiting[name]) >= GROUP:
                    flush(name)
            for name in COLUMNS:
                flush(name)
        for name, draft in drafts.items():
            draft.replace(out / f"{name}.parquet")
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise UsageError("parquet: needs pyarrow; pip install 'dangbo-kg[parquet]'") from error
    return pyarrow, pyarrow.parquet


def _schema(arrow: Any, name: str) -> Any:
    def kind(column: str) -> Any:
        if column in _WHOLE:
            return arrow.int64()
        if column == "value":
            return arrow.float64()
        return arrow.bool_() if column == "acting" else arrow.string()

    return arrow.schema([(column, kind(column)) for column in COLUMNS[name]])


def _cell(column: str, text: str) -> object:
    if text == "":
        return None
    if column in _WHOLE:
        return int(text)
    if column == "value":
        return float(text)
    return text == "true" if column == "acting" else text
