"""What packets would change in a book; nothing is written before it is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTableView, QWidget

from cellsecretary.core.change import Refusal
from cellsecretary.core.intake import Arrival
from cellsecretary.sentences import packets as packet_sentences
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from cellsecretary.core.intake import Arriving
    from cellsecretary.exchange.intake import Brought, Preview
    from cellsecretary.messages import Messages

KIND, FATE = 1, 2

STATES = {
    Arrival.NEW: State.GOOD,
    Arrival.CLOSES: State.GOOD,
    Arrival.NEWER: State.CARE,
    Arrival.CONFLICT: State.BAD,
    Arrival.DAY_TAKEN: State.BAD,
}


class IntakeForm(Form):
    """The widgets of the dialog."""

    form = "intake"
    notice_banner: Banner
    source_label: QLabel
    signer_label: QLabel
    meetings_table: QTableView
    counts_label: QLabel
    notes_label: QLabel
    cancel_button: QPushButton
    take_button: QPushButton


class IntakeDialog(QDialog):
    """Shows each meeting with what becomes of it; `own_key` is the public key of the book."""

    def __init__(
        self,
        preview: Preview,
        brought: Brought,
        words: Messages,
        parent: QWidget | None = None,
        *,
        own_key: bytes | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words = words
        self.form = form = IntakeForm(self)
        self.setWindowTitle(self.tr("Take back copied packets"))
        form.notice_banner.dismiss()
        self._model = RecordModel(self._columns(), lambda one: one.record.meeting.id, self)
        form.meetings_table.setModel(self._model)
        dress_table(form.meetings_table, wrap=True)
        SharedWidths(form.meetings_table, {KIND: 2, FATE: 3}, whole=True)
        self._model.set_rows(preview.found)
        names = ", ".join(path.name for path in brought.paths)
        form.source_label.setText(self._source(brought, names))
        form.signer_label.setText("\n".join(packet_sentences.signers(words, brought, own_key)))
        form.counts_label.setText("\n".join(packet_sentences.changes(words, preview.tallies)))
        form.notes_label.setText(
            "\n".join(packet_sentences.left_out(words, preview.tallies, brought))
        )
        for label in (form.counts_label, form.notes_label):
            label.setVisible(bool(label.text()))
        if isinstance(preview.answer, Refusal):
            form.notice_banner.show_message(State.CARE, words.refusals(preview.answer))
            form.take_button.setEnabled(False)
        form.cancel_button.setAutoDefault(False)
        form.cancel_button.clicked.connect(self.reject)
        form.take_button.clicked.connect(self.accept)
        ask_size(self, 900, 600)

    def _source(self, brought: Brought, names: str) -> str:
        cell = brought.meetings[-1].cell.name if brought.meetings else ""
        return self.tr("{cell}: {files}").format(cell=cell, files=names) if cell else names

    def _columns(self) -> list[Column[Arriving]]:
        return [
            Column(self.tr("Date"), lambda one: day_text(one.record.meeting.date), strong=True),
            Column(self.tr("Kind"), lambda one: self._words.value(one.record.meeting.kind)),
            Column(
                self.tr("What happens"), lambda one: self._words.value(one.arrival), state=_state
            ),
        ]


def _state(one: Arriving) -> State:
    return STATES.get(one.arrival, State.NONE)
