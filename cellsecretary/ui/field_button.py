"""A button inside the right end of a line of text: it opens what fills the line, or clears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.spoken import spoken_name
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.tips import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent


class FieldButton(QToolButton):
    """Sits in its field and keeps the text clear of itself; the keyboard has no need of it."""

    def __init__(self, field: QLineEdit, icon_name: str) -> None:
        super().__init__(field)
        self._field = field
        self._name = ""
        self.setProperty("role", "inside")
        self.setProperty("icon_name", icon_name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        put_icon(self)
        field.installEventFilter(self)
        self._place()

    def set_name(self, name: str) -> None:
        """Say what the button does, to ear and eye."""
        self._name = name
        self._speak()
        self.setToolTip(plain_tip(name))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the field."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.StyleChange, QEvent.Type.Polish}:
            self._place()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Say of which field the button is; its label may be named only now."""
        super().showEvent(event)
        self._speak()

    def _speak(self) -> None:
        field = spoken_name(self._field)
        self.setAccessibleName(f"{self._name}: {field}" if field else self._name)

    def _place(self) -> None:
        theme = current_theme()
        edge = theme.focus_width
        side = max(self._field.height() - 2 * edge, theme.icon_size)
        self.setGeometry(self._field.width() - side - edge, edge, side, side)
        self._field.setTextMargins(0, 0, side - theme.space(2), 0)


class ClearButton(FieldButton):
    """Clears its field, and is there while the field has a text.

    In the place of Qt's own, which is as small at every text size and hangs below the middle.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field, "close")
        field.setClearButtonEnabled(False)
        self.set_name(self.tr("Clear this field"))
        self.clicked.connect(field.clear)
        self.clicked.connect(lambda: field.setFocus(Qt.FocusReason.OtherFocusReason))
        field.textChanged.connect(self._follow)
        self._follow(field.text())

    def _follow(self, text: str) -> None:
        self.setVisible(bool(text))
