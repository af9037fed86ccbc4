"""The books opened last are one press away in the menu, the open one not among them."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cellsecretary.rules import bundled
from cellsecretary.store.board import Board
from cellsecretary.ui.board.window import BoardWindow
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.recent_books import MOST
from tests.ui.scenes import settle

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from cellsecretary.ui.program import Program


def entries(menu: QMenu) -> list[QAction]:
    menu.aboutToShow.emit()
    return [one for one in menu.actions() if one.property("recent") and not one.isSeparator()]


def others(program: Program, title: str) -> QMenu:
    window = program.window
    assert isinstance(window, MainWindow | BoardWindow)
    found = [one.menu() for one in window.menu.actions() if one.text().replace("&", "") == title]
    menu = found[0]
    assert menu is not None
    return menu  # type: ignore[return-value]


@pytest.mark.thorough
def test_each_book_is_offered_in_the_others_and_opened_by_one_press(
    program: Program, practice_file: Path, tmp_path: Path
) -> None:
    books = [tmp_path / f"Chi bộ thôn {number} & 9.chibo" for number in range(1, 7)]
    for book in books:
        shutil.copyfile(practice_file, book)
        assert program.open_book(book)
    found = entries(others(program, "Other books"))
    assert [one.text() for one in found] == [
        path.stem.replace("&", "&&") for path in reversed(books[:-1])
    ][:MOST]
    found[0].trigger()
    settle()
    assert program.opened is not None
    assert program.opened.ledger.path == books[-2]
    again = entries(others(program, "Other books"))
    assert again[0].text() == books[-1].stem.replace("&", "&&")
    books[-1].unlink()
    assert entries(others(program, "Other books"))[0].text() != again[0].text()


def test_a_board_is_among_them_and_offers_them_too(
    program: Program, practice_file: Path, tmp_path: Path
) -> None:
    board, book = tmp_path / "Đảng ủy.bangxa", tmp_path / "Chi bộ thôn 3.chibo"
    with closing(Board.create(board, bundled())):
        pass
    shutil.copyfile(practice_file, book)
    assert program.open_board(board)
    assert entries(others(program, "Other boards, books")) == []
    assert program.open_book(book)
    assert [one.text() for one in entries(others(program, "Other books"))] == ["Đảng ủy"]
    assert program.open_board(board)
    (entry,) = entries(others(program, "Other boards, books"))
    assert entry.text() == "Chi bộ thôn 3"
