"""Once a month a copy of the file is offered to a stick, proven, carried there, and told of."""

from __future__ import annotations

import datetime as dt
import errno
from contextlib import closing
from typing import TYPE_CHECKING, NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cellsecretary.core.operations.board import change_office
from cellsecretary.exchange.delivery import Device
from cellsecretary.exchange.drives import Drive
from cellsecretary.exchange.stick_copy import FOLDER
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.board import Board
from cellsecretary.store.records import cell_record
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.board.window import BoardWindow
from cellsecretary.ui.chips import State
from cellsecretary.ui.courier import Courier
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.settings import Settings
from cellsecretary.ui.stick_copy import StickCopy
from cellsecretary.ui.stick_watch import StickWatch
from tests.building import AFTER, context, done
from tests.cells import SUPERIOR

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.program import Program
    from cellsecretary.ui.session import Session

LEFT = Qt.MouseButton.LeftButton
DAY = AFTER.date()


class FullDevice(Device):
    """A stick on which there is no room, until it is emptied."""

    room = 0

    def free(self, folder: Path) -> int:
        return self.room


class BrokenDevice(Device):
    """A stick that fails while it is written to."""

    def create(self, path: Path) -> NoReturn:
        raise OSError(errno.EIO, "broken")


class Desk:
    """A window with a banner, the sticks in it, and what is remembered of copies."""

    def __init__(
        self, session: Session, words: Messages, qtbot: QtBot, place: Path, device: Device
    ) -> None:
        self.session, self.qtbot, self.place = session, qtbot, place
        self.settings = Settings(place / "settings.ini")
        self.sticks: list[Drive] = []
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.banner = Banner(self.window)
        self.watch = StickWatch(self.window, lambda: tuple(self.sticks))
        made = (session, words, self.settings, self.banner, self.watch, self.window)
        self.copy = StickCopy(*made, Courier(device=device))
        self.window.show()

    def plug_in(self, name: str = "USB XA", *, read_only: bool = False) -> Path:
        path = self.place / name
        path.mkdir(exist_ok=True)
        self.sticks.append(Drive(path, name, 1 << 30, read_only, path.stat().st_dev))
        self.watch.look()
        return path

    def pull_out(self) -> None:
        self.sticks.pop()
        self.watch.look()

    @property
    def is_offered(self) -> bool:
        return self.banner.isVisible() and self.banner.act_button.isVisible()

    @property
    def said(self) -> str:
        return self.banner.text_label.text()

    def press(self) -> None:
        self.qtbot.mouseClick(self.banner.act_button, LEFT)
        self.copy.wait()
        self.qtbot.waitUntil(lambda: not self.copy._courier.is_under_way)


@pytest.fixture
def device() -> Device:
    return Device()


@pytest.fixture
def desk(session: Session, words: Messages, qtbot: QtBot, tmp_path: Path, device: Device) -> Desk:
    return Desk(session, words, qtbot, tmp_path, device)


def test_a_copy_is_offered_made_and_told_of(desk: Desk) -> None:
    usb = desk.plug_in()
    assert desk.is_offered
    assert "USB XA" in desk.said
    assert "never" in desk.said
    desk.press()
    (copy,) = (usb / FOLDER).iterdir()
    assert desk.banner.property("role") == f"message_{State.GOOD}"
    assert not desk.banner.act_button.isVisible()
    for word in (copy.name, FOLDER, "USB XA", "pull out"):
        assert word in desk.said
    with closing(Book.open(copy, bundled())) as there:
        assert cell_record(there) == desk.session.register
        assert there.head() == desk.session.ledger.head()
    desk.pull_out()
    assert not desk.banner.isVisible()
    desk.plug_in()
    assert not desk.banner.isVisible(), "there is one of this month"


@pytest.mark.parametrize(
    ("last", "is_offered"),
    [
        (DAY, False),
        (DAY - dt.timedelta(days=28), False),
        (DAY - dt.timedelta(days=32), True),
        (DAY + dt.timedelta(days=1), True),
    ],
)
def test_it_is_offered_once_a_month(desk: Desk, last: dt.date, is_offered: bool) -> None:
    desk.settings.remember_stick_copy(desk.session.ledger.path, last)
    desk.plug_in()
    assert desk.is_offered is is_offered
    if is_offered:
        assert "more than a month" in desk.said


def test_each_file_has_its_own_month(desk: Desk, tmp_path: Path) -> None:
    desk.settings.remember_stick_copy(tmp_path / "another.chibo", DAY)
    desk.plug_in()
    assert desk.is_offered
    moved = tmp_path / "moved.chibo"
    desk.settings.move_book(tmp_path / "another.chibo", moved)
    assert Settings(tmp_path / "settings.ini").stick_copied(moved) == DAY


def test_a_locked_stick_and_the_one_with_the_book_itself_are_not_offered_it(desk: Desk) -> None:
    desk.plug_in("locked", read_only=True)
    home = desk.session.ledger.path.parent
    desk.sticks.append(Drive(home, "home", 1 << 30, read_only=False, volume=1))
    desk.watch.look()
    assert not desk.is_offered
    desk.plug_in("free")
    assert "free" in desk.said


def test_what_is_pulled_out_is_not_offered_and_the_cross_ends_it(desk: Desk) -> None:
    desk.plug_in()
    desk.pull_out()
    assert not desk.banner.isVisible()
    desk.plug_in()
    desk.qtbot.mouseClick(desk.banner.dismiss_button, LEFT)
    desk.watch.look()
    assert not desk.banner.isVisible(), "nobody is asked twice while nothing changed"


def test_a_file_that_is_only_looked_at_is_not_offered(desk: Desk) -> None:
    desk.session.ledger.looked_at = True
    desk.plug_in()
    assert not desk.banner.isVisible()


@pytest.mark.parametrize("device", [FullDevice()])
def test_what_went_wrong_is_said_and_it_can_be_tried_again(desk: Desk, device: FullDevice) -> None:
    usb = desk.plug_in()
    desk.press()
    assert desk.banner.property("role") == f"message_{State.BAD}"
    assert "no room. ChiBoThon3" in desk.said
    assert list((usb / FOLDER).iterdir()) == []
    assert desk.settings.stick_copied(desk.session.ledger.path) is None
    assert desk.is_offered, "the stick is still there"
    device.room = 1 << 30
    desk.press()
    assert desk.banner.property("role") == f"message_{State.GOOD}"


@pytest.mark.parametrize("device", [BrokenDevice()])
def test_what_went_wrong_stays_said_when_the_stick_is_pulled_out(desk: Desk) -> None:
    desk.plug_in()
    desk.press()
    said = desk.said
    desk.pull_out()
    assert desk.banner.isVisible()
    assert desk.said == said


def test_a_stick_that_goes_before_the_button_is_pressed_is_told(desk: Desk) -> None:
    usb = desk.plug_in()
    usb.rmdir()
    desk.press()
    assert desk.banner.property("role") == f"message_{State.BAD}"
    assert "stick" in desk.said


def test_a_copy_of_a_book_that_was_changed_behind_its_history_does_not_leave(desk: Desk) -> None:
    usb = desk.plug_in()
    desk.session.ledger.connection.execute("update members set name = 'x' where number = 1")
    desk.press()
    assert desk.banner.property("role") == f"message_{State.BAD}"
    assert not (usb / FOLDER).exists()


# In the windows


@pytest.mark.parametrize("kind", ["book", "board"])
def test_both_windows_offer_it(
    program: Program, book: Book, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    path = book.path
    if kind == "board":
        path = tmp_path / "xa.bangxa"
        board = Board.create(path, bundled())
        board.apply(done(change_office(board.register(), context(), SUPERIOR)), AFTER)
        board.close()
    assert program.open_file(path)
    window = program.window
    assert isinstance(window, MainWindow | BoardWindow)
    usb = tmp_path / "usb"
    usb.mkdir()
    stick = Drive(usb, "USB XA", 1 << 30, read_only=False, volume=usb.stat().st_dev)
    window.sticks._find = lambda: (stick,)
    window.sticks.look()
    banner = window.form.copy_banner
    assert f"The {kind} was never" in banner.text_label.text()
    qtbot.mouseClick(banner.act_button, LEFT)
    assert window.stick_copy is not None
    window.stick_copy.wait()
    qtbot.waitUntil(lambda: "pull out" in banner.text_label.text())
    (copy,) = (usb / FOLDER).iterdir()
    assert copy.suffix == path.suffix
    assert copy.stem.endswith(f"_{AFTER.date().isoformat()}")


def test_a_window_that_closes_leaves_no_half_a_file(
    program: Program, book: Book, tmp_path: Path
) -> None:
    program.open_file(book.path)
    window = program.window
    assert isinstance(window, MainWindow)
    usb = tmp_path / "usb"
    usb.mkdir()
    stick = Drive(usb, "USB XA", 1 << 30, read_only=False, volume=usb.stat().st_dev)
    window.sticks._find = lambda: (stick,)
    window.sticks.look()
    window.form.copy_banner.act_button.click()
    window.close()
    assert not list(usb.rglob("*.part"))


def test_the_practice_cell_is_not_offered(program: Program, tmp_path: Path) -> None:
    window = program.practise()
    assert window is not None
    window.sticks._find = lambda: (Drive(tmp_path, "USB XA", 1 << 30, read_only=False, volume=1),)
    window.sticks.look()
    assert not window.form.copy_banner.isVisible()
