"""The program in its window: which book is open, in which language, and what if it fails."""

from __future__ import annotations

import argparse
import datetime as dt
import logging
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QMainWindow

from cellsecretary import paths
from cellsecretary.messages import Messages
from cellsecretary.rules import RuleFileError, bundled
from cellsecretary.store import Book, BookError
from cellsecretary.ui.ask import Ask, FileKind
from cellsecretary.ui.keep_on_screen import KeepOnScreen
from cellsecretary.ui.keys import EnterPresses
from cellsecretary.ui.mouse import MouseGuard
from cellsecretary.ui.settings import Settings
from cellsecretary.ui.theme import Theme, system_scheme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from cellsecretary.core.rows import Cell
    from cellsecretary.ui.backing_up import BackingUp
    from cellsecretary.ui.main_window import MainWindow

LOG = "cellsecretary.log"
CATALOGUES = ("qtbase", "cellsecretary")
SMALLEST = (1024, 640)


class Program(QObject):
    """Holds the one window: the start page, or an open book.

    `clock` gives the time; `practice` is where the practice cell is made; `ask` asks the user.
    """

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        clock: Callable[[], dt.datetime] = dt.datetime.now,
        practice: Path | None = None,
        ask: Ask | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._clock = clock
        self._translators: list[QTranslator] = []
        self._window: QMainWindow | None = None
        self._book: Book | None = None
        self._practice = False
        self._backing_up: BackingUp | None = None
        self._practice_file = practice or paths.practice_book()
        self._ask = ask or Ask()
        Theme(settings.text_size, system_scheme(app)).apply(app)
        app.installEventFilter(MouseGuard(self))
        app.installEventFilter(EnterPresses(self))
        app.installEventFilter(KeepOnScreen(self))
        app.aboutToQuit.connect(self.close)
        self.speak(settings.language)

    @property
    def words(self) -> Messages:
        """The sentences in the language of the window."""
        return self._words

    @property
    def window(self) -> QMainWindow | None:
        """The window that is shown."""
        return self._window

    def speak(self, language: str) -> None:
        """Take the language for every window made from now on, and for Qt's own words."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []
        QLocale.setDefault(QLocale("vi_VN" if language == "vi" else "en_GB"))
        for catalogue in CATALOGUES:
            translator = QTranslator(self)
            file = Path("i18n", f"{catalogue}_{language}.qm")
            if catalogue == "qtbase" and language == "en":
                continue
            if translator.load(str(paths.resource(*file.parts))):
                self._app.installTranslator(translator)
                self._translators.append(translator)
        self._words = Messages.load(language)

    # What is open

    def start(self) -> None:
        """Show the choices of the first start."""
        from cellsecretary.ui.start import StartPage

        page = StartPage(self._settings.books)
        page.new_wanted.connect(self.new_book)
        page.open_wanted.connect(self._open_wanted)
        page.take_over_wanted.connect(self.take_over)
        page.practice_wanted.connect(self.practise)
        window = QMainWindow()
        window.setWindowTitle(self.tr("Cell secretary"))
        window.setCentralWidget(page)
        self._show(window)

    def open_book(self, path: Path) -> bool:
        """Open a book; what is wrong with it is said, and what was open stays open."""
        try:
            book = Book.open(path, bundled())
        except BookError as error:
            self.tell(self._words.fault(error.fault, error.path))
            return False
        window = self._take(book, practice=False)
        self._settings.remember_book(path)
        if self._settings.has_walk(path):
            # Whoever closed it half way is led through it again, until it was ended.
            walk = window.handing_over.take_over()
            walk.accepted.connect(lambda: self._settings.end_walk(path))
        return True

    def new_book(self) -> None:
        """Ask for the cell, then begin its book."""
        from cellsecretary.ui.dialogs.new_book import NewBookDialog

        dialog = NewBookDialog(self._clock().date(), self._ask, self._words, self._window)
        dialog.ready.connect(self._begin)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def take_over(self) -> None:
        """Ask for what was handed over or copied, and make a book of it at a place asked for."""
        from cellsecretary.ui.taking_over import TakingOver

        assert self._window is not None
        taking = TakingOver(self._ask, self._words, self._clock, self._window)
        taking.handed_over.connect(self._open_handed_over)
        taking.made.connect(self.open_book)
        taking.begin()

    def _open_handed_over(self, path: Path) -> None:
        self._settings.begin_walk(path)
        self.open_book(path)

    def practise(self) -> MainWindow | None:
        """Open the practice cell, fresh each time; the real books are not touched."""
        from cellsecretary.exchange.replay import rehearsed
        from cellsecretary.exchange.scenario import read_scenario

        path = self._practice_file
        self.close()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            sample = paths.resource("sample", "cell.json").read_text(encoding="utf-8")
            rehearsal, _ = rehearsed(read_scenario(sample), bundled())
            Book.create(path, bundled()).close()
            rehearsal.copy_to(path)
            rehearsal.close()
            book = Book.open(path, bundled())
        except BookError as error:
            self.tell(self._words.fault(error.fault, error.path))
            return None
        except OSError:
            self.tell(self._words.command("output_not_written", path=path))
            return None
        return self._take(book, practice=True)

    def close(self) -> None:
        """Write what is typed and let go of the book."""
        window, self._window = self._window, None
        if window is not None:
            window.close()
            window.deleteLater()
        backing_up, self._backing_up = self._backing_up, None
        if backing_up is not None:
            backing_up.failed.connect(self._tell_no_backup)
            backing_up.run()
            backing_up.deleteLater()
        if self._book is not None:
            self._book.close()
            self._book = None

    def _tell_no_backup(self, error: BookError) -> None:
        self.tell(self._words.no_backup(error.fault, error.path))

    def tell(self, text: str) -> None:
        """Say what must not be overlooked."""
        self._ask.tell(text)

    def _open_wanted(self, path: Path | None = None) -> None:
        path = path or self._ask.open_path(FileKind.BOOK)
        if path is not None:
            self.open_book(path)

    def _begin(self, cell: Cell, path: Path) -> None:
        from cellsecretary.core.change import Context, Refusal
        from cellsecretary.core.operations.cell import start_book
        from cellsecretary.ui.ledger_session import new_id

        answer = start_book(Context(self._clock(), new_id), cell)
        if isinstance(answer, Refusal):
            self.tell(" ".join(self._words.refusal(p) for p in answer.problems))
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            book = Book.create(path, bundled())
        except BookError as error:
            self.tell(self._words.fault(error.fault, error.path))
            return
        except OSError:
            self.tell(self._words.command("output_not_written", path=path))
            return
        try:
            book.apply(answer, self._clock())
        except BookError as error:
            book.close()
            path.unlink(missing_ok=True)
            self.tell(self._words.fault(error.fault, error.path))
            return
        window = self._take(book, practice=False)
        self._settings.remember_book(path)
        window.show_page("members")

    def _take(self, book: Book, *, practice: bool) -> MainWindow:
        self.close()
        self._book = book
        self._practice = practice
        return self._show_book()

    def _show_book(self) -> MainWindow:
        from cellsecretary.ui.backing_up import BackingUp
        from cellsecretary.ui.main_window import MainWindow
        from cellsecretary.ui.session import Session

        assert self._book is not None
        session = Session(self._book, self._clock)
        window = MainWindow(
            session, self._ask, self._words, self._settings, practice=self._practice
        )
        session.setParent(window)
        if not self._practice:
            backing_up = BackingUp(session, paths.backups_folder(), session)
            backing_up.failed.connect(window.show_no_backup)
            backing_up.made.connect(window.show_backup)
            self._backing_up = backing_up
        window.new_wanted.connect(self.new_book)
        window.open_wanted.connect(self._open_wanted)
        window.take_over_wanted.connect(self.take_over)
        window.practice_wanted.connect(self.practise)
        window.language_wanted.connect(self._change_language)
        self._show(window)
        window.show_page("home").setFocus()
        return window

    def _change_language(self, language: str) -> None:
        self._settings.language = language
        self.speak(language)
        window, self._window = self._window, None
        if window is not None:
            window.close()
            window.deleteLater()
        self._show_book()

    def _show(self, window: QMainWindow) -> None:
        before, self._window = self._window, window
        self._ask.belong_to(window)
        window.setMinimumSize(*SMALLEST)
        if not window.restoreGeometry(self._settings.window):
            screen = window.screen().availableGeometry()
            window.resize(min(1366, screen.width()), min(768, screen.height()))
            # The frame comes on top of that size: on a small laptop the last row would be
            # below the edge of the screen.
            window.setWindowState(Qt.WindowState.WindowMaximized)
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()


def run(arguments: Sequence[str]) -> int:
    """Open the window as the command line says, and stay until it is closed."""
    options = _parser().parse_args(arguments)
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(sys.argv[:1])
    app.setApplicationName("cellsecretary")
    _log_to_file()
    settings = Settings(paths.settings_file())
    program = Program(app, settings)
    sys.excepthook = _CrashHook(program)
    if options.practice:
        program.practise()
    elif options.file is not None:
        if not program.open_book(options.file):
            program.start()
    elif not settings.books or not program.open_book(settings.books[0]):
        program.start()
    return app.exec()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cellsecretary")
    parser.add_argument("file", type=Path, nargs="?", metavar="FILE")
    parser.add_argument("--practice", action="store_true", help="open the practice cell")
    return parser


def _log_to_file() -> None:
    folder = paths.log_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(folder / LOG, encoding="utf-8")
    except OSError:
        return
    logging.basicConfig(handlers=[handler], level=logging.WARNING)


class _CrashHook:
    """Says an unexpected error in one sentence; the rest goes to the log for the helper."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._telling = False

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        logging.getLogger("cellsecretary").error("unexpected error", exc_info=(kind, error, trace))
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        if self._telling:
            return
        self._telling = True
        try:
            self._program.tell(self._sentence(error))
        finally:
            self._telling = False
            # What was half made when it failed is let go, before another event reaches it.
            traceback.clear_frames(trace)

    def _sentence(self, error: BaseException) -> str:
        words = self._program.words
        if isinstance(error, paths.MissingFile):
            return words.command("missing_program_file", path=error.path)
        if isinstance(error, RuleFileError):
            return words.command("broken_rule_file", file=error.file, line=error.line)
        if isinstance(error, BookError):
            return words.fault(error.fault, error.path)
        return words.command("unexpected", path=paths.log_folder() / LOG)
