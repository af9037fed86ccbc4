"""The party fees as announced at a meeting: how many paid, and who still owes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView, QWidget

from cellsecretary.core.operations.attendance import change_fees
from cellsecretary.core.vietnamese import name_key
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.tables import dress_table, turn_whole_rows

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from cellsecretary.core.rows import Attendance
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session

MOST_PAID = 9999


class FeesForm(Form):
    """The widgets of the dialog."""

    form = "fees"
    notice_banner: Banner
    paid_edit: QLineEdit
    search_edit: QLineEdit
    members_table: QTableView
    owing_label: QLabel
    cancel_button: QPushButton
    save_button: QPushButton


class FeesDialog(EntryDialog):
    """Notes the fees of one meeting in one act; a closed meeting is only shown."""

    def __init__(
        self, session: Session, words: Messages, meeting: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._session = session
        self._meeting = meeting
        record = session.meeting(meeting)
        self._lines = list(record.roster)
        self.form = FeesForm(self)
        self.setWindowTitle(self.tr("Party fees"))
        self._model = RecordModel(
            self._columns(),
            key=lambda line: line.member,
            parent=self,
            search=lambda line: f"{line.number} {line.name}",
        )
        self.form.members_table.setModel(self._model)
        table = self.form.members_table
        dress_table(table, stretch=2, sortable=True)
        turn_whole_rows(table, self._turn)
        paid = record.meeting.fees_paid
        self.form.paid_edit.setValidator(QIntValidator(0, MOST_PAID, self))
        self.form.paid_edit.setText("" if paid is None else str(paid))
        self.form.paid_edit.setReadOnly(not record.is_open)
        self.form.save_button.setVisible(record.is_open)
        cancel = self.tr("Do not keep") if record.is_open else self.tr("Close")
        self.form.cancel_button.setText(cancel)
        self.form.search_edit.textChanged.connect(self._model.set_filter)
        self._show()
        fields = {"fees_paid": self.form.paid_edit}
        self.begin(self.form.notice_banner, self.form.save_button, self.form.cancel_button, fields)
        # Enter in the search line goes on to the list, and ends nothing.
        self.form.save_button.setDefault(False)
        self.form.search_edit.returnPressed.connect(self._go_to_list)
        self.start_at("fees_paid")
        ask_size(self, 720, 640)

    def entered(self) -> object:
        """Give what is typed and who is ticked."""
        return self.form.paid_edit.text(), self._owing()

    def keep(self) -> None:
        """Note both in one act."""
        paid = self.form.paid_edit.text().strip()
        meeting = self._session.meeting(self._meeting)
        refusal = self._session.do(change_fees, meeting, int(paid) if paid else None, self._owing())
        if refusal is None:
            self.accept()
        else:
            self.refuse(refusal)

    def _columns(self) -> list[Column[Attendance]]:
        return [
            Column(
                self.tr("Owes"),
                lambda _line: "",
                checked=lambda line: line.fee_owing,
                spoken=self._spoken,
            ),
            Column(self.tr("No."), lambda line: str(line.number), sort=lambda line: line.number),
            Column(
                self.tr("Name"),
                lambda line: line.name,
                sort=lambda line: name_key(line.name),
                names=True,
            ),
        ]

    def _go_to_list(self) -> None:
        self.form.members_table.setCurrentIndex(self._model.index(0, 0))
        self.form.members_table.setFocus()

    def _turn(self, index: QModelIndex) -> None:
        """Tick a member, or take the tick off."""
        if not index.isValid() or not self._session.meeting(self._meeting).is_open:
            return
        line = self._model.row(index)
        self._lines[self._lines.index(line)] = replace(line, fee_owing=not line.fee_owing)
        self._show()

    def _spoken(self, line: Attendance) -> str:
        text = self.tr("{name}, owes") if line.fee_owing else self.tr("{name}, owes nothing")
        return text.format(name=line.name)

    def _show(self) -> None:
        self._model.set_rows(self._lines)
        owing = [line.name for line in self._lines if line.fee_owing]
        text = self.tr("Owing: {names}.") if owing else self.tr("Nobody owes the fee.")
        self.form.owing_label.setText(text.format(names=", ".join(owing)))

    def _owing(self) -> list[str]:
        return [line.member for line in self._lines if line.fee_owing]
