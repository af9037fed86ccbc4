"""`Covering`: an open book that nobody touches is covered until its password is typed again.

Nothing is closed: what is typed was saved as far as it can be, and half an entry in a dialog is
still there afterwards. Keys stay in the memory; this is against whoever passes by, not against
whoever takes the computer apart (docs/security.md).
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from cellsecretary.store.key_file import KeyFileError, slots_of
from cellsecretary.ui.autosave import flush_what_can_be
from cellsecretary.ui.dialogs.unlock_book import UnlockBookDialog
from cellsecretary.ui.system_lock import SystemLock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cellsecretary.messages import Messages
    from cellsecretary.store.key_file import KeySlots
    from cellsecretary.ui.settings import Settings

LOOK = 5_000
"""Milliseconds between two looks at how long nobody touched anything."""

SLEPT = 30
"""Seconds that may pass between two looks at most, unless the computer slept."""

_TOUCHES = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.InputMethod,
)


class _Cover(QWidget):
    """Lies over all of one window."""

    def __init__(self, window: QWidget, text: str) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        layout = QVBoxLayout(self)
        label = QLabel(text, self)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        layout.addWidget(label)
        window.installEventFilter(self)
        self._fill()
        self.show()
        self.raise_()

    def lift(self) -> None:
        """Show the window again."""
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window as it grows."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded):
            self._fill()
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        self.setGeometry(self._window.rect())
        self.raise_()


class Covering(QObject):
    """Covers the windows of the program after a while, after sleep, and with the system's lock.

    `seconds` gives a time that goes on while the computer sleeps.
    """

    def __init__(
        self,
        path: Path,
        settings: Settings,
        words: Messages,
        parent: QObject,
        seconds: Callable[[], float] = time.time,
        system: SystemLock | None = None,
    ) -> None:
        super().__init__(parent)
        self._path, self._settings, self._words = path, settings, words
        self._seconds = seconds
        self._touched = self._looked = seconds()
        self._covers: list[_Cover] = []
        self.dialog: UnlockBookDialog | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._system = system or SystemLock(self)
        self._system.locked.connect(self.cover)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    @property
    def is_covered(self) -> bool:
        """Whether the password is asked for just now."""
        return self.dialog is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there."""
        if event.type() in _TOUCHES:
            self._touched = self._seconds()
        elif event.type() == QEvent.Type.Show and self._is_late(watched):
            self._put_over(watched)
        return super().eventFilter(watched, event)

    def _is_late(self, watched: QObject) -> TypeGuard[QWidget]:
        """Tell whether a window comes up while the others are covered."""
        return (
            self.is_covered
            and isinstance(watched, QWidget)
            and watched.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog)
            and watched is not self.dialog
        )

    def _put_over(self, window: QWidget) -> None:
        text = self.tr("The book is covered. Type its password to go on.")
        self._covers.append(_Cover(window, text))

    def look(self) -> None:
        """Cover when nobody touched anything for long, or when the computer slept meanwhile."""
        now, before = self._seconds(), self._looked
        self._looked = now
        minutes = self._settings.lock_after
        slept = now - before > LOOK / 1000 + SLEPT
        if slept or (minutes and now - self._touched >= minutes * 60):
            self.cover()

    def cover(self) -> None:
        """Save what can be, cover every window, and ask for the password."""
        slots = self._slots()
        if self.is_covered or slots is None:
            return
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.close()
            popup = QApplication.activePopupWidget()
        windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        for window in windows:
            flush_what_can_be(window)
            self._put_over(window)
        # The question that was just answered may still be the active window, and is gone soon.
        active = QApplication.activeWindow()
        self._ask(slots, active if active in windows else next(iter(windows), None))

    def _ask(self, slots: KeySlots, window: QWidget | None) -> None:
        why = self.tr("Nobody touched the computer for a while. What was typed is still there.")
        dialog = UnlockBookDialog(
            self.tr("The book has a password"), why, slots, self._settings, self._words, window
        )
        dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        dialog.form.cancel_button.hide()
        # Who forgot it closes the program, and opens the book by the code then.
        dialog.code_button.setText(self.tr("&Close the program"))
        dialog.code_button.clicked.connect(QApplication.quit)
        self.dialog = dialog
        dialog.kept.connect(self._uncover)
        dialog.finished.connect(self._ask_again)
        dialog.open()

    def _uncover(self, _found: object) -> None:
        self.dialog = None
        self._touched = self._looked = self._seconds()
        for cover in self._covers:
            if isValid(cover):  # else its window is gone
                cover.lift()
        self._covers = []

    def _ask_again(self, _result: int) -> None:
        """Ask anew when the question was closed without an answer."""
        dialog, slots = self.dialog, self._slots()
        if dialog is None:
            return
        self.dialog = None
        window = dialog.parentWidget()
        if slots is not None:
            self._ask(slots, window)

    def _slots(self) -> KeySlots | None:
        try:
            return slots_of(self._path)
        except (KeyFileError, OSError):
            return None  # nobody could uncover it
