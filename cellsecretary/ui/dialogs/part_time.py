"""The times of somebody who was there for a part of a meeting: came late, left early."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from cellsecretary.core.operations.attendance import note
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.form import Form
from cellsecretary.ui.time_field import TimeField

if TYPE_CHECKING:
    from cellsecretary.core.rows import Attendance
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session


class PartTimeForm(Form):
    """The widgets of the dialog."""

    form = "part_time"
    who_label: QLabel
    notice_banner: Banner
    late_edit: TimeField
    early_edit: TimeField
    cancel_button: QPushButton
    save_button: QPushButton


class PartTimeDialog(QDialog):
    """Asks for both times of one member; empty means that it does not apply."""

    def __init__(
        self, session: Session, words: Messages, line: Attendance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._words = words
        self._line = line
        self.form = PartTimeForm(self)
        self.setWindowTitle(self.tr("Came late or left early"))
        self.form.who_label.setText(line.name)
        self.form.late_edit.set_time(line.late)
        self.form.early_edit.set_time(line.left_early)
        self.form.cancel_button.clicked.connect(self.reject)
        self.form.save_button.clicked.connect(self._save)
        self.form.late_edit.setFocus()

    def _save(self) -> None:
        for field in (self.form.late_edit, self.form.early_edit):
            field.settle()
            if not field.is_valid():
                self._tell(self.tr("This is no time. Write it like 19:40."))
                field.setFocus()
                return
        refusal = self._session.do(
            note,
            self._session.meeting(self._line.meeting),
            self._line.member,
            reason=self._line.reason,
            late=self.form.late_edit.time(),
            left_early=self.form.early_edit.time(),
        )
        if refusal is None:
            self.accept()
        else:
            self._tell(" ".join(self._words.refusal(problem) for problem in refusal.problems))

    def _tell(self, text: str) -> None:
        self.form.notice_banner.show_message(State.CARE, text)
