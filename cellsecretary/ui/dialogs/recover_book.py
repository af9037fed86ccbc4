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
    QScrollArea,
)

from cellsecretary.exchange.recovery_code import identity_of, missing_letters
from cellsecretary.store.file_key import FileKey
from cellsecretary.store.key_file import new_slots
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.beside import Beside
from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.dialogs.passwords import NewPassword, show_typed
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from cellsecretary.core.change import Refusal
    from cellsecretary.messages import Messages


class RecoverBookForm(Form):
    """The widgets of the dialog."""

    form = "recover_book"
    notice_banner: Banner
    fields_area: QScrollArea
    code_edit: GrowingTextEdit
    code_chip: ChipLabel
    new_edit: QLineEdit
    length_label: QLabel
    again_edit: QLineEdit
    show_check: QCheckBox
    progress_bar: QProgressBar
    cancel_button: QPushButton
    keep_button: QPushButton


class RecoverBookDialog(EntryDialog):
    """Says of the code while it is typed whether it is right.

    `mark` is what the file begins with; `recovered` carries the `FileKey` and its new slots.
    """

    recovered = Signal(object, object)

    def __init__(self, mark: bytes, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._mark = mark
        self._beside = Beside(self)
        self.form = form = RecoverBookForm(self)
        self.setWindowTitle(self.tr("Open the book by the recovery sheet"))
        form.progress_bar.hide()
        self.new_password = NewPassword(form.new_edit, form.length_label, form.again_edit)
        form.code_edit.textChanged.connect(self._show_state)
        form.show_check.toggled.connect(self._show_typed)
        self._beside.done.connect(self._end)
        fields = {"code": form.code_edit, "new": form.new_edit, "again": form.again_edit}
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self.start_at("code")
        self._show_state()
        self.resize(current_theme().grown(760), 0)

    def entered(self) -> object:
        """Give what is typed."""
        form = self.form
        return form.code_edit.toPlainText(), form.new_edit.text(), form.again_edit.text()

    def refused(self) -> Refusal | None:
        """Give nothing: what is wrong is known without asking anybody."""
        return None

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
        if self._beside.is_under_way or self.points_at_unclear():
            return
        key, password = self._key(), self.form.new_edit.text()
        assert key is not None, "an unclear code was pointed at"
        self._offer(under_way=True)
        self._beside.begin(lambda: (key, new_slots(key, password)))

    def reject(self) -> None:
        """Close, but never in the middle."""
        if not self._beside.is_under_way:
            super().reject()

    def done(self, result: int) -> None:
        """Wait for what is under way."""
        self._beside.wait()
        super().done(result)

    def _end(self, found: tuple[object, object]) -> None:
        self._offer(under_way=False)
        self.recovered.emit(*found)
        self.accept()

    def _key(self) -> FileKey | None:
        identity = identity_of(self.form.code_edit.toPlainText())
        return None if identity is None else FileKey(identity)

    def _show_state(self) -> None:
        form, key = self.form, self._key()
        missing = missing_letters(form.code_edit.toPlainText())
        if key is not None and key.mark == self._mark:
            form.code_chip.show_state(State.GOOD, self.tr("This code is right"))
        elif key is not None:
            form.code_chip.show_state(State.BAD, self.tr("This code is of another book"))
        elif missing:
            form.code_chip.show_state(State.NONE, self.tr("%n letter(s) to go", "", missing))
        else:
            said = self.tr("Not right yet: compare each group with the sheet")
            form.code_chip.show_state(State.BAD, said)
        form.code_edit.setAccessibleDescription(form.code_chip.text())

    def _offer(self, *, under_way: bool) -> None:
        form = self.form
        form.progress_bar.setVisible(under_way)
        for widget in (form.fields_area, form.keep_button, form.cancel_button):
            widget.setEnabled(not under_way)

    def _show_typed(self, shown: bool) -> None:
        for edit in (self.form.new_edit, self.form.again_edit):
            show_typed(edit, shown=shown)
