"""What looks at every event of the application, so that no widget has to do it by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.ui.dialogs.keys import KeysOnDialogs
from cellsecretary.ui.handed_files import FilesDropped
from cellsecretary.ui.keep_on_screen import KeepOnScreen
from cellsecretary.ui.keys import EnterPresses
from cellsecretary.ui.mouse import MouseGuard
from cellsecretary.ui.table_keys import TableKeys

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from cellsecretary.ui.program import Program


def watch_events(app: QApplication, program: Program) -> None:
    """Install what lives as long as the program."""
    for watch in (MouseGuard, EnterPresses, KeepOnScreen, KeysOnDialogs):
        app.installEventFilter(watch(program))
    for of_program in (TableKeys, FilesDropped):
        app.installEventFilter(of_program(program))
