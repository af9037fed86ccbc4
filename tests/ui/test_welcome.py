"""The cards of the first look: at the first start in the place of the books, later when called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cellsecretary.manual import Manual
from cellsecretary.ui.dialogs.welcome import WelcomeDialog
from cellsecretary.ui.settings import Settings
from cellsecretary.ui.start import StartPage

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cellsecretary.ui.program import Program


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    found = Settings(tmp_path / "settings.ini")
    found.language = "vi"
    return found


def start(settings: Settings, qtbot: QtBot) -> StartPage:
    page = StartPage(settings)
    qtbot.addWidget(page)
    page.resize(1366, 736)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_the_first_start_shows_five_cards_beside_the_choices(
    themed: QApplication, settings: Settings, qtbot: QtBot
) -> None:
    page = start(settings, qtbot)
    assert page.welcome is not None
    form = page.welcome.cards.form
    seen = []
    for _card in range(4):
        seen.append((form.title_label.text(), form.text_label.text()))
        assert not form.picture_label.pixmap().isNull()
        form.next_button.click()
    seen.append((form.title_label.text(), form.text_label.text()))
    manual = Manual.load("vi")
    assert seen == [(card.title, card.text) for card in manual.cards]
    assert form.place_label.text() == "Card 5 of 5"
    assert page.form.new_button.isEnabled(), "nothing waits for the cards"


def test_who_has_read_or_skipped_them_is_not_shown_them_again(
    themed: QApplication, settings: Settings, qtbot: QtBot
) -> None:
    page = start(settings, qtbot)
    assert page.welcome is not None
    page.welcome.cards.form.skip_button.click()
    assert not page.welcome.isVisible()
    assert page.form.new_button.hasFocus() or page.focusWidget() is page.form.new_button
    assert start(settings, qtbot).welcome is None


def test_the_last_card_ends_them(themed: QApplication, settings: Settings, qtbot: QtBot) -> None:
    page = start(settings, qtbot)
    assert page.welcome is not None
    for _card in range(5):
        page.welcome.cards.form.next_button.click()
    assert not page.welcome.isVisible()
    assert settings.knows_cards


def test_one_can_go_back_and_not_past_the_first(
    themed: QApplication, settings: Settings, qtbot: QtBot
) -> None:
    page = start(settings, qtbot)
    assert page.welcome is not None
    cards = page.welcome.cards
    assert not cards.form.back_button.isEnabled()
    cards.form.next_button.click()
    cards.form.back_button.click()
    assert cards.at == 0


def test_whose_books_are_known_sees_them_in_that_place(
    themed: QApplication, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    book = tmp_path / "thon-3.chibo"
    book.touch()
    settings.remember_book(book)
    page = start(settings, qtbot)
    assert page.welcome is None
    assert page.form.recent_card.isVisible()


def test_the_first_page_calls_cards_and_manual(program: Program) -> None:
    window = program.window
    assert window is not None
    page = window.centralWidget()
    assert isinstance(page, StartPage)
    page.form.cards_button.click()
    (dialog,) = window.findChildren(WelcomeDialog)
    assert dialog.isVisible()
    assert not dialog.isModal()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    page.form.help_button.click()
    manual = program.help.show_page(window)
    assert manual.page == "start"


def test_the_cards_called_again_close_with_the_last_one(themed: QApplication, qtbot: QtBot) -> None:
    dialog = WelcomeDialog(Manual.load("vi"))
    qtbot.addWidget(dialog)
    dialog.show()
    for _card in range(5):
        assert dialog.isVisible()
        dialog.cards.form.next_button.click()
    assert not dialog.isVisible()
