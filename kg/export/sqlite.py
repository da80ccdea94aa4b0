"""SQLite: the seven tables in one database file, for people who know SQL."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from kg.export.quads import Export
from kg.export.tables import COLUMNS, Row, tables

_TYPES = {"start": "INTEGER", "end": "INTEGER", "value": "REAL", "ordinal": "INTEGER"}


def write(content: Export, out: Path) -> None:
    """Write one database; what is unknown is NULL."""
    out.parent.mkdir(parents=True, exist_ok=True)
    draft = out.with_name(out.name + ".part")
    draft.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(draft)) as database:
            for name, rows in tables(content).items():
                _table(database, name, rows)
            database.commit()
        draft.replace(out)
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
    finally:
        draft.unlink(missing_ok=True)


def _table(database: sqlite3.Connection, name: str, rows: list[Row]) -> None:
    columns = COLUMNS[name]
    declared = ", ".join(f'"{column}" {_TYPES.get(column, "TEXT")}' for column in columns)
    database.execute(f'CREATE TABLE "{name}" ({declared})')
    places = ", ".join("?" for _ in columns)
    values = ([row[column] or None for column in columns] for row in rows)
    database.executemany(f'INSERT INTO "{name}" VALUES ({places})', values)
