"""The page of all settings: few, each with its effect at once, by the same ways as the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QComboBox

from cellsecretary.core.vietnamese import ToneStyle
from cellsecretary.ui.board.window import BoardWindow
from cellsecretary.ui.dialogs.book_password import MINUTES
from cellsecretary.ui.dialogs.settings import SettingsDialog
from cellsecretary.ui.launch import _open_first, parser
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.program import Program
from cellsecretary.ui.settings import Settings
from cellsecretary.ui.theme import current_theme
from tests.building import AFTER
from tests.ui.asking import QueuedAsk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cellsecretary.ui.ledger_window import LedgerWindow


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    found = Settings(tmp_path / "settings.ini")
    found.language, found.look = "en", "light"
    return found


@pytest.fixture
def program(themed: QApplication, settings: Settings, tmp_path: Path) -> Iterator[Program]:
    found = Program(themed, settings, lambda: AFTER, tmp_path / "practice.chibo", QueuedAsk())
    yield found
    found.close()
    found.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(program: Program, replayed_file: Path, tmp_path: Path) -> MainWindow:
    path = tmp_path / "thon-3.chibo"
    path.write_bytes(replayed_file.read_bytes())
    assert program.open_book(path)
    assert isinstance(program.window, MainWindow)
    return program.window


def page_of(window: LedgerWindow) -> SettingsDialog:
    window.display_menu.settings_wanted.emit()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    return dialog


def choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_there_are_at_most_ten_and_each_is_named(window: MainWindow) -> None:
    page = page_of(window)
    assert 1 < len(page.findChildren(QComboBox)) <= 10


@pytest.mark.thorough
def test_the_size_of_the_text_changes_at_once_and_is_remembered(
    window: MainWindow, settings: Settings
) -> None:
    choose(page_of(window).form.size_box, 150)
    assert (current_theme().scale, settings.text_size) == (150, 150)


@pytest.mark.thorough
def test_the_colours_change_at_once_and_the_menu_knows(
    window: MainWindow, settings: Settings
) -> None:
    choose(page_of(window).form.look_box, "contrast")
    assert (current_theme().scheme, settings.look) == ("contrast", "contrast")
    window.display_menu.aboutToShow.emit()
    assert window.display_menu.look_actions["contrast"].isChecked()


def test_the_language_changes_at_once_and_the_page_is_there_again(
    program: Program, window: MainWindow, settings: Settings
) -> None:
    choose(page_of(window).form.language_box, "vi")
    assert settings.language == "vi"
    changed = program.window
    assert isinstance(changed, MainWindow)
    assert changed is not window
    page = changed.findChild(SettingsDialog)
    assert page is not None
    assert page.form.language_box.currentData() == "vi"


def test_what_opens_at_the_start_is_said_and_done(
    program: Program, window: MainWindow, settings: Settings
) -> None:
    page = page_of(window)
    assert page.form.start_label.text() == "Next time “thon-3” opens at once."
    choose(page.form.start_box, False)
    assert page.form.start_label.text() == "Next time you choose what to open."
    program.close()
    _open_first(parser().parse_args([]), program, settings)
    assert program.window is None, "whoever starts it shows the choice then"
    settings.opens_last = True
    _open_first(parser().parse_args([]), program, settings)
    assert isinstance(program.window, MainWindow)


def test_it_says_whether_a_book_left_alone_is_covered(
    window: MainWindow, settings: Settings
) -> None:
    page = page_of(window)
    assert [page.form.cover_box.itemData(at) for at in range(len(MINUTES))] == list(MINUTES)
    choose(page.form.cover_box, 5)
    assert settings.lock_after == 5
    assert "no password" in page.form.cover_label.text()


def test_the_spelling_on_papers_is_kept_in_the_book_and_can_be_undone(window: MainWindow) -> None:
    def tones() -> ToneStyle:
        return window._session.rules(AFTER.date()).paper.tones

    page, before = page_of(window), tones()
    choose(page.form.tones_box, ToneStyle.SECOND)
    assert tones() is ToneStyle.SECOND
    assert "hoà, khoẻ" in page.form.tones_label.text()
    window.undo()
    assert tones() is before
    assert page.form.tones_box.currentData() == before, "the page follows"


def test_over_a_board_there_is_no_spelling(program: Program, board_file: Path) -> None:
    assert program.open_board(board_file)
    assert isinstance(program.window, BoardWindow)
    page = page_of(program.window)
    assert not page.form.tones_box.isVisibleTo(page)
    assert page.form.cover_box.isVisibleTo(page)
