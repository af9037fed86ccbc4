"""`FailedNotice`: what stands in the place of a page that could not be made or filled."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.theme import current_theme


class FailedNotice(QFrame):
    """Says that a page failed and that nothing is lost; `try_again_wanted` asks for another try.

    Made without a form: it may be the forms that are gone.
    """

    try_again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        theme = current_theme()
        title = _label(self, "title", self.tr("This page met a fault"))
        said = self.tr("Nothing of your book is lost, and the other pages go on working.")
        self.said_label = _label(self, "", said)
        self.again_button = QPushButton(self.tr("&Try again"), self)
        self.again_button.setProperty("role", "primary")
        self.copy_button = QPushButton(self.tr("C&opy the information about the fault"), self)
        self.copy_button.setProperty("icon_name", "copy")
        put_icon(self.copy_button)
        self.copy_button.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(3))
        buttons.addWidget(self.again_button)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(*(theme.space(5),) * 4)
        box.setSpacing(theme.space(3))
        box.addWidget(title)
        box.addWidget(self.said_label)
        box.addLayout(buttons)
        box.addStretch(1)
        self.setFocusProxy(self.again_button)
        self.again_button.clicked.connect(self.try_again_wanted)
        self.copy_button.clicked.connect(self._copy)
        self._report = ""

    def offer(self, report: str) -> None:
        """Offer a report, which holds no value of the book, to be copied."""
        self._report = report
        self.copy_button.show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.said_label.setText(self.tr("Copied. In a message, press Ctrl+V to put it there."))


def _label(parent: QWidget, role: str, text: str) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
