"""Dates and times are typed as on paper; what is none stays as typed, and is marked."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from cellsecretary.ui.announcing import Voice
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.time_field import TimeField

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


class Place(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.day = DateField()
        self.day.set_near(dt.date(2026, 11, 21))
        self.hour = TimeField()
        self.other = QLineEdit()
        box = QVBoxLayout(self)
        for widget in (self.day, self.hour, self.other):
            box.addWidget(widget)
        self.changes: list[object] = []
        self.day.changed.connect(lambda: self.changes.append(self.day.date()))
        self.hour.changed.connect(lambda: self.changes.append(self.hour.time()))


@pytest.fixture
def place(qtbot: QtBot, themed: QApplication) -> Place:
    widget = Place()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def test_a_short_date_is_shown_whole_when_the_line_is_left(
    place: Place, type_text: Callable[[QWidget, str], None]
) -> None:
    place.day.setFocus()
    type_text(place.day, "3/11")
    assert place.day.text() == "3/11"
    place.other.setFocus()
    assert place.day.text() == "03/11/2026"
    assert place.changes == [dt.date(2026, 11, 3)]


def test_a_date_that_does_not_exist_stays_and_is_marked(
    place: Place, type_text: Callable[[QWidget, str], None]
) -> None:
    place.day.setFocus()
    type_text(place.day, "31/11/2026")
    place.other.setFocus()
    assert place.day.text() == "31/11/2026"
    assert place.day.property("role") == "bad"
    assert not place.day.is_valid()
    assert place.day.date() is None
    assert place.changes == []


def test_an_emptied_date_is_none_and_no_mistake(place: Place, qtbot: QtBot) -> None:
    place.day.set_date(dt.date(2026, 11, 3))
    place.day.setFocus()
    place.day.selectAll()
    qtbot.keyClick(place.day, Qt.Key.Key_Delete)
    place.other.setFocus()
    assert place.day.is_valid()
    assert place.changes == [None]


def test_the_calendar_opens_on_down_and_fills_the_line(place: Place, qtbot: QtBot) -> None:
    place.day.set_date(dt.date(2026, 11, 3))
    place.day.setFocus()
    qtbot.keyClick(place.day, Qt.Key.Key_Down)
    calendar = place.day.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 11, 3)
    calendar.activated.emit(QDate(2026, 11, 5))
    assert place.day.text() == "05/11/2026"
    assert not calendar.isVisible()
    assert place.changes == [dt.date(2026, 11, 5)]


def test_a_date_that_cannot_be_changed_offers_no_calendar(place: Place, qtbot: QtBot) -> None:
    place.day.setReadOnly(True)
    qtbot.keyClick(place.day, Qt.Key.Key_Down)
    assert place.day.findChild(QCalendarWidget) is None


def test_an_hour_is_shown_in_one_way(
    place: Place, type_text: Callable[[QWidget, str], None]
) -> None:
    place.hour.setFocus()
    type_text(place.hour, "7h30")
    place.other.setFocus()
    assert place.hour.text() == "07:30"
    assert place.changes == [dt.time(7, 30)]


def test_enter_takes_the_hour(
    place: Place, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    place.hour.setFocus()
    type_text(place.hour, "25h00")
    qtbot.keyClick(place.hour, Qt.Key.Key_Return)
    assert place.hour.property("role") == "bad"
    place.hour.selectAll()
    type_text(place.hour, "1930")
    qtbot.keyClick(place.hour, Qt.Key.Key_Return)
    assert place.hour.property("role") == ""
    assert place.changes == [dt.time(19, 30)]


def test_filling_neither_tells_nor_overwrites_typing(
    place: Place, type_text: Callable[[QWidget, str], None]
) -> None:
    place.hour.set_time(dt.time(19, 30))
    assert place.changes == []
    place.hour.setFocus()
    type_text(place.hour, "2")
    place.hour.set_time(dt.time(20, 0))
    assert place.hour.text() == "19:302"


# In words, beside the field


def test_what_is_understood_stands_in_words_beside_the_line_while_it_is_typed(
    place: Place, type_text: Callable[[QWidget, str], None]
) -> None:
    place.day.setFocus()
    assert place.day.understood() == ""
    type_text(place.day, "thứ Năm")
    assert place.day.understood() == "Of which week?"
    type_text(place.day, " tới")
    assert place.day.text() == "thứ Năm tới"
    assert place.day.understood() == "Thursday, 26/11/2026"
    place.other.setFocus()
    assert place.day.understood() == ""
    assert place.day.text() == "26/11/2026"
    assert place.changes == [dt.date(2026, 11, 26)]


def test_a_day_that_many_say_of_the_moon_is_said_to_be_solar(
    place: Place, type_text: Callable[[QWidget, str], None]
) -> None:
    place.day.setFocus()
    type_text(place.day, "mùng 5")
    assert place.day.understood() == "Saturday, 05/12/2026, solar calendar"


def test_a_filled_line_says_its_weekday_when_it_is_come_to(place: Place) -> None:
    place.other.setFocus()
    place.day.set_date(dt.date(2026, 11, 5))
    assert place.day.understood() == ""
    place.day.setFocus()
    assert place.day.understood() == "Thursday, 05/11/2026"


@pytest.mark.parametrize(
    ("typed", "said", "kept"),
    [
        ("7h30 tối", "7:30 in the evening", "19:30"),
        ("19.30", "7:30 in the evening", "19:30"),
        ("19 giờ rưỡi", "7:30 in the evening", "19:30"),
        ("7h30", "7:30 in the morning", "07:30"),
        ("12 giờ đêm", "Hour and part of the day do not agree.", "12 giờ đêm"),
    ],
)
def test_an_hour_is_said_with_its_part_of_the_day(
    place: Place, type_text: Callable[[QWidget, str], None], typed: str, said: str, kept: str
) -> None:
    place.hour.setFocus()
    type_text(place.hour, typed)
    assert place.hour.understood() == said
    place.other.setFocus()
    assert place.hour.text() == kept


def test_the_words_lie_on_nothing_and_inside_the_window(
    place: Place, type_text: Callable[[QWidget, str], None]
) -> None:
    place.resize(900, 300)
    place.day.setFocus()
    type_text(place.day, "mai")
    note = place.day._note
    assert place.rect().contains(note.geometry())
    for widget in (place.day, place.hour, place.other):
        assert not widget.geometry().intersects(note.geometry())
    # Where nothing is free beside the line they lie below it, and still inside.
    place.resize(place.day.width() + 60, 300)
    assert not place.day.geometry().intersects(note.geometry())
    assert place.rect().contains(note.geometry())


def test_the_words_lie_below_where_something_stands_beside_the_line(
    themed: QApplication, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    day, beside = DateField(), QLineEdit()
    row = QHBoxLayout(place)
    row.addWidget(day)
    row.addWidget(beside)
    place.resize(1100, 300)
    with qtbot.waitActive(place):
        place.show()
        place.activateWindow()
    day.setFocus()
    type_text(day, "mai")
    note = day._note.geometry()
    assert day.understood()
    assert not note.intersects(beside.geometry())
    assert note.top() > day.geometry().bottom()
    assert place.rect().contains(note)


def test_the_words_stay_at_a_line_that_moves(
    place: Place, type_text: Callable[[QWidget, str], None]
) -> None:
    place.resize(900, 300)
    place.day.setFocus()
    type_text(place.day, "mai")
    before = place.day._note.y() - place.day.y()
    place.day.move(place.day.x(), place.day.y() + 40)
    assert place.day._note.y() - place.day.y() == before


def test_a_reader_hears_what_was_understood_on_enter_and_after_a_pause(
    place: Place, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    heard: list[str] = []
    Voice.of_application().said.connect(lambda text, _urgent: heard.append(text))
    place.hour.setFocus()
    type_text(place.hour, "7h tối")
    assert heard == []
    place.hour._note._pause.timeout.emit()
    assert heard == ["7:00 in the evening"]
    qtbot.keyClick(place.hour, Qt.Key.Key_Return)
    assert heard == ["7:00 in the evening"] * 2
