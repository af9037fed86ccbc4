"""The window of an open board: its pages, and what connects them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaMethod, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cellsecretary.store import BookError
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.board.arrivals import ArrivalsDialog
from cellsecretary.ui.board.cells import CellsPage
from cellsecretary.ui.board.collect_dialog import CollectDialog
from cellsecretary.ui.board.grid import GridPage
from cellsecretary.ui.board.menu import BoardMenu
from cellsecretary.ui.board.office import OfficeDialog
from cellsecretary.ui.board.sums import SumsPage
from cellsecretary.ui.chips import State
from cellsecretary.ui.ledger_window import LedgerWindow, LedgerWindowForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.board.page import BoardPage
    from cellsecretary.ui.board.session import BoardSession
    from cellsecretary.ui.settings import Settings

PAGES: dict[str, type[BoardPage]] = {
    "grid": GridPage,
    "sums": SumsPage,
    "cells": CellsPage,
}
"""The pages of the rail in their order; a page is made when it is first visited."""

RAIL = ("grid", "sums", "petitions", "directives", "cells")
"""All places of the rail; one without a page is not shown."""


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
    """One open board.

    `new_wanted` and `open_wanted` ask the program for another file. `cell_wanted` carries a cell by
    id and the first day of a month or None: its meeting is to be opened. `reply_wanted` carries the
    folder of a stick on which answers are to be written, None when it is still to be chosen.
    """

    new_wanted = Signal()
    open_wanted = Signal()
    cell_wanted = Signal(str, object)
    reply_wanted = Signal(object)

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
            page: getattr(self.form, f"{page}_button") for page in RAIL
        }
        for page, button in buttons.items():
            button.setVisible(page in PAGES)
            button.clicked.connect(partial(self.show_page, page))
        self.menu = BoardMenu(settings, self)
        self.form.more_button.setMenu(self.menu)
        self.menu.offer(self.menu.arrivals_action, self._show_arrivals)
        self.menu.offer(self.menu.merge_action, self._merge)
        self.menu.offer(self.menu.export_action, self._export)
        self.frame(self.form, buttons, self.menu.redo_action, self._keys())

    def begin(self) -> None:
        """Turn to the first page."""
        for page in PAGES:
            self._begin_page(page)
            break

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
        if self.isSignalConnected(QMetaMethod.fromSignal(self.reply_wanted)):
            dialog.reply_wanted.connect(self.reply_wanted)
        dialog.finished.connect(self._begin_with_what_came)
        dialog.open()
        return dialog

    def _begin_with_what_came(self, _result: int) -> None:
        self._pages[self._page].begin()

    def _show_arrivals(self) -> None:
        ArrivalsDialog(self.session, self._words, self).open()

    def _merge(self) -> None:
        path = self._ask.open_path(FileKind.BOARD)
        if path is not None:
            self.collect().begin([path], path.name)

    def _export(self) -> None:
        """Write a proven copy of the board for another computer."""
        board = self.session.board
        suggested = board.path.with_stem(f"{board.path.stem} {self.session.today():%Y-%m-%d}")
        path = self._ask.save_path(suggested, FileKind.BOARD)
        if path is None or path.resolve() == board.path.resolve():
            return
        try:
            # Beside its place first: what was there is lost only when the copy is whole.
            part = path.with_suffix(".part")
            board.copy_to(part)
            part.replace(path)
        except BookError as error:
            self._ask.tell(self._words.fault(error.fault, error.path))
            return
        except OSError:
            self._ask.tell(self._words.command("output_not_written", path=path))
            return
        text = self.tr("The board was copied to {file}.")
        self.form.fault_banner.show_message(State.GOOD, text.format(file=path.name))

    def _make_page(self, page: str) -> BoardPage:
        # The stack becomes the parent: a page that cannot be made leaves no half of it behind.
        made = PAGES[page](self.session, self._ask, self._words)
        self._pages[page] = made
        self.form.page_stack.addWidget(made)
        made.setAccessibleName(made.title())
        made.cell_wanted.connect(self.cell_wanted)
        if isinstance(made, GridPage):
            made.collect_wanted.connect(self.collect)
        return made

    # The bars

    def show_names(self) -> None:
        """Show the office."""
        office = self.session.register.office
        name = office.name if office else self.session.board.path.stem
        self.form.office_label.setText(name)
        self.setWindowTitle(name)

    def show_day(self) -> None:
        """Let every page look at the day."""
        for page in self._pages.values():
            page.update_now()

    def _keys(self) -> dict[str, Callable[[], object]]:
        return {f"Alt+{n}": partial(self._begin_page, page) for n, page in enumerate(PAGES, 1)}

    def _begin_page(self, page: str) -> None:
        self.show_page(page).begin()
