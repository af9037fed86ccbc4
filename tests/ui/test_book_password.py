"""The password of a book in the window: set, asked for, forgotten, of the deputy, taken away."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from shiboken6 import isValid

from cellsecretary.core.operations.cell import change_cell
from cellsecretary.exchange.recovery_code import code_of
from cellsecretary.store.engine import CAN_ENCRYPT
from cellsecretary.store.file_key import mark_of, unlocked
from cellsecretary.store.key_file import key_file, put_slots, slots_of
from cellsecretary.store.opening import Looking
from cellsecretary.ui import launch
from cellsecretary.ui.covering import SLEPT, Covering
from cellsecretary.ui.dialogs import unlock_book
from cellsecretary.ui.dialogs.book_password import BookPasswordDialog
from cellsecretary.ui.dialogs.cell import CellDialog
from cellsecretary.ui.dialogs.passwords import PasswordDialog
from cellsecretary.ui.dialogs.recover_book import RecoverBookDialog
from cellsecretary.ui.dialogs.recovery_paper import SheetDialog
from cellsecretary.ui.dialogs.unlock_book import UnlockBookDialog
from tests.encrypted import DEPUTY, PASSWORD, Encrypted
from tests.papers import pages
from tests.ui.test_opening import main_window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.store import Book
    from cellsecretary.ui.program import Program
    from tests.ui.asking import QueuedAsk

pytestmark = pytest.mark.skipif(not CAN_ENCRYPT, reason="sqlcipher3 is not installed")

LONG = 20_000
"""Milliseconds for a password to be tried on a busy machine."""


@pytest.fixture
def locked(encrypted_file: Encrypted, tmp_path: Path) -> Iterator[Encrypted]:
    """Give a book with a password, which nobody unlocked."""
    folder = tmp_path / "locked"
    folder.mkdir()
    path = Path(shutil.copy(encrypted_file.path, folder))
    shutil.copy(key_file(encrypted_file.path), key_file(path))
    yield Encrypted(path, encrypted_file.key, encrypted_file.slots)
    unlocked.forget(encrypted_file.key)


def shown(kind: type[Any]) -> Any:  # noqa: ANN401 - a window of the kind
    """Give the window of a kind that is shown, None while there is none."""
    there = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    return next((one for one in there if one.isVisible()), None)


class Answering(QObject):
    """Does something with each dialog that comes, in turn, while another waits for its end."""

    def __init__(self, *answers: tuple[type[QWidget], Callable[[Any], object]]) -> None:
        super().__init__()
        self.left = list(answers)
        self._until = time.monotonic() + 2 * LONG / 1000
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._answer)
        self._timer.start(10)

    def _answer(self) -> None:
        if time.monotonic() > self._until:
            # Nothing may wait for ever: what is left then fails the test.
            modal = QApplication.activeModalWidget()
            if isinstance(modal, QDialog):
                modal.done(0)
            return
        if not self.left:
            return
        kind, act = self.left[0]
        dialog = shown(kind)
        if dialog is not None and not (
            isinstance(dialog, PasswordDialog) and dialog._beside.is_under_way
        ):
            self.left.pop(0)
            act(dialog)


def typed(field: QLineEdit, text: str) -> None:
    """Type over what stands in a field."""
    field.clear()
    field.insert(text)


def enter(password: str) -> Callable[[UnlockBookDialog], None]:
    """Type a password and go on."""

    def act(dialog: UnlockBookDialog) -> None:
        typed(dialog.form.old_edit, password)
        dialog.form.keep_button.click()

    return act


def test_a_password_is_set_once_its_sheet_is_saved(
    program: Program, book: Book, ask: QueuedAsk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = book.path
    book.close()
    program.open_book(path)
    window = main_window(program)
    register = window._session.register
    window._session.do(change_cell, register, replace(register.cell, place="Nhà ông Hai"))
    window.menu._show_password()
    dialog = shown(BookPasswordDialog)
    dialog.form.set_button.click()
    asking = shown(PasswordDialog)
    assert not asking.form.old_edit.isVisible()
    typed(asking.form.new_edit, PASSWORD)
    typed(asking.form.again_edit, PASSWORD)
    asking.form.keep_button.click()
    qtbot.waitUntil(lambda: shown(SheetDialog) is not None, timeout=LONG)
    sheet = shown(SheetDialog)
    sheet.reject()
    assert sheet.isVisible()
    assert mark_of(path).startswith(b"SQLite")
    paper = tmp_path / "sheet.pdf"
    ask.will_answer(paper)
    sheet.form.save_button.click()
    sheet.form.kept_check.setChecked(True)
    sheet.form.close_button.click()
    qtbot.waitUntil(lambda: program.window is not window, timeout=LONG)
    window = main_window(program)
    key = window._session.ledger.key
    assert key is not None
    try:
        assert mark_of(path) == key.mark
        assert window._session.register.cell.place == "Nhà ông Hai"
        assert window.form.note_banner.isVisible()
        text = pages.text_of(paper.read_bytes())
        assert code_of(key.secret).replace(" ", "") in text.replace(" ", "").replace("\n", "")
        program.close()
        assert unlocked.of(key.mark) is None
    finally:
        unlocked.forget(key)


def test_a_book_is_opened_by_its_password_and_one_that_is_wrong_is_said(
    program: Program, locked: Encrypted, qtbot: QtBot
) -> None:
    said: list[str] = []

    def look(dialog: UnlockBookDialog) -> None:
        said.append(dialog.notes.text(dialog.form.old_edit))
        enter(PASSWORD)(dialog)

    answering = Answering(
        (UnlockBookDialog, enter("không phải mật khẩu")), (UnlockBookDialog, look)
    )
    assert program.open_book(locked.path)
    assert answering.left == []
    assert "not right" in said[0]
    assert not main_window(program)._session.ledger.looked_at


def test_whoever_gives_up_has_nothing_open(program: Program, locked: Encrypted) -> None:
    answering = Answering((UnlockBookDialog, lambda dialog: dialog.reject()))
    assert not program.open_book(locked.path)
    assert answering.left == []
    assert unlocked.of(locked.key.mark) is None


def test_wrong_passwords_cost_growing_time_also_after_a_new_start(
    program: Program, locked: Encrypted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unlock_book, "SECOND", 20)
    settings = program._settings
    waits: list[int] = []

    def wrong(dialog: UnlockBookDialog) -> None:
        waits.append(dialog._left)
        enter("không phải mật khẩu")(dialog)

    def when_free(dialog: UnlockBookDialog) -> None:
        if dialog._left:
            answering.left.insert(0, (UnlockBookDialog, when_free))
            return
        wrong(dialog)

    settings.note_passwords(locked.key.mark, 2)
    answering = Answering(
        (UnlockBookDialog, wrong),
        (UnlockBookDialog, lambda dialog: waits.append(dialog._left)),
        (UnlockBookDialog, when_free),
        (UnlockBookDialog, lambda dialog: waits.append(dialog._left)),
        (UnlockBookDialog, lambda dialog: dialog.reject()),
    )
    assert not program.open_book(locked.path)
    assert answering.left == []
    assert waits[0] == 0
    assert 0 < waits[1] <= 2
    assert waits[2] == 0
    assert 2 < waits[3] <= 4
    assert settings.wrong_passwords(locked.key.mark) == 4
    again: list[tuple[int, bool]] = []

    def look(dialog: UnlockBookDialog) -> None:
        again.append((dialog._left, dialog.form.keep_button.isEnabled()))
        dialog.reject()

    answering = Answering((UnlockBookDialog, look))
    assert not program.open_book(locked.path)
    assert answering.left == []
    assert again == [(4, False)]


def test_a_deputy_sees_and_changes_nothing(
    program: Program, locked: Encrypted, qtbot: QtBot
) -> None:
    put_slots(locked.path, locked.slots.with_deputy(locked.key, DEPUTY), locked.key)
    answering = Answering((UnlockBookDialog, enter(DEPUTY)))
    before = locked.path.read_bytes()
    assert program.open_book(locked.path)
    assert answering.left == []
    window = main_window(program)
    assert window._session.ledger.looked_at
    assert program.opened is not None
    assert program.opened.looking is Looking.DEPUTY
    assert "deputy" in window.form.note_banner.text_label.text()
    program.close()
    assert locked.path.read_bytes() == before
    assert not list(locked.path.parent.glob("*.lock"))


def test_a_plain_book_is_opened_to_look_only_when_that_is_wanted(
    program: Program, book: Book, ask: QueuedAsk
) -> None:
    book.close()
    ask.will_answer(book.path)
    program._look_wanted()
    assert main_window(program)._session.ledger.looked_at


def test_a_book_is_opened_to_look_only_by_the_command_line(program: Program, book: Book) -> None:
    book.close()
    options = launch.parser().parse_args([str(book.path), "--look"])
    launch._open_first(options, program, program._settings)
    assert main_window(program)._session.ledger.looked_at


def test_a_forgotten_password_is_replaced_by_the_code_on_the_sheet(
    program: Program, locked: Encrypted, tmp_path: Path
) -> None:
    chips: list[str] = []

    def recover(dialog: RecoverBookDialog) -> None:
        form = dialog.form
        form.code_edit.setPlainText(code_of(locked.key.secret)[:-3])
        chips.append(form.code_chip.text())
        form.code_edit.setPlainText(code_of(locked.key.secret).lower())
        chips.append(form.code_chip.text())
        typed(form.new_edit, "mật khẩu mới toanh")
        typed(form.again_edit, "mật khẩu mới toanh")
        form.keep_button.click()

    answering = Answering(
        (UnlockBookDialog, lambda dialog: dialog.code_button.click()),
        (RecoverBookDialog, recover),
    )
    assert program.open_book(locked.path)
    assert answering.left == []
    assert "to go" in chips[0]
    assert "right" in chips[1]
    found = slots_of(locked.path)
    assert found is not None
    assert found.opened_by("mật khẩu mới toanh") == (locked.key, False)


@pytest.mark.parametrize("trouble", ["missing", "spoilt"])
def test_without_its_key_file_the_sheet_opens_the_book(
    program: Program, locked: Encrypted, trouble: str
) -> None:
    place = key_file(locked.path)
    place.unlink() if trouble == "missing" else place.write_text("{")

    def recover(dialog: RecoverBookDialog) -> None:
        form = dialog.form
        form.code_edit.setPlainText(code_of(locked.key.secret))
        typed(form.new_edit, PASSWORD)
        typed(form.again_edit, PASSWORD)
        form.keep_button.click()

    answering = Answering((RecoverBookDialog, recover))
    assert program.open_book(locked.path)
    assert answering.left == []
    assert slots_of(locked.path) is not None
    aside = list(locked.path.parent.glob("*.1.keys"))
    assert len(aside) == (trouble == "spoilt")


def opened_dialog(program: Program, locked: Encrypted) -> BookPasswordDialog:
    """Open the locked book, and the dialog of its password."""
    unlocked.add(locked.key)
    assert program.open_book(locked.path)
    main_window(program).menu._show_password()
    dialog = shown(BookPasswordDialog)
    assert isinstance(dialog, BookPasswordDialog)
    return dialog


def asked(qtbot: QtBot, old: str, new: str = "") -> None:
    """Answer the question for passwords, and wait for what comes of it."""
    dialog = shown(PasswordDialog)
    typed(dialog.form.old_edit, old)
    if new:
        typed(dialog.form.new_edit, new)
        typed(dialog.form.again_edit, new)
    dialog.form.keep_button.click()
    qtbot.waitUntil(lambda: not dialog._beside.is_under_way, timeout=LONG)


@pytest.mark.thorough
def test_passwords_are_changed_and_a_deputy_comes_and_goes(
    program: Program, locked: Encrypted, qtbot: QtBot
) -> None:
    put_slots(locked.path, locked.slots.with_deputy(locked.key, ""), locked.key)
    dialog = opened_dialog(program, locked)
    form = dialog.form
    assert form.no_deputy_button.isHidden()
    form.deputy_button.click()
    asked(qtbot, PASSWORD, DEPUTY)
    assert form.no_deputy_button.isVisible()
    form.change_button.click()
    asked(qtbot, DEPUTY, "mật khẩu mới toanh")
    asking = shown(PasswordDialog)
    assert asking is not None, "the deputy changes nothing"
    asking.reject()
    asking.reject()
    form.change_button.click()
    asked(qtbot, PASSWORD, "mật khẩu mới toanh")
    form.no_deputy_button.click()
    asked(qtbot, "mật khẩu mới toanh")
    assert form.no_deputy_button.isHidden()
    found = slots_of(locked.path)
    assert found is not None
    assert found.deputy == b""
    assert found.opened_by("mật khẩu mới toanh") == (locked.key, False)


@pytest.mark.thorough
def test_a_password_is_removed_by_whoever_knows_it(
    program: Program, locked: Encrypted, qtbot: QtBot
) -> None:
    dialog = opened_dialog(program, locked)
    window = program.window
    dialog.form.remove_button.click()
    asked(qtbot, PASSWORD)
    qtbot.waitUntil(lambda: program.window is not window, timeout=LONG)
    assert mark_of(locked.path).startswith(b"SQLite")
    assert main_window(program)._session.ledger.key is None
    assert slots_of(locked.path) is None


# Covered


class Computer(QObject):
    """A clock that tests set, and a screen that they lock."""

    locked = Signal()
    now = 1_000_000.0


@pytest.fixture
def computer() -> Computer:
    """Give a computer at rest."""
    return Computer()


def covering(program: Program, locked: Encrypted, words: Messages, computer: Computer) -> Covering:
    """Open the book, and cover it by a clock of the test."""
    unlocked.add(locked.key)
    assert program.open_book(locked.path)
    assert program._keeping is not None
    for own in program._keeping.findChildren(Covering):
        own.setParent(None)
        own.deleteLater()
    return Covering(
        locked.path,
        program._settings,
        words,
        program._keeping,
        seconds=lambda: computer.now,
        system=computer,  # type: ignore[arg-type]
    )


@pytest.mark.thorough
def test_a_book_that_nobody_touches_is_covered_and_what_is_typed_survives(
    program: Program, locked: Encrypted, words: Messages, computer: Computer, qtbot: QtBot
) -> None:
    cover = covering(program, locked, words, computer)
    window = main_window(program)
    window.menu._change_cell()
    dialog = shown(CellDialog)
    field = dialog.findChildren(QLineEdit)[0]
    typed(field, "nửa chừng")
    for _ in range(119):
        computer.now += 5
        cover.look()
    assert not cover.is_covered
    computer.now += 5
    cover.look()
    assert cover.is_covered
    asking = cover.dialog
    assert asking is not None
    assert QApplication.activeModalWidget() is asking
    for covered in (window, dialog):
        child = covered.childAt(covered.rect().center())
        assert child is not None
        while child.objectName() != "cover":
            child = child.parentWidget()
            assert child is not None, "something shows through"
    late = QWidget()
    qtbot.addWidget(late)
    late.show()
    assert late.findChild(QWidget, "cover") is not None
    late.close()
    asking.reject()
    assert cover.is_covered, "Esc opens nothing"
    asking = cover.dialog
    assert asking is not None
    enter(PASSWORD)(asking)
    qtbot.waitUntil(lambda: not cover.is_covered, timeout=LONG)
    assert field.text() == "nửa chừng"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not window.findChildren(QWidget, "cover")
    dialog.close()


def test_a_touch_puts_it_off_and_sleep_and_the_lock_of_the_system_do_not_wait(
    program: Program, locked: Encrypted, words: Messages, computer: Computer, qtbot: QtBot
) -> None:
    cover = covering(program, locked, words, computer)
    program._settings.lock_after = 1
    for _ in range(10):
        computer.now += 5
        cover.look()
    qtbot.keyClick(main_window(program), Qt.Key.Key_Shift)
    computer.now += 15
    cover.look()
    assert not cover.is_covered
    computer.locked.emit()
    assert cover.is_covered
    assert cover.dialog is not None
    enter(PASSWORD)(cover.dialog)
    qtbot.waitUntil(lambda: not cover.is_covered, timeout=LONG)
    program._settings.lock_after = 0
    computer.now += SLEPT + 10
    cover.look()
    assert cover.is_covered
    assert cover.dialog is not None
    enter(PASSWORD)(cover.dialog)
    qtbot.waitUntil(lambda: not cover.is_covered, timeout=LONG)


def test_it_may_be_covered_again_while_the_answered_question_closes(
    program: Program,
    locked: Encrypted,
    words: Messages,
    computer: Computer,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cover = covering(program, locked, words, computer)
    cover.cover()
    first = cover.dialog
    assert first is not None
    # The system says a little later that another window is the active one.
    monkeypatch.setattr(QApplication, "activeWindow", lambda: first)
    first.finished.connect(cover.cover)
    enter(PASSWORD)(first)
    qtbot.waitUntil(lambda: cover.dialog not in (None, first), timeout=LONG)
    monkeypatch.undo()
    qtbot.waitUntil(lambda: not isValid(first), timeout=LONG)
    second = cover.dialog
    assert second is not None
    assert isValid(second)
    assert second.parentWidget() is main_window(program)
    enter(PASSWORD)(second)
    qtbot.waitUntil(lambda: not cover.is_covered, timeout=LONG)


def test_a_choice_of_minutes_is_kept(program: Program, locked: Encrypted) -> None:
    dialog = opened_dialog(program, locked)
    box = dialog.form.lock_box
    assert box.currentData() == program._settings.lock_after == 10
    box.setCurrentIndex(box.findData(30))
    box.activated.emit(box.currentIndex())
    assert program._settings.lock_after == 30
    dialog.reject()


def test_the_lock_of_the_screen_is_heard_on_the_bus_of_the_session() -> None:
    script = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from shiboken6 import isValid
from cellsecretary.ui.system_lock import SystemLock
app = QCoreApplication(sys.argv)
lock = SystemLock()
lock.locked.connect(lambda: (print("heard"), app.quit()))
said = QDBusMessage.createSignal(
    "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged"
)
said.setArguments([True])
QDBusConnection.sessionBus().send(said)
QTimer.singleShot(20000, app.quit)
app.exec()
"""
    bus = shutil.which("dbus-run-session")
    if bus is None:
        pytest.skip("there is no bus on this system")
    told = subprocess.run(
        [bus, "--", sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert "heard" in told.stdout, told.stderr
