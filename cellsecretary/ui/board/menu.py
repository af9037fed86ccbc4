"""`BoardMenu`: what is needed seldom at the board, behind the one button of the top bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from cellsecretary.ui.help_menu import HelpMenu
from cellsecretary.ui.icons import icon
from cellsecretary.ui.recent_books import offer_recent

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from cellsecretary.ui.board.window import BoardWindow
    from cellsecretary.ui.settings import Settings


class BoardMenu(QMenu):
    """The menu of the board's window. An action is offered once somebody does it: see `offer`."""

    def __init__(self, window: BoardWindow, settings: Settings) -> None:
        super().__init__(window)
        self.redo_action = self._add("redo", self.tr("&Redo"), window.redo)
        self.addSeparator()
        self.arrivals_action = self._add("list_below", self.tr("&What was received…"))
        self.reply_action = self._add("usb", self.tr("Write &answers to a USB stick…"))
        self._add("edit", self.tr("&Name of the office, day when due…"), window.change_office)
        self.addSeparator()
        # In menus of their own: at the largest text a small screen takes ten entries.
        kept = self.addMenu(icon("save"), self.tr("Safe&keeping"))
        self.backups_action = self._add("save", self.tr("Back&ups…"), menu=kept)
        self.keys_action = self._add("lock", self.tr("&Keys of the office…"), menu=kept)
        self._add("list_below", self.tr("What was &done…"), window.show_trace, kept)
        boards = self.addMenu(icon("open_folder"), self.tr("&Other boards, books"))
        opened = self.tr("&Open another board or book…")
        self._add("open_folder", opened, window.open_wanted.emit, boards)
        self._add("plus", self.tr("New &board…"), window.new_wanted.emit, boards)
        merged = self.tr("&Merge another board into this one…")
        self.merge_action = self._add("plus", merged, menu=boards)
        copied = self.tr("&Copy the board to another computer…")
        self.export_action = self._add("copy", copied, menu=boards)
        offer_recent(boards, settings, window)
        self.addSeparator()
        self.addMenu(HelpMenu(window))
        self.addMenu(window.display_menu)

    def offer(self, action: QAction, slot: Callable[..., object]) -> None:
        """Offer an action from now on."""
        action.triggered.connect(slot)
        action.setVisible(True)

    def _add(
        self,
        name: str,
        text: str,
        slot: Callable[..., object] | None = None,
        menu: QMenu | None = None,
    ) -> QAction:
        action = (menu or self).addAction(icon(name), text)
        action.setVisible(False)
        if slot is not None:
            self.offer(action, slot)
        return action
