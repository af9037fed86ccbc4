"""`OfficeDesk`: what the office does beside its pages: keys, replies, other boards, copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cellsecretary.exchange.merging import look_at
from cellsecretary.rules import bundled
from cellsecretary.store import BookError
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.board.exporting import BoardCargo
from cellsecretary.ui.board.keys import KeysDialog
from cellsecretary.ui.board.merging import MergeDialog
from cellsecretary.ui.board.replying import RepliesDialog
from cellsecretary.ui.dialogs.send import SendDialog

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.board.menu import BoardMenu
    from cellsecretary.ui.board.session import BoardSession


class OfficeDesk(QObject):
    """Opens its dialogs over the window."""

    def __init__(self, session: BoardSession, ask: Ask, words: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._ask, self._words, self._window = session, ask, words, window

    def offer(self, menu: BoardMenu) -> None:
        """Offer in the menu what is done here."""
        menu.offer(menu.reply_action, lambda: self.write_replies())
        menu.offer(menu.merge_action, self.merge)
        menu.offer(menu.export_action, self.export)
        menu.offer(menu.keys_action, self.show_keys)

    def show_keys(self) -> KeysDialog:
        """Show the keys of the office, or offer to make them."""
        dialog = KeysDialog(self._session, self._ask, self._words, self._window)
        dialog.open()
        return dialog

    def write_replies(
        self, folder: Path | None = None, cells: Collection[str] = ()
    ) -> RepliesDialog:
        """Offer to write replies, after collecting to the cells that sent from a folder."""
        dialog = RepliesDialog(
            *(self._session, self._ask, self._words, self._window), cells=cells, folder=folder
        )
        dialog.open()
        return dialog

    def merge(self) -> None:
        """Ask for another board, and show what it would bring."""
        path = self._ask.open_path(FileKind.BOARD)
        if path is None:
            return
        board = self._session.board
        if path.resolve() == board.path.resolve():
            self._ask.tell(
                self.tr("This is the board that is open. Choose that of another computer.")
            )
            return
        try:
            look = look_at(board, path, bundled())
        except BookError as error:
            self._ask.tell(self._words.fault(error.fault, error.path))
            return
        MergeDialog(self._session, self._words, path, look, self._window).open()

    def export(self) -> None:
        """Offer to copy the board to a stick, proven."""
        try:
            SendDialog(BoardCargo(self._session), self._ask, self._words, self._window).open()
        except BookError as error:
            self._ask.tell(self._words.fault(error.fault, error.path))
