"""`HelpMenu`: all that helps, as the windows of books and of boards have it in their menus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from cellsecretary.ui.help import HelpWish
from cellsecretary.ui.icons import icon

if TYPE_CHECKING:
    from cellsecretary.ui.ledger_window import LedgerWindow


class HelpMenu(QMenu):
    """The manual, the cards of the first look, the sheet for the wall, the list of keys."""

    def __init__(self, window: LedgerWindow) -> None:
        super().__init__(window)
        self.setTitle(self.tr("Manual, ke&ys"))
        self.setIcon(icon("help"))
        wishes = {
            HelpWish.MANUAL: ("help", self.tr("&Manual of this page (F1)")),
            HelpWish.CARDS: ("info", self.tr("&First look in five cards…")),
            HelpWish.SHEET: ("print", self.tr("&Ten steps to print…")),
        }
        for wish, (name, text) in wishes.items():
            action = self.addAction(icon(name), text)
            action.triggered.connect(partial(self._ask_for, window, wish))
        keys = self.addAction(icon("list_below"), self.tr("List of &keys…"))
        keys.triggered.connect(window.show_keys)

    def _ask_for(self, window: LedgerWindow, wish: HelpWish, *_checked: object) -> None:
        window.help_wanted.emit(wish)
