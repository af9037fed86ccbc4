"""`SendingPage`: which meetings of a year the superior has, and which are still to be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QWidget

from cellsecretary.core.sending import ReceiptState, SentLine, SentState, sent_lines
from cellsecretary.ui.cargo import MeetingsCargo
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.send import SendDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.overview.page import OverviewPage
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from cellsecretary.core.period import PeriodRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session

KIND, STATE, PLACE, RECEIPT = 1, 2, 4, 5
STATES = {
    SentState.NOT_SENT: State.CARE,
    SentState.CHANGED_SINCE: State.CARE,
    SentState.DRAFT_SENT: State.CARE,
    SentState.SENT: State.GOOD,
}


class OverviewSendingForm(Form):
    """The widgets of the page."""

    form = "overview_sending"
    count_label: QLabel
    meetings_table: QTableView
    empty_label: QLabel
    act_bar: QWidget
    open_button: QPushButton
    send_button: QPushButton


class SendingPage(OverviewPage):
    """One line per closed meeting, the newest first; what waits goes onto a stick in one step."""

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self.form = form = OverviewSendingForm(self)
        self._model = RecordModel(self._columns(), lambda line: line.meeting, self)
        form.meetings_table.setModel(self._model)
        dress_table(form.meetings_table, wrap=True)
        SharedWidths(
            form.meetings_table, {KIND: 1, STATE: 1, PLACE: 1, RECEIPT: 2}, give_way=(KIND, PLACE)
        )
        StackWhenNarrow(form.act_bar)
        form.meetings_table.activated.connect(lambda _index: self._open())
        form.open_button.clicked.connect(self._open)
        form.send_button.clicked.connect(self._send)

    @staticmethod
    def title() -> str:
        """Give the word on the tab of the page."""
        return QCoreApplication.translate("SendingPage", "Sent to the superior")

    def show_row(self, row: str) -> None:
        """Choose the line of a meeting."""
        self.form.meetings_table.setCurrentIndex(self._model.index_of(row))

    def show_period(self, period: PeriodRecord) -> None:
        """Fill the page."""
        form, lines = self.form, sent_lines(period)
        self._model.set_rows(lines)
        waiting = self._waiting()
        for part in (form.meetings_table, form.act_bar, form.count_label):
            part.setVisible(bool(lines))
        form.empty_label.setVisible(not lines)
        told = self.tr("%n meeting(s) still to be copied for the superior.", "", len(waiting))
        form.count_label.setText(told if waiting else self.tr("The superior has all of them."))
        form.send_button.setText(self.tr("Copy %n meeting(s) to &USB…", "", len(waiting)))
        form.send_button.setVisible(bool(waiting))
        if lines and not form.meetings_table.currentIndex().isValid():
            form.meetings_table.selectRow(0)

    def _waiting(self) -> list[str]:
        return [line.meeting for line in self._model.rows if line.is_waiting]

    def _send(self) -> None:
        records = [self._session.meeting(meeting) for meeting in reversed(self._waiting())]
        cargo = MeetingsCargo(self._session, records)
        SendDialog(cargo, self._ask, self._words, self).open()

    def _open(self) -> None:
        line = self._model.at(self.form.meetings_table.currentIndex())
        if line is not None:
            self.meeting_wanted.emit(line.meeting)

    def _columns(self) -> list[Column[SentLine]]:
        return [
            Column(self.tr("Date"), lambda line: day_text(line.date), strong=True),
            Column(self.tr("Kind"), lambda line: self._words.value(line.kind)),
            Column(
                self.tr("State"),
                self._state,
                state=lambda line: STATES[line.sending.state] if line.is_waiting else State.GOOD,
            ),
            Column(self.tr("Copied on"), lambda line: _day(line)),
            Column(self.tr("To"), lambda line: _place(line)),
            Column(self.tr("The superior"), self._receipt),
        ]

    def _state(self, line: SentLine) -> str:
        if line.sending.is_waiting and not line.is_waiting:
            return self.tr("is there already")  # on another stick, or from another laptop
        return self._words.value(line.sending.state)

    def _receipt(self, line: SentLine) -> str:
        """Say what the superior has, and its remark below."""
        if line.receipt is None or line.receipt_state is None:
            return ""
        said = {
            ReceiptState.SAME: self.tr("received on {day}"),
            ReceiptState.OLDER: self.tr("received an older version on {day}"),
            ReceiptState.NEWER: self.tr("received a newer version on {day}"),
            ReceiptState.PAPER: self.tr("received on paper on {day}"),
        }[line.receipt_state].format(day=day_text(line.receipt.received))
        return f"{said}\n{line.receipt.remark}" if line.receipt.remark else said


def _day(line: SentLine) -> str:
    return day_text(line.sending.last.at) if line.sending.last else ""


def _place(line: SentLine) -> str:
    return line.sending.last.place if line.sending.last else ""
