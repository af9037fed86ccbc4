"""`UnlockDialog`: asks for the password of the office's keys; a wrong one can be typed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cellsecretary.exchange.office_keys import unlock
from cellsecretary.ui.board.passwords import PasswordDialog, Wish
from cellsecretary.ui.icons import put_icon

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cellsecretary.messages import Messages


class UnlockDialog(PasswordDialog):
    """Unlocks the keys beside a board, after saying `why`; `kept` carries the `OfficeKeys`."""

    def __init__(
        self, board: Path, why: str, words: Messages, parent: QWidget | None = None
    ) -> None:
        wish = Wish(
            QCoreApplication.translate("UnlockDialog", "The keys of the office"),
            why,
            QCoreApplication.translate("UnlockDialog", "&Unlock"),
            old=True,
        )
        super().__init__(wish, lambda old, _new: unlock(board, old), words, parent)
        self.form.keep_button.setProperty("icon_name", "unlock")
        put_icon(self.form.keep_button)
        self.form.progress_bar.setAccessibleName(self.tr("The keys are being unlocked"))
