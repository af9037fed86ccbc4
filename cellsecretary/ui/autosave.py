"""Typed text is kept by itself: soon after the last key, and when the field is left."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

PAUSE = 800
LIMIT = 5000


class Autosave(QObject):
    """Hands the text of one field to `save` after a pause in typing, and on focus-out.

    `save` may answer False: the text is not kept yet and is handed over again later. The field
    is filled through `set_text` alone, so that typing and filling are told apart.
    """

    left = Signal()
    """The field was left and its text is kept: what was typed is one step for undo."""

    def __init__(
        self,
        field: QLineEdit | QPlainTextEdit,
        save: Callable[[str], object],
        *,
        pause: int = PAUSE,
        limit: int = LIMIT,
    ) -> None:
        super().__init__(field)
        self._field = field
        self._save = save
        self._kept = self._stored = self._text()
        self._saving = self._composing = False
        self._pause = _timer(self, pause)
        self._limit = _timer(self, limit)
        field.textChanged.connect(self._note_typing)
        field.installEventFilter(self)

    @property
    def pending(self) -> bool:
        """Whether there is typed text that is not kept yet."""
        return self._text() != self._kept

    def set_text(self, text: str) -> None:
        """Fill the field with what is stored; what is being typed is never overwritten.

        What comes back from the own saving stays as typed: a tidied space would pull the word
        that follows it to the one before.
        """
        if self._saving or text == self._stored:
            self._stored = text
            return
        if self.pending or self._composing:
            return
        self._stored = self._kept = text
        if isinstance(self._field, QLineEdit):
            self._field.setText(text)
        else:
            self._field.setPlainText(text)
        # The field may tidy what it was given; that is no typing either.
        self._kept = self._text()
        self._rest()

    def turn(self) -> None:
        """Let go of a word that is still composed: the field will show another text from now on.

        It belongs to the text before; kept here it would be written into what comes.
        """
        self._composing = False

    def flush(self) -> None:
        """Hand over what was typed, now."""
        self._rest()
        if not self.pending or self._saving:
            return
        before, text = self._kept, self._text()
        self._kept = self._stored = text
        self._saving = True
        done = False
        try:
            done = self._save(text) is not False
        finally:
            self._saving = False
            if not done:
                self._kept = before
                self._limit.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the text when the field is left; know when a word is being composed in it."""
        if event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        # The focus also leaves a field that is being destroyed with its window.
        if event.type() == QEvent.Type.FocusOut and isValid(self._field):
            self._composing = False
            self.flush()
            self.left.emit()
        return False

    def _text(self) -> str:
        if isinstance(self._field, QLineEdit):
            return self._field.text()
        return self._field.toPlainText()

    def _note_typing(self) -> None:
        if not self.pending:
            self._rest()
            return
        self._pause.start()
        if not self._limit.isActive():
            self._limit.start()

    def _rest(self) -> None:
        self._pause.stop()
        self._limit.stop()


def flush_all(root: QWidget) -> None:
    """Hand over everything typed below a widget: before printing, leaving, closing."""
    for autosave in root.findChildren(Autosave):
        autosave.flush()


def flush_what_can_be(root: QWidget) -> bool:
    """Hand over everything typed below a widget, whatever fails; tell whether nothing did."""
    done = True
    for autosave in root.findChildren(Autosave):
        try:
            autosave.flush()
        except Exception:
            logging.getLogger("cellsecretary").exception("what was typed could not be saved")
        done = done and not autosave.pending
    return done


def stands_unkept(root: QWidget) -> bool:
    """Tell whether dialogs below a widget show typed text that is kept only when it is asked."""
    fields = [
        field
        for dialog in root.findChildren(QDialog)
        if dialog.isVisible()
        for kind in (QLineEdit, QPlainTextEdit)
        for field in dialog.findChildren(kind)
    ]
    return any(_is_typed(field) and not field.findChild(Autosave) for field in fields)


def _is_typed(field: QWidget) -> bool:
    if isinstance(field, QPlainTextEdit):
        return field.document().isModified()
    return isinstance(field, QLineEdit) and field.isModified()


def _timer(owner: Autosave, interval: int) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    timer.timeout.connect(owner.flush)
    return timer
