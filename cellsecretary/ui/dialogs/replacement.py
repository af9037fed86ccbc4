"""`ReplacementDialog`: which later document stands in the place of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from cellsecretary.core.document_lines import replacements
from cellsecretary.core.operations.documents import replace_document
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.wording import day_text, document_text, number_text

if TYPE_CHECKING:
    from cellsecretary.core.change import Refusal
    from cellsecretary.core.rows import Document
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ledger_session import Doing
    from cellsecretary.ui.session import Session


class ReplacementForm(Form):
    """The widgets of the dialog."""

    form = "replacement"
    notice_banner: Banner
    document_label: QLabel
    later_box: QComboBox
    cancel_button: QPushButton
    keep_button: QPushButton


class ReplacementDialog(EntryDialog):
    """Offers the documents that may replace one, and none, to take it back."""

    def __init__(
        self, session: Session, words: Messages, document: Document, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._session = session
        self._document = document
        self.form = form = ReplacementForm(self)
        self.setWindowTitle(self.tr("Replace a document"))
        signs = session.rules(document.date).paper.signs
        form.document_label.setText(document_text(document, signs, words))
        form.later_box.addItem(self.tr("nothing: it is still valid"), None)
        offered = self.tr("{number}, {day}: {title}")
        for later in replacements(session.register, document):
            text = offered.format(
                number=number_text(later, session.rules(later.date).paper.signs),
                day=day_text(later.date),
                title=later.title,
            )
            form.later_box.addItem(text, later.id)
        form.later_box.setCurrentIndex(max(form.later_box.findData(document.replaced_by), 0))
        self.begin(
            form.notice_banner,
            form.keep_button,
            form.cancel_button,
            {"replaced_by": form.later_box},
        )
        form.later_box.setFocus()
        ask_size(self, 640)

    def entered(self) -> str | None:
        """Give the document that is chosen, None for none."""
        chosen: str | None = self.form.later_box.currentData()
        return chosen

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand over what replaced the document."""
        return do(replace_document, self._session.register, self._document.id, self.entered())
