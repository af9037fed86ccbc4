"""`SuggestionField`: a line to type in, with a list of suggestions that opens below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QListWidget, QVBoxLayout, QWidget

from cellsecretary.ui.field_button import FieldButton
from cellsecretary.ui.screen_room import screen_room
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QListWidgetItem


class SuggestionField(QLineEdit):
    """Takes any text; Down or the button opens the list, and what is chosen there fills the line.

    Nothing is completed inside the line, which would break typing in Telex.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggestions: tuple[str, ...] = ()
        self._popup: SuggestionPopup | None = None
        self._button = FieldButton(self, "list_below")
        self._button.clicked.connect(self.open_list)
        self._button.hide()
        self._name()

    def set_suggestions(self, suggestions: Sequence[str]) -> None:
        """Say what the list offers."""
        self._suggestions = tuple(suggestions)
        self._button.setVisible(bool(suggestions))

    def open_list(self) -> None:
        """Show the list below the line."""
        if not self._suggestions or self.isReadOnly():
            return
        if self._popup is None:
            self._popup = SuggestionPopup(self)
            self._popup.list.itemClicked.connect(self._take)
            self._popup.list.itemActivated.connect(self._take)
        for part in (self._popup, self._popup.list):
            part.setAccessibleName(self._button.accessibleName())
        self._popup.open_below(self, self._suggestions)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list on Down."""
        if event.key() == Qt.Key.Key_Down:
            self.open_list()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _take(self, item: QListWidgetItem) -> None:
        assert self._popup is not None
        self._popup.hide()
        self.setText(item.text())
        self.setCursorPosition(0)
        self.textEdited.emit(item.text())
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self) -> None:
        self._button.set_name(self.tr("Choose from suggestions"))


class SuggestionPopup(QFrame):
    """A list in a frame of its own, closed by Esc or a click beside it; long lines wrap."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        edge = current_theme().space(1)
        box.setContentsMargins(edge, edge, edge, edge)
        box.addWidget(self.list)

    def open_below(self, field: QLineEdit, suggestions: Sequence[str]) -> None:
        """Show the list under a field, or above it where there is more room; both as wide."""
        self.list.clear()
        self.list.addItems(list(suggestions))
        self.list.setCurrentRow(max(self._row_of(field.text()), 0))
        screen = screen_room(field)
        top = field.mapToGlobal(QPoint(0, 0)).y()
        below, above = screen.bottom() - top - field.height(), top - screen.top()
        self.resize(field.width(), max(below, above))
        self.ensurePolished()
        self.layout().activate()  # type: ignore[union-attr]
        self.list.doItemsLayout()
        heights = [self.list.visualItemRect(self.list.item(n)).height() for n in self._rows()]
        height = min(sum(heights) + 2 * current_theme().space(2), max(below, above))
        self.resize(field.width(), height)
        is_below = height <= below or below >= above
        at = QPoint(0, field.height()) if is_below else QPoint(0, -height)
        self.move(field.mapToGlobal(at))
        self.show()
        self.list.setFocus()

    def _rows(self) -> range:
        return range(self.list.count())

    def _row_of(self, text: str) -> int:
        return next((n for n in self._rows() if self.list.item(n).text() == text), -1)
