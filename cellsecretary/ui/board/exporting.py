"""`BoardCargo`: the whole board as one file, for another computer or for the province."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.exchange.merging import board_file, board_file_name
from cellsecretary.ui.cargo import Cargo, Way
from cellsecretary.ui.courier import Load

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from cellsecretary.ui.board.session import BoardSession


class BoardCargo(Cargo):
    """The board as it is now; a fault of its file raises `BookError` when the ways are asked."""

    def __init__(self, session: BoardSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def title(self) -> str:
        """Say what is in it."""
        return self.tr("The whole board as one file, to be merged on another computer")

    def ways(self) -> tuple[Way, ...]:
        """Give the one file, proven to be the same as the board."""
        session = self._session
        office = session.register.office
        name = board_file_name(office.name if office else "", session.today())
        content = board_file(session.board)
        told = self.tr("The board was copied and checked: {file}.").format(file=name)
        return (Way(self.tr("Board"), lambda: Load(((name, content),), 0), told=told),)
