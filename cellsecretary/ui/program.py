"""The program in its window: which book is open, in which language, and what if it fails."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QMainWindow

from cellsecretary import paths
from cellsecretary.messages import Messages
from cellsecretary.rules import bundled
from cellsecretary.store import Book, BookError
from cellsecretary.ui.ask import Ask, FileKind
from cellsecretary.ui.clock import CorrectedClock
from cellsecretary.ui.crashing import CrashHook, log_to_file
from cellsecretary.ui.keep_on_screen import KeepOnScreen
from cellsecretary.ui.keys import EnterPresses
from cellsecretary.ui.mouse import MouseGuard
from cellsecretary.ui.settings import Settings
from cellsecretary.ui.theme import Theme, system_scheme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cellsecretary.core.rows import Cell
    from cellsecretary.store.board import Board
    from cellsecretary.ui.backing_up import BackingUp
    from cellsecretary.ui.board.window import BoardWindow
    from cellsecretary.ui.ledger_session import LedgerSession
    from cellsecretary.ui.ledger_window import LedgerWindow
    from cellsecretary.ui.main_window import MainWindow

CATALOGUES = ("qtbase", "cellsecretary")
SMALLEST = (1024, 640)


class Program(QObject):
    """Holds the one window: the start page, an open book, or the board of a superior.

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
        self._clock = CorrectedClock(clock)
        self._translators: list[QTranslator] = []
        self._window: QMainWindow | None = None
        self._book: Book | None = None
        self._board: Board | None = None
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
        page.board_wanted.connect(self._choose_board)
        window = QMainWindow()
        window.setWindowTitle(self.tr("Cell secretary"))
        window.setCentralWidget(page)
        self._show(window)

    def open_file(self, path: Path) -> bool:
        """Open a book, or a board, as its name says."""
        is_board = path.suffix == f".{FileKind.BOARD.suffix}"
        return self.open_board(path) if is_board else self.open_book(path)

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

    def open_board(self, path: Path) -> bool:
        """Open a board; one that is not there is begun once its office was named."""
        from cellsecretary.store.board import Board

        if not path.exists():
            self.new_board(path)
            return True
        try:
            board = Board.open(path, bundled())
        except BookError as error:
            self.tell(self._words.fault(error.fault, error.path))
            return False
        self._take_board(board)
        return True

    def new_board(self, path: Path | None = None) -> None:
        """Ask for the office, then begin its board."""
        from cellsecretary.ui.board.opening import BoardOpening

        if self._window is None:
            self.start()
        assert self._window is not None
        opening = BoardOpening(self._ask, self._words, self._clock, self._window)
        opening.opened.connect(self._take_board)
        opening.begin(path)

    def _choose_board(self) -> None:
        """Ask for a board that is there, or for a new one."""
        asked = self.tr("Is the board of the office on this computer, or is it to be begun?")
        options = [self.tr("Begin a board"), self.tr("Open a board")]
        match self._ask.choose(asked, options):
            case 0:
                self.new_board()
            case 1:
                path = self._ask.open_path(FileKind.BOARD)
                if path is not None:
                    self.open_board(path)

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
        for ledger in (self._book, self._board):
            if ledger is not None:
                ledger.close()
        self._book = self._board = None

    def _tell_no_backup(self, error: BookError) -> None:
        self.tell(self._words.no_backup(error.fault, error.path))

    def tell(self, text: str) -> None:
        """Say what must not be overlooked."""
        self._ask.tell(text)

    def _open_wanted(self, path: Path | None = None) -> None:
        path = path or self._ask.open_path(FileKind.ANY)
        if path is not None:
            self.open_file(path)

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

    def _take_board(self, board: Board) -> None:
        self.close()
        self._board = board
        self._practice = False
        self._settings.remember_book(board.path)
        self._show_board()

    def _show_board(self) -> BoardWindow:
        from cellsecretary.ui.board.session import BoardSession
        from cellsecretary.ui.board.window import BoardWindow

        assert self._board is not None
        session = BoardSession(self._board, self._clock)
        window = BoardWindow(session, self._ask, self._words, self._settings)
        self._back_up(session, window)
        assert self._backing_up is not None
        session.collected.connect(self._backing_up.run_later)
        window.new_wanted.connect(lambda: self.new_board())
        window.open_wanted.connect(self._open_wanted)
        self._show(window)
        window.begin()
        return window

    def _back_up(self, session: LedgerSession, window: LedgerWindow) -> None:
        """Give a session to its window, keep copies of its file, and hear of another language."""
        from cellsecretary.ui.backing_up import BackingUp

        session.setParent(window)
        if not self._practice:
            backing_up = BackingUp(session, paths.backups_folder(), session)
            backing_up.failed.connect(window.show_no_backup)
            backing_up.made.connect(window.show_backup)
            self._backing_up = backing_up
            window.watch_over(self._clock, self._ask)
            window.moved.connect(self.open_file)
        window.language_wanted.connect(self._change_language)

    def _show_book(self) -> MainWindow:
        from cellsecretary.ui.main_window import MainWindow
        from cellsecretary.ui.session import Session

        assert self._book is not None
        session = Session(self._book, self._clock)
        window = MainWindow(
            session, self._ask, self._words, self._settings, practice=self._practice
        )
        self._back_up(session, window)
        window.new_wanted.connect(self.new_book)
        window.open_wanted.connect(self._open_wanted)
        window.take_over_wanted.connect(self.take_over)
        window.practice_wanted.connect(self.practise)
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
        if self._board is not None:
            self._show_board()
        else:
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
    log_to_file()
    settings = Settings(paths.settings_file())
    program = Program(app, settings)
    sys.excepthook = CrashHook(program)
    if options.practice:
        program.practise()
    elif options.board is not None:
        if not program.open_board(options.board):
            program.start()
    elif options.file is not None:
        if not program.open_file(options.file):
            program.start()
    elif not settings.books or not program.open_file(settings.books[0]):
        program.start()
    return app.exec()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cellsecretary")
    parser.add_argument("file", type=Path, nargs="?", metavar="FILE")
    parser.add_argument("--board", type=Path, metavar="FILE", help="open the board of a superior")
    parser.add_argument("--practice", action="store_true", help="open the practice cell")
    return parser
