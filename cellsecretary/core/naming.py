"""What the cell and its superior are called on a day: a merger changes new papers only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cellsecretary.core.life_rows import Renaming
    from cellsecretary.core.rows import Cell


def named_on(cell: Cell, renamings: Iterable[Renaming], day: dt.date) -> Cell:
    """Give the cell with the names that it, its superior and its commune had on a day."""
    past = [renaming for renaming in renamings if renaming.since <= day]
    if not past:
        return cell
    last = max(past, key=lambda renaming: renaming.since)
    return replace(cell, name=last.name, superior=last.superior, commune=last.commune)
