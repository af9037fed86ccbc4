"""What every panel is: a part of the session on the screen, fresh whenever it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import Signal

from cellsecretary.ui.autosave import flush_all
from cellsecretary.ui.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from cellsecretary.core.advice import Advice
    from cellsecretary.core.change import Answer, Context, Problem
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session

S = TypeVar("S")
P = ParamSpec("P")


class Panel(Page):
    """A page of a cell's work, mostly about one meeting.

    `next_wanted`, `previous_wanted`: the way to the step beside. `place_wanted`: carries a
    `Problem` or an `Advice` whose place the window is to show. `meeting_wanted`: carries the id of
    a meeting. `trace_wanted`: carries that of a member or meeting whose history is to be shown.
    `plan_wanted` asks for a new meeting.
    """

    _session: Session
    next_wanted = Signal()
    previous_wanted = Signal()
    place_wanted = Signal(object)
    meeting_wanted = Signal(str)
    trace_wanted = Signal(str)
    plan_wanted = Signal()

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self._meeting = ""

    def go_to(self, place: Problem | Advice) -> None:
        """Bring the place of a problem or of an advice into view and put the focus there."""

    def flush(self) -> None:
        """Write what is typed and not yet saved."""
        flush_all(self)

    def show_meeting(self, meeting: str) -> None:
        """Turn to a meeting; panels that are not about one meeting ignore it."""
        if meeting == self._meeting:
            return
        self.flush()
        self._meeting = meeting
        self.update_now()

    @property
    def record(self) -> MeetingRecord:
        """The record of the meeting that the panel shows."""
        return self._session.meeting(self._meeting)

    def run(
        self,
        operation: Callable[Concatenate[S, Context, P], Answer],
        subject: S,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """Carry an operation out; what was refused stands again as the book has it."""
        done = super().run(operation, subject, *args, **kwargs)
        if not done:
            self.update_now()
        return done


class StepPanel(Panel):
    """A step of one meeting, which an undone plan takes away with it."""

    def has_subject(self) -> bool:
        """Tell whether the meeting is there."""
        return self._session.register.meeting(self._meeting) is not None
