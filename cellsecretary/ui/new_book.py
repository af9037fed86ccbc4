"""Asking for the cell of a new book, and beginning it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cellsecretary.store import Book, BookError
from cellsecretary.ui.beginning import begin_book
from cellsecretary.ui.dialogs.new_book import NewBookDialog

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from cellsecretary.core.rows import Cell
    from cellsecretary.ui.program import Program


def ask_for_new_book(program: Program, clock: Callable[[], dt.datetime]) -> None:
    """Ask for the cell over the window of the program, then begin its book and show its members."""
    dialog = NewBookDialog(clock().date(), program.ask, program.words, program.window)
    dialog.ready.connect(partial(_begin, program, clock))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _begin(program: Program, clock: Callable[[], dt.datetime], cell: Cell, path: Path) -> None:
    try:
        refusal = begin_book(cell, path, clock())
    except BookError as error:
        program.tell_fault(error)
        return
    except OSError:
        program.tell(program.words.command("output_not_written", path=path))
        return
    if refusal is not None:
        program.tell(program.words.refusals(refusal))
        return
    window = program.open_as(Book, path)
    if window is not None:
        window.show_page("members")
