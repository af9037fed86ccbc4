"""How large a dialog is: what it asks for at the size of the text, and never beyond the screen."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import QDialog

from cellsecretary.ui.dialog_page import DialogPage
from cellsecretary.ui.screen_room import screen_room
from cellsecretary.ui.theme import current_theme

TITLE_BAR: Final = 32
"""Pixels that a system puts above a window, where it has not told yet."""


def ask_size(dialog: QDialog, width: int, height: int = 0) -> None:
    """Let a dialog be so large at 100 %, and grow with the text and with what is in it.

    It is as high as its content asks for, and never larger than the screen leaves room for.
    """
    size = dialog.findChild(DialogSize) or DialogSize(dialog)
    size.asked = QSize(width, height)
    size.settle()


def grow(dialog: QDialog) -> None:
    """Let a dialog be as high as its content asks for now; what is larger stays."""
    size = dialog.findChild(DialogSize)
    if size is not None:
        size.grow()


def fit_anew(dialog: QDialog) -> None:
    """Let a dialog be as large as it asks for now, also when it was larger."""
    size = dialog.findChild(DialogSize)
    if size is not None:
        size.settle()


def room_for(dialog: QDialog) -> QSize:
    """Give the largest size that a dialog can have on its screen."""
    screen = screen_room(dialog).size()
    frame = dialog.frameGeometry().size() - dialog.size()
    return screen - QSize(frame.width(), max(frame.height(), TITLE_BAR))


class DialogSize(QObject):
    """Keeps a dialog as large as it asks for; see `ask_size`."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self.asked = QSize()
        self._dialog = dialog
        self._scale = current_theme().scale
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._follow)
        dialog.installEventFilter(self)

    def settle(self) -> None:
        """Take the size that is asked for, whatever it is now."""
        self._take(QSize(0, 0))

    def grow(self) -> None:
        """Take the size that is asked for, where it is larger."""
        self._take(self._dialog.size())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow when a message or a longer text wants room; follow the size of the text."""
        if event.type() == QEvent.Type.Show:
            self.grow()
        elif event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.StyleChange}:
            self._later.start()
        return False

    def _follow(self) -> None:
        if not self._dialog.isVisible():
            return
        scale, self._scale = self._scale, current_theme().scale
        if scale == self._scale:
            self.grow()
        else:
            self.settle()

    def _take(self, least: QSize) -> None:
        dialog, theme, room = self._dialog, current_theme(), room_for(self._dialog)
        layout = dialog.layout()
        if layout is None:
            return
        width = max(theme.grown(self.asked.width()), layout.totalMinimumSize().width())
        width = min(max(width, least.width()), room.width())
        height = layout.totalSizeHint().height()
        if layout.hasHeightForWidth():
            height = layout.totalHeightForWidth(width)
        page = dialog.findChild(DialogPage)
        if page is not None:
            # Text that wraps has its height only in its width.
            edges = layout.contentsMargins() + dialog.contentsMargins()
            rows = page.height_for(width - edges.left() - edges.right())
            height += rows - page.sizeHint().height()
        height = max(theme.grown(self.asked.height()), height, least.height())
        size = QSize(width, min(height, room.height()))
        if size != dialog.size():
            dialog.resize(size)
            if dialog.isVisible():
                move_into_screen(dialog)


class KeepOnScreen(QObject):
    """Watches all dialogs of the application; each is moved into the screen when it is shown."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at a dialog once it is there."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            QTimer.singleShot(0, watched, partial(fit_on_screen, watched))
        return False


def fit_on_screen(dialog: QDialog) -> None:
    """Make a dialog as low as the screen, where it can be, and move it into it."""
    dialog.resize(dialog.size().boundedTo(room_for(dialog)))
    move_into_screen(dialog)


def move_into_screen(dialog: QDialog) -> None:
    """Let no edge of a dialog lie beyond its screen; what is too large begins at the top."""
    room, frame = screen_room(dialog), dialog.frameGeometry()
    above = max(frame.height() - dialog.height(), TITLE_BAR)
    beside = frame.width() - dialog.width()
    most_left = room.right() + 1 - dialog.width() - beside
    most_down = room.bottom() + 1 - dialog.height() - above
    left = max(room.left(), min(frame.left(), most_left))
    top = max(room.top(), min(frame.top(), most_down))
    if (left, top) != (frame.left(), frame.top()):
        dialog.move(left, top)
