"""`CodeState`: says of a recovery code while it is typed how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cellsecretary.exchange.recovery_code import missing_letters
from cellsecretary.ui.chips import ChipLabel, State

if TYPE_CHECKING:
    from collections.abc import Callable

    from cellsecretary.ui.fields import GrowingTextEdit


class CodeState(QObject):
    """Shows in a chip below a field what `wrong` says of the code in it.

    `wrong` gives "" for a right code, a sentence for one of something else, None for none yet.
    """

    def __init__(
        self, edit: GrowingTextEdit, chip: ChipLabel, wrong: Callable[[str], str | None]
    ) -> None:
        super().__init__(edit)
        self._edit, self._chip, self._wrong = edit, chip, wrong
        edit.textChanged.connect(self._show)
        self._show()

    def _show(self) -> None:
        text, chip = self._edit.toPlainText(), self._chip
        missing, wrong = missing_letters(text), self._wrong(text)
        if wrong:
            chip.show_state(State.BAD, wrong)
        elif wrong is not None:
            chip.show_state(State.GOOD, self.tr("This code is right"))
        elif missing:
            chip.show_state(State.NONE, self.tr("%n letter(s) to go", "", missing))
        else:
            said = self.tr("Not right yet: compare each group with the sheet")
            chip.show_state(State.BAD, said)
        self._edit.setAccessibleDescription(chip.text())
