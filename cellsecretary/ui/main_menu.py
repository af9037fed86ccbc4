"""`MainMenu`: what is needed seldom, behind the one button of the top bar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from cellsecretary.ui.help_menu import HelpMenu
from cellsecretary.ui.icons import icon
from cellsecretary.ui.recent_books import offer_recent

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.main_window import MainWindow
    from cellsecretary.ui.session import Session
    from cellsecretary.ui.settings import Settings


class MainMenu(QMenu):
    """The menu of a window; its dialogs open over the window."""

    def __init__(
        self, session: Session, ask: Ask, words: Messages, settings: Settings, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._session = session
        self._ask = ask
        self._words = words
        self._settings = settings
        self._window = window
        self.redo_action = self._add("redo", self.tr("&Redo"), window.redo)
        self.addSeparator()
        self._add(
            "calendar", self.tr("&Meetings of the whole year…"), partial(window.show_year, None)
        )
        self._add("edit", self.tr("&Cell and meeting day…"), self._change_cell)
        self._add("book", self.tr("&Earlier work on paper…"), self._show_past)
        self.addSeparator()
        # In menus of their own: at the largest text a small screen takes ten entries.
        set_up = self.addMenu(icon("note"), self.tr("R&ules, terms, papers"))
        self._add("note", self.tr("R&ules in use…"), self._show_rules, set_up)
        self._add("members", self.tr("&Terms and committee…"), self._show_terms, set_up)
        self._add("paper", self.tr("&How papers look…"), self._show_paper_settings, set_up)
        sent = self.addMenu(icon("usb"), self.tr("&Send and receive"))
        self._add("usb", self.tr("Reply of the &superior…"), window.replies.take, sent)
        self._add("usb", self.tr("Take &back copied packets…"), self._take_in, sent)
        self._add("usb", self.tr("Hand o&ver the book…"), window.handing_over.hand_over, sent)
        kept = self.addMenu(icon("save"), self.tr("Safe&keeping"))
        backups = self._add("save", self.tr("&Backups…"), partial(window.show_backups, ask), kept)
        self.aboutToShow.connect(lambda: backups.setVisible(window.backups is not None))
        password = self._add("lock", self.tr("&Password…"), self._show_password, kept)
        self.aboutToShow.connect(lambda: password.setVisible(window.backups is not None))
        self._add("list_below", self.tr("What was &done…"), lambda: window.show_trace(), kept)
        others = self.addMenu(icon("book"), self.tr("&Other books"))
        self._add("plus", self.tr("&New book…"), window.new_wanted.emit, others)
        self._add("open_folder", self.tr("&Open a book…"), window.open_wanted.emit, others)
        self._add("book", self.tr("Open to &look only…"), window.look_wanted.emit, others)
        self._add("usb", self.tr("T&ake over a book…"), window.take_over_wanted.emit, others)
        self._add("practice", self.tr("&Practice cell"), window.practice_wanted.emit, others)
        led = self._add("tasks", self.tr("Exercise step b&y step"), window.show_exercise, others)
        self.aboutToShow.connect(lambda: led.setVisible(window.is_practice))
        offer_recent(others, settings, window)
        self.addSeparator()
        self.addMenu(HelpMenu(window))
        self.addMenu(window.display_menu)

    def _add(
        self, name: str, text: str, slot: Callable[..., object], menu: QMenu | None = None
    ) -> QAction:
        action = (menu or self).addAction(icon(name), text)
        action.triggered.connect(slot)
        return action

    # The window is there sooner without all that these dialogs know.

    def _show_past(self) -> None:
        from cellsecretary.ui.dialogs.past import PastDialog

        PastDialog(self._session, self._words, self._window).open()

    def _show_terms(self) -> None:
        from cellsecretary.ui.dialogs.term import TermDialog

        TermDialog(self._session, self._words, self._window).open()

    def _show_paper_settings(self) -> None:
        from cellsecretary.ui.dialogs.paper_settings import PaperSettingsDialog

        PaperSettingsDialog(self._session, self._words, self._window).open()

    def _show_renamings(self) -> None:
        from cellsecretary.ui.dialogs.renamings import RenamingsDialog

        RenamingsDialog(self._session, self._words, self._window).open()

    def _change_cell(self) -> None:
        from cellsecretary.ui.dialogs.cell import CellDialog

        dialog = CellDialog(self._session, self._words, self._window)
        dialog.renamings_wanted.connect(self._show_renamings)
        dialog.terms_wanted.connect(self._show_terms)
        dialog.open()

    def _show_password(self) -> None:
        from cellsecretary.ui.dialogs.book_password import BookPasswordDialog

        window = self._window
        assert window.backups is not None, "the entry is not shown without copies"
        window.flush()
        dialog = BookPasswordDialog(
            self._session, window.backups, self._ask, self._words, self._settings, window
        )
        dialog.encrypt_wanted.connect(window.encrypt_wanted)
        dialog.decrypt_wanted.connect(window.decrypt_wanted)
        dialog.open()

    def _show_rules(self) -> None:
        from cellsecretary.ui.dialogs.rules import RulesDialog

        RulesDialog(self._session, self._ask, self._words, self._window).open()

    def _take_in(self) -> None:
        from cellsecretary.ui.taking_in import take_in

        take_in(self._session, self._ask, self._words, self._window)
