"""`UnlockDialog`: asks for the password of the office's keys; a wrong one can be typed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThread, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from cellsecretary.exchange.office_keys import OfficeKeyError, OfficeKeys, unlock
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.form import Form
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.messages import Messages


class UnlockForm(Form):
    """The widgets of the dialog."""

    form = "board_unlock"
    notice_banner: Banner
    why_label: QLabel
    password_edit: QLineEdit
    show_check: QCheckBox
    cancel_button: QPushButton
    unlock_button: QPushButton


class _Unlocking(QThread):
    """Unlocks beside the window: it takes a second or two, so that guessing takes years."""

    def __init__(self, board: Path, password: str, parent: QObject) -> None:
        super().__init__(parent)
        self._board, self._password = board, password
        self.keys: OfficeKeys | None = None
        self.error: Exception | None = None

    def run(self) -> None:
        """Unlock, or keep what was raised: it is told in the thread of the window."""
        try:
            self.keys = unlock(self._board, self._password)
        except Exception as error:
            self.error = error


class UnlockDialog(QDialog):
    """Unlocks the keys beside a board; `unlocked` carries the `OfficeKeys`."""

    unlocked = Signal(object)

    def __init__(
        self, board: Path, why: str, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._board = board
        self._words = words
        self._unlocking: _Unlocking | None = None
        self.form = form = UnlockForm(self)
        self.setWindowTitle(self.tr("The keys of the office"))
        form.notice_banner.dismiss()
        form.why_label.setText(why)
        form.password_edit.setEchoMode(QLineEdit.EchoMode.Password)
        form.show_check.toggled.connect(self._show_password)
        form.cancel_button.setAutoDefault(False)
        form.cancel_button.clicked.connect(self.reject)
        form.unlock_button.setDefault(True)
        form.unlock_button.clicked.connect(self._unlock)
        form.password_edit.setFocus()
        self.resize(current_theme().grown(620), 0)

    def done(self, result: int) -> None:
        """Wait for what is under way."""
        if self._unlocking is not None:
            self._unlocking.wait()
        super().done(result)

    def _show_password(self, shown: bool) -> None:
        modes = QLineEdit.EchoMode
        self.form.password_edit.setEchoMode(modes.Normal if shown else modes.Password)

    def _unlock(self) -> None:
        if self._unlocking is not None:
            return
        form = self.form
        form.notice_banner.show_message(State.NONE, self.tr("Unlocking. This takes a moment."))
        form.unlock_button.setEnabled(False)
        self._unlocking = _Unlocking(self._board, form.password_edit.text(), self)
        self._unlocking.finished.connect(self._end)
        self._unlocking.start()

    def _end(self) -> None:
        unlocking, self._unlocking = self._unlocking, None
        assert unlocking is not None
        unlocking.deleteLater()
        form = self.form
        form.unlock_button.setEnabled(True)
        match unlocking.error:
            case None:
                self.unlocked.emit(unlocking.keys)
                self.accept()
            case OfficeKeyError() as error:
                sentence = self._words.office_keys(error.trouble, error.place)
                form.notice_banner.show_message(State.BAD, sentence)
                form.password_edit.selectAll()
                form.password_edit.setFocus()
            case error:
                raise error
