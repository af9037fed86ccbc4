"""What can be done to the cell itself: begin its book, change it, bring in what stood on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.change import (
    Act,
    Answer,
    Change,
    Changes,
    Context,
    Why,
    insert,
    refuse,
    replaced,
    together,
    update,
)
from cellsecretary.core.naming import renaming_on
from cellsecretary.core.operations.guards import next_position
from cellsecretary.core.operations.naming import NAMES
from cellsecretary.core.operations.terms import term_moved
from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.rows import Cell, Document, PastMeeting, Task


def start_book(ctx: Context, cell: Cell) -> Answer:
    """Begin a book with its cell; the id is given here."""
    cell = _tidied(replace(cell, id=ctx.new_id()))
    return together(_faults(cell)) or Changes(
        Act.START_BOOK, (insert(cell),), (("who", cell.name),)
    )


def change_cell(register: CellRecord, ctx: Context, cell: Cell) -> Answer:
    """Change the cell's place or day, or correct its names; closed minutes keep what they said.

    The names are those of today: after a renaming they are corrected there.
    """
    before = register.cell
    after = _tidied(replace(cell, id=before.id))
    renaming = renaming_on(register.renamings, ctx.now.date())
    changes: list[Change] = []
    if renaming is not None:
        names = {field: getattr(after, field) for field in NAMES}
        changes.append(update(renaming, **names))
        after = replace(after, **{field: getattr(before, field) for field in NAMES})
    changes += [*term_moved(register, after.term_start), replaced(before, after)]
    return together(_faults(after)) or Changes(Act.CHANGE_CELL, tuple(changes))


def bring_in_past(
    register: CellRecord,
    ctx: Context,
    documents: Sequence[Document] = (),
    tasks: Sequence[Task] = (),
    meetings: Sequence[PastMeeting] = (),
) -> Answer:
    """Enter what stands in the paper book: the last number of a type, open tasks, past figures."""
    changes: list[Change] = []
    for document in documents:
        used = {d.number for d in register.term_documents(document.type)}
        if document.number < 1 or document.number in used:
            return refuse(Why.NUMBER_USED, "documents", "", "number", number=str(document.number))
        row = replace(document, id=ctx.new_id(), meeting=None, title=tidy_line(document.title))
        changes.append(insert(row))
    codes = set(register.term_task_codes())
    position = next_position(register.tasks)
    for offset, task in enumerate(tasks):
        if not task.what.strip():
            return refuse(Why.TASK_TEXT_MISSING, "tasks", "", "what")
        code = task.code or free_code(codes)
        if code in codes:
            return refuse(Why.TASK_CODE_TAKEN, "tasks", "", "code", code=code)
        codes.add(code)
        row_ = replace(task, id=ctx.new_id(), meeting=None, code=code, position=position + offset)
        changes.append(insert(row_))
    for past in meetings:
        numbers = (past.required, past.present, past.excused, past.unexcused)
        if min(numbers) < 0 or past.present + past.excused + past.unexcused != past.required:
            return refuse(Why.COUNTS_DO_NOT_ADD_UP, "past_meetings", "", "required")
        changes.append(insert(replace(past, id=ctx.new_id())))
    return Changes(Act.BRING_IN_PAST, tuple(changes))


def free_code(taken: set[str] | frozenset[str]) -> str:
    """Give the next free task code: T and the lowest number above all taken ones."""
    numbers = [int(code[1:]) for code in taken if code[:1] == "T" and code[1:].isdecimal()]
    return f"T{max(numbers, default=0) + 1}"


def _tidied(cell: Cell) -> Cell:
    return replace(
        cell,
        name=tidy_line(cell.name),
        superior=tidy_line(cell.superior),
        commune=tidy_line(cell.commune),
        place=tidy_line(cell.place),
        assigned=tidy_line(cell.assigned),
        assigned_title=tidy_line(cell.assigned_title),
    )


def _faults(cell: Cell) -> Iterator[Refusal]:
    for field in NAMES:
        if not getattr(cell, field):
            yield refuse(Why.NAME_MISSING, "cells", cell.id, field)
    if not 1 <= cell.day <= 28:
        yield refuse(Why.DAY_OUT_OF_RANGE, "cells", cell.id, "day")
