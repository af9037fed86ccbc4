"""A new book: six lines about the cell; everything else has a default and can be changed later."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSpinBox, QWidget

from cellsecretary import paths
from cellsecretary.core.change import Context, Refusal
from cellsecretary.core.kinds import CellKind, Shift
from cellsecretary.core.operations.cell import start_book
from cellsecretary.core.rows import Cell
from cellsecretary.core.vietnamese import tidy_line
from cellsecretary.ui.ask import Ask, FileKind
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.time_field import TimeField
from cellsecretary.ui.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cellsecretary.messages import Messages

USUAL_DAY = 3
USUAL_HOUR = dt.time(19, 30)
LONGEST_NAME = 80
FORBIDDEN = re.compile(r'[\\/:*?"<>|]+')
"""What Windows allows in no file name; a stick carries the book there."""


class NewBookForm(Form):
    """The widgets of the dialog."""

    form = "new_book"
    notice_banner: Banner
    name_edit: QLineEdit
    superior_edit: QLineEdit
    commune_edit: QLineEdit
    place_edit: QLineEdit
    day_spin: QSpinBox
    hour_edit: TimeField
    file_label: QLabel
    elsewhere_button: QPushButton
    cancel_button: QPushButton
    keep_button: QPushButton


class NewBookDialog(EntryDialog):
    """Asks for the cell and says where its book will lie.

    `ready` carries the cell and the path. Whoever takes them closes the dialog once the book is
    there: if it cannot be made, what was typed is still on the screen.
    """

    ready = Signal(object, object)

    def __init__(
        self, today: dt.date, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._today = today
        self._ask = ask
        self._path: Path | None = None
        self.form = NewBookForm(self)
        form = self.form
        self.setWindowTitle(self.tr("New book"))
        form.day_spin.setValue(USUAL_DAY)
        form.hour_edit.set_time(USUAL_HOUR)
        form.name_edit.textChanged.connect(lambda _text: self._show_path())
        form.elsewhere_button.clicked.connect(self._choose_path)
        self._show_path()
        fields = {
            "name": form.name_edit,
            "superior": form.superior_edit,
            "commune": form.commune_edit,
            "day": form.day_spin,
            "time": form.hour_edit,
        }
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self.start_at("name")
        ask_size(self, 720)

    @property
    def path(self) -> Path:
        """Where the book will lie."""
        return self._path or proposed_path(self.form.name_edit.text())

    def entered(self) -> object:
        """Give what is typed."""
        form = self.form
        edits = (form.name_edit, form.superior_edit, form.commune_edit, form.place_edit)
        return tuple(edit.text() for edit in edits), form.day_spin.value(), form.hour_edit.text()

    def keep(self) -> None:
        """Hand over a cell that a book can begin with."""
        if self.points_at_unclear():
            return
        refusal = self.refused()
        if refusal is not None:
            self.refuse(refusal)
        else:
            self.ready.emit(self._cell(), self.path)

    def unclear(self) -> Mapping[str, str]:
        """Ask for the hour, which may not stay empty."""
        text = self.tr("This is no hour. Write it like this: 19:30.")
        return {} if self.form.hour_edit.time() else {"time": text}

    def refused(self) -> Refusal | None:
        """Ask what stands against a book of this cell."""
        cell = self._cell()
        answer = start_book(Context(dt.datetime.combine(self._today, cell.time), str), cell)
        return answer if isinstance(answer, Refusal) else None

    def _cell(self) -> Cell:
        form = self.form
        return Cell(
            id="",
            name=form.name_edit.text(),
            kind=CellKind.VILLAGE,
            superior=form.superior_edit.text(),
            commune=form.commune_edit.text(),
            place=form.place_edit.text(),
            day=form.day_spin.value(),
            time=form.hour_edit.time() or USUAL_HOUR,
            shift=Shift.NONE,
            term_start=self._today.replace(month=1, day=1),
        )

    def _choose_path(self) -> None:
        path = self._ask.save_path(self.path, FileKind.BOOK)
        if path is not None:
            self._path = path
            self._show_path()

    def _show_path(self) -> None:
        path = self.path
        text = self.tr("The book will be the file “{file}” in the folder “{folder}”.")
        self.form.file_label.setText(text.format(file=path.name, folder=path.parent.name))
        self.form.file_label.setToolTip(plain_tip(str(path)))


def proposed_path(name: str) -> Path:
    """Propose a file for the book of a cell, beside the other books; never one that is there."""
    word = FORBIDDEN.sub(" ", tidy_line(name))[:LONGEST_NAME].strip(" .")
    word = word or QCoreApplication.translate("NewBookDialog", "Party cell")
    folder = paths.books_folder()
    path = folder / f"{word}.chibo"
    number = 2
    while path.exists():
        path = folder / f"{word} {number}.chibo"
        number += 1
    return path
