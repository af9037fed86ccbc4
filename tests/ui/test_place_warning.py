"""What the window says of a book on a stick or in a synced folder, and the copy that it offers."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cellsecretary import paths
from cellsecretary.core.operations.board import change_office
from cellsecretary.exchange import places
from cellsecretary.exchange.keys import public_key, signing_key
from cellsecretary.exchange.office_keys import office_key_file
from cellsecretary.exchange.places import PlaceRisk
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.board import Board
from cellsecretary.store.key_file import key_file
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.ledger_window import LedgerWindow
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import MeetingPage
from cellsecretary.ui.place_warning import PlaceWarning
from cellsecretary.ui.settings import Settings
from tests.building import AFTER, context, done
from tests.cells import SUPERIOR

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.program import Program
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

NAME = "Chi bộ thôn 3.chibo"


@pytest.fixture
def synced(replayed_file: Path, tmp_path: Path) -> Path:
    """Give a book that lies in Dropbox, with its key."""
    path = tmp_path / "Dropbox" / NAME
    path.parent.mkdir()
    shutil.copyfile(replayed_file, path)
    signing_key(path)
    return path


@pytest.fixture
def board_file(tmp_path: Path) -> Path:
    """Give a board in Dropbox, with a file of keys of its office."""
    path = tmp_path / "Dropbox" / "Bảng xã.bangxa"
    path.parent.mkdir()
    board = Board.create(path, bundled())
    board.apply(done(change_office(board.register(), context(), SUPERIOR)), AFTER)
    board.close()
    office_key_file(path).write_bytes(b"{}")
    return path


def opened(program: Program, app: QApplication, path: Path) -> LedgerWindow:
    assert program.open_file(path)
    app.processEvents()
    return shown(program)


def shown(program: Program) -> LedgerWindow:
    assert isinstance(program.window, LedgerWindow)
    return program.window


def banner_of(window: LedgerWindow) -> Banner:
    banner = window.findChild(Banner, "place_banner")
    assert banner is not None
    return banner


def press_copy(window: LedgerWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(banner_of(window).act_button, Qt.MouseButton.LeftButton)


def test_a_book_in_its_usual_place_is_not_spoken_of(
    program: Program, themed: QApplication, replayed_file: Path
) -> None:
    path = paths.books_folder() / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(replayed_file, path)
    assert banner_of(opened(program, themed, path)).isHidden()


def test_a_book_in_a_synced_folder_says_so_until_it_is_dismissed(
    program: Program, themed: QApplication, synced: Path, qtbot: QtBot
) -> None:
    banner = banner_of(opened(program, themed, synced))
    assert banner.isVisible()
    assert NAME in banner.text_label.text()
    qtbot.mouseClick(banner.dismiss_button, Qt.MouseButton.LeftButton)
    assert banner.isHidden()
    assert banner_of(opened(program, themed, synced)).isVisible()


@pytest.mark.thorough
def test_the_copy_in_the_computer_is_opened_and_the_old_book_left_alone(
    program: Program,
    themed: QApplication,
    synced: Path,
    ask: QueuedAsk,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    before = {path: path.read_bytes() for path in (synced, key_file(synced))}
    key = public_key(synced)
    press_copy(opened(program, themed, synced), qtbot)
    themed.processEvents()
    window, copy = shown(program), paths.books_folder() / NAME
    assert isinstance(window, MainWindow)
    assert window._session.ledger.path == copy
    assert banner_of(window).isHidden()
    assert public_key(copy) == key
    (told,) = ask.told
    assert NAME in told
    assert str(paths.books_folder()) in told
    assert str(synced) in told
    assert {path: path.read_bytes() for path in before} == before
    assert list(Settings(tmp_path / "settings.ini").books) == [copy]


@pytest.mark.thorough
def test_what_is_typed_and_not_yet_saved_is_in_the_copy(
    program: Program,
    themed: QApplication,
    synced: Path,
    qtbot: QtBot,
    type_text: Callable[[QWidget, str], None],
) -> None:
    window = opened(program, themed, synced)
    assert isinstance(window, MainWindow)
    page = window.show_page("meetings")
    assert isinstance(page, MeetingPage)
    edit = page.show_step("minutes").form.body_edit  # type: ignore[attr-defined]
    edit.setFocus()
    type_text(edit, "chưa kịp lưu")
    # As by the keyboard: nothing takes the focus away before.
    banner_of(window).acted.emit()
    book = Book.open(paths.books_folder() / NAME, bundled())
    assert book.value("select count(*) from agenda_items where body = 'chưa kịp lưu'") == 1
    book.close()


def test_a_book_of_the_same_name_in_the_computer_is_not_touched(
    program: Program, themed: QApplication, synced: Path, qtbot: QtBot
) -> None:
    older = paths.books_folder() / NAME
    older.parent.mkdir(parents=True, exist_ok=True)
    older.write_bytes(b"older")
    press_copy(opened(program, themed, synced), qtbot)
    assert older.read_bytes() == b"older"
    assert shown(program)._ledger_session.ledger.path.name == "Chi bộ thôn 3 2.chibo"


def test_documents_that_are_synced_themselves_are_not_copied_into(
    program: Program,
    themed: QApplication,
    synced: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paths, "books_folder", lambda: Path.home() / "OneDrive" / "Documents")
    press_copy(opened(program, themed, synced), qtbot)
    assert shown(program)._ledger_session.ledger.path == Path.home() / NAME


def test_a_board_is_copied_with_the_keys_of_its_office(
    program: Program, themed: QApplication, board_file: Path, qtbot: QtBot
) -> None:
    window = opened(program, themed, board_file)
    assert banner_of(window).isVisible()
    press_copy(window, qtbot)
    copy = paths.books_folder() / board_file.name
    assert shown(program)._ledger_session.ledger.path == copy
    assert office_key_file(copy).read_bytes() == b"{}"


def test_a_walk_not_ended_goes_on_in_the_copy(
    program: Program, themed: QApplication, synced: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    settings = program._settings
    window = opened(program, themed, synced)
    settings.begin_walk(synced)
    press_copy(window, qtbot)
    assert settings.has_walk(paths.books_folder() / NAME)
    assert not settings.has_walk(synced)


def test_a_copy_that_fails_leaves_the_book_open_and_can_be_tried_again(
    program: Program, themed: QApplication, synced: Path, qtbot: QtBot, ask: QueuedAsk
) -> None:
    blocked = paths.books_folder()
    blocked.parent.mkdir(parents=True, exist_ok=True)
    blocked.write_bytes(b"a file where the folder should be")
    window = opened(program, themed, synced)
    press_copy(window, qtbot)
    assert shown(program) is window
    assert banner_of(window).isVisible()
    assert ask.told == []
    blocked.unlink()
    press_copy(window, qtbot)
    assert shown(program)._ledger_session.ledger.path == blocked / NAME


@pytest.mark.parametrize("risk", PlaceRisk)
def test_each_risk_has_its_own_words(
    session: Session,
    ask: QueuedAsk,
    words: Messages,
    tmp_path: Path,
    qtbot: QtBot,
    risk: PlaceRisk,
) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    settings = Settings(tmp_path / "settings.ini")
    warning = PlaceWarning(session, ask, words, settings, banner, banner, lambda _path: risk)
    warning.look()
    assert banner.text_label.text() == words.place(risk, session.ledger.path)
    assert banner.act_button.text()


def test_the_practice_cell_is_not_spoken_of(
    program: Program, themed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_is_trash", lambda _folders: True)
    window = program.practise()
    assert window is not None
    themed.processEvents()
    assert banner_of(window).isHidden()
