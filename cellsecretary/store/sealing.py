"""The seals of rows on a board: what packets brought has no history that could prove it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

SEALED = ("versions", "records", "arrivals")
"""The tables whose rows have a seal."""

_PROVEN = ("id", "seal", "packed")
"""Columns that need none: a number, and bytes whose hash is the id."""


def row_seal(columns: Mapping[str, Any]) -> str:
    """Give the SHA-256 of the columns of a sealed row, but of those that prove themselves."""
    sealed = {name: columns[name] for name in sorted(columns) if name not in _PROVEN}
    text = json.dumps(sealed, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def seal_rows(conn: sqlite3.Connection, table: str, where: str = "1 = 1", *values: object) -> None:
    """Write the seals anew of rows that were changed."""
    info = conn.execute(f'pragma table_info("{table}")').fetchall()
    names = [column[1] for column in info if column[1] != "packed"]
    listed = ", ".join(f'"{name}"' for name in names)
    found = conn.execute(f'select {listed} from "{table}" where {where}', values).fetchall()
    for row in found:
        columns = dict(zip(names, row, strict=True))
        seal = row_seal(columns)
        if seal != columns["seal"]:
            conn.execute(f'update "{table}" set seal = ? where id = ?', [seal, columns["id"]])
