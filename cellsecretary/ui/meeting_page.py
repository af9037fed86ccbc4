"""One meeting on the screen: its head, the five steps, and the panel of the step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QWidget

from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.progress import progress
from cellsecretary.core.track import FOLLOW_UP
from cellsecretary.ui.chips import ChipLabel
from cellsecretary.ui.form import Form
from cellsecretary.ui.icons import numbered_icon
from cellsecretary.ui.late import Late
from cellsecretary.ui.meeting_path import MeetingPath
from cellsecretary.ui.page import made_or_failed
from cellsecretary.ui.panel import Panel
from cellsecretary.ui.theme import set_role
from cellsecretary.ui.wording import MEETING_STATES, day_text, long_day_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.core.advice import Advice
    from cellsecretary.core.change import Problem
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session


def _agenda() -> type[Panel]:
    from cellsecretary.ui.panels.agenda import AgendaPanel

    return AgendaPanel


def _attendance() -> type[Panel]:
    from cellsecretary.ui.panels.attendance import AttendancePanel

    return AttendancePanel


def _minutes() -> type[Panel]:
    from cellsecretary.ui.panels.minutes import MinutesPanel

    return MinutesPanel


def _assignment() -> type[Panel]:
    from cellsecretary.ui.panels.assignment import AssignmentPanel

    return AssignmentPanel


def _printing() -> type[Panel]:
    from cellsecretary.ui.panels.printing import PrintingPanel

    return PrintingPanel


STEPS: Mapping[str, type[Panel]] = Late(
    {
        "agenda": _agenda,
        "attendance": _attendance,
        "minutes": _minutes,
        "assignment": _assignment,
        "printing": _printing,
    }
)
"""The five steps in their order; a panel is made when it is first visited."""

_PLACES = {
    "attendance": "attendance",
    "guests": "attendance",
    "agenda_items": "agenda",
    "opinions": "minutes",
    "votes": "minutes",
    "petitions": "minutes",
    "tasks": "assignment",
    "reviews": "assignment",
    "scores": "printing",
}

_FIELDS = {
    "start": "minutes",
    "end": "minutes",
    "state": "printing",
    **{str(step): "printing" for step in FOLLOW_UP},
}
"""Steps for fields of the meeting itself; the others are in its plan."""


class MeetingPageForm(Form):
    """The widgets of the page."""

    form = "meeting_page"
    path_panel: QWidget
    head_panel: QWidget
    step_panel: QWidget
    earlier_button: QPushButton
    later_button: QPushButton
    plan_button: QPushButton
    title_label: QLabel
    state_chip: ChipLabel
    agenda_button: QPushButton
    attendance_button: QPushButton
    minutes_button: QPushButton
    assignment_button: QPushButton
    printing_button: QPushButton
    panel_stack: QStackedWidget


class MeetingPage(Panel):
    """Leads through a meeting step by step; `plan_wanted` asks for a new one."""

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self.form = MeetingPageForm(self)
        self._buttons: dict[str, QPushButton] = {
            step: getattr(self.form, f"{step}_button") for step in STEPS
        }
        self._step_words = {step: button.text() for step, button in self._buttons.items()}
        form = self.form
        self._path = MeetingPath(
            *(form.path_panel, form.head_panel, form.step_panel),
            *(form.title_label, form.state_chip, form.plan_button),
        )
        self._panels: dict[str, Panel] = {}
        self._step = self._name = ""
        for step, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, step=step: self.show_step(step))
        self.form.earlier_button.clicked.connect(lambda: self._turn(-1))
        self.form.later_button.clicked.connect(lambda: self._turn(1))
        self.form.plan_button.clicked.connect(self.plan_wanted)

    @property
    def meeting(self) -> str:
        """The id of the meeting that is shown, empty before the first."""
        return self._meeting

    def of_what(self) -> str:
        """Give the day and the kind of the meeting."""
        return self._name

    @property
    def step(self) -> str:
        """The step that is shown."""
        return self._step

    @property
    def has_come(self) -> bool:
        """Whether this is the day of the meeting, and it has not begun yet."""
        row = self.record.meeting
        return row.state is MeetingState.PLANNED and row.date == self._session.today()

    @property
    def panel(self) -> Panel | None:
        """The panel that is shown."""
        return self._panels.get(self._step)

    def show_meeting(self, meeting: str) -> None:
        """Turn to a meeting, at the step that it has come to; before its day it is prepared."""
        if meeting == self._meeting:
            return
        self.flush()
        self._meeting = meeting
        row = self.record.meeting
        ahead = row.state is MeetingState.PLANNED and row.date > self._session.today()
        self.show_step("agenda" if ahead else progress(self.record).current)

    def show_any_meeting(self) -> None:
        """Show the meeting that waits, else the last one, unless one is shown already."""
        register = self._session.register
        if register.meeting(self._meeting) is not None:
            return
        waiting = register.next_open_meeting()
        if waiting is not None:
            self.show_meeting(waiting.id)
        elif register.meetings:
            self.show_meeting(register.meetings[-1].id)

    def show_step(self, step: str) -> Panel:
        """Turn to a step; what was typed in the step before is written first."""
        self.flush()
        self._step = step
        panel = self._panels.get(step) or self._make(step)
        with panel.shielded(partial(self.show_step, step)):
            panel.show_meeting(self._meeting)
            if panel.has_failed:
                panel.update_now()
        self.form.panel_stack.setCurrentWidget(panel)
        self.update_now()
        self.begin()
        return panel

    def begin(self) -> None:
        """Put the keyboard where the work of the step begins."""
        panel = self.panel
        if panel is not None and panel.isVisible():
            panel.begin()

    def go_to(self, place: Problem | Advice) -> None:
        """Turn to the step that a place belongs to, and to the place there."""
        step = _PLACES.get(place.table, "agenda")
        if place.table == "meetings":
            step = _FIELDS.get(place.field, step)
        if place.field == "body":
            step = "minutes"
        self.show_step(step).go_to(place)

    def flush(self) -> None:
        """Write what is typed in the panel that is shown."""
        panel = self.panel
        if panel is not None:
            panel.flush()

    def refresh(self) -> None:
        """Show head and steps; when the meeting is gone with its plan, those of another."""
        self.show_any_meeting()
        found = self._session.register.meeting(self._meeting) is not None
        for button in (*self._buttons.values(), self.form.earlier_button, self.form.later_button):
            button.setEnabled(found)
        set_role(self.form.plan_button, "" if found else "next")
        if not found:
            nothing = QCoreApplication.translate("MeetingPage", "No meeting is planned yet")
            self._path.show_meeting((nothing,), found=False)
            return
        record = self.record
        meeting = record.meeting
        title = QCoreApplication.translate("MeetingPage", "{day} · {kind}")
        day = long_day_text(meeting.date)
        whole = title.format(day=day, kind=self._words.value(meeting.kind))
        self._name = whole
        titles = (whole, day, day_text(meeting.date))
        self.form.state_chip.show_state(
            MEETING_STATES[meeting.state], self._words.value(meeting.state)
        )
        self._path.show_meeting(titles, found=True)
        self._show_steps(progress(record).done)
        order = [m.id for m in self._session.register.meetings]
        place = order.index(meeting.id)
        earlier, later = self.form.earlier_button, self.form.later_button
        for button, other, leads in (
            (earlier, later, place > 0),
            (later, earlier, place < len(order) - 1),
        ):
            if button.hasFocus() and not leads:
                # Whoever pressed it to the end turns round; Qt would look for the next by Tab.
                other.setFocus()
            button.setEnabled(leads)

    def _show_steps(self, done: frozenset[str]) -> None:
        for number, (step, button) in enumerate(self._buttons.items(), 1):
            current = step == self._step
            look = "current" if current else "done" if step in done else "open"
            button.setChecked(current)
            button.setIcon(numbered_icon(number, look))
        words = {button: self._step_words[step] for step, button in self._buttons.items()}
        self._path.show_steps(words, self._buttons.get(self._step))

    def _make(self, step: str) -> Panel:
        given = (self._session, self._ask, self._words)
        panel: Panel = made_or_failed(
            partial(STEPS[step], *given), partial(Panel, *given), partial(self._make_again, step)
        )
        self._panels[step] = panel
        # A stack shows the first panel that it is given at once.
        with panel.shielded(partial(self.show_step, step)):
            panel.show_meeting(self._meeting)
        self.form.panel_stack.addWidget(panel)
        panel.next_wanted.connect(lambda: self._walk(1))
        panel.previous_wanted.connect(lambda: self._walk(-1))
        panel.place_wanted.connect(self.place_wanted)
        panel.meeting_wanted.connect(self.meeting_wanted)
        panel.trace_wanted.connect(self.trace_wanted)
        return panel

    def _make_again(self, step: str) -> None:
        failed = self._panels.pop(step)
        self.form.panel_stack.removeWidget(failed)
        failed.deleteLater()
        self.show_step(step)

    def _walk(self, by: int) -> None:
        order = list(STEPS)
        place = order.index(self._step) + by
        if 0 <= place < len(order):
            self.show_step(order[place])

    def _turn(self, by: int) -> None:
        order = [m.id for m in self._session.register.meetings]
        place = order.index(self._meeting) + by
        if 0 <= place < len(order):
            self.meeting_wanted.emit(order[place])
