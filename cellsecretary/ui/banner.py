"""A message inside the window, in place of a dialog; it may offer one act, such as undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from cellsecretary.ui.announcing import announce
from cellsecretary.ui.chips import State
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.theme import current_theme, set_role

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from cellsecretary.core.change import Refusal
    from cellsecretary.messages import Messages


class Banner(QFrame):
    """One message with a state, hidden until it has something to say.

    It stays until the next message, its button, its cross or `dismiss`. Screen readers say it
    when it comes into view.
    """

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = State.NONE
        theme = current_theme()
        self.text_label = QLabel(self)
        self.text_label.setTextFormat(Qt.TextFormat.PlainText)
        self.text_label.setWordWrap(True)
        self.act_button = QPushButton(self)
        self.act_button.clicked.connect(self._act)
        self.dismiss_button = QToolButton(self)
        self.dismiss_button.setProperty("role", "plain")
        self.dismiss_button.setProperty("icon_name", "close")
        self.dismiss_button.clicked.connect(self.dismiss)
        put_icon(self.dismiss_button)
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.space(4), theme.space(2), theme.space(3), theme.space(2))
        box.setSpacing(theme.space(3))
        box.addWidget(self.text_label, 1)
        box.addWidget(self.act_button)
        box.addWidget(self.dismiss_button)
        self.hide()

    def show_message(self, state: State, text: str, act: str = "", icon_name: str = "") -> None:
        """Show a message, with a button labelled `act` when given; `acted` tells its click."""
        set_role(self, f"message_{state}")
        self._state = state
        before = self._spoken
        self.text_label.setText(text)
        self.text_label.style().unpolish(self.text_label)
        self.text_label.style().polish(self.text_label)
        self.act_button.setText(act)
        self.act_button.setVisible(bool(act))
        self.act_button.setProperty("icon_name", icon_name)
        put_icon(self.act_button)
        name = self.tr("Close this message")
        self.dismiss_button.setAccessibleName(name)
        self.dismiss_button.setToolTip(name)
        if self._spoken != before:
            self._speak()  # unless it comes into view only now
        self.show()

    def answer(self, refusal: Refusal | None, words: Messages, state: State = State.CARE) -> bool:
        """Say why an act was refused; take the message away when it was done, and tell so.

        What the file does not take is told by the window, so there is nothing to say here.
        """
        if refusal is None:
            self.dismiss()
        elif text := words.refusals(refusal):
            self.show_message(state, text)
        return refusal is None

    def dismiss(self) -> None:
        """Take the message away."""
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Say the message to who does not see it."""
        super().showEvent(event)
        if not event.spontaneous():
            self._speak()

    @property
    def _spoken(self) -> str:
        return f"{self.text_label.text()} {self.act_button.text().replace('&', '')}".strip()

    def _speak(self) -> None:
        announce(self, self._spoken, urgent=self._state is State.BAD)

    def _act(self) -> None:
        self.dismiss()
        self.acted.emit()
