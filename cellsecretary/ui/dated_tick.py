"""`DatedTick`: a tick with the day on which something was done."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from cellsecretary.ui.date_field import CalendarPopup
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.toggle import Tick


class DatedTick(QWidget):
    """One thing to do; `noted` carries the day on which it was done, None when it was not.

    A tick means today; where it can hardly have been today, the user picks the day.
    """

    noted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done: dt.date | None = None
        self._first, self._last, self._today = dt.date.min, dt.date.max, dt.date.min
        self._calendar: CalendarPopup | None = None
        self.check = Tick(self)
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
        """Show what is to be done, with its day or what is the matter in a second line."""
        self._done = done
        self.check.setChecked(done is not None)
        self.check.setText(f"{name}\n{detail}" if detail else name)
        self.check.setAccessibleName(f"{name}: {detail}" if detail else name)
        self._make_room()
        spoken = self.tr("Day of: {step}").format(step=name)
        self.day_button.setAccessibleName(spoken)
        self.day_button.setToolTip(self.tr("Pick the day"))

    def set_days(
        self, today: dt.date, *, first: dt.date = dt.date.min, last: dt.date = dt.date.max
    ) -> None:
        """Say which day it is, since when it can be done, and until when a tick means today."""
        self._today, self._first, self._last = today, first, last

    def set_changeable(self, changeable: bool) -> None:
        """Let the day be noted, or only read."""
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
        elif self._today <= self._last:
            self.noted.emit(self._today)
        else:
            self.check.setChecked(False)
            self._open_calendar()

    def _open_calendar(self) -> None:
        if self._calendar is None:
            self._calendar = CalendarPopup(self)
            self._calendar.calendar.clicked.connect(self._take)
            self._calendar.calendar.activated.connect(self._take)
        if self._first > dt.date.min:
            first = QDate(self._first.year, self._first.month, self._first.day)
            self._calendar.calendar.setMinimumDate(first)
        self._calendar.setAccessibleName(self.day_button.accessibleName())
        self._calendar.open_below(self, self._done or min(self._today, self._last))

    def _take(self, day: QDate) -> None:
        assert self._calendar is not None
        if self._calendar.isVisible():
            self._calendar.hide()
            self.check.setFocus()
            self.noted.emit(dt.date(day.year(), day.month(), day.day()))
