"""`WelcomeCards`: the first look at the program: five cards, each with a picture of the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from cellsecretary.ui.announcing import announce
from cellsecretary.ui.following import SIZE, TEXT_SIZE, Follow
from cellsecretary.ui.form import Form
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from cellsecretary.manual import Manual


class WelcomeForm(Form):
    """The widgets of the cards."""

    form = "welcome"
    place_label: QLabel
    title_label: QLabel
    text_label: QLabel
    picture_label: QLabel
    way_panel: QWidget
    skip_button: QPushButton
    back_button: QPushButton
    next_button: QPushButton


class WelcomeCards(QWidget):
    """Part of a page or of a dialog: nothing else waits for it. `ended` when skipped or read."""

    ended = Signal()

    def __init__(self, manual: Manual, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._manual = manual
        self._at = 0
        self.form = form = WelcomeForm(self)
        StackWhenNarrow(form.way_panel)
        form.skip_button.clicked.connect(self.ended)
        form.back_button.clicked.connect(lambda: self._turn(-1))
        form.next_button.clicked.connect(lambda: self._turn(1))
        # The picture takes the width that there is, and asks for none.
        form.picture_label.setMinimumSize(1, 1)
        self._picture = QPixmap()
        self._look: tuple[int, int] = (0, 0)
        Follow(form.picture_label, self._fit, SIZE, TEXT_SIZE)
        self._show()

    @property
    def at(self) -> int:
        """The place of the card that is shown, from 0."""
        return self._at

    def _turn(self, by: int) -> None:
        if self._at + by >= len(self._manual.cards):
            self.ended.emit()
            return
        self._at = max(self._at + by, 0)
        self._show()
        announce(self, f"{self.form.title_label.text()} {self.form.text_label.text()}")

    def _show(self) -> None:
        form, card, count = self.form, self._manual.cards[self._at], len(self._manual.cards)
        place = self.tr("Card {place} of {count}").format(place=self._at + 1, count=count)
        form.place_label.setText(place)
        form.title_label.setText(card.title)
        form.text_label.setText(card.text)
        self._picture = QPixmap(str(self._manual.picture(card.picture)))
        form.picture_label.setAccessibleName(card.title)
        self._look = (0, 0)
        self._fit()
        is_last = self._at == count - 1
        form.back_button.setEnabled(self._at > 0)
        form.next_button.setText(self.tr("&Done") if is_last else self.tr("N&ext"))
        form.next_button.setProperty("icon_name", "done" if is_last else "next")
        put_icon(form.next_button)
        form.skip_button.setEnabled(not is_last)

    def _fit(self) -> None:
        label = self.form.picture_label
        width = min(label.width(), self._picture.width())
        if self._picture.isNull() or width <= 1 or self._look == (width, self._at):
            return
        self._look = (width, self._at)
        smooth = Qt.TransformationMode.SmoothTransformation
        label.setPixmap(self._picture.scaledToWidth(width, smooth))


class WelcomeCard(QFrame):
    """The cards in a frame of their own on a page."""

    def __init__(self, manual: Manual, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.cards = WelcomeCards(manual, self)
        edge = current_theme().space(4)
        box = QVBoxLayout(self)
        box.setContentsMargins(edge, edge, edge, edge)
        box.addWidget(self.cards)
