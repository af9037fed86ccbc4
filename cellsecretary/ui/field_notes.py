"""`FieldNotes`: under each field of a dialog the sentence that says what is wrong with it."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QBoxLayout,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from cellsecretary.ui.chips import State
from cellsecretary.ui.sentences import Sentence, SentenceList
from cellsecretary.ui.theme import set_role


class FieldNotes:
    """Marks fields and puts a sentence under them; fields without room below are left alone."""

    def __init__(self) -> None:
        self._notes: dict[QWidget, SentenceList] = {}

    def takes(self, field: QWidget | None) -> bool:
        """Tell whether a sentence can stand under the widget: it is one that is filled in."""
        return isinstance(field, QLineEdit | QComboBox | QAbstractSpinBox | QPlainTextEdit)

    def note(self, field: QWidget) -> SentenceList | None:
        """Give what stands under a field, None where nothing does."""
        note = self._notes.get(field)
        return note if note is not None and note.sentences else None

    def text(self, field: QWidget) -> str:
        """Give the sentence under a field."""
        note = self.note(field)
        return note.sentences[0].text if note else ""

    def show(self, field: QWidget, text: str) -> None:
        """Put a sentence under a field, or take it away; what is there already stays."""
        if text == self.text(field):
            if text:
                # While it is typed in, a field may have taken its own mark away.
                set_role(field, "bad")
            return
        if field not in self._notes:
            self._notes[field] = SentenceList(field.window())
            set_role(self._notes[field], "note")
            _put_below(field, self._notes[field])
        note = self._notes[field]
        note.set_sentences([Sentence(text, State.BAD)] if text else [])
        _set_row_visible(note, bool(text))
        set_role(field, "bad" if text else "")
        field.setAccessibleDescription(text)

    def clear(self) -> None:
        """Take every sentence away."""
        for field in self._notes:
            self.show(field, "")


def _put_below(field: QWidget, note: QWidget) -> None:
    """Give the note a row of its own below the row that the field is in."""
    inside, around = field, field.parentWidget()
    while around is not None:
        layout = around.layout()
        if isinstance(layout, QFormLayout):
            row, _role = cast("tuple[int, object]", layout.getWidgetPosition(inside))
            layout.insertRow(row + 1, "", note)
            return
        if isinstance(layout, QGridLayout):
            row, column, rows, _columns = _place(layout, layout.indexOf(inside))
            _insert_row(layout, row + rows)
            layout.addWidget(note, row + rows, column, 1, layout.columnCount() - column)
            return
        if (
            isinstance(layout, QBoxLayout)
            and layout.direction() is QBoxLayout.Direction.TopToBottom
        ):
            layout.insertWidget(layout.indexOf(inside) + 1, note)
            return
        inside, around = around, around.parentWidget()


def _insert_row(grid: QGridLayout, row: int) -> None:
    below = []
    for index in reversed(range(grid.count())):
        place = _place(grid, index)
        if place[0] >= row:
            item = grid.takeAt(index)
            assert item is not None
            below.append((item, place))
    for old in reversed(range(row, grid.rowCount())):
        grid.setRowStretch(old + 1, grid.rowStretch(old))
    grid.setRowStretch(row, 0)
    for item, (at, column, rows, columns) in below:
        grid.addItem(item, at + 1, column, rows, columns, item.alignment())


def _place(grid: QGridLayout, index: int) -> tuple[int, int, int, int]:
    """Give row, column and how many of both an item fills."""
    return cast("tuple[int, int, int, int]", grid.getItemPosition(index))


def _set_row_visible(note: QWidget, visible: bool) -> None:
    around = note.parentWidget()
    layout = around.layout() if around is not None else None
    if isinstance(layout, QFormLayout):
        # A row that is only empty would keep its distance from the next.
        layout.setRowVisible(note, visible)
    else:
        note.setVisible(visible)
