"""The keys of the office from the window: made once, printed before all else, never lost."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any, TypeVar

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit

from cellsecretary.exchange.office_keys import (
    OfficeKeys,
    office_key_file,
    public_part,
    unlock,
)
from cellsecretary.papers.recovery_sheet import book_recovery_sheet
from cellsecretary.ui.board.keys import NONE, THERE, KeysDialog
from cellsecretary.ui.board.recovering import RecoverDialog
from cellsecretary.ui.board.unlock import UnlockDialog
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.passwords import PasswordDialog
from cellsecretary.ui.dialogs.recovery_paper import SheetDialog
from tests.ui.board.conftest import PASSWORD
from tests.ui.printers import FilePrinting, NoPrinting

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.board.session import BoardSession
    from tests.ui.asking import QueuedAsk

D = TypeVar("D", bound=QDialog)
SECOND = 20_000
"""Milliseconds that a test waits for a key at most; one takes a second or two."""
OTHER = "Mùa gặt ở đồng Nà"


class Hand:
    """A clerk at the dialog of keys."""

    def __init__(
        self, session: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot
    ) -> None:
        self.session, self.ask, self.qtbot = session, ask, qtbot
        self.dialog = KeysDialog(session, ask, words)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(self.dialog)
        self.form = self.dialog.form
        self.dialog.show()

    @property
    def board(self) -> Path:
        return self.session.board.path

    def opened(self, kind: type[D]) -> D:
        """Give the newest dialog of a kind that is on the screen."""
        found = [one for one in self.dialog.findChildren(kind) if one.isVisible()]
        assert found, kind
        return found[-1]

    def wait_until_done(self, dialog: Any) -> None:  # noqa: ANN401 - each dialog has a `_beside`
        self.qtbot.waitUntil(lambda: not dialog._beside.is_under_way, timeout=SECOND)

    def said(self) -> str:
        return self.form.notice_banner.text_label.text()


@pytest.fixture
def no_keys(filled: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> Hand:
    return Hand(filled, ask, words, qtbot)


@pytest.fixture
def hand(with_keys: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot) -> Hand:
    return Hand(with_keys, ask, words, qtbot)


def text_of(pdf: bytes) -> str:
    return "".join(page.get_textpage().get_text_bounded() for page in pdfium.PdfDocument(pdf))


def letters(text: str) -> str:
    return "".join(text.split())


def test_an_office_without_keys_is_offered_one_button(no_keys: Hand) -> None:
    assert no_keys.form.state_stack.currentIndex() == NONE
    assert no_keys.form.make_button.hasFocus() or no_keys.form.make_button.isVisible()
    assert no_keys.form.recover_first_button.isVisible()


def test_keys_are_made_and_the_dialog_does_not_close_before_the_sheet_is_locked_away(
    no_keys: Hand, tmp_path: Path
) -> None:
    no_keys.form.make_button.click()
    asking = no_keys.opened(PasswordDialog)
    assert not asking.form.old_edit.isVisible()
    asking.form.new_edit.setText(PASSWORD)
    asking.form.again_edit.setText(PASSWORD)
    asking.form.keep_button.click()
    asking.reject()
    assert asking.isVisible(), "in the middle it does not close"
    no_keys.wait_until_done(asking)
    keys = no_keys.session.keys
    assert isinstance(keys, OfficeKeys)
    sheet = no_keys.opened(SheetDialog)
    assert not sheet.form.close_button.isEnabled()
    assert not sheet.form.kept_check.isEnabled()
    sheet.reject()
    assert sheet.isVisible()
    assert "not printed yet" in sheet.form.notice_banner.text_label.text()
    sheet.print_job = FilePrinting(tmp_path / "sheet.pdf")
    sheet.form.print_button.click()
    assert (tmp_path / "sheet.pdf").stat().st_size > 1000
    sheet.reject()
    assert sheet.isVisible(), "printed, but nobody says that it is in the safe"
    sheet.form.kept_check.click()
    sheet.form.close_button.click()
    assert not sheet.isVisible()
    assert no_keys.form.state_stack.currentIndex() == THERE
    there = public_part(no_keys.board)
    assert there == keys.public
    assert no_keys.form.code_label.text() == keys.public.code
    assert letters(no_keys.form.seal_label.text()) == keys.seal_key
    assert "in the safe" in no_keys.said()


def test_without_a_printer_the_sheet_is_saved_and_says_what_brings_the_keys_back(
    hand: Hand, tmp_path: Path, ask: QueuedAsk
) -> None:
    hand.form.sheet_button.click()
    unlocking = hand.opened(UnlockDialog)
    unlocking.form.old_edit.setText(PASSWORD)
    unlocking.form.keep_button.click()
    hand.qtbot.waitUntil(lambda: hand.session.keys is not None, timeout=SECOND)
    sheet = hand.opened(SheetDialog)
    assert sheet.form.close_button.isEnabled(), "an earlier sheet is in the safe"
    sheet.print_job = NoPrinting()
    sheet.form.print_button.click()
    path = tmp_path / "sheet.pdf"
    ask.will_answer(path)
    sheet.form.notice_banner.act_button.click()
    assert "delete the file" in sheet.form.notice_banner.text_label.text()
    keys = hand.session.keys
    assert keys is not None
    text = letters(text_of(path.read_bytes()))
    assert letters(keys.recovery_codes[0]) in text
    assert keys.seal_key in text
    sheet.reject()
    assert not sheet.isVisible()


def test_a_full_disk_does_not_count_as_saved(
    no_keys: Hand, words: Messages, ask: QueuedAsk, tmp_path: Path
) -> None:
    day = no_keys.session.today()
    rules = no_keys.session.rules(day)
    pdf = book_recovery_sheet(rules, "Chi bộ thôn 3", "ABCD", day)
    sheet = SheetDialog(pdf, day, rules, ask, words, no_keys.dialog)
    sheet.show()
    ask.will_answer(tmp_path / "away" / "sheet.pdf")
    sheet.form.save_button.click()
    assert not sheet.form.kept_check.isEnabled()
    assert sheet.form.notice_banner.isVisible()
    sheet.reject()
    assert sheet.isVisible()
    sheet._must = False
    sheet.reject()


@pytest.fixture
def keys(key_file: Path, tmp_path: Path) -> OfficeKeys:
    board = tmp_path / "of" / "xa.bangxa"
    board.parent.mkdir()
    shutil.copyfile(key_file, office_key_file(board))
    return unlock(board, PASSWORD)


def test_a_new_password_says_how_long_it_has_to_be_and_is_typed_twice(
    no_keys: Hand,
) -> None:
    no_keys.form.make_button.click()
    asking = no_keys.opened(PasswordDialog)
    form = asking.form
    assert form.length_label.text().startswith("At least 8 characters")
    form.new_edit.setText("Suối")
    assert form.length_label.text() == "4 more character(s) are needed."
    form.keep_button.click()
    assert "at least 8 characters" in asking.notes.text(form.new_edit)
    form.new_edit.setText(PASSWORD)
    assert form.length_label.text() == "Long enough."
    form.again_edit.setText("another")
    form.keep_button.click()
    assert "not the same" in asking.notes.text(form.again_edit)
    assert form.new_edit.echoMode() is QLineEdit.EchoMode.Password
    form.show_check.click()
    assert form.new_edit.echoMode() is QLineEdit.EchoMode.Normal
    assert public_part(no_keys.board) is None, "nothing was made yet"
    asking.reject()
    assert asking.isVisible(), "typed text is thrown away only when asked twice"
    asking.reject()


def test_two_passwords_that_differ_are_told_when_enter_is_pressed_and_it_stays_said(
    no_keys: Hand,
) -> None:
    no_keys.form.make_button.click()
    asking = no_keys.opened(PasswordDialog)
    form = asking.form
    for edit, text in ((form.new_edit, "abcdefgh"), (form.again_edit, "abcdefgx")):
        edit.setFocus()
        no_keys.qtbot.keyClicks(edit, text)
    no_keys.qtbot.keyClick(form.again_edit, Qt.Key.Key_Return)
    assert "not the same" in asking.notes.text(form.again_edit)
    assert not asking._pause.isActive(), "a look would take the sentence away again"
    form.cancel_button.click()


def test_a_wrong_password_at_unlocking_is_said_in_full(hand: Hand) -> None:
    hand.form.sheet_button.click()
    unlocking = hand.opened(UnlockDialog)
    unlocking.form.old_edit.setText("wrong password")
    unlocking.form.keep_button.click()
    hand.wait_until_done(unlocking)
    note = unlocking.notes.note(unlocking.form.old_edit)
    assert note is not None
    hand.qtbot.waitUntil(lambda: note.height() >= note.heightForWidth(note.width()))
    button = unlocking.form.keep_button
    assert button.height() >= button.sizeHint().height(), "no button is cut for it"
    unlocking.form.cancel_button.click()


def test_a_wrong_password_is_said_at_its_field_and_changes_nothing(hand: Hand) -> None:
    before = office_key_file(hand.board).read_bytes()
    hand.form.password_button.click()
    asking = hand.opened(PasswordDialog)
    asking.form.old_edit.setText("wrong password")
    asking.form.new_edit.setText(OTHER)
    asking.form.again_edit.setText(OTHER)
    asking.form.keep_button.click()
    hand.wait_until_done(asking)
    assert "password is wrong" in asking.notes.text(asking.form.old_edit)
    assert asking.form.keep_button.isEnabled()
    assert office_key_file(hand.board).read_bytes() == before
    assert hand.session.keys is None
    asking.form.old_edit.setText(PASSWORD)
    asking.form.keep_button.click()
    hand.wait_until_done(asking)
    assert "password is changed" in hand.said()
    assert unlock(hand.board, OTHER).public == public_part(hand.board)


def test_a_new_key_keeps_the_old_one_and_its_sheet_has_both_codes(hand: Hand) -> None:
    before = public_part(hand.board)
    assert before is not None
    assert not hand.form.count_label.isVisible()
    hand.form.add_button.click()
    asking = hand.opened(PasswordDialog)
    assert not asking.form.new_edit.isVisible()
    asking.form.old_edit.setText(PASSWORD)
    asking.form.keep_button.click()
    hand.wait_until_done(asking)
    keys = hand.session.keys
    assert keys is not None
    assert keys.public.seal_keys[0] == before.seal_key
    assert len(keys.public.seal_keys) == 2
    sheet = hand.opened(SheetDialog)
    text = letters(text_of(sheet._pdf))
    assert all(letters(code) in text for code in keys.recovery_codes)
    assert "1 older key" in hand.form.count_label.text()
    sheet._must = False
    sheet.reject()


def test_the_key_to_seal_for_is_copied_in_one_piece(hand: Hand) -> None:
    hand.form.copy_button.click()
    there = public_part(hand.board)
    assert there is not None
    assert QGuiApplication.clipboard().text() == there.seal_key
    assert "copied" in hand.said()


def test_keys_come_back_from_the_sheet_and_each_code_says_whether_it_is_right(
    no_keys: Hand, keys: OfficeKeys
) -> None:
    no_keys.form.recover_first_button.click()
    asking = no_keys.opened(RecoverDialog)
    (edit,), (chip,) = asking.code_edits, asking.chips
    code = keys.recovery_codes[0]
    assert (chip.state, chip.text()) == (State.NONE, "58 letter(s) to go")
    edit.setPlainText(code[:-4])
    assert chip.text() == "3 letter(s) to go"
    wrong = code[:-1] + ("Q" if code[-1] != "Q" else "P")
    edit.setPlainText(wrong)
    states = [chip.state]
    asking.form.keep_button.click()
    assert "code number 1" in asking.form.notice_banner.text_label.text()
    edit.setPlainText(code.lower().replace(" ", ""))
    assert [*states, chip.state] == [State.BAD, State.GOOD]
    asking.form.keep_button.click()
    assert asking.notes.text(asking.form.new_edit), "it needs a new password"
    asking.form.new_edit.setText(OTHER)
    asking.form.again_edit.setText(OTHER)
    asking.form.keep_button.click()
    no_keys.wait_until_done(asking)
    assert public_part(no_keys.board) == keys.public
    assert no_keys.session.keys is not None
    assert "keys are back" in no_keys.said()


def test_codes_that_lack_a_key_are_taken_only_when_said_so(
    hand: Hand, ask: QueuedAsk, key_file: Path, tmp_path: Path
) -> None:
    lone = OfficeKeys([_identity()])
    hand.form.recover_button.click()
    asking = hand.opened(RecoverDialog)
    asking.code_edits[0].setPlainText(lone.recovery_codes[0])
    asking.form.new_edit.setText(OTHER)
    asking.form.again_edit.setText(OTHER)
    ask.will_answer(False, True)
    asking.form.keep_button.click()
    hand.wait_until_done(asking)
    assert asking.isVisible()
    assert public_part(hand.board) != lone.public
    asking.form.keep_button.click()
    hand.qtbot.waitUntil(lambda: public_part(hand.board) == lone.public, timeout=SECOND)
    hand.wait_until_done(asking)
    kept = [path for path in hand.board.parent.glob("*.khoa")]
    assert len(kept) == 2, "the file with the other key stays"


def _identity() -> str:
    import pyrage

    return str(pyrage.x25519.Identity.generate())


def test_a_damaged_key_file_is_told_and_not_made_anew(
    with_keys: BoardSession, ask: QueuedAsk, words: Messages, qtbot: QtBot
) -> None:
    path = office_key_file(with_keys.board.path)
    path.write_bytes(path.read_bytes()[:-40])
    hand = Hand(with_keys, ask, words, qtbot)
    assert "damaged" in hand.said()
    assert not hand.form.make_button.isEnabled()
    assert hand.form.recover_first_button.isEnabled()
