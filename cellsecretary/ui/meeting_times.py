"""When a meeting really began and ended, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cellsecretary.core.facts import minutes_between
from cellsecretary.core.kinds import MeetingState
from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.form import Form
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.theme import set_role
from cellsecretary.ui.time_field import TimeField
from cellsecretary.ui.wording import hour_text

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.rows import Meeting


class MeetingTimesForm(Form):
    """The widgets of the line."""

    form = "meeting_times"
    start_edit: TimeField
    planned_button: QPushButton
    end_edit: TimeField
    now_button: QPushButton
    length_label: QLabel
    closed_chip: ChipLabel


class MeetingTimes(QWidget):
    """Start and end, typed or taken from the plan or the clock.

    `given` carries both times, None where one is open; `end_wanted` asks for the clock. What is
    refused stays as it was typed, marked, until it is corrected.
    """

    given = Signal(object, object)
    end_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form = MeetingTimesForm(self)
        StackWhenNarrow(form.root)
        self._meeting: Meeting | None = None
        self._typed: tuple[dt.time | None, dt.time | None] | None = None
        form.start_edit.changed.connect(self._give)
        form.end_edit.changed.connect(self._give)
        form.planned_button.clicked.connect(self._start_as_planned)
        form.now_button.clicked.connect(self._end_now)

    def show_times(self, meeting: Meeting, today: dt.date) -> None:
        """Show the times of a meeting, and whether its minutes can still be changed."""
        form, state = self.form, meeting.state
        open_now = state in (MeetingState.PLANNED, MeetingState.RUNNING)
        if self._meeting is None or self._meeting.id != meeting.id or not open_now:
            self._typed = None
        self._meeting = meeting
        known = (meeting.start, meeting.end)
        refused = self._typed is not None and self._typed != known
        for edit, time in zip((form.start_edit, form.end_edit), known, strict=True):
            if refused:
                set_role(edit, "bad")
            else:
                edit.set_time(time)
            edit.setReadOnly(not open_now)
        planned = self.tr("As &planned: {hour}").format(hour=hour_text(meeting.starts))
        form.planned_button.setText(planned)
        form.planned_button.setVisible(open_now and meeting.start is None)
        is_today = meeting.date == today
        form.now_button.setVisible(open_now and is_today and meeting.end is None)
        length = minutes_between(meeting.start, meeting.end)
        form.length_label.setVisible(length is not None)
        form.length_label.setText(self.tr("%n minute(s)", "", length or 0))
        cancelled = state is MeetingState.CANCELLED
        closed = self.tr("Cancelled") if cancelled else self.tr("Closed: for reading only")
        form.closed_chip.setVisible(not open_now)
        form.closed_chip.show_state(State.NONE, closed)

    def _start_as_planned(self) -> None:
        if self._meeting is not None:
            self._typed = None
            self.given.emit(self._meeting.starts, self._meeting.end)

    def _end_now(self) -> None:
        self._typed = None
        self.end_wanted.emit()

    def _give(self) -> None:
        form = self.form
        if form.start_edit.is_valid() and form.end_edit.is_valid():
            self._typed = (form.start_edit.time(), form.end_edit.time())
            self.given.emit(*self._typed)
