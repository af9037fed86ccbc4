"""What can be done to the names of the cell: from a day on it is called something else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.change import (
    Act,
    Answer,
    Changes,
    Context,
    Why,
    delete,
    insert,
    refuse,
    together,
)
from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.life_rows import Renaming
    from cellsecretary.core.register import CellRecord

NAMES = ("name", "superior", "commune")


def rename_cell(register: CellRecord, ctx: Context, renaming: Renaming) -> Answer:
    """Give the cell other names from a day on; the id is given here.

    Earlier meetings keep the names that they had, closed ones always.
    """
    renaming = replace(
        renaming,
        id=ctx.new_id(),
        name=tidy_line(renaming.name),
        superior=tidy_line(renaming.superior),
        commune=tidy_line(renaming.commune),
    )
    words = (("name", renaming.name), ("date", renaming.since.isoformat()))
    return together(_faults(register, renaming)) or Changes(
        Act.RENAME_CELL, (insert(renaming),), words
    )


def withdraw_renaming(register: CellRecord, ctx: Context, renaming: str) -> Answer:
    """Take a renaming out: from its day on the names before it hold."""
    row = next((row for row in register.renamings if row.id == renaming), None)
    if row is None:
        return refuse(Why.RENAMING_UNKNOWN, "renamings", renaming)
    words = (("name", row.name), ("date", row.since.isoformat()))
    return Changes(Act.WITHDRAW_RENAMING, (delete(row),), words)


def _faults(register: CellRecord, renaming: Renaming) -> Iterator[Refusal]:
    for field in NAMES:
        if not getattr(renaming, field):
            yield refuse(Why.NAME_MISSING, "cells", renaming.id, field)
    if any(other.since == renaming.since for other in register.renamings):
        yield refuse(Why.RENAMED_THAT_DAY, "renamings", renaming.id, "since")
    before = register.cell_on(renaming.since)
    if all(getattr(before, field) == getattr(renaming, field) for field in NAMES):
        yield refuse(Why.NAMES_UNCHANGED, "renamings", renaming.id, "name")
