"""What every panel is: a part of the session on the screen, fresh whenever it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cellsecretary.ui.autosave import flush_all
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from cellsecretary.core.advice import Advice
    from cellsecretary.core.change import Answer, Context, Problem, Refusal
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session

S = TypeVar("S")
P = ParamSpec("P")


class Panel(QWidget):
    """A page of work. Subclasses load their form in `__init__` and fill it in `refresh`.

    `next_wanted`, `previous_wanted`: the way to the step beside. `place_wanted`: carries a
    `Problem` or an `Advice` whose place the window is to show. `meeting_wanted`: carries the id of
    a meeting.
    """

    next_wanted = Signal()
    previous_wanted = Signal()
    place_wanted = Signal(object)
    meeting_wanted = Signal(str)

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._ask = ask
        self._words = words
        self._meeting = ""
        self._stale = True
        session.changed.connect(self._note_change)

    def refresh(self) -> None:
        """Fill the panel from the session. Called only while it is seen."""

    def begin(self) -> None:
        """Put the keyboard where the work of the panel begins."""
        self.setFocus()

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
        """Carry an operation out; a refusal is told in the panel's own words. True when done."""
        refusal = self._session.do(operation, subject, *args, **kwargs)
        if refusal is None:
            self.notice("")
            return True
        self.tell(refusal)
        self.update_now()
        return False

    def tell(self, refusal: Refusal) -> None:
        """Say why something was refused, in the panel's banner."""
        self.notice(self._words.refusals(refusal))

    def notice(self, text: str, state: State = State.CARE) -> None:
        """Show a message at the top of the panel, or take it away."""
        banner = self.findChild(Banner, "notice_banner")
        if banner is None:
            return
        if text:
            banner.show_message(state, text)
        else:
            banner.dismiss()

    def update_now(self) -> None:
        """Refresh at once when seen, else when next seen."""
        if self.isVisible() and self.has_subject():
            self._stale = False
            self.refresh()
        else:
            self._stale = True

    def has_subject(self) -> bool:
        """Tell whether there is anything to show."""
        return True

    def _note_change(self, _changes: tuple[object, ...]) -> None:
        self.update_now()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self.update_now()


class StepPanel(Panel):
    """A step of one meeting, which an undone plan takes away with it."""

    def has_subject(self) -> bool:
        """Tell whether the meeting is there."""
        return self._session.register.meeting(self._meeting) is not None
