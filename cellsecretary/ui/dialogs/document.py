"""`DocumentDialog`: type, number and title of one document that a meeting issues."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QSpinBox, QWidget

from cellsecretary.core.kinds import DocumentType
from cellsecretary.core.operations.documents import (
    add_document,
    change_document,
    delete_document,
)
from cellsecretary.core.rows import Document
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.wording import day_text, runs_text

if TYPE_CHECKING:
    from cellsecretary.core.change import Refusal
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session


class DocumentForm(Form):
    """The widgets of the dialog."""

    form = "document"
    notice_banner: Banner
    type_box: QComboBox
    number_spin: QSpinBox
    sign_label: QLabel
    number_hint_label: QLabel
    title_edit: GrowingTextEdit
    cancel_button: QPushButton
    delete_button: QPushButton
    keep_button: QPushButton


class DocumentDialog(QDialog):
    """Asks for one document, new or already there, and keeps it."""

    def __init__(
        self,
        session: Session,
        ask: Ask,
        words: Messages,
        record: MeetingRecord,
        document: Document | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._ask = ask
        self._words = words
        self._record = record
        meeting = record.meeting
        self._before = document or Document(
            "", meeting.id, DocumentType.RESOLUTION, 0, "", meeting.date
        )
        self.form = form = DocumentForm(self)
        self.setWindowTitle(self.tr("Document"))
        form.notice_banner.dismiss()
        form.delete_button.setVisible(bool(self._before.id))
        for kind in DocumentType:
            form.type_box.addItem(words.value(kind), kind.value)
        form.number_spin.setSpecialValueText(self.tr("no number yet"))
        self._fill()
        self._opened = self.document()
        form.type_box.currentIndexChanged.connect(self._propose_number)
        form.number_spin.valueChanged.connect(self._hint)
        form.keep_button.clicked.connect(self.accept)
        form.delete_button.clicked.connect(self._delete)
        form.cancel_button.clicked.connect(self._drop)
        first = form.title_edit if form.number_spin.value() else form.number_spin
        first.setFocus(Qt.FocusReason.TabFocusReason)
        ask_size(self, 560)

    @property
    def kind(self) -> DocumentType:
        """The type that is chosen."""
        return DocumentType(self.form.type_box.currentData())

    def document(self) -> Document:
        """Give the document as it is filled in."""
        form = self.form
        return replace(
            self._before,
            type=self.kind,
            number=form.number_spin.value(),
            title=form.title_edit.toPlainText(),
        )

    def accept(self) -> None:
        """Keep the document; what is wrong with it is said, and the dialog stays."""
        document = self.document()
        if not document.number:
            self._complain(self.tr("The number is missing. Enter it."), self.form.number_spin)
        elif not document.title.strip():
            self._complain(self.tr("Say what the document is about."), self.form.title_edit)
        elif self._done(
            self._session.do(
                change_document if self._before.id else add_document,
                self._record,
                self._session.register,
                document,
            )
        ):
            super().accept()

    def reject(self) -> None:
        """Leave; what was typed is not dropped without a word."""
        if self.document() == self._opened:
            super().reject()
            return
        question = self.tr("Keep this document?")
        answer = self._ask.choose(question, [self.tr("Keep it"), self.tr("Do not keep it")])
        if answer == 0:
            self.accept()
        elif answer == 1:
            super().reject()

    def _drop(self) -> None:
        super().reject()

    def _delete(self) -> None:
        if self._done(
            self._session.do(delete_document, self._record, self._session.register, self._before.id)
        ):
            super().accept()

    def _fill(self) -> None:
        form, document = self.form, self._before
        form.type_box.setCurrentIndex(form.type_box.findData(document.type.value))
        form.title_edit.setPlainText(document.title)
        self._propose_number()

    def _propose_number(self) -> None:
        """Go on counting in the type; where the book knows no number yet, ask for it."""
        form, kind = self.form, self.kind
        form.sign_label.setText(f"-{self._record.rules.paper.signs[kind]}/CB")
        form.notice_banner.dismiss()
        if self._before.id and kind is self._before.type:
            form.number_spin.setValue(self._before.number)
        else:
            form.number_spin.setValue(self._session.register.next_document_number(kind) or 0)
        self._hint()

    def _hint(self) -> None:
        """Say where the number comes from, and which would be missing once it is kept."""
        register, kind = self._session.register, self.kind
        hints = []
        if not self._before.id or kind is not self._before.type:
            hints.append(
                self.tr(
                    "The book knows no number of this type since {day} yet. Enter the one that "
                    "follows those on paper, or 1."
                )
                if register.next_document_number(kind) is None
                else self.tr("Proposed: the next number since {day}.")
            )
        if missing := self._missing(register):
            hints.append(self.tr("Missing since {day}: {numbers}."))
        since = day_text(register.cell.term_start)
        text = " ".join(hints).format(day=since, numbers=missing)
        self.form.number_hint_label.setText(text)

    def _missing(self, register: CellRecord) -> str:
        """Name the numbers that would be missing, runs of them by their ends."""
        documents = [one for one in register.documents if one.id != self._before.id]
        document = self.document()
        if document.number:
            documents.append(document)
        register = replace(register, documents=tuple(documents))
        return runs_text(register.missing_document_numbers(self.kind))

    def _done(self, refusal: Refusal | None) -> bool:
        if refusal is None:
            return True
        if text := self._words.refusals(refusal):
            self._complain(text, self.form.number_spin)
        return False

    def _complain(self, text: str, field: QWidget) -> None:
        self.form.notice_banner.show_message(State.CARE, text)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
