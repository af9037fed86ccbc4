"""The manual in the window: F1 anywhere, the search, the links, and the look of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtGui import QColor, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from cellsecretary.manual import Manual
from cellsecretary.ui.board.paper import BoardPaperDialog
from cellsecretary.ui.dialogs.keys import KeysDialog
from cellsecretary.ui.dialogs.manual import ManualDialog
from cellsecretary.ui.dialogs.welcome import WelcomeDialog
from cellsecretary.ui.help import Help
from cellsecretary.ui.help_menu import HelpMenu
from cellsecretary.ui.settings import Settings
from cellsecretary.ui.theme import COLOURS, Theme
from tests.building import AFTER
from tests.ui.contrast import contrast
from tests.ui.scenes import SCENES
from tests.ui.walks import every_face

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.program import Program
    from tests.ui.asking import QueuedAsk

PAGE_OF = {
    "start at first": "start",
    "welcome in a dialog": "start",
    "board grid": "board_grid",
    "board sums": "board_sums",
    "board petitions": "board_sums",
    "board directives": "board_replies",
    "board cells": "board_cells",
    "question": "questions",
    "saving a file": "questions",
    "practice": "minutes",
    "score of a closed meeting": "score",
    "trace of a board": "trace",
}
"""The pages of scenes that are called otherwise than their form."""

SCENES_BY_LENGTH = sorted(SCENES, key=len, reverse=True)


@pytest.fixture
def helping(
    themed: QApplication, tmp_path: Path, ask: QueuedAsk, words: Messages
) -> Iterator[Help]:
    settings = Settings(tmp_path / "help.ini")
    settings.language = "vi"
    made = Help(settings, ask, lambda: words, lambda: AFTER, themed)
    themed.installEventFilter(made)
    yield made
    themed.removeEventFilter(made)
    made.deleteLater()


@pytest.fixture
def manual(themed: QApplication, qtbot: QtBot) -> ManualDialog:
    dialog = ManualDialog(Manual.load("vi"))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def press_f1(window: QWidget) -> None:
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_F1)


@pytest.mark.thorough
def test_f1_opens_the_page_of_every_view(
    themed: QApplication, helping: Help, scene_files: tuple[Path, Path], tmp_path: Path
) -> None:
    pages = Manual.load("vi").pages
    listed = {screen: page.name for page in pages for screen in page.screens}
    followed, seen = None, set()
    for place, window in every_face(themed, scene_files, tmp_path, "vi"):
        if isinstance(window, ManualDialog):
            continue  # that is where F1 leads
        if not isinstance(window, QDialog) and window is not followed:
            followed = window
            helping.follow(window)  # as the program does with its windows
        window.activateWindow()
        QApplication.processEvents()
        press_f1(window)
        opened = window.findChildren(ManualDialog)
        assert [one.isVisible() for one in opened] == [True], place
        manual = opened[0]
        scene = next(name for name in SCENES_BY_LENGTH if place.startswith(name))
        wanted = PAGE_OF.get(scene) or listed.get(scene.partition(" ")[0])
        assert manual.page == wanted, f"{place}: {manual.page}"
        seen.add(manual.page)
        manual.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert seen == {page.name for page in pages} - {"ten_steps"}


@pytest.mark.thorough
def test_f1_again_turns_the_manual_that_is_open(program: Program, qtbot: QtBot) -> None:
    window = program.practise()
    assert window is not None
    manual = program.help.show_page(window)
    assert manual.page == "home"
    window.show_page("members")
    assert program.help.show_page(window) is manual
    assert manual.page == "members"
    manual.form.back_button.click()
    assert manual.page == "home"
    assert not manual.form.back_button.isEnabled()


def test_the_manual_does_not_keep_from_working(program: Program, qtbot: QtBot) -> None:
    window = program.practise()
    assert window is not None
    manual = program.help.show_page(window)
    assert not manual.isModal()
    window.form.members_button.click()
    assert window.page == "members"
    assert manual.isVisible()
    QTest.keyClick(manual, Qt.Key.Key_Escape)
    assert not manual.isVisible()


@pytest.mark.thorough
def test_the_button_and_the_menu_open_it_too(program: Program) -> None:
    window = program.practise()
    assert window is not None
    window.form.help_button.click()
    (manual,) = window.findChildren(ManualDialog)
    assert manual.page == "home"
    manual.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (menu,) = window.menu.findChildren(HelpMenu) or window.findChildren(HelpMenu)
    first, cards, sheet, keys = menu.actions()
    first.trigger()
    assert len(window.findChildren(ManualDialog)) == 1
    cards.trigger()
    assert len(window.findChildren(WelcomeDialog)) == 1
    keys.trigger()
    assert len(window.findChildren(KeysDialog)) == 1
    sheet.trigger()
    (paper,) = window.findChildren(BoardPaperDialog)
    paper.show_paper()
    assert paper.form.paper_view.page_count == 1
    assert paper.form.print_button.isEnabled()
    paper.close()


def test_a_search_without_tone_marks_lists_and_shows_what_it_finds(manual: ManualDialog) -> None:
    manual.form.search_edit.setText("diem danh")
    titles = listed(manual)
    assert titles[0] == "Bước 2: Điểm danh"
    assert manual.page in {page.name for page in Manual.load("vi").find("diem danh")}
    assert manual.form.found_label.isVisible()
    manual.form.search_edit.setText("xyzxyz")
    assert listed(manual) == []
    assert manual.form.found_label.text().startswith("No page")
    manual.form.search_edit.clear()
    assert not manual.form.found_label.isVisible()
    assert len(listed(manual)) == 37 + 5, "all pages under the names of their groups"


def listed(manual: ManualDialog) -> list[str]:
    pages = manual.form.pages_list
    return [pages.item(row).text() for row in range(pages.count())]


def test_every_link_is_followed_where_it_leads(manual: ManualDialog) -> None:
    pages = Manual.load("vi").pages
    for page in pages:
        for name, part in page.links():
            manual.show_page(page.name)
            manual.form.page_text.anchorClicked.emit(QUrl(f"{name}.md#{part}"))
            assert manual.page == name
            if part:
                heading = pages[[one.name for one in pages].index(name)].parts[part]
                assert heading in manual.form.page_text.toPlainText()


def test_a_link_to_a_part_brings_it_into_view(manual: ManualDialog, qtbot: QtBot) -> None:
    manual.show_page("book")
    top = manual.form.page_text.verticalScrollBar().value()
    manual.show_page("book", "nhap-so-lieu-tu-so-giay")
    assert manual.form.page_text.verticalScrollBar().value() > top


def test_a_page_is_read_and_turned_by_keyboard(manual: ManualDialog) -> None:
    manual.form.pages_list.setFocus()
    QTest.keyClick(manual.form.pages_list, Qt.Key.Key_Down)
    assert manual.page == "home"
    for _press in range(4):
        QTest.keyClick(manual.form.pages_list, Qt.Key.Key_Down)
    assert manual.page == "ten_steps", "past the name of a group"
    browser = manual.form.page_text
    browser.setFocus()
    QTest.keyClick(browser, Qt.Key.Key_Tab)
    QTest.keyClick(browser, Qt.Key.Key_Return)
    assert manual.page == "home", "the first link of the page"
    QTest.keyClick(manual, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert manual.form.search_edit.hasFocus()


def test_every_picture_is_shown_and_none_is_wider_than_the_page(manual: ManualDialog) -> None:
    browser = manual.form.page_text
    for page in Manual.load("vi").pages:
        manual.show_page(page.name)
        for file in page.pictures:
            kind = QTextDocument.ResourceType.ImageResource.value
            picture = browser.document().resource(kind, QUrl(file))
            assert not picture.isNull(), file
            assert picture.width() <= browser.viewport().width()
        assert browser.horizontalScrollBar().maximum() == 0, page.name


def test_a_page_follows_the_size_and_the_colours_of_the_program(
    manual: ManualDialog, themed: QApplication
) -> None:
    browser = manual.form.page_text
    for scale in (100, 200):
        for scheme, colours in COLOURS.items():
            Theme(scale, scheme).apply(themed)
            QApplication.processEvents()
            html = browser.toHtml()
            assert f"font-size:{Theme(scale).points():g}pt" in html
            assert colours.ink.lower() in html
            first = QTextCursor(browser.document().firstBlock())
            first.movePosition(QTextCursor.MoveOperation.NextCharacter)
            heading = first.charFormat().fontPointSize()
            assert heading == Theme(scale).points("title")


def test_a_link_has_contrast_in_every_scheme() -> None:
    for colours in COLOURS.values():
        assert contrast(QColor(colours.focus).rgb(), QColor(colours.ground).rgb()) >= 7
