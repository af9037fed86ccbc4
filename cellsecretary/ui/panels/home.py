"""Home: when is the next meeting, what must be done before it, what is overdue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from cellsecretary.core.advice import cell_advice
from cellsecretary.core.directive_advice import directive_advice
from cellsecretary.core.due import due_state
from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.task_advice import overdue_advice
from cellsecretary.core.track import preparation
from cellsecretary.core.year_plan import next_month
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.form import Form
from cellsecretary.ui.panel import Panel
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.sentences import Sentence, SentenceList
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.theme import set_role
from cellsecretary.ui.track import PreparationSteps
from cellsecretary.ui.wording import DUE_STATES, day_text, due_text, hour_text, long_day_text

if TYPE_CHECKING:
    from cellsecretary.core.advice import Advice
    from cellsecretary.core.rows import Meeting, Task
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session


class HomeForm(Form):
    """The widgets of the panel."""

    form = "home"
    notice_banner: Banner
    next_title_label: QLabel
    next_day_label: QLabel
    next_detail_label: QLabel
    next_button: QPushButton
    missing_label: QLabel
    late_label: QLabel
    late_list: SentenceList
    advice_label: QLabel
    advice_list: SentenceList
    year_button: QPushButton
    upper_panel: QWidget
    preparation_card: QFrame
    preparation_title_label: QLabel
    tasks_title_label: QLabel
    all_tasks_button: QPushButton
    tasks_table: QTableView
    no_tasks_label: QLabel


class HomePanel(Panel):
    """The first page.

    `plan_wanted` asks for a new meeting, `tasks_wanted` for all tasks, `year_wanted` for the year.
    """

    tasks_wanted = Signal()
    year_wanted = Signal()

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self.form = HomeForm(self)
        self._steps = PreparationSteps(self, session, words)
        box = self.form.preparation_card.layout()
        assert isinstance(box, QVBoxLayout)
        box.insertWidget(1, self._steps)
        StackWhenNarrow(self.form.upper_panel)
        self.begin_at(self.form.next_button)
        self._tasks = RecordModel(self._columns(), key=lambda task: task.id, parent=self)
        self.form.tasks_table.setModel(self._tasks)
        dress_table(self.form.tasks_table, stretch=0, wrap=True)
        self.form.tasks_table.activated.connect(lambda _index: self.tasks_wanted.emit())
        self.form.all_tasks_button.clicked.connect(self.tasks_wanted)
        self.form.next_button.clicked.connect(self._go_on)
        self.form.year_button.clicked.connect(lambda: self.year_wanted.emit())
        for sentences in (self.form.late_list, self.form.advice_list):
            sentences.chosen.connect(self.place_wanted)

    def refresh(self) -> None:
        """Show the next meeting, its preparation, and the open tasks."""
        meeting = self._session.register.next_open_meeting()
        if meeting is None:
            self._show_nothing_planned()
        else:
            self._show_next(meeting)
        self._show_advice()
        self._show_tasks()

    # The next meeting

    def _show_next(self, meeting: Meeting) -> None:
        form = self.form
        form.next_day_label.setText(
            self.tr("{day} – {hour}").format(
                day=long_day_text(meeting.date), hour=hour_text(meeting.starts)
            )
        )
        days = (meeting.date - self._session.today()).days
        late = self.tr("This meeting is not closed yet")
        form.next_title_label.setText(late if days < 0 else self.tr("The next meeting"))
        parts = [self._words.value(meeting.kind), self._distance(days), meeting.place]
        form.next_detail_label.setText(" · ".join(part for part in parts if part))
        running = meeting.state is MeetingState.RUNNING or days <= 0
        form.next_button.setText(
            self.tr("Go on with this meeting") if running else self.tr("Prepare this meeting")
        )
        # What the committee meets about is prepared meanwhile.
        record = self._session.meeting(meeting.prepares or meeting.id)
        lines = preparation(record, self._session.today())
        left = [line for line in lines if line.is_open]
        form.missing_label.setText(
            self.tr("%n preparation(s) left", "", len(left)) if left and not running else ""
        )
        form.preparation_title_label.setText(
            self.tr("To be done before {day}").format(day=day_text(record.meeting.date))
        )
        form.preparation_card.setVisible(bool(lines))
        self._steps.show_record(record)

    def _show_nothing_planned(self) -> None:
        form = self.form
        session = self._session
        month = next_month(session.register, session.today(), session.rules)
        form.next_title_label.setText(self.tr("The next meeting"))
        form.next_day_label.setText(self.tr("The next meeting is not planned"))
        form.next_detail_label.setText(
            self.tr("By the cell's rule the next one is on {day}.").format(
                day=long_day_text(month.date)
            )
        )
        form.next_button.setText(self.tr("Plan the meeting"))
        form.missing_label.setText("")
        form.preparation_card.hide()

    def _show_advice(self) -> None:
        """Say what should be seen to today, apart what is late."""
        session = self._session
        register = session.register
        today = session.today()
        found = [*cell_advice(register, today, session.rules), *overdue_advice(register, today)]
        meeting = register.next_open_meeting()
        if meeting is not None:
            # What the committee meets about is prepared meanwhile.
            record = session.meeting(meeting.prepares or meeting.id)
            found += directive_advice(record, register)
        form = self.form
        late = [one for one in found if one.pressing]
        others = [one for one in found if not one.pressing]
        form.late_label.setText(
            self.tr("Overdue; press a line to go there:")
            if late
            else self.tr("✓ Nothing is overdue")
        )
        set_role(form.late_label, "bad" if late else "good")
        form.late_list.set_sentences([self._sentence(one, State.BAD) for one in late])
        form.late_list.setVisible(bool(late))
        form.advice_list.set_sentences([self._sentence(one, State.CARE) for one in others])
        form.advice_label.setVisible(bool(others))
        form.advice_list.setVisible(bool(others))

    def _sentence(self, advice: Advice, state: State) -> Sentence:
        return Sentence(self._words.advice(advice), state, advice, "next")

    def _distance(self, days: int) -> str:
        if days == 0:
            return self.tr("today")
        if days < 0:
            return self.tr("%n day(s) ago", "", -days)
        return self.tr("in %n day(s)", "", days)

    def _go_on(self) -> None:
        meeting = self._session.register.next_open_meeting()
        if meeting is None:
            self.plan_wanted.emit()
        else:
            self.meeting_wanted.emit(meeting.id)

    # Tasks

    def _columns(self) -> list[Column[Task]]:
        return [
            Column(self.tr("Task"), lambda task: task.what, strong=True),
            Column(self.tr("Who"), lambda task: self._name(task.lead)),
            Column(self.tr("Due"), lambda task: day_text(task.due)),
            Column(
                self.tr("State"),
                lambda task: due_text(due_state(task.due, self._session.today())),
                state=lambda task: DUE_STATES[due_state(task.due, self._session.today()).due],
            ),
        ]

    def _name(self, member: str | None) -> str:
        row = self._session.register.member(member)
        return row.name if row else ""

    def _show_tasks(self) -> None:
        tasks = self._session.register.open_tasks()
        self.form.tasks_title_label.setText(self.tr("%n open task(s)", "", len(tasks)))
        self.form.tasks_table.setVisible(bool(tasks))
        self.form.all_tasks_button.setVisible(bool(tasks))
        self.form.no_tasks_label.setVisible(not tasks)
        # After the table is shown: a hidden one does not measure its columns.
        self._tasks.set_rows(tasks)
