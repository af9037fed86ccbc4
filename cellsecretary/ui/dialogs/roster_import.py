"""What a list from a spreadsheet would bring into the register; nothing is written before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QRadioButton, QTableView, QWidget

from cellsecretary.core.operations.members import import_members
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.long_work import waiting
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.exchange.roster import RosterPreview, RosterRow
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session

LINE, FATE, NAME, NUMBER, BORN, JOINED, OFFICIAL, POST, MATTER = range(9)
VALUES = (NUMBER, BORN, JOINED, OFFICIAL, POST)
LONGEST_LIST = 6
"""Titles of unused columns that are named before the rest is only counted."""


class RosterImportForm(Form):
    """The widgets of the dialog."""

    form = "roster_import"
    notice_banner: Banner
    file_label: QLabel
    count_label: QLabel
    problems_radio: QRadioButton
    all_radio: QRadioButton
    rows_table: QTableView
    left_out_label: QLabel
    cancel_button: QPushButton
    keep_button: QPushButton


class RosterImportDialog(QDialog):
    """Shows every row of a list with its problems; `entered` carries how many were entered."""

    entered = Signal(int)

    def __init__(
        self,
        session: Session,
        words: Messages,
        path: Path,
        preview: RosterPreview,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._words = words
        self._preview = preview
        self.form = RosterImportForm(self)
        form = self.form
        self.setWindowTitle(self.tr("Bring in a list of members"))
        form.file_label.setText(path.name)
        self._model = RecordModel(self._columns(), key=lambda row: row.line, parent=self)
        form.rows_table.setModel(self._model)
        dress_table(form.rows_table, stretch=(NAME, MATTER), wrap=True)
        self._show_count()
        self._show_left_out()
        self._show_views()
        self._show_rows()
        form.problems_radio.toggled.connect(lambda _on: self._show_rows())
        form.cancel_button.setAutoDefault(False)
        form.cancel_button.clicked.connect(self.reject)
        form.keep_button.clicked.connect(self._enter)
        ask_size(self, 1120, 640)

    def _enter(self) -> None:
        members = self._preview.members()
        with waiting():
            refusal = self._session.do(import_members, self._session.register, members)
        if refusal is None:
            self.entered.emit(len(members))
            self.accept()
            return
        self.form.notice_banner.answer(refusal, self._words, State.BAD)

    def _columns(self) -> list[Column[RosterRow]]:
        return [
            Column(self.tr("Row"), lambda row: str(row.line)),
            Column(self.tr("What happens"), self._fate, state=_state),
            Column(self.tr("Full name"), lambda row: row.member.name, strong=True),
            Column(self.tr("No."), lambda row: str(row.member.number or "")),
            Column(self.tr("Born"), lambda row: day_text(row.member.born)),
            Column(self.tr("Joined"), lambda row: day_text(row.member.joined)),
            Column(self.tr("Official since"), lambda row: day_text(row.member.official)),
            Column(self.tr("Post"), lambda row: row.member.post),
            Column(self.tr("What is the matter"), self._matter),
        ]

    def _fate(self, row: RosterRow) -> str:
        if row.known is not None:
            return self.tr("known already")
        if not row.is_new:
            return self.tr("left out")
        return self.tr("entered in part") if row.problems else self.tr("entered")

    def _matter(self, row: RosterRow) -> str:
        if row.known is not None:
            return ""
        return " ".join(
            self._words.roster(
                found.kind, value=found.value, column=self._words.value(found.column)
            )
            for found in row.problems
        )

    def _show_count(self) -> None:
        rows = self._preview.rows
        new = len(self._preview.members())
        known = sum(row.known is not None for row in rows)
        parts = [
            self.tr("%n to be entered", "", new),
            self.tr("%n known already", "", known),
            self.tr("%n left out", "", len(rows) - new - known),
        ]
        self.form.count_label.setText(" · ".join(parts))
        self.form.keep_button.setText(self.tr("&Enter %n member(s)", "", new))
        self.form.keep_button.setEnabled(new > 0)

    def _show_left_out(self) -> None:
        texts = []
        unused = self._preview.unused
        if unused:
            names = ", ".join(unused[:LONGEST_LIST]) + (" …" if unused[LONGEST_LIST:] else "")
            texts.append(
                self.tr("The book has no place for these columns: {names}.").format(names=names)
            )
        if self._preview.members():
            texts.append(self.tr("Entering a list cannot be undone in one go."))
        self.form.left_out_label.setText(" ".join(texts))
        self.form.left_out_label.setVisible(bool(texts))

    def _show_views(self) -> None:
        form = self.form
        troubled = sum(bool(row.problems) for row in self._preview.rows)
        form.problems_radio.setText(self.tr("%n row(s) with a problem", "", troubled))
        form.all_radio.setText(self.tr("All %n row(s)", "", len(self._preview.rows)))
        form.problems_radio.setEnabled(troubled > 0)
        (form.problems_radio if troubled else form.all_radio).setChecked(True)

    def _show_rows(self) -> None:
        """Show either the problems in words, or what was read of everybody."""
        only = self.form.problems_radio.isChecked()
        table = self.form.rows_table
        for column in VALUES:
            table.setColumnHidden(column, only)
        table.setColumnHidden(MATTER, not only)
        self._model.set_rows([row for row in self._preview.rows if row.problems or not only])


def _state(row: RosterRow) -> State:
    if row.known is not None:
        return State.NONE
    if not row.is_new:
        return State.BAD
    return State.CARE if row.problems else State.GOOD
