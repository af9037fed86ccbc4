"""The cell: its names, its usual place, day and hour, what moves the day, who follows it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSpinBox, QWidget

from cellsecretary.core.change import together
from cellsecretary.core.kinds import CellKind, Shift
from cellsecretary.core.operations.cell import change_cell
from cellsecretary.core.operations.preferences import keep_superior_key
from cellsecretary.core.preferences import SUPERIOR_KEY, superior_key
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.time_field import TimeField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.rows import Cell
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ledger_session import Doing
    from cellsecretary.ui.session import Session


class CellForm(Form):
    """The widgets of the dialog."""

    form = "cell"
    notice_banner: Banner
    name_edit: QLineEdit
    superior_edit: QLineEdit
    commune_edit: QLineEdit
    place_edit: QLineEdit
    day_spin: QSpinBox
    hour_edit: TimeField
    kind_box: QComboBox
    term_edit: DateField
    renamings_button: QPushButton
    terms_button: QPushButton
    shift_box: QComboBox
    assigned_edit: QLineEdit
    assigned_title_edit: QLineEdit
    key_edit: QLineEdit
    cancel_button: QPushButton
    keep_button: QPushButton


class CellDialog(EntryDialog):
    """Changes the cell of the book; closed minutes keep what they said.

    `renamings_wanted` and `terms_wanted` are told once what is typed was kept.
    """

    renamings_wanted = Signal()
    terms_wanted = Signal()

    def __init__(self, session: Session, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._session = session
        self.form = CellForm(self)
        form = self.form
        self.setWindowTitle(self.tr("The cell and its meeting day"))
        self._fill(session.register.cell_on(session.today()))
        form.renamings_button.clicked.connect(lambda: self._turn_to(self.renamings_wanted.emit))
        form.terms_button.clicked.connect(lambda: self._turn_to(self.terms_wanted.emit))
        fields = {
            "name": form.name_edit,
            "superior": form.superior_edit,
            "commune": form.commune_edit,
            "day": form.day_spin,
            "time": form.hour_edit,
            "term_start": form.term_edit,
            SUPERIOR_KEY: form.key_edit,
        }
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self.start_at("name")
        ask_size(self, 760)

    def entered(self) -> object:
        """Give what is typed and chosen."""
        form = self.form
        edits = (
            *(form.name_edit, form.superior_edit, form.commune_edit, form.place_edit),
            *(form.assigned_edit, form.assigned_title_edit, form.hour_edit, form.term_edit),
            form.key_edit,
        )
        return (
            tuple(edit.text() for edit in edits),
            (form.day_spin.value(), form.kind_box.currentIndex(), form.shift_box.currentIndex()),
        )

    def _turn_to(self, tell: Callable[[], None]) -> None:
        """Keep what is typed, and tell where to go on once the dialog is closed."""
        self.keep()
        if self.result() == self.DialogCode.Accepted:
            tell()

    def unclear(self) -> Mapping[str, str]:
        """Ask for hour and start of the term, which may not stay empty."""
        found = {}
        if self.form.hour_edit.time() is None:
            found["time"] = self.tr("This is no hour. Write it like this: 19:30.")
        if self.form.term_edit.date() is None:
            found["term_start"] = self.tr("This is no day. Write it like this: 03/11/2026.")
        return found

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand the cell over."""
        form, before = self.form, self._session.register.cell
        cell = replace(
            before,
            name=form.name_edit.text(),
            kind=CellKind(form.kind_box.currentData()),
            superior=form.superior_edit.text(),
            commune=form.commune_edit.text(),
            place=form.place_edit.text(),
            day=form.day_spin.value(),
            time=form.hour_edit.time() or before.time,
            shift=Shift(form.shift_box.currentData()),
            term_start=form.term_edit.date() or before.term_start,
            assigned=form.assigned_edit.text(),
            assigned_title=form.assigned_title_edit.text(),
        )
        # The key first: a refusal of one must not leave half of it done.
        key = form.key_edit.text()
        refused = [
            self._session.would_refuse(change_cell, self._session.register, cell),
            self._session.would_refuse(keep_superior_key, self._session.register, key),
        ]
        if wrong := together(one for one in refused if one is not None):
            return wrong
        return do(keep_superior_key, self._session.register, key) or do(
            change_cell, self._session.register, cell
        )

    def _fill(self, cell: Cell) -> None:
        form = self.form
        form.name_edit.setText(cell.name)
        form.superior_edit.setText(cell.superior)
        form.commune_edit.setText(cell.commune)
        form.place_edit.setText(cell.place)
        form.assigned_edit.setText(cell.assigned)
        form.assigned_title_edit.setText(cell.assigned_title)
        form.key_edit.setText(superior_key(self._session.register.preferences))
        form.day_spin.setValue(cell.day)
        form.hour_edit.set_time(cell.time)
        form.term_edit.set_date(cell.term_start)
        for kind in CellKind:
            form.kind_box.addItem(self._words.value(kind), kind.value)
        form.kind_box.setCurrentIndex(form.kind_box.findData(cell.kind.value))
        for shift in Shift:
            form.shift_box.addItem(self._words.value(shift), shift.value)
        form.shift_box.setCurrentIndex(form.shift_box.findData(cell.shift.value))
