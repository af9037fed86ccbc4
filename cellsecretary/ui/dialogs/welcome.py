"""`WelcomeDialog`: the cards of the first look, called again over an open file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.welcome import WelcomeCards

if TYPE_CHECKING:
    from cellsecretary.manual import Manual


class WelcomeDialog(QDialog):
    """Closes with the last card, or when it is skipped; the work beside it goes on."""

    def __init__(self, manual: Manual, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("First look at the program"))
        self.cards = WelcomeCards(manual, self)
        self.cards.ended.connect(self.accept)
        box = QVBoxLayout(self)
        edge = current_theme().space(5)
        box.setContentsMargins(edge, edge, edge, edge)
        box.addWidget(self.cards)
        ask_size(self, 760, 600)
        self.cards.form.next_button.setFocus()
