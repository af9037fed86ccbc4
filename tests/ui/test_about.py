"""The About page: where the data lie, what is shipped, plain texts that can be copied by key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from cellsecretary import __version__, paths
from cellsecretary.rules import bundled
from cellsecretary.store.board import Board
from cellsecretary.ui.board.window import BoardWindow
from cellsecretary.ui.dialogs.about import LICENCE, NAME, AboutDialog
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.shipped import Part, licence_text, parts
from cellsecretary.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cellsecretary.ui.program import Program

BOOK = Path("/home/thu-ky/Chi bộ <b>thôn</b> & tổ.chibo")
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(qtbot: QtBot) -> AboutDialog:
    dialog = AboutDialog(BOOK)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


@pytest.fixture
def dialog(themed: QApplication, qtbot: QtBot) -> AboutDialog:
    return opened(qtbot)


def choose(dialog: AboutDialog, name: str) -> None:
    model = dialog.form.parts_table.model()
    names = [model.index(row, NAME).data().partition("\n")[0] for row in range(model.rowCount())]
    dialog.form.parts_table.selectRow(names.index(name))


def trigger_about(menu: QMenu) -> None:
    below = [action.menu() for action in menu.actions()]
    menus = [menu, *(one for one in below if isinstance(one, QMenu))]
    actions = [action for one in menus for action in one.actions()]
    (action,) = [one for one in actions if one.text() == "About th&is program…"]
    action.trigger()


def test_the_first_page_says_version_and_where_the_data_lie(dialog: AboutDialog) -> None:
    assert __version__ in dialog.form.version_label.text()
    said = dialog.form.places_edit.toPlainText()
    assert str(BOOK) in said, "an address or a tag in a name stays text"
    for place in (paths.backups_folder(), paths.log_folder(), paths.settings_file()):
        assert str(place) in said


def test_everything_that_is_shipped_is_listed_with_version_licence_and_text(
    dialog: AboutDialog,
) -> None:
    model, listed = dialog.form.parts_table.model(), parts()
    assert model.rowCount() == len(listed) > 40
    for row, part in enumerate(listed):
        dialog.form.parts_table.selectRow(row)
        shown = dialog.form.licence_edit.toPlainText()
        assert shown.startswith(f"{part.name} {part.version}".rstrip())
        assert part.home in shown
        assert part.licence in shown
        assert licence_text(part).strip()[-60:] in shown
        assert model.index(row, LICENCE).data() == part.licence


def test_what_a_licence_says_is_never_taken_for_rich_text(
    themed: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = '<a href="https://example.org">x</a> <b>&amp;</b>\n'
    (tmp_path / "x.txt").write_text(text, encoding="utf-8")
    part = Part("<i>x</i>", "1", "MIT", "https://example.org/?a&b", "", "x.txt")
    listed = json.dumps([vars(part)])
    (tmp_path / "shipped.json").write_text(listed, encoding="utf-8")
    monkeypatch.setattr(paths, "resource", lambda _folder, name: tmp_path / name)
    monkeypatch.setattr("cellsecretary.ui.dialogs.about.parts", parts)
    dialog = opened(qtbot)
    shown = dialog.form.licence_edit.toPlainText()
    assert text in shown
    assert "<i>x</i> 1" in shown
    assert "https://example.org/?a&b" in shown
    flags = dialog.form.licence_edit.textInteractionFlags()
    assert not flags & Qt.TextInteractionFlag.LinksAccessibleByMouse
    assert not flags & Qt.TextInteractionFlag.TextEditable


def test_the_button_copies_what_is_seen(dialog: AboutDialog) -> None:
    form = dialog.form
    assert form.copy_button.text() == "C&opy these places"
    form.copy_button.click()
    assert str(BOOK) in QGuiApplication.clipboard().text()
    assert __version__ in QGuiApplication.clipboard().text()
    form.pages_tabs.setCurrentIndex(1)
    assert form.copy_button.text() == "C&opy this licence"
    choose(dialog, "SQLCipher")
    form.copy_button.click()
    assert "ZETETIC" in QGuiApplication.clipboard().text()
    assert form.copy_button.text() == "C&opied"
    choose(dialog, "Python")
    assert form.copy_button.text() == "C&opy this licence", "another text is not copied yet"


def test_it_is_read_and_copied_with_the_keyboard_alone(dialog: AboutDialog, qtbot: QtBot) -> None:
    form = dialog.form
    form.pages_tabs.tabBar().setFocus()
    qtbot.keyClick(form.pages_tabs.tabBar(), KEY.Key_Right)
    assert form.pages_tabs.currentWidget() is form.parts_page
    qtbot.keyClick(form.pages_tabs.tabBar(), KEY.Key_Tab)
    assert dialog.focusWidget() is form.parts_table
    qtbot.keyClick(form.parts_table, KEY.Key_Down)
    assert form.licence_edit.toPlainText().startswith("Icons of cellsecretary")
    qtbot.keyClick(form.parts_table, KEY.Key_Tab)
    assert dialog.focusWidget() is form.licence_edit
    qtbot.keyClick(form.licence_edit, KEY.Key_A, CONTROL)
    qtbot.keyClick(form.licence_edit, KEY.Key_C, CONTROL)
    assert "MIT License" in QGuiApplication.clipboard().text()
    qtbot.keyClick(form.licence_edit, KEY.Key_Tab)
    assert dialog.focusWidget() is form.copy_button


def test_nothing_is_cut_off_in_large_text(themed: QApplication, qtbot: QtBot) -> None:
    Theme(200).apply(themed)
    dialog = opened(qtbot)
    dialog.resize(1366, 738)
    form = dialog.form
    for label in (form.version_label, form.what_label, form.network_label):
        assert label.height() >= label.heightForWidth(label.width()), label.objectName()
    assert form.program_page.width() <= form.program_area.viewport().width()
    form.pages_tabs.setCurrentWidget(form.parts_page)
    label = form.replace_label
    assert label.height() >= label.heightForWidth(label.width())


@pytest.mark.parametrize("scale", [100, 200])
def test_the_last_place_is_whole(themed: QApplication, qtbot: QtBot, scale: int) -> None:
    Theme(scale).apply(themed)
    dialog = opened(qtbot)
    dialog.resize(1366, 738)
    edit = dialog.form.places_edit
    last = edit.document().lastBlock()
    bottom = edit.blockBoundingGeometry(last).translated(edit.contentOffset()).bottom()
    assert bottom <= edit.viewport().height()


@pytest.mark.thorough
def test_the_menu_of_a_book_leads_there(program: Program) -> None:
    window = program.practise()
    assert isinstance(window, MainWindow)
    trigger_about(window.menu)
    (dialog,) = window.findChildren(AboutDialog)
    assert dialog.isVisible()
    assert "practice.chibo" in dialog.form.places_edit.toPlainText()


def test_the_menu_of_a_board_leads_there(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "xa.bangxa"
    Board.create(path, bundled()).close()
    assert program.open_board(path)
    window = program.window
    assert isinstance(window, BoardWindow)
    trigger_about(window.menu)
    (dialog,) = window.findChildren(AboutDialog)
    assert str(path) in dialog.form.places_edit.toPlainText()
