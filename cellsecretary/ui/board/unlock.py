"""`UnlockDialog`: asks for the password of the office's keys; a wrong one can be typed again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cellsecretary.exchange.office_keys import KeyTrouble, OfficeKeyError, unlock
from cellsecretary.ui.dialogs.passwords import NEW, OLD, PasswordDialog, Wish
from cellsecretary.ui.icons import put_icon

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cellsecretary.messages import Messages

_FIELDS = {KeyTrouble.WRONG_PASSWORD: OLD, KeyTrouble.PASSWORD_TOO_SHORT: NEW}


def told_of_keys(words: Messages, error: Exception) -> tuple[str, str] | None:
    """Give the field and the sentence for what is wrong with the keys of an office."""
    if not isinstance(error, OfficeKeyError):
        return None
    said = words.office_keys(error.trouble, error.place)
    return _FIELDS.get(error.trouble, ""), said


class UnlockDialog(PasswordDialog):
    """Unlocks the keys beside a board, after saying `why`; `kept` carries the `OfficeKeys`."""

    def __init__(
        self, board: Path, why: str, words: Messages, parent: QWidget | None = None
    ) -> None:
        wish = Wish(
            QCoreApplication.translate("UnlockDialog", "The keys of the office"),
            why,
            QCoreApplication.translate("UnlockDialog", "&Unlock"),
            partial(told_of_keys, words),
            old=True,
        )
        super().__init__(wish, lambda old, _new: unlock(board, old), words, parent)
        self.form.keep_button.setProperty("icon_name", "unlock")
        put_icon(self.form.keep_button)
        self.form.progress_bar.setAccessibleName(self.tr("The keys are being unlocked"))
