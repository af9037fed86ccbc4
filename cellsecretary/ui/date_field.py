"""`DateField`: a line to type a date in, with a calendar to pick it from."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from cellsecretary.core.moments import understand_date, write_date
from cellsecretary.ui.announcing import announce
from cellsecretary.ui.field_button import FieldButton
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.screen_room import screen_room
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.typed_field import TypedField
from cellsecretary.ui.understood import date_words
from cellsecretary.ui.wording import long_day_text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from cellsecretary.core.moments import DateReading
    from cellsecretary.ui.chips import State


class DateField(TypedField[dt.date]):
    """Takes any usual way to write a date, and shows day/month/year when it is left.

    Down opens the calendar. A year that is left out is found from `set_near`, else from today.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._near: dt.date | None = None
        self._today: dt.date | None = None
        self._ahead = False
        self._calendar: CalendarPopup | None = None
        self._button = FieldButton(self, "calendar")
        self._button.clicked.connect(self.open_calendar)
        self._name()

    def date(self) -> dt.date | None:
        """Give the date, None for nothing and for what is no date."""
        return self.value()

    def set_date(self, date: dt.date | None) -> None:
        """Fill the line; what is being typed is never overwritten."""
        self.set_value(date)

    def set_near(self, date: dt.date, today: dt.date | None = None, *, ahead: bool = False) -> None:
        """Say which day a date without its year, and an empty calendar, should be close to.

        Words as “mai” count from `today`, when it is not that day. With `ahead`, a day without
        its month never lies before.
        """
        self._near, self._today, self._ahead = date, today, ahead

    def open_calendar(self) -> None:
        """Show the calendar below the line."""
        if self.isReadOnly() or not self.isEnabled():
            return
        if self._calendar is None:
            self._calendar = CalendarPopup(self)
            self._calendar.calendar.clicked.connect(self._take)
            self._calendar.calendar.activated.connect(self._take)
        self._calendar.setAccessibleName(self._button.accessibleName())
        self._calendar.open_below(self, self.date() or self._nearby())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar on Down."""
        if event.key() == Qt.Key.Key_Down:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, and hide the button of a line that cannot be changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        elif event.type() in {QEvent.Type.ReadOnlyChange, QEvent.Type.EnabledChange}:
            self._button.setVisible(self.isEnabled() and not self.isReadOnly())

    def _take(self, day: QDate) -> None:
        assert self._calendar is not None
        self._calendar.hide()
        self._fill(dt.date(day.year(), day.month(), day.day()))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.settle()

    def _nearby(self) -> dt.date:
        return self._near or dt.date.today()

    def _read(self, text: str) -> dt.date | None:
        return self._reading(text).date

    def _reading(self, text: str) -> DateReading:
        return understand_date(text, self._nearby(), self._today, ahead=self._ahead)

    def _words(self, text: str) -> tuple[str, State]:
        return date_words(self._reading(text))

    def _write(self, value: dt.date | None) -> str:
        return write_date(value)

    def _widest(self) -> str:
        # A placeholder may be shorter than a date in some language.
        return max(self.placeholderText(), write_date(dt.date(2000, 10, 20)), key=len)

    def _name(self) -> None:
        self.setPlaceholderText(self.tr("day/month/year"))
        self._button.set_name(self.tr("Pick from the calendar"))


class CalendarPopup(QFrame):
    """A calendar in a frame of its own, closed by Esc or a click beside it."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.calendar = _Calendar(self)
        self.calendar.selectionChanged.connect(self._speak)
        box = QVBoxLayout(self)
        edge = current_theme().space(1)
        box.setContentsMargins(edge, edge, edge, edge)
        box.addWidget(self.calendar)

    def open_below(self, field: QWidget, date: dt.date) -> None:
        """Show a day under a field, or above it where the screen ends."""
        dress_calendar(self.calendar)
        self.calendar.setLocale(QLocale())
        self.calendar.setSelectedDate(QDate(date.year, date.month, date.day))
        self.adjustSize()
        place = field.mapToGlobal(QPoint(0, field.height()))
        screen = screen_room(field)
        if place.y() + self.height() > screen.bottom():
            place.setY(max(screen.top(), place.y() - field.height() - self.height()))
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()
        self.calendar.setFocus()
        self._speak()

    def _speak(self) -> None:
        """Say the whole day: a cell of the calendar says its number alone."""
        day = self.calendar.selectedDate()
        announce(self, long_day_text(dt.date(day.year(), day.month(), day.day())))


class _Calendar(QCalendarWidget):
    """A calendar whose chosen day has a ring, and whose month stands out from those beside it."""

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate | dt.date) -> None:
        """Paint one day."""
        day = date if isinstance(date, QDate) else QDate(date.year, date.month, date.day)
        theme = current_theme()
        painter.save()
        is_chosen = day == self.selectedDate()
        painter.fillRect(rect, theme.colour("selected" if is_chosen else "card"))
        is_near = day.month() != self.monthShown()
        painter.setFont(theme.font("small" if is_near else "base", bold=is_chosen))
        painter.setPen(theme.colour("quiet" if is_near and not is_chosen else "ink"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(day.day()))
        if is_chosen:
            width = theme.focus_width
            painter.setPen(QPen(theme.colour("focus"), width))
            inset = (width + 1) // 2
            painter.drawRect(rect.adjusted(inset, inset, -inset, -inset))
        painter.restore()


def dress_calendar(calendar: QCalendarWidget) -> None:
    """Take away what only confuses: numbers of weeks, and a red too pale to read.

    Its arrows are those of the program: Qt's own are black on any ground.
    """
    for name in ("prev", "next"):
        button = calendar.findChild(QToolButton, f"qt_calendar_{name}month")
        if isinstance(button, QToolButton):
            button.setProperty("icon_name", "previous" if name == "prev" else "next")
            put_icon(button)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for name, spoken in _calendar_parts().items():
        part = calendar.findChild(QWidget, name)
        if part is not None:
            part.setAccessibleName(spoken)
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    theme = current_theme()
    calendar.setMinimumSize(theme.grown(400), theme.grown(320))


def _calendar_parts() -> dict[str, str]:
    """Give the names of what Qt draws without words."""
    return {
        "qt_calendar_prevmonth": QCoreApplication.translate("Calendar", "The month before"),
        "qt_calendar_nextmonth": QCoreApplication.translate("Calendar", "The month after"),
        "qt_calendar_monthbutton": QCoreApplication.translate("Calendar", "Month"),
        "qt_calendar_yearbutton": QCoreApplication.translate("Calendar", "Year"),
        "qt_calendar_yearedit": QCoreApplication.translate("Calendar", "Type the year"),
        "qt_calendar_calendarview": QCoreApplication.translate("Calendar", "Days of the month"),
    }
