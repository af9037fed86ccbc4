"""The few sentences that reopening a closed meeting, or correcting it, needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from cellsecretary.core.operations import closing
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.entry import not_kept, throw_away
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size

if TYPE_CHECKING:
    from cellsecretary.core.change import Refusal
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session


class RemarkForm(Form):
    """The widgets of the dialogs."""

    form = "remark"
    notice_banner: Banner
    meaning_label: QLabel
    text_label: QLabel
    text_edit: GrowingTextEdit
    cancel_button: QPushButton
    keep_button: QPushButton


class RemarkDialog(QDialog):
    """Says what an act means, takes its text, and stays open while the act is refused.

    Subclasses put their words into the form, and do the act in `act`.
    """

    def __init__(
        self,
        session: Session,
        words: Messages,
        record: MeetingRecord,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._words = words
        self._record = record
        self._warned = False
        self.form = form = RemarkForm(self)
        form.notice_banner.dismiss()
        form.keep_button.clicked.connect(self.accept)
        form.cancel_button.clicked.connect(self._drop)
        form.notice_banner.acted.connect(self._drop)
        ask_size(self, 600)

    def act(self, text: str) -> Refusal | None:
        """Do what the text is for."""
        raise NotImplementedError

    def accept(self) -> None:
        """Do the act; a refusal is said, and the text stays."""
        refusal = self.act(self.form.text_edit.toPlainText())
        if self.form.notice_banner.answer(refusal, self._words):
            super().accept()
        else:
            self.form.text_edit.setFocus()

    def reject(self) -> None:
        """Close; when something is typed, say so first and close the next time."""
        if self._warned or not self.form.text_edit.toPlainText().strip():
            super().reject()
            return
        self._warned = True
        self.form.notice_banner.show_message(State.CARE, not_kept(), throw_away())

    def _drop(self) -> None:
        super().reject()


class ReopenDialog(RemarkDialog):
    """Asks why the newest closed meeting is opened again."""

    def __init__(
        self,
        session: Session,
        words: Messages,
        record: MeetingRecord,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, words, record, parent)
        form = self.form
        self.setWindowTitle(self.tr("Reopen the meeting"))
        meaning = self.tr(
            "The minutes can be changed again. Version {number} stays in the book, and the reason "
            "will be printed in the new minutes."
        )
        form.meaning_label.setText(meaning.format(number=record.revision))
        form.text_label.setText(self.tr("&Why is it reopened?"))
        form.keep_button.setText(self.tr("&Reopen the meeting"))

    def act(self, text: str) -> Refusal | None:
        """Open the meeting again."""
        return self._session.do(closing.reopen, self._record, self._session.register, text)


class CorrectionDialog(RemarkDialog):
    """Asks for the text of a correction, to be appended to older minutes."""

    def __init__(
        self,
        session: Session,
        words: Messages,
        record: MeetingRecord,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, words, record, parent)
        form = self.form
        self.setWindowTitle(self.tr("Append a correction"))
        form.meaning_label.setText(
            self.tr(
                "A later meeting is closed, so these minutes stay as they are. The correction is "
                "printed below them with the date of today."
            )
        )
        form.text_label.setText(self.tr("&What is to be put right?"))
        form.keep_button.setText(self.tr("&Append the correction"))

    def act(self, text: str) -> Refusal | None:
        """Append the correction."""
        return self._session.do(closing.correct, self._record, text, self._session.chain_head())
