"""`TypedField`: a line that reads what was typed into a value, and keeps and marks what is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from shiboken6 import isValid

from cellsecretary.ui.chips import State
from cellsecretary.ui.theme import current_theme, set_role
from cellsecretary.ui.understood import UnderstoodNote

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QInputMethodEvent, QKeyEvent

V = TypeVar("V")


class TypedField(QLineEdit, Generic[V]):
    """A line for one value. `changed` tells that the user's hand made it another one.

    Subclasses say how a value is read and written. Empty is no value, and allowed. While it has
    the keyboard, what was understood stands beside it in words.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: V | None = None
        self._typing = self._filling = False
        self._composing = ""
        self._note = UnderstoodNote(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._note_typing)
        self.textChanged.connect(self._note_dictation)
        self.textChanged.connect(self._say)

    def value(self) -> V | None:
        """Give what is typed as a value, None for nothing and for what is none."""
        return self._read(self.text())

    def set_value(self, value: V | None) -> None:
        """Fill the line; what is being typed is never overwritten."""
        if self._typing:
            return
        self._fill(value)
        self._told = value
        set_role(self, "")

    def is_valid(self) -> bool:
        """Tell whether the line is empty or holds a value."""
        return not self.text().strip() or self.value() is not None

    def settle(self) -> None:
        """Take what is typed, now: before saving, leaving, turning the page."""
        self._typing = False
        value = self.value()
        if self.is_valid():
            self._fill(value)
        set_role(self, "" if self.is_valid() else "bad")
        if value != self._told:
            self._told = value
            self.changed.emit()

    def setText(self, text: str | None) -> None:
        """Fill the line from the program: no user's hand did it."""
        self._filling = True
        super().setText(text)
        self._filling = False

    def sizeHint(self) -> QSize:
        """Be as wide as a value."""
        theme = current_theme()
        text = self.fontMetrics().horizontalAdvance(self._widest())
        margins = self.textMargins()
        width = text + margins.left() + margins.right() + 2 * theme.space(4)
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never hide a part of a value."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is typed on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settle()
            self._note.speak()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Write; what is only being composed counts as typing, and is said with the rest."""
        self._composing = event.preeditString()
        super().inputMethodEvent(event)
        if self._composing:
            self._note_typing()
        self._say()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what stands in the line, in words."""
        super().focusInEvent(event)
        self._say()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what is typed."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()
        self._say()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the words along."""
        super().hideEvent(event)
        # With its window the note may go before the line.
        if isValid(self._note):
            self._note.hide()

    def understood(self) -> str:
        """Give the words beside the line, empty when there are none."""
        return self._note.text

    def _say(self, *_text: str) -> None:
        if not isValid(self._note):
            return
        is_here = self.hasFocus() and self.isVisible() and not self.isReadOnly()
        at = self.cursorPosition()
        words, state = self._words(self.text()[:at] + self._composing + self.text()[at:])
        self._note.show_words(words if is_here else "", state, typed=self._typing)

    def _read(self, text: str) -> V | None:
        raise NotImplementedError

    def _words(self, text: str) -> tuple[str, State]:
        """Say what is understood of a text, or why nothing is; empty where that is plain."""
        return "", State.NONE

    def _write(self, value: V | None) -> str:
        raise NotImplementedError

    def _widest(self) -> str:
        return self.placeholderText()

    def _fill(self, value: V | None) -> None:
        text = self._write(value)
        if text != self.text():
            self.setText(text)

    def _note_dictation(self) -> None:
        """Take what a screen reader or dictation wrote into the line for typed: Qt does not."""
        if not self._filling and not self._typing:
            self._note_typing()

    def _note_typing(self) -> None:
        self._typing = True
        set_role(self, "")
