"""`LookOnly`: nothing can be typed into the window of a file that is open to look only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget

SEARCH = "search_edit"
"""The name of fields that look for something and change nothing."""


class LookOnly(QObject):
    """Makes the text fields of a window read-only as they appear; removed with the window.

    Other controls stay as they are: what they do is refused by the file, and the window says so.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close a field to writing when it is shown, or when its panel opens it."""
        if (
            event.type() in (QEvent.Type.Show, QEvent.Type.ReadOnlyChange)
            and isinstance(watched, QLineEdit | QPlainTextEdit | QAbstractSpinBox)
            and not watched.isReadOnly()
            and watched.objectName() != SEARCH
            and (self._window is watched.window() or self._window.isAncestorOf(watched.window()))
        ):
            watched.setReadOnly(True)
        return super().eventFilter(watched, event)
