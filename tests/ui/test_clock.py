"""The question about the clock: when it is asked, what each answer does, what is remembered."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from cellsecretary.core.operations.board import change_office
from cellsecretary.core.operations.minutes import write_body
from cellsecretary.rules import bundled
from cellsecretary.store.board import Board
from cellsecretary.ui.clock import CorrectedClock
from cellsecretary.ui.ledger_window import LedgerWindow
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.program import Program
from cellsecretary.ui.settings import Settings
from tests.building import AFTER, NOVEMBER, context, done, meeting_id
from tests.cells import SUPERIOR
from tests.ui.asking import QueuedAsk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.ui.dialogs.clock import ClockDialog

EMPTY = dt.datetime(1970, 1, 1, 9, 0)
FAR = dt.datetime(2099, 12, 31, 9, 0)
TODAY = dt.date(2026, 11, 26)


class Computer:
    """A laptop whose clock can be set, and the program started on it again and again."""

    def __init__(self, app: QApplication, settings: Path) -> None:
        self.app, self.settings = app, settings
        self.now = AFTER
        self.program = self._begun()

    def _begun(self) -> Program:
        settings = Settings(self.settings)
        settings.language = "en"
        ask = QueuedAsk()
        return Program(self.app, settings, lambda: self.now, ask=ask)

    def open(self, path: Path, now: dt.datetime | None = None) -> LedgerWindow:
        """Start the program anew and open a file."""
        self.stop()
        self.now = now or self.now
        self.program = self._begun()
        assert self.program.open_file(path)
        return self.window

    @property
    def window(self) -> LedgerWindow:
        assert isinstance(self.program.window, LedgerWindow)
        self.app.processEvents()
        return self.program.window

    @property
    def question(self) -> ClockDialog | None:
        return self.window.clock_question.dialog

    def asked(self) -> ClockDialog:
        question = self.question
        assert question is not None
        assert question.isVisible()
        return question

    def stop(self) -> None:
        self.program.close()
        self.program.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def computer(themed: QApplication, tmp_path: Path) -> Iterator[Computer]:
    computer = Computer(themed, tmp_path / "settings.ini")
    yield computer
    computer.stop()


@pytest.fixture
def book_file(replayed_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "Chi bộ thôn 3.chibo"
    shutil.copyfile(replayed_file, path)
    return path


@pytest.fixture
def board_file(tmp_path: Path) -> Path:
    path = tmp_path / "Bảng.bangxa"
    board = Board.create(path, bundled())
    board.apply(done(change_office(board.register(), context(), SUPERIOR)), AFTER)
    board.close()
    return path


def answer(question: ClockDialog, text: str, qtbot: QtBot) -> None:
    question.form.today_edit.setText(text)
    qtbot.mouseClick(question.form.today_button, Qt.MouseButton.LeftButton)


def write_something(window: LedgerWindow, text: str = "x") -> str:
    """Write into the book and give the day that its history has."""
    assert isinstance(window, MainWindow)
    session = window._session
    record = session.meeting(meeting_id(session, NOVEMBER))
    assert session.do(write_body, record, record.agenda[0].id, text) is None
    return session.ledger.steps(1)[0].at[:10]


def test_a_clock_that_can_be_right_is_not_asked_about(computer: Computer, book_file: Path) -> None:
    computer.open(book_file)
    assert computer.question is None


@pytest.mark.parametrize("now", [EMPTY, FAR])
def test_a_clock_that_cannot_be_right_is_asked_about(
    computer: Computer, book_file: Path, now: dt.datetime
) -> None:
    computer.open(book_file, now)
    said = computer.asked().form.doubt_label.text()
    assert now.strftime("%d/%m/%Y") in said
    assert "03/11/2026" in said


@pytest.mark.thorough
@pytest.mark.parametrize("now", [EMPTY, FAR])
def test_the_day_entered_is_written_until_the_program_is_closed(
    computer: Computer, book_file: Path, now: dt.datetime, qtbot: QtBot
) -> None:
    window = computer.open(book_file, now)
    answer(computer.asked(), "26/11", qtbot)
    assert computer.question is None
    assert write_something(window) == "2026-11-26"
    assert window._ledger_session.now() == dt.datetime.combine(TODAY, now.time())
    computer.program.open_file(book_file)
    assert computer.question is None
    assert write_something(computer.window, "y") == "2026-11-26"
    computer.open(book_file)
    assert computer.question is not None


def test_what_depends_on_the_day_is_shown_anew(
    computer: Computer, book_file: Path, qtbot: QtBot
) -> None:
    window = computer.open(book_file, EMPTY)
    assert isinstance(window, MainWindow)
    home = window.show_page("home")
    before = home.form.next_detail_label.text()  # type: ignore[attr-defined]
    answer(computer.asked(), "21/11/2026", qtbot)
    after = home.form.next_detail_label.text()  # type: ignore[attr-defined]
    assert "18" in after
    assert before != after


@pytest.mark.thorough
def test_that_the_computer_is_right_is_remembered_until_its_clock_jumps(
    computer: Computer, book_file: Path, qtbot: QtBot
) -> None:
    late = dt.datetime(2029, 1, 5, 8, 0)
    computer.open(book_file, late)
    qtbot.mouseClick(computer.asked().form.right_button, Qt.MouseButton.LeftButton)
    assert computer.question is None
    computer.open(book_file, late + dt.timedelta(days=30))
    assert computer.question is None
    computer.open(book_file, EMPTY)
    assert computer.question is not None


@pytest.mark.thorough
def test_esc_blocks_nothing_and_is_not_remembered(
    computer: Computer, book_file: Path, qtbot: QtBot
) -> None:
    window = computer.open(book_file, EMPTY)
    qtbot.keyClick(computer.asked(), Qt.Key.Key_Escape)
    assert computer.question is None
    assert write_something(window) == "1970-01-01"
    computer.now += dt.timedelta(days=1)
    window._night.timeout.emit()
    window.language_wanted.emit("en")
    assert computer.question is None
    computer.open(book_file)
    assert computer.question is not None


def test_one_entry_by_a_wrong_clock_makes_no_right_one_doubtful(
    computer: Computer, book_file: Path, qtbot: QtBot
) -> None:
    window = computer.open(book_file, FAR)
    qtbot.keyClick(computer.asked(), Qt.Key.Key_Escape)
    assert write_something(window) == "2099-12-31"
    computer.open(book_file, AFTER)
    assert computer.question is None


def test_a_clock_that_jumps_is_noticed_with_the_new_day(
    computer: Computer, book_file: Path, qtbot: QtBot
) -> None:
    window = computer.open(book_file)
    computer.now = FAR
    window._night.timeout.emit()
    answer(computer.asked(), "26/11/2026", qtbot)
    assert window._ledger_session.today() == TODAY


def test_a_clock_that_the_network_puts_right_is_followed_again(
    computer: Computer, book_file: Path, qtbot: QtBot
) -> None:
    window = computer.open(book_file, EMPTY)
    answer(computer.asked(), "26/11/2026", qtbot)
    computer.now = dt.datetime(2026, 11, 26, 14, 5)
    window._night.timeout.emit()
    assert computer.question is None
    assert window._ledger_session.now() == computer.now


def test_what_is_no_day_is_said_and_a_strange_one_is_asked_twice(
    computer: Computer, book_file: Path, qtbot: QtBot
) -> None:
    window = computer.open(book_file, EMPTY)
    question = computer.asked()
    answer(question, "", qtbot)
    assert question.notes.text(question.form.today_edit)
    answer(question, "31/11/2026", qtbot)
    assert question.notes.text(question.form.today_edit)
    answer(question, "26/11/2206", qtbot)
    assert "26/11/2206" in question.form.notice_banner.text_label.text()
    assert question.isVisible()
    answer(question, "26/11/2206", qtbot)
    assert computer.question is None
    assert window._ledger_session.today() == dt.date(2206, 11, 26)


def test_a_board_is_asked_in_the_same_way(
    computer: Computer, board_file: Path, qtbot: QtBot
) -> None:
    window = computer.open(board_file, EMPTY)
    assert "21/11/2026" in computer.asked().form.doubt_label.text()
    answer(computer.asked(), "26/11/2026", qtbot)
    assert window._ledger_session.today() == TODAY


def test_the_practice_cell_asks_nothing(computer: Computer, tmp_path: Path) -> None:
    computer.now = FAR
    window = computer.program.practise()
    assert window is not None
    computer.app.processEvents()
    assert not hasattr(window, "clock_question")


def test_the_whole_question_is_answered_by_the_keyboard(
    computer: Computer,
    book_file: Path,
    qtbot: QtBot,
    type_text: Callable[[QWidget, str], None],
) -> None:
    window = computer.open(book_file, EMPTY)
    question = computer.asked()
    qtbot.waitUntil(question.form.today_edit.hasFocus, timeout=2000)
    type_text(question.form.today_edit, "26.11.26")
    qtbot.keyClick(question.form.today_edit, Qt.Key.Key_Return)
    assert window._ledger_session.today() == TODAY


def test_a_corrected_clock_keeps_the_hour_of_the_computer() -> None:
    clock = CorrectedClock(lambda: EMPTY)
    clock.correct(TODAY)
    assert clock() == dt.datetime(2026, 11, 26, 9, 0)
    clock.follow_computer()
    assert clock() == EMPTY


def test_the_settings_remember_a_clock_for_a_book_and_no_nonsense(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings._store.setValue("clocks", ["nonsense", "2026-13-01 1 /x", "2026-11-26 7 /sổ chi bộ"])
    ((path, believed),) = settings._believed()
    assert (str(path), believed.day, believed.step) == ("/sổ chi bộ", TODAY, 7)
