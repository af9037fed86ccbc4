"""The seal of a version on a board: what packets brought has no history that could prove it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping


def version_seal(columns: Mapping[str, Any]) -> str:
    """Give the SHA-256 of all columns of a row of `versions` but its number and its seal."""
    sealed = {name: columns[name] for name in sorted(columns) if name not in ("id", "seal")}
    text = json.dumps(sealed, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def seal_versions(conn: sqlite3.Connection, where: str = "1 = 1", *values: object) -> None:
    """Write the seal anew of versions that were changed."""
    names = [column[1] for column in conn.execute("pragma table_info(versions)").fetchall()]
    for row in conn.execute(f"select * from versions where {where}", values).fetchall():
        columns = dict(zip(names, row, strict=True))
        seal = version_seal(columns)
        if seal != columns["seal"]:
            conn.execute("update versions set seal = ? where id = ?", [seal, columns["id"]])
