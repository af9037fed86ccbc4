"""The first page: three choices, and the books opened last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary.ui.settings import Settings
from cellsecretary.ui.start import StartPage
from cellsecretary.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

BOOKS = ("Chi bộ thôn 3.chibo", "Lò & Vàng.chibo")


@pytest.fixture
def make_page(
    qtbot: QtBot, themed: QApplication, tmp_path: Path
) -> Callable[[Sequence[str]], StartPage]:
    def make(books: Sequence[str] = ()) -> StartPage:
        settings = Settings(tmp_path / "settings.ini")
        for name in reversed(books):
            (tmp_path / name).touch()
            settings.remember_book(tmp_path / name)
        page = StartPage(settings)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return make


def test_the_first_start_offers_three_choices(
    make_page: Callable[..., StartPage], qtbot: QtBot
) -> None:
    page = make_page()
    assert not page.form.recent_card.isVisible()
    assert page.focusWidget() is page.form.new_button
    for button, wanted in (
        (page.form.new_button, page.new_wanted),
        (page.form.practice_button, page.practice_wanted),
    ):
        with qtbot.waitSignal(wanted, timeout=0):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.open_wanted, timeout=0) as wanted:
        qtbot.keyClick(page.form.open_button, Qt.Key.Key_Space)
    assert wanted.args == [None]


def test_a_book_opened_last_is_one_key_away(
    make_page: Callable[..., StartPage], qtbot: QtBot, tmp_path: Path
) -> None:
    page = make_page(BOOKS)
    assert page.form.recent_card.isVisible()
    assert page.focusWidget() is page.recent_buttons[0]
    assert page.recent_buttons[0].accessibleName() == "Chi bộ thôn 3"
    with qtbot.waitSignal(page.open_wanted, timeout=0) as wanted:
        qtbot.keyClick(page.recent_buttons[0], Qt.Key.Key_Space)
    assert wanted.args == [tmp_path / BOOKS[0]]
    with qtbot.waitSignal(page.open_wanted, timeout=0) as wanted:
        qtbot.mouseClick(page.recent_buttons[1], Qt.MouseButton.LeftButton)
    assert wanted.args == [tmp_path / BOOKS[1]]


def test_an_ampersand_in_the_name_of_a_book_is_one(make_page: Callable[..., StartPage]) -> None:
    page = make_page(BOOKS)
    assert page.recent_buttons[1].accessibleName() == "Lò & Vàng"


def test_all_choices_fit_the_smallest_window_at_the_largest_text(
    make_page: Callable[..., StartPage], themed: QApplication
) -> None:
    Theme(200).apply(themed)
    page = make_page(BOOKS)
    page.resize(1024, 640)
    themed.processEvents()
    for button in (page.form.new_button, page.form.open_button, page.form.practice_button):
        assert button.width() >= button.sizeHint().width()
        assert button.height() >= button.sizeHint().height()
