"""What every page of the board's window is: a side of the board, fresh whenever it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from cellsecretary.core.change import Answer, Context
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.board.session import BoardSession

S = TypeVar("S")
P = ParamSpec("P")


class BoardPage(QWidget):
    """A page of work. Subclasses load their form in `__init__` and fill it in `show_board`.

    `cell_wanted` carries the id of a cell, and the first day of a month or None: its meeting is to
    be opened.
    """

    cell_wanted = Signal(str, object)

    def __init__(
        self, session: BoardSession, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._ask = ask
        self._words = words
        self._stale = True
        session.changed.connect(self._note_change)
        session.collected.connect(self.update_now)

    def title(self) -> str:
        """Give the word for the page."""
        raise NotImplementedError

    def show_board(self) -> None:
        """Fill the page from the session. Called only while it is seen."""

    def begin(self) -> None:
        """Put the keyboard where the work of the page begins."""
        self.setFocus()

    def run(
        self,
        operation: Callable[Concatenate[S, Context, P], Answer],
        subject: S,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """Carry an operation out; a refusal is told in the page's own words. True when done."""
        refusal = self._session.do(operation, subject, *args, **kwargs)
        self.notice("" if refusal is None else self._words.refusals(refusal))
        return refusal is None

    def notice(self, text: str, state: State = State.CARE) -> None:
        """Show a message at the top of the page, or take it away."""
        banner = self.findChild(Banner, "notice_banner")
        if banner is None:
            return
        if text:
            banner.show_message(state, text)
        else:
            banner.dismiss()

    def update_now(self) -> None:
        """Fill the page at once when it is seen, else when it is next seen."""
        self._stale = not self.isVisible()
        if not self._stale:
            self.show_board()

    def _note_change(self, _changes: tuple[object, ...]) -> None:
        self.update_now()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self.update_now()
