"""The times of somebody who was there for a part of a meeting: came late, left early."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cellsecretary.core.operations.attendance import note
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.time_field import TimeField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.rows import Attendance
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ledger_session import Doing
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


class PartTimeDialog(EntryDialog):
    """Asks for both times of one member; empty means that it does not apply."""

    def __init__(
        self, session: Session, words: Messages, line: Attendance, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._session = session
        self._line = line
        self.form = PartTimeForm(self)
        self.setWindowTitle(self.tr("Came late or left early"))
        self.form.who_label.setText(line.name)
        self.form.late_edit.set_time(line.late)
        self.form.early_edit.set_time(line.left_early)
        fields = {"late": self.form.late_edit, "left_early": self.form.early_edit}
        self.begin(self.form.notice_banner, self.form.save_button, self.form.cancel_button, fields)
        self.start_at("late")
        ask_size(self, 480)

    def entered(self) -> object:
        """Give both lines as they are typed."""
        return self.form.late_edit.text(), self.form.early_edit.text()

    def unclear(self) -> Mapping[str, str]:
        """Give the times that are none."""
        text = self.tr("This is no time. Write it like 19:40.")
        edits = (("late", self.form.late_edit), ("left_early", self.form.early_edit))
        return {name: text for name, edit in edits if not edit.is_valid()}

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand the times over."""
        return do(
            note,
            self._session.meeting(self._line.meeting),
            self._line.member,
            reason=self._line.reason,
            late=self.form.late_edit.time(),
            left_early=self.form.early_edit.time(),
        )
