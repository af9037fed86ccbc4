"""The first page: a new book, one that is there or taken over, the practice cell, or a board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from cellsecretary.manual import Manual
from cellsecretary.ui.display_menu import DisplayMenu
from cellsecretary.ui.form import Form, put_into
from cellsecretary.ui.help import HelpWish
from cellsecretary.ui.sentences import Sentence, SentenceList
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.tips import plain_tip
from cellsecretary.ui.welcome import WelcomeCard

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from cellsecretary.ui.settings import Settings


LEAST_WIDTH = 900
"""Pixels of usual text: below, the choices take the whole width."""


class StartForm(Form):
    """The widgets of the page."""

    form = "start"
    new_button: QPushButton
    open_button: QPushButton
    take_over_button: QPushButton
    practice_button: QPushButton
    board_button: QPushButton
    recent_card: QFrame
    recent_list: SentenceList
    middle_page: QWidget
    beside_panel: QWidget
    way_panel: QWidget
    help_button: QPushButton
    cards_button: QPushButton
    recent_title_label: QLabel
    forget_button: QPushButton
    display_button: QPushButton


class StartPage(QWidget):
    """Five large choices, the books opened last, and how the program looks.

    At the first start five cards stand in the place of the books. `open_wanted` carries the path
    of a book, None when it is still to be chosen; `help_wanted` a `HelpWish`.
    """

    new_wanted = Signal()
    open_wanted = Signal(object)
    take_over_wanted = Signal()
    practice_wanted = Signal()
    board_wanted = Signal()
    help_wanted = Signal(object)

    def __init__(
        self,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.form = StartForm(self)
        form = self.form
        form.new_button.clicked.connect(lambda: self.new_wanted.emit())
        form.open_button.clicked.connect(lambda: self.open_wanted.emit(None))
        form.take_over_button.clicked.connect(lambda: self.take_over_wanted.emit())
        form.practice_button.clicked.connect(lambda: self.practice_wanted.emit())
        form.board_button.clicked.connect(lambda: self.board_wanted.emit())
        self.display_menu = DisplayMenu(settings, self)
        form.display_button.setMenu(self.display_menu)
        form.display_button.setText(self.display_menu.title())
        form.help_button.clicked.connect(lambda: self.help_wanted.emit(HelpWish.MANUAL))
        form.cards_button.clicked.connect(lambda: self.help_wanted.emit(HelpWish.CARDS))
        StackWhenNarrow(form.way_panel)
        books = settings.books
        self.welcome: WelcomeCard | None = None
        if not books and not settings.knows_cards:
            self.welcome = WelcomeCard(Manual.load(settings.language), form.beside_panel)
            put_into(form.beside_panel, self.welcome)
            self.welcome.cards.ended.connect(self._end_cards)
        form.recent_card.setVisible(bool(books))
        form.forget_button.clicked.connect(self._forget)
        form.recent_list.set_sentences([Sentence(path.stem, "book", path) for path in books])
        form.recent_list.chosen.connect(self.open_wanted)
        for button, path in zip(self.recent_buttons, books, strict=True):
            button.setToolTip(plain_tip(str(path)))
            button.setAccessibleDescription(str(path.parent))
        (self.recent_buttons or [form.new_button])[0].setFocus()

    @property
    def recent_buttons(self) -> list[QPushButton]:
        """The books opened last, the newest first."""
        return self.form.recent_list.buttons

    def _end_cards(self) -> None:
        """Take the cards away for good; the button below brings them again."""
        self._settings.knows_cards = True
        self.form.new_button.setFocus()
        if self.welcome is not None:
            self.welcome.hide()

    def _forget(self) -> None:
        """Empty the list; the books themselves stay where they are."""
        self._settings.forget_books()
        self.form.new_button.setFocus()
        self.form.recent_card.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave no air at the sides where large text needs it."""
        super().resizeEvent(event)
        page = self.form.middle_page.layout()
        assert isinstance(page, QGridLayout)
        air = int(self.width() >= current_theme().grown(LEAST_WIDTH))
        for side in (0, 3):
            page.setColumnStretch(side, air)
        edge = current_theme().space(5)
        page.setContentsMargins(edge, edge, edge, edge)
