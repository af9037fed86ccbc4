"""What is to be done before a meeting: four steps, each with a tick and its day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from cellsecretary.core.facts import Warning, warnings
from cellsecretary.core.operations.meetings import PREPARATION
from cellsecretary.ui.date_field import CalendarPopup
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from PySide6.QtCore import QDate

    from cellsecretary.core.record import MeetingRecord


LATE = {
    "committee_met": Warning.COMMITTEE_NOT_MET,
    "notified": Warning.MEMBERS_NOT_NOTIFIED,
    "superior_notified": Warning.SUPERIOR_NOT_NOTIFIED,
    "posted": Warning.NOT_POSTED_IN_TIME,
}


class PreparationSteps(QWidget):
    """All steps below each other; `noted` carries the step's field and its day or None."""

    noted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.steps: dict[str, PreparationStep] = {}
        for name in PREPARATION:
            step = PreparationStep(self)
            step.noted.connect(lambda done, name=name: self.noted.emit(name, done))
            self.steps[name] = step
            box.addWidget(step)

    def show_record(self, record: MeetingRecord, today: dt.date) -> None:
        """Show what was done before a meeting, and what was done too late."""
        names = {
            "committee_met": self.tr("Committee has met"),
            "notified": self.tr("Members were told"),
            "superior_notified": self.tr("Superior body was told"),
            "posted": self.tr("Documents were posted"),
        }
        warned = warnings(record)
        for name, step in self.steps.items():
            done: dt.date | None = getattr(record.meeting, name)
            detail = day_text(done)
            if done is not None and LATE[name] in warned:
                detail = self.tr("{day}: too late").format(day=detail)
            step.set_days(today, record.meeting.date)
            step.show_step(names[name], detail, done)
            step.set_changeable(record.is_open)


class PreparationStep(QWidget):
    """One step; `noted` carries the day on which the step was done, None when it was not.

    A tick means today; after the meeting nobody knows the day but the user, who picks it.
    """

    noted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done: dt.date | None = None
        self._today = self._latest = dt.date.min
        self._calendar: CalendarPopup | None = None
        self.check = QCheckBox(self)
        self.check.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.check.clicked.connect(self._tick)
        self.day_button = QToolButton(self)
        self.day_button.setProperty("role", "plain")
        self.day_button.setProperty("icon_name", "calendar")
        put_icon(self.day_button)
        self.day_button.clicked.connect(self._open_calendar)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.check, 1)
        # Aligned, for a row is never higher than its lowest widget that does not grow.
        box.addWidget(self.day_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_step(self, name: str, detail: str, done: dt.date | None) -> None:
        """Show a step by name, with when it was done or what is the matter in a second line."""
        self._done = done
        self.check.setChecked(done is not None)
        self.check.setText(f"{name}\n{detail}" if detail else name)
        self.check.setAccessibleName(f"{name}: {detail}" if detail else name)
        self._make_room()
        spoken = self.tr("Day of: {step}").format(step=name)
        self.day_button.setAccessibleName(spoken)
        self.day_button.setToolTip(self.tr("Pick the day"))

    def set_days(self, today: dt.date, latest: dt.date) -> None:
        """Say which day it is, and by which day the step has to be done."""
        self._today, self._latest = today, latest

    def set_changeable(self, changeable: bool) -> None:
        """Let the step be noted, or only read."""
        self.check.setEnabled(changeable)
        self.day_button.setVisible(changeable)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room()

    def _make_room(self) -> None:
        """Keep room for both lines: the least height that the style gives a tick is that of one."""
        self.check.ensurePolished()
        self.setMinimumHeight(self.check.sizeHint().height())

    def _tick(self, ticked: bool) -> None:
        if not ticked:
            self.noted.emit(None)
        elif self._today <= self._latest:
            self.noted.emit(self._today)
        else:
            self.check.setChecked(False)
            self._open_calendar()

    def _open_calendar(self) -> None:
        if self._calendar is None:
            self._calendar = CalendarPopup(self)
            self._calendar.calendar.clicked.connect(self._take)
            self._calendar.calendar.activated.connect(self._take)
        self._calendar.open_below(self, self._done or min(self._today, self._latest))

    def _take(self, day: QDate) -> None:
        assert self._calendar is not None
        if self._calendar.isVisible():
            self._calendar.hide()
            self.check.setFocus()
            self.noted.emit(dt.date(day.year(), day.month(), day.day()))
