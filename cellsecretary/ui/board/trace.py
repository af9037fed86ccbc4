"""`BoardTraceDialog`: who did what and when at the board of an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.ui.dialogs.trace import TraceDialog
from cellsecretary.ui.dialogs.trace_filter import Subjects

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cellsecretary.core.office import Office
    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.board.session import BoardSession


class BoardTraceDialog(TraceDialog):
    """The history of a board: of its cells."""

    about_title = "cell"

    def __init__(
        self, session: BoardSession, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        self._session = session
        super().__init__(session, ask, words, parent)

    def subjects(self) -> Subjects:
        """Give the cells of the board."""
        return Subjects(cells=[(one.id, one.name) for one in self._session.record.cells])

    def rules(self) -> RuleSet:
        """Give the rules of today."""
        return self._session.rules(self._session.today())

    def office(self) -> Office:
        """Give the office of the board."""
        return self._session.register.issuing(self._session.today())
