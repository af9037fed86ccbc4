"""`SecondReader`: who looked at a result beside the one who did the work and leads the village."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from cellsecretary.core.kinds import Mark
from cellsecretary.core.two_hats import wants_second_reader
from cellsecretary.ui.member_picker import MemberPicker
from cellsecretary.ui.theme import current_theme, set_role

if TYPE_CHECKING:
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Task


class SecondReader(QWidget):
    """One line, there only where it is wanted; `given` carries the member, None for nobody."""

    given = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = QLabel(self.tr("&Second reader"), self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.picker = MemberPicker(self)
        self._label.setBuddy(self.picker)
        self.picker.setAccessibleName(self.tr("Who looked at the result too"))
        self.picker.chosen.connect(lambda: self.given.emit(self.picker.member()))
        why = QLabel(self.tr("the lead is secretary and village head"), self)
        why.setTextFormat(Qt.TextFormat.PlainText)
        set_role(why, "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space(2))
        row.addWidget(self._label)
        row.addWidget(self.picker, 1)
        row.addWidget(why)

    def show_task(self, record: MeetingRecord, task: Task, *, is_open: bool) -> None:
        """Show the reader of a task, and offer those who are here and not its lead."""
        review = record.review_of(task.id)
        wanted = review is not None and wants_second_reader(record, task)
        self.setVisible(is_open and wanted)
        here = {line.member for line in record.marked(Mark.PRESENT)}
        self.picker.set_people([one for one in record.people if one.id != task.lead], here)
        self.picker.set_member(review.second_reader if review else None)
        set_role(self._label, "" if review and review.second_reader else "care")
