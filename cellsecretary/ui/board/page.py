"""What every page of the board's window is: a side of the board, fresh whenever it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from cellsecretary.ui.page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.board.session import BoardSession


class BoardPage(Page):
    """A page of the board; packets that come refresh it, too.

    `cell_wanted` carries the id of a cell, and the first day of a month or None: its meeting is to
    be opened.
    """

    _session: BoardSession
    cell_wanted = Signal(str, object)

    def __init__(
        self, session: BoardSession, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        session.collected.connect(self.update_now)

    def title(self) -> str:
        """Give the word for the page."""
        raise NotImplementedError
