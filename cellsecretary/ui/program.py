"""The program in its window: which book is open, in which language, and what if it fails."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from cellsecretary import paths
from cellsecretary.rules import bundled
from cellsecretary.sentences import recovery
from cellsecretary.store import Book, BookError
from cellsecretary.store.board import Board
from cellsecretary.store.file_key import unlocked
from cellsecretary.store.opening import Looking, Opened, Opening
from cellsecretary.ui.appearance import Appearance
from cellsecretary.ui.ask import Ask, FileKind
from cellsecretary.ui.clock import CorrectedClock
from cellsecretary.ui.covering import Covering
from cellsecretary.ui.file_opening import FileOpening, is_board
from cellsecretary.ui.help import Help
from cellsecretary.ui.language import Language
from cellsecretary.ui.renewing import Renewing
from cellsecretary.ui.second_start import come_to_front
from cellsecretary.ui.unlocking import Unlocking
from cellsecretary.ui.watches import watch_events
from cellsecretary.ui.window_place import put_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from cellsecretary.messages import Messages
    from cellsecretary.store.ledger import Ledger
    from cellsecretary.ui.board.opening import BoardOpening
    from cellsecretary.ui.keeping import Keeping
    from cellsecretary.ui.ledger_session import LedgerSession
    from cellsecretary.ui.ledger_window import LedgerWindow
    from cellsecretary.ui.main_window import MainWindow
    from cellsecretary.ui.settings import Settings


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
        self._window: QMainWindow | None = None
        self.opening = Opening(paths.backups_folder, bundled, self._clock)
        self._opened: Opened | None = None
        self._keeping: Keeping | None = None
        self._practice_file = practice or paths.practice_book()
        self._ask = ask or Ask()
        self.unlocking = Unlocking(settings, lambda: self.words, lambda: self._window, self)
        self.files = FileOpening(self.opening, self.unlocking, self._ask, lambda: self.words, self)
        self.help = Help(settings, self._ask, lambda: self.words, self._clock, self)
        self._renewing = Renewing(self)
        self._appearance = Appearance(app, settings, self)
        watch_events(app, self)
        app.aboutToQuit.connect(self.close)
        self._language = Language(app, settings.language, self)

    @property
    def words(self) -> Messages:
        """The sentences in the language of the window."""
        return self._language.words

    def speak(self, language: str) -> None:
        """Take the language for every window made from now on."""
        self._language.speak(language)

    @property
    def ask(self) -> Ask:
        """Who asks the person at the window."""
        return self._ask

    def today(self) -> dt.date:
        """Give the day by the clock of the program."""
        return self._clock().date()

    @property
    def opened(self) -> Opened | None:
        """The file that is open."""
        return self._opened

    @property
    def window(self) -> QMainWindow | None:
        """The window that is shown."""
        return self._window

    # What is open

    def start(self) -> None:
        """Show the choices of the first start."""
        from cellsecretary.ui.start import StartPage

        page = StartPage(self._settings)
        page.new_wanted.connect(self.new_book)
        page.open_wanted.connect(self._open_wanted)
        page.take_over_wanted.connect(self.take_over)
        page.practice_wanted.connect(self.practise)
        page.board_wanted.connect(self._choose_board)
        page.display_menu.language_wanted.connect(self._change_language)
        self._appearance.obey(page.display_menu)
        window = QMainWindow()
        window.setWindowTitle(self.tr("Cell secretary"))
        window.setCentralWidget(page)
        self._show(window)

    def open_file(self, path: Path) -> bool:
        """Open a book, or a board, as its name says."""
        return self.open_board(path) if is_board(path) else self.open_book(path)

    def open_book(self, path: Path) -> bool:
        """Open a book; what is wrong with it is said, and what was open stays open."""
        window = self.open_as(Book, path)
        if window is None:
            return False
        if self._settings.has_walk(path):
            # Whoever closed it half way is led through it again, until it was ended.
            walk = window.handing_over.take_over()
            walk.accepted.connect(lambda: self._settings.end_walk(path))
        return True

    def open_board(self, path: Path) -> bool:
        """Open a board; one that never was there is begun once its office was named."""
        if not path.exists() and not self.opening.has_copies(path):
            self.new_board(path)
            return True
        return self.open_as(Board, path) is not None

    def open_as(self, kind: type[Ledger], path: Path) -> Any:  # noqa: ANN401 - the window of the kind
        """Open a file as it can be; what was open stays open where that fails."""
        if self._opened is not None and self._opened.is_of(path):
            self.close()
        opened = self.files.open(kind, path)
        if opened is None and self._window is None and not self.is_elsewhere:
            self.start()  # a program without a window would be gone
        return None if opened is None else self.take(opened)

    @property
    def is_elsewhere(self) -> bool:
        """Whether the file that was asked for is open in a window of another start."""
        return self.files.is_elsewhere

    def look_at(self, path: Path) -> bool:
        """Open a file to look and print only, as a deputy does."""
        kind = Board if is_board(path) else Book
        opened = self.files.look(kind, path, Looking.CHOSEN)
        return opened is not None and self.take(opened) is not None

    def new_board(self, path: Path | None = None) -> None:
        """Ask for the office, then begin its board."""
        if self._window is None:
            self.start()
        self._board_opening().begin(path)

    def _choose_board(self) -> None:
        self._board_opening().choose()

    def _board_opening(self) -> BoardOpening:
        from cellsecretary.ui.board.opening import BoardOpening

        assert self._window is not None
        opening = BoardOpening(self._ask, self.words, self._clock, self._window)
        opening.ready.connect(self.open_board)
        return opening

    def new_book(self) -> None:
        """Ask for the cell, then begin its book."""
        from cellsecretary.ui.new_book import ask_for_new_book

        ask_for_new_book(self, self._clock)

    def take_over(self) -> None:
        """Ask for what was handed over or copied, and make a book of it at a place asked for."""
        from cellsecretary.ui.taking_over import TakingOver

        assert self._window is not None
        taking = TakingOver(self._ask, self.words, self._clock, self._window, self.unlocking)
        taking.handed_over.connect(self._open_handed_over)
        taking.made.connect(self.open_book)
        taking.begin()

    def _open_handed_over(self, path: Path) -> None:
        self._settings.begin_walk(path)
        self.open_book(path)

    def practise(self) -> MainWindow | None:
        """Open the practice cell, fresh each time; the real books are not touched."""
        from cellsecretary.ui.beginning import make_practice_cell

        path = self._practice_file
        self.close()
        try:
            make_practice_cell(path)
            opened = Opened(Book.open(path, bundled()))
        except BookError as error:
            self.tell_fault(error)
            return None
        except OSError:
            self.tell(self.words.command("output_not_written", path=path))
            return None
        window: MainWindow = self.take(opened)
        return window

    def close(self, *, with_copy: bool = True, lock: bool = True) -> None:
        """Write what is typed and let go of the book, which is copied once more.

        Its password is asked for when it is next opened, unless it is not to be `lock`ed.
        """
        window, self._window = self._window, None
        if window is not None:
            window.close()
            window.deleteLater()
        keeping, self._keeping = self._keeping, None
        if keeping is not None:
            keeping.stop()
            if keeping.backing_up is not None and with_copy:
                keeping.backing_up.failed.connect(self.tell_no_backup)
                keeping.backing_up.run()
            keeping.deleteLater()
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()
            if lock and opened.ledger.key is not None:
                unlocked.forget(opened.ledger.key)

    def tell_no_backup(self, error: BookError) -> None:
        """Say that a copy could not be made."""
        self.tell(self.words.no_backup(error.fault, error.path))

    def tell(self, text: str) -> None:
        """Say what must not be overlooked."""
        self._ask.tell(text)

    def tell_fault(self, error: BookError) -> None:
        """Say what is wrong with a file; of the open one its window says it, with what to do."""
        opened = self._opened
        window = self._keeping.window if self._keeping is not None else None
        if window is not None and opened is not None and opened.is_of(Path(error.path)):
            window.show_fault(error)
        else:
            self.tell(self.words.fault(error.fault, error.path))

    def _open_wanted(self, path: Path | None = None) -> None:
        path = path or self._ask.open_path(FileKind.ANY)
        if path is not None:
            self.open_file(path)

    def _look_wanted(self) -> None:
        path = self._ask.open_path(FileKind.ANY)
        if path is not None:
            self.look_at(path)

    def take(self, opened: Opened) -> Any:  # noqa: ANN401 - the window of the kind of file
        """Show what is open; what was open before is closed."""
        self.close()
        if opened.ledger.key is not None:
            unlocked.add(opened.ledger.key)  # that before may have had the same
        self._opened = opened
        if not self._is_practice:
            self._settings.remember_book(opened.ledger.path)
        window = self._show_file()
        if opened.recovered is not None:
            window.show_note(recovery.recovered(self.words, opened.recovered))
        return window

    @property
    def _is_practice(self) -> bool:
        return self._opened is not None and self._opened.is_of(self._practice_file)

    def _show_file(self) -> LedgerWindow:
        assert self._opened is not None
        return self._show_book() if isinstance(self._opened.ledger, Book) else self._show_board()

    def _show_board(self) -> LedgerWindow:
        from cellsecretary.ui.board.session import BoardSession
        from cellsecretary.ui.board.window import BoardWindow

        assert self._opened is not None
        assert isinstance(self._opened.ledger, Board)
        session = BoardSession(self._opened.ledger, self._clock)
        window = BoardWindow(session, self._ask, self.words, self._settings)
        self._keep(session, window)
        if self._keeping is not None and self._keeping.backing_up is not None:
            # What packets brought stands in no step: it must not wait for the next copy.
            session.collected.connect(self._keeping.backing_up.run)
        window.new_wanted.connect(lambda: self.new_board())
        window.open_wanted.connect(self._open_wanted)
        self._show(window)
        window.begin()
        return window

    def _keep(self, session: LedgerSession, window: LedgerWindow) -> None:
        """Give a session to its window, look after its file, and hear of what the window wants."""
        from cellsecretary.ui.keeping import Keeping

        opened = self._opened
        assert opened is not None
        session.setParent(window)
        window.language_wanted.connect(self._change_language)
        window.recent_wanted.connect(self.open_file, Qt.ConnectionType.QueuedConnection)
        self._appearance.obey(window.display_menu)
        self._appearance.changed.connect(window.grow_rail)
        self._renewing.follow(window)
        if self._is_practice:
            return
        window.backups = opened.backups
        self._keeping = Keeping(opened, session, window, paths.backups_folder())
        self._keeping.asked_for.connect(lambda: come_to_front(window))
        if self._keeping.backing_up is not None:
            window.backup_wanted.connect(self._keeping.backing_up.run)
        window.moved.connect(self.open_file)
        if opened.ledger.key is not None:
            Covering(opened.ledger.path, self._settings, self.words, self._keeping)
        if opened.looking is None:
            window.watch_over(self._clock, self._ask)
        else:
            window.look_only(opened.looking)

    def _show_book(self) -> LedgerWindow:
        from cellsecretary.ui.main_window import MainWindow
        from cellsecretary.ui.session import Session

        assert self._opened is not None
        assert isinstance(self._opened.ledger, Book)
        session = Session(self._opened.ledger, self._clock)
        window = MainWindow(session, self._ask, self.words, self._settings)
        self._keep(session, window)
        window.new_wanted.connect(self.new_book)
        window.open_wanted.connect(self._open_wanted)
        window.look_wanted.connect(self._look_wanted)
        window.take_over_wanted.connect(self.take_over)
        window.practice_wanted.connect(self.practise)
        window.real_wanted.connect(self._open_wanted)
        self._show(window)
        window.come_back().begin()
        return window

    def _change_language(self, language: str) -> None:
        from cellsecretary.ui.dialogs.settings import SettingsDialog

        self._settings.language = language
        self.speak(language)
        window, self._window = self._window, None
        was_set = window is not None and window.findChild(SettingsDialog) is not None
        if window is not None:
            window.close()
            window.deleteLater()
        keeping, self._keeping = self._keeping, None
        if keeping is not None:
            keeping.stop()
        if self._opened is None:
            self.start()
        elif was_set:
            self._show_file().show_settings()
        else:
            self._show_file()

    def _show(self, window: QMainWindow) -> None:
        before, self._window = self._window, window
        self._ask.belong_to(window)
        self.help.follow(window)
        put_back(window, self._settings.window)
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()
