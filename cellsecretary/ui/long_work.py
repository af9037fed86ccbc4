"""`LongWork`: what is seen of work that takes long: a waiting mouse, then how far it is."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cellsecretary.ui.beside import Act
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.screen_room import screen_room
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QKeyEvent

CURSOR_AFTER, DIALOG_AFTER, DIALOG_STAYS = 0.3, 0.6, 0.5
"""Seconds until the mouse says to wait, until the dialog comes, and as long as it then stays."""

TURN = 20
"""Milliseconds between two looks at the work."""

Result = TypeVar("Result")


class Cancelled(Exception):
    """The user gave a long work up; nothing of it is to remain."""


class LongWork(QObject):
    """One work: whoever asks for it goes on when it is done, and nothing else is done meanwhile.

    Keys and clicks wait until it is done. Those that come while the dialog is seen are not kept:
    they were for what was seen before.
    With `can_cancel` the work asks `goes_on`, or tells how far it is and hears of it by
    `Cancelled`. With `can_leave` its answer alone is wanted: it need not hear, nobody waits for it
    any more. `over` is the window it is done for, None where that is closed already.
    """

    def __init__(
        self,
        over: QWidget | None,
        title: str,
        *,
        can_cancel: bool = False,
        can_leave: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._over = over if over is not None and over.isVisible() else None
        self._title = title
        self._can_cancel, self._can_leave = can_cancel or can_leave, can_leave
        self._clock = clock
        self._done = self._of = 0
        self._is_cancelled = False
        self._began = clock()
        self._shown = 0.0
        self._waits = False
        self.dialog: Progress | None = None

    # What the work says, from its own thread

    def goes_on(self) -> bool:
        """Tell whether the work is still wanted."""
        return not self._is_cancelled

    def tell(self, done: int, of: int) -> None:
        """Say how far the work is."""
        self._done, self._of = done, of
        if self._is_cancelled:
            raise Cancelled

    # Doing it

    def beside(self, act: Callable[[], Result]) -> Result:
        """Do something that touches nothing which is open in the window, and give its answer."""
        app = QApplication.instance()
        if app is None or app.property(_UNDER_WAY):
            return act()  # within another long work: that is what is seen
        thread = Act(act, app)
        thread.finished.connect(thread.deleteLater)
        app.aboutToQuit.connect(thread.wait)
        with self._seen():
            thread.start()
            while not thread.wait(TURN):
                self.look()
                if self._can_leave and self._is_cancelled:
                    raise Cancelled
        if thread.error is not None:
            raise thread.error
        answer: Result = thread.answer  # type: ignore[assignment]
        return answer

    @contextmanager
    def in_steps(self) -> Iterator[None]:
        """Do something in short steps, after each of which `step` is called."""
        app = QApplication.instance()
        if app is None or app.property(_UNDER_WAY):
            yield
            return
        with self._seen():
            yield

    def step(self, done: int, of: int) -> None:
        """Say how far it is, and let the window have its turn."""
        self.look()
        self.tell(done, of)

    def cancel(self) -> None:
        """Give it up, as soon as the work can."""
        self._is_cancelled = True

    def look(self) -> None:
        """Show what is to be seen of it by now."""
        passed = self._clock() - self._began
        if self.dialog is None and passed >= DIALOG_AFTER:
            self._show_dialog()
        elif not self._waits and self.dialog is None and passed >= CURSOR_AFTER:
            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            self._waits = True
        if self.dialog is not None:
            self.dialog.show_progress(self._done, self._of)
        flags = QEventLoop.ProcessEventsFlag
        QApplication.processEvents(
            flags.ExcludeUserInputEvents if self.dialog is None else flags.AllEvents
        )

    @contextmanager
    def _seen(self) -> Iterator[None]:
        app = QApplication.instance()
        assert app is not None
        app.setProperty(_UNDER_WAY, True)
        app.installEventFilter(self)
        self._began = self._clock()
        try:
            yield
            # A dialog that is gone before it can be read is only a flash.
            while self.dialog is not None and self._clock() < self._shown + DIALOG_STAYS:
                self.look()
        finally:
            app.removeEventFilter(self)
            app.setProperty(_UNDER_WAY, False)
            self._stop_waiting()
            if self.dialog is not None:
                self.dialog.hide()
                self.dialog.deleteLater()
                self.dialog = None

    def _show_dialog(self) -> None:
        self._stop_waiting()
        cancel = self.cancel if self._can_cancel else None
        self.dialog = Progress(self._title, cancel, self._over)
        self.dialog.show()
        self._shown = self._clock()

    def _stop_waiting(self) -> None:
        if self._waits:
            QApplication.restoreOverrideCursor()
            self._waits = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep from everything but the dialog what the user does."""
        if event.type() not in _BY_USER:
            return False
        if isinstance(watched, QWidget):
            is_ours = self.dialog is not None and watched.window() is self.dialog
        elif isinstance(watched, QWindow):
            is_ours = self.dialog is not None and watched is self.dialog.windowHandle()
        else:
            is_ours = event.type() != QEvent.Type.Shortcut
        if not is_ours:
            event.ignore()
        return not is_ours


def is_under_way() -> bool:
    """Tell whether long work goes on: it must end before the window turns to anything else."""
    app = QApplication.instance()
    return app is not None and bool(app.property(_UNDER_WAY))


class Progress(QDialog):
    """What is being done, how far it is, and a button to give it up where that loses nothing."""

    def __init__(
        self, title: str, cancel: Callable[[], None] | None, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(title)
        self._cancel = cancel
        theme = current_theme()
        box = QVBoxLayout(self)
        box.setContentsMargins(*[theme.space(5)] * 4)
        box.setSpacing(theme.space(4))
        label = QLabel(title, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.bar.setRange(0, 0)
        box.addWidget(label)
        box.addWidget(self.bar)
        self.cancel_button = QPushButton(self.tr("&Cancel"), self)
        self.cancel_button.setProperty("icon_name", "close")
        put_icon(self.cancel_button)
        self.cancel_button.clicked.connect(self.reject)
        self.cancel_button.setVisible(cancel is not None)
        box.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(min(theme.grown(460), screen_room(self).width()))

    def show_progress(self, done: int, of: int) -> None:
        """Show how far it is; that there is no end in sight, where `of` is 0."""
        if (self.bar.value(), self.bar.maximum()) != (done, of):
            self.bar.setRange(0, of)
            self.bar.setValue(done)

    def reject(self) -> None:
        """Give the work up where it can be; the dialog goes with it."""
        if self._cancel is not None:
            self._cancel()
            self.cancel_button.setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Listen to Esc alone; Enter was pressed for something else."""
        if event.key() == Qt.Key.Key_Escape or self.cancel_button.hasFocus():
            super().keyPressEvent(event)


@contextmanager
def waiting() -> Iterator[None]:
    """Let the mouse say to wait while the window itself works and cannot show anything else."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()


_UNDER_WAY: Final = "cellsecretary_long_work"

_BY_USER: Final = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.Shortcut,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.InputMethod,
    QEvent.Type.ContextMenu,
    QEvent.Type.Close,
    QEvent.Type.TouchBegin,
    QEvent.Type.Drop,
}
