"""The tasks of the cell: what is open, what is overdue, what became of the others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView, QWidget

from cellsecretary.core.change import Problem, Why
from cellsecretary.core.kinds import Result
from cellsecretary.core.period import Span, period_with
from cellsecretary.core.task_history import in_time, open_since, task_histories
from cellsecretary.core.task_lines import TaskLine, concerns, task_lines
from cellsecretary.core.task_products import product_sums
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.period_papers import PeriodPapersDialog
from cellsecretary.ui.dialogs.story import StoryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.key_table import INSIDE, Key, bind
from cellsecretary.ui.member_picker import MemberPicker
from cellsecretary.ui.panel import Panel
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.stories import Stories
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.task_wording import (
    achieved_text,
    product_text,
    result_text,
    task_text,
    who_text,
)
from cellsecretary.ui.toggle import ToggleButton
from cellsecretary.ui.wording import DUE_STATES, day_text, due_text, percent_text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from cellsecretary.core.advice import Advice
    from cellsecretary.core.period import Period
    from cellsecretary.core.rows import Meeting, Task
    from cellsecretary.core.task_history import TaskHistory
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session

STATE, TASK, WHO, DUE, LAST = range(5)
UNITS_TOLD = 4


class TasksForm(Form):
    """The widgets of the panel."""

    form = "tasks"
    notice_banner: Banner
    way_panel: QWidget
    open_button: ToggleButton
    overdue_button: ToggleButton
    done_button: ToggleButton
    all_button: ToggleButton
    member_edit: MemberPicker
    search_edit: QLineEdit
    clear_button: QPushButton
    tasks_table: QTableView
    empty_label: QLabel
    summary_label: QLabel
    counted_label: QLabel
    sheet_button: QPushButton
    history_button: QPushButton
    meeting_button: QPushButton


class TasksPanel(Panel):
    """All tasks in one list; what can be done to one is done at its meeting."""

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self.form = form = TasksForm(self)
        self._lines: tuple[TaskLine, ...] = ()
        self._histories: dict[str, TaskHistory] = {}
        self._model = RecordModel(
            self._columns(), key=lambda line: line.task.id, parent=self, search=self._search_text
        )
        form.tasks_table.setModel(self._model)
        self.begin_at(form.tasks_table)
        dress_table(form.tasks_table, sortable=True, wrap=True)
        self._widths = SharedWidths(
            form.tasks_table, {TASK: 6, WHO: 2, LAST: 3}, give_way=(WHO, DUE, LAST)
        )
        StackWhenNarrow(form.way_panel)
        form.open_button.setChecked(True)
        self._connect()

    def refresh(self) -> None:
        """Show the tasks that are asked for."""
        register = self._session.register
        self._lines = task_lines(register, self._session.today())
        self._histories = task_histories(register)
        named = {m for line in self._lines for m in (line.task.lead, *line.task.helpers) if m}
        self.form.member_edit.set_people(register.members, first=named)
        self._filter()

    def go_to(self, place: Problem | Advice) -> None:
        """Bring a task into view."""
        self._show_everything()
        self.form.all_button.click()
        self.form.tasks_table.setCurrentIndex(self._model.index_of(place.row))
        self.form.tasks_table.setFocus()

    @property
    def _state_buttons(self) -> tuple[ToggleButton, ...]:
        form = self.form
        return form.open_button, form.overdue_button, form.done_button, form.all_button

    def _connect(self) -> None:
        form = self.form
        for button in self._state_buttons:
            button.clicked.connect(self._filter)
        form.member_edit.chosen.connect(self._filter)
        form.search_edit.textChanged.connect(self._filter)
        form.clear_button.clicked.connect(self._show_everything)
        form.tasks_table.activated.connect(self._go_to_meeting)
        form.tasks_table.selectionModel().currentRowChanged.connect(self._show_way)
        form.meeting_button.clicked.connect(self._go_to_meeting)
        form.history_button.clicked.connect(self._show_history)
        form.sheet_button.clicked.connect(self._show_sheet)
        search = partial(form.search_edit.setFocus, Qt.FocusReason.ShortcutFocusReason)
        bind(Key.FIND, self, search, INSIDE)

    def _columns(self) -> list[Column[TaskLine]]:
        return [
            Column(
                self.tr("State"),
                self._state_text,
                state=self._state,
                sort=lambda line: (not line.is_open, line.due.days),
            ),
            Column(
                self.tr("Task"),
                self._task,
                sort=lambda line: (line.task.given, line.task.position),
                strong=True,
            ),
            Column(self.tr("Who"), self._who),
            Column(
                self.tr("Due"),
                lambda line: day_text(line.task.due),
                sort=lambda line: (line.task.due is None, line.task.due),
            ),
            Column(self.tr("Last result"), self._last_result),
        ]

    def _state(self, line: TaskLine) -> State:
        return DUE_STATES[line.due.due] if line.is_open else State.GOOD

    def _state_text(self, line: TaskLine) -> str:
        return due_text(line.due) if line.is_open else self._words.value(Result.DONE)

    def _task(self, line: TaskLine) -> str:
        """Name a task, with all that is known of it when its columns gave way."""
        text = task_text(line.task)
        if not self._widths.is_narrow:
            return text
        rest = (self._who(line), day_text(line.task.due), self._last_result(line))
        return "\n".join(part for part in (text, *rest) if part)

    def _who(self, line: TaskLine) -> str:
        register = self._session.register
        rows = [register.member(member) for member in (line.task.lead, *line.task.helpers)]
        lead, *helpers = (row.name if row else "" for row in rows)
        return who_text(lead, helpers)

    def _last_result(self, line: TaskLine) -> str:
        review, meeting = line.last_review, line.found_at
        if review is None or meeting is None:
            return ""
        words = {
            "result": result_text(self._words, line.task, review),
            "day": day_text(meeting.date),
        }
        if not review.note:
            return self.tr("{day}: {result}").format(**words)
        return self.tr("{day}: {result}. {note}").format(**words, note=review.note)

    def _search_text(self, line: TaskLine) -> str:
        task = line.task
        return " ".join(
            (task.code, task.what, product_text(task), self._who(line), day_text(task.due))
        )

    # Filtering

    def _filter(self) -> None:
        """Show the tasks of the chosen kind, member and words."""
        form = self.form
        member = form.member_edit.member()
        theirs = [line for line in self._lines if not member or concerns(line.task, member)]
        still_open = [line for line in theirs if line.is_open]
        overdue = [line for line in still_open if line.is_overdue]
        done = [line for line in theirs if not line.is_open]
        # The number is no placeholder of the sentence but a part of it.
        form.open_button.setText(self.tr("&Open ({count})").format(count=len(still_open)))
        form.overdue_button.setText(self.tr("O&verdue ({count})").format(count=len(overdue)))
        form.done_button.setText(self.tr("&Done ({count})").format(count=len(done)))
        form.all_button.setText(self.tr("&All ({count})").format(count=len(theirs)))
        self._model.set_filter(form.search_edit.text())
        shown = zip(self._state_buttons, (still_open, overdue, done, theirs), strict=True)
        self._model.set_rows(next(lines for button, lines in shown if button.isChecked()))
        form.clear_button.setVisible(bool(member or form.search_edit.text()))
        form.summary_label.setText(self._in_time(member))
        form.counted_label.setText(self._counted(member))
        form.sheet_button.setEnabled(bool(theirs))
        self._show_sums()
        self._show_empty()
        self._show_way()

    def _show_everything(self) -> None:
        self.form.search_edit.clear()
        self.form.member_edit.set_member(None)
        self._filter()

    def _this_year(self) -> Period:
        return period_with(self._session.today(), Span.YEAR)

    def _in_time(self, member: str | None) -> str:
        """Say how many tasks were done in time this year: of the cell, or those a member leads."""
        year = self._this_year()
        share = in_time(self._histories.values(), year, member)
        text = self.tr("In time in {year}: {count} of {all} · {percent}")
        if member:
            text = self.tr("As the lead in time in {year}: {count} of {all} · {percent}")
        text = text.format(
            year=year.year,
            count=share.in_time,
            all=share.decided,
            percent=percent_text(share.percent),
        )
        return text if share.decided else ""

    def _counted(self, member: str | None) -> str:
        """Say what the tasks of this year bring that is counted."""
        year = self._this_year()
        theirs = (
            history
            for history in open_since(self._histories.values(), year.first)
            if not member or concerns(history.task, member)
        )
        # Of a year with many units those of most tasks say enough; the report of the year has all.
        sums = sorted(product_sums(theirs), key=lambda one: one.tasks, reverse=True)
        told = [achieved_text(one.achieved, one.amount, one.unit) for one in sums[:UNITS_TOLD]]
        products = ", ".join([*told, *(["…"] if len(sums) > UNITS_TOLD else [])])
        text = self.tr("Counted in {year}: {products}").format(year=year.year, products=products)
        return text if products else ""

    def _show_sums(self) -> None:
        """Leave the sums out where there is nothing to say, or no room beside the tasks."""
        form = self.form
        form.summary_label.setVisible(bool(form.summary_label.text()))
        has_room = not self._widths.is_narrow
        form.counted_label.setVisible(has_room and bool(form.counted_label.text()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sums way to the tasks."""
        super().resizeEvent(event)
        self._show_sums()

    def _show_empty(self) -> None:
        form = self.form
        shown = bool(self._model.rows)
        form.tasks_table.setVisible(shown)
        form.empty_label.setVisible(not shown)
        if not self._lines:
            text = self.tr(
                "No task yet. Tasks are given at a meeting, in its step “Assignment”; "
                "then all of them stand here."
            )
        elif not form.clear_button.isHidden():
            text = self.tr("No task fits what you look for.")
        elif form.done_button.isChecked():
            text = self.tr("No task is done yet.")
        elif form.overdue_button.isChecked():
            text = self.tr("No task is overdue.")
        else:
            text = self.tr("No task is open. Press “All” to see those that are done.")
        form.empty_label.setText(text)

    # The way to the meeting

    def _current(self) -> TaskLine | None:
        index = self.form.tasks_table.currentIndex()
        return self._model.row(index) if index.isValid() else None

    def _place(self, line: TaskLine) -> Meeting | None:
        """Give the meeting to turn to: where the task is answered, else where it stands."""
        giver = self._session.register.meeting(line.task.meeting)
        return line.answer_at or line.found_at or giver

    def _show_way(self) -> None:
        line = self._current()
        place = self._place(line) if line else None
        button = self.form.meeting_button
        button.setEnabled(place is not None)
        self.form.history_button.setEnabled(line is not None)
        if line is None or place is None:
            button.setText(self.tr("To its &meeting"))
        elif line.answer_at is not None and line.answer_at.id != line.task.meeting:
            text = self.tr("Result, &meeting {day}")
            button.setText(text.format(day=day_text(place.date)))
        else:
            button.setText(self.tr("To the &meeting of {day}").format(day=day_text(place.date)))

    def _go_to_meeting(self) -> None:
        line = self._current()
        if line is None:
            return
        place = self._place(line)
        if place is None or (line.is_open and line.answer_at is None):
            self.notice(
                self.tr(
                    "The result of this task is entered at the next meeting, in step 4. "
                    "Plan that meeting first."
                )
            )
            return
        self.notice("")
        self._turn_to(line.task, place.id)

    def _turn_to(self, task: Task, meeting: str) -> None:
        """Lead to where a meeting gave a task or looked at it."""
        self.meeting_wanted.emit(meeting)
        table = "tasks" if meeting == task.meeting else "reviews"
        self.place_wanted.emit(Problem(Why.TASK_WITHOUT_RESULT, table, task.id))

    # What became of a task, and the sheets on paper

    def _show_history(self) -> None:
        """Show the chosen task meeting by meeting."""
        line = self._current()
        if line is None:
            return
        stories = Stories(self._session, self._words)
        dialog = StoryDialog(stories.of_task(self._histories[line.task.id]), self)
        dialog.meeting_wanted.connect(self.meeting_wanted)
        dialog.place_wanted.connect(self.place_wanted)
        dialog.open()

    def _show_sheet(self) -> None:
        """Show the sheets of the newest year with tasks, that of the chosen member alone."""
        member = self.form.member_edit.member()
        year = max(
            history.newest.year
            for history in self._histories.values()
            if not member or concerns(history.task, member)
        )
        dialog = PeriodPapersDialog(
            self._session,
            self._ask,
            self._words,
            year,
            self,
            paper="member-tasks",
            wish=(member,) if member else (),
        )
        dialog.meeting_wanted.connect(self.meeting_wanted)
        dialog.open()
