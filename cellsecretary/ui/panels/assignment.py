"""Step 4 of a meeting: what became of earlier tasks, and the tasks that are given now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QTableView, QWidget

from cellsecretary.core.facts import reviewed_here, tasks_without_result
from cellsecretary.core.kinds import MeetingState, Result
from cellsecretary.core.operations.tasks import (
    delete_review,
    delete_task,
    name_second_reader,
    review_task,
)
from cellsecretary.core.task_lines import Gap, carried_in_order, gaps
from cellsecretary.core.task_products import is_reached
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.task import TaskDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.in_view import FocusInView
from cellsecretary.ui.key_table import ALONE, Key, bind
from cellsecretary.ui.panel import StepPanel
from cellsecretary.ui.progress_spin import NOT_SAID, WITH_PERCENT
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.reviews import WITH_WHY, ReviewList
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.task_wording import gaps_text, product_text, task_text, who_text
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from cellsecretary.core.advice import Advice
    from cellsecretary.core.change import Problem
    from cellsecretary.core.record import CarriedTask, MeetingRecord
    from cellsecretary.core.rows import Task
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session

WHAT, PRODUCT, LEAD, HELPERS, DUE = range(5)


class AssignmentForm(Form):
    """The widgets of the panel."""

    form = "assignment"
    notice_banner: Banner
    state_banner: Banner
    reviews_title_label: QLabel
    give_button: QPushButton
    work_area: QScrollArea
    reviews_panel: QWidget
    no_reviews_label: QLabel
    tasks_title_label: QLabel
    change_button: QPushButton
    delete_button: QPushButton
    tasks_table: QTableView
    no_tasks_label: QLabel
    gaps_label: QLabel
    previous_button: QPushButton
    missing_label: QLabel
    next_button: QPushButton


class AssignmentPanel(StepPanel):
    """Results of the tasks of earlier meetings above, the tasks of this one below."""

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self.form = form = AssignmentForm(self)
        self._order: list[str] = []
        self.reviews = ReviewList(words, self._save_note)
        layout = form.reviews_panel.layout()
        assert layout is not None
        layout.addWidget(self.reviews)
        self._model = RecordModel(self._columns(), key=lambda task: task.id, parent=self)
        form.tasks_table.setModel(self._model)
        dress_table(form.tasks_table, wrap=True)
        weights = {WHAT: 8, PRODUCT: 2, LEAD: 2, HELPERS: 2}
        self._widths = SharedWidths(
            form.tasks_table, weights, give_way=(PRODUCT, LEAD, HELPERS), whole=True
        )
        self._view = FocusInView.of(form.work_area)
        form.state_banner.dismiss()
        self._connect()
        self.begin_at(form.give_button)

    def refresh(self) -> None:
        """Show the results, the tasks given, and what is missing."""
        record = self.record
        self._show_reviews(record)
        self._show_tasks(record)
        self._show_missing(record)
        self._show_state(record)

    def show_meeting(self, meeting: str) -> None:
        """Turn to a meeting; tasks without a result come first and stay where they are."""
        if meeting != self._meeting:
            self._order = []
            self.reviews.open_task("")
            self.notice("")
        super().show_meeting(meeting)

    def go_to(self, place: Problem | Advice) -> None:
        """Bring the task of a place into view: its result, or the task as given here."""
        if place.table == "reviews":
            self.reviews.open_task(place.row)
            self.refresh()
            row = self.reviews.focus_on(place.row)
            if row is not None:
                self._view.show_widget(row)
            return
        index = self._model.index_of(place.row)
        if index.isValid():
            self.form.tasks_table.setCurrentIndex(index)
            self.form.tasks_table.setFocus()

    def _connect(self) -> None:
        form, reviews = self.form, self.reviews
        reviews.opened.connect(self._open_review)
        reviews.result_given.connect(self._give_result)
        reviews.result_taken_back.connect(self._take_back)
        reviews.progress_given.connect(self._give_progress)
        reviews.reader_given.connect(self._give_reader)
        reviews.left.connect(self._session.end_step)
        form.give_button.clicked.connect(partial(self._open_task, None))
        form.change_button.clicked.connect(self._change)
        form.delete_button.clicked.connect(self._delete)
        form.tasks_table.activated.connect(self._change)
        form.tasks_table.selectionModel().currentRowChanged.connect(self._show_acts)
        bind(Key.DELETE_ROW, form.tasks_table, self._delete, ALONE)
        form.previous_button.clicked.connect(self.previous_wanted)
        form.next_button.clicked.connect(self.next_wanted)

    def _columns(self) -> list[Column[Task]]:
        def said(gap: Gap, get: Callable[[Task], str]) -> Callable[[Task], str]:
            return lambda task: self.tr("not said") if gap in gaps(task) else get(task)

        def chip(gap: Gap) -> Callable[[Task], State | None]:
            return lambda task: State.CARE if gap in gaps(task) else None

        return [
            Column(self.tr("What"), self._what, strong=True),
            Column(
                self.tr("Product"),
                said(Gap.PRODUCT, product_text),
                state=chip(Gap.PRODUCT),
            ),
            Column(
                self.tr("Who leads"),
                said(Gap.LEAD, lambda task: self.record.name_of(task.lead)),
                state=chip(Gap.LEAD),
            ),
            Column(self.tr("Who helps"), lambda task: ", ".join(self._helpers(task))),
            Column(
                self.tr("Due"), said(Gap.DUE, lambda task: day_text(task.due)), state=chip(Gap.DUE)
            ),
        ]

    def _what(self, task: Task) -> str:
        """Name a task, with all that is known of it when its columns gave way."""
        if not self._widths.is_narrow:
            return task_text(task)
        who = who_text(self.record.name_of(task.lead), self._helpers(task))
        return "\n".join(part for part in (task_text(task), who, product_text(task)) if part)

    def _helpers(self, task: Task) -> list[str]:
        return [self.record.name_of(member) for member in task.helpers]

    # Showing

    def _show_reviews(self, record: MeetingRecord) -> None:
        form = self.form
        today = min(self._session.today(), record.meeting.date)
        carried = self._carried(record)
        self.reviews.set_tasks(record, carried, today)
        if record.is_open:
            none_text = self.tr(
                "No task of an earlier meeting is open. The tasks given at this meeting will "
                "stand here next time, each waiting for its result."
            )
        else:
            none_text = self.tr("No task of an earlier meeting was open.")
        form.no_reviews_label.setText(none_text)
        form.no_reviews_label.setVisible(not carried)
        left = len(tasks_without_result(record))
        if left:
            text = self.tr("Earlier tasks: %n still without a result", "", left)
        elif carried:
            text = self.tr("Earlier tasks: %n, all with a result", "", len(carried))
        else:
            text = self.tr("Earlier tasks")
        if carried and not reviewed_here(record):
            text = self.tr("Earlier tasks; a meeting of this kind need not give results")
        form.reviews_title_label.setText(text)

    def _carried(self, record: MeetingRecord) -> list[CarriedTask]:
        """Give the carried tasks in the order in which they were first shown."""
        tasks = {carried.task.id: carried for carried in carried_in_order(record)}
        known = [key for key in self._order if key in tasks]
        self._order = known + [key for key in tasks if key not in known]
        return [tasks[key] for key in self._order]

    def _show_tasks(self, record: MeetingRecord) -> None:
        form, tasks = self.form, record.tasks
        self._model.set_rows(tasks)
        form.tasks_title_label.setText(
            self.tr("%n task(s) given at this meeting", "", len(tasks))
            if tasks
            else self.tr("Tasks given at this meeting")
        )
        form.tasks_table.setVisible(bool(tasks))
        if record.is_open:
            none_text = self.tr(
                "No task yet. Press “Give a task” and write who does what, by when, "
                "and what comes of it."
            )
        else:
            none_text = self.tr("No task was given.")
        form.no_tasks_label.setText(none_text)
        form.no_tasks_label.setVisible(not tasks)
        form.give_button.setVisible(record.is_open)
        unclear = [(task.code, gaps(task)) for task in tasks if gaps(task)]
        template = self.tr("{code}: {gaps}")
        lines = [template.format(code=code, gaps=gaps_text(gap)) for code, gap in unclear]
        text = self.tr("A task should say who, what, by when, and which product. Not said: {list}.")
        form.gaps_label.setText(text.format(list="; ".join(lines)))
        form.gaps_label.setVisible(bool(lines) and record.is_open)
        self._show_acts()

    def _show_acts(self) -> None:
        record = self.record
        for button in (self.form.change_button, self.form.delete_button):
            button.setVisible(bool(record.tasks) and record.is_open)
            button.setEnabled(self._task() is not None)

    def _show_missing(self, record: MeetingRecord) -> None:
        left = len(tasks_without_result(record))
        parts = [self.tr("%n without a result", "", left)] if left else []
        if not record.tasks:
            parts.append(self.tr("no task given"))
        text = " · ".join(parts) if parts else self.tr("Complete")
        self.form.missing_label.setText(text if record.is_open else "")

    def _show_state(self, record: MeetingRecord) -> None:
        """Say why nothing can be changed."""
        banner = self.form.state_banner
        if record.meeting.state is MeetingState.CLOSED:
            text = self.tr("This meeting is closed: results and tasks stay as they are.")
            banner.show_message(State.NONE, text)
        elif record.meeting.state is MeetingState.CANCELLED:
            text = self.tr("This meeting was cancelled: it gives no results and no tasks.")
            banner.show_message(State.NONE, text)
        else:
            banner.dismiss()

    # Results

    def _open_review(self, task: str) -> None:
        self.refresh()
        self.reviews.focus_on(task)

    def _give_result(self, task: str, result: Result) -> None:
        """Note a result; a step of undo of its own."""
        review = self.record.review_of(task)
        kept = review is not None and result in WITH_PERCENT and review.result in WITH_PERCENT
        percent = review.percent if review and kept else None
        note = review.note if review else ""
        # What is there of the product stands as long as it does not contradict the result.
        fits = review is not None and is_reached(self._task_of(task), review) is (
            result is Result.DONE
        )
        achieved = review.achieved if review and fits else None
        self._session.end_step()
        done = self.run(review_task, self.record, task, result, percent, note, achieved)
        self._session.end_step()
        # A click on the result that stands changes nothing, but it has moved the button.
        self.refresh()
        if done and result in WITH_WHY and not note:
            self.reviews.focus_on(task)

    def _give_reader(self, task: str, member: str | None) -> None:
        self.run(name_second_reader, self.record, task, member)

    def _give_progress(self, task: str, value: int) -> None:
        """Note what is there of the product, or the percentage of what is not counted."""
        review = self.record.review_of(task)
        if review is None:
            return
        if self._task_of(task).amount is None:
            percent, achieved = value, None
        else:
            percent, achieved = 0, None if value == NOT_SAID else value
        self.run(review_task, self.record, task, review.result, percent, review.note, achieved)

    def _task_of(self, task: str) -> Task:
        return next(one.task for one in self.record.carried if one.task.id == task)

    def _save_note(self, task: str, note: str) -> bool:
        review = self.record.review_of(task)
        if review is None:
            return False
        found = (review.result, review.percent, note, review.achieved)
        return self.run(review_task, self.record, task, *found)

    def _take_back(self, task: str) -> None:
        self.run(delete_review, self.record, task)
        self.reviews.focus_on(task)

    # Tasks

    def _task(self) -> Task | None:
        index = self.form.tasks_table.currentIndex()
        return self._model.row(index) if index.isValid() else None

    def _open_task(self, task: Task | None, *_clicked: object) -> None:
        if not self.record.is_open:
            return
        dialog = TaskDialog(self._session, self._words, self._meeting, task, self)
        dialog.kept.connect(self._show_kept)
        dialog.open()

    def _show_kept(self, code: str) -> None:
        """Choose the task that was just given or changed."""
        task = next((task for task in self.record.tasks if task.code == code), None)
        if task is not None:
            self.form.tasks_table.setCurrentIndex(self._model.index_of(task.id))
            self._view.show_widget(self.form.tasks_table)

    def _change(self) -> None:
        task = self._task()
        if task is not None:
            self._open_task(task)

    def _delete(self) -> None:
        task = self._task()
        if task is not None:
            self.run(delete_task, self.record, self._session.register, task.id)
