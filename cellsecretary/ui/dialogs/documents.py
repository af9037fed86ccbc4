"""`DocumentsDialog`: the register of documents, with what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QWidget,
)

from cellsecretary.core.document_lines import document_lines, replacements
from cellsecretary.core.kinds import DocumentState, DocumentType
from cellsecretary.core.operations.documents import post_document
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.dated_tick import DatedTick
from cellsecretary.ui.dialogs.replacement import ReplacementDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.tips import plain_tip
from cellsecretary.ui.wording import (
    DOCUMENT_STATES,
    day_text,
    document_text,
    number_text,
    runs_text,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from cellsecretary.core.document_lines import DocumentLine
    from cellsecretary.core.rows import Document
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session

DATE_COLUMN, ABOUT_COLUMN, MEETING_COLUMN = 1, 2, 3


class DocumentsForm(Form):
    """The widgets of the dialog."""

    form = "documents"
    notice_banner: Banner
    type_box: QComboBox
    term_label: QLabel
    term_box: QComboBox
    count_label: QLabel
    documents_stack: QStackedWidget
    table_page: QWidget
    documents_table: QTableView
    empty_page: QFrame
    gaps_label: QLabel
    chosen_card: QFrame
    chosen_label: QLabel
    replace_button: QPushButton
    open_button: QPushButton
    close_button: QPushButton


class DocumentsDialog(QDialog):
    """Lists the documents type by type; `meeting_wanted` carries the meeting of one."""

    meeting_wanted = Signal(str)

    def __init__(self, session: Session, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._words = words
        self.form = form = DocumentsForm(self)
        self.setWindowTitle(self.tr("Register of documents"))
        form.notice_banner.dismiss()
        self._model = RecordModel(self._columns(), key=lambda line: line.document.id, parent=self)
        form.documents_table.setModel(self._model)
        dress_table(form.documents_table, wrap=True)
        # The line below the table says day and meeting too.
        SharedWidths(
            form.documents_table,
            {ABOUT_COLUMN: 3, MEETING_COLUMN: 1},
            give_way=(DATE_COLUMN, MEETING_COLUMN),
            below=ABOUT_COLUMN,
        )
        self.posted = DatedTick(form.chosen_card)
        self.posted.noted.connect(self._post)
        box = form.chosen_card.layout()
        assert box is not None
        box.addWidget(self.posted)
        self._offer_filters()
        form.type_box.activated.connect(lambda _place: self._show())
        form.term_box.activated.connect(lambda _place: self._show())
        form.documents_table.selectionModel().currentRowChanged.connect(
            lambda *_indexes: self._show_chosen()
        )
        form.replace_button.clicked.connect(self._replace)
        form.open_button.clicked.connect(self._open_meeting)
        form.close_button.clicked.connect(self.accept)
        session.changed.connect(self._show)
        self._show()
        form.documents_table.setFocus(Qt.FocusReason.OtherFocusReason)
        ask_size(self, 1180, 640)

    def show_row(self, document: str) -> None:
        """Choose a document, of whichever term."""
        lines = document_lines(self._session.register)
        in_term = next((one.in_term for one in lines if one.document.id == document), True)
        self.form.term_box.setCurrentIndex(self.form.term_box.findData(in_term))
        self._show()
        index = self._model.index_of(document)
        if index.isValid():
            self.form.documents_table.setCurrentIndex(index)

    def _columns(self) -> list[Column[DocumentLine]]:
        return [
            Column(self.tr("Document"), self._name, strong=True),
            Column(self.tr("Date"), lambda line: day_text(line.document.date)),
            Column(self.tr("About"), lambda line: line.document.title),
            Column(self.tr("Meeting"), self._meeting),
            Column(
                self.tr("State"),
                lambda line: self._words.value(line.state),
                state=lambda line: DOCUMENT_STATES[line.state],
            ),
        ]

    def _name(self, line: DocumentLine) -> str:
        kind = self._words.value(line.document.type)
        return f"{kind} {number_text(line.document, self._signs(line.document))}"

    def _meeting(self, line: DocumentLine) -> str:
        if line.meeting is None:
            return self.tr("on paper")
        return self._words.value(line.meeting.kind)

    def _offer_filters(self) -> None:
        """Offer the types that there are, and earlier terms where any document is of one."""
        form, lines = self.form, document_lines(self._session.register)
        form.type_box.addItem(self.tr("all types"), None)
        for kind in DocumentType:
            if any(line.document.type is kind for line in lines):
                form.type_box.addItem(self._words.value(kind), kind.value)
        since = day_text(self._session.register.cell.term_start)
        form.term_box.addItem(self.tr("this one, since {day}").format(day=since), True)
        form.term_box.addItem(self.tr("earlier ones"), False)
        earlier = any(not line.in_term for line in lines)
        form.term_label.setVisible(earlier)
        form.term_box.setVisible(earlier)

    def _show(self, _changes: object = None) -> None:
        form, kind = self.form, self.form.type_box.currentData()
        in_term = form.term_box.currentData()
        lines = [
            line
            for line in document_lines(self._session.register)
            if line.in_term is in_term and kind in (None, line.document.type)
        ]
        form.documents_stack.setCurrentWidget(form.table_page if lines else form.empty_page)
        self._model.set_rows(lines)
        form.count_label.setText(self.tr("%n document(s)", "", len(lines)))
        gaps = self._gaps(lines) if in_term else ""
        form.gaps_label.setText(gaps)
        form.gaps_label.setVisible(bool(gaps))
        if lines and not form.documents_table.currentIndex().isValid():
            form.documents_table.selectRow(0)
        self._show_chosen()

    def _gaps(self, lines: list[DocumentLine]) -> str:
        """Name the numbers that no document has."""
        missing = [
            f"{self._words.value(kind)} {runs_text(runs)}"
            for kind in dict.fromkeys(line.document.type for line in lines)
            if (runs := self._session.register.missing_document_numbers(kind))
        ]
        if not missing:
            return ""
        return self.tr("Missing numbers: {numbers}").format(numbers="; ".join(missing))

    def _chosen(self) -> DocumentLine | None:
        index = self.form.documents_table.currentIndex()
        return self._model.row(index) if index.isValid() else None

    def _show_chosen(self) -> None:
        """Say more of the chosen document, and let those acts be pressed that it allows."""
        form, line = self.form, self._chosen()
        form.chosen_card.setVisible(line is not None)
        replaceable = line is not None and self._may_be_replaced(line)
        form.replace_button.setEnabled(replaceable)
        why = self.tr("No later document of this type is signed yet")
        form.replace_button.setToolTip("" if replaceable else plain_tip(why))
        form.open_button.setEnabled(line is not None and line.meeting is not None)
        if line is None:
            return
        document = line.document
        form.chosen_label.setText(" ".join(self._sentences(line)))
        self.posted.show_step(
            self.tr("Posted in the handbook"), day_text(document.posted), document.posted
        )
        self.posted.set_days(self._session.today(), first=document.date)
        self.posted.set_changeable(line.state is not DocumentState.DRAFT)

    def _sentences(self, line: DocumentLine) -> list[str]:
        document = line.document
        where = self.tr("{document} ({day}, {meeting}).")
        said = [
            where.format(
                document=document_text(document, self._signs(document), self._words),
                day=day_text(document.date),
                meeting=self._meeting(line),
            )
        ]
        if line.state is DocumentState.DRAFT:
            said.append(self.tr("It is a draft until its meeting is closed."))
        if line.replaced_by is not None:
            by = line.replaced_by
            text = self.tr("Replaced by {number} of {day}.")
            number = number_text(by, self._signs(by))
            said.append(text.format(number=number, day=day_text(by.date)))
        return said

    def _may_be_replaced(self, line: DocumentLine) -> bool:
        """Tell whether there is anything to choose, or to take back."""
        if line.state is DocumentState.DRAFT:
            return False
        return bool(line.replaced_by or replacements(self._session.register, line.document))

    def _signs(self, document: Document) -> Mapping[DocumentType, str]:
        return self._session.rules(document.date).paper.signs

    def _post(self, posted: dt.date | None) -> None:
        line = self._chosen()
        assert line is not None
        register = self._session.register
        refusal = self._session.do(post_document, register, line.document.id, posted)
        if not self.form.notice_banner.answer(refusal, self._words):
            self._show_chosen()

    def _replace(self) -> None:
        line = self._chosen()
        if line is not None:
            ReplacementDialog(self._session, self._words, line.document, self).open()

    def _open_meeting(self) -> None:
        line = self._chosen()
        if line is not None and line.meeting is not None:
            self.meeting_wanted.emit(line.meeting.id)
            self.accept()
