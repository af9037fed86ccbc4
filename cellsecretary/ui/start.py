"""The first page: a new book, one that is there or taken over, the practice cell, or a board."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cellsecretary.ui.form import Form
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


class StartForm(Form):
    """The widgets of the page."""

    form = "start"
    new_button: QPushButton
    open_button: QPushButton
    take_over_button: QPushButton
    practice_button: QPushButton
    board_button: QPushButton
    recent_card: QFrame
    recent_panel: QWidget
    recent_title_label: QLabel
    forget_button: QPushButton


class StartPage(QWidget):
    """Five large choices, and the books opened last.

    `open_wanted` carries the path of a book, None when it is still to be chosen; `forget` empties
    the list.
    """

    new_wanted = Signal()
    open_wanted = Signal(object)
    take_over_wanted = Signal()
    practice_wanted = Signal()
    board_wanted = Signal()

    def __init__(
        self,
        books: Sequence[Path],
        forget: Callable[[], None] = lambda: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._forget_books = forget
        self.form = StartForm(self)
        form = self.form
        form.new_button.clicked.connect(lambda: self.new_wanted.emit())
        form.open_button.clicked.connect(lambda: self.open_wanted.emit(None))
        form.take_over_button.clicked.connect(lambda: self.take_over_wanted.emit())
        form.practice_button.clicked.connect(lambda: self.practice_wanted.emit())
        form.board_button.clicked.connect(lambda: self.board_wanted.emit())
        form.recent_card.setVisible(bool(books))
        form.forget_button.clicked.connect(self._forget)
        self.recent_buttons = [self._recent_button(path) for path in books]
        (self.recent_buttons or [form.new_button])[0].setFocus()

    def _recent_button(self, path: Path) -> QPushButton:
        button = QPushButton(self.form.recent_panel)
        # An ampersand in a name is no access key.
        button.setText(path.stem.replace("&", "&&"))
        button.setToolTip(plain_tip(str(path)))
        button.setAccessibleDescription(str(path.parent))
        button.setProperty("role", "plain")
        button.setProperty("icon_name", "book")
        put_icon(button)
        # A long name is cut, never the page widened; the tip has it whole.
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(partial(self._open, path))
        layout = self.form.recent_panel.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(button)
        return button

    def _forget(self) -> None:
        """Empty the list; the books themselves stay where they are."""
        self._forget_books()
        self.form.new_button.setFocus()
        self.form.recent_card.hide()

    def _open(self, path: Path, *_clicked: object) -> None:
        self.open_wanted.emit(path)
