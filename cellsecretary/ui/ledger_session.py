"""`LedgerSession`: an open file as its window sees it: acts in, undo, and who is told."""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, Concatenate, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from cellsecretary.core.change import Act, Answer, Changes, Context, Refusal
from cellsecretary.core.lengths import within_limits
from cellsecretary.store import BookError
from cellsecretary.store.history import NEWEST, History, read_history
from cellsecretary.store.lock import account
from cellsecretary.ui.ask import FileKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from cellsecretary.store import Step
    from cellsecretary.store.ledger import Ledger

S = TypeVar("S")
P = ParamSpec("P")

TEXT_ACTS = frozenset(
    {
        Act.WRITE_BODY,
        Act.WRITE_CONCLUSION,
        Act.WRITE_OPINION,
        Act.CHANGE_PETITION,
        Act.WRITE_ANSWER,
        Act.REVIEW_TASK,
        Act.REVIEW_YEAR,
        Act.REMARK_ON_MEETING,
        Act.ANSWER_PETITION,
    }
)
"""Acts of typing: saved every second, but one step of undo from focus in to focus out."""


class Doing(Protocol):
    """Carries an operation out, or only asks it: `Session.do` and `Session.would_refuse`."""

    def __call__(
        self,
        operation: Callable[Concatenate[S, Context, P], Answer],
        subject: S,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Refusal | None:
        """Give the refusal, None where there is none."""


class LedgerSession(QObject):
    """One open file. Every panel is given it; no panel touches the file itself.

    `changed` carries the tuple of `Change` that was just written, undo and redo included;
    `undone` carries the step that was taken back, `redone` the one that was done again;
    `cannot_be_undone` comes before an act that undo does not go back past is written.
    """

    file_kind: ClassVar[FileKind] = FileKind.BOOK

    changed = Signal(tuple)
    undone = Signal(object)
    redone = Signal(object)
    cannot_be_undone = Signal()
    saved = Signal(object)
    failed = Signal(object)

    def __init__(
        self, ledger: Ledger, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._clock = clock
        self._account = account()
        self.read_history()
        self._typing: tuple[Step, str] | None = None

    @property
    def ledger(self) -> Ledger:
        """The file, for what is neither a record nor an act: its path, a backup."""
        return self._ledger

    @property
    def name(self) -> str:
        """What people call the file: the name of its cell or office today."""
        raise NotImplementedError

    def _forget(self) -> None:
        """Let go of what was read: something was written."""
        raise NotImplementedError

    def now(self) -> datetime:
        """Give the time by the clock that the program was started with."""
        return self._clock()

    def today(self) -> date:
        """Give the day of `now`."""
        return self._clock().date()

    def context(self) -> Context:
        """Give what an operation may know of the world."""
        return Context(self._clock(), new_id)

    # Changing

    def do(
        self,
        operation: Callable[Concatenate[S, Context, P], Answer],
        subject: S,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Refusal | None:
        """Carry an operation out on the disk, then tell everybody; None when it is done.

        A refusal changes nothing. A fault of the file changes nothing either: it is told by
        `failed`, and the refusal given back has no problems of its own.
        """
        answer = within_limits(operation(subject, self.context(), *args, **kwargs))
        if isinstance(answer, Refusal):
            return answer
        return None if self._apply(answer) else Refusal(())

    def would_refuse(
        self,
        operation: Callable[Concatenate[S, Context, P], Answer],
        subject: S,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Refusal | None:
        """Ask an operation what it has against its input, as `do` would; nothing is written."""
        answer = within_limits(operation(subject, self.context(), *args, **kwargs))
        return answer if isinstance(answer, Refusal) else None

    def undo(self) -> bool:
        """Take the last act back; False when there is none or the file cannot be written."""
        self.end_step()
        if not self._history.undoable:
            return False
        step = self._history.undoable[-1]
        done = self._apply(self._ledger.changes_of(step, back=True), way="undo", of=step.of)
        if done:
            self.undone.emit(step)
        return done

    def redo(self) -> bool:
        """Do the last undone act again."""
        self.end_step()
        if not self._history.redoable:
            return False
        step = self._history.redoable[-1]
        done = self._apply(self._ledger.changes_of(step, back=False), way="redo", of=step.of)
        if done:
            self.redone.emit(step)
        return done

    @property
    def last_undoable(self) -> Step | None:
        """The act that undo would take back."""
        return self._history.undoable[-1] if self._history.undoable else None

    @property
    def last_redoable(self) -> Step | None:
        """The act that redo would do again."""
        return self._history.redoable[-1] if self._history.redoable else None

    def read_history(self) -> None:
        """Read both stacks of undo anew: something was written past this session."""
        self._history = read_history(self._ledger.steps(NEWEST))

    @property
    def history(self) -> History:
        """Both stacks of undo."""
        return self._history

    def end_step(self) -> None:
        """End the step of the text being typed: what is typed next is a step of its own."""
        self._typing = None

    def _apply(self, changes: Changes, *, way: str = "do", of: int | None = None) -> bool:
        if way == "do" and self._continues(changes):
            assert self._typing is not None
            way, of = "more", self._typing[0].of
        if changes.act.is_barrier:
            self.cannot_be_undone.emit()
        try:
            step = self._ledger.apply(changes, self._clock(), self._account, way=way, of=of)
        except BookError as error:
            self._see_what_is_there(changes)
            self.failed.emit(error)
            return False
        if step is None:
            return True
        self._history = self._history.after(step)
        self._remember_typing(step, changes)
        self._forget()
        self.changed.emit(changes.changes)
        self.saved.emit(self._clock())
        return True

    def _see_what_is_there(self, changes: Changes) -> None:
        """Read anew after a failure: an act may be in the file although nobody can tell it is."""
        last = self._history
        self.end_step()
        self._forget()
        # A file that cannot be read either has nothing new to show.
        with suppress(BookError):
            self.read_history()
            if self._history != last:
                self.changed.emit(changes.changes)

    def _continues(self, changes: Changes) -> bool:
        if self._typing is None or changes.act is not self._typing[0].act:
            return False
        return len(changes.changes) == 1 and changes.changes[0].row.id == self._typing[1]

    def _remember_typing(self, step: Step, changes: Changes) -> None:
        if step.way == "do":
            typed = changes.act in TEXT_ACTS and len(changes.changes) == 1
            self._typing = (step, changes.changes[0].row.id) if typed else None


def new_id() -> str:
    """Give a name for a new row that no other book has."""
    return secrets.token_hex(8)
