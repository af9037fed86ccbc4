"""`RecoverBookDialog`: a book opened by the code on its recovery sheet, with a new password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from cellsecretary.exchange.recovery_code import identity_of
from cellsecretary.store.file_key import FileKey
from cellsecretary.store.key_file import new_slots
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import ChipLabel
from cellsecretary.ui.code_state import CodeState
from cellsecretary.ui.dialogs.passwords import NewPassword, show_when_ticked
from cellsecretary.ui.dialogs.slow_entry import SlowEntryDialog
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.messages import Messages
    from cellsecretary.store.key_file import KeySlots


class RecoverBookForm(Form):
    """The widgets of the dialog."""

    form = "recover_book"
    notice_banner: Banner
    fields_page: QWidget
    code_edit: GrowingTextEdit
    code_chip: ChipLabel
    new_edit: QLineEdit
    length_label: QLabel
    again_edit: QLineEdit
    show_check: QCheckBox
    progress_bar: QProgressBar
    cancel_button: QPushButton
    keep_button: QPushButton


class RecoverBookDialog(SlowEntryDialog):
    """Says of the code while it is typed whether it is right.

    `mark` is what the file begins with; `recovered` carries the `FileKey` and its new slots.
    """

    form: RecoverBookForm
    recovered = Signal(object, object)

    def __init__(self, mark: bytes, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._mark = mark
        self.form = form = RecoverBookForm(self)
        self.setWindowTitle(self.tr("Open the book by the recovery sheet"))
        form.progress_bar.hide()
        self.new_password = NewPassword(form.new_edit, form.length_label, form.again_edit)
        CodeState(form.code_edit, form.code_chip, self._wrong)
        show_when_ticked(form.show_check, form.new_edit, form.again_edit)
        fields = {"code": form.code_edit, "new": form.new_edit, "again": form.again_edit}
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self.start_at("code")
        ask_size(self, 760)

    def entered(self) -> object:
        """Give what is typed."""
        form = self.form
        return form.code_edit.toPlainText(), form.new_edit.text(), form.again_edit.text()

    def unclear(self) -> Mapping[str, str]:
        """Say what is wrong with the code, or with the new password."""
        key = self._key()
        if key is None:
            return {"code": self._words.book_password("bad_code")}
        if key.mark != self._mark:
            return {"code": self._words.book_password("other_book")}
        return self.new_password.unclear(self._words)

    def keep(self) -> None:
        """Lock the key by the new password, which takes a second or two."""
        if self.is_under_way or self.points_at_unclear():
            return
        key, password = self._key(), self.form.new_edit.text()
        assert key is not None, "an unclear code was pointed at"
        self.act_beside(lambda: (key, new_slots(key, password)))

    def ended(self, answer: tuple[FileKey, KeySlots]) -> None:
        """Hand on the key and its new slots."""
        self.recovered.emit(*answer)
        self.accept()

    def _key(self) -> FileKey | None:
        identity = identity_of(self.form.code_edit.toPlainText())
        return None if identity is None else FileKey(identity)

    def _wrong(self, _code: str) -> str | None:
        key = self._key()
        if key is None:
            return None
        return "" if key.mark == self._mark else self.tr("This code is of another book")
