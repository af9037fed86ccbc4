"""What every test of the window starts from: the look, and the keyboard of a Vietnamese typist."""

from __future__ import annotations

import logging
import shutil
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtGui import QInputMethodEvent

from cellsecretary.messages import Messages
from cellsecretary.own_files import make_folder
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.board import Board
from cellsecretary.ui import beginning
from cellsecretary.ui.crashing import CrashHook
from cellsecretary.ui.keys import EnterPresses
from cellsecretary.ui.language import Language
from cellsecretary.ui.mouse import MouseGuard
from cellsecretary.ui.panels.agenda import AgendaPanel
from cellsecretary.ui.program import Program
from cellsecretary.ui.session import Session
from cellsecretary.ui.settings import Settings
from cellsecretary.ui.theme import Theme, current_theme
from tests.building import AFTER, NOVEMBER, meeting_id
from tests.ui.asking import QueuedAsk
from tests.ui.scenes import fill_board

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def themed(qapp: QApplication) -> Iterator[QApplication]:
    """Give the application with the look of the program, its words and figures in English."""
    QLocale.setDefault(QLocale("en_GB"))
    _dress(qapp)
    yield qapp
    # Closed widgets are deleted only by a running event loop, and those in a circle of references
    # whenever Python looks for such; left alive, each test that follows would dress them anew.
    for widget in qapp.topLevelWidgets():
        if widget.parent() is None:
            widget.deleteLater()
    for language in qapp.findChildren(Language):
        language.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    _dress(qapp)


def _dress(app: QApplication) -> None:
    if current_theme() != Theme() or not app.styleSheet():
        Theme().apply(app)


@pytest.fixture(scope="session")
def scene_files(tmp_path_factory: pytest.TempPathFactory, practice_file: Path) -> tuple[Path, Path]:
    """Give the book and the board of the scenes, to be copied."""
    folder = tmp_path_factory.mktemp("scenes")
    board = folder / "xa.bangxa"
    with closing(Board.create(board, bundled())) as made:
        fill_board(made, folder / "stick")
    return practice_file, board


@pytest.fixture(autouse=True)
def practice_made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Make the practice cell once, and copy it for whoever asks again: it is a year of acts."""
    make = beginning.make_practice_cell

    def copy(path: Path) -> None:
        whole = tmp_path_factory.getbasetemp() / "practice-cell.chibo"
        if not whole.exists():
            make(whole)
        make_folder(path.parent)
        shutil.copy(whole, path)  # who may read it comes with it

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(beginning, "make_practice_cell", copy)
        yield


@pytest.fixture
def enter_key(themed: QApplication) -> Iterator[None]:
    """Let Enter do what it does in the program."""
    presses = EnterPresses(themed)
    themed.installEventFilter(presses)
    yield
    themed.removeEventFilter(presses)


@pytest.fixture
def guarded(themed: QApplication) -> Iterator[QApplication]:
    """Give the application with what keeps the mouse from slips."""
    guard = MouseGuard(themed)
    themed.installEventFilter(guard)
    yield themed
    themed.removeEventFilter(guard)


@pytest.fixture
def type_text() -> Callable[[QWidget, str], None]:
    """Type Vietnamese as an input method commits it, letter by letter."""

    def type_into(field: QWidget, text: str) -> None:
        for letter in text:
            event = QInputMethodEvent()
            event.setCommitString(letter)
            QCoreApplication.sendEvent(field, event)

    return type_into


@pytest.fixture
def session(themed: QApplication, book: Book) -> Session:
    """Give a session over a copy of the replayed book; November lacks a result for T4."""
    return Session(book, lambda: AFTER)


@pytest.fixture
def practice_session(
    themed: QApplication, practice_file: Path, tmp_path: Path
) -> Iterator[Session]:
    """Give a session over a copy of the practice cell, which has a year before its November."""
    path = tmp_path / "practice.chibo"
    shutil.copyfile(practice_file, path)
    with closing(Book.open(path, bundled())) as book:
        yield Session(book, lambda: AFTER)


@pytest.fixture
def ask() -> QueuedAsk:
    """Give questions with queued answers; an unexpected one fails the test."""
    return QueuedAsk()


@pytest.fixture
def words() -> Messages:
    """Give the sentences in English, which the tests are written in."""
    return Messages.load("en")


@pytest.fixture
def program(themed: QApplication, tmp_path: Path, ask: QueuedAsk) -> Iterator[Program]:
    """Give the program at its first page, in English, with queued answers."""
    settings = Settings(tmp_path / "settings.ini")
    settings.language = "en"
    program = Program(themed, settings, lambda: AFTER, tmp_path / "practice.chibo", ask)
    program.start()
    yield program
    program.close()
    program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def seconds() -> list[float]:
    """Give the clock of the hook, to be set."""
    return [0.0]


@pytest.fixture
def hook(
    program: Program,
    seconds: list[float],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> Iterator[CrashHook]:
    """Give the hook, in the place where Python looks for it."""
    hook = CrashHook(program, lambda: seconds[0])
    monkeypatch.setattr(sys, "excepthook", hook)
    with caplog.at_level(logging.CRITICAL + 1):
        yield hook
    monkeypatch.undo()


@pytest.fixture
def agenda(qtbot: QtBot, session: Session, ask: QueuedAsk, words: Messages) -> AgendaPanel:
    """Give the agenda of November, seen."""
    panel = AgendaPanel(session, ask, words)
    qtbot.addWidget(panel)
    panel.resize(1130, 520)
    panel.show_meeting(meeting_id(session.book, NOVEMBER))
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


@pytest.fixture(scope="session")
def board_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the board of an office to which two cells sent minutes; to be copied first too."""
    folder = tmp_path_factory.mktemp("board")
    with closing(Board.create(folder / "xa.bangxa", bundled())) as board:
        fill_board(board, folder / "stick")
    return folder / "xa.bangxa"
