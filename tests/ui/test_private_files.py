"""Everything that the program keeps of a cell is readable for its owner alone."""

from __future__ import annotations

import logging
import os
import stat
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cellsecretary import paths
from cellsecretary.core.operations.cell import change_cell
from cellsecretary.exchange.handover import hand_over, receive, take_over
from cellsecretary.exchange.keys import signing_key
from cellsecretary.exchange.office_keys import make_key
from cellsecretary.rules import bundled
from cellsecretary.store.backups import Backups
from cellsecretary.store.board import Board
from cellsecretary.store.key_file import key_file
from cellsecretary.store.lock import lock_file
from cellsecretary.ui.beginning import begin_book
from cellsecretary.ui.error_log import LOG, log_to_file
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.program import Program
from cellsecretary.ui.settings import Settings
from cellsecretary.ui.start import StartPage
from tests.building import AFTER, NEW_CELL
from tests.ui.asking import QueuedAsk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from cellsecretary.store import Book


pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")


@pytest.fixture(autouse=True)
def open_to_all() -> Iterator[None]:
    """Make files as an account does that hides nothing."""
    before = os.umask(0)
    yield
    os.umask(before)


def open_ones(*places: Path) -> list[str]:
    """Give what others could read below some places."""
    found = [path for place in places for path in (place, *place.rglob("*"))]
    return [
        f"{stat.S_IMODE(path.stat().st_mode):o} {path}"
        for path in found
        if path.stat().st_mode & 0o077
    ]


def test_books_boards_keys_backups_journals_settings_and_logs_are_for_their_owner(
    themed: QApplication, own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in (own_home, tmp_path):
        place.chmod(0o700)
    ask = QueuedAsk()
    program = Program(themed, Settings(paths.settings_file()), lambda: AFTER, ask=ask)
    file, board_file = tmp_path / "cell" / "a.chibo", tmp_path / "commune" / "xa.bangxa"
    assert begin_book(NEW_CELL, file, AFTER) is None
    assert program.open_book(file)
    signing_key(file)
    window = program.window
    assert isinstance(window, MainWindow)
    session = window._session
    moved = replace(session.register.cell, place="Nhà văn hóa")
    assert session.do(change_cell, session.register, moved) is None
    assert key_file(file).exists()
    assert lock_file(file).exists()
    assert open_ones(own_home, tmp_path) == []
    program.close()
    assert list(paths.backups_folder().rglob("*.chibo"))
    assert list(paths.backups_folder().rglob("journal-*.txt"))

    board_file.parent.mkdir(mode=0o700)
    Board.create(board_file, bundled()).close()
    make_key(board_file, "Suối Nhùng mùa nước")
    assert program.open_board(board_file)
    # A start of the program finds nothing that keeps its log.
    monkeypatch.setattr(logging.root, "handlers", [])
    log_to_file()
    logging.getLogger("cellsecretary").error("x")
    (handler,) = logging.root.handlers
    handler.close()
    program.practise()
    program.close()
    assert (paths.log_folder() / LOG).exists()
    assert open_ones(own_home, tmp_path) == []
    program.deleteLater()


def test_a_book_that_is_taken_over_is_for_its_owner(book: Book, tmp_path: Path) -> None:
    stick, desk = tmp_path / "stick", tmp_path / "desk"
    stick.mkdir()
    desk.mkdir(mode=0o700)
    signing_key(book.path)
    backups = Backups.of(tmp_path / "own", book)
    backups.make(book, AFTER)
    received = receive(hand_over(book, stick, AFTER, tmp_path / "own"), bundled())
    take_over(received, desk / "mine.chibo", bundled(), desk / "backups")
    assert key_file(desk / "mine.chibo").exists()
    assert list((desk / "backups").iterdir())
    assert open_ones(desk) == []


def test_the_list_of_books_opened_last_can_be_emptied(
    program: Program, book: Book, tmp_path: Path
) -> None:
    program.open_book(book.path)
    program.start()
    page = program.window.centralWidget() if program.window else None
    assert isinstance(page, StartPage)
    assert page.form.recent_card.isVisible()
    page.form.forget_button.click()
    assert not page.form.recent_card.isVisible()
    assert page.focusWidget() is page.form.new_button
    program.start()
    again = program.window.centralWidget() if program.window else None
    assert isinstance(again, StartPage)
    assert again.recent_buttons == []
    assert book.path.name not in (tmp_path / "settings.ini").read_text(encoding="utf-8")
    assert book.path.exists()
