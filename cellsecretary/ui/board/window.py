"""The window of an open board: its pages, and what connects them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cellsecretary.exchange.replying import senders_of
from cellsecretary.ui.board.arrivals import ArrivalsDialog
from cellsecretary.ui.board.cells import CellsPage
from cellsecretary.ui.board.collect_dialog import CollectDialog
from cellsecretary.ui.board.desk import OfficeDesk
from cellsecretary.ui.board.directives import DirectivesPage
from cellsecretary.ui.board.grid import GridPage
from cellsecretary.ui.board.meeting import BoardMeetingDialog
from cellsecretary.ui.board.menu import BoardMenu
from cellsecretary.ui.board.office import OfficeDialog
from cellsecretary.ui.board.page import BoardPage
from cellsecretary.ui.board.petitions import PetitionsPage
from cellsecretary.ui.board.sums import SumsPage
from cellsecretary.ui.dialogs.keys import KeysDialog
from cellsecretary.ui.key_table import Key
from cellsecretary.ui.ledger_window import LedgerWindow, LedgerWindowForm
from cellsecretary.ui.page import made_or_failed
from cellsecretary.ui.place import Place
from cellsecretary.ui.spoken import give_menu
from cellsecretary.ui.tips import plain_title

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.board.session import BoardSession
    from cellsecretary.ui.settings import Settings

PAGES: dict[str, type[BoardPage]] = {
    "grid": GridPage,
    "sums": SumsPage,
    "petitions": PetitionsPage,
    "directives": DirectivesPage,
    "cells": CellsPage,
}
"""The pages of the rail in their order; a page is made when it is first visited."""


class BoardWindowForm(LedgerWindowForm):
    """The widgets of the window."""

    form = "board_window"
    office_label: QLabel
    grid_button: QPushButton
    sums_button: QPushButton
    petitions_button: QPushButton
    directives_button: QPushButton
    cells_button: QPushButton


class BoardWindow(LedgerWindow):
    """One open board; `new_wanted` and `open_wanted` ask the program for another file."""

    new_wanted = Signal()
    open_wanted = Signal()

    def __init__(
        self, session: BoardSession, ask: Ask, words: Messages, settings: Settings
    ) -> None:
        super().__init__(session, words, settings)
        self.session = session
        self._ask = ask
        self._pages: dict[str, BoardPage] = {}
        self._page = ""
        centre = QWidget(self)
        self.form = BoardWindowForm(centre)
        self.setCentralWidget(centre)
        buttons: dict[str, QPushButton] = {
            page: getattr(self.form, f"{page}_button") for page in PAGES
        }
        for page, button in buttons.items():
            button.clicked.connect(partial(self.show_page, page))
        self.menu = BoardMenu(self, settings)
        give_menu(self.form.more_button, self.menu)
        self.menu.offer(self.menu.arrivals_action, self._show_arrivals)
        self.menu.backups_action.triggered.connect(partial(self.show_backups, ask))
        self.menu.aboutToShow.connect(self._offer_backups)
        session.collected.connect(self.show_state)
        self.office_desk = OfficeDesk(session, ask, words, self)
        self.office_desk.offer(self.menu)
        self.frame(self.form, buttons, self.menu.redo_action, self._keys())

    def begin(self) -> None:
        """Turn to the page where the board was left, else to the first."""
        place = self._kept_place()
        left = place.page if place is not None else ""
        self._begin_page(left if left in PAGES else next(iter(PAGES)))

    def place(self) -> Place:
        """Give the page that is shown."""
        return Place(self._page)

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self._page

    def show_page(self, page: str, *_clicked: object) -> BoardPage:
        """Turn to a page; what was typed on the page before is written first."""
        self.flush()
        self._page = page
        shown = self._pages.get(page) or self._make_page(page)
        self.form.page_stack.setCurrentWidget(shown)
        for name in PAGES:
            getattr(self.form, f"{name}_button").setChecked(name == page)
        return shown

    def change_office(self) -> None:
        """Ask for the name of the office and by when minutes are due."""
        session = self.session
        dialog = OfficeDialog(
            *(session.register, session.today(), session.do, session.would_refuse),
            *(self._words, self),
        )
        dialog.open()

    def collect(self) -> CollectDialog:
        """Offer to take packets from sticks."""
        dialog = CollectDialog(self.session, self._ask, self._words, self)
        dialog.reply_wanted.connect(
            lambda folder: self.office_desk.write_replies(
                folder, senders_of(dialog.collector.reports)
            )
        )
        dialog.finished.connect(self._begin_with_what_came)
        dialog.open()
        return dialog

    def open_cell(self, cell: str, month: dt.date | None) -> None:
        """Show what a cell sent for a month, without one for the newest."""
        self.flush()
        BoardMeetingDialog(self.session, self._ask, self._words, cell, month, self).open()

    def _begin_with_what_came(self, _result: int) -> None:
        self._pages[self._page].begin()

    def show_trace(self) -> None:
        """Show who did what and when."""
        # Its tables and papers are seldom needed: the window is there sooner without them.
        from cellsecretary.ui.board.trace import BoardTraceDialog

        self.flush()
        BoardTraceDialog(self.session, self._ask, self._words, self).open()

    def _show_arrivals(self) -> None:
        ArrivalsDialog(self.session, self._words, self).open()

    def _offer_backups(self) -> None:
        self.menu.backups_action.setVisible(self.backups is not None)

    def _make_page(self, page: str) -> BoardPage:
        # The stack becomes the parent: a page that cannot be made leaves no half of it behind.
        given = (self.session, self._ask, self._words)
        made: BoardPage = made_or_failed(
            partial(PAGES[page], *given),
            partial(BoardPage, *given),
            partial(self._make_again, page),
        )
        self._pages[page] = made
        self.form.page_stack.addWidget(made)
        if not made.has_failed:
            made.setAccessibleName(made.title())
        made.cell_wanted.connect(self.open_cell)
        if isinstance(made, GridPage):
            made.collect_wanted.connect(self.collect)
        return made

    def _make_again(self, page: str) -> None:
        failed = self._pages.pop(page)
        self.form.page_stack.removeWidget(failed)
        failed.deleteLater()
        self._begin_page(page)

    # The bars

    def show_names(self) -> None:
        """Show the office."""
        self.form.office_label.setText(self.session.name)
        self.setWindowTitle(plain_title(self.session.name))

    def show_day(self) -> None:
        """Let every page look at the day."""
        for page in self._pages.values():
            page.update_now()

    def show_keys(self) -> None:
        """Show the list of keys without those of a meeting."""
        KeysDialog(self, board=True).open()

    def _keys(self) -> Mapping[Key, Sequence[Callable[[], object]]]:
        return {
            Key.OPEN: [self.open_wanted.emit],
            Key.QUIT: [self.close],
            Key.PAGES: [partial(self._begin_page, page) for page in PAGES],
        }

    def _begin_page(self, page: str) -> None:
        self.show_page(page).begin()
