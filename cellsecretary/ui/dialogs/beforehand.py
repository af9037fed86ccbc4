"""`BeforehandDialog`: opinions that were handed in before the meeting and are read out there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QTableView,
    QWidget,
)

from cellsecretary.core.operations.minutes import add_opinion, delete_opinion
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.member_picker import MemberPicker
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.tips import plain_tip

if TYPE_CHECKING:
    from cellsecretary.core.change import Refusal
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import Opinion
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session


class BeforehandForm(Form):
    """The widgets of the dialog."""

    form = "beforehand"
    notice_banner: Banner
    opinions_table: QTableView
    empty_label: QLabel
    opinion_card: QFrame
    speaker_edit: MemberPicker
    item_box: QComboBox
    text_edit: GrowingTextEdit
    delete_button: QPushButton
    close_button: QPushButton
    add_button: QPushButton


class BeforehandDialog(QDialog):
    """The opinions that are there above the fields of a new one.

    What is typed and not noted yet is never lost without a word: closing notes it, or says why not.
    """

    def __init__(
        self, session: Session, words: Messages, meeting: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._words, self._meeting = session, words, meeting
        self._warned = False
        self.form = form = BeforehandForm(self)
        self.setWindowTitle(self.tr("Opinions handed in before the meeting"))
        self._model = RecordModel(self._columns(), key=lambda opinion: opinion.id, parent=self)
        form.opinions_table.setModel(self._model)
        dress_table(form.opinions_table, stretch=(1, 2), wrap=True)
        form.speaker_edit.set_allow_other(True)
        form.add_button.clicked.connect(self._add)
        form.delete_button.clicked.connect(self._delete)
        form.close_button.clicked.connect(self.reject)
        form.opinions_table.selectionModel().currentRowChanged.connect(self._offer)
        session.changed.connect(self._refresh)
        for item in self._record.held_agenda:
            form.item_box.addItem(item.title, item.id)
        form.item_box.currentTextChanged.connect(
            lambda text: form.item_box.setToolTip(plain_tip(text))
        )
        form.item_box.setCurrentIndex(self._usual_item())
        form.item_box.setToolTip(plain_tip(form.item_box.currentText()))
        self._refresh()
        form.speaker_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        ask_size(self, 820, 600)

    def done(self, result: int) -> None:
        """Note what is typed; what cannot be noted is said once. A meeting undone takes nothing."""
        typed = self._is_there and self.form.text_edit.toPlainText().strip()
        if typed and not self._add() and not self._warned:
            self._warned = True
            return
        super().done(result)

    @property
    def _is_there(self) -> bool:
        return self._session.register.meeting(self._meeting) is not None

    @property
    def _record(self) -> MeetingRecord:
        return self._session.meeting(self._meeting)

    def _columns(self) -> list[Column[Opinion]]:
        return [
            Column(self.tr("Whose"), self._who, strong=True),
            Column(self.tr("On which point"), self._on),
            Column(self.tr("What"), lambda opinion: opinion.text),
        ]

    def _who(self, opinion: Opinion) -> str:
        return self._record.name_of(opinion.speaker) or opinion.speaker_other

    def _on(self, opinion: Opinion) -> str:
        return next((i.title for i in self._record.agenda if i.id == opinion.item), "")

    def _usual_item(self) -> int:
        """Give the point that people write to: where the most was said, else the first."""
        record = self._record
        counts = [len(record.opinions_on(item.id)) for item in record.held_agenda]
        return counts.index(max(counts)) if counts else -1

    def _refresh(self, *_changes: object) -> None:
        form = self.form
        if not self._is_there:
            self.close()
            return
        record = self._record
        opinions = [opinion for opinion in record.opinions if opinion.beforehand]
        form.opinions_table.setVisible(bool(opinions))
        form.empty_label.setVisible(not opinions)
        self._model.set_rows(opinions)
        form.speaker_edit.set_people(record.people)
        form.opinion_card.setVisible(record.is_open)
        form.add_button.setVisible(record.is_open)
        form.delete_button.setVisible(record.is_open)
        self._offer()

    def _offer(self, *_indexes: object) -> None:
        self.form.delete_button.setEnabled(self.form.opinions_table.currentIndex().isValid())

    def _add(self) -> bool:
        form = self.form
        form.speaker_edit.settle()
        refusal = self._session.do(
            add_opinion,
            self._record,
            str(form.item_box.currentData() or ""),
            form.speaker_edit.member(),
            form.text_edit.toPlainText(),
            form.speaker_edit.other_text(),
            beforehand=True,
        )
        if not self._told(refusal):
            form.speaker_edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        form.speaker_edit.set_member(None)
        form.text_edit.clear()
        form.speaker_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._warned = False
        return True

    def _delete(self) -> None:
        index = self.form.opinions_table.currentIndex()
        if index.isValid():
            self._told(self._session.do(delete_opinion, self._record, self._model.row(index).id))

    def _told(self, refusal: Refusal | None) -> bool:
        return self.form.notice_banner.answer(refusal, self._words)
