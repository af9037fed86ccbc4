"""What looks at every event of the application, so that no widget has to do it by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from cellsecretary.ui.dialogs.keys import KeysOnDialogs
from cellsecretary.ui.handed_files import FilesDropped
from cellsecretary.ui.keep_on_screen import KeepOnScreen
from cellsecretary.ui.keys import EnterPresses
from cellsecretary.ui.mouse import MouseGuard
from cellsecretary.ui.table_keys import TableKeys

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from cellsecretary.ui.program import Program


class Watches(QObject):
    """The one event filter of the application: it gives each watch the events that it looks at.

    A window that is built sends events by the ten thousand, and each filter in Python costs
    microseconds of each. So a watch names its events here; the last that is named comes first.
    """

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        kinds = QEvent.Type
        drops = (kinds.DragEnter, kinds.DragMove, kinds.Drop)
        self._watches: dict[QEvent.Type, list[QObject]] = {}
        for watch, seen in (
            (program.help, (kinds.Show,)),
            (MouseGuard(self), (kinds.Wheel, kinds.FocusIn, kinds.MouseButtonDblClick)),
            (EnterPresses(self), (kinds.KeyPress,)),
            (KeepOnScreen(self), (kinds.Show,)),
            (KeysOnDialogs(self), (kinds.Show,)),
            (TableKeys(program), (kinds.Show,)),
            (FilesDropped(program), (kinds.Show, *drops)),
        ):
            for kind in seen:
                self._watches.setdefault(kind, []).insert(0, watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the event to who looks at its kind, until one takes it."""
        watches = self._watches.get(event.type())
        return watches is not None and any(one.eventFilter(watched, event) for one in watches)


def watch_events(app: QApplication, program: Program) -> None:
    """Install what lives as long as the program."""
    app.installEventFilter(Watches(program))
