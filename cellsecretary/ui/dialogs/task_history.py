"""`TaskHistoryDialog`: what became of one task, meeting by meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTableView, QWidget

from cellsecretary.core.task_history import Timing
from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.task_wording import RESULT_STATES, product_text, result_text, task_text
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.rows import Meeting, Review
    from cellsecretary.core.task_history import TaskHistory
    from cellsecretary.messages import Messages

WHAT_COLUMN, NOTE_COLUMN = 1, 2

TIMING_STATES = {
    Timing.IN_TIME: State.GOOD,
    Timing.LATE: State.BAD,
    Timing.WAITING: State.NONE,
    Timing.NO_DAY: State.NONE,
}


@dataclass(frozen=True)
class Step:
    """The giving of a task, without a review, or what a meeting found of it."""

    date: dt.date
    meeting: Meeting | None
    review: Review | None = None


class TaskHistoryForm(Form):
    """The widgets of the dialog."""

    form = "task_history"
    task_label: QLabel
    terms_label: QLabel
    timing_chip: ChipLabel
    steps_table: QTableView
    close_button: QPushButton
    meeting_button: QPushButton


class TaskHistoryDialog(QDialog):
    """Begins with the newest result; `meeting_wanted` carries the meeting of a line."""

    meeting_wanted = Signal(str)

    def __init__(
        self, history: TaskHistory, who: str, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words = words
        self._task = history.task
        self.form = form = TaskHistoryForm(self)
        self.setWindowTitle(self.tr("How the task went"))
        form.task_label.setText(task_text(history.task))
        form.terms_label.setText(self._terms(history, who))
        form.timing_chip.show_state(TIMING_STATES[history.timing], words.value(history.timing))
        self._model = RecordModel(self._columns(), key=_key, parent=self)
        table = form.steps_table
        table.setModel(self._model)
        dress_table(table, wrap=True)
        SharedWidths(table, {NOTE_COLUMN: 1})
        found = (Step(each.meeting.date, each.meeting, each.review) for each in history.findings)
        self._model.set_rows([Step(history.task.given, history.given_at), *found])
        table.activated.connect(self._go_to_meeting)
        table.selectionModel().currentRowChanged.connect(self._show_way)
        form.meeting_button.clicked.connect(self._go_to_meeting)
        form.close_button.clicked.connect(self.reject)
        table.selectRow(len(self._model.rows) - 1)
        table.setFocus(Qt.FocusReason.OtherFocusReason)
        ask_size(self, 820, 480)

    def _terms(self, history: TaskHistory, who: str) -> str:
        """Say who does it, with what product, by when, as far as that is known."""
        task = history.task
        due = self.tr("Due {day}").format(day=day_text(task.due)) if task.due else ""
        product = product_text(task)
        product = self.tr("Product: {text}").format(text=product) if product else ""
        return "\n".join(part for part in (who, product, due) if part)

    def _columns(self) -> list[Column[Step]]:
        return [
            Column(self.tr("Date"), lambda step: day_text(step.date), strong=True),
            Column(self.tr("Result"), self._what, state=_state),
            Column(self.tr("Note"), self._note),
        ]

    def _what(self, step: Step) -> str:
        if step.review is None:
            return self.tr("Given")
        return result_text(self._words, self._task, step.review)

    def _note(self, step: Step) -> str:
        if step.review:
            return step.review.note
        return step.meeting.title if step.meeting else self.tr("on paper, before this book")

    def _current(self) -> Meeting | None:
        index = self.form.steps_table.currentIndex()
        return self._model.row(index).meeting if index.isValid() else None

    def _show_way(self) -> None:
        """Name the meeting of the chosen line."""
        meeting, button = self._current(), self.form.meeting_button
        button.setEnabled(meeting is not None)
        if meeting is None:
            button.setText(self.tr("To its &meeting"))
        else:
            text = self.tr("To the &meeting of {day}")
            button.setText(text.format(day=day_text(meeting.date)))

    def _go_to_meeting(self) -> None:
        meeting = self._current()
        if meeting is not None:
            self.accept()
            self.meeting_wanted.emit(meeting.id)


def _key(step: Step) -> str:
    return step.review.id if step.review else ""


def _state(step: Step) -> State:
    return RESULT_STATES[step.review.result] if step.review else State.NONE
