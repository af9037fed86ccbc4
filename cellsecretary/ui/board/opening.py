"""Boards opened and begun: what is wrong with a file is said, and what was open stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from cellsecretary import paths
from cellsecretary.core.board.register import BoardRegister
from cellsecretary.core.change import Context, Refusal
from cellsecretary.core.lengths import within_limits
from cellsecretary.rules import bundled
from cellsecretary.store import BookError
from cellsecretary.store.board import Board
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.board.office import OfficeDialog
from cellsecretary.ui.ledger_session import new_id

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cellsecretary.core.change import Answer
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask

S = TypeVar("S")
P = ParamSpec("P")


class BoardOpening(QObject):
    """Finds or begins a board in front of `window`; `ready` carries the path of its file."""

    ready = Signal(object)

    def __init__(
        self, ask: Ask, words: Messages, clock: Callable[[], dt.datetime], window: QWidget
    ) -> None:
        super().__init__(window)
        self._ask, self._words, self._clock = ask, words, clock
        self._window = window

    def choose(self) -> None:
        """Ask for a board that is there, or for a new one."""
        asked = self.tr("Is the board of the office on this computer, or is it to be begun?")
        options = [self.tr("Begin a board"), self.tr("Open a board")]
        match self._ask.choose(asked, options):
            case 0:
                self.begin()
            case 1:
                path = self._ask.open_path(FileKind.BOARD)
                if path is not None:
                    self.ready.emit(path)

    def begin(self, path: Path | None = None) -> None:
        """Ask for the office, and where its board is to lie unless that is said."""
        if path is None:
            name = self.tr("Board of the cells")
            suggested = paths.books_folder() / f"{name}.{FileKind.BOARD.suffix}"
            path = self._ask.save_path(suggested, FileKind.BOARD)
        if path is None:
            return
        begun = _Begun(path, self._clock)
        dialog = OfficeDialog(
            *(BoardRegister(), self._clock().date(), begun.do, begun.would_refuse),
            *(self._words, self._window),
        )
        begun.failed.connect(self._tell)
        begun.setParent(dialog)
        dialog.accepted.connect(lambda: self.ready.emit(path))
        dialog.open()

    def _tell(self, error: BookError) -> None:
        self._ask.tell(self._words.fault(error.fault, error.path))


class _Begun(QObject):
    """A board that is made with the first act on it."""

    failed = Signal(object)

    def __init__(self, path: Path, clock: Callable[[], dt.datetime]) -> None:
        super().__init__()
        self._path = path
        self._clock = clock

    def do(
        self,
        operation: Callable[Concatenate[S, Context, P], Answer],
        subject: S,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Refusal | None:
        """Make the file and carry the operation out; nothing is left of a file that fails."""
        answer = within_limits(operation(subject, self._context(), *args, **kwargs))
        if isinstance(answer, Refusal):
            return answer
        try:
            board = Board.create(self._path, bundled())
        except BookError as error:
            self.failed.emit(error)
            return Refusal(())
        try:
            board.apply(answer, self._clock())
        except BookError as error:
            self._path.unlink(missing_ok=True)
            self.failed.emit(error)
            return Refusal(())
        finally:
            board.close()
        return None

    def would_refuse(
        self,
        operation: Callable[Concatenate[S, Context, P], Answer],
        subject: S,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Refusal | None:
        """Ask the operation what it has against its input; nothing is written."""
        answer = within_limits(operation(subject, self._context(), *args, **kwargs))
        return answer if isinstance(answer, Refusal) else None

    def _context(self) -> Context:
        return Context(self._clock(), new_id)
