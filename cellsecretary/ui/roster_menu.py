"""`RosterMenu`: what can be done with the chosen line of a roster, and with all of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from cellsecretary.core.kinds import Mark
from cellsecretary.ui.roster import NAME, NUMBER

if TYPE_CHECKING:
    from cellsecretary.core.rows import Attendance
    from cellsecretary.messages import Messages

MARKS = (Mark.PRESENT, Mark.EXCUSED, Mark.UNEXCUSED)


class RosterMenu(QMenu):
    """Offers by words what the keys of the table do; `mark_wanted` carries the mark."""

    mark_wanted = Signal(object)
    note_wanted = Signal()
    times_wanted = Signal()
    fees_wanted = Signal()
    sort_wanted = Signal(int)

    def __init__(self, words: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        want = self.mark_wanted.emit
        self._marks = {mark: self.addAction("", partial(want, mark)) for mark in MARKS}
        self._unmark = self.addAction("", partial(want, Mark.NONE))
        self._note = self.addAction("", self.note_wanted.emit)
        self._times = self.addAction("", self.times_wanted.emit)
        self.addSeparator()
        self._fees = self.addAction("", self.fees_wanted.emit)
        self.addSeparator()
        self._by_number = self.addAction("", partial(self.sort_wanted.emit, NUMBER))
        self._by_name = self.addAction("", partial(self.sort_wanted.emit, NAME))
        self._say()

    def show_line(self, line: Attendance | None, *, is_open: bool) -> None:
        """Offer what can be done with a line, None where none is chosen."""
        mark = line.mark if line is not None else None
        for one, action in self._marks.items():
            action.setEnabled(is_open and mark not in {None, one})
        self._unmark.setEnabled(is_open and mark not in {None, Mark.NONE})
        self._note.setEnabled(is_open and mark is not None)
        self._times.setEnabled(is_open and mark is Mark.PRESENT)

    def _say(self) -> None:
        for mark, action in self._marks.items():
            action.setText(self.tr("Mark: {state}").format(state=self._words.value(mark)))
        self._unmark.setText(self.tr("&Take the mark off"))
        self._note.setText(self.tr("&Reason, note…"))
        self._times.setText(self.tr("Came &late or left early…"))
        self._fees.setText(self.tr("&Party fees…"))
        self._by_number.setText(self.tr("Sort by &number"))
        self._by_name.setText(self.tr("Sort by &given name"))
