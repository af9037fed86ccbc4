"""Counts what somebody does to the window: clicks and keys, apart from the text that is typed."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

CLICK, SCROLL, MOVE, ACT, TEXT = "clicks", "wheel", "keys that move", "keys that act", "letters"
"""The kinds that are told apart."""

_CLICKS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_MOVES = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
)
_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
_TYPED_IN = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Actions(QObject):
    """Watches an application, and counts by stage what reaches its windows.

    A press of the mouse is a click, a double click two. Wheel turns until something is in sight
    are one. Of the keys, Tab, arrows, Home, End, Page and an access key that only leads to a field
    move; letters, figures and marks in a field, and the first letter of a name in a list, are
    text, as is whatever an input method commits; every other key acts, Enter, Esc, Delete and
    Backspace in a text as well.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self.stage = ""
        self.counts: dict[str, Counter[str]] = {}
        self.log: list[tuple[str, str, str]] = []
        self._scrolling = False
        app.installEventFilter(self)

    def stop(self) -> None:
        """Count no more."""
        self._app.removeEventFilter(self)

    def begin(self, stage: str) -> None:
        """Count what follows under another stage; under '' nothing is counted."""
        self.stage = stage

    def add(self, kind: str, what: str) -> None:
        """Count what is done outside of the windows of the program."""
        self._count(kind, what)

    def total(self, *kinds: str) -> int:
        """Add up kinds over all stages."""
        return sum(count[kind] for count in self.counts.values() for kind in kinds)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count what comes to a window from outside, once, before any widget has it."""
        kind = event.type()
        if kind == QEvent.Type.Shortcut:
            # What a shortcut takes never arrives as a key.
            is_label = isinstance(watched, QLabel)
            self._count(MOVE if is_label else ACT, f"shortcut of {_name(watched)}")
        elif isinstance(event, QInputMethodEvent) and kind == QEvent.Type.InputMethod:
            for letter in event.commitString():
                self._count(TEXT, letter)
        elif not isinstance(watched, QWindow):
            return False
        elif kind in _CLICKS:
            self._count(CLICK, "click")
        elif kind == QEvent.Type.Wheel:
            if not self._scrolling:
                self._count(SCROLL, "wheel")
            self._scrolling = True
        elif kind == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() not in _HELD:
                self._count(_kind_of(event), QKeyEvent.keyCombination(event).key().name)
        return False

    def _count(self, kind: str, what: str) -> None:
        if self.stage:
            self.counts.setdefault(self.stage, Counter())[kind] += 1
            if kind is not TEXT:
                self.log.append(
                    (self.stage, kind, f"{what} at {_name(QApplication.focusWidget())}")
                )
        if kind is not SCROLL:
            self._scrolling = False


def _kind_of(event: QKeyEvent) -> str:
    if event.key() in _MOVES:
        return MOVE
    letters = event.text()
    if not letters.isprintable() or not letters or event.modifiers() & _COMMANDS:
        return ACT
    widget = QApplication.focusWidget()
    typed_in = isinstance(widget, _TYPED_IN) or (
        isinstance(widget, QComboBox) and widget.isEditable()
    )
    popup = QApplication.activePopupWidget()
    return TEXT if popup is None and (typed_in or letters.isalpha()) else ACT


def _name(thing: QObject | None) -> str:
    if thing is None:
        return "nothing"
    name = thing.objectName()
    if not name and isinstance(thing, QWidget) and thing.parentWidget() is not None:
        return f"{type(thing).__name__} in {_name(thing.parentWidget())}"
    return name or type(thing).__name__
