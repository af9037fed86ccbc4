"""What the cell was called from which day on: new names after a merger, and taking them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView, QWidget

from cellsecretary.core.life_rows import Renaming
from cellsecretary.core.naming import untouched_by
from cellsecretary.core.operations.naming import rename_cell, withdraw_renaming
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.core.change import Refusal
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ledger_session import Doing
    from cellsecretary.ui.session import Session

NAME_COLUMNS = (1, 2)

TABLE_HEIGHT = 130
"""Room for the head and a line or two; the rest is scrolled to."""


class RenamingsForm(Form):
    """The widgets of the dialog."""

    form = "renamings"
    notice_banner: Banner
    names_table: QTableView
    remove_bar: QWidget
    remove_button: QPushButton
    since_edit: DateField
    name_edit: QLineEdit
    superior_edit: QLineEdit
    commune_edit: QLineEdit
    late_label: QLabel
    cancel_button: QPushButton
    keep_button: QPushButton


class RenamingsDialog(EntryDialog):
    """Enters new names from a day on, beginning with those of today; a list shows earlier ones."""

    def __init__(self, session: Session, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._session = session
        self.form = form = RenamingsForm(self)
        self.setWindowTitle(self.tr("New names from a day on"))
        self._model = RecordModel(self._columns(), key=lambda row: row.id, parent=self)
        table = form.names_table
        table.setModel(self._model)
        table.setMinimumHeight(current_theme().grown(TABLE_HEIGHT))
        dress_table(table, stretch=NAME_COLUMNS, wrap=True)
        cell = session.register.cell_on(session.today())
        form.since_edit.set_near(session.today())
        form.name_edit.setText(cell.name)
        form.superior_edit.setText(cell.superior)
        form.commune_edit.setText(cell.commune)
        form.since_edit.changed.connect(self._show_late)
        form.remove_button.clicked.connect(self._remove)
        session.changed.connect(self._show)
        fields = {
            "since": form.since_edit,
            "name": form.name_edit,
            "superior": form.superior_edit,
            "commune": form.commune_edit,
        }
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self._show()
        self.start_at("since")
        ask_size(self, 760)

    def entered(self) -> object:
        """Give what is typed."""
        form = self.form
        edits = (form.since_edit, form.name_edit, form.superior_edit, form.commune_edit)
        return tuple(edit.text() for edit in edits)

    def unclear(self) -> Mapping[str, str]:
        """Ask for the day, which may not stay empty."""
        if self.form.since_edit.date() is None:
            return {"since": self.tr("This is no day. Write it like this: 03/11/2026.")}
        return {}

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand the names over."""
        form = self.form
        renaming = Renaming(
            "",
            form.since_edit.date() or self._session.today(),
            form.name_edit.text(),
            form.superior_edit.text(),
            form.commune_edit.text(),
        )
        return do(rename_cell, self._session.register, renaming)

    def _columns(self) -> list[Column[Renaming]]:
        return [
            Column(self.tr("From"), lambda row: day_text(row.since), strong=True),
            Column(self.tr("Cell"), lambda row: row.name),
            Column(self.tr("Superior body"), lambda row: row.superior),
            Column(self.tr("Commune"), lambda row: row.commune),
        ]

    def _show(self, _changes: object = None) -> None:
        rows = self._session.register.renamings
        self.form.names_table.setVisible(bool(rows))
        self.form.remove_bar.setVisible(bool(rows))
        self._model.set_rows(rows)
        if rows:
            self.form.names_table.selectRow(len(rows) - 1)
        self._show_late()

    def _show_late(self) -> None:
        """Say how many closed meetings the new names come too late for."""
        day = self.form.since_edit.date()
        late = untouched_by(self._session.register.meetings, day) if day else ()
        text = self.tr(
            "%n meeting(s) from that day on are closed already and keep the old names.",
            "",
            len(late),
        )
        self.form.late_label.setText(text)
        self.form.late_label.setVisible(bool(late))

    def _remove(self) -> None:
        index = self.form.names_table.currentIndex()
        if index.isValid():
            renaming = self._model.row(index).id
            refusal = self._session.do(withdraw_renaming, self._session.register, renaming)
            if refusal is not None:
                self.refuse(refusal)
