"""`RemarkDialog`: a few sentences that an act needs, such as the reason for reopening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from cellsecretary.core.change import Refusal
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask


class RemarkForm(Form):
    """The widgets of the dialog."""

    form = "remark"
    notice_banner: Banner
    meaning_label: QLabel
    text_label: QLabel
    text_edit: GrowingTextEdit
    cancel_button: QPushButton
    keep_button: QPushButton


class RemarkDialog(QDialog):
    """Says what an act means, takes its text, and stays open while the act is refused."""

    def __init__(
        self,
        ask: Ask,
        words: Messages,
        act: Callable[[str], Refusal | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._words = words
        self._act = act
        self.form = form = RemarkForm(self)
        form.notice_banner.dismiss()
        form.keep_button.clicked.connect(self.accept)
        form.cancel_button.clicked.connect(self._drop)
        self.setMinimumWidth(current_theme().grown(600))

    def set_words(self, title: str, meaning: str, label: str, keep: str) -> None:
        """Name the act, say what it means, what to write, and the button that does it."""
        self.setWindowTitle(title)
        self.form.meaning_label.setText(meaning)
        self.form.text_label.setText(label)
        self.form.keep_button.setText(keep)

    def accept(self) -> None:
        """Do the act; a refusal is said, and the text stays."""
        refusal = self._act(self.form.text_edit.toPlainText())
        if refusal is None:
            super().accept()
            return
        text = " ".join(self._words.refusal(problem) for problem in refusal.problems)
        if text:
            self.form.notice_banner.show_message(State.CARE, text)
        self.form.text_edit.setFocus()

    def reject(self) -> None:
        """Leave; what was typed is not dropped without a word."""
        if not self.form.text_edit.toPlainText().strip():
            super().reject()
            return
        options = [self.form.keep_button.text().replace("&", ""), self.tr("Drop the text")]
        answer = self._ask.choose(self.tr("What about the text you wrote?"), options)
        if answer == 0:
            self.accept()
        elif answer == 1:
            super().reject()

    def _drop(self) -> None:
        super().reject()
