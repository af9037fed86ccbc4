"""The stories of tasks, petitions and members in the words of the screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cellsecretary.core.change import Problem, Why
from cellsecretary.core.petition_lines import petition_state
from cellsecretary.core.story import Event, member_story, petition_story, task_story
from cellsecretary.core.task_history import Timing, task_histories
from cellsecretary.ui.chips import State
from cellsecretary.ui.task_wording import (
    RESULT_STATES,
    product_text,
    result_text,
    task_text,
    who_text,
)
from cellsecretary.ui.wording import MARK_STATES, PETITION_STATES, day_text

if TYPE_CHECKING:
    import datetime as dt

    from cellsecretary.core.story import Happening
    from cellsecretary.core.task_history import TaskHistory
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session

TIMING_STATES = {
    Timing.IN_TIME: State.GOOD,
    Timing.LATE: State.BAD,
    Timing.WAITING: State.NONE,
    Timing.NO_DAY: State.NONE,
}


@dataclass(frozen=True)
class StoryLine:
    """One line: `meeting` is the id of the one that it leads to, `place` the place in it."""

    number: int
    day: dt.date
    what: str
    note: str = ""
    state: State | None = State.NONE
    meeting: str = ""
    place: Problem | None = None


@dataclass(frozen=True)
class Story:
    """What is told: of what, on what terms, how it stands as sign and word, line by line."""

    title: str
    name: str
    terms: tuple[str, ...]
    state: State | None
    said: str
    lines: tuple[StoryLine, ...]


class Stories(QObject):
    """Tells the stories of an open book."""

    def __init__(self, session: Session, words: Messages) -> None:
        super().__init__()
        self._session = session
        self._words = words

    def of(self, table: str, row: str) -> Story | None:
        """Give the story of a row, None for one that has none or is not there any more."""
        register = self._session.register
        if table == "tasks" and (history := task_histories(register).get(row)) is not None:
            return self.of_task(history)
        if table == "petitions" and any(one.id == row for one in register.petitions):
            return self.of_petition(row)
        return self.of_member(row) if table == "members" and register.member(row) else None

    def of_task(self, history: TaskHistory) -> Story:
        """Tell who does a task, with what product, by when, and what became of it."""
        task, register, words = history.task, self._session.register, self._words
        lead, *helpers = (register.name_of(one) for one in (task.lead, *task.helpers))
        due = self.tr("Due {day}").format(day=day_text(task.due)) if task.due else ""
        product = product_text(task)
        product = self.tr("Product: {text}").format(text=product) if product else ""

        def line(number: int, one: Happening) -> StoryLine:
            if one.review is None:
                note = one.said if one.meeting else self.tr("on paper, before this book")
                return self._line(number, one, words.value(one.event), note, "tasks", task.id)
            what, note = result_text(words, task, one.review), one.said
            state = RESULT_STATES[one.review.result]
            return self._line(number, one, what, note, "reviews", task.id, state)

        return Story(
            self.tr("How the task went"),
            task_text(task),
            tuple(part for part in (who_text(lead, helpers), product, due) if part),
            TIMING_STATES[history.timing],
            words.value(history.timing),
            tuple(line(*one) for one in enumerate(task_story(history))),
        )

    def of_petition(self, petition: str) -> Story:
        """Tell who raised a petition, its steps, and the meetings that found it unsettled."""
        register, words = self._session.register, self._words
        row = next(one for one in register.petitions if one.id == petition)
        raised_by = self._session.speaker_of(row.opinion)
        told = {
            self.tr("From: {who}"): row.source,
            self.tr("About: {who}"): row.concerns,
            self.tr("To: {who}"): row.addressee,
        }

        def line(number: int, one: Happening) -> StoryLine:
            if one.state is not None and one.meeting is not None:
                note = self.tr("came up again: {meeting}").format(meeting=one.meeting.title)
                state = PETITION_STATES[one.state]
                return self._line(number, one, words.value(one.state), note, state=state)
            note = one.said
            if one.event is Event.RAISED and note:
                note = self.tr("{who} spoke of it").format(who=note)
            return self._line(number, one, words.value(one.event), note, "petitions", row.id)

        today = self._session.today()
        state = petition_state(row)
        return Story(
            self.tr("How the petition went"),
            row.text,
            tuple(text.format(who=who) for text, who in told.items() if who),
            PETITION_STATES[state],
            words.value(state),
            tuple(line(*one) for one in enumerate(petition_story(register, row, raised_by, today))),
        )

    def of_member(self, member: str) -> Story:
        """Tell how a member came and took part, meeting by meeting."""
        register = self._session.register
        row = register.member(member)
        assert row is not None, "the register keeps its lines"
        lines, opinions = self._session.taken_part(member)
        born = self.tr("Born {day}").format(day=day_text(row.born)) if row.born else ""
        happenings = member_story(register, row, lines, opinions)
        return Story(
            self.tr("How the member took part"),
            row.name,
            tuple(part for part in (row.post, born) if part),
            None,
            "",
            tuple(self._member_line(*one) for one in enumerate(happenings)),
        )

    def _member_line(self, number: int, one: Happening) -> StoryLine:
        words = self._words
        if one.standing is not None:
            return self._line(number, one, words.value(one.standing), one.said)
        if one.meeting is None:
            return self._line(number, one, words.value(one.event), one.said)
        said = [
            one.said,
            self.tr("%n opinion(s)", "", one.opinions) if one.opinions else "",
            *(self.tr("given {task}").format(task=task_text(task)) for task in one.tasks),
            *(f"{task.code}: {result_text(words, task, review)}" for task, review in one.reviews),
        ]
        note = "; ".join(part for part in said if part)
        if one.line is None:
            return self._line(number, one, one.meeting.title, note)
        what, state = words.value(one.line.mark), MARK_STATES[one.line.mark]
        return self._line(number, one, what, note, "attendance", one.line.id, state)

    def _line(
        self,
        number: int,
        one: Happening,
        what: str,
        note: str,
        table: str = "",
        row: str = "",
        state: State = State.NONE,
    ) -> StoryLine:
        place = Problem(Why.TEXT_MISSING, table, row) if table and one.meeting else None
        meeting = one.meeting.id if one.meeting else ""
        return StoryLine(number, one.day, what, note, state, meeting, place)
