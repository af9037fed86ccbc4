"""`UnderstoodNote`: beside a field that is typed in, what was understood of it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from cellsecretary.core.hours import DayPart, TimeReading, UnclearTime, on_the_face
from cellsecretary.core.moments import UnclearDate
from cellsecretary.ui.announcing import announce
from cellsecretary.ui.chips import State
from cellsecretary.ui.theme import current_theme, set_role
from cellsecretary.ui.wording import hour_text, long_day_text

if TYPE_CHECKING:
    from cellsecretary.core.moments import DateReading

SPOKEN_AFTER = 600
"""Milliseconds without a key after which a reader says what was understood."""


class UnderstoodNote(QFrame):
    """A line of words over the window, while its field has the keyboard and a text.

    It lies to the right of the field where nothing else is, else below it, and takes neither
    keyboard nor mouse.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._watched: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        box = QHBoxLayout(self)
        box.addWidget(self._label)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SPOKEN_AFTER)
        self._pause.timeout.connect(self.speak)
        field.destroyed.connect(self.deleteLater)
        field.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The words that are shown."""
        return self._label.text() if self.isVisible() else ""

    def show_words(self, text: str, state: State, *, typed: bool = False) -> None:
        """Show these words beside the field, or nothing; what was `typed` is said too."""
        if not text:
            self._pause.stop()
            self.hide()
            return
        if self._label.text() != text or not self.isVisible():
            self._label.setText(text)
            set_role(self, f"message_{state.value}")
        edge = current_theme().space(1)
        box = self.layout()
        assert box is not None
        box.setContentsMargins(2 * edge, edge, 2 * edge, edge)
        self._lie()
        self.show()
        self.raise_()
        if typed:
            self._pause.start()

    def speak(self) -> None:
        """Say the words."""
        self._pause.stop()
        announce(self, self.text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside the field when it or what is around it takes another size or place."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move} and self.isVisible():
            self._lie()
        return False

    def _lie(self) -> None:
        host = _ground_of(self._field)
        if self.parentWidget() is not host:
            if self._watched is not None:
                self._watched.removeEventFilter(self)
            self.setParent(host)
            host.installEventFilter(self)
            self._watched = host
        self._label.setWordWrap(False)
        self.ensurePolished()
        size = self.sizeHint()
        corner = self._field.mapTo(host, QPoint(0, 0))
        field = QRect(corner, self._field.size())
        gap = current_theme().space(2)
        beside = QRect(QPoint(field.right() + gap, 0), size)
        beside.moveTop(field.center().y() - size.height() // 2)
        if host.rect().contains(beside) and not self._covers(host, beside):
            self.setGeometry(beside)
            return
        room = host.width() - 2 * gap
        if size.width() > room:
            self._label.setWordWrap(True)
            size = QSize(room, self.heightForWidth(room))
        left = max(min(field.left(), host.width() - gap - size.width()), gap)
        below = QRect(QPoint(left, field.bottom() + 2), size)
        if below.bottom() > host.height() and field.top() - 2 >= size.height():
            below.moveBottom(field.top() - 2)
        self.setGeometry(below)

    def _covers(self, host: QWidget, box: QRect) -> bool:
        """Tell whether something else is seen in a place; what only holds others is not."""
        for widget in host.findChildren(QWidget):
            if not widget.isVisible() or widget.layout() is not None or self.isAncestorOf(widget):
                continue
            if widget in (self, self._field) or widget.isAncestorOf(self._field):
                continue
            if isinstance(widget, QLabel) and not widget.text():
                continue
            if QRect(widget.mapTo(host, QPoint(0, 0)), widget.size()).intersects(box):
                return True
        return False


def _ground_of(field: QWidget) -> QWidget:
    """Give what scrolls with a field, else its window."""
    around = field.parentWidget()
    while around is not None and not around.isWindow():
        area = around.parentWidget()
        area = area.parentWidget() if area is not None else None
        if isinstance(area, QAbstractScrollArea) and area.viewport() is around.parentWidget():
            return around
        around = around.parentWidget()
    return field.window()


# The words


def date_words(reading: DateReading) -> tuple[str, State]:
    """Say a date with its weekday, or why it is none."""
    if reading.date is not None:
        text = long_day_text(reading.date)
        if reading.said_solar:
            # Many say these words of the lunar calendar: which one was taken must be seen.
            template = QCoreApplication.translate("Understood", "{day}, solar calendar")
            text = template.format(day=text)
        return text, State.GOOD
    return (_unclear_date(reading.unclear) if reading.unclear else ""), State.CARE


def time_words(reading: TimeReading) -> tuple[str, State]:
    """Say a time with the part of the day, or why it is none."""
    if reading.time is not None:
        hour, part = on_the_face(reading.time)
        said = hour_text(reading.time.replace(hour=hour))
        return _part_of_day(part).format(hour=said), State.GOOD
    return (_unclear_time(reading.unclear) if reading.unclear else ""), State.CARE


def _unclear_date(kind: UnclearDate) -> str:
    texts: Final = {
        UnclearDate.OTHER: QCoreApplication.translate(
            "Understood", "Write it like 30/11, or as you would say it."
        ),
        UnclearDate.NO_SUCH_DAY: QCoreApplication.translate("Understood", "There is no such day."),
        UnclearDate.OTHER_WEEKDAY: QCoreApplication.translate(
            "Understood", "Weekday and date do not agree."
        ),
        UnclearDate.WHICH_WEEK: QCoreApplication.translate("Understood", "Of which week?"),
        UnclearDate.WHICH_MONTH: QCoreApplication.translate(
            "Understood", "Of which month? Write it like 5/11."
        ),
        UnclearDate.WHICH_DAY: QCoreApplication.translate(
            "Understood", "Which day? Write it like 30/11."
        ),
        UnclearDate.LUNAR: QCoreApplication.translate(
            "Understood", "This is of the lunar calendar. Write the solar date."
        ),
        UnclearDate.TWO_MEANINGS: QCoreApplication.translate(
            "Understood", "This can be read in two ways. Write it like 5/11."
        ),
    }
    return texts[kind]


def _unclear_time(kind: UnclearTime) -> str:
    texts: Final = {
        UnclearTime.OTHER: QCoreApplication.translate(
            "Understood", "Write it like 19:30, or as you would say it."
        ),
        UnclearTime.NO_SUCH_HOUR: QCoreApplication.translate(
            "Understood", "There is no such hour."
        ),
        UnclearTime.OTHER_PART: QCoreApplication.translate(
            "Understood", "Hour and part of the day do not agree."
        ),
        UnclearTime.WHICH_HOUR: QCoreApplication.translate("Understood", "At which hour?"),
    }
    return texts[kind]


def _part_of_day(part: DayPart) -> str:
    texts: Final = {
        DayPart.MORNING: QCoreApplication.translate("Understood", "{hour} in the morning"),
        DayPart.NOON: QCoreApplication.translate("Understood", "{hour} at noon"),
        DayPart.AFTERNOON: QCoreApplication.translate("Understood", "{hour} in the afternoon"),
        DayPart.EVENING: QCoreApplication.translate("Understood", "{hour} in the evening"),
        DayPart.NIGHT: QCoreApplication.translate("Understood", "{hour} at night"),
    }
    return texts[part]
