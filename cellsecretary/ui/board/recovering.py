"""`RecoverDialog`: the keys of the office brought back from the codes on the recovery sheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cellsecretary.exchange.office_keys import (
    KeyTrouble,
    OfficeKeyError,
    public_part,
    recover,
)
from cellsecretary.exchange.recovery_code import key_of_code, missing_letters
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
    from pathlib import Path

    from cellsecretary.core.change import Refusal
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask


class RecoverForm(Form):
    """The widgets of the dialog."""

    form = "board_recover"
    notice_banner: Banner
    fields_area: QScrollArea
    codes_panel: QWidget
    add_button: QPushButton
    new_edit: QLineEdit
    length_label: QLabel
    again_edit: QLineEdit
    show_check: QCheckBox
    progress_bar: QProgressBar
    cancel_button: QPushButton
    keep_button: QPushButton


class RecoverDialog(EntryDialog):
    """Says of each code while it is typed whether it is right; `recovered` carries `OfficeKeys`."""

    recovered = Signal(object)

    def __init__(
        self, board: Path, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._board, self._ask = board, ask
        self._beside = Beside(self)
        self.form = form = RecoverForm(self)
        self.setWindowTitle(self.tr("Recover the keys of the office"))
        form.progress_bar.hide()
        self.code_edits: list[GrowingTextEdit] = []
        self.chips: list[ChipLabel] = []
        for _ in range(self._known()):
            self._add_code()
        self.new_password = NewPassword(form.new_edit, form.length_label, form.again_edit)
        form.add_button.clicked.connect(self._add_one_more)
        form.show_check.toggled.connect(self._show_typed)
        self._beside.done.connect(self._end)
        self._beside.failed.connect(self._tell)
        fields = {"new": form.new_edit, "again": form.again_edit}
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self.code_edits[0].setFocus()
        self.resize(current_theme().grown(760), 0)

    def entered(self) -> object:
        """Give what is typed."""
        form = self.form
        codes = tuple(edit.toPlainText() for edit in self.code_edits)
        return codes, form.new_edit.text(), form.again_edit.text()

    def refused(self) -> Refusal | None:
        """Give nothing: codes say for themselves what is wrong with them."""
        return None

    def unclear(self) -> Mapping[str, str]:
        """Say what is wrong with the new password."""
        return self.new_password.unclear(self._words)

    def keep(self) -> None:
        """Recover the keys, once every code that was begun is right."""
        if self._beside.is_under_way:
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

    def reject(self) -> None:
        """Close, but never in the middle."""
        if not self._beside.is_under_way:
            super().reject()

    def done(self, result: int) -> None:
        """Wait for what is under way."""
        self._beside.wait()
        super().done(result)

    def _recover(self, *, without_some: bool) -> None:
        board, codes, password = self._board, self._codes(), self.form.new_edit.text()
        self.form.notice_banner.dismiss()
        self._offer(under_way=True)
        self._beside.begin(lambda: recover(board, codes, password, without_some=without_some))

    def _end(self, keys: object) -> None:
        self._offer(under_way=False)
        self.recovered.emit(keys)
        self.accept()

    def _tell(self, error: Exception) -> None:
        self._offer(under_way=False)
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
        edit.textChanged.connect(partial(self._show_state, edit, chip))
        self.code_edits.append(edit)
        self.chips.append(chip)
        self._show_state(edit, chip)
        before = self.code_edits[-2] if number > 1 else None
        if before is not None:
            QWidget.setTabOrder(before, edit)

    def _show_state(self, edit: GrowingTextEdit, chip: ChipLabel) -> None:
        text = edit.toPlainText()
        missing = missing_letters(text)
        if key_of_code(text) is not None:
            chip.show_state(State.GOOD, self.tr("This code is right"))
        elif missing:
            chip.show_state(State.NONE, self.tr("%n letter(s) to go", "", missing))
        else:
            said = self.tr("Not right yet: compare each group with the sheet")
            chip.show_state(State.BAD, said)
        edit.setAccessibleDescription(chip.text())

    def _point_at_code(self, number: int, trouble: KeyTrouble, place: str) -> None:
        self.form.notice_banner.show_message(State.BAD, self._words.office_keys(trouble, place))
        self.code_edits[number].setFocus()

    def _offer(self, *, under_way: bool) -> None:
        form = self.form
        form.progress_bar.setVisible(under_way)
        for widget in (form.fields_area, form.keep_button, form.cancel_button):
            widget.setEnabled(not under_way)

    def _show_typed(self, shown: bool) -> None:
        for edit in (self.form.new_edit, self.form.again_edit):
            show_typed(edit, shown=shown)
