"""`KeepOnScreen`: no dialog ends below the edge of a small screen, its frame counted in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QDialog, QStyle


class KeepOnScreen(QObject):
    """Watches all dialogs of the application; each is fitted when it is shown.

    Dialogs ask for a size without the bar that the system puts above them.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at a dialog once it is there."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            QTimer.singleShot(0, watched, partial(fit_on_screen, watched))
        return False


def fit_on_screen(dialog: QDialog) -> None:
    """Make a dialog as low as the screen, where it can be, and move it into it."""
    room = dialog.screen().availableGeometry()
    frame = dialog.frameGeometry()
    above = frame.height() - dialog.height()
    if above == 0:
        # The system has not dressed it yet; it will be about this much.
        above = dialog.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    beside = frame.width() - dialog.width()
    if dialog.height() + above > room.height():
        dialog.resize(dialog.width(), room.height() - above)
    most_left = room.right() + 1 - dialog.width() - beside
    most_down = room.bottom() + 1 - dialog.height() - above
    left = max(room.left(), min(frame.left(), most_left))
    top = max(room.top(), min(frame.top(), most_down))
    if (left, top) != (frame.left(), frame.top()):
        dialog.move(left, top)
