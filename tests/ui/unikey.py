"""What Unikey under ibus does with a field: it composes a word, and commits it when it must."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)


class Unikey(QObject):
    """Shows a word while it is composed, and commits it before the keyboard goes elsewhere.

    ibus does that when Qt tells it that the focus is about to change; there is no input method on
    a screen that is none, so it is done here, with the same events. `committed` keeps what stood
    in the field just after.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self._field: QWidget | None = None
        self.word = ""
        self.committed: list[str] = []
        app.installEventFilter(self)

    def close(self) -> None:
        """Go."""
        self._app.removeEventFilter(self)

    def compose(self, *steps: str) -> None:
        """Show one state of a word after the other in what has the keyboard."""
        for step in steps:
            field = QApplication.focusWidget()
            assert field is not None
            self._field, self.word = field, step
            QCoreApplication.sendEvent(field, QInputMethodEvent(step, []))
            # A cell opens its editor for the first letter: the rest goes there.

    def commit(self) -> None:
        """Write the word that is composed, if any."""
        field, word = QApplication.focusWidget() or self._field, self.word
        self.word = ""
        if field is None or not word:
            return
        event = QInputMethodEvent("", [])
        event.setCommitString(word)
        QCoreApplication.sendEvent(field, event)
        self.committed.append(text_of(field))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Commit before the keyboard goes to another field."""
        if event.type() == QEvent.Type.FocusAboutToChange and self.word:
            self.commit()
        return False


def text_of(field: QWidget | None) -> str:
    """Give what stands in a field, empty for what is none."""
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return field.currentText()
    return field.text() if isinstance(field, QLineEdit | QAbstractSpinBox) else ""


def press(key: Qt.Key, text: str = "") -> None:
    """Press and release a key where the keyboard is; its text may be any letter.

    Unikey on Windows sends a backspace for each letter that it takes back, and the new ones after.
    """
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        field = QApplication.focusWidget()
        assert field is not None
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.sendEvent(field, event)


def type_as_on_windows(*states: str) -> None:
    """Type the states of a word one after the other, taking back what differs."""
    before = ""
    for state in states:
        same = next(
            (at for at, (a, b) in enumerate(zip(before, state, strict=False)) if a != b),
            min(len(before), len(state)),
        )
        for _ in before[same:]:
            press(Qt.Key.Key_Backspace, "\b")
        for letter in state[same:]:
            press(Qt.Key.Key_unknown, letter)
        before = state


TELEX = ("T", "Ti", "Tie", "Tiê", "Tiên", "Tiêng", "Tiếng")
"""What shows of “Tieengs”: Telex changes letters that stand already."""

VNI = ("T", "Ti", "Tie", "Tiê", "Tiên", "Tiêng", "Tiếng")
"""What shows of “Tie6ng1”."""
