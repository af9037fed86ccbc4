"""`BoardSession`: the open board as its window sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from cellsecretary.core.board.record import board_record
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.ledger_session import LedgerSession

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtCore import QObject

    from cellsecretary.core.board.record import BoardRecord
    from cellsecretary.core.board.register import BoardRegister
    from cellsecretary.core.board.versions import Version, VersionKey
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.exchange.office_keys import OfficeKeys
    from cellsecretary.store.board import Board


class BoardSession(LedgerSession):
    """One open board; `keys` are those of the office once they were unlocked.

    `collected` comes when packets were taken onto the board, which `changed` does not tell.
    """

    file_kind = FileKind.BOARD

    collected = Signal()

    def __init__(
        self, board: Board, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(board, clock, parent)
        self._board = board
        self._versions: tuple[Version, ...] | None = None
        self._record: BoardRecord | None = None
        self.keys: OfficeKeys | None = None

    @property
    def board(self) -> Board:
        """The board, for collecting onto it."""
        return self._board

    @property
    def name(self) -> str:
        """The name of the office, else of the file."""
        office = self.register.office
        return office.name if office else self.board.path.stem

    @property
    def record(self) -> BoardRecord:
        """The whole board; what packets said is read once, until packets come."""
        if self._record is None:
            if self._versions is None:
                self._versions = self._board.versions()
            self._record = board_record(self._versions, self._board.register())
        return self._record

    @property
    def register(self) -> BoardRegister:
        """What the clerk decided and wrote."""
        return self.record.register

    def meeting(self, key: VersionKey) -> MeetingRecord:
        """Give the record of a version."""
        return self._board.record(key)

    def rules(self, day: date) -> RuleSet:
        """Give the rules of the program on a day."""
        return self._board.rules_on(day)

    def tell_collected(self) -> None:
        """Tell everybody that packets came onto the board; undo does not go back past that."""
        self._versions = None
        self.end_step()
        self.read_history()
        self._forget()
        self.collected.emit()

    def _forget(self) -> None:
        self._record = None
