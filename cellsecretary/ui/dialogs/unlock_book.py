"""`UnlockBookDialog`: asks for the password of a book; whoever guesses waits longer and longer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from cellsecretary.core.patience import seconds_to_wait
from cellsecretary.store.key_file import KeyFileError
from cellsecretary.store.passwords import TooSlow, WrongPassword
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.passwords import OLD, PasswordDialog, Wish
from cellsecretary.ui.icons import put_icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cellsecretary.messages import Messages
    from cellsecretary.store.key_file import KeySlots
    from cellsecretary.ui.settings import Settings

SECOND = 1000
"""Milliseconds of a second of waiting; tests have shorter ones."""


class NotTheDeputy(Exception):
    """The password of the deputy was typed where that of the secretary is needed."""


def told_of_book(words: Messages, error: Exception) -> tuple[str, str] | None:
    """Give the field and the sentence for why a password opens no book."""
    match error:
        case WrongPassword():
            return OLD, words.book_password("wrong")
        case NotTheDeputy():
            return OLD, words.book_password("not_the_deputy")
        case TooSlow():
            return "", words.book_password("too_slow")
        case KeyFileError():
            return "", words.book_password("unusable", place=error)
        case _:
            return None


class UnlockBookDialog(PasswordDialog):
    """Tries passwords on the slots of a key; `kept` carries the `FileKey` and whether for a deputy.

    `wants_code` says that it was closed for the code on the recovery sheet.
    """

    def __init__(
        self,
        title: str,
        why: str,
        slots: KeySlots,
        settings: Settings,
        words: Messages,
        parent: QWidget | None = None,
    ) -> None:
        self._slots, self._settings = slots, settings
        told = partial(told_of_book, words)
        wish = Wish(title, why, self.tr("O&pen the book"), told, old=True)
        super().__init__(wish, lambda old, _new: slots.opened_by(old), words, parent)
        self.wants_code = False
        self._left = 0
        self._clock = QTimer(self)
        self._clock.setInterval(SECOND)
        self._clock.timeout.connect(self._wait_on)
        form = self.form
        form.keep_button.setProperty("icon_name", "unlock")
        put_icon(form.keep_button)
        form.progress_bar.setAccessibleName(self.tr("The password is being tried"))
        self.code_button = QPushButton(self.tr("&Forgotten…"))
        self.code_button.setAutoDefault(False)
        layout = form.act_panel.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.insertWidget(0, self.code_button)
        self.code_button.clicked.connect(self._take_code)
        self.kept.connect(lambda _found: settings.note_passwords(slots.mark, 0))
        self._begin_to_wait()

    def entered(self) -> object:
        """Give nothing: whoever gives up is not asked whether to throw a password away."""
        return None

    def keep(self) -> None:
        """Try the password, unless it is too soon."""
        if not self._left:
            super().keep()

    def failed(self, error: Exception) -> None:
        """Say it, and let a wrong password cost its time."""
        super().failed(error)
        if isinstance(error, WrongPassword):
            mark = self._slots.mark
            self._settings.note_passwords(mark, self._settings.wrong_passwords(mark) + 1)
            self._begin_to_wait()

    def _begin_to_wait(self) -> None:
        self._left = seconds_to_wait(self._settings.wrong_passwords(self._slots.mark))
        if self._left:
            self._clock.start()
            self._show_waiting()

    def _wait_on(self) -> None:
        self._left -= 1
        if self._left:
            self._show_waiting()
            return
        self._clock.stop()
        self.notes.clear()
        self.form.notice_banner.dismiss()
        self.form.keep_button.setEnabled(True)

    def _show_waiting(self) -> None:
        count = self._settings.wrong_passwords(self._slots.mark)
        said = self._words.book_password("wait", count=count, seconds=self._left)
        self.notes.clear()
        self.form.notice_banner.show_message(State.CARE, said)
        self.form.keep_button.setEnabled(False)

    def _take_code(self) -> None:
        self.wants_code = True
        self.reject()
