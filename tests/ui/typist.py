"""A hand that types into every field of a widget, those too that only a choice or a cell shows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)
from shiboken6 import isValid

from cellsecretary.ui.autosave import flush_all
from cellsecretary.ui.date_field import DateField
from tests.hostile import TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def fields_of(root: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    found: list[QLineEdit | QPlainTextEdit] = [
        *root.findChildren(QLineEdit),
        *root.findChildren(QPlainTextEdit),
    ]
    return [one for one in found if one.isVisible() and one.isEnabled() and not one.isReadOnly()]


def commit(field: QWidget, text: str) -> None:
    """Write a text as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(field, event)


def paste(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    data.setHtml(f"<b>{text}</b>")
    QGuiApplication.clipboard().setMimeData(data)
    field.paste()


def leave(field: QWidget, root: QWidget) -> None:
    field.setFocus()
    field.clearFocus()
    flush_all(root)
    QApplication.processEvents()


OPENERS = {"opinion_button"}
"""Buttons that show a field; what opens a dialog is a form of its own."""

DAYS = ("15/11/2026", "30/04/2027", "02/09/2027")

ANY_WAY = QAbstractItemView.EditTrigger.AllEditTriggers

LOOKED_AT = 3
"""Rows of a table whose cells are edited: those below have the same editor."""


class Typist:
    """Types into every field of a widget, those too that only a choice or a cell shows."""

    def __init__(self, widget: QWidget) -> None:
        self.widget = widget
        self.found: set[str] = set()
        self.typed: set[str] = set()
        self.edited: set[str] = set()

    def go_through(self) -> None:
        self.type_everywhere()
        for choose in self.choices():
            choose()
            QApplication.processEvents()
            self.type_everywhere()
            for view in self.views():
                if view.objectName() not in self.edited:
                    self.edited.add(view.objectName())
                    self.edit_cells(view)

    def views(self) -> list[QAbstractItemView]:
        """Give the tables and lists of the widget, without heads and what boxes drop down."""
        found = self.widget.findChildren(QAbstractItemView)
        window = self.widget.window()
        return [
            one
            for one in found
            if one.window() is window and one.model() and one.isVisible()
            if not isinstance(one, QHeaderView)
        ]

    def choices(self) -> Iterator[Callable[[], object]]:
        yield self.widget.update
        for tabs in self.widget.findChildren(QTabWidget):
            for at in range(tabs.count()):
                yield partial(tabs.setCurrentIndex, at)
        for box in self.widget.findChildren(QComboBox):
            for at in (*range(box.count()), box.currentIndex()):
                if isValid(box) and box.isVisible() and box.isEnabled():
                    yield partial(box.setCurrentIndex, at)
        for view in self.views():
            for row in range(min(view.model().rowCount(), LOOKED_AT)):
                if isValid(view):
                    yield partial(view.setCurrentIndex, view.model().index(row, 0))
        # There and back: what is ticked already is shown without its tick too.
        for button in 2 * self.widget.findChildren(QAbstractButton):
            if isValid(button) and (button.isCheckable() or button.objectName() in OPENERS):
                yield partial(press, button)
        # A day on which nobody meets, and one long past: then a reason is asked for.
        for field in self.widget.findChildren(DateField):
            for day in DAYS:
                if isValid(field) and field.isVisible() and field.isEnabled():
                    yield partial(self.write_day, field, day)

    def write_day(self, field: DateField, day: str) -> None:
        field.selectAll()
        commit(field, day)
        leave(field, self.widget)

    def type_everywhere(self) -> None:
        everything: list[QLineEdit | QPlainTextEdit] = [
            *self.widget.findChildren(QLineEdit),
            *self.widget.findChildren(QPlainTextEdit),
        ]
        names = {name_of(one) for one in everything if not one.isReadOnly()}
        # The year over a calendar takes figures alone, as any box with arrows.
        self.found |= {name for name in names if "qt_calendar" not in name}
        for field in fields_of(self.widget):
            if name_of(field) not in self.typed:
                self.type_into(field)

    def edit_cells(self, view: QAbstractItemView) -> None:
        model = view.model()
        editable = Qt.ItemFlag.ItemIsEditable
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
        for row in range(min(model.rowCount(), LOOKED_AT)):
            for column in range(columns):
                index = model.index(row, column)
                if not index.flags() & editable:
                    continue
                view.setCurrentIndex(index)
                # Some are open as soon as they are entered, and would not open again.
                view.edit(index, ANY_WAY, QEvent(QEvent.Type.None_))
                self.type_everywhere()
                self.found.add(f"cell {view.objectName()} {column}")
                editors = [one for one in fields_of(view.viewport()) if isValid(one)]
                for editor in editors:
                    self.type_into(editor)
                if editors:
                    self.typed.add(f"cell {view.objectName()} {column}")

    def type_into(self, field: QLineEdit | QPlainTextEdit) -> None:
        self.typed.add(name_of(field))
        for at, text in enumerate(TEXTS.values()):
            if not isValid(field) or not field.isVisible():
                return
            field.selectAll()
            (paste if at % 2 else commit)(field, text)
        if isValid(field):
            leave(field, self.widget)


def press(button: QAbstractButton) -> None:
    if isValid(button) and button.isVisible() and button.isEnabled():
        button.click()


def name_of(field: QWidget) -> str:
    """Name a field so that it is known again: by itself, else by what it stands in."""
    names = [field.objectName()]
    parent = field.parentWidget()
    while parent is not None and (not names[-1] or names[-1].startswith("qt_")):
        names.append(parent.objectName() or type(parent).__name__)
        parent = parent.parentWidget()
    return " in ".join(name for name in names if name) or type(field).__name__
