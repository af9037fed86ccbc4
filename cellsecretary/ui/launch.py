"""The start of the window: what the command line asks for, the log, and what is opened first."""

from __future__ import annotations

import argparse
import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cellsecretary import paths
from cellsecretary.ui.beside import left_to_the_window
from cellsecretary.ui.early_window import EarlyWindow
from cellsecretary.ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cellsecretary.ui.program import Program


def run(arguments: Sequence[str]) -> int:
    """Open the window as the command line says, and stay until it is closed."""
    options = parser().parse_args(arguments)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("cellsecretary")
    settings = Settings(paths.settings_file())
    early = EarlyWindow(settings, _name(options, settings))
    early.appear()
    with left_to_the_window():
        is_here = _start(options, app, settings)
        # Code, rules and texts stay to the end: looked through again, they would hold up a key.
        gc.freeze()
    if not is_here:
        return 0
    # When the window was painted over it: between the two there is no bare desk.
    QTimer.singleShot(0, early, early.deleteLater)
    return app.exec()


def _start(options: argparse.Namespace, app: QApplication, settings: Settings) -> bool:
    """Read the program and open what was asked for; False where a window that is open has it."""
    from cellsecretary.store.private import clear_left_behind
    from cellsecretary.ui import error_log, icons
    from cellsecretary.ui.crashing import CrashHook
    from cellsecretary.ui.handed_files import FirstWindow, open_handed
    from cellsecretary.ui.program import Program
    from cellsecretary.ui.second_start import PATIENCE

    error_log.log_to_file()
    error_log.log_what_qt_says()
    error_log.log_errors_nobody_sees()
    error_log.watch_for_hard_crashes()
    clear_left_behind()
    first = FirstWindow(paths.first_window(), app)
    if not first.begin() and _is_a_file_alone(options) and first.hand_over(options.file, PATIENCE):
        return False
    program = Program(app, settings)
    sys.excepthook = CrashHook(program)
    app.setWindowIcon(icons.sign())
    first.handed.connect(partial(open_handed, program))
    try:
        _open_first(options, program, settings)
    except Exception as error:
        # Told like any other: what cannot be opened leaves the choices of the first start.
        sys.excepthook(type(error), error, error.__traceback__)
    if program.is_elsewhere:
        return False  # it was asked to come to the front
    if program.window is None:
        program.start()
    return True


def _name(options: argparse.Namespace, settings: Settings) -> str:
    """Give the name of the file that will be opened, empty for none."""
    if options.practice:
        return ""
    path: Path | None = options.board or options.file
    if path is None and settings.opens_last:
        path = next(iter(settings.books), None)
    return "" if path is None else path.stem


def _open_first(options: argparse.Namespace, program: Program, settings: Settings) -> None:
    """Open what the command line names, else what was open last."""
    if options.practice:
        program.practise()
    elif options.board is not None:
        program.open_board(options.board)
    elif options.file is not None and options.look:
        program.look_at(options.file)
    elif options.file is not None:
        program.open_file(options.file)
    elif settings.opens_last and settings.books:
        program.open_file(settings.books[0])


def _is_a_file_alone(options: argparse.Namespace) -> bool:
    """Tell whether a file was opened as by a double click."""
    return options.file is not None and not (options.look or options.practice or options.board)


def parser() -> argparse.ArgumentParser:
    """Give what the command line of the window understands."""
    found = argparse.ArgumentParser(prog="cellsecretary")
    found.add_argument("file", type=Path, nargs="?", metavar="FILE")
    found.add_argument("--board", type=Path, metavar="FILE", help="open the board of a superior")
    found.add_argument("--look", action="store_true", help="open FILE to look and print only")
    found.add_argument("--practice", action="store_true", help="open the practice cell")
    return found
