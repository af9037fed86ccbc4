"""How the program looks: as the system asks or as the user chose, at once and at each start."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu

from cellsecretary.rules import bundled
from cellsecretary.store.board import Board
from cellsecretary.ui.appearance import Appearance, system_scheme
from cellsecretary.ui.board.window import BoardWindow
from cellsecretary.ui.icons import icon
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.settings import Look, Settings
from cellsecretary.ui.start import StartPage
from cellsecretary.ui.theme import COLOURS, Scheme, Theme, current_theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cellsecretary.ui.program import Program


class System:
    """What a system asks for; it can change its mind."""

    wish: Scheme = "light"

    def __call__(self, _app: QApplication) -> Scheme:
        return self.wish


@pytest.fixture
def system() -> System:
    return System()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def appearance(themed: QApplication, settings: Settings, system: System) -> Iterator[Appearance]:
    parent = QObject()
    yield Appearance(themed, settings, parent, system)
    parent.deleteLater()
    themed.styleHints().unsetColorScheme()


def test_the_look_follows_the_system_while_it_changes(
    themed: QApplication, appearance: Appearance, system: System
) -> None:
    assert current_theme().scheme == "light"
    system.wish = "dark"
    themed.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert current_theme().scheme == "dark"
    system.wish = "light"
    themed.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert current_theme().scheme == "light"


def test_the_wish_for_high_contrast_is_heard_while_the_program_runs(
    themed: QApplication, appearance: Appearance, system: System
) -> None:
    hints = themed.styleHints()
    if not hasattr(hints, "accessibility"):
        pytest.skip("Qt before 6.10 tells nothing of contrast")
    system.wish = "contrast"
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert current_theme().scheme == "contrast"


def test_the_system_is_asked_itself(themed: QApplication) -> None:
    assert system_scheme(themed) in get_args(Scheme)


def test_what_was_chosen_goes_before_the_system_and_is_remembered(
    themed: QApplication, appearance: Appearance, system: System, tmp_path: Path
) -> None:
    for look in get_args(Look):
        appearance.choose(look)
        system.wish = "dark"
        appearance.follow()
        assert current_theme().scheme == ("dark" if look == "system" else look)
        assert Settings(tmp_path / "settings.ini").look == look


def test_a_spoilt_setting_means_the_system_and_the_usual_size(
    themed: QApplication, tmp_path: Path, system: System
) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[General]\nlook=pink\ntext_size=130\n")
    parent = QObject()
    Appearance(themed, Settings(file), parent, system)
    assert current_theme() == Theme(100, "light")
    parent.deleteLater()


def test_text_and_colours_change_without_each_other(appearance: Appearance, system: System) -> None:
    appearance.resize_text(larger=True)
    appearance.choose("contrast")
    assert current_theme() == Theme(125, "contrast")
    appearance.resize_text(larger=False)
    assert current_theme() == Theme(100, "contrast")


def test_nothing_is_dressed_twice(appearance: Appearance, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Theme, "apply", lambda *_: pytest.fail("dressed again"))
    appearance.follow()
    appearance.choose("light")


def _inks(drawn: QIcon) -> set[str]:
    image = drawn.pixmap(28, 28).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.thorough
def test_the_menu_of_the_book_changes_everything_at_once(
    program: Program, replayed_file: Path
) -> None:
    assert program.open_book(replayed_file)
    window = program.window
    assert isinstance(window, MainWindow)
    actions = window.display_menu.look_actions
    assert actions["system"].isChecked()
    for look in ("dark", "contrast", "light"):
        actions[look].trigger()
        colours = COLOURS[look]
        shown = window.grab().toImage()
        assert shown.pixelColor(2, shown.height() - 2).name().upper() == colours.rail
        # Icons too, wherever they are: on a button, a step, an entry of a menu.
        assert colours.ink in _inks(window.form.undo_button.icon())
        assert colours.ink in _inks(window.menu.actions()[3].icon())
        window.display_menu.aboutToShow.emit()
        assert actions[look].isChecked()


def test_the_menu_of_the_board_has_the_same(program: Program, tmp_path: Path) -> None:
    Board.create(tmp_path / "xa.bangxa", bundled()).close()
    assert program.open_board(tmp_path / "xa.bangxa")
    window = program.window
    assert isinstance(window, BoardWindow)
    assert window.display_menu.menuAction() in window.menu.actions()
    window.display_menu.look_actions["contrast"].trigger()
    assert current_theme().scheme == "contrast"


def test_the_first_page_can_be_made_readable(program: Program, tmp_path: Path) -> None:
    window = program.window
    assert window is not None
    page = window.centralWidget()
    assert isinstance(page, StartPage)
    menu = page.display_menu
    assert page.form.display_button.menu() is menu
    menu.look_actions["dark"].trigger()
    menu.text_wanted.emit(True)
    assert current_theme() == Theme(125, "dark")
    menu.language_wanted.emit("vi")
    assert program.window is not window
    assert Settings(tmp_path / "settings.ini").language == "vi"


def _letters(menu: QMenu) -> list[str]:
    texts = [action.text().replace("&&", "") for action in menu.actions() if action.text()]
    return [text[text.index("&") + 1].upper() for text in texts if "&" in text]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_two_entries_of_a_menu_have_one_letter(
    program: Program, replayed_file: Path, tmp_path: Path, language: str
) -> None:
    program._change_language(language)
    Board.create(tmp_path / "xa.bangxa", bundled()).close()
    start = program.window
    assert start is not None
    page = start.centralWidget()
    assert isinstance(page, StartPage)
    assert program.open_book(replayed_file)
    window = program.window
    assert isinstance(window, MainWindow)
    menus = [window.menu, window.display_menu, *window.menu.findChildren(QMenu)]
    assert all(len(_letters(menu)) == len(set(_letters(menu))) for menu in menus)
    assert program.open_board(tmp_path / "xa.bangxa")
    board = program.window
    assert isinstance(board, BoardWindow)
    assert len(_letters(board.menu)) == len(set(_letters(board.menu))), _letters(board.menu)


def test_a_list_keeps_its_signs_in_the_colours_of_now(themed: QApplication, qtbot: QtBot) -> None:
    signs = QListWidget()
    qtbot.addWidget(signs)
    signs.addItem(QListWidgetItem(icon("done"), "Điểm danh"))
    signs.addItem(QListWidgetItem(icon("warning", "bad"), "Biên bản"))
    # In this one ink and bad are nearly, quiet and ink wholly the same.
    for scheme in ("contrast", "dark", "light"):
        Theme(100, scheme).apply(themed)
        assert COLOURS[scheme].ink in _inks(signs.item(0).icon())
        assert COLOURS[scheme].bad in _inks(signs.item(1).icon())
