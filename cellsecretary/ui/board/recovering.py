"""`RecoverDialog`: the keys of the office brought back from the codes on the recovery sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cellsecretary.exchange.office_keys import (
    KeyTrouble,
    OfficeKeyError,
    public_part,
    recover,
)
from cellsecretary.exchange.recovery_code import key_of_code
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.code_state import CodeState
from cellsecretary.ui.dialogs.passwords import NewPassword, show_when_ticked
from cellsecretary.ui.dialogs.slow_entry import SlowEntryDialog
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cellsecretary.exchange.office_keys import OfficeKeys
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask


class RecoverForm(Form):
    """The widgets of the dialog."""

    form = "board_recover"
    notice_banner: Banner
    fields_page: QWidget
    codes_panel: QWidget
    add_button: QPushButton
    new_edit: QLineEdit
    length_label: QLabel
    again_edit: QLineEdit
    show_check: QCheckBox
    progress_bar: QProgressBar
    cancel_button: QPushButton
    keep_button: QPushButton


class RecoverDialog(SlowEntryDialog):
    """Says of each code while it is typed whether it is right; `recovered` carries `OfficeKeys`."""

    form: RecoverForm
    recovered = Signal(object)

    def __init__(
        self, board: Path, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._board, self._ask = board, ask
        self.form = form = RecoverForm(self)
        self.setWindowTitle(self.tr("Recover the keys of the office"))
        form.progress_bar.hide()
        self.code_edits: list[GrowingTextEdit] = []
        self.chips: list[ChipLabel] = []
        for _ in range(self._known()):
            self._add_code()
        self.new_password = NewPassword(form.new_edit, form.length_label, form.again_edit)
        form.add_button.clicked.connect(self._add_one_more)
        show_when_ticked(form.show_check, form.new_edit, form.again_edit)
        fields = {"new": form.new_edit, "again": form.again_edit}
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self.code_edits[0].setFocus()
        ask_size(self, 760)

    def entered(self) -> object:
        """Give what is typed."""
        form = self.form
        codes = tuple(edit.toPlainText() for edit in self.code_edits)
        return codes, form.new_edit.text(), form.again_edit.text()

    def unclear(self) -> Mapping[str, str]:
        """Say what is wrong with the new password."""
        return self.new_password.unclear(self._words)

    def keep(self) -> None:
        """Recover the keys, once every code that was begun is right."""
        if self.is_under_way:
            return
        wrong = next((n for n, code in enumerate(self._codes()) if not key_of_code(code)), None)
        if wrong is not None:
            number = self._numbers()[wrong]
            self._point_at_code(number, KeyTrouble.BAD_CODE, str(number + 1))
            return
        if not self._codes():
            self._point_at_code(0, KeyTrouble.BAD_CODE, "1")
            return
        if not self.points_at_unclear():
            self._recover(without_some=False)

    def _recover(self, *, without_some: bool) -> None:
        board, codes, password = self._board, self._codes(), self.form.new_edit.text()
        self.form.notice_banner.dismiss()
        self.act_beside(lambda: recover(board, codes, password, without_some=without_some))

    def ended(self, answer: OfficeKeys) -> None:
        """Hand on the keys."""
        self.recovered.emit(answer)
        self.accept()

    def failed(self, error: Exception) -> None:
        """Say what was refused; of a key that would be lost, ask."""
        if not isinstance(error, OfficeKeyError):
            raise error
        sentence = self._words.office_keys(error.trouble, error.place)
        if error.trouble is KeyTrouble.LACKS_KEYS:
            what = self.tr("The old file stays beside the board under another name.")
            go_on = self.tr("Recover without that key")
            if self._ask.confirm(f"{sentence}\n\n{what}", go_on, self.tr("Type more codes")):
                self._recover(without_some=True)
            return
        self.form.notice_banner.show_message(State.BAD, sentence)

    # Codes

    def _known(self) -> int:
        """Count the keys of the file that is there, of none one."""
        try:
            there = public_part(self._board)
        except OfficeKeyError:
            return 1
        return len(there.seal_keys) if there else 1

    def _codes(self) -> list[str]:
        """Give the codes that were begun."""
        return [text for text in self._typed() if text]

    def _numbers(self) -> list[int]:
        return [number for number, text in enumerate(self._typed()) if text]

    def _typed(self) -> list[str]:
        return [edit.toPlainText().strip() for edit in self.code_edits]

    def _add_one_more(self) -> None:
        self._add_code()
        self.code_edits[-1].setFocus()

    def _add_code(self) -> None:
        """Add a line for a code, with its state below."""
        panel = self.form.codes_panel
        layout = panel.layout()
        assert isinstance(layout, QVBoxLayout)
        number = len(self.code_edits) + 1
        label = QLabel(self.tr("Code number {number}").format(number=number), panel)
        label.setTextFormat(Qt.TextFormat.PlainText)
        edit = GrowingTextEdit(panel)
        label.setBuddy(edit)
        chip = ChipLabel(panel)
        for widget in (label, edit, chip):
            layout.addWidget(widget)
        CodeState(edit, chip, lambda code: None if key_of_code(code) is None else "")
        self.code_edits.append(edit)
        self.chips.append(chip)

    def _point_at_code(self, number: int, trouble: KeyTrouble, place: str) -> None:
        self.form.notice_banner.show_message(State.BAD, self._words.office_keys(trouble, place))
        self.code_edits[number].setFocus()
