"""The tasks of earlier meetings, each with buttons for its result and a field for the why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cellsecretary.core.due import due_state, is_due
from cellsecretary.core.facts import is_result, times_carried
from cellsecretary.core.kinds import Result
from cellsecretary.core.task_products import achieved_of, is_reached
from cellsecretary.ui.autosave import Autosave
from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.following import SIZE, TEXT_SIZE, Follow
from cellsecretary.ui.progress_spin import ProgressSpin
from cellsecretary.ui.second_reader import SecondReader
from cellsecretary.ui.task_wording import (
    amount_text,
    product_text,
    result_state,
    task_text,
    who_text,
)
from cellsecretary.ui.theme import current_theme, set_role
from cellsecretary.ui.toggle import ToggleButton
from cellsecretary.ui.wording import DUE_STATES, day_text, due_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from cellsecretary.core.record import CarriedTask, MeetingRecord
    from cellsecretary.core.rows import Review, Task
    from cellsecretary.messages import Messages

WITH_WHY = (Result.PARTLY, Result.NOT_DONE)
NARROWEST = 760
"""Below this width, grown with the text, chips and details stand one below the other."""


class ReviewList(QWidget):
    """One card for each carried task; those without a result are open for it.

    `save_note` keeps the note on a task, given by its id, and tells whether it did.
    """

    opened = Signal(str)
    result_given = Signal(str, object)
    result_taken_back = Signal(str)
    progress_given = Signal(str, int)
    reader_given = Signal(str, object)
    left = Signal()

    def __init__(
        self,
        words: Messages,
        save_note: Callable[[str, str], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._save_note = save_note
        self._rows: dict[str, ReviewRow] = {}
        self._current = ""
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(current_theme().space(2))

    @property
    def rows(self) -> dict[str, ReviewRow]:
        """The cards by the ids of their tasks, in the order of the screen."""
        return self._rows

    def set_tasks(
        self, record: MeetingRecord, carried: Sequence[CarriedTask], today: dt.date
    ) -> None:
        """Show these tasks; fields that stay keep cursor and focus."""
        wanted = {one.task.id for one in carried}
        for gone in [key for key in self._rows if key not in wanted]:
            row = self._rows.pop(gone)
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        rows: dict[str, ReviewRow] = {}
        for place, one in enumerate(carried):
            key = one.task.id
            row = self._rows.get(key) or self._make(key)
            if self._box.indexOf(row) != place:
                self._box.insertWidget(place, row)
            is_open = record.is_open and (key == self._current or record.review_of(key) is None)
            row.show_task(record, one, today, is_open=is_open)
            rows[key] = row
        self._rows = rows

    def open_task(self, task: str) -> None:
        """Open one card; others that have their result close with the next `set_tasks`."""
        self._current = task

    def focus_on(self, task: str) -> QWidget | None:
        """Put the focus where a card wants something, and give the card."""
        row = self._rows.get(task)
        if row is not None:
            row.focus_wanted()
        return row

    def _make(self, task: str) -> ReviewRow:
        row = ReviewRow(self._words, partial(self._save_note, task), self)
        row.open_wanted.connect(partial(self._give_way, task))
        row.result_given.connect(partial(self._give_result, task))
        row.taken_back.connect(partial(self.result_taken_back.emit, task))
        row.progress_given.connect(partial(self.progress_given.emit, task))
        row.reader.given.connect(partial(self.reader_given.emit, task))
        row.left.connect(self.left)
        return row

    def _give_way(self, task: str) -> None:
        self._current = task
        self.opened.emit(task)

    def _give_result(self, task: str, result: Result) -> None:
        self._current = task
        self.result_given.emit(task, result)


class ReviewRow(QFrame):
    """One task: what it is, how it stands, and when open the buttons for its result."""

    open_wanted = Signal()
    result_given = Signal(object)
    taken_back = Signal()
    progress_given = Signal(int)
    left = Signal()

    def __init__(
        self, words: Messages, save_note: Callable[[str], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.what_label = _label(self, "strong")
        self.result_chip = ChipLabel(self)
        self.open_button = QPushButton(self)
        self.due_chip = ChipLabel(self)
        self.carried_chip = ChipLabel(self)
        self.detail_label = _label(self, "quiet")
        self.note_label = _label(self)
        self.answer_panel = QWidget(self)
        self.result_buttons = {result: self._button(result) for result in Result}
        self.left_label = _label(self, "strong")
        self.back_button = QPushButton(self.answer_panel)
        self.back_button.setProperty("role", "plain")
        self.why_panel = QWidget(self)
        self.why_label = _label(self.why_panel)
        self.why_edit = GrowingTextEdit(self.why_panel)
        self.why_edit.setProperty("lines", 1)
        self.why_label.setBuddy(self.why_edit)
        self.percent_label = _label(self.why_panel)
        self.percent_spin = ProgressSpin(self.why_panel)
        self.percent_spin.setKeyboardTracking(False)
        self.percent_label.setBuddy(self.percent_spin)
        self.reader = SecondReader(self)
        self._note = Autosave(self.why_edit, save_note)
        self._note.left.connect(self.left)
        self.open_button.clicked.connect(self.open_wanted)
        self.back_button.clicked.connect(self.taken_back)
        self.percent_spin.valueChanged.connect(self.progress_given)
        self.percent_spin.editingFinished.connect(self.left)
        self._lay_out()
        Follow(self, self._arrange, SIZE, TEXT_SIZE)

    def show_task(
        self, record: MeetingRecord, carried: CarriedTask, today: dt.date, *, is_open: bool
    ) -> None:
        """Show a task as the meeting has it; what is being typed stays."""
        task, review = carried.task, record.review_of(carried.task.id)
        answered = is_result(review)
        set_role(self, "card_current" if is_open and not answered else "card")
        self.what_label.setText(task_text(task))
        self.result_chip.show_state(*result_state(self._words, task, review))
        self._show_standing(record, carried, today, answered=answered)
        self._name_controls(task_text(task))
        self.open_button.setVisible(record.is_open and not is_open)
        self.answer_panel.setVisible(is_open)
        ongoing = review is not None and review.result is Result.ONGOING
        may_go_on = ongoing or not is_due(task.due, record.meeting.date)
        for result, button in self.result_buttons.items():
            button.setChecked(review is not None and review.result is result)
            button.setVisible(result is not Result.ONGOING or may_go_on)
        self.back_button.setVisible(review is not None)
        self.why_panel.setVisible(is_open and review is not None)
        self.reader.show_task(record, task, is_open=is_open)
        self._note.set_text(review.note if review else "")
        self.note_label.setText(review.note if review else "")
        self.note_label.setVisible(not is_open and bool(review and review.note))
        asked = review is not None and review.result in WITH_WHY
        self.why_label.setText(self.tr("W&hy, and what is left") if asked else self.tr("&Note"))
        set_role(self.why_label, "" if answered else "care")
        self.percent_spin.show_progress(task, review)
        self.percent_label.setVisible(not self.percent_spin.isHidden())
        counted = task.amount is not None
        self.percent_label.setText(self.tr("&Achieved") if counted else self.tr("&Percent done"))
        # Always there for what is counted: a line that comes would move the buttons below it.
        self.left_label.setVisible(is_open and review is not None and counted)
        self.left_label.setText(self._left_text(task, review))

    def focus_wanted(self) -> None:
        """Put the focus on the why where it is missing, else on the first button in use."""
        wanted: QWidget = self.open_button
        if not self.why_panel.isHidden():
            wanted = self.why_edit
        elif not self.answer_panel.isHidden():
            wanted = self.result_buttons[Result.DONE]
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_standing(
        self, record: MeetingRecord, carried: CarriedTask, today: dt.date, *, answered: bool
    ) -> None:
        task = carried.task
        due = due_state(task.due, today)
        self.due_chip.show_state(DUE_STATES[due.due], due_text(due))
        self.due_chip.setVisible(not answered)
        # This meeting carries a task on only when it has said so.
        review = record.review_of(task.id)
        times = times_carried(record, carried) if review else carried.carried
        often = times >= record.rules.meeting.carried
        carried_text = self.tr("carried %n time(s)", "", times)
        self.carried_chip.show_state(State.BAD if often else State.CARE, carried_text)
        self.carried_chip.setVisible(times > 0)
        self.detail_label.setText(self._details(record, task, answered=answered))

    def _details(self, record: MeetingRecord, task: Task, *, answered: bool) -> str:
        helpers = [record.name_of(member) for member in task.helpers]
        parts = [who_text(record.name_of(task.lead), helpers)]
        if task.due and not answered:
            parts.append(self.tr("due {day}").format(day=day_text(task.due)))
        if (product := product_text(task)) and not answered:
            parts.append(self.tr("product: {product}").format(product=product))
        return " · ".join(part for part in parts if part)

    def _left_text(self, task: Task, review: Review | None) -> str:
        """Say how much of what is counted is left, and propose to call the task done."""
        if task.amount is None or review is None:
            return ""
        if is_reached(task, review):
            if review.result is Result.DONE:
                return self.tr("All of it is there.")
            text = self.tr("All of it is there. Press “{done}” if the task is done.")
            return text.format(done=self._words.value(Result.DONE))
        left = amount_text(task.amount - achieved_of(task, review), task.unit)
        return self.tr("Left to do: {amount}").format(amount=left)

    def _name_controls(self, task: str) -> None:
        self.open_button.setText(self.tr("Change"))
        self.open_button.setAccessibleName(self.tr("Change the result: {task}").format(task=task))
        for result, button in self.result_buttons.items():
            word = self._words.value(result)
            button.setText(word)
            spoken = self.tr("{result}: {task}")
            button.setAccessibleName(spoken.format(result=word, task=task))
        self.back_button.setText(self.tr("Take back"))
        told = self.tr("Take the result back: {task}").format(task=task)
        self.back_button.setAccessibleName(told)

    def _arrange(self) -> None:
        narrow = self.width() < current_theme().grown(NARROWEST)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for row in (self._head, self._standing, self._why):
            row.setDirection(way)

    def _button(self, result: Result) -> QPushButton:
        button = ToggleButton(self.answer_panel)
        button.clicked.connect(lambda: self.result_given.emit(result))
        return button

    def _lay_out(self) -> None:
        theme = current_theme()
        gap = theme.space(2)
        chips = _row(gap, (self.due_chip, 0), (self.carried_chip, 0))
        chips.addStretch(1)
        self._standing = _row(gap)
        self._standing.addLayout(chips)
        self._standing.addWidget(self.detail_label, 1)
        texts = QVBoxLayout()
        texts.setSpacing(theme.space(1))
        texts.addWidget(self.what_label)
        texts.addLayout(self._standing)
        texts.addWidget(self.note_label)
        marks = _row(gap, (self.result_chip, 0))
        marks.addStretch(1)
        marks.addWidget(self.open_button)
        self._head = _row(gap)
        self._head.addLayout(texts, 1)
        self._head.addLayout(marks)
        answers = _row(gap, *((button, 0) for button in self.result_buttons.values()))
        answers.addWidget(self.back_button)
        answers.addStretch(1)
        self.answer_panel.setLayout(answers)
        fields = _row(gap, (self.why_edit, 1), (self.percent_label, 0), (self.percent_spin, 0))
        self._why = _row(gap, (self.why_label, 0))
        self._why.addLayout(fields, 1)
        self.why_panel.setLayout(self._why)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.space(4), theme.space(2), theme.space(3), theme.space(2))
        box.setSpacing(gap)
        box.addLayout(self._head)
        box.addWidget(self.answer_panel)
        box.addWidget(self.left_label)
        box.addWidget(self.why_panel)
        box.addWidget(self.reader)


def _label(parent: QWidget, role: str = "") -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    if role:
        label.setProperty("role", role)
    return label


def _row(gap: int, *widgets: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for widget, stretch in widgets:
        row.addWidget(widget, stretch)
    return row
