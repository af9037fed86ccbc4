"""The books and boards opened last, at the end of a menu: each one press away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cellsecretary.ui.file_opening import is_board
from cellsecretary.ui.icons import icon
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from cellsecretary.ui.ledger_window import LedgerWindow
    from cellsecretary.ui.settings import Settings

WIDEST = 420
"""Pixels of usual text for a name; the rest of a longer one is in its tip."""

MOST = 4
"""Entries; with more the menu would be higher than a small screen at the largest text."""


def offer_recent(menu: QMenu, settings: Settings, window: LedgerWindow) -> None:
    """List the files opened last below a menu, each time it is shown; the open one is left out."""
    menu.aboutToShow.connect(partial(_list_anew, menu, settings, window))


def _list_anew(menu: QMenu, settings: Settings, window: LedgerWindow) -> None:
    for action in menu.actions():
        if action.property("recent"):
            menu.removeAction(action)
            action.deleteLater()
    here = window.ledger_session.ledger.path.resolve()
    others = [path for path in settings.books if path != here][:MOST]
    if not others:
        return
    menu.addSeparator().setProperty("recent", True)
    for path in others:
        sign = icon("chart" if is_board(path) else "book")
        # Without an underlined letter: names of cells begin alike.
        name = menu.fontMetrics().elidedText(
            path.stem, Qt.TextElideMode.ElideMiddle, current_theme().grown(WIDEST)
        )
        action = menu.addAction(sign, name.replace("&", "&&"))
        action.setToolTip(str(path))
        action.setProperty("recent", True)
        action.triggered.connect(partial(_open, window, path))


def _open(window: LedgerWindow, path: object, *_triggered: object) -> None:
    window.recent_wanted.emit(path)
